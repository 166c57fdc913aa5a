""" "H invited G to visit", "G asked H to come", "H wished to welcome G in Y": visits that are only proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_kinds import event_in, tail_kind
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_where import place_at, place_for
from relations_db.extract.rules.visit_who import agents, people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Basis, PartialDate, Status, Visit

_NEXT_GUEST = r"(?:(?: ,)?(?: and| as well as|,) (?:the )?(?:[AC]\d+ (?:'s )?)?P\d+(?: of (?:the )?C\d+)?(?! (?:has|had|have|is|was|will|would|also|then|[a-z]+ed)\b))*"
INVITED = re.compile(
    r"\b(?P<verb>invit(?:ed|es|ing)|(?<=to )invite|(?<=will )invite|(?<=did )invite|(?<=would )invite|invitations? (?:to|for|extended to)|asked|asks|ask|urged|expects?|expected|wish to (?:welcome|see|receive|host)|hopes? to (?:welcome|see|receive|host)|"
    r"looked forward to (?:welcoming|receiving)|looks forward to (?:welcoming|receiving|hosting)|looking forward to (?:welcoming|receiving)|would like to (?:welcome|see|host))"
    rf"(?P<mid> (?:the |his |her |Q\d+ )?(?:(?!(?:if|whether|when|where|why|how|what|that|about|as) )[a-z]+ )?)(?P<guest>[PHQG]\d+(?: of (?:the )?C\d+)?{_NEXT_GUEST})(?: 's| host| guest)?(?P<tail>[^;]{{0,140}})"
)
_COME = re.compile(r"\b(?:visit|come|return|trip|travel|attend|take part|guest|tour|stay|fly|pay)\b")


def invited(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H invited G to visit": proposed."""
    tail, verb = match.group("tail"), match.group("verb")
    locus = next(
        (x for x in loci(sentence, match.start("tail"), match.end("tail")) if x.prep in ("to", "in", "at", "")), None
    )
    asking = verb.startswith(("ask", "urg"))
    if not _COME.search(tail) and not (locus and not asking and re.match(r" (?:to|in|there|here)\b", tail)):
        return []
    if asking and not re.match(r"(?: [a-z]+)? to (?:[a-z]+ )?(?:pay|make|come|visit|attend|travel|be|fly)\b", tail):
        return []
    if verb.startswith("expect") and not re.match(
        r"(?: back)? (?:in|there|here)\b| to (?:visit|come|pay|travel)\b", tail
    ):
        return []
    if (
        re.search(r"\bat the $", sentence.coded[: match.start()])
        or around(sentence, match.start(), match.end()).status is None
    ):
        return []
    targets = people(context, sentence, [int(n) for n in re.findall(r"[PHQG](\d+)", match.group("guest"))])
    hosts = agents(context, sentence, match.start())
    direct = re.search(r"\bvisit (?:the )?(?:[a-z]+ )?[LC](\d+)", tail)
    place: Place | None
    if direct and targets:
        place = place_at(context, sentence, int(direct.group(1)))
    elif (
        locus and locus.unit is None and locus.words not in ("there", "here") and not re.search(r"[AC]\d", locus.words)
    ):
        place = None
    else:
        place = place_for(context, sentence, locus, targets[0][0]) if locus and targets else None
    if (
        place is None
        and targets
        and not hosts
        and asking
        and re.search(r"\bit (?:has |had )?(?:also )?$", sentence.coded[: match.start()])
    ):
        place = _asking_state(context, sentence, match.start(), targets[0][0])
    return _proposed(context, sentence, match, targets, hosts, place)


def _proposed(
    context: Context, sentence: Sentence, match: Match[str], targets: list[list[Entity]], hosts: list[list[Entity]], place: Place | None
) -> list[Candidate]:  # fmt: skip
    """The guest of an invitation goes to the place said, else to the inviter's state."""
    if not targets:
        return []
    host = next((e for pool in hosts for e in pool[:2] if e.country != targets[0][0].country), None)
    if place is None and host and host.country:
        place = Place(None, host.country, Basis.FRAME)
    if place is None:
        return []
    guests = [next((e for e in pool if e.country != place.country), None) for pool in targets]
    kind = tail_kind(match.group("tail"))
    when = _when(context, sentence, match.end("guest"), match.end())
    return make_each(
        context, sentence, "visit-invited", [g for g in guests if g], place, kind, when, Realis(Status.PROPOSED)
    )


def _when(context: Context, sentence: Sentence, low: int, high: int) -> When:
    if (where := sentence.coded.find(" , where ", low, high)) > 0:
        high = where  # "to come to Y, where she last was in May"
    near = context.date_near(sentence, low, True, (low, high))
    on = context.analysis.on
    if on and near is None and _THIS_YEAR.search(sentence.coded[low:high]):
        return When(PartialDate(on.year), Basis.FRAME, sentence.span(low, high))
    return near if near and near.span else UNKNOWN


_THIS_YEAR = re.compile(
    r"\b(?:before the year is out|before (?:the end of the year|the year's end|year 's end)|by (?:the end of the year|year 's end|year-end))\b"
)
HANDED = re.compile(
    r"\b(?:transmitted|conveyed|extended|handed|delivered|renewed|passed|addressed|sent|gave|repeated|reiterated|issued|brought|(?<=will )send|(?<=would )send|(?<=to )(?:send|extend|convey|issue))\b(?P<mid>[^;]{0,60}?)\b(?:an?|the|his|her|Q\d+|this) (?:[a-z]+ )?invitation\b(?P<tail>[^;]{0,140})"
)


def handed(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H conveyed to G an invitation to visit Y", "renewed his invitation to G"."""
    tail = match.group("tail")
    accepted = re.search(r" , (?:which|that) (?:the )?([PH]\d+) (?:has |had )?(?:accepted|welcomed)", tail)
    given = re.search(r"(?:\bto |^ )(?:the )?([PH]\d+)", match.group("mid")) or re.search(
        r"^ (?:to|for) (?:the )?([PH]\d+)", tail
    )
    number = accepted.group(1) if accepted else given.group(1) if given else None
    if number is None or around(sentence, match.start(), match.end()).status is None:
        return []
    targets = people(context, sentence, [int(number[1:])])
    hosts = agents(context, sentence, match.start())
    span = (match.end() - len(tail), match.end())
    place = _place_in(context, sentence, span, tail, targets)
    return _proposed_to(context, sentence, span, targets, hosts, place, tail) if targets else []


def _place_in(
    context: Context, sentence: Sentence, span: tuple[int, int], tail: str, targets: list[list[Entity]]
) -> Place | None:
    """Where an invitation bids to: "to visit Y", "to come to Y"."""
    direct = re.search(r"\bvisit (?:the )?(?:[a-z]+ )?[LC](\d+)", tail)
    if direct:
        return place_at(context, sentence, int(direct.group(1)))
    locus = next((x for x in loci(sentence, *span) if x.prep in ("to", "in", "at")), None)
    return place_for(context, sentence, locus, targets[0][0]) if locus and targets else None


WHOM = re.compile(
    r"(?P<guest>P\d+) ,? ?whom (?:the )?(?P<host>[PH]\d+) (?:had |has |have )?(?:also )?(?:invited|asked|urged) (?P<tail>to (?:visit|come|pay|attend|travel)[^;]{0,100})"
)


def whom(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "G, whom H invited to visit Y"."""
    targets = people(context, sentence, [int(match.group("guest")[1:])])
    hosts = people(context, sentence, [int(match.group("host")[1:])])
    tail = match.group("tail")
    span = (match.end() - len(tail), match.end())
    place = _place_in(context, sentence, span, tail, targets)
    return _proposed_to(context, sentence, span, targets, hosts, place, tail) if targets else []


BIDDEN = re.compile(
    r"\b(?:has been|had been|was|were|been|is) (?:[a-z]+ )?(?P<verb>invited|asked)(?: by (?:the )?(?P<host>[PH]\d+))?(?P<tail>[^;]{0,120})"
    r"|\b(?:holds?|has|received|(?P<accepted>accepted|accepts)|got|have|had|(?:be|been|was|were) (?:[a-z]+ )?(?:sent|given|handed|extended|issued|offered)) (?:an? |the |Q\d+ |P\d+ 's )?(?:(?:long-)?standing |open |official |formal |new |pending |outstanding |earlier |personal |written |similar |unanswered )*invitation(?P<held>[^;]{0,120})"
)


def bidden(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "G has been invited to Y", "G holds a standing invitation"."""
    tail = match.group("tail") or match.group("held") or ""
    if match.group("verb") == "asked" and not re.match(
        r" to (?:[a-z]+ )?(?:pay|make|come|visit|attend|travel|be|fly|serve)\b", tail
    ):
        return []
    if match.group("verb") == "invited" and not (
        _COME.search(tail) or event_in(tail) or re.match(r" (?:back )?to (?:the )?[LC]\d+| for\b", tail)
    ):
        return []
    targets = agents(context, sentence, match.start())
    if not targets or around(sentence, match.start(), match.end()).status is None:
        return []
    span = (match.end() - len(tail), match.end())
    place = _place_in(context, sentence, span, tail, targets)
    number = match.group("host") or next(iter(re.findall(r"\b(?:from|by) (?:the )?([PH]\d+)", tail)), None)
    hosts = people(context, sentence, [int(number[1:])]) if number else []
    if place is None and not hosts:
        place = _asking_state(context, sentence, match.start(), targets[0][0])
    return _proposed_to(context, sentence, span, targets, hosts, place, tail, bool(match.group("accepted")))


def _asking_state(context: Context, sentence: Sentence, at: int, guest: Entity) -> Place | None:
    """The state that the story says is asking: the one of its pair that is not the guest's."""
    pair = context.pair or ()
    told = context.last_place(sentence, at, guest.country)
    if told:
        return Place(None, told.country, Basis.FRAME, told.span)
    others = [s for s in pair if s != guest.country]
    return Place(None, others[0], Basis.FRAME) if len(others) == 1 else None


def _proposed_to(
    context: Context, sentence: Sentence, span: tuple[int, int], targets: list[list[Entity]], hosts: list[list[Entity]], place: Place | None, tail: str,
    accepted: bool = False,
) -> list[Candidate]:  # fmt: skip
    """The guest of an invitation goes to the place said, else to the inviter's state; one accepted for a day is a plan."""
    if place is None:
        host = next((e for pool in hosts for e in pool[:2] if e.country != targets[0][0].country), None)
        place = Place(None, host.country, Basis.FRAME) if host and host.country else None
    if place is None:
        return []
    guests = [next((e for e in pool[:2] if e.country != place.country), None) for pool in targets]
    when = _when(context, sentence, *span)
    return make_each(
        context,
        sentence,
        "visit-bidden",
        [g for g in guests if g],
        place,
        tail_kind(tail),
        when,
        Realis(Status.PLANNED if accepted and when.date else Status.PROPOSED),
    )


ACCEPTED = re.compile(
    r"\binvitation (?:has been|had been|was|is) (?:[a-z]+ly )?accepted\b|\baccept(?:ed|s) (?:the|this|that|his|her|Q\d+|P\d+ 's) (?:[a-z]+ )?invitation\b(?! to| for| of| from)|\b(?:[PH]\d+|which was) (?:[a-z]+ly )?accepted(?= (?:it\b|with|gladly|[.,]))"
)
_INVITING = frozenset(("visit-invited", "visit-handed", "visit-bidden", "visit-whom"))


def accepted(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H invited G to visit in June. The invitation was accepted": a visit bidden for a month or a day is a plan."""
    group = "" if match.group().startswith("invitation") else verb_group(sentence, match.start())
    if around(sentence, match.start(), match.end()).status is None or of_group(group).status is not Status.DONE:
        return []
    bidden = [c for c in context.told if c.rule in _INVITING and 0 <= sentence.index - c.sentence <= 1]
    near = [c for c in bidden if isinstance(c.claim, Visit) and c.claim.started_on and c.claim.started_on.month]
    if not near:
        return []
    last, claim = near[-1], near[-1].claim
    assert isinstance(claim, Visit)
    on = context.analysis.on
    if claim.status is not Status.PROPOSED or (on and claim.started_on and claim.started_on.last < on.first):
        return []
    quotes = [(sentence.start, sentence.end)]
    planned = replace(claim, status=Status.PLANNED)
    return [replace(last, claim=planned, quotes=quotes, rule="visit-accepted", sentence=sentence.index)]
