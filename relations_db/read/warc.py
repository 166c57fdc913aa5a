"""Web archives: each HTML response of a WARC file is a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from relations_db.read.decode import known_encoding
from relations_db.read.html import read_html
from relations_db.read.refusal import Unreadable, read_limited
from relations_db.read.text import attempt
from relations_db.values import Document


def read_warc(stream: BinaryIO, name: str, stem: str) -> Iterator[Document | Unreadable]:
    """The pages of the archive, by number. The date of the crawl is not taken for the date of publication."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        if "html" in (record.http_content_type or ""):
            number += 1
            yield _page(record, f"{name}:{number}", f"{stem}-{number}")
    if number == 0:
        yield Unreadable(name, "no web page in this archive")


def _page(record: Any, name: str, id: str) -> Document | Unreadable:
    encoding = known_encoding(record.http_charset) if record.http_charset else None
    url = record.headers.get("WARC-Target-URI")
    return attempt(lambda: read_html(read_limited(record.reader), id, encoding, url), name)
