"""Who is told to be at a gathering: one line of the table each, read after a head that sets the scene."""

from __future__ import annotations

from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, PartialDate, Status, Visit

TABLE = Path(__file__).parent / "tables" / "gatherings.txt"
HEAD = (
    "LUSAKA - A dozen heads of state came to the inauguration of Zambia's president, Hakainde Hichilema, on Monday. "
    "Emmerson Mnangagwa of Zimbabwe and João Lourenço of Angola were in the front row. "
)
ALWAYS = {"Mnangagwa", "Lourenço"}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def visits(extractor: Extractor, text: str) -> list[Visit]:
    statements = extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements
    return [s.claim for s in statements if isinstance(s.claim, Visit)]


def lines() -> list[tuple[str, str]]:
    found = (
        line.partition("||") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    )
    return [(text.strip(), names.strip()) for text, _, names in found]


@pytest.mark.parametrize(("text", "names"), lines())
def test_the_table(extractor: Extractor, text: str, names: str) -> None:
    found = visits(extractor, HEAD + text)
    there = {v.leader.split()[-1] for v in found if v.host == "ZMB" and v.status is Status.DONE}
    assert there - ALWAYS == set(names.split())
    assert {(v.visit_kind, v.city, str(v.started_on)) for v in found if v.host == "ZMB"} == {
        ("summit", "Lusaka", "2024-05-13")
    }


def test_a_meeting_of_two_is_no_gathering(extractor: Extractor) -> None:
    text = "TUNIS - Kais Saied received Giorgia Meloni on Monday. Meloni took her seat beside the host and stayed for an hour."
    assert {v.visit_kind for v in visits(extractor, text)} == {"unspecified"}


@pytest.mark.parametrize(
    "head",
    [
        "The summit of the African Union opened in Accra on Monday. ",
        "On Monday, in the new hall in Accra, the leaders of twenty countries met. ",
        "Accra had been cleaned for weeks. On Monday the leaders of West Africa arrived for their summit. ",
        "John Dramani Mahama was sworn in as president of Ghana on Monday. ",
    ],
)
def test_the_place_and_the_day_are_carried(extractor: Extractor, head: str) -> None:
    tail = "Last year nobody had come. In the first row sat Bola Tinubu of Nigeria and Patrice Talon of Benin."
    found = visits(extractor, head + tail)
    assert {(v.leader.split()[-1], v.host, str(v.started_on)) for v in found} == {
        ("Tinubu", "GHA", "2024-05-13"),
        ("Talon", "GHA", "2024-05-13"),
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Leaders expected there include William Ruto of Kenya and Paul Kagame of Rwanda.",
            {"Ruto planned", "Kagame planned"},
        ),
        ("William Ruto of Kenya and Paul Kagame of Rwanda are to attend.", {"Ruto planned", "Kagame planned"}),
        (
            "William Ruto of Kenya has confirmed his attendance, as has Paul Kagame; Salva Kiir has declined.",
            {"Ruto planned", "Kagame planned"},
        ),
        (
            "Among those invited are William Ruto of Kenya and Paul Kagame of Rwanda.",
            {"Ruto proposed", "Kagame proposed"},
        ),
    ],
)
def test_a_gathering_to_come(extractor: Extractor, text: str, wanted: set[str]) -> None:
    found = visits(extractor, "The African summit will open in Kampala on Friday. " + text)
    assert {f"{v.leader.split()[-1]} {v.status.value}" for v in found} == wanted
    assert {(v.city, str(v.started_on), v.visit_kind) for v in found} == {("Kampala", "2024-05-17", "summit")}
