"""What the views of schema `reports` say of a small world, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import psycopg
import pytest
from servers import Server
from world import fill


@pytest.fixture(scope="module", params=["embedded", "external"])
def filled(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    server: Server = request.getfixturevalue(f"{request.param}_server")
    name = server.create(server.template)
    with psycopg.connect(server.url(name)) as connection:
        fill(connection)
        yield connection
    server.drop(name)


@pytest.fixture
def world(filled: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """The small world; what a test adds is rolled back."""
    yield filled
    filled.rollback()


ROWS = {
    "SELECT uid, kind, status, party_codes, parties, sectors FROM reports.facts WHERE kind = 'agreements' ORDER BY uid": [
        ("fact-000004", "agreements", "done", ["KAZ", "UZB"], "Kazakhstan, Uzbekistan", "Trade"),
        ("fact-000009", "agreements", "done", ["KAZ", "UZB"], "Kazakhstan, Uzbekistan", None),
    ],
    "SELECT * FROM reports.pairs WHERE uid = 'fact-000002' ORDER BY country": [
        ("fact-000002", "visits", "KAZ", "Kazakhstan", "UZB", "Uzbekistan"),
        ("fact-000002", "visits", "UZB", "Uzbekistan", "KAZ", "Kazakhstan"),
    ],
    "SELECT uid, document, source, published, quote_number, span_start, span_end, quote, rule, verdict, reason"
    " FROM reports.evidence ORDER BY uid, quote_number": [
        ("fact-000002", "one", "Agency", "2023-05-03", 1, 10, 36, "Tokayev visited Uzbekistan", "r", "SAME", "first report"),
        ("fact-000002", "one", "Agency", "2023-05-03", 2, 37, 50, "on 3 May 2023", "r", "SAME", "first report"),
        ("fact-000003", "one", "Agency", "2023-05-03", 1, 55, 75, "signed a declaration", "r", "SAME", "first report"),
    ],
    "SELECT uid, stage, stands, date, first_reported::text, last_reported::text, documents FROM reports.stages"
    " ORDER BY uid, stage": [
        ("fact-000002", "done", True, "2023-05-03", "2023-05-03", "2023-05-03", "one"),
    ],
    "SELECT * FROM reports.dissent": [
        ("fact-000002", "visits", "city", "Tashkent", "Almaty", "earlier", "one", "Agency", "2023-05-03",
         "Tokayev visited Uzbekistan"),
    ],
    "SELECT country, partner, documents, first_published_on::text, visits, declarations, agreements"
    " FROM reports.coverage ORDER BY country": [
        ("Kazakhstan", "Uzbekistan", 1, "2023-05-03", 1, 1, 0),
        ("Uzbekistan", "Kazakhstan", 1, "2023-05-03", 1, 1, 0),
    ],
    "SELECT document, kind, quote, span_start, reason FROM reports.unhandled": [("one", "visits", "visited", 18, None)],
    "SELECT leader, other_spellings, country, office, held_from, held_to, in_office, first_cited FROM reports.leaders": [
        ("Kassym-Jomart Tokayev", "Tokaev", "Kazakhstan", "Head of state", "2019-03-20", None, True, None),
    ],
    "SELECT uid, leader, country, host, city, visit_kind, started, started_on::text, ended, status, met"
    " FROM reports.visits": [
        ("fact-000002", "Kassym-Jomart Tokayev", "Kazakhstan", "Uzbekistan", "Tashkent", "State visit", "2023-05-03",
         "2023-05-03", None, "done", "Shavkat Mirziyoyev"),
    ],
    "SELECT uid, parties, form, level_code, level, signed, signed_on::text, status, signatories FROM reports.declarations": [
        ("fact-000003", "Kazakhstan, Uzbekistan", "Declaration", "alliance", "Alliance", "2023", "2023-01-01", "done",
         "Kassym-Jomart Tokayev"),
    ],
    "SELECT country, partner, signed, level, rank, step, current, document, uid FROM reports.ladder ORDER BY country": [
        ("Kazakhstan", "Uzbekistan", "2023", "Alliance", 2, "set", True, "Declaration", "fact-000003"),
        ("Uzbekistan", "Kazakhstan", "2023", "Alliance", 2, "set", True, "Declaration", "fact-000003"),
    ],
    "SELECT uid, form, title, count, qualifier, listed, package_uid, sector_codes, sectors, value_amount, value_currency"
    " FROM reports.agreements ORDER BY uid": [
        ("fact-000004", "Agreement", "Plan", 1, "exact", None, "fact-000009", ["trade"], "Trade", Decimal(5000000), "USD"),
        ("fact-000009", "Package", None, 11, "over", 1, None, [], None, None, None),
    ],
    "SELECT uid, description, count, qualifier, value_amount, value_currency, sector_codes FROM reports.joint_projects": [
        ("fact-000007", "joint plants", 12, "exact", Decimal(156000000), "USD", []),
    ],
    "SELECT uid, milestone_kind, occurred, occurred_on::text FROM reports.milestones": [
        ("fact-000008", "Border", "2017-11", "2017-11-01"),
    ],
    "SELECT uid, parties, measure, from_country, period, period_start::text, period_end::text, amount, currency, qualifier"
    " FROM reports.trade_figures": [
        ("fact-000006", "Kazakhstan, Uzbekistan", "exports", "Kazakhstan", "2022-Q4", "2022-10-01", "2022-12-31",
         Decimal(5000000000), "USD", "over"),
    ],
    "SELECT uid, amount, currency, due, baseline_amount, baseline_period, announced_by, latest_amount, standing"
    " FROM reports.trade_targets": [
        ("fact-000005", Decimal(10000000000), "USD", "2030", Decimal(5000000000), "2022", "Kassym-Jomart Tokayev", None, "unknown"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("query", ROWS, ids=lambda query: query.split("reports.")[1].split()[0])
def test_rows(world: psycopg.Connection, query: str) -> None:
    assert world.execute(query.encode()).fetchall() == ROWS[query]


def test_rejected_and_merged_facts_are_left_out(world: psycopg.Connection) -> None:
    world.execute(
        "UPDATE relations.facts SET review = 'rejected'; UPDATE relations.facts SET merged_into = 1 WHERE id > 4"
    )
    for view in ("facts", "pairs", "coverage", "visits", "declarations", "ladder", "agreements", "joint_projects"):
        assert world.execute(f"SELECT count(*) FROM reports.{view}".encode()).fetchone() == (0,), view
    for view in ("milestones", "trade_figures", "trade_targets"):
        assert world.execute(f"SELECT count(*) FROM reports.{view}".encode()).fetchone() == (0,), view


def test_the_ladder_climbs(world: psycopg.Connection) -> None:
    world.execute(
        """
        DELETE FROM relations.facts WHERE id = 3;
        INSERT INTO relations.facts (id, uid, kind, status, block) OVERRIDING SYSTEM VALUE
          SELECT n, 'rung-00000' || n, 'declarations', s, 'b' FROM (VALUES (11, 'done'), (12, 'done'), (13, 'done'),
            (14, 'planned'), (15, 'done'), (16, 'cancelled')) AS v (n, s);
        INSERT INTO relations.fact_parties SELECT id, c FROM relations.facts, unnest('{KAZ,UZB}'::text[]) c WHERE id > 10;
        INSERT INTO relations.declarations (fact_id, form, level, signed_on, signed_precision) VALUES
          (11, 'declaration', 'partnership', '1998-01-01', 'year'), (12, 'declaration', 'alliance', '2022-12-22', 'day'),
          (13, 'declaration', 'partnership', '2023-01-01', 'day'), (14, 'declaration', 'alliance', '2022-01-01', 'month'),
          (15, 'declaration', 'alliance', NULL, NULL), (16, 'declaration', 'alliance', '2024-01-01', 'year')
        """
    )
    rungs = world.execute(
        "SELECT uid, signed, level_code, step, current FROM reports.ladder WHERE country_code = 'UZB' ORDER BY signed_on"
    ).fetchall()
    assert rungs == [
        ("rung-0000011", "1998", "partnership", "set", False),
        ("rung-0000014", "2022-01", "alliance", "planned", False),
        ("rung-0000012", "2022-12-22", "alliance", "raised", True),
        ("rung-0000013", "2023-01-01", "partnership", "reaffirmed", False),
        ("rung-0000016", "2024", "alliance", "cancelled", False),
        ("rung-0000015", None, "alliance", None, False),
    ]


FIGURES = "('2020', 4), ('2021', 5), ('2022', 6), ('2022-Q4', 99)"
# target: columns and values, figures (period, value in billions), what the scoreboard says
TARGETS = [
    ("amount, currency, due_on, due_precision", "10e9, 'USD', '2099-01-01', 'year'", FIGURES, (10, 6, "2022", "unknown")),
    (
        "amount, currency, due_on, due_precision, announced_on, announced_precision, baseline_amount, baseline_period",
        "10e9, 'USD', '2099-01-01', 'year', '2021-05-01', 'day', 4e9, '2020'", FIGURES, (10, 6, "2022", "on_track"),
    ),
    (
        "amount, currency, due_on, due_precision, announced_on, announced_precision",
        "1e25, 'USD', '2099-01-01', 'year', '2021-05-01', 'day'", FIGURES, (10**16, 6, "2022", "behind"),
    ),
    ("amount, currency, due_on, due_precision", "10e9, 'USD', '2022-01-01', 'year'", FIGURES, (10, 6, "2022", "missed")),
    ("amount, currency, due_on, due_precision", "10e9, 'USD', '2023-01-01', 'year'", FIGURES, (10, 6, "2022", "unknown")),
    ("amount, currency, due_on, due_precision", "5e9, 'USD', '2022-01-01', 'year'", FIGURES, (5, 6, "2022", "reached")),
    ("amount, currency, due_on, due_precision", "6e9, 'USD', '2021-01-01', 'year'", FIGURES, (6, 6, "2022", "missed")),
    ("amount, currency", "10e9, 'USD'", FIGURES, (10, 6, "2022", "open")),
    ("amount, currency", "10e9, 'USD'", "('2022', NULL)", (10, None, None, "unknown")),
    ("amount, currency", "10e9, 'EUR'", FIGURES, (10, None, None, "unknown")),
    ("multiplier, announced_on, announced_precision", "2, '2021-12-31', 'day'", FIGURES, (10, 6, "2022", "open")),
    ("multiplier, announced_on, announced_precision", "1.2, '2021-12-31', 'day'", FIGURES, (6, 6, "2022", "reached")),
    ("multiplier", "2", FIGURES, (None, None, None, "unknown")),
    # the latest full year counts though it ended before the announcement, earlier ones do not
    (
        "amount, currency, announced_on, announced_precision", "5e9, 'USD', '2023-05-01', 'day'", FIGURES,
        (5, 6, "2022", "reached"),
    ),
    (
        "amount, currency, announced_on, announced_precision", "5e9, 'USD', '2023-05-01', 'day'",
        "('2021', 7), ('2022', 4)", (5, 4, "2022", "open"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "values", "figures", "said"), TARGETS, ids=range(len(TARGETS)))
def test_the_scoreboard(
    world: psycopg.Connection, columns: str, values: str, figures: str, said: tuple[object, ...]
) -> None:
    world.execute(
        f"""
        DELETE FROM relations.trade_targets; DELETE FROM relations.trade_figures;
        INSERT INTO relations.trade_targets (fact_id, measure, {columns}) VALUES (5, 'turnover', {values});
        CREATE TEMPORARY TABLE f ON COMMIT DROP AS
          SELECT 20 + row_number() OVER () AS id, period, billions::numeric FROM (VALUES {figures}) AS v (period, billions);
        INSERT INTO relations.facts (id, uid, kind, block) OVERRIDING SYSTEM VALUE
          SELECT id, 'figure-' || id, 'trade_figures', 'b' FROM f;
        INSERT INTO relations.fact_parties SELECT id, c FROM f, unnest('{{KAZ,UZB}}'::text[]) c;
        INSERT INTO relations.trade_figures (fact_id, measure, amount, currency, growth_percent, period)
          SELECT id, 'turnover', billions * 1e9, CASE WHEN billions IS NOT NULL THEN 'USD' END, 1, period FROM f
        """.encode()
    )
    row = world.execute(
        "SELECT (aim_amount / 1e9)::float::numeric, (latest_amount / 1e9)::float::numeric, latest_period, standing"
        " FROM reports.trade_targets"
    ).fetchone()
    assert row == said


def test_growth_needed(world: psycopg.Connection) -> None:
    """From 5 to 10 billion in four years: 18.9 percent a year."""
    world.execute(
        "UPDATE relations.trade_targets SET due_on = '2099-01-01', baseline_period = '2095', announced_on = '2096-01-01',"
        " announced_precision = 'day'"
    )
    assert world.execute("SELECT growth_needed FROM reports.trade_targets").fetchone() == (Decimal("18.9"),)
