"""The values that cross rooms: frozen, slotted, pure.

Field names and codes are those of the codebook (docs/reference/codebook.md).
"""

from __future__ import annotations

import calendar
import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar


class Kind(StrEnum):
    """The kinds of fact, by the names of the codebook's lists."""

    LEADER = "leaders"
    VISIT = "visits"
    DECLARATION = "declarations"
    AGREEMENT = "agreements"
    TRADE_TARGET = "trade_targets"
    TRADE_FIGURE = "trade_figures"
    JOINT_PROJECT = "joint_projects"
    MILESTONE = "milestones"


class Status(StrEnum):
    DONE = "done"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"


class Qualifier(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Basis(StrEnum):
    """Where the value of a field comes from."""

    SAID = "said"
    FRAME = "frame"
    DATELINE = "dateline"
    DOCUMENT_DATE = "document_date"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters of the stored text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Quote:
    """A span together with the words that stand there; `of` is the way to build one."""

    span: Span
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """The quote `text[start:end]`.

        Raises:
            ValueError: the span is empty or leaves the text.
        """
        if end > len(text):
            raise ValueError(f"span {start}..{end} leaves a text of {len(text)} characters")
        return cls(Span(start, end), text[start:end])


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source: a year, a month of a year, or a day. `str()` gives `YYYY[-MM[-DD]]`."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: another form, or a date that no calendar has.
        """
        return _parse_date(text)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def precision(self) -> str:
        return "year" if self.month is None else "month" if self.day is None else "day"

    def contains(self, other: PartialDate) -> bool:
        """True where `other` is this date said with the same or more precision."""
        return self.first <= other.first and other.last <= self.last


@lru_cache(maxsize=2**12)  # terms of office and of names are asked for again and again
def _parse_date(text: str) -> PartialDate:
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(f"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")
    year, month, day = found.groups()
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None)


_PERIOD = re.compile(r"(\d{4})(?:-Q([1-4])|(?:-(\d{2}))?(?:-(\d{2}))?(?:/(\d{4})-(\d{2}))?)")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time of a trade figure: `2023`, `2023-05`, `2023-Q1`, `2024-01/2024-08`.

    `text` is the codebook's form.
    """

    text: str

    def __post_init__(self) -> None:
        if not _PERIOD.fullmatch(self.text):
            raise ValueError(f"not a period: {self.text!r}")
        if self.first > self.last:
            raise ValueError(f"a period that ends before it starts: {self.text!r}")

    def __str__(self) -> str:
        return self.text

    @property
    def first(self) -> date:
        if "-Q" in self.text:
            return date(int(self.text[:4]), 3 * int(self.text[6]) - 2, 1)
        return PartialDate.parse(self.text.split("/")[0]).first

    @property
    def last(self) -> date:
        if "-Q" in self.text:
            return PartialDate(int(self.text[:4]), 3 * int(self.text[6])).last
        return PartialDate.parse(self.text.split("/")[-1]).last


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in plain units and its ISO 4217 currency."""

    amount: int | float
    currency: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it is stored. Spans index `text`; header lines and the date mark are cut off before.

    `published_on` may be partial; None where the input gives no date.
    """

    id: str
    text: str
    published_on: PartialDate | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"

    @property
    def sha256(self) -> str:
        """Hex digest of the UTF-8 text: the identity of a text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


# ------------------------------------------------------------------ claims: one class per kind, the codebook's fields
@dataclass(frozen=True, slots=True)
class Leader:
    kind: ClassVar[Kind] = Kind.LEADER
    name: str
    country: str
    office: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    kind: ClassVar[Kind] = Kind.VISIT
    leader: str
    country: str
    host: str
    visit_kind: str = "unspecified"
    city: str | None = None
    started_on: PartialDate | None = None
    ended_on: PartialDate | None = None
    status: Status = Status.DONE
    met: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(sorted((self.country, self.host)))


@dataclass(frozen=True, slots=True)
class Declaration:
    kind: ClassVar[Kind] = Kind.DECLARATION
    parties: tuple[str, ...]
    form: str
    title: str | None = None
    level: str | None = None
    level_text: str | None = None
    signed_on: PartialDate | None = None
    place: str | None = None
    status: Status = Status.DONE
    signatories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    kind: ClassVar[Kind] = Kind.AGREEMENT
    parties: tuple[str, ...]
    form: str
    title: str | None = None
    count: int | None = 1
    qualifier: Qualifier | None = Qualifier.EXACT
    sectors: tuple[str, ...] = ()
    value: Money | None = None
    signed_on: PartialDate | None = None
    place: str | None = None
    status: Status = Status.DONE


@dataclass(frozen=True, slots=True)
class TradeTarget:
    kind: ClassVar[Kind] = Kind.TRADE_TARGET
    parties: tuple[str, ...]
    measure: str = "turnover"
    from_country: str | None = None
    amount: int | float | None = None
    currency: str | None = None
    multiplier: int | float | None = None
    due: PartialDate | None = None
    due_text: str | None = None
    baseline_amount: int | float | None = None
    baseline_period: Period | None = None
    announced_on: PartialDate | None = None
    announced_by: tuple[str, ...] = ()
    step: int = 1


@dataclass(frozen=True, slots=True)
class TradeFigure:
    kind: ClassVar[Kind] = Kind.TRADE_FIGURE
    parties: tuple[str, ...]
    measure: str = "turnover"
    from_country: str | None = None
    amount: int | float | None = None
    currency: str | None = None
    qualifier: Qualifier | None = Qualifier.EXACT
    growth_percent: int | float | None = None
    period: Period | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class JointProject:
    kind: ClassVar[Kind] = Kind.JOINT_PROJECT
    parties: tuple[str, ...]
    count: int | None = 1
    qualifier: Qualifier | None = Qualifier.EXACT
    value: Money | None = None
    status: Status = Status.DONE
    description: str = ""
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    kind: ClassVar[Kind] = Kind.MILESTONE
    parties: tuple[str, ...]
    milestone_kind: str
    occurred_on: PartialDate | None = None
    description: str = ""


Claim = Leader | Visit | Declaration | Agreement | TradeTarget | TradeFigure | JointProject | Milestone


# ------------------------------------------------------------------ what extraction hands on
@dataclass(frozen=True, slots=True)
class FieldBasis:
    """Where one field of a claim comes from: its own words (`span`), or what was inferred from what."""

    name: str
    basis: Basis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one document claims. `quotes` are the words that say so, the main one first."""

    claim: Claim
    quotes: tuple[Quote, ...]
    fields: tuple[FieldBasis, ...]
    rule: str

    @property
    def kind(self) -> Kind:
        return self.claim.kind


@dataclass(frozen=True, slots=True)
class Ignored:
    """A phrase that looked like a fact and was refused, with the reason."""

    quote: Quote
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Unhandled:
    """A trigger phrase that no rule could read."""

    quote: Quote
    kind: Kind


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document, in the order of the text."""

    document: Document
    statements: tuple[Statement, ...]
    ignored: tuple[Ignored, ...] = field(default=())
    unhandled: tuple[Unhandled, ...] = field(default=())
