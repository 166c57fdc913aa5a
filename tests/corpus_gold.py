"""Gold files as extractions: what a perfect grammar would read, to test resolution and loading by themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from relations_db.claims import from_json
from relations_db.evaluate import read_held
from relations_db.read import Unreadable, read_documents
from relations_db.values import Document, Extraction, Kind, Quote, Statement

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "dev"
FIXTURES = Path(__file__).parents[1] / "fixtures"


def corpus() -> Path:
    """The practice corpus; the test is skipped where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("the practice corpus is not here")
    return CORPUS


def extraction(document: Document, gold: dict[str, Any]) -> Extraction:
    """All facts of a gold file as statements, quotes found in the text."""
    return Extraction(
        document,
        tuple(
            statement
            for kind in Kind
            for fact in gold.get(kind) or ()
            if (statement := _statement(document, kind, fact)) is not None
        ),
    )


def _statement(document: Document, kind: Kind, fact: dict[str, Any]) -> Statement | None:
    data = dict(fact)
    if data.get("measure") == "imports":
        data["measure"] = "exports"
    if kind in (Kind.TRADE_FIGURE, Kind.TRADE_TARGET) and data.get("measure", "turnover") == "turnover":
        data.pop("from", None)
    quotes = tuple(
        Quote.of(document.text, at, at + len(q))
        for q in fact.get("evidence") or ()
        if (at := document.text.find(q)) >= 0
    )
    if not quotes:
        name = fact.get("name") or fact.get("leader") or ""
        at = max(document.text.find(name.split()[-1] if name else document.text[:1]), 0)
        quotes = (Quote.of(document.text, at, at + max(len(name.split()[-1]) if name else 1, 1)),)
    return Statement(from_json(kind, data), quotes, (), "gold")


def extractions(texts: Path, gold: Path | None = None, *, held_out: bool = True) -> list[Extraction]:
    """The texts of a folder with their gold files; without `held_out` those that its file HELD names are left out."""
    found = []
    hidden = frozenset() if held_out else read_held(gold or texts)
    for document in read_documents([texts]):
        if isinstance(document, Unreadable):
            continue
        if document.id in hidden:
            continue
        facts = json.loads(((gold or texts) / f"{document.id}.json").read_text(encoding="utf-8"))
        found.append(extraction(document, facts))
    return found
