"""Trade targets: what is read of literal sentences, and what is not. The documents are dated 2024-05-15. Lines: trade_lines.py."""

from __future__ import annotations

import pytest
from trade_lines import targets

# fmt: off
READ: list[tuple[str, ...]] = [
    ("Indian Prime Minister Asha Rao and Vietnamese Prime Minister Le Minh agreed to raise bilateral trade to $20 billion by 2030.", "IND-VNM 20000m USD by 2030"),
    ("Kenya and Turkey have set themselves the goal of bringing their annual trade volume to $1 billion within five years.", "KEN-TUR 1000m USD by 2029"),
    ("Brazil and Morocco aim to lift trade to 5 billion dollars by the end of the decade.", "BRA-MAR 5000m USD by 2030"),
    ("\"We want to take our trade to 10 billion euros by 2028,\" Hungarian Prime Minister Ferenc Kis said after talks with Serbian President Marko Ilic in Belgrade.", "HUN-SRB 10000m EUR by 2028"),
    ("Malaysia and Pakistan are targeting two-way trade of US$5 billion by 2027.", "MYS-PAK 5000m USD by 2027"),
    ("Chile and Peru have a trade target of $6 billion for 2026.", "CHL-PER 6000m USD by 2026"),
    ("The two-way trade target of $25 billion by 2025 set by Thailand and Vietnam is within reach.", "THA-VNM 25000m USD by 2025"),
    ("Egypt and Jordan named 1.5 billion dollars as the next mark for their trade.", "EGY-JOR 1500m USD open"),
    ("Ghana and South Africa hope to see trade between them hit $4 billion by 2030.", "GHA-ZAF 4000m USD by 2030"),
    ("Poland and Ukraine pledged to work towards a trade turnover of 20 billion dollars a year.", "POL-UKR 20000m USD open"),
    ("The presidents of Angola and Namibia instructed their ministers to bring trade up to $500 million by 2027.", "AGO-NAM 500m USD by 2027"),
    ("Colombia's exports to Panama are to reach $1.2 billion by 2026 under the plan agreed by the two governments.", "COL>PAN 1200m USD by 2026"),
    ("The United Arab Emirates and Indonesia intend to push non-oil trade past AED 36.7 billion by 2030.", "ARE-IDN 36700m AED by 2030"),
    ("Iran and Iraq have agreed to increase their yearly trade to $20 billion.", "IRN-IRQ 20000m USD open"),
    ("Bilateral trade between Bangladesh and Malaysia should reach $5 billion by 2026, the two prime ministers agreed.", "BGD-MYS 5000m USD by 2026"),
    ("Both leaders expressed their determination to achieve a trade volume of $3 billion between Georgia and Romania by 2027.", "GEO-ROU 3000m USD by 2027"),
    ("Nigeria and Brazil set an ambitious target of $10 billion in annual trade.", "BRA-NGA 10000m USD open"),
    ("The target is to reach $15 billion in trade between Turkey and Saudi Arabia in the short term, then $30 billion in the long term.", "SAU-TUR 15000m USD open", "SAU-TUR 30000m USD open step 2"),
    ("The ambassador said the goal of Mongolia and Japan was to expand trade to 100 billion yen by 2027.", "JPN-MNG 100000m JPY by 2027"),
    ("India and Russia have revised their trade target to $100 billion by 2030 from the earlier $30 billion by 2025.", "IND-RUS 100000m USD by 2030", "IND-RUS 30000m USD by 2025"),
    ("We have set the bar at 5 billion dollars for trade between Azerbaijan and Georgia, the minister said.", "AZE-GEO 5000m USD open"),
    ("Trade between Spain and Algeria must be brought to 12 billion euros, the Spanish minister said in Algiers.", "DZA-ESP 12000m EUR open"),
    ("The roadmap provides for an increase in trade between Kyrgyzstan and Hungary to $200 million by 2026.", "HUN-KGZ 200m USD by 2026"),
    ("The two governments plan to bring trade between Ecuador and China to 20 billion yuan before 2029.", "CHN-ECU 20000m CNY by 2029"),
    ("Uzbek President Anvar Saidov and Italian Prime Minister Carla Rossi set the task of bringing mutual trade to 1 billion euros.", "ITA-UZB 1000m EUR open"),
    ("The sides confirmed the goal of reaching the $5 billion mark in trade between Kazakhstan and Azerbaijan.", "AZE-KAZ 5000m USD open"),
    ("Ethiopia seeks to expand trade with Egypt to $2 billion over the next five years.", "EGY-ETH 2000m USD by 2029"),
    ("Tanzania and India look to raise trade volume to USD 10 bn by 2030.", "IND-TZA 10000m USD by 2030"),
    ("Armenia and Iran aspire to a trade turnover of 3 billion dollars.", "ARM-IRN 3000m USD open"),
    ("According to the joint statement, Cuba and Vietnam will strive for trade worth $500 million by 2025.", "CUB-VNM 500m USD by 2025"),
    ("South Korea and Indonesia will make joint efforts to reach $30 billion in trade.", "IDN-KOR 30000m USD open"),
    ("The two countries vowed to take trade between Ireland and Japan beyond 20 billion euros before 2030.", "IRL-JPN 20000m EUR by 2030"),
    ("Russia and Algeria plan to triple trade.", "DZA-RUS x3 open"),
    ("Kenya and India agreed to double bilateral trade within five years.", "IND-KEN x2 by 2029"),
    ("The Czech Republic and Vietnam want to double their trade by 2030.", "CZE-VNM x2 by 2030"),
    ("A doubling of trade between Peru and Indonesia by 2029 is the aim of the accord.", "IDN-PER x2 by 2029"),
    ("Qatar and Rwanda aim for a threefold increase in trade by 2030.", "QAT-RWA x3 by 2030"),
    ("\"Our goal is a fivefold increase in trade between Pakistan and Uzbekistan,\" the minister said.", "PAK-UZB x5 open"),
    ("Britain and Nigeria pledged to double the volume of trade over the next decade.", "GBR-NGA x2 by 2034"),
    ("Mexico and Turkey seek to make their trade twice what it is today by 2028.", "MEX-TUR x2 by 2028"),
    ("Trade between Serbia and Egypt is to be doubled in three years.", "EGY-SRB x2 by 2027"),
    ("Saudi Arabia and Greece want trade to grow tenfold.", "GRC-SAU x10 open"),
    ("The leaders of Zambia and Botswana called for trade between their countries to be tripled by 2030.", "BWA-ZMB x3 by 2030"),
    ("Argentina hopes to double its exports to Vietnam by 2027.", "ARG>VNM x2 by 2027"),
    ("They agreed to increase trade between Kuwait and Malaysia two and a half times by 2030.", "KWT-MYS x2.5 by 2030"),
    ("India and Greece aim to double trade by 2030, from about 1.7 billion euros now.", "GRC-IND x2 by 2030 from 1700m"),
    ("Kazakhstan and Finland intend to increase mutual trade by 1.5 times.", "FIN-KAZ x1.5 open"),
    ("Turkey and Ethiopia agreed to raise trade from $400 million to $1 billion by 2026.", "ETH-TUR 1000m USD by 2026 from 400m"),
    ("Philippine and Indian officials want to boost trade to $5 billion from the current $3.5 billion.", "IND-PHL 5000m USD open from 3500m"),
    ("Israel and the UAE hope to increase trade from $1 billion in 2021 to $10 billion in ten years.", "ARE-ISR 10000m USD by 2034 from 1000m in 2021"),
    ("Trade between Hungary and Kazakhstan, now $180 million, is to rise to $500 million by 2028.", "HUN-KAZ 500m USD by 2028 from 180m"),
    ("They agreed to reach the goal set by the presidents of Kenya and Oman for achieving $5 billion in mutual trade by 2028.", "KEN-OMN 5000m USD by 2028"),
    ("Kenya and Oman intend to increase mutual trade by 50 percent within three years.", "KEN-OMN x1.5 by 2027"),
    ("Kenya and Oman have given themselves until 2030 to bring trade to $2 billion.", "KEN-OMN 2000m USD by 2030"),
    ("Last year sales between Kenya and Oman reached $1 billion. The ministers stressed the need to boost trade up to 2 billion and then 5 billion dollars.", "KEN-OMN 2000m USD open from 1000m in 2023", "KEN-OMN 5000m USD open step 2"),
    ("Kenya and Oman intend to increase trade by 2.5 times, reaching $10 billion.", "KEN-OMN 10000m USD open"),
    ("Our goal is to reach 1 billion US dollars annually in trade between Kenya and Oman, the minister said.", "KEN-OMN 1000m USD open"),
]
# Forecasts, conditions, denials, states without a partner, blocs, and aims for other things than trade.
NOT_READ = [
    "Trade between Belarus and Zimbabwe has the potential to double.",
    "Trade between India and Vietnam could reach $20 billion by 2030, analysts say.",
    "Trade between India and Vietnam is expected to reach $20 billion by 2030.",
    "If the agreement is signed, trade between Kenya and Turkey will rise to $1 billion.",
    "Kenya and Turkey did not set a target of $1 billion for trade.",
    "Analysts believe trade between Brazil and Morocco may hit $5 billion.",
    "Brazil plans to raise its exports to $400 billion by 2030.",
    "The European Union and Vietnam aim to double trade by 2030.",
    "India aims to export goods worth $1 trillion by 2030, the minister said in Hanoi, Vietnam.",
    "China and Africa aim for trade of $300 billion.",
    "The company plans to invest $2 billion in a plant in Kenya by 2030.",
    "Turkey and Kenya signed a deal to build a $1 billion railway by 2028.",
    "Vietnam aims to attract $40 billion in foreign investment by 2025, said the minister, who met the ambassador of Japan.",
    "Turkey aims at tourism revenues of $60 billion in 2024, the minister told reporters in Moscow, Russia.",
    "The ministers of Kenya and Turkey rejected a target of $1 billion for trade.",
    "Ghana aims to double its cocoa output by 2030 with help from Brazil.",
    "Poland will double its defence budget by 2026, the minister said in Kyiv, Ukraine.",
    "It would take ten years to bring trade between Peru and Chile to $10 billion.",
    "No target of $10 billion was agreed by India and Nepal for their trade.",
    "Japan will lend Bangladesh $1 billion by 2026.",
    "Had the talks succeeded, Iran and Egypt would have raised trade to $2 billion.",
    "India and Africa should look at doubling bilateral trade by 2030 from $82 billion, the Indian minister said. India can supply milk to Mauritius.",
    "The Indian minister expressed confidence in the goal of doubling trade with Africa to $200 billion by 2030, he said in Mauritius.",
    "Kazakhstan is ready to raise its exports to Uzbekistan by $550 million.",
    "Kenya and Oman agreed to cut duties on trade by 20 percent.",
    "Kenya and Oman agreed to raise their exports by 20 percent a year.",
    "Kenya and Oman agreed to raise the number of flights by 50 percent.",
    "Kenya wants to increase the share of its own goods in trade with Oman by 50 percent.",
    "Unless the port is built, trade between Kenya and Oman will not be brought to $2 billion.",
    "Kenya and Oman refused to aim at trade of $2 billion.",
    "Neither Kenya nor Oman set a target of $2 billion for trade.",
    "Could Kenya and Oman raise trade to $2 billion by 2030?",
    "The ambassador denied that Kenya and Oman aim at trade of $2 billion.",
]
# fmt: on


@pytest.mark.parametrize("row", READ, ids=range(len(READ)))
def test_targets_are_read(row: tuple[str, ...]) -> None:
    text, *expected = row
    assert targets(text) == sorted(expected)


@pytest.mark.parametrize("text", NOT_READ, ids=range(len(NOT_READ)))
def test_what_is_no_target(text: str) -> None:
    assert targets(text) == []
