"""Wordings of the made articles of `made_visits.py`; every third of a list is of the second set, which is only scored.

Slots: {A} {B} {C} ... a person as subject, {A:o} as object, {A:p} possessive; {Y} the host state, {X} the guest's;
{Y:adj}, {Y:cap} its adjective and capital; {place} where; {on:arr} a day; {kind}, {a_kind}, {len}.
"""

from __future__ import annotations

STATES = {
    "KEN": ("Kenya", "Kenyan", "Nairobi", "Mombasa"),
    "PER": ("Peru", "Peruvian", "Lima", "Cusco"),
    "KAZ": ("Kazakhstan", "Kazakh", "Astana", "Almaty"),
    "POL": ("Poland", "Polish", "Warsaw", "Krakow"),
    "VNM": ("Vietnam", "Vietnamese", "Hanoi", "Da Nang"),
    "GHA": ("Ghana", "Ghanaian", "Accra", "Kumasi"),
    "CHL": ("Chile", "Chilean", "Santiago", "Valparaiso"),
    "TUR": ("Türkiye", "Turkish", "Ankara", "Istanbul"),
    "MAR": ("Morocco", "Moroccan", "Rabat", "Marrakech"),
    "SRB": ("Serbia", "Serbian", "Belgrade", "Novi Sad"),
    "UZB": ("Uzbekistan", "Uzbek", "Tashkent", "Samarkand"),
    "FIN": ("Finland", "Finnish", "Helsinki", "Tampere"),
    "NPL": ("Nepal", "Nepali", "Kathmandu", "Pokhara"),
    "EGY": ("Egypt", "Egyptian", "Cairo", "Alexandria"),
    "COL": ("Colombia", "Colombian", "Bogota", "Cartagena"),
    "IDN": ("Indonesia", "Indonesian", "Jakarta", "Surabaya"),
    "ZMB": ("Zambia", "Zambian", "Lusaka", "Livingstone"),
    "MNG": ("Mongolia", "Mongolian", "Ulaanbaatar", "Darkhan"),
    "BGR": ("Bulgaria", "Bulgarian", "Sofia", "Plovdiv"),
    "SEN": ("Senegal", "Senegalese", "Dakar", "Saint-Louis"),
    "JOR": ("Jordan", "Jordanian", "Amman", "Aqaba"),
    "LAO": ("Laos", "Lao", "Vientiane", "Luang Prabang"),
    "HRV": ("Croatia", "Croatian", "Zagreb", "Split"),
    "TZA": ("Tanzania", "Tanzanian", "Dodoma", "Dar es Salaam"),
}
# full name, state, office, gender
PEOPLE = (
    ("William Ruto", "KEN", "head_of_state", "m"),
    ("Dina Boluarte", "PER", "head_of_state", "f"),
    ("Kassym-Jomart Tokayev", "KAZ", "head_of_state", "m"),
    ("Olzhas Bektenov", "KAZ", "head_of_government", "m"),
    ("Andrzej Duda", "POL", "head_of_state", "m"),
    ("Donald Tusk", "POL", "head_of_government", "m"),
    ("Pham Minh Chinh", "VNM", "head_of_government", "m"),
    ("Kwabena Ofori Mensah", "GHA", "head_of_state", "m"),
    ("Gabriel Boric", "CHL", "head_of_state", "m"),
    ("Recep Tayyip Erdogan", "TUR", "head_of_state", "m"),
    ("Aziz Akhannouch", "MAR", "head_of_government", "m"),
    ("Aleksandar Vucic", "SRB", "head_of_state", "m"),
    ("Milica Jovanovic", "SRB", "head_of_government", "f"),
    ("Shavkat Mirziyoyev", "UZB", "head_of_state", "m"),
    ("Alexander Stubb", "FIN", "head_of_state", "m"),
    ("Petteri Orpo", "FIN", "head_of_government", "m"),
    ("Bishnu Raj Adhikari", "NPL", "head_of_government", "m"),
    ("Abdel Fattah el-Sisi", "EGY", "head_of_state", "m"),
    ("Gustavo Petro", "COL", "head_of_state", "m"),
    ("Bambang Wiryawan", "IDN", "head_of_state", "m"),
    ("Hakainde Hichilema", "ZMB", "head_of_state", "m"),
    ("Ukhnaagiin Khurelsukh", "MNG", "head_of_state", "m"),
    ("Rumen Radev", "BGR", "head_of_state", "m"),
    ("Aminata Diallo Sarr", "SEN", "head_of_government", "f"),
    ("Bisher Khasawneh", "JOR", "head_of_government", "m"),
    ("Sonexay Siphandone", "LAO", "head_of_government", "m"),
    ("Andrej Plenkovic", "HRV", "head_of_government", "m"),
    ("Samia Suluhu Hassan", "TZA", "head_of_state", "f"),
)
MINISTERS = (
    ("Peter Wanjala", "KEN", "foreign_minister", "m"),
    ("Lucia Paredes Quispe", "PER", "foreign_minister", "f"),
    ("Murat Nurtleu", "KAZ", "foreign_minister", "m"),
    ("Radoslaw Sikorski", "POL", "foreign_minister", "m"),
    ("Tran Quoc Viet", "VNM", "foreign_minister", "m"),
    ("Yaw Boateng", "GHA", "minister", "m"),
    ("Alberto van Klaveren", "CHL", "foreign_minister", "m"),
    ("Hakan Fidan", "TUR", "foreign_minister", "m"),
    ("Nasser Bourita", "MAR", "foreign_minister", "m"),
    ("Elina Valtonen", "FIN", "foreign_minister", "f"),
    ("Hany Mostafa", "EGY", "foreign_minister", "m"),
    ("Joseph Mwale", "ZMB", "foreign_minister", "m"),
    ("Batmunkh Battsetseg", "MNG", "foreign_minister", "f"),
    ("Ayman Safadi", "JOR", "foreign_minister", "m"),
    ("Goran Kovacic", "HRV", "minister", "m"),
)
TITLES = {
    "head_of_state": "President",
    "head_of_government": "Prime Minister",
    "foreign_minister": "Foreign Minister",
    "minister": "Defence Minister",
}
FIRST_NAMES = ("{adj} {title} {name}", "{title} {name} of {state}", "{state}'s {title} {name}", "{adj} {title} {name}")
FIRST_AS_SUBJECT = ("The {role} of {state}, {name},", "{name}, the {adj} {role},", "{name}, {role} of {state},")
LATER_NAMES = ("{last}", "{title} {last}", "the {adj} {role}", "{last}", "the {adj} leader", "{state}'s {role}")

# ------------------------------------------------------------------ a visit made
DONE_LEADS = (
    "{A} arrived in {place} {on:arr} on {a_len} {kind} visit",
    "{A} flew into {place} {on:arr} for talks with {B:o}",
    "{A} touched down in {place} {on:arr} at the start of {a_kind} visit",
    "{On:arr}, {A} landed in {place} for talks with {B:o}",
    "{A} is in {place} on {a_kind} visit",
    "{B} received {A:o} in {place} {on:talk}",
    "{A} and {B} held talks in {place} {on:talk}",
    "{A} met {B:o} in {place} {on:talk}, on {a_len} visit to {Y}",
    "{A} has begun {a_kind} visit to {Y}",
    "{A} began {a_len} {kind} visit to {Y} {on:arr}",
    "{B} welcomed {A:o} to {place} {on:arr}",
    "{A} has come to {Y} for talks on trade and transport",
    "{A} and {B} agreed in {place} {on:talk} to build more roads across the mountains",
    "{B} hosted {A:o} for talks in {place} {on:talk}",
    "A guard of honour greeted {A:o} in {place} {on:arr}",
    "{A} is visiting {Y}",
    "{A} called for an early start to work on a new port after {A:he} sat down with {B:o} in {place} {on:talk}",
    "{A} paid {a_kind} visit to {Y} {range}",
    "{A} visited {Y} {range} at the invitation of {B:o}",
    "{A} promised {B:o} more grain {on:talk} when the two met in {place}",
    "Talks between {A} and {B} in {place} {on:talk} turned on energy",
)
ARRIVALS = (
    "{A} had landed in {place} {on:arr}",
    "{A} arrived in {Y} {on:arr}",
    "{A:p} plane touched down {on:arr}",
    "{A} came {on:arr} with a large group of businessmen",
    "{A} was met at the airport {on:arr} by the {Y:adj} foreign minister",
    "The visit began {on:arr} with a wreath-laying at the war memorial",
    "{B} had greeted {A:o} at the airport {on:arr}",
    "{A} reached {place} {on:arr}",
    "{A}, who flew in {on:arr}, was given a ceremonial welcome",
    "The visit opened {on:arr}",
    "{A} arrived {on:arr}",
    "The guest had arrived {on:arr} to a twenty-one-gun salute",
)
TALKS = (
    "{On:talk} {A} and {B} met at the presidential palace",
    "{On:talk}, the two leaders talked for three hours, first alone and then with their delegations",
    "{A} held talks with {B:o} {on:talk}",
    "{B} received {A:o} {on:talk}",
    "The talks with {B:o} took place {on:talk} in {place}",
    "{On:talk}, {A} sat down with {B:o} to go through a list of joint projects",
    "{A} and {B} met {on:talk} and discussed energy, transport and water",
    "{On:talk}, {B} gave a dinner for {A:o}",
    "{B} saw {A:o} {on:talk}, and the two spoke to reporters afterwards",
    "{A} addressed parliament {on:talk}",
    "{On:talk}, {A} met the speaker of parliament and students of the national university",
    "{A} was received by {B:o} {on:talk}",
)
KINDS = (
    "During the {kind} visit the sides are looking at ways to ease trade",
    "{Y} attaches great weight to the {kind} visit, {B} said",
    "Energy and water were at the top of the agenda of {A:p} {kind} visit",
    "It is {A:p} first {kind} visit to {Y} as leader",
    "Some forty businessmen accompany {A:o} on the {kind} visit",
    "The {kind} visit is meant to give a push to trade, {B} said",
    "The talks were the main event of {A:p} {kind} visit to {Y}",
    '"This {kind} visit opens a new page," {B} said',
    "{A} is on {a_kind} visit to {Y}",
)
ENDS_AHEAD = (
    "{A} is due to leave {on:end}",
    "{A} will fly home {on:end}",
    "The visit ends {on:end}",
    "The visit will last until {end}",
    "{A} is to return to {X:cap} {on:end}",
    "{A} will stay in {Y} until {end}",
    "The visit runs until {end}",
    "{A:p} stay is to end {on:end}",
    "The visit, which lasts {n_days}, is {A:p} longest abroad this year",
    "{A} is to spend {n_days} in {Y}",
    "The visit is to last {n_days}",
    "{A} will be in {Y} for {n_days}",
)
ENDS_BEHIND = (
    "{A} left {Y} {on:end}",
    "{A} flew home {on:end}",
    "The visit ended {on:end}",
    "{On:end}, {A} returned to {X:cap}",
    "The visit, which lasted {n_days}, was {A:p} longest abroad this year",
    "{A} wound up the visit {on:end}",
    "{A} spent {n_days} in {Y}",
    "{A} departed for {X:cap} {on:end}",
    "{A} concluded the visit {on:end} with a stop at a steel plant",
)
CITIES = (
    "{A} also laid a wreath at the national memorial in {city}",
    "The talks took place in {city}",
    "A crowd of schoolchildren waved flags along the road into {city}",
    "The two leaders planted a tree in {city}",
    "Streets in the centre of {city} were closed to traffic",
    "{A} also toured the old town of {city}",
)
FILLERS = (
    "The two sides want to double trade in farm goods",
    "{B} said relations had never been better",
    "{A} thanked {B:o} for the warm welcome",
    "Trade between the two countries is still small, {A} noted",
    "The two leaders also exchanged views on the situation in the region",
    "{Y} buys mostly grain and machines from {X}",
    "Energy, {B} said, will remain the core of cooperation",
    "Officials of both sides spoke of a friendly and open atmosphere",
    "A new air link would help businesses on both sides, {A} told reporters",
)
# ------------------------------------------------------------------ a visit to come, put off, proposed
PLANNED_LEADS = (
    "{A} will pay {a_kind} visit to {Y} {on:arr}",
    "{A} is to arrive in {place} {on:arr} for talks with {B:o}",
    "{A} will travel to {Y} {on:arr} on {a_len} {kind} visit",
    "{A} is expected in {place} {on:arr}",
    "{Y} is preparing to receive {A:o}, who arrives in {place} {on:arr}",
    "{A} will visit {Y} {range}",
    "{A} is due in {place} {on:arr} on {a_kind} visit",
    "{B} will host {A:o} in {place} {on:arr}",
    "{A} plans to visit {Y} {range} at the invitation of {B:o}",
    "The {X:adj} government has confirmed that {A} will make {a_kind} visit to {Y} {range}",
    "{A} sets off {on:arr} on {a_len} visit to {Y}",
    "{A:p} {kind} visit to {Y} is to begin {on:arr}",
)
PLANNED_MORE = (
    "Talks with {B:o} are planned for {talk}",
    "{On:talk}, {A} is to meet {B:o} at the presidential palace",
    "{A} and {B} will meet {on:talk}",
    "{A} will also address parliament {on:talk}",
    "{On:talk} {A} will have talks with {B:o} and visit a car plant",
    "The main talks are set for {talk}",
    "The {kind} visit will be {A:p} first to {Y}",
    "During the {kind} visit energy and water will top the agenda",
    "Trade will be at the centre of the {kind} visit",
    "{A} will be accompanied by some forty businessmen",
    "The talks are to be held in {city}",
    "{A} will also lay a wreath in {city}",
)
PLANNED_ENDS = (
    "{A} will return to {X:cap} {on:end}",
    "The visit is to last {n_days}",
    "{A} flies home {on:end}",
    "The visit ends {on:end}",
    "The visit will last until {end}",
    "{A} will stay {n_days}",
)
PUT_OFF_LEADS = (
    "{A} has postponed a visit to {Y} that was to begin {on:arr}",
    "A visit by {A} to {Y}, planned for {arr}, has been put off",
    "{A} has called off {a_kind} visit to {Y} that had been set for {arr}",
    "{A} will not travel to {Y} {on:arr} as planned",
    "The {kind} visit of {A:o} to {Y}, due to start {on:arr}, has been postponed",
    "{A} has cancelled a trip to {Y} scheduled for {arr}",
)
PUT_OFF_MORE = (
    "No new date has been set",
    "Talks with {B:o} had been scheduled for {talk}",
    "The {kind} visit was to have lasted {n_days}",
    "The floods at home left {A:o} no choice",
    "{B} said the door of {Y} remained open",
    "{A} was to have met {B:o} {on:talk}",
    "The two sides are looking for a new date for the {kind} visit",
    "{A} told {B:o} of the decision by telephone",
    "Aides spoke of a cold",
)
PROPOSED_LEADS = (
    "{B} has invited {A:o} to visit {Y}",
    "{B} invited {A:o} to pay {a_kind} visit to {Y}",
    "{A} has accepted an invitation from {B:o} to visit {Y}",
    "{A} has been invited to visit {Y}",
    "The {Y:adj} ambassador handed {A:o} an invitation from {B:o} to visit {Y}",
    "{B} asked {A:o} to come to {Y} on {a_kind} visit",
)
PROPOSED_MORE = (
    "The date is to be agreed through diplomatic channels",
    "{A} thanked {B:o} for the invitation",
    "No date was given for the {kind} visit",
    "Aides of both leaders are talking about the programme",
    "{B} said the {kind} visit would open a new page",
    "The invitation came in a letter",
)
# ------------------------------------------------------------------ other events between
BEFORE_GUEST = (
    "{A} last visited {Y} {in:old}",
    "{A:p} previous visit to {Y} took place {in:old}",
    "{A} was last in {Y:cap} {in:old}",
    "{A} had paid a visit to {Y} {in:old}",
    "{In:old}, {A} visited {Y}",
    "The last time {A} came to {Y} was {in:old}",
)
BEFORE_HOST = (
    "{B} visited {X} {in:old}",
    "{B} was in {X:cap} {in:old}",
    "{B} travelled to {X:cap} {in:old}",
    "{In:old}, {B} paid {a_kind2} visit to {X}",
    "{A} hosted {B:o} in {X:cap} {in:old}",
    "{B:p} {kind2} visit to {X} {in:old} had prepared the ground",
)
AFTER_HOST = (
    "{A} invited {B:o} to visit {X}",
    "{B} accepted an invitation to visit {X}",
    "{A} invited {B:o} to pay a return visit to {X}",
    "{B} has been invited to {X:cap}",
    "{A} also invited {B:o} to {X:cap} at a time that suits both",
    "{B} was asked to make a return visit to {X}",
)
AFTER_HOST_SET = (
    "{B} will visit {X} {in:next}",
    "{B} is to travel to {X:cap} {in:next}",
    "{B} is expected in {X:cap} {in:next}",
    "{B} said {B:he} would visit {X} {in:next}",
    "A visit by {B:o} to {X} is planned {in:next}",
    "{A} expects {B:o} in {X:cap} {in:next}",
)
STOP_BEFORE = (
    "Before coming to {Y}, {A} had visited {Z}, where {A:he} met {C:o}",
    "{A} had come from {Z:cap}, where {A:he} met {C:o} {on:before}",
    "{A} flew in from {Z:cap} after talks with {C:o}",
    "{Y} is the second stop of a tour that began {on:before} in {Z}",
    "{On:before}, {A} had met {C:o} in {Z:cap}",
    "Earlier {A} had been in {Z:cap} for talks with {C:o}",
)
STOP_AFTER = (
    "From {Y} {A} will travel on to {Z}",
    "{A} will then go on to {Z:cap} for talks with {C:o}",
    "{A} is to fly on to {Z:cap} {on:after}",
    "The next stop of the tour is {Z}",
    "{On:after} {A} will continue to {Z}",
    "After {Y}, {A} is due in {Z:cap}, where {A:he} will meet {C:o}",
)
MARGINS = (
    "{A} and {B} last met {in:old} on the margins of a summit in {Z:cap}",
    "The two leaders had last met {in:old} in {Z:cap}, on the sidelines of a climate conference",
    "{In:old}, {A} and {B} met in {Z:cap} on the sidelines of a regional summit",
    "{A} last saw {B:o} {in:old} at a summit in {Z:cap}",
    "The previous meeting of the two leaders took place {in:old} on the fringes of a summit in {Z:cap}",
    "{A} and {B} had talked {in:old} at a forum in {Z:cap}",
)
CALLS = (
    "{A} and {B} spoke by telephone {vague}",
    "{B} had called {A:o} {vague}",
    "{A} and {B} held a video conference {vague}",
    "{Vague}, {A} and {B} talked on the phone",
    "{A} congratulated {B:o} by telephone {vague}",
    "In a telephone call {vague} {A} and {B} had gone over the agenda",
)
MINISTER_TRIPS = (
    "{M} visited {Y:cap} {in:recent} to prepare the talks",
    "{M} was in {Y:cap} {in:recent}",
    "{M} travelled to {Y:cap} {in:recent} to set the agenda",
    "{In:recent}, {M} paid a visit to {Y}",
    "{M} had flown to {Y:cap} {in:recent} for talks with {Y:adj} officials",
    "The programme was agreed when {M} came to {Y:cap} {in:recent}",
)
THIRD = (
    "In another development, {D} arrived in {W:cap} {on:third} for talks on fisheries",
    "Meanwhile {D} visited {W} {on:third}",
    "{D} met {E:o} in {W:cap} {on:third}, it was reported separately",
    "Separately, {E} received {D:o} in {W:cap} {on:third}",
    "Elsewhere, {D} began a visit to {W} {on:third}",
    "In the region, {D} held talks with {E:o} in {W:cap} {on:third}",
)
NO_EVENTS = (
    "The two countries marked thirty years of diplomatic relations {in:old}",
    "Diplomatic relations were established on 5 March 1992",
    "{X} opened an embassy in {Y:cap} {in:old}",
    "A joint commission of the two governments met {in:old}",
    "An agreement on air links was signed {in:old}",
    "A delegation of {X:adj} farmers toured {Y} {in:old}",
    "{B} took office {in:old}",
    "{A}, who was elected {in:old}, has made relations with {Y} a priority",
    "Trade grew by twelve per cent last year",
)
VAGUE = ("earlier this week", "last month", "over the weekend", "a few days ago", "last week", "earlier this month")
# ------------------------------------------------------------------ who tells it
TELLERS = (
    ", {A:p} office said",
    ", the {Y:adj} foreign ministry said",
    ", the {X:adj} presidency said {on:pub}",
    ", according to the {Y:adj} foreign ministry",
    ", a spokesman for {B:o} told reporters {on:pub}",
    ", the {Y:adj} news agency reported",
    ", {B:p} press service said",
    ", a government spokesman said {on:pub}",
    ", state television reported",
)
# ------------------------------------------------------------------ tours and gatherings
TOUR_LEADS = (
    "{A} set out {on:1} on a {n}-nation tour that takes {A:him} to {list}",
    "{A} is on a tour of {list}",
    "{A} has begun a tour of {list}",
    "{A} left {X:cap} {on:1} for a tour of {list}",
    "{A} is touring the region this week, with stops in {list}",
    "{A} opened a {n}-nation tour in {Y1:cap} {on:1}",
)
TOUR_FIRST = (
    "{A} arrived in {Y1:cap} {on:1} and met {B1:o}",
    "In {Y1:cap}, {A} held talks with {B1:o} {on:1}",
    "The tour began {on:1} in {Y1:cap}, where {A:he} met {B1:o}",
    "{On:1}, {A} was received in {Y1:cap} by {B1:o}",
    "{B1} welcomed {A:o} in {Y1:cap} {on:1}",
    "The first stop, {on:1}, was {Y1:cap}, where {B1} received {A:o}",
)
TOUR_NEXT = (
    "{On:n} {A} flew to {Yn:cap} for talks with {Bn:o}",
    "{A} went on to {Yn:cap} {on:n}",
    "{On:n}, {A} met {Bn:o} in {Yn:cap}",
    "From there {A} travelled to {Yn:cap}, where {A:he} met {Bn:o} {on:n}",
    "{On:n} {A} arrived in {Yn}",
    "{Bn} received {A:o} in {Yn:cap} {on:n}",
)
TOUR_AHEAD = (
    "{A} will be in {Yn:cap} {on:n}",
    "{On:n}, {A} is to meet {Bn:o} in {Yn:cap}",
    "{A} travels on to {Yn:cap} {on:n}",
    "The tour ends in {Yn:cap}, where {A} is due {on:n}",
    "{On:n} {A} will fly to {Yn} for talks with {Bn:o}",
    "{A} is due in {Yn:cap} {on:n}",
)
SUMMIT_LEADS = (
    "{A}, {C} and {D} arrived in {city} {on:arr} for a summit on water",
    "Leaders of the region gathered in {city} {on:arr} for a summit hosted by {B:o}",
    "{B} opened a regional summit in {city} {on:arr}",
    "A summit on trade began in {city} {on:arr} with {A}, {C} and {D} attending",
    "{city} hosted a summit of the region's leaders {on:arr}",
    "{B} welcomed {A:o}, {C:o} and {D:o} to a summit in {city} {on:arr}",
)
SUMMIT_WHO = (
    "Among those taking part were {A}, {C} and {D}",
    "{A}, {C} and {D} attended",
    "{B} was joined by {A:o}, {C:o} and {D:o}",
    "The summit was attended by {A:o}, {C:o} and {D:o}",
    "{A} and {C} took part, as did {D}",
    "{A}, {C} and {D} were among the guests",
)
SUMMIT_MORE = (
    "On the sidelines {A} met {C:o}",
    "{B} held separate talks with {A:o} and {D:o}",
    "{D} told the summit that water was running short",
    "{A} and {C} met on the margins of the summit",
    "{C} spoke of a common market",
    "{D} flew home {on:after}",
    "The leaders signed a joint statement at the end",
    "{A} had met {D:o} in {X:cap} {in:old}",
    "{C} visited {X} {in:old}",
    "The next summit will be held in {Z:cap} {in:next}",
    "{B} had visited {X:cap} {in:old} to prepare the summit",
    "The last summit was held in {Z:cap} {in:old}",
)
