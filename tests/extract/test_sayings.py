"""The day on which a thing is said, and where it happened otherwise."""

import pytest

from relations_db.extract import Extractor
from relations_db.extract.date_marks import of_saying
from relations_db.language.analysis import analyse, read_sentences
from relations_db.values import Agreement, Document, PartialDate, Visit

EXTRACTOR = Extractor()
ON = PartialDate(2024, 3, 7)  # a Thursday

SAID = [
    "Peru and Chile signed a treaty on water, the foreign ministry said on Tuesday.",
    "Peru and Chile signed a treaty on water, the Chilean foreign ministry said in a statement on Tuesday.",
    "Peru and Chile signed a treaty, according to a statement of the ministry on Tuesday.",
    "The president of Chile arrived in Lima, his office announced late on Tuesday.",
    "President Boric arrived in Lima, the spokesman told reporters in Santiago on Tuesday.",
    "The foreign ministry said on Tuesday that President Boric had arrived in Lima.",
    "A spokeswoman for the government announced on Tuesday the president would go to Lima.",
    "Trade reached $5 billion, the Peruvian news agency reported Tuesday.",
    "Peru and Chile signed a treaty, according to the foreign ministry on Tuesday.",
    "President Boric arrived in Lima, a government official told journalists on Tuesday evening.",
]

HAPPENED = [
    "Peru and Chile signed a treaty on water on Tuesday, the foreign ministry said.",
    "The two presidents said on Tuesday that relations were now a strategic partnership.",
    "Peru and Chile will be partners, their presidents said on Tuesday, signing a paper.",
    "Trade must double, President Boric told the business forum on Tuesday.",
    "Chile will buy the gas, President Boric said at a meeting with his host in Lima on Tuesday.",
    "After the talks, which, according to the declaration that they signed on Tuesday, were useful, they left.",
    "The ministry said that President Boric arrived in Lima on Tuesday.",
    "Ties are restored, the two foreign ministries said on Tuesday, ending a rift of ten years.",
    '"It is more than meat", the president said in Lima on Tuesday, when he opened the fair.',
    "Chile and Peru agreed on Tuesday that trade should double.",
]


def marks(text: str) -> list[bool]:
    analysis = analyse(Document("d", text, ON), EXTRACTOR.lexicon)
    read_sentences(analysis, EXTRACTOR.lexicon)
    return [of_saying(s, number) for s in analysis.sentences for number, unit in s.things if unit.code == "D"]


@pytest.mark.parametrize("text", SAID)
def test_the_day_of_saying(text: str) -> None:
    assert marks(text) == [True]


@pytest.mark.parametrize("text", HAPPENED)
def test_the_day_of_an_event(text: str) -> None:
    assert not any(marks(text))


DATED = [
    # its own date stands before that of the saying
    (
        "In May 2021 Chile and Peru signed an agreement on customs, the Chilean foreign ministry said on Wednesday.",
        "2021-05",
    ),
    (
        "Chile and Peru signed an agreement on customs on Tuesday, the government said in a statement on Wednesday.",
        "2024-03-05",
    ),
    (
        "On 2 March Chile and Peru signed an agreement on customs, according to the foreign ministry on Wednesday.",
        "2024-03-02",
    ),
    # the day of the signing is told elsewhere
    (
        "Chile and Peru signed an agreement on customs in Lima on Monday. They also signed a memorandum on water, "
        "the Peruvian foreign ministry said in a statement on Wednesday.",
        "2024-03-04",
    ),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_what_is_dated(text: str, day: str) -> None:
    claims = [s.claim for s in EXTRACTOR.extract(Document("d", text, ON)).statements]
    assert {str(c.signed_on) for c in claims if isinstance(c, Agreement)} == {day}


ARRIVED = [
    ("President Gabriel Boric of Chile arrived in Lima, the government said on Wednesday.", "2024-03-06"),
    ("President Gabriel Boric of Chile arrived in Lima on Monday, the government said on Wednesday.", "2024-03-04"),
    (
        "President Gabriel Boric of Chile visited Peru in May 2021, the government said in a statement on Wednesday.",
        "2021-05",
    ),
    (
        "The foreign ministry said on Wednesday that President Gabriel Boric of Chile would visit Lima on 12 March.",
        "2024-03-12",
    ),
]


@pytest.mark.parametrize(("text", "day"), ARRIVED)
def test_visits_that_are_told_of_later(text: str, day: str) -> None:
    claims = [s.claim for s in EXTRACTOR.extract(Document("d", text, ON)).statements]
    assert [str(c.started_on) for c in claims if isinstance(c, Visit)] == [day]
