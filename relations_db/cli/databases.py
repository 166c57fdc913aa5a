"""Commands on the database itself: db url, start, stop, status, shell, upgrade, downgrade, grant, revoke."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from relations_db.cli.shared import DatabaseOption, database_address, open_database, put
from relations_db.errors import InvalidInput

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from relations_db.store.embedded import EmbeddedServer, ServerStatus

db = typer.Typer(
    help="The database: where it is, its server, its schema, its rights.", no_args_is_help=True, rich_markup_mode=None
)


class Rights(StrEnum):
    READER = "reader"
    LOADER = "loader"
    REVIEWER = "reviewer"


@db.command()
def url(database: DatabaseOption = None) -> None:
    """Print the database's address, for any SQL client; the embedded server is started where needed.

    \b
    Example:
      psql "$(relations-db db url)"
    """
    from relations_db.store.engine import database_url

    put(database_url(database_address(database)) + "\n")


@db.command()
def start() -> None:
    """Start the embedded server (the other commands do it by themselves)."""
    server = _embedded()
    server.start()
    put(_told(server.status()))


@db.command()
def stop() -> None:
    """Stop the embedded server; the data stay."""
    put("stopped\n" if _embedded().stop() else "it was not running\n")


@db.command()
def status(database: DatabaseOption = None) -> None:
    """Tell which database is used, whether it answers, and what it holds. Starts nothing."""
    from relations_db.settings import Settings

    address = database_address(database) or Settings().database_url
    if address is None:
        found = _embedded().status()
        put(_told(found))
        if not found.running:
            return
    else:
        from relations_db.store.engine import conninfo

        parts = conninfo(address)
        place = f"{parts.get('host', 'localhost')}:{parts.get('port', '5432')}"
        put(f"server: {place}, database {parts.get('dbname', '')}\n")
    put(_holdings(open_database(database, checked=False)))


@db.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def shell(context: typer.Context, database: DatabaseOption = None) -> None:
    """Open psql on the database; further arguments go to psql.

    \b
    Examples:
      relations-db db shell
      relations-db db shell -c "SELECT * FROM visits LIMIT 5"
    """
    from psycopg.conninfo import make_conninfo

    from relations_db.store.embedded.binaries import psql
    from relations_db.store.engine import conninfo, database_url

    parts = conninfo(database_url(database_address(database)))
    secret = {"PGPASSWORD": parts.pop("password")} if "password" in parts else {}
    command = psql()
    # The views of `reports` come first, so that their names need no schema.
    path = {"PGOPTIONS": f"{os.environ.get('PGOPTIONS', '')} -c search_path=reports,relations,public".strip()}
    os.execvpe(command, [command, make_conninfo(**parts), *context.args], {**os.environ, **secret, **path})


@db.command()
def upgrade(
    revision: Annotated[str, typer.Argument(metavar="[REVISION]", help="By default the newest.")] = "head",
    database: DatabaseOption = None,
) -> None:
    """Bring the schema to a revision, the newest by default, and the reference data up to date."""
    from relations_db.store import migrate
    from relations_db.store.ready import make_ready

    engine = open_database(database, checked=False)
    if revision in ("head", migrate.revisions()[-1]):
        make_ready(engine, upgrade_old=True)
    else:
        migrate.upgrade(engine, revision)
    put(_revision(engine))


@db.command()
def downgrade(
    revision: Annotated[str, typer.Argument(metavar="REVISION", help="A revision, -1 for one step, base for nothing.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    database: DatabaseOption = None,
) -> None:
    """Take the schema back to a revision. What only the newer one can hold is lost.

    \b
    Examples:
      relations-db db downgrade 0008
      relations-db db downgrade --yes base
    """
    from relations_db.store import migrate

    engine = open_database(database, checked=False)
    if not yes:
        _ask(f"This can delete data. Take the schema back to {revision}?")
    migrate.downgrade(engine, revision)
    put(_revision(engine))


@db.command()
def grant(
    rights: Annotated[Rights, typer.Argument(help="What the role may do; each may read.")],
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role of the server.")],
    database: DatabaseOption = None,
) -> None:
    """Let a role of the server read, load or review.

    \b
    Example:
      relations-db db grant reader metabase
    """
    from relations_db.store.roles import Role
    from relations_db.store.roles import grant as give

    with open_database(database).begin() as connection:
        give(connection, Role(rights.value), role)
    put(f"{role} is a {rights.value} now\n")


@db.command()
def revoke(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role of the server.")], database: DatabaseOption = None
) -> None:
    """Take all rights from a role of the server."""
    from relations_db.store.roles import revoke as take

    with open_database(database).begin() as connection:
        take(connection, role)
    put(f"{role} has no rights any more\n")


def _embedded() -> EmbeddedServer:
    from relations_db.settings import Settings
    from relations_db.store.embedded import EmbeddedServer

    return EmbeddedServer(Settings().data_folder)


def _told(found: ServerStatus) -> str:
    if not found.running:
        return f"embedded server: not running (it starts when a command needs it), data in {found.cluster}\n"
    lines = [f"embedded server: PostgreSQL {found.version} at 127.0.0.1:{found.port}, as user {found.user}"]
    lines += [f"data in {found.cluster}" + (f" ({found.note})" if found.note else "")]
    return "\n".join(lines) + "\n"


def _holdings(engine: Engine) -> str:
    """Revision and contents of a database, in lines."""
    from sqlalchemy import func, select

    from relations_db.store.migrate import current, revisions
    from relations_db.store.models import Document, Fact

    with engine.connect() as connection:
        revision = current(connection)
        if revision is None:
            return "schema: none yet; load something first (relations-db load PATH...)\n"
        note = "" if revision == revisions()[-1] else f", this program knows {revisions()[-1]}: relations-db db upgrade"
        lines = [f"schema: revision {revision}{note}"]
        if not note:
            documents = connection.scalar(select(func.count()).select_from(Document))
            facts = connection.scalar(select(func.count()).select_from(Fact).where(Fact.merged_into.is_(None)))
            lines.append(f"contents: {documents} documents, {facts} facts")
    return "\n".join(lines) + "\n"


def _revision(engine: Engine) -> str:
    from relations_db.store.migrate import current

    with engine.connect() as connection:
        return f"schema: revision {current(connection) or 'none'}\n"


def _ask(question: str) -> None:
    if not sys.stdin.isatty():
        raise InvalidInput(f"{question} There is nobody to ask: add --yes")
    typer.confirm(question, abort=True, err=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(db, name="db")
