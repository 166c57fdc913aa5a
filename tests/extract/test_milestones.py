"""Milestones: what is read of literal sentences, and what is not. The document is dated 2024-05-15."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, Kind, Milestone, PartialDate

Row = tuple[str, tuple[str, ...], str | None]
FREE = ("other", "anniversary_marked")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def milestones(extractor: Extractor, text: str, dated: str | None = "2024-05-15") -> list[Row]:
    """Kind, parties and date of each milestone read, the free kinds left out."""
    document = Document("x", text, PartialDate.parse(dated) if dated else None)
    claims = [s.claim for s in extractor.extract(document).statements if s.kind is Kind.MILESTONE]
    return [
        (c.milestone_kind, c.parties, str(c.occurred_on) if c.occurred_on else None)
        for c in claims
        if isinstance(c, Milestone) and c.milestone_kind not in FREE
    ]


RECOGNITION = [
    ("Turkey was the first country to recognize Kazakhstan's independence in 1991.", ("KAZ", "TUR"), "1991"),
    ("Iceland recognised Lithuania on 11 February 1991.", ("ISL", "LTU"), "1991-02-11"),
    ("India was among the first to recognise the independence of Tajikistan, in December 1991.", ("IND", "TJK"), "1991-12"),
    ("The independence of Georgia was recognised by Romania on 27 August 1991.", ("GEO", "ROU"), "1991-08-27"),
    ("Bangladesh was recognised by Bhutan on 6 December 1971.", ("BGD", "BTN"), "1971-12-06"),
    ("Ottawa recognised Ukrainian independence on 2 December 1991.", ("CAN", "UKR"), "1991-12-02"),
    ("On 25 December 1991 the United States recognised the independence of Uzbekistan.", ("USA", "UZB"), "1991-12-25"),
    ("Sweden, which had recognised Finland in 1918, took part.", ("FIN", "SWE"), "1918"),
    ("Israel and Bahrain agreed to recognise each other in September 2020.", ("BHR", "ISR"), "2020-09"),
    ("Brazil was the first Latin American state to recognise Angola, in November 1975.", ("AGO", "BRA"), "1975-11"),
]
RELATIONS = [
    ("Kazakhstan and Mongolia established diplomatic relations on 22 January 1992.", ("KAZ", "MNG"), "1992-01-22"),
    ("Diplomatic relations between Spain and Kazakhstan were established on February 11, 1992.", ("ESP", "KAZ"), "1992-02-11"),
    ("Diplomatic relations between Kenya and Poland date from 1964.", ("KEN", "POL"), "1964"),
    ("Vietnam and Chile have maintained diplomatic relations since 25 March 1971.", ("CHL", "VNM"), "1971-03-25"),
    ("Iran and Saudi Arabia restored diplomatic relations in March 2023.", ("IRN", "SAU"), "2023-03"),
    ("Iran and Saudi Arabia agreed on Friday to resume diplomatic relations.", ("IRN", "SAU"), "2024-05-10"),
    ("Qatar re-established ties with Egypt in January 2021.", ("EGY", "QAT"), "2021-01"),
    ("The United States normalised relations with Vietnam in July 1995.", ("USA", "VNM"), "1995-07"),
    ("Japan and Jordan opened diplomatic relations in 1954.", ("JOR", "JPN"), "1954"),
    ("China and Nauru signed a joint communique on the resumption of diplomatic relations on January 24, 2024.", ("CHN", "NRU"), "2024-01-24"),
    ("Malaysia was the first ASEAN country to establish diplomatic ties with China, in 1974.", ("CHN", "MYS"), "1974"),
    ("Since the establishment of diplomatic relations in 1973, Australia and Vietnam have come far.", ("AUS", "VNM"), "1973"),
    ("Diplomatic relations with Peru, broken off in 1967, were resumed in 1972, Cuba recalls.", ("CUB", "PER"), "1972"),
    ("Honduras and China, which had established diplomatic ties in March 2023, signed it.", ("CHN", "HND"), "2023-03"),
    ("Portugal and Tunisia have had diplomatic relations since 1957.", ("PRT", "TUN"), "1957"),
    ("Since they took up diplomatic relations in 1956, Germany and Nepal have been friends.", ("DEU", "NPL"), "1956"),
    ("Latvia and Japan entered into diplomatic relations on 10 October 1991.", ("JPN", "LVA"), "1991-10-10"),
    ("Relations between Finland and Kenya go back to 1965, when diplomatic ties were set up.", ("FIN", "KEN"), "1965"),
    ("Greece and Armenia: diplomatic relations established on 20 January 1992.", ("ARM", "GRC"), "1992-01-20"),
    ("Ties between India and Israel were established on 29 January 1992.", ("IND", "ISR"), "1992-01-29"),
    ("Bahrain and Israel exchanged notes on diplomatic relations in October 2020.", ("BHR", "ISR"), "2020-10"),
    ("Nicaragua cut its ties with Taiwan and resumed diplomatic relations with China in December 2021.", ("CHN", "NIC"), "2021-12"),
    ("Thailand and Mexico are to celebrate fifty years of relations, established on 28 August 1975.", ("MEX", "THA"), "1975-08-28"),
    ("Ireland and Japan have entertained diplomatic ties since March 1957.", ("IRL", "JPN"), "1957-03"),
]
EMBASSIES = [
    ("Azerbaijan opened its embassy in Tel Aviv in March 2023.", ("AZE", "ISR"), "2023-03"),
    ("The Kazakh Embassy in Ankara started operations in October 1992.", ("KAZ", "TUR"), "1992-10"),
    ("The embassy of Estonia in Astana was opened in 2011.", ("EST", "KAZ"), "2011"),
    ("Mongolia reopened its embassy in Canberra on 3 May 2008.", ("AUS", "MNG"), "2008-05-03"),
    ("Kenya inaugurated its embassy in Rabat on Monday.", ("KEN", "MAR"), "2024-05-13"),
    ("The Israeli embassy in Ashgabat was inaugurated on April 20, 2023.", ("ISR", "TKM"), "2023-04-20"),
    ("Saudi Arabia has had an embassy in Tashkent since 1997.", ("SAU", "UZB"), "1997"),
    ("The Lithuanian embassy in Kyiv, opened in 1992, was the first.", ("LTU", "UKR"), "1992"),
    ("In 1995 Kyrgyzstan set up an embassy in Berlin.", ("DEU", "KGZ"), "1995"),
    ("The opening of the Danish embassy in Dhaka followed in 1975.", ("BGD", "DNK"), "1975"),
    ("Colombia opened an embassy in Ramallah in 2024.", ("COL", "PSE"), "2024"),
    ("Ethiopia's embassy in Asmara reopened on 6 September 2018.", ("ERI", "ETH"), "2018-09-06"),
]
COUNCILS = [
    ("In 2012, Turkey and Kazakhstan established a high-level strategic cooperation council.", ("KAZ", "TUR"), "2012"),
    ("Uzbekistan and Kazakhstan agreed on Thursday to create a Supreme Interstate Council.", ("KAZ", "UZB"), "2024-05-09"),
    ("The India-Oman Joint Commission was set up in 1995.", ("IND", "OMN"), "1995"),
    ("The Polish-Kazakh intergovernmental commission, founded in 1997, met in Warsaw.", ("KAZ", "POL"), "1997"),
    ("A joint commission of Chile and Indonesia was created in 2014.", ("CHL", "IDN"), "2014"),
    ("The presidents of Egypt and Türkiye signed a statement on establishing a High-Level Strategic Cooperation Council in February 2024.", ("EGY", "TUR"), "2024-02"),
    ("South Africa and Nigeria launched a Bi-National Commission in 1999.", ("NGA", "ZAF"), "1999"),
    ("The Saudi-Pakistani Supreme Coordination Council, established in February 2019, is to meet.", ("PAK", "SAU"), "2019-02"),
    ("A memorandum on the creation of a joint ministerial commission was signed by Angola and Cuba on Monday.", ("AGO", "CUB"), "2024-05-13"),
    ("The first session of the Qatari-Uzbek Intergovernmental Commission was held in Doha on 3 March 2022.", ("QAT", "UZB"), "2022-03-03"),
    ("Hungary and the Kyrgyz Republic have set up a Strategic Council.", ("HUN", "KGZ"), "2024-05-15"),
]
VISAS = [
    ("Visas between Georgia and Turkey were abolished in 2006.", ("GEO", "TUR"), "2006"),
    ("An agreement on visa-free travel between China and Kazakhstan took effect on November 10, 2023.", ("CHN", "KAZ"), "2023-11-10"),
    ("Thailand and China signed an agreement on mutual visa exemption on 28 January 2024.", ("CHN", "THA"), "2024-01-28"),
    ("Singapore and China introduced a 30-day visa-free regime on 9 February 2024.", ("CHN", "SGP"), "2024-02-09"),
    ("Malaysia waived visas for Indian citizens from 1 December 2023.", ("IND", "MYS"), "2023-12-01"),
    ("Citizens of Serbia no longer need a visa to enter Azerbaijan.", ("AZE", "SRB"), "2024-05-15"),
    ("Albanian citizens can travel to China without a visa since 18 March 2023.", ("ALB", "CHN"), "2023-03-18"),
    ("The visa-free regime between Oman and Russia came into force on 10 July 2023.", ("OMN", "RUS"), "2023-07-10"),
    ("Uzbekistan lifted visa requirements for Germans in 2019.", ("DEU", "UZB"), "2019"),
    ("Mongolia and Kazakhstan have had a visa-free regime since 2015.", ("KAZ", "MNG"), "2015"),
]
BORDERS = [
    ("Kazakhstan and Russia completed the demarcation of their border in December 2022.", ("KAZ", "RUS"), "2022-12"),
    ("The delimitation of the border between Georgia and Turkey was completed in 1997.", ("GEO", "TUR"), "1997"),
    ("Kyrgyzstan and Uzbekistan reopened the Dostuk border crossing on 6 September 2017.", ("KGZ", "UZB"), "2017-09-06"),
    ("The border crossing at Horgos, closed since 2020, was reopened on Monday, Hungary and Serbia said.", ("HUN", "SRB"), "2024-05-13"),
    ("The presidents of Kyrgyzstan and Tajikistan signed a treaty on the state border on March 13, 2025.", ("KGZ", "TJK"), "2025-03-13"),
    ("India and Bangladesh exchanged 162 enclaves in 2015.", ("BGD", "IND"), "2015"),
    ("Algeria and Tunisia reopened their land border on 15 July 2022.", ("DZA", "TUN"), "2022-07-15"),
    ("In 1993 Turkey closed its border with Armenia.", ("ARM", "TUR"), "1993"),
    ("The maritime boundary between Indonesia and the Philippines was drawn in 2014.", ("IDN", "PHL"), "2014"),
    ("Colombia reopened the border with Venezuela on 26 September 2022.", ("COL", "VEN"), "2022-09-26"),
]
AWARDS = [
    ("Today President Kassym-Jomart Tokayev presented Tajik President Emomali Rahmon with the Order of the Golden Eagle.", ("KAZ", "TJK"), "2024-05-15"),
    ("Kyrgyz President Sadyr Japarov was decorated with the Order of Dostyk, first degree.", ("KAZ", "KGZ"), "2024-05-15"),
    ("French President Emmanuel Macron conferred on Indian Prime Minister Narendra Modi the Grand Cross of the Legion of Honour on 13 July 2023.", ("FRA", "IND"), "2023-07-13"),
    ("Indian Prime Minister Narendra Modi received the Order of Zayed, the highest civilian award of the United Arab Emirates, in August 2019.", ("ARE", "IND"), "2019-08"),
    ("The Order of the Nile was bestowed on Indian Prime Minister Narendra Modi by Egyptian President Abdel Fattah al-Sisi on 25 June 2023.", ("EGY", "IND"), "2023-06-25"),
    ("Russia awarded Chinese President Xi Jinping the Order of St Andrew the Apostle in 2017.", ("CHN", "RUS"), "2017"),
    ("Turkish President Recep Tayyip Erdogan decorated Azerbaijani President Ilham Aliyev with the State Order of the Republic of Turkey on Monday.", ("AZE", "TUR"), "2024-05-13"),
    ("Serbian President Aleksandar Vučić was awarded the Heydar Aliyev Order in 2022.", ("AZE", "SRB"), "2022"),
    ("Uzbek President Shavkat Mirziyoyev handed Kazakh President Kassym-Jomart Tokayev the Order of Imam Bukhari in August 2024.", ("KAZ", "UZB"), "2024-08"),
    ("Narendra Modi, the Indian prime minister, was honoured with the highest civilian award of Papua New Guinea, the Order of Logohu, in May 2023.", ("IND", "PNG"), "2023-05"),
    ("Brazilian President Luiz Inácio Lula da Silva bestowed the Grand Collar of the Order of the Southern Cross upon French President Emmanuel Macron in March 2024.", ("BRA", "FRA"), "2024-03"),
    ("King Felipe VI presented Colombian President Gustavo Petro with the Collar of the Order of Isabella the Catholic in May 2023.", ("COL", "ESP"), "2023-05"),
]
READ = [
    (kind, *row)
    for kind, rows in (
        ("recognition", RECOGNITION),
        ("relations_established", RELATIONS),
        ("embassy_opened", EMBASSIES),
        ("council_established", COUNCILS),
        ("visa_regime", VISAS),
        ("border", BORDERS),
        ("award", AWARDS),
    )
    for row in rows
]


@pytest.mark.parametrize(("kind", "text", "parties", "date"), READ, ids=[r[1][:60] for r in READ])
def test_read(extractor: Extractor, kind: str, text: str, parties: tuple[str, ...], date: str | None) -> None:
    assert milestones(extractor, text) == [(kind, parties, date)]
