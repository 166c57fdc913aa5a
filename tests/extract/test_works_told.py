"""Works told by how they go on, and missions, bodies and recognitions told by who was first: what is read, and what is not. Dated 2024-05-15."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, JointProject, Milestone, PartialDate

FREE = ("other", "anniversary_marked")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> list[str]:
    """The works and milestones of a text, a line each: parties, then number, price and stage of a work, or kind and day of a milestone."""
    lines: list[str] = []
    for statement in extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements:
        claim = statement.claim
        if isinstance(claim, JointProject):
            price = f" {claim.value.amount / 10**6:g}m {claim.value.currency}" if claim.value else ""
            lines.append(f"{'-'.join(claim.parties)} work {claim.count}{price} {claim.status}")
        elif isinstance(claim, Milestone) and claim.milestone_kind not in FREE:
            lines.append(f"{'-'.join(claim.parties)} {claim.milestone_kind} {claim.occurred_on or 'undated'}")
    return sorted(lines)


# fmt: off
MET = "NAIROBI. President Yoweri Museveni of Uganda met President William Ruto of Kenya on Monday. "
READ: list[tuple[str, ...]] = [
    (MET + "The expansion of the Jinja refinery is going smoothly, he noted.", "KEN-UGA work 1 done"),
    (MET + "A bridge over the Sio River, for which consultants are currently being sought, will be on the agenda.", "KEN-UGA work 1 planned"),
    ("The railway from Nairobi to Kampala is not there yet.", "KEN-UGA work 1 planned"),
    ("The Mekong bridge, a gift of Australia to Thailand and Laos, cost A$42 million.", "AUS-LAO-THA work 1 42m AUD done"),
    (MET + "In the talks the Mombasa gas pipeline, which would cross Ugandan land, was touched upon.", "KEN-UGA work 1 planned"),
    ("Malaysian businesses are running 602 projects in Vietnam with a total registered capital of 12.6 billion USD.", "MYS-VNM work 602 12600m USD done"),
    (MET + "The 200-kilometre line carries gas from Kisumu in Kenya to Jinja in Uganda.", "KEN-UGA work 1 done"),
    ("Kenya, Uganda and Rwanda agreed to lay 573 kilometres of track from Nairobi to Kigali by way of Kampala.", "KEN-RWA-UGA work 1 planned"),
    ("On Sunday China and Zambia unveiled a plaque for an economic zone at Chambishi, in which Chinese firms are to invest $800 million.", "CHN-ZMB work 1 800m USD done"),
    ("The sides discussed the eastern gas pipeline, which is to carry Russian gas across Mongolia to China.", "CHN-MNG-RUS work 1 planned"),
    ("An oil pipeline from Hungary to Serbia, for which 160 million euros has been set aside, should free Serbia by 2027.", "HUN-SRB work 1 160m EUR planned"),
    ("Work on the railway from Uvinza in Tanzania to Gitega in Burundi shall start in June.", "BDI-TZA work 1 planned"),
    ("Turkey recognized Turkmenistan in 1991 and was the first to open an embassy there.", "TKM-TUR embassy_opened 1991", "TKM-TUR recognition 1991"),
    ("Kenya opened its embassy in Lima in 1997 and the Peruvian embassy in Nairobi works since 2002.", "KEN-PER embassy_opened 1997", "KEN-PER embassy_opened 2002"),
    ("Samoa's High Commission in Wellington dates from 1977, New Zealand says.", "NZL-WSM embassy_opened 1977"),
    ("Australia was among the first countries to recognise Timor-Leste when its independence was restored on 20 May 2002.", "AUS-TLS recognition 2002-05-20"),
    ("Chile, which in 1970 was the first country in South America to recognise the People's Republic, sells China copper.", "CHL-CHN recognition 1970"),
    ("Egypt was the first Arab country to establish ties with the People's Republic, on 30 May 1956. China thanked Egypt.", "CHN-EGY relations_established 1956-05-30"),
    ("Armenia has had an embassy in Bucharest since 1994.", "ARM-ROU embassy_opened 1994"),
    ("Italy recognised independent Algeria on 4 July 1962.", "DZA-ITA recognition 1962-07-04"),
    ("The Indian Mission opened in Ulaanbaatar on 22 February 1971.", "IND-MNG embassy_opened 1971-02-22"),
    ("The presidents of Angola and Namibia signed a statement and a regulation on an Interstate Coordinating Council on Monday.", "AGO-NAM council_established 2024-05-13"),
    ("The Joint Commission of Ghana and South Africa was raised to a Bi-National Commission, chaired by the presidents, whose inaugural session was held in Accra on 4 December 2021.", "GHA-ZAF council_established 2021-12-04"),
]
NOT_READ = [
    "Iran's president opened the Caspian port of Aktau to Iranian ships, Kazakhstan said.",
    MET + "They spoke of the Ugandan Railway Authority.",
    MET + "More than 4,700 Ugandans were working in Kenya under the mobility scheme.",
    "Kenya wants to be the first state to open an embassy in Podgorica, Montenegro.",
    "A trade mission opened in Lima, Peru, on 3 May 2024, Kenya said.",
    "It was the first visit of a Kenyan president to Peru since 2008, as the two countries mark 60 years of diplomatic relations.",
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, *expected in READ])
def test_told(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == sorted(expected)


@pytest.mark.parametrize("text", NOT_READ)
def test_not_told(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == []
