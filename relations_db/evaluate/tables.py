"""Scores, changes and problems as lines of text, and as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from relations_db.evaluate.baseline import Change
from relations_db.evaluate.evaluation import ALL_ROW, CORE_ROW, Evaluation
from relations_db.evaluate.scoring import Score
from relations_db.values import Kind

_HEAD = f"{'':<16}{'gold':>6}{'found':>7}{'P':>8}{'R':>8}{'F1':>8}{'fields':>8}{'exact':>8}"


def as_scores(evaluation: Evaluation, kinds: Iterable[Kind]) -> str:
    """A table for all documents and one for each part; rows are kinds, CORE and ALL."""
    wanted = list(kinds)
    return "\n".join(_part(name, part, wanted) for name, part in evaluation.parts().items())


def _part(name: str, part: Evaluation, kinds: list[Kind]) -> str:
    unread = f", {len(part.unread)} without prediction" if part.unread else ""
    lines = [f"{name}: {len(part.documents)} documents{unread}", _HEAD]
    lines += [_row(row, score) for row, score in part.rows(kinds).items() if score.gold or score.predicted]
    return "\n".join(lines) + "\n"


def _row(name: str, s: Score) -> str:
    shares = (s.precision, s.recall, s.f1, s.field_accuracy, s.exact_f1)
    return f"{name.replace('_', ' '):<16}{s.gold:>6}{s.predicted:>7}" + "".join(f"{share:>8.3f}" for share in shares)


def as_changes(found: Iterable[Change], before: Evaluation, after: Evaluation) -> str:
    """What got worse and better by document, then the totals over the documents that both evaluations know."""
    listed = list(found)
    shared = set(before.documents) & set(after.documents)
    if not shared:
        return "the baseline knows none of these documents: record them with --update\n"
    lines = [_change(change) for change in listed] or ["no document changed against the baseline"]
    if listed:
        lines.insert(0, f"{'':<8}{'document':<36}{'kind':<16}{'right':>9}{'spurious':>10}{'missed':>9}{'exact':>9}")
    was, now = before.only(shared).rows(), after.only(shared).rows()
    lines += [f"{row}: {_steps(was[row], now[row])}" for row in (CORE_ROW, ALL_ROW)]
    if new := len(set(after.documents) - shared):
        lines.append(f"{new} documents are not in the baseline")
    return "\n".join(lines) + "\n"


def _change(change: Change) -> str:
    a, b = change.before, change.after
    counts = ((a.tp, b.tp), (a.fp, b.fp), (a.fn, b.fn), (a.exact, b.exact))
    right, *others = (f"{x}→{y}" if x != y else f"{x}" for x, y in counts)
    word = "better" if change.better else "worse"
    kind = change.kind.value.replace("_", " ")
    return f"{word:<8}{change.document:<36}{kind:<16}{right:>9}{others[0]:>10}{others[1]:>9}{others[2]:>9}"


def _steps(before: Score, after: Score) -> str:
    return f"F1 {_step(before.f1, after.f1)}, exact F1 {_step(before.exact_f1, after.exact_f1)}"


def _step(before: float, after: float) -> str:
    return f"{before:.3f} → {after:.3f} ({after - before:+.3f})"


def as_problems(evaluation: Evaluation, kinds: Iterable[Kind]) -> str:
    """One line for each thing that is wrong, by document; documents held out are counted, not shown."""
    wanted = set(kinds)
    listed = [p for p in evaluation.problems if p.kind in wanted]
    shown = [p for p in listed if p.document not in evaluation.held]
    lines = [f"{p.document}\t{p.kind.value}\t{p.what}\t{p.detail}" for p in shown]
    if hidden := len(listed) - len(shown):
        lines.append(f"{hidden} more in documents that are held out")
    return "".join(f"{line}\n" for line in lines)


def as_object(evaluation: Evaluation, kinds: Iterable[Kind], found: Iterable[Change] = ()) -> dict[str, Any]:
    """Scores of each part by row, and the changes, for machines."""
    wanted = list(kinds)
    return {
        "parts": {name: _part_object(part, wanted) for name, part in evaluation.parts().items()},
        "changes": [_change_object(change) for change in found],
    }


def _part_object(part: Evaluation, kinds: list[Kind]) -> dict[str, Any]:
    rows: Mapping[str, Score] = part.rows(kinds)
    return {
        "documents": len(part.documents),
        "without_prediction": list(part.unread),
        "scores": {name: _score_object(score) for name, score in rows.items()},
    }


def _score_object(score: Score) -> dict[str, Any]:
    counts = {"gold": score.gold, "predicted": score.predicted, "right": score.tp, "exact": score.exact}
    shares = {name: getattr(score, name) for name in ("precision", "recall", "f1", "field_accuracy", "exact_f1")}
    fields = {name: points / count for name, (points, count) in score.fields.items()}
    return {**counts, **shares, "fields": fields}


def _change_object(change: Change) -> dict[str, Any]:
    def counts(score: Score) -> dict[str, int]:
        return {"tp": score.tp, "fp": score.fp, "fn": score.fn, "exact": score.exact}

    head = {"document": change.document, "kind": change.kind.value, "better": change.better}
    return {**head, "before": counts(change.before), "after": counts(change.after)}
