"""The names found in one text, to be asked by place."""

from __future__ import annotations

from bisect import bisect_right

from relations_db.language.lexicon import Hit

_WHOLE = frozenset({"mask", "leader", "bloc", "seat"})


class Hits:
    """Hits in the order of the text, none overlapping."""

    def __init__(self, hits: list[Hit]) -> None:
        self.all = hits
        self.starts = {h.start: h for h in hits}
        self._ends = [h.end for h in hits]

    def at(self, position: int) -> Hit | None:
        """The hit that covers a position, or the next one after it."""
        index = bisect_right(self._ends, position)
        return self.all[index] if index < len(self.all) else None

    def before(self, position: int) -> Hit | None:
        """The last hit that ends at or before a position."""
        index = bisect_right(self._ends, position)
        return self.all[index - 1] if index else None

    def inside(self, start: int, end: int) -> list[Hit]:
        """Hits that lie between two positions."""
        index = bisect_right(self._ends, start)
        found = []
        while index < len(self.all) and self.all[index].end <= end:
            if self.all[index].start >= start:
                found.append(self.all[index])
            index += 1
        return found

    def hides(self, start: int, end: int) -> bool:
        """True where a longer name covers the words, which then mean nothing by themselves."""
        hit = self.at(start)
        if hit is None or hit.start > start or hit.end < end:
            return False
        return hit.kind in _WHOLE or (hit.kind in ("city", "country") and hit.end - hit.start > end - start)
