"""Records with fields: JSON, JSON Lines, CSV, Parquet."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import BinaryIO

from relations_db.errors import UnreadableDocument
from relations_db.read.dates import published
from relations_db.read.decode import decode
from relations_db.read.header import split_mark
from relations_db.read.refusal import MAX_TEXT_BYTES, Unreadable, accept, empty, too_large
from relations_db.read.text import attempt
from relations_db.values import Document

# A JSON escape takes up to six bytes for one character, and a record has more fields than its text.
MAX_RECORD_BYTES = 6 * MAX_TEXT_BYTES + 1_000_000
_ALIASES = {"date": "published_on", "lang": "language"}
_BATCH = 256  # rows of Parquet in memory at once


def read_record(record: object, default_id: str) -> Document:
    """A record as a document.

    Fields: `text` (needed), `id`, `title`, `published_on` (or `date`), `url`, `source`, `language`; no others are read.
    A text that begins with the mark ` date YYYY-MM-DD ` loses it where the record has no date of its own.

    Raises:
        UnreadableDocument: no object, no text, a field of another type, or a date that cannot be read.
    """
    if not isinstance(record, Mapping):
        raise UnreadableDocument("not a record: an object with the field 'text' is needed")
    values = {_ALIASES.get(key, key): value for key, value in ((str(k).strip().lower(), v) for k, v in record.items())}
    if "text" not in values:
        raise UnreadableDocument("no field 'text'")
    text = values["text"]
    if text is None:
        raise empty()
    if not isinstance(text, str):
        raise UnreadableDocument(f"the field 'text' is a {type(text).__name__}, not a string")
    day = published(values.get("published_on"))
    if day is None and (marked := split_mark(text)) is not None:
        text, day = marked.body, marked.published_on
    return accept(
        Document(
            id=_string(values, "id") or default_id,
            text=text,
            published_on=day,
            title=_string(values, "title"),
            source=_string(values, "source"),
            url=_string(values, "url"),
            language=_string(values, "language") or "en",
        )
    )


def _string(values: Mapping[str, object], name: str) -> str | None:
    value = values.get(name)
    if value is None or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, dict | list | bool):
        raise UnreadableDocument(f"the field {name!r} is a {type(value).__name__}, not a string")
    return str(value).strip() or None


def _each(records: Iterable[tuple[int, object]], name: str, stem: str) -> Iterator[Document | Unreadable]:
    for number, record in records:
        yield attempt(partial(read_record, record, f"{stem}-{number}"), f"{name}:{number}")


def read_json(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    """One record, or a list of records; JSON Lines too, where a file's name does not tell."""
    raw = stream.read()
    try:
        content = json.loads(decode(raw))
    except UnreadableDocument as error:
        yield Unreadable(name, str(error))
    except (ValueError, RecursionError) as error:
        if _looks_like_lines(raw):
            yield from read_jsonl(io.BytesIO(raw), name, stem)
        else:
            yield Unreadable(name, str(empty()) if not raw.strip() else f"not JSON: {error}")
    else:
        yield from _from_json(content, name, stem)


def _from_json(content: object, name: str, stem: str) -> Iterator[Document | Unreadable]:
    if not isinstance(content, list):
        yield attempt(partial(read_record, content, stem), name)
    elif any(_has_text(record) for record in content):
        yield from _each(enumerate(content, start=1), name, stem)
    else:
        yield Unreadable(name, f"none of its {len(content)} records has the field 'text'")


def _has_text(record: object) -> bool:
    return isinstance(record, dict) and any(key.strip().lower() == "text" for key in record)


def _looks_like_lines(raw: bytes) -> bool:
    first, more, _ = raw.lstrip().partition(b"\n")
    try:
        return bool(more) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def read_jsonl(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    """One record a line. A bad line is reported with its number and the rest is read."""
    number = 0
    while line := stream.readline(MAX_RECORD_BYTES):
        number += 1
        if len(line) == MAX_RECORD_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Unreadable(f"{name}:{number}", str(too_large()))
        elif line.strip():
            yield _line(line, name, stem, number)
    if number == 0:
        yield Unreadable(name, str(empty()))


def _skip_line(stream: BinaryIO) -> None:
    while (part := stream.readline(MAX_TEXT_BYTES)) and not part.endswith(b"\n"):
        pass


def _line(line: bytes, name: str, stem: str, number: int) -> Document | Unreadable:
    try:
        return read_record(json.loads(decode(line)), f"{stem}-{number}")
    except UnreadableDocument as error:
        return Unreadable(f"{name}:{number}", str(error))
    except (ValueError, RecursionError) as error:
        return Unreadable(f"{name}:{number}", f"not JSON: {error}")


def read_csv(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    """One record a row, under a header line; commas, semicolons or tabs. Rows are counted without the header."""
    csv.field_size_limit(MAX_RECORD_BYTES)
    number = 0
    try:
        lines = _text_lines(stream)
        head = next(lines, "")
        rows = csv.reader(chain([head], lines), delimiter=max(",;\t", key=head.count), strict=True)
        columns = next(rows, [])
        if "text" not in [column.strip().lower() for column in columns]:
            raise UnreadableDocument("no column 'text' in the header line" if head.strip() else str(empty()))
        for number, row in enumerate(filter(None, rows), start=1):
            yield _row(columns, row, f"{name}:{number}", f"{stem}-{number}")
    except UnreadableDocument as error:
        yield Unreadable(f"{name}:{number + 1}" if number else name, str(error))
    except csv.Error as error:
        yield Unreadable(f"{name}:{number + 1}", f"not CSV from here on: {error}")


def _row(columns: list[str], row: list[str], name: str, default_id: str) -> Document | Unreadable:
    if len(row) != len(columns):
        return Unreadable(name, f"{len(row)} cells under {len(columns)} columns")
    return attempt(lambda: read_record(dict(zip(columns, row, strict=True)), default_id), name)


def _text_lines(stream: BinaryIO) -> Iterator[str]:
    """The lines of a table, decoded one by one so that a table may be larger than memory; only UTF-16 is read whole."""
    first = stream.readline(MAX_RECORD_BYTES)
    if first[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield from io.StringIO(decode(first + stream.read()), newline="")
        return
    yield decode(first)
    offset = len(first)
    while line := stream.readline(MAX_RECORD_BYTES):
        yield decode(line, offset=offset)
        offset += len(line)


def read_parquet(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    """One record a row. Needs pyarrow."""
    try:
        from pyarrow import ArrowException, parquet  # type: ignore[import-untyped]  # has no type hints
    except ImportError:
        yield Unreadable(name, "Parquet needs pyarrow: pip install 'relations-db[parquet]'")
        return
    number = 0
    try:
        for batch in parquet.ParquetFile(stream).iter_batches(batch_size=_BATCH):
            yield from _each(enumerate(batch.to_pylist(), start=number + 1), name, stem)
            number += batch.num_rows
    except (ArrowException, OSError, ValueError) as error:
        yield Unreadable(name, f"not Parquet: {str(error).splitlines()[0]}")
