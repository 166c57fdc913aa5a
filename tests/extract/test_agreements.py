"""Agreements: what is read of literal sentences, and what is not. The document is dated 2024-05-15, a Wednesday."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Agreement, Document, PartialDate

Row = tuple[str, str, str | None, int | None, str | None]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def agreements(extractor: Extractor, text: str, dated: str | None = "2024-05-15") -> list[Agreement]:
    """All agreements read of a text."""
    document = Document("x", text, PartialDate.parse(dated) if dated else None)
    return [s.claim for s in extractor.extract(document).statements if isinstance(s.claim, Agreement)]


def rows(extractor: Extractor, text: str, dated: str | None = "2024-05-15") -> list[Row]:
    """Parties, form, title, count and date with status of each agreement."""
    return [
        ("-".join(c.parties), c.form, c.title, c.count, f"{c.signed_on or '?'} {c.status}")
        for c in agreements(extractor, text, dated)
    ]


# fmt: off
SINGLE = [
    ("Kazakhstan and Malta signed a memorandum on tourism in Astana on Monday.", "KAZ-MLT", "memorandum", "memorandum on tourism", "2024-05-13 done"),
    ("Egypt and Serbia sealed a free trade deal in Cairo on Saturday.", "EGY-SRB", "agreement", "free trade deal", "2024-05-11 done"),
    ("An agreement exempting holders of diplomatic passports from visas was concluded by Georgia and Malta on Monday.", "GEO-MLT", "agreement", "agreement exempting holders of diplomatic passports from visas", "2024-05-13 done"),
    ("A memorandum of understanding was signed between the central banks of Oman and India.", "IND-OMN", "memorandum", "memorandum of understanding between the central banks of Oman and India", "2024-05-15 done"),
    ("With the signing of a memorandum on tourism, which took place in Astana, Kazakhstan and Malta opened a new chapter.", "KAZ-MLT", "memorandum", "memorandum on tourism", "2024-05-15 done"),
    ("The foreign ministers of Serbia and Egypt put their signatures to a plan of consultations for 2025-2026.", "EGY-SRB", "programme", "plan of consultations for 2025-2026", "2024-05-15 done"),
    ("An extradition treaty between Brazil and Italy has been in force since 2012.", "BRA-ITA", "treaty", "extradition treaty between Brazil and Italy", "? done"),
    ("The agreement on fisheries that Kenya and Uganda concluded in 2019 will be renewed.", "KEN-UGA", "agreement", "agreement on fisheries", "2019 done"),
    ("A bilateral investment treaty signed by Kenya and Japan in 2016 has lapsed.", "JPN-KEN", "treaty", "investment treaty", "2016 done"),
    ("The Hungarian government approved a loan agreement with China.", "CHN-HUN", "agreement", "loan agreement", "2024-05-15 done"),
    ("Also signed by the presidents of Serbia and Egypt was a roadmap on grain.", "EGY-SRB", "roadmap", "roadmap on grain", "2024-05-15 done"),
    ("The two countries, Serbia and Egypt, settled for a memorandum on grain.", "EGY-SRB", "memorandum", "memorandum on grain", "2024-05-15 done"),
    ("Kenya and Uganda are negotiating a double taxation agreement.", "KEN-UGA", "agreement", "double taxation agreement", "? proposed"),
    ("Kenya and Uganda hope to conclude a defence pact next year.", "KEN-UGA", "agreement", "defence pact", "? proposed"),
    ("Kenya and Japan agreed to draw up a roadmap on geothermal energy.", "JPN-KEN", "roadmap", "roadmap on geothermal energy", "? planned"),
    ("Kenya and Japan will sign a roadmap on geothermal energy on Friday.", "JPN-KEN", "roadmap", "roadmap on geothermal energy", "2024-05-17 planned"),
    ("The protocol on border trade, initialled by Kyrgyzstan and Tajikistan in March, is to be signed in the autumn.", "KGZ-TJK", "protocol", "protocol on border trade", "2024 planned"),
    ("Under a deal reached on Tuesday, Kazakhstan will supply Hungary with oil.", "HUN-KAZ", "agreement", "deal for oil", "2024-05-14 done"),
    ("India's Exim Bank and the government of Mauritius signed a $100 million credit line agreement.", "IND-MUS", "agreement", "$100 million credit line agreement", "2024-05-15 done"),
    ("In Suva in April Papua New Guinea concluded a treaty with Fiji on the exchange of prisoners.", "FJI-PNG", "treaty", "treaty with Fiji on the exchange of prisoners", "2024-04 done"),
    ("The ministers of Kenya and Uganda left with a protocol on tea ready for signature.", "KEN-UGA", "protocol", "protocol on tea", "? planned"),
    ("Serbian President Aleksandar Vucic will visit Egypt on Sunday. On the agenda are talks and a memorandum on tourism for the ministers to sign.", "EGY-SRB", "memorandum", "memorandum on tourism", "2024-05-19 planned"),
    ("Poland bought 250 tanks from the United States in 2022.", "POL-USA", "contract", "order for 250 tanks", "2022 done"),
    ("Acwa Power of Saudi Arabia contracted with the Egyptian state grid to build a wind farm at a cost of $1.5 billion.", "EGY-SAU", "contract", "contract to build a wind farm", "2024-05-15 done"),
    ("A bank of Serbia opened a credit line for a dairy of Egypt on Monday, and the ministers of Egypt praised the port.", "EGY-SRB", "contract", "credit line for a dairy of Egypt", "2024-05-13 done"),
    ("An agreement between Serbia and Egypt signed on Monday provides for a grain terminal at Damietta, and Egypt's mills will spend $150 million on silos.", "EGY-SRB", "agreement", "agreement between Serbia and Egypt", "2024-05-13 done"),
    ("Serbia and Egypt signed a memorandum on mining, energy and the protection of birds on Monday.", "EGY-SRB", "memorandum", "memorandum on mining, energy and the protection of birds", "2024-05-13 done"),
]
PACKAGES = [
    ("Nine documents were exchanged by the ministers of Oman and India on Tuesday.", "IND-OMN", 9, "exact", "2024-05-14 done"),
    ("Oman and India signed over a dozen agreements on Tuesday.", "IND-OMN", 12, "over", "2024-05-14 done"),
    ("Some 20 papers were signed by Oman and India.", "IND-OMN", 20, "about", "2024-05-15 done"),
    ("Oman and India signed nearly 30 agreements and memorandums.", "IND-OMN", 30, "under", "2024-05-15 done"),
    ("Oman and India signed nine memoranda and two contracts.", "IND-OMN", 11, "exact", "2024-05-15 done"),
    ("Oman and India signed a number of agreements in health and space.", "IND-OMN", None, None, "2024-05-15 done"),
    ("The number of documents signed by Kazakhstan and Turkey during the visit came to 17.", "KAZ-TUR", 17, "exact", "2024-05-15 done"),
    ("Seven agreements were the fruit of the visit of Serbian President Aleksandar Vucic to Egypt.", "EGY-SRB", 7, "exact", "2024-05-15 done"),
    ("In October 2019 Egypt and Hungary concluded eleven agreements in Budapest.", "EGY-HUN", 11, "exact", "2019-10 done"),
    ("Serbian President Aleksandar Vucic will be in Egypt on Sunday. The programme has a forum and upwards of ten documents for ministers to sign.", "EGY-SRB", 10, "over", "2024-05-19 planned"),
    ("Serbian President Aleksandar Vucic will visit Egypt on Sunday, with seven agreements awaiting signature.", "EGY-SRB", 7, "exact", "2024-05-19 planned"),
    ("Bulgaria and Serbia signed a treaty of friendship in Sofia on 19 April. Aleksandar Vucic had been in Bulgaria on 2-3 March 2021. Beside the new treaty, nine documents were signed that day.", "BGR-SRB", 9, "exact", "2024-04-19 done"),
    ("Serbian President Aleksandar Vucic flew to Hungary on Sunday. With Egyptian President Abdel Fattah el-Sisi he had signed ten agreements in Cairo in March.", "EGY-SRB", 10, "exact", "2024-03 done"),
    ("Serbia and Egypt signed several agreements.", "EGY-SRB", None, None, "2024-05-15 done"),
    ("Serbia and Egypt signed agreements on Monday.", "EGY-SRB", None, None, "2024-05-13 done"),
    ("Contracts worth $2 billion were signed by Serbia and Egypt.", "EGY-SRB", None, None, "2024-05-15 done"),
    ("Contracts were signed by Serbia and Egypt for $2 billion.", "EGY-SRB", None, None, "2024-05-15 done"),
    ("Ten agreements are to be signed by Egypt and Hungary on Friday.", "EGY-HUN", 10, "exact", "2024-05-17 planned"),
]
LISTS = [
    ("Cuba and Vietnam signed memorandums on agriculture and on tourism.",
     [("CUB-VNM", "memorandum", "memorandum on agriculture", 1, "2024-05-15 done"), ("CUB-VNM", "memorandum", "memorandum on tourism", 1, "2024-05-15 done")]),
    ("On Monday Oman and India signed two agreements, one on health, the other on space.",
     [("IND-OMN", "package", None, 2, "2024-05-13 done"), ("IND-OMN", "agreement", "agreement on health", 1, "2024-05-13 done"), ("IND-OMN", "agreement", "agreement on space", 1, "2024-05-13 done")]),
    ("Oman and India signed 15 documents in June 2022, a road map for industry and a memorandum on space among them.",
     [("IND-OMN", "package", None, 15, "2022-06 done"), ("IND-OMN", "roadmap", "road map for industry", 1, "2022-06 done"), ("IND-OMN", "memorandum", "memorandum on space", 1, "2022-06 done")]),
    ("Oman and India signed an agreement on labour and another on extradition.",
     [("IND-OMN", "agreement", "agreement on labour", 1, "2024-05-15 done"), ("IND-OMN", "agreement", "agreement on extradition", 1, "2024-05-15 done")]),
    ("In 2003 Algeria and South Africa signed a defence agreement, in 2005 one on maritime transport and in 2010 one on visas.",
     [("DZA-ZAF", "agreement", "defence agreement", 1, "2003 done"), ("DZA-ZAF", "agreement", "agreement on maritime transport", 1, "2005 done"), ("DZA-ZAF", "agreement", "agreement on visas", 1, "2010 done")]),
    ("Oman and India signed eight papers on Monday. They include a memorandum on sport and an agreement on wheat.",
     [("IND-OMN", "package", None, 8, "2024-05-13 done"), ("IND-OMN", "memorandum", "memorandum on sport", 1, "2024-05-13 done"), ("IND-OMN", "agreement", "agreement on wheat", 1, "2024-05-13 done")]),
    ("Oman and India exchanged nine papers on Monday. Under one of these texts, Oman shall supply gas. Another, between the two banks, opens a line for loans.",
     [("IND-OMN", "package", None, 9, "2024-05-13 done"), ("IND-OMN", "agreement", "agreement Oman shall supply gas", 1, "2024-05-13 done"), ("IND-OMN", "agreement", "agreement between the two banks, opens a line for loans", 1, "2024-05-13 done")]),
    ("The following documents were signed by Oman and India:\n- Agreement on wheat;\n- Memorandum on archives.",
     [("IND-OMN", "agreement", "Agreement on wheat", 1, "2024-05-15 done"), ("IND-OMN", "memorandum", "Memorandum on archives", 1, "2024-05-15 done")]),
    ("The following documents were signed by Oman and India:\n- an agreement on wheat;\n- an agreement on education;\n- a protocol between the Omani ports and the Indian Council of Higher Education.",
     [("IND-OMN", "agreement", "agreement on wheat", 1, "2024-05-15 done"), ("IND-OMN", "agreement", "agreement on education", 1, "2024-05-15 done"), ("IND-OMN", "protocol", "protocol between the Omani ports and the Indian Council of Higher Education", 1, "2024-05-15 done")]),
    ("Oman and India signed an agreement on education and a memorandum between the Omani ports and the Indian Council of Higher Education.",
     [("IND-OMN", "agreement", "agreement on education", 1, "2024-05-15 done"), ("IND-OMN", "memorandum", "memorandum between the Omani ports and the Indian Council of Higher Education", 1, "2024-05-15 done")]),
    ("Oman and India signed a plan for the Agreement on Education.",
     [("IND-OMN", "programme", "plan for the Agreement on Education", 1, "2024-05-15 done")]),
    ("Outcomes of the visit of the Prime Minister of Mauritius to India\n\n1. MoU on petroleum supplies\n2. Agreement on Maritime Security\n\nThe documents were exchanged on 14 May 2024 in New Delhi.",
     [("IND-MUS", "memorandum", "MoU on petroleum supplies", 1, "2024-05-14 done"), ("IND-MUS", "agreement", "Agreement on Maritime Security", 1, "2024-05-14 done")]),
]
NOTHING = [
    "Not a single document was signed by Serbia and Egypt.",
    "No agreement was announced by Serbia and Egypt.",
    "The talks between Serbia and Egypt ended without an agreement on grain.",
    "If Kenya and Japan signed an agreement on geothermal energy, prices would fall.",
    "Had Kenya and Japan signed an agreement on geothermal energy, prices would have fallen.",
    "Serbia and Egypt are in full agreement on the need for peace.",
    "Kenya denied that it had signed a fisheries agreement with China.",
    "Did Kenya and Uganda sign a defence pact?",
    "Turkey and the European Union signed an agreement on customs.",
    "There is little agreement among the experts of Serbia and Egypt.",
    "Serbia and Egypt recalled the agreements reached earlier.",
    "The legal base between Serbia and Egypt comprises existing agreements.",
    "They deal with transport, the presidents of Serbia and Egypt said.",
    "Kenya and Uganda have plans for peace.",
    "The chief of protocol of Serbia greeted the guest from Egypt.",
    "The city of Sofia bought 30 trams.",
    "Poland's army bought 5,000 boots from Italy.",
    "The economies of Serbia and Egypt contracted with the crisis.",
    "A memorandum on sport had to be left out by Serbia and Egypt.",
    "Serbian President Aleksandar Vucic was in Cairo for talks with Egyptian President Abdel Fattah el-Sisi and signed documents.",
    "Serbian firms have since won contracts in Egypt, officials say.",
    "Serbian President Aleksandar Vucic said that he would not sign any agreement with Egypt that harmed the farmers.",
    "Neither Serbia nor Egypt signed any memorandum on trade.",
    "Serbia will honour any agreement on grain that it signed with Egypt.",
]
SECTORS = [
    ("Eighteen agreements were signed by India and Oman, covering health, tourism and space.", ("health", "space", "tourism")),
    ("Oman and India signed nine papers. They deal with sport and mining.", ("mining", "sport")),
    ("Oman and India signed nine papers; between them they cover sport and mining.", ("mining", "sport")),
    ("Oman and India signed two papers, a memorandum on sport and an agreement on mining.", ("mining", "sport")),
    ("Oman and India signed 18 papers on Monday and praised their trade.", ()),
    ("A memorandum between the Ministry of Culture of Oman and the Ministry of Sport of India on mining was signed.", ("mining",)),
    ("Oman and India signed a framework agreement that spans security and energy.", ("energy", "security")),
]
# fmt: on


@pytest.mark.parametrize(("text", "parties", "form", "title", "when"), SINGLE)
def test_single_documents(extractor: Extractor, text: str, parties: str, form: str, title: str, when: str) -> None:
    assert rows(extractor, text) == [(parties, form, title, 1, when)]


@pytest.mark.parametrize(("text", "parties", "count", "qualifier", "when"), PACKAGES)
def test_packages(
    extractor: Extractor, text: str, parties: str, count: int | None, qualifier: str | None, when: str
) -> None:
    assert rows(extractor, text) == [(parties, "package", None, count, when)]
    assert [c.qualifier for c in agreements(extractor, text)] == [qualifier]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_lists(extractor: Extractor, text: str, wanted: list[Row]) -> None:
    assert rows(extractor, text) == wanted


@pytest.mark.parametrize("text", NOTHING)
def test_of_other_sentences_nothing_is_made(extractor: Extractor, text: str) -> None:
    assert rows(extractor, text) == []


@pytest.mark.parametrize(("text", "wanted"), SECTORS)
def test_sectors(extractor: Extractor, text: str, wanted: tuple[str, ...]) -> None:
    assert agreements(extractor, text)[0].sectors == wanted


@pytest.mark.parametrize("mark", "- • ● ○ ▪ ◦ ■ ‣ – — * · → ✓ ➢ \uf0b7 🔹 o 1. 1) (1) a) (a) ii)".split())
def test_the_mark_of_a_line_is_no_part_of_its_title(extractor: Extractor, mark: str) -> None:
    text = f"In Astana on Tuesday France and Kazakhstan signed the following documents:\n{mark} Agreement on gas;\n{mark} Roadmap for farms.\n"
    assert [c.title for c in agreements(extractor, text)] == ["Agreement on gas", "Roadmap for farms"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "The presidents of Zambia and Malawi exchanged ratification papers of the border treaty signed in Lilongwe on 13 March 2024.",
            "border treaty signed in Lilongwe on 13 March 2024",
        ),
        (
            "Kenya and Uganda will renew the agreement on fisheries that they concluded in 2019, said William Ruto.",
            "agreement on fisheries that they concluded in 2019",
        ),
        (
            "The agreement on fisheries was signed by Kenya and Uganda on Monday.",
            "The agreement on fisheries was signed by Kenya and Uganda on Monday.",
        ),
    ],
)
def test_the_words_that_tell_a_paper_beside_another_event(extractor: Extractor, text: str, quote: str) -> None:
    statements = extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements
    assert [s.quotes[0].text for s in statements if isinstance(s.claim, Agreement)] == [quote]


# fmt: off
IDENTITY: list[tuple[str, list[Row]]] = [
    ('The agreement on cultural exchange between Cuba and Ghana was renewed for five years on Monday.', [('CUB-GHA', 'agreement', 'agreement on cultural exchange between Cuba and Ghana', 1, '2024-05-13 done')]),
    ('An agreement on sharing and exchanging data on migrants was concluded by Spain and Senegal.', [('ESP-SEN', 'agreement', 'agreement on sharing and exchanging data on migrants', 1, '2024-05-15 done')]),
    ('A protocol on the release of prisoners was never signed by Iraq and Kuwait.', []),
    ('The presidents of Suriname and Guyana issued a joint statement, and agreements on air services and on the transfer of prisoners were signed.', [('GUY-SUR', 'agreement', 'agreement on air services', 1, '2024-05-15 done'), ('GUY-SUR', 'agreement', 'agreement on the transfer of prisoners', 1, '2024-05-15 done')]),
    ('The premiers of Brunei and Malta will meet. Three memoranda would be signed: on shipping, on tourism, and on certificates for sailors, an official said.', [('BRN-MLT', 'package', None, 3, '? planned'), ('BRN-MLT', 'memorandum', 'memorandum on shipping', 1, '? planned'), ('BRN-MLT', 'memorandum', 'memorandum on tourism', 1, '? planned'), ('BRN-MLT', 'memorandum', 'memorandum on certificates for sailors', 1, '? planned')]),
    ('Kenya and Oman signed four memoranda on Monday: one in investment, one in fisheries, one in sport and the fourth between the news agencies.', [('KEN-OMN', 'package', None, 4, '2024-05-13 done'), ('KEN-OMN', 'memorandum', 'memorandum in investment', 1, '2024-05-13 done'), ('KEN-OMN', 'memorandum', 'memorandum in fisheries', 1, '2024-05-13 done'), ('KEN-OMN', 'memorandum', 'memorandum in sport', 1, '2024-05-13 done'), ('KEN-OMN', 'memorandum', 'memorandum between the news agencies', 1, '2024-05-13 done')]),
    ('Vietnam and Laos signed two memoranda and a protocol on Monday.', [('LAO-VNM', 'package', None, 3, '2024-05-13 done')]),
    ('Vietnam and Laos signed two memoranda and a protocol on rubber on Monday.', [('LAO-VNM', 'package', None, 2, '2024-05-13 done'), ('LAO-VNM', 'protocol', 'protocol on rubber', 1, '2024-05-13 done')]),
    ('No agreement on the price of the railway: the ministers of Latvia and Estonia parted on Monday.', []),
    ('Two papers were signed by Chile on Monday: a memorandum with Peru on fish and a protocol with Bolivia on salt.', [('CHL-PER', 'memorandum', 'memorandum with Peru on fish', 1, '2024-05-13 done'), ('BOL-CHL', 'protocol', 'protocol with Bolivia on salt', 1, '2024-05-13 done')]),
    ('Ethiopian Airlines and Singapore Airlines signed a code-share agreement on Monday.', [('ETH-SGP', 'agreement', 'code-share agreement', 1, '2024-05-13 done')]),
    ('The Bank of Korea and the Omani central bank signed a currency swap worth $5 billion on Monday.', [('KOR-OMN', 'agreement', 'currency swap', 1, '2024-05-13 done')]),
    ('The Export-Import Bank of China will lend Kenya $250 million. The loan agreement was signed in Nairobi on Monday.', [('CHN-KEN', 'agreement', 'loan agreement', 1, '2024-05-13 done')]),
    ('Kuwait agreed to lend Egypt $500 million, an agency said. The agreement was signed by the finance ministers on Monday.', [('EGY-KWT', 'agreement', 'agreement on $500 million', 1, '2024-05-13 done')]),
    ('A Turkish firm sold 20 drones to Kuwait for $370 million on Monday.', [('KWT-TUR', 'contract', 'order for 20 drones', 1, '2024-05-13 done')]),
    ("South Korea's Hanwha will sell Peru 30 armoured vehicles for $60 million.", [('KOR-PER', 'contract', 'order for 30 armoured vehicles', 1, '? planned')]),
    ('Romania will buy 32 fighters from the United States for $6 billion.', [('ROU-USA', 'contract', 'order for 32 fighters', 1, '? planned')]),
    ('Turkey sold 20 drones to Kuwait.', []),
    ('Romania wants to buy 32 fighters from the United States for $6 billion.', []),
    ('A South Korean shipyard won a $600 million order from Greece to build four tankers.', [('GRC-KOR', 'contract', '$600 million order from Greece to build four tankers', 1, '2024-05-15 done')]),
    ('Ukraine won orders to withdraw from Poland.', []),
    ('The president of Kenya signed an order to send soldiers to Haiti.', []),
    ('India and Oman have concluded negotiations on a free trade agreement.', [('IND-OMN', 'agreement', 'free trade agreement', 1, '? planned')]),
    ('India and Oman concluded the third round of negotiations on a free trade agreement.', [('IND-OMN', 'agreement', 'free trade agreement', 1, '? proposed')]),
    ('Chile and Croatia finalised the text of a double taxation agreement.', [('CHL-HRV', 'agreement', 'double taxation agreement', 1, '? planned')]),
    ('Chile and Croatia have finalised a double taxation agreement, to be signed in June.', [('CHL-HRV', 'agreement', 'double taxation agreement', 1, '2024-06 planned')]),
    ("Benin's parliament debated a bill to ratify the extradition treaty with Niger.", []),
    ('The prime minister of Kenya said he would not, he insisted, sign any agreement on fish with Oman.', []),
    ('Kenya and Oman are neighbours by sea. A local firm and the University of Mombasa signed a memorandum on solar pumps.', []),
    ("Equinor of Norway and Kazakhstan's state oil firm signed a memorandum on oil on Monday. The state firm signed similar documents with Eni.", [('KAZ-NOR', 'memorandum', 'memorandum on oil', 1, '2024-05-13 done')]),
    ("Forty agreements were signed on Monday during the Chinese president's visit to Saudi Arabia.", [('CHN-SAU', 'package', None, 40, '2024-05-13 done')]),
    ("The two countries' chambers of commerce signed a memorandum on Monday when the president of Slovenia visited Egypt.", [('EGY-SVN', 'memorandum', "memorandum between the two countries' chambers of commerce", 1, '2024-05-13 done')]),
    ('Egypt and Malta reached a deal on Monday under which their customs services will share data.', [('EGY-MLT', 'agreement', 'deal under which their customs services will share data', 1, '2024-05-13 done')]),
    ('Kyrgyzstan is bound by the 1993 treaty with Kazakhstan.', []),
    ('Neither Poland nor Belarus has ratified the agreement on border traffic they signed in 2010.', [('BLR-POL', 'agreement', 'agreement on border traffic', 1, '2010 done')]),
    ('Kenya and Oman signed a deal worth $600 million over ten years to build a port.', [('KEN-OMN', 'agreement', 'deal worth $600 million over ten years to build a port', 1, '2024-05-15 done')]),
    ('A memorandum on coal, which Kenya and Oman had discussed in January, is not ready.', []),
    ('Turkish President Recep Tayyip Erdogan returned on Monday from a tour of the Gulf. In Doha a memorandum on sport was signed. In Abu Dhabi, thirteen agreements worth $50 billion were signed.', [('QAT-TUR', 'memorandum', 'memorandum on sport', 1, '2024-05-15 done'), ('ARE-TUR', 'package', None, 13, '2024-05-15 done')]),
    ('Saudi Crown Prince Mohammed bin Salman signed agreements worth $20 billion in Pakistan on Sunday. In India, where he arrived on Tuesday, five memoranda were signed.', [('PAK-SAU', 'package', None, None, '2024-05-12 done'), ('IND-SAU', 'package', None, 5, '2024-05-14 done')]),
    ("With Egypt, Iraq has a scheme of oil for roads. It was among the 15 memoranda signed in Baghdad in April, when Egypt's prime minister was there with a dozen ministers.", [('EGY-IRQ', 'package', None, 15, '2024-04 done')]),
    ("Kenya's president was in Oman on Monday. In London, a bank of Nairobi signed an agreement on bonds.", []),
    ('In Kenya the two sides issue a joint statement, conclude 16 agreements with Oman and set up a commission.', [('KEN-OMN', 'package', None, 16, '2024-05-15 done')]),
    ('Mauritania and Senegal signed the cooperation agreement that had been awaited for the development of a gas field.', [('MRT-SEN', 'agreement', 'cooperation agreement that had been awaited for the development of a gas field', 1, '2024-05-15 done')]),
    ('The minister of Kenya would not be drawn on a comparable treaty with Oman.', []),
    ('Kenya and Oman are friends. Under a memorandum signed in Muscat on Monday, when the president of Kenya paid Oman a visit, Kenya is to build a refinery.', [('KEN-OMN', 'memorandum', 'memorandum on a refinery', 1, '2024-05-13 done')]),
]
# fmt: on


@pytest.mark.parametrize(("text", "wanted"), IDENTITY)
def test_which_papers_between_whom(extractor: Extractor, text: str, wanted: list[Row]) -> None:
    assert sorted(map(str, rows(extractor, text))) == sorted(map(str, wanted))
