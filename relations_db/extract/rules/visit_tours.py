"""Tours whose stops are a list: "X's tour, which took in Y and Z", "Y first, then Z: X's travels", "two days in Y, a night in Z"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.rules.visit_cancels import around_trip
from relations_db.extract.rules.visit_parts import each_stop, make_each, stops
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import agents, is_traveller, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Status

_NOUN = r"(?:tour|trip|trips|travels|journey|journeys|swing|round|odyssey|itinerary|programme|visits|stops|pilgrimage|safari|peregrinations|shuttle|mission)"
_TAKES_IN = (
    r"(?:(?:that|which|and|,) )*(?:(?:has|had|have|also|already|so far|first|then) )*"
    r"(?:t(?:ook|aken|aking) in|cover(?:ed|ing)|includ(?:ed|ing)|compris(?:ed|ing)|embrac(?:ed|ing)|spann(?:ed|ing)|led (?:H\d+ )?to|brought H\d+ to|namely|consisted of|began (?:in|with)|beginning (?:in|with)|started (?:in|with))"
)
TOUR = re.compile(
    rf"\b(?P<who>[PQ]\d+)(?: 's| ')? (?:[a-z-]+ |[NOABD]\d+ |- ){{0,4}}?{_NOUN}\b(?: (?:of|through|across|to|in|around|round|over|abroad) ?(?:the )?(?:[a-zB\d'-]+ ?){{0,4}}?)??(?: D\d+)?(?P<how> ?[,:(-]| (?={_TAKES_IN}))(?: {_TAKES_IN})?(?: (?:first|from|to|in))? (?:the )?(?P<to>[LC]\d++)(?! ?'s)"
)


def tour(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X's tour, Y on Sunday, Z on Monday and W last night": a visit for each stop."""
    number = int(match.group("to")[1:])
    listed = stops(context, sentence, number)
    if len(listed) < 2 and not re.search(_TAKES_IN, match.group()):
        return []
    pools = people(context, sentence, [int(match.group("who")[1:])])
    realis = around_trip(context, sentence, match.start(), match.start("how"))
    return _each(context, sentence, number, pools, realis)


def _each(
    context: Context, sentence: Sentence, number: int, pools: list[list[Entity]], realis: Realis
) -> list[Candidate]:
    if realis.status not in (Status.DONE, Status.PLANNED) or not pools:
        return []
    made: list[Candidate] = []
    for place, day in each_stop(context, sentence, number, UNKNOWN, realis):
        guests = [g for g in travellers([pools[0][:2]], place.country) if is_traveller(context, g)]
        made += make_each(context, sentence, "visit-tour", guests, place, "unspecified", day, realis)
    return made


STOPS_FIRST = re.compile(
    r"^(?:first |after )?(?:the )?(?P<to>[LC]\d+)(?: first| (?:on |in )?D\d+)? ,(?= (?:then|and|next|finally|(?:the )?[LC]\d))[^:;]{3,120} [:;-] (?P<rest>.*)"
)
_ON_TOUR = re.compile(
    rf"\b(?P<who>[PH]\d+) (?:[a-zQD\d' -]+? )?(?:Q\d+|the|an?) (?:[a-zND\d'-]+ ){{0,4}}?{_NOUN}\b|^(?P<owner>P\d+) 's (?:[a-zABNO\d-]+ ){{0,4}}?{_NOUN}\b"
)


def stops_first(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Y first, then Z, and on Wednesday W: X has begun his travels with three capitals"."""
    toured = _ON_TOUR.search(match.group("rest"))
    if not toured:
        return []
    pools = people(context, sentence, [int((toured.group("who") or toured.group("owner"))[1:])])
    ahead = re.search(r"\b(?:will|is to|due to|plans?|would|may|might)\b", match.group("rest")[: toured.end()])
    realis = Realis(Status.PLANNED if ahead else Status.DONE)
    made: list[Candidate] = []
    for named in _DATED_STOP.finditer(sentence.coded, 0, match.start("rest")):
        day = named.group("before") or named.group("after")
        when = context.resolve(sentence, int(day), bool(ahead)) if day else UNKNOWN
        place = place_at(context, sentence, int(named.group("to")))
        guests = [g for g in travellers([p[:2] for p in pools[:1]], place.country) if is_traveller(context, g)]
        made += make_each(context, sentence, "visit-stops-first", guests, place, "unspecified", when, realis)
    return made


_DATED_STOP = re.compile(
    r"(?:D(?P<before>\d+) ,? ?(?:in |to )?(?:the )?)?[LC](?P<to>\d+)(?: first)?(?: (?:on |in )?D(?P<after>\d+))?"
)
_LONG = r"(?:(?:an?|N\d+)(?: (?:and a half|full|whole|short|long))? (?:hours?|days?|nights?|minutes|weeks?|weekend|afternoon|morning|evening)|D\d+|N\d+)"
_SPELL = re.compile(
    rf"\b{_LONG}(?: with (?:[AC]\d+ 's )?P\d+)? (?:each )?(?:in|at|on) (?:the )?(?P<to>[LC]\d+)|\b(?P<at>[LC]\d+) ,(?: C\d+ ,)? {_LONG}(?= ?[;,.:]|$| and )"
)
SPELLS = re.compile(
    rf"^(?=.*\b{_LONG} (?:with P\d+ )?(?:in|at) (?:the )?[LC]\d+.*\b(?:N\d+|an?) (?:[a-z]+ )?(?:in|at) (?:the )?[LC]\d|.*[LC]\d+ ,(?: C\d+ ,)? N\d+ [a-z]+ ?;.*[LC]\d+ ,(?: C\d+ ,)? N\d+ [a-z]+)"
)


def spells(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Two days in Y, one in Z and three in W": each is a stay of the one of whom the sentence tells."""
    found = [m for m in _SPELL.finditer(sentence.coded) if re.search(r"\bN\d|\b(?:an?) ", m.group())]
    if len(found) < 2 or not re.search(r"\b(?:hours?|days?|nights?|minutes|weeks?)\b", found[0].group()):
        return []
    first = found[0].start()
    pools = agents(context, sentence, first)
    if not pools:
        before = [n for n in sentence.of("P", "H", "Q") if sentence.offsets[n] < first]
        pools = people(context, sentence, before[:1])
    if not pools or re.search(r"\b(?:will|is to|would|plans?|due|not|never)\b", sentence.coded[:first]):
        return []
    made: list[Candidate] = []
    for spell in found:
        place = place_at(context, sentence, int((spell.group("to") or spell.group("at"))[1:]))
        dated = re.compile(r"(?: ,)? ?\(?(?: ?on)? ?D(\d+)").match(sentence.coded, spell.end())
        when = context.resolve(sentence, int(dated.group(1)), False) if dated else UNKNOWN
        guests = [g for g in travellers([pools[0][:2]], place.country) if is_traveller(context, g)]
        made += make_each(
            context, sentence, "visit-spells", guests, place, "unspecified", when, Realis(Status.DONE), weak=True
        )
    return made
