"""One person under many spellings; kin and namesakes apart."""

from __future__ import annotations

import pytest
from making import LEADERS

from relations_db.resolve.leaders import Leaders, name_key, same_name, same_person
from relations_db.values import PartialDate
from relations_db.vocabulary import LeaderName, Tenure, Vocabulary, load_vocabulary

# country, spelling, date of the text, the person's key
KNOWN = [
    ("KAZ", "Kassym-Jomart Tokayev", "2024", "kaz-tokayev"),
    ("KAZ", "Kasym-Zhomart Tokaev", "2024", "kaz-tokayev"),
    ("KAZ", "Qasym-Jomart Toqayev", "2024", "kaz-tokayev"),
    ("KAZ", "Tokayev", "2024", "kaz-tokayev"),
    ("KAZ", "K. Tokayev", None, "kaz-tokayev"),
    ("KAZ", "Nursultan Nazarbaev", "2024", "kaz-nazarbayev"),
    ("KGZ", "Sadyr Zhaparov", "2024", "kgz-japarov"),
    ("KGZ", "Akylbek Zhaparov", "2024", "kgz-japarov-akylbek"),
    ("TKM", "Gurbanguly Berdymukhammedov", "2024", "tkm-gb"),
    ("TKM", "Serdar Berdimuhamedow", None, "tkm-sb"),
    ("TKM", "Berdimuhamedov", "2010-05-01", "tkm-gb"),
    ("PRK", "Kim Jong-un", "2018-06-12", "prk-kim-un"),
    ("PRK", "Kim", "2018", "prk-kim-un"),
    ("PRK", "Kim Jong-il", "2018-06-12", "prk-kim-il"),
    ("QAT", "Sheikh Hamad bin Khalifa Al-Thani", "2010", "qat-hamad"),
    ("QAT", "Khalifa bin Hamad Al Thani", "2010", "qat-khalifa"),
    ("PHL", "Ferdinand Marcos", "2024-01-10", "phl-marcos-jr"),
    ("PHL", "Ferdinand Marcos", "1980-01-10", "phl-marcos-sr"),
    ("PHL", "Ferdinand Marcos Jr.", "1980-01-10", "phl-marcos-jr"),
    ("EGY", "Abdelfattah Al-Sisi", "2024", "egy-sisi"),
    ("EGY", "Abdul Fattah Al-Sissi", "2024", "egy-sisi"),
    ("TUR", "Recep Tayyip Erdogan", "2024", "tur-erdogan"),
    ("TUR", "Tayyip Erdogan", "2024", "tur-erdogan"),
    ("USA", "Joseph Biden", "2023", "usa-biden"),
    ("USA", "Joseph R. Biden Jr", "2023", "usa-biden"),
    ("PAK", "Muhammad Shehbaz Sharif", None, "pak-shehbaz"),
    ("PAK", "Muhammad Nawaz Sharif", "2023", "pak-nawaz"),
]
# country, spelling, date: nobody whom the table knows for sure
UNKNOWN = [
    ("KAZ", "Murat Nurtleu", "2024"),
    ("UZB", "Kassym-Jomart Tokayev", "2024"),
    ("KGZ", "Japarov", "2023-05-01"),
    ("TKM", "Berdimuhamedov", None),
    ("KAZ", "Tokayev", None),
    ("KAZ", "Serik Tokayev", "2024"),
    ("PRK", "Kim Yo Jong", "2018"),
    ("PAK", "Sharif", "2019-01-01"),
    ("QAT", "Hamad bin Jassim Al Thani", "2010"),
    ("PHL", "Imelda Marcos", "2024"),
]


@pytest.mark.parametrize(("country", "name", "on", "key"), KNOWN)
def test_a_spelling_means_a_known_person(country: str, name: str, on: str | None, key: str) -> None:
    found = LEADERS.find(name, country, PartialDate.parse(on) if on else None)
    assert (found.key, found.known) == (key, True)


@pytest.mark.parametrize(("country", "name", "on"), UNKNOWN)
def test_a_name_that_fits_nobody_or_several_is_a_person_of_its_own(country: str, name: str, on: str | None) -> None:
    found = LEADERS.find(name, country, PartialDate.parse(on) if on else None)
    assert not found.known
    assert found.key.startswith(country.lower() + ":")


SAME = [
    ("Jeenbek Kulubaev", "Zheenbek Kulubayev"),
    ("Bakhtiyor Saidov", "Bahtiyor Saidov"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
    ("Shavkat Mirziyoyev", "Shavkat Mirziyoev"),
    ("Almazbek Atambayev", "Almazbek Atambaev"),
    ("Ilham Aliyev", "Ilham Aliev"),
    ("Nikol Pashinyan", "Nikol Pashinian"),
    ("Boris Yeltsin", "Boris Eltsin"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("Aleksandar Vucic", "Aleksandar Vučić"),
    ("Gerhard Schröder", "Gerhard Schroeder"),
    ("Yoon Suk Yeol", "Yoon Suk-yeol"),
    ("Yoon Suk Yeol", "Yoon Sukyeol"),
    ("Kishida Fumio", "Fumio Kishida"),
    ("Viktor Orbán", "Orban Viktor"),
    ("Mohammed Shia al-Sudani", "Mohammad Shia' Al Sudani"),
    ("Mohamed bin Zayed", "Mohammed bin Zayed Al Nahyan"),
    ("Tamim bin Hamad Al Thani", "Tamim bin Hamad Al-Thani"),
    ("Hassan Rouhani", "Hassan Rohani"),
    ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian"),
    ("Nana Akufo-Addo", "Nana Addo Dankwa Akufo-Addo"),
    ("Ingrida Šimonytė", "Ingrida Shimonyte"),
]
APART = [
    ("Ilham Aliyev", "Heydar Aliyev"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Hun Sen", "Hun Manet"),
    ("Nawaz Sharif", "Shehbaz Sharif"),
    ("Mahinda Rajapaksa", "Gotabaya Rajapaksa"),
    ("Ali Khamenei", "Ruhollah Khomeini"),
    ("Raul Castro", "Fidel Castro"),
    ("Hamad bin Khalifa Al Thani", "Khalifa bin Hamad Al Thani"),
    ("Mohammed bin Salman", "Mohammed bin Nayef"),
    ("Park Geun-hye", "Park Chung-hee"),
    ("Sadyr Japarov", "Akylbek Japarov"),
    ("Mohammed VI", "Mohammed V"),
    ("Irakli Garibashvili", "Irakli Kobakhidze"),
    ("Serzh Sargsyan", "Armen Sarkissian"),
    ("Lee Myung-bak", "Lee Jae-myung"),
    ("Tokayev", "Kassym-Jomart Tokayev"),
    ("U. Khurelsukh", "Ukhnaagiin Khurelsukh"),
    ("Li Keqiang", "Li Qiang"),
    ("Wang Yi", "Wang Qi"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert same_name(name_key(a), name_key(b))
    assert same_name(name_key(b), name_key(a))


@pytest.mark.parametrize(("a", "b"), APART)
def test_names_of_different_people(a: str, b: str) -> None:
    assert not same_name(name_key(a), name_key(b))
    assert not same_name(name_key(b), name_key(a))


def test_a_known_person_is_never_an_unknown_one() -> None:
    known, unknown = LEADERS.find("Sadyr Japarov", "KGZ"), LEADERS.find("Japarov", "KGZ")
    assert not same_person(known, unknown)
    assert same_person(known, LEADERS.find("Sadyr Zhaparov", "KGZ"))


def test_a_predecessor_is_meant_for_a_year_after_his_term() -> None:
    tenures = [Tenure("x-old", "Ana Old", "Old", "XXX", "head_of_state", "2010", "2015-06-01")]
    people = Leaders(tenures, [LeaderName("x-old", "Anna Old")])
    assert people.find("Old", "XXX", PartialDate(2016, 1)).known
    assert not people.find("Old", "XXX", PartialDate(2017, 1)).known


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def test_each_reference_spelling_finds_its_leader(vocabulary: Vocabulary) -> None:
    """Every name in the tables means its own person on a day of his term; the few that share a name with another are
    listed here.
    """
    people = Leaders.of(vocabulary)
    wrong = []
    for term in vocabulary.tenures:
        on = PartialDate.parse(term.start) if term.start else None
        found = people.find(term.name, term.country, on)
        if found.key != term.leader:
            wrong.append((term.name, term.country, term.leader, found.key))
    assert wrong == []
