"""The states that the words of a sentence name: acting ones, all, places too."""

from __future__ import annotations

from collections.abc import Iterable

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.firms import firm_state
from relations_db.language.fold import fold
from relations_db.language.lexicon import Hit

_ACTOR = re.compile(
    r"(?:(?: ,)?(?: and)? A\d+){0,2} (?:'s )?(?:[a-z-]+ ){0,2}?(?:(?:side|government|president|premier|minister|leader|counterpart|colleague|delegation|firm|group|builder|contractor|bank|parliament|state|operator|carrier|airline|envoy|ambassador|chamber|"
    r"investor|partner|official|neighbou?r|host|guest|visitor|province|region|state of|county|city of|king|sultan|emir|monarch|speaker|chancellor|port|railway|museum|academ(?:y|ie)|utilit(?:y|ie)|miner|developer|supplier|shipyard|manufacturer|broadcaster|institute|fund|chief|commander|yard|shipbuilder|planemaker|carmaker|maker|college|school|hospital|railway|navy|army|club|institution)s?|"
    r"ministry|ministries|prime|foreign|company|companies|central|university|universities|agency|agencies|authority|authorities|opposite|businessm[ae]n|energy|electricity|public|capital)\b"
)
_SCENE = re.compile(r"\b(?:signed|concluded|adopted|inked|met|held|talks|meeting|ceremony|negotiated) in (?:the )?$")
# "the firms' plants in Peru and Chile": where they are
_SEAT = re.compile(
    r"\b(?:operations|plants?|factory|factories|units?|subsidiar(?:y|ies)|branch(?:es)?|outlets|mines?) in (?:the )?(?:C\d+ (?:, |and )(?:the )?){0,3}\Z"
)
# "the University of Zagreb": a body that acts, named after where it sits
_SEATED = re.compile(
    r"(?:^|[,;:\"] |\b(?:and|by|between|with|that|while|where) )(?:the )?(?:[a-z]+ ){0,2}(?:universit(?:y|ies)|institute|academy|college|cit(?:y|ies)|municipalit(?:y|ies)|mayors?|port authority|chamber of commerce|stock exchange|province|region|museum|library|archives?|school|clinic|hospital|zoo|opera|governors?) of (?:the )?$"
)
_OF_CITY = re.compile(r"\b(?:an?|the) $")
_POSSESSION = re.compile(
    r" 's (?:[a-z]+ ){0,1}(?:independence|territory|territorial|borders?|economy|debts?|waters|membership|accession|soil|airspace|coasts?|shores?|exports?|imports?|market|history|accession|entry|election|elections|crisis|war|ports?|fields?)\b"
)
_BORDER = re.compile(r"\b(?:borders?|frontiers?|boundary) (?:with|between|of|to) (?:the )?$")
_ITS_BORDER = re.compile(
    r"C\d+ (?:'s )?(?:border|frontier|boundary)\b(?! (?:with|agreement|treaty|accord|pact|protocol))"
)
_GROUND = re.compile(r"\b(?:on|at|in|inside|outside|near) the (?:[a-z]+ )?$")
# "the country, which Oman calls a friend"
_OPINES = re.compile(
    r"[CL]\d+ (?:has |had |also |once |still |, [^,;:]{2,40} , )*(?:describ|call|regard|consider|brand|label|see|view|accus|list|blam|claim|recogni[sz]|support|sanction|ban|oppos|back)[a-z]*\b"
)
_WHICH = re.compile(r"\b(?:which|whom|that|what) (?:the )?$")
_ONLOOKER = re.compile(
    r"\b(?:presence of|witnessed by|brokered by|mediated by|guaranteed by|sponsored by|facilitated by|backed by|praised by|thanks to|predecessor|mediation of|auspices of) (?:(?:the )?[PCAL]\d+(?: [a-z]+){0,2}(?: ,)? (?:and )?){0,4}(?:the )?$"
)

HELPER = re.compile(
    r"[PCAL]\d+ (?:as (?:the |an? )?|acting as (?:the |an? )?|(?:has |had )?mediat|(?:has |had )?broker)(?:[a-z]+ )?(?:facilitator|mediator|guarantor|broker|witness|host|observer|ed\b|ing\b)"
)


def states_of(context: Context, sentence: Sentence, codes: list[str]) -> tuple[str, ...]:
    return known([s for code in codes for s in unit_states(context, sentence, int(code[1:]))])


def unit_states(context: Context, sentence: Sentence, number: int) -> list[str]:
    """All states of a unit: two for "the foreign ministers of A and B"."""
    unit = sentence.units[number]
    first = unit_state(context, sentence, number)
    if unit.code == "P" and " and " in unit.word:
        inside = [
            h
            for h in context.analysis.hits
            if unit.start <= h.start and h.end <= unit.end and h.kind in ("country", "adjective")
        ]
        return [s for s in dict.fromkeys([first, *(h.values[0] for h in inside)]) if s]
    return [first] if first else []


def known(states: Iterable[str]) -> tuple[str, ...]:
    """Distinct states in order; the Soviet Union beside Russia is Russia told of in old times."""
    found = set(states)
    return tuple(sorted(found - {"SUN"} if "RUS" in found else found))


def unit_state(context: Context, sentence: Sentence, number: int) -> str | None:
    """The state that a unit names, a pronoun by whom it means."""
    unit = sentence.units[number]
    if unit.code == "L" and _in_a_name(context, sentence, number):
        return None
    if unit.code == "K":
        state = (
            firm_state(context.lexicon, context.analysis.folded, unit.thing) if isinstance(unit.thing, Hit) else None
        )
        return state or _seat(context, sentence, number)
    if unit.code in ("H", "Q"):
        return next((e.country for e in context.analysis.antecedents.get(unit.start, []) if e.country), None)
    return context.state_of(unit)


_ACTS = re.compile(r"(?:^|[,;:] |\b(?:and|by|between|with) )(?:the )?(?:[a-z]+ ){0,2}$")
_HOUSE = r"(?:University|Institute|Academy|College|Conservatory|Polytechnic)"
_IN_CITY = re.compile(
    rf"{_HOUSE} of (?P<of>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)$|(?P<city>[A-Z][\w'-]+)(?: (?:State|Technical|National|Medical|Agricultural|Federal))* {_HOUSE}$"
)


def _seat(context: Context, sentence: Sentence, number: int) -> str | None:
    """The state of a university that acts, by the city in its name."""
    unit = sentence.units[number]
    named = _IN_CITY.search(context.analysis.said(unit.start, unit.end))
    if not named or not _ACTS.search(sentence.coded[: sentence.offsets[number]]):
        return None
    hits = context.lexicon.names(fold(named.group("of") or named.group("city")))
    return next((h.values[0] for h in hits if h.kind == "city"), None)


def states_at(context: Context, sentence: Sentence, low: int, high: int, tier: int) -> list[str]:
    """Distinct states between two units. Tier 1: persons, acting states and capitals; 2: all states and actors with an adjective; 3: places too."""
    found: list[str] = []
    for number, _ in sentence.things:
        if not low <= number < high:
            continue
        before = sentence.coded[max(0, sentence.offsets[number] - 30) : sentence.offsets[number]]
        watches = _ONLOOKER.search(before) or HELPER.match(sentence.coded, sentence.offsets[number])
        if _counts(context, sentence, number, tier) and not watches:
            found += [s for s in unit_states(context, sentence, number) if s not in found]
    return [s for s in found if s != "SUN" or "RUS" not in found]


def _counts(context: Context, sentence: Sentence, number: int, tier: int) -> bool:
    unit = sentence.units[number]
    before = sentence.coded[max(0, sentence.offsets[number] - 26) : sentence.offsets[number]]
    if unit.code == "K":
        return True
    if unit.code == "C" and tier < 3 and _ITS_BORDER.match(sentence.coded, sentence.offsets[number]):
        return False
    if unit.code in ("C", "L") and _WHICH.search(before) and _OPINES.match(sentence.coded, sentence.offsets[number]):
        return False
    if unit.code in ("P", "H", "Q"):
        return tier > 1 or not re.search(r"\b(?:presence of|predecessor ,) (?:the )?$", before)
    if unit.code == "C":
        if tier == 1 and _POSSESSION.match(sentence.coded, sentence.offsets[number] + len(f"C{number}")):
            return False
        if tier == 2 and (
            _SCENE.search(before)
            or _SEAT.search(sentence.coded[: sentence.offsets[number]])
            or _BORDER.search(before)
            or _is_aside(sentence, number, before)
            or _left_behind(sentence, number, before)
        ):
            return False
        return tier > 1 or not re.search(
            r"\b(?:in|to(?! (?:lend|give|sell|supply|grant|offer|provide|help|pay|send|loan|assist|allow|let) )|from|of|for|at|over|outside|into|through|against|on|via|across|with|than|like|after|between|outside) (?:the )?(?:[a-z]+ ){0,1}$",
            before,
        )
    if unit.code == "A":
        return tier > 2 or (
            tier == 2 and bool(_ACTOR.match(sentence.coded[sentence.offsets[number] + len(f"A{number}") :]))
        )
    if unit.code == "L":
        if " of " in before and _SEATED.search(sentence.coded[: sentence.offsets[number]]):
            return True
        if tier > 2 or not (context.is_place(sentence, number) or _GROUND.search(before)):
            return True
        after = sentence.coded[sentence.offsets[number] + len(f"L{number}") :]
        return tier == 2 and bool(_OF_CITY.search(before) and _ACTOR.match(after)) and not after.startswith(" -")
    return False


def _is_aside(sentence: Sentence, number: int, before: str) -> bool:
    """True for "in C" between commas: where it was done."""
    after = sentence.coded[sentence.offsets[number] + len(f"C{number}") :]
    return bool(_PLACED.search(before)) and after.startswith(" ,")


def _left_behind(sentence: Sentence, number: int, before: str) -> bool:
    """True for the stop before on a tour: "from C the guest flew to B"."""
    after = sentence.coded[sentence.offsets[number] + len(f"C{number}") :]
    return before.endswith(("from ", "from the ")) and bool(_ONWARD.match(after))


_ONWARD = re.compile(
    r"(?: (?!and\b)[a-zA-Z\d'-]+| ,){0,12}? (?:flew|flies|fly|went|goes|go|travel(?:l)?(?:ed|s)?|continu(?:ed|es)|mov(?:ed|es)|head(?:ed|s)|sailed|drove|proceed(?:ed|s)|came|comes|left|leaves)\b"
)
_PLACED = re.compile(r"(?:^|, )(?:in|at|near|outside) (?:the )?$")


def _in_a_name(context: Context, sentence: Sentence, number: int) -> bool:
    """True for a city inside the name of a firm ("LG-Nikko")."""
    start = sentence.units[number].start
    before = sentence.units[number - 2] if number > 1 else None
    return context.analysis.low[start - 1 : start] == "-" and before is not None and before.code not in ("C", "A", "L")


def told_before(context: Context, sentence: Sentence) -> str:
    """The sentence before, in the same paragraph."""
    earlier = context.analysis.sentences[sentence.index - 1] if sentence.index else None
    return earlier.coded + " " if earlier and earlier.paragraph == sentence.paragraph else ""


def dates_for(context: Context, told: Sentence, sentence: Sentence) -> list[tuple[int, Dated]]:
    """The dates of a sentence, first those beside a state that another names: on a tour each stop has its day."""
    dates = context.dates_in(told)
    if told is sentence or not dates:
        return dates
    if context.is_bystander(told):
        return []
    named = [unit_states(context, sentence, n) for n, unit in sentence.things if unit.code in ("C", "L")]

    def elsewhere(date: tuple[int, Dated]) -> bool:
        places = [n for n, unit in told.things if unit.code in ("C", "L") and n < date[0]]
        return bool(places) and not any(set(unit_states(context, told, places[-1])) & set(n) for n in named)

    return sorted(dates, key=elsewhere)
