"""When a target is due: "by 2030", "within five years", or only words ("in the near future")."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context
from relations_db.extract.rules.trade_clauses import part
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve
from relations_db.language.dates import Dated
from relations_db.language.numbers import Number
from relations_db.values import PartialDate

Due = tuple[PartialDate | None, str | None, tuple[int, int] | None]
NOTHING: Due = (None, None, None)
_BY = re.compile(
    r"\b(?P<lead>by|until|till|before|up to|through|ahead of|not later than|no later than|on the horizon of|at the horizon of|towards|for|in|within|over|during|at|to|from D\d+ to|come|as from|as of|starting (?:in|from))"
    r"(?: (?:the |its )?(?:end|close|middle|beginning|start|turn) of)?(?: the)?(?: years?| calendar year)? D(?P<d>\d+)"
)
_COUNT = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a": 1,
    "half": 5,
}
_WITHIN = re.compile(
    r"\b(?:within|in|over|during|inside|after|before|themselves|itself|ourselves) (?:(?:the|a|an|no more than|less than|at most|about|some|space of|course of|term of|period of|next|coming|following|another|as little as) )*"
    r"(?P<n>N\d+|one|two|three|four|five|six|seven|eight|nine|ten|half a)? ?(?:(?:to|or|-) (?P<m>N\d+) )?-? ?(?P<unit>years?|months?|decade)(?: '|'s)?(?: time)?\b(?! (?:of|before|ago|earlier|to D|D\d))"
    r"|\b(?P<k>N\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|half a) (?P<off>years?|decade) (?:from (?:now|today|then)|hence|on)\b"
)
_DECADE = re.compile(
    r"\b(?:by|before|until) (?:the )?(?:end of )?(?:the|this) (?:current )?decade(?: is out| ends| 's end)?\b|\bby decade 's end\b|\b(?:by|before|until|at) the turn of the decade\b"
)
_CENTURY = re.compile(r"\b(?:by|before|until|at|towards) the (?:turn|end) of the (?:century|millennium)\b")
_VAGUE = re.compile(
    r"\b(?:in (?:the|a) (?:very )?(?:near|foreseeable|short|medium|long|coming|next|not too distant|years|months|not-too-distant) ?(?:future|term|years|months|ahead|period|run|to come|time)?(?: future)?(?: years)?|"
    r"in the (?:coming|next) (?:few )?years|within (?:a short|the shortest possible|a reasonable|a few|a couple of|several) ?(?:time|years)?|at (?:an early|the earliest|a later) ?(?:date|possible date|opportunity)?|as (?:soon|quickly) as possible|"
    r"in the years (?:ahead|to come)|before long|soon|eventually|in coming years|over time|shortly|in the short run|in (?:the )?medium term|in future|ahead of schedule|in due course|over the coming years)\b"
)
# "set D as the year by which trade should have doubled"
_YEAR_BY = re.compile(r"\bD(?P<d>\d+) (?:as|is|was|being|,) (?:the |a )?(?:year|date|deadline|time) (?:by|in) which\b")
_PLAN = re.compile(
    r"\bD(?P<a>\d+) (?:[a-z]+ )?(?:roadmap|road map|programme|program|plan|action plan)\b|\b(?:roadmap|road map|programme|program|plan|action plan) (?:[a-z]+ )?(?:for|of|covering|to) (?:the )?(?:years )?D(?P<b>\d+)"
)


def due_near(
    context: Context, sentence: Sentence, at: int, end: int, limits: tuple[int, int], announced: PartialDate | None,
) -> Due:  # fmt: skip
    """The due date of a target at `at..end` of a coded sentence: after it, before it, else that of the plan it stands in.

    `limits` are the ends of the sums before and after. Words after the target win over words before it; a year wins over mere words.
    """
    low, high = part(sentence.coded, at)
    stretches = ((end, min(high, limits[1])), (max(low, limits[0]), at))
    vague = NOTHING
    for start, stop in stretches:
        found = _in(context, sentence, start, stop, start >= end, announced)
        if found[0]:
            return found
        vague = vague if vague[1] else found
    planned = _planned(context, sentence)
    return planned if planned[0] else vague


_CLOSE = re.compile(
    r"(?: (?:a|per) year| annually| (?:of|in|worth of) (?:(?:bilateral|mutual|two-way|annual|total|their|its) )*(?:trade|turnover|commerce|goods|exchanges|business|exports|investment)(?: (?:with|between) (?:[A-Z]\d+|and|the| )+)?| each way| or more| ,| -| \()* "
)


def is_due_after(context: Context, sentence: Sentence, end: int, stop: int) -> bool:
    """True where a date or term that lies ahead follows a sum directly ("$10 billion by 2030")."""
    start = _CLOSE.match(sentence.coded, end)
    if not start:
        return False
    if _alone(context, sentence, end, None):
        return True
    for pattern in (_BY, _WITHIN, _DECADE, _VAGUE):
        found = pattern.match(sentence.coded, start.end(), stop)
        if found and (pattern is not _BY or _by(context, sentence, found, True, None)):
            return pattern is not _BY or _is_ahead(context, sentence, found)
    return False


def _is_ahead(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    date = _by(context, sentence, match, True, None)
    on = context.analysis.on
    return date is not None and on is not None and date.last > on.last


def _in(context: Context, sentence: Sentence, low: int, high: int, after: bool, announced: PartialDate | None) -> Due:
    coded = sentence.coded
    if after and (alone := _alone(context, sentence, low, announced) or _coming(context, sentence, low)):
        return _told(context, sentence, *alone)
    if year := _YEAR_BY.search(coded, low, high):
        thing = sentence.units[int(year.group("d"))].thing
        if isinstance(thing, Dated) and (date := resolve(thing, context.analysis.on, True)):
            return _told(context, sentence, year, date)
    for match in _BY.finditer(coded, low, high):
        if match.group("lead") != "for" and _SET.search(coded, low, match.start()):
            continue
        if date := _by(context, sentence, match, after, announced):
            return _told(context, sentence, match, date)
    for match in _WITHIN.finditer(coded, low, high):
        if (years := _years(sentence, match)) is not None:
            on = announced or context.analysis.on
            known = on is not None and years > 0
            return _told(context, sentence, match, PartialDate(on.year + years) if on and known else None)
    if turn := _CENTURY.search(coded, low, high):
        on = announced or context.analysis.on
        return _told(context, sentence, turn, PartialDate((on.year // 100 + 1) * 100) if on else None)
    if decade := _DECADE.search(coded, low, high):
        on = announced or context.analysis.on
        return _told(context, sentence, decade, PartialDate(on.year // 10 * 10 + 10) if on else None)
    vague = _VAGUE.search(coded, low, high)
    return _told(context, sentence, vague, None) if vague else NOTHING


_ALONE = re.compile(
    r"(?: a year| annually| mark| threshold| level| line)? (?:, |\( |- )?D(?P<d>\d+)(?= [.,;:)]|$| and\b| or\b)"
)


def _alone(
    context: Context, sentence: Sentence, end: int, announced: PartialDate | None
) -> tuple[Match[str], PartialDate] | None:
    """A later year that stands right after a sum without "by" ("M , 2030")."""
    match = _ALONE.match(sentence.coded, end)
    thing = sentence.units[int(match.group("d"))].thing if match else None
    on = announced or context.analysis.on
    if not (match and isinstance(thing, Dated) and on):
        return None
    if thing.form == "year" and thing.year and thing.year > on.year:
        return match, PartialDate(thing.year)
    ahead = thing.unit in ("year", "years") and thing.shift > 0 and not thing.anaphoric
    return (match, PartialDate(on.year + thing.shift)) if ahead else None


_COMING = re.compile(r"D(?P<d>\d+)(?= [.,;:()\"]|$| and\b| or\b)")


def _coming(context: Context, sentence: Sentence, end: int) -> tuple[Match[str], PartialDate] | None:
    """ "This year", "next year" right after the sum of an aim."""
    match, on = _COMING.match(sentence.coded, end + 1), context.analysis.on
    thing = sentence.units[int(match.group("d"))].thing if match else None
    if not (match and on and isinstance(thing, Dated)) or thing.unit != "year" or thing.anaphoric or thing.shift < 0:
        return None
    return match, PartialDate(on.year + thing.shift)


def _told(context: Context, sentence: Sentence, match: Match[str], date: PartialDate | None) -> Due:
    span = sentence.span(match.start(), match.end())
    return date, context.analysis.said(*span), span


_SET = re.compile(r"\b(?:set|agreed|fixed|announced|adopted|signed|named|proclaimed)(?: by [A-Z]\d+)? $")
_AIM_FOR = re.compile(r"\b(?:target|goal|aim)(?: set)? $")
_AIM_OF = re.compile(r"(?: ,)? (?:the|a|our|their|its) (?:[a-z]+ ){0,2}(?:target|goal|aim|task|plan)\b")


def _by(
    context: Context, sentence: Sentence, match: Match[str], after: bool, announced: PartialDate | None
) -> PartialDate | None:
    """The date after "by"; after "in", "for" and the like only a year that lies ahead of the statement."""
    thing = sentence.units[int(match.group("d"))].thing
    assert isinstance(thing, Dated)
    if thing.form == "years" and thing.until and thing.until[0]:
        now = announced or context.analysis.on
        return PartialDate(thing.until[0]) if now is None or thing.until[0] > now.year else None
    if thing.form in ("years", "weekday", "day", "ago", "decade") or thing.unit in ("week", "days", "weeks"):
        return None
    date = resolve(thing, context.analysis.on, True)
    of_aim = _AIM_OF.match(sentence.coded, match.end()) or _AIM_FOR.search(sentence.coded, 0, match.start())
    after = after or bool(match.group("lead") == "for" and of_aim)
    on = announced or context.analysis.on
    strict = match.group("lead") in (
        "by",
        "until",
        "till",
        "before",
        "up to",
        "through",
        "ahead of",
        "not later than",
        "no later than",
    )
    if date is None or (strict and thing.day is None):
        return date
    if thing.shift < 0 or thing.anaphoric or (not strict and (thing.month or thing.day)):
        return None
    return (
        date
        if (on is not None and date.first > on.last) or (on is None and after)
        else _same_year(thing, on, date, after)
    )


def _same_year(thing: Dated, on: PartialDate | None, date: PartialDate, after: bool) -> PartialDate | None:
    """ "This year" right after the sum, and "for 2015" in a text of 2015."""
    return (
        date
        if on and after and date.year == on.year and date.month is None and thing.form in ("year", "span")
        else None
    )


def _years(sentence: Sentence, match: Match[str]) -> int | None:
    """Years of "within five years"; 0 for months (a date that is not known); None where no number is told."""
    word = match.group("n") or match.group("k")
    unit = match.group("unit") or match.group("off")
    if match.group("m"):
        return 0
    if unit.startswith("decade"):
        return 5 if word == "half a" else 10 * (_number(sentence, word) or 1)
    if word is None:
        return None
    count = _number(sentence, word)
    return 0 if unit.startswith("month") else count or None


def _number(sentence: Sentence, word: str | None) -> int:
    if word is None:
        return 0
    if word[0] != "N":
        return _COUNT.get(word.split(" ")[0], 0)
    thing = sentence.unit(word).thing
    return int(thing.value) if isinstance(thing, Number) and thing.value == int(thing.value) and thing.value < 60 else 0


def _planned(context: Context, sentence: Sentence) -> Due:
    """A plan's own years: "the 2023-2025 Roadmap to bring trade to $2 billion" is due in 2025."""
    for match in _PLAN.finditer(sentence.coded):
        number = int(match.group("a") or match.group("b"))
        thing = sentence.units[number].thing
        if isinstance(thing, Dated) and thing.form == "years" and thing.until and thing.until[0]:
            return _told(context, sentence, match, PartialDate(thing.until[0]))
    return NOTHING
