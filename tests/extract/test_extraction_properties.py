"""Strictness on any text: no exception, every quote is the slice of the text, the same text gives the same output byte for byte."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relations_db.evaluate import read_held
from relations_db.extract import Extractor, to_codebook
from relations_db.read import read_documents
from relations_db.values import Document, Extraction, PartialDate

ROOT = Path(__file__).parents[2]
ARTICLES = [d for d in read_documents([ROOT / "fixtures" / "articles"]) if isinstance(d, Document)]
SETTINGS = settings(max_examples=60, suppress_health_check=list(HealthCheck))

NOISE = st.one_of(
    st.sampled_from([
        "\u0301", "\u0308\u0327", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00a0", "\u202f", "\u3000", "\t", "\r\n", "\n", "\n\n", "\r", "\x0b",
        "\u202e", "\u2067العربية\u2069", "שלום", "🇰🇿", "👩‍👩‍👧", "𝔘𝔷𝔟𝔢𝔨", "ﬁ", "İ", "ß", "ŉ", "ǰ", "ΐ", "ﷺ", "\ud800", "\x00", "—", "“", "’", "…", "٣", "²", "½",
        "$", "%", "1", " 5 ", "(", ")", "\"", "- ", ". ", ", ", "; ",
    ]),
    st.characters(),
)  # fmt: skip
INSERTIONS = st.lists(st.tuples(st.integers(0, 10**6), NOISE), min_size=1, max_size=25)
WORDS = (
    "Kazakhstan Kazakh Uzbekistan Uzbek-Kazakh Astana Tashkent China's the President Tokayev Shavkat Mirziyoyev his counterpart he they Foreign Minister "
    "the two sides both leaders arrived visited received signed will sign did not sign a joint declaration on strategic partnership agreements memorandum "
    "of understanding package 11 documents trade turnover reached $5 billion to increase by 2030 doubled exports last year in May on Tuesday yesterday "
    'today 3 June 2024 the day before invited to pay a state official visit postponed talks with between and in at from for if unless would . , ; : " ( ) - '
    "embassy opened diplomatic relations established recognised awarded the Order of Friendship visa-free border treaty railway plant worth projects"
).split()
GRAMMATICAL = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def check(found: Extraction) -> None:
    """Every place that an extraction names is there and holds the words that it quotes."""
    text = found.document.text
    quotes = [q for s in found.statements for q in s.quotes]
    quotes += [i.quote for i in found.ignored] + [u.quote for u in found.unhandled]
    for quote in quotes:
        assert quote.text == text[quote.span.start : quote.span.end] != ""
    for statement in found.statements:
        assert statement.quotes
        for field in statement.fields:
            assert field.span is None or field.span.end <= len(text)
    json.dumps(to_codebook(found))


def read(extractor: Extractor, text: str, day: str | None = "2024-05-15") -> Extraction:
    found = extractor.extract(Document("x", text, PartialDate.parse(day) if day else None))
    check(found)
    return found


@SETTINGS
@given(article=st.sampled_from(ARTICLES), noise=INSERTIONS)
def test_noise_in_articles(extractor: Extractor, article: Document, noise: list[tuple[int, str]]) -> None:
    text = article.text
    for place, inserted in noise:
        at = place % (len(text) + 1)
        text = text[:at] + inserted + text[at:]
    read(extractor, text)


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n", "\r\n"), (" ", "\u00a0"), (" ", "\t"), (" ", "  "), ("e", "e\u0301"), ("a", "a\u200b"), (".", ".\u202e"), ("i", "İ"), ("fi", "ﬁ")],
)  # fmt: skip
def test_whole_articles_rewritten(extractor: Extractor, old: str, new: str) -> None:
    for article in ARTICLES[::3]:
        read(extractor, article.text.replace(old, new))


@SETTINGS
@given(text=st.text(max_size=300))
def test_any_text(extractor: Extractor, text: str) -> None:
    read(extractor, text)
    read(extractor, text, None)


@settings(SETTINGS, max_examples=250)
@given(text=GRAMMATICAL, day=st.sampled_from([None, "2024", "2024-02", "2024-02-29", "1991-12-31"]))
def test_any_words_of_the_grammar(extractor: Extractor, text: str, day: str | None) -> None:
    read(extractor, text, day)


@SETTINGS
@given(pieces=st.lists(st.sampled_from([s for a in ARTICLES for s in a.text.split(". ")]), min_size=1, max_size=12))
def test_sentences_of_articles_in_any_order(extractor: Extractor, pieces: list[str]) -> None:
    read(extractor, ". ".join(pieces))


SETS = [folder for folder in (ROOT / "tests" / "corpus").iterdir() if folder.is_dir()]
PARTS = sorted(f for folder in SETS for f in folder.glob("*.txt") if f.stem not in read_held(folder))
CLAUSES = sorted(
    {c for file in PARTS for c in re.split(r"(?<=[.!?,;:]) ", file.read_text("utf-8")) if 15 < len(c) < 300}
)


@settings(SETTINGS, max_examples=150)
@given(
    pieces=st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=16),
    joint=st.sampled_from([" ", "\n\n", "\n- "]),
    day=st.sampled_from([None, "2024-05-15"]),
)
def test_clauses_of_articles_spliced(extractor: Extractor, pieces: list[str], joint: str, day: str | None) -> None:
    read(extractor, joint.join(pieces), day)


def test_a_second_reading_is_the_same(extractor: Extractor) -> None:
    other = Extractor()
    for article in ARTICLES[:10]:
        assert extractor.extract(article) == extractor.extract(article) == other.extract(article)


SCRIPT = """
import json, sys
from relations_db.extract import Extractor, to_codebook
from relations_db.read import read_documents
extractor = Extractor()
for document in read_documents(sys.argv[1:]):
    found = extractor.extract(document)
    print(json.dumps(to_codebook(found), ensure_ascii=False))
    print([s.fields for s in found.statements], found.ignored, found.unhandled)
"""


def test_the_same_output_for_every_hash_seed() -> None:
    corpus = sorted((ROOT / "tests" / "corpus").glob("dev-*.txt"))
    files = [str(path) for path in (corpus[:5] + corpus[40:45])]
    outputs = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, *files], capture_output=True, env=environment, cwd=ROOT, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        outputs.add(done.stdout)
    (output,) = outputs
    assert output.count(b"\n") == 2 * len(files)
