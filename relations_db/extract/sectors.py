"""Sectors named in a stretch of text, by the table of sector words."""

from __future__ import annotations

from collections import defaultdict

import ahocorasick_rs

from relations_db.vocabulary import SectorWord

_CRAFT = frozenset("aircraft aircrafts airplanes helicopters helicopter jets jet planes".split())


class SectorFinder:
    """Finds sector codes; built once from the table."""

    def __init__(self, rows: tuple[SectorWord, ...]) -> None:
        codes: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            codes[row.phrase.replace("-", " ")].add(row.sector)
        self._phrases = list(codes)
        self._codes = [frozenset(codes[p] - {"none"}) for p in self._phrases]
        self._automaton = ahocorasick_rs.AhoCorasick(self._phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(self, low: str) -> tuple[str, ...]:
        """Sorted codes of the sectors named in lower-case folded text, hyphened or not; craft beside words of defence are military ones."""
        low = low.replace("-", " ")
        found: set[str] = set()
        craft = True
        for index, start, end in self._automaton.find_matches_as_indexes(low):
            if (not start or not low[start - 1].isalnum()) and (
                end == len(low)
                or not low[end].isalnum()
                or (low[end] == "s" and (end + 1 == len(low) or not low[end + 1].isalnum()))
            ):
                found |= self._codes[index]
                craft = craft and ("aviation" not in self._codes[index] or self._phrases[index] in _CRAFT)
        if craft and "defence" in found:
            found.discard("aviation")
        return tuple(sorted(found))
