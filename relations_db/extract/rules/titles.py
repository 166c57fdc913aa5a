"""Titles of documents: the document's own name, or the noun group that identifies it."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.topic_links import TOPIC_LINK
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

STOP_TITLE = frozenset(
    "it this them that which will would the a an of on in for and to between with its their joint agreement memorandum understanding cooperation plan protocol roadmap programme program document documents".split()
)
_PLAIN = frozenset(
    "treaty accord pact deal contract arrangement convention statement declaration communique new first joint order bigger larger wider broader better smaller similar such wide new long-awaited landmark historic major big final mou worst best last framework contracts agreements accords deals pacts protocols memoranda memorandums treaties documents papers mous programmes plans one-year two-year three-year four-year five-year ten-year multi-year long-term text understanding annex paper bilateral "
    "notes large small great huge sizeable binding subject matter topic issue question same comparable analogous equivalent january february march april may june july august september october november december early overall fair definite definitive interim swift possible eventual lasting satisfactory draft original recent previous earlier next current existing present initial year be mutually acceptable tentative letters addendum amendment".split()
)
_GENERIC = re.compile(
    r"(?:(?:new|separate|key|landmark|historic|bilateral|similar|major|important|further|other|final|formal|special|first|second|third|ambitious|so-called|signed|own|single|lesser|weightiest|main|biggest|largest|same|most|more|additional|"
    r"long-awaited|much-awaited|political|official|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|and|of|-|'s|N\d+|A\d+(?= (?:-|[a-z]+ (?:of|on))))\b ?)*"
)
_RIGHT = re.compile(
    rf" (?:\" )?(?:{TOPIC_LINK}(?! D\d)|on(?! D\d| (?:the |a )?(?:sidelines|margins|fringes|occasion|eve|spot|(?:[a-z]+ |O\d+ )?day|behalf)\b)|for|of(?! D\d)|about|to(?! (?:(?:the|that) (?:effect|two|same)|this (?:effect|end))\b)|against|between|among|amending|making|establishing|setting up|with [^,;:]{{2,40}}?(?: , [^,;:]{{3,40}} ,)? (?:on|for|to) |ranging over|extending|(?!following|during|including|being|pending|according|meaning|having)[a-z]{{4,}}ing|in the (?:field|area|sphere|sector|domain|fields|areas)|in the (?:[a-z-]+ ){{1,3}}(?:sector|field|area|sphere|domain|industry)s?|in (?![LDHPG]\d|the|his|her|Q\d|which|principle|writing|force))\b"
)
_CLAUSE = re.compile(
    r"(?: of D\d+)? (?:,? ?(?:under|by|through) which|whereby|which|that|allowing|enabling|giving|obliging|providing for|opening|committing|lays down|provides for|sets out|opens|obliges|allows|foresees|governs|regulates|commits)\b"
)
_UNDER_IT = re.compile(r"(?:^|[,;:\"] |\b(?:that|and|but) )(?:under|by|in) (?:an?|another|one|N\d+) $")
_TOLD = re.compile(
    r"(?P<aside> ,(?= (?:signed|concluded|inked|initialled|adopted) ))?(?:(?: (?:here|D\d+|on D\d+|in L\d+|on the (?:sidelines|margins|fringes|occasion) of (?:the |an? )?[^,;:]{3,60}?))+|(?: (?:was|were|has been|have been|is|are|will be|is to be|had been))?(?: [a-z]+)?(?: [a-z]+)? (?:signed|concluded|inked|exchanged|adopted|reached|initial(?:l)?ed|sealed|agreed|approved|finali[sz]ed))"
    rf"(?: (?:in|at) (?:the )?L\d+| (?:on|in) D\d+| D\d+| today| yesterday| here| by (?:the )?[^,;:]{{0,70}}?)*(?(aside)(?: ,)?|) (?P<about>(?:{TOPIC_LINK} |on (?!D\d|the (?:sidelines|margins|occasion|eve|(?:[a-z]+ |O\d+ )?day\b))|between |with (?=(?:the )?(?:[CLA]\d+ (?:on|for|to|about)\b|[a-z]))|to (?!be\b|the\b|that\b|this\b|which\b|G\d|a\b|an\b)[a-z]{{3,}}(?= )|for the (?!first)|for (?=N\d+ |an? )|under which|providing|(?:allowing|enabling|giving|obliging|opening|committing|granting|letting|permitting|waiving|abolishing|lifting|setting|establishing|creating|protecting|promoting|extending|simplifying|easing|fixing|defining) |whereby|(?:that|which) (?:(?:will|would|also|shall) )*(?!(?:is|was|are|were|has|have|had|they|it|he|she|the|both|an?|will|would|also|shall|came|took|went|enter\w*)\b)[a-z]+s? (?=[a-zA-Z])))"
)
# "the treaty that A and B signed in 2010 on the border"
_TOLD_BY = re.compile(
    r" (?:(?:that|which) )?(?:(?:the|both|two|and|its|their|of|,) )*(?:(?:[PCGHLAQ]\d+|presidents|leaders|governments|countries|states|sides|parties|companies|ministers|they) (?:(?:'s|and|the|,|of|[a-z]+ ministers) )*){1,5}(?:(?:had|have|has|jointly) )*"
    r"(?:signed|concluded|inked|reached|initial(?:l)?ed|agreed|struck)(?: (?:in|at) (?:the )?L\d+| (?:on|in|back in) D\d+| D\d+)+ "
    rf"(?P<about>(?:{TOPIC_LINK} |on (?!D\d|the (?:sidelines|margins|occasion|eve|(?:[a-z]+ |O\d+ )?day\b))|about |between |for (?!D\d|M\d|the first)))"
)
_RESTRICTED = re.compile(
    r" (?:by|under|through) which (?=(?:the )?(?:[PCGLA]\d|[a-z]+ ))(?!(?:it|they|he|she) (?:was|were|is)\b)"
)
# the verb of the paper itself, after a clause that tells what it is about
_MAIN = r"(?:(?:was|were|is to be|are to be|will be|has been|have been|had been)(?: (?:also|duly|then|later|recently|finally))? (?:signed|concluded|inked|initial(?:l)?ed|adopted|exchanged|sealed|finali[sz]ed|agreed)\b|(?:takes|took|will take) place\b)"
_LOOSE = re.compile(r"(?:[ ,.;:\n\"“”]|(?<=\s)(?:for|of|on|in|with|between|and|the|to|a|an|as|by))+$")
_EDGE = re.compile(
    r" (?:[;:()]|(?<! no )\.(?= |$)|by N\d+ (?:years|months)|ready for|awaiting|awaits|pending|soon|shortly|remains?|for (?:the |their |both |N\d+ )?(?:[a-z]+|[PG]\d+)(?: (?:and|of) (?:the )?(?:[a-z]+|[CGN]\d+)){0,2} to sign|which|who|(?<! of )(?<! on )(?<! in )(?<! by )(?<! to )(?<! for )(?<! from )that(?! is(?! (?:due|to|set|expected|ready|being|still) ))|declined|refused|ended|expires?|expired|failed|lapsed|whose|whereby|was|were|has|have|had|is|are|will|would|shall|should|could|might|must|(?:may|can)(?= (?:not |also |soon )?(?:be|have|help|bring|lead|include)\b)|(?:late|early)(?= (?:on )?D\d)|signed|inked|concluded|adopted|exchanged|sealed|initial(?:l)?ed|agreed|reached|dated|worth|valued|put|entered|dates?|dating|goes|followed|takes|took|took effect|during|after|following|before|while|when|"
    r"as well as|along with|together with|under which|by which|by [PHGCLA]\d+|by the (?:G\d+|two|presidents|leaders|ministers)|with a view|in order|at (?:the|a|an|N\d+|M\d+)|in (?:L\d+|D\d+|force|the presence|the margins|his|her|Q\d+|this city|the (?:same |[a-zA\d]+ )?(?:city|capital|town|palace)|return|front|person|public|turn|full)|on (?:D\d+|the sidelines|the margins|the fringes|the occasion|that occasion|behalf|the (?:[a-z]+ |O\d+ )?day)|of D\d+|"
    r"from D\d+|since D\d+|from (?=the (?:visit|meeting))|among (?:G\d+|other)|(?<!for )D\d+|makes|made|speaks|spoke|opens|opened|sets|lays|provides|aims|seeks|calls|called|commits|obliges|raised|deepens|marks|marked|covers|covered|includes|included|concerned|came|comes|crowned|crowns|remains|became|becomes|paves|paved|brought|brings|gives|allows|allowed|foresees|envisages|stipulates|said|says|this (?:week|year|morning)|last|but|G\d+(?= (?:(?:have|had|has|will|would|both|also) )*(?:signed|concluded|made|reached|inked|sealed|struck|sign|conclude)\b)|[PH]\d+(?! (?:'s|,? and|'))|, (?:and )?(?:G\d+|with|in|to|for|among|according to|where|a|an|the|N\d+|PM|as)\b|, [PHA]\d+|and (?:[a-z]+ly )?(?:[a-z]{3,}ed|saw|took|gave|made) (?:on|up|as|the|a|an|to|in|for|by|that|with|their|his|out|at|into|Q\d+|[PHGCN]\d+))(?= |$)"
)
_LIST = re.compile(
    r" , (?:[a-zA\d-]+ ){1,5}?(?:(?:, (?:[a-zA\d-]+ ){1,5}?)*(?:, )?and (?:(?!(?:was|were|is|are|has|have|had|will|would|signed|inked|concluded|adopted|entered|took|in|on|by|with|at)\b)[a-z-]+ ?){1,4})"
)
_LIMIT = 230


def title_of(
    context: Context, sentence: Sentence, phrase: DocPhrase, following: DocPhrase | None, head: str = ""
) -> tuple[str, tuple[int, int]]:
    """The title with its place in the text. `following` is the next phrase of the sentence; `head` the noun that an elliptic phrase leaves out."""
    coded = sentence.coded
    start = phrase.left
    if not phrase.elliptic:
        start += len(_GENERIC.match(coded[start : phrase.start]).group())  # type: ignore[union-attr]
    if coded.startswith("- ", start) and (first := re.search(r"[AC]\d+ $", coded[:start])):
        start = first.start()  # "Saudi-Pakistani Agreement"
    end = min(_right_edge(context, sentence, phrase, following, start), _next_clause(context, sentence, phrase))
    if phrase.elliptic:
        start = min(phrase.end + 1, len(coded) - 1)
    text, span = _words(context, sentence, start, end)
    if phrase.elliptic:
        return f"{head} {text.lstrip(' ,')}".strip(), span
    if (
        end == phrase.end
        and (later := _after_verb(sentence, phrase, following))
        and (start >= phrase.start or sentence.coded.startswith(" with", later[0] - 1))
    ):
        more, span = _words(context, sentence, *later)
        return f"{text} {more}", span
    if end == phrase.end and not identifies(text) and (thing := _ANTECEDENT.search(coded[: phrase.left])):
        more, _ = _words(context, sentence, thing.start("thing"), thing.end("thing"))
        return f"{text} {'for' if thing.group('link') == 'which' else thing.group('link')} {more}", span
    return text, span


_ANTECEDENT = re.compile(
    r"(?:^|[,;:] |\b(?:for|on|of|to|in|into|at|about|over|build|revive|finance|start|and|with|discussed|mentioned|is|was|are) )(?P<thing>(?:the|a|an) (?!G\d)[a-z][a-zA-Z\d' -]{3,80}?)(?: , (?:with|at|long|worth|of|a|an|some|put|estimated|to) [^,;:]{3,60})? , (?P<link>for|on|about) which (?:[^,;:]{0,60}? )?(?:a|an|the|another) $"
)


_AGENT = re.compile(r" , (?:and |while |but )?(?:the |a |an |its |their |[PHGCALQ]\d+ )")


def _next_clause(context: Context, sentence: Sentence, phrase: DocPhrase) -> int:
    """Where a comma after the phrase opens a clause with a subject and a verb of its own: "..., and the firm will build"."""
    if phrase.elliptic or " , " not in sentence.coded[phrase.end :] or _UNDER_IT.search(sentence.coded[: phrase.left]):
        return len(sentence.coded)
    verbs = [c for c in context.clauses(sentence) if c.form == "finite" and not c.link]
    for clause in verbs:
        verb = sentence.offsets[clause.verb.start]
        comma = sentence.coded.rfind(" , ", phrase.end, verb)
        if comma < 0 or not clause.subject or sentence.offsets[max(clause.subject)] < comma:
            continue
        governed = any(sentence.offsets[c.verb.start] < comma for c in verbs)
        if governed and (_AGENT.match(sentence.coded, comma) or _named(context, sentence, comma, phrase)):
            return comma
    return len(sentence.coded)


def _named(context: Context, sentence: Sentence, comma: int, phrase: DocPhrase) -> bool:
    """True where a name follows the comma and the title itself is not written in capitals, so that it is no part of it."""
    number = sentence.at(comma + 3)
    number += sentence.units[number].word == "and"
    text = context.analysis.text
    return text[sentence.units[number].start].isupper() and text[sentence.span(phrase.start, phrase.end)[0]].islower()


def _is_name(context: Context, sentence: Sentence, phrase: DocPhrase) -> bool:
    """True for "signed an amendment in Santa Cruz": a place that the tables do not know."""
    text, words = context.analysis.text, sentence.units
    return (
        text[words[sentence.at(phrase.end + 4)].start].isupper()
        and text[words[sentence.at(phrase.start)].start].islower()
    )


def _words(context: Context, sentence: Sentence, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The text of a stretch of the coded sentence, without marks and loose words at its ends."""
    low, high = sentence.span(start, max(end, start + 1))
    text = _LOOSE.sub("", context.analysis.text[low:high])
    span = (low, low + len(text)) if text else (low, high)
    return re.sub(r"\s+", " ", text.strip("\"“”„' ")), span


def _after_verb(sentence: Sentence, phrase: DocPhrase, following: DocPhrase | None) -> tuple[int, int] | None:
    """What a bare noun is about, told after its verb: "a memorandum was signed on tourism"."""
    limit = following.left if following is not None else len(sentence.coded)
    found = _TOLD.match(sentence.coded, phrase.end, limit) or _TOLD_BY.match(sentence.coded, phrase.end, limit)
    if not found:
        return None
    start = found.start("about")
    tail = sentence.coded[start - 1 : limit]
    if lead := re.match(r" (?:that|which|(?:under|by|through) which) ", tail):
        return start, start + lead.end() - 1 + _clause_length(tail[lead.end() - 1 :])
    return start, start - 1 + _edge(sentence, start - 1, tail, 9 if tail.startswith(" between ") else 1)


def _right_edge(
    context: Context, sentence: Sentence, phrase: DocPhrase, following: DocPhrase | None, start: int
) -> int:
    """Where the title ends in the coded sentence."""
    coded = sentence.coded
    limit = min(len(coded), phrase.end + _LIMIT)
    if following is not None and (joint := _joined(coded[phrase.end : following.left])):
        limit = min(limit, phrase.end + joint.start())
    tail = coded[phrase.end : limit]
    if (price := _PRICE.match(tail)) and (clause := _CLAUSE.match(tail, price.end())):
        return phrase.end + clause.end() + _clause_length(tail[clause.end() :])
    if price and _RIGHT.match(tail, price.end()):
        return phrase.end + price.end() + _edge(sentence, phrase.end + price.end(), tail[price.end() :], 1)
    if (phrase.elliptic or start >= phrase.start) and (apposed := _ASIDE.match(tail)):
        items = _ITEMS.match(tail, apposed.end())
        return phrase.end + (items.end() if items and not _EDGE.search(items.group()) else apposed.end())
    if phrase.elliptic and not re.match(rf" (?:on|for|about|{TOPIC_LINK})\b", tail):
        return phrase.end + 2 + _clause_length(tail[2:])
    if amended := _AMENDED.match(tail):
        return phrase.end + amended.end() + _edge(sentence, phrase.end + amended.end(), tail[amended.end() :], 0)
    if given := _WITH_CLAUSE.match(tail):
        return phrase.end + given.end() + _clause_length(tail[given.end() :])
    if (
        tail.startswith(" in ")
        and not sentence.units[sentence.at(phrase.end + 4)].code
        and _is_name(context, sentence, phrase)
    ):
        return phrase.end
    if phrase.noun.startswith("order") and (ordered := _ORDERED.match(tail)):
        return phrase.end + ordered.end() + _edge(sentence, phrase.end + ordered.end(), tail[ordered.end() :], 0)
    if _RIGHT.match(tail):
        return phrase.end + _edge(sentence, phrase.end, tail, 9 if tail.startswith(" between ") else 1)
    if awaited := _AWAITED.match(tail):
        return phrase.end + awaited.end() + _edge(sentence, phrase.end + awaited.end(), tail[awaited.end() :], 0)
    if start < phrase.start or phrase.plural:
        return phrase.end
    if restricted := _RESTRICTED.match(tail):
        return phrase.end + restricted.end() + _clause_length(tail[restricted.end() :])
    if phrase.definite and not re.match(r" of D\d+", tail):
        return phrase.end
    if _SIGNED_BY.match(tail):
        return phrase.end
    if clause := _CLAUSE.match(tail):
        stop = re.search(
            rf" (?:[;:()]|\.|,(?! and )|{_MAIN}|, and [a-z]+ed|and(?= (?:witnessed|signed|saw|attended|watched|oversaw|exchanged|announced|met|held|agreed|inked|concluded|adopted|issued)\b)|who|while|but)(?= |$)",
            tail[clause.end() :],
        )
        return phrase.end + clause.end() + (stop.start() if stop else len(tail) - clause.end())
    return phrase.end


# "a protocol that Sánchez and Akhannouch signed here": who signed it, not what it is on
_SIGNED_BY = re.compile(
    r" (?:that|which) (?:the |their |both |two |its )*(?:[PCGH]\d+|presidents|leaders|governments|countries|states|sides|parties|[a-z]+ ministers|ministers|they)(?:(?: ,)?(?: and| of| the| both|,| its| their| his| her| [PCGHQ]\d+| [a-z]+ (?:minister|counterpart|colleague)s?))* (?:(?:had|have|has|jointly|then|later|also|just|D\d+) )*(?:signed|concluded|inked|initial(?:l)?ed|agreed|sealed|exchanged)\b"
)
_WITH_CLAUSE = re.compile(
    r" with [^,;:]{2,50}? (?:(?:that|which) (?:will |would )?(?!(?:is|was|has|does|its|this)\b)[a-z]{3,}s(?= (?:the|a|an|it|them|C\d|P\d|N\d|X\d|its|their|both|to|for|H\d)\b)|(?:under|by) which(?= (?:the )?[a-zCPG])|(?:giving|granting|allowing|enabling|providing) )"
)
_AWAITED = re.compile(
    r" (?:that|which) (?:had|has) (?:long |so long )?been (?:awaited|expected|planned|promised|negotiated|sought|needed|in the making)(?: since D\d+| for N\d+ years)? (?:for|on|to)(?= (?!D\d|N\d|months|years))"
)
_ORDERED = re.compile(r"(?: worth (?:[a-z]+ ){0,2}M\d+)? from (?:the )?(?:[a-zCPLA\d'-]+ ){1,5}?(?:for|to)(?= )")
_AMENDED = re.compile(
    r" (?:to|of|amending|supplementing) (?:the |its |their |an? )?(?:[a-z]+ )?(?:D\d+ )?(?:[a-z-]+ ){0,3}(?:agreement|treaty|convention|accord|memorandum|protocol|contract)(?: of D\d+)?(?= |$)"
)
_PRICE = re.compile(
    r" (?:of|for|worth|valued at) (?:[a-z]+ ){0,3}M\d+(?: (?:a|per) year)?(?: (?:over|for|spread over) (?:the next )?N\d+(?: (?:-|years|months))*| until D\d+)?"
)
# "the second, on mining, hydrocarbons and power, was signed"
_ITEMS = re.compile(
    r"(?: , (?!and )[a-zA\d'-]+(?: [a-zA\d'-]+){0,3})*?(?: , [a-zA\d'-]+(?: [a-zA\d'-]+){0,3})(?: ,)? and [a-zA\d'-]+(?: [a-zA\d'-]+){0,3}(?= ,)"
)
_ASIDE = re.compile(rf" , (?:on|for|about|{TOPIC_LINK}) [^,;:()]{{3,90}}(?= ,)")


def _clause_length(tail: str) -> int:
    """How far a main clause reaches: to strong punctuation or a new clause."""
    stop = re.search(
        rf" (?:[;:()\"]|\.|{_MAIN}|and(?= (?:witnessed|signed|saw|attended|watched|oversaw|exchanged|announced|met|held|agreed|inked|concluded|adopted|issued)\b)|(?:, )?and(?= others (?:on|for|about|to|concerning|covering)\b)|,(?= (?:and )?(?:another|one|the (?:other|second|third|fourth|last|latter))\b)|,(?= (?:while|who|which|according to|and [a-z]+ed|and (?:the )?[PCGLA]\d+|but)\b))(?= |$)",
        tail,
    )
    return stop.start() if stop else len(tail)


_APPOSED = re.compile(r" , [^,;:.]{2,40} , (?=on |for the |concerning |covering )")


def _edge(sentence: Sentence, at: int, tail: str, first: int) -> int:
    """The offset in `tail` of the first boundary, past commas that only part the items of a list."""
    while True:
        edge = _EDGE.search(tail, first)
        comma = tail.find(" , ", first)
        dash = _dash(sentence, at, tail, first)
        stop = min(x for x in (edge.start() if edge else len(tail), comma if comma >= 0 else len(tail), dash))
        if stop == comma and first == 9 and (apposed := _APPOSED.match(tail, comma)):
            first = apposed.end() - 1
            continue
        if stop == comma and (items := _LIST.match(tail, comma)) and not _EDGE.search(items.group()[3:]):
            first = items.end() - 1
            rest = _EDGE.search(tail, first)
            after = tail.find(" , ", first)
            return min(rest.start() if rest else len(tail), after if after >= 0 else len(tail))
        return stop


def _dash(sentence: Sentence, at: int, tail: str, first: int) -> int:
    """The offset of a dash with blanks around it (a hyphen inside a name is no boundary)."""
    for found in re.finditer(r" - ", tail[first:]):
        unit = sentence.units[sentence.at(at + first + found.start() + 1)]
        before = sentence.units[max(0, sentence.at(at + first + found.start() + 1) - 1)]
        if before.end != unit.start:
            return first + found.start()
    return len(tail)


def _joined(between: str) -> Match[str] | None:
    """The comma, "and" or the like (with a determiner) that parts two document phrases: the second is a document of its own."""
    if re.fullmatch(r" (?:on|about|concerning) [^;:.]* to (?:a |an |the )?", between):
        return re.search(r" to (?:a |an |the )?$", between)
    if gap := re.search(
        r" ,? ?(?:and|while) (?:(?:the|their|its|both) )?[^,;:]{3,60} (?:to|on|under) (?:a |an |the |N\d+ )*$", between
    ):
        return gap
    if gap := re.search(
        r"(?: ,)?(?: and|,) the (?:renewal|extension|signing|conclusion|exchange|ratification|initial(?:l)?ing|revision|adoption|prolongation) of (?:the |a |an |their |its )?$",
        between,
    ):
        return gap
    if gap := re.search(
        r" (?:and|but) (?:then |also |later )?(?:[a-z]+ed|began|begun|saw) (?:[a-z]+ing )?(?:(?:a|an|the|another|one|its|their) )*$",
        between,
    ):
        return gap
    return re.search(
        r" (?:, and|and|,|as well as|or|;|together with) (?:(?:of|a|an|the|another|one|its|their|also|N\d+|with|,|A\d+) )*$",
        between,
    )


SUM = re.compile(
    r"[$€£¥₹]\s?\d[\d.,]*(?:\s?(?:million|billion|trillion|bn|mn|m))?|\b\d[\d.,]*\s?(?:million|billion|trillion|bn|mn)?\s?(?:us |u\.s\. )?(?:euros?|dollars?|yen|yuan|rupees?|roubles?|rubles?|pounds?|francs?|krona|kronor|kroner|crowns|liras?|won|riyals?|dirhams?|tenge|zlotys?|usd|eur|jpy|cny)\b"
)


# "programme of 2024-2026", "cooperation plan for 2025"
_OF_YEARS = re.compile(
    r"\d{4} ?[-–/] ?\d{2,4}|(?i:^(?:(?!on |the )[\w-]+ ){0,3}(?:plan|programme|program|schedule)\b[^,;]{0,30} for (?:the (?:next )?year )?\d{4}\b)"
)


def identifies(title: str) -> bool:
    """True where a title says more than that there is a document."""
    return bool(_OF_YEARS.search(title)) or any(
        w not in STOP_TITLE and w not in _PLAIN and not w.isdigit()
        for w in re.findall(r"[^\W_]+", SUM.sub(" ", title.lower()))
    )
