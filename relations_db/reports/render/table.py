"""A report as tables for a terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from relations_db.reports.briefs import Brief
from relations_db.reports.rows import Column, Rows

_GAP = 3  # characters between two columns
_NUMBER = Column("#", str, right=True)


def to_table(result: Rows[Any] | Brief, width: int, color: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, highlight=False, legacy_windows=False
    )
    if isinstance(result, Brief):
        _print_brief(console, result)
    else:
        _print_rows(console, result)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _print_brief(console: Console, brief: Brief) -> None:
    console.print(Text(brief.title, style="bold"))
    grid = Table.grid(padding=(0, 2))
    for line in brief.headlines:
        grid.add_row(Text(line.label, style="bold"), Text(line.text))
    console.print(grid)
    for rows in filter(None, brief.sections.values()):
        console.print()
        _print_rows(console, rows)
    if brief.missing:
        console.print()
        console.print(Text(brief.missing))


def _print_rows(console: Console, rows: Rows[Any]) -> None:
    if not rows:
        console.print(Text(rows.empty))
        return
    console.print(Text(rows.title, style="bold"))
    sourced = any(getattr(row, "evidence", ()) for row in rows)
    columns = ([_NUMBER] if sourced else []) + list(rows.columns)
    cells = [
        ([str(n)] if sourced else []) + [" ".join(c.text(row).split()) for c in rows.columns]
        for n, row in enumerate(rows, start=1)
    ]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    texts = [[line[place] for line in cells] for place in range(len(columns))]
    widths = _widths(columns, texts, console.width)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column.heading, justify="right" if column.right else "left", width=width, overflow="fold")
    for line in cells:
        table.add_row(*map(Text, line))
    console.width = max(console.width, sum(widths) + _GAP * len(widths))
    console.print(table)
    if sourced:
        _print_sources(console, rows)


def _widths(columns: Sequence[Column], texts: Sequence[Sequence[str]], window: int) -> list[int]:
    """Widths that fit the window, the widest columns narrowed first, but no word and no number is ever cut.

    A cell that is cut off would be read as a fact, so a table of many columns may leave a narrow window instead.
    """
    widths = [max(map(cell_len, (column.heading, *cells))) for column, cells in zip(columns, texts, strict=True)]
    least = [_least(column, cells) for column, cells in zip(columns, texts, strict=True)]
    while sum(widths) + _GAP * (len(widths) - 1) > window:
        spare = [(width, place) for place, width in enumerate(widths) if width > least[place]]
        if not spare:
            break
        widths[max(spare)[1]] -= 1
    return widths


def _least(column: Column, cells: Sequence[str]) -> int:
    """The narrowest width of a column: its longest word, or its longest number with unit."""
    words = column.heading.split() + (
        list(cells) if column.right else [word for cell in cells for word in cell.split()]
    )
    return max(map(cell_len, words), default=0)


def _print_sources(console: Console, rows: Rows[Any]) -> None:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right")
    for number, row in enumerate(rows, start=1):
        for place, source in enumerate(row.evidence):
            grid.add_row(Text(f"[{number}]" if place == 0 else ""), Text(str(source)))
    console.print()
    console.print(grid)
