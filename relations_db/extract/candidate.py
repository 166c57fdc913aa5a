"""What a rule hands on before the document's reports of one event are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from re import Match, Pattern
from typing import TYPE_CHECKING

from relations_db.language.analysis import Sentence
from relations_db.values import Basis, Claim, Kind

if TYPE_CHECKING:
    from relations_db.extract.context import Context

Where = tuple[Basis, tuple[int, int] | None]
SAID = Basis.SAID


@dataclass(slots=True)
class Candidate:
    """A claim as one phrase makes it. `quotes` are text offsets, the main one first; `where` says for each field what it rests on.

    `weak`: a mention in passing that adds to another candidate of the same event, and stands alone only where nothing else reports it.
    """

    claim: Claim
    quotes: list[tuple[int, int]]
    rule: str
    sentence: int
    where: dict[str, Where] = field(default_factory=dict)
    background: bool = False
    weak: bool = False
    notes: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction. `pattern` is searched in the coded form of each sentence that has one of the `triggers` (words, or unit codes).

    `build` makes candidates of a match. `examples` are sentences that the rule must read, `refusals` sentences of which it must make nothing;
    a test proves both. The examples' document is dated 2024-05-15.
    """

    name: str
    kind: Kind
    triggers: frozenset[str]
    pattern: Pattern[str]
    build: Callable[[Context, Sentence, Match[str]], Iterable[Candidate]]
    examples: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
