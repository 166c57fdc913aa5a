"""Visits told in passing: "that of X to Y", "went to see Z", "not since X in 2011", "returned the visit"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_kinds import kind_before, kind_of
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each, stated_place
from relations_db.extract.rules.visit_realis import clause_around, guard
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import here, place_at, place_for, scene
from relations_db.extract.rules.visit_who import agents, last_told, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Basis, PartialDate, Status, Visit

THAT_OF = re.compile(
    r"\b(?:that|those|the one|one)(?: which| that)? (?:of|by|paid by|made by) (?:the )?(?P<guest>P\d+)(?P<tail>(?: (?:to|in) (?:the )?(?P<to>[LC]\d+))?(?: ,)?(?: (?:on|in|of))? ?(?:D(?P<on>\d+))?)"
)


def that_of(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The visit reciprocates that of X to Y in May", "in the course of that of X, on D"."""
    noun = re.search(
        r"\b(?P<mods>(?:[a-z-]+ ){0,3})(?:visits?|trips?|journey|stay|tour)\b", sentence.coded[: match.start()]
    )
    if not noun or not (match.group("to") or match.group("on")):
        return []
    pools = people(context, sentence, [int(match.group("guest")[1:])])
    if match.group("to"):
        place: Place | None = place_at(context, sentence, int(match.group("to")[1:]))
    else:
        place = _host_of_last(context, sentence, pools[0][0] if pools else None)
    when = context.resolve(sentence, int(match.group("on")), False) if match.group("on") else UNKNOWN
    kind = kind_of(noun.group("mods")) if not match.group("to") else "unspecified"
    realis = guard(context, sentence, match, Realis(Status.DONE, True))
    guests = travellers([p[:1] for p in pools], place.country if place else None)
    return make_each(context, sentence, "visit-that-of", guests, place, kind, when, realis)


def _host_of_last(context: Context, sentence: Sentence, guest: Entity | None) -> Place | None:
    """The host of the visit told last, where it is foreign to a guest."""
    told = [c for c in context.told if c.sentence == sentence.index] or [c for c in [last_told(context, sentence)] if c]
    for candidate in reversed(told):
        claim = candidate.claim
        if isinstance(claim, Visit) and guest and claim.host != guest.country:
            return Place(None, claim.host, Basis.FRAME)
    return here(context, sentence, guest.country if guest else None)


TO_SEE = re.compile(
    r"\b(?P<verb>went|gone|goes|go|came|come|comes|flew|flown|flies|fly|travelled|traveled|travel|drove)(?: (?:over|down|up|himself|herself|in person|D\d+|on D\d+|in D\d+))* (?:to (?:see|meet|visit|call on|confer with)|for talks with) (?P<host>[PH]\d++)(?! 's)"
    r"|\b(?P<over>cross(?:es|ed)?|(?:drove|drives|walked|walks|stepped|steps|rode|went|goes|came) (?:over|across)) (?:the |their )?(?:[a-z]+ |[AC]\d+ )?(?:border|frontier|bridge|river)\b(?: [^;:PH]{0,60}?)?,? (?:and|to|for|where)(?: (?:then|later|H\d+))*"
    r" (?:me(?:t|et|ets)|s[ai]ts? down with|sh(?:ook|akes?) hands with|talk(?:s|ed)? (?:to|with)|embrace[sd]?|see|sees|saw|(?:was|is) (?:met|received|welcomed|embraced|greeted) by|joined|joins) (?:the )?(?:[AC]\d+ (?:'s )?)?(?P<beyond>[PH]\d++)(?! 's)"
)


def to_see(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X went to see Y", "X crossed the border and met Y": in Y's state, unless a place is said."""
    _low, high = clause_around(sentence, match.start())
    if re.match(
        r"[^;]{0,12} (?:at|on) (?:the )?(?:[a-zLK\d]+ )?(?:airport|airfield|tarmac|station|border)\b",
        sentence.coded[match.end() :],
    ):
        return []
    if any(x.unit is not None and x.prep in ("in", "to", "at") for x in loci(sentence, match.start(), high)):
        return []
    pools = agents(context, sentence, match.start())
    targets = people(context, sentence, [int((match.group("host") or match.group("beyond"))[1:])])
    if not pools or not targets:
        return []
    host = next((e for e in targets[0] if e.country != pools[0][0].country), None)
    if host is None or host.office not in ("head_of_state", "head_of_government", "other", "foreign_minister"):
        return []
    group = verb_group(sentence, match.start())
    base = (match.group("verb") or match.group("over")) in ("go", "come", "fly", "travel", "cross")
    realis = of_group(group)
    if base and group and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED)
    told = here(context, sentence, pools[0][0].country)
    city = told.city if told and told.country == host.country else None
    place = Place(city, host.country or "", Basis.FRAME)
    when = visit_when(context, sentence, match.end(), realis)
    return make_each(
        context,
        sentence,
        "visit-to-see",
        travellers([p[:2] for p in pools], host.country),
        place,
        "unspecified",
        when,
        guard(context, sentence, match, realis),
    )


NOT_SINCE = re.compile(
    r"\bsince (?:(?:the|a|that) (?:last |previous |first |[a-z]+ )?(?:visit|trip|journey|stay|one) (?:of|by|paid by|made by) )?(?:the |then |late )*(?:[AC]\d+ (?:'s )?)?(?P<guest>P\d+)(?: of (?:the )?C\d+)?(?: 's(?: (?:visit|trip|journey|stay))?|(?: did(?: so)?| came| went| did the same| paid one| was)?)(?: there| here)?(?: ,)?(?: (?:in|on|of))? D(?P<on>\d+)"
)


def not_since(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The first to come since X in D", "no president had visited Y since X in D": X was there then."""
    before = sentence.coded[: match.start()]
    if not re.search(
        r"\b(?:visit\w*|come|came|been|seen|trip|journey|do so|here|there|set foot|stay|received|travelled)\b",
        before[-110:],
    ):
        return []
    if not re.search(r"\b(?:first|no|not|never|nobody|none|only|last|no one)\b", before) and not re.search(
        r"\bP\d+ (?:to|of|in)\b", before
    ):
        return []
    unit = sentence.unit(match.group("guest"))
    pools = people(context, sentence, [int(match.group("guest")[1:])])
    if not pools or re.search(r"\b(?:sworn|elected|became|appointed|office|power)\b", unit.word):
        return []
    guest = pools[0][0]
    place = None
    for locus in reversed([x for x in loci(sentence, 0, match.start()) if x.prep in ("in", "to", "at", "")]):
        place = place_for(context, sentence, locus, guest)
        if place and place.country != guest.country:
            break
    direct = re.search(r"\bvisit(?:ed|s)? (?:the )?([LC]\d+)[^LC]*$", before)
    if place is None and direct:
        place = place_at(context, sentence, int(direct.group(1)[1:]))
    if place is None:
        place = _host_of_story(context, guest) or _host_of_last(context, sentence, guest)
    when = context.resolve(sentence, int(match.group("on")), False)
    kind = kind_before(re.split(r" (?:where|but|although) ", before)[-1])
    return make_each(context, sentence, "visit-since", [guest], place, kind, when, Realis(Status.DONE, True))


def _host_of_story(context: Context, guest: Entity) -> Place | None:
    """The host of the news, or the other state of the pair that the text is about."""
    foreign = [s for s, _ in context.weights.most_common(2) if s != guest.country]
    if foreign:
        return Place(None, foreign[0], Basis.FRAME)
    others = [s for s in context.pair or () if s != guest.country]
    return Place(None, others[0], Basis.FRAME) if len(others) == 1 else None


INSTEAD = re.compile(
    r"\b(?P<verb>will go|goes|went|travels|travelled|will travel|is to go|is going|came|will come|attended|will attend|stood in|will stand in) (?:(?:in |on )?D\d+ )?(?:instead|in (?:his|her|Q\d+) (?:place|stead)|for (?:him|her|H\d+))"
)


def instead(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The vice president will go in his place": the trip told last, made by another."""
    pools = agents(context, sentence, match.start())
    told = [c.claim for c in context.told if c.sentence <= sentence.index and isinstance(c.claim, Visit)]
    if not pools or not told:
        return []
    claim = told[-1]
    future = match.group("verb").startswith(("will", "is"))
    realis = guard(context, sentence, match, Realis(Status.PLANNED if future else Status.DONE))
    near = context.date_near(sentence, match.end(), future)
    when = near or (When(claim.started_on, Basis.FRAME) if claim.started_on else UNKNOWN)
    place = Place(claim.city, claim.host, Basis.FRAME)
    return make_each(
        context,
        sentence,
        "visit-instead",
        travellers([p[:1] for p in pools], place.country),
        place,
        claim.visit_kind,
        when,
        realis,
    )


FIRST_ONE = re.compile(
    r"\b(?:during|on|at|in the course of|after|since) (?:the|his|her|Q\d+) (?:first|previous|last|earlier|second) (?:one|N\d+|visit|trip|stay)(?: there| here)?(?: ,)? (?:in|on|of) (?:the )?D(?P<on>\d+)"
    r"|^the (?:first|previous|last|latest|most recent|earlier|second|third)(?: (?:of (?:them|these|those)|one|such (?:visit|trip)|visit|trip))?(?: ,)? (?:was|came|took place|had been|had come|had taken place|dates (?:from|back to)|goes back to) (?:in |on )?(?:the )?D(?P<was>\d+)"
)
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|O\d+|N\d+|several|two|three|four|five) (?:[a-z-]+ ){0,3}(?:visit|trip)s?\b"
)


def first_one(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "During the first one, in October 2016": an earlier visit of the same guest to the same host."""
    told = [c for c in context.told if c.sentence == sentence.index] or [c for c in [last_told(context, sentence)] if c]
    claim = told[-1].claim if told else None
    if not isinstance(claim, Visit):
        return []
    guest = next((e for e in context.analysis.entities if (e.name, e.country) == (claim.leader, claim.country)), None)
    when = context.resolve(sentence, int(match.group("on") or match.group("was")), False)
    if match.group("was") and not _COUNTED.search(context.analysis.sentences[told[-1].sentence].coded):
        return []
    if guest is None or (claim.started_on and when.date and not _clear_of(claim.started_on, when.date)):
        return []
    realis = guard(context, sentence, match, Realis(Status.DONE, True))
    place = Place(None, claim.host, Basis.FRAME)
    counted = _COUNTED.search(context.analysis.sentences[told[-1].sentence].coded)
    kind = kind_of(counted.group()) if counted else "unspecified"  # "the second state visit. The first one was in D"
    return make_each(context, sentence, "visit-first-one", [guest], place, kind, when, realis)


def _clear_of(a: PartialDate, b: PartialDate) -> bool:
    return a.last < b.first or b.last < a.first


RETURN_VISIT = re.compile(
    r"\b(?P<verb>returns?|returned|repay|repaid|reciprocate[sd]?|return|followed|went|came|travelled|flew|goes|comes) (?:(?:the|this|that|his|her|Q\d+) (?:visit|call|compliment|courtesy)|(?:in )?the (?:other|opposite) (?:direction|way))\b"
)


def return_visit(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "He may return the visit in spring": to the state of the guest told last."""
    pools = agents(context, sentence, match.start())
    if not pools or REMOTE.search(sentence):
        return []
    guest = pools[0][0]
    told = next(
        (
            c.claim
            for c in reversed(context.told)
            if isinstance(c.claim, Visit) and c.claim.host == guest.country and c.sentence <= sentence.index
        ),
        None,
    )
    if not isinstance(told, Visit):
        return []
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    if match.group("verb") in ("return", "repay", "reciprocate") and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED)
    _low, high = clause_around(sentence, match.start())
    place = stated_place(context, sentence, match.end(), match.start(), high, guest) or Place(
        None, told.country, Basis.FRAME
    )
    when = visit_when(context, sentence, match.end(), realis, nominal=True)
    return make_each(
        context, sentence, "visit-return", [guest], place, "unspecified", when, guard(context, sentence, match, realis)
    )


DROPPED_BY = re.compile(
    r"\b(?P<verb>dropped by|dropped in|looked in|stopped by|turned up|was also there|was there too|were there too|came too|also came|attended too|joined them|joins them|joined in)\b"
)


def dropped_by(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Z of V dropped by": at the scene of the sentence before."""
    pools = agents(context, sentence, match.start())
    told = [c.claim for c in context.told if 0 < sentence.index - c.sentence <= 2 and isinstance(c.claim, Visit)]
    claim = told[-1] if told else None
    place = Place(claim.city, claim.host, Basis.FRAME) if claim else scene(context, sentence)
    if place is None or not pools:
        return []
    near = context.date_near(sentence, match.end(), False)
    when = near or (When(claim.started_on, Basis.FRAME) if claim else UNKNOWN)
    guests = travellers([p[:1] for p in pools], place.country)
    kind = claim.visit_kind if claim and claim.visit_kind == "summit" else "unspecified"
    return make_each(
        context,
        sentence,
        "visit-dropped-by",
        guests,
        place,
        kind,
        when,
        guard(context, sentence, match, Realis(Status.DONE)),
    )


TO_AND_TO = re.compile(
    r"(?:^|: |: first )(?:first )?to (?:the )?(?P<a>[LC]\d+)(?: ,)?(?: (?:on|in|for)? ?)D(?P<x>\d+)(?: ,| and| , and| , then| ;)(?: then)? to (?:the )?(?P<b>[LC]\d+)(?: ,)?(?: (?:on|in))? D(?P<y>\d+)"
)


def to_and_to(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "To Cairo on 21 May, to Tehran a week later": trips told without a verb."""
    before = [n for n in sentence.of("P", "H") if sentence.offsets[n] < match.start()]
    pools = people(context, sentence, before[:1])
    if not pools and sentence.index:
        earlier = context.analysis.sentences[sentence.index - 1]
        pools = people(context, earlier, earlier.of("P", "H")[:1])
    made: list[Candidate] = []
    for unit, day in ((match.group("a"), match.group("x")), (match.group("b"), match.group("y"))):
        place = place_at(context, sentence, int(unit[1:]))
        when = context.resolve(sentence, int(day), False)
        made += make_each(
            context,
            sentence,
            "visit-to-and-to",
            travellers(pools[:1], place.country),
            place,
            "unspecified",
            when,
            Realis(Status.DONE),
        )
    return made


GOAL = re.compile(
    r"\b(?P<verb>made|chose|picked|selected|had chosen|has chosen|chosen) (?:the )?(?P<to>[LC]\d+) (?:as |for |the |to be )*(?:(?:goal|destination|object|target|stop|venue) (?:of|for) )?(?:for |of )?(?:his|her|Q\d+) (?:[a-z-]+ ){0,4}(?:trip|visit|journey|tour)\b"
)


def goal(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X had made Y the goal of his first trip abroad"."""
    pools = agents(context, sentence, match.start())
    place = place_at(context, sentence, int(match.group("to")[1:]))
    realis = guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    when = visit_when(context, sentence, match.end(), realis, nominal=True)
    return make_each(
        context, sentence, "visit-goal", travellers(pools, place.country), place, "unspecified", when, realis
    )


BOUND = re.compile(
    r"\b(?:on (?:Q\d+|the) way(?: on)?|en route)(?: to| for) (?:an? |the )?(?:[a-z]+ ){0,3}?(?:in )?(?:the )?(?P<to>[LC]\d+)(?! 's)"
)
_NEWS = 10  # days for which one who was on his way may still be so


def bound(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X made a stop in Y on his way to Z": Z is to come, in a look back it came; "on Tuesday he was on his way to Z": he left for it."""
    clause = context.clause_at(sentence, sentence.at(match.start()))
    if clause is None or _FIGURE.match(sentence.coded, match.end()):
        return []
    pools = agents(context, sentence, sentence.offsets[clause.verb.head])
    place = place_at(context, sentence, int(match.group("to")[1:]))
    realis = guard(context, sentence, match, of_group(verb_group(sentence, sentence.offsets[clause.verb.head])))
    if not pools or pools[0][0].country == place.country:
        return []
    when, on = visit_when(context, sentence, match.start(), realis), context.analysis.on
    fresh = on is not None and when.date is not None and (on.first - when.date.last).days <= _NEWS
    off = clause.lemma == "be" and when.basis is SAID and on is not None and when.date and when.date.last < on.first
    if realis.status is Status.DONE and fresh and not off:
        realis = Realis(Status.PLANNED)
    guests = travellers([pool[:1] for pool in pools], place.country)
    day = when if off else UNKNOWN
    return make_each(context, sentence, "visit-bound", guests, place, "unspecified", day, realis, weak=True)


# "on the way to EU membership"
_FIGURE = re.compile(r" (?:membership|accession|entry)\b")
