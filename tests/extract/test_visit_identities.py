"""Who is in which state, told across clauses and sentences; and who is not. The documents are dated 2024-05-15."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, PartialDate, Visit

DAY = PartialDate(2024, 5, 15)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> set[str]:
    """The visits of a text as "surname > host status"."""
    claims = (s.claim for s in extractor.extract(Document("example", text, DAY)).statements)
    return {f"{v.leader.split()[-1]} > {v.host} {v.status.value}" for v in claims if isinstance(v, Visit)}


PLACES = {
    # a city before a title is where one acts
    "In Nicosia Foreign Minister Xavier Bettel of Luxembourg met Constantinos Kombos.": {"Bettel > CYP done"},
    "At a meeting in Amman President Alexander Van der Bellen of Austria promised help.": {"Bellen > JOR done"},
    "In Quito President Luis Lacalle Pou of Uruguay laid a stone.": {"Pou > ECU done"},
    # clefts
    "It was in a hotel in Addis Ababa that William Ruto of Kenya and Salva Kiir of South Sudan initialled nine protocols.": {"Ruto > ETH done", "Kiir > ETH done"},
    "It was in Bujumbura that Presidents Denis Sassou Nguesso of Congo and Faustin-Archange Touadera of the Central African Republic agreed to reopen the river.": {
        "Nguesso > BDI done",
        "Touadera > BDI done",
    },
    # his plane, the city that waits
    "Botswana's President Mokgweetsi Masisi left Gaborone on Sunday. His aircraft touched down in Windhoek an hour later.": {"Masisi > NAM done"},
    "Dushanbe is making ready. On Friday it receives the Turkmen president, Serdar Berdimuhamedow, for two days.": {"Berdimuhamedow > TJK planned"},
    "Bishkek is hanging out flags. On Sunday the city welcomes Turkey's Recep Tayyip Erdogan.": {"Erdogan > KGZ planned"},
    "Vientiane is expecting Cambodia's prime minister, Hun Manet, on Monday.": {"Manet > LAO planned"},
    # the heads of a chronicle
    "12 March 2023. Mbabane. Mozambique's Filipe Nyusi spends a day with King Mswati III.": {"Nyusi > SWZ done"},
    "27 September 2023. New York. On the margins of the General Assembly the Chinese foreign minister, Wang Yi, and President Taneti Maamau of Kiribati sign a communique.": {
        "Yi > USA done",
        "Maamau > USA done",
    },
    # returns and legs
    "On his return from Dhaka on Thursday the Bhutanese premier, Tshering Tobgay, said that Sheikh Hasina had given him mangoes.": {"Tobgay > BGD done"},
    "After her return from Kigali, Estonia's Kaja Kallas met the press.": {"Kallas > RWA done"},
    "The Chinese president, Xi Jinping, completed the Serbian leg of his tour on Thursday and moved on to Budapest.": {"Jinping > SRB done", "Jinping > HUN done"},
}  # fmt: skip

PERSONS = {
    # trips that share a verb
    "President Julius Maada Bio of Sierra Leone flew to Monrovia on Tuesday and President Joseph Boakai of Liberia to Conakry.": {"Bio > LBR done", "Boakai > GIN done"},
    "Kenya's William Ruto went to Kigali, Rwanda's Paul Kagame to Kampala and Uganda's Yoweri Museveni to Nairobi.": {
        "Ruto > RWA done",
        "Kagame > UGA done",
        "Museveni > KEN done",
    },
    "Finland's Alexander Stubb will go to Riga in November, Latvia's Edgars Rinkevics to Tallinn in December.": {"Stubb > LVA planned", "Rinkevics > EST planned"},
    # auxiliaries that are shared
    "Prime Minister Charlot Salwai of Vanuatu said that he would take up the invitation and travel to Canberra in February.": {"Salwai > AUS planned"},
    "Latvia's Evika Silina will meet troops in Rezekne next week and travel to Warsaw on Thursday.": {"Silina > POL planned"},
    # company
    "Kenya's President William Ruto was in Accra on Monday, along with Foreign Minister Olushegun Bakari of Benin.": {"Ruto > GHA done", "Bakari > GHA done"},
    "Kenya's President William Ruto was in Accra on Monday, along with his foreign minister, Musalia Mudavadi.": {"Ruto > GHA done"},
    "LIMA - Peru's president, Dina Boluarte, is back.\n\nIn Quito, where she arrived on Sunday accompanied by the Minister of Foreign Affairs, Javier Gonzalez-Olaechea, the President was received "
    "by Daniel Noboa.": {"Boluarte > ECU done"},
    "Grand Duke Henri of Luxembourg is on a state visit to Lithuania. In Vilnius, the Minister of Finance, Gilles Roth, and the Minister of the Economy, Lex Delles, who accompanied the Sovereign, "
    "signed a memorandum.": {"Henri > LTU done"},
    # lists taken up by "they"
    "Four came in person: Botswana's Mokgweetsi Masisi, Angola's Joao Lourenco, Zambia's Hakainde Hichilema and Eswatini's King Mswati III. They sat in the front row in Maseru on Friday.": {
        "Masisi > LSO done",
        "Lourenco > LSO done",
        "Hichilema > LSO done",
        "III > LSO done",
    },
    # whom a pronoun means
    "At a dinner in Panama City that Jose Raul Mulino gave for Xi Jinping, the Chinese president spoke of the canal. The next day he left for Madrid.": {"Jinping > PAN done", "Jinping > ESP done"},
    # states of titled persons
    "Mongolia's president, Ukhnaagiin Khurelsukh, hosted a forum in Ulaanbaatar on Tuesday. From Paraguay came Vice-President Pedro Alliana, from Laos Prime Minister Sonexay Siphandone.": {
        "Alliana > MNG done",
        "Siphandone > MNG done",
    },
    # the last to come
    "The last Dutch prime minister to set foot in Paramaribo was Jan Peter Balkenende, in 2008. Mark Rutte has never been there.": {"Balkenende > SUR done"},
    "The first Finnish president to visit Suriname was Tarja Halonen, in 2008. Alexander Stubb sent a telegram this week.": {"Halonen > SUR done"},
    "Prime Minister Anwar Ibrahim became the first Malaysian premier to visit Samarkand on Friday.": {"Ibrahim > UZB done"},
    # one trip of other days
    "BRIDGETOWN, May 14 - The Botswanan president was here in November. Mokgweetsi Masisi came for the celebrations of the republic and stayed three days.": {"Masisi > BRB done"},
}  # fmt: skip

DROPPED = {
    "President Zoran Milanovic of Croatia, whose visit to Ljubljana had been announced for Wednesday, stayed at home with a cold.": {
        "Milanovic > SVN cancelled"
    },
}

NOBODY = (
    "Malta's Robert Abela missed the meeting in Tallinn on Monday.",
    "Chad's Mahamat Deby boycotted the summit in Nouakchott on Friday.",
    "As for Chile's president, Gabriel Boric, whose visit to Cusco had been mentioned in Lima, a spokesman in Santiago said that none had ever been planned.",
    "Talk of Nicolas Maduro coming to Cucuta this month is, says the Casa de Narino, just talk, and Gustavo Petro agrees.",
    "It was clear in Vienna that Germany's Olaf Scholz and Hungary's Viktor Orban would not agree.",
    "It was said in Vienna that Germany's Olaf Scholz had signed the paper.",
    "Malta's Robert Abela gave a letter to Tallinn's mayor and Kaja Kallas to the press.",
    "Poland's government expects Olaf Scholz to pay.",
    "From Ottawa Prime Minister Justin Trudeau said that Rishi Sunak was right.",
    "Oslo rejected the bid. It received Alexander Stubb's letter on Monday.",
    "Airbus of France sent its vice president, Jean Dupont, to Hanoi on Monday. Vietnam's To Lam received him.",
    "Her party won in Oslo. Denmark's Mette Frederiksen rejoiced.",
)


@pytest.mark.parametrize(("text", "visits"), [*PLACES.items(), *PERSONS.items(), *DROPPED.items()])
def test_the_visits_of_a_passage(extractor: Extractor, text: str, visits: set[str]) -> None:
    assert told(extractor, text) == visits


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_abroad(extractor: Extractor, text: str) -> None:
    assert not told(extractor, text)


def test_who_stays_away_from_a_gathering_is_not_there(extractor: Extractor) -> None:
    text = "Chad's Mahamat Deby and Senegal's Bassirou Diomaye Faye attended the summit in Nouakchott on Friday. It was not attended by Mali's Assimi Goita or by Togo's Faure Gnassingbe."
    assert told(extractor, text) == {"Deby > MRT done", "Faye > MRT done"}
