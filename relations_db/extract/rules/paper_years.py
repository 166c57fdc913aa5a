"""The year of a document or a level by the years that have passed: "the 20th anniversary of the treaty", "ten years since they signed it"."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve
from relations_db.language.dates import Dated
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


_SINCE = re.compile(
    r"\bN(?P<n>\d+) years (?:(?:have |had )?(?:now |already )?(?:passed |gone by |elapsed )|ago )?since (?:the )?[^,;:]{0,70}$"
    r"|\b(?:is|it 's) (?:now |just |already )?D(?P<day>\d+) (?:the )?[^,;:]{0,70}$"
)


def years_since(context: Context, sentence: Sentence, at: int) -> When | None:
    """The year of an act at an offset that is told by its distance: "ten years have passed since they set up ..."."""
    found = _SINCE.search(sentence.coded, max(0, at - 110), at)
    if found is None:
        return None
    if found.group("day"):
        number = int(found.group("day"))
        unit = sentence.units[number]
        return context.resolve(sentence, number, False) if unit.word.endswith("since") else None
    return years_back(context, sentence, int(found.group("n")))


def years_back(context: Context, sentence: Sentence, number: int) -> When | None:
    """The year that lies as many years back as a unit says."""
    thing, on = sentence.units[number].thing, context.analysis.on
    if not isinstance(thing, Number) or on is None or not 0 < thing.value < 400:
        return None
    return When(PartialDate(on.year - int(thing.value)), SAID, (thing.start, thing.end))


_AFTER = re.compile(
    r"D(?P<after>\d+) (?:that )?(?:(?:the )?(?:[PCG]\d+|two|sides)(?: and (?:the )?[PC]\d+)?|H\d+|they) [^,;:]{0,60}$"
)


def days_before(context: Context, sentence: Sentence, at: int) -> When | None:
    """The day of an act at an offset that another came after: "he left on Thursday, a day after they signed the treaty"."""
    found = _AFTER.search(sentence.coded, max(0, at - 100), at)
    unit = sentence.units[int(found["after"])] if found else None
    if found is None or unit is None or not unit.word.endswith(" after") or not isinstance(unit.thing, Dated):
        return None
    told = [d for n, d in context.timeline().get(sentence.index, []) if n < int(found["after"]) and d.day]
    day = told[-1] if told else context.analysis.on
    date = resolve(replace(unit.thing, shift=-unit.thing.shift), day, False, day)
    return When(date, SAID, (unit.start, unit.end)) if day and day.day and date else None
