"""Levels told of several states at once: "strategic partners of Japan (2010) and Korea (2021)", "Peru followed in 2019"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from relations_db.extract.context import Context
from relations_db.extract.rules.paper_states import states_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_OPENED = re.compile(
    r"(?: \")?(?: in (?:the )?[a-zB\d]+(?: [a-z]+)? (?:are|include|were|was|is|:))?(?: (?:which|that) (?:it|he|she|[PCHL]\d+) [a-z]+)?"
)
_PARTER = re.compile(
    r"(?: ,| ;)?(?: (?:and|as well as|then|followed by|before|later|also|finally|lastly|most recently))*"
)
_DATED = r" \( (?:[a-z]+ )?D(?P<bracket>\d+)[^()]{0,40}\)|(?: ,)? (?:in|since|from|as of|on|as early as|back in) (?:[a-z]+ )?D(?P<said>\d+)| , D(?P<bare>\d+)(?= [,;.]| and )"
_ITEM = re.compile(
    rf"(?: (?:with|of|to|for|by))?(?: (?:the|neighbou?ring|both))* (?P<state>[CLA]\d++)(?! 's)(?:{_DATED})?"
)
_DATE_FIRST = re.compile(r"(?: (?:in|since|on))? D(?P<said>\d+) (?:with|of|by|for) (?:the )?(?P<state>[CL]\d+)")
_NOT_TOLD = re.compile(
    r"\b(?:no|not|never|without|if|unless|would|could|may|might|should|will|plans?|hopes?|wants?|seeks?|to) (?:[a-z]+ ){0,4}$"
)
_PAPERS = re.compile(
    r"\b(?P<noun>joint declarations|declarations|joint statements|treaties|agreements) (?:of|on|about|establishing) (?:an? |the )?$"
)
_FORMS = {"joint declarations": "joint_declaration", "declarations": "declaration", "joint statements": "joint_statement", "treaties": "treaty", "agreements": "agreement"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """One partner of a list: its state, the unit of its date, the form of the document."""

    state: str
    date: int
    form: str


def listed(context: Context, sentence: Sentence, start: int, end: int) -> tuple[str, list[Listed]] | None:
    """The state that a list of partners after a label at `start..end` belongs to, and the partners with their dates."""
    before = sentence.coded[:start]
    if _NOT_TOLD.search(before):
        return None
    found = list(_items(context, sentence, start, end))
    states = [state for state, _ in found]
    if len(found) < 2 or len(set(states)) < len(found):
        return None
    told = [s for s in states_at(context, sentence, 0, sentence.at(start), 2) if s not in states]
    hub = told[0] if len(told) == 1 else context.weights.most_common(1)[0][0] if not told else None
    if hub is None or hub in states:
        return None
    papers = _PAPERS.search(before)
    form = _FORMS[papers.group("noun")] if papers else "other"
    return hub, [Listed(state, date, form) for state, date in found]


_LED = re.compile(
    r"(?:^|[;:,] |\band )(?:in|on) D(?P<date>\d+)(?: ,)? [^;:]{0,50}\b(?:concluded|formed|established|signed|forged|entered into|launched|sealed|agreed on|set up) (?:new )?$"
)


def _items(context: Context, sentence: Sentence, start: int, at: int) -> Iterator[tuple[str, int]]:
    """The states after a label with their dates; a date stands for all states since the last."""
    coded = sentence.coded
    opened = _OPENED.match(coded, at)
    at = opened.end() if opened else at
    waiting: list[str] = []
    told = _LED.search(coded, max(0, start - 80), start)
    while match := _DATE_FIRST.match(coded, at) or _ITEM.match(coded, at):
        state = context.state_of(sentence.unit(match.group("state")))
        if state is None:
            return
        waiting.append(state)
        if date := next((d for name, d in match.groupdict().items() if name != "state" and d), None):
            yield from ((told, int(date)) for told in waiting)
            waiting = []
        parted = _PARTER.match(coded, match.end())
        if parted is None or parted.end() == match.end():
            break
        at = parted.end()
    if told and len(waiting) > 1:
        yield from ((state, int(told.group("date"))) for state in waiting)


FOLLOWER = re.compile(
    r"(?:^|[;:,] |\band )(?:the )?(?P<state>[CL]\d+)(?: ,)? (?:followed(?: suit)?|came (?:next|later|last|first)|was (?:next|the (?:next|first|last|latest))|did (?:so|the same|likewise)|joined (?:them|the (?:list|club|circle|ranks))|received the same (?:rank|status|title))"
    r"(?: ,)?(?: (?:in|on|as early as|only in))? D(?P<date>\d+)"
    r"|\b(?:with|for) (?:the )?(?P<other>[CL]\d+)(?: ,)? (?:(?:the|that|this) (?:same )?(?:step|move|rank|upgrade|level|jump) (?:was|followed|came|had|has)|it (?:was|took|followed|came|happened))[^;:]{0,60}? D(?P<day>\d+)"
)


_AND_THEN = re.compile(
    r"(?: ,)?(?: (?:and|then|finally))*(?: the)? (?P<state>[CL]\d+)(?: (?:in|on|came in))? D(?P<date>\d+)(?= [.,;]| and |$)"
)


def followers(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[tuple[str, int]]:
    """The states that got the level told before, with the units of their dates: "Peru followed in July 2019, Chile in 2020"."""
    state = context.state_of(sentence.unit(match.group("state") or match.group("other")))
    if state is None:
        return
    yield state, int(match.group("date") or match.group("day"))
    more = _AND_THEN.match(sentence.coded, match.end())
    while more and (state := context.state_of(sentence.unit(more["state"]))):
        yield state, int(more["date"])
        more = _AND_THEN.match(sentence.coded, more.end())
