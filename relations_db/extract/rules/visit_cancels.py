"""Of what a word of dropping is said: of the trip, or of another thing in the same sentence ("flew to Y after rebels cancelled a truce")."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_words import GATHERINGS, MOTION, VISIT
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.realis import Realis, around
from relations_db.language.verbs import PAST, forms_of

_DROPPING = frozenset("cancel postpone call put scrap scrub shelve defer axe abandon drop push delay suspend pull skip cut strike reschedule".split())  # fmt: skip
_TRIPS = frozenset(
    "visit visits trip trips tour tours journey journeys stay stopover stop stops leg travel travels plan plans it this that them both one flight departure mission programme itinerary participation attendance appearance engagement engagements arrangements date dates agenda pilgrimage swing".split()
)
_MEETINGS = GATHERINGS | frozenset(
    "meetings talks summits audience session sessions encounter event events dinner lunch consultations negotiations invitation appointment dialogue visit-in celebration anniversary parade signing".split()
)
_HELD_IN = frozenset("after from during on at following with of in upon for".split())


def around_trip(context: Context, sentence: Sentence, start: int, end: int) -> Realis:
    """Realis of the noun or verb of a trip from the words around it; a word of dropping counts where it is said of the trip."""
    return around(sentence, start, end, lambda offset: _of_trip(context, sentence, start, end, offset))


def _of_trip(context: Context, sentence: Sentence, start: int, end: int, offset: int) -> bool:
    """True unless the verb of dropping at an offset has another thing as its object, or as its subject in the passive."""
    unit = sentence.at(offset)
    clause = next((c for c in context.clauses(sentence) if c.verb.start <= unit < c.verb.end), None)
    if clause is None or clause.lemma not in _DROPPING:
        return True
    things = [*clause.subject, *clause.carriers] if clause.passive else [o.head for o in clause.objects]
    trip = range(sentence.at(start), sentence.at(max(start, end - 1)) + 1)
    if any(clause.holds(n) or n in things for n in trip):
        return not made_after_all(context, sentence, clause)
    if not things:
        return True
    own = context.clause_at(sentence, trip[0])
    going = own is not None and own is not clause and own.form == "finite" and own.lemma in (*MOTION, *VISIT)
    gone = going and own is not None and _past(sentence, own)
    if gone and clause.mark in ("after", "since", "although", "though", "despite", "when", "as", "because"):
        return False
    words = _TRIPS if gone else _TRIPS | _MEETINGS
    return any(_is_trip(sentence, n, words) for n in things) and not made_after_all(context, sentence, clause)


def _is_trip(sentence: Sentence, number: int, words: frozenset[str]) -> bool:
    """True for a trip or a meeting by its noun, and for a place that is dropped from one."""
    unit = sentence.units[number]
    return unit.word in words if not unit.code else unit.code in "LCBKH"


def made_after_all(context: Context, sentence: Sentence, clause: Clause) -> bool:
    """True for "returned after a visit that had been put off twice": the trip of which the clause before tells was made."""
    taken_up = clause.antecedent
    words = [sentence.units[n].word for n in range(clause.verb.start, clause.verb.end)]
    if clause.link != "rel" or taken_up is None or "had" not in words:
        return False
    for other in context.clauses(sentence):
        if other.form == "finite" and other.link == "" and _past(sentence, other):
            of_trip = next((p for p in other.phrases if p.noun.head == taken_up and p.of_noun is not None), None)
            if of_trip is not None and of_trip.of_noun is not None and of_trip.prep not in _HELD_IN:
                taken_up = of_trip.of_noun  # "a visit to Y that had been put off"
            told = any(p.prep in _HELD_IN and p.noun.start <= taken_up < p.noun.end for p in other.phrases)
            if told or any(o.start <= taken_up < o.end for o in other.objects):
                return True
    return False


def _past(sentence: Sentence, clause: Clause) -> bool:
    """True where a verb group is in the past tense, without "to": a thing done."""
    words = [sentence.units[n].word for n in range(clause.verb.start, clause.verb.end)]
    return (
        "to" not in words
        and "would" not in words
        and any(known and PAST in known[1] for w in words for known in (forms_of(w),))
    )
