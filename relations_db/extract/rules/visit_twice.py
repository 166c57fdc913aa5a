"""Two trips to one state that a sentence counts and tells apart by what they were for: "twice in 2023, first for .. and then for .."."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_kinds import event_in, kind_of
from relations_db.extract.rules.visit_lists import journey_place
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_where import place_at, place_for
from relations_db.extract.rules.visit_who import agents, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group

_LEG = r"(?:(?:first|once|initially|then|again|later|(?:for )?(?:the|a) second time|the other(?: time)?) )*"
_PURPOSE = r"(?:for|with|to(?! the\b)|on|as|at the head of|during|in) (?!D\d)"
TWICE = re.compile(
    rf"\btwice(?: (?:in|during|over))?(?: (?P<when>D\d+))?(?: ,| :| -)? (?P<one>{_LEG}{_PURPOSE}[^;:]{{3,90}}?)(?: ,)? and (?P<two>{_LEG}{_PURPOSE}[^;:]{{3,120}})"
)


def twice(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X came to Y twice in 2023, first for talks and then for the summit in Z": two visits, each with its occasion."""
    legs = (match.group("one"), match.group("two"))
    ordered = re.match(r"(?:then|again|later|once|the|for the second|a second)\b", legs[1])
    if not ordered and not (match.group("when") and _first_word(legs[0]) in (_first_word(legs[1]), "with")):
        return []
    if any(re.search(r"D\d+", leg) for leg in legs):
        return []
    journey = _journey(context, sentence, match)
    if journey is None or journey[1] is None:
        return []
    pools, place, realis = journey[0], journey[1], journey[2]
    told = match.group("when")
    when = (
        context.resolve(sentence, int(told[1:]), False) if told else context.date_near(sentence, match.start(), False)
    )
    made: list[Candidate] = []
    for trip, (name, leg) in enumerate(zip(("one", "two"), legs, strict=True), start=1):
        there = _city(context, sentence, match.span(name), place)
        kind = kind_of(leg) if re.search(r"\bvisit\b", leg) else "summit" if event_in(leg) else "unspecified"
        guests = travellers(pools, there.country)
        notes = {"trip": trip, "occasion": 1}
        made += make_each(context, sentence, "visit-twice", guests, there, kind, when or UNKNOWN, realis, notes)
    return made


def _first_word(leg: str) -> str:
    return leg.split()[0]


def _city(context: Context, sentence: Sentence, leg: tuple[int, int], place: Place) -> Place:
    """The city in which an occasion was, where it is of the state visited."""
    for found in re.finditer(r"\bin (L\d+)\b", sentence.coded[leg[0] : leg[1]]):
        city = place_at(context, sentence, int(found.group(1)[1:]))
        if city.country == place.country:
            return city
    return replace(place, city=None)


def _journey(
    context: Context, sentence: Sentence, match: Match[str]
) -> tuple[list[list[Entity]], Place | None, Realis] | None:
    """Who went where, as the verb before the dates or occasions tells it."""
    before = sentence.coded[: match.start()]
    verb = next(reversed(list(_WENT.finditer(before))), None)
    if verb is None or len(before) - verb.end() > 60:
        return None
    if re.search(r"[;()\"]", before[verb.end() :]) or re.search(r"(?<!twice )(?<!times ):", before[verb.end() :]):
        return None
    pools = agents(context, sentence, verb.start())
    if not pools:
        return None
    place = _place(context, sentence, verb, match, pools)
    realis = guard(context, sentence, match, of_group(verb_group(sentence, verb.start())))
    return pools, place, Realis(realis.status, True)


def _place(
    context: Context, sentence: Sentence, verb: Match[str], match: Match[str], pools: Sequence[list[Entity]]
) -> Place | None:
    locus = next((x for x in loci(sentence, verb.start(), match.start()) if x.prep in ("to", "in", "at", "")), None)
    if locus:
        return place_for(context, sentence, locus, pools[0][0])
    direct = re.compile(r" (?:the )?(?P<to>[LC]\d+)").match(sentence.coded, verb.end())
    if direct:
        return place_at(context, sentence, int(direct.group("to")[1:]))
    own = verb.group() in ("came", "went", "visited")
    return journey_place(context, sentence, verb.start(), pools[0][0]) if own else None


_WENT = re.compile(r"\b(?:came|travelled|traveled|visited|went|flew|was in|was there|been in|been to|was)\b")
