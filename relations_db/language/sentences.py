"""Sentences and paragraphs of folded text."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.language import patterns as re

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mme|Dr|Prof|St|Gen|Lt|Col|Sen|Rep|Gov|Jr|Sr|Inc|Ltd|Co|Corp|No|vs|etc|Hon|Amb|Eng|Rev|Maj|Capt|Brig|Adm|Pres|Min|Art|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|ca|mln|bln|Rs|e\.g|i\.e|p\.m|a\.m)|\b(?:[A-Z]\.)*[A-Z]|\b(?:Kh|Ts|Zh|Sh|Yu|Ya|Dz|Ch|Th))\.$"
)
_STOP = re.compile(r"[.!?:;]?[.!?][\"')\]]*(?=\s)|\n[ \t]*\n\s*|\n(?=\s*(?:[-*•–·]|\d{1,2}[.)])\s)|\n|\Z")
_NEXT = re.compile(r"\s*[\"'(\[-]*[A-Z0-9$€£¥]|\s*\Z|\s*[^\x00-\x7f]")
_BULLET = re.compile(r"\n[ \t]*(?:[-*•·–]|\d{1,2}[.)])\s")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]")
_WRAPPED = re.compile(r"\n[ \t]*(?=[a-z\"'(]|[A-Z0-9$])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence's place and the number of its paragraph; `bullet` marks a list line."""

    start: int
    end: int
    paragraph: int
    bullet: bool = False


def split_sentences(text: str) -> list[Piece]:
    """Sentences of folded text, in order; blank ends are cut off.

    A single line break inside running text does not end a sentence; a blank line, a bullet or a short headline does.
    """
    pieces: list[Piece] = []
    wrapped = _is_wrapped(text)
    start = paragraph = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        mark = stop.group()
        broken = "\n" in mark
        if (
            not broken
            and mark
            and (
                _ABBREVIATION.search(text, max(0, start, stop.start() - 12), stop.start() + 1)
                or not _NEXT.match(text, end)
                or _NUMBERED.fullmatch(text, start, end)
            )
        ):
            continue
        if (
            broken
            and wrapped
            and mark.count("\n") == 1
            and _WRAPPED.match(text, stop.start())
            and not _BULLET.match(text, stop.start())
            and not _heading(text[start : stop.start()])
        ):
            continue
        _add(pieces, text, start, stop.start() if broken else end, paragraph)
        paragraph += broken
        start = end
    return pieces


def _is_wrapped(text: str) -> bool:
    """True where lines are broken at a fixed width: most line breaks stand inside sentences."""
    breaks = [m.start() for m in re.finditer(r"(?<=\S)\n(?=[ \t]*\S)", text)]
    inside = sum(text[b - 1] not in ".!?:;\"')" for b in breaks)
    return len(breaks) > 2 and inside > len(breaks) * 0.6


def _heading(line: str) -> bool:
    return len(line.strip()) < 45


def _add(pieces: list[Piece], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        pieces.append(Piece(start, end, paragraph, bool(re.match(r"[-*•·–]\s|\d{1,2}[.)]\s", text[start:end]))))
