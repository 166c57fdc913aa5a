"""Who is named, of which state and in which office: tables of sentences in our own words.

A table is a text file: `@` gives the day of what follows, `>` a text, `=` each leader of it as `name | state | office`, with ` | former`
where the office is over. No more and no fewer leaders may be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, Leader, PartialDate

TABLES = sorted(Path(__file__).parent.glob("persons-*.txt"))


def cases() -> Iterator[object]:
    for table in TABLES:
        day, text, wanted, line = "", "", set[str](), 0
        for number, row in enumerate([*table.read_text(encoding="utf-8").splitlines(), "@ end"], start=1):
            mark, rest = row[:1], row[2:].strip()
            if mark in ("@", ">") and text:
                yield pytest.param(day, text, frozenset(wanted), id=f"{table.stem}-{line}")
                text, wanted = "", set()
            if mark == "@":
                day = rest
            elif mark == ">":
                text, line = rest.replace("\\n", "\n"), number
            elif mark == "=":
                wanted.add(rest)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(claim: Leader) -> str:
    """A leader as a row of the tables."""
    return " | ".join([claim.name, claim.country, claim.office, *(["former"] if claim.former else [])])


@pytest.mark.parametrize(("day", "text", "wanted"), list(cases()))
def test_leaders(extractor: Extractor, day: str, text: str, wanted: frozenset[str]) -> None:
    document = Document("example", text, PartialDate.parse(day) if day != "none" else None)
    claims = [s.claim for s in extractor.extract(document).statements]
    assert {told(c) for c in claims if isinstance(c, Leader)} == wanted
