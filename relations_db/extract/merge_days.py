"""The first and the last day of a trip of which one document tells several times."""

from __future__ import annotations

from datetime import timedelta

from relations_db.extract.candidate import Candidate, Where
from relations_db.extract.merge_status import claim_of
from relations_db.values import Basis, PartialDate, Status

FIRM = (Basis.SAID, Basis.FRAME)
_NEWS = (Basis.DOCUMENT_DATE, Basis.DATELINE)
_WEEK = 7
_MEANT = (Status.PLANNED, Status.PROPOSED)


def first_day(cluster: list[Candidate], status: Status) -> tuple[PartialDate | None, Basis]:
    """The first day said, that of the arrival before others; the document's day only where none is, or where the guest is
    there as the text is written and what it dates is still to come.
    """
    dated = [c for c in cluster if claim_of(c).started_on]
    said = [c for c in dated if c.where["started_on"][0] in FIRM]
    pool = said or dated
    if not pool:
        return None, Basis.SAID
    if status is Status.DONE and said and (there := _there_now(dated)):
        days = [d for c in said if (d := claim_of(c).started_on)]
        if all(d.day and d.first > there.last for d in days):
            return there, Basis.DOCUMENT_DATE
    dates = [d for c in pool if (d := claim_of(c).started_on)]
    best = min(dates, key=lambda d: (d.day is None, d.month is None, d.first))
    return best, pool[0].where["started_on"][0]


def _there_now(dated: list[Candidate]) -> PartialDate | None:
    """The day of the news, where a report tells that the guest is in the host state on it."""
    there = (c for c in dated if not c.weak and claim_of(c).status is Status.DONE)
    return next((claim_of(c).started_on for c in there if c.where["started_on"][0] in _NEWS), None)


def last_day(
    cluster: list[Candidate], start: PartialDate | None, basis: Basis, status: Status
) -> tuple[PartialDate | None, Where | None]:
    """The last day: said as such, the end of a range, a length counted from a stated first day, else the day of the news of the end."""
    ends = [(c, e) for c in cluster if (e := _not_before(claim_of(c).ended_on, start, status))]
    ends.sort(key=lambda p: (_end_unsaid(p[0]), not p[0].notes.get("end"), p[0].weak, _only_near(p[0]), p[0].quotes[0]))
    if ends and not _end_unsaid(ends[0][0]):
        return ends[0][1], ends[0][0].where.get("ended_on")
    arrived = any(c.notes.get("arrival") and claim_of(c).started_on for c in cluster)
    arrived = arrived or (status in _MEANT and basis is Basis.SAID)  # a stay is planned from its first day
    for candidate in cluster:
        length = candidate.notes.get("length")
        if length and start and start.day and (arrived or (length == 1 and basis in FIRM)):
            return PartialDate.of(start.first + timedelta(days=length - 1)), (Basis.FRAME, None)
    return (ends[0][1], ends[0][0].where.get("ended_on")) if ends else (None, None)


def _not_before(end: PartialDate | None, start: PartialDate | None, status: Status) -> PartialDate | None:
    """A last day that is none before the first; of a plan a weekday is counted on from its first day ("comes next Tuesday ... until Thursday")."""
    if end is None or start is None or end.last >= start.first:
        return end
    if status not in _MEANT or end.day is None or start.day is None or (start.first - end.first).days >= _WEEK:
        return None
    return PartialDate.of(end.first + timedelta(days=_WEEK))


def _only_near(candidate: Candidate) -> bool:
    """True for "at the end of his visit on Friday", which he may leave only the day after, and for a journey home that is to come."""
    return candidate.rule == "visit-closed" or (candidate.rule == "visit-left" and claim_of(candidate).status in _MEANT)


def _end_unsaid(candidate: Candidate) -> bool:
    return candidate.where.get("ended_on", (Basis.FRAME,))[0] is not Basis.SAID


def counted_back(
    cluster: list[Candidate], start: PartialDate | None, basis: Basis, end: PartialDate | None
) -> PartialDate | None:
    """ "Left on Thursday after a three-day visit": the day of the arrival, where none is told but that of an act between."""
    length = next((n for c in cluster if (n := c.notes.get("length")) and n > 1), 0)
    ended = any(
        claim_of(c).ended_on == end and (c.notes.get("end") or c.where.get("ended_on", (Basis.FRAME,))[0] is Basis.SAID)
        for c in cluster
    )
    if not length or not ended or end is None or end.day is None:
        return None
    first = PartialDate.of(end.first - timedelta(days=length - 1))
    told = start is not None and basis is Basis.SAID and start != end
    if told and not (start and start.day and first.first < start.first and _is_of_an_act(cluster, start)):
        return None
    return first


def _is_of_an_act(cluster: list[Candidate], start: PartialDate) -> bool:
    """True for a day on which the text only tells what the guest did in the host state, not that he came."""
    telling = [c for c in cluster if claim_of(c).started_on == start]
    return bool(telling) and all(c.rule in _ACTS and not c.notes.get("arrival") for c in telling)


_ACTS = frozenset(("visit-talks", "visit-talks-with", "visit-act", "visit-event", "visit-clause", "visit-honoured"))


def of_one_day(cluster: list[Candidate], end: PartialDate | None) -> PartialDate | None:
    """ "On Sunday, at the end of a stay of a few hours": the last day is the first."""
    return end if any(c.notes.get("length") == 1 for c in cluster) else None
