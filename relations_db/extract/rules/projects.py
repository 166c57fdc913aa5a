"""Joint projects: counted and priced portfolios, and single works built between two states. Constructions of docs/reference/rules.md, section Projects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.rules import portfolios
from relations_db.extract.rules.occasions import (
    Parties,
    framed,
    joined,
    pair_around,
    state_of,
    states_between,
    two_states,
    words,
)
from relations_db.extract.rules.progress import stage_of
from relations_db.extract.rules.sites import HEAD_WORDS, PRODUCTS, Site, find_sites
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import around
from relations_db.values import Basis, JointProject, Kind, Money, Status

# ------------------------------------------------------------------ between whom
_JOINT = re.compile(
    r"\b(?:joint|jointly|together|cross-border|common|shared border|half each|either side of|both sides of the border|in partnership with|bilateral|"
    r"belongs to (?:G\d+|the two)|in equal parts|consortium|own(?:s|ed) (?:a |half)|with (?:the )?(?:help|assistance|support|participation) of|G\d+ (?:[a-z]+ ){0,2}(?:agreed|resolved|decided|undert\w+|intend|plan|are|have)|work (?:is|will) [a-z ]*(?:start|begin) on|A\d+ - A\d+ border)\b"
)
_DO = r"(?:inaugurat\w+|open(?:ed|s)|launch\w*|switch\w* on|unveil\w*|broke ground|la(?:id|y) the foundation|commission\w*|flagged off|gave the|started)\b"
_LEADERS_DO = re.compile(rf"\b{_DO}")
_THEY_DO = re.compile(rf"\bG\d+ (?:[a-z]+ )*{_DO}")
_NOT_OPENED = re.compile(
    r"\b(?:forum|exhibition|conference|session|meeting|monument|consulate|embassy|festival|fair|street|statue|summit|ceremony|school year)\b"
)
_TOGETHER = re.compile(r"\b(?:joint|jointly|together|in common|with each other)\b")
_LINKS = re.compile(
    r"\b(?:to link|links?|linking|connect(?:s|ing)?|to connect|joining|to join|between) (?P<ends>(?:(?:the )?[CLA]\d+(?: ,|(?: ,)? and)? ?){2,4})"
)
_BOTH = re.compile(r"^[^;.]{0,40}?(?:that|which) (?:the )?([CA]\d+)(?: and| ,) (?:the )?([CA]\d+)\b")
_FIRMS = re.compile(
    r"\b(?P<who>[AC]\d+)(?: 's| -)?(?: [a-z-]+){0,2} (?:firms?|compan(?:y|ies)|investors?|contractors?|builders?|corporations?|groups?|consortium|engineers|business(?:es)?|capital|money|loans?|funds|credits?|grants?|built|funded|financed|led|owned|operated|backed|giant|conglomerate|state company|operator|bank|concern|developer|consortium)\b"
)


def _between(context: Context, sentence: Sentence, site: Site) -> tuple[Parties | None, Basis]:
    """The states that a work joins or that build it together; None where it looks like the affair of one."""
    coded = sentence.coded
    named = _states_named(context, sentence, sentence.at(site.start), sentence.at(site.end - 1) + 1)
    if links := _LINKS.search(coded, site.head, min(len(coded), site.end + 90)):
        ends = [context.state_of(sentence.unit(c)) for c in re.findall(r"[CLA]\d+", links.group("ends"))]
        named = list(dict.fromkeys([*named, *(s for s in ends if s)]))
    if both := _BOTH.match(coded[site.end : site.end + 90]):
        named = [s for c in both.groups() if (s := context.state_of(sentence.unit(c)))]
    if 2 <= len(named) <= 3:
        return _of_pair(context, named)
    if _ALONE.search(coded):
        return None, SAID
    if coded[site.head : site.head_end].rstrip("s") in PRODUCTS:
        return _companions(context, sentence, None) if _TOGETHER.search(coded) else (None, SAID)
    place = _place(context, sentence, site)
    builder = _builder(context, sentence, site)
    if builder is None and len(named) == 1 and place != named[0]:
        builder = named[0]
    if builder and place and builder != place:
        return joined(builder, place), SAID
    if re.search(r" (?:from|between) ", coded[site.head_end : site.end]) and (pair := pair_around(context, sentence)):
        return pair, Basis.FRAME
    if _JOINT.search(coded[max(0, site.start - 90) : site.end + 110]) or _opened_by_both(context, sentence, site):
        return _companions(context, sentence, builder or place)
    return _alone_in_frame(context, sentence, site, builder, place)


def _of_pair(context: Context, named: list[str]) -> tuple[Parties, Basis]:
    """The named states; in a text about two states those two where one of them is named."""
    pair = context.pair
    if pair and context.bilateral and len(named) == 2 and len(set(named) & set(pair)) == 1:
        return pair, Basis.FRAME
    return tuple(sorted(named)), SAID


def _states_named(context: Context, sentence: Sentence, low: int, high: int) -> list[str]:
    found = [context.state_of(sentence.units[n]) for n in range(low, high) if sentence.units[n].code in ("A", "C", "L")]
    return [s for s in dict.fromkeys(found) if s]


def _place(context: Context, sentence: Sentence, site: Site) -> str | None:
    """The state where a work stands: the place in its group, else the next "in B"."""
    inside = [
        context.state_of(sentence.units[n])
        for n in sentence.of("L", "C")
        if site.head_end <= sentence.offsets[n] < site.end
    ]
    if inside:
        return inside[0]
    after = re.search(
        r"\b(?:in|at|near|off|on|outside|around) (?:the )?(?:[a-z'-]+ ){0,3}?([CLA]\d+)",
        sentence.coded[site.end : site.end + 70],
    )
    if after:
        return context.state_of(sentence.unit(after.group(1)))
    before = [n for n in sentence.of("L", "C", "A") if site.start <= sentence.offsets[n] < site.head]
    return context.state_of(sentence.units[before[0]]) if before else None


def _builder(context: Context, sentence: Sentence, site: Site) -> str | None:
    """The state whose firms build: "A firms have laid", "that B intends to build", "built by a B company", "with a B loan"."""
    around_site = (
        sentence.coded[max(0, site.start - 80) : site.start] + " | " + sentence.coded[site.end : site.end + 90]
    )
    if firms := _FIRMS.search(around_site):
        return context.state_of(sentence.unit(firms.group("who")))
    owner = re.search(
        r"(?:that|which|built by|, of which|with|of) (?:the )?([CA]\d+)(?: 's)? (?:intends?|plans?|will|is|has|wants?|owns?|design|help|and|state|technology|equipment|know-how|expertise|aid|assistance|participation|support|share|partners?|"
        r"lends?|lending|provides?|pays?|finances?|built|builds)\b",
        around_site + " ",
    )
    if owner:
        return context.state_of(sentence.unit(owner.group(1)))
    number = context.subject(sentence, site.start)
    return (
        context.state_of(sentence.units[number]) if number is not None and sentence.units[number].code == "C" else None
    )


def _opened_by_both(context: Context, sentence: Sentence, site: Site) -> bool:
    """True where two leaders of different states, or "they", open a work."""
    left = sentence.coded[max(0, site.start - 110) : site.start]
    if not _LEADERS_DO.search(left[-70:]) or _NOT_OPENED.search(sentence.coded[site.start : site.end]):
        return False
    if _THEY_DO.search(left):
        return True
    people = [n for n in sentence.of("P", "H") if site.start - 110 <= sentence.offsets[n] < site.start]
    return len({s for n in people if (s := state_of(context, sentence, n))}) >= 2


def _companions(context: Context, sentence: Sentence, state: str | None) -> tuple[Parties | None, Basis]:
    everywhere = states_between(context, sentence, 0, len(sentence.units))
    if state:
        others = [s for s in everywhere if s != state]
        return (joined(state, others[0]), SAID) if len(others) == 1 else framed(context, sentence, state)
    if 2 <= len(everywhere) <= 3:
        return tuple(sorted(everywhere)), SAID
    return framed(context, sentence, everywhere[0] if everywhere else None)


def _alone_in_frame(
    context: Context, sentence: Sentence, site: Site, builder: str | None, place: str | None
) -> tuple[Parties | None, Basis]:
    """A work told in a text about two states, where no single state is named as its builder at home."""
    pair = pair_around(context, sentence)
    if pair is None or (builder and builder == place) or _LOCAL.search(sentence.coded, site.head, site.head_end):
        return None, SAID
    states = set(states_between(context, sentence, 0, len(sentence.units)))
    if not states <= set(pair) or (place and place not in pair):
        return None, SAID
    if builder:
        located = (
            place
            or site.end > site.head_end
            or _LOCATED.search(sentence.coded, site.end, site.end + 90)
            or _FIRMS.search(sentence.coded, max(0, site.start - 80), site.end + 90)
        )
        return (pair, Basis.FRAME) if located else (None, SAID)
    if place is None or states <= {place} or states == set(pair) - {place}:
        return pair, Basis.FRAME
    foreign = {context.state_of(sentence.units[n]) for n in sentence.of("A", "C")} - {place, None}
    return (pair, Basis.FRAME) if foreign else (None, SAID)


_LOCAL = re.compile(r"hospital|school|universit|clinic|road|airport|estate|metro|park|campus|warehouse|mine|port\b")
_LOCATED = re.compile(r"\b(?:in|at|near|off|on|outside|around) (?:the )?(?!D\d)[a-zL]")


# ------------------------------------------------------------------ single works
_LIST = re.compile(
    r"\b(?P<noun>undertakings|ventures|projects|works|schemes|initiatives|endeavours)\b(?P<what>[^;.]{0,90}?)(?:namely|such as|, from|includ(?:e|es|ed)|comprise[sd]?|rang(?:e|es|ing) from|including|among (?:G\d+|them)|notably|:|-) "
)
_AT_WORK = re.compile(
    r"\b(?:carrying out|carry out|at work|ongoing|under ?way|implement\w+|are being|realising|pursuing|current|joint|inaugurated|opened|launched|completed|started|finished)\b"
)
_AHEAD = re.compile(
    r"\b(?:to be|will|plan\w*|future|new|next|agreed|propos\w+|importance|possible|promising|further|want|hope)\b"
)
_NO_WORK = re.compile(
    r"\b(?:agreement|memorand\w+|contract(?:ed)?|protocol|deal|mou|letter of intent|accord|credit line|loan)\b[^;.]{0,50}$"
)
_ALONE = re.compile(r"\bon (?:Q\d+|its|her|his) own account\b|\bdomestic\b|\bmusings\b")
_COST = re.compile(
    r"^ (?:of|for) (?:[a-z]+ ){0,2}?M(\d+)|^[^;.]{0,90}?(?:worth|valued at|(?:a|the) (?:price|cost|price tag|value) of|costs?|costing|cost|investment of|estimated at|, an?|, the|(?:built|completed|finished|opened) [^,;]{0,30}?for) (?:[a-z]+ ){0,2}?M(\d+)"
    r"|^[^.]{0,60}?price tag (?:is|of) (?:[a-z]+ )?M(\d+)"
)


def _price(sentence: Sentence, site: Site) -> Money | None:
    inside = [n for n in sentence.of("M") if site.start <= sentence.offsets[n] < site.head]
    after = _COST.search(sentence.coded[site.end : site.end + 150])
    number = inside[0] if inside else int(next(g for g in after.groups() if g)) if after else None
    thing = sentence.units[number].thing if number is not None else None
    return Money(thing.value, thing.currency or "USD") if isinstance(thing, Number) else None


def works(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """All single works of a sentence that are built, opened or planned between two states."""
    found: list[Candidate] = []
    previous: tuple[Site, Status, Parties, Basis] | None = None
    listed = _listed(sentence)
    for site in find_sites(context, sentence):
        low = max(0, site.start - 170)
        left, right = sentence.coded[low : site.start], sentence.coded[site.end :][:170]
        stage = stage_of(sentence, site, left, right) or (listed[1] if listed and listed[0] <= site.start else None)
        parties, basis = _between(context, sentence, site) if stage else (None, SAID)
        if listed and not parties and listed[0] <= site.start and listed[2]:
            parties, basis = two_states(context, sentence, site.start)
        if (
            previous
            and not parties
            and re.fullmatch(
                r" (?:,|(?:, )?and|as well as|, as well as)(?: on| for)? ", sentence.coded[previous[0].end : site.start]
            )
        ):
            stage, parties, basis = previous[1:]
        if (
            previous
            and sentence.coded[previous[0].end : site.start] == " , "
            and _APPOSED.search(sentence.coded[site.start : site.head_end])
        ):
            continue
        if stage is None or not parties or (site.count is None and not _price(sentence, site)):
            continue
        if reason := _no_work(sentence, site, left):
            context.ignore(Kind.JOINT_PROJECT, sentence, site.start, site.end, reason)
            continue
        previous = (site, stage, parties, basis)
        found.append(_work(context, sentence, site, stage, parties, basis))
    return found


_APPOSED = re.compile(r"^(?:an?|the) (?:[a-z]+ )*(?:venture|project|link|complex|facility|section|network)$")


def _listed(sentence: Sentence) -> tuple[int, Status, bool] | None:
    """Where a list of undertakings begins, how far its heading says they are, and whether they are common."""
    found = _LIST.search(sentence.coded)
    if not found:
        return None
    heading = sentence.coded[max(0, found.start() - 40) : found.end()]
    common = bool(re.search(r"\bG\d|\b(?:joint|common|together|two)\b", heading))
    ahead = _AHEAD.search(heading) and not _AT_WORK.search(heading)
    return found.end(), Status.PLANNED if ahead else Status.DONE, common


def _no_work(sentence: Sentence, site: Site, left: str) -> str:
    told = around(sentence, site.head, site.head_end)
    if told.status is None:
        return told.reason
    return "an agreement, no project yet" if _NO_WORK.search(left) else ""


def _work(context: Context, sentence: Sentence, site: Site, stage: Status, parties: Parties, basis: Basis) -> Candidate:
    text = re.sub(r"^(?:the|an?|its|their)\s+", "", words(context, sentence, site.start, site.end), flags=re.IGNORECASE)
    low, high = sentence.span(site.start, site.end)
    sectors = context.sectors.find(context.analysis.low[low:high])
    claim = JointProject(parties, site.count, site.qualifier, _price(sentence, site), stage, text, sectors)
    return Candidate(
        claim, [(sentence.start, sentence.end)], "project-work", sentence.index, {"parties": (basis, None)}
    )


# ------------------------------------------------------------------ merging
_DULL = frozenset(
    "the a an of in on off at to for and with between new joint project projects construction line station centre center".split()
)


def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per project."""
    kept: list[Candidate] = []
    for candidate in candidates:
        home = next((i for i, other in enumerate(kept) if _same(_claim(other), _claim(candidate))), None)
        if home is None:
            kept.append(candidate)
        else:
            kept[home] = _joined(kept[home], candidate)
    return kept


def _claim(candidate: Candidate) -> JointProject:
    assert isinstance(candidate.claim, JointProject)
    return candidate.claim


def _same(a: JointProject, b: JointProject) -> bool:
    if a.parties != b.parties or a.count != b.count:
        return False
    if a.count != 1:
        return a.count is not None or a.value == b.value
    mine, theirs = _content(a), _content(b)
    return 2 * len(mine & theirs) >= max(1, min(len(mine), len(theirs)))


def _content(claim: JointProject) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", claim.description.lower())) - _DULL


def _joined(a: Candidate, b: Candidate) -> Candidate:
    x, y = _claim(a), _claim(b)
    status = Status.DONE if Status.DONE in (x.status, y.status) else x.status
    longest = max((x.description, y.description), key=len)
    claim = replace(
        x, status=status, value=x.value or y.value, description=longest, sectors=tuple(sorted({*x.sectors, *y.sectors}))
    )
    return replace(a, claim=claim, quotes=list(dict.fromkeys([*a.quotes, *b.quotes]))[:4])


_SENTENCE = re.compile(r"^.")
RULES: tuple[Rule, ...] = (
    Rule(
        "project-work", Kind.JOINT_PROJECT, HEAD_WORDS, _SENTENCE, works,
        ("Turkish companies have built the port of Mogadishu.", "The gas interconnector between Bulgaria and Serbia was put into operation in December 2023.",
         "The railway that is to link China, Kyrgyzstan and Uzbekistan was launched in December 2024.", "Kazakhstan and Uzbekistan will build a power line between Shymkent and Tashkent.",
         "Tanzania and Uganda are building an oil pipeline from Hoima to Tanga.", "The second undersea cable between Finland and Estonia is being laid."),
        ("Kazakhstan is building a nuclear power plant on Lake Balkhash.", "Kenya and Oman have no plans to build a pipeline from Kenya to Oman.",
         "The pipeline between Kenya and Oman was not built.", "If funding is found, a bridge between Kenya and Uganda would be built.",
         "The presidents of Kenya and Uganda met at the airport.", "Freight on the railway between Kenya and Uganda doubled.",
         "Kenya and Uganda signed an agreement on the construction of a pipeline from Kenya to Uganda.", "The road map of Kenya and Uganda was approved.",
         "A bank of Kenya opened a credit line for Uganda."),
    ),
    *portfolios.RULES,
)  # fmt: skip
