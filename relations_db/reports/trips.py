"""Reports `visits` and `itinerary`: who went where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from relations_db.reports.database import Query, Queryable, held, leaders_of, partial, session_of, within
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, find_leader, read_scope
from relations_db.reports.sources import with_evidence
from relations_db.reports.words import column, stay
from relations_db.store.models import Leader, Visit, visit_meetings
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """One leader's stay in one other state. `kind` and `status` are codes of the codebook."""

    started_on: PartialDate | None
    ended_on: PartialDate | None
    leader: str
    country: str
    country_name: str
    host: str
    host_name: str
    city: str | None
    kind: str
    kind_label: str
    status: str
    met: tuple[str, ...]
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


_DATES = Column("Dates", lambda row: stay(row.started_on, row.ended_on))
_WHAT = (
    column("City", "city"),
    Column("Kind", lambda row: "" if row.kind == "unspecified" else row.kind_label.removesuffix(" visit")),
    column("Status", "status"),
    column("Met", "met"),
    column("Sources", "sources", right=True),
)
COLUMNS = (_DATES, column("Leader", "leader"), column("From", "country_name"), column("To", "host_name"), *_WHAT)
ITINERARY = (_DATES, column("To", "host_name"), *_WHAT)


def visits(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    leader: str | None = None,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[VisitRow]:
    """Visits of and to a state, or between two; the latest first, undated last.

    Args:
        country: code or name; as guest or as host.
        other: the second state of a pair.
        leader: only this guest.
        since, until: dates `YYYY[-MM[-DD]]`; a visit counts where it may have begun within.
        sources: fill `evidence`.

    Raises:
        InvalidInput: an unknown state, leader or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        id = find_leader(session, leader, _guests(session)) if leader else None
        who = f" by {session.get_one(Leader, id).name}" if id else ""
        return Rows(
            read_visits(session, scope, sources, id),
            VisitRow,
            COLUMNS,
            f"Visits{scope.told(who)}",
            f"No visits{scope.told(who)} are known.",
        )


def itinerary(
    db: Queryable,
    leader: str,
    *,
    country: str | None = None,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[VisitRow]:
    """Where one leader went, in the order of time, undated last.

    Args:
        leader: a name in any spelling, or a part of it that only one travelling leader bears.
        country: only visits to this state.
        since, until: dates `YYYY[-MM[-DD]]`; a visit counts where it may have begun within.
        sources: fill `evidence`.

    Raises:
        InvalidInput: an unknown or ambiguous leader, an unknown state or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, None, since, until)
        id = find_leader(session, leader, _guests(session))
        query = _select(scope).where(Visit.leader_id == id)
        if scope.country:
            query = query.where(Visit.host == scope.country)
        query = query.order_by(Visit.started_on.nulls_last(), Visit.host, Visit.uid)
        person = session.get_one(Leader, id)
        name = f"{person.name} ({person.country})" if person.country else person.name
        return Rows(
            _rows(session, query, scope, sources),
            VisitRow,
            ITINERARY,
            f"Itinerary of {name}{_limits(scope)}",
            f"No visits of {name}{_limits(scope)} are known.",
        )


def read_visits(session: Session, scope: Scope, sources: bool, leader_id: int | None = None) -> list[VisitRow]:
    """The visits within the scope, the latest first, undated last."""
    query = _select(scope).order_by(Visit.started_on.desc().nulls_last(), Visit.country, Visit.host, Visit.uid)
    if leader_id is not None:
        query = query.where(Visit.leader_id == leader_id)
    return _rows(session, query, scope, sources)


def _limits(scope: Scope) -> str:
    where = f" in {scope.names.country(scope.country)}" if scope.country else ""
    return where + Scope(scope.names, since=scope.since, until=scope.until).words


def _guests(session: Session) -> list[int]:
    return list(session.scalars(select(Visit.leader_id).distinct()))


def _select(scope: Scope) -> Query:
    query: Query = (
        select(
            Visit.started_on,
            Visit.started_precision,
            Visit.ended_on,
            Visit.ended_precision,
            Leader.name,
            Visit.country,
            Visit.host,
            Visit.city,
            Visit.visit_kind,
            Visit.status,
            leaders_of(visit_meetings, Visit),
            Visit.independent_sources,
            Visit.uid,
        )
        .join(Leader, Leader.id == Visit.leader_id)
        .where(held(Visit), *within(Visit.started_on, Visit.started_precision, scope.since, scope.until))
    )
    if scope.country and scope.other:
        there = and_(Visit.country == scope.country, Visit.host == scope.other)
        back = and_(Visit.country == scope.other, Visit.host == scope.country)
        return query.where(or_(there, back))
    if scope.country:
        return query.where(or_(Visit.country == scope.country, Visit.host == scope.country))
    return query


def _rows(session: Session, query: Query, scope: Scope, sources: bool) -> list[VisitRow]:
    rows = [_row(scope, *row) for row in session.execute(query)]
    return with_evidence(session, rows) if sources else rows


def _row(
    scope: Scope,
    started: Any,
    started_precision: Any,
    ended: Any,
    ended_precision: Any,
    leader: str,
    country: str,
    host: str,
    city: str | None,
    kind: str,
    status: str,
    met: list[str] | None,
    count: int,
    uid: str,
) -> VisitRow:
    return VisitRow(
        started_on=partial(started, started_precision),
        ended_on=partial(ended, ended_precision),
        leader=leader,
        country=country,
        country_name=scope.names.country(country),
        host=host,
        host_name=scope.names.country(host),
        city=city,
        kind=kind,
        kind_label=scope.names.label("visit_kind", kind) or kind,
        status=status,
        met=tuple(met or ()),
        sources=count,
        uid=uid,
    )
