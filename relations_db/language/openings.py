"""With which characters a match of a pattern can begin, told to the matcher, so that a search runs over all other places at once.

The standard library works this out for patterns that begin with a character or a set. Most of ours begin with a word boundary or with
alternatives, and would be tried in full at each place of a text. What they match stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from re import Pattern
from typing import Any

try:
    from re import _compiler, _parser  # type: ignore[attr-defined] # the standard library's own names are not public
except ImportError:  # another Python keeps them elsewhere
    _compiler = None

_FIRST = 1  # where the skip of the leading block of information stands in the code of a pattern
_MASK, _LENGTHS = 2, 5
_CHARSET = 4  # the mask that says: a set of characters follows
_NO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def compile_quick(pattern: str, flags: int = 0) -> Pattern[str]:
    """`re.compile`, with what the pattern's matches can begin with told to the matcher."""
    if _compiler is None or flags:
        return re.compile(pattern, flags)
    parsed = _parser.parse(pattern, flags)
    code = _compiler._code(parsed, flags)
    signs = None if code[_MASK] or parsed.state.flags & re.IGNORECASE else openings(parsed)
    if signs:
        block = [*code[:_LENGTHS]]
        block[_MASK] = _CHARSET
        _compiler._compile_charset(_compiler._optimize_charset(signs)[0], flags, block)
        rest = code[_FIRST + code[_FIRST] :]
        block[_FIRST] = len(block) - _FIRST
        code = [*block, *rest]
    groups, names = parsed.state.groups, parsed.state.groupdict
    numbered: list[str | None] = [None] * groups
    for name, number in names.items():
        numbered[number] = name
    made: Pattern[str] = _compiler._sre.compile(pattern, parsed.state.flags, code, groups - 1, names, tuple(numbered))
    return made


def openings(parsed: Iterable[Any]) -> list[Any] | None:
    """The first characters, as items of a set, of what a parsed pattern matches; None where it may match nothing, or anything."""
    signs, empty = _signs(parsed)
    return None if empty or signs is None else list(dict.fromkeys(signs))


def may_begin(pattern: str, letter: str) -> bool:
    """False where no match of a pattern, read in either case, begins with a letter of ASCII."""
    signs = _openings_of(pattern)
    return signs is None or any(_holds(str(kind), value, letter) for kind, value in signs)


@cache
def _openings_of(pattern: str) -> list[Any] | None:
    return openings(_parser.parse(pattern)) if _compiler else None


def _holds(kind: str, value: Any, letter: str) -> bool:
    codes = (ord(letter.lower()), ord(letter.upper()))
    if kind == "LITERAL":
        return value in codes
    if kind == "RANGE":
        return any(value[0] <= code <= value[1] for code in codes)
    return not (kind == "CATEGORY" and str(value) == "CATEGORY_DIGIT")


def _signs(items: Iterable[Any]) -> tuple[list[Any] | None, bool]:
    """What a sequence may begin with (None: anything), and whether it may be empty."""
    signs: list[Any] = []
    for item in items:
        name = str(item[0])
        if name in _NO_WIDTH:
            continue
        more, empty = _signs_of(name, *item)
        if more is None:
            return None, False
        signs += more
        if not empty:
            return signs, False
    return signs, True


def _signs_of(name: str, kind: Any, value: Any) -> tuple[list[Any] | None, bool]:
    if name == "LITERAL":
        return [(kind, value)], False
    if name == "IN" and str(value[0][0]) != "NEGATE":
        return list(value), False
    if name == "SUBPATTERN" and not value[1] and not value[2]:
        return _signs(value[3])
    if name in _REPEATS:
        signs, empty = _signs(value[2])
        return signs, empty or not value[0]
    if name == "BRANCH":
        ways = [_signs(way) for way in value[1]]
        known = [signs for signs, _ in ways if signs is not None]
        return [sign for signs in known for sign in signs] if len(known) == len(ways) else None, any(e for _, e in ways)
    return None, False
