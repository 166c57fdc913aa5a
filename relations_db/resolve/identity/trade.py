"""Trade targets and trade figures."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from relations_db.resolve.dates import Closeness, Stretch, gap, stretches, within
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import Fit, agree, bare, clash, in_words, when
from relations_db.resolve.words import overlap, telling, tokens
from relations_db.values import PartialDate, Qualifier, TradeFigure, TradeTarget

RESTATED_DAYS = 3 * 365
"""How long an aim without a due date may go unmentioned and still be the same aim."""
DUE_DAYS = 60
"""How far apart one aim may be told with and without its due date."""
TOLD_DAYS = 400
"""How long after the end of a period its figure may be told without the period; and EARLY_DAYS before that end."""
EARLY_DAYS = 31
RIVAL = 0.05
"""Figures of one period that differ by at most this share are one figure on which sources disagree; beyond, they are
rival figures.
"""


class TargetIdentity:
    """Parties, measure, amount and currency are the block's; here the flow's direction, the due date and the time of
    the announcement.
    """

    def on(self, record: Record) -> PartialDate | None:
        return cast(TradeTarget, record.claim).announced_on or record.source.published_on

    def profile(self, record: Record) -> Hashable:
        t = cast(TradeTarget, record.claim)
        return (t.from_country, t.due, self.on(record))

    def stretches(self, record: Record) -> list[Stretch]:
        return []

    def within(self, record: Record) -> list[Stretch] | None:
        """The block holds one amount: all its reports are compared."""
        return None

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(TradeTarget, a.claim), cast(TradeTarget, b.claim)
        if clash(x.from_country, y.from_country) or (x.due and y.due and gap(x.due, y.due)):
            return None
        said = (self.on(a), self.on(b))
        near = _restated(x, y, *said)
        if near is Closeness.APART or (near is Closeness.POSSIBLE and x.due and y.due):
            return None
        score = float(near) - (gap(said[0], said[1]) / 10000 if said[0] and said[1] else 0)
        return Fit(near, score, f"same aim, {_due(x)} and {_due(y)}, announced {in_words(*said)}")


def _due(target: TradeTarget) -> str:
    return f"due {target.due}" if target.due else "no due date"


def _restated(x: TradeTarget, y: TradeTarget, a: PartialDate | None, b: PartialDate | None) -> Closeness:
    """How surely one is the other said again."""
    if x.due and y.due:
        return Closeness.SAME
    if a is None or b is None:
        return Closeness.LIKELY
    if _overdue(x, b) or _overdue(y, a):
        return Closeness.APART
    reach = RESTATED_DAYS if x.due == y.due else DUE_DAYS
    return Closeness.NEAR if gap(a, b) <= reach else Closeness.APART


def _overdue(target: TradeTarget, said: PartialDate) -> bool:
    """The due date had passed when the other was said."""
    return target.due is not None and target.due.last < said.first


class FigureIdentity:
    """Parties and measure are the block's; here direction, scope, period and amount."""

    def on(self, record: Record) -> PartialDate | None:
        period = cast(TradeFigure, record.claim).period
        return PartialDate.of(period.first) if period else None

    def profile(self, record: Record) -> Hashable:
        f = cast(TradeFigure, record.claim)
        what = (f.from_country, tokens(f.scope), f.period, bare(record, self.on(record)))
        return (*what, f.amount, f.currency, f.qualifier, f.growth_percent)

    def stretches(self, record: Record) -> list[Stretch]:
        period = cast(TradeFigure, record.claim).period
        if period:
            return [(period.first.toordinal(), period.last.toordinal())]
        return stretches(when(record, None))

    def within(self, record: Record) -> list[Stretch] | None:
        """A figure without a period may be one of the year and more before its text."""
        if cast(TradeFigure, record.claim).period:
            return self.stretches(record)
        said = within(when(record, None))
        return said and [(said[0][0] - TOLD_DAYS, said[0][1])]

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(TradeFigure, a.claim), cast(TradeFigure, b.claim)
        if clash(x.from_country, y.from_country) or clash(x.currency, y.currency) or not _scopes_fit(x, y):
            return None
        distance = _distance(x, y)
        near = _period(a, b)
        if distance is None or near is Closeness.APART or (near is not Closeness.SAME and distance > 0.01):
            return None
        return Fit(near, float(near) - distance, f"{_say(x)} and {_say(y)}")


def _say(figure: TradeFigure) -> str:
    value = f"{figure.growth_percent}%" if figure.amount is None else _in_words(figure.amount)
    return f"{value} in {figure.period or 'a period not told'}"


def _in_words(amount: float) -> str:
    for size, name in ((1e9, " billion"), (1e6, " million")):
        if abs(amount) >= size:
            return f"{amount / size:.6g}{name}"
    return f"{amount:.6g}"


def _scopes_fit(x: TradeFigure, y: TradeFigure) -> bool:
    if not x.scope or not y.scope:
        return not x.scope and not y.scope
    return tokens(x.scope) == tokens(y.scope) or overlap(telling(x.scope), telling(y.scope)).share >= 0.5


def _distance(x: TradeFigure, y: TradeFigure) -> float | None:
    """How far apart two values are as a share of the larger; None for different figures."""
    if x.amount is None or y.amount is None:
        alike = x.amount is None and y.amount is None and agree(x.growth_percent, y.growth_percent)
        return 0.0 if alike else None
    larger = max(abs(x.amount), abs(y.amount))
    apart = abs(x.amount - y.amount) / larger if larger else 0.0
    return apart if apart <= RIVAL or _rounded(x, y) or _rounded(y, x) else None


def _rounded(rough: TradeFigure, exact: TradeFigure) -> bool:
    """`rough` is a round word for `exact`: over 340 million for 352 million."""
    if not rough.amount or not exact.amount or exact.qualifier is not Qualifier.EXACT:
        return False
    ratio = exact.amount / rough.amount
    match rough.qualifier:
        case Qualifier.OVER:
            return 1 <= ratio <= 1.1
        case Qualifier.UNDER:
            return 0.9 <= ratio <= 1
        case Qualifier.ABOUT:
            return 0.93 <= ratio <= 1.07
        case _:
            return False


def _period(a: Record, b: Record) -> Closeness:
    """One period; or none told, in texts of one time; or told in one text only, which came out within two years of its
    end.
    """
    x, y = cast(TradeFigure, a.claim).period, cast(TradeFigure, b.claim).period
    if x and y:
        same = (x.first, x.last) == (y.first, y.last)
        return Closeness.SAME if same else Closeness.APART
    said_a, said_b = a.source.published_on, b.source.published_on
    if not x and not y:
        near = said_a is None or said_b is None or gap(said_a, said_b) <= 45
        return Closeness.LIKELY if near else Closeness.APART
    told, other = (x, said_b) if x else (y, said_a)
    if other is None:
        return Closeness.LIKELY
    assert told
    days = (other.first - told.last).days
    return Closeness.LIKELY if -EARLY_DAYS <= days <= TOLD_DAYS else Closeness.APART
