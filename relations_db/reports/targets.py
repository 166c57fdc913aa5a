"""Report `trade-targets`: the scoreboard of what states aim at and how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from relations_db.reports.database import (
    Query,
    Queryable,
    has_party,
    held,
    leaders_of,
    partial,
    parties_of,
    session_of,
    within,
)
from relations_db.reports.figures import Flow, flow, read_figures
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, read_scope
from relations_db.reports.scoring import Aim, Figure, Standing, score
from relations_db.reports.sources import with_evidence
from relations_db.reports.words import column, joined, money, percent, trim
from relations_db.store.models import TradeTarget, announcers
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One aim and how it stands.

    `amount` is the aim as announced (None where only a multiple was said), `aim_amount` the aim in money. `latest_*` is
    the latest figure of the same parties, measure and currency (`latest_period` None: called current, as of
    `latest_as_of`). `growth_needed` is percent a year from there to the aim. `standing`: see `Standing`.
    """

    country: str
    country_name: str
    other: str
    other_name: str
    measure: str
    from_country: str | None
    from_name: str | None
    amount: Decimal | None
    currency: str | None
    multiplier: Decimal | None
    aim_amount: Decimal | None
    due: PartialDate | None
    due_text: str | None
    step: int
    announced_on: PartialDate | None
    announced_by: tuple[str, ...]
    baseline_amount: Decimal | None
    baseline_period: str | None
    latest_amount: Decimal | None
    latest_qualifier: str | None
    latest_period: str | None
    latest_as_of: PartialDate | None
    growth_needed: Decimal | None
    standing: Standing
    sources: int
    uid: str
    latest_uid: str | None
    evidence: tuple[Source, ...] = ()


def _target(row: Any) -> str:
    if row.amount is not None:
        return money(row.amount, row.currency)
    return f"×{trim(row.multiplier)}" + (f" ({money(row.aim_amount, row.currency)})" if row.aim_amount else "")


def _baseline(row: Any) -> str:
    period = f" ({row.baseline_period})" if row.baseline_period else ""
    return money(row.baseline_amount, row.currency) + (period if row.baseline_amount else "")


def _latest(row: Any) -> str:
    if row.latest_amount is None:
        return ""
    period = row.latest_period or f"said {row.latest_as_of}"
    return f"{money(row.latest_amount, row.currency, row.latest_qualifier)} ({period})"


COLUMNS = (
    Column("Between", lambda row: joined((row.country_name, row.other_name))),
    Column("Measure", lambda row: flow(row.measure, row.from_name)),
    Column("Target", _target, right=True),
    Column("Due", lambda row: str(row.due or row.due_text or "")),
    column("Announced", "announced_on"),
    Column("From", _baseline),
    Column("Latest figure", _latest),
    Column("Needed a year", lambda row: percent(row.growth_needed), right=True),
    Column("Standing", lambda row: row.standing.value.replace("_", " ")),
    column("Sources", "sources", right=True),
)


def trade_targets(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
    today: date | None = None,
    sources: bool = False,
) -> Rows[TargetRow]:
    """The scoreboard of trade targets, by pair, measure and due date.

    Args:
        country: code or name of one side.
        other: the other side.
        since, until: dates `YYYY[-MM[-DD]]`; a target counts where it may have been announced within.
        today: the day on which the targets are judged; without it the day of the call.
        sources: fill `evidence`, with that of the latest figure.

    Raises:
        InvalidInput: an unknown state or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        flows = read_figures(session, scope)
        day = today or date.today()
        rows = [_row(scope, flows, day, found._mapping) for found in session.execute(_select(scope))]
        rows.sort(key=lambda row: (row.country_name, row.other_name, row.measure, row.from_country or "", _due(row)))
        return Rows(
            with_evidence(session, rows, "latest_uid") if sources else rows,
            TargetRow,
            COLUMNS,
            f"Trade targets{scope.words}",
            f"No trade targets{scope.words} are known.",
        )


def _due(row: TargetRow) -> tuple[date, int, str]:
    return (row.due.last if row.due else date.max, row.step, row.uid)


def _select(scope: Scope) -> Query:
    return select(
        parties_of(TradeTarget).label("parties"),
        TradeTarget.measure,
        TradeTarget.from_country,
        TradeTarget.amount,
        TradeTarget.currency,
        TradeTarget.multiplier,
        TradeTarget.due_on,
        TradeTarget.due_precision,
        TradeTarget.due_text,
        TradeTarget.step,
        TradeTarget.announced_on,
        TradeTarget.announced_precision,
        leaders_of(announcers, TradeTarget).label("announced_by"),
        TradeTarget.baseline_amount,
        TradeTarget.baseline_period,
        TradeTarget.baseline_end,
        TradeTarget.independent_sources,
        TradeTarget.uid,
    ).where(
        held(TradeTarget),
        *within(TradeTarget.announced_on, TradeTarget.announced_precision, scope.since, scope.until),
        *(has_party(TradeTarget, code) for code in (scope.country, scope.other) if code),
    )


def _row(scope: Scope, flows: dict[Flow, list[Figure]], today: date, found: Any) -> TargetRow:
    due = partial(found.due_on, found.due_precision)
    announced = partial(found.announced_on, found.announced_precision)
    base = found.baseline_amount, found.baseline_end
    aim = Aim(found.amount, found.multiplier, found.currency, due, announced, *base)
    scored = score(aim, flows.get((tuple(found.parties), found.measure, found.from_country), ()), today)
    latest = scored.latest
    one, two = scope.order(found.parties)[:2]
    return TargetRow(
        country=one,
        country_name=scope.names.country(one),
        other=two,
        other_name=scope.names.country(two),
        measure=found.measure,
        from_country=found.from_country,
        from_name=scope.names.country(found.from_country) if found.from_country else None,
        amount=found.amount,
        currency=scored.currency,
        multiplier=found.multiplier,
        aim_amount=scored.aim,
        due=due,
        due_text=found.due_text,
        step=found.step,
        announced_on=announced,
        announced_by=tuple(found.announced_by or ()),
        baseline_amount=found.baseline_amount,
        baseline_period=found.baseline_period,
        latest_amount=latest.amount if latest else None,
        latest_qualifier=latest.qualifier if latest else None,
        latest_period=latest.period if latest else None,
        latest_as_of=PartialDate.of(latest.as_of) if latest and latest.as_of else None,
        growth_needed=scored.growth,
        standing=scored.standing,
        sources=found.independent_sources,
        uid=found.uid,
        latest_uid=latest.uid if latest else None,
    )
