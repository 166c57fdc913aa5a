"""Periods of figures and due dates of targets. Forms: docs/reference/rules.md, section Periods."""

from __future__ import annotations

import re

from relations_db.extract.context import Context
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated, resolve, resolve_end
from relations_db.values import PartialDate, Period

Span = tuple[int, int] | None
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
    "eleven": 11,
    "twelve": 12,
}
_MONTHS_OF = re.compile(
    r"\b(?:first |opening )?(?P<n>N\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: -)? months? (?:of |in |to )?(?:the )?(?:D(?P<d>\d+)|(?:same|current|this) year)?"
)
_HALF = re.compile(r"\b(?:first half|h1|first six months) (?:of |in )?(?:the )?(?:year )?D(?P<d>\d+)")
_QUARTER = re.compile(
    r"\b(?:(?P<q>first|second|third|fourth|O\d+|1st|2nd|3rd|4th) quarter) (?:of |in )?(?:the )?D(?P<d>\d+)"
)
_NOT_PERIOD = re.compile(
    r"\b(?:by|since|until|till|compared with|compared to|than in|from|against|over|than|as against|up on|down on|on|after|before) (?:the )?(?:end of )?(?:the )?$"
)


def period_near(context: Context, sentence: Sentence, number: int) -> tuple[Period | None, Span]:
    """The stretch of time of a sum at unit `number`: the nearest in its sentence that no comparison claims."""
    at = sentence.offsets[number]
    best: tuple[int, Period, Span] | None = None
    for start, end, period, span in _periods(context, sentence):
        between = sentence.coded[min(at, end) : max(at, start)]
        cost = (
            min(abs(start - at), abs(at - end))
            + 50 * len(re.findall(r" [;:] | (?:while|whereas) |[MN]\d+ ", between))
            + (6 if end < at else 0)
        )
        if best is None or cost < best[0]:
            best = (cost, period, span)
    return (best[1], best[2]) if best and best[0] < 260 else (None, None)


def _periods(context: Context, sentence: Sentence) -> list[tuple[int, int, Period, Span]]:
    found: list[tuple[int, int, Period, Span]] = []
    coded = sentence.coded
    used: set[int] = set()
    for pattern in (_MONTHS_OF, _HALF, _QUARTER):
        for match in pattern.finditer(coded):
            year = _year(context, sentence, match.group("d"))
            if year is None:
                continue
            text = _partial(sentence, pattern, match, year)
            if text:
                found.append((match.start(), match.end(), Period(text), sentence.span(match.start(), match.end())))
                used.add(int(match.group("d")) if match.group("d") else -1)
    for number, unit in enumerate(sentence.units):
        if unit.code == "D" and isinstance(unit.thing, Dated) and number not in used:
            at = sentence.offsets[number]
            if (
                _NOT_PERIOD.search(coded[max(0, at - 30) : at])
                and not re.search(r"\b(?:for|in|during) (?:the )?$", coded[max(0, at - 12) : at])
                and unit.thing.form != "mym"
            ):
                continue
            if period := _plain(context, sentence, unit.thing, number):
                found.append((at, at + len(f"D{number}"), period, (unit.start, unit.end)))
    return found


def _year(context: Context, sentence: Sentence, unit: str | None) -> int | None:
    if unit is None:
        return context.analysis.on.year if context.analysis.on else None
    thing = sentence.units[int(unit)].thing
    assert isinstance(thing, Dated)
    date = resolve(thing, context.analysis.on, False, context.story_date(sentence.index))
    return date.year if date else None


def _partial(sentence: Sentence, pattern: re.Pattern[str], match: re.Match[str], year: int) -> str | None:
    if pattern is _HALF:
        return f"{year}-01/{year}-06"
    if pattern is _QUARTER:
        word = match.group("q")
        order = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(word)
        return f"{year}-Q{order}" if order else None
    word = match.group("n")
    thing = sentence.unit(word).thing if word[0] == "N" else None
    months = int(getattr(thing, "value", 0)) if thing is not None else _COUNT[word]
    return (
        f"{year}-01/{year}-{months:02d}" if 1 < months <= 12 and (match.group("d") or "year" in match.group()) else None
    )


def _plain(context: Context, sentence: Sentence, dated: Dated, number: int) -> Period | None:
    if dated.form in ("decade", "ago", "weekday", "day"):
        return None
    if dated.form == "years":
        return _fiscal(sentence, dated, number)
    date = resolve(dated, context.analysis.on, False, context.story_date(sentence.index))
    if date is None or date.day is not None:
        return None
    end = resolve_end(dated, date)
    if dated.form == "mym" and end and date.month:
        return Period(f"{date}/{end}") if date.first <= end.last else None
    if (
        dated.form == "span"
        and dated.unit == "year"
        and dated.shift == 0
        and not dated.anaphoric
        and context.analysis.on
        and context.analysis.on.month
        and date.year == context.analysis.on.year
    ):
        return None
    return Period(str(date))


def _fiscal(sentence: Sentence, dated: Dated, number: int) -> Period | None:
    """ "2023-24" with "fiscal" or "financial year" near: April to March (India, Japan)."""
    near = sentence.coded[max(0, sentence.offsets[number] - 30) : sentence.offsets[number] + 30]
    if (
        dated.year
        and dated.until
        and dated.until[0] == dated.year + 1
        and (re.search(r"\b(?:fiscal|financial|fy)\b", near) or dated.end - dated.start == 7)
    ):
        return Period(f"{dated.year}-04/{dated.year + 1}-03")
    return None


_DUE = re.compile(
    r"\b(?:by|until|till|before|in|within|over|during|for|up to|to) (?:the )?(?:end of |year |close of |middle of |beginning of )?(?:the )?D(\d+)"
)
_WITHIN = re.compile(
    r"\b(?:within|in|over|during) (?:the )?(?:next|coming|following|space of|course of)? ?(?P<n>N\d+|one|two|three|four|five|six|seven|eight|nine|ten|a) ?(?:or [a-z]+ )?(?P<unit>years?|months?|decade)"
)
_VAGUE = re.compile(
    r"\b(?:in the (?:near|foreseeable|short|medium|long|coming|next|not too distant|years|months) ?(?:future|term|years|months|ahead|period|run|to come)?(?: future)?(?: years)?|in the (?:coming|next) (?:few )?years|at an early date|as soon as possible|"
    r"in the years (?:ahead|to come)|soon|eventually|in coming years|over time|shortly|in the short run)\b"
)


def due_near(
    context: Context, sentence: Sentence, number: int, announced: PartialDate | None = None
) -> tuple[PartialDate | None, str | None, Span]:
    """When a target is due: "by 2030", "within five years", or only words ("in the near future")."""
    at = sentence.offsets[number]
    coded = sentence.coded
    stop = re.search(r" [;:] |[MN]\d+ ", coded[at + 3 :])
    high = at + 3 + (stop.start() if stop else len(coded))
    for low, end in ((at, high), (max(0, at - 90), at)):
        stretch = coded[low:end]
        if within := _WITHIN.search(stretch):
            return _after_years(context, sentence, within, low, announced)
        for match in _DUE.finditer(stretch):
            if low < at and not match.group().startswith("by"):
                continue
            thing = sentence.units[int(match.group(1))].thing
            assert isinstance(thing, Dated)
            if thing.form in ("years", "weekday", "day"):
                continue
            date = resolve(thing, context.analysis.on, True)
            on = context.analysis.on
            if date and (
                match.group().startswith(("by", "until", "till", "before")) or on is None or date.last > on.last
            ):
                span = sentence.span(low + match.start(), low + match.end())
                return date, context.analysis.text[slice(*span)], span
        if vague := _VAGUE.search(stretch):
            span = sentence.span(low + vague.start(), low + vague.end())
            return None, context.analysis.text[slice(*span)], span
    return _title_years(context, sentence)


def _after_years(
    context: Context, sentence: Sentence, match: re.Match[str], low: int, announced: PartialDate | None
) -> tuple[PartialDate | None, str | None, Span]:
    span = sentence.span(low + match.start(), low + match.end())
    text = context.analysis.text[slice(*span)]
    word = match.group("n")
    thing = sentence.unit(word).thing if word[0] == "N" else None
    count = int(getattr(thing, "value", 1)) if thing is not None else _COUNT.get(word, 1)
    if match.group("unit") == "decade":
        count *= 10
    on = announced or context.analysis.on
    if on is None or match.group("unit").startswith("month"):
        return None, text, span
    return PartialDate(on.year + count), text, span


def _title_years(context: Context, sentence: Sentence) -> tuple[PartialDate | None, str | None, Span]:
    """A plan's own years: "the 2023-2025 Roadmap to bring trade to $2 billion" is due in 2025."""
    for number, unit in enumerate(sentence.units):
        if unit.code == "D" and isinstance(unit.thing, Dated) and unit.thing.form == "years" and unit.thing.until:
            after = sentence.coded[sentence.offsets[number] :]
            if re.match(r"D\d+ (?:[a-z]+ )?(?:roadmap|road map|programme|program|plan|action plan)\b", after):
                return (
                    PartialDate(unit.thing.until[0] or 0),
                    context.analysis.text[unit.start : unit.end + after.find(" ", 4)],
                    (unit.start, unit.end),
                )
    return None, None, None
