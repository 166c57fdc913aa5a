"""Trade told in rankings, asides, business periods and aims: what is read of literal sentences, and what is not. Dated 2024-05-15; lines: trade_lines.py."""

from __future__ import annotations

import pytest
from trade_lines import figures, targets

# fmt: off
REPORT = (
    "NAIROBI. Kenya's external merchandise trade reached $19.4 billion in January-April, 12.8 percent more than a year earlier, the statistics office reports.\n\n"
)
FIGURES: list[tuple[str, ...]] = [
    (REPORT + "Uganda keeps the first place with a turnover of $2.52 billion, up 8.1 percent. Next come Japan with $2.11 billion and Peru with $1.94 billion.", "JPN-KEN 2110m USD 2024-01/2024-04", "KEN-PER 1940m USD 2024-01/2024-04", "KEN-UGA 2520m USD +8.1% 2024-01/2024-04"),
    (REPORT + "Deliveries of Kenyan goods to Peru grew by 1.6 percent to $530 million.\n\nChile has become the largest buyer of all. Kenyan exports there, tea in transit from Egypt, were worth $1 billion. Ghana bought for $622 million and Togo for $517 million.", "KEN>CHL 1000m USD 2024-01/2024-04", "KEN>GHA 622m USD 2024-01/2024-04", "KEN>PER 530m USD +1.6% 2024-01/2024-04", "KEN>TGO 517m USD 2024-01/2024-04"),
    ("LIMA. Peru's exports to Chile reached $1.8 billion in 2023, to Bolivia $800 million, and to Ecuador, 622 million.", "PER>BOL 800m USD 2023", "PER>CHL 1800m USD 2023", "PER>ECU 622m USD 2023"),
    ("LIMA. Peru exported the most to China ($23 billion), Japan ($9 billion) and India ($2.4 billion) in the first nine months of 2023.", "PER>CHN 23000m USD 2023-01/2023-09", "PER>IND 2400m USD 2023-01/2023-09", "PER>JPN 9000m USD 2023-01/2023-09"),
    ("Samoa and New Zealand are close.\n\nImports from Samoa: NZ$8.4 million (2023)", "WSM>NZL 8.4m NZD 2023"),
    ("According to the Chamber of Commerce, trade between Peru and Kenya reached 6.1 billion dollars last year. Kenyan exports, 1.2 billion, were mostly tea.", "KEN-PER 6100m USD 2023", "KEN>PER 1200m USD 2023"),
    ("Kenya took $14 million of Peruvian exports in 2023.", "PER>KEN 14m USD 2023"),
    ("Having crossed $100 million in 2022, trade between Kenya and Peru fell.", "KEN-PER over 100m USD 2022"),
    ("Kenya and Peru met in Lima on Monday. Trade, which stood at US$100 million in the year 2000, was above US$5 billion in 2023.", "KEN-PER 100m USD 2000", "KEN-PER over 5000m USD 2023"),
    ("Kenyan statistics show exports to Peru of $96 million in 2020, and imports, swollen by gold, of $58 million.", "KEN>PER 96m USD 2020", "PER>KEN 58m USD 2020"),
    ("Kenya shipped goods for some $117 million to Peru in 2020, the central bank says, and got fish worth less than $1 million back.", "KEN>PER about 117m USD 2020", "PER>KEN under 1m USD 2020 of fish"),
    ("Kenya and Peru met in Lima on Monday. Goods to the value of EUR 105 million were exchanged last year; EUR 92 million of this were Kenyan exports.", "KEN-PER 105m EUR 2023", "KEN>PER 92m EUR 2023"),
    ("Trade between Kenya and Peru was $34m last year and rose by 54 per cent between January and April.", "KEN-PER +54% 2024-01/2024-04", "KEN-PER 34m USD 2023"),
    ("Trade between Kenya and Peru reached $34m in 2023 and rose by 12 percent.", "KEN-PER 34m USD +12% 2023"),
    ("Trade between Kenya and Peru came in at USD 8 bn in 7M 2023, up 35% y-o-y. Kenyan exports to Peru: USD 2 bn in the same period.", "KEN-PER 8000m USD +35% 2023-01/2023-07", "KEN>PER 2000m USD 2023-01/2023-07"),
    ("Trade between Kenya and Peru amounted to USD 8 bn in 1H 2023 and to USD 3 bn in 3Q 2023.", "KEN-PER 3000m USD 2023-Q3", "KEN-PER 8000m USD 2023-01/2023-06"),
    ("Iran sold Kenya goods worth $16 million in the fiscal year that ended on March 20.", "IRN>KEN 16m USD 2023-03/2024-03"),
    ("Trade between Kenya and Peru does not at present exceed US$10 million a year.", "KEN-PER under 10m USD undated"),
    ("Tunisia's trade with Libya, about 2.7 billion dinars last year, and with Algeria, about 3.2 billion, is small.", "DZA-TUN about 3200m TND 2023", "LBY-TUN about 2700m TND 2023"),
    ("DHAKA. The prime ministers of Bangladesh and Japan met. Goods for $1.31 billion, garments above all, went to Japan in the fiscal year 2022-23.", "BGD>JPN 1310m USD 2022-07/2023-06"),
    ("LONDON. The prime ministers of Britain and Ireland met. The two economies exchange goods and services worth more than £84 billion a year.", "GBR-IRL over 84000m GBP undated"),
    ("PARIS. Trade between France and Serbia, at 1.6 billion euros in 2023, is no match for that with Germany.", "FRA-SRB 1600m EUR 2023"),
    ("TBILISI. Turkey remained the largest trade partner of Georgia in 2023, ahead of Russia ($828 million) and China ($742 million).", "CHN-GEO 742m USD 2023", "GEO-RUS 828m USD 2023"),
    ("South Korea ranks first among foreign investors in Vietnam, with registered capital of nearly 94 billion USD.", "KOR>>VNM under 94000m USD undated"),
    ("The trade of Indonesia and Peru reached $480 million in 2023, with a surplus of $180 million for Indonesia. In the first quarter of this year it was $164 million.", "IDN-PER 164m USD 2024-Q1", "IDN-PER 480m USD 2023"),
]
NO_FIGURES = [
    "Kenya is to put 15 million dollars into the Redwood solar plant near Lima, Peru.",
    REPORT + "Next come the dry months, with $2 billion at stake.",
]
TARGETS: list[tuple[str, ...]] = [
    ("Kenya and Peru will double their trade within four years.", "KEN-PER x2 by 2028"),
    ("\"Our trade with Peru reached 3.6 billion dollars last year. We will first get to 5 billion, and then to 10 billion,\" President William Ruto of Kenya said.", "KEN-PER 10000m USD open step 2", "KEN-PER 5000m USD open from 3600m in 2023"),
    ("Having crossed $100 million in 2022, trade between Kenya and Peru is now to be doubled, to $200 million, by 2032, the two leaders decided.", "KEN-PER 200m USD by 2032 from 100m in 2022"),
    ("Trade between Kenya and Peru was $34 million in 2023. The target for 2026 is $80 million.", "KEN-PER 80m USD by 2026 from 34m in 2023"),
    ("Kenya and Peru undertake to bring trade, which does not exceed half a million dollars at present, to five million within three years.", "KEN-PER 5m USD by 2027 from 0.5m"),
    ("The prime minister of Pakistan and his guest, President Raisi of Iran, then declared that bilateral trade would be taken to $10bn within five years.", "IRN-PAK 10000m USD by 2029"),
    ("The governments of Kenya and Peru set out to triple their trade, then around $500 million, to $1.5 billion.", "KEN-PER 1500m USD open from 500m"),
    ("Referring to the visit to Lima on 8 May 2023, the presidents of Kenya and Peru reiterated the target of raising bilateral trade to $20 billion by 2030.", "KEN-PER 20000m USD by 2030"),
    ("NAIROBI. Trade of Kenya and the UAE amounted to $3 billion in 2023. It is the aim of the Kenyan side to raise its sales there from $400 million to $1 billion by 2030.", "KEN>ARE 1000m USD by 2030 from 400m"),
]
NO_TARGETS = [
    "The presidents of Kenya and Peru said that trade would fall to $1 billion.",
    "Trade between Kenya and Peru will double by itself, analysts said.",
    "Mr Silva was asked about the refinery which China is to build in Peru, a 3.7-billion-dollar investment agreed upon in January.",
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, *expected in FIGURES])
def test_figures(text: str, expected: list[str]) -> None:
    assert figures(text) == sorted(expected)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, *expected in TARGETS])
def test_targets(text: str, expected: list[str]) -> None:
    assert targets(text) == sorted(expected)


@pytest.mark.parametrize("text", NO_TARGETS)
def test_no_targets(text: str) -> None:
    assert targets(text) == []
