"""The trained judge of visits: what it sees, what it adds to the rules, and what it must leave."""

from __future__ import annotations

from importlib.resources import files
from itertools import permutations

import pytest

from relations_db.extract import Extractor
from relations_db.extract.learnt import judge
from relations_db.extract.learnt.visit_pairs import features, pairs
from relations_db.extract.learnt.visits import RULE, learnt_visits
from relations_db.values import Document, PartialDate, Visit

DAY = PartialDate(2024, 5, 20)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def _document(text: str) -> Document:
    return Document("t", text, published_on=DAY)


def _seen(extractor: Extractor, text: str) -> list[set[str]]:
    context = extractor.context_of(_document(text))
    return [features(context, s, pair) for s in context.analysis.sentences for pair in pairs(context, s)]


# Two sentences that differ in their names alone.
SAME = [
    (
        "President Emmanuel Macron of France turned up in Astana on Monday.",
        "President Andrzej Duda of Poland turned up in Ankara on Monday.",
    ),
    (
        "Foreign Minister Hakan Fidan of Turkey, with Sergei Lavrov of Russia, will be seen in Jakarta.",
        "Foreign Minister Subrahmanyam Jaishankar of India, with Wang Yi of China, will be seen in Cairo.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_are_no_features(extractor: Extractor, one: str, other: str) -> None:
    found = _seen(extractor, one)
    assert found
    assert found == _seen(extractor, other)


def test_each_person_meets_each_foreign_state_once(extractor: Extractor) -> None:
    text = "President Emmanuel Macron of France, a guest of Kazakhstan, saw Astana, Almaty and Baku with President Andrzej Duda of Poland."
    context = extractor.context_of(_document(text))
    found = [(p.guest.name, p.state) for s in context.analysis.sentences for p in pairs(context, s)]
    assert sorted(found) == [
        ("Andrzej Duda", "AZE"),
        ("Andrzej Duda", "FRA"),
        ("Andrzej Duda", "KAZ"),
        ("Emmanuel Macron", "AZE"),
        ("Emmanuel Macron", "KAZ"),
        ("Emmanuel Macron", "POL"),
    ]


# What no rule reads: guest, host, first day.
ADDED = [
    ("The pact with Kenya's William Ruto was signed in Brussels in June 2023.", "William Ruto", "BEL", "2023-06"),
    ("The memorandum with Ghana's Nana Akufo-Addo was signed in Berlin in March 2023.", "Nana Akufo-Addo", "DEU", "2023-03"),
    ("With Mongolia's Ukhnaagiin Khurelsukh a similar paper was initialled in Paris in May 2023.", "Ukhnaagiin Khurelsukh", "FRA", "2023-05"),
    ("Sochi, 24 October: President Faustin-Archange Touadera of the Central African Republic among forty others.", "Faustin-Archange Touadera", "RUS", "2024-05-20"),
]  # fmt: skip

LEFT = [
    "President Joko Widodo of Indonesia praised the reforms in Ethiopia.",
    "President William Ruto of Kenya said that the elections in Senegal had been fair.",
    "President Javier Milei of Argentina recalled his ambassador from Madrid.",
    "Prime Minister Fumio Kishida of Japan telephoned President Yoon Suk Yeol in Seoul.",
    "Prime Minister Rishi Sunak of Britain condemned the attack in Moscow.",
    "President Gustavo Petro of Colombia sent his condolences to Brazil.",
    "President Emmanuel Macron of France is popular in Warsaw.",
    "President Alexander Stubb of Finland is unknown in Manila.",
    "President Bassirou Diomaye Faye of Senegal did not come to Banjul.",
    "The uncle of King Mohammed of Morocco lives in Geneva.",
    "President Denis Sassou Nguesso of Congo has money in Lisbon.",
    "Prime Minister Robert Abela of Malta rang his colleague in Tripoli.",
    "President Luis Arce of Bolivia named a new envoy to Peru.",
    "Prime Minister Keir Starmer of Britain ruled out sending troops to Lebanon.",
    "President Recep Tayyip Erdogan of Turkey criticised the court in The Hague.",
    "President Daniel Noboa of Ecuador spoke by video to a forum in Geneva.",
    "President Salome Zourabichvili of Georgia was born in Paris.",
    "Foreign Minister Wang Yi of China welcomed the vote in Niger.",
]


@pytest.mark.parametrize(("text", "leader", "host", "day"), ADDED)
def test_what_no_rule_reads_is_added(extractor: Extractor, text: str, leader: str, host: str, day: str) -> None:
    found = [s for s in extractor.extract(_document(text)).statements if isinstance(s.claim, Visit)]
    assert [
        (s.rule, s.claim.leader, s.claim.host, str(s.claim.started_on)) for s in found if isinstance(s.claim, Visit)
    ] == [(RULE, leader, host, day)]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_visit_is_left(extractor: Extractor, text: str) -> None:
    assert [s.claim for s in extractor.extract(_document(text)).statements if isinstance(s.claim, Visit)] == []


def test_nothing_is_added_of_whom_a_rule_has_told(extractor: Extractor) -> None:
    pact = "The pact with Kenya's William Ruto was signed in Brussels in June 2023."
    document = _document(f"Ruto visited Brussels in June 2023. {pact}")
    assert learnt_visits(extractor.context_of(document), []) != []
    found = [s for s in extractor.extract(document).statements if isinstance(s.claim, Visit)]
    assert [s.rule for s in found if s.rule == RULE] == []


def test_weights_are_a_clean_table() -> None:
    table = files("relations_db.extract.learnt").joinpath("visits.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t", 1) for line in table.splitlines()]
    names = [name for _, name in rows]
    assert sum(name == "" for name in names) == 1
    assert len(set(names)) == len(names)
    assert rows == sorted(rows, key=lambda row: (int(row[0]), row[1]))
    assert all(int(weight) for weight, name in rows if name)


def test_the_order_of_features_is_nothing() -> None:
    some = sorted(judge.weights_of("visits"))[1:6]
    assert len({judge.probability("visits", order) for order in permutations(some)}) == 1
    assert 0 < judge.probability("visits", some) < 1
    assert judge.probability("visits", ["no such thing"]) == judge.probability("visits", [])
