"""Exports: whole rows in each format, the same bytes each time."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from sqlalchemy import Engine

from relations_db.errors import InvalidInput
from relations_db.export import export
from relations_db.load import store_extractions
from relations_db.review import reject
from relations_db.values import (
    Agreement,
    Declaration,
    Document,
    Extraction,
    JointProject,
    Kind,
    Leader,
    Milestone,
    Money,
    PartialDate,
    Period,
    Qualifier,
    Quote,
    Span,
    Statement,
    TradeFigure,
    TradeTarget,
    Visit,
)

TEXT = "On 18 April 2024 everything happened at once in Astana."
PAIR = ("KAZ", "KGZ")
DAY = PartialDate(2024, 4, 18)
CLAIMS = (
    Leader("Sadyr Japarov", "KGZ", "head_of_state"),
    Visit(
        "Sadyr Japarov", "KGZ", "KAZ", "state", "Astana", DAY, PartialDate(2024, 4, 19), met=("Kassym-Jomart Tokayev",)
    ),
    Declaration(
        PAIR,
        "treaty",
        "Treaty on Allied Relations",
        "alliance",
        "Allied Relations",
        DAY,
        "Astana",
        signatories=("Sadyr Japarov",),
    ),
    Agreement(PAIR, "package", None, 12, Qualifier.OVER, ("energy", "trade"), Money(2_500_000, "EUR"), DAY),
    Agreement(PAIR, "agreement", "agreement on tourism", sectors=("tourism",), signed_on=DAY),
    TradeTarget(
        PAIR,
        amount=2_000_000_000,
        currency="USD",
        due=PartialDate(2030),
        baseline_amount=1.5e9,
        baseline_period=Period("2023"),
    ),
    TradeFigure(PAIR, amount=1_500_000_000, currency="USD", growth_percent=26.5, period=Period("2023")),
    JointProject(PAIR, 2, value=Money(10, "USD"), description="power stations", sectors=("energy",)),
    Milestone(PAIR, "relations_established", PartialDate(1992, 10), "ties"),
)


@pytest.fixture
def filled(embedded_db: Engine) -> Engine:
    quote = (Quote.of(TEXT, 0, 16), Quote.of(TEXT, 48, 54))
    statements = tuple(Statement(c, quote, (), "by hand") for c in CLAIMS)
    document = Document("a", TEXT, PartialDate(2024, 4, 19), source="Gazette")
    report = store_extractions(embedded_db, [Extraction(document, statements)])
    assert report.refused == ()
    assert report.problems == ()
    return embedded_db


def test_json_has_the_codebooks_fields(filled: Engine, tmp_path: Path) -> None:
    written = export(filled, tmp_path / "out", "json")
    assert written.files == (tmp_path / "out" / "facts.jsonl",)
    facts = [json.loads(line) for line in written.files[0].read_text().splitlines()]
    assert [f["kind"] for f in facts] == [c.kind for c in CLAIMS]
    assert written.facts == {**dict.fromkeys(Kind, 1), Kind.AGREEMENT: 2}
    known = {"independent_sources": 1, "first_reported": "2024-04-19", "last_reported": "2024-04-19", "review": None}
    said = {"document": "a", "status": "done", "verdict": "SAME", "reason": "first of the fact", "rule": "by hand"}
    evidence = [
        {"document": "a", "start": 0, "end": 16, "quote": "On 18 April 2024", **said},
        {"document": "a", "start": 48, "end": 54, "quote": "Astana", **said},
    ]
    assert facts[1] == {
        "kind": "visits",
        "uid": facts[1]["uid"],
        "leader": "Sadyr Japarov",
        "country": "KGZ",
        "host": "KAZ",
        "visit_kind": "state",
        "city": "Astana",
        "started_on": "2024-04-18",
        "ended_on": "2024-04-19",
        "status": "done",
        "met": ["Kassym-Jomart Tokayev"],
        **known,
        "evidence": evidence,
        "dissent": [],
    }
    package = next(f for f in facts if f.get("form") == "package")
    member = next(f for f in facts if f.get("title") == "agreement on tourism")
    assert package == {
        "kind": "agreements",
        "uid": package["uid"],
        "parties": ["KAZ", "KGZ"],
        "form": "package",
        "title": None,
        "count": 12,
        "qualifier": "over",
        "value_amount": 2500000,
        "value_currency": "EUR",
        "signed_on": "2024-04-18",
        "place": None,
        "status": "done",
        "package": None,
        "sectors": ["energy", "trade"],
        **known,
        "evidence": evidence,
        "dissent": [],
    }
    assert member["package"] == package["uid"]
    target = facts[5]
    assert (target["amount"], target["due"], target["baseline_amount"], target["baseline_period"]) == (
        2000000000,
        "2030",
        1500000000,
        "2023",
    )
    assert facts[6]["growth_percent"] == 26.5
    assert (facts[8]["milestone_kind"], facts[8]["occurred_on"]) == ("relations_established", "1992-10")


def test_csv_has_one_file_for_each_kind(filled: Engine, tmp_path: Path) -> None:
    written = export(filled, tmp_path, "csv")
    assert {p.name for p in written.files} == {*(f"{k.value}.csv" for k in Kind), "evidence.csv", "dissent.csv"}
    with (tmp_path / "agreements.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(r["parties"], r["count"], r["sectors"], r["title"]) for r in sorted(rows, key=lambda r: r["title"])] == [
        ("KAZ; KGZ", "12", "energy; trade", ""),
        ("KAZ; KGZ", "1", "tourism", "agreement on tourism"),
    ]
    with (tmp_path / "evidence.csv").open(encoding="utf-8", newline="") as lines:
        assert sum(1 for _ in csv.DictReader(lines)) == 2 * len(CLAIMS)


def test_sqlite_has_typed_columns(filled: Engine, tmp_path: Path) -> None:
    [path] = export(filled, tmp_path, "sqlite").files
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT amount, period FROM trade_figures").fetchall() == [(1.5e9, "2023")]
        joined = "SELECT count(*) FROM visits JOIN evidence USING (uid)"
        assert database.execute(joined).fetchone() == (2,)


def test_parquet_keeps_lists_and_numbers(filled: Engine, tmp_path: Path) -> None:
    export(filled, tmp_path, "parquet")
    rows = pq.read_table(tmp_path / "agreements.parquet").to_pylist()
    assert {tuple(r["sectors"]) for r in rows} == {("energy", "trade"), ("tourism",)}
    assert pq.read_table(tmp_path / "dissent.parquet").num_rows == 0


@pytest.mark.parametrize("format", ["json", "csv", "sqlite", "parquet"])
def test_the_same_facts_give_the_same_bytes_and_replace_old_files(filled: Engine, tmp_path: Path, format: str) -> None:
    first = [p.read_bytes() for p in export(filled, tmp_path, format).files]  # type: ignore[arg-type]  # one of them
    again = [p.read_bytes() for p in export(filled, tmp_path, format).files]  # type: ignore[arg-type]  # one of them
    assert first == again
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_rejected_facts_stay_out(filled: Engine, tmp_path: Path) -> None:
    facts = [json.loads(line) for line in export(filled, tmp_path, "json").files[0].read_text().splitlines()]
    reject(filled, facts[1]["uid"], by="me")
    assert export(filled, tmp_path, "json").facts[Kind.VISIT] == 0


def test_bad_calls(filled: Engine, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no format 'xml': choose one of json, csv, sqlite, parquet"):
        export(filled, tmp_path, "xml")  # type: ignore[arg-type]  # wrong on purpose
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidInput, match=r"cannot write to .*file: "):
        export(filled, tmp_path / "file", "json")


def test_spans_are_those_of_the_text(filled: Engine, tmp_path: Path) -> None:
    [path] = export(filled, tmp_path, "json").files
    for line in path.read_text().splitlines():
        for e in json.loads(line)["evidence"]:
            span = Span(e["start"], e["end"])
            assert TEXT[span.start : span.end] == e["quote"]
