"""Leaders of Europe (without Russia), the Americas, Africa and Oceania: terms of office and spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import combinations, pairwise

import pytest

from relations_db.language.fold import fold
from relations_db.values import PartialDate
from relations_db.vocabulary import Country, LeaderName, Tenure, in_office, read_table

CONTINENTS = {"Europe", "North America", "South America", "Africa", "Oceania"}
ELSEWHERE = {"RUS", "SUN"}
OFFICES = {"S": "head_of_state", "G": "head_of_government", "F": "foreign_minister", "P": "speaker", "O": "other"}

#: state, office, day, everyone who held it on that day (";" between them; "" means nobody is recorded).
HELD = """
USA S 1972-02-21 Richard Nixon
USA S 1991-12-26 George H. W. Bush
USA S 2001-01-19 Bill Clinton
USA S 2001-01-21 George W. Bush
USA S 2021-01-19 Donald Trump
USA S 2025-06-01 Donald Trump
USA F 1995-07-11 Warren Christopher
USA F 2018-04-10
USA F 2018-05-01 Mike Pompeo
USA F 2025-02-01 Marco Rubio
USA O 2022-08-01 Jake Sullivan; Kamala Harris
CAN S 2021-04-01
CAN S 2022-01-01 Mary Simon
CAN G 2025-03-12 Justin Trudeau
CAN G 2025-03-15 Mark Carney
CAN F 2024-01-01 Mélanie Joly
MEX S 2024-09-30 Andrés Manuel López Obrador
MEX S 2024-10-02 Claudia Sheinbaum
BRA S 2002-12-31 Fernando Henrique Cardoso
BRA S 2003-01-02 Luiz Inácio Lula da Silva
BRA S 2016-08-01 Michel Temer
BRA S 2022-12-31 Jair Bolsonaro
BRA F 2005-01-01 Celso Amorim
ARG S 2007-12-09 Néstor Kirchner
ARG S 2007-12-11 Cristina Fernández de Kirchner
ARG F 2025-11-01 Pablo Quirno
CUB S 2018-04-18 Raúl Castro
CUB S 2018-04-20 Miguel Díaz-Canel
VEN S 2013-03-04 Hugo Chávez
VEN F 2010-01-01 Nicolás Maduro
PER S 2025-11-01 José Jerí
BOL S 2019-11-11
BOL S 2025-11-09 Rodrigo Paz
HTI S 2022-01-01
HTI G 2022-01-01 Ariel Henry
TTO G 2025-03-20 Stuart Young
JAM G 2011-10-22 Bruce Golding
GBR S 2022-09-07 Elizabeth II
GBR S 2022-09-09 Charles III
GBR G 1997-05-01 John Major
GBR G 2022-10-01 Liz Truss
GBR F 2024-01-01 David Cameron
GBR F 2025-10-01 Yvette Cooper
FRA S 1995-05-16 François Mitterrand
FRA S 2017-05-15 Emmanuel Macron
FRA G 2024-10-01 Michel Barnier
FRA F 2022-02-24 Jean-Yves Le Drian
DEU S 2012-03-01
DEU G 1998-10-26 Helmut Kohl
DEU G 1998-10-28 Gerhard Schröder
DEU G 2025-05-07 Friedrich Merz
DEU F 2010-01-01 Guido Westerwelle
ITA G 2008-01-01 Romano Prodi
ITA F 2002-06-01 Silvio Berlusconi
ESP G 2006-01-01 José Luis Rodríguez Zapatero
ESP S 2014-06-18 Juan Carlos I
POL S 2010-04-09 Lech Kaczyński
POL S 2025-08-07 Karol Nawrocki
POL F 2024-01-01 Radosław Sikorski
UKR S 2014-02-21 Viktor Yanukovych
UKR S 2022-02-24 Volodymyr Zelensky
UKR F 2024-09-06 Andrii Sybiha
BLR S 2020-08-09 Alexander Lukashenko
HUN G 2009-12-01 Gordon Bajnai
HUN F 2020-01-01 Péter Szijjártó
SRB S 2016-01-01 Tomislav Nikolić
SRB G 2016-01-01 Aleksandar Vučić
YUG S 1998-01-01 Slobodan Milošević
SCG F 2005-01-01 Vuk Drašković
CZE S 2003-02-20
CZE G 2025-12-10 Andrej Babiš
CSK S 1991-01-01 Václav Havel
LVA S 2012-01-01 Andris Bērziņš
LVA G 2001-01-01 Andris Bērziņš
CHE S 2022-06-01 Ignazio Cassis
BIH S 2024-01-01 Denis Bećirović; Željka Cvijanović; Željko Komšić
VAT S 2025-05-01
VAT S 2025-05-09 Leo XIV
ZAF S 1990-02-11 F. W. de Klerk
ZAF S 2018-02-16 Cyril Ramaphosa
ZAF F 2024-01-01 Naledi Pandor
ETH G 2012-08-19 Meles Zenawi
ETH G 2018-04-03 Abiy Ahmed
EGY S 2013-07-02 Mohamed Morsi
EGY S 2013-07-04 Adly Mansour
EGY F 2000-01-01 Amr Moussa
SDN S 2019-04-10 Omar al-Bashir
NGA S 2023-05-28 Muhammadu Buhari
COD S 2019-01-23 Joseph Kabila
COD S 2019-01-25 Félix Tshisekedi
MWI S 2025-10-05 Peter Mutharika
MDG S 2025-10-15 Michael Randrianirina
TCD S 2021-04-21 Mahamat Idriss Déby
MAR S 1999-07-22 Hassan II
NAM G 2003-01-01 Theo-Ben Gurirab
AUS G 2010-06-23 Kevin Rudd
AUS G 2010-06-25 Julia Gillard
AUS S 2024-07-02 Sam Mostyn
AUS F 2022-05-22 Marise Payne
NZL G 2023-01-26 Chris Hipkins
NZL F 2024-01-01 Winston Peters
FJI G 2006-12-04 Laisenia Qarase
WSM G 2025-10-01 La'auli Leuatea Schmidt
"""

#: state | spelling in an article | name in the table.
SPELLINGS = """
BRA | Lula da Silva | Luiz Inácio Lula da Silva
MEX | AMLO | Andrés Manuel López Obrador
CUB | Miguel Díaz-Canel Bermúdez | Miguel Díaz-Canel
VEN | Hugo Chávez Frías | Hugo Chávez
UKR | Volodymyr Zelenskyy | Volodymyr Zelensky
UKR | Vladimir Zelenskiy | Volodymyr Zelensky
BLR | Alyaksandr Lukashenka | Alexander Lukashenko
DEU | Gerhard Schroeder | Gerhard Schröder
NOR | Jonas Gahr Stoere | Jonas Gahr Støre
MKD | Georgi Ivanov | Gjorge Ivanov
LTU | Ingrida Shimonyte | Ingrida Šimonytė
EGY | Abdul Fattah Al-Sissi | Abdel Fattah el-Sisi
LBY | Moammar Gadhafi | Muammar Gaddafi
COD | Félix Antoine Tshisekedi Tshilombo | Félix Tshisekedi
COG | Denis Sassou-N'Guesso | Denis Sassou Nguesso
MRT | Mohamed Ould Cheikh El Ghazouani | Mohamed Ould Ghazouani
NER | Issoufou Mahamadou | Mahamadou Issoufou
SOM | Mohamed Farmajo | Mohamed Abdullahi Mohamed
ERI | Isayas Afewerki | Isaias Afwerki
FJI | Voreqe Bainimarama | Frank Bainimarama
"""

#: Relatives and namesakes who are easily taken for one person.
NOT_ONE = [
    ("USA", "George H. W. Bush", "George W. Bush"),
    ("USA", "Bill Clinton", "Hillary Clinton"),
    ("CAN", "Pierre Trudeau", "Justin Trudeau"),
    ("ARG", "Néstor Kirchner", "Cristina Fernández de Kirchner"),
    ("CUB", "Fidel Castro", "Raúl Castro"),
    ("URY", "Luis Alberto Lacalle", "Luis Lacalle Pou"),
    ("GRD", "Keith Mitchell", "Dickon Mitchell"),
    ("EST", "Siim Kallas", "Kaja Kallas"),
    ("GRC", "Konstantinos Mitsotakis", "Kyriakos Mitsotakis"),
    ("GRC", "Konstantinos Karamanlis", "Kostas Karamanlis"),
    ("GRC", "Andreas Papandreou", "George Papandreou"),
    ("POL", "Lech Kaczyński", "Jarosław Kaczyński"),
    ("DNK", "Anders Fogh Rasmussen", "Lars Løkke Rasmussen"),
    ("NOR", "Thorvald Stoltenberg", "Jens Stoltenberg"),
    ("BIH", "Alija Izetbegović", "Bakir Izetbegović"),
    ("GAB", "Omar Bongo", "Ali Bongo"),
    ("COD", "Laurent-Désiré Kabila", "Joseph Kabila"),
    ("COD", "Étienne Tshisekedi", "Félix Tshisekedi"),
    ("TCD", "Idriss Déby", "Mahamat Idriss Déby"),
    ("TGO", "Gnassingbé Eyadéma", "Faure Gnassingbé"),
    ("MUS", "Anerood Jugnauth", "Pravind Jugnauth"),
    ("MWI", "Bingu wa Mutharika", "Peter Mutharika"),
    ("STP", "Miguel Trovoada", "Patrice Trovoada"),
]

#: States whose head of state is several persons at once, or was disputed or shared for a time.
SEVERAL_HEADS_OF_STATE = {"BIH", "SMR", "CUB", "CIV", "LBY", "NIC"}
#: Rival governments.
SEVERAL_GOVERNMENTS = {"LBY"}
LONGEST_SHARED_DAYS = 3

#: What no European state lacks but these: state, office, years.
UNCOVERED = {
    *(("CHE", "G", year) for year in (1995, 2005, 2015, 2024)),  # the Federal Council as a whole
    *((state, "G", year) for state in ("CYP", "SMR") for year in (1995, 2005, 2015, 2024)),  # no such office
    *(("SMR", "S", year) for year in (1995, 2005, 2015)),  # captains regent are recorded from 2017
    *((state, "F", 1995) for state in ("AND", "MCO")),
    ("MCO", "F", 2005),
    ("MNE", "F", 1995),  # a republic of Yugoslavia
    *(("SRB", "F", year) for year in (1995, 2005)),
    *(("XKX", office, 1995) for office in "SGF"),
    ("XKX", "F", 2005),  # under the administration of the United Nations
}


@cache
def _states() -> frozenset[str]:
    return frozenset(c.code for c in read_table(Country) if c.continent in CONTINENTS) - ELSEWHERE


@cache
def _tenures() -> tuple[Tenure, ...]:
    return tuple(t for t in read_table(Tenure) if t.country in _states())


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Folded written forms by person: names of the terms and other spellings."""
    forms = defaultdict(set)
    for term in _tenures():
        forms[term.leader].add(fold(term.name).lower())
    for row in read_table(LeaderName):
        if row.leader in forms:
            forms[row.leader].add(fold(row.name).lower())
    return {leader: frozenset(names) for leader, names in forms.items()}


def _person(state: str, name: str) -> str:
    (found,) = {t.leader for t in _tenures() if (t.country, t.name) == (state, name)}
    return found


def _days_shared(one: Tenure, other: Tenure) -> int:
    """Days that both terms certainly share; of a partial date the part counts that keeps them apart."""
    begin = max(PartialDate.parse(one.start).last, PartialDate.parse(other.start).last)
    ends = [PartialDate.parse(t.end).first for t in (one, other) if t.end]
    return (min(ends) - begin).days if ends else 9999


def _states_with_two_holders(office: str) -> set[str]:
    terms = defaultdict(list)
    for term in _tenures():
        if term.office == OFFICES[office]:
            terms[term.country].append(term)
    return {
        state
        for state, held in terms.items()
        for one, other in combinations(held, 2)
        if one.leader != other.leader and _days_shared(one, other) > LONGEST_SHARED_DAYS
    }


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_who_held_the_office(line: str) -> None:
    state, office, day, *names = line.split(" ", 3)
    on = PartialDate.parse(day)
    held = {t.name for t in _tenures() if (t.country, t.office) == (state, OFFICES[office]) and in_office(t, on)}
    assert "; ".join(sorted(held)) == "".join(names)


@pytest.mark.parametrize("line", SPELLINGS.strip().splitlines())
def test_spelling_means_the_person(line: str) -> None:
    state, spelling, name = (part.strip() for part in line.split("|"))
    form = fold(spelling).lower()
    people = {who for who, forms in _spellings().items() if who.startswith(state.lower()) and form in forms}
    assert people == {_person(state, name)}


@pytest.mark.parametrize(("state", "one", "other"), NOT_ONE)
def test_relatives_and_namesakes_stay_apart(state: str, one: str, other: str) -> None:
    assert _person(state, one) != _person(state, other)
    assert not _spellings()[_person(state, one)] & _spellings()[_person(state, other)]


def test_one_head_of_government_at_a_time() -> None:
    assert _states_with_two_holders("G") == SEVERAL_GOVERNMENTS


def test_one_head_of_state_at_a_time() -> None:
    assert _states_with_two_holders("S") == SEVERAL_HEADS_OF_STATE


def test_one_foreign_minister_at_a_time() -> None:
    assert _states_with_two_holders("F") == set()


def test_nobody_holds_one_office_twice_at_once() -> None:
    held = defaultdict(list)
    for term in _tenures():
        held[term.leader, term.office, term.country].append(term)
    clashes = []
    for terms in held.values():
        terms.sort(key=lambda t: PartialDate.parse(t.start).first)
        for before, after in pairwise(terms):
            if not before.end or PartialDate.parse(before.end).last >= PartialDate.parse(after.start).first:
                clashes.append((before, after))
    assert clashes == []


def test_dates_are_in_order_and_not_after_2025() -> None:
    for term in _tenures():
        start, end = PartialDate.parse(term.start), PartialDate.parse(term.end or "2025-12-31")
        assert start.first <= end.last, term
        assert end.last.year <= 2025, term


def test_one_person_keeps_one_id_one_name_and_one_short_form() -> None:
    forms = defaultdict(set)
    for term in _tenures():
        assert re.fullmatch(r"[a-z]{3}(-[a-z0-9]+)+", term.leader), term
        forms[term.leader].add((term.name, term.short))
    assert {leader: names for leader, names in forms.items() if len(names) > 1} == {}
    people = defaultdict(set)
    for term in _tenures():
        people[term.country, term.name].add(term.leader)
    shared = {key for key, leaders in people.items() if len(leaders) > 1}
    assert shared == {("LVA", "Andris Bērziņš"), ("MLI", "Modibo Keïta")}  # namesakes


def test_ids_of_another_state_belong_to_former_federations() -> None:
    abroad = {(t.country, t.leader[:3].upper()) for t in _tenures() if t.leader[:3].upper() != t.country}
    assert abroad == {
        *(("CSK", code) for code in ("CZE", "SVK")),
        *(("YUG", code) for code in ("HRV", "MNE", "SRB")),
        *(("SCG", code) for code in ("SRB", "YUG")),
    }


def test_every_spelling_belongs_to_a_known_person() -> None:
    ours = {code.lower() for code in _states()}
    unknown = {r.leader for r in read_table(LeaderName) if r.leader[:3] in ours} - {t.leader for t in _tenures()}
    assert unknown == set()


def test_no_spelling_means_two_people_of_one_state() -> None:
    owners = defaultdict(set)
    for leader, names in _spellings().items():
        for name in names:
            owners[leader[:3], name].add(leader)
    double = {key for key, leaders in owners.items() if len(leaders) > 1}
    assert double == {("lva", "andris berzins"), ("mli", "modibo keita")}


@pytest.mark.parametrize("year", [1995, 2005, 2015, 2024])
def test_european_offices_are_covered(year: int) -> None:
    on = PartialDate.parse(f"{year}-06-30")
    states = {
        c.code for c in read_table(Country) if c.continent == "Europe" and not c.valid_to and c.code not in ELSEWHERE
    }
    held = {(t.country, t.office) for t in _tenures() if in_office(t, on)}
    missing = {(s, o, year) for s in states for o in "SGF" if (s, OFFICES[o]) not in held}
    assert missing == {gap for gap in UNCOVERED if gap[2] == year}
