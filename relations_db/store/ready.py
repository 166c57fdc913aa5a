"""A database that is ready for use: the newest schema, the reference data, the group roles."""

from __future__ import annotations

import psycopg
from sqlalchemy import Engine

from relations_db.errors import DatabaseUnavailable
from relations_db.store.migrate import check_schema, current, revisions, upgrade
from relations_db.store.reference import load_reference
from relations_db.store.roles import create_groups
from relations_db.vocabulary import load_vocabulary


def make_ready(database: Engine, *, upgrade_old: bool = False) -> None:
    """Make the schema where there is none, load the reference data where they changed.

    An older schema is brought up to date where `upgrade_old` says so (the embedded database is nobody else's).

    Raises:
        SchemaMismatch: the schema is older and may not be upgraded, or newer than this program.
        DatabaseUnavailable: the role may not create the schema, read the tables, or renew outdated reference data.
        ReferenceDataError: the reference tables contradict each other.
    """
    with database.connect() as connection:
        found = current(connection)
    if found is None or (upgrade_old and found in revisions()[:-1]):
        upgrade(database)
        with database.begin() as connection:
            create_groups(connection)
    with database.begin() as connection:
        check_schema(connection)
        try:
            load_reference(connection, load_vocabulary())
        except psycopg.errors.InsufficientPrivilege as error:
            raise DatabaseUnavailable(
                "the reference data are not this program's, and this role may not change them:"
                " let the database's owner run relations-db db upgrade"
            ) from error
