"""The score of a folder of gold files, as a whole and in its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from relations_db.evaluate.scoring import CORE, Problem, Score, score_document, total
from relations_db.values import Kind

CORE_ROW, ALL_ROW = "CORE", "ALL"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by document and kind.

    `unread`: gold documents without any prediction; they score as empty. `held`: scored documents that nobody looks at.
    """

    documents: Mapping[str, Mapping[Kind, Score]]
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    held: frozenset[str] = frozenset()

    def only(self, documents: Iterable[str]) -> Evaluation:
        """The part of some documents."""
        kept = set(documents)
        return Evaluation(
            {d: s for d, s in self.documents.items() if d in kept},
            tuple(p for p in self.problems if p.document in kept),
            tuple(d for d in self.unread if d in kept),
            self.held & kept,
        )

    def parts(self) -> dict[str, Evaluation]:
        """`all`, and where only some documents are held out also `seen` and `held`."""
        held = self.held & set(self.documents)
        if not held or held == set(self.documents):
            return {"all": self}
        return {"all": self, "seen": self.only(set(self.documents) - held), "held": self.only(held)}

    def rows(self, kinds: Iterable[Kind] = tuple(Kind)) -> dict[str, Score]:
        """One score per kind, then those of the core kinds and of all, among the `kinds` asked for."""
        wanted = list(kinds)
        by_kind = {k: total(scores[k] for scores in self.documents.values()) for k in wanted}
        rows = {k.value: score for k, score in by_kind.items()}
        rows[CORE_ROW] = total(by_kind[k] for k in wanted if k in CORE)
        rows[ALL_ROW] = total(by_kind.values())
        return rows


def evaluate(
    gold: Mapping[str, Mapping[str, Any]],
    found: Mapping[str, Mapping[str, Any]],
    held: frozenset[str] = frozenset(),
) -> Evaluation:
    """Score documents in the codebook's JSON (by id) against the gold ones; what is found in others does not count."""
    documents: dict[str, Mapping[Kind, Score]] = {}
    problems: list[Problem] = []
    for name in sorted(gold):
        documents[name], wrong = score_document(gold[name], found.get(name) or {})
        problems += wrong
    return Evaluation(documents, tuple(problems), tuple(name for name in sorted(gold) if name not in found), held)
