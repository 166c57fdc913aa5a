"""States told by what they are: "the sultanate", "the Himalayan kingdom", "the island nation's prime minister".

Such words name no state; they take up one of those that the text names. The classes are those of the reference tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relations_db.language import patterns as re
from relations_db.language.cues import Sought
from relations_db.language.hits import Hits
from relations_db.language.lexicon import Hit

# Words of a class that say it by themselves; those of the others ("Himalayan", "landlocked") stand before a noun.
_ALONE = r"kingdom|sultanate|emirate|principality|archipelago|grand duchy|city-state|city state|island"
_NOUN = r"states?|nation|country|republic|kingdom|sultanate|emirate|monarchy|archipelago|island"
_MODIFIER = r"(?:small|tiny|little|poor|vast|remote|neighbou?ring|friendly|former|host|young|divided|mountainous|largely|mainly|mostly|tourist|holiday|(?:oil|gas|energy|mineral)-rich)"
_PHRASE = Sought(
    rf"\b(?:the|this|our|their) (?:{_MODIFIER},? )*(?P<class>(?:[a-z]+-?[a-z]+,? (?:[a-z]+ )?)?(?:{_NOUN})|{_ALONE})(?![\w-]|'(?!s)| of | (?:and|or) (?:the )?(?:island|kingdom|emirate)| (?:state|nation|countr|republic|chain|group|states|nations))"
)
# Islands and kingdoms of which the word is used without more; of the others ("Britain", "Spain") only where it says more.
_BARE = {
    "island": frozenset("BHR BRB CUB CYP DMA GRD HTI ISL JAM LCA LKA MDG MLT MUS NRU SGP TWN ATG VCT".split()),
    "kingdom": frozenset("SAU MAR JOR BHR THA KHM BTN TON LSO SWZ NPL".split()),
}
_OTHER_ISLAND = re.compile(r"\b(?:[Ii]sland|[Ii]sle) of (?:the )?[A-Z]|\b[A-Z][a-z]+ Islands?\b")


def told_by_kind(
    folded: str, low: str, hits: list[Hit], classes: Mapping[str, frozenset[str]], home: str | None
) -> list[Hit]:
    """The names of a text with those words added that mean one of its states by its kind.

    >>> # "Oman ... the sultanate" adds Hit("country", start of "sultanate", its end, ("OMN",))
    """
    told = list(_phrases(folded, low, classes))
    if not told:
        return hits
    table = Hits(hits)
    named = [(h.start, h.values[0]) for h in hits if h.kind in ("country", "adjective", "city", "seat")]
    added: list[Hit] = []
    for start, end, fitting in told:
        if any(h.end > start and h.kind not in ("bloc", "mask") for h in _around(table, start, end)):
            continue
        if state := _meant(fitting, named, start, home):
            added.append(Hit("country", start, end, (state,), by_kind=True))
    if not added:
        return hits
    kept = [h for h in hits if not any(a.start < h.end and h.start < a.end for a in added)]
    return sorted([*kept, *added], key=lambda h: h.start)


def _around(table: Hits, start: int, end: int) -> Iterator[Hit]:
    """The names that share a place with a stretch."""
    hit = table.at(start)
    if hit and hit.start < end:
        yield hit
        yield from table.inside(start, end)


def _phrases(folded: str, low: str, classes: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where a class of states is told, and the states of it."""
    for found in _PHRASE.finditer(low):
        words = found["class"].replace(",", "").split(" ")
        noun = words[-1]
        fitting = _of_class(words, classes)
        if len(words) == 1:
            fitting &= _BARE.get(noun, fitting)
        if noun == "island" and len(words) == 1 and _OTHER_ISLAND.search(folded):
            continue
        if fitting:
            yield found.start("class"), found.end("class"), fitting


def _of_class(words: list[str], classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The states that all the words fit of which there is a class: "West African kingdom" none, "landlocked kingdom" three."""
    whole = " ".join(words)
    if whole in classes:
        return classes[whole]
    noun, lead = words[-1], " ".join(words[:-1])
    if not lead:
        return classes.get(noun, frozenset())
    if lead not in classes:
        return frozenset()
    return classes[lead] & classes[noun] if noun in classes else classes[lead]


def _meant(fitting: frozenset[str], named: list[tuple[int, str]], at: int, home: str | None) -> str | None:
    """The one state of a class that the text names; of several the one named before the words, where that is one, else the text's own."""
    told = {state for _, state in named if state in fitting}
    before = {state for start, state in named if start < at and state in fitting}
    for states in (told, before):
        if len(states) == 1:
            return states.pop()
    return home if home in told else None
