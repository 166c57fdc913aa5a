"""The lasting names of statements, and the blocks in which statements can meet.

Two statements that could be about one fact always share a block; resolution looks at one block at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from relations_db.resolve.leaders import Leaders, name_key
from relations_db.values import (
    Agreement,
    Basis,
    Claim,
    Declaration,
    JointProject,
    Kind,
    Leader,
    Milestone,
    PartialDate,
    Statement,
    TradeFigure,
    TradeTarget,
    Visit,
)

_PREFIX = {
    Kind.LEADER: "ldr",
    Kind.VISIT: "vis",
    Kind.DECLARATION: "dec",
    Kind.AGREEMENT: "agr",
    Kind.TRADE_TARGET: "tgt",
    Kind.TRADE_FIGURE: "fig",
    Kind.JOINT_PROJECT: "prj",
    Kind.MILESTONE: "mil",
}


def block_key(claim: Claim, leaders: Leaders, published_on: PartialDate | None) -> str:
    """The block of a claim of a text of that date, e.g. `visits:KGZ>KAZ`, `trade_targets:KAZ-KGZ:turnover:2e+09:USD`.

    A leader's block is the person in the office, so that it holds one fact.
    """
    match claim:
        case Leader():
            person = leaders.find(claim.name, claim.country, published_on)
            return f"{claim.kind}:{person.key}:{claim.country}:{claim.office}:{'former' if claim.former else 'holder'}"
        case Visit():
            return f"{claim.kind}:{claim.country}>{claim.host}"
        case TradeTarget():
            aim = (
                f"x{_number(claim.multiplier)}" if claim.amount is None else f"{_number(claim.amount)}:{claim.currency}"
            )
            return f"{claim.kind}:{_pair(claim)}:{claim.measure}:{aim}"
        case TradeFigure():
            return f"{claim.kind}:{_pair(claim)}:{claim.measure}"
        case Milestone():
            return f"{claim.kind}:{_pair(claim)}:{claim.milestone_kind}"
        case Declaration() | Agreement() | JointProject():
            return f"{claim.kind}:{_pair(claim)}"


def _pair(claim: Declaration | Agreement | TradeTarget | TradeFigure | JointProject | Milestone) -> str:
    return "-".join(sorted(claim.parties))


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:.6g}"


def discriminator(claim: Claim) -> tuple[object, ...]:
    """What tells two claims with the same words apart; fields that a better rule may add later stay out."""
    match claim:
        case Leader():
            return (name_key(claim.name).text, claim.country)
        case Visit():
            return (name_key(claim.leader).text, claim.country, claim.host, claim.started_on)
        case Declaration():
            return (*claim.parties, claim.title, claim.level)
        case Agreement():
            return (*claim.parties, claim.form == "package", claim.title, claim.count)
        case TradeTarget():
            return (*claim.parties, claim.measure, claim.amount, claim.currency, claim.multiplier, claim.due)
        case TradeFigure():
            return (*claim.parties, claim.measure, claim.from_country, claim.amount, claim.growth_percent, claim.period)
        case JointProject():
            return (*claim.parties, claim.description, claim.count)
        case Milestone():
            return (*claim.parties, claim.milestone_kind, claim.occurred_on)


DAY_FIELDS = {Kind.VISIT: "started_on", Kind.DECLARATION: "signed_on", Kind.AGREEMENT: "signed_on"}
"""The day of an event, which a text may leave to that of the news."""


def is_assumed(claim: Claim, basis: str | None, published_on: PartialDate | None) -> bool:
    """True where the claim has the day of its text, and rests that on `basis`, not on words."""
    field = DAY_FIELDS.get(claim.kind)
    told = field is None or basis in (None, Basis.SAID)
    return not told and published_on is not None and getattr(claim, str(field)) == published_on


def statement_keys(document_sha256: str, statements: Iterable[Statement]) -> list[str]:
    """A lasting name for each statement of one document, 32 hex digits, in the given order.

    It depends on the text, the place of the main quote and the claim's identity; equal ones are numbered in the order
    given.
    """
    seen: Counter[str] = Counter()
    keys = []
    for statement in statements:
        span = statement.quotes[0].span
        said = "|".join(
            map(str, (document_sha256, statement.kind, span.start, span.end, *discriminator(statement.claim)))
        )
        seen[said] += 1
        keys.append(sha256(f"{said}|{seen[said]}".encode()).hexdigest()[:32])
    return keys


def uid_of(kind: Kind, key: str) -> str:
    """The public id that a fact gets when it is founded on a statement: `vis-` and 16 hex digits."""
    return f"{_PREFIX[kind]}-{key[:16]}"


def leader_uid(block: str) -> str:
    """The uid of the one fact of a leader's block."""
    return uid_of(Kind.LEADER, sha256(block.encode()).hexdigest())
