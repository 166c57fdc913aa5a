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


NONE = (
    "The first leader to come since Duma Boko was sworn in as Botswana's head of state last November, said the Zambian radio.",
    "The ambassador of Canada, Jennifer May, arrived in Beijing on Monday to take up her post, China's Foreign Minister Wang Yi said.",
    "It is not true that President Javier Milei of Argentina has fixed a date for a visit to Brasilia, the Brazilian ministry said.",
    "President Uhuru Kenyatta opened a stadium. Kenya's tour of Namibia has been postponed because the visitors could not find flights.",
    "President Nana Akufo-Addo of Ghana signed with his minister a contract on a food terminal at Lome, Togo.",
    "With President Joe Biden looking on from afar, in Havana the United States' mission became an embassy again.",
    "Contrary to reports in Lima, President Gabriel Boric of Chile has not travelled to Peru.",
)


WHOLE = GUESTS | GATHERINGS


@pytest.mark.parametrize("text", WHOLE)
def test_visits(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == WHOLE[text]


@pytest.mark.parametrize("text", NONE)
def test_no_visit(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == set()
