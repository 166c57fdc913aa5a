"""The schema's revisions: bring a database to one, tell which it has, refuse one that this program does not know."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import Lock

import psycopg
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

import relations_db
from relations_db.errors import DatabaseUnavailable, SchemaMismatch

LOCK_TIMEOUT = "10s"  # rather fail than queue behind a long query and block every reader meanwhile
STATEMENT_TIMEOUT = "30min"

_ONE_AT_A_TIME = Lock()  # alembic's context is one per process
_BY_ROLE = "grant it: GRANT CREATE ON DATABASE ... TO ..., or let the database's owner upgrade"


def migrations_folder() -> Path:
    """The folder with env.py and the revisions: inside the installed package, else in the checkout.

    Raises:
        SchemaMismatch: neither exists.
    """
    package = Path(relations_db.__file__).parent
    for folder in (package / "_migrations", package.parent / "alembic"):
        if (folder / "env.py").is_file():
            return folder
    raise SchemaMismatch("the migrations are missing from the installation: install relations-db again")


@lru_cache(maxsize=1)
def revisions() -> tuple[str, ...]:
    """All revisions that this program knows, oldest first. A file is named after its revision, which is a number."""
    return tuple(sorted(path.name.split("_")[0] for path in (migrations_folder() / "versions").glob("[0-9]*.py")))


def upgrade(database: Engine, revision: str = "head") -> None:
    """Bring the database to this revision, in one transaction.

    Raises:
        DatabaseUnavailable: the role may not create the schema, or others hold the tables locked.
    """
    _run(database, "upgrade", revision)


def downgrade(database: Engine, revision: str) -> None:
    """Take the database back to this revision (`base`: nothing is left; `-1`: one step), in one transaction.

    Raises:
        DatabaseUnavailable: the role does not own the tables, or others hold them locked.
    """
    _run(database, "downgrade", revision)


def _run(database: Engine, command: str, revision: str) -> None:
    import alembic.command  # takes a tenth of a second to import, and most runs need no migration
    import alembic.config
    import alembic.util

    config = alembic.config.Config(attributes={})
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with _ONE_AT_A_TIME, database.begin() as connection:
            config.attributes["connection"] = connection
            getattr(alembic.command, command)(config, revision)
    except alembic.util.CommandError as error:
        raise SchemaMismatch(f"cannot {command} to {revision}: {str(error).splitlines()[0]}") from None
    except DBAPIError as error:
        raise _explained(error, command) from error


def _explained(error: DBAPIError, command: str) -> Exception:
    cause = error.orig
    said = str(cause).splitlines()[0] if cause else str(error)
    if isinstance(cause, psycopg.errors.InsufficientPrivilege):
        return DatabaseUnavailable(f"this role may not {command} the schema ({said}): {_BY_ROLE}")
    if isinstance(cause, (psycopg.errors.LockNotAvailable, psycopg.errors.QueryCanceled)):
        return DatabaseUnavailable(f"cannot {command} the schema while others use it ({said}): try again")
    return error


def current(connection: Connection) -> str | None:
    """The revision of the database; None where it has no tables of ours.

    Raises:
        DatabaseUnavailable: the role has no rights in our schema.
    """
    there = "SELECT 1 FROM pg_class WHERE relname = 'alembic_version' AND relnamespace = to_regnamespace('relations')"
    if connection.scalar(text(there)) is None:
        return None
    try:
        revision = connection.scalar(text("SELECT version_num FROM relations.alembic_version"))
    except ProgrammingError as error:
        raise DatabaseUnavailable(
            "this role may not read the database: let its owner run relations-db db grant"
        ) from error
    return str(revision) if revision else None


def check_schema(connection: Connection) -> None:
    """Pass where the database has the newest revision that this program knows.

    Raises:
        SchemaMismatch: it has none, an older one, or one that this program does not know.
        DatabaseUnavailable: the role has no rights in our schema.
    """
    found, wanted = current(connection), revisions()[-1]
    if found == wanted:
        return
    if found is None:
        raise SchemaMismatch("the database has no tables yet: run relations-db db upgrade")
    if found in revisions():
        raise SchemaMismatch(f"the schema is older ({found}) than this program ({wanted}): run relations-db db upgrade")
    raise SchemaMismatch(f"the schema ({found}) is newer than this program ({wanted}): install a newer relations-db")
