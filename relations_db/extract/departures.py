""" "By Wednesday she was on her way home", "his plane took off for Z", "before leaving on Friday": the last day of a stay that is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_who import people
from relations_db.extract.rules.visit_words import VEHICLES
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause, Phrase
from relations_db.language.people import Entity
from relations_db.language.verbs import BASE, PAST, THIRD, forms_of
from relations_db.values import Basis, PartialDate, Status, Visit

_LONGEST = 14  # days of a stay whose end is told apart from its beginning
_SOON = 4  # of one whose end has no day of its own
_LEAVING = frozenset(("leave", "depart"))
_OFF = {"take": "off", "lift": "off", "set": "off"}
_MOVING = frozenset(
    "fly go travel head return hurry rush drive sail come get be jet ride speed move continue proceed journey press push".split()
)
_JOURNEYS = frozenset("fly travel head drive sail go".split())
_AT_THAT_TIME = ("when", "as", "while")
_ONWARD = frozenset(("continue", "proceed"))
_HOME = frozenset(("home", "homeward", "homewards", "back"))
_PARTS_OF_DAY = frozenset("morning afternoon evening night noon".split())
_SENDING = frozenset(("see", "wave", "send"))
_FAREWELLS = frozenset(("farewell", "goodbye"))
_SOIL = frozenset("soil country capital city island kingdom republic territory".split())
_PARTIES = frozenset("guests visitors couple pair".split()) | VEHICLES
_NOUN = re.compile(
    r"[PQ](?P<who>\d+) (?:'s )?departure\b(?: (?:from|for|to) (?:the )?[LC]\d+)*(?P<ahead> (?:is|has been) (?:set|scheduled|planned|due))? (?:on |for )?D(?P<on>\d+)"
)
_WORDS = frozenset(
    "leave leaves leaving left depart departs departed departing departure take takes took taking lift lifts lifted set sets setting board boards boarded boarding "
    "gone home back way move moves moved moving continue continues continued proceed proceeds proceeded head heads headed heading hurried rushed drove sailed rode journeyed "
    "fly flies flew flying travel travels travelled traveled go goes went return returns returned returning made makes make see sees saw wave waved sent bade bid goodbye farewell".split()
)


@dataclass(frozen=True, slots=True)
class _Departure:
    """Who goes from where to where on which day. `guests`: likeliest first, none where anybody who is there may be meant;
    `origin`, `goal`: states, none where the clause does not say; `to_stay`: told only as a journey to the next stay; `outward`: maybe the way to the first.
    """

    guests: list[Entity]
    origin: str | None
    goal: str | None
    when: When
    to_stay: bool = False
    outward: bool = False


def with_departures(context: Context, merged: list[Candidate]) -> list[Candidate]:
    """The stays with the last day that a clause on the guest's departure tells, where nothing told it beside the stay."""
    stays = [c for c in merged if _has_day(c)]
    if not any(_is_open(c) for c in stays):
        return merged
    for sentence in context.analysis.sentences:
        if sentence.words.isdisjoint(_WORDS):
            continue
        for departure in _departures(context, sentence):
            if stay := _ended_by(departure, stays):
                _end(stay, departure, sentence)
    return merged


def _claim(candidate: Candidate) -> Visit:
    assert isinstance(candidate.claim, Visit)
    return candidate.claim


def _has_day(candidate: Candidate) -> bool:
    claim = candidate.claim
    if not isinstance(claim, Visit) or claim.status not in (Status.DONE, Status.PLANNED):
        return False
    return claim.started_on is not None and claim.started_on.day is not None


def _is_open(candidate: Candidate) -> bool:
    return _claim(candidate).ended_on is None


def _end(stay: Candidate, departure: _Departure, sentence: Sentence) -> None:
    stay.claim = replace(_claim(stay), ended_on=departure.when.date)
    stay.where["ended_on"] = (departure.when.basis, departure.when.span)
    if departure.when.span and (sentence.start, sentence.end) not in stay.quotes:
        stay.quotes.append((sentence.start, sentence.end))


def _ended_by(departure: _Departure, stays: list[Candidate]) -> Candidate | None:
    """The stay that a departure ends: of the one meant that which began last before it; no other than one that is open."""
    for guest in departure.guests:
        if fitting := [c for c in stays if _is_of(c, guest) and _may_end(c, departure, stays)]:
            last = max(fitting, key=lambda c: _first(c).first)
            return last if _is_open(last) else None
    if departure.guests and departure.goal not in {_claim(c).country for c in stays}:
        return None
    alone = len({_claim(c).leader for c in stays}) == 1
    there = [c for c in stays if _may_end(c, departure, stays) and (alone or _leads_to(departure.goal, c, stays))]
    sure = alone or departure.origin or departure.goal
    return there[0] if sure and len(there) == 1 and _is_open(there[0]) else None


def _leads_to(goal: str | None, candidate: Candidate, stays: list[Candidate]) -> bool:
    """True where a way leads home or to another stay of the one who is there, as far as it is told."""
    leader = _claim(candidate).leader
    return goal in (None, _claim(candidate).country) or (leader, goal) in {
        (_claim(c).leader, _claim(c).host) for c in stays
    }


def _is_of(candidate: Candidate, guest: Entity) -> bool:
    return (_claim(candidate).leader, _claim(candidate).country) == (guest.name, guest.country)


def _first(candidate: Candidate) -> PartialDate:
    day = _claim(candidate).started_on
    assert day is not None
    return day


def _may_end(candidate: Candidate, departure: _Departure, stays: list[Candidate]) -> bool:
    claim, day = _claim(candidate), departure.when.date
    assert day is not None
    if claim.host == departure.goal or departure.origin not in (None, claim.host) or claim.country == departure.origin:
        return False
    if departure.to_stay and not any(
        (_claim(c).leader, _claim(c).host) == (claim.leader, departure.goal) and _first(c) == day for c in stays
    ):
        return False
    if departure.when.span and candidate.where["started_on"][1] == departure.when.span:
        return False  # the day on which he came
    longest = _LONGEST if departure.when.basis is Basis.SAID and not departure.to_stay else _SOON
    earlier = departure.to_stay or (departure.outward and departure.goal != claim.country)
    return int(earlier) <= (day.first - _first(candidate).first).days <= longest


def _departures(context: Context, sentence: Sentence) -> Iterator[_Departure]:
    for match in _NOUN.finditer(sentence.coded):
        when = context.resolve(sentence, int(match.group("on")), bool(match.group("ahead")))
        if when.date and when.date.day:
            meant = _persons(context, sentence, [int(match.group("who"))])
            yield _Departure(meant[0] if meant else [], None, None, when)
    for clause in context.clauses(sentence):
        goal = _state_of(context, sentence, _bound_for(sentence, clause))
        away = _is_away(sentence, clause)
        to_stay = not away and goal is not None and clause.lemma in _JOURNEYS
        pools = _guests(context, sentence, clause) if away or to_stay else None
        if pools is None:
            continue
        when = _day_of(context, sentence, clause)
        if when.date is None or when.date.day is None:
            continue
        origin = _state_of(context, sentence, _place_left(sentence, clause))
        for guests in pools or [[]]:
            yield _Departure(guests, origin, goal, when, to_stay, goal is not None and clause.lemma not in _LEAVING)


def _guests(context: Context, sentence: Sentence, clause: Clause) -> list[list[Entity]] | None:
    """Those who leave, each as the persons that may be meant, likeliest first; an empty list for "the guest" or "the plane" of whoever is there, none for others."""
    acting = [n for n in clause.subject if sentence.units[n].code in ("P", "H", "G")]
    if _is_send_off(clause):
        staying = {e.name for pool in _persons(context, sentence, acting) for e in pool[:1]}
        told = [n for n in _objects(clause) if sentence.units[n].code in ("P", "H", "Q", "G")]
        pools = [pool for pool in _persons(context, sentence, told) if pool[0].name not in staying]
        return pools if pools or told else None
    if acting:
        persons = _persons(context, sentence, acting)
        return persons if persons or _is_guest(sentence, acting[0]) else None
    if not _is_party(sentence, clause):
        return None
    aboard = [n for n in clause.carriers if sentence.units[n].code in ("P", "H", "Q")]
    aboard += [p.noun.head for p in clause.phrases if p.prep == "with" and sentence.units[p.noun.head].code == "P"]
    return _persons(context, sentence, aboard)


def _is_party(sentence: Sentence, clause: Clause) -> bool:
    """True where the subject is the plane or the delegation of a guest, no other's and not just any."""
    if not clause.subject or any(p.prep == "of" and p.of_noun in clause.subject for p in clause.phrases):
        return False
    named = clause.lemma in ("take", "lift") or any(sentence.units[n].word in _PARTIES for n in clause.subject)
    return named and not _ANY.search(sentence.coded, 0, sentence.offsets[clause.subject[0]])


_ANY = re.compile(r"\b(?:an?|no|some|any|two|three|several) (?:[a-z-]+ )?$")


def _is_guest(sentence: Sentence, number: int) -> bool:
    return sentence.units[number].word.removeprefix("the ") in ("guest", "visitor", "guests", "visitors")


def _persons(context: Context, sentence: Sentence, numbers: list[int]) -> list[list[Entity]]:
    pools = ([e for e in pool if e.country] for pool in people(context, sentence, numbers))
    return [pool for pool in pools if pool]


def _objects(clause: Clause) -> list[int]:
    told = [p.noun.head for p in clause.phrases if p.prep == "to"]
    return [o.head for o in clause.objects] + [n for o in clause.objects for n in range(o.start, o.head)] + told


def _is_send_off(clause: Clause) -> bool:
    """True for "saw him off", "bade her farewell"."""
    if clause.lemma in ("bid", "say"):
        return any(o.lemma in _FAREWELLS for o in clause.objects)
    return clause.lemma in _SENDING and "off" in clause.adverbs


def _is_away(sentence: Sentence, clause: Clause) -> bool:
    """True for a clause that tells of leaving a place, of the way home or of the way on."""
    lemma, adverbs = clause.lemma, frozenset(clause.adverbs)
    if _is_send_off(clause):
        return True
    if lemma in _LEAVING:
        if _is_setting_out(clause):
            return False
        return not clause.objects or _place_left(sentence, clause) is not None or _is_hours(sentence, clause)
    if lemma == "board":
        return any(o.lemma in VEHICLES for o in clause.objects)
    if any(o.lemma not in _PARTS_OF_DAY for o in clause.objects) or _is_setting_out(clause):
        return False
    if _OFF.get(lemma) in adverbs or (lemma == "go" and clause.passive):
        return True
    if lemma == "be" and any(p.prep == "on" and p.noun.lemma == "way" for p in clause.phrases):
        return True
    bound = _bound_for(sentence, clause)
    if lemma == "make":
        return bound is not None and bound.prep == "for"
    return lemma in _MOVING and _is_homeward(sentence, clause, bound)


def _is_setting_out(clause: Clause) -> bool:
    """True for "takes off on a tour of Y and Z": the way there."""
    return any(p.prep in ("on", "for") and p.noun.lemma in _TRIPS for p in clause.phrases)


_TRIPS = frozenset("tour visit trip journey mission swing pilgrimage talks summit holiday".split())


def _is_homeward(sentence: Sentence, clause: Clause, bound: Phrase | None) -> bool:
    """True for a journey back, home or on: "headed home", "flew on to Z"; not "went back to the hotel"."""
    adverbs = frozenset(clause.adverbs)
    if bound is None and any(p.prep in ("to", "for", "from", "in", "into") for p in clause.phrases):
        return False
    if clause.lemma == "return" and bound is None:
        return "there" not in adverbs
    if adverbs & _HOME or (bound is not None and bound.noun.lemma == "home"):
        return True
    left = _place_left(sentence, clause) is not None
    return bound is not None and (clause.lemma in _ONWARD or "on" in adverbs or left)


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
            phrase.noun.lemma == "home" or _unit_of_place(sentence, phrase) is not None
        ):
            return phrase
    return None


def _unit_of_place(sentence: Sentence, phrase: Phrase) -> int | None:
    """The unit of a state or town in a phrase: "for Y", "for the Y city of Z"."""
    numbers = range(phrase.start + 1, phrase.noun.end)
    return next((n for n in reversed(numbers) if sentence.units[n].code in ("L", "C", "A")), None)


def _state_of(context: Context, sentence: Sentence, at: Phrase | int | None) -> str | None:
    number = _unit_of_place(sentence, at) if isinstance(at, Phrase) else at
    unit = sentence.units[number] if number is not None else None
    return context.state_of(unit) if unit and unit.code in ("L", "C", "A") else None


def _day_of(context: Context, sentence: Sentence, clause: Clause) -> When:
    """The day of a departure: its own or that of the clause that it dates, else for one that is over the latest of the news."""
    above = clause.governor
    status = clause_realis(context, sentence, above if clause.form == "ing" and above else clause).status
    if status not in (Status.DONE, Status.PLANNED):
        return UNKNOWN
    if _is_present(sentence, clause):
        status = Status.PLANNED  # "the guests leave on Saturday"
    dates = clause.dates or (above.dates if above and clause.mark in _AT_THAT_TIME else [])
    dates = dates or _by_end_of(sentence, clause)
    if dates:
        when = context.resolve(sentence, dates[0], status is Status.PLANNED)
        same = when.date is None and sentence.units[dates[0]].word.startswith(("the same", "that same"))
        return replace(context.latest_day(sentence.index), basis=Basis.FRAME) if same else when
    young = any(p.prep == "as" for p in clause.phrases)  # "left Y as a child"
    if status is Status.PLANNED or clause.form != "finite" or context.dates_in(sentence) or young:
        return UNKNOWN
    return replace(context.latest_day(sentence.index), basis=Basis.FRAME) if context.analysis.on else UNKNOWN


def _is_present(sentence: Sentence, clause: Clause) -> bool:
    known = forms_of(sentence.units[clause.verb.head].word) if clause.form == "finite" else None
    return bool(known and known[1] & {BASE, THIRD} and PAST not in known[1] and clause.verb.start == clause.verb.head)


def _by_end_of(sentence: Sentence, clause: Clause) -> list[int]:
    """The date of "was gone by the end of the same day"."""
    ends = [p.noun.end for p in clause.phrases if p.prep in ("by", "at") and p.noun.lemma == "end"]
    return [n + 1 for n in ends if n + 1 < len(sentence.units) and sentence.units[n + 1].code == "D"]
