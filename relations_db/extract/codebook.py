"""The JSON of the codebook: one object per document (docs/reference/codebook.md)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from relations_db.values import Claim, Extraction, Kind, Money, PartialDate, Period, Statement

_RENAMED = {"visit_kind": "kind", "milestone_kind": "kind", "from_country": "from"}


def _plain(value: object) -> object:
    if isinstance(value, PartialDate | Period):
        return str(value)
    if isinstance(value, tuple):
        return list(value)
    return value


def claim_fields(claim: Claim) -> dict[str, Any]:
    """The fields of a claim by the codebook's names, in its order; money becomes `value_amount` and `value_currency`."""
    out: dict[str, Any] = {}
    for column in fields(claim):
        value = getattr(claim, column.name)
        if column.name == "value":
            assert value is None or isinstance(value, Money)
            out["value_amount"] = value.amount if value else None
            out["value_currency"] = value.currency if value else None
        elif (column.name == "former" and not value) or (column.name == "from_country" and value is None):
            continue
        else:
            out[_RENAMED.get(column.name, column.name)] = _plain(value)
    return out


def statement_fields(statement: Statement) -> dict[str, Any]:
    """One statement as the codebook writes it, with its evidence."""
    return {**claim_fields(statement.claim), "evidence": [q.text for q in statement.quotes]}


def to_codebook(extraction: Extraction) -> dict[str, Any]:
    """A document and its facts as the codebook writes them."""
    document = extraction.document
    out: dict[str, Any] = {
        "id": document.id,
        "published_on": str(document.published_on) if document.published_on else None,
        "title": document.title,
        "source": document.source,
        "language": document.language,
    }
    for kind in Kind:
        out[kind.value] = [statement_fields(s) for s in extraction.statements if s.kind is kind]
    return out
