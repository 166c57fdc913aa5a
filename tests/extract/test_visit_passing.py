"""Visits told in rolls, in passing and between the lines, and what only looks like one. The documents are dated 2024-05-15."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, PartialDate, Visit

DAY = PartialDate(2024, 5, 15)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> set[str]:
    """The visits of a text as "surname > host status", with the day or year where there is one."""
    claims = (s.claim for s in extractor.extract(Document("example", text, DAY)).statements)
    visits = [v for v in claims if isinstance(v, Visit)]
    return {f"{v.leader.split()[-1]} > {v.host} {v.status.value} {v.started_on or '-'}" for v in visits}


TOLD = {
    # rolls under a heading that names the host
    "Norway and Malta: a short guide\n\nVisits\n\nTo Malta\n- May 2019: Prime Minister Erna Solberg of Norway\n- 3 June 2021: Foreign Minister Ine Eriksen Soreide of Norway (official)\n\nTo Norway\n- 2022: Prime Minister Robert Abela of Malta\n": {
        "Solberg > MLT done 2019-05",
        "Soreide > MLT done 2021-06-03",
        "Abela > NOR done 2022",
    },
    # who stays away was there once
    "President Ilham Aliyev of Azerbaijan has not been to Vilnius since May 2013.": {"Aliyev > LTU done 2013-05"},
    # what goes on without a verb of its own
    "Foreign Minister Espen Barth Eide of Norway went first to Lusaka, for a forum on farming, and then to Malawi and Mozambique.": {
        "Eide > ZMB done -",
        "Eide > MWI done -",
        "Eide > MOZ done -",
    },
    # all whom a summit joins
    "President William Ruto of Kenya was in Gaborone on Monday for a three-way summit with Botswana's Mokgweetsi Masisi and Namibia's Nangolo Mbumba.": {
        "Ruto > BWA done 2024-05-13",
        "Mbumba > BWA done 2024-05-13",
    },
    # the day of one's own host
    "President Xiomara Castro of Honduras took office in January 2022. President Guillermo Lasso of Ecuador flew to her inauguration.": {"Lasso > HND done 2024-05-15"},
    "Egypt was the first to answer. Premier Zhou Enlai of China, who had time, visited it in 1963.": {"Enlai > EGY done 1963"},
    # names
    "Chinese foreign minister Wang Yi arrived in Nairobi on Monday. Last January Wang went to Togo.": {"Yi > KEN done 2024-05-13", "Yi > TGO done 2024-01"},
    "President F.W. de Klerk of South Africa came to Lusaka in August 1989.": {"Klerk > ZMB done 1989-08"},
    # the main clause goes on behind an aside
    "President Maia Sandu of Moldova recalled her visit to Riga in July 2022, when the Latvian president was Egils Levits, and was invited to come again.": {
        "Sandu > LVA done 2022-07",
        "Sandu > LVA proposed -",
    },
    # "there" is where something is
    "President Gustavo Petro of Colombia landed in Beijing on Sunday because Colombia holds the chair of a forum. Presidents Lula da Silva of Brazil and Gabriel Boric of Chile were there too.": {
        "Petro > CHN done 2024-05-12",
        "Silva > CHN done 2024-05-12",
        "Boric > CHN done 2024-05-12",
    },
    # a stop that came to nothing
    "Prime Minister Christopher Luxon of New Zealand arrived in Hanoi on Monday. A stop in Jakarta, which had been planned for May 12, did not go ahead.": {
        "Luxon > VNM done 2024-05-13",
        "Luxon > IDN cancelled 2024-05-12",
    },
    # the year of the entry
    "2018 - Prime Minister Ukhnaagiin Khurelsukh of Mongolia travels to Seoul (15-17 January).": {"Khurelsukh > KOR done 2018-01-15"},
}  # fmt: skip

NOT_TOLD = [
    # a call is no meeting at the dateline
    "KYIV, May 15 - President Volodymyr Zelenskyy of Ukraine spoke by telephone on Wednesday with President Petr Pavel of the Czech Republic. The presidents also talked about tanks.",
    # rumours that are not borne out
    "Asked about a report that President Xi Jinping of China would visit Bangkok in June, the Thai spokesman said that he was not aware of it.",
    # what is spoken of
    "On the situation in Gaza, President Emmanuel Macron and King Abdullah of Jordan called for a truce.",
    "President Emmanuel Macron and King Abdullah of Jordan discussed at length the situation in Gaza.",
    # never
    "President Xiomara Castro of Honduras, who never went to Taipei as president, kept her promise.",
    # nobody in particular
    "Prime Minister KP Sharma Oli of Nepal spoke of the habit by which a new prime minister of Nepal goes to New Delhi first.",
    # other people's goals
    "President Thein Sein of Myanmar set 2026 as the year in which lorries should be able to drive from Moreh to Mae Sot in Thailand.",
    # what is next on another list
    "Foreign Minister Gabriela Sommerfeld of Ecuador spoke of trade. Canada is next: talks on an agreement are to end in June.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "visits"), TOLD.items())
def test_visits_in_passing_are_read(extractor: Extractor, text: str, visits: set[str]) -> None:
    assert told(extractor, text) == visits


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_visit_makes_none(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == set()


def test_those_who_accompany_make_no_visit_of_their_own(extractor: Extractor) -> None:
    text = (
        "President Recep Tayyip Erdogan of Turkey, accompanied by Mrs. Emine Erdogan, Foreign Minister Mevlut Cavusoglu and Defence Minister Hulusi Akar, "
        "proceeded to Khiva on Monday."
    )
    assert told(extractor, text) == {"Erdogan > UZB done 2024-05-13"}
