"""How states recognise each other."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
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
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, Kind

_STATEHOOD = r"(?:state |new |political |full |own |restored |regained |declared |renewed |newly won |hard-won )*(?:independence|statehood|sovereignty(?! over)|existence as a state)"
_RECOGNISE = r"(?:recogni[sz](?:ed|es|e|ing)|extended (?:formal |official |diplomatic |full )*recognition to)"
_END = r"(?= (?:in|on|when|,|[.;:)-]|and|as (?:early|soon|long|far) |as an? (?:independent|sovereign|state|country|nation)|D\d+|at|soon|within|just|only|then|after|already|was|came|followed|arrived|had been|C\d+|\")|$)"
_RECOGNITION = re.compile(
    rf"\b(?P<first>(?:first|second|O\d+|latest|last|only|next|among|earliest|one of|quick|swift|prompt)\b(?: (?!to )[^ .;]+){{0,10}} to )?(?P<verb>{_RECOGNISE}) (?:the )?(?:newly |now )?(?:independent )?"
    rf"(?:(?P<own>(?:its|our|their|the country 's|the republic 's|the new state 's) {_STATEHOOD})|"
    rf"{_STATEHOOD} of (?:the )?(?P<of>[CAL]\d+)|(?P<whose>C\d+) 's {_STATEHOOD}|(?P<adj>A\d+) {_STATEHOOD}|"
    rf"(?P<each>each other|the other|G\d+){_END}|(?P<it>it|its|the young (?:state|republic)|the new (?:state|republic)|the (?:country|republic)|our (?:young |new )?(?:country|republic|state|nation)|us){_END}|(?P<china>people 's republic)(?! of\b){_END}|(?P<plain>C\d+){_END})"
)
# "treated A as a sovereign state", "acknowledged A and B as independent"
_RECOGNISED_AS = re.compile(
    r"\b(?P<verb>treat(?:ed|s|ing)?|regard(?:ed|s|ing)?|acknowledg(?:ed?|es|ing)|accept(?:ed|s|ing)?|look(?:ed|s|ing)? (?:up)?on|consider(?:ed|s|ing)?|recogni[sz](?:ed?|es|ing)) "
    r"(?:the )?(?P<plain>[CA]\d+)(?P<more>(?: ,| and|(?: ,)? (?:the )?C\d+)*)(?: 's)? as (?:[a-z]+ ){0,3}?(?:independent|sovereign|an? (?:[a-z]+ )?state|states|P\d+ (?:state|country|nation))\b"
)
# "gave A and B their recognition", "extended recognition to A"
_RECOGNITION_GIVEN = re.compile(
    r"\b(?P<verb>g(?:a|i)ve(?:s|n)?|giving|grant(?:ed|s|ing)?|extend(?:ed|s|ing)?|accord(?:ed|s|ing)?|offer(?:ed|s)?) (?:D\d+ )?(?:(?:the )?(?P<plain>C\d+)(?P<more>(?: ,| and|(?: ,)? (?:the )?C\d+)*) )?"
    r"(?:(?:their|its|full|formal|official|diplomatic|swift|his|her|the|legal|immediate|own|and|-) )*recognition(?! for\b| of (?!its|their|independ|state|sover))(?: to (?:the )?(?P<of>C\d+)(?P<rest>(?: ,| and|(?: ,)? (?:the )?C\d+)*))?"
)
_RECOGNISED = re.compile(
    rf"(?:{_STATEHOOD} of (?:the )?(?P<of>C\d+)|(?P<plain>C\d+)(?: 's {_STATEHOOD})?) (?P<verb>(?:was|is|were|has been|had been) "
    r"(?:[a-z]+ly |first |also |D\d+ )*recogni[sz]ed)(?: [a-z]+ly)?(?: (?:in|on) D\d+)? by (?:the )?(?P<by>[CAL]\d+)"
)
_RECOGNITION_OF = re.compile(
    r"(?P<by>[CAL]\d+) (?:'s )?(?:formal |official |diplomatic |swift |early |prompt )*(?P<verb>recognition) of "
    rf"(?:(?:its|our|their) {_STATEHOOD}|{_STATEHOOD} of (?:the )?(?P<of>C\d+)|(?P<whose>C\d+)(?: 's {_STATEHOOD}|{_END}))"
)
_RECOGNITION_BY = re.compile(
    rf"(?P<verb>recognition) of (?:the )?(?:{_STATEHOOD} of (?:the )?)?(?P<of>C\d+)(?: 's {_STATEHOOD})? by (?:the )?(?P<by>[CA]\d+)"
)
# "half a century of A's independence, recognised by B on D": the state is that of the clause before
_INDEPENDENCE_BY = re.compile(
    r"\b(?:independence|statehood)(?: of (?:the )?(?P<of>C\d+))?(?: ,)? (?:which (?:was|had been) )?(?P<verb>(?:[a-z]+ly |first )?recogni[sz]ed)(?: (?:D\d+|on D\d+|in D\d+|the same day|at once))* by (?:the )?(?P<by>C\d+)(?= (?:(?:already|as early as|only|the same day) )*(?:,|in|on|D\d+))"
)
_RECOGNITION_CAME = re.compile(r"\b(?:A\d+ )?recognition (?P<verb>(?:had )?(?:come|came|followed))(?= (?:in|on) D)")
_RECOGNISED_WHOSE = re.compile(
    r"(?P<of>C\d+)(?: ,)? whose (?:independence|statehood|sovereignty) (?:the )?(?P<by>C\d+) (?P<first>(?:was|had been|is) (?:[a-z]+ ){1,6}?to )?(?P<verb>recogni[sz]ed?)\b"
)
_UNNAMED = re.compile(
    r"\bN\d+ (?:[a-z-]+ ){0,2}?(?:states|countries|nations|members|governments|capitals)(?: [a-z]+){0,3} $"
)
# "Serbia formally recognised its former partner Montenegro": the state is inside the object.
_RECOGNISED_WHOM = re.compile(
    r"\b(?P<verb>recogni[sz](?:ed|es)) (?:D\d+ |on D\d+ )?(?:its|their|his|the|her)(?: (?!of\b)[a-z-]+){1,4} (?P<plain>C\d++)(?! 's)(?= (?:[.,;]|in|on|at|as an?|and|D\d+)|$)"
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
    if match.re is _RECOGNISED and (row := list(_row(context, sentence, match))):
        return row
    when = day_of(context, sentence, match, news=False)
    return [
        milestone(sentence, "recognition", each, basis, when, "recognition of independence", "recognition")
        for each in _each_recogniser(context, sentence, match, parties)
    ]


_NEXT = re.compile(
    r"(?: (?:in|on) (?:[a-z]+ )?D(?P<date>\d+))?(?P<more>(?: ,)?(?: and| ,)(?: then| later| finally| only)?(?: by)? (?:the )?(?P<by>[CAL]\d+)(?! (?:and|'s|was|were|is|has|had|in|on) [a-z]))?"
)


def _row(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Each of several recognisers, with the day told behind it or behind the rest of its row: "by A and B in 2008 and by C in 2013"."""
    of = context.state_of(sentence.unit(match.group("of") or match.group("plain")))
    fronted = re.search(r" (?:in|on) D(\d+) by ", match.group())
    waiting, at = [context.state_of(sentence.unit(match.group("by")))], match.end()
    told: list[tuple[str | None, int]] = []
    while found := _NEXT.match(sentence.coded, at):
        if found.group("date"):
            told += [(by, int(found.group("date"))) for by in waiting]
            waiting = []
        if not found.group("more"):
            break
        waiting.append(context.state_of(sentence.unit(found.group("by"))))
        at = found.end()
    if fronted and not told:
        told, waiting = [(by, int(fronted.group(1))) for by in waiting], []
    if len(told) < 2 or waiting:
        return
    for by, number in told:
        if both := joined(of, by):
            when = context.resolve(sentence, number, False)
            yield milestone(sentence, "recognition", both, SAID, when, "recognition of independence", "recognition")


def _each_recogniser(
    context: Context, sentence: Sentence, match: Match[str], parties: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """Several states that recognise one make as many turning points."""
    several = _SEVERAL.search(sentence.coded, 0, match.start("verb"))
    states: list[str | None] = []
    if several:
        states += [context.state_of(sentence.unit(c)) for c in re.findall(r"C\d+", several.group())]
    groups = match.groupdict()
    told = " ".join(groups.get(g) or "" for g in ("plain", "more", "of", "rest"))
    objects = [context.state_of(sentence.unit(c)) for c in re.findall(r"C\d+", told)]
    if len(set(objects)) > 1:
        states += [] if states else [p for p in parties if p not in objects][:1]
        return [both for s in states for o in objects if (both := joined(s, o))]
    object_ = next((p for p in parties if p not in states), None)
    return [both for s in states if (both := joined(s, object_))] or [parties]


_SEVERAL = re.compile(
    r"C\d+(?: , C\d+)*(?: ,)? and (?:the )?C\d+ (?:both |all |have |has |also |had |then |[a-z]+ly |D\d+ |on D\d+ )*$"
)


def _recogniser(context: Context, sentence: Sentence, match: Match[str]) -> tuple[tuple[str, ...] | None, Basis]:
    groups = match.groupdict()
    code = next((groups.get(g) for g in ("of", "whose", "adj", "plain") if groups.get(g)), None)
    object_ = "CHN" if groups.get("china") else context.state_of(sentence.unit(code)) if code else None
    by = context.state_of(sentence.unit(groups["by"])) if groups.get("by") else _subject(context, sentence, match)
    if object_ and by and by != object_:
        return joined(by, object_), SAID
    if by and groups.get("it", "") in _YOUNG and (new := _new_state(context, by)):
        return joined(by, new), Basis.FRAME
    if groups.get("each"):
        return two_states(context, sentence, match.start("verb"))
    return framed(context, sentence, object_ or by)


_YOUNG = frozenset(
    {
        "the new state",
        "the new republic",
        "the young state",
        "the young republic",
        "the country",
        "the republic",
        "our country",
        "our republic",
        "our state",
        "our nation",
    }
)


def _new_state(context: Context, other: str) -> str | None:
    """The state whose founding a text tells: that where it is written, else the one named most."""
    here = context.here()
    if here and here.country != other:
        return here.country
    return next((s for s, _ in context.weights.most_common(2) if s != other), None)


def _subject(context: Context, sentence: Sentence, match: Match[str]) -> str | None:
    if _BY_DOING.search(sentence.coded, 0, match.start("verb")):
        clause = context.clause_at(sentence, sentence.at(match.start("verb")))
        states = [state_of(context, sentence, n) for n in clause.subject] if clause else []
        if states and states[0]:
            return states[0]
    if match.groupdict().get("first"):
        before = states_between(context, sentence, 0, sentence.at(match.start()))
        after = states_between(context, sentence, sentence.at(match.end() - 1) + 1, len(sentence.units))
        return before[-1] if before else after[0] if after else None
    number = context.subject(sentence, match.start("verb"))
    if number is not None and sentence.units[number].code != "G":
        return state_of(context, sentence, number)
    before = states_between(context, sentence, 0, sentence.at(match.start("verb")))
    return before[-1] if before else None


_BY_DOING = re.compile(r"\b(?:in|by|after|before|while|on|when) $")


def independence(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "A celebrates its independence, recognised by B on D"."""
    by = context.state_of(sentence.unit(match.group("by")))
    named = states_between(context, sentence, 0, sentence.at(match.start("verb")))
    new = context.state_of(sentence.unit(match.group("of"))) if match.group("of") else None
    parties = joined(by, new or next((s for s in reversed(named) if s != by), None))
    if not parties:
        return []
    when = day_of(context, sentence, match, news=False)
    if when.date is None:
        return []
    return [milestone(sentence, "recognition", parties, SAID, when, "recognition of independence", "independence-by")]


_RECOGNISED_WORDS = frozenset(
    "recognised recognized recognise recognize recognises recognizes recognising recognizing recognition".split()
)
_M = Kind.MILESTONE
RULES = (
    Rule(
        "recognition", _M, _RECOGNISED_WORDS, _RECOGNITION, recognition,
        ("Turkey was the first state that recognized the independence of Kazakhstan in 1991.", "Iceland recognised Lithuania on 11 February 1991.",
         "Israel and Bahrain agreed to recognise each other in September 2020."),
        ("Kazakhstan has not recognised Kosovo.", "Turkey recognised the merits of Kazakhstan's ambassador.", "Turkey called on Kazakhstan to recognise Abkhazia.",
         "Kazakhstan asked the United States to recognise Kazakhstan's market economy status.", "Diplomas of Kenya are recognised in Uganda."),
    ),
    Rule(
        "recognised-as", _M, frozenset({"as"}), _RECOGNISED_AS, recognition,
        ("Germany acknowledged Kosovo as independent on 20 February 2008.", "Germany followed in treating Kosovo as a sovereign state."),
        ("Kenya regards Uganda as a friend.", "Spain refuses to regard Kosovo as an independent state."),
    ),
    Rule(
        "recognition-given", _M, frozenset({"recognition"}), _RECOGNITION_GIVEN, recognition,
        ("Switzerland and Sweden gave Croatia their recognition on 15 January 1992.", "Chile extended formal recognition to South Sudan on 10 July 2011."),
        ("Kenya gave Uganda recognition for its doctors.", "Spain will not give Kosovo its recognition."),
    ),
    Rule(
        "recognised-whom", _M, _RECOGNISED_WORDS, _RECOGNISED_WHOM, recognition,
        ("Serbia formally recognised its former partner Montenegro on June 15, 2006.",), ("Serbia recognised the good work of Montenegro.", "Serbia recognised the border of Montenegro."),
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
        "independence-by", _M, _RECOGNISED_WORDS, _INDEPENDENCE_BY, independence,
        ("Angola marks half a century of independence, recognised by Brazil on 11 November 1975.",),
        ("Angola celebrates its independence, a feast recognised by Brazil.", "Angola's independence, not recognised by Brazil in 1975, was the theme."),
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
)  # fmt: skip
