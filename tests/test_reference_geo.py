"""The shipped tables of states, names, places, blocs and money."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import fields

import pytest

from relations_db.reference_check import check_vocabulary
from relations_db.vocabulary import Vocabulary, load_vocabulary

MINE = ("countries", "country_names", "cities", "seats", "masks", "blocs", "country_classes", "currencies")

_MEMBERS = (
    "AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA "
    "CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH "
    "FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA "
    "JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX "
    "MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG "
    "POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD "
    "TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE"
)
UN_MEMBERS = frozenset(_MEMBERS.split())
OTHERS = frozenset({"VAT", "PSE", "XKX", "TWN", "HKG", "COK", "NIU"})
GONE = frozenset({"CSK", "DDR", "SCG", "SUN", "VDR", "YMD", "YUG"})


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    return load_vocabulary()


def test_shipped_tables_have_no_problem(shipped: Vocabulary) -> None:
    assert [line for line in check_vocabulary(shipped) if line.startswith(MINE)] == []


def test_states_are_complete(shipped: Vocabulary) -> None:
    assert len(UN_MEMBERS) == 193
    assert {c.code for c in shipped.countries if not c.valid_to} == UN_MEMBERS | OTHERS
    assert {c.code for c in shipped.countries if c.valid_to} == GONE


def test_each_state_can_be_named(shipped: Vocabulary) -> None:
    kinds = defaultdict(set)
    for name in shipped.country_names:
        kinds[name.country].add(name.kind)
    assert {c for c, k in kinds.items() if "name" not in k} == set()
    # "Vatican" and "Serbia and Montenegro" serve as their own adjectives.
    assert {c for c, k in kinds.items() if "adjective" not in k} == {"VAT", "SCG"}


@pytest.mark.parametrize(
    ("name", "states", "ambiguous"),
    [
        ("Kazakhstan", ["KAZ"], False),
        ("Republic of Kazakhstan", ["KAZ"], False),
        ("Kazakhstani", ["KAZ"], False),
        ("Kazakhs", ["KAZ"], False),
        ("U.A.E.", ["ARE"], False),
        ("Emirati", ["ARE"], False),
        ("People’s Republic of China", ["CHN"], False),
        ("Republic of China", ["TWN"], False),
        ("Republic of Korea", ["KOR"], False),
        ("DPRK", ["PRK"], False),
        ("Korea", ["KOR", "PRK"], True),
        ("Korean", ["KOR", "PRK"], True),
        ("Congo", ["COD", "COG"], True),
        ("Democratic Republic of the Congo", ["COD"], False),
        ("Republic of the Congo", ["COG"], False),
        ("Dominican", ["DOM", "DMA"], True),
        ("Dominican Republic", ["DOM"], False),
        ("Georgia", ["GEO"], True),
        ("Jordan", ["JOR"], True),
        ("Chad", ["TCD"], True),
        ("Guinea", ["GIN"], True),
        ("Guinea-Bissau", ["GNB"], False),
        ("Papua New Guinea", ["PNG"], False),
        ("SA", ["ZAF", "SAU"], True),
        ("Turkey", ["TUR"], False),
        ("Türkiye", ["TUR"], False),
        ("Turkiye", ["TUR"], False),
        ("Cote d'Ivoire", ["CIV"], False),
        ("Côte d’Ivoire", ["CIV"], False),
        ("Burma", ["MMR"], False),
        ("Ceylon", ["LKA"], False),
        ("Zaire", ["COD"], False),
        ("Swaziland", ["SWZ"], False),
        ("Kirghizia", ["KGZ"], False),
        ("Byelorussia", ["BLR"], False),
        ("St. Lucia", ["LCA"], False),
        ("Dutch", ["NLD"], False),
        ("Niger", ["NER"], False),
        ("Nigerien", ["NER"], False),
        ("Nigerian", ["NGA"], False),
        ("South Sudanese", ["SSD"], False),
        ("Northern Ireland", ["GBR"], False),
        ("Soviet", ["SUN"], False),
        ("East German", ["DDR"], False),
        ("South Yemen", ["YMD"], False),
        ("South Vietnam", ["VDR"], False),
        ("Sino-", ["CHN"], False),
        ("Indo-", ["IND"], False),
        ("Holy See", ["VAT"], False),
    ],
)
def test_names(shipped: Vocabulary, name: str, states: list[str], ambiguous: bool) -> None:
    rows = [n for n in shipped.country_names if n.name == name]
    assert [n.country for n in rows] == states
    assert [n.ambiguous == "yes" for n in rows] == [ambiguous] * len(rows)


@pytest.mark.parametrize(
    "name",
    ["Scotland", "Catalonia", "Kurdistan", "Somaliland", "Abkhazia", "Greenland", "Macau", "Puerto Rico", "Tibet",
     "Afro-", "Arab", "Turkic", "Slavic", "English", "European", "Columbia", "ARE", "IRA", "TR", "Nur"],
)  # fmt: skip
def test_words_that_are_no_state(shipped: Vocabulary, name: str) -> None:
    assert [n for n in shipped.country_names if n.name == name] == []


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("Astana", [("Astana", "KAZ", "capital", "1998-05-06", "")]),
        ("Nur-Sultan", [("Nur-Sultan", "KAZ", "capital", "2019-03-23", "2022-09-17")]),
        ("Almaty", [("Almaty", "KAZ", "former_capital", "1991-12-16", "1997-12-10")]),
        ("Peking", [("Beijing", "CHN", "capital", "", "")]),
        ("Kiev", [("Kyiv", "UKR", "capital", "", ""), ("Kiev", "SUN", "city", "", "1991-08-24")]),
        ("Male", [("Malé", "MDV", "capital", "", "")]),
        ("The Hague", [("The Hague", "NLD", "second_capital", "", "")]),
        ("Putrajaya", [("Putrajaya", "MYS", "second_capital", "", "")]),
        ("Bonn", [("Bonn", "DEU", "former_capital", "1949-05-23", "1990-10-03")]),
        ("Tripoli", [("Tripoli", "LBY", "capital", "", ""), ("Tripoli", "LBN", "city", "", "")]),
        ("Moscow", [("Moscow", "RUS", "capital", "1991-12-25", ""), ("Moscow", "SUN", "capital", "", "1991-12-26")]),
        ("Singapore", [("Singapore", "SGP", "capital", "", "")]),
        ("Sharm el-Sheikh", [("Sharm El-Sheikh", "EGY", "city", "", "")]),
        ("Xi’an", [("Xi'an", "CHN", "city", "", "")]),
        ("Cholpon-Ata", [("Cholpon-Ata", "KGZ", "city", "", "")]),
        ("Awaza", [("Avaza", "TKM", "city", "", "")]),
        ("St Petersburg", [("St. Petersburg", "RUS", "city", "1991-09-06", "")]),
        ("Brasilia", [("Brasília", "BRA", "capital", "1960-04-21", "")]),
        ("Greenland", [("Greenland", "DNK", "city", "", "")]),
        ("New Mexico", [("New Mexico", "USA", "city", "", "")]),
    ],
)
def test_cities(shipped: Vocabulary, name: str, readings: list[tuple[str, ...]]) -> None:
    rows = [c for c in shipped.cities if c.name == name]
    assert [(c.city, c.country, c.role, c.valid_from, c.valid_to) for c in rows] == readings


@pytest.mark.parametrize(
    "word",
    ["Nice", "Bath", "Reading", "Mobile", "Mary", "Petra", "Hague", "Are", "Lest", "Van", "Canton", "Dostyk", "Rosario",
     "Austin", "Adama", "Ngozi", "Gao", "Roma"],
)  # fmt: skip
def test_words_and_people_are_no_cities(shipped: Vocabulary, word: str) -> None:
    assert [c for c in shipped.cities if c.name == word] == []


@pytest.mark.parametrize(
    ("name", "seat"),
    [
        ("Akorda", ("KAZ", "Astana")),
        ("Kuksaroy", ("UZB", "Tashkent")),
        ("Kremlin", ("RUS", "Moscow")),
        ("White House", ("USA", "Washington")),
        ("Elysee", ("FRA", "Paris")),
        ("Élysée", ("FRA", "Paris")),
        ("Quai d’Orsay", ("FRA", "Paris")),
        ("Downing Street", ("GBR", "London")),
        ("Malacanang", ("PHL", "Manila")),
        ("Blue House", ("KOR", "Seoul")),
        ("Zhongnanhai", ("CHN", "Beijing")),
        ("Great Hall of the People", ("CHN", "Beijing")),
        ("Rashtrapati Bhavan", ("IND", "New Delhi")),
        ("Aso Rock", ("NGA", "Abuja")),
        ("Mar-a-Lago", ("USA", "Palm Beach")),
    ],
)
def test_seats(shipped: Vocabulary, name: str, seat: tuple[str, str]) -> None:
    assert (shipped_seats := [(s.country, s.city) for s in shipped.seats if s.name == name])[0] == seat
    assert {city for _, city in shipped_seats} == {seat[1]}


def test_a_seat_is_that_of_one_state_at_a_time(shipped: Vocabulary) -> None:
    """The Kremlin was the Soviet Union's before it was Russia's; no name stands for two states of today."""
    gone = {c.code for c in shipped.countries if c.valid_to}
    of_today = Counter(s.name for s in shipped.seats if s.country not in gone)
    assert [name for name, times in of_today.items() if times > 1] == []


@pytest.mark.parametrize(
    "name",
    ["State House", "Presidential Palace", "Government House", "National Palace", "Royal Palace", "Peace Palace",
     "Istana Negara", "Foreign Office", "Great Hall", "Palace"],
)  # fmt: skip
def test_seats_of_many_states_are_left_out(shipped: Vocabulary, name: str) -> None:
    assert [s for s in shipped.seats if s.name == name] == []


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Indian Ocean", "sea"),
        ("South China Sea", "sea"),
        ("Gulf of Guinea", "sea"),
        ("Korean Peninsula", "region"),
        ("Latin American", "region"),
        ("Greek Cypriot", "territory"),
        ("Korean War", "war"),
        ("Turkish Airlines", "firm"),
        ("Bank of China", "firm"),
        ("China Daily", "media"),
        ("Press Trust of India", "media"),
        ("Minsk Group", "document"),
        ("Astana process", "document"),
        ("Paris Agreement", "document"),
        ("Russian Orthodox Church", "faith"),
        ("Heydar Aliyev International Airport", "airport"),
        ("Nursultan Nazarbayev International Airport", "airport"),
        ("British Council", "other"),
    ],
)
def test_masks(shipped: Vocabulary, phrase: str, kind: str) -> None:
    assert [m.kind for m in shipped.masks if m.phrase == phrase] == [kind]


@pytest.mark.parametrize(
    "phrase",
    ["Mexico City", "Kuwait City", "Northern Ireland", "The Australian", "Communist Party of Vietnam", "Israel Katz",
     "Indian Navy", "National Bank of Kazakhstan", "Bled Strategic Forum"],
)  # fmt: skip
def test_phrases_that_mean_a_state_or_place_are_not_masked(shipped: Vocabulary, phrase: str) -> None:
    assert [m for m in shipped.masks if m.phrase == phrase] == []


@pytest.mark.parametrize(
    ("name", "bloc"),
    [
        ("European Union", "EU"),
        ("EU", "EU"),
        ("ASEAN", "ASEAN"),
        ("GCC", "GCC"),
        ("Organization of Turkic States", "OTS"),
        ("OPEC+", "OPEC"),
        ("Pacific Islands Forum", "PIF"),
        ("Central Asia", "CENTRALASIA"),
        ("C5+1", "C5"),
        ("IAEA", "IAEA"),
        ("Arab League", "LAS"),
        ("Shanghai Cooperation Organisation", "SCO"),
    ],
)
def test_blocs(shipped: Vocabulary, name: str, bloc: str) -> None:
    assert [b.bloc for b in shipped.blocs if b.name == name] == [bloc]


@pytest.mark.parametrize(
    ("phrase", "states"),
    [
        ("Central Asian", "KAZ KGZ TJK TKM UZB"),
        ("Baltic", "EST LTU LVA"),
        ("Gulf", "ARE BHR KWT OMN QAT SAU"),
        ("Nordic", "DNK FIN ISL NOR SWE"),
        ("sultanate", "BRN OMN"),
        ("Himalayan", "BTN NPL"),
        ("South Caucasus", "ARM AZE GEO"),
        ("grand duchy", "LUX"),
        ("neighbouring", ""),
    ],
)
def test_classes(shipped: Vocabulary, phrase: str, states: str) -> None:
    assert sorted(c.country for c in shipped.country_classes if c.phrase == phrase) == states.split()


@pytest.mark.parametrize(
    ("form", "readings"),
    [
        ("$", ["USD"]),
        ("US$", ["USD"]),
        ("dlrs", ["USD"]),
        ("NZ$", ["NZD"]),
        ("€", ["EUR"]),
        ("dollars", ["USD"]),
        ("Australian dollars", ["AUD"]),
        ("pounds", ["GBP", "EGP EGY", "SYP SYR", "LBP LBN", "SDG SDN", "SSP SSD", "IEP IRL", "CYP CYP"]),
        ("rupees", ["INR", "PKR PAK", "NPR NPL", "LKR LKA", "MUR MUS", "SCR SYC"]),
        ("dirhams", ["AED", "MAD MAR"]),
        ("won", ["KRW", "KPW PRK"]),
        ("lira", ["TRY", "ITL ITA SMR VAT", "LBP LBN", "SYP SYR", "MTL MLT"]),
        ("som", ["KGS", "UZS UZB"]),
        ("soums", ["UZS"]),
        ("manats", ["AZN", "TMT TKM"]),
        ("roubles", ["RUB", "BYN BLR", "SUR SUN"]),
        ("¥", ["JPY", "CNY CHN"]),
        ("TL", ["TRY"]),
        ("KSh", ["KES"]),
        ("CFA francs", ["XOF", "XAF CAF CMR COG GAB GNQ TCD"]),
        ("SDR", ["XDR"]),
        ("CHF", ["CHF"]),
    ],
)
def test_currencies(shipped: Vocabulary, form: str, readings: list[str]) -> None:
    assert [f"{c.code} {c.countries}".strip() for c in shipped.currencies if c.form == form] == readings


@pytest.mark.parametrize("form", ["ALL", "TOP", "CUP", "m", "b", "K", "MT", "crown", "real", "sol", "XXX"])
def test_words_and_letters_that_are_no_money(shipped: Vocabulary, form: str) -> None:
    assert [c for c in shipped.currencies if c.form == form] == []


def test_codes_that_are_words_stand_only_behind_a_number(shipped: Vocabulary) -> None:
    """So "COP 29" is a conference, and "try 5" no sum."""
    assert {c.position for c in shipped.currencies if c.form in ("COP", "TRY", "SOS")} == {"after"}


@pytest.mark.parametrize("table", ["country_names", "cities", "seats", "blocs"])
def test_plain_and_curly_spellings_stand_beside_the_proper_ones(shipped: Vocabulary, table: str) -> None:
    names = {(row.name, getattr(row, "country", "")) for row in getattr(shipped, table)}
    for name, state in sorted(names):
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        if plain.isascii():
            assert (plain, state) in names
        if "'" in name:
            assert (name.replace("'", "’"), state) in names


def test_names_are_in_composed_form(shipped: Vocabulary) -> None:
    for table in MINE:
        for row in getattr(shipped, table):
            for column in fields(row):
                text = getattr(row, column.name)
                assert text == unicodedata.normalize("NFC", text)
