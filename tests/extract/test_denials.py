"""What a sentence takes back is no fact, however it is put: every frame of denial with every way of telling a stay or a paper."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor, to_codebook
from relations_db.values import Document, PartialDate

# past, participle, infinitive, gerund
STAYS = (
    ("went to Accra", "gone to Accra", "go to Accra", "going to Accra"),
    ("visited Ghana", "visited Ghana", "visit Ghana", "visiting Ghana"),
    ("travelled to Accra", "travelled to Accra", "travel to Accra", "travelling to Accra"),
    ("flew to Accra", "flown to Accra", "fly to Accra", "flying to Accra"),
    ("was in Accra", "been in Accra", "be in Accra", "being in Accra"),
    ("arrived in Accra", "arrived in Accra", "arrive in Accra", "arriving in Accra"),
    (
        "met President Nana Akufo-Addo in Accra",
        "met President Nana Akufo-Addo in Accra",
        "meet President Nana Akufo-Addo in Accra",
        "meeting President Nana Akufo-Addo in Accra",
    ),
    ("held talks in Accra", "held talks in Accra", "hold talks in Accra", "holding talks in Accra"),
    (
        "paid an official visit to Ghana",
        "paid an official visit to Ghana",
        "pay an official visit to Ghana",
        "paying an official visit to Ghana",
    ),
    ("set foot in Ghana", "set foot in Ghana", "set foot in Ghana", "setting foot in Ghana"),
)
PAPERS = (
    (
        "signed an agreement on fisheries with Ghana",
        "signed an agreement on fisheries with Ghana",
        "sign an agreement on fisheries with Ghana",
        "signing an agreement on fisheries with Ghana",
    ),
    (
        "concluded a trade agreement with Ghana",
        "concluded a trade agreement with Ghana",
        "conclude a trade agreement with Ghana",
        "concluding a trade agreement with Ghana",
    ),
    (
        "adopted a joint declaration with Ghana",
        "adopted a joint declaration with Ghana",
        "adopt a joint declaration with Ghana",
        "adopting a joint declaration with Ghana",
    ),
)
FRAMES = (
    "{who} never {0}.",
    "{who} did not {2} last year.",
    "{who} has not {1} since the election.",
    "{who}, who never {0}, praised cocoa on Monday.",
    "{who}, who has not {1}, praised cocoa on Monday.",
    "{who}, who in May did not {2}, spoke in Nairobi on Monday.",
    "{who} spoke in Nairobi on Monday without having {1}.",
    "{who} spoke in Nairobi on Monday instead of {3}.",
    "Instead of {3}, {who} spoke in Nairobi on Monday.",
    "{who} refused to {2} on Monday.",
    "{who} ruled out {3}.",
    "{who} stayed at home and did not {2}.",
    "{who} received an envoy in Nairobi but never {0}.",
    "The spokesman said that {who} had not {1}.",
    "The spokesman denied that {who} had {1}.",
    "Neither {who} nor the others {0}.",
    "It was not {who} who {0} on Monday.",
    "Had {who} {1}, the talks would have gone well.",
    "{who} would have {1} if there had been time.",
    "{who} was unable to {2}.",
    "Not once has {who} {1}.",
    "At no time has {who} {1}.",
    "Nor has {who} {1}.",
    "Never has {who} {1}.",
    "{who}, having never {1}, spoke in Nairobi on Monday.",
    "{who} has never, as far as is known, {1}.",
    "{who} hardly ever {0}.",
    "No one remembers that {who} ever {0}.",
    "There is no record that {who} {0}.",
    "Whether {who} {0} is not known.",
    "Did {who} {2} in May?",
)
MADE = ("done", "planned", "proposed")


def _read(extractor: Extractor, text: str) -> list[str]:
    found = to_codebook(extractor.extract(Document("x", text, PartialDate(2024, 3, 5))))
    facts = [v for v in found["visits"] if v["host"] == "GHA"] + found["agreements"] + found["declarations"]
    return [fact["evidence"][0] for fact in facts if fact["status"] in MADE]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_denied_is_no_stay(extractor: Extractor, frame: str) -> None:
    texts = [frame.format(*stay, who="Kenyan President William Ruto") for stay in STAYS]
    assert [text for text in texts if _read(extractor, text)] == []


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_denied_is_no_paper(extractor: Extractor, frame: str) -> None:
    texts = [frame.format(*paper, who="Kenya") for paper in PAPERS]
    assert [text for text in texts if _read(extractor, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto {0} on Monday.",
        "On Monday Kenyan President William Ruto {0}.",
        "Kenyan President William Ruto did not speak to the press, but he {0} on Monday.",
        "Never before had a Kenyan president been so welcome: on Monday William Ruto, President of Kenya, {0}.",
        "Without a word to the press Kenyan President William Ruto {0} on Monday.",
        "Kenyan President William Ruto, who rarely speaks, {0} on Monday.",
    ],
)
def test_what_is_not_denied_is_read(extractor: Extractor, text: str) -> None:
    told = [text.format(stay[0]) for stay in STAYS]
    assert [line for line in told if not _read(extractor, line)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya {0} on Monday.",
        "Without a word to the press Kenya {0} on Monday.",
        "Kenya, which rarely signs anything, {0} on Monday.",
    ],
)
def test_papers_that_are_not_denied_are_read(extractor: Extractor, text: str) -> None:
    told = [text.format(paper[0]) for paper in PAPERS]
    assert [line for line in told if not _read(extractor, line)] == []
