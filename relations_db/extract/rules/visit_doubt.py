"""Visits that a rule reads out of words on something else: a tour of a continent, traders in a town, a broadcast monitored abroad."""

from __future__ import annotations

from relations_db.extract.candidate import SAID, Candidate
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, Visit

_TRIP = r"(?:visits?|trips?|tours?|journeys?|swing|missions?)"
_REGION = r"(?:B\d+|K\d+|europe|scandinavia|asia|africa|(?:latin|north|south|central) america|(?:far|middle|near) east|the gulf|region|continent|capitals)"
_TO_REGION = re.compile(
    rf"\b{_TRIP} (?:[a-z]+ )?(?:to|of|through|in|around) (?:the )?(?:[a-z]+ )?{_REGION}\b|\b(?:european|asian|african|american|scandinavian|regional|K\d+|B\d+) {_TRIP}\b"
)
_SUCH = re.compile(rf"\bsuch (?:an? )?{_TRIP}\b|\bthe current {_TRIP}\b")
_WHERE_MET = re.compile(r" , where [HP]\d+ (?:[a-z]+ )?(?:met|saw|talked)\b")
_MONITORED = re.compile(r"\bmonitored (?:here )?in\b")
_UNLIKELY = re.compile(r"\bunlikely (?:that|to)\b")
# The town is that of others, or of a building: "traders in L said", "ministers agreed in C", "the embassy in L".
_OF_OTHERS = (
    r"\b(?:(?<!P )(?:traders|dealers|officials|sources|analysts|brokers|bankers|ministers|delegates|producers|experts|correspondents|nations|countries|donors)"
    r"|embassy|consulate|exchange|market|radio|television|newspapers?|bourse)(?: [a-z]+){0,3} (?:in|at) (?:the )?"
)
# The tour is theirs: "the team, back from a tour of Y"
_OTHERS_TOUR = re.compile(
    r"\b(?:team|side|squad|eleven|orchestra|choir|band|troupe|ballet|players|footballers|cricketers|athletes|singers?|musicians?|actors?|actress|pianist|pilgrims|tourists|holidaymakers|pupils|students|"
    rf"businessmen|executives|traders|journalists|scouts|troops|frigate|destroyer|warships?) ,? ?(?:(?:just|now|who|which|is|are|was|were|had|has|have|been) )*(?:back|home|fresh|returned|returning|returns?) (?:home )?(?:from|after) (?:an? |the |their |its |Q\d+ )?(?:[a-z-]+ )?{_TRIP}\b"
)
_STAY = re.compile(
    rf"^it (?:(?:is|was|will|to|due|expected|scheduled|set) )*(?:last|run|end|conclud|clos|finish|continu|go|beg[ai]n|start|open)|\b(?:{_TRIP}|stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|there|talks|summit|meetings?|conference|session|forum|negotiations|festival|celebrations)\b"
)


# "a swing in C's current account", "urged her to go to the country a year early": turns of trade and calls of elections
_NO_TRIP = re.compile(r"\bswing in (?:the )?[CA]\d+(?: 's)? [a-z]|\b(?:go|goes|going|gone|went) to the country\b")


def is_doubtful(sentence: Sentence, candidate: Candidate) -> bool:
    """True for a visit that the words of its sentence do not bear out."""
    claim, coded = candidate.claim, sentence.coded
    if not isinstance(claim, Visit):
        return False
    if candidate.rule in ("visit-noun", "visit-motion", "visit-clause") and _NO_TRIP.search(coded):
        return True
    if candidate.rule == "visit-lasted" and not _STAY.search(coded):
        return True
    if candidate.rule == "visit-noun" and not sentence.of("P") and _OTHERS_TOUR.search(coded):
        return True
    if candidate.where.get("host", (SAID, None))[0] is Basis.FRAME:
        if _SUCH.search(coded) or (_TO_REGION.search(coded) and not _came_on_a_day(candidate)):
            return True
        if candidate.rule == "visit-talks" and _WHERE_MET.search(coded):
            return True
    if _MONITORED.search(coded) or _UNLIKELY.search(coded):
        return candidate.rule in ("visit-act", "visit-motion", "visit-presence", "visit-verb")
    return candidate.rule == "visit-act" and _is_of_others(sentence, claim)


def _came_on_a_day(candidate: Candidate) -> bool:
    """True for "flew in on Tuesday from Y, the first stop of an Asian tour": here, whatever the tour is of."""
    said = candidate.where["started_on"][0] is SAID
    return candidate.rule == "visit-came" and said and getattr(candidate.claim, "started_on", None) is not None


def _is_of_others(sentence: Sentence, claim: Visit) -> bool:
    """True where each mention of the host's places belongs to others than the guest."""
    places = [
        (number, unit)
        for number, unit in sentence.things
        if unit.code in ("L", "C") and unit.thing is not None and claim.host in getattr(unit.thing, "values", ())
    ]
    stood = [re.search(_OF_OTHERS + "$", sentence.coded[: sentence.offsets[number]]) for number, _ in places]
    return bool(stood) and all(stood)
