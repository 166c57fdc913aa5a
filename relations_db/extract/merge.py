"""Putting together what one document says of one event in several places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from relations_db.extract.candidate import Candidate, Where
from relations_db.values import Basis, PartialDate, Status, Visit

_FIRM = (Basis.SAID, Basis.FRAME)
_STAGES = (Status.DONE, Status.PLANNED, Status.PROPOSED)
_SAME_TRIP = 10  # days between two dates told of one stay


def days_apart(a: PartialDate, b: PartialDate) -> int:
    """Days between two dates at the coarser precision; 0 where they overlap."""
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def _claim(candidate: Candidate) -> Visit:
    assert isinstance(candidate.claim, Visit)
    return candidate.claim


def merge_visits(
    candidates: Iterable[Candidate],
    capitals: Mapping[str, str] | None = None,
    dated: bool = True,
    heads: frozenset[str] = frozenset(),
) -> list[Candidate]:
    """One candidate per leader, host and trip. `capitals` by state: the principal place where several cities are told.

    `dated`: whether the document has a date. `heads`: names of those who travel for themselves; a minister beside them accompanies.
    """
    groups: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        claim = _claim(candidate)
        groups[claim.leader, claim.country, claim.host].append(candidate)
    merged = [
        _join(cluster, capitals or {}) for group in groups.values() for cluster in _clusters(_asserted(group), dated)
    ]
    travelling = [c for c in merged if not _accompanies(c, merged, heads)]
    return sorted(_shared(travelling), key=lambda c: c.quotes[0])


def _asserted(group: list[Candidate]) -> list[Candidate]:
    """Without what a plan only seems to tell as done: "arrives in Y on June 3" is no act in Y."""
    planned = {c.sentence for c in group if not c.weak and _claim(c).status is Status.PLANNED}
    planned -= {c.sentence for c in group if not c.weak and _claim(c).status is Status.DONE}
    kept = [
        c
        for c in group
        if not (c.weak and c.sentence in planned and _claim(c).status is Status.DONE and not c.notes.get("end"))
    ]
    return kept or group


def _accompanies(candidate: Candidate, merged: list[Candidate], heads: frozenset[str]) -> bool:
    """True for a minister of whom only meetings are told, beside the trip of his own head of state or government."""
    claim = _claim(candidate)
    if not heads or claim.leader in heads or not candidate.weak or candidate.where["host"][0] is Basis.SAID:
        return False
    return any(
        _claim(c).leader in heads
        and (_claim(c).country, _claim(c).host) == (claim.country, claim.host)
        and (claim.started_on is None or _near(claim.started_on, c))
        for c in merged
    )


def _shared(merged: list[Candidate]) -> list[Candidate]:
    """A gathering has one date: those who are told to be there without a day take that of the others."""
    return [
        _with_others(c, merged) if _claim(c).started_on is None and _claim(c).status is Status.PLANNED else c
        for c in merged
    ]


def _with_others(candidate: Candidate, merged: list[Candidate]) -> Candidate:
    claim = _claim(candidate)
    others = [
        _claim(c)
        for c in merged
        if _claim(c).visit_kind == "summit"
        and _claim(c).started_on
        and (_claim(c).host, _claim(c).city) == (claim.host, claim.city)
    ]
    if not others or claim.city is None:
        return candidate
    kind = "summit" if claim.visit_kind == "unspecified" else claim.visit_kind
    where = {**candidate.where, "started_on": (Basis.FRAME, None)}
    return replace(candidate, claim=replace(claim, started_on=others[0].started_on, visit_kind=kind), where=where)


# ------------------------------------------------------------------ which reports are of one trip
def _date(candidate: Candidate) -> PartialDate | None:
    claim = _claim(candidate)
    return claim.started_on or claim.ended_on


def _clusters(group: list[Candidate], dated: bool) -> list[list[Candidate]]:
    clusters: list[list[Candidate]] = []
    for candidate in sorted((c for c in group if _date(c)), key=_clarity):
        date = _date(candidate)
        assert date is not None
        homes = [k for k in clusters if all(_near(date, c) and not _counted_apart(candidate, c) for c in k)]
        if not homes and candidate.where["started_on"][0] is Basis.DOCUMENT_DATE:
            homes = [k for k in clusters if any(c.sentence + 1 == candidate.sentence and _firmly_done(c) for c in k)]
        if homes:
            min(homes, key=lambda k: _gap(date, k)).append(candidate)
        else:
            clusters.append([candidate])
    for candidate in sorted(group, key=lambda c: c.weak):
        if _date(candidate) is None:
            _attach(candidate, clusters, dated)
    return clusters


def _firmly_done(candidate: Candidate) -> bool:
    """True for a trip made on a day that the text gives: what the next sentence tells without a day belongs to it."""
    claim = _claim(candidate)
    return (
        claim.status is Status.DONE and claim.started_on is not None and candidate.where["started_on"][0] is Basis.SAID
    )


def _clarity(candidate: Candidate) -> tuple[bool, bool, tuple[int, int]]:
    """Days before months and years, dates of the text before the document's own."""
    date = _date(candidate)
    firm = candidate.where["started_on"][0] in _FIRM or _claim(candidate).started_on is None
    return not firm, date is None or date.day is None, candidate.quotes[0]


def _near(date: PartialDate, other: Candidate) -> bool:
    theirs = _date(other)
    if theirs is None or date == theirs:
        return True
    if date.precision == theirs.precision != "day":
        return False
    return days_apart(date, theirs) <= _SAME_TRIP


def _counted_apart(a: Candidate, b: Candidate) -> bool:
    """True for two of several trips that one sentence counts ("on Monday, and again on Thursday")."""
    mine, theirs = a.notes.get("trip"), b.notes.get("trip")
    return bool(mine and theirs and mine != theirs and a.sentence == b.sentence)


def _gap(date: PartialDate, cluster: list[Candidate]) -> int:
    return min((days_apart(date, d) for c in cluster if (d := _date(c))), default=0)


def _distance(candidate: Candidate, cluster: list[Candidate]) -> int:
    """Sentences between a report and the nearest of a cluster, of its dated ones where there are any."""
    dated = [c for c in cluster if _date(c)] or cluster
    return min(abs(c.sentence - candidate.sentence) for c in dated)


def _attach(candidate: Candidate, clusters: list[list[Candidate]], dated: bool) -> None:
    """An undated mention belongs to the trip told nearest to it, unless it is history or a wish beside the news.

    `dated`: the document has a date; where it has none its own news is undated, and a trip with a date far off is another.
    """
    status = _claim(candidate).status
    fitting = [
        k for k in clusters if not _apart(status, {_claim(c).status for c in k}) and not candidate.notes.get("other")
    ]
    dropped = status is Status.CANCELLED
    nearest = min(
        fitting,
        key=lambda k: (dropped != any(_claim(c).status is Status.CANCELLED for c in k), _distance(candidate, k)),
        default=None,
    )
    if nearest is not None and (dated or _distance(candidate, nearest) <= 2 or not any(_date(c) for c in nearest)):
        nearest.append(candidate)
    elif not candidate.weak or not clusters:
        clusters.append([candidate])


def _apart(status: Status, others: set[Status]) -> bool:
    """A mere invitation told beside a visit is another visit."""
    return (status is Status.PROPOSED and Status.DONE in others) or (
        status is Status.DONE and others == {Status.PROPOSED}
    )


# ------------------------------------------------------------------ one trip from its reports
def _join(cluster: list[Candidate], capitals: Mapping[str, str]) -> Candidate:
    told = [c for c in cluster if not c.notes.get("end")] or cluster
    best = min(told, key=lambda c: (c.weak, c.quotes[0]))
    status = _status(cluster)
    start, basis = _start(_of_status(cluster, status))
    end, end_where = _end(cluster, start, basis)
    claim = replace(
        _claim(best),
        visit_kind=_kind(cluster),
        city=_city(told, capitals.get(_claim(best).host)),
        started_on=_counted_back(cluster, start, basis, end) or start or _of_one_day(cluster, end),
        ended_on=end,
        status=status,
        met=tuple(dict.fromkeys(m for c in cluster for m in _claim(c).met)),
    )
    where = {k: v for c in reversed(cluster) for k, v in c.where.items()} | best.where
    if end_where:
        where["ended_on"] = end_where
    quotes = list(dict.fromkeys(q for c in [best, *cluster] for q in c.quotes))[:4]
    return replace(best, claim=claim, where=where, quotes=quotes, background=all(c.background for c in cluster))


def _of_status(cluster: list[Candidate], status: Status) -> list[Candidate]:
    """The reports that date a trip: of a dropped or planned one those that tell it so."""
    same = [c for c in cluster if _claim(c).status is status and _claim(c).started_on]
    return same if same and status is not Status.DONE else cluster


def _counted_back(
    cluster: list[Candidate], start: PartialDate | None, basis: Basis, end: PartialDate | None
) -> PartialDate | None:
    """ "Left on Thursday after a three-day visit": the day of the arrival, where none is told."""
    length = next((n for c in cluster if (n := c.notes.get("length")) and n > 1), 0)
    ended = any(c.notes.get("end") and _claim(c).ended_on == end for c in cluster)
    told = start is not None and basis is Basis.SAID and start != end
    if not length or not ended or told or end is None or end.day is None:
        return None
    return PartialDate.of(end.first - timedelta(days=length - 1))


def _of_one_day(cluster: list[Candidate], end: PartialDate | None) -> PartialDate | None:
    """ "On Sunday, at the end of a stay of a few hours": the last day is the first."""
    return end if any(c.notes.get("length") == 1 for c in cluster) else None


def _kind(cluster: list[Candidate]) -> str:
    """A kind said anywhere beats the event that the guest came for, and both beat none."""
    ranked = sorted(cluster, key=lambda c: (_claim(c).visit_kind == "summit", c.weak, c.quotes[0]))
    return next((k for c in ranked if (k := _claim(c).visit_kind) != "unspecified"), "unspecified")


def _city(cluster: list[Candidate], capital: str | None) -> str | None:
    """The city said beside the visit; where several are, the capital, else the one told first."""
    done = [c for c in cluster if _claim(c).status is Status.DONE]
    cluster = done or cluster  # where he is still to go is not where he is
    if capital and any(_claim(c).city == capital for c in cluster):
        return capital
    said = [c for c in cluster if _claim(c).city and c.where.get("city", (Basis.FRAME,))[0] is Basis.SAID]
    pool = said or [c for c in cluster if _claim(c).city]
    if not pool:
        return None
    return _claim(min(pool, key=lambda c: (c.weak, c.quotes[0]))).city


def _start(cluster: list[Candidate]) -> tuple[PartialDate | None, Basis]:
    """The first day said, that of the arrival before others; the document's day only where none is."""
    dated = [c for c in cluster if _claim(c).started_on]
    said = [c for c in dated if c.where["started_on"][0] in _FIRM]
    pool = said or dated
    if not pool:
        return None, Basis.SAID
    dates = [d for c in pool if (d := _claim(c).started_on)]
    finest = max(d.precision == "day" for d in dates)
    best = min((d for d in dates if (d.precision == "day") == finest), key=lambda d: (d.first, -d.last.toordinal()))
    return best, pool[0].where["started_on"][0]


def _end(cluster: list[Candidate], start: PartialDate | None, basis: Basis) -> tuple[PartialDate | None, Where | None]:
    """The last day: said as such, the end of a range, a length counted from a stated arrival, else the day of the news of the end."""
    ends = [c for c in cluster if (e := _claim(c).ended_on) and (start is None or e.last >= start.first)]
    ends.sort(key=lambda c: (not c.notes.get("end"), _end_unsaid(c), c.weak, c.quotes[0]))
    if ends and not _end_unsaid(ends[0]):
        return _claim(ends[0]).ended_on, ends[0].where.get("ended_on")
    arrived = [c for c in cluster if c.notes.get("arrival") and _claim(c).started_on]
    for candidate in cluster:
        length = candidate.notes.get("length")
        if length and start and start.day and (arrived or (length == 1 and basis is Basis.SAID)):
            return PartialDate.of(start.first + timedelta(days=length - 1)), (Basis.FRAME, None)
    return (_claim(ends[0]).ended_on, ends[0].where.get("ended_on")) if ends else (None, None)


def _end_unsaid(candidate: Candidate) -> bool:
    return candidate.where.get("ended_on", (Basis.FRAME,))[0] is not Basis.SAID


def _still_planned(cluster: list[Candidate]) -> bool:
    """True where the news is a dated plan, and only the background tells that an earlier date was put off."""
    lead = min(cluster, key=lambda c: c.quotes[0])
    dropped = [c for c in cluster if _claim(c).status is Status.CANCELLED]
    return bool(dropped) and (
        _claim(lead).status is Status.PLANNED
        and lead.sentence < 2
        and _claim(lead).started_on is not None
        and all(c.sentence > lead.sentence + 1 and _claim(c).started_on is None for c in dropped)
    )


def _status(cluster: list[Candidate]) -> Status:
    statuses = [_claim(c).status for c in cluster]
    firm = [_claim(c).status for c in cluster if not c.weak]
    if _still_planned(cluster):
        return Status.PLANNED
    if Status.CANCELLED in firm and not any(
        c.rule in ("visit-motion", "visit-reception") and _claim(c).status is Status.DONE for c in cluster
    ):
        return Status.CANCELLED
    if set(firm) == {Status.PLANNED} and _already_there(cluster):
        return Status.DONE
    return next((s for s in _STAGES if s in (firm or statuses)), statuses[0])


def _already_there(cluster: list[Candidate]) -> bool:
    """True where a day of the stay is told as past, and what is planned comes after it: the next leg inside the host state."""
    plans = [d.first for c in cluster if _claim(c).status is Status.PLANNED and (d := _claim(c).started_on) and d.day]
    planning = {c.sentence for c in cluster if _claim(c).status is Status.PLANNED}
    acts = [
        d.first
        for c in cluster
        if _claim(c).status is Status.DONE
        and c.sentence not in planning
        and c.where["started_on"][0] is Basis.SAID
        and (d := _claim(c).started_on)
        and d.day
    ]
    return bool(plans and acts) and min(acts) < min(plans)
