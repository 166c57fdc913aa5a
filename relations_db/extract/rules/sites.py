"""Works of building in a sentence: railways, plants, bridges, terminals ... as noun groups with their number, name and place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from relations_db.extract.context import Context
from relations_db.language.analysis import Sentence, Unit
from relations_db.language.numbers import Number
from relations_db.values import Qualifier

_POWER = r"(?:power|hydropower|hydroelectric|hydro-?power|solar|photovoltaic|wind|nuclear|thermal|geothermal|desalination|compressor|pumping|processing|battery|biogas|gas-fired|treatment)"
_HEAD = re.compile(
    r"\b(?:(?:(?:rail|railway) (?:lines?|links?|bridges?|tunnels?|corridors?|connections?|links?)|railways?|railroads?|pipelines?|highways?|motorways?|expressways?|"
    r"bridges?|tunnels?|canals?|dams?|reservoirs?|waterways?|refiner(?:y|ies)|smelters?|terminals?|megaports?|seaports?|ports?|airports?|harbours?|"
    rf"shipyards?|factor(?:y|ies)|plants?(?! (?:protection|quarantine|health))|mills?|mines?|complex(?:es)?|interconnectors?|cables?|"
    rf"{_POWER} (?:power )?(?:stations?|farms?|parks?)|power units?|substations?|stations?|grids?|reactors?|satellites?(?! (?:internet|image|data|navigation|television))|"
    r"cosmodromes?|facilit(?:y|ies)|joint ventures?|ventures?|hubs?|zones?|parks?|technoparks?|cent(?:re|er)s?|clusters?|corridors?|metros?|funds?|banks?|lines?|"
    r"roads?(?! ?map)|sections?|schools?|hospitals?|clinics?|universit(?:y|ies)|campus(?:es)?|institutes?|housing estates?|estates?|warehouses?|"
    r"elevators?|greenhouses?|laborator(?:y|ies)|observator(?:y|ies)|data cent(?:re|er)s?|project))(?![a-z-])"
)
# Heads that mean a work only with a word before them that says which.
_NEEDS = (
    (re.compile(r"\blines?$"), re.compile(r"\b(?:power|rail|railway|transmission|metro|tram|fib(?:re|er)-?optic|cable|kilovolt|kv|voltage|gas|cross-border|electricity|ferry|gauge|underwater|data|assembly|production|new)\b")),
    (re.compile(r"\bzones?$"), re.compile(r"\b(?:trade|industrial|economic|free|logistics|border|investment|cooperation)\b")),
    (re.compile(r"(?<!data )(?<!shopping )\bcent(?:re|er)s?$"), re.compile(r"\b(?:logistics|trade|trading|industrial|international|cultural?|arts|medical|training|research|technology|distribution|transport|exhibition|data|business|cancer|shopping|joint|production|service|nuclear)\b")),
    (re.compile(r"\b(?:parks?|hubs?|clusters?)$"), re.compile(r"\b(?:industrial|technology|science|logistics|wind|solar|digital|transport|agro|business|it|energy|pharmaceutical|textile|eco)\b")),
    (re.compile(r"\b(?:funds?|banks?)$"), re.compile(r"\b(?:joint|common|bilateral|A\d+ - A\d+)\b")),
    (re.compile(r"\b(?:schools?|hospitals?|clinics?|universit(?:y|ies)|campus(?:es)?|institutes?|laborator(?:y|ies)|observator(?:y|ies)|sections?|corridors?|roads?|estates?|grids?|project|mines?|banks?|stations?|ventures?)$"),
     re.compile(r"\b(?:joint|common|bilateral|A\d+ - A\d+|A\d+|L\d+|power|hydropower|railway|cross-border|international|transport|metro|motor|ring|access|coastal|housing|textile|road|first|new)\b")),
)  # fmt: skip
_NOT_A_WORK = re.compile(r"\b(?:presidential|memorial|credit|hot|front|red|party|finishing|academy|silk|line of|pine|tree|conference|press|state|palace|security|exclusive|buffer|demilitari[sz]ed|conflict|war|time|euro|pension|trust|currency|world|central|development)\b")
_DETERMINERS = frozenset("a an the its their this another our his her one".split())
_STOPS = frozenset(
    "of in on to with for from by at that which who is are was were be been being has have had and or as between into over under than "
    "building build built laid laying opened inaugurated launched completed completing constructing commissioned unveiled including namely such named "
    "will would can could may said says say visited toured they he she it on off construction plans plan across via through about went goes go "
    "suggested proposed developing jointly together carrying out financing planning among also now already".split()
)
_PREPOSITIONS = r"(?:of|between|from|to|at|on|over|in|under|off|across|into|near|linking|connecting|joining|for|along|beneath)"
_TAIL_STOP = (
    r"(?:[,.;:()\"]|which|that|who|whose|is|are|was|were|be|has|have|had|will|would|can|may|should|built|led|being|worth|costing|costs?|cost|"
    r"said|says|by|with|while|when|where|after|as|proceeds?|continues|began|begins|started|went|takes|at a (?:price|cost)|on D\d+|in D\d+|D\d+|M\d+|this|last|"
    r"and (?:on|in|the|an?|to|of|N\d+|[a-z]+ed|[a-z]+s) |and (?:G|H|P)\d+|but|or|also|says|yields?|employs|together|jointly|for (?:a|an|the|which) (?:generation|price|cost|occasion|first))"
)
_TAIL = re.compile(rf"(?: {_PREPOSITIONS}(?: (?!{_TAIL_STOP}(?: |$))\S+){{1,9}})+")
_PAIRED = re.compile(r"\b(?:an?|the) [a-z-]+(?: , [a-z-]+)*(?: ,)? and [a-z-]+ $")


@dataclass(frozen=True, slots=True)
class Site:
    """A noun group of a work: offsets of the whole group in the coded sentence, of its head, and how many works it means (None: not told)."""

    start: int
    head: int
    head_end: int
    end: int
    plural: bool
    count: int | None
    qualifier: Qualifier | None


def find_sites(context: Context, sentence: Sentence) -> list[Site]:
    """The works named in a sentence, left to right, none inside another."""
    found: list[Site] = []
    for match in _HEAD.finditer(sentence.coded):
        if found and match.start() < found[-1].end:
            continue
        if site := _site(context, sentence, match):
            found.append(site)
    return found


def _site(context: Context, sentence: Sentence, match: re.Match[str]) -> Site | None:
    coded = sentence.coded
    first = _left_edge(sentence, sentence.at(match.start()))
    start = sentence.offsets[first]
    if paired := _PAIRED.search(coded[: match.start()]):
        start = min(start, paired.start())
    modifiers = coded[start : match.start()]
    end = _right_edge(context, sentence, match.end())
    noun = match.group()
    before = modifiers + noun.rpartition(" ")[0]
    named = end > match.end() and not coded[match.end() : end].startswith((" of", " in", " at", " to", " for"))
    for head, needed in _NEEDS:
        if head.search(noun) and not needed.search(before) and not (named and noun in ("line", "railway", "project")):
            return None
    if _NOT_A_WORK.search(modifiers):
        return None
    plural = noun.endswith("s") and not noun.endswith("complexes"[:-2] + "s")
    count, qualifier = _count(sentence, first, plural)
    return Site(start, match.start(), match.end(), end, plural, count, qualifier)


def _left_edge(sentence: Sentence, head: int) -> int:
    """The first unit of the noun group whose head is the unit `head`: its adjectives, number and determiner."""
    first = head
    for number in range(head - 1, max(-1, head - 10), -1):
        unit = sentence.units[number]
        if unit.word in _DETERMINERS and not unit.code:
            return number
        if unit.code == "N" or (unit.code == "M" and number == first - 1):
            return number if unit.code == "N" else max(0, number - (sentence.units[number - 1].word in _DETERMINERS))
        if not _is_modifier(unit):
            break
        first = number
    return first


def _is_modifier(unit: Unit) -> bool:
    if unit.code:
        return unit.code in ("A", "L", "C", "B", "K", "M")
    return unit.word in ("-", "'s", '"') or (unit.word not in _STOPS and unit.word[0].isalnum())


def _right_edge(context: Context, sentence: Sentence, offset: int) -> int:
    """The end of the noun group: a name that follows the head, and what says where it is."""
    number = sentence.at(offset - 1) + 1
    end = offset
    while number < len(sentence.units) and _is_name(context, sentence.units[number]):
        end = sentence.offsets[number] + len(_token(sentence, number))
        number += 1
    tail = _TAIL.match(sentence.coded, end)
    return tail.end() if tail else end


def _is_name(context: Context, unit: Unit) -> bool:
    return unit.code in ("L", "K") or (not unit.code and unit.word[0].isalpha() and context.analysis.text[unit.start].isupper())


def _token(sentence: Sentence, number: int) -> str:
    unit = sentence.units[number]
    return f"{unit.code}{number}" if unit.code else unit.word


def _count(sentence: Sentence, first: int, plural: bool) -> tuple[int | None, Qualifier | None]:
    thing = sentence.units[first].thing
    if isinstance(thing, Number) and sentence.units[first].code == "N" and float(thing.value).is_integer():
        return int(thing.value), thing.qualifier
    return (None, None) if plural else (1, Qualifier.EXACT)


def _with_plurals(*nouns: str) -> frozenset[str]:
    return frozenset(nouns) | frozenset(n + "s" for n in nouns)


HEAD_WORDS = _with_plurals(
    *"railway railroad line link tunnel corridor connection pipeline highway motorway expressway bridge canal dam reservoir waterway smelter terminal megaport "
    "seaport port airport harbour shipyard plant mill mine complex interconnector cable station farm park unit substation grid reactor satellite cosmodrome "
    "venture hub zone technopark centre center cluster metro fund bank road section school hospital clinic institute estate warehouse elevator greenhouse project".split()
) | frozenset("refinery refineries factory factories facility facilities university universities campus laboratory observatory complexes".split())
