"""When two partial dates may mean one day, and how sure that is."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from relations_db.values import PartialDate

NEAR_DAYS = 45
"""How far from a document's date an event may lie that the document tells without a date."""

SEARCH_DAYS = 14
"""No two dated reports of one fact lie further apart than this."""
PLAN_DAYS = 14
"""How far apart two texts may be that tell one plan, one with its date and one without."""
NEWS_DAYS = 14
"""How long after an event a text may tell it as news without its day, so that it is dated by the text's."""
WRONG_SIDE = 3
"""Days by which news may be dated after its telling, and a plan before it."""

DayOfYear = tuple[int, int]
"""Month and day, the year not known."""


class Closeness(IntEnum):
    """How well two reports fit in time; the higher the surer.

    APART: they contradict each other. NEUTRAL: nothing speaks for it and nothing against it, so that it joins nothing
    and parts nothing. POSSIBLE: nothing speaks against it, because a text has no date at all. LIKELY: a date is missing
    or is only a year, and the documents' dates fit. NEAR: within the slack, or a month that holds the day. SAME: said
    alike.
    """

    APART = -2
    NEUTRAL = -1
    POSSIBLE = 0
    LIKELY = 1
    NEAR = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim: its own date, the date of its document, and whether it lies ahead of the document.

    `dateline` is the day of a document without a year, `reach` the number of days that an event without a date may lie
    from its document, `assumed`: the date is only that of the document.
    """

    on: PartialDate | None
    document: PartialDate | None
    ahead: bool = False
    dateline: DayOfYear | None = None
    reach: int = NEAR_DAYS
    assumed: bool = False


def gap(a: PartialDate, b: PartialDate) -> int:
    """Days between two dates at the coarser precision; 0 where they can be one day."""
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def closeness(a: When, b: When, slack: int) -> Closeness:
    """How well two claims fit in time; `slack` is the number of days that two dated reports of one event may differ."""
    if a.on and b.on:
        near = _dated(a.on, b.on, slack)
        return Closeness.LIKELY if near is Closeness.APART and (_told_late(a, b) or _told_late(b, a)) else near
    if a.on or b.on:
        dated, bare = (a, b) if a.on else (b, a)
        near = Closeness.LIKELY if _same_plan(a, b) else _one_dated(dated, bare)
    else:
        near = _none_dated(a, b)
    return Closeness.NEUTRAL if near is Closeness.POSSIBLE and _out_of_season(a, b) else near


def _dated(a: PartialDate, b: PartialDate, slack: int) -> Closeness:
    if a == b and a.day:
        return Closeness.SAME
    if a.month is None or b.month is None:
        return Closeness.LIKELY if gap(a, b) == 0 else Closeness.APART
    if a.day is None or b.day is None:
        return Closeness.NEAR if gap(a, b) == 0 else Closeness.APART
    return Closeness.NEAR if gap(a, b) <= slack else Closeness.APART


def _told_late(news: When, event: When) -> bool:
    """The news may be of an event of the days before, though it is dated by its text."""
    if not news.assumed or news.on is None or event.on is None or event.on.day is None:
        return False
    return 0 <= (news.on.first - event.on.first).days <= NEWS_DAYS


def _same_plan(a: When, b: When) -> bool:
    """Two texts of one time tell a plan, one of them with its date."""
    told = a.document and b.document and gap(a.document, b.document) <= PLAN_DAYS
    return bool(told and a.ahead and b.ahead)


def _one_dated(dated: When, bare: When) -> Closeness:
    assert dated.on
    if bare.document is None:
        return Closeness.POSSIBLE
    if dated.on.month is None:
        fits, after = gap(dated.on, bare.document) == 0, True
    else:
        late = (dated.on.last - bare.document.first).days if bare.ahead else (bare.document.last - dated.on.first).days
        fits, after = late >= 0 and gap(dated.on, bare.document) <= bare.reach, late >= 0
    return Closeness.LIKELY if fits else Closeness.NEUTRAL if after else Closeness.APART


def _none_dated(a: When, b: When) -> Closeness:
    if a.document is None or b.document is None:
        return Closeness.POSSIBLE
    reach = NEAR_DAYS if a.ahead and b.ahead else 3
    return Closeness.LIKELY if a.ahead == b.ahead and gap(a.document, b.document) <= reach else Closeness.NEUTRAL


def _out_of_season(a: When, b: When) -> bool:
    """True where the day in a text's dateline, though without a year, speaks against one event in every year."""
    bare, other = (a, b) if a.dateline and not a.on else (b, a)
    if bare.dateline is None or bare.on:
        return False
    if other.on:
        after = _days_after(bare.dateline, other.on)
        return other.on.month is not None and not -WRONG_SIDE <= (-after if bare.ahead else after) <= bare.reach
    reach = NEAR_DAYS if a.ahead and b.ahead else WRONG_SIDE
    return other.dateline is not None and abs(_days_after(bare.dateline, PartialDate(_LEAP, *other.dateline))) > reach


_LEAP = 2024


def _days_after(day: DayOfYear, on: PartialDate) -> int:
    """From a date to the nearest such day of any year; negative where the day comes first."""
    near = []
    for year in (on.first.year - 1, on.first.year, on.first.year + 1):
        nearest = date(year, day[0], min(day[1], monthrange(year, day[0])[1]))
        near.append((nearest - on.first).days if nearest < on.first else max(0, (nearest - on.last).days))
    return min(near, key=abs)


Stretch = tuple[int, int]
"""First and last day as ordinals."""


def stretches(when: When) -> list[Stretch]:
    """Where reports that fit this one are to be looked for; empty for a claim that may be of any time."""
    found = [_days(when.on)] if when.on else []
    if when.document and (when.ahead or not when.on):
        found.append(_days(when.document))
    return found


def within(when: When) -> list[Stretch] | None:
    """Where a report looks for those that it may join: around its date, or its document's; None: everywhere."""
    if when.on:
        return [widened(s, SEARCH_DAYS) for s in stretches(when)]
    return [widened(_days(when.document), when.reach)] if when.document else None


def hull(parts: Sequence[Stretch]) -> tuple[date, date]:
    """First and last day of all the parts, within the calendar."""
    first, last = (
        max(min(a for a, _ in parts), date.min.toordinal()),
        min(max(b for _, b in parts), date.max.toordinal()),
    )
    return (date.fromordinal(first), date.fromordinal(last))


def widened(stretch: Stretch, days: int) -> Stretch:
    return (stretch[0] - days, stretch[1] + days)


def _days(on: PartialDate) -> Stretch:
    return (on.first.toordinal(), on.last.toordinal())


def rank(on: PartialDate | None) -> int:
    """0 for a day, 1 for a month, 2 for a year, 3 for no date: precise reports found facts, vaguer ones join them."""
    return 3 if on is None else 2 if on.month is None else 1 if on.day is None else 0


def ordinal(on: PartialDate | None) -> int:
    """A number to sort by; dates not known come last."""
    return (on.first if on else date.max).toordinal()
