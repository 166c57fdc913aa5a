"""Runs migrations, for the `alembic` command and for `relations_db.store.migrate`.

All steps of one call are one transaction: they happen together or not at all. The version table lies in schema
`relations`; a downgrade to base takes table and schema away again.
"""

from logging.config import fileConfig

from sqlalchemy import Connection, text

from alembic import context
from relations_db.store import migrate as settings
from relations_db.store.engine import connect
from relations_db.store.models import SCHEMA, metadata

ONE_AT_A_TIME = 7_217_001  # key of the advisory lock that keeps two upgrades apart


def include_object(thing, name, kind, reflected, compare_to):
    """Autogenerate minds tables only: it would render a view as a table. Views are frozen SQL in revisions."""
    return not (kind == "table" and thing.info.get("is_view"))


def options(**more):
    return {
        "target_metadata": metadata,
        "version_table_schema": SCHEMA,
        "include_schemas": True,
        "include_name": lambda name, kind, parents: kind != "schema" or name == SCHEMA,
        "include_object": include_object,
        "transaction_per_migration": False,
        **more,
    }


def migrate(connection: Connection) -> None:
    timeouts = {"lock_timeout": settings.LOCK_TIMEOUT, "statement_timeout": settings.STATEMENT_TIMEOUT}
    for name, value in timeouts.items():
        connection.execute(text("SELECT set_config(:name, :value, true)"), {"name": name, "value": value})
    context.configure(connection=connection, **options())
    looking_only = context.get_context().opts.get("dont_mutate", False)
    if not looking_only:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        # Not IF NOT EXISTS: that needs the right to create schemas even where the schema is there.
        if not connection.scalar(text("SELECT 1 FROM pg_namespace WHERE nspname = :name"), {"name": SCHEMA}):
            connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    with context.begin_transaction():
        context.run_migrations()
    if not looking_only and not context.get_context().get_current_heads():
        connection.execute(text(f"DROP TABLE IF EXISTS {SCHEMA}.alembic_version"))
        connection.execute(text(f"DROP SCHEMA {SCHEMA}"))


def main() -> None:
    if context.is_offline_mode():
        context.configure(dialect_name="postgresql", literal_binds=True, **options())
        with context.begin_transaction():
            context.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            context.run_migrations()
    elif given := context.config.attributes.get("connection"):
        migrate(given)
    else:
        fileConfig(context.config.config_file_name, disable_existing_loggers=False)
        with connect(context.get_x_argument(as_dictionary=True).get("database")).begin() as connection:
            migrate(connection)


main()
