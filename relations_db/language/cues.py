"""Which patterns a sentence may match at all, known for all of them after one search of the sentence.

A pattern such as `\\b(?:arrived|landed) in (?:the )?L\\d+` cannot match without "arrived" or "landed". What a pattern needs is read off the
pattern itself, so that the two cannot come apart, and one automaton looks for the needs of all patterns together. Most patterns are thus
never tried on most sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, reduce
from operator import or_
from re import IGNORECASE, Match, Pattern
from re import _parser as parser  # type: ignore[attr-defined] # the standard library's reader of patterns has no public name
from sys import maxsize
from typing import Any, NamedTuple, Protocol

import ahocorasick_rs

from relations_db.language import patterns as re

Needs = frozenset[str]  # one of these strings must stand in the text; none: nothing is known
_MORE_NEEDS = 2  # beside the rarest
_MANY_WORDS = 2**16
_COMMON = frozenset(
    "an as at be by he in is it of on or to and for had has have her him his its not one the that was were are been will with from this who which their also".split()
)


def needs_of(pattern: Pattern[str]) -> list[Needs]:
    """Of each of these sets of strings every text that the pattern matches has at least one; the set found least often comes first."""
    if pattern.flags & IGNORECASE:
        return []
    told = dict.fromkeys(_demands(parser.parse(pattern.pattern, pattern.flags)))
    first, *others = sorted(told, key=_worth, reverse=True)
    return [first, *(needs for needs in others[:_MORE_NEEDS] if _worth(needs) >= 1)] if _worth(first) else []


def _rarest(items: Iterable[Any]) -> Needs:
    """Of all that a sequence of a parsed pattern needs, what is found least often."""
    best = max(_demands(items), key=_worth)
    return best if _worth(best) else frozenset()


def _demands(items: Iterable[Any]) -> Iterator[Needs]:
    """What the parts of a sequence need: each run of plain characters, and each part that cannot be left out."""
    run = ""
    for name, value in _flat(items):
        if name == "LITERAL":
            run += chr(value)
            continue
        if name == "ASSERT":
            yield _rarest(value[1])
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue  # takes no characters: the run goes on behind it
        yield frozenset({run})
        run = ""
        if name == "BRANCH":
            ways = [_rarest(way) for way in value[1]]
            yield frozenset().union(*ways) if all(ways) else frozenset()
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0]:
            yield _rarest(value[2])
        elif name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
            yield frozenset(chr(code) for _, code in value)
    yield frozenset({run})


def _flat(items: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """The parts of a sequence, those of its groups among them."""
    for name, value in items:
        if str(name) == "SUBPATTERN":
            yield from _flat(value[3])
        else:
            yield str(name), value


def _worth(needs: Needs) -> float:
    """How much a need tells: as much as the least telling of its strings; 0 for what nearly every sentence has."""
    return min(map(_telling, needs), default=0.0)


def _telling(literal: str) -> float:
    """The length of the longest rare word of a string; less for common words, and for the code letter of a unit."""
    only = literal.strip()
    if len(only) == 1:
        return 0.0 if only.islower() or only.isdigit() or only in ",.-'" else 1.0 if only in "CP" else 2.0
    return max((0.5 if word in _COMMON else float(len(word)) for word in literal.split()), default=0.0)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits: their letters as a tree, so that each is compared once."""
    after: dict[str, list[str]] = {}
    for word in sorted(words):
        if word:
            after.setdefault(word[0], []).append(word[1:])
        else:
            after[""] = []
    ways = [re.escape(letter) + any_of(rest) for letter, rest in after.items() if letter]
    ways += [""] * ("" in after)
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


class Coded(Protocol):
    """What is asked of a sentence: its coded form, and the numbers of the patterns of which it has what they need."""

    @property
    def coded(self) -> str: ...
    @property
    def may(self) -> frozenset[int]: ...


class Cued:
    """A pattern that is tried only on sentences that have what it needs. Made by `cued`, which takes the place of `re.compile`."""

    __slots__ = ("number", "pattern", "regex")

    def __init__(self, pattern: str, flags: int, number: int) -> None:
        self.pattern, self.regex, self.number = pattern, re.compile(pattern, flags), number

    def may_match(self, sentence: Coded) -> bool:
        """False where the sentence lacks what the pattern needs."""
        return self.number in sentence.may

    def finditer(self, sentence: Coded, start: int = 0, end: int = maxsize) -> Iterable[Match[str]]:
        """All matches in the coded form of a sentence."""
        return self.regex.finditer(sentence.coded, start, end) if self.number in sentence.may else ()

    def search(self, sentence: Coded, start: int = 0, end: int = maxsize) -> Match[str] | None:
        """The first match in the coded form of a sentence."""
        return self.regex.search(sentence.coded, start, end) if self.number in sentence.may else None

    def within(self, sentence: Coded, part: str) -> Match[str] | None:
        """The first match in a part of the coded form, taken as a text of its own."""
        return self.regex.search(part) if self.number in sentence.may else None

    def match(self, sentence: Coded, start: int = 0) -> Match[str] | None:
        """A match at an offset of the coded form."""
        return self.regex.match(sentence.coded, start) if self.number in sentence.may else None


class Sought:
    """A pattern for free text: before it is tried, a quick search tells whether the text has what it needs. Made like `re.compile`."""

    def __init__(self, pattern: str) -> None:
        self.regex = re.compile(pattern)

    @cached_property
    def _needs(self) -> ahocorasick_rs.AhoCorasick:
        needs = needs_of(self.regex)
        return ahocorasick_rs.AhoCorasick(sorted(needs[0]))

    def finditer(self, text: str) -> Iterable[Match[str]]:
        """All matches in a text."""
        return self.regex.finditer(text) if self._needs.find_matches_as_indexes(text) else ()

    def search(self, text: str) -> Match[str] | None:
        """The first match in a text."""
        return self.regex.search(text) if self._needs.find_matches_as_indexes(text) else None


_ALL: list[Cued] = []


@cache
def cued(pattern: str, flags: int = 0) -> Cued:
    """A pattern whose needs `may_match` looks for."""
    _ALL.append(Cued(pattern, flags, len(_ALL)))
    return _ALL[-1]


def may_match(coded: str, words: Iterable[str] | None = None) -> frozenset[int]:
    """The numbers of the cued patterns of which a coded sentence has what they need; `words` are its words, if known."""
    cues = _search(len(_ALL))
    met, sure, begun = 0, list[frozenset[int]](), list[_Start]()
    for sort in set(map(cues.sorts.__getitem__, coded.split(" ") if words is None else words)):
        meets, alone, more = cues.of[sort]
        met |= meets
        if alone:
            sure.append(alone)
        if more:
            begun += more
    told = [number for number, others, whole in begun if others & met == others and (not whole or whole in coded)]
    return cues.free.union(told, *sure)


_Start = tuple[int, int, str]  # the number of a pattern, its other needs, and the string of several words that it needs


class _Search(NamedTuple):
    """What finds the needs of all patterns. A need is a bit; words that meet the same needs are of one sort."""

    sorts: _Sorts
    of: list[tuple[int, frozenset[int], list[_Start]]]
    """By sort: the needs that its words meet, the patterns of which these are all, and others whose rarest need they meet."""
    free: frozenset[int]  # the patterns without any need


class _Sorts(dict[str, int]):
    """The sort of each word, worked out when the word is first met."""

    def __init__(self, parts: list[str], sort_of: Callable[[frozenset[str]], int]) -> None:
        super().__init__()
        self._parts, self._sort_of = parts, sort_of
        self._automaton = ahocorasick_rs.AhoCorasick(parts)

    def __missing__(self, word: str) -> int:
        if len(self) >= _MANY_WORDS:
            self.clear()
        found = self._automaton.find_matches_as_indexes(word, overlapping=True)
        self[word] = sort = self._sort_of(frozenset(self._parts[index] for index, _, _ in found))
        return sort


@cache
def _search(count: int) -> _Search:
    """The search for the needs of the first `count` patterns."""
    needs = [needs_of(known.regex) for known in _ALL[:count]]
    bits = {want: 1 << place for place, want in enumerate(dict.fromkeys(want for wants in needs for want in wants[1:]))}
    met: dict[str, int] = defaultdict(int)
    for want, bit in bits.items():
        for literal in want:
            met[_main_word(literal)] |= bit
    begun: dict[str, list[_Start]] = defaultdict(list)
    for number, wants in enumerate(needs):
        for literal in wants[0] if wants else ():
            whole = literal if len(literal.split()) > 1 else ""
            begun[_main_word(literal)].append((number, sum(map(bits.__getitem__, wants[1:])), whole))
    of, sorts = list[tuple[int, frozenset[int], list[_Start]]](), dict[frozenset[str], int]()

    def sort_of(found: frozenset[str]) -> int:
        if found not in sorts:
            sorts[found] = len(of)
            meets = reduce(or_, (met.get(part, 0) for part in found), 0)
            starts = list(dict.fromkeys(start for part in sorted(found) for start in begun.get(part, ())))
            alone = frozenset(number for number, others, whole in starts if not others and not whole)
            of.append((meets, alone, [start for start in starts if start[0] not in alone]))
        return sorts[found]

    free = frozenset(number for number, wants in enumerate(needs) if not wants)
    return _Search(_Sorts(sorted(met.keys() | begun.keys()), sort_of), of, free)


def _main_word(literal: str) -> str:
    """The most telling word, or part of one, of a string."""
    return max(literal.split(), key=_telling)
