"""What a sum measures (trade, exports, investment), in which direction, between which states."""

from __future__ import annotations

import re
from dataclasses import dataclass

from relations_db.extract.context import Context
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.values import Basis

TURNOVER = (
    r"(?:(?:bilateral|mutual|two-way|reciprocal|annual|overall|total|commercial|non-oil|merchandise|our|joint) )*"
    r"(?:trade(?: (?:turnover|volumes?|exchanges?|flows?|in goods(?: and services)?|figures?|basket|value))?|turnover|commerce|(?:commercial|commodity|goods|economic) (?:exchanges?|turnover)|"
    r"exchanges?(?= (?:of goods|between|in excess|totall?ed|worth|then|valued|amount|reach|stood|had|with|at|closed))|volumes? of (?:mutual |bilateral )?trade|traded goods|goods traded|exchanged goods|business volume|volumes?|"
    r"(?:sell|trade with|bought and sold) (?:each other|one another|G\d+))"
)
EXPORTS = r"(?:exports?|exported|shipments?|shipped|imports?|imported|bought|purchas(?:es|ed)|sales?|sold|deliveries|supplies|supplied|buys|sells)"
INVESTMENT = (
    r"(?:(?:direct|foreign|mutual|accumulated|cumulative) )*(?:investments?|invested|fdi|capital placed|investing)"
    r"|(?:investors|invest|(?:has|have|had) (?:[a-zD\d]+ ){0,3}put|put|poured|pumped|ploughed)(?= (?:[a-zD\d]+ ){0,3}[MN]\d+ (?:[a-z]+ ){0,2}in(?:to)?\b)"
)
MEASURE = re.compile(
    rf"(?<![\w-])(?:(?P<exports>{EXPORTS})|(?P<investment>{INVESTMENT})|(?P<turnover>{TURNOVER}))(?![\w-])"
)
ANAPHOR = re.compile(
    r"\b(?:it|this|that|these|the figure|this figure|the amount|the total|(?:the |a )?(?:goals?|targets?|marks?|bars?)|the indicator|this indicator|task|the sum|double|the level|the same|statistics|customs)\b"
)
_NOT_TRADE = re.compile(
    r" (?:agreements?|deals?|minister|ministers|ministry|union|unions|talks|commission|barriers?|zones?|policy|war|fair|fairs|centre|center|representative|mission|routes?|delegations?|partners?|tensions|disputes?|"
    r"accords?|pacts?|fund|bank|forum|company|promotion|protection|climate|holding|council|cooperation|opportunit\w+|offices?|corridors?|links)\b"
)
_OTHER_BEFORE = re.compile(
    r"\b(?:projects?|ventures?|contracts?|deals?|agreements?|loans?|credits?|grants?|plants?|package|portfolio|fund|facility|line|assistance|programme|reserves|debt|deficit|surplus|imbalance|gdp|product|gap|cost|price|fine|"
    r"orders?|aid|value of|spend|budget|worth of (?:arms|weapons)|tender|compensation|stake|damage) (?:[a-z,]+ ){0,5}$"
)
_OTHER_AFTER = re.compile(
    r"[MN]\d+ (?:- )?(?:[a-z-]+ ){0,2}(?:projects?|contracts?|deals?|loans?|credits?|grants?|funds?|plants?|packages?|facility|surplus|deficit|debt|line of credit|portfolio|bailout|stake|line|railway|wind|barrels|gas pipeline|orders?)\b"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A trade word at `start..end` of a coded sentence; `carried`: it stands in the sentence before."""

    name: str
    word: str
    start: int
    end: int
    carried: bool = False


def measures_in(sentence: Sentence) -> list[Measure]:
    """The trade words of a sentence that measure something."""
    found = [
        Measure(m.lastgroup or "turnover", m.group(), m.start(), m.end()) for m in MEASURE.finditer(sentence.coded)
    ]
    return [m for m in found if counts(sentence, m)]


def counts(sentence: Sentence, measure: Measure) -> bool:
    """False where a trade word is part of another name ("trade minister", "investment forum")."""
    if _NOT_TRADE.match(sentence.coded, measure.end):
        return False
    before = sentence.coded[max(0, measure.start - 25) : measure.start]
    if measure.word in ("volume", "volumes"):
        return bool(re.search(r"\b(?:the|of|take|bring|raise|this|that|their|trade) $", before))
    return not (measure.word in ("supplies", "sales", "sale") and re.search(r"\b(?:arms|energy|water|power) $", before))


def measure_for(context: Context, sentence: Sentence, at: int) -> Measure | None:
    """What a sum at an offset measures: the nearest trade word before it in its clause, else after it, else that of the sentence before."""
    found = measures_in(sentence)
    low = max([0, *(m.end() for m in re.finditer(r" ; ", sentence.coded[:at]))])
    before = [m for m in found if low <= m.start < at]
    if before:
        return before[-1]
    after = [m for m in found if m.start > at and " ; " not in sentence.coded[at : m.start]]
    if after and after[0].start - at < 90:
        return after[0]
    earlier_here = [m for m in found if m.start < low]
    if earlier_here:
        return earlier_here[-1]
    if sentence.index and ANAPHOR.search(sentence.coded, max(0, at - 90)):
        earlier = context.analysis.sentences[sentence.index - 1]
        carried = [m for m in measures_in(earlier) if m.name == "turnover"]
        if (
            carried
            and sentence.paragraph - earlier.paragraph <= 1
            and any(u.code in ("M", "X") for _, u in earlier.things)
        ):
            return Measure("turnover", carried[-1].word, 0, 0, True)
    return None


def sums_in(sentence: Sentence) -> list[tuple[int, Number]]:
    """Unit numbers and values of the sums of money; a scaled number beside money is money too ("12.8 against 11.3 bln dollars")."""
    money = any(u.code == "M" for _, u in sentence.things)
    found = []
    for number, unit in sentence.things:
        thing = unit.thing
        if isinstance(thing, Number) and (
            unit.code == "M" or (money and unit.code == "N" and thing.scale >= 10**6 and not thing.unit)
        ):
            found.append((number, thing))
    return found


def is_other_money(sentence: Sentence, at: int) -> bool:
    """True where a sum is the price of a project or contract, a loan, a balance or the like."""
    near = sentence.coded[max(0, at - 60) : at]
    if _OTHER_BEFORE.search(near) or _OTHER_AFTER.match(sentence.coded, at):
        return True
    return bool(re.search(r"\b(?:surplus|deficit|gap|imbalance)\b", sentence.coded[max(0, at - 40) : at + 40]))


def is_bracketed(sentence: Sentence, number: int, position: int) -> bool:
    """The second currency of one sum: "$10 billion (TL 153 billion)"."""
    before = sentence.coded[: sentence.offsets[number]]
    return position > 0 and bool(
        re.search(
            r"M\d+ (?:\(|, or|or|/|,) (?:about |around |some |roughly |equivalent to |approximately |nearly |over |the equivalent of )*$",
            before,
        )
    )


def direction(
    context: Context, sentence: Sentence, measure: Measure, at: int
) -> tuple[tuple[str, ...] | None, str | None, Basis]:
    """Parties, and for a flow in one direction the exporting or investing state."""
    parties, basis = _parties(context, sentence, at)
    if parties is None or len(parties) != 2:
        return None, None, basis
    return parties, None if measure.name == "turnover" else _source(context, sentence, measure, parties), basis


def _parties(context: Context, sentence: Sentence, at: int) -> tuple[tuple[str, ...] | None, Basis]:
    states = context.states_in(sentence)
    if not states and context.pair and _dominates(context):
        return context.pair, Basis.FRAME
    parties, basis = context.parties(sentence, _clause_low(sentence, at), sentence.at(at) + 1)
    if parties is None or len(parties) != 2:
        parties = context.local_pair(sentence.index)
    return parties, basis


def _dominates(context: Context) -> bool:
    """True where the two leading states hold most of what the text says of states."""
    total = sum(context.weights.values())
    return sum(context.weights[s] for s in context.pair or ()) >= 0.6 * total


def _clause_low(sentence: Sentence, at: int) -> int:
    marks = [m.end() for m in re.finditer(r" [;:] | (?:while|whereas) ", sentence.coded[:at])]
    return sentence.at(marks[-1]) if marks else 0


def _source(context: Context, sentence: Sentence, measure: Measure, parties: tuple[str, ...]) -> str:
    """Who exports or invests: "A's exports", "exports to B", "imports from B", "B bought from A", "A put M into B"."""
    other = {parties[0]: parties[1], parties[1]: parties[0]}
    after = sentence.coded[measure.end : measure.end + 70]
    before = sentence.coded[max(0, measure.start - 60) : measure.start]
    inward = measure.word.startswith(("import", "bought", "purchas", "buy"))
    if state := _named(
        context, sentence, re.match(r"(?: [a-zM\d-]+){0,6}? (?:from|by) (?:the )?([CAPL]\d+)", after), other
    ):
        return state
    if not inward and (
        state := _named(
            context, sentence, re.match(r"(?: [a-zMN\d-]+){0,6}? (?:to|in|into) (?:the )?([CAPL]\d+)", after), other
        )
    ):
        return other[state]
    if state := _named(context, sentence, re.search(r"([CAP]\d+)(?: 's)?(?: [a-z-]+){0,5} $", before), other):
        return other[state] if inward else state
    reporter = next((s for s in context.states_in(sentence) if s in other), None)
    reporter = reporter or (context.host if context.host in other else parties[0])
    return other[reporter] if inward else reporter


def _named(context: Context, sentence: Sentence, match: re.Match[str] | None, among: dict[str, str]) -> str | None:
    state = context.state_of(sentence.unit(match.group(1))) if match else None
    return state if state in among else None
