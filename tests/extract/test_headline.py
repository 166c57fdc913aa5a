"""The kind of a visit that only the headline names."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Basis, Document, PartialDate, Visit

RUTO = "Kenyan President William Ruto arrived in Lima on Monday. President Dina Boluarte met him at the airport."
RAMA = "Prime Minister Edi Rama of Albania is due in Vienna on Friday. Chancellor Karl Nehammer will give a dinner."
OFFICIAL = "Kenyan President William Ruto arrived in Lima on Monday on an official visit."
TWO = "Kenyan President William Ruto flew to Lima on Monday. Ugandan President Yoweri Museveni flew to Lima on Tuesday."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Ruto begins state visit to Peru", RUTO, "state"),
        ("Kenya's president on official visit to Peru", RUTO, "official"),
        ("State visit of the President of Kenya to Lima", RUTO, "state"),
        ("Ruto pays two-day working visit to Peru", RUTO, "working"),
        ("Working visit: Ruto in Lima", RUTO, "working"),
        ("Rama to make official friendly visit to Austria", RAMA, "official"),
        # the text's own kind stands
        ("Ruto begins state visit to Peru", OFFICIAL, "official"),
        # another's visit, another place, an invitation, a look ahead
        ("Ruto leaves for Peru", RUTO, "unspecified"),
        ("State visit to Ghana ends", RUTO, "unspecified"),
        ("Peru awaits state visit by Macron to France's old ally", RUTO, "unspecified"),
        ("Ruto invited to pay state visit to Peru", RUTO, "unspecified"),
        ("Ruto in Peru after state visit to Chile", RUTO, "unspecified"),
        ("Official visits and state visits: Ruto in Peru", RUTO, "unspecified"),
        ("State visits to Peru", TWO, "unspecified"),
    ],
)
def test_the_headline_gives_the_kind(extractor: Extractor, title: str, text: str, kind: str) -> None:
    statements = extractor.extract(Document("x", text, PartialDate(2024, 5, 15), title=title)).statements
    kinds = {s.claim.visit_kind for s in statements if isinstance(s.claim, Visit)}
    assert kinds == {kind}


def test_a_kind_of_the_headline_is_not_told_as_said(extractor: Extractor) -> None:
    document = Document("x", RUTO, PartialDate(2024, 5, 15), title="Ruto begins state visit to Peru")
    (visit,) = (s for s in extractor.extract(document).statements if isinstance(s.claim, Visit))
    assert [field.basis for field in visit.fields if field.name == "visit_kind"] == [Basis.FRAME]
