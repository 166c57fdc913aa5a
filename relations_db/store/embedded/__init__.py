"""The embedded PostgreSQL server."""

from relations_db.store.embedded.binaries import psql
from relations_db.store.embedded.server import EmbeddedServer, ServerStatus

__all__ = ["EmbeddedServer", "ServerStatus", "psql"]
