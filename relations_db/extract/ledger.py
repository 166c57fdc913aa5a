"""The account of what was not read: no word that looks like a fact is lost in silence.

A trigger word ("visited", "signed", "turnover" beside a sum) ends in one of three ways: a statement of its kind quotes the sentence, a
phrase of the sentence was refused with a reason, or the sentence is listed as unhandled. Only texts that name two states are held to
account; one listing per sentence and kind is enough.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from relations_db.language.analysis import Analysis, Sentence
from relations_db.language.realis import around, of_group, verb_group
from relations_db.values import Ignored, Kind, Quote, Statement, Unhandled

_BEFORE, _AFTER = 3, 6  # words of the sentence that are shown with a trigger
_ACTORS = ("C", "A", "L", "P", "G", "H", "Q")
NO_PARTY = "the sentence names no state, city or person"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that look like a fact of a kind, where one of `beside` stands in the sentence too (words, or a unit's letter).

    `also`: kinds whose statements account for the words as well.
    """

    kind: Kind
    words: frozenset[str]
    beside: frozenset[str] = frozenset()
    also: frozenset[Kind] = field(default=frozenset())


_PAPERS = frozenset({Kind.AGREEMENT, Kind.DECLARATION})
_SUMS = frozenset({Kind.TRADE_FIGURE, Kind.TRADE_TARGET, Kind.AGREEMENT, Kind.JOINT_PROJECT})
TRIGGERS: tuple[Trigger, ...] = (
    Trigger(
        Kind.VISIT,
        _words(
            "visit visits visited visiting visitor trip trips tour toured touring stopover arrive arrives arrived arriving arrival "
            "landed flew welcomed welcomes welcoming received receives hosted hosts hosting guest"
        ),
        frozenset({"P", "H", "G"}),
        frozenset({Kind.MILESTONE}),
    ),
    Trigger(
        Kind.DECLARATION,
        _words(
            "declaration declarations communique partnership partnerships alliance allied upgraded upgrade elevated elevate treaty"
        ),
        also=_PAPERS,
    ),
    Trigger(
        Kind.AGREEMENT,
        _words(
            "signed sign signs signing signature inked initialled agreement agreements memorandum memoranda memorandums protocol "
            "protocols roadmap contract contracts accord accords pact pacts deal deals"
        ),
        also=_PAPERS | {Kind.TRADE_TARGET},
    ),
    Trigger(
        Kind.TRADE_TARGET,
        _words("target targets targeted goal aim double doubling triple tripling quadruple"),
        _words("trade turnover exports imports commerce investment investments exchange exchanges"),
        _SUMS,
    ),
    Trigger(
        Kind.TRADE_FIGURE,
        _words("trade turnover exports imports commerce investment investments exchange exchanges"),
        frozenset({"M"}),
        _SUMS,
    ),
    Trigger(
        Kind.MILESTONE,
        _words("embassy embassies consulate diplomatic"),
        _words("open opens opened opening reopened inaugurated established establish establishment restored restoration severed"),
    ),
    Trigger(Kind.MILESTONE, _words("recognised recognized recognise recognize recognises recognizes recognition"), _words("independence sovereignty state")),
    Trigger(Kind.MILESTONE, _words("awarded decorated conferred bestowed"), _words("order medal honour honor award decoration")),
)  # fmt: skip
_OTHER_SENSE = _words("sign signs deal")  # "a sign of respect", "a great deal of room"
_ALL_WORDS = frozenset[str]().union(*(trigger.words for trigger in TRIGGERS))


def account(
    analysis: Analysis, statements: Iterable[Statement], ignored: Iterable[Ignored]
) -> tuple[list[Ignored], list[Unhandled]]:
    """What is left of the trigger words of a text: refused by the telling of the sentence, and unhandled."""
    told = _kinds_told(analysis, statements, ignored)
    refused: list[Ignored] = []
    unhandled: list[Unhandled] = []
    for sentence in analysis.sentences:
        words = sentence.words
        if _ALL_WORDS.isdisjoint(words):
            continue
        for trigger in _left(sentence, words, told.get(sentence.index, set())):
            at = _place(sentence, trigger.words)
            if at is None:
                continue
            quote = Quote.of(analysis.text, *_shown(sentence, at))
            if reason := _why_not(sentence, at):
                refused.append(Ignored(quote, trigger.kind, reason))
            else:
                unhandled.append(Unhandled(quote, trigger.kind))
    return refused, unhandled


def _kinds_told(
    analysis: Analysis, statements: Iterable[Statement], ignored: Iterable[Ignored]
) -> dict[int, set[Kind]]:
    """For each sentence the kinds of which it gave a statement or a refusal."""
    starts = [sentence.start for sentence in analysis.sentences]
    told: dict[int, set[Kind]] = {}
    quotes = [(s.kind, quote) for s in statements if s.kind is not Kind.LEADER for quote in s.quotes]
    for kind, quote in [*quotes, *((i.kind, i.quote) for i in ignored)]:
        first = max(0, bisect_right(starts, quote.span.start) - 1)
        for index in range(first, bisect_right(starts, quote.span.end - 1)):
            told.setdefault(index, set()).add(kind)
    return told


def _left(sentence: Sentence, words: frozenset[str], told: set[Kind]) -> Iterable[Trigger]:
    """The triggers of a sentence that nothing accounts for, one for each kind."""
    kinds: set[Kind] = set()
    for trigger in TRIGGERS:
        if trigger.kind in told or trigger.kind in kinds or trigger.words.isdisjoint(words):
            continue
        if not trigger.also.isdisjoint(told) or not _stands_beside(sentence, words, trigger):
            continue
        kinds.add(trigger.kind)
        yield trigger


def _stands_beside(sentence: Sentence, words: frozenset[str], trigger: Trigger) -> bool:
    if not trigger.beside or not trigger.beside.isdisjoint(words):
        return True
    return any(unit.code in trigger.beside for _, unit in sentence.things)


def _place(sentence: Sentence, words: frozenset[str]) -> int | None:
    """The number of the first unit that is one of the words, in the sense that matters."""
    units = sentence.units
    for number, unit in enumerate(units):
        if not unit.code and unit.word in words:
            around_it = {u.word for u in units[max(0, number - 1) : number + 2]}
            if unit.word not in _OTHER_SENSE or around_it.isdisjoint(("of", "great", "good")):
                return number
    return None


def _shown(sentence: Sentence, at: int) -> tuple[int, int]:
    """Text offsets of a trigger with some words around it."""
    low, high = max(0, at - _BEFORE), min(len(sentence.units) - 1, at + _AFTER)
    return sentence.units[low].start, sentence.units[high].end


def _why_not(sentence: Sentence, at: int) -> str:
    """Why the sentence asserts nothing at the trigger; empty where it does."""
    if not sentence.of(*_ACTORS):
        return NO_PARTY
    start = sentence.offsets[at]
    told = around(sentence, start, start + len(sentence.units[at].word)).reason
    return told or of_group(verb_group(sentence, start)).reason
