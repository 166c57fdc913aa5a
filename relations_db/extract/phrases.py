"""Document phrases ("over a dozen agreements", "the Treaty on Allied Interaction") and the act that made them; levels; sectors.

Nouns, verbs and levels: docs/reference/rules.md, sections Documents and Levels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Match

from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Qualifier, Status

SINGULAR: dict[str, str] = {
    "agreement": "agreement", "accord": "agreement", "pact": "agreement", "deal": "agreement", "arrangement": "agreement", "convention": "agreement",
    "memorandum of understanding": "memorandum", "memorandum of cooperation": "memorandum", "memorandum of intent": "memorandum", "memorandum": "memorandum",
    "mou": "memorandum", "moc": "memorandum", "memo": "memorandum", "protocol": "protocol", "annex": "protocol", "addendum": "protocol", "minutes": "protocol",
    "roadmap": "roadmap", "road map": "roadmap", "road-map": "roadmap", "action plan": "programme", "plan of action": "programme", "work plan": "programme",
    "cooperation plan": "programme", "programme": "programme", "program": "programme", "plan": "programme", "treaty": "treaty", "contract": "contract",
    "letter of intent": "other", "letters of intent": "other", "exchange of notes": "other", "exchange of letters": "other", "declaration of intent": "other",
    "statement of intent": "other", "terms of reference": "other", "term sheet": "other", "strategy": "programme", "concept": "programme", "lease": "contract",
}  # fmt: skip
PLURAL: dict[str, str] = {
    "agreements": "agreement", "accords": "agreement", "pacts": "agreement", "deals": "agreement", "documents": "other", "papers": "other", "memoranda": "memorandum",
    "memorandums": "memorandum", "memoranda of understanding": "memorandum", "memorandums of understanding": "memorandum", "mous": "memorandum", "protocols": "protocol",
    "contracts": "contract", "treaties": "treaty", "instruments": "other", "programmes": "programme", "programs": "programme", "plans": "programme", "roadmaps": "roadmap",
    "texts": "other", "acts": "other", "understandings": "other", "conventions": "agreement", "arrangements": "agreement",
}  # fmt: skip
PACKAGE = {
    "package",
    "set",
    "series",
    "raft",
    "batch",
    "bundle",
    "packet",
    "number",
    "slew",
    "host",
    "string",
    "range",
    "variety",
    "handful",
    "clutch",
    "couple",
    "dozens",
    "scores",
}
DECLARATIONS: dict[str, str] = {
    "joint declaration": "joint_declaration", "joint political declaration": "joint_declaration", "common declaration": "joint_declaration", "declaration": "declaration",
    "joint statement": "joint_statement", "joint press statement": "joint_statement", "leaders ' statement": "joint_statement", "joint leaders ' statement": "joint_statement",
    "leaders ' joint statement": "joint_statement", "joint vision statement": "joint_statement", "vision statement": "joint_statement", "common statement": "joint_statement",
    "joint communique": "communique", "communique": "communique", "joint press communique": "communique", "final communique": "communique", "charter": "other",
    "joint strategic vision": "other", "joint vision": "other",
}  # fmt: skip
_ALL = {
    **SINGULAR,
    **PLURAL,
    **DECLARATIONS,
    **dict.fromkeys(("package of documents", "package of agreements"), "package"),
}
NOUN = re.compile(
    r"(?<![\w'-])(?P<noun>" + "|".join(re.escape(n) for n in sorted(_ALL, key=len, reverse=True)) + r")(?![\w-])"
)
SIGN = (
    r"(?:sign(?:ed|s|ing)?|ink(?:ed|s|ing)?|initial(?:l)?(?:ed|s|ing)|rubricat(?:ed|es)|conclud(?:ed|es|ing|e)|exchang(?:ed|es|ing|e)|adopt(?:ed|s|ing)?|endors(?:ed|es|ing|e)|seal(?:ed|s|ing)?|clinch(?:ed|es)?|"
    r"struck|strike|finali[sz](?:ed|es|ing|e)|approv(?:ed|es|ing|e)|issu(?:ed|es|ing|e)|releas(?:ed|es|ing|e)|publish(?:ed|es|ing)?|announc(?:ed|es|ing|e)|hand(?:ed|ing) over|ratif(?:ied|ies|y|ying)|"
    r"enter(?:ed|s|ing)? into|affix(?:ed|es)?|put (?:their|his|Q\d+) signatures?|accept(?:ed|s)?|subscrib(?:ed|es)|made public|came out with|set (?:their|Q\d+) (?:names?|hands?|signatures?)|reached|landed|won|cement(?:ed|s)?|produc(?:ed|es|e)|"
    r"yield(?:ed|s)?|result(?:ed|s|ing)? in|culminat(?:ed|es|ing) in|saw|brought|led to|end(?:ed|s)? (?:with|in)|launch(?:ed|es)|renew(?:ed|s)?|extend(?:ed|s)?|amend(?:ed|s)?|execut(?:ed|e)|formali[sz](?:ed|es)|completed|swapped|agreed (?:on|to|upon)|placed|came out of|emerged from|contracted|made do with)"
)
_STRONG = re.compile(
    r"sign|ink|initial|rubricat|conclu|exchang|adopt|endors|seal|clinch|issu|releas|publish|hand|affix|put|subscrib|made public|set|swapped|formali|came out|struck|enter|renew|extend|execut|amend"
)
_WEAK_OK = re.compile(
    r"produc|yield|result|culminat|saw|brought|led to|end|announc|approv|finali|ratif|accept|reached|landed|won|cement|strike|launch|completed|agreed|placed"
)
ACTIVE = re.compile(rf"\b(?P<verb>{SIGN})(?P<between>(?: [^;.:()]{{0,140}})?) $")
PASSIVE = re.compile(
    rf"^(?P<between>[^;:]{{0,110}}?) (?P<aux>(?:(?:which|that|who|was|were|is|are|be|been|being|has|have|had|will|would|to|also|not|never|also|then|jointly|officially|formally|today|"
    rf"already|due|expected|scheduled|set|likely|planned|just|yet|D\d+|on|both|all|duly|supposed|should|may|might|could|,|recently|subsequently|finally) )*)(?P<verb>{SIGN})\b(?! (?:by the (?:cabinet|parliament|senate)))"
)
_DETERMINERS = re.compile(
    r"\b(?:the|a|an|this|that|these|those|its|their|his|her|Q\d+|our|such|any|some|no|each|every|both|another|N\d+|one|first|second|third|last|following|said|same) ?$"
)


@dataclass(frozen=True, slots=True)
class DocPhrase:
    """A document noun at `start..end` of a coded sentence, with its count and the act that made it."""

    start: int
    end: int
    noun: str
    form: str
    plural: bool
    declaration: bool
    count: int | None
    qualifier: Qualifier | None
    counted: bool
    act: Realis
    verb: str
    verb_at: int


def find_documents(sentence: Sentence) -> list[DocPhrase]:
    """All document phrases of a sentence, with the realis of the act; `act.status` None where the text tells of no act."""
    found = []
    for match in NOUN.finditer(sentence.coded):
        phrase = _phrase(sentence, match)
        if phrase:
            found.append(phrase)
    return found


def _phrase(sentence: Sentence, match: Match[str]) -> DocPhrase | None:
    noun = match.group("noun")
    before = sentence.coded[: match.start()]
    after = sentence.coded[match.end() :]
    if _not_a_document(noun, before, after):
        return None
    plural = noun in PLURAL or noun.startswith("package")
    count, qualifier, counted = _count(sentence, before, plural)
    act, verb, at = _act(sentence, match, before, after)
    return DocPhrase(
        match.start(),
        match.end(),
        noun,
        _ALL[noun],
        plural or bool(counted and count != 1),
        noun in DECLARATIONS,
        count,
        qualifier,
        counted,
        act,
        verb,
        at,
    )


_FALSE_BEFORE = re.compile(
    r"\b(?:in|by|gentlemen 's|nuclear|peace|customs|constitutional|ceasefire|cease-fire|coalition|election|identity|travel|court|internal|classified|leaked|budget|five-year|master|tax|income|independence|"
    r"war|victory|press|media|financial|witness|written|separate|ministry|ministerial|security|nuclear|research|school|tv|space|weapons|missile|reform|development|austerity|stimulus|strategic|pension|health) $"
)
_CONSENT = re.compile(
    r"\b(?:in|by|mutual|full|common|broad|general|complete|no|reach an?|come to an?|came to an?|an? initial) (?:[a-z]+ )?$"
)


def _not_a_document(noun: str, before: str, after: str) -> bool:
    if noun in ("agreement", "deal") and re.search(
        r"\b(?:in|by mutual|by|a great|good|great|an? broad|reach an?|sides are in) $", before
    ):
        return True
    if noun in (
        "plan",
        "plans",
        "program",
        "programme",
        "programs",
        "programmes",
        "strategy",
        "concept",
        "statement",
        "arrangement",
        "arrangements",
        "texts",
        "papers",
        "minutes",
        "order",
        "lease",
        "instruments",
        "charter",
    ):
        near = before[-60:] + " | " + after[:90]
        if noun in ("plans",) or not re.search(
            rf"\b(?:{SIGN}|joint|cooperation|action|implementation|executive|exchange|bilateral|work|D\d+|N\d+)\b", near
        ):
            return True
    if noun == "protocol" and re.search(r"\b(?:state|diplomatic|chief of|head of|ministry|of) $", before):
        return True
    if noun in ("convention", "treaty") and re.search(r"\bK\d+ $", before):
        return True
    if noun == "declaration" and re.match(r" of (?:war|independence|victory|emergency|income|love)", after):
        return True
    return bool(re.match(r" (?:force|makers?|council|bank|party|day|award|broke down)\b", after)) or (
        noun in ("documents", "papers", "agreements", "deals")
        and bool(
            re.search(
                r"\b(?:existing|earlier|previous|previously|current|past|legal|basic|founding|other countries') (?:[a-z]+ )?$",
                before,
            )
        )
    )


_FEW = re.compile(
    r"\b(?:a number of|several|a series of|a package of|the package of|a set of|a raft of|a batch of|a string of|a slew of|a host of|a range of|a variety of|a wide range of|numerous|various|multiple|many|some|a few|a handful of|dozens of|scores of|a bundle of|new|other|these|those|all|further|additional|more|bilateral|joint|key|important|the) (?:[a-z-]+ ){0,3}$"
)


def _count(sentence: Sentence, before: str, plural: bool) -> tuple[int | None, Qualifier | None, bool]:
    """Number of documents, its qualifier, and whether the text counts them."""
    found = re.search(
        r"\b(?P<n>N\d+)(?P<rest>(?: (?:more|other|further|additional|new|bilateral|joint|separate|different|cooperation|intergovernmental|inter-governmental|interagency|commercial|business|major|key|important|landmark|"
        r"strategic|economic|trade|such|odd|\+|-|odd|investment|interdepartmental|legal|international|government|government-to-government|agreements ,|memoranda and|agreements and|mous and|treaties and|sectoral|practical|mutual|private|energy|defen[cs]e|signed|of|the|and|A\d+|, |[a-z]+-[a-z]+|binding))* )$",
        before,
    )
    if found:
        number = sentence.unit(found.group("n")).thing
        assert isinstance(number, Number)
        if number.value == int(number.value) and 0 < number.value < 2000 and not number.unit:
            value = int(number.value)
            if value == 1:
                return 1, Qualifier.EXACT, False
            return value, number.qualifier, True
    if plural:
        return None, None, bool(_FEW.search(before))
    return 1, Qualifier.EXACT, False


def _act(sentence: Sentence, match: Match[str], before: str, after: str) -> tuple[Realis, str, int]:
    """The act of signing, adopting or exchanging that governs a document noun."""
    coded = sentence.coded
    participle = re.match(rf"^(?: [^;:,()]{{0,90}}?)? ?(?:, )?(?P<verb>{SIGN})\b", after)
    passive = PASSIVE.match(after)
    active = _last_active(before)
    if active and not _cut(active[1]):
        verb, between, at = active
        if (
            verb.split()[0]
            in (
                "announced",
                "announces",
                "approved",
                "approves",
                "launched",
                "extended",
                "renewed",
                "reached",
                "won",
                "brought",
                "placed",
                "agreed",
            )
            and passive
            and not between.strip()
        ):
            pass
        group = verb_group(sentence, at)
        realis = _verb_realis(verb, group, sentence, at)
        if _object_like(between):
            return _guarded(sentence, match, realis, at), verb, at
    if passive and not _subject_between(passive.group("between")):
        at = match.end() + passive.start("verb")
        aux = passive.group("aux")
        verb = passive.group("verb")
        realis = of_group(aux) if aux.strip() else Realis(Status.DONE)
        if re.search(r"\b(?:to be|will be|is to|are to|due to|would be)\b", aux):
            realis = Realis(Status.PLANNED)
        if verb.startswith(("initial", "rubricat")) and realis.status is Status.DONE:
            realis = Realis(Status.PLANNED)
        if _STRONG.match(verb) or aux.strip():
            return _guarded(sentence, match, realis, at), verb, at
    relative = re.match(
        r"^[^;]{0,120}? to which (?:[a-zGPH\d]+ ){1,6}?(?:put|affixed|set|gave) (?:their|his|Q\d+) (?:signatures?|names?|hands?)",
        after,
    )
    if relative:
        return Realis(Status.DONE), "put", match.end()
    nominal = re.search(
        r"\b(?P<what>signing|conclusion|exchange|adoption|signature|initial(?:l)?ing|issuance|issuing) (?:ceremony )?(?:of|for) (?:[a-zNDAC\d'\",-]+ ){0,10}$",
        before,
    )
    if nominal:
        realis = around(sentence, nominal.start(), nominal.end())
        return realis, nominal.group("what"), nominal.start()
    if participle and _STRONG.match(participle.group("verb")):
        return (
            _guarded(sentence, match, Realis(Status.DONE), match.end()),
            participle.group("verb"),
            match.end() + participle.start("verb"),
        )
    if re.match(r" (?:ready|prepared|due|scheduled) (?:for|to be) (?:sign\w*)", after) or re.search(
        r"\bto sign (?:[a-z]+ )*$", coded[: match.start()]
    ):
        return Realis(Status.PLANNED), "sign", match.start()
    return Realis(None, reason="no act of signing"), "", match.start()


def _last_active(before: str) -> tuple[str, str, int] | None:
    found = list(re.finditer(rf"\b(?P<verb>{SIGN})\b", before))
    for match in reversed(found):
        return match.group("verb"), before[match.end() :], match.start()
    return None


def _cut(between: str) -> bool:
    """True where the words between verb and noun end the verb's reach."""
    return len(between) > 220 or bool(
        re.search(
            r" [;:] | (?:while|but|which|who|that|where|when|after|before|because|although) | (?:said|told|noted|stressed|will|is|was|are|were|has|have|had) ",
            between,
        )
    )


def _object_like(between: str) -> bool:
    words = re.sub(r"\b[A-Z]+\d+\b", "x", between)
    return not re.search(
        r"\b(?:in accordance with|within the framework of|under|according to|as part of|in line with|implementation of|based on|pursuant to|within|following|framework)\b",
        words,
    )


def _subject_between(between: str) -> bool:
    """True where another subject stands between the noun and the verb ("the agreement, Tokayev signed")."""
    return bool(
        re.search(
            r" , (?:and )?[PHC]\d+ $| [PHC]\d+ (?:and [PHC]\d+ )?$|\b(?:that|which|who) [PHCG]\d+ (?:[a-z]+ )*$",
            between + " ",
        )
    ) and not re.search(
        r"\b(?:between|by|of|with|from|to|on|and|that|which) (?:the )?(?:[PHC]\d+ (?:and )?)+$", between + " "
    )


def _verb_realis(verb: str, group: str, sentence: Sentence, at: int) -> Realis:
    bare = not re.match(r".*(?:ed|s|struck|saw|brought|led|won|put|set|ing|ied|came|made)\b", verb.split()[0] + " ")
    realis = of_group(group)
    if verb.startswith(("initial", "rubricat")) and realis.status is Status.DONE:
        return Realis(Status.PLANNED, realis.background)
    if bare and realis.status is Status.DONE:
        if re.search(r"\bto $", group):
            return Realis(Status.PLANNED)
        if re.search(r"[PCG]\d+ (?:and [PCG]\d+ )?$", sentence.coded[: max(0, at)]) or re.search(r"\bdid\b", group):
            return Realis(Status.DONE)
        return Realis(Status.PLANNED) if group else Realis(Status.DONE)
    return realis


def _guarded(sentence: Sentence, match: Match[str], realis: Realis, at: int) -> Realis:
    outer = around(sentence, min(at, match.start()), max(at, match.start()) + 1)
    if outer.status is None and outer.reason != "negated":
        return outer
    if realis.status is None:
        return realis
    if outer.status is Status.CANCELLED:
        return Realis(Status.CANCELLED, realis.background)
    if re.search(
        r"\b(?:no|neither|nor|without an?y?|not an?y?) (?:[a-zN\d-]+ ){0,3}$", sentence.coded[: match.start()][-40:]
    ):
        return Realis(None, reason="negated")
    return realis


# ------------------------------------------------------------------ levels
_LEVEL = re.compile(
    r"(?:(?:all-weather|comprehensive|all-round|integral|permanent|strategic|enhanced|strengthened|reinforced|expanded|extended|extensive|deepened|in-depth|advanced|upgraded|special|privileged|global|cooperative|"
    r"friendly|new|innovative|constructive|mutually beneficial|multifaceted|multidimensional|multi-dimensional|long-term|enduring|eternal|future-oriented|developmental|exceptional|broad|close|traditional|important|and|,|joint|"
    r"deep|full|closer|third-neighbour|special) )*(?:partnership and alliance|alliance|allied (?:relations?|interaction|cooperation|relationship|ties|strategic relations|partnership)|allies|allied|partnerships?|(?:strategic )?partners\b|"
    r"partnership and strategic interaction|strategic interaction|association|strategic cooperation|strategic relations)(?: of (?:alliance|coordination|cooperation))?(?: and (?:alliance|strategic interaction|allied (?:relations|interaction)))?",
    re.I,
)
_FRIEND = re.compile(r"\b(?:friendship|friendly relations|good-neighbou?rliness)\b", re.I)
_ENHANCED = re.compile(
    r"\b(?:enhanced|strengthened|reinforced|expanded|extended|extensive|deepened|in-depth|advanced|upgraded|special|privileged)\b"
)
_COMPREHENSIVE = re.compile(r"\b(?:comprehensive|all-round|integral)\b")
_SECTOR_LEVEL = re.compile(
    r"\b(?:digital|green|energy|economic|trade|defen[cs]e|migration|mineral|public-private|investment|industrial|security|transport|education|climate|technology)(?: and \w+)? $"
)


def level_code(label: str) -> str | None:
    """The level of a label, by the rule: allied, then strategic with its adjectives, then partnership, then friendship."""
    low = label.lower()
    if re.search(r"\b(?:alliance|allied|allies)\b", low):
        return "alliance"
    if "strategic" in low and re.search(r"partner|association|interaction", low):
        if _COMPREHENSIVE.search(low):
            return "comprehensive_strategic_partnership"
        return "enhanced_strategic_partnership" if _ENHANCED.search(low) else "strategic_partnership"
    if re.search(r"\b(?:partners?|partnerships?|association)\b", low):
        return "comprehensive_partnership" if _COMPREHENSIVE.search(low) else "partnership"
    return "friendship" if _FRIEND.search(low) else None


RANKS = {
    "friendship": 1,
    "partnership": 2,
    "comprehensive_partnership": 3,
    "strategic_partnership": 4,
    "enhanced_strategic_partnership": 5,
    "comprehensive_strategic_partnership": 6,
    "alliance": 7,
}


def find_level(text: str, friendship: bool = False) -> tuple[str, int, int] | None:
    """The highest level named in folded text, with the place of its label."""
    best: tuple[str, int, int] | None = None
    for match in _LEVEL.finditer(text):
        if _SECTOR_LEVEL.search(text[: match.start()].lower()):
            continue
        code = level_code(match.group())
        if code and (best is None or RANKS[code] > RANKS[best[0]]):
            lead = re.match(r"(?:and|,|new|joint|close|important|traditional) ", match.group())
            best = (code, match.start() + (lead.end() if lead else 0), match.end())
    if best is None and friendship and (found := _FRIEND.search(text)):
        return "friendship", found.start(), found.end()
    return best
