"""Sectors of agreements by the words of their titles: broad goods and areas, compounds, and words that mask others."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Agreement, Document, PartialDate


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


# fmt: off
TITLES = [
    ("visa-free travel", "diplomacy"), ("travel by identity card", "diplomacy"), ("police training", "education security"), ("cross-border policing", "security"),
    ("cross-border health care", "health"), ("border bridges", "transport"), ("border crossing points", "regional"), ("maritime safety", "transport"),
    ("the maritime border", "regional"), ("a coastguard academy", "education security"), ("armoured vehicles", "defence"), ("18 Gripen fighters", "defence"), ("early-warning planes", "defence"),
    ("civil aircraft maintenance", "aviation"), ("a flight school", "education"), ("a gold refinery", "mining"), ("the supply of wheat", "agriculture trade"), ("a fishing port", "agriculture"),
    ("nuclear-powered submarines", "defence"), ("two nuclear reactors", "nuclear"), ("an undersea fibre", "communications"), ("a submarine power cable", "energy"),
    ("high-speed lines", "transport"), ("18 high-speed trainsets", "transport"), ("bullet trains", "transport"), ("trolleybuses", "transport"), ("the clearance of unexploded ordnance", "emergencies"), ("judicial training", "education justice"),
    ("small and medium-sized firms", "industry"), ("dialysis and cardiology", "health"), ("avocados and bananas", "agriculture"), ("currency swaps", "finance"), ("offshore blocks", "energy"),
    ("an oil refinery", "energy"), ("semiconductor supply chains", "technology"), ("rugby league", "sport"), ("paintings and the Louvre", "culture"), ("the readmission of migrants", "migration"),
    ("seasonal workers", "labour"), ("a youth exchange fund", "youth"), ("plan of consultations", "diplomacy"), ("joint marketing", "tourism"), ("the continental shelf", "regional"),
    ("the transit of oil", "energy"), ("aviation fuel", "aviation energy"), ("veterinary health", "agriculture"), ("civil nuclear power", "nuclear"), ("the fight against smuggling", "customs"),
    ("the fight against drug smugglers", "security"), ("the smuggling of migrants", "migration security"), ("a railway between the two oceans", "transport"), ("the reconstruction of a power station", "energy"),
    ("police patrols along the frontier", "security"), ("the interconnection of telephone networks", "communications"), ("machinery for dairy farmers", "agriculture"),
    ("the preservation of Lake Victoria", "environment water"), ("driving licences between the Ministries of Internal Affairs", "transport"), ("animal health with the Ministry of Industry and Agriculture", "agriculture"),
    ("a ceasefire", "security"), ("the Silk Road", ""), ("a sports stadium", "construction sport"), ("information and communications technologies", "communications technology"),
]
# fmt: on


@pytest.mark.parametrize(("about", "wanted"), TITLES)
def test_what_a_title_is_about(extractor: Extractor, about: str, wanted: str) -> None:
    text = f"Kenya and Oman signed a memorandum on {about} on Monday."
    claims = [s.claim for s in extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements]
    assert [" ".join(c.sectors) for c in claims if isinstance(c, Agreement)] == [wanted]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("an agreement between the Minya governorate and the Pune district", ("regional",)),
        ("a memorandum between the city of Mombasa and the city of Sohar", ("regional",)),
        ("a memorandum between the City University of Mombasa and the Sohar University", ("education",)),
    ],
)
def test_papers_of_regions(extractor: Extractor, title: str, wanted: tuple[str, ...]) -> None:
    text = f"In the presence of the presidents of Kenya and Oman {title} was signed on Monday."
    claims = [s.claim for s in extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements]
    assert [c.sectors for c in claims if isinstance(c, Agreement)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenyan nurses will work in Oman under an agreement that the two ministers signed on Monday.", "health"),
        (
            "Kenya and Oman will count sardines together. A memorandum to that effect was signed on Monday.",
            "agriculture",
        ),
        ("Oman will lend Kenya three satellites by virtue of a memorandum signed in Muscat on Monday.", "space"),
    ],
)
def test_what_is_done_under_a_paper_tells_its_field(extractor: Extractor, text: str, wanted: str) -> None:
    claims = [s.claim for s in extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements]
    assert [" ".join(c.sectors) for c in claims if isinstance(c, Agreement)] == [wanted]
