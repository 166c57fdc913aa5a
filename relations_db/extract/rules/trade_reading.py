"""Whether a sum of trade is told as an aim, as a fact, or neither (forecasts, wishes, conditions, denials)."""

from __future__ import annotations

from enum import Enum
from re import Match

from relations_db.extract.rules.trade_clauses import clause, part
from relations_db.extract.rules.trade_doubt import is_conditional, is_taken_back
from relations_db.extract.rules.trade_sums import Sum
from relations_db.extract.rules.trade_tails import REACHED, told_after
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence


class Reading(Enum):
    """How a sum is told; BARE: by no verb, as in a table or a mere mention."""

    TARGET = "target"
    FIGURE = "figure"
    BARE = "bare"
    NEITHER = "neither"


_ADVERB = r"(?:[a-z]+ly |then |further |also |even |be |more than |again |at least |first |once more |jointly |thus |soon |help |help to |try to |work to |strive to |start to |get |see (?:[a-z]+ ){1,4})*"
_TRANSITIVE = r"(?:increas\w+|rais\w+|bring|boost|tak(?:e|ing)|expand|lift|push|enhanc\w+|elevat\w+|doubl\w+|tripl\w+|quadrupl\w+|carry|get|ramp\w* up|scal\w+ up|steer|hike|augment|propel|build up|work up|move|drive|step up|invest|sell|buy|trade|trebl\w+|export|import|do|set|make|nudge|widen|multiply|restore|return|jack up|deepen)"
_INTRANSITIVE = r"(?:reach|achieve|attain|hit|grow|climb|rise|go|exceed|surpass|top|cross|see|be worth|be at|amount to|total|stand at|come to|increase|pass|approach|jump|soar|double|expand|near|touch|get to|realise|realize|secure)"
_AIM = re.compile(
    rf"\b(?:(?:(?:to|will|shall|should|must|ought to|let us|let 's|and|then|together|us|or|jointly) {_ADVERB}(?:{_TRANSITIVE}|{_INTRANSITIVE}))"
    r"|to (?!be\b|some\b|about\b|over\b|the\b|an?\b|nearly\b|almost\b|around\b|just\b)[a-z]+(?= (?:(?![MN]\d)[a-zA-Z\d'-]+ ){1,8}(?:to|at|past|beyond|towards) (?:about |some |around |over |at least |the )*$)"
    r"|(?:(?:to|should|must|shall|will|ought to|has to|have to) )?be(?:ing)? (?:then |first |further |thus |again )?(?:brought|increased|driven|raised|increased|taken|doubled|lifted|boosted|expanded|carried|achieved|reached|pushed|multiplied|tripled|attained|restored|got|led|worth|put|at|lifted|built up|stepped up|scaled up|ramped up|moved)"
    rf"|(?:to|should|must|shall) {_ADVERB}(?:be|become|run to|make|mean|read|show)"
    r"|(?:of|at|for|towards?|on|in|through|by|into|without|about) (?:\w+ly |further |then |our |the )*(?:bringing|raising|taking|boosting|increasing|lifting|expanding|doubling|trebling|quadrupling|multiplying|carrying|pushing|reaching|achieving|tripling|hitting|getting|attaining|growing|moving|steering|restoring)"
    r"|(?:will|shall|should) have (?:brought|raised|lifted|doubled|tripled|increased|taken|expanded|boosted|pushed)"
    r"|(?:seek|seeks|sought|seeking)(?= (?:an?|trade|turnover|bilateral|annual|two-way|mutual|exports?|investment)\b)"
    r"|by (?:which|then|that (?:year|date|time|point)) (?:[a-z]+ ){1,3}(?:should|is to|are to|must|will|ought to) have [a-z]+(?: to)?"
    r"|(?:bringing|raising|boosting|increasing|lifting|expanding|carrying) (?=(?:[a-zA-Z\d'-]+ ){1,6}to )"
    r"|targets?|targeted|targeting|goals?|aims?|aimed|aiming|objectives?|task|tasks|tasked|ambitions?|bar|benchmark|landmark|ceiling of|eyes|eyed|eyeing|sights|(?<!for )wants?|wanted|would like|would love|would wish|wish(?:es)?(?= to\b)|"
    r"hop(?:es?|ed|ing)(?= (?:to|for)\b)|agree(?:s|d)?|settled on|aspir(?:es?|ed|ing)|look(?:s|ed|ing)? (?:to|towards)|in view|in mind|in (?:their|its|his) sights|(?:is|are|was|were) after|pencil\w+ in|envisag\w+|envision\w*|foresees?|foresaw|provid(?:es?|ed) for|(?:call(?:s|ed)?|ask(?:s|ed)?|press(?:es|ed)?|push(?:es|ed)?|plead(?:s|ed)?|argu(?:es|ed)|speaks? out|spoke out) for|advocat(?:es?|ed)|insist(?:s|ed)? on|urg(?:es?|ed)|demand(?:s|ed)?|determined|next (?:stop|station|stage|step|rung|landmark|mark)|(?:magic|coveted|desired|hoped-for|targeted|planned|wished-for|sought-after|earmarked)(?=(?: about| some| sum of| mark of| level of| figure of| the)* $)|commitment|committed|promis(?:e|ed|es)|pledg(?:e|ed|es)|vow(?:ed|s)?|in place of|prospect of|"
    r"(?:meant|means|intend(?:s|ed)?|plan(?:s|ned)?|seeks?|sought|is|are|was|were|has|have)(?= to\b)|set (?:itself|themselves|ourselves|their sights)|offered|resolved|undertook|undertakes?|"
    r"propos(?:e|es|ed|al)|suggest(?:s|ed|ion)?|speak of|spoke of|spoken of|talk of|purpose|intention|work towards|working towards|strive for|(?:will|to|shall|should) work (?:together )?for|bent on|mention(?:s|ed)?)\b"
)
_FACT = re.compile(
    r"\b(?:rose|risen|grew|grown|climb(?:ed|s)|jump(?:ed|s)|surg(?:ed|es)|soared|reached|reaches|totall?ed|totals?(?! (?:of|trade|turnover|commerce|exchanges?|bilateral|two-way|mutual|annual|exports?|imports?|investment|volume)\b)|totall?ing|amount(?:ed|s|ing)?(?: [a-zD\d]+ [a-z]+)? to|amounted|amounting|stood|stands|standing|stand(?= (?:now |today |currently |already )?at\b)|(?:supplies|sends|ships|takes)(?= (?:[A-Z]\d|goods|its|products|wares))|"
    r"was|were|is(?! (?:to|meant|set|due|supposed|what|also to|now to)\b)|are(?! (?:to|meant|set|due|supposed|also to|now to)\b)|been|came(?: [a-zD\d]+ [a-z]+)? to|come(?:s)? to|hit|makes? up|(?:together|that|this|which) makes|made up|making up|constituted|exceeded|exceeds|exceeding|surpassed|topped|"
    r"crossed|approached|approaches|neared|nears|nearing|fell|falls|fallen|falling|dropped|declined|decreased|shrank|shrunk|slid|slipped|contracted|dipped|plunged|tumbled|halved|increased|went|gone|going down|down|expanded|accounted for|accounts for|"
    r"brought(?: in)?|brings in|cost|put|puts|traded|doubled|tripled|quadrupled|valued at|now|currently|at present|presently|equall?ed|equals|registered|recorded|records|posted|mounted|added up to|adds up to|closed|fetched|"
    r"sold|bought|buys|sells|exported|imported|invested|exchanged|worth|shipped|supplied|delivered|purchased|attained|achieved|touched|hovers|hovered|hovering|ran(?: to| at)?|runs(?: to| at)?|did|does|had|has|have|passed|"
    r"set a record|earned|yielded|generated|counted|showed|shows|found|estimates?|estimated at|spent|spends|sits|sat|remain(?:s|ed)|lost|gained|quadrupled|swapped|returned to|recovered to|raised|took|lifted|boosted|carried|"
    r"(?<=we )(?:buy|sell)|sell there|changed hands|melted|dwindled|sank|swelled|shrivelled|growing again|passes|tops|hits|grows|rises|climbs|speaks? of trade worth|said to be worth)\b"
)
_MODAL = r"(?:could|might|may|can|would(?! like| love| wish| prefer| want))"
_DOUBT = r"(?:expect(?:s|ed|ing)?|forecast(?:s|ing)?|project(?:s|ed|ing)|predict(?:s|ed|ing|ion)?|estimat(?:e|es|ed) that|likely|on track|on course|poised|reckons? (?:with|that)|believes? (?:that )?|thinks? (?:that )?|confident|potential(?:ly)?|capable|capacity|room for|scope for|dreams? of|dreamed of|rumou?r\w*|speculat\w+|tipped|headed|bound|anticipat\w+|counts? on|on the way|heading for|hypothetical\w*|possible|possibility|in theory|optimistic)"
_MAYBE = re.compile(
    rf"\b(?:{_MODAL}(?: [a-z]+ly| well| easily| then| soon| one day| at last| eventually| also| even| again| yet| still| in time| have| be| [A-Z]\d+)*(?: {_TRANSITIVE}| {_INTRANSITIVE}| be(?: [a-z]+)?| have [a-z]+| [a-z]+)?"
    rf"|{_DOUBT}(?: (?!target|goal|aim)[a-zA-Z\d,']+){{0,9}}? (?:to|will) {_ADVERB}(?:{_TRANSITIVE}|{_INTRANSITIVE}|be)"
    rf"|{_DOUBT}(?: of| for| at)?"
    rf"|(?:is|are|was|were|looks?|seems?|now) set to {_ADVERB}(?:{_INTRANSITIVE})"
    rf"|will {_ADVERB}(?:{_INTRANSITIVE})|is going to {_ADVERB}{_INTRANSITIVE})\b"
)
_POTENTIAL = re.compile(r"\b(?:potential|possibilities|capacity|scope)\b[^,;:]{0,60}$")
_WILLED = re.compile(r"\b(?:target|goal|aim|objective|ambition|task)s?\b")
_DENIED = re.compile(
    r"\b(?:(?:no one|nobody|none|neither|nor|never|not|n't|no|refused to|declined to|stopped short of|far from|without|instead of|denied|ruled out|rejected)(?: [a-zA-Z\d'-]+){0,5}) $"
)
_NOT_AIM = re.compile(
    r"\b(?:(?:was|were|been) able|helped|helps|allowed|enabled|led|managed|caused|enough|served|continued|said|reported|thought|believed|estimated|reckoned|seems?|appears?|supposed|known|failed|unable|understood|rumoured|due|on to|went on)(?: (?!agreed|want|aim|goal|target|plan|intend|hop|seek|objective|task|ambition|is\b|are\b|was\b|were\b)[a-zA-Z\d]+){0,3}? $"
)
_BASE = re.compile(
    r"\b(?:from|against|compared (?:with|to)|up from|down from|(?<!more )(?<!less )(?<!fewer )(?<!rather )than|versus|current(?:ly)?(?: at)?|present|existing|now|at present|of which|today 's|of today|last year 's|D\d+ 's|well (?:below|above)|as against|instead of the|not (?:at|to|of)|equal to)"
    r"(?: the)?(?: D\d+ 's)?(?: current| present| existing| some| about| around| nearly| just| a| paltry| record| mere| level of| almost| over| under| at| only| its| their| peak of| high of| low of| more than| less than| worth)* $"
)
_APPOSED = re.compile(
    r"\b(?:trade|turnover|volumes?|exchanges?|exports|imports|commerce|other|G\d+)(?: (?:in goods(?: and services)?|[a-z]+|between (?:G\d+|(?:the )?[A-Z]\d+ and (?:the )?[A-Z]\d+)|[A-Z]\d+))?(?: (?:with|to|from|in) (?:the )?[A-Z]\d+)? (?:,|\(|-) (?:about |now |then |currently |nearly |some |around |worth |at |over |a (?:mere |paltry |modest |record |meagre |bare |scant |humble |tiny )?|at present |presently |just |only |almost |more than |valued at |which (?:is|was) |still )*$"
)
_APPOSED_AIM = re.compile(
    r"\b(?:target|goal|aim|objective|ambition|benchmark|(?:the|an) (?:old|first|new|earlier|former|previous) (?:one|mark))(?: [a-z]+){0,2} (?:,|:|-|\() (?:of )?$"
)
_PURPOSE = re.compile(
    r"\b(?:so that|in order that|ensur\w+ that|see to it that|make sure that|until|to the point where)\b"
)
_PRESENT = (
    "grows",
    "reaches",
    "rises",
    "climbs",
    "exceeds",
    "hits",
    "is",
    "are",
    "passes",
    "tops",
    "totals",
    "amounts to",
    "stands",
    "approaches",
    "had",
    "has",
)
_FROM_TO = re.compile(
    r" from (?:[a-z]+ ){0,3}[MN]\d+(?: (?:at present|now|currently|today|a year|annually|last year|(?:in |reached in |recorded in )?D\d+))*(?= (?:up )?to (?:[a-z]+ ){0,3}$)"
)

# "They hope that trade , now worth M , will reach M": what stands between commas says nothing of the second sum.
_ASIDE = re.compile(
    r" , (?:(?:which|that) (?:is|was|does|did|amounts|amounted|exceeds|exceeded|reached|stands|stood|came|has|had|last|in D\d+|D\d+)|now|currently|at present|already|today|worth|standing|valued|up from|down from|only|just|barely|some|about)"
    r" (?:[a-zA-Z\d'-]+ ){0,8}?[MN]\d+ (?:(?!and\b|but\b)[a-zA-Z\d'-]+ ){0,6}?, "
)


def _plain(before: str) -> str:
    """The words before a sum without what stands between its verb and it."""
    return _CONCEDED.sub(" is ", _MINOR.sub(" ", _ASIDE.sub(" ", _FROM_TO.sub(" ", before))))


def read_sum(sentence: Sentence, found: Sum, due_after: bool = False) -> Reading:
    """Aim, fact or neither: by the words right after the sum, right before it, else by the nearest verb or noun before it."""
    coded = sentence.coded
    low, high = clause(coded, found.at)
    if closed := next((m for m in _ASIDE.finditer(coded, 0, found.at) if m.start() < low < m.end()), None):
        low = clause(coded, closed.start())[0]
    before = _plain(coded[low : found.at])
    after = coded[found.end : high]
    if " ? " in f"{coded[found.at :]} ":
        return Reading.NEITHER
    aside = _CLOSED.match(after) and (coded.endswith(" , which", 0, low) or _APPOSITION.search(before))
    if (tail := None if aside else told_after(before, after)) is not None:
        return _guarded(coded, low, found.at, Reading.TARGET if tail else Reading.NEITHER)
    if _MULTIPLIED.match(after) or _DOUBLED.search(before):
        return Reading.FIGURE
    if _OLD_AIM.search(before):
        return Reading.NEITHER
    if _BASE.search(before) or _APPOSED.search(coded[: found.at]):
        return _guarded(coded, low, found.at, Reading.FIGURE) if is_conditional(coded, found.at) else Reading.FIGURE
    if _APPOSED_AIM.search(before):
        return Reading.TARGET
    reading = _by_cue(before, coded)
    if reading is None:
        reading = _by_cue(_plain(coded[part(coded, found.at)[0] : found.at]), coded)
        reading = reading or _by_cue(_plain(coded[: found.at]), coded)
    if reading is None:
        reading = _by_subject(after)
    if due_after and (reading is Reading.BARE or (reading is Reading.FIGURE and _is_loose(coded[: found.at]))):
        reading = Reading.TARGET
    elif due_after and reading is Reading.FIGURE and _AHEAD.match(after):
        reading = Reading.TARGET if _AIM.search(coded[: found.at]) else Reading.NEITHER
    return _guarded(coded, low, found.at, reading)


_CLOSED = re.compile(r"(?: (?:in|by|at|during|for) (?:the )?(?:year )?D\d+| D\d+)? , ")
_APPOSITION = re.compile(r"[a-zD\d] , (?:about |some |over |nearly |around |only |just |almost |roughly )*$")
_AHEAD = re.compile(r" (?:a year |annually )?(?:in|by|until|for) (?:the year |the end of )?D\d+")
_LOOSE = re.compile(
    r"\b(?:is|are|has|have|had|been|was|were|put|puts|worth|speaks?|found|did|does|named|given|at|of|in|:|agreed|,|set|made|-|\()(?: (?:trade|turnover|a|the|of|worth|about|some|in|at|figure|commerce|volume|around|[a-z]+))* $"
)


def _is_loose(before: str) -> bool:
    """True where no verb of growth or of counting stands before a sum, so that a due date right after it makes it an aim."""
    fact = _last(_FACT, before)
    return fact is None or fact.group() in _WEAK


_WEAK = (
    "is",
    "are",
    "has",
    "have",
    "had",
    "been",
    "was",
    "were",
    "put",
    "puts",
    "worth",
    "found",
    "did",
    "does",
    "now",
    "took",
    "raised",
    "speaks of trade worth",
)


_MULTIPLIED = re.compile(
    r"[^;:]{0,60}? (?:would|will|should|shall|must|is to|are to|ought to) (?:then |soon )?be (?:N\d+ times|twice|thrice|doubled|tripled|trebled|quadrupled|multiplied)\b"
)


# "To double within five years a trade of M": M is what is doubled.
_DOUBLED = re.compile(
    r"\b(?:doubl|tripl|trebl|quadrupl)(?:e|ing) (?:(?:(?:with)?in|by|over) [^,;]{1,25} )?(?:(?:a|the|their|its|our|current|present|existing|annual|bilateral|mutual|two-way|today 's|[AC]\d+(?: 's)?) )+(?:trade|turnover|commerce|exchanges?|exports|sales)(?: (?:volume|turnover))? (?:of|worth|,|\() (?:(?:about|some|over|nearly|now|currently|worth) )*$"
)
_OLD_AIM = re.compile(
    r"\b(?:targets?|goals?|aims?) [^,;]{0,70}\b(?:raised|lifted|increased|revised|upped) from (?:[a-z]+ )?$"
)


def read_words(sentence: Sentence, end: int) -> Reading | None:
    """The reading of the words up to an offset, by their last cue; None where they hold none."""
    coded = sentence.coded
    low = clause(coded, max(0, end - 1))[0]
    if " ? " in f"{coded[end:]} ":
        return Reading.NEITHER
    if told_after(coded[low:end], coded[end:]):
        return _guarded(coded, low, end, Reading.TARGET)
    reading = _by_cue(_plain(coded[low:end]), coded) or _by_cue(_plain(coded[:end]), coded)
    return _guarded(coded, low, end, reading) if reading else None


def follows_aim(previous: str, before: str) -> bool:
    """True where the sentence before names a goal and this one its sum ("They have a goal. It is $10 billion.")."""
    told = _last(_FACT, before)
    return bool(_WILLED.search(previous)) and (told is None or told.group() in _WEAK)


def _by_subject(after: str) -> Reading:
    """A sum with no verb before it: the subject of what follows, or a bare line of a table."""
    if _MAYBE.search(after) and not _FACT.search(after[:30]):
        return Reading.NEITHER
    return Reading.FIGURE if _FACT.search(after) else Reading.BARE


def _by_cue(before: str, sentence: str) -> Reading | None:
    """The reading of the last cue of a stretch; on a tie doubt before aim before fact."""
    aim, fact, maybe = (_last(p, before) for p in (_AIM, _FACT, _MAYBE))
    ends = [m.end() if m else -1 for m in (maybe, aim, fact)]
    if max(ends) < 0:
        return None
    if maybe and ends[0] == max(ends):
        promised = _PROMISED.search(before, 0, maybe.start()) or (
            _MADE_BIGGER.match(maybe.group()) and _DECLARED.search(before, 0, maybe.start())
        )
        if maybe.group().startswith("would") and promised:
            return Reading.TARGET
        will = re.search(r"\bwill\b|is going", maybe.group())
        willed = will and (_WILLED.search(sentence) or before.endswith("we ", 0, maybe.start()))
        return Reading.TARGET if willed or _is_transitive(maybe, before) else Reading.NEITHER
    if aim and ends[1] >= ends[2]:
        return _aim(aim, before)
    assert fact
    if fact.group() in _WEAK and _POTENTIAL.search(before[: fact.start()]):
        return Reading.NEITHER
    if fact.group() in _PRESENT and _PURPOSE.search(before):
        return Reading.TARGET
    managed = aim and aim.group().startswith("to ") and _NOT_AIM.search(before[: aim.start()])
    return Reading.TARGET if aim and not managed and _overruled(before, aim, fact) else Reading.FIGURE


# "They promised that investment would be doubled": what is undertaken is no forecast.
_PROMISED = re.compile(
    r"\b(?:promis(?:e|es|ed)|pledg(?:e|es|ed)|vow(?:s|ed)?|undert(?:akes?|ook|aking)|agree[ds]?|decided?|commit(?:s|ted|ment)|resolv(?:es?|ed)|decision|agreement|understanding|settled|assured?|guaranteed?)"
    r"(?: (?:by|to|with|on|in|the|[a-z]+ly|[A-Z]\d+)){0,5} that\b[^;:]*$"
)
# "The presidents declared that trade would be taken to M": what is done to trade is willed.
_MADE_BIGGER = re.compile(r"would be (?:taken|raised|brought|lifted|doubled|tripled|increased|boosted)")
_DECLARED = re.compile(
    r"\b(?:[CPHG]\d+(?: ,)?|they) (?:[a-z]+ )?(?:declared?|announced?|stated|said|confirmed) that\b[^;:]*$"
)
# "Trade may be small (M), but it grew": conceded, not doubted.
_CONCEDED = re.compile(
    r" (?:may|might) (?:well |still |yet )*(?:be|look|seem|sound|appear) (?:rather |still |as yet |comparatively |relatively |quite )?(?:small|modest|tiny|low|limited|insignificant|negligible|humble|meagre|lopsided|uneven|unbalanced|one-sided|young|thin) "
)
# Asides of time and of who says it stand between a verb and its sum: "should , by 2012 , be ...", "will work , the minister said , for ..."
_MINOR = re.compile(
    r" , (?:(?:by|within|before|until|over|in|from|during) (?:[a-zDN\d-]+ ){1,5}"
    r"|(?:[A-Z]\d+ (?:'s )?|the |a )?(?:[a-zA-Z\d'-]+ ){0,5}(?:said|says|told [A-Z]\d+|added|noted|explained|announced|declared|stressed|wrote) (?:[A-Z]\d+ )?), "
)


def _last(pattern: re.Pattern[str], text: str) -> Match[str] | None:
    return max(pattern.finditer(text), key=lambda m: m.end(), default=None)


def _is_transitive(maybe: Match[str], before: str) -> bool:
    """ "We will increase trade to M" is an aim, "trade will increase to M" a forecast."""
    return maybe.group().startswith(("will", "is going")) and bool(
        re.match(
            r" (?:[a-zA-Z\d'-]+ ){0,4}(?:trade|turnover|commerce|exchange|exports|imports|it|this|that|volume|investment)\b",
            before[maybe.end() :],
        )
    )


_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed|ing)?|project(?:s|ed|ing)|anticipat\w+|estimat\w+|likely|poised|on course|on track)(?: (?!and (?!the )[a-z]|but\b|agree|want|aim)[a-zA-Z\d'-]+){0,9} $"
)
_POSSIBLE = re.compile(
    r"\b(?:possibilit(?:y|ies)|chances?|feasibility|likelihood|probability|dream|difficulty|cost|idea|thought) $"
)
_LABOUR = re.compile(r"\b(?:would|might|could|may|will) (?:take|need|require|cost|have)\b[^,;:]*$")
_RESULT = re.compile(
    r"to (?:reach|hit|touch|total|exceed|surpass|top|stand at|amount to|come to|attain|cross|pass|approach)"
)
_MOVING = re.compile(
    r"\b(?:rose|rising|risen|grew|grown|growing|climb(?:ed|ing)|jump(?:ed|ing)|surg(?:ed|ing)|soar(?:ed|ing)|increased|expanded|doubled|tripled|trebled|quadrupled|fell|falling|fallen|dropp(?:ed|ing)|declin(?:ed|ing)|shrank|decreased|swelled|went up|went down|recovered|rebounded|bounced back)\b(?! by D)[^;:]*$"
)


def _aim(aim: Match[str], before: str) -> Reading:
    word = aim.group()
    lead = before[: aim.start()]
    if word.startswith(("to ", "and ", "then ")) and _NOT_AIM.search(lead):
        return Reading.NEITHER if re.search(r"\b(?:failed|unable|due|set) ", lead[-30:]) else Reading.FIGURE
    if word.startswith(("to ", "and ")) and (_EXPECTED.search(lead) or _LABOUR.search(lead)):
        return Reading.NEITHER
    if _RESULT.fullmatch(word) and _MOVING.search(lead) and not _last(_AIM, lead):
        return Reading.FIGURE
    result = word.startswith(("bringing", "raising", "boosting", "increasing", "lifting", "expanding", "carrying"))
    if (result or word.startswith(("by ", "and "))) and not _last(_AIM, lead) and _last(_FACT, lead):
        return Reading.FIGURE
    if word in ("targets", "target", "goal", "aim", "task", "bar", "landmark", "objective") and REACHED.search(
        before[: aim.start()] + " "
    ):
        return Reading.FIGURE
    if _POSSIBLE.search(lead):
        return Reading.NEITHER
    if word.startswith(("mention", "spoke", "speak", "talk")):
        return Reading.TARGET if re.search(r"\b(?:first|again|prospect|once)\b", before) else Reading.FIGURE
    return Reading.TARGET


def _overruled(before: str, aim: Match[str], fact: Match[str]) -> bool:
    """A fact word that belongs to the aim: "set a goal which was ... worth $2 billion", "the target was put at"."""
    between = before[aim.end() : fact.start()]
    noun = re.search(
        r"\b(?:targets?|goals?|aims?|bar|objectives?|ambitions?|task|be|(?:next )?(?:landmark|stop|stage|step|mark|station|rung)|benchmark|proposal|purpose|agree[sd]?|would like|wants?|envisag\w+|foresees?|call(?:s|ed)? for|aspir\w+|destination)$",
        aim.group(),
    )
    loose = fact.group() in (
        "worth",
        "put",
        "was",
        "were",
        "is",
        "are",
        "set",
        "stands",
        "stood",
        "remains",
        "remained",
        "has",
        "have",
        "been",
        "had",
        "now",
        "worth",
        "raised",
        "lifted",
        "increased",
    )
    if fact.group() == "worth" and re.fullmatch(r"(?: [a-zA-Z\d'-]+){0,4} ", between):
        return True
    return bool(noun and loose) and len(between) < 50 and not re.search(r"[MNX]\d+", between)


# "Saw no reason why it should not be doubled"
_NO_REASON = re.compile(
    r"\bno (?:good |earthly )?reason (?:why|that)\b(?=[^,;:]{1,60}? (?:should|could|might) not\b)|(?<=should) not\b(?= be\b)"
)
_BUSINESS = (
    r"(?:chambers?|associations?|federations?|lobby|exporters|importers|business(?:men|people| leaders| people| circles| community)|entrepreneurs|traders|manufacturers|industrialists|economists|experts|analysts|observers|bankers)"
    r"(?: (?:of|in|from|for|and|the|at|commerce|industry|trade|[a-z]+ers|[ACLGB]\d+|'s|')){0,7}"
)
# What firms and experts wish is no aim of the states; what they say of the governments' aim is.
_OF_BUSINESS = re.compile(
    rf"(?<!\bof )(?<!\bof the )\b{_BUSINESS} (?:now |also |have long |both )?(?:would like|want(?:s|ed)?|wish(?:es|ed)?|hop(?:e|es|ed)|dreams?|aims?|aimed|call(?:s|ed)? for|ask(?:s|ed)? (?:for|that)|plead(?:s|ed)?|urg(?:e|es|ed)|"
    r"(?:says?|said|believes?|thinks?|argu(?:e|es|ed))(?! (?:that )?(?:G\d|[CPH]\d|the (?:two )?(?:governments|countries|states|sides)|they))[^,;:]{0,50}\b(?:should|must|ought to|can|could))\b"
)
_CHAMBER_WISHES = re.compile(
    rf"\bof (?:the )?(?:chambers?|associations?|federations?)(?: (?:of|in|for|and|the|commerce|industry|trade|[a-z]+ers|[ACL]\d+|'s)){{0,6}} (?:, who )?(?:would like|wants?|wished|hopes?|dreams?|calls? for|asks?|urge[ds]?)\b(?! (?:the )?(?:minist|govern\w+ '?s? aim))"
    rf"|, (?:say|says|said|argue|argues|believe|believes|according to|think|thinks) (?:the |some |many )?{_BUSINESS} , "
)
_SAYS_BUSINESS = re.compile(
    rf"[^.;:]{{0,60}} , (?:the |an? )?(?:[A-Z]\d+ |'s |[a-z]+ ){{0,3}}{_BUSINESS} (?:said|says|argues?|argued|believes?|believed|hopes?|hoped)\b"
)


def _guarded(coded: str, low: int, at: int, reading: Reading) -> Reading:
    """An aim or a value under a condition or a denial is no fact."""
    if reading is not Reading.TARGET:
        return Reading.NEITHER if is_taken_back(coded, low, at) else reading
    before = _NO_REASON.sub("that", coded[low:at])
    aims = list(_AIM.finditer(before))
    first = aims[-1].start() if aims else len(before)
    if (
        is_conditional(coded, at)
        or _OF_BUSINESS.search(before)
        or _CHAMBER_WISHES.search(coded, 0, at)
        or _SAYS_BUSINESS.match(coded, at)
    ):
        return Reading.NEITHER
    return Reading.NEITHER if _DENIED.search(before[:first]) else reading
