"""What a change of rules or the loss of a document does to the facts: told fact by fact, with the reason."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Engine

from relations_db.errors import InvalidInput
from relations_db.loading.report import LoadReport
from relations_db.loading.rules import resolver
from relations_db.store.copying import raw_cursor
from relations_db.store.read_facts import partial
from relations_db.store.stored_facts import Json, read_facts
from relations_db.store.write import forget as forget_stored
from relations_db.store.write_leaders import drop_unknown
from relations_db.values import Document, Kind

_PAGE = 500
_TOLD = frozenset({"evidence", "dissent", "uid", "kind"})


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that appeared, vanished or changed: what it is and why, in words."""

    kind: Kind
    uid: str
    what: str
    change: Literal["appeared", "vanished", "changed"]
    why: str


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """The changes by kind and uid; `load` tells what the second reading did, None where nothing was read."""

    changes: tuple[FactChange, ...]
    load: LoadReport | None


def rebuilt(database: Engine, work: Callable[[], LoadReport | None]) -> RebuildReport:
    """Do something to the facts and compare them before and after."""
    with tempfile.TemporaryDirectory(prefix="relations-db-") as folder:
        before = Path(folder) / "before.jsonl"
        with before.open("w", encoding="utf-8") as out, _facts(database) as facts:
            out.writelines(json.dumps(fact) + "\n" for fact in facts)
        report = work()
        with before.open(encoding="utf-8") as lines, _facts(database) as after:
            changes = tuple(_changes(map(json.loads, lines), after, database))
    return RebuildReport(changes, report)


@contextmanager
def _facts(database: Engine) -> Iterator[Iterator[Json]]:
    """All facts by kind and uid, those that were rejected included."""
    with database.connect() as connection:
        cursor = raw_cursor(connection)
        yield chain.from_iterable(read_facts(cursor, kind, rejected=True) for kind in Kind)


def _changes(before: Iterator[Json], after: Iterator[Json], database: Engine) -> Iterator[FactChange]:
    """Both come in one order, so that neither has to be held in memory."""
    order = {kind.value: n for n, kind in enumerate(Kind)}

    def place(fact: Json | None) -> tuple[int, str]:
        return (order[fact["kind"]], fact["uid"]) if fact else (len(order), "")

    old, new = next(before, None), next(after, None)
    while old or new:
        if old and (not new or place(old) < place(new)):
            yield FactChange(Kind(old["kind"]), old["uid"], _named(old), "vanished", _end(database, old))
            old = next(before, None)
        elif new and (not old or place(new) < place(old)):
            yield FactChange(Kind(new["kind"]), new["uid"], _named(new), "appeared", _source(new))
            new = next(after, None)
        else:
            assert old
            assert new
            if why := _difference(old, new):
                yield FactChange(Kind(new["kind"]), new["uid"], _named(new), "changed", why)
            old, new = next(before, None), next(after, None)


_SINGULAR = {
    Kind.VISIT: "visit",
    Kind.DECLARATION: "declaration",
    Kind.AGREEMENT: "agreement",
    Kind.TRADE_TARGET: "trade target",
    Kind.TRADE_FIGURE: "trade figure",
    Kind.JOINT_PROJECT: "project",
    Kind.MILESTONE: "milestone",
}
_TELLING = ("title", "level", "amount", "multiplier", "growth_percent", "description", "milestone_kind", "count")
_WHEN = ("started_on", "signed_on", "period", "due", "occurred_on")


def _named(fact: Json) -> str:
    """The fact in a few words: "visit of Sadyr Japarov to KAZ, 2024-04-18"."""
    kind = Kind(fact["kind"])
    if kind is Kind.LEADER:
        return f"{fact['name']}, {'former ' if fact['former'] else ''}{fact['office']} of {fact['country']}"
    if kind is Kind.VISIT:
        said = f"visit of {fact['leader']} to {fact['host']}"
    else:
        said = f"{_SINGULAR[kind]} of {' and '.join(fact['parties'])}"
        said += next((f": {_short(fact[f])}" for f in _TELLING if fact.get(f) is not None), "")
    return said + next((f", {fact[f]}" for f in _WHEN if fact.get(f)), "")


def _source(fact: Json) -> str:
    first = fact["evidence"][0]
    return f"{first['document']} by rule {first['rule']}: {' '.join(first['quote'].split())[:80]}"


def _end(database: Engine, fact: Json) -> str:
    with database.connect() as connection:
        cursor = raw_cursor(connection)
        cursor.execute(
            "SELECT t.uid FROM relations.facts f JOIN relations.facts t ON t.id = f.merged_into WHERE f.uid = %s",
            [fact["uid"]],
        )
        joined = cursor.fetchone()
    if joined:
        return f"it is one with {joined[0]}"
    return f"no text claims it any more; it was {_source(fact)}"


def _difference(old: Json, new: Json) -> str:
    """The fields that differ, from what to what; then the reports that came or went."""
    said = [f"{n}: {_short(old.get(n))} → {_short(new[n])}" for n in new if n not in _TOLD and old.get(n) != new[n]]
    reports = [{_report(e) for e in fact["evidence"]} for fact in (old, new)]
    said += [f"no longer in {r}" for r in sorted(reports[0] - reports[1])]
    said += [f"now also in {r}" for r in sorted(reports[1] - reports[0])]
    return "; ".join(said)


def _report(entry: Mapping[str, Any]) -> str:
    return f"{entry['document']} {entry['start']}..{entry['end']}"


def _short(value: Any) -> str:
    return "unknown" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)


# ------------------------------------------------------------------ stored documents
def stored_documents(database: Engine) -> Iterator[Document]:
    """All documents as they were given, in the order in which they were stored."""
    last = 0
    while True:
        with database.connect() as connection:
            cursor = raw_cursor(connection)
            cursor.execute(
                "SELECT d.id, d.name, d.text, d.published_on, d.published_precision, d.title, s.name, d.url, d.language"
                " FROM relations.documents d LEFT JOIN relations.sources s ON s.id = d.source_id"
                " WHERE d.id > %s ORDER BY d.id LIMIT %s",
                [last, _PAGE],
            )
            rows = cursor.fetchall()
        if not rows:
            return
        for last, name, text, on, precision, *told in rows:  # noqa: B007  it is used by the next page
            yield Document(name, text, partial(on, precision), *told)


def drop_unused(database: Engine) -> None:
    """Remove persons whom only texts named that are gone."""
    with database.begin() as connection:
        drop_unknown(raw_cursor(connection))


def forget_document(database: Engine, document: str) -> None:
    """Remove the document of this name or digest; the digest's beginning is enough."""
    with database.begin() as connection:
        cursor = raw_cursor(connection)
        digest = document.lower() if re.fullmatch(r"[0-9a-fA-F]{8,64}", document) else None
        cursor.execute(
            "SELECT id, sha256, published_on, superseded_by IS NOT NULL FROM relations.documents"
            " WHERE name = %s OR starts_with(sha256, %s) ORDER BY id",
            [document, digest],
        )
        found = cursor.fetchall()
        if not found:
            raise InvalidInput(f"there is no document {document!r}")
        if len(found) > 1:
            each = ", ".join(
                f"{sha[:12]} ({on or 'no date'}{', superseded' if old else ''})" for _, sha, on, old in found
            )
            raise InvalidInput(f"several texts are named {document!r}: name one by its digest: {each}")
        forget_stored(connection, resolver(), found[0][0])
