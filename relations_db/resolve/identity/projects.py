"""Joint projects and milestones."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from relations_db.resolve.dates import Closeness, Stretch, closeness, stretches, within
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import Fit, agree, bare, clash, in_words, when
from relations_db.resolve.words import Overlap, Words, names, overlap, telling
from relations_db.values import JointProject, Milestone, PartialDate

ONCE = frozenset({"recognition", "relations_established"})
"""Milestones that two states have once, as a rule: a report without a date means the one that is known."""
AWARD_SLACK = 7
"""An order is given to a person once: texts that differ in the day mean the same."""


class ProjectIdentity:
    """A project has no date: its description, count and value tell it from others."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def on(self, record: Record) -> PartialDate | None:
        return None

    def profile(self, record: Record) -> Hashable:
        p = cast(JointProject, record.claim)
        return (self._words.telling(p.description), p.count, p.value, frozenset(p.sectors))

    def stretches(self, record: Record) -> list[Stretch]:
        return []

    def within(self, record: Record) -> list[Stretch] | None:
        return None

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(JointProject, a.claim), cast(JointProject, b.claim)
        if clash(x.count, y.count) or (x.sectors and y.sectors and not set(x.sectors) & set(y.sectors)):
            return None
        shared = self._words.overlap(x.description, y.description)
        if agree(x.value, y.value):
            reason = "same value" if shared.shared or (x.count or 1) > 1 else None
        elif clash(x.value, y.value):
            reason = "descriptions agree" if shared.jaccard >= 0.8 else None
        else:
            reason = "descriptions agree" if self._described_alike(x, y, shared) else None
        return Fit(Closeness.NEAR, shared.jaccard, reason) if reason else None

    def _described_alike(self, x: JointProject, y: JointProject, shared: Overlap) -> bool:
        """Half the words of the shorter description; one word alone must be a name, or all there is."""
        if shared.share < 0.5:
            return False
        named = names(x.description) & names(y.description) & self._words.telling(x.description)
        return shared.shared >= 2 or shared.jaccard == 1 or bool(named)


class MilestoneIdentity:
    """Parties and kind are the block's; here time, and for what can happen often, the description."""

    def on(self, record: Record) -> PartialDate | None:
        return cast(Milestone, record.claim).occurred_on

    def profile(self, record: Record) -> Hashable:
        m = cast(Milestone, record.claim)
        return (m.occurred_on, telling(m.description), bare(record, m.occurred_on))

    def stretches(self, record: Record) -> list[Stretch]:
        return stretches(when(record, cast(Milestone, record.claim).occurred_on))

    def within(self, record: Record) -> list[Stretch] | None:
        milestone = cast(Milestone, record.claim)
        if milestone.milestone_kind in ONCE and milestone.occurred_on is None:
            return None
        return within(when(record, milestone.occurred_on))

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(Milestone, a.claim), cast(Milestone, b.claim)
        shared = overlap(telling(x.description), telling(y.description))
        once = x.milestone_kind in ONCE
        if not once and not _alike(x, shared):
            return None
        slack = AWARD_SLACK if x.milestone_kind == "award" and shared.shared >= 2 else 1
        near = closeness(when(a, x.occurred_on), when(b, y.occurred_on), slack)
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
