"""Visits by the class of a clause's verb: going, arriving, staying, receiving, meeting, sending, doing something at a place.

The most general reader of visits, tried last: it speaks only of guests and hosts of whom no narrower rule has read in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.loci import Locus, is_elsewhere
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_clause_parts import (
    abroad,
    adds,
    antecedent_place,
    at_airport,
    at_frontier,
    at_hand,
    begins,
    beside_event,
    city_host,
    has_word,
    hears,
    names_more,
    on_stage,
    place_visited,
    plain_object,
    receives,
    seen_doing,
    taking_part,
    treated,
    whom_carried,
    whose_trip,
)
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_kinds import kind_of, local_kind
from relations_db.extract.rules.visit_lengths import stay_notes
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_phases import STAY_NOUNS
from relations_db.extract.rules.visit_shared import origins
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_at, place_for, scene
from relations_db.extract.rules.visit_who import is_traveller, travellers
from relations_db.extract.rules.visit_words import (
    ATTEND,
    CARRIED,
    CARRY,
    COMPANY,
    DONE_TO,
    EVENTS,
    GATHERINGS,
    IN_BODY,
    JOINT,
    MEET,
    MOTION,
    NAMES,
    PHASES,
    POSING,
    RECEIVE,
    REMOTE_ACTS,
    SPEECH,
    STATIVE,
    STAY,
    THINKING,
    TREATING,
    TREATS,
    VISIT,
    WITH,
    is_from_afar,
)  # fmt: skip
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.language.verbs import PAST, forms_of
from relations_db.values import Basis, Status, Visit

CLAUSES = re.compile(r"^(?=.*\b[PHGQ]\d)")
_AT = ("in", "at", "on", "near", "outside", "inside", "through", "around", "round", "along", "across", "")


def by_clause(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The visits that the clauses of a sentence tell, by the classes of their verbs."""
    if REMOTE.search(sentence) or not names_more(sentence):
        return []
    reader = ClauseArguments(context, sentence)
    found: list[Candidate] = []
    for clause in context.clauses(sentence):
        if any(is_from_afar(p.prep, reader.word(p.noun.head)) for p in clause.phrases):
            continue
        found += origins(reader, clause)
        for read in (_moved, _visited, _stayed, _carried, _received, _called, _met, _acted):
            made = read(reader, clause)
            if made is not None:
                found += made
                break
    return found


def _made(
    reader: ClauseArguments,
    clause: Clause,
    pools: list[list[Entity]],
    place: Place,
    locus: Locus | None,
    realis: Realis,
    weak: bool,
) -> list[Candidate]:
    """A candidate for each guest at each stop; of those whom a narrower rule has told of in this sentence only what adds a kind."""
    if realis.status is None or (
        realis.status is Status.PROPOSED
        and clause.lemma not in MOTION
        and clause.lemma not in VISIT
        and clause.lemma not in RECEIVE
    ):
        return []
    context, sentence = reader.context, reader.sentence
    head = sentence.offsets[clause.verb.head]
    end = (
        locus.end
        if locus and locus.end > head
        else sentence.offsets[clause.verb.end - 1] + len(sentence.units[clause.verb.end - 1].word)
    )
    when = visit_when(context, sentence, end, realis)
    low = max(0, locus.start - 45) if locus and locus.start < head else head
    kind = local_kind(sentence, end, low, len(sentence.coded))
    notes = stay_notes(sentence, end, clause.lemma in MOTION or clause.lemma in RECEIVE)
    stops = [(place, when)]
    if locus and locus.unit is not None and (clause.lemma in MOTION or clause.lemma in STAY):
        stops = [*each_stop(context, sentence, locus.unit, when, realis)]
    known = forms_of(sentence.units[clause.verb.head].word)
    arrived = clause.lemma in MOTION and known is not None and PAST in known[1]
    here = [c.claim for c in context.told if c.sentence == sentence.index and isinstance(c.claim, Visit)]
    told = {(v.leader, v.host): adds(v, kind, when, place) or (arrived and begins(v, realis)) for v in here}
    found: list[Candidate] = []
    for stop, day in stops:
        foreign = travellers([p[:2] for p in pools], stop.country)
        guests = [g for g in foreign if told.get((g.name, stop.country), True) and is_traveller(context, g)]
        own = notes if len(stops) == 1 else {}
        found += make_each(context, sentence, "visit-clause", guests, stop, kind, day, realis, own, weak=weak)
    return found


def _moved(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject goes to a place; in the passive he is taken there."""
    taken = clause.passive and clause.lemma in CARRIED
    if clause.lemma not in MOTION and not taken:
        return None
    if clause.passive and not taken:
        return None
    if not taken and not has_word(reader, clause, WITH.get(clause.lemma)):
        return None
    if not taken and clause.objects and not plain_object(reader, clause):
        return None
    pools = reader.subject(clause)
    preps = {"to", "into", "onto", "through", "for"} if taken else MOTION[clause.lemma]
    here = (
        ["", "here", "there"]
        if clause.lemma in ("come", "arrive", "land", "return", "fly", "go", "travel", "drive", "turn", "stop")
        else []
    )
    guest = pools[0][0] if pools else None
    goal = reader.place(clause, [*preps, *here], guest, goal=True) or reader.event_place(clause, preps, guest)
    above = clause.governor if clause.mark == "that" else None
    if goal is None and above and above.lemma == "be" and [reader.word(n) for n in above.subject] == ["it"]:
        goal = reader.place(above, preps, guest)  # "it is to Y that X is travelling"
    found = goal or antecedent_place(reader, clause)
    if not pools or found is None or pools[0][0].country == found[0].country:
        return None
    return _made(reader, clause, pools, *found, clause_realis(reader.context, reader.sentence, clause), weak=False)


def _visited(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The place is the object: "toured Y", "reached Y"."""
    if clause.passive or not clause.objects:
        return None
    if clause.lemma in ATTEND:
        return _attended(reader, clause)
    if clause.lemma not in VISIT:
        return None
    found, pools = place_visited(reader, clause), reader.subject(clause)
    if found is None or not pools or pools[0][0].country == found[0].country:
        return None
    return _made(reader, clause, pools, *found, clause_realis(reader.context, reader.sentence, clause), weak=False)


def _attended(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The object is a gathering that is called by its city: "attended the Y forum"."""
    pools = reader.subject(clause)
    for chunk in clause.objects:
        cities = [n for n in range(chunk.start, chunk.head) if reader.sentence.units[n].code == "L"]
        if not pools or not cities or reader.word(chunk.head) not in GATHERINGS:
            continue
        place = place_at(reader.context, reader.sentence, cities[0])
        at = reader.sentence.offsets[chunk.head]
        locus = Locus(at, at + len(reader.word(chunk.head)), "at", cities[0], "")
        return _made(
            reader, clause, pools, place, locus, clause_realis(reader.context, reader.sentence, clause), weak=False
        )
    return None


def _stayed(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject is or stays at a place, or his trip is to it."""
    awaited = clause.passive and clause.lemma in ("expect", "await")
    trip = whose_trip(reader, clause)
    if (clause.lemma not in STAY or clause.passive) and not awaited and not trip:
        return None
    pools = trip or reader.subject(clause)
    if not pools:
        return None
    off = clause.lemma == "be" and "off" in clause.adverbs
    bound = clause.lemma == "be" and clause.verb.start < clause.verb.head
    preps = (
        _AT if clause.lemma in PHASES else ["to"] if trip else ["to", "for"] if off else [*_AT, "to"] if bound else _AT
    )
    if (
        clause.lemma == "be"
        and clause.objects
        and not any(
            reader.word(o.head) in ("guest", "guests", "visitor", "day", "days", "week", "time", "times")
            for o in clause.objects
        )
    ):
        return None
    found = reader.place(clause, preps, pools[0][0]) or antecedent_place(reader, clause)
    if found is None and clause.lemma == "spend":
        told = scene(reader.context, reader.sentence)
        hosts = reader.with_whom(clause)
        found = (told, None) if told and hosts and hosts[0][0].country == told.country else None
    if found is None or pools[0][0].country == found[0].country:
        return None
    realis = clause_realis(reader.context, reader.sentence, clause)
    if off and realis.status is Status.DONE and reader.word(clause.verb.head) in ("is", "are"):
        realis = Realis(Status.PLANNED)  # "is off to Y next week"
    if trip and realis.status is Status.DONE:
        realis = Realis(Status.DONE, True)
    if awaited and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED)
    return _made(reader, clause, pools, *found, realis, weak=clause.lemma != "be")


def _carried(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject takes the object to a place, or sends him there."""
    if clause.lemma not in CARRY | COMPANY or clause.passive:
        return None
    pools = whom_carried(reader, clause)
    found = reader.place(clause, ("to", "into", "through"), pools[0][0] if pools else None)
    if pools and clause.lemma in COMPANY:
        pools = [*reader.subject(clause), *pools]
    if not pools or found is None or (clause.lemma in CARRY and pools[0][0].country == found[0].country):
        return None
    made = _made(reader, clause, pools, *found, clause_realis(reader.context, reader.sentence, clause), weak=True)
    by_visit = next((n for n in clause.subject if reader.sentence.units[n].word in STAY_NOUNS), None)
    if by_visit is None:
        return made
    at = reader.sentence.offsets[by_visit]
    kind = kind_of(reader.sentence.coded[max(0, at - 60) : at])  # "a state visit brought X to Y"
    return (
        [replace(c, claim=replace(c.claim, visit_kind=kind), weak=False) for c in made if isinstance(c.claim, Visit)]
        if kind != "unspecified"
        else made
    )


def _received(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject has the object as his guest, in his own state unless another place is said."""
    if clause.lemma in TREATING and any(reader.word(o.head) in TREATS for o in clause.objects):
        hosts, guests = treated(reader, clause)
    elif not receives(reader, clause):
        return None
    elif clause.passive:
        hosts, guests = reader.with_whom(clause, ("by",)), reader.subject(clause)
    else:
        hosts, guests = reader.subject(clause), reader.persons(reader.objects(clause)) or taking_part(reader, clause)
    to_meet = clause.lemma == "meet" and not at_airport(reader, clause)
    if not guests or (to_meet and (clause.form == "inf" or clause.mark == "whom")):
        return None
    realis = clause_realis(reader.context, reader.sentence, clause)
    if clause.lemma in ("await", "expect") and city_host(reader, clause) and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED)  # "Doha awaits him"
    found = reader.place(clause, [*_AT[:-1], "through", "round", "around", "to"], guests[0][0])
    place, locus = found or antecedent_place(reader, clause) or (city_host(reader, clause), None)
    if place is None:
        host = next((h for pool in hosts for h in pool[:1] if h.country and h.country != guests[0][0].country), None)
        if (
            not host
            or not host.country
            or abroad(reader.context, host, guests[0][0], realis.status)
            or at_frontier(reader, clause)
        ):
            return None
        place = Place(None, host.country, Basis.FRAME)
    return _made(reader, clause, guests, place, locus, realis, weak=True)


def _called(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """ "X paid a courtesy call on Y", "X called on Y": at the place said or told, else in the state of Y."""
    paid = clause.lemma in ("pay", "make") and any(reader.word(o.head) == "call" for o in clause.objects)
    if clause.passive or not (paid or (clause.lemma == "call" and not clause.objects)):
        return None
    phrase = next((p for p in clause.phrases if p.prep in ("on", "upon", "at")), None)
    if phrase is None or _ASKED.match(reader.sentence.coded, reader.sentence.offsets[phrase.noun.head]):
        return None
    callers, hosts = reader.subject(clause), reader.persons([phrase.noun.head])
    if not callers or not hosts or callers[0][0].country == hosts[0][0].country:
        return None
    found = reader.place(clause, _AT, None)
    told = found[0] if found else scene(reader.context, reader.sentence)
    home = {callers[0][0].country, hosts[0][0].country}
    place = told if told and (found or told.country in home) else None
    if place is None and told is None and hosts[0][0].country:
        place = Place(None, hosts[0][0].country, Basis.FRAME)
    if place is None:
        return None
    pools = [*callers[:1], *hosts]
    realis = clause_realis(reader.context, reader.sentence, clause)
    return _made(reader, clause, pools, place, found[1] if found else None, realis, weak=True)


# "called on Y to stop", "for restraint": a demand
_ASKED = re.compile(r"[PHG]\d+(?: of (?:the )?C\d+)?(?: (?:and|,) [PHG]\d+)* (?:to [a-z]|for )")


def _met(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """Subject and object, or those told with "with", are together at a place."""
    if clause.lemma not in MEET or clause.passive:
        return None
    place, locus = reader.place(clause, _AT, None) or antecedent_place(reader, clause) or (None, None)
    beside = ("with", "on", "to", "alongside", *(("of",) if clause.lemma in IN_BODY else ()))
    others = [*reader.persons(reader.heads(clause.objects)), *reader.there(clause, beside, locus)]
    pools = [*reader.subject(clause), *others]
    if len({p[0].country for p in pools}) < 2:
        return None
    place = place or beside_event(reader, clause)
    if place is None and clause.lemma in IN_BODY:
        told = scene(reader.context, reader.sentence)
        place = told if told and told.country in {p[0].country for p in pools} else None
    if place is None:
        return None
    return _made(reader, clause, pools, place, locus, clause_realis(reader.context, reader.sentence, clause), weak=True)


def _acted(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject does or says something at a place, or it is done to him or by him there."""
    things = {reader.word(o.head) for o in clause.objects}
    held = clause.lemma in ("have", "hold", "do", "make", "give", "deliver") and not things.isdisjoint(EVENTS)
    signed = clause.lemma in ("put", "set", "append", "lend") and not things.isdisjoint(NAMES)
    named = [n for n in clause.subject if reader.sentence.units[n].word not in ("they", "them")]
    together = len({p[0].country for p in reader.persons(named)}) > 1 and clause.lemma not in THINKING
    alights = clause.lemma in MOTION and not {"down", "out", "off", "ashore"}.isdisjoint(clause.adverbs)
    poses = clause.lemma in POSING and clause.form != "finite"
    moves = clause.lemma in MOTION and has_word(reader, clause, WITH.get(clause.lemma))
    if (clause.lemma in STATIVE or moves) and not (held or signed or alights or together or poses):
        return None
    pools = reader.subject(clause)
    if clause.passive:
        pools = reader.with_whom(clause, ("by",)) if clause.lemma in JOINT else pools if clause.lemma in DONE_TO else []
    if not pools:
        return None
    found = _where_acted(reader, clause, pools[0][0])
    if found is None and (seen := seen_doing(reader, clause)):
        found = _where_acted(reader, seen, pools[0][0])
    if found is None and together and (stage := on_stage(reader, clause, pools)):
        found = stage, None
    if found and clause.lemma in SPEECH and not clause.passive:
        pools = [*pools, *reader.persons(reader.heads(clause.objects))]  # "told X in Y"
    if found is None or (pools[0][0].country == found[0].country and len(pools) < 2):
        return None
    return _made(reader, clause, pools, *found, clause_realis(reader.context, reader.sentence, clause), weak=True)


def _where_acted(reader: ClauseArguments, clause: Clause, actor: Entity) -> tuple[Place, Locus | None] | None:
    """The place of an act: behind its verb or at the head of the clause; of speech only where nothing but hearers stand between."""
    afar = clause.lemma in REMOTE_ACTS
    for locus, phrase in reader.loci(clause, _AT):
        fronted = phrase is not None and phrase.start < clause.verb.start
        bound = phrase is not None and phrase.of_noun is not None
        heard = not bound or (phrase is not None and hears(reader, clause, phrase))
        if (afar and not fronted) or (clause.lemma in SPEECH and not fronted and not heard):
            continue
        if is_elsewhere(reader.sentence, locus.start) and not at_hand(reader, clause, phrase):
            continue
        place = place_for(reader.context, reader.sentence, locus, actor)
        if place and (place.city or locus.words):
            return place, locus
    return antecedent_place(reader, clause)
