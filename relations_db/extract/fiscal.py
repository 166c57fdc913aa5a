"""Fiscal years: whose a text means, and which months it spans."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.values import Period

# First month of the fiscal year; it is named after the year in which it ends where the name is one year. Sources: the states' budget laws.
_FISCAL_START = {
    "NPL": 7, "PAK": 7, "BGD": 7, "EGY": 7, "AUS": 7, "KEN": 7, "UGA": 7, "TZA": 7, "ETH": 7, "BTN": 7, "TON": 7, "WSM": 7,
    "IND": 4, "JPN": 4, "SGP": 4, "HKG": 4, "ZAF": 4, "CAN": 4, "MMR": 4, "KWT": 4, "USA": 10, "THA": 10, "IRN": 3, "AFG": 3,
    "NZL": 7, "MUS": 7, "RWA": 7, "BWA": 4, "LSO": 4, "NAM": 4, "SWZ": 4, "MWI": 4, "LAO": 1,
}  # fmt: skip
_CURRENCY = {
    "NPL": "NPR", "PAK": "PKR", "BGD": "BDT", "IND": "INR", "EGY": "EGP", "KEN": "KES", "UGA": "UGX", "TZA": "TZS", "ETH": "ETB",
}  # fmt: skip


def fiscal_state(context: Context, sentence: Sentence) -> str | None:
    """Whose fiscal year it is: the state whose office gives the figure, the dateline's, else the state of the pair that keeps one."""
    owner = re.search(
        r"([AC]\d+)(?: 's)? (?:(?!in |for |during |over |of |by )[a-z]+ )?(?:fiscal|financial|central bank|customs|officials?|government|ministry|statistic\w+|side|figures|data|calendar)",
        sentence.coded,
    )
    said = [context.state_of(sentence.unit(owner.group(1)))] if owner else []
    told, shared = _moneys(context, sentence)
    said += [state for state, currency in _CURRENCY.items() if currency in told]
    here = context.here()
    topics = [s for t in context.trade_topics[-1:] for s in (t.source, *t.parties) if s]
    around = [*context.states_in(sentence), *topics, *(context.pair or ())]
    said += [here.country] if here else []
    order = [*said, *(s for s in around if _CURRENCY.get(s) in shared or not shared), *around]
    return next((s for s in order if s in _FISCAL_START), None)


def _moneys(context: Context, sentence: Sentence) -> tuple[set[str], set[str]]:
    """The currencies told in a sentence by a name of their own, and those that a shared name ("Rs") may mean."""
    told: set[str] = set()
    shared: set[str] = set()
    for _, unit in sentence.things:
        if isinstance(unit.thing, Number) and unit.thing.currency:
            rows = context.lexicon.numbers.shared(context.analysis.folded[unit.start : unit.end])
            told |= set() if rows else {unit.thing.currency}
            shared |= {code for code, _ in rows}
    return told, shared


def fiscal_year(context: Context, sentence: Sentence, first: int) -> Period | None:
    """The fiscal year that begins in the year `first`; a Nepalese one runs from mid-July to mid-July, an Iranian one from 21 March."""
    state = fiscal_state(context, sentence)
    if state is None:
        return None
    start = _FISCAL_START[state]
    if state in ("NPL", "IRN", "AFG"):
        return Period(f"{first}-{start:02d}/{first + 1}-{start:02d}")
    return months(first * 12 + start - 1, first * 12 + start + 10)


def months(first: int, last: int) -> Period | None:
    """The period of months counted from year 0."""
    if last - first == 11 and first % 12 == 0:
        return Period(f"{first // 12:04d}")
    a, b = (f"{m // 12:04d}-{m % 12 + 1:02d}" for m in (first, last))
    return Period(f"{a}/{b}") if first < last else Period(a)
