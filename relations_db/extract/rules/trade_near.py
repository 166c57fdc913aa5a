"""Which two states a text tells of around a sentence on trade: in its paragraph before, in the sentence after, where a leader is."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.topics import Pair
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

MUTUAL = re.compile(
    r"\b(?:bilateral|mutual|two-way|reciprocal|each other|one another|between (?:them|G\d+|their)|our|G\d+|both|the two|neighbou?rs?|the pair)\b"
)


def report_home(context: Context) -> str | None:
    """The state on whose whole trade a text reports ("A's foreign trade came to M"), so that its partners are told without it."""
    return next((t.source for t in reversed(context.trade_topics) if not t.parties and t.source), None)


def pair_of(a: str, b: str) -> Pair:
    return (min(a, b), max(a, b))


def all_states(context: Context, sentence: Sentence, first: int = 0, last: int | None = None) -> list[str]:
    """The states of a stretch of units, with those inside a group or a person's title ("the presidents of A and B")."""
    last = len(sentence.units) if last is None else last
    found = context.states_in(sentence, first, last)
    for number, unit in sentence.things:
        if first <= number < last and unit.code in ("P", "G"):
            inside = [
                h.values[0]
                for h in context.analysis.hits
                if unit.start <= h.start < unit.end and h.kind in ("country", "adjective")
            ]
            found += [s for s in dict.fromkeys(inside) if s not in found] if len(inside) > 1 else []
    return found


def told_pair(context: Context, sentence: Sentence) -> Pair | None:
    """The two states of the nearest sentence before, in its paragraph, that names just two (pronouns name none)."""
    for index in range(sentence.index - 1, -1, -1):
        earlier = context.analysis.sentences[index]
        if earlier.paragraph != sentence.paragraph:
            break
        told = {context.state_of(u) for _, u in earlier.things if u.code in ("P", "C", "A")} - {None}
        if len(told) == 2 and (told == set(context.pair or ()) or not context.is_over(sentence, index)):
            return pair_of(*(s for s in told if s))
    return None


def nearby(context: Context, sentence: Sentence) -> Pair | None:
    """The last two states told before a sentence in its paragraph, the nearest sentence with a pair first."""
    seen: list[str] = []
    for states in states_before(context, sentence):
        seen += [s for s in states if s not in seen]
        if len(states) == 2 and len(seen) == 2:
            return pair_of(*states)
        if len(seen) >= 2:
            return tuple(context.pair) if context.pair and set(context.pair) <= set(seen) else pair_of(*seen[:2])
    if len(seen) == 1 and context.pair and seen[0] in context.pair:
        return context.pair
    return None


def states_before(context: Context, sentence: Sentence) -> list[list[str]]:
    """States of the sentences before in the same paragraph, nearest first."""
    found = []
    for index in range(sentence.index - 1, -1, -1):
        earlier = context.analysis.sentences[index]
        if earlier.paragraph != sentence.paragraph:
            break
        states = all_states(context, earlier)
        if set(states) <= set(context.pair or ()) or not context.is_over(sentence, index):
            found.append(states)
    return found


def next_pair(context: Context, sentence: Sentence) -> Pair | None:
    """The two states that the next sentence of a paragraph names, where nothing before it names any."""
    following = context.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].paragraph != sentence.paragraph or not MUTUAL.search(sentence.coded):
        return None
    states = context.states_in(following[0])
    return pair_of(*states) if len(states) == 2 else None


_ABROAD = re.compile(r"\b(?:in|to|from|visiting|visited|reached) (L\d+)\b")


def where_he_is(context: Context, sentence: Sentence, state: str) -> Pair | None:
    """The state in whose city a leader of `state` is told to be in the sentence: "the King of A will find in L a partner"."""
    leads = any(context.state_of(sentence.units[n]) == state for n in sentence.of("P"))
    places = {context.state_of(sentence.unit(m.group(1))) for m in _ABROAD.finditer(sentence.coded)} - {None, state}
    other = places.pop() if leads and len(places) == 1 else None
    return pair_of(state, other) if other else None


def dominates(context: Context) -> bool:
    """True where no third state comes near the two leading ones."""
    top = context.weights.most_common(3)
    return len(top) < 3 or top[2][1] * 2 <= top[1][1]
