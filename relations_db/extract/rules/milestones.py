"""Milestones: all rules of turning points, and one candidate for each turning point of a document.

Constructions of docs/reference/rules.md, section Milestones.
"""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.merge import days_apart
from relations_db.extract.rules import awards, frontiers, jubilees, missions, recognitions, relations, turning_clauses
from relations_db.values import Milestone

RULES: tuple[Rule, ...] = (
    *recognitions.RULES,
    *relations.RULES,
    *missions.RULES,
    *frontiers.RULES,
    *awards.RULES,
    *jubilees.RULES,
    *turning_clauses.RULES,
)  # fmt: skip


def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per turning point; a general reader's only where no narrower one tells of its kind in the sentence."""
    told = {(c.sentence, _claim(c).milestone_kind) for c in candidates if not c.notes.get("scene")}
    candidates = [
        c for c in candidates if not c.notes.get("scene") or (c.sentence, _claim(c).milestone_kind) not in told
    ]
    kept: list[Candidate] = []
    for candidate in candidates:
        home = next((i for i, other in enumerate(kept) if _same(other, candidate)), None)
        if home is None:
            kept.append(candidate)
        else:
            kept[home] = _joined(kept[home], candidate)
    return kept


def _claim(candidate: Candidate) -> Milestone:
    assert isinstance(candidate.claim, Milestone)
    return candidate.claim


def _same(a: Candidate, b: Candidate) -> bool:
    x, y = _claim(a), _claim(b)
    if (x.parties, x.milestone_kind) != (y.parties, y.milestone_kind):
        return False
    if a.notes.get("place") != b.notes.get("place") and a.sentence == b.sentence:
        return False
    if x.milestone_kind == "award" and not (
        _honour(x) & _honour(y) if a.sentence == b.sentence else _receiver(x) & _receiver(y)
    ):
        return False
    if x.milestone_kind == "visa_regime" and a.sentence == b.sentence:
        return True
    return not (x.occurred_on and y.occurred_on) or days_apart(x.occurred_on, y.occurred_on) <= 31


_DULL = frozenset(
    "the of a an al bin de la order grand cross collar medal star sash highest state supreme award honour with".split()
)


def _honour(claim: Milestone) -> set[str]:
    """The telling words of the name of an honour; of one without a name its kind."""
    name = set((claim.description or "").lower().rpartition(" to ")[0].split())
    return name - _DULL or name


def _receiver(claim: Milestone) -> set[str]:
    """The name, in lower case words, of who is given an honour: "Order of X to Y"."""
    return set((claim.description or "").lower().rpartition(" to ")[2].split())


def _joined(a: Candidate, b: Candidate) -> Candidate:
    """The firmer of two: in force before signed, a day said before one taken from the document, the more precise."""
    best = min(
        (a, b),
        key=lambda c: (
            not c.notes.get("firm"),
            not _claim(c).occurred_on,
            c.where["occurred_on"][0] is not SAID,
            -_precise(c),
        ),
    )
    quotes = list(dict.fromkeys([*best.quotes, *a.quotes, *b.quotes]))[:4]
    return replace(best, quotes=quotes)


def _precise(candidate: Candidate) -> int:
    date = _claim(candidate).occurred_on
    return len(str(date)) if date else 0
