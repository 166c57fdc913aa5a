"""How far a work is by what stands beside it: how much of it is built, who shares it, its price tag, the deal that it is the matter of.

Used only for works that the sentence or the text gives to two states and of which no verb tells more.
"""

from __future__ import annotations

from relations_db.extract.rules.sites import Site, is_product
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Status

_IN_HAND = re.compile(
    r"(?: ,)? (?:now |already |still |by now |today |meanwhile )*(?:completed|finished|built|ready|advanced|done) (?:to|by|for|at) (?:the extent of |about |some |over |nearly )*X\d+"
    r"|(?: ,)? (?:the )?(?:joint |common )?works (?:of|on|at) which (?:now |already |today |have |has |had )*(?:attained|reached|passed|advanced|come|progressed|begun|started|been|stand|go on|continue|advance|proceed|are)\b"
    r"|(?: ,)? whose (?:works?|construction|building) (?:now |already )?(?:(?:has|have|had) (?:attained|reached|passed|advanced|progressed|begun|started)|is nearing|are nearing|is advancing|are advancing|proceeds?|goes on|go on|is under|are under)\b"
    r"|(?: ,)? (?:of|in) which (?:each|both|either|G\d+)\b[^,;.]{0,30}? (?:holds?|owns?|has|have|shares?) (?:an? |the )?(?:equal|half|share|part|stake|X\d+)"
    r"|(?: ,)? (?:whose|(?:of|from) which the) first (?:[a-z]+ ){1,3}(?:is|are|was|were) (?:now )?(?:expected|awaited|due|scheduled)\b"
    r"|(?: ,)? (?:an?|the|their) (?:M\d+ |joint |common )*(?:joint venture|(?:joint|common) (?:undertaking|work|project)) (?:of|between|by) (?:the )?[GCA]\d"
)
_GOES = re.compile(
    r"(?:(?: ,)? (?:that |which )?(?:it|they|(?:the )?[CAG]\d+(?: [a-z]+){0,2}) (?:builds?|is building|are building|builds?|finances?|is financing)\b|(?: (?:that|which)|(?: ,)? (?:that|which) [^,;.]{3,60} ,)? (?:is|are) (?:now )?(?:going|progressing|proceeding|advancing|coming along|moving) (?:smoothly|well|ahead|on|forward|steadily|apace|as planned|according to (?:plan|schedule)|on schedule)\b"
    r"|(?: , [^,;:]{1,40} ,)? (?:carries|pumps|delivers|brings|begins to (?:supply|carry|deliver)|began to (?:supply|carry|deliver)|has been (?:carrying|pumping|supplying)) (?:[A-Z]\d+ )?(?:gas|oil|power|water|electricity|[CL]\d+)\b"
    r"|(?: ,)? which (?:[^,;.:]{3,60} and )?(?:is|are) (?:now )?(?:exploited|worked|run|used|operated|owned|shared|held) (?:jointly |together )?by (?:both|G\d+|the two)"
    r"|(?: ,)? to which (?:the )?[CA]\d+ (?:extends?|extended|gives?|gave|contribut\w+|provid\w+|grants?|granted|lends?|lent)\b"
    r"|(?: ,)? (?:an? |the )?(?:gift|present|donation) (?:of|from) (?:the )?[CA]\d+\b)"
)
_SOUGHT = re.compile(
    r"(?:(?: ,)? for which (?:the )?(?:[a-z]+ ){1,3}(?:are|is) (?:[a-z]+ly |now |still |being )*(?:sought|invited|awaited|raised|wanted|lacking|missing)\b"
    r"|(?: ,)? for which [^,;.]{1,40}? (?:has|have) been (?:set aside|earmarked|allocated|reserved)\b"
    r"|(?: ,)? (?:is|are) not (?:yet there|there yet|yet built|built yet)\b|(?: ,)? which would (?:cross|run|link|connect|join|pass|carry|bring|give|let|allow)\b"
    r"|(?: , [^;.,]{1,90})? ,? ?whose (?:cost|price) (?:[a-z]+ ){0,2}(?:puts?|estimates?|reckons?|is put|is estimated|are put)\b)"
)
_AHEAD = re.compile(
    r"(?: ,)? with (?:a|its) (?:[a-z]+ )?price tag\b|(?: ,)? for which (?:an? )?(?:[a-z]+ )?(?:agreement|accord|contract|memorandum|tender) (?:was|has been|is)\b"
)
_PARTNER = re.compile(
    r"\b(?:is|are|was|become|became|remains) (?:an? |the )?(?:[a-z-]+ )?(?:partners?|shareholders?|co-owners?) (?:in|of) $"
)
_HAILED = re.compile(
    r"\b(?:commended|welcomed|hailed|praised|applauded|noted|saluted)(?: with satisfaction)? the (?:recent )?(?:establishment|creation|founding|foundation|setting up|formation|inauguration|opening|launch|completion) of $"
)
_TO_BE_HANDED = re.compile(
    r"[^;.]{0,110}? be (?:delivered|completed|finished|handed over|put into service|opened) (?:without|before|within|by|in|as|on time)\b"
)
_TOLD_TO = re.compile(r"\b(?:instructions|instructed|directed|ordered|demanded|asked|insisted)\b[^;.]{0,40}?\bthat $")
# The deal that a work is the matter of makes it one to come where its price is told.
_DEAL = re.compile(
    r"(?<!won a )(?<!won the )\b(?:contract|agreement|accord|deal|concession|tender) (?:of [a-z]+ )?for $"
)


def stage_beside(sentence: Sentence, site: Site) -> Status | None:
    """Done (under way or there) or planned, by the words right before or after a work; None where they tell nothing of it."""
    coded = sentence.coded
    if _IN_HAND.match(coded, site.end):
        return Status.DONE
    if _SOUGHT.match(coded, site.end):
        return Status.PLANNED
    if _GOES.match(coded, site.end):
        return Status.DONE
    if _AHEAD.match(coded, site.end):
        return Status.PLANNED
    left = coded[max(0, site.start - 170) : site.start]
    if _PARTNER.search(left) or _HAILED.search(left):
        return Status.DONE
    return Status.DONE if _TOLD_TO.search(left) and _TO_BE_HANDED.match(coded, site.end) else None


def is_matter_of_deal(sentence: Sentence, site: Site) -> bool:
    """True for "a contract for the power line": the work is to come once it is priced."""
    return not is_product(sentence, site) and bool(_DEAL.search(sentence.coded, max(0, site.start - 60), site.start))
