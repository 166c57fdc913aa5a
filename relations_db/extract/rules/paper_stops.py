"""Papers of a tour: "In X, the president signed two accords. In Y, three documents were signed." each belong to their stop."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.paper_states import unit_state
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

# "In Y, ...", "while in Y he ...", "During the Y leg of the tour"
_STOP = re.compile(
    r"(?:^|[;:,] (?:(?:and|while|but|then|later|meanwhile) )?|\b(?:and|while) )(?:(?:then|later|next|meanwhile|earlier|also|,) )*"
    r"(?:(?:in|from) (?:the )?(?:[a-z]+ capital(?: ,)? (?:of )?)?|(?:during|on) (?:the |Q\d+ )?)(?P<stop>[LCA]\d+)(?! (?:'s|-) )(?P<leg> (?:leg|stage|stop|part|segment|portion)\b)?"
)
_CLOSED = re.compile(
    r"^(?:(?:on|in|during|at) (?:both|all|each|these|those)\b|both\b|(?:back )?(?:at )?home\b|back in\b)"
)
_REACH = 14  # sentences for which a stop goes on


def of_stop(context: Context, sentence: Sentence, at: int, said: list[str]) -> tuple[str, ...] | None:
    """The states of a paper whose act stands at an offset: the traveller's and the stop at which the text is; None where others are named."""
    tour = _tour(context)
    if tour is None:
        return None
    home, hosts = tour
    stop = _stop_at(context, sentence, at, home, hosts)
    if stop is None or stop == home or not set(said) <= {home, stop}:
        return None
    place = scene_at(context, sentence.index).place
    return tuple(sorted((home, stop))) if place is None or place.country in (home, stop) else None


def _tour(context: Context) -> tuple[str, set[str]] | None:
    """The state of the one traveller who is told to have been in more than one country, with these countries."""
    hosts: dict[tuple[str, str], set[str]] = {}
    for _, visit in context.visit_places:
        hosts.setdefault((visit.leader, visit.country), set()).add(visit.host)
    tours = {who: places for who, places in hosts.items() if len(places) > 1}
    homes = {country for _, country in tours}
    if len(homes) != 1:
        return None
    return homes.pop(), set().union(*tours.values())


def _stop_at(context: Context, sentence: Sentence, at: int, home: str, hosts: set[str]) -> str | None:
    """The stop told last before an offset, if no other state has been spoken of since."""
    sentences = context.analysis.sentences
    since: set[str] = set()
    for index in range(sentence.index, max(-1, sentence.index - _REACH), -1):
        told = sentences[index]
        high = at if index == sentence.index else len(told.coded)
        found = [m for m in _STOP.finditer(told.coded, 0, high) if m.group("stop")[0] != "A" or m.group("leg")]
        since |= set(context.states_in(told, told.at(found[-1].start("stop")) if found else 0))
        if found:
            number = int(found[-1].group("stop")[1:])
            state = unit_state(context, told, number)
            return state if state in hosts and since <= {state, home} else None
        if _CLOSED.match(told.coded) or len(since) > 2:
            return None
    return None
