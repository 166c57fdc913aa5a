"""Paths to documents: folders, archives, standard input."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from relations_db.errors import InvalidInput
from relations_db.read.records import read_csv, read_json, read_jsonl, read_parquet
from relations_db.read.refusal import Unreadable
from relations_db.read.text import read_markdown, read_page, read_text
from relations_db.values import Document

_Item = Document | Unreadable
_Reader = Callable[[BinaryIO, str, str], Iterator[_Item]]

STDIN = "-"
_TEXTS = frozenset({".txt", ".md", ".html", ".htm"})
_ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "notice", "changelog", "copying"})
_DAMAGED = (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError)


def read_documents(paths: Iterable[str | Path]) -> Iterator[Document | Unreadable]:
    """The documents of the paths, one after the other, in the order of `list_files`.

    Formats by the name's ending: .txt, .md, .html, .htm, .jsonl, .ndjson, .json, .csv, .tsv, .parquet, .warc; each also
    as .gz; .zip of these. A file with another ending is read as a text. `-` is standard input: JSON where it begins
    with `{` or `[`, HTML where with `<`, else a text.

    A document's id is the file's name without its endings, or the record's `id`, or that name and the record's number.

    Raises:
        InvalidInput: at once, where a path does not exist.
    """
    return _read_all(list_files(paths))


def list_files(paths: Iterable[str | Path]) -> list[str]:
    """The files that the paths mean; each can be read by itself.

    A folder means its files of known formats, with those of its subfolders, sorted by path. Left out in folders and
    archives: hidden files, files about the folder (README, LICENSE, ...), and a JSON file beside a text of the same
    name, which is the text's annotation.

    Raises:
        InvalidInput: a path does not exist, or a folder cannot be listed.
    """
    found: list[str] = []
    for path in paths:
        if str(path) == STDIN:
            found.append(STDIN)
        elif os.path.isdir(path):
            found.extend(_walk(Path(path)))
        elif os.path.lexists(path):
            found.append(str(path))
        else:
            raise InvalidInput(f"no such file or folder: {_printable(str(path))}")
    return found


def _walk(folder: Path) -> list[str]:
    def refuse(error: OSError) -> None:
        raise InvalidInput(f"cannot list the folder {error.filename}: {error.strerror}")

    found: list[PurePath] = []
    for at, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(PurePath(at, name) for name in files)
    return [str(path) for path in _documents_among(found)]


def _documents_among(paths: list[PurePath]) -> list[PurePath]:
    texts = {path.with_name(_stem(path.name)) for path in paths if _suffix(path.name) in _TEXTS}

    def wanted(path: PurePath) -> bool:
        stem, suffix = _stem(path.name), _suffix(path.name)
        if path.name.startswith(".") or suffix not in _READERS or stem.lower() in _ABOUT_THE_FOLDER:
            return False
        return not (suffix == ".json" and path.with_name(stem) in texts)

    return sorted((path for path in paths if wanted(path)), key=lambda path: path.parts)


def _bare(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name


def _stem(name: str) -> str:
    return PurePath(_bare(name)).stem


def _suffix(name: str) -> str:
    return PurePath(_bare(name)).suffix.lower()


def _printable(name: str) -> str:
    """File names may hold bytes that are no UTF-8; neither a terminal nor the database takes them."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read_all(files: list[str]) -> Iterator[_Item]:
    for name in files:
        if name == STDIN:
            yield from _read_stdin()
        else:
            yield from _read_file(name)


def _read_file(path: str) -> Iterator[_Item]:
    try:
        with open(path, "rb") as stream:
            yield from _read_stream(stream, path)
    except OSError as error:
        yield Unreadable(_printable(path), f"cannot be read: {error.strerror or error}")


def _read_stream(stream: BinaryIO, path: str) -> Iterator[_Item]:
    name, stem = _printable(path), _printable(_stem(path))
    reader = _READERS.get(_suffix(path), read_text)
    try:
        if path.lower().endswith(".gz"):
            with gzip.open(stream) as unpacked:
                yield from reader(cast(BinaryIO, unpacked), name, stem)
        else:
            yield from reader(stream, name, stem)
    except _DAMAGED as error:
        yield Unreadable(name, f"damaged archive: {error}")


def _read_stdin() -> Iterator[_Item]:
    raw = sys.stdin.buffer
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw))
    start = stream.peek(1024).removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    reader: _Reader = {b"{": read_json, b"[": read_json, b"<": read_page}.get(start, read_text)
    yield from reader(stream, "standard input", "stdin")


def _read_zip(stream: BinaryIO, name: str, stem: str) -> Iterator[_Item]:
    """The members of an archive that a folder would give; archives inside it are passed over."""
    with zipfile.ZipFile(stream) as archive:
        members = {PurePath(member.filename): member for member in archive.infolist() if not member.is_dir()}
        for path in _documents_among(list(members)):
            if _suffix(path.name) != ".zip":
                yield from _read_member(archive, members[path], f"{name}/{path}")


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[_Item]:
    try:
        with archive.open(member) as stream:
            yield from _read_stream(cast(BinaryIO, stream), name)
    except (RuntimeError, NotImplementedError, OSError) as error:
        yield Unreadable(name, f"cannot be unpacked: {error}")


def _read_warc(stream: BinaryIO, name: str, stem: str) -> Iterator[_Item]:
    from relations_db.read.warc import read_warc

    yield from read_warc(stream, name, stem)


_READERS: dict[str, _Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".warc": _read_warc,
    ".zip": _read_zip,
}
