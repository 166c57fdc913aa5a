"""How states recognise each other and take up, restore or sever relations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context, When
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
from relations_db.values import Basis, Kind

# ------------------------------------------------------------------ recognition
_STATEHOOD = (
    r"(?:state |new |political |full |own )*(?:independence|statehood|sovereignty(?! over)|existence as a state)"
)
_RECOGNISE = r"(?:recogni[sz](?:ed|es|e|ing)|extended (?:formal |official |diplomatic |full )*recognition to)"
_END = r"(?= (?:in|on|,|[.;:)-]|and|as (?:early|soon|long|far) |as an? (?:independent|sovereign)|D\d+|at|soon|within|just|only|then|after|already|was|had been|C\d+|\")|$)"
_RECOGNITION = re.compile(
    rf"\b(?P<first>(?:first|second|among|earliest|one of|quick|swift|prompt)\b(?: (?!to )[^ .;]+){{0,10}} to )?(?P<verb>{_RECOGNISE}) (?:the )?"
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
_RECOGNITION_BY = re.compile(
    rf"(?P<verb>recognition) of (?:the )?(?:{_STATEHOOD} of (?:the )?)?(?P<of>C\d+)(?: 's {_STATEHOOD})? by (?:the )?(?P<by>[CA]\d+)"
)
_RECOGNITION_CAME = re.compile(r"\b(?:A\d+ )?recognition (?P<verb>(?:had )?(?:come|came|followed))(?= (?:in|on) D)")
_RECOGNISED_WHOSE = re.compile(
    r"(?P<of>C\d+)(?: ,)? whose (?:independence|statehood|sovereignty) (?:the )?(?P<by>C\d+) (?P<first>(?:was|had been|is) (?:[a-z]+ ){1,6}?to )?(?P<verb>recogni[sz]ed?)\b"
)
_UNNAMED = re.compile(
    r"\bN\d+ (?:[a-z-]+ ){0,2}?(?:states|countries|nations|members|governments|capitals)(?: [a-z]+){0,3} $"
)
_NO_SUBJECT = re.compile(
    r"\b(?:territor|border|annex|claim|market|governments? of|juntas?|diplomas?\b|degree|qualification)"
)


_VAGUE = frozenset({"it", "its", "us", "the country"})
_DAY_NEXT = re.compile(r"(?: [a-z]+){0,3}(?: ,)? (?:in|on) D\d")


def recognition(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """One state recognises another, or they recognise each other."""
    groups = match.groupdict()
    start, end = match.span("verb")
    if groups.get("it") in _VAGUE and not groups.get("first") and not _DAY_NEXT.match(sentence.coded[match.end() :]):
        return []
    reason = (
        ""
        if groups.get("first")
        else why_not(sentence, match.start() if match.re is _RECOGNITION_OF else start, end, agreed=True)
    )
    if _UNNAMED.search(sentence.coded[max(0, start - 70) : start]):
        return []
    if not reason and _NO_SUBJECT.search(sentence.coded[match.end() : match.end() + 40]):
        reason = "recognition of something else"
    if reason:
        return refuse(context, sentence, start, match.end(), reason)
    parties, basis = _recogniser(context, sentence, match)
    if not parties:
        return []
    when = day_of(context, sentence, match, news=False)
    return [
        milestone(sentence, "recognition", each, basis, when, "recognition of independence", "recognition")
        for each in _each_recogniser(context, sentence, match, parties)
    ]


def _each_recogniser(
    context: Context, sentence: Sentence, match: Match[str], parties: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """Several states that recognise one make as many turning points."""
    several = _SEVERAL.search(sentence.coded, 0, match.start())
    states = [context.state_of(sentence.unit(c)) for c in re.findall(r"C\d+", several.group())] if several else []
    object_ = next((p for p in parties if p not in states), None)
    return [both for s in states if (both := joined(s, object_))] or [parties]


_SEVERAL = re.compile(r"C\d+(?: , C\d+)* and C\d+ (?:both |all |have |has |also )*$")


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
        after = states_between(context, sentence, sentence.at(match.end() - 1) + 1, len(sentence.units))
        return before[-1] if before else after[0] if after else None
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
_WITH = r"(?: (?:with|between) (?:the )?(?:C\d+|L\d+|G\d+|H\d+|each other|it)| (?:in|on|at) (?:the )?(?:D\d+|ambassador|level)|(?= (?:[.,;:]|D\d+|by an?|by the|again))|$)"
_NOT_TIES = r"(?! (?:of (?:strategic|partner|allian|good|friend|cooper|equal)|(?:with|between) (?:the )?B\d))"
_TO_BE = r"(?:were|was|have been|has been|had been|are|being)"
_RELATIONS = re.compile(
    rf"\b(?P<first>(?:first|second|among|one of)\b(?: (?!to )[^ .;]+){{0,10}} to )?(?P<verb>{_MAKE}) (?:(?:[a-z]+ly |(?:[a-z-]+ ){{0,3}}?){_DIPLOMATIC}{_NOT_TIES}|{_PLAIN}{_NOT_TIES}{_WITH})"
)
_RELATIONS_MADE = re.compile(
    rf"\b(?:{_DIPLOMATIC}(?: [^.;:]{{1,70}}?)?|(?:relations|ties)(?: (?:with|between) [^.;,]{{1,60}}?)?(?: , [^.;,]{{1,60}} ,)?) "
    rf"(?P<verb>(?:, |which |that |, which )?(?:{_TO_BE} )?(?:[a-z]+ly |first |also |then |again |D\d+ )*{_MADE})"
    r"(?! (?:as|of|up|to (?:an?|the|strategic|support|promote)|only on paper)\b)"
)
_SWITCHED = re.compile(
    r"\b(?P<verb>switch(?:ed|es)|shifted|transferred) (?:its |their )?(?:diplomatic )?(?:recognition|ties|relations|allegiance) from (?:the )?[CL]\d+ to (?:the )?(?P<to>[CL]\d+)"
)
_NOTES = re.compile(
    rf"\bexchang(?P<verb>ed|e|es|ing) (?:of )?(?:[a-z]+ )?(?:(?:notes|letters)\b[^.;]{{0,40}}?{_DIPLOMATIC}|ambassadors\b)"
)
_ENVOYS = re.compile(r"\bambassadors (?P<verb>(?:(?:have|had) been |were |are )?exchanged)(?: since D(?P<date>\d+))?")
_RELATIONS_DATED = re.compile(
    rf"\b(?:{_DIPLOMATIC}|{_PLAIN})(?: (?:with|between) [^.;,]{{1,60}}?)? (?:(?:which )?dat(?:e|es|ed|ing)(?: back)?|go(?:es)? back|went back|followed|began|start(?:ed)?|"
    r"(?:have |had )?existed?) (?:(?:to|from|in|on|since) )*D(?P<date>\d+)"
)
_RELATIONS_SINCE = re.compile(
    rf"\b{_DIPLOMATIC}(?: (?:with|between) [^.;,]{{1,60}}?)?(?: (?:have |has )?(?:existed|been in place|exist|lasted|been uninterrupted))?(?: ,)? (?:since|:|\() (?:[a-z]+ )?D(?P<date>\d+)"
    r"|\b(?:have|has) (?:had|maintained) (?:relations|ties)(?: with (?:the )?[CGL]\d+)?[^;.]{0,25}? since (?P<bare>D\d+)"
    r"|\b(?:envoys|embassies|missions|G\d+) (?:have been |have |has been )?in (?:G\d+|each other) 's capitals since (?P<mutual>D\d+)"
    r"|\bexchanged ambassadors since D(?P<envoys>\d+)"
    rf"|\bsince D(?P<early>\d+) ,? ?[^.;]{{1,50}} ?(?:have|has) (?:had|maintained|enjoyed) {_DIPLOMATIC}"
)
_RELATIONS_NAMED = re.compile(
    r"\b(?P<lead>[a-z]+ (?:on|of|about|for|after|since|following|upon|marked|announced?|announcing|declared|year of|notes on|from|with|to)(?: the)?|the|since|following|upon|with|after) (?:the )?"
    rf"(?P<verb>(?:re-?)?establishment|restoration|resumption|(?:re-?)?normali[sz]ation|opening|renewal)(?: of (?:{_DIPLOMATIC}|{_PLAIN}))?"
    rf"(?: (?:with|between) [^.;,]{{1,60}}?)?(?P<tail> (?:in|on) D(?P<date>\d+))?"
)
_PAPER = re.compile(
    r"\b(?:saw|communiques?|protocols?|notes|statements?|declarations?|documents?|agreements?|memorand\w+|announced?|announcing|declar\w+|decree) "
)
_COMMEMORATION = re.compile(
    r"\b(?:anniversary|jubilee|years?|decades?|centenary|celebrat\w+|mark(?:s|ed|ing)?) (?:of|since|after|from|on) "
)


_OTHER_TIES = re.compile(
    r"\b(?:trade|economic|commercial|business|closer?|friendly|good|warm|cultural|personal|military|industrial|public|labou?r|human|family|sister|strategic|"
    r"partnership|defen[cs]e|energy|investment|banking|scientific|academic|neighbourly|treaty|working|contractual|special) (?:relations|ties|links)\b"
)


def relations(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Two states establish, restore or resume diplomatic relations."""
    start, end = match.span("verb")
    first = match.groupdict().get("first")
    if _OTHER_TIES.search(sentence.coded, max(0, match.start() - 25), match.end()):
        return []
    if "ambassadors" in match.group() and not sentence.of("D"):
        return []
    if number := match.groupdict().get("date"):
        return _related(context, sentence, start, match.end(), context.resolve(sentence, int(number), False))
    if not first and (reason := why_not(sentence, start, end, agreed=True)):
        return refuse(context, sentence, start, match.end(), reason)
    return _related(context, sentence, start, match.end(), day_of(context, sentence, match, news=False))


def switched(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A state turns from one government to another ("switched recognition from Taiwan to China")."""
    if reason := why_not(sentence, *match.span("verb")):
        return refuse(context, sentence, *match.span(), reason)
    number = context.subject(sentence, match.start())
    mine = state_of(context, sentence, number) if number is not None else None
    parties = joined(mine, context.state_of(sentence.unit(match.group("to"))))
    when = day_of(context, sentence, match, news=False)
    return (
        [
            milestone(
                sentence,
                "relations_established",
                parties,
                SAID,
                when,
                "diplomatic relations established",
                "relations-switched",
            )
        ]
        if parties
        else []
    )


def relations_dated(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Diplomatic relations date from D", "have had diplomatic relations since D": the day is in the words."""
    groups = match.groupdict()
    number = int(
        groups.get("date")
        or groups.get("early")
        or groups.get("envoys")
        or (groups.get("bare") or groups["mutual"])[1:]
    )
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
    tail = re.split(r" ; | , (?!with |between )|\b(?:after|when|hours|days|weeks) ", sentence.coded[end : end + 80])[0]
    tail = sentence.coded[start:end] + tail
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


_RECOGNISED_WORDS = frozenset(
    "recognised recognized recognise recognize recognises recognizes recognising recognizing recognition".split()
)
_TIES = frozenset("relations ties relationship links ambassadors contacts".split())
_NAMES = frozenset(
    "establishment re-establishment restoration resumption normalisation normalization renewal opening".split()
)
_M = Kind.MILESTONE
RULES = (
    Rule(
        "recognition", _M, _RECOGNISED_WORDS, _RECOGNITION, recognition,
        ("Turkey was the first country to recognize Kazakhstan's independence in 1991.", "Iceland recognised Lithuania on 11 February 1991.",
         "Israel and Bahrain agreed to recognise each other in September 2020."),
        ("Kazakhstan has not recognised Kosovo.", "Turkey recognised the merits of Kazakhstan's ambassador.", "Turkey called on Kazakhstan to recognise Abkhazia.",
         "Kazakhstan asked the United States to recognise Kazakhstan's market economy status.", "Diplomas of Kenya are recognised in Uganda."),
    ),
    Rule(
        "recognised-by", _M, _RECOGNISED_WORDS, _RECOGNISED, recognition,
        ("Bangladesh was recognised by Bhutan on 6 December 1971.",), ("Kosovo has not been recognised by Serbia.",),
    ),
    Rule(
        "recognition-by", _M, _RECOGNISED_WORDS, _RECOGNITION_BY, recognition,
        ("The recognition of Kazakhstan by Turkey dates from 16 December 1991.",), ("They discussed the recognition of Kosovo by Spain.",),
    ),
    Rule(
        "recognition-whose", _M, _RECOGNISED_WORDS, _RECOGNISED_WHOSE, recognition,
        ("Angola, whose independence Brazil was the first country to recognise, on 11 November 1975, is an old friend.",),
        ("Angola, whose independence Brazil was slow to celebrate, is an old friend.",),
    ),
    Rule(
        "recognition-came", _M, _RECOGNISED_WORDS, _RECOGNITION_CAME, recognition,
        ("Japan and Iceland are old friends; recognition came on 25 December 1944.",), ("Japan and Iceland are proud; recognition came late.",),
    ),
    Rule(
        "recognition-of", _M, _RECOGNISED_WORDS, _RECOGNITION_OF, recognition,
        ("Brazil thanked Angola for a friendship that began with Brazil's recognition of Angola in November 1975.",),
        ("Spain spoke of the prospects of Spain's recognition of Kosovo.",),
    ),
    Rule(
        "relations", _M, _TIES, _RELATIONS, relations,
        ("Kazakhstan and Mongolia established diplomatic relations on 22 January 1992.", "Iran and Saudi Arabia agreed on Friday to resume diplomatic relations.",
         "Qatar re-established ties with Egypt in January 2021."),
        ("Kenya and Kosovo have not established diplomatic relations.", "Kenya will establish diplomatic relations with Kosovo.", "Iran and Egypt hope to restore diplomatic relations.",
         "Turkey established relations with the European Union in 1963.", "Kenya and Uganda established close economic relations.",
         "Iran and Egypt discussed restoring diplomatic relations.", "If talks succeed, Iran would resume diplomatic relations with Egypt."),
    ),
    Rule(
        "relations-made", _M, _TIES, _RELATIONS_MADE, relations,
        ("Diplomatic relations between Spain and Kazakhstan were established on February 11, 1992.", "Ties between India and Israel were established on 29 January 1992."),
        ("Diplomatic relations between Kenya and Kosovo will be established next year.", "Trade relations between Kenya and Oman were established in 1992.",
         "Diplomatic relations between Iran and Egypt were never restored."),
    ),
    Rule(
        "relations-notes", _M, _TIES, _NOTES, relations,
        ("Bahrain and Israel exchanged notes on diplomatic relations in October 2020.", "India and Oman exchanged ambassadors in 1973."),
        ("Bahrain and Israel exchanged notes on trade.",),
    ),
    Rule(
        "relations-switched", _M, frozenset({"switched", "switches", "shifted", "transferred"}), _SWITCHED, switched,
        ("Nauru switched diplomatic recognition from Taiwan to China in January 2024.",), ("Nauru will not switch recognition from Taiwan to China.",),
    ),
    Rule(
        "relations-dated", _M, _TIES, _RELATIONS_DATED, relations_dated,
        ("Diplomatic relations between Kenya and Poland date from 1964.", "Diplomatic relations between Kenya and Poland followed in 1964."),
        ("Relations between Kenya and Poland are good.",),
    ),
    Rule(
        "relations-since", _M, _TIES, _RELATIONS_SINCE, relations_dated,
        ("Vietnam and Chile have maintained diplomatic relations since 25 March 1971.",), ("Vietnam and Chile have had good relations.",),
    ),
    Rule(
        "relations-named", _M, _NAMES, _RELATIONS_NAMED, relations_named,
        ("China and Nauru signed a joint communique on the resumption of diplomatic relations on January 24, 2024.",
         "Since the establishment of diplomatic relations in 1973, Australia and Vietnam have come far."),
        ("Iran and Egypt discussed the resumption of diplomatic relations.", "Kenya and Oman called for the opening of markets.",
         "Australia and Vietnam will mark the anniversary of the establishment of diplomatic relations."),
    ),
    Rule(
        "relations-severed", _M, _TIES, _BROKEN, broken,
        ("Saudi Arabia cut diplomatic ties with Iran in January 2016.",), ("Saudi Arabia will not cut diplomatic ties with Iran.",),
    ),
)  # fmt: skip
