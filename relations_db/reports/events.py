"""Reports `projects` and `milestones`: joint projects, and the turning points of relations."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from relations_db.reports.database import (
    Queryable,
    has_party,
    held,
    partial,
    parties_of,
    sectors_of,
    session_of,
    within,
)
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, read_scope
from relations_db.reports.sources import with_evidence
from relations_db.reports.words import column, count, joined, listed, money
from relations_db.store.models import JointProject, Milestone
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow:
    occurred_on: PartialDate | None
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    kind: str
    kind_label: str
    description: str
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    description: str
    count: int | None
    qualifier: str | None
    value_amount: Decimal | None
    value_currency: str | None
    sectors: tuple[str, ...]
    sector_labels: tuple[str, ...]
    status: str
    first_reported: PartialDate | None
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


_BETWEEN = Column("Between", lambda row: joined(row.party_names))
_SOURCES = column("Sources", "sources", right=True)
MILESTONES = (
    column("Date", "occurred_on"),
    _BETWEEN,
    column("Kind", "kind_label"),
    column("What", "description"),
    _SOURCES,
)
PROJECTS = (
    _BETWEEN,
    column("What", "description"),
    Column("Count", lambda row: count(row.count, row.qualifier), right=True),
    Column("Value", lambda row: money(row.value_amount, row.value_currency), right=True),
    Column("Sectors", lambda row: listed(row.sector_labels)),
    column("Status", "status"),
    column("Reported", "first_reported"),
    _SOURCES,
)


def milestones(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[MilestoneRow]:
    """Recognition, embassies, councils, awards and the like; the latest first, undated last.

    Args: as of `relations_db.reports.declarations`; `since` and `until` limit the date of the event.

    Raises:
        InvalidInput: an unknown state or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        query = (
            select(
                Milestone.occurred_on,
                Milestone.occurred_precision,
                parties_of(Milestone),
                Milestone.milestone_kind,
                Milestone.description,
                Milestone.independent_sources,
                Milestone.uid,
            )
            .where(
                held(Milestone),
                *within(Milestone.occurred_on, Milestone.occurred_precision, scope.since, scope.until),
                *(has_party(Milestone, code) for code in (scope.country, scope.other) if code),
            )
            .order_by(Milestone.occurred_on.desc().nulls_last(), Milestone.uid)
        )
        rows = [_milestone(scope, *row) for row in session.execute(query)]
        return Rows(
            with_evidence(session, rows) if sources else rows,
            MilestoneRow,
            MILESTONES,
            f"Milestones{scope.words}",
            f"No milestones{scope.words} are known.",
        )


def _milestone(
    scope: Scope, on: Any, precision: Any, parties: list[str], kind: str, what: str, sources: int, uid: str
) -> MilestoneRow:
    codes = scope.order(parties)
    return MilestoneRow(
        occurred_on=partial(on, precision),
        parties=codes,
        party_names=scope.names.countries(codes),
        kind=kind,
        kind_label=scope.names.label("milestone_kind", kind) or kind,
        description=what,
        sources=sources,
        uid=uid,
    )


def projects(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[ProjectRow]:
    """Joint projects, single or counted together; the latest reported first.

    Args: as of `relations_db.reports.declarations`; `since` and `until` limit the dates of the reports.

    Raises:
        InvalidInput: an unknown state or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        query = (
            select(
                parties_of(JointProject),
                JointProject.description,
                JointProject.count,
                JointProject.qualifier,
                JointProject.value_amount,
                JointProject.value_currency,
                sectors_of(JointProject),
                JointProject.status,
                JointProject.first_reported,
                JointProject.independent_sources,
                JointProject.uid,
            )
            .where(held(JointProject), *(has_party(JointProject, c) for c in (scope.country, scope.other) if c))
            .order_by(JointProject.first_reported.desc().nulls_last(), JointProject.uid)
        )
        if scope.since:
            query = query.where(JointProject.last_reported >= scope.since.first)
        if scope.until:
            query = query.where(JointProject.first_reported <= scope.until.last)
        rows = [_project(scope, *row) for row in session.execute(query)]
        return Rows(
            with_evidence(session, rows) if sources else rows,
            ProjectRow,
            PROJECTS,
            f"Joint projects{scope.words}",
            f"No joint projects{scope.words} are known.",
        )


def _project(
    scope: Scope,
    parties: list[str],
    what: str,
    number: int | None,
    qualifier: str | None,
    amount: Decimal | None,
    currency: str | None,
    sectors: list[str],
    status: str,
    reported: Any,
    sources: int,
    uid: str,
) -> ProjectRow:
    codes = scope.order(parties)
    return ProjectRow(
        parties=codes,
        party_names=scope.names.countries(codes),
        description=what,
        count=number,
        qualifier=qualifier,
        value_amount=amount,
        value_currency=currency,
        sectors=tuple(sectors),
        sector_labels=tuple(scope.names.label("sector", code) or code for code in sectors),
        status=status,
        first_reported=PartialDate.of(reported) if reported else None,
        sources=sources,
        uid=uid,
    )
