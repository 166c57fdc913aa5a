"""One fact in full: its fields, every report of it, what reports say otherwise, and what people judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from relations_db.claims import json_name
from relations_db.errors import InvalidInput
from relations_db.reports.database import Queryable, partial, session_of
from relations_db.reports.rows import plain
from relations_db.store import models as m

_ROW = frozenset({"id", "fact_id", "fact_kind", "uid", "kind", "block", "created_at", "updated_at"})
_LINKS = frozenset({"merged_into", "load_id", "leader_id", "package_id"})
_LISTS = ("met", "signatories", "announced_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One statement behind a fact: its key, the document, the words, and why it was joined. `status`: the stage of the
    fact that it tells of (planned, done, ...), None where the kind has none.
    """

    key: str
    document: str
    published_on: str | None
    status: str | None
    quote: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """A value that a report gives and that was not chosen."""

    field: str
    value: Any
    chosen: Any
    rule: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDetail:
    """A fact; `fields` are its known fields by the codebook's names, as plain values.

    `members`: the documents of a package that texts name, uid and title. `judgements`: the numbers of those in force.
    """

    uid: str
    kind: str
    fields: dict[str, Any]
    reports: tuple[Report, ...]
    dissent: tuple[Otherwise, ...]
    members: tuple[tuple[str, str], ...]
    judgements: tuple[int, ...]


def fact(db: Queryable, uid: str) -> FactDetail:
    """The fact to which a uid leads; a uid that was merged away leads to the fact that stands.

    Raises:
        InvalidInput: there is no such fact.
    """
    with session_of(db) as session:
        found = session.scalar(select(m.Fact).where(m.Fact.uid == uid))
        if found is not None and found.merged_into is not None:
            found = session.get(m.Fact, found.merged_into)
        if found is None:
            raise InvalidInput(f"there is no fact {uid}: reports (csv, json) and exports show the uids")
        return FactDetail(
            uid=found.uid,
            kind=found.kind,
            fields=dict(_fields(found)),
            reports=tuple(_reports(session, found.id)),
            dissent=tuple(_dissent(session, found.id)),
            members=tuple((a.uid, a.title or a.form) for a in sorted(getattr(found, "members", ()), key=_by_title)),
            judgements=tuple(_judgements(session, found)),
        )


def _by_title(paper: m.Agreement) -> tuple[str, str]:
    return (paper.title or "", paper.uid)


def _fields(found: Any) -> Iterator[tuple[str, Any]]:
    yield "parties", [country.code for country in found.parties]
    if person := getattr(found, "leader", None):
        yield "leader", person.name
    for column in inspect(type(found)).column_attrs:
        value, name = getattr(found, column.key), column.key
        if name in _ROW or name in _LINKS or name.endswith("_precision") or value is None:
            continue
        precision = getattr(found, name.removesuffix("_on") + "_precision", None) if name.endswith("_on") else None
        yield json_name(name), plain(partial(value, precision) if precision else value)
    if package := getattr(found, "package", None):
        yield "package", package.uid
    for name in _LISTS:
        if people := getattr(found, name, None):
            yield name, [person.name for person in people]
    if found.sectors:
        yield "sectors", [sector.code for sector in found.sectors]


def _reports(session: Session, fact_id: int) -> Iterator[Report]:
    query = (
        select(
            m.Statement.key,
            m.Document.name,
            m.Document.published_on,
            m.Document.published_precision,
            m.Statement.claim["status"].astext,
            m.Statement.quote,
            m.Evidence.verdict,
            m.Evidence.reason,
        )
        .join(m.Evidence, m.Evidence.statement_id == m.Statement.id)
        .join(m.Document, m.Document.id == m.Statement.document_id)
        .where(m.Evidence.fact_id == fact_id)
        .order_by(m.Document.published_on.nulls_last(), m.Document.name, m.Statement.span_start)
    )
    for key, name, on, precision, status, quote, verdict, reason in session.execute(query):
        day = partial(on, precision)
        yield Report(
            key=key,
            document=name,
            published_on=str(day) if day else None,
            status=status,
            quote=quote,
            verdict=verdict,
            reason=reason,
        )


def _dissent(session: Session, fact_id: int) -> Iterator[Otherwise]:
    query = (
        select(m.Dissent.field, m.Dissent.value, m.Dissent.chosen, m.Dissent.rule, m.Document.name)
        .join(m.Statement, m.Statement.id == m.Dissent.statement_id)
        .join(m.Document, m.Document.id == m.Statement.document_id)
        .where(m.Dissent.fact_id == fact_id)
        .order_by(m.Dissent.field, m.Document.name)
    )
    for field, value, chosen, rule, name in session.execute(query):
        yield Otherwise(field=field, value=value, chosen=chosen, rule=rule, document=name)


def _judgements(session: Session, found: m.Fact) -> Iterator[int]:
    """Those made on the fact, or on one that was merged into it."""
    uids = select(m.Fact.uid).where((m.Fact.id == found.id) | (m.Fact.merged_into == found.id))
    query = select(m.Judgement.id).where(
        m.Judgement.withdrawn_at.is_(None), m.Judgement.fact_uid.in_(uids) | m.Judgement.other_uid.in_(uids)
    )
    yield from session.scalars(query.order_by(m.Judgement.id))
