"""Titles that firms, banks and clubs give as well make nobody a state's officer; a surname alone needs its leader's state."""

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, Leader, PartialDate

NOBODY = [
    "Shares rose in Chile. Andes Copper president Tomas Quiroga said that output would grow.",
    "In Peru the bank said its President, Carla Benites, would step down.",
    "Board President Luis Tamayo spoke in Colombia on Monday.",
    "The dockers' vice president Omar Fuentes called for a strike in Uruguay.",
    "Ivo Marek, vice president of Bohemia Glass Works Inc, told Czech reporters that sales fell.",
    "Kenya tea growers' chairman Paul Njenga asked for higher prices.",
    "He was named executive vice president of Lima Mining Corp, Peru's largest producer.",
    "The analyst firm Harper, Gordon and Co expects lower prices.",
    "Orinoco Canada president Daniel Stone said that the mill would stay open.",
    "The National Union of Miners in Chile president Raul Soto said so.",
    "The Bank of Ghana governor's guest, club president Kofi Adu, spoke next.",
    'UMW president Noel Carrow scolded Congress in the United States. "We shall fight," Carrow said. Noel Carrow leads U.S. miners.',
    "Bean growers (NBG) president-elect Tom Harding spoke to U.S. farmers in The Hague. Tom Harding flies home today.",
    "The province of Saskatchewan is in Canada. Saskatchewan Trade Minister Neil Ormond spoke.",
    "Sugar left Australia. Queensland Primary Industries Minister Colin Baird said so.",
    "Ken Ito, president of Japan Bond Rating Agency Ltd, spoke.",
    "In Japan, among the leaders, QXI lost two points.",
    "Grants go to Nova Scotia and Prince Edward Island, both in Canada.",
    "He Ping, Minister of Agriculture, Animal Husbandry and Fisheries, said that Hong Kong bought more.",
    "In Canada ABC Mills said P.R. Clark is elected president. The keynote speaker, Tim Hollis, spoke.",
    "Prices in Norway fell, said chief negotiator Per Lunde of the union Ltd.",
]
SOMEBODY = [
    ("Chilean Vice President Tomas Quiroga spoke in Lima.", "Tomas Quiroga"),
    ("Peru's vice president, Carla Benites, met the miners.", "Carla Benites"),
    ("Tomas Quiroga, the Chilean chief negotiator, flew home.", "Tomas Quiroga"),
    ("Finance Minister Omar Fuentes told the parliament of Uruguay so.", "Omar Fuentes"),
    ("In Geneva Finance Minister Ivo Marek said that Czech exports rose.", "Ivo Marek"),
    ("President Emmanuel Macron and Vice President Marc Delorme of France spoke.", "Marc Delorme"),
]


def _names(text: str, year: int = 2024) -> set[str]:
    extraction = Extractor().extract(Document("d", text, PartialDate(year, 3, 5)))
    return {s.claim.name for s in extraction.statements if isinstance(s.claim, Leader)}


@pytest.mark.parametrize("text", NOBODY)
def test_of_no_state(text: str) -> None:
    assert _names(text) == set()


@pytest.mark.parametrize(("text", "name"), SOMEBODY)
def test_of_a_state(text: str, name: str) -> None:
    assert name in _names(text)


def test_nobody_held_an_office_before_his_first_term() -> None:
    assert _names("The builder Donald Trump told U.S. reporters that he would buy the airline.", 1987) == set()
    assert _names("Donald Trump told U.S. reporters that he would run again.", 2022) == {"Donald Trump"}


def test_a_title_of_one_state_says_whose_it_is() -> None:
    text = "In France the Chancellor of the Exchequer, Mary Holloway, met French bankers."
    extraction = Extractor().extract(Document("d", text, PartialDate(1987, 3, 5)))
    assert [s.claim.country for s in extraction.statements if isinstance(s.claim, Leader)] == ["GBR"]


def test_of_two_states() -> None:
    """Without a date one who served two states is of the later one."""
    text = "Croatia and Montenegro were once Yugoslavia. Stjepan Mesić went to Cetinje in 2007; Václav Havel was in Poland, from the Czech Republic, not Czechoslovakia."
    found = [s.claim for s in Extractor().extract(Document("d", text)).statements if isinstance(s.claim, Leader)]
    assert {(leader.name, leader.country) for leader in found} == {("Stjepan Mesić", "HRV"), ("Václav Havel", "CZE")}


def _states(text: str) -> dict[str, str | None]:
    extraction = Extractor().extract(Document("d", text, PartialDate(1987, 3, 5)))
    return {s.claim.name: s.claim.country for s in extraction.statements if isinstance(s.claim, Leader)}


def test_two_officials_of_one_state() -> None:
    text = "British ministers came to Bonn. Two West German officials, State Secretaries Uwe Lenz and Karl Odendahl, met them."
    assert _states(text) == {"Uwe Lenz": "DEU", "Karl Odendahl": "DEU"}


def test_a_title_ends_before_a_person_of_another_state() -> None:
    text = "There came Luis Alcala, assistant energy secretary of Mexico and Energy Minister Pedro Rubiano of Colombia."
    assert _states(text)["Pedro Rubiano"] == "COL"


def test_a_verb_between_a_name_and_a_government() -> None:
    text = (
        "Hong Kong's fund grows, Financial Secretary Piers Jacobs said. Jacobs said the government would help Britain."
    )
    assert "ATG" not in _states(text).values()
