"""A text cut into stretches: which statements quote them, which fields rest on them, what was left there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from relations_db.values import Extraction, Kind, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start..end` of the text. `quoting` and `fields` are kinds in the codebook's order; `notes` tell why.

    `ends`: numbers of the statements whose first quote ends here. `struck`: refused words; `unread`: words that no rule
    could read.
    """

    start: int
    end: int
    quoting: tuple[Kind, ...] = ()
    fields: tuple[Kind, ...] = ()
    struck: bool = False
    unread: bool = False
    notes: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    what: str
    kind: Kind
    note: str = ""


def stretches(extraction: Extraction) -> Iterator[Stretch]:
    """The whole text in order, without gaps."""
    marks = list(_marks(extraction))
    ends: dict[int, list[int]] = {}
    for number, statement in enumerate(extraction.statements, start=1):
        ends.setdefault(statement.quotes[0].span.end, []).append(number)
    opening: dict[int, list[_Mark]] = {}
    closing: dict[int, list[_Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
        closing.setdefault(mark.span.end, []).append(mark)
    places = sorted({0, len(extraction.document.text), *opening, *closing})
    open_marks: list[_Mark] = []
    for start, end in pairwise(places):
        open_marks = [m for m in open_marks if m.span.end > start] + opening.get(start, [])
        yield _stretch(start, end, open_marks, tuple(ends.get(end, ())))


def _marks(extraction: Extraction) -> Iterator[_Mark]:
    for statement in extraction.statements:
        for quote in statement.quotes:
            yield _Mark(quote.span, "quote", statement.kind)
        for field in statement.fields:
            if field.span:
                yield _Mark(field.span, "field", statement.kind)
    for ignored in extraction.ignored:
        yield _Mark(ignored.quote.span, "struck", ignored.kind, f"refused: {ignored.reason}")
    for unread in extraction.unhandled:
        yield _Mark(unread.quote.span, "unread", unread.kind, "no rule could read this")


def _stretch(start: int, end: int, marks: list[_Mark], ends: tuple[int, ...]) -> Stretch:
    def kinds(what: str) -> tuple[Kind, ...]:
        here = {m.kind for m in marks if m.what == what}
        return tuple(kind for kind in Kind if kind in here)

    notes = dict.fromkeys(f"{m.kind.value.replace('_', ' ')}: {m.note}" for m in marks if m.note)
    return Stretch(
        start, end, kinds("quote"), kinds("field"), bool(kinds("struck")), bool(kinds("unread")), tuple(notes), ends
    )
