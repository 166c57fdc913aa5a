"""Works of building in a sentence: railways, plants, bridges, terminals ... as noun groups with their number, name and place."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence, Unit
from relations_db.language.cues import any_of, cued
from relations_db.language.numbers import Number
from relations_db.values import Qualifier

# Nouns that mean a work on their own.
_STRONG = (
    "railway railroad pipeline highway motorway expressway bridge tunnel canal dam reservoir waterway smelter terminal megaport seaport port airport "
    "harbour shipyard plant mill complex interconnector cable substation reactor satellite cosmodrome depot steelworks tramway barrage technopark "
    "greenhouse elevator refinery factory dairy brewery sawmill foundry hatchery cannery tannery quarry weir quay jetty pier breakwater dyke levee monorail subway funicular cableway icebreaker oilfield gasfield silo granary brickworks slaughterhouse aqueduct viaduct ropeway spaceport"
).split()
# Nouns that mean one with a word before them that says which.
_WEAK = (
    "line link zone centre center park hub cluster fund bank school hospital clinic institute university campus laboratory observatory section corridor "
    "road estate grid project mine station farm unit venture field deposit theatre stadium museum mosque market branch works network facility "
    "warehouse ferry array metro assembly connection city scheme cascade house pavilion undertaking workshop interconnection ring pipe train track college academy hotel resort building tower berth rig platform plantation company enterprise airline programme"
).split()
# Things built that are joint works only where the text says that both build them.
PRODUCTS = "fighter aircraft helicopter submarine frigate corvette telescope probe rover drone vaccine missile tank engine ship vessel".split()
_WHICH = (
    r"\b(?:joint|common|bilateral|power|hydropower|hydro-?power|hydroelectric|rail|railway|cross-border|international|transport|metro|motor|ring|coastal|housing|"
    r"textile|trade|trading|industrial|economic|free|logistics|border|investment|cooperation|transmission|tram|fib(?:re|er)-optic|cable|kilovolt|kv|voltage|gas|"
    r"electricity|ferry|gauge|underwater|undersea|subsea|data|assembly|production|cultural?|arts|medical|training|research|technology|distribution|exhibition|"
    r"business|cancer|science|wind|solar|thermal|nuclear|digital|agro|energy|pharmaceutical|steel|cement|sugar|copper|aluminium|car|bus|tractor|wholesale|space|poultry|dairy|irrigation|hydroelectricity|"
    r"water|oil|processing|desalination|compressor|pumping|biogas|battery|high-speed|fast|A\d+ - A\d+|L\d+ - L\d+|A\d+ - (?:built|funded|financed))\b"
)
_NAMED_ONLY = frozenset(
    {
        "school",
        "university",
        "institute",
        "hospital",
        "museum",
        "theatre",
        "branch",
        "road",
        "project",
        "campus",
        "metro",
    }
)
_COMMON_ONLY = re.compile(r"\b(?:joint|common|bilateral|A\d+ - A\d+|A\d+ A\d+)\b")
_OF_TWO = frozenset({"fund", "bank", "company", "enterprise", "airline", "programme", "mission"})
# Houses and ways that one state builds in or for another; any of them is a work where builder and place are told.
_BUILDINGS = frozenset(
    "road school hospital stadium museum university theatre station mine clinic institute campus laboratory mosque college academy warehouse facility line project".split()
)
# Places of work whose own adjective is enough to say which: "silk cluster", "poultry farm".
_PLACES = frozenset(
    {"cluster", "park", "zone", "hub", "farm", "facility", "mine", "workshop", "cascade", "laboratory", "observatory"}
)
_SAYS_LITTLE = re.compile(
    r"^(?:(?:the|an?|its|their|his|her|new|old|first|second|third|big|large|small|same|other|another|whole|N\d+|O\d+|this|city|national|time|car|theme|safe|no-fly) )*$"
)
_OF_ANY = re.compile(_WHICH)
_LINES = frozenset({"line", "link", "ferry", "train", "interconnection", "ring", "pipe", "track"})
# "a line from A to B", "a ring of fibre to be strung from A", "the desert line, laid by twelve firms"
_RUNS = re.compile(
    r"(?: of [a-z-]+)?(?: to be [a-z]+)? (?:from|between)\b|(?: ,)? (?:laid|built) (?:by|from|between|in)\b"
)
_RUN_BY_BOTH = re.compile(
    r" (?:to be )?(?:jointly |together )?(?:run|owned|operated|built|financed|funded|managed|held) (?:jointly |together |in common )?by (?:G\d+|both|(?:the )?C\d+ and (?:the )?C\d+)"
)
_MEASURED = re.compile(r"\b(?:km|kilometer|kilometre|mile|mw|megawatt|gw|kv)\b")


def _plural(noun: str) -> str:
    return (
        noun[:-1] + "ies"
        if noun.endswith("y") and noun[-2] not in "aeo"
        else noun
        if noun.endswith("s")
        else noun + ("es" if noun.endswith("x") else "s")
    )


HEAD_WORDS = frozenset(f(n) for n in (*_STRONG, *_WEAK, *PRODUCTS) for f in (str, _plural)) - {"projects"}
_SINGULARS = frozenset((*_STRONG, *_WEAK, *PRODUCTS))
_SINGLE_WEAK = {form: noun for noun in _WEAK for form in (_plural(noun), noun)}
_HEAD = cued(
    rf"\b(?P<noun>{any_of(HEAD_WORDS)})(?![a-z-])(?! (?:cable|authority|administration|committee|commission|agency|ministry|inspectorate|workers|protection|vessel|quarantine|health|map|image|data|navigation|television|internet)\b)"
)
_NOT_A_WORK = re.compile(
    r"\b(?:mobility|labou?r|seasonal|exchange|scholarship|presidential|memorial|credit|hot|front|red|party|finishing|academy|line of|pine|tree|conference|press|state|palace|security|exclusive|buffer|demilitari[sz]ed|conflict|war|time|euro|pension|trust|currency|world|central|development)\b"
)
_DETERMINERS = frozenset("a an the its their this another our his her one".split())
_STOPS = frozenset(
    "of in on to with for from by at that which who is are was were be been being has have had and or as between into over under than "
    "building build built laid laying opened inaugurated launched completed completing constructing commissioned unveiled including namely such named "
    "will would can could may said says say visited toured they he she it on off construction plans plan across via through about went goes go "
    "build construct modernise modernize upgrade expand widen extend lay complete finish erect launch open develop rehabilitate reconstruct renovate finance electrify restore repair inaugurate "
    "suggested proposed developing jointly together carrying out financing planning among also now already".split()
)
_PREPOSITIONS = (
    r"(?:of|between|from|to|at|on|over|in|under|off|across|into|near|linking|connecting|joining|for|along|beneath)"
)
_TAIL_STOP = (
    r"(?:[,.;:()\"]|[PH]\d+|which|that|who|whose|is|are|was|were|be|has|have|had|will|would|can|could|might|must|shall|may|should|built|led|being|worth|costing|costs?|cost|"
    r"said|says|by|with|while|when|where|after|as|proceeds?|continues|began|begins|started|went|takes|at a (?:price|cost)|on D\d+|in D\d+|D\d+|M\d+|this|last|"
    r"and (?:on|in|the|an?|to|of|N\d+|[a-z]+ed|[a-z]+s)|and (?:G|H|P)\d+|but|or|also|says|yields?|employs|together|jointly|for (?:a|an|the|which) (?:generation|price|cost|occasion|first))"
)
_MEASURES = frozenset(
    "kv kilovolt kilovolts mw gw megawatt megawatts gigawatt km kilometre kilometres kilometer kilometers metre metres - million".split()
)
_TAIL = re.compile(rf"(?: {_PREPOSITIONS}(?: (?!{_TAIL_STOP}(?: |$))\S+){{1,9}})+")
_PAIRED = cued(r"\b(?:an?|the) [a-z-]+(?: [a-z-]+)?(?: , [a-z-]+)*(?: ,)? and [a-z-]+ $")


@dataclass(frozen=True, slots=True)
class Site:
    """A noun group of a work: offsets of the whole group in the coded sentence, of its head, and how many works it means (None: not told).

    `vague`: nothing says which work it is, so that it counts only where its clause tells who builds it and where. `again`: a mere "the line",
    which may be a work told before.
    """

    start: int
    head: int
    head_end: int
    end: int
    plural: bool
    count: int | None
    qualifier: Qualifier | None
    vague: bool = False
    again: bool = False


def is_product(sentence: Sentence, site: Site) -> bool:
    """True for ships, engines and the like, which are common works only where both are told to build them."""
    return sentence.coded[site.head : site.head_end].rstrip("s") in PRODUCTS


def find_sites(context: Context, sentence: Sentence) -> list[Site]:
    """The works named in a sentence, left to right, none inside another."""
    found: list[Site] = []
    for match in _HEAD.finditer(sentence):
        if (found and match.start() < found[-1].end) or not _may_be_common(sentence, match):
            continue
        if site := _site(context, sentence, match):
            found.append(site)
    return found


def _may_be_common(sentence: Sentence, match: re.Match[str]) -> bool:
    """False for the banks and companies of one state, which no word before them calls common."""
    single = _SINGLE_WEAK.get(match.group())
    return single not in _OF_TWO or single == "fund" or bool(_COMMON_ONLY.search(sentence.coded, 0, match.start()))


def _site(context: Context, sentence: Sentence, match: re.Match[str]) -> Site | None:
    coded = sentence.coded
    first = _left_edge(sentence, sentence.at(match.start()))
    start = sentence.offsets[first]
    if paired := _PAIRED.within(sentence, coded[: match.start()]):
        start = min(start, paired.start())
    modifiers = coded[start : match.start()]
    noun = match.group()
    if (noun == "road" and modifiers.endswith("silk ")) or (
        _NOT_A_WORK.search(modifiers) and not _COMMON_ONLY.search(modifiers)
    ):
        return None
    if noun.startswith("platform") and _OF_TALK.search(modifiers):
        return None
    end = _right_edge(context, sentence, match.end())
    which = _says_which(noun, modifiers, coded[match.end() : end], coded[match.end() : match.end() + 90])
    which = which or _has_name(context, sentence, sentence.at(match.start()))
    again = bool(_AGAIN.fullmatch(modifiers)) and end == match.end() and noun in _SINGULARS
    if not which and not again and _SINGLE_WEAK[noun] not in _BUILDINGS:
        return None
    plural = noun not in _SINGULARS
    count, qualifier = _count(sentence, first, plural)
    return Site(start, match.start(), match.end(), end, plural, count, qualifier, not which, again)


_AGAIN = re.compile(r"the (?:(?:N\d+|\d+) (?:- )?(?:km|kilomet(?:re|er)s?|mw|megawatts?) )?")
_OF_TALK = re.compile(
    r"\b(?:dialogue|cooperation|coordination|consultations?|investment|business|economic|trade|digital)\b"
)


_KIN = {
    "line": ("railway", "pipeline", "railroad", "cable", "interconnector", "link"),
    "link": ("line", "railway", "railroad", "pipeline", "interconnector"),
    "station": ("plant",),
    "plant": ("station", "factory", "smelter", "refinery"),
}


def told_before(context: Context, sentence: Sentence, site: Site) -> tuple[Sentence, Site] | None:
    """The work that a mere "the line" takes up: of its noun, or of one that it may stand for, told in the sentence or up to six sentences before."""
    noun = sentence.coded[site.head : site.head_end]
    if not site.again:
        return None
    for index in range(sentence.index, max(-1, sentence.index - 7), -1):
        earlier = context.analysis.sentences[index]
        if not HEAD_WORDS & earlier.words:
            continue
        for other in find_sites(context, earlier):
            head = earlier.coded[other.head : other.head_end]
            if earlier is sentence and other.start >= site.start:
                break
            if (
                not other.again
                and other.count == 1
                and (head == noun or head in _KIN.get(noun, ()) or noun == "project")
            ):
                return earlier, other
    return None


def _has_name(context: Context, sentence: Sentence, head: int) -> bool:
    """True where a proper name stands right before a noun: "the Jetsun Pema Hospital", "the Sunkoshi-3 project"."""
    before, noun = sentence.units[head - 1], sentence.units[head]
    text = context.analysis.text
    if not head or before.code or _SINGLE_WEAK.get(noun.word) in _OF_TWO or not before.word[0].isalpha():
        return False
    return text[before.start].isupper() and before.word not in _DETERMINERS and head > 1


def _says_which(noun: str, modifiers: str, tail: str, after: str) -> bool:
    """True where the words around a noun say which work it is: "power station", "Turkish school", "line from A to B"."""
    single = _SINGLE_WEAK.get(noun)
    if single is None:
        return True
    if single in _OF_TWO:
        return bool(_COMMON_ONLY.search(modifiers)) or (
            single == "fund" and bool(re.search(r"\b(?:partnership|friendship|investment|cooperation)\b", modifiers))
        )
    if single in _PLACES and not _SAYS_LITTLE.match(modifiers):
        return True
    if single in _NAMED_ONLY and re.search(r"\b[ACL]\d+\b", modifiers + tail):
        return True
    return bool(
        _OF_ANY.search(modifiers + tail)
        or _MEASURED.search(modifiers)
        or re.search(r"\bK\d+ $", modifiers)
        or (single in _LINES and _RUNS.match(after))
        or _RUN_BY_BOTH.match(after)
        or (single in ("pipe", "train") and re.search(r" of K\d+$", tail))
    )


def _left_edge(sentence: Sentence, head: int) -> int:
    """The first unit of the noun group whose head is the unit `head`: its adjectives, number and determiner."""
    first = head
    for number in range(head - 1, max(-1, head - 10), -1):
        unit = sentence.units[number]
        if unit.word in _DETERMINERS and not unit.code:
            return number
        if unit.code == "N" and sentence.units[number + 1].word in _MEASURES:
            first = number
            continue
        if unit.code == "N" and number and sentence.units[number - 1].word == "-" and number < head:
            first = number
            continue
        if unit.code == "N" or (unit.code == "M" and number == first - 1):
            return number if unit.code == "N" else max(0, number - (sentence.units[number - 1].word in _DETERMINERS))
        if not _is_modifier(unit):
            break
        first = number
    return first


def _is_modifier(unit: Unit) -> bool:
    if unit.code:
        return unit.code in ("A", "L", "C", "B", "K", "M", "D", "O")
    return unit.word in ("-", "'s", '"') or (unit.word not in _STOPS and unit.word[0].isalnum())


def _right_edge(context: Context, sentence: Sentence, offset: int) -> int:
    """The end of the noun group: a name that follows the head, and what says where it is."""
    number = sentence.at(offset - 1) + 1
    end = offset
    while number < len(sentence.units) and _is_name(context, sentence.units[number]):
        end = sentence.offsets[number] + len(_token(sentence, number))
        number += 1
    tail = _TAIL.match(sentence.coded, end)
    return end + len(re.sub(rf"(?: {_PREPOSITIONS})+$", "", tail.group())) if tail else end


_BUILT = re.compile(
    r" (?:(?:that|which) )?(?:[^,;:.\"]{1,70}? )?(?:build|builds|built|building|construct|constructs|constructed|constructing|erect|erected|laid|open|opened|set up|setting up)"
    r"(?: (?:jointly|together|by (?:the )?[A-Z]\d+(?: and (?:the )?[A-Z]\d+)?))?(?= (?:in|at|near|on|off|outside) )"
    r"|(?: , [^,;:]{1,40} ,)? (?:carries|pumps|delivers|brings) (?:[A-Z]\d+ )?[a-z]+(?= from )"
)


_NEXT = re.compile(r" and (?![A-Z]\d)")


def built_at(sentence: Sentence, site: Site) -> tuple[int, int] | None:
    """Where the work stands, if that is told after the verb: "the terminal that X will build in the port of Y"."""
    told = _BUILT.match(sentence.coded, site.end)
    tail = _TAIL.match(sentence.coded, told.end()) if told and not _NEXT.search(told.group()) else None
    if not tail or not re.search(r"\bL\d+\b|[a-z]", tail.group()):
        return None
    end = tail.start() + len(re.sub(rf"(?: {_PREPOSITIONS})+$", "", tail.group()))
    return tail.start() + 1, end


def _is_name(context: Context, unit: Unit) -> bool:
    return unit.code in ("L", "K") or (
        not unit.code and unit.word[0].isalpha() and context.analysis.text[unit.start].isupper()
    )


def _token(sentence: Sentence, number: int) -> str:
    unit = sentence.units[number]
    return f"{unit.code}{number}" if unit.code else unit.word


def _count(sentence: Sentence, first: int, plural: bool) -> tuple[int | None, Qualifier | None]:
    thing = sentence.units[first].thing
    if isinstance(thing, Number) and sentence.units[first].code == "N" and float(thing.value).is_integer():
        return int(thing.value), thing.qualifier
    return (None, None) if plural else (1, Qualifier.EXACT)
