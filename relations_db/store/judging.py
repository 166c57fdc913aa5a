"""Judgements in the database, anchored on statements so that they outlive every reload.

The anchor of a judgement holds, for each statement that the fact rested on, its key and its place in its text. Where a
newer rule set reads the text differently, the statement of that kind that stands in the same place takes over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from relations_db.claims import python_name, value_from_json
from relations_db.resolve import Judgement
from relations_db.store.copying import Cursor
from relations_db.values import Kind

_ACTIVE = """
SELECT id, verdict, anchor, statement_keys, field, value FROM relations.judgements
WHERE withdrawn_at IS NULL AND anchor IS NOT NULL AND anchor->'documents' ?| %s ORDER BY id
"""

# Texts that these have superseded.
_EARLIER = """
SELECT e.sha256 FROM relations.documents d JOIN relations.documents e ON e.superseded_by = d.id WHERE d.sha256 = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: kind, text and span."""

    kind: str
    sha256: str
    start: int
    end: int

    def overlap(self, other: Place) -> int:
        """Characters that both cover; 0 in different texts or for different kinds."""
        if (self.kind, self.sha256) != (other.kind, other.sha256):
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


Places = Mapping[str, Place]
"""Statement keys and where the statements stand."""


def successor(place: Place, present: Places) -> str | None:
    """The statement that stands where another one stood: most characters in common, then the first."""
    found = [(place.overlap(p), -p.start, key) for key, p in present.items() if place.overlap(p)]
    return max(found, key=lambda f: (f[0], f[1], f[2]))[2] if found else None


def successors(old: Places, new: Places) -> dict[str, str]:
    """For each statement that is gone the one that took its place, each new one at most once."""
    pairs = sorted(
        ((a.overlap(b), -b.start, key, other) for key, a in old.items() for other, b in new.items() if a.overlap(b)),
        reverse=True,
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, key, other in pairs:
        if key not in found and other not in taken:
            found[key] = other
            taken.add(other)
    return found


def anchor(cursor: Cursor, keys: Sequence[str], others: Sequence[str], places: Places) -> dict[str, Any]:
    """The anchor of a judgement on the fact of `keys` (the founder first) and, for a merge, the fact of `others`.

    `neighbours` are further statements that stand in the same words: they are there already, so they take nobody's
    place.
    """
    used = {k: places[k] for k in (*keys, *others)}
    return {
        "keys": list(keys),
        "others": list(others),
        "places": {k: [p.kind, p.sha256, p.start, p.end] for k, p in used.items()},
        "documents": sorted({p.sha256 for p in used.values()}),
        "neighbours": sorted({key for key, _ in _standing_at(cursor, used.values())} - used.keys()),
    }


def places_now(cursor: Cursor, held: Mapping[str, Any]) -> set[str]:
    """The blocks of the statements that stand where those of an anchor stood."""
    return {block for _, block in _standing_at(cursor, (Place(*p) for p in held["places"].values()))}


def _standing_at(cursor: Cursor, places: Iterable[Place]) -> list[tuple[str, str]]:
    """Key and block of each statement of the kind that overlaps one of the places."""
    rows = [(p.kind, p.sha256, p.start, p.end) for p in places]
    cursor.execute(
        "SELECT DISTINCT s.key, s.block"
        " FROM unnest(%s::text[], %s::text[], %s::int[], %s::int[]) AS p(kind, sha256, a, b)"
        " JOIN relations.documents d ON d.sha256 = p.sha256"
        " JOIN relations.statements s ON s.document_id = d.id AND s.kind = p.kind"
        "  AND s.span_start < p.b AND s.span_end > p.a",
        [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []],
    )
    return [(key, block) for key, block in cursor.fetchall()]


def read_judgements(cursor: Cursor, present: Places) -> list[Judgement]:
    """The judgements in force that are about these statements, in the order in which they were made."""
    cursor.execute("SELECT EXISTS (SELECT FROM relations.judgements WHERE withdrawn_at IS NULL)")
    row = cursor.fetchone()
    if row is None or not row[0]:
        return []
    digests = sorted({p.sha256 for p in present.values()})
    cursor.execute(_EARLIER, [digests])
    cursor.execute(_ACTIVE, [sorted({*digests, *(sha256 for (sha256,) in cursor.fetchall())})])
    rows = cursor.fetchall()
    after = _candidates(cursor, {k for row in rows for k in row[2]["places"]} - present.keys())
    return [_judgement(row, present, after) for row in rows]


def _candidates(cursor: Cursor, absent: Collection[str]) -> dict[str, Places]:
    """For each of these statements that is gone altogether: all statements of the texts in which it may have stood."""
    if not absent:
        return {}
    cursor.execute("SELECT key FROM relations.statements WHERE key = ANY(%s)", [list(absent)])
    gone = set(absent) - {key for (key,) in cursor.fetchall()}
    if not gone:
        return {}
    cursor.execute(
        "SELECT j.key, s.key, s.kind, d.sha256, s.span_start, s.span_end FROM ("
        " SELECT DISTINCT p.key, p.at->>0 AS kind, p.at->>1 AS sha256 FROM relations.judgements"
        "  CROSS JOIN LATERAL jsonb_each(anchor->'places') AS p(key, at) WHERE p.key = ANY(%s)) j"
        " JOIN relations.documents d ON d.sha256 = j.sha256"
        " JOIN relations.statements s ON s.document_id = d.id AND s.kind = j.kind",
        [list(gone)],
    )
    found: dict[str, dict[str, Place]] = {key: {} for key in gone}
    for key, other, *place in cursor.fetchall():
        found[key][other] = Place(*place)
    return dict(found)


def _judgement(row: Sequence[Any], present: Places, after: Mapping[str, Places]) -> Judgement:
    ident, verb, held, moved, field, value = row
    places = {k: Place(*p) for k, p in held["places"].items()}
    neighbours = frozenset(held["neighbours"])

    def now(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k for key in keys if (k := heir(key)) in present))

    def heir(key: str) -> str:
        if key not in after:
            return key
        return successor(places[key], {k: p for k, p in after[key].items() if k not in neighbours}) or key

    others = now(moved if verb == "split" else held["others"])
    if field is not None:
        kind = Kind(next(iter(places.values())).kind)
        field = python_name(kind, field)
        value = value_from_json(field, value)
    return Judgement(ident, verb, now(held["keys"]), others, field, value)


def joined_blocks(cursor: Cursor, blocks: Iterable[str]) -> list[frozenset[str]]:
    """The blocks in groups: a reviewer's merge of facts of two blocks makes one group of them, which may bring in
    further blocks.
    """
    groups = {b: frozenset({b}) for b in blocks}
    for whole in _components(_merged_across(cursor)):
        if not whole.isdisjoint(groups):
            groups.update(dict.fromkeys(whole, whole))
    return sorted(set(groups.values()), key=sorted)


def _components(sets: Iterable[Iterable[str]]) -> list[frozenset[str]]:
    """Sets that share a member become one."""
    found: list[frozenset[str]] = []
    for members in map(frozenset, sets):
        touching = [f for f in found if not f.isdisjoint(members)]
        found = [f for f in found if f not in touching] + [members.union(*touching)]
    return found


def _merged_across(cursor: Cursor) -> list[list[str]]:
    """The blocks that each merge in force holds together, by where its statements are now."""
    cursor.execute(
        "SELECT array_agg(DISTINCT s.block) FROM relations.judgements j"
        " CROSS JOIN LATERAL jsonb_each(j.anchor->'places') AS p(key, at)"
        " JOIN relations.documents d ON d.sha256 = p.at->>1"
        " JOIN relations.statements s ON s.document_id = d.id AND s.kind = p.at->>0"
        "  AND s.span_start < (p.at->>3)::int AND s.span_end > (p.at->>2)::int"
        " WHERE j.verdict = 'merge' AND j.withdrawn_at IS NULL GROUP BY j.id"
    )
    return [blocks for (blocks,) in cursor.fetchall() if len(blocks) > 1]
