"""The check of the reference tables: it finds each planted error and leaves clean tables alone."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.reference_check import Accepted, Window, check_vocabulary
from relations_db.vocabulary import (
    Bloc,
    City,
    Country,
    CountryClass,
    CountryName,
    Currency,
    LeaderName,
    Mask,
    Office,
    Seat,
    Sector,
    SectorWord,
    Tenure,
    Title,
    Vocabulary,
)

VELD = Country("VEL", "Veld", "Republic of Veld", "VE", "901", "", "", "1950-01-01", "", "Europe")
LORN = Country("LOR", "Lorn", "Kingdom of Lorn", "LO", "902", "7", "7", "", "", "Asia")
GONE_STATE = Country("OLD", "Oldland", "Union of Oldland", "", "", "", "", "", "1980-06-30", "Europe")
NAMES = (
    CountryName("Veld", "VEL", "name", ""),
    CountryName("Republic of Veld", "VEL", "official", ""),
    CountryName("Lorn", "LOR", "name", ""),
    CountryName("Kingdom of Lorn", "LOR", "official", ""),
    CountryName("Oldland", "OLD", "name", ""),
    CountryName("Union of Oldland", "OLD", "official", ""),
)
CITIES = (City("Marsk", "Marsk", "VEL", "capital", "", ""), City("Tarn", "Tarn", "LOR", "capital", "", ""))
ORIN = Tenure("vel-orin-ada", "Ada Orin", "Orin", "VEL", "head_of_state", "2001-05-01", "2009-05-01")
EMPTY: dict[str, Any] = {f.name: () for f in fields(Vocabulary)}
CLEAN = Vocabulary(
    **EMPTY
    | {
        "countries": (VELD, LORN, GONE_STATE),
        "country_names": NAMES,
        "cities": CITIES,
        "offices": (Office("head_of_state", "1", "Head of state", ""), Office("minister", "5", "Minister", "")),
        "sectors": (Sector("trade", "Trade", ""),),
        "tenures": (ORIN,),
    }
)


def problems(**tables: Any) -> list[str]:
    """What the check says of the clean tables with these rows added."""
    return check_vocabulary(replace(CLEAN, **{k: (*getattr(CLEAN, k), *rows) for k, rows in tables.items()}), ())


def test_clean_tables_have_no_problem() -> None:
    assert check_vocabulary(CLEAN, ()) == []


@pytest.mark.parametrize(
    ("table", "rows", "lines"),
    [
        # shapes
        (
            "currencies",
            [Currency("crown", "Crn", "after", "")],
            ["currencies: crown,Crn,after: code 'Crn' is not three capitals"],
        ),
        (
            "currencies",
            [Currency("crown", "CRN", "behind", "")],
            ["currencies: crown,CRN,behind: position 'behind' is none of before, after, both"],
        ),
        ("blocs", [Bloc("Sea  Union", "SU")], ["blocs: Sea  Union,SU: name 'Sea  Union' has blanks too many"]),
        ("blocs", [Bloc("", "US")], ["blocs: ,US: name '' is empty"]),
        (
            "masks",
            [Mask("Veld War", "battle")],
            [
                "masks: Veld War,battle: kind 'battle' is none of sea, region, war, firm, media, document, faith, "
                "territory, airport, food, other"
            ],
        ),
        (
            "tenures",
            [replace(ORIN, leader="vel_tal", start="2010-01-01", end="")],
            [
                "tenures: vel_tal,Ada Orin,Orin: leader 'vel_tal' is not a state's code and the name in small letters",
            ],
        ),
        # dates
        (
            "tenures",
            [replace(ORIN, office="minister", start="2001-13", end="")],
            ["tenures: vel-orin-ada,Ada Orin,Orin: a date is not YYYY, YYYY-MM or YYYY-MM-DD: '2001-13' and ''"],
        ),
        (
            "tenures",
            [replace(ORIN, office="minister", start="2001-05", end="2001-04-30")],
            ["tenures: vel-orin-ada,Ada Orin,Orin: ends on 2001-04-30, before it starts on 2001-05"],
        ),
        ("tenures", [replace(ORIN, office="minister", start="2001-05", end="2001")], []),
        # keys
        ("countries", [VELD], ["countries: VEL: 2 rows with this code"]),
        ("country_names", [NAMES[0]], ["country_names: Veld,VEL: 2 rows with this name and country"]),
        ("offices", [Office("speaker", "5", "Speaker", "")], ["offices: rank 5 is given 2 times"]),
        # references
        ("seats", [Seat("Grey House", "XYZ", "Marsk")], [
            "seats: Grey House,XYZ,Marsk: no state XYZ in countries",
            "seats: Grey House: Marsk (XYZ) is no city in cities",
        ]),
        ("titles", [Title("thane", "thane", "VEL XYZ")], [
            "titles: thane,thane,VEL XYZ: no state XYZ in countries",
            "titles: thane,thane,VEL XYZ: no office 'thane' is defined",
        ]),
        ("titles", [Title("mayor", "none", "")], []),
        ("sector_words", [SectorWord("wool", "sheep")], ["sector_words: wool,sheep: no sector 'sheep' is defined"]),
        (
            "leader_names",
            [LeaderName("vel-tal-bo", "Bo Tal")],
            ["leader_names: vel-tal-bo,Bo Tal: no leader 'vel-tal-bo' is defined"],
        ),
        ("country_classes", [CountryClass("isle", "XYZ")], ["country_classes: isle,XYZ: no state XYZ in countries"]),
        # names
        (
            "country_names",
            [CountryName("Veldish", "VEL", "adjective", "yes"), CountryName("Veldish", "LOR", "adjective", "")],
            ["country_names: Veldish: stands for LOR, VEL and is not marked ambiguous"],
        ),
        (
            "country_names",
            [CountryName("Veldish", "VEL", "adjective", "yes"), CountryName("Veldish", "LOR", "adjective", "yes")],
            [],
        ),
        (
            "cities",
            [City("Lorn", "Lorn", "VEL", "city", "", "")],
            ["cities: Lorn: means VEL here and LOR in country_names"],
        ),
        ("cities", [City("Lorn", "Lorn", "LOR", "city", "", "")], []),
        ("masks", [Mask("Marsk", "other")], ["masks: Marsk: is in cities too"]),
        ("blocs", [Bloc("Veld", "VV")], ["blocs: Veld: is in country_names too"]),
        # places
        ("cities", [City("Marsk", "Marsk", "LOR", "city", "", "")], ["cities: Marsk: lies in VEL and LOR at one time"]),
        ("cities", [City("Marsk", "Marsk", "OLD", "city", "", "")], ["cities: Marsk: lies in VEL and OLD at one time"]),
        ("cities", [City("Marsk", "Marsk", "OLD", "city", "", "1950-01-15")], []),
        (
            "cities",
            [City("Brill", "Brill", "VEL", "capital", "", "")],
            ["cities: VEL: Marsk and Brill are both the capital"],
        ),
        ("cities", [City("Marsque", "Marsk", "VEL", "capital", "", "")], []),
        ("cities", [City("Brill", "Brill", "VEL", "capital", "1950", "1960")], []),
        ("seats", [Seat("Grey House", "VEL", "Brill")], ["seats: Grey House: Brill (VEL) is no city in cities"]),
        # readings
        (
            "currencies",
            [Currency("crown", "VEC", "after", ""), Currency("crown", "LOC", "after", "")],
            ["currencies: crown: means LOC, VEC in every other state"],
        ),
        ("currencies", [Currency("crown", "VEC", "after", ""), Currency("crown", "LOC", "after", "LOR")], []),
        (
            "titles",
            [Title("thane", "minister", "VEL LOR"), Title("thane", "head_of_state", "LOR")],
            ["titles: thane: means head_of_state, minister in LOR"],
        ),
        # leaders
        (
            "tenures",
            [replace(ORIN, name="Ada B. Orin", office="minister", start="1999", end="2000")],
            ["tenures: vel-orin-ada: has several values of name: Ada B. Orin, Ada Orin"],
        ),
        (
            "tenures",
            [replace(ORIN, country="LOR", office="minister", start="1999", end="2000")],
            ["tenures: vel-orin-ada: has several values of country: LOR, VEL"],
        ),
        ("tenures", [replace(ORIN, country="OLD", office="minister", start="1979", end="1980")], []),
        (
            "tenures",
            [replace(ORIN, leader="lor-tal-bo", office="minister")],
            ["tenures: lor-tal-bo: the id does not begin with the code of VEL"],
        ),
        (
            "tenures",
            [replace(ORIN, start="2009-04-01", end="2012")],
            ["tenures: vel-orin-ada: head_of_state since 2001-05-01 overlaps the term since 2009-04-01"],
        ),
        ("tenures", [replace(ORIN, start="2009", end="2012")], []),
        (
            "tenures",
            [replace(ORIN, leader="vel-tal-bo", start="2009-03-01", end="")],
            ["tenures: VEL: vel-orin-ada and vel-tal-bo are head of state at one time"],
        ),
        ("tenures", [replace(ORIN, leader="vel-tal-bo", start="2009-04-15", end="")], []),
        (
            "tenures",
            [replace(ORIN, office="minister", start="1940", end="1949-12-31")],
            ["tenures: vel-orin-ada: 1940 to 1949-12-31 is outside the time of VEL"],
        ),
        (
            "tenures",
            [replace(ORIN, leader="old-tal-bo", country="OLD", start="1981", end="")],
            ["tenures: old-tal-bo: 1981 to now is outside the time of OLD"],
        ),
    ],
)  # fmt: skip
def test_planted_errors_are_found(table: str, rows: list[Any], lines: list[str]) -> None:
    assert problems(**{table: rows}) == lines


def test_a_state_needs_its_names_and_a_capital() -> None:
    found = check_vocabulary(replace(CLEAN, country_names=NAMES[1:], cities=CITIES[1:]), ())
    assert found == ["countries: VEL: 'Veld' is missing in country_names", "cities: VEL: has no capital"]


@pytest.mark.parametrize(
    ("rows", "accepted"),
    [
        ({"cities": [City("Marsk", "Marsk", "LOR", "city", "", "")]}, Accepted("shared_city", "Marsk", "homonyms")),
        ({"tenures": [replace(ORIN, leader="vel-tal-bo")]}, Accepted("plural_head", "VEL", "two heads")),
        ({"tenures": [replace(ORIN, leader="vel-tal-bo")]}, Accepted("plural_head", "vel-tal-bo", "acting")),
        (
            {"tenures": [replace(ORIN, office="minister", start="1940", end="1945")]},
            Accepted("before_independence", "VEL", "self-rule"),
        ),
    ],
)
def test_accepted_cases_are_left_out(rows: dict[str, Any], accepted: Accepted) -> None:
    broken = replace(CLEAN, **{k: (*getattr(CLEAN, k), *v) for k, v in rows.items()})
    assert len(check_vocabulary(broken, ())) == 1
    assert check_vocabulary(broken, (accepted,)) == []


DATES = st.dates(date(1945, 1, 1), date(2030, 12, 31)).flatmap(
    lambda day: st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}", ""])
)


@given(DATES, DATES, DATES, DATES)
def test_windows_shrink_and_agree(one: str, two: str, three: str, four: str) -> None:
    first, second = Window.of(one, two), Window.of(three, four)
    assert first
    assert second
    assert first.outer[0] <= first.inner[0]
    assert first.inner[1] <= first.outer[1]
    assert first.within(second) == second.within(first)
    assert first.surely(second) == second.surely(first)
    assert first.within(second).inner[1] <= first.inner[1]


@pytest.mark.parametrize("text", ["1999-13", "1999-02-30", "99", "1999-1-1", "May 1999", "1999/05", " 1999"])
def test_other_forms_of_dates_are_no_window(text: str) -> None:
    assert Window.of(text, "") is None
    assert Window.of("", text) is None


def test_an_open_window_has_no_edge() -> None:
    window = Window.of("", "")
    assert window
    assert window.surely(window) > timedelta(days=365 * 9000)
