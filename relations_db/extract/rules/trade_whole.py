"""Trade that is no pair's: a state's with the world, or with a bloc."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.trade_measures import Measure
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_BLOC = re.compile(
    r"(?:with|to|from|between|and|in|into) (?:the |its |all |other |these |those )?(?:B\d+|(?:[A-Za-z\d-]+ ){0,2}(?:countries|nations|states|region|continent|bloc|world|members|republics|union|europe|africa|asia)\b)(?! (?:'s|premier|president|leader))"
)
_OF_THE_PAIR = re.compile(r".{0,45}\b(?:two|both|these|those|their|our|your) ")
_TOTAL = re.compile(
    r"\b(?:foreign|world|external|global|total foreign|overall foreign|worldwide)(?: [a-z]+)? $|\b(?:overall|aggregate|national|country 's (?:total|overall)) $"
)
_WHOLE = re.compile(
    r" (?:as a whole|in all markets|worldwide|to the (?:rest of the )?world|to all countries|overall|abroad)\b"
)


_JOINT_BLOC = re.compile(
    r"[CA]\d+(?: 's)? (?:, )?(?:and|-) (?:the )?B\d+|B\d+ (?:,|and|-|, and) (?:the )?[CA]\d+ (?!president|prime|foreign|leader|'s)|\b(?:with|between) (?:the )?(?:B\d++(?! (?:member|country|nation|state|partner|neighbou?r)s?\b)|(?:bloc|group|grouping|continent|african|arab|central asian|european) ?(?:countries|states|nations)?(?= (?:,|\.|;|to|at|in|by|and|was|is|reached|has)))"
)
_TRADE_TALK = re.compile(r"\b(?:trade|turnover|commerce|exports?|imports?|investment)\b")


def is_of_bloc(context: Context, sentence: Sentence) -> bool:
    """True where a sentence without a pair of states speaks of trade with a bloc, or goes on from one that does ("India and Africa")."""
    for index in range(sentence.index, max(-1, sentence.index - 6), -1):
        told = context.analysis.sentences[index]
        if len(context.states_in(told)) > 1 or re.search(r"\b(?:the two countries|bilateral talks)\b", told.coded):
            return False
        if _JOINT_BLOC.search(told.coded) and _TRADE_TALK.search(told.coded):
            return True
    return False


def is_total(coded: str, measure: Measure) -> bool:
    """True for a state's trade with the world or with a bloc."""
    after = coded[measure.end :]
    if _WHOLE.match(after) or (
        _TOTAL.search(coded[: measure.start])
        and not re.match(r"[^,;]{0,30}\b(?:with |(?:to|from) (?:the )?[CALG]\d)", after)
    ):
        return True
    if _OF_BLOC.search(coded[: measure.start]):
        return True
    if measure.name == "investment" and _ATTRACT.search(coded[: measure.start]) and not _FROM_STATE.match(after):
        return True
    lead = re.match(r"(?: (?:volume|turnover|exchange|of|by|[A-Z]\d+|goods|in|M\d+))* ", after)
    return bool(lead and _BLOC.match(after, lead.end())) and not _OF_THE_PAIR.match(after)


_OF_BLOC = re.compile(r"\bB\d+(?: 's)? (?:[a-z]+ ){0,2}$")
_ATTRACT = re.compile(r"\b(?:attract\w*|lur\w+|draw\w*)\b[^,;:]*$")
_FROM_STATE = re.compile(r"(?: [a-zMDN\d-]+){0,6}? (?:from|by) (?:the )?[CAP]\d")
