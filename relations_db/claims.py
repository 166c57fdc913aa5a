"""Claims back from the codebook's JSON, which `relations_db.extract.codebook.claim_fields` writes.

The JSON names are the codebook's: a visit's and a milestone's own kind is `kind`, the direction of trade is `from`, a
sum is `value_amount` and `value_currency`. Dates and periods are texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from relations_db.values import (
    Agreement,
    Claim,
    Declaration,
    JointProject,
    Kind,
    Leader,
    Milestone,
    Money,
    PartialDate,
    Period,
    Qualifier,
    Status,
    TradeFigure,
    TradeTarget,
    Visit,
)

CLASSES: dict[Kind, type[Claim]] = {
    c.kind: c for c in (Leader, Visit, Declaration, Agreement, TradeTarget, TradeFigure, JointProject, Milestone)
}
_JSON_NAMES = {"visit_kind": "kind", "milestone_kind": "kind", "from_country": "from"}
_DATES = frozenset({"started_on", "ended_on", "signed_on", "due", "announced_on", "occurred_on"})
_PERIODS = frozenset({"baseline_period", "period"})
_LISTS = frozenset({"parties", "met", "signatories", "sectors", "announced_by"})


@cache
def field_names(kind: Kind) -> tuple[str, ...]:
    """The fields of a claim of this kind, by their names in Python."""
    return tuple(f.name for f in fields(CLASSES[kind]))


def json_name(field: str) -> str:
    """The codebook's name of a field; `value` has two there (`value_amount`, `value_currency`) and stays as it is."""
    return _JSON_NAMES.get(field, field)


def python_name(kind: Kind, name: str) -> str:
    """The claim's field that the codebook calls `name`.

    Raises:
        KeyError: the kind has no such field.
    """
    for field in field_names(kind):
        if name in (field, json_name(field)):
            return field
    raise KeyError(name)


def value_to_json(value: Any) -> Any:
    """One field's value as JSON; a sum as `[amount, currency]`."""
    if isinstance(value, PartialDate | Period):
        return str(value)
    if isinstance(value, Money):
        return [value.amount, value.currency]
    return list(value) if isinstance(value, tuple) else value


def value_from_json(field: str, value: Any) -> Any:
    """One field's value from JSON, by the field's name in Python.

    Raises:
        ValueError: the value does not fit the field.
    """
    if value is None:
        return () if field in _LISTS else None
    if field in _DATES:
        return PartialDate.parse(value)
    if field in _PERIODS:
        return Period(value)
    if field in _LISTS:
        return tuple(value)
    match field:
        case "status":
            return Status(value)
        case "qualifier":
            return Qualifier(value)
        case "value":
            return Money(*value)
    return value


def from_json(kind: Kind, data: Mapping[str, Any]) -> Claim:
    """The claim that the codebook's JSON says. Fields that `data` lacks take their defaults, further keys are ignored.

    Raises:
        ValueError, TypeError, KeyError: a value does not fit its field, or a field without a default is missing.
    """
    values: dict[str, Any] = {}
    for field in field_names(kind):
        name = json_name(field)
        if field == "value":
            if data.get("value_amount") is not None:
                values[field] = Money(data["value_amount"], data["value_currency"])
        elif name in data and not (data[name] is None and field in ("status", "step", "former")):
            values[field] = value_from_json(field, data[name])
    return CLASSES[kind](**values)
