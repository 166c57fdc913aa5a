"""Resolve blocks anew and write the difference: facts that did not change are not written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from relations_db.claims import json_name, value_to_json
from relations_db.resolve import Fact, Held, Judgement, Naming, Resolver, name_facts, uid_of
from relations_db.store.copying import Cursor, merge, stage
from relations_db.store.fact_rows import FACT_COLUMNS, PEOPLE, TABLES, fact_row, parties
from relations_db.store.judging import Place, read_judgements
from relations_db.store.people import People, cited_leaders, leader_ids
from relations_db.store.read_facts import StoredStatement, packages, read_blocks, read_neighbours, stand_ins
from relations_db.values import Kind


@dataclass(slots=True)
class Changes:
    """What was done to facts: uids by kind.

    `new` ones appeared; `found` are those of new statements that were there before the load, `changed` and `removed`
    likewise.
    """

    new: dict[str, Kind] = field(default_factory=dict)
    changed: dict[str, Kind] = field(default_factory=dict)
    removed: dict[str, Kind] = field(default_factory=dict)
    found: dict[str, Kind] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """Which blocks to resolve anew. `groups`: blocks that a reviewer's merge joined are resolved as one. `fresh`: keys
    of new or changed statements.

    `lost`: the facts that lost statements which are no longer there. `heirs`: for a statement that took the place of
    such a one, the fact that it supported. `force`: write every fact, changed or not. `whole`: statements went or
    judgements changed, so that any fact of the blocks may be another; else only what the fresh ones can meet is read.
    """

    groups: Sequence[frozenset[str]]
    fresh: Collection[str] = ()
    lost: Mapping[Held, Kind] = field(default_factory=dict)
    heirs: Mapping[str, Held] = field(default_factory=dict)
    force: bool = False
    whole: bool = True


def refresh(cursor: Cursor, resolver: Resolver, request: Request, load_id: int | None) -> Changes:
    """Resolve the blocks and store what changed. The caller holds the locks on the blocks."""
    if not request.groups:
        return Changes()
    every, judgements = _read(cursor, resolver, request)
    state = _State(every, request)
    linked = packages(cursor, {s.support.fact_id for s in every if s.support and s.record.claim.kind is Kind.AGREEMENT})
    naming = _resolve(cursor, resolver, request, judgements, state, linked)
    changes, write = _compare(naming.facts, state, linked, request)
    _keep_older(changes, state, load_id)
    _write(cursor, resolver, write, state, load_id)
    if outdated := [s.id for s in every if s.support and not s.current]:
        cursor.execute("DELETE FROM relations.evidence WHERE statement_id = ANY(%s)", [outdated])
    _retire(cursor, naming, state, changes, load_id)
    return changes


def _read(cursor: Cursor, resolver: Resolver, request: Request) -> tuple[list[StoredStatement], list[Judgement]]:
    """The statements to resolve and the judgements about them. Judgements name statements that may never meet, so that
    where there are any the whole blocks are read.
    """
    if not request.whole and all(len(group) == 1 for group in request.groups):
        near = read_neighbours(cursor, resolver, request.fresh)
        if not read_judgements(cursor, _places(near)):
            return near, []
    every = read_blocks(cursor, {b for group in request.groups for b in group})
    judgements, instead = read_judgements(cursor, _places(every)), stand_ins(every)
    return every, [_of_later_texts(j, instead) for j in judgements] if instead else judgements


def _of_later_texts(judgement: Judgement, instead: Mapping[str, str]) -> Judgement:
    """A judgement on a text that was superseded is one on what the later text says of the same."""
    keys, others = (
        tuple(dict.fromkeys(instead.get(k, k) for k in named)) for named in (judgement.keys, judgement.others)
    )
    return replace(judgement, keys=keys, others=others)


def _places(statements: Iterable[StoredStatement]) -> dict[str, Place]:
    return {s.record.key: _place(s) for s in statements}


class _State:
    """What the database holds of the statements to resolve."""

    def __init__(self, statements: Sequence[StoredStatement], request: Request) -> None:
        self.by_key = {s.record.key: s for s in statements}
        self.held: dict[str, Held] = {k: h for k, s in self.by_key.items() if (h := s.held)}
        self.held.update({k: h for k, h in request.heirs.items() if k in self.by_key and k not in self.held})
        instead = stand_ins(statements)
        for earlier in sorted(instead.keys() & self.held.keys(), key=lambda key: (self.held[key].age, key)):
            self.held.setdefault(instead[earlier], self.held[earlier])
        self.members: dict[str, set[str]] = defaultdict(set, {h.uid: set() for h in request.lost})
        self.ids: dict[str, int] = {h.uid: h.age for h in request.lost}
        self.loads: dict[str, int | None] = {}
        self.reviewed: set[str] = set()
        self.kinds: dict[str, Kind] = {h.uid: kind for h, kind in request.lost.items()}
        self.shrunk = {h.uid for h in request.lost}
        for key, statement in self.by_key.items():
            if statement.support:
                self.members[statement.support.uid].add(key)
                self.ids[statement.support.uid] = statement.support.fact_id
                self.loads[statement.support.uid] = statement.support.load_id
                self.kinds[statement.support.uid] = statement.record.claim.kind
                if statement.support.review:
                    self.reviewed.add(statement.support.uid)

    def stands(self, fact: Fact, fresh: Collection[str], package: str | None) -> bool:
        """The fact rests on the same statements as before, none of them new, and belongs to the same package."""
        keys = set(fact.keys)
        same = keys == self.members[fact.uid] and keys.isdisjoint(fresh) and fact.uid not in self.shrunk
        return same and fact.package == package

    def settled(self, fresh: Collection[str], linked: Mapping[str, str]) -> set[frozenset[str]]:
        """The facts, as sets of keys, of which nothing is new: they are written only if their statements change."""
        new = set(fresh)
        return {
            frozenset(keys)
            for uid, keys in self.members.items()
            if uid not in linked and uid not in self.reviewed | self.shrunk and keys.isdisjoint(new)
        }


def _place(statement: StoredStatement) -> Place:
    record = statement.record
    return Place(record.claim.kind.value, record.source.sha256, record.span.start, record.span.end)


def _resolve(
    cursor: Cursor,
    resolver: Resolver,
    request: Request,
    judgements: Sequence[Judgement],
    state: _State,
    linked: Mapping[str, str],
) -> Naming:
    by_block: dict[str, list[StoredStatement]] = defaultdict(list)
    for statement in state.by_key.values():
        if statement.current:
            by_block[statement.record.block].append(statement)
    settled = set() if request.force else state.settled(request.fresh, linked)
    facts: list[Fact] = []
    for group in request.groups:
        records = [s.record for block in sorted(group) for s in by_block[block]]
        facts += resolver.resolve(records, judgements, settled)
    signposts = _signposts(cursor, state)
    moved = {key for j in judgements if j.verb == "split" for key in j.others}
    return name_facts(facts, state.held, signposts, moved, _taken(cursor, facts, state))


def _signposts(cursor: Cursor, state: _State) -> dict[str, int]:
    """The uids that gave way to facts of the blocks."""
    cursor.execute("SELECT uid, id FROM relations.facts WHERE merged_into = ANY(%s)", [sorted(set(state.ids.values()))])
    return dict(cursor.fetchall())


def _taken(cursor: Cursor, facts: Iterable[Fact], state: _State) -> list[str]:
    """Uids that new facts would get and that living facts elsewhere have."""
    wanted = {u for f in facts for u in (f.uid, *(uid_of(f.kind, k) for k in f.keys))} - state.ids.keys()
    if not wanted:
        return []
    cursor.execute("SELECT uid FROM relations.facts WHERE uid = ANY(%s) AND merged_into IS NULL", [sorted(wanted)])
    return [uid for (uid,) in cursor.fetchall()]


def _compare(
    facts: Sequence[Fact], state: _State, linked: Mapping[str, str], request: Request
) -> tuple[Changes, list[Fact]]:
    """What is new and what changed: a fact whose statements and package are the same as before is the same."""
    fresh = set(request.fresh)
    changes, write = Changes(), []
    for fact in facts:
        if fact.outline:
            continue
        if not fresh.isdisjoint(fact.keys):
            changes.found[fact.uid] = fact.kind
        if fact.uid not in state.ids:
            changes.new[fact.uid] = fact.kind
        elif not state.stands(fact, fresh, linked.get(fact.uid)):
            changes.changed[fact.uid] = fact.kind
        elif not (request.force or fact.review or fact.corrected or fact.uid in state.reviewed):
            continue
        write.append(fact)
    return changes, write


def _keep_older(changes: Changes, state: _State, load_id: int | None) -> None:
    """Facts that this load itself brought are new, whatever a later batch of it does to them."""
    for part in (changes.found, changes.changed):
        for uid in [u for u in part if u in changes.new or (load_id and state.loads.get(u) == load_id)]:
            del part[uid]


# ------------------------------------------------------------------ writing
def _write(cursor: Cursor, resolver: Resolver, facts: Sequence[Fact], state: _State, load_id: int | None) -> None:
    if not facts:
        return
    people = _people(cursor, resolver, facts, state)
    named = {f.uid: people.others(f) for f in facts}
    visitors = [people.visitor(f) for f in facts if f.kind is Kind.VISIT]
    leaders = leader_ids(cursor, [*visitors, *(n for ns in named.values() for n in ns)])
    ids = state.ids | _facts(cursor, facts, load_id)
    old = [ids[f.uid] for f in facts if f.uid in state.ids]
    _parties(cursor, facts, ids, old)
    for kind, table in TABLES.items():
        rows = [(ids[f.uid], *table.values(f, leaders, ids)) for f in facts if f.kind is kind]
        if rows:
            merge(cursor, table.table, ("fact_id", *table.columns), ("fact_id",), rows)
    _sectors(cursor, facts, ids, old)
    for kind, (table_name, _) in PEOPLE.items():
        pairs = {(ids[f.uid], leaders[n.person.key]) for f in facts if f.kind is kind for n in named[f.uid]}
        _links(
            cursor,
            table_name,
            "leader_id",
            sorted(pairs),
            [ids[f.uid] for f in facts if f.kind is kind and f.uid in state.ids],
        )
    _evidence(cursor, facts, ids, state)
    _dissent(cursor, facts, ids, old)


def _people(cursor: Cursor, resolver: Resolver, facts: Sequence[Fact], state: _State) -> People:
    """Names that no reference table knows are looked up among the leaders that the same texts cite."""
    listed = [f for f in facts if f.kind in PEOPLE and getattr(f.claim, PEOPLE[f.kind][1])]
    documents = {f.uid: {state.by_key[k].document_id for k in f.keys} for f in listed}
    cited = cited_leaders(cursor, {d for ds in documents.values() for d in ds}) if listed else {}
    return People(resolver.leaders, {uid: {c for d in ds for c in cited.get(d, ())} for uid, ds in documents.items()})


def _facts(cursor: Cursor, facts: Sequence[Fact], load_id: int | None) -> dict[str, int]:
    """Insert or update the rows of the supertype; gives the ids by uid."""
    rows = sorted((fact_row(f, load_id) for f in facts), key=lambda r: str(r[0]))
    stage(cursor, "facts", FACT_COLUMNS, rows)
    listed = ", ".join(FACT_COLUMNS)
    kept = ", ".join(f"{c} = excluded.{c}" for c in FACT_COLUMNS if c not in ("uid", "load_id"))
    cursor.execute(
        f'INSERT INTO relations.facts ({listed}) SELECT {listed} FROM pg_temp.load_facts ORDER BY uid COLLATE "C"'
        f" ON CONFLICT (uid) DO UPDATE SET {kept}, updated_at = now() RETURNING uid, id"
    )
    return {uid: int(row) for uid, row in cursor.fetchall()}


def _parties(cursor: Cursor, facts: Sequence[Fact], ids: Mapping[str, int], old: Sequence[int]) -> None:
    _links(cursor, "fact_parties", "country", [(ids[f.uid], c) for f in facts for c in parties(f)], old)


def _sectors(cursor: Cursor, facts: Sequence[Fact], ids: Mapping[str, int], old: Sequence[int]) -> None:
    pairs = [(ids[f.uid], s) for f in facts for s in sorted(set(getattr(f.claim, "sectors", ())))]
    _links(cursor, "fact_sectors", "sector", pairs, old)


def _links(cursor: Cursor, table: str, column: str, pairs: Sequence[tuple[int, Any]], old: Sequence[int]) -> None:
    """Make `pairs` the rows of a joining table; `old`: the facts that may have had others."""
    if not pairs and not old:
        return
    name = stage(cursor, table, ("fact_id", column), pairs)
    if old:
        cursor.execute(
            f"DELETE FROM relations.{table} t WHERE fact_id = ANY(%s) AND NOT EXISTS"
            f" (SELECT FROM pg_temp.{name} n WHERE n.fact_id = t.fact_id AND n.{column} = t.{column})",
            [list(old)],
        )
    cursor.execute(
        f"INSERT INTO relations.{table} (fact_id, {column}) SELECT fact_id, {column} FROM pg_temp.{name}"
        " ON CONFLICT DO NOTHING"
    )


def _evidence(cursor: Cursor, facts: Sequence[Fact], ids: Mapping[str, int], state: _State) -> None:
    rows = []
    for fact in facts:
        for e in fact.evidence:
            held = state.by_key[e.key]
            row = (ids[fact.uid], e.verdict.value, e.reason)
            if held.support is None or row != (held.support.fact_id, held.support.verdict, held.support.reason):
                rows.append((held.id, *row))
    merge(cursor, "evidence", ("statement_id", "fact_id", "verdict", "reason"), ("statement_id",), rows)


def _dissent(cursor: Cursor, facts: Sequence[Fact], ids: Mapping[str, int], old: Sequence[int]) -> None:
    """Dissent hangs on evidence, which is there by now."""
    if old:
        cursor.execute("DELETE FROM relations.dissent WHERE fact_id = ANY(%s)", [list(old)])
    rows = []
    for fact in facts:
        rules = {c.field: c for c in fact.choices}
        for d in fact.dissent:
            chosen = rules[d.field]
            said, held = (json.dumps(value_to_json(v), ensure_ascii=False) for v in (d.value, chosen.value))
            rows += [(k, json_name(d.field), ids[fact.uid], said, held, chosen.rule) for k in d.keys]
    if not rows:
        return
    columns = ("field", "fact_id", "value", "chosen", "rule")
    stage(cursor, "dissent", ("key text", *columns), rows)
    listed = ", ".join(columns)
    cursor.execute(
        f"INSERT INTO relations.dissent (statement_id, {listed}) SELECT s.id, {', '.join(f'n.{c}' for c in columns)}"
        " FROM pg_temp.load_dissent n JOIN relations.statements s USING (key)"
        " ON CONFLICT (statement_id, field) DO UPDATE SET fact_id = excluded.fact_id, value = excluded.value,"
        " chosen = excluded.chosen, rule = excluded.rule"
    )


# ------------------------------------------------------------------ facts that went
def _retire(cursor: Cursor, naming: Naming, state: _State, changes: Changes, load_id: int | None) -> None:
    """Facts that were joined to others stay as signposts; facts that nothing supports any more go."""
    living = {f.uid for f in naming.facts}
    gone = [uid for uid in state.members if uid not in living]
    changes.removed.update({u: state.kinds[u] for u in gone if load_id is None or state.loads.get(u) != load_id})
    joined = [(state.ids[uid], naming.redirects[uid]) for uid in gone if uid in naming.redirects]
    dead = [state.ids[uid] for uid in gone if uid not in naming.redirects]
    if joined:
        _point(cursor, joined)
    if dead:
        cursor.execute("DELETE FROM relations.facts WHERE id = ANY(%s)", [dead])


def _point(cursor: Cursor, joined: Sequence[tuple[int, str]]) -> None:
    """Strip the rows of joined facts to signposts; signposts to them point on."""
    stage(cursor, "joined_facts", ("id bigint", "uid text"), joined)
    cursor.execute(
        "UPDATE relations.facts f SET merged_into = t.id, updated_at = now() FROM pg_temp.load_joined_facts j"
        " JOIN relations.facts t ON t.uid = j.uid WHERE f.id = j.id OR f.merged_into = j.id"
    )
    ids = [i for i, _ in joined]
    for table in (*(t.table for t in TABLES.values()), "fact_parties", "fact_sectors"):
        cursor.execute(f"DELETE FROM relations.{table} WHERE fact_id = ANY(%s)", [ids])
