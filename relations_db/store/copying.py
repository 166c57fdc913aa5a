"""Rows by COPY into temporary tables, from which they are merged into the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from sqlalchemy import Connection


class Cursor(psycopg.Cursor[Any]):
    """A cursor of one transaction that knows which temporary tables it has made sure of."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        super().__init__(connection)
        self.staged: set[str] = set()


def raw_cursor(connection: Connection) -> Cursor:
    """A cursor of the driver inside the connection's transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return Cursor(driver)


def stage(cursor: Cursor, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Copy rows into the temporary table `load_<table>`, which then holds these alone.

    Columns are `column` for one of `relations.<table>`, or `name type` for one of its own. The table lives as long as
    the session, its rows as long as the transaction.

    Returns:
        The temporary table's name.
    """
    name = f"load_{table}"
    first = "" if name in cursor.staged else _creation(table, name, columns)
    cursor.execute(f"{first} DELETE FROM pg_temp.{name}", prepare=False)
    cursor.staged.add(name)
    listed = ", ".join(c.split()[0] for c in columns)
    with cursor.copy(f"COPY pg_temp.{name} ({listed}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    return name


def _creation(table: str, name: str, columns: Sequence[str]) -> str:
    """Typed columns are made from nothing, the others from the real table."""
    picked = ", ".join("NULL::{1} AS {0}".format(*c.split()) if " " in c else c for c in columns)
    source = "" if all(" " in c for c in columns) else f"FROM relations.{table}"
    return (
        f"CREATE TEMPORARY TABLE IF NOT EXISTS {name} ON COMMIT DELETE ROWS AS SELECT {picked} {source} WITH NO DATA;"
    )


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
