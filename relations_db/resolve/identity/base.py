"""What the rules of all kinds share."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

from relations_db.resolve.dates import Closeness, Stretch, When
from relations_db.resolve.facts import Record
from relations_db.resolve.words import tokens
from relations_db.values import PartialDate, Status

AHEAD = (Status.PLANNED, Status.PROPOSED)


@dataclass(frozen=True, slots=True)
class Fit:
    """Two statements that may be about one fact: how well they fit in time, a score that ranks equals, and the reason
    in words. `named`: both give it one name of its own.
    """

    closeness: Closeness
    score: float
    reason: str
    named: bool = False


class Identity(Protocol):
    """The identity of one kind of fact."""

    def profile(self, record: Record) -> Hashable:
        """What decides identity; statements of one profile are one, also within one document."""

    def on(self, record: Record) -> PartialDate | None:
        """The date that places the claim in time."""

    def stretches(self, record: Record) -> list[Stretch]:
        """When the claim may have been true; empty: any time."""

    def within(self, record: Record) -> list[Stretch] | None:
        """Outside of these stretches `fit` finds nothing to join; None: it may find something at any time."""

    def fit(self, a: Record, b: Record) -> Fit | None:
        """How two statements fit, symmetric; None where they are about different facts."""


def when(record: Record, on: PartialDate | None, status: Status = Status.DONE) -> When:
    """The time of a claim together with its document's; what is called off lay ahead too."""
    ahead = status in AHEAD or status is Status.CANCELLED
    return When(on, record.source.published_on, ahead, record.source.dateline, assumed=record.assumed)


def bare(record: Record, on: PartialDate | None) -> Hashable:
    """The document's date where the claim has none: part of the profile of claims without a date."""
    return record.source.published_on or record.source.dateline if on is None else None


def sure(closeness: Closeness, evidence: bool) -> Closeness:
    """Raise a merely possible fit to a likely one where details agree."""
    return Closeness.LIKELY if closeness is Closeness.POSSIBLE and evidence else closeness


def agree(a: object, b: object) -> bool:
    """True where both are known and equal."""
    return a is not None and a == b


def one_name(a: str | None, b: str | None) -> bool:
    """True where two titles are one, word for word or nearly."""
    one, other = set(tokens(a)), set(tokens(b))
    return min(len(one), len(other)) > 2 and len(one & other) >= 0.8 * len(one | other)


def alike(a: PartialDate | None, b: PartialDate | None) -> float:
    """A little for one date said alike: two reports of a month mean each other before a day of it."""
    return 0.3 if a is not None and a == b else 0.0


def clash(a: object, b: object) -> bool:
    """True where both are known and differ."""
    return a is not None and b is not None and a != b


def in_words(a: PartialDate | None, b: PartialDate | None) -> str:
    """The dates that were compared, for a reason."""
    if a == b:
        return f"both on {a}" if a else "both without a date"
    return f"{a or 'no date'} and {b or 'no date'}"
