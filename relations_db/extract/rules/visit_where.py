"""Where the rules on visits find a place: named, meant by "there" or "the capital", or carried by the head of an entry and the dateline."""

from __future__ import annotations

from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context, Place
from relations_db.extract.loci import Locus, head_place
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.values import Basis


def place_for(context: Context, sentence: Sentence, locus: Locus, guest: Entity | None) -> Place | None:
    """What a place phrase means for a guest."""
    if locus.unit is not None:
        return place_at(context, sentence, locus.unit)
    return anaphoric(context, sentence, locus.start, locus.words, guest)


def place_at(context: Context, sentence: Sentence, number: int) -> Place:
    """The place of a city or state unit; a state takes the city that stands beside it."""
    unit = sentence.units[number]
    if unit.code == "L":
        return context.place_of(unit)
    state = context.state_of(unit)
    assert state is not None
    at = sentence.offsets[number]
    beside = re.compile(r"C\d+ (?:, |\( )?(?:in |to |first in |first to )?(?:the city of )?L(\d+)").match(
        sentence.coded, at
    )
    before = re.search(r"L(\d+) , (?:in )?(?:the )?$", sentence.coded[:at])
    for found in (beside, before):
        if found:
            city = context.place_of(sentence.units[int(found.group(1))])
            if city.country == state:
                return city
    named = context.analysis.said(unit.start, unit.end)
    capital = named if context.lexicon.capitals.get(state) == named else None
    return Place(capital, state, SAID, (unit.start, unit.end))


def capital_of(context: Context, state: str) -> str | None:
    """The capital's name where the text itself uses it."""
    capital = context.lexicon.capitals.get(state)
    named = any(h.kind == "city" and h.values[0] == state and h.city == capital for h in context.analysis.hits)
    return capital if named else None


def anaphoric(context: Context, sentence: Sentence, offset: int, words: str, guest: Entity | None) -> Place | None:
    """The place that "there", "here", "the capital" or "our country" means for a guest."""
    home = guest.country if guest else None
    if owner := re.search(r"[AC](\d+)", words):
        state = context.state_of(sentence.units[int(owner.group(1))])
        return (
            Place(capital_of(context, state) if "capital" in words else None, state, Basis.REFERENCE) if state else None
        )
    if words in ("here", "in town"):
        return here(context, sentence, home)
    if words == "there":
        here_now = scene_at(context, sentence.index)
        if here_now.crowd and here_now.place and here_now.place.country != home:
            return here_now.place
        return context.last_place(sentence, offset, home, there=True)
    if "city-state" in words:
        return _city_state(context, sentence, offset)
    told = told_place(context, sentence, offset, home)
    if told is None:
        return None
    if "capital" in words:
        return Place(capital_of(context, told.country), told.country, Basis.FRAME)
    return told if words.endswith(("city", "town")) else Place(None, told.country, Basis.FRAME, told.span)


_CITY_STATES = frozenset(("SGP", "MCO", "SMR", "VAT"))


def _city_state(context: Context, sentence: Sentence, offset: int) -> Place | None:
    """The city-state named last before."""
    for index in range(sentence.index, -1, -1):
        earlier = context.analysis.sentences[index]
        for number in reversed(earlier.of("C", "L")):
            state = context.state_of(earlier.units[number])
            if state in _CITY_STATES and (index < sentence.index or earlier.offsets[number] < offset):
                return place_at(context, earlier, number)
    return None


def here(context: Context, sentence: Sentence, home: str | None) -> Place | None:
    """The place of writing: the head of the entry, else the dateline; for a person at home there, none."""
    place = head_place(context, sentence) or context.here()
    at_home = place and (place.country == home or (home, place.country) == ("VAT", "ITA"))
    return None if at_home else place


def told_place(context: Context, sentence: Sentence, offset: int, home: str | None) -> Place | None:
    """The foreign state or city that the text is about here: told last before, else the dateline's, else the story's."""
    last = context.last_place(sentence, offset, home)
    if last and last.city:
        return last
    if place := here(context, sentence, home):
        return place
    if last:
        return last
    if context.host and context.host != home:
        return Place(context.host_city, context.host, Basis.FRAME)
    pair = context.local_pair(sentence.index) or ()
    others = [s for s in pair if s != home]
    return Place(None, others[0], Basis.FRAME) if home in pair and len(others) == 1 else None


def scene(context: Context, sentence: Sentence) -> Place | None:
    """Where what a sentence tells takes place, when the sentence does not say so."""
    told = scene_at(context, sentence.index)
    if told.place is not None:
        return told.place
    if told.aside or context.entry_date(sentence.index):
        return None
    return Place(context.host_city, context.host, Basis.FRAME) if context.host else None


def is_talked_of(context: Context, sentence: Sentence, locus: Locus) -> bool:
    """ "Spoke about the suffering in Y": the place is that of a thing which is only a subject of talk."""
    if " about " not in sentence.coded[: locus.start]:
        return False
    number = sentence.at(locus.start)
    clause = context.clause_at(sentence, number)
    phrases = clause.phrases if clause else []
    of = next((p.of_noun for p in phrases if p.start == number), None)
    return of is not None and any(p.noun.head == of and p.prep == "about" for p in phrases)
