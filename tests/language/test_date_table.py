"""What hundreds of date expressions mean, and what is none: one line of the table each."""

from __future__ import annotations

from pathlib import Path

import pytest

from relations_db.language.date_meaning import resolve, resolve_end
from relations_db.language.dates import find_dates
from relations_db.language.fold import fold
from relations_db.values import PartialDate

TABLE = Path(__file__).parent / "tables" / "dates.txt"
DAY, TOLD = PartialDate(2024, 5, 15), PartialDate(2024, 3, 10)


def _lines() -> list[tuple[str, str]]:
    """The text and what is wanted of it, of each line of the table."""
    lines = [
        line.partition("||") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    return [(text.strip(), wanted.strip()) for text, _, wanted in lines]


def read(text: str) -> str:
    """The dates of a text as the table writes them."""
    found = []
    for dated in find_dates(fold(text)):
        back, ahead = (resolve(dated, DAY, future, TOLD) for future in (False, True))
        last = resolve_end(dated, back)
        meaning = f"{back or '-'}" + (f" / {ahead}" if ahead != back else "") + (f" .. {last}" if last else "")
        found.append(f"{text[dated.start : dated.end]} = {meaning}")
    return "; ".join(found) or "-"


@pytest.mark.parametrize(("text", "wanted"), _lines())
def test_the_table(text: str, wanted: str) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("day", "text", "month"),
    [
        ((2025, 10, 9), "last week", (2025, 10)),  # 29 September to 5 October
        ((2024, 7, 4), "last week", (2024, 6)),
        ((2024, 11, 6), "last week", (2024, 10)),  # 28 October to 3 November
        ((2024, 12, 27), "next week", (2025, 1)),
        ((2024, 5, 15), "next week", (2024, 5)),
    ],
)
def test_the_last_and_the_next_week_are_of_the_month_in_which_most_of_them_lies(
    day: tuple[int, int, int], text: str, month: tuple[int, int]
) -> None:
    (dated,) = find_dates(fold(text))
    assert resolve(dated, PartialDate(*day), text.startswith("next")) == PartialDate(*month)
