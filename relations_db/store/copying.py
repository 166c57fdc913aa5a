"""Rows by COPY into temporary tables, from which they are merged into the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Connection

Cursor = psycopg.Cursor[Any]


def raw_cursor(connection: Connection) -> Cursor:
    """A cursor of the driver inside the connection's transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver.cursor()


def stage(cursor: Cursor, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Copy rows into the temporary table `load_<table>`, which then holds these alone.

    Columns are `column` for one of `relations.<table>`, or `name type` for one of its own. The table lives as long as the session, its rows as
    long as the transaction.

    Returns:
        The temporary table's name.
    """
    name = f"load_{table}"
    cursor.execute("SELECT to_regclass(%s)", [f"pg_temp.{name}"])
    held = cursor.fetchone()
    if held is None or held[0] is None:
        _create(cursor, table, name, columns)
    else:
        cursor.execute(sql.SQL("DELETE FROM pg_temp.{}").format(sql.Identifier(name)))
    listed = sql.SQL(", ").join(sql.Identifier(c.split()[0]) for c in columns)
    with cursor.copy(sql.SQL("COPY pg_temp.{} ({}) FROM STDIN").format(sql.Identifier(name), listed)) as copy:
        for row in rows:
            copy.write_row(row)
    return name


def _create(cursor: Cursor, table: str, name: str, columns: Sequence[str]) -> None:
    picked = sql.SQL(", ").join(
        sql.SQL("NULL::{} AS {}").format(sql.SQL(c.split()[1]), sql.Identifier(c.split()[0]))  # type: ignore[arg-type]  # own text
        if " " in c
        else sql.Identifier(c)
        for c in columns
    )
    cursor.execute(
        sql.SQL("CREATE TEMPORARY TABLE {} ON COMMIT DELETE ROWS AS SELECT {} FROM relations.{} WITH NO DATA").format(
            sql.Identifier(name), picked, sql.Identifier(table)
        )
    )


def merge(
    cursor: Cursor, table: str, columns: Sequence[str], key: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows; those in the way are updated where they differ."""
    name = stage(cursor, table, columns, rows)
    others = [c for c in columns if c not in key]
    listed = sql.SQL(", ").join(map(sql.Identifier, columns))
    conflict = sql.SQL("NOTHING")
    if others:
        conflict = sql.SQL("UPDATE SET ({0}) = ROW({1}) WHERE ({2}) IS DISTINCT FROM ({1})").format(
            sql.SQL(", ").join(map(sql.Identifier, others)),
            sql.SQL(", ").join(sql.SQL("excluded.{}").format(sql.Identifier(c)) for c in others),
            sql.SQL(", ").join(sql.SQL("t.{}").format(sql.Identifier(c)) for c in others),
        )
    cursor.execute(
        sql.SQL("INSERT INTO relations.{} AS t ({}) SELECT {} FROM pg_temp.{} ON CONFLICT ({}) DO {}").format(
            sql.Identifier(table),
            listed,
            listed,
            sql.Identifier(name),
            sql.SQL(", ").join(map(sql.Identifier, key)),
            conflict,
        )
    )
