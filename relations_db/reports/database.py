"""What the reports' selects share: a session, the names behind codes, and the columns and conditions of all facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from psycopg.errors import UndefinedTable
from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, literal, select, union_all
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from relations_db.errors import SchemaMismatch
from relations_db.store import models as m
from relations_db.values import PartialDate


class HasEngine(Protocol):
    @property
    def engine(self) -> Engine: ...


Queryable = HasEngine | Engine | Connection | Session
"""What a report can ask: a `relations_db.Database`, or SQLAlchemy's engine, connection or session."""

Query = Select[*tuple[Any, ...]]
"""A select of any columns."""


@contextmanager
def session_of(db: Queryable) -> Iterator[Session]:
    """A session on the database; one that was given is used as it is and stays open.

    Raises:
        SchemaMismatch: the database has no tables.
    """
    try:
        if isinstance(db, Session):
            yield db
        elif isinstance(db, Connection):
            yield Session(db)
        else:
            with Session(db.engine) as session:
                yield session
    except ProgrammingError as error:
        if isinstance(error.orig, UndefinedTable):
            raise SchemaMismatch("the database has no tables yet: load something first") from None
        raise


@dataclass(frozen=True, slots=True)
class Names:
    """Labels behind codes. A code without a label stands for itself."""

    labels: Mapping[tuple[str, str], str]
    ranks: Mapping[str, int]

    def country(self, code: str) -> str:
        return self.labels.get(("country", code), code)

    def countries(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.country(code) for code in codes)

    def label(self, table: str, code: str | None) -> str | None:
        return None if code is None else self.labels.get((table, code), code)


_TABLES: tuple[tuple[str, Any], ...] = (
    ("level", m.RelationshipLevel),
    ("visit_kind", m.VisitKind),
    ("declaration_form", m.DeclarationForm),
    ("agreement_form", m.AgreementForm),
    ("sector", m.Sector),
    ("milestone_kind", m.MilestoneKind),
    ("office", m.Office),
)


def read_names(session: Session) -> Names:
    countries = select(literal("country"), m.Country.code, m.Country.name, literal(0))
    codes = (
        select(literal(name), table.code, table.label, table.rank if table is m.RelationshipLevel else literal(0))
        for name, table in _TABLES
    )
    rows = session.execute(union_all(countries, *codes)).all()
    return Names(
        {(table, code): label for table, code, label, _ in rows},
        {code: rank for table, code, _, rank in rows if table == "level"},
    )


def partial(on: date | None, precision: str | None) -> PartialDate | None:
    """A partial date from its two columns."""
    if on is None:
        return None
    return PartialDate(on.year, on.month if precision != "year" else None, on.day if precision == "day" else None)


def held(fact: Any) -> ColumnElement[bool]:
    """True for facts that stand: not merged away, not rejected by a person."""
    return and_(fact.merged_into.is_(None), fact.review.is_distinct_from("rejected"))


def parties_of(fact: Any) -> Any:
    """The codes of a fact's states, sorted, as a subquery for the select list."""
    table = m.fact_parties
    codes = func.array_agg(table.c.country).aggregate_order_by(table.c.country)
    return select(codes).where(table.c.fact_id == fact.fact_id).scalar_subquery()


def has_party(fact: Any, code: str) -> ColumnElement[bool]:
    table = m.fact_parties
    return select(table.c.fact_id).where(table.c.fact_id == fact.fact_id, table.c.country == code).exists()


def sectors_of(fact: Any) -> Any:
    table = m.fact_sectors
    codes = func.array_agg(table.c.sector).aggregate_order_by(table.c.sector)
    return func.coalesce(select(codes).where(table.c.fact_id == fact.fact_id).scalar_subquery(), [])


def leaders_of(table: Any, fact: Any) -> Any:
    """The names of the leaders whom a join table ties to a fact, sorted."""
    names = func.array_agg(m.Leader.name).aggregate_order_by(m.Leader.name)
    return (
        select(names).join(table, table.c.leader_id == m.Leader.id).where(table.c.fact_id == fact.fact_id)
    ).scalar_subquery()


def within(on: Any, precision: Any, since: PartialDate | None, until: PartialDate | None) -> list[ColumnElement[bool]]:
    """The conditions that a partial date may lie between two others. Unknown dates fail where a limit is given."""
    conditions: list[ColumnElement[bool]] = []
    if since is not None:
        conditions.append(func.relations.last_day(on, precision) >= since.first)
    if until is not None:
        conditions.append(on <= until.last)
    return conditions
