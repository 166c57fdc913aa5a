"""The fields of visits read of sentences of many kinds: one line of the table each."""

from __future__ import annotations

from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, PartialDate, Visit

TABLE = Path(__file__).parent / "tables" / "visit_fields.txt"


def _lines() -> list[tuple[str, str]]:
    """The text and what is wanted of it, of each line of the table."""
    lines = [
        line.partition("||") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    return [(text.strip(), wanted.strip()) for text, _, wanted in lines]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def row(visit: Visit) -> str:
    """A visit as the table writes it."""
    fields = (visit.city, visit.visit_kind, visit.started_on, visit.ended_on, visit.status.value)
    return f"{visit.leader.split()[-1]} > {visit.host} " + " ".join(str(field or "-") for field in fields)


@pytest.mark.parametrize(("text", "wanted"), _lines())
def test_the_table(extractor: Extractor, text: str, wanted: str) -> None:
    statements = extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements
    found = [row(s.claim) for s in statements if isinstance(s.claim, Visit)]
    assert sorted(found) == sorted(line.strip() for line in wanted.split(";") if line.strip())
