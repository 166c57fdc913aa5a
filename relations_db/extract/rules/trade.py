"""Trade targets and figures: sums and growth rates with their measure, direction and period. Constructions of docs/reference/rules.md, section Trade."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context, When
from relations_db.extract.merge import days_apart
from relations_db.extract.periods import due_near, period_near
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import around
from relations_db.values import Basis, Kind, Period, Qualifier, Status, TradeFigure, TradeTarget

_TURNOVER = (
    r"(?:(?:bilateral|mutual|two-way|reciprocal|annual|overall|total|foreign|commercial|non-oil|goods|merchandise|our|joint) )*(?:trade(?: (?:turnover|volumes?|exchanges?|flows?|in goods(?: and services)?|relations|figures?|ties|basket|value))?|turnover|"
    r"commerce|(?:commercial|commodity|goods|economic) (?:exchanges?|turnover)|exchange of goods|volume of (?:mutual |bilateral )?trade|traded goods|goods traded|business volume)"
)
_EXPORTS = r"(?:exports?|exported|shipments?|shipped|imports?|imported|bought|purchas(?:es|ed)|sales?|sold|deliveries|supplies|supplied|buys|sells)"
_INVESTMENT = r"(?:(?:direct |foreign |mutual |accumulated |cumulative )*investments?|invested|invest|fdi|investors|investing|capital)"
MEASURE = re.compile(
    rf"(?<![\w-])(?:(?P<exports>{_EXPORTS})|(?P<investment>{_INVESTMENT})|(?P<turnover>{_TURNOVER}))(?![\w-])"
)
_NOT_TRADE = re.compile(
    r"\b(?:surplus|deficit|gap|imbalance|gdp|budget|debt|reserves|loan|loans|credit|grant|grants|aid|fine|price|per (?:barrel|tonne|ton)|market share|revenue|profits?|fund of|capitali[sz]ation|contract|deal|tariffs?|barrels?|damage|bail-?out|salary|compensation)\b"
)
_ANAPHOR = re.compile(
    r"\b(?:it|this|that|these|the figure|this figure|the amount|the volume|the total|the goal|the target|the indicator|this indicator|goal|target|task|the sum|double|the level)\b"
)
_AIM = re.compile(
    r"\b(?:targets?|targeted|targeting|goals?|aims?|aimed|aiming|objective|task|ambitions?|bar|benchmark|landmark|eye|eyes|eyeing|plans?|planning|planned|intend\w*|seek\w*|strive|want\w*|wish\w*|hope\w*|agreed|agree|decided|resolved|pledged|vowed|"
    r"committed|undertook|undertake|instruct\w*|tasked|measures|steps|roadmap|road map|programme|readiness|ready|determin\w*|potential target|next|mark|threshold|milestone|propos\w*|suggest\w*|supported|should|must|need\w*|necessary|importance|possible|"
    r"opportunit\w+|look\w* to|working|work|efforts?|call\w*|urg\w*|will|would like|expected to|meant to|is to|are to|set|can|capable|confident|able|envisag\w+|foresees?|in place of|resolve)\b"
)
_RAISE = r"(?:increas\w+|rais\w+|bring\w*|brought|boost\w*|reach\w*|tak(?:e|ing)|expand\w*|grow\w*|lift\w*|push\w*|achiev\w+|enhanc\w+|elevat\w+|hit|attain\w*|doubl\w+|tripl\w+|quadrupl\w+|carry|get|ramp\w* up|scal\w+ up|climb|rise|go|exceed|surpass|top|cross|move)"
_INFINITIVE = re.compile(
    rf"\b(?:to|will|can|should|must|shall|could|of|at|for|in|towards?|and|then|by|would|us) (?:then |further |[a-z]+ly |also |more than )?(?:{_RAISE})\b(?P<rest>[^;]*)$"
)
_PAST = re.compile(
    r"\b(?:rose|grew|climbed|jumped|surged|soared|reached|totall?ed|amount(?:ed|s|ing) to|stood at|stands at|was|were|came to|hit|made up|constituted|exceeded|surpassed|topped|crossed|approached|neared|fell|dropped|declined|decreased|shrank|slid|"
    r"contracted|dipped|increased|went up|gone up|expanded|has|have|had|accounted for|worth|brought in|cost|put|traded|doubled|tripled|totals|totalling|valued at|is|are|now|standing at|at|equal(?:l)?ed|registered|recorded|estimated|exceeds?|exceeding|reaching|posted|mounted|made|making up)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:could|might|may|would|if|potential(?:ly)?|forecast|estimated to reach|projected|predict\w*|expects?)\b"
)
GROWTH_UP = re.compile(
    r"\b(?:rose|grew|grow(?:n|th|ing)?|increas\w+|climb\w*|jump\w*|surg\w+|soar\w*|expand\w*|up|gain\w*|rise|risen|higher|more|added|advance[ds]?)\b"
)
GROWTH_DOWN = re.compile(
    r"\b(?:fell|fall\w*|dropp?\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slid|slipp\w+|contract\w+|dipp?\w*|lost|down|lower|less|reduction)\b"
)
_TIMES = {"doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300, "quintupled": 400}
_MULTIPLIER = {
    "double": 2,
    "triple": 3,
    "treble": 3,
    "quadruple": 4,
    "quintuple": 5,
    "doubling": 2,
    "tripling": 3,
    "trebling": 3,
    "quadrupling": 4,
}


@dataclass(frozen=True, slots=True)
class _Measure:
    name: str
    word: str
    start: int
    end: int
    carried: bool = False


def measure_for(context: Context, sentence: Sentence, at: int) -> _Measure | None:
    """What a sum at an offset measures: the nearest trade word before it in the sentence, else after it, else that of the sentence before."""
    found = [
        _Measure(m.lastgroup or "turnover", m.group(), m.start(), m.end()) for m in MEASURE.finditer(sentence.coded)
    ]
    found = [m for m in found if _counts(sentence, m)]
    before = [m for m in found if m.start < at and not re.search(r" ; ", sentence.coded[m.end : at])]
    if before:
        return before[-1]
    if found:
        return found[0]
    if sentence.index and _ANAPHOR.search(sentence.coded):
        earlier = context.analysis.sentences[sentence.index - 1]
        carried = [_Measure(m.lastgroup or "turnover", m.group(), 0, 0, True) for m in MEASURE.finditer(earlier.coded)]
        if carried and sentence.paragraph - earlier.paragraph <= 1:
            return carried[-1]
    return None


def _counts(sentence: Sentence, measure: _Measure) -> bool:
    after = sentence.coded[measure.end : measure.end + 30]
    before = sentence.coded[max(0, measure.start - 25) : measure.start]
    if measure.word == "trade" and re.match(
        r" (?:agreements?|deals?|minister|ministers|ministry|union|unions|talks|commission|barriers?|zone|policy|war|fair|centre|center|representative|mission|routes?|delegation|partners?|tensions|dispute|and investment (?:framework|centre))\b",
        after,
    ):
        return False
    if measure.word in ("capital",) and not re.search(r"\b(?:direct|foreign) $", before):
        return False
    if measure.word in ("supplies", "sales", "sale") and re.search(r"\b(?:arms|energy|water|power) $", before):
        return False
    return not re.match(
        r" (?:fund|bank|forum|company|promotion|agreement|protection|climate|holding|council|cooperation|ministry|minister|opportunit)",
        after,
    )


def _sums(sentence: Sentence) -> list[tuple[int, Number]]:
    found = []
    has_money = any(u.code == "M" for u in sentence.units)
    for number, unit in enumerate(sentence.units):
        thing = unit.thing
        if isinstance(thing, Number) and (
            unit.code == "M" or (unit.code == "N" and has_money and thing.scale >= 10**6 and not thing.unit)
        ):
            found.append((number, thing))
    return found


def sums(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """All targets and figures of a sentence that names sums."""
    found: list[Candidate] = []
    amounts = _sums(sentence)
    currency = next((n.currency for _, n in amounts if n.currency), None)
    previous_target: Candidate | None = None
    for position, (number, amount) in enumerate(amounts):
        at = sentence.offsets[number]
        if _bracketed(sentence, number, position):
            continue
        measure = measure_for(context, sentence, at)
        if measure is None or _is_other_money(sentence, number, measure, at):
            continue
        parties, source, basis = _direction(context, sentence, measure, at)
        if not parties or len(parties) != 2:
            continue
        if _is_target(sentence, at, number, measure):
            target = _target(
                context, sentence, number, amount, currency, measure, parties, source, basis, previous_target
            )
            found.append(target)
            previous_target = target
        elif (
            not _HYPOTHETICAL.search(sentence.coded[max(0, at - 60) : at])
            and around(sentence, at, at + 2).status is not None
        ):
            found.append(_figure(context, sentence, number, amount, currency, measure, parties, source, basis))
    return found


def _bracketed(sentence: Sentence, number: int, position: int) -> bool:
    """The second currency of one sum: "$10 billion (TL 153 billion)"."""
    before = sentence.coded[: sentence.offsets[number]]
    return (
        bool(
            re.search(
                r"M\d+ (?:\(|, or|or|/|,) (?:about |around |some |roughly |equivalent to |approximately |nearly |over |the equivalent of )*$",
                before,
            )
        )
        and position > 0
    )


def _is_other_money(sentence: Sentence, number: int, measure: _Measure, at: int) -> bool:
    near = sentence.coded[max(0, at - 60) : at]
    after = sentence.coded[at : at + 50]
    if re.search(
        r"\b(?:projects?|ventures?|contracts?|deals?|agreements?|loans?|credits?|grants?|plant|package|portfolio|fund|facility|line|assistance|programme|reserves|debt|deficit|surplus|imbalance|gdp|gap) (?:[a-z,]+ ){0,5}$",
        near,
    ):
        return True
    if re.match(
        r"M\d+ (?:- )?(?:[a-z-]+ ){0,2}(?:project|contract|deal|loan|credit|grant|fund|plant|package|facility|surplus|deficit|debt|line of credit|portfolio|bailout)",
        after,
    ):
        return True
    if re.search(r"\b(?:surplus|deficit|gap|imbalance)\b", sentence.coded[max(0, at - 40) : at + 40]):
        return True
    return False


def _direction(
    context: Context, sentence: Sentence, measure: _Measure, at: int
) -> tuple[tuple[str, ...] | None, str | None, Basis]:
    """Parties, and for a flow in one direction the exporting or investing state."""
    parties, basis = context.parties(sentence, _clause_low(sentence, at), sentence.at(at) + 1)
    if parties is None or len(parties) != 2:
        parties = context.local_pair(sentence.index)
    if parties is None or len(parties) != 2:
        return None, None, basis
    if measure.name == "turnover":
        return parties, None, basis
    return parties, _source(context, sentence, measure, parties), basis


def _clause_low(sentence: Sentence, at: int) -> int:
    marks = [m.end() for m in re.finditer(r" [;:] | (?:while|whereas) ", sentence.coded[:at])]
    return sentence.at(marks[-1]) if marks else 0


def _source(context: Context, sentence: Sentence, measure: _Measure, parties: tuple[str, ...]) -> str:
    """Who exports or invests: "A's exports", "exports to B", "imports from B", "B bought from A"."""
    other = {parties[0]: parties[1], parties[1]: parties[0]}
    after = sentence.coded[measure.end : measure.end + 70]
    before = sentence.coded[max(0, measure.start - 60) : measure.start]
    said_from = re.match(r"(?: [a-zM\d-]+){0,6}? (?:from|by) (?:the )?([CAPL]\d+)", after)
    said_to = re.match(r"(?: [a-zM\d-]+){0,6}? (?:to|in|into) (?:the )?([CAPL]\d+)", after)
    owner = re.search(r"([CAP]\d+)(?: 's)?(?: [a-z-]+){0,4} $", before)
    inward = measure.word.startswith(("import", "bought", "purchas", "buy"))
    if said_from and (state := context.state_of(sentence.unit(said_from.group(1)))) in other:
        return state or parties[0]
    if not inward and said_to and (state := context.state_of(sentence.unit(said_to.group(1)))) in other:
        return other[state or parties[0]]
    if owner and (state := context.state_of(sentence.unit(owner.group(1)))) in other:
        return other[state or parties[0]] if inward else state or parties[0]
    reporter = next((s for s in context.states_in(sentence) if s in other), None) or (
        context.host if context.host in other else parties[0]
    )
    return other[reporter] if inward else reporter


def _is_target(sentence: Sentence, at: int, number: int, measure: _Measure) -> bool:
    coded = sentence.coded
    low = max(
        [0]
        + [m.end() for m in re.finditer(r" [;:] | (?:while|but) |, (?:which|up from|compared|against) ", coded[:at])]
    )
    before = coded[low:at]
    after = coded[at : at + 70]
    if re.search(
        r"\b(?:from|against|compared with|compared to|up from|down from|than the|versus|current|currently|present|existing) (?:the )?(?:current |present |existing |some |about |around )?$",
        before,
    ):
        return False
    if re.match(
        r"[MN]\d+ (?:- )?(?:target|goal|mark|aim|objective|threshold|milestone|trade target|benchmark)\b", after
    ) and not re.search(r"\b(?:crossed|passed|exceeded|surpassed|topped|reached|hit|broke)\b", before[-50:]):
        return True
    if re.match(r"[MN]\d+ (?:that|which) [a-z ]*(?:quot|aim|target|set)", after):
        return True
    infinitive = _INFINITIVE.search(before)
    if infinitive and not re.search(
        r"\b(?:reached|reaching|rose|grew|stood|totalled|amounted|was|were|exceeded|is now|accounted)\b",
        infinitive.group("rest"),
    ):
        return True
    nouns = re.search(
        r"\b(?:target(?:s|ed|ing)?|goals?|aims?|aim(?:ed|ing)|objective|task|ambition|bar|benchmark|landmark|eye|eyeing|eyes|marker|sights|resolved|in place of|aspire\w*|mark|milestone)\b(?P<rest>[^;]*)$",
        before,
    )
    if nouns and not re.search(
        r"\b(?:reached|rose|grew|stood|totalled|amounted|was worth|were|exceeded|has been|accounted|came to|fell|last year)\b",
        nouns.group("rest"),
    ):
        return True
    return bool(
        re.search(
            r"\b(?:propos\w+|steps|measures|instruct\w+|plans?|agreed|decided|intend\w*|meant|expected|determined|supported|necessary|need\w*|wants?|hopes?|vow\w*|pledg\w+|commit\w*|is to|are to|set)\b[^;]*\b(?:to|hit|at) (?:the )?(?:about |around |over |more than |some |at least |up to |nearly )?$",
            before,
        )
    ) and not _PAST_NEAR.search(before[-40:])


_PAST_NEAR = re.compile(
    r"\b(?:rose|grew|reached|stood|totall?ed|amounted|was|were|exceeded|climbed|jumped|increased|fell|came|risen|grown|climbed|surged|gone up)\b[^,;]*$"
)


def _target(
    context: Context, sentence: Sentence, number: int, amount: Number, currency: str | None, measure: _Measure, parties: tuple[str, ...], source: str | None, basis: Basis, previous: Candidate | None,
) -> Candidate:  # fmt: skip
    at = sentence.offsets[number]
    due, due_text, span = due_near(context, sentence, number)
    when = _announced(context, sentence, at, number)
    speakers = tuple(
        dict.fromkeys(e.name for n in sentence.of("P") for e in context.entities_at(sentence, n) if not e.former)
    )
    step = 1
    if previous is not None:
        claim = previous.claim
        assert isinstance(claim, TradeTarget)
        if (
            claim.parties == parties
            and claim.measure == measure.name
            and claim.amount is not None
            and claim.amount < amount.value
            and previous.sentence == sentence.index
        ):
            step = claim.step + 1
    claim = TradeTarget(
        parties,
        measure.name,
        source,
        amount.value,
        amount.currency or currency,
        None,
        due,
        due_text,
        None,
        None,
        when.date,
        speakers,
        step,
    )
    where = {
        "parties": (basis, None),
        "announced_on": (when.basis, when.span),
        "amount": (SAID, (amount.start, amount.end)),
        "due": (SAID, span),
    }
    return Candidate(claim, [(sentence.start, sentence.end)], "trade-target", sentence.index, where)


def _announced(context: Context, sentence: Sentence, at: int, number: int) -> When:
    """The day of the statement: a day of the story before the sum, else the day of the news."""
    for position, dated in context.dates_in(sentence):
        if position < number and (
            dated.weekday is not None or dated.unit == "days" or (dated.month and dated.form not in ("mym",))
        ):
            when = context.resolve(sentence, position, False)
            if when.date and not re.search(r"\bby (?:the end of )?$", sentence.coded[: sentence.offsets[position]]):
                return when
    entry = context.entry_date(sentence.index)
    if entry:
        return entry
    said = re.search(
        r"\b(?:set|agreed|fixed|announced|adopted|named|proclaimed) (?:[a-z]+ )*(?:in|on) D(\d+)", sentence.coded
    )
    if said:
        return context.resolve(sentence, int(said.group(1)), False)
    return context.news_day(sentence.index) if context.visit_date else context.news_date()


def _figure(
    context: Context, sentence: Sentence, number: int, amount: Number, currency: str | None, measure: _Measure, parties: tuple[str, ...], source: str | None, basis: Basis,
) -> Candidate:  # fmt: skip
    at = sentence.offsets[number]
    period, span = period_near(context, sentence, number)
    growth = growth_near(sentence, number)
    scope = _scope(context, sentence, measure)
    claim = TradeFigure(
        parties,
        measure.name,
        source,
        amount.value,
        amount.currency or currency,
        amount.qualifier,
        growth,
        period,
        scope,
    )
    where = {"parties": (basis, None), "period": (SAID, span), "amount": (SAID, (amount.start, amount.end))}
    return Candidate(
        claim,
        [(sentence.start, sentence.end)],
        "trade-figure",
        sentence.index,
        where,
        weak=measure.carried,
        notes={"at": at},
    )


def _scope(context: Context, sentence: Sentence, measure: _Measure) -> str | None:
    before = sentence.coded[max(0, measure.start - 40) : measure.start]
    after = sentence.coded[measure.end : measure.end + 45]
    found = re.match(
        r" (?:of|in) (?!goods\b(?! and services)|[A-Z]\d|N?\d|total)((?:[a-z-]+ ){0,2}(?:products|goods|services|equipment|commodities|oil|gas|grain|wheat|energy|metals|machinery|food))",
        after,
    )
    lead = re.search(
        r"\b(agricultural|agri-food|farm|oil|gas|non-oil|energy|food|grain|wheat|services) (?:[a-z]+ )?$", before
    )
    if found:
        sectors = context.sectors.find(found.group(1))
        return sectors[0] if sectors else found.group(1).strip()
    if lead:
        sectors = context.sectors.find(lead.group(1))
        return sectors[0] if sectors else lead.group(1)
    return None


def growth_near(sentence: Sentence, number: int | None) -> int | float | None:
    """The signed percentage that goes with a sum (or with the sentence, where there is no sum)."""
    best: tuple[int, int | float] | None = None
    amounts = [n for n, _ in _sums(sentence)]
    for position, unit in enumerate(sentence.units):
        if unit.code != "X" or not isinstance(unit.thing, Number):
            continue
        at = sentence.offsets[position]
        before = sentence.coded[max(0, at - 60) : at]
        after = sentence.coded[at : at + 40]
        if (
            re.match(r"X\d+ (?:of|share|stake)\b", after)
            or re.search(r"\b(?:share|account\w*|tariff|by a?)\b[^,]{0,12}$", before[-18:])
            and "by" not in before[-6:]
        ):
            continue
        up, down = list(GROWTH_UP.finditer(before)), list(GROWTH_DOWN.finditer(before))
        last_up, last_down = (up[-1].start() if up else -1), (down[-1].start() if down else -1)
        if last_up < 0 and last_down < 0:
            tail_up, tail_down = (
                GROWTH_UP.match(after[len(f"X{position} ") :]),
                GROWTH_DOWN.match(after[len(f"X{position} ") :]),
            )
            if not tail_up and not tail_down:
                continue
            sign = 1 if tail_up else -1
        else:
            sign = 1 if last_up > last_down else -1
        if number is None:
            return sign * unit.thing.value
        owner = min(amounts, key=lambda n: abs(sentence.offsets[n] - at) + (0 if n > position else 5))
        if owner == number:
            distance = abs(sentence.offsets[number] - at)
            if best is None or distance < best[0]:
                best = (distance, sign * unit.thing.value)
    return best[1] if best else None


def growth_only(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Trade rose 12 percent" and "trade doubled": growth without a sum."""
    if _sums(sentence):
        return []
    measure = next(
        (
            m
            for f in MEASURE.finditer(sentence.coded)
            if _counts(sentence, m := _Measure(f.lastgroup or "turnover", f.group(), f.start(), f.end()))
        ),
        None,
    )
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
    parties, source, basis = _direction(context, sentence, measure, measure.end)
    if not parties:
        return []
    anchor = next((n for n, u in enumerate(sentence.units) if u.code == "X"), sentence.at(measure.end))
    period, span = period_near(context, sentence, anchor)
    claim = TradeFigure(
        parties, measure.name, source, None, None, Qualifier.EXACT, growth, period, _scope(context, sentence, measure)
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


MULTIPLY = re.compile(
    rf"\b(?P<verb>{'|'.join(_MULTIPLIER)})\b(?P<object>(?: [a-zAQ\d'-]+){{0,6}}? (?:{_TURNOVER}|{_EXPORTS}|{_INVESTMENT}|it|this figure))\b"
)


def multiplied(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "to double trade within five years": a target by a multiplier, where no sum is said."""
    tail = sentence.coded[match.end() :]
    if re.match(r"[^;]{0,60}\bto (?:about |around |over )?[MN]\d+", tail) or not re.search(
        r"\b(?:to|will|of|and|by|at) $", sentence.coded[: match.start()]
    ):
        return []
    named = MEASURE.search(match.group("object"))
    measure = (
        _Measure(named.lastgroup or "turnover", named.group(), match.start("object"), match.end())
        if named
        else measure_for(context, sentence, match.start())
    )
    if measure is None or around(sentence, match.start(), match.end()).status is None:
        return []
    parties, source, basis = _direction(context, sentence, measure, match.end())
    if not parties:
        return []
    number = sentence.at(match.end() - 1)
    due, due_text, span = due_near(context, sentence, number)
    when = _announced(context, sentence, match.start(), sentence.at(match.start()))
    claim = TradeTarget(
        parties,
        measure.name,
        source,
        None,
        None,
        _MULTIPLIER[match.group("verb")],
        due,
        due_text,
        None,
        None,
        when.date,
        (),
        1,
    )
    where = {"parties": (basis, None), "announced_on": (when.basis, when.span), "due": (SAID, span)}
    return [Candidate(claim, [(sentence.start, sentence.end)], "trade-multiplier", sentence.index, where)]


_WORDS = frozenset(
    "trade turnover commerce exports export exported imports import imported investment investments invested invest fdi shipments bought sales sold purchases goal target figure it this traded exchange exchanges total totalled amount investors".split()
)
_SENTENCE = re.compile(r"^.")
RULES = (
    Rule("trade-sums", Kind.TRADE_FIGURE, _WORDS, _SENTENCE, sums),
    Rule("trade-growth", Kind.TRADE_FIGURE, _WORDS, _SENTENCE, growth_only),
    Rule("trade-multiplier", Kind.TRADE_TARGET, frozenset(_MULTIPLIER), MULTIPLY, multiplied),
)


# ------------------------------------------------------------------ merging
def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per target and per figure; baselines bound to targets."""
    figures = _merge_figures([c for c in candidates if isinstance(c.claim, TradeFigure)])
    targets = _merge_targets([c for c in candidates if isinstance(c.claim, TradeTarget)])
    return [*[_with_baseline(t, figures) for t in targets], *figures]


def _merge_targets(candidates: list[Candidate]) -> list[Candidate]:
    merged: list[Candidate] = []
    for candidate in candidates:
        claim = candidate.claim
        assert isinstance(claim, TradeTarget)
        for number, other in enumerate(merged):
            known = other.claim
            assert isinstance(known, TradeTarget)
            same = (known.parties, known.measure, known.amount, known.currency, known.multiplier) == (
                claim.parties,
                claim.measure,
                claim.amount,
                claim.currency,
                claim.multiplier,
            )
            if same and (known.due == claim.due or known.due is None or claim.due is None):
                said = (
                    candidate
                    if candidate.where["announced_on"][0] is SAID and other.where["announced_on"][0] is not SAID
                    else other
                )
                joined = replace(
                    known,
                    due=known.due or claim.due,
                    due_text=known.due_text or claim.due_text,
                    announced_on=said.claim.announced_on,
                    announced_by=known.announced_by or claim.announced_by,
                )  # type: ignore[union-attr]
                merged[number] = replace(
                    other,
                    claim=joined,
                    quotes=[*other.quotes, *(q for q in candidate.quotes if q not in other.quotes)][:4],
                    where=candidate.where | other.where,
                )
                break
        else:
            merged.append(candidate)
    return merged


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


def _with_baseline(target: Candidate, figures: list[Candidate]) -> Candidate:
    """The figure of the same parties and measure in the same or a neighbouring sentence is where the first step starts."""
    claim = target.claim
    assert isinstance(claim, TradeTarget)
    if claim.step != 1 or (claim.measure != "turnover" and claim.from_country is None):
        return target
    best: tuple[int, TradeFigure] | None = None
    for figure in figures:
        other = figure.claim
        assert isinstance(other, TradeFigure)
        near = abs(figure.sentence - target.sentence)
        fits = (
            other.parties == claim.parties
            and other.measure == claim.measure
            and other.scope is None
            and other.amount is not None
            and other.currency == (claim.currency or other.currency)
        )
        if (
            not fits
            or near > 1
            or (claim.amount is not None and other.amount is not None and other.amount >= claim.amount)
        ):
            continue
        cost = near * 100 - (other.period.last.year - 1900 if other.period else 0)
        if best is None or cost < best[0]:
            best = (cost, other)
    if best is None:
        return target
    return replace(target, claim=replace(claim, baseline_amount=best[1].amount, baseline_period=best[1].period))


__all__ = ["RULES", "days_apart", "merge"]
