""" "H received G", "X and Y met in Z", "X spoke in Z": meetings and acts at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_parts import (
    EVENT,
    SITE,
    clause_around,
    clause_kind,
    foreign,
    frame_city,
    guard,
    guests,
    make,
    offset_of,
    persons_in,
    summit,
    tail_kind,
    visit_when,
)
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Status

RECEIVED = re.compile(
    r"\b(?P<verb>received|receives|receive|welcomed|welcomes|welcome|welcoming|receiving|hosted|hosts|host|hosting|greeted|greets|met|meets|meet|meeting)(?: (?:with|in turn|D\d+|on D\d+|,|today|also|at [a-z ]{3,30}?|in L\d+))*? (?:the |his |her |Q\d+ )?(?:visiting )?(?P<guest>P\d+)"
)


def received(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H received G": the foreigner of the two is the guest."""
    verb = match.group("verb")
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    base = verb in ("receive", "welcome", "host", "meet")
    if base and not group:
        return []
    if base and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED)
    realis = guard(context, sentence, match, realis)
    others = guests(context, sentence, int(match.group("guest")[1:]))
    number = context.subject(sentence, match.start())
    hosts = guests(context, sentence, number)
    passive = re.search(r"\b(?:was|were|be|been|being|is) (?:[a-z]+ )?$", sentence.coded[: match.start()])
    if passive or not others:
        return []
    place = context.place_near(sentence, match.start())
    if place is None and verb.startswith(("met", "meet")) and not SITE.search(sentence.coded):
        return []
    guest = others[0]
    host_state = (
        hosts[0].country if hosts else (context.state_of(sentence.units[number]) if number is not None else None)
    )
    if place is None and host_state and host_state != guest.country:
        place = frame_city(context, host_state)
    if place and place.country == guest.country and hosts and hosts[0].country != guest.country:
        guest = hosts[0]
    if (
        verb.startswith(("met", "meet"))
        and place
        and hosts
        and hosts[0].country != place.country
        and guest.country != place.country
    ):
        return [
            *summit(context, sentence, match, hosts[0], place, realis),
            *summit(context, sentence, match, guest, place, realis),
        ]
    return make(
        context,
        sentence,
        "visit-reception",
        guest,
        place,
        clause_kind(sentence, match),
        visit_when(context, sentence, match.end(), realis),
        realis,
        match.start(),
        weak=verb.startswith(("met", "meet")),
    )


PASSIVE = re.compile(
    r"(?P<guest>[PH]\d+) (?:[a-zD0-9, ]{0,30} )?(?:was|were|is|has been|had been|will be|is to be|to be) (?:[a-z]+ )?(?P<verb>received|welcomed|greeted|hosted|met|seen off|accorded)\b(?P<tail>[^;]{0,120})"
)


def passive(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "G was received by H (in Y)"."""
    group = sentence.coded[match.end("guest") : match.start("verb")]
    realis = guard(context, sentence, match, of_group(group))
    tail = match.group("tail")
    pool = guests(context, sentence, int(match.group("guest")[1:]))
    by = re.search(r"\bby (?:the )?(?:[a-z, ]+ )?([PC]\d+)", tail)
    place = context.place_near(sentence, match.end("verb"))
    state = context.state_of(sentence.unit(by.group(1))) if by else None
    if place is None and state:
        place = frame_city(context, state)
    guest = foreign(pool, place.country if place else None)
    return make(
        context,
        sentence,
        "visit-received",
        guest,
        place,
        tail_kind(tail),
        visit_when(context, sentence, match.end("verb"), realis),
        realis,
        match.start(),
    )


TALKS = re.compile(
    r"\b(?P<what>talks|meeting|met|met with|negotiations|conversation|discussions|summit|signed|chaired|co-chaired|opened|lunch|dinner|banquet|press conference|sat down|sit down|conferred)\b"
)


def talks(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Two leaders of two states together in a city: the foreigner of the two, or both, are there on a visit."""
    place = context.place_near(sentence, match.start())
    if place is None or re.search(
        r"\b(?:phone|telephone|telephoned|video|videoconference|virtual|online)\b", sentence.coded
    ):
        return []
    low, high = clause_around(sentence, match.start())
    persons = [e for e in persons_in(context, sentence, low, high) if e.country]
    if len({e.country for e in persons}) < 2:
        for number in sentence.of("G"):
            if low <= sentence.offsets[number] < high:
                persons += [e for e in context.entities_at(sentence, number) if e not in persons]
    if len({e.country for e in persons}) < 2:
        return []
    realis = guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    if re.search(r"\b(?:will|is to|are to|scheduled|planned|due to|expected to)\b", sentence.coded[low : match.end()]):
        realis = Realis(Status.PLANNED) if realis.status else realis
    when = visit_when(context, sentence, match.end(), realis)
    found: list[Candidate] = []
    for guest in persons:
        if guest.country != place.country and guest.office in (
            "head_of_state",
            "head_of_government",
            "other",
            "foreign_minister",
        ):
            found += make(
                context,
                sentence,
                "visit-talks",
                guest,
                place,
                tail_kind(sentence.coded[match.start() : high]),
                when,
                realis,
                match.start(),
                weak=True,
            )
    return found


ACT = re.compile(
    r"\b(?P<verb>spoke|speaks|speak|address(?:ed|es)?|told|said|announced|unveil(?:ed|s)?|inaugurat(?:ed|es)?|open(?:ed|s)|laid|lays|dedicat(?:ed|es)|launch(?:ed|es)|sign(?:ed|s)?|saw|sees|seen|see|embraced|joined|joins|lobbied|spent|spend|spends|"
    r"stayed|stays|stay|set foot|sets foot|called on|calls on|call on|propos(?:es|ed)|conclude|concluded|concludes|lecture[ds]?|delivered|delivers|chair(?:ed|s)?|co-chair(?:ed|s)?|co-chaired|hold|holds|held|watched|attended|appeared|agree|agreed|take part|took part|takes part|"
    r"conferred|confer|meet|meets|met|raised|raise|enlarge|renewed|adopt(?:ed|s)?|visited|begins|signing|received|was received|stood|laying|presented|presents)\b"
)


_ELSEWHERE = re.compile(
    r"\b(?:war|conflict|ceasefire|embassy|consulate|situation|elections?|crisis|attacks?|events|violence|plants?|factory|factories|troops|peace|coup|fighting|earthquake|projects?|trade|ambassador|office|market|investments?|companies|talks|reforms|forces|students|centre|center|firms|invest|projects|interests|produced|made|built|based|born|protests|correspondent|port|mission|students|school|bases?) (?:in|at) (?:the )?(?:[a-z]+ ){0,2}$"
)


def act(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A leader who speaks, signs, opens or meets somebody in a foreign city is there on a visit."""
    low, high = clause_around(sentence, match.start())
    number = context.subject(sentence, match.start())
    pool = guests(context, sentence, number)
    if not pool or re.search(r"\b(?:video|online|virtual|phone|telephone|by letter|message)", sentence.coded[low:high]):
        return []
    tail = sentence.coded[match.end() : high]
    stop = re.search(r" (?:that|which|who|after|before|when|\") ", tail)
    high = match.end() + (stop.start() if stop else len(tail))
    place = context.place_near(sentence, match.end(), (match.end(), high)) or _leading_place(
        context, sentence, low, match.start()
    )
    place = place or (context.entry_place(sentence.index) if context.entry_date(sentence.index) else None)
    if place is None or pool[0].country == place.country:
        return []
    if place.span and _ELSEWHERE.search(sentence.coded[: offset_of(sentence, place.span[0])]):
        return []
    if pool[0].office not in ("head_of_state", "head_of_government", "other"):
        return []
    if match.group("verb") in ("told", "said", "announced") and not re.search(
        r"\b(?:in|at) (?:the )?(?:A\d+ )?(?:[a-z]+ ){0,2}$",
        sentence.coded[max(low, offset_of(sentence, place.span[0]) - 30) : offset_of(sentence, place.span[0])]
        if place.span
        else "",
    ):
        return []
    realis = guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    kind = "summit" if EVENT.search(sentence.coded[low:high]) else "unspecified"
    when = visit_when(context, sentence, match.start(), realis)
    return make(context, sentence, "visit-act", pool[0], place, kind, when, realis, match.start(), weak=True)


def _leading_place(context: Context, sentence: Sentence, low: int, high: int) -> Place | None:
    """A place at the head of the clause: "In Jakarta, Macron met ..."."""
    found = re.match(
        r"(?:, |and |D\d+ ,? ?|on D\d+ ,? |once more |later |then |\" )*in (?:the )?(?:[a-z]+ ){0,2}(L\d+)",
        sentence.coded[low:high],
    )
    return context.place_of(sentence.unit(found.group(1))) if found else None
