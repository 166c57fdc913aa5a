"""Meetings whose place a later sentence gives: "X and Y met for an hour. The talks were held in Z"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_kinds import local_kind
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_who import is_traveller, people
from relations_db.extract.rules.visit_words import MEET, MEETINGS
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.people import Entity

HELD = re.compile(r"^(?=.*\b(?:held|hosted|took place|takes? place|taking place|convened|happened|organi[sz]ed)\b)")
_OCCURRING = frozenset("hold host organise organize convene happen take".split())
_CEREMONIES = (MEETINGS - {"session"}) | frozenset(
    "signing ceremony ceremonies discussion negotiation consultation event".split()
)
_AT = ("in", "at", "on", "near", "outside", "inside")
_BACK = 2  # sentences


def held(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Those who are told to meet or sign in one of the two sentences before, as guests at the place of what they did."""
    reader = ClauseArguments(context, sentence)
    for clause in context.clauses(sentence):
        if clause.lemma not in _OCCURRING or not _tells_event(reader, clause):
            continue
        found = reader.place(clause, _AT, None)
        realis = clause_realis(context, sentence, clause)
        told = _those_before(context, sentence)
        if found is None or told is None or realis.status is None:
            continue
        place, locus = found
        earlier, persons = told
        guests = [e for e in persons if e.country != place.country and is_traveller(context, e)]
        when = visit_when(context, sentence, locus.end, realis)
        if when.basis is not SAID:
            when = visit_when(context, earlier, len(earlier.coded), realis)
        kind = local_kind(sentence, locus.end, sentence.offsets[clause.verb.head], len(sentence.coded))
        return make_each(context, sentence, "visit-held", guests, place, kind, when, realis, weak=True)
    return []


def _tells_event(reader: ClauseArguments, clause: Clause) -> bool:
    """True where the subject is a meeting or a signing that no persons of its own tell: "the talks were held"."""
    if not clause.passive and clause.lemma not in ("take", "happen"):
        return False
    if clause.lemma == "take" and not any(reader.word(o.head) == "place" for o in clause.objects):
        return False
    if _OTHER.search(reader.sentence.coded, 0, reader.sentence.offsets[clause.verb.start]):
        return False
    return any(reader.word(n) in _CEREMONIES for n in clause.subject) and not reader.persons(clause.carriers)


# another meeting than the one just told
_OTHER = re.compile(r"\b(?:next|previous|last|earlier|first|second|third|other|another|annual|O\d+) ")


def _those_before(context: Context, sentence: Sentence) -> tuple[Sentence, list[Entity]] | None:
    """The nearest sentence before in which leaders of several states meet or sign, and who they are."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        earlier = context.analysis.sentences[index]
        if REMOTE.search(earlier):
            return None
        meeting = any(c.lemma in MEET or c.lemma == "hold" for c in context.clauses(earlier))
        if not meeting and earlier.words.isdisjoint(MEETINGS):
            continue
        persons = list(dict.fromkeys(p[0] for p in people(context, earlier, earlier.of("P", "H", "G"))))
        if len({e.country for e in persons}) > 1:
            return earlier, persons
    return None
