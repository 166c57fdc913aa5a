"""Renamings of time: all years by 28 more, which keeps the weekdays, or all days by whole weeks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.renaming_names import Facts, Renaming
from relations_db.values import Document
from relations_db.vocabulary import Vocabulary

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS) + r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
_YEAR = re.compile(
    r"(?<![\d$€£¥.,])(?P<year>(?:19|20)\d\d)(?P<short>[/–-]\d\d(?![\d-]))?(?![\d,.]?\d)(?! (?:(?:[a-z]+-)?[a-z]+(?:s|es|men|people|tonnes)|km|kilo\w+|MW|megawatts|people|tonnes|million|billion|per)\b(?<! was)(?<! is)(?<! has)(?<! as))"
)


def years(by: int) -> Callable[[Document, Facts], Renaming | None]:
    """Every year later by a number of years."""

    def later(match: re.Match[str]) -> str:
        short = match["short"] or ""
        if short:
            short = short[0] + f"{(int(short[1:]) + by) % 100:02}"
        return str(int(match["year"]) + by) + short

    def change(text: str) -> str:
        return _YEAR.sub(later, text)

    def day(value: str) -> str:
        return re.sub(r"\b\d{4}(?!\d)", lambda m: str(int(m.group()) + by), value) if value else value

    def renaming(document: Document, facts: Facts) -> Renaming | None:
        found = [int(y) + by for y in re.findall(r"(?:19|20)\d\d", document.text)]
        if not document.published_on or "decade" in document.text or any(not 1901 <= y <= 2099 for y in found):
            return None
        return Renaming(change, day=day)

    return renaming


def vocabulary_later(vocabulary: Vocabulary, by: int) -> Vocabulary:
    """The tables with all terms and borders of states and towns moved alike."""

    def later(day: str) -> str:
        return str(int(day[:4]) + by) + day[4:] if day else day

    return replace(
        vocabulary,
        tenures=tuple(replace(t, start=later(t.start), end=later(t.end)) for t in vocabulary.tenures),
        countries=tuple(
            replace(c, valid_from=later(c.valid_from), valid_to=later(c.valid_to)) for c in vocabulary.countries
        ),
        cities=tuple(replace(c, valid_from=later(c.valid_from), valid_to=later(c.valid_to)) for c in vocabulary.cities),
    )


_FULL = re.compile(
    rf"(?P<d1>\b\d{{1,2}})(?P<th1>st|nd|rd|th)?(?P<of> of)? (?P<m1>{_MONTH})(?:(?P<c1>,? )(?P<y1>\d{{4}})\b)?(?![\w-])"
    rf"|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?P<th2>st|nd|rd|th)?(?![\d:])(?:(?P<c2>,? )(?P<y2>\d{{4}})\b)?"
    r"|\b(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
)
_LOOSE = re.compile(
    rf"\b(?:(?:last|this|next|previous|following|same|coming|past) (?:month|year|quarter|spring|summer|autumn|winter|fall)|month|{_MONTH}|half of|quarter|(?:year|month)[- ]end|end of the year|(?:last|this|next|since|in|late|early|mid)[ -](?:{_MONTH})|\d{{1,2}}/\d{{1,2}}|yesteryear|years? ago|so far)\b"
)


def days(by: int) -> Callable[[Document, Facts], Renaming | None]:
    """Every day later by a number of days, in texts whose months and years are told by days alone."""

    def renaming(document: Document, facts: Facts) -> Renaming | None:
        on = document.published_on
        if not on or not on.day or _LOOSE.search(_FULL.sub("", document.text)):
            return None
        if re.search(
            rf"\d ?(?:-|–|and|to|,) ?\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d\d? ?(?:-|–|and|to) ?\d", document.text
        ):
            return None  # two days of one month
        if re.search(rf"(?:{_MONTH}) \d\d?(?:st|nd|rd|th)?,? \d{{5}}", document.text):
            return None
        first = on.first
        if (first + timedelta(by)).year != first.year and re.search(
            r"\byear|\bannual|\b(?:19|20)\d\d\b(?!-)", _FULL.sub("", document.text)
        ):
            return None
        dates = re.findall(r'"(?:\w+_on|due)": "(\d{4}(?:-\d\d)?)"', str(facts).replace("'", '"'))
        if any(not re.search(rf"(?:{_MONTH}) {d[:4]}\b|\b{d[:4]}\b", document.text) for d in dates):
            return None

        def moved(match: re.Match[str]) -> str:
            group = match.groupdict()
            n = next(n for n in "123" if group[f"d{n}"])
            year = int(group[f"y{n}"] or 0)
            month = int(group["m3"]) if n == "3" else [m[:3] for m in _MONTHS].index(group[f"m{n}"][:3]) + 1
            number = int(group[f"d{n}"])
            near = min(
                (
                    date(y, month, number)
                    for y in ([year] if year else [first.year - 1, first.year, first.year + 1])
                    if _stands(y, month, number)
                ),
                key=lambda d: abs(d - first),
                default=None,
            )
            if near is None:
                return match.group()
            new = near + timedelta(by)
            name = (
                _MONTHS[new.month - 1]
                if n == "3" or len(group[f"m{n}"]) > 4 or group[f"m{n}"] in _MONTHS
                else _MONTHS[new.month - 1][:3] + "." * (group[f"m{n}"][-1] == ".")
            )
            if n == "3":
                return str(new)
            th = _ordinal(new.day) if group[f"th{n}"] else ""
            tail = f"{group[f'c{n}']}{new.year}" if year else ""
            return f"{new.day}{th}{group['of'] or ''} {name}{tail}" if n == "1" else f"{name} {new.day}{th}{tail}"

        def change(text: str) -> str:
            return _FULL.sub(moved, text)

        def day(value: str) -> str:
            return (
                str(date.fromisoformat(value) + timedelta(by))
                if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
                else value
            )

        return Renaming(change, day=day)

    return renaming


def _stands(year: int, month: int, number: int) -> bool:
    try:
        return bool(date(year, month, number))
    except ValueError:
        return False


def _ordinal(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
