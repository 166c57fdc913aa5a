"""What the database holds of some blocks: the statements as records, and the facts that they support."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from relations_db.claims import from_json
from relations_db.language.datelines import OPENING, yearless_day
from relations_db.resolve import Held, Record, Resolver, Source, discriminator, is_assumed
from relations_db.store.copying import Cursor
from relations_db.values import Kind, PartialDate, Span


@dataclass(frozen=True, slots=True)
class Support:
    """The evidence row of a statement and the fact behind it; `load_id` is the load that found the fact."""

    fact_id: int
    uid: str
    load_id: int | None
    review: str | None
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement of a block. `superseded_by`: the later text at the same address, where there is one."""

    id: int
    document_id: int
    record: Record
    support: Support | None
    superseded_by: int | None

    @property
    def current(self) -> bool:
        return self.superseded_by is None

    @property
    def held(self) -> Held | None:
        return Held(self.support.uid, self.support.fact_id) if self.support else None


# Whatever the planner knows of the tables, each statement is looked up by index: they are a handful of rows.
_STATEMENTS = f"""
SELECT s.id, s.document_id, s.key, s.block, s.kind, s.claim, s.span_start, s.span_end,
  coalesce(s.fields -> 'started_on', s.fields -> 'signed_on') ->> 'basis', d.*, e.*
FROM relations.statements s
CROSS JOIN LATERAL (
  SELECT d.sha256, d.published_on, d.published_precision, o.name, d.superseded_by,
    CASE WHEN d.published_on IS NULL THEN left(d.text, {OPENING}) END
  FROM relations.documents d LEFT JOIN relations.sources o ON o.id = d.source_id
  WHERE d.id = s.document_id OFFSET 0
) d
LEFT JOIN LATERAL (
  SELECT f.id, f.uid, f.load_id, f.review, e.verdict, e.reason
  FROM relations.evidence e JOIN relations.facts f ON f.id = e.fact_id
  WHERE e.statement_id = s.id OFFSET 0
) e ON true
WHERE """
# Statements that those given may meet, and those that support the same facts as they do.
_AROUND = """
SELECT s.id, false
FROM unnest(%s::text[], %s::date[], %s::date[], %s::bigint[]) AS w(block, first_day, last_day, document_id)
JOIN relations.statements s ON s.block = w.block AND (
  s.reach_from IS NULL OR w.first_day IS NULL OR s.document_id = w.document_id
  OR (s.reach_from <= w.last_day AND s.reach_to >= w.first_day))
UNION ALL
SELECT other.statement_id, true
FROM relations.evidence e JOIN relations.evidence other USING (fact_id)
WHERE e.statement_id = ANY(%s)
"""


def partial(first: date | None, precision: str | None) -> PartialDate | None:
    """A partial date from its two columns."""
    if first is None:
        return None
    return PartialDate(
        first.year, None if precision == "year" else first.month, first.day if precision == "day" else None
    )


def read_blocks(cursor: Cursor, blocks: Iterable[str]) -> list[StoredStatement]:
    """All statements of the blocks."""
    return _with_fingerprints(cursor, _read(cursor, "s.block = ANY(%s)", sorted(blocks)))


def read_neighbours(cursor: Cursor, resolver: Resolver, keys: Collection[str]) -> list[StoredStatement]:
    """The statements of these keys (but for those of leaders) and all that they meet, directly or through others.

    Facts come whole: with one statement of a fact come the others.
    """
    frontier = [s for s in _read(cursor, "s.kind <> 'leaders' AND s.key = ANY(%s)", sorted(keys)) if s.current]
    met: dict[int, StoredStatement] = {}
    known = {s.id: s for s in frontier}
    while frontier:
        met.update((s.id, s) for s in frontier)
        around = _around(cursor, resolver, frontier)
        further = _read(cursor, "s.id = ANY(%s)", sorted(around.keys() - known.keys()))
        known.update((s.id, s) for s in further if s.current)
        rest = [s for s in known.values() if s.id not in met]
        beside = _Meeting(resolver, frontier)
        frontier = [s for s in rest if around.get(s.id) or beside.has_one_for(s)]
    return _with_fingerprints(cursor, list(met.values()))


def _around(cursor: Cursor, resolver: Resolver, statements: Sequence[StoredStatement]) -> dict[int, bool]:
    """The ids of statements that these may meet; True for those of the same facts."""
    windows = [(s.record.block, *(resolver.reach(s.record) or (None, None)), s.document_id) for s in statements]
    cursor.execute(_AROUND, [*map(list, zip(*windows, strict=True)), [s.id for s in statements if s.support]])
    found: dict[int, bool] = {}
    for ident, together in cursor.fetchall():
        found[ident] = found.get(ident, False) or together
    return found


class _Meeting:
    """Statements by block, to ask whether another one meets any of them."""

    def __init__(self, resolver: Resolver, statements: Iterable[StoredStatement]) -> None:
        self._resolver = resolver
        self._by_block: dict[str, list[Record]] = defaultdict(list)
        for statement in statements:
            self._by_block[statement.record.block].append(statement.record)

    def has_one_for(self, other: StoredStatement) -> bool:
        return any(self._resolver.meet(r, other.record) for r in self._by_block.get(other.record.block, ()))


def _read(cursor: Cursor, where: str, values: Sequence[Any]) -> list[StoredStatement]:
    if not values:
        return []
    cursor.execute(_STATEMENTS + where, [values])
    return [_statement(row) for row in cursor.fetchall()]


def _with_fingerprints(cursor: Cursor, statements: list[StoredStatement]) -> list[StoredStatement]:
    """The same statements, their sources with what tells copies of one text apart."""
    sketches = _fingerprints(cursor, {s.document_id for s in statements})
    if not sketches:
        return statements
    return [
        replace(s, record=replace(s.record, source=replace(s.record.source, fingerprint=sketches[s.document_id])))
        for s in statements
    ]


def _fingerprints(cursor: Cursor, documents: Collection[int]) -> Mapping[int, tuple[int, ...]]:
    if len(documents) < 2:
        return {}
    cursor.execute(
        "SELECT id, array_to_string(fingerprint, ',') FROM relations.documents WHERE id = ANY(%s)", [list(documents)]
    )
    return {document: tuple(map(int, said.split(","))) if said else () for document, said in cursor.fetchall()}


def _statement(row: tuple) -> StoredStatement:  # type: ignore[type-arg]
    ident, document, key, block, kind, said, start, end, basis, *rest = row
    sha256, on, precision, outlet, superseded_by, opening, *support = rest
    claim, published = from_json(Kind(kind), said), partial(on, precision)
    source = Source(sha256, published, outlet, dateline=yearless_day(opening) if opening else None)
    record = Record(key, block, claim, source, Span(start, end), is_assumed(claim, basis, published))
    return StoredStatement(ident, document, record, Support(*support) if support[0] else None, superseded_by)


def stand_ins(statements: Iterable[StoredStatement]) -> dict[str, str]:
    """For statements of superseded texts those of the later text that say the same, or that alone speak of the same."""
    every = list(statements)
    later: dict[tuple[int, str], list[Record]] = defaultdict(list)
    earlier: Counter[tuple[int, str]] = Counter((s.document_id, s.record.block) for s in every if not s.current)
    if not earlier:
        return {}
    for statement in every:
        if statement.current:
            later[statement.document_id, statement.record.block].append(statement.record)
    found = {}
    for s in every:
        options = later.get((s.superseded_by, s.record.block), []) if s.superseded_by else []
        alike = [r for r in options if r.claim == s.record.claim]
        alike = alike or [r for r in options if discriminator(r.claim) == discriminator(s.record.claim)]
        if not alike and len(options) == earlier[s.document_id, s.record.block] == 1:
            alike = options
        if alike:
            found[s.record.key] = _nearest(alike, s.record.span.start)
    return found


def _nearest(records: Iterable[Record], start: int) -> str:
    return min(records, key=lambda r: (abs(r.span.start - start), r.key)).key


def packages(cursor: Cursor, facts: Collection[int]) -> Mapping[str, str]:
    """The uid of each fact among these that belongs to a package, and the package's uid."""
    cursor.execute(
        "SELECT f.uid, p.uid FROM relations.agreements a JOIN relations.facts f ON f.id = a.fact_id"
        " JOIN relations.facts p ON p.id = a.package_id WHERE a.fact_id = ANY(%s)",
        [list(facts)],
    )
    return dict(cursor.fetchall())
