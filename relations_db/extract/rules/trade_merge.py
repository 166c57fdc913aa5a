"""One candidate per target and per figure of a document; figures that targets start from bound to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace
from itertools import pairwise

from relations_db.extract.candidate import SAID, Candidate, joined
from relations_db.extract.context import Context
from relations_db.values import TradeFigure, TradeTarget


def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per target and per figure; baselines bound to targets."""
    figures = [c for c in candidates if isinstance(c.claim, TradeFigure)]
    figures = _merge_figures(_parted(figures, context.analysis.text))
    targets = _without_doubles(_merge_targets([c for c in candidates if isinstance(c.claim, TradeTarget)]))
    starts = {s.start: s.index for s in context.analysis.sentences}
    told: dict[int, list[int]] = defaultdict(list)
    for number, figure in enumerate(figures):
        told[figure.sentence].append(number)
    based = []
    for target in targets:
        at = {starts[start] for start, _ in target.quotes if start in starts}
        near = {n for index in at for beside in (index - 1, index, index + 1) for n in told.get(beside, ())}
        based.append(_with_baseline(context, target, (figures[n] for n in sorted(near)), at))
    return [*based, *figures]


def _target(candidate: Candidate) -> TradeTarget:
    assert isinstance(candidate.claim, TradeTarget)
    return candidate.claim


def _figure(candidate: Candidate) -> TradeFigure:
    assert isinstance(candidate.claim, TradeFigure)
    return candidate.claim


def _quotes(a: Candidate, b: Candidate) -> list[tuple[int, int]]:
    return [*a.quotes, *(q for q in b.quotes if q not in a.quotes)][:4]


# ------------------------------------------------------------------ targets
def _merge_targets(candidates: list[Candidate]) -> list[Candidate]:
    def aim(candidate: Candidate) -> list[Hashable]:
        t = _target(candidate)
        return [(t.parties, t.measure, t.amount, t.currency, t.multiplier)]

    return joined(candidates, _same_time, _joined_target, aim)


def _same_time(one: Candidate, other: Candidate) -> bool:
    a, b = _target(one), _target(other)
    if not (a.due == b.due or a.due is None or b.due is None):
        return False
    x, y = a.announced_on, b.announced_on
    return a.due == b.due or x is None or y is None or abs((x.first - y.first).days) <= 31


def _without_doubles(candidates: list[Candidate]) -> list[Candidate]:
    """ "To double trade" beside the sum that this comes to is one target."""
    sums = [c for c in candidates if _target(c).amount is not None]

    def is_double(c: Candidate) -> bool:
        claim = _target(c)
        same = (o for o in sums if _target(o).parties == claim.parties and _target(o).measure == claim.measure)
        return claim.amount is None and any(abs(o.sentence - c.sentence) <= 2 and _target(o).step == 1 for o in same)

    return [c for c in candidates if not is_double(c)]


def _joined_target(a: Candidate, b: Candidate) -> Candidate:
    """One target of two statements of it: dated by the later one, where that one tells its day."""
    x, y = _target(a), _target(b)
    said = b.where["announced_on"][0] is SAID
    later = said and (
        a.where["announced_on"][0] is not SAID
        or bool(x.announced_on and y.announced_on and x.announced_on.last < y.announced_on.first)
    )
    claim = replace(
        x,
        due=x.due or y.due,
        due_text=x.due_text or y.due_text,
        announced_on=(y if later else x).announced_on,
        announced_by=x.announced_by or y.announced_by,
        step=max(x.step, y.step),
    )
    return replace(a, claim=claim, quotes=_quotes(a, b), where=b.where | a.where)


# ------------------------------------------------------------------ figures
def _merge_figures(candidates: list[Candidate]) -> list[Candidate]:
    def value(candidate: Candidate) -> list[Hashable]:
        f = _figure(candidate)
        growth = f.growth_percent if f.amount is None else None
        return [(f.parties, f.measure, f.from_country, f.amount, f.currency, f.scope, growth)]

    merged = joined(candidates, _same_period, _joined_figure, value)
    sums = [c for c in merged if _figure(c).amount is not None]
    return [
        c
        for c in merged
        if _figure(c).amount is not None or not any(_is_its_growth(_figure(c), _figure(o)) for o in sums)
    ]


def _parted(candidates: list[Candidate], text: str) -> list[Candidate]:
    """Figures of one sentence, each with its own part of it, where their sums and periods stand one after the other."""
    by_quote: dict[tuple[int, int], list[tuple[int, int, Candidate]]] = defaultdict(list)
    for candidate in candidates:
        spans = [span for field in ("amount", "period") if (span := candidate.where.get(field, (SAID, None))[1])]
        low, high = candidate.quotes[0]
        inside = [span for span in spans if low <= span[0] and span[1] <= high]
        if "amount" in candidate.where and inside:
            part = (min(a for a, _ in inside), max(b for _, b in inside), candidate)
            by_quote[candidate.quotes[0]].append(part)
    for (start, end), parts in by_quote.items():
        parts.sort(key=lambda part: part[:2])
        if any(a[1] > b[0] for a, b in pairwise(parts)):
            continue
        ends = [*(a[1] for a in parts[:-1]), end]
        starts = [start, *ends[:-1]]
        for low, high, (_, _, candidate) in zip(starts, ends, parts, strict=True):
            while low < high and text[low] in " ,;:\n\t-–—":
                low += 1
            candidate.quotes[0] = (low, high)
    return candidates


def _is_its_growth(growth: TradeFigure, whole: TradeFigure) -> bool:
    """True for a growth without a sum that another figure tells with its sum."""
    if growth.growth_percent != whole.growth_percent:
        return False
    same = (growth.parties, growth.measure, growth.from_country) == (whole.parties, whole.measure, whole.from_country)
    return same and (growth.period is None or growth.period == whole.period)


def _same_period(one: Candidate, other: Candidate) -> bool:
    a, b = _figure(one).period, _figure(other).period
    return a is None or b is None or a == b


def _joined_figure(a: Candidate, b: Candidate) -> Candidate:
    x, y = _figure(a), _figure(b)
    growth = x.growth_percent if x.growth_percent is not None else y.growth_percent
    return replace(a, claim=replace(x, period=x.period or y.period, growth_percent=growth), quotes=_quotes(a, b))


# ------------------------------------------------------------------ baselines
def _with_baseline(
    context: Context, candidate: Candidate, figures: Iterable[Candidate], told: Iterable[int]
) -> Candidate:
    """The figure of the same parties and measure in the same or a neighbouring sentence is where the first step starts;
    `told`: the sentences that tell the target.
    """
    claim = _target(candidate)
    if claim.step != 1:
        return candidate
    best: tuple[tuple[bool, int], TradeFigure] | None = None
    for found in figures:
        other = _figure(found)
        near = min(abs(found.sentence - index) for index in told)
        if not _can_be_base(claim, other, near == 0) or (near and _is_later(context, claim, other)):
            continue
        cost = other.currency != claim.currency, near * 100 - (other.period.last.year - 1900 if other.period else 0)
        if best is None or cost < best[0]:
            best = (cost, other)
    if best is None:
        return candidate
    return replace(candidate, claim=replace(claim, baseline_amount=best[1].amount, baseline_period=best[1].period))


def _is_later(context: Context, claim: TradeTarget, other: TradeFigure) -> bool:
    """True where an aim of long ago stands beside what trade is now."""
    on = context.analysis.on
    if on is None:
        return False
    if claim.announced_on is None:
        return True
    return other.period is None and (on.first - claim.announced_on.last).days > 31


def _can_be_base(claim: TradeTarget, other: TradeFigure, together: bool) -> bool:
    """Whether a target may start from a figure; told `together` in one sentence they may be in two currencies."""
    same = other.parties == claim.parties and other.measure == claim.measure and other.scope is None
    if not same or other.amount is None:
        return False
    if claim.measure != "turnover" and claim.from_country and other.from_country != claim.from_country:
        return False
    if claim.announced_on and other.period and other.period.first > claim.announced_on.last:
        return False
    if claim.amount is None or (together and other.currency != claim.currency):
        return True
    return other.currency == claim.currency and other.amount < claim.amount
