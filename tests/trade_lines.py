"""Trade targets and figures as one line each, for tables of literal sentences.

IND-VNM 20000m USD by 2030                         turnover; amounts in millions
ARG>VNM x2 by 2027                                 exports, the exporter first; a multiplier
FRA>>MAR 8100m EUR 2022                            investment, the investor first
GEO-ROU under 512m EUR -8.4% 2023-01/2023-09       a figure with qualifier, growth and period
PER>JPN 1500m USD 2023 of mining                   a figure of certain goods
SAU-TUR 30000m USD open step 2                     a target without a date, the second step
IND-PHL 5000m USD open from 3500m in 2023          a target with its baseline
"""

from __future__ import annotations

from relations_db.extract import Extractor
from relations_db.values import Document, PartialDate, Qualifier, TradeFigure, TradeTarget

_MARKS = {"turnover": "-", "exports": ">", "investment": ">>"}
_EXTRACTOR: list[Extractor] = []


def _flow(claim: TradeTarget | TradeFigure) -> str:
    first, second = claim.parties
    if claim.from_country == second:
        first, second = second, first
    return first + _MARKS[claim.measure] + second


def _millions(amount: int | float) -> str:
    return f"{amount / 10**6:.10g}m"


def target_line(claim: TradeTarget) -> str:
    """One target as a line."""
    aim = [f"x{claim.multiplier:g}"] if claim.amount is None else [_millions(claim.amount), claim.currency or "?"]
    step = [] if claim.step == 1 else [f"step {claim.step}"]
    base = [] if claim.baseline_amount is None else [f"from {_millions(claim.baseline_amount)}"]
    base += [f"in {claim.baseline_period}"] if claim.baseline_period else []
    return " ".join([_flow(claim), *aim, f"by {claim.due}" if claim.due else "open", *step, *base])


def figure_line(claim: TradeFigure) -> str:
    """One figure as a line."""
    value = [] if claim.amount is None else [_millions(claim.amount), claim.currency or "?"]
    value = [str(claim.qualifier), *value] if value and claim.qualifier is not Qualifier.EXACT else value
    growth = [] if claim.growth_percent is None else [f"{claim.growth_percent:+g}%"]
    scope = [f"of {claim.scope}"] if claim.scope else []
    period = str(claim.period) if claim.period else "undated"
    return " ".join([_flow(claim), *value, *growth, period, *scope])


def _claims(text: str, dated: str) -> list[object]:
    if not _EXTRACTOR:
        _EXTRACTOR.append(Extractor())
    return [s.claim for s in _EXTRACTOR[0].extract(Document("x", text, PartialDate.parse(dated))).statements]


def targets(text: str, dated: str = "2024-05-15") -> list[str]:
    """The targets that a text is read as, sorted."""
    return sorted(target_line(c) for c in _claims(text, dated) if isinstance(c, TradeTarget))


def figures(text: str, dated: str = "2024-05-15") -> list[str]:
    """The figures that a text is read as, sorted."""
    return sorted(figure_line(c) for c in _claims(text, dated) if isinstance(c, TradeFigure))
