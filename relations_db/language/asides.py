"""Dashes that bracket an aside ("X - in power since May - flew", "a deal—the first—was signed") are commas to the grammar; those around a list stay."""

from __future__ import annotations

from re import Match

from relations_db.language import patterns as re

_PAIR = re.compile(r"(?<=[^\s.!?:;,]) - (?!\d)(?=[^\n.!?;:,]{2,160}? - \S)")
_SECOND = re.compile(r"[^\n.!?;:,]{2,160}?( - )(?=\S)")
# Before the dash of a dateline stand a place in capitals, a day, an agency; before that of an aside stands a sentence.
_DATELINE = re.compile(r"(?:^|\n)[ ]*(?:date \S+ )?(?:[A-Z][A-Z'. -]{2,}\b|[^\n]{0,80}\))(?:(?! - )[^\n]){0,60}$")
_NAMES = re.compile(r"\b[A-Z][\w']* - [A-Z]$")  # "the Darbaza - Maktaraal railway"
_TIGHT = re.compile(
    r"(?<=[a-z\"')])—(?=[a-z\"'(])|(?<=[a-z\"')])—(?=[^\n—.!?]{2,160}—[a-z\"'])|(?<=[A-Za-z0-9\"')])—(?=[a-z])"
)


def with_commas(folded: str, text: str) -> str:
    """The folded text with a comma for each dash of a pair, and for each long dash without blanks; `len` unchanged."""
    if "—" in text:
        folded = _of_long_dashes(folded, text)
    if folded.count(" - ") < 2:
        return folded
    parts, last = [], 0
    for first in _PAIR.finditer(folded):
        if first.start() < last or _NAMES.search(folded, max(0, first.start() - 40), first.end() + 1):
            continue
        if _DATELINE.search(folded, max(0, first.start() - 160), first.start()):
            continue
        second = _SECOND.match(folded, first.end())
        if second is None:
            continue
        parts += [folded[last : first.start()], " , ", folded[first.end() : second.start(1)], " , "]
        last = second.end(1)
    return "".join([*parts, folded[last:]])


def _of_long_dashes(folded: str, text: str) -> str:
    chars = list(folded)
    found: Match[str]
    for found in _TIGHT.finditer(text):
        chars[found.start()] = ","
    return "".join(chars)
