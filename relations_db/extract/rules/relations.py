"""How states take up, restore or sever relations."""

from __future__ import annotations

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
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, Kind

DIPLOMATIC = (
    r"(?:(?:diplomatic|ambassador-level|ambassadorial|consular and diplomatic|diplomatic and consular|interstate|inter-state)(?: and consular| and trade| and economic)? "
    r"(?:relations(?:hip)?|ties|links|contacts)|(?:relations|ties) at (?:the )?(?:level of (?:ambassadors|embassies)|ambassadorial level|embassy level|ambassador level))"
)
_PLAIN = r"(?:(?:formal|official|bilateral|normal|their|mutual|full) )*(?:relations|ties)"
_MAKE = (
    r"(?:(?:re-?)?establish(?:ed|es|ing)?|set(?:ting|s)? up|open(?:ed|s|ing)?|forg(?:ed|ing)|enter(?:ed|s|ing)? into|formed|tied|initiat(?:ed|ing)|"
    r"restor(?:ed?|es|ing)|resum(?:ed?|es|ing)|renew(?:ed|ing|s)?|(?:re-?)?normali[sz](?:ed?|es|ing)|formali[sz](?:ed|ing)|t(?:ake|ook|aken|aking) up|"
    r"institut(?:ed|ing)|inaugurat(?:ed|ing)|re-?start(?:ed|ing)?|br(?:ing|ings|ought|inging) back|mend(?:ed|s|ing)?|repair(?:ed|s|ing)?|reviv(?:ed?|es|ing)|"
    r"re-?buil(?:d|ds|t|ding)|patch(?:ed|es|ing)? up|re-?activat(?:ed?|es|ing)|put(?:ting)? back|beg[au]n|concluded|agreed on)"
)
_MADE = (
    r"(?:(?:re-?)?established|set up|opened|forged|formed|restored|resumed|renewed|(?:re-?)?normali[sz]ed|formali[sz]ed|instituted|"
    r"re-?started|taken up(?: again)?|entered into|initiated|in place|back(?: (?:in place|on))?|brought back|mended|repaired|revived|rebuilt|patched up|re-?activated|concluded|begun|official)"
)
_WITH = r"(?: and (?:to )?(?:appoint|exchange|re-?open|open|name|send) | (?:with|between) (?:the )?(?:C\d+|L\d+|G\d+|H\d+|each other|it|people 's republic)| (?:in|on|at) (?:the )?(?:D\d+|ambassador|level)|(?= (?:[.,;:]|D\d+|by an?|by the|again))|$)"
_NOT_TIES = r"(?! (?:of (?:strategic|partner|allian|good|friend|cooper|equal)|(?:with|between) (?:the )?B\d))"
_TO_BE = r"(?:were|was|have been|has been|had been|are|being)"
_RELATIONS = re.compile(
    rf"\b(?P<first>(?:first|second|O\d+|latest|last|next|among|one of)\b(?: (?!to )[^ .;]+){{0,10}} to )?(?P<verb>{_MAKE}) (?:(?:[a-z]+ly |(?:[a-z-]+ ){{0,3}}?){DIPLOMATIC}{_NOT_TIES}|{_PLAIN}{_NOT_TIES}{_WITH}|(?P<them>G\d+)(?= (?:in|on|at|again|D\d+|,|\.|last|after)))"
)
_RELATIONS_MADE = re.compile(
    rf"\b(?:{DIPLOMATIC}(?: [^.;:]{{1,70}}?)?|(?:relations|ties)(?: (?:with|between) [^.;,]{{1,60}}?| of (?:both [a-z]+|G\d+))?(?: since (?:they|G\d+))?(?: , [^.;,]{{1,60}} ,)?) "
    rf"(?P<verb>(?:, |which |that |, which )?(?:{_TO_BE} )?(?:[a-z]+ly |first |also |then |again |D\d+ )*{_MADE})"
    r"(?! (?:as|of|up|to (?:an?|the|strategic|support|promote)|only on paper|its|their|his|her|our|an?|the|joint|[AC]\d+)\b)"
)
_SWITCHED = re.compile(
    r"\b(?P<verb>switch(?:ed|es)|shifted|transferred) (?:its |their )?(?:diplomatic )?(?:recognition|ties|relations|allegiance) from (?:the )?[CL]\d+ to (?:the )?(?P<to>[CL]\d+)"
)
_NOTES = re.compile(
    rf"\bexchang(?P<verb>ed|e|es|ing) (?:of )?(?:[a-z]+ )?(?:(?:notes|letters)\b[^.;]{{0,40}}?{DIPLOMATIC}|ambassadors\b)"
)
_ENVOYS = re.compile(r"\bambassadors (?P<verb>(?:(?:have|had) been |were |are )?exchanged)(?: since D(?P<date>\d+))?")
_RELATIONS_DATED = re.compile(
    rf"\b(?:{DIPLOMATIC}|{_PLAIN})(?: (?:with|between) [^.;,]{{1,60}}?)?(?: , [^.;,]{{1,40}}(?= , ))? (?:, )?(?:which |that )?(?:dat(?:e|es|ed|ing)(?: back)?|go(?:es)? back|went back|followed|began|start(?:ed)?|"
    r"(?:have |had )?existed?) (?:(?:to|from|in|on|since) )*(?:(?:that|this) (?:moment|day|hour|date) , )?D(?P<date>\d+)"
)
# "It took A until D to establish relations with B", "only in D did they take up ties"
_RELATIONS_UNTIL = re.compile(
    rf"\b(?:until|only in|only on|as late as|not before) D(?P<date>\d+) [^;.:]{{0,60}}?\b(?:to|did|that|when) [^;.:,]{{0,40}}?{_MAKE} (?:(?:[a-z-]+ ){{0,3}}?{DIPLOMATIC}|{_PLAIN}{_WITH})"
)
_RELATIONS_SINCE = re.compile(
    rf"\b{DIPLOMATIC}(?: (?:with|between) [^.;,]{{1,60}}?)?(?: (?:have |has )?(?:existed|been in place|exist|lasted|been uninterrupted))?(?: ,)? (?:since|:|\() (?:[a-z]+ )?D(?P<date>\d+)"
    r"|\b(?:have|has) (?:had|maintained) (?:relations|ties)(?: with (?:the )?[CGL]\d+)?[^;.]{0,25}? since (?P<bare>D\d+)"
    r"|\b(?:envoys|embassies|missions|G\d+) (?:have been |have |has been )?in (?:G\d+|each other) 's capitals since (?P<mutual>D\d+)"
    r"|\bexchanged ambassadors since D(?P<envoys>\d+)"
    rf"|\bsince D(?P<early>\d+) ,? ?[^.;]{{1,50}} ?(?:have|has) (?:had|maintained|enjoyed) {DIPLOMATIC}"
)
_RELATIONS_NAMED = re.compile(
    r"\b(?P<lead>[a-z]+ (?:on|of|about|for|after|since|following|upon|marked|announced?|announcing|declared|year of|notes on|from|with|to)(?: the)?|the|since|following|upon|with|after) (?:the )?(?:(?:full|formal|official|comprehensive|complete|historic|recent) )?"
    rf"(?P<verb>(?:re-?)?establishment|restoration|resumption|(?:re-?)?normali[sz]ation|opening|renewal)(?: of (?:{DIPLOMATIC}|{_PLAIN}))?"
    rf"(?P<tail>(?: (?:with|between) [^.;,]{{1,60}}?)? (?:(?:in|on) )?D(?P<date>\d++)(?!(?: ,)? [PH]\d))?"
)
_PAPER = re.compile(
    r"\b(?:saw|communiques?|protocols?|notes|statements?|declarations?|documents?|agreements?|memorand\w+|announced?|announcing|declar\w+|decree) "
)
_COMMEMORATION = re.compile(
    r"\b(?:anniversary|jubilee|years?|decades?|centenary|celebrat\w+|mark(?:s|ed|ing)?) (?:of|since|after|from|on) "
)


OTHER_TIES = re.compile(
    r"\b(?:trade|economic|commercial|business|closer?|friendly|good|warm|cultural|personal|military|industrial|public|labou?r|human|family|sister|strategic|"
    r"partnership|defen[cs]e|energy|investment|banking|scientific|academic|neighbourly|treaty|working|contractual|special) (?:relations|ties|links)\b"
)


_TIES_BEFORE = re.compile(r"\b(?:relations|ties)\b[^;.]{0,40}$")


def relations(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Two states establish, restore or resume diplomatic relations."""
    start, end = match.span("verb")
    first = match.groupdict().get("first")
    them = match.groupdict().get("them")
    if them and not (sentence.unit(them).word == "them" and _TIES_BEFORE.search(sentence.coded, 0, start)):
        return []
    if OTHER_TIES.search(sentence.coded, max(0, match.start() - 25), match.end()):
        return []
    if "ambassadors" in match.group() and not sentence.of("D") and "since" not in sentence.words:
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
    number = int(year.group(1)) if year else int(match.group("date") or -1)
    if number >= 0 and not (_COMMEMORATION.search(before) and _is_recent(context, sentence, number)):
        return _related(context, sentence, start, match.end(), context.resolve(sentence, number, False))
    if _COMMEMORATION.search(before) or not _PAPER.search(before):
        return refuse(context, sentence, start, match.end(), "relations mentioned, their beginning not told")
    return _related(context, sentence, start, match.end(), day_of(context, sentence, match, news=False))


def _is_recent(context: Context, sentence: Sentence, number: int) -> bool:
    """True for a date near the document's, which is that of a celebration."""
    date, on = context.resolve(sentence, number, False).date, context.analysis.on
    return bool(date and on and abs((on.first - date.last).days) < 300)


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
    if other := re.search(r"\bwith (?:the )?(?:([CL]\d+)|people 's republic\b(?! of))", tail):
        state = context.state_of(sentence.unit(other.group(1))) if other.group(1) else "CHN"
        number = context.subject(sentence, start)
        mine = state_of(context, sentence, number) if number is not None else None
        before = [s for s in (mine, *states_between(context, sentence, 0, sentence.at(start))) if s and s != state]
        return (joined(state, before[0]), SAID) if before else framed(context, sentence, state)
    return two_states(context, sentence, start)


_THEY = re.compile(
    r"^(?:G\d+|they|these) (?P<verb>(?:were|have been|had been) (?:[a-z]+ly |then |again |only )*(?:restored|resumed|re-?established|normali[sz]ed|renewed))\b"
)
_RESTORED = frozenset("restored resumed re-established reestablished normalised normalized renewed".split())
_SEVERED = re.compile(rf"\b(?:{DIPLOMATIC}|relations|ties)\b")


def they(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "They were restored on D" after a sentence on relations."""
    before = context.analysis.sentences[sentence.index - 1] if sentence.index else None
    if before is None or not _SEVERED.search(before.coded) or OTHER_TIES.search(before.coded):
        return []
    if reason := why_not(sentence, *match.span("verb")):
        return refuse(context, sentence, *match.span(), reason)
    said = states_between(context, before, 0, len(before.units))
    parties, basis = (joined(*said), Basis.FRAME) if len(said) == 2 else framed(context, sentence, None)
    when = day_of(context, sentence, match, news=False)
    text = "diplomatic relations restored"
    return (
        [milestone(sentence, "relations_established", parties, basis, when, text, "relations-they")] if parties else []
    )


# ------------------------------------------------------------------ free kinds
_BROKEN = re.compile(
    rf"\b(?P<verb>sever(?:ed|s)?|broke(?:n)?(?: off)?|breaks off|cut(?: off)?|cuts|suspended|downgraded|froze(?:n)?|ended) (?:all )?(?:{DIPLOMATIC}|{_PLAIN}{_WITH})"
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


_TIES = frozenset("relations ties relationship links ambassadors contacts".split())
_NAMES = frozenset(
    "establishment re-establishment restoration resumption normalisation normalization renewal opening".split()
)
_M = Kind.MILESTONE
RULES = (
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
        "relations-until", _M, _TIES, _RELATIONS_UNTIL, relations_dated,
        ("It took Malawi until 1995 to establish diplomatic relations with Libya.",), ("Kenya and Oman waited until 1995 to improve their trade.",),
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
        "relations-they", _M, _RESTORED, _THEY, they,
        ("Diplomatic relations between Kenya and Oman were poor. They were restored on 28 August 2022.",),
        ("Kenya and Oman closed two roads in 2019. They were restored on 28 August 2022.", "Diplomatic relations between Kenya and Oman are poor. They will be restored."),
    ),
    Rule(
        "relations-severed", _M, _TIES, _BROKEN, broken,
        ("Saudi Arabia cut diplomatic ties with Iran in January 2016.",), ("Saudi Arabia will not cut diplomatic ties with Iran.",),
    ),
)  # fmt: skip
