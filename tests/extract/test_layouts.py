"""The same lines under any mark of a list, and the same text broken at any width, give the same facts."""

from __future__ import annotations

import textwrap

import pytest

from relations_db.extract import Extractor, to_codebook
from relations_db.language.asides import with_commas
from relations_db.language.fold import fold
from relations_db.values import Document, PartialDate

CHRONICLE = """\
Steps in the relations of Mongolia and Portugal

{}May 1998. President Natsagiin Bagabandi pays an official visit to Portugal.
{}March 2013. Prime Minister Pedro Passos Coelho visits Ulaanbaatar.
{}May 2015. The presidents sign an agreement on economic cooperation in Lisbon."""
SIGNED = """\
President Sadyr Japarov of Kyrgyzstan received President Gitanas Nauseda of Lithuania in Bishkek on 4 June 2024. The following documents were signed:

{}Agreement on mutual legal assistance;
{}Memorandum on cooperation in tourism;
{}Protocol on customs data."""
MARKS = [
    ("- ",) * 3,
    ("* ",) * 3,
    ("• ",) * 3,
    ("– ",) * 3,
    ("▪ ",) * 3,
    ("1. ", "2. ", "3. "),
    ("1) ", "2) ", "3) "),
    ("(a) ", "(b) ", "(c) "),
]
READ = {
    CHRONICLE: [
        ("visits", "Natsagiin Bagabandi", "1998-05"),
        ("visits", "Pedro Passos Coelho", "2013-03"),
        ("agreements", "agreement on economic cooperation", "2015-05"),
    ],
    SIGNED: [
        ("visits", "Gitanas Nauseda", "2024-06-04"),
        ("agreements", "Agreement on mutual legal assistance", "2024-06-04"),
        ("agreements", "Memorandum on cooperation in tourism", "2024-06-04"),
        ("agreements", "Protocol on customs data", "2024-06-04"),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def facts(extractor: Extractor, text: str) -> list[tuple[str, str, str]]:
    """Kind, leader or title, and day of each visit and agreement."""
    found = to_codebook(extractor.extract(Document("d", text, PartialDate(2024, 6, 5))))
    visits = [("visits", v["leader"], v["started_on"]) for v in found["visits"]]
    return visits + [("agreements", a["title"], a["signed_on"]) for a in found["agreements"]]


@pytest.mark.parametrize("text", [CHRONICLE, SIGNED], ids=["chronicle", "signed"])
@pytest.mark.parametrize("marks", MARKS, ids=lambda marks: marks[0])
def test_lists_of_any_mark(extractor: Extractor, text: str, marks: tuple[str, str, str]) -> None:
    assert facts(extractor, text.format(*marks)) == READ[text]


@pytest.mark.parametrize("width", [55, 66, 72, 78, 90, 110])
def test_lines_of_any_width(extractor: Extractor, width: int) -> None:
    text = (
        "BISHKEK, Kyrgyzstan, June 4 (Agency) - The president of Lithuania, Gitanas Nauseda, arrived in Bishkek on Tuesday, the presidential office "
        "said there. Nauseda and his host, President Sadyr Japarov, signed an agreement on mutual legal assistance and a memorandum on cooperation in "
        "tourism after talks that lasted for three hours. The Lithuanian will also visit the city of Osh before he flies home, an official said. The "
        "two countries have had diplomatic relations since 1992, and the embassy in Bishkek opened only last year."
    )
    assert (
        facts(extractor, textwrap.fill(text, width))
        == facts(extractor, text)
        == [
            ("visits", "Gitanas Nauseda", "2024-06-04"),
            ("agreements", "agreement on mutual legal assistance", "2024-06-04"),
            ("agreements", "memorandum on cooperation in tourism", "2024-06-04"),
        ]
    )


# An aside on a person, in any marks and with any date of his life, changes nothing of what he does.
ACTS = [
    ("President William Ruto of Kenya{} arrived in Kampala on 4 May 2024.", [("visits", "William Ruto", "2024-05-04")]),
    ("President William Ruto of Kenya{} flew to Uganda in April.", [("visits", "William Ruto", "2024-04")]),
    (
        "In July 2023, when President Luis Abinader of the Dominican Republic{} paid a state visit to Guyana, the two countries signed a memorandum on energy.",
        [("visits", "Luis Abinader", "2023-07"), ("agreements", "memorandum on energy", "2023-07")],
    ),
    (
        "Last month President Xiomara Castro of Honduras{} went to Beijing and signed 17 agreements with China there.",
        [("visits", "Xiomara Castro", "2024-05"), ("agreements", None, "2024-05")],
    ),
]
ASIDES = [
    "", ", who took office in March 1991,", ", elected in March 1991,", ", who was sworn in on 24 January 1991,", ", 61,",
    ", who became president in 1991,", " - sworn in in March 1991 -", ", in power since 1991,", " - in power since March 1991 -", " – re-elected in March 1991 –", "—who won the election of March 1991—",
    "—the oldest of them all—", ", accompanied by a large delegation,", ", who was born in 1958,",
]  # fmt: skip


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize(("text", "read"), ACTS, ids=[a[0][:40] for a in ACTS])
def test_asides_date_nothing(extractor: Extractor, text: str, read: list[tuple[str, str, str]], aside: str) -> None:
    assert facts(extractor, text.format(aside).replace("— ", "—")) == read


KEPT = [
    # a dateline, a route between two towns, a list between dashes, a range
    (
        "NAIROBI, May 4 (Agency) - President William Ruto - a farmer by trade - flew to Uganda on Saturday.",
        "NAIROBI, May 4 (Agency) - President William Ruto , a farmer by trade , flew to Uganda on Saturday.",
    ),
    ("The Darbaza - Maktaraal - Tashkent line was opened.", "The Darbaza - Maktaraal - Tashkent line was opened."),
    (
        "Their ventures - a smelter, two stations and a dam - went on.",
        "Their ventures - a smelter, two stations and a dam - went on.",
    ),
    ("It ran from 3 May - 5 May - as planned.", "It ran from 3 May - 5 May - as planned."),
    ("A deal—the first in years—was signed.", "A deal,the first in years,was signed."),
    ("The 2020—2025 plan and the Kenya—Uganda line.", "The 2020-2025 plan and the Kenya-Uganda line."),
]


@pytest.mark.parametrize(("text", "read"), KEPT)
def test_dashes_of_asides_are_commas(text: str, read: str) -> None:
    assert with_commas(fold(text), text) == read
