"""Whether a verb that sets a level is told as done, planned, proposed or not at all."""

from __future__ import annotations

from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Status

DECIDED = re.compile(
    r"\b(?:agreed|decided|resolved|announced|determined|undertook|decision|agreement|consensus|chose|pledged|committed) (?:(?:taken|made|reached) )?(?:(?:with|in|on|at|by) (?:the )?[^,;:]{1,40}? |D\d+ |, [^,;:]{3,50} , )*(?:\w+ ){0,2}to $"
)
# "spoke for raising", "the idea of raising": a gerund is a wish, but behind "by", "after" or a decision
_WISHED = re.compile(
    r"(?:\b(?:for|towards?|about|at|into|forward to|(?<!succeeded )(?<!result )(?<!resulted )(?<!ended )in|(?<!act )(?<!declaration )(?<!decision )(?<!announcement )of|(?:talks|negotiations|discussions|consultations|views|conversations|a proposal) on)|\b(?:explor\w+|stud(?:y|ying|ied)|examin\w+|seek(?:ing|s)?|consider(?:ed|ing)?|propos(?:ed|es|ing)|suggest(?:ed|s|ing)|discuss(?:ed|ing)|favou?red|backed|supported|advocated|mulling|urg(?:ed|es|ing))) (?:the |a |an )?(?:further )?$"
)
# "the need to raise", "the time had come to raise", "readiness to raise"
_WISHED_TO = re.compile(
    r"\b(?:need|time(?: (?:had|has) come| is ripe| was ripe)?|wish|desire|readiness|willingness|willing|ready|prepared|eager|keen|opportunit\w+|possibilit\w+|proposals?|calls?|called|potential|chance|ambition|aspiration|hopes?|hoped|interest|necessity|necessary|important|useful|desirable|better|wants?|wanted|would like) (?:for [^;:,]{3,40} )?to $"
)
_TO_VERB = re.compile(r"\b(?:to|will|would|shall|should|must|may|might|can|could|jointly|not) $")
_NOUN_VERB = re.compile(
    r"elevation|upgrade$|upgrading|transition|advancement|establishment|proclamation|creation|promotion|raising|lifting|taking|establishing"
)
# "stopped short of declaring", "ruled out raising"
_SHUNNED = re.compile(
    r"\b(?:short of|refrain\w* from|without|instead of|rather than|(?:shied|backed) away from|rul(?:ed|es|ing) out|opposed(?: to)?|opposes|rejected|against|gave up) (?:the |a |an |any )?(?:[a-z]+ly )?$"
)
# "raising relations to a strategic partnership is the aim of the two"
_AIM = re.compile(
    r"[^;:]{0,140}? (?:is|was|are|were|remains?|remained|would be) (?:[^;:,]{0,40} )?(?:aims?|goals?|objectives?|priorit(?:y|ies)|wish|hopes?|task|next step|idea|plan|ambition|purpose|dream|under (?:discussion|study|consideration)|on the (?:agenda|table|cards))\b"
)


def realis_of(sentence: Sentence, at: int, verb: str) -> Realis:
    """The realis of a verb or noun of raising at an offset of the coded sentence."""
    coded = sentence.coded
    if _SHUNNED.search(coded[max(0, at - 40) : at]):
        return Realis(None, reason="shunned")
    if verb.endswith("ing") and _AIM.match(coded, at):
        return Realis(Status.PROPOSED)
    if (_WISHED if verb.endswith("ing") else _WISHED_TO).search(coded[:at]):
        return Realis(Status.PROPOSED)
    realis = (
        around(sentence, at, at + len(verb))
        if _NOUN_VERB.search(verb) and not _TO_VERB.search(coded[:at])
        else _finite(coded, at, verb, verb_group(sentence, at))
    )
    outer = around(sentence, at, at + len(verb))
    if (
        outer.status is None
        or outer.status is Status.CANCELLED
        or (outer.status is Status.PROPOSED and realis.status is Status.PLANNED)
    ):
        realis = outer
    if realis.background and _ANNOUNCED.search(coded[:at]):
        realis = Realis(realis.status)
    if _MAYBE.search(verb_group(sentence, at)):
        realis = Realis(None, reason="only possible")
    wished = _SUBJUNCTIVE.search(coded[:at])
    if realis.status is Status.DONE and wished and (wished.group("verb") or _BARE.fullmatch(verb)):
        realis = Realis(Status.PROPOSED)
    return realis


_MAYBE = re.compile(r"\b(?:could|might|may)\b")
_ANNOUNCED = re.compile(r"\b(?:announced|declared|confirmed) [^;:]{0,60}\bthat [^;:]{0,60}\bhad (?:just |now |also )?$")
_SUBJUNCTIVE = re.compile(
    r"\b(?:propos(?:ed|es|ing)|suggest(?:ed|s)|ask(?:ed|s)|urg(?:ed|es)|recommend(?:ed|s)|demand(?:ed|s)|request(?:ed|s)) (?:[a-z]+ )?that [^;:]{0,120}?(?<= )(?P<verb>(?:be|should be|might be) )?$"
)
_BARE = re.compile(
    r"(?:elevate|raise|upgrade|lift|bring|take|move|promote|advance|transform|establish|form|forge|set up|launch|proclaim|declare|announce|become|turn|conclude)"
)
_GROWING = re.compile(r"develop|build|built|pursu|deepen")


_AGREED_THAT = re.compile(
    r"\b(?:agreed|decided|resolved|agreement|decision|consensus) (?:[^;:,]{1,40} )?that [^;:]{0,90}\b(?:would|should|will|shall|(?:are|is|were|was) to) (?:[a-z]+ )?(?:be )?(?:[a-z]+ )?$"
)
_NOT_YET = re.compile(
    r"[^;:]{0,170}?\b(?:when [PCHG]\d|next (?:year|month|week|spring|summer|autumn)|in the (?:near|coming|not too distant|foreseeable)|soon\b|once |at a later|in (?:the )?future\b|in due course|during (?:the |an? |Q\d+ |[PCA]\d+ (?:'s )?)?(?:[a-z]+ ){0,2}(?:visit|trip) (?:to|next|in D|later|planned|scheduled|expected)|(?:upcoming|forthcoming|planned|next) (?:visit|trip|summit|meeting))"
)


def _finite(coded: str, at: int, verb: str, group: str) -> Realis:
    before = coded[:at]
    if (
        _GROWING.match(verb)
        and not verb.startswith("deepens")
        and not DECIDED.search(before)
        and not re.search(r"\b(?:statement|declaration|communique|treaty)\b", before)
    ):
        return Realis(None, reason="only described")
    if re.search(r"\b(?:henceforth|from now on|now)\b", verb):
        return Realis(Status.DONE)
    realis = of_group(group)
    if realis.status is Status.PLANNED and re.search(r"\bto $", before):
        done = DECIDED.search(before) and not _NOT_YET.match(coded, at)
        return Realis(Status.DONE, realis.background) if done else realis
    if realis.status is Status.PLANNED and _AGREED_THAT.search(before):
        return Realis(Status.PLANNED if _NOT_YET.match(coded, at) else Status.DONE, realis.background)
    if (
        realis.status is Status.PLANNED
        and re.search(r"\b(?:declaration|treaty|statement)\b", coded)
        and re.search(r"\bsigned\b", coded)
        and re.search(r"\bwill be (?:[a-z]+ )?$", before)
    ):
        return Realis(Status.DONE)
    if _BARE.fullmatch(verb) and realis.status is Status.DONE and re.search(r"\bto $", before):
        return Realis(Status.DONE) if DECIDED.search(before) else Realis(Status.PLANNED)
    return realis
