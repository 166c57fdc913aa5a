"""Visits by a year that lies behind ("ten years since his visit", "what he promised on his 2014 visit"), and plans whose time is left open."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context, When
from relations_db.extract.rules.paper_years import years_before
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated

_JUBILEE = re.compile(
    r"\b(?P<n>[ON]\d+)(?: - year)? anniversary (?:of|since) (?:the )?(?:[PHA]\d+ (?:of (?:the )?C\d+ )?(?:'s )?|C\d+ (?:'s )?|Q\d+ )*$"
)
_OWN = re.compile(r"D(\d+)")


def jubilee(context: Context, sentence: Sentence, match: Match[str]) -> When | None:
    """The year of the visit whose anniversary is kept: "the 10th anniversary of X's state visit to Y"."""
    found = _JUBILEE.search(sentence.coded, max(0, match.start() - 60), match.start("noun"))
    if found is None and (owned := match.group("poss")):
        found = _JUBILEE.search(sentence.coded[: match.start("poss")] + owned)
    return years_before(context, sentence, found) if found else None


def lies_behind(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    """True for a visit of a year that has passed, whatever was promised or proposed on it, and for one whose anniversary is kept."""
    on = context.analysis.on
    own = _OWN.search(match.group("mods"))
    thing = sentence.units[int(own.group(1))].thing if own else None
    if on and isinstance(thing, Dated) and thing.year and thing.year < on.year:
        return True
    return jubilee(context, sentence, match) is not None


_OR_ON = re.compile(
    r"(?:months?|weeks?|days?|year|D\d+)(?: ,)? or (?:perhaps |even |possibly |else )?(?:(?:at|in|on|by|the|start|end|beginning|of|early|late) )*$"
)


def left_open(sentence: Sentence, near: When) -> bool:
    """True for the later of two times between which a plan leaves open: "in the coming months, or early next year"."""
    number = next((n for n in sentence.of("D") if near.span and sentence.units[n].start == near.span[0]), None)
    return number is not None and bool(_OR_ON.search(sentence.coded, 0, sentence.offsets[number]))
