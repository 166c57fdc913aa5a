"""Rows by COPY into temporary tables, from which they are merged into the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from sqlalchemy import Connection

Cursor = psycopg.Cursor[Any]


def raw_cursor(connection: Connection) -> Cursor:
    """A cursor of the driver inside the connection's transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver.cursor()


def stage(cursor: Cursor, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Copy rows into the temporary table `load_<table>`, which then holds these alone.

    Columns are `column` for one of `relations.<table>`, or `name type` for one of its own. The table lives as long as
    the session, its rows as long as the transaction.

    Returns:
        The temporary table's name.
    """
    name = f"load_{table}"
    cursor.execute("SELECT to_regclass(%s)", [f"pg_temp.{name}"])
    held = cursor.fetchone()
    if held is None or held[0] is None:
        _create(cursor, table, name, columns)
    else:
        cursor.execute(f"DELETE FROM pg_temp.{name}")
    listed = ", ".join(c.split()[0] for c in columns)
    with cursor.copy(f"COPY pg_temp.{name} ({listed}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    return name


def _create(cursor: Cursor, table: str, name: str, columns: Sequence[str]) -> None:
    """Typed columns are made from nothing, the others from the real table."""
    picked = ", ".join("NULL::{1} AS {0}".format(*c.split()) if " " in c else c for c in columns)
    source = "" if all(" " in c for c in columns) else f"FROM relations.{table}"
    cursor.execute(f"CREATE TEMPORARY TABLE {name} ON COMMIT DELETE ROWS AS SELECT {picked} {source} WITH NO DATA")


def merge(
    cursor: Cursor, table: str, columns: Sequence[str], key: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows; those in the way are updated where they differ."""
    name, listed = stage(cursor, table, columns, rows), ", ".join(columns)
    others = [c for c in columns if c not in key]
    then = "NOTHING"
    if others:
        new, old = (", ".join(f"{of}.{c}" for c in others) for of in ("excluded", "t"))
        then = f"UPDATE SET ({', '.join(others)}) = ROW({new}) WHERE ({old}) IS DISTINCT FROM ({new})"
    cursor.execute(
        f"INSERT INTO relations.{table} AS t ({listed}) SELECT {listed} FROM pg_temp.{name}"
        f" ON CONFLICT ({', '.join(key)}) DO {then}"
    )
