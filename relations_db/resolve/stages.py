"""The life cycle of a fact: proposed, planned, done or cancelled are stages of one fact, never facts of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from relations_db.resolve.facts import Record
from relations_db.values import Status

ORDER = (Status.PROPOSED, Status.PLANNED, Status.DONE, Status.CANCELLED)


def latest(records: Sequence[Record]) -> Status | None:
    """The status of a fact: what happened goes before what was meant to; a cancellation holds until a later report
    revokes it.
    """
    told = {s: _last(records, s) for s in ORDER if any(getattr(r.claim, "status", None) is s for r in records)}
    if Status.CANCELLED in told:
        later = [s for s in (Status.DONE, Status.PLANNED) if s in told and told[s] > told[Status.CANCELLED]]
        same = [s for s in (Status.DONE,) if s in told and told[s] == told[Status.CANCELLED]]
        return next(iter([*later, *same]), Status.CANCELLED)
    return next((s for s in (Status.DONE, Status.PLANNED, Status.PROPOSED) if s in told), None)


def _last(records: Sequence[Record], status: Status) -> date:
    """When the status was last reported; undated reports count as early ones."""
    mine = [r.source.published_on for r in records if getattr(r.claim, "status", None) is status]
    return max((p.first for p in mine if p), default=date.min)
