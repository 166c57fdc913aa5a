"""Sentences and paragraphs of folded text."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.language import patterns as re

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mme|Dr|Prof|St|Gen|Lt|Col|Sen|Rep|Gov|Jr|Sr|Inc|Ltd|Co|Corp|No|vs|etc|Hon|Amb|Eng|Rev|Maj|Capt|Brig|Adm|Pres|Min|Art|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|ca|mln|bln|Rs|e\.g|i\.e|p\.m|a\.m)|\b(?:[A-Z]\.)*[A-Z]|\b(?:Kh|Ts|Zh|Sh|Yu|Ya|Dz|Ch|Th))\.$"
)
_BULLET = re.compile(r"[-*•·–●○▪■‣◦]\s|(?:\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{2,4})\))\s")
# Begins with one character, so that the search runs over all others at once.
_STOP = re.compile(r"[.!?:;\n](?:(?<!\n)[.!?][\"')\]]*(?=\s)|(?<=[.!?])[\"')\]]*(?=\s)|(?<=\n)(?:[ \t]*\n\s*)?)")
_NEXT = re.compile(r"\s*[\"'(\[-]*[A-Z0-9$€£¥]|\s*\Z|\s*[^\x00-\x7f]")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence's place and the number of its paragraph; `bullet` marks a list line."""

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
        _add(pieces, text, start, stop.start() if broken else end, paragraph)
        paragraph += broken
        start = end
    _add(pieces, text, start, len(text), paragraph)
    return pieces


def _add(pieces: list[Piece], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        pieces.append(Piece(start, end, paragraph, bool(_BULLET.match(text, start, end))))
