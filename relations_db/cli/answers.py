"""Commands that ask: report, check."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from relations_db.cli.shared import DatabaseOption, OutputOption, open_database, put, say, window, write_file
from relations_db.errors import DataProblem, InvalidInput
from relations_db.reports.registry import REPORTS

_SUFFIXES = {".md": "md", ".csv": "csv", ".json": "json"}


class ReportFormat(StrEnum):
    TABLE = "table"
    MD = "md"
    CSV = "csv"
    JSON = "json"


REPORT_HELP = (
    "Print a report.\n\n\b\nReports:\n"
    + "\n".join(f"  {spec.name:<14} {spec.about}" for spec in REPORTS.values())
    + """

\b
Examples:
  relations-db report pair --country KAZ --with UZB
  relations-db report trade-targets --country Kazakhstan --sources
  relations-db report itinerary --leader Tokayev --since 2022
  relations-db report agreements --by year --format csv -o agreements.csv
"""
)


def report(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which report; the list is above.")],
    country: Annotated[str | None, typer.Option(metavar="STATE", help="Alpha-3 code or name of a state.")] = None,
    other: Annotated[str | None, typer.Option("--with", metavar="STATE", help="The second state of a pair.")] = None,
    leader: Annotated[str | None, typer.Option(metavar="NAME", help="A leader, in any spelling.")] = None,
    sector: Annotated[str | None, typer.Option(metavar="CODE", help="Only this sector (agreements).")] = None,
    by: Annotated[str | None, typer.Option(metavar="year|sector", help="Count by year or sector (agreements).")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this date on: YYYY[-MM[-DD]].")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this date: YYYY[-MM[-DD]].")] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DAY", help="Judge targets and plans on this day, not today (YYYY-MM-DD).")
    ] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Show the words behind each row.")] = False,
    format: Annotated[
        ReportFormat | None, typer.Option(help="How to print it; by default table, or the file's ending.")
    ] = None,
    output: OutputOption = None,
    database: DatabaseOption = None,
) -> int:
    from relations_db import reports
    from relations_db.reports.render import render

    reports.find(name)
    day = _day(today)
    chosen = format.value if format else _SUFFIXES.get(output.suffix.lower(), "table") if output else "table"
    engine = open_database(database)
    options = {"country": country, "other": other, "leader": leader, "sector": sector, "by": by, "today": day}
    result = reports.run(name, engine, **options, since=since, until=until, sources=sources)
    text = render(result, chosen, window())
    if isinstance(result, reports.Rows) and not result and chosen in ("csv", "json"):
        say(result.empty)
    if output:
        write_file(output, text)
    else:
        put(text)
    return 0


def check(database: DatabaseOption = None) -> int:
    """Verify the stored data: quotes, digests, evidence, parties, constraints.

    \b
    Example:
      relations-db check
    """
    from relations_db.check import run_checks

    findings = run_checks(open_database(database))
    for finding in findings:
        put(f"{'ok    ' if finding.count == 0 else 'FAILED'}  {finding.what}{finding.detail}\n")
    failed = sum(finding.count > 0 for finding in findings)
    if failed:
        raise DataProblem(f"{failed} of {len(findings)} checks failed: see above")
    put(f"all {len(findings)} checks passed\n")
    return 0


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InvalidInput(f"not a day: {text!r}; write YYYY-MM-DD") from None


class ExportFormat(StrEnum):
    JSON = "json"
    CSV = "csv"
    SQLITE = "sqlite"
    PARQUET = "parquet"


def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write; made where needed.")],
    format: Annotated[ExportFormat, typer.Option(help="json: facts.jsonl, one fact a line.")] = ExportFormat.JSON,
    database: DatabaseOption = None,
) -> int:
    """Write all facts with their evidence as files. The same facts always give the same bytes.

    \b
    Examples:
      relations-db export facts/ --format json
      relations-db export facts/ --format parquet
    """
    from relations_db.export import export as write

    done = write(open_database(database), folder, format.value)
    put(f"{sum(done.facts.values())} facts in {', '.join(str(path) for path in done.files)}\n")
    return 0


def add_to(app: typer.Typer) -> None:
    app.command(help=REPORT_HELP)(report)
    app.command()(export)
    app.command()(check)
