"""What each statement rests on, field by field, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.claims import json_name
from relations_db.extract import claim_fields
from relations_db.values import Basis, FieldBasis, Kind, Span, Statement

LABELS: dict[Kind, str] = {
    Kind.LEADER: "Leaders",
    Kind.VISIT: "Visits",
    Kind.DECLARATION: "Declarations",
    Kind.AGREEMENT: "Agreements",
    Kind.TRADE_TARGET: "Trade targets",
    Kind.TRADE_FIGURE: "Trade figures",
    Kind.JOINT_PROJECT: "Joint projects",
    Kind.MILESTONE: "Milestones",
}
BASES: dict[Basis, str] = {
    Basis.SAID: "the words of the text",
    Basis.FRAME: "what the text is about: its pair of states, its visit, the sentence before",
    Basis.DATELINE: "the dateline",
    Basis.DOCUMENT_DATE: "the date of the document",
    Basis.REFERENCE: "the reference tables, which name what the text points at",
}
_UNSAID: tuple[object, ...] = (None, [], "")
# Fields that rest on what another field rests on.
_BESIDE = {
    "value_amount": "value",
    "value_currency": "value",
    "currency": "amount",
    "due_text": "due",
    "level_text": "level",
}


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field of a statement by its name in the codebook. `words` stand at `span`; without one the quotes say it."""

    name: str
    value: str
    basis: Basis
    span: Span | None
    words: str


def label(name: str) -> str:
    """A code or field name as words: `joint_statement` is "joint statement"."""
    return name.replace("_", " ")


def shown_value(value: object) -> str:
    """A value as a reader writes it: `3,000,000,000`, `KAZ, UZB`, `strategic partnership`."""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}"
    return str(value)


def fields_of(statement: Statement, text: str) -> list[ShownField]:
    """The fields that have a value, in the order of the codebook, each with what it rests on."""
    bases = {json_name(field.name): field for field in statement.fields}
    return [
        _shown(name, value, bases.get(name) or bases.get(_BESIDE.get(name, "")), text)
        for name, value in claim_fields(statement.claim).items()
        if value not in _UNSAID
    ]


def _shown(name: str, value: object, found: FieldBasis | None, text: str) -> ShownField:
    span = found.span if found else None
    words = text[span.start : span.end] if span else ""
    return ShownField(name, shown_value(value), found.basis if found else Basis.SAID, span, " ".join(words.split()))


def headline(statement: Statement) -> str:
    """A statement in one line: who and what, without dates and places."""
    fields = claim_fields(statement.claim)
    if statement.kind is Kind.LEADER:
        return f"{fields['name']} ({fields['country']})"
    if statement.kind is Kind.VISIT:
        return f"{fields['leader']} ({fields['country']}) in {fields['host']}"
    parties = " – ".join(fields["parties"])
    about = next(
        (fields[n] for n in ("title", "description", "level", "amount", "multiplier", "kind") if fields.get(n)), ""
    )
    if statement.kind in (Kind.TRADE_TARGET, Kind.TRADE_FIGURE):
        about = _sum(fields)
    elif statement.kind is Kind.AGREEMENT and not fields["title"]:
        about = f"package of {fields['count'] or 'several'}"
    return f"{parties}: {label(shown_value(about)) if about else label(statement.kind.value)}"


def _sum(fields: dict[str, object]) -> str:
    measure = label(str(fields["measure"]))
    if fields.get("amount") is not None:
        return f"{measure} {shown_value(fields['amount'])} {fields['currency'] or ''}".rstrip()
    if fields.get("multiplier") is not None:
        return f"{measure} × {shown_value(fields['multiplier'])}"
    return (
        f"{measure} {shown_value(fields['growth_percent'])} %" if fields.get("growth_percent") is not None else measure
    )
