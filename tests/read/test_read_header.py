"""The head of a text file: what is cut off, what is read, what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.errors import UnreadableDocument
from relations_db.read.dates import published
from relations_db.read.header import Header, split_front_matter, split_header
from relations_db.values import PartialDate

DAY = PartialDate(2024, 10, 29)

HEADERS = [
    (" date 2024-10-29 ASTANA. Talks.", Header("ASTANA. Talks.", DAY)),
    ("date 2024-10-29 Talks.", Header("Talks.", DAY)),
    (" date 2024-10 Talks.", Header("Talks.", PartialDate(2024, 10))),
    (" date 2024 Talks.", Header("Talks.", PartialDate(2024))),
    (" date 2024-10-29\nTalks.", Header("Talks.", DAY)),
    (" date 2024-10-29\r\nTalks.\r\n", Header("Talks.\r\n", DAY)),
    (" date 2024-10-29  Two blanks: one is the text's.", Header(" Two blanks: one is the text's.", DAY)),
    (" date 2024-10-29", Header("", DAY)),
    ("Date: 2024-10-29\n\nTalks.", Header("Talks.", DAY)),
    (
        "Title: Talks: day two\nDate: 2024-10-29\nSource: Akorda\nURL: https://a.example/1?x=y:z\n\nTalks.\n",
        Header("Talks.\n", DAY, "Talks: day two", "Akorda", "https://a.example/1?x=y:z"),
    ),
    ("date: 2024-10\r\ntitle: T\r\n\r\nTalks.\r\n", Header("Talks.\r\n", PartialDate(2024, 10), "T")),
    ("Source: Akorda\nAuthor: Someone\n\nTalks.", Header("Talks.", source="Akorda")),
    ("Date:\nTitle: \n\nTalks.", Header("Talks.")),
    ("Date: 2024-10-29\n\n\nTalks.", Header("\nTalks.", DAY)),
    ("Date: 29 October 2024\nLanguage: ru\n\nTalks.", Header("Talks.", DAY, language="ru")),
]

NO_HEADERS = [
    "Talks were held in Astana.",
    "ASTANA, May 11 (Agency) - Talks.",
    "Date: 2024-10-29\nTitle: no blank line closes this",
    "Source: the ministry said so.",
    "Minister: we agreed.\n\nPresident: we did.",
    "date palms were discussed",
    " date 2024-10-29th of the month",
    " date 20241029 is another form",
    "The date 2024-10-29 stands later.",
    "\nTalks.",
    "Title: first line\nand a line of the text\n\nmore",
    "---\nA rule, then a text.\n---\n",
]

BAD_DATES = [
    (" date 2023-02-30 Talks.", "impossible date '2023-02-30': no calendar has it"),
    (" date 2023-13-01 Talks.", "impossible date '2023-13-01': no calendar has it"),
    (" date 2023-13 Talks.", "impossible date '2023-13': no calendar has it"),
    (" date 0000-01-01 Talks.", "impossible date '0000-01-01': no calendar has it"),
    (" date 10/11/2024 Talks.", "cannot read the date '10/11/2024': write it as YYYY-MM-DD"),
    (" date 2024-1-2 Talks.", "cannot read the date '2024-1-2': write it as YYYY-MM-DD"),
    ("Date: yesterday\n\nTalks.", "cannot read the date 'yesterday': write it as YYYY-MM-DD"),
    ("Date: 31 April 2024\n\nTalks.", "impossible date '31 April 2024': no calendar has it"),
]


@pytest.mark.parametrize(("text", "expected"), HEADERS)
def test_header_is_cut_off(text: str, expected: Header) -> None:
    assert split_header(text) == expected


@pytest.mark.parametrize("text", NO_HEADERS)
def test_text_without_header_is_untouched(text: str) -> None:
    assert split_header(text) == Header(text)


@pytest.mark.parametrize(("text", "reason"), BAD_DATES)
def test_bad_date_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        split_header(text)
    assert str(refusal.value) == reason


FRONT = [
    ("---\ntitle: 'Talks'\ndate: 2024-10-29\n---\nText.", Header("Text.", DAY, "Talks")),
    ("---\r\ndate: 2024-10-29\r\n\r\ntags:\r\n  - a\r\n---\r\nText.", Header("Text.", DAY)),
    (" date 2024-10-29 Text.", Header("Text.", DAY)),
    ("---\n\nText under a rule.\n\n---\n", Header("---\n\nText under a rule.\n\n---\n")),
]


@pytest.mark.parametrize(("text", "expected"), FRONT)
def test_front_matter(text: str, expected: Header) -> None:
    assert split_front_matter(text) == expected


DATES = [
    (None, None),
    ("", None),
    ("  ", None),
    ("null", None),
    (float("nan"), None),
    (2024, "2024"),
    ("29/10/2024", "2024-10-29"),
    ("10/29/2024", "2024-10-29"),
    ("29-10-2024", "2024-10-29"),
    ("05.06.2025", "2025-06-05"),
    ("2024", "2024"),
    ("2024-10", "2024-10"),
    ("2024-10-29", "2024-10-29"),
    ("2024/10/29", "2024-10-29"),
    ("2024.10.29", "2024-10-29"),
    ("20241029", "2024-10-29"),
    ("2024-10-29T23:30:00-05:00", "2024-10-29"),
    ("2024-10-29T10:00:00Z", "2024-10-29"),
    ("2024-10-29 10:00:00", "2024-10-29"),
    ("2024-10-29 10:00:00 +0500", "2024-10-29"),
    ("2024-10-29 10:00 UTC", "2024-10-29"),
    ("29 October 2024", "2024-10-29"),
    ("29th October, 2024", "2024-10-29"),
    ("October 29, 2024", "2024-10-29"),
    ("Oct. 29, 2024", "2024-10-29"),
    ("Sept 9 2024", "2024-09-09"),
    ("October 2024", "2024-10"),
    ("Tue, 29 Oct 2024 10:00:00 GMT", "2024-10-29"),
    ("Tuesday, October 29, 2024", "2024-10-29"),
    ("2024-02-29", "2024-02-29"),
]
NO_DATES = [
    "10/11/2024",
    "11-10-2024",
    "24-10-29",
    "Octember 29, 2024",
    "2024-10/29",
    "2024-10-29x",
    "soon",
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_published(value: object, expected: str | None) -> None:
    found = published(value)
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize("value", NO_DATES)
def test_not_a_date(value: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^cannot read the date "):
        published(value)


@pytest.mark.parametrize("value", ["2023-02-29", "2024-00-10", "February 30, 2024", "20241301", "2024-10-32T10:00:00Z"])
def test_impossible_date(value: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^impossible date "):
        published(value)


@given(st.dates(), st.text())
def test_the_mark_takes_one_blank_and_nothing_else(day: object, text: str) -> None:
    assert split_header(f" date {day} {text}") == Header(text, PartialDate.parse(str(day)))


@given(st.text())
def test_any_text_stands_whole_under_a_header(text: str) -> None:
    assert split_header(f"Date: 2024-10-29\nTitle: T\n\n{text}") == Header(text, DAY, "T")


@given(st.text())
def test_nothing_but_a_header_is_ever_cut(text: str) -> None:
    try:
        header = split_header(text)
    except UnreadableDocument:
        return
    assert text.endswith(header.body)
    assert header.body == text or header.published_on or ":" in text[: len(text) - len(header.body)]
