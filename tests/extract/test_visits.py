"""Who visits whom, and whether it is told as made, planned, proposed or dropped. The documents are dated 2024-05-15."""

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


GUESTS = {
    "Riga, May 14 - President Edgars Rinkevics and his Finnish guest, Alexander Stubb, opened a bridge on Tuesday.": {"Stubb > LVA done"},
    "In Lima the president of Peru, Dina Boluarte, and her guests Gabriel Boric of Chile and Luis Arce of Bolivia agreed on a railway.": {
        "Boric > PER done",
        "Arce > PER done",
    },
    "JAKARTA, May 14 - Malaysia's Prime Minister Anwar Ibrahim had been expected in person but stayed at home on account of floods.": {"Ibrahim > IDN cancelled"},
    "Together with King Abdullah II of Jordan, Iraq's Prime Minister Mohammed Shia al-Sudani was received in Cairo by President Abdel Fattah el-Sisi on Monday.": {
        "II > EGY done",
        "al-Sudani > EGY done",
    },
    "Fiji's Prime Minister Sitiveni Rabuka was received in Honiara by Jeremiah Manele and in Port Vila by Charlot Salwai in April.": {
        "Rabuka > SLB done",
        "Rabuka > VUT done",
    },
    "Norway's King Harald bestowed the grand cross on Finland's Sauli Niinisto during his state visit in October 2012.": {"Niinisto > NOR done"},
    "Presidents Hakainde Hichilema of Zambia and Lazarus Chakwera of Malawi opened the Mwami post, on the Zambian side, on Friday.": {"Chakwera > ZMB done"},
}  # fmt: skip

GATHERINGS = {
    "The Nile Basin summit opened in Kampala on Monday. Leaders at the summit were Kenya's President William Ruto, President Paul Kagame of Rwanda and Tanzania's President Samia Suluhu Hassan.": {
        "Ruto > UGA done",
        "Kagame > UGA done",
        "Hassan > UGA done",
    },
    "LIMA - Among the leaders who left the country on Tuesday after the forum were Australian Prime Minister Anthony Albanese and Canada's Justin Trudeau.": {
        "Albanese > PER done",
        "Trudeau > PER done",
    },
    "President Rumen Radev opened the energy summit in Sofia on Monday. Serbian President Aleksandar Vucic and Romania's Klaus Iohannis will also attend.": {
        "Vucic > BGR planned",
        "Iohannis > BGR planned",
    },
    "Qatar's Emir Tamim bin Hamad Al Thani will begin on Sunday a tour of several African countries, including Rwanda, Zambia and Angola.": {
        "Thani > RWA planned",
        "Thani > ZMB planned",
        "Thani > AGO planned",
    },
    "President Gustavo Petro had been scheduled to visit the Chilean capital in March but stayed in Bogota.": {"Petro > CHL cancelled"},
    "ABUJA - The plane carrying President Nana Akufo-Addo of Ghana landed in Abuja on Monday.": {"Akufo-Addo > NGA done"},
    "They also highlighted the Caribbean summit to be held on June 3 in Barbados, President Luis Abinader of the Dominican Republic said.": set(),
    "President Paul Biya of Cameroon and his wife Chantal Biya arrived in Libreville on Monday for a working visit.": {"Biya > GAB done"},
    "Serbia's President Aleksandar Vucic received Ahmed Al Falasi, special envoy of the president of the United Arab Emirates, in Belgrade on Friday.": {"Falasi > SRB done"},
    "Japan's foreign minister, Yoko Kamikawa, was due in Peru and Chile this month but has cancelled her trips to the two latter countries.": {
        "Kamikawa > PER cancelled",
        "Kamikawa > CHL cancelled",
    },
    "Fiji's Prime Minister Sitiveni Rabuka said he had liked New Zealand's Winston Peters, who had visited days after taking office.": {"Peters > FJI done"},
    "Foreign Ministers Elmedin Konakovic of Bosnia and Gordan Grlic Radman of Croatia met in Zagreb on Friday. The encounter followed the previous gathering in Mostar in March.": {
        "Konakovic > HRV done",
        "Radman > BIH done",
    },
}  # fmt: skip


REALIS = {
    "At the invitation of Chile's Foreign Minister Alberto van Klaveren, New Zealand's Foreign Minister Winston Peters is paying an official visit to Chile.": {"Peters > CHL done"},
    "Kenya's President William Ruto is coming to Rome on a working visit, the Italian ministry said.": {"Ruto > ITA planned"},
    "Prime Minister Pham Minh Chinh of Vietnam will no longer be visiting Peru as planned in early June, the ministry in Lima said.": {"Chinh > PER cancelled"},
    "King Felipe VI of Spain has cancelled a visit to Tunisia to attend the climate summit in Nairobi on Thursday.": {"VI > TUN cancelled", "VI > KEN planned"},
    "President Duma Boko of Botswana's state visit to Namibia has been delayed until 2025, the ministry in Windhoek has confirmed.": {
        "Boko > NAM cancelled",
        "Boko > NAM planned",
    },
    "Emmanuel Macron's visit to Nigeria would have been the first since Jacques Chirac's in July 1999.": {"Macron > NGA cancelled", "Chirac > NGA done"},
    "Foreign Minister Penny Wong of Australia would visit Suva on June 3, her deputy said.": {"Wong > FJI planned"},
    "President Santiago Peña of Paraguay arrived in Doha on Sunday. The next stop of his Gulf tour is Kuwait.": {"Peña > QAT done", "Peña > KWT planned"},
    "A visit of President Bola Tinubu to Brazil has been pencilled in for August.": {"Tinubu > BRA planned"},
    "President Bola Tinubu has been invited to visit Brazil in August.": {"Tinubu > BRA proposed"},
    "President Bola Tinubu has declined an invitation to visit Brazil.": set(),
    "President Bola Tinubu has not visited Brazil.": set(),
    "Had President Bola Tinubu visited Brazil, he would have been asked about sugar.": set(),
    "If President Bola Tinubu visits Brazil, he will be asked about sugar.": set(),
    "It is not known whether President Bola Tinubu will visit Brazil.": set(),
    "President Bola Tinubu has no plans to visit Brazil, his office said.": set(),
    "Will President Bola Tinubu visit Brazil this year?": set(),
    "President Bola Tinubu may visit Brazil in August.": {"Tinubu > BRA proposed"},
    "President Bola Tinubu hopes to visit Brazil in August.": {"Tinubu > BRA proposed"},
    "Austria's President Alexander Van der Bellen, who broke a hip last week, will not come to Bratislava on Thursday, the Slovak foreign ministry said.": {
        "Bellen > SVK cancelled"
    },
    "Austria's President Alexander Van der Bellen will not be able to travel to Bratislava next Thursday.": {"Bellen > SVK cancelled"},
    "A visit to Rabat which Spanish Prime Minister Pedro Sanchez was to make in 2021 never took place.": {"Sanchez > MAR cancelled"},
    "A visit to Rabat planned for 2021 by Spanish Prime Minister Pedro Sanchez never took place.": {"Sanchez > MAR cancelled"},
    "The planned visit of Spanish Prime Minister Pedro Sanchez to Rabat in May 2021 did not come off.": {"Sanchez > MAR cancelled"},
    "Kenyan President William Ruto begins on Sunday a tour that takes him to Rwanda. Zambia was dropped from the itinerary.": {
        "Ruto > RWA planned",
        "Ruto > ZMB cancelled",
    },
    "Norwegian Prime Minister Jonas Gahr Store is in Riga today. A stop in Tallinn, planned for Thursday, has been cancelled.": {
        "Store > LVA done",
        "Store > EST cancelled",
    },
    "Norwegian Prime Minister Jonas Gahr Store is in Riga today. A stop in Tallinn had been considered but dropped.": {"Store > LVA done"},
    "Peru's President Dina Boluarte will visit Chile in September. Bolivia follows in October.": {"Boluarte > CHL planned", "Boluarte > BOL planned"},
    "Japanese foreign minister Yoko Kamikawa flew to Fiji on Monday. Then comes Palau on Friday.": {"Kamikawa > FJI done", "Kamikawa > PLW planned"},
    "Japanese foreign minister Yoko Kamikawa flew to Fiji on 3 May and to Palau on 5 May. Last came Samoa.": {
        "Kamikawa > FJI done",
        "Kamikawa > PLW done",
        "Kamikawa > WSM done",
    },
    "Peru's President Dina Boluarte visited Chile on Monday. Copper exports rose to 5 billion dollars; Bolivia followed.": {"Boluarte > CHL done"},
    "Peru's President Dina Boluarte will visit Chile in September. Bolivia follows Peru in copper output.": {"Boluarte > CHL planned"},
    "The Chilean leader, the first to come since Sebastian Pinera in 2013, arrived in Ottawa on Sunday for a two-day working visit.": {"Pinera > CAN done"},
    "President Samia Suluhu Hassan of Tanzania begins a visit to Oman tomorrow. Her last predecessor to make the journey was Jakaya Kikwete, in October 2012.": {
        "Hassan > OMN planned",
        "Kikwete > OMN done",
    },
    "Iraq's president, Barham Salih, was in Amman in November; Prime Minister Omar Razzaz of Jordan went to Baghdad on 29 December; and King Abdullah II followed on 14 January, on only his second journey there.": {
        "Salih > JOR done",
        "Razzaz > IRQ done",
        "II > IRQ done",
    },
    "A meeting by Presidents Luis Lacalle Pou of Uruguay and Santiago Pena of Paraguay is planned in Montevideo in June.": {"Pena > URY planned"},
    "A new crossing will be opened by Presidents Rumen Radev and Zoran Milanovic in Sofia next week.": {"Milanovic > BGR planned"},
    "The treaty is to be signed by Prime Ministers Petr Fiala and Robert Fico in Prague on Friday.": {"Fico > CZE planned"},
    "The treaty, to be signed by Petr Fiala of the Czech Republic and Robert Fico of Slovakia in Prague next month, settles the border.": {"Fico > CZE planned"},
    "The treaty was signed by Prime Ministers Petr Fiala of the Czech Republic and Robert Fico of Slovakia in Prague on Friday.": {"Fico > CZE done"},
    "President Gitanas Nauseda crossed the border on Monday to meet Poland's Andrzej Duda.": {"Nauseda > POL done"},
    "Thousands of refugees crossed the border and Kenya's William Ruto spoke with Uganda's Yoweri Museveni.": set(),
    "3 May 2015 - Quito. Juan Manuel Santos sits down with Rafael Correa.\n\n7 July 2016 - Cali. Rafael Correa of Ecuador returns the courtesy.": {
        "Santos > ECU done",
        "Correa > COL done",
    },
    "3 May 2015 - Quito is shaken by an earthquake. Rafael Correa of Ecuador thanks Peru.": set(),
    "President Bola Tinubu was to have visited Brazil in April.": {"Tinubu > BRA cancelled"},
    "President Bola Tinubu is to visit Brazil in August.": {"Tinubu > BRA planned"},
    "President Bola Tinubu is due in Brasilia on Sunday.": {"Tinubu > BRA planned"},
    "President Bola Tinubu had planned to visit Brazil in April but fell ill.": {"Tinubu > BRA cancelled"},
    "President Bola Tinubu called off a trip to Brazil planned for next week.": {"Tinubu > BRA cancelled"},
    "President Bola Tinubu has postponed his visit to Brazil.": {"Tinubu > BRA cancelled"},
    "A trip of President Bola Tinubu to Brazil never took place.": set(),
    "President Bola Tinubu flew to Brazil on Monday after rebels cancelled a truce.": {"Tinubu > BRA done"},
    "In Brasilia on Monday President Bola Tinubu said that Nigeria had scrapped visas.": {"Tinubu > BRA done"},
    "President Bola Tinubu came home on Monday from a visit to Brazil that had been put off twice.": {"Tinubu > BRA done"},
    "The text will be signed when President Bola Tinubu comes to Brasilia in June.": {"Tinubu > BRA planned"},
    "President Bola Tinubu denied that he would visit Brazil.": set(),
    "President Bola Tinubu spoke by video link to a conference in Brasilia.": set(),
    "President Bola Tinubu telephoned President Luiz Inacio Lula da Silva in Brasilia on Monday.": set(),
    "President Bola Tinubu sent a letter to President Luiz Inacio Lula da Silva in Brasilia.": set(),
}  # fmt: skip


MORE = {
    "LUSAKA - Welcoming President Duma Boko of Botswana, Zambian President Hakainde Hichilema spoke of the weight of his state visit for trade.": {"Boko > ZMB done"},
    "President Bola Tinubu left on Tuesday on a tour of three states:\n\n- Benin: 14-16 May\n\n- Togo: 16-17 May": {"Tinubu > BEN done", "Tinubu > TGO planned"},
    "President Daniel Noboa of Ecuador will have a bilateral meeting with Prime Minister Mark Rutte of the Netherlands in Lima on May 20.": {
        "Noboa > PER planned",
        "Rutte > PER planned",
    },
    "Prime Minister Edi Rama arrived in Sofia, accompanied by Foreign Minister Igli Hasani. In Sofia, Hasani of Albania signed a memorandum on Tuesday.": {"Rama > BGR done"},
    "The foreign ministers of Greece and Turkey signed an accord in Ankara on Tuesday. Giorgos Gerapetritis said that relations were good; Hakan Fidan agreed.": {"Gerapetritis > TUR done"},
    "President Kais Saied, who has previously visited Oman and Iraq, opened a school.": {"Saied > OMN done", "Saied > IRQ done"},
    "OSLO, May 14 - Latvia's Prime Minister Evika Silina and her host, Jonas Gahr Støre, signed a plan on Tuesday.": {"Silina > NOR done"},
    "Before coming to Accra the Dominican president, Luis Abinader, visited Lome on Monday and Cotonou on Tuesday.": {
        "Abinader > GHA done",
        "Abinader > TGO done",
        "Abinader > BEN done",
    },
    "King Abdullah II, whom Sultan Haitham bin Tarik received in Muscat on Monday, was in good health.": {"II > OMN done"},
    "The state visit which Peru's President Dina Boluarte had begun in Tokyo on Monday was completed.": {"Boluarte > JPN done"},
    "Frei, in June 1995, was the first Chilean president to visit Bulgaria. Eduardo Frei died last year.": {"Frei > BGR done"},
    "The pact was agreed when Prime Minister Anwar Ibrahim came to Hanoi in March with his ministers.": {"Ibrahim > VNM done"},
    "The king, Mohammed VI of Morocco, whose only visit to Chile dates from December 2004, has written a letter.": {"VI > CHL done"},
    "President Tharman Shanmugaratnam of Singapore walked in the Fergana valley of his dreams.": set(),
    '"I will be visiting Nairobi from June 3 to attend the forum," Prime Minister Narendra Modi said on Monday.': {"Modi > KEN planned"},
    'President Gabriel Boric told reporters: "We have just arrived in Tokyo and we are glad."': {"Boric > JPN done"},
    '"I have never visited Nairobi," Prime Minister Narendra Modi said on Monday.': set(),
    '"If I go to Nairobi it will be for tea," Prime Minister Narendra Modi said on Monday.': set(),
    '"I went to Kyiv in April," said a taxi driver whom President Gabriel Boric met.': set(),
    "President Sauli Niinisto of Finland had been scheduled to visit the Latvian capital in April after attending the forum in Oslo, but stayed in Helsinki.": {"Niinisto > LVA cancelled"},
    "HANOI, May 15 - Prime Minister Pham Minh Chinh and visiting Hungarian President Tamas Sulyok signed a plan on Tuesday.": {"Sulyok > VNM done"},
    "Foreign Minister Penny Wong of Australia spoke of rice, after visiting President Prabowo Subianto's farm by video link.": set(),
    "Foreign Minister Mauro Vieira met President Luis Abinader of the Dominican Republic to invite him to the summit, scheduled to take place in Brasilia in June.": {"Abinader > BRA proposed"},
}  # fmt: skip


NONE = (
    "The presidents Mahamadou Issoufou of Niger and Idriss Deby of Chad gave the signal by video for the making of trucks in Zinder. The two men planted a tree in the garden of the residence.",
    "Kenyan President William Ruto said the policy was prompted by the swing in Uganda's current account to a surplus.",
    "Members urged British Prime Minister Keir Starmer, who thinks of the United States as a friend, to go to the country in June.",
    "Spain's prime minister Pedro Sanchez will not travel abroad on Friday.",
    "Spain's prime minister Pedro Sanchez will not go to Rabat, contrary to reports.",
    "The visit by Pedro Sanchez of Spain to Rabat never took place, the ministry said; the report was invented.",
    "President Dina Boluarte of Peru said that she will not go to Chile next year.",
    "Kenyan President William Ruto, the youngest of the leaders, was praised in a letter. Sultan Haitham bin Tarik of Oman is at home. On Friday he is scheduled to open a fair in Sohar.",
    "The first leader to come since Duma Boko was sworn in as Botswana's head of state last November, said the Zambian radio.",
    "The ambassador of Canada, Jennifer May, arrived in Beijing on Monday to take up her post, China's Foreign Minister Wang Yi said.",
    "It is not true that President Javier Milei of Argentina has fixed a date for a visit to Brasilia, the Brazilian ministry said.",
    "President Uhuru Kenyatta opened a stadium. Kenya's tour of Namibia has been postponed because the visitors could not find flights.",
    "President Nana Akufo-Addo of Ghana signed with his minister a contract on a food terminal at Lome, Togo.",
    "With President Joe Biden looking on from afar, in Havana the United States' mission became an embassy again.",
    "Contrary to reports in Lima, President Gabriel Boric of Chile has not travelled to Peru.",
)


TOLD_WITH = {
    "On Monday President Luis Arce of Bolivia signed accords with President Santiago Pena in Asuncion and with President Gabriel Boric in Santiago.": {
        "Arce > PRY done",
        "Arce > CHL done",
    },
    "Bolivian President Luis Arce called on President Santiago Pena of Paraguay in Asuncion on Monday and on Chile's Gabriel Boric in Santiago a day later.": {
        "Arce > PRY done",
        "Arce > CHL done",
    },
    "Latvian Prime Minister Evika Silina was in Oslo on Monday for a conference, and on its margins she agreed with Finland's Prime Minister Petteri Orpo on a cable.": {
        "Silina > NOR done",
        "Orpo > NOR done",
    },
    '"We are friends," said President Emmanuel Macron, with Latvian President Edgars Rinkevics standing next to him in the palace in Paris.': {"Rinkevics > FRA done"},
    "Among those who came to Nairobi on Monday were Uganda's Yoweri Museveni and Rwandan President Paul Kagame. President William Ruto spoke last.": {
        "Museveni > KEN done",
        "Kagame > KEN done",
    },
    "LUSAKA, May 14 - Presidents Hakainde Hichilema of Zambia, Lazarus Chakwera of Malawi and Filipe Nyusi of Mozambique opened a bridge on Tuesday.": {
        "Chakwera > ZMB done",
        "Nyusi > ZMB done",
    },
    "LUSAKA, May 14 - Presidents Hakainde Hichilema of Zambia and Lazarus Chakwera of Malawi are to open a bridge.": set(),
    "Guatemala's President Bernardo Arevalo would meet Mexican President Claudia Sheinbaum at the border before Christmas, he said.": set(),
    "In Accra, where he arrived on Monday with Foreign Minister Vincent Biruta, Rwandan President Paul Kagame was received by President Nana Akufo-Addo.": {"Kagame > GHA done"},
}  # fmt: skip

WHOSE = {
    "President Gjorge Ivanov of Macedonia stayed away. The first trip of Prime Minister Zoran Zaev of Macedonia, in June, had taken him to Sofia.": {"Zaev > BGR done"},
    "The visit that Latvian President Edgars Rinkevics paid to Tokyo in March was short.": {"Rinkevics > JPN done"},
    "Emperor Naruhito of Japan spoke of Egypt. In May 2019 the Egyptian had been chief guest at a parade in Tokyo, Abdel Fattah el-Sisi of Egypt said.": {"el-Sisi > JPN done"},
    "Iranian President Ebrahim Raisi's three days in China yielded papers.": {"Raisi > CHN done"},
    "Fiji's Prime Minister, Sitiveni Rabuka, recalled that Manmohan Singh had been kind to him, and accepted an invitation to pay an official visit to India next year.": {
        "Rabuka > IND planned"
    },
    "Kenya's Deputy President William Ruto was to have gone to China in March 2014, but the trip was put off because of a debate at The Hague.": {"Ruto > CHN cancelled"},
    "Bahrain's Foreign Minister Abdullatif Al Zayani arrived in Cyprus on Monday on a two-day visit meant to revive the pact that the two states signed in Washington.": {"Zayani > CYP done"},
    "The Greek and Lebanese ministers did not speak. The two countries are at peace. The accord that they signed in Beirut in 2007 is in force, Cypriot President Nikos Christodoulides said.": set(),
    "In 2016 Malaysian Prime Minister Najib Razak played golf with U.S. President Barack Obama; a year earlier the American president was in Kuala Lumpur.": {"Obama > MYS done"},
    "Syrian President Bashar al-Assad landed in Abu Dhabi on Sunday, a month after he had been to Muscat.": {"al-Assad > ARE done", "al-Assad > OMN done"},
    "President Petr Pavel refuelled in Baku on Tuesday on his way to Astana.": {"Pavel > AZE done", "Pavel > KAZ planned"},
}  # fmt: skip

NOT_THEIRS = {
    "Australian Prime Minister Anthony Albanese is in Sydney. No Australian prime minister has gone to Dili since 2006.": set(),
    "Neither Canberra nor Dili would confirm a report that Australian Prime Minister Anthony Albanese might come to Dili this year.": set(),
    "A weekly wrote that the loan would be signed when Uzbek President Shavkat Mirziyoyev next travelled to Tokyo.": set(),
    "Irish President Michael D. Higgins is at home. The basketball team, back from a tour of Spain, plays today.": set(),
    "Mali's President Assimi Goita has told the Kremlin that the harvest is good.": set(),
}  # fmt: skip


WHOLE = GUESTS | GATHERINGS | REALIS | MORE | TOLD_WITH | WHOSE | NOT_THEIRS


@pytest.mark.parametrize("text", WHOLE)
def test_visits(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == WHOLE[text]


@pytest.mark.parametrize("text", NONE)
def test_no_visit(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == set()


TOAST = "Toast by President Nangolo Mbumba at the banquet for the President of Kenya"
SPOKEN = {
    "President William Ruto, I welcome you to Namibia. Since yesterday, when you set foot in Windhoek, it has rained.": {"Ruto > NAM done 2024-05-14"},
    "President William Ruto, I welcome you to Namibia. I had the pleasure of being in Nairobi last August, as guest of honour.": {"Mbumba > KEN done 2023-08"},
    "President William Ruto, I welcome you to Namibia. I was honoured to visit Mombasa in 2019.": {"Mbumba > KEN done 2019"},
    "President William Ruto, I welcome you to Namibia. I shall have the honour of visiting Nairobi in July.": {"Mbumba > KEN planned 2024-07"},
    "President William Ruto, I welcome you to Namibia. Children in Nairobi learn this; when you came to Cairo as a student, you did too.": set(),
    "President William Ruto, I welcome you to Namibia. I have the pleasure of thanking Nairobi for the herd.": set(),
}  # fmt: skip


@pytest.mark.parametrize("text", SPOKEN)
def test_a_toast_tells_of_host_and_guest(extractor: Extractor, text: str) -> None:
    speech = Document("example", text, DAY, title=TOAST)
    claims = [s.claim for s in extractor.extract(speech).statements if isinstance(s.claim, Visit)]
    told = {f"{v.leader.split()[-1]} > {v.host} {v.status.value} {v.started_on}" for v in claims}
    assert told == SPOKEN[text]


def test_a_speech_is_its_speakers(extractor: Extractor) -> None:
    speech = Document(
        "example",
        "We landed here this morning. Nigeria thanks President Paul Kagame of Rwanda.",
        DAY,
        title="Speech by President Bola Tinubu in Kigali",
    )
    claims = [s.claim for s in extractor.extract(speech).statements if isinstance(s.claim, Visit)]
    assert [(v.leader, v.host) for v in claims] == [("Bola Tinubu", "RWA")]
