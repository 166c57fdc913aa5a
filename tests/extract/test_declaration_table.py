"""Declarations read of sentences of many kinds, and none of the rest: one line of the table each, "text || parties form level date status; ...".

Levels are written S (strategic), C (comprehensive strategic), E (enhanced strategic), - (none), else in full; a date that is not known is "-". The document is
dated 2024-05-15, a Wednesday.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.values import Declaration, Document, PartialDate

SHORT = {
    "strategic_partnership": "S",
    "comprehensive_strategic_partnership": "C",
    "enhanced_strategic_partnership": "E",
    None: "-",
}
TABLE = Path(__file__).parent / "tables" / "declarations.txt"


def _lines() -> list[tuple[str, str]]:
    """The text and what is wanted of it, of each line of the table."""
    lines = [
        line.partition("||") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    return [(text.strip(), wanted.strip()) for text, _, wanted in lines]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("text", "wanted"), _lines())
def test_the_table(extractor: Extractor, text: str, wanted: str) -> None:
    statements = extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements
    claims = [s.claim for s in statements if isinstance(s.claim, Declaration)]
    found = [
        f"{'-'.join(c.parties)} {c.form} {SHORT.get(c.level, c.level)} {c.signed_on or '-'} {c.status}" for c in claims
    ]
    assert sorted(found) == sorted(part.strip() for part in wanted.split(";") if part.strip())
