"""Store a batch of documents with all that they claim, in one transaction that the caller commits: a document is in
whole or not at all.

Documents and statements go in by COPY; then the facts of the touched blocks are resolved anew from all statements of
these blocks, so that the order of documents, the size of batches and the number of loaders make no difference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from relations_db.resolve import Held, Person, Resolver
from relations_db.store.copying import Cursor, merge, raw_cursor, stage
from relations_db.store.documents import is_known, known_documents, preferred, rename, store_documents, supersede
from relations_db.store.judging import Place, joined_blocks, successors
from relations_db.store.locks import lock_blocks, lock_documents
from relations_db.store.rows import DocumentRows, StatementRow
from relations_db.store.write_facts import Changes, Request, refresh
from relations_db.store.write_leaders import Citation, add_citations, drop_unknown, recount
from relations_db.values import Kind, Leader

_LEADERS = f"{Kind.LEADER}:"
_STATEMENT_COLUMNS = (
    "key",
    "document_id",
    "kind",
    "block",
    "span_start",
    "span_end",
    "quote",
    "claim",
    "fields",
    "rule",
    "reach_from",
    "reach_to",
    "extractor_version",
)


@dataclass(slots=True)
class Stored:
    """What a batch did: documents by their fate (digests), statements written, and changes of facts."""

    new: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    superseded: int = 0
    statements: int = 0
    unhandled: int = 0
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class _Old:
    """A stored statement that may have to go; `held` is the fact that it supports."""

    key: str
    block: str
    place: Place
    held: Held | None


class Writer:
    """Stores documents for one load. `version` is that of the extraction rules; `renew`: also texts that these rules
    have read already.
    """

    def __init__(self, resolver: Resolver, version: str, load_id: int | None = None, *, renew: bool = False) -> None:
        self._resolver = resolver
        self._version = version
        self._load_id = load_id
        self._renew = renew

    def store(self, connection: Connection, batch: Sequence[DocumentRows]) -> Stored:
        """Store what is new in the batch; texts that the same rules have read already are left alone."""
        cursor = raw_cursor(connection)
        documents = preferred(batch)
        lock_documents(cursor, (n for d in documents for n in (d.sha256, d.document.url) if n))
        known = known_documents(cursor, [d.sha256 for d in documents])
        old = [] if self._renew else [d for d in documents if is_known(known, d.document, d.sha256, self._version)]
        rename(cursor, known, old)
        result = Stored(known=[d.sha256 for d in old])
        fresh = [d for d in documents if d.sha256 not in set(result.known)]
        result.new = [d.sha256 for d in fresh if d.sha256 not in known]
        result.renewed = [d.sha256 for d in fresh if d.sha256 in known]
        if fresh:
            self._store(cursor, fresh, result)
        return result

    def _store(self, cursor: Cursor, fresh: Sequence[DocumentRows], result: Stored) -> None:
        ids = store_documents(cursor, fresh, self._version, self._load_id)
        standing = supersede(cursor, [d.document.url for d in fresh if d.document.url])
        result.superseded = sum(standing.values())
        stirred = _blocks_of(cursor, standing) | {b for d in fresh if ids[d.sha256] in standing for b in d.blocks}
        old = _old_statements(cursor, [ids[sha] for sha in result.renewed])
        blocks = {b for d in fresh for b in d.blocks} | {o.block for o in old} | stirred
        groups = joined_blocks(cursor, (b for b in blocks if not b.startswith(_LEADERS)))
        lock_blocks(cursor, blocks.union(*groups))
        lost, heirs = _replace_statements(cursor, fresh, ids, old, self._version)
        result.statements = sum(len(d.statements) for d in fresh)
        result.unhandled = _unhandled(cursor, fresh, ids, result.renewed)
        keys = {s.key for d in fresh for s in d.statements}
        request = Request(groups, keys, lost, heirs, self._renew, whole=bool(old or standing or self._renew))
        result.changes = refresh(cursor, self._resolver, request, self._load_id)
        shrunk = {o.block for o in old} | stirred
        _leaders(cursor, fresh, ids, {b for b in shrunk if b.startswith(_LEADERS)}, self._load_id, result.changes)


# ------------------------------------------------------------------ statements
def _blocks_of(cursor: Cursor, documents: Iterable[int]) -> set[str]:
    """The blocks of the statements of these documents."""
    ids = list(documents)
    if not ids:
        return set()
    cursor.execute("SELECT DISTINCT block FROM relations.statements WHERE document_id = ANY(%s)", [ids])
    return {block for (block,) in cursor.fetchall()}


def _old_statements(cursor: Cursor, documents: Collection[int]) -> list[_Old]:
    if not documents:
        return []
    cursor.execute(
        "SELECT s.key, s.block, s.kind, d.sha256, s.span_start, s.span_end, f.uid, f.id"
        " FROM relations.statements s JOIN relations.documents d ON d.id = s.document_id"
        " LEFT JOIN relations.evidence e ON e.statement_id = s.id LEFT JOIN relations.facts f ON f.id = e.fact_id"
        " WHERE s.document_id = ANY(%s)",
        [list(documents)],
    )
    return [
        _Old(key, block, Place(*place), Held(uid, fact) if uid else None)
        for key, block, *place, uid, fact in cursor.fetchall()
    ]


def _replace_statements(
    cursor: Cursor, fresh: Sequence[DocumentRows], ids: Mapping[str, int], old: Sequence[_Old], version: str
) -> tuple[dict[Held, Kind], dict[str, Held]]:
    """Write the statements of the documents, remove those that are no longer made.

    Returns:
        The facts that lost statements, and for each statement that took the place of one that went the fact that
        it supported.
    """
    present = {s.key: Place(s.kind, d.sha256, s.span_start, s.span_end) for d in fresh for s in d.statements}
    gone = {o.key: o for o in old if o.key not in present}
    if gone:
        cursor.execute("DELETE FROM relations.statements WHERE key = ANY(%s)", [list(gone)])
    rows = [(s.key, ids[d.sha256], *s[1:11], version) for d in fresh for s in d.statements]
    merge(cursor, "statements", _STATEMENT_COLUMNS, ("key",), rows)
    _further_quotes(cursor, fresh, bool(old))
    facts = {o.held: Kind(o.place.kind) for o in gone.values() if o.held and o.place.kind != Kind.LEADER}
    before = {o.key for o in old}
    added = {k: p for k, p in present.items() if k not in before}
    heirs = successors({k: o.place for k, o in gone.items()}, added)
    return facts, {heir: held for key, heir in heirs.items() if (held := gone[key].held)}


def _further_quotes(cursor: Cursor, fresh: Sequence[DocumentRows], renewed: bool) -> None:
    statements = [s for d in fresh for s in d.statements]
    if renewed:
        cursor.execute(
            "DELETE FROM relations.statement_quotes q USING relations.statements s"
            " WHERE s.key = ANY(%s) AND q.statement_id = s.id",
            [[s.key for s in statements]],
        )
    rows = [
        (s.key, position, q.span.start, q.span.end, q.text)
        for s in statements
        for position, q in enumerate(s.further, start=2)
    ]
    if not rows:
        return
    columns = ("position", "span_start", "span_end", "quote")
    stage(cursor, "statement_quotes", ("key text", *columns), rows)
    cursor.execute(
        f"INSERT INTO relations.statement_quotes (statement_id, {', '.join(columns)})"
        f" SELECT s.id, {', '.join(f'q.{c}' for c in columns)}"
        " FROM pg_temp.load_statement_quotes q JOIN relations.statements s USING (key)"
    )


def _unhandled(cursor: Cursor, fresh: Sequence[DocumentRows], ids: Mapping[str, int], renewed: Sequence[str]) -> int:
    if renewed:
        cursor.execute("DELETE FROM relations.unhandled WHERE document_id = ANY(%s)", [[ids[s] for s in renewed]])
    rows = [(ids[d.sha256], *u) for d in fresh for u in d.unhandled]
    columns = ("document_id", "kind", "span_start", "span_end", "quote", "reason")
    if rows:
        name, listed = stage(cursor, "unhandled", columns, rows), ", ".join(columns)
        cursor.execute(f"INSERT INTO relations.unhandled ({listed}) SELECT {listed} FROM pg_temp.{name}")
    return sum(u.reason is None for d in fresh for u in d.unhandled)


# ------------------------------------------------------------------ leaders
def _leaders(
    cursor: Cursor,
    fresh: Sequence[DocumentRows],
    ids: Mapping[str, int],
    shrunk: Collection[str],
    load_id: int | None,
    changes: Changes,
) -> None:
    """Add the citations; blocks that lost some, or whose documents were read before, are counted anew."""
    citations = [_citation(s, s.cited, d, ids[d.sha256]) for d in fresh for s in d.statements if s.cited is not None]
    changes.found.update(dict.fromkeys(add_citations(cursor, citations, load_id), Kind.LEADER))
    if shrunk:
        removed = recount(cursor, sorted(shrunk))
        changes.removed.update(dict.fromkeys(removed, Kind.LEADER))


def _citation(row: StatementRow, cited: tuple[Person, Leader], rows: DocumentRows, document: int) -> Citation:
    published = rows.document.published_on
    return Citation(row.key, row.block, *cited, document, published.first if published else None)


def forget(connection: Connection, resolver: Resolver, document: int) -> Changes:
    """Remove a document and what only it supports; facts with further reports go on without it."""
    cursor = raw_cursor(connection)
    cursor.execute("SELECT sha256, url FROM relations.documents WHERE id = %s", [document])
    found = cursor.fetchone()
    if found is None:
        return Changes()
    lock_documents(cursor, (n for n in found if n))
    old = _old_statements(cursor, [document])
    cursor.execute("SELECT id FROM relations.documents WHERE superseded_by = %s", [document])
    blocks = {o.block for o in old} | _blocks_of(cursor, [ident for (ident,) in cursor.fetchall()])
    cursor.execute("DELETE FROM relations.documents WHERE id = %s", [document])
    blocks |= _blocks_of(cursor, supersede(cursor, [found[1]] if found[1] else []))
    groups = joined_blocks(cursor, (b for b in blocks if not b.startswith(_LEADERS)))
    lock_blocks(cursor, blocks.union(*groups))
    lost = {o.held: Kind(o.place.kind) for o in old if o.held and o.place.kind != Kind.LEADER}
    changes = refresh(cursor, resolver, Request(groups, lost=lost), None)
    cited = sorted(b for b in blocks if b.startswith(_LEADERS))
    changes.removed.update(dict.fromkeys(recount(cursor, cited), Kind.LEADER))
    drop_unknown(cursor)
    return changes
