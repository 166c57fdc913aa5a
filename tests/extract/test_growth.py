"""The work on a text grows with its length alone, whatever it repeats: calls are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from relations_db.extract import Extractor
from relations_db.language.sentences import LONGEST, MOST, split_sentences
from relations_db.values import Document, PartialDate

AHEAD = "President Emmanuel Macron of France visited Astana on Monday, where Kazakhstan and France signed "
TEXTS: dict[str, Callable[[int], str]] = {
    "a phrase without end": lambda n: "agreement on " * 2 * n,
    "verbs without end": lambda n: "visited Paris and signed an agreement with " * (n // 2),
    "one visit again and again": lambda n: "President Emmanuel Macron visited Astana. " * 2 * n,
    "other papers": lambda n: "".join(f"\nKazakhstan and France signed an agreement on topic{i}." for i in range(n)),
    "targets": lambda n: "".join(f"France and Chile aim at trade of ${i + 1} billion by 2030. " for i in range(n)),
    "lines": lambda n: "\n".join(f"line {i}" for i in range(10 * n)),
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    found = Extractor()
    for text in TEXTS.values():  # patterns are made when first needed
        found.extract(_document(text(5)))
    return found


def _document(text: str) -> Document:
    return Document("t", AHEAD + text, published_on=PartialDate(2024, 5, 15))


def _calls(work: Callable[[], object]) -> int:
    number = 0

    def count(_frame: FrameType, _event: str, _thing: Any) -> None:
        nonlocal number
        number += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_four_times_the_text_is_four_times_the_work(extractor: Extractor, text: Callable[[int], str]) -> None:
    small, large = (_document(text(n)) for n in (80, 320))
    ratio = _calls(lambda: extractor.extract(large)) / _calls(lambda: extractor.extract(small))
    assert ratio < 7


@pytest.mark.parametrize("text", ["a " * 5000, "a, b; " * 3000, "a" * 9000, " " * 9000 + "a", "A b c. " * 2000])
def test_sentences_and_paragraphs_have_an_end(text: str) -> None:
    pieces = split_sentences(text)
    assert max(p.end - p.start for p in pieces) <= LONGEST
    assert len(pieces) <= MOST or pieces[MOST].paragraph > pieces[0].paragraph
    assert "".join(text[p.start : p.end] for p in pieces).replace(" ", "") == text.replace(" ", "")
