"""Sentences and paragraphs of folded text."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.language import patterns as re

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mme|Dr|Prof|St|Gen|Lt|Col|Sen|Rep|Gov|Jr|Sr|Inc|Ltd|Co|Corp|No|vs|etc|Hon|Amb|Eng|Rev|Maj|Capt|Brig|Adm|Pres|Min|Art|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|ca|mln|bln|Rs|e\.g|i\.e|p\.m|a\.m)|\b(?:[A-Z]\.)*[A-Z]|\b(?:Kh|Ts|Zh|Sh|Yu|Ya|Dz|Ch|Th))\.$"
)
_BULLET = re.compile(r"[-*•·o]\s|(?:\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{2,4})\))\s")
# Begins with one character, so that the search runs over all others at once.
_STOP = re.compile(r"[.!?:;\n](?:(?<!\n)[.!?][\"')\]]*(?=\s)|(?<=[.!?])[\"')\]]*(?=\s)|(?<=\n)(?:[ \t]*\n\s*)?)")
_NEXT = re.compile(r"\s*[\"'(\[-]*[A-Z0-9$€£¥]|\s*\Z|\s*[^\x00-\x7f]")
LONGEST = 1500
"""Characters of a sentence, at most: what goes on longer is a list or a table. It is cut up, as is a paragraph of more
than `MOST` sentences, so that the work on a text grows with its length alone.
"""
MOST = 100
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence's place and the number of its paragraph; `bullet` tells of a list line, whose mark is no part of it."""

    start: int
    end: int
    paragraph: int
    bullet: bool = False


def split_sentences(text: str) -> list[Piece]:
    """Sentences of folded text, in order; blank ends are cut off.

    A line break ends a sentence; those that only the width of a page made are blanks by now (see `wrapping`).
    """
    pieces: list[Piece] = []
    start = paragraph = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        broken = text[stop.start()] == "\n"
        if not broken and (
            _ABBREVIATION.search(text, max(0, start, stop.start() - 12), stop.start() + 1)
            or not _NEXT.match(text, end)
            or _NUMBERED.fullmatch(text, start, end)
        ):
            continue
        paragraph = _add(pieces, text, start, stop.start() if broken else end, paragraph) + broken
        start = end
    _add(pieces, text, start, len(text), paragraph)
    return pieces


def _add(pieces: list[Piece], text: str, start: int, end: int, paragraph: int) -> int:
    """Add what stands at `start..end`; gives the paragraph that goes on."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    mark = _BULLET.match(text, start, end)
    bullet = mark is not None
    if mark and mark.end() < end:
        start = mark.end()
        while text[start].isspace():
            start += 1
    while start < end:
        cut = end if end - start <= LONGEST else _cut(text, start)
        if len(pieces) >= MOST and pieces[-MOST].paragraph == paragraph:
            paragraph += 1
        pieces.append(Piece(start, cut, paragraph, bullet))
        start, bullet = cut, False
        while start < end and text[start].isspace():
            start += 1
    return paragraph


def _cut(text: str, start: int) -> int:
    """Where to cut what is too long: after the last mark or word of its first part."""
    for mark in (";", ",", " "):
        if (at := text.rfind(mark, start + LONGEST // 2, start + LONGEST)) >= 0:
            return at if mark == " " else at + 1
    return start + LONGEST
