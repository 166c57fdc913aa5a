"""Agreements in all stages and shapes: one line per text, as parties, form, count, sectors, date and status; the document is dated 2024-05-15, a Wednesday.

More lines of the same kind, "text || facts", stand in `tables/agreements.txt`.
"""

from __future__ import annotations

from pathlib import Path

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
    # the others of a package, paragraphs below
    ("Kenya and Oman signed five documents in Muscat on 3 April 2024.\n\nThe president said he was pleased.\n\nMinisters spoke of cows.\n\nThe other papers include a memorandum on tourism and a protocol on health.",
     "KEN-OMN memorandum 1 tourism 2024-04-03 done; KEN-OMN package 5 health tourism 2024-04-03 done; KEN-OMN protocol 1 health 2024-04-03 done"),
    # lists below the sentence that counts them; an abbreviation after the noun
    ("Two agreements were signed by Kenya and Oman on Monday.\n\n* Memorandum of Agreement (MoA) concerning cooperation in the field of labour\n\n* The Memorandum of Understanding (MoU) on tourism",
     "KEN-OMN memorandum 1 labour 2024-05-13 done; KEN-OMN memorandum 1 tourism 2024-05-13 done; KEN-OMN package 2 labour tourism 2024-05-13 done"),
    ("Two agreements were signed by Kenya and Oman on Monday.\n\n(a) Agreement on air services\n(b) Protocol on archives",
     "KEN-OMN agreement 1 aviation 2024-05-13 done; KEN-OMN package 2 archives aviation 2024-05-13 done; KEN-OMN protocol 1 archives 2024-05-13 done"),
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
    ("A security pact that Kenya recently signed with Oman has been the model.", "KEN-OMN agreement 1 security - done"),
    ("Under a deal reached on Tuesday, Oman will supply Kenya with gas.", "KEN-OMN agreement 1 energy 2024-05-14 done"),
    # dropped from the ceremony, left for later, in many words
    ("Kenya and Oman signed five papers on Monday. A sixth, on extradition, was withdrawn an hour before.", "KEN-OMN agreement 1 justice 2024-05-13 cancelled; KEN-OMN package 5 - 2024-05-13 done"),
    ("The fisheries accord between Kenya and Oman has been shelved.", "KEN-OMN agreement 1 agriculture - cancelled"),
    ("A visa waiver agreement between Kenya and Oman was taken off the agenda.", "KEN-OMN agreement 1 diplomacy - cancelled"),
    ("A memorandum on sport between Kenya and Oman was not even drafted.", ""),
    # sums, ordinals, nouns left out
    ("Kenya and Oman signed one agreement and two MoUs on Tuesday.", "KEN-OMN package 3 - 2024-05-14 done"),
    ("Kenya and Oman signed two MoUs and one treaty on Tuesday.", "KEN-OMN package 3 - 2024-05-14 done"),
    ("Kenya and Oman signed ten documents on Tuesday: six agreements and four memoranda.", "KEN-OMN package 10 - 2024-05-14 done"),
    ("Kenya and Oman signed two memoranda on Monday. A third paper commits Oman to sell Kenya rice.", "KEN-OMN memorandum 1 agriculture 2024-05-13 done; KEN-OMN package 2 agriculture 2024-05-13 done"),
    # notes, minutes, loans, concordats
    ("Japan and Kenya exchanged notes on a hospital on Monday.", "JPN-KEN other 1 health 2024-05-13 done"),
    ("Notes on a grant for rural water supply were exchanged by Japan and Kenya on Monday.", "JPN-KEN other 1 water 2024-05-13 done"),
    ("Kenya notes the visit of the president of Japan.", ""),
    ("Kenya and Oman signed the minutes of the joint commission on trade on Monday.", "KEN-OMN protocol 1 trade 2024-05-13 done"),
    ("The talks between Kenya and Oman lasted ten minutes.", ""),
    ("Kenya and China signed a loan of $200 million for a power line on Monday.", "CHN-KEN agreement 1 energy finance 2024-05-13 done"),
    ("A loan was taken out by a farmer of Kenya in Oman.", ""),
    ("A concordat between the Holy See and Kenya was signed in 2015.", "KEN-VAT agreement 1 - 2015 done"),
    # the thing told before, or after the verb
    ("Kenya will revive the pipeline to Lamu, for which a contract was signed with Oman in 2019.", "KEN-OMN contract 1 energy 2019 done"),
    ("Kenya holds shares in a port under an agreement signed in 2019 with Oman on container terminals.", "KEN-OMN agreement 1 transport 2019 done"),
    # dates in brackets
    ("Main papers of Kenya and Oman: Agreement on Fisheries (1991), Treaty on Extradition (1999).", "KEN-OMN agreement 1 agriculture 1991 done; KEN-OMN treaty 1 justice 1999 done"),
    # three states
    ("The foreign ministers of Kenya, Oman and Peru met on Monday; the three signed a memorandum on tourism.", "KEN-OMN-PER memorandum 1 tourism 2024-05-13 done"),
    ("Kenya played host to Oman and Peru, and a protocol on ports was signed by the three ministers on Monday.", "KEN-OMN-PER protocol 1 transport 2024-05-13 done"),
    # partners of other papers
    ("Parliament of Kenya ratified the agreement with Oman on fisheries and a protocol to the 2001 agreement with Peru on pensions.", "KEN-OMN agreement 1 agriculture - done; KEN-PER protocol 1 social - done"),
    # as many items as papers, and fields of a package
    ("Kenya and Oman signed three memoranda on Monday: on the repair of a sugar mill, on the training of nurses, and on the lease of a plot.",
     "KEN-OMN memorandum 1 - 2024-05-13 done; KEN-OMN memorandum 1 agriculture industry 2024-05-13 done; KEN-OMN memorandum 1 education health 2024-05-13 done; KEN-OMN package 3 agriculture education health industry 2024-05-13 done"),
    ("Three memoranda were signed by Kenya and Oman on Monday, on rail links, solar farms and vocational training.",
     "KEN-OMN memorandum 1 education 2024-05-13 done; KEN-OMN memorandum 1 energy 2024-05-13 done; KEN-OMN memorandum 1 transport 2024-05-13 done; KEN-OMN package 3 education energy transport 2024-05-13 done"),
    ("Kenya and Oman signed four documents on health, sport, finance and energy.", "KEN-OMN package 4 energy finance health sport 2024-05-15 done"),
    # what a paper covers, told after it
    ("Kenya and Oman signed a ten-year plan of cooperation on Monday. It covers ports, solar power and vaccines.", "KEN-OMN programme 1 energy health transport 2024-05-13 done"),
    ("Kenya and Oman signed the 2025-2028 Action Plan on Monday. The plan deals with fisheries and sport.", "KEN-OMN programme 1 agriculture sport 2024-05-13 done"),
    # a piece about the way home tells of the days before
    ("The president of Kenya left Muscat on Wednesday after a state visit. He arrived on Monday and held talks with the sultan of Oman. They witnessed the signing of five agreements.", "KEN-OMN package 5 - 2024-05-13 done"),
    # a list headed by a verb, dated by the ceremony told after it
    ("Kenya and Oman signed:\n- an agreement on air services;\n- a protocol on vaccines.\nThe signing took place in Muscat on 6 May in the presence of the sultan.",
     "KEN-OMN agreement 1 aviation 2024-05-06 done; KEN-OMN protocol 1 health 2024-05-06 done"),
    # a communique is no agreement
    ("Kenya and Oman issued a six-point communique on Monday.", ""),
    # private and domestic
    ("Trade unions and employers signed a pact on wages, said a minister of Kenya before he left for Oman.", ""),
    ("Kenya and Hong Kong signed a free trade agreement.", ""),
]
# fmt: on
LINES = Path(__file__).parent / "tables" / "agreements.txt"


def _lines() -> list[tuple[str, str]]:
    """The text and what is wanted of it, of each line of the file."""
    lines = [
        line.partition("||") for line in LINES.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    return [(text.strip(), "; ".join(sorted(part.strip() for part in wanted.split(";")))) for text, _, wanted in lines]


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


@pytest.mark.parametrize(("text", "wanted"), [*TABLE, *_lines()])
def test_the_table(extractor: Extractor, text: str, wanted: str) -> None:
    assert told(extractor, text) == wanted
