"""Commands on texts: extract, load, forget."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relations_db.cli.shared import DatabaseOption, open_database, prepare_database, put, say, window
from relations_db.cli.summary import as_changes, as_summary
from relations_db.errors import InvalidInput, UnreadableDocument

if TYPE_CHECKING:
    from relations_db.values import Extraction

_PATHS = "Files, folders, archives (txt, md, html, json, jsonl, csv, parquet, warc, zip, gz); - is standard input."
PathsArgument = Annotated[list[str], typer.Argument(metavar="PATH...", help=_PATHS)]
SomePathsArgument = Annotated[list[str] | None, typer.Argument(metavar="PATH...", help=_PATHS)]


class ExtractFormat(StrEnum):
    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    HTML = "html"


def extract(
    paths: PathsArgument,
    format: Annotated[
        ExtractFormat,
        typer.Option(
            help="json: one object for one text, a list for more; html: a page that shows the texts with their facts."
        ),
    ] = (ExtractFormat.JSON),
    explain: Annotated[
        bool, typer.Option("--explain", help="Add rule, spans, basis, what was refused and why.")
    ] = False,
) -> int:
    """Show what texts say, without a database.

    \b
    Examples:
      relations-db extract article.txt
      relations-db extract articles/ --format jsonl > facts.jsonl
      cat article.txt | relations-db extract - --format table --explain
      relations-db extract article.txt --format html > article.html
    """
    from relations_db.cli.show import as_object, as_table
    from relations_db.explain import explain_page, explain_table
    from relations_db.extract import Extractor
    from relations_db.read import Unreadable, list_files, read_documents

    files = list_files(paths)
    if not files:
        raise InvalidInput(f"no documents in {', '.join(paths)}")
    extractor = Extractor()
    failures = 0

    def readable() -> Iterator[Extraction]:
        nonlocal failures
        for item in read_documents(files):
            if isinstance(item, Unreadable):
                failures += 1
                say(f"{item.name}: {item.reason}")
            else:
                yield extractor.extract(item)

    if format is ExtractFormat.HTML:
        for piece in explain_page(readable()):
            put(piece)
    elif format is ExtractFormat.TABLE:
        for extraction in readable():
            put(explain_table(extraction, window(), sys.stdout.isatty()) if explain else as_table(extraction))
    else:
        single = len(paths) == 1 and Path(paths[0]).suffix.lower() in {".txt", ".md", ".html", ".htm"}
        _print_json((as_object(e, explain) for e in readable()), format, single)
    return UnreadableDocument.exit_code if failures else 0


def _print_json(objects: Iterator[dict[str, Any]], format: ExtractFormat, single: bool) -> None:
    if format is ExtractFormat.JSONL:
        for item in objects:
            put(json.dumps(item, ensure_ascii=False) + "\n")
    elif single:
        for item in objects:
            put(json.dumps(item, ensure_ascii=False, indent=1) + "\n")
    else:
        started = False
        for item in objects:
            put(",\n" if started else "[\n")
            put(json.dumps(item, ensure_ascii=False, indent=1))
            started = True
        put("\n]\n" if started else "[]\n")


def load(
    paths: SomePathsArgument = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read all stored texts again by the present rules.")
    ] = False,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Read the texts in so many processes.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything, then take it back.")] = False,
    database: DatabaseOption = None,
) -> int:
    """Load texts: find the facts in them, merge them with what is known, keep the words that say so.

    Loading the same texts again changes nothing; a load that was interrupted goes on where it ended.
    Documents that cannot be read are listed with the reason, and the exit code is 3.

    \b
    Examples:
      relations-db load articles/
      relations-db load archive.jsonl.gz --workers 4
      curl -s https://example.org/news.html | relations-db load -
      relations-db load --rebuild
    """
    if rebuild:
        return _rebuild(paths, workers, dry_run, database)
    if not paths:
        raise InvalidInput("nothing to load: give files or folders, or --rebuild")
    from relations_db.load import load as load_paths
    from relations_db.read import list_files

    files = list_files(paths)
    if not files:
        raise InvalidInput(f"no documents in {', '.join(paths)}")
    engine = prepare_database(database)
    with progress("loading") as advance:
        report = load_paths(engine, files, progress=advance, workers=workers, dry_run=dry_run)
    put(as_summary(report, dry_run))
    for problem in (*report.problems, *report.refused):
        say(f"{problem.origin}: {problem.reason}")
    return UnreadableDocument.exit_code if report.problems else 0


def _rebuild(paths: list[str] | None, workers: int, dry_run: bool, database: str | None) -> int:
    from relations_db.load import rebuild

    if paths or dry_run:
        raise InvalidInput("--rebuild reads what is stored: give it neither paths nor --dry-run")
    engine = prepare_database(database)
    with progress("reading again") as advance:
        report = rebuild(engine, progress=advance, workers=workers)
    put(as_changes(report.changes))
    return 0


def forget(
    document: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT", help="The document's id, or (the beginning of) the SHA-256 of its text."),
    ],
    database: DatabaseOption = None,
) -> int:
    """Remove a text and what only it supports; tells what that changes.

    \b
    Example:
      relations-db forget article-17
    """
    from relations_db.load import forget as remove

    report = remove(open_database(database), document)
    put(f"{document} is forgotten\n" + as_changes(report.changes))
    return 0


@contextmanager
def progress(what: str) -> Iterator[Callable[[int], None] | None]:
    """A counter on standard error, where that is a terminal; gives the function to call with each number done."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(what), MofNCompleteColumn(), TextColumn("documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda number: bar.advance(task, number)


def add_to(app: typer.Typer) -> None:
    app.command()(load)
    app.command()(extract)
    app.command()(forget)
