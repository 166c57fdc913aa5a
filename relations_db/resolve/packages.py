"""Members of packages: a package and the documents listed beside it are linked, never added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from relations_db.resolve.dates import gap
from relations_db.resolve.facts import Fact, Record
from relations_db.values import Agreement


def link(facts: Sequence[Fact], documents: Sequence[frozenset[str]]) -> list[Fact]:
    """Name for each single agreement the package of its day; `documents` are the texts behind each fact, in the same
    order.

    With several packages on one day it is the one that the same text tells, else the largest; a tie links nothing.
    """
    packages = [(f, texts) for f, texts in zip(facts, documents, strict=True) if _agreement(f).form == "package"]
    return [
        f if _agreement(f).form == "package" else replace(f, package=_package(f, texts, packages))
        for f, texts in zip(facts, documents, strict=True)
    ]


def may_belong(a: Record, b: Record) -> bool:
    """True where one tells a package and the other a single agreement that `link` may name it for."""
    x, y = a.claim, b.claim
    if not isinstance(x, Agreement) or not isinstance(y, Agreement) or (x.form == "package") == (y.form == "package"):
        return False
    if x.signed_on and y.signed_on and gap(x.signed_on, y.signed_on) == 0:
        return True
    return a.source.sha256 == b.source.sha256


def _agreement(fact: Fact) -> Agreement:
    return cast(Agreement, fact.claim)


def _package(single: Fact, texts: frozenset[str], packages: Sequence[tuple[Fact, frozenset[str]]]) -> str | None:
    ranked = sorted(
        (
            (not texts.isdisjoint(told), _agreement(p).count or 0, p.uid)
            for p, told in packages
            if _of_one_day(single, p, texts, told)
        ),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return ranked[0][2]


def _of_one_day(single: Fact, package: Fact, texts: frozenset[str], told: frozenset[str]) -> bool:
    a, b = _agreement(single), _agreement(package)
    if a.status is not b.status:
        return False
    if a.signed_on and b.signed_on:
        return gap(a.signed_on, b.signed_on) == 0
    return not texts.isdisjoint(told)
