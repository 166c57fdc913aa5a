"""By which part of a stranger's name the text takes him up again: "Ramón Iturbe Paz ... Iturbe", "Qiu Wenbo ... Qiu"."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor, to_codebook
from relations_db.values import Document, PartialDate


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def visits(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    found = to_codebook(extractor.extract(Document(id="x", text=text, published_on=PartialDate.parse("2024-10-09"))))
    return {(v["leader"], v["country"], v["host"]) for v in found["visits"]}


NEWS = "Icelandic Foreign Minister {} arrived in Copenhagen on Tuesday. {} will travel to Oslo on Thursday."


@pytest.mark.parametrize(
    ("name", "taken_up"),
    [
        ("Qiu Wenbo", "Qiu"),
        ("Seo Min-jae", "Seo"),
        ("Szentmihályi Gergő", "Szentmihályi"),
        ("Trương Quốc Khải", "Khải"),
        ("Sigurlaug Hallsdóttir", "Sigurlaug"),
        ("Abdirizak Warsame Guled", "Abdirizak"),
        ("Ramón Iturralde Paniagua", "Iturralde"),
        ("Ramón Iturralde Paniagua", "President Iturralde"),
        ("Saeed al-Mutairi", "Al-Mutairi"),
        ("Saeed al-Mutairi", "Mutairi"),
        ("Jan van der Meulen", "Van der Meulen"),
        ("Rui dos Passos", "Dos Passos"),
        ("J. R. Wickramanayake", "Wickramanayake"),
        ("K.P. Adhikarla", "Adhikarla"),
        ("G. Ölziibayar", "Mr Ölziibayar"),
        ("Anne-Lise Kvamme-Brandt", "Kvamme-Brandt"),
        # a state's or a month's name is a first name or a surname too
        ("Israel Melo", "Melo"),
        ("German Halyna", "Halyna"),
        ("Ruth Ireland", "Ireland"),
        ("Rudolf Hess", "Hess"),
    ],
)
def test_a_stranger_is_taken_up_by_a_part_of_his_name(extractor: Extractor, name: str, taken_up: str) -> None:
    title = "President" if taken_up.startswith("President") else "Foreign Minister"
    text = NEWS.format(name, taken_up).replace("Foreign Minister", title)
    assert visits(extractor, text) == {(name, "ISL", "DNK"), (name, "ISL", "NOR")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Icelandic Foreign Minister Will Thorsen arrived in Copenhagen on Tuesday. Will he travel to Oslo?",
            {("Will Thorsen", "ISL", "DNK")},
            id="a word of the text",
        ),
        pytest.param(
            "Icelandic Foreign Minister Ramón Iturralde arrived in Copenhagen on Tuesday. Ramón Quispe will travel to Oslo on Thursday.",
            {("Ramón Iturralde", "ISL", "DNK")},
            id="another's first name",
        ),
        pytest.param(
            "Icelandic Foreign Minister Rina Dal Torso arrived in Copenhagen on Tuesday. Torso will travel to Oslo on Thursday, Rina to Malta.",
            {("Rina Dal Torso", "ISL", "DNK"), ("Rina Dal Torso", "ISL", "NOR")},
            id="taken up by the surname",
        ),
        pytest.param(
            "The Danish foreign minister told Prime Minister Manele Fiji would open an embassy. Fiji will send a delegation to Oslo.",
            set(),
            id="a state is told behind a surname",
        ),
    ],
)
def test_other_words_are_no_names_of_his(extractor: Extractor, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert visits(extractor, text) == wanted
