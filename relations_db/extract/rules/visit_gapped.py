""" "X flew to Y and V to Z": the trip of another that shares the verb of the trip told before it."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import is_traveller, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

GAPPED = re.compile(
    r"\b(?P<prep>to|for) (?:the )?[LC](?P<first>\d+)(?=(?: ,)?(?: (?:(?:on|in) )?D\d+)?(?: (?:,|;|and|while|but))+ (?:(?:the )?[AC]\d+ (?:'s )?)?"
    r"P(?P<who>\d+)(?: of (?:the )?C\d+)?(?: ,)? (?:(?:on )?D(?P<before>\d+) )?(?P=prep) (?:the )?[LC](?P<to>\d++)(?! 's)(?: (?:(?:on|in) )?D(?P<day>\d+))?)"
)


def gapped(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The trip of the second, done or planned as that of the first, on its own day or on his."""
    at = sentence.units[int(match.group("first"))].start
    first = next((c for c in reversed(context.told) if c.sentence == sentence.index and _begins(c, at)), None)
    if first is None or not isinstance(first.claim, Visit) or first.claim.status not in (Status.DONE, Status.PLANNED):
        return []
    place = place_at(context, sentence, int(match.group("to")))
    pools = people(context, sentence, [int(match.group("who"))])
    guests = [g for g in travellers(pools, place.country) if is_traveller(context, g) and g.name != first.claim.leader]
    realis = Realis(first.claim.status, first.background)
    if own := match.group("day") or match.group("before"):
        when = context.resolve(sentence, int(own), realis.status is Status.PLANNED)
    else:
        when = When(first.claim.started_on, Basis.FRAME) if first.claim.started_on else UNKNOWN
    return make_each(context, sentence, "visit-gapped", guests, place, "unspecified", when, realis)


def _begins(candidate: Candidate, at: int) -> bool:
    """True for a visit whose host is said at an offset of the text."""
    span = candidate.where.get("host", (Basis.FRAME, None))[1]
    return span is not None and span[0] == at
