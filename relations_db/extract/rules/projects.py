"""Joint projects: counted and priced portfolios, and single works built between two states. Constructions of docs/reference/rules.md, section Projects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
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
from relations_db.extract.rules.sites import HEAD_WORDS, Site, find_sites
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import around, clause_bounds
from relations_db.values import Basis, JointProject, Kind, Money, Qualifier, Status

# ------------------------------------------------------------------ how far a work has come
_FILL = (
    r"(?: (?:by|via) video(?:[ -](?:link|conference))?| remotely| virtually| jointly| together| also| ceremonially| the| a| new| construction| work|"
    r" first| second| third| phase| stage| section| unit| building| operation| of| on| in [LC]\d+| at [a-z]+| on D\d+| in D\d+| ,| now)*"
)
_BUILDING = (
    r"(?:building|constructing|completing|developing|laying|finishing|carrying out|implementing|extending|moderni[sz]ing|erecting|raising|assembling|"
    r"putting up|equipping|rebuilding|digging|financing|exploiting)"
)
_BUILT = (
    r"(?:inaugurated|opened|re-?opened|launched|commissioned|switched on|unveiled|completed|built|rebuilt|erected|raised|put up|laid|constructed|finished|connected|"
    r"handed over|set in motion|started(?: up)?|assembled|put into (?:operation|service)|begun|dug|drilled|modernised|extended|developed|implemented)"
)
_DID = (
    rf"(?:{_BUILT}|inaugurat(?:es|ing)|opens|launch(?:es|ing)|commissions|switches on|unveils|complet(?:es|ing)|builds|broke ground|break ground|lays?|"
    r"la(?:id|y|ying) the (?:foundation|first)(?:[ -]stones?)?|starts|began|begins|put into (?:operation|service)|flagged off|set up|"
    r"(?:gave|giving) the (?:start|signal|green light|go-ahead)(?: (?:to|for))?|press(?:ed|ing) (?:the|a) button(?: (?:to|for|and))?(?: (?:start|launch|set|switch|open)(?: off| on| going)?)?|"
    rf"(?:is|are|has been|have been|was|were|been|busy|keep) (?:[a-z]+ly |already |now |still |at work )?{_BUILDING}|"
    r"(?:at work|working|busy) on|"
    r"(?:the )?(?:opening|inauguration|launch|commissioning|completion|start-up|handover|launching)(?: ceremony)? of)"
)
_DONE_LEFT = re.compile(rf"\b{_DID}(?: (?:for|on|to))?{_FILL} $")
_GOING = (
    rf"(?:(?:was|were|has been|have been|is|are|had been) (?:[a-z]+ly |also |already |now |jointly |then |almost |half )*(?:{_BUILT}|"
    r"being (?:built|laid|constructed|completed|developed|extended|implemented|erected|raised|put up|rebuilt|equipped|assembled)|under (?:construction|way)|underway|"
    r"in (?:progress|service|operation|hand)|going up|rising|taking shape|nearing completion|ready|complete)|(?:now |already |currently )?under construction|"
    r"(?:went|came|entered|goes|gone) (?:into |in |on )?(?:service|operation|stream|line|up)|(?:started|began|begun|starts|begins) (?:up|work|operat\w+|production|running)|proceeds|"
    r"is proceeding|continues?|has begun|have begun|advances|goes ahead|took shape|takes shape|has risen|opened(?= (?:on|in|its|this|last|D))|will (?:soon )?be ready|, in service|employs|"
    r"says it employs|(?:being |partly |jointly )?(?:built|financed|funded|erected|developed) (?:by|with|together)|is to be speeded up|is making progress|"
    r"the first (?:sleepers|rails|stones?|piles|pipes|turbines?|unit|section) (?:has|have|was|were)|whose (?:construction|building|completion) [^,;.]{0,40}?(?:began|begun|under ?way|continu\w+|"
    r"proceed\w*|started|carr\w+|in hand)|for which [^,;.]{0,40}?(?:lent|lends|is lending|provides|provided|pays|paid))"
)
_DONE_RIGHT = re.compile(
    rf"^(?: , [^;.]{{1,110}}? ,)?(?: ,)? (?:which |that |where |and )?{_GOING}"
    rf"|^(?: , [^;.,]{{1,60}} ,)?(?: ,)? (?:which|that|where) (?:the )?[^,;.]{{1,60}}? (?:is|are|has been|have been) (?:now |still |jointly )?{_BUILDING}"
    r"|^(?: ,)? (?:which|that) [^,;.]{1,40}? (?:built|have built|has built|opened|launched|completed|laid|finished|put up)\b"
)
_BUILD = r"(?:build|construct|lay|develop|establish|extend|set up|create|open|launch|complete|implement|erect|put up|raise|start|begin|connect|link|join)"
_WISH = r"(?:intends?|plans?|agreed|decided|wants?|will|shall|is|are|aims?|ready|hopes?|means?|wish(?:es)?|mean|resolved|undertook|due|going|prepared|undertakes?|have|has)"
_PLAN_LEFT = re.compile(
    rf"\b(?:(?:feasibility )?(?:stud(?:y|ies)|surveys?|designs?|tenders?) (?:for|of|on)|(?:plans?|project|agreement in principle|blueprints?|idea|proposals?|decision) (?:for|to {_BUILD}|on|of)|planned|planning|planned|envisaged|"
    rf"{_WISH} (?:jointly |together |also |to |now )*{_BUILD}|to (?:jointly )?{_BUILD}|work(?:s)? (?:(?:is|are|will|is due|should) )?(?:to )?(?:start|begin|starting|beginning) on|"
    rf"(?:propos\w+|suggest\w+)(?: to {_BUILD}| {_BUILD}ing)?|prepar\w+|among the plans (?:[A-Z]\d+ )?(?:named|mentioned)|discussions continue on|negotiations on|agreed on)"
    r"(?: (?:the )?(?:construction|building|creation|establishment|laying) of)?" + _FILL + r" $"
)
_PLAN_RIGHT = re.compile(
    rf"^(?: , [^;.]{{1,90}}? ,)?(?: ,)?(?: which| that)?(?: (?:is|are)(?: due| expected| set| planned| meant)? to (?:one day |soon |now )?(?:be (?:built|laid|constructed|completed|set up|established|erected|put up|started|extended|created|launched|ready)|{_BUILD}|run|supply|carry|bring|rise|go up|stand|cross)"
    rf"| will (?:soon |one day )?(?:be (?:built|laid|constructed|extended|established|set up|opened|completed|erected|created)|link|connect|join|run from|rise|go up)| (?:is|are|has been) (?:planned|envisaged|foreseen|mooted|on the drawing board|in preparation|in the works)"
    r"| (?:should )?be (?:extended|built|completed)| to be (?:built|laid|constructed|set up|erected|completed|launched|opened))"
    rf"|^(?: ,)? (?:which|that) [^,;.]{{1,50}}? (?:(?:intends?|plans?|wants?|hopes?|means?|mean|agreed|will|would like|are|is|wish) (?:to )?{_BUILD}|(?:has|have) been planning)"
    r"|^ , (?:a plan|planned|long planned|still on paper|long discussed)"
    r"|^ , [^;.]{0,40}?(?:resolved|agreed|decided) that (?:the line|it|this|the work) (?:should )?be (?:extended|built|completed)"
)
_CONSTRUCTION = re.compile(r"\b(?:construction|building|completion|extension|modernisation|implementation|laying) (?:[a-z]+ )?of (?:the |a |an )?$")
_UNDER_WAY = re.compile(
    r"\b(?:ongoing|on-going|continu\w+|proceed\w*|progress|under ?way|completion|complet\w+|began|begun|started|starts|accelerat\w+|speed\w*|joint efforts|active\w*|currently|now)\b"
)
_OUTLOOK = re.compile(r"\b(?:agreed|plans?|planned|will|would|initiatives?|importance|intend\w*|propos\w+|suggest\w*|future|to begin|to start|prospects?|discuss\w*|need|possib\w+)\b")
_WORK_ON = re.compile(
    r"\b(?:work(?:s)? (?:(?:has|have|is|was) )?(?:begun|began|started|continu\w+|proceed\w*|under ?way|goes on|progressing|advanc\w+)? ?on|"
    r"ground (?:was|has been|is being) broken (?:for|on)|foundation[ -]stones? (?:of|for))(?: (?:the|a|an))? $"
)
_MEASURE = re.compile(r"^ (?:, )?(?:of|for|worth|costing|valued at|at|with)(?: an?)?(?: [a-z]+){0,3}? M\d+(?: ,)?(?= )")
_INVERTED = re.compile(r"\b(?:(?P<done>under way|underway|in hand|under construction|in progress|at work on)|on the drawing board|planned|to follow|next|in view|in the works)(?: now| already| too| also)? (?:is|are|come|comes) (?:the |an? )?$")
_LIST = re.compile(
    r"\b(?P<noun>undertakings|ventures|projects|works|schemes|initiatives|endeavours)\b(?P<what>[^;.]{0,90}?)(?:namely|such as|, from|including|among (?:G\d+|them)|notably|:|-) "
)
_AT_WORK = re.compile(r"\b(?:carrying out|carry out|at work|ongoing|under ?way|implement\w+|are being|realising|pursuing|current|joint)\b")
_NO_WORK = re.compile(
    r"\b(?:agreement|memorand\w+|contract(?:ed)?|protocol|deal|mou|letter of intent|accord|credit line|loan)\b[^;.]{0,50}$"
)
_ALONE = re.compile(r"\bon (?:Q\d+|its|her|his) own account\b|\bdomestic\b|\bmusings\b")


def _stage(sentence: Sentence, site: Site, left: str, right: str) -> Status | None:
    """Done (under way or completed), planned, or None where nothing is told of the work."""
    right = right[measure.end() :] if (measure := _MEASURE.match(right)) else right
    if _DONE_RIGHT.match(right) and not re.match(r"^(?: ,)? (?:which|that) (?:is|are) (?:due |expected )?to\b", right):
        return Status.DONE
    if _PLAN_RIGHT.match(right):
        launched = re.search(r", (?:was|were|has been) (?:formally |officially )?(?:launched|inaugurated|opened|started|completed)", right)
        return Status.DONE if launched else Status.PLANNED
    if _CONSTRUCTION.search(left):
        if re.search(r"\bconstruction (?:proceeds|continues|has begun|began|started|is under ?way) of (?:the )?$", left):
            return Status.DONE
        return Status.DONE if _UNDER_WAY.search(left[-110:]) and not _OUTLOOK.search(left[-60:]) else Status.PLANNED
    if re.search(r"\b(?:construction|building) (?:proceeds|continues|advances|goes on|has begun|began) (?:of|on) (?:the )?$", left):
        return Status.DONE
    if _WORK_ON.search(left):
        return Status.DONE
    if inverted := _INVERTED.search(left):
        return Status.DONE if inverted.group("done") else Status.PLANNED
    if _PLAN_LEFT.search(left):
        return Status.PLANNED
    if _DONE_LEFT.search(left):
        return Status.DONE
    return None


# ------------------------------------------------------------------ between whom
_JOINT = re.compile(
    r"\b(?:joint|jointly|together|cross-border|common|shared border|half each|either side of|both sides of the border|in partnership with|bilateral|"
    r"belongs to (?:G\d+|the two)|in equal parts|consortium|own(?:s|ed) (?:a |half)|with (?:the )?(?:help|assistance|support|participation) of|G\d+ (?:[a-z]+ ){0,2}(?:agreed|resolved|decided|undert\w+|intend|plan|are|have)|work (?:is|will) [a-z ]*(?:start|begin) on|A\d+ - A\d+ border)\b"
)
_DO = (
    r"(?:inaugurat\w+|open(?:ed|s)|launch\w*|switch\w* on|unveil\w*|broke ground|la(?:id|y) the foundation|commission\w*|flagged off|gave the|started)\b"
)
_LEADERS_DO = re.compile(rf"\b{_DO}")
_THEY_DO = re.compile(rf"\bG\d+ (?:[a-z]+ )*{_DO}")
_NOT_OPENED = re.compile(r"\b(?:forum|exhibition|conference|session|meeting|monument|consulate|embassy|festival|fair|street|statue|summit|ceremony|school year)\b")
_LINKS = re.compile(r"\b(?:to link|links?|linking|connect(?:s|ing)?|to connect|joining|to join|between) (?P<ends>(?:(?:the )?[CLA]\d+(?: ,|(?: ,)? and)? ?){2,4})")
_BOTH = re.compile(r"^[^;.]{0,40}?(?:that|which) (?:the )?([CA]\d+)(?: and| ,) (?:the )?([CA]\d+)\b")
_FIRMS = re.compile(r"\b(?P<who>[AC]\d+)(?: 's| -)?(?: [a-z-]+){0,2} (?:firms?|compan(?:y|ies)|investors?|contractors?|builders?|corporations?|groups?|consortium|engineers|business(?:es)?|capital|money|loans?|funds|credits?|grants?|built|funded|financed|led|owned|operated|backed|giant|conglomerate|state company|operator|bank|concern|developer|consortium)\b")


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
    place = _place(context, sentence, site)
    builder = _builder(context, sentence, site)
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
    inside = [context.state_of(sentence.units[n]) for n in sentence.of("L", "C") if site.head_end <= sentence.offsets[n] < site.end]
    if inside:
        return inside[0]
    after = re.search(r"\b(?:in|at|near|off|on) (?:the )?(?:[a-z'-]+ ){0,3}?([CL]\d+)", sentence.coded[site.end : site.end + 70])
    if after:
        return context.state_of(sentence.unit(after.group(1)))
    before = [n for n in sentence.of("L", "C", "A") if site.start <= sentence.offsets[n] < site.head]
    return context.state_of(sentence.units[before[0]]) if before else None


def _builder(context: Context, sentence: Sentence, site: Site) -> str | None:
    """The state whose firms build: "A firms have laid", "that B intends to build", "built by a B company", "with a B loan"."""
    around_site = sentence.coded[max(0, site.start - 80) : site.start] + " | " + sentence.coded[site.end : site.end + 90]
    if firms := _FIRMS.search(around_site):
        return context.state_of(sentence.unit(firms.group("who")))
    owner = re.search(r"(?:that|which|built by|, of which|with|of) (?:the )?([CA]\d+)(?: 's)? (?:intends?|plans?|will|is|has|wants?|owns?|design|help|and|state|technology|equipment|know-how|expertise|aid|assistance|participation|support|share|partners?|"
        r"lends?|lending|provides?|pays?|finances?|built|builds)\b", around_site + " ")
    if owner:
        return context.state_of(sentence.unit(owner.group(1)))
    number = context.subject(sentence, site.start)
    return context.state_of(sentence.units[number]) if number is not None and sentence.units[number].code == "C" else None


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
        located = place or site.end > site.head_end or _LOCATED.search(sentence.coded, site.end, site.end + 90)
        return (pair, Basis.FRAME) if located else (None, SAID)
    if place is None or states == {place} or states == set(pair) - {place}:
        return pair, Basis.FRAME
    foreign = {context.state_of(sentence.units[n]) for n in sentence.of("A", "C")} - {place, None}
    return (pair, Basis.FRAME) if foreign else (None, SAID)


_LOCAL = re.compile(r"hospital|school|universit|clinic|road|airport|estate|metro|park|campus|warehouse|mine|port\b")
_LOCATED = re.compile(r"\b(?:in|at|near|off|on) (?:the )?(?!D\d)[a-zL]")


# ------------------------------------------------------------------ single works
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
        stage = _stage(sentence, site, left, right) or (listed[1] if listed and listed[0] <= site.start else None)
        parties, basis = _between(context, sentence, site) if stage else (None, SAID)
        if listed and not parties and listed[0] <= site.start and listed[2]:
            parties, basis = two_states(context, sentence, site.start)
        if previous and not parties and re.fullmatch(r" (?:,|(?:, )?and|as well as|, as well as)(?: on| for)? ", sentence.coded[previous[0].end : site.start]):
            stage, parties, basis = previous[1:]
        if previous and sentence.coded[previous[0].end : site.start] == " , " and _APPOSED.search(sentence.coded[site.start : site.head_end]):
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
    return found.end(), Status.DONE if _AT_WORK.search(heading) else Status.PLANNED, common


def _no_work(sentence: Sentence, site: Site, left: str) -> str:
    told = around(sentence, site.head, site.head_end)
    if told.status is None:
        return told.reason
    return "an agreement, no project yet" if _NO_WORK.search(left) else ""


def _work(
    context: Context, sentence: Sentence, site: Site, stage: Status, parties: Parties, basis: Basis
) -> Candidate:
    text = re.sub(r"^(?:the|an?|its|their)\s+", "", words(context, sentence, site.start, site.end), flags=re.I)
    low, high = sentence.span(site.start, site.end)
    sectors = context.sectors.find(context.analysis.low[low:high])
    claim = JointProject(parties, site.count, site.qualifier, _price(sentence, site), stage, text, sectors)
    return Candidate(claim, [(sentence.start, sentence.end)], "project-work", sentence.index, {"parties": (basis, None)})


# ------------------------------------------------------------------ counted and priced projects
_PROJECTS = re.compile(
    r"(?:\b(?P<pool>portfolio|package|list|pool|register) of )?(?:(?:N(?P<count>\d+)|(?P<more>an additional|further|more|another)) )?(?:(?!of |and |in |on |the |to |for |with |from )[a-z-]+ |A\d+ (?:- )?){0,5}?(?P<noun>projects|joint ventures)\b"
)
_WORTH = re.compile(
    r"^(?P<gap>[^;.]{0,60}?)(?:worth|valued at|totall?ing|amounting to|(?:for|with|to) (?:a|the) (?:total |combined |overall )*(?:value|price tag|cost|sum|amount|volume) of|of (?:more than|over|some|about)|with a (?:[a-z]+ ){0,3}of|for|at a (?:cost|price) of|exceed\w*|"
    r"estimated at|to the tune of)(?: (?:a|the|another|in|total|of|some|further|all|over|about|nearly|more|than|at|least|up|to|almost|around|roughly|approximately))* M(?P<value>\d+)"
)
_RUNNING = re.compile(
    r"\b(?:under ?way|being (?:implemented|carried out|realised|realized|executed)|implement(?:ed|ing)|carr(?:ied|ying) out|completed|launched|started|in (?:operation|progress)|operating|busy|at work|"
    r"realised|realized|executed|running|put into operation|inaugurated|opened|set up|established)\b"
)
_COMING = re.compile(
    r"\b(?:plans?|planned|planning|to be|will|intends?|agreed|prepared|preparing|drawn up|identified|at the (?:design|development) stage|pipeline|developed|developing|drafted|selected|envisag\w+|aims?|new|"
    r"further|additional|next|proposed|set to|are to|is to|expected|programme for|roadmap|road map|working on|study|promising|potential|in the works|in preparation|under (?:consideration|discussion|study)|on the table|in hand|approved|presented)\b"
)
_NOT_COUNTED = re.compile(r"\b(?:could|might|would|if|apiece|each|ceiling|research|pilot|youth|student|community|school|film|art|cultural|aid|documents?)\b")


@dataclass(frozen=True, slots=True)
class _Size:
    """How many projects, and what they are worth together."""

    number: int | None
    qualifier: Qualifier | None
    value: Money | None


def counted(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A number of projects, or projects of a stated value, of two states."""
    size = _size(sentence, match)
    if size.number is None and size.value is None:
        return []
    low, high = clause_bounds(sentence, match.start())[0], _sentence_part(sentence, match.end())
    stage = _running(sentence, match, max(low, match.start() - 70), high)
    near = sentence.coded[max(low, match.start() - 60) : match.end() + 60]
    joint = bool(re.search(r"\b(?:joint|bilateral|mutual|A\d+ - A\d+)\b", match.group()))
    if _NOT_COUNTED.search(near) or (stage is None and not (joint and size.value)):
        return []
    if match.group("noun") == "joint ventures" and not re.search(r"^ (?:were|have been|was) (?:started|launched|opened|set up|established)", sentence.coded[match.end() :]):
        return []
    if reason := around(sentence, match.start(), match.end()).reason:
        context.ignore(Kind.JOINT_PROJECT, sentence, match.start(), match.end(), reason)
        return []
    parties, basis = two_states(context, sentence, match.start())
    if not parties:
        return []
    text = words(context, sentence, match.start(), match.end())
    start, end = sentence.span(match.start(), high)
    sectors = context.sectors.find(context.analysis.low[start:end])
    claim = JointProject(parties, size.number, size.qualifier, size.value, stage or Status.DONE, text, sectors)
    return [Candidate(claim, [(sentence.start, sentence.end)], "project-count", sentence.index, {"parties": (basis, None)})]


def _sentence_part(sentence: Sentence, at: int) -> int:
    """Where the part of a sentence ends that an offset is in: at strong punctuation or a turn."""
    end = re.compile(r" ;| \. | , (?:while|but|whereas)\b").search(sentence.coded, at)
    return end.start() if end else len(sentence.coded)


def _size(sentence: Sentence, match: Match[str]) -> _Size:
    """How many projects and what they are worth; a second currency in brackets is passed over."""
    after = _WORTH.match(sentence.coded[match.end() : match.end() + 140]) or re.search(
        r"M(?P<value>\d+) (?:worth of|in|of) (?:[a-z-]+ ){0,3}$", sentence.coded[: match.start("noun")]
    )
    money = sentence.units[int(after.group("value"))].thing if after and " and plans " not in after.group() else None
    value = Money(money.value, money.currency or "USD") if isinstance(money, Number) else None
    number = sentence.units[int(match.group("count"))].thing if match.group("count") else None
    if isinstance(number, Number) and float(number.value).is_integer():
        return _Size(int(number.value), number.qualifier, value)
    return _Size(None, None, value)


def _running(sentence: Sentence, match: Match[str], low: int, high: int) -> Status | None:
    before, after = sentence.coded[low : match.end()], sentence.coded[match.end() : min(high, match.end() + 110)]
    after = re.split(r" and (?:plans|N\d|the|a) ", after)[0]
    if re.search(r"\b(?:to be|will be|is to|are to|intends? to|plans? to|due to be|expected to)\b", after) or re.search(r"\bplans? (?:for|to)\b", before):
        return Status.PLANNED
    if _RUNNING.search(after) or re.search(r"\b(?:busy|at work|implementing|carrying out|launched|started|completed|inaugurated|opened|with)\b[^,;]*$", before):
        return Status.PLANNED if _COMING.search(before[-50:]) and not _RUNNING.search(after) else Status.DONE
    if match.group("pool") or _COMING.search(before) or _COMING.search(after):
        return Status.PLANNED
    return None


# ------------------------------------------------------------------ merging
_DULL = frozenset("the a an of in on at to for and with between new joint project projects construction line station centre center".split())


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
    return bool(_content(a) & _content(b))


def _content(claim: JointProject) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", claim.description.lower())) - _DULL


def _joined(a: Candidate, b: Candidate) -> Candidate:
    x, y = _claim(a), _claim(b)
    status = Status.DONE if Status.DONE in (x.status, y.status) else x.status
    longest = max((x.description, y.description), key=len)
    claim = replace(x, status=status, value=x.value or y.value, description=longest, sectors=tuple(sorted({*x.sectors, *y.sectors})))
    return replace(a, claim=claim, quotes=list(dict.fromkeys([*a.quotes, *b.quotes]))[:4])


_SENTENCE = re.compile(r"^.")
RULES = (
    Rule("project-work", Kind.JOINT_PROJECT, HEAD_WORDS, _SENTENCE, works),
    Rule("project-count", Kind.JOINT_PROJECT, frozenset({"projects", "ventures"}), _PROJECTS, counted),
)
