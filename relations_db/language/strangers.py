"""Persons of whom nothing but the name is told: writers, traders, witnesses. A pronoun behind one means him, nobody of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations_db.language import patterns as re

if TYPE_CHECKING:
    from relations_db.language.analysis import Sentence

_NAME = r"[A-Z][a-z'-]+ (?:[A-Z]\. )?[A-Z][a-z'-]{2,}"
_STRANGER = re.compile(
    rf"(?<!the )(?<!The )\b{_NAME}(?=,? who(?:se)? )|(?<=, ){_NAME}(?=, (?:said|told|added|says)\b)|(?<=[,\"] (?:said|adds) ){_NAME}(?=,)|(?<=[,\"] (?:says|told|adds) ){_NAME}(?=,)|(?<=[,\"] added ){_NAME}(?=,)"
)


def stranger(folded: str, sentence: Sentence) -> int | None:
    """Where the first person of a sentence stands whom no title ties to a state; None where there is none."""
    for found in _STRANGER.finditer(folded, sentence.start, sentence.end):
        if not any(unit.start < found.end() and found.start() < unit.end for _, unit in sentence.things):
            return found.start()
    return None
