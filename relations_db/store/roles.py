"""Who may do what: readers, loaders and reviewers.

The roles `relations_reader`, `relations_loader` and `relations_reviewer` belong to the whole server, and a normal owner
of a database may not create roles. They are therefore made where that is allowed, and any other role can be given the
same rights directly. Rights hold for tables of later revisions too (default privileges of the role that upgrades).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from sqlalchemy import Connection, text

from relations_db.errors import InvalidInput

_FACTS = (
    "facts, fact_parties, fact_sectors, evidence, dissent, cited_offices, visits, visit_meetings, declarations,"
    " signatories, agreements, trade_targets, announcers, trade_figures, joint_projects, milestones, leaders,"
    " leader_names"
)


class Role(StrEnum):
    """Each may also read everything."""

    READER = "reader"
    LOADER = "loader"
    REVIEWER = "reviewer"

    @property
    def group(self) -> str:
        """The group role of this name."""
        return f"relations_{self.value}"


def grant(connection: Connection, role: Role, to: str) -> None:
    """Give the rights of `role` to the server role `to`, which must exist. The caller commits.

    Needs no more than owning the tables.

    Raises:
        InvalidInput: the server has no such role.
    """
    _require(connection, to)
    for statement in _grants(role, _quoted(connection, to)):
        connection.execute(text(statement))


def revoke(connection: Connection, to: str) -> None:
    """Take all rights in the two schemas from the server role `to`. The caller commits.

    Raises:
        InvalidInput: the server has no such role.
    """
    _require(connection, to)
    name = _quoted(connection, to)
    for schema in ("relations", "reports"):
        connection.execute(text(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} REVOKE ALL ON TABLES FROM {name}"))
        connection.execute(text(f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {name}"))
        connection.execute(text(f"REVOKE ALL ON SCHEMA {schema} FROM {name}"))


def create_groups(connection: Connection) -> tuple[str, ...]:
    """Make the three group roles, where this role may create roles, and give them their rights. The caller commits.

    Returns:
        The group roles that the server has now.
    """
    may = connection.scalar(text("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
    for role in Role:
        if may and not _exists(connection, role.group):
            connection.execute(text(f"CREATE ROLE {role.group} NOLOGIN"))
    there = [role for role in Role if _exists(connection, role.group)]
    for role in there:
        grant(connection, role, role.group)
    return tuple(role.group for role in there)


def _grants(role: Role, name: str) -> Iterator[str]:
    for schema in ("relations", "reports"):
        yield f"GRANT USAGE ON SCHEMA {schema} TO {name}"
        yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {name}"
        yield f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO {name}"
    if role is Role.LOADER:
        yield f"GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA relations TO {name}"
        yield f"ALTER DEFAULT PRIVILEGES IN SCHEMA relations GRANT INSERT, UPDATE, DELETE ON TABLES TO {name}"
        yield f"REVOKE INSERT, UPDATE, DELETE ON relations.alembic_version, relations.judgements FROM {name}"
    elif role is Role.REVIEWER:
        tables = ", ".join(f"relations.{table.strip()}" for table in _FACTS.split(","))
        yield f"GRANT INSERT, UPDATE, DELETE ON {tables} TO {name}"
        yield f"GRANT INSERT, UPDATE ON relations.judgements TO {name}"


def _require(connection: Connection, name: str) -> None:
    if not _exists(connection, name):
        raise InvalidInput(f"the server has no role {name}: create it first (CREATE ROLE ... LOGIN PASSWORD ...)")


def _exists(connection: Connection, name: str) -> bool:
    return bool(connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name}))


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name).replace(":", "\\:")
