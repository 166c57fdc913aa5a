""" "X is in Y", "X will attend the summit in Y", "H invited G": presence, events, invitations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place
from relations_db.extract.rules.visit_parts import (
    EVENT,
    anaphoric,
    foreign,
    guard,
    guests,
    make,
    place_at,
    tail_kind,
    visit_when,
)
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Basis, Status

PRESENCE = re.compile(
    r"(?P<who>[PH]\d+)(?: ,)?(?P<mid>(?: (?:is|was|has been|had been|will be|who is|who was|who has been|currently|now|also|again|last|back|here|there|then|himself|herself|meanwhile|,|D\d+|on D\d+|staying|being|once more|already|still|due|expected|present)){0,6}) "
    r"(?:(?:in|at) (?:the )?(?:(?:A\d+|C\d+ 's) capital(?: ,| of)? ?)?(?:(?:capital|city|of|resort|the) )*(?P<to>[LC]\d+)?|(?P<here>here|there|in (?:the|our|this) (?:capital|country|city)))(?P<cap>(?<=capital ))?(?P<tail>[^.;]{0,120})"
)


def presence(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X is in Y on a state visit", "X, in Y since Wednesday", a chronicle's "X in Y"."""
    mid, tail = match.group("mid"), match.group("tail")
    who = int(match.group("who")[1:])
    verb = re.search(r"\b(?:is|was|has been|had been|will be|staying)\b", mid)
    stated = bool(verb) or bool(re.match(r" ?,? (?:since|on|for|to attend|to take|,|D\d+)|^ ?\.?$", tail))
    if not stated or (
        not verb
        and match.start() > 30
        and sentence.coded[match.start("who") - 2 : match.start("who")] not in (", ", ". ")
    ):
        return []
    if re.match(
        r" (?:charge|favou?r|office|power|line|touch|contact|talks)\b",
        sentence.coded[match.end("mid") : match.end("mid") + 20],
    ):
        return []
    place = place_at(context, sentence, int(match.group("to")[1:])) if match.group("to") else None
    pool = guests(context, sentence, who)
    if place is None and (words := match.group("here")) and pool:
        place = anaphoric(context, sentence, match.start("here"), words, pool[0])
    if place is None:
        capital = re.search(r"([AC])(\d+)(?: 's)? capital", match.group())
        state = context.state_of(sentence.units[int(capital.group(2))]) if capital else None
        if not state:
            return []
        place = Place(context.lexicon.capitals.get(state), state, Basis.REFERENCE)
    if re.match(r" (?:'s|and|or) ", tail) and not re.match(r" and (?:on|will)", tail):
        return []
    realis = (
        Realis(Status.PLANNED) if re.search(r"will be|due|expected", mid) else Realis(Status.DONE, "had been" in mid)
    )
    realis = guard(context, sentence, match, realis)
    guest = foreign(guests(context, sentence, who), place.country)
    return make(
        context,
        sentence,
        "visit-presence",
        guest,
        place,
        tail_kind(tail),
        visit_when(context, sentence, match.start("tail"), realis),
        realis,
        match.start(),
    )


ATTEND = re.compile(
    r"\b(?P<verb>attend(?:s|ed|ing)?|(?:take|takes|took|taking|taken) part in|participat(?:e|es|ed|ing|ion) in|address(?:es|ed|ing)?|participation (?:in|at)|attendance at|speak at|spoke at)\b(?P<event>[^;]{0,140})"
)


def attends(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X will attend the summit in Y"."""
    event = match.group("event")
    found = EVENT.search(event)
    place = context.place_near(sentence, match.end("verb"), (match.start("event"), match.end("event")))
    if not found or place is None or re.search(r"\b(?:video|online|virtual)", sentence.coded):
        return []
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    if re.search(r"\bconfirmed (?:Q\d+|his|her|the) $", sentence.coded[: match.start()]) or (
        match.group("verb") in ("attend", "take part in", "participate in", "address", "speak at")
        and realis.status is Status.DONE
        and not group.strip().endswith("and")
    ):
        realis = (
            Realis(Status.PLANNED)
            if not re.search(
                r"\b(?:arriv|flew|came|is in|was in|travel|went|visit)\w*\b", sentence.coded[: match.start()]
            )
            or re.search(r"\b(?:will|is to|due)\b", sentence.coded[: match.start()])
            else realis
        )
    realis = guard(context, sentence, match, realis)
    number = context.subject(sentence, match.start())
    guest = foreign(guests(context, sentence, number), place.country)
    return make(
        context,
        sentence,
        "visit-attends",
        guest,
        place,
        "summit",
        visit_when(context, sentence, match.end("verb"), realis),
        realis,
        match.start(),
    )


GUEST_OF_HONOUR = re.compile(
    r"\b(?:is|was|be|been|as) (?:to be )?(?:among the |the |a |one of the )?(?:guests? of honou?r|chief guests?|guests?|special guests?)(?: of the| at the| at| of)?(?P<event>[^;]{0,90})"
)


def guest_of_honour(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X was guest of honour at the parade in Y"."""
    place = context.place_near(sentence, match.end() - len(match.group("event")), (match.start(), match.end()))
    realis = guard(
        context, sentence, match, of_group(verb_group(sentence, match.start()) + match.group().split()[0] + " ")
    )
    if re.search(r"\b(?:asked|invited|invitation)\b[^;]*$", sentence.coded[: match.start()]):
        realis = Realis(Status.PROPOSED)
    elif re.search(r"\b(?:will|is to|due) $", sentence.coded[: match.start()]):
        realis = Realis(Status.PLANNED)
    number = context.subject(sentence, match.start())
    guest = foreign(guests(context, sentence, number), place.country if place else None)
    return make(
        context,
        sentence,
        "visit-guest-of-honour",
        guest,
        place,
        "summit" if re.search(r"\b(?:summit|forum|conference)\b", match.group("event")) else "unspecified",
        visit_when(context, sentence, match.end(), realis),
        realis,
        match.start(),
    )


INVITED = re.compile(
    r"\b(?P<verb>invit(?:ed|es|ing)|invitation (?:to|for)|asked|asks|urged)(?P<mid> (?:the |his |her |Q\d+ )?(?:[a-z]+ )?)(?P<guest>[PHQ]\d+)(?: 's| host| guest)?(?P<tail>[^;]{0,120})"
)


def invited(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H invited G to visit": proposed."""
    tail = match.group("tail")
    if not re.search(r"\b(?:visit|come|trip|travel|attend|take part|guest|tour)\b", tail) and not re.match(
        r" to (?:the )?(?:[LC]\d+)", tail
    ):
        return []
    if match.group("verb") in ("asked", "asks", "urged") and not re.search(
        r"\bto (?:pay|make|come|visit|attend|travel|be)\b", tail
    ):
        return []
    if (
        re.search(r"\bat the $", sentence.coded[: match.start()])
        or around(sentence, match.start(), match.end()).status is None
    ):
        return []
    pool = guests(context, sentence, int(match.group("guest")[1:]))
    target = re.search(r"\b(?:to|in|at) (?:the )?(?:[a-z-]+ )*?([LC]\d+)", tail)
    place = place_at(context, sentence, int(target.group(1)[1:])) if target else None
    hosts = guests(context, sentence, context.subject(sentence, match.start()))
    if place is None:
        host = next((e for e in hosts if all(e.country != g.country for g in pool[:1])), None)
        place = Place(None, host.country, Basis.FRAME) if host and host.country else None
    guest = foreign(pool, place.country if place else None)
    near = context.date_near(sentence, match.end("guest"), True)
    when = (
        near if near and near.span and near.span[0] > sentence.units[int(match.group("guest")[1:])].start else UNKNOWN
    )
    kind = "summit" if EVENT.search(tail) else tail_kind(tail)
    return make(context, sentence, "visit-invited", guest, place, kind, when, Realis(Status.PROPOSED), match.start())
