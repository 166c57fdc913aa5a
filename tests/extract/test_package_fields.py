"""Where a text tells the fields of a package: beside its noun, in the sentences that take it up, by its members; and what tells none."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Agreement, Document, PartialDate


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


# fmt: off
TOLD = [
    ("Kenya and Oman signed 12 agreements on Monday. These have to do notably with railways, schooling and culture.", ["12 culture education transport"]),
    ("Kenya and Oman signed 12 agreements on Monday. The remaining ten are memoranda of understanding and concern farming, energy and gender.", ["12", "10 agriculture energy social"]),
    ("Kenya and Oman signed two protocols that will let Omani onions and camels into the Kenyan market.", ["2 agriculture trade"]),
    ("Kenya and Oman signed five agreements on Monday. The minister said that the agreements would help tourism, archives and fisheries.", ["5 agriculture archives tourism"]),
    ("Kenya and Oman signed five agreements on Monday: tourism, archives, fisheries, sport and youth.", ["5 agriculture archives sport tourism youth"]),
    ("Kenya and Oman signed five agreements on Monday (tourism, archives and fisheries).", ["5 agriculture archives tourism"]),
    ("Kenya and Oman signed tourism, fisheries and archives agreements on Monday.", ["None agriculture archives tourism"]),
    ("In tourism, archives and fisheries, Kenya and Oman signed five agreements on Monday.", ["5 agriculture archives tourism"]),
    ("Kenya and Oman strengthened their ties in tourism and archives by signing five agreements on Monday.", ["5 archives tourism"]),
    ("Kenya and Oman signed five agreements on Monday. They include papers on tourism, archives and fisheries.", ["5 agriculture archives tourism"]),
    ("Kenya and Oman signed five agreements on Monday. They range from tourism to sport, and include a treaty on extradition.", ["5 sport tourism", "treaty on extradition: justice"]),
    ("Kenya and Oman signed 16 contracts on Monday, twelve of them in textiles and tea. Among them is a contract on a dam.", ["16 agriculture industry water", "contract on a dam: water"]),
    ("Kenya and Oman signed two agreements and six memoranda on Monday. The agreements concern the railway and double taxation; the memoranda, among other matters, health and camels.", ["8 agriculture finance health transport"]),
    ("Kenya and Oman signed five agreements on Monday. The list comprises agreements on double taxation, on farming, on visas, and a memorandum between the two academies of sciences.", ["5 agriculture diplomacy finance science", "agreement on double taxation: finance", "agreement on farming: agriculture", "agreement on visas: diplomacy", "memorandum between the two academies of sciences: science"]),
    ("Kenya and Oman signed five agreements on Monday. They include one on nuclear energy and one that makes Kenya a partner in a space station. An education partnership and two memoranda on tourism complete the set.", ["5 education nuclear space tourism", "agreement on nuclear energy: nuclear", "agreement that makes Kenya a partner in a space station: space", "education partnership: education", "2 tourism"]),
    ("Kenya and Oman signed three agreements on Monday: an agreement on police cooperation and another that will open the port of Mombasa to dhows.", ["3 security transport", "agreement on police cooperation: security", "agreement that will open the port of Mombasa to dhows: transport"]),
    ("Kenya and Oman signed six agreements on Monday. They include an agreement on seafarers, a programme of cultural exchange, an MoU on policing and a pact on dams.", ["6 culture security transport water", "agreement on seafarers: transport", "programme of cultural exchange: culture", "MoU on policing: security", "pact on dams: water"]),
    ("Kenya and Oman signed four papers on Monday. The papers are an agreement on visas, signed by the foreign ministers, and a memorandum on energy, signed by the energy ministers.", ["4 diplomacy energy", "agreement on visas: diplomacy", "memorandum on energy: energy"]),
    ("Kenya and Oman signed a memorandum on defence on Monday. It is one of seven memoranda exchanged by Kenya and Oman on Monday. The others cover health and schools.", ["memorandum on defence: defence", "7 defence education health"]),
    ("Kenya and Oman signed a memorandum on fish and a plan on tourism on Monday. Altogether, ten documents were signed by Kenya and Oman on Monday.", ["memorandum on fish: agriculture", "plan on tourism: tourism", "10 agriculture tourism"]),
    ("Kenya and Oman signed seven papers on Monday, from a protocol on tea to a treaty on extradition. The railways will share workshops under a memorandum of understanding.", ["7 agriculture justice transport", "protocol on tea: agriculture", "treaty on extradition: justice", "memorandum of understanding between railways: transport"]),
    ("The pact on long-term power trade was the weightiest of four documents that Kenya and Oman signed on Monday. A launch contract was concluded for a satellite.", ["4 energy space", "pact on long-term power trade: energy", "launch contract: space"]),
    ("Kenya and Oman signed seven papers on Monday. They include a protocol on tea and a treaty on extradition. The universities concluded a plan of cooperation.", ["7 agriculture justice", "protocol on tea: agriculture", "treaty on extradition: justice", "plan of cooperation between universities: education"]),
]
NOT_TOLD = [
    ("Kenya and Oman signed five agreements on Monday and a promise of aid in housing was made.", ["5"]),
    ("Kenya and Oman signed five agreements on Monday and agreed to speak with one voice on fisheries.", ["5"]),
    ("Kenya and Oman signed five agreements on Monday, and a loan of $3 million was announced.", ["5", "loan of $3 million: finance"]),
    ("Kenya and Oman signed five agreements on Monday. They were signed in the hall of the royal airport.", ["5"]),
    ("Kenya and Oman signed five agreements on Monday. They opened a school and aimed at fish.", ["5"]),
    ("Kenya and Oman discussed cooperation in tourism and archives and signed five agreements on Monday.", ["5"]),
]
# fmt: on


@pytest.mark.parametrize(("text", "wanted"), [*TOLD, *NOT_TOLD])
def test_fields_of_a_package(extractor: Extractor, text: str, wanted: list[str]) -> None:
    claims = [s.claim for s in extractor.extract(Document("x", text, PartialDate(2024, 5, 20))).statements]
    found = [
        f"{c.count if c.form == 'package' else f'{c.title}:'} {' '.join(c.sectors)}".strip()
        for c in claims
        if isinstance(c, Agreement)
    ]
    assert sorted(found) == sorted(wanted)
