"""Readers read, loaders load, reviewers review, and nobody does more."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import psycopg
import pytest
from rules import FACT
from servers import Server
from sqlalchemy import Engine, text
from world import fill

from relations_db.errors import InvalidInput
from relations_db.store.embedded import psql
from relations_db.store.engine import conninfo
from relations_db.store.migrate import downgrade, upgrade
from relations_db.store.roles import Role, create_groups, grant, revoke

GUEST = "rdb_test_guest"


@pytest.fixture
def guest(server: Server, db: Engine) -> Iterator[str]:
    """The address of `db` for a role without any rights."""
    name = f"{GUEST}_{os.getpid()}"
    server.run(f"CREATE ROLE {name} LOGIN PASSWORD 'guest'")
    yield f"postgresql://{name}:guest@{server.address_of(db).split('@')[1]}"
    place = conninfo(server.address_of(db))["dbname"]
    with psycopg.connect(server.administration, dbname=place, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {name}")
        connection.execute(f"DROP ROLE {name}")


def role_of(url: str) -> str:
    return conninfo(url)["user"]


def may(url: str, statement: str) -> bool:
    with psycopg.connect(url) as connection:
        try:
            connection.execute(statement)  # type: ignore[arg-type]
        except psycopg.errors.InsufficientPrivilege:
            return False
        finally:
            connection.rollback()
    return True


READ = ("SELECT count(*) FROM relations.facts", "SELECT count(*) FROM reports.visits")
LOAD = (
    FACT + "(500, 'fact-000500', 'leaders', NULL, 'b')",
    "UPDATE relations.documents SET title = 'x'",
    "DELETE FROM relations.statements",
    "INSERT INTO relations.loads (program_version, extractor_version) VALUES ('1', '1')",
    "DELETE FROM relations.cities",
)
REVIEW = (
    "INSERT INTO relations.judgements (verdict, fact_uid, made_by) VALUES ('confirm', 'fact-000001', 'Ann')",
    "UPDATE relations.judgements SET withdrawn_by = 'Ann', withdrawn_at = now()",
)
NOBODY = (
    "DELETE FROM relations.judgements",
    "UPDATE relations.alembic_version SET version_num = '0001'",
    "DROP VIEW reports.visits",
    "CREATE TABLE relations.mine (n int)",
    "TRUNCATE relations.facts CASCADE",
)
RIGHTS = {
    None: (),
    Role.READER: READ,
    Role.LOADER: READ + LOAD,
    Role.REVIEWER: READ + REVIEW + LOAD[:1],
}


@pytest.mark.parametrize("role", RIGHTS)
def test_rights(db: Engine, guest: str, role: Role | None) -> None:
    if role:
        with db.begin() as connection:
            grant(connection, role, role_of(guest))
    for statement in READ + LOAD + REVIEW + NOBODY:
        assert may(guest, statement) == (statement in RIGHTS[role]), statement


def test_rights_reach_later_tables_and_can_be_taken_back(db: Engine, guest: str) -> None:
    with db.begin() as connection:
        grant(connection, Role.READER, role_of(guest))
    downgrade(db, "-1")
    upgrade(db)
    assert may(guest, "SELECT * FROM reports.trade_targets")
    with db.begin() as connection:
        revoke(connection, role_of(guest))
    assert not any(may(guest, statement) for statement in READ)


def test_a_role_that_is_not_there(embedded_db: Engine) -> None:
    with (
        embedded_db.begin() as connection,
        pytest.raises(InvalidInput, match=r"^the server has no role ann: create it first"),
    ):
        grant(connection, Role.READER, "ann")


def test_odd_names(embedded_server: Server, embedded_db: Engine) -> None:
    name = 'A "b":c'
    embedded_server.run('CREATE ROLE "A ""b"":c"')
    with embedded_db.begin() as connection:
        grant(connection, Role.LOADER, name)
        assert connection.scalar(text("SELECT has_table_privilege(:n, 'relations.facts', 'INSERT')"), {"n": name})
        revoke(connection, name)
    embedded_server.run('DROP ROLE "A ""b"":c"')


def test_groups_are_made_where_that_is_allowed(embedded_db: Engine) -> None:
    with embedded_db.begin() as connection:
        assert create_groups(connection) == ("relations_reader", "relations_loader", "relations_reviewer")
        for view in ("visits", "trade_targets"):
            query = text("SELECT has_table_privilege('relations_reader', :view, 'SELECT')")
            assert connection.scalar(query, {"view": f"reports.{view}"})


def test_a_normal_owner_makes_no_groups_and_does_not_fail(server: Server, db: Engine) -> None:
    there = text(
        "SELECT count(*) FROM pg_roles WHERE rolname IN ('relations_reader', 'relations_loader', 'relations_reviewer')"
    )
    with db.begin() as connection:
        superuser = connection.scalar(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        before = connection.scalar(there)
        made = create_groups(connection)
        assert len(made) == connection.scalar(there) == (3 if superuser else before)


def test_plain_psql_as_a_reader_selects_from_each_view(server: Server, db: Engine, guest: str) -> None:
    with db.begin() as connection:
        grant(connection, Role.READER, role_of(guest))
        views = list(connection.scalars(text("SELECT viewname FROM pg_views WHERE schemaname = 'reports' ORDER BY 1")))
    assert len(views) == 16
    with psycopg.connect(server.address_of(db)) as connection:
        fill(connection)
    script = "".join(f"SELECT '{view}', count(*) > 0 FROM reports.{view};\n" for view in views)
    done = subprocess.run(
        [psql(), guest, "-XAt", "-v", "ON_ERROR_STOP=1"], input=script, capture_output=True, text=True
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [f"{view}|t" for view in views]
