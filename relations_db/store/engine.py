"""Engines: which server, and what to say where it does not answer."""

from __future__ import annotations

import os
import re

import psycopg
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError

from relations_db.errors import DatabaseUnavailable, InvalidInput
from relations_db.settings import Settings

OLDEST = 15
_SCHEME = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://")
_REASONS = (
    (r"password authentication failed|no password supplied", "refuses the password of {user}", "mend the password"),
    (r'role "[^"]*" does not exist', "has no role {user}", "mend the user name, or create the role"),
    (r'database "[^"]*" does not exist', "has no database {dbname}", "create it: createdb {dbname}"),
    (r"no pg_hba.conf entry", "does not let {user} in from here", "mend the server's pg_hba.conf"),
    (r"could not translate host name|failed to resolve host", "has a name that nobody knows", "mend the address"),
    (r"Connection refused|No such file", "does not answer", "start the server or mend the address"),
    (r"timeout|timed out", "does not answer in time", "start the server or mend the address"),
    (r"permission denied for database", "does not let {user} use database {dbname}", "grant CONNECT to the role"),
)


def conninfo(url: str) -> dict[str, str]:
    """The connection parameters in a `postgres://`, `postgresql://` or `postgresql+psycopg://` URL, as libpq reads it.

    Raises:
        InvalidInput: another scheme, or not a URL that libpq understands.
    """
    scheme = _SCHEME.match(url)
    if not scheme:
        raise InvalidInput("the database address must begin with postgresql:// (postgresql://user:password@host/name)")
    try:
        parts = conninfo_to_dict("postgresql://" + url[scheme.end() :])
    except psycopg.ProgrammingError:
        parts = {"port": "unreadable"}
    if not str(parts.get("port") or 0).replace(",", "").isdecimal():  # a bare / in a password ends up here too
        raise InvalidInput(
            "the database address cannot be read: the form is postgresql://user:password@host:port/name,"
            " with %40 for @ and %2F for / in a password"
        )
    return {name: str(value) for name, value in parts.items()}


def database_url(url: str | None = None) -> str:
    """The address to use: `url`, else `DATABASE_URL`, else that of the embedded server, which is started where needed.

    Raises:
        DatabaseUnavailable: the embedded server cannot be started.
    """
    settings = Settings()
    return url or settings.database_url or embedded_url(settings)


def embedded_url(settings: Settings) -> str:
    """The address of the embedded server of the data folder, started where needed.

    Raises:
        DatabaseUnavailable: it cannot be started.
    """
    if os.name != "posix":
        raise DatabaseUnavailable(
            "the embedded server needs Linux or macOS: name a server by DATABASE_URL or --database"
        )
    from relations_db.store.embedded import EmbeddedServer  # its modules exist on POSIX systems only

    return EmbeddedServer(settings.data_folder).url()


def connect(url: str | None = None) -> Engine:
    """An engine for the database at `url` (see `database_url`), checked: a server answers, PostgreSQL 15 or newer.

    Raises:
        InvalidInput: the URL cannot be read.
        DatabaseUnavailable: no server answers there, it refuses us, or it is too old.
    """
    address = database_url(url)
    engine = make_engine(address)
    try:
        with engine.connect() as connection:
            version = int((connection.dialect.server_version_info or (0,))[0])
    except (OperationalError, DBAPIError) as error:
        engine.dispose()
        raise unavailable(address, error) from None
    if version < OLDEST:
        engine.dispose()
        raise DatabaseUnavailable(
            f"the server at {_place(conninfo(address))} is PostgreSQL {version}: PostgreSQL {OLDEST} or newer is needed"
        )
    return engine


def make_engine(url: str) -> Engine:
    """An engine for this URL; nothing is connected yet. Its `url` carries no password.

    Raises:
        InvalidInput: the URL cannot be read.
    """
    defaults = {"connect_timeout": "10", "application_name": "relations-db"}
    return create_engine("postgresql+psycopg://", connect_args=defaults | conninfo(url))


def unavailable(url: str, error: BaseException) -> DatabaseUnavailable:
    """What a failed connection means, in one line without the password."""
    parts = conninfo(url)
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    said = " ".join(str(cause).split())
    fields = {"user": parts.get("user", "this user"), "dbname": parts.get("dbname") or parts.get("user", "")}
    for pattern, what, mend in _REASONS:
        if re.search(pattern, said, re.IGNORECASE):
            return DatabaseUnavailable(
                f"the server at {_place(parts)} {what.format(**fields)}: {mend.format(**fields)}"
            )
    if password := parts.get("password"):
        said = said.replace(password, "***")
    return DatabaseUnavailable(f"the server at {_place(parts)} cannot be used: {said}")


def _place(parts: dict[str, str]) -> str:
    return f"{parts.get('host') or parts.get('hostaddr') or 'localhost'}:{parts.get('port') or '5432'}"
