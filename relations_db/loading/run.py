"""One load: its row in `loads`, its transactions, what it has done so far."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import uniform
from types import TracebackType
from typing import Self

import psycopg
from sqlalchemy import Connection, Engine, RootTransaction, text
from sqlalchemy.exc import DBAPIError

import relations_db
from relations_db.errors import DatabaseUnavailable
from relations_db.loading.pool import Made
from relations_db.loading.report import FactCount, LoadReport, Problem, Progress
from relations_db.loading.rules import resolver
from relations_db.read import Unreadable
from relations_db.store.copying import raw_cursor
from relations_db.store.documents import is_known, known_documents
from relations_db.store.rows import DocumentRows, storable
from relations_db.store.write import Stored, Writer
from relations_db.values import Document, Kind

RETRIES = 8
_AGAIN = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)
_BAD_DATA = (psycopg.IntegrityError, psycopg.DataError, psycopg.errors.ProgramLimitExceeded)
# The server need not wait for the disk after each batch: what a crash of the server takes is the end of the load, and
# the last commit, which does wait, comes after everything. A load that is called again finds what is missing.
# Compiling the queries of a batch takes longer than they do.
_LATER = text("SELECT set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true)")
_ANALYZED = ("documents", "statements", "evidence", "facts", "fact_parties", "leaders", "leader_names")
_ANALYZE_FROM = 1000
"""Documents from which on a load renews the planner's statistics."""


class Run:
    """One load, to be used as a context manager; the report is there afterwards."""

    def __init__(
        self,
        database: Engine,
        version: str,
        inputs: Sequence[str],
        *,
        progress: Progress | None = None,
        dry_run: bool = False,
        renew: bool = False,
    ) -> None:
        self._database = database
        self._version = version
        self._inputs = list(inputs)
        self._progress = progress
        self._dry_run = dry_run
        self._renew = renew
        self.read = 0
        self._counts: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._refused: list[Problem] = []
        self._found: dict[str, Kind] = {}
        self._changed: dict[str, Kind] = {}
        self._removed: dict[str, Kind] = {}
        self._new: Counter[Kind] = Counter()
        self._seconds = 0.0

    # -------------------------------------------------------------- life
    def __enter__(self) -> Self:
        self._started = time.perf_counter()
        self._connection: Connection = self._database.connect()
        self._whole: RootTransaction | None = self._connection.begin() if self._dry_run else None
        try:
            self._load_id = int(self._open())
        except BaseException as error:
            self._connection.close()
            if isinstance(error, DBAPIError) and isinstance(error.orig, psycopg.errors.InsufficientPrivilege):
                raise DatabaseUnavailable(
                    f"this role may not load ({_line(error.orig)}): let the owner grant it a loader's rights"
                ) from None
            raise
        self._writer = Writer(resolver(), self._version, self._load_id, renew=self._renew)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None or issubclass(kind, Exception):
                self._close("done" if kind is None else "failed")
                self._renew_statistics()
        except (DBAPIError, psycopg.Error):
            if kind is None:
                raise
        finally:
            if self._whole:
                self._whole.rollback()
            self._connection.close()
            self._seconds = time.perf_counter() - self._started

    def _open(self) -> int:
        insert = text(
            "INSERT INTO relations.loads (program_version, extractor_version, inputs)"
            " VALUES (:program, :rules, :inputs) RETURNING id"
        )
        told = {"program": relations_db.__version__, "rules": self._version, "inputs": self._inputs}
        self._connection.execute(_LATER)
        ident = self._connection.execute(insert, told).scalar_one()
        self._commit()
        return int(ident)

    def _close(self, state: str) -> None:
        counted = text(
            "SELECT kind, count(*) FROM relations.facts WHERE load_id = :id AND merged_into IS NULL GROUP BY 1"
        )
        self._new.update({Kind(k): n for k, n in self._connection.execute(counted, {"id": self._load_id})})
        self._connection.execute(
            text(
                "UPDATE relations.loads SET state = :state, finished_at = greatest(clock_timestamp(), started_at),"
                " documents_seen = :seen, facts_new = :new, facts_changed = :changed, facts_removed = :removed"
                " WHERE id = :id"
            ),
            {
                "state": state,
                "seen": self.read,
                "new": self._new.total(),
                "changed": len(self._changed),
                "removed": len(self._removed),
                "id": self._load_id,
            },
        )
        self._commit()

    def _renew_statistics(self) -> None:
        """After many new rows the planner's idea of the tables is wrong until the server gets round to it."""
        if self._whole is None and self._counts["new"] >= _ANALYZE_FROM:
            self._connection.execute(text(f"ANALYZE {', '.join(f'relations.{t}' for t in _ANALYZED)}"))
            self._connection.commit()

    def _commit(self) -> None:
        """In a dry run everything is one transaction, which is taken back in the end."""
        if self._whole is None:
            self._connection.commit()

    # -------------------------------------------------------------- documents on their way in
    def readable(self, documents: Iterable[Document | Unreadable]) -> Iterator[Document]:
        """The documents that can be stored; the others become problems."""
        for document in documents:
            self.read += 1
            if isinstance(document, Unreadable):
                self._refuse(Problem(document.name, document.reason))
            elif why := storable(document):
                self._refuse(Problem(document.id, why))
            else:
                yield document

    def _refuse(self, problem: Problem) -> None:
        self._problems.append(problem)
        insert = text("INSERT INTO relations.load_problems (load_id, origin, reason) VALUES (:id, :origin, :reason)")
        told = {"origin": _plain(problem.origin), "reason": _plain(problem.reason)}
        self._connection.execute(insert, {"id": self._load_id, **told})
        self._count("documents_failed", 1)
        self._commit()
        self._advance(1)

    def unknown(self, batches: Iterable[list[Document]]) -> Iterator[list[Document]]:
        """The batches without the texts that are stored and were read by these rules."""
        for batch in batches:
            if self._renew:
                yield batch
                continue
            digests = [d.sha256 for d in batch]
            known = known_documents(raw_cursor(self._connection), digests)
            self._commit()
            new = [d for d, sha in zip(batch, digests, strict=True) if not is_known(known, d, sha, self._version)]
            self._pass_over(len(batch) - len(new))
            if new:
                yield new

    def _pass_over(self, number: int) -> None:
        if number:
            self._counts["known"] += number
            self._count("documents_known", number)
            self._commit()
            self._advance(number)

    def _count(self, column: str, number: int) -> None:
        self._connection.execute(
            text(f"UPDATE relations.loads SET {column} = {column} + :number WHERE id = :id"),
            {"number": number, "id": self._load_id},
        )

    def _advance(self, number: int) -> None:
        if self._progress and number:
            self._progress(number)

    # -------------------------------------------------------------- storing
    def store(self, made: Sequence[Made]) -> None:
        """Store a batch: one transaction. A document that the database refuses is left out of it."""
        for item in made:
            if isinstance(item, Problem):
                self._refuse(item)
        self._store([item for item in made if not isinstance(item, Problem)])

    def _store(self, batch: Sequence[DocumentRows]) -> None:
        if not batch:
            return
        try:
            stored = self._attempt(batch)
        except _BAD_DATA as error:
            if len(batch) == 1:
                self._refuse(Problem(batch[0].document.id, f"the database refuses it: {_line(error)}"))
                return
            middle = len(batch) // 2
            self._store(batch[:middle])
            self._store(batch[middle:])
            return
        self._note(batch, stored)
        self._advance(len(batch))

    def _attempt(self, batch: Sequence[DocumentRows]) -> Stored:
        """One transaction, tried again where another loader got in its way."""
        for attempt in range(RETRIES):
            try:
                return self._transaction(batch)
            except _AGAIN:
                time.sleep(uniform(0, 0.05 * 2**attempt))
            except psycopg.OperationalError as error:
                raise DatabaseUnavailable(
                    f"the database stopped answering: {_line(error)}: load again to go on"
                ) from error
        return self._transaction(batch)

    def _transaction(self, batch: Sequence[DocumentRows]) -> Stored:
        transaction = self._connection.begin_nested() if self._whole else self._connection.begin()
        try:
            self._connection.execute(_LATER)
            stored = self._writer.store(self._connection, batch)
            self._count("documents_new", len(stored.new))
            self._count("documents_known", len(stored.known))
            self._count("statements_new", stored.statements)
            if self._whole:
                raw_cursor(self._connection).execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            transaction.commit()
        except BaseException as error:
            transaction.rollback()
            if isinstance(error, DBAPIError) and isinstance(error.orig, psycopg.Error):
                raise error.orig from None
            raise
        return stored

    def _note(self, batch: Sequence[DocumentRows], stored: Stored) -> None:
        self._counts.update(
            new=len(stored.new),
            renewed=len(stored.renewed),
            known=len(batch) - len(stored.new) - len(stored.renewed),
            superseded=stored.superseded,
            statements=stored.statements,
            unhandled=stored.unhandled,
        )
        self._found.update(stored.changes.found)
        self._changed.update(stored.changes.changed)
        self._removed.update(stored.changes.removed)
        self._refused += [Problem(d.document.id, why) for d in batch for why in d.refused]

    # -------------------------------------------------------------- report
    def report(self) -> LoadReport:
        """What was done; complete after the end of the run."""
        return LoadReport(
            read=self.read,
            new=self._counts["new"],
            renewed=self._counts["renewed"],
            known=self._counts["known"],
            superseded=self._counts["superseded"],
            statements=self._counts["statements"],
            unhandled=self._counts["unhandled"],
            facts={kind: self._facts(kind) for kind in Kind},
            problems=tuple(self._problems),
            refused=tuple(self._refused),
            seconds=self._seconds,
        )

    def _facts(self, kind: Kind) -> FactCount:
        old = sum(k is kind for k in self._found.values())
        new = self._new[kind]
        changed, removed = (sum(k is kind for k in d.values()) for d in (self._changed, self._removed))
        return FactCount(found=old + new, new=new, known=old, changed=changed, removed=removed)


def _plain(said: str) -> str:
    """Text that PostgreSQL can store: without zero bytes and half surrogates."""
    return said.replace("\x00", "").encode("utf-8", "replace").decode() or "?"


def _line(error: psycopg.Error) -> str:
    return (error.diag.message_primary or str(error)).splitlines()[0]
