"""Human judgements as resolution applies them: what must be one, what must stay apart, what was confirmed, rejected or
corrected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Verb = Literal["confirm", "reject", "correct", "merge", "split"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict on a fact, named by the keys of the statements that it rested on.

    merge: with the fact of `others`. split: `others` speak of another fact than the rest of `keys`. correct: `field`
    has `value`. Judgements are given in the order in which they were made; of two that contradict each other the later
    holds.
    """

    id: int
    verb: Verb
    keys: tuple[str, ...]
    others: tuple[str, ...] = ()
    field: str | None = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class Links:
    """What judgements ask of clustering: groups of keys that are one, and for each split the two sides that are not."""

    together: tuple[frozenset[str], ...]
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...]

    def tag(self, key: str) -> tuple[int, ...]:
        """The splits that moved this statement away."""
        return tuple(n for n, (moved, _) in enumerate(self.apart) if key in moved)

    def joined(self, a: Collection[str], b: Collection[str]) -> bool:
        """True where a merge holds any of `a` and any of `b` together."""
        return any(not group.isdisjoint(a) and not group.isdisjoint(b) for group in self.together)

    def parted(self, a: Collection[str], b: Collection[str]) -> bool:
        """True where a split keeps any of `a` from any of `b`."""
        return any(
            (not moved.isdisjoint(a) and not rest.isdisjoint(b)) or (not moved.isdisjoint(b) and not rest.isdisjoint(a))
            for moved, rest in self.apart
        )


def links(judgements: Iterable[Judgement], present: Collection[str]) -> Links:
    """The links between statements that are there.

    A merge after a split of the same two sides lifts the split. A split after a merge takes its statements out of the
    merge, which holds the others together; where none of a side are left it is lifted.
    """
    merged: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    together: list[frozenset[str]] = []
    apart: list[tuple[frozenset[str], frozenset[str]]] = []
    for judgement in judgements:
        if judgement.verb == "merge":
            pair = frozenset({*_first(judgement.keys, present), *_first(judgement.others, present)})
            apart = [(m, r) for m, r in apart if m.isdisjoint(pair) or r.isdisjoint(pair)]
            merged.append((judgement.keys, judgement.others))
        elif judgement.verb == "split":
            moved = frozenset(k for k in judgement.others if k in present)
            rest = frozenset(k for k in judgement.keys if k in present) - moved
            merged = [_without(moved, rest, *sides) for sides in merged]
            together = [t for t in together if t.isdisjoint(moved) or t.isdisjoint(rest)] + [moved]
            apart.append((moved, rest))
    together += [frozenset({*_first(a, present), *_first(b, present)}) for a, b in merged if a and b]
    return Links(tuple(t for t in together if len(t) > 1), tuple((m, r) for m, r in apart if m and r))


def _without(
    moved: Collection[str], rest: Collection[str], one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sides of a merge after a split of what it holds together."""
    if not any(k in rest for k in (*one, *other)):
        return one, other
    return tuple(k for k in one if k not in moved), tuple(k for k in other if k not in moved)


def _first(keys: Sequence[str], present: Collection[str]) -> Iterator[str]:
    """The first key that is still there: the fact's founder while it lives."""
    found = next((k for k in keys if k in present), None)
    if found is not None:
        yield found


def on_fact(judgements: Iterable[Judgement], keys: Collection[str], present: Collection[str]) -> list[Judgement]:
    """The confirmations, rejections and corrections that are about the fact made of `keys`."""
    return [
        j
        for j in judgements
        if j.verb in ("confirm", "reject", "correct") and any(k in keys for k in _first(j.keys, present))
    ]
