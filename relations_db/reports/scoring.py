"""How a trade target stands: pure arithmetic on its figures. "Today" is an argument."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from relations_db.values import PartialDate

_FULL_YEAR = timedelta(days=360)
_DAYS = Decimal("365.25")


class Standing(StrEnum):
    """How a target stands.

    reached: a full year's figure at or above the target, by the due date where there is one.
    on_track, behind: the latest figure against the steady growth that leads from the baseline to the target.
    missed: past due, and the figure of the due period is below. open: no due date, and not reached.
    unknown: the figures do not tell.
    """

    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    MISSED = "missed"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated value; `start` and `end` of its period, or the day of the report for a "current" value."""

    amount: Decimal
    currency: str
    start: date | None
    end: date | None
    reported: date | None
    qualifier: str | None = None
    period: str | None = None
    uid: str | None = None

    @property
    def as_of(self) -> date | None:
        return self.end or self.reported

    @property
    def annual(self) -> bool:
        """True for a period of a year: a part of a year says nothing about a yearly aim."""
        return self.start is not None and self.end is not None and self.end - self.start >= _FULL_YEAR

    def reaches(self, aim: Decimal) -> bool:
        return self.amount > aim or (self.amount == aim and self.qualifier != "under")


@dataclass(frozen=True, slots=True)
class Aim:
    """What scoring needs of a target."""

    amount: Decimal | None
    multiplier: Decimal | None
    currency: str | None
    due: PartialDate | None
    announced: PartialDate | None
    baseline: Decimal | None
    baseline_end: date | None


@dataclass(frozen=True, slots=True)
class Score:
    """`aim` is the target in money (a multiple worked out from its base), `growth` the percent a year still needed."""

    standing: Standing
    aim: Decimal | None
    currency: str | None
    latest: Figure | None
    growth: Decimal | None


def score(target: Aim, figures: Iterable[Figure], today: date) -> Score:
    """How the target stands today, by the figures of its own parties, measure and currency."""
    known = [f for f in figures if f.as_of and target.currency in (None, f.currency)]
    base = _base(target, known)
    currency = target.currency or (base.currency if base else None)
    known = [f for f in known if f.currency == currency]
    latest = _latest(known)
    aim = target.amount
    if aim is None and target.multiplier is not None and base is not None:
        aim = target.multiplier * base.amount
    if aim is None:
        return Score(Standing.UNKNOWN, None, currency, latest, None)
    standing = _standing(target, aim, base, known, latest, today)
    needed = None if standing in (Standing.REACHED, Standing.MISSED) else _needed(aim, latest or base, target.due)
    return Score(standing, aim, currency, latest, needed)


def _base(target: Aim, known: list[Figure]) -> Figure | None:
    """Where the target starts: its own baseline, else the latest figure before it was announced."""
    announced = target.announced
    if target.baseline is not None and target.currency is not None:
        end = target.baseline_end or (announced.last if announced else None)
        return Figure(target.baseline, target.currency, None, end, None)
    before = [f for f in known if announced and f.as_of and f.as_of <= announced.last]
    return _latest(before)


def _latest(figures: list[Figure]) -> Figure | None:
    """The latest full year, else the latest value without a period."""
    for some in ([f for f in figures if f.annual], [f for f in figures if f.end is None]):
        if some:
            return max(some, key=lambda f: (f.as_of or date.min, f.amount))
    return None


def _standing(
    target: Aim, aim: Decimal, base: Figure | None, known: list[Figure], latest: Figure | None, today: date
) -> Standing:
    due = target.due.last if target.due else None
    since = target.announced
    counted = [f for f in known if _counts(f, since, latest)]
    in_time = [f for f in counted if f.as_of and (due is None or f.as_of <= due or (f.start and f.start <= due))]
    if any(f.reaches(aim) for f in in_time):
        return Standing.REACHED
    if due is None:
        return Standing.OPEN if latest else Standing.UNKNOWN
    if today > due:
        told = any(f.start and f.end and f.start <= due <= f.end for f in counted)
        return Standing.MISSED if told else Standing.UNKNOWN
    return _pace(aim, base, latest, due)


def _counts(figure: Figure, announced: PartialDate | None, latest: Figure | None) -> bool:
    """True for a figure that may show a target reached.

    A full year's counts if it ends after the announcement or is the latest: what was reached long ago and lost again
    does not. A value called current counts if it was said later than the target: on the same day it is where the target
    starts.
    """
    if figure.annual and figure.end:
        return announced is None or figure.end >= announced.first or figure is latest
    return figure.end is None and figure.reported is not None and (not announced or figure.reported > announced.last)


def _pace(aim: Decimal, base: Figure | None, latest: Figure | None, due: date) -> Standing:
    """The latest figure against steady growth from the base to the aim."""
    start, now = (base.as_of if base else None), (latest.as_of if latest else None)
    if base is None or latest is None or start is None or now is None or not start < now <= due:
        return Standing.UNKNOWN
    share = Decimal((now - start).days) / Decimal((due - start).days)
    expected = base.amount * (aim / base.amount) ** share
    return Standing.ON_TRACK if latest.amount >= expected else Standing.BEHIND


def _needed(aim: Decimal, latest: Figure | None, due: PartialDate | None) -> Decimal | None:
    """Percent a year from the latest figure to the aim, to one decimal; None with under a quarter of a year left."""
    if latest is None or due is None or latest.as_of is None or latest.amount >= aim:
        return None
    years = Decimal((due.last - latest.as_of).days) / _DAYS
    if years < Decimal("0.25"):
        return None
    return (((aim / latest.amount) ** (1 / years) - 1) * 100).quantize(Decimal("0.1"))
