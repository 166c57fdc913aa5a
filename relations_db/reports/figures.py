"""Report `trade-figures`: the values of trade and investment that were reported."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from relations_db.reports.database import Query, Queryable, has_party, held, parties_of, session_of
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, read_scope
from relations_db.reports.scoring import Figure
from relations_db.reports.sources import with_evidence
from relations_db.reports.words import column, joined, money, percent
from relations_db.store.models import TradeFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One stated value. `period` is the codebook's form; None where the text does not say, or says "current"."""

    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    measure: str
    from_country: str | None
    from_name: str | None
    period: str | None
    amount: Decimal | None
    currency: str | None
    qualifier: str | None
    growth_percent: Decimal | None
    scope: str | None
    reported_on: str | None
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


def flow(measure: str, from_name: str | None) -> str:
    """`exports from Algeria`, `turnover`."""
    return f"{measure} from {from_name}" if from_name else measure


COLUMNS = (
    Column("Between", lambda row: joined(row.party_names)),
    Column("Measure", lambda row: flow(row.measure, row.from_name)),
    column("Of", "scope"),
    column("Period", "period"),
    Column("Value", lambda row: money(row.amount, row.currency, row.qualifier), right=True),
    Column("Growth", lambda row: percent(row.growth_percent), right=True),
    column("Reported", "reported_on"),
    column("Sources", "sources", right=True),
)


def trade_figures(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[FigureRow]:
    """Reported values; by pair and measure, the latest period first, without a period last.

    Args:
        country: code or name of one side.
        other: the other side.
        since, until: dates `YYYY[-MM[-DD]]`; a figure counts where its period lies at least partly within.
        sources: fill `evidence`.

    Raises:
        InvalidInput: an unknown state or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        rows = [_row(scope, *row) for row in session.execute(_select(scope))]
        rows.sort(key=lambda row: (row.party_names, row.measure, row.from_country or "", row.scope or ""))
        return Rows(
            with_evidence(session, rows) if sources else rows,
            FigureRow,
            COLUMNS,
            f"Trade figures{scope.words}",
            f"No trade figures{scope.words} are known.",
        )


def _select(scope: Scope) -> Query:
    query = (
        select(
            parties_of(TradeFigure),
            TradeFigure.measure,
            TradeFigure.from_country,
            TradeFigure.period,
            TradeFigure.amount,
            TradeFigure.currency,
            TradeFigure.qualifier,
            TradeFigure.growth_percent,
            TradeFigure.scope,
            TradeFigure.first_reported,
            TradeFigure.independent_sources,
            TradeFigure.uid,
        )
        .where(
            held(TradeFigure),
            *(has_party(TradeFigure, code) for code in (scope.country, scope.other) if code),
        )
        .order_by(TradeFigure.period_end.desc().nulls_last(), TradeFigure.period_start, TradeFigure.uid)
    )
    if scope.since:
        query = query.where(TradeFigure.period_end >= scope.since.first)
    if scope.until:
        query = query.where(TradeFigure.period_start <= scope.until.last)
    return query


def _row(
    scope: Scope,
    parties: list[str],
    measure: str,
    from_country: str | None,
    period: str | None,
    amount: Decimal | None,
    currency: str | None,
    qualifier: str | None,
    growth: Decimal | None,
    part: str | None,
    reported: Any,
    sources: int,
    uid: str,
) -> FigureRow:
    codes = scope.order(parties)
    return FigureRow(
        parties=codes,
        party_names=scope.names.countries(codes),
        measure=measure,
        from_country=from_country,
        from_name=scope.names.country(from_country) if from_country else None,
        period=period,
        amount=amount,
        currency=currency,
        qualifier=qualifier,
        growth_percent=growth,
        scope=scope.names.label("sector", part),
        reported_on=str(reported) if reported else None,
        sources=sources,
        uid=uid,
    )


Flow = tuple[tuple[str, ...], str, str | None]
"""Sorted parties, measure and source of a flow of goods or money."""


def read_figures(session: Session, scope: Scope) -> dict[Flow, list[Figure]]:
    """The values of whole flows (no part of the trade), for scoring."""
    query = select(
        parties_of(TradeFigure),
        TradeFigure.measure,
        TradeFigure.from_country,
        TradeFigure.amount,
        TradeFigure.currency,
        TradeFigure.period_start,
        TradeFigure.period_end,
        TradeFigure.last_reported,
        TradeFigure.qualifier,
        TradeFigure.period,
        TradeFigure.uid,
    ).where(
        held(TradeFigure),
        TradeFigure.scope.is_(None),
        TradeFigure.amount.is_not(None),
        *(has_party(TradeFigure, code) for code in (scope.country, scope.other) if code),
    )
    flows: dict[Flow, list[Figure]] = {}
    for parties, measure, origin, *values in session.execute(query):
        flows.setdefault((tuple(parties), measure, origin), []).append(Figure(*values))
    return flows
