"""Levels told by a relative clause: "the strategic partnership which they launched in 2020", "to which they raised relations last year"."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.context import Context
from relations_db.language.analysis import Sentence
from relations_db.language.clause_ground import Clause
from relations_db.language.realis import Realis
from relations_db.values import Status

_FOUNDED = frozenset(
    "launch establish proclaim announce conclude sign form forge create seal agree found inaugurate declare begin start reach enter set unveil".split()
)
_RAISED = frozenset("raise elevate upgrade lift bring take move promote advance".split())


def by_clause(context: Context, sentence: Sentence, start: int, end: int) -> Act | None:
    """The act of the dated relative clause that takes up a label at `start..end` of the coded sentence."""
    first, last = sentence.at(start), sentence.at(max(start, end - 1))
    for clause in context.clauses(sentence):
        taken = clause.link == "rel" and clause.antecedent is not None and first <= clause.antecedent <= last
        if taken and _sets(clause) and clause.dates and clause.subject:
            at = sentence.offsets[clause.verb.head]
            return Act(Realis(Status.DONE, True), sentence.units[clause.verb.head].word, at, "relative")
    return None


def _sets(clause: Clause) -> bool:
    return clause.lemma in (_RAISED if clause.with_relative in ("to", "into") else _FOUNDED)
