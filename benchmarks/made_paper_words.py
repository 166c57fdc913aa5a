"""The wordings from which `made_papers.py` makes articles; of each list every third is kept for the closed set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """A state, who speaks for it, and some things that belong to it."""

    code: str
    name: str
    adjective: str
    capital: str
    leader: str
    title: str  # "President"
    ministers: tuple[str, str]
    firm: str
    town: str

    @property
    def surname(self) -> str:
        return self.leader.split()[-1]


STATES = [
    State(
        "KAZ",
        "Kazakhstan",
        "Kazakh",
        "Astana",
        "Kassym-Jomart Tokayev",
        "President",
        ("Daniyar Sadykov", "Aigul Omarova"),
        "Altyn Dala",
        "Karaganda",
    ),
    State(
        "UZB",
        "Uzbekistan",
        "Uzbek",
        "Tashkent",
        "Shavkat Mirziyoyev",
        "President",
        ("Rustam Aliyorov", "Jasur Nazarov"),
        "Zarafshon Guruh",
        "Samarkand",
    ),
    State(
        "TUR",
        "Türkiye",
        "Turkish",
        "Ankara",
        "Recep Tayyip Erdoğan",
        "President",
        ("Kemal Aydoğan", "Selin Tunç"),
        "Demirkaya Holding",
        "Bursa",
    ),
    State(
        "AZE",
        "Azerbaijan",
        "Azerbaijani",
        "Baku",
        "Ilham Aliyev",
        "President",
        ("Elnur Babazade", "Kamran Hasanli"),
        "Xezer Holding",
        "Ganja",
    ),
    State(
        "VNM",
        "Vietnam",
        "Vietnamese",
        "Hanoi",
        "To Lam",
        "President",
        ("Nguyen Duc Hoa", "Pham Thi Mai"),
        "Song Da Mekong",
        "Da Nang",
    ),
    State(
        "IDN",
        "Indonesia",
        "Indonesian",
        "Jakarta",
        "Prabowo Subianto",
        "President",
        ("Bambang Wirawan", "Dewi Kusnandar"),
        "Nusantara Karya",
        "Surabaya",
    ),
    State(
        "KEN",
        "Kenya",
        "Kenyan",
        "Nairobi",
        "William Ruto",
        "President",
        ("Peter Mwangale", "Grace Wanjohi"),
        "Savanna Holdings",
        "Mombasa",
    ),
    State(
        "RWA",
        "Rwanda",
        "Rwandan",
        "Kigali",
        "Paul Kagame",
        "President",
        ("Eric Habimana", "Alice Uwase"),
        "Virunga Group",
        "Huye",
    ),
    State(
        "EGY",
        "Egypt",
        "Egyptian",
        "Cairo",
        "Abdel Fattah el-Sisi",
        "President",
        ("Tarek Mansour", "Hoda Ramzy"),
        "Delta Nasr",
        "Alexandria",
    ),
    State(
        "FRA",
        "France",
        "French",
        "Paris",
        "Emmanuel Macron",
        "President",
        ("Luc Delmas", "Claire Vauquier"),
        "Rhonelec",
        "Lyon",
    ),
    State(
        "SRB",
        "Serbia",
        "Serbian",
        "Belgrade",
        "Aleksandar Vučić",
        "President",
        ("Nenad Ilić", "Jelena Kostić"),
        "Morava Put",
        "Novi Sad",
    ),
    State(
        "HUN",
        "Hungary",
        "Hungarian",
        "Budapest",
        "Viktor Orbán",
        "Prime Minister",
        ("Gábor Halmos", "Zsófia Bánki"),
        "Tisza Holding",
        "Debrecen",
    ),
    State(
        "IND",
        "India",
        "Indian",
        "New Delhi",
        "Narendra Modi",
        "Prime Minister",
        ("Anil Deshpande", "Meera Krishnan"),
        "Bharani Sons",
        "Pune",
    ),
    State(
        "MNG",
        "Mongolia",
        "Mongolian",
        "Ulaanbaatar",
        "Ukhnaagiin Khurelsukh",
        "President",
        ("Batbold Ganzorig", "Oyuun Tserendorj"),
        "Altai Nuurs",
        "Darkhan",
    ),
    State(
        "KGZ",
        "Kyrgyzstan",
        "Kyrgyz",
        "Bishkek",
        "Sadyr Japarov",
        "President",
        ("Nurlan Asanov", "Gulnara Toktosheva"),
        "Ala-Too Suu",
        "Osh",
    ),
    State(
        "TJK",
        "Tajikistan",
        "Tajik",
        "Dushanbe",
        "Emomali Rahmon",
        "President",
        ("Farrukh Sharipov", "Zarina Qodirova"),
        "Pomir Sodiq",
        "Khujand",
    ),
    State(
        "PAK",
        "Pakistan",
        "Pakistani",
        "Islamabad",
        "Shehbaz Sharif",
        "Prime Minister",
        ("Imran Qureshi", "Saima Bukhari"),
        "Indus Brothers",
        "Lahore",
    ),
    State(
        "MYS",
        "Malaysia",
        "Malaysian",
        "Kuala Lumpur",
        "Anwar Ibrahim",
        "Prime Minister",
        ("Azman Rashid", "Lim Siew Ling"),
        "Selat Jaya",
        "Johor Bahru",
    ),
    State(
        "SEN",
        "Senegal",
        "Senegalese",
        "Dakar",
        "Bassirou Diomaye Faye",
        "President",
        ("Moussa Ndiaye", "Awa Thiam"),
        "Teranga Ciment",
        "Thiès",
    ),
    State(
        "ZMB",
        "Zambia",
        "Zambian",
        "Lusaka",
        "Hakainde Hichilema",
        "President",
        ("Chanda Mulenga", "Ruth Banda"),
        "Kafue Partners",
        "Kitwe",
    ),
    State(
        "FIN",
        "Finland",
        "Finnish",
        "Helsinki",
        "Alexander Stubb",
        "President",
        ("Mikko Lahtela", "Anna Virtamo"),
        "Saimaa Oy",
        "Tampere",
    ),
    State(
        "GRC",
        "Greece",
        "Greek",
        "Athens",
        "Kyriakos Mitsotakis",
        "Prime Minister",
        ("Nikos Vlachos", "Eleni Doukas"),
        "Aegean Sigma",
        "Thessaloniki",
    ),
    State(
        "BRA",
        "Brazil",
        "Brazilian",
        "Brasilia",
        "Luiz Inácio Lula da Silva",
        "President",
        ("Paulo Teles", "Marina Couto"),
        "Cerrado Irmãos",
        "Curitiba",
    ),
    State(
        "MAR",
        "Morocco",
        "Moroccan",
        "Rabat",
        "Aziz Akhannouch",
        "Prime Minister",
        ("Youssef Lahlou", "Salma Bennis"),
        "Atlas Frères",
        "Fez",
    ),
]

# what a paper is on, and the codes of its sectors
TOPICS: list[tuple[str, tuple[str, ...]]] = [
    ("tourism", ("tourism",)),
    ("the recognition of university diplomas", ("education",)),
    ("plant quarantine", ("agriculture",)),
    ("air services", ("aviation",)),
    ("extradition", ("justice",)),
    ("the fight against drug trafficking", ("security",)),
    ("health care", ("health",)),
    ("nuclear safety", ("nuclear",)),
    ("youth policy", ("youth",)),
    ("sport", ("sport",)),
    ("military-technical matters", ("defence",)),
    ("archives", ("archives",)),
    ("rail freight", ("transport",)),
    ("customs matters", ("customs",)),
    ("the avoidance of double taxation", ("finance",)),
    ("disaster relief", ("emergencies",)),
    ("veterinary control", ("agriculture",)),
    ("information technology", ("technology",)),
    ("renewable energy", ("energy",)),
    ("geology", ("mining",)),
    ("the exchange of television programmes", ("media",)),
    ("cultural exchanges", ("culture",)),
    ("social insurance", ("social",)),
    ("consular matters", ("diplomacy",)),
    ("housing construction", ("construction",)),
    ("climate change", ("environment",)),
    ("the textile industry", ("industry",)),
    ("the protection of investments", ("investment",)),
    ("irrigation", ("water",)),
    ("vocational training", ("education",)),
    ("road haulage", ("transport",)),
    ("the transfer of convicted persons", ("justice",)),
]

NOUNS = [
    ("agreement", "agreement"),
    ("memorandum of understanding", "memorandum"),
    ("protocol", "protocol"),
    ("memorandum", "memorandum"),
    ("programme of cooperation", "programme"),
    ("accord", "agreement"),
    ("roadmap", "roadmap"),
    ("action plan", "programme"),
    ("memorandum of cooperation", "memorandum"),
]

LEVELS = [
    ("strategic partnership", "strategic_partnership"),
    ("comprehensive strategic partnership", "comprehensive_strategic_partnership"),
    ("alliance", "alliance"),
    ("comprehensive partnership", "comprehensive_partnership"),
    ("enhanced strategic partnership", "enhanced_strategic_partnership"),
]

NUMBERS = {
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
    14: "14",
    15: "15",
    17: "17",
    21: "21",
}

# {X} host, {Y} guest, {Xa} {Ya} adjectives, {LX} {LY} leaders with title, {city}, {day} " on Tuesday" or ""
EVENTS = {
    "visit": [
        "{LY} of {Y}, who is on an official visit to {X}, was received by {LX} in {city}{day}.",
        "{LX} received {LY} of {Y} in {city}{day}.",
        "{LY} of {Y} paid an official visit to {X}{day}, where {LX} met him in {city}.",
        "{Xa} {LX} held talks with {Ya} {LY} in {city}{day}.",
        "In {city}, {LX} of {X} held talks{day} with {LY} of {Y}.",
        "{LX} of {X} and {LY} of {Y} met in {city}{day}.",
    ],
    "commission": [
        "The sixth session of the {X}-{Y} intergovernmental commission on trade and economic cooperation was held in {city}{day}.",
        "The {Xa}-{Ya} intergovernmental commission met in {city}{day} for its ninth session.",
        "{city} hosted the regular session of the {Xa}-{Ya} intergovernmental commission{day}.",
        "In {city}, {Xa} Trade Minister {MX} and {Ya} Trade Minister {MY} chaired a session of the joint commission{day}.",
    ],
    "forum": [
        "A {Xa}-{Ya} business forum took place in {city}{day}.",
        "Some 200 entrepreneurs from {X} and {Y} gathered in {city}{day} for a business forum.",
        "{city} was the venue{day} of an investment forum of {X} and {Y}.",
    ],
    "ministers": [
        "Foreign Minister {MX} of {X} and his {Ya} counterpart {MY} held talks in {city}{day}.",
        "{Ya} Foreign Minister {MY} met {Xa} Foreign Minister {MX} in {city}{day}.",
        "Talks between the foreign ministers of {X} and {Y}, {MX} and {MY}, were held in {city}{day}.",
    ],
}
CALLS = [
    "{LX} of {X} spoke by telephone with {LY} of {Y}{day}.",
    "{LX} of {X} had a telephone conversation with {LY} of {Y}{day}.",
    "A telephone conversation took place{day} between {LX} of {X} and {LY} of {Y}.",
]

# the day of a paper told by the event: same day
SAME = [
    "At the end of the talks",
    "After the meeting",
    "The same day",
    "Following the talks",
    "On the sidelines of the meeting",
    "In the presence of the {heads}",
    "Later in the day",
    "As a result of the negotiations",
    "In the course of the meeting",
]
SINGLE = [
    "{same}, the two sides signed {a} {title}.",
    "{same}, {a} {title} was signed.",
    "{same}, {Xa} minister {MX2} and {Ya} minister {MY2} signed {a} {title}.",
    "{same}, the parties concluded {a} {title}.",
    "{same}, {a} {title} was signed by the ministers of the two countries.",
    "{same}, the signing of {a} {title} took place.",
]
SEVERAL = [
    "{same}, the sides signed {a1} {t1}, {a2} {t2} and {a3} {t3}.",
    "{same}, {a1} {t1}, {a2} {t2} and {a3} {t3} were signed.",
    "{same}, ministers put their signatures to {a1} {t1} and {a2} {t2}, as well as {a3} {t3}.",
    "{same}, {a1} {t1} was signed, along with {a2} {t2} and {a3} {t3}.",
]
BULLET_HEADS = [
    "{same}, the following documents were signed:",
    "{same}, {n} documents were signed:",
    "The sides signed {n} documents:",
    "{same}, the ministers exchanged the following documents:",
    "The following documents were signed in {city}:",
]
COUNTED = [
    "{same}, {n} documents were signed, among them {a1} {t1} and {a2} {t2}.",
    "{same}, the sides signed {n} documents, including {a1} {t1} and {a2} {t2}.",
    "{same}, {n} documents were signed. Among them are {a1} {t1} and {a2} {t2}.",
    "{same}, the two sides concluded {n} agreements. One of them is {a1} {t1}, another {a2} {t2}.",
    "{same}, {n} bilateral documents were exchanged, in particular {a1} {t1} and {a2} {t2}.",
]
FIELDS = [
    "{same}, {n} agreements were signed in the fields of {s1}, {s2} and {s3}.",
    "{same}, the sides signed {n} documents. They cover {s1}, {s2} and {s3}.",
    "{same}, {n} documents on {s1}, {s2} and {s3} were signed.",
    "{same}, the two governments signed {n} documents, concerning {s1}, {s2} and {s3}.",
]
FIELD_NAMES = [
    ("tourism", "tourism"),
    ("transport", "transport"),
    ("education", "education"),
    ("agriculture", "agriculture"),
    ("health", "health"),
    ("energy", "energy"),
    ("culture", "culture"),
    ("mining", "mining"),
    ("sport", "sport"),
    ("customs", "customs"),
    ("space", "space"),
    ("water management", "water"),
    ("finance", "finance"),
]
QUALIFIED = [
    ("more than {n}", "over"),
    ("about {n}", "about"),
    ("over {n}", "over"),
    ("nearly {n}", "under"),
    ("some {n}", "about"),
    ("at least {n}", "over"),
]

# a paper told first, its day and place afterwards
LEADS = [
    "{X} and {Y} have signed {a} {title}.",
    "{X} and {Y} signed {a} {title}.",
    "{Y} and {X} have concluded {a} {title}.",
    "{A} {title} has been signed by {X} and {Y}.",
    "{X} has signed {a} {title} with {Y}.",
]
LEAD_TAILS = [
    "The document was signed in {city}{day} during talks between {LX} and {LY}.",
    "The ceremony was held in {city}{day} in the presence of {LX} and {LY}.",
    "It was signed{day} in {city}, where {LX} received {LY}.",
    "The signing took place in {city}{day} during the visit of {LY}.",
    "The ministers {MX2} and {MY2} put their signatures to it in {city}{day}.",
]
PLACE_TOLD = [
    "The documents were signed in {city}.",
    "The signing ceremony was held in {city}.",
    "The ceremony took place at the government residence in {city}.",
]
EARLIER_DAY = [
    "A day earlier, the energy ministers of the two countries signed {a} {title}.",
    "A day earlier, {a} {title} was signed there.",
    "The day before, {MX2} and {MY2}, the ministers of {X} and {Y}, signed {a} {title}.",
]
CONTRACTS = [
    "{same}, the {Ya} company {FY} and {FX} of {X} signed a contract worth {sum} for the supply of {goods}.",
    "{same}, {FX}, a {Xa} company, signed a {sum} contract with {FY} of {Y} for the supply of {goods}.",
    "{same}, a contract for the supply of {goods}, valued at {sum}, was signed by {Xa} firm {FX} and {Ya} firm {FY}.",
]
GOODS = [("railway cars", "transport"), ("medicines", "health"), ("transformers", "energy"), ("buses", "transport")]
BODIES = [
    (
        "{same}, the {Xa} Ministry of Health and the {Ya} Ministry of Health signed {a} {title}.",
        ("health",),
        "{Xa} and {Ya} ministries of health",
    ),
    (
        "{same}, the University of {tX} and the University of {tY} signed {a} {title}.",
        ("education",),
        "the universities of {tX} and {tY}",
    ),
    ("{same}, the cities of {tX} and {tY} signed {a} {title}.", ("regional",), "the cities of {tX} and {tY}"),
    (
        "{same}, {a} {title} was signed between the {Xa} and {Ya} customs services.",
        ("customs",),
        "{Xa} and {Ya} customs services",
    ),
    (
        "{same}, the chambers of commerce of {X} and {Y} signed {a} {title}.",
        ("trade",),
        "the chambers of commerce of {X} and {Y}",
    ),
    ("{same}, the national archives of the two countries signed {a} {title}.", ("archives",), "national archives"),
]
IN_FORCE = [
    "The {title}, signed in {year}, came into force in January.",
    "The parliament of {X} has ratified the {title} of {year} with {Y}.",
    "The {title} which the two countries signed in {year} has entered into force.",
    "The sides welcomed the entry into force of the {title} signed in {year}.",
]
TO_SIGN = [
    "{A} {title} is to be signed in {capY} in {month}.",
    "In {month}, when {LX} visits {Y}, the sides plan to sign {a} {title}.",
    "The sides intend to sign {a} {title} in {month} in {capY}.",
    "{A} {title} is expected to be signed in {month}.",
    "{A} {title} will be signed in {capY} in {month}, the ministry said.",
]
DISCUSSED = [
    "The sides are negotiating {a} {title}.",
    "The sides discussed the draft of {a} {title}.",
    "Work continues on {a} {title}.",
    "{LY} proposed concluding {a} {title}.",
    "{A} {title} is under discussion.",
]
OLDER = [
    "In {year} the two countries signed {a} {title}.",
    "In {year}, in {capY}, {X} and {Y} signed {a} {title}.",
    "The previous document, {a} {title}, was signed in {capY} in {mdate}.",
    "{A} {title} was signed during the visit of {LX} to {capY} in {mdate}.",
    "{A} {title} between {X} and {Y} was signed in {year}.",
]
THIRD = [
    "A week earlier, {Y} signed {a} {title} with {Z} in {capZ}.",
    "In {year}, {Y} signed {a} {title} with {Z}.",
    "{Z} and {X} signed {a} {title} in {capZ} in {mdate}.",
    "Earlier, in {mdate}, {X} and {Z} concluded {a} {title}.",
    "{Y} has had {a} {title} with {Z} since {year}.",
]
TRIPLE = [
    "In {year}, {X}, {Y} and {Z} signed {a} {title}.",
    "{X}, {Y} and {Z} concluded {a} {title} in {capZ} in {mdate}.",
    "A trilateral {title} was signed by {X}, {Y} and {Z} in {year}.",
]
DECLARED = [
    ("{same}, the {heads} signed a joint declaration on {level}.", "joint_declaration", True),
    ("{same}, the {heads} adopted a joint statement.", "joint_statement", False),
    ("{same}, {LX} and {LY} signed a treaty on {level}.", "treaty", True),
    ("{same}, a joint statement was adopted.", "joint_statement", False),
    ("{same}, the {heads} agreed to raise relations to the level of {level}.", "other", True),
    ("{same}, a joint declaration on the establishment of {level} was signed.", "joint_declaration", True),
    ("{same}, {LX} and {LY} signed a joint declaration on {level}.", "joint_declaration", True),
    ("{same}, the sides issued a joint communiqué.", "communique", False),
    ("{same}, relations were elevated to {level}.", "other", True),
]
OLD_LEVEL = [
    "The two countries have been strategic partners since {year}, when a declaration on strategic partnership was signed in {capY}.",
    "A declaration on strategic partnership was signed by the two countries in {year}.",
    "In {year} {X} and {Y} signed a declaration on strategic partnership.",
]
FIGURES = [
    "Trade between {X} and {Y} {came} {sum} {per}{growth}.",
    "Bilateral trade {came} {sum} {per}{growth}.",
    "The trade turnover of the two countries {came} {sum} {per}{growth}.",
    "{Per}, mutual trade {came} {sum}{growth}.",
    "According to official data, trade between the two countries {came} {sum} {per}{growth}.",
    "{Per}, trade turnover between {X} and {Y} {came} {sum}{growth}.",
]
CAME = [
    ("reached {s}", "exact"),
    ("exceeded {s}", "over"),
    ("amounted to {s}", "exact"),
    ("was about {s}", "about"),
    ("totalled {s}", "exact"),
    ("came to nearly {s}", "under"),
]
GROWTH = [
    (", up {g} percent", 1),
    (", which is {g} percent more than a year earlier", 1),
    (", a rise of {g} percent", 1),
    (", down {g} percent", -1),
    (", an increase of {g} percent over the previous year", 1),
    (", {g} percent less than the year before", -1),
]
FLOWS = [
    "{Ya} exports to {X} were {sum} {per}.",
    "{Y} exported goods worth {sum} to {X} {per}.",
    "Exports from {Y} to {X} stood at {sum} {per}.",
]
BACKGROUND = [
    "By comparison, trade between {X} and {Z} stood at {sum} {per}.",
    "{Y}'s trade with {Z} was {sum} {per}.",
    "Trade of {X} with {Z} came to {sum} {per}.",
]
OLD_FIGURES = [
    "In {year} it was {sum}.",
    "Trade had been {sum} in {year}.",
    "The figure for {year} was {sum}.",
]
TARGETS = [
    ("The sides agreed to bring bilateral trade to {sum} by {due}.", True),
    ("{LX} said that trade should be raised to {sum}.", False),
    ("The goal is to increase mutual trade to {sum} by {due}.", True),
    ("The two sides set a target of {sum} in bilateral trade by {due}.", True),
    ("The parties intend to raise trade turnover to {sum} in the coming years.", False),
    ("{LY} noted that the two countries aim to reach {sum} in trade by {due}.", True),
]
TWO_STEPS = [
    "The sides agreed to bring trade first to {sum} and then to {sum2}.",
    "The {heads} instructed the governments to raise trade to {sum} and, in the longer term, to {sum2}.",
    "The task was set to increase trade to {sum} by {due}, and to {sum2} by {due2}.",
]
DOUBLES = [
    "The sides agreed to double bilateral trade by {due}.",
    "The two countries plan to double their trade by {due}.",
    "{LX} spoke in favour of doubling mutual trade by {due}.",
]
OLD_TARGETS = [
    "In {year} the two countries set the goal of bringing trade to {sum}.",
    "In {year}, the two governments had agreed to raise trade to {sum}.",
    "A target of {sum} in bilateral trade was set in {year}.",
]
PROJECTS = [
    ("{n} joint projects worth {sum} are being implemented in the two countries.", "done"),
    ("The two countries are carrying out {n} joint projects worth {sum}.", "done"),
    ("The sides plan to carry out {n} joint projects worth {sum}.", "planned"),
    ("{n} joint projects with a total value of {sum} are under way.", "done"),
    ("{n} joint projects worth {sum} are to be launched.", "planned"),
    ("A list of {n} joint projects totalling {sum} is to be implemented.", "planned"),
]
MILESTONES = [
    ("Diplomatic relations between {X} and {Y} were established on {full}.", "relations_established"),
    ("{Y} opened its embassy in {capX} in {year}.", "embassy_opened"),
    ("{X} and {Y} established diplomatic relations in {year}.", "relations_established"),
    ("The two countries set up an intergovernmental commission in {year}.", "council_established"),
    ("{X} recognised the independence of {Y} in {year}.", "recognition"),
    ("The embassy of {X} in {capY} was opened in {year}.", "embassy_opened"),
]
FILLERS = [
    "The sides also exchanged views on regional issues.",
    "The interlocutors praised the dynamics of cooperation.",
    "{LX} thanked the guests for their hospitality during his earlier trips.",
    "Special attention was paid to cooperation between regions.",
    "The parties discussed the situation in the region.",
    "Members of the delegations took part in the talks.",
]
HEADLINES = [
    "{X}, {Y} discuss cooperation",
    "{X} and {Y} look to closer ties",
    "{city} hosts {X}-{Y} talks",
    "Documents signed",
    "{X}-{Y}: results of the talks",
]
