"""Firms and banks known by a name that holds their state's: "Kenya Airways", "the Bank of Korea"."""

from __future__ import annotations

from relations_db.language.lexicon import Hit, Lexicon


def firm_state(lexicon: Lexicon, folded: str, hit: Hit) -> str | None:
    """The state in the name of a firm; None for other hits."""
    if hit.kind != "mask" or hit.values[:1] != ("firm",):
        return None
    words = folded[hit.start : hit.end].split()
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            hits = lexicon.names(" ".join(words[first : first + length]))
            if state := next((h.values[0] for h in hits if h.kind in ("country", "adjective")), None):
                return state
    return None
