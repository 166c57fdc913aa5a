"""The life cycle of a fact: proposed, planned, done or cancelled are stages of one fact, never facts of their own.

What happened goes before what was meant to. A cancellation holds until a later report revokes it. It undoes what texts
told as done only if it came later and from more independent sources: one text, or one misread word, does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from relations_db.resolve.facts import Record
from relations_db.resolve.sources import independent
from relations_db.values import Status


def latest(records: Sequence[Record]) -> Status | None:
    """The status of a fact; None where the kind has none."""
    done, cancelled, planned, proposed = (
        [r for r in records if getattr(r.claim, "status", None) is s]
        for s in (Status.DONE, Status.CANCELLED, Status.PLANNED, Status.PROPOSED)
    )
    if cancelled and not done:
        return Status.PLANNED if planned and _last(planned) > _last(cancelled) else Status.CANCELLED
    if done and cancelled:
        seen = _last(done)
        if _number(r for r in cancelled if _said(r) > seen) > _number(done):
            return Status.CANCELLED
    told = ((done, Status.DONE), (planned, Status.PLANNED), (proposed, Status.PROPOSED))
    return next((status for texts, status in told if texts), None)


def disputed(records: Sequence[Record], status: Status | None) -> tuple[Status, list[Record]] | None:
    """Of done and cancelled the one that does not hold, and who says so: a cancellation told before the event took
    place after all is a stage, not a dispute.
    """
    done, cancelled = ([r for r in records if getattr(r.claim, "status", None) is s] for s in _RIVALS)
    if not done or not cancelled:
        return None
    if status is Status.CANCELLED:
        return Status.DONE, done
    seen = _last(done)
    after = [r for r in cancelled if _said(r) >= seen]
    return (Status.CANCELLED, after) if after else None


_RIVALS = (Status.DONE, Status.CANCELLED)


def _said(record: Record) -> date:
    """When a text came out; undated ones count as early."""
    return record.source.published_on.first if record.source.published_on else date.min


def _last(records: Iterable[Record]) -> date:
    return max(_said(r) for r in records)


def _number(records: Iterable[Record]) -> int:
    return independent(r.source for r in records)
