"""Whether a trip of which one document tells several times was made, is planned, only wished for or dropped."""

from __future__ import annotations

from relations_db.extract.candidate import Candidate
from relations_db.values import Basis, PartialDate, Status, Visit

_STAGES = (Status.DONE, Status.PLANNED, Status.PROPOSED)


def claim_of(candidate: Candidate) -> Visit:
    """The visit of a candidate that is one."""
    assert isinstance(candidate.claim, Visit)
    return candidate.claim


def date_of(candidate: Candidate) -> PartialDate | None:
    """The first day of a visit, else its last."""
    claim = claim_of(candidate)
    return claim.started_on or claim.ended_on


def _still_planned(cluster: list[Candidate]) -> bool:
    """True where the news is a dated plan, and only the background tells that an earlier date was put off."""
    lead = min(cluster, key=lambda c: c.quotes[0])
    dropped = [c for c in cluster if claim_of(c).status is Status.CANCELLED]
    return bool(dropped) and (
        claim_of(lead).status is Status.PLANNED
        and lead.sentence < 2
        and claim_of(lead).started_on is not None
        and all(c.sentence > lead.sentence + 1 and claim_of(c).started_on is None for c in dropped)
    )


def _only_announced(cluster: list[Candidate]) -> bool:
    """True where the news is a plan for a given day, and the rest only names the trip: "He is visiting Y at the invitation of Z"."""
    lead = min(cluster, key=lambda c: c.quotes[0])
    done = [c for c in cluster if claim_of(c).status is Status.DONE]
    if claim_of(lead).status is not Status.PLANNED or lead.weak or not done:
        return False
    start = claim_of(lead).started_on
    day = start is not None and start.day is not None and lead.where["started_on"][0] is Basis.SAID
    return day and all(
        c.rule in _NAMING
        and (claim_of(c).started_on is None or c.where["started_on"][0] is not Basis.SAID)
        and not c.notes.get("end")
        for c in done
    )


_NAMING = ("visit-noun", "visit-verb")


def status_of(cluster: list[Candidate]) -> Status:
    statuses = [claim_of(c).status for c in cluster]
    firm = [claim_of(c).status for c in cluster if not c.weak]
    if _still_planned(cluster) or _only_announced(cluster):
        return Status.PLANNED
    if Status.CANCELLED in firm and not _made_in_the_end(cluster):
        return Status.CANCELLED
    if set(firm) == {Status.PLANNED} and _already_there(cluster):
        return Status.DONE
    return next((s for s in _STAGES if s in (firm or statuses)), statuses[0])


def _made_in_the_end(cluster: list[Candidate]) -> bool:
    """True where a trip that was dropped or put off is told as made: by its arrival, or by days after the one it was meant for."""
    done = [c for c in cluster if claim_of(c).status is Status.DONE]
    if any(c.rule in ("visit-motion", "visit-reception") for c in done):
        return True
    meant = [
        d.first for c in cluster if claim_of(c).status is Status.CANCELLED and (d := claim_of(c).started_on) and d.day
    ]
    told = [
        d.first for c in done if c.where["started_on"][0] in (Basis.SAID, Basis.FRAME) and (d := date_of(c)) and d.day
    ]
    return bool(meant and told) and max(meant) < max(told)


def _already_there(cluster: list[Candidate]) -> bool:
    """True where a day of the stay is told as past, and what is planned comes after it: the next leg inside the host state."""
    plans = [
        d.first for c in cluster if claim_of(c).status is Status.PLANNED and (d := claim_of(c).started_on) and d.day
    ]
    planning = {c.sentence for c in cluster if claim_of(c).status is Status.PLANNED}
    acts = [
        d.first
        for c in cluster
        if claim_of(c).status is Status.DONE
        and c.sentence not in planning
        and c.where["started_on"][0] in (Basis.SAID, Basis.FRAME)
        and (d := claim_of(c).started_on)
        and d.day
    ]
    if not plans:
        return bool(acts) and all(c.rule == "visit-taken" for c in cluster if claim_of(c).status is Status.PLANNED)
    return bool(acts) and min(acts) < min(plans)
