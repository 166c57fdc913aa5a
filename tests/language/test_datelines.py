"""Which city and which day a dateline gives."""

from __future__ import annotations

import pytest

from relations_db.language.analysis import read_names
from relations_db.language.datelines import yearless_day
from relations_db.language.lexicon import Lexicon
from relations_db.values import Document, PartialDate
from relations_db.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_vocabulary())


# text, document's day, city of the dateline, day of the news
# fmt: off
DATELINES = [
    ("LIMA, Nov. 22 (Agency) -- The president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("LIMA, Nov 22 (Agency) - The president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("LIMA, November 22 - The president of Chile", "2023-11-22", "Lima", "2023-11-22"),
    ("LIMA, 22 November (Agency): The president of Chile", "2023-11-22", "Lima", "2023-11-22"),
    ("LIMA, Peru, Nov. 22 (Andean news service) - The president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("LIMA, Peru - The president of Chile", "2023-11-23", "Lima", "2023-11-23"),
    ("Lima, 22 November 2023 - The president of Chile", None, "Lima", "2023-11-22"),
    ("LIMA, Nov 22 - The president of Chile", None, "Lima", None),
    ("LIMA, Nov. 12 (Agency) - The president of Chile", "2023-11-23", "Lima", "2023-11-23"),
    ("LIMA (Agency) - The president of Chile", "2023-11-23", "Lima", "2023-11-23"),
    ("LIMA. November 22. /AGENCY/. The president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("Chile's leader calls\n\nLIMA, Nov 22 - The president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("Thursday 23 November 2023 - 12:07\n\nChile's leader came to Peru", None, None, "2023-11-23"),
    ("Updated: 23 Nov 2023, 08:15 GMT\nChile's leader came to Peru", None, None, "2023-11-23"),
    ("Chile's leader came to Peru on 23 November 2023.", None, None, None),
    ("Lima, November 22, AGENCY\nThe president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("Lima. 22 November. AGN. The president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("Muscat, Jumada al-Awwal 8, 1445, ONA -- The Sultan", "2023-11-23", "Muscat", "2023-11-23"),
    ("LIMA —The president of Chile", "2023-11-23", "Lima", "2023-11-23"),
    ("Lima, November 22 (News Press)--The president of Chile", "2023-11-23", "Lima", "2023-11-22"),
    ("The Hague, 22 November. The president of Chile", "2023-11-23", "The Hague", "2023-11-22"),
    ("BRASÍLIA, 22 November (Agência) - The president of Chile", "2023-11-23", "Brasília", "2023-11-22"),
    ("Lima-Callao, two towns, are one.", "2023-11-23", None, "2023-11-23"),
    ("Lima and AGENCY men met.", "2023-11-23", None, "2023-11-23"),
    ("The president of Chile came to Lima - and stayed", "2023-11-23", None, "2023-11-23"),
]
# fmt: on


@pytest.mark.parametrize(("text", "published", "city", "day"), DATELINES)
def test_datelines(lexicon: Lexicon, text: str, published: str | None, city: str | None, day: str | None) -> None:
    analysis = read_names(Document("x", text, PartialDate.parse(published) if published else None), lexicon)
    assert (analysis.dateline.city if analysis.dateline else None) == city
    assert (str(analysis.on) if analysis.on else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OSLO, April 20 (Wire) – Norway and Malta are", (4, 20)),
        ("Pact of two shores\n\nNew Delhi, 3 May – The", (5, 3)),
        ("VALLETTA/ROME, Dec. 11 (Press service) - It", (12, 11)),
        ("OSLO, 20 April 2024 (Wire) – Norway", None),
        ("Talks were held on May 3 - a Friday", None),
        ("On May 3 Norway signed: a treaty", None),
        ("OSLO – The talks of May 3 went well", None),
        ("", None),
    ],
)
def test_datelines_without_a_year(text: str, day: tuple[int, int] | None) -> None:
    assert yearless_day(text) == day
