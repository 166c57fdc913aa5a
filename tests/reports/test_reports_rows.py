"""Each report on the sample: which rows, in which order, with which values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from relations_db import reports
from relations_db.errors import InvalidInput, SchemaMismatch
from relations_db.reports import Standing
from relations_db.reports.accords import AgreementRow, sums
from relations_db.values import PartialDate

TODAY = date(2025, 3, 1)

# report, options, the uids of its rows in order (without the kind before the hyphen)
ROWS: list[tuple[str, dict[str, Any], str]] = [
    ("visits", {}, "ankara cancelled tashkent bishkek b-saidov saidov astana overdue undated"),
    ("visits", {"country": "KAZ"}, "ankara cancelled tashkent bishkek astana undated"),
    ("visits", {"country": "kazakhstan", "other": "uz"}, "tashkent astana undated"),
    ("visits", {"country": "UZB", "other": "Kazakh"}, "tashkent astana undated"),
    ("visits", {"country": "Kyrgyz Republic", "other": "TUR"}, ""),
    ("visits", {"leader": "Kassym-Jomart Tokayev"}, "ankara tashkent bishkek undated"),
    ("visits", {"leader": "TOKAEV"}, "ankara tashkent bishkek undated"),
    ("visits", {"leader": "Erdogan"}, "cancelled"),
    ("visits", {"since": "2024-08-08"}, "ankara cancelled tashkent"),
    ("visits", {"since": "2024-04-20", "until": "2024-08-08"}, "tashkent bishkek"),
    ("visits", {"since": "2023-06", "until": "2023-07"}, "astana"),
    ("visits", {"since": date(2024, 8, 9), "until": PartialDate(2024)}, "cancelled"),
    ("visits", {"until": "2019"}, ""),
    ("itinerary", {"leader": "Tokayev"}, "bishkek tashkent ankara undated"),
    ("itinerary", {"leader": "Tokayev", "country": "UZB"}, "tashkent undated"),
    ("itinerary", {"leader": "Tokayev", "since": "2025"}, "ankara"),
    ("itinerary", {"leader": "Bobur Saidov"}, "b-saidov"),
    ("declarations", {}, "no-level 2024 2022 three 2013 planned"),
    ("declarations", {"country": "KGZ"}, "three"),
    ("declarations", {"country": "KAZ", "other": "TUR"}, "planned"),
    ("declarations", {"since": "2022", "until": "2023"}, "2022"),
    ("ladder", {}, "three planned 2013 three 2022 2024 three"),
    ("ladder", {"country": "KAZ"}, "three planned 2013 three 2022 2024"),
    ("ladder", {"country": "UZB", "other": "KAZ"}, "2013 three 2022 2024"),
    ("ladder", {"country": "KAZ", "since": "2022"}, "2022 2024"),
    ("agreements", {}, "package water trade several alone to-come"),
    ("agreements", {"sector": "energy"}, "water alone"),
    ("agreements", {"country": "KAZ", "since": "2023-06"}, "package water trade several"),
    ("agreements", {"country": "TUR"}, ""),
    ("trade-targets", {}, "kgz double uzb"),
    ("trade-targets", {"country": "UZB"}, "uzb"),
    ("trade-targets", {"since": "2024-03"}, "double uzb"),
    ("trade-figures", {}, "kgz-2022 tur uzb-part uzb-2024 food"),
    ("trade-figures", {"since": "2023", "until": "2024"}, "uzb-2024 food"),
    ("projects", {}, "many"),
    ("projects", {"since": "2024-08-10"}, "many"),
    ("projects", {"since": "2024-08-11"}, ""),
    ("milestones", {}, "ties order"),
    ("milestones", {"until": "1992"}, "ties"),
]


@pytest.mark.parametrize(("name", "options", "expected"), ROWS)
def test_rows_in_order(sample: Engine, name: str, options: dict[str, Any], expected: str) -> None:
    found = reports.run(name, sample, **options)
    assert isinstance(found, reports.Rows)
    assert " ".join(row.uid.split("-", 1)[1] for row in found) == expected


def test_a_visit_in_full(sample: Engine) -> None:
    row = reports.visits(sample, "KAZ", "UZB", sources=True)[0]
    evidence = row.evidence
    assert [(s.document, str(s.published_on), s.quote, s.outlet) for s in evidence] == [
        ("doc-a", "2024-08-09", "paid a state visit", "Akorda"),
        ("doc-b", "2024-08-10", "state visit to Tashkent", None),
        ("doc-undated", "None", "state visit", None),
    ]
    assert row == reports.VisitRow(
        started_on=PartialDate(2024, 8, 8),
        ended_on=None,
        leader="Kassym-Jomart Tokayev",
        country="KAZ",
        country_name="Kazakhstan",
        host="UZB",
        host_name="Uzbekistan",
        city="Tashkent",
        kind="state",
        kind_label="State visit",
        status="done",
        met=("Shavkat Mirziyoyev",),
        sources=3,
        uid="visit-tashkent",
        evidence=evidence,
    )


def test_quotes_are_slices_of_their_documents(sample: Engine) -> None:
    rows = reports.visits(sample, sources=True)
    with sample.connect() as connection:
        texts = {row.name: row.text for row in connection.execute(text("SELECT name, text FROM relations.documents"))}
    sources = [source for row in rows for source in row.evidence]
    assert len(sources) == 3
    for source in sources:
        assert texts[source.document][source.start : source.end] == source.quote


def test_dates_are_as_precise_as_they_are(sample: Engine) -> None:
    found = {row.uid: row.started_on for row in reports.visits(sample, "KAZ")}
    assert found["visit-astana"] == PartialDate(2023)
    assert found["visit-bishkek"] == PartialDate(2024, 4)
    assert found["visit-undated"] is None


LADDER = [
    ("KAZ", "KGZ", "2021", "partnership", "set", True),
    ("KAZ", "TUR", "None", "alliance", "planned", False),
    ("KAZ", "UZB", "2013-06-14", "strategic_partnership", "set", False),
    ("KAZ", "UZB", "2021", "partnership", "reaffirmed", False),
    ("KAZ", "UZB", "2022-12-22", "alliance", "raised", True),
    ("KAZ", "UZB", "2024", "strategic_partnership", "reaffirmed", False),
    ("KGZ", "UZB", "2021", "partnership", "set", True),
]


def test_ladder_steps(sample: Engine) -> None:
    rows = reports.ladder(sample)
    assert [(r.country, r.other, str(r.signed_on), r.level, r.step, r.current) for r in rows] == LADDER
    assert [r.step for r in reports.ladder(sample, "UZB", "KAZ", since="2022")] == ["raised", "reaffirmed"]


def test_ladder_of_the_view_agrees(sample: Engine) -> None:
    with sample.connect() as connection:
        query = "SELECT country_code, partner_code, uid, step, current FROM reports.ladder"
        both_ways = {tuple(row) for row in connection.execute(text(query))}
    view = {row for row in both_ways if row[0] < row[1]}
    assert len(both_ways) == 2 * len(view)
    assert view == {(*sorted((r.country, r.other)), r.uid, r.step, r.current) for r in reports.ladder(sample)}


def test_trade_targets(sample: Engine) -> None:
    kgz, double, uzb = reports.trade_targets(sample, today=TODAY, sources=True)
    assert (kgz.standing, kgz.latest_period, kgz.growth_needed) == (Standing.MISSED, "2022", None)
    assert (double.aim_amount, double.currency, double.due_text) == (12_000_000_000, "USD", "soon")
    assert (double.standing, double.latest_period, str(double.latest_as_of)) == (Standing.OPEN, None, "2024-01-15")
    assert (uzb.standing, uzb.baseline_amount, uzb.latest_amount) == (Standing.ON_TRACK, 4_600_000_000, 5_200_000_000)
    assert uzb.growth_needed == Decimal("11.5")  # 5.2 to 10 in six years
    assert uzb.announced_by == ("Kassym-Jomart Tokayev",)
    assert [source.quote for source in uzb.evidence] == ["aim at trade of $10 billion by 2030", "up from $4.6 billion"]


def test_trade_targets_of_the_view_agree(sample: Engine) -> None:
    with sample.connect() as connection:
        today = connection.scalar(text("SELECT CURRENT_DATE"))
        query = "SELECT uid, aim_amount, currency, latest_uid, growth_needed, standing FROM reports.trade_targets"
        view = {tuple(row) for row in connection.execute(text(query))}
    found = reports.trade_targets(sample, today=today)
    assert view == {(r.uid, r.aim_amount, r.currency, r.latest_uid, r.growth_needed, r.standing) for r in found}


def test_targets_are_judged_by_the_day_given(sample: Engine) -> None:
    late = {row.uid: row.standing for row in reports.trade_targets(sample, today=date(2031, 1, 1))}
    assert late["target-uzb"] is Standing.UNKNOWN
    early = {row.uid: row.standing for row in reports.trade_targets(sample, today=date(2021, 1, 1))}
    assert early["target-kgz"] is Standing.UNKNOWN


def test_country_asked_for_comes_first(sample: Engine) -> None:
    assert reports.trade_targets(sample, "UZB")[0].country == "UZB"
    assert reports.declarations(sample, "UZB")[0].party_names == ("Uzbekistan", "Kazakhstan")
    assert reports.ladder(sample, "UZB", "KAZ")[0].other_name == "Kazakhstan"


def test_agreements_claimed_and_listed(sample: Engine) -> None:
    package, water, *_ = reports.agreements(sample)
    assert (package.count, package.qualifier, package.listed) == (28, "over", 2)
    assert (water.package, water.listed, water.sectors) == (package.uid, None, ("energy", "water"))


SUMS = {
    "year": [("2023", 1, 1, 1), ("2024", 28, 1, 0)],
    "sector": [("energy", 2, 0, 0), ("trade", 1, 0, 0), ("water", 1, 0, 0), (None, 28, 2, 1)],
}


@pytest.mark.parametrize("by", ["year", "sector"])
def test_agreements_are_counted_once(sample: Engine, by: str) -> None:
    found = reports.run("agreements", sample, by=by)
    assert [(s.group, s.documents, s.packages, s.uncounted) for s in found] == SUMS[by]


def _paper(uid: str, form: str, count: int | None, sectors: str, package: str | None = None) -> AgreementRow:
    codes = tuple(sectors.split())
    return AgreementRow(
        signed_on=PartialDate(2024, 5, 14), parties=("GEO", "LVA"), party_names=("Georgia", "Latvia"), form=form, form_label=form, title=None,
        count=count, qualifier="exact", listed=None, sectors=codes, sector_labels=codes, value_amount=None, value_currency=None, place=None,
        status="done", package=package, sources=1, uid=uid,
    )  # fmt: skip


def test_a_package_of_several_sectors_is_not_counted_in_each() -> None:
    rows = [
        _paper("p", "package", 11, "justice transport"),
        _paper("a", "agreement", 1, "transport", "p"),
        _paper("b", "agreement", 1, "justice", "p"),
        _paper("q", "package", 4, "health"),
        _paper("c", "agreement", 1, "health", "q"),
    ]
    assert [(s.group, s.documents, s.packages, s.uncounted) for s in sums(rows, "sector")] == [
        ("health", 4, 1, 0),
        ("justice", 1, 1, 1),
        ("transport", 1, 1, 1),
    ]
    assert [(s.group, s.documents, s.packages, s.uncounted) for s in sums(rows, "year")] == [("2024", 15, 2, 0)]


CALENDAR = [
    ("visit-overdue", "Visit of Sadyr Japarov to Uzbekistan", "planned", True),
    ("target-uzb", "Turnover of USD 10 billion", "due", False),
    ("visit-ankara", "State visit of Kassym-Jomart Tokayev to Ankara", "planned", False),
    ("agreement-to-come", "Agreement on visas", "planned", False),
    ("declaration-planned", "Treaty", "planned", False),
    ("visit-undated", "Visit of Kassym-Jomart Tokayev to Uzbekistan", "proposed", False),
]


def test_calendar(sample: Engine) -> None:
    rows = reports.calendar(sample, today=TODAY)
    assert [(row.uid, row.what, row.status, row.overdue) for row in rows] == CALENDAR
    later = reports.calendar(sample, since="2025", today=TODAY)
    assert [row.uid for row in later] == ["target-uzb", "visit-ankara"]


def test_coverage(sample: Engine) -> None:
    rows = reports.coverage(sample)
    assert [(r.country, r.documents, str(r.first_published), r.visits, r.trade_targets) for r in rows] == [
        ("KAZ", 3, "2024-08-09", 1, 1),
        ("UZB", 3, "2024-08-09", 1, 1),
    ]
    assert len(reports.coverage(sample, "TUR")) == 0


def test_pair(sample: Engine) -> None:
    brief = reports.pair(sample, "Kazakhstan", "UZB", today=TODAY)
    assert brief.title == "Relations of Kazakhstan and Uzbekistan"
    assert {line.label: line.text for line in brief.headlines} == {
        "Level of relations": "Alliance, since 2022-12-22 (Treaty on Allied Relations)",
        "Trade": "about USD 5.2 billion (2024); target USD 10 billion by 2030: on track",
        "Visits": "2 done, 1 proposed; the latest 2024-08-08: Kassym-Jomart Tokayev to Uzbekistan",
        "Documents": "5 declarations and 29 agreements signed",
    }
    assert {name: len(rows) for name, rows in brief.sections.items()} == {
        "levels": 4,
        "trade_targets": 1,
        "trade_figures": 3,
        "visits": 3,
        "declarations": 5,
        "agreements": 6,
        "projects": 1,
        "milestones": 2,
    }
    assert brief.missing == ""


def test_pair_of_strangers(sample: Engine) -> None:
    brief = reports.pair(sample, "KGZ", "TUR")
    assert [line.text for line in brief.headlines] == [
        "not known",
        "no figures known",
        "none known",
        "0 declarations and 0 agreements signed",
    ]
    assert brief.missing.startswith("Nothing is known of: level of relations, trade targets,")


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    (
        "visits",
        {"country": "Kazakstan"},
        "no state is called 'Kazakstan'; did you mean Kazakhstan (KAZ) or Uzbekistan (UZB)?",
    ),
    ("visits", {"country": "Q"}, "no state is called 'Q'; give an alpha-3 code, such as KAZ"),
    (
        "visits",
        {"country": "The Steppe Republic"},
        "'The Steppe Republic' may mean several states: KAZ, UZB; give the code",
    ),
    ("visits", {"other": "KAZ"}, "one of the two countries is missing: give --country as well"),
    ("visits", {"country": "KAZ", "other": "Kazakh"}, "both countries are KAZ: relations need two"),
    (
        "visits",
        {"leader": "Saidov"},
        "'Saidov' may be Bakhtiyor Saidov (UZB) or Bobur Saidov (UZB); give the full name",
    ),
    (
        "visits",
        {"leader": "Tokajev"},
        "no leader called 'Tokajev' is in this report; did you mean Kassym-Jomart Tokayev (KAZ)?",
    ),
    ("itinerary", {"leader": "Zzz"}, "no leader called 'Zzz' is in this report"),
    ("visits", {"since": "2023-02-30"}, "not a date: '2023-02-30'; write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("visits", {"since": "yesterday"}, "not a date: 'yesterday'; write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("visits", {"since": "2024", "until": "2023-05"}, "since 2024 is after until 2023-05"),
    ("agreements", {"sector": "x"}, "no sector is called 'x'; the sectors are energy, trade, water"),
    ("agreements", {"by": "month"}, "agreements cannot be counted by 'month': choose year or sector"),
    (
        "ladder",
        {"leader": "x"},
        "report ladder takes no --leader; it takes --country, --with, --since, --until, --sources",
    ),
    ("pair", {"country": "KAZ"}, "report pair needs --with"),
    ("itinerary", {}, "report itinerary needs --leader"),
]


@pytest.mark.parametrize(("name", "options", "message"), REFUSED)
def test_refused(sample: Engine, name: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        reports.run(name, sample, **options)
    assert str(refusal.value) == message


def test_unknown_report_lists_the_known(sample: Engine) -> None:
    with pytest.raises(InvalidInput, match="no report is called 'trade'; the reports are pair, visits, itinerary, "):
        reports.run("trade", sample)


def test_database_without_tables(empty_db: Engine) -> None:
    with pytest.raises(SchemaMismatch, match="no tables yet"):
        reports.visits(empty_db)


def test_engine_connection_session_and_wrapper_are_all_taken(sample: Engine) -> None:
    class Wrapper:
        engine = sample

    with sample.connect() as connection, Session(sample) as session:
        for db in (sample, Wrapper(), connection, session):
            assert len(reports.milestones(db)) == 2
        assert session.scalar(text("SELECT 1")) == 1


def test_every_report_of_the_registry_runs(sample: Engine) -> None:
    for name, spec in reports.REPORTS.items():
        options = {"country": "KAZ", "other": "UZB", "leader": "Tokayev"}
        result = reports.run(name, sample, **{key: options[key] for key in spec.needs})
        assert result.title
        assert getattr(reports, spec.function)
