"""The day to which "that day", "the same month" and "later in the day" of a paper point back."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.date_marks import fine_enough
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve
from relations_db.language.dates import Dated
from relations_db.values import Basis, PartialDate


def anchor(context: Context, sentence: Sentence, number: int) -> PartialDate | None:
    """The day that "that day" and "the same month" point back to; beside "the new treaty" it is that of the treaty."""
    if (beside := _BESIDE_NEW.search(sentence.coded)) and sentence.offsets[number] > beside.start():
        before = [when for index, when, _ in context.paper_dates if index < sentence.index]
        made = [when.date for when in before if when.date and when.basis is Basis.SAID]
        if made:
            return max(made, key=lambda d: d.first)
    told_any, coarse = False, None
    unit = getattr(sentence.units[number].thing, "unit", None) or ""
    same = "same" in sentence.units[number].word  # the one told last, aside or not
    for index in range(sentence.index, max(-1, sentence.index - 7), -1):
        told = context.analysis.sentences[index]
        if not same and context.is_over(sentence, index):
            continue
        dates = context.dates_in(told)
        if told is sentence:  # "who took office in 1998" dates no act, but is what "that year" means
            dates = [(n, u.thing) for n, u in told.things if u.code == "D" and isinstance(u.thing, Dated)]
        for other, dated in reversed(dates):
            counted = dated.unit == "day-of-month" and not dated.shift  # "on the 15th"
            if (dated.anaphoric and not counted) or (index == sentence.index and other >= number):
                continue
            told_any = True
            ahead = context.is_future(told, other)
            date = (
                context.resolve(told, other).date if counted else resolve(dated, context.reference(told, dated), ahead)
            )
            if date and fine_enough(date, unit):
                return date
            coarse = coarse or date
    if coarse and coarse.month is None and unit == "days" and not scene_at(context, sentence.index).aside:
        coarse = context.visit_date or context.analysis.on or coarse  # "later in the day", after "M in 2024"
    return coarse or (None if told_any else context.visit_date or context.analysis.on)


_BESIDE_NEW = re.compile(
    r"\b(?:beside|besides|alongside|along with|together with|in addition to|apart from|on top of|next to) the (?:new|fresh|latest) (?:[a-z]+ ){0,2}(?:treaty|agreement|declaration|pact|accord|document|text|paper|statement|communique)\b"
)
