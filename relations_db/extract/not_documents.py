"""Words that look like documents and are none: verbs, plans of one side, understandings, compounds, stocks of earlier papers."""

from __future__ import annotations

from re import Match

from relations_db.extract.topic_links import TOPIC_LINK
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

DETERMINERS = frozenset(
    "the a an this that these those its their his her our any some no each every both another such one 's".split()
)
NOT_LEFT = frozenset(
    "of in on at by for with from to into under upon after before during between among against through via over as than and or but that which who whom whose when while where what if"
    " • · * o is are was were be been being has have had do does did will would shall should may might can could must not"
    " it its he she they them we you i there here then this that these those the a an his her their our my your any some no each every both all such another either neither one"
    " signed inked sign ink signing adopted adopt adopting concluded conclude exchanged issued issue approved approve endorsed released published announced announce produced produce initialled initialed"
    " sealed reached saw include includes included including comprise comprises comprised comprising contain contains contained concern concerns cover covers yielded brought agreed finalised finalized negotiated negotiating discussed discuss discussing renewed extended ratified entered named called"
    " strike strikes struck clinch clinched land lands landed get gets got won wins seal seals secure secures secured eye eyes mull mulls"
    " also then only just even still already yet so like worth per".split()
)
_UNCERTAIN = frozenset(
    "plan plans program programme programs programmes strategy concept arrangement arrangements texts papers lease instruments charter acts understanding understandings entente convention".split()
)
_BARE_VERB = frozenset(
    "deal deals plan plans contract contracts lease accord accords program programs concept memo strategy pact".split()
)
_VERBAL = re.compile(
    r"\b(?:sign|signed|signs|signing|ink|inked|initialled|initialed|conclu[a-z]+|exchang[a-z]+|adopt[a-z]*|endors[a-z]+|approv[a-z]+|joint|cooperation|action|implementation|executive|bilateral|work|put|N\d+|D\d+|agreed|"
    r"undertake|touch|touching|lay|table|drafted|framework|pertain|cover|relate|concern|include|deal|cooperat[a-z]+|mutual|of)\b"
)
GATES = {
    "notes": re.compile(r"exchang\w+ (?:of )?(?:the |diplomatic |verbal )*\||\| (?:[a-z]+ )*?(?:were|was|have been|had been) exchanged"),
    "letters": re.compile(r"exchang\w+ (?:of )?(?:the |diplomatic |official |N\d+ )*\||\| (?:[a-z]+ )*?(?:were|was|have been|had been) exchanged"),
    "minutes": re.compile(r"\b(?:sign\w*|initial\w*|adopt\w*|approved|signing of|signature of|namely|includ\w+|under|beneath|,|and) (?:the |agreed |joint )*\|"),
    **dict.fromkeys(("decision", "regulation", "statute", "resolution", "directive", "revision"), re.compile(r"\b(?:sign(?:ed|s|ing)?|signatures? (?:to|of|under)|names? to|inked) [^;:.]{0,80}\ba (?:joint )?\|(?= (?:on|of cooperation|(?:of|to) (?:the|their|its))\b)|\ba (?:joint )?\| (?:on|of) [^;:.]{0,90} (?:was|were|is to be|will be) signed\b")),
    **dict.fromkeys(
        ("order", "orders"),
        re.compile(
            r"\b(?:won|wins|win|winning|secured?s?|landed|lands|clinched|clinches|bagged|booked) (?:(?:an?|the|another|new|its|two|N\d+|firm|-|worth|[a-z]+) ){0,4}(?:M\d+ (?:- )?(?:[a-z-]+ ){0,2}\||\|(?= (?:worth|valued|from (?:[a-zCPLA\d'-]+ ){1,5}?(?:for|to build|to supply|to deliver)|for N\d+)\b))"
        ),
    ),
    **dict.fromkeys(
        ("loan", "credit", "grant", "credit facility", "loan facility"),
        re.compile(
            r"\b(?:(?:sign\w*|ink\w*)(?: off)?(?: on)?|formali[sz]ed|(?:grant(?:ed|s)|extend(?:ed|s)|gave|gives|offered|provided|provides)(?: (?:to )?(?:the )?(?:[a-z]+ (?:of )?(?:the )?)?[CLA]\d+(?: (?:'s )?[a-z]+){0,2}(?= (?:a|an|the|another|M\d+) ))?|agreed (?:on|to)|approved|secured|obtained|opened|concluded|announced|and|,|are|were) (?:a |an |the |another |new |soft |concessional |preferential |[A-Z]+\d+ )*\||\b(?:a|the|an) D\d+ (?:[a-z]+ ){0,2}\|"
        ),
    ),
}  # fmt: skip


_SIGNED_STATEMENT = re.compile(
    r"\b(?:sign|signed|signs|inked|signing of|signature of) (?:a |an |the |their )?(?:[a-z-]+ ){0,2}\|| ?\|(?: [a-z]+ [^,;:]{1,60})?(?: ,)? (?:which was |that was )?signed by (?:the )?[PCGA]\d+"
)
TOLD = r"(?:said|say|condemn(?:ed)?|welcom(?:e|ed)|urged?|warn(?:ed)?|stress(?:ed)?|call(?:ed)? (?:for|on)|announced?|declared?|pledged?|agreed?|expressed?|reaffirm(?:ed)?|reiterated?|vow(?:ed)?|voiced|undertook|undertake|promised?|demand(?:ed)?|reject(?:ed)?|underlined?|underscored?|affirm(?:ed)?|confirm(?:ed)?|noted?|praised?|discussed?|reviewed?|hailed?|recalled?|opposed?|commit(?:ted)?|emphasi[sz]ed?|regret(?:ted)?|support(?:ed)?|appeal(?:ed)?|insist(?:ed)?|acknowledged?|denounced?|deplored?|outlined?)"
_MANY = re.compile(
    r"(?:the )?(?:[a-z]+ ){0,2}(?:ministers|presidents|leaders|premiers|heads of (?:state|government)|rulers|kings|chancellors|secretaries)\b"
)
_TWO = r"(?:P\d+(?: of (?:the )?C\d+)?(?: ,)? and (?:the )?(?:[CG]\d+ 's )?P\d+|(?:the )?[CL]\d+(?: , (?:the )?[CL]\d+)*(?: ,)? and (?:the )?[CL]\d+|(?:the )?P\d+ , (?:the )?P\d+(?: ,)?(?: (?:and )?(?:the )?P\d+)?)"
BOTH = rf"(?:G\d+|{_TWO})"
_ONE_TEXT = (
    r"(?:a|their|one|the) (?:(?:joint|short|brief|common|strong|rare|single|lengthy|written|late-night|similar) )?"
)
_SAID_BY_BOTH = re.compile(
    rf"\b{BOTH}(?: (?:on D\d+|D\d+|of (?:the )?C\d+|-|,|also|both|jointly|have|had|later|then))* {TOLD} (?:(?!, (?:the|an?|Q\d+|[AC]\d+ 's) (?:[a-zA\d'-]+ ){{1,4}}{TOLD})[^;:]){{0,90}}\bin {_ONE_TEXT}$"
)
_SAID_BY_SOME = re.compile(_SAID_BY_BOTH.pattern.replace(BOTH, r"(?P<who>P\d+)"))
# "Qatar and Egypt released a statement": one text of both
_ISSUED_BY_BOTH = re.compile(
    rf"\b(?:{_TWO}|(?P<who>G\d+))(?: (?:on D\d+|D\d+|of (?:the )?C\d+|,|also|both|jointly|have|had|later|then))* (?:issued|released|published|put out|made public|adopted|agreed(?: on)?|came out with|settled (?:for|on)) {_ONE_TEXT}$"
)
_NUMBERED = re.compile(r"\b(?:two|both|three)\b")
_IN_IT_BOTH = re.compile(
    rf"\b(?:in|through|according to) {_ONE_TEXT}\|(?: [^;:\"]{{0,70}}?)? , (?:the )?{BOTH}[^,;:]{{0,40}} {TOLD}\b"
)
_BY_BOTH = re.compile(rf"\|(?: issued| released| signed| published)? by (?:the )?{BOTH}")


def _of_both(sentence: Sentence, before: str, after: str) -> bool:
    """True for a statement of two sides: signed, by both, or the one in which both say something."""
    near = f"{before[-60:]}|{after[:140]}"
    if (some := _SAID_BY_SOME.search(before[-200:])) and _MANY.match(sentence.unit(some.group("who")).word):
        return True
    if issued := _ISSUED_BY_BOTH.search(before[-200:]):
        return bool(_NUMBERED.search(sentence.unit(issued.group("who")).word)) if issued.group("who") else True
    return bool(
        (_SIGNED_STATEMENT.search(near) and not re.search(r"\b(?:the|this|that) (?:[a-z]+ )?$", before))
        or _SAID_BY_BOTH.search(before[-200:])
        or _IN_IT_BOTH.search(near)
        or _BY_BOTH.search(near)
    )


_ON_A_PAPER = re.compile(
    r" (?:on|about|to sign|over) (?:the |an? )(?:[a-z-]+ ){0,4}(?:treaty|declaration|joint statement|memorandum|pact)\b"
)


_NEW_PAPER = re.compile(
    rf"\b(?:an?|another|one) (?:(?:[a-z]+ )?(?:N\d+(?: -)?|new|short|joint|legal|formal|bilateral|separate|further|second|third|[a-z]+-page) )*\|(?: ,)? (?:on (?!D\d)|{TOPIC_LINK}|about|under which|by which|for the|for [a-z]+|dealing|covering|to (?:set|establish|build))"
)
_FRAMED = re.compile(
    r"\|(?: (?:for|on|of)\b[^;:.,]{0,60})? , (?:signed|concluded|inked|initialled|agreed)\b|\b(?:agreement|treaty|memorandum|accord|protocol|pact|deal|declaration|contract|roadmap)s?\b[^;:.]{0,130} and (?:an?|the) (?:[a-zA\d-]+ ){0,3}\||\b(?:sign(?:ed|s|ing)?|ink(?:ed)?|conclud(?:ed|e|es)|conclusion of|sealed|initialled|exchang(?:ed|e|ing)|agreed on) (?:of )?(?:an? |the |their |N\d+ )?(?:[a-zDA\d-]+ ){0,4}\||\|(?: [a-z]+){0,6} (?:was|were|is to be|will be|has been|are to be) (?:signed|inked|concluded|exchanged)"
)
_OF_MANY = re.compile(r"\b(?:coalition|(?<!civil )(?<!civilian )nuclear|climate|budget|un|gentlemen 's) $")
_KNOWN = re.compile(r"\b(?:nuclear|tax|arms control) $")


_LISTED = re.compile(
    r"\b(?:concluded|sealed) an? (?:[a-z-]+ ){0,2}$|\b(?:sign|ink|initial)(?:ed|s|ing)?\b[^;:.]{0,80} (?:an?|the) (?:[a-z-]+ ){0,2}$|\b(?:(?:G\d+|they|these|those|(?:papers|documents|agreements|accords|texts|memoranda|instruments)) includ(?:e|ed|ing)|among (?:them|G\d+)(?: (?:is|are|was|were))?) (?:[^;:.]* and )?(?:an?|the) (?:[a-z-]+ ){0,2}$"
)


# "an agreement on fuel and a plan for the port"
_BESIDE = re.compile(
    r"\b(?:agreement|treaty|memorandum|memo|mou|accord|protocol|pact|declaration|contract|roadmap|understanding|intent)\b(?:(?! to be | that )[^;:.]){0,90} and (?:an?|one) (?:[a-zA\d-]+ ){0,3}$"
)
# "broke protocol to receive", "since protocol demands it": manners, not a paper
_BROKEN = re.compile(
    r"\b(?:br(?:oke|eaks?|eaking|oken)|defy(?:ing)?|defied|ignor(?:ed|es|ing)|follow(?:ed|s|ing)?|observ(?:ed|es|ing)|departs? from|departed from|breach of|despite|against|outside|since|because|as|where|than|normal|usual|strict|court|palace|royal|military|security|health|sanitary|honou?rs|by|with|per) (?:all |strict |normal |usual |court |diplomatic )?$"
)
_OFFICE = re.compile(
    r" (?:people|officers?|officials?|staff|service|department|division|chiefs?|reasons?|team|matters?|rules?)\b"
)
_DEMANDS = re.compile(
    r" (?:demand|requir|reserv|dictat|prescrib|forb[ia]d|allow|call|oblig|permit|provid)(?:s|ed|es)\b"
)


def _is_etiquette(before: str, after: str) -> bool:
    """True for a bare "protocol" that means the manners of a visit."""
    return bool(
        _OFFICE.match(after)
        or _BROKEN.search(before)
        or (re.search(r"[a-z] $", before) and _DEMANDS.match(after) and not _DET.search(before))
    )


_OF_A_KIND = re.compile(
    r" of (?:the same|this|that|such a|a similar|any|every|either) (?:kind|sort|type|nature|order)\b"
)
# "has extended credit to its neighbour"
_UNCOUNTED = re.compile(
    r"\b(?:extend(?:ed|s)?|gave|gives|given|grant(?:ed|s)|offer(?:ed|s)|provid(?:ed|es)|obtain(?:ed|s)|secur(?:ed|es)|and|,|are|were) $"
)
_DET = re.compile(r"\b(?:the|an?|this|that|their|its|N\d+|another|one) (?:[a-zA\d-]+ )*$")
_ARRANGED = re.compile(
    r" (?:to [a-z]+|for (?:the |his |her |its |their |an? )?(?:[a-z]+ )?(?:visit|signing|meeting|summit|talks|trip|conference))\b"
)
_HEADLINED = re.compile(
    r"\b(?:sign|ink|seal|clinch|strike|reach|conclude|announce)(?:s|es)? (?:new |landmark |historic |major )?$|\bstruck $"
)


# "a framework loan agreement"
_OF_A_PAPER = re.compile(r" (?:[a-z-]+ ){1,2}(?:agreement|contract|treaty|accord|pact|deal|memorandum|arrangement)\b")


def _is_consent(before: str) -> bool:
    """True for "in agreement" and "by mutual understanding": a state of mind."""
    found = re.search(
        r"\b(?:in|by (?:mutual|common|joint|amicable|tacit|reciprocal)|by|a great|good|great|broad|mutual|better|full|little|much|some|wide|universal|reach an?|come to an?|came to an?|of) $",
        before,
    )
    return bool(found) and not re.search(
        r"\b(?:signing|conclusion|signature|adoption|exchange|text|draft) of $", before
    )


def _is_framework(sentence: Sentence, before: str, after: str) -> bool:
    """True for a framework that is signed, or an item of a list: "a framework for trade" below "They signed:"."""
    if _OF_A_PAPER.match(after):
        return False
    item = sentence.bullet and re.fullmatch(r"(?:an? |the )?(?:[a-z-]+ ){0,3}", before)
    return bool(item or _FRAMED.search(f"{before[-150:]}|{after[:50]}"))


def not_a_document(sentence: Sentence, noun: str, match: Match[str], left: int, many: bool) -> bool:
    """True where a noun at `match` names no document; its group starts at `left`, `many` says that it is a plural."""
    before, after = sentence.coded[: match.start()], sentence.coded[match.end() :]
    if _OF_A_KIND.match(after):
        return True
    if noun == "statement" and not _of_both(sentence, before, after):
        return True
    if noun in ("agreement", "deal", "accord", "consensus") and _ON_A_PAPER.match(after):
        return True
    group = sentence.coded[left : match.start()]
    if noun in ("document", "paper", "text", "instrument") and not _NEW_PAPER.search(f"{before[-40:]}|{after[:40]}"):
        return True
    if noun in ("framework", "frameworks") and not _is_framework(sentence, before, after):
        return True
    if noun in _BARE_VERB and _is_verb(before, left == match.start(), many):
        return True
    about = re.match(r" (?:on (?!D\d)|of cooperation)", after)
    if noun in ("programme", "program", "plan") and re.search(r"\bon the (?:[a-z]+ )?$", before):
        return True
    if noun.startswith("arrangement") and _ARRANGED.match(after):
        return True
    if noun in _UNCERTAIN and not about and not _VERBAL.search(before[-60:] + " | " + after[:60]):
        return True
    if noun in ("plans", "understanding", "deal", "agreement") and _is_consent(before):
        return True
    if (
        noun in ("plans", "plan", "programme", "programmes", "program", "programs")
        and not re.search(
            r"\b(?:cooperation|action|joint|bilateral|mid-term|medium-term|exchanges?|executive|implementation|year|of (?:action|cooperation|measures|work|bilateral|joint|exchange|consultations?)|D\d+|work)\b",
            group + after[:40],
        )
        and not _LISTED.search(before)
        and not (_BESIDE.search(before) and re.match(r" (?:for|of|on|to) ", after))
    ):
        return True
    if noun == "protocol" and (
        re.search(r"\b(?:state|diplomatic|chief of|head of|ministry|of) $", before) or _is_etiquette(before, after)
    ):
        return True
    if noun in ("credit", "loan", "grant") and not many and _UNCOUNTED.search(before):
        return True
    if noun == "charter" and left == match.start() and re.search(r"\b(?:to|will|would|and|or) $", before):
        return True
    if noun == "convention" and re.search(r"\b(?:association|party|industry|annual|national|trade) $", before):
        return True
    if noun == "declaration" and re.match(r" of (?:war|independence|victory|emergency|income|love)", after):
        return True
    if noun in ("communique", "declaration", "charter") and re.search(
        r"\b(?:customs|constitutional|income|tax|un|united nations) $", before
    ):
        return True
    if _OF_MANY.search(before) and noun in ("plan", "agreement", "deal", "treaty", "accord", "pact"):
        return True
    if _KNOWN.search(before) and noun in ("plan", "agreement", "deal", "treaty", "accord", "pact"):
        new = re.search(r"\b(?:an?|another|one|their|its|N\d+|signed|inked) (?:[a-z-]+ ){1,3}$", before)
        return not new and not re.match(r" (?:between|with|that|of D\d|signed) ?", after)
    return _existing(noun, before, after)


_AFTER_DETERMINER = re.compile(rf"\b(?:{'|'.join(d for d in DETERMINERS if d[0] != chr(39))}|Q\d+|'s) $")


def _is_verb(before: str, bare: bool, many: bool) -> bool:
    """True for "deals" of "it deals with", "plan" of "they plan": words for papers that are verbs as well."""
    if many:
        return bool(re.search(r"(?:[GPCHL]\d+|\b(?:it|they|who|which|that|also|mainly|mostly)) $", before))
    if before.endswith("s that "):
        return True
    return bare and not (
        not before or before.endswith((": ", "- ")) or _HEADLINED.search(before) or _AFTER_DETERMINER.search(before)
    )


def _existing(noun: str, before: str, after: str) -> bool:
    """Compounds that only hold a document noun, and stocks of earlier papers."""
    if re.match(r" (?:agreement|contract|deal|accord|protocol|treaty|memorandum|pact|arrangement)s?\b", after):
        return True
    if noun == "instruments" and re.match(
        r" (?:of (?:ratification|accession|acceptance|approval)|(?:bringing|putting|giving))\b", after
    ):
        return True
    if re.match(r" (?:force|makers?|council|bank|party|day|award|broke down|papers|body|offices?)\b", after):
        return True
    return noun in ("documents", "papers", "agreements", "deals", "treaties", "accords") and bool(
        re.search(
            r"\b(?:existing|earlier|previous|previously|current|past|legal|basic|founding|older|ratification|such|identity|travel|official|other countries ') (?:[a-z]+ )?$",
            before,
        )
    )


_TOPIC = re.compile(
    r" (?:on|for|concerning|regarding|about|covering) (?:(?!and |or |as |with )[a-z'-]+ ){1,5}(?:of|in|for|from) (?:the )?"
)


def is_topic(coded: str, low: int, high: int) -> bool:
    """True where a noun at `high` belongs to what the paper that ends at `low` is on: "an agreement on the exchange of radio programmes"."""
    return _TOPIC.fullmatch(coded, low, high) is not None
