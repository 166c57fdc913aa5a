"""Declarations and levels: what is read of literal sentences, and what is not. The document is dated 2024-05-15, a Wednesday."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.extract import Extractor
from relations_db.extract.levels import RANKS, find_labels, find_level, level_code
from relations_db.values import Declaration, Document, PartialDate

Row = tuple[str, str, str | None, str]
S, C, E = "strategic_partnership", "comprehensive_strategic_partnership", "enhanced_strategic_partnership"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def declarations(extractor: Extractor, text: str, dated: str | None = "2024-05-15") -> list[Declaration]:
    """All declarations read of a text."""
    document = Document("x", text, PartialDate.parse(dated) if dated else None)
    return [s.claim for s in extractor.extract(document).statements if isinstance(s.claim, Declaration)]


def rows(extractor: Extractor, text: str) -> list[Row]:
    """Parties, form, level and date with status of each declaration."""
    return [
        ("-".join(c.parties), c.form, c.level, f"{c.signed_on or '?'} {c.status}")
        for c in declarations(extractor, text)
    ]


# fmt: off
DOCUMENTS = [
    ("The presidents of Armenia and France issued a joint declaration in Paris on Tuesday.", "ARM-FRA", "joint_declaration", None, "2024-05-14 done"),
    ("The Declaration on Strategic Partnership between Armenia and France was adopted on Tuesday in Paris.", "ARM-FRA", "declaration", S, "2024-05-14 done"),
    ("In a joint communique Armenia and France condemned the attack.", "ARM-FRA", "communique", None, "2024-05-15 done"),
    ("By a joint statement of 6 December 2023 Kazakhstan and Italy moved up to a strategic partnership.", "ITA-KAZ", "joint_statement", S, "2023-12-06 done"),
    ("With the Shusha Declaration of June 2021 Azerbaijan and Turkey became allies.", "AZE-TUR", "declaration", "alliance", "2021-06 done"),
    ("Spain and Algeria have had a treaty of friendship since 2002.", "DZA-ESP", "treaty", "friendship", "2002 done"),
    ("The treaty of alliance between Tajikistan and Uzbekistan goes back to 2024.", "TJK-UZB", "treaty", "alliance", "2024 done"),
    ("A declaration on allied interaction between Kazakhstan and Tajikistan followed in May 2023.", "KAZ-TJK", "declaration", "alliance", "2023-05 done"),
    ("Kazakhstan and Tajikistan are to sign a treaty of alliance in Dushanbe on Friday.", "KAZ-TJK", "treaty", "alliance", "2024-05-17 planned"),
    ("Diplomats of France and Indonesia are also discussing a joint statement.", "FRA-IDN", "joint_statement", None, "? proposed"),
    ("The presidents of Kenya and Japan signed an agreement on strategic partnership in Tokyo on Monday.", "JPN-KEN", "agreement", S, "2024-05-13 done"),
    ("Russia and North Korea signed a treaty of mutual assistance in 1961.", "PRK-RUS", "treaty", None, "1961 done"),
    ("Turkey and Uzbekistan settled for a declaration on a deepened strategic partnership in June 2022.", "TUR-UZB", "declaration", E, "2022-06 done"),
    ("Tokayev and Xi signed a joint statement that takes relations of Kazakhstan and China to a comprehensive strategic partnership.", "CHN-KAZ", "joint_statement", C, "2024-05-15 done"),
]
CHANGES = [
    ("Vietnam and Australia raised their relations from a strategic partnership to a comprehensive strategic partnership in March 2024.", "AUS-VNM", C, "2024-03 done"),
    ("Japan and Mongolia have been strategic partners since 2010.", "JPN-MNG", S, "2010 done"),
    ("India and Oman, strategic partners since 2008, discussed defence.", "IND-OMN", S, "2008 done"),
    ("The strategic partnership between India and Oman dates from 2008.", "IND-OMN", S, "2008 done"),
    ("The strategic partnership that Poland and South Korea concluded in 2013 has grown.", "KOR-POL", S, "2013 done"),
    ("In 2013 Poland and South Korea entered into a strategic partnership.", "KOR-POL", S, "2013 done"),
    ("Poland and South Korea agreed to lift their ties to a comprehensive strategic partnership.", "KOR-POL", C, "2024-05-15 done"),
    ("Poland hopes to lift its ties with South Korea to a comprehensive strategic partnership.", "KOR-POL", C, "? proposed"),
    ("Both sides of Kazakhstan and Qatar spoke in favour of raising relations to a strategic partnership.", "KAZ-QAT", S, "? proposed"),
    ("Kazakhstan and Malaysia are to become strategic partners next year.", "KAZ-MYS", S, "2025 planned"),
    ("The alliance between Azerbaijan and Turkey was sealed in Shusha in June 2021.", "AZE-TUR", "alliance", "2021-06 done"),
    ("Kazakhstan was the first country with which Italy concluded a strategic partnership, in 2009.", "ITA-KAZ", S, "2009 done"),
    ("The rank of strategic partner, which Kazakhstan obtained from Italy in 2009, was confirmed.", "ITA-KAZ", S, "2009 done"),
    ("Elevation of ties between Brunei and Malaysia to a strategic partnership was announced in Putrajaya.", "BRN-MYS", S, "2024-05-15 done"),
    ("China and Uzbekistan decided on Tuesday to develop an all-weather comprehensive strategic partnership.", "CHN-UZB", C, "2024-05-14 done"),
    ("Cambodia is already in a comprehensive strategic partnership with China (2010).", "CHN-KHM", C, "2010 done"),
    ("Ten years after they became strategic partners, Kazakhstan and Italy met in Rome on Monday.", "ITA-KAZ", S, "? done"),
]
SEVERAL = [
    ("Relations between Mongolia and South Korea, a comprehensive partnership since 2011, became a strategic partnership in 2021.",
     [("KOR-MNG", "other", "comprehensive_partnership", "2011 done"), ("KOR-MNG", "other", S, "2021 done")]),
    ("Korea lifted its relations with Vietnam in 2001 to a comprehensive partnership and in December 2022 to a comprehensive strategic partnership.",
     [("KOR-VNM", "other", "comprehensive_partnership", "2001 done"), ("KOR-VNM", "other", C, "2022-12 done")]),
    ("Turkey and Uzbekistan upgraded ties to a comprehensive strategic partnership in 2022; they had been strategic partners since 2018.",
     [("TUR-UZB", "other", C, "2022 done"), ("TUR-UZB", "other", S, "2018 done")]),
    ("A treaty on eternal friendship between Turkey and Uzbekistan dates from May 1996, a joint declaration on strategic partnership from October 2017.",
     [("TUR-UZB", "treaty", "friendship", "1996-05 done"), ("TUR-UZB", "joint_declaration", S, "2017-10 done")]),
]
NOTHING = [
    "Kazakhstan is Italy's strategic partner.",
    "The two countries, Kazakhstan and Italy, call themselves strategic partners.",
    "Kazakhstan and Malaysia stopped short of a strategic partnership.",
    "China and Nauru restored relations; there is no talk of a strategic partnership.",
    "The bank entered into a partnership with a Kazakh firm in Italy.",
    "Kazakhstan and Italy discussed the strategic partnership and trade.",
    "Armenia and France did not adopt a joint declaration.",
    "Neither a joint statement nor any other paper came out of the talks of Armenia and France.",
    "The Armenian president made a declaration of income to France.",
    "Had Armenia and France signed a treaty of alliance, the war would have ended.",
    "If relations of Armenia and France were raised to a strategic partnership, trade would grow.",
    "Moscow denied that Russia and Bolivia had raised their relations to an alliance.",
    "ASEAN leaders adopted the Vientiane Declaration.",
    "Serbia and Hungary spoke of their strategic partnership council.",
    "Kazakhstan and the European Union raised their relations to an enhanced partnership.",
    "The Kazakh leader praised an energy partnership with Italy.",
]
PLACES = [
    ("The presidents of Armenia and France issued a joint declaration in Paris on Tuesday.", "Paris"),
    ("President Tokayev of Kazakhstan was there for the signing of the Astana Declaration with Italy.", "Astana"),
    ("Kazakhstan and Italy became strategic partners in Rome in 2009.", "Rome"),
    ("The joint statement of Armenia and France was released on Tuesday.", None),
    ("Armenia and France signed in March 2022 a joint declaration on a strategic partnership, the highest grade in Yerevan's vocabulary.", None),
    ("Armenia and France signed in Yerevan's city hall in March 2022 a joint declaration on a strategic partnership.", "Yerevan"),
    ("Armenia and France signed at Yerevan's Matenadaran in March 2022 a joint declaration on a strategic partnership.", "Yerevan"),
    ("Jordan's prime minister went to Baghdad on 29 December, when a joint statement with Iraq was issued; Iraq's president was in Amman in November.", "Baghdad"),
    ("Armenia and France signed a joint declaration on the training of doctors in Gyumri.", None),
]
LABELS = [
    ("strategic partnership", S), ("Strategic Partners", S), ("comprehensive strategic partnership for the new era", C), ("all-round strategic partnership", C),
    ("enhanced strategic partnership", E), ("special strategic partnership", E), ("comprehensive partnership and strategic interaction", C), ("allied relations", "alliance"),
    ("strategic partnership and alliance", "alliance"), ("comprehensive partnership", "comprehensive_partnership"), ("cooperative partnership", "partnership"),
    ("exceptional partnership", "partnership"), ("trade", None), ("strategic stability", None), ("special relationship", None),
]
# fmt: on


@pytest.mark.parametrize(("text", "parties", "form", "level", "when"), DOCUMENTS)
def test_documents(extractor: Extractor, text: str, parties: str, form: str, level: str | None, when: str) -> None:
    assert rows(extractor, text) == [(parties, form, level, when)]


@pytest.mark.parametrize(("text", "parties", "level", "when"), CHANGES)
def test_levels_without_a_document(extractor: Extractor, text: str, parties: str, level: str, when: str) -> None:
    assert rows(extractor, text) == [(parties, "other", level, when)]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_each_level_has_its_own_date(extractor: Extractor, text: str, wanted: list[Row]) -> None:
    assert rows(extractor, text) == wanted


@pytest.mark.parametrize("text", NOTHING)
def test_of_other_sentences_nothing_is_made(extractor: Extractor, text: str) -> None:
    assert rows(extractor, text) == []


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_places(extractor: Extractor, text: str, place: str | None) -> None:
    assert [c.place for c in declarations(extractor, text)] == [place]


@pytest.mark.parametrize(("label", "code"), LABELS)
def test_level_of_a_label(label: str, code: str | None) -> None:
    assert level_code(label) == code


def test_the_highest_level_wins() -> None:
    text = "from a strategic partnership to an alliance, never mind the partnership"
    assert [code for code, _, _ in find_labels(text)] == [S, "alliance", "partnership"]
    assert find_level(text) == ("alliance", 35, 43)


def test_sectors_are_no_levels() -> None:
    assert find_labels("an energy partnership, a green partnership and a public-private partnership") == []


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz -.,", max_size=60))
def test_labels_lie_in_the_text_and_have_a_rank(text: str) -> None:
    for code, start, end in find_labels(text + " strategic partnership " + text):
        assert code in RANKS
        assert 0 <= start < end <= 2 * len(text) + 23
