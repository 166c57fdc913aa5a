"""Agreements: cooperation documents between states, single or counted. Constructions of docs/reference/rules.md, section Documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.merge import days_apart
from relations_db.extract.phrases import NOUN, DocPhrase, find_level
from relations_db.extract.rules.document_parts import (
    STOP_TITLE,
    TITLE_LEFT,
    TRIGGERS,
    document_parties,
    document_place,
    document_when,
    documents_of,
    identifies,
    title_of,
)
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.values import Agreement, Kind, Money, Qualifier, Status


def _money(sentence: Sentence, phrase: DocPhrase) -> Money | None:
    near = sentence.coded[phrase.end : phrase.end + 110]
    after = re.match(
        r"^(?: [^.;:]{0,80}?)? (?:worth|valued at|totalling|totaling|amounting to|with a value of|for|of|to the tune of|at a cost of|priced at) (?:[a-z]+ ){0,3}M(\d+)",
        near,
    )
    before = re.search(r"M(\d+) (?:- )?(?:[a-z-]+ ){0,3}$", sentence.coded[: phrase.start])
    found = after or before
    if not found:
        return None
    number = sentence.units[int(found.group(1))].thing
    assert isinstance(number, Number)
    return Money(number.value, number.currency or "USD")


_COVERS = re.compile(
    r"(?:among (?:them|the [a-z]+|G\d+) (?:are|were)|(?:the |these |those )?(?:N\d+ |new |signed )*(?:documents|agreements|papers|memoranda|memorandums|deals|texts|accords|mous|instruments|acts|understandings|G\d+|they)"
    r"(?: signed(?: on D\d+| D\d+)?)? (?:cover|covers|covered|deal with|dealt with|concern|concerned|relate to|range|ranged|include|included|provide for|span|run from|touch on|are in|were in|focus on|aim at))\b"
)


def _sectors(context: Context, sentence: Sentence, phrase: DocPhrase, title: str | None) -> tuple[str, ...]:
    low = context.analysis.low
    if title and not phrase.plural:
        return context.sectors.find(title.lower())
    tail = sentence.coded[phrase.end :]
    stop = re.search(r" (?:;|\.$|, (?:which|who|while|said)|while|\" )", tail)
    start, end = sentence.span(phrase.end, phrase.end + (stop.start() if stop else len(tail)))
    found = set(
        context.sectors.find(low[start:end])
        if re.search(
            r"\b(?:in|on|cover\w*|such as|includ\w+|from|rang\w+|relat\w+|spanning|areas?|fields?|sectors?|spheres?|for|concerning|regarding|pertaining|among)\b",
            tail,
        )
        else ()
    )
    lead = TITLE_LEFT.search(sentence.coded[: phrase.start])
    if lead:
        a, b = sentence.span(phrase.start - len(lead.group()), phrase.start)
        found |= set(context.sectors.find(low[a:b]))
    for following in context.analysis.sentences[sentence.index + 1 : sentence.index + 9]:
        if _COVERS.match(following.coded) and (
            following.index == sentence.index + 1 or not following.coded.startswith(("they", "G"))
        ):
            found |= set(context.sectors.find(low[following.start : following.end]))
            break
    return tuple(sorted(found))


_EXISTING = re.compile(
    r"\b(?:existing|earlier|previous|previously|current|past|implementation of|implementing|accordance with|within the framework of|under|fulfilment of|execution of|carry out|carrying out|provisions of|based on|pursuant to|in line with|honou?r|respect|violat\w+) (?:the |this |that |all |its |their |a |[a-z]+ly |[a-z]+ )?$"
)


def agreement(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A signed, adopted, exchanged or planned document, or a package of them."""
    phrase = next((p for p in documents_of(context, sentence) if p.start == match.start()), None)
    if phrase is None or phrase.declaration:
        return []
    if phrase.act.status is None:
        context.ignore(Kind.AGREEMENT, sentence, phrase.start, phrase.end, phrase.act.reason)
        return []
    if _EXISTING.search(sentence.coded[: phrase.start]) and not re.search(
        r"\bsigned\b", sentence.coded[phrase.end : phrase.end + 30]
    ):
        context.ignore(Kind.AGREEMENT, sentence, phrase.start, phrase.end, "existing agreements")
        return []
    title, span = title_of(context, sentence, phrase)
    if (
        not phrase.plural
        and find_level(title, friendship=phrase.form == "treaty")
        and phrase.form not in ("programme", "roadmap", "other", "protocol")
        and not re.search(r"\beconomic partnership|implement|investment\b", title.lower())
    ):
        return []
    package = phrase.plural
    if not package and not identifies(title):
        context.ignore(Kind.AGREEMENT, sentence, phrase.start, phrase.end, "no title")
        return []
    if (
        package
        and not phrase.counted
        and re.search(r"\b(?:the|these|those|all|such) (?:[a-z]+ )?$", sentence.coded[: phrase.start])
        and not re.search(r"\bpackage\b", phrase.noun)
    ):
        if not re.match(r" (?:to be |being )?(?:signed|exchanged)", sentence.coded[phrase.end :]):
            return []
    parties, basis = document_parties(context, sentence, phrase)
    if not parties or len(parties) < 2:
        return []
    when = document_when(context, sentence, phrase)
    claim = Agreement(
        parties, "package" if package else phrase.form, None if package else title, phrase.count if package else 1,
        (phrase.qualifier if phrase.count else None) if package else Qualifier.EXACT, _sectors(context, sentence, phrase, None if package else title),
        _money(sentence, phrase), when.date, document_place(context, sentence, phrase, when), phrase.act.status,
    )  # fmt: skip
    where = {"parties": (basis, None), "signed_on": (when.basis, when.span), "title": (SAID, span)}
    return [
        Candidate(claim, [(sentence.start, sentence.end)], "agreement", sentence.index, where, phrase.act.background)
    ]


RULES = (Rule("agreement", Kind.AGREEMENT, TRIGGERS, NOUN, agreement),)


def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per document or package."""
    merged: list[Candidate] = []
    for candidate in candidates:
        home = next((i for i, other in enumerate(merged) if _same_agreement(other, candidate)), None)
        if home is None:
            merged.append(candidate)
        else:
            merged[home] = _joined_agreement(merged[home], candidate)
    return merged


def _agreement(candidate: Candidate) -> Agreement:
    assert isinstance(candidate.claim, Agreement)
    return candidate.claim


def _same_agreement(a: Candidate, b: Candidate) -> bool:
    x, y = _agreement(a), _agreement(b)
    if x.parties != y.parties or (x.form == "package") != (y.form == "package"):
        return False
    if x.signed_on and y.signed_on and days_apart(x.signed_on, y.signed_on) > 10:
        return False
    if x.form == "package":
        return x.count == y.count or x.count is None or y.count is None
    a_words = {w for w in re.findall(r"\w+", (x.title or "").lower()) if w not in STOP_TITLE}
    b_words = {w for w in re.findall(r"\w+", (y.title or "").lower()) if w not in STOP_TITLE}
    return bool(a_words & b_words) and len(a_words & b_words) >= 0.6 * min(len(a_words), len(b_words))


def _joined_agreement(a: Candidate, b: Candidate) -> Candidate:
    x, y = _agreement(a), _agreement(b)
    stages = (Status.CANCELLED, Status.DONE, Status.PLANNED, Status.PROPOSED)
    said = [c for c in (a, b) if _agreement(c).signed_on and c.where["signed_on"][0] is SAID]
    count = x.count if x.count is not None else y.count
    claim = replace(
        x, count=count, qualifier=(x.qualifier if x.count is not None else y.qualifier), sectors=tuple(sorted({*x.sectors, *y.sectors})) if x.form == "package" else x.sectors or y.sectors,
        value=x.value or y.value, signed_on=_agreement(said[0]).signed_on if said else x.signed_on or y.signed_on, place=x.place or y.place, status=min((x.status, y.status), key=stages.index),
    )  # fmt: skip
    return replace(
        a, claim=claim, quotes=[*a.quotes, *(q for q in b.quotes if q not in a.quotes)][:4], where=b.where | a.where
    )
