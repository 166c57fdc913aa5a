"""Where a document was made."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.context import Context, When
from relations_db.extract.documents import DocPhrase
from relations_db.extract.merge import days_apart
from relations_db.extract.rules.paper_carried import Stretch
from relations_db.extract.rules.paper_when import STRONG
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, Status


def own_place(context: Context, sentence: Sentence, stretch: Stretch) -> str | None:
    """The city told right after a title: "an agreement, signed in Prague"."""
    found = re.match(r"(?: ,)?(?: signed| concluded| inked)? in L(\d+)", sentence.coded[stretch[1] :])
    return context.place_of(sentence.units[int(found.group(1))]).city if found else None


def place_of(
    context: Context,
    sentence: Sentence,
    phrase: DocPhrase,
    act: Act,
    when: When,
    parties: tuple[str, ...],
    titles: list[Stretch],
) -> str | None:
    """The city where it was made: said near the act, the chronicle entry's, that of the act told before, or of the visit."""
    if act.status is Status.PROPOSED:
        return None
    if (stay := _DURING.match(sentence.coded, max(0, act.at))) and act.way in ("active", "passive", "nominal"):
        return context.place_of(sentence.units[int(stay.group(1))]).city
    if (gone := _WHEN_THERE.search(sentence.coded, 0, max(0, act.at))) and act.way != "exists":
        return context.place_of(sentence.units[int(gone.group(1))]).city
    if said := _said_place(context, sentence, act, titles):
        return said
    if gone := _WENT.search(sentence.coded, 0, max(0, act.at)):
        return context.place_of(sentence.units[int(gone.group(1))]).city
    there = _THERE.search(sentence.coded)
    if there and (meant := context.last_place(sentence, there.start(), None)) and meant.city:
        return meant.city
    if re.search(r"\bhere\b|\b(?:in|to) this (?:city|town|capital)\b", sentence.coded) and (here := context.here()):
        return here.city
    if (entry := context.entry_place(sentence.index)) is not None:
        return entry.city
    if when.basis is Basis.FRAME and context.paper_dates and when.date == context.paper_dates[-1][1].date:
        last = context.paper_dates[-1][2]
        if last and context.paper_parties and context.paper_parties[-1][1] == parties:
            return last
    return _visited(context, when, parties) or _of_talks(context, sentence, act, when)


_DURING = re.compile(
    r"[^;:]*? (?:during|on) (?:the |an? |[PQCH]\d+ (?:'s )?)(?:[a-z'-]+ |D\d+ |A\d+ ){0,4}?(?:visit|trip|stay)(?: (?:of|by) (?:the )?(?:[A-Z]\d+ )?[PH]\d+)? (?:to|in) (?:the )?L(\d+)"
)
_WENT = re.compile(
    r"\b(?:went|flew|came|travel(?:l)?ed|trip|visit|journey|invited) to L(\d+)\b[^;:]{0,80}\b(?:when|where|and)\b"
)
# "was in L on D, when a statement was issued": nothing but the day stands between the place and the act
_WHEN_THERE = re.compile(
    r"\b(?:went|flew|came|travel(?:l)?ed|was|were|trip|visit|journey) (?:to|in) (?:the )?L(\d+)(?: (?:on|in) D\d+| D\d+)? , (?:when|where) [^,;:]{0,60}$"
)
_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|will|would|had|could|may|might|followed|remains)\b)")
_TALKS = re.compile(
    r"\b(?:talks|meeting|discussions|negotiations|summit|met|meet|session|hosted|received|conference|consultations|ceremony)\b[^;:]{0,50}? (?:in|at) (?:the )?L(\d+)"
)


def _of_talks(context: Context, sentence: Sentence, act: Act, when: When) -> str | None:
    """The city of the talks told in this or the two sentences before, for a document of the news."""
    if act.status is not Status.DONE or act.realis.background or when.date is None:
        return None
    on = context.analysis.on
    if on is None or (on.first - when.date.first).days > 20:
        return None
    for told in reversed(context.analysis.sentences[max(0, sentence.index - 2) : sentence.index + 1]):
        if found := _TALKS.search(told.coded):
            return context.place_of(told.units[int(found.group(1))]).city
    return None


# "a contract for the construction of 200 flats in L": the place is that of the matter
_OF_MATTER = re.compile(
    r"\b(?:for|on|about|regarding|concerning) (?:the |an? )?(?:[a-z]+ )?[a-z]+(?:tion|ment|ing|ion|pair|ply|haul|port|sale) of (?:[a-zNAC\d'-]+ ){1,8}(?:in|at|near) (?:the )?$"
)


_HOUSE = frozenset(
    "palace hall house hotel castle centre center airport villa museum mansion university port square residence town stadium theatre office "
    "chancellery ministry cathedral fortress club".split()
)


def _owns(context: Context, sentence: Sentence, number: int) -> bool:
    """True for "the highest grade in L's vocabulary", where the city is the state; a house there is a place, and so is what has a name."""
    owner, thing = sentence.units[number + 1 : number + 2], sentence.units[number + 2 : number + 5]
    if not thing or thing[0].code or owner[0].word != "'s":
        return False
    return _HOUSE.isdisjoint(u.word for u in thing) and context.analysis.text[thing[0].start].islower()


def _said_place(context: Context, sentence: Sentence, act: Act, titles: list[Stretch]) -> str | None:
    best: tuple[int, str | None] | None = None
    for number in sentence.of("L"):
        at = sentence.offsets[number]
        before = sentence.coded[max(0, at - 30) : at]
        if any(low <= at < high for low, high in titles) or not re.search(
            r"\b(?:in|at|,) (?:the )?(?:[a-z]+ ){0,2}$|\b(?:in|at) the (?:[a-z]+ ){1,3}of (?:the )?$|\b(?:statement|communique|declaration) from (?:the )?$|^$|^- $|\( $",
            before,
        ):
            continue
        between = sentence.coded[min(at, act.at) : max(at, act.at)]
        if _owns(context, sentence, number) or " ; " in between or (at > act.at and _OF_MATTER.search(between)):
            continue
        cost = abs(at - act.at) + 70 * len(STRONG.findall(between)) + (40 if at < act.at else 0)
        if cost < 260 and (best is None or cost < best[0]):
            best = (cost, context.place_of(sentence.units[number]).city)
    if best:
        return best[1]
    if (capital := re.search(r"\bin the A(\d+) capital\b", sentence.coded)) and (
        state := context.state_of(sentence.units[int(capital.group(1))])
    ):
        return context.lexicon.capitals.get(state)
    return None


def _visited(context: Context, when: When, parties: tuple[str, ...]) -> str | None:
    """The city of the visit during which a document was made."""
    fitting = [
        v
        for v in context.visits
        if v.city
        and v.host in parties
        and v.status is not Status.CANCELLED
        and (v.started_on is not None and when.date is not None and days_apart(v.started_on, when.date) <= 3)
    ]
    both = [v for v in fitting if v.country in parties]
    if both or fitting:
        return (both or fitting)[0].city
    return _news_place(context, when, parties)


def _news_place(context: Context, when: When, parties: tuple[str, ...]) -> str | None:
    """The city of the text's own news: where the visit goes, else that of the dateline."""
    on = context.analysis.on
    if when.basis in (Basis.DOCUMENT_DATE, Basis.DATELINE) or (when.date is None and on is None):
        if context.host in parties and context.host_city:
            return context.host_city
        here = context.here()
        return here.city if here and here.country in parties else None
    return None
