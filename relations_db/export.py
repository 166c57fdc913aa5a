"""All facts as files: JSON lines, CSV, SQLite or Parquet. The same facts always give the same bytes."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Engine

from relations_db.errors import InvalidInput
from relations_db.store.copying import Cursor, raw_cursor
from relations_db.store.stored_facts import DISSENT, EVIDENCE, Json, columns, read_facts
from relations_db.values import Kind

Format = Literal["json", "csv", "sqlite", "parquet"]

_NUMBERS = frozenset({"value_amount", "amount", "multiplier", "baseline_amount", "growth_percent"})
_INTEGERS = frozenset({"count", "step", "independent_sources", "start", "end", "former"})


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: the files, and the number of facts by kind."""

    files: tuple[Path, ...]
    facts: Mapping[Kind, int]


def export(database: Engine, folder: str | Path, format: Format) -> Exported:
    """Write all facts that are held (not those that a reviewer rejected) into a folder, which is made where needed.

    json: `facts.jsonl`, one fact a line with its evidence and dissent. csv and parquet: one file for each kind,
    `evidence` and `dissent`. sqlite: `relations.sqlite` with these as tables. Lists are parted by "; " in csv and
    sqlite. Existing files are replaced when the new ones are whole.

    Raises:
        InvalidInput: the folder cannot be written, the format is not known, or a package that it needs is
        missing.
    """
    target = Path(folder)
    write = _WRITERS.get(format)
    if write is None:
        raise InvalidInput(f"no format {format!r}: choose one of {', '.join(_WRITERS)}")
    try:
        target.mkdir(parents=True, exist_ok=True)
        with database.connect() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ")
            return write(raw_cursor(connection), target)
    except OSError as error:
        raise InvalidInput(f"cannot write to {target}: {error.strerror}") from None


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A name to write to; the file takes its place when it is whole."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    try:
        yield Path(name)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


# ------------------------------------------------------------------ JSON
def _json(cursor: Cursor, folder: Path) -> Exported:
    path, counts = folder / "facts.jsonl", dict.fromkeys(Kind, 0)
    with _whole(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as out:
        for kind in Kind:
            for fact in read_facts(cursor, kind):
                out.write(json.dumps(fact, ensure_ascii=False) + "\n")
                counts[kind] += 1
    return Exported((path,), counts)


# ------------------------------------------------------------------ tables
def _cell(value: Any) -> Any:
    """A value of one cell: lists parted by semicolons."""
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _evidence(fact: Json) -> Iterator[tuple[Any, ...]]:
    for entry in fact["evidence"]:
        yield (fact["uid"], *(entry[name] for name in EVIDENCE))


def _dissent(fact: Json) -> Iterator[tuple[Any, ...]]:
    for entry in fact["dissent"]:
        said = {**entry, "value": json.dumps(entry["value"]), "chosen": json.dumps(entry["chosen"])}
        yield (fact["uid"], *(said[name] for name in DISSENT))


Table = tuple[str, tuple[str, ...]]
TABLES: tuple[Table, ...] = (
    *((kind.value, columns(kind)) for kind in Kind),
    ("evidence", ("uid", *EVIDENCE)),
    ("dissent", ("uid", *DISSENT)),
)


def _tables(cursor: Cursor, put: Callable[[str, Iterable[tuple[Any, ...]]], None]) -> dict[Kind, int]:
    """Hand all rows to `put`, table by table and piece by piece."""
    counts = dict.fromkeys(Kind, 0)
    for kind in Kind:
        names = columns(kind)
        for fact in read_facts(cursor, kind):
            put(kind.value, [tuple(fact[name] for name in names)])
            put("evidence", _evidence(fact))
            put("dissent", _dissent(fact))
            counts[kind] += 1
    return counts


def _csv(cursor: Cursor, folder: Path) -> Exported:
    paths = {name: folder / f"{name}.csv" for name, _ in TABLES}
    with _all_whole(paths) as drafts:
        files = {name: draft.open("w", encoding="utf-8", newline="") for name, draft in drafts.items()}
        try:
            writers = {name: csv.writer(file, lineterminator="\n") for name, file in files.items()}
            for name, header in TABLES:
                writers[name].writerow(header)

            def put(name: str, rows: Iterable[tuple[Any, ...]]) -> None:
                writers[name].writerows([_cell(v) for v in row] for row in rows)

            counts = _tables(cursor, put)
        finally:
            for file in files.values():
                file.close()
    return Exported(tuple(paths.values()), counts)


@contextmanager
def _all_whole(paths: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    """Names to write to for several files, which take their places together."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(_whole(path)) for name, path in paths.items()}


def _sqlite(cursor: Cursor, folder: Path) -> Exported:
    path = folder / "relations.sqlite"
    with _whole(path) as draft:
        connection = sqlite3.connect(draft)
        try:
            for name, header in TABLES:
                key = " PRIMARY KEY" if name in set(Kind) else ""
                fields = ", ".join(f'"{c}" {_sql_type(c)}{key if c == "uid" else ""}' for c in header)
                connection.execute(f'CREATE TABLE "{name}" ({fields})')

            def put(name: str, rows: Iterable[tuple[Any, ...]]) -> None:
                cells = [[_cell(v) for v in row] for row in rows]
                if cells:
                    marks = ", ".join("?" * len(cells[0]))
                    connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', cells)

            counts = _tables(cursor, put)
            connection.execute("CREATE INDEX evidence_uid ON evidence (uid)")
            connection.execute("CREATE INDEX dissent_uid ON dissent (uid)")
            connection.commit()
        finally:
            connection.close()
    return Exported((path,), counts)


def _sql_type(column: str) -> str:
    return "REAL" if column in _NUMBERS else "INTEGER" if column in _INTEGERS else "TEXT"


def _parquet(cursor: Cursor, folder: Path) -> Exported:
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # it has no types
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # it has no types
    except ImportError:
        raise InvalidInput("Parquet needs the package pyarrow: pip install 'relations-db[parquet]'") from None
    paths = {name: folder / f"{name}.parquet" for name, _ in TABLES}
    with _all_whole(paths) as drafts:
        schemas = {name: pa.schema([(c, _arrow_type(pa, c)) for c in header]) for name, header in TABLES}
        writers = {name: pq.ParquetWriter(draft, schemas[name]) for name, draft in drafts.items()}
        waiting: dict[str, list[tuple[Any, ...]]] = {name: [] for name, _ in TABLES}

        def flush(name: str) -> None:
            arrays = [list(cells) for cells in zip(*waiting[name], strict=True)] or [[] for _ in schemas[name]]
            writers[name].write_table(pa.table(arrays, schema=schemas[name]))
            waiting[name].clear()

        def put(name: str, rows: Iterable[tuple[Any, ...]]) -> None:
            waiting[name].extend(rows)
            if len(waiting[name]) >= 10_000:
                flush(name)

        counts = _tables(cursor, put)
        for name in writers:
            flush(name)
            writers[name].close()
    return Exported(tuple(paths.values()), counts)


_LISTS = frozenset({"parties", "met", "signatories", "sectors", "announced_by"})


def _arrow_type(pa: Any, column: str) -> Any:
    if column in _LISTS:
        return pa.list_(pa.string())
    if column == "former":
        return pa.bool_()
    return pa.float64() if column in _NUMBERS else pa.int64() if column in _INTEGERS else pa.string()


_WRITERS: dict[str, Callable[[Cursor, Path], Exported]] = {
    "json": _json,
    "csv": _csv,
    "sqlite": _sqlite,
    "parquet": _parquet,
}
