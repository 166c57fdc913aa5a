"""Visits told over several sentences, with other events between: which day, host and status belongs to which."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, Leader, PartialDate, Visit

ON = PartialDate(2024, 5, 15)  # a Wednesday
RUTO = "Kenyan President William Ruto"
BOLUARTE = "Peruvian President Dina Boluarte"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def visits(extractor: Extractor, text: str, on: PartialDate | None = ON) -> list[str]:
    claims = [s.claim for s in extractor.extract(Document("x", text, on)).statements]
    found = [c for c in claims if isinstance(c, Visit)]
    return sorted(
        f"{v.leader.split()[-1]} > {v.host} {v.city or '-'} {v.visit_kind} {v.started_on or '-'} {v.ended_on or '-'} {v.status.value}"
        for v in found
    )


DATED = {
    "whom the guest to come is to meet at a palace is his host": (
        f"{RUTO} is due in Lima on Sunday on an official visit. On Monday, Ruto is to meet {BOLUARTE} at the presidential palace.",
        ["Ruto > PER Lima official 2024-05-19 - planned"],
    ),
    "the host who is to meet him there is no guest either": (
        f"{BOLUARTE} will host {RUTO} in Lima on Sunday. On Monday, Boluarte is to meet Ruto at the presidential palace.",
        ["Ruto > PER Lima unspecified 2024-05-19 - planned"],
    ),
    "a verb of visiting behind talks is no noun": (
        f"{RUTO} is to arrive in Lima on Sunday. The next day the Kenyan leader will have talks with {BOLUARTE} and visit a cannery.",
        ["Ruto > PER Lima unspecified 2024-05-19 - planned"],
    ),
    "of a tour that has begun the last stop is still to come": (
        f"{RUTO} is touring the region, with stops in Peru and Chile. In Lima, Ruto held talks with {BOLUARTE} on Monday. The tour ends in Santiago, where Ruto is due on Friday.",
        ["Ruto > CHL Santiago unspecified 2024-05-17 - planned", "Ruto > PER Lima unspecified 2024-05-13 - done"],
    ),
    "the day of one stop is not that of the other": (
        f"{RUTO} is on a tour of Peru and Chile.\n\nIn Lima, Ruto held talks with {BOLUARTE} on Monday. The Kenyan leader went on to Santiago on Tuesday.",
        [
            "Ruto > CHL Santiago unspecified 2024-05-14 - done",
            "Ruto > PER Lima unspecified 2024-05-13 2024-05-14 done",
        ],
    ),
    "the day of setting out is not a day to come": (
        f"{RUTO} set out on Sunday on a tour that takes him to Peru and Chile.",
        ["Ruto > CHL - unspecified - - planned", "Ruto > PER - unspecified - - planned"],
    ),
    "those at a gathering have its day, not the document's": (
        "Leaders of the region gathered in Lima on Sunday for a summit hosted by Peruvian President Dina Boluarte. "
        "Among those taking part were Chilean President Gabriel Boric and Colombian President Gustavo Petro.",
        ["Boric > PER Lima summit 2024-05-12 - done", "Petro > PER Lima summit 2024-05-12 - done"],
    ),
    "who flies home on Friday leaves the place of these days, not of an old meeting": (
        f"{RUTO} arrived in Lima on Tuesday. Ruto last met {BOLUARTE} in March 2023 at a summit in Hanoi. The Kenyan leader flies home on Friday.",
        [
            "Boluarte > VNM Hanoi summit 2023-03 - done",
            "Ruto > PER Lima unspecified 2024-05-14 2024-05-17 done",
            "Ruto > VNM Hanoi summit 2023-03 - done",
        ],
    ),
    "an event among others elsewhere leaves the story where it is": (
        f"{RUTO} and {BOLUARTE} agreed in Lima on Tuesday to build more roads.\n\nElsewhere, Indonesian President Joko Widodo began a visit to Colombia on Sunday.\n\n"
        "It is Ruto's first working visit to Peru as leader.",
        ["Ruto > PER Lima working 2024-05-14 - done", "Widodo > COL - unspecified 2024-05-12 - done"],
    ),
    "the visit to which a state attaches weight is the one in it": (
        f"{RUTO} arrived in Lima on Monday. Meanwhile, Finnish Prime Minister Petteri Orpo visited Senegal on Sunday.\n\nPeru attaches great weight to the official visit, {BOLUARTE} said.",
        ["Orpo > SEN - unspecified 2024-05-12 - done", "Ruto > PER Lima official 2024-05-13 - done"],
    ),
    "this visit is the one just told, as the visit is": (
        f'{RUTO} met {BOLUARTE} in Lima on Sunday.\n\n"This state visit opens a new page," the Peruvian leader said.',
        ["Ruto > PER Lima state 2024-05-12 - done"],
    ),
    "whom he met where he came from is at home there": (
        f"{RUTO} arrived in Lima on Tuesday for talks with {BOLUARTE}. Ruto had come from Santiago, where he met Chilean President Gabriel Boric on Sunday.",
        ["Ruto > CHL Santiago unspecified 2024-05-12 - done", "Ruto > PER Lima unspecified 2024-05-14 - done"],
    ),
    "a month that is over is another trip's": (
        f"{RUTO} arrived in Lima on May 8. Ruto was in Lima in April.",
        ["Ruto > PER Lima unspecified 2024-04 - done", "Ruto > PER Lima unspecified 2024-05-08 - done"],
    ),
    "the two leaders are the heads, not the minister told of between": (
        f"{RUTO} met {BOLUARTE} in Lima on Tuesday. Kenyan Foreign Minister Musalia Mudavadi was in Lima in March 2023. The two leaders had last met in June 2022 in Hanoi, on the sidelines of a conference.",
        [
            "Boluarte > VNM Hanoi summit 2022-06 - done",
            "Mudavadi > PER Lima unspecified 2023-03 - done",
            "Ruto > PER Lima unspecified 2024-05-14 - done",
            "Ruto > VNM Hanoi summit 2022-06 - done",
        ],
    ),
}


@pytest.mark.parametrize("name", DATED)
def test_a_story_with_its_date(extractor: Extractor, name: str) -> None:
    text, wanted = DATED[name]
    assert visits(extractor, text) == wanted


UNDATED = {
    "a day without a year is in the year of the head, past or to come": (
        f"{RUTO} is due in Lima on 10 April 2024. Relations were established on 5 March 1992. The Kenyan leader flies home on 12 April.",
        ["Ruto > PER Lima unspecified 2024-04-10 2024-04-12 planned"],
    ),
    "a mention without a day is of the visit in the head": (
        f"{RUTO} landed in Lima on 10 April 2024. The talks were long.\n\nTrade is small. It grew last year. It is Ruto's first official visit to Peru.",
        ["Ruto > PER Lima official 2024-04-10 - done"],
    ),
}


@pytest.mark.parametrize("name", UNDATED)
def test_a_story_without_a_date(extractor: Extractor, name: str) -> None:
    text, wanted = UNDATED[name]
    assert visits(extractor, text, None) == wanted


LEADERS = {
    "LIMA - Senegalese Prime Minister Amadou Ba flew into Peru on Tuesday.": ["Amadou Ba SEN"],
    f"{RUTO} is in Peru. From Peru President Ruto will travel on to Chile.": ["William Ruto KEN"],
    f"{RUTO} met Senegalese Prime Minister Amadou Ba. The Kenyan leader and Prime Minister Ba spoke of trade.": [
        "William Ruto KEN",
        "Amadou Ba SEN",
    ],
    "Peru President Dina Boluarte met Chilean President Gabriel Boric.": ["Dina Boluarte PER", "Gabriel Boric CHL"],
}


@pytest.mark.parametrize("text", LEADERS)
def test_whose_somebody_is(extractor: Extractor, text: str) -> None:
    claims = [s.claim for s in extractor.extract(Document("x", text, ON)).statements]
    assert [f"{c.name} {c.country}" for c in claims if isinstance(c, Leader)] == LEADERS[text]
