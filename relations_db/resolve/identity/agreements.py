"""Agreements: packages by count and day, single documents by title and day. The two never merge."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from relations_db.resolve.dates import Closeness, Stretch, closeness, stretches, within
from relations_db.resolve.facts import Record
from relations_db.resolve.identity.base import AHEAD, Fit, agree, alike, bare, in_words, one_name, sure, when
from relations_db.resolve.words import Words, years
from relations_db.values import Agreement, PartialDate, Qualifier

SLACK = 1
PLAN_SLACK = 10
ONE_MORE = 0.9
"""Two texts of one day may count a long package with and without one paper: one package, if both name the day."""
_FAMILIES = (
    frozenset({"roadmap", "programme"}),
    frozenset({"agreement", "treaty"}),
    frozenset({"agreement", "contract"}),
    frozenset({"agreement", "memorandum"}),
    frozenset({"agreement", "protocol"}),
    frozenset({"memorandum", "contract"}),
)
RIVAL = 0.05
"""Prices that differ by at most this share are one price on which sources disagree."""
_NO_WEIGHT = -1.0
BROAD = 3
"""From so many fields on, the fields of a framework agreement tell it: two of one day that list the same are one."""


class AgreementIdentity:
    """Parties are the block's; here time and content."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def on(self, record: Record) -> PartialDate | None:
        return cast(Agreement, record.claim).signed_on

    def profile(self, record: Record) -> Hashable:
        c = cast(Agreement, record.claim)
        content = (
            c.form,
            self._words.telling(c.title),
            years(c.title),
            c.count,
            c.qualifier,
            frozenset(c.sectors),
            c.value,
        )
        return (*content, c.signed_on, c.status, bare(record, c.signed_on), record.assumed)

    def stretches(self, record: Record) -> list[Stretch]:
        agreement = cast(Agreement, record.claim)
        return stretches(when(record, agreement.signed_on, agreement.status))

    def within(self, record: Record) -> list[Stretch] | None:
        agreement = cast(Agreement, record.claim)
        return within(when(record, agreement.signed_on, agreement.status))

    def fit(self, a: Record, b: Record) -> Fit | None:
        x, y = cast(Agreement, a.claim), cast(Agreement, b.claim)
        if (x.form == "package") != (y.form == "package"):
            return None
        content = _packages(x, y) if x.form == "package" else self._singles(x, y)
        if content is None:
            return None
        weight, why = content
        slack = PLAN_SLACK if (x.status in AHEAD) != (y.status in AHEAD) and weight >= 2 else SLACK
        near = closeness(when(a, x.signed_on, x.status), when(b, y.signed_on, y.status), slack)
        near = sure(near, weight >= 2)
        if near is Closeness.APART:
            return None
        if near < _needed(weight):
            near = Closeness.NEUTRAL
        return Fit(
            near,
            float(near) + weight / 10 + alike(x.signed_on, y.signed_on),
            f"{why}, {in_words(x.signed_on, y.signed_on)}",
            one_name(x.title, y.title) or _one_count(x, y),
        )

    def _singles(self, x: Agreement, y: Agreement) -> tuple[float, str] | None:
        """None for different documents, below 0 where one has no name to compare, 2 and more where several words of the
        titles agree; and what agrees.
        """
        shared = self._words.overlap(x.title, y.title)
        if years(x.title) and years(y.title) and years(x.title) != years(y.title):
            return None
        if agree(x.value, y.value) and _forms_fit(x, y) and not _sectors_apart(x, y):
            return 2 + shared.jaccard, "same value"
        if not shared.shared:
            bare = not self._words.telling(x.title) and not self._words.telling(y.title)
            if bare and x.form == y.form and x.sectors == y.sectors:
                return 0.5, f"{x.form} without a title of its own"
            if _one_price(x, y):
                return 0.9, "nearly one price"
            if _one_frame(x, y):
                return 0.5, "the same fields"
            nameless = not self._words.telling(x.title) or not self._words.telling(y.title)
            return (_NO_WEIGHT, "one without a name") if nameless and _one_field(x, y) else None
        if shared.share < 0.4 or (shared.share < 0.5 and _sectors_apart(x, y)):
            return None
        if shared.shared > 1:
            return 2 + shared.jaccard, "titles agree"
        apart = _sectors_apart(x, y) or not _forms_fit(x, y) or _values_differ(x, y)
        return None if apart or shared.share <= 0.5 else (1 + shared.jaccard, "titles agree")


def _needed(weight: float) -> float:
    """How near in time two reports must be, whose content is alike by so much, to be one."""
    if weight < 0:
        return Closeness.SAME + 1
    return Closeness.SAME if weight < 1 else Closeness.NEAR if weight < 2 else Closeness.POSSIBLE


def _one_field(x: Agreement, y: Agreement) -> bool:
    return bool(set(x.sectors) & set(y.sectors)) and _forms_fit(x, y) and not _values_differ(x, y)


def _sectors_apart(x: Agreement, y: Agreement) -> bool:
    return bool(x.sectors and y.sectors) and not set(x.sectors) & set(y.sectors)


def _one_frame(x: Agreement, y: Agreement) -> bool:
    """Two agreements of many fields, of which one text lists all that the other lists."""
    few, many = sorted((set(x.sectors), set(y.sectors)), key=len)
    return len(few) >= BROAD and few <= many and _forms_fit(x, y) and not _values_differ(x, y)


def _one_price(x: Agreement, y: Agreement) -> bool:
    """Two papers of one field whose prices the sources tell a little differently."""
    priced = x.value is not None and y.value is not None and not _values_differ(x, y)
    return priced and bool(set(x.sectors) & set(y.sectors)) and _forms_fit(x, y)


def _packages(x: Agreement, y: Agreement) -> tuple[float, str] | None:
    """None for different counts, 2 and more for equal or rounded ones, below 2 where one is missing or one more; and
    the counts in words.
    """
    weight = _counts(x, y)
    return None if weight is None else (weight, f"{x.count or 'several'} and {y.count or 'several'} documents")


def _one_count(x: Agreement, y: Agreement) -> bool:
    """True where two packages are told with one exact number, which tells them from others as a name does."""
    exact = x.qualifier is y.qualifier is Qualifier.EXACT
    return x.form == y.form == "package" and exact and x.count == y.count and (x.count or 0) > 2


def _counts(x: Agreement, y: Agreement) -> float | None:
    if (x.count is None or y.count is None) and _values_differ(x, y):
        return None
    if x.count is None or y.count is None:
        return 1.0 if x.count == y.count else 0.5
    if x.count == y.count:
        return 3.0 if x.count > 2 else 1.5
    if rounds(x, y) or rounds(y, x):
        return 2.0
    return ONE_MORE if abs(x.count - y.count) <= 1 < min(x.count, y.count) // 4 else None


def rounds(rough: Agreement, exact: Agreement) -> bool:
    """True where `rough` is a round word for the count of `exact`: over a dozen for 14, nearly 30 for 28."""
    if rough.count is None or exact.count is None or exact.qualifier is not Qualifier.EXACT:
        return False
    ratio = exact.count / rough.count if rough.count else 0.0
    match rough.qualifier:
        case Qualifier.OVER:
            return 1 <= ratio <= 1.5
        case Qualifier.UNDER:
            return 0.8 <= ratio <= 1
        case Qualifier.ABOUT:
            return 0.85 <= ratio <= 1.15
        case _:
            return False


def _forms_fit(x: Agreement, y: Agreement) -> bool:
    return x.form == y.form or "other" in (x.form, y.form) or any({x.form, y.form} <= f for f in _FAMILIES)


def _values_differ(x: Agreement, y: Agreement) -> bool:
    """Two prices that are too far apart for one."""
    if x.value is None or y.value is None or agree(x.value, y.value):
        return False
    a, b = sorted(abs(float(v.amount)) for v in (x.value, y.value))
    return x.value.currency != y.value.currency or b - a > RIVAL * b
