"""Words that take up a state by what it is: which state they mean, and where they mean none."""

import pytest

from relations_db.language.analysis import analyse
from relations_db.language.lexicon import Lexicon
from relations_db.values import Document, PartialDate
from relations_db.vocabulary import load_vocabulary

# A text, and the words in it that take up a state, with the state.
MEANT = [
    ("Oman's foreign minister flew to Nicosia. He was on the island for a day.", [("island", "CYP")]),
    (
        "Jordan's king went to Muscat. The sultanate's ruler met him; the kingdom wants gas.",
        [("sultanate", "OMN"), ("kingdom", "JOR")],
    ),
    ("The premier of India leaves for Thimphu. He knows the Himalayan kingdom.", [("Himalayan kingdom", "BTN")]),
    ("Portugal's minister spent three days in Praia. The archipelago buys fish.", [("archipelago", "CPV")]),
    ("Sheikh Hasina of Bangladesh was in Male, her first trip to the island nation.", [("island nation", "MDV")]),
    ("Luxembourg and Japan signed. The small Grand Duchy was founded in 1815.", [("Grand Duchy", "LUX")]),
    ("Norway and Uganda will build a dam. The landlocked country needs power.", [("landlocked country", "UGA")]),
    (
        "Morocco's minister is in Dakar. The West African state lies to the south of the kingdom.",
        [("West African state", "SEN"), ("kingdom", "MAR")],
    ),
    ("In Qatar the guests were shown the emirate's museums. From there they went to Kuwait.", [("emirate", "QAT")]),
    ("MANAMA, May 3 - Saudi Arabia sent its minister. The Kingdom thanked him.", [("Kingdom", "BHR")]),
]
NO_STATE = [
    "Italy's minister flew to Lampedusa. The island is full.",  # no island state is named
    "Malta and the Isle of Wight were compared. The island is green.",
    "Botswana and Zambia border each other. The southern African country is dry.",  # two fit
    "The United Kingdom and Spain signed. The kingdom of the blind has one king.",
    "Spain spoke with Peru. The kingdom of Aragon was older.",
    "Tonga and Fiji signed. The island group lies far away, and the island chain too.",
    "Oman and Kenya met. A sultanate was once in Zanzibar, and sultanates elsewhere.",
    "Bhutan has the animal kingdom on a stamp of India.",
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_vocabulary())


def _by_kind(text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    analysis = analyse(Document("d", text, PartialDate(2024, 5, 15)), lexicon)
    return [(text[h.start : h.end], h.values[0]) for h in analysis.hits if h.by_kind]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_meant(lexicon: Lexicon, text: str, meant: list[tuple[str, str]]) -> None:
    assert _by_kind(text, lexicon) == meant


@pytest.mark.parametrize("text", NO_STATE)
def test_no_state(lexicon: Lexicon, text: str) -> None:
    assert _by_kind(text, lexicon) == []
