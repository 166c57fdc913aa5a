"""What stands right after a sum of trade: "$10 billion target", "the 2 billion they want", "M is what they agreed on"."""

from __future__ import annotations

from relations_db.language import patterns as re

_TAIL_NOUN = re.compile(
    r" (?:- )?(?:(?:dollar|euro) )?(?:trade |turnover |annual |two-way |joint |bilateral |investment |export )?(?:targets?|goals?|aims?|objectives?|benchmark|ambitions?)\b"
    r"| (?:in |of )?(?:[a-z-]+ )?(?:trade|investments?|exports?|turnover|commerce)(?: ,| and| as well as)(?: [a-z]+){0,2} M\d+ (?:[a-z-]+ ){0,4}(?:targets|goals|aims|objectives|ambitions)\b"
)
_TAIL_WANTED = re.compile(
    r" (?:(?:- )?(?:mark|threshold|level|line|barrier) )?(?:a year |annually |in trade |of (?:yearly |annual |bilateral |mutual |two-way |joint )?trade |worth of trade |each way |of trade a year )?(?:(?:by|in|for|before|until) (?:the end of )?D\d+ (?=as ))?(?:,? ?(?:that |which )?(?:(?:the )?G\d+|the (?:[a-z]+ |A\d+ ){0,2}[a-z]+|they|we|(?:(?:the )?(?:presidents|prime ministers|premiers|leaders|ministers) )?[PCHL]\d+(?: of (?:the )?C\d+)?(?: and [PC]\d+(?: of (?:the )?C\d+)?)?) (?:have |has |had |had once |once |now |both |would )?(?:wants?|aims?|seeks?|hopes?|hoped|hoping|wish|like|targets?|set|setting|agreed|pledged|promised|sought|"
    r"aimed|aiming|named|spoke|speak|talk|pursue|fixed|quot\w+|dreams?|strive|envisag\w+)\b|(?:that|which) [a-z ]*(?:quot|aim|target|set\b)|promised\b|aimed (?:at|for)\b|targeted\b|envisaged\b|sought\b|pledged\b|"
    r"agreed (?:on )?(?:in|at|by|last|D\d+)|set (?:as|in|by|at|for|last)\b|planned\b(?! by)|(?:(?:is|was|were|are|remains?|stays?) (?:still )?|as )(?:the|our|their|its|a) (?:\w+ )?(?:goal|target|aim|ambition|objective|official policy|mark (?:to|for)|next (?:stop|step|mark|stage|station|rung|hurdle|landmark|threshold|level))|"
    r"is (?:still )?(?:official policy|what [^.;]*(?:like|want|aim|hope|plan|agreed|set|decided|promis|resolve|intend|pledge))|(?:by|before|until) D\d+ (?:is|was|remains|are|were) |"
    r"(?:is|are|was|were|clearly|firmly)? ?in (?:view|mind|(?:its|their|his|her|our) sights)\b|(?:is|was|were|are|has been|had been|have been) (?:\w+ )?(?:mentioned|named|set|agreed|fixed|proclaimed|floated|put forward|written into|inscribed|repeated)\b|(?:, |- )?to be (?:reached|achieved|attained|arrived at|met)\b|(?:a year |in trade |of trade )?(?:should|must|shall|ought to|has to|have to|needs? to|is to|are to) (?:[a-z]+ )?be (?:reached|achieved|attained|arrived at|met|hit|passed|crossed|surpassed|exceeded)\b)"
)
# "put at M the trade that A and B should achieve", "a M exchange as something to be attained"
_TAIL_OWED = re.compile(
    r" (?:as )?(?:the )?(?:[a-z]+ )?(?:trade|turnover|commerce|exchanges?)(?: volume)? (?:that |which )?[^.;:]{1,50}? (?:should|ought to|are to|is to|must|shall) (?:achieve|reach|attain|have|do|arrive)\b"
    r"|(?: [a-z]+){0,2} as (?:something|an? [a-z]+|the [a-z]+) to be (?:reached|achieved|attained|arrived at|met)\b"
)
_TAIL_MAYBE = re.compile(
    r"(?: a year| annually| in all| of goods| worth of goods| ,)* (?:could|might|may|would(?! like)|can(?: (?:still|also|even))?|(?:is|are) (?:expected|forecast|projected|likely|possible|in reach|within reach|conceivable|feasible|realistic(?!ally)))\b"
)
REACHED = re.compile(
    r"\b(?:crossed|passed|exceeded|surpassed|topped|reached|hit|broke|broken|attained|went past|gone past|met|achieved|overshot|touched)(?: [a-z]+){0,4} $"
)
# "M by D : that is where they want trade to be", "M , he answered when asked where trade should be".
_TAIL_TOLD = re.compile(
    r"(?: (?:a year|annually|in trade|of trade|(?:by|in|until|before) (?:the year |the end of )?D\d+))*(?: \")? ?(?:[:,;\"-] ?)+(?:(?:that|this|it|such|there|here) (?:is|was) (?:what|where|how (?:much|high|far|big)|the (?:sum|figure|level|mark|height)) [^.;]*\b(?:want|aim|hope|wish|would like|like|plan|intend|dream|agreed|set)"
    r"|[^.;]{0,60}\basked (?:[a-z]+ ){0,2}(?:where|how (?:much|high|far|big)|what|for|at what) [^.;]*\b(?:should|ought|would like|wants?|aims?|hopes?|goal|target|must))\b"
)
_TAIL_NAMED = re.compile(
    r"(?: (?:a|per) year| annually| (?:in|of|worth of)(?: (?:mutual|bilateral|two-way|annual|their|the|total|non-oil|reciprocal|combined))* (?:trade|turnover|commerce|exchanges?|exports|investment)(?: (?:between|with) (?:the |[A-Z]\d+ |and )*[A-Z]\d+)?| (?:by|in|before|until) (?:the year |the end of )?D\d+| within [a-zN\d]+ years)* (?:,|-) (?:which (?:is|remains|was) )?(?:the|an?|their|its|our|his|her) (?:[a-z-]+ |[A-Z]\d+ |'s ){0,3}(?:target|goal|aim|objective|ambition)\b"
)


# "M , the level which the two agreed , during the visit , trade should reach by D"
_TAIL_LEVEL = re.compile(
    r" , (?:the|a) (?:level|sum|mark|height|figure) (?:(?:which|that|to which) )?[^.;:]{0,90}?(?:trade|turnover|commerce|exchanges?) (?:should|is to|are to|was to|must|ought to|shall) (?:be (?:brought|raised|lifted)|reach|attain|rise|climb|grow|arrive|get)\b"
)
# "A M trade by D is what they agreed on"
_TAIL_WHAT = re.compile(
    r"(?: -)?(?: (?:trade|turnover|commerce|exchange|(?:in|of|worth of) (?:[a-z-]+ )?(?:trade|turnover|commerce)|a year|annually))*(?: (?:by|before|until|in) (?:the end of )?D\d+)? (?:is|was) what [^.;]*\b(?:want|aim|hope|plan|agreed|set|decided|promis|resolve|intend|pledge|vow|settled)"
)
# "They would raise trade to M by D, the presidents declared": what is undertaken is no forecast.
_TAIL_VOWED = re.compile(
    r"[^.;:]{0,60} , (?:(?:the )?(?:[a-z]+ )?(?:presidents|premiers|prime ministers|ministers|governments|leaders|two)(?: of [^,;.]{3,40})?|[GPH]\d+(?: and [PH]\d+)?) (?:agreed|pledged|promised|vowed|declared|resolved|undertook|decided)\b"
)
_WOULD_MOVE = re.compile(
    r"\b(?:they|we|G\d+|[CPH]\d+ and (?:the )?[CPH]\d+) would (?:[a-z]+ly |together )?(?:bring|raise|increase|double|triple|take|lift|boost|expand|push|carry)\b[^,;:]*$"
)


def told_after(before: str, after: str) -> bool | None:
    """What the words right after a sum say of it: True for an aim, False for a mere possibility, None for neither."""
    if _TAIL_MAYBE.match(after):
        return False
    if _WOULD_MOVE.search(before) and _TAIL_VOWED.match(after):
        return True
    if (
        _TAIL_OWED.match(after)
        or _TAIL_TOLD.match(after)
        or _TAIL_WHAT.match(after)
        or _TAIL_LEVEL.match(after)
        or _TAIL_NAMED.match(after)
    ):
        return True
    if REACHED.search(before):
        return None
    return True if _TAIL_NOUN.match(after) or _TAIL_WANTED.match(after) else None
