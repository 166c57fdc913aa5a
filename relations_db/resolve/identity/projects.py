"""Joint projects and milestones."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from relations_db.resolve.dates import Closeness, closeness
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import Fit, agree, bare, clash, in_words, when
from relations_db.resolve.words import Overlap, overlap, telling
from relations_db.values import JointProject, Milestone, PartialDate

ONCE = frozenset({"recognition", "relations_established"})
"""Milestones that two states have once, as a rule: a report without a date means the one that is known."""


class ProjectIdentity:
    """A project has no date: its description, count and value tell it from others."""

    def on(self, record: Record) -> PartialDate | None:
        return None

    def profile(self, record: Record) -> Hashable:
        p = cast(JointProject, record.claim)
        return (telling(p.description), p.count, p.value)

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(JointProject, a.claim), cast(JointProject, b.claim)
        shared = overlap(telling(x.description), telling(y.description))
        if clash(x.count, y.count) or (clash(x.value, y.value) and shared.jaccard < 0.8):
            return None
        if x.sectors and y.sectors and not set(x.sectors) & set(y.sectors):
            return None
        valued = agree(x.value, y.value)
        if not valued and (shared.share < 0.6 or (shared.shared < 2 and shared.jaccard < 1)):
            return None
        if valued and not shared.shared:
            return None
        return Fit(Closeness.NEAR, shared.jaccard + valued, "same value" if valued else "descriptions agree")


class MilestoneIdentity:
    """Parties and kind are the block's; here time, and for what can happen often, the description."""

    def on(self, record: Record) -> PartialDate | None:
        return cast(Milestone, record.claim).occurred_on

    def profile(self, record: Record) -> Hashable:
        m = cast(Milestone, record.claim)
        return (m.occurred_on, telling(m.description), bare(record, m.occurred_on))

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(Milestone, a.claim), cast(Milestone, b.claim)
        shared = overlap(telling(x.description), telling(y.description))
        once = x.milestone_kind in ONCE
        if not once and not _alike(x, shared):
            return None
        near = closeness(when(a, x.occurred_on), when(b, y.occurred_on), 1)
        if once and not (x.occurred_on and y.occurred_on):
            near = Closeness.LIKELY
        if near is Closeness.APART:
            return None
        if near is Closeness.POSSIBLE and shared.share >= 0.5:
            near = Closeness.LIKELY
        return Fit(near, float(near) + shared.jaccard, f"{x.milestone_kind}, {in_words(x.occurred_on, y.occurred_on)}")


def _alike(x: Milestone, shared: Overlap) -> bool:
    if x.milestone_kind == "award":
        return shared.shared >= 1 and shared.share >= 0.5
    return shared.share >= 0.5
