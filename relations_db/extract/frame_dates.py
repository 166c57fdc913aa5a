"""The frame, part two: what date an event has, said, carried on or taken from the news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from relations_db.extract import date_marks
from relations_db.extract.date_marks import (
    dates_its_news,
    fine_enough,
    looks_ahead,
    of_a_name,
    of_career,
    of_saying,
    of_story,
    precision,
)
from relations_db.extract.frame import States
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve, resolve_end
from relations_db.language.dates import Dated
from relations_db.values import Basis, PartialDate

_BOUND = re.compile(
    r"\b(?:since|until|till|by|before|as of|up to) (?:on |the |in )?$|, (?!arriv|land)(?:[a-z]+ed|made|held|begun|built) (?:in|on) (?:L\d+ (?:in|on) )?$"
)
# "In 2019 he called off a trip set for 9 September": one clause
_OPENS_IN_YEAR = re.compile(r"in D0 (?:, )?[^,;:]*D1\b|in D1 (?:, )?[^,;:]*D\d")
_OWN_YEAR = re.compile(r"'s (?:[A-Za-z-]+ ){1,5}(?:on |in |of )?(?:the )?")
_FROM_TO = re.compile(r"D\d+(?: [a-z]+)? (?:to|until|till|through) (?:the )?D(\d+)")
ENTRY = re.compile(r"(?:(?:in|on) )?(?:D\d+ [,.] )?D\d+(?: ,)?(?: L\d+)? (?:[.:-] |$)")


def on_year(date: PartialDate | None) -> int:
    """The year of the document, 0 where it has no date."""
    return date.year if date else 0


@dataclass(frozen=True, slots=True)
class When:
    """A date with what it rests on; `until` is the last day of a range."""

    date: PartialDate | None
    basis: Basis
    span: tuple[int, int] | None = None
    until: PartialDate | None = None


UNKNOWN = When(None, Basis.SAID)
_WEEK = 7
_FRESH = 4  # days for which what was said is news
_LEAD = 2  # sentences
_STORY = 60  # days back of a story that is told by weekdays


@dataclass(slots=True)
class Dates(States):
    """The frame with its dates."""

    def dates_in(self, sentence: Sentence, spoken: bool = False) -> list[tuple[int, Dated]]:
        """Unit numbers and date expressions of a sentence that can date an event; the dateline's and those of careers do not.

        Nor does the day on which a thing is said, where the text tells when the news happened. `spoken`: that day is asked for.
        """
        found = self.read_dates.get((sentence.index, spoken))
        if found is None:
            found = self.read_dates[sentence.index, spoken] = self._dates_in(sentence, spoken)
        return found

    def _dates_in(self, sentence: Sentence, spoken: bool) -> list[tuple[int, Dated]]:
        found = []
        said = []
        low, high = self.analysis.dateline_span
        for number, unit in sentence.things:
            if unit.code == "D" and isinstance(unit.thing, Dated) and unit.thing.form not in ("years", "decade"):
                if low <= unit.start < high or of_career(sentence, number):
                    continue
                if of_a_name(self.analysis.folded, unit.thing):
                    continue
                found.append((number, unit.thing))
                if not spoken and of_saying(sentence, number):
                    said.append(number)
        if said and (len(found) > len(said) or self._news_is_dated()):
            return [(number, dated) for number, dated in found if number not in said]
        return found

    def _news_is_dated(self) -> bool:
        if self._dated_news is None:
            self._dated_news = dates_its_news(self.analysis)
        return self._dated_news

    def resolve(self, sentence: Sentence, number: int, future: bool | None = None) -> When:
        """What the date at unit `number` means here."""
        key = sentence.index, number, future, self.visit_date  # nothing else that it rests on changes
        found = self.read_whens.get(key)
        if found is None:
            found = self.read_whens[key] = self._resolve(sentence, number, future)
        return found

    def _resolve(self, sentence: Sentence, number: int, future: bool | None) -> When:
        unit = sentence.units[number]
        assert isinstance(unit.thing, Dated)
        if future is None:
            future = self.is_future(sentence, number)
        if unit.thing.unit == "weekday" and (day := self._day_of_entry(sentence, unit.thing)):
            return When(day, Basis.SAID, (unit.start, unit.end))
        if unit.thing.month is not None and unit.thing.year is None and self.heading_year(sentence.index):
            future = False
        reference = self.reference(sentence, unit.thing)
        if reference and self.analysis.on is None and unit.thing.year is None:
            future = False  # counted from the year that the text has told
        if unit.thing.form == "month" and unit.thing.year is None and (told := self._soon_after(sentence, number)):
            reference, future = told, True
        anchor = self.anchor(sentence, number) if unit.thing.anaphoric else None
        date = resolve(unit.thing, reference, future, anchor)
        if future and reference and reference is self.analysis.on and date_marks.was_to(sentence, number):
            date = self._of_what_was_to_be(sentence, number, date)
        if not future and date and reference and date_marks.ends_ahead(sentence, number, date, reference):
            date = PartialDate.of(date.first - timedelta(days=_WEEK))
        until = resolve_end(unit.thing, date) or self._told_end(sentence, number, date, future)
        return When(date, Basis.SAID, (unit.start, unit.end), until)

    def _of_what_was_to_be(self, sentence: Sentence, number: int, ahead: PartialDate | None) -> PartialDate | None:
        """ "He came on Sunday and was to leave on Monday", said on Wednesday: the Monday that has passed."""
        thing, on = sentence.units[number].thing, self.analysis.on
        assert isinstance(thing, Dated)
        if thing.absolute or thing.anaphoric:
            return ahead
        back = resolve(thing, on, False)
        if date_marks.came_to_nothing(sentence, number):
            return back
        told = [d for n, d in self.timeline().get(sentence.index, []) if n < number and d.day]
        last = told[-1] if told else self._told_before(sentence.index, "day")
        if back is None or on is None or last is None or last.day is None or thing.weekday is None:
            return ahead
        return back if last.first < back.first <= on.last and (on.first - last.first).days <= _WEEK else ahead

    def _told_end(self, sentence: Sentence, number: int, first: PartialDate | None, future: bool) -> PartialDate | None:
        """ "From Wednesday evening to Thursday noon": the last day, told apart from the first."""
        at = sentence.offsets[number]
        found = _FROM_TO.match(sentence.coded, at) if sentence.coded.endswith("from ", 0, at) else None
        if found is None or first is None or first.day is None:
            return None
        last = self.resolve(sentence, int(found.group(1)), future).date
        return last if last and last.day and last.first >= first.first else None

    def _soon_after(self, sentence: Sentence, number: int) -> PartialDate | None:
        """ "It came round in the spring of 2022; within weeks, in April, ...": the date from which a bare month counts on."""
        before = [(n, d) for n, d in self.dates_in(sentence) if n < number and d.year]
        if not before:
            return None
        earlier, dated = before[-1]
        between = sentence.coded[sentence.offsets[earlier] : sentence.offsets[number]]
        if not re.search(
            r"\b(?:within (?:weeks|months|days|a (?:week|month))|weeks later|months later|soon after|shortly after)\b",
            between,
        ):
            return None
        return PartialDate(dated.year or 0, dated.month or 1)

    def _day_of_entry(self, sentence: Sentence, dated: Dated) -> PartialDate | None:
        """A weekday under the head of a chronicle entry: the one about the entry's own days; none in a head that is a weekday itself."""
        if ENTRY.match(sentence.coded + " ") and all(d.unit == "weekday" for _, d in self.dates_in(sentence)[:2]):
            return None
        entry = self.entry_date(sentence.index)
        if entry is None or entry.date is None or entry.date.day is None or dated.weekday is None:
            return None
        first = entry.date.first
        gap = (dated.weekday - first.weekday() + 3) % 7 - 3
        return PartialDate.of(first + timedelta(days=gap))

    def reference(self, sentence: Sentence, dated: Dated) -> PartialDate | None:
        """The day that a date expression is seen from: in a chronicle a day and month belong to the year of the heading above."""
        if year := self._year_beside(sentence, dated):
            return PartialDate(year, 12, 31)
        if year := self._year_of_owner(sentence, dated) or self._year_before(sentence, dated):
            return date_marks.end_of(year, dated)
        to_place = dated.month is not None or (dated.unit == "year" and dated.shift == 0)
        if to_place and dated.year is None and (year := self.heading_year(sentence.index)):
            return date_marks.end_of(year, dated)
        told = self._week_of_story(sentence, dated) or self._day_of_speech(sentence, dated)
        return told or self.analysis.on or self._year_told(sentence, dated)

    def _year_told(self, sentence: Sentence, dated: Dated) -> PartialDate | None:
        """ "From 15 to 17 December 2023. On 16 December ...", in a text without a date: the end of the year told last."""
        if not dated.day or not dated.month or dated.unit:
            return None
        told = self._told_before(sentence.index, "month")
        if told and told.month == dated.month:
            return PartialDate(told.year, 12, 31)
        earlier = self.analysis.sentences[:_LEAD] if sentence.index >= _LEAD else ()
        days = [d for s in earlier for _, d in self.dates_in(s) if d.day and d.month == dated.month and d.year]
        return PartialDate(days[0].year or 0, 12, 31) if days else None

    def _week_of_story(self, sentence: Sentence, dated: Dated) -> PartialDate | None:
        """ "He landed on 10 September. On the Monday ...", told weeks later: the last of the seven days around the one told before; in the review of a week its end."""
        on = self.analysis.on
        if dated.unit != "weekday" or on is None:
            return None
        if self._issue is None:
            self._issue = (date_marks.week_reviewed(self.analysis),)
        if self._issue[0] and not any(u.thing is dated and looks_ahead(sentence, n) for n, u in sentence.things):
            return self._issue[0]
        if not self.analysis.low.endswith(" the ", 0, dated.start):
            return None
        here = [
            d for n, d in self.timeline().get(sentence.index, []) if d.day and sentence.units[n].start < dated.start
        ]
        told = here[-1] if here else self._told_before(sentence.index, "day")
        if told is None or told.day is None or not _WEEK <= (on.first - told.first).days <= _STORY:
            return None
        return PartialDate.of(told.first + timedelta(days=_WEEK - 2))

    def _day_of_speech(self, sentence: Sentence, dated: Dated) -> PartialDate | None:
        """ "On Tuesday they met. 'Today we have ...', he said", told on Thursday: the Tuesday."""
        on = self.analysis.on
        if dated.unit != "days" or dated.anaphoric or on is None or not date_marks.in_speech(sentence, dated):
            return None
        here = [d for n, d in self.timeline().get(sentence.index, []) if sentence.units[n].start < dated.start]
        told = here[-1] if here else self._told_before(sentence.index, "day")
        return told if told and told.day and 0 < (on.first - told.first).days <= _FRESH else None

    def _year_beside(self, sentence: Sentence, dated: Dated) -> int | None:
        """The year of a day and month in brackets: that of the date told just before them."""
        if not dated.month or not dated.day or dated.year or dated.unit:
            return None
        if self.analysis.folded[dated.start - 1 : dated.start] != "(":
            return None
        dates = [(n, d) for n, d in self.dates_in(sentence) if d.start < dated.start]
        before = [(n, d) for n, d in dates if d.year or (d.anaphoric and d.month)]
        if not before:
            return None
        number, last = before[-1]
        when = resolve(last, self.analysis.on, False, self.anchor(sentence, number) if last.anaphoric else None)
        return when.year if when else None

    def _year_of_owner(self, sentence: Sentence, dated: Dated) -> int | None:
        """ "Last year's summit on 28 October": the year of the possessive before a day or month."""
        if dated.month is None or dated.year or dated.unit:
            return None
        before = [(n, d) for n, d in self.dates_in(sentence) if d.end <= dated.start and d.form in ("year", "span")]
        before = [(n, d) for n, d in before if _OWN_YEAR.fullmatch(self.analysis.folded, d.end, dated.start)]
        when = resolve(before[-1][1], self.analysis.on, False) if before else None
        return when.year if when and when.month is None else None

    def _year_before(self, sentence: Sentence, dated: Dated) -> int | None:
        """ "In March 2010 they began to talk, and signed on 7 June": the year told last before a day and month, or that opens the sentence."""
        if dated.month is None or dated.day is None or dated.year or dated.unit:
            return None
        dates = [(n, d) for n, d in self.dates_in(sentence) if d.end <= dated.start]
        told = [d.year for n, d in dates if d.month and not self._aside(sentence, n)]
        if not any(told) and dates and dates[0][1].form == "year" and _OPENS_IN_YEAR.match(sentence.coded):
            told = [dates[0][1].year]
        return next((year for year in reversed(told) if year), None)

    def heading_year(self, index: int) -> int | None:
        """The year of the nearest heading above, where the document is a chronicle: several paragraphs open with a year."""
        if self._headings is None:
            found = {}
            for sentence in self.analysis.sentences:
                thing = next((u.thing for number, u in sentence.things[:2] if number < 2 and u.code == "D"), None)
                if (
                    isinstance(thing, Dated)
                    and thing.year
                    and thing.form not in ("years", "decade")
                    and ENTRY.match(sentence.coded + " ")
                ):
                    found[sentence.index] = thing.year
            self._headings = found if len(found) > 1 else {}
        above = [i for i in self._headings if i <= index]
        return self._headings[max(above)] if above else None

    is_future = staticmethod(looks_ahead)

    def story_date(self, index: int) -> PartialDate | None:
        """The date told last up to sentence `index` (what "the day before" and "two days later" count from)."""
        return self._told_before(index + 1, "") or self.visit_date or self.analysis.on

    def timeline(self) -> dict[int, list[tuple[int, PartialDate]]]:
        """By sentence, its dates that tell of events, resolved in the order of the text: each counts from those before it."""
        if self._timeline is None:
            self._timeline = {}
            for sentence in self.analysis.sentences:
                for number, dated in self.dates_in(sentence):
                    anchor = self.anchor(sentence, number) if dated.anaphoric else None
                    seen_from = self.reference(sentence, dated)
                    ahead = seen_from is self.analysis.on and self.is_future(sentence, number)
                    if date := resolve(dated, seen_from, ahead, anchor):
                        self._timeline.setdefault(sentence.index, []).append((number, date))
        return self._timeline

    def _told_before(self, index: int, unit: str) -> PartialDate | None:
        """The date told last in the sentences before `index`, a day where days are counted from it."""
        timeline = self.timeline()
        nearest = None
        for earlier in range(index - 1, max(-1, index - 5), -1):
            sentence = self.analysis.sentences[earlier]
            told = [date for number, date in timeline.get(earlier, []) if not self._aside(sentence, number)]
            if told and self.is_bystander(sentence):
                continue
            if fit := [date for date in told if fine_enough(date, unit)]:
                return fit[-1]
            nearest = nearest or (told[-1] if told else None)
        return nearest

    @staticmethod
    def _aside(sentence: Sentence, number: int) -> bool:
        """True for a date that only names a thing ("the protocol of 1995") or bounds a stretch ("since May")."""
        at = sentence.offsets[number]
        before = sentence.coded[max(0, at - 30) : at]
        year = getattr(sentence.units[number].thing, "form", "") == "year"
        return bool(_BOUND.search(before)) or (year and before.endswith((" of ", " the ", " 's ")))

    def anchor(self, sentence: Sentence, number: int) -> PartialDate | None:
        """What "that year" and "the day before" at unit `number` count from: the date told last before it."""
        asked = sentence.units[number].thing
        assert isinstance(asked, Dated)
        told = [d for n, d in self.timeline().get(sentence.index, []) if n < number and not self._aside(sentence, n)]
        if (
            not told
            and asked.unit in ("year", "month-of-year")
            and (year := date_marks.year_of_career(sentence, number))
        ):
            return year
        if sentence.units[number].word.startswith(("later", "earlier")) and asked.form == "day":
            if self.analysis.on and date_marks.still_to_come(sentence, number):
                return self.latest_day(sentence.index).date
            told = [d for n, d in self.timeline().get(sentence.index, []) if n < number and of_story(sentence, n)]
        if fit := [date for date in told if fine_enough(date, asked.unit or "")]:
            return fit[-1]
        if number > 1 and asked.shift < 0:
            for later, dated in self.dates_in(sentence):
                if later > number and not dated.anaphoric and (dated.weekday is not None or dated.day):
                    return resolve(dated, self.reference(sentence, dated), self.is_future(sentence, later))
        if told:
            return told[-1]
        if sentence.units[number].word.startswith(("later", "earlier")):
            return self._day_of_story(sentence)
        before = self._told_before(sentence.index, asked.unit or "")
        behind = before and before.last.year + 1 < on_year(self.analysis.on)
        if asked.unit == "day-of-month" and not asked.shift and behind:
            return self.visit_date if self.visit_date and self.visit_date.day else self.analysis.on
        if before and self.analysis.on and not fine_enough(before, asked.unit or ""):
            return self._day_of_story(sentence)
        return before or self.analysis.on or self.visit_date

    def _day_of_story(self, sentence: Sentence) -> PartialDate | None:
        """What "later in the day" means: the day told last in the paragraph, else the last of the news, else the document's."""
        timeline, on = self.timeline(), self.analysis.on
        for index in range(sentence.index - 1, -1, -1):
            same = self.analysis.sentences[index].paragraph == sentence.paragraph
            for _, date in reversed(timeline.get(index, [])):
                if date.day and (same or (on and 0 <= (on.first - date.first).days <= 4)):
                    return date
        return on

    def latest_day(self, index: int) -> When:
        """The latest day of the news told up to sentence `index`: nobody leaves before it."""
        on = self.analysis.on
        told = [date for i, dates in self.timeline().items() if i <= index for _, date in dates if date.day]
        fresh = [date for date in told if on and 0 <= (on.first - date.first).days <= 4]
        return When(max(fresh, key=lambda d: d.first), Basis.FRAME) if fresh else self.news_date()

    def news_date(self) -> When:
        """The day of the document's own news."""
        basis = Basis.DATELINE if self.analysis.dateline_used else Basis.DOCUMENT_DATE
        return When(self.analysis.on, basis)

    def entry_date(self, index: int) -> When | None:
        """The date at the head of a chronicle entry ("2017, 8 June. ...") that governs the rest of its paragraph."""
        key = index, self.visit_date
        if key not in self.read_entries:
            self.read_entries[key] = self._entry_date(index)
        return self.read_entries[key]

    def _entry_date(self, index: int) -> When | None:
        sentence = self.analysis.sentences[index]
        for earlier in range(index, -1, -1):
            head = self.analysis.sentences[earlier]
            if head.paragraph != sentence.paragraph:
                return None
            first = next((n for n, u in enumerate(head.units[:2]) if u.code == "D"), None)
            if first is not None and ENTRY.match(head.coded + " "):
                number = max((n for n, _ in self.dates_in(head)[:2]), default=first, key=lambda n: precision(head, n))
                when = self.resolve(head, number, False)
                year = next((d.year for _, d in self.dates_in(head)[:2] if d.form == "year"), None)
                return in_year(When(when.date, Basis.FRAME, when.span, when.until), head.units[number].thing, year)
        return None


def in_year(when: When, thing: object, year: int | None) -> When:
    """A day without a year of its own in the year at the head of its entry: "2018 - X in Y (15-17 January)"."""
    bare = isinstance(thing, Dated) and thing.year is None and thing.month
    if not (bare and year and when.date and when.date.day) or (when.date.month, when.date.day) == (2, 29):
        return when
    until = when.until and PartialDate(year + when.until.year - when.date.year, when.until.month, when.until.day)
    return When(PartialDate(year, when.date.month, when.date.day), when.basis, when.span, until)
