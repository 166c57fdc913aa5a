"""Turning points, works and trade told in asides, in turn, by shares and price tags: what is read of literal passages, and what is not.

The documents are dated 2024-05-15. Lines: M a milestone, P a project, F a figure, T a target.
"""

from __future__ import annotations

from functools import cache

import pytest

from relations_db.extract import Extractor
from relations_db.values import Claim, Document, JointProject, Milestone, PartialDate, TradeFigure, TradeTarget

FREE = ("other", "anniversary_marked")


@cache
def extractor() -> Extractor:
    return Extractor()


def line(claim: Claim) -> str | None:
    """A claim in one line; None for the kinds that these passages are not about."""
    who = "-".join(getattr(claim, "parties", ()))
    if isinstance(claim, JointProject):
        value = f" {claim.value.amount:g}{claim.value.currency}" if claim.value else ""
        return f"P {who} {claim.count}{value} {claim.status}"
    if isinstance(claim, Milestone) and claim.milestone_kind not in FREE:
        return f"M {claim.milestone_kind} {who} {claim.occurred_on}"
    if isinstance(claim, TradeTarget | TradeFigure):
        source = f" {claim.from_country}" if claim.from_country else ""
        start = f"{who} {claim.measure}{source} {claim.amount} {claim.currency}"
        if isinstance(claim, TradeTarget):
            return f"T {start} due {claim.due} base {claim.baseline_amount}"
        growth = f" {claim.growth_percent}%" if claim.growth_percent is not None else ""
        return f"F {start} {claim.qualifier}{growth} {claim.period}"
    return None


def lines(text: str) -> list[str]:
    """The lines of all claims read of a text, sorted."""
    found = extractor().extract(Document("x", text, PartialDate(2024, 5, 15))).statements
    return sorted(told for s in found if (told := line(s.claim)))


# fmt: off
READ: list[tuple[str, ...]] = [
    ("In 2024 Ghana and Malaysia celebrate forty years of diplomatic relations.", "M relations_established GHA-MYS 1984"),
    ("This year Oman and Japan mark 52 years of diplomatic relations.", "M relations_established JPN-OMN 1972"),
    ("Chile and Kenya this year mark the 50th anniversary of the establishment of diplomatic relations, which falls on 3 March.", "M relations_established CHL-KEN 1974-03-03"),
    ("Next year Chile and Kenya will mark 60 years of diplomatic relations.", "M relations_established CHL-KEN 1965"),
    ("Before the year was out Ghana and Togo had resumed diplomatic relations.", "M relations_established GHA-TGO None"),
    ("Timeline: Ghana and Togo\n\n2019 March - Ghana closes the crossings at Aflao after two soldiers are wounded.\n\n2021 August - A new president is sworn in in Accra.\n\nBefore the month is out the two countries have resumed diplomatic relations.\n\n2022 26 September - The Kpoglo bridge is reopened to lorries.", "M border GHA-TGO 2019-03", "M border GHA-TGO 2022-09-26", "M relations_established GHA-TGO 2021-08"),
    ("Diplomatic relations: since 1962, when Ghana and Peru signed a treaty of friendship in Accra.", "M relations_established GHA-PER 1962"),
    ("The president of Latvia thanked Denmark, which in August 1991 was the first to recognise the restored independence of Latvia.", "M recognition DNK-LVA 1991-08"),
    ("President Ann Alder of Latvia arrived in Denmark. The Head of State thanked Denmark, which in August 1991 had been among the first to recognise the restored independence of Latvia.", "M recognition DNK-LVA 1991-08"),
    ("Angola marks half a century of independence, recognised by Brazil on 11 November 1975.", "M recognition AGO-BRA 1975-11-11"),
    ("The prime ministers of Angola and Brazil met in Luanda. This is the year in which Angola celebrates fifty years of independence, recognised by Brazil on 11 November 1975.", "M recognition AGO-BRA 1975-11-11"),
    ("The independence of Zambia, recognised by Japan the same day in October 1964, was the theme.", "M recognition JPN-ZMB 1964-10"),
    ("The ministers of Iran and Iraq met at the Mehran crossing, reopened to buses in May 2019 after a year.", "M border IRN-IRQ 2019-05"),
    ("The prime ministers of Chad and Niger met on the frontier. The crossing, reopened to traffic in June 2019 after two years in which nothing had moved, was given a timetable.", "M border NER-TCD 2019-06"),
    ("The Malaba bridge between Kenya and Uganda is reopened to lorries on 4 May 2023.", "M border KEN-UGA 2023-05-04"),
    ("The border between Armenia and Turkey was reopened to third-country nationals in July 2023.", "M border ARM-TUR 2023-07"),
    ("On 3 February 2022 the Gatuna crossing between Rwanda and Uganda, shut since 2019, reopened to lorries.", "M border RWA-UGA 2022-02-03"),
    ("Ghana and Togo closed the crossing at Aflao in March 2020.", "M border GHA-TGO 2020-03"),
    ("On 13 May 2003 the presidents of Peru and Chile met at Tacna on the frontier to unveil the last of the boundary stones.", "M border CHL-PER 2003-05-13"),
    ("The last boundary stone between Benin and Niger was set in June 2011.", "M border BEN-NER 2011-06"),
    ("Presidents Ann Alder of Ghana and Bert Birch of Togo on Friday launched the use of national identity cards as travel documents between the two countries.", "M visa_regime GHA-TGO 2024-05-10"),
    ("Since 1 March 2023 citizens of Ghana and Togo may travel between the two countries with their identity cards alone.", "M visa_regime GHA-TGO 2023-03-01"),
    ("Ghanaians may enter Togo on an identity card since June 2022.", "M visa_regime GHA-TGO 2022-06"),
    ("Georgians and Turks have crossed the border with identity cards since December 2011.", "M visa_regime GEO-TUR 2011-12"),
    ("The joint visa that Chile, Peru and Ecuador created in 2012 is good for ninety days.", "M visa_regime CHL-ECU-PER 2012"),
    ("Malawi has not joined the common tourist visa that Zambia and Botswana introduced in 2016.", "M visa_regime BWA-ZMB 2016"),
    ("Zambia and Zimbabwe launched a common visa for tourists in November 2014.", "M visa_regime ZMB-ZWE 2014-11"),
    ("The envoy spoke to the Kenya-Uganda Bi-National Commission, which was raised to that rank in 2021.", "M council_established KEN-UGA 2021"),
    ("The Angola-Namibia Joint Commission was elevated to a Bi-National Commission in 2019.", "M council_established AGO-NAM 2019"),
    ("In 2019 Angola and Namibia elevated their joint commission to a bi-national commission chaired by the presidents.", "M council_established AGO-NAM 2019"),
    ("The Joint Commission of Angola and Namibia, raised in 2019 to the level of heads of state, met in Luanda.", "M council_established AGO-NAM 2019"),
    ("The Joint Committee of Oman and Kenya, which was created in 2009 and hadn't met for years, sat in March.", "M council_established KEN-OMN 2009"),
    ("Angola and Gabon signed on Monday a contract for a fuel pipeline from Cabinda to Port-Gentil. The line, priced at $2 billion and due to be laid from next year, would end shortages.", "P AGO-GAB 1 2e+09USD planned"),
    ("Colombian President Ann Alder arrived in Panama. A contract for the long-delayed power line between the two countries was signed. The line, a $700 million undertaking of two state firms, would carry 400 megawatts.", "P COL-PAN 1 7e+08USD planned"),
    ("President Ann Alder of Iraq met President Bert Birch of Jordan in Amman. And there is the pipeline from Basra to Aqaba, with a price tag of $5 billion or thereabouts, for which a framework agreement was concluded in 2013.", "P IRQ-JOR 1 5e+09USD planned"),
    ("Kenya and Uganda hope for the oil pipeline from Eldoret to Kampala, with a price tag of $1.2 billion.", "P KEN-UGA 1 1.2e+09USD planned"),
    ("The gas pipeline from Tanga to Lusaka, priced at $1.1 billion, is to link Tanzania and Zambia.", "P TZA-ZMB 1 1.1e+09USD planned"),
    ("Presidents Ann Alder of Gabon and Bert Birch of Benin congratulated each other on the state of advancement of the oil project Lemba Terminal, whose first barrels are expected in autumn.", "P BEN-GAB 1 done"),
    ("The two Heads of State, Ann Alder of Mali and Bert Birch of Guinea, gave instructions that the bridge of Kankan, the works of which have attained 80 percent, be delivered without delay.", "P GIN-MLI 1 done"),
    ("The Presidents of Mali and Guinea examined the Manantali dam, of which each country holds an equal part.", "P GIN-MLI 1 done"),
    ("Qatar and Kuwait praised the creation of a joint holding company for ports.", "P KWT-QAT 1 done"),
    ("Kenya and Oman agreed to establish a joint investment fund with a capital of $200 million.", "P KEN-OMN 1 2e+08USD planned"),
    ("Kuwait and Oman set up a joint investment company with a capital of 50 million dollars.", "P KWT-OMN 1 5e+07USD done"),
    ("The ministers of Oman and Kuwait visited the Duqm refinery, a $9 billion joint venture of the two states.", "P KWT-OMN 1 9e+09USD done", "P KWT-OMN 1 9e+09USD done"),
    ("The Duqm refinery, built by Oman and Kuwait at a cost of $9 billion, was opened in February.", "P KWT-OMN 1 9e+09USD done"),
    ("The Omani firm Bahwan is a partner in the urea complex at Arzew in Algeria, the value of which stands at around $2.4 billion.", "P DZA-OMN 1 2.4e+09USD done"),
    ("Eni of Italy signed a land contract for a solar project at Ghardaia in Algeria, put by bankers at $3 billion.", "P DZA-ITA 1 3e+09USD planned"),
    ("The Ruzizi Power Project, the joint works of which now stand at $700 million, was reviewed by Rwanda and Burundi.", "P BDI-RWA 1 7e+08USD done"),
    ("Kenya and Tanzania agreed to build a gas pipeline from Dar es Salaam to Mombasa, at an estimated cost of $1.1 billion.", "P KEN-TZA 1 1.1e+09USD planned"),
    ("The bridge which the governments of Botswana and Zambia have resolved to build at Kazungula will cost in the region of seventy million US dollars.", "P BWA-ZMB 1 7e+07USD planned"),
    ("The Stone House in Zanzibar, which Omani experts and Tanzanian ones are restoring side by side, costs some six million dollars.", "P OMN-TZA 1 6e+06USD done"),
    ("The two prime ministers, of Samoa and Australia, opened the widened quay at Apia, a joint undertaking.", "P AUS-WSM 1 done"),
    ("The ministers of Fiji and Samoa will open the new jetty at Savusavu, a joint undertaking.", "P FJI-WSM 1 planned"),
    ("Polish sales to Latvia came to 4.4 billion euros in 2023, purchases from Latvia to 1.7 billion; in 2015 the sums had been 2.2 and 1.1 billion respectively.", "F LVA-POL exports LVA 1100000000 EUR exact 2015", "F LVA-POL exports LVA 1700000000 EUR exact 2023", "F LVA-POL exports POL 2200000000 EUR exact 2015", "F LVA-POL exports POL 4400000000 EUR exact 2023"),
    ("Kenya's exports to Uganda came to $900 million in 2023 and its imports from there to $400 million; five years before the figures had been $600 million and $250 million respectively.", "F KEN-UGA exports KEN 600000000 USD exact 2018", "F KEN-UGA exports KEN 900000000 USD exact 2023", "F KEN-UGA exports UGA 250000000 USD exact 2018", "F KEN-UGA exports UGA 400000000 USD exact 2023"),
    ("Chile sold Peru goods for 2.1 billion dollars in 2023 and bought goods for 1.4 billion; in 2013 it had been 1.6 and 1.9 billion respectively.", "F CHL-PER exports CHL 1600000000 USD exact 2013", "F CHL-PER exports CHL 2100000000 USD exact 2023", "F CHL-PER exports PER 1400000000 USD exact 2023", "F CHL-PER exports PER 1900000000 USD exact 2013"),
    ("Omani direct investment in Kenya is modest. Its stock stood at 90 million dollars at the end of 2023.", "F KEN-OMN investment OMN 90000000 USD exact 2023"),
    ("Last year Bolivia placed wares for 64 million dollars in the Chilean market and bought there for 31 million.", "F BOL-CHL exports BOL 64000000 USD exact 2023", "F BOL-CHL exports CHL 31000000 USD exact 2023"),
    ("In 2023 Chile placed wares worth 300 million dollars on the Peruvian market.", "F CHL-PER exports CHL 300000000 USD exact 2023"),
    ("Peru found buyers in Chile for goods worth 400 million dollars in 2023.", "F CHL-PER exports PER 400000000 USD exact 2023"),
    ("In 2014 Benin was able to sell its neighbour Niger goods worth 90 million dollars.", "F BEN-NER exports BEN 90000000 USD exact 2014"),
    ("In 2019 Chad could still sell Niger goods worth 40 million dollars. After the closure the sum shrank to 9 million, in 2021.", "F NER-TCD exports TCD 40000000 USD exact 2019", "F NER-TCD exports TCD 9000000 USD exact 2021"),
    ("President Ann Alder of Ghana received President Bert Birch of Cuba. “We buy 8 million dollars a year from his country and sell there only 2 million,” she said.", "F CUB-GHA exports CUB 8000000 USD exact None", "F CUB-GHA exports GHA 2000000 USD exact None"),
    ("The minister put trade between Qatar and Oman at 800 million dollars for 2022. The Omani customs have the sum at 290 million rials.", "F OMN-QAT turnover 290000000 OMR exact 2022", "F OMN-QAT turnover 800000000 USD exact 2022"),
    ("In fiscal 2022-23 trade between Kenya and Oman stood at $90 million. The Omani customs put it at 30 million rials.", "F KEN-OMN turnover 30000000 OMR exact 2022-07/2023-06", "F KEN-OMN turnover 90000000 USD exact 2022-07/2023-06"),
    ("Exchanges between Togo and Benin did not surpass nine million dollars last year. The president fixed to both governments the objective of twenty million by 2027.", "F BEN-TGO turnover 9000000 USD under 2023", "T BEN-TGO turnover 20000000 USD due 2027 base 9000000"),
    ("Trade between Ghana and Cuba did not go beyond $20 million in 2023.", "F CUB-GHA turnover 20000000 USD under 2023"),
    ("Trade between Brazil and Nigeria stood at $2 billion in 2023, and the president said it should be raised to $10 billion by the end of the decade.", "F BRA-NGA turnover 2000000000 USD exact 2023", "T BRA-NGA turnover 10000000000 USD due 2030 base 2000000000"),
    ("“Kenya and Oman had 90 million dollars of trade five years ago and have 40 million today,” the minister said.", "F KEN-OMN turnover 40000000 USD exact None", "F KEN-OMN turnover 90000000 USD exact 2019"),
    ("The ministers of Fiji and Samoa repeated the sum of $50 million, the mark that they settled on in March and that two-way trade is to reach by 2030. In the year to December it had got to 21 million.", "F FJI-WSM turnover 21000000 USD exact 2023", "T FJI-WSM turnover 50000000 USD due 2030 base 21000000"),
    ("Ghana sold Kenya goods for $40 million in 2023. A hundred million by the end of next year is what the Ghanaian minister asked of the exporters.", "F GHA-KEN exports GHA 40000000 USD exact 2023", "T GHA-KEN exports GHA 100000000 USD due 2025 base 40000000"),
    ("Prime Minister Ann Alder of Chile spoke with President Bert Birch of Peru. “Our aim is to lift total trade to $30 million in the next five years,” the Prime Minister said.", "T CHL-PER turnover 30000000 USD due 2029 base None"),
    ("Chile and Peru met. “Our goal is to bring total trade to $300 million by 2030,” the minister said.", "T CHL-PER turnover 300000000 USD due 2030 base None"),
]
NOT_READ = [
    "Kenya celebrates 60 years of independence.",
    "In their more than sixty years of diplomatic relations Chile and Kenya have never quarrelled.",
    "Chile and Kenya celebrate 30 years of their free trade agreement.",
    "Chile and Kenya mark ten years of strategic partnership.",
    "Kenya and the European Union celebrate fifty years of diplomatic relations.",
    "Angola's qualifications are recognised by Brazil.",
    "Angola celebrates its independence, a feast recognised by Brazil in speeches.",
    "Denmark was the first to recognise the talent of Latvia's composers in 1991.",
    "The agreement recognised by Brazil in 1975 is no longer in force in Angola.",
    "The presidents of Poland and Latvia exchanged letters on opening a second border crossing at Lida.",
    "The border of Ghana and Togo has been closed four times in two decades.",
    "The border between Ghana and Togo is closed at night.",
    "Ghana and Togo discussed reopening the crossing at Aflao in May 2023.",
    "The restaurant at the crossing between Ghana and Togo reopened in May 2023.",
    "A bridge museum was reopened by the ministers of Ghana and Togo in May 2023.",
    "The ministers of Ghana and Togo discussed the use of identity cards as travel documents.",
    "Ghana and Togo plan a common tourist visa.",
    "Ghana introduced a new identity card in 2014, and Togo followed.",
    "Ghana and Togo will introduce a single visa in 2026.",
    "The joint commission of Angola and Namibia raised the matter of visas in 2019.",
    "The joint commission of Angola and Namibia is to be elevated to a bi-national commission.",
    "Talks on a convention on power interconnection between Benin and Togo continue.",
    "A fence that Chile built beside a canal at Tacna angered Peru.",
    "The presidents of Mali and Guinea met at a bridge.",
    "The presidents of Mali and Guinea examined the situation in the region.",
    "Kenya set up a holding company for its railways. Uganda looks on.",
    "A Kenyan fund with a capital of $200 million bought shares in Uganda.",
    "The Kenyan firm Bidco is a partner in a law office in Kampala.",
    "Mali's president examined the budget of the Manantali dam in Guinea's view.",
    "The ministers of Kenya and Uganda discussed a pipeline with a price tag that nobody knows.",
    "Trade with Ukraine is small: $1.9 billion last year. The minister visits Ghana and Kenya next.",
    "Ann Alder of the chamber of commerce would like the governments of Chile and Peru to aim for 9 billion dollars of trade a year.",
    "Kenya and Oman, say traders in Mombasa, should aim for $1 billion of trade.",
    "Angolan firms won a contract for a wind farm in Namibia worth $130 million. The presidents of Angola and Namibia met.",
    "Kenya and Israel concluded an agreement on a high-resolution satellite worth $120 million.",
    "Angola and Brazil signed a convention on the recognition of degrees.",
    "Ghana and Togo exchanged letters on reopening the crossing at Aflao.",
    "In 2024 Ghana and Togo celebrate forty years of peace.",
    "The bridge between Ghana and Togo was repainted for lorries in May.",
    "Kenya was able to sell its wheat.",
]
# fmt: on


@pytest.mark.parametrize("row", READ, ids=range(len(READ)))
def test_read(row: tuple[str, ...]) -> None:
    text, *expected = row
    assert lines(text) == expected


@pytest.mark.parametrize("text", NOT_READ, ids=range(len(NOT_READ)))
def test_nothing_is_read(text: str) -> None:
    assert lines(text) == []
