"""Meetings and stays told by a noun with its own guests and place: "Sunday's talks in Y between X and Z", "his weekend in Y"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_fates import fate_of
from relations_db.extract.rules.visit_kinds import local_kind, of_many
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_for
from relations_db.extract.rules.visit_who import is_traveller, people
from relations_db.extract.rules.visit_words import MEETINGS, STAYS
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.chunks import Chunk
from relations_db.language.clauses import Clause, Phrase
from relations_db.language.dates import Dated
from relations_db.language.realis import Realis
from relations_db.values import Status, Visit

EVENT_NOUN = re.compile(rf"^(?=.*\b(?:{'|'.join(sorted(MEETINGS | STAYS))})\b)")
_AHEAD = re.compile(
    r"\b(?:before|ahead of|on the eve of|prior to|preparing|prepare|preparations for|awaiting|next|upcoming|forthcoming|planned|scheduled) (?:[a-z]+ )?$"
)

_PERSONS = ("P", "H", "G", "Q")
_TO_COME = re.compile(r"\b(?:planned|upcoming|forthcoming|next|scheduled)\b")


@dataclass(slots=True)
class _Noun:
    """An event noun with those who are told beside it, and where."""

    chunk: Chunk
    persons: list[int] = field(default_factory=list)
    place: Phrase | None = None
    end: int = 0


def by_event(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Those who meet, or the one who stays, at the place that a noun's own phrases give."""
    if not sentence.of(*_PERSONS) or REMOTE.search(sentence):
        return []
    found: list[Candidate] = []
    chunks = context.chunks(sentence)
    for number, chunk in enumerate(chunks):
        if chunk.kind == "np" and not sentence.units[chunk.head].code and chunk.lemma in MEETINGS | STAYS:
            found += _read(context, sentence, _beside(sentence, chunks, number))
    return found


def _beside(sentence: Sentence, chunks: list[Chunk], number: int) -> _Noun:
    """The owner of a noun and what its prepositional phrases name, up to the next verb or comma."""
    chunk = chunks[number]
    noun = _Noun(chunk, [n for n in (chunk.owner, *chunk.inner) if n is not None], end=chunk.end)
    at = number + 1
    while at < len(chunks):
        kind = chunks[at].kind
        if kind in ("date", "adv"):
            at += 1
        elif kind == "prep" and at + 1 < len(chunks) and chunks[at + 1].kind == "np":
            prep, named = chunks[at].lemma, chunks[at + 1]
            if prep in ("with", "between", "of", "by", "among", "alongside"):
                noun.persons += [named.head, *([named.owner] if named.owner is not None else [])]
            elif prep in ("in", "at", "near", "outside") and noun.place is None:
                noun.place = Phrase(prep, chunks[at].start, named, chunk.head)
            else:
                break
            at += 2
        elif (
            kind == "conj"
            and at + 1 < len(chunks)
            and chunks[at + 1].kind == "np"
            and sentence.units[chunks[at + 1].head].code == "P"
        ):
            noun.persons.append(chunks[at + 1].head)
            at += 2
        else:
            break
        noun.end = chunks[at - 1].end
    return noun


def _read(context: Context, sentence: Sentence, noun: _Noun) -> list[Candidate]:
    place = _place(context, sentence, noun)
    if place is None:
        return []
    units = sentence.units
    named = [n for n in noun.persons if units[n].code in _PERSONS]
    clause = context.clause_at(sentence, noun.chunk.head)
    if noun.chunk.lemma in MEETINGS and clause and (units[noun.chunk.start].word == "their" or len(named) == 1):
        named += [n for n in clause.subject if units[n].code in ("P", "H", "G") and n not in named]
    if not named and clause and noun.chunk.lemma not in MEETINGS:
        named = _borne_by(context, sentence, clause, noun)
    persons = list(dict.fromkeys(p[0] for p in people(context, sentence, named)))
    if noun.chunk.lemma in MEETINGS and len({e.country for e in persons}) < 2:
        return []
    realis = _realis(context, sentence, noun)
    told = {
        (c.claim.leader, c.claim.host)
        for c in context.told
        if c.sentence == sentence.index and isinstance(c.claim, Visit)
    }
    guests = [
        e
        for e in persons
        if e.country != place.country and is_traveller(context, e) and (e.name, place.country) not in told
    ]
    at = sentence.offsets[noun.chunk.head]
    when = visit_when(context, sentence, at + len(noun.chunk.lemma), realis, nominal=realis.background)
    many = of_many(sentence.coded[sentence.offsets[noun.chunk.start] : at])
    kind = "summit" if many else local_kind(sentence, at, at, len(sentence.coded))
    return make_each(context, sentence, "visit-event", guests, place, kind, when, realis, weak=True)


def _borne_by(context: Context, sentence: Sentence, clause: Clause, noun: _Noun) -> list[int]:
    """Whose stay it is that has no owner: "after two days in Y X flew on", "a halt in Y gave X an hour with Z"."""
    clause = next((c for c in context.clauses(sentence) if noun.chunk.head in c.subject), clause)
    if noun.chunk.head in clause.subject:
        persons = [o.head for o in clause.objects if sentence.units[o.head].code == "P"]
        return persons[:1] if clause.lemma in ("give", "allow", "bring", "offer", "let", "enable") else []
    if any(p.noun.head == noun.chunk.head and p.prep in _AROUND_STAY and p.of_noun is None for p in clause.phrases):
        return [n for n in clause.subject if sentence.units[n].code in ("P", "H")]
    return []


_AROUND_STAY = ("after", "during", "following", "from", "between", "on", "for", "with")


def _place(context: Context, sentence: Sentence, noun: _Noun) -> Place | None:
    """The city that a phrase behind the noun, or behind the verb of a meeting, names; a state alone says too little."""
    arguments = ClauseArguments(context, sentence)
    phrase = noun.place or (_of_its_verb(context, sentence, noun) if noun.chunk.lemma in MEETINGS else None)
    locus = arguments.locus(phrase) if phrase else None
    place = place_for(context, sentence, locus, None) if locus else None
    return place if place and (place.city or (locus and locus.words)) else None


def _of_its_verb(context: Context, sentence: Sentence, noun: _Noun) -> Phrase | None:
    """ "Talks between X and Y ended in Z": the place of the verb whose subject a meeting of leaders is."""
    if len(noun.persons) < 2:
        return None
    clause = next((c for c in context.clauses(sentence) if noun.chunk.head in c.subject), None)
    behind = (p for p in clause.phrases if p.start > clause.verb.head and p.prep in ("in", "at")) if clause else ()
    return next((p for p in behind if p.of_noun is None), None)


def _is_ahead(sentence: Sentence, noun: _Noun) -> bool:
    """True where a day to come stands among the noun's own phrases: "talks in Y next month between X and Z"."""
    things = (sentence.units[n].thing for n in range(noun.chunk.end, noun.end))
    return any(isinstance(thing, Dated) and thing.shift > 0 and not thing.anaphoric for thing in things)


def _realis(context: Context, sentence: Sentence, noun: _Noun) -> Realis:
    """What the noun's verb says of it, where it is a subject; else what stands before it."""
    start = sentence.offsets[noun.chunk.start]
    found = re.compile(r"\S+").match(sentence.coded, sentence.offsets[noun.chunk.head])
    assert found is not None
    if fate := fate_of(context, sentence, noun.chunk.head):
        return fate
    for clause in context.clauses(sentence):
        if noun.chunk.head in clause.subject:
            told = clause_realis(context, sentence, clause)
            if told.status is not Status.DONE:
                return told
    if (
        _is_ahead(sentence, noun)
        or _AHEAD.search(sentence.coded[:start])
        or _TO_COME.search(sentence.coded, start, found.start())
    ):
        return guard(context, sentence, found, Realis(Status.PLANNED))
    return guard(context, sentence, found, Realis(Status.DONE, background=" had " in sentence.coded))
