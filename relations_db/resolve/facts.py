"""What resolution takes and gives: records in, facts out. Frozen and pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from relations_db.values import Claim, Kind, PartialDate, Span


class Verdict(StrEnum):
    """How one statement stands to the fact that it supports.

    SAME: says what the fact says. REFINES: alone gives a field of the fact, or gives it more precisely. REFINED_BY:
    says less. CONFLICT: says something else in some field.
    """

    SAME = "SAME"
    REFINES = "REFINES"
    REFINED_BY = "REFINED_BY"
    CONFLICT = "CONFLICT"


@dataclass(frozen=True, slots=True)
class Source:
    """What resolution needs to know of a document. `fingerprint` is that of `relations_db.resolve.sources`, `dateline`
    month and day of a text of which no year is known.
    """

    sha256: str
    published_on: PartialDate | None = None
    outlet: str | None = None
    fingerprint: tuple[int, ...] = ()
    dateline: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One statement as resolution sees it, with its block. `key` is its lasting name
    (`relations_db.resolve.records.statement_key`). `assumed`: its day is that of the text, which tells none.
    """

    key: str
    block: str
    claim: Claim
    source: Source
    span: Span
    assumed: bool = False

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """The fixed order of reports: earlier published first, undated last, then by text, place and key."""
        published = str(self.source.published_on) if self.source.published_on else "9999"
        return (published, self.source.sha256, self.span.start, self.span.end, self.key)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement that supports a fact, the verdict that joined it and the reason in words."""

    key: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """How the value of one field was chosen. `rule` is one of `relations_db.resolve.choose.RULES`; `keys` say so."""

    field: str
    value: Any
    rule: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dissent:
    """A value that was not chosen and the statements that hold it."""

    field: str
    value: Any
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One event, aim, figure or document that the statements of many texts are about.

    `claim` holds the chosen values; `leader_key` names the visitor (`relations_db.resolve.leaders.Person.key`);
    `package` is the uid of the package that an agreement belongs to; `review` is `confirmed`, `rejected` or None;
    `corrected` names the fields that a reviewer set. An `outline` has nothing but its uid and the keys of its
    evidence: the caller holds the rest already.
    """

    kind: Kind
    uid: str
    block: str
    claim: Claim
    evidence: tuple[Evidence, ...]
    choices: tuple[Choice, ...]
    dissent: tuple[Dissent, ...]
    first_reported: PartialDate | None
    last_reported: PartialDate | None
    sources: int
    leader_key: str | None = None
    package: str | None = None
    review: str | None = None
    corrected: tuple[str, ...] = field(default=())
    outline: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(e.key for e in self.evidence)
