""" "The visit, which runs until Wednesday", "he stays until the 25th", "it began yesterday": how long the stay just told lasts."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_ends import stay_of
from relations_db.extract.rules.visit_lengths import length_of
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_phases import NO_PHASE, STAY_NOUNS, stay_phase
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

LASTED = re.compile(
    r"\b(?P<verb>stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|lasts?|lasted|lasting|runs?|ran|ends?|ended|ending|concludes?|concluded|close[sd]?|finish(?:es|ed)|winds up|wound up|wraps up|wrapped up|continues?|continued|extends?|extended|going|goes|there|(?:be|is) over|(?<=\bit )(?:began|begins|started|starts|opened))\b"
)


def lasted(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The visit, which runs until Wednesday", "he stays until the 25th", "she stayed three days": how long the stay just told lasts."""
    unit = sentence.at(match.start())
    clause = next((c for c in context.clauses(sentence) if unit == c.verb.head or _is_there(c, match)), None)
    phase = stay_phase(context, sentence, clause) if clause and _of_a_stay(sentence, clause) else NO_PHASE
    if not _of_its_begin(context, sentence, match):
        return []
    if clause is None or not phase.told or (phase.last.date and phase.last.date.day is None):
        return []
    if clause.mark == "whose" and " 's " in _stretch(sentence, clause):
        return []  # "whose brother's visit"
    owned = _whose(context, sentence, clause)
    guest, place = owned or _told_stay(context, sentence, match, clause)
    if guest is None or place is None or place.country == guest.country:
        return []
    status = _status_told(context, guest, place)
    if status is None and any(sentence.units[n].code in ("P", "H") for n in clause.subject):
        return []
    notes = {
        "length": phase.length or (_length_before(sentence, clause) if owned else 0),
        "arrival": int(phase.first.date is not None),
        "end": int(phase.last.date is not None),
    }
    first = phase.last if _is_of_tour(sentence, clause) and place.basis is Basis.SAID else phase.first
    return make_each(
        context, sentence, "visit-lasted", [guest], place, "unspecified", first, Realis(status or Status.DONE), notes, weak=True, ended=phase.last
    )  # fmt: skip


def _of_a_stay(sentence: Sentence, clause: Clause) -> bool:
    """True where a person stays, or a visit, "which" or "it" goes on."""
    told = sentence.units[clause.antecedent].word if clause.link == "rel" and clause.antecedent is not None else ""
    if told in ("tour", "swing", "travels"):
        return False  # its last day is that of its last stop
    if not clause.subject or clause.link == "rel":
        return True
    unit = sentence.units[clause.subject[0]]
    return unit.code in ("P", "H") or unit.word in STAY_NOUNS or unit.word == "it"


def _of_its_begin(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    """False for "it began on Monday" where the words before do not speak of a visit, or last of something else."""
    before = sentence.coded[: match.start()]
    head = _IT.match(before)
    if not match.group("verb").startswith(("beg", "start", "opened")) and not head:
        return True
    earlier = context.analysis.sentences[sentence.index - 1].coded if sentence.index else ""
    told = [m.group() for m in _A_VISIT.finditer(earlier if head else before)]
    return bool(told) and told[-1] in STAY_NOUNS


_IT = re.compile(r"it (?:(?:is|was|will|to|due|expected|scheduled|set) )*$")
_A_VISIT = re.compile(
    r"\b(?:visit|trip|stay|tour|summit|forum|conference|congress|session|meeting|exhibition|exhibitions|festival|fair|exercises?|ceasefire|truce|agreement|crisis|war)\b"
)


def _whose(context: Context, sentence: Sentence, clause: Clause) -> tuple[Entity, Place] | None:
    """The guest of "met X, whose four-day visit ended on Monday", and where he was: in the visit told of him, else with those whom the sentence names."""
    if clause.mark != "whose" or clause.antecedent is None or sentence.units[clause.antecedent].code != "P":
        return None
    pools = people(context, sentence, [clause.antecedent])
    guest = pools[0][0] if pools and pools[0] else None
    if guest is None or not any(sentence.units[n].word in STAY_NOUNS for n in clause.subject):
        return None
    told = [c.claim for c in context.told if isinstance(c.claim, Visit) and c.claim.leader == guest.name]
    hosts = {v.host for v in told if v.status is Status.DONE}
    if not hosts:
        others = [pool[0].country for pool in people(context, sentence, sentence.of("P", "H")) if pool]
        hosts = {state for state in others if state and state != guest.country}
    return (guest, Place(None, hosts.pop(), Basis.FRAME)) if len(hosts) == 1 else None


def _length_before(sentence: Sentence, clause: Clause) -> int:
    """The length of a stay told before its noun: "whose four-day visit ended"."""
    return length_of(_stretch(sentence, clause), sentence) or 0


def _stretch(sentence: Sentence, clause: Clause) -> str:
    return sentence.coded[sentence.offsets[clause.antecedent or 0] : sentence.offsets[clause.verb.start]]


def _is_there(clause: Clause, match: Match[str]) -> bool:
    return match.group("verb") == "there" and clause.lemma == "be" and "there" in clause.adverbs


def _is_of_tour(sentence: Sentence, clause: Clause) -> bool:
    """True for "the tour ends in Y": with the stay there."""
    return not clause.link and bool(clause.subject) and sentence.units[clause.subject[0]].word in _TOURS


_TOURS = frozenset(("tour", "journey", "trip", "swing", "travels"))


def _told_stay(
    context: Context, sentence: Sentence, match: Match[str], clause: Clause
) -> tuple[Entity | None, Place | None]:
    """Whose stay a clause is about, and where: its subject's, else that of the visit told last."""
    acting = [n for n in clause.subject if sentence.units[n].code in ("P", "H")]
    numbers = acting or [n for n in sentence.of("H", "P") if sentence.offsets[n] <= match.end()][:1]
    pools = people(context, sentence, numbers[:1])
    guest = pools[0][0] if pools else context.guest
    if guest is not None and guest.country == context.host and context.guest:
        guest = context.guest
    said = next((p.noun.head for p in clause.phrases if p.prep in ("in", "at") and sentence.units[p.noun.head].code in ("L", "C")), None)  # fmt: skip
    if guest and (acting or _is_of_tour(sentence, clause)) and said is not None:
        return guest, place_at(context, sentence, said)
    if guest and not clause.link and not acting:
        before = [c.claim for c in context.told if c.sentence == sentence.index - 1 and isinstance(c.claim, Visit)]
        hosts = {v.host for v in before if v.leader == guest.name}
        if len(hosts) == 1:
            return guest, Place(None, hosts.pop(), Basis.FRAME)
    return guest, stay_of(context, sentence, match.start(), guest) if guest else None


def _status_told(context: Context, guest: Entity, place: Place) -> Status | None:
    """The status of the stay whose length is told; none where no such stay is."""
    told = (c.claim for c in reversed(context.told) if isinstance(c.claim, Visit))
    status = next((v.status for v in told if (v.leader, v.host) == (guest.name, place.country)), None)
    return status if status in (Status.PLANNED, None) else Status.DONE
