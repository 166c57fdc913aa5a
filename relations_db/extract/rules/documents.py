"""Agreements and declarations: documents that two states made. Constructions of docs/reference/rules.md, sections Documents and Levels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.phrases import NOUN, DocPhrase, find_documents, find_level
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Agreement, Basis, Declaration, Kind, Money, Qualifier, Status

_TITLE_LEFT = re.compile(
    r"(?:(?:free|trade|visa|visa-free|visa-waiver|air|services?|double|taxation|tax|investment|protection|economic|partnership|comprehensive|strategic|mutual|legal|assistance|extradition|currency|swap|"
    r"fisheries|fishing|gas|oil|supply|loan|credit|financing|grant|security|defen[cs]e|military|cooperation|framework|umbrella|interim|bilateral|intergovernmental|inter-governmental|joint|executive|action|"
    r"implementation|exchange|cultural|nuclear|energy|customs|transit|transport|border|labou?r|migration|readmission|work|mid-term|long-term|medium-term|basic|draft|industrial|"
    r"lithium|uranium|rail|railway|port|water|health|education|science|technology|digital|data|space|satellite|aviation|aircraft|arms|wheat|grain|purchase|sales?|concession|"
    r"production|sharing|power|host|country|lease|maritime|boundary|land|peace|friendship|neighbou?rliness|good-neighbou?rly|and|of|D\d+|\"|'s|social|tourism|agricultural|agriculture|road|map|three-year|five-year|[a-z]+-year|general|special|new|separate|key|landmark|historic|A\d+|-) )+$"
)
_EDGE = re.compile(
    r" (?:[.;:()]|, (?!and (?:[a-z]+ )?cooperation|trade and)|which|who|that (?!is)|was|were|has|have|had|is|are|will|would|signed|inked|concluded|adopted|exchanged|sealed|initialled|aimed|aims|worth|valued|between|by|after|during|following|while|when|"
    r"as well as|along with|together with|providing|envisag\w+|under which|covering|including|with a view|in order|to (?:be|bring|raise|boost|increase|help|promote|strengthen|facilitate)|at (?:the|a)|in (?:L\d+|D\d+|the presence|his|her|Q\d+)|on (?:D\d+|the sidelines|the margins|the occasion)|from D\d+|D\d+|said|this|last|in force|[PGH]\d+ (?!'s)|\"|-)(?= |$)"
)
_RIGHT = re.compile(r"^ (?:on|for|of|in|concerning|regarding|about|to|related to|relating to|covering|against|with)\b")
_STOP_TITLE = frozenset(
    "the a an of on in for and to between with its their joint agreement memorandum understanding cooperation plan protocol roadmap programme program document documents".split()
)


def documents_of(context: Context, sentence: Sentence) -> list[DocPhrase]:
    """The document phrases of a sentence, found once."""
    if sentence.index not in context.phrases:
        context.phrases[sentence.index] = find_documents(sentence)
    return context.phrases[sentence.index]


# ------------------------------------------------------------------ titles
def title_of(context: Context, sentence: Sentence, phrase: DocPhrase) -> tuple[str, tuple[int, int]]:
    """The document's own title or the noun phrase that identifies it, with its place in the text."""
    coded = sentence.coded
    left = _TITLE_LEFT.search(coded[: phrase.start])
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
    if _RIGHT.match(tail):
        edge = _EDGE.search(tail, 1)
        end = phrase.end + (edge.start() if edge else len(tail))
        end = min(end, phrase.end + 160)
    low, high = sentence.span(start, end)
    text = context.analysis.text[low:high].rstrip(" ,.;:")
    return text, (low, low + len(text))


def _identifies(title: str) -> bool:
    return any(w not in _STOP_TITLE for w in re.findall(r"\w+", title.lower()))


# ------------------------------------------------------------------ shared fields
def _parties(context: Context, sentence: Sentence, phrase: DocPhrase) -> tuple[tuple[str, ...] | None, Basis]:
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
    return context.parties(sentence, _clause_start(sentence, low), high)


def _clause_start(sentence: Sentence, number: int) -> int:
    for back in range(number, 0, -1):
        if sentence.units[back - 1].word in (";", ":", "while", "but") and not sentence.units[back - 1].code:
            return back
    return 0


def _when(context: Context, sentence: Sentence, phrase: DocPhrase) -> When:
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
        return context.news_day()
    if realis.status is Status.PLANNED:
        return When(context.visit_date, Basis.FRAME) if context.visit_date else UNKNOWN
    return context.news_date()


def _place(context: Context, sentence: Sentence, phrase: DocPhrase, when: When) -> str | None:
    place = context.place_near(sentence, phrase.verb_at or phrase.start)
    if place:
        return place.city
    if re.search(r"\bhere\b", sentence.coded) and (here := context.here()):
        return here.city
    if (
        phrase.act.background
        or when.basis is SAID
        and when.date
        and context.visit_date
        and when.date.year != context.visit_date.year
    ):
        return None
    return context.host_city


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
    lead = _TITLE_LEFT.search(sentence.coded[: phrase.start])
    if lead:
        a, b = sentence.span(phrase.start - len(lead.group()), phrase.start)
        found |= set(context.sectors.find(low[a:b]))
    if sentence.index + 1 < len(context.analysis.sentences):
        following = context.analysis.sentences[sentence.index + 1]
        if re.match(
            r"(?:the |these |they |among (?:them|the)|G\d+ (?:cover|deal|concern|relate|range)|N?\d* ?)?(?:[a-zN\d-]+ )?(?:documents|agreements|papers|memoranda|deals|texts|G\d+|they|instruments)? ?(?:signed )?(?:cover|covers|deal with|concern|relate to|range|include|provide for|span|are in|were in)\b",
            following.coded,
        ):
            found |= set(context.sectors.find(low[following.start : following.end]))
    return tuple(sorted(found))


# ------------------------------------------------------------------ agreements
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
    if not package and not _identifies(title):
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
    parties, basis = _parties(context, sentence, phrase)
    if not parties or len(parties) < 2:
        return []
    when = _when(context, sentence, phrase)
    claim = Agreement(
        parties, "package" if package else phrase.form, None if package else title, phrase.count if package else 1,
        (phrase.qualifier if phrase.count else None) if package else Qualifier.EXACT, _sectors(context, sentence, phrase, None if package else title),
        _money(sentence, phrase), when.date, _place(context, sentence, phrase, when), phrase.act.status,
    )  # fmt: skip
    where = {"parties": (basis, None), "signed_on": (when.basis, when.span), "title": (SAID, span)}
    return [
        Candidate(claim, [(sentence.start, sentence.end)], "agreement", sentence.index, where, phrase.act.background)
    ]


# ------------------------------------------------------------------ declarations
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
    parties, basis = _parties(context, sentence, phrase)
    if not parties or len(parties) < 2:
        return []
    when = _when(context, sentence, phrase)
    own = title if _own_title(context, sentence, phrase, title) else None
    claim = Declaration(
        parties,
        form,
        own,
        code,
        label,
        when.date,
        _place(context, sentence, phrase, when),
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
    parties, basis = context.parties(sentence, _clause_start(sentence, sentence.at(match.start())), len(sentence.units))
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


_TRIGGERS = frozenset(w for m in NOUN.pattern.split("|") for w in re.findall(r"[a-z]+", m.replace("\\", ""))) | {
    "memorandum",
    "agreement",
    "agreements",
    "documents",
}
AGREEMENT_RULES = (Rule("agreement", Kind.AGREEMENT, _TRIGGERS, NOUN, agreement),)
DECLARATION_RULES = (
    Rule("declaration", Kind.DECLARATION, _TRIGGERS, NOUN, declaration),
    Rule(
        "level-change",
        Kind.DECLARATION,
        frozenset("partnership partnerships partners alliance allied allies association".split()),
        RAISE,
        level_change,
    ),
)


# ------------------------------------------------------------------ merging
def merge_declarations(context: Context, candidates: list[Candidate]) -> list[Candidate]:
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
    from relations_db.extract.merge import days_apart

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
        and not (set(x.title.lower().split()) & set(y.title.lower().split()) - _STOP_TITLE)
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


def merge_agreements(context: Context, candidates: list[Candidate]) -> list[Candidate]:
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
    from relations_db.extract.merge import days_apart

    x, y = _agreement(a), _agreement(b)
    if x.parties != y.parties or (x.form == "package") != (y.form == "package"):
        return False
    if x.signed_on and y.signed_on and days_apart(x.signed_on, y.signed_on) > 10:
        return False
    if x.form == "package":
        return x.count == y.count or x.count is None or y.count is None
    a_words = {w for w in re.findall(r"\w+", (x.title or "").lower()) if w not in _STOP_TITLE}
    b_words = {w for w in re.findall(r"\w+", (y.title or "").lower()) if w not in _STOP_TITLE}
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
