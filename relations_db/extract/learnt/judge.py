"""A logistic judge: a weight for each feature, read from a table that a script of `training/` writes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp

_BIAS = ""


@cache
def weights_of(name: str) -> dict[str, float]:
    """The weights of a judge by feature, from `NAME.tsv` beside this module: thousandths, a tab, the feature."""
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t", 1) for line in text.splitlines())
    return {feature: int(weight) / 1000 for weight, feature in rows}


def probability(name: str, features: Iterable[str]) -> float:
    """How likely the judge thinks it, from 0 to 1. The order of the features does not matter."""
    weights = weights_of(name)
    score = weights.get(_BIAS, 0.0) + sum(sorted(weights.get(f, 0.0) for f in features))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
