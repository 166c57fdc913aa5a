"""Agreements in all stages and shapes: one line per sentence, as parties, form, count, sectors, date and status; the document is dated 2024-05-15, a Wednesday."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Agreement, Document, PartialDate

# fmt: off
TABLE = [
    # ended: the paper's own date, never that of its end
    ("Niger revoked five military agreements with France on 3 August 2023.", "FRA-NER package 5 defence - cancelled"),
    ("Kenya withdrew from the 2009 maritime agreement with Somalia on Monday.", "KEN-SOM agreement 1 - 2009 cancelled"),
    ("A loan agreement between Kenya and China was cancelled in March.", "CHN-KEN agreement 1 finance - cancelled"),
    ("Kenya tore up the fisheries pact of 2009 with Somalia.", "KEN-SOM agreement 1 agriculture 2009 cancelled"),
    ("The signing of the protocol on fisheries between Peru and Thailand has been left for later.", "PER-THA protocol 1 agriculture - cancelled"),
    ("The signing of a visa agreement between Chad and Kenya was postponed.", "KEN-TCD agreement 1 diplomacy - cancelled"),
    ("Kenya threatened to withdraw from the maritime agreement with Somalia.", ""),
    ("Kenya did not withdraw from the fisheries agreement with Somalia.", ""),
    ("China denounced the arms deal between Poland and the United States.", ""),
    # vague
    ("Kenya and Oman reached a number of agreements.", ""),
    ("Multiple agreements were reached by Kenya and Oman on Monday.", ""),
    ("The visits have led to the signing of numerous memoranda between Kenya and Oman.", ""),
    ("Kenya and Oman signed several memoranda on health and sport.", "KEN-OMN package - health sport 2024-05-15 done"),
    ("Kenya signed a deal with Oman on Monday.", ""),
    ("Kenya and Oman hope for a bigger deal.", ""),
    ("Kenya seeks a ten-nation deal on security with Oman.", ""),
    ("The tour took the premier to Kenya, Oman and Peru and saw the signing of deals on energy.", ""),
    # a price and what for
    ("The president of Kenya announced a deal of $3 billion under which Oman will build a port.", "KEN-OMN agreement 1 transport 2024-05-15 done"),
    ("Kenya is building on a security pact it recently signed with Oman.", "KEN-OMN agreement 1 security - done"),
    ("Under a deal reached on Tuesday, Oman will supply Kenya with gas.", "KEN-OMN agreement 1 energy 2024-05-14 done"),
]
# fmt: on


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> str:
    """The agreements of a text in the notation of the table, sorted."""
    statements = extractor.extract(Document("x", text, PartialDate(2024, 5, 15))).statements
    claims = [s.claim for s in statements if isinstance(s.claim, Agreement)]
    lines = [
        f"{'-'.join(c.parties)} {c.form} {c.count or '-'} {' '.join(c.sectors) or '-'} {c.signed_on or '-'} {c.status}"
        for c in claims
    ]
    return "; ".join(sorted(lines))


@pytest.mark.parametrize(("text", "wanted"), TABLE)
def test_the_table(extractor: Extractor, text: str, wanted: str) -> None:
    assert told(extractor, text) == wanted
