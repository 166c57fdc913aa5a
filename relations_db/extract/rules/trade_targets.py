"""Trade targets: stated aims for the value of trade or investment. Constructions of docs/reference/rules.md, section Trade targets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context, When
from relations_db.extract.periods import due_near
from relations_db.extract.rules.trade_measures import (
    EXPORTS,
    INVESTMENT,
    MEASURE,
    TURNOVER,
    Measure,
    direction,
    measure_for,
)
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.numbers import Number
from relations_db.language.realis import around
from relations_db.values import Basis, PartialDate, TradeTarget

_RAISE = r"(?:increas\w+|rais\w+|bring\w*|boost\w*|reach\w*|tak(?:e|ing)|expand\w*|grow\w*|lift\w*|push\w*|achiev\w+|enhanc\w+|elevat\w+|hit|attain\w*|doubl\w+|tripl\w+|quadrupl\w+|carry|get|ramp\w* up|scal\w+ up|climb|rise|go|exceed|surpass|top|cross|move|see|be worth|amount to)"
_AIM = re.compile(
    rf"\b(?:(?:to|will|shall|should|must|can|ought to|of|for|at|towards?|and|then) (?:\w+ly |then |further |also |even |help |be |more than )*{_RAISE}"
    r"|be(?:ing)? (?:brought|raised|increased|taken|doubled|lifted|boosted|expanded|carried|worth|achieved|reached)|(?:bringing|raising|taking|boosting|increasing|lifting|expanding|doubling|carrying)"
    r"|targets?|targeted|targeting|goals?|aim(?:s|ed|ing)?|objectives?|task|ambitions?|bar|benchmark|landmark|eyes?|eyeing|sights|wants?|wanted|would like|wish(?:es)?|hopes?|agreed on|commitment|committed|promis(?:e|ed|es)|pledg(?:e|ed)|vow(?:ed|s)?|"
    r"in place of|prospect of|milestone of|threshold of|mark of|meant to|means to|is to|are to|set (?:itself|themselves)|offered|resolved)\b"
)
_FACT = re.compile(
    r"\b(?:rose|risen|grew|grown|climbed|jumped|surged|soared|reached|totall?ed|totals?|totalling|amount(?:ed|s|ing)? to|amounted|stood|stands|standing|was|were|came to|hit|made up|making up|constituted|exceeded|exceeds|exceeding|surpassed|topped|crossed|"
    r"approached|neared|fell|fallen|dropped|declined|decreased|shrank|slid|contracted|dipped|increased|went up|gone up|went past|expanded|accounted for|brought in|cost|put|traded|doubled|tripled|valued at|now|currently|at present|equal(?:l)?ed|registered|"
    r"recorded|posted|mounted|added up to|closed|fetched|sold|bought|exported|imported|invested|exchanged|worth)\b"
)
_MAYBE = re.compile(
    r"\b(?:could|might|may|would(?! like)|if|forecasts?|projected|predict\w*|estimated to reach|potential(?:ly)?|whether)\b"
)
_AFTER_AIM = re.compile(
    r"[MN]\d+ (?:- )?(?:(?:trade |turnover )?(?:target|goal|mark|aim|objective|threshold|milestone|benchmark)\b|(?:that |which )?(?:G\d+|the [a-z]+|they|[PC]\d+) (?:wants?|aims?|seeks?|hopes?|wish|targets?|had set|has set|have set)\b|"
    r"(?:that|which) [a-z ]*(?:quot|aim|target|set)|a year is what\b|promised\b|(?:in trade )?(?:is|was|remains?) (?:the|still|our|their) (?:goal|target|aim|official policy))"
)
_REACHED = re.compile(
    r"\b(?:crossed|passed|exceeded|surpassed|topped|reached|hit|broke|attained|went past|above|over|beyond)(?: [a-z]+){0,3} $"
)
_BASE = re.compile(
    r"\b(?:from|against|compared with|compared to|up from|down from|than|versus|current|currently|currently at|present|existing|now|of which)(?: the)?(?: D\d+ 's)?(?: current| present| existing| some| about| around| nearly| just| a| paltry)* $"
)
_APPOSITION = re.compile(
    r"\b(?:trade|turnover|volumes?|exchanges?|exports|imports|commerce)(?: [a-z]+)? (?:,|\() (?:about |now |currently |nearly |some |around |worth |at |over )*$"
)


class Reading(Enum):
    """How a sum is told."""

    TARGET = "target"
    FIGURE = "figure"
    NEITHER = "neither"


def read_sum(sentence: Sentence, at: int) -> Reading:
    """Aim, fact or neither, by the cue nearest before the sum and the words right after it."""
    coded = sentence.coded
    low = max([0, *(m.end() for m in re.finditer(r" ; | (?:while|whereas|but) ", coded[:at]))])
    before = coded[low:at]
    if _AFTER_AIM.match(coded, at) and not _REACHED.search(before):
        return Reading.TARGET
    if _BASE.search(before) or _APPOSITION.search(before):
        return Reading.FIGURE
    aims, facts, maybes = ([m for m in p.finditer(before)] for p in (_AIM, _FACT, _MAYBE))
    aim = aims[-1].end() if aims else -1
    fact = facts[-1].end() if facts else -1
    if maybes and maybes[-1].start() > max(fact, aim - 25) - 25:
        return Reading.NEITHER
    if aim < 0 and fact < 0:
        return Reading.FIGURE
    if fact > aim:
        return Reading.TARGET if _overruled(before, aims, facts) else Reading.FIGURE
    return Reading.TARGET


def _overruled(before: str, aims: list[Match[str]], facts: list[Match[str]]) -> bool:
    """A fact word that belongs to the aim: "set a goal which was ... worth $2 billion", "the target was put at"."""
    last = facts[-1].group()
    if not aims:
        return False
    between = before[aims[-1].end() : facts[-1].start()]
    return (
        last in ("worth", "now", "put", "was", "were", "set")
        and len(between) < 40
        and not re.search(r"[MN]\d+", between)
        and bool(re.search(r"\b(?:target|goal|aim|bar|objective|ambition|task|be)\w*$", aims[-1].group()))
    )


def target(
    context: Context, sentence: Sentence, number: int, amount: Number, currency: str | None, measure: Measure,
    parties: tuple[str, ...], source: str | None, basis: Basis, previous: Candidate | None,
) -> Candidate:  # fmt: skip
    """An aim with its due date, its day and its speakers; a larger sum after another aim of the sentence is the next step."""
    when = announced(context, sentence, number)
    due, due_text, span = due_near(context, sentence, number, when.date)
    speakers = tuple(
        dict.fromkeys(e.name for n in sentence.of("P") for e in context.entities_at(sentence, n) if not e.former)
    )
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
        _step(previous, sentence, parties, measure, amount),
    )
    where = {
        "parties": (basis, None),
        "announced_on": (when.basis, when.span),
        "amount": (SAID, (amount.start, amount.end)),
        "due": (SAID, span),
    }
    return Candidate(claim, [(sentence.start, sentence.end)], "trade-target", sentence.index, where)


def _step(
    previous: Candidate | None, sentence: Sentence, parties: tuple[str, ...], measure: Measure, amount: Number
) -> int:
    if previous is None or previous.sentence != sentence.index:
        return 1
    claim = previous.claim
    assert isinstance(claim, TradeTarget)
    same = claim.parties == parties and claim.measure == measure.name
    return claim.step + 1 if same and claim.amount is not None and claim.amount < amount.value else 1


def announced(context: Context, sentence: Sentence, number: int) -> When:
    """The day of the statement: a date of the sentence that is no due date, a chronicle's date, else the day of the news; in a stay of several days only the month."""
    when = _announced(context, sentence, number)
    if when.date and when.until and when.until != when.date and when.date.month == when.until.month:
        return When(PartialDate(when.date.year, when.date.month), when.basis, when.span)
    return when


def _announced(context: Context, sentence: Sentence, number: int) -> When:
    for position, dated in context.dates_in(sentence):
        at = sentence.offsets[position]
        if re.search(r"\b(?:by|until|before|within|for|since|from)(?: the end of| the year)? $", sentence.coded[:at]):
            continue
        if (
            position < number
            and _can_date(dated)
            or re.search(
                r"\b(?:set|agreed|fixed|announced|adopted|named|proclaimed|repeated)(?: it)? (?:[a-z]+ )*(?:in|on) $",
                sentence.coded[:at],
            )
        ):
            when = context.resolve(sentence, position, False)
            if when.date:
                return when
    entry = context.entry_date(sentence.index)
    if entry:
        return entry
    return context.news_day(sentence.index) if context.visit_date else context.news_date()


def _can_date(dated: Dated) -> bool:
    return dated.weekday is not None or dated.unit == "days" or (dated.month is not None and dated.form != "mym")


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
MULTIPLY = re.compile(
    rf"\b(?P<verb>{'|'.join(_MULTIPLIER)})\b(?P<object>(?: (?:by )?[a-zAQD\d'-]+){{0,7}}? (?:{TURNOVER}|{EXPORTS}|{INVESTMENT}|an exchange|it|this figure))(?![\w-])"
)
MULTIPLIERS = frozenset(_MULTIPLIER)


def multiplied(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "to double trade within five years": a target by a multiplier, where no sum is said."""
    tail = sentence.coded[match.end() :]
    if re.match(r"[^;]{0,60}\bto (?:about |around |over )?[MN]\d+", tail) or not re.search(
        r"\b(?:to|will|of|and|by|at|for) $", sentence.coded[: match.start()]
    ):
        return []
    named = MEASURE.search(match.group("object"))
    measure = (
        Measure(named.lastgroup or "turnover", named.group(), match.start("object"), match.end())
        if named
        else measure_for(context, sentence, match.start())
    )
    if measure is None and match.group("object").endswith("exchange"):
        measure = Measure("turnover", "exchange", match.start("object"), match.end())
    if measure is None or around(sentence, match.start(), match.end()).status is None:
        return []
    parties, source, basis = direction(context, sentence, measure, match.end())
    if not parties:
        return []
    when = announced(context, sentence, sentence.at(match.start()))
    due, due_text, span = due_near(context, sentence, sentence.at(match.end() - 1), when.date)
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
