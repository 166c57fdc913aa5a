"""A pattern that knows with what its matches begin finds what it found without."""

from __future__ import annotations

import re
from collections.abc import Callable
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.language import date_forms
from relations_db.language.openings import compile_quick, may_begin, openings

KNOWN = {
    r"\b(?:met|saw) P\d+": "ms",
    r"(?<![\w-])(?:the )?(?P<who>[PH])\d": "tPH",
    r"(?:an? )?(?:b|c)+ab": "abc",
    r"(?=ab)(?:a|[b-c]) ": "a-",
    r"\n(?:(?<=a\n)|b)": "\n",
}
UNKNOWN = (r"a?", r"^", r"(?:a|b?)", r"[^a]b", r".b", r"(a)?\1", r"(?i)ab", r"(?=a)")


@pytest.mark.parametrize(("pattern", "signs"), KNOWN.items())
def test_the_openings_of_a_pattern(pattern: str, signs: str) -> None:
    found = openings(_parser.parse(pattern)) or []
    assert "".join(chr(value) if str(kind) == "LITERAL" else "-" for kind, value in found) == signs
    assert all(str(kind) in ("LITERAL", "RANGE") for kind, _ in found)


@pytest.mark.parametrize("pattern", [p for p in UNKNOWN if not p.startswith("(?i)")])
def test_what_may_match_nothing_or_anything_has_none(pattern: str) -> None:
    assert openings(_parser.parse(pattern)) is None


@given(st.sampled_from([*KNOWN, *UNKNOWN]), st.text("abcmetP1 H\nsaw-", max_size=16))
def test_the_matches_are_the_same(pattern: str, text: str) -> None:
    quick, plain = compile_quick(pattern), re.compile(pattern)
    assert [(m.span(), m.groups()) for m in quick.finditer(text)] == [
        (m.span(), m.groups()) for m in plain.finditer(text)
    ]
    assert quick.groupindex == plain.groupindex
    assert quick.sub("x", text) == plain.sub("x", text)


@pytest.mark.parametrize(("form", "pattern"), date_forms._FORMS)
def test_forms_of_dates_are_tried_where_they_may_begin(form: str, pattern: str) -> None:
    signs = openings(_parser.parse(pattern, re.IGNORECASE)) or []
    last = {"CATEGORY": lambda _: ord("9"), "LITERAL": int, "RANGE": max}
    digits = {last[str(kind)](value) <= ord("9") for kind, value in signs}
    expected = {form in date_forms._IN_DIGITS or form in date_forms._MIXED, form in date_forms._IN_DIGITS}
    assert digits == expected


@pytest.mark.parametrize(
    ("pattern", "begin", "others"),
    [
        (r"(?:the )?(?:Monday|fall) week", "tTmMfF", "aw"),
        (r"[12]\d of May|yesterday", "yY", "mo"),
        (r"(?<=in )[a-c]x", "aBc", "di"),
        (r"a?", "az", ""),
        (r"\d+ days", "", "dD"),
    ],
)
def test_letters_that_may_begin_a_match(pattern: str, begin: str, others: str) -> None:
    assert all(may_begin(pattern, letter) for letter in begin)
    assert not any(may_begin(pattern, letter) for letter in others)


_DATES = (
    "last May|late in May 2019|Monday (May 3)|the third of June|a week earlier|two months ago|in ten days|hours later|the day before|"
    "this very week|early summer 2020|the end of the week|the 1990s|the 3rd to the 5th.|New Year's Day|Thursday to Saturday|mid-July|tonight|"
    "half a century ago|quarter of a century ago|couple of days later|week of 3 May|very next day|March|Dec. 4|next spring"
).split("|")


@given(st.sampled_from(_DATES), st.integers(0, 12), st.sampled_from([str, str.upper, str.lower, str.title]))
def test_a_date_is_what_all_forms_together_make_of_it(date: str, cut: int, cased: Callable[[str], str]) -> None:
    text = cased(date)[cut:] + " , "
    if not text[0].isdecimal():
        any_form = re.compile(
            "|".join(p for n, p in date_forms._FORMS if n not in date_forms._IN_DIGITS), re.IGNORECASE
        )
        found = next((m for form in date_forms.forms_from(text[0]) if (m := form.match(text))), None)
        known = any_form.match(text)
        assert (found and (found.span(), found.lastgroup)) == (known and (known.span(), known.lastgroup))
