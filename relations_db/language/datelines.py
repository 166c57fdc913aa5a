"""The dateline of a news text: "CITY, May 3 (Agency) -"; and the day of a text that carries it only in its own first lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from relations_db.language import patterns as re
from relations_db.language.date_meaning import resolve
from relations_db.language.dates import Dated, find_dates
from relations_db.language.fold import fold
from relations_db.language.lexicon import Hit
from relations_db.values import PartialDate

_NO_MONTH = r"(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b)"
_DATELINE = re.compile(
    rf"\s*(?:\([^)\n]{{1,40}}\)\s*[-:]?\s*)?(?:[A-Z]{{3,}}(?: [A-Z]{{3,}}){{0,2}}, )??(?i:{_NO_MONTH})(?P<city>[A-Z][A-Za-z.' ]+?(?:,? ?/ ?[A-Z][A-Za-z.' ]+)?)(?:, (?i:{_NO_MONTH})[A-Z][A-Za-z .]+?)?"
    r"(?:[,.]? \(?(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)\)?[,.]?)?"
    r"(?:, [A-Z][\w'. -]{2,25} \d{1,2}, 1[34]\d\d(?: H)?)?"  # the day by the moon
    r"(?:\s*[(/\[][^)/\]\n]{2,60}[)/\]]\.?|,? [A-Z]{2,10}(?=\.? | ?[-\n]))?\s*(?:(?:--?|:|\.\s*/[^/\n]+/\.?|\.)\s|(?<=[\s)])--?(?=[A-Z])|(?<=[A-Z]{3})\n)"
)
_FIRST = re.compile(r"\s*")
_PREFIX = re.compile(r"\(|[A-Z]{3,}(?: [A-Z]{3,}){0,2}, ")  # what may stand before the city
_LATER_PARAGRAPHS = 600  # characters in which a dateline may follow a title and a first line
_LONGEST = 110  # characters of a dateline
_DATE_LINE = 70  # characters of a line that holds little but a date


def dateline(
    folded: str, hits: list[Hit], published: PartialDate | None
) -> tuple[Hit | None, tuple[int, int], PartialDate | None]:
    """The city of a dateline, its place, and its day where it lies at most three days before the document's.

    Without a document date, a dateline
    with a year dates the text.
    """
    cities = frozenset(h.start for h in hits if h.kind in ("city", "seat"))
    for start in _paragraphs(folded) if cities else ():
        first = _FIRST.match(folded, start).end()  # type: ignore[union-attr] # it matches nothing, too
        if first not in cities and not _PREFIX.match(folded, first):
            continue
        found = _DATELINE.match(folded, start, start + 2 * _LONGEST)
        city = _city(found, hits, folded) if found else None
        if not found or city is None or (start and not (found.group("date") or found.group("city").isupper())):
            continue
        day = _day(found.group("date"), published) if found.group("date") else None
        return city, (start, found.end()), day
    return None, (0, 0), None


def _paragraphs(folded: str) -> Iterator[int]:
    yield 0
    at = folded.find("\n")
    while 0 <= at < _LATER_PARAGRAPHS:
        yield at + 1
        at = folded.find("\n", at + 1)


def _city(found: re.Match[str], hits: list[Hit], folded: str) -> Hit | None:
    if len(found.group()) > _LONGEST or not _names_a_place(found):
        return None
    signed = re.search(r"[-:/(]", folded[found.end("city") : found.end()])
    has_sign = signed or found.group("city").isupper() or found.group("date")
    return next(
        (h for h in hits if h.kind in ("city", "seat") and h.start == found.start("city") and has_sign),
        None,
    )


def _day(words: str, published: PartialDate | None) -> PartialDate | None:
    dates = find_dates(words)
    said = resolve(dates[0], published) if dates else None
    if said is None or said.day is None:
        return None
    if published is None:
        return said
    return said if published.day and timedelta(0) <= published.first - said.first <= timedelta(days=3) else None


OPENING = 300
"""Characters at the beginning of a text in which `yearless_day` looks."""


@lru_cache(maxsize=4096)
def yearless_day(opening: str) -> tuple[int, int] | None:
    """Month and day of the dateline with which a text opens, where it gives no year."""
    folded = fold(opening)
    lines = (_DATELINE.match(folded, start) for start in _paragraphs(folded))
    said = next((words for found in lines if found and (words := found.group("date")) and _names_a_place(found)), "")
    day = next(iter(find_dates(said)), None)
    return (day.month, day.day) if day and day.month and day.day and not day.year else None


def _names_a_place(found: re.Match[str]) -> bool:
    return all(w[0].isupper() or w in _SMALL for w in re.findall(r"[A-Za-z']+", found.group("city")))


_SMALL = frozenset("de da do dos la le las los del di es el al an of and the upon sur am im bei'".split())


def own_date(folded: str, hits: list[Hit]) -> PartialDate | None:
    """The full date that stands alone ("Saturday 27 April 2024 - 12:07"), or after a city ("Bern, 3 June 2021"), in one of the first lines; for a text without another."""
    cities = frozenset(h.start for h in hits if h.kind in ("city", "seat"))
    for start in [0, *_paragraphs(folded)][1:4]:
        end = folded.find("\n", start)
        line = folded[start : end if end >= 0 else len(folded)]
        full = [d for d in find_dates(line) if d.year and d.day and d.until is None] if len(line) <= _DATE_LINE else []
        if len(full) != 1:
            continue
        head = _LETTERHEAD.match(line, 0, full[0].start)
        placed = bool(head and head.end() == full[0].start and start + head.start("city") in cities)
        if _alone(line, full[0], head.end() if placed and head else 0):
            return resolve(full[0], None)
    return None


_BESIDE = re.compile(
    r"(?:published|posted|updated|date|on|at|by|last|modified|utc|gmt|ist|cet|am|pm|[ap]\.m\.|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|\d{1,2}[:.]\d\d(?::\d\d)?|[\W_]|hours|local time|time)*",
    re.IGNORECASE,
)


_LETTERHEAD = re.compile(
    r"\s*(?P<city>[A-Z][\w'. -]{2,30}?)(?:, [A-Z][\w'. -]{2,30})?, (?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?(?:the )?"
)


def _alone(line: str, dated: Dated, start: int = 0) -> bool:
    """True where nothing but marks of time stands around a date, from `start` on."""
    return bool(_BESIDE.fullmatch(line[start : dated.start]) and _BESIDE.fullmatch(line[dated.end :]))
