"""The printed forms of reports: table, Markdown, CSV, JSON, data frames; and how values are written."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from relations_db import reports
from relations_db.errors import InvalidInput
from relations_db.reports.render import FORMATS, render
from relations_db.reports.render.table import to_table
from relations_db.reports.rows import Column, Rows
from relations_db.reports.words import count, money, percent, stay
from relations_db.values import PartialDate

TODAY = date(2025, 3, 1)

TABLE = """\
Visits of Kazakhstan and Uzbekistan
#   Dates        Leader                  From         To           City       Kind       Status     Met                  Sources
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
1   2024-08-08   Kassym-Jomart Tokayev   Kazakhstan   Uzbekistan   Tashkent   State      done       Shavkat Mirziyoyev         3
2   2023         Shavkat Mirziyoyev      Uzbekistan   Kazakhstan   Astana     Official   done                                  0
3                Kassym-Jomart Tokayev   Kazakhstan   Uzbekistan                         proposed                              0

[1] doc-a, 2024-08-09: “paid a state visit”
    doc-b, 2024-08-10: “state visit to Tashkent”
    doc-undated: “state visit”
"""
MARKDOWN = """\
# Milestones of Kazakhstan and Uzbekistan

| Date | Between | Kind | What | Sources |
| --- | --- | --- | --- | --: |
| 1992-11-23 | Kazakhstan – Uzbekistan | Relations established | diplomatic relations established | 0 |
|  | Kazakhstan – Uzbekistan | Award | an order for the guest | 0 |
"""
CSV = """\
occurred_on,parties,party_names,kind,kind_label,description,sources,uid
1992-11-23,KAZ | UZB,Kazakhstan | Uzbekistan,relations_established,Relations established,diplomatic relations established,0,milestone-ties
,KAZ | UZB,Kazakhstan | Uzbekistan,award,Award,an order for the guest,0,milestone-order
"""
BRIEF = """\
Relations of Kyrgyzstan and Türkiye
Level of relations  not known
Trade               no figures known
Visits              none known
Documents           0 declarations and 0 agreements signed

Nothing is known of: level of relations, trade targets, trade figures, visits,
declarations, agreements, joint projects, milestones.
"""


def test_table_with_sources(sample: Engine) -> None:
    assert render(reports.visits(sample, "KAZ", "UZB", sources=True), "table", 140) == TABLE


def test_markdown(sample: Engine) -> None:
    assert render(reports.milestones(sample, "KAZ", "UZB"), "md") == MARKDOWN


def test_markdown_lists_sources_with_links(sample: Engine) -> None:
    lines = render(reports.visits(sample, "KAZ", "UZB", sources=True), "md").splitlines()
    assert lines[2].startswith("| # | Dates |")
    assert lines[-3:] == [
        "- [1] doc-a, 2024-08-09: “paid a state visit” <https://a.example/doc-a>",
        "- [1] doc-b, 2024-08-10: “state visit to Tashkent”",
        "- [1] doc-undated: “state visit”",
    ]


def test_csv(sample: Engine) -> None:
    assert render(reports.milestones(sample, "KAZ", "UZB"), "csv") == CSV


def test_json(sample: Engine) -> None:
    rows = json.loads(render(reports.trade_targets(sample, "UZB", today=TODAY), "json"))
    assert len(rows) == 1
    assert {key: rows[0][key] for key in ("amount", "due", "growth_needed", "standing", "announced_by")} == {
        "amount": 10_000_000_000,
        "due": "2030",
        "growth_needed": 11.5,
        "standing": "on_track",
        "announced_by": ["Kassym-Jomart Tokayev"],
    }
    assert "evidence" not in rows[0]
    sourced = json.loads(render(reports.trade_targets(sample, "UZB", today=TODAY, sources=True), "json"))
    assert [item["document"] for item in sourced[0]["evidence"]] == ["doc-a", "doc-b"]


def test_brief_in_each_format(sample: Engine) -> None:
    assert render(reports.pair(sample, "KGZ", "TUR"), "table", 80) == BRIEF
    brief = reports.pair(sample, "KAZ", "UZB", today=TODAY)
    assert "\n## Visits\n" in render(brief, "md")
    content = json.loads(render(brief, "json"))
    assert (content["country"], content["summary"]["Documents"]) == ("KAZ", "5 declarations and 29 agreements signed")
    assert len(content["agreements"]) == 6
    lines = list(csv.DictReader(io.StringIO(render(brief, "csv"))))
    assert len(lines) == sum(map(len, brief.sections.values()))
    assert lines[4] == {
        "section": "trade_targets",
        "date": "2024-08-08",
        "what": "Measure: turnover; Target: USD 10 billion; Due: 2030; From: USD 4.6 billion (2023); "
        "Latest figure: about USD 5.2 billion (2024); Needed a year: +11.5 %; Standing: on track",
        "status": "on_track",
        "sources": "0",
        "uid": "target-uzb",
    }


@pytest.mark.parametrize("format", FORMATS)
def test_empty_reports_say_so(sample: Engine, format: str) -> None:
    found = reports.visits(sample, "KGZ", "TUR")
    sentence = "No visits of Kyrgyzstan and Türkiye are known."
    expected = {
        "table": f"{sentence}\n",
        "md": f"# Visits of Kyrgyzstan and Türkiye\n\n{sentence}\n",
        "csv": ",".join(name for name in found.names if name != "evidence") + "\n",
        "json": "[]\n",
    }
    assert render(found, format) == expected[format]


def test_unknown_format(sample: Engine) -> None:
    with pytest.raises(InvalidInput, match="no format is called 'pdf'; the formats are table, md, csv, json"):
        render(reports.milestones(sample), "pdf")


def test_pandas(sample: Engine) -> None:
    pytest.importorskip("pandas")
    frame = reports.visits(sample, "KAZ", "UZB").to_pandas()
    assert list(frame["started_on"].dropna()) == ["2024-08-08", "2023"]
    assert list(frame["started_on"].isna()) == [False, False, True]
    assert list(frame["met"]) == [["Shavkat Mirziyoyev"], [], []]
    empty = reports.visits(sample, "KGZ", "TUR").to_pandas()
    assert (len(empty), list(empty.columns)) == (0, list(frame.columns))


def test_polars(sample: Engine) -> None:
    pytest.importorskip("polars")
    frame = reports.trade_targets(sample, today=TODAY).to_polars()
    assert frame["aim_amount"].to_list() == [2_000_000_000, 12_000_000_000, 10_000_000_000]
    assert frame["growth_needed"].to_list() == [None, None, 11.5]
    empty = reports.visits(sample, "KGZ", "TUR").to_polars()
    assert (len(empty), "started_on" in empty.columns) == (0, True)


def test_rows_are_a_sequence(sample: Engine) -> None:
    rows = reports.milestones(sample)
    assert (repr(rows), rows[-1].uid, len(rows[:1])) == ("<Milestones: 2 rows>", "milestone-order", 1)
    assert rows == reports.milestones(sample)
    assert isinstance(rows[:1], Rows)


MONEY = [
    (4_600_000_000, "USD", None, "USD 4.6 billion"),
    (500_000_000, "EUR", "over", "over EUR 500 million"),
    (1_350_000_000, "USD", "exact", "USD 1.35 billion"),
    (153_153_153_000, "TRY", "about", "about TRY 153.153 billion"),
    (2_000_000_000_000, "JPY", None, "JPY 2 trillion"),
    (12_500, "USD", None, "USD 12,500"),
    (Decimal("0.5"), "USD", None, "USD 0.5"),
    (1000, None, None, "1,000"),
    (None, "USD", None, ""),
]


@pytest.mark.parametrize(("amount", "currency", "qualifier", "expected"), MONEY)
def test_money(amount: Any, currency: str | None, qualifier: str | None, expected: str) -> None:
    assert money(amount, currency, qualifier) == expected


def test_other_words() -> None:
    day, next_day = PartialDate(2024, 8, 8), PartialDate(2024, 8, 9)
    assert [stay(day, next_day), stay(day, day), stay(day, None), stay(None, day), stay(None, None)] == [
        "2024-08-08 to 2024-08-09",
        "2024-08-08",
        "2024-08-08",
        "until 2024-08-08",
        "",
    ]
    assert [count(12, "over"), count(1), count(None, "over")] == ["over 12", "1", ""]
    assert [percent(Decimal("-3.25")), percent(None)] == ["-3.2 %", ""]


words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Mn", "Me", "Cf", "Co", "Cn")), max_size=12
)
cells = st.lists(st.lists(words, max_size=4).map(" ".join), min_size=3, max_size=3)


@given(st.lists(cells, min_size=1, max_size=5), st.integers(20, 120))
def test_no_word_of_a_table_is_cut(lines: list[list[str]], width: int) -> None:
    columns = tuple(Column(f"c{place}", lambda row, place=place: row[place]) for place in range(3))  # type: ignore[misc]
    printed = to_table(Rows(lines, list, columns, "T", "E"), width, color=False)
    for word in (word for line in lines for cell in line for word in cell.split()):
        assert word in printed


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_markdown_cells_stay_in_their_row(content: str) -> None:
    rows = Rows([content], str, (Column("c", str),), "T", "E")
    lines = render(rows, "md").split("\n")
    assert len(lines) == 6
    assert lines[4].startswith("| ")
    assert lines[4].endswith(" |")
