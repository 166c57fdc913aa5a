"""The clauses of sentences of many shapes: one line of the table each."""

from __future__ import annotations

from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.language.analysis import Sentence, analyse
from relations_db.language.clauses import Clause, clauses_of
from relations_db.values import Document, PartialDate

TABLE = Path(__file__).parent / "tables" / "clauses.txt"


def _lines() -> list[tuple[str, str]]:
    """The sentence and what is wanted of it, of each line of the table."""
    lines = [
        line.partition("||") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    return [(text.strip(), wanted.strip()) for text, _, wanted in lines]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def row(sentence: Sentence, clause: Clause) -> str:
    """A clause as the table writes it: subject, verb with its form, objects, prepositional phrases."""

    def last(number: int) -> str:
        return sentence.units[number].word.split()[-1]

    verb = clause.lemma + {"finite": "", "inf": "-inf", "ing": "-ing", "ed": "-ed"}[clause.form]
    verb += "-passive" if clause.verb.passive else ""
    subject = "+".join(last(n) for n in clause.subject) or "-"
    objects = " ".join(last(chunk.head) for chunk in clause.objects)
    phrases = " ".join(f"{p.prep}:{last(p.noun.head)}" for p in clause.phrases)
    return " ".join(part for part in (subject, verb, objects and f"[{objects}]", phrases) if part)


@pytest.mark.parametrize(("text", "wanted"), _lines())
def test_the_table(extractor: Extractor, text: str, wanted: str) -> None:
    sentence = analyse(Document("x", text, PartialDate(2024, 5, 15)), extractor.lexicon).sentences[0]
    assert [row(sentence, clause) for clause in clauses_of(sentence)] == [part.strip() for part in wanted.split(";;")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ruto, who never went to Accra, praised Ghana.", {"go": ["never"], "praise": []}),
        ("Ruto, who often went to Accra, never praised Ghana.", {"go": ["often"], "praise": ["never"]}),
        ("Ruto arrived in Accra and never left.", {"arrive": [], "leave": ["never"]}),
        ("Ruto arrived in Accra and never again left.", {"arrive": [], "leave": ["never", "again"]}),
        ("Ruto never went to Accra.", {"go": ["never"]}),
        ("Ruto, who met Modi in Accra, soon left for Lomé.", {"meet": [], "leave": ["soon"]}),
        ("The minister whom Ruto never met soon left.", {"meet": ["never"], "leave": ["soon"]}),
    ],
)
def test_an_adverb_belongs_to_the_verb_after_it(extractor: Extractor, text: str, wanted: dict[str, list[str]]) -> None:
    sentence = analyse(Document("x", text, PartialDate(2024, 5, 15)), extractor.lexicon).sentences[0]
    assert {c.lemma: c.adverbs for c in clauses_of(sentence)} == wanted
