"""The kind of a visit, and the week that its weekdays are of, that only the headline names."""

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


CAME = "Polish President Andrzej Duda was received in Nairobi by President William Ruto on Monday."


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("The week in Nairobi, 13-19 May", CAME, "2024-05-13"),
        ("The week in Nairobi, 13-19 May", CAME.replace("Monday", "Sunday"), "2024-05-19"),
        # what is to come, the week that begins, years, a week long past, a weekend
        (
            "The week in Nairobi, 13-19 May",
            "Polish President Andrzej Duda will come to Nairobi on Monday.",
            "2024-05-20",
        ),
        ("The forum in Nairobi, 20-24 May", CAME, "2024-05-20"),
        ("A year of talks, 2023-2024", CAME, "2024-05-20"),
        ("The floods of 1-7 April", CAME, "2024-05-20"),
        ("The summit of 18-19 May", CAME, "2024-05-20"),
    ],
)
def test_a_review_of_a_week_tells_of_its_weekdays(extractor: Extractor, title: str, text: str, day: str) -> None:
    claims = [s.claim for s in extractor.extract(Document("x", text, PartialDate(2024, 5, 20), title)).statements]
    assert [str(c.started_on) for c in claims if isinstance(c, Visit)] == [day]
