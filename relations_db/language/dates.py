"""Date expressions: where they stand in a text and what they say. Forms: docs/reference/language.md, section Dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from relations_db.language import patterns as re
from relations_db.language.date_forms import DAY, MONTH, ORDINAL, SINGLE, THEN, YEAR, forms_from
from relations_db.language.date_words import COUNT, DAYS, FEASTS, MONTHS, ORDINALS, SEASONS, date_starts

_PICK = re.compile(rf"(?P<d>{DAY})|(?P<m>{MONTH})|(?P<y>{YEAR})", re.IGNORECASE)
MAY_BE_WORD = frozenset({"may", "march", "mar", "sun", "sat"})
_TOGETHER = 7  # days between two days joined by "and" that are still one stretch


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression: its place, its form, and the partial date(s) it holds before any context is applied.

    `year`..`day` are what is said; `until` the end of a range, `days` what a range of weekdays adds. `weekday` 0 is Monday,
    `called` the weekday said beside a day and month, or the day of the month beside a weekday. `unit`/`shift` hold relative forms.
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
    days: int = 0
    called: int | None = None

    @property
    def absolute(self) -> bool:
        """True where no document date is needed."""
        return self.year is not None


def find_dates(text: str) -> list[Dated]:
    """All date expressions of folded `text`, in order."""
    found: list[Dated] = []
    end = 0
    for start in date_starts(text):
        if start >= end and (dated := date_at(text, start)):
            found.append(dated)
            end = dated.end
    return found


def date_at(text: str, start: int) -> Dated | None:
    """The date expression that begins at `start`, if one does."""
    match = next((m for form in forms_from(text[start]) if (m := form.match(text, start))), None)
    if match is None:
        return None
    return _read(match, text) or ((match := SINGLE.match(text, start)) and _read(match, text)) or None


def _read(match: re.Match[str], text: str) -> Dated | None:
    form = match.lastgroup or ""
    raw = match.group()
    start, end = match.span()
    low = raw.lower()
    if form == "relm" and raw.split()[-1].rstrip(".") in MAY_BE_WORD:
        return None  # "this may be", "this march was"
    if reader := _READERS.get(form):
        return reader(start, end, low)
    if form in ("ago", "ahead"):
        return _ago(match, low) if form == "ago" else _ahead(match, text)
    if form == "feast":
        year = match.group("feasty")
        month, day = next(day for name, day in FEASTS.items() if low.startswith(name))
        return Dated(start, end, "feast", int(year) if year else None, month, day)
    if form == "month" and (raw.islower() or _no_month(low, text, start, end)):
        return None
    if form == "year":
        return None if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and not _MID.search(text, max(0, start - 6), start) else Dated(start, end, form, year=int(raw[:4]))  # fmt: skip
    return _picked(start, end, form, raw)


_MID = re.compile(r"\b(?:mid|late|early)-$", re.IGNORECASE)
_PERSONS = re.compile(r" (?:I|you|he|she|they|we|it|God|Allah|the|this|your|our|not|be|have)\b")


def _no_month(low: str, text: str, start: int, end: int) -> bool:
    """True for "May you ..." and for names: "Jan Peter", "Jun Azumi"."""
    if low == "may":
        return bool(_PERSONS.match(text, end))
    if len(low) > 4 or low.endswith(".") or low in ("june", "july"):
        return False
    return bool(re.match(r" [A-Z]", text[end : end + 2])) and not re.search(r"\b(?:in|last|next|of|since|until) $", text[max(0, start - 8) : start])  # fmt: skip


def _iso(start: int, end: int, low: str) -> Dated | None:
    return _dated(start, end, "iso", int(low[:4]), int(low[5:7]), int(low[8:]))


def _dotted(start: int, end: int, low: str) -> Dated | None:
    day, month, year = (int(x) for x in re.split("[./]", low))
    if month > 12 >= day:
        day, month = month, day
    return _dated(start, end, "dot", year, month, day)


def _dated(start: int, end: int, form: str, year: int | None, month: int | None, day: int | None) -> Dated | None:
    try:
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return Dated(start, end, form, year, month, day)


def _worded(start: int, end: int, low: str) -> Dated | None:
    """ "the third of June 2019": the ordinal in letters."""
    word = re.match(rf"(?:the )?({ORDINAL})", low)
    assert word is not None
    tens, _, ones = word.group(1).rpartition("-")
    day = ORDINALS[ones] + {"twenty": 20, "thirty": 30}.get(tens, 0)
    year = re.search(YEAR, low)
    month = next(MONTHS[w] for w in re.findall(r"[a-z]+", low) if w in MONTHS)
    return _dated(start, end, "dm", int(year.group()) if year else None, month, day)


def _picked(start: int, end: int, form: str, raw: str) -> Dated | None:
    """A day, a month, a year or a stretch of them, in whatever order they stand; None for two days that make no stretch."""
    days: list[int] = []
    months: list[tuple[int, int]] = []
    years: list[tuple[int, int]] = []
    for found in _PICK.finditer(raw.replace("-", " ") if form == "dashed" else raw):
        if found.group("y"):
            years.append((int(found.group("y")), found.start()))
        elif found.group("m"):
            months.append((MONTHS[found.group("m").lower().rstrip(".")], found.start()))
        else:
            days.append(int(re.sub(r"\D", "", found.group("d"))))
    year, month, day = (years[0][0] if years else None), (months[0][0] if months else None), (days[0] if days else None)
    if form in ("weekof", "nth"):
        return Dated(start, end, "my", year, month)
    first = _dated(start, end, form, year, month, day)
    if first is None:
        return None
    if len(days) < 2 and len(months) < 2:
        return Dated(start, end, form, year, month, day, called=_weekday_in(raw))
    if len(years) == 1 and len(months) == 2 and months[1][0] < months[0][0] and year:
        said_last = years[0][1] > months[1][1]
        first = Dated(start, end, form, year - said_last, month, day)
        years.append((year + (not said_last), 0))
    last = (years[-1][0] if years else None, months[-1][0], days[-1] if days else None)
    if _dated(start, end, form, *last) is None or not _one_stretch(first, last, raw):
        return None
    return Dated(start, end, form, first.year, month, day, until=last, called=_weekday_in(raw))


def _weekday_in(raw: str) -> int | None:
    return next((i for day, i in DAYS.items() if day[:3] in raw.lower() and re.search(rf"\b{day[:3]}", raw.lower())), None)  # fmt: skip


def _one_stretch(first: Dated, last: tuple[int | None, int | None, int | None], raw: str) -> bool:
    """False for two days far apart ("on 3 May and 20 June"), and for a stretch that would run backwards."""
    if first.day is None or last[2] is None:
        return True
    low = date(first.year or 2000, first.month or 1, first.day)
    year = last[0] or (2001 if (last[1] or 0) < (first.month or 0) else 2000)
    gap = (date(year, last[1] or 1, last[2]) - low).days
    return 0 < gap <= (_TOGETHER if re.search(r" (?:and|&) ", raw) and len(re.findall(r"\d+", raw)) < 5 and not re.search(r"\d, \d", raw) else 90)  # fmt: skip


def _shift_of(low: str) -> int:
    """-1 for "last" and "previous", 1 for "next" and "following", else 0."""
    if re.search(r"\b(?:last|previous|past|before|earlier)\b", low):
        return -1
    return 1 if re.search(r"\b(?:next|following|coming|after|later)\b", low) else 0


_BACK = re.compile(r"\b(?:that|same|previous|following|the (?:very )?next)\b")


def _day_of_year(start: int, end: int, low: str) -> Dated | None:
    """ "17 October last year": a day and month with the year counted from the reference."""
    said = _picked(start, end, "dm", re.sub(rf",? (?:of )?{THEN} year$", "", low))
    if said is None:
        return None
    tail = low.split(" ", 2)[-1]
    return Dated(start, end, "drel", None, said.month, said.day, said.until, unit="month-of-year", shift=_shift_of(tail),
                 anaphoric=bool(_BACK.search(tail)))  # fmt: skip


def _near_month(start: int, end: int, low: str) -> Dated:
    """ "last September", "the following May", "back in June"."""
    month = next(MONTHS[w] for w in re.findall(r"[a-z]+", low) if w in MONTHS)
    if low.startswith(("back", "earlier in")):
        return Dated(start, end, "relm", month=month)
    return Dated(start, end, "relm", month=month, unit="month-near", shift=_shift_of(low.replace("later in", "")), anaphoric=bool(_BACK.search(low)))  # fmt: skip


def _month_of_year(start: int, end: int, low: str) -> Dated:
    """ "September last year", "early March of the following year"."""
    month = [MONTHS[w] for w in re.findall(r"[a-z]+", low) if w in MONTHS][-1]
    tail = re.search(rf"{THEN} year$", low)
    assert tail is not None
    return Dated(start, end, "mrel", month=month, unit="month-of-year", shift=_shift_of(tail.group()), anaphoric=bool(_BACK.search(tail.group())))  # fmt: skip


def _day_of_month(start: int, end: int, low: str) -> Dated:
    days = [int(n) for n in re.findall(r"\d+", low)]
    until = (None, None, days[1]) if len(days) > 1 and days[1] > days[0] else None
    near = re.search(r"\b(?:this|last|next) month", low) and "the next" not in low
    return Dated(start, end, "dom", day=days[0], until=until, unit="day-of-month", shift=_shift_of(low) if "month" in low else 0, anaphoric=not near)  # fmt: skip


def _weekday(start: int, end: int, low: str) -> Dated:
    words = low.split()
    day = next(DAYS[w] for w in words if w in DAYS)
    number = re.search(r" \((\d+)\)$", low)
    if number:
        return Dated(start, end, "weekday", weekday=day, unit="weekday", called=int(number.group(1)))
    unit = "weekday"
    if words[-1] == "week" and len(words) > 2:
        unit = f"weekday-{words[-2]}week"
    elif re.match(r"last|(?:this |the )?past|the previous", low) or words[-1] == "last":
        unit = "weekday-last"
    elif words[-1] == "week":
        unit = "weekday-week"
    elif re.match(r"next|the following|the next", low) or words[-1] == "next":
        unit = "weekday-next"
    elif "coming" in low:
        unit = "weekday-coming"
    return Dated(start, end, "weekday", weekday=day, unit=unit, anaphoric=bool(_BACK.match(low) or low.startswith(("the previous", "the following", "the same"))))  # fmt: skip


def _weekdays(start: int, end: int, low: str) -> Dated | None:
    """ "Monday to Wednesday", "this Friday through Sunday"; days joined by "and" only where they follow each other."""
    first, last = (DAYS[w] for w in re.findall(r"[a-z]+day", low))
    week = re.search(r"(last|next|this) week$", low)
    near = re.match(r"(?:(?:this|the) )?(last|next|coming)", low)
    days = (last - first) % 7
    if not days or (" and " in low and days > 1):
        return None
    unit = f"weekday-{week.group(1)}week" if week else f"weekday-{near.group(1)}" if near else "weekday"
    return Dated(start, end, "weekday", weekday=first, unit=unit, days=days)


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word.endswith("couple of"):
        return 2
    tens, _, ones = word.rpartition("-")
    return COUNT.get(tens, 0) + COUNT[ones]


def _ago(match: re.Match[str], low: str) -> Dated | None:
    word, unit = match.group("agon").lower(), match.group("agou").lower()
    if low.endswith("since") and not _IS_SO_LONG.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    vague = bool(re.match(r"about|some|nearly|almost|around|over|more|less|half|(?:a )?(?:quarter|couple)", low))
    if word.startswith("half") or "quarter" in word:
        count, unit = ({"century": 50, "decade": 5}.get(unit, 6), "year" if unit in ("century", "decade") else "month") if word[0] == "h" else (25, "year")  # fmt: skip
    else:
        count = _count(word)
    if unit in ("decade", "century", "fortnight"):
        unit, count = {"decade": ("year", 10 * count), "century": ("year", 100 * count), "fortnight": ("week", 2 * count)}[unit]  # fmt: skip
    if within := match.group("agoin"):
        return _ago_within(match, unit, count, within.lower())
    back = low.endswith(("ago", "earlier", "before", "since"))
    if (" " in word or "century" in low) and low.endswith(("after", "before", "afterwards")):
        return None  # "a quarter of a century after the treaty"
    vague = vague or count == 0
    return Dated(match.start(), match.end(), "ago", unit="vague" if count == 0 else f"{unit}s-vague" if vague else f"{unit}s",
                 shift=-count if back else count, anaphoric=not low.endswith(("ago", "from now", "since")))  # fmt: skip


def _ago_within(match: re.Match[str], unit: str, count: int, within: str) -> Dated:
    """ "Twenty years ago this month", "ten years ago today": the month or the day, so many years back."""
    if unit == "week" and count and within == "today":
        return Dated(match.start(), match.end(), "ago", unit="days", shift=-7 * count)
    end = match.end() if unit == "year" else match.start("agoin") - 1
    if unit != "year" or not count:
        return Dated(match.start(), end, "ago", unit=f"{unit}s" if count else "vague", shift=-count)
    if within == "today":
        return Dated(match.start(), end, "ago", unit="years-day", shift=-count)
    return Dated(match.start(), end, "ago", unit="months", shift=-12 * count - (within == "last month"))


_IS_SO_LONG = re.compile(r"\b(?:is|been) (?:just |only |now )?$", re.IGNORECASE)  # "it is a week since"
_AHEAD = re.compile(
    r"\b(?:will|due|expected|plans?|planned|scheduled|set|to visit|to travel|to meet|to host|again|back)\b"
)
_COUNTED = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|last|only|once|twice|times?|visits?|trips?|meetings?|talks|summits?|leader|president|minister|official|stop|tour|best|worst|highest|lowest|most|biggest|largest) (?:[a-z]+ ){0,3}in $")  # fmt: skip


def _ahead(match: re.Match[str], text: str) -> Dated | None:
    """ "in two weeks' time"; "in three days" only after words that look ahead, and not "the second visit in three days"."""
    before = text[max(0, match.start() - 90) : match.start()].lower()
    unit, count = match.group("aheadu").lower(), _count(match.group("aheadn").lower())
    if unit == "year" or (
        not match.group("time") and (not count or not _AHEAD.search(before) or _COUNTED.search(before))
    ):
        return None
    if unit == "fortnight":
        unit, count = "week", 2 * count
    return Dated(match.start(), match.end(), "ago", unit=f"{unit}s" if count else "vague", shift=count)


def _hours(start: int, end: int, low: str) -> Dated:
    return Dated(start, end, "day", unit="days", anaphoric=True)


def _day(start: int, end: int, low: str) -> Dated:
    shifts = {
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
        "last evening": -1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    if low in shifts or low.startswith("this"):
        return Dated(start, end, "day", unit="days", shift=shifts.get(low, 0))
    shift = 0 if re.match(r"earlier|later", low) else _shift_of(low)
    return Dated(start, end, "day", unit="days", shift=shift, anaphoric=True)


def _stretch(start: int, end: int, low: str) -> Dated | None:
    if found := re.match(
        r"the (week|month|year) (before last|after next|before|after|that followed|which followed)", low
    ):
        by = {"before last": -2, "after next": 2, "before": -1}.get(found.group(2), 1)
        return Dated(start, end, "span", unit=found.group(1), shift=by, anaphoric=abs(by) == 1)
    unit = low.split()[-1]
    plain = not re.search(r"previous|same|following|past|current|coming|next|this|that|last", low)
    if plain and unit != "weekend":
        return None
    shift = _shift_of(re.sub(r"^(?:earlier|later|late|early|mid) ", "", low))
    if unit in SEASONS:
        return Dated(start, end, "span", month=None, unit=f"season-{unit}", shift=shift, anaphoric=bool(_BACK.search(low)))  # fmt: skip
    return Dated(start, end, "span", unit=unit, shift=shift, anaphoric=bool(_BACK.search(low)))


def _season(start: int, end: int, low: str) -> Dated:
    """ "in the spring", "summer 2019", "autumn of the following year"."""
    if found := re.search(r"(?:19|20)\d\d", low):
        return Dated(start, end, "span", year=int(found.group()))
    if tail := re.search(rf"{THEN} year$", low):
        return Dated(start, end, "span", unit="year", shift=_shift_of(tail.group()), anaphoric=bool(_BACK.search(tail.group())))  # fmt: skip
    return Dated(start, end, "span", unit=f"season-{re.findall(r'[a-z]+', low)[-1]}")


def _close(start: int, end: int, low: str) -> Dated:
    """ "the end of the month": that month."""
    return Dated(start, end, "span", unit=low.split()[-1])


def _years(start: int, end: int, low: str) -> Dated | None:
    first, last = re.split(r"[-/]", low.replace(" ", ""))
    full = int(last) if len(last) == 4 else int(first[:2] + last)
    return Dated(start, end, "years", year=int(first), until=(full, None, None)) if full >= int(first) else None


def _decade(start: int, end: int, low: str) -> Dated:
    return Dated(start, end, "decade")


_READERS = {
    "iso": _iso, "dot": _dotted, "worded": _worded, "drel": _day_of_year, "relm": _near_month, "mrel": _month_of_year, "dom": _day_of_month,
    "weekday": _weekday, "weekdays": _weekdays, "hours": _hours, "day": _day, "span": _stretch, "season": _season, "close": _close,
    "years": _years, "decade": _decade,
}  # fmt: skip
