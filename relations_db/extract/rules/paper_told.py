"""Documents that no verb of signing makes: entries of a chronicle, quoted statements, dated and fully named papers, new ones in plain narrative."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.act_words import VERB
from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.not_documents import BOTH, TOLD
from relations_db.extract.rules.paper_years import ANNIVERSARY
from relations_db.extract.rules.titles import identifies
from relations_db.extract.topic_links import TOPIC_LINK
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around
from relations_db.values import Status

_VOICE = re.compile(r"^(?:joint (?!press)|common|leaders ' )")
_SPEAKS = re.compile(
    r"(?: (?:issued|released|published|put out|adopted)[^,;:]{0,50}| on D\d+| D\d+)? (?:also )?(?:sp(?:oke|eaks) of|said|says|condemn(?:s|ed)|welcom(?:es|ed)|call(?:s|ed) (?:for|on)|stress(?:es|ed)|reaffirm(?:s|ed)|reiterat(?:es|ed)|not(?:es|ed)|express(?:es|ed)|praised?s?|mention(?:s|ed)|runs? to|quot(?:es|ed)|record(?:s|ed)|reads|list(?:s|ed)|confirm(?:s|ed)|announce[sd]|declare[sd]|underlin(?:es|ed)|underscor(?:es|ed)|outlin(?:es|ed)|recall(?:s|ed)|recogni[sz](?:es|ed)|envisag(?:es|ed)|provide[sd]|contain(?:s|ed)|describe[sd]|commit(?:s|ted)|pledge[sd]|promise[sd]|set(?:s)? out|hail(?:s|ed)|(?:is|was) silent|mak(?:es|ing) no mention|made no mention|avoid(?:s|ed)|omit(?:s|ted))\b"
)
_OF_ONE = ("a", "the", "their", "this", "")
_NEW = frozenset("memorandum mou protocol agreement accord treaty roadmap contract pact moc".split()) | {
    "memorandum of understanding",
    "memorandum of cooperation",
    "letter of intent",
    "declaration of intent",
    "action plan",
    "cooperation plan",
    "plan of action",
}
_NEW_PLURAL = frozenset(
    "agreements accords documents memoranda memorandums mous protocols contracts papers".split()
) | {"memoranda of understanding", "memorandums of understanding"}
_IN_IT = re.compile(
    r"(?:^|[;,] |\b(?:and|that) )(?:in|through|with|by|according to) (?:a|an|the|their|this|one) (?:[a-z-]+ |N\d+ - [a-z]+ )*$"
)
_THEY_SAY = re.compile(rf"(?: [^;:,\"]{{0,70}}?| , [^;:,\"]{{3,50}})?(?: ,)? (?:the )?{BOTH}[^,;:]{{0,50}} {TOLD}\b")
_HEADS = re.compile(r" (?:by|of|from|issued|between|on the occasion of) ")
_WANTING = r"(?:is|was|are|were) (?:long |now |also |still |highly |very |much |urgently |[a-z]+ly )*(?:overdue|desirable|necessary|needed|possible|important|essential|useful|(?:within|out of|beyond) (?:reach|sight)|unlikely|likely|vital|far off|dead|missing|lacking|a (?:must|priority|question|matter))"
_NOT_NEW_AFTER = re.compile(
    rf" (?:(?:(?! (?:that|which|who|whom|whose) )[^;:.]){{0,60}} )?(?:in force|(?:is|are) to|(?:that |which )?lie|exist|unite|link|bind|govern|underpin|{_WANTING}|between (?:the )?B\d+|with (?:the )?B\d+|would|could|might|may|will|should|since D\d+|has yet|remains|is being)\b"
)
_APART = re.compile(r"\b(?:apart from|besides|instead of|aside from|except|beyond) (?:the |a )?$")
_REFUSED = re.compile(
    r"\b(?:failed|refused|declined|unable|unwilling|stopped short|fell short|failing|could not|cannot|did not|do not|does not|not able|has yet|have yet|instead of|rather than)\b[^,;:]{0,50}$"
)
_YEAR_BEFORE = re.compile(r"(?:[a-z]+ ){0,2}D\d+ (?:treaty|pact|accord|joint declaration|declaration)\b")
_CALLED = re.compile(
    r"\bin what (?:is|was|has|would|became|came)\b[^;:,]{0,30}\b(?:called|known as|named|be|dubbed|termed) (?:the |a )?(?:\" )?$"
)
_SAID_IN = re.compile(
    r"(?<!not )(?:\b(?:called for|urged|call for|proposed|offered|called on|warned|pledged|promised|vowed|agreed|hoped|wished|asked)\b[^;:]*) in (?:a|an|their) $"
)
# "the two presidents agreed in a Carthage Declaration that ..."
_AGREED_IN = re.compile(
    r"(?:[PGC]\d+|they) (?:, )?(?:have |has |had )?(?:also )?(?:agreed|undertook|pledged|committed themselves|reaffirmed|declared|resolved)(?: [^,;:]{1,60})? in (?:an?|their) (?:\" )?(?:[a-z]+ |[KL]\d+ ){0,2}$"
)
MODAL = re.compile(
    r"\b(?:await\w*|will|would|shall|may|might|could|should|if|unless|wants?|hopes?|proposed|suggested|needs?|ready|plans?|planned|not|no|never|nobody|intends?|expects?|expected|discuss\w*|negotiat\w*|so that|earlier|previously|had|since)\b"
)
FINITE = re.compile(r" (?:is|are|was|were|has|have|had|will|would|said|says|signs?|signed|adopt\w*|issued?) ")


_NOTHING = re.compile(r"\b(?:signed|concluded|inked) (?:nothing|no (?:other|more|further)|only)\b")
_BOUND = re.compile(
    r"\b(?:(?P<had>had )|(?P<plan>to be |will be )|(?:[a-z]+ )??)(?:[a-z]+ )?(?:(?:joined|linked|bound|tied|united|governed|regulated|covered|connected|formali[sz]ed|cemented|sealed|settled|fixed|drawn|delimited|demarcated|resolved|(?:summed up|recorded|enshrined|set out|embodied|laid down|put down) (?=in)|set up) (?:by|in)|(?:replaced|superseded|supplanted|succeeded|supplemented|complemented)(?: (?:in|on) D\d+)? by|(?:agreed|decided|settled|undertook|pledged) ,? ?by(?: way of)?|(?:formali[sz]|cement|codif|consolidat)(?:ed|es|ied) [^;:,]{5,90}? (?:with|by|in|through)) (?:an?|another) (?:new )?$"
)


def is_entry(context: Context, sentence: Sentence, phrase: DocPhrase) -> bool:
    """True for the telegraphic style of chronicles: "17.03.1977. Agreement on economic cooperation." """
    coded = sentence.coded
    if phrase.det == "no":
        return False
    begin = max(coded.rfind(" ; ", 0, phrase.left), coded.rfind(" : ", 0, phrase.left)) + 1
    head = coded[begin : phrase.left]
    if (
        FINITE.search(coded[begin:])
        or VERB.search(head)
        or not re.fullmatch(
            r"(?:[;:] )?(?:(?:D|L|N)\d+ [,.:-]? ?)*(?:[a-z ]{0,30} , )?(?:a |an |the )?(?:[a-z]+ )?", head
        )
    ):
        return False
    entry = context.entry_date(sentence.index)
    dated = bool(context.dates_in(sentence)) and context.heading_year(sentence.index) is not None
    return dated or (entry is not None and entry.date is not None)


_BY_SOURCE = re.compile(r"\b(?:according to|as (?:stated|set out|announced) in) (?:an?|their) (?:[a-z]+ )?$")
_SOURCE_SAID = re.compile(
    r"(?: (?:issued|released|published)[^,;:]{0,50})? (?:said|says|added|read|announced)(?: (?:on )?D\d+)?(?= (?:[.,;]|after|following|on|at|as)|$)"
)


def _is_source(sentence: Sentence, phrase: DocPhrase) -> bool:
    """True for "they will open an air link, according to a joint statement" and "..., a joint statement said": what is to come is said in it."""
    if not _VOICE.search(phrase.noun) or phrase.plural or phrase.det not in ("a", "an", "their", ""):
        return False
    if re.search(r"\bdraft ", sentence.coded[phrase.left : phrase.start]):
        return False
    return bool(_BY_SOURCE.search(sentence.coded[: phrase.start]) or _SOURCE_SAID.match(sentence.coded, phrase.end))


def other_act(sentence: Sentence, phrase: DocPhrase, title: str, stretch: tuple[int, int]) -> Act | None:
    """A joint statement that is quoted, a document told with its date, or one that the text only tells to be there."""
    coded = sentence.coded
    outer = around(sentence, phrase.start, phrase.end).status
    if outer is not Status.DONE and phrase.det == "the" and _YEAR_BEFORE.match(coded[phrase.left :]):
        return Act(Realis(Status.DONE, background=True), "dated", phrase.start, "mention")
    if outer is not Status.CANCELLED and ANNIVERSARY.search(coded[: phrase.left]):
        return Act(Realis(Status.DONE, background=True), "anniversary", phrase.start, "mention")
    named = phrase.det == "the" or (phrase.det == "" and title[:1].isupper() and identifies(title))
    if outer in (Status.PLANNED, Status.PROPOSED, None) and named and _of_year(sentence, stretch[1]):
        return Act(Realis(Status.DONE, background=True), "dated", phrase.start, "mention")
    if (
        outer is not None
        and not phrase.definite
        and not phrase.plural
        and (bound := _BOUND.search(coded[: phrase.left]))
    ):
        status = Status.PLANNED if bound.group("plan") else Status.DONE
        old = bool(bound.group("had") or _IN_PLACE.search(coded[: phrase.left]))
        return Act(Realis(status, old and status is Status.DONE), "told", phrase.start, "told")
    if phrase.elliptic or outer is None:
        return None
    if outer is not Status.CANCELLED and _is_source(sentence, phrase):
        return Act(Realis(Status.DONE), "voice", phrase.start, "voice")
    if outer is not Status.DONE and not _SAID_IN.search(coded[: phrase.left]):
        return _told(sentence, phrase, title, stretch[1])
    if phrase.declaration and not phrase.plural and _AGREED_IN.search(coded[: phrase.start]):
        return Act(Realis(Status.DONE), "voice", phrase.start, "voice")
    if _CALLED.search(coded[: phrase.left]) and phrase.declaration:
        return Act(Realis(Status.DONE), "called", phrase.start, "told")
    if _APART.search(coded[: phrase.left]) and _NOTHING.search(coded, phrase.end):
        return Act(Realis(Status.DONE), "signed", phrase.start, "told")
    if _APART.search(coded[: phrase.left]) or _REFUSED.search(coded[: phrase.left]):
        return None
    if " press " in phrase.noun and re.search(r"\b(?:in|at|during) (?:a|an|the|their) $", coded[: phrase.start]):
        return None  # two people at microphones
    if _VOICE.search(phrase.noun) and (phrase.det in ("a", "an") or identifies(title)) and not phrase.plural:
        return Act(Realis(Status.DONE), "voice", phrase.start, "voice")
    if (
        (phrase.noun.endswith("communique") or (_VOICE.search(phrase.noun) and not phrase.plural))
        and phrase.det in _OF_ONE
        and _SPEAKS.match(coded, phrase.end)
    ):
        return Act(Realis(Status.DONE), "voice", phrase.start, "voice")
    if (
        phrase.declaration
        and not phrase.plural
        and _IN_IT.search(coded[: phrase.left])
        and _THEY_SAY.match(coded, phrase.end)
    ):
        return Act(Realis(Status.DONE), "voice", phrase.start, "voice")
    if phrase.declaration and phrase.left == 0 and _HEADS.match(coded, phrase.end) and not FINITE.search(coded):
        return Act(Realis(Status.DONE), "voice", phrase.start, "voice")
    if not phrase.plural and _dated(sentence, phrase, stretch):
        return Act(Realis(Status.DONE, background=True), "dated", phrase.start, "mention")
    if _stands(sentence, phrase, title):
        return Act(Realis(Status.DONE, background=True), "stands", phrase.start, "mention")
    return _told(sentence, phrase, title, stretch[1])


_NEVER = re.compile(
    r"\b(?:existing|legal|base|basis|without|than|against|like|as|(?:notion|idea|prospects?|possibility|question|dream|talk|hopes?|lack|draft|details|text) (?:of|for)|lack of|absence of|instead of|towards?|rumou?r\w*|case|model|version|parts?|terms?|provisions?|need(?:s|ed)?(?: for)?|no|not) (?:an? |another |the |its |their )?(?:[a-z-]+ ){0,2}$"
)
_NO_OBJECT = re.compile(
    r"\b(?:over|about|between|violat\w+|breach\w*|br(?:oke|eaks?|eaking|oken)|disput\w*|fak(?:ed?|ing)|doubt\w*|fear\w*|(?<!virtue )(?<!form )(?<!shape )(?<!result )(?<!exchange )(?<!signing )(?<!conclusion )(?<!signature )of) (?:an? (?!second|third|further|separate)|another )(?:[a-z-]+ ){0,2}$"
)
_UNREAL = re.compile(
    rf" (?:[^;:.,]{{0,60}} )?(?:in (?:mind|question|dispute|doubt|tatters|ruins)|exists? only|made impossible|came up|{_WANTING})\b"
)
_ABOUT = re.compile(
    rf" (?:on(?! D\d)|{TOPIC_LINK}|(?:under|by) which|for the|waiving|abolishing|establishing|to [a-z]+) "
)
_PLAIN_NEW = _NEW | {
    "arrangement",
    "plan of cooperation",
    "loan",
    "grant",
    "exchange of notes",
    "exchange of letters",
    "plan",
    "programme",
    "document",
}


_STOCK = re.compile(
    r"\b(?:join|joins|joined|add(?:ed|s)? to|consist\w* of|compris\w+|contain\w*|count\w*|number\w*|(?:bound|linked|united|governed) by|part(?:y|ies) to|in|under|have|has|had) (?:(?:some|over|about|more than|nearly|almost|no fewer than|at least) )*(?:N\d+ )?$"
)


# "a pact, backed by both premiers, would open markets", "are holding talks since June on a pact"
_WOULD_DO = re.compile(r"(?: , [^;:\"]{3,80} ,)? (?:would|could|might|should)\b")
_TALKS_ON = re.compile(
    r"\b(?:talks|negotiations|discussions|negotiating|discussing)(?: (?:since|in|for|with|between|and|the|at|on) ?[A-Z]\d+| [a-z]+){0,5} (?:on|about|over) an? (?:[a-z-]+ ){0,3}\Z"
)


def _told(sentence: Sentence, phrase: DocPhrase, title: str, stretch_end: int) -> Act | None:
    """A paper with a subject of its own that no known verb governs, as its clause tells it: done, planned, only wished for."""
    before = sentence.coded[: phrase.left]
    outer = around(sentence, phrase.start, phrase.end)
    if phrase.elliptic or phrase.declaration or outer.status is None or _NEVER.search(before):
        return None
    if phrase.plural:
        new = phrase.counted and phrase.count is not None and phrase.noun in _NEW_PLURAL and not phrase.definite
        stock = _STOCK.search(before) or _NOT_NEW_AFTER.match(sentence.coded, phrase.end)
        told = new and not stock and not before.count('"') % 2 and outer.status in (Status.DONE, Status.PLANNED)
        return Act(outer, "told", phrase.start, "told") if told else None
    if (
        phrase.noun not in _PLAIN_NEW
        or not identifies(title)
        or re.search(r"\b(?:standing|existing|old|next) ", sentence.coded[phrase.left : phrase.start])
    ):
        return None
    done = outer.status is Status.DONE
    if done and (_NO_OBJECT.search(before) or _UNREAL.match(sentence.coded, phrase.end)):
        return None
    if (
        done
        and phrase.det in ("a", "an")
        and (_WOULD_DO.match(sentence.coded, stretch_end) or _TALKS_ON.search(before))
    ):
        return Act(Realis(Status.PROPOSED), "told", phrase.start, "told")
    known = phrase.det not in ("a", "an", "another", "one", "") and (
        done or not _ABOUT.match(sentence.coded, phrase.end)
    )
    quoted = phrase.det == "" and before.count('"') % 2
    if (
        known
        or quoted
        or _OPINION.search(before)
        or (_GIVEN.search(before) and _WOULD.search(sentence.coded, phrase.end))
    ):
        return None
    stands = done and not outer.background and _IN_PLACE.search(before) is not None
    return Act(Realis(Status.DONE, True) if stands else outer, "told", phrase.start, "told")


# "have a double taxation agreement", "is governed by a treaty": of no day
_IN_PLACE = re.compile(
    r"\b(?:(?<!to )(?<!will )(?:have|has)|rests? (?:up)?on|rel(?:y|ies) on|(?:is|are|remains?) (?:already |still )?(?:based on|built on|(?:linked|bound|tied|joined|governed|regulated|covered|connected|underpinned) by)) (?:an?|one) $"
)


# "with an agreement on X, trade would double"
_GIVEN = re.compile(
    r"(?:^|[,;:\"] |\b(?:that|and|but) )(?:with|given|under|after|by|through) (?:such )?(?:a|an)? ?(?:[a-z-]+ ){0,2}$"
)
_WOULD = re.compile(r"\b(?:would|could|might|should)\b")


def _dated(sentence: Sentence, phrase: DocPhrase, stretch: tuple[int, int]) -> bool:
    """True for "the treaty of 1999" and "the 2004 gas agreement"."""
    after = sentence.coded[stretch[1] :]
    if re.match(
        r"(?: ,)?(?: dated| of| from| since)(?: early| late)? D\d+|(?: ,)? \( (?:signed |concluded |of )?(?:in |on )?(?:L\d+ , )?D\d+ [,)]",
        after,
    ):
        return True
    if re.match(r"(?: with (?:the )?[CP]\d+)?(?: dated| of| from) D\d+", sentence.coded[phrase.end :]):
        return True
    if phrase.det in ("a", "an"):
        return bool(re.match(r"(?:[a-z]+ ){0,1}D\d+ ", sentence.coded[phrase.left :]))
    if _ON_DAY.search(sentence.coded[: phrase.start]):
        return True
    return phrase.det in ("the", "their", "its", "our") and bool(
        re.search(r"\bD\d+\b", sentence.coded[phrase.left : phrase.start])
    )


# "is to replace the treaty of 1984": what is to come is told of one that is there
_OF_YEAR = re.compile(r"(?: ,)? (?:of|dated|signed (?:in|on)) D(\d+)\b")


def _of_year(sentence: Sentence, at: int) -> bool:
    found = _OF_YEAR.match(sentence.coded, at)
    return bool(found and getattr(sentence.units[int(found.group(1))].thing, "year", None))


_ON_DAY = re.compile(r"\bD\d+ 's (?:[a-z-]+ )*$")  # "Thursday's agreement on visas"


def _stands(sentence: Sentence, phrase: DocPhrase, title: str) -> bool:
    """True for a document named in full without an act: "the Road Map for expanding trade"."""
    if phrase.plural or phrase.det not in ("the", "their", "its"):
        return False
    words = [w for w in re.findall(r"[^\W\d_]+", title) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= len(words) * 0.6


_OPINION = re.compile(
    r"\b(?:agree[ds]?|view|opinion|believ\w+|think|thinks|thought|argu\w+|idea|convinced|conviction|stress\w*|hold|holds|held|insist\w*|maintain\w*|felt|feel|feels) that (?:an? )?(?:[a-z-]+ )?$"
)
