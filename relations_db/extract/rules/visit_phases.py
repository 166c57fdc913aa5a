"""What a sentence says of a visit as such: that it begins, lasts, enters its third day, ends or is off; from the clauses whose subject is the visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_lengths import length_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.dates import Dated
from relations_db.language.realis import Realis
from relations_db.values import PartialDate, Status

STAY_NOUNS = frozenset(
    "visit trip tour stay journey stopover mission sojourn layover stop pilgrimage voyage days".split()
)
_BEGIN = frozenset("begin start open commence kick launch get".split())
_END = frozenset("end conclude close finish wind expire wrap".split())
_LAST = frozenset("last run continue extend stretch go remain span".split())
_STAYS = frozenset("stay remain linger".split())
_HOLDS = frozenset("stand hold".split())
_DROP = frozenset("postpone cancel put call drop scrap shelve defer abandon delay suspend withdraw axe scrub".split())
_SET = frozenset("plan schedule set fix expect slate pencil pencill time announce bill mean".split())


@dataclass(frozen=True, slots=True)
class Phase:
    """The days and the realis that the clauses about a visit give; `length` in days, 0 where not told."""

    first: When = UNKNOWN
    last: When = UNKNOWN
    length: int = 0
    realis: Realis | None = None

    @property
    def told(self) -> bool:
        return bool(self.first.date or self.last.date or self.length)

    def notes(self, of_noun: dict[str, int]) -> dict[str, int]:
        """The notes on a stay, with what its verb adds to its noun."""
        if not self.told:
            return of_noun
        begun = of_noun["arrival"] or self.first.date is not None
        return of_noun | {"length": self.length or of_noun["length"], "arrival": int(begun)}


NO_PHASE = Phase()


def phase_of(context: Context, sentence: Sentence, noun: int) -> Phase:
    """What the clauses whose subject is the visit noun at a unit tell of it."""
    found = NO_PHASE
    for clause in context.clauses(sentence):
        of_it = _taken_up if clause.link == "rel" else _resumed
        if noun in clause.subject or of_it(sentence, noun, clause):
            found = _and(found, _of_clause(context, sentence, clause))
    return found


_OF_IT = re.compile(
    r"(?:(?: ,)? (?:to|of|by|in|from|for) (?:the )?(?:[a-z]+ )?(?:[A-Z]\d+ )?(?:of (?:the )?)?[A-Z]\d+)+ ?,? ?(?:which|that)?"
)


def _taken_up(sentence: Sentence, noun: int, clause: Clause) -> bool:
    """True where "which" stands behind the places and persons of the visit noun: "the visit of X to Y , which began"."""
    if clause.mark not in ("which", "that") or not clause.subject or not noun < clause.subject[0] < clause.verb.start:
        return False
    low = sentence.offsets[noun] + len(sentence.units[noun].word)
    return bool(_OF_IT.match(sentence.coded[low : sentence.offsets[clause.verb.start]]))


_PAID = re.compile(
    r" (?:(?:that|which) )?(?:the )?[PH]\d+ (?:of (?:the )?C\d+ )?(?:is|was|will|would|has|had|made|paid) [^,;]*$"
)


def _resumed(sentence: Sentence, noun: int, clause: Clause) -> bool:
    """True for a verb without a subject behind the clause that says who pays the visit: "the visit that X is to pay to Y opens"."""
    if clause.subject or clause.form != "finite" or noun > clause.verb.start:
        return False
    low = sentence.offsets[noun] + len(sentence.units[noun].word)
    return bool(_PAID.match(sentence.coded[low : sentence.offsets[clause.verb.start]]))


def stay_phase(context: Context, sentence: Sentence, clause: Clause) -> Phase:
    """How long and until when the subject of a clause stays, or the visit told before goes on."""
    over = clause.lemma == "be" and _tail(sentence, clause).startswith(" over ")
    if (clause.lemma in _STAYS or clause.lemma == "be") and not over:
        realis = clause_realis(context, sentence, clause)
        if realis.status is None:
            return NO_PHASE
        ahead = realis.status in (Status.PLANNED, Status.PROPOSED)
        first, last = _days(context, sentence, clause, "last", ahead)
        tail = _tail(sentence, clause)
        return Phase(first, last, length_of(tail, sentence) or int(clause.lemma in _STAYS and bool(_A_DAY.match(tail))))
    its = bool(clause.subject) and sentence.units[clause.subject[0]].word == "it"
    kinds = ("last", "end", "begin") if its else ("last", "end")
    return _of_clause(context, sentence, clause) if _kind_of(sentence, clause) in kinds else NO_PHASE


def _and(one: Phase, other: Phase) -> Phase:
    return Phase(
        one.first if one.first.date else other.first,
        one.last if one.last.date else other.last,
        one.length or other.length,
        other.realis or one.realis,
    )


def _of_clause(context: Context, sentence: Sentence, clause: Clause) -> Phase:
    kind = _kind_of(sentence, clause)
    if kind is None:
        return NO_PHASE
    realis = clause_realis(context, sentence, clause)
    status = realis.status
    if kind == "set" and status is Status.DONE:
        realis = Realis(Status.PLANNED)  # planned for a day; whether it came about is told elsewhere
    if kind == "hold":
        dated = re.search(r"D\d+ 's (?:[a-z-]+ ){0,3}(?:visit|trip)\b", sentence.coded)
        return Phase(realis=Realis(Status.PLANNED)) if dated and status is Status.DONE else NO_PHASE
    ahead = realis.status in (Status.PLANNED, Status.PROPOSED)
    first, last = _days(context, sentence, clause, kind, ahead)
    length = 0
    tail = _tail(sentence, clause)
    if kind == "last":
        length = length_of(tail, sentence) or 0
    if kind == "enter":
        first, last = _counted_from(context, sentence, clause), UNKNOWN
        realis = Realis(Status.DONE)
    if kind in ("end", "last", "enter") and status is Status.PLANNED:
        return Phase(first, last, length)  # a visit that is to end may well have begun
    return Phase(first, last, length, realis if first.date or last.date or length else None)


def _kind_of(sentence: Sentence, clause: Clause) -> str | None:
    """Which phase of a stay a verb tells."""
    lemma, tail = clause.lemma, _tail(sentence, clause)
    if lemma == "enter" and _NTH.search(tail):
        return "enter"
    if clause.passive:
        return "set" if lemma in _SET else "happen" if lemma in ("make", "hold", "pay") else None
    if lemma == "get":
        return "begin" if re.match(r" (?:D\d+ |on |formally |officially )*under ?way\b", tail) else None
    if lemma in ("come", "draw"):
        return "end" if re.match(r" to an? (?:early |abrupt )?(?:end|close)\b", tail) else "happen" if re.match(r" (?:on |in )?D\d", tail) else None  # fmt: skip
    if lemma == "take":
        return "happen" if tail.startswith(" place") else None
    if lemma == "go":
        return "happen" if re.match(r" ahead\b", tail) else "last" if re.match(r" on (?:until|till|to|through|for)\b", tail) else None  # fmt: skip
    if lemma in _END or (lemma == "be" and tail.startswith(" over ")):
        return "end"
    if lemma in _LAST:
        return "last"
    if lemma in _BEGIN:
        return "begin"
    if lemma in ("fall", "occur", "happen", "proceed"):
        return "happen"
    if lemma == "be" and re.match(r" (?:still )?on\b(?! D)", tail):
        return "hold"
    if lemma == "be" and re.match(r" (?:now )?(?:on|in|for|from) (?:the )?D\d|(?: [a-z]+)? D\d", tail):
        return "happen"
    return "hold" if lemma in _HOLDS and re.match(r" (?:, |\. ?|$|as planned|firm)", tail + " ") else None


_A_DAY = re.compile(r" (?:only |just |barely |but )?a (?:single )?day(?= (?:[.,;]|and|in (?:the )?[LC]\d)|$)")
_NTH = re.compile(r" (?:its|H\d+|Q\d+|the) (?P<n>first|second|third|fourth|fifth|O\d+)(?: and (?:last|final))? day\b")
_ORDER = {w: n for n, w in enumerate("first second third fourth fifth".split(), start=1)}
_ORDER |= {w: n for n, w in enumerate("one two three four five".split(), start=1)}


def _tail(sentence: Sentence, clause: Clause) -> str:
    """The coded words after a verb, up to the next clause."""
    low = sentence.offsets[clause.verb.head] + len(sentence.units[clause.verb.head].word)
    high = sentence.offsets[clause.end] if clause.end < len(sentence.offsets) else len(sentence.coded)
    return sentence.coded[low : max(low, high)]


def _counted_from(context: Context, sentence: Sentence, clause: Clause) -> When:
    """ "Enters its third day on Tuesday": the first day."""
    found = _NTH.search(_tail(sentence, clause))
    assert found is not None
    number = nth(sentence, found.group("n"))
    days = [context.resolve(sentence, n, False) for n in clause.dates]
    day = next((d for d in days if d.date and d.date.day), context.news_day(sentence.index))
    return days_before(day, number - 1) if number else UNKNOWN


def nth(sentence: Sentence, word: str) -> int:
    """What an ordinal counts: "third", or the unit of one."""
    if word in _ORDER:
        return _ORDER[word]
    return int(getattr(sentence.unit(word).thing, "value", 0) or 0)


def days_before(day: When, count: int) -> When:
    """So many days before a day; unknown where no day is."""
    if day.date is None or day.date.day is None or not 0 <= count < 60:
        return UNKNOWN
    return When(PartialDate.of(day.date.first - timedelta(days=count)), SAID, day.span)


_UNTIL = re.compile(r"\b(?:until|till|through|to|up to|into) (?:the |next |late on |early on )?$")


def _days(context: Context, sentence: Sentence, clause: Clause, kind: str, ahead: bool) -> tuple[When, When]:
    """The first and the last day of the stay that the dates of one clause give."""
    first = last = UNKNOWN
    for number in clause.dates:
        unit = sentence.units[number]
        if not isinstance(unit.thing, Dated) or (
            sentence.offsets[number] < sentence.offsets[clause.verb.start] and kind == "set"
        ):
            continue
        before = sentence.coded[max(0, sentence.offsets[number] - 14) : sentence.offsets[number]]
        until = bool(_UNTIL.search(before))
        when = context.resolve(sentence, number, ahead or (until and _none_over(sentence, clause)))
        if when.date is None or _COUNTED.search(before):
            continue
        if until or (kind == "end" and when.until is None):
            last = last if last.date else replace(when, until=None)
        elif kind == "last" and when.until is None and not before.endswith("from "):
            continue
        elif first.date is None:
            first = replace(when, until=None)
            if when.until:
                last = When(when.until, when.basis, when.span)
    return first, last


_COUNTED = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|O\d+) (?:in )?$")


def _none_over(sentence: Sentence, clause: Clause) -> bool:
    """True for a verb in the present tense: its last day is to come."""
    words = [sentence.units[n].word for n in range(clause.verb.start, clause.verb.end)]
    return not ({"was", "were", "had", "did"} & set(words)) and words[-1].endswith("s")
