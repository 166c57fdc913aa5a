"""What cannot be read, and the checks that every text passes before it becomes a document."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import BinaryIO

from relations_db.errors import UnreadableDocument
from relations_db.values import Document

MAX_TEXT_BYTES = 20_000_000
"""The longest text that is taken, in bytes. A longer one is no article."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document that could not be read: `name` is its path (with `:n`, the line or record), `reason` one line."""

    name: str
    reason: str


def too_large() -> UnreadableDocument:
    return UnreadableDocument(f"too large: over {MAX_TEXT_BYTES // 1_000_000} MB, the limit for one document; split it")


def empty() -> UnreadableDocument:
    return UnreadableDocument("empty: there is no text")


def read_limited(stream: BinaryIO) -> bytes:
    """All bytes of one text; of a longer one no more than the limit is read.

    Raises:
        UnreadableDocument: more bytes than the limit.
    """
    raw = stream.read(MAX_TEXT_BYTES + 1)
    if len(raw) > MAX_TEXT_BYTES:
        raise too_large()
    return raw


def accept(document: Document) -> Document:
    """The document itself, if it can be stored.

    Raises:
        UnreadableDocument: empty, too large, or with characters that PostgreSQL cannot store (NUL, lone surrogates).
    """
    for name in (f.name for f in fields(document)):
        value = getattr(document, name)
        if isinstance(value, str):
            _check_characters(name, value)
    if not document.text or document.text.isspace():
        raise empty()
    if len(document.text) * 4 > MAX_TEXT_BYTES and len(document.text.encode()) > MAX_TEXT_BYTES:
        raise too_large()
    return document


def _check_characters(name: str, value: str) -> None:
    if (at := value.find("\0")) >= 0:
        raise UnreadableDocument(
            f"NUL in the {name} at character {at}: binary data, or UTF-16 without a byte order mark"
        )
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UnreadableDocument(
            f"half a surrogate pair in the {name} at character {error.start}: mend the encoding"
        ) from None
