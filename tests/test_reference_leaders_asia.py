"""Leaders of Asia, the Middle East, Turkey, the Caucasus, Central Asia and Russia: terms of office and spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import combinations, pairwise

import pytest

from relations_db.values import PartialDate
from relations_db.vocabulary import LeaderName, Tenure, in_office, read_table

CODES = """RUS SUN KAZ UZB KGZ TJK TKM MNG CHN TWN JPN KOR PRK VNM LAO KHM THA MMR MYS SGP IDN PHL BRN TLS
    IND PAK BGD LKA NPL BTN MDV AFG TUR AZE ARM GEO IRN IRQ SYR LBN JOR ISR PSE SAU ARE QAT KWT BHR OMN YEM"""
STATES = frozenset(CODES.split())
OFFICES = {
    "S": "head_of_state",
    "G": "head_of_government",
    "F": "foreign_minister",
    "P": "speaker",
    "O": "other",
}

#: state, office, day, everyone who held it on that day (";" between them; "" means nobody is recorded).
HELD = """
RUS S 1999-12-30 Boris Yeltsin
RUS S 2000-01-15 Vladimir Putin
RUS S 2010-06-01 Dmitry Medvedev
RUS G 2010-06-01 Vladimir Putin
RUS G 2020-01-15 Dmitry Medvedev
RUS G 2020-01-17 Mikhail Mishustin
RUS F 2004-03-08 Igor Ivanov
RUS F 2022-02-24 Sergey Lavrov
SUN S 1991-08-20 Mikhail Gorbachev
SUN F 1988-05-30 Eduard Shevardnadze
SUN G 1989-01-01 Nikolai Ryzhkov
KAZ S 2019-03-19 Nursultan Nazarbayev
KAZ S 2019-03-21 Kassym-Jomart Tokayev
KAZ G 2024-02-04 Alikhan Smailov
KAZ G 2024-02-07 Olzhas Bektenov
KAZ F 2023-05-01 Murat Nurtleu
UZB S 2016-09-01 Islam Karimov
UZB S 2016-09-09 Shavkat Mirziyoyev
UZB F 2023-01-01 Bakhtiyor Saidov
KGZ S 2020-10-14 Sooronbay Jeenbekov
KGZ G 2023-01-01 Akylbek Japarov
KGZ S 2023-01-01 Sadyr Japarov
TJK S 1993-01-01 Emomali Rahmon
TKM S 2006-12-20 Saparmurat Niyazov
TKM S 2022-03-20 Serdar Berdimuhamedov
TKM F 2002-01-01 Rashid Meredov
MNG S 2021-06-24 Khaltmaagiin Battulga
MNG G 2021-01-26 Ukhnaagiin Khurelsukh
MNG S 2021-06-26 Ukhnaagiin Khurelsukh
CHN S 2013-03-13 Hu Jintao
CHN S 2013-03-15 Xi Jinping
CHN G 2023-03-12 Li Qiang
CHN F 2023-07-01 Qin Gang
CHN F 2023-07-26 Wang Yi
TWN S 2024-05-21 Lai Ching-te
JPN G 2020-09-15 Shinzo Abe
JPN G 2020-09-17 Yoshihide Suga
JPN S 2019-05-02 Naruhito
JPN F 2015-06-01 Fumio Kishida
KOR S 2017-01-15 Hwang Kyo-ahn; Park Geun-hye
KOR S 2017-05-11 Moon Jae-in
KOR S 2025-06-05 Lee Jae-myung
PRK S 2018-06-12 Kim Jong Un; Kim Yong Nam
VNM S 2018-09-20 Tran Dai Quang
VNM S 2024-06-01 To Lam
VNM O 2023-09-10 Nguyen Phu Trong; Vo Thi Anh Xuan
LAO G 2022-12-31 Sonexay Siphandone
KHM G 2023-08-23 Hun Manet
KHM G 1995-06-01 Hun Sen; Norodom Ranariddh
THA G 2006-09-18 Thaksin Shinawatra
THA G 2023-08-23 Srettha Thavisin
MMR G 2016-05-01 Aung San Suu Kyi
MYS G 2018-05-11 Mahathir Mohamad
MYS G 2022-11-25 Anwar Ibrahim
SGP G 2024-05-16 Lawrence Wong
IDN S 2014-10-21 Joko Widodo
IDN S 2024-10-21 Prabowo Subianto
PHL S 2022-07-01 Ferdinand Marcos Jr.
TLS G 2007-09-01 Xanana Gusmão
IND G 2014-05-25 Manmohan Singh
IND G 2014-05-27 Narendra Modi
IND F 2019-05-31 S. Jaishankar
PAK G 1999-10-11 Nawaz Sharif
PAK S 2005-01-01 Pervez Musharraf
PAK G 2022-04-09 Imran Khan
PAK G 2024-03-05 Shehbaz Sharif
BGD G 2024-08-04 Sheikh Hasina
BGD G 2024-08-09 Muhammad Yunus
LKA S 2022-07-13 Gotabaya Rajapaksa
LKA S 2024-09-24 Anura Kumara Dissanayake
NPL G 2005-06-01
NPL G 2008-09-01 Pushpa Kamal Dahal
NPL S 2001-05-31 Birendra
BTN S 2006-12-08 Jigme Singye Wangchuck
MDV S 2023-11-18 Mohamed Muizzu
AFG S 2021-08-14 Ashraf Ghani
TUR S 2014-08-29 Recep Tayyip Erdoğan
TUR G 2014-08-27 Recep Tayyip Erdoğan
TUR G 2019-01-01
TUR F 2023-06-10 Hakan Fidan
AZE S 2003-10-30 Heydar Aliyev
AZE S 2003-11-01 Ilham Aliyev
ARM G 2018-05-09 Nikol Pashinyan
GEO F 2005-01-01 Salome Zourabichvili
GEO S 2020-01-01 Salome Zourabichvili
IRN S 2024-05-18 Ali Khamenei; Ebrahim Raisi
IRN F 2024-09-01 Abbas Araghchi
IRQ G 2014-09-09 Haider al-Abadi
SYR S 2000-06-09 Hafez al-Assad
SYR S 2024-12-07 Bashar al-Assad
SYR S 2024-12-09 Ahmed al-Sharaa
LBN S 2015-06-01
LBN S 2025-01-10 Joseph Aoun
JOR S 1999-02-06 Hussein bin Talal
ISR G 1995-11-03 Yitzhak Rabin
ISR G 2021-06-14 Naftali Bennett
PSE S 2004-11-10 Yasser Arafat
SAU O 2022-09-26 Mohammed bin Salman
SAU G 2022-09-28 Mohammed bin Salman
ARE S 2022-05-15 Mohamed bin Zayed Al Nahyan
QAT S 2013-06-24 Hamad bin Khalifa Al Thani
QAT S 2013-06-26 Tamim bin Hamad Al Thani
KWT S 2023-12-17 Meshal Al-Ahmad Al-Sabah
BHR G 2020-11-10 Khalifa bin Salman Al Khalifa
OMN S 2020-01-12 Haitham bin Tarik
YEM S 2022-04-08 Rashad al-Alimi
"""

#: state, spelling, the name it stands for.
SPELLINGS = """
KAZ | Kasym-Zhomart Tokaev | Kassym-Jomart Tokayev
KAZ | Nursultan Nazarbaev | Nursultan Nazarbayev
UZB | Shavkat Mirziyoev | Shavkat Mirziyoyev
TJK | Emomali Rakhmonov | Emomali Rahmon
TJK | Sirodjidin Aslov | Sirojiddin Muhriddin
KGZ | Sadyr Zhaparov | Sadyr Japarov
TKM | Gurbanguly Berdymukhamedov | Gurbanguly Berdimuhamedov
TKM | Serdar Berdymukhamedov | Serdar Berdimuhamedov
MNG | U. Khurelsukh | Ukhnaagiin Khurelsukh
MNG | Kh. Battulga | Khaltmaagiin Battulga
AZE | Geidar Aliyev | Heydar Aliyev
ARM | Serzh Sarkisian | Serzh Sargsyan
RUS | Boris Eltsin | Boris Yeltsin
TUR | Tayyip Erdoğan | Recep Tayyip Erdoğan
JPN | Kishida Fumio | Fumio Kishida
KOR | Yoon Seok-yeol | Yoon Suk Yeol
PRK | Kim Jong-un | Kim Jong Un
TWN | William Lai | Lai Ching-te
IDN | Jokowi | Joko Widodo
IDN | SBY | Susilo Bambang Yudhoyono
PHL | Bongbong Marcos | Ferdinand Marcos Jr.
NPL | Prachanda | Pushpa Kamal Dahal
PAK | Shahbaz Sharif | Shehbaz Sharif
IRN | Seyyed Ebrahim Raisi | Ebrahim Raisi
SAU | MBS | Mohammed bin Salman
PSE | Abu Mazen | Mahmoud Abbas
ISR | Binyamin Netanyahu | Benjamin Netanyahu
"""

#: Relatives and namesakes who are easily taken for one person.
NOT_ONE = [
    ("AZE", "Heydar Aliyev", "Ilham Aliyev"),
    ("TKM", "Gurbanguly Berdimuhamedov", "Serdar Berdimuhamedov"),
    ("SYR", "Hafez al-Assad", "Bashar al-Assad"),
    ("SYR", "Farouk al-Sharaa", "Ahmed al-Sharaa"),
    ("KHM", "Hun Sen", "Hun Manet"),
    ("LAO", "Khamtay Siphandone", "Sonexay Siphandone"),
    ("KGZ", "Sadyr Japarov", "Akylbek Japarov"),
    ("TJK", "Emomali Rahmon", "Rustam Emomali"),
    ("KAZ", "Nursultan Nazarbayev", "Dariga Nazarbayeva"),
    ("JPN", "Shintaro Abe", "Shinzo Abe"),
    ("JPN", "Yohei Kono", "Taro Kono"),
    ("PRK", "Kim Il Sung", "Kim Jong Il"),
    ("PRK", "Kim Jong Il", "Kim Jong Un"),
    ("SGP", "Lee Kuan Yew", "Lee Hsien Loong"),
    ("PHL", "Corazon Aquino", "Benigno Aquino III"),
    ("PHL", "Rodrigo Duterte", "Sara Duterte"),
    ("PAK", "Nawaz Sharif", "Shehbaz Sharif"),
    ("PAK", "Benazir Bhutto", "Bilawal Bhutto Zardari"),
    ("LKA", "Mahinda Rajapaksa", "Gotabaya Rajapaksa"),
    ("LKA", "Sirimavo Bandaranaike", "Chandrika Kumaratunga"),
    ("AFG", "Burhanuddin Rabbani", "Salahuddin Rabbani"),
    ("ISR", "Chaim Herzog", "Isaac Herzog"),
    ("LBN", "Rafic Hariri", "Saad Hariri"),
    ("LBN", "Michel Aoun", "Joseph Aoun"),
    ("JOR", "Hussein bin Talal", "Hussein bin Abdullah"),
    ("QAT", "Hamad bin Khalifa Al Thani", "Khalifa bin Hamad Al Thani"),
    ("QAT", "Hamad bin Khalifa Al Thani", "Hamad bin Jassim Al Thani"),
    ("ARE", "Mohamed bin Zayed Al Nahyan", "Mohammed bin Rashid Al Maktoum"),
    ("BHR", "Khalifa bin Salman Al Khalifa", "Salman bin Hamad Al Khalifa"),
    ("SAU", "Mohammed bin Salman", "Mohammed bin Nayef"),
    ("ARM", "Serzh Sargsyan", "Armen Sarkissian"),
    ("RUS", "Igor Ivanov", "Sergei Ivanov"),
    ("BTN", "Jigme Singye Wangchuck", "Jigme Khesar Namgyel Wangchuck"),
]

#: Two at once by right: office, and the pair of ids.
AT_ONCE = {
    ("head_of_government", "khm-hun-sen", "khm-norodom-ranariddh"),  # two prime ministers, 1993 to 1998
    ("head_of_government", "khm-hun-sen", "khm-ung-huot"),
    ("head_of_government", "tha-shinawatra-paetongtarn", "tha-wechayachai-phumtham"),  # suspended and acting
    ("head_of_state", "kor-hwang-kyo-ahn", "kor-park-geun-hye"),  # suspended and acting
    ("head_of_state", "kor-han-duck-soo", "kor-yoon-suk-yeol"),
    ("head_of_state", "kor-choi-sang-mok", "kor-yoon-suk-yeol"),
    ("foreign_minister", "brn-bolkiah-hassanal", "brn-yusof-erywan"),  # the second minister speaks for the state
}
#: States with a ceremonial or a higher head of state beside the other, or two rival ones.
TWO_HEADS_OF_STATE = {"PRK", "IRN", "AFG"}

#: Offices that nobody held, or that the state does not have: state, office, years.
UNCOVERED = {
    ("TLS", "S", 1995), ("TLS", "G", 1995), ("TLS", "F", 1995),  # before independence
    ("LBN", "S", 2015), ("LBN", "S", 2024),  # vacant
    ("MMR", "G", 2015),  # the president led the government
    ("AFG", "G", 2005),
    ("PSE", "G", 1995),  # the office begins in 2003
    ("BTN", "G", 1995),  # the king led the government to 1998
    ("TUR", "G", 2024),  # abolished in 2018
    *((state, "G", year) for state in ("TKM", "IDN", "PHL", "MDV", "IRN") for year in (1995, 2005, 2015, 2024)),
    *((state, "G", year) for state in ("BRN", "OMN") for year in (1995, 2005, 2015, 2024)),  # the sultan is premier
    *(("SAU", "G", year) for year in (1995, 2005, 2015)),  # the king was premier to 2022
}  # fmt: skip


@cache
def _tenures() -> tuple[Tenure, ...]:
    return tuple(t for t in read_table(Tenure) if t.country in STATES)


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Every written form by person: names of the terms and other spellings, in lower case."""
    forms = defaultdict(set)
    for term in _tenures():
        forms[term.leader].add(term.name.lower())
    for row in read_table(LeaderName):
        if row.leader in forms:
            forms[row.leader].add(row.name.lower())
    return {leader: frozenset(names) for leader, names in forms.items()}


def _person(state: str, name: str) -> str:
    (found,) = {t.leader for t in _tenures() if (t.country, t.name) == (state, name)}
    return found


def _terms(office: str) -> dict[str, list[Tenure]]:
    terms = defaultdict(list)
    for term in _tenures():
        if term.office == office:
            terms[term.country].append(term)
    return terms


def _days_together(one: Tenure, other: Tenure) -> int:
    """Days that both terms certainly share; a partial date counts as the end of its stretch that parts them."""
    begin = max(PartialDate.parse(one.start).last, PartialDate.parse(other.start).last)
    ends = [PartialDate.parse(t.end).first for t in (one, other) if t.end]
    return (min(ends) - begin).days if ends else 9999


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_who_held_the_office(line: str) -> None:
    state, office, day, *names = line.split(" ", 3)
    on = PartialDate.parse(day)
    held = {t.name for t in _tenures() if (t.country, t.office) == (state, OFFICES[office]) and in_office(t, on)}
    assert "; ".join(sorted(held)) == "".join(names)


@pytest.mark.parametrize("line", SPELLINGS.strip().splitlines())
def test_spelling_means_the_person(line: str) -> None:
    state, spelling, name = (part.strip() for part in line.split("|"))
    people = {who for who, forms in _spellings().items() if who.startswith(state.lower()) and spelling.lower() in forms}
    assert people == {_person(state, name)}


@pytest.mark.parametrize(("state", "one", "other"), NOT_ONE)
def test_relatives_and_namesakes_stay_apart(state: str, one: str, other: str) -> None:
    assert _person(state, one) != _person(state, other)
    assert not _spellings()[_person(state, one)] & _spellings()[_person(state, other)]


@pytest.mark.parametrize("office", ["head_of_government", "foreign_minister", "head_of_state"])
def test_one_holder_at_a_time(office: str) -> None:
    found = {
        (office, *sorted((one.leader, other.leader)))
        for state, terms in _terms(office).items()
        if not (office == "head_of_state" and state in TWO_HEADS_OF_STATE)
        for one, other in combinations(terms, 2)
        if _days_together(one, other) > 3
    }
    assert found == {row for row in AT_ONCE if row[0] == office}


def test_nobody_holds_one_office_twice_at_once() -> None:
    clashes = []
    by_person = defaultdict(list)
    for term in _tenures():
        by_person[term.leader, term.office, term.country].append(term)
    for terms in by_person.values():
        terms.sort(key=lambda t: PartialDate.parse(t.start).first)
        for before, after in pairwise(terms):
            if not before.end or PartialDate.parse(before.end).last >= PartialDate.parse(after.start).first:
                clashes.append((before, after))
    assert clashes == []


def test_dates_are_in_order_and_not_in_the_future() -> None:
    for term in _tenures():
        start, end = PartialDate.parse(term.start), PartialDate.parse(term.end or "2025-12-31")
        assert start.first <= end.last, term
        assert end.year <= 2025, term


def test_ids_are_one_to_one() -> None:
    named = defaultdict(set)
    for term in _tenures():
        assert re.fullmatch(r"[a-z]{3}(-[a-z0-9]+)+", term.leader), term
        named[term.leader].add((term.name, term.short))
    assert {leader: forms for leader, forms in named.items() if len(forms) > 1} == {}
    pairs = {(t.country, t.name, t.leader) for t in _tenures()}
    assert len(pairs) == len({(country, name) for country, name, _ in pairs})
    abroad = {(t.country, t.leader) for t in _tenures() if not t.leader.startswith(t.country.lower())}
    assert abroad == {("SUN", "geo-shevardnadze-eduard"), ("SUN", "rus-silayev-ivan")}


def test_every_office_is_covered() -> None:
    missing = {
        (state, code, year)
        for state in STATES - {"SUN"}
        for code in "SGF"
        for year in (1995, 2005, 2015, 2024)
        if not any(in_office(t, PartialDate(year)) for t in _terms(OFFICES[code])[state])
    }
    assert missing == UNCOVERED


def test_one_incumbent_for_each_office() -> None:
    without = {"G": {"TUR", "TKM", "IDN", "PHL", "BRN", "MDV", "IRN", "SYR", "OMN"}, "F": {"NPL"}, "S": set[str]()}
    several = {"G": set[str](), "F": {"BRN"}, "S": {"PRK", "IRN"}}
    for code, states in without.items():
        now = {state: sum(not t.end for t in terms) for state, terms in _terms(OFFICES[code]).items()}
        assert {s for s in STATES - {"SUN"} if not now.get(s)} == states
        assert {s for s, count in now.items() if count > 1} == several[code]


def test_a_spelling_belongs_to_one_person_of_a_state() -> None:
    owners = defaultdict(set)
    for leader, forms in _spellings().items():
        for form in forms:
            owners[leader[:3], form].add(leader)
    assert {key: who for key, who in owners.items() if len(who) > 1} == {}


def test_spellings_are_written_once_and_differ_from_the_name() -> None:
    names = {(t.leader, t.name) for t in _tenures()}
    rows = [(r.leader, r.name) for r in read_table(LeaderName) if r.leader in _spellings()]
    assert len(rows) == len(set(rows)) > 2000
    assert not names & set(rows)
    assert all(name == " ".join(name.split()) for _, name in rows)
