"""Report `calendar`: what is announced and has not happened yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from relations_db.reports.accords import read_agreements
from relations_db.reports.database import Queryable, session_of
from relations_db.reports.declared import read_declarations
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, read_scope
from relations_db.reports.targets import trade_targets
from relations_db.reports.trips import read_visits
from relations_db.reports.words import column, joined, money, sentence_case
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One thing to come.

    `status` is planned or proposed, or due for a trade target; `overdue`: its day has passed unconfirmed.
    """

    on: PartialDate | None
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    kind: str
    what: str
    status: str
    overdue: bool
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


COLUMNS = (
    column("Date", "on"),
    Column("Between", lambda row: joined(row.party_names)),
    column("What", "what"),
    Column("Status", lambda row: f"{row.status}, never confirmed" if row.overdue else row.status),
    column("Sources", "sources", right=True),
)
_TO_COME = ("planned", "proposed")
_RANKED = ("state", "official", "working", "private")


def calendar(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
    today: date | None = None,
    sources: bool = False,
) -> Rows[PlanRow]:
    """Planned and proposed visits and documents, and trade targets that fall due; in the order of time, undated last.

    Args:
        country, other: codes or names of states.
        since, until: dates `YYYY[-MM[-DD]]` of what is to come.
        today: the day of reading; without it the day of the call.
        sources: fill `evidence`.

    Raises:
        InvalidInput: an unknown state or date.
    """
    day = today or date.today()
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        rows = sorted(_plans(session, scope, day, sources), key=_order)
        return Rows(rows, PlanRow, COLUMNS, f"Calendar{scope.words}", f"Nothing is known to be planned{scope.words}.")


def _order(row: PlanRow) -> tuple[bool, date, str]:
    return (row.on is None, row.on.first if row.on else date.max, row.uid)


def _plans(session: Session, scope: Scope, day: date, sources: bool) -> Iterator[PlanRow]:
    for visit in read_visits(session, scope, sources):
        if visit.status in _TO_COME:
            kind = visit.kind_label if visit.kind in _RANKED else "visit"
            what = f"{kind} of {visit.leader} to {visit.city or visit.host_name}"
            yield _plan(visit, visit.started_on, (visit.country, visit.host), scope, "visits", what, day)
    for signed in read_declarations(session, scope, sources):
        if signed.status in _TO_COME:
            what = signed.title or signed.form_label
            yield _plan(signed, signed.signed_on, signed.parties, scope, "declarations", what, day)
    for paper in read_agreements(session, scope, None, sources):
        if paper.status in _TO_COME:
            what = paper.title or f"{paper.count or 'several'} documents"
            yield _plan(paper, paper.signed_on, paper.parties, scope, "agreements", what, day)
    yield from _due(session, scope, day, sources)


def _due(session: Session, scope: Scope, day: date, sources: bool) -> Iterator[PlanRow]:
    for row in trade_targets(session, scope.country, scope.other, today=day, sources=sources):
        if row.due and row.due.last >= day and _inside(row.due, scope) and row.aim_amount is not None:
            what = f"{row.measure} of {money(row.aim_amount, row.currency)}"
            yield PlanRow(
                on=row.due,
                parties=(row.country, row.other),
                party_names=(row.country_name, row.other_name),
                kind="trade_targets",
                what=sentence_case(what),
                status="due",
                overdue=False,
                sources=row.sources,
                uid=row.uid,
                evidence=row.evidence,
            )


def _inside(due: PartialDate, scope: Scope) -> bool:
    return (not scope.since or due.last >= scope.since.first) and (not scope.until or due.first <= scope.until.last)


def _plan(
    row: Any, on: PartialDate | None, parties: tuple[str, ...], scope: Scope, kind: str, what: str, day: date
) -> PlanRow:
    return PlanRow(
        on=on,
        parties=parties,
        party_names=scope.names.countries(parties),
        kind=kind,
        what=sentence_case(what),
        status=row.status,
        overdue=on is not None and on.last < day,
        sources=row.sources,
        uid=row.uid,
        evidence=row.evidence,
    )
