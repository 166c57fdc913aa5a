"""Fill the database: read, extract, resolve and store any number of documents.

Each batch is one transaction, so that a killed load loses at most the batch in hand and a second call goes on where it
ended: texts that the same rules have read already are passed over. Several loads may run at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine

from relations_db.extract import extractor_version
from relations_db.loading.pool import extracted
from relations_db.loading.rebuilding import (
    FactChange,
    RebuildReport,
    drop_unused,
    forget_document,
    rebuilt,
    stored_documents,
)
from relations_db.loading.report import FactCount, LoadReport, Problem, Progress
from relations_db.loading.rules import row_maker
from relations_db.loading.run import Run
from relations_db.read import Unreadable, read_documents
from relations_db.store.rows import chunks
from relations_db.values import Document, Extraction

BATCH = 200
"""Documents in one transaction, at most."""
BATCH_CHARACTERS = 4_000_000

__all__ = [
    "FactChange",
    "FactCount",
    "LoadReport",
    "Problem",
    "Progress",
    "RebuildReport",
    "forget",
    "load",
    "load_documents",
    "rebuild",
    "store_extractions",
]


def load(
    database: Engine,
    paths: Iterable[str | Path],
    *,
    progress: Progress | None = None,
    workers: int = 1,
    dry_run: bool = False,
) -> LoadReport:
    """Load files, folders and archives; `-` is standard input.

    With `workers` above 1 the texts are read by the rules in that many processes (a script needs `if __name__ ==
    "__main__":` then). With `dry_run` everything is done and then taken back.

    Raises:
        InvalidInput: a path does not exist. DatabaseUnavailable: the server stopped answering.
    """
    return load_documents(
        database,
        read_documents(paths),
        inputs=[str(p) for p in paths],
        progress=progress,
        workers=workers,
        dry_run=dry_run,
    )


def load_documents(
    database: Engine,
    documents: Iterable[Document | Unreadable],
    *,
    inputs: Sequence[str] = (),
    progress: Progress | None = None,
    workers: int = 1,
    dry_run: bool = False,
    renew: bool = False,
) -> LoadReport:
    """Load documents from anywhere. `renew`: read those again, too, that these rules have read."""
    with Run(database, extractor_version(), inputs, progress=progress, dry_run=dry_run, renew=renew) as run:
        for rows in extracted(run.unknown(_batches(run.readable(documents))), workers):
            run.store(rows)
    return run.report()


def store_extractions(database: Engine, extractions: Iterable[Extraction], *, version: str | None = None) -> LoadReport:
    """Store extractions that were made elsewhere, by rules of that version (the version here where none is told)."""
    with Run(database, version or extractor_version(), ()) as run:
        for chunk in chunks(extractions, BATCH):
            run.read += len(chunk)
            run.store([row_maker().rows(e) for e in chunk])
    return run.report()


def rebuild(database: Engine, *, progress: Progress | None = None, workers: int = 1) -> RebuildReport:
    """Read all stored documents again by the rules as they are now, and tell which facts appeared, vanished or changed.

    Judgements and uids hold.

    Raises:
        DatabaseUnavailable: the server stopped answering; call again to go on.
    """

    def again() -> LoadReport:
        documents = stored_documents(database)
        report = load_documents(database, documents, inputs=["rebuild"], progress=progress, workers=workers, renew=True)
        drop_unused(database)
        return report

    return rebuilt(database, again)


def forget(database: Engine, document: str) -> RebuildReport:
    """Remove a document, named by its id or the digest of its text, with all that only it supports.

    Raises:
        InvalidInput: there is no such document, or several of this name.
    """
    return rebuilt(database, lambda: forget_document(database, document))


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Lists of at most `BATCH` documents and about `BATCH_CHARACTERS` characters."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) == BATCH or size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
