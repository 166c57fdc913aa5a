"""When two facts are the same, and how far their fields agree: the codebook's section on scoring, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from relations_db.evaluate.compare import days_apart, folded, number, overlap, same_number, same_person, words
from relations_db.values import Kind

Fact = Mapping[str, Any]

# Words that say what a paper is, not what it is about; two papers do not become one by sharing them.
_EMPTY_WORDS = frozenset([
    "the", "a", "an", "of", "on", "in", "for", "and", "to", "between", "with", "its", "their", "joint",
    "agreement", "memorandum", "understanding", "cooperation", "plan", "protocol", "roadmap", "programme",
    "program", "document", "documents"
])  # fmt: skip
_SAME_TRIP = 10  # days
_SAME_MILESTONE = 31  # days
FREE_MILESTONES = frozenset({"other", "anniversary_marked"})


@dataclass(frozen=True, slots=True)
class Scoring:
    """How facts of one kind are compared: `same` decides on identity, `fields` are scored where it holds."""

    same: Callable[[Fact, Fact], bool]
    fields: tuple[str, ...]


def _parties(fact: Fact) -> list[str]:
    return sorted(fact.get("parties") or ())


def _same_parties(gold: Fact, found: Fact) -> bool:
    return _parties(gold) == _parties(found)


def _near(gold: Fact, found: Fact, field: str, days: int) -> bool:
    return days_apart(gold.get(field), found.get(field)) <= days


def same_leader(gold: Fact, found: Fact) -> bool:
    return gold.get("country") == found.get("country") and same_person(gold.get("name"), found.get("name"))


def same_visit(gold: Fact, found: Fact) -> bool:
    return (
        gold.get("host") == found.get("host")
        and _near(gold, found, "started_on", _SAME_TRIP)
        and same_person(gold.get("leader"), found.get("leader"))
    )


def same_declaration(gold: Fact, found: Fact) -> bool:
    return _same_parties(gold, found) and _near(gold, found, "signed_on", _SAME_TRIP)


def _telling_words(fact: Fact) -> set[str]:
    return {w for w in words(fact.get("title") or fact.get("description")) if w not in _EMPTY_WORDS}


def same_agreement(gold: Fact, found: Fact) -> bool:
    """Packages by their count and date, single papers by half of the words of the shorter title."""
    packages = [fact.get("form") == "package" for fact in (gold, found)]
    if not _same_parties(gold, found) or packages[0] != packages[1]:
        return False
    if packages[0]:
        return number(gold.get("count")) == number(found.get("count")) and _near(gold, found, "signed_on", _SAME_TRIP)
    a, b = _telling_words(gold), _telling_words(found)
    if not a or not b:
        return a == b
    shared = len(a & b)
    return shared > 0 and 2 * shared >= min(len(a), len(b))


def _measure(fact: Fact) -> str:
    """What one side imports the other exports: one measure."""
    said = fact.get("measure") or "turnover"
    return "exports" if said == "imports" else said


def _same_flow(gold: Fact, found: Fact) -> bool:
    return _same_parties(gold, found) and _measure(gold) == _measure(found)


def _same_sum(gold: Fact, found: Fact, instead: str) -> bool:
    """The same amount; where there is none, the same value of the field `instead`."""
    if gold.get("amount") is None:
        return found.get("amount") is None and same_number(gold.get(instead), found.get(instead))
    return same_number(gold.get("amount"), found.get("amount"))


def same_target(gold: Fact, found: Fact) -> bool:
    money = gold.get("amount") is None or gold.get("currency") == found.get("currency")
    return _same_flow(gold, found) and money and _same_sum(gold, found, "multiplier")


def same_figure(gold: Fact, found: Fact) -> bool:
    scoped = bool(gold.get("scope")) == bool(found.get("scope"))
    return _same_flow(gold, found) and scoped and _same_sum(gold, found, "growth_percent")


def same_project(gold: Fact, found: Fact) -> bool:
    """The same number of projects (more than one), the same value, or single projects that share a word."""
    if not _same_parties(gold, found):
        return False
    counts = number(gold.get("count")), number(found.get("count"))
    if counts[0] == counts[1] and counts[0] not in (None, 1.0):
        return True
    if same_number(gold.get("value_amount"), found.get("value_amount")):
        return True
    return (counts[0] or 1) == (counts[1] or 1) and bool(_telling_words(gold) & _telling_words(found))


def same_milestone(gold: Fact, found: Fact) -> bool:
    return (
        _same_parties(gold, found)
        and gold.get("kind") == found.get("kind")
        and _near(gold, found, "occurred_on", _SAME_MILESTONE)
    )


SCORING: dict[Kind, Scoring] = {
    Kind.LEADER: Scoring(same_leader, ("office",)),
    Kind.VISIT: Scoring(same_visit, ("country", "kind", "started_on", "ended_on", "city", "status")),
    Kind.DECLARATION: Scoring(same_declaration, ("form", "level", "signed_on", "place", "status")),
    Kind.AGREEMENT: Scoring(same_agreement, ("form", "count", "qualifier", "sectors", "signed_on", "status")),
    Kind.TRADE_TARGET: Scoring(same_target, ("due", "baseline_amount", "announced_on")),
    Kind.TRADE_FIGURE: Scoring(same_figure, ("currency", "qualifier", "period")),
    Kind.JOINT_PROJECT: Scoring(same_project, ("qualifier", "value_amount", "status")),
    Kind.MILESTONE: Scoring(same_milestone, ("occurred_on",)),
}


# ------------------------------------------------------------------ fields
def _equal(gold: object, found: object) -> float:
    return float((gold or None) == (found or None))


def _equal_number(gold: object, found: object) -> float:
    return float(number(gold) == number(found))


def _equal_date(gold: object, found: object) -> float:
    """Half a point where the one is the other said less precisely."""
    if (gold or None) == (found or None):
        return 1.0
    a, b = str(gold or ""), str(found or "")
    return 0.5 if a and b and (a.startswith(b) or b.startswith(a)) else 0.0


def _equal_place(gold: object, found: object) -> float:
    return float(folded(str(gold or "")) == folded(str(found or "")))


_COMPARED: dict[str, Callable[[Any, Any], float]] = {
    **dict.fromkeys(("count", "value_amount", "baseline_amount"), _equal_number),
    **dict.fromkeys(("city", "place"), _equal_place),
    **dict.fromkeys(
        ("started_on", "ended_on", "signed_on", "announced_on", "occurred_on", "due", "period"), _equal_date
    ),
    "sectors": overlap,
}
_ONLY_WHERE_KNOWN = frozenset({"city", "place", "ended_on"})


def field_scores(kind: Kind, gold: Fact, found: Fact) -> dict[str, float]:
    """Each scored field of two facts that are the same, from 0 to 1; fields that gold leaves open are left out."""
    return {
        name: _COMPARED.get(name, _equal)(gold.get(name), found.get(name))
        for name in SCORING[kind].fields
        if gold.get(name) is not None or name not in _ONLY_WHERE_KNOWN
    }
