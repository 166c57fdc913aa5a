"""Stretches of time told in a sentence: "2023", "the first nine months of last year", "fiscal 2022-23", "the year before"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from relations_db.extract.context import Context
from relations_db.extract.fiscal import fiscal_state, fiscal_year, months
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.date_meaning import resolve, resolve_end
from relations_db.language.dates import Dated
from relations_db.language.numbers import Number
from relations_db.values import PartialDate, Period


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time at `start..end` of a coded sentence.

    `period` is None where the text gives no way to know it; `shift` is -1 for "the year before" (counted from the main period);
    `compared`: only told for comparison ("than in 2022"); `same`: the main period again, in the year `period` where that is told; `units`: the numbers of its date units.
    """

    start: int
    end: int
    period: Period | None
    shift: int = 0
    compared: bool = False
    same: bool = False
    units: frozenset[int] = frozenset()


_TO = r"(?:of|in|to|through|till|until|ending|ended|up to|ending in|ended in) (?:the )?(?:end )?(?:of )?(?:the )?"
_MONTHS = cued(
    rf"\b(?:(?P<first>first|opening|initial|whole|full) )?N(?P<n>\d+) (?:-? ?months?|m(?= D\d))(?: (?P<link>{_TO})(?:(?:year|fiscal year) )?(?:D(?P<d>\d+)|(?P<this>(?:current|present) year))|(?=(?: \w+)? D(?P<bare>\d+)\b)|)"
)
_HALF = cued(
    r"\b(?:(?P<order>first|second|O\d+) half|h ?(?P<h>[12])|N(?P<k>\d+) h(?= D\d)|(?:first|opening) N(?P<n>\d+) months)(?: (?:of|in))?(?: the)?(?: year)? ?(?:D(?P<d>\d+)|(?=[.,;)]|$))"
)
_QUARTER = cued(
    r"\b(?:(?P<order>first|second|third|fourth|last|O\d+) quarter|q ?(?P<q>[1-4])|N(?P<k>\d+) q(?= D\d))(?:(?: (?:of|in))?(?: the)?(?: year)? D(?P<d>\d+)|(?: of the year)?(?! of| in D))"
)
_YEAR_TO = cued(
    r"\b(?:N(?P<n>\d+) (?P<unit>quarters|months)|(?P<year>year)) (?:that |which )?(?:to|ends|ending|ended|through|up to|until)(?: in| on)?(?: the)?(?: end)?(?: of)?(?: the)?(?: (?:(?P<order>first|second|third|fourth|O\d+) quarter|q ?(?P<q>[1-4]))(?: of)?)? D(?P<d>\d+)"
)
_RANGE = cued(
    r"(?:\b(?P<lead>from|between) )?(?:the (?:beginning|start) of )?D(?P<a>\d+) (?P<link>to|and|-|through|until|till)(?: the)?(?: end)?(?: of)? D(?P<b>\d+)"
)
_FISCAL = cued(
    r"\b(?:(?:fiscal|financial|budget)(?: year)?|fy)(?: of)? ?(?:D(?P<d>\d+)|(?P<years>\d{2,4} [-/] (?:N\d+|\d\d))\b|(?P<short>\d{4}|\d\d)\b)|\bD(?P<last>\d+) (?:fiscal|financial)(?: year)?\b"
)
_FISCAL_PART = cued(
    rf"\b(?:first|opening|initial) (?:(?P<part>half|quarter)|N(?P<n>\d+) months) of (?:the )?(?={_FISCAL.pattern})"
)
_RELATIVE = cued(
    r"\b(?:(?P<before>(?:the|a) (?:year|twelve months|N\d+ months) (?:before|earlier|previously)(?: that)?|the (?:previous|preceding|prior) (?:year|twelve months|N\d+ months|period))"
    r"|(?P<same>(?:the )?(?:reporting|reported) period|the period under review|(?:that|the same|this) (?:fiscal|financial)(?: year)?(?= [.,;:)]|$)|(?:the )?(?:same|corresponding|comparable|like|equivalent) (?:period|months|stretch|time|quarter|half|span|twelve months|N\d+ months|year(?! (?:as|when|that|before|a )))(?: of the)?(?: (?:of |in |a )?(?:D(?P<d>\d+)|(?P<earlier>the (?:year before|previous year|preceding year)|year earlier|year before)))?)"
    r"|(?P<after>the (?:year after|following year|next year)))"
)
_TO_DATE = cued(
    r"\b(?:since the (?:beginning|start) of (?:the|this) year|since the year began|(?:in )?the year (?:so far|to date)|so far D(?P<d>\d+)|D(?P<e>\d+) so far)\b"
)
_SINCE = cued(r"\bsince (?P<d>D\d+)")
_YEAR_BEGAN = re.compile(r"(?:beginning|start) of (?:the|this|the current) year$")
_NO_PERIOD = cued(
    r"\b(?:in recent years|recently|since (?:then|independence|D\d+|(?:the|its) (?!(?:beginning|start) of)[a-z]+)|(?:over|in|during|within|for) (?:the )?(?:(?:space|course) of )?(?:the )?(?:past|last|previous|space of)? ?(?:N\d+|few|several|a few|several|many|decades?|couple of)? ?(?:years|decades?|quarter of a century)\b(?! (?:of|to) D))"
)
_COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|against|as against|versus|since|before|from|on|up on|down on|over|beyond|exceeding)(?: (?:in|during|for|that (?:of|in)|of|those of|the level of|its level (?:in|of)|the figure for))?(?: the)? $"
)
_GROWTH = re.compile(r"X\d+|\b(?:up|down|more|less|rise|drop|increase|growth|higher|lower|jump|fall|decline|gain)\b")


def stretches(context: Context, sentence: Sentence) -> list[Stretch]:
    """All stretches of time of a sentence, in order of place; the longer form first where two claim one date."""
    found: list[Stretch] = []
    taken: set[int] = set()
    for start, end, units, period, shift in _composed(context, sentence):
        if taken & units or any(s.start < end and start < s.end for s in found):
            continue
        taken |= units
        same = shift == 0 and bool(_RELATIVE.match(sentence, start))
        found.append(
            Stretch(start, end, period, shift, _is_compared(sentence, start, end, shift), same, frozenset(units))
        )
    for number, unit in sentence.things:
        if unit.code == "D" and isinstance(unit.thing, Dated) and number not in taken:
            found += _plain(context, sentence, number, unit.thing)
    return sorted(found, key=lambda s: s.start)


def _is_compared(sentence: Sentence, start: int, end: int, shift: int = 0) -> bool:
    if sentence.coded.startswith(" 's", end):
        return False
    lead = _COMPARED.search(sentence.coded[max(0, start - 45) : start])
    if not lead or sentence.coded.startswith((" , when ", " , in which "), end):
        return False
    word = lead.group().split()[0]
    if word in ("over", "from", "against", "beyond"):
        return word != "over" or bool(shift) or bool(_GROWTH.search(sentence.coded[max(0, start - 70) : start]))
    return True


Made = tuple[int, int, set[int], Period | None, int]


def _composed(context: Context, sentence: Sentence) -> Iterator[Made]:
    for match in _FISCAL_PART.finditer(sentence):
        yield from _fiscal_part(context, sentence, match)
    for match in _YEAR_TO.finditer(sentence):
        yield from _year_to(context, sentence, match)
    for match in _HALF.finditer(sentence):
        yield from _half(context, sentence, match)
    for match in _MONTHS.finditer(sentence):
        yield from _months(context, sentence, match)
    for match in _QUARTER.finditer(sentence):
        yield from _quarter(context, sentence, match)
    for match in _FISCAL.finditer(sentence):
        yield from _fiscal(context, sentence, match)
    for match in _FISCAL_NOW.finditer(sentence):
        yield from _fiscal_now(context, sentence, match)
    for match in _RANGE.finditer(sentence):
        yield from _range(context, sentence, match)
    for match in _RELATIVE.finditer(sentence):
        yield _relative(context, sentence, match)
    for match in _SINCE.finditer(sentence):
        if _is_years_start(sentence, match.group("d")):
            yield match.start(), match.end(), {int(match.group("d")[1:])}, _this_year(context), 0
    for match in _TO_DATE.finditer(sentence):
        units = {int(n) for n in match.groups() if n}
        yield match.start(), match.end(), units, _this_year(context), 0
    for match in _NO_PERIOD.finditer(sentence):
        yield match.start(), match.end(), {int(n) for n in re.findall(r"\bD(\d+)", match.group())}, None, 0


def _dated(sentence: Sentence, number: str | int) -> Dated:
    thing = sentence.units[int(number)].thing
    assert isinstance(thing, Dated)
    return thing


def date_of(context: Context, sentence: Sentence, number: int) -> PartialDate | None:
    """What a date unit means: "that year" is the year told last before it."""
    dated = _dated(sentence, number)
    if dated.anaphoric:
        for earlier in range(number - 1, -1, -1):
            thing = sentence.units[earlier].thing
            if sentence.units[earlier].code == "D" and isinstance(thing, Dated) and thing.year:
                return resolve(dated, context.analysis.on, False, PartialDate(thing.year, thing.month, thing.day))
    anchor = context.anchor(sentence, number) if dated.anaphoric else None
    return resolve(dated, context.reference(sentence, dated), False, anchor)


def _year(context: Context, sentence: Sentence, unit: str | None) -> int | None:
    """The year of a unit; of the document where no unit is told."""
    if unit is None:
        return context.analysis.on.year if context.analysis.on else None
    date = date_of(context, sentence, int(unit))
    return date.year if date else None


def _count(sentence: Sentence, unit: str) -> int:
    thing = sentence.units[int(unit)].thing
    return int(thing.value) if isinstance(thing, Number) else 0


def _order(word: str | None, digit: str | None, sentence: Sentence) -> int:
    if digit:
        return int(digit)
    if word and word[0] == "O":
        return _count(sentence, word[1:])
    return {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(word or "", 0)


def _is_years_start(sentence: Sentence, code: str) -> bool:
    """True for "the beginning of the year" and a mere "January"."""
    unit = sentence.unit(code)
    month = isinstance(unit.thing, Dated) and (unit.thing.month, unit.thing.year, unit.thing.day) == (1, None, None)
    return bool(_YEAR_BEGAN.search(unit.word)) or month


def _year_to(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    """ "The four quarters to the end of September", "the year to June 2024", "ten months to October"."""
    number = int(match.group("d"))
    end = date_of(context, sentence, number)
    count = (
        12
        if match.group("year")
        else _count(sentence, match.group("n")) * (3 if match.group("unit") == "quarters" else 1)
    )
    quarter = _order(match.group("order"), match.group("q"), sentence)
    if quarter and end:
        end = PartialDate(end.year, quarter * 3)
    if end and not end.month and match.group("unit") == "quarters":
        end = PartialDate(end.year, 12)
    if 1 < count <= 24 and (end is None or end.month):
        last = end.year * 12 + (end.month or 1) - 1 if end else 0
        whole = not (end and end.day and end.day < 25)
        yield match.start(), match.end(), {number}, months(last - count + whole, last) if end else None, 0


def _months(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    """ "The first nine months of 2023", "eight months of this year", "in the first nine months"."""
    count = _count(sentence, match.group("n"))
    told = match.group("d") or match.group("bare")
    if not 1 < count <= 12 or not (match.group("first") or told or match.group("this")):
        return
    if told and _dated(sentence, told).form not in ("year", "span", "ago", "years", "mrel"):
        return
    year = _year(context, sentence, told)
    on = context.analysis.on
    if year and not told and on and on.month and count >= on.month:
        year -= 1
    period = months(year * 12, year * 12 + count - 1) if year else None
    end = sentence.offsets[int(told)] + len(told) + 1 if told else match.end()
    yield match.start(), end, {int(told)} if told else set(), period, 0


def _half(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    if match.group("n") and _count(sentence, match.group("n")) != 6:
        return
    order = 1 if match.group("n") else _order(match.group("order"), match.group("h"), sentence)
    order = _count(sentence, match.group("k")) if match.group("k") else order
    told = match.group("d")
    year = _year(context, sentence, told)
    period = months(year * 12 + (order - 1) * 6, year * 12 + order * 6 - 1) if year and order else None
    yield match.start(), match.end(), {int(told)} if told else set(), period, 0


def _quarter(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    order = _order(match.group("order"), match.group("q"), sentence)
    order = _count(sentence, match.group("k")) if match.group("k") else order
    told = match.group("d")
    year = _year(context, sentence, told)
    on = context.analysis.on
    if year and not told and on and on.month and order * 3 > on.month:
        year -= 1
    period = Period(f"{year}-Q{order}") if year and 1 <= order <= 4 else None
    yield match.start(), match.end(), {int(told)} if told else set(), period, 0


def _range(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    """ "From January to October of this year", "January-May", "between April 2023 and March 2024"."""
    a, b = int(match.group("a")), int(match.group("b"))
    first, last = _dated(sentence, a), _dated(sentence, b)
    if first.month is None and match.group("lead") == "between" and first.form == last.form == "year":
        yield match.start(), match.end(), {a, b}, months((first.year or 0) * 12, (last.year or 0) * 12 + 11), 0
    if first.month is None or first.day or last.day or last.month is None:
        return
    end = date_of(context, sentence, b)
    start = date_of(context, sentence, a) if first.year else None
    if end is None or end.month is None:
        yield match.start(), match.end(), {a, b}, None, 0
        return
    year = start.year if start else end.year - (first.month > end.month)
    yield match.start(), match.end(), {a, b}, months(year * 12 + first.month - 1, end.year * 12 + end.month - 1), 0


def _relative(context: Context, sentence: Sentence, match: Match[str]) -> Made:
    """ "The year before", "the same months of 2022": counted from the main period, unless it names its year."""
    shift = -1 if match.group("before") or match.group("earlier") else 1 if match.group("after") else 0
    told = match.group("d")
    if told:
        dated = _dated(sentence, told)
        shift = -1 if dated.form in ("ago", "span") and dated.shift < 0 else 0
        if dated.year:
            return match.start(), match.end(), {int(told)}, Period(str(dated.year)), 0
    return match.start(), match.end(), {int(told)} if told else set(), None, shift or (0 if match.group("same") else -1)


def _fiscal_part(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    """ "The first eleven months of FY23": so many months from the start of the fiscal year."""
    part, named = match.group("part"), _FISCAL.match(sentence, match.end())
    count = {"half": 6, "quarter": 3}.get(part) if part else _count(sentence, match.group("n"))
    for _, end, units, year, _ in _fiscal(context, sentence, named) if named and count else ():
        first = year.first.year * 12 + year.first.month - 1 if year else 0
        yield match.start(), end, units, months(first, first + (count or 1) - 1) if year else None, 0


_FISCAL_NOW = cued(
    r"\b(?:(?:the|its|their) )?(?P<which>last|past|previous|current|present|this) (?:fiscal|financial) year\b(?! D)"
)


def _fiscal_now(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    """ "Last fiscal year", "the current financial year": counted from the day of the document."""
    on = context.analysis.on
    this = fiscal_year(context, sentence, on.year) if on and on.month else None
    if on is None or this is None:
        return
    back = (this.first > on.first) + (match.group("which") in ("last", "past", "previous"))
    period = fiscal_year(context, sentence, on.year - back)
    yield match.start(), match.end(), set(), period, 0


def _fiscal(context: Context, sentence: Sentence, match: Match[str]) -> Iterator[Made]:
    told = match.group("d") or match.group("last")
    if told is None:
        digits = (match.group("short") or match.group("years") or "")[:4].split(" ")[0]
        year = int(digits) + (2000 if len(digits) == 2 else 0)
        first = year - (1 if match.group("short") else 0)
        yield match.start(), match.end(), set(), fiscal_year(context, sentence, first), 0
        return
    dated = _dated(sentence, told)
    date = date_of(context, sentence, int(told))
    if date is None or dated.month:
        yield match.start(), match.end(), {int(told)}, None, 0
        return
    pair = dated.form == "years"
    start = date.year if pair or fiscal_state(context, sentence) == "JPN" else date.year - 1
    yield match.start(), match.end(), {int(told)}, fiscal_year(context, sentence, start), 0


# ------------------------------------------------------------------ single dates
def _plain(context: Context, sentence: Sentence, number: int, dated: Dated) -> list[Stretch]:
    at = sentence.offsets[number]
    end = at + len(f"D{number}")
    made = _period(context, sentence, number, dated)
    if made is None:
        return []
    shift, period = made
    compared = dated.until is None and _is_compared(sentence, at, end, shift)
    return [Stretch(at, end, period, shift, compared, units=frozenset({number}))]


def _period(context: Context, sentence: Sentence, number: int, dated: Dated) -> tuple[int, Period | None] | None:
    """Shift and period of a date that can be a stretch; None for days, weekdays and the like."""
    if (
        dated.form in ("decade", "weekday", "day", "dmdm", "mdmd")
        or dated.day
        or dated.unit in ("week", "days", "weeks")
    ):
        return None
    if dated.form == "ago" and not dated.anaphoric and dated.unit == "years" and (on := context.analysis.on):
        return 0, Period(str(on.year + dated.shift))
    if dated.form == "ago":
        return (dated.shift, None) if dated.unit == "years" and dated.anaphoric else None
    if dated.form == "years":
        return 0, _years(context, sentence, dated)
    if dated.form == "span" and dated.unit == "year" and dated.year is None:
        return _relative_year(context, sentence, number, dated)
    date = date_of(context, sentence, number)
    if date is None:
        return 0, None
    end = resolve_end(dated, date)
    if dated.form == "mym" and end and date.month:
        return (0, Period(f"{date}/{end}")) if date.first <= end.last else None
    return 0, Period(str(date))


def _years(context: Context, sentence: Sentence, dated: Dated) -> Period | None:
    """ "2023-24" is a fiscal year; "2023-2024" only of a state that keeps one."""
    if not dated.year or not dated.until or dated.until[0] != dated.year + 1:
        return None
    return fiscal_year(context, sentence, dated.year)


def _relative_year(context: Context, sentence: Sentence, number: int, dated: Dated) -> tuple[int, Period | None] | None:
    words = sentence.units[number].word
    if words == "the past year" and re.search(
        r"\b(?:in|during|over|for) $", sentence.coded[: sentence.offsets[number]]
    ):
        words = "last year"
        date = PartialDate(context.analysis.on.year - 1) if context.analysis.on else None
        return 0, Period(str(date)) if date else None
    if "past" in words or "coming" in words:
        return 0, None
    if "previous" in words or "following" in words:
        return (1 if "following" in words else -1), None
    if dated.shift == 0 and not dated.anaphoric:
        return 0, _this_year(context)
    date = date_of(context, sentence, number)
    return 0, Period(str(date)) if date else None


def _this_year(context: Context) -> Period | None:
    """January to the last full month before the document."""
    on = context.analysis.on
    count = on.month - 1 if on and on.month else 0
    return months(on.year * 12, on.year * 12 + count - 1) if on and count else None
