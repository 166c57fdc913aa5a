"""Further trips that share the verb of one already told: "came in May and again in July", "to Y in 2015, and in March to Z"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context, Place, When
from relations_db.extract.merge import days_apart
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_kinds import event_in, tail_kind
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_when import future_of
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import is_traveller
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, PartialDate, Status, Visit

MORE = re.compile(r"^(?=.*\bD\d.*(?:,|;|:|\band|\bthen|\bfirst|\blast) .*\bD\d)")
# what joins an item of a list to the one before; an insertion may stand between
_FILL = r"(?:again|then|once more|later|also|too|there|finally|afterwards|another|one more|a (?:second|third|fourth) (?:time|one)|for the (?:second|third|last) time|(?:the|an?) (?:working|official|state|private) (?:visit|one|trip)|visit|trip|one|most recently|lastly|as (?:an? |the )?(?:P\d+|[a-z]+(?: (?:minister|of state|secretary))?)(?= (?:in|on|D))|before that|earlier|back|the (?:first|second|third|fourth|last|latest|most recent|O\d+)(?: (?:of (?:them|these|those|which)|one))?(?: (?:was|came|took place|being))?)"
_JOIN = rf"(?P<gap>(?:(?! (?:and|but|while|when|who|where) )[^;:]){{0,90}}?)(?: [,;:])*(?: (?:and|then|[,;:]))+(?: {_FILL}| ,)*"
_DAY = r"(?: (?:in|on|at|from|for|early|late|mid|the|beginning|end|middle|of|just|only))*"
_ITEM = re.compile(
    rf"{_JOIN}(?:{_DAY} D(?P<day>\d+)(?:(?: ,)? (?:to|in|at) (?:the )?(?P<then>[LC]\d+))?"
    rf"| (?:to|in|at) (?:the )?(?P<to>[LC]\d+)(?: ,)?{_DAY} D(?P<on>\d+))"
)
_NOUN_BEFORE = re.compile(r"(?<!with )(?<!by )(?<!of )(?<!meet )(?<!see )(?<!host )(?<!for )[PHG]\d+")
_DAYS_OF_ONE_TRIP = 10


def more(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A trip for each further date, or place with a date, that is joined to one told in this sentence."""
    made: list[Candidate] = []
    for at, told in _anchors(context, sentence).items():
        if further := _from(context, sentence, at, told):
            if _IN_YEAR.search(sentence.coded, 0, at):
                further = _begun(told, further)
            made += further
            for first in told:
                first.notes.setdefault("trip", -at)  # the merging keeps counted trips of one sentence apart
    return made or _meetings(context, sentence)


# "twice in 2023, in March and again in October"
_IN_YEAR = re.compile(r"\b(?:twice|(?:N\d+|several) times)(?: in| during)? D\d+$")


def _begun(told: list[Candidate], further: list[Candidate]) -> list[Candidate]:
    """The trips but the first of each guest, which gives its day to the trip told with the year alone."""
    for candidate in told:
        own = [c for c in further if _guest(c) == _guest(candidate)]
        if own:
            candidate.claim, candidate.where["started_on"] = own[0].claim, own[0].where["started_on"]
            further = [c for c in further if c is not own[0]]
    return further


def _guest(candidate: Candidate) -> str:
    assert isinstance(candidate.claim, Visit)
    return candidate.claim.leader


def _meetings(context: Context, sentence: Sentence) -> list[Candidate]:
    """ "X and Y have met four times: in V in 2019, in W in 2020 and 2021": the foreigners of them at each place."""
    counted = _MET.search(sentence.coded)
    clause = context.clause_at(sentence, sentence.at(counted.start("verb"))) if counted else None
    if counted is None or clause is None or clause_realis(context, sentence, clause).status is not Status.DONE:
        return []
    reader = ClauseArguments(context, sentence)
    persons = [p[0] for p in (*reader.subject(clause), *reader.with_whom(clause))]
    if len({e.country for e in persons}) < 2:
        return []
    made: list[Candidate] = []
    at = counted.end()
    while item := _MET_IN.match(sentence.coded, at):
        place = place_at(context, sentence, int(item.group("to")[1:]))
        guests = [e for e in dict.fromkeys(persons) if e.country != place.country and is_traveller(context, e)]
        for number in re.findall(r"D(\d+)", item.group("days")):
            when = context.resolve(sentence, int(number), False)
            told = Realis(Status.DONE, True)
            made += make_each(
                context, sentence, "visit-more", guests, place, "unspecified", when, told, {"trip": int(number)}
            )
        at = item.end()
    return made


_MET = re.compile(
    r"\b(?P<verb>met|meet|talked|conferred)(?: with P\d+| each other| one another)?(?: at least| already)? (?:twice|thrice|(?:N\d+|several|many) times)(?: [a-z]+| D\d+){0,3} ?[:,-]"
)
_MET_IN = re.compile(
    r"(?: [,;]| and| then| first| again| finally| last)* (?:in|at) (?:the )?(?P<to>[LC]\d+)(?: ,)?(?P<days>(?:(?: ,)?(?: and)?(?: again)?(?: (?:in|on))?(?: early| late| mid)? D\d+)+)"
)


def _anchors(context: Context, sentence: Sentence) -> dict[int, list[Candidate]]:
    """The trips of a sentence by where the date ends that they are told with, or the place where they are only counted."""
    things = {sentence.units[n].start: n for n in sentence.of("D", "C", "L")}
    found: dict[int, list[Candidate]] = {}
    for candidate in context.told:
        claim = candidate.claim
        if candidate.sentence != sentence.index or candidate.notes.get("end") or not isinstance(claim, Visit):
            continue
        if claim.status not in (Status.DONE, Status.PLANNED):
            continue
        dated = claim.started_on is not None
        basis, span = candidate.where["started_on" if dated else "host"]
        number = things.get(span[0]) if span and basis is SAID else None
        if number is None:
            continue
        at = sentence.offsets[number] + len(f"D{number}")
        counted = None if dated else _COUNTED.match(sentence.coded, at)
        if dated or counted:
            found.setdefault(counted.end() if counted else at, []).append(candidate)
    return found


_COUNTED = re.compile(r" (?:twice|thrice|(?:N\d+|several|many) times)(?: (?:already|before|so far|in all|since D\d+))?")


def _from(context: Context, sentence: Sentence, at: int, told: list[Candidate]) -> list[Candidate]:
    """The items that follow a date, each in the place of the last one unless it names its own; and the date joined before it."""
    made: list[Candidate] = []
    verbs = {n for c in context.clauses(sentence) if c.form == "finite" for n in range(c.verb.start, c.verb.end)}
    if earlier := _EARLIER.search(sentence.coded, 0, at):
        made += [c for t in told for c in _made(context, sentence, t, int(earlier.group(1)), None, earlier, made)]
    moved: Place | None = None
    while item := _ITEM.match(sentence.coded, at):
        first, last = sentence.at(at - 1), sentence.at(item.end() - 1)
        if _NOUN_BEFORE.search(item.group("gap")) or not verbs.isdisjoint(range(first + 1, last + 1)):
            break
        if _begins_clause(context, sentence, last):
            break
        named = item.group("then") or item.group("to")
        moved = place_at(context, sentence, int(named[1:])) if named else moved
        for candidate in told:
            number = int(item.group("day") or item.group("on"))
            made += _made(context, sentence, candidate, number, moved, item, made)
        at = item.end()
    return made


# "in May 2021 and January 2023 X met ..."
_EARLIER = re.compile(r"\bD(\d+) and D\d+$")


def _begins_clause(context: Context, sentence: Sentence, last: int) -> bool:
    """True where a date opens the next clause: "came on Monday, and on Tuesday met Z", "and on Tuesday, Z said"."""
    at = sentence.offsets[last] + len(f"D{last}")
    following = _AFTER.match(sentence.coded, at)
    if following is None:
        return True
    head = re.compile(r" , (?:the |[AC]\d+ (?:'s )?|Q\d+ )*\S+").match(sentence.coded, at)
    if head is None:
        return False
    unit = sentence.at(head.end() - 1)
    mains = [c for c in context.clauses(sentence) if c.form == "finite" and c.link == ""]
    return any(unit in c.subject or c.verb.start <= unit < c.verb.end for c in mains)


_AFTER = re.compile(
    r" ?(?:[,;.:()-]|$|(?:and|for|to|when|where|with|on|at|in|under|by|as|during|while|after|before|amid|but|though|because|from|of|respectively)\b)"
)


def _made(
    context: Context,
    sentence: Sentence,
    candidate: Candidate,
    number: int,
    moved: Place | None,
    item: Match[str],
    made: list[Candidate],
) -> list[Candidate]:
    """The trip of one guest that an item tells; none where the date is of a trip already told."""
    claim = candidate.claim
    assert isinstance(claim, Visit)
    when = _in_told_year(sentence, number, claim) or context.resolve(sentence, number, future_of(Realis(claim.status)))
    place = moved or Place(None, claim.host, Basis.FRAME)
    others = [c.claim for c in (*context.told, *made) if c.sentence == sentence.index and isinstance(c.claim, Visit)]
    same = [v for v in others if (v.leader, v.host) == (claim.leader, place.country) and v.started_on and when.date]
    if when.date is None or any(_one_trip(v, when, bool(_ANEW.search(item.group()))) for v in same):
        return []
    guest = next((e for e in context.analysis.entities if (e.name, e.country) == (claim.leader, claim.country)), None)
    tail = sentence.coded[item.end() : item.end() + 60].split(" and ")[0]
    kind = "summit" if event_in(tail) else tail_kind(tail)
    if re.search(r"\banother|\bone more", item.group()):
        kind = claim.visit_kind
    background = candidate.background or claim.status is Status.DONE
    guests: list[Entity] = [guest] if guest else []
    trip = number
    if claim.started_on and claim.started_on.month is None and _FIRST.search(item.group()):
        trip = 0  # the first of those told with their year
    return make_each(
        context, sentence, "visit-more", guests, place, kind, when, Realis(claim.status, background), {"trip": trip}
    )


_FIRST = re.compile(r"\bthe first\b")


def _in_told_year(sentence: Sentence, number: int, told: Visit) -> When | None:
    """A month or day in the year that the trips are told with: "three visits in 2022, the first in March"."""
    thing, year = sentence.units[number].thing, told.started_on
    if year is None or year.month is not None or not isinstance(thing, Dated) or thing.year or not thing.month:
        return None
    unit = sentence.units[number]
    return When(PartialDate(year.year, thing.month, thing.day), SAID, (unit.start, unit.end))


_ANEW = re.compile(r"\b(?:again|too|another|more|time|one)\b")


def _one_trip(told: Visit, when: When, anew: bool) -> bool:
    """True for days of one stay: "on 3 and 4 May", not "on 3 and again on 7 May"."""
    if told.started_on is None or when.date is None:
        return False
    if anew or not (told.started_on.day and when.date.day):
        return told.started_on == when.date
    return days_apart(told.started_on, when.date) <= _DAYS_OF_ONE_TRIP
