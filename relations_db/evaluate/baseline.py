"""A committed record of how good the extractor was, and what has become better or worse since.

The file is JSON: for each document and kind `[tp, fp, fn, exact]`; kinds with nothing to count are left out. One line a
document, so that a change of the rules shows in the history as the documents that it touched.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from relations_db.errors import AccuracyLoss, InvalidInput
from relations_db.evaluate.evaluation import ALL_ROW, CORE_ROW, Evaluation
from relations_db.evaluate.scoring import Score
from relations_db.values import Kind

TOLERANCE = 0.005  # of CORE identity F1


@dataclass(frozen=True, slots=True)
class Change:
    """One kind in one document that scores otherwise than before."""

    document: str
    kind: Kind
    before: Score
    after: Score

    @property
    def better(self) -> bool:
        """More identities right, or as many right and more facts right in every field."""
        return _merit(self.after) > _merit(self.before)


def _merit(score: Score) -> tuple[float, float]:
    return score.f1, score.exact_f1


def _counts(score: Score) -> list[int]:
    return [score.tp, score.fp, score.fn, score.exact]


def read_baseline(path: Path) -> Evaluation:
    """The scores of a baseline file; they know counts, not the accuracy of fields.

    Raises:
        InvalidInput: the file is missing or is no baseline.
    """
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
        return Evaluation(
            {d: {k: Score(*kinds.get(k.value, (0, 0, 0, 0))) for k in Kind} for d, kinds in documents.items()}
        )
    except OSError as error:
        raise InvalidInput(f"cannot read the baseline {path}: {error.strerror}; --update writes a new one") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InvalidInput(f"{path} is no baseline; --update writes a new one") from None


def write_baseline(path: Path, evaluation: Evaluation) -> None:
    """Record an evaluation; what the file says of other documents stays.

    Raises:
        InvalidInput: the file exists and is no baseline, or cannot be written.
    """
    known = dict(read_baseline(path).documents) if path.exists() else {}
    known.update(evaluation.documents)
    lines = (f"  {json.dumps(name)}: {json.dumps(_kinds(scores))}" for name, scores in sorted(known.items()))
    text = '{\n "counts": ["tp", "fp", "fn", "exact"],\n "documents": {\n' + ",\n".join(lines) + "\n }\n}\n"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InvalidInput(f"cannot write {path}: {error.strerror}") from None


def _kinds(scores: Mapping[Kind, Score]) -> dict[str, list[int]]:
    return {kind.value: _counts(score) for kind, score in scores.items() if any(_counts(score))}


def changes(before: Evaluation, after: Evaluation) -> list[Change]:
    """What scores otherwise than before, losses first; documents that only one of the two knows are left out."""
    found = [
        Change(name, kind, before.documents[name][kind], after.documents[name][kind])
        for name in after.documents
        if name in before.documents
        for kind in Kind
        if _counts(before.documents[name][kind]) != _counts(after.documents[name][kind])
    ]
    return sorted(found, key=lambda c: (c.better, c.document, list(Kind).index(c.kind)))


def check_losses(before: Evaluation, after: Evaluation) -> None:
    """Make sure that nothing got worse, over the documents that both know.

    Raises:
        AccuracyLoss: the identity F1 of the core kinds, or of all kinds, fell by more than `TOLERANCE`.
    """
    shared = set(before.documents) & set(after.documents)
    was, now = before.only(shared).rows(), after.only(shared).rows()
    for row in (CORE_ROW, ALL_ROW):
        if now[row].f1 < was[row].f1 - TOLERANCE:
            raise AccuracyLoss(
                f"{row} F1 fell from {was[row].f1:.3f} to {now[row].f1:.3f} against the baseline: mend the documents"
                " that got worse, or accept it with --update"
            )
