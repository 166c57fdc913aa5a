"""The stops of a tour that is told: "the next stop is Y", "Y follows in October", "Y was dropped from the itinerary"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.rules.visit_kinds import kind_of
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_realis import clause_around, guard
from relations_db.extract.rules.visit_when import nearest_year
from relations_db.extract.rules.visit_who import is_old
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, PartialDate, Status, Visit

_STOPS = r"(?:(?:the )?[LC]\d+(?: ,| and| , and)? ?){1,4}"
_STOP = r"(?:stops?|legs?|stations?|ports? of call|destinations?|stages?)"
_PLAN = (
    r"(?:itinerary|tour|trip|programme|program|schedule|agenda|journey|route|list(?= of (?:stops|capitals|countries)))"
)
_GONE = r"(?:dropped|removed|struck|deleted|cut|cancelled|canceled|scrapped|left out|taken (?:out|off)|axed|abandoned|called off|skipped|postponed|omitted)"
_DAY = r"(?:(?:(?:a|N\d+) )?(?:days?|weeks?) later|(?:later )?(?:in|on|from|until)? ?(?:the )?D\d+)"
LEG = re.compile(
    rf"\bthe (?:first|second|third|fourth|next|last|final|other|remaining|main|only)(?: and (?:the )?(?:last|final|only))? {_STOP}(?: (?:of|on|in) (?:the|his|her|Q\d+|P\d+ 's) (?:[a-zAB\d-]+ ){{0,3}}(?:tour|trip|journey|visit))?(?P<gap>(?: ,[^,;]{{0,40}},)?) (?P<verb>is|was|will be|being|are|were|to be)(?: to be)? (?:an? (?P<kind>[a-z -]+ visit) to )?(?:in )?(?:the )?(?P<to>[LC]\d+)"
    rf"|(?P<list>{_STOPS})(?:, [^,;]{{3,50}} , )?(?P<next>(?:is|are|were|was|will be) next\b|(?:is|are) (?:still |yet )?(?:to (?:come|follow)|ahead)(?= (?:{_DAY} )?[.,;])|(?:will |is to |are to )?(?:follows?|comes? (?:next|last|afterwards|after that))(?= (?:{_DAY} )?(?:[.,;]|and\b)))"
    rf"|(?P<ends>{_STOPS})(?:(?: (?:in|on|from))? (?:the )?D\d+(?: and)? |, [^,;]{{3,50}} , )?(?P<close>(?:will |is to |are to |was to |were to )?(?:closed?s?|ends?|ended|completed?s?|concluded?s?|rounds? off|rounded off|wraps? up|wrapped up|winds? up|wound up|finish(?:es|ed)?)) (?:the|his|her|Q\d+|P\d+ 's|this) (?:[a-zAB\d-]+ )?{_PLAN}\b"
    rf"|(?:^|[;,:] (?:and )?)(?P<turn>last|then|next|first|finally|after that|afterwards) (?P<came>comes?|came|follows?|followed|will come) (?:the )?(?P<there>[LC]\d+)(?= (?:{_DAY} |and (?:the )?[LC]\d+ )?[.,;])"
    rf"|(?P<out>[LC]\d+)(?: ,[^,;]{{3,50}},)? (?:was|were|is|has been|had been|have been) (?:[a-z]+ ){{0,2}}?{_GONE} from (?:(?:the|his|her|Q\d+|P\d+ 's) )?(?:[a-zAB\d-]+ )?{_PLAN}\b"
    rf"|\b(?:stop|stopover|halt|leg|detour|call) (?:in|at|to) (?:the )?(?P<off>[LC]\d+)(?: , [^,;]{{3,50}} ,|(?: (?:(?:originally|first|once|also|long|later) )?(?:planned|scheduled|announced|foreseen))?(?: for D\d+)?)? (?:was|has been|had been|is)(?: (?:[a-z]+ )?(?:planned|scheduled|announced|foreseen|due|agreed)(?: for D\d+)? but)?(?: (?:then|later|finally|now|in the end|subsequently|was|has been))*? {_GONE}\b"
    r"|\b(?:stop|stopover|halt|leg|detour) (?:in|at) (?:the )?(?P<never>[LC]\d+)(?: , [^,;]{3,60} ,)? (?:did not|never) (?:go ahead|take place|took place|come off|come about|materiali[sz]ed?)\b"
)


def leg(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The first stop is Auckland", "Pakistan and China are next", "Chad was dropped from the itinerary": stops of the tour that is told."""
    guest, planned = tourist(context, sentence, match.start())
    if guest is None:
        return []
    gone = match.group("out") or match.group("off") or match.group("never")
    stops = match.group("list") or match.group("ends") or ""
    one = match.group("to") or match.group("there") or gone
    number = int(one[1:]) if one else int(re.findall(r"[LC](\d+)", stops)[0])
    follows = match.group("next") or match.group("came") or match.group("close") or ""
    if follows and not _lately(context, sentence):
        return []
    future = not follows.endswith(("ed", "came")) and (
        planned
        or bool(re.match(r"the (?:[a-z]+ and )?(?:next|remaining)\b", match.group()))
        or match.group("verb") in ("will be", "to be")
        or follows.startswith(("is ", "are ", "will "))
    )
    told = Realis(Status.PLANNED if future else Status.DONE)
    realis = Realis(Status.CANCELLED) if gone else guard(context, sentence, match, told)
    _, high = clause_around(sentence, match.start())
    other = _OTHER_CLAUSE.search(sentence.coded, match.end(), high)
    high = other.start() if other else high
    if gone:
        near: When | None = _meant_for(context, sentence, match)
    else:
        ahead = future or follows.endswith(_PRESENT)
        near = context.date_near(sentence, match.end(), ahead, (match.start(), high))
        near = near or _from_date(context, sentence, match)
    on = context.analysis.on
    if follows.endswith(_PRESENT) and on and (near.date.first > on.last if near and near.date else is_news(context)):
        realis = Realis(Status.PLANNED)
    kind = kind_of(match.group("kind") or "")
    made: list[Candidate] = []
    for place, day in each_stop(context, sentence, number, near or UNKNOWN, realis):
        guests = [guest] if guest.country != place.country else []
        made += make_each(context, sentence, "visit-leg", guests, place, kind, day, realis)
        if gone:
            break
    return made


_OTHER_CLAUSE = re.compile(r" , and (?:the )?[LC]\d+ [a-z]+s\b")  # "Y is next, and Z closes the tour on Friday"
_PRESENT = tuple(
    "follow follows come comes next close closes end ends complete completes conclude concludes off up".split()
)
_LATE = 10  # days before the document's in which a tour that is told of is under way


def is_news(context: Context) -> bool:
    """True where the stay told last is of the document's own days: what "follows" it is to come."""
    on = context.analysis.on
    starts = [c.claim.started_on for c in reversed(context.told) if isinstance(c.claim, Visit)][:1]
    return bool(on and starts and starts[0] and starts[0].day and 0 <= (on.last - starts[0].first).days <= _LATE)


def _meant_for(context: Context, sentence: Sentence, match: Match[str]) -> When:
    """When a dropped stop was to be: the day told with it, else the month of the tour; the day after the verb is that of the news."""
    told = context.date_near(sentence, match.start(), None, match.span())
    if told and told.span:
        return nearest_year(context, sentence, told)
    starts = [c.claim.started_on for c in reversed(context.told) if isinstance(c.claim, Visit) and c.claim.started_on]
    month = starts[0].month if starts else None
    return When(PartialDate(starts[0].year, month), Basis.FRAME) if month else UNKNOWN


def _lately(context: Context, sentence: Sentence) -> bool:
    """True where a trip was told in this sentence or the one before it: only then what "follows" is a stop."""
    return any(sentence.index - c.sentence in (0, 1) and isinstance(c.claim, Visit) for c in context.told)


def _from_date(context: Context, sentence: Sentence, match: Match[str]) -> When | None:
    found = re.compile(r"\bfrom D(\d+)").search(sentence.coded, match.start())
    return context.resolve(sentence, int(found.group(1)), True) if found else None


def tourist(context: Context, sentence: Sentence, at: int) -> tuple[Entity | None, bool]:
    """Whose tour is told before an offset, and whether it is still to come."""
    for candidate in reversed(context.told):
        claim = candidate.claim
        span = candidate.where.get("host", (Basis.FRAME, None))[1]
        later = candidate.sentence == sentence.index and span and span[0] > sentence.units[sentence.at(at)].start
        if (
            candidate.sentence <= sentence.index
            and not later
            and isinstance(claim, Visit)
            and claim.status in (Status.DONE, Status.PLANNED)
        ):
            if is_old(context, candidate) or (candidate.background and claim.started_on is None):
                continue
            found = next(
                (e for e in context.analysis.entities if e.name == claim.leader and e.country == claim.country), None
            )
            on = context.analysis.on
            ahead = bool(on and claim.started_on and claim.started_on.first > on.last)
            return found, claim.status is Status.PLANNED or ahead
    return context.guest, context.visit_status is Status.PLANNED
