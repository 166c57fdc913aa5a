"""Extractions as JSON objects and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from relations_db.extract import claim_fields, to_codebook
from relations_db.values import Extraction, Ignored, Quote, Statement, Unhandled


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
    fields = {
        f.name: {"basis": f.basis.value}
        | ({"start": f.span.start, "end": f.span.end, "text": text[f.span.start : f.span.end]} if f.span else {})
        for f in statement.fields
    }
    return {
        "kind": statement.kind.value,
        "rule": statement.rule,
        "quotes": [_quote(quote) for quote in statement.quotes],
        "fields": fields,
    }


def as_table(extraction: Extraction, explain: bool) -> str:
    """One document as lines: each statement, its words, and with `explain` what it rests on and what was left."""
    document = extraction.document
    head = f"{document.id} ({document.published_on or 'no date'})"
    lines = [head, "=" * len(head)]
    for statement in extraction.statements:
        lines.append(f"{statement.kind.value}: {_fields(statement)}")
        lines += [f"    “{_flat(quote.text)}”" for quote in statement.quotes]
        if explain:
            lines += _reasons(document.text, statement)
    if not extraction.statements:
        lines.append("nothing found")
    if explain:
        lines += _left(extraction.ignored, extraction.unhandled)
    return "\n".join(lines) + "\n\n"


def _fields(statement: Statement) -> str:
    shown = ((name, value) for name, value in claim_fields(statement.claim).items() if value not in (None, [], ""))
    return ", ".join(f"{name} {'+'.join(value) if isinstance(value, list) else value}" for name, value in shown)


def _reasons(text: str, statement: Statement) -> Iterator[str]:
    yield f"    rule {statement.rule}"
    for field in statement.fields:
        words = ""
        if field.span:
            words = f" {field.span.start}..{field.span.end} “{_flat(text[field.span.start : field.span.end])}”"
        yield f"      {field.name}: {field.basis.value}{words}"


def _left(ignored: tuple[Ignored, ...], unhandled: tuple[Unhandled, ...]) -> Iterator[str]:
    for refused in ignored:
        yield f"ignored ({refused.kind.value}, {refused.reason}): {_placed(refused.quote)}"
    for left in unhandled:
        yield f"unhandled ({left.kind.value}): {_placed(left.quote)}"


def _placed(quote: Quote) -> str:
    return f"{quote.span.start}..{quote.span.end} “{_flat(quote.text)}”"


def _flat(text: str) -> str:
    return " ".join(text.split())
