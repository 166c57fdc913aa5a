"""A trip of other days on which the next sentence goes on: "X was here in November. He came for the fair": no second trip."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context
from relations_db.values import Basis, Status, Visit

_OLD = 31  # days before the news after which a trip is one of other days


def recalled(context: Context, candidate: Candidate) -> Candidate:
    """The candidate on the day of the trip just recalled, where the text gives it no day and tells of no trip of these days."""
    claim, on = candidate.claim, context.analysis.on
    basis = candidate.where.get("started_on", (Basis.SAID, None))[0]
    if (
        not isinstance(claim, Visit)
        or on is None
        or claim.status is not Status.DONE
        or basis not in (Basis.DOCUMENT_DATE, Basis.DATELINE, Basis.FRAME)
    ):
        return candidate
    told = [(c, c.claim) for c in context.told if isinstance(c.claim, Visit)]
    same = [(c, v) for c, v in told if (v.leader, v.host) == (claim.leader, claim.host)]
    if not same:
        return candidate
    if all(c.notes.get("origin") and v.started_on is None for c, v in same):
        where = {**candidate.where, "started_on": (Basis.SAID, None)}  # told of the stop from which he came
        notes = {**candidate.notes, "origin": 1}
        return replace(candidate, claim=replace(claim, started_on=None), where=where, notes=notes)
    if basis is Basis.FRAME:
        return candidate
    last, trip = same[-1]
    days = [v.started_on for _, v in same]
    sentences = context.analysis.sentences
    goes_on = last.sentence in (candidate.sentence - 1, candidate.sentence)
    if not goes_on or sentences[last.sentence].paragraph != sentences[candidate.sentence].paragraph:
        return candidate
    if trip.status is not Status.DONE or any(d is None or (on.first - d.last).days <= _OLD for d in days):
        return candidate
    where = {**candidate.where, "started_on": (Basis.FRAME, None)}
    where.pop("ended_on", None)
    return replace(candidate, claim=replace(claim, started_on=trip.started_on, ended_on=None), where=where)
