"""The year of a document by its anniversary: "the 20th anniversary of the signing of the treaty"."""

from __future__ import annotations

from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.values import PartialDate

ANNIVERSARY = re.compile(
    r"\b(?P<n>[ON]\d+)(?: - year)? anniversary (?:of|since) (?:the |its |their )?(?:(?:signing|conclusion|adoption|signature|establishment|proclamation|formation|launch) of (?:the |a |an |their )?)?(?:[a-z-]+ |A\d+ |- ){0,3}$"
)


def years_before(context: Context, sentence: Sentence, found: re.Match[str]) -> When:
    """The year of a paper by its anniversary, which is kept in the year that the sentence names or that of the document."""
    number, on = sentence.unit(found.group("n")), context.analysis.on
    if not isinstance(number.thing, Number) or on is None or not 0 < number.thing.value < 400:
        return UNKNOWN
    told = [context.resolve(sentence, n) for n, _ in context.dates_in(sentence)]
    year = next((w.date.year for w in told if w.date and w.date.year >= on.year), on.year)
    return When(PartialDate(year - int(number.thing.value)), SAID, (number.start, number.end))
