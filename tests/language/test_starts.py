"""The quick search for places where a number or a date may begin misses none that the full grammar would find."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_db.language import date_words, dates, numbers
from relations_db.language.fold import fold
from relations_db.vocabulary import Currency, read_table

ROOT = Path(__file__).parents[2]
TEXTS = [fold(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt"))]

WORDS = (
    "the a an one two five twelve fifty hundred dozen couple pair half both score quarter million billion of and to in by this that "
    "last next same previous following very coming since end beginning early late mid earlier later back day week month year decade days weeks years "
    "ago before after May June JULY Sept. Dec Monday Tue morning night weekend autumn today tomorrow about some over more less than "
    "spring summer 5 21st 2024 1990s 12,5 3.4 1,250 7/8 30% 05.06.2024 2024-05-06 2023-24 $ € may march"
).split()
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", " ", " ", " ", "-", ", ", "", "\n"]), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)))
)

GRAMMAR = numbers.NumberGrammar(read_table(Currency))


def _all_numbers(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in numbers._NUMBER.finditer(text)]


def _quick_numbers(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start in GRAMMAR._starts(text):
        match = numbers._NUMBER.match(text, start)
        if match and (not found or start >= found[-1][1]):
            found.append(match.span())
    return found


def _all_dates(text: str) -> list[dates.Dated]:
    """As `find_dates`, trying every place; a month in small letters begins no date."""
    found: list[dates.Dated] = []
    for at in range(len(text)):
        if (at and (text[at - 1].isalnum() or text[at - 1] in "_$")) or (found and at < found[-1].end):
            continue
        if text[at : at + 3] in date_words.NAMES:
            continue
        if dated := dates.date_at(text, at):
            found.append(dated)
    return found


@pytest.mark.parametrize("text", TEXTS[:25], ids=range(25))
def test_no_number_or_date_of_an_article_is_missed(text: str) -> None:
    assert _quick_numbers(text) == _all_numbers(text)
    assert dates.find_dates(text) == _all_dates(text)


@settings(max_examples=500)
@given(SENTENCES)
def test_no_number_is_missed(text: str) -> None:
    assert _quick_numbers(text) == _all_numbers(text)


@settings(max_examples=500)
@given(SENTENCES)
def test_no_date_is_missed(text: str) -> None:
    assert dates.find_dates(text) == _all_dates(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("exports in the first half of last year", ["last year"]),
        ("in May of last year", ["May of last year"]),
        ("this may be so, that march was long", []),
        ("one-two weeks ago", ["two weeks ago"]),
        ("on the 21st of May and by the 5th", ["the 21st of May"]),
        ("prices rose 3.4 pct to 1/4", []),
        ("earlier this week, later in May, late last month", ["earlier this week", "later in May", "late last month"]),
        ("back in June, late in the 1990s", ["back in June", "the 1990s"]),
        ("in this spring, earlier in that month", ["this spring", "earlier in that month"]),
        (
            "in that very year, that same summer, this coming week",
            ["that very year", "that same summer", "this coming week"],
        ),
        ("later in the week and earlier in the year", ["later in the week", "earlier in the year"]),
        ("in the spring of 2019 or this winter of 2020", ["the spring of 2019", "this winter of 2020"]),
        ("frozen since the autumn, in the week and in the year", ["autumn"]),
    ],
)
def test_where_dates_begin(text: str, found: list[str]) -> None:
    assert [text[d.start : d.end] for d in dates.find_dates(text)] == found


def test_a_run_of_digits_is_no_number() -> None:
    assert GRAMMAR.find("1" * 500 + " and 7") == GRAMMAR.find(" " * 500 + " and 7")
