"""Days to come beside a verb in the present tense."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated

_SOON = 180  # days ahead in which a day and month without a year, told in the present tense, are a plan


def day_to_come(context: Context, sentence: Sentence, low: int, high: int) -> bool:
    """True where a stretch holds a day and month without a year that lie ahead: "flies to Y on 9 July", said in June."""
    on = context.analysis.on
    for number, dated in context.dates_in(sentence):
        if (
            low <= sentence.offsets[number] < high
            and dated.month
            and dated.day
            and dated.year is None
            and dated.unit is None
        ):
            date = context.resolve(sentence, number, True).date
            if on and date and 0 < (date.first - on.last).days <= _SOON:
                return True
    return False


def this_span(sentence: Sentence, low: int, high: int) -> bool:
    """True where a stretch holds "this week" or "this month"."""
    spans = [n for n in sentence.of("D") if low <= sentence.offsets[n] < high]
    return any(
        getattr(sentence.units[n].thing, "form", "") == "span" and "this" in sentence.units[n].word for n in spans
    )


def dated_ahead(sentence: Sentence, low: int, high: int) -> bool:
    """True where a stretch holds a day to come: "tomorrow", "next week", a bare weekday."""
    if re.search(r"\b(?:coming|later today)\b", sentence.coded[low:high]):
        return True
    for number in sentence.of("D"):
        thing, at = sentence.units[number].thing, sentence.offsets[number]
        if low <= at < high and isinstance(thing, Dated):
            weekday = thing.weekday is not None and not sentence.coded.startswith(
                (f"D{number} 's ", f"D{number} ' "), at
            )
            tonight = sentence.units[number].word in ("tonight", "this evening", "this afternoon")
            if tonight or (thing.shift > 0 and not thing.anaphoric) or (weekday and thing.unit == "weekday"):
                return True
    return False
