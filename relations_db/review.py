"""Human judgement: confirm, reject, correct, merge, split, and the undoing of each.

A judgement is anchored on the statements that the fact rested on, so that it holds through every later load, under
newer rules and in a full rebuild. It is never deleted: undoing withdraws it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Engine

from relations_db.claims import field_names, json_name, python_name, value_from_json, value_to_json
from relations_db.errors import InvalidInput
from relations_db.loading.rules import resolver
from relations_db.store.copying import Cursor, raw_cursor
from relations_db.store.domain import Domain
from relations_db.store.judging import Place, anchor, joined_blocks, places_now
from relations_db.store.locks import lock_blocks
from relations_db.store.read_facts import read_blocks
from relations_db.store.write_facts import Request, refresh
from relations_db.store.write_leaders import review_leaders
from relations_db.values import Claim, Kind
from relations_db.vocabulary import load_vocabulary

ANCHORS = 200
"""Statements of one fact that a judgement remembers at most."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement as it is stored. `fact` is the uid that the judged fact has now, None where nothing is left of it."""

    id: int
    verdict: str
    fact_uid: str
    other_uid: str | None
    field: str | None
    value: Any
    statement_keys: list[str]
    reason: str | None
    made_by: str
    made_at: datetime
    withdrawn_by: str | None
    withdrawn_at: datetime | None
    fact: str | None


_COLUMNS = tuple(f.name for f in fields(Judged) if f.name != "fact")


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact that is to be judged: its statements in their fixed order, the first one first."""

    id: int
    uid: str
    kind: Kind
    block: str
    keys: tuple[str, ...]
    places: dict[str, Place]
    claims: tuple[Claim, ...]
    documents: dict[str, str]


def confirm(database: Engine, uid: str, *, by: str, reason: str | None = None) -> int:
    """Mark a fact as right. Gives the judgement's number.

    Raises:
        InvalidInput: there is no such fact (so do all functions here).
    """
    return _judge(database, "confirm", uid, by, reason)


def reject(database: Engine, uid: str, *, by: str, reason: str | None = None) -> int:
    """Mark a fact as wrong: reports and exports leave it out, and later reports of the same join it there."""
    return _judge(database, "reject", uid, by, reason)


def correct(database: Engine, uid: str, field: str, value: Any, *, by: str, reason: str | None = None) -> int:
    """Set a field of a fact, by the codebook's name; None means not known. Lists are lists, a sum is `[amount,
    currency]`.

    Raises:
        InvalidInput: the kind has no such field, or the value does not fit it.
    """
    return _judge(database, "correct", uid, by, reason, field=field, value=value)


def merge(database: Engine, uid: str, other: str, *, by: str, reason: str | None = None) -> int:
    """Say that two facts are one. The older uid stays, the other leads to it.

    Raises:
        InvalidInput: they are of different kinds, or one already.
    """
    return _judge(database, "merge", uid, by, reason, other=other)


def split(database: Engine, uid: str, statements: Iterable[str], *, by: str, reason: str | None = None) -> int:
    """Say that some statements of a fact speak of another one. They are named by their keys or by their documents.

    Raises:
        InvalidInput: the fact has no such statements, or no others.
    """
    return _judge(database, "split", uid, by, reason, statements=tuple(statements))


def undo(database: Engine, judgement: int, *, by: str) -> None:
    """Withdraw a judgement: the fact is what the texts make of it.

    Raises:
        InvalidInput: there is no such judgement, or it was withdrawn before.
    """
    with database.begin() as connection:
        cursor = raw_cursor(connection)
        cursor.execute(
            "UPDATE relations.judgements SET withdrawn_by = %s, withdrawn_at = now()"
            " WHERE id = %s AND withdrawn_at IS NULL RETURNING anchor, fact_uid",
            [by, judgement],
        )
        found = cursor.fetchone()
        if found is None:
            raise InvalidInput(f"there is no judgement {judgement} in force: relations-db review list shows all")
        held, uid = found
        _resolve_again(cursor, places_now(cursor, held), [uid])


def judgements(database: Engine) -> list[Judged]:
    """All judgements, the latest first, with those that were withdrawn."""
    with database.connect() as connection:
        cursor = raw_cursor(connection)
        cursor.execute(f"SELECT {', '.join(_COLUMNS)} FROM relations.judgements ORDER BY id DESC")
        rows = cursor.fetchall()
        return [Judged(**dict(zip(_COLUMNS, r, strict=True)), fact=_standing(cursor, r[2])) for r in rows]


# ------------------------------------------------------------------ one judgement
def _judge(
    database: Engine,
    verdict: str,
    uid: str,
    by: str,
    reason: str | None,
    *,
    other: str | None = None,
    field: str | None = None,
    value: Any = None,
    statements: Sequence[str] = (),
) -> int:
    with database.begin() as connection:
        cursor = raw_cursor(connection)
        fact = _fact(cursor, uid)
        second = _fact(cursor, other) if other else None
        moved: tuple[str, ...] = ()
        if second:
            _check_merge(fact, second)
        if verdict == "split":
            moved = _chosen(fact, statements)
        if field is not None:
            field, value = _checked(fact, field, value)
        held = _anchor(cursor, fact, second, moved)
        said = json.dumps(value) if value is not None else None
        cursor.execute(
            "INSERT INTO relations.judgements"
            " (verdict, fact_uid, other_uid, field, value, statement_keys, anchor, reason, made_by)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
            [verdict, fact.uid, second and second.uid, field, said, list(moved), json.dumps(held), reason, by],
        )
        number = cursor.fetchone()
        assert number
        _resolve_again(cursor, {fact.block, *([second.block] if second else [])}, [fact.uid])
        return int(number[0])


def _resolve_again(cursor: Cursor, blocks: Iterable[str], uids: Sequence[str]) -> None:
    """Apply the judgements in force to the blocks."""
    groups = joined_blocks(cursor, (b for b in blocks if not b.startswith(f"{Kind.LEADER}:")))
    lock_blocks(cursor, {b for g in groups for b in g})
    refresh(cursor, resolver(), Request(groups, force=True), None)
    review_leaders(cursor, uids)


def _anchor(cursor: Cursor, fact: _Fact, other: _Fact | None, moved: Sequence[str]) -> dict[str, Any]:
    keys = tuple(dict.fromkeys((*fact.keys[:ANCHORS], *moved)))
    others = other.keys[:ANCHORS] if other else ()
    return anchor(cursor, keys, others, {**fact.places, **(other.places if other else {})})


def _standing(cursor: Cursor, uid: str) -> str | None:
    """The uid of the fact that a uid leads to."""
    cursor.execute(
        "SELECT coalesce(t.uid, f.uid) FROM relations.facts f LEFT JOIN relations.facts t ON t.id = f.merged_into"
        " WHERE f.uid = %s",
        [uid],
    )
    found = cursor.fetchone()
    return str(found[0]) if found else None


def _fact(cursor: Cursor, uid: str) -> _Fact:
    standing = _standing(cursor, uid)
    if standing is None:
        raise InvalidInput(f"there is no fact {uid}: reports and exports show the uids")
    cursor.execute(
        "SELECT f.id, f.kind, array_agg(DISTINCT s.block) FROM relations.facts f"
        " JOIN relations.evidence e ON e.fact_id = f.id JOIN relations.statements s ON s.id = e.statement_id"
        " WHERE f.uid = %s GROUP BY f.id",
        [standing],
    )
    row = cursor.fetchone()
    if row is None:
        raise InvalidInput(f"fact {uid} has no evidence any more")
    ident, kind, blocks = int(row[0]), Kind(row[1]), row[2]
    lock_blocks(cursor, blocks)
    mine = sorted(
        (s for s in read_blocks(cursor, blocks) if s.support and s.support.uid == standing),
        key=lambda s: s.record.order,
    )
    records = [s.record for s in mine]
    cursor.execute(
        "SELECT s.key, d.name FROM relations.statements s JOIN relations.documents d ON d.id = s.document_id"
        " WHERE s.id = ANY(%s)",
        [[s.id for s in mine]],
    )
    return _Fact(
        ident,
        standing,
        kind,
        records[0].block,
        tuple(r.key for r in records),
        {r.key: Place(kind.value, r.source.sha256, r.span.start, r.span.end) for r in records},
        tuple(r.claim for r in records),
        dict(cursor.fetchall()),
    )


# ------------------------------------------------------------------ what may be judged how
def _check_merge(fact: _Fact, other: _Fact) -> None:
    if fact.uid == other.uid:
        raise InvalidInput(f"{fact.uid} is one fact already")
    if fact.kind is not other.kind:
        raise InvalidInput(f"{fact.uid} and {other.uid} are of different kinds ({fact.kind}, {other.kind})")
    if fact.kind is Kind.LEADER:
        raise InvalidInput("persons are joined by their spellings: add the name to leader_names in the reference data")


def _chosen(fact: _Fact, statements: Sequence[str]) -> tuple[str, ...]:
    """The keys of the statements that are named by key, the beginning of a key, or document."""
    moved = [
        key
        for key in fact.keys
        if any(key.startswith(s) and len(s) >= 6 for s in statements) or fact.documents[key] in statements
    ]
    if fact.kind is Kind.LEADER:
        raise InvalidInput("citations of a person cannot be split")
    if not moved:
        named = ", ".join(statements) or "so"
        raise InvalidInput(f"fact {fact.uid} has no statements named {named}: review show {fact.uid} lists them")
    if len(moved) == len(fact.keys):
        raise InvalidInput(f"these are all statements of fact {fact.uid}: leave some behind")
    return tuple(moved)


def _checked(fact: _Fact, field: str, value: Any) -> tuple[str, Any]:
    """The field's codebook name and the value as JSON, if the schema takes it."""
    fields = [json_name(f) for f in field_names(fact.kind)]
    if fact.kind is Kind.LEADER:
        raise InvalidInput("what texts say of a person cannot be corrected: correct tenures in the reference data")
    try:
        name = python_name(fact.kind, field)
    except KeyError:
        raise InvalidInput(f"{fact.kind} have no field {field!r}: they have {', '.join(fields)}") from None
    try:
        parsed = value_from_json(name, value)
        claim = replace(fact.claims[0], **{name: parsed})
        why = Domain.of(load_vocabulary()).refusal(claim)
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidInput(f"{field} cannot be {value!r}: {error}") from None
    if why:
        raise InvalidInput(f"{field} cannot be {value!r}: {why}")
    return json_name(name), value_to_json(parsed)
