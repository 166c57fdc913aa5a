"""The word tables: titles and offices, sectors, levels, code labels, orders, words of address."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from relations_db.values import Qualifier, Status
from relations_db.vocabulary import (
    CodeLabel,
    Country,
    Honorific,
    Level,
    Office,
    Sector,
    SectorWord,
    StateOrder,
    Table,
    Title,
    read_table,
)

FOLDER = Path(__file__).parent.parent / "fixtures" / "reference"
TABLES = [CodeLabel, Honorific, Level, Office, Sector, SectorWord, StateOrder, Title]
OFFICES = "head_of_state head_of_government foreign_minister deputy_head_of_government minister speaker envoy other"
SECTORS = (
    "trade investment finance customs industry mining energy nuclear transport aviation space construction agriculture "
    "water environment emergencies defence security justice migration labour social health education science "
    "technology communications media culture tourism sport youth regional diplomacy archives"
)


@cache
def countries() -> frozenset[str]:
    return frozenset(row.code for row in read_table(Country, FOLDER))


@cache
def readings() -> dict[str, dict[str, str]]:
    """Phrase -> state ("" for all others) -> office."""
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read_table(Title, FOLDER):
        for state in row.countries.split() or [""]:
            assert state not in table[row.phrase], f"{row.phrase} has two readings in {state or 'general'}"
            table[row.phrase][state] = row.office
    return table


def office_of(phrase: str, state: str = "") -> str | None:
    found = readings().get(phrase, {})
    return found.get(state, found.get(""))


@cache
def sector_words() -> dict[str, set[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for row in read_table(SectorWord, FOLDER):
        table[row.phrase].add(row.sector)
    return table


# ------------------------------------------------------------------ form
@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.table)
def test_table_loads_and_has_no_row_twice(table: type[Table]) -> None:
    rows = read_table(table, FOLDER)
    assert rows
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("table", [Title, SectorWord], ids=lambda t: t.table)
def test_phrases_are_lower_case_words_parted_by_one_blank(table: type[Title] | type[SectorWord]) -> None:
    phrases = [row.phrase for row in read_table(table, FOLDER)]
    assert [p for p in phrases if p != " ".join(p.lower().split()) or not p] == []


def test_titles_do_not_begin_with_words_that_are_taken_off_before_the_look_up() -> None:
    taken_off = re.compile(r"(a|the|and|of|former|ex|acting|then)\b(?!-officio)[ -]")
    assert [p for p in readings() if taken_off.match(p)] == []


def test_each_title_means_an_office_or_none() -> None:
    assert {row.office for row in read_table(Title, FOLDER)} == {*OFFICES.split(), "none"}


def test_a_row_with_states_says_another_office_or_whose_the_title_is() -> None:
    same = [
        (phrase, state)
        for phrase, by_state in readings().items()
        for state, office in by_state.items()
        if state and by_state.get("") == office
    ]
    deputies = ("assistant", "deputy", "under")
    assert sorted(same) == [(f"{which} secretary of state", "USA") for which in deputies]


def test_states_of_titles_and_orders_are_known() -> None:
    named = {state for row in read_table(Title, FOLDER) for state in row.countries.split()}
    named |= {row.country for row in read_table(StateOrder, FOLDER)}
    assert named - countries() == set()


def test_sector_words_name_sectors_and_a_mask_names_nothing_else() -> None:
    assert {sector for found in sector_words().values() for sector in found} == {*SECTORS.split(), "none"}
    assert [phrase for phrase, found in sector_words().items() if "none" in found and len(found) > 1] == []


def _parts(phrase: str) -> set[str]:
    """The runs of whole words of a phrase, itself left out."""
    words = re.split(r"(\W+)", phrase)
    runs = {"".join(words[i:j]) for i in range(0, len(words), 2) for j in range(i + 1, len(words) + 1, 2)}
    return runs - {phrase}


def test_each_mask_hides_a_shorter_sector_word() -> None:
    naming = {phrase for phrase, found in sector_words().items() if "none" not in found}
    masks = [phrase for phrase, found in sector_words().items() if "none" in found]
    assert [mask for mask in masks if not _parts(mask) & naming] == []


# ------------------------------------------------------------------ offices and levels
def test_offices_stand_in_the_order_of_precedence() -> None:
    assert [(row.code, row.rank) for row in read_table(Office, FOLDER)] == [
        (code, str(rank)) for rank, code in enumerate(OFFICES.split(), start=1)
    ]


def test_levels_rise_from_friendship_to_alliance() -> None:
    assert [(row.code, row.rank) for row in read_table(Level, FOLDER)] == [
        ("friendship", "1"),
        ("partnership", "2"),
        ("comprehensive_partnership", "3"),
        ("strategic_partnership", "4"),
        ("enhanced_strategic_partnership", "5"),
        ("comprehensive_strategic_partnership", "6"),
        ("alliance", "7"),
    ]


def test_sectors_are_those_of_the_codebook() -> None:
    assert [row.code for row in read_table(Sector, FOLDER)] == SECTORS.split()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("visit_kinds", "state official working private summit transit unspecified"),
        (
            "declaration_forms",
            "joint_declaration declaration joint_statement communique treaty agreement memorandum other",
        ),
        ("agreement_forms", "agreement memorandum protocol roadmap programme treaty contract package other"),
        (
            "milestone_kinds",
            "recognition relations_established embassy_opened council_established anniversary_marked award visa_regime "
            "border other",
        ),
        ("statuses", " ".join(Status)),
        ("qualifiers", " ".join(Qualifier)),
        ("measures", "turnover exports investment"),
    ],
)
def test_code_list(name: str, codes: str) -> None:
    assert [row.code for row in read_table(CodeLabel, FOLDER) if row.list == name] == codes.split()


def test_there_is_no_other_code_list() -> None:
    assert len({row.list for row in read_table(CodeLabel, FOLDER)}) == 7


@pytest.mark.parametrize("table", [Office, Level, Sector, CodeLabel], ids=lambda t: t.table)
def test_codes_have_a_label_and_a_sentence(table: type[Office] | type[Level] | type[Sector] | type[CodeLabel]) -> None:
    rows = read_table(table, FOLDER)
    assert [r.code for r in rows if not r.label[:1].isupper() or not re.fullmatch(r"[A-Z].+\.", r.definition)] == []
    assert [r.code for r in rows if not re.fullmatch(r"[a-z]+(_[a-z]+)*", r.code)] == []


# ------------------------------------------------------------------ titles
@pytest.mark.parametrize(
    ("phrase", "state", "office"),
    [
        ("president", "KAZ", "head_of_state"),
        ("state president", "VNM", "head_of_state"),
        ("federal president", "DEU", "head_of_state"),
        ("party general secretary and state president", "VNM", "head_of_state"),
        ("king and prime minister", "SAU", "head_of_state"),
        ("president and prime minister", "KWT", "head_of_state"),
        ("chairman of the presidency", "BIH", "head_of_state"),
        ("supreme leader", "IRN", "head_of_state"),
        ("governor-general", "AUS", "head_of_state"),
        ("sultan", "OMN", "head_of_state"),
        ("sultan", "ARE", "none"),
        ("emir", "QAT", "head_of_state"),
        ("emir", "NGA", "none"),
        ("queen", "GBR", "head_of_state"),
        ("queen", "JOR", "other"),
        ("prince", "LIE", "head_of_state"),
        ("prince", "SAU", "other"),
        ("president of the federal council", "CHE", "head_of_state"),
        ("president of the federal council", "AUT", "speaker"),
        ("pm", "BGD", "head_of_government"),
        ("premier of the state council", "CHN", "head_of_government"),
        ("chancellor", "DEU", "head_of_government"),
        ("chancellor", "AUT", "head_of_government"),
        ("chancellor", "GBR", "minister"),
        ("chancellor", "PER", "foreign_minister"),
        ("chancellor", "KAZ", None),
        ("taoiseach", "IRL", "head_of_government"),
        ("president of the government", "ESP", "head_of_government"),
        ("chairman of the cabinet of ministers", "KGZ", "head_of_government"),
        ("chief adviser", "BGD", "head_of_government"),
        ("chief adviser", "LKA", "other"),
        ("minister of state", "MCO", "head_of_government"),
        ("minister of state", "IND", "minister"),
        ("state counsellor", "MMR", "head_of_government"),
        ("state counsellor", "KAZ", "other"),
        ("crown prince and prime minister", "SAU", "head_of_government"),
        ("prime minister and foreign minister", "QAT", "head_of_government"),
        ("first deputy prime minister", "RUS", "deputy_head_of_government"),
        ("vice-chancellor", "DEU", "deputy_head_of_government"),
        ("vice-chancellor", "IND", "none"),
        ("deputy chairman of the cabinet of ministers", "TKM", "deputy_head_of_government"),
        ("deputy prime minister and minister of foreign affairs", "KAZ", "foreign_minister"),
        ("deputy prime minister - minister of foreign affairs", "KAZ", "foreign_minister"),
        ("foreign minister and deputy prime minister", "PAK", "foreign_minister"),
        ("vice president and foreign minister", "BGR", "foreign_minister"),
        ("minister for europe and foreign affairs", "FRA", "foreign_minister"),
        ("minister of external relations", "BRA", "foreign_minister"),
        ("external affairs minister", "IND", "foreign_minister"),
        ("secretary of state", "USA", "foreign_minister"),
        ("secretary of state", "KAZ", "other"),
        ("secretary of state for defence", "GBR", "minister"),
        ("secretary of state for defence", "PRT", "other"),
        ("foreign secretary", "GBR", "foreign_minister"),
        ("foreign secretary", "PHL", "foreign_minister"),
        ("foreign secretary", "IND", "other"),
        ("foreign secretary", "NPL", "other"),
        ("top diplomat", "CHN", "foreign_minister"),
    ],
)
def test_title_of_a_leader(phrase: str, state: str, office: str | None) -> None:
    assert office_of(phrase, state) == office


@pytest.mark.parametrize(
    ("phrase", "state", "office"),
    [
        ("minister of trade and integration", "KAZ", "minister"),
        ("defence minister", "ITA", "minister"),
        ("minister of the interior", "FRA", "minister"),
        ("minister for foreign trade", "FIN", "minister"),
        ("defense secretary", "USA", "minister"),
        ("defence secretary", "GBR", "minister"),
        ("defence secretary", "PAK", "other"),
        ("energy secretary", "NPL", "other"),
        ("secretary of energy", "MEX", "minister"),
        ("cabinet secretary", "KEN", "minister"),
        ("cabinet secretary", "IDN", "other"),
        ("deputy minister of energy", "KAZ", "other"),
        ("deputy foreign minister", "RUS", "other"),
        ("vice minister of foreign affairs", "CHN", "other"),
        ("chairman of the senate", "KAZ", "speaker"),
        ("president of the national assembly", "VNM", "speaker"),
        ("chairman of the standing committee of the national people's congress", "CHN", "speaker"),
        ("deputy chairman of the senate", "KAZ", "other"),
        ("ambassador extraordinary and plenipotentiary", "UZB", "envoy"),
        ("chargé d’affaires", "USA", "envoy"),
        ("high commissioner", "AUS", "envoy"),
        ("president's special envoy", "KOR", "envoy"),
        ("vice-president", "TUR", "other"),
        ("deputy president", "KEN", "other"),
        ("crown prince", "MAR", "other"),
        ("first lady", "FRA", "other"),
        ("general secretary", "VNM", "other"),
        ("secretary of the security council", "RUS", "other"),
        ("chairman of the people's council", "TKM", "other"),
        ("president-elect", "USA", "other"),
        ("central bank governor", "TUR", "other"),
    ],
)
def test_title_of_an_official(phrase: str, state: str, office: str) -> None:
    assert office_of(phrase, state) == office


BELOW_OR_OUTSIDE_THE_STATE = (
    "governor; mayor; akim; first minister; chief minister; premier of ontario; "
    "chief executive of hong kong; kremlin spokesman; professor; president and ceo; "
    "chairman of the board; general; secretary-general; un secretary-general; nato chief; "
    "european commission president; president of the european council; world bank president; "
    "un special envoy; president of the un general assembly; goodwill ambassador; opposition leader; "
    "senior vice president; member of parliament; minister-counsellor"
)


@pytest.mark.parametrize("phrase", BELOW_OR_OUTSIDE_THE_STATE.split("; "))
def test_title_below_or_outside_the_state_is_none(phrase: str) -> None:
    assert office_of(phrase) == "none"


@pytest.mark.parametrize(
    "phrase",
    [
        "head",
        "minister of",
        "state",
        "official",
        "side",
        "delegation",
        "kazakhstan",
        "moon",
        "p.m.",
        "may",
        "king charles",
    ],
)
def test_words_that_are_no_title(phrase: str) -> None:
    assert phrase not in readings()


# ------------------------------------------------------------------ sectors
@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("trade and economic", "trade"),
        ("agricultural trade", "agriculture trade"),
        ("nuclear energy", "nuclear"),
        ("construction of a nuclear power plant", "nuclear"),
        ("energy security", "energy"),
        ("food security", "agriculture"),
        ("cyber security", "security"),
        ("science and technology", "science technology"),
        ("scientific and technical", "science"),
        ("oil and gas pipeline", "energy"),
        ("trade in electricity", "energy trade"),
        ("military-technical cooperation", "defence"),
        ("avoidance of double taxation", "finance"),
        ("free economic zones", "investment"),
        ("green corridor", "customs"),
        ("rare earths", "mining"),
        ("hydropower plant", "energy"),
        ("transboundary rivers", "water"),
        ("direct flights", "aviation"),
        ("satellite", "space"),
        ("satellite internet", "communications"),
        ("visa-free", "diplomacy"),
        ("sister cities", "regional"),
        ("transfer of sentenced persons", "justice"),
        ("labour migration", "labour migration"),
        ("youth and sports", "sport youth"),
        ("archives", "archives"),
        ("joint crediting mechanism", "environment"),
        ("road map", "none"),
        ("economic corridor", "none"),
        ("press conference", "none"),
        ("belt and road", "none"),
        ("power of attorney", "none"),
    ],
)
def test_sectors_of_a_phrase(phrase: str, sectors: str) -> None:
    assert sector_words()[phrase] == set(sectors.split())


@pytest.mark.parametrize(
    "phrase", ["it", "economy", "economic", "politics", "humanitarian", "connectivity", "moon", "news"]
)
def test_words_that_name_no_sector(phrase: str) -> None:
    assert phrase not in sector_words()


# ------------------------------------------------------------------ orders and words of address
@pytest.mark.parametrize(
    ("name", "givers"),
    [
        ("Order of Friendship", {"ARM", "AZE", "KAZ", "KGZ", "RUS", "TJK", "UZB", "VNM"}),
        ("Order of Imam Bukhari", {"UZB"}),
        ("Golden Eagle Order", {"KAZ"}),
        ("Order of Manas", {"KGZ"}),
        ("Legion of Honour", {"FRA"}),
        ("Order of the White Lion", {"CZE"}),
        ("Nishan-e-Pakistan", {"PAK"}),
    ],
)
def test_givers_of_an_order(name: str, givers: set[str]) -> None:
    assert {row.country for row in read_table(StateOrder, FOLDER) if row.name == name} == givers


@pytest.mark.parametrize(
    "name", ["Heydar Aliyev", "José Martí", "Golden Eagle", "Temasek", "Mount Kilimanjaro", "Lenin"]
)
def test_persons_animals_and_places_are_no_orders(name: str) -> None:
    assert name not in {row.name for row in read_table(StateOrder, FOLDER)}


def test_words_of_address_leave_names_alone() -> None:
    words = {row.word for row in read_table(Honorific, FOLDER)}
    assert {"Mr", "Mr.", "H.E.", "His Excellency", "Sheikh", "Dr.", "Lt Gen", "Samdech Techo"} <= words
    assert words & {"Nana", "Don", "Moulay", "Khawaja", "Prince", "Al", "El", "bin", "Jr"} == set()
