"""What stands between the sentences of a story and must not change it: other states, history of the same two, strangers, the weather.

The documents are dated 2024-05-14, a Tuesday. Lines: V a visit, A an agreement, D a declaration. "/" parts paragraphs.
"""

from __future__ import annotations

from functools import cache

import pytest

from relations_db.extract import Extractor
from relations_db.extract.stories import stories
from relations_db.language.analysis import cut_sentences, read_names
from relations_db.values import Agreement, Claim, Declaration, Document, PartialDate, Visit


@cache
def extractor() -> Extractor:
    return Extractor()


def _document(text: str) -> Document:
    return Document("x", text.replace(" / ", "\n\n"), PartialDate(2024, 5, 14))


def line(claim: Claim) -> str | None:
    """A claim in one line; None for the kinds that these passages are not about."""
    if isinstance(claim, Visit):
        return f"V {claim.leader} {claim.host} {claim.city} {claim.visit_kind} {claim.started_on} {claim.status}"
    if isinstance(claim, Agreement):
        title = claim.title or f"{claim.count} papers"
        return f"A {'-'.join(claim.parties)} {title} {claim.signed_on} {claim.place} {claim.status}"
    if isinstance(claim, Declaration):
        return f"D {'-'.join(claim.parties)} {claim.form} {claim.level} {claim.signed_on} {claim.place} {claim.status}"
    return None


def lines(text: str) -> list[str]:
    found = extractor().extract(_document(text)).statements
    return sorted(told for s in found if (told := line(s.claim)))


# fmt: off
THANKS = "Latvia and Kyrgyzstan are friends, and Rinkevics and Japarov like each other, the Latvian president said."
OPENING = "RIGA, May 14 (Wire) - Latvian President Edgars Rinkevics received President Sadyr Japarov of Kyrgyzstan on Tuesday at the start of a state visit."
CLOSING = "The two presidents signed an agreement on air services and a memorandum on archives."
STORY = ("A KGZ-LVA agreement on air services 2024-05-14 Riga done", "A KGZ-LVA memorandum on archives 2024-05-14 Riga done", "V Sadyr Japarov LVA Riga state 2024-05-14 done")
# What is put between the two sentences of the story, and what it tells itself.
BETWEEN: list[tuple[str, ...]] = [
    ("Such talks are not new. On 4 June 2003 Prime Minister Jan Peter Balkenende of the Netherlands received President Thabo Mbeki of South Africa in The Hague, and the two signed an agreement on fisheries.",
     "A NLD-ZAF agreement on fisheries 2003-06-04 The Hague done", "V Thabo Mbeki NLD The Hague unspecified 2003-06-04 done"),
    ("On 4 June 2003 Prime Minister Jan Peter Balkenende of the Netherlands received President Thabo Mbeki of South Africa in The Hague. The two leaders signed an agreement on fisheries.",
     "A NLD-ZAF agreement on fisheries 2003-06-04 The Hague done", "V Thabo Mbeki NLD The Hague unspecified 2003-06-04 done"),
    ("Ireland and Iceland have had such ties for longer. On 9 October 2007 their foreign ministers signed a joint declaration on a strategic partnership in Galway.",
     "D IRL-ISL joint_declaration strategic_partnership 2007-10-09 Galway done"),
    ("Such ties are not rare. Ireland and Iceland have had them for longer. On 9 October 2007 their foreign ministers signed a joint declaration on a strategic partnership in Galway.",
     "D IRL-ISL joint_declaration strategic_partnership 2007-10-09 Galway done"),
    ("Latvia and Kyrgyzstan signed an agreement on the exchange of radio programmes in Geneva on 4 May 1995.",
     "A KGZ-LVA agreement on the exchange of radio programmes 1995-05-04 Geneva done"),
    ("Finland and Estonia signed a treaty on fisheries in Turku on 14 May 2001. It took effect a year later.",
     "A EST-FIN treaty on fisheries 2001-05-14 Turku done"),
    ("It rained for most of the day, and on Sunday part of the quay was under water.",),
    ("The share of a shipping firm rose by 4 per cent on Monday.",),
    ("Shares of a shipping firm rose by 4 per cent on Monday after its chairman, Henrik Holm, said that he would step down in June.",),
    ("The old customs house beside the river was built in 1874 and became a museum in June 1962.",),
]
# Texts with what is read of them.
READ: list[tuple[str, ...]] = [
    # a place told of in history is not where the guest is
    ("President Irfaan Ali and his Surinamese counterpart, Chandrikapersad Santokhi, yesterday signed four papers in Georgetown. / Guyana and Suriname signed an agreement on films in Geneva on 4 May 1995. / Santokhi had landed on Sunday evening for a two-day official visit. He is the first guest of the year.",
     "A GUY-SUR 4 papers 2024-05-13 Georgetown done", "A GUY-SUR agreement on films 1995-05-04 Geneva done", "V Chandrikapersad Santokhi GUY Georgetown official 2024-05-12 done"),
    ("President Edgars Rinkevics and President Sadyr Japarov of Kyrgyzstan have agreed that work on the dam shall start in autumn. / Latvia and Kyrgyzstan signed an agreement on films in Geneva on 4 May 1995. / President Japarov, who has been in the country since Sunday on a three-day state visit, held talks with his host at the castle on Monday.",
     "A KGZ-LVA agreement on films 1995-05-04 Geneva done", "V Sadyr Japarov LVA None state 2024-05-12 done"),
    ("President Edgars Rinkevics of Latvia and President Sadyr Japarov of Kyrgyzstan have agreed that work on the dam shall start in autumn. / Inflation slowed in October, the central bank in Oslo said in a report. / President Japarov, who has been in the country since Sunday on a three-day state visit, held talks with his host at the castle on Monday.",
     "V Sadyr Japarov LVA None state 2024-05-12 done"),
    # "the talks" are those of the story, not those of which a sentence looks back
    (f"{OPENING} / Rinkevics had been in Kyrgyzstan once before, on a working visit in June 2011. After the talks, the delegations signed a memorandum on sports.",
     "A KGZ-LVA memorandum on sports 2024-05-14 Riga done", "V Edgars Rinkevics KGZ None working 2011-06 done", "V Sadyr Japarov LVA Riga state 2024-05-14 done"),
    (f"{OPENING} / The first meeting of their council had taken place in Bishkek in February 2020. At the end of the talks a joint statement was issued.",
     "D KGZ-LVA joint_statement None 2024-05-14 Riga done", "V Sadyr Japarov LVA Riga state 2024-05-14 done"),
    (f"{OPENING} / Rinkevics said that his own state visit to Bishkek in November 2023 had given a push to their ties. The following papers were signed after the talks: an agreement on films; a memorandum on fish.",
     "A KGZ-LVA agreement on films 2024-05-14 Riga done", "A KGZ-LVA memorandum on fish 2024-05-14 Riga done", "V Edgars Rinkevics KGZ Bishkek state 2023-11 done", "V Sadyr Japarov LVA Riga state 2024-05-14 done"),
    # what a paragraph tells of others ends with it
    (f"{OPENING} {THANKS} / Such talks are not new. On 4 June 2003 Prime Minister Jan Peter Balkenende of the Netherlands received President Thabo Mbeki of South Africa in The Hague, and the two signed an agreement on fisheries. / Relations were raised to a strategic partnership in May 2019. A contract on timber was signed in March 2020. {THANKS}",
     "A KGZ-LVA contract on timber 2020-03 None done", "A NLD-ZAF agreement on fisheries 2003-06-04 The Hague done", "D KGZ-LVA other strategic_partnership 2019-05 None done",
     "V Sadyr Japarov LVA Riga state 2024-05-14 done", "V Thabo Mbeki NLD The Hague unspecified 2003-06-04 done"),
    # he is the one named last, whoever that is
    ("President Edgars Rinkevics of Latvia opened a fair on Monday. / Karlis Ozols, who sells timber, says that he was in Kyrgyzstan in March 2023. He was received by President Sadyr Japarov.",),
    ("President Edgars Rinkevics of Latvia opened a fair on Monday. / Karlis Ozols, who sells timber, met Rinkevics there. He was in Kyrgyzstan in March 2023 and was received by President Sadyr Japarov.",
     "V Edgars Rinkevics KGZ None unspecified 2023-03 done"),
    (f"{OPENING} / Rinkevics was in Kyrgyzstan in June 2011 on a working visit. The delegations then signed a memorandum on sports.",
     "A KGZ-LVA memorandum on sports 2011-06 None done", "V Edgars Rinkevics KGZ None working 2011-06 done", "V Sadyr Japarov LVA Riga state 2024-05-14 done"),
]
# fmt: on


# Of a third state, in a text that is on two.
STRANGE: list[str] = [
    "The writer Ana Lopes, who was born in Praia in 1951, read from her new novel at the city library on Friday evening.",
    "Prices of wheat fell by 3 per cent on Monday on hopes of a good harvest in Canada.",
]


@pytest.mark.parametrize("text", STRANGE)
def test_strangers_date_nothing(text: str) -> None:
    assert lines(f"{OPENING} {THANKS} / {text} / {CLOSING} {THANKS}") == sorted(STORY)


@pytest.mark.parametrize("case", BETWEEN, ids=lambda case: case[0][:40])
def test_the_story_goes_on(case: tuple[str, ...]) -> None:
    text, *told = case
    assert lines(f"{OPENING} / {text} / {CLOSING}") == sorted([*STORY, *told])


@pytest.mark.parametrize("case", READ, ids=lambda case: case[0][:40])
def test_what_is_read(case: tuple[str, ...]) -> None:
    text, *told = case
    assert lines(text) == sorted(told)


def parts(text: str) -> list[str]:
    """The first words of each story of a text."""
    analysis = read_names(_document(text), extractor().lexicon)
    cut_sentences(analysis, extractor().lexicon)
    return [" ".join(analysis.text[part.sentences[0].start :].split()[:2]) for part in stories(analysis)]


# fmt: off
STORIES: list[tuple[str, list[str]]] = [
    (f"{OPENING} / Peru and Chile signed a treaty in Arica. / {CLOSING}", ["RIGA, May", "Peru and"]),
    (f"{OPENING} / {CLOSING} / Peru and Chile signed a treaty in Arica. / The Peruvian president said so. / The treaty is on fish.", ["RIGA, May", "Peru and"]),
    # one state, a list, a gathering, what points back, what names the same states, what nobody does: one story
    (f"{OPENING} / Peru bought six aircraft. / {CLOSING}", ["RIGA, May"]),
    (f"{OPENING} / - Peru and Chile signed a treaty. / {CLOSING}", ["RIGA, May"]),
    (f"{OPENING} They attended a summit of heads of state. / Peru and Chile sent their ministers. / {CLOSING}", ["RIGA, May"]),
    (f"{OPENING} / He thanked Peru and Chile. Peru and Chile had helped. / {CLOSING}", ["RIGA, May"]),
    (f"{OPENING} / Peru and Latvia signed a treaty. / {CLOSING}", ["RIGA, May"]),
    (f"{OPENING} / No word on Peru and Chile. / {CLOSING}", ["RIGA, May"]),
    ("2019 / Latvia and Peru signed a treaty. / 2020 / Chile and Kenya signed a treaty.", ["2019 Latvia"]),
]
# fmt: on


@pytest.mark.parametrize(("text", "wanted"), STORIES)
def test_stories(text: str, wanted: list[str]) -> None:
    assert parts(text) == wanted
