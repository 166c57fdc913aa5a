"""News as pages and outlets carry it, with their noise, tours told stop by stop and dates of other events: one line of a table each."""

from __future__ import annotations

from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.language.page_noise import without_noise
from relations_db.values import Agreement, Claim, Declaration, Document, PartialDate, Visit

TABLES = [Path(__file__).parent / "tables" / name for name in ("news_pages.txt", "outlets.txt")]


def _lines() -> list[tuple[str, str]]:
    """The text and what is wanted of it, of each line of the tables; a line break of the text is written `\\n`."""
    lines = [
        line.partition("||")
        for table in TABLES
        for line in table.read_text(encoding="utf-8").splitlines()
        if line[:1] not in ("", "#")
    ]
    return [(text.strip().replace("\\n", "\n"), wanted.strip()) for text, _, wanted in lines]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def row(claim: Claim) -> str:
    """A fact as the table writes it."""
    if isinstance(claim, Visit):
        fields = (claim.city, claim.visit_kind, claim.started_on, claim.status.value)
        return f"{claim.leader.split()[-1]} > {claim.host} " + " ".join(str(field or "-") for field in fields)
    if isinstance(claim, Agreement):
        return f"{'-'.join(claim.parties)} {claim.title or claim.count or 'several'} {claim.signed_on or '-'} {claim.status.value}"
    if isinstance(claim, Declaration):
        return (
            f"{'-'.join(claim.parties)} {claim.form} {claim.level or '-'} {claim.signed_on or '-'} {claim.status.value}"
        )
    return ""


@pytest.mark.parametrize(("text", "wanted"), _lines())
def test_the_table(extractor: Extractor, text: str, wanted: str) -> None:
    statements = extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements
    found = [line for s in statements if (line := row(s.claim))]
    assert sorted(found) == sorted(line.strip() for line in wanted.split(";") if line.strip())


JOINED = [
    ("P\nrime Minister Ana Brnabic flew to Lima on Monday.", "\nPrime Minister Ana Brnabic flew to Lima on Monday."),
    ("The minister landed in Accra after\na long flight\nthat had begun in Oslo.", "The minister landed in Accra after a long flight that had begun in Oslo."),
    ("The two ministers spoke for an hour with\nPresident Ruto in Nairobi.", "The two ministers spoke for an hour with President Ruto in Nairobi."),
    ("-   They signed a\n    Clean Water Pact.\n-   They left.", "-   They signed a     Clean Water Pact.\n-   They left."),
    ("1. They signed a\n   Clean Water Pact.", "1. They signed a    Clean Water Pact."),
    ("He left Rome.\nRELATED\nChina's Xi visits Malta\nwine\nTalks went on.", "He left Rome.\nRELATED\n                       \n    \nTalks went on."),
]  # fmt: skip
KEPT = [
    "Advertisement\nThe president left.",
    "Programme:\narrival at noon, then lunch",
    "Share\nbookmark",
    "# Talks in the old town of Lima today\nand what came of them",
    "He left Rome.\nRelated matters were put off until May.",
    "-   They met.\n\n    A new paragraph.",
    "A\nB\nC",
]


@pytest.mark.parametrize(("text", "wanted"), JOINED)
def test_noise_is_taken_out(text: str, wanted: str) -> None:
    assert without_noise(text) == wanted
    assert len(wanted) == len(text)


@pytest.mark.parametrize("text", KEPT)
def test_other_lines_stay(text: str) -> None:
    assert without_noise(text) == text
