"""Names of places and states in a text that do not mean the place or the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations_db.language import patterns as re

if TYPE_CHECKING:
    from relations_db.language.lexicon import Hit

_IN_CITY = re.compile(r"(?:,? in|,? at|,)(?: the| central| downtown| capital| city| of)* ")
_LEANINGS = ("pro-", "Pro-", "anti-", "Anti-")


def is_not_meant(folded: str, hit: Hit, following: Hit | None) -> bool:
    """True for a leaning ("a pro-Chinese president") and for a seat whose name several states have, where its city is told."""
    if folded[hit.start - 1 : hit.start] == "-" and hit.kind in ("country", "adjective"):
        return folded.endswith(_LEANINGS, 0, hit.start)
    if hit.kind != "seat" or following is None or following.kind != "city" or hit.values[0] in following.values:
        return False
    return bool(_IN_CITY.fullmatch(folded, hit.end, following.start))  # "the Palace of the Republic in Dakar"
