"""Visits told in the entries of a chronicle. The documents are dated 2024-05-15."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, PartialDate, Visit


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


CHRONICLES = {
    # a year and a month head an entry, in either order, with or without a day
    "Timeline: Norway and Finland\n\n2008 March - Foreign Minister Jonas Gahr Store visits Helsinki.\n\n2011 November - On a visit to Oslo, President Tarja Halonen signs a pact on rescue.\n\n"
    "2013 January - President Sauli Niinisto is in Oslo.\n\n2014 2 June - Niinisto flies to Oslo.": {
        "Store > FIN 2008-03 done",
        "Halonen > NOR 2011-11 done",
        "Niinisto > NOR 2013-01 done",
        "Niinisto > NOR 2014-06-02 done",
    },
    "Timeline: Latvia and Estonia\n\n2015 May: President Andris Berzins visits Tallinn.\n\n2019 April: Estonia's President Kersti Kaljulaid is in Riga.": {
        "Berzins > EST 2015-05 done",
        "Kaljulaid > LVA 2019-04 done",
    },
    # his trip is that of the one whom the entry names
    "Chile and Bolivia: key dates\n\n2006 - Evo Morales takes power in Bolivia. His first trip to Santiago is in March, for Michelle Bachelet's inauguration.\n\n"
    "2011 - President Sebastian Pinera receives Morales in Santiago on 7 February.": {
        "Morales > CHL 2006-03 done",
        "Morales > CHL 2011-02-07 done",
    },
    # no head: the month belongs to the words after it
    "In 2008 March rains fell for weeks. Norway's Jonas Gahr Store visited Helsinki on Monday.": {"Store > FIN 2024-05-13 done"},
}  # fmt: skip


@pytest.mark.parametrize("text", CHRONICLES)
def test_chronicles(extractor: Extractor, text: str) -> None:
    claims = (s.claim for s in extractor.extract(Document("example", text, PartialDate(2024, 5, 15))).statements)
    found = {
        f"{v.leader.split()[-1]} > {v.host} {v.started_on} {v.status.value}" for v in claims if isinstance(v, Visit)
    }
    assert found == CHRONICLES[text]
