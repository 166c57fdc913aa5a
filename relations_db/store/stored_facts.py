"""The facts that the database holds, as the codebook writes them: what exports and comparisons are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from relations_db.store.copying import Cursor
from relations_db.values import Kind

CHUNK = 2000

Json = dict[str, Any]


def _date(stem: str) -> str:
    return f"relations.date_text(k.{stem}_on, k.{stem}_precision)"


@dataclass(frozen=True, slots=True)
class _Reading:
    """How facts of a kind are read: their table, the JSON names of the fields in order, and the SQL of each."""

    table: str
    fields: Mapping[str, str]
    join: str = ""


_LEADER = "JOIN relations.leaders l ON l.id = k.leader_id"

READINGS: dict[Kind, _Reading] = {
    Kind.LEADER: _Reading(
        "cited_offices",
        {
            "name": "l.name",
            "country": "k.country",
            "office": "k.office",
            "former": "k.former",
            "leader": "l.key",
            "first_cited": "k.first_cited::text",
            "last_cited": "k.last_cited::text",
        },
        _LEADER,
    ),
    Kind.VISIT: _Reading(
        "visits",
        {
            "leader": "l.name",
            "country": "k.country",
            "host": "k.host",
            "visit_kind": "k.visit_kind",
            "city": "k.city",
            "started_on": _date("started"),
            "ended_on": _date("ended"),
            "status": "f.status",
        },
        _LEADER,
    ),
    Kind.DECLARATION: _Reading(
        "declarations",
        {
            "form": "k.form",
            "title": "k.title",
            "level": "k.level",
            "level_text": "k.level_text",
            "signed_on": _date("signed"),
            "place": "k.place",
            "status": "f.status",
        },
    ),
    Kind.AGREEMENT: _Reading(
        "agreements",
        {
            "form": "k.form",
            "title": "k.title",
            "count": "k.count",
            "qualifier": "k.qualifier",
            "value_amount": "k.value_amount",
            "value_currency": "k.value_currency",
            "signed_on": _date("signed"),
            "place": "k.place",
            "status": "f.status",
            "package": "p.uid",
        },
        "LEFT JOIN relations.facts p ON p.id = k.package_id",
    ),
    Kind.TRADE_TARGET: _Reading(
        "trade_targets",
        {
            "measure": "k.measure",
            "from": "k.from_country",
            "amount": "k.amount",
            "currency": "k.currency",
            "multiplier": "k.multiplier",
            "due": _date("due"),
            "due_text": "k.due_text",
            "baseline_amount": "k.baseline_amount",
            "baseline_period": "k.baseline_period",
            "announced_on": _date("announced"),
            "step": "k.step",
        },
    ),
    Kind.TRADE_FIGURE: _Reading(
        "trade_figures",
        {
            "measure": "k.measure",
            "from": "k.from_country",
            "amount": "k.amount",
            "currency": "k.currency",
            "qualifier": "k.qualifier",
            "growth_percent": "k.growth_percent",
            "period": "k.period",
            "scope": "k.scope",
        },
    ),
    Kind.JOINT_PROJECT: _Reading(
        "joint_projects",
        {
            "count": "k.count",
            "qualifier": "k.qualifier",
            "value_amount": "k.value_amount",
            "value_currency": "k.value_currency",
            "status": "f.status",
            "description": "k.description",
        },
    ),
    Kind.MILESTONE: _Reading(
        "milestones",
        {"milestone_kind": "k.milestone_kind", "occurred_on": _date("occurred"), "description": "k.description"},
    ),
}

_LISTS: dict[Kind, tuple[tuple[str, str], ...]] = {
    Kind.VISIT: (("met", "visit_meetings"),),
    Kind.DECLARATION: (("signatories", "signatories"),),
    Kind.AGREEMENT: (("sectors", "fact_sectors"),),
    Kind.TRADE_TARGET: (("announced_by", "announcers"),),
    Kind.JOINT_PROJECT: (("sectors", "fact_sectors"),),
}

EVIDENCE = ("document", "start", "end", "quote", "status", "verdict", "reason", "rule")
DISSENT = ("field", "value", "chosen", "rule", "document")
_WITHOUT_PARTIES = (Kind.LEADER, Kind.VISIT)

_EVIDENCE = """
SELECT e.fact_id, d.name, q.span_start, q.span_end, q.quote, s.claim ->> 'status', e.verdict, e.reason, s.rule
FROM relations.evidence e
JOIN relations.statements s ON s.id = e.statement_id
JOIN relations.documents d ON d.id = s.document_id
CROSS JOIN LATERAL (
  SELECT 1 AS position, s.span_start, s.span_end, s.quote UNION ALL
  SELECT position, span_start, span_end, quote FROM relations.statement_quotes WHERE statement_id = s.id
) q
WHERE e.fact_id = ANY(%s) ORDER BY d.name COLLATE "C", d.sha256, s.key, q.position
"""
_DISSENT = """
SELECT n.fact_id, n.field, n.value, n.chosen, n.rule, d.name
FROM relations.dissent n
JOIN relations.statements s ON s.id = n.statement_id
JOIN relations.documents d ON d.id = s.document_id
WHERE n.fact_id = ANY(%s) ORDER BY n.field, n.value::text COLLATE "C", d.name COLLATE "C", s.key
"""


_REPORTS = ("independent_sources", "first_reported", "last_reported", "review")


def columns(kind: Kind) -> tuple[str, ...]:
    """The fields of a fact of this kind as `read_facts` gives them, without `kind`, `evidence` and `dissent`."""
    parties = () if kind in _WITHOUT_PARTIES else ("parties",)
    return ("uid", *parties, *READINGS[kind].fields, *(name for name, _ in _LISTS.get(kind, ())), *_REPORTS)


def read_facts(cursor: Cursor, kind: Kind, *, rejected: bool = False) -> Iterator[Json]:
    """All facts of a kind by uid, as JSON objects: `kind`, `uid`, the codebook's fields, `evidence`, `dissent`.

    A visit's and a milestone's own kind is `visit_kind` and `milestone_kind`. `rejected`: with those that a reviewer
    rejected.
    """
    after = ""
    while chunk := _chunk(cursor, kind, after, rejected):
        after = chunk[-1][1]["uid"]
        _complete(cursor, kind, dict(chunk))
        yield from (fact for _, fact in chunk)


def _chunk(cursor: Cursor, kind: Kind, after: str, rejected: bool) -> list[tuple[int, Json]]:
    reading = READINGS[kind]
    known = "f.independent_sources, f.first_reported::text, f.last_reported::text, f.review"
    cursor.execute(
        f"SELECT f.id, f.uid, {', '.join(reading.fields.values())}, {known}"
        f" FROM relations.facts f JOIN relations.{reading.table} k ON k.fact_id = f.id {reading.join}"
        " WHERE f.merged_into IS NULL AND f.uid > %s COLLATE \"C\" AND (%s OR f.review IS DISTINCT FROM 'rejected')"
        f' ORDER BY f.uid COLLATE "C" LIMIT {CHUNK}',
        [after, rejected],
    )
    names = (*reading.fields, *_REPORTS)
    return [(ident, _object(kind, uid, names, values)) for ident, uid, *values in cursor.fetchall()]


def _object(kind: Kind, uid: str, names: Sequence[str], values: Sequence[Any]) -> Json:
    """The fact with all its columns in their order; lists are filled later."""
    fact: Json = {"kind": kind.value, **dict.fromkeys(columns(kind)), "uid": uid}
    fact.update({n: plain(v) for n, v in zip(names, values, strict=True)})
    return fact


def plain(value: Any) -> Any:
    """A number of the database as JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _complete(cursor: Cursor, kind: Kind, facts: Mapping[int, Json]) -> None:
    """Add what hangs on facts: parties, lists, evidence, dissent."""
    ids = list(facts)
    if kind not in _WITHOUT_PARTIES:
        _fill(cursor, facts, "parties", "SELECT fact_id, country FROM relations.fact_parties WHERE fact_id = ANY(%s)")
    for name, table in _LISTS.get(kind, ()):
        _fill(cursor, facts, name, _list_query(table))
    for fact in facts.values():
        fact["evidence"], fact["dissent"] = [], []
    cursor.execute(_EVIDENCE, [ids])
    for ident, *entry in cursor.fetchall():
        facts[ident]["evidence"].append(dict(zip(EVIDENCE, entry, strict=True)))
    cursor.execute(_DISSENT, [ids])
    for ident, *entry in cursor.fetchall():
        facts[ident]["dissent"].append(dict(zip(DISSENT, entry, strict=True)))


def _list_query(table: str) -> str:
    if table == "fact_sectors":
        return "SELECT fact_id, sector FROM relations.fact_sectors WHERE fact_id = ANY(%s)"
    return (
        f"SELECT t.fact_id, l.name FROM relations.{table} t JOIN relations.leaders l ON l.id = t.leader_id"
        " WHERE t.fact_id = ANY(%s)"
    )


def _fill(cursor: Cursor, facts: Mapping[int, Json], name: str, query: str) -> None:
    cursor.execute(query, [list(facts)])
    found: dict[int, list[str]] = defaultdict(list)
    for ident, value in cursor.fetchall():
        found[ident].append(value)
    for ident, fact in facts.items():
        fact[name] = sorted(found[ident])
