"""Ministers who merely accompany their president: the trip is his, whatever they sign or say on it."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_who import HEADS
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
    by = [p.noun.head for p in clause.phrases if p.prep == "by"]
    beside, leading = (by, clause.subject) if clause.passive else (clause.subject, reader.heads(clause.objects))
    heads = {p[0].country for p in reader.persons(leading) if p[0].office in HEADS}
    return {p[0].name for p in reader.persons(beside) if p[0].country in heads and p[0].office not in HEADS}
