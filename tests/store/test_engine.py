"""Addresses, and what is said where nobody answers: one line, without the password."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from servers import Server
from sqlalchemy import Engine, text

from relations_db.errors import DatabaseUnavailable, InvalidInput
from relations_db.settings import Settings
from relations_db.store import engine as engine_module
from relations_db.store.engine import connect, conninfo, database_url, make_engine, unavailable

READ = [
    ("postgresql://u:p@h:5433/d", {"user": "u", "password": "p", "host": "h", "port": "5433", "dbname": "d"}),
    ("postgres://u@h/d", {"user": "u", "host": "h", "dbname": "d"}),
    ("postgresql+psycopg://h", {"host": "h"}),
    ("postgresql://u:p%40%2F@h/d?sslmode=require", {"user": "u", "password": "p@/", "host": "h", "dbname": "d", "sslmode": "require"}),
    ("postgresql:///d?host=/run/postgresql", {"dbname": "d", "host": "/run/postgresql"}),
    ("postgresql://h1:1,h2:2/d", {"host": "h1,h2", "port": "1,2", "dbname": "d"}),
    ("postgresql://[::1]:5432/d", {"host": "::1", "port": "5432", "dbname": "d"}),
]  # fmt: skip

UNREADABLE = [
    "",
    "relations",
    "mysql://u:secret@h/d",
    "sqlite:///x.db",
    "postgresql+asyncpg://u:secret@h/d",
    "http://u:secret@h",
    "postgresql://u:secret@[::1",
    "postgresql://u:sec/ret@h/d",
    "postgresql://u:secret@h:port/d",
    "postgresql://u:secret@h/d?colour=red",
    "postgresql:/h/d",
]


@pytest.mark.parametrize(("url", "parts"), READ)
def test_read(url: str, parts: dict[str, str]) -> None:
    assert conninfo(url) == parts


@pytest.mark.parametrize("url", UNREADABLE)
def test_unreadable(url: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        conninfo(url)
    said = str(caught.value)
    assert "\n" not in said
    assert "secret" not in said
    assert "ret@" not in said
    assert "postgresql://user:password@host" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"port": "1"}, "the server at 127.0.0.1:1 does not answer: start the server or mend the address"),
        ({"password": "not-it"}, "the server at {place} refuses the password of {user}: mend the password"),
        ({"dbname": "nowhere"}, "the server at {place} has no database nowhere: create it: createdb nowhere"),
        ({"host": "no.such.host.invalid"}, "the server at no.such.host.invalid:{port} has a name that nobody knows: mend the address"),
    ],
    ids=lambda case: next(iter(case)) if isinstance(case, dict) else "",
)  # fmt: skip
def test_no_answer(embedded_server: Server, change: dict[str, str], said: str) -> None:
    parts = conninfo(embedded_server.administration)
    place = f"127.0.0.1:{parts['port']}"
    address = {**parts, **change}
    url = "postgresql://{user}:{password}@{host}:{port}/{dbname}".format(**address)
    with pytest.raises(DatabaseUnavailable) as caught:
        connect(url)
    assert str(caught.value) == said.format(place=place, user=parts["user"], port=parts["port"])


def test_no_role(external_server: Server) -> None:
    with pytest.raises(DatabaseUnavailable, match=r"^the server at 127.0.0.1:5432 has no role stranger: mend the user"):
        connect("postgresql://stranger:secret@127.0.0.1:5432/postgres")


def test_no_right_to_connect(external_server: Server) -> None:
    name = external_server.create()
    external_server.run(
        f"REVOKE CONNECT ON DATABASE {name} FROM PUBLIC; REVOKE CONNECT ON DATABASE {name} FROM {external_server.owner}"
    )
    with pytest.raises(DatabaseUnavailable, match=r"does not let rdb_test_\w+ use database \w+: grant CONNECT"):
        connect(external_server.url(name))
    external_server.drop(name)


def test_a_server_that_is_no_postgresql() -> None:
    import socket

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"postgresql://u:secret@127.0.0.1:{silent.getsockname()[1]}/d?connect_timeout=2"
        with pytest.raises(
            DatabaseUnavailable, match=r"does not answer in time: start the server or mend the address$"
        ):
            connect(url)


def test_any_other_failure_keeps_the_password_out() -> None:
    error = psycopg.OperationalError("odd\n\tthing with pass-word in it")
    said = str(unavailable("postgresql://u:pass-word@h/d", error))
    assert said == "the server at h:5432 cannot be used: odd thing with *** in it"


def test_connected(server: Server) -> None:
    engine = connect(server.url(server.template))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT current_user")) == server.owner
        assert connection.scalar(text("SELECT current_setting('application_name')")) == "relations-db"
    assert server.password not in repr(engine)
    engine.dispose()


def test_an_old_server_is_refused(
    embedded_db: Engine, embedded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "OLDEST", 99)
    with pytest.raises(DatabaseUnavailable, match=r"is PostgreSQL \d\d: PostgreSQL 99 or newer is needed$"):
        connect(embedded_server.administration)


def test_which_database(monkeypatch: pytest.MonkeyPatch, embedded_server: Server) -> None:
    monkeypatch.setattr(engine_module, "embedded_url", lambda settings: f"embedded in {settings.data_folder}")
    monkeypatch.setenv("RELATIONS_DB_DATA", "/data")
    monkeypatch.setenv("DATABASE_URL", "postgresql://variable/d")
    assert database_url("postgresql://argument/d") == "postgresql://argument/d"
    assert database_url() == "postgresql://variable/d"
    monkeypatch.setenv("DATABASE_URL", "")
    assert database_url() == "embedded in /data"


def test_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RELATIONS_DB_DATA", "DATABASE_URL", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/ann")
    assert Settings().database_url is None
    monkeypatch.setenv("XDG_DATA_HOME", "/data/ann")
    assert Settings().data_folder == Path("/data/ann/relations-db")
    monkeypatch.setenv("RELATIONS_DB_DATA", "~/diplomacy")
    assert Settings().data_folder == Path("/home/ann/diplomacy")
    monkeypatch.setenv("RELATIONS_DB_DATA", "here")
    assert Settings().data_folder == Path.cwd() / "here"
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:secret@h/d")
    assert "secret" not in repr(Settings())


def test_making_an_engine_connects_to_nothing() -> None:
    make_engine("postgresql://u:p@nowhere.invalid/d").dispose()
