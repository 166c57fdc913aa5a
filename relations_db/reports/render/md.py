"""A report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from relations_db.reports.briefs import Brief
from relations_db.reports.rows import Rows


def to_md(result: Rows[Any] | Brief) -> str:
    return "\n".join(_brief(result) if isinstance(result, Brief) else _rows(result, "#")) + "\n"


def _brief(brief: Brief) -> Iterator[str]:
    yield f"# {_escape(brief.title)}"
    yield ""
    for line in brief.headlines:
        yield f"- **{_escape(line.label)}:** {_escape(line.text)}"
    for rows in filter(None, brief.sections.values()):
        yield ""
        yield from _rows(rows, "##")
    if brief.missing:
        yield ""
        yield _escape(brief.missing)


def _rows(rows: Rows[Any], mark: str) -> Iterator[str]:
    yield f"{mark} {_escape(rows.title)}"
    yield ""
    if not rows:
        yield _escape(rows.empty)
        return
    sourced = any(getattr(row, "evidence", ()) for row in rows)
    number = ["#"] if sourced else []
    yield _line([*number, *(column.heading for column in rows.columns)])
    yield _line([*("--:" for _ in number), *("--:" if column.right else "---" for column in rows.columns)], raw=True)
    for place, row in enumerate(rows, start=1):
        yield _line([*(str(place) for _ in number), *(column.text(row) for column in rows.columns)])
    if sourced:
        yield from _sources(rows)


def _sources(rows: Rows[Any]) -> Iterator[str]:
    yield ""
    for place, row in enumerate(rows, start=1):
        for source in row.evidence:
            link = f" <{source.url}>" if source.url else ""
            yield f"- [{place}] {_escape(str(source))}{link}"


def _line(cells: Sequence[str], raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else _escape(cell) for cell in cells) + " |"


def _escape(text: str) -> str:
    """The text in one line, with the characters that Markdown would read as marks."""
    flat = " ".join(text.split())
    for mark in "\\`*_|<":
        flat = flat.replace(mark, "\\" + mark)
    return flat
