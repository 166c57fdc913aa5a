""" "His tour goes on to Y", "a trip that also takes in Y", "Y closes the journey": stops told by what the tour does."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.rules.visit_legs import is_news, tourist
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_who import people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Status, Visit

_ADVERBS = r"(?:also|then|later|next|first|further|already|finally|on|onwards?)"
TOUR_TAKES = re.compile(
    r"\b(?P<noun>tour|trip|journey|swing|travels)(?: of (?:the )?(?:[a-zAN\d-]+ ){1,4}?)?(?: ,)?(?: (?:which|that))?(?: (?:will|would|has|had|is|was|to|due|set|expected|scheduled|planned|(?<=\bto )be|(?<=\b(?:has|had) )been))*"
    rf"(?: {_ADVERBS})* (?P<verb>(?:goes|go|went|gone|moves|move|moved|continues?|continued|leads?|led|proceeds?|proceeded|extends?|extended)(?: {_ADVERBS})*(?= to )|includes?|included|comprises?|comprised|covers?|covered|(?:takes|take|took|taken) in"
    r"|(?:begins?|began|begun|starts?|started|opens?|opened|ends?|ended|concludes?|concluded|finish|finishes|finished|culminates?|culminated)(?= (?:(?:on )?D\d+ )?(?:in|with) ))"
    r"(?: to| in| with|(?: on)? D\d+| an?| visits?| stops?| stopovers?| stays?| legs?| (?:two|three|one|N\d+)(?: -)? ?day)* (?:the )?(?P<to>[LC]\d++)(?! 's)"
)
_OWNER = re.compile(r"(?:\b(?P<owner>[PHQ]\d+)(?: 's)?|\b(?:whose|the|a|an|this)) (?:[a-zABN\d-]+ ){0,4}\Z")


def by_tour(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The stops that a tour goes on to, takes in, begins or ends in, of the one whose tour it is."""
    guest, planned = _whose(context, sentence, match)
    if guest is None:
        return []
    number = int(match.group("to")[1:])
    past = bool(_PAST.search(match.group("verb")))
    told = of_group(verb_group(sentence, match.start("verb")), past)
    if told.status is Status.DONE and not past and (planned or is_news(context)):
        told = Realis(Status.PLANNED)
    realis = guard(context, sentence, match, told)
    if realis.status not in (Status.DONE, Status.PLANNED):
        return []
    been = {(v.leader, v.host) for c in context.told if isinstance(v := c.claim, Visit) and not c.background}
    near = context.date_near(
        sentence, match.end(), realis.status is Status.PLANNED, (match.start(), _next_stop(sentence, match))
    )
    found: list[Candidate] = []
    for place, day in each_stop(context, sentence, number, near or UNKNOWN, realis):
        if guest.country != place.country and (guest.name, place.country) not in been:
            found += make_each(context, sentence, "visit-tour-takes", [guest], place, "unspecified", day, realis)
    return found


_PAST = re.compile(r"\b(?:went|gone|moved|led|[a-z]+ed|took|taken|began|begun)\b")


def _next_stop(sentence: Sentence, match: Match[str]) -> int:
    """Where the next clause begins, whose day is another's."""
    ends = [
        at
        for mark in (" and will ", " and is ", " and ends ", " before ", " ; ")
        if (at := sentence.coded.find(mark, match.end())) >= 0
    ]
    return min(ends, default=len(sentence.coded))


def _whose(context: Context, sentence: Sentence, match: Match[str]) -> tuple[Entity | None, bool]:
    """Whose tour it is, and whether it is still to come: its owner's, else of the one whose trip was told last."""
    found = _OWNER.search(sentence.coded, max(0, match.start() - 60), match.start())
    last, planned = tourist(context, sentence, match.start())
    if found is None:
        return None, False
    if found.group("owner"):
        pools = people(context, sentence, [int(found.group("owner")[1:])])
        owner = pools[0][0] if pools and pools[0] else None
        return owner, planned and owner is last
    lately = any(sentence.index - c.sentence in (0, 1, 2) and isinstance(c.claim, Visit) for c in context.told)
    return (last, planned) if lately else (None, False)
