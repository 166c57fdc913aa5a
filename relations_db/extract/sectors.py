"""Sectors named in a stretch of text, by the table of sector words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import ahocorasick_rs

from relations_db.language import patterns as re
from relations_db.vocabulary import SectorWord

_CRAFT = frozenset(" aircraft, aircrafts, airplanes, helicopters, helicopter, jets, jet, planes".split(","))
# what stands for a field of its own only where no other is named with it: a corridor for cattle, rail infrastructure
_WEAK = frozenset(
    " corridor, infrastructure, wildlife, soil, river, route, airspace, ships, border crossing, logistics, entrepreneurs, women, border, canal, dam, dams, reconstruction, confidence building, consultation mechanism, machinery, interconnection, frontier".split(
        ","
    )
)
_WEAKEST = frozenset(" ocean, oceans, cargo, goods".split(","))  # nor where another is named beside it
# "grapes may enter the Peruvian market"
_MARKET = re.compile(
    r" (?:into|enter|enters|entering|onto|access to|open|opens|opening|opened|reach) (?:the |its |their )?(?P<of>[a-z]+ )?markets? "
)
_MARKS = str.maketrans(dict.fromkeys("-/(),.;:'\"“”‘’!?[]\n\t–—", " "))


class SectorFinder:
    """Finds sector codes; built once from the table. Words are told apart by blanks and marks, which count for one another."""

    def __init__(self, rows: tuple[SectorWord, ...]) -> None:
        codes: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            codes[" " + row.phrase.translate(_MARKS)].add(row.sector)
        self._phrases = list(codes)
        self._codes = [frozenset(codes[p] - {"none"}) for p in self._phrases]
        self._automaton = ahocorasick_rs.AhoCorasick(self._phrases, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find(self, low: str) -> tuple[str, ...]:
        """Sorted codes of the sectors named in lower-case folded text; craft beside words of defence are military ones."""
        text = f" {low} "
        low = text.translate(_MARKS)
        found: set[str] = set()
        weak: list[tuple[int, int]] = []
        weakest: set[str] = set()
        strong: list[int] = []
        craft = True
        for start, index in self._phrases_in(low):
            if self._phrases[index] in _WEAKEST:
                weakest |= self._codes[index]
                continue
            if self._phrases[index] in _WEAK:
                weak.append((start, index))
                continue
            found |= self._codes[index]
            strong.append(start)
            craft = craft and ("aviation" not in self._codes[index] or self._phrases[index] in _CRAFT)
        if craft and "defence" in found:
            found.discard("aviation")
        for start, index in weak:
            if not any(_is_one_item(text, start, other) for other in strong):
                found |= self._codes[index]
        if "agriculture" in found and (market := _MARKET.search(low)) and not self.find(market.group("of") or ""):
            found.add("trade")  # not "open the rice market"
        return tuple(sorted(found or weakest))

    def _phrases_in(self, low: str) -> Iterator[tuple[int, int]]:
        """Where phrases of the table begin, and which: of those that end with a word the longest from the left ("trainsets" is no train)."""
        whole = (
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True)
            if low[end] == " " or (low[end] == "s" and low[end + 1] == " ")
        )
        last = 0
        for start, end, index in sorted(whole):
            if start >= last:
                yield start, index
                last = -end


def _is_one_item(text: str, start: int, other: int) -> bool:
    """True where no comma or "and" of a list parts two words."""
    between = text[min(start, other) : max(start, other) + 1]  # with the blank that the later one begins with
    return "," not in between and " and " not in between and ";" not in between
