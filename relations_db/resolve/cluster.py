"""From the statements of one block to groups that are about one fact each.

The most precise reports found the groups, in a fixed order; vaguer ones join where exactly one group fits, else they
stay alone: a wrong merge costs more than a split. Two statements of one document are never one fact unless they say the
same. The result depends on the set of statements alone, not on the order in which they are given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relations_db.resolve.dates import Closeness, Stretch, ordinal, rank
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import Fit, Identity
from relations_db.resolve.judgements import Links

PAGE = 32
"""Days on a page of the calendar."""


@dataclass(slots=True, eq=False)
class Cluster:
    """A fact in the making. `profiles` stand for the statements of a profile each; `tag`: the splits that moved it."""

    profiles: list[Record]
    records: list[Record]
    documents: set[str]
    tag: tuple[int, ...]
    reasons: dict[str, str]

    @property
    def keys(self) -> Collection[str]:
        return self.reasons.keys()

    def absorb(self, other: Cluster, reasons: Mapping[str, str]) -> None:
        self.profiles += other.profiles
        self.records += other.records
        self.documents |= other.documents
        self.reasons |= reasons


def cluster(records: Iterable[Record], identity: Identity, links: Links) -> list[Cluster]:
    """Group the statements of one block, or of several that a reviewer's merge holds together."""
    found = _Calendar(identity)
    for unit in _units(sorted(records, key=lambda r: r.order), identity, links):
        profile = unit.profiles[0]
        place = _best(unit, found.around(profile), identity, links)
        if place is None:
            found.add(unit, profile)
        else:
            place.cluster.absorb(unit, dict.fromkeys(unit.reasons, place.fit.reason))
            found.add(place.cluster, profile)
    clusters = list(found.every)
    for group in links.together:
        clusters = _merged(clusters, group)
    return clusters


class _Calendar:
    """Clusters by the time that they are about, so that a report is compared with those of its time only."""

    def __init__(self, identity: Identity) -> None:
        self.every: dict[Cluster, None] = {}
        self._identity = identity
        self._timeless: dict[Cluster, None] = {}
        self._pages: dict[int, dict[Cluster, None]] = defaultdict(dict)

    def add(self, cluster: Cluster, profile: Record) -> None:
        """Enter a cluster for one of its profiles."""
        self.every[cluster] = None
        stretches = self._identity.stretches(profile)
        if not stretches:
            self._timeless[cluster] = None
        for page in _pages(stretches):
            self._pages[page][cluster] = None

    def around(self, profile: Record) -> Iterable[Cluster]:
        """The clusters that the profile may join, and others, each once."""
        where = self._identity.within(profile)
        if where is None:
            return self.every
        found = dict(self._timeless)
        for page in _pages(where):
            found |= self._pages.get(page, {})
        return found


def _pages(stretches: Iterable[Stretch]) -> Iterator[int]:
    for first, last in stretches:
        yield from range(first // PAGE, last // PAGE + 1)


def _units(records: Sequence[Record], identity: Identity, links: Links) -> list[Cluster]:
    """The statements of each profile, the precise and early ones first."""
    by_profile: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        by_profile[(record.block, identity.profile(record), links.tag(record.key))].append(record)
    return sorted((_unit(alike, links) for alike in by_profile.values()), key=lambda u: _order(u.profiles[0], identity))


def _unit(alike: list[Record], links: Links) -> Cluster:
    reasons = {r.key: "says the same" for r in alike} | {alike[0].key: "first of the fact"}
    return Cluster([alike[0]], alike, {r.source.sha256 for r in alike}, links.tag(alike[0].key), reasons)


def _order(record: Record, identity: Identity) -> tuple[int, int, tuple[str, str, int, int, str]]:
    on = identity.on(record)
    return (rank(on) + record.assumed, ordinal(on), record.order)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a unit may go, and how it fits there."""

    cluster: Cluster
    fit: Fit

    @property
    def rank(self) -> tuple[Closeness, float]:
        return (self.fit.closeness, self.fit.score)


def _best(unit: Cluster, clusters: Iterable[Cluster], identity: Identity, links: Links) -> _Place | None:
    """The one group that the unit belongs to, if exactly one fits best; of groups that a reviewer merged, which count
    as one, the first founded.
    """
    places = [p for c in clusters if (p := _place(unit, c, identity, links)) is not None]
    places = [p for p in places if p.fit.closeness is not Closeness.NEUTRAL]
    if not places:
        return None
    top = max(p.rank for p in places)
    if top[0] is Closeness.LIKELY and _several(places, links):
        places = [p for p in places if p.fit.named]
        top = max((p.rank for p in places), default=top)
    if top[0] is Closeness.POSSIBLE or (top[0] is Closeness.LIKELY and (not places or _several(places, links))):
        return None
    best = [p for p in places if p.rank == top]
    if _several(best, links):
        best = [p for p in best if not p.cluster.tag]
    return None if not best or _several(best, links) else min(best, key=lambda p: p.cluster.profiles[0].order)


def _several(places: Sequence[_Place], links: Links) -> bool:
    """True where the places are more than one fact; those that merges hold together are one."""
    if len(places) < 2 or not links.together:
        return len(places) > 1
    one, *rest = (set(p.cluster.keys) for p in places)
    while near := [keys for keys in rest if links.joined(one, keys)]:
        one = one.union(*near)
        rest = [keys for keys in rest if keys not in near]
    return bool(rest)


def _place(unit: Cluster, to: Cluster, identity: Identity, links: Links) -> _Place | None:
    """How the unit fits a group: it must fit all profiles there; the best fit counts."""
    profile = unit.profiles[0]
    if profile.block != to.profiles[0].block or not to.documents.isdisjoint(unit.documents):
        return None
    if links.apart and links.parted(unit.keys, to.keys):
        return None
    best: Fit | None = None
    for member in to.profiles:
        fit = identity.fit(profile, member)
        if fit is None:
            return None
        best = fit if best is None else max(best, fit, key=lambda f: (f.closeness, f.score))
    return _Place(to, best) if best else None


def _merged(clusters: list[Cluster], group: frozenset[str]) -> list[Cluster]:
    """The clusters after a reviewer's merge."""
    inside = [c for c in clusters if not group.isdisjoint(c.keys)]
    for other in inside[1:]:
        merged = {k: "merged by a reviewer" if r == "first of the fact" else r for k, r in other.reasons.items()}
        inside[0].absorb(other, merged)
    return [c for c in clusters if c not in inside[1:]]
