"""From the statements of one block to groups that are about one fact each.

The most precise reports found the groups, in a fixed order; vaguer ones join where exactly one group fits, else they
stay alone: a wrong merge costs more than a split. Two statements of one document are never one fact unless they say the
same. The result depends on the set of statements alone, not on the order in which they are given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from relations_db.resolve.dates import Closeness, ordinal, rank
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import Fit, Identity
from relations_db.resolve.judgements import Links


@dataclass(slots=True)
class Unit:
    """Statements that are one fact whatever else there is: of one profile, or merged by a reviewer (then `profiles` has
    several).
    """

    profiles: list[Record]
    records: list[Record]
    tag: tuple[int, ...] = ()

    @property
    def documents(self) -> set[str]:
        return {r.source.sha256 for r in self.records}

    @property
    def keys(self) -> set[str]:
        return {r.key for r in self.records}


@dataclass(slots=True)
class Cluster:
    """A fact in the making. Each part is a list of profiles that all fit each other; a reviewer's merge makes several
    parts.
    """

    parts: list[list[Record]]
    records: list[Record]
    documents: set[str]
    keys: set[str]
    tag: tuple[int, ...]
    reasons: dict[str, str] = field(default_factory=dict)


def cluster(records: Iterable[Record], identity: Identity, links: Links) -> list[Cluster]:
    """Group the statements of one block."""
    clusters: list[Cluster] = []
    for unit in _units(sorted(records, key=lambda r: r.order), identity, links):
        place = _best(unit, clusters, identity, links)
        if place is None:
            clusters.append(_found(unit))
        else:
            _join(unit, place)
    return clusters


def _units(records: Sequence[Record], identity: Identity, links: Links) -> list[Unit]:
    """Statements by profile, the precise and early ones first; what a reviewer merged is one unit."""
    by_profile: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        by_profile[(record.block, identity.profile(record), links.tag(record.key))].append(record)
    units = [Unit([rs[0]], rs, links.tag(rs[0].key)) for rs in by_profile.values()]
    for group in links.together:
        units = _joined(units, group)
    return sorted(units, key=lambda u: min(_order(r, identity) for r in u.profiles))


def _joined(units: list[Unit], group: frozenset[str]) -> list[Unit]:
    inside = [u for u in units if not group.isdisjoint(u.keys)]
    if len(inside) < 2:
        return units
    merged = Unit([p for u in inside for p in u.profiles], [r for u in inside for r in u.records], inside[0].tag)
    return [u for u in units if u not in inside] + [merged]


def _order(record: Record, identity: Identity) -> tuple[int, int, tuple[str, str, int, int, str]]:
    on = identity.on(record)
    return (rank(on), ordinal(on), record.order)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a unit may go: a group, the part of it that the unit fits, and how."""

    cluster: Cluster
    part: list[Record]
    fit: Fit

    @property
    def rank(self) -> tuple[Closeness, float]:
        return (self.fit.closeness, self.fit.score)


def _best(unit: Unit, clusters: list[Cluster], identity: Identity, links: Links) -> _Place | None:
    """The one group that the unit belongs to, if exactly one fits best."""
    places = [p for c in clusters if (p := _place(unit, c, identity, links)) is not None]
    if not places:
        return None
    top = max(p.rank for p in places)
    if top[0] is Closeness.POSSIBLE or (top[0] is Closeness.LIKELY and len(places) > 1):
        return None
    best = [p for p in places if p.rank == top]
    if len(best) > 1:
        best = [p for p in best if not p.cluster.tag]
    return best[0] if len(best) == 1 else None


def _place(unit: Unit, to: Cluster, identity: Identity, links: Links) -> _Place | None:
    """How the unit fits a group: all profiles of one of its parts must fit; the part that fits best counts."""
    if not to.documents.isdisjoint(unit.documents) or (links.apart and links.parted(unit.keys, to.keys)):
        return None
    places = []
    for part in to.parts:
        if part[0].block != unit.profiles[0].block:
            continue
        fits = [identity.fit(unit.profiles[0], member) for member in part]
        whole = [f for f in fits if f is not None]
        if len(whole) == len(fits):
            places.append(_Place(to, part, max(whole, key=lambda f: (f.closeness, f.score))))
    return max(places, key=lambda p: p.rank, default=None)


def _found(unit: Unit) -> Cluster:
    reasons = {r.key: "says the same" for r in unit.records}
    if len(unit.profiles) > 1:
        reasons.update({p.key: "merged by a reviewer" for p in unit.profiles[1:]})
    reasons[unit.records[0].key] = "first of the fact"
    return Cluster([[p] for p in unit.profiles], list(unit.records), unit.documents, unit.keys, unit.tag, reasons)


def _join(unit: Unit, place: _Place) -> None:
    to = place.cluster
    place.part.append(unit.profiles[0])
    to.parts.extend([p] for p in unit.profiles[1:])
    to.records.extend(unit.records)
    to.documents |= unit.documents
    to.keys |= unit.keys
    for record in unit.records:
        to.reasons[record.key] = place.fit.reason
