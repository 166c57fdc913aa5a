"""How values are written for people: dates, sums, counts, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from relations_db.reports.rows import Column

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_QUALIFIERS = {"about": "about ", "over": "over ", "under": "under "}


def money(amount: Decimal | float | None, currency: str | None, qualifier: str | None = None) -> str:
    """`USD 4.6 billion`; blank where unknown."""
    if amount is None:
        return ""
    value = Decimal(amount)
    for scale, word in _SCALES:
        if value >= scale:
            return f"{_QUALIFIERS.get(qualifier or '', '')}{currency or ''} {trim(value / scale)} {word}".strip()
    return f"{_QUALIFIERS.get(qualifier or '', '')}{currency or ''} {trim(value)}".strip()


def trim(value: Decimal, places: int = 3) -> str:
    """The number with thousands parted and no idle zeros."""
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".")


def percent(value: Decimal | float | None) -> str:
    return "" if value is None else f"{Decimal(value):+.1f} %"


def count(value: int | None, qualifier: str | None = None) -> str:
    return "" if value is None else f"{_QUALIFIERS.get(qualifier or '', '')}{value}"


def listed(values: Iterable[str]) -> str:
    return ", ".join(values)


def joined(names: Iterable[str]) -> str:
    """`Kazakhstan – Uzbekistan`."""
    return " – ".join(names)


def stay(first: object, last: object) -> str:
    """`2024-08-08`, `2024-08-08 to 2024-08-09`; a last day alone as `until 2024-08-09`."""
    if first and last and first != last:
        return f"{first} to {last}"
    return str(first) if first else f"until {last}" if last else ""


def sentence_case(label: str) -> str:
    return label[:1].upper() + label[1:]


def column(heading: str, name: str, right: bool = False) -> Column:
    """A column that shows one field as it is: blank where unknown, sequences with commas."""
    return Column(heading, shown(name), right)


def shown(name: str) -> Callable[[Any], str]:
    def text(row: Any) -> str:
        value = getattr(row, name)
        if value is None:
            return ""
        return listed(map(str, value)) if isinstance(value, tuple) else str(value)

    return text
