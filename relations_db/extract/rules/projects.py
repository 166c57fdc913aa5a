"""Joint projects: counted and priced portfolios, and single works built between two states. Constructions of docs/reference/rules.md, section Projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.rules import portfolios
from relations_db.extract.rules.occasions import (
    Parties,
    two_states,
    words,
)
from relations_db.extract.rules.progress import stage_of
from relations_db.extract.rules.sides import DO, between
from relations_db.extract.rules.sites import HEAD_WORDS, Site, built_at, find_sites, is_product, told_before
from relations_db.extract.rules.work_clauses import is_called_project, stage_of_clause
from relations_db.extract.rules.work_stage import stage_near
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.numbers import Number
from relations_db.language.realis import around
from relations_db.values import Basis, JointProject, Kind, Money, Status

# ------------------------------------------------------------------ single works
_LIST = cued(
    r"\b(?P<noun>undertakings|ventures|projects|works|schemes|initiatives|endeavours)\b(?P<what>[^;.]{0,90}?)(?:namely|such as|, from|includ(?:e|es|ed)|comprise[sd]?|rang(?:e|es|ing) from|including|among (?:G\d+|them)|notably|:|-) "
)
_AT_WORK = re.compile(
    r"\b(?:carrying out|carry out|at work|ongoing|under ?way|implement\w+|are being|realising|pursuing|current|joint|inaugurated|opened|launched|completed|started|finished)\b"
)
_AHEAD = re.compile(
    r"\b(?:to be|will|plan\w*|future|new|next|agreed|lists?|annex|propos\w+|importance|possible|promising|further|want|hope)\b"
)
_NO_WORK = re.compile(
    r"\b(?:agreement|memorand\w+|contract(?:ed)?|protocol|deal|mou|letter of intent|accord|credit line|loan)\b[^;.,]{0,50}$"
)
# A paper on building a work binds both to it; one on the work itself ("on the railway") may be about its traffic.
_TO_BUILD = re.compile(
    r"\b(?:agreement|memorand\w+|protocol|accord|deal|mou) [^;.,]{0,30}?"
    r"(?:\b(?:construction|building|creation|establishment|setting up|laying|development|extension) (?:of|and)|to (?:jointly )?(?:build|construct|lay|set up|develop)|on an?)\b[^;.,]{0,40}$"
)
_COST = re.compile(
    r"^ (?:of|for) (?:[a-z]+ ){0,2}?M(\d+)|^[^;.]{0,120}?(?:worth|valued at|(?:a|the) (?:price|cost|price tag|value) of|costs?(?: (?:the )?(?:G\d+|states?|sides|governments|treasuries|countries|two)){0,3}|costing|cost (?:is |was )?(?:put|estimated) at|investment of|estimated at|, for|for an? (?:estimated|total|price of)|, an?|, the|(?:built|completed|finished|opened) [^,;]{0,30}?for) (?:[a-z]+ ){0,2}?M(\d+)"
    r"|^ , an? (?:[a-z-]+ ){0,3}(?:project|venture|undertaking|scheme|work|link) (?:of|for|worth|costing|priced at|at) (?:[a-z]+ ){0,2}M(\d+)"
    r"|^ with (?:[a-z]+ ){0,2}M(\d+) (?:from )?each\b"
    r"|^[^.]{0,60}?price tag (?:is|of) (?:[a-z]+ )?M(\d+)"
    r"|^[^.]{0,90}?\b(?:the|its) (?:total )?(?:cost|price|bill)(?: (?:of|is|was|which|put|estimated|comes|at|to|about|some|over|nearly|around))+ M(\d+)"
)
_TO_COST = re.compile(
    r"\b(?:to be|is to|are to|will|would|to|could) (?:[a-z]+ )?(?:[a-z]+ )?cost\b|\bestimated\b|\bput at\b"
)
_COSTS = re.compile(
    r"^(?: , [^;.]{1,60} ,)? costs? |^[^;.]{0,90}?\bshares? the cost\b|^[^.]{0,110}?; the (?:total )?(?:cost|price) (?:is|was) (?:put|estimated)\b"
)
# What a sentence tells of the work that the sentence before named: "it was opened in D", "A and B inaugurated it", "it cost M".
_IT_DONE = re.compile(
    rf"\b{DO}(?: (?:jointly|together))? it\b|^(?:it|the (?:work|construction|building)) (?:was|has been|is|is being|were) (?:[a-z]+ly |also |now |already )?"
    r"(?:inaugurated|opened|built|completed|launched|commissioned|under (?:construction|way)|underway|laid|finished|financed|put into (?:operation|service)|half)\b"
    r"|^(?:work|construction|building) (?:on it )?(?:began|started|has begun|is under ?way|is in progress|continues|goes on)\b"
)
_IT_COST = re.compile(
    r"(?:^|; |, |and )it (?:has |will |is to |would |is expected to )?(?:costs?|cost|been built for)(?: ,[^;,.]{1,40},)? (?:[a-z]+ ){0,2}M(\d+)"
    r"|^(?:the|its) (?:total |estimated |overall )?(?:cost|price|bill|price tag)(?: ,)?(?: (?:of|is|was|were|has|been|put|estimated|at|about|some|to|be|the|work|over|under|nearly|around|then|now|stands|by))* M(\d+)"
    r"|\bput(?:s|ting)? (?:its|the) (?:total )?(?:cost|price) at (?:[a-z]+ ){0,2}M(\d+)"
    r"|^cost : (?:[a-z]+ ){0,2}M(\d+)"
)


# "a second one, in Mary, is planned", "another, at Farab, opened last year": one more work of the kind just named.
_ANOTHER = cued(
    r"(?:[;,]|and|while) (?:another|(?:a|the) (?:second|third|fourth|further|similar|O\d+))(?: (?:N\d+|one|such [a-z]+(?: [a-z]+)?|of the kind))?"
    r"(?: ,)? (?P<name>(?:(?:at|in|on|near|between|for) )?[^,;.]{2,60}?)(?: ,)? (?:(?P<ahead>(?:is|are|was) (?:also |now )?(?:planned|envisaged|expected|due|to (?:follow|open|be (?:built|opened|launched)))|(?:will|should|would) (?:follow|open|be (?:built|opened|launched)))"
    r"|(?:is|was|has been) (?:already |now |also )?(?:under construction|under ?way|being built|opened|built|launched|completed|in (?:operation|service)))(?= |$)(?! by )"
)


def _price(sentence: Sentence, site: Site) -> Money | None:
    inside = [n for n in sentence.of("M") if site.start <= sentence.offsets[n] < site.head]
    if site.count and (given := _GIVEN.search(sentence.coded, 0, site.start)):
        inside = inside or [int(given.group(1))]
    after = _COST.search(sentence.coded[site.end : site.end + 150])
    number = inside[0] if inside else int(next(g for g in after.groups() if g)) if after else None
    thing = sentence.units[number].thing if number is not None else None
    if isinstance(thing, Number) and not inside and re.search(rf"M{number} (?:from )?each\b", sentence.coded):
        return Money(2 * thing.value, thing.currency or "USD")
    return Money(thing.value, thing.currency or "USD") if isinstance(thing, Number) else None


# "lent B M for", "will invest M in"
_GIVEN = re.compile(
    r"\b(?:invest\w*|len[dt]s?|lending|grant(?:s|ed)?|g[ai]ve[sn]?|giving|put(?:s|ting)?|provid\w+|contribut\w+|allocat\w+|spen[dt]\w*|loan|credit|grant) [^;.,]{0,30}?M(\d+) (?:[a-z]+ )?(?:in|into|for|on|towards?|to (?:build|finance|fund|construct|lay))(?: the (?:construction|building) of)? $"
)
_PRICED = re.compile(
    r"\b(?:costs?|costed at|estimated at|contribut(?:es?|ed|ing)|costing|price|priced at|worth|valued at|value|loan|credit|bill|budget|money|sum|investments?|tune)(?: (?:of|is|was|at|to|for|put|estimated|,|some|about|over|nearly|around|almost|more than|and|the|[CG]\d+))* M(\d+)"
    r"|^M(\d+) - (?:dollar|euro|pound|yen|yuan)"
)


def _lone_price(sentence: Sentence) -> Money | None:
    """The only sum of a sentence on one work, where a word of cost stands before it."""
    found = list(_PRICED.finditer(sentence.coded)) if len(sentence.of("M")) == 1 else []
    thing = sentence.units[int(next(g for g in found[0].groups() if g))].thing if found else None
    return Money(thing.value, thing.currency or "USD") if isinstance(thing, Number) else None


def _next(context: Context, sentence: Sentence) -> Sentence | None:
    sentences = context.analysis.sentences
    return sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None


def _price_of_it(context: Context, sentence: Sentence) -> Money | None:
    """The price that the next sentence gives of the one work of a sentence: "it cost M"."""
    told = _next(context, sentence)
    found = _IT_COST.search(told.coded) if told else None
    thing = told.units[int(next(g for g in found.groups() if g))].thing if told and found else None
    return Money(thing.value, thing.currency or "USD") if isinstance(thing, Number) else None


def _stage(context: Context, sentence: Sentence, site: Site, sole: bool) -> Status | None:
    """How far a work is: by the words around it, by its price, or by what the next sentence says of "it"."""
    other = _ANOTHER.search(sentence)
    after = other.start() if other and other.start() >= site.end else len(sentence.coded)
    left, right = sentence.coded[max(0, site.start - 170) : site.start], sentence.coded[site.end : after][:170]
    if stage := stage_of(sentence, site, left, right):
        return stage
    if _COSTS.search(right) and _price(sentence, site):
        return Status.PLANNED if _TO_COST.search(right) else Status.DONE
    told = _next(context, sentence)
    if sole and site.start < 60 and told and _IT_DONE.search(told.coded) and not around(told, 0, 1).reason:
        return Status.DONE
    return None


def works(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """All single works of a sentence that are built, opened or planned between two states."""
    found: list[Candidate] = []
    previous: tuple[Site, Status, Parties, Basis] | None = None
    listed = _listed(sentence)
    sites = find_sites(context, sentence)
    for site in sites:
        if site.again and (earlier := told_before(context, sentence, site)):
            found += _again(context, sentence, site, *earlier)
            continue
        left = sentence.coded[max(0, site.start - 170) : site.start]
        stage = _stage(context, sentence, site, len(sites) == 1) or (
            listed[1] if listed and listed[0] <= site.start else None
        )
        parties, basis = between(context, sentence, site)
        if not stage and parties:
            stage = stage_of_clause(context, sentence, site)
        if not stage and parties and (basis is SAID or _both_named(context, sentence, site, parties)):
            stage = stage_near(sentence, site.start, site.head_end, site.end)
        if not stage and parties and is_called_project(sentence, site):
            stage = Status.PLANNED
        if site.vague and not (
            basis is SAID and parties and len(parties) == 2 and stage_of_clause(context, sentence, site)
        ):
            continue
        parties = parties if stage else None
        if listed and not parties and listed[0] <= site.start and listed[2] and not is_product(sentence, site):
            parties, basis = two_states(context, sentence, site.start)
        if (
            previous
            and not parties
            and re.fullmatch(
                r" (?:,|(?:, )?and|as well as|, as well as)(?: on| for)? ", sentence.coded[previous[0].end : site.start]
            )
        ):
            stage, parties, basis = previous[1:]
        if previous and _is_same(sentence, previous[0], site):
            continue
        if stage is None or not parties or (site.count is None and not _price(sentence, site)):
            continue
        if reason := _no_work(sentence, site, left) or _private(context, sentence, site, parties, basis):
            context.ignore(Kind.JOINT_PROJECT, sentence, site.start, site.end, reason)
            continue
        previous = (site, stage, parties, basis)
        made = _work(context, sentence, site, stage, parties, basis, len(sites) == 1)
        found.append(made)
    return [*found, *_another(context, sentence, previous[0], made)] if previous else found


def _again(context: Context, sentence: Sentence, site: Site, home: Sentence, first: Site) -> Iterator[Candidate]:
    """What a sentence tells of a work named before: how far it is, or only its price ("the bridge was estimated at M")."""
    stage = _stage(context, sentence, site, True) or stage_of_clause(context, sentence, site)
    price = _price(sentence, site)
    parties, basis = between(context, home, first)
    if not parties:
        parties, basis = between(context, sentence, site)
    left = sentence.coded[max(0, site.start - 170) : site.start]
    if not parties or not (stage or price) or _no_work(sentence, site, left):
        return
    if _private(context, home, first, parties, basis):
        return
    made = _work(context, home, first, stage or Status.PLANNED, parties, basis, False)
    claim = replace(_claim(made), value=price)
    notes = {} if stage else {"price": 1}
    yield replace(made, claim=claim, quotes=[(sentence.start, sentence.end)], sentence=sentence.index, notes=notes)


def _another(context: Context, sentence: Sentence, site: Site, first: Candidate) -> Iterator[Candidate]:
    """One more work of the kind of the last one, where it has a name or a place of its own."""
    other = _ANOTHER.search(sentence)
    if other is None or other.start() < site.end or site.plural:
        return
    name = words(context, sentence, *other.span("name"))
    if (
        not any(word[:1].isupper() for word in name.split())
        or around(sentence, other.start("name"), other.end()).reason
    ):
        return
    kind = words(context, sentence, site.head, site.head_end)
    told = f"{kind} {name}" if name.split()[0].islower() else f"{name} {kind}"
    status = Status.PLANNED if other.group("ahead") else Status.DONE
    claim = replace(_claim(first), status=status, description=told, value=None)
    yield replace(first, claim=claim, notes={"further": 1})


_APPOSED = re.compile(
    r"^(?:an?|the|their|its|(?:the )?[ACQ]\d+(?: 's)?(?: and (?:the )?[ACQ]\d+(?: 's)?)?) (?:[a-z]+ )*(?:venture|undertaking|scheme|project|link|complex|facility|section|network)$"
)
_RENAMED = re.compile(
    r" ,? ?(?:(?:now|also|since|officially) )?(?:re-?named|named|called|known as|dubbed|christened|or|alias) (?:the )?"
)


def _is_same(sentence: Sentence, one: Site, other: Site) -> bool:
    """True where a second noun group only says of the first what it is or how it is called."""
    between = sentence.coded[one.end : other.start]
    apposed = between == " , " and _APPOSED.search(sentence.coded[other.start : other.head_end])
    return bool(apposed or _RENAMED.fullmatch(between))


def _listed(sentence: Sentence) -> tuple[int, Status, bool] | None:
    """Where a list of undertakings begins, how far its heading says they are, and whether they are common."""
    found = _LIST.search(sentence)
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
    new = (
        _TO_BUILD.search(left)
        or (left.endswith(" on ") and sentence.coded.startswith("a ", site.start))
        or is_called_project(sentence, site)
    )
    return "an agreement, no project yet" if _NO_WORK.search(left) and not new else ""


def _both_named(context: Context, sentence: Sentence, site: Site, parties: Parties) -> bool:
    """True where a sentence names both states and no leader stands before the work, whose travels would name a state too."""
    led = any(sentence.offsets[n] < site.start for n in sentence.of("P", "H"))
    return not led and set(parties) <= set(context.states_in(sentence))


_OWN = re.compile(
    r"\bwholly (?:- )?owned\b|\b(?:subsidiar(?:y|ies)|holding|unit|paint|bottling)\b|\bbarrage of\b|\bventure in which\b"
)


def _private(context: Context, sentence: Sentence, site: Site, parties: Parties, basis: Basis) -> str:
    """A firm's own works; or works that only the frame gives to two states, in a text that is on neither a visit nor the two."""
    if _OWN.search(sentence.coded[site.start : site.end + 12]):
        return "a firm's own"
    told = (
        basis is SAID
        or _both_named(context, sentence, site, parties)
        or (context.pair and set(context.pair) == set(parties))
    )
    met = any(set(parties) <= {visit.country, visit.host} for visit in context.visits)
    here = context.here()
    return "" if told or met or (here and here.country in parties) else "of no pair"


def _work(
    context: Context, sentence: Sentence, site: Site, stage: Status, parties: Parties, basis: Basis, sole: bool
) -> Candidate:
    text = re.sub(r"^(?:the|an?|its|their)\s+", "", words(context, sentence, site.start, site.end), flags=re.IGNORECASE)
    if place := built_at(sentence, site):
        text = f"{text} {words(context, sentence, *place)}"
    low, high = sentence.span(site.start, site.end)
    sectors = context.sectors.find(context.analysis.low[low:high])
    price = _price(sentence, site) or (_lone_price(sentence) or _price_of_it(context, sentence) if sole else None)
    claim = JointProject(parties, site.count, site.qualifier, price, stage, text, sectors)
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
    for candidate in sorted(candidates, key=lambda c: "price" in c.notes):
        home = next((i for i, other in enumerate(kept) if _same(other, candidate)), None)
        if home is not None:
            kept[home] = _joined(kept[home], candidate)
        elif "price" not in candidate.notes:
            kept.append(candidate)
    return kept


def _claim(candidate: Candidate) -> JointProject:
    assert isinstance(candidate.claim, JointProject)
    return candidate.claim


def _same(one: Candidate, other: Candidate) -> bool:
    a, b = _claim(one), _claim(other)
    if one.sentence == other.sentence and ("further" in one.notes) != ("further" in other.notes):
        return False
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
         "Tanzania and Uganda are building an oil pipeline from Hoima to Tanga.", "The second undersea cable between Finland and Estonia is being laid.",
         "Kenya and Uganda signed an agreement on the construction of a pipeline from Kenya to Uganda.",
         "Namibian and Angolan engineers finished last month the power line from Namibia to Angola.", "Kenya and Oman will share the cost of a high-speed train between Nairobi and Mombasa.",
         "With the leaders of Kenya and Uganda looking on, the gas plant at Tororo was put into service."),
        ("Kazakhstan is building a nuclear power plant on Lake Balkhash.", "Kenya and Oman have no plans to build a pipeline from Kenya to Oman.",
         "The pipeline between Kenya and Oman was not built.", "If funding is found, a bridge between Kenya and Uganda would be built.",
         "The presidents of Kenya and Uganda met at the airport.", "Freight on the railway between Kenya and Uganda doubled.",
         "Kenya and Uganda signed an agreement on the pipeline from Kenya to Uganda.", "The road map of Kenya and Uganda was approved.",
         "A bank of Kenya opened a credit line for Uganda.", "Experts say a power line between Kenya and Oman could be built.", "An explosion halted the gas pipeline between Kenya and Uganda."),
    ),
    *portfolios.RULES,
)  # fmt: skip
