"""What the rules of turning points and of projects share: whether an event came about, between which states and when."""

from __future__ import annotations

import re

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.numbers import Number
from relations_db.language.realis import around, clause_bounds, of_group, verb_group
from relations_db.values import Basis, Kind, Milestone, PartialDate, Status

Parties = tuple[str, ...]
_AGREED = re.compile(r"\b(?:agreed|agrees|decided|resolved|undertook)\b")
_TALK = re.compile(
    r"\b(?:talks?|discuss\w*|negotiat\w*|possib\w+|prospects?|propos\w+|plans?|planned|hop(?:e|es|ed|ing)|intentions?|"
    r"readiness|ready|consider\w*|call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|favou?r|aim(?:ed|s|ing)? at|towards?|"
    r"path to|way to|idea|suggest\w*|work(?:s|ed|ing)? on|issues?|question|proced\w+|process|efforts?|steps|prepar\w+|"
    r"support(?:s|ed)?|importance|need|interest(?:ed)?|wish|studied|studying|explor\w+|terms|conditions?|request\w*|"
    r"against|oppos\w+|rejected|refus\w+|bid|campaign|demand\w*|debate\w*|ahead of|before|prior to|without|until|"
    r"instead of|short of|in exchange for|depend\w*|would)"
    r"(?: (?:on|of|about|for|to|in|at|regarding|concerning|towards))?"
    r"(?: (?:the|a|an|its|their|full|mutual|early|eventual|possible|such|any|new|further))*(?: [a-z-]+ing)? $"
)
_SAME = re.compile(
    r"\b(?:on (?:that|this|the same) (?:occasion|day)|at the (?:same|time)|during (?:it|that|the|this|his|Q\d+)|"
    r"in the course of|then|there|in return)\b"
)
_ORDINAL_DAY = re.compile(r"\bon the O(\d+)\b(?! (?:anniversary|session|floor|meeting|birthday|round|summit|day))")
_WAS = re.compile(r"\b(?:was|were|is|are|been|being|be)\b")


def why_not(sentence: Sentence, start: int, end: int, agreed: bool = False) -> str:
    """The reason why the verb or noun at `start..end` of the coded sentence tells of nothing that has come about, or "".

    `agreed`: an agreement to do it is enough ("agreed to restore relations").
    """
    if (wide := around(sentence, start, end)).status is None:
        return wide.reason
    group = verb_group(sentence, start)
    told = of_group(group)
    if told.status is None:
        return told.reason
    if told.status is not Status.DONE and not (agreed and _AGREED.search(group) and not _WAS.search(group)):
        return "not come about yet"
    if _TALK.search(sentence.coded[max(0, start - 60) : start]):
        return "only talked about"
    return ""


def state_of(context: Context, sentence: Sentence, number: int) -> str | None:
    """The state that a unit names or stands for; that of the likeliest person for a pronoun."""
    unit = sentence.units[number]
    if unit.code in ("H", "Q"):
        return next((e.country for e in context.entities_at(sentence, number) if e.country), None)
    return context.state_of(unit)


def two_states(context: Context, sentence: Sentence, start: int) -> tuple[Parties | None, Basis]:
    """The two states of an event at an offset: those of its clause, else of the sentence, else of the frame."""
    low, high = clause_bounds(sentence, start)
    first, last = sentence.at(low), sentence.at(max(low, high - 1)) + 1
    said = context.states_in(sentence, first, last)
    if len(said) > 2:
        said = _nearest(context, sentence, start, first, last)
    if len(said) == 2:
        return tuple(sorted(said)), SAID
    everywhere = context.states_in(sentence)
    if len(everywhere) == 2 and set(said) <= set(everywhere):
        return tuple(sorted(everywhere)), SAID
    return framed(context, sentence, said[0] if said else None)


def framed(context: Context, sentence: Sentence, state: str | None) -> tuple[Parties | None, Basis]:
    """A state with its partner in the frame of the document, or the pair that the text around is about."""
    if state is None:
        pair = context.local_pair(sentence.index)
        return (pair if pair and len(pair) == 2 else None), Basis.FRAME
    partner = context.partner(state, sentence.index)
    return (tuple(sorted((state, partner))) if partner and partner != state else None), Basis.FRAME


def joined(*states: str | None) -> Parties | None:
    """Two different known states as parties."""
    known = {s for s in states if s}
    return tuple(sorted(known)) if len(known) == 2 else None


def _nearest(context: Context, sentence: Sentence, start: int, first: int, last: int) -> list[str]:
    """Of three states and more: the subject's and the first after the verb."""
    at = sentence.at(start)
    subject = context.subject(sentence, start)
    mine = state_of(context, sentence, subject) if subject is not None else None
    after = [s for s in context.states_in(sentence, at, last) if s != mine]
    return [mine, after[0]] if mine and after else []


def day_of(context: Context, sentence: Sentence, at: int, news: bool = True) -> When:
    """The day of an event: said in its clause, in front of the sentence or for "that occasion"; else the news' own day.

    `news`: False for things that texts mostly tell as history, which take the document's day only in its lead.
    """
    if said := _said_day(context, sentence, at):
        return said
    if entry := context.entry_date(sentence.index):
        return entry
    if context.is_history(sentence) or (not news and _is_background(context, sentence, at)):
        return UNKNOWN
    return context.news_day() if context.visit_date else context.news_date()


def year_given(context: Context, sentence: Sentence, number: int) -> When:
    """The date at unit `number`, with the year that follows it ("10 November of that year")."""
    when = context.resolve(sentence, number, False)
    day = sentence.units[number].thing
    after = re.match(r" of D(\d+)", sentence.coded[sentence.offsets[number] + len(f"D{number}") :])
    if not after or not isinstance(day, Dated) or day.month is None or day.year is not None:
        return when
    year = context.resolve(sentence, int(after.group(1)), False).date
    return When(PartialDate(year.year, day.month, day.day), SAID, when.span) if year else when


def _said_day(context: Context, sentence: Sentence, at: int) -> When | None:
    low, high = clause_bounds(sentence, at)
    if year := re.search(r"\bD(\d+) of D\d", sentence.coded[low:high]):
        return year_given(context, sentence, int(year.group(1)))
    near = context.date_near(sentence, at, None, (low, high))
    ordinal = _ORDINAL_DAY.search(sentence.coded, at, high)
    if ordinal and not (near and near.span and near.span[0] < sentence.units[int(ordinal.group(1))].start):
        return _ordinal(context, sentence, int(ordinal.group(1)))
    if near:
        return near
    if fronted := context.date_near(sentence, 0, None, (0, 16)):
        return fronted
    return context.date_near(sentence, at) if _SAME.search(sentence.coded, low, high) else None


def _ordinal(context: Context, sentence: Sentence, number: int) -> When | None:
    """The 13th: the day of the month that the story tells of."""
    thing, story = sentence.units[number].thing, context.story_date(sentence.index)
    if not isinstance(thing, Number) or story is None or story.month is None:
        return None
    try:
        return When(PartialDate(story.year, story.month, int(thing.value)), SAID, (thing.start, thing.end))
    except ValueError:
        return None


def _is_background(context: Context, sentence: Sentence, at: int) -> bool:
    if sentence.index > 4 or re.search(r"\b(?:had|pioneered|since|first)\b", sentence.coded[max(0, at - 40) : at]):
        return True
    return bool(sentence.index) and context.is_history(context.analysis.sentences[sentence.index - 1])


def words(context: Context, sentence: Sentence, start: int, end: int) -> str:
    """The text that a stretch of the coded sentence stands for, cut to a short phrase."""
    low, high = sentence.span(start, end)
    text = " ".join(context.analysis.text[low:high].split())
    return text[:120].strip(" ,.;:\"'“”")


def milestone(
    sentence: Sentence, kind: str, parties: Parties, basis: Basis, when: When, description: str, rule: str, **notes: int
) -> Candidate:
    """A turning point, quoted by its sentence."""
    where = {"parties": (basis, None), "occurred_on": (when.basis, when.span)}
    claim = Milestone(parties, kind, when.date, description)
    return Candidate(claim, [(sentence.start, sentence.end)], rule, sentence.index, where, notes=notes)


def refuse(context: Context, sentence: Sentence, start: int, end: int, reason: str) -> list[Candidate]:
    """Note a turning point that is told and has not come about."""
    context.ignore(Kind.MILESTONE, sentence, start, end, reason)
    return []
