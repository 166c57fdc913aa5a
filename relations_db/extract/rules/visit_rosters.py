"""Who took part in a gathering: "leaders at the summit were X, Y and Z", "among those who left were X and Y", "X and Y were among the guests here"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import head_place, loci
from relations_db.extract.rules.visit_kinds import event_in
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each, stated_place
from relations_db.extract.rules.visit_realis import clause_around, guard
from relations_db.extract.rules.visit_who import LEADERS, is_traveller, people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

_ITEM = r"(?:(?:the|its|[AC]\d+|'s|'|then|former|by [a-z]+ [a-z]+ ,|in turn) )*P\d+(?: of (?:the )?[CB]\d+| from (?:the )?[CL]\d+| \( [^()]{1,30} \))?"
_AND = r"(?: ?,| ?;)?(?: and| as well as| and also| along with| together with| plus)?(?: ,)? "
LIST = rf"{_ITEM}(?:(?:{_AND}){_ITEM})*"
_WHO = (
    r"(?:leaders|heads of (?:state|government)(?: and (?:state|government))?|presidents|premiers|prime ministers|foreign ministers|ministers|dignitaries|guests|participants|attendees|those|others|"
    r"delegates|monarchs|statesmen|visitors|speakers|arrivals|figures|G\d+|P\d+)"
)
_THERE = r"(?:at|in|attend\w*|present|took part|taking part|takes? part|participat\w*|arriv\w*|gather\w*|here|there|left|departed|flew|came|come|coming|invited|expected|joined|joining|seen|received|hosted|welcomed|on hand)"
_VERB = r"(?:were|was|are|is|include[ds]?|comprised?|will be|numbered|counted)"
# "leaders at the summit were X and Y", "among those who left earlier were X and Y", "guests include X and Y"
ROSTER = re.compile(
    rf"\b(?:(?P<among>among) (?:the |other |all )*)?(?:[a-z]+ |[AB]\d+ ){{0,2}}(?P<who>{_WHO})(?P<what>(?: (?!{_VERB} |said )[A-Za-z\d'-]+| ,){{0,14}}?) (?P<verb>{_VERB}|including|such as|namely)(?: also| so far)? (?P<list>{LIST})(?! (?:said|told|'s))"
)


def roster(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The guests of a gathering that a sentence lists, at the place of the gathering."""
    what = match.group("what")
    low, high = clause_around(sentence, match.start())
    named = re.search(r"\b(?:guests|participants|attendees|visitors|arrivals)$", match.group("who"))
    if not (named or re.search(rf"\b{_THERE}\b", what)) or REMOTE.search(sentence.coded[low:high]):
        return []
    return _at_gathering(context, sentence, match, what)


# "X, Y's Z and W were among the leaders here for the summit"
AMONG = re.compile(
    rf"(?P<list>{LIST})(?: ,)? (?P<verb>were|was|are|is|will be)(?: also)? (?:among|amongst|one of|part of) (?:the |all )?(?:[a-z]+ |[AB]\d+ |N\d+ ){{0,3}}{_WHO}(?P<what>[^;:]{{0,80}})"
)


def among(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X and Y were among the heads of government here for the meeting"."""
    what = match.group("what")
    if not re.match(rf" (?:(?:who|also|currently|in|[a-z]+) ){{0,2}}{_THERE}\b| {_THERE}\b", what):
        return []
    return _at_gathering(context, sentence, match, what)


# "X, Y and Z also attended", "were also present"
ATTENDED_TOO = re.compile(
    rf"(?P<list>{LIST})(?: ,)? (?P<verb>(?:were|was|are|is|will be) (?:also )?(?:present|in attendance|on hand|there)|(?:also )(?:attended|attend|attends|took part|take part|participated|joined in|joined|flew in|came)|(?:will also|are also|is also) (?:attend|attending|take part|taking part|present|participate|participating|join|joining))\b(?P<what>[^;:]{{0,70}})"
)


def attended_too(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X, Y and Z also attended": at the gathering told before."""
    what = match.group("what")
    if re.match(r" (?:by|the|a|an|in|at|forces|hands) ", what) and not event_in(what) and "L" not in what:
        return []
    return _at_gathering(context, sentence, match, what)


# "the summit in Y was attended by the presidents of A, N; B, M, and C, O"
ATTENDED_BY = re.compile(
    r"\b(?P<verb>(?:was|were|is|are|has been|have been|will be|is to be)(?: also)? (?:attended|joined)) by (?P<list>(?:(?!(?:who|which|where|when|while|after|before|whose|that) )[^ .]+ )*?P\d+(?:(?: [,;])?(?: and| as well as)?(?: ,)?(?: (?:the|by|[AC]\d+|'s|'))* P\d+| [,;] [AC]\d+ , P\d+|(?: ,)? and [AC]\d+ , P\d+)*)"
)


def attended_by(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The summit in Y was attended by ...": those who came to a gathering that the sentence, or the one before, names."""
    before = sentence.coded[: match.start()]
    if not event_in(before) and not (re.search(r"^(?:it|this) $", before) and told_gathering(context, sentence)):
        return []
    return _at_gathering(context, sentence, match, before)


def _at_gathering(context: Context, sentence: Sentence, match: Match[str], what: str) -> list[Candidate]:
    persons = [
        p[0] for p in people(context, sentence, [int(n) for n in re.findall(r"P(\d+)", match.group("list"))]) if p
    ]
    place = _place(context, sentence, match, persons)
    if place is None:
        return []
    realis = guard(context, sentence, match, _realis(sentence, match, what))
    guests = [e for e in dict.fromkeys(persons) if e.country != place.country and is_traveller(context, e)]
    leaving = bool(re.search(r"\b(?:left|departed|flew (?:home|out|back))\b", what))
    near = context.date_near(sentence, match.start(), realis.status is Status.PLANNED) or _day(context, sentence, place)
    kind = "summit" if len(guests) > 1 or event_in(sentence.coded) else "unspecified"
    if leaving:
        return make_each(
            context, sentence, "visit-roster", guests, place, "summit", UNKNOWN, realis, {"end": 1}, ended=near
        )
    return make_each(context, sentence, "visit-roster", guests, place, kind, near, realis)


def _realis(sentence: Sentence, match: Match[str], what: str) -> Realis:
    told = sentence.coded[max(0, match.start() - 40) : match.start()] + " " + what + " " + match.group("verb")
    if re.search(r"\binvited\b", what):
        return Realis(Status.PROPOSED)
    ahead = re.search(r"\b(?:will|expected|due|to attend|to be|is to|are to|scheduled|confirmed)\b", told)
    return Realis(Status.PLANNED if ahead else Status.DONE)


def _place(context: Context, sentence: Sentence, match: Match[str], persons: list[Entity]) -> Place | None:
    """Where the gathering is: said in the clause, at the head of the entry, where the summit told before is, or the dateline's."""
    low, high = clause_around(sentence, match.start())
    if said := stated_place(context, sentence, match.start(), low, high, None):
        return said
    if head := head_place(context, sentence):
        return Place(head.city, head.country, Basis.FRAME, head.span)
    if told := told_gathering(context, sentence):
        return told
    homes = {e.country for e in persons}
    written = context.here()
    if written and written.country not in homes:
        return Place(written.city, written.country, Basis.FRAME, written.span)
    if context.host and context.host not in homes:
        return Place(context.host_city, context.host, Basis.FRAME)
    return _home_of_host(context, sentence, homes)


def told_gathering(context: Context, sentence: Sentence) -> Place | None:
    """The city of the gathering of which an earlier sentence tells, the nearest one first, or the first sentences'."""
    sentences = context.analysis.sentences
    found: Place | None = None
    near = range(sentence.index - 1, max(-1, sentence.index - 5), -1)
    for index in dict.fromkeys((*near, *range(min(3, sentence.index)))):
        if not event_in(sentences[index].coded) or context.is_history(sentences[index]):
            continue
        for locus in loci(sentences[index]):
            if locus.prep in ("in", "at") and locus.unit is not None and sentences[index].units[locus.unit].code == "L":
                place = context.place_of(sentences[index].units[locus.unit])
                place = Place(place.city, place.country, Basis.FRAME, place.span)
                if event_in(sentences[index].coded[max(0, locus.start - 40) : locus.start]):
                    return place
                found = found or place
    return found


def _home_of_host(context: Context, sentence: Sentence, homes: set[str | None]) -> Place | None:
    """The state of the one who acts in the sentences before and is none of the guests."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        earlier = context.analysis.sentences[index]
        for number in earlier.of("P"):
            for entity in context.entities_at(earlier, number)[:1]:
                if entity.country and entity.country not in homes and entity.office in LEADERS[:3]:
                    return Place(None, entity.country, Basis.FRAME)
    return None


def _day(context: Context, sentence: Sentence, place: Place) -> When:
    """The day of those who are told to be there already, else of the news."""
    days = [
        c.claim.started_on
        for c in context.told
        if isinstance(c.claim, Visit)
        and c.claim.host == place.country
        and c.claim.visit_kind == "summit"
        and not c.background
    ]
    firm = next((d for d in reversed(days) if d), None)
    return When(firm, Basis.FRAME) if firm else context.news_day(sentence.index)
