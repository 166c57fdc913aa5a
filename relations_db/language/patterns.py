"""What the rules use of `re`, without forgetting: the standard library keeps the last 512 patterns, the rules have more, and
compiling one anew costs as much as reading a page. Searches are quicker too (see `openings`). Imported in the place of `re`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from re import IGNORECASE, Match, Pattern, escape
from typing import Any

from relations_db.language.openings import compile_quick

__all__ = [
    "IGNORECASE", "Match", "Pattern", "compile", "escape", "findall", "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip


@cache
def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """`re.compile`, once for each pattern."""
    return compile_quick(pattern, flags)


def search(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return compile(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return compile(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return compile(pattern, flags).fullmatch(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    return compile(pattern, flags).finditer(text)


def findall(pattern: str, text: str, flags: int = 0) -> list[Any]:
    return compile(pattern, flags).findall(text)


def split(pattern: str, text: str, flags: int = 0) -> list[str | Any]:
    return compile(pattern, flags).split(text)


def sub(pattern: str, new: str | Callable[[Match[str]], str], text: str, flags: int = 0) -> str:
    return compile(pattern, flags).sub(new, text)
