"""Agreements of texts of several lines: letterheads, chronicles, lists under a heading."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Agreement, Document, PartialDate

Row = tuple[str, str, str, str]
# fmt: off
LAID_OUT: list[tuple[str | None, str, list[Row]]] = [
    # the day of a text that only its letterhead gives
    (None, "Bern, 3 June 2021\n\nThe foreign ministers of Switzerland and Chile signed a memorandum on glaciers this morning.",
     [("CHE-CHL", "memorandum", "2021-06-03", "done")]),
    (None, "Ministry of Foreign Affairs\nLima, 12 March 2019\n\nThe ministers of health of Peru and Ecuador signed an agreement on vaccination on Monday.",
     [("ECU-PER", "agreement", "2019-03-11", "done")]),
    (None, "Press release 44/20\nOslo, Wednesday 9 September 2020\n\nNorway and Iceland today concluded a protocol on cod.",
     [("ISL-NOR", "protocol", "2020-09-09", "done")]),
    (None, "Treaties, 13 December 2007\n\nMalta and Tunisia signed an agreement on sea rescue yesterday.",
     [("MLT-TUN", "agreement", "?", "done")]),
    (None, "The last king died in Lisbon, 13 December 2007\n\nMalta and Tunisia signed an agreement on sea rescue yesterday.",
     [("MLT-TUN", "agreement", "?", "done")]),
    # chronicles
    ("2024-05-15", "2011 November - On a visit to Nairobi, the president of Uganda signs an agreement on tea with Kenya.\n\n2013 16 February - Kenya and Uganda sign a protocol on visas.\n\n2015 - Kenya and Uganda sign a treaty on extradition.",
     [("KEN-UGA", "agreement", "2011-11", "done"), ("KEN-UGA", "protocol", "2013-02-16", "done"), ("KEN-UGA", "treaty", "2015", "done")]),
    ("2024-05-15", "1991 - A treaty on extradition between Kenya and Uganda is concluded, on 8 January, in Kampala.\n\n2016 - Lorry drivers block the border of Kenya and Uganda from February to May, when the two foreign ministers sign a protocol on transit.",
     [("KEN-UGA", "protocol", "2016-05", "done"), ("KEN-UGA", "treaty", "1991-01-08", "done")]),
    # lists
    ("2024-09-05", "Nepal and Qatar held talks in Kathmandu.\n\nDocuments signed:\n- Agreement between the Government of Nepal and the Government of Qatar on the Employment of Workers\n- MoU on Agriculture\n- Programme of Cultural Exchange 2024-2027\n\nThe ceremony took place in Kathmandu on 3 September.",
     [("NPL-QAT", "agreement", "2024-09-03", "done"), ("NPL-QAT", "memorandum", "2024-09-03", "done"), ("NPL-QAT", "programme", "2024-09-03", "done")]),
    ("2024-05-15", "Ethiopia and Italy signed ten documents in Rome on Monday.\n\nAmong them:\n\n- Webuild and Ethiopian Railways: contract for 15 locomotives, option on four more; 70 mln euros\n- ENEL and Ethiopian Electric Power: MoU on a solar park in Afar",
     [("ETH-ITA", "contract", "2024-05-13", "done"), ("ETH-ITA", "memorandum", "2024-05-13", "done"), ("ETH-ITA", "package", "2024-05-13", "done")]),
    # the states of the paragraph before
    ("2024-09-05", "Nepal and Qatar held talks in Kathmandu.\n\nA memorandum on tea was signed.",
     [("NPL-QAT", "memorandum", "2024-09-05", "done")]),
    ("2024-09-05", "Nepal, Bhutan and Qatar held talks in Kathmandu.\n\nA memorandum on tea was signed.", []),
    # a paper to come has no day in a text without one
    (None, "At the palace the leaders saw ministers of Malta and Tunisia sign two documents. The leader of Tunisia first came to Malta in November 2018.\n\nA third, on fishing, will be signed by the ministers of Malta and Tunisia next month.",
     [("MLT-TUN", "agreement", "?", "planned"), ("MLT-TUN", "package", "?", "done")]),
    # "that year" is the year of a career, too
    (None, "Kenya's president, who took office in August 1998, and his Ugandan colleague signed a treaty on the lake in Kampala on 26 October of that year. A protocol on fishing and an agreement on tea came with it.",
     [("KEN-UGA", "agreement", "1998-10-26", "done"), ("KEN-UGA", "protocol", "1998-10-26", "done"), ("KEN-UGA", "treaty", "1998-10-26", "done")]),
]
# fmt: on


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("dated", "text", "wanted"), LAID_OUT)
def test_texts_of_several_lines(extractor: Extractor, dated: str | None, text: str, wanted: list[Row]) -> None:
    document = Document("x", text, PartialDate.parse(dated) if dated else None)
    claims = [s.claim for s in extractor.extract(document).statements if isinstance(s.claim, Agreement)]
    rows = sorted(("-".join(c.parties), c.form, str(c.signed_on or "?"), str(c.status)) for c in claims)
    assert rows == sorted(wanted)
