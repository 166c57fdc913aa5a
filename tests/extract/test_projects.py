"""Joint projects: what is read of literal sentences, and what is not. The document is dated 2024-05-15."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, JointProject, Kind, PartialDate

Row = tuple[tuple[str, ...], int | None, int | float | None, str, str]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def projects(extractor: Extractor, text: str) -> list[tuple[tuple[str, ...], int | None, int | float | None, str]]:
    """Parties, count, value and status of each project read."""
    document = Document("x", text, PartialDate(2024, 5, 15))
    claims = [s.claim for s in extractor.extract(document).statements if s.kind is Kind.JOINT_PROJECT]
    return [
        (c.parties, c.count, c.value.amount if c.value else None, str(c.status))
        for c in claims
        if isinstance(c, JointProject)
    ]


KU, KR, IB = ("Kazakhstan", "Uzbekistan"), ("Russia", "Egypt"), ("India", "Bangladesh")
KUZ, ER, BI = ("KAZ", "UZB"), ("EGY", "RUS"), ("BGD", "IND")
LEAD = "President Ann Alder of {} and President Bert Birch of {} reviewed bilateral relations and mutual trade."
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
    (("Mali", "Algeria"), "The feasibility study for a power line between Algeria and Mali is ready, and the line is to be built by 2030.", ("DZA", "MLI"), 1, None, "planned"),
]
READ = [(lead, text, parties, count, value, status) for lead, text, parties, count, value, status in [*COUNTED, *SINGLE]]


@pytest.mark.parametrize(("lead", "text", "parties", "count", "value", "status"), READ, ids=[r[1][:60] for r in READ])
def test_read(
    extractor: Extractor, lead: tuple[str, str], text: str, parties: tuple[str, ...], count: int | None, value: float | None, status: str
) -> None:
    assert projects(extractor, f"{LEAD.format(*lead)} {text}") == [(parties, count, value, status)]
