"""Bytes to text. UTF-8, or what a byte order mark or the page itself declares; nothing is guessed."""

from __future__ import annotations

import codecs

from relations_db.errors import UnreadableDocument

# UTF-32's mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP file (or an office document)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
)


def decode(raw: bytes, declared: str | None = None, offset: int = 0) -> str:
    """The text of `raw`, without its byte order mark.

    `declared` is an encoding that the source names; `offset` is where `raw` begins in its file.

    Raises:
        UnreadableDocument: another kind of file, or bytes that the encoding does not allow (the first is named).
    """
    if offset:
        return _strict(raw, "utf-8", offset)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding, len(mark))
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableDocument(f"binary: {what}, not text; convert it to text first")
    return _strict(raw, declared or "utf-8", 0)


def known_encoding(name: str) -> str | None:
    """The codec for the name, or None where Python has none."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _strict(raw: bytes, encoding: str, skipped: int) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in raw[:8192] and encoding == "utf-8":
            raise UnreadableDocument("binary data, not text") from None
        at = error.start
        raise UnreadableDocument(
            f"not {encoding.upper()}: byte 0x{raw[at]:02X} at offset {at + skipped}; convert the file to UTF-8"
        ) from None
