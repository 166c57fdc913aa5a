"""Each person of a sentence with each foreign place in it, and what the trained judge of visits sees of the two.

Names never become features: the two stand as GUEST and PLACE, other things by their kind and by whose they are, so that what is learnt of one trip
holds for every other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from relations_db.extract.context import Context
from relations_db.language.analysis import Sentence, Unit
from relations_db.language.clauses import Clause
from relations_db.language.people import Entity

# A pronoun or adjective stands for the pair less well than a name: units of distance.
_FAR = {"H": 2, "G": 2, "Q": 4, "A": 3}
_NEGATIONS = frozenset(("not", "never", "no"))
_STOPS = frozenset((",", ";", ":", '"'))
_BEYOND = "#"


class Pair(NamedTuple):
    """A person and a place foreign to him: `unit` and `at` are their units in the sentence."""

    guest: Entity
    state: str
    unit: int
    at: int


def pairs(context: Context, sentence: Sentence) -> list[Pair]:
    """Each person with each foreign state of a sentence, by the two units that stand nearest to each other."""
    places = [(n, state) for n in sentence.of("L", "C", "A") if (state := context.state_of(sentence.units[n]))]
    if not places:
        return []
    best: dict[tuple[int, str], tuple[int, Pair]] = {}
    for unit, guest in _persons(context, sentence):
        for at, state in places:
            if state == guest.country:
                continue
            far = abs(unit - at) + sum(_FAR.get(sentence.units[n].code, 0) for n in (unit, at))
            key = id(guest), state
            if key not in best or far < best[key][0]:
                best[key] = far, Pair(guest, state, unit, at)
    return [pair for _, pair in best.values()]


def _persons(context: Context, sentence: Sentence) -> Iterator[tuple[int, Entity]]:
    for unit in sentence.of("P", "H", "G", "Q"):
        meant = context.entities_at(sentence, unit)
        for guest in meant if sentence.units[unit].code == "G" else meant[:1]:
            if guest.country:
                yield unit, guest


def features(context: Context, sentence: Sentence, pair: Pair) -> set[str]:
    """What the judge sees: the order and distance of the two, their neighbours, their parts in clauses, who else is there."""
    tokens = _tokens(context, sentence, pair)
    return {
        *_between(tokens, pair),
        *_beside(tokens, "guest", pair.unit),
        *_beside(tokens, "place", pair.at),
        *_around(context, sentence, pair, tokens),
        *_parts(context, sentence, pair, tokens),
    }


def _tokens(context: Context, sentence: Sentence, pair: Pair) -> list[str]:
    tokens = [_token(context, sentence, number, unit, pair) for number, unit in enumerate(sentence.units)]
    tokens[pair.unit], tokens[pair.at] = "GUEST", "PLACE"
    return tokens


def _token(context: Context, sentence: Sentence, number: int, unit: Unit, pair: Pair) -> str:
    """A word as it is; a name by its kind and by whose it is."""
    if unit.code in ("P", "H"):
        meant = context.entities_at(sentence, number)
        if meant and meant[0] is pair.guest:
            return "P.same"
        return "P" + _whose(meant[0].country if meant else None, pair)
    if unit.code in ("C", "L", "A"):
        return unit.code + _whose(context.state_of(unit), pair)
    return unit.code or unit.word


def _whose(state: str | None, pair: Pair) -> str:
    return ".host" if state == pair.state else ".home" if state == pair.guest.country else ""


def _between(tokens: list[str], pair: Pair) -> Iterator[str]:
    low, high = sorted((pair.unit, pair.at))
    order = ">" if pair.unit < pair.at else "<"
    inside = tokens[low + 1 : high]
    yield f"far{order}{min(6, (high - low) // 4)}"
    yield f"stops {min(3, sum(word in _STOPS for word in inside))}"
    for one, other in pairwise(inside):
        yield f"between{order}{one} {other}"
    if len(inside) <= 6:
        yield f"all between{order}{' '.join(inside)}"


def _beside(tokens: list[str], name: str, at: int) -> Iterator[str]:
    padded = [_BEYOND] * 3 + tokens + [_BEYOND] * 3
    here = at + 3
    for step in (-3, -2, -1, 1, 2, 3):
        yield f"{name}{step:+d} {padded[here + step]}"
    yield f"{name}+ {padded[here + 1]} {padded[here + 2]}"
    yield f"{name}- {padded[here - 2]} {padded[here - 1]}"


def _around(context: Context, sentence: Sentence, pair: Pair, tokens: list[str]) -> Iterator[str]:
    units, guest = sentence.units, pair.guest
    yield f"guest is {units[pair.unit].code}"
    yield f"place is {units[pair.at].code}"
    yield f"office {guest.office}{' once' if guest.former else ''}"
    yield from (f"with {word}" for word in set(tokens) if word[0] in "PCLAD" and (len(word) == 1 or word[1] == "."))
    states = {context.state_of(unit) for _, unit in sentence.things if unit.code in ("C", "L")}
    yield f"states {min(4, len(states - {None}))}"
    both = context.pair or ()
    yield f"of the pair {pair.state in both} {guest.country in both}"


def _parts(context: Context, sentence: Sentence, pair: Pair, tokens: list[str]) -> Iterator[str]:
    shared = False
    for clause in context.clauses(sentence):
        guest, place = _part(clause, pair.unit), _part(clause, pair.at)
        if guest and place:
            shared = True
            yield from _both(sentence, clause, guest, place, tokens)
        elif guest:
            yield from _one("guest", clause, guest, tokens)
        elif place:
            yield from _one("place", clause, place, tokens)
            if clause.subject:
                yield f"subject there {' '.join(tokens[n] for n in clause.subject[:2])}"
    if not shared:
        yield "no clause of both"


def _both(sentence: Sentence, clause: Clause, guest: str, place: str, tokens: list[str]) -> Iterator[str]:
    yield f"parts {guest} {place}"
    yield f"parts {guest} {place} {clause.lemma}"
    yield f"guest {guest.split(':')[0]} {clause.lemma}"
    yield f"place {place.split('/')[0]} {clause.lemma}"
    yield f"group {_group(clause, tokens)}"
    yield f"form {clause.link} {clause.form} {_negated(clause, tokens)}"
    if clause.passive:
        yield f"passive {guest} {place}"
    yield from (f"object {sentence.units[o.head].code or sentence.units[o.head].word}" for o in clause.objects)


def _one(name: str, clause: Clause, part: str, tokens: list[str]) -> Iterator[str]:
    yield f"{name} alone {part}"
    yield f"{name} alone {part.split(':')[0] if name == 'guest' else part} {clause.lemma}"
    yield f"{name} group {_group(clause, tokens)} {_negated(clause, tokens)}"
    yield f"{name} link {clause.link}"


def _group(clause: Clause, tokens: list[str]) -> str:
    return " ".join(tokens[clause.verb.start : clause.verb.end - 1])


def _negated(clause: Clause, tokens: list[str]) -> bool:
    return "not" in clause.adverbs or not _NEGATIONS.isdisjoint(tokens[clause.verb.start : clause.verb.end])


def _part(clause: Clause, unit: int) -> str:
    """What a unit is in a clause: its subject, owner of the subject, object, or in a phrase; "" where it is nothing."""
    if unit in clause.subject:
        return "subject"
    if unit in clause.carriers:
        return "carrier"
    for chunk in clause.objects:
        if chunk.start <= unit < chunk.end:
            return "object" if chunk.head == unit else "in object"
    for phrase in clause.phrases:
        if phrase.start <= unit < phrase.noun.end:
            head = "phrase" if phrase.noun.head == unit else "in phrase"
            return f"{head}:{phrase.prep}{'' if phrase.of_noun is None else '/noun'}"
    return f"antecedent:{clause.mark} {clause.with_relative}" if clause.antecedent == unit else ""
