"""Declarations: the same states, the same time, and titles, levels and forms that do not speak against each other."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from relations_db.resolve.dates import Closeness, Stretch, closeness, stretches, within
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import AHEAD, Fit, alike, bare, clash, in_words, one_name, sure, when
from relations_db.resolve.places import Places
from relations_db.resolve.words import Overlap, Words, telling, tokens
from relations_db.values import Declaration, PartialDate

SLACK = 2
PLAN_SLACK = 10
WELL_KNOWN = 2.2
"""Level, title and form agree this well: a later text that names the document without a date means the one that is
known.
"""
_FAMILIES = (frozenset({"treaty", "agreement"}), frozenset({"declaration", "joint_declaration"}))
_JOINT_TEXTS = frozenset({"declaration", "joint_declaration", "joint_statement", "communique"})


class DeclarationIdentity:
    """Parties are the block's; here time and content."""

    def __init__(self, words: Words, places: Places) -> None:
        self._words = words
        self._places = places

    def on(self, record: Record) -> PartialDate | None:
        return cast(Declaration, record.claim).signed_on

    def profile(self, record: Record) -> Hashable:
        d = cast(Declaration, record.claim)
        place = self._places.city(d.place)
        dated = (d.signed_on, bare(record, d.signed_on), record.assumed)
        return (d.form, tokens(d.title), d.level, d.status, place, *dated)

    def stretches(self, record: Record) -> list[Stretch]:
        declaration = cast(Declaration, record.claim)
        return stretches(when(record, declaration.signed_on, declaration.status))

    def within(self, record: Record) -> list[Stretch] | None:
        """A document that is named in full without a date may be from any time."""
        d = cast(Declaration, record.claim)
        named = d.signed_on is None and d.level and d.title
        return None if named else within(when(record, d.signed_on, d.status))

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(Declaration, a.claim), cast(Declaration, b.claim)
        place = bool(x.place) and self._places.city(x.place) == self._places.city(y.place)
        weight = _likeness(x, y, self._words.overlap(x.title, y.title), place=place)
        if weight is None:
            return None
        slack = PLAN_SLACK if (x.status in AHEAD) != (y.status in AHEAD) and weight > 1 else SLACK
        near = sure(closeness(when(a, x.signed_on, x.status), when(b, y.signed_on, y.status), slack), weight > 1)
        if near is Closeness.APART:
            return None
        if near is Closeness.NEUTRAL and weight > WELL_KNOWN and (x.signed_on or y.signed_on):
            near = Closeness.LIKELY
        elif weight == 0 or (near is Closeness.LIKELY and weight < 1):
            near = Closeness.NEUTRAL
        return Fit(
            near,
            float(near) + weight / 10 + alike(x.signed_on, y.signed_on),
            f"{_name(x, y)}, {in_words(x.signed_on, y.signed_on)}",
            one_name(x.title, y.title),
        )


def _likeness(x: Declaration, y: Declaration, shared: Overlap, *, place: bool) -> float | None:
    """How far two texts mean one document: None for different ones, 0 where they can not be compared, above 1 where
    title, level, form or place agree.
    """
    if clash(x.level, y.level):
        return 1.0 if x.signed_on == y.signed_on and shared.shared >= 2 and shared.jaccard >= 0.8 else None
    level = x.level is not None and x.level == y.level
    if telling(x.title) and telling(y.title) and shared.share < 0.5 and not level:
        return None
    if not (x.form == y.form or "other" in (x.form, y.form) or any({x.form, y.form} <= f for f in _FAMILIES)):
        same_day = x.signed_on == y.signed_on and x.level == y.level and {x.form, y.form} <= _JOINT_TEXTS
        return 1.0 if shared.shared >= 2 else 0.4 if same_day else None
    if x.form != y.form and "other" in (x.form, y.form) and not level:
        return 0.0
    return 0.5 + level + shared.jaccard + 0.2 * (x.form == y.form) + 0.4 * place


def _name(x: Declaration, y: Declaration) -> str:
    if x.level and x.level == y.level:
        return f"level {x.level}"
    return "same title" if x.title and y.title else f"the only {x.form} of the day"
