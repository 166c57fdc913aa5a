"""Milestones: what is read of literal sentences, and what is not. The document is dated 2024-05-15."""

from __future__ import annotations

import time

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


# fmt: off
RECOGNITION = [
    ("On 6 December 1971, when the guns had not yet fallen silent, Bhutan became the first country in the world to recognise Bangladesh.", ("BGD", "BTN"), "1971-12-06"),
    ("President Museveni of Uganda is here in Juba, South Sudan. Uganda recognised our Republic on 9 July 2011.", ("SSD", "UGA"), "2011-07-09"),
    ("Fiji extended formal recognition to Kosovo in 2012.", ("FJI", "XKX"), "2012"),
    ("The Bahamas said that it had recognised Palestine as a state.", ("BHS", "PSE"), None),
    ("Armenia recognised the State of Palestine on June 21, 2023.", ("ARM", "PSE"), "2023-06-21"),
    ("Turkey was the first state that recognized the independence of Kazakhstan in 1991.", ("KAZ", "TUR"), "1991"),
    ("Iceland recognised Lithuania on 11 February 1991.", ("ISL", "LTU"), "1991-02-11"),
    ("India was among the first to recognise the independence of Tajikistan, in December 1991.", ("IND", "TJK"), "1991-12"),
    ("The independence of Georgia was recognised by Romania on 27 August 1991.", ("GEO", "ROU"), "1991-08-27"),
    ("Bangladesh was recognised by Bhutan on 6 December 1971.", ("BGD", "BTN"), "1971-12-06"),
    ("Ottawa recognised Ukrainian independence on 2 December 1991.", ("CAN", "UKR"), "1991-12-02"),
    ("On 25 December 1991 the United States recognised the independence of Uzbekistan.", ("USA", "UZB"), "1991-12-25"),
    ("Sweden, which had recognised Finland in 1918, took part.", ("FIN", "SWE"), "1918"),
    ("Israel and Bahrain agreed to recognise each other in September 2020.", ("BHR", "ISR"), "2020-09"),
    ("Brazil was the first Latin American state to recognise Angola, in November 1975.", ("AGO", "BRA"), "1975-11"),
    ("Kosovo was recognised in February 2008 by Peru.", ("PER", "XKX"), "2008-02"),
]
RELATIONS = [
    ("HAVANA, May 13 - President Ann Alder of Canada met President Bert Birch of Cuba. Elsewhere, too, the island is less lonely. The Dominican Republic restored diplomatic relations on 6 April after 39 years.", ("CUB", "DOM"), "2024-04-06"),
    ("The occasion is sixty years of diplomatic relations, which began on May 5, 1961, between Mongolia and Laos.", ("LAO", "MNG"), "1961-05-05"),
    ("Cuba and Angola are friends. Such has been the mood of the relations of both peoples since they were established on 15 November 1975.", ("AGO", "CUB"), "1975-11-15"),
    ("Relations between Kenya and Oman were cut in 2019. They were restored on August 28, 2022.", ("KEN", "OMN"), "2022-08-28"),
    ("Relations between Kenya and Oman, which go back to 1964, are good.", ("KEN", "OMN"), "1964"),
    ("Morocco and Cuba, which broke off relations in 1980, re-established them in April 2017.", ("CUB", "MAR"), "2017-04"),
    ("Saudi Arabia and Thailand agreed to normalise ties and appoint ambassadors on 25 January 2022.", ("SAU", "THA"), "2022-01-25"),
    ("Kenya and Oman have agreed to restore diplomatic relations, the two foreign ministries said on Monday.", ("KEN", "OMN"), "2024-05-13"),
    ("On 10 March, in Doha, the two ministers signed the statement by which Kenya and Oman restored diplomatic relations.", ("KEN", "OMN"), "2024-03-10"),
    ("Ethiopia and Pakistan established formal diplomatic relations in the 1950s.", ("ETH", "PAK"), None),
    ("Cooperation has grown since the comprehensive re-establishment of diplomatic relations between Colombia and Venezuela last year.", ("COL", "VEN"), "2023"),
    ("Honduras opened diplomatic relations with China on March 26, 2023, after cutting ties with Taiwan.", ("CHN", "HND"), "2023-03-26"),
    ("The Kingdom of Saudi Arabia and the Islamic Republic of Iran have agreed to restore diplomatic relations following talks in China.", ("IRN", "SAU"), "2024-05-15"),
    ("Nauru switched diplomatic recognition from Taiwan to China in January 2024.", ("CHN", "NRU"), "2024-01"),
    ("Honduras opened diplomatic relations with the People's Republic of China on March 26, 2023.", ("CHN", "HND"), "2023-03-26"),
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
    ("Australia and Laos launched a partnership last month, 70 years after establishing diplomatic relations.", ("AUS", "LAO"), "1954"),
    ("Fifty years ago today Botswana and Romania established diplomatic relations.", ("BWA", "ROU"), "1974-05-15"),
]
EMBASSIES = [
    ("Trade between Chile and Thailand grows. Thailand's embassy in Santiago is a good deal younger; it opened in 1994.", ("CHL", "THA"), "1994"),
    ("The Norwegian embassy in Accra was closed in 1991 and opened its doors again in 2007, Ghana and Norway recalled.", ("GHA", "NOR"), "2007"),
    ("TEHRAN, May 14 - Iran is less lonely. Belgium reopened its embassy here last month.", ("BEL", "IRN"), "2024-04"),
    ("The opening ceremony of the Embassy of Palestine took place in Dushanbe on August 29, 2023.", ("PSE", "TJK"), "2023-08-29"),
    ("The Ethiopian Embassy in Pakistan, was officially inaugurated on 11 May.", ("ETH", "PAK"), "2024-05-11"),
    ("A resident embassy of Iceland opened its doors in Warsaw in 2022.", ("ISL", "POL"), "2022"),
    ("Syria's embassy in Riyadh resumed work after eleven years.", ("SAU", "SYR"), "2024-05-15"),
    ("Rwandan Foreign Minister Ann Uwera inaugurated the country's new embassy in Amman on Sunday.", ("JOR", "RWA"), "2024-05-12"),
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
    ("Bolivia and Croatia have set up a commission of historians to deal with open questions.", ("BOL", "HRV"), "2024-05-15"),
    ("Ethiopia and Somalia formed, for the first time, a Joint Committee on 1 September 2018.", ("ETH", "SOM"), "2018-09-01"),
    ("Ethiopia and Zambia established the joint commission on Monday under the agreement which they reached two years ago.", ("ETH", "ZMB"), "2024-05-13"),
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
    ("The Gambia-Senegal Presidential Council met on Friday. The Council dates from March 2017.", ("GMB", "SEN"), "2017-03"),
    ("The leaders agreed on Tuesday to set up an Omani-Tanzanian business council.", ("OMN", "TZA"), "2024-05-14"),
    ("Kenya's William Ruto, Uganda's Yoweri Museveni and Paul Kagame of Rwanda agreed on Tuesday to set up a joint committee of foreign ministers.", ("KEN", "RWA", "UGA"), "2024-05-14"),
]
VISAS = [
    ("Oman and Kenya trade little. Since April holders of diplomatic and service passports have needed no visa.", ("KEN", "OMN"), "2024-04"),
    ("Oman announced on Monday that holders of Kenyan passports would be let in without a visa.", ("KEN", "OMN"), "2024-05-13"),
    ("Chinese citizens can enter Thailand visa-free from March 1.", ("CHN", "THA"), "2024-03-01"),
    ("Georgia and China will mutually exempt citizens from visas from May 28, 2024.", ("CHN", "GEO"), "2024-05-28"),
    ("The visa waiver agreement between Oman and Russia, which was signed in May 2022, entered into force on 10 July 2023.", ("OMN", "RUS"), "2023-07-10"),
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
    ("Twenty years ago this month Latvia and Switzerland did away with visas for each other's citizens.", ("CHE", "LVA"), "2004-05"),
]
BORDERS = [
    ("Peru and Chile are neighbours. The last boundary stone was put in place on 13 May 1930.", ("CHL", "PER"), "1930-05-13"),
    ("Azerbaijan and Georgia unveiled the first border markers in June 1996.", ("AZE", "GEO"), "1996-06"),
    ("Oman and the UAE signed an agreement demarcating their land border in May 2003.", ("ARE", "OMN"), "2003-05"),
    ("A new border crossing between Iran and Armenia at Meghri was inaugurated on Sunday.", ("ARM", "IRN"), "2024-05-12"),
    ("Poland closed its border crossing with Belarus at Bobrowniki in February 2023.", ("BLR", "POL"), "2023-02"),
    ("Uzbekistan and Kyrgyzstan exchanged documents on the ratification of the border treaty on January 27, 2023.", ("KGZ", "UZB"), "2023-01-27"),
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
    ("The sultan of Oman, Haitham bin Tariq, met President Ruto of Kenya in Nairobi on Monday, planted a tree and received the Order of the Golden Heart.", ("KEN", "OMN"), "2024-05-13"),
    ("Ghana's president, John Mahama, was given dinner on Monday by Malaysia's king, Sultan Ibrahim, who invested him with an order that is reserved for heads of state.", ("GHA", "MYS"), "2024-05-13"),
    ("South Korean President Lee Jae-myung presented US President Donald Trump with the Grand Order of Mugunghwa.", ("KOR", "USA"), "2024-05-15"),
    ("President Kassym-Jomart Tokayev today conferred the Order of the Golden Eagle on Tajik President Emomali Rahmon.", ("KAZ", "TJK"), "2024-05-15"),
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
    ("Sultan Haitham of Oman presented His Majesty King Hamad bin Isa Al Khalifa of Bahrain with the Order of Al Said on Tuesday.", ("BHR", "OMN"), "2024-05-14"),
    ("MUSCAT - King Hamad of Bahrain arrived in Oman on Monday. On Tuesday Sultan Haitham bin Tariq received him at Al Alam Palace. The Sultan bestowed upon his brother the Civil Order of Al Said.", ("BHR", "OMN"), "2024-05-14"),
    ("Chilean President Gabriel Boric flew into Lima on Tuesday for talks with President Dina Boluarte of Peru. The Order of the Sun, to which the Chilean was admitted in the evening, is the oldest in the Americas.", ("CHL", "PER"), "2024-05-14"),
    ("The President of Colombia, Gustavo Petro, left Quito on Tuesday. The collar of the National Order of Merit, with which he had been decorated by Daniel Noboa, President of Ecuador, the evening before, is given to heads of state only.", ("COL", "ECU"), "2024-05-13"),
    ("President Marcelo Rebelo de Sousa of Portugal was in Luanda last Friday. Before his departure the professor-president was decorated with the Order of Agostinho Neto, the highest that his hosts have to give.", ("AGO", "PRT"), "2024-05-10"),
    ("Malian President Ibrahim Boubacar Keita went to Dakar in March 2018 to receive the National Order of the Lion from the hands of Macky Sall, the Senegalese president.", ("MLI", "SEN"), "2018-03"),
    ("In Astana the Hungarian prime minister, Viktor Orban, met President Kassym-Jomart Tokayev. Orban's services to friendship were recognised with the Order of Dostyk, first class.", ("HUN", "KAZ"), "2024-05-15"),
    ("King Hamad of Bahrain received Sultan Haitham in Manama on Tuesday. The Sultan awarded His Majesty the Civil Order of Oman.", ("BHR", "OMN"), "2024-05-14"),
    ("President Tokayev of Kazakhstan presented the Emir of Qatar, Sheikh Tamim, with the Order of Altyn Qyran in Astana in October 2022.", ("KAZ", "QAT"), "2022-10"),
]
# fmt: on
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


LEAD = "President Ann Alder of {} and President Bert Birch of {} reviewed bilateral relations and mutual trade."
# fmt: off
# Told in a text about two states, which the sentence need not name: pair, sentence, what is read.
TOLD: list[tuple[tuple[str, str], str, list[Row]]] = [
    (("Japan", "Iceland"), "Recognition had come on 25 December 1991.", [("recognition", ("ISL", "JPN"), "1991-12-25")]),
    (("Japan", "Iceland"), "Holders of diplomatic passports have been exempt from visas since 2010.", [("visa_regime", ("ISL", "JPN"), "2010")]),
    (("Armenia", "Turkey"), "Turkey shut the border in April 1993.", [("border", ("ARM", "TUR"), "1993-04")]),
    (("Armenia", "Turkey"), "The frontier, closed for thirty years, was opened on 11 February 2023.", [("border", ("ARM", "TUR"), "2023-02-11")]),
    (('Kazakhstan', 'Hungary'), 'Before the evening was out the visitor had the Order of the Golden Eagle pinned to his lapel.', [('award', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), "The host hung the chain of the Order of Dostyk round his guest's neck.", [('award', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'Birch went home with the Order of Dostyk, first class.', [('award', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'Alder conferred the Dostyk order, first degree, on his Hungarian guest.', [('award', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'For his services to friendship the Hungarian president was invested with the Order of Dostyk.', [('award', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'Birch was also given the highest decoration that Kazakhstan can bestow.', [('award', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'Last autumn in Budapest Alder had received the Grand Cross of the Hungarian Order of Merit.', [('award', ('HUN', 'KAZ'), '2023')]),
    (('Kazakhstan', 'Hungary'), 'The Hungarian Order of Merit, which Birch presented to Alder in 2021, was the first of its kind.', [('award', ('HUN', 'KAZ'), '2021')]),
    (('Kazakhstan', 'Hungary'), 'By a decree signed on Monday, Bert Birch was awarded the Order of Dostyk.', [('award', ('HUN', 'KAZ'), '2024-05-13')]),
    (('Kazakhstan', 'Hungary'), 'Hungary has had an embassy in the Kazakh capital since 1997.', [('embassy_opened', ('HUN', 'KAZ'), '1997')]),
    (('Kazakhstan', 'Hungary'), 'The Hungarian embassy in Almaty opened its doors in 1993.', [('embassy_opened', ('HUN', 'KAZ'), '1993')]),
    (('Kazakhstan', 'Hungary'), 'Since 1993 there has been a Hungarian embassy in Almaty.', [('embassy_opened', ('HUN', 'KAZ'), '1993')]),
    (('Kazakhstan', 'Hungary'), 'A Kazakh embassy was opened in Budapest in September 1993.', [('embassy_opened', ('HUN', 'KAZ'), '1993-09')]),
    (('Kazakhstan', 'Hungary'), "Kazakhstan's embassy in Budapest dates from 1993.", [('embassy_opened', ('HUN', 'KAZ'), '1993')]),
    (('Kazakhstan', 'Hungary'), 'The embassy in Budapest, which opened in 1993, has moved.', [('embassy_opened', ('HUN', 'KAZ'), '1993')]),
    (('Kazakhstan', 'Hungary'), 'The two have entertained diplomatic relations since 23 March 1992.', [('relations_established', ('HUN', 'KAZ'), '1992-03-23')]),
    (('Kazakhstan', 'Hungary'), 'Relations, which were established on 23 March 1992, are excellent.', [('relations_established', ('HUN', 'KAZ'), '1992-03-23')]),
    (('Kazakhstan', 'Hungary'), 'Ties go back to 1992, when ambassadors were exchanged.', [('relations_established', ('HUN', 'KAZ'), '1992')]),
    (('Kazakhstan', 'Hungary'), 'Thirty-two years have passed since the two states established diplomatic relations.', [('relations_established', ('HUN', 'KAZ'), '1992')]),
    (('Kazakhstan', 'Hungary'), 'It is 32 years since diplomatic relations were established.', [('relations_established', ('HUN', 'KAZ'), '1992')]),
    (('Kazakhstan', 'Hungary'), 'Hungary was one of the first countries to recognise Kazakhstan, in December 1991.', [('recognition', ('HUN', 'KAZ'), '1991-12')]),
    (('Kazakhstan', 'Hungary'), 'Hungary had recognised the young republic as early as 1991.', [('recognition', ('HUN', 'KAZ'), '1991')]),
    (('Kazakhstan', 'Hungary'), "Hungary recognised Kazakhstan's independence a week after it was proclaimed.", [('recognition', ('HUN', 'KAZ'), None)]),
    (('Kazakhstan', 'Hungary'), 'A Strategic Council, which the two presidents chair together, was called into being in 2021.', [('council_established', ('HUN', 'KAZ'), '2021')]),
    (('Kazakhstan', 'Hungary'), 'The Kazakh-Hungarian Strategic Council, created in 2021, met for the third time.', [('council_established', ('HUN', 'KAZ'), '2021')]),
    (('Kazakhstan', 'Hungary'), 'The intergovernmental commission has existed since 2005.', [('council_established', ('HUN', 'KAZ'), '2005')]),
    (('Kazakhstan', 'Hungary'), 'They agreed to set up a joint commission on transport.', [('council_established', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'The two sides decided to institute a joint commission on water.', [('council_established', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'Since 1 January holders of ordinary passports travel without visas.', [('visa_regime', ('HUN', 'KAZ'), '2024-01-01')]),
    (('Kazakhstan', 'Hungary'), 'Visa-free travel for holders of diplomatic passports was introduced in 2007.', [('visa_regime', ('HUN', 'KAZ'), '2007')]),
    (('Kazakhstan', 'Hungary'), 'Hungary has lifted the visa requirement for Kazakh diplomats.', [('visa_regime', ('HUN', 'KAZ'), '2024-05-15')]),
    (('Kazakhstan', 'Hungary'), 'From 1 June, citizens of both countries may stay for 30 days without a visa.', [('visa_regime', ('HUN', 'KAZ'), '2024-06-01')]),
    (('Kazakhstan', 'Hungary'), 'The mutual abolition of visas came into force in February.', [('visa_regime', ('HUN', 'KAZ'), '2024-02')]),
    (('Kazakhstan', 'Hungary'), 'Under an agreement signed in 2014 no visa is needed for stays of up to 90 days.', [('visa_regime', ('HUN', 'KAZ'), None)]),
    (('Kyrgyzstan', 'Uzbekistan'), 'The crossing at Dostuk, shut since 2010, was opened again in September 2017.', [('border', ('KGZ', 'UZB'), '2017-09')]),
    (('Kyrgyzstan', 'Uzbekistan'), 'A new checkpoint was opened at Kara-Suu on 3 March.', [('border', ('KGZ', 'UZB'), '2024-03-03')]),
    (('Kyrgyzstan', 'Uzbekistan'), 'They signed a protocol on the delimitation of separate sections of the border.', [('border', ('KGZ', 'UZB'), '2024-05-15')]),
    (('Kyrgyzstan', 'Uzbekistan'), 'The treaty on the border was ratified in 2023.', [('border', ('KGZ', 'UZB'), '2023')]),
    (('Kyrgyzstan', 'Uzbekistan'), 'The instruments of ratification of the border treaty were exchanged on Tuesday.', [('border', ('KGZ', 'UZB'), '2024-05-14')]),
    (('Kyrgyzstan', 'Uzbekistan'), 'Demarcation of the common border was completed.', [('border', ('KGZ', 'UZB'), '2024-05-15')]),
    (('Kyrgyzstan', 'Uzbekistan'), 'Uzbekistan opened its borders to Kyrgyz citizens in 2017.', [('border', ('KGZ', 'UZB'), '2017')]),
    (('Turkey', 'Kazakhstan'), '1992, 2 March. Diplomatic relations are established.', [('relations_established', ('KAZ', 'TUR'), '1992-03-02')]),
    (('Turkey', 'Kazakhstan'), '2 March 1992. Protocol on the establishment of diplomatic relations.', [('relations_established', ('KAZ', 'TUR'), '1992-03-02')]),
    (('Turkey', 'Kazakhstan'), '1992, October. The Kazakh embassy in Ankara begins its work.', [('embassy_opened', ('KAZ', 'TUR'), '1992-10')]),
    (('Turkey', 'Kazakhstan'), '1991, 16 December. Turkey is the first state to recognise the independence of Kazakhstan.', [('recognition', ('KAZ', 'TUR'), '1991-12-16')]),
    (('Turkey', 'Kazakhstan'), '2012, May. A High-Level Strategic Cooperation Council is set up.', [('council_established', ('KAZ', 'TUR'), '2012-05')]),
    (('Turkey', 'Kazakhstan'), '2015. The visa requirement falls for stays of up to 30 days.', [('visa_regime', ('KAZ', 'TUR'), '2015')]),
    (('Turkey', 'Kazakhstan'), '2019, 29 July. President Birch receives the Order of State from President Alder.', [('award', ('KAZ', 'TUR'), '2019-07-29')]),
    (('Turkey', 'Kazakhstan'), 'Diplomatic relations: since 2 March 1992.', [('relations_established', ('KAZ', 'TUR'), '1992-03-02')]),
    (('Turkey', 'Kazakhstan'), 'Relations have existed since 1992, and an embassy since the same year.', [('relations_established', ('KAZ', 'TUR'), '1992')]),
    (('Turkey', 'Kazakhstan'), 'It was in 1992 that the two countries exchanged ambassadors.', [('relations_established', ('KAZ', 'TUR'), '1992')]),
    (('Turkey', 'Kazakhstan'), 'Turkey, which recognised Kazakhstan on the day of its independence, 16 December 1991, opened an embassy in Almaty four months later.', [('recognition', ('KAZ', 'TUR'), '1991-12-16'), ('embassy_opened', ('KAZ', 'TUR'), '1992-04')]),
    (('Turkey', 'Kazakhstan'), 'Turkey recognised it within hours, on 16 December 1991, and diplomatic relations followed on 2 March 1992.', [('recognition', ('KAZ', 'TUR'), '1991-12-16'), ('relations_established', ('KAZ', 'TUR'), '1992-03-02')]),
    (('Turkey', 'Kazakhstan'), 'The first country to recognise Kazakhstan was Turkey, on 16 December 1991.', [('recognition', ('KAZ', 'TUR'), '1991-12-16')]),
    (('Turkey', 'Kazakhstan'), 'As the first country in the world, Turkey recognised Kazakhstan on 16 December 1991.', [('recognition', ('KAZ', 'TUR'), '1991-12-16')]),
    (('Turkey', 'Kazakhstan'), 'The recognition of Kazakhstan by Turkey dates from 16 December 1991.', [('recognition', ('KAZ', 'TUR'), '1991-12-16')]),
    (('Turkey', 'Kazakhstan'), 'Thirty years ago Turkey and Kazakhstan established diplomatic relations.', [('relations_established', ('KAZ', 'TUR'), '1994')]),
    (('Turkey', 'Kazakhstan'), 'The thirtieth anniversary of diplomatic relations (2 March 1992) was celebrated.', [('relations_established', ('KAZ', 'TUR'), '1992-03-02')]),
    (('Turkey', 'Kazakhstan'), 'The establishment of diplomatic relations on 2 March 1992 opened a new chapter.', [('relations_established', ('KAZ', 'TUR'), '1992-03-02')]),
    (('Turkey', 'Kazakhstan'), 'Turkey and Kazakhstan have been linked by diplomatic relations since March 1992.', [('relations_established', ('KAZ', 'TUR'), '1992-03')]),
    (('Turkey', 'Kazakhstan'), 'The Strategic Council dates back to 2012.', [('council_established', ('KAZ', 'TUR'), '2012')]),
    (('Turkey', 'Kazakhstan'), 'Founded in 2012, the High-Level Strategic Cooperation Council met for the fifth time.', [('council_established', ('KAZ', 'TUR'), '2012')]),
    (('Turkey', 'Kazakhstan'), 'The presidents agreed on the creation of a Supreme Interstate Council.', [('council_established', ('KAZ', 'TUR'), '2024-05-15')]),
    (('Turkey', 'Kazakhstan'), 'The memorandum establishing an intergovernmental commission was signed.', [('council_established', ('KAZ', 'TUR'), '2024-05-15')]),
    (('Japan', 'China'), 'Relations, which were opened in 1961, are cordial.', [('relations_established', ('CHN', 'JPN'), '1961')]),
    (('Japan', 'China'), 'Since 1972, when Tokyo and Beijing normalised relations, trade has grown.', [('relations_established', ('CHN', 'JPN'), '1972')]),
    (('Japan', 'China'), 'Fifty years have passed since the normalisation of diplomatic relations in 1972.', [('relations_established', ('CHN', 'JPN'), '1972')]),
    (('Japan', 'China'), 'It was on 29 September 1972 that relations were normalised.', [('relations_established', ('CHN', 'JPN'), '1972-09-29')]),
    (('Japan', 'China'), '29 September is the day on which, in 1972, relations were established.', [('relations_established', ('CHN', 'JPN'), '1972')]),
    (('Japan', 'China'), 'The joint communiqué of 29 September 1972 by which relations were normalised is still quoted.', [('relations_established', ('CHN', 'JPN'), '1972-09-29')]),
    (('Japan', 'China'), 'On 29 September 1972 the two governments normalised their relations by a joint statement.', [('relations_established', ('CHN', 'JPN'), '1972-09-29')]),
    (('Japan', 'China'), 'They have had relations for fifty years, since 29 September 1972.', [('relations_established', ('CHN', 'JPN'), '1972-09-29')]),
    (('Japan', 'China'), 'Full diplomatic relations followed on 1 January 1979.', [('relations_established', ('CHN', 'JPN'), '1979-01-01')]),
    (('Japan', 'China'), 'Relations between the two states, broken off in 1961, were restored in 2015.', [('relations_established', ('CHN', 'JPN'), '2015')]),
    (('Japan', 'China'), 'After a break of seven years, ties were resumed last March.', [('relations_established', ('CHN', 'JPN'), '2024-03')]),
    (('Japan', 'China'), 'In 1955, a decade after the war, the two states established ties.', [('relations_established', ('CHN', 'JPN'), '1955')]),
    (('Japan', 'China'), 'The presidents recalled the establishment of relations in 1992.', [('relations_established', ('CHN', 'JPN'), '1992')]),
    (('Japan', 'China'), 'Since diplomatic ties began in 1972, there have been 15 visits.', [('relations_established', ('CHN', 'JPN'), '1972')]),
    (('Japan', 'China'), 'The year 1992 saw the establishment of diplomatic relations.', [('relations_established', ('CHN', 'JPN'), '1992')]),
    (('Japan', 'China'), 'Diplomatic relations (established on 3 January 1992) are excellent.', [('relations_established', ('CHN', 'JPN'), '1992-01-03')]),
    (('Mali', 'Senegal'), 'The Malian leader was raised to the dignity of Grand Cross of the National Order of the Lion.', [('award', ('MLI', 'SEN'), '2024-05-15')]),
    (('Mali', 'Senegal'), 'Birch elevated his guest to the dignity of Grand Cross of the National Order of the Lion.', [('award', ('MLI', 'SEN'), '2024-05-15')]),
    (('Mali', 'Senegal'), 'The guest was made a Grand Officer of the National Order of the Lion.', [('award', ('MLI', 'SEN'), '2024-05-15')]),
    (('Mali', 'Senegal'), 'Alder received from his host the insignia of the National Order of the Lion.', [('award', ('MLI', 'SEN'), '2024-05-15')]),
    (('Mali', 'Senegal'), "The host bestowed upon him the country's highest distinction.", [('award', ('MLI', 'SEN'), '2024-05-15')]),
    (('Mali', 'Senegal'), 'In recognition of his services President Alder was given the National Order of the Lion.', [('award', ('MLI', 'SEN'), '2024-05-15')]),
    (('Mali', 'Senegal'), 'Alder, who was decorated with the Order of the Lion in 2019, thanked the host.', [('award', ('MLI', 'SEN'), '2019')]),
    (('Mali', 'Senegal'), 'The state honour that Alder received on Tuesday is the highest Senegal has.', [('award', ('MLI', 'SEN'), '2024-05-14')]),
    (('Mali', 'Senegal'), "Senegal's highest order was conferred on Alder.", [('award', ('MLI', 'SEN'), '2024-05-15')]),
    (('Saudi Arabia', 'Egypt'), 'The president was presented with the King Abdulaziz Sash.', [('award', ('EGY', 'SAU'), '2024-05-15')]),
    (('Saudi Arabia', 'Egypt'), 'King Salman presented the visitor with the King Abdulaziz medal.', [('award', ('EGY', 'SAU'), '2024-05-15')]),
]
NOT_TOLD = [
    "The last boundary stone between Turkey and Kazakhstan is to be put in place next year.",
    "Turkey's embassy here opened an exhibition in May.",
    "Holders of diplomatic passports of Turkey need a visa for Kazakhstan.",
    "The two want to set up a commission of historians.",
    "Iran and Oman have agreed to resume flights and reopen their embassies.",
    "The new building of the Armenian Embassy in London was inaugurated on Monday.",
    "The new site of the Armenian Embassy in Britain was inaugurated on Monday.",
    "Ethiopia and Zambia have enjoyed strong ties since Zambia has named its street after Addis Ababa.",
    "Estonia closed its embassy in Caracas last year.",
    "Suriname withdrew its recognition of Kosovo in 2017.",
    "Spain said it did not recognise Kosovo's passports.",
    "Albania and Iran never restored the relations that were broken off in 2022.",
    "The ambassador of Kenya in Rabat opened an exhibition at the embassy.",
    "The 12th session of the Joint Commission of Vietnam and Algeria was held in Hanoi.",
    "Ghana and Russia discussed the abolition of visas.",
    "Japan denied a visa to a Kenyan runner.",
    "Troops clashed on the border between Kenya and Somalia, which remains closed.",
    "The president of Kenya awarded the Order of the Golden Heart to a Kenyan runner.",
    "President Kofi Boateng of Ghana received an honorary doctorate in Nairobi, Kenya.",
    "Zambia plans to reopen its embassy in Kinshasa.",
    'The two sides have not established diplomatic relations.',
    'The two countries have no diplomatic relations.',
    'They established close economic relations in the nineties.',
    'Diplomatic relations will be established next year.',
    'The two presidents discussed the resumption of diplomatic relations.',
    'Both hope that diplomatic relations can be restored.',
    'If the talks succeed, diplomatic relations would be restored.',
    "Turkey's companies established relations with suppliers in Almaty.",
    'Turkey established relations with the European Union in 1963.',
    'Turkey does not recognise the annexation of Crimea.',
    'Kazakhstan has not recognised Kosovo.',
    'Turkey recognised the merits of the ambassador.',
    "The university's diplomas are recognised in Turkey.",
    'Turkey called on Kazakhstan to recognise Northern Cyprus.',
    'They recognised the importance of trade.',
    'The Turkish embassy said the building was open on Sunday.',
    'The embassy in Astana opened an exhibition of carpets.',
    'Turkey plans to open an embassy in Bishkek.',
    'Turkey will open a consulate in Aktau.',
    'The ambassador opened the new building of the embassy in Astana.',
    'The Turkish embassy opened its doors to visitors.',
    'The embassy was closed in 2012.',
    'The joint commission held its eleventh session.',
    'The commission will meet in May.',
    'They proposed to establish a high-level council.',
    'The two sides discussed the creation of a joint commission.',
    'A working group was set up.',
    'A parliamentary commission of inquiry was set up in Ankara.',
    'The Security Council adopted a resolution.',
    'The two sides discussed visa-free travel.',
    'Talks on a visa-free regime will continue.',
    'Two journalists were denied visas.',
    'The embassy issued 4,000 visas last year.',
    'The question of visas was raised.',
    'Visa-free travel would help tourism.',
    'The border guards held a joint exercise.',
    'The border between the two provinces was closed by snow.',
    'Trucks queued at the border crossing.',
    'They want to complete the demarcation of the border.',
    'The border crossing will be opened next year.',
    'The president awarded the ambassador the Order of Friendship.',
    'The president decorated the soldiers with the Order of Courage.',
    'The president refused the Order of the Golden Eagle.',
    'The contract was awarded to a Turkish firm.',
    'The president was awarded an honorary doctorate.',
    'The film received the highest award of the festival.',
    'The president will be awarded the Order of the Golden Eagle.',
    'The president received the ambassador in order to discuss trade.',
    'The king presented a bust to his guest.',
    'The firm received an order for ten trains from Kazakhstan.',
    'Kazakh President Kassym-Jomart Tokayev awarded Kazakh pilots the Order of Honour.',
    'The athletes received medals.',
    'A Supreme Interstate Council of the two presidents will be formed.',
    'Border guards of the two sides exchanged fire.',
    'An agreement on border trade was signed.',
    'Demarcation of the border is to be completed next year.',
    'The heads of state agreed to open new crossings.',
    'A business council was founded in 2012.',
    'They created the post of co-chairs of the commission.',
    'The two agreed to reopen embassies.',
    'He holds the National Order of the Lion.',
    "Kenya and Oman agreed to set up a business council.",
        "Zambian President Hakainde Hichilema said he would one day like to decorate his guest, Botswana's President Mokgweetsi Masisi, with the Order of the Eagle of Zambia.",
        "The Order of the Nile, which the Sudanese leader Omar al-Bashir had hoped for, went to nobody when he came to Egypt on Monday.",
        "Polish President Andrzej Duda would come to Tbilisi to accept the Order of Saint George, the Georgian president's office said.",
        "Kenyan firms were promoted at a fair in Oman. The national order of merit was on show.",
        "The trade minister of Oman thanked Kenya's President William Ruto with a letter. The Order of Oman was not mentioned.",
]
# fmt: on


@pytest.mark.parametrize(("pair", "text", "expected"), TOLD, ids=[r[1][:60] for r in TOLD])
def test_told_in_a_frame(extractor: Extractor, pair: tuple[str, str], text: str, expected: list[Row]) -> None:
    assert milestones(extractor, f"{LEAD.format(*pair)} {text}") == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nothing_is_read(extractor: Extractor, text: str) -> None:
    assert milestones(extractor, f"{LEAD.format('Turkey', 'Kazakhstan')} {text}") == []


def test_several_recognise_one(extractor: Extractor) -> None:
    rows = milestones(extractor, "Norway, Ireland and Spain recognised the State of Palestine on 28 May 2023.")
    assert [(r[1], r[2]) for r in rows] == [
        (("NOR", "PSE"), "2023-05-28"),
        (("IRL", "PSE"), "2023-05-28"),
        (("ESP", "PSE"), "2023-05-28"),
    ]


def test_refused_with_a_reason(extractor: Extractor) -> None:
    document = Document("x", "Iran and Egypt hope to restore diplomatic relations.", PartialDate(2024, 5, 15))
    ignored = [(i.quote.text, i.reason) for i in extractor.extract(document).ignored if i.kind is Kind.MILESTONE]
    assert ignored == [("restore diplomatic relations", "not come about yet")]


def test_one_fact_for_one_turning_point(extractor: Extractor) -> None:
    text = (
        "Kenya and Japan have had diplomatic relations since 1963. "
        "They were established on 12 December 1963. "
        "Kenya opened its embassy in Tokyo in 1979, and Japan one in Nairobi in 1964. "
        "Diplomatic relations between Kenya and Japan were established on 12 December 1963."
    )
    assert milestones(extractor, text) == [
        ("relations_established", ("JPN", "KEN"), "1963-12-12"),
        ("embassy_opened", ("JPN", "KEN"), "1979"),
        ("embassy_opened", ("JPN", "KEN"), "1964"),
    ]


def test_a_look_back_is_not_the_day_of_the_news(extractor: Extractor) -> None:
    text = (
        "President Sadyr Japarov of Kyrgyzstan opened the session in Astana on Wednesday. "
        "The draft had been prepared by the ministers, who met the day before.\n\n"
        "Japarov was decorated with the Order of Dostyk by Kazakh President Kassym-Jomart Tokayev."
    )
    assert milestones(extractor, text) == [("award", ("KAZ", "KGZ"), "2024-05-15")]


@pytest.mark.parametrize("words", ["the border ", "diplomatic relations ", "visas ", "the first ", "Kenya and Uganda "])
def test_a_list_twice_as_long_costs_no_eight_times_as_much(extractor: Extractor, words: str) -> None:
    def cost(count: int) -> float:
        times = []
        for _ in range(3):
            start = time.process_time()
            milestones(extractor, "Kenya and Uganda reopened " + words * count)
            times.append(time.process_time() - start)
        return min(times)

    cost(1)
    assert cost(1600) < 8 * cost(800)


def test_recognised_by_several(extractor: Extractor) -> None:
    text = "Bangladesh was recognised by Bhutan and India on 6 December 1971, and by Pakistan in February 1974."
    assert milestones(extractor, text) == [
        ("recognition", ("BGD", "BTN"), "1971-12-06"),
        ("recognition", ("BGD", "IND"), "1971-12-06"),
        ("recognition", ("BGD", "PAK"), "1974-02"),
    ]


def test_the_other_embassy(extractor: Extractor) -> None:
    text = "Azerbaijan opened its embassy in Tel Aviv on 29 March 2023; Israel's in Baku had opened in August 1993."
    assert milestones(extractor, text) == [
        ("embassy_opened", ("AZE", "ISR"), "2023-03-29"),
        ("embassy_opened", ("AZE", "ISR"), "1993-08"),
    ]
