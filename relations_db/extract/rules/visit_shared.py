"""What one clause says of another: "as did Y", "Z did so a day later", "straight from W he flew on": whose trip is told without its own words."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_when import day_of_leaving
from relations_db.extract.rules.visit_where import place_for
from relations_db.extract.rules.visit_who import is_traveller, people, travellers
from relations_db.extract.rules.visit_words import MEET, MOTION, RECEIVE, STAY, STAYS, VISIT
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause, Phrase
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

SHARED = re.compile(
    r"\b(?:(?:as|so) (?:did|does|do|was|were|is|are|had|has|have|will|would)|(?:did|do|does|done|doing) (?:so|likewise|the same|as much)|did too|followed suit|follow suit|brought up the rear|followed by|preceded by|it (?:is|was|had been|will be)(?: the turn of)?(?= (?:[AC]\d+ 's )?P\d+(?: of (?:the )?C\d+)? ?[.;]))\b"
)
_BY = re.compile(
    r" (?:followed|preceded) (?:there |here |D\d+ |, )*by (?:(?:[CA]\d+ 's |the |that of |those of )*[PH]\d+(?: , [^,;]{2,40} ,| of C\d+|)?(?: (?:on |in )?D\d+)?(?: ,)?(?: and)? ?)+"
)
_TRAVELS = frozenset(
    (*MOTION, *VISIT, *STAY, *RECEIVE, *MEET, "attend", "pay", "join", "begin", "start", "end", "wrap", "conclude")
)


def shared(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X flew in on Monday, as did Y"; "Z did so a day later": the trip just told, made by others."""
    if REMOTE.search(sentence):
        return []
    reader = ClauseArguments(context, sentence)
    if match.group().endswith(" by"):
        return _in_turn(context, sentence, match)
    at = sentence.at(match.start())
    clause = next((c for c in context.clauses(sentence) if c.verb.start >= at and c.verb.start <= at + 1), None)
    if clause is None:
        return []
    told = _told(context, sentence, clause)
    pools = reader.subject(clause) or reader.persons(reader.heads(clause.objects)[:1])
    realis = clause_realis(context, sentence, clause)
    if not told or not pools or realis.status is None:
        return []
    own = next((context.resolve(sentence, n, False) for n in clause.dates), None)
    return _again(context, sentence, told, pools, own)


def _again(
    context: Context, sentence: Sentence, told: list[Candidate], pools: list[list[Entity]], own: When | None
) -> list[Candidate]:
    """The trips told, made by other guests, on their own day or that of the first."""
    made: list[Candidate] = []
    for candidate in told:
        claim = candidate.claim
        assert isinstance(claim, Visit)
        place = Place(claim.city, claim.host, Basis.FRAME)
        when = own or When(claim.started_on, Basis.FRAME)
        kind = claim.visit_kind if claim.visit_kind == "summit" else "unspecified"
        guests = [g for g in travellers([p[:1] for p in pools], claim.host) if is_traveller(context, g)]
        made += make_each(
            context,
            sentence,
            "visit-shared",
            guests,
            place,
            kind,
            when,
            Realis(claim.status, candidate.background),
            weak=True,
        )
    return made


def _told(context: Context, sentence: Sentence, clause: Clause) -> list[Candidate]:
    """The trips of the clause before, if it is one of travel; else, for the first clause, of the sentence before."""
    before = [c for c in context.clauses(sentence) if c.place < clause.place and c.link not in ("rel", "inf", "ing")]
    if before:
        index = sentence.index
        if before[-1].lemma not in _TRAVELS:
            return []
    else:
        index = sentence.index - 1
    found = [
        c
        for c in context.told
        if c.sentence == index
        and isinstance(c.claim, Visit)
        and c.claim.status in (Status.DONE, Status.PLANNED)
        and not c.notes.get("end")
    ]
    last = found[-1].claim if found else None
    hosts: dict[str, Candidate] = {}
    for candidate in found:
        if isinstance(last, Visit) and isinstance(candidate.claim, Visit) and candidate.claim.leader == last.leader:
            hosts.setdefault(candidate.claim.host, candidate)
    return list(hosts.values())


def _in_turn(context: Context, sentence: Sentence, match: Match[str]) -> list[Candidate]:
    """ "X came first, followed by Y on Friday": those who came after, or before, each on his own day."""
    found = _BY.match(sentence.coded, max(0, match.start() - 1))
    told = [c for c in context.told if c.sentence == sentence.index and isinstance(c.claim, Visit)]
    if not found or not told:
        return []
    made: list[Candidate] = []
    heads = list(re.finditer(r"\b[PH](\d+)", found.group()))
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(found.group())
        dated = re.search(r"\bD(\d+)", found.group()[head.end() : end])
        own = context.resolve(sentence, int(dated.group(1)), False) if dated else UNKNOWN
        made += _again(context, sentence, told[-1:], people(context, sentence, [int(head.group(1))]), own)
    return made


# ------------------------------------------------------------------ where somebody came from
_FRESH = frozenset("fresh straight hot newly direct just back".split())
_CAME = frozenset("come arrive return leave depart".split())


def origins(reader: ClauseArguments, clause: Clause) -> list[Candidate]:
    """ "Straight from Y", "fresh from two days in Y", "he flew on from Y": the stay before, on a day that is not told."""
    context, sentence = reader.context, reader.sentence
    found: list[Candidate] = []
    for number, phrase in enumerate(clause.phrases):
        fresh = phrase.start > 0 and sentence.units[phrase.start - 1].word in _FRESH
        if phrase.prep != "from" or not (fresh or (clause.lemma in MOTION and clause.lemma not in _CAME)):
            continue
        if phrase.of_noun is not None and not fresh:
            continue
        at = _stay_in(reader, clause.phrases, number)
        pools = reader.subject(clause)
        locus = reader.locus(at) if at else None
        if locus is None or not pools or clause_realis(context, sentence, clause).status is not Status.DONE:
            continue
        place = place_for(context, sentence, locus, pools[0][0])
        if place is None or place.country == pools[0][0].country:
            continue
        told = {
            (c.claim.leader, c.claim.host)
            for c in context.told
            if isinstance(c.claim, Visit) and c.sentence == sentence.index
        }
        guests = [
            g
            for g in travellers([p[:2] for p in pools], place.country)
            if is_traveller(context, g) and (g.name, place.country) not in told
        ]
        found += make_each(
            context,
            sentence,
            "visit-clause",
            guests,
            place,
            "unspecified",
            UNKNOWN,
            Realis(Status.DONE, True),
            {"origin": 1},
            weak=True,
            ended=day_of_leaving(context, sentence, sentence.offsets[clause.verb.start], locus.start),
        )
    return found


def _stay_in(reader: ClauseArguments, phrases: list[Phrase], number: int) -> Phrase | None:
    """The place phrase of an origin: "from Y", or "in Y" of "from two days in Y"."""
    phrase = phrases[number]
    word = reader.word(phrase.noun.head)
    if not word:
        return phrase
    if word not in STAYS:
        return None
    return next(
        (p for p in phrases[number + 1 :] if p.of_noun == phrase.noun.head and p.prep in ("in", "to", "at")), None
    )
