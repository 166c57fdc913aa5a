"""Days of papers and levels told by a visit, a heading or another day: one line of the table each, "day | text || parties form what date status; ...".

`what` is the count of an agreement ("-" for none told) or the level of a declaration; "/" parts paragraphs, "//" lines; a text of "-" has no day of its own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.values import Agreement, Declaration, Document, PartialDate

TABLE = Path(__file__).parent / "tables" / "paper_days.txt"


def _lines() -> list[tuple[str, str, str]]:
    """The day, the text and what is wanted of it, of each line of the table."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line[:1] not in ("", "#"):
            told, _, wanted = line.partition("||")
            day, _, text = told.partition("|")
            found.append((day.strip(), text.strip(), wanted.strip()))
    return found


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("day", "text", "wanted"), _lines())
def test_the_table(extractor: Extractor, day: str, text: str, wanted: str) -> None:
    body = text.replace(" // ", "\n").replace(" / ", "\n\n")
    document = Document("x", body, None if day == "-" else PartialDate.parse(day))
    found = []
    for statement in extractor.extract(document).statements:
        claim = statement.claim
        if isinstance(claim, Declaration | Agreement):
            what = claim.level if isinstance(claim, Declaration) else claim.count
            found.append(
                f"{'-'.join(claim.parties)} {claim.form} {what or '-'} {claim.signed_on or '-'} {claim.status}"
            )
    assert sorted(found) == sorted(part.strip() for part in wanted.split(";") if part.strip())
