"""Visits that no rule has read and the trained judge sees: a person and a foreign place in one sentence."""

from __future__ import annotations

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context
from relations_db.extract.learnt.judge import probability
from relations_db.extract.learnt.visit_pairs import Pair, features, pairs
from relations_db.extract.rules.visit_clause_realis import clause_realis, tells_of_old
from relations_db.extract.rules.visit_kinds import local_kind
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_realis import NONE_PLANNED
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_words import ABSENT, LIFE, STAYS
from relations_db.extract.together import is_of_markets
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.realis import Realis
from relations_db.values import Status, Visit

RULE = "visit-learnt"
THRESHOLD = 0.6  # of what it adds above this to unseen articles three of four are right (decision 10)


def learnt_visits(context: Context, told: list[Candidate]) -> list[Candidate]:
    """Candidates for guests and hosts of whom `told` has no visit; none in general news, of which the judge has learnt nothing."""
    if is_of_markets(context):
        return []
    known = {(c.claim.leader, c.claim.host) for c in told if isinstance(c.claim, Visit)}
    gone = {(c.sentence, c.claim.host, c.claim.leader) for c in context.told if isinstance(c.claim, Visit)}
    found: list[Candidate] = []
    for sentence in context.analysis.sentences:
        if REMOTE.search(sentence) or NONE_PLANNED.search(sentence.coded):
            continue
        for pair in pairs(context, sentence):
            if (pair.guest.name, pair.state) in known or _left(sentence, pair) or _of_others(context, sentence, pair):
                continue
            alone = sentence.of("P", "H") == [pair.unit] and sentence.units[pair.unit].code == "H"
            others = context.entities_at(sentence, pair.unit)[1:] if alone else []
            if any((sentence.index, pair.state, e.name) in gone for e in others):
                continue  # "he left for Y": a rule knows whom it means
            if probability("visits", features(context, sentence, pair)) > THRESHOLD:
                found += _candidates(context, sentence, pair)
    return found


_SPOKEN_TO = re.compile(r"\b(?:told|tells|asked|urged|warned|thanked|informed|wrote to|appealed to) (?:the )?$")

# "a ceasefire in Y", "at loggerheads with Y", "ties with Y": what one speaks of or deals with, nobody's stay
_AT_ODDS = re.compile(
    r"\b(?:ceasefires?|truces?|wars?|conflicts?|fighting|violence|crisis|situation|elections?|coup|troops|forces|bases?|operations?|offensive|unrest|protests?|attacks?|killings?|massacre|bloodshed|hostilities|bombardment) (?:in|on|against) (?:the )?$|\b(?:odds|loggerheads|row|quarrel|feud|dispute|spat|rift|standoff|friction|tensions?|ties|relations|relationship|links|bonds|rapprochement|close|closer|friendly|popular|allied|aligned) (?:with|to) (?:the )?$"
)

_FORCES = re.compile(
    r"A\d+ (?:[a-z-]+ ){0,2}?(?:troops|soldiers|forces|personnel|army|navy|soil|companies|firms|workers|tourists)\b"
)


def _left(sentence: Sentence, pair: Pair) -> bool:
    """True for the place that somebody comes from or is on his way to, and for a seat of power that is spoken to: rules tell of the stop, if any."""
    before = sentence.coded[: sentence.offsets[pair.at]]
    thing = sentence.units[pair.at].thing
    seat = getattr(thing, "kind", "") == "seat" and bool(_SPOKEN_TO.search(before))
    if sentence.units[pair.at].code == "A" and _FORCES.match(sentence.coded, sentence.offsets[pair.at]):
        return True
    return (
        seat
        or bool(_AT_ODDS.search(before))
        or before.endswith(("from ", "from the ", " way to ", " way to the ", " route to "))
    )


def _of_others(context: Context, sentence: Sentence, pair: Pair) -> bool:
    """True where the guest has a place of his own beside him ("with V in Z"), and for the place of what states have signed."""
    owner = _GAP.search(sentence.coded, max(0, sentence.offsets[pair.at] - 60), sentence.offsets[pair.at])
    if owner and int(owner.group(1)) != pair.unit:
        return True  # "X flew to Y and V to Z"
    own = _BESIDE.match(sentence.coded, sentence.offsets[pair.unit])
    if own and context.state_of(sentence.units[int(own.group(1))]) != pair.state:
        return True
    if _in_quotes(sentence, pair):
        return True
    clause = context.clause_at(sentence, pair.at)
    if clause is not None and (
        clause.lemma in LIFE or tells_of_old(context, sentence, clause) or _moves_other(context, sentence, clause, pair)
    ):
        return True
    if clause is None or clause.mark not in ("that", "which") or pair.unit in clause.subject or clause.holds(pair.unit):
        return False
    return bool(clause.subject) and all(sentence.units[n].code in ("G", "C") for n in clause.subject)


_GOING = frozenset(
    "go come travel fly drive sail journey proceed return continue head arrive land leave depart move walk ride".split()
)


_PAYING = ("make", "pay", "undertake")


def _in_quotes(sentence: Sentence, pair: Pair) -> bool:
    """True for a place that stands in quoted words beside which the guest is named: called it "a road from V to Y"."""
    low, high = sorted((sentence.offsets[pair.unit], sentence.offsets[pair.at]))
    opened = sentence.coded.count('"', 0, sentence.offsets[pair.at]) % 2
    return bool(opened) and '"' in sentence.coded[low:high]


def _moves_other(context: Context, sentence: Sentence, clause: Clause, pair: Pair) -> bool:
    """True for the goal of somebody else: "before the visitor left for Y, X told reporters", "lorries that drive to Y"."""
    if clause.lemma in ("send", "dispatch") and not clause.passive:
        return any(pair.guest in context.entities_at(sentence, n) for n in clause.subject)
    goes = clause.lemma in _GOING or (
        clause.lemma in _PAYING and any(sentence.units[o.head].word in STAYS for o in clause.objects)
    )
    if not goes or clause.passive or not clause.subject or clause.link == "rel":
        return False
    if pair.unit in (*clause.subject, *clause.carriers) or clause.holds(pair.unit):
        return False
    if sentence.coded.endswith(
        ("led by ", "headed by ", "led by the ", "headed by the "), 0, sentence.offsets[pair.unit]
    ):
        return False
    return not any(pair.guest in context.entities_at(sentence, n) for n in (*clause.subject, *clause.carriers))


_GAP = re.compile(
    r" (?:and|while|,|;|but) (?:(?:the )?[AC]\d+ (?:'s )?)?P(\d+)(?: of (?:the )?C\d+)?(?: ,)? to (?:the )?$"
)
_BESIDE = re.compile(r"P\d+ in (?:the )?[LC](\d+)")


def _candidates(context: Context, sentence: Sentence, pair: Pair) -> list[Candidate]:
    clause = _clause_of(context, sentence, pair)
    if clause and clause.lemma in ABSENT:
        return []
    realis = clause_realis(context, sentence, clause) if clause else Realis(Status.DONE)
    place = place_at(context, sentence, pair.at)
    start = sentence.offsets[pair.at]
    end = start + len(f"{sentence.units[pair.at].code}{pair.at}")
    when = visit_when(context, sentence, end, realis)
    kind = local_kind(sentence, end, 0, len(sentence.coded))
    return make_each(context, sentence, RULE, [pair.guest], place, kind, when, realis, weak=True)


def _clause_of(context: Context, sentence: Sentence, pair: Pair) -> Clause | None:
    """The clause that holds both, else the one of the place, else that of the guest."""
    of_place = context.clause_at(sentence, pair.at)
    if of_place and (pair.unit in of_place.subject or of_place.holds(pair.unit)):
        return of_place
    of_guest = next((c for c in context.clauses(sentence) if pair.unit in c.subject), None)
    return of_guest or of_place
