"""Lines broken at a fixed width are read as one; other line breaks stay."""

import pytest

from relations_db.extract import Extractor
from relations_db.language.wrapping import unwrapped
from relations_db.values import Document, Leader, PartialDate

WIRE = (
    "Foreign Minister Ricardo\n"
    "Sandoval of Chile flew to the Peruvian capital for talks on the\n"
    "border with the government there, a spokesman for Deputy\n"
    "Minister Elena Quispe said.\n"
    "    The two sides will meet again in May."
)
KEPT = [
    "Lima hosts talks\nThe foreign ministers of Chile and Peru met on Monday.\nThey signed a treaty.",
    "TALKS IN LIMA END\nThe foreign ministers of Chile and Peru met on Monday in the old town hall of Lima\n",
    "Programme\n- Monday: arrival\n- Tuesday: talks\n- Wednesday: departure",
    "First paragraph of a page, which ends with a stop.\nSecond paragraph of a page, which ends with one too.",
    "At the end of the talks in Lima, four documents were signed:\nMemorandum of understanding on housing construction\n"
    "Action plan on geology\nMemorandum on cultural exchanges\nProtocol on roads\nThe ceremony was held in Lima.",
]


def test_a_break_of_width_is_a_blank() -> None:
    folded = unwrapped(WIRE)
    assert len(folded) == len(WIRE)
    assert folded.count("\n") == 1
    assert "Ricardo Sandoval" in folded
    assert "Deputy Minister" in folded


@pytest.mark.parametrize("text", KEPT)
def test_other_breaks_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_names_across_lines_are_whole() -> None:
    extraction = Extractor().extract(Document("d", WIRE, PartialDate(2024, 3, 5)))
    names = {s.claim.name for s in extraction.statements if isinstance(s.claim, Leader)}
    assert "Ricardo Sandoval" in names


@pytest.mark.parametrize(
    "line",
    [
        "PERUVIAN FOREIGN MINISTER RESIGNS OVER BORDER TALKS",
        "STEEL MAKERS' PRESIDENT SEES RISING DEMAND IN CHILE",
        "CHILEAN PRIME MINISTER AND CABINET STEP DOWN",
        "PERU'S TRADE MINISTER TO SEEK NEW LOANS",
    ],
)
def test_a_headline_in_capitals_names_nobody_unknown(line: str) -> None:
    text = f"{line}\n\nThe talks go on in Lima."
    assert not Extractor().extract(Document("d", text, PartialDate(2024, 3, 5))).statements


def test_a_headline_is_no_name_of_the_minister_below_it() -> None:
    text = "PERUVIANS FINISH STUDY ON FERRY PURCHASES\n\nPeru's Transport Minister was quoted as saying so."
    assert not Extractor().extract(Document("d", text, PartialDate(2024, 3, 5))).statements
