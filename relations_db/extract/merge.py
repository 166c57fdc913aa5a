"""Putting together what one document says of one event in several places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from relations_db.extract.candidate import Candidate
from relations_db.values import Basis, PartialDate, Status, Visit

_FIRM = (Basis.SAID, Basis.FRAME)


def days_apart(a: PartialDate, b: PartialDate) -> int:
    """Days between two dates at the coarser precision; 0 where they overlap."""
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def _claim(candidate: Candidate) -> Visit:
    assert isinstance(candidate.claim, Visit)
    return candidate.claim


def merge_visits(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate per leader, host and trip."""
    groups: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        claim = _claim(candidate)
        groups[claim.leader, claim.country, claim.host].append(candidate)
    merged = [_join(cluster) for group in groups.values() for cluster in _clusters(group)]
    return sorted(merged, key=lambda c: c.quotes[0])


def _clusters(group: list[Candidate]) -> list[list[Candidate]]:
    dated = [c for c in group if _claim(c).started_on]
    clusters: list[list[Candidate]] = []
    for candidate in sorted(dated, key=lambda c: (c.where["started_on"][0] not in _FIRM, c.quotes[0])):
        date = _claim(candidate).started_on
        assert date is not None
        home = next((k for k in clusters if all(_near(date, c) for c in k)), None)
        if home is None:
            clusters.append([candidate])
        else:
            home.append(candidate)
    for candidate in group:
        if _claim(candidate).started_on is None:
            _attach(candidate, clusters)
    return clusters


def _near(date: PartialDate, other: Candidate) -> bool:
    theirs = _claim(other).started_on
    return theirs is None or days_apart(date, theirs) <= 10


def _attach(candidate: Candidate, clusters: list[list[Candidate]]) -> None:
    """An undated mention belongs to the trip told nearest to it, unless it is history or a wish beside the news."""
    status = _claim(candidate).status
    fitting = [
        k
        for k in clusters
        if not _apart(status, {_claim(c).status for c in k}) and not (candidate.background and not candidate.weak)
    ]
    if fitting:
        min(fitting, key=lambda k: min(abs(c.sentence - candidate.sentence) for c in k)).append(candidate)
    elif not candidate.weak or not clusters:
        clusters.append([candidate])


def _apart(status: Status, others: set[Status]) -> bool:
    """A mere invitation told beside a visit is another visit."""
    return status is Status.PROPOSED and Status.DONE in others or status is Status.DONE and others == {Status.PROPOSED}


_STAGES = (Status.DONE, Status.PLANNED, Status.PROPOSED)


def _join(cluster: list[Candidate]) -> Candidate:
    best = min(cluster, key=lambda c: (c.weak, c.quotes[0]))
    claim = _claim(best)
    kind = next(
        (k for c in sorted(cluster, key=_kind_rank) if (k := _claim(c).visit_kind) != "unspecified"), "unspecified"
    )
    city = next(
        (
            v
            for c in sorted(
                cluster,
                key=lambda c: (c.where.get("city", (Basis.REFERENCE,))[0] is not Basis.SAID, c.weak, c.quotes[0]),
            )
            if (v := _claim(c).city)
        ),
        None,
    )
    start, basis = _start(cluster)
    end = next((e for c in cluster if (e := _claim(c).ended_on)), None)
    for c in cluster:
        if (
            (length := c.notes.get("length"))
            and start
            and start.day
            and end is None
            and basis is Basis.SAID
            and any(k.notes.get("arrival") for k in cluster)
        ):
            end = PartialDate.of(start.first + timedelta(days=length - 1))
    met = tuple(dict.fromkeys(m for c in cluster for m in _claim(c).met))
    claim = replace(claim, visit_kind=kind, city=city, started_on=start, ended_on=end, status=_status(cluster), met=met)
    where = {k: v for c in reversed(cluster) for k, v in c.where.items()} | best.where
    quotes = list(dict.fromkeys(q for c in [best, *cluster] for q in c.quotes))[:4]
    return replace(best, claim=claim, where=where, quotes=quotes, background=all(c.background for c in cluster))


def _kind_rank(candidate: Candidate) -> tuple[bool, bool, tuple[int, int]]:
    return (_claim(candidate).visit_kind == "summit", candidate.weak, candidate.quotes[0])


def _start(cluster: list[Candidate]) -> tuple[PartialDate | None, Basis]:
    """The first day said; the document's day only where none is."""
    said = [c for c in cluster if _claim(c).started_on and c.where["started_on"][0] in _FIRM]
    pool = said or [c for c in cluster if _claim(c).started_on]
    if not pool:
        return None, Basis.SAID
    dates = [d for c in pool if (d := _claim(c).started_on)]
    finest = max(d.precision == "day" for d in dates)
    best = min((d for d in dates if (d.precision == "day") == finest), key=lambda d: (d.first, -d.last.toordinal()))
    return best, pool[0].where["started_on"][0]


def _status(cluster: list[Candidate]) -> Status:
    statuses = [_claim(c).status for c in cluster]
    firm = [_claim(c).status for c in cluster if not c.weak]
    if Status.CANCELLED in firm and not any(
        c.rule in ("visit-motion", "visit-reception") and _claim(c).status is Status.DONE for c in cluster
    ):
        return Status.CANCELLED
    return next((s for s in _STAGES if s in (firm or statuses)), statuses[0])
