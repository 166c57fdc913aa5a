"""Trade figures: values and growth of trade and investment in a period. Constructions of docs/reference/rules.md, section Trade figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context
from relations_db.extract.periods import period_near
from relations_db.extract.rules.trade_measures import Measure, direction, measures_in, sums_in
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import around
from relations_db.values import Basis, Qualifier, Status, TradeFigure

_UP = re.compile(
    r"\b(?:rose|grew|grow(?:n|th|ing)?|increas\w+|climb\w*|jump\w*|surg\w+|soar\w*|expand\w*|up|gain\w*|rise|risen|higher|more|added|adding|advance[ds]?)\b"
)
_DOWN = re.compile(
    r"\b(?:fell|fall\w*|dropp?\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slid|slipp\w+|contract\w+|dipp?\w*|lost|down|lower|less|reduction)\b"
)
_TIMES = {"doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300, "quintupled": 400}
_HYPOTHETICAL = re.compile(
    r"\b(?:could|might|may|would(?! like)|if|forecasts?|projected|predict\w*|potential|whether)\b"
)


def figure(
    context: Context, sentence: Sentence, number: int, amount: Number, currency: str | None, measure: Measure,
    parties: tuple[str, ...], source: str | None, basis: Basis,
) -> Candidate:  # fmt: skip
    """A value of trade, with its growth, period and scope."""
    period, span = period_near(context, sentence, number)
    claim = TradeFigure(
        parties,
        measure.name,
        source,
        amount.value,
        amount.currency or currency,
        amount.qualifier,
        growth_near(sentence, number),
        period,
        scope_of(context, sentence, measure),
    )
    where = {"parties": (basis, None), "period": (SAID, span), "amount": (SAID, (amount.start, amount.end))}
    return Candidate(
        claim, [(sentence.start, sentence.end)], "trade-figure", sentence.index, where, weak=measure.carried
    )


def scope_of(context: Context, sentence: Sentence, measure: Measure) -> str | None:
    """The goods a figure is limited to: a sector code or a short noun; None for all goods."""
    before = sentence.coded[max(0, measure.start - 40) : measure.start]
    after = sentence.coded[measure.end : measure.end + 45]
    found = re.match(
        r" (?:of|in) (?!goods\b(?! and services)|[A-Z]\d|N?\d|total)((?:[a-z-]+ ){0,2}(?:products|produce|goods|services|equipment|commodities|oil|gas|grain|wheat|energy|metals|machinery|food))",
        after,
    )
    lead = re.search(
        r"\b(agricultural|agri-food|farm|oil|gas|non-oil|energy|food|grain|wheat|services) (?:[a-z]+ )?$", before
    )
    word = found.group(1) if found else lead.group(1) if lead else None
    if word is None:
        return None
    sectors = context.sectors.find(word)
    return sectors[0] if sectors else word.strip()


def growth_near(sentence: Sentence, number: int | None) -> int | float | None:
    """The signed percentage that goes with a sum (or with the sentence, where there is no sum)."""
    amounts = [n for n, _ in sums_in(sentence)]
    best: tuple[int, int | float] | None = None
    for position, unit in enumerate(sentence.units):
        if unit.code != "X" or not isinstance(unit.thing, Number):
            continue
        sign = _sign(sentence, position)
        if sign == 0:
            continue
        at = sentence.offsets[position]
        if number is None:
            return sign * unit.thing.value
        owner = min(amounts, key=lambda n: abs(sentence.offsets[n] - at) + (0 if n > position else 5))
        distance = abs(sentence.offsets[number] - at)
        if owner == number and (best is None or distance < best[0]):
            best = (distance, sign * unit.thing.value)
    return best[1] if best else None


def _sign(sentence: Sentence, position: int) -> int:
    """+1 or -1 from the words of growth around a percentage, 0 where it is a share or a rate."""
    at = sentence.offsets[position]
    before = sentence.coded[max(0, at - 60) : at]
    after = sentence.coded[at + len(f"X{position} ") : at + 45]
    if re.match(r"(?:of|share|stake)\b", after) or re.search(
        r"\b(?:share|accounts? for|accounted for|tariffs?|holds) [^,]{0,12}$", before
    ):
        return 0
    tail_up, tail_down = _UP.match(after), _DOWN.match(after)
    if tail_up or tail_down:
        return 1 if tail_up else -1
    up, down = list(_UP.finditer(before)), list(_DOWN.finditer(before))
    if not up and not down:
        return 0
    return 1 if (up[-1].start() if up else -1) > (down[-1].start() if down else -1) else -1


def growth_only(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Trade rose 12 percent" and "trade doubled": growth without a sum."""
    if sums_in(sentence):
        return []
    measure = next(iter(measures_in(sentence)), None)
    if (
        measure is None
        or around(sentence, measure.start, measure.end).status is not Status.DONE
        or _HYPOTHETICAL.search(sentence.coded)
    ):
        return []
    growth = growth_near(sentence, None)
    if growth is None:
        times = re.search(r"\b(" + "|".join(_TIMES) + r")\b", sentence.coded)
        if not times or re.search(r"\b(?:to|will|be|target\w*) (?:be )?$", sentence.coded[: times.start()]):
            return []
        growth = _TIMES[times.group(1)]
    parties, source, basis = direction(context, sentence, measure, measure.end)
    if not parties:
        return []
    anchor = next((n for n, u in enumerate(sentence.units) if u.code == "X"), sentence.at(measure.end))
    period, span = period_near(context, sentence, anchor)
    claim = TradeFigure(
        parties, measure.name, source, None, None, Qualifier.EXACT, growth, period, scope_of(context, sentence, measure)
    )
    return [
        Candidate(
            claim,
            [(sentence.start, sentence.end)],
            "trade-growth",
            sentence.index,
            {"parties": (basis, None), "period": (SAID, span)},
        )
    ]
