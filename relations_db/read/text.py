"""Plain text, Markdown and single web pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from relations_db.errors import UnreadableDocument
from relations_db.read.decode import decode
from relations_db.read.header import Header, split_front_matter, split_header
from relations_db.read.refusal import Unreadable, accept, read_limited
from relations_db.values import Document

_HEADING = re.compile(r"\s*# +([^\r\n]+?)[ #]*(?:[\r\n]|\Z)")


def read_text(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    yield attempt(lambda: _document(split_header(decode(read_limited(stream))), stem), name)


def read_markdown(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    """Markdown is kept as it is written; a first heading gives the title where the header has none."""

    def read() -> Document:
        header = split_front_matter(decode(read_limited(stream)))
        heading = _HEADING.match(header.body)
        return _document(header, stem, title=heading.group(1) if heading else None)

    yield attempt(read, name)


def read_page(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    from relations_db.read.html import read_html

    yield attempt(lambda: read_html(read_limited(stream), stem), name)


def attempt(read: Callable[[], Document], name: str) -> Document | Unreadable:
    """The document, or why there is none."""
    try:
        return read()
    except UnreadableDocument as error:
        return Unreadable(name, str(error))


def _document(header: Header, stem: str, title: str | None = None) -> Document:
    return accept(
        Document(
            id=stem,
            text=header.body,
            published_on=header.published_on,
            title=header.title or title,
            source=header.source,
            url=header.url,
            language=header.language or "en",
        )
    )
