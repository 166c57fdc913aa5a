"""An extraction explained as text for a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from relations_db.explain.account import fields_of, headline, label
from relations_db.values import Extraction, Ignored, Quote, Statement, Unhandled


def explain_table(extraction: Extraction, width: int, color: bool = False) -> str:
    """Each statement with its rule, its words and its fields with their basis; then what was refused or not read."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, highlight=False, legacy_windows=False
    )
    document = extraction.document
    head = f"{document.id} ({document.published_on or 'no date'})"
    _say(console, head, "bold")
    _say(console, "=" * len(head))
    for number, statement in enumerate(extraction.statements, start=1):
        _statement(console, number, statement, document.text)
    if not extraction.statements:
        _say(console, "nothing found")
    _left(console, "ignored, with the reason", (_ignored(item) for item in extraction.ignored))
    _left(console, "unhandled: no rule could read", (_unhandled(item) for item in extraction.unhandled))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n\n"


def _say(console: Console, line: str, style: str = "") -> None:
    console.print(Text(line, style=style))


def _statement(console: Console, number: int, statement: Statement, text: str) -> None:
    console.print()
    _say(console, f"{number}. {label(statement.kind.value)}: {headline(statement)}", "bold")
    _say(console, f"    rule {statement.rule}", "dim")
    for quote in statement.quotes:
        _say(console, f"    {_placed(quote)}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("field", "value", "basis", "place", "words"):
        table.add_column(column, overflow="fold")
    for field in fields_of(statement, text):
        place = f"{field.span.start}..{field.span.end}" if field.span else ""
        cells = (field.name, field.value, label(field.basis.value), place, field.words)
        table.add_row(*map(Text, cells))
    console.print(table)


def _placed(quote: Quote) -> str:
    return f"{quote.span.start}..{quote.span.end} “{' '.join(quote.text.split())}”"


def _left(console: Console, title: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if listed:
        console.print()
        _say(console, title, "bold")
        for line in listed:
            _say(console, f"    {line}")


def _ignored(item: Ignored) -> str:
    return f"{label(item.kind.value)}, {item.reason}: {_placed(item.quote)}"


def _unhandled(item: Unhandled) -> str:
    return f"{label(item.kind.value)}: {_placed(item.quote)}"
