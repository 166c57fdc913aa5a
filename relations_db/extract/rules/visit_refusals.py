"""Sentences of which the rules on visits must make nothing, by the rule that they tempt. A test proves it."""

from __future__ import annotations

REFUSALS: dict[str, tuple[str, ...]] = {
    "visit-held": (
        "President Emmanuel Macron praised President Joe Biden. The summit of mayors was held in Rome.",
        "Presidents Emmanuel Macron and Joe Biden met for an hour. The next summit will be held in Rome.",
        "Presidents Emmanuel Macron and Joe Biden spoke by telephone. The next talks were held in Rome by their aides.",
    ),
    "visit-roll": (
        "EXPORTS TO MALTA\n\nMay 2019: President Zuzana Caputova of Slovakia\n",
        "Visits to Malta\n\nMay 2019: President Zuzana Caputova of Slovakia wrote a letter\n",
        "Letters\n\nMay 2019: Prime Minister Robert Abela of Malta; President Zuzana Caputova of Slovakia\n",
    ),
    "visit-away": (
        "The price of oil has not been so low since 2013, President Ilham Aliyev told Foreign Minister Espen Barth Eide of Norway.",
        "President Nikos Christodoulides has not returned the call of Najib Mikati of Lebanon since March 2023.",
    ),
    "visit-and-then": (
        "The grain is sold first to Lusaka and then to Malawi, Foreign Minister Espen Barth Eide of Norway said.",
    ),
    "visit-stop-after": (
        "It is the third stop of the tour, after the ports of Ecuador and Colombia, of the sailing ship, said President Gabriel Boric.",
    ),
    "visit-event": (
        "The meeting in Lima of the fishermen lasted two hours, President William Ruto was told.",
        "President Dina Boluarte thought of a meeting in Lima with her ministers.",
        "President Luis Arce ruled out talks in Quito with President Daniel Noboa.",
    ),
    "visit-tour": (
        "President Guillaume Soro's programme, which includes roads to Cotonou and Ouagadougou, has cost the Ivorian votes.",
    ),
    "visit-stops-first": (
        "Riyadh, Jerusalem and Rome, three capitals of faith: U.S. President Donald Trump has written to each.",
    ),
    "visit-spells": (
        "U.S. President George W. Bush said the flight takes three hours in winter and that it is six in Dakar.",
    ),
    "visit-shared": (
        "President Abiy Ahmed of Ethiopia praised the Pretoria deal, as did President Ebrahim Raisi of Iran.",
    ),
    "visit-clause": (
        "President Hakainde Hichilema of Zambia called on President Vladimir Putin of Russia to stop the war.",
        "Beijing welcomed President Emmanuel Macron's decision on wine.",
        "President Joe Biden watched the funeral in Delaware, President Andrzej Duda of Poland in Warsaw.",
        "President Ilham Aliyev said that the war in Ukraine worried him.",
        "Chinese companies invested in Kazakhstan, President Xi Jinping said in Beijing.",
        "President Ferdinand Marcos said that the embassy in Prague would open in June.",
        "Prime Minister Fumio Kishida thanked President Kassym-Jomart Tokayev for supporting Japan at the United Nations in New York.",
        "Prime Minister Petr Fiala studied in Oxford and worked in Paris.",
        "President Andrzej Duda conveyed a request to open a school in Vilnius.",
        "President Volodymyr Zelensky appeared on a screen in the parliament in Bucharest.",
    ),
    "visit-motion": (
        "Reports that Kenyan President William Ruto had flown to Lima were a fabrication, his office said.",
        "Kenyan President William Ruto decided against flying to Lima.",
        "President William Ruto returned to Nairobi on Sunday.",
        "If President Joe Biden were to fly to Hanoi, the agreement could be signed there.",
        "There will be no flag in Havana until John Kerry has gone there.",
        "President Sadyr Japarov flew home from Bishkek to Osh on Friday.",
    ),
    "visit-verb": (
        "President Shavkat Mirziyoyev has never visited Lima.",
        "Would President Vladimir Putin visit Tokyo?",
        "Officials in Tehran denied reports that President Ebrahim Raisi would visit Cairo.",
        "President Emmanuel Macron visited Lyon on Monday.",
    ),
    "visit-presence": (
        "The war in Ukraine is on the mind of President Ilham Aliyev.",
        "President Xi Jinping is in good health, said an aide in Beijing.",
        "President Lula da Silva was not in Lisbon on Monday.",
        "President Petr Pavel should be in touch with Vienna.",
    ),
    "visit-beside": (
        "President Kassym-Jomart Tokayev, in Astana since Sunday, opened a school.",
        "Prime Minister Robert Fico, in charge of the matter, wrote to Budapest.",
        "President Emmanuel Macron, in a letter to Berlin on Monday, asked for patience.",
    ),
    "visit-noun": (
        "Prime Minister Edi Rama spoke of the Hungarian president's visit.",
        "President Kassym-Jomart Tokayev paid a working visit to the Turkestan region of Kazakhstan on Tuesday.",
        "President Emmanuel Macron has no plans for a visit to Minsk, his office said.",
        "Rumours of a visit of President Vladimir Putin to Belgrade were dismissed as speculation.",
        "The two presidents of Chile and Peru agreed to exchange visits.",
        "Kenya and Peru will hold talks in Lima. The meeting starts on Monday.",
        "Rather than a visit to Lima, President William Ruto chose a holiday at home.",
    ),
    "visit-reception": (
        "President Recep Tayyip Erdogan received the new ambassador of Norway, who presented his credentials in Ankara.",
        "President Xi Jinping welcomed the decision of President Vladimir Putin.",
        "President Maia Sandu received a telephone call from President Emmanuel Macron on Monday.",
        "Prime Minister Modi received a letter from Prime Minister Kishida.",
    ),
    "visit-received": (
        "The proposal was received coldly by President Ilham Aliyev.",
        "The ambassador of Japan was received by President Sadyr Japarov in Bishkek.",
        "A message from President Xi Jinping was received in Hanoi on Monday.",
    ),
    "visit-honoured": (
        "A dinner in honour of the poets was given in Paris on Monday, with President Emmanuel Macron in the chair.",
        "President Petr Pavel gave a lunch in Prague in honour of the firemen.",
        "A reception for the ambassador of Chile was given by President Gustavo Petro in Bogota.",
    ),
    "visit-talks": (
        "Xi Jinping and Vladimir Putin spoke by telephone on Monday about the summit in Kazan.",
        "President Volodymyr Zelensky met Prime Minister Rishi Sunak.",
        "President Joe Biden and President Xi Jinping met by video on Monday.",
        "Presidents Joe Biden and Xi Jinping spoke about the hunger in Gaza.",
        "Prime Minister Viktor Orban and President Aleksandar Vucic did not meet in Vienna.",
    ),
    "visit-talks-with": (
        "After a conversation by telephone with President Xi Jinping, President Vladimir Putin went skating.",
        "President Emmanuel Macron was glad of the talks with President Maia Sandu.",
        "Prime Minister Edi Rama spoke of a possible meeting with Chancellor Olaf Scholz.",
    ),
    "visit-attends": (
        "Prime Minister Narendra Modi addressed the Moscow forum by video link on Tuesday.",
        "President Emmanuel Macron attended the opening of the fair in Paris.",
        "President Javier Milei will not attend the summit in Asuncion.",
    ),
    "visit-came": (
        "President Luis Arce came to power in 2020.",
        "The idea came from President Emmanuel Macron, an aide in Rabat said.",
        "President Sadyr Japarov came home to Bishkek.",
    ),
    "visit-act": (
        "The meeting in Vienna on Monday was not attended by Prime Minister Edi Rama.",
        "President Ilham Aliyev said that the war in Ukraine worried him.",
        "Chinese companies invested in Kazakhstan, President Xi Jinping said in Beijing.",
        "President Ferdinand Marcos said that the embassy in Prague would open in June.",
        "Prime Minister Fumio Kishida thanked President Kassym-Jomart Tokayev for supporting Japan at the United Nations in New York.",
    ),
    "visit-led": (
        "President Emmanuel Macron led the procession to the church.",
        "President Luis Arce brought his case to The Hague.",
        "Prime Minister Petr Fiala leads a government of five parties in Prague.",
    ),
    "visit-taken": (
        "The road takes President Petr Pavel to work in Prague.",
        "The decision took President Emmanuel Macron to the brink of war with Rome.",
        "His career had brought Prime Minister Donald Tusk back to Warsaw.",
    ),
    "visit-guest-of-honour": (
        "President Paul Kagame was guest of honour at the parade in Kigali.",
        "A guest of the hotel in Vienna recognised Prime Minister Petr Fiala.",
        "President Emmanuel Macron was no guest of honour in New Delhi.",
    ),
    "visit-guests": (
        "Viktor Orban of Hungary and Robert Fico of Slovakia were guests of the programme, by telephone.",
        "The president of Peru said that her guests liked the soup.",
    ),
    "visit-was-guest": ("Uruguay's Luis Lacalle Pou said that he had never been his guest in Montevideo.",),
    "visit-awarded": ("Norway's King Harald awarded a medal to a skier, and Finland's Sauli Niinisto sent a letter.",),
    "visit-expected": ("Malaysia's Prime Minister Anwar Ibrahim was expected to win, but Indonesia's Joko Widodo fell ill at home.",),
    "visit-was-to-have": ("Prime Minister Robert Fico should have told Austria's Chancellor Karl Nehammer.",),
    "visit-gathering": (
        "The summit in Nairobi opened on Monday; Yoweri Museveni of Uganda sent his regrets and Paul Kagame stayed at home.",
        "The leaders who spoke by video link were President William Ruto of Kenya and Rwanda's Paul Kagame.",
        "Presidents who never signed the charter include Paul Kagame of Rwanda and Yoweri Museveni of Uganda.",
        "Fiji's Sitiveni Rabuka and James Marape of Papua New Guinea were among the leaders who wrote to the bank.",
        "Bulgaria's Rumen Radev and Romania's Klaus Iohannis also attended the same school.",
        "The talks in Bratislava between the two ministers were attended by Ambassador Jana Novak of Serbia.",
        "The school in Bratislava was attended by President Rumen Radev of Bulgaria as a boy.",
    ),
    "visit-itinerary": ("President Bola Tinubu signed the budget:\n\n- Benin: 14 May\n\n- Togo: 16 May",),
    "visit-beside-host": ("Prime Minister Evika Silina of Latvia and the host of the programme talked by telephone about Norway.",),
    "visit-first-one": ("The first round of talks between Kenya and Korea was short. During the first one, in November 2022, nothing was signed.",),
    "visit-first-person": (
        '"I have never visited Nairobi," Prime Minister Narendra Modi said on Monday.',
        '"I would go to Kyiv if I were asked," said a taxi driver in Lima, and President Gabriel Boric laughed.',
        '"Since my father\'s visit to Lima he has talked of nothing else," President Gabriel Boric said.',
        '"I hope that the people of Fiji vote," Foreign Minister Penny Wong said.',
    ),
    "visit-visiting": ("Prime Minister Pham Minh Chinh, before visiting Agriculture Minister Le Minh Hoan, spoke of Hungary and of rice.",),
    "visit-left": (
        "King Abdullah II left for Amman.",
        "President Luis Arce left the party in 2023.",
        "President William Ruto went home to Nairobi early.",
        "What President Xi Jinping left in Beijing was a mountain of paper.",
    ),
    "visit-described": (
        "President Paul Kagame praised Emir Tamim bin Hamad Al Thani. It will be a two-day state visit.",
        "President Paul Kagame praised the Qatari climbers. It was a three-day trip.",
    ),
    "visit-occasion": (
        "President Paul Kagame telephoned Emir Tamim bin Hamad Al Thani. He will take part in the climate summit by video link.",
        "President Paul Kagame praised the Qatari team. He is representing Rwanda at the forum.",
    ),
    "visit-lasted": (
        "The strike in Lima hurts President William Ruto of Kenya. It began on Monday and will be over on Thursday.",
        "The heat lasts until Friday, says President Petr Pavel in Prague.",
        "The term of President Luis Arce runs until 2025.",
        "The talks by telephone of Xi Jinping and Emmanuel Macron lasted until midnight.",
    ),
    "visit-closed": (
        "President Petr Pavel ended his holiday in Moravia on Sunday.",
        "President Vladimir Putin concluded a domestic tour on Friday.",
        "The programme in Bonn ended with a speech of Chancellor Olaf Scholz.",
    ),
    "visit-from": (
        "Applause came from President Emmanuel Macron in Paris.",
        "A letter came from Hanoi, said President Vladimir Putin.",
        "President Sadyr Japarov, who comes from Osh, smiled.",
    ),
    "visit-joined": (
        "Croatia joined the euro in 2023, Prime Minister Andrej Plenkovic recalled in Zagreb.",
        "President Petr Pavel joined the army in Prague as a boy.",
        "Prime Minister Robert Fico joins the critics of Kyiv.",
    ),
    "visit-turn": (
        "The list of questions for President Emmanuel Macron in Paris was long.",
        "Guests of the hotel in Vienna were woken by the motorcade of President Petr Pavel.",
        "It is the turn of President Luis Arce to speak in La Paz.",
    ),
    "visit-listed": (
        "Presidents came and went in Paris: Nicolas Sarkozy in 2007, Francois Hollande in 2012.",
        "Trips were dear in Chile: Gabriel Boric in 2023 and Sebastian Pinera in 2019 stayed at home.",
        "Visitors to Berlin remember Angela Merkel in 2005 and Olaf Scholz in 2021.",
    ),
    "visit-encounter": (
        "The next meeting of Xi Jinping and Vladimir Putin in Kazan has not been fixed.",
        "The last of their conversations by telephone in May pleased Emmanuel Macron and Maia Sandu.",
        "Meetings in Brussels tire Prime Minister Alexander De Croo.",
    ),
    "visit-city-talks": (
        "The Geneva talks between the two companies of Chile and Peru failed.",
        "The Prague meeting of firemen was opened by President Petr Pavel.",
        "The Paris negotiations of the trade unions tired President Emmanuel Macron.",
    ),
    "visit-bracketed": (
        "President Sadyr Japarov spoke of two treaties, with Kazakhstan (5 January) and Turkey (12 February).",
        "The embassies in Vienna (3 January) and Rome (10 February) were painted, said Prime Minister Edi Rama.",
    ),
    "visit-more": (
        "President Emmanuel Macron was elected in 2017 and again in 2022.",
        "Prices rose in Moscow in 2022 and again in 2023, said President Vladimir Putin.",
        "President Petr Pavel was in Prague in March and again in May.",
        "President Petr Pavel is at home on Monday and on Tuesday, when the government meets.",
        "Prime Minister Edi Rama was elected in 2013, and in 2017 the party won again.",
    ),
    "visit-twice": (
        "President Petr Pavel was in Prague twice in May, first for the parade and then for the funeral.",
        "President Petr Pavel wrote to Vilnius twice in 2023, first for the museum and then for the library.",
        "President Petr Pavel failed twice in 2023, first with a law and then with a budget.",
    ),
    "visit-entry": (
        "2 February, Almaty. President Kassym-Jomart Tokayev opens a school.",
        "2023, 23 May. The weather is fine, says President Petr Pavel.",
        "9 October. Sofia. Rumen Radev goes over the railways with the mayor.",
    ),
    "visit-that-of": (
        "The house is bigger than that of President Emmanuel Macron in Paris.",
        "His voice was that of President Petr Pavel in March.",
        "The visit of the museum followed that of the choir of Lyon.",
    ),
    "visit-to-see": (
        "President Emmanuel Macron drove to meet his own prime minister, François Bayrou, at the airport.",
        "Nobody went to see President Luis Arce.",
        "President Petr Pavel would not go to see President Robert Fico.",
    ),
    "visit-leg": (
        "The last stop of the metro in Prague is where President Petr Pavel lives.",
        "The first leg of the match in Madrid pleased King Felipe VI.",
        "President William Ruto praised Ghana on Monday. Oil and gas are still to come.",
        "Ghana and Togo are still to come to terms with the border, President William Ruto said on Monday.",
        "The next stage is peace, President Emmanuel Macron said in Paris.",
        "Chile holds elections in September, President Gabriel Boric said. Bolivia follows in October.",
    ),
    "visit-tour-takes": (
        "President Luis Abinader praised the band, whose tour includes Spain.",
        "Tourism from Japan goes on to Kenya, President William Ruto said.",
        "The tour of the singer began in Chile, where President Gabriel Boric heard it.",
    ),
    "visit-since": (
        "Prices had not been so high in Paris since Francois Hollande in 2012.",
        "No president had been so popular in Chile since Sebastian Pinera in 2010.",
        "Trade has grown since President Xi Jinping took office in 2013.",
    ),
    "visit-return": (
        "President Emmanuel Macron returned the call of President Maia Sandu on Monday.",
        "The bank returned the compliment, said President Petr Pavel in Prague.",
        "President Luis Arce will not return the visit.",
    ),
    "visit-dropped-by": (
        "The rate dropped by half, said President Petr Pavel in Prague and President Maia Sandu in Chisinau.",
        "Inflation was also there, President Emmanuel Macron said in Paris.",
        "The price of gas turned up the heat under President Petr Pavel.",
    ),
    "visit-leg-of": (
        "The cyclist Tadej Pogacar completed the Italian leg of his tour on May 12.",
        "President Petr Pavel completed the Czech leg of his tour in Brno on May 12.",
    ),
    "visit-gapped": (
        "Prime Minister Petr Fiala wrote a letter to Vienna and Chancellor Karl Nehammer to Prague.",
        "President Petr Pavel drove to Brno in May and Prime Minister Petr Fiala to Ostrava.",
        "Petr Fiala had never been to Vienna and Karl Nehammer to Prague only as a boy.",
    ),
    "visit-to-and-to": (
        "Exports went far: to Cairo on May 2 and to Tehran on May 9.",
        "Letters were sent: to Vienna on May 3 and to Warsaw on May 7.",
        "President Petr Pavel wrote twice: to Brno in March and to Ostrava in April.",
    ),
    "visit-instead": (
        "President Petr Pavel drinks beer in place of wine, as they do in Munich.",
        "President Emmanuel Macron will go for it instead.",
        "Wine came instead of oil, said President Luis Arce in La Paz.",
    ),
    "visit-bound": (
        "President Petr Pavel changed cars in Brno on his way to Prague.",
        "Firms are on the way to France, President Petr Pavel said.",
        "President Petr Pavel did not stop on his way to Astana.",
    ),
    "visit-goal": (
        "President Petr Pavel made Prague the goal of his first term.",
        "President Emmanuel Macron chose Lyon for his first visit to the provinces.",
        "The team chose Doha as the goal of its trip, said President Petr Pavel.",
    ),
    "visit-invited": (
        "President Petr Pavel invited firms from Vienna to invest.",
        "President Emmanuel Macron asked President Maia Sandu for patience.",
        "President Vladimir Putin did not invite President Joe Biden to Kazan.",
        "King Felipe VI invited King Felipe VI's cousins to Madrid.",
    ),
    "visit-handed": (
        "President Petr Pavel handed the invitation to his secretary in Prague.",
        "The ambassador delivered an invitation to the fair in Paris to the museum.",
        "President Emmanuel Macron sent no invitation to visit Paris to President Vladimir Putin.",
    ),
    "visit-whom": (
        "President Petr Pavel, whom nobody invited to visit Vienna, stayed at home.",
        "President Maia Sandu, whom voters asked to go, will stay in Chisinau.",
        "The singer, whom President Emmanuel Macron had asked to come to Paris, was late.",
    ),
    "visit-bidden": (
        "President Petr Pavel was asked to sign the letter from Vienna.",
        "Bids were invited from Paris and Rome, President Emmanuel Macron said.",
        "President Luis Arce has no invitation to Madrid.",
    ),
    "visit-accepted": (
        "President Luis Arce praised King Felipe VI of Spain. The invitation was accepted.",
        "President Luis Arce telephoned King Felipe VI of Spain in July. He accepted the offer with thanks.",
    ),
}  # fmt: skip
