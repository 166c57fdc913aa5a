"""Trips that did not come about: "he had been expected in person but stayed at home", "she was to have met him there"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.rules.visit_kinds import event_in
from relations_db.extract.rules.visit_parts import make_each, stated_place
from relations_db.extract.rules.visit_realis import clause_around
from relations_db.extract.rules.visit_when import nearest_year
from relations_db.extract.rules.visit_where import anaphoric, place_at, scene
from relations_db.extract.rules.visit_who import agents
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

_STAYED = (
    r"(?:stayed (?:at home|away|behind|in [LC]\d+)|cancelled|canceled|called off|pulled out|withdrew|cried off|did not (?:come|turn up|appear|go|travel|make it|show up)|(?:fell|was|was taken|had fallen) ill|"
    r"was (?:detained|held up|kept|prevented|delayed)|sent (?:word|apologies|regrets|Q\d+|P\d+|his|her)|had to (?:cancel|stay|remain|stay away|call off|drop out)|excused (?:himself|herself)|begged off|dropped out)"
)
EXPECTED = re.compile(
    rf"\b(?P<verb>had been|was|were|had) (?:also |originally |first |himself )*(?:due|expected|awaited|announced|to come|to have come|to attend|to travel|scheduled|planned|intended|meant)\b[^;]{{0,90}}? (?:but|, only to|until) (?:[a-z]+ |[PH]\d+ |then |at the last moment |in the end )*{_STAYED}\b"
)


def expected(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "He had been expected in person but stayed at home": a visit to the place of the story that was dropped."""
    pools = agents(context, sentence, match.start())
    if not pools:
        return []
    guest = pools[0][0]
    stop = re.compile(rf" (?:but|, only to|until) [^;]*?{_STAYED}").search(sentence.coded, match.start())
    high = stop.start() if stop else match.end()
    low, _ = clause_around(sentence, match.start())
    place = _goal(context, sentence, match.end("verb"), high, guest) or scene(context, sentence)
    if place is None or place.country == guest.country:
        return []
    told = context.date_near(sentence, match.end("verb"), None, (low, high))
    when = told or _day_of_gathering(context, place.country)
    if told and told.span:
        when = nearest_year(context, sentence, told)
    kind = "summit" if event_in(sentence.coded[match.end("verb") : high]) else "unspecified"
    return make_each(context, sentence, "visit-expected", [guest], place, kind, when, Realis(Status.CANCELLED))


def _goal(context: Context, sentence: Sentence, at: int, high: int, guest: Entity) -> Place | None:
    """Where one was expected: what he was to visit, or the place phrase before "after" and "before"."""
    if direct := _TO_VISIT.search(sentence.coded, at, high):
        if direct.group("owner"):
            return anaphoric(context, sentence, at, direct.group("owner") + " capital", guest)
        return place_at(context, sentence, int(direct.group("to")[1:]))
    aside = re.compile(r" (?:after|before|following) ").search(sentence.coded, at, high)
    return stated_place(context, sentence, at, at, aside.start() if aside else high, guest)


_TO_VISIT = re.compile(
    r"\b(?:visit|(?:travel|go|come|fly|head|return) (?:on )?to|(?:a|his|her|Q\d+) (?:visit|trip) to) (?:the )?(?:(?P<owner>[AC]\d+) (?:'s )?capital|(?P<to>[LC]\d+))"
)


def _day_of_gathering(context: Context, host: str) -> When:
    """The day of the others who are told to be there."""
    days = [
        c.claim.started_on
        for c in context.told
        if isinstance(c.claim, Visit) and c.claim.host == host and c.claim.started_on and not c.background
    ]
    return When(days[-1], Basis.FRAME) if days else UNKNOWN


WAS_TO_HAVE = re.compile(
    r"(?P<who>[PH]\d+) (?P<verb>was|were|had been|should) (?:originally |also |then )?(?:due |scheduled |supposed |expected |meant |to be )?(?:to )?have "
    r"(?:had|held|met|made|paid|visited|gone|travelled|traveled|come|been|flown|attended|taken part|seen|received|joined|arrived)\b"
)


def was_to_have(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "A meeting that she was to have had there in May": she was to go there."""
    pools = agents(context, sentence, match.start("verb"))
    if not pools:
        return []
    _, high = clause_around(sentence, match.start())
    guest = pools[0][0]
    place = stated_place(context, sentence, match.end(), match.start(), high, guest)
    if place is None:
        return []
    told = context.date_near(sentence, match.end(), None, (match.start(), high))
    when = nearest_year(context, sentence, told) if told else UNKNOWN
    guests = [e for e in pools[0][:2] if e.country != place.country][:1]
    return make_each(
        context, sentence, "visit-was-to-have", guests, place, "unspecified", when, Realis(Status.CANCELLED)
    )
