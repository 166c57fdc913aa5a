"""What date expressions mean beside the document's date and the dates told before them."""

from __future__ import annotations

from datetime import date, timedelta

from relations_db.language.date_words import SEASONS
from relations_db.language.dates import Dated
from relations_db.values import PartialDate

_NEAR = 20  # days on the other side of the reference at which a day without a year still is this year's


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


def resolve_end(dated: Dated, first: PartialDate | None) -> PartialDate | None:
    """The last day of a range whose first day is `first`; None where the expression is no range."""
    if first is None:
        return None
    if dated.days and first.day:
        return PartialDate.of(first.first + timedelta(days=dated.days))
    if dated.until is None:
        return None
    year, month, day = dated.until
    try:
        if year is None:
            year = first.year + (month is not None and first.month is not None and month < first.month)
            month = month or first.month
        return PartialDate(year, month, day)
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
        return _day_of_month(dated, base)
    if dated.unit == "month-of-year":
        return PartialDate(base.year + dated.shift, dated.month, dated.day)
    if dated.unit == "month-near":
        return _named_month(dated, base)
    if dated.month is not None:
        if base.month is None:
            return PartialDate(base.year, dated.month, dated.day) if dated.day else None
        return PartialDate(_year_of(dated, base, future), dated.month, dated.day)
    return _relative(dated, base, future)


def _day_of_month(dated: Dated, base: PartialDate) -> PartialDate | None:
    if base.month is None:
        return None
    month = _add_months(base.first, dated.shift)
    return PartialDate(month.year, month.month, dated.day)


def _year_of(dated: Dated, on: PartialDate, future: bool) -> int:
    """The year of a day and month: the one in which it has the weekday said beside it, else the nearest that way."""
    assert dated.month is not None
    year = _near_year(dated.month, dated.day, on, future)
    if dated.called is None or dated.day is None:
        return year
    for near in (year, year + 1, year - 1):
        if (dated.month, dated.day) != (2, 29) and date(near, dated.month, dated.day).weekday() == dated.called:
            return near
    return year


def _near_year(month: int, day: int | None, on: PartialDate, future: bool) -> int:
    """The year that puts month (and day) nearest to the reference, not after it (past) or not before it (future).

    A day just on the other side of the reference is meant all the same: nobody leaves out the year of a day a year off.
    """
    reference = on.last if not future else on.first
    first = date(on.year, month, min(day or 1, 28))
    near = timedelta(days=_NEAR if day else 0)
    if future:
        last = PartialDate(on.year, month, None).last if day is None else first
        if last + near < reference:
            return on.year + 1
        return on.year - 1 if day and (first - reference).days > 365 - _NEAR else on.year
    if first - near > reference:
        return on.year - 1
    return on.year + 1 if day and (reference - first).days > 365 - _NEAR else on.year


def _add_months(on: date, months: int) -> PartialDate:
    index = on.year * 12 + on.month - 1 + months
    return PartialDate(index // 12, index % 12 + 1)


def _named_month(dated: Dated, base: PartialDate) -> PartialDate | None:
    if base.month is None or dated.month is None:
        return PartialDate(base.year, dated.month) if dated.month and dated.shift == 0 else None
    if dated.shift < 0:
        return PartialDate(base.year - (dated.month >= base.month), dated.month)
    if dated.shift > 0:
        return PartialDate(base.year + (dated.month <= base.month), dated.month)
    return PartialDate(base.year, dated.month)


def _relative(dated: Dated, base: PartialDate, future: bool) -> PartialDate | None:
    unit, shift = dated.unit or "", dated.shift
    if unit in ("year", "years", "years-vague"):
        return PartialDate(base.year + shift)
    if unit == "years-day":
        return PartialDate(base.year + shift, base.month, base.day)
    if unit.startswith("season-"):
        return _season(SEASONS[unit[7:]], base, shift, future, dated.anaphoric)
    if base.month is None:
        return PartialDate(base.year) if dated.anaphoric and unit == "days" else None
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
        return _week(day, shift, dated.anaphoric)
    return _weekend(day, shift, future) if unit == "weekend" else None


def _season(month: int, base: PartialDate, shift: int, future: bool, anaphoric: bool) -> PartialDate | None:
    """The year of a season: "last summer" in October is this year's, in May last year's."""
    if shift == 0 and (anaphoric or base.month is None):
        return PartialDate(base.year)
    here = base.month or 12
    if shift == 0:
        later = month > here and not (month == 12 and here < 3)
        return PartialDate(base.year - (later and not future) + (future and here > month + 2))
    if shift < 0:
        return PartialDate(base.year - (here < month + 3 or month == 12))
    return PartialDate(base.year + (here >= month or shift > 1))


def _weekday_near(day: date, dated: Dated, future: bool) -> date:
    assert dated.weekday is not None
    gap = (dated.weekday - day.weekday()) % 7
    if dated.called:
        around = [day + timedelta(days=gap + 7 * n) for n in (-1, 0, 1, -2, 2)]
        return next((d for d in around if d.day == dated.called), around[1] if future else around[0])
    if dated.unit in ("weekday-lastweek", "weekday-nextweek", "weekday-thisweek"):
        weeks = {"weekday-lastweek": -1, "weekday-nextweek": 1}.get(dated.unit, 0)
        return day + timedelta(days=dated.weekday - day.weekday() + 7 * weeks)
    if dated.unit == "weekday-last":
        return day - timedelta(days=(day.weekday() - dated.weekday) % 7 or 7)
    if dated.unit == "weekday-next":
        return day + timedelta(days=gap or 7)
    if dated.unit == "weekday-week":
        return day + timedelta(days=(gap or 7) + 7)  # "Monday week": a week after the next one
    if dated.anaphoric:
        return day + timedelta(days=(gap + 3) % 7 - 3)
    return (
        day + timedelta(days=gap) if future or dated.unit == "weekday-coming" else day - timedelta(days=(7 - gap) % 7)
    )


def _week(day: date, shift: int, anaphoric: bool) -> PartialDate:
    """The month of a week; of the last and the next one, counted from the day of writing, that in which most of its days lie."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    sunday, thursday = monday + timedelta(days=6), monday + timedelta(days=3)
    if abs(shift) == 1 and not anaphoric:
        return PartialDate(thursday.year, thursday.month)
    return PartialDate(monday.year, monday.month) if monday.month == sunday.month else PartialDate(monday.year)


def _weekend(day: date, shift: int, future: bool) -> PartialDate | None:
    """The month of a weekend: the one in the week of the day, the one before or the one after."""
    saturday = day + timedelta(days=5 - day.weekday())
    if shift < 0 or (shift == 0 and not future and day.weekday() < 4):
        saturday -= timedelta(weeks=1)
    elif shift > 0:
        saturday += timedelta(weeks=1)
    sunday = saturday + timedelta(days=1)
    return PartialDate(saturday.year, saturday.month) if saturday.month == sunday.month else PartialDate(saturday.year)
