"""The stops of a tour set out as a list: "Togo: 2-4 May", "Togo (2-4 May, state visit), Benin (5 May)", "after stops in Togo and Benin"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.frame_dates import in_year
from relations_db.extract.loci import Locus
from relations_db.extract.rules.visit_cancels import around_trip
from relations_db.extract.rules.visit_kinds import kind_of
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_syntax import owners
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Status, Visit

STOP = re.compile(r"^(?P<to>[CL]\d+)(?: , [CL]\d+)? ?(?:[:(,-]|- -) (?:from |on )?D(?P<on>\d+)(?: to D\d+)? ?[).;]? ?$")
_TOUR = re.compile(r"\b(?:tour|trips?|visits?|itinerary|schedule|programme|legs?|stops?|journey|take H\d+ to)\b")


def stop(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Togo: 2-4 May": a stop of the tour that the lines above announce."""
    guest = _tourist(context, sentence)
    if guest is None:
        return []
    place = place_at(context, sentence, int(match.group("to")[1:]))
    on = context.analysis.on
    when = context.resolve(sentence, int(match.group("on")), None)
    ahead = bool(on and when.date and when.date.last >= on.first)
    realis = Realis(Status.PLANNED if ahead else Status.DONE)
    return make_each(context, sentence, "visit-itinerary", [guest], place, "unspecified", when, realis)


def _tourist(context: Context, sentence: Sentence) -> Entity | None:
    """The leader of whose tour the lines above tell: the stop before, else the subject of the sentence on the tour."""
    for candidate in reversed(context.told):
        claim = candidate.claim
        if candidate.rule == "visit-itinerary" and isinstance(claim, Visit) and sentence.index - candidate.sentence < 3:
            return next(
                (e for e in context.analysis.entities if (e.name, e.country) == (claim.leader, claim.country)), None
            )
    for index in range(sentence.index - 1, max(-1, sentence.index - 5), -1):
        above = context.analysis.sentences[index]
        if _TOUR.search(above.coded) and (pools := people(context, above, above.of("P", "H")[:1])):
            return pools[0][0]
    return None


# ------------------------------------------------------------------ stops as nouns, and places with their days in brackets
A_STOP = re.compile(
    r"\b(?:after|with|for|following|including|between|from|of|his|her|Q\d+|an?|the|two|three|four|N\d+|brief|short|first|second|last|next|scheduled|planned|O\d+|made|makes|making) (?:[a-z]+ )?$"
)


def stops_made(context: Context, sentence: Sentence, match: Match[str], found: Locus) -> list[Candidate]:
    """ "After stops in Y and Z he flew to W": stays whose days are not told."""
    pools = people(context, sentence, owners(context, sentence, match.start()))
    included = _INCLUDED.search(sentence.coded, 0, match.start())
    if included and found.unit is not None:
        guest = _of_travels(context, sentence, match.start()) or context.guest
        pools = pools or ([[guest]] if guest else [])
    if not pools or found.unit is None:
        return []
    realis = around_trip(context, sentence, match.start(), match.end())
    after = re.search(r"\b(?:after|following) (?:[a-zN\d]+ ){0,2}$", sentence.coded[: match.start()])
    realis = Realis(Status.DONE, True) if included or (after and realis.status is Status.DONE) else realis
    made: list[Candidate] = []
    for place, day in each_stop(context, sentence, found.unit, UNKNOWN, realis):
        guests = travellers(pools, place.country)
        made += make_each(context, sentence, "visit-motion", guests, place, "unspecified", day, realis)
    return made


# "the tour, which included an earlier stop in Y", "has taken in stops in Y and Z"
_INCLUDED = re.compile(
    r"\b(?:trip|tour|swing|journey|voyage|travels)\b[^;:.]{0,40}? (?:(?:also|has|had|already) )*(?:included|taken in|featured|involved) (?:an? |N\d+ |[a-z]+ )?(?:[a-z]+ )?$"
)


_IN_BRACKETS = r"(?P<to>[LC]\d+)(?: (?!and\b)[a-z]+){0,2} \( (?:on |in |from )?D(?P<on>\d+)(?: to D\d+)?(?P<how>(?: ,[^()]{0,60})?) \)"
BRACKETED = re.compile(rf"^(?=.*{re.sub(r'[?]P<[a-z]+>', '?:', _IN_BRACKETS)})")


def bracketed(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Y came first (5-7 May, state visit), then Z (9 May)": the stops of the one of whose travels the text tells here."""
    made: list[Candidate] = []
    found = list(re.finditer(_IN_BRACKETS, sentence.coded))
    before = sentence.coded[: found[0].start()]
    above = context.analysis.sentences[sentence.index - 1].coded if sentence.index else ""
    if not _TRAVELS.search(before) and not (_TRAVELS.search(above) or _TRAVELS.search(found[0].group("how"))):
        return []
    guest = _of_travels(context, sentence, found[0].start())
    if guest is None:
        return []
    on = context.analysis.on
    for item in found:
        place = place_at(context, sentence, int(item.group("to")[1:]))
        when = _in_entry(context, sentence, int(item.group("on")))
        ahead = bool(on and when.date and when.date.first > on.last)
        realis = Realis(Status.PLANNED if ahead else Status.DONE)
        guests = [guest] if guest.country != place.country else []
        made += make_each(context, sentence, "visit-bracketed", guests, place, kind_of(item.group("how")), when, realis)
    return made


def _in_entry(context: Context, sentence: Sentence, number: int) -> When:
    """The day of a stop, in the year at the head of a chronicle's entry: "2018 - X travels to Y (15-17 January)"."""
    when, entry = context.resolve(sentence, number, None), context.entry_date(sentence.index)
    year = entry.date.year if entry and entry.date else None
    return in_year(when, sentence.units[number].thing, year)


_TRAVELS = re.compile(
    r"\b(?:travel\w*|tours?|trips?|visit\w*|itinerary|journeys?|abroad|went|flew|been to|stops?|foreign capitals)\b"
)


def _of_travels(context: Context, sentence: Sentence, at: int) -> Entity | None:
    """Who travels: the last named or meant before the first place, in this sentence or the one before."""
    for index in (sentence.index, sentence.index - 1):
        if index < 0:
            break
        told = context.analysis.sentences[index]
        numbers = [n for n in told.of("P", "H", "Q") if index < sentence.index or told.offsets[n] < at]
        if numbers and (pools := people(context, told, numbers[:1])):
            return pools[0][0]
    return None
