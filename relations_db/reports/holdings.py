"""Report `coverage`: of which states the database knows how much, so that "none" is told from "not covered"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import distinct, func, select

from relations_db.reports.database import Queryable, held, session_of
from relations_db.reports.rows import Rows
from relations_db.reports.scope import read_scope
from relations_db.reports.words import column
from relations_db.store.models import Document, Evidence, Fact, Statement, fact_parties
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """What is held on one state: documents that support a fact on it, their dates, and facts by kind."""

    country: str
    country_name: str
    documents: int
    first_published: PartialDate | None
    last_published: PartialDate | None
    visits: int
    declarations: int
    agreements: int
    trade_targets: int
    trade_figures: int
    joint_projects: int
    milestones: int


_KINDS = ("visits", "declarations", "agreements", "trade_targets", "trade_figures", "joint_projects", "milestones")
COLUMNS = (
    column("State", "country_name"),
    column("Documents", "documents", right=True),
    column("From", "first_published"),
    column("To", "last_published"),
    *(column(kind.split("_")[-1].capitalize(), kind, right=True) for kind in _KINDS),
)


def coverage(db: Queryable, country: str | None = None) -> Rows[CoverageRow]:
    """How much is held on each state that any fact names; the best covered first.

    Args:
        country: code or name of one state.

    Raises:
        InvalidInput: an unknown state.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, None, None, None)
        counts = (func.count(distinct(Fact.id)).filter(Fact.kind == kind) for kind in _KINDS)
        documents = func.count(distinct(Document.id)).label("documents")
        query = (
            select(
                fact_parties.c.country,
                documents,
                func.min(Document.published_on),
                func.max(Document.published_on),
                *counts,
            )
            .select_from(Fact)
            .join(fact_parties, fact_parties.c.fact_id == Fact.id)
            .join(Evidence, Evidence.fact_id == Fact.id)
            .join(Statement, Statement.id == Evidence.statement_id)
            .join(Document, Document.id == Statement.document_id)
            .where(held(Fact))
            .group_by(fact_parties.c.country)
            .order_by(documents.desc(), fact_parties.c.country)
        )
        if scope.country:
            query = query.where(fact_parties.c.country == scope.country)
        return Rows(
            [_row(scope.names.country(row[0]), *row) for row in session.execute(query)],
            CoverageRow,
            COLUMNS,
            f"Coverage{scope.words}",
            f"Nothing is held{scope.words}.",
        )


def _row(name: str, code: str, documents: int, first: Any, last: Any, *counts: int) -> CoverageRow:
    return CoverageRow(
        country=code,
        country_name=name,
        documents=documents,
        first_published=PartialDate.of(first) if first else None,
        last_published=PartialDate.of(last) if last else None,
        **dict(zip(_KINDS, counts, strict=True)),
    )
