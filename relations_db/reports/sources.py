"""The evidence of rows: which document says so, when, in which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from relations_db.reports.database import Query, partial
from relations_db.reports.rows import Source
from relations_db.store import models as m

R = TypeVar("R")
_CHUNK = 10_000  # uids in one question


def with_evidence(session: Session, rows: Sequence[R], *uid_fields: str) -> list[R]:
    """The rows with their field `evidence` filled: the words behind the facts that `uid` and `uid_fields` name."""
    names = ("uid", *uid_fields)
    wanted = sorted({uid for row in rows for uid in _uids(row, names)})
    found: dict[str, list[Source]] = defaultdict(list)
    for at in range(0, len(wanted), _CHUNK):
        for source in _read(session, wanted[at : at + _CHUNK]):
            found[source.fact].append(source)
    return [
        replace(row, evidence=tuple(source for uid in _uids(row, names) for source in found[uid]))  # type: ignore[type-var]
        for row in rows
    ]


def _uids(row: Any, names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(uid for name in names if (uid := getattr(row, name)) is not None))


def _read(session: Session, uids: list[str]) -> list[Source]:
    """Earlier reports first, undated last."""
    parts = union_all(_quotes(m.Statement, m.Statement.id), _quotes(m.StatementQuote, m.StatementQuote.statement_id))
    quotes = parts.subquery()
    query = (
        select(
            m.Fact.uid,
            m.Document.name,
            m.Document.published_on,
            m.Document.published_precision,
            m.Source.name,
            m.Document.url,
            quotes.c.quote,
            quotes.c.span_start,
            quotes.c.span_end,
        )
        .select_from(m.Evidence)
        .join(m.Fact, m.Fact.id == m.Evidence.fact_id)
        .join(m.Statement, m.Statement.id == m.Evidence.statement_id)
        .join(quotes, quotes.c.statement_id == m.Statement.id)
        .join(m.Document, m.Document.id == m.Statement.document_id)
        .outerjoin(m.Source, m.Source.id == m.Document.source_id)
        .where(m.Fact.uid.in_(uids))
        .order_by(m.Document.published_on.nulls_last(), m.Document.name, quotes.c.span_start)
    )
    return [_source(*row) for row in session.execute(query)]


def _quotes(table: Any, statement_id: Any) -> Query:
    return select(statement_id.label("statement_id"), table.quote, table.span_start, table.span_end)


def _source(
    fact: str, name: str, on: Any, precision: Any, outlet: Any, url: Any, quote: str, start: int, end: int
) -> Source:
    return Source(
        document=name,
        published_on=partial(on, precision),
        outlet=outlet,
        url=url,
        quote=quote,
        start=start,
        end=end,
        fact=fact,
    )
