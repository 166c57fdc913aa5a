"""What a rule hands on before the document's reports of one event are put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from re import Match, Pattern
from typing import TYPE_CHECKING, Protocol

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


class Spot(Protocol):
    """Where an event and its verb stand in a coded sentence: a match, or what is like one."""

    def start(self, group: int | str = 0, /) -> int: ...
    def end(self, group: int | str = 0, /) -> int: ...


Marks = Callable[[Candidate], Iterable[Hashable]]


def joined(
    candidates: Iterable[Candidate],
    same: Callable[[Candidate, Candidate], bool],
    join: Callable[[Candidate, Candidate], Candidate],
    marks: Marks,
    seeks: Marks | None = None,
) -> list[Candidate]:
    """One candidate for all that are the same, each joined to the first of them.

    One can be the same as another only if it seeks a mark that the other has; by default its own.
    """
    found: list[Candidate] = []
    marked: dict[Hashable, set[int]] = defaultdict(set)
    for candidate in candidates:
        near = sorted({i for mark in (seeks or marks)(candidate) for i in marked[mark]})
        home = next((i for i in near if same(found[i], candidate)), None)
        if home is None:
            home = len(found)
            found.append(candidate)
        else:
            found[home] = join(found[home], candidate)
        for mark in marks(found[home]):
            marked[mark].add(home)
    return found


class Stretched:
    """The place of a verb and its thing in a coded sentence, as `day_of` asks for it."""

    def __init__(self, start: int, end: int) -> None:
        self._start, self._end = start, end

    def start(self, _group: int | str = 0, /) -> int:
        return self._start

    def end(self, _group: int | str = 0, /) -> int:
        return self._end
