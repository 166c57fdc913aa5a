"""Visits: one leader's stay in one other country. Status is no part of identity."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import cast

from relations_db.resolve.dates import NEAR_DAYS, Closeness, Stretch, When, closeness, gap, stretches, within
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import AHEAD, Fit, agree, alike, bare, clash, in_words, sure, when
from relations_db.resolve.leaders import Leaders, Person, same_person
from relations_db.resolve.places import Name, Places
from relations_db.values import PartialDate, Status, Visit

SLACK = 3
"""Days by which two reports of one stay may differ: the first day told is not always the day of arrival."""
PLAN_SLACK = 10
"""Days by which a stay may differ from an earlier plan for it."""
ANSWERED = 180
"""Days in which the guest may come whom a text invites, or says to come, without a date."""


class VisitIdentity:
    """Same leader and fitting time; see `_time` for what fits."""

    def __init__(self, leaders: Leaders, places: Places) -> None:
        self._leaders = leaders
        self._places = places

    def person(self, record: Record) -> Person:
        """Whom the visitor's name means on the date of the visit, or of the document."""
        visit = cast(Visit, record.claim)
        return self._leaders.find(visit.leader, visit.country, visit.started_on or record.source.published_on)

    def on(self, record: Record) -> PartialDate | None:
        return cast(Visit, record.claim).started_on

    def profile(self, record: Record) -> Hashable:
        v = cast(Visit, record.claim)
        detail = (v.visit_kind, self._city(v), bare(record, v.started_on), record.assumed)
        return (self.person(record), v.status, v.started_on, v.ended_on, *detail)

    def stretches(self, record: Record) -> list[Stretch]:
        visit = cast(Visit, record.claim)
        found = stretches(_when(record))
        if visit.started_on and visit.ended_on:
            found.append((visit.started_on.first.toordinal(), visit.ended_on.last.toordinal()))
        return found

    def within(self, record: Record) -> list[Stretch] | None:
        around = within(_when(record))
        return around and around + self.stretches(record)

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(Visit, a.claim), cast(Visit, b.claim)
        if not same_person(self.person(a), self.person(b)):
            return None
        near = _time(a, b)
        if near is Closeness.APART:
            return None
        apart = near is Closeness.LIKELY and (_kinds_clash(x, y) or _came_for_something_else(a, b))
        near = Closeness.NEUTRAL if apart else sure(near, self._details_agree(x, y))
        score = float(near) - (gap(x.started_on, y.started_on) / 100 if x.started_on and y.started_on else 0)
        score += alike(x.started_on, y.started_on)
        score += 0.1 * agree(self._city(x), self._city(y)) + 0.1 * agree(x.visit_kind, y.visit_kind)
        return Fit(near, score, f"{x.leader} in {x.host}, {in_words(x.started_on, y.started_on)}")

    def _city(self, visit: Visit) -> Name | None:
        return self._places.city(visit.city) if visit.city else None

    def _details_agree(self, x: Visit, y: Visit) -> bool:
        """Enough alike to be one visit though a text has no date: city, or a stated kind, and nothing against it."""
        if _kinds_clash(x, y) or clash(self._city(x), self._city(y)) or x.status is not y.status:
            return False
        return agree(self._city(x), self._city(y)) or x.visit_kind == y.visit_kind != "unspecified"


def _time(a: Record, b: Record) -> Closeness:
    x, y = cast(Visit, a.claim), cast(Visit, b.claim)
    if _stays_overlap(x, y):
        return Closeness.NEAR if x.started_on != y.started_on else Closeness.SAME
    slack = PLAN_SLACK if _plan_before(a, b) or _plan_before(b, a) else SLACK
    near = closeness(_when(a), _when(b), slack)
    if {x.status, y.status} == {Status.DONE, Status.CANCELLED} and near is not Closeness.SAME:
        return Closeness.APART
    return near


def _stays_overlap(x: Visit, y: Visit) -> bool:
    """Days are told on both sides and one stay begins before the other ends."""
    days = (x.started_on, y.started_on)
    if not all(d and d.day for d in days) or Status.CANCELLED in (x.status, y.status):
        return False
    first, second = sorted((x, y), key=lambda v: cast(PartialDate, v.started_on).first)
    assert second.started_on
    return first.started_on == second.started_on or bool(
        first.ended_on and second.started_on.first <= first.ended_on.last
    )


def _plan_before(a: Record, b: Record) -> bool:
    """`a` was planned in a text that came out before the day of `b`."""
    x, y = cast(Visit, a.claim), cast(Visit, b.claim)
    said = a.source.published_on
    return x.status in AHEAD and bool(said and y.started_on and said.first <= y.started_on.last)


def _when(record: Record) -> When:
    visit = cast(Visit, record.claim)
    told = when(record, visit.started_on, visit.status)
    return replace(told, reach=ANSWERED) if visit.status in AHEAD else told


def _came_for_something_else(a: Record, b: Record) -> bool:
    """A guest invited without a date who comes months later to a gathering of many."""
    x, y = cast(Visit, a.claim), cast(Visit, b.claim)
    if x.visit_kind == y.visit_kind or "summit" not in (x.visit_kind, y.visit_kind):
        return False
    told = [(r.source.published_on, v.started_on) for r, v in ((b, x), (a, y)) if v.started_on]
    return any(said and on and gap(said, on) > NEAR_DAYS for said, on in told)


def _kinds_clash(x: Visit, y: Visit) -> bool:
    return x.visit_kind != y.visit_kind and "unspecified" not in (x.visit_kind, y.visit_kind)
