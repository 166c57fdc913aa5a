"""What the schema takes: a claim that breaks one of its rules is refused with the reason before it can stop a load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relations_db.resolve.leaders import name_tokens
from relations_db.values import (
    Agreement,
    Claim,
    Declaration,
    JointProject,
    Leader,
    Milestone,
    TradeFigure,
    TradeTarget,
    Visit,
)
from relations_db.vocabulary import Vocabulary

_CURRENCY = re.compile(r"[A-Z]{3}")
_MEASURES = frozenset({"turnover", "exports", "investment"})
_LARGEST = 2**31 - 1


@dataclass(frozen=True)
class Domain:
    """The closed lists of the code tables and the states."""

    countries: frozenset[str]
    offices: frozenset[str]
    levels: frozenset[str]
    sectors: frozenset[str]
    visit_kinds: frozenset[str]
    declaration_forms: frozenset[str]
    agreement_forms: frozenset[str]
    milestone_kinds: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Domain:
        def listed(name: str) -> frozenset[str]:
            return frozenset(c.code for c in vocabulary.codes if c.list == name)

        return cls(
            countries=frozenset(c.code for c in vocabulary.countries),
            offices=frozenset(o.code for o in vocabulary.offices),
            levels=frozenset(level.code for level in vocabulary.levels),
            sectors=frozenset(s.code for s in vocabulary.sectors),
            visit_kinds=listed("visit_kinds"),
            declaration_forms=listed("declaration_forms"),
            agreement_forms=listed("agreement_forms"),
            milestone_kinds=listed("milestone_kinds"),
        )

    def refusal(self, claim: Claim) -> str | None:
        """The first rule that the claim breaks, in words; None for a claim that can be stored."""
        return next(self._broken(claim), None)

    def _broken(self, claim: Claim) -> Iterator[str]:
        match claim:
            case Leader():
                yield from self._unknown("country", [claim.country], self.countries)
                yield from self._unknown("office", [claim.office], self.offices)
                yield from _nameless([claim.name])
            case Visit():
                yield from self._visit(claim)
            case Declaration():
                yield from self._parties(claim.parties)
                yield from self._unknown("form", [claim.form], self.declaration_forms)
                yield from self._unknown("level", [claim.level], self.levels)
                yield from _nameless(claim.signatories)
            case Agreement():
                yield from self._parties(claim.parties)
                yield from self._unknown("form", [claim.form], self.agreement_forms)
                yield from self._counted(claim)
            case TradeTarget():
                yield from self._target(claim)
            case TradeFigure():
                yield from self._figure(claim)
            case JointProject():
                yield from self._parties(claim.parties)
                yield from self._counted(claim)
            case Milestone():
                yield from self._parties(claim.parties)
                yield from self._unknown("kind", [claim.milestone_kind], self.milestone_kinds)

    def _unknown(self, what: str, codes: Iterable[str | None], known: frozenset[str]) -> Iterator[str]:
        for code in codes:
            if code is not None and code not in known:
                yield f"{what} {code!r} is not in the reference tables"

    def _parties(self, parties: tuple[str, ...]) -> Iterator[str]:
        yield from self._unknown("state", parties, self.countries)
        if len(set(parties)) < 2:
            yield "fewer than two states"

    def _visit(self, visit: Visit) -> Iterator[str]:
        yield from self._parties((visit.country, visit.host))
        yield from self._unknown("kind", [visit.visit_kind], self.visit_kinds)
        yield from _nameless([visit.leader, *visit.met])
        if visit.started_on and visit.ended_on and visit.ended_on.last < visit.started_on.first:
            yield f"it ends ({visit.ended_on}) before it starts ({visit.started_on})"

    def _counted(self, claim: Agreement | JointProject) -> Iterator[str]:
        yield from self._unknown("sector", claim.sectors, self.sectors)
        if claim.count is None and claim.qualifier is not None:
            yield "a qualifier without a count"
        if claim.count is not None and not 0 < claim.count <= _LARGEST:
            yield f"a count of {claim.count}"
        if claim.value:
            yield from _sum(claim.value.amount, claim.value.currency)

    def _flow(self, claim: TradeTarget | TradeFigure) -> Iterator[str]:
        yield from self._parties(claim.parties)
        if claim.measure not in _MEASURES:
            yield f"measure {claim.measure!r} is not one of {', '.join(sorted(_MEASURES))}"
        if claim.from_country and claim.from_country not in claim.parties:
            yield f"a flow from {claim.from_country}, which is not a party"
        if claim.from_country and claim.measure == "turnover":
            yield "a direction of turnover"

    def _target(self, target: TradeTarget) -> Iterator[str]:
        yield from self._flow(target)
        if target.amount is None and target.multiplier is None:
            yield "neither amount nor multiplier"
        if target.amount is not None:
            yield from _sum(target.amount, target.currency)
        elif target.currency and target.baseline_amount is None:
            yield "a currency without an amount"
        for name in ("multiplier", "baseline_amount", "step"):
            value = getattr(target, name)
            if value is not None and value <= 0:
                yield f"{name} of {value}"
        yield from _nameless(target.announced_by)

    def _figure(self, figure: TradeFigure) -> Iterator[str]:
        yield from self._flow(figure)
        if figure.amount is None and figure.growth_percent is None:
            yield "neither amount nor growth"
        if figure.amount is not None or figure.currency is not None:
            yield from _sum(figure.amount, figure.currency)


def _sum(amount: float | None, currency: str | None) -> Iterator[str]:
    if amount is None or amount <= 0:
        yield f"an amount of {amount}"
    if not currency or not _CURRENCY.fullmatch(currency):
        yield f"currency {currency!r} is no ISO 4217 code"


def _nameless(names: Iterable[str]) -> Iterator[str]:
    if any(not name_tokens(name) for name in names):
        yield "a person without a name"
