"""What each rule on visits must read, and what it must leave alone. A test proves both on documents dated 2024-05-15."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "visit-event": (
        "Sunday's meeting in Lima between President William Ruto and President Dina Boluarte lasted two hours.",
        "President Luis Arce was tired after his talks in Quito with President Daniel Noboa.",
        "Prime Minister Edi Rama spoke of his weekend in Lisbon.",
    ),
    "visit-tour": (
        "President Guillaume Soro's tour, which took in Cotonou on Monday and Ouagadougou last night, has bought the Ivorian six months.",
    ),
    "visit-stops-first": (
        "Riyadh first, then Jerusalem, and on Wednesday Rome: U.S. President Donald Trump has begun his travels with three faiths.",
    ),
    "visit-spells": (
        "U.S. President George W. Bush had three hours in Dakar on Tuesday, two nights in Pretoria and one in Abuja.",
    ),
    "visit-shared": (
        "President Abiy Ahmed of Ethiopia flew to Pretoria on Thursday, as did the Iranian president, Ebrahim Raisi.",
        "French President Jacques Chirac landed in Prague at noon; the British prime minister, Tony Blair, did so an hour later.",
    ),
    "visit-clause": (
        "President Xi Jinping laid a wreath in Hanoi on May 3.",
        "In Jakarta on Sunday President Emmanuel Macron planted a tree.",
        "Prime Minister Viktor Orban told reporters in Baku on Monday that gas was cheap.",
        "In Accra, where President Nana Akufo-Addo embraced President Faure Gnassingbe of Togo, it rained all Friday.",
        "Prime Minister Edi Rama was shown round the harbour of Gdansk on Monday.",
        "President Maia Sandu, who is travelling with five ministers, reaches Ottawa tonight.",
        "President William Ruto, summoned to Doha for the talks, blamed the weather.",
        "A treaty was initialled in Lima on Monday by President Luis Arce and President Dina Boluarte.",
    ),
    "visit-motion": (
        "President Emomali Rahmon of Tajikistan arrived in Tashkent on Monday on a two-day state visit.",
        "President Prabowo Subianto left Jakarta on Sunday for Kuala Lumpur.",
        "Chancellor Olaf Scholz touched down in Beijing on Sunday at the start of a three-day trip.",
        "Prime Minister Fumio Kishida is to fly to Paris in June and to Rome in July.",
    ),
    "visit-verb": (
        "Prime Minister Justin Trudeau last visited Warsaw in February 2023.",
        "President Emmanuel Macron will visit Belgrade on May 29.",
        "The last French president to visit Ulaanbaatar was Emmanuel Macron in May 2023.",
        "Premier Li Qiang toured Dublin in January.",
    ),
    "visit-presence": (
        "Italian Prime Minister Giorgia Meloni is currently in Tunis on a working visit.",
        "Chancellor Olaf Scholz was in Baku on Saturday and in Tbilisi on Sunday.",
        "Japanese Prime Minister Fumio Kishida has been in Paris since Wednesday of last week.",
        "President Luis Arce will be in Moscow on June 6.",
    ),
    "visit-beside": (
        "President Sadyr Japarov, in Doha since Sunday, opened a business forum.",
        "Prime Minister Petr Fiala, back in Vilnius on Friday, spoke of tanks.",
        "2024, 3 May. Xi Jinping in Astana.",
        "Prime Minister Donald Tusk, in Kyiv on a surprise visit, praised the farmers.",
    ),
    "visit-noun": (
        "The agreement was signed during Vladimir Putin's state visit to China in May 2024.",
        "A working visit to Budapest by Serbian President Aleksandar Vucic is planned for June 3.",
        "President Ebrahim Raisi's trip to Colombo, due on May 20, has been postponed.",
        "Turkish Foreign Minister Hakan Fidan paid Kyiv a working visit in April.",
    ),
    "visit-reception": (
        "President Klaus Iohannis received Moldovan President Maia Sandu in Bucharest on Monday.",
        "Prime Minister Petr Fiala is to receive his Slovak counterpart, Robert Fico, in Prague on May 22.",
        "King Abdullah II on Tuesday welcomed Iraqi Prime Minister Mohammed Shia al-Sudani in Amman.",
        "President Paul Kagame played host to President William Ruto of Kenya in Kigali in April.",
    ),
    "visit-received": (
        "President Zoran Milanovic was received in audience by Pope Francis at the Vatican on April 11.",
        "President Maia Sandu was greeted in Warsaw on Monday by President Andrzej Duda.",
        "President Xi Jinping will be received in Paris by President Emmanuel Macron on May 20.",
        "Prime Minister Anwar Ibrahim was welcomed by the Emir, Tamim bin Hamad Al Thani, in Doha on Monday.",
    ),
    "visit-honoured": (
        "President Gustavo Petro gave a dinner in Bogota on Thursday in honour of President Gabriel Boric of Chile.",
        "A banquet in honour of President Xi Jinping was held in Paris on May 6.",
        "President Salome Zourabichvili hosted a lunch in Tbilisi on Friday for President Maia Sandu of Moldova.",
        "King Felipe VI will give a luncheon in Madrid on May 20 in honour of President Javier Milei of Argentina.",
    ),
    "visit-talks": (
        "Olaf Scholz and Emmanuel Macron held talks in Hamburg in October 2023.",
        "Nepal's Prime Minister Pushpa Kamal Dahal called on President Xi Jinping in Hangzhou on September 23, 2023.",
        "President Ilham Aliyev and Prime Minister Nikol Pashinyan sat down in Munich in February.",
        "ASTANA, May 15 - President Kassym-Jomart Tokayev met President Sadyr Japarov on Tuesday.",
    ),
    "visit-talks-with": (
        "DHAKA, May 15 - Prime Minister Sheikh Hasina said after talks with Prime Minister Narendra Modi on Monday that she was glad.",
        "During a meeting with President Emmanuel Macron in Paris on Friday, President Maia Sandu asked for patience.",
        "President Petr Pavel spoke Italian at a lunch with President Sergio Mattarella in Rome on Tuesday.",
        "Prime Minister Edi Rama was in good humour after a conversation with Chancellor Olaf Scholz in Berlin on Monday.",
    ),
    "visit-attends": (
        "Prime Minister Shehbaz Sharif will attend the SCO summit in Astana on July 3.",
        "President Gitanas Nauseda took part in the Ukraine peace conference in Lucerne in June 2023.",
        "President Maia Sandu addressed the World Economic Forum in Davos on January 17.",
        "Prime Minister Robert Abela is to speak at the Bled forum in September.",
        "President Aleksandar Vucic has confirmed his participation in the summit of the Danube states scheduled for October in Bratislava.",
        "President Nana Akufo-Addo will attend the summit of cocoa growers, to be held in Abidjan on June 12.",
    ),
    "visit-came": (
        "BAKU, May 15 - President Rumen Radev came on Monday for two days.",
        "RABAT, May 15 - President Macky Sall arrived on Sunday, accompanied by nine ministers.",
        "Serbia remembers Xi Jinping, who came in June 2016 on a state visit.",
        "ATHENS, May 15 - On Friday President Recep Tayyip Erdogan will be back for talks with Kyriakos Mitsotakis.",
    ),
    "visit-act": (
        "President Xi Jinping laid a wreath in Hanoi on May 3.",
        "In Jakarta on Sunday President Emmanuel Macron planted a tree.",
        "Prime Minister Viktor Orban told reporters in Baku on Monday that gas was cheap.",
        "In Accra, where President Nana Akufo-Addo embraced President Faure Gnassingbe of Togo, it rained all Friday.",
    ),
    "visit-led": (
        "President Sadyr Japarov led a delegation to Doha last week.",
        "Prime Minister Nikolai Denkov brought four ministers with him to Athens in July 2023.",
        "Trade Minister Piyush Goyal of India headed a team of executives to Canberra in April.",
        "Prime Minister Anutin Charnvirakul is to lead a party of businessmen to Hanoi on May 30.",
    ),
    "visit-taken": (
        "President Xi Jinping's tour will take him to France, Serbia and Hungary.",
        "A journey that took Chancellor Olaf Scholz to Astana and to Tashkent ended well.",
        "The trip brings President Emmanuel Macron to Jakarta.",
        "His tour had taken President Javier Milei to Madrid in May.",
    ),
    "visit-guest-of-honour": (
        "Chilean President Gabriel Boric was the guest of King Felipe VI in Madrid in July 2023.",
        "President Abdel Fattah el-Sisi was chief guest at the parade in New Delhi on January 26, 2023.",
        "In July 2013 President Truong Tan Sang was Barack Obama's guest in Washington.",
        "President Emmanuel Macron is to be guest of honour in New Delhi on May 26.",
    ),
    "visit-guests": (
        "Riga, May 14 - President Edgars Rinkevics and his Finnish guest, Alexander Stubb, opened a bridge on Tuesday.",
        "In Lima the president of Peru, Dina Boluarte, and her guests Gabriel Boric of Chile and Luis Arce of Bolivia agreed on a railway.",
    ),
    "visit-was-guest": ("Chile's President Gabriel Boric had been his guest in Montevideo last June, Uruguay's Luis Lacalle Pou recalled.",),
    "visit-awarded": (
        "In Lisbon Portugal's President Marcelo Rebelo de Sousa pinned the Order of Prince Henry on the jacket of Poland's Andrzej Duda on Monday.",
        "Norway's King Harald bestowed the grand cross on Finland's Sauli Niinisto during his state visit in October 2012.",
    ),
    "visit-expected": ("Jakarta, May 14 - Malaysia's Prime Minister Anwar Ibrahim had been expected in person but stayed at home on account of floods.",),
    "visit-was-to-have": ("A conversation that Prime Minister Robert Fico was to have had in Vienna in April with Chancellor Karl Nehammer of Austria did not take place.",),
    "visit-gathering": (
        "LUSAKA - In the front row at Saturday's inauguration sat Paul Kagame of Rwanda, Samia Suluhu Hassan of Tanzania and Malawi's Lazarus Chakwera.",
        "The summit in Nairobi opened on Monday; around the table were Yoweri Museveni of Uganda and Salva Kiir, the president of South Sudan.",
        "The ministers opened the Nile Basin summit in Kampala on Monday. Leaders at the summit were Kenya's President William Ruto, President Paul Kagame of Rwanda and Tanzania's President Samia Suluhu Hassan.",
        "Among those who arrived in Lima for the forum were President Gabriel Boric of Chile, Australian Prime Minister Anthony Albanese and Canada's Justin Trudeau.",
        "Fiji's Sitiveni Rabuka and Prime Minister James Marape of Papua New Guinea were among the heads of government who attended the forum in Nuku'alofa on Tuesday.",
        "Bulgaria's President Rumen Radev opened the energy summit in Sofia on Monday. Serbian President Aleksandar Vucic and Romania's Klaus Iohannis also attended.",
        "The summit of the Danube states, held in Bratislava on Monday, was attended by the presidents of Serbia, Aleksandar Vucic; Romania, Klaus Iohannis, and Bulgaria, Rumen Radev.",
    ),
    "visit-itinerary": ("President Bola Tinubu left on Tuesday on a tour of three states:\n\n- Benin: 14-16 May\n\n- Togo: 16-17 May",),
    "visit-beside-host": ("Oslo, May 14 - Latvia's Prime Minister Evika Silina and her host, Jonas Gahr Stoere, signed a plan on Tuesday.",),
    "visit-first-one": ("It is the second trip of President William Ruto to Seoul. During the first one, in November 2022, nothing was signed.",),
    "visit-first-person": (
        '"I will be visiting Nairobi from June 3 to attend the forum," Prime Minister Narendra Modi said on Monday.',
        'President Gabriel Boric said: "I was in Brussels in July and nobody told me."',
    ),
    "visit-visiting": ("Hanoi, May 15 - Prime Minister Pham Minh Chinh and visiting Hungarian President Tamas Sulyok signed a plan on Tuesday.",),
    "visit-left": (
        "President Emmanuel Macron left Rabat on Monday evening.",
        "Azerbaijan's President Ilham Aliyev was seen off at Tashkent airport on Friday by President Shavkat Mirziyoyev.",
        "President Daniel Noboa returned home on Tuesday from a working visit to Lima.",
        "Prime Minister Kyriakos Mitsotakis flew out of Cairo on Sunday.",
    ),
    "visit-lasted": (
        "President Xi Jinping arrived in Paris on May 5 on a state visit, which ended on May 7.",
        "President Paul Kagame began a visit to Doha on Monday; he stays until Thursday.",
        "President Sadyr Japarov came to Beijing for a state visit that lasted from May 4 to 7.",
        "King Felipe VI is in Rome on a state visit which runs until Friday.",
    ),
    "visit-closed": (
        "Prime Minister Kyriakos Mitsotakis wrapped up a three-day official visit to Egypt on Sunday.",
        "President Xi Jinping concluded his state visit to Hungary on Friday.",
        "President William Ruto rounded off his stay in Beijing on Saturday.",
        "Tuesday was the last day of President Maia Sandu's visit to Warsaw.",
    ),
    "visit-from": (
        "RABAT, May 15 - President Emmanuel Macron had come from Lisbon, and before that from Dublin.",
        "President William Ruto flew in on Tuesday from Kigali, where he had attended the summit.",
        "Sergei Lavrov arrived straight from Hanoi.",
    ),
    "visit-joined": (
        "Benjamin Netanyahu is in Nicosia from Sunday and Kyriakos Mitsotakis joins on Monday.",
        "President Nikos Christodoulides was in Cairo on Monday, and Kyriakos Mitsotakis joined him there on Tuesday.",
        "Emmanuel Macron has been in Kyiv since Monday; Olaf Scholz joins him on Thursday.",
    ),
    "visit-turn": (
        "KAZAN, May 15 - Monday's list comprised Narendra Modi, Xi Jinping and Recep Tayyip Erdogan.",
        "The guests of the meeting in Astana on Friday were Sadyr Japarov of Kyrgyzstan and Emomali Rahmon of Tajikistan.",
        "KAZAN, May 15 - Tomorrow it will be the turn of Luis Arce and Pham Minh Chinh.",
    ),
    "visit-listed": (
        "Three presidents have visited Hanoi: Bill Clinton in November 2000, George W. Bush six years later and Barack Obama in May 2016.",
        "Many came to Astana: Xi Jinping in September 2022, Vladimir Putin in November 2023.",
        "Other guests went to Bogota: Gabriel Boric in August 2022, Luis Arce in March 2023.",
    ),
    "visit-encounter": (
        "Xi Jinping and Vladimir Putin have had many meetings, the last of them in Astana in July 2023.",
        "Ilham Aliyev and Nikol Pashinyan agreed on it after a conversation in Granada in October 2023.",
        "Recep Tayyip Erdogan and Kassym-Jomart Tokayev spoke of it, the first of them in Budapest in 2023.",
    ),
    "visit-city-talks": (
        "The Prague talks between Petr Fiala and Donald Tusk lasted two hours on Monday.",
        "The Astana meeting of Kassym-Jomart Tokayev and Sadyr Japarov was short.",
        "The Vienna conversation between Karl Nehammer and Viktor Orban in July 2023 led nowhere.",
    ),
    "visit-again": (
        "President Emmanuel Macron visited Yerevan in 2018 and again in 2023.",
        "Narendra Modi travelled to Abu Dhabi in 2015, 2018 and 2019.",
        "Santiago Pena came to Brasilia on May 1 and again on May 13.",
    ),
    "visit-entry": (
        "2 February, Almaty. Abdulla Aripov and Alikhan Smailov speak of gas.",
        "2023, 23 May, Beijing. Mikhail Mishustin opens an exhibition.",
        "9 October. Varna. Kyriakos Mitsotakis and Marcel Ciolacu go over the railways.",
    ),
    "visit-that-of": (
        "The visit reciprocates that of President Ebrahim Raisi to Muscat in May 2022.",
        "The trip followed that of Prime Minister Petr Fiala to Vilnius in March.",
        "A visit of this kind was rarer than that of Chancellor Olaf Scholz to Beijing in April.",
    ),
    "visit-to-see": (
        "Khaltmaagiin Battulga went to see Donald Trump in July 2019.",
        "In May Prime Minister Viktor Orban flew to meet Vladimir Putin.",
        "President Sadyr Japarov travelled in person for talks with Ilham Aliyev.",
    ),
    "visit-leg": (
        "President Emmanuel Macron begins a tour on Sunday in Jakarta. The second stop is Hanoi.",
        "President Xi Jinping was in Paris on Monday. The last leg was Budapest.",
        "Nelson Mandela flew to Budapest on Friday; Pakistan is next.",
    ),
    "visit-since": (
        "No chancellor had come to Ulaanbaatar since Angela Merkel in October 2011.",
        "Fumio Kishida is the first prime minister to go to Seoul since Yoshihiko Noda in October 2011.",
        "Nobody of his rank had visited Havana since Barack Obama in March 2016.",
    ),
    "visit-return": (
        "President Xi Jinping was in Paris in May, and President Emmanuel Macron may return the visit in autumn.",
        "Sadyr Japarov came to Astana in April; in May Kassym-Jomart Tokayev returned the visit.",
        "Viktor Orban visited Belgrade in March, and Aleksandar Vucic will return the visit.",
    ),
    "visit-dropped-by": (
        "On Monday Kyriakos Mitsotakis met Edi Rama in Athens. Dimitar Kovacevski dropped by as well.",
        "Kassym-Jomart Tokayev received Sadyr Japarov in Astana on Friday. Emomali Rahmon was also there.",
        "Abiy Ahmed was in Asmara on Sunday. Mohamed Abdullahi Mohamed came too.",
    ),
    "visit-to-and-to": (
        "Haitham bin Tarik has travelled twice. To Cairo on May 2, to Tehran on May 9.",
        "Prime Minister Petr Fiala made two journeys: to Vienna on May 3 and to Warsaw on May 7.",
        "President Maia Sandu flew often: first to Paris in March, then to Berlin in April.",
    ),
    "visit-instead": (
        "President Pedro Castillo will not be in Bogota in August, where he was due. King Felipe VI was due there too; Pedro Sanchez will go in his place.",
        "President Joe Biden called off his trip to Jakarta in June; Kamala Harris will travel instead.",
        "King Felipe VI was to visit Lima in July. Pedro Sanchez is to go instead.",
    ),
    "visit-goal": (
        "President Duma Boko made Lusaka the goal of his first trip abroad.",
        "Prime Minister Petr Fiala chose Bratislava for his first visit, in January 2022.",
        "President Javier Milei had chosen Jerusalem as the destination of his first journey.",
    ),
    "visit-invited": (
        "President Petr Pavel invited King Abdullah II to visit Prague.",
        "President Vladimir Putin asked President Xi Jinping to come to Kazan in October.",
        "Prime Minister Sanae Takaichi hopes to welcome President Shavkat Mirziyoyev in Tokyo.",
        "President Gustavo Petro urged President Gabriel Boric to visit Bogota.",
    ),
    "visit-handed": (
        "President Luis Lacalle Pou conveyed to President Santiago Pena an invitation to visit Montevideo.",
        "Foreign Minister Hakan Fidan handed President Ilham Aliyev an invitation to Ankara; the ambassador smiled.",
        "President Joe Biden renewed his invitation to Prime Minister Narendra Modi to come to Washington.",
    ),
    "visit-whom": (
        "The letter thanks President Ilham Aliyev, whom President Rumen Radev invited to visit Sofia.",
        "It was read by Prime Minister Edi Rama, whom Chancellor Olaf Scholz had invited to come to Berlin.",
        "President Maia Sandu, whom President Klaus Iohannis asked to visit Bucharest, smiled.",
    ),
    "visit-bidden": (
        "Prime Minister Viktor Orban has been invited to Tbilisi.",
        "President Recep Tayyip Erdogan has accepted an invitation to visit Rome.",
        "President Prabowo Subianto was asked to come to Paris in July.",
    ),
}  # fmt: skip
