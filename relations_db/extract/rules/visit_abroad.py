"""Two who met in a third state or spoke on the telephone, as another sentence of the text tells: the scene of the text is not where they met."""

from __future__ import annotations

from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_who import people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.values import Basis, Visit

_TALKS_IN = re.compile(r"\b(?:met|talks|meeting|summit|talked|conferred)\b[^;:]*? (?:in|at) (?:the )?L(?P<at>\d+)")


def met_elsewhere(context: Context, persons: list[Entity], scene: Place) -> bool:
    """True where a sentence names all who meet and their talks in a place that is at home of none: a report of the same meeting says no place."""
    homes = {e.country for e in persons}
    wanted = {id(e) for e in persons}
    if len(wanted) < 2 or scene.country not in homes:
        return False
    for sentence in context.analysis.sentences:
        found = _TALKS_IN.search(sentence.coded)
        if found is None or context.state_of(sentence.units[int(found["at"])]) in {None, *homes}:
            continue
        pools = people(context, sentence, sentence.of("P", "H"))
        if wanted <= {id(e) for pool in pools for e in pool[:1]}:
            return True
    return False


def on_the_phone(context: Context, sentence: Sentence, persons: list[Entity]) -> bool:
    """True where the text has told of a call between those of whom it says that they "also talked about" something."""
    names = {e.name for e in persons}
    for earlier in context.analysis.sentences[: sentence.index]:
        if not _CALL.isdisjoint(earlier.words):
            heard = {e.name for n in earlier.of("P", "H", "G") for e in context.entities_at(earlier, n)[:2]}
            if len(heard & names) > 1:
                return True
    return False


_CALL = frozenset("phone phoned telephone telephoned telephonic videoconference videolink".split())


def where_told(context: Context, sentence: Sentence, at: int, actor: Entity) -> Place | None:
    """Where the sentence has somebody go before an offset: "X was in Y for talks with V"."""
    start = sentence.units[sentence.at(at)].start
    for told in context.told:
        claim, (basis, span) = told.claim, told.where.get("host", (Basis.FRAME, None))
        if told.sentence != sentence.index or not isinstance(claim, Visit) or told.notes.get("end"):
            continue
        if claim.leader == actor.name and basis is Basis.SAID and span and span[0] < start:
            return Place(claim.city, claim.host, Basis.SAID, span)
    return None
