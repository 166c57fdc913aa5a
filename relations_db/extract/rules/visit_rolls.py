"""Rolls of visits under a heading that names the host: "Visits to Y", then "May 2019: President X (state visit)"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_kinds import event_in, kind_of
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import is_traveller, people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status

_DAY = r"(?:(?:in|on|from) )?D(?P<{}>\d+)"
ROLL = re.compile(
    rf"^(?:{_DAY.format('first')} ?(?:[:,.(-] ?)*(?:visit (?:of|by) )?(?:the )?(?:then )?P\d"
    rf"|(?:visit (?:of|by) )?(?:the )?(?:then )?P\d+(?: of (?:the )?C\d+)? ?[(,:-] ?(?:[a-z-]+ ){{0,4}}(?:, )?{_DAY.format('last')})"
)
_NAMED = re.compile(r"(?:^|[;:,.(-] (?:and )?|\band |D\d+ |\b(?:of|by) )(?:the )?(?:then )?P(\d++)(?! 's)")
_PLACED = re.compile(r"\b(?:in|to|at|from) (?:the )?[LC]\d")
_VISITS = r"(?:visits?|trips?|travels?|tours?)"
# "Visits to Y", "From Z to Y", "To Y"
_TO = re.compile(
    rf"^(?:(?:[a-z-]+ ){{0,4}}{_VISITS} (?:[a-z]+ ){{0,3}}?)?(?:(?:from|by|of) (?:the )?(?:[ACP]\d+ ?)(?:[a-z]+ ){{0,3}})?to (?:the )?(?P<to>[CL]\d+)(?: [a-z]+)? ?[:.-]?$"
)
# "Visits from Z", "Visits by Z's leaders"
_FROM = re.compile(
    rf"^(?:[a-z-]+ ){{0,4}}{_VISITS} (?:of|by|from) (?:the )?(?P<from>[ACP]\d+)(?: 's)?(?: [a-z]+){{0,3}} ?[:.-]?$"
)
_BARE = re.compile(rf"^(?:(?:[a-z-]+|,|and|/|&) ){{0,6}}?{_VISITS}(?: (?:and|&) [a-z]+)? ?[:.-]?$")
_FAR = 40  # lines of a roll
_LONG = 12  # units of a heading


def roll(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The visits of one line of a roll; none where the line names a place of its own, which other rules read."""
    if _PLACED.search(sentence.coded):
        return []
    head = _head(context, sentence)
    if head is None or any(c.form == "finite" for c in context.clauses(sentence)):
        return []
    day = match.group("first") or match.group("last")
    when = context.resolve(sentence, int(day), None)
    on = context.analysis.on
    ahead = bool(on and when.date and when.date.first > on.last)
    realis = Realis(Status.PLANNED if ahead else Status.DONE, not ahead)
    made: list[Candidate] = []
    for named in _NAMED.finditer(sentence.coded):
        pools = people(context, sentence, [int(named.group(1))])
        guest = pools[0][0] if pools else None
        place = _host(context, head, guest.country) if guest and is_traveller(context, guest) else None
        if guest is None or place is None or guest.country == place.country:
            continue
        told = sentence.coded[named.end() :].split(" ; ")[0]
        kind = _kind(told)
        made += make_each(context, sentence, "visit-roll", [guest], place, kind, when, realis)
    return made


def _kind(told: str) -> str:
    """ "(official, for the anniversary)": the kind that stands in brackets or is said of the visit, else that of the event."""
    bracketed = re.search(r"\( (state|official|working|private)\b", told)
    kind = bracketed.group(1) if bracketed else kind_of(told)
    return "summit" if kind == "unspecified" and event_in(told) else kind


def _head(context: Context, sentence: Sentence) -> Sentence | None:
    """The heading above a line: the nearest line without a date or a person, if it tells of visits."""
    for index in range(sentence.index - 1, max(-1, sentence.index - _FAR), -1):
        above = context.analysis.sentences[index]
        if len(above.units) <= _LONG and any(p.search(above.coded) for p in (_TO, _FROM, _BARE)):
            return above
        if above.paragraph != sentence.paragraph and len(above.units) <= _LONG and not above.of("D", "P"):
            return None
    return None


def _host(context: Context, head: Sentence, home: str | None) -> Place | None:
    """The state that a heading names as host, or the other of the two of which the text tells."""
    if to := _TO.search(head.coded):
        return place_at(context, head, int(to.group("to")[1:]))
    guests = _FROM.search(head.coded)
    pair = context.pair or ()
    if home not in pair or (guests and context.state_of(head.unit(guests.group("from"))) != home):
        return None
    return Place(None, next(s for s in pair if s != home), Basis.FRAME)
