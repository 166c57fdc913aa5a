"""The life cycle of a fact: proposed, planned, done or cancelled are stages of one fact, never facts of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from relations_db.resolve.facts import Record, Stage
from relations_db.values import PartialDate, Status

ORDER = (Status.PROPOSED, Status.PLANNED, Status.DONE, Status.CANCELLED)
DATES = ("started_on", "signed_on")


def stages(records: Sequence[Record]) -> tuple[Stage, ...]:
    """One stage for each status that is told, in the order of life; empty for kinds without status."""
    by_status: dict[Status, list[Record]] = defaultdict(list)
    for record in records:
        if status := getattr(record.claim, "status", None):
            by_status[status].append(record)
    return tuple(_stage(status, by_status[status]) for status in ORDER if status in by_status)


def _stage(status: Status, records: Sequence[Record]) -> Stage:
    dates = [d for r in records for f in DATES if (d := getattr(r.claim, f, None)) is not None]
    precise = min(dates, key=lambda d: (-(d.month is not None) - (d.day is not None), str(d)), default=None)
    return Stage(status, precise, _first(records), tuple(r.key for r in records))


def _first(records: Sequence[Record]) -> PartialDate | None:
    reported = [p for r in records if (p := r.source.published_on)]
    return min(reported, key=lambda p: (p.first, str(p)), default=None)


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
