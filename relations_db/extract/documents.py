"""Document phrases: "over a dozen agreements", "the Treaty on Allied Interaction", "another on fisheries". Nouns: docs/reference/rules.md, section Documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from re import Match

from relations_db.extract.ellipses import ELLIPSIS, ONE_OF, OPENING
from relations_db.extract.not_documents import DETERMINERS, GATES, NOT_LEFT, is_topic, not_a_document
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.lexicon import Hit
from relations_db.language.numbers import Number
from relations_db.values import Qualifier

SINGULAR: dict[str, str] = {
    "agreement": "agreement", "accord": "agreement", "pact": "agreement", "deal": "agreement", "arrangement": "agreement", "convention": "agreement", "entente": "agreement",
    "memorandum of understanding": "memorandum", "memorandum of cooperation": "memorandum", "memorandum of intent": "memorandum", "memorandum": "memorandum",
    "memorandum of agreement": "memorandum", "memorandum of collaboration": "memorandum", "memorandum of partnership": "memorandum", "moa": "memorandum",
    "record of discussions": "other", "record of discussion": "other", "letter of agreement": "agreement", "letter of cooperation": "other",
    "mou": "memorandum", "moc": "memorandum", "memo": "memorandum", "protocol": "protocol", "annex": "protocol", "addendum": "protocol",
    "roadmap": "roadmap", "road map": "roadmap", "road-map": "roadmap", "action plan": "programme", "plan of action": "programme", "work plan": "programme",
    "cooperation plan": "programme", "programme": "programme", "program": "programme", "plan": "programme", "treaty": "treaty", "contract": "contract",
    "letter of intent": "other", "document": "other", "paper": "other", "text": "other", "instrument": "other", "framework": "agreement", "partnership": "agreement", "exchange of notes": "other", "exchange of letters": "other", "declaration of intent": "other",
    "declaration of cooperation": "other", "declaration on cooperation": "other", "joint declaration of intent": "other",
    "statement of intent": "other", "terms of reference": "other", "term sheet": "other", "strategy": "programme", "concept": "programme", "lease": "contract",
    "understanding": "other", "decision": "other", "regulation": "other", "statute": "other", "resolution": "other", "directive": "other", "revision": "other", "agreed minutes": "protocol", "fta": "agreement", "cepa": "agreement", "legal instrument": "other", "credit line": "contract", "line of credit": "contract", "status of forces agreement": "agreement", "cooperation instrument": "other",
    "concordat": "agreement", "compact": "agreement", "heads of agreement": "agreement", "heads of terms": "other", "letter of understanding": "memorandum", "minutes": "protocol", "notes": "other", "letters": "other",
    "loan": "agreement", "credit": "agreement", "grant": "agreement", "amendment": "protocol", "process-verbal": "protocol", "aide-memoire": "other", "swap line": "agreement", "currency swap": "agreement", "twinning act": "agreement", "twinning charter": "agreement", "side letter": "other",
    "schedule of consultations": "programme", "schedule of cooperation": "programme", "schedule of events": "programme", "credit facility": "agreement", "loan facility": "agreement", "modus vivendi": "other", "letter of exchange": "other", "purchase order": "contract", "order": "contract",
}  # fmt: skip
PLURAL: dict[str, str] = {
    "agreements": "agreement", "accords": "agreement", "pacts": "agreement", "deals": "agreement", "documents": "other", "papers": "other", "memoranda": "memorandum",
    "memorandums": "memorandum", "memoranda of understanding": "memorandum", "memorandums of understanding": "memorandum", "mous": "memorandum", "protocols": "protocol",
    "contracts": "contract", "orders": "contract", "treaties": "treaty", "instruments": "other", "programmes": "programme", "programs": "programme", "plans": "programme", "roadmaps": "roadmap",
    "letters of intent": "other", "letters of understanding": "memorandum", "declarations of intent": "other", "exchanges of notes": "other", "exchanges of letters": "other",
    "road maps": "roadmap", "action plans": "programme", "frameworks": "agreement", "texts": "other", "acts": "other", "understandings": "other", "conventions": "agreement", "arrangements": "agreement", "memoranda of cooperation": "memorandum",
    "memoranda of agreement": "memorandum", "memorandums of agreement": "memorandum", "moas": "memorandum", "mocs": "memorandum",
    "package of documents": "package", "package of agreements": "package",
}  # fmt: skip
DECLARATIONS: dict[str, str] = {
    "joint declaration": "joint_declaration", "joint political declaration": "joint_declaration", "common declaration": "joint_declaration", "declaration": "declaration",
    "joint statement": "joint_statement", "joint press statement": "joint_statement", "leaders ' statement": "joint_statement", "joint leaders ' statement": "joint_statement",
    "leaders ' joint statement": "joint_statement", "joint vision statement": "joint_statement", "vision statement": "joint_statement", "common statement": "joint_statement",
    "statement of partnership": "joint_statement", "joint communique": "communique", "communique": "communique", "joint press communique": "communique",
    "final communique": "communique", "charter": "other", "joint strategic vision": "other", "joint vision": "other", "vision document": "other", "presidential act": "other", "shared vision": "other", "statement": "joint_statement",
}  # fmt: skip
SAYINGS = {"declarations": "declaration", "joint declarations": "joint declaration", "statements": "joint statement", "joint statements": "joint statement", "joint communiques": "joint communique"}  # fmt: skip
PLURAL |= dict.fromkeys(SAYINGS, "other")
_ALL = {**SINGULAR, **PLURAL, **DECLARATIONS}
_QUALITIES = "ministerial|political|official|summit|final|closing|leadership|presidential|intergovernmental|government|strategic|historic|short|brief|written|concluding|foreign ministers '|presidents '"
_JOINT = rf"(?:joint|common|trilateral|tripartite|quadrilateral|four-way|three-way|bilateral)(?: (?:{_QUALITIES})){{0,2}} (?:statement|declaration(?! of (?:intent|cooperation))|communique)"
_LEADERS = r"(?:joint )?G\d+ ' (?:joint )?statement"
NOUN = cued(
    r"(?<![\w'-])(?P<noun>"
    + f"{_LEADERS}|{_JOINT}|"
    + "|".join(re.escape(n) for n in sorted(_ALL, key=len, reverse=True))
    + r")(?![\w-])"
)
NAMED = cued(r"\bK\d+(?= |$)")
_MULTI = re.compile(
    r"\b(?:non-proliferation|climate|paris|kyoto|minsk|dayton|lisbon|maastricht|rome|geneva|vienna|schengen|arms control|test ban|test-ban|budapest|abraham|oslo|helsinki)\b"
)


@dataclass(frozen=True, slots=True)
class DocPhrase:
    """A document noun at `start..end` of a coded sentence; its noun group starts at `left`, after the determiner `det`.

    `elliptic`: the noun itself is left out ("another on fisheries") and taken over from the phrase before.
    """

    start: int
    end: int
    left: int
    det: str
    noun: str
    form: str
    plural: bool
    declaration: bool
    count: int | None
    qualifier: Qualifier | None
    counted: bool
    elliptic: bool = False

    @property
    def definite(self) -> bool:
        return self.det in ("the", "this", "that", "these", "those", "such", "all")


_AMENDING = re.compile(r"(?:protocol|annex|addendum|amendment)$")
_TO = re.compile(r" (?:to|of|amending|supplementing) (?:the |its |their |an? )?")


def find_documents(sentence: Sentence, low: str, text: str, headed: Callable[[], bool] = bool) -> list[DocPhrase]:
    """All document phrases of a sentence, in order; `low` is `text` in lower case, `headed` tells whether the sentences below take up its papers."""
    found: list[DocPhrase] = []
    for match in NOUN.finditer(sentence):
        phrase = _phrase(sentence, match)
        if phrase and (_is_word(sentence, phrase, text) or not _is_paper(sentence, phrase, text)):
            continue
        bare = phrase and phrase.plural and not (phrase.counted or phrase.det)
        if phrase and bare and found and is_topic(sentence.coded, found[-1].end, phrase.left):
            continue
        if (
            phrase
            and (gate := GATES.get(phrase.noun))
            and not gate.search(
                sentence.coded[max(0, phrase.left - 60) : phrase.left]
                + "|"
                + sentence.coded[phrase.end : phrase.end + 60]
            )
            and not (
                phrase.noun in ("loan", "credit", "grant") and _YEAR.search(sentence.coded, phrase.left, phrase.start)
            )
        ):
            continue
        if (
            phrase
            and found
            and _AMENDING.match(found[-1].noun)
            and _TO.fullmatch(sentence.coded[found[-1].end : phrase.left])
        ):
            continue
        if phrase and _is_called(phrase, sentence, text):
            phrase = replace(phrase, noun="accord", form="agreement", plural=False)
        if phrase and found and (added := _sum(sentence, found[-1], phrase)):
            found[-1] = added
        elif phrase and found and phrase.plural and _same_group(sentence, found[-1], phrase):
            noun = phrase.noun if found[-1].noun in SAYINGS else found[-1].noun
            found[-1] = replace(found[-1], end=phrase.end, noun=noun)
        elif phrase:
            found.append(phrase)
    found += (p for m in NAMED.finditer(sentence) if (p := _named(sentence, m, low)))
    found += _elliptics(sentence, found)
    found = [said for p in found if (said := _saying(p, found, headed)) is not None]
    return sorted(found, key=lambda p: p.start)


def _is_word(sentence: Sentence, phrase: DocPhrase, text: str) -> bool:
    """True for the river "Moa": the short form of a memorandum has more than one capital."""
    unit = sentence.units[sentence.at(phrase.start)]
    return phrase.noun in ("moa", "moc") and text[unit.start : unit.end].istitle()


def _is_called(phrase: DocPhrase, sentence: Sentence, text: str) -> bool:
    """True for "the Washington Accords": one paper with a name in the plural."""
    if phrase.det != "the" or not phrase.plural or phrase.counted or phrase.noun not in ("accords", "agreements"):
        return False
    first = text[sentence.units[sentence.at(phrase.left)].start : sentence.units[sentence.at(phrase.left)].end]
    noun = text[sentence.units[sentence.at(phrase.start)].start :]
    return phrase.left < phrase.start and first[0].isupper() and noun[0].isupper()


_YEAR = re.compile(r"\bD\d+ ")
_SIGNED = re.compile(
    r"\b(?:sign(?:ed|ing|s)?(?: of)?|ink(?:ed)?|conclud(?:ed|e)|sealed|struck) (?:a |an |the |their |its )?$"
)


_LEVELS = re.compile(
    r"\b(?:strategic|comprehensive|exceptional|special|enhanced|privileged|deep|broad|close|new|global|all-weather|multifaceted|everlasting) "
)
_WITHIN = re.compile(
    r"\b(?:of|on|for|in|to|into|as|a level of|establish\w*|deepen\w*|strengthen\w*) (?:the |a |an |their |its |\" )*$|: (?:\" )?$"
)


def _is_paper(sentence: Sentence, phrase: DocPhrase, text: str) -> bool:
    """False for a partnership that is no paper: one that is not signed and has no name of its own ("the Clean Energy Partnership")."""
    if phrase.noun not in ("partnership", "shared vision"):
        return True
    if _LEVELS.search(sentence.coded[phrase.left : phrase.start]) or _WITHIN.search(sentence.coded[: phrase.left]):
        return False
    if sentence.bullet and re.fullmatch(r"(?:an? )?(?:[a-z]+ )?", sentence.coded[: phrase.start]):
        return re.match(r" (?:on|for|in|between)\b", sentence.coded[phrase.end :]) is not None
    if re.match(
        r"(?: on [^,;:]{3,40})? and (?:N\d+|an?) (?:[a-z]+ )?(?:memorand|agreement|mou|protocol|accord|treat)",
        sentence.coded[phrase.end :],
    ):
        return True
    name = text[sentence.units[sentence.at(phrase.start)].start].isupper() and phrase.left < phrase.start
    return name or bool(_SIGNED.search(sentence.coded[: phrase.left]))


def _saying(phrase: DocPhrase, phrases: list[DocPhrase], headed: Callable[[], bool]) -> DocPhrase | None:
    """ "Two joint statements" is one document as far as known, or the head of those named after it; "statements" are none."""
    if phrase.noun not in SAYINGS:
        return phrase
    if not phrase.counted or phrase.count is None or phrase.noun == "statements":
        return None
    if headed() or any(p.elliptic and p.start > phrase.start for p in phrases):
        return phrase
    noun = SAYINGS[phrase.noun]
    return replace(phrase, noun=noun, form=DECLARATIONS[noun], plural=False, declaration=True, count=1, counted=False)


def _sum(sentence: Sentence, before: DocPhrase, after: DocPhrase) -> DocPhrase | None:
    """ "Nine memoranda and two contracts": one package of eleven."""
    bare = after.det in ("a", "an") and _BARE.match(sentence.coded, after.end) is not None
    several = before.counted or before.det == "one", after.counted or after.det == "one" or bare
    if not (all(several) and before.count and after.count) or before.declaration or after.declaration:
        return None
    if not (before.plural or after.plural):
        return None
    between = sentence.coded[before.end : after.left]
    if not re.fullmatch(r" (?:and|,|, and|as well as) (?:(?:over|about|some|nearly|an?) )?", between):
        return None
    rough = next((q for q in (before.qualifier, after.qualifier) if q is not Qualifier.EXACT), Qualifier.EXACT)
    return replace(
        before, end=after.end, noun="documents", form="other", plural=True, counted=True,
        count=before.count + after.count, qualifier=rough,
    )  # fmt: skip


# "two memoranda and a protocol were signed"
_BARE = re.compile(
    r" (?:(?:was|were|are|will|have|has) |(?:signed|inked|concluded|exchanged|adopted) |by |in [LD]\d|on D\d|D\d|during |after |at the |[.,;]|$)"
)


def _elliptics(sentence: Sentence, found: list[DocPhrase]) -> list[DocPhrase]:
    """Phrases that leave the noun out, where no other phrase stands."""
    matches = [m for p in (OPENING, ELLIPSIS) for m in p.finditer(sentence)]
    counted = [_one_of(sentence, m) for m in ONE_OF.finditer(sentence)]
    taken = [(p.left, p.end) for p in found]
    phrases = [p for p in counted if p is not None]
    for match in matches:
        low, high = match.span("noun")
        if any(a < high and low < b for a, b in taken) and match.re is ELLIPSIS.regex:
            continue
        if (phrase := _elliptic(sentence, match)) is not None:
            taken.append((phrase.left, phrase.end))
            phrases.append(phrase)
    return phrases


def _one_of(sentence: Sentence, match: Match[str]) -> DocPhrase | None:
    """The package that a paper is told to be one of, without a noun of its own."""
    number = sentence.unit(match.group("noun")).thing
    if not isinstance(number, Number) or number.unit or number.value != int(number.value) or number.value < 2:
        return None
    start, end = match.span("noun")
    return DocPhrase(start, end, start, match.group("noun"), "documents", "other", True, False, int(number.value), number.qualifier, True)  # fmt: skip


def _same_group(sentence: Sentence, before: DocPhrase, after: DocPhrase) -> bool:
    """True for the second noun of "agreements and memoranda"."""
    return before.plural and bool(
        re.fullmatch(r" (?:and|or|,|, and) (?:other |further |[a-z]+ ){0,1}", sentence.coded[before.end : after.start])
    )


# "Memorandum of Understanding (MoU) on ..."
_ABBREVIATED = re.compile(r" \( (?:\" )?(?:mo[uac]s?|[a-z]{2,5}a|[a-z]{3,6})(?: \")? \)(?= [a-z])")


_ONE_OF_ROW = re.compile(
    r"(?:^|[,;:] |\b(?:is|was|as|and|signed|inked|concluded) )(?P<which>the (?:latest|first|newest|most recent|last|biggest|largest|O\d+|second|third|fourth|fifth)|another|one|just one) (?:in|of) (?:a|the|this) (?:[a-z]+ )?(?:string|series|succession|raft|row|line|number|flurry|spate|list) of $"
)
_ONE = {many: one for one, many in (("agreement", "agreements"), ("accord", "accords"), ("pact", "pacts"), ("deal", "deals"), ("memorandum", "memoranda"), ("mou", "mous"), ("protocol", "protocols"), ("contract", "contracts"), ("treaty", "treaties"), ("arrangement", "arrangements"), ("convention", "conventions"))}  # fmt: skip


def _phrase(sentence: Sentence, match: Match[str]) -> DocPhrase | None:
    noun = match.group("noun")
    if noun.startswith(("G", "joint G")):
        noun = "joint leaders ' statement"
    elif noun not in _ALL:
        noun = (
            "joint " if noun.startswith(("joint", "common")) or not noun.endswith("declaration") else ""
        ) + noun.split()[-1]
    if sentence.coded.endswith("( ", 0, match.start()) and sentence.coded.startswith(" )", match.end()):
        return None
    left, det = _left_edge(sentence.coded, match.start())
    if not_a_document(sentence, noun, match, left, noun in PLURAL):
        return None
    if noun == "statement":
        noun = "joint statement"
    if noun == "understanding" and det not in ("a", "an", "another", "one"):
        return None
    plural = noun in PLURAL
    count, qualifier, counted = _count(sentence, left, match.start(), match.end(), plural)
    if det.startswith("N") and not counted and count == 1:
        det = "one"
    if plural and not counted and (one := _ONE_OF_ROW.search(sentence.coded[:left])):
        noun, plural, count, qualifier = _ONE.get(noun, "agreement"), False, 1, Qualifier.EXACT
        det = "a" if one.group("which") != "the last" else "the"
    declaration = noun in DECLARATIONS
    abbreviated = _ABBREVIATED.match(sentence.coded, match.end())
    end = abbreviated.end() if abbreviated else match.end()
    return DocPhrase(match.start(), end, left, det, noun, _ALL[noun], plural or (counted and count != 1), declaration, count, qualifier, counted)  # fmt: skip


def _named(sentence: Sentence, match: Match[str], low: str) -> DocPhrase | None:
    """A document known by its own name ("the Athens Declaration")."""
    unit = sentence.unit(match.group())
    if not isinstance(unit.thing, Hit) or unit.thing.values[:1] != ("document",):
        return None
    name = low[unit.start : unit.end]
    words = re.findall(r"[a-z]+", name)
    noun = next((w for w in reversed(words) if w in DECLARATIONS or w in SINGULAR), None)
    noun = "accord" if noun is None and "accords" in words else noun
    if noun is None or _MULTI.search(name):
        return None
    left, det = _left_edge(sentence.coded, match.start())
    return DocPhrase(match.start(), match.end(), left, det, noun, _ALL[noun], False, noun in DECLARATIONS, 1, Qualifier.EXACT, False)  # fmt: skip


def _elliptic(sentence: Sentence, match: Match[str]) -> DocPhrase | None:
    word = match.group("noun").removeprefix("yet ")
    number = sentence.unit(word.split()[0]).thing if word[0] == "N" else None
    value = int(number.value) if isinstance(number, Number) else 1
    if value != 1 and " of " in word and sentence.coded.startswith((" in ", " on "), match.end()):
        return None
    if value != 1 and " of " not in word and not re.match(r" with (?:the )?[CL]\d", sentence.coded[match.end() :]):
        return None
    det = "the" if word.startswith("the ") else "another"
    start, end = match.span("noun")
    return DocPhrase(start, end, start, det, "", "", value != 1, False, value, Qualifier.EXACT, value != 1, True)  # fmt: skip


_NAMED_GROUP = re.compile(r"\b(?:the|an?) (?:new |joint )?$")  # "the Belt and Road memorandum"


def _left_edge(coded: str, start: int) -> tuple[int, str]:
    """Where the noun group of a noun begins (after its determiner), and the determiner."""
    at = start
    for _ in range(9):
        begin = coded.rfind(" ", 0, max(0, at - 1)) + 1
        word = coded[begin : at - 1] if at else ""
        if not word:
            break
        if word in DETERMINERS or re.fullmatch(r"Q\d+", word):
            return at, word
        if (
            re.fullmatch(r"[PHLXOKB]\d+|[.;:(),]", word)
            or (word[0] == "G" and re.fullmatch(r"G\d+", word) and not coded.startswith("'", at))
            or word in NOT_LEFT
            or (word == "exchange" and coded.startswith(("notes", "letters"), start))
        ):
            if at == start and word[0] == "L" and re.search(r"(?:\b(?:the|a)|\") (?:joint )?$", coded[:begin]):
                at = begin
                continue
            if word[0] == "K" and _NAMED_GROUP.search(coded, 0, begin):
                at = begin
                continue
            if word == "and" and re.search(
                r"(?:\b(?:a|an|the|N\d+) |^)(?:\" )?(?:[a-z-]+ |A\d+ |- ){1,3}$", coded[:begin]
            ):
                at = begin
                continue
            break
        at = begin
        if re.fullmatch(r"N\d+", word):
            inner = re.search(r"\b(the|all|these|those|this|their) $", coded[:at])
            return at, inner.group(1) if inner else word
    return at, ""


_UNIT_AFTER = re.compile(r"(?:- )?(?:years?|point|page|article|day|month|hour|minute|-)\b")
_TOTAL = re.compile(
    r"(?: (?:signed|concluded|exchanged|adopted|initialled))?[^;:,.]{0,70}? (?:came to|totall?ed|amounted to|numbered|stood at|:) N(\d+)(?= [.,;]|$| in all)"
)
_FEW = re.compile(
    r"\b(?:number|several|series|package|set|raft|batch|string|slew|host|range|variety|numerous|various|multiple|many|some|few|handful|dozens|scores|bundle|new|other|these|those|all|further|additional|more|bilateral|joint|key|important)\b"
)

_FEW_OF = re.compile(rf"{_FEW.pattern} (?:of )?(?:(?:the|their|its|these|those|such|[a-z]+ly) )?$")


# "six of them are memoranda", "the remaining six were contracts"
_OF_THE_REST = re.compile(
    r"(?:^|; )(?:N(\d+) of (?:G\d+|these|those|the [a-z]+)|the (?:other|remaining) N(\d+)) (?:are|were) (?:all )?$"
)


def _count(
    sentence: Sentence, left: int, start: int, end: int, plural: bool
) -> tuple[int | None, Qualifier | None, bool]:
    """Number of documents, its qualifier, and whether the text counts them."""
    group = sentence.coded[left:start]
    for match in re.finditer(r"\bN\d+", group):
        number = sentence.unit(match.group()).thing
        if not isinstance(number, Number) or _UNIT_AFTER.match(group, match.end() + 1):
            continue
        value = number.value
        if value == int(value) and 0 < value < 2000 and not number.unit:
            if value == 1:
                return 1, Qualifier.EXACT, False
            return (int(value), number.qualifier, True) if plural else (1, Qualifier.EXACT, False)
    if plural:
        later = _TOTAL.match(sentence.coded, end)
        later = later or _OF_THE_REST.search(sentence.coded[:left])
        number = sentence.units[int(later.group(1) or later.group(2))].thing if later else None
        if isinstance(number, Number) and number.value == int(number.value) and not number.unit:
            return int(number.value), number.qualifier, True
        return None, None, bool(_FEW.search(group) or _FEW_OF.search(sentence.coded[max(0, left - 24) : left]))
    return 1, Qualifier.EXACT, False
