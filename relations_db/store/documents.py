"""Texts and outlets: which are known, which of two tellings about one text counts, which text at one address is the
current one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from relations_db.store.copying import Cursor, stage
from relations_db.store.read_facts import partial
from relations_db.store.rows import DocumentRows
from relations_db.values import Document, PartialDate

_COLUMNS = (
    "sha256",
    "name",
    "url",
    "title",
    "language",
    "published_on",
    "published_precision",
    "text",
    "fingerprint",
    "extractor_version",
    "load_id",
)
_TOLD = ("source_id", *(c for c in _COLUMNS if c not in ("sha256", "text", "load_id")))

Preference = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A stored text: the rules that read it, and how much is told about it (the smaller the better)."""

    id: int
    name: str
    version: str | None
    preference: Preference


def preference(published: PartialDate | None, *told: str | None) -> Preference:
    """Orders what files tell about one text: a date before none, the more precise and the earlier first, then outlet,
    address and title.
    """
    when = (published is None, -len(str(published)), str(published))
    return (when, *((value is None, value or "") for value in told))


def preference_of(document: Document) -> Preference:
    return preference(document.published_on, document.source, document.url, document.title)


def known_documents(cursor: Cursor, digests: Sequence[str]) -> dict[str, Known]:
    """The stored ones among these texts."""
    cursor.execute(
        "SELECT d.sha256, d.id, d.name, d.extractor_version,"
        " d.published_on, d.published_precision, s.name, d.url, d.title"
        " FROM relations.documents d LEFT JOIN relations.sources s ON s.id = d.source_id WHERE d.sha256 = ANY(%s)",
        [list(digests)],
    )
    return {
        sha: Known(ident, name, version, preference(partial(on, precision), *told))
        for sha, ident, name, version, on, precision, *told in cursor.fetchall()
    }


def is_known(known: Mapping[str, Known], document: Document, sha256: str, version: str) -> bool:
    """The text is stored, was read by these rules, and `document` tells nothing better about it."""
    held = known.get(sha256)
    return held is not None and held.version == version and held.preference <= preference_of(document)


def preferred(batch: Iterable[DocumentRows]) -> list[DocumentRows]:
    """Each text once, with the best that is told about it, in the given order."""
    best: dict[str, DocumentRows] = {}
    for rows in batch:
        other = best.get(rows.sha256)
        if other is None or _rank(rows.document) < _rank(other.document):
            best[rows.sha256] = rows
    return list(best.values())


def _rank(document: Document) -> Preference:
    return (*preference_of(document), document.id)


def rename(cursor: Cursor, known: Mapping[str, Known], batch: Iterable[DocumentRows]) -> None:
    """A text that came under several names keeps the first in the alphabet, whatever came first."""
    for rows in batch:
        held = known[rows.sha256]
        if rows.document.id < held.name:
            cursor.execute("UPDATE relations.documents SET name = %s WHERE id = %s", [rows.document.id, held.id])


def store_documents(cursor: Cursor, fresh: Sequence[DocumentRows], version: str, load_id: int | None) -> dict[str, int]:
    """Insert or renew the rows of the texts. Gives the ids by digest."""
    outlets = sorted({d.document.source for d in fresh if d.document.source})
    if outlets:
        cursor.execute(
            "INSERT INTO relations.sources (name) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING", [outlets]
        )
    rows = [(n, d.document.source, *_row(d, version, load_id)) for n, d in enumerate(fresh)]
    stage(cursor, "documents", ("position int", "outlet text", *_COLUMNS), rows)
    listed = ", ".join(_COLUMNS)
    told = ", ".join(f"{c} = excluded.{c}" for c in _TOLD)
    cursor.execute(
        f"INSERT INTO relations.documents (source_id, {listed})"
        f" SELECT s.id, {', '.join(f'n.{c}' for c in _COLUMNS)} FROM pg_temp.load_documents n"
        " LEFT JOIN relations.sources s ON s.name = n.outlet ORDER BY n.position"
        f" ON CONFLICT (sha256) DO UPDATE SET {told} RETURNING sha256, id"
    )
    return {sha: int(ident) for sha, ident in cursor.fetchall()}


def _row(rows: DocumentRows, version: str, load_id: int | None) -> tuple[Any, ...]:
    d = rows.document
    on = d.published_on
    dated = (on.first, on.precision) if on else (None, None)
    return (rows.sha256, d.id, d.url, d.title, d.language, *dated, d.text, rows.fingerprint, version, load_id)


def supersede(cursor: Cursor, urls: Sequence[str]) -> dict[int, bool]:
    """Of several texts at one address the latest published one counts, of one day the one that was stored last.

    Returns:
        The documents whose standing changed, True for those that were superseded.
    """
    if not urls:
        return {}
    cursor.execute(
        "SELECT url, id, published_on, superseded_by FROM relations.documents WHERE url = ANY(%s)", [sorted(set(urls))]
    )
    by_url: dict[str, list[tuple[date, int, int | None]]] = defaultdict(list)
    for url, ident, on, by in cursor.fetchall():
        by_url[url].append((on or date.min, ident, by))
    changed: dict[int, bool] = {}
    for texts in by_url.values():
        current = max(texts)[1]
        for _, ident, by in texts:
            standing = None if ident == current else current
            if by != standing:
                cursor.execute("UPDATE relations.documents SET superseded_by = %s WHERE id = %s", [standing, ident])
                changed[ident] = standing is not None
    return changed
