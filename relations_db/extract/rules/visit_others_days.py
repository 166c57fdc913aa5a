"""Dates in the sentence of a visit that belong to other words: the end of a stay, an aside, the next stop."""

from __future__ import annotations

from collections.abc import Callable

from relations_db.extract.context import Context, When
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis
from relations_db.language.verbs import BASE, PAST, forms_of
from relations_db.values import Status

# words after which a date is the end of a stay
LAST_DAY = re.compile(
    r"\b(?:until|till|ends?|ended|ending|concludes|leaves|left|departs|runs to|lasts to|through|(?:go|goes|fly|flies|return|returns|head|heads|travels?|is|be) (?:back )?home|flies (?:back|out)|(?<!a )(?<!his )(?<!her )returns?) (?:on |the |in )?$"
)


_RELATIVE = re.compile(
    r" , (?:(?:in|on|under|by|for|to|from|of|at) )?(?:who|whose|which|whom|where)\b[^;:]*?(?: , (?!and D|D)|$)"
    r"| , (?:(?:re-)?elected|appointed|named|chosen|sworn|inaugurated|crowned|born|in (?:office|power))\b[^,;:]* ,"
)


# "the first president to visit Y since 2011"
_FIRST_TO = re.compile(
    r"\b(?:(?:first|only) (?:[a-zAC\d'-]+ ){0,6}|P(?P<role>\d+) )to [a-z]+ (?:(?:in|to) )?(?:the )?(?:[LC]\d+)? ?$"
)


def is_first_to(sentence: Sentence, offset: int) -> bool:
    """True behind "the first president to visit Y": a year after "since" is that of another."""
    found = _FIRST_TO.search(sentence.coded, max(0, offset - 90), offset)
    if found is None or not found.group("role"):
        return found is not None
    return bool(re.search(r"\b(?:first|only)\b", sentence.units[int(found.group("role"))].word))


# "the first by a president since X of Y in 2008", "since the two states established ties in 1980": another's day
_FIRST_SINCE = re.compile(r"\bsince (?!(?:(?:on|last|early|late|the) )*D\d)[^,;]*$")


# "the visit follows the signing of a pact in March", "coincides with the anniversary of the raid of 1999": the day of what it is set beside
_ELSE = re.compile(
    r"\b(?:visits?|trips?|tours?|stays?|journeys?)\b(?: (?:to|in) (?:the )?[LC]\d+| (?:by|of) (?:the )?[PH]\d+| also| now| thus)* (?:following|after|follow(?:s|ed)|coincid(?:es|ed) with|marks|marked|(?:comes?|came) [^,;]{0,30}?\b(?:after|before|ahead of|as|amid)|takes? place (?:after|ahead of|amid)|took place (?:after|ahead of|amid)|builds? on|built on|(?:comes?|came) D\d+(?= (?:the )?[PCHLAK]\d)) (?!D\d+ (?:$|[,.]))[^,;:]*$"
    r"|\b(?:visit|trip|tour|stay) [^,;:]{1,60}?(?:[PL]\d+ 's|Q\d+) (?:[a-z-]+ ){0,3}(?:visit|trip|tour|stay) (?:(?:to|in) (?:the )?[LC]\d+ )?(?:in |on |of )?$"
)


# "signed an annex to the agreement of 2011", "the victims of the May floods": the year of a paper, the month of a disaster
_OF_PAPER = re.compile(
    r"\b(?:agreements?|accords?|pacts?|treat(?:y|ies)|conventions?|protocols?|memorandum|declaration|contract|constitution|war|crisis|revolution|coup|embargo) of (?:the )?$"
)
_OF_DISASTER = re.compile(
    r"D\d+ (?:[a-z]+ )?(?:floods?|flooding|earthquakes?|quake|elections?|vote|ballot|attacks?|bombings?|raids?|coup|massacre|storms?|cyclone|typhoon|hurricane|fires?|wildfires?|landslides?|protests?|riots|war|ceasefire|truce|referendum|budget|harvest|agreements?|accords?|treaty|pact)\b"
)


def of_another(sentence: Sentence, offset: int) -> Callable[[int], bool]:
    """Whether the date at an offset belongs to other words: the end of a stay, or a relative clause that tells of another time."""
    asides = [m.span() for m in _RELATIVE.finditer(sentence.coded) if not m.start() < offset < m.end()]

    def skip(at: int) -> bool:
        year = sentence.units[sentence.at(at)].word.isdigit()
        if (year and _OF_PAPER.search(sentence.coded, max(0, at - 40), at)) or _OF_DISASTER.match(sentence.coded, at):
            return True
        own = offset <= at and re.fullmatch(r"(?: (?:back|home|out))* ?(?:on |the |in )?", sentence.coded[offset:at])
        ended = None if own else LAST_DAY.search(sentence.coded[max(0, at - 60) : at])
        ended = ended or _FIRST_SINCE.search(sentence.coded, max(offset, at - 90), at)
        ended = ended or (_ELSE.search(sentence.coded, offset, at) if offset < at else None)
        if of_next_stop(sentence, offset, at):
            return True
        since = re.search(r"\bsince (?:(?:early|late|the) )?$", sentence.coded[max(0, at - 12) : at])
        ended = ended or (since if since and is_first_to(sentence, offset) else None)
        return bool(ended) or any(low < at < high for low, high in asides)

    return skip


# "flies to Sydney, on Thursday to Canberra": the day of the next place
_NEXT_STOP = re.compile(r"D\d+ (?:he |she )?(?:to|for) (?:the )?[LC]\d")
_THEN = re.compile(r"(?: ,| and)(?: then)? (?:on )?$")


def of_next_stop(sentence: Sentence, offset: int, at: int) -> bool:
    if not offset < at or _NEXT_STOP.match(sentence.coded, at) is None:
        return False
    return _THEN.search(sentence.coded, offset, at) is not None


def of_past_act(context: Context, sentence: Sentence, near: When, realis: Realis) -> bool:
    """True for the day of something done, told beside a plan: "set out on Tuesday on a tour that takes him to Y"."""
    if realis.status is not Status.PLANNED or near.span is None:
        return False
    for clause in context.clauses(sentence):
        told = [sentence.units[n] for n in clause.dates if sentence.units[n].start == near.span[0]]
        if clause.form == "finite" and told and getattr(told[0].thing, "unit", "") in ("weekday", "days"):
            known = forms_of(sentence.units[clause.verb.head].word)
            alone = len(clause.subject) == 1 and sentence.units[clause.subject[0]].code in ("P", "H")
            past = known is not None and PAST in known[1] and (alone or BASE not in known[1])
            return past and clause.verb.start == clause.verb.head and not clause.passive and clause.lemma != "be"
    return False
