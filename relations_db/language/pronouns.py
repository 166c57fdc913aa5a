"""Whom a pronoun means by the build of its own sentence: him who comes after it, or another than the one just named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations_db.language import patterns as re
from relations_db.language.people import Entity, Mention

if TYPE_CHECKING:
    from relations_db.language.analysis import Sentence, Unit

_JOINED = re.compile(r",? and ")
_WITH = re.compile(r"(?:(?:^|[.;:,(\"“] ?|\b(?:and|but|while) )(?:(?:together |along )?(?:with|alongside|beside)|(?:at|on|upon) the (?:kind |personal )?(?:invitation|request|suggestion|initiative) of|(?:after|before|following|during) (?:[a-z-]+ ){0,3}(?:talks|meeting|meetings|conversation|lunch|dinner) with) (?:[a-z'’-]+ ){0,4})$")  # fmt: skip
_THEN = re.compile(r"(?: of (?:the )?[a-z'’ -]{1,30})?,? ")


def is_joined(low: str, start: int, named: tuple[int, int], at: int) -> bool:
    """True for "A and he", "with A he signed" and "at the invitation of A he came": the pronoun means another than A."""
    if _JOINED.fullmatch(low, named[1], at):
        return True
    return bool(_THEN.fullmatch(low, named[1], at) and _WITH.search(low[start : named[0]]))


def ordered(here: list[Entity]) -> list[Entity]:
    """The subject (the first person of the sentence) before the others, the nearest of those first."""
    return [here[0], *reversed(here[1:])] if here else []


_LEAD_IN = re.compile(
    r"(?:on|in|at|by|with|before|after|during|from|for|while|as|upon|since|despite|under|following|speaking|addressing|D\d+(?= [QH]\d))\b"
)


def subject_ahead(sentence: Sentence, pronoun: Unit) -> list[Entity]:
    """Whom a pronoun in an opening phrase points to: "On his way home, the president stopped ..."."""
    found = _LEAD_IN.match(sentence.coded)
    if found and found.group()[0] == "D" and not sentence.units[0].word.endswith((" after", " before")):
        return []
    if not found or (
        pronoun.word in ("he", "she")
        and not found.group().startswith(("while", "as", "after", "before", "since", "D"))
        and " where H" not in sentence.coded[:30]
    ):
        return []
    number = next(i for i, u in enumerate(sentence.units) if u.start == pronoun.start)
    commas = [i for i, u in enumerate(sentence.units) if u.word == "," and i > number]
    ahead = next((u for u in sentence.units[commas[0] :] if u.code in ("P", "H")), None) if commas else None
    entity = ahead.thing.entity if ahead and isinstance(ahead.thing, Mention) else None
    return [entity] if entity else []
