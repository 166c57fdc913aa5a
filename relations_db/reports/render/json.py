"""A report as JSON: a list of records; a brief as one object with a list a section."""

from __future__ import annotations

import json
from typing import Any

from relations_db.reports.briefs import Brief
from relations_db.reports.rows import Rows, plain


def to_json(result: Rows[Any] | Brief) -> str:
    content = _brief(result) if isinstance(result, Brief) else _records(result)
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _records(rows: Rows[Any]) -> list[dict[str, Any]]:
    sourced = any(getattr(row, "evidence", ()) for row in rows)
    return [{k: v for k, v in record.items() if sourced or k != "evidence"} for record in rows.records()]


def _brief(brief: Brief) -> dict[str, Any]:
    head = {name: getattr(brief, name) for name in ("country", "country_name", "other", "other_name")}
    lines = {"summary": {line.label: line.text for line in brief.headlines}}
    return head | lines | {name: plain(_records(rows)) for name, rows in brief.sections.items()}
