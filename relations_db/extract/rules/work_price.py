"""What a joint work costs: in its own sentence, or in the next one, where that speaks of it."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.sites import Site, find_sites
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import around
from relations_db.values import Money

_COST = re.compile(
    r"^ (?:of|for) (?:[a-z]+ ){0,3}?M(\d+)|^[^;.]{0,120}?(?:worth|valued at|(?:a|the) (?:price|cost|price tag|value) of|costs?(?: (?:the )?(?:G\d+|states?|sides|governments|treasuries|countries|two)){0,3}|costing|cost (?:is |was )?(?:put|estimated) at|investment of|estimated at|, for|for an? (?:estimated|total|price of)|, an?|, the|(?:built|completed|finished|opened) [^,;]{0,30}?for) (?:[a-z]+ ){0,3}?M(\d+)"
    r"|^ , an? (?:[a-z-]+ ){0,3}(?:project|venture|undertaking|scheme|work|link) (?:of|for|worth|costing|priced at|at) (?:[a-z]+ ){0,2}M(\d+)"
    r"|^ with (?:[a-z]+ ){0,2}M(\d+) (?:from )?each\b"
    r"|^(?: , [^;.,]{1,40})? , (?:in|into) which [^;.,]{1,50}? (?:invest|put|spend) (?:[a-z]+ ){0,2}M(\d+)"
    r"|^(?: which| that)?(?: [A-Z]\d+| [a-z]+){1,3} (?:is|are) building [^,;.]{0,60}?for (?:[a-z]+ ){0,2}M(\d+)"
    r"|^(?: ,)? for which (?:[a-z]+ ){0,2}M(\d+) (?:has|have|is|are|was|were) "
    r"|^[^;.]{0,90}? (?:is|are|was|were|has been) (?:financed|funded|paid for) (?:by|with|from|out of|under) [^;.]{1,60}?M(\d+)"
    r"|^(?: ,)? to which (?:the )?[CA]\d+ [a-z]+ (?:an? )?(?:grant|loan|credit|gift) of (?:[a-z]+ ){0,2}M(\d+)"
    r"|^[^;.]{0,90}? , whose (?:cost|price) (?:[a-z]+ ){0,2}(?:puts?|estimates?|reckons?) at (?:[a-z]+ ){0,2}M(\d+)"
    r"|^[^.]{0,60}?price tag (?:is|of) (?:[a-z]+ )?M(\d+)"
    r"|^[^.;]{0,90}? with (?:a|an initial|an authori[sz]ed|a joint|a starting|a share) (?:[a-z]+ )?(?:price tag|capital|budget|endowment) of (?:[a-z]+ ){0,2}M(\d+)"
    r"|^ , (?:(?:the )?(?:joint )?(?:works|value|cost|price) of which|whose (?:works|value|cost|price|worth)) (?:[a-z]+ ){0,2}(?:stands?|runs?|comes?|amounts?|is put|are put|is estimated|was put) (?:at|to) (?:[a-z]+ ){0,2}M(\d+)"
    r"|^ , (?:put|priced|estimated|valued|costed) (?:by [^,;.]{1,40} )?at (?:[a-z]+ ){0,2}M(\d+)"
    r"|^[^.;,]{0,60}? will cost (?:in the region of |in the neighbourhood of |of the order of |something like |up to )M(\d+)"
    r"|^[^.]{0,90}?\b(?:the|its) (?:total )?(?:cost|price|bill)(?: (?:of|is|was|which|put|estimated|comes|at|to|about|some|over|nearly|around))+ M(\d+)"
)
_IT_COST = re.compile(
    r"(?:^|; |, |and )it (?:has |will |is to |would |is expected to )?(?:costs?|cost|been built for)(?: ,[^;,.]{1,40},)? (?:[a-z]+ ){0,2}M(\d+)"
    r"|^(?:the|its) (?:total |estimated |overall )?(?:cost|price|bill|price tag)(?: ,)?(?: (?:of|is|was|were|has|been|put|estimated|at|about|some|to|be|the|work|over|under|nearly|around|then|now|stands|by))* M(\d+)"
    r"|\bput(?:s|ting)? (?:its|the) (?:total )?(?:cost|price) at (?:[a-z]+ ){0,2}M(\d+)"
    r"|^cost : (?:[a-z]+ ){0,2}M(\d+)"
)


# "lent B M for", "will invest M in"
_APPOSED = re.compile(
    r"^(?:the|this) (?:new |future |joint )*(?:[a-z]+) , (?:an? )?(?:(?P<priced>(?:priced|put|estimated|valued|costed) at (?:[a-z]+ ){0,2})|)M(\d+)(?(priced)| (?:undertaking|project|venture|job|scheme|work|affair|investment)\b)"
)
_GIVEN = re.compile(
    r"\b(?:invest\w*|len[dt]s?|lending|grant(?:s|ed)?|g[ai]ve[sn]?|giving|put(?:s|ting)?|provid\w+|contribut\w+|allocat\w+|spen[dt]\w*|loan|credit|grant) [^;.,]{0,30}?M(\d+) (?:[a-z]+ )?(?:in|into|for|on|towards?|to (?:build|finance|fund|construct|lay))(?: the (?:construction|building) of)? $"
)

_FILLER = (
    r"(?: (?:of|is|was|were|at|to|for|put|estimated|,|some|about|over|nearly|around|almost|roughly|approximately|more|less|as|much|up|no|than|and|an?|the|its"
    r"|be|been|has|have|had|will|would|could|may|might|should|is expected|expected|likely|set|projected|initial|total|overall|combined|run|runs|ran"
    r"|reach|reaches|reached|comes?|came|amounts?|amounted|stands?|stood|exceeds?|exceeded|close|in excess|then|now|by|[CG]\d+))*"
)
_PRICED = re.compile(
    r"\b(?:costs?|costed at|estimated at|contribut(?:es?|ed|ing)|costing|price(?: tag)?|priced at|worth|valued at|value|loan|credit|grant|bill|budget(?:ed)?|outlay|money|sum"
    rf"|investments?|requires?|required|tune|(?:it|which|project|work|construction) needs){_FILLER} M(\d+)"
    r"|^M(\d+) - (?:dollar|euro|pound|yen|yuan)"
)


def price(sentence: Sentence, site: Site) -> Money | None:
    """The sum inside the noun group of a work, or told of it right after."""
    inside = [n for n in sentence.of("M") if site.start <= sentence.offsets[n] < site.head]
    if site.count and (given := _GIVEN.search(sentence.coded, 0, site.start)):
        inside = inside or [int(given.group(1))]
    after = _COST.search(sentence.coded[site.end : site.end + 150])
    number = inside[0] if inside else int(next(g for g in after.groups() if g)) if after else None
    sum_ = _sum(sentence, number) if number is not None else None
    if sum_ and not inside and re.search(rf"M{number} (?:from )?each\b", sentence.coded):
        return Money(2 * sum_.amount, sum_.currency)
    return sum_


def lone_price(sentence: Sentence) -> Money | None:
    """The only sum of a sentence on one work, where a word of cost stands before it."""
    found = list(_PRICED.finditer(sentence.coded)) if len(sentence.of("M")) == 1 else []
    return _sum(sentence, int(next(g for g in found[0].groups() if g))) if found else None


_OF_IT = r"\bits?\b|\bthe (?:[a-z]+ )?(?:works?|project|scheme|venture|undertaking|construction|building|facility|complex|link|route|investment|price|cost|bill|budget"


def price_told_next(context: Context, sentence: Sentence, site: Site) -> Money | None:
    """The price in the sentence after that of a lone work: "it cost M", "the work, estimated at M", "the study puts its cost at M"."""
    sentences = context.analysis.sentences
    if sentence.index + 1 >= len(sentences):
        return None
    told = sentences[sentence.index + 1]
    if found := _IT_COST.search(told.coded):
        return _sum(told, int(next(g for g in found.groups() if g)))
    if found := _APPOSED.search(told.coded):
        return _sum(told, int(found.group(2)))
    noun = re.escape(sentence.coded[site.head : site.head_end].split(" ")[-1].lower())
    of_it = re.search(rf"{_OF_IT}|{noun})\b", told.coded.lower())
    others = [other for other in find_sites(context, told) if not other.again]
    return lone_price(told) if of_it and not others and not around(told, 0, 1).reason else None


def _sum(sentence: Sentence, number: int) -> Money | None:
    thing = sentence.units[number].thing
    return Money(thing.value, thing.currency or "USD") if isinstance(thing, Number) else None
