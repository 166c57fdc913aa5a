"""What was not read is accounted for: each trigger word ends as a statement, as ignored with a reason, or as unhandled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.extract.ledger import NO_PARTY
from relations_db.language.fold import fold
from relations_db.language.sentences import split_sentences
from relations_db.read import read_documents
from relations_db.values import Document, Extraction, Kind, PartialDate

FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles"
PAIR = "Kazakhstan and Uzbekistan are neighbours. "


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, text: str) -> Extraction:
    return extractor.extract(Document("x", text, PartialDate(2024, 5, 15)))


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        (
            "Between the hills of Kazakhstan a guest of President Tokayev had lost his horse.",
            Kind.VISIT,
            "of Kazakhstan a guest of President Tokayev had lost his horse",
        ),
        ("The embassy of Uzbekistan kept its garden open.", Kind.MILESTONE, "The embassy of Uzbekistan kept its garden open"),
        ("In Kazakhstan the target was spoken of like trade.", Kind.TRADE_TARGET, "In Kazakhstan the target was spoken of like trade."),
    ],
)  # fmt: skip
def test_what_no_rule_reads_is_listed(extractor: Extractor, sentence: str, kind: Kind, words: str) -> None:
    found = read(extractor, PAIR + sentence)
    assert [s for s in found.statements if s.kind is kind] == []
    assert [(u.kind, u.quote.text) for u in found.unhandled] == [(kind, words)]


@pytest.mark.parametrize(
    ("sentence", "kind", "reason"),
    [
        ("The ministers of Kazakhstan have not signed.", Kind.AGREEMENT, "negated"),
        ("Will Uzbekistan and the guest ever sign?", Kind.AGREEMENT, "question"),
        ("An embassy is open.", Kind.MILESTONE, NO_PARTY),
    ],
)
def test_what_the_sentence_does_not_assert_is_refused(
    extractor: Extractor, sentence: str, kind: Kind, reason: str
) -> None:
    found = read(extractor, PAIR + sentence)
    assert found.unhandled == ()
    assert (kind, reason) in [(i.kind, i.reason) for i in found.ignored]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan signed an agreement with a company.",  # one state can have no fact with another
        PAIR + "A sign of spring, a great deal of snow.",
        PAIR + "The exports of the past are no more than a word.",  # a trade word without a sum
        PAIR + "President Tokayev arrived in Tashkent on a state visit on 3 May.",
    ],
)
def test_nothing_is_listed(extractor: Extractor, text: str) -> None:
    assert read(extractor, text).unhandled == ()


def test_every_paper_of_an_article_is_accounted_for(extractor: Extractor) -> None:
    """No sentence with such a word is without a statement, a refusal and a listing."""
    words = re.compile(r"\b(?:signed|memorandum|agreements|communique)\b")
    seen, silent = 0, []
    for document in read_documents([FIXTURES]):
        assert isinstance(document, Document)
        found = extractor.extract(document)
        quotes = [s.quotes for s in found.statements if s.kind is not Kind.LEADER]
        spans = [q.span for group in quotes for q in group]
        spans += [i.quote.span for i in found.ignored] + [u.quote.span for u in found.unhandled]
        for piece in split_sentences(fold(document.text)):
            if words.search(document.text, piece.start, piece.end):
                seen += 1
                if not any(span.start < piece.end and piece.start < span.end for span in spans):
                    silent.append(document.text[piece.start : piece.end])
    assert seen > 30
    assert silent == []


def test_quotes_are_slices(extractor: Extractor) -> None:
    for document in read_documents([FIXTURES]):
        assert isinstance(document, Document)
        found = extractor.extract(document)
        for quote in [i.quote for i in found.ignored] + [u.quote for u in found.unhandled]:
            assert document.text[quote.span.start : quote.span.end] == quote.text
