"""Which sentences are of one passage, whatever the page does with its lines."""

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, PartialDate, Visit

EXTRACTOR = Extractor()

# text, the number of each sentence's passage
PASSAGES = [
    # a line for each sentence: one passage
    (
        "The presidents of Chile and Peru met in Lima on Monday.\n\nThey signed a treaty on water.\n\n"
        "The talks lasted two hours.\n\nTrade was discussed as well.",
        [0, 0, 0, 0],
    ),
    # paragraphs of more than one sentence: the writer's own
    (
        "The presidents of Chile and Peru met in Lima on Monday. They signed a treaty.\n\n"
        "The talks lasted two hours. Trade was discussed.\n\nKenya held an election. Ghana did not.\n\nIt rained.",
        [0, 0, 1, 1, 2, 2, 3],
    ),
    # headings and dates turn to something else
    (
        "The president of Chile came to Lima on a state visit.\n\nThe two countries signed a treaty on water.\n\nElsewhere\n\n"
        "Kenya sent a minister to Ghana.\n\nThe talks were short.\n\nTuesday brought more guests.",
        [0, 0, 0, 1, 1, 2],
    ),
    # a list's items stay apart
    (
        "Two papers were signed.\n- a treaty on water\n- a protocol on customs\nThe guests left.",
        [0, 1, 2, 3],
    ),
    # the date of an entry on a line of its own
    (
        "Diary of a year\n3 March 2021\nThe president of Chile visited Lima. He met his host.\n"
        "8 June 2021\nA treaty was signed in Santiago. Peru ratified it.",
        [0, 1, 1, 1, 2, 2, 2],
    ),
    # too few lines to tell a habit
    ("The presidents of Chile and Peru met in Lima.\n\nThey signed a treaty.\n\nIt rained.", [0, 1, 2]),
]


@pytest.mark.parametrize(("text", "numbers"), PASSAGES)
def test_passages(text: str, numbers: list[int]) -> None:
    context = EXTRACTOR.context_of(Document("d", text, PartialDate(2024, 3, 5)))
    assert [s.paragraph for s in context.analysis.sentences] == numbers


def test_general_news_keeps_its_paragraphs() -> None:
    text = "Turnover rose in Bonn.\n\nKenya sold tea to Chile.\n\nPeru and Ghana met.\n\nOil fell in Oslo.\n\nIt was the third fall."
    context = EXTRACTOR.context_of(Document("d", text, PartialDate(2024, 3, 5)))
    assert [s.paragraph for s in context.analysis.sentences] == [0, 1, 2, 3, 4]


def test_an_entry_s_date_on_a_line_of_its_own_dates_what_follows() -> None:
    text = (
        "PERU AND CHILE: A CALENDAR\n\n3 March 2021\n\nPresident Pedro Castillo arrived in Santiago on a state visit.\n\n"
        "14 June 2021\n\nPresident Sebastián Piñera came to Lima on an official visit.\n"
    )
    claims = [s.claim for s in Extractor().extract(Document("d", text, PartialDate(2022, 1, 10))).statements]
    told = {(str(c.leader), str(c.started_on)) for c in claims if isinstance(c, Visit)}
    assert {day for _, day in told} == {"2021-03-03", "2021-06-14"}
