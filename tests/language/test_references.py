"""Whom roles, surnames and pronouns mean: a table of texts in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from relations_db.language.analysis import Analysis, analyse
from relations_db.language.lexicon import Lexicon
from relations_db.values import Document, PartialDate
from relations_db.vocabulary import load_vocabulary

TABLE = Path(__file__).parent / "references-roles.txt"
MARK = re.compile(r"\{([^|]+)\|([^}]*)\}")


def cases() -> Iterator[object]:
    day = ""
    for number, row in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), start=1):
        if row.startswith("@"):
            day = row[2:]
        if row.startswith(">"):
            yield pytest.param(day, row[2:], id=f"line-{number}")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_vocabulary())


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and for each its place and the name meant."""
    plain, marks = "", []
    at = 0
    for found in MARK.finditer(text):
        plain += text[at : found.start()]
        marks.append((len(plain), len(plain) + len(found[1]), found[2]))
        plain += found[1]
        at = found.end()
    return plain + text[at:], marks


def meant(analysis: Analysis, start: int, end: int) -> str:
    """The name of the person whom the words between two places mean."""
    for mention in analysis.mentions:
        if mention.start < end and start < mention.end and mention.entity:
            return mention.entity.name
    return analysis.antecedents[start][0].name if analysis.antecedents.get(start) else ""


@pytest.mark.parametrize(("day", "text"), list(cases()))
def test_references(lexicon: Lexicon, day: str, text: str) -> None:
    plain, marks = unmarked(text)
    analysis = analyse(Document("example", plain, PartialDate.parse(day)), lexicon)
    assert [(plain[s:e], meant(analysis, s, e)) for s, e, _ in marks] == [(plain[s:e], name) for s, e, name in marks]
