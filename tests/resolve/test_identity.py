"""When two reports are about one fact, kind by kind: pairs that are one, pairs that are two."""

from __future__ import annotations

from typing import Any

import pytest
from making import facts, groups, record

from relations_db.values import Kind

V, D, A, T, F, J, M = (
    Kind.VISIT,
    Kind.DECLARATION,
    Kind.AGREEMENT,
    Kind.TRADE_TARGET,
    Kind.TRADE_FIGURE,
    Kind.JOINT_PROJECT,
    Kind.MILESTONE,
)
Told = tuple[str | None, dict[str, Any]]
# kind, first text (date, fields), second text (date, fields)
Pair = tuple[Kind, Told, Told]

NEWS = {"assumed": True}
"""The text tells no day: the claim has that of the news."""

ONE: list[Pair] = [
    # visits
    (V, ("2024-04-19", {"started_on": "2024-04-18"}), ("2024-04-20", {"started_on": "2024-04-18"})),
    (
        V,
        ("2024-04-19", {"started_on": "2024-04-18"}),
        ("2024-04-20", {"started_on": "2024-04-19", "leader": "Sadyr Zhaparov"}),
    ),
    (
        V,
        ("2024-04-19", {"started_on": "2024-04-18", "city": "Astana"}),
        ("2024-04-20", {"started_on": "2024-04-20", "city": "Almaty"}),
    ),
    (V, ("2024-10-01", {"started_on": "2024-04"}), ("2024-04-20", {"started_on": "2024-04-18"})),
    (V, ("2025-10-01", {"started_on": "2024"}), ("2024-04-20", {"started_on": "2024-04-18"})),
    (
        V,
        ("2024-04-10", {"started_on": "2024-04-16", "status": "planned"}),
        ("2024-04-20", {"started_on": "2024-04-18"}),
    ),
    (V, ("2024-04-10", {"status": "planned"}), ("2024-04-20", {"started_on": "2024-04-18"})),
    (V, ("2024-05-10", {}), ("2024-04-20", {"started_on": "2024-04-18"})),
    (V, (None, {"city": "Astana", "kind": "official"}), ("2024-04-20", {"started_on": "2024-04-18", "city": "Astana"})),
    (
        V,
        ("2024-04-10", {"started_on": "2024-04-18", "status": "planned"}),
        ("2024-04-15", {"started_on": "2024-04-18", "status": "cancelled"}),
    ),
    (
        V,
        ("2024-04-19", {"started_on": "2024-04-14", "ended_on": "2024-04-19"}),
        ("2024-04-20", {"started_on": "2024-04-18"}),
    ),
    (V, ("2025-05-19", {"status": "proposed"}), ("2025-05-20", {"status": "proposed", "started_on": "2026"})),
    (V, ("2024-01-05", {"status": "proposed"}), ("2024-04-20", {"started_on": "2024-04-18", "kind": "official"})),
    (
        V,
        ("2024-01-05", {"status": "planned", "kind": "state"}),
        ("2024-04-20", {"started_on": "2024-04-18", "kind": "state"}),
    ),
    (
        V,
        ("2024-04-10", {"started_on": "2024-04-18", "status": "planned"}),
        ("2024-04-15", {"status": "cancelled"}),
    ),
    *(  # news of a day that is not told, of an event of the fortnight before
        (
            kind,
            ("2024-04-19", {"signed_on": "2024-04-18"} | what),
            ("2024-04-30", {**NEWS, "signed_on": "2024-04-30"} | what),
        )
        for kind, what in (
            (D, {"level": "alliance"}),
            (A, {"title": "memorandum on water transport"}),
            (A, {"form": "package", "count": 14}),
        )
    ),
    (V, ("2024-04-19", {"started_on": "2024-04-18"}), ("2024-04-30", {**NEWS, "started_on": "2024-04-30"})),
    (V, ("2024-04-12", {**NEWS, "started_on": "2024-04-12"}), ("2024-04-20", {**NEWS, "started_on": "2024-04-20"})),
    (
        V,
        ("2024-04-16", {"started_on": "2024-04-18", "status": "planned"}),
        ("2024-04-30", {**NEWS, "started_on": "2024-04-30"}),
    ),
    # declarations
    (D, ("2024-04-19", {"signed_on": "2024-04-18"}), ("2024-04-20", {"signed_on": "2024-04-18"})),
    (
        D,
        (
            "2024-04-19",
            {"signed_on": "2024-04-18", "form": "treaty", "title": "Treaty of Alliance", "level": "alliance"},
        ),
        (
            "2024-04-20",
            {"signed_on": "2024-04-18", "form": "treaty", "title": "treaty on allied relations", "level": "alliance"},
        ),
    ),
    (
        D,
        ("2024-04-19", {"signed_on": "2024-04-18", "form": "other", "level": "strategic_partnership"}),
        (
            "2024-04-20",
            {
                "signed_on": "2024-04-18",
                "title": "Declaration on Strategic Partnership",
                "level": "strategic_partnership",
            },
        ),
    ),
    (
        D,
        ("2024-04-19", {"signed_on": "2024-04-18"}),
        ("2024-04-20", {"signed_on": "2024-04-18", "form": "joint_statement"}),
    ),
    (
        D,
        ("2024-04-17", {"signed_on": "2024-04-18", "status": "planned", "level": "alliance"}),
        ("2024-04-20", {"signed_on": "2024-04-18", "level": "alliance"}),
    ),
    (D, (None, {"level": "alliance"}), ("2024-04-20", {"signed_on": "2024-04-18", "level": "alliance"})),
    # agreements
    (
        A,
        ("2024-04-19", {"title": "memorandum on health cooperation", "form": "memorandum", "signed_on": "2024-04-18"}),
        (
            "2024-04-20",
            {
                "title": "memorandum to strengthen basic health services",
                "form": "memorandum",
                "signed_on": "2024-04-18",
            },
        ),
    ),
    (
        A,
        (
            "2024-04-19",
            {
                "title": "memorandum on the purchase of 50 B737 MAX aircraft",
                "form": "memorandum",
                "signed_on": "2024-04-18",
            },
        ),
        ("2024-04-20", {"title": "contract for 50 Boeing 737 MAX jets", "form": "contract", "signed_on": "2024-04"}),
    ),
    (  # a framework agreement known by its fields
        A,
        (
            "2024-04-19",
            {"title": "framework accord", "signed_on": "2024-04-18", "sectors": ["energy", "health", "technology"]},
        ),
        (
            "2024-04-20",
            {
                "title": "Intergovernmental Agreement",
                "signed_on": "2024-04-18",
                "sectors": ["education", "energy", "health", "migration", "technology"],
            },
        ),
    ),
    (  # one price, told as a memorandum and as a contract
        A,
        (
            "2024-04-19",
            {"title": "order for jets", "form": "memorandum", "signed_on": "2024-04-18"}
            | {"value_amount": 7.8e9, "value_currency": "USD"},
        ),
        (
            "2024-04-20",
            {"title": "purchase of aircraft", "form": "contract", "signed_on": "2024-04-18"}
            | {"value_amount": 7.8e9, "value_currency": "USD"},
        ),
    ),
    (  # one price, told a little differently
        A,
        (
            "2024-04-17",
            {"title": "order for jets", "form": "agreement", "signed_on": "2024-04-18", "sectors": ["aviation"]}
            | {"value_amount": 7.5e9, "value_currency": "USD", "status": "planned"},
        ),
        (
            "2024-04-20",
            {"title": "purchase of planes", "form": "contract", "signed_on": "2024-04-18", "sectors": ["aviation"]}
            | {"value_amount": 7.8e9, "value_currency": "USD"},
        ),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 15, "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 16, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 12, "qualifier": "over", "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 14, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 30, "qualifier": "under", "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 28, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": None, "qualifier": None, "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 28, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        (None, {"form": "package", "count": 14}),
        ("2024-04-20", {"form": "package", "count": 14, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        (
            "2024-04-19",
            {
                "title": "deal for gas",
                "form": "contract",
                "value_amount": 2e9,
                "value_currency": "USD",
                "signed_on": "2024-04-18",
            },
        ),
        (
            "2024-04-19",
            {
                "title": "purchase contract",
                "form": "contract",
                "value_amount": 2e9,
                "value_currency": "USD",
                "signed_on": "2024-04-18",
            },
        ),
    ),
    # trade targets: the amount is the block's
    (T, ("2024-04-19", {"due": "2030"}), ("2026-04-19", {"due": "2030"})),
    (T, ("2024-04-19", {}), ("2025-03-31", {})),
    (T, ("2024-04-19", {"due": "2030"}), ("2024-04-20", {})),
    (T, ("2024-04-19", {}), (None, {})),
    # trade figures
    (F, ("2024-04-19", {"period": "2023"}), ("2024-05-19", {"period": "2023"})),
    (F, ("2024-04-19", {"period": "2023", "amount": 123.86e9}), ("2024-05-19", {"period": "2023", "amount": 123.9e9})),
    (
        F,
        ("2024-04-19", {"period": "2023", "amount": 340e6, "qualifier": "over"}),
        ("2024-05-19", {"period": "2023", "amount": 352e6}),
    ),
    (F, ("2024-04-19", {"period": "2023"}), ("2024-05-19", {})),
    (F, ("2024-04-19", {"period": "2023-Q1"}), ("2024-05-19", {"period": "2023-01/2023-03"})),
    (
        F,
        ("2024-04-19", {"amount": None, "currency": None, "growth_percent": 40}),
        (None, {"amount": None, "currency": None, "growth_percent": 40}),
    ),
    # joint projects
    (
        J,
        ("2024-04-19", {"description": "hydropower stations on the Zarafshon", "count": 2}),
        ("2024-04-20", {"description": "two stations on the Zarafshon river", "count": 2}),
    ),
    (
        J,
        ("2024-04-19", {"description": "China–Kyrgyzstan–Uzbekistan railway"}),
        ("2025-04-20", {"description": "the Kyrgyzstan railway"}),
    ),
    # milestones
    (M, ("2024-04-19", {"occurred_on": "1992-10-23"}), ("2022-10-20", {"occurred_on": "1992"})),
    (M, ("2024-04-19", {"occurred_on": "1992-10-23"}), (None, {})),
    (
        M,
        ("2024-04-19", {"kind": "award", "occurred_on": "2024-04-18", "description": "Order of Manas to Tokayev"}),
        (
            "2024-04-20",
            {"kind": "award", "occurred_on": "2024-04-18", "description": "Tokayev awarded the Order of Manas"},
        ),
    ),
    (
        M,
        ("2024-04-19", {"kind": "award", "occurred_on": "2024-04-18", "description": "Order of Manas to Tokayev"}),
        ("2024-04-23", {"kind": "award", "occurred_on": "2024-04-23", "description": "Order of Manas to Tokayev"}),
    ),
]

TWO: list[Pair] = [
    (  # each names a field that the other does not
        A,
        ("2024-04-19", {"title": "memorandum on tourism and sport", "signed_on": "2024-04-18"}),
        ("2024-04-19", {"title": "memorandum on tourism and archives", "signed_on": "2024-04-18"}),
    ),
    # visits
    (
        V,
        ("2025-09-18", {"started_on": "2025-09-11", "city": "Astana"}),
        ("2025-09-18", {"started_on": "2025-09-15", "city": "Astana"}),
    ),
    (
        V,
        ("2024-04-19", {"started_on": "2024-04-18"}),
        ("2024-04-20", {"started_on": "2024-04-18", "leader": "Akylbek Japarov"}),
    ),
    (V, ("2024-04-19", {"started_on": "2024-04-18"}), ("2024-06-20", {"started_on": "2024-06-18"})),
    (V, ("2024-04-19", {"started_on": "2024-04-18"}), ("2024-06-20", {"started_on": "2024-06"})),
    (V, ("2024-04-19", {"started_on": "2024-04-18"}), ("2024-04-20", {"started_on": "2024-04-18", "host": "UZB"})),
    (V, ("2023-09-21", {"status": "proposed"}), ("2024-06-20", {"started_on": "2024-06-20"})),
    (V, ("2024-01-05", {"status": "proposed"}), ("2024-04-20", {"started_on": "2024-04-18", "kind": "summit"})),
    (
        V,
        ("2024-01-05", {"status": "proposed", "kind": "state"}),
        ("2024-04-20", {"started_on": "2024-04-18", "kind": "working"}),
    ),
    (V, ("2024-04-15", {"status": "cancelled"}), ("2024-05-20", {"started_on": "2024-05-18"})),
    (V, ("2025-08-03", {"started_on": "2025-07", "status": "cancelled"}), ("2025-08-03", {"started_on": "2025-07-20"})),
    (
        V,
        ("2024-04-22", {"started_on": "2024-04-27", "status": "planned"}),
        ("2024-04-20", {"started_on": "2024-04-18"}),
    ),
    (V, ("2024-04-19", {}), ("2024-08-20", {})),
    (V, (None, {}), ("2024-04-20", {"started_on": "2024-04-18"})),
    # news without a day is of no later event, nor of one long ago; and a day that is told is that day
    (V, ("2024-04-18", {"started_on": "2024-04-18"}), ("2024-04-12", {**NEWS, "started_on": "2024-04-12"})),
    (V, ("2024-04-10", {"started_on": "2024-04-10"}), ("2024-04-30", {**NEWS, "started_on": "2024-04-30"})),
    (V, ("2024-04-19", {"started_on": "2024-04-18"}), ("2024-04-30", {"started_on": "2024-04-30"})),
    (
        V,
        ("2024-04-19", {"started_on": "2024-04-18", "kind": "state"}),
        ("2024-04-30", {**NEWS, "started_on": "2024-04-30", "kind": "working"}),
    ),
    (
        A,
        ("2024-04-19", {"title": "memorandum on tourism", "signed_on": "2024-04-18"}),
        ("2024-04-30", {**NEWS, "title": "memorandum on tourism and sport", "signed_on": "2024-04-30"}),
    ),
    *(  # what little tells two papers apart is not enough for days that may be one
        (
            A,
            ("2024-04-19", {"signed_on": "2024-04-18"} | what),
            ("2024-04-30", {**NEWS, "signed_on": "2024-04-30"} | what),
        )
        for what in (
            {"form": "package", "count": 2},
            {"form": "package", "count": None, "qualifier": None},
        )
    ),
    (
        V,
        (None, {"city": "Astana", "kind": "state"}),
        ("2024-04-20", {"started_on": "2024-04-18", "kind": "working", "city": "Astana"}),
    ),
    # declarations
    (
        D,
        ("2024-04-19", {"signed_on": "2024-04-18", "level": "alliance"}),
        ("2024-04-20", {"signed_on": "2024-04-18", "level": "friendship"}),
    ),
    (
        D,
        ("2024-04-19", {"signed_on": "2024-04-18", "title": "Declaration on Water"}),
        ("2024-04-20", {"signed_on": "2024-04-18", "title": "Declaration on the Climate"}),
    ),
    (D, ("2024-04-19", {"signed_on": "2024-04-18"}), ("2023-04-20", {"signed_on": "2023-04-18"})),
    (D, ("2024-04-19", {"signed_on": "2024-04-18"}), ("2024-04-20", {"signed_on": "2024-04-18", "form": "treaty"})),
    (
        D,
        ("2024-04-19", {"signed_on": "2024-04-18"}),
        ("2024-04-20", {"signed_on": "2024-04-18", "parties": ["KAZ", "TJK", "UZB"]}),
    ),
    (D, ("2024-04-19", {}), ("2023-04-20", {"signed_on": "2023-04-18"})),
    # agreements
    (
        A,
        ("2024-04-19", {"title": "agreement on extradition", "signed_on": "2024-04-18"}),
        ("2024-04-20", {"title": "agreement on double taxation", "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"title": "Uzbek-Kazakh agreement on extradition", "signed_on": "2024-04-18"}),
        ("2024-04-20", {"title": "Uzbek-Kazakh agreement on customs", "signed_on": "2024-04-18"}),
    ),
    *(  # prices that are near are one only on one day and in one field
        (
            A,
            (
                "2024-04-19",
                {"title": "order for jets", "signed_on": "2024-04-18", "sectors": ["aviation"]}
                | {"value_amount": 7.5e9, "value_currency": "USD"},
            ),
            (
                "2024-04-20",
                {"title": "purchase of planes", "signed_on": "2024-04-18", "sectors": ["aviation"]}
                | {"value_amount": 7.8e9, "value_currency": "USD"}
                | other,
            ),
        )
        for other in ({"signed_on": "2024-04-19"}, {"sectors": ["energy"]}, {"value_amount": 9e9})
    ),
    (  # two fields in common are no sign of one agreement, nor are many on another day
        A,
        ("2024-04-19", {"title": "road transport", "signed_on": "2024-04-18", "sectors": ["trade", "transport"]}),
        ("2024-04-20", {"title": "customs posts", "signed_on": "2024-04-18", "sectors": ["trade", "transport"]}),
    ),
    (
        A,
        (
            "2024-04-19",
            {"title": "framework accord", "signed_on": "2024-04-18", "sectors": ["energy", "health", "technology"]},
        ),
        (
            "2024-04-20",
            {"title": "Partnership pact", "signed_on": "2024-04-19", "sectors": ["energy", "health", "technology"]},
        ),
    ),
    (
        A,
        ("2024-04-19", {"title": "cooperation plan for 2023-2025", "signed_on": "2024-04-18"}),
        ("2024-04-20", {"title": "cooperation plan for 2026-2028", "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"title": "agreement on tourism", "signed_on": "2024-04-18"}),
        ("2020-04-20", {"title": "agreement on tourism", "signed_on": "2020-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 15, "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 16, "signed_on": "2024-04-19"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 5, "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 6, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 12, "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 14, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 12, "qualifier": "over", "signed_on": "2024-04-18"}),
        ("2024-04-20", {"form": "package", "count": 28, "signed_on": "2024-04-18"}),
    ),
    (
        A,
        ("2024-04-19", {"form": "package", "count": 14, "signed_on": "2024-04-18"}),
        ("2024-04-20", {"title": "agreement on tourism", "signed_on": "2024-04-18"}),
    ),
    (
        A,
        (
            "2022-12-21",
            {"form": "package", "count": 15, "value_amount": 1e9, "value_currency": "USD", "signed_on": "2022-12-21"},
        ),
        (
            "2022-12-23",
            {
                "form": "package",
                "count": None,
                "qualifier": None,
                "value_amount": 8e9,
                "value_currency": "USD",
                "signed_on": "2022-12-22",
            },
        ),
    ),
    # trade targets
    (T, ("2024-04-19", {}), ("2024-04-20", {"amount": 5_000_000_000})),
    (T, ("2024-04-19", {"due": "2030"}), ("2024-04-20", {"due": "2028"})),
    (T, ("2024-04-19", {"due": "2029"}), ("2025-08-03", {})),
    (T, ("2018-02-19", {"due": "2025"}), ("2024-06-24", {})),
    (T, ("2010-02-19", {}), ("2024-06-24", {})),
    (T, ("2024-04-19", {"measure": "exports", "from": "KAZ"}), ("2024-04-20", {"measure": "exports", "from": "UZB"})),
    # trade figures
    (F, ("2024-04-19", {"period": "2023"}), ("2024-05-19", {"period": "2022"})),
    (F, ("2024-04-19", {"period": "2023"}), ("2024-05-19", {"period": "2023-01/2023-08"})),
    (F, ("2024-04-19", {"period": "2023", "amount": 139e9}), ("2024-05-19", {"period": "2023", "amount": 123.9e9})),
    (F, ("2024-04-19", {"period": "2023"}), ("2024-05-19", {"period": "2023", "scope": "agriculture"})),
    (F, ("2024-04-19", {"period": "2023"}), ("2024-05-19", {"period": "2023", "currency": "EUR"})),
    (F, ("2024-04-19", {"period": "2023"}), ("2030-05-19", {})),
    (
        F,
        ("2024-04-19", {"period": "2023", "measure": "exports", "from": "KAZ"}),
        ("2024-05-19", {"period": "2023", "measure": "exports", "from": "UZB"}),
    ),
    # joint projects
    (
        J,
        ("2024-04-19", {"description": "gas pipeline to Burgas"}),
        ("2024-04-20", {"description": "floating gas terminal"}),
    ),
    (
        J,
        ("2024-04-19", {"description": "textile plants", "count": 2}),
        ("2024-04-20", {"description": "textile plants", "count": 3}),
    ),
    (
        J,
        ("2024-04-19", {"description": "Uzbek-Kazakh car plant", "sectors": ["industry"]}),
        ("2024-04-20", {"description": "Uzbek-Kazakh university", "sectors": ["education"]}),
    ),
    # milestones
    (M, ("2024-04-19", {"occurred_on": "1992-10-23"}), ("2022-10-20", {"occurred_on": "2016-10"})),
    (
        M,
        ("2024-04-19", {"kind": "award", "occurred_on": "2024-04-18", "description": "Order of Manas to Tokayev"}),
        ("2024-04-20", {"kind": "award", "occurred_on": "2024-04-18", "description": "Golden Eagle for Japarov"}),
    ),
    (
        M,
        ("2024-04-19", {"kind": "award", "occurred_on": "2024-04-18", "description": "Order of Manas to Tokayev"}),
        ("2024-06-20", {"kind": "award", "occurred_on": "2024-06-18", "description": "Order of Manas to Tokayev"}),
    ),
]


def _pair(kind: Kind, first: Told, second: Told) -> list[str]:
    a = record(kind, first[0], "a", **first[1])
    b = record(kind, second[0], "b", **second[1])
    if a.block != b.block:
        return ["a", "b"]
    return groups(facts(a, b))


@pytest.mark.parametrize(("kind", "first", "second"), ONE)
def test_two_reports_of_one_fact(kind: Kind, first: Told, second: Told) -> None:
    assert _pair(kind, first, second) == ["ab"]
    assert _pair(kind, second, first) == ["ab"]


@pytest.mark.parametrize(("kind", "first", "second"), TWO)
def test_reports_of_two_facts(kind: Kind, first: Told, second: Told) -> None:
    assert _pair(kind, first, second) == ["a", "b"]
    assert _pair(kind, second, first) == ["a", "b"]


@pytest.mark.parametrize(("kind", "first", "second"), ONE)
def test_what_one_text_tells_as_two_is_two(kind: Kind, first: Told, second: Told) -> None:
    """The same statements, but in one text: it knows why it tells them apart (unless it says the same twice)."""
    a, b = record(kind, first[0], "a", 1, **first[1]), record(kind, first[0], "a", 2, **second[1])
    if a.block == b.block and a.claim != b.claim:
        assert len(facts(a, b)) == 2 or a.claim == b.claim


def test_a_vague_report_joins_only_where_one_fact_fits() -> None:
    april = record(Kind.VISIT, "2024-05-30", "a", started_on="2024-04")
    first = record(Kind.VISIT, "2024-04-05", "b", started_on="2024-04-04")
    second = record(Kind.VISIT, "2024-04-28", "c", started_on="2024-04-27")
    assert groups(facts(april, first)) == ["ab"]
    assert groups(facts(april, first, second)) == ["a", "b", "c"]
    again = record(Kind.VISIT, "2024-06-30", "d", started_on="2024-04", city="Astana")
    assert groups(facts(april, first, second, again)) == ["ad", "b", "c"]


def test_a_text_that_tells_two_keeps_others_from_joining_them() -> None:
    told = [record(Kind.VISIT, "2024-04-30", "a", n, started_on=f"2024-04-{d}") for n, d in ((1, 11), (2, 12))]
    other = record(Kind.VISIT, "2024-04-30", "b", started_on="2024-04-12")
    assert groups(facts(*told, other)) == ["a", "ab"]


def test_of_two_visits_of_the_time_news_without_a_day_joins_neither() -> None:
    first = record(Kind.VISIT, "2024-04-19", "a", started_on="2024-04-18")
    second = record(Kind.VISIT, "2024-04-27", "b", started_on="2024-04-26")
    news = record(Kind.VISIT, "2024-05-01", "c", started_on="2024-05-01", assumed=True)
    assert groups(facts(first, second, news)) == ["a", "b", "c"]


def test_a_paper_without_a_name_parts_no_others() -> None:
    """ "A preliminary agreement" on planes may be the contract for 50 jets: what else is told of both decides."""
    day = {"signed_on": "2023-09-11", "sectors": ["aviation"]}
    price = {"value_currency": "USD", "value_amount": 7.5e9}
    bare = record(Kind.AGREEMENT, "2023-09-10", "a", title="provisional agreement", status="planned", **day, **price)
    named = record(
        Kind.AGREEMENT, "2023-09-12", "b", title="memorandum on the purchase of 50 B737 MAX aircraft",
        form="memorandum", **day, **price | {"value_amount": 7.8e9},
    )  # fmt: skip
    later = record(
        Kind.AGREEMENT, "2023-09-21", "c", title="contract for 50 Boeing 737 MAX jets", form="contract", assumed=True,
        **day | {"signed_on": "2023-09-21"},
    )  # fmt: skip
    assert groups(facts(bare, named, later)) == ["abc"]
    assert groups(facts(bare, later)) == ["a", "c"]
    joint = facts(bare, named, later)[0].claim
    assert str(joint.signed_on) == "2023-09-11"  # type: ignore[union-attr]  # an agreement


def test_a_report_that_can_not_be_compared_with_one_may_join_by_another() -> None:
    """A plain joint statement and a raised level are nothing to each other; the text that tells both holds them
    together.
    """
    day = {"signed_on": "2023-09-10"}
    plain = record(Kind.DECLARATION, "2023-09-10", "a", form="joint_statement", **day)
    both = record(Kind.DECLARATION, "2023-09-11", "b", form="joint_statement", level="strategic_partnership", **day)
    raised = record(Kind.DECLARATION, "2023-09-12", "c", form="other", level="strategic_partnership", **day)
    assert groups(facts(plain, raised)) == ["a", "c"]
    assert groups(facts(plain, both, raised)) == ["abc"]


def test_a_treaty_named_in_full_years_later_is_the_known_one() -> None:
    treaty = {"form": "treaty", "level": "alliance", "title": "Treaty on Allied Relations"}
    known = record(Kind.DECLARATION, "2022-12-23", "a", signed_on="2022-12-22", **treaty)
    later = record(Kind.DECLARATION, "2025-04-01", "b", **treaty)
    vague = record(Kind.DECLARATION, "2025-09-01", "c", form="treaty", level="alliance")
    before = record(Kind.DECLARATION, "2020-04-01", "d", **treaty)
    assert groups(facts(known, later, vague, before)) == ["ab", "c", "d"]


STAY = {"kind": "official", "city": "Astana"}


@pytest.mark.parametrize(
    ("dateline", "said", "status", "joined"),
    [
        ((4, 20), "2024-04-18", "done", True),
        ((4, 15), "2024-04-18", "done", True),  # a text dates an event by its own day
        ((4, 10), "2024-04-18", "done", False),
        ((5, 30), "2024-04-18", "done", True),
        ((12, 11), "2024-04-18", "done", False),
        ((1, 3), "2023-12-30", "done", True),
        ((2, 29), "2023-02-27", "done", True),
        ((12, 11), "2024-04", "done", False),
        ((4, 2), "2024-04", "done", True),
        ((12, 11), "2024", "done", True),
        ((4, 15), "2024-04-18", "planned", True),
        ((4, 25), "2024-04-18", "planned", False),
    ],
)
def test_a_dateline_without_a_year_keeps_a_text_from_events_of_other_seasons(
    dateline: tuple[int, int], said: str, status: str, *, joined: bool
) -> None:
    known = record(Kind.VISIT, "2024-12-31", "a", started_on=said, status=status, **STAY)
    undated = record(Kind.VISIT, None, "b", dateline=dateline, status=status, **STAY)
    assert groups(facts(known, undated)) == (["ab"] if joined else ["a", "b"])


def test_two_datelines_without_a_year_tell_one_event_only_if_they_are_near() -> None:
    april = record(Kind.VISIT, None, "a", dateline=(4, 20), **STAY)
    day_after = record(Kind.VISIT, None, "b", dateline=(4, 21), **STAY)
    june = record(Kind.VISIT, None, "c", dateline=(6, 2), **STAY)
    assert groups(facts(april, june)) == ["a", "c"]
    assert groups(facts(april, day_after)) == ["ab"]


def test_of_several_documents_that_may_be_meant_the_one_of_that_name_is() -> None:
    alliance = {"form": "treaty", "level": "alliance"}
    first = record(
        Kind.DECLARATION, "2003-12-26", "a", signed_on="2003-12-25", title="Treaty on Allied Relations", **alliance
    )
    second = record(
        Kind.DECLARATION, "2024-04-20", "b", signed_on="2024-04-19",
        title="Treaty on Deepening and Expanding Allied Relations", **alliance,
    )  # fmt: skip
    named = record(Kind.DECLARATION, None, "c", title="treaty on deepening and expanding allied relations", **alliance)
    vague = record(Kind.DECLARATION, None, "d", title="alliance treaty", **alliance)
    assert groups(facts(first, second, named)) == ["a", "bc"]
    assert groups(facts(first, second, vague)) == ["a", "b", "d"]
    again = record(Kind.DECLARATION, "2030-04-20", "e", signed_on="2030-04-19", title=second.claim.title, **alliance)  # type: ignore[union-attr]  # a declaration
    assert groups(facts(first, second, again, named)) == ["a", "b", "c", "e"]


def test_of_several_packages_that_may_be_meant_the_one_of_that_number_is() -> None:
    rough = record(
        Kind.AGREEMENT, "2024-04-18", "a", form="package", count=10, qualifier="over", signed_on="2024-04-16"
    )
    exact = record(Kind.AGREEMENT, "2024-04-19", "b", form="package", count=14, signed_on="2024-04-18")
    undated = record(Kind.AGREEMENT, None, "c", form="package", count=14)
    assert groups(facts(rough, exact, undated)) == ["a", "bc"]


def test_the_same_said_twice_in_one_text_is_one() -> None:
    told = [record(Kind.VISIT, "2024-04-30", "a", n, started_on="2024-04-11") for n in (1, 2)]
    assert groups(facts(*told)) == ["aa"]


def test_members_are_linked_to_the_package_of_their_day() -> None:
    package = record(Kind.AGREEMENT, "2024-04-19", "a", 1, form="package", count=14, signed_on="2024-04-18")
    member = record(Kind.AGREEMENT, "2024-04-20", "b", 1, title="agreement on tourism", signed_on="2024-04-18")
    other = record(Kind.AGREEMENT, "2024-04-20", "c", 1, title="agreement on customs", signed_on="2021-01-05")
    found = {f.claim.title: f for f in facts(package, member, other)}  # type: ignore[union-attr]  # all are agreements
    assert found["agreement on tourism"].package == found[None].uid
    assert found["agreement on customs"].package is None
    assert found[None].package is None
