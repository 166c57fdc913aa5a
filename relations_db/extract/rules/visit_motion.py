""" "X arrived in Y", "X visited Y", "a tour that takes him to Y": verbs of motion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_parts import (
    EVENT_WORDS,
    NOUN,
    anaphoric,
    clause_kind,
    foreign,
    guard,
    guests,
    headline_future,
    implied_host,
    listed,
    make,
    place_at,
    stay_notes,
    visit_when,
)
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Status

_MOTION = {
    "arrived": True, "arrives": True, "arrive": False, "arriving": True, "landed": True, "lands": True, "land": False, "flew": True, "flies": True, "fly": False,
    "travelled": True, "traveled": True, "travels": True, "travel": False, "travelling": True, "traveling": True, "went": True, "goes": True, "go": False, "came": True,
    "comes": True, "come": False, "headed": True, "heads": True, "head": False, "left": True, "leaves": True, "leave": False, "departed": True, "departs": True, "depart": False,
    "jetted": True, "proceeded": True, "proceeds": True, "returned": True, "reached": True, "reach": False, "drove": True, "journeyed": True, "touched": True, "emplaned": True,
    "set": True, "flown": True, "gone": True, "moved": True, "continued": True, "crossed": True, "stopped": True, "calls": True,
}  # fmt: skip


MOTION = re.compile(
    rf"\b(?P<verb>{'|'.join(_MOTION)})(?: (?:down|off|out|over|on|back|home|here|by|plane|across|up|straight|again))?(?P<mid>(?: (?:on|in|early|late|later)? ?(?:the )?D\d+(?: (?:morning|night|evening|afternoon))?| by [a-z]+| here| today| ,| late| early| officially| straight|"
    r" directly| from [LC]\d+(?: ,)?| from there| the day before| [LC]\d+| for the (?:first|second|third|last) time| alone| again| on an?(?: [a-z-]+){1,4}? (?:visit|trip))*?) "
    r"(?:(?P<prep>in|to|at|into|for|on to|onto|via) (?:the )?(?:(?:neighbou?ring|friendly|capital(?= of| ,| [LC])|city(?= of)|of|airport|international|resort|town|southern|northern|eastern|western|,|'s|A\d+(?= (?:city|resort|town))|K\d+|host|republic|island) )*(?P<to>[LC]\d+)(?! 's? (?:request|airport)| - based)"
    r"|(?P<anaphor>there|here|(?:in|to|for|at|into) (?:the|our|this|that) (?:same |A\d+ |host )?(?:capital|country|city|republic|kingdom|island)))(?![\w-])"
)


_NO_TRIP = re.compile(r"^ (?:'s )?(?:exports?|goods|gas|oil|troops|companies|investors|trade)\b")


_LEAVING = frozenset("left leaves leave departed departs depart headed heads head set emplaned took".split())


_LOOSE = frozenset(
    "came comes come goes go went set left moved continued reached crossed touched calls stopped".split()
)


def motion(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X arrived in Y", "X left for Y", "X is to fly to Y"."""
    verb, prep = match.group("verb"), match.group("prep") or "to"
    if (
        (verb in _LEAVING and prep not in ("for", "to"))
        or (verb in _LOOSE and prep in ("at", "into", "via"))
        or verb == "returned"
    ):
        return []
    realis = _motion_realis(context, sentence, match, verb)
    pool = guests(context, sentence, context.subject(sentence, match.start()))
    place = _destination(context, sentence, match, pool[0] if pool else None)
    if not pool or place is None:
        return []
    guest = foreign(pool, place.country)
    when = visit_when(context, sentence, match.end(), realis)
    arrival = verb.startswith(("arriv", "land", "flew", "fl", "touched", "came", "reach"))
    return make(
        context,
        sentence,
        "visit-motion",
        guest,
        place,
        clause_kind(sentence, match),
        when,
        realis,
        match.start(),
        notes=stay_notes(sentence, match.end(), arrival),
    )


def _motion_realis(context: Context, sentence: Sentence, match: Match[str], verb: str) -> Realis:
    group = verb_group(sentence, match.start())
    realis = of_group(group, _MOTION[verb])
    if not _MOTION[verb] and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED) if re.search(r"\b(?:did|to) ", group) else Realis(None, reason="not asserted")
    return headline_future(sentence, match, verb, guard(context, sentence, match, realis))


def _destination(context: Context, sentence: Sentence, match: Match[str], guest: Entity | None) -> Place | None:
    """The place that a verb of motion names, or means by "there", "here" or "the capital"."""
    if match.group("to"):
        return place_at(context, sentence, int(match.group("to")[1:]))
    return anaphoric(context, sentence, match.start(), match.group("anaphor"), guest) if guest else None


CAME = re.compile(
    r"\b(?P<verb>came|comes|come|arrived|arrives|flew in|flown in|landed)(?: over| here)?(?= (?:D\d+ )?(?:for|on) (?:the |an? |his |Q\d+ )?| , (?:on|for) | D\d+ | on D\d+)"
)


def came(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X came for the first time, on a state visit": the place is the story's."""
    tail = sentence.coded[match.end() : match.end() + 120]
    if re.search(r"\b(?:in|to|at) (?:the )?(?:[a-z]+ ){0,2}[LC]\d+", tail[:60]) or not re.search(
        rf"\b(?:{NOUN}|{EVENT_WORDS}|time)\b", tail
    ):
        return []
    realis = _motion_realis(context, sentence, match, match.group("verb").split()[0])
    pool = guests(context, sentence, context.subject(sentence, match.start()))
    if not pool:
        return []
    place = implied_host(context, sentence, pool[0], match.start())
    when = visit_when(context, sentence, match.end(), realis)
    return make(
        context,
        sentence,
        "visit-came",
        pool[0],
        place,
        clause_kind(sentence, match),
        when,
        realis,
        match.start(),
        notes=stay_notes(sentence, match.end(), True),
    )


VISITED = re.compile(
    r"\b(?P<verb>visited|visits|visit|visiting|toured|tours|touring)(?P<mid>(?: D\d+| ,| only| briefly| both)*) (?:the )?(?:(?:neighbou?ring|friendly|capital|city|of|A\d+|republic|'s) )*(?P<to>[LC]\d+)(?! 's? (?:[a-z]+ )?(?:plant|factory|museum|university|embassy|house|airport))"
)


def visited(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X visited Y", "X will visit Y", "X, visiting Y"."""
    verb = match.group("verb")
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    before = sentence.coded[max(0, match.start() - 60) : match.start()]
    if verb == "visits" and re.search(
        r"\b(?:of|by|the|D\d+|state|official|these|such|his|her|Q\d+|two|three|high-level|mutual|and|recent)\s$", before
    ):
        return []
    if verb in ("visit", "tours", "tour") and realis.status is Status.DONE:
        if not re.search(r"\b(?:to|did|not|and|will|would) $", before):
            return []
        realis = Realis(Status.PLANNED)
    if re.search(r"\b(?:invit\w+|asked|urged)\b[^.;]* to (?:[a-z]+ )?$", before):
        return []
    if verb == "visiting" and re.search(r"\b(?:before|after|of|without|instead of|by) $", before):
        if re.search(r"\b(?:without|instead of) $", before):
            return []
        realis = Realis(
            Status.PLANNED
            if re.search(r"\bbefore $", before) and re.search(r"\b(?:will|is to|due)\b", sentence.coded)
            else Status.DONE
        )
    realis = headline_future(sentence, match, verb, guard(context, sentence, match, realis))
    number = context.subject(sentence, match.start())
    pool = guests(context, sentence, number)
    found: list[Candidate] = []
    for place in listed(context, sentence, match.start("to"), int(match.group("to")[1:])):
        when = visit_when(context, sentence, match.end(), realis)
        found += make(
            context,
            sentence,
            "visit-verb",
            foreign(pool, place.country),
            place,
            clause_kind(sentence, match),
            when,
            realis,
            match.start(),
        )
    return found


TAKEN = re.compile(
    r"\b(?P<verb>take|takes|taken|took|bring|brings|brought|taking|carry|carried|lead|led|leads) (?P<guest>[PH]\d+)(?: (?:on|first|then|next|also|D\d+|on D\d+|this week|from [LC]\d+))* (?:on )?to (?:the )?(?P<to>[LC]\d+)"
)


def taken(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "a tour that takes him to Y and Z": each stop is a visit."""
    pool = guests(context, sentence, int(match.group("guest")[1:])) or guests(
        context, sentence, context.subject(sentence, match.start())
    )
    realis = of_group(verb_group(sentence, match.start()))
    if (
        match.group("verb") in ("take", "bring", "lead", "carry", "takes", "brings", "leads")
        and realis.status is Status.DONE
    ):
        realis = Realis(Status.PLANNED)
    realis = guard(context, sentence, match, realis)
    found: list[Candidate] = []
    for place in listed(context, sentence, match.start("to"), int(match.group("to")[1:])):
        found += make(
            context,
            sentence,
            "visit-taken",
            foreign(pool, place.country),
            place,
            "unspecified",
            visit_when(context, sentence, match.end(), realis, nominal=True),
            realis,
            match.start(),
        )
    return found
