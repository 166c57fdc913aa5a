"""Days of a journey that its other days help to read: "leaves for Y on Sunday. On Thursday he flies on to Z", "until the 21st"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from re import Match

from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import PartialDate, Status, Visit

_WEEK = 7
_ONWARD = re.compile(
    r" (?:[a-z]+ )?on (?:to|from)\b| (?:from there|then|next|thence|afterwards)\b|\b(?:moves?|continues?|proceeds?|onward)\b"
)


def in_turn(
    context: Context, sentence: Sentence, match: Match[str], guests: list[Entity], when: When, realis: Realis
) -> When:
    """The day of the next leg of a planned journey: a weekday that falls before the stay told last is that of the week after."""
    if realis.status is not Status.PLANNED or when.date is None or when.date.day is None or not guests:
        return when
    if not _ONWARD.search(sentence.coded, max(0, match.start() - 60), match.end() + 30) or not _bare(sentence, when):
        return when
    for told in reversed(context.told):
        claim = told.claim
        if not isinstance(claim, Visit) or claim.leader != guests[0].name or told.notes.get("end"):
            continue
        start = claim.started_on
        if start is None or start.day is None or claim.status is not Status.PLANNED:
            return when
        return not_before(when, start, realis)
    return when


def not_before(when: When, last: PartialDate, realis: Realis) -> When:
    """A day of a plan that falls in the week before the last day told of it, moved on by a week."""
    if realis.status is not Status.PLANNED or when.date is None or when.date.day is None or last.day is None:
        return when
    behind = (last.first - when.date.first).days
    if not 0 < behind < _WEEK:
        return when
    return replace(when, date=PartialDate.of(when.date.first + timedelta(days=_WEEK)))


def _bare(sentence: Sentence, when: When) -> bool:
    """True for a weekday alone."""
    number = next((n for n in sentence.of("D") if when.span and sentence.units[n].start == when.span[0]), None)
    return number is not None and getattr(sentence.units[number].thing, "unit", None) == "weekday"


def day_of_month(context: Context, sentence: Sentence, number: int, future: bool) -> When:
    """ "the 21st": that day of the month that the text is in."""
    unit = sentence.units[number]
    day = int(getattr(unit.thing, "value", 0) or 0)
    around = context.story_date(sentence.index) or context.analysis.on
    if around is None or around.month is None or not 1 <= day <= 31:
        return UNKNOWN
    try:
        date = PartialDate(around.year, around.month, day)
        _ = date.first
    except ValueError:
        return UNKNOWN
    return When(date, SAID, (unit.start, unit.end))
