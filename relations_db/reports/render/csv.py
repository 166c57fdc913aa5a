"""A report as CSV: codes and names, one column a field; a brief as one table of dated lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from relations_db.reports.briefs import Brief
from relations_db.reports.rows import Rows, Source, plain

_DATES = ("signed_on", "started_on", "announced_on", "occurred_on", "period", "first_reported")
_OWN = {"Date", "Dates", "Announced", "Period", "Reported", "Status", "Sources"}


def to_csv(result: Rows[Any] | Brief) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(_brief(result) if isinstance(result, Brief) else _rows(result))
    return out.getvalue()


def _rows(rows: Rows[Any]) -> Iterator[list[Any]]:
    sourced = any(getattr(row, "evidence", ()) for row in rows)
    names = [name for name in rows.names if sourced or name != "evidence"]
    yield names
    for row in rows:
        yield [_cell(getattr(row, name)) for name in names]


def _brief(brief: Brief) -> Iterator[list[Any]]:
    yield ["section", "date", "what", "status", "sources", "uid"]
    for section, rows in brief.sections.items():
        for row in rows:
            date = next((getattr(row, name) for name in _DATES if hasattr(row, name)), None)
            cells = ((c.heading, c.text(row)) for c in rows.columns if c.heading not in _OWN)
            what = "; ".join(f"{heading}: {text}" for heading, text in cells if text)
            status = getattr(row, "status", None) or getattr(row, "standing", None)
            yield [section, _cell(date), what, _cell(status), row.sources, row.uid]


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        return " | ".join(str(item) if isinstance(item, Source) else str(plain(item)) for item in value)
    return "" if value is None else plain(value)
