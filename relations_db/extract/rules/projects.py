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
from relations_db.extract.rules.progress import is_settled, stage_of
from relations_db.extract.rules.sides import DO, between
from relations_db.extract.rules.sites import HEAD_WORDS, Site, built_at, find_sites, is_product, told_before
from relations_db.extract.rules.work_clauses import is_called_project, stage_of_clause
from relations_db.extract.rules.work_price import lone_price, price, price_told_next
from relations_db.extract.rules.work_stage import stage_near
from relations_db.extract.rules.work_standing import is_matter_of_deal, stage_beside
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.realis import around
from relations_db.values import Basis, JointProject, Kind, Status

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
    r"\b(?:agreement|memorand\w+|contract(?:ed)?|protocol|deal|mou|letter of intent|accord|credit line|loan|convention|negotiations?)\b[^;.,]{0,50}$"
)
# A paper on building a work binds both to it; one on the work itself ("on the railway") may be about its traffic.
_TO_BUILD = re.compile(
    r"\b(?:agreement|memorand\w+|protocol|accord|deal|mou) [^;.,]{0,30}?"
    r"(?:\b(?:construction|building|creation|establishment|setting up|laying|development|extension) (?:of|and)|to (?:jointly )?(?:build|construct|lay|set up|develop)|on an?)\b[^;.,]{0,40}$"
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
# "a second one, in Mary, is planned", "another, at Farab, opened last year": one more work of the kind just named.
_ANOTHER = cued(
    r"(?:[;,]|and|while) (?:another|(?:a|the) (?:second|third|fourth|further|similar|O\d+))(?: (?:N\d+|one|such [a-z]+(?: [a-z]+)?|of the kind))?"
    r"(?: ,)? (?P<name>(?:(?:at|in|on|near|between|for) )?[^,;.]{2,60}?)(?: ,)? (?:(?P<ahead>(?:is|are|was) (?:also |now )?(?:planned|envisaged|expected|due|to (?:follow|open|be (?:built|opened|launched)))|(?:will|should|would) (?:follow|open|be (?:built|opened|launched)))"
    r"|(?:is|was|has been) (?:already |now |also )?(?:under construction|under ?way|being built|opened|built|launched|completed|in (?:operation|service)))(?= |$)(?! by )"
)


def _next(context: Context, sentence: Sentence) -> Sentence | None:
    sentences = context.analysis.sentences
    return sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None


def _stage(context: Context, sentence: Sentence, site: Site, sole: bool) -> Status | None:
    """How far a work is: by the words around it, by its price, or by what the next sentence says of "it"."""
    other = _ANOTHER.search(sentence)
    after = other.start() if other and other.start() >= site.end else len(sentence.coded)
    left, right = sentence.coded[max(0, site.start - 170) : site.start], sentence.coded[site.end : after][:170]
    if stage := stage_of(sentence, site, left, right):
        return stage
    if _COSTS.search(right) and price(sentence, site):
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
        if _is_mere_word(sentence, site):
            continue
        if site.again and (earlier := told_before(context, sentence, site)):
            found += _again(context, sentence, site, *earlier)
            continue
        if site.count is None and not price(sentence, site):
            continue
        left = sentence.coded[max(0, site.start - 170) : site.start]
        parties, basis = between(context, sentence, site)
        may_go_on = previous is not None or (listed is not None and listed[0] <= site.start)
        if not parties and not may_go_on and not is_settled(left, sentence.coded[site.end :]):
            continue
        stage = _stage(context, sentence, site, len(sites) == 1) or (
            listed[1] if listed and listed[0] <= site.start else None
        )
        if not stage and parties:
            stage = stage_of_clause(context, sentence, site)
        if not stage and parties and (basis is SAID or _both_named(context, sentence, site, parties)):
            stage = stage_near(sentence, site.start, site.head_end, site.end)
        if not stage and parties:
            stage = stage_beside(sentence, site)
        if not stage and parties and (is_called_project(sentence, site) or _is_priced_deal(context, sentence, site)):
            stage = Status.PLANNED
        if site.vague and not (
            basis is SAID and parties and len(parties) == 2 and stage_of_clause(context, sentence, site)
        ):
            continue
        if not parties and is_settled(left, sentence.coded[site.end :]):
            parties, basis = two_states(context, sentence, site.start)
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
        if stage is None or not parties:
            continue
        if reason := _no_work(context, sentence, site, left) or _private(context, sentence, site, parties, basis):
            context.ignore(Kind.JOINT_PROJECT, sentence, site.start, site.end, reason)
            continue
        previous = (site, stage, parties, basis)
        made = _work(context, sentence, site, stage, parties, basis)
        found.append(made)
    if previous and len(found) == 1 and _claim(made).value is None:
        value = lone_price(sentence) or price_told_next(context, sentence, previous[0])
        found = [made := replace(made, claim=replace(_claim(made), value=value))]
    return [*found, *_another(context, sentence, previous[0], made)] if previous else found


_MERE = re.compile(
    r"(?:the )?same\b|(?:the |an? |their |its )?(?:[a-z]+ )?(?:next|first|last|biggest|largest|only|latest|main) (?:[a-z]+ )*(?:project|undertaking|venture|scheme)$"
)


# A bridge that is open to traffic again after a closure is a matter of the border.
_REOPENED = re.compile(
    r"[^;.,]{0,50}? (?:(?:was|were|is|are|has been|have been) )?re-?open(?:ed|s) (?:on D\d+ |in D\d+ )?(?:to|for) (?:[a-z]+ ){0,2}(?:lorries|trucks|traffic|cars|vehicles|pedestrians|buses|travellers|people)\b"
)


_OPEN_TO = re.compile(
    r"(?: (?:of|at) [^;.,]{1,30}?)? to (?:the )?(?:[AC]\d+(?: 's)? )?(?:ships|shipping|vessels|goods|traffic|trade|cargo|lorries)\b"
)


def _is_mere_word(sentence: Sentence, site: Site) -> bool:
    """True for a group that only speaks of a work told elsewhere: "across the same bridge", "is the next joint project"."""
    coded = sentence.coded
    if coded.startswith(" of which", site.head_end) or _REOPENED.match(coded, site.head_end):
        return True
    if _OPEN_TO.match(coded, site.head_end) and coded.find("open", max(0, site.start - 40), site.start) >= 0:
        return True
    return bool(_MERE.match(sentence.coded[site.start : site.head_end]))


def _again(context: Context, sentence: Sentence, site: Site, home: Sentence, first: Site) -> Iterator[Candidate]:
    """What a sentence tells of a work named before: how far it is, or only its price ("the bridge was estimated at M")."""
    stage = _stage(context, sentence, site, True) or stage_of_clause(context, sentence, site)
    cost = price(sentence, site)
    parties, basis = between(context, home, first)
    if not parties:
        parties, basis = between(context, sentence, site)
    left = sentence.coded[max(0, site.start - 170) : site.start]
    if not parties or not (stage or cost) or _no_work(context, sentence, site, left):
        return
    if _private(context, home, first, parties, basis):
        return
    made = _work(context, home, first, stage or Status.PLANNED, parties, basis)
    claim = replace(_claim(made), value=cost)
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
_WITH_PART = re.compile(r" with (?:an?|its|two|one) (?:[a-z-]+ )*")
_RENAMED = re.compile(
    r" ,? ?(?:(?:now|also|since|officially) )?(?:re-?named|named|called|known as|dubbed|christened|or|alias) (?:the )?"
)


def _is_same(sentence: Sentence, one: Site, other: Site) -> bool:
    """True where a second noun group only says of the first what it is or how it is called."""
    between = sentence.coded[one.end : other.start]
    apposed = between == " , " and _APPOSED.search(sentence.coded[other.start : other.head_end])
    part = _WITH_PART.fullmatch(sentence.coded, one.end, other.head)
    return bool(apposed or part or _RENAMED.fullmatch(between))


def _listed(sentence: Sentence) -> tuple[int, Status, bool] | None:
    """Where a list of undertakings begins, how far its heading says they are, and whether they are common."""
    found = _LIST.search(sentence)
    if not found:
        return None
    heading = sentence.coded[max(0, found.start() - 40) : found.end()]
    common = bool(re.search(r"\bG\d|\b(?:joint|common|together|two)\b", heading))
    ahead = _AHEAD.search(heading) and not _AT_WORK.search(heading)
    return found.end(), Status.PLANNED if ahead else Status.DONE, common


def _is_priced_deal(context: Context, sentence: Sentence, site: Site) -> bool:
    if not is_matter_of_deal(sentence, site):
        return False
    return bool(price(sentence, site) or price_told_next(context, sentence, site))


def _no_work(context: Context, sentence: Sentence, site: Site, left: str) -> str:
    told = around(sentence, site.head, site.head_end)
    if told.status is None:
        return told.reason
    new = (
        _TO_BUILD.search(left)
        or (left.endswith(" on ") and sentence.coded.startswith("a ", site.start))
        or is_called_project(sentence, site)
        or _is_priced_deal(context, sentence, site)
    )
    return "an agreement, no project yet" if _NO_WORK.search(left) and not new else ""


def _both_named(context: Context, sentence: Sentence, site: Site, parties: Parties) -> bool:
    """True where a sentence names both states and no leader stands before the work, whose travels would name a state too."""
    led = any(sentence.offsets[n] < site.start for n in sentence.of("P", "H"))
    return not led and set(parties) <= set(context.states_in(sentence))


_OWN = re.compile(
    r"\bwholly (?:- )?owned\b|\b(?:subsidiar(?:y|ies)|(?<!joint )(?<!common )holding|unit|paint|bottling)\b|\bbarrage of\b|\bventure in which\b"
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


def _work(context: Context, sentence: Sentence, site: Site, stage: Status, parties: Parties, basis: Basis) -> Candidate:
    text = re.sub(r"^(?:the|an?|its|their)\s+", "", words(context, sentence, site.start, site.end), flags=re.IGNORECASE)
    if place := built_at(sentence, site):
        text = f"{text} {words(context, sentence, *place)}"
    low, high = sentence.span(site.start, site.end)
    sectors = context.sectors.find(context.analysis.low[low:high])
    claim = JointProject(parties, site.count, site.qualifier, price(sentence, site), stage, text, sectors)
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
