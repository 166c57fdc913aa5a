"""Errors of the database and of this program, as one line each."""

from __future__ import annotations

import psycopg
from sqlalchemy.exc import DBAPIError

from relations_db.errors import DatabaseUnavailable, InvalidInput, RelationsError, SchemaMismatch


def explain(error: Exception) -> RelationsError:
    """What an exception that nobody raised on purpose means for the user."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, psycopg.errors.InsufficientPrivilege):
        return DatabaseUnavailable(
            f"this role may not do that ({cause.diag.message_primary}): ask the owner for relations-db db grant"
        )
    if isinstance(cause, psycopg.errors.UndefinedTable | psycopg.errors.UndefinedColumn):
        said = cause.diag.message_primary
        return SchemaMismatch(f"the tables are not those of this program ({said}): see relations-db db status")
    if isinstance(cause, psycopg.errors.DiskFull):
        return DatabaseUnavailable(f"the server's disk is full ({cause.diag.message_primary}): make room and try again")
    if isinstance(cause, psycopg.OperationalError):
        return DatabaseUnavailable(f"the connection to the server was lost ({_first_line(cause)}): try again")
    if isinstance(error, OSError):
        place = f" {error.filename}" if error.filename else ""
        return InvalidInput(f"cannot read or write{place}: {error.strerror or error}")
    return RelationsError(
        f"unexpected {type(error).__name__}: {_first_line(error)}; set RELATIONS_DB_DEBUG=1 to see where, and report it"
    )


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else "no details"
