"""Milestones: recognition and relations, anniversaries; with missions, bodies, visas, borders and awards from their own files.

Constructions of docs/reference/rules.md, section Milestones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context, When
from relations_db.extract.merge import days_apart
from relations_db.extract.rules import awards, frontiers, missions
from relations_db.extract.rules.occasions import (
    day_of,
    framed,
    joined,
    milestone,
    refuse,
    state_of,
    states_between,
    two_states,
    why_not,
)
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, Kind, Milestone, PartialDate

# ------------------------------------------------------------------ recognition
_STATEHOOD = (
    r"(?:state |new |political |full |own )*(?:independence|statehood|sovereignty(?! over)|existence as a state)"
)
_RECOGNISE = r"(?:recogni[sz](?:ed|es|e|ing)|extended (?:formal |official |diplomatic |full )*recognition to)"
_END = (
    r"(?= (?:in|on|,|[.;:)-]|and|as (?:early|soon|long|far) |as an? (?:independent|sovereign)|D\d+|at|soon|within|just|only|then|after|already|C\d+|\")|$)"
)
_RECOGNITION = re.compile(
    rf"\b(?P<first>(?:first|second|among|earliest|one of)\b(?: (?!to )[^ .;]+){{0,10}} to )?(?P<verb>{_RECOGNISE}) (?:the )?"
    rf"(?:(?P<own>(?:its|our|their|the country 's|the republic 's|the new state 's) {_STATEHOOD})|"
    rf"{_STATEHOOD} of (?:the )?(?P<of>[CAL]\d+)|(?P<whose>C\d+) 's {_STATEHOOD}|(?P<adj>A\d+) {_STATEHOOD}|"
    rf"(?P<each>each other|G\d+){_END}|(?P<it>it|its|the young (?:state|republic)|the new (?:state|republic)|the (?:country|republic)|us){_END}|(?P<plain>C\d+){_END})"
)
_RECOGNISED = re.compile(
    rf"(?:{_STATEHOOD} of (?:the )?(?P<of>C\d+)|(?P<plain>C\d+)(?: 's {_STATEHOOD})?) (?P<verb>(?:was|is|were|has been|had been) "
    r"(?:[a-z]+ly |first |also |D\d+ )*recogni[sz]ed)(?: [a-z]+ly)?(?: (?:in|on) D\d+)? by (?:the )?(?P<by>[CAL]\d+)"
)
_RECOGNITION_OF = re.compile(
    r"(?P<by>[CA]\d+) (?:'s )?(?:formal |official |diplomatic |swift |early |prompt )*(?P<verb>recognition) of "
    rf"(?:(?:its|our|their) {_STATEHOOD}|{_STATEHOOD} of (?:the )?(?P<of>C\d+)|(?P<whose>C\d+)(?: 's {_STATEHOOD}|{_END}))"
)
_NO_SUBJECT = re.compile(
    r"\b(?:territor|border|annex|claim|market|governments? of|juntas?|diplomas?\b|degree|qualification)"
)


def recognition(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """One state recognises another, or they recognise each other."""
    groups = match.groupdict()
    start, end = match.span("verb")
    if groups.get("it") in ("it", "its", "us", "the country") and not groups.get("first"):
        return []
    reason = "" if groups.get("first") else why_not(sentence, start, end, agreed=True)
    if not reason and _NO_SUBJECT.search(sentence.coded[match.end() : match.end() + 40]):
        reason = "recognition of something else"
    if reason:
        return refuse(context, sentence, start, match.end(), reason)
    parties, basis = _recogniser(context, sentence, match)
    if not parties:
        return []
    when = day_of(context, sentence, match, news=False)
    return [milestone(sentence, "recognition", parties, basis, when, "recognition of independence", "recognition")]


def _recogniser(context: Context, sentence: Sentence, match: Match[str]) -> tuple[tuple[str, ...] | None, Basis]:
    groups = match.groupdict()
    code = next((groups.get(g) for g in ("of", "whose", "adj", "plain") if groups.get(g)), None)
    object_ = context.state_of(sentence.unit(code)) if code else None
    by = context.state_of(sentence.unit(groups["by"])) if groups.get("by") else _subject(context, sentence, match)
    if object_ and by and by != object_:
        return joined(by, object_), SAID
    if groups.get("each"):
        return two_states(context, sentence, match.start("verb"))
    return framed(context, sentence, object_ or by)


def _subject(context: Context, sentence: Sentence, match: Match[str]) -> str | None:
    if match.groupdict().get("first"):
        before = states_between(context, sentence, 0, sentence.at(match.start()))
        return before[-1] if before else None
    number = context.subject(sentence, match.start("verb"))
    if number is not None and sentence.units[number].code != "G":
        return state_of(context, sentence, number)
    before = states_between(context, sentence, 0, sentence.at(match.start("verb")))
    return before[-1] if before else None


# ------------------------------------------------------------------ relations
_DIPLOMATIC = (
    r"(?:(?:diplomatic|ambassador-level|ambassadorial|consular and diplomatic|diplomatic and consular|interstate|inter-state)(?: and consular| and trade| and economic)? "
    r"(?:relations(?:hip)?|ties|links|contacts)|(?:relations|ties) at (?:the )?(?:level of (?:ambassadors|embassies)|ambassadorial level|embassy level|ambassador level))"
)
_PLAIN = r"(?:(?:formal|official|bilateral|normal|their|mutual|full) )*(?:relations|ties)"
_MAKE = (
    r"(?:(?:re-?)?establish(?:ed|es|ing)?|set(?:ting|s)? up|open(?:ed|s|ing)?|forg(?:ed|ing)|enter(?:ed|s|ing)? into|formed|tied|initiat(?:ed|ing)|"
    r"restor(?:ed?|es|ing)|resum(?:ed?|es|ing)|renew(?:ed|ing|s)?|(?:re-?)?normali[sz](?:ed?|es|ing)|formali[sz](?:ed|ing)|t(?:ake|ook|aken|aking) up|"
    r"institut(?:ed|ing)|inaugurat(?:ed|ing)|re-?start(?:ed|ing)?)"
)
_MADE = (
    r"(?:(?:re-?)?established|set up|opened|forged|formed|restored|resumed|renewed|(?:re-?)?normali[sz]ed|formali[sz]ed|instituted|"
    r"re-?started|taken up(?: again)?|entered into|initiated|in place)"
)
_WITH = r"(?: (?:with|between) (?:the )?(?:C\d+|L\d+|G\d+|H\d+|each other|it)| (?:in|on|at) (?:the )?(?:D\d+|ambassador|level)|(?= (?:[.,;:]|D\d+))|$)"
_NOT_TIES = r"(?! (?:of (?:strategic|partner|allian|good|friend|cooper|equal)|(?:with|between) (?:the )?B\d))"
_TO_BE = r"(?:were|was|have been|has been|had been|are|being)"
_RELATIONS = re.compile(
    rf"\b(?P<first>(?:first|second|among|one of)\b(?: (?!to )[^ .;]+){{0,10}} to )?(?P<verb>{_MAKE}) (?:(?:[a-z]+ly |(?:[a-z-]+ ){{0,3}}?){_DIPLOMATIC}{_NOT_TIES}|{_PLAIN}{_NOT_TIES}{_WITH})"
)
_RELATIONS_MADE = re.compile(
    rf"\b(?:{_DIPLOMATIC}(?: [^.;:]{{1,70}}?)?|(?:relations|ties)(?: (?:with|between) [^.;,]{{1,60}}?)?(?: , [^.;,]{{1,60}} ,)?) "
    rf"(?P<verb>(?:, |which |that |, which )?(?:{_TO_BE} )?(?:[a-z]+ly |first |also |then |again |D\d+ )*{_MADE})"
    r"(?= (?:in|on|at|with|between|by|D\d+|just|only|soon|again|a|shortly|,|\.|;|after|between|during|under|less|more|exactly|N\d+|\))|$)"
)
_NOTES = re.compile(rf"\bexchang(?P<verb>ed|e|es|ing) (?:of )?(?:[a-z]+ )?(?:(?:notes|letters)\b[^.;]{{0,40}}?{_DIPLOMATIC}|ambassadors(?: again)?(?= (?:in|on|since|at) ))")
_RELATIONS_DATED = re.compile(
    rf"\b(?:{_DIPLOMATIC}|{_PLAIN})(?: (?:with|between) [^.;,]{{1,60}}?)? (?:(?:which )?dat(?:e|es|ed|ing)(?: back)?|go(?:es)? back|went back|followed|began|start(?:ed)?|"
    r"(?:have |had )?existed?) (?:(?:to|from|in|on|since) )*D(?P<date>\d+)"
)
_RELATIONS_SINCE = re.compile(
    rf"\b{_DIPLOMATIC}(?: (?:with|between) [^.;,]{{1,60}}?)?(?: (?:have |has )?(?:existed|been in place|exist|lasted|been uninterrupted))?(?: ,)? (?:since|:|\() (?:[a-z]+ )?D(?P<date>\d+)"
    r"|\bexchanged ambassadors since D(?P<envoys>\d+)"
    rf"|\bsince D(?P<early>\d+) ,? ?[^.;]{{1,50}} ?(?:have|has) (?:had|maintained|enjoyed) {_DIPLOMATIC}"
)
_RELATIONS_NAMED = re.compile(
    r"\b(?P<lead>[a-z]+ (?:on|of|about|for|after|since|following|upon|marked|announced?|announcing|declared|year of|notes on|from|with|to)(?: the)?|the|since|following|upon|with|after) (?:the )?"
    rf"(?P<verb>(?:re-?)?establishment|restoration|resumption|(?:re-?)?normali[sz]ation|opening|renewal)(?: of (?:{_DIPLOMATIC}|{_PLAIN}))?"
    rf"(?: (?:with|between) [^.;,]{{1,60}}?)?(?P<tail> (?:in|on) D(?P<date>\d+))?"
)
_PAPER = re.compile(
    r"\b(?:communiques?|protocols?|notes|statements?|declarations?|documents?|agreements?|memorand\w+|announced?|announcing|declar\w+|decree) "
)
_COMMEMORATION = re.compile(
    r"\b(?:anniversary|jubilee|years?|decades?|centenary|celebrat\w+|mark(?:s|ed|ing)?) (?:of|since|after|from|on) "
)


def relations(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Two states establish, restore or resume diplomatic relations."""
    start, end = match.span("verb")
    first = match.groupdict().get("first")
    if not first and (reason := why_not(sentence, start, end, agreed=True)):
        return refuse(context, sentence, start, match.end(), reason)
    return _related(context, sentence, start, match.end(), day_of(context, sentence, match, news=False))


def relations_dated(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Diplomatic relations date from D", "have had diplomatic relations since D": the day is in the words."""
    groups = match.groupdict()
    number = int(groups.get("date") or groups.get("early") or groups["envoys"])
    if (
        number >= len(sentence.units)
        or sentence.units[number].code != "D"
        or why_not(sentence, match.start(), match.end())
    ):
        return []
    return _related(context, sentence, match.start(), match.end(), context.resolve(sentence, number, False))


def relations_named(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "A communique on the establishment of diplomatic relations", "since their establishment in D", "D, the year of normalisation"."""
    start, end = match.span("verb")
    before = sentence.coded[max(0, start - 60) : start]
    whole = " of " in match.group()[match.group().find(match.group("verb")) :]
    year = re.search(r"D(\d+) ,? ?(?:was )?(?:the )?year of (?:the )?$", before)
    if not whole and not (year and "normali" in match.group("verb")):
        return []
    if reason := why_not(sentence, start, end):
        return refuse(context, sentence, start, match.end(), reason)
    if year or match.group("tail"):
        number = int(year.group(1) if year else match.group("date"))
        return _related(context, sentence, start, match.end(), context.resolve(sentence, number, False))
    if _COMMEMORATION.search(before) or not _PAPER.search(before):
        return refuse(context, sentence, start, match.end(), "relations mentioned, their beginning not told")
    return _related(context, sentence, start, match.end(), day_of(context, sentence, match, news=False))


def _related(context: Context, sentence: Sentence, start: int, end: int, when: When) -> list[Candidate]:
    parties, basis = _partners(context, sentence, start, end)
    if not parties:
        return []
    text = (
        "diplomatic relations restored"
        if re.search(r"resto|resum|re-?est|normali|renew", sentence.coded[start:end])
        else "diplomatic relations established"
    )
    return [milestone(sentence, "relations_established", parties, basis, when, text, "relations")]


def _partners(context: Context, sentence: Sentence, start: int, end: int) -> tuple[tuple[str, ...] | None, Basis]:
    """With whom: "with B" and the subject, "between A and B", else the states of the clause."""
    tail = sentence.coded[start : end + 80]
    if both := re.search(r"\bbetween (?:the )?([CA]\d+)(?: [a-z-]+)? and (?:the )?([CA]\d+)", tail):
        states = [context.state_of(sentence.unit(c)) for c in both.groups()]
        return joined(*states), SAID
    if other := re.search(r"\bwith (?:the )?([CL]\d+)", tail):
        state = context.state_of(sentence.unit(other.group(1)))
        number = context.subject(sentence, start)
        mine = state_of(context, sentence, number) if number is not None else None
        before = [s for s in (mine, *states_between(context, sentence, 0, sentence.at(start))) if s and s != state]
        return (joined(state, before[0]), SAID) if before else framed(context, sentence, state)
    return two_states(context, sentence, start)


# ------------------------------------------------------------------ free kinds
_BROKEN = re.compile(
    rf"\b(?P<verb>sever(?:ed|s)?|broke(?:n)?(?: off)?|breaks off|cut(?: off)?|cuts|suspended|downgraded|froze(?:n)?|ended) (?:all )?(?:{_DIPLOMATIC}|{_PLAIN}{_WITH})"
)
_ANNIVERSARY = re.compile(
    r"\b(?P<verb>mark(?:s|ed|ing)?|celebrat(?:e|es|ed|ing)|commemorat(?:e|es|ed|ing)|anniversary year|jubilee year)\b"
    r"[^.;]{0,40}?(?: (?P<years>N\d+) years| (?:O\d+|[a-z-]+) anniversary| jubilee)?(?: [a-z]+){0,3}? (?:of|since)(?: [a-zACQ\d'-]+){0,6}? (?:diplomatic (?:relations|ties)|(?:established|establishing) (?:relations|ties))"
)


def broken(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Relations severed, suspended or lowered."""
    start, end = match.span("verb")
    if reason := why_not(sentence, start, end):
        return refuse(context, sentence, start, match.end(), reason)
    parties, basis = _partners(context, sentence, start, match.end())
    when = day_of(context, sentence, match, news=False)
    return (
        [milestone(sentence, "other", parties, basis, when, "diplomatic relations severed", "relations-severed")]
        if parties
        else []
    )


def anniversary(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A jubilee of diplomatic relations, dated by the year of the text."""
    on = context.analysis.on
    parties, basis = two_states(context, sentence, match.start())
    if not parties or on is None or context.is_history(sentence):
        return []
    when = When(PartialDate(on.year), Basis.DOCUMENT_DATE)
    return [
        milestone(
            sentence, "anniversary_marked", parties, basis, when, "anniversary of diplomatic relations", "anniversary"
        )
    ]


# ------------------------------------------------------------------ merging
def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per turning point."""
    kept: list[Candidate] = []
    for candidate in candidates:
        home = next((i for i, other in enumerate(kept) if _same(other, candidate)), None)
        if home is None:
            kept.append(candidate)
        else:
            kept[home] = _joined(kept[home], candidate)
    return kept


def _claim(candidate: Candidate) -> Milestone:
    assert isinstance(candidate.claim, Milestone)
    return candidate.claim


def _same(a: Candidate, b: Candidate) -> bool:
    x, y = _claim(a), _claim(b)
    if (x.parties, x.milestone_kind) != (y.parties, y.milestone_kind):
        return False
    if a.notes.get("place") != b.notes.get("place") and a.sentence == b.sentence:
        return False
    if x.milestone_kind == "visa_regime" and a.sentence == b.sentence:
        return True
    return not (x.occurred_on and y.occurred_on) or days_apart(x.occurred_on, y.occurred_on) <= 31


def _joined(a: Candidate, b: Candidate) -> Candidate:
    """The firmer of two: in force before signed, a day said before one taken from the document, the more precise."""
    best = min((a, b), key=lambda c: (not c.notes.get("firm"), not _claim(c).occurred_on, c.where["occurred_on"][0] is not SAID, -_precise(c)))
    quotes = list(dict.fromkeys([*best.quotes, *a.quotes, *b.quotes]))[:4]
    return replace(best, quotes=quotes)


def _precise(candidate: Candidate) -> int:
    date = _claim(candidate).occurred_on
    return len(str(date)) if date else 0


_RECOGNISED_WORDS = frozenset("recognised recognized recognise recognize recognises recognizes recognising recognizing recognition".split())
_TIES = frozenset("relations ties diplomatic relationship links ambassadors".split())
_NAMES = frozenset("establishment re-establishment reestablishment restoration resumption normalisation normalization renewal opening".split())
RULES: tuple[Rule, ...] = (
    Rule("recognition", Kind.MILESTONE, _RECOGNISED_WORDS, _RECOGNITION, recognition),
    Rule("recognised-by", Kind.MILESTONE, _RECOGNISED_WORDS, _RECOGNISED, recognition),
    Rule("recognition-of", Kind.MILESTONE, _RECOGNISED_WORDS, _RECOGNITION_OF, recognition),
    Rule("relations", Kind.MILESTONE, _TIES, _RELATIONS, relations),
    Rule("relations-made", Kind.MILESTONE, _TIES, _RELATIONS_MADE, relations),
    Rule("relations-notes", Kind.MILESTONE, _TIES, _NOTES, relations),
    Rule("relations-dated", Kind.MILESTONE, _TIES, _RELATIONS_DATED, relations_dated),
    Rule("relations-since", Kind.MILESTONE, _TIES, _RELATIONS_SINCE, relations_dated),
    Rule("relations-named", Kind.MILESTONE, _NAMES, _RELATIONS_NAMED, relations_named),
    Rule("relations-severed", Kind.MILESTONE, _TIES, _BROKEN, broken),
    Rule("anniversary", Kind.MILESTONE, frozenset("mark marks marked marking celebrate celebrates celebrated celebrating commemorate commemorates commemorated anniversary jubilee".split()), _ANNIVERSARY, anniversary),
    *missions.RULES,
    *frontiers.RULES,
    *awards.RULES,
)
