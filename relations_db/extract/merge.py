"""Putting together what one document says of one event in several places."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from relations_db.extract.candidate import Candidate
from relations_db.extract.merge_days import FIRM, counted_back, first_day, last_day, of_one_day
from relations_db.extract.merge_status import claim_of, date_of, status_of
from relations_db.values import Basis, PartialDate, Status

_SAME_TRIP = 10  # days between two dates told of one stay
_HEAD = 2  # sentences
_OVER_MONTHS = 3  # from a day to the month named for the same stay


def days_apart(a: PartialDate, b: PartialDate) -> int:
    """Days between two dates at the coarser precision; 0 where they overlap."""
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def merge_visits(
    candidates: Iterable[Candidate],
    capitals: Mapping[str, str] | None = None,
    on: PartialDate | None = None,
    heads: frozenset[str] = frozenset(),
    companions: frozenset[str] = frozenset(),
) -> list[Candidate]:
    """One candidate per leader, host and trip. `capitals` by state: the principal place where several cities are told.

    `on`: the document's date. `heads`: names of those who travel for themselves; a minister beside them accompanies.
    `companions`: names of those whom the text calls companions of such a one.
    """
    groups: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        claim = claim_of(candidate)
        groups[claim.leader, claim.country, claim.host].append(candidate)
    merged = [
        _join(trip.reports, capitals or {}, on) for group in groups.values() for trip in _trips(_asserted(group), on)
    ]
    travelling = [c for c in merged if not _accompanies(c, merged, heads, companions) and not _only_names(c, merged)]
    return sorted(_shared(travelling), key=lambda c: c.quotes[0])


def _asserted(group: list[Candidate]) -> list[Candidate]:
    """Without what a plan only seems to tell as done: "arrives in Y on June 3" is no act in Y; and of a sentence that parts
    trips by their occasions without what takes them for one.
    """
    parted = {c.sentence for c in group if c.notes.get("occasion")}
    group = [c for c in group if c.sentence not in parted or c.notes.get("trip")]
    planned = {c.sentence for c in group if not c.weak and claim_of(c).status is Status.PLANNED}
    planned -= {c.sentence for c in group if not c.weak and claim_of(c).status is Status.DONE}
    kept = [_meant(c) if _only_seems(c, planned) else c for c in group]
    return [c for c in kept if c] or group


def _only_seems(candidate: Candidate, planned: set[int]) -> bool:
    done = claim_of(candidate).status is Status.DONE and not candidate.notes.get("end")
    return candidate.weak and done and candidate.sentence in planned


def _meant(candidate: Candidate) -> Candidate | None:
    """What is left of "during his three-day stay" in a sentence that tells a plan: how long it is to last."""
    claim = claim_of(candidate)
    if not candidate.notes.get("length") or (claim.started_on and candidate.where["started_on"][0] is Basis.SAID):
        return None
    return replace(candidate, claim=replace(claim, status=Status.PLANNED, started_on=None))


def _accompanies(
    candidate: Candidate, merged: list[Candidate], heads: frozenset[str], companions: frozenset[str]
) -> bool:
    """True for a minister who is called a companion, or of whom only meetings are told, beside the trip of his own head of state or government."""
    claim = claim_of(candidate)
    if not heads or (claim.leader in heads and claim.leader not in companions):
        return False
    if claim.leader not in companions and (not candidate.weak or candidate.where["host"][0] is Basis.SAID):
        return False
    return any(
        claim_of(c).leader in heads - companions
        and (claim_of(c).country, claim_of(c).host) == (claim.country, claim.host)
        and (claim.started_on is None or _near(claim.started_on, date_of(c)))
        for c in merged
    )


def _only_names(candidate: Candidate, visits: list[Candidate]) -> bool:
    """True for "his visit", whose place and day are only guessed, beside the same guest's trip there on a day that is told."""
    claim, where = claim_of(candidate), candidate.where
    if candidate.rule != "visit-noun" or where["host"][0] is not Basis.FRAME or claim.status is Status.PROPOSED:
        return False
    if claim.started_on and where["started_on"][0] is not Basis.DOCUMENT_DATE:
        return False
    return any(
        c is not candidate
        and (claim_of(c).leader, claim_of(c).host) == (claim.leader, claim.host)
        and claim_of(c).started_on
        and c.where["started_on"][0] is Basis.SAID
        for c in visits
    )


def _shared(merged: list[Candidate]) -> list[Candidate]:
    """A gathering has one date: those who are told to be there without a day take that of the others."""
    return [
        _with_others(c, merged) if claim_of(c).started_on is None and claim_of(c).status is Status.PLANNED else c
        for c in merged
    ]


def _with_others(candidate: Candidate, merged: list[Candidate]) -> Candidate:
    claim = claim_of(candidate)
    others = [
        claim_of(c)
        for c in merged
        if claim_of(c).visit_kind == "summit"
        and claim_of(c).started_on
        and (claim_of(c).host, claim_of(c).city) == (claim.host, claim.city)
    ]
    if not others or claim.city is None:
        return candidate
    kind = "summit" if claim.visit_kind == "unspecified" else claim.visit_kind
    where = {**candidate.where, "started_on": (Basis.FRAME, None)}
    return replace(candidate, claim=replace(claim, started_on=others[0].started_on, visit_kind=kind), where=where)


# ------------------------------------------------------------------ which reports are of one trip
class _Trip:
    """Reports of one trip, and what decides whether another is of it too."""

    def __init__(self) -> None:
        self.reports: list[Candidate] = []
        self.statuses: set[Status] = set()
        self._dates: dict[PartialDate, None] = {}
        self._counted: dict[int, set[object]] = defaultdict(set)
        self._firm: set[int] = set()
        self._told: dict[bool, list[int]] = {True: [], False: []}
        self._sorts: dict[tuple[str, str], set[int]] = defaultdict(set)

    def add(self, candidate: Candidate) -> None:
        self.reports.append(candidate)
        self.statuses.add(claim_of(candidate).status)
        date = date_of(candidate)
        if date:
            self._dates[date] = None
            self._sorts[claim_of(candidate).visit_kind, date.precision].add(candidate.sentence)
        if trip := candidate.notes.get("trip"):
            self._counted[candidate.sentence].add(trip)
        if _firmly_done(candidate):
            self._firm.add(candidate.sentence)
        insort(self._told[date is not None], candidate.sentence)

    @property
    def dated(self) -> bool:
        return bool(self._dates)

    @property
    def leads(self) -> bool:
        """True where the head of the text tells the trip with its day: then it is the news."""
        return any(c.sentence < _HEAD and (d := date_of(c)) is not None and d.day is not None for c in self.reports)

    def holds(self, candidate: Candidate, date: PartialDate) -> bool:
        """False for a report of other days, and for one of several trips that one sentence counts ("on Monday, and again
        on Thursday"); nor does "later in the year" tell again of a trip on a day of it.
        """
        trip = candidate.notes.get("trip")
        apart = bool(trip and self._counted.get(candidate.sentence, set()) - {trip})
        apart |= bool(candidate.notes.get("later")) and any(d.precision == "day" for d in self._dates)
        if apart or any(_is_over(c, candidate) for c in self.reports if self._begun_by(claim_of(c).ended_on)):
            return False
        return all(_near(date, d) for d in self._dates) and not self._is_of_other_sort(candidate, date)

    def _begun_by(self, end: PartialDate | None) -> bool:
        """True where the trip is told as made on a day up to `end`."""
        starts = (claim_of(c).started_on for c in self.reports if _firmly_done(c))
        return end is not None and any(s is not None and s.day is not None and s.first < end.first for s in starts)

    def _is_of_other_sort(self, candidate: Candidate, date: PartialDate) -> bool:
        """True for "a state visit later this year" beside "he comes for the summit on Thursday": a year and a day, each with its kind."""
        own = claim_of(candidate).visit_kind
        other = {"year": "day", "day": "year"}.get(date.precision)
        return own != "unspecified" and any(
            sentences - {candidate.sentence}
            for (kind, precision), sentences in self._sorts.items()
            if kind not in ("unspecified", own) and precision == other
        )

    def is_past(self, on: PartialDate) -> bool:
        """True where the trip was made and is long over on a day: what is planned then is another."""
        made = self.statuses == {Status.DONE} and bool(self._dates)
        return made and all((on.first - d.last).days > _SAME_TRIP for d in self._dates)

    def goes_on(self, candidate: Candidate) -> bool:
        """True where the sentence before tells the trip with its day: what is told without one belongs to it."""
        return candidate.sentence - 1 in self._firm

    def gap(self, date: PartialDate) -> int:
        return min((days_apart(date, d) for d in self._dates), default=0)

    def distance(self, candidate: Candidate) -> int:
        """Sentences between a report and the nearest of the trip, of its dated ones where there are any."""
        told = self._told[self.dated]
        after = bisect_left(told, candidate.sentence)
        return min(abs(n - candidate.sentence) for n in told[max(0, after - 1) : after + 1])


def _is_over(left: Candidate, candidate: Candidate) -> bool:
    """True where a stay has ended by the day for which a later one is planned: "flies home on Friday and is due back on the 20th"."""
    end, claim = claim_of(left).ended_on, claim_of(candidate)
    if not left.notes.get("end") or end is None or end.day is None or claim.status is not Status.PLANNED:
        return False
    start = claim.started_on
    said = left.where["ended_on"][0] is Basis.SAID and candidate.where["started_on"][0] is Basis.SAID
    return said and start is not None and start.day is not None and (start.first - end.first).days > 1


def _trips(group: list[Candidate], on: PartialDate | None) -> list[_Trip]:
    trips: list[_Trip] = []
    for candidate in sorted((c for c in group if date_of(c)), key=_clarity):
        date = date_of(candidate)
        assert date is not None
        homes = [t for t in trips if t.holds(candidate, date)]
        if not homes and candidate.where["started_on"][0] is Basis.DOCUMENT_DATE:
            homes = [t for t in trips if t.goes_on(candidate)]
        if not homes:
            trips.append(_Trip())
        (min(homes, key=lambda t: t.gap(date)) if homes else trips[-1]).add(candidate)
    for candidate in sorted(group, key=lambda c: c.weak):
        if date_of(candidate) is None:
            _attach(candidate, trips, on)
    return trips


def _firmly_done(candidate: Candidate) -> bool:
    """True for a trip made on a day that the text gives."""
    claim = claim_of(candidate)
    return (
        claim.status is Status.DONE and claim.started_on is not None and candidate.where["started_on"][0] is Basis.SAID
    )


def _clarity(candidate: Candidate) -> tuple[bool, bool, tuple[int, int]]:
    """Days before months and years, dates of the text before the document's own."""
    date = date_of(candidate)
    firm = candidate.where["started_on"][0] in FIRM or claim_of(candidate).started_on is None
    return not firm, date is None or date.day is None, candidate.quotes[0]


def _near(date: PartialDate, theirs: PartialDate | None) -> bool:
    if theirs is None or date == theirs:
        return True
    if date.precision == theirs.precision != "day":
        return False
    months = "month" in (date.precision, theirs.precision)
    return days_apart(date, theirs) <= (_OVER_MONTHS if months else _SAME_TRIP)


_GOING = ("visit-motion", "visit-verb", "visit-noun")


def _attach(candidate: Candidate, trips: list[_Trip], on: PartialDate | None) -> None:
    """An undated mention belongs to the trip told nearest to it, unless it is history or a wish beside the news.

    `on`: the document's date; where it has none its own news is undated, and a trip with a date far off is another.
    """
    status = claim_of(candidate).status
    fitting = [t for t in trips if not _apart(status, t.statuses) and not candidate.notes.get("other")]
    if status is Status.PLANNED and candidate.rule in _GOING and not candidate.weak and on:
        fitting = [t for t in fitting if not t.is_past(on) or t.distance(candidate) == 0]
    dropped = status is Status.CANCELLED
    nearest = min(
        fitting,
        key=lambda t: (dropped != (Status.CANCELLED in t.statuses), t.distance(candidate)),
        default=None,
    )
    if nearest is not None and (
        on or nearest.distance(candidate) <= 2 or not nearest.dated or nearest.leads or _is_its_head(candidate, nearest)
    ):
        nearest.add(candidate)
    elif not candidate.weak or not trips:
        trips.append(_Trip())
        trips[-1].add(candidate)


def _is_its_head(candidate: Candidate, trip: _Trip) -> bool:
    """True for the head of a text without a date, which later gives a day to what the head tells: "X is on a tour of Y and Z"."""
    return candidate.sentence == 0 and all(
        (d := date_of(c)) is not None and d.day is not None and not c.background for c in trip.reports
    )


def _apart(status: Status, others: set[Status]) -> bool:
    """A mere invitation told beside a visit is another visit."""
    return (status is Status.PROPOSED and Status.DONE in others) or (
        status is Status.DONE and others == {Status.PROPOSED}
    )


# ------------------------------------------------------------------ one trip from its reports
def _join(cluster: list[Candidate], capitals: Mapping[str, str], on: PartialDate | None) -> Candidate:
    told = [c for c in cluster if not c.notes.get("end")] or cluster
    best = min(told, key=lambda c: (c.weak, c.quotes[0]))
    status = status_of(cluster)
    start, basis = first_day(_ofstatus_of(cluster, status), status)
    if status is Status.DONE and start and on and start.first > on.last:
        status = Status.PLANNED  # of a tour that has begun the stop that is still to come
    end, end_where = last_day(cluster, start, basis, status)
    claim = replace(
        claim_of(best),
        visit_kind=_kind(cluster),
        city=_city(told, capitals.get(claim_of(best).host)),
        started_on=counted_back(cluster, start, basis, end) or start or of_one_day(cluster, end),
        ended_on=end,
        status=status,
        met=tuple(dict.fromkeys(m for c in cluster for m in claim_of(c).met)),
    )
    where = {k: v for c in reversed(cluster) for k, v in c.where.items()} | best.where
    if end_where:
        where["ended_on"] = end_where
    quotes = list(dict.fromkeys(q for c in [best, *cluster] for q in c.quotes))[:4]
    return replace(best, claim=claim, where=where, quotes=quotes, background=all(c.background for c in cluster))


def _ofstatus_of(cluster: list[Candidate], status: Status) -> list[Candidate]:
    """The reports that date a trip: of a dropped or planned one those that tell it so."""
    same = [c for c in cluster if claim_of(c).status is status and claim_of(c).started_on]
    if status is Status.DONE:
        made = [c for c in cluster if claim_of(c).status is not Status.CANCELLED]
        return made if any(claim_of(c).started_on for c in made) else cluster
    return same or cluster


def _kind(cluster: list[Candidate]) -> str:
    """A kind said anywhere beats the event that the guest came for, and both beat none."""
    ranked = sorted(cluster, key=lambda c: (claim_of(c).visit_kind == "summit", c.weak, c.quotes[0]))
    return next((k for c in ranked if (k := claim_of(c).visit_kind) != "unspecified"), "unspecified")


def _city(cluster: list[Candidate], capital: str | None) -> str | None:
    """The city said beside the visit; where several are, the capital, else the one told first."""
    done = [c for c in cluster if claim_of(c).status is Status.DONE]
    cluster = done or cluster  # where he is still to go is not where he is
    if capital and any(claim_of(c).city == capital for c in cluster):
        return capital
    said = [c for c in cluster if claim_of(c).city and c.where.get("city", (Basis.FRAME,))[0] is Basis.SAID]
    pool = said or [c for c in cluster if claim_of(c).city]
    if not pool:
        return None
    return claim_of(min(pool, key=lambda c: (c.weak, c.quotes[0]))).city
