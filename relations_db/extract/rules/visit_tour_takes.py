""" "His tour goes on to Y", "a trip that also takes in Y": stops told by what the tour does; "and then to Z", "after V and W": those told beside another."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.rules.visit_legs import is_news, tourist
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_who import people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Basis, Status, Visit

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
