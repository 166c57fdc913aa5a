"""Titles and descriptions as sets of telling words, and how far two of them overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from relations_db.language.fold import fold
from relations_db.vocabulary import Vocabulary

_TOKEN = re.compile(r"[a-z]+|\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")

# Words that stand in the names of most documents and so tell none apart.
_COMMON_TEXT = """
    the a an of on in for and to between with its their joint both two from by at as or into under over
    agreement agreements memorandum memoranda understanding mou mous cooperation co operation operating cooperative
    plan plans protocol protocols roadmap road map programme programmes program programs document documents
    treaty treaties contract contracts deal accord convention arrangement package letter letters intent declaration
    statement communique signed new bilateral mutual mutually republic kingdom state states government governments
    country countries field fields area areas sphere spheres strengthen strengthening strengthened enhance enhancing
    develop development deepening deepen expanding expand further promote promotion implementation draft official
    provisional preliminary
"""
_COMMON = frozenset(_COMMON_TEXT.split())


def tokens(text: str | None) -> tuple[str, ...]:
    """Lower-case words and numbers without diacritics; letters part from digits ("B737": b, 737)."""
    return tuple(_TOKEN.findall(fold(text or "").casefold()))


@lru_cache(maxsize=65536)
def telling(text: str | None) -> frozenset[str]:
    """The words of a title that tell it from others."""
    return frozenset(t for t in tokens(text) if t not in _COMMON and (len(t) > 1 or t.isdigit()))


class Words:
    """Telling words without the names of states, which stand in every title of a pair ("Uzbek-Tajik")."""

    def __init__(self, states: Iterable[str] = ()) -> None:
        self._states = frozenset(t for name in states for t in tokens(name))
        self._found: dict[str | None, frozenset[str]] = {}

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Words:
        return cls(n.name for n in vocabulary.country_names)

    def telling(self, text: str | None) -> frozenset[str]:
        if (words := self._found.get(text)) is None:
            words = self._found[text] = telling(text) - self._states
        return words

    def overlap(self, a: str | None, b: str | None) -> Overlap:
        return overlap(self.telling(a), self.telling(b))


@lru_cache(maxsize=65536)
def years(text: str | None) -> frozenset[str]:
    return frozenset(_YEAR.findall(text or ""))


@lru_cache(maxsize=65536)
def names(text: str | None) -> frozenset[str]:
    """The capitalised words of a description, in lower case."""
    return frozenset(t for word in (text or "").split() if word[:1].isupper() for t in telling(word))


def _akin(a: str, b: str) -> bool:
    """True for one word in two forms: culture, cultural; health, healthcare."""
    if a == b:
        return True
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= 5 and max(len(a), len(b)) - common <= 5 and not a[0].isdigit()


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shared words of two titles: `shared` in number, `share` of the shorter title, `jaccard` of both."""

    shared: int
    share: float
    jaccard: float


@lru_cache(maxsize=65536)
def overlap(a: frozenset[str], b: frozenset[str]) -> Overlap:
    """How far two sets of telling words overlap; all zero where one is empty."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return Overlap(0, 0.0, 0.0)
    shared = sum(any(_akin(x, y) for y in long) for x in short)
    return Overlap(shared, shared / len(short), shared / (len(a) + len(b) - shared))
