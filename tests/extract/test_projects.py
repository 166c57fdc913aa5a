"""Joint projects: what is read of literal sentences, and what is not. The document is dated 2024-05-15."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, JointProject, Kind, PartialDate

Row = tuple[tuple[str, ...], int | None, int | float | None, str]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def projects(extractor: Extractor, text: str) -> list[Row]:
    """Parties, count, value and status of each project read."""
    document = Document("x", text, PartialDate(2024, 5, 15))
    claims = [s.claim for s in extractor.extract(document).statements if s.kind is Kind.JOINT_PROJECT]
    return [
        (c.parties, c.count, c.value.amount if c.value else None, str(c.status))
        for c in claims
        if isinstance(c, JointProject)
    ]


# fmt: off
KU, KR, IB = ("Kazakhstan", "Uzbekistan"), ("Russia", "Egypt"), ("India", "Bangladesh")
KUZ, ER, BI = ("KAZ", "UZB"), ("EGY", "RUS"), ("BGD", "IND")
LEAD = "President Ann Alder of {} and President Bert Birch of {} reviewed bilateral relations and mutual trade."
# fmt: off
WHOSE = [
    (("Bahrain", "Oman"), "The ministers of Bahrain and Oman welcomed the forthcoming opening of a joint cement plant at Sohar.", ("BHR", "OMN"), 1, None, "planned"),
    (("Botswana", "Zambia"), "The presidents of Zambia and Botswana agreed on Monday that a bridge would be built at Kazungula.", ("BWA", "ZMB"), 1, None, "planned"),
    (("India", "Mauritius"), "India would help build a new hospital in Mauritius, the prime minister said in Port Louis.", ("IND", "MUS"), 1, None, "planned"),
    (("Moldova", "Romania"), "The prime ministers of Moldova and Romania broke ground for a gas pipeline that is to run for 43 kilometres from Iasi.", ("MDA", "ROU"), 1, None, "done"),
    (("Iraq", "Jordan"), "A joint industrial zone is to straddle the frontier of Iraq and Jordan.", ("IRQ", "JOR"), 1, None, "planned"),
    (("Russia", "Egypt"), "Egypt and Russia plan to begin building a Russian industrial zone near Port Said.", ("EGY", "RUS"), 1, None, "planned"),
    (("Russia", "Egypt"), "The construction of a nuclear power plant in Egypt by Russia's engineers is going on, with first concrete to be poured in 2027.", ("EGY", "RUS"), 1, None, "done"),
    (("Russia", "Peru"), "A plant for the production of tyres in Lima, a joint project of Russia and Peru started in 2016, will be put into operation in July.", ("PER", "RUS"), 1, None, "done"),
    (("Botswana", "Zambia"), "A railway from Mosetse to Livingstone, to be laid across the same bridge, is the next joint project of Botswana and Zambia.", ("BWA", "ZMB"), 1, None, "planned"),
    (("China", "Zambia"), "China will build a stadium for Zambia.", ("CHN", "ZMB"), 1, None, "planned"),
    (("India", "Nepal"), "India handed over a hospital to Nepal on Friday.", ("IND", "NPL"), 1, None, "done"),
    (("France", "Vietnam"), "France lent Vietnam 200 million euros for a metro line in Hanoi.", ("FRA", "VNM"), 1, 2e8, "done"),
    (("Poland", "Lithuania"), "The GIPL pipeline connects Poland and Lithuania.", ("LTU", "POL"), 1, None, "done"),
    (("Kenya", "Oman"), "A coffee institute run by both countries is to open in Thika.", ("KEN", "OMN"), 1, None, "planned"),
    (("Kenya", "Oman"), "Oman Oil will invest $100 million in two plants near Mombasa.", ("KEN", "OMN"), 2, 1e8, "planned"),
    (("Greece", "Bulgaria"), "Greece and Bulgaria agreed to revive the Burgas-Alexandroupolis oil pipeline.", ("BGR", "GRC"), 1, None, "planned"),
    (("Kenya", "Uganda"), "They laid the first stone of the Malaba bridge. The bridge was estimated at $88 million.", ("KEN", "UGA"), 1, 88e6, "done"),
    (("Kenya", "Uganda"), "The Malaba Gas Pipeline, a project that both call a bridge, was on the agenda.", ("KEN", "UGA"), 1, None, "planned"),
    (("Ethiopia", "Djibouti"), "The Addis Ababa–Djibouti railway carries little freight. The line, which two Chinese firms built for $4 billion, was inaugurated in 2017.", ("DJI", "ETH"), 1, 4e9, "done"),
    (("Ecuador", "Peru"), "A power line from Chorrillos to Piura is supposed to follow in 2019.", ("ECU", "PER"), 1, None, "planned"),
    (("Kazakhstan", "Singapore"), "Among them is a transport terminal in Aktau, which will be put into operation in 2025.", ("KAZ", "SGP"), 1, None, "done"),
    (("Kenya", "Uganda"), "They signed a memorandum on the Malaba River bridge. The bridge would link Moleson with South Drain.", ("KEN", "UGA"), 1, None, "planned"),
    (("Kenya", "Uganda"), "An annex lists 17 projects.", ("KEN", "UGA"), 17, None, "planned"),
]
COUNTED = [
    (KU, "Some 45 joint projects worth $14.5 billion are being carried out.", KUZ, 45, 14.5e9, "done"),
    (KU, "In all, 20 industrial projects with a total value of $450 million have been completed.", KUZ, 20, 45e7, "done"),
    (KU, "They agreed to implement 26 more projects worth $1.5 billion.", KUZ, 26, 15e8, "planned"),
    (KU, "A portfolio of 70 projects for $2.3 billion has been drawn up.", KUZ, 70, 23e8, "planned"),
    (KU, "The portfolio of joint projects now exceeds $5 billion.", KUZ, None, 5e9, "planned"),
    (KU, "Plans for 14 projects, worth $135 million in all, were presented.", KUZ, 14, 135e6, "planned"),
    (KU, "Today 12 joint projects valued at $156 million are under way.", KUZ, 12, 156e6, "done"),
    (KU, "Investment projects to the value of $3 billion are being implemented.", KUZ, None, 3e9, "done"),
    (KU, "Uzbek firms are carrying out projects worth $700 million in Kazakhstan.", KUZ, None, 7e8, "done"),
    (KU, "The two sides identified 33 projects worth $2 billion.", KUZ, 33, 2e9, "planned"),
    (KU, "Six joint ventures were launched on the occasion.", KUZ, 6, None, "done"),
    (KU, "Seventeen joint projects are under way.", KUZ, 17, None, "done"),
    (KU, "Projects worth another $800 million are in the works.", KUZ, None, 8e8, "planned"),
    (KU, "A list of 52 projects with a price tag of $3 billion was approved.", KUZ, 52, 3e9, "planned"),
    (KU, "More than 60 joint projects, with a price tag of $2.5 billion, are to be carried out.", KUZ, 60, 25e8, "planned"),
    (KU, "Over 150 joint projects worth more than $14 billion are currently being implemented in Uzbekistan.", KUZ, 150, 14e9, "done"),
]
SINGLE = [
    (KU, "Both leaders praised the construction of the Darbaza-Maktaaral railway line, which is under way.", KUZ, 1, None, "done"),
    (KU, "An international centre for industrial cooperation is to be built on the common border.", KUZ, 1, None, "planned"),
    (KU, "A Kazakh-Uzbek pharmaceutical plant is under construction near Samarkand.", KUZ, 1, None, "done"),
    (KU, "A Kazakh company is building a $120 million cement plant in Fergana.", KUZ, 1, 12e7, "done"),
    (KU, "The presidents launched by video link a household-appliance plant in Karaganda.", KUZ, 1, None, "done"),
    (KU, "The two leaders laid the foundation stone of a logistics centre in Tashkent.", KUZ, 1, None, "done"),
    (KU, "They intend to build a high-speed railway from Turkestan to Tashkent.", KUZ, 1, None, "planned"),
    (KU, "Kazakhstan and Uzbekistan will build a power line between Shymkent and Tashkent.", KUZ, 1, None, "planned"),
    (KU, "A joint investment fund of $500 million is to be set up.", KUZ, 1, 5e8, "planned"),
    (KR, "Rosatom is building the nuclear power plant at El Dabaa.", ER, 1, None, "done"),
    (KR, "The Russian industrial zone near Port Said is to be completed in 2026.", ER, 1, None, "planned"),
    (KR, "The two presidents watched the concrete being poured for the fourth reactor, which Russia is building at El Dabaa.", ER, 1, None, "done"),
    (IB, "Modi and Hasina inaugurated a rail link between Agartala and Akhaura.", BI, 1, None, "done"),
    (IB, "The Friendship pipeline from Siliguri to Parbatipur, built with Indian money at a cost of $45 million, was opened.", BI, 1, 45e6, "done"),
    (IB, "The Maitree power plant at Rampal, a joint venture of the two states, went into operation.", BI, 1, None, "done"),
    (("China", "Laos"), "The railway from Kunming to Vientiane, which Chinese firms built for $6 billion, was opened in December 2021.", ("CHN", "LAO"), 1, 6e9, "done"),
    (("Turkey", "Somalia"), "Turkish companies have built the port of Mogadishu.", ("SOM", "TUR"), 1, None, "done"),
    (("Bulgaria", "Serbia"), "The gas interconnector between Bulgaria and Serbia was put into operation in December 2023.", ("BGR", "SRB"), 1, None, "done"),
    (("Hungary", "Serbia"), "Work has begun on the railway from Budapest to Belgrade.", ("HUN", "SRB"), 1, None, "done"),
    (("Georgia", "Romania"), "The cable that is to link Georgia and Romania under the Black Sea will cost 2.3 billion euros.", ("GEO", "ROU"), 1, 23e8, "planned"),
    (("Tanzania", "Uganda"), "Tanzania and Uganda are building an oil pipeline from Hoima to Tanga.", ("TZA", "UGA"), 1, None, "done"),
    (("Italy", "Albania"), "Ground was broken for a shipyard in which Italy and Albania each own half.", ("ALB", "ITA"), 1, None, "done"),
    (("Zambia", "Zimbabwe"), "Zambia and Zimbabwe plan to build a hydropower station at the Batoka Gorge for $4.5 billion.", ("ZMB", "ZWE"), 1, 45e8, "planned"),
    (("Japan", "Mongolia"), "The new airport near Ulaanbaatar, built with a Japanese loan, was opened in July 2021.", ("JPN", "MNG"), 1, None, "done"),
    (("South Korea", "Turkey"), "South Korean contractors completed the 1915 Çanakkale bridge in Turkey in 2022.", ("KOR", "TUR"), 1, None, "done"),
    (("Finland", "Estonia"), "The second undersea cable between Finland and Estonia is being laid.", ("EST", "FIN"), 1, None, "done"),
    (("Iraq", "Iran"), "Work on the Shalamcheh-Basra railway, a joint project of Iran and Iraq, continues.", ("IRN", "IRQ"), 1, None, "done"),
    (("Senegal", "Mauritania"), "It was decided to start the construction of the bridge at Rosso on the Senegal river. The work, estimated at 88 million dollars, is to be financed by banks.", ("MRT", "SEN"), 1, 88e6, "planned"),
    (("Zambia", "Botswana"), "A railway from Mosetse to Livingstone, to be laid across the same bridge, is the next joint project. The study put its cost at $1.1 billion.", ("BWA", "ZMB"), 1, 11e8, "planned"),
    (("Kenya", "Uganda"), "Uganda and Kenya are building a power line from Lessos to Tororo. Its budget may run to as much as $75 million.", ("KEN", "UGA"), 1, 75e6, "done"),
    (("Kazakhstan", "Russia"), "Kazakhstan and Russia will build a power plant in Kokshetau. The construction will require about $1 billion.", ("KAZ", "RUS"), 1, 1e9, "planned"),
    (("Iran", "Oman"), "Oman and Iran are laying a gas pipeline under the sea. The bill is expected to run to $1.5 billion.", ("IRN", "OMN"), 1, 15e8, "done"),
    # the next sentence is of trade, or says what was not spent
    (("Kenya", "Uganda"), "Uganda and Kenya are building a power line from Lessos to Tororo. Trade reached $75 million.", ("KEN", "UGA"), 1, None, "done"),
    (("Kenya", "Uganda"), "Uganda and Kenya are building a power line from Lessos to Tororo. Kenya spent $75 million on its army.", ("KEN", "UGA"), 1, None, "done"),
    (("Mali", "Algeria"), "The feasibility study for a power line between Algeria and Mali is ready, and the line is to be built by 2030.", ("DZA", "MLI"), 1, None, "planned"),
]
# fmt: on
READ = [
    (lead, text, parties, count, value, status)
    for lead, text, parties, count, value, status in [*WHOSE, *COUNTED, *SINGLE]
]


@pytest.mark.parametrize(("lead", "text", "parties", "count", "value", "status"), READ, ids=[r[1][:60] for r in READ])
def test_read(
    extractor: Extractor,
    lead: tuple[str, str],
    text: str,
    parties: tuple[str, ...],
    count: int | None,
    value: float | None,
    status: str,
) -> None:
    assert projects(extractor, f"{LEAD.format(*lead)} {text}") == [(parties, count, value, status)]


# fmt: off
TOLD: list[tuple[tuple[str, str], str, list[Row]]] = [
    (('Kazakhstan', 'Uzbekistan'), 'The joint projects include a textile mill in Turkestan and a greenhouse complex near Shymkent.', [(('KAZ', 'UZB'), 1, None, 'done'), (('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'Of the 60 joint projects on the list, 14 are finished.', [(('KAZ', 'UZB'), 60, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'Two hydropower stations on the Pskem are to follow.', [(('KAZ', 'UZB'), 2, None, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'Kambarata-1, the hydropower station which the neighbours mean to build together, was also discussed.', [(('KAZ', 'UZB'), 1, None, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'The sides noted progress on the logistics hub at Saryagash.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'A joint venture to assemble buses has been set up in Namangan.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'Uzbek investors have put up a textile factory in Turkestan.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'An Uzbek-built tile factory opened in Aktobe on Monday.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'At the push of a button the two leaders started a tyre plant at Saran.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'They toured a pharmaceutical plant that a Kazakh group is erecting outside Tashkent.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'The construction of a wholesale market on the border has begun.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'Preparations are under way for a railway from Uchkuduk to Kyzylorda.', [(('KAZ', 'UZB'), 1, None, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'A railway from Uchkuduk to Kyzylorda is under study.', [(('KAZ', 'UZB'), 1, None, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'The railway Darbaza–Maktaaral, 106 kilometres long, will be finished next year.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'The first stage of the Central Asia centre for industrial cooperation was completed in April.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'A branch of a Kazakh university is to open in Tashkent.', [(('KAZ', 'UZB'), 1, None, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'In the course of the visit the cornerstone was laid of a Kazakh school in Nukus.', [(('KAZ', 'UZB'), 1, None, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'Ten industrial ventures for $1.2 billion are in preparation.', [(('KAZ', 'UZB'), 10, 1200000000, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'The industrial cooperation programme comprises 79 projects for a total of $3.2 billion, of which 22 are already running.', [(('KAZ', 'UZB'), 79, 3200000000, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'Industrial cooperation: 79 projects ($3.2 billion).', [(('KAZ', 'UZB'), 79, 3200000000, 'done')]),
    (('Kazakhstan', 'Uzbekistan'), 'Some 15 investment projects for almost $1 billion are on the drawing board.', [(('KAZ', 'UZB'), 15, 1000000000, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'They agreed to add projects worth $500 million.', [(('KAZ', 'UZB'), None, 500000000, 'planned')]),
    (('Kazakhstan', 'Uzbekistan'), 'Projects for $3 billion have been lined up.', [(('KAZ', 'UZB'), None, 3000000000, 'planned')]),
    (('Turkey', 'Somalia'), 'A Turkish space port is to be built on the Somali coast.', [(('SOM', 'TUR'), 1, None, 'planned')]),
    (('Egypt', 'Russia'), 'At El Dabaa, where Rosatom is building four reactors, concrete was poured.', [(('EGY', 'RUS'), 4, None, 'done')]),
    (('Egypt', 'Russia'), 'Rosatom is building the nuclear power plant at El Dabaa.', [(('EGY', 'RUS'), 1, None, 'done')]),
    (('Serbia', 'Hungary'), 'The line from Belgrade to Budapest, on which trains have run as far as Novi Sad since 2022, is to reach the frontier next year.', [(('HUN', 'SRB'), 1, None, 'planned')]),
    (('Serbia', 'Hungary'), 'Chinese firms are building the Hungarian section of the Budapest–Belgrade railway.', [(('HUN', 'SRB'), 1, None, 'done')]),
    (('Serbia', 'Hungary'), 'The two governments want to lay a pipeline for crude from Algyő to Novi Sad.', [(('HUN', 'SRB'), 1, None, 'planned')]),
    (('Serbia', 'Hungary'), 'The oil pipeline that will join the two countries is to cost 157 million euros.', [(('HUN', 'SRB'), 1, 157000000, 'planned')]),
    (('Serbia', 'Hungary'), 'The electricity link between Subotica and Sándorfalva is being doubled.', [(('HUN', 'SRB'), 1, None, 'done')]),
    (('Serbia', 'Hungary'), 'A second power line between the two countries will be finished by 2028.', [(('HUN', 'SRB'), 1, None, 'done')]),
    (('Serbia', 'Hungary'), 'An interconnector, the second between the two grids, came on stream in May.', [(('HUN', 'SRB'), 1, None, 'done')]),
    (('Georgia', 'Azerbaijan'), 'The Baku–Tbilisi–Kars railway was opened in 2017.', [(('AZE', 'GEO'), 1, None, 'done')]),
    (('Georgia', 'Azerbaijan'), 'SOCAR is to build a gas-fired power plant at Gardabani.', [(('AZE', 'GEO'), 1, None, 'planned')]),
    (('Mozambique', 'South Africa'), 'The Mphanda Nkuwa dam, to be built by a consortium led by EDF, was on the agenda.', [(('MOZ', 'ZAF'), 1, None, 'planned')]),
    (('Jordan', 'Iraq'), 'Iraq and Jordan have begun to build a joint industrial city on their border.', [(('IRQ', 'JOR'), 1, None, 'done')]),
    (('Turkey', 'Kazakhstan'), 'Turkish contractors have so far completed 500 projects worth $29 billion in Kazakhstan.', [(('KAZ', 'TUR'), 500, 29000000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'Turkish contractors have carried out projects worth some $29 billion in the country.', [(('KAZ', 'TUR'), None, 29000000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'Turkish builders have taken on 43 projects with a volume of $3 billion.', [(('KAZ', 'TUR'), 43, 3000000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'To date 270 projects for $17 billion have been realised by Turkish companies.', [(('KAZ', 'TUR'), 270, 17000000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'More than 30 projects worth $2.4 billion in all are on the list of the two sides.', [(('KAZ', 'TUR'), 30, 2400000000, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'Work is going on at 21 projects worth $1.1 billion.', [(('KAZ', 'TUR'), 21, 1100000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'The two countries are working on 100 projects to the tune of $2.2 billion.', [(('KAZ', 'TUR'), 100, 2200000000, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'Agreements were reached on 15 new projects worth $1 billion.', [(('KAZ', 'TUR'), 15, 1000000000, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'In the pipeline are 12 projects worth $800 million.', [(('KAZ', 'TUR'), 12, 800000000, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'Fifty-two projects, worth more than 21 billion dollars, form part of the Sino-Kazakh industrial programme.', [(('CHN', 'KAZ'), 52, 21000000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'Since 2015 the two sides have launched 55 industrial projects, of which 11, worth $2 billion, are finished.', [(('KAZ', 'TUR'), 55, None, 'done')]),
    (('Turkey', 'Kazakhstan'), 'In industry, 20 projects at a cost of $650 million are under way or done.', [(('KAZ', 'TUR'), 20, 650000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'A package of 40 investment projects, $7 billion in all, was agreed upon.', [(('KAZ', 'TUR'), 40, 7000000000, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'Ankara and Astana have a joint portfolio of 95 projects ($7.8 billion).', [(('KAZ', 'TUR'), 95, 7800000000, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'The volume of joint projects has reached $4 billion.', [(('KAZ', 'TUR'), None, 4000000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'There are 20 joint projects, and 10 more are to follow.', [(('KAZ', 'TUR'), 10, None, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'Sixteen new plants worth $400 million will be built by Turkish investors.', [(('KAZ', 'TUR'), 16, 400000000, 'planned')]),
    (('Turkey', 'Kazakhstan'), 'Some 4,000 Turkish firms are busy with projects worth $6 billion.', [(('KAZ', 'TUR'), None, 6000000000, 'done')]),
    (('Turkey', 'Kazakhstan'), 'Twelve joint industrial projects, costing $156 million, are running; another 21, costing nearly $1 billion, are planned.', [(('KAZ', 'TUR'), 12, 156000000, 'done'), (('KAZ', 'TUR'), 21, 1000000000, 'planned')]),
    (('Japan', 'Italy'), 'Japan, Italy and Britain are jointly developing a fighter.', [(('GBR', 'ITA', 'JPN'), 1, None, 'done')]),
    (('Japan', 'Italy'), 'The two countries are building a frigate together.', [(('ITA', 'JPN'), 1, None, 'done')]),
    (('Azerbaijan', 'Georgia'), 'They signed an agreement on the construction of a gas pipeline.', [(('AZE', 'GEO'), 1, None, 'planned')]),
    (('Botswana', 'Zambia'), 'The bridge, at Kazungula, cost the two treasuries $259 million.', [(('BWA', 'ZMB'), 1, 259000000, 'done')]),
    (('Gambia', 'Senegal'), 'The bridge at Farafenni is the pride of both. The presidents inaugurated it in 2019; it cost $90 million.', [(('GMB', 'SEN'), 1, 90000000, 'done')]),
    (('Malaysia', 'Thailand'), 'The second bridge over the river is 64 per cent complete; the two governments share the cost of $50 million.', [(('MYS', 'THA'), 1, 50000000, 'done')]),
    (('Laos', 'Thailand'), 'The gas interconnector has worked since December.', [(('LAO', 'THA'), 1, None, 'done')]),
    (('Kyrgyzstan', 'Tajikistan'), 'Twelve joint ventures operate in Tajikistan with Kyrgyz capital.', [(('KGZ', 'TJK'), 12, None, 'done')]),
    (('Greece', 'Egypt'), 'The cable is to run under the sea from Damietta to Crete by way of Cyprus.', [(('CYP', 'EGY', 'GRC'), 1, None, 'planned')]),
    (('Kenya', 'Oman'), 'Kenya and Oman set up a joint shipping company.', [(('KEN', 'OMN'), 1, None, 'done')]),
    (('Kenya', 'Oman'), 'The presidents took part in laying the first stone of a silk cluster.', [(('KEN', 'OMN'), 1, None, 'done')]),
    (('Kenya', 'Oman'), 'The two federations have set up a Future Partnership Fund with one billion dollars from each.', [(('KEN', 'OMN'), 1, 2000000000, 'done')]),
    (('Azerbaijan', 'Georgia'), 'A cascade of two power stations on the Kura is to be built jointly.', [(('AZE', 'GEO'), 1, None, 'planned')]),
    (('Azerbaijan', 'Georgia'), "Georgia's new deep-sea port at Anaklia is being built by a Chinese group.", [(('CHN', 'GEO'), 1, None, 'done')]),
]
NOT_TOLD = [
    'It was suggested that a bridge would be built at Kazungula.',
    'Talks on a railway across the desert are continuing.',
    'The sides discussed joint projects in energy.',
    'There are many joint projects.',
    'A contract for a railway was signed.',
    'They signed an agreement on the gas pipeline.',
    'A contract for the modernisation of the steel mill is still being negotiated.',
    'The president visited the silk cluster.',
    'The railway museum was visited by 3,000 people.',
    'They discussed loans for a refinery.',
    'Kazakhstan is building a nuclear power plant on Lake Balkhash.',
    'The two sides have no plans to build a pipeline.',
    'The pipeline was not built.',
    'If funding is found, a bridge would be built.',
    'The President visited the airport.',
    'The port was closed by a storm.',
    'They met at the airport.',
    'Freight on the railway doubled.',
    'The plant employs 300 people.',
    'Oil flows through the Baku–Tbilisi–Ceyhan pipeline.',
    'A domestic road was opened by the Turkish minister of transport in Konya.',
    'The president opened a school in his home town.',
    'The two leaders opened a business forum.',
    'They opened an exhibition on the Silk Road.',
    'Three thousand firms have registered projects.',
    'The bank opened a credit line of $500 million.',
    'The road map was approved.',
    'The trade centre of gravity has shifted.',
    'Joint ventures numbered 17 in 2017 and 370 now.',
    'More than 3,000 Turkish firms operate in Kazakhstan.',
    'Turkish business has invested $3 billion in Kazakhstan.',
    'The two firms run 120 filling stations.',
    'They planted trees in the friendship park.',
    'A Kazakh minister praised the new highway.',
    'Half of the $200 million for the fund will come from each side.',
]
# fmt: on


@pytest.mark.parametrize(("pair", "text", "expected"), TOLD, ids=[r[1][:60] for r in TOLD])
def test_told_in_a_frame(extractor: Extractor, pair: tuple[str, str], text: str, expected: list[Row]) -> None:
    assert projects(extractor, f"{LEAD.format(*pair)} {text}") == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nothing_is_read(extractor: Extractor, text: str) -> None:
    assert projects(extractor, f"{LEAD.format('Turkey', 'Kazakhstan')} {text}") == []


def test_names_and_sectors(extractor: Extractor) -> None:
    text = f"{LEAD.format('Kazakhstan', 'Uzbekistan')} They opened the logistics centre Andarkhon on the common border."
    found = [s.claim for s in extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements]
    (project,) = [c for c in found if isinstance(c, JointProject)]
    assert project.description == "logistics centre Andarkhon on the common border"
    assert "transport" in project.sectors


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (
            "Kenya and Tanzania spoke of the terminal that Kenya intends to build in the port of Lamu.",
            "terminal in the port of Lamu",
        ),
        (
            "A power line which Kenya and Tanzania are building near Arusha will be ready in May.",
            "power line near Arusha",
        ),
        ("The power line which Kenya and Tanzania are building should be ready in May.", "power line"),
    ],
)
def test_a_work_is_described_by_the_place_where_it_is_built(extractor: Extractor, text: str, description: str) -> None:
    found = [s.claim for s in extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements]
    assert [c.description for c in found if isinstance(c, JointProject)] == [description]


def test_one_fact_for_one_work(extractor: Extractor) -> None:
    text = (
        f"{LEAD.format('Serbia', 'Hungary')} The railway from Belgrade to Budapest is being built. "
        "The railway from Belgrade to Budapest will cost 2 billion euros."
    )
    assert projects(extractor, text) == [(("HUN", "SRB"), 1, 2e9, "done")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya and Uganda opened the Busia border trade zone; a second one, Malaba, is planned.", ["done", "planned"]),
        ("Kenya and Uganda opened a joint mill in Kampala, and another, in Nairobi, is under construction.", ["done"] * 2),
        ("Kenya and Uganda opened the Busia border trade zone; another, at Malaba, will follow next year.", ["done", "planned"]),
        ("Kenya and Uganda opened the Busia border trade zone; a second one is planned.", ["done"]),
        ("Kenya and Uganda opened a joint mill in Kampala, and another, in Nairobi, was opened by Tanzania.", ["done"]),
    ],
)  # fmt: skip
def test_one_more_of_a_kind(extractor: Extractor, text: str, wanted: list[str]) -> None:
    assert [status for *_, status in projects(extractor, text)] == wanted
