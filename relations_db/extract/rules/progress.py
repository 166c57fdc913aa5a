"""How far a work has come, by the words before and after its noun group: done (under way or completed), planned, or not told."""

from __future__ import annotations

from relations_db.extract.rules.sites import Site
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Status

_FILL = (
    r"(?: (?:by|via) video(?:[ -](?:link|conference))?| remotely| virtually| jointly| together| also| ceremonially| the| a| new| construction| work|"
    r" first| second| third| phase| stage| section| unit| building| operation| of| on| in [LC]\d+| at [a-z]+| on D\d+| in D\d+| ,| now)*"
)
_BUILDING = (
    r"(?:building|constructing|completing|developing|laying|finishing|carrying out|implementing|extending|moderni[sz]ing|erecting|raising|assembling|"
    r"putting up|equipping|rebuilding|digging|financing|exploiting|upgrading|expanding|widening|reconstructing|renovating|electrifying|restoring|enlarging|repairing)"
)
_BUILT = (
    r"(?:inaugurated|opened|re-?opened|launched|commissioned|switched on|unveiled|completed|built|rebuilt|erected|raised|put up|laid|constructed|finished|connected|"
    r"hand(?:ed|ing) over|set in motion|started(?: up)?|assembled|put into (?:operation|service)|begun|dug|drilled|modernised|extended|developed|implemented|set up|established|created|founded)"
)
_DID = (
    rf"(?:{_BUILT}|inaugurat(?:es|ing)|opens|launch(?:es|ing)|commissions|switches on|unveils|complet(?:es|ing)|builds|broke ground|break ground|lays?|"
    r"la(?:id|y|ying) the (?:foundation|first)(?:[ -]stones?)?|starts|began|begins|put into (?:operation|service)|flagged off|set up|"
    r"(?:gave|giving) the (?:start|signal)(?: (?:to|for))?|press(?:ed|ing) (?:the|a) button(?: (?:to|for|and))?(?: (?:start|launch|set|switch|open)(?: off| on| going)?)?|"
    rf"(?:is|are|has been|have been|was|were|been|busy|keep) (?:[a-z]+ly |already |now |still |at work )?{_BUILDING}|"
    r"(?:is|are|was|were) paying for|pa(?:ys|id) for|financ(?:es|ed)|funds|funded|(?:at work|working|busy) on|progress (?:on|in|of|with|at)|"
    r"(?:laying|driving|placing|pouring|welding) (?:of )?the (?:first|last) (?:rails?|stones?|piles?|sleepers?|pipes?|concrete|bricks?)|"
    r"(?:the )?(?:opening|inauguration|launch|commissioning|completion|start-up|handover|launching)(?: ceremony)? of)"
)
_DONE_LEFT = re.compile(rf"\b{_DID}(?: (?:for|on|to))?{_FILL} $")
_GOING = (
    rf"(?:(?:was|were|has been|have been|is|are|had been) (?:[a-z]+ly |also |already |now |jointly |then |almost |half )*(?:{_BUILT}|"
    r"being (?:built|laid|constructed|completed|developed|extended|implemented|erected|raised|put up|rebuilt|equipped|assembled|doubled|widened|renewed|electrified)|under (?:construction|way)|underway|"
    r"in (?:progress|service|operation|hand)|going up|rising|taking shape|nearing completion|in (?:its|the) (?:final|last) (?:stage|phase)|(?:X\d+ )?(?:ready|complete|finished|built))|(?:now |already |currently )?under construction|"
    r"(?:went|came|entered|goes|gone) (?:into |in |on )?(?:service|operation|stream|line|up)|(?:started|began|begun|starts|begins) (?:up|work|operat\w+|production|running)|proceeds|"
    r"is proceeding|continues?|goes on|(?:has|have) (?:been )?(?:work(?:ed|ing)|operat(?:ed|ing)|run|running|in use|open) since|has begun|have begun|advances|goes ahead|(?:is|are) growing|has reached|took shape|takes shape|has risen|opened(?= (?:on|in|its|this|last|D))|will (?:soon )?be (?:ready|finished|completed)|, in service|, (?:completed|finished|built|opened|launched|inaugurated|rebuilt)(?= (?:in|on|with|by|at|last|this|D))|"
    r"(?:being |partly |jointly )?(?:built|financed|funded|erected|developed) (?:by|with|together)|is to be speeded up|is making progress|"
    r"the first (?:sleepers|rails|stones?|piles|pipes|turbines?|unit|section) (?:has|have|was|were)|whose (?:construction|building|completion) [^,;.]{0,40}?(?:began|begun|under ?way|continu\w+|"
    r"proceed\w*|started|carr\w+|in hand)|for which [^,;.]{0,40}?(?:lent|lends|is lending|provides|provided|pays|paid))"
)
_DONE_RIGHT = re.compile(
    rf"^(?: , [^;.]{{1,110}}? ,)?(?: ,)? (?:which |that |where |and )?{_GOING}"
    rf"|^(?: , [^;.,]{{1,60}} ,)?(?: ,)? (?:which|that|where) (?:the )?[^,;.]{{1,60}}? (?:is|are|has been|have been) (?:now |still |jointly )?{_BUILDING}"
    r"|^(?: ,)? (?:which|that) [^,;.]{1,40}? (?:built|have built|has built|opened|launched|completed|laid|finished|put up)\b"
)
_BUILD = r"(?:build|construct|upgrade|modernise|modernize|expand|widen|reconstruct|rebuild|renovate|rehabilitate|electrify|enlarge|finance|equip|restore|extend|lay|develop|establish|extend|set up|create|open|launch|complete|implement|erect|put up|raise|start|begin|connect|link|join)"
_WISH = r"(?:intends?|plans?|agreed|decided|wants?|will|shall|is|are|aims?|ready|hopes?|means?|wish(?:es)?|mean|resolved|undertook|due|going|prepared|undertakes?)"
_PLAN_LEFT = re.compile(
    rf"\b(?:there (?:is|are) to be|(?:gave|given|got) (?:the|its|their) (?:green light|go-ahead)(?: (?:to|for))?|preparations? (?:[a-z]+ ){{0,4}}for|(?:feasibility )?(?:stud(?:y|ies)|surveys?|designs?|tenders?) (?:for|of|on)|(?:plans?|project|agreement in principle|blueprints?|idea|proposals?|decision) (?:for|to {_BUILD}|on|of)|planned|planning|planned|envisaged|"
    rf"{_WISH} (?:jointly |together |also |to |now )*{_BUILD}|to (?:jointly )?{_BUILD}|work(?:s)? (?:(?:is|are|will|is due|should) )?(?:to )?(?:start|begin|starting|beginning) on|"
    rf"consider(?:s|ing|ed)?|(?:is |are )?(?:helping|helps|help|to help) (?:the )?[CAG]\d+ (?:to )?{_BUILD}|(?:will|shall|to) help (?:to )?{_BUILD}|(?:propos\w+|suggest\w+)(?: to {_BUILD}| {_BUILD}ing)?|prepar\w+|among the plans (?:[A-Z]\d+ )?(?:named|mentioned)|discussions continue on|negotiations on|agreed on)"
    r"(?: (?:the )?(?:construction|building|creation|establishment|laying) of)?" + _FILL + r" $"
)
_PLAN_RIGHT = re.compile(
    rf"^(?: , [^;.]{{1,90}}? ,)?(?: ,)?(?: which| that)?(?: (?:is|are)(?: due| expected| set| planned| meant)? to (?:one day |soon |now )?(?:be (?:built|laid|constructed|completed|set up|established|erected|put up|started|extended|created|launched|ready)|{_BUILD}|run|straddle|span|serve|supply|carry|bring|rise|go up|stand|cross|follow|reach)"
    rf"| will (?:soon |one day )?(?:be (?:built|laid|constructed|extended|established|set up|opened|erected|created)|link|connect|join|run from|rise|go up)| (?:is|are|has been) (?:planned|envisaged|foreseen|mooted|on the drawing board|in preparation|in the works|under (?:study|consideration|discussion|negotiation|preparation))"
    r"| (?:should |is expected to |is supposed to )?be (?:extended|built|completed)| (?:should|is expected to|is supposed to) (?:be (?:ready|finished|opened|in (?:operation|service))|open|follow|start)| to be (?:built|laid|constructed|set up|erected|completed|launched|opened|open|ready|finished)| (?:can|may|could) (?:now |soon |then |at last )*(?:begin|start)\b)"
    rf"|^(?: ,)? (?:which|that) [^,;.]{{1,50}}? (?:(?:intends?|plans?|wants?|hopes?|means?|mean|agreed|will|would like|are|is|wish) (?:to )?{_BUILD}|(?:has|have) been planning)"
    r"|^ , (?:a plan|planned|long planned|still on paper|long discussed)"
    r"|^ , [^;.]{0,40}?(?:resolved|agreed|decided) that (?:the line|it|this|the work) (?:should )?be (?:extended|built|completed)"
)
_CONSTRUCTION = re.compile(
    r"\b(?:construction|building|completion|extension|modernisation|implementation|laying) (?:[a-z]+ )?of (?:the |a |an )?$"
)
_UNDER_WAY = re.compile(
    r"\b(?:ongoing|on-going|continu\w+|proceed\w*|progress|under ?way|completion|complet\w+|began|begun|started|starts|accelerat\w+|speed\w*|joint efforts|active\w*|currently|now)\b"
)
_OUTLOOK = re.compile(
    r"\b(?:agreed|plans?|planned|will|would|initiatives?|importance|intend\w*|propos\w+|suggest\w*|future|to begin|to start|prospects?|discuss\w*|need|possib\w+)\b"
)
_WORK_ON = re.compile(
    r"\b(?:work(?:s)? (?:(?:has|have|is|was) )?(?:begun|began|started|continu\w+|proceed\w*|under ?way|goes on|progressing|advanc\w+)? ?on|"
    r"ground (?:was|has been|is being) broken (?:for|on)|foundation[ -]stones? (?:of|for))(?: (?:the|a|an))? $"
)
_TO_START = re.compile(r"[^;.,]{0,60}? (?:shall|will|should|is to|is due to|is set to) (?:[a-z]+ )?(?:start|begin)\b")
_RUN_BY = re.compile(
    r"^ (?:to be )?(?:jointly |together )?(?:run|owned|operated|managed|held) (?:jointly )?by [^,;.]{1,40}?(?= (?:is|are|was|were|has|have|will) )"
)
_MEASURE = re.compile(r"^ (?:, )?(?:of|for|worth|costing|valued at|at|with)(?: an?)?(?: [a-z]+){0,3}? M\d+(?: ,)?(?= )")
_RUNS = re.compile(r"^(?: ,)? (?:which )?(?:says it )?(?:employs|produces|turns out|assembles|makes|works|operates)\b")
_STUDY = re.compile(r"\b(?:stud(?:y|ies)|surveys?|designs?|tenders?|blueprints?|plans?) (?:for|of|on) (?:the |an? )?$")
_BEGUN = re.compile(
    rf"\b(?:began|begun|started|starting|begin|continue|continued) (?:to {_BUILD}|{_BUILDING})(?: the| an?)? $"
)


# What is begun is under way, whatever it "is to" do later: "broke ground for a line that is to run".
_BROKEN = re.compile(
    r"\b(?:broke ground (?:for|on)|turn(?:ed|s)? (?:over )?(?:the|a few|some) (?:first )?(?:sods?|clods?|earth)(?: of earth)? (?:for|of|on)|laid the foundation[ -]stones? (?:of|for)) (?:the |an? )?$"
)
_STARTED = re.compile(
    r"^ , (?:an?|the|their) (?:[a-z]+ )?(?:project|venture|undertaking|work|scheme)(?: of [^,;.]{1,40}?)? (?:that |which )?(?:was |were )?(?:started|begun|launched)\b"
    r"|^(?: (?:near|in|at|of) [^,;.]{1,40})? , (?:an?|the|their) (?:[a-z]+ )?(?:project|venture|undertaking|work|scheme|job) (?:that |which )?(?:is |has been )?(?:already |now )?under (?:construction|way)\b"
)
_GOES_ON = re.compile(
    r"^[^,;.]{0,60} (?:is|are) (?:now |still )?(?:going on|under ?way|in full swing|proceeding|continuing)\b"
)
_FORTHCOMING = re.compile(
    r"\b(?:forthcoming|upcoming|imminent|planned|future|coming|expected) (?:opening|inauguration|launch|commissioning|completion|start-up|launching|handover) of(?: the| an?)? $"
)
_TO_BEGIN = re.compile(rf"\b{_WISH} to (?:begin|start) {_BUILDING}(?: the| an?)? $")
_SETTLED = re.compile(
    r"\b(?:agreed|decided|resolved|settled|confirmed|promised|pledged|undertook)\b[^;.]{0,60}\bthat (?:the |an? )?$"
)
_WOULD_HELP = re.compile(rf"\bwould help (?:to )?{_BUILD}(?: the| an?)? $")
_SAID = re.compile(r"\b(?:said|told|announced|promised|pledged|assured|declared|stated|reaffirmed)\b")
_WOULD_BE = re.compile(
    r"^(?: [a-z]+ (?:the )?[A-Z]\d+)? would be (?:jointly )?(?:built|laid|constructed|set up|established|erected|extended|opened|launched)\b"
)


def is_settled(left: str, right: str) -> bool:
    """True for "agreed that a bridge would be built"."""
    return bool(_SETTLED.search(left) and _WOULD_BE.match(right))


def stage_of(sentence: Sentence, site: Site, left: str, right: str) -> Status | None:
    """Done (under way or completed), planned, or None where nothing is told of the work."""
    for extra in (_RUN_BY, _MEASURE):
        right = right[found.end() :] if (found := extra.match(right)) else right
    if _STUDY.search(left) or _FORTHCOMING.search(left):
        return Status.PLANNED
    if _BROKEN.search(left) or _STARTED.match(right) or (_CONSTRUCTION.search(left) and _GOES_ON.match(right)):
        return Status.DONE
    if _WOULD_HELP.search(left) and _SAID.search(sentence.coded):
        return Status.PLANNED
    if _TO_BEGIN.search(left) or is_settled(left, right):
        return Status.PLANNED
    if _DONE_RIGHT.match(right) and not re.match(r"^(?: ,)? (?:which|that) (?:is|are) (?:due |expected )?to\b", right):
        return Status.DONE
    if sentence.coded[: site.head_end].endswith("joint venture") and _RUNS.match(right):
        return Status.DONE
    if _PLAN_RIGHT.match(right):
        launched = re.search(
            r", (?:was|were|has been) (?:formally |officially )?(?:launched|inaugurated|opened|started|completed)",
            right,
        )
        return Status.DONE if launched else Status.PLANNED
    if _CONSTRUCTION.search(left):
        if re.search(
            r"\bconstruction (?:proceeds|continues|has begun|began|started|is under ?way) of (?:the )?$", left
        ):
            return Status.DONE
        return Status.DONE if _UNDER_WAY.search(left[-110:]) and not _OUTLOOK.search(left[-60:]) else Status.PLANNED
    if re.search(
        r"\b(?:construction|building) (?:proceeds|continues|advances|goes on|has begun|began) (?:of|on) (?:the )?$",
        left,
    ):
        return Status.DONE
    if _WORK_ON.search(left):
        return Status.PLANNED if _TO_START.match(right) else Status.DONE
    if _BEGUN.search(left):
        return Status.DONE
    if _PLAN_LEFT.search(left):
        return Status.PLANNED
    if _DONE_LEFT.search(left):
        return Status.DONE
    return None
