"""What the database holds of some blocks: the statements as records, and the facts that they support."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from relations_db.claims import from_json
from relations_db.resolve import Held, Record, Source
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
    """A statement of a block; `current` is False where a later text at the same address replaced its document."""

    id: int
    document_id: int
    record: Record
    support: Support | None
    current: bool

    @property
    def held(self) -> Held | None:
        return Held(self.support.uid, self.support.fact_id) if self.support else None


# Whatever the planner knows of the tables, each statement is looked up by index: a block is a handful of rows.
_STATEMENTS = """
SELECT s.id, s.document_id, s.key, s.block, s.kind, s.claim, s.span_start, s.span_end, d.*, e.*
FROM relations.statements s
CROSS JOIN LATERAL (
  SELECT d.sha256, d.published_on, d.published_precision, o.name, d.superseded_by IS NULL
  FROM relations.documents d LEFT JOIN relations.sources o ON o.id = d.source_id
  WHERE d.id = s.document_id OFFSET 0
) d
LEFT JOIN LATERAL (
  SELECT f.id, f.uid, f.load_id, f.review, e.verdict, e.reason
  FROM relations.evidence e JOIN relations.facts f ON f.id = e.fact_id
  WHERE e.statement_id = s.id OFFSET 0
) e ON true
WHERE s.block = ANY(%s)
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
    cursor.execute(_STATEMENTS, [sorted(blocks)])
    rows = cursor.fetchall()
    sketches = _fingerprints(cursor, {row[1] for row in rows}) if len(rows) > 1 else {}
    return [_statement(row, sketches) for row in rows]


def _fingerprints(cursor: Cursor, documents: Collection[int]) -> Mapping[int, tuple[int, ...]]:
    if len(documents) < 2:
        return {}
    cursor.execute(
        "SELECT id, array_to_string(fingerprint, ',') FROM relations.documents WHERE id = ANY(%s)", [list(documents)]
    )
    return {document: tuple(map(int, said.split(","))) if said else () for document, said in cursor.fetchall()}


def _statement(row: tuple, sketches: Mapping[int, tuple[int, ...]]) -> StoredStatement:  # type: ignore[type-arg]
    ident, document, key, block, kind, claim, start, end, sha256, on, precision, outlet, current, *support = row
    source = Source(sha256, partial(on, precision), outlet, sketches.get(document, ()))
    record = Record(key, block, from_json(Kind(kind), claim), source, Span(start, end))
    return StoredStatement(ident, document, record, Support(*support) if support[0] else None, current)


def packages(cursor: Cursor, facts: Collection[int]) -> Mapping[str, str]:
    """The uid of each fact among these that belongs to a package, and the package's uid."""
    cursor.execute(
        "SELECT f.uid, p.uid FROM relations.agreements a JOIN relations.facts f ON f.id = a.fact_id"
        " JOIN relations.facts p ON p.id = a.package_id WHERE a.fact_id = ANY(%s)",
        [list(facts)],
    )
    return dict(cursor.fetchall())
