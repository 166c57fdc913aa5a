"""Lists and packages: which papers belong to which package, and lists that must be parted into their items."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.act import no_act
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.documents import DECLARATIONS, PLURAL, SINGULAR, DocPhrase
from relations_db.extract.rules.paper import SINGULAR_OF, Paper, member
from relations_db.extract.rules.paper_item_days import dated_items, without_days
from relations_db.extract.rules.paper_told import FINITE, MODAL
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import around
from relations_db.values import Status

_MEMBERS = re.compile(
    r"^(?:(?:of (?:note|interest|importance)|notable|noteworthy|chief|foremost|prominent|important|first) (?:also )?among (?:the|them|these|those)\b|among (?:them|these|those|the|G\d+)\b|(?:they|these|those|G\d+|the (?:list|package|documents|papers|agreements|instruments|others?|signed)[a-z ]*) (?:also )?(?:include|included|comprise|comprised|contain|are|were|feature)|one\b|N\d+ (?:of|,)|another\b|in (?:N\d+|one|another|the|a|an)\b|"
    r"under (?:N\d+|one|another|a|an)\b|the (?:first|second|third|other|last)\b|the (?:largest|biggest|weightiest|main|chief|principal|key|most [a-z]+)(?: one| of (?:them|these|those|G\d+|the (?:N\d+|lot)))? (?:is|was|concerns?)\b|also (?:signed|exchanged|concluded|among|on the list)|a(?:n)? |of these|by (?:N\d+|one|another))"
)
_LOOSE = ("a", "an", "another", "one", "")
_ITEMS_END = re.compile(
    r" (?:[;:.()]|,(?= according to )|,(?= [^,;:]{2,50} (?:said|says|told|added|announced|reported)\b)|, (?:N\d+|all N\d+|another|the other) (?=on|for|signed|in|by|with)|which|that|was|were|is|are|has|have|had|will|went|came|drew|passed|remain|remained|signed|concluded|with|by|in L\d+|on D\d+|as well as|(?:, and|,|and)(?= (?:an?|the|one) (?:[a-z-]+ ){0,3}(?:memorandum|memo|mou|protocol|plan|programme|program|contract|treaty|agreement|accord|roadmap|letter|declaration|convention|statement)\b))(?= |$)"
)
_LEAD = re.compile(
    r"(?:\b(?:including|include|includes|included|such as|namely|notably|especially|particularly|in particular|among (?:them|which|G\d+)|headed by|led by|from|to|plus|besides|as well as|together with|along with|and|or|with)|[,:;(-])(?: (?:a|an|the|one|another|N\d+|also|both|its))* $"
)
_BARE_AND = re.compile(r"(?:.* )?(?:and|or|with)(?: (?:a|an|the|one|another|N\d+|also|both|its))* ")


def listed(sentence: Sentence, last: Paper, phrase: DocPhrase, strict: bool = False) -> bool:
    """True for the items of a list after a package or another item: "including a X", "a X, a Y and a Z", "a X among them".

    `strict`: a bare "and" is not enough ("signed five agreements and a treaty").
    """
    between = sentence.coded[last.stretch[1] : phrase.left]
    if sentence.coded.startswith("among ") and re.search(r" (?:is|are|was|were) (?:a |an |the |also )*$", between):
        return True
    lead = _LEAD.search(between)
    if not lead or (strict and _BARE_AND.fullmatch(between)):
        return False
    if lead.group().startswith((",", ";", ":")) or between[: lead.start()].endswith(", "):
        return True
    return not FINITE.search(between[: lead.start()].rpartition(" , ")[2])


def follows_package(sentence: Sentence, phrase: DocPhrase, package: Paper, at: Sentence) -> bool:
    """True where a phrase without an act of its own, in a sentence soon after a package told at `at`, is one of its papers."""
    here = phrase.elliptic or names_members(sentence) or for_its_part(sentence, phrase)
    others = bool(_OTHERS.match(sentence.coded)) and sentence.paragraph - at.paragraph <= 3
    if not (0 if here else 1) <= sentence.index - at.index <= (7 if others else 4) or (
        phrase.plural and not phrase.counted and not _EACH.match(sentence.coded, phrase.end)
    ):
        return False
    opens = bool(_MEMBERS.match(sentence.coded))
    if sentence.paragraph != at.paragraph and not others and not (opens and sentence.paragraph - at.paragraph <= 1):
        return False
    if phrase.elliptic and (phrase.left <= 12 or sentence is at):
        return True
    if MODAL.search(sentence.coded[: phrase.left]) and not _under(sentence, phrase):
        return False
    if around(sentence, phrase.start, phrase.end).status is not Status.DONE and not _under(sentence, phrase):
        return False
    if phrase.plural:
        return _counted(sentence, phrase, package) or (not phrase.counted and opens)
    return opens or phrase.det in _LOOSE or names_members(sentence) or for_its_part(sentence, phrase)


# "the other papers include": of the package, wherever that was told
_OTHERS = re.compile(
    r"^(?:also )?(?:among )?the (?:other|remaining|further) (?:N\d+ )?(?:papers|documents|agreements|memoranda|instruments|texts|accords|mous|contracts|N\d+|ones)?[^,;:]{0,30}?(?:include|included|including|are|were|cover|concern|:)"
)
_AMONG = re.compile(
    r"^(?:[a-z]+ ){0,3}among (?:them|these|those|G\d+|the (?:[a-z]+ )?[a-z]+s) (?:is|are|was|were) "
    r"|^of (?:particular|special|great|greatest|most|note|some|the (?:most|greatest)) ?(?:relevance|importance|interest|significance|note|weight)?(?: among (?:them|these|those))? (?:is|are|was|were) "
)


_LISTS = re.compile(
    r"^(?:they|these|those|G\d+|the (?:list|package|(?:N\d+ )?(?:papers|documents|agreements|memoranda|instruments|texts|accords|mous|contracts)(?: signed| exchanged| concluded)?)) "
    r"(?:also )?(?:includes?|included|comprises?|comprised|contains?|contained|are|were) (?=(?:an?|the|one|N\d+) )"
)
_LIST_REACH = 4  # sentences


def lister(paper: Paper, package: Paper | None, at: Sentence | None, header: Paper | None) -> Paper | None:
    """The package that a sentence like "they include a treaty on tea, signed by the ministers", or a line of such a list, takes `paper` from."""
    sentence = paper.sentence
    if sentence.bullet and header is not None and not header.single and header.act.status is paper.act.status:
        return header if paper.single else None
    if package is None or at is None or not paper.single or package.act.status is not paper.act.status:
        return None
    near = package.sentence is not sentence and sentence.index - at.index <= _LIST_REACH
    return package if near and (_LISTS.match(sentence.coded) or _AMONG.match(sentence.coded)) else None


def names_members(sentence: Sentence) -> bool:
    """True for "Of note among the papers are the treaty on rivers and the plan on archives"."""
    return bool(_AMONG.match(sentence.coded))


def for_its_part(sentence: Sentence, phrase: DocPhrase) -> bool:
    """True for "the Agreement on Air Services, for its part, allows daily flights", beside the package that it belongs to."""
    return bool(_PART.match(sentence.coded, phrase.end))


_PART = re.compile(r" [^,;:.]{0,90}, (?:for its part|in turn|on the other hand|meanwhile|by contrast|in particular) ,")


def _under(sentence: Sentence, phrase: DocPhrase) -> bool:
    """True for "will cooperate under a memorandum": the future is the paper's text."""
    return bool(re.search(r"\b(?:under|by) (?:an?|another) $", sentence.coded[: phrase.left]))


def _counted(sentence: Sentence, phrase: DocPhrase, package: Paper) -> bool:
    """True for "Four protocols open the market": some of the package, as the subject of the next sentence."""
    whole = package.phrase.count
    few = phrase.count is not None and (whole is None or phrase.count < whole)
    return phrase.counted and phrase.left <= 3 and few and bool(re.match(r" [a-z]+ ", sentence.coded[phrase.end :]))


def items_of(context: Context, sentence: Sentence, paper: Paper) -> list[Paper]:
    """The documents of "memoranda on health, on the media and on transport", each on its own; an uncounted package gives way to them."""
    phrase = paper.phrase
    if not phrase.plural or paper.act.status is None or phrase.noun not in SINGULAR_OF:
        return []
    lead = _BETWEEN_EACH.match(sentence.coded, phrase.end) or _ITEMS_LEAD.match(sentence.coded, phrase.end)
    if not lead and phrase.counted:
        lead = _AFTER_CLAUSE.match(sentence.coded, phrase.end)
    fields = _FIELDS_LEAD.match(sentence.coded, phrase.end) if not lead and phrase.counted else None
    lead = lead or fields
    if not lead:
        return []
    start = lead.end() - 1
    coded = without_days(sentence.coded)
    stop = _ITEMS_END.search(coded, start)
    end = stop.start() if stop else len(coded)
    tail = coded[start:end]
    each = r" (?=between )" if lead.re is _BETWEEN_EACH else r" (?=on (?!D\d))"
    spots = [m.start() for m in re.finditer(each, tail)]
    if len(spots) < 2:
        spots = _parts(tail, phrase.count if phrase.counted else None, PLURAL[phrase.noun] == "other")
    if len(spots) < 2 or (phrase.counted and phrase.count not in (None, len(spots))):
        return []
    spots = [start - phrase.end + s for s in spots]
    limits = [*spots[1:], end - phrase.end]
    items = [item_of(context, sentence, paper, low, high) for low, high in zip(spots, limits, strict=True)]
    spans = [(phrase.end + low, phrase.end + high) for low, high in zip(spots, limits, strict=True)]
    if days := dated_items(context, sentence, spans, paper.act):
        items = [replace(item, when=day or UNKNOWN) for item, day in zip(items, days, strict=True)]
    if not phrase.counted and (paper.parent is None or paper.act.way == "member"):
        paper.act = no_act(phrase, "told one by one")
    return items


def parted(context: Context, sentence: Sentence, paper: Paper) -> list[Paper]:
    """The items of a plural; one that was taken for members of a package only for its items is none without them."""
    items = items_of(context, sentence, paper)
    phrase = paper.phrase
    vague = paper.act.way == "member" and phrase.plural and not phrase.counted
    if not items and vague and _EACH.match(sentence.coded, phrase.end):
        paper.act = no_act(phrase, "told one by one")
    return items


# "They include agreements on trade and on visas"
_EACH = re.compile(r" on (?!D\d)[^;:.]{3,70}?(?:(?: ,)? and| ,) on (?!D\d)")
_ITEMS_LEAD = re.compile(
    r"(?: of D\d+(?= ,))?(?: \( [a-z]+ \))?(?: with (?:the )?[CP]\d+(?= (?:are|were|is|was|will|to) ))?(?: (?:(?:were|was|are|have been|(?:were|are|is|was|due|expected|set|likely|scheduled) to be|(?:will|would|should|may) be) )?(?:signed|exchanged|concluded|inked|initial(?:l)?ed|adopted|being (?:prepared|negotiated|drafted|finali[sz]ed|discussed)))?(?: (?:on )?D\d+| in L\d+| at L\d+| here| today| (?:by|between|during|after|at|in (?:the )?presence of|in (?:their|Q\d+) presence) [^,:;]{2,60}?| in (?:their|Q\d+) presence)*(?: (?:while|as) [^,:;]{3,80}(?= :))?(?: [,:])?(?: (?:namely|to wit|respectively|specifically)(?: ,)?)? (?=on (?!D\d))"
)
# "six memoranda, in the fields of ports, trade and health": as many as they are
_FIELDS_LEAD = re.compile(
    r"(?: (?:(?:were|was|are|have been) )?(?:signed|exchanged|concluded|inked))?(?: (?:on )?D\d+| in L\d+)*(?: ,)?(?: namely)? (?P<lead>in the (?:fields?|areas?|spheres?|sectors?|domains?) of (?:[:] )?)"
)


# "memoranda were signed between the chambers, between the ports and between the universities"
_BETWEEN_EACH = re.compile(
    r"(?: (?:were|have been|are to be|will be) (?:signed|exchanged|concluded|inked))?(?: (?:on )?D\d+| in L\d+)*(?: [,:])? (?=between [^;:.]{5,90}? (?:and|,|, and) between )"
)
_AFTER_CLAUSE = re.compile(r"[^;:]{0,100}\b(?:said|says|told|announced|according)\b[^;:]{0,40} : (?=on (?!D\d))")


def _parts(tail: str, count: int | None, vague: bool) -> list[int]:
    """Where the items of "on rail links, water trade and fishing ports" begin, if they are as many as the papers; "oil and gas" is one. `vague`: bare fields of "four documents" may be those of all."""
    tail = _COUPLES.sub(lambda found: "~" * len(found.group()), tail)
    for joint in (r" , and | , | and ", r" , and | , (?!and )"):
        spots = [0, *(m.start() if m.group() == " , " else m.end() - 1 for m in re.finditer(joint, tail))]
        items = re.split(joint, tail.removeprefix(" on "))
        if len(spots) == count and not (vague and any(" " not in item.strip() for item in items)):
            return spots
    return []


_COUPLES = re.compile(
    r"\b(?:oil and gas|science and technology|trade and (?:investment|economy|industry)|youth and sports?|culture and (?:arts|tourism)|higher education and (?:scientific )?research|(?:small|micro) and medium|arts and culture|water and sanitation|iron and steel|food and (?:drugs?|agriculture)|research and (?:development|innovation)|import and export|double taxation and [a-z ]*evasion)\b"
)


def item_of(context: Context, sentence: Sentence, paper: Paper, low: int, high: int) -> Paper:
    phrase = paper.phrase
    noun = SINGULAR_OF[phrase.noun]
    start, close = sentence.span(phrase.end + low + 1, phrase.end + high)
    while start < close and context.analysis.text[start] in ", \n":
        start += 1
    words = re.sub(r"(?:,|\band\b|\s)+$", "", context.analysis.said(start, close))
    span = (start, start + len(words))
    at = phrase.end + low
    item = replace(
        phrase, start=at, end=at, left=at, det="a", noun=noun, form=(SINGULAR | DECLARATIONS)[noun], declaration=noun in DECLARATIONS, plural=False, count=1, counted=False, elliptic=True
    )  # fmt: skip
    words = re.sub(r"\s*\([^()]*\d{4}\)$", "", words)
    words = words if words.startswith(("on ", "between ")) else f"on {words}"
    made = replace(paper, phrase=item, title=f"{noun} {words}", span=span)
    return member(made, paper.parent or paper)


def subject_of(papers: list[Paper], at: int) -> Paper | None:
    """The package that is the subject of a verb: "four memoranda went with the treaty, among them one on mining"."""
    return next((p for p in reversed(papers) if p.phrase.plural and p.act.status and p.phrase.end <= at), None)
