"""From any database to one that is ready, or a line that says why not."""

from __future__ import annotations

import pytest
from servers import Server
from sqlalchemy import Engine, text

from relations_db.errors import DatabaseUnavailable, SchemaMismatch
from relations_db.store.engine import make_engine
from relations_db.store.migrate import check_schema, current, downgrade, revisions, upgrade
from relations_db.store.ready import make_ready
from relations_db.store.roles import Role, grant


def state(engine: Engine) -> tuple[object, ...]:
    with engine.connect() as connection:
        return tuple(
            connection.scalar(text(query))
            for query in (
                "SELECT version_num FROM relations.alembic_version",
                "SELECT count(*) FROM relations.countries",
                "SELECT loaded_at FROM relations.reference_loads",
            )
        )


def test_from_nothing(empty_db: Engine) -> None:
    make_ready(empty_db)
    revision, countries, loaded = state(empty_db)
    assert revision == revisions()[-1]
    assert countries >= 193
    make_ready(empty_db)
    assert state(empty_db) == (revision, countries, loaded)


def test_an_older_schema(embedded_db: Engine) -> None:
    downgrade(embedded_db, "-2")
    with pytest.raises(SchemaMismatch, match="older"):
        make_ready(embedded_db)
    make_ready(embedded_db, upgrade_old=True)
    assert state(embedded_db)[0] == revisions()[-1]


def test_a_newer_schema(embedded_db: Engine) -> None:
    with embedded_db.begin() as connection:
        connection.execute(text("UPDATE relations.alembic_version SET version_num = '9999'"))
    for upgrade_old in (False, True):
        with pytest.raises(SchemaMismatch, match="newer"):
            make_ready(embedded_db, upgrade_old=upgrade_old)


def test_a_schema_without_data(empty_db: Engine) -> None:
    upgrade(empty_db)
    make_ready(empty_db)
    assert state(empty_db)[1] >= 193


@pytest.fixture
def guest(embedded_server: Server, embedded_db: Engine):  # type: ignore[no-untyped-def]
    embedded_server.run("DROP ROLE IF EXISTS visitor; CREATE ROLE visitor LOGIN PASSWORD 'visitor'")
    address = embedded_server.address_of(embedded_db).split("@")[1]
    engine = make_engine(f"postgresql://visitor:visitor@{address}")
    yield engine
    engine.dispose()
    with embedded_db.begin() as connection:
        connection.execute(text("DROP OWNED BY visitor; DROP ROLE visitor"))


def test_a_stranger(guest: Engine) -> None:
    with pytest.raises(
        DatabaseUnavailable, match="this role may not read the database: let its owner run relations-db db grant"
    ):
        make_ready(guest)


def test_a_reader_and_a_loader(embedded_db: Engine, guest: Engine) -> None:
    with embedded_db.begin() as connection:
        grant(connection, Role.READER, "visitor")
    make_ready(guest)
    with embedded_db.begin() as connection:
        connection.execute(text("UPDATE relations.reference_loads SET sha256 = 'old'"))
    with pytest.raises(DatabaseUnavailable, match="reference data are not this program's"):
        make_ready(guest)
    with embedded_db.begin() as connection:
        grant(connection, Role.LOADER, "visitor")
    make_ready(guest)
    with guest.connect() as connection:
        check_schema(connection)
        assert current(connection) == revisions()[-1]
