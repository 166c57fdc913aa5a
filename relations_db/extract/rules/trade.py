"""Trade: every sum of a sentence read as a target, a figure or neither; merging inside the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.rules.trade_figures import figure, growth_only
from relations_db.extract.rules.trade_measures import direction, is_bracketed, is_other_money, measure_for, sums_in
from relations_db.extract.rules.trade_targets import MULTIPLIERS, MULTIPLY, Reading, multiplied, read_sum, target
from relations_db.language.analysis import Sentence
from relations_db.language.realis import around
from relations_db.values import Kind, Period, TradeFigure, TradeTarget


def sums(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """All targets and figures of a sentence that names sums."""
    found: list[Candidate] = []
    amounts = sums_in(sentence)
    currency = next((n.currency for _, n in amounts if n.currency), None)
    previous: Candidate | None = None
    for position, (number, amount) in enumerate(amounts):
        at = sentence.offsets[number]
        if is_bracketed(sentence, number, position) or is_other_money(sentence, at):
            continue
        measure = measure_for(context, sentence, at)
        reading = read_sum(sentence, at) if measure else Reading.NEITHER
        if measure is None or reading is Reading.NEITHER:
            continue
        parties, source, basis = direction(context, sentence, measure, at)
        if not parties:
            continue
        if reading is Reading.TARGET:
            previous = target(context, sentence, number, amount, currency, measure, parties, source, basis, previous)
            found.append(previous)
        elif around(sentence, at, at + 2).status is not None:
            found.append(figure(context, sentence, number, amount, currency, measure, parties, source, basis))
    return found


_WORDS = frozenset(
    "trade turnover commerce exports export exported imports import imported investment investments invested invest fdi shipments bought sales sold purchases goal target figure it this traded exchange exchanges exchanged "
    "total totalled amount investors put volume volumes statistics customs sell hundred same".split()
)
_SENTENCE = re.compile(r"^.")
RULES = (
    Rule("trade-sums", Kind.TRADE_FIGURE, _WORDS, _SENTENCE, sums),
    Rule("trade-growth", Kind.TRADE_FIGURE, _WORDS, _SENTENCE, growth_only),
    Rule("trade-multiplier", Kind.TRADE_TARGET, MULTIPLIERS, MULTIPLY, multiplied),
)


# ------------------------------------------------------------------ merging
def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per target and per figure; baselines bound to targets."""
    figures = _merge_figures([c for c in candidates if isinstance(c.claim, TradeFigure)])
    targets = _merge_targets([c for c in candidates if isinstance(c.claim, TradeTarget)])
    return [*[_with_baseline(context, t, figures) for t in targets], *figures]


def _merge_targets(candidates: list[Candidate]) -> list[Candidate]:
    merged: list[Candidate] = []
    for candidate in candidates:
        home = next((i for i, other in enumerate(merged) if _same_target(_target(other), _target(candidate))), None)
        if home is None:
            merged.append(candidate)
        else:
            merged[home] = _joined_target(merged[home], candidate)
    return merged


def _target(candidate: Candidate) -> TradeTarget:
    assert isinstance(candidate.claim, TradeTarget)
    return candidate.claim


def _same_target(a: TradeTarget, b: TradeTarget) -> bool:
    def aim(t: TradeTarget) -> tuple[object, ...]:
        return t.parties, t.measure, t.amount, t.currency, t.multiplier

    return aim(a) == aim(b) and (a.due == b.due or a.due is None or b.due is None)


def _joined_target(a: Candidate, b: Candidate) -> Candidate:
    x, y = _target(a), _target(b)
    later = b.where["announced_on"][0] is SAID and a.where["announced_on"][0] is not SAID
    claim = replace(
        x,
        due=x.due or y.due,
        due_text=x.due_text or y.due_text,
        announced_on=(y if later else x).announced_on,
        announced_by=x.announced_by or y.announced_by,
    )
    return replace(
        a, claim=claim, quotes=[*a.quotes, *(q for q in b.quotes if q not in a.quotes)][:4], where=b.where | a.where
    )


def _merge_figures(candidates: list[Candidate]) -> list[Candidate]:
    merged: list[Candidate] = []
    for candidate in candidates:
        claim = candidate.claim
        assert isinstance(claim, TradeFigure)
        for number, other in enumerate(merged):
            known = other.claim
            assert isinstance(known, TradeFigure)
            if (known.parties, known.measure, known.from_country, known.amount, known.scope) != (
                claim.parties,
                claim.measure,
                claim.from_country,
                claim.amount,
                claim.scope,
            ):
                continue
            if (
                claim.amount is None
                and known.growth_percent != claim.growth_percent
                or (known.period and claim.period and not _overlap(known.period, claim.period))
            ):
                continue
            joined = replace(
                known,
                period=known.period or claim.period,
                growth_percent=known.growth_percent if known.growth_percent is not None else claim.growth_percent,
            )
            merged[number] = replace(
                other, claim=joined, quotes=[*other.quotes, *(q for q in candidate.quotes if q not in other.quotes)][:4]
            )
            break
        else:
            merged.append(candidate)
    return merged


def _overlap(a: Period, b: Period) -> bool:
    return a.text == b.text


def _with_baseline(context: Context, candidate: Candidate, figures: list[Candidate]) -> Candidate:
    """The figure of the same parties and measure in the same or a neighbouring sentence is where the first step starts."""
    claim = _target(candidate)
    if claim.step != 1 or (claim.measure != "turnover" and claim.from_country is None):
        return candidate
    told = [s.index for s in context.analysis.sentences if any(q[0] == s.start for q in candidate.quotes)]
    best: tuple[int, TradeFigure] | None = None
    for found in figures:
        other = found.claim
        assert isinstance(other, TradeFigure)
        near = min((abs(found.sentence - index) for index in told), default=9)
        if near > 1 or not _can_be_base(claim, other):
            continue
        cost = near * 100 - (other.period.last.year - 1900 if other.period else 0)
        if best is None or cost < best[0]:
            best = (cost, other)
    if best is None:
        return candidate
    return replace(candidate, claim=replace(claim, baseline_amount=best[1].amount, baseline_period=best[1].period))


def _can_be_base(claim: TradeTarget, figure_: TradeFigure) -> bool:
    if (
        figure_.parties != claim.parties
        or figure_.measure != claim.measure
        or figure_.scope is not None
        or figure_.amount is None
    ):
        return False
    if claim.amount is None:
        return True
    return figure_.currency == claim.currency and figure_.amount < claim.amount
