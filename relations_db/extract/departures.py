""" "By Wednesday she was on her way home", "his plane took off for Z", "before leaving on Friday": the last day of a stay that is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_who import people
from relations_db.extract.rules.visit_words import VEHICLES
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause, Phrase
from relations_db.language.people import Entity
from relations_db.values import Basis, PartialDate, Status, Visit

_LONGEST = 14  # days of a stay whose end is told apart from its beginning
_SOON = 4  # of one whose end has no day of its own
_LEAVING = frozenset(("leave", "depart"))
_OFF = {"take": "off", "lift": "off", "set": "off"}
_MOVING = frozenset(
    "fly go travel head return hurry rush drive sail come get be jet ride speed move continue proceed journey press push".split()
)
_ONWARD = frozenset(("continue", "proceed"))
_HOME = frozenset(("home", "homeward", "homewards", "back"))
_SENDING = frozenset(("see", "wave", "send"))
_FAREWELLS = frozenset(("farewell", "goodbye"))
_SOIL = frozenset("soil country capital city island kingdom republic territory".split())
_PARTIES = frozenset("guests visitors couple pair".split()) | VEHICLES
_WORDS = _LEAVING | frozenset(
    "leaves leaving left departs departed departing took takes taking lifted lifts lifting sets setting bade bid bids gone departure board boards boarded boarding".split()
) | frozenset("home back off on way continued continues proceeded proceeds goodbye farewell made makes".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Departure:
    """Who goes from where to where on which day; states, none where the clause does not say."""

    guest: Entity
    origin: str | None
    goal: str | None
    when: When
    sentence: Sentence


def with_departures(context: Context, merged: list[Candidate]) -> list[Candidate]:
    """The stays with the last day that a clause on the guest's departure tells, where nothing told it beside the stay."""
    open_ones = [c for c in merged if _is_open(c)]
    if not open_ones:
        return merged
    for sentence in context.analysis.sentences:
        if sentence.words.isdisjoint(_WORDS):
            continue
        for departure in _departures(context, sentence, open_ones):
            _end(departure, open_ones)
    return merged


def _claim(candidate: Candidate) -> Visit:
    assert isinstance(candidate.claim, Visit)
    return candidate.claim


def _is_open(candidate: Candidate) -> bool:
    claim = candidate.claim
    if not isinstance(claim, Visit) or claim.ended_on or claim.status not in (Status.DONE, Status.PLANNED):
        return False
    return claim.started_on is not None and claim.started_on.day is not None


def _end(departure: _Departure, open_ones: list[Candidate]) -> None:
    """Give the day to the stay that began last before it."""
    day = departure.when.date
    assert day is not None
    fitting = [c for c in open_ones if _may_end(_claim(c), departure, day)]
    if not fitting:
        return
    stay = max(fitting, key=lambda c: _first(c).first)
    stay.claim = replace(_claim(stay), ended_on=day)
    stay.where["ended_on"] = (departure.when.basis, departure.when.span)
    if departure.when.span:
        stay.quotes.append((departure.sentence.start, departure.sentence.end))


def _first(candidate: Candidate) -> PartialDate:
    day = _claim(candidate).started_on
    assert day is not None
    return day


def _may_end(claim: Visit, departure: _Departure, day: PartialDate) -> bool:
    assert claim.started_on is not None
    if claim.ended_on or (claim.leader, claim.country) != (departure.guest.name, departure.guest.country):
        return False
    if claim.host == departure.goal or departure.origin not in (None, claim.host):
        return False
    longest = _LONGEST if departure.when.basis is Basis.SAID else _SOON
    return 0 <= (day.first - claim.started_on.first).days <= longest


def _departures(context: Context, sentence: Sentence, stays: list[Candidate]) -> Iterator[_Departure]:
    for clause in context.clauses(sentence):
        guests = _leaving(context, sentence, clause)
        if not guests:
            continue
        when = _day_of(context, sentence, clause, stays)
        if when.date is None or when.date.day is None:
            continue
        origin = _state_of(context, sentence, _place_left(sentence, clause))
        goal = _state_of(context, sentence, _bound_for(sentence, clause))
        for guest in guests:
            if origin != guest.country:
                yield _Departure(guest, origin, goal, when, sentence)


def _leaving(context: Context, sentence: Sentence, clause: Clause) -> list[Entity]:
    """Those of whom a clause tells that they leave; none where it tells something else."""
    if clause.lemma in _SENDING and "off" in clause.adverbs or _is_farewell(clause):
        return _persons(context, sentence, _objects(clause))
    if not _is_leaving(context, sentence, clause):
        return []
    acting = [n for n in clause.subject if sentence.units[n].code in ("P", "H", "G")]
    if acting:
        return _persons(context, sentence, acting)
    if not any(sentence.units[n].word in _PARTIES for n in clause.subject):
        return []
    aboard = [n for n in clause.carriers if sentence.units[n].code in ("P", "H", "Q")]
    aboard += [p.noun.head for p in clause.phrases if p.prep == "with" and sentence.units[p.noun.head].code == "P"]
    return _persons(context, sentence, aboard) or ([context.guest] if context.guest else [])


def _persons(context: Context, sentence: Sentence, numbers: list[int]) -> list[Entity]:
    return [pool[0] for pool in people(context, sentence, numbers) if pool and pool[0].country]


def _objects(clause: Clause) -> list[int]:
    told = [p.noun.head for p in clause.phrases if p.prep == "to"]
    return [o.head for o in clause.objects] + [n for o in clause.objects for n in range(o.start, o.head)] + told


def _is_farewell(clause: Clause) -> bool:
    return clause.lemma in ("bid", "say") and any(o.lemma in _FAREWELLS for o in clause.objects)


def _is_leaving(context: Context, sentence: Sentence, clause: Clause) -> bool:
    """True for a clause that tells of leaving a place, of the way home or of the way on."""
    lemma, adverbs = clause.lemma, frozenset(clause.adverbs)
    if lemma in _LEAVING:
        return not clause.objects or _place_left(sentence, clause) is not None or _is_hours(sentence, clause)
    if lemma in _OFF and _OFF[lemma] in adverbs:
        return True
    if lemma == "board":
        return any(o.lemma in VEHICLES for o in clause.objects)
    if lemma == "be" and any(p.prep == "on" and p.noun.lemma == "way" for p in clause.phrases):
        return True
    if lemma == "go" and clause.passive:
        return True
    bound = _bound_for(sentence, clause)
    if lemma == "make":
        return not clause.objects and bound is not None and bound.prep == "for"
    if lemma not in _MOVING:
        return False
    if adverbs & _HOME or (bound and bound.noun.lemma == "home"):
        return True
    return bound is not None and (lemma in _ONWARD or "on" in adverbs)


def _is_hours(sentence: Sentence, clause: Clause) -> bool:
    """True for "left six hours later", whose number stands as an object."""
    return all(sentence.units[o.head].code == "N" for o in clause.objects)


def _place_left(sentence: Sentence, clause: Clause) -> Phrase | int | None:
    """The unit of the place that is left: "left Y", "left Y soil", "took off from Y"."""
    for chunk in clause.objects if clause.lemma in _LEAVING else ():
        for number in range(chunk.start, chunk.end):
            if sentence.units[number].code in ("L", "C", "A"):
                return number
        if chunk.lemma in _SOIL:
            return chunk.head
    for phrase in clause.phrases:
        if phrase.prep in ("from", "of") and sentence.units[phrase.noun.head].code in ("L", "C"):
            return phrase.noun.head
    return None


def _bound_for(sentence: Sentence, clause: Clause) -> Phrase | None:
    """The phrase that tells where the way leads."""
    for phrase in clause.phrases:
        if phrase.prep in ("to", "for", "towards", "toward") and (
            sentence.units[phrase.noun.head].code in ("L", "C") or phrase.noun.lemma == "home"
        ):
            return phrase
    return None


def _state_of(context: Context, sentence: Sentence, at: Phrase | int | None) -> str | None:
    if at is None:
        return None
    number = at if isinstance(at, int) else at.noun.head
    unit = sentence.units[number]
    return context.state_of(unit) if unit.code in ("L", "C", "A") else None


def _day_of(context: Context, sentence: Sentence, clause: Clause, stays: list[Candidate]) -> When:
    """The day of a departure: its own, else for one that is over the latest of the news."""
    told = clause.governor if clause.form == "ing" and clause.governor else clause
    status = clause_realis(context, sentence, told).status
    if status not in (Status.DONE, Status.PLANNED):
        return UNKNOWN
    if clause.dates:
        return context.resolve(sentence, clause.dates[0], status is Status.PLANNED)
    if status is Status.PLANNED or clause.form != "finite" or context.dates_in(sentence):
        return UNKNOWN
    return replace(context.latest_day(sentence.index), basis=Basis.FRAME) if context.analysis.on else UNKNOWN
