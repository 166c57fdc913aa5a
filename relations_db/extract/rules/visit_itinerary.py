"""The stops of a tour set out as a list: "Togo: 2-4 May", under a sentence on the tour."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Status, Visit

STOP = re.compile(
    r"^(?:[-*\u2022\u00b7] )?(?:N\d+ [.)] )?(?P<to>[CL]\d+)(?: , [CL]\d+)? ?(?:[:(,-]|- -) (?:from |on )?D(?P<on>\d+)(?: to D\d+)? ?[).;]? ?$"
)
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
