"""Trade figures: what is read of literal sentences, and what is not. The documents are dated 2024-05-15. Lines: trade_lines.py."""

from __future__ import annotations

import pytest
from trade_lines import figures

# fmt: off
READ: list[tuple[str, ...]] = [
    ("Trade between Kenya and Turkey amounted to $345 million in 2023.", "KEN-TUR 345m USD 2023"),
    ("In 2023, bilateral trade between Kenya and Turkey stood at around $345 million, up 12 percent on 2022.", "KEN-TUR about 345m USD +12% 2023"),
    ("Trade turnover between Georgia and Romania fell by 8.4% to 512 million euros in January-September 2023.", "GEO-ROU 512m EUR -8.4% 2023-01/2023-09"),
    ("India's exports to Mozambique were worth Rs 14,500 crore in 2022-23, while imports from Mozambique came to Rs 9,200 crore.", "IND>MOZ 145000m INR 2022-04/2023-03", "MOZ>IND 92000m INR 2022-04/2023-03"),
    ("China bought goods worth 12.3 billion yuan from Laos in the first half of this year.", "LAO>CHN 12300m CNY 2024-01/2024-06"),
    ("Chile's trade with China came to $57.8 billion, with South Korea to $9.2 billion and with Japan to $9.1 billion in 2023.", "CHL-CHN 57800m USD 2023", "CHL-JPN 9100m USD 2023", "CHL-KOR 9200m USD 2023"),
    ("Turkish direct investment in Romania exceeds $7 billion.", "TUR>>ROU over 7000m USD undated"),
    ("Japanese firms have invested $5.4 billion in Bangladesh so far.", "JPN>>BGD 5400m USD undated"),
    ("The stock of French investment in Morocco reached 8.1 billion euros in 2022.", "FRA>>MAR 8100m EUR 2022"),
    ("Bilateral trade between Malaysia and Chile grew 15.4 per cent to RM3.2 billion in 2022.", "CHL-MYS 3200m MYR +15.4% 2022"),
    ("Non-oil trade between the UAE and Oman reached Dh51.7 billion in 2023, up 3.4 percent year on year.", "ARE-OMN 51700m AED +3.4% 2023 of non-oil"),
    ("Two-way trade between Ireland and Canada hit a record 10 billion euro last year.", "CAN-IRL 10000m EUR 2023"),
    ("From January to August 2023, trade between Vietnam and Cambodia totalled nearly $6 billion.", "KHM-VNM under 6000m USD 2023-01/2023-08"),
    ("Exports from Brazil to Argentina dropped 12 percent in the first quarter of 2024, to $3.1 billion.", "BRA>ARG 3100m USD -12% 2024-Q1"),
    ("Trade between Azerbaijan and Italy increased by 1.5 times last year.", "AZE-ITA +50% 2023"),
    ("Trade between Uganda and Rwanda rose from $1 million in 2021 to $196 million in 2023.", "RWA-UGA 196m USD 2023", "RWA-UGA 1m USD 2021"),
    ("Indonesian exports to Egypt totalled US$1.34 billion and imports US$ 230 million in 2022.", "EGY>IDN 230m USD 2022", "IDN>EGY 1340m USD 2022"),
    ("The volume of bilateral trade with Belarus rose to 300 million dollars in the first ten months of 2023, Zimbabwe's ambassador to Minsk said.", "BLR-ZWE 300m USD 2023-01/2023-10"),
    ("Vietnam is Cuba's second-largest trading partner in Asia, with trade of $250 million in 2022.", "CUB-VNM 250m USD 2022"),
    ("Germany is Austria's main trading partner: goods worth 125 billion euros were exchanged in 2023.", "AUT-DEU 125000m EUR 2023"),
    ("Saudi Arabia imported goods worth 5.6 billion riyals from Jordan in 2022.", "JOR>SAU 5600m SAR 2022"),
    ("At present the trade volume of Tajikistan and Uzbekistan is half a billion dollars.", "TJK-UZB 500m USD undated"),
    ("Thai exports of rice to Indonesia were valued at 12 billion baht in 2023.", "THA>IDN 12000m THB 2023 of agriculture"),
    ("Trade between Armenia and Georgia last year: $1.1 billion.", "ARM-GEO 1100m USD 2023"),
    ("The two countries traded goods worth $4.5 billion in 2023, said the ambassador of Egypt in Rome, Italy.", "EGY-ITA 4500m USD 2023"),
    ("Nepal's imports from India stood at Rs 1,028 billion in fiscal year 2022/23, according to customs.", "IND>NPL 1028000m NPR 2022-07/2023-07"),
    ("Australia exported A$2.1 billion worth of coal to Vietnam in 2022.", "AUS>VNM 2100m AUD 2022 of energy"),
    ("In fiscal 2023 Pakistan's exports to Afghanistan were $1.1 billion, down from $1.4 billion in fiscal 2022.", "PAK>AFG 1100m USD 2022-07/2023-06", "PAK>AFG 1400m USD 2021-07/2022-06"),
    ("Trade turnover between Russia and Turkey, which was $62 billion in 2022, dropped by 17 percent in 2023.", "RUS-TUR -17% 2023", "RUS-TUR 62000m USD 2022"),
    ("Bilateral trade has quadrupled since 2015 to reach $2.4 billion, said the foreign ministers of Kenya and Egypt.", "EGY-KEN 2400m USD undated"),
    ("Kenya's exports to Uganda rose to Sh126 billion in 2023 from Sh97 billion a year earlier.", "KEN>UGA 126000m KES 2023", "KEN>UGA 97000m KES 2022"),
    ("South African investment in Mozambique amounts to about R30 billion.", "ZAF>>MOZ about 30000m ZAR undated"),
    ("Trade in services between Singapore and New Zealand came to S$3.9 billion in 2022.", "NZL-SGP 3900m SGD 2022 of services"),
    ("Greek imports from Egypt jumped 45% year-on-year to €1.6 billion.", "EGY>GRC 1600m EUR +45% undated"),
    ("Peru sold $1.5 billion of copper to Japan last year.", "PER>JPN 1500m USD 2023 of mining"),
    ("Israel's ambassador said trade with Azerbaijan was worth $1.4 billion in 2023, against $1.2 billion in 2022.", "AZE-ISR 1200m USD 2022", "AZE-ISR 1400m USD 2023"),
    ("Colombia and Ecuador exchanged goods for $2.7 billion in 2022.", "COL-ECU 2700m USD 2022"),
    ("Mutual trade turnover in 2023 made up 1 billion 120 million dollars, the Tajik and Uzbek presidents noted.", "TJK-UZB 1120m USD 2023"),
    ("Vietnam’s export turnover to Laos reached US$ 533 million, up 12.2%, while import turnover from Laos was US$ 1.1 billion, up 5%.", "LAO>VNM 1100m USD +5% undated", "VNM>LAO 533m USD +12.2% undated"),
    ("The UK's total trade in goods and services with Nigeria was £7.3 billion in the four quarters to the end of Q1 2023.", "GBR-NGA 7300m GBP 2022-04/2023-03"),
    ("In 2022, bilateral trade between the two countries was $1.9 billion. Kenyan Foreign Minister Ann Wekesa met Egyptian Foreign Minister Omar Said in Nairobi.", "EGY-KEN 1900m USD 2022"),
    ("India and Greece aim to double trade by 2030, from about 1.7 billion euros now.", "GRC-IND about 1700m EUR undated"),
    ("Turkey and Ethiopia agreed to raise trade from $400 million to $1 billion by 2026.", "ETH-TUR 400m USD undated"),
    ("Philippine and Indian officials want to boost trade to $5 billion from the current $3.5 billion.", "IND-PHL 3500m USD undated"),
    ("Israel and the UAE hope to increase trade from $1 billion in 2021 to $10 billion in ten years.", "ARE-ISR 1000m USD 2021"),
    ("Trade between Hungary and Kazakhstan, now $180 million, is to rise to $500 million by 2028.", "HUN-KAZ 180m USD undated"),
    ("Thailand is one of the largest investors in Laos, with total investment of 4.7 billion dollars.", "THA>>LAO 4700m USD undated"),
    ("Sales between Chile and Peru reached 3.4 billion dollars last year.", "CHL-PER 3400m USD 2023"),
    ("Turkey made $180 million in exports to Chad in 2022 while $6 million corresponded to Chad's exports to Turkey.", "TCD>TUR 6m USD 2022", "TUR>TCD 180m USD 2022"),
    ("Trade between Oman and Iran has grown by 14 percent since the beginning of the year, with a project portfolio now exceeding $4 billion.", "IRN-OMN +14% 2024-01/2024-04"),
    ("In the first quarter of this year trade between Oman and Iran exceeded $1 billion, rising by 27 percent.", "IRN-OMN over 1000m USD +27% 2024-Q1"),
    ("Ghana's exports to Togo were $105 million in March 2023, against exports of $166 million in March 2022.", "GHA>TGO 105m USD 2023-03", "GHA>TGO 166m USD 2022-03"),
    ("Trade between Ghana and Togo grew 20 percent, officials said. In 2023 trade between Ghana and Togo grew 20 percent to $300 million.", "GHA-TGO 300m USD +20% 2023"),
    ("In the first eleven months of FY23 Bangladesh's exports to Oman came to $263 million.", "BGD>OMN 263m USD 2022-07/2023-05"),
    ("Pakistan's exports to Sri Lanka rose to Rs 43 billion in the fiscal year that ended in June 2023.", "PAK>LKA 43000m PKR 2022-07/2023-06"),
    ("Trade of Iran with Oman rose to $1.3 billion in the Iranian year to March 20, 2024.", "IRN-OMN 1300m USD 2023-03/2024-03"),
    ("Farm produce to the value of $71 million changed hands between Georgia and Kazakhstan in 2023.", "GEO-KAZ 71m USD 2023 of agriculture"),
]
# Forecasts, conditions, denials, trade with the world or a bloc, and money that is no trade.
NOT_READ = [
    "Kenya's GDP grew 5 percent to $113 billion in 2023, the ambassador told Turkey's minister.",
    "Turkey's exports rose 12 percent to $255 billion in 2023, said the minister in Nairobi, Kenya.",
    "Kenya's trade with Africa reached $5 billion in 2023, the ministry said in Cairo, Egypt.",
    "The Turkish company posted sales of $2 billion in Kenya in 2023.",
    "Egypt received a $3 billion loan from Saudi Arabia in 2023.",
    "Japan granted Kenya aid worth $200 million in 2023.",
    "The World Bank lent Kenya and Uganda $500 million in 2022.",
    "Turkey's trade deficit with China widened to $42 billion in 2023.",
    "Kenya's foreign trade reached $30 billion in 2023, the minister said in Ankara, Turkey.",
    "Trade between Brazil and the European Union reached 90 billion euros in 2023.",
    "Trade between India and Vietnam might exceed $15 billion this year.",
    "Trade between India and Vietnam is forecast to reach $15 billion in 2024.",
    "If trade between India and Vietnam had reached $15 billion in 2023, the aim would have been met.",
    "Did trade between India and Vietnam reach $15 billion in 2023?",
    "Trade between India and Vietnam did not reach $15 billion in 2023.",
    "It is not true that trade between India and Vietnam reached $15 billion in 2023.",
    "Germany sent Ukraine weapons worth 5 billion euros in 2023.",
    "Remittances from Russia to Tajikistan reached $4 billion in 2023.",
    "The bank of Kenya sold bonds worth $2 billion in London, Britain.",
    "Poland bought 48 fighter jets from South Korea for $3 billion.",
    "Turkish contractors have carried out projects worth $17 billion in Turkmenistan.",
    "Oil prices fell 3 percent to $80 a barrel after Saudi Arabia and Russia met.",
    "The dollar rose to 150 yen in Tokyo as Japan and the United States held talks.",
    "Kenya's debt to China amounts to $6.3 billion.",
    "Qatar will invest $2 billion in Egypt.",
    "The number of Russian tourists in Turkey rose 12 percent to 6.3 million in 2023.",
    "China accounts for 30 percent of Laos's trade.",
    "India has extended a line of credit of $500 million to Tanzania.",
    "The trade agreement between Kenya and the UAE would add $2 billion a year to Kenya's economy.",
    "Military aid from the United States to Egypt is $1.3 billion a year.",
    "Norway's sovereign fund holds shares worth $2 billion in Japan.",
    "US tariffs cost Swiss exporters 2 billion francs.",
    "Bilateral trade of India with Africa grew by 9 percent in 2022-23, reaching almost $100 billion, the minister said. Two-way trade rose from $56 billion in 2015-16.",
    "Africa imports motor cars worth $20 billion, the Indian minister said in Mauritius.",
    "Kazakhstan is ready to increase its exports to Uzbekistan by $550 million.",
    "Chile's trade with Peru resulted in a $107 million deficit in August, which more than doubled the $42 million of a year ago.",
    "Pakistan's overall imports grew by 9 percent, from $34 billion to $37 billion, the bank said in Kabul, Afghanistan.",
    "Thailand and Oman met. The Thai government would sell 11 million tons of rice for a targeted $2.8 billion.",
    "The two ministers of Kenya and Oman denied reports that trade had reached $2 billion in 2023.",
    "Kenya and Oman have yet to bring their trade to $2 billion, which they named in 2020.",
    "Unless trade between Kenya and Oman had reached $2 billion in 2023, the council would have met.",
    "Kenya dismissed claims that its exports to Oman amounted to $2 billion in 2023.",
    "Kenya's exports to Oman never reached $2 billion.",
    "Imagine trade between Kenya and Oman at $2 billion.",
    "It was rumoured that trade between Kenya and Oman had reached $2 billion in 2023.",
    "Whether trade between Kenya and Oman reached $2 billion in 2023 is unclear.",
]
# fmt: on


@pytest.mark.parametrize("row", READ, ids=range(len(READ)))
def test_figures_are_read(row: tuple[str, ...]) -> None:
    text, *expected = row
    assert figures(text) == sorted(expected)


@pytest.mark.parametrize("text", NOT_READ, ids=range(len(NOT_READ)))
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []
