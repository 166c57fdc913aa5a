"""The claim of a fact: the chosen values of its fields, and those that a person set."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from relations_db.claims import field_names
from relations_db.resolve.choose import UNIONS, Group, choose, union
from relations_db.resolve.facts import Choice, Dissent, Record
from relations_db.resolve.judgements import Judgement
from relations_db.resolve.stages import disputed, latest
from relations_db.values import PartialDate, Status, TradeTarget, Visit

_BLOCK_FIELDS = frozenset({"amount", "currency"})


def settle(records: Sequence[Record], groups: Sequence[Group]) -> tuple[Any, list[Choice], list[Dissent]]:
    """The chosen claim, how each field was chosen, and who says otherwise.

    Where a reviewer merged facts of two blocks, the statements of the first one's block make the claim, so that its
    fields go together; the others are dissent.
    """
    own = [r for r in records if r.block == records[0].block]
    claim, choices, dissent = _alone(own[0], groups) if len(own) == 1 else _compared(own, groups)
    if len(own) < len(records):
        foreign = _foreign(claim, [r for r in records if r.block != records[0].block], groups)
        told = {c.field for c in choices}
        choices = choices + [
            Choice(f, getattr(claim, f), "review", ()) for f in sorted({d.field for d in foreign} - told)
        ]
        dissent = dissent + foreign
    return claim, choices, dissent


def _foreign(claim: Any, records: Sequence[Record], groups: Sequence[Group]) -> list[Dissent]:
    """What makes the statements of another block another block."""
    grouped = {f for g in groups for f in g.fields} | {*UNIONS.get(claim.kind, ()), "status"}
    found = []
    for record in records:
        for field in field_names(claim.kind):
            said = getattr(record.claim, field)
            if field not in grouped - _BLOCK_FIELDS and said is not None and said != getattr(claim, field):
                found.append(Dissent(field, said, (record.key,)))
    return found


def _compared(records: Sequence[Record], groups: Sequence[Group]) -> tuple[Any, list[Choice], list[Dissent]]:
    """The claim of several statements of one block."""
    claim = records[0].claim
    status = latest(records)
    told = frozenset({status} if status else Status)
    changes: dict[str, Any] = {}
    choices: list[Choice] = []
    dissent: list[Dissent] = []
    for group in groups:
        choice, others = choose(group, records, told)
        dissent += others
        if choice:
            choices.append(replace(choice, value=choice.value[0]))
            changes.update(zip(group.fields, choice.value, strict=True))
    for name in UNIONS.get(claim.kind, ()):
        changes[name] = union(name, records)
    if status:
        changes["status"] = status
        if rival := disputed(records, status):
            choices.append(Choice("status", status, "life cycle", ()))
            dissent.append(Dissent("status", (rival[0],), tuple(r.key for r in rival[1])))
    if isinstance(claim, TradeTarget):
        changes["announced_on"] = _first_announced(records)
    return _in_order(replace(claim, **changes), ()), choices, [replace(d, value=d.value[0]) for d in dissent]


def _alone(record: Record, groups: Sequence[Group]) -> tuple[Any, list[Choice], list[Dissent]]:
    """The claim of the one statement of a fact; lists as `union` orders them."""
    claim: Any = record.claim
    lists = {name: union(name, [record]) for name in UNIONS.get(record.claim.kind, ()) if getattr(record.claim, name)}
    return (replace(claim, **lists) if lists else claim), _only(record, groups), []


def _only(record: Record, groups: Sequence[Group]) -> list[Choice]:
    values = ((g.fields[0], g.precision(tuple(getattr(record.claim, f) for f in g.fields))) for g in groups)
    return [Choice(f, getattr(record.claim, f), "only", (record.key,)) for f, told in values if told is not None]


def _first_announced(records: Sequence[Record]) -> PartialDate | None:
    said = [c.announced_on for r in records if isinstance(c := r.claim, TradeTarget) and c.announced_on]
    return min(said, key=lambda d: (d.last, str(d)), default=None)


def correct(
    claim: Any, choices: list[Choice], judgements: Sequence[Judgement]
) -> tuple[Any, list[Choice], tuple[str, ...]]:
    """Put the values that a person set in place of the chosen ones; of several the last."""
    values = {j.field: j.value for j in judgements if j.verb == "correct" and j.field}
    if not values:
        return claim, choices, ()
    kept = [c for c in choices if c.field not in values]
    kept += [Choice(name, value, "review", ()) for name, value in sorted(values.items())]
    return _in_order(replace(claim, **values), values), kept, tuple(sorted(values))


def overruled(
    records: Sequence[Record], claim: Any, corrected: Collection[str], groups: Sequence[Group]
) -> list[Dissent]:
    """What texts say of fields that a person set otherwise."""
    listed = (*UNIONS.get(claim.kind, ()), "status")
    found: dict[tuple[str, Any], list[str]] = {}
    for field in corrected:
        if field in listed:
            continue
        group = next((g for g in groups if g.fields[0] == field), None) or Group.plain(field)
        held = tuple(getattr(claim, f) for f in group.fields)
        for record in records:
            said = tuple(getattr(record.claim, f) for f in group.fields)
            if group.against(said, held):
                found.setdefault((field, said[0]), []).append(record.key)
    return [Dissent(field, value, tuple(keys)) for (field, value), keys in found.items()]


def _in_order(claim: Any, corrected: Collection[str]) -> Any:
    """A first and a last day that do not go together: the one that nobody corrected is dropped."""
    if not isinstance(claim, Visit) or not claim.started_on or not claim.ended_on:
        return claim
    if claim.ended_on.last >= claim.started_on.first:
        return claim
    if "ended_on" in corrected and "started_on" not in corrected:
        return replace(claim, started_on=None)
    return replace(claim, ended_on=None)
