"""Names of places and states in a text that do not mean the place or the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations_db.language import patterns as re
from relations_db.language.fold import name_key

if TYPE_CHECKING:
    from relations_db.language.lexicon import Hit, Lexicon

_IN_CITY = re.compile(r"(?:,? in|,? at|,)(?: the| central| downtown| capital| city| of)* ")
_LEANINGS = ("pro-", "Pro-", "anti-", "Anti-")


def is_not_meant(folded: str, hit: Hit, following: Hit | None) -> bool:
    """True for a leaning ("a pro-Chinese president") and for a seat whose name several states have, where its city is told."""
    if folded[hit.start - 1 : hit.start] == "-" and hit.kind in ("country", "adjective"):
        return folded.endswith(_LEANINGS, 0, hit.start)
    if hit.kind != "seat" or following is None or following.kind != "city" or hit.values[0] in following.values:
        return False
    return bool(_IN_CITY.fullmatch(folded, hit.end, following.start))  # "the Palace of the Republic in Dakar"


_WORD_BEFORE = re.compile(r"(?<![\w.'-])(?P<word>[A-Z][a-z]{3,}) \Z")
_VERB_OR_OF = re.compile(r",| (?:of|who|said|says|told|has|had|is|was|will|would)\b|'s [a-z]")


def names_meant(text: str, folded: str, lexicon: Lexicon) -> list[Hit]:
    """The names of a text but those that are parts of other words or of persons' names."""
    # The Spanish letter parts words: "Cañada" is no Canada.
    hits = [h for h in lexicon.names(folded) if h.kind != "country" or "ñ" not in text[h.start : h.end]]
    return [h for h in hits if h.kind != "city" or not _is_surname(folded, h, lexicon)]


def _is_surname(folded: str, hit: Hit, lexicon: Lexicon) -> bool:
    """True for the surname of "William Rhodes of Citibank": a given name stands before it."""
    if not _VERB_OR_OF.match(folded, hit.end):
        return False
    before = _WORD_BEFORE.search(folded, max(0, hit.start - 20), hit.start)
    return before is not None and name_key(before["word"]) in lexicon.given_names
