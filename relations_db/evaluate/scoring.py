"""Facts of one document against its gold file: pairs, and what they are worth."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from relations_db.evaluate.identity import FREE_MILESTONES, SCORING, Fact, field_scores
from relations_db.values import Kind

CORE = (Kind.VISIT, Kind.DECLARATION, Kind.AGREEMENT, Kind.TRADE_TARGET)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of facts, to be added up. `fields`: for each field the sum of its scores and how often it was compared."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    exact: int = 0
    fields: Mapping[str, tuple[float, int]] = field(default_factory=dict)

    def __add__(self, other: Score) -> Score:
        names = [*self.fields, *(n for n in other.fields if n not in self.fields)]
        sums = {n: _sum(self.fields.get(n, (0.0, 0)), other.fields.get(n, (0.0, 0))) for n in names}
        return Score(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.exact + other.exact, sums)

    @property
    def gold(self) -> int:
        return self.tp + self.fn

    @property
    def predicted(self) -> int:
        return self.tp + self.fp

    @property
    def precision(self) -> float:
        return self.tp / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        return self.tp / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        return self._share(self.tp)

    @property
    def exact_f1(self) -> float:
        return self._share(self.exact)

    @property
    def field_accuracy(self) -> float:
        """Mean over all compared fields of all pairs."""
        compared = sum(count for _, count in self.fields.values())
        return sum(total for total, _ in self.fields.values()) / compared if compared else 1.0

    def _share(self, hits: int) -> float:
        facts = self.gold + self.predicted
        return 2 * hits / facts if facts else 1.0


def _sum(a: tuple[float, int], b: tuple[float, int]) -> tuple[float, int]:
    return a[0] + b[0], a[1] + b[1]


def total(scores: Iterable[Score]) -> Score:
    """The sum of any number of scores."""
    out = Score()
    for score in scores:
        out += score
    return out


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a document. `what`: missed, spurious, or the name of the field that is wrong."""

    document: str
    kind: Kind
    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Numbers of a gold fact and of the fact found for it, with the scores of their fields."""

    gold: int
    found: int
    fields: Mapping[str, float]

    @property
    def mean(self) -> float:
        return sum(self.fields.values()) / len(self.fields) if self.fields else 1.0


def is_optional(kind: Kind, fact: Fact) -> bool:
    """True where finding or missing a gold fact counts for nothing."""
    return bool(fact.get("optional")) or _is_free(kind, fact)


def _is_free(kind: Kind, fact: Fact) -> bool:
    return kind is Kind.MILESTONE and fact.get("kind") in FREE_MILESTONES


def pair_facts(kind: Kind, gold: Sequence[Fact], found: Sequence[Fact]) -> list[Pair]:
    """Each gold fact with at most one found: facts that count first, then the best agreement, then the order."""
    possible = [
        pair
        for g in range(len(gold))
        for f in range(len(found))
        if (pair := _pair(kind, gold, found, g, f)) is not None
    ]
    possible.sort(key=lambda p: (is_optional(kind, gold[p.gold]), -p.mean, p.gold, p.found))
    kept: list[Pair] = []
    for pair in possible:
        if all(pair.gold != other.gold and pair.found != other.found for other in kept):
            kept.append(pair)
    return kept


def _pair(kind: Kind, gold: Sequence[Fact], found: Sequence[Fact], g: int, f: int) -> Pair | None:
    try:
        if SCORING[kind].same(gold[g], found[f]):
            return Pair(g, f, field_scores(kind, gold[g], found[f]))
    except (TypeError, ValueError, AttributeError):
        return None  # a fact of a foreign program may hold anything; it is then simply not the same
    return None


def score_kind(document: str, kind: Kind, gold: Sequence[Fact], found: Sequence[Fact]) -> tuple[Score, list[Problem]]:
    """The score of one kind in one document, and what is wrong."""
    pairs = pair_facts(kind, gold, found)
    counted = [p for p in pairs if not is_optional(kind, gold[p.gold])]
    paired, used = {p.gold for p in pairs}, {p.found for p in pairs}
    missed = [g for n, g in enumerate(gold) if n not in paired and not is_optional(kind, g)]
    spurious = [f for n, f in enumerate(found) if n not in used and not _is_free(kind, f)]
    score = Score(len(counted), len(spurious), len(missed), sum(map(_is_exact, counted)), _field_sums(counted))
    problems = [
        Problem(document, kind, name, _differ(gold[p.gold], found[p.found], name)) for p, name in _wrong(counted)
    ]
    problems += [Problem(document, kind, "missed", brief(g)) for g in missed]
    problems += [Problem(document, kind, "spurious", brief(f)) for f in spurious]
    return score, problems


def _is_exact(pair: Pair) -> bool:
    return all(score == 1.0 for score in pair.fields.values())


def _field_sums(pairs: Iterable[Pair]) -> dict[str, tuple[float, int]]:
    sums: dict[str, tuple[float, int]] = {}
    for pair in pairs:
        for name, score in pair.fields.items():
            sums[name] = _sum(sums.get(name, (0.0, 0)), (score, 1))
    return sums


def _wrong(pairs: Iterable[Pair]) -> list[tuple[Pair, str]]:
    return [(pair, name) for pair in pairs for name, score in pair.fields.items() if score < 1.0]


def _differ(gold: Fact, found: Fact, name: str) -> str:
    return f"gold {gold.get(name)!r}, found {found.get(name)!r} in {brief(gold)}"


def brief(fact: Fact) -> str:
    """A fact in one line, without its evidence and empty fields."""
    shown = {
        k: v for k, v in fact.items() if v not in (None, [], "", False) and k not in ("evidence", "event", "optional")
    }
    return json.dumps(shown, ensure_ascii=False)


def score_document(gold: Mapping[str, Any], found: Mapping[str, Any]) -> tuple[dict[Kind, Score], list[Problem]]:
    """Scores by kind and problems of one document; both arguments are documents in the codebook's JSON.

    Only kinds that the gold document has a list for are scored: a list without facts says that there are none.
    """
    scores: dict[Kind, Score] = dict.fromkeys(Kind, Score())
    problems: list[Problem] = []
    for kind in Kind:
        if kind not in gold:
            continue
        scores[kind], wrong = score_kind(str(gold["id"]), kind, gold[kind] or (), found.get(kind) or ())
        problems += wrong
    return scores, problems
