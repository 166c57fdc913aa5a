"""Declarations and levels of relations. Constructions of docs/reference/rules.md, section Levels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.merge import days_apart
from relations_db.extract.phrases import NOUN, DocPhrase, find_level
from relations_db.extract.rules.document_parts import (
    STOP_TITLE,
    TRIGGERS,
    clause_start,
    document_parties,
    document_place,
    document_when,
    documents_of,
    title_of,
)
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Declaration, Kind, Status

_LEVEL_FORMS = {
    "agreement": "agreement",
    "treaty": "treaty",
    "memorandum": "memorandum",
    "protocol": "other",
    "contract": "agreement",
}


RAISE = re.compile(
    r"\b(?P<verb>elevat(?:ed|es|ing|e)|rais(?:ed|es|ing|e)|upgrad(?:ed|es|ing|e)|lift(?:ed|s|ing)?|brought|bring|took|take|taken|moved|promot(?:ed|e)|advanc(?:ed|e)|transform(?:ed|s)?|convert(?:ed)?|modif(?:y|ied)|turn(?:ed)?|stepp?(?:ed)? up|boost(?:ed)?|"
    r"establish(?:ed|es|ing)?|form(?:ed|s)?|forg(?:ed|es|e)|set up|found(?:ed)|launch(?:ed|es)|proclaim(?:ed|s)?|declar(?:ed|es)|announc(?:ed|es)|inaugurat(?:ed)|entered|enter|becom(?:e|es|ing)|became|conclud(?:ed|es)|elevation|upgrade|upgrading|transition|advancement|"
    r"establishment|been|introduc(?:ed|es)|agreed on|enlarg(?:e|ed)|since|reached|granted|signed|built)\b"
)


def declaration(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A joint declaration, statement, communique; a treaty or agreement that proclaims a level."""
    phrase = next((p for p in documents_of(context, sentence) if p.start == match.start()), None)
    if phrase is None or phrase.plural or phrase.act.status is None:
        return []
    title, span = title_of(context, sentence, phrase)
    level = find_level(title, friendship=True)
    if not phrase.declaration:
        if (
            not level
            or phrase.form in ("programme", "roadmap", "other", "protocol")
            or re.search(r"\beconomic partnership|implement|investment\b", title.lower())
        ):
            return []
        if level[0] == "friendship" and phrase.form != "treaty":
            return []
    elif phrase.noun in ("declaration",) and re.search(
        r"\b(?:of intent)\b", sentence.coded[phrase.end : phrase.end + 12]
    ):
        return []
    form = _declaration_form(sentence, phrase)
    label = title[level[1] : level[2]] if level else None
    code = level[0] if level else None
    if not level and (raised := _raised_level(context, sentence)):
        code, label = raised
    parties, basis = document_parties(context, sentence, phrase)
    if not parties or len(parties) < 2:
        return []
    when = document_when(context, sentence, phrase)
    own = title if _own_title(context, sentence, phrase, title) else None
    claim = Declaration(
        parties,
        form,
        own,
        code,
        label,
        when.date,
        document_place(context, sentence, phrase, when),
        phrase.act.status,
        _signatories(context, sentence, phrase),
    )
    where = {"parties": (basis, None), "signed_on": (when.basis, when.span), "title": (SAID, span)}
    return [
        Candidate(claim, [(sentence.start, sentence.end)], "declaration", sentence.index, where, phrase.act.background)
    ]


def _declaration_form(sentence: Sentence, phrase: DocPhrase) -> str:
    if phrase.declaration:
        if phrase.noun == "declaration" and re.search(r"\bjoint (?:[a-z]+ )?$", sentence.coded[: phrase.start]):
            return "joint_declaration"
        return phrase.form
    return _LEVEL_FORMS.get(phrase.form, "other")


def _own_title(context: Context, sentence: Sentence, phrase: DocPhrase, title: str) -> bool:
    """True where the title is a name: capitalised or quoted, or says more than the bare noun."""
    words = [w for w in re.findall(r"[^\W\d_]+", title) if len(w) > 3]
    return len(words) > 1 and sum(w[0].isupper() for w in words) >= len(words) * 0.6


def _signatories(context: Context, sentence: Sentence, phrase: DocPhrase) -> tuple[str, ...]:
    names = []
    for number in sentence.of("P"):
        for entity in context.entities_at(sentence, number):
            if not entity.former or phrase.act.background:
                names.append(entity.name)
    return (
        tuple(dict.fromkeys(names))
        if phrase.verb.startswith(("sign", "ink", "issu", "adopt", "put", "affix", "conclu"))
        else ()
    )


def _raised_level(context: Context, sentence: Sentence) -> tuple[str, str] | None:
    """The level to which a sentence raises relations."""
    for match in RAISE.finditer(sentence.coded):
        found = _target_level(context, sentence, match)
        if found:
            return found[0], found[1]
    return None


def _target_level(context: Context, sentence: Sentence, match: Match[str]) -> tuple[str, str, tuple[int, int]] | None:
    tail = sentence.coded[match.end() :]
    stop = re.search(r" [;:] | (?:while|but|which|who) ", tail)
    tail = tail[: stop.start()] if stop else tail[:200]
    verb = match.group("verb")
    if verb in ("since", "been"):
        pass
    moved = re.search(r"\b(?:to|into|as)\b(?P<level>.*)", tail)
    begin = match.end()
    words = tail
    if re.match(
        r"elevat|rais|upgrad|lift|br|t[ao]k|moved|promot|advanc|transform|convert|modif|turn|step|boost|transition",
        verb,
    ):
        if not moved:
            return None
        to = [
            m
            for m in re.finditer(r"\b(?:to|into|as) (?:the )?(?:level |status |rank |category |height )?(?:of )?", tail)
        ]
        if not to:
            return None
        begin += to[0].end()
        words = tail[to[0].end() :]
    low, high = sentence.span(begin, begin + len(words)) if words.strip() else (0, 0)
    if high <= low:
        return None
    words = context.analysis.folded[low:high]
    level = find_level(words)
    if not level or level[1] > 75:
        return None
    label = context.analysis.text[low + level[1] : low + level[2]]
    return level[0], label, (low + level[1], low + level[2])


def level_change(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Ties were upgraded to a strategic partnership", "they established a strategic partnership in 2009"."""
    verb = match.group("verb")
    found = _target_level(context, sentence, match)
    if not found or found[0] == "partnership" and verb in ("been", "since", "signed", "agreed on"):
        return []
    before = sentence.coded[: match.start()]
    passive_level = False
    if verb in (
        "since",
        "been",
        "reached",
        "entered",
        "enter",
        "signed",
        "announced",
        "announces",
        "declared",
        "granted",
        "built",
        "agreed on",
        "introduced",
        "introduces",
    ):
        if verb == "been":
            if not re.search(r"\b(?:have|has|had) (?:[a-z]+ )?$", before) or not re.search(
                r"\bsince (?:[a-z]+ )?D\d+", sentence.coded[match.end() :]
            ):
                return []
        elif verb == "since" or verb == "signed":
            return []
    noun = re.match(r"elevation|upgrade|upgrading|transition|advancement|establishment", verb)
    group = verb_group(sentence, match.start())
    realis = around(sentence, match.start(), match.end()) if noun else of_group(group)
    if (
        not noun
        and re.search(r"(?:ate|aise|ade|ift|ing|ake|ote|ance|orm|ert|fy|urn|up|ost|ish|orge|nter|ome|ild)$", verb)
        and not verb.endswith("ing")
    ):
        if re.search(r"\bto $", before) and realis.status in (Status.DONE, Status.PLANNED):
            decided = re.search(r"\b(?:agreed|decided|resolved|announced|decision (?:made )?(?:D\d+ )?) to $", before)
            realis = Realis(Status.DONE, realis.background) if decided else Realis(Status.PLANNED)
    outer = around(sentence, match.start(), match.end())
    if outer.status is None or outer.status is Status.CANCELLED:
        realis = outer
    if realis.status is None:
        return []
    if (
        realis.status is Status.PLANNED
        and re.search(r"\bwill be (?:[a-z]+ )?$", before)
        and re.search(r"\bdeclaration\b", sentence.coded)
        and re.search(r"\bsigned\b", sentence.coded)
    ):
        realis = Realis(Status.DONE)
    parties, basis = context.parties(sentence, clause_start(sentence, sentence.at(match.start())), len(sentence.units))
    if not parties or len(parties) < 2 or passive_level:
        return []
    near = context.date_near(sentence, match.start(), realis.status is Status.PLANNED or None)
    since = (
        re.search(r"\bsince (?:[a-z]+ )?D(\d+)", sentence.coded[match.end() :]) if verb in ("been", "called") else None
    )
    if since:
        when = context.resolve(sentence, int(since.group(1)), False)
    else:
        when = near or (
            UNKNOWN
            if realis.background or realis.status is Status.PROPOSED or context.is_history(sentence)
            else context.date_for(sentence, match.start(), realis.background)
        )
    place = context.place_near(sentence, match.start())
    claim = Declaration(
        parties, "other", None, found[0], found[1], when.date, place.city if place else None, realis.status
    )
    where = {"parties": (basis, None), "signed_on": (when.basis, when.span), "level": (SAID, found[2])}
    return [
        Candidate(claim, [(sentence.start, sentence.end)], "level-change", sentence.index, where, realis.background)
    ]


RULES = (
    Rule("declaration", Kind.DECLARATION, TRIGGERS, NOUN, declaration),
    Rule(
        "level-change",
        Kind.DECLARATION,
        frozenset("partnership partnerships partners alliance allied allies association".split()),
        RAISE,
        level_change,
    ),
)


def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per document: same parties, compatible dates, and levels and titles that do not contradict."""
    merged: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.rule == "level-change", c.quotes[0])):
        home = next((i for i, other in enumerate(merged) if _same_declaration(other, candidate)), None)
        if home is None:
            merged.append(candidate)
        else:
            merged[home] = _joined_declaration(merged[home], candidate)
    return sorted(merged, key=lambda c: c.quotes[0])


def _declaration(candidate: Candidate) -> Declaration:
    assert isinstance(candidate.claim, Declaration)
    return candidate.claim


def _same_declaration(a: Candidate, b: Candidate) -> bool:
    x, y = _declaration(a), _declaration(b)
    if x.parties != y.parties or (x.level and y.level and x.level != y.level):
        return False
    if x.signed_on and y.signed_on and days_apart(x.signed_on, y.signed_on) > 10:
        return False
    if (
        x.form != "other"
        and y.form != "other"
        and x.form != y.form
        and {x.form, y.form} != {"declaration", "joint_declaration"}
    ):
        return False
    if (
        x.title
        and y.title
        and x.title.lower() != y.title.lower()
        and not (set(x.title.lower().split()) & set(y.title.lower().split()) - STOP_TITLE)
    ):
        return False
    if (x.signed_on is None) != (y.signed_on is None) and a.background != b.background:
        return False
    return bool(x.level or y.level or abs(a.sentence - b.sentence) < 30)


def _joined_declaration(a: Candidate, b: Candidate) -> Candidate:
    x, y = _declaration(a), _declaration(b)
    dates = [d for d in (x.signed_on, y.signed_on) if d]
    said = [c for c in (a, b) if _declaration(c).signed_on and c.where["signed_on"][0] is SAID]
    date = _declaration(said[0]).signed_on if said else (dates[0] if dates else None)
    stages = (Status.CANCELLED, Status.DONE, Status.PLANNED, Status.PROPOSED)
    claim = replace(
        x, form=x.form if x.form != "other" else y.form, title=x.title or y.title, level=x.level or y.level, level_text=x.level_text or y.level_text, signed_on=date,
        place=x.place or y.place, status=min((x.status, y.status), key=stages.index), signatories=x.signatories or y.signatories,
    )  # fmt: skip
    return replace(
        a, claim=claim, quotes=[*a.quotes, *(q for q in b.quotes if q not in a.quotes)][:4], where=b.where | a.where
    )
