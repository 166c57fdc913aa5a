"""Values as a scorer compares them: spellings folded, dates as ranges, sums as numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

from relations_db.values import PartialDate

_LETTERS = str.maketrans(
    {"ı": "i", "ğ": "g", "ş": "s", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss"}
    | dict.fromkeys("ʼ’'", "")
    | {"-": " "}
)
_LIKE = 0.8  # how much of two words must agree for them to be spellings of one name
_LONG = 4  # words shorter than this must agree in full; names of so many words may differ in one


def folded(text: str | None) -> str:
    """Lower case without diacritics and apostrophes; hyphens are blanks."""
    plain = unicodedata.normalize("NFKD", (text or "").lower().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def words(text: str | None) -> list[str]:
    """The words of a folded text."""
    return "".join(c if c.isalnum() else " " for c in folded(text)).split()


def _spells(word: str, other: str) -> bool:
    if word == other:
        return True
    return min(len(word), len(other)) >= _LONG and SequenceMatcher(None, word, other).ratio() >= _LIKE


def same_person(one: str | None, other: str | None) -> bool:
    """True where every word of the shorter name is a spelling of one of the longer; of four or more all but one."""
    short, long = sorted((words(one), words(other)), key=len)
    if not short:
        return False
    found = sum(any(_spells(word, candidate) for candidate in long) for word in short)
    return found >= len(short) - (len(short) >= _LONG)


def number(value: object) -> float | None:
    """A number to four decimals; None where it is none."""
    try:
        return round(float(value), 4)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def same_number(one: object, other: object) -> bool:
    """True where both are numbers and agree to a millionth."""
    a, b = number(one), number(other)
    return a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def _days(value: object) -> tuple[date, date] | None:
    """First and last day of `Y[-M[-D]]`, the zeros before a month or day left out or not; None for anything else."""
    try:
        known = PartialDate(*map(int, str(value).split("-")))
    except (ValueError, TypeError):
        return None
    return known.first, known.last


def days_apart(one: object, other: object) -> int:
    """Days between two partial dates at the coarser precision; 0 where they overlap or one of them is not known."""
    a, b = _days(one), _days(other)
    return max(0, (b[0] - a[1]).days, (a[0] - b[1]).days) if a and b else 0


def overlap(one: Iterable[str] | None, other: Iterable[str] | None) -> float:
    """F1 of two sets; 1 where both are empty."""
    a, b = set(one or ()), set(other or ())
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
