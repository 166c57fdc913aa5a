"""The publication date as files write it."""

from __future__ import annotations

import re
from datetime import date

from relations_db.errors import UnreadableDocument
from relations_db.values import PartialDate

_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{2})(?:\2(\d{2}))?)?(?:[T ]\d{2}:?\d{2}\S*(?: ?[A-Z]{3}| [+-]\d{2}:?\d{2})?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6}Z?)?")
_DAY_MONTH = re.compile(
    r"(?:[A-Z][a-z]+,? )?(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Z][a-z]+)\.?,? (\d{4})(?:,? \d\d?:\d\d.*)?"
)
_MONTH_DAY = re.compile(r"(?:[A-Z][a-z]+,? )?([A-Z][a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? \d\d?:\d\d.*)?")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? \d\d?:\d\d.*)?")
_NAMES = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTHS = {name: str(number) for number, names in enumerate(_NAMES, start=1) for name in names}


def published(value: object) -> PartialDate | None:
    """The date of a header or record; None where it is blank. Times and zones are dropped: the day stays as written.

    Taken: `2024`, `2024-10`, `2024-10-29` (also with `/` or `.`), `20241029`, ISO times, "29 October 2024",
    "Oct 29, 2024", "Tue, 29 Oct 2024 10:00:00 GMT", `29.10.2024`, and `29/10/2024` or `10/29/2024`, where only one of
    the two numbers can be the month. Not taken, because day and month could be swapped: `10/11/2024`.

    Raises:
        UnreadableDocument: another form, or a date that no calendar has.
    """
    if value is None or (isinstance(value, float) and value != value):
        return None
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    if not text or text.lower() in {"none", "null", "nan", "nat"}:
        return None
    parts = _parts(text)
    if parts is None:
        raise UnreadableDocument(f"cannot read the date {text[:40]!r}: write it as YYYY-MM-DD")
    try:
        if 0 in parts:
            raise ValueError("the calendar counts from one")
        return PartialDate(*parts)
    except ValueError:
        raise UnreadableDocument(f"impossible date {text[:40]!r}: no calendar has it") from None


def _parts(text: str) -> tuple[int, int | None, int | None] | None:
    if found := _ISO.fullmatch(text):
        year, _, month, day = found.groups()
    elif found := _COMPACT.fullmatch(text):
        year, month, day = found.groups()
    elif found := _MONTH_DAY.fullmatch(text):
        name, day, year = found.groups()
        month = _MONTHS.get(name.lower())
    elif found := _DAY_MONTH.fullmatch(text):
        day, name, year = found.groups()
        month = _MONTHS.get(name.lower())
    elif found := _NUMBERS.fullmatch(text):
        return _day_first(int(found[1]), int(found[3]), int(found[4]), found[2] == ".")
    else:
        return None
    if found.re in (_MONTH_DAY, _DAY_MONTH) and month is None:
        return None
    return int(year), int(month) if month else None, int(day) if day else None


def _day_first(first: int, second: int, year: int, dotted: bool) -> tuple[int, int, int] | None:
    """Day and month of two numbers; None where either could be the month. Dots are only used day first."""
    if dotted or first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else None
