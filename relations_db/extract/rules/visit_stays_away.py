""" "X has not been to Y since 2019": the visit of that year; and "first to Y, and then to Z": what goes on without a verb of its own."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_where import place_at, place_for
from relations_db.extract.rules.visit_who import agents, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

AWAY = re.compile(
    r"\b(?P<verb>(?:has|have|had)(?: not|n't| never)(?: [a-z]+ly)? (?:been|visited|travel+ed|set foot|gone|come|flown|returned|stayed|paid|made))\b"
    r"(?P<gap>(?: (?:to|in|on|at|back|an?|the|official|state|working|private|visit|trip|[LC]\d+|there|here|again|A\d+|soil|country|capital))*) since (?:(?:the|early|late|about) )*D(?P<on>\d+)(?! (?:coups?|wars?|elections?|revolution|invasion|pandemic|crisis|referendum|uprising|break|split)\b| (?:, )?when (?!he |she |[PH]\d+ ))"
)


def away(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X has not visited Y since D", "X had not set foot there since D": X was there then."""
    pools = agents(context, sentence, match.start())
    if not pools:
        return []
    low = match.start("gap")
    named = re.compile(r" (?:(?:to|in|the) )*([LC])(\d+)").match(sentence.coded, low)
    places = [x for x in loci(sentence, low, match.end()) if x.prep != "from"]
    place = place_at(context, sentence, int(named.group(2))) if named else None
    if place is None and places:
        place = place_for(context, sentence, places[0], pools[0][0])
    if place is None:
        return []
    when = context.resolve(sentence, int(match.group("on")), False)
    guests = travellers([p[:1] for p in pools], place.country)
    told = Realis(Status.DONE, True)
    notes = {"other": 1}  # another trip than the one that the sentence may tell besides
    return make_each(context, sentence, "visit-away", guests, place, "unspecified", when, told, notes)


AND_THEN = re.compile(r"(?:,| and|;)(?: and)?(?: D\d+)? then(?: on)? to (?:the )?(?P<to>[LC]\d+)(?! 's| - )")


def and_then(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X went first to Y, for a forum, and then to Z": the further stops of the one whose trip the sentence tells before."""
    guest, status = _goer(context, sentence, match.start())
    if guest is None or status is None:
        return []
    made: list[Candidate] = []
    realis = Realis(status)
    for place, day in each_stop(context, sentence, int(match.group("to")[1:]), UNKNOWN, realis):
        guests = [guest] if guest.country != place.country else []
        made += make_each(context, sentence, "visit-and-then", guests, place, "unspecified", day, realis)
    return made


STOP_AFTER = re.compile(
    r"\b(?:stop|leg|station|stage|destination) (?:of|on|in) (?:the|his|her|Q\d+|an?) (?:[a-zAB\d-]+ ){0,4}?(?:tour|trip|journey|swing|visit|travels)(?: ,)? (?:after|following) (?:visits to |stops in |those in )?(?:the )?(?P<to>[LC]\d+)(?! 's| - )"
)


def stop_after(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Y is the third stop of his tour, after V and W": the stops before it."""
    guest, status = _goer(context, sentence, match.start())
    if guest is None:
        return []
    made: list[Candidate] = []
    told = Realis(Status.PLANNED if status is Status.PLANNED else Status.DONE)
    when = context.entry_date(sentence.index) or UNKNOWN
    for place, day in each_stop(context, sentence, int(match.group("to")[1:]), when, told):
        guests = [guest] if guest.country != place.country else []
        made += make_each(context, sentence, "visit-stop-after", guests, place, "unspecified", day, told)
    return made


def _goer(context: Context, sentence: Sentence, at: int) -> tuple[Entity | None, Status | None]:
    """Who goes on: the last person before an offset, where the sentence tells a trip of his to a place before it."""
    start = sentence.units[sentence.at(at)].start
    for told in reversed(context.told):
        claim = told.claim
        if told.sentence != sentence.index or not isinstance(claim, Visit):
            break
        basis, span = told.where.get("host", (Basis.FRAME, None))
        if basis is not SAID or span is None or span[0] > start or told.notes.get("end"):
            continue
        between = [n for n in sentence.of("P") if span[0] < sentence.units[n].start < start]
        if any(_other(context, sentence, n, claim) for n in between):
            continue
        entity = next(
            (e for e in context.analysis.entities if (e.name, e.country) == (claim.leader, claim.country)), None
        )
        return entity, claim.status
    return None, None


def _other(context: Context, sentence: Sentence, number: int, claim: Visit) -> bool:
    return all(e.name != claim.leader for e in context.entities_at(sentence, number)[:1])
