"""The database as the library hands it out: one object to load into, to ask, to export from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from relations_db.settings import Settings
from relations_db.store import engine as engines
from relations_db.store.migrate import current, revisions
from relations_db.store.ready import make_ready

if TYPE_CHECKING:
    from relations_db.export import Exported, Format
    from relations_db.loading.report import LoadReport


class Database:
    """A PostgreSQL database of relations. `connect` makes one; the reports take it as their first argument.

    `engine` is SQLAlchemy's, for queries of your own: `session()` and `relations_db.models` with it.
    """

    def __init__(self, engine: Engine, own: bool = False) -> None:
        self.engine = engine
        self._own = own

    def load(self, paths: Iterable[str | Path] | str | Path, *, workers: int = 1, dry_run: bool = False) -> LoadReport:
        """Load files, folders and archives, in a transaction a batch; tables are made where there are none.

        Args:
            paths: one path or several; see `relations_db.read.read_documents` for the formats.
            workers: processes that read the texts (a script needs `if __name__ == "__main__":` for more than one).
            dry_run: do everything, then take it back.

        Returns:
            What was found, what of it is new, and which documents could not be read and why.

        Raises:
            InvalidInput: a path does not exist.
            DatabaseUnavailable: the server stopped answering, or the role may not create the tables.
            SchemaMismatch: the tables are those of another version.
        """
        from relations_db.load import load

        self.prepare()
        files = [paths] if isinstance(paths, str | Path) else list(paths)
        return load(self.engine, files, workers=workers, dry_run=dry_run)

    def export(self, folder: str | Path, format: Format = "json") -> Exported:
        """Write all facts into a folder: json (`facts.jsonl`), csv, sqlite or parquet.

        Raises:
            InvalidInput: the folder cannot be written, no such format, or a package that it needs is missing.
        """
        from relations_db.export import export

        return export(self.engine, folder, format)

    def prepare(self) -> None:
        """Make the tables where there are none, and bring the reference data up to date. `load` does it by itself.

        Raises:
            DatabaseUnavailable: the role may not create the tables.
            SchemaMismatch: the tables are older (and the server is not the embedded one) or newer than this program.
        """
        make_ready(self.engine, upgrade_old=self._own)

    def session(self, **options: Any) -> Session:
        """An ORM session on the database; use it in a `with` block."""
        return Session(self.engine, **options)

    def close(self) -> None:
        """Close all connections. The embedded server goes on running."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def connect(url: str | None = None) -> Database:
    """Connect to a database: `url`, else the environment's `DATABASE_URL`, else the embedded server, started as needed.

    The embedded database is made ready at once; in any other one the first `load` makes the tables.

    Args:
        url: `postgresql://user:password@host:port/name`.

    Raises:
        InvalidInput: the address cannot be read.
        DatabaseUnavailable: no server answers there, it refuses the login, or it is older than PostgreSQL 15.
    """
    embedded = not (url or Settings().database_url)
    database = Database(engines.connect(url), own=embedded)
    if embedded:
        with database.engine.connect() as connection:
            ready = current(connection) == revisions()[-1]
        if not ready:
            database.prepare()
    return database
