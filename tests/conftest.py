"""Databases for tests: real servers, a template migrated once for each, a clone of it for every test that asks.

`db` runs a test on the embedded server and on the PostgreSQL at 127.0.0.1:5432, where one answers; there the tests are
a role of their own that is no superuser. `embedded_db` is for tests that gain nothing from a second server.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from servers import Server
from sqlalchemy import Engine

from relations_db.store.embedded import EmbeddedServer
from relations_db.store.engine import make_engine

settings.register_profile("untimed", deadline=None)  # a busy machine fails no test
settings.load_profile("untimed")
EXTERNAL = "postgresql://postgres@127.0.0.1:5432/postgres"


@pytest.fixture(scope="session", autouse=True)
def _environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reaches the user's own database by accident."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("PG") or name == "DATABASE_URL"]:
            patch.delenv(name)
        patch.setenv("RELATIONS_DB_DATA", "/dev/null/no-database-in-tests")
        yield


@pytest.fixture
def data_folder() -> Iterator[Path]:
    """A data folder that any user can reach; a server that a test started there is stopped."""
    folder = Path(tempfile.mkdtemp(prefix="relations-db-test-"))
    folder.chmod(0o755)
    yield folder
    EmbeddedServer(folder).stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def embedded_server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="relations-db-tests-"))
    folder.chmod(0o755)
    running = EmbeddedServer(folder)
    try:
        url = running.start()
        owner, password = url.removeprefix("postgresql://").split("@")[0].split(":")
        server = Server(url, owner, password)
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # its data need not outlive a power cut
            server.run(f"ALTER SYSTEM SET {setting} = off")
        server.run("SELECT pg_reload_conf()")
        yield server
    finally:
        running.stop()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def external_server() -> Iterator[Server]:
    try:
        psycopg.connect(EXTERNAL, connect_timeout=3).close()
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL answers at 127.0.0.1:5432 as role postgres")
    server = Server(EXTERNAL, f"rdb_test_{secrets.token_hex(4)}", secrets.token_hex(8))
    server.run(f"CREATE ROLE {server.owner} LOGIN NOSUPERUSER PASSWORD '{server.password}'")
    try:
        yield server
    finally:
        for name in list(server.made):
            server.drop(name)
        server.run(f"DROP ROLE {server.owner}")


@pytest.fixture(params=["embedded", "external"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each of the two servers in turn."""
    chosen: Server = request.getfixturevalue(f"{request.param}_server")
    return chosen


def _clone(server: Server, template: str) -> Iterator[Engine]:
    name = server.create(template)
    engine = make_engine(server.url(name))
    server.clones[engine] = name
    yield engine
    engine.dispose()
    del server.clones[engine]
    server.drop(name)


@pytest.fixture
def db(server: Server) -> Iterator[Engine]:
    """A fresh database with schema and reference data, on both servers."""
    yield from _clone(server, server.template)


@pytest.fixture
def embedded_db(embedded_server: Server) -> Iterator[Engine]:
    """A fresh database with schema and reference data, on the embedded server only."""
    yield from _clone(embedded_server, embedded_server.template)


@pytest.fixture
def empty_db(server: Server) -> Iterator[Engine]:
    """A fresh database without anything, on both servers."""
    yield from _clone(server, "template0")


@pytest.fixture
def db_url(db: Engine, server: Server) -> str:
    """The address of `db`, for code that wants one."""
    return server.address_of(db)
