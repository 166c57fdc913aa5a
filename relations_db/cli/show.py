"""Extractions as JSON objects and as text."""

from __future__ import annotations

from typing import Any

from relations_db.explain import fields_of
from relations_db.extract import claim_fields, to_codebook
from relations_db.values import Extraction, Quote, Statement


def as_object(extraction: Extraction, explain: bool) -> dict[str, Any]:
    """The codebook's object; `explain` adds a key with what each statement rests on and what was left."""
    found = to_codebook(extraction)
    if explain:
        text = extraction.document.text
        found["explain"] = {
            "statements": [_statement(text, s) for s in extraction.statements],
            "ignored": [{"kind": i.kind.value, "reason": i.reason, **_quote(i.quote)} for i in extraction.ignored],
            "unhandled": [{"kind": u.kind.value, **_quote(u.quote)} for u in extraction.unhandled],
        }
    return found


def _quote(quote: Quote) -> dict[str, Any]:
    return {"start": quote.span.start, "end": quote.span.end, "text": quote.text}


def _statement(text: str, statement: Statement) -> dict[str, Any]:
    values = claim_fields(statement.claim)
    fields = {
        f.name: {"value": values[f.name], "basis": f.basis.value}
        | ({"start": f.span.start, "end": f.span.end, "text": text[f.span.start : f.span.end]} if f.span else {})
        for f in fields_of(statement, text)
    }
    return {
        "kind": statement.kind.value,
        "rule": statement.rule,
        "quotes": [_quote(quote) for quote in statement.quotes],
        "fields": fields,
    }


def as_table(extraction: Extraction) -> str:
    """One document as lines: each statement and its words."""
    document = extraction.document
    head = f"{document.id} ({document.published_on or 'no date'})"
    lines = [head, "=" * len(head)]
    for statement in extraction.statements:
        lines.append(f"{statement.kind.value}: {_fields(statement)}")
        lines += [f"    “{_flat(quote.text)}”" for quote in statement.quotes]
    if not extraction.statements:
        lines.append("nothing found")
    return "\n".join(lines) + "\n\n"


def _fields(statement: Statement) -> str:
    shown = ((name, value) for name, value in claim_fields(statement.claim).items() if value not in (None, [], ""))
    return ", ".join(f"{name} {'+'.join(value) if isinstance(value, list) else value}" for name, value in shown)


def _flat(text: str) -> str:
    return " ".join(text.split())
