"""The reference tables in the database: loaded once, kept in step, never doubled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from servers import Server
from sqlalchemy import Connection, Engine, text

from relations_db.errors import ReferenceDataError
from relations_db.store.engine import make_engine
from relations_db.store.reference import content_digest, load_reference
from relations_db.vocabulary import (
    City,
    CodeLabel,
    Country,
    CountryName,
    LeaderName,
    Level,
    Office,
    Sector,
    Tenure,
    Vocabulary,
    load_vocabulary,
)

NOTHING = dict.fromkeys(
    ("seats", "masks", "blocs", "country_classes", "titles", "honorifics", "sector_words", "currencies", "orders"), ()
)
SMALL = Vocabulary(
    countries=(
        Country("KAZ", "Kazakhstan", "Republic of Kazakhstan", "KZ", "398", "705", "705", "1991-12-16", "", "Asia"),
        Country("SUN", "Soviet Union", "", "", "", "", "", "1922", "1991-12-26", ""),
    ),
    country_names=(
        CountryName("Kazakh", "KAZ", "adjective", ""),
        CountryName("Soviet", "SUN", "adjective", "yes"),
        CountryName("Soviet", "SUN", "adjective", "yes"),
    ),
    cities=(
        City("Nur-Sultan", "Astana", "KAZ", "capital", "1997-12", ""),
        City("Almaty", "Almaty", "KAZ", "city", "", ""),
    ),
    offices=(Office("head_of_state", "1", "Head of state", "d"),),
    sectors=(Sector("trade", "Trade", "d"),),
    levels=(Level("alliance", "7", "Alliance", "d"),),
    codes=(
        CodeLabel("visit_kinds", "state", "State visit", "d"),
        CodeLabel("milestone_kinds", "border", "Border", "d"),
    ),
    tenures=(
        Tenure("kaz-n", "Nursultan Nazarbayev", "Nazarbayev", "KAZ", "head_of_state", "1991-12-16", "1999-01"),
        Tenure("kaz-n", "Nursultan Nazarbayev", "Nazarbayev", "KAZ", "head_of_state", "1999-01-20", "2019-03-20"),
        Tenure("kaz-t", "Kassym-Jomart Tokayev", "Tokayev", "KAZ", "head_of_state", "2019-03-20", ""),
    ),
    leader_names=(LeaderName("kaz-t", "Qasym-Jomart Toqaev"), LeaderName("kaz-t", "Қасым-Жомарт Тоқаев")),
    **NOTHING,  # type: ignore[arg-type]
)

TABLES = {
    "offices": "code, rank, label, definition",
    "relationship_levels": "code, rank, label, definition",
    "sectors": "code",
    "visit_kinds": "code, label",
    "milestone_kinds": "code",
    "declaration_forms": "code",
    "countries": "code, name, alpha2, numeric_code, cow, relations.date_text(valid_from_on, valid_from_precision),"
    " relations.date_text(valid_to_on, valid_to_precision)",
    "country_names": "country, name, kind, ambiguous",
    "cities": "name, city, role, relations.date_text(valid_from_on, valid_from_precision)",
    "leaders": "key, name, short_name, country, origin",
    "leader_names": "(SELECT key FROM relations.leaders WHERE id = leader_id), name, folded, origin",
    "tenures": "(SELECT key FROM relations.leaders WHERE id = leader_id), lower(held), upper(held), start_precision, end_precision",
}
HELD = {
    "offices": [("head_of_state", 1, "Head of state", "d")],
    "relationship_levels": [("alliance", 7, "Alliance", "d")],
    "sectors": [("trade",)],
    "visit_kinds": [("state", "State visit")],
    "milestone_kinds": [("border",)],
    "declaration_forms": [],
    "countries": [
        ("KAZ", "Kazakhstan", "KZ", "398", 705, "1991-12-16", None),
        ("SUN", "Soviet Union", None, None, None, "1922", "1991-12-26"),
    ],
    "country_names": [("KAZ", "Kazakh", "adjective", False), ("SUN", "Soviet", "adjective", True)],
    "cities": [("Almaty", "Almaty", "city", None), ("Nur-Sultan", "Astana", "capital", "1997-12")],
    "leaders": [
        ("kaz-n", "Nursultan Nazarbayev", "Nazarbayev", "KAZ", "reference"),
        ("kaz-t", "Kassym-Jomart Tokayev", "Tokayev", "KAZ", "reference"),
    ],
    "leader_names": [
        ("kaz-n", "Nursultan Nazarbayev", "nursultan nazarbayev", "reference"),
        ("kaz-t", "Kassym-Jomart Tokayev", "kassym-jomart tokayev", "reference"),
        ("kaz-t", "Qasym-Jomart Toqaev", "qasym-jomart toqaev", "reference"),
        ("kaz-t", "Қасым-Жомарт Тоқаев", "қасым-жомарт тоқаев", "reference"),
    ],
    "tenures": [
        # "to January 1999" ends the day before the next term begins
        ("kaz-n", date(1991, 12, 16), date(1999, 1, 20), "day", "month"),
        ("kaz-n", date(1999, 1, 20), date(2019, 3, 21), "day", "day"),
        ("kaz-t", date(2019, 3, 20), None, "day", None),
    ],
}


def held(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: sorted(
            (tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM relations.{table}"))), key=repr
        )
        for table, columns in TABLES.items()
    }


@pytest.fixture(scope="module", params=["embedded", "external"])
def small(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A database that holds the small vocabulary."""
    server: Server = request.getfixturevalue(f"{request.param}_server")
    name = server.create(server.template)
    engine = make_engine(server.url(name))
    with engine.begin() as connection:
        load_reference(connection, SMALL)
    yield engine
    engine.dispose()
    server.drop(name)


@pytest.fixture
def connection(small: Engine) -> Iterator[Connection]:
    """An open transaction; what a test does in it is rolled back."""
    with small.connect() as opened:
        yield opened


def test_the_whole_vocabulary_gives_way_to_another(connection: Connection) -> None:
    assert held(connection) == HELD


def test_loading_again_is_one_query(connection: Connection) -> None:
    assert load_reference(connection, SMALL) == {}
    assert held(connection) == HELD


def test_counts(connection: Connection) -> None:
    assert load_reference(connection, replace(SMALL, sectors=())) == {
        **{table: len(rows) for table, rows in HELD.items()},
        "sectors": 0,
        "agreement_forms": 0,
    }


def test_changes_go_in_place(connection: Connection) -> None:
    ids = text("SELECT key, id FROM relations.leaders ORDER BY key")
    before = connection.execute(ids).all()
    changed = replace(SMALL, levels=(Level("alliance", "8", "Alliance", "new"),), leader_names=())
    load_reference(connection, changed)
    assert connection.execute(ids).all() == before
    now = held(connection)
    assert now["relationship_levels"] == [("alliance", 8, "Alliance", "new")]
    assert now["leader_names"] == HELD["leader_names"][:2]


def test_two_levels_may_change_places(connection: Connection) -> None:
    two = (Level("alliance", "7", "Alliance", "d"), Level("partnership", "2", "Partnership", "d"))
    load_reference(connection, replace(SMALL, levels=two))
    swapped = (replace(two[0], rank="2"), replace(two[1], rank="7"))
    load_reference(connection, replace(SMALL, levels=swapped))
    assert held(connection)["relationship_levels"] == [
        ("alliance", 2, "Alliance", "d"),
        ("partnership", 7, "Partnership", "d"),
    ]


def test_two_states_may_change_names(connection: Connection) -> None:
    one, other = SMALL.countries
    load_reference(connection, replace(SMALL, countries=(replace(one, name=other.name), replace(other, name=one.name))))
    assert [row[:2] for row in held(connection)["countries"]] == [("KAZ", "Soviet Union"), ("SUN", "Kazakhstan")]


def test_what_facts_refer_to_stays(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO relations.facts (id, uid, kind, block) OVERRIDING SYSTEM VALUE VALUES (1, 'ldr-0000001', 'leaders', 'b');"
            "INSERT INTO relations.fact_parties VALUES (1, 'KAZ');"
            "INSERT INTO relations.cited_offices (fact_id, leader_id, country, office)"
            " SELECT 1, id, 'KAZ', 'head_of_state' FROM relations.leaders WHERE key = 'kaz-n'"
        )
    )
    load_reference(
        connection, replace(SMALL, tenures=(), leader_names=(), country_names=(), cities=(), countries=(), offices=())
    )
    now = held(connection)
    assert now["leaders"] == [("kaz-n", "Nursultan Nazarbayev", "Nazarbayev", "KAZ", "text")]
    assert [row[0] for row in now["countries"]] == ["KAZ", "SUN"]
    assert [row[0] for row in now["offices"]] == ["head_of_state"]
    assert (now["tenures"], now["leader_names"], now["cities"]) == ([], [], [])


def test_a_leader_found_in_text_becomes_a_known_one(connection: Connection) -> None:
    connection.execute(text("UPDATE relations.leaders SET origin = 'text', name = 'K. Tokayev' WHERE key = 'kaz-t'"))
    load_reference(connection, replace(SMALL, sectors=()))
    assert held(connection)["leaders"] == HELD["leaders"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"cities": (City("X", "X", "XXX", "city", "", ""),)}, r"contradict each other: .*\(country\)=\(XXX\) is not present"),
        ({"leader_names": (LeaderName("nobody", "N"),)}, r"^leader_names: no terms of office are listed for nobody$"),
        ({"tenures": (replace(SMALL.tenures[0], start="soon"),)}, r"a value that cannot be read: not a date .* 'soon'"),
        ({"tenures": (replace(SMALL.tenures[0], end="1990"),)}, r"^tenures: a term of kaz-n as head_of_state ends before it"),
        ({"tenures": (SMALL.tenures[0], SMALL.tenures[0])}, r"^tenures: a term of kaz-n as head_of_state ends before it"),
        ({"levels": (*SMALL.levels, Level("pact", "7", "Pact", "d"))}, r"contradict each other: .*uq_relationship_levels_rank"),
    ],
)  # fmt: skip
def test_contradictions_are_named(connection: Connection, change: dict[str, object], message: str) -> None:
    with pytest.raises(ReferenceDataError, match=message):
        load_reference(connection, replace(SMALL, **change))  # type: ignore[arg-type]


def test_the_digest_sees_every_table() -> None:
    seen = {content_digest(SMALL)}
    for table in (
        "countries",
        "country_names",
        "cities",
        "offices",
        "levels",
        "sectors",
        "codes",
        "tenures",
        "leader_names",
    ):
        seen.add(content_digest(replace(SMALL, **{table: getattr(SMALL, table)[1:]})))
    assert len(seen) == 10


def test_the_projects_own_tables_load(embedded_db: Engine) -> None:
    vocabulary = load_vocabulary()
    with embedded_db.connect() as connection:
        assert load_reference(connection, vocabulary) == {}
        assert connection.scalar(text("SELECT count(*) FROM relations.countries")) == len(vocabulary.countries)
        assert connection.scalar(text("SELECT count(*) FROM relations.tenures")) == len(vocabulary.tenures)
