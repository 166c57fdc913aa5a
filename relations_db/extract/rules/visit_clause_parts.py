"""What the general reader of visits asks of a clause: hosts and guests of a treat, the city that is host, whether a report adds anything."""

from __future__ import annotations

from relations_db.extract.context import Context, Place, When
from relations_db.extract.loci import Locus
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_phases import STAY_NOUNS
from relations_db.extract.rules.visit_where import place_at, scene
from relations_db.extract.rules.visit_who import last_told, people
from relations_db.extract.rules.visit_words import (
    AIRPORTS,
    CITY_HOSTS,
    GATHERINGS,
    HEARERS,
    MARGINS,
    MEET,
    MOTION,
    ON_SITE,
    PHASES,
    RECEIVE,
    RECEIVE_WITH,
    REMOTE_ACTS,
    SITES,
    STAY,
    TREATING,
    WAYS,
)
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause, Phrase
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Status, Visit

_PLACE_WORDS = frozenset(("where", "there", "here", "home", "abroad"))

_IT = frozenset(("it", "city", "town", "capital"))
_HOST_WORDS = frozenset(
    "receives received welcomes welcomed hosts hosted expects expected awaits awaited greets visited visits".split()
)


def names_more(sentence: Sentence) -> bool:
    """True for a sentence that has a place, or a second person beside the first."""
    return (
        bool(sentence.of("L", "C", "A", "G"))
        or len(sentence.of("P", "H", "Q")) > 1
        or not _PLACE_WORDS.isdisjoint(sentence.words)
        or not (_HOST_WORDS.isdisjoint(sentence.words) or _IT.isdisjoint(sentence.words))
    )


def adds(told: Visit, kind: str, when: When, place: Place) -> bool:
    """True where a second report of a visit from one sentence tells its kind or its city, which the first leaves open."""
    same_day = told.started_on == when.date
    return same_day and (told.visit_kind == "unspecified" != kind or (told.city is None and place.city is not None))


def begins(told: Visit, realis: Realis) -> bool:
    """True where a stay of which a plan is told has begun: "X, whose plane landed in Y, was to see Z on Monday"."""
    return told.status is Status.PLANNED and realis.status is Status.DONE


def has_word(reader: ClauseArguments, clause: Clause, words: tuple[str, ...] | None) -> bool:
    """True where one of the words that a verb needs stands with it; none needed is fine."""
    if words is None:
        return True
    beside = {*clause.adverbs, *(p.prep for p in clause.phrases), *(reader.word(o.head) for o in clause.objects)}
    return not beside.isdisjoint(words) or ("" in words and not clause.objects)


def plain_object(reader: ClauseArguments, clause: Clause) -> bool:
    """True for an object that a verb of motion may have: a stretch, a means, a border."""
    return all(
        reader.word(o.head) in WAYS or reader.sentence.units[o.head].code in ("D", "N", "O", "L", "C", "P")
        for o in clause.objects
    )


def at_airport(reader: ClauseArguments, clause: Clause) -> bool:
    """True for "drove to the airport to meet him"."""
    if clause.lemma != "meet":
        return False
    family = (near for near in reader.family(clause) if near.lemma != "be")
    return any(reader.word(p.noun.head) in AIRPORTS for near in family for p in near.phrases)


def treated(reader: ClauseArguments, clause: Clause) -> tuple[list[list[Entity]], list[list[Entity]]]:
    """Hosts and guests of "gave a dinner for X", "gave X lunch", "X was given lunch by Y"."""
    if clause.passive:
        return reader.with_whom(clause, ("by",)), reader.subject(clause)
    named = reader.persons(reader.heads(clause.objects))
    return reader.subject(clause), named or reader.with_whom(clause, ("for", "of", "to"))


def city_host(reader: ClauseArguments, clause: Clause) -> Place | None:
    """The city or state that is itself the host: "Y feted X"."""
    if len(clause.subject) != 1 or clause.passive or clause.lemma not in CITY_HOSTS | TREATING:
        return None
    if clause.lemma in _SENSES and any(p.prep == "as" for p in clause.phrases):
        return None  # "Y saw X as a threat"
    units, unit = reader.sentence.units, clause.subject[0]
    if reader.word(unit) in SITES:  # "Y's city hall heard X"
        unit = next((n for n in clause.carriers if units[n].code == "L"), unit)
    if reader.word(unit) in _IT:
        return _told_before(reader, unit)
    if units[unit].code != "L" and (units[unit].code != "C" or clause.lemma in _SENSES):
        return None
    return place_at(reader.context, reader.sentence, unit)


def place_visited(reader: ClauseArguments, clause: Clause) -> tuple[Place, Locus | None] | None:
    """The place that is the object of a verb of visiting, or that its "it" takes up: "Y opened its doors in 1990. X visited it in 1992"."""
    sentence, unit = reader.sentence, clause.objects[0].head
    if reader.word(unit) == "it":
        told = _told_before(reader, unit)
        return (told, None) if told else None
    at = sentence.offsets[unit]
    end = at + len(f"L{unit}")
    if sentence.units[unit].code not in ("L", "C") or sentence.coded.startswith(" 's", end):
        return None
    return place_at(reader.context, sentence, unit), Locus(at, end, "to", unit, "")


_OPENS = re.compile(r"(?:the )?[LC](\d+) [a-z]")


def _told_before(reader: ClauseArguments, unit: int) -> Place | None:
    """The city with which the sentence before opens: "Y is hanging out flags. On Sunday it welcomes X"."""
    sentence, sentences = reader.sentence, reader.context.analysis.sentences
    earlier = sentences[sentence.index - 1] if sentence.index else None
    definite = reader.word(unit) == "it" or (unit and reader.word(unit - 1) == "the")
    if earlier is None or earlier.paragraph != sentence.paragraph or not definite:
        return None
    opens = _OPENS.match(earlier.coded)
    return place_at(reader.context, earlier, int(opens.group(1))) if opens else None


_SENSES = ("hear", "see")


def receives(reader: ClauseArguments, clause: Clause) -> bool:
    """True for a verb that makes its object a guest, with the words that it needs beside it."""
    if clause.lemma in _SENSES and city_host(reader, clause):
        return True
    if clause.lemma == "expect":
        told = any(c.form == "inf" and c.governor is clause for c in reader.context.clauses(reader.sentence))
        return not told and city_host(reader, clause) is not None
    if clause.lemma not in RECEIVE:
        return False
    return has_word(reader, clause, RECEIVE_WITH.get(clause.lemma)) or at_airport(reader, clause)


def abroad(context: Context, host: Entity, guest: Entity, status: Status | None) -> bool:
    """True where the one who greets is told to be the guest of the other's state, or to become it when he is to greet."""
    stages = (Status.DONE, status)
    told = [c.claim for c in context.told if isinstance(c.claim, Visit) and c.claim.status in stages]
    return any(v.leader == host.name and v.host == guest.country for v in told[-4:])


def at_hand(reader: ClauseArguments, clause: Clause, phrase: Phrase | None) -> bool:
    """True where the thing whose place is told is what the actor has before him: "toured a factory in Y", "spoke to students in Y"."""
    if phrase is None or phrase.of_noun is None:
        return False
    if clause.lemma in ON_SITE:
        return any(o.start <= phrase.of_noun < o.end for o in clause.objects)
    return clause.lemma not in REMOTE_ACTS and reader.word(phrase.of_noun) in HEARERS


def brings(reader: ClauseArguments, clause: Clause) -> list[list[Entity]]:
    """Who is at a place because he brings something there: "brought a gift of tea to Y"."""
    if clause.lemma not in ("bring", "carry") or not clause.objects or clause.passive:
        return []
    things = [reader.word(o.head) for o in clause.objects]
    return reader.subject(clause) if all(t and t not in _FIGURES for t in things) else []


def whom_carried(reader: ClauseArguments, clause: Clause) -> list[list[Entity]]:
    """Whom a verb takes to a place; of "him" in "the trip of X had taken him" it is X."""
    numbers = reader.objects(clause)
    units = reader.sentence.units
    if clause.subject and reader.word(clause.subject[0]) in STAY_NOUNS and [units[n].code for n in numbers] == ["H"]:
        owned = [n for n in clause.carriers if units[n].code == "P"]
        after = re.compile(r"[a-z]+ (?:of|by) (?:the )?P(\d+)").match(
            reader.sentence.coded, reader.sentence.offsets[clause.subject[0]]
        )
        numbers = owned[:1] or ([int(after.group(1))] if after else numbers)
    return reader.persons(numbers) or brings(reader, clause)


def beside_event(reader: ClauseArguments, clause: Clause) -> Place | None:
    """ "X was in Y for a summit, and on its margins he met Z": the place of the clause before."""
    margins = [p for p in clause.phrases if reader.word(p.noun.head) in MARGINS]
    owned = [reader.sentence.units[p.noun.start] for p in margins]
    if not any(unit.code == "Q" or unit.word in ("its", "whose") for unit in owned):
        return None
    for other in reversed(reader.context.clauses(reader.sentence)):
        if other.verb.start < clause.verb.start and other.form == "finite":
            found = reader.place(other, ("in", "at"), None)
            if found:
                return found[0]
    return None


def taking_part(reader: ClauseArguments, clause: Clause) -> list[list[Entity]]:
    """Those who are at a gathering of which a city is the host: "Y hosts the summit, with V and W"."""
    gathering = clause.lemma == "host" and any(reader.word(o.head) in GATHERINGS for o in clause.objects)
    return reader.with_whom(clause) if gathering and city_host(reader, clause) else []


def at_frontier(reader: ClauseArguments, clause: Clause) -> bool:
    """True for a meeting on a frontier, in neither state."""
    return any(reader.word(p.noun.head) in ("border", "frontier") for p in clause.phrases)


def seen_doing(reader: ClauseArguments, clause: Clause) -> Clause | None:
    """The clause of what is watched: "watched him take the oath in Y"."""
    if clause.lemma not in ("watch", "see", "hear", "help", "applaud") or len(clause.objects) != 1:
        return None
    seen = (clause.objects[0].head,)
    return next((c for c in reader.context.clauses(reader.sentence) if c is not clause and c.subject == seen), None)


def on_stage(reader: ClauseArguments, clause: Clause, pools: list[list[Entity]]) -> Place | None:
    """The scene, where leaders of several states do there what nobody does from afar: "the three leaders opened the bridge"."""
    if clause.passive or clause.lemma not in _ON_STAGE or clause.link or clause.verb.start < clause.verb.head:
        return None
    if any(p[0].former for p in pools) or (reader.sentence.of("G") and clause.subject[0] in reader.sentence.of("G")):
        return None
    homes = {p[0].country for p in pools}
    told = scene(reader.context, reader.sentence)
    return told if told and len(homes) > 1 and told.country in homes else None


_ON_STAGE = frozenset("open inaugurate unveil cut lay walk board ride plant watch tour inspect wave".split())
# what is brought to a place by what one does from afar
_FIGURES = frozenset(
    "peace stability order hope war end death attention prosperity growth investment investments jobs relations ties case dispute complaint matter issue question change democracy freedom pressure weight halt standstill".split()
)


def whose_trip(reader: ClauseArguments, clause: Clause) -> list[list[Entity]]:
    """Whose trip the subject of a clause is: "X's first trip was to Y", "X, whose first trip was to Y", "the first trip of X was to Y"."""
    if (
        (clause.lemma != "be" and clause.lemma not in PHASES)
        or not clause.subject
        or reader.word(clause.subject[0]) not in STAY_NOUNS
    ):
        return []
    owners = [*clause.carriers]
    if clause.mark == "whose" and clause.antecedent is not None:
        owners = [clause.antecedent]
    units = reader.sentence.units
    owners = [n for n in owners if units[n].code in ("P", "H", "Q")]
    told = last_told(reader.context, reader.sentence)
    if not owners and told and clause.lemma in PHASES and units[clause.subject[0] - 1].word in ("the", "this"):
        claim = told.claim
        return [
            [e]
            for e in reader.context.analysis.entities
            if isinstance(claim, Visit) and (e.name, e.country) == (claim.leader, claim.country)
        ][:1]  # "the tour ends in Y"
    return people(reader.context, reader.sentence, owners[:1])


def antecedent_place(reader: ClauseArguments, clause: Clause) -> tuple[Place, Locus | None] | None:
    """ "In Y, where X met Z", "Y, to which X had flown": the place that the relative takes up; "it was in Y that X met Z"."""
    if above := reader.cleft(clause):
        return reader.place(above, ("in", "at", "on", "near", "outside", "inside"), None)
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


_UPCOMING = re.compile(r"\b(?:next|upcoming|forthcoming|coming|planned|scheduled|this year 's) (?:[a-z]+ )?$")


def hears(reader: ClauseArguments, clause: Clause, phrase: Phrase) -> bool:
    """True where the noun before a place names who listens: "told reporters in Y", not "said the meeting in Y agreed"."""
    noun = phrase.of_noun
    assert noun is not None
    if reader.sentence.units[noun].code == "P":
        return True
    if reader.word(noun) not in HEARERS or _UPCOMING.search(reader.sentence.coded[: reader.sentence.offsets[noun]]):
        return False
    return clause.lemma not in ("say", "declare") or all(noun != chunk.head for chunk in clause.objects)
