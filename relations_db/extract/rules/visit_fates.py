"""What is done to a visit: it is planned, weighed, put off, denied; from the clause whose object, or whose subject in the passive, it is."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_cancels import made_after_all
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.realis import Realis
from relations_db.values import Status

_PLAN = frozenset("plan schedule announce confirm arrange fix prepare choose await expect set agree book organise organize slate pencil finalise finalize".split())  # fmt: skip
_WEIGH = frozenset("weigh consider mull contemplate ponder propose suggest seek explore envisage envision desire moot float".split())  # fmt: skip
_DROP = frozenset("postpone cancel defer delay shelve scrap axe scrub abandon suspend drop forgo forego skip miss sacrifice cost".split())  # fmt: skip
# ... and those that mean it with a particle
_DROP_WITH = {"call": "off", "put": "off|back", "push": "back", "give": "up", "break": "off", "set": "back|aside", "strike": "off|out"}  # fmt: skip
_MOVE = frozenset("move shift reschedule transfer advance bring put push".split())
_TO_DAY = re.compile(r"\b(?:to|until|till|for) (?:the )?(?:[a-z]+ (?:of )?)?D\d")
_FAIL = re.compile(r" (?:now |already |once again )?(?:off(?! to\b)|through|apart|victim|to nothing)\b")
_CAME_TO_GRIEF = frozenset("be fall come collapse founder".split())


def fate_of(context: Context, sentence: Sentence, noun: int) -> Realis | None:
    """Realis of the visit noun at a unit from what is done to it; none where nothing is."""
    for clause in context.clauses(sentence):
        acted = any(o.start <= noun < o.end for o in clause.objects) and not clause.passive
        suffered = noun in clause.subject and clause.passive
        if acted or suffered:
            if (fate := _fate(context, sentence, clause)) is not None:
                return fate
        elif noun in clause.subject and clause.lemma in _CAME_TO_GRIEF and _fails(context, sentence, clause):
            return Realis(Status.CANCELLED)
    return None


_OF_TRAVEL = frozenset("leave depart go come travel fly arrive pay make begin start undertake conduct embark set head return land".split())  # fmt: skip


def travel_of(context: Context, sentence: Sentence, noun: int) -> Realis | None:
    """Realis of the verb of travel of which a visit is the object or the purpose: "will leave on Saturday for a visit to Y"."""
    clause = context.clause_at(sentence, noun)
    if clause is None or clause.lemma not in _OF_TRAVEL or clause.verb.start > noun:
        return None
    purpose = any(p.prep in ("for", "on") and p.start <= noun < p.noun.end for p in clause.phrases)
    if clause.lemma == "return" and not purpose:
        return None  # "to return X's visit"
    if not purpose and not any(o.start <= noun < o.end for o in clause.objects):
        return None
    told = clause_realis(context, sentence, clause)
    return told if told.status in (Status.PLANNED, Status.PROPOSED, Status.CANCELLED) else None


def _fate(context: Context, sentence: Sentence, clause: Clause) -> Realis | None:
    lemma = clause.lemma
    told = clause_realis(context, sentence, clause)
    if told.status is None:
        return None
    if lemma == "rule" and _after(sentence, clause).startswith(" out"):
        return Realis(None, reason="denied")
    if lemma in _WEIGH:
        return Realis(Status.PROPOSED)
    if _drops(sentence, clause):
        return (
            None
            if told.status is Status.PROPOSED or made_after_all(context, sentence, clause)
            else Realis(Status.CANCELLED)
        )
    if lemma in _MOVE and _TO_DAY.search(_after(sentence, clause, 90)):
        return Realis(Status.CANCELLED)  # on the old day
    if lemma in ("announce", "confirm") and clause.link == "sub" and clause.mark in ("when", "after", "since"):
        return None  # "..., it said when it announced the trip": a look back
    return Realis(Status.PLANNED) if lemma in _PLAN and told.status is Status.DONE and not told.background else None


def _drops(sentence: Sentence, clause: Clause) -> bool:
    if clause.lemma in _DROP:
        return True
    particle = _DROP_WITH.get(clause.lemma)
    return particle is not None and bool(re.match(rf" (?:D\d+ )?(?:{particle})\b", _after(sentence, clause)))


def _after(sentence: Sentence, clause: Clause, length: int = 30) -> str:
    low = sentence.offsets[clause.verb.head] + len(sentence.units[clause.verb.head].word)
    return sentence.coded[low : low + length]


def _fails(context: Context, sentence: Sentence, clause: Clause) -> bool:
    """ "Was off", "fell through", "came to nothing"."""
    told = clause_realis(context, sentence, clause)
    if told.status is not Status.DONE:
        return False
    return clause.lemma in ("collapse", "founder") or bool(_FAIL.match(_after(sentence, clause)))
