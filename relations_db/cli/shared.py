"""What the commands share: options, output, and the way to the database."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relations_db.errors import InvalidInput

if TYPE_CHECKING:
    from sqlalchemy import Engine

DatabaseOption = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="PostgreSQL address; else DATABASE_URL, else the embedded server."),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]

WIDE = 140  # characters of a table that no terminal limits
_default_database: list[str | None] = [None]


def set_default_database(url: str | None) -> None:
    """Keep the address that was given before the command."""
    _default_database[0] = url


def database_address(url: str | None) -> str | None:
    return url or _default_database[0]


def open_database(url: str | None, checked: bool = True) -> Engine:
    """An engine on the chosen database; `checked`: its schema is the one that this program knows.

    Raises:
        DatabaseUnavailable: no server answers.
        SchemaMismatch: no tables, or those of another version.
    """
    from relations_db.store.engine import connect
    from relations_db.store.migrate import check_schema

    engine = connect(database_address(url))
    if checked:
        with engine.connect() as connection:
            check_schema(connection)
    return engine


def prepare_database(url: str | None) -> Engine:
    """An engine on the chosen database with tables and reference data: made where there are none.

    The embedded database is brought up to date; the schema of any other is upgraded only by `relations-db db upgrade`.

    Raises:
        DatabaseUnavailable: no server answers, or the role may not create the schema.
        SchemaMismatch: the tables are those of another version.
    """
    from relations_db.settings import Settings
    from relations_db.store.ready import make_ready

    engine = open_database(url, checked=False)
    make_ready(engine, upgrade_old=not (database_address(url) or Settings().database_url))
    return engine


def say(line: str) -> None:
    """One line to the user, apart from the results."""
    typer.echo(f"relations-db: {' '.join(line.split())}", err=True)


class ReaderGone(Exception):
    """Whoever reads the output has seen enough (`... | head`). Typer would end with code 1 on a broken pipe."""


def put(text: str) -> None:
    """Results to standard output.

    Raises:
        ReaderGone: nobody reads them any more.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise ReaderGone from None


def window() -> int:
    """The width for tables: that of `COLUMNS` or of the terminal, or a wide page where there is none."""
    asked = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size((WIDE, 24)).columns if asked else WIDE


def write_file(path: Path, content: str) -> None:
    """Write the whole file or nothing: readers never see half of it.

    Raises:
        InvalidInput: the file cannot be written.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_text(content, encoding="utf-8", newline="")
        draft.replace(path)
    except OSError as error:
        raise InvalidInput(f"cannot write {path}: {error.strerror or error}") from None
