"""He, she and his: whom a pronoun cannot mean, when "her" owns a noun, and whose wife or child is no leader."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from relations_db.language import patterns as re
from relations_db.language.fold import fold, lower
from relations_db.language.people import Entity, Mention

if TYPE_CHECKING:
    from relations_db.language.analysis import Analysis

_HIS = re.compile(r"\b(?:mr|king|prince|emir|amir|sultan|sheikh|chairman|sir|lord|pope|emperor)\b")
_HERS = re.compile(r"\b(?:mrs|ms|miss|queen|princess|sheikha|lady|madame|chairwoman|baroness|dame|empress|duchess)\b")
# Given names that women bear, as women who held office bore them.
_WOMEN = frozenset(
    "agnes alicia alina ana andrea angela angelina anita ann anna annalena anne annegret annick annita anniken antonella asuncion audrey aurore barbara beata beatriz benazir bidya birgitta "
    "borjana camilla carina carla carmen carolina caroline catherine cecilia chandrika charlotte christiana chrystia clara claudia colette condoleezza corazon cristina dalia deborah dilma dina "
    "dolores doris droupadi edita ekaterina elena eleonora elisa elisabeth elizabeth ellen elsa elvira emma erna esperanza esther eugenia eva federica fiona florence frances gabriela georgette "
    "gina giorgia gloria golda graca grace halimah hanna hannah heidi helen helena helga helle hillary hilde indira inga ingrid irena irene irina isabel iveta ivonne jacinda jadranka jana "
    "janet jennifer jenny joan joanna johanna joyce judith julia julie kaja kamala kamla karen karin karolina katalin katerina katja katrin katrina khaleda kolinda kristalina kyriaki "
    "laura laurence leila lena lilian linda liz louise lucia ludivine luisa luminita lynne madeleine magdalena maia maja margaret margarita margrethe maria mariam mariana marie marija marina "
    "marise marta martha mary maryam megawati melanie melita mercedes mette mia michaelle michele michelle mireya monica monika nadia najla nancy natalia natasa nicola nirmala "
    "olga ursula patricia paula paulina penny petra portia pratibha rachel radmila rebecca rosa rosario roza ruth salome samia sandra sanna sara sarah sheikha simone sofia sonia sophie "
    "stella susan susana sushma suzana svetlana sylvie tanja tansu tarja tatiana teresa thelma theresa tina trinidad vaira valentina veronica victoria viola violeta viorica xiomara yingluck "
    "yulia yuriko zuzana".split()
)
_OF_PRONOUN = {"he": 1, "him": 1, "his": 1, "she": -1, "her": -1, "hers": -1}


def genders(analysis: Analysis) -> dict[int, int]:
    """By the id of an entity 1 for a man, -1 for a woman; nothing for those of whom the text does not tell."""
    votes: Counter[int] = Counter()
    for mention in analysis.mentions:
        if mention.entity:
            title = mention.phrase or analysis.low[mention.start : mention.end]
            votes[id(mention.entity)] += 3 * (bool(_HIS.search(title)) - bool(_HERS.search(title)))
    for entity in analysis.entities:
        votes[id(entity)] -= 3 * (lower(fold(entity.name)).partition(" ")[0] in _WOMEN)
    before: list[Entity] = []
    for sentence in analysis.sentences:
        here: list[Entity] = []
        for _, unit in sentence.things:
            word = unit.word if unit.code in ("H", "Q") else unit.word.partition(" ")[0] if unit.code == "P" else ""
            acts = not (unit.code == "H" and word in ("him", "her"))  # "X met her": she is another
            told = (here if acts else []) or before
            if (sort := _OF_PRONOUN.get(word, 0)) and len({id(e) for e in told}) == 1:
                votes[id(told[0])] += sort
            if unit.code == "P" and isinstance(unit.thing, Mention) and unit.thing.entity:
                here.append(unit.thing.entity)
        before = here
    return {key: 1 if count > 0 else -1 for key, count in votes.items() if count}


def fitting(persons: list[Entity], word: str, known: dict[int, int]) -> list[Entity]:
    """Those whom a pronoun may mean; a woman known as one before those of whom the text does not tell."""
    sort = _OF_PRONOUN.get(word, 0)
    meant = [e for e in persons if not sort or known.get(id(e), sort) == sort]
    return sorted(meant, key=lambda e: known.get(id(e)) != sort) if sort < 0 else meant


def of_two(word: str, told: list[Entity]) -> list[Entity]:
    """Whom "the latter" and "the former's" mean first, of the persons named so far."""
    if word.startswith("the latter"):
        return told[::-1]
    return told[-2:] if word.startswith("the former") else []


# "her" before a noun, not before "in", "and" or "when"
_OWNED = re.compile(
    r" (?!(?:in|at|on|to|with|for|from|by|and|or|when|while|as|before|after|there|here|again|of|into|through|because|that|if|until|off|back|during|about)\b)\w"
)


def owns(word: str, low: str, end: int) -> bool:
    """True for "his", "the latter's" and for "her" before a noun."""
    return word == "his" or word.endswith("'s") or (word == "her" and bool(_OWNED.match(low, end)))


_CONSORT = re.compile(r"\b(?:first lady|first gentleman|empress|queen|consort|mrs|madame)\b")


def accompanies(entity: Entity, low: str) -> bool:
    """True for a leader's wife, husband or child: no rule on events is to take her for the leader."""
    titles = entity.titles
    return entity.kin or bool(titles and entity.known is None and _CONSORT.search(low, titles.start, titles.end))
