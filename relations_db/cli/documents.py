"""Commands on texts: extract, load, forget."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relations_db.cli.shared import put, say
from relations_db.errors import InvalidInput, UnreadableDocument

if TYPE_CHECKING:
    from relations_db.values import Extraction

PathsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, archives (.txt .md .html .json .jsonl .csv .parquet .warc .zip .gz); - is standard input.",
    ),
]


class ExtractFormat(StrEnum):
    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"


def extract(
    paths: PathsArgument,
    format: Annotated[ExtractFormat, typer.Option(help="json: one object for one text, a list for more.")] = (
        ExtractFormat.JSON
    ),
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
    """
    from relations_db.cli.show import as_object, as_table
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

    if format is ExtractFormat.TABLE:
        for extraction in readable():
            put(as_table(extraction, explain))
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


def add_to(app: typer.Typer) -> None:
    app.command()(extract)
