""" "X has not been to Y since 2019": the visit of that year."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_where import place_at, place_for
from relations_db.extract.rules.visit_who import agents, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis
from relations_db.values import Status

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
