""" "X is in Y", "X, in Y since Monday", "X will attend the summit in Y", "X is guest of honour in Y": presence and events."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_kinds import event_in, spelt, tail_kind
from relations_db.extract.rules.visit_lengths import stay_notes
from relations_db.extract.rules.visit_parts import each_stop, make_each, stated_place
from relations_db.extract.rules.visit_realis import clause_around, guard
from relations_db.extract.rules.visit_syntax import is_object
from relations_db.extract.rules.visit_when import until_date, visit_when
from relations_db.extract.rules.visit_where import place_for
from relations_db.extract.rules.visit_who import agents, people, travellers
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Basis, Status

PRESENCE = re.compile(
    r"\b(?P<verb>is|was|were|are|has been|have been|had been|will be|been|being|be|stayed|stays|stay|staying|spent|spend|spends|touring|appeared|present)"
    r"(?P<mid>(?: (?:among (?:the )?(?:G\d+|[a-z]+)|currently|now|also|some|about|nearly|barely|again|last|back|then|himself|herself|meanwhile|on D\d+|in D\d+|D\d+|once more|already|still|due|expected|awaited|present|to be|in person|O\d+|first|N\d+ [a-z]+|a [a-z]+|seen|, |too|hours|days|"
    r"the [a-z]+|for the (?:first|second|third|last) time|only hours)){0,5}) (?=in|at|here|there)"
)
_NOT_PLACE = re.compile(
    r" (?:in|at) (?:charge|favou?r|office|power|line|touch|contact|talks|force|store|place|fact|need)\b"
)


# "a longer stay in Y" is no verb
_A_STAY = re.compile(r"\b(?:an?|the|this|that|Q\d+|their|no|any|'s) (?:[a-z-]+ ){0,2}stay$")


def presence(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X is in Y on a state visit", "X has been in Y since Monday"."""
    locus = next(iter(loci(sentence, match.end(), match.end() + 60)), None)
    if locus is None or locus.start != match.end() or locus.prep not in ("in", "at", ""):
        return []
    pools = agents(context, sentence, match.start())
    if not pools or _A_STAY.search(sentence.coded, max(0, match.start() - 30), match.end("verb")):
        return []
    place = place_for(context, sentence, locus, pools[0][0])
    at_home = place is not None and pools[0][0].country == place.country
    if place is None or (at_home and ("back" in match.group("mid").split() or match.group("verb").startswith("stay"))):
        return []
    before = sentence.coded[max(0, match.start() - 40) : match.start()]
    realis = of_group(verb_group(sentence, match.start()) + match.group("verb") + " " + match.group("mid") + " ")
    if re.search(r"\b(?:not|never|n't) $", before) and not _since(sentence, locus.end):
        return []
    if re.search(r"\b(?:should|would|could|may|might|must|can) $", before):
        return []
    if re.search(r"\b(?:not|never|n't) $", before):
        realis = Realis(Status.DONE, True)
    elif match.group("verb") == "had been" and re.search(r"\b(?:due|expected|awaited)\b", match.group("mid")):
        realis = Realis(Status.CANCELLED)
    elif re.search(r"\bhappen(?:ed|s) to $", before):
        realis = Realis(Status.DONE, True)
    elif (
        match.group("verb") == "will be"
        or re.search(
            r"\b(?:will|is to|due to|expected to) (?:(?:also|then|later|afterwards?|thereafter|next|again|[a-z]+ly) )?$",
            before,
        )
        or re.search(r"due|expected|awaited", match.group("mid"))
    ):
        realis = Realis(Status.PLANNED)
    realis = guard(context, sentence, match, realis)
    _, high = clause_around(sentence, match.start())
    tail = sentence.coded[locus.end : high]
    when = visit_when(context, sentence, locus.end, realis)
    notes = stay_notes(sentence, locus.end, bool(_SINCE_OR_FROM.match(tail)))
    if match.group("verb") in ("has been", "have been"):
        notes["length"] = 0  # so long so far
    kind = tail_kind(tail)
    ended = until_date(context, sentence, locus.end, locus.end + 50)
    if locus.unit is None:
        guests = travellers(pools, place.country)
        return make_each(context, sentence, "visit-presence", guests, place, kind, when, realis, notes, ended=ended)
    made: list[Candidate] = []
    for stop, day in each_stop(context, sentence, locus.unit, when, realis):
        guests = travellers(pools, stop.country)
        own_end = UNKNOWN if day.until else ended
        made += make_each(context, sentence, "visit-presence", guests, stop, kind, day, realis, notes, ended=own_end)
    return made


_SINCE_OR_FROM = re.compile(r" (?:[a-z -]+ )?(?:since\b|from (?:the )?D\d)")


def _since(sentence: Sentence, at: int) -> bool:
    """ "had not been in Y since 2017": he was there then."""
    return bool(re.match(r" since (?:the )?D\d+", sentence.coded[at:]))


BESIDE = re.compile(
    r"(?P<who>[PH]\d+)(?: of (?:the )?C\d+)?(?P<gap> , (?:(?:currently|now|back|meanwhile|then|again|still|already|recently|also) )?| (?:again |once more |back |, (?:again|back|once more) )?)"
    r"(?=(?:in|at|here|there|to) )"
)


def beside(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X, in Y since Monday, ..." and a chronicle's "X in Y"."""
    locus = next(iter(loci(sentence, match.end(), match.end() + 60)), None)
    if locus is None or locus.start != match.end() or _NOT_PLACE.match(sentence.coded[match.end() - 1 :]):
        return []
    tail = sentence.coded[locus.end :]
    inserted = match.group("gap").startswith(" ,")
    stated = re.match(
        r" (?:since|on an?|for|to attend|on the|at the)\b| ,? ?(?:on )?D\d+|(?: ,)? (?:[a-z]+ )?(?:visit|trip)\b", tail
    )
    whole = match.start() <= 12 and re.match(r" ?[.;:,]|$| on\b| D| again", tail)
    if not (inserted and (stated or "back" in match.group("gap"))) and not whole:
        return []
    if locus.prep == "to" and (not whole or context.clauses(sentence)):
        return []
    pools = people(context, sentence, [int(match.group("who")[1:])])
    place = place_for(context, sentence, locus, pools[0][0]) if pools else None
    if is_object(sentence, int(match.group("who")[1:])):
        return []
    if place is None or re.search(r"\b(?:and|of|with|by|from) $", sentence.coded[: match.start()]):
        return []
    realis = guard(context, sentence, match, Realis(Status.DONE))
    when = visit_when(context, sentence, locus.end, realis)
    notes = stay_notes(sentence, locus.end, bool(re.match(r" since\b", tail)))
    high = clause_around(sentence, match.start())[1]
    kind = tail_kind(sentence.coded[locus.end : high])
    return make_each(
        context,
        sentence,
        "visit-beside",
        travellers([p[:2] for p in pools], place.country),
        place,
        kind,
        when,
        realis,
        notes,
    )


ATTEND = re.compile(
    r"\b(?P<verb>attend(?:s|ed|ing)?|(?:take|takes|took|taking|taken) part in|participat(?:e|es|ed|ing|ion) in|address(?:es|ed|ing)?|participation (?:in|at)|"
    r"attendance at|speak at|spoke at|watch(?:ed|es)?|speakers at|was one of the speakers at)\b(?P<event>[^;]{0,140})"
)


def attends(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X will attend the summit in Y"."""
    event = match.group("event")
    stop = re.search(r" (?:where|who|which|while|before|after) ", event)
    event = event[: stop.start()] if stop else event
    pools = agents(context, sentence, match.start())
    if not event_in(spelt(sentence, event)) or not pools or re.search(r"\b(?:video|online|virtual)", sentence.coded):
        return []
    start = match.start("event")
    high = start + len(event)
    place = stated_place(context, sentence, match.end("verb"), match.start("verb"), high, pools[0][0], to_come=True)
    if place is None and len(pools) > 1:
        told = scene_at(context, sentence.index)
        place = told.place if told.crowd else None
    if place is None or (place.city is None and not re.search(r"\bin (?:the )?C\d+", event)):
        return []
    realis = guard(context, sentence, match, _attend_realis(sentence, match))
    if _INSTEAD.search(sentence.coded[: match.start()]) or _WOULD_BEFORE.search(sentence.coded[: match.start()]):
        realis = Realis(Status.PLANNED)
    if realis.status is Status.CANCELLED and re.search(r"\b(?:after|before) $", sentence.coded[: match.start()]):
        return []
    when = visit_when(context, sentence, match.end("verb"), realis)
    guests = travellers(pools, place.country)
    return make_each(context, sentence, "visit-attends", guests, place, "summit", when, realis)


# "cancelled a visit to Y to attend a council in Z"; "it would have been on Monday, before X attended a summit in Z"
_INSTEAD = re.compile(
    r"\b(?:cancell?ed|postponed|put off|called off|cut short|skipped)\b[^;:]* (?:to|in order to) (?:[a-z]+ )?$"
)
_WOULD_BEFORE = re.compile(r"\bwould (?:have )?[^;:]*\bbefore (?:the )?(?:[AC]\d+ )?[PH]\d+ $")


def _attend_realis(sentence: Sentence, match: Match[str]) -> Realis:
    coded, verb = sentence.coded, match.group("verb")
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    before = coded[: match.start()]
    bare = verb in ("attend", "take part in", "participate in", "address", "speak at") and realis.status is Status.DONE
    if re.search(r"\bconfirmed (?:Q\d+|his|her|the) $", before):
        return Realis(Status.PLANNED)
    if bare and not group.strip().endswith("and"):
        there = re.search(r"\b(?:arriv|flew|came|is in|was in|travel|went|visit)\w*\b", before)
        if not there or re.search(r"\b(?:will|is to|due)\b", before):
            return Realis(Status.PLANNED)
    return realis


GUEST_OF_HONOUR = re.compile(
    r"\b(?:is|was|be|been|being) (?P<host>P\d+) 's guest\b(?P<place>[^;]{0,60})|"
    r"\b(?:is|was|be|been|as|being) (?:to be )?(?:among |one of )?(?:the |a )?(?:guests? of honou?r|chief guests?|guests?|special guests?)(?: of the| at the| at| of)?(?P<event>[^;]{0,90})"
)


def guest_of_honour(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X was guest of honour at the parade in Y", "he was the guest of H"."""
    event = match.group("event") or match.group("place") or ""
    low, high = clause_around(sentence, match.start())
    before = sentence.coded[low : match.start()]
    pools = agents(context, sentence, match.start())
    if not pools:
        return []
    place = stated_place(context, sentence, match.end() - len(event), low, high, pools[0][0])
    named = re.match(r" (?:of )?(?:the )?([PQ]\d+)", event)
    host = match.group("host") or (named.group(1) if named else None)
    if place is None and host:
        meant = people(context, sentence, [int(host[1:])])
        place = Place(None, meant[0][0].country, Basis.FRAME) if meant and meant[0][0].country else None
    realis = guard(
        context, sentence, match, of_group(verb_group(sentence, match.start()) + match.group().split()[0] + " ")
    )
    if re.search(r"\b(?:asked|invited|invitation)\b[^;]*$", before):
        realis = Realis(Status.PROPOSED)
    elif re.search(r"\b(?:will|is to|due|expected to|due to) $", before):
        realis = Realis(Status.PLANNED)
    guests = travellers([p[:2] for p in pools], place.country if place else None)
    kind = "summit" if event_in(event) and "parade" not in event else "unspecified"
    when = visit_when(context, sentence, match.end(), realis)
    if when.basis is not Basis.SAID or when.date is None:
        own = visit_when(context, sentence, match.end() - len(event), realis)
        when = own if own.date and own.basis is Basis.SAID else when
    ended = until_date(context, sentence, match.start(), high)
    return make_each(context, sentence, "visit-guest-of-honour", guests, place, kind, when, realis, ended=ended)
