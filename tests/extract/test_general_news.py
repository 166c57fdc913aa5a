"""General news names states beside markets, firms, banks and groups: what is read as a fact between two states, and what is not.

Each text is a heading, an empty line and a body, dated 1988-06-15; of its facts those between states are told as `kind parties`.
"""

import pytest

from relations_db.extract import Extractor
from relations_db.values import Document, Leader, PartialDate, Visit

FACTS = [
    # papers
    ("Peru and Chile sign fishing accord\n\nPeru and Chile have signed an accord on fishing, officials in Lima said.", {"agreements CHL PER"}),
    ("Egypt pays Czechs\n\nEgypt and Czechoslovakia signed a protocol on debts in Cairo. A Czech official told reporters that the protocol would cut interest.", {"agreements CSK EGY"}),
    ("Spain lends to Cuba\n\nSpain has granted Cuba a 25 million dollar credit for Spanish machines, the ministry said.", {"agreements CUB ESP"}),
    ("Kenya mill ordered\n\nThe Danish engineering group FLS has won a 90 million dollar contract from Kenya to supply a cement mill.", {"agreements DNK KEN"}),
    ("Banks wait for Peru\n\nPeru hopes for an accord on its debts with its creditor banks, bankers in New York said.", set()),
    ("Chile debt pact\n\nAfter Chile clinched a rescheduling agreement with commercial banks, some U.S. bankers asked for more.", set()),
    ("Ministers back currency pact\n\nFrench and West German officials said the Plaza Agreement had served its purpose.", set()),
    ("Dollar steady\n\nSix leading industrial nations agreed in Paris to steady their currencies. A U.S. official said the agreement was holding.", set()),
    ("Oil producers at odds\n\nThe accord reached by OPEC ministers set a ceiling; Iraq's share rose and Iran's did not.", set()),
    ("Brewer to sell mills\n\nThe Dutch brewer signed a letter of intent to sell 40 pct of the stock of its Belgian unit to a Danish group.", set()),
    ("Bank offers notes\n\nThe U.S. bank said it will enter into a currency exchange agreement to convert its payments from Australian dollars.", set()),
    ("Aid for Niger\n\nThe Lome-based bank for development granted Niger a loan. Togo sent rice.", set()),
    ("Farm plan\n\nU.S. officials meet in Belgium. They endorsed the minister's debt strategy.", set()),
    ("Tin\n\nDelegates of Britain expect Indonesia to vote for an extension of the sixth International Tin Agreement.", set()),
    ("Loans\n\nJapan said an agreement on loans to Poland was needed before it lent more.", set()),
    ("Guard firm\n\nHalter Inc of Canada said it had received a three-year contract. Halter Corp works in the United States.", set()),
    ("Farm ministers\n\nFrench Farm Minister Luc Varin met British officials. Prices fell on all markets. Dealers saw quotas, taxes and subsidies cut; banks lost on shares, exporters on the currency. Varin would not even try to reach a price agreement this week, he said. The Community has debts and a deficit.", set()),
    ("Ties\n\nKenya and Oman signed a fishing pact in Nairobi. An aide spoke of bilateral talks. Kenya urged Chad to hold to the Ottawa Landmine Treaty. The two sides met twice. Ministers left on Friday.", {"agreements KEN OMN"}),
    ("Banks\n\nThere is a lending agreement between the U.S and the U.K. on capital, in force since 1985, bankers in Japan said.", {"agreements GBR USA"}),
    ("Drinks\n\nThe Canadian bottler said it entered into a definitive agreement to sell its U.S. stands to a Dutch group.", set()),
    ("Tin\n\nOfficials of Peru and Bolivia in Lima said they look at each tin pact case by case.", set()),
    ("Talks\n\nPeru and Chile have been holding talks since June on a fishing pact.", {"agreements CHL PER"}),
    ("Uganda roads\n\nEgypt has agreed to build two roads in Uganda. The two countries signed an agreement under which Egyptian firms will rebuild the road between Fort Portal and a town near the Zaire border in western Uganda.", {"agreements EGY UGA", "joint_projects EGY UGA"}),
    ("Kenya, Malawi win debt accord\n\nA club of creditors gave Kenya and Malawi more time to repay.", set()),
    ("Crude\n\nTraders bought crude. Other deals were signed with prices linked to Oman and Kuwait, dealers said; markets, prices, quotas, barrels, traders, exporters and analysts were quiet. It rained. Ships waited.", set()),
    ("Blame\n\nPeru and Chile signed a fishing pact in Lima. The talks were marked by anger, each side blaming the other for the strain on stocks.", {"agreements CHL PER"}),
    ("Banks\n\nThe president of Argentina's bank steering committee, William Rhodes of Citibank, said the loan agreement with Argentina could be signed in August.", set()),
    # declarations
    ("Iraq reports raid\n\nIraq said its planes had struck Iran's oilfields. Today's communique said two towers burned.", set()),
    ("Iraq on the war\n\nIraq fought Iran. \"Our men drove them from all the hills they had taken,\" the communique said.", set()),
    ("Dollar\n\nNothing in the G-7 communique will mend the imbalance between the United States and Japan, dealers said.", set()),
    ("Kuwait hires ships\n\nKuwait has agreed to charter tankers from Greece.", set()),
    ("Guinea and Mali\n\nThe ministers of Guinea and Mali issued a joint communique on Tuesday.", {"declarations GIN MLI"}),
    # trade
    ("Kenya tea\n\nKenyan exports to Pakistan were worth 75 million dollars in 1987.", {"trade_figures KEN PAK"}),
    ("German exports\n\nWest German exports to Latin America fell. Shipments to Mexico dropped 19 pct to 1.9 billion marks.", {"trade_figures DEU MEX"}),
    ("Steel\n\nCanada exported two billion dollars' worth of steel in 1987. The United States may act.", set()),
    ("Tariffs\n\nThe United States will impose tariffs on 300 million dollars' worth of Japanese exports.", set()),
    ("Yen\n\nThe Bank of Japan bought one billion dollars in Tokyo and in the United States, dealers said.", set()),
    ("Deficit\n\nJapan's surplus angers Congress, as does the record 169 billion dollar U.S. trade deficit of 1987.", set()),
    ("Ploughs\n\nThe U.S. maker sold all of its plough works to Deutz of West Germany for 107 million dollars.", set()),
    ("Hotel\n\nAnalysts pointed to the sale of a Sydney hotel, in Australia, to Japanese interests for 145 million dollars.", set()),
    ("Gold\n\nThe volume of trades in Switzerland fell while that in Luxembourg rose 25 pct.", set()),
    ("Cars\n\nA maker's exports from Japan to the U.S. rose to 1.01 million.", set()),
    ("Drugs\n\nSarget Ltd had 1987 sales in France and Belgium of 730 million francs. Degussa AG wants to buy Sarget Ltd.", set()),
    ("Balance\n\nThe Japanese sold Britain 5.8 billion dollars more than they bought.", set()),
    ("Cash\n\nPoland has a dwindling trade surplus with the United States. Last year it was one billion dollars.", set()),
    ("Gaps\n\nThe United States last year had large deficits with three of its trading partners: Peru 7.1 billion dollars, Chile 6.4 billion and Bolivia 2.1 billion.", set()),
    ("Shopping\n\nTaiwan sends buyers. Last year Taiwan's buyers purchased about 4.5 billion dollars worth of goods from Japan and about 1.8 billion from the United States.", {"trade_figures JPN TWN", "trade_figures TWN USA"}),
    ("Rings\n\nThe maker's export of rings from Australia to Japan rose, with 15 million dollars invested in 1987 to expand output.", set()),
    ("Oils\n\nA tax on imported seeds is to bring in two billion dollars, which would burden Dutch and Danish farmers.", set()),
    ("Meat\n\nBotswana barred beef imports from Zambia, threatening a loss of at least one million dollars in exports.", set()),
    # works
    ("War\n\nIraqi troops fought Iran's near the city. Artillery fired. Iraq's warplanes raided an oilfield in Iran. A Baghdad communique said Iran's offensive failed; casualties were high.", set()),
    ("Gulf\n\nIran launched a barrage of threats against the United States.", set()),
    ("Insurer goes abroad\n\nJapan's largest insurer plans to set up a wholly owned investment unit in the United States.", set()),
    ("Egypt to build for Uganda\n\nEgypt has agreed to build two housing estates in Uganda.", {"joint_projects EGY UGA"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("text", "wanted"), FACTS)
def test_facts_between_states(extractor: Extractor, text: str, wanted: set[str]) -> None:
    claims = [s.claim for s in extractor.extract(Document("example", text, PartialDate.parse("1988-06-15"))).statements]
    told = {" ".join((c.kind.value, *c.parties)) for c in claims if not isinstance(c, Leader | Visit)}
    assert told == wanted


VISITS = [
    ("Minister tours\n\nBrazilian Finance Minister Dilson Funaro is on a trip to Europe, Argentine bankers said.", set()),
    ("Tea\n\nIndian Trade Minister Ravi Nath answered a question after traders in London had said that prices fell.", set()),
    ("Trade talks\n\nNew Zealand's Trade Minister Mike Moore said ministers declared in Uruguay last year that duties would fall.", set()),
    ("Debt\n\nThe Peruvian finance minister, Luis Alva, is unlikely to come to the United States, an aide said.", set()),
    ("Oil\n\nThe news agency, monitored in Nicosia, quoted Iranian Oil Minister Gholamreza Aqazadeh as saying so.", set()),
    ("Polls\n\nAfter the two-day elections, which ended yesterday, Finland's Prime Minister Kalevi Sorsa may go, Soviet papers say.", set()),
    ("Oil minister in Cairo\n\nUAE Oil Minister Mana Said al-Oteiba arrived in Cairo, Egypt, on Monday for talks.", {"Mana Said al-Oteiba ARE EGY"}),
    ("Plans\n\nAsked if he planned to go to the United States in July, Japan's Finance Minister Kenji Mori said he would decide later. Prime Minister Yasuhiro Nakasone rests.", set()),
    ("Currencies\n\nBritain's Foreign Secretary Geoffrey Howe said the meeting of six leading nations in Paris last month agreed on little.", set()),
    ("Farms\n\nHis remarks followed a statement by Secretary of State George Shultz last week urging farm trade be a topic during the upcoming summit in Venice.", set()),
    ("Arms\n\nPresident Ronald Reagan announced he is sending Secretary of State George Shultz to Moscow for talks with Foreign Minister Eduard Shevardnadze.", {"George Shultz USA SUN"}),
    ("Grain\n\nFrench Prime Minister Jacques Chirac, on a visit last week with President Ronald Reagan, spoke of grain prices.", {"Jacques Chirac FRA USA"}),
    ("Work\n\nCanada and the United States talk. There's a lot of work to be done, Trade Representative Clayton Yeutter added.", set()),
    ("Shots\n\n\"It shows their fear; President Ronald Reagan needs it,\" said Prime Minister Mir-Hossein Mousavi of Iran after a cabinet meeting in Tehran.", set()),
    ("Farm talks\n\nU.S. Agriculture Secretary Richard Lyng will visit Japan in July.", {"Richard Lyng USA JPN"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), VISITS)
def test_visits(extractor: Extractor, text: str, wanted: set[str]) -> None:
    claims = [s.claim for s in extractor.extract(Document("example", text, PartialDate.parse("1988-06-15"))).statements]
    assert {f"{c.leader} {c.country} {c.host}" for c in claims if isinstance(c, Visit)} == wanted
