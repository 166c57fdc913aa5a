"""How each statement stands to the fact that it supports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from relations_db.claims import json_name
from relations_db.resolve.choose import Group
from relations_db.resolve.facts import Choice, Dissent, Evidence, Record, Verdict
from relations_db.values import Claim, Money


def verdicts(
    records: Sequence[Record],
    claim: Claim,
    choices: Sequence[Choice],
    dissent: Sequence[Dissent],
    reasons: Mapping[str, str],
    groups: Sequence[Group],
) -> tuple[Evidence, ...]:
    """The evidence of a fact: one entry for each record, in the given order."""
    if len(records) == 1:
        return (Evidence(records[0].key, Verdict.SAME, reasons[records[0].key]),)
    against = {key: d.field for d in reversed(dissent) for key in d.keys}
    worded = {g.fields[0] for g in groups if g.wording}
    alone = {c.keys[0]: c.field for c in reversed(choices) if len(c.keys) == 1 and c.field not in worded}
    return tuple(_evidence(r, claim, against, alone, reasons[r.key], groups) for r in records)


def _evidence(
    record: Record,
    claim: Claim,
    against: Mapping[str, str],
    alone: Mapping[str, str],
    reason: str,
    groups: Sequence[Group],
) -> Evidence:
    if field := against.get(record.key):
        says = f"says {json_name(field)} {_said(record.claim, field)}, not {_said(claim, field)}"
        return Evidence(record.key, Verdict.CONFLICT, f"{reason}; {says}")
    if field := alone.get(record.key):
        return Evidence(record.key, Verdict.REFINES, f"{reason}; alone gives {json_name(field)} {_said(claim, field)}")
    if field := _lacks(record, claim, groups):
        return Evidence(record.key, Verdict.REFINED_BY, f"{reason}; less exact in {json_name(field)}")
    return Evidence(record.key, Verdict.SAME, reason)


def _lacks(record: Record, claim: Claim, groups: Sequence[Group]) -> str | None:
    """The first field in which the record says less than the fact."""
    return next((g.fields[0] for g in groups if not g.wording and _less(g, record.claim, claim)), None)


def _said(claim: Claim, field: str) -> str:
    value = getattr(claim, field)
    return f"{value.amount} {value.currency}" if isinstance(value, Money) else str(value)


def _less(group: Group, said: Claim, held: Claim) -> bool:
    says, holds = (tuple(getattr(c, f) for f in group.fields) for c in (said, held))
    if group.precision(holds) is None:
        return False
    return group.precision(says) is None or group.norm(says) != group.norm(holds)
