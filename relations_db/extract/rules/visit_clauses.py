"""Visits by the class of a clause's verb: going, arriving, staying, receiving, meeting, sending, doing something at a place.

The most general reader of visits, tried last: it speaks only of guests and hosts of whom no narrower rule has read in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place, When
from relations_db.extract.loci import Locus, is_elsewhere
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_kinds import kind_of, local_kind
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_phases import STAY_NOUNS
from relations_db.extract.rules.visit_shared import origins
from relations_db.extract.rules.visit_when import stay_notes, visit_when
from relations_db.extract.rules.visit_where import place_at, place_for
from relations_db.extract.rules.visit_who import is_traveller, travellers
from relations_db.extract.rules.visit_words import (
    AFAR,
    CARRIED,
    CARRY,
    CITY_HOSTS,
    COMPANY,
    DONE_TO,
    EVENTS,
    HEARERS,
    JOINT,
    MEET,
    MOTION,
    NAMES,
    RECEIVE,
    RECEIVE_WITH,
    REMOTE_ACTS,
    SPEECH,
    STATIVE,
    STAY,
    TREATING,
    TREATS,
    VISIT,
    WAYS,
    WITH,
)  # fmt: skip
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

_WHERE = frozenset(("where", "there", "here", "home", "abroad"))
CLAUSES = re.compile(r"^(?=.*\b[PHGQ]\d)")
_AT = ("in", "at", "on", "near", "outside", "inside", "")


def by_clause(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The visits that the clauses of a sentence tell, by the classes of their verbs."""
    if REMOTE.search(sentence) or not _names_more(sentence):
        return []
    reader = ClauseArguments(context, sentence)
    found: list[Candidate] = []
    for clause in context.clauses(sentence):
        if any(reader.word(p.noun.head) in AFAR for p in clause.phrases):
            continue
        found += origins(reader, clause)
        for read in (_moved, _visited, _stayed, _carried, _received, _met, _acted):
            made = read(reader, clause)
            if made is not None:
                found += made
                break
    return found


def _names_more(sentence: Sentence) -> bool:
    """True for a sentence that has a place, or a second person beside the first."""
    return (
        bool(sentence.of("L", "C", "A", "G"))
        or len(sentence.of("P", "H", "Q")) > 1
        or not _WHERE.isdisjoint(sentence.words)
    )


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
    kind = local_kind(sentence, end, min(head, locus.start if locus else head), len(sentence.coded))
    notes = stay_notes(sentence, end, clause.lemma in MOTION or clause.lemma in RECEIVE)
    stops = [(place, when)]
    if locus and locus.unit is not None and (clause.lemma in MOTION or clause.lemma in STAY):
        stops = [*each_stop(context, sentence, locus.unit, when, realis)]
    here = [c.claim for c in context.told if c.sentence == sentence.index and isinstance(c.claim, Visit)]
    told = {(v.leader, v.host): _adds(v, kind, when, place) for v in here}
    found: list[Candidate] = []
    for stop, day in stops:
        foreign = travellers([p[:2] for p in pools], stop.country)
        guests = [g for g in foreign if told.get((g.name, stop.country), True) and is_traveller(context, g)]
        own = notes if len(stops) == 1 else {}
        found += make_each(context, sentence, "visit-clause", guests, stop, kind, day, realis, own, weak=weak)
    return found


def _adds(told: Visit, kind: str, when: When, place: Place) -> bool:
    """True where a second report of a visit from one sentence tells its kind or its city, which the first leaves open."""
    same_day = told.started_on == when.date
    return same_day and (told.visit_kind == "unspecified" != kind or (told.city is None and place.city is not None))


def _has_word(reader: ClauseArguments, clause: Clause, words: tuple[str, ...] | None) -> bool:
    """True where one of the words that a verb needs stands with it; none needed is fine."""
    if words is None:
        return True
    beside = {*clause.adverbs, *(p.prep for p in clause.phrases), *(reader.word(o.head) for o in clause.objects)}
    return not beside.isdisjoint(words) or ("" in words and not clause.objects)


def _moved(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject goes to a place; in the passive he is taken there."""
    taken = clause.passive and clause.lemma in CARRIED
    if clause.lemma not in MOTION and not taken:
        return None
    if clause.passive and not taken:
        return None
    if not taken and not _has_word(reader, clause, WITH.get(clause.lemma)):
        return None
    if not taken and clause.objects and not _plain_object(reader, clause):
        return None
    pools = reader.subject(clause)
    preps = {"to", "into", "onto", "through", "for"} if taken else MOTION[clause.lemma]
    here = (
        ["", "here", "there"]
        if clause.lemma in ("come", "arrive", "land", "return", "fly", "go", "travel", "drive", "turn", "stop")
        else []
    )
    found = reader.place(clause, [*preps, *here], pools[0][0] if pools else None, goal=True) or _antecedent_place(
        reader, clause
    )
    if not pools or found is None or pools[0][0].country == found[0].country:
        return None
    return _made(reader, clause, pools, *found, clause_realis(reader.context, reader.sentence, clause), weak=False)


def _plain_object(reader: ClauseArguments, clause: Clause) -> bool:
    """True for an object that a verb of motion may have: a stretch, a means, a border."""
    return all(
        reader.word(o.head) in WAYS or reader.sentence.units[o.head].code in ("D", "N", "O", "L", "C", "P")
        for o in clause.objects
    )


def _visited(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The place is the object: "toured Y", "reached Y"."""
    if clause.lemma not in VISIT or clause.passive or not clause.objects:
        return None
    unit = clause.objects[0].head
    if reader.sentence.units[unit].code not in ("L", "C") or reader.sentence.coded.startswith(
        " 's", reader.sentence.offsets[unit] + len(f"L{unit}")
    ):
        return None
    pools = reader.subject(clause)
    place = place_at(reader.context, reader.sentence, unit)
    at = reader.sentence.offsets[unit]
    locus = Locus(at, at + len(f"L{unit}"), "to", unit, "")
    if not pools or pools[0][0].country == place.country:
        return None
    return _made(
        reader, clause, pools, place, locus, clause_realis(reader.context, reader.sentence, clause), weak=False
    )


def _stayed(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject is or stays at a place."""
    if clause.lemma not in STAY or clause.passive:
        return None
    pools = reader.subject(clause)
    if not pools:
        return None
    preps = [*_AT, "to"] if clause.lemma == "be" and clause.verb.start < clause.verb.head else _AT
    if (
        clause.lemma == "be"
        and clause.objects
        and not any(
            reader.word(o.head) in ("guest", "guests", "visitor", "day", "days", "week") for o in clause.objects
        )
    ):
        return None
    found = reader.place(clause, preps, pools[0][0]) or _antecedent_place(reader, clause)
    if found is None or pools[0][0].country == found[0].country:
        return None
    return _made(
        reader, clause, pools, *found, clause_realis(reader.context, reader.sentence, clause), weak=clause.lemma != "be"
    )


def _carried(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject takes the object to a place, or sends him there."""
    if clause.lemma not in CARRY | COMPANY or clause.passive:
        return None
    pools = reader.persons(reader.objects(clause))
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
        hosts, guests = _treated(reader, clause)
    elif clause.lemma not in RECEIVE or not _has_word(reader, clause, RECEIVE_WITH.get(clause.lemma)):
        return None
    elif clause.passive:
        hosts, guests = reader.with_whom(clause, ("by",)), reader.subject(clause)
    else:
        hosts, guests = reader.subject(clause), reader.persons(reader.objects(clause))
    if not guests or (clause.lemma == "meet" and (clause.form == "inf" or clause.mark == "whom")):
        return None
    found = reader.place(clause, [*_AT[:-1], "through", "round", "around", "to"], guests[0][0])
    place, locus = found or _antecedent_place(reader, clause) or (_city_host(reader, clause), None)
    if place is None:
        host = next((h for pool in hosts for h in pool[:1] if h.country and h.country != guests[0][0].country), None)
        if host is None or not host.country or _abroad(reader.context, host, guests[0][0]):
            return None
        place = Place(None, host.country, Basis.FRAME)
    return _made(
        reader, clause, guests, place, locus, clause_realis(reader.context, reader.sentence, clause), weak=True
    )


def _treated(reader: ClauseArguments, clause: Clause) -> tuple[list[list[Entity]], list[list[Entity]]]:
    """Hosts and guests of "gave a dinner for X", "gave X lunch", "X was given lunch by Y"."""
    if clause.passive:
        return reader.with_whom(clause, ("by",)), reader.subject(clause)
    named = reader.persons(reader.heads(clause.objects))
    return reader.subject(clause), named or reader.with_whom(clause, ("for", "of", "to"))


def _city_host(reader: ClauseArguments, clause: Clause) -> Place | None:
    """The city or state that is itself the host: "Y feted X"."""
    if len(clause.subject) != 1 or clause.passive or clause.lemma not in CITY_HOSTS | TREATING:
        return None
    unit = clause.subject[0]
    if reader.sentence.units[unit].code not in ("L", "C"):
        return None
    return place_at(reader.context, reader.sentence, unit)


def _abroad(context: Context, host: Entity, guest: Entity) -> bool:
    """True where the one who greets is told to be the guest of the other's state."""
    told = [c.claim for c in context.told if isinstance(c.claim, Visit) and c.claim.status is Status.DONE]
    return any(v.leader == host.name and v.host == guest.country for v in told[-4:])


def _met(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """Subject and object, or those told with "with", are together at a place."""
    if clause.lemma not in MEET or clause.passive:
        return None
    others = [
        *reader.persons(reader.heads(clause.objects)),
        *reader.with_whom(clause, ("with", "on", "to", "alongside")),
    ]
    actors = reader.subject(clause)
    pools = [*actors, *others]
    if len({p[0].country for p in pools}) < 2:
        return None
    place, locus = reader.place(clause, _AT, None) or _antecedent_place(reader, clause) or (None, None)
    if place is None:
        return None
    return _made(reader, clause, pools, place, locus, clause_realis(reader.context, reader.sentence, clause), weak=True)


def _acted(reader: ClauseArguments, clause: Clause) -> list[Candidate] | None:
    """The subject does or says something at a place, or it is done to him or by him there."""
    things = {reader.word(o.head) for o in clause.objects}
    held = clause.lemma in ("have", "hold", "do", "make", "give", "deliver") and not things.isdisjoint(EVENTS)
    signed = clause.lemma in ("put", "set", "append", "lend") and not things.isdisjoint(NAMES)
    named = [n for n in clause.subject if reader.sentence.units[n].word not in ("they", "them")]
    together = len({p[0].country for p in reader.persons(named)}) > 1 and clause.lemma not in (
        "be",
        "have",
        "want",
        "know",
        "mean",
        "think",
        "believe",
        "hope",
        "wish",
    )
    alights = clause.lemma in MOTION and not {"down", "out", "off", "ashore"}.isdisjoint(clause.adverbs)
    if (clause.lemma in STATIVE or clause.lemma in MOTION) and not (held or signed or alights or together):
        return None
    pools = reader.subject(clause)
    if clause.passive:
        pools = reader.with_whom(clause, ("by",)) if clause.lemma in JOINT else pools if clause.lemma in DONE_TO else []
    if not pools:
        return None
    found = _where_acted(reader, clause, pools[0][0])
    if found is None or (pools[0][0].country == found[0].country and len(pools) < 2):
        return None
    return _made(reader, clause, pools, *found, clause_realis(reader.context, reader.sentence, clause), weak=True)


def _where_acted(reader: ClauseArguments, clause: Clause, actor: Entity) -> tuple[Place, Locus | None] | None:
    """The place of an act: behind its verb or at the head of the clause; of speech only where nothing but hearers stand between."""
    afar = clause.lemma in REMOTE_ACTS
    for locus, phrase in reader.loci(clause, _AT):
        fronted = phrase is not None and phrase.start < clause.verb.start
        bound = phrase is not None and phrase.of_noun is not None
        heard = not bound or (
            phrase is not None and phrase.of_noun is not None and reader.word(phrase.of_noun) in HEARERS
        )
        if (afar and not fronted) or (clause.lemma in SPEECH and not fronted and not heard):
            continue
        if is_elsewhere(reader.sentence, locus.start):
            continue
        place = place_for(reader.context, reader.sentence, locus, actor)
        if place and (place.city or locus.words):
            return place, locus
    return _antecedent_place(reader, clause)


def _antecedent_place(reader: ClauseArguments, clause: Clause) -> tuple[Place, Locus | None] | None:
    """ "In Y, where X met Z", "Y, to which X had flown": the place that the relative takes up."""
    unit = clause.antecedent
    code = "" if unit is None else reader.sentence.units[unit].code
    fits = clause.mark == "where" or clause.with_relative in MOTION.get(clause.lemma, ())
    if (
        unit is None
        or not fits
        or (code != "L" and not (code == "C" and clause.lemma in (*MOTION, *STAY, *MEET, *RECEIVE)))
    ):
        return None
    return place_at(reader.context, reader.sentence, unit), None
