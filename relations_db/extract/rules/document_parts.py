"""What agreements and declarations share: titles, parties, dates and places of documents."""

from __future__ import annotations

import re

from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.merge import days_apart
from relations_db.extract.phrases import NOUN, DocPhrase, find_documents
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, PartialDate, Status

TITLE_LEFT = re.compile(
    r"(?:(?:free|trade|visa|visa-free|visa-waiver|air|services?|double|taxation|tax|investment|protection|economic|partnership|comprehensive|strategic|mutual|legal|assistance|extradition|currency|swap|"
    r"fisheries|fishing|gas|oil|supply|loan|credit|financing|grant|security|defen[cs]e|military|cooperation|framework|umbrella|interim|bilateral|intergovernmental|inter-governmental|joint|executive|action|"
    r"implementation|exchange|cultural|nuclear|energy|customs|transit|transport|border|labou?r|migration|readmission|work|mid-term|long-term|medium-term|basic|draft|industrial|"
    r"lithium|uranium|rail|railway|port|water|health|education|science|technology|digital|data|space|satellite|aviation|aircraft|arms|wheat|grain|purchase|sales?|concession|"
    r"production|sharing|power|host|country|lease|maritime|boundary|land|peace|friendship|neighbou?rliness|good-neighbou?rly|and|of|D\d+|\"|'s|social|tourism|agricultural|agriculture|road|map|three-year|five-year|[a-z]+-year|general|special|new|separate|key|landmark|historic|A\d+|-) )+$"
)


EDGE = re.compile(
    r" (?:[.;:()]|(?:and|,) (?:another|one|a second|the other|an?) |, (?!and (?:[a-z]+ )?cooperation|trade and)|which|who|that (?!is)|was|were|has|have|had|is|are|will|would|signed|inked|concluded|adopted|exchanged|sealed|initialled|aimed|aims|worth|valued|between|by|after|during|following|while|when|"
    r"as well as|along with|together with|providing|envisag\w+|under which|covering|including|with a view|in order|to (?:be|bring|raise|boost|increase|help|promote|strengthen|facilitate)|at (?:the|a)|in (?:L\d+|D\d+|the presence|his|her|Q\d+)|on (?:D\d+|the sidelines|the margins|the occasion)|from D\d+|D\d+|said|this|last|in force|[PGH]\d+ (?!'s)|\"|-)(?= |$)"
)


RIGHT = re.compile(r"^ (?:on|for|of|in|concerning|regarding|about|to|related to|relating to|covering|against|with)\b")


STOP_TITLE = frozenset(
    "the a an of on in for and to between with its their joint agreement memorandum understanding cooperation plan protocol roadmap programme program document documents".split()
)


def documents_of(context: Context, sentence: Sentence) -> list[DocPhrase]:
    """The document phrases of a sentence, found once."""
    if sentence.index not in context.phrases:
        context.phrases[sentence.index] = find_documents(sentence)
    return context.phrases[sentence.index]


def title_of(context: Context, sentence: Sentence, phrase: DocPhrase) -> tuple[str, tuple[int, int]]:
    """The document's own title or the noun phrase that identifies it, with its place in the text."""
    coded = sentence.coded
    left = TITLE_LEFT.search(coded[: phrase.start])
    start = phrase.start
    if left:
        start -= len(left.group())
        start += len(
            re.match(
                r"(?:(?:and|of|new|separate|key|landmark|historic|-|\"|'s|bilateral|special) )*", left.group()
            ).group()
        )  # type: ignore[union-attr]
    end = phrase.end
    tail = coded[phrase.end :]
    if RIGHT.match(tail):
        edge = EDGE.search(tail, 1)
        end = phrase.end + (edge.start() if edge else len(tail))
        end = min(end, phrase.end + 160)
    low, high = sentence.span(start, end)
    text = context.analysis.text[low:high].rstrip(" ,.;:")
    return text, (low, low + len(text))


def identifies(title: str) -> bool:
    return any(w not in STOP_TITLE for w in re.findall(r"\w+", title.lower()))


def document_parties(context: Context, sentence: Sentence, phrase: DocPhrase) -> tuple[tuple[str, ...] | None, Basis]:
    """Between A and B; with B; the signers; the sentence's states; the frame's."""
    tail = sentence.coded[phrase.end : phrase.end + 160]
    if between := re.search(
        r"\b(?:between|of) (?:the )?(?:[a-z'-]+ ){0,4}([PCA]\d+)(?: [a-z'-]+){0,4} and (?:the )?(?:[a-z'-]+ ){0,4}([PCA]\d+)",
        tail,
    ):
        states = {
            context.state_of(sentence.unit(between.group(1))),
            context.state_of(sentence.unit(between.group(2))),
        } - {None}
        if len(states) == 2:
            return tuple(sorted(s for s in states if s)), SAID
    with_ = re.match(r"(?: [a-z'-]+){0,8}? with (?:the )?(?:[a-z'-]+ ){0,2}([PCL]\d+)", tail)
    if with_ and (state := context.state_of(sentence.unit(with_.group(1)))):
        subject = context.subject(sentence, phrase.start)
        mine = context.state_of(sentence.units[subject]) if subject is not None else None
        partner = mine if mine and mine != state else context.partner(state, sentence.index)
        if partner:
            return tuple(sorted((state, partner))), SAID
    low, high = sentence.at(min(phrase.verb_at, phrase.start)), sentence.at(max(phrase.verb_at, phrase.end - 1)) + 1
    return context.parties(sentence, clause_start(sentence, low), high)


def clause_start(sentence: Sentence, number: int) -> int:
    for back in range(number, 0, -1):
        if sentence.units[back - 1].word in (";", ":", "while", "but") and not sentence.units[back - 1].code:
            return back
    return 0


def document_when(context: Context, sentence: Sentence, phrase: DocPhrase) -> When:
    """The day a document was made; inside a stay of several days only the month is known."""
    when = _own_when(context, sentence, phrase)
    if when.date and when.until and when.until != when.date and when.date.month == when.until.month:
        return When(PartialDate(when.date.year, when.date.month), when.basis, when.span)
    return when


def _own_when(context: Context, sentence: Sentence, phrase: DocPhrase) -> When:
    realis = phrase.act
    if realis.status is Status.PROPOSED:
        return context.date_near(sentence, phrase.verb_at, True) or UNKNOWN
    future = realis.status is Status.PLANNED
    own = re.match(
        r"^(?: [^,;]{0,60})? (?:signed|concluded|adopted|dated|of|in|on)(?: in L\d+)?(?: on| in)? D(\d+)",
        sentence.coded[phrase.end :],
    )
    if own:
        return context.resolve(sentence, int(own.group(1)), future)
    near = context.date_near(sentence, phrase.verb_at or phrase.start, future or None)
    if near:
        return near
    carried = context.date_for(sentence, phrase.verb_at, background=True)
    if carried.date:
        return carried
    if realis.background or context.is_history(sentence):
        return UNKNOWN
    if (
        context.visit_date
        and context.visit_date.day
        and context.analysis.on
        and 0 <= (context.analysis.on.first - context.visit_date.first).days <= 4
        and realis.status is Status.DONE
    ):
        return context.news_day(sentence.index)
    if realis.status is Status.PLANNED:
        return When(context.visit_date, Basis.FRAME) if context.visit_date else UNKNOWN
    return context.news_date()


def document_place(context: Context, sentence: Sentence, phrase: DocPhrase, when: When) -> str | None:
    place = context.place_near(sentence, phrase.verb_at or phrase.start)
    if place:
        return place.city
    if re.search(r"\bhere\b", sentence.coded) and (here := context.here()):
        return here.city
    return _visited_city(context, when)


def _visited_city(context: Context, when: When) -> str | None:
    """The city of the visit during which a document was made."""
    if when.date is None:
        return context.host_city if when.basis is not SAID else None
    for visit in context.visits:
        if (
            visit.city
            and visit.started_on
            and visit.status is not Status.CANCELLED
            and days_apart(visit.started_on, when.date) <= 2
        ):
            return visit.city
    return context.host_city if when.basis is not SAID else None


TRIGGERS = frozenset(w for m in NOUN.pattern.split("|") for w in re.findall(r"[a-z]+", m.replace("\\", ""))) | {
    "memorandum",
    "agreement",
    "agreements",
    "documents",
}
