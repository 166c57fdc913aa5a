"""The frame, part three: the date that belongs to an event of a sentence, and the day of the news around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from relations_db.extract import date_marks
from relations_db.extract.date_marks import counted_from, of_news
from relations_db.extract.frame_dates import Dates, When
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, PartialDate

_LAST_DAY = re.compile(
    r"\b(?:until|till|by|before|since|ends?|ending|leaves|returns|(?:goes|flies|heads|travels|be) (?:back )?home) (?:on |the )?$"
)


@dataclass(slots=True)
class News(Dates):
    """The frame with the days of its news."""

    def date_near(
        self,
        sentence: Sentence,
        offset: int,
        future: bool | None = None,
        limit: tuple[int, int] | None = None,
        skip: Callable[[int], object] | None = None,
    ) -> When | None:
        """The date of this sentence that belongs to the event at an offset of the coded form: the nearest that no other word claims.

        `skip`: true for the offset of a date that belongs to something else.
        """
        low, high = limit or (0, len(sentence.coded))
        best: tuple[float, When] | None = None
        for number, dated in self.dates_in(sentence):
            at = sentence.offsets[number]
            if not low <= at <= high or (skip and skip(at)) or counted_from(sentence, number, dated):
                continue
            governs = date_marks.governs(sentence, at, offset)
            if not governs and date_marks.dates_nothing(sentence, number, dated, future):
                continue
            when = self.resolve(sentence, number, future)
            if when.date is None:
                continue
            between = sentence.coded[min(at, offset) : max(at, offset)]
            cost = (
                len(between)
                + 60 * len(re.findall(r" (?:[;:()\"]|who|which|while|when|after|before|but) ", between))
                + (25 if at < offset else 0)
            )
            cost -= (20 if when.date.precision == "day" else 0) + (150 if governs else 0)
            if best is None or cost < best[0]:
                best = (cost, when)
        return best[1] if best else None

    def long_past(self, date: PartialDate | None) -> bool:
        """True for an event told as history: more than a month before the document."""
        on = self.analysis.on
        return date is not None and on is not None and (on.first - date.last).days > 31

    def is_history(self, sentence: Sentence) -> bool:
        """True where a sentence tells of a time long before the document."""
        on = self.analysis.on
        for number, dated in self.dates_in(sentence):
            if dated.absolute or dated.unit in ("year", "years"):
                date = self.resolve(sentence, number, None).date
                if date and on and (on.first - date.last).days > 20:
                    return True
        return False

    def news_day(self, index: int = 0) -> When:
        """The day of the news around sentence `index`: the last day told before it, not long before the document; else the lead's; else the document's."""
        sentences = self.analysis.sentences
        on = self.analysis.on
        for sentence in [*sentences[index : max(-1, index - 4) if index < 4 else index - 4 : -1], *sentences[:3]]:
            dates = self.dates_in(sentence)
            if dates and sentence.index != index and self.is_bystander(sentence):
                continue
            for number, dated in dates:
                at = sentence.offsets[number]
                if _LAST_DAY.search(sentence.coded[max(0, at - 30) : at]) or not of_news(sentence, number):
                    continue
                when = self.resolve(sentence, number, False)
                if (
                    when.date
                    and when.date.day
                    and dated.start >= self.analysis.dateline_end
                    and on
                    and (dated.weekday is not None or dated.unit == "days" or dated.day)
                    and 0 <= (on.first - when.date.first).days <= 4
                ):
                    return When(when.date, Basis.FRAME, when.span)
        return self.news_date()
