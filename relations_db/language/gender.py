"""He, she and his: whom a pronoun cannot mean, when "her" owns a noun, and whose wife or child is no leader."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from relations_db.language import patterns as re
from relations_db.language.people import Entity, Mention

if TYPE_CHECKING:
    from relations_db.language.analysis import Analysis

_HIS = re.compile(r"\b(?:mr|king|prince|emir|amir|sultan|sheikh|chairman|sir|lord|pope|emperor)\b")
_HERS = re.compile(r"\b(?:mrs|ms|miss|queen|princess|sheikha|lady|madame|chairwoman|baroness|dame|empress|duchess)\b")
_OF_PRONOUN = {"he": 1, "him": 1, "his": 1, "she": -1, "her": -1, "hers": -1}


def genders(analysis: Analysis) -> dict[int, int]:
    """By the id of an entity 1 for a man, -1 for a woman; nothing for those of whom the text does not tell."""
    votes: Counter[int] = Counter()
    for mention in analysis.mentions:
        if mention.entity:
            title = mention.phrase or analysis.low[mention.start : mention.end]
            votes[id(mention.entity)] += 3 * (bool(_HIS.search(title)) - bool(_HERS.search(title)))
    for sentence in analysis.sentences:
        here: list[Entity] = []
        for _, unit in sentence.things:
            if unit.code == "P" and isinstance(unit.thing, Mention) and unit.thing.entity:
                here.append(unit.thing.entity)
            elif unit.code in ("H", "Q") and len({id(e) for e in here}) == 1:
                votes[id(here[0])] += _OF_PRONOUN.get(unit.word, 0)
    return {key: 1 if count > 0 else -1 for key, count in votes.items() if count}


def fitting(persons: list[Entity], word: str, known: dict[int, int]) -> list[Entity]:
    """Those whom a pronoun may mean."""
    sort = _OF_PRONOUN.get(word, 0)
    return [e for e in persons if not sort or known.get(id(e), sort) == sort]


# "her" before a noun, not before "in", "and" or "when"
_OWNED = re.compile(
    r" (?!(?:in|at|on|to|with|for|from|by|and|or|when|while|as|before|after|there|here|again|of|into|through|because|that|if|until|off|back|during|about)\b)\w"
)


def owns(word: str, low: str, end: int) -> bool:
    """True for "his" and for "her" before a noun."""
    return word == "his" or (word == "her" and bool(_OWNED.match(low, end)))


_CONSORT = re.compile(r"\b(?:first lady|first gentleman|empress|queen|consort|mrs|madame)\b")


def accompanies(entity: Entity, low: str) -> bool:
    """True for a leader's wife, husband or child: no rule on events is to take her for the leader."""
    titles = entity.titles
    return entity.kin or bool(titles and entity.known is None and _CONSORT.search(low, titles.start, titles.end))
