"""Visits by a year that lies behind ("ten years since his visit", "what he promised on his 2014 visit"), plans whose time is left open, and the last stop of a tour."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context, When
from relations_db.extract.rules.paper_years import years_before
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.values import Status

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


_ENDS_TOUR = re.compile(
    r"\b(?:ends|concludes|finishes|completes|closes|wraps up|winds up|rounds off) (?:Q\d+ |the |this )(?:[a-zA-Z\d-]+ )*(?:tour|journey|trip|swing|travels|odyssey)$"
)
_LAST_STOP = re.compile(
    r"(?: (?:of|through|around|across) [^,;]{2,40}?)?(?: on)?(?: D\d+)? (?:in|with a (?:visit|stop|stay) (?:to|in)) (?:the )?[LC]\d"
)


def is_last_stop(match: Match[str], after: str) -> bool:
    """True for "she ends her tour in Y on Thursday", not for the end of a visit to one state."""
    return bool(_LAST_STOP.match(after) and _ENDS_TOUR.search(match.string, 0, match.end("noun")))


# "It will be the first time that a president of X has set foot in Y"
_WILL_BE_FIRST = re.compile(r"\bwill be (?:only )?the (?:first|second|last|O\d+) (?:time|occasion)\b[^,;]*$")
# "when X goes there, possibly next spring"
_PERHAPS = re.compile(
    r"[^;:,]{0,40} ,? ?(?:possibly|perhaps|maybe) (?:(?:on|in|at|by|during|before|as early as|as soon as) )?(?:the )?(?:[a-z]+ )?(?:of )?D\d"
)
# "was due to come in May; the floods put paid to that"
_THWARTED = re.compile(r"[;,] (?:but )?(?:[a-z]+ ){1,6}put paid to (?:it|that|this|the (?:trip|visit|plan|idea))\b")


def told_beyond(sentence: Sentence, match: Match[str], status: Status | None) -> Status | None:
    """What the words beside a verb of visiting make of it: "will be the first time that", "possibly in May", "the floods put paid to that"."""
    if status is Status.DONE:
        first = _WILL_BE_FIRST.search(sentence.coded, 0, match.start())
        return Status.PLANNED if first else None
    if status is not Status.PLANNED:
        return None
    if _PERHAPS.match(sentence.coded, match.end()):
        return Status.PROPOSED
    return Status.CANCELLED if _THWARTED.search(sentence.coded, match.end()) else None


# "Planned: state visit of X to Y (May)"
_LISTED = re.compile(
    r"(?:[-•*] )?(?:planned|scheduled|upcoming|forthcoming|expected|to come|coming up|ahead)(?: [a-z]+){0,2} :"
)


def is_listed(coded: str) -> bool:
    """True for an item of a list of what is to come."""
    return bool(_LISTED.match(coded))
