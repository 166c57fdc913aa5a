"""A report as text: one small module a format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from relations_db.errors import InvalidInput
from relations_db.reports.briefs import Brief
from relations_db.reports.render.csv import to_csv
from relations_db.reports.render.json import to_json
from relations_db.reports.render.md import to_md
from relations_db.reports.render.table import to_table
from relations_db.reports.rows import Rows

_FORMATS: dict[str, Callable[[Rows[Any] | Brief], str]] = {"md": to_md, "csv": to_csv, "json": to_json}
FORMATS = ("table", *_FORMATS)


def render(result: Rows[Any] | Brief, format: str = "table", width: int = 120, color: bool = False) -> str:
    """The report as text that ends with a line end. `width` (characters) and `color` are for `table` alone.

    Raises:
        InvalidInput: no such format.
    """
    if format == "table":
        return to_table(result, width, color)
    if format not in _FORMATS:
        raise InvalidInput(f"no format is called {format!r}; the formats are {', '.join(FORMATS)}")
    return _FORMATS[format](result)
