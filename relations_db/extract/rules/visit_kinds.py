"""Of what kind a visit is: the words of the noun, of the verb's clause and of the event it was for."""

from __future__ import annotations

from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import Sought

KINDS = (
    ("state", re.compile(r"\bstate\b")),
    ("private", re.compile(r"\b(?:private|unofficial|personal|holiday|vacation|umrah|pilgrimage|medical)\b")),
    ("working", re.compile(r"\b(?:working|work)\b(?! group)")),
    ("official", re.compile(r"\bofficial\b")),
    ("transit", re.compile(r"\b(?:stopover|transit|refuelling|refueling|layover)\b")),
)


NOUN = r"(?:visits?|trips?|tours?|stays?|journeys?|stopovers?|stop-?overs?|missions?|sojourn|swing|layover|pilgrimage|voyage|days(?= (?:in|at) (?:the )?[LC]\d))"


MOD = (
    r"(?:state|official|working|work|same|similar|private|unofficial|personal|friendly|friendship|goodwill|introductory|brief|short|long|first|second|third|fourth|fifth|sixth|seventh|final|"
    r"last|latest|recent|previous|earlier|upcoming|forthcoming|planned|scheduled|expected|proposed|possible|historic|landmark|rare|surprise|unannounced|secret|return|reciprocal|"
    r"maiden|inaugural|overseas|foreign|bilateral|high-level|high-profile|top-level|one-day|two-day|three-day|four-day|five-day|six-day|seven-day|eight-day|nine-day|ten-day|"
    r"week-long|weeklong|day-long|daylong|overnight|hour-long|several-day|\d+-(?:day|hour|week|night)|half-day|long-awaited|much-anticipated|whirlwind|whistle-stop|regional|asian|european|african|"
    r"ministerial|presidential|royal|papal|apostolic|pastoral|familiari[sz]ation|current|present|ongoing|coming|next|own|very|three-nation|two-nation|\w+-nation|\w+-country|\w+-leg|"
    r"[a-z\d]+ ?- ?(?:hours?|days?|nights?|weeks?|nation|country|city|stop|leg|stage)|special|successful|fruitful|important|significant|new|another|diplomatic|business|courtesy|solidarity|lightning|combined|joint|year|day|days|week|month|fraternal|brotherly|days'|"
    r"O\d+|N\d+|D\d+|and|,|-|of|\"|'s|so-called|to-be|one|follow-up|postponed|delayed|cancelled|first-ever|ever|quick|flying|symbolic|solo|separate|round-the-world|southeast|central|south|east|west|north|latin)"
)


DET = r"(?:the|a|an|this|that|another|any|each|its|their|our|my|your)"


def kind_of(words: str) -> str:
    """The kind of a visit from the words before the noun; unspecified where none says it."""
    for kind, pattern in KINDS:
        if pattern.search(words):
            return kind
    return "unspecified"


EVENT_WORDS = (
    r"(?:summits?|(?:tripartite|trilateral|quadrilateral|three-way) (?:talks|meeting)|(?:for|celebrate|mark|attend|at) (?:the )?(?:O\d+ |[a-z]+ |N\d+ )?anniversary of (?!(?:the )?(?:diplomatic|relations|establishment))|independence (?:day|celebrations|anniversary)|to (?:attend|take part in|participate in) [^,;]{0,40}\bweek\b|forum|conference|general assembly|congress|meeting of (?:the )?(?:(?:[a-z]+ )?(?:'s )?(?:council|heads|leaders|presidents)|B\d+|K\d+|european)|(?:leaders|heads of state(?: and government)?) (?:gather|meet|convene|assemble)|session of the|(?:inauguration|opening|closing|swearing-in|memorial|commemorati(?:on|ve)|remembrance|enthronement|accession|handover|independence) ceremony|\b(?:attend\w*|t(?:ake|ook|aking) part in|participat\w+ in) (?:the|a|an) (?:[a-z-]+ ){0,3}ceremony|for (?:the|an?) (?:(?!signing|welcom|award|credentials|farewell|wreath)[a-z-]+ ){0,3}ceremony|inauguration(?! of (?:the|a|an|new|its|his|two|several) (?!president|prime|head|king|queen|pope))|funeral|coronation|"
    r"parade|olympics|olympic|games|world cup|consultative meeting|assembly|expo|fair|celebrations?|festivities|commemorations?|K\d+ (?:summit|leaders|meeting)|B\d+ (?:summit|leaders|meeting|economic)|(?:at|for|(?<!tour )(?<!trip )(?<!visit )(?<!swing )of|attend\w*|address\w*) (?:the |an )?B\d+(?= (?:in|on|,|\.|;|D\d+|L\d+)|$)|wedding|jubilee|"
    r"join(?:s|ed|ing)? (?:G\d+|(?:the |other |fellow |N\d+ )*(?:[a-z]+ )?(?:leaders|heads)(?: of state)?) (?:of|from|at)\b|(?:at|in|of|for|with) the group of (?:N\d+|seven|eight|twenty)\b|swearing-in\b(?! of (?:the |a )?(?:new )?(?:ministers|cabinet|government))|climate talks|peace (?:talks|conference)|(?:leaders|heads|rulers) of (?:the |other )?(?:[a-z]+ ){0,2}(?:[BK]\d+ )?(?:[a-z]+ )?(?:had )?(?:met|meet|gather\w*|convened?|assembled)|[BK]\d+ (?:'s )?(?:annual |special |next )?meeting|apec|cop ?\d+|cop|dialogue|anniversary celebrations|eurasian intergovernmental council)"
)
EVENT = Sought(rf"\b{EVENT_WORDS}\b")
_BILATERAL = re.compile(
    r"\b(?:business|investment|economic and trade|intergovernmental|bilateral|inter-governmental|first summit between|bi-national|(?<!- )A\d+ - A\d+|signing|welcoming|welcome|award|joint|press|annual|"
    r"credentials|handover|national day|republic day|bastille day|their next|next|news|(?<!- )C\d+ - C\d+|media|video|general) (?:and [a-z]+ )?(?:[a-z]+ )?$"
)


def event_in(words: str) -> bool:
    """True where words name a gathering of many: a forum, summit or ceremony that is no mere meeting of two states."""
    return any(
        not _BILATERAL.search(words[: found.start()])
        and not (_OF_TWO.match(words, found.end()) and not of_many(words[max(0, found.start() - 16) : found.start()]))
        and not _is_chamber(words, found.start(), found.end())
        and not (found.group() == "dialogue" and _TALKS.search(words, 0, found.start()))
        for found in EVENT.finditer(words)
    )


def _is_chamber(words: str, start: int, end: int) -> bool:
    """True for the congress or assembly that is a parliament: "spoke to the Congress", "both houses of Congress"."""
    if not words.startswith(("congress", "assembly"), start):
        return False
    return bool(_TO_CHAMBER.search(words, 0, start) or _OF_HOUSES.match(words, end))


# "the strategic dialogue": talks of two, unless a bloc or a city gives its name
_TALKS = re.compile(
    r"(?<![BKL]\d )(?<![BKL]\d\d )\b(?:strategic|political|high-level|human rights|bilateral|macroeconomic|ministerial) $"
)
_TO_CHAMBER = re.compile(
    r"\b(?:address(?:ed|es|ing)?|sp(?:ea|o)k\w*|speech|words|message|respects)(?: (?:to|before|in|at))?(?: D\d+| ,| on)*(?: a joint (?:session|sitting) of)?(?: (?:the|its|host|national|entire|full|Q\d+|[AC]\d+|'s))* $"
    r"|\b(?:houses|chambers|session|sitting|speaker|president|members|reunited|united|assembled|convened) (?:of|in) (?:the )?(?:[AC]\d+ (?:'s )?)?$"
)
_OF_HOUSES = re.compile(r" of (?:the |both )?(?:N\d+ |two )?(?:chambers|houses|deputies)\b")


# "the summit with Z", "the session of the joint commission", "the dialogue mechanism": a meeting of two
_OF_TWO = re.compile(
    r" (?:of |of the )?(?:(?:the|[a-z-]+|[ACO]\d+|-|'s) ){0,5}?(?:bi-?national|bilateral|joint|inter-?governmental|inter-governmental|inter-?ministerial|mixed|high|high-level|grand|A\d+ - A\d+|C\d+ - C\d+|C\d+ and C\d+)"
    r" (?:(?!of\b|in\b|on\b|at\b|for\b)[a-z-]+ ){0,4}?(?:commission|committee|council|cabinet|mechanism|group)\b(?! of (?:the )?[BK]\d)"
    r"| mechanism\b"
    r"|(?<=summit)(?: (?:talks|meeting))? (?:with (?:the )?(?:[AC]\d+ (?:'s )?)?[PH]\d|between (?:the )?[CPHA]\d+ and (?:the )?(?:[AC]\d+ (?:'s )?)?[PHC]\d)"
)


_MASK = re.compile(r"\bK(\d+)\b")


def spelt(sentence: Sentence, words: str) -> str:
    """Words of the coded form with masks written out, so that "the Africa-Asia summit" is seen to be one."""
    return _MASK.sub(lambda m: sentence.units[int(m.group(1))].word, words) if "K" in words else words


def local_kind(sentence: Sentence, at: int, low: int, high: int) -> str:
    """The kind from the words around an offset, as far as its own part of the sentence goes."""
    before = re.split(
        r" (?:, and|and ,|, when|, who|, but|that|which|;) | , (?=(?:arrived|flew|came|went|travelled|landed|left|is|was|will|has|had|met) )",
        sentence.coded[max(low, at - 90) : at],
    )[-1]
    after = _ANOTHER_CLAUSE.split(sentence.coded[at:high])[0]
    if onward := _ON_TO.search(after):
        after = after[: onward.start()]
    after = _in_relative(sentence, at, after)
    before, after = (_CHAIRING.sub(" ", _FROM_ANOTHER.sub("", spelt(sentence, w))) for w in (before, after))
    if re.search(r"\b(?:margins?|sidelines?|fringes?|edge) of\b", before + after):
        return "summit"
    if re.search(
        r"\b(?:broke|breaking|break) (?:the|his|her|Q\d+) (?:flight|journey|trip)\b|\b(?:refuel\w*|stopped over|layover)\b",
        before,
    ):
        return "transit"
    if event_in(before + " | " + after[:100]) and not _AS_GUEST.search(before + " | " + after[:60]):
        return "summit"
    kind = tail_kind(after)
    return kind if kind != "unspecified" else _where_kind(sentence, at)


# what goes on with another verb: that somebody is there for an event says nothing of the place before
_ANOTHER_CLAUSE = re.compile(
    r" (?:, and|, when|, who|, whom|, but|and in|and , in|;(?! (?:it|this|that) (?:is|was|will be))) | (?:, )?(?:although|though|whereas|while|because|before|after|until) (?=(?:[a-z]+ ){0,2}[PHGC]\d)"
)
# "came from X, where he had been at the forum": what brought him to another place
_FROM_ANOTHER = re.compile(r"\bfrom (?:the )?(?:[AC]\d+ (?:'s )?|[a-z]+ )?[LC]\d+(?: (?:on )?D\d+)? , where [^,;]*")
# "X, who was in Y in May, will attend the forum", "X, whom Z received in Y, went to the forum": after the relative clause the main one goes on
_RELATIVE = re.compile(r" , whom? (?!.* , )")
_MAIN_AGAIN = re.compile(
    r" , (?!(?:[a-z]+ing|[a-z]+ly|accompanied|joined|followed|invited|together|along|on|for|to|in|at|and|or|after|before|where|when|with|from|as|by|the|an?|then|first|also|only|not|partly|both|including|during)\b)(?=[a-z])"
)


def _in_relative(sentence: Sentence, at: int, after: str) -> str:
    """Of the words after an offset those of the relative clause that holds it."""
    return _MAIN_AGAIN.split(after)[0] if _RELATIVE.search(sentence.coded, max(0, at - 90), at) else after


def clause_kind(sentence: Sentence, offset: int) -> str:
    """The kind that the rest of a clause gives: "... on an official visit", "... for the summit"."""
    tail = sentence.coded[offset:]
    stop = re.search(r" [;:.] | (?:while|who|which|where|but|before|after|although|though|whereas) ", tail)
    kind = tail_kind(_in_relative(sentence, offset, tail[: stop.start()] if stop else tail))
    return kind if kind != "unspecified" else _where_kind(sentence, offset)


_WHERE = re.compile(
    r"(?: (?:on |in )?(?:D\d+|N\d+ [a-z]+))? , (?:where|when (?:the )?[PH]\d+(?= (?:attended|took part|joined|was there for|paid|made|undertook|was on|came on))) (?P<told>[^;:]{0,110})"
)


# "met in Y on Monday, when Z made his first official trip abroad"
_PAID_THERE = re.compile(
    rf"(?:paid|made|undertook|was on|came on) (?:the |an? |Q\d+ )(?P<words>(?:{MOD} )*{NOUN})\b(?! (?:to|in|of) (?:the )?[LC]\d)"
)


def _where_kind(sentence: Sentence, at: int) -> str:
    """The kind that the clause after a place gives: "to Y, where he will attend a summit"."""
    found = _WHERE.match(sentence.coded, at)
    told = re.split(r" (?:and , |and on |and in |before |after |but )", found.group("told"))[0] if found else ""
    told = _CHAIRING.sub(" ", told)
    if paid := _PAID_THERE.match(told):
        return kind_of(paid.group("words"))
    return "summit" if event_in(told) else "unspecified"


# "will call on P, current chair of the forum": who he is, not what is attended
_CHAIRING = re.compile(
    r"(?<=\d) , (?:(?:the|its|this|year|'s|[AC]\d+|[a-z]+) ){0,4}(?:co-chair|chair|chairman|chairwoman|president|head|host|hostess|organi[sz]er|member|patron|secretary-general) (?:of|at) [^,;]*"
)
_NOUN = re.compile(rf"{NOUN}\b")
_QUALIFIED = re.compile(rf"((?:{MOD} )*){_NOUN.pattern}")


# "... and flew to Z for the forum": another trip
_ON_TO = re.compile(
    r" (?:and|before|,)(?: (?:the )?[PH]\d+)?(?: (?:then|later|also|afterwards|next|on|in|D\d+|will|would|has|had|is to|was to|plans to|is due to|was due to))*"
    r" (?:flew|flies|fly|flown|went|goes|go|travell?ed|travels?|left|leaves?|headed|heads|departed|departs?|continued|continues?|drove|proceed(?:ed|s)?|move[ds]?)"
    r"(?: (?:on|off|back|again|D\d+|on D\d+|directly|straight))* (?:to|for) (?:the )?[LC]\d"
    r"| (?:and|but|,)(?: (?:the )?[PH]\d+)? (?:will|would|is (?:due |expected |set )?to|was (?:due )?to|plans to|hopes to|intends to)(?: [a-z]+)? (?:return|come back|go back|be back|go there|fly back)\b"
    r"| (?:and|but|,)(?: (?:the )?[PH]\d+)?(?: (?:then|later|again|D\d+|(?:is|was) (?:expected|due)))* (?:returned|(?:came |went |flew )?back|came(?= D\d))(?: there)?(?= (?:in|on|for|D\d+|before|after)\b)"
    r"| (?:and|,) (?:also|separately|meanwhile) (?:addressed|attended|spoke at|took part in|participated in|opened|joined)\b"
)
# "to return to Y, where she had made a state visit": an earlier one
_ONCE_THERE = re.compile(r" , where (?:the )?(?:[PHG]\d+ |latter )(?:had|last|once|already) ")
# what may stand between a noun of visit and what makes it another trip
_JOINED = re.compile(r" (?:and|but|while|before|,) ")
_OTHERS = re.compile(r" (?:to|in) (?:the )?(?:[a-z]+ )?[LC]\d| of (?:the )?(?:[A-Z]\d+ (?:'s )?|[a-z]+ ){0,2}P\d")
_TO_COME = re.compile(
    r"\b(?:prepar\w+|return|repay|reciprocate|discuss\w*|arrange|plan|announce\w*|propose\w*) (?:for )?(?:an?|the|his|her|Q\d+) $"
)


def tail_kind(tail: str) -> str:
    """The kind in the words after a verb; a word of kind beats the event that the visit was for."""
    tail = re.split(r" (?:before|after|following|fresh (?:from|off)|on the heels of) [PHQa-z]", tail)[0]
    tail = _ONCE_THERE.split(_FROM_ANOTHER.sub("", _CHAIRING.sub(" ", tail)))[0]
    if onward := _ON_TO.search(tail):
        tail = tail[: onward.start()]
    if re.search(r"\b(?:on|for) (?:an? )?(?:private |short |family )*(?:holiday|vacation|pilgrimage)\b", tail[:110]):
        return "private"
    if own := re.search(
        r"\b(?:in|as) (?:an?|the|Q\d+) (state|official|working|private) (?:capacity|guest)\b", tail[:110]
    ):
        return own.group(1)
    if re.search(
        r"\b(?:private (?:matter|reasons|business)|medical (?:check-?up|treatment|examination|tests))\b", tail[:110]
    ):
        return "private"
    for noun in _QUALIFIED.finditer(tail[:110]) if _NOUN.search(tail, 0, 110) else ():
        kind = kind_of(noun.group())
        if kind != "unspecified" and not _of_another(tail, noun.start(), noun.end()):
            return kind
    if _HONOURED.search(tail, 0, 60):
        return "unspecified"
    return "summit" if event_in(tail[:150]) or _FOR_THE_FORUM.match(tail) else "unspecified"


# the guest of honour at a national day is the guest of one state
_AS_GUEST = re.compile(
    r"\b(?:guests? of honou?r|(?:was|is|were) the guests? of [PQ]\d+)\b[^;]{0,60}\b(?:parade|independence|national day|celebrations)\b"
)
_HONOURED = re.compile(
    r"\bguests? of honou?r (?:at|of|on|for) (?:the |Q\d+ |[CA]\d+ (?:'s )?|'s |O\d+ |N\d+ |[a-z]+ ){0,5}?(?:independence|national|republic|liberation|army|victory|flag) (?:day|anniversary|celebrations?)\b"
)


# "flew to Y on D for the investment forum", which beside a visit of two states would be a side event
_FOR_THE_FORUM = re.compile(
    r"(?: (?:on |late |early )?D\d+)* for (?:the|an) (?:annual |global |world |international )?(?:investment|business|economic|energy) (?:forum|summit|conference)\b(?! (?:with|between))"
)


def _of_another(tail: str, start: int, end: int) -> bool:
    """True for a noun of visit with a place or a guest of its own in a clause of its own, and for one that is only spoken of: its own rule reads it."""
    if _TO_COME.search(tail, 0, start):
        return True
    return bool(_OTHERS.match(tail, end) and _JOINED.search(tail, 0, start))


def kind_before(words: str) -> str:
    """The kind of the visit that the words before "since" call the first: its own, or where it has no noun that of the visit told before it."""
    nouns = list(_QUALIFIED.finditer(words))
    while len(nouns) > 1 and words.endswith("such ", 0, nouns[-1].start()):
        nouns.pop()
    return kind_of(nouns[-1].group()) if nouns else "unspecified"


_TRILATERAL = re.compile(
    r"\b(?:trilateral|tripartite|three-way|three-sided|four-way|quadrilateral|multilateral|quadripartite)\b"
)


def of_many(words: str) -> bool:
    """True for "trilateral talks": a meeting of more than two, whatever it is called."""
    return bool(_TRILATERAL.search(words))
