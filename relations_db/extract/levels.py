"""Levels of relations: labels such as "comprehensive strategic partnership" and their codes. Rules: docs/reference/rules.md, section Levels."""

from __future__ import annotations

from functools import lru_cache
from re import Match

from relations_db.language import patterns as re
from relations_db.language.fold import lower

_LEVEL = re.compile(
    r"(?:(?:all-weather|comprehensive|all-round|integral|permanent|strategic|enhanced|strengthened|reinforced|expanded|extended|extensive|deepened|in-depth|advanced|upgraded|special|privileged|global|cooperative|"
    r"friendly|new|innovative|constructive|mutually beneficial|multifaceted|multidimensional|multi-dimensional|long-term|enduring|eternal|future-oriented|developmental|complementary|exceptional|broad|close|traditional|important|and|,|joint|"
    r"deep|full|closer|third-neighbour|bilateral|\")[\",]? )*(?:partnership and alliance|alliance|allied (?:relations?|interaction|cooperation|relationship|ties|strategic relations|partnership)|allies|allied|partnerships?|(?:strategic )?partners?\b|"
    r"partnership and strategic (?:interaction|cooperation|coordination)|strategic interaction|association|strategic one\b|strategic cooperation|strategic relations)(?: of (?:alliance|coordination|cooperation))?(?: and (?:alliance|strategic (?:interaction|cooperation|coordination)|allied (?:relations|interaction)))?",
)
_NOUNS = ("partner", "alli", "strategic", "association")  # every label has one
_FRIEND = re.compile(
    r"\b(?:friendship|friendly (?:relations|cooperation|ties|co-operation)|amity|good[- ]neighbou?r(?:liness|ship|hood))\b",
    re.IGNORECASE,
)
_COALITION = re.compile(
    r"\b(?:rebels?|opposition|ruling|military|electoral|governing|party|political|western|atlantic|defen[cs]e|nato|rebel|left|right|centre|national|democratic|airline|carmakers '|shipping|trade|tribal|m\d+|[a-z]+'s) $"
)
_ENHANCED = re.compile(
    r"\b(?:enhanced|strengthened|reinforced|expanded|extended|extensive|deepened|in-depth|advanced|upgraded|special|privileged)\b"
)
_COMPREHENSIVE = re.compile(r"\b(?:comprehensive|all-round|integral)\b")
_SECTOR = re.compile(
    r"\b(?:digital|green|energy|economic|trade|defen[cs]e|migration|mobility|mineral|public-private|investment|industrial|security|transport|education|climate|technology|trading|business|development)(?: and \w+)? $"
)
RANKS = {
    "friendship": 1,
    "partnership": 2,
    "comprehensive_partnership": 3,
    "strategic_partnership": 4,
    "enhanced_strategic_partnership": 5,
    "comprehensive_strategic_partnership": 6,
    "alliance": 7,
}

Label = tuple[str, int, int]


def level_code(label: str) -> str | None:
    """The level of a label, by the rule: allied, then strategic with its adjectives, then partnership, then friendship."""
    low = label.lower()
    if re.search(r"\b(?:alliance|allied|allies)\b", low):
        return "alliance"
    if "strategic" in low and re.search(r"partner|association|interaction|\bone$", low):
        if _COMPREHENSIVE.search(low):
            return "comprehensive_strategic_partnership"
        return "enhanced_strategic_partnership" if _ENHANCED.search(low) else "strategic_partnership"
    if re.search(r"\b(?:partners?|partnerships?|association)\b", low):
        return "comprehensive_partnership" if _COMPREHENSIVE.search(low) else "partnership"
    return "friendship" if _FRIEND.search(low) else None


def find_labels(text: str) -> list[Label]:
    """All level labels of folded text in order: code, start, end."""
    low = lower(text)
    if not any(noun in low for noun in _NOUNS):
        return []
    return list(_find_labels(text, low))


@lru_cache(maxsize=2**9)  # the rules ask for those of the same stretch again and again
def _find_labels(text: str, low: str) -> tuple[Label, ...]:
    return tuple(
        (code, match.start() + _lead(match), match.end())
        for match in _LEVEL.finditer(low)
        if (code := level_code(match.group()))
        and not (
            match.group().lower() == "alliance"
            and _COALITION.search(text[max(0, match.start() - 20) : match.start()].lower())
        )
        and not _SECTOR.search(low[max(0, match.start() - 40) : match.start()])
    )


def _lead(match: Match[str]) -> int:
    lead = re.match(r"(?:(?:and|,|new|joint|close|important|traditional|bilateral|\") )+", match.group())
    return lead.end() if lead else 0


def find_level(text: str, friendship: bool = False) -> Label | None:
    """The highest level named in folded text, with the place of its label."""
    labels = find_labels(text)
    best = max(labels, key=lambda label: RANKS[label[0]], default=None)
    if best is None and friendship and (found := _FRIEND.search(text)):
        return "friendship", found.start(), found.end()
    return best
