"""Public ids that last: a fact keeps its uid while it lives, and a uid that gave way still leads to the fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from relations_db.resolve.facts import Fact
from relations_db.resolve.records import uid_of


@dataclass(frozen=True, slots=True)
class Held:
    """The fact that a statement supported so far. `age` orders facts by when they appeared: the older has the smaller
    number.
    """

    uid: str
    age: int


@dataclass(frozen=True, slots=True)
class Naming:
    """The facts under their lasting uids, and for each uid that gave way the one that stands for it."""

    facts: tuple[Fact, ...]
    redirects: Mapping[str, str]


def name_facts(
    facts: Sequence[Fact],
    held: Mapping[str, Held],
    signposts: Mapping[str, int] | None = None,
    moved: Collection[str] = (),
    taken: Iterable[str] = (),
) -> Naming:
    """Give each fact the oldest uid among those that its statements supported; new facts keep the uid of their first
    statement.

    `held` maps statement keys to the facts that they supported before. `signposts` are uids that gave way, with their
    ages: a fact that comes apart again takes up its old one. `moved` are statements that a reviewer took out of a fact:
    they leave its uid behind. `taken` are further uids that nobody may get.
    Where one fact became several, its uid stays with the statement that founded it, else with the most of its
    statements.
    """
    claims = _claims(facts, held, frozenset(moved))
    used = set(taken) | {h.uid for h in held.values()}
    names: dict[str, str] = {}
    redirects: dict[str, str] = {}
    for fact in facts:
        own = sorted(claims[fact.uid], key=lambda h: (h.age, h.uid))
        names[fact.uid] = own[0].uid if own else next(u for u in _new(fact, signposts or {}) if u not in used)
        used.add(names[fact.uid])
        redirects.update({h.uid: names[fact.uid] for h in own[1:]})
    return Naming(tuple(_renamed(f, names) for f in facts), redirects)


def _claims(facts: Sequence[Fact], held: Mapping[str, Held], moved: frozenset[str]) -> Mapping[str, list[Held]]:
    """Which of the old facts each new one goes on with."""
    heirs: dict[Held, dict[str, tuple[bool, bool, int]]] = defaultdict(dict)
    for fact in facts:
        keys = fact.keys
        stays = moved.isdisjoint(keys)
        for key in keys:
            if (old := held.get(key)) is not None:
                _, founder, number = heirs[old].get(fact.uid, (stays, False, 0))
                heirs[old][fact.uid] = (stays, founder or uid_of(fact.kind, key) == old.uid, number + 1)
    claims: dict[str, list[Held]] = defaultdict(list)
    for old, weights in heirs.items():
        claims[max(sorted(weights), key=lambda uid: weights[uid])].append(old)
    return claims


def _new(fact: Fact, signposts: Mapping[str, int]) -> Iterator[str]:
    """The uids that a new fact may get: one that its statements founded before, else that of the first statement."""
    before = {u for k in fact.keys if (u := uid_of(fact.kind, k)) in signposts}
    yield from sorted(before, key=lambda u: (signposts[u], u))
    yield fact.uid
    for evidence in fact.evidence:
        yield uid_of(fact.kind, evidence.key)
    for start in range(1, 16):
        yield uid_of(fact.kind, fact.evidence[0].key[start:])


def _renamed(fact: Fact, names: Mapping[str, str]) -> Fact:
    package = names.get(fact.package, fact.package) if fact.package else None
    return replace(fact, uid=names[fact.uid], package=package)
