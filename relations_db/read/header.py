"""The head of a text file: the date mark, or `Key: value` lines, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from relations_db.read.dates import published
from relations_db.values import PartialDate

# One blank (or line end) after the date belongs to the mark; the rest of the line is the article.
_MARK = re.compile(r"\s*date (\d{4}(?:[-/.]\d{1,2}){0,2}|\d{1,2}(?:[-/.]\d{1,2})?[-/.]\d{2,4})(?:\r\n|\s|\Z)")
_EOL = r"(?:\r\n|\n|\r)"
_LINE = r"[A-Za-z][A-Za-z -]{0,30}:[^\r\n]*"
_BLOCK = re.compile(
    rf"((?:Date|Title|Source|URL|Language)[ \t]*:[^\r\n]*{_EOL}(?:{_LINE}{_EOL})*)[ \t]*{_EOL}", re.IGNORECASE
)
_FRONT = re.compile(rf"---[ \t]*{_EOL}((?:{_LINE}{_EOL}|[ \t]*{_EOL}|[ \t#-][^\r\n]*{_EOL})*?)---[ \t]*(?:{_EOL}|\Z)")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the article, and the `body`: the article itself, untouched."""

    body: str
    published_on: PartialDate | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


def split_header(text: str) -> Header:
    """Cut the header off.

    Known keys are Date, Title, Source, URL and Language, in any case; a block starts with one of them and is closed by
    a blank line. Other keys inside the block are passed over. Lines that no blank line closes are the article's own.

    Raises:
        UnreadableDocument: the header's date cannot be read.
    """
    if (marked := split_mark(text)) is not None:
        return marked
    if block := _BLOCK.match(text):
        return _header(block.group(1), text[block.end() :])
    return Header(text)


def split_front_matter(text: str) -> Header:
    """Cut off Markdown's front matter (between two lines `---`), else the header of a plain text.

    Raises:
        UnreadableDocument: the header's date cannot be read.
    """
    if front := _FRONT.match(text):
        return _header(front.group(1), text[front.end() :])
    return split_header(text)


def split_mark(text: str) -> Header | None:
    """Cut off ` date YYYY-MM-DD `; None where the text does not begin with it.

    Raises:
        UnreadableDocument: the date cannot be read.
    """
    mark = _MARK.match(text)
    return Header(text[mark.end() :], published_on=published(mark.group(1))) if mark else None


def _header(lines: str, body: str) -> Header:
    values: dict[str, str] = {}
    for line in re.split(_EOL, lines):
        key, colon, value = line.partition(":")
        if colon:
            values.setdefault(key.strip().lower(), value.strip().strip("\"'").strip())
    return Header(
        body,
        published(values.get("date")),
        values.get("title") or None,
        values.get("source") or None,
        values.get("url") or None,
        values.get("language") or None,
    )
