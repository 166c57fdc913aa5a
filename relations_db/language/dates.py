"""Date expressions and what they mean beside the document's date. Forms: docs/reference/language.md, section Dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from relations_db.language.date_words import COUNT, DAYS, MONTHS, date_starts
from relations_db.values import PartialDate

_M = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)(?!\w)"
_W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_Y = r"(?:19[0-9]{2}|20[0-9]{2})(?![\d%]|[.,]\d)"
_D = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.]\d|\d|-[a-z])"
_SEP = r" ?(?:-|/|to|and|through|till|until|&) ?"
_N = r"(?:\d+|" + "|".join(COUNT) + ")"
_PART = r"(?:(?:early|mid|late|the end of|the beginning of|the start of)[ -]?(?:in )?)?"

_FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b"),
    ("dotted", r"(?P<dot>[0-3]?\d[./][01]?\d[./](?:19|20)\d\d)\b"),
    ("ydm", rf"(?P<ydm>{_Y}),? (?:{_D}{_SEP})?{_D} {_M}"),
    ("ym", rf"(?P<ym>{_Y}), {_M}(?! \d)"),
    ("drel", rf"(?P<drel>(?:(?:the )?{_D}(?:{_SEP}(?:the )?{_D})?(?: of)? {_M}|{_M} (?:the )?{_D}(?:{_SEP}{_D})?(?!\d)),? (?:of )?(?:last|this|next) year)"),
    ("dmdm", rf"(?P<dmdm>{_D} {_M},?{_SEP}{_D} {_M},?(?: {_Y})?)"),
    ("mdmd", rf"(?P<mdmd>{_M} {_D}{_SEP}{_M} {_D}(?!\d)(?:,? {_Y})?)"),
    ("mym", rf"(?P<mym>{_M}(?: {_Y})? ?(?:-|to|and|through) ?{_M} (?:of )?{_Y})"),
    ("dm", rf"(?P<dm>(?:the )?{_D}(?:{_SEP}(?:the )?{_D})?(?: of)? {_M}(?:,? (?:of )?{_Y})?)"),
    ("md", rf"(?P<md>{_M} (?:the )?{_D}(?:{_SEP}{_D})?(?!\d)(?:,? {_Y})?)"),
    ("relm", rf"(?P<relm>(?:last|next|this|of last|back in|earlier in|later in) (?:{_M}))(?! \d)"),
    ("my", rf"(?P<my>{_PART}{_M},? (?:of )?{_Y})"),
    ("mrel", rf"(?P<mrel>{_M} (?:of )?(?:last|this|next|that) year)"),
    ("weekday", rf"(?P<weekday>(?:(?:last|next|this|the previous|the following|the same) )?{_W}(?: (?:of )?(?:last|next) week| week)?)\b"),
    ("month", rf"(?P<month>{_PART}(?<![A-Za-z] )?{_M})(?=[\s,.;:)'\"-]|$)"),
    ("ago", rf"(?P<ago>(?:(?:about|some|nearly|almost|around|over|more than|less than) )?(?P<agon>{_N}) (?P<agou>day|week|month|year|decade)s? (?:ago|earlier|before|later|after))\b"),
    ("day", r"(?P<day>today|tonight|yesterday|tomorrow|the day (?:before yesterday|after tomorrow)|the day (?:before|after(?= ?[,;.:]))|the previous day|a day (?:earlier|later)|"
            r"the (?:very )?(?:following|next|same) (?:day|evening|morning)|the (?:evening|night|morning) before(?= ?[,.;]| (?:with|on|at|in|for|and)|$)|the same evening|that (?:same )?day|(?:this|that) (?:very )?(?:morning|afternoon|evening|night)|last night)\b"),
    ("span", r"(?P<span>(?:(?:earlier|later|late|early) )?(?:this|last|the (?:very )?next|the very|next|the previous|the same|the following|the past|the current|the coming|that|the) (?:week|month|year|weekend|summer|autumn|spring|winter|fall|quarter)|"
             r"(?:(?:this|last|next|the same|that) )?(?:spring|summer|autumn|winter) of (?:19|20)\d\d)\b"),
    ("decade", r"(?P<decade>(?:the )?(?:19|20)\d0s)"),
    ("dom", r"(?P<dom>(?:(?<=on )|(?<=from ))the (?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)(?:(?: and| to| until| till| -|-) ?(?:the )?(?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th))?"
            r"(?: of (?:that|the same|this) month)?(?= ?[,.;:)]|$| (?:he|she|they|and|by|with|in|at|for|to|it|[A-Z])))"),
    ("years", r"(?P<years>(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d))(?!\d)"),
    ("year", rf"(?P<year>{_Y})(?!['\d])"),
)  # fmt: skip
_ALL = re.compile(r"(?:" + "|".join(pattern for _, pattern in _FORMS) + ")", re.IGNORECASE)
_PICK = re.compile(rf"(?P<d>{_D})|(?P<m>{_M})|(?P<y>{_Y})", re.IGNORECASE)
MAY_BE_WORD = frozenset({"may", "march", "mar", "sun", "sat"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression: its place, its form, and the partial date(s) it holds before any context is applied.

    `year`..`day` are what is said; `until` the end of a range. `weekday` 0 is Monday. `unit`/`shift` hold relative forms.
    """

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: tuple[int | None, int | None, int | None] | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int = 0
    anaphoric: bool = False

    @property
    def absolute(self) -> bool:
        """True where no document date is needed."""
        return self.year is not None


def find_dates(text: str) -> list[Dated]:
    """All date expressions of folded `text`, in order."""
    found: list[Dated] = []
    end = 0
    for start in date_starts(text):
        if start >= end and (match := _ALL.match(text, start)) and (dated := _read(match, text)):
            found.append(dated)
            end = dated.end
    return found


def _read(match: re.Match[str], text: str) -> Dated | None:
    form = match.lastgroup or ""
    form = {"agon": "ago", "agou": "ago"}.get(form, form)
    raw = match.group()
    start, end = match.span()
    low = raw.lower()
    if form == "iso":
        return _dated(start, end, form, int(raw[:4]), int(raw[5:7]), int(raw[8:]))
    if form == "dot":
        day, month, year = (int(x) for x in re.split("[./]", raw))
        if month > 12 >= day:
            day, month = month, day
        return _dated(start, end, form, year, month, day)
    if form in ("ydm", "ym", "dmdm", "mdmd", "mym", "dm", "md", "my", "month"):
        return _picked(start, end, form, raw)
    if form == "drel":
        return _day_of_year(start, end, raw)
    if form == "relm" and raw.split()[-1].rstrip(".") in MAY_BE_WORD:
        return None  # "this may be", "this march was"
    if form in ("relm", "mrel"):
        month = next(MONTHS[w] for w in re.findall(r"[a-z]+", low) if w in MONTHS)
        shift = -1 if "last" in low else 1 if "next" in low else 0
        unit = "month-of-year" if form == "mrel" else "month-near"
        return Dated(start, end, form, month=month, unit=unit, shift=shift, anaphoric="that" in low)
    if form == "dom":
        days = [int(n) for n in re.findall(r"\d+", raw)]
        until = (None, None, days[1]) if len(days) > 1 else None
        return Dated(start, end, form, day=days[0], until=until, unit="day-of-month", anaphoric=True)
    if form == "weekday":
        return _weekday(start, end, low)
    if form == "ago":
        return _ago(match, low)
    if form == "day":
        return _day(start, end, low)
    if form == "span":
        return _stretch(start, end, low)
    if form == "year":
        return Dated(start, end, form, year=int(raw[:4]))
    if form == "years":
        first, last = re.split(r"[-/]", raw.replace(" ", ""))
        full = int(last) if len(last) == 4 else int(first[:2] + last)
        return Dated(start, end, form, year=int(first), until=(full, None, None)) if full >= int(first) else None
    return Dated(start, end, form)


def _dated(start: int, end: int, form: str, year: int | None, month: int | None, day: int | None) -> Dated | None:
    try:
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return Dated(start, end, form, year, month, day)


def _picked(start: int, end: int, form: str, raw: str) -> Dated | None:
    days: list[int] = []
    months: list[int] = []
    years: list[int] = []
    for found in _PICK.finditer(raw):
        if found.group("y"):
            years.append(int(found.group("y")))
        elif found.group("m"):
            months.append(MONTHS[found.group("m").lower().rstrip(".")])
        else:
            days.append(int(re.sub(r"\D", "", found.group("d"))))
    if form == "month" and raw.lower().rstrip(".") in MAY_BE_WORD and raw[0].islower():
        return None
    year, month, day = (years[0] if years else None), (months[0] if months else None), (days[0] if days else None)
    first = _dated(start, end, form, year, month, day)
    if first is None or (len(days) < 2 and len(months) < 2):
        return first
    last = (years[-1] if years else None, months[-1], days[-1] if days else None)
    if _dated(start, end, form, *last) is None:
        return first
    return Dated(start, end, form, year, month, day, until=last)


def _day_of_year(start: int, end: int, raw: str) -> Dated | None:
    """ "17 October last year": a day and month with the year counted from the reference."""
    said = _picked(start, end, "dm", raw)
    shift = {"last": -1, "next": 1}.get(raw.lower().split()[-2], 0)
    if said is None:
        return None
    return Dated(start, end, "drel", None, said.month, said.day, said.until, unit="month-of-year", shift=shift)


def _weekday(start: int, end: int, low: str) -> Dated:
    words = low.split()
    day = next(DAYS[w] for w in words if w in DAYS)
    unit = "weekday"
    if low.endswith(("last week", "next week")):
        unit = "weekday-lastweek" if low.endswith("last week") else "weekday-nextweek"
    elif words[0] == "last":
        unit = "weekday-last"
    elif words[0] == "next" or low.endswith(" week"):
        unit = "weekday-next"
    return Dated(
        start,
        end,
        "weekday",
        weekday=day,
        unit=unit,
        anaphoric=low.startswith(("the previous", "the following", "the same")),
    )


def _ago(match: re.Match[str], low: str) -> Dated:
    word = match.group("agon").lower()
    count = int(word) if word.isdigit() else COUNT[word]
    unit = match.group("agou").lower()
    if unit == "decade":
        unit, count = "year", count * 10
    back = low.endswith(("ago", "earlier", "before"))
    vague = bool(re.match(r"about|some|nearly|almost|around|over|more|less", low)) or count == 0
    return Dated(match.start(), match.end(), "ago", unit="vague" if count == 0 else f"{unit}s-vague" if vague else f"{unit}s",
                 shift=-count if back else count, anaphoric=not low.endswith("ago"))  # fmt: skip


def _day(start: int, end: int, low: str) -> Dated:
    shifts = {
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    if low in shifts or low.startswith("this"):
        return Dated(start, end, "day", unit="days", shift=shifts.get(low, 0))
    shift = (
        -1 if re.search(r"before|previous|earlier", low) else 1 if re.search(r"following|next|later|after", low) else 0
    )
    return Dated(start, end, "day", unit="days", shift=shift, anaphoric=True)


def _stretch(start: int, end: int, low: str) -> Dated | None:
    if found := re.search(r"(?:19|20)\d\d", low):
        return Dated(start, end, "span", year=int(found.group()))
    unit = low.split()[-1]
    if low.startswith("the ") and not re.search(r"previous|same|following|past|current|coming|next", low):
        return None
    shift = -1 if re.search(r"last|previous|past", low) else 1 if re.search(r"next|following|coming", low) else 0
    unit = {
        "weekend": "week",
        "summer": "season",
        "autumn": "season",
        "spring": "season",
        "winter": "season",
        "fall": "season",
    }.get(unit, unit)
    return Dated(
        start,
        end,
        "span",
        unit=unit,
        shift=shift,
        anaphoric=bool(re.search(r"same|that |previous|following|the (?:very )?next", low)),
    )


# ------------------------------------------------------------------ meaning beside a reference day
def _near_year(month: int, day: int | None, on: PartialDate, future: bool) -> int:
    """The year that puts month (and day) nearest to the reference, not after it (past) or not before it (future)."""
    reference = on.last if not future else on.first
    first = date(on.year, month, min(day or 1, 28))
    if future:
        last = PartialDate(on.year, month, None).last if day is None else first
        return on.year if last >= reference else on.year + 1
    return on.year if first <= reference else on.year - 1


def _add_months(on: date, months: int) -> PartialDate:
    index = on.year * 12 + on.month - 1 + months
    return PartialDate(index // 12, index % 12 + 1)


def resolve(
    dated: Dated, on: PartialDate | None, future: bool = False, anchor: PartialDate | None = None
) -> PartialDate | None:
    """The first day (or month, or year) that the expression means, or None where the text gives no way to know.

    `on` is the reference (document or dateline date), `anchor` the date last told in the story ("the day before").
    """
    try:
        return _resolve(dated, on, future, anchor)
    except ValueError:
        return None


def _resolve(dated: Dated, on: PartialDate | None, future: bool, anchor: PartialDate | None) -> PartialDate | None:
    if dated.year is not None:
        return PartialDate(dated.year, dated.month, dated.day)
    if dated.until and dated.until[0]:
        shift = 1 if dated.until[1] and dated.month and dated.until[1] < dated.month else 0
        return PartialDate(dated.until[0] - shift, dated.month, dated.day)
    base = anchor if dated.anaphoric and anchor else on
    if base is None:
        return None
    if dated.unit == "day-of-month":
        return PartialDate(base.year, base.month, dated.day) if base.month else None
    if dated.unit == "month-of-year":
        return PartialDate(base.year + dated.shift, dated.month, dated.day)
    if dated.unit == "month-near":
        return _named_month(dated, base)
    if dated.month is not None:
        if base.month is None:
            return None
        return PartialDate(_near_year(dated.month, dated.day, base, future), dated.month, dated.day)
    return _relative(dated, base, future)


def _named_month(dated: Dated, base: PartialDate) -> PartialDate | None:
    if base.month is None or dated.month is None:
        return None
    if dated.shift < 0:
        return PartialDate(base.year - (dated.month >= base.month), dated.month)
    if dated.shift > 0:
        return PartialDate(base.year + (dated.month <= base.month), dated.month)
    return PartialDate(base.year, dated.month)


def _relative(dated: Dated, base: PartialDate, future: bool) -> PartialDate | None:
    unit, shift = dated.unit, dated.shift
    if unit in ("year", "season", "years", "years-vague"):
        return PartialDate(base.year + shift)
    if base.month is None:
        return None
    if unit in ("month", "months", "months-vague", "quarter"):
        return _add_months(base.first, shift) if unit != "quarter" else PartialDate(base.year)
    if base.day is None:
        return PartialDate(base.year, base.month) if dated.weekday is not None or unit == "days" else None
    day = base.first
    if dated.weekday is not None:
        return PartialDate.of(_weekday_near(day, dated, future))
    if unit == "days":
        return PartialDate.of(day + timedelta(days=shift))
    if unit == "days-vague" or unit in ("weeks", "weeks-vague"):
        moved = day + timedelta(days=shift * (7 if unit != "days-vague" else 1))
        return PartialDate(moved.year, moved.month)
    if unit == "week":
        return _week(day, shift)
    return None


def _weekday_near(day: date, dated: Dated, future: bool) -> date:
    assert dated.weekday is not None
    gap = (dated.weekday - day.weekday()) % 7
    if dated.unit in ("weekday-lastweek", "weekday-nextweek"):
        weeks = -1 if dated.unit == "weekday-lastweek" else 1
        return day + timedelta(days=dated.weekday - day.weekday() + 7 * weeks)
    if dated.unit == "weekday-last":
        return day - timedelta(days=(day.weekday() - dated.weekday) % 7 or 7)
    if dated.unit == "weekday-next":
        return day + timedelta(days=gap or 7)
    return day + timedelta(days=gap) if future else day - timedelta(days=(7 - gap) % 7)


def _week(day: date, shift: int) -> PartialDate:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    sunday = monday + timedelta(days=6)
    return PartialDate(monday.year, monday.month) if monday.month == sunday.month else PartialDate(monday.year)


def resolve_end(dated: Dated, first: PartialDate | None) -> PartialDate | None:
    """The last day of a range whose first day is `first`; None where the expression is no range."""
    if dated.until is None or first is None:
        return None
    year, month, day = dated.until
    try:
        if year is None:
            year = first.year + (month is not None and first.month is not None and month < first.month)
            month = month or first.month
        return PartialDate(year, month, day)
    except ValueError:
        return None
