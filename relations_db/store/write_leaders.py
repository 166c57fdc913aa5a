"""Who is cited in which office: one fact for each person, state and office, kept up by adding and, after a removal, by
counting anew.

Citations are far more than other statements and need no comparison: the block is the fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from relations_db.resolve import Person, leader_uid
from relations_db.store.copying import Cursor, merge, stage
from relations_db.store.people import Named, leader_ids
from relations_db.values import Leader

_COLUMNS = ("uid", "block", "independent_sources", "first_reported", "last_reported", "load_id")


@dataclass(frozen=True, slots=True)
class Citation:
    """A stored statement of kind leaders."""

    key: str
    block: str
    person: Person
    claim: Leader
    document: int
    published_on: date | None


def add_citations(cursor: Cursor, citations: Sequence[Citation], load_id: int | None) -> list[str]:
    """Store citations whose statements are new. Gives the uids of the facts that were there before this load."""
    if not citations:
        return []
    ids = leader_ids(cursor, (Named(c.person, c.claim.name) for c in citations))
    by_block: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        by_block[citation.block].append(citation)
    facts, known = _facts(cursor, by_block, load_id)
    rows = []
    for block, cited in by_block.items():
        first, c = _span(cited), cited[0]
        rows.append((facts[block], ids[c.person.key], c.claim.country, c.claim.office, c.claim.former, *first))
    _offices(cursor, rows)
    merge(
        cursor,
        "evidence",
        ("statement_id", "fact_id", "verdict", "reason"),
        ("statement_id",),
        _evidence(cursor, citations, facts),
    )
    if len(known) < len(facts):
        review_leaders(cursor, [leader_uid(b) for b in by_block])
    return known


def _span(citations: Iterable[Citation]) -> tuple[date | None, date | None]:
    days = [c.published_on for c in citations if c.published_on]
    return (min(days), max(days)) if days else (None, None)


def _facts(
    cursor: Cursor, by_block: dict[str, list[Citation]], load_id: int | None
) -> tuple[dict[str, int], list[str]]:
    rows = [
        (leader_uid(block), block, len({c.document for c in cited}), *_span(cited), load_id)
        for block, cited in by_block.items()
    ]
    stage(cursor, "facts_of_leaders", tuple(f"{c} {t}" for c, t in zip(_COLUMNS, _TYPES, strict=True)), rows)
    listed = ", ".join(_COLUMNS)
    cursor.execute(
        f"INSERT INTO relations.facts AS f (kind, {listed}) SELECT 'leaders', {listed}"
        ' FROM pg_temp.load_facts_of_leaders ORDER BY uid COLLATE "C" ON CONFLICT (uid) DO UPDATE SET'
        " independent_sources = f.independent_sources + excluded.independent_sources, updated_at = now(),"
        " first_reported = least(f.first_reported, excluded.first_reported),"
        " last_reported = greatest(f.last_reported, excluded.last_reported)"
        " RETURNING block, id, uid, load_id"
    )
    found = cursor.fetchall()
    return {block: int(i) for block, i, _, _ in found}, [uid for _, _, uid, by in found if by is None or by != load_id]


_TYPES = ("text", "text", "int", "date", "date", "bigint")


def _offices(cursor: Cursor, rows: Sequence[tuple[object, ...]]) -> None:
    stage(cursor, "fact_parties", ("fact_id", "country"), [(r[0], r[2]) for r in rows])
    cursor.execute(
        "INSERT INTO relations.fact_parties SELECT fact_id, country FROM pg_temp.load_fact_parties"
        " ORDER BY 1 ON CONFLICT DO NOTHING"
    )
    columns = ("fact_id", "leader_id", "country", "office", "former", "first_cited", "last_cited")
    listed = ", ".join(columns)
    stage(cursor, "cited_offices", columns, rows)
    cursor.execute(
        f"INSERT INTO relations.cited_offices AS o ({listed})"
        f" SELECT {listed} FROM pg_temp.load_cited_offices ORDER BY 1"
        " ON CONFLICT (fact_id) DO UPDATE SET leader_id = excluded.leader_id,"
        " first_cited = least(o.first_cited, excluded.first_cited),"
        " last_cited = greatest(o.last_cited, excluded.last_cited)"
    )


def _evidence(cursor: Cursor, citations: Sequence[Citation], facts: dict[str, int]) -> list[tuple[object, ...]]:
    cursor.execute("SELECT key, id FROM relations.statements WHERE key = ANY(%s)", [[c.key for c in citations]])
    ids = dict(cursor.fetchall())
    return [(ids[c.key], facts[c.block], "SAME", "cited in office") for c in citations]


def recount(cursor: Cursor, blocks: Sequence[str]) -> list[str]:
    """Count the citations of these blocks anew after some were removed. Gives the uids of the facts that nothing
    supports any more.
    """
    uids = [leader_uid(b) for b in blocks]
    cursor.execute(
        "DELETE FROM relations.evidence e USING relations.statements s, relations.documents d"
        " WHERE s.block = ANY(%s) AND s.id = e.statement_id AND d.id = s.document_id AND d.superseded_by IS NOT NULL",
        [list(blocks)],
    )
    cursor.execute(
        "UPDATE relations.facts f SET independent_sources = n.documents, first_reported = n.first,"
        " last_reported = n.last, updated_at = now() FROM ("
        "SELECT s.block, count(DISTINCT d.id) AS documents, min(d.published_on) AS first,"
        " max(d.published_on) AS last FROM relations.statements s JOIN relations.documents d ON d.id = s.document_id"
        " WHERE s.block = ANY(%s) AND d.superseded_by IS NULL GROUP BY s.block) n"
        " WHERE f.block = n.block AND f.uid = ANY(%s)",
        [list(blocks), uids],
    )
    cursor.execute(
        "UPDATE relations.cited_offices o SET first_cited = f.first_reported, last_cited = f.last_reported"
        " FROM relations.facts f WHERE f.id = o.fact_id AND f.uid = ANY(%s)",
        [uids],
    )
    cursor.execute(
        "DELETE FROM relations.facts f WHERE f.uid = ANY(%s)"
        " AND NOT EXISTS (SELECT FROM relations.evidence e WHERE e.fact_id = f.id) RETURNING f.uid",
        [uids],
    )
    return [uid for (uid,) in cursor.fetchall()]


def review_leaders(cursor: Cursor, uids: Sequence[str]) -> None:
    """Put the latest confirmation or rejection in force on each of these facts about leaders."""
    cursor.execute(
        "UPDATE relations.facts f SET review = j.review, updated_at = now() FROM ("
        " SELECT u.uid, (SELECT CASE verdict WHEN 'confirm' THEN 'confirmed' ELSE 'rejected' END"
        "  FROM relations.judgements j WHERE j.fact_uid = u.uid AND j.withdrawn_at IS NULL"
        "  AND j.verdict IN ('confirm', 'reject') ORDER BY j.id DESC LIMIT 1) AS review"
        " FROM unnest(%s::text[]) AS u(uid)) j"
        " WHERE f.uid = j.uid AND f.kind = 'leaders' AND f.review IS DISTINCT FROM j.review",
        [list(uids)],
    )


def drop_unknown(cursor: Cursor) -> None:
    """Remove persons whom only texts knew and to whom nothing refers any more."""
    cursor.execute(
        "DELETE FROM relations.leaders l WHERE origin = 'text'"
        " AND NOT EXISTS (SELECT FROM relations.cited_offices u WHERE u.leader_id = l.id)"
        " AND NOT EXISTS (SELECT FROM relations.visits u WHERE u.leader_id = l.id)"
        " AND NOT EXISTS (SELECT FROM relations.visit_meetings u WHERE u.leader_id = l.id)"
        " AND NOT EXISTS (SELECT FROM relations.signatories u WHERE u.leader_id = l.id)"
        " AND NOT EXISTS (SELECT FROM relations.announcers u WHERE u.leader_id = l.id)"
        " AND NOT EXISTS (SELECT FROM relations.leaders u WHERE u.merged_into = l.id)"
    )
