"""Ministers who merely accompany their president: the trip is his, whatever they sign or say on it."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_who import HEADS
from relations_db.language import patterns as re
from relations_db.language.clauses import Clause

_WORDS = frozenset("accompanied accompanying accompany accompanies".split())


def companions(context: Context) -> frozenset[str]:
    """The names of those who are told to accompany somebody who stands above them in their own state."""
    found: set[str] = set()
    for sentence in context.analysis.sentences:
        if _WORDS.isdisjoint(sentence.words):
            continue
        reader = ClauseArguments(context, sentence)
        for clause in context.clauses(sentence):
            if clause.lemma == "accompany":
                found |= _of_clause(reader, clause)
    return frozenset(found)


def _of_clause(reader: ClauseArguments, clause: Clause) -> set[str]:
    by = [p.noun.head for p in clause.phrases if p.prep == "by"] + _listed(reader, clause)
    beside, leading = (by, clause.subject) if clause.passive else (clause.subject, reader.heads(clause.objects))
    persons = reader.persons(leading)
    heads = {p[0].country for p in persons if p[0].office in HEADS}
    if (
        clause.link == "rel"
        and beside
        and (joined := _JOINED.search(reader.sentence.coded, 0, reader.sentence.offsets[beside[0]]))
    ):
        beside = (int(joined.group(1)), *beside)  # "the ministers N, and V, who accompanied X"
    unnamed = not persons and [n for n in leading if reader.sentence.units[n].code == "P"]
    led = {p[0].country for p in persons if p[0].office in ("head_of_state", "head_of_government")}
    followers = [
        p[0]
        for p in reader.persons(beside)
        if p[0].office not in HEADS or (p[0].office == "other" and p[0].country in led and p not in persons)
    ]
    return {e.name for e in followers if e.country in heads or (unnamed and e.office in _MINISTERS)}


def _listed(reader: ClauseArguments, clause: Clause) -> list[int]:
    """The persons of a list after "accompanied by", of which the first is a spouse or an aide without an office."""
    sentence = reader.sentence
    found = _LIST.match(sentence.coded, sentence.offsets[clause.verb.head]) if clause.passive else None
    return [int(n) for n in re.findall(r"P(\d+)", found.group())] if found else []


_LIST = re.compile(
    r"accompanied by (?:(?!who |which )[a-z.'-]+ |Q\d+ ){1,6}?(?:(?:the )?P\d+(?: of (?:the )?C\d+)?(?: ,| and| , and) ?)+(?:the )?P\d+"
)
_MINISTERS = ("foreign_minister", "minister", "deputy_head_of_government")
_JOINED = re.compile(r"P(\d+) (?:, )?and (?:the )?$")
