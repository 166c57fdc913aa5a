"""Each rule of the schema is broken once, and the database refuses by the name of the rule."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from rules import ALLOWED, REFUSED
from servers import Server
from world import fill


@pytest.fixture(scope="module", params=["embedded", "external"])
def world(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """A connection to a database with one row in every table; what a test does is rolled back."""
    server: Server = request.getfixturevalue(f"{request.param}_server")
    name = server.create(server.template)
    with psycopg.connect(server.url(name)) as connection:
        fill(connection)
        yield connection
    server.drop(name)


def _execute(world: psycopg.Connection, statement: str) -> None:
    world.execute(statement)  # type: ignore[arg-type]
    world.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(("statement", "refusal"), REFUSED, ids=[f"{n}-{r}" for n, (_, r) in enumerate(REFUSED)])
def test_refused(world: psycopg.Connection, statement: str, refusal: str) -> None:
    with pytest.raises(psycopg.IntegrityError) as caught:
        _execute(world, statement)
    world.rollback()
    assert refusal == caught.value.diag.constraint_name or refusal in str(caught.value)


@pytest.mark.parametrize("statement", ALLOWED, ids=range(len(ALLOWED)))
def test_allowed(world: psycopg.Connection, statement: str) -> None:
    _execute(world, statement)
    world.rollback()


def test_the_world_has_a_row_in_every_table(world: psycopg.Connection) -> None:
    names = world.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'relations'::regnamespace AND relkind = 'r'"
    ).fetchall()
    empty = [n for (n,) in names if not world.execute(f"SELECT 1 FROM relations.{n}").fetchone()]  # type: ignore[arg-type]
    world.rollback()
    assert empty == []


def test_every_rule_is_broken_above(world: psycopg.Connection) -> None:
    """Checks, exclusions, uniques besides primary keys, and the foreign keys that hold a fact together."""
    rules = world.execute(
        "SELECT conname FROM pg_constraint WHERE connamespace = 'relations'::regnamespace"
        " AND (contype IN ('c', 'x', 'u') OR conname LIKE '%\\_fact\\_parties' AND condeferrable)"
    ).fetchall()
    world.rollback()
    implied = {"uq_facts_id_kind"}  # the primary key says it already; it is there for foreign keys to refer to
    assert {name for (name,) in rules} - {refusal for _, refusal in REFUSED} - implied == set()


def test_every_reference_must_exist(world: psycopg.Connection) -> None:
    """Each foreign key of one column refuses a value that is not there."""
    keys = world.execute(
        "SELECT c.conname, c.conrelid::regclass::text, a.attname, format_type(a.atttypid, a.atttypmod)"
        " FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
        " WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND c.connamespace = 'relations'::regnamespace"
    ).fetchall()
    world.rollback()
    assert len(keys) >= 40
    for name, table, column, kind in keys:
        nothing = "'???'" if kind == "text" else "-1"
        one = f"(SELECT max(ctid) FROM {table} {'WHERE package_id > 0' if column == 'package_id' else ''})"
        with pytest.raises(psycopg.errors.ForeignKeyViolation) as caught:
            world.execute(f"UPDATE {table} SET {column} = {nothing} WHERE ctid = {one}")  # type: ignore[arg-type]
        world.rollback()
        assert caught.value.diag.constraint_name == name


def test_every_row_has_one_key(world: psycopg.Connection) -> None:
    tables = world.execute(
        "SELECT c.conrelid::regclass::text, string_agg(a.attname, ', ') FROM pg_constraint c"
        " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum > 0 AND a.attgenerated = ''"
        " WHERE c.contype = 'p' AND c.connamespace = 'relations'::regnamespace GROUP BY c.conrelid"
    ).fetchall()
    for table, columns in tables:
        with pytest.raises(psycopg.errors.UniqueViolation):
            world.execute(f"INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM {table}")  # type: ignore[arg-type]
        world.rollback()


def test_generated_columns(world: psycopg.Connection) -> None:
    periods = {
        "2023": "2023-01-01 2023-12-31",
        "2023-02": "2023-02-01 2023-02-28",
        "2024-02": "2024-02-01 2024-02-29",
        "2023-Q1": "2023-01-01 2023-03-31",
        "2023-Q4": "2023-10-01 2023-12-31",
        "2024-01/2024-08": "2024-01-01 2024-08-31",
        "2023-04/2024-03": "2023-04-01 2024-03-31",
        "2023-05-07": "2023-05-07 2023-05-07",
    }
    for period, expected in periods.items():
        row = world.execute(
            "UPDATE relations.trade_figures SET period = %s RETURNING period_start || ' ' || period_end", [period]
        ).fetchone()
        assert row == (expected,), period
    world.rollback()


def test_partial_dates_print_as_they_were_said(world: psycopg.Connection) -> None:
    rows = world.execute(
        "SELECT relations.date_text(d, p), relations.last_day(d, p)::text FROM (VALUES (date '2023-09-01', 'day'),"
        " ('2023-09-01', 'month'), ('2024-02-01', 'month'), ('2023-01-01', 'year'), (NULL, NULL)) AS v (d, p)"
    ).fetchall()
    world.rollback()
    assert rows == [
        ("2023-09-01", "2023-09-01"),
        ("2023-09", "2023-09-30"),
        ("2024-02", "2024-02-29"),
        ("2023", "2023-12-31"),
        (None, None),
    ]
