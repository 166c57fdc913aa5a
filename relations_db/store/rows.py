"""Extractions as rows, ready to be copied into the database. Pure: workers do this part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from relations_db.extract.codebook import claim_fields
from relations_db.resolve import (
    DAY_FIELDS,
    Person,
    Record,
    Resolver,
    Source,
    block_key,
    fingerprint,
    is_assumed,
    statement_keys,
)
from relations_db.store.domain import Domain
from relations_db.values import Document, Extraction, Kind, Leader, Quote, Statement


class StatementRow(NamedTuple):
    """A row of `statements`; `further` are its quotes after the main one, `cited` whom a statement of kind leaders
    cites as what.
    """

    key: str
    kind: str
    block: str
    span_start: int
    span_end: int
    quote: str
    claim: str
    fields: str
    rule: str
    reach_from: date | None
    reach_to: date | None
    further: tuple[Quote, ...]
    cited: tuple[Person, Leader] | None


class UnhandledRow(NamedTuple):
    kind: str
    span_start: int
    span_end: int
    quote: str
    reason: str | None


@dataclass(frozen=True)
class DocumentRows:
    """All rows of one document, and the statements that the schema does not take, each with the reason."""

    document: Document
    fingerprint: list[int]
    statements: tuple[StatementRow, ...]
    unhandled: tuple[UnhandledRow, ...]
    refused: tuple[str, ...]

    @cached_property
    def sha256(self) -> str:
        return self.document.sha256

    @property
    def blocks(self) -> set[str]:
        return {s.block for s in self.statements}


class RowMaker:
    """Turns extractions into rows; holds the resolver and the closed lists of the schema."""

    def __init__(self, resolver: Resolver, domain: Domain) -> None:
        self._resolver = resolver
        self._leaders = resolver.leaders
        self._domain = domain

    def rows(self, extraction: Extraction) -> DocumentRows:
        """The rows of one document."""
        document = extraction.document
        good, refused = [], []
        for statement in extraction.statements:
            if why := self._domain.refusal(statement.claim):
                refused.append(f"{statement.kind} by rule {statement.rule}: {why}")
            else:
                good.append(statement)
        keys = statement_keys(document.sha256, good)
        return DocumentRows(
            document,
            list(fingerprint(document.text)),
            tuple(self._statement(key, s, document) for key, s in zip(keys, good, strict=True)),
            tuple(_unhandled(extraction)),
            tuple(refused),
        )

    def _statement(self, key: str, statement: Statement, document: Document) -> StatementRow:
        main, claim = statement.quotes[0], statement.claim
        cited = None
        if isinstance(claim, Leader):
            cited = (self._leaders.find(claim.name, claim.country, document.published_on), claim)
        block = block_key(claim, self._leaders, document.published_on)
        day = next((f.basis for f in statement.fields if f.name == DAY_FIELDS.get(statement.kind)), None)
        assumed = is_assumed(claim, day, document.published_on)
        record = Record(key, block, claim, Source(document.sha256, document.published_on), main.span, assumed)
        reach = self._reach(record)
        return StatementRow(
            key=key,
            kind=statement.kind.value,
            block=block,
            span_start=main.span.start,
            span_end=main.span.end,
            quote=main.text,
            claim=json.dumps(claim_fields(claim), ensure_ascii=False),
            fields=json.dumps(_fields(statement)),
            rule=statement.rule,
            reach_from=reach[0],
            reach_to=reach[1],
            further=statement.quotes[1:],
            cited=cited,
        )

    def _reach(self, record: Record) -> tuple[date | None, date | None]:
        """A leader's block holds one fact: nobody asks which statements of it meet."""
        reach = None if isinstance(record.claim, Leader) else self._resolver.reach(record)
        return reach or (None, None)


def _fields(statement: Statement) -> dict[str, Any]:
    return {
        f.name: {"basis": f.basis.value, "span": [f.span.start, f.span.end] if f.span else None}
        for f in statement.fields
    }


def _unhandled(extraction: Extraction) -> Iterator[UnhandledRow]:
    """What looked like a fact: refused phrases with the reason, unread ones without."""
    for ignored in extraction.ignored:
        yield _phrase(ignored.kind, ignored.quote, ignored.reason)
    for unread in extraction.unhandled:
        yield _phrase(unread.kind, unread.quote, None)


def _phrase(kind: Kind, quote: Quote, reason: str | None) -> UnhandledRow:
    return UnhandledRow(kind.value, quote.span.start, quote.span.end, quote.text, reason)


def storable(document: Document) -> str | None:
    """Why PostgreSQL cannot store the text; None where it can."""
    if "\x00" in document.text:
        return "the text has zero bytes: is it a binary file?"
    try:
        document.text.encode()
    except UnicodeEncodeError:
        return "the text has characters that are none (half surrogates): save it as UTF-8"
    return None


def chunks(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of at most `size` items."""
    chunk: list[Any] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
