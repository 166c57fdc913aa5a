"""Jubilees of diplomatic relations, and the beginning of relations that a jubilee tells: "in 2024 they celebrate sixty years of diplomatic relations"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate, Rule
from relations_db.extract.context import Context, When
from relations_db.extract.rules.occasions import Parties, milestone, two_states
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.numbers import Number
from relations_db.values import Basis, Kind, PartialDate

_OF_TIES = r"(?: [a-z]+){0,3}? (?:of|since)(?: [a-zACQ\d'-]+){0,6}? (?:diplomatic (?:relations|ties)|(?:established|establishing) (?:relations|ties))"
_ANNIVERSARY = re.compile(
    r"\b(?P<verb>mark(?:s|ed|ing)?|celebrat(?:e|es|ed|ing)|commemorat(?:e|es|ed|ing)|anniversary year|jubilee year)\b"
    rf"[^.;]{{0,40}}?(?: (?P<years>N\d+) years| (?:O\d+|[a-z-]+) anniversary| jubilee)?{_OF_TIES}"
)
_WORDS = frozenset(
    "mark marks marked marking celebrate celebrates celebrated celebrating commemorate commemorates commemorated anniversary jubilee".split()
)
# Years of relations in a year that is told, and an anniversary with its day, say when the relations began; a mere anniversary does not.
_YEARS = re.compile(
    rf"\b(?:mark(?:s|ed|ing)?|celebrat(?:e|es|ed|ing)|commemorat(?:e|es|ed|ing)|complet(?:e|es|ed|ing)) (?:their |its |D\d+ )?N(?P<years>\d+) years(?! ago){_OF_TIES}"
)
_FALLS = re.compile(
    rf"\bO(?P<years>\d+) anniversary{_OF_TIES}(?: (?:with|between) [^.;,]{{1,50}}?)?(?: ,)? (?:which )?(?:falls|fell|falling|will fall|is to be (?:marked|celebrated)|will be (?:marked|celebrated)|due) (?:on )?D(?P<date>\d+)"
)


def anniversary(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A jubilee of diplomatic relations, dated by the year of the text."""
    on = context.analysis.on
    parties, basis = two_states(context, sentence, match.start())
    if not parties or on is None or context.is_history(sentence):
        return []
    when = When(PartialDate(on.year), Basis.DOCUMENT_DATE)
    text = "anniversary of diplomatic relations"
    return [milestone(sentence, "anniversary_marked", parties, basis, when, text, "anniversary")]


def begun(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The beginning of relations, so many years before the year or day of their jubilee."""
    parties, basis = two_states(context, sentence, match.start())
    years = sentence.units[int(match.group("years"))].thing
    if not parties or not isinstance(years, Number) or not float(years.value).is_integer() or years.value < 5:
        return []
    when = _day(context, sentence, match) if match.re is _FALLS else _told_year(context, sentence, match)
    return _made(sentence, parties, basis, when, int(years.value)) if when else []


def _day(context: Context, sentence: Sentence, match: Match[str]) -> When | None:
    number, on = int(match.group("date")), context.analysis.on
    dated = sentence.units[number].thing
    if not isinstance(dated, Dated) or not dated.day or not dated.month:
        return None
    when = context.resolve(sentence, number, False)
    # "19 June this year" and a bare day are of the document's year.
    if when.date and on and not dated.year:
        when = When(PartialDate(on.year, when.date.month, when.date.day), when.basis, when.span)
    return when


_OTHER_TIME = re.compile(r"\b(?:since|until|till|before|after) (?:the )?$")


def _told_year(context: Context, sentence: Sentence, match: Match[str]) -> When | None:
    """The year that the sentence names for the jubilee: "in 2024", "this year"."""
    for number in sentence.of("D"):
        dated, at = sentence.units[number].thing, sentence.offsets[number]
        if not (match.start() - 90 < at < match.end() + 40 and isinstance(dated, Dated)) or dated.month:
            continue
        if _OTHER_TIME.search(sentence.coded, 0, at):
            continue
        if dated.form == "year" or (dated.unit == "year" and dated.form == "span"):
            return context.resolve(sentence, number, dated.shift > 0)
    return None


def _made(sentence: Sentence, parties: Parties, basis: Basis, when: When, years: int) -> list[Candidate]:
    date = when.date
    if date is None:
        return []
    began = When(PartialDate(date.year - years, date.month, date.day), when.basis, when.span)
    text = "diplomatic relations established"
    return [milestone(sentence, "relations_established", parties, basis, began, text, "relations-years")]


_M = Kind.MILESTONE
RULES = (
    Rule(
        "anniversary", _M, _WORDS, _ANNIVERSARY, anniversary,
        ("This year Kenya and Japan mark 60 years of diplomatic relations.",), ("Kenya celebrates 60 years of independence.",),
    ),
    Rule(
        "relations-years", _M, _WORDS, _YEARS, begun,
        ("In 2024 Ghana and Malaysia celebrate forty years of diplomatic relations.",), ("In 2024 Ghana and Malaysia celebrate forty years of trade.",),
    ),
    Rule(
        "relations-falls", _M, _WORDS, _FALLS, begun,
        ("Chile and Kenya mark the 50th anniversary of the establishment of diplomatic ties, which falls on 3 March 2024.",),
        ("Chile and Kenya mark the 50th anniversary of the establishment of diplomatic ties.",),
    ),
)  # fmt: skip
