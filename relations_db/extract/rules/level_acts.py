"""Which labels a sentence proclaims as the level of relations: raised, established, become, called so since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from relations_db.extract.act import Act
from relations_db.extract.act_words import EXISTS_WORDS
from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.levels import find_labels
from relations_db.extract.rules.level_clauses import by_clause
from relations_db.extract.rules.level_realis import DECIDED, realis_of
from relations_db.extract.rules.papers import papers_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group
from relations_db.values import Qualifier, Status

FILL = r"(?:(?:the|a|an|that|its|their|our|one|what|new|higher|highest|level|plane|footing|rung|standing|basis|plateau|league|innovation|status|rank|category|tier|grade|height|heights|stage|of|first|'s|formal|official|treaty|own|full|so-called|called|term|formula|name|words?|bilateral|countries|states|nations|relations|ties|G\d+|(?:on|in|of) D\d+|D\d+|in L\d+|what [a-z]+ (?:call|called|calls|term|termed|dubbed)|what is called|A\d+|-|\"|,|C\d+|O\d+) )*"
_LIFT = r"(?:elevat\w*|rais(?:e|es|ed|ing)|upgrad\w*|lift(?:s|ed|ing)?|br(?:ing|ings|inging|ought)|t(?:ake|akes|aking|aken|ook)|mov(?:e|es|ed|ing)|promot(?:e|es|ed|ing|ion)|advanc\w*|transform\w*|convert\w*|turn(?:s|ed|ing)?|step(?:s|ped|ping)? up|boost\w*|transition|switch\w*|scal(?:e|ed|ing) up|admitted)"
_RAISED = re.compile(rf"\b(?P<verb>{_LIFT})\b")
_TO = re.compile(rf" (?:to|into|as) {FILL}$")
_FOUND = re.compile(
    r"\b(?P<verb>establish(?:es|ed|ing|ment)?|form(?:s|ed|ing)?|forg(?:e|es|ed|ing)|set(?:s|ting)? up|found(?:ed)?|launch(?:es|ed|ing)?|proclaim(?:s|ed|ing)?|proclamation|declar(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|inaugurat(?:e|es|ed|ing)|"
    r"conclud(?:e|es|ed|ing)|enter(?:s|ed|ing)?(?: into| upon)?|unveil(?:s|ed|ing)?|sign(?:s|ed|ing)?|ink(?:s|ed)?|clinch(?:es|ed)?|struck|beg[ia]n(?:s|ning)?|start(?:s|ed|ing)?|embark(?:s|ed|ing)?(?: on| upon)|usher(?:s|ed|ing)? in|open(?:s|ed|ing)?(?= (?:an?|the) )|introduc(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|creation|agree(?:s|d)?(?: with (?:the )?[PCL]\d+(?: of (?:the )?C\d+)?)? on|seal(?:s|ed|ing)?|institut(?:e|es|ed)|formali[sz](?:e|es|ed|ing)|deepen(?:s|ed|ing)?(?: and raises?)?|raises|upgrades|confirm(?:s|ed)|speaks of|mark(?:s|ed)?(?= (?:the )?(?:start|beginning|launch|birth|establishment) of)|put(?= [^;:]*(?:on paper|in writing))|put (?:their|its|his|her) (?:names?|signatures?|hands?|seals?) (?:to|under|on)|produc(?:es|ed)|yield(?:s|ed)|(?:result(?:s|ed)|culminat(?:es|ed)|end(?:s|ed)) (?:in|with)|(?:c[ao]mes?|return(?:s|ed)?) (?:home |back |away )?(?:from (?:the )?[CL]\d+ )?(?:in D\d+ )?with|develop(?:s|ed|ing)?|build(?:s|ing)?|built|pursu(?:e|es|ing))"
    rf"(?: (?:in|on) D\d+)?(?: (?:the |an? )?(?:establishment|formation|creation|launch|existence|proclamation|beginning|birth|start|introduction) of)?(?: of)? {FILL}$"
)
_BECOME = re.compile(
    r"\b(?P<verb>bec[ao]mes?|becoming|(?:are|is|were|was) now|(?:would|will|shall|are to|is to) (?:henceforth|from now on|from then on) be|(?:are|is|were) (?:henceforth|from now on)|mak(?:e|es|ing) (?:G\d+|them|the two [a-z]+|(?:the )?C\d+ and (?:the )?C\d+)|(?:ha(?:ve|s|d)|(?:now |at last |henceforth )enjoys?|(?:now )?h(?:o|e)ld) (?:now )?the (?:status|rank|title) of|(?:was|were|been|being) (?:(?:officially|formally) )?(?:made|named|declared|granted|given|accorded|awarded)|join(?:s|ed|ing)? (?:the )?(?:ranks?|list|club|circle|ring|group|number|family|company) of|(?:put|placed|set|based) (?:[^;:,]{0,40} )?on|(?:gave|gives?|given|granted|awarded|accorded|received|acquired|obtained|attained|gained|won) (?:[^;:,]{0,40} )?the (?:name|rank|status|title|level|designation|standing) of|made (?:the )?[CG]\d+|(?:are|is|were|was) , (?:as of|since|from) (?:D\d+|today) ,)"
    rf"(?: D\d+| on D\d+| also| too| in L\d+)* {FILL}$"
)
_ARE_BY = re.compile(
    r"(?:^|[,;:] |\" )(?:and )?(?:with|by|under|through|thanks to|according to) (?:the |a |an |this |that |today's |today 's )?[^;:]{0,40}?\b(?:signing|signature|step|declaration|treaty|statement|act|agreement|document|upgrade|pact)\b[^;:]{0,80}? (?:[PCG]\d+|they|two|countries|sides|relations|ties) (?P<verb>are|is)(?: now| thus| also)* "
    rf"{FILL}$"
)
_NAMED = re.compile(
    rf"\b(?P<verb>call(?:ed|ing)?|nam(?:e|ed|ing)|term(?:ed)?|styl(?:e|ed|ing)|dub(?:bed)?|label(?:l?ed)?|designat(?:e|ed|ing)|known as|declar(?:e|ed|ing)|describ(?:e|ed) as)(?:(?: (?:(?:the|their|its|our) )*(?:A\d+ - )?(?:relations|ties|relationship|links|bond|bonds|themselves|each other|one another|it|G\d+|[CAPL]\d+|and|of|with|between|bilateral|the|this|what|had|been|until then|until now)){{1,9}})?(?: , [^,;:]{{3,60}} ,)? {FILL}(?:as |into )?{FILL}$"
)
_IN_YEAR = re.compile(r"\bin D(\d+)(?: ,)?(?: when)? [^,;:]{0,40}$")
_AFTER_TIES = re.compile(
    rf"\b(?P<verb>established|formed|concluded|signed|set up|restored|opened) (?:[a-z]+ )?(?:relations|ties|embassies|links)(?: (?:in|on) D\d+)?(?: ,)? and (?:then |later |finally )?{FILL}$"
)
_PARTNERS_OF = re.compile(r"\b(?P<verb>made|makes?) $")
_OF_BOTH = re.compile(r" (?:of|out of) (?:the )?[CLP]\d+(?: ,)? and (?:the )?[CLP]\d+")
_CHAINED = re.compile(r"(?:^|[,;:] |D\d+ |\band |\bon )(?:from|to) (?:an? )?(?:\" )?$")
_IN_BARE = re.compile(r"(?: \")? in D(\d+)(?= ?(?:[.,;:]|to\b|and\b|$))")
_OF_YEAR = re.compile(r"^(?: \")? (?:of|from) (?:[a-z]+ )?D(\d+)\b(?! (?:was|has been) (?:replaced|signed))")
_OFFERED = re.compile(
    rf"\b(?P<verb>offer(?:s|ed)?|propos(?:es|ed)|suggest(?:s|ed)|wants?|wanted|seeks?|sought)(?: to)?(?: (?:the )?[PCGHL]\d+)?(?: to)? {FILL}$"
)
_TOWARDS = re.compile(
    rf"\b(?P<verb>work(?:ing|ed|s)? towards?|aim(?:ing|ed|s)? (?:at|for)|negotiat(?:e|ed|es|ing)|strive for|striving for|move towards) (?:an? ){FILL}$"
)
_NEGATED = re.compile(r"\b(?:not|never|no|nobody|neither|nor|denied|denies) [^,;:]{0,40}$")
_SINCE_BEFORE = re.compile(
    rf"\b(?P<verb>(?:ha(?:ve|s|d)|'ve) (?:been )?(?:called|termed|named|described|considered|styled|regarded|made do with|content with|satisfied with)?(?: (?:each other|G\d+|one another|as|H\d+|them|themselves|relations|ties))*|called(?: G\d+)?|been) {FILL}$"
)
_SINCE = re.compile(
    r"^(?: \"| ,| partners?| (?:with|of) (?:the )?[PCLA]\d+(?: 's)?)*(?: [a-z]+){0,2}? since (?:(?:the )?(?:[a-z]+ )?D(\d+)|(?:the )?[PH]\d+ [^,;:]{3,80}? (?:in|on) D(\d+)|(?:the |an? |his |her |Q\d+ )?[^,;:]{0,60}?(?:visit|trip|meeting|summit|signing|talks|tour)\b[^,;:]{0,60}? (?:in|on|of) D(\d+))"
)
_FOR_YEARS = re.compile(
    r"^(?: \"| (?:with|of) (?:the )?[PCLA]\d+(?: 's)?)* for (?:exactly |now |the (?:past|last) )?N(\d+) years\b"
)
_FOR_LEFT = re.compile(
    rf"\b(?:ha(?:ve|s)|'ve) (?:now |also |already )?(?:been|had|enjoyed|maintained) {FILL}$|[PCAG]\d+ , (?:both |the )?$"
)
_SINCE_LEFT = re.compile(r"\b(?:an?|as|is|are|been|call(?:ed|s)?|'s|strategic)(?: \")? $|\" $|[PCA]\d+ , $")
_EARLIER_SINCE = re.compile(r"\bsince (?:[a-z]+ )?D(\d+) (?:, )?")
_AFTER = re.compile(
    r"^(?: \")?(?: with (?:the )?[PCLA]\d+| (?:of|between) (?:the )?G\d+(?: , [^,;:]{3,40} ,)?| between (?:their|our|the two) (?:countries|states|nations|peoples|capitals)| (?:between|of) (?:the )?[PCA]\d+ and (?:the )?[PCA]\d+| \")*(?: (?:on|to|into|upon) which (?:the )?[a-zNGPC\d ]+?)?(?: ,)?(?: (?:that|which|and))?(?P<subject> (?:the )?(?:[PCGLH]\d+|two|sides|they)(?: (?:and|, ) (?:the )?[PCGL]\d+)?)?"
    r"(?P<aux>(?: (?:was|were|had|has|been|is|also|formally|first|officially|jointly|then|already|being|to|be|will|would))*) (?P<verb>proclaimed|established|signed|set up|concluded|formed|launched|announced|declared|agreed(?: upon| on)?|sealed|inaugurated|conferred|formali[sz]ed|forged|created|built|made|born|inaugurated|unveiled|"
    r"introduced|founded|entered into|reached|inked|settled|embarked upon|obtained|received|acquired|granted|awarded|dates? (?:back )?(?:from|to)|dating (?:back )?(?:from|to)|goes back to|instituted)\b"
)
_RANK = re.compile(
    r"\b(?:rank|status|grade|title|level|distinction|label|tier|designation)\b(?P<between>[^;:]{0,90}?) (?P<aux>(?:was|were|had been|has been|is) )?(?P<verb>conferred|granted|bestowed|given|awarded|obtained|attained|reached|acquired|proclaimed|established|agreed)\b"
)
_DOCUMENT_AFTER = re.compile(
    r"^(?: \")? (?:agreement|treaty|declaration|pact|accord|statement|charter|memorandum|council|commission|committee|dialogue|forum|plan|programme|program|roadmap|framework|meeting|consultation|talks|format|document|initiative|fund|issues|matters|with (?:the )?(?:A\d+ (?:state|firm|company|government|bank)|K\d+)|agreements|relationship council)\b"
)
_OLD = re.compile(r"\bfrom (?:the )?(?:a |an |level |status |rank |of |mere |\" |current |existing |previous )*$")


@dataclass(frozen=True, slots=True)
class Change:
    """A label that a sentence proclaims: its level and words, its place in the text, the act, and the stand-in phrase for dates and parties."""

    code: str
    label: str
    span: tuple[int, int]
    act: Act
    phrase: DocPhrase
    since: int | None = None
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A level label of a sentence: its code, its place in the coded form, its words and their place in the text."""

    code: str
    start: int
    end: int
    text: str
    span: tuple[int, int]


_THE_BLOC = re.compile(
    r"\bthe alliance(?! (?:between|of|that|which|with|sealed|formed|concluded|was (?:sealed|formed|concluded)))\b"
)


def labels_in(context: Context, sentence: Sentence) -> list[Labelled]:
    """All level labels of a sentence, in order."""
    found: list[Labelled] = []
    for code, low, high in find_labels(context.analysis.folded[sentence.start : sentence.end]):
        span = (sentence.start + low, sentence.start + high)
        if _THE_BLOC.search(context.analysis.low, max(0, span[0] - 12), span[1] + 12):
            continue
        start, end = _coded(sentence, span[0]), _coded(sentence, span[1] - 1, True)
        found.append(Labelled(code, start, end, context.analysis.said(*span), span))
    return found


def changes_in(context: Context, sentence: Sentence) -> list[Change]:
    """The levels that a sentence sets, in order."""
    found: list[Change] = []
    last: tuple[Act, int] | None = None
    papers = papers_of(context).get(sentence.index, [])
    names = [p.span for p in papers if p.phrase.declaration or p.phrase.form in ("treaty", "agreement", "memorandum")]
    for label in labels_in(context, sentence):
        titled = any(a <= label.span[0] < b for a, b in names)
        acts = list(_acts(sentence, label.code, label.start, label.end))
        if not acts and last and (carried := _carried(sentence, *last, label.start)):
            acts = [(carried, None)]
        if not acts and (told := by_clause(context, sentence, label.start, label.end)):
            acts = [(told, None)]
        for act, since in acts:
            last = (act, label.end) if act.way in ("active", "passive") and act.at < label.start else None
            if titled and act.way != "rank":
                continue
            phrase = DocPhrase(
                label.start, label.end, label.start, "", "partnership", "other", False, True, 1, Qualifier.EXACT, False
            )
            found.append(Change(label.code, label.text, label.span, act, phrase, since, act.way == "rank"))
    return found


_AND_ALSO = re.compile(
    rf"(?: (?:with|of) (?:the )?[CLA]\d+)?(?: (?:in|on) D\d+)?(?: \"| ,| ;)?(?: (?:and|then|later|finally|also|before|again|but|before becoming|followed by|(?:in|on|from) D\d+|D\d+|with (?:the )?[CL]\d+|,))* (?:(?:to|into|as|by|for) )?{FILL}"
)


def _carried(sentence: Sentence, act: Act, end: int, start: int) -> Act | None:
    """The act of the label before, which governs this one too: "formed a partnership in 2009 and a strategic one in 2020"."""
    between = sentence.coded[end:start]
    if not _AND_ALSO.fullmatch(between) or not re.search(r" (?:and|then|later|before|;|followed) ", between):
        return None
    return Act(act.realis, act.verb, start, act.way)


def _coded(sentence: Sentence, offset: int, end: bool = False) -> int:
    number = max((n for n, u in enumerate(sentence.units) if u.start <= offset), default=0)
    unit = sentence.units[number]
    return sentence.offsets[number] + (len(f"{unit.code}{number}") if unit.code else len(unit.word)) * end


def _acts(sentence: Sentence, code: str, start: int, end: int) -> Iterator[tuple[Act, int | None]]:
    """The acts that govern a label at `start..end` of the coded sentence, with the unit of a "since" date."""
    before, after = sentence.coded[max(0, start - 230) : start], sentence.coded[end:]
    base = start - len(before)
    if _OLD.search(before) and not (_CHAINED.search(before) and _IN_BARE.match(after) and not _RAISED.search(before)):
        yield from _later(sentence, code, end, after)
        return
    if _DOCUMENT_AFTER.match(after):
        return
    if (dated := _OF_YEAR.match(after)) and re.search(r"\b(?:the|their|its|our) (?:\" )?$", before):
        yield Act(Realis(Status.DONE, True), "been", start, "since"), int(dated.group(1))
        return
    since = _since(sentence, before, after)
    if since is not None:
        yield Act(Realis(Status.DONE, True), "been", start, "since"), since
    elif lifted := _lifted(before):
        yield from _told(sentence, base + lifted.start("verb"), lifted.group("verb"))
    elif code != "partnership" and re.search(r"\b(?:is|are) (?:an? |the )?$", before) and _AT_LAST.match(after):
        yield Act(Realis(Status.DONE), "become", start, "active"), None
    elif (
        code != "partnership"
        and (wished := _OFFERED.search(before) or _TOWARDS.search(before))
        and not _NEGATED.search(before[: wished.end("verb")])
    ):
        yield Act(Realis(Status.PROPOSED), wished.group("verb"), base + wished.start("verb"), "active"), None
    elif (code != "partnership" or _qualified(sentence.coded, start, end)) and (
        made := _last(_FOUND, before) or _last(_BECOME, before) or _last(_ARE_BY, before) or _AFTER_TIES.search(before)
    ):
        yield from _told(sentence, base + made.start("verb"), made.group("verb"))
    elif (named := _NAMED.search(before)) and (told := _by_name(sentence, before, base, named)):
        yield told
    elif (made := _PARTNERS_OF.search(before)) and _OF_BOTH.match(after):
        yield from _told(sentence, base + made.start("verb"), made.group("verb"))
    yield from _later(sentence, code, end, after)


def _by_name(sentence: Sentence, before: str, base: int, named: Match[str]) -> tuple[Act, int | None] | None:
    """ "Agreed to call their relations a strategic partnership", "would henceforth be called one", "had styled them one in 2014"."""
    at, verb = base + named.start("verb"), named.group("verb")
    if DECIDED.search(before[: named.start("verb")]) or _HENCEFORTH.search(before[: named.start("verb")]):
        outer = around(sentence, at, at + len(verb))
        realis = Realis(Status.DONE) if outer.status is Status.PLANNED else outer
        return (Act(realis, verb, at, "active"), None) if realis.status else None
    year = _IN_YEAR.search(before[: named.start("verb")])
    if year and verb.endswith("ed"):
        return Act(Realis(Status.DONE, True), "been", at, "since"), int(year.group(1))
    return None


_HENCEFORTH = re.compile(
    r"\b(?:henceforth|from now on|from then on|from today|now|as of (?:today|D\d+)|from D\d+)(?: ,)?(?: (?:be|to be|officially|formally|also|will|would))* $"
)
_QUALITY = re.compile(
    r"\b(?:constructive|cooperative|friendly|new|future-oriented|reliable|equal|mutually beneficial|good-neighbourly|neighbourly|global|exceptional|multifaceted|enduring|innovative|innovation|complementary) "
)
_OF_TIME = re.compile(
    r"(?: \")? (?:of (?!\d)(?!(?:C|B|the)\b)[a-z]|(?:for|towards|into) the (?:O\d+|twenty-first|21st|new|next|coming))"
)
_ON_A_FIELD = re.compile(r"(?: \")? (?:on|in|for) (?!the (?:O\d+|twenty-first|21st|new|next|coming)|D\d|L\d)")


def _qualified(coded: str, start: int, end: int) -> bool:
    """True for a plain partnership that is a level of relations ("a constructive partnership"), not one on some field."""
    named = _QUALITY.search(coded, max(0, start - 30), end) or _OF_TIME.match(coded, end)
    return bool(named) and not _ON_A_FIELD.match(coded, end)


_DATED = re.compile(
    r"[^;:]{0,60}D\d+| (?:on (?:that|the same) occasion|then|at (?:the|that) time|in that (?:year|month))\b"
)


_REPORTED = re.compile(
    r" , (?:the )?(?:[PCGLH]\d+|two|sides|they)[^,]* (?:announced|declared|agreed|proclaimed|launched)"
)
_AT_LAST = re.compile(r"(?: \")? (?:at last|from today|henceforth|from now on|as of today|officially now|now)\b")


def _later(sentence: Sentence, code: str, end: int, after: str) -> Iterator[tuple[Act, int | None]]:
    """ "The strategic partnership proclaimed in 2016", "a rank conferred in April"."""
    if (told := _AFTER.match(after)) and code not in ("friendship", "partnership"):
        at = end + told.start("verb")
        if _REPORTED.fullmatch(told.group()):
            return
        if _DATED.match(after[told.end() :]) or (
            told.group("aux").strip() and told.group("verb") not in ("built", "made")
        ):
            realis = (
                of_group(told.group("aux").strip() + " ") if told.group("aux").strip() else Realis(Status.DONE, True)
            )
            way = "exists" if EXISTS_WORDS.match(told.group("verb")) else "passive"
            yield Act(realis, told.group("verb"), at, way), None
    if (
        (rank := _RANK.search(after))
        and code != "partnership"
        and re.match(r" (?:[a-zL\d]+ ){0,4}?(?:in )?D\d+", after[rank.end() :])
    ):
        yield Act(Realis(Status.DONE, True), rank.group("verb"), end + rank.start("verb"), "rank"), None


def _lifted(before: str) -> Match[str] | None:
    """The last verb of raising before "to a ..."."""
    end = _TO.search(before)
    if end is None:
        return None
    found = list(_RAISED.finditer(before, max(0, end.start() - 150), end.start() + 1))
    if not found or re.search(r" (?:;|:|who|which|whose|while|but|said) ", before[found[-1].end() : end.start() + 1]):
        return None
    return found[-1]


def _last(pattern: re.Pattern[str], before: str) -> Match[str] | None:
    found = None
    for found in pattern.finditer(before):
        if not found.group("verb"):
            continue
        between = found.groupdict().get("between") or ""
        if re.search(r" (?:who|which|whose|while|but|as well as|said) ", between):
            found = None
    return found


_BRACKETED = re.compile(r"^(?: \")?(?: (?:with|of) (?:the )?[PCLA]\d+)? \( (?:since )?D(\d+) \)")
_SINCE_DIRECT = re.compile(r"\bsince D(\d+)(?: ,)? (?:an? |the )$|\b(?:the|their|its|our) D(\d+) $")


def _since(sentence: Sentence, before: str, after: str) -> int | None:
    if _CHAINED.search(before) and (bare := _IN_BARE.match(after)) and not _RAISED.search(before):
        return int(bare.group(1))
    if direct := _BRACKETED.match(after) or _SINCE_DIRECT.search(before):
        return int(next(g for g in direct.groups() if g))
    later = _SINCE.match(after)
    if later and (_SINCE_BEFORE.search(before) or _SINCE_LEFT.search(before)):
        return int(next(g for g in later.groups() if g))
    if (years := _FOR_YEARS.match(after)) and _FOR_LEFT.search(before):
        return int(years.group(1))
    if (earlier := _last_since(before)) is not None and _SINCE_BEFORE.search(before):
        return earlier
    return None


def _last_since(before: str) -> int | None:
    found = list(_EARLIER_SINCE.finditer(before))
    return int(found[-1].group(1)) if found and len(before) - found[-1].end() < 70 else None


def _told(sentence: Sentence, at: int, verb: str) -> Iterator[tuple[Act, int | None]]:
    """The act of a verb that sets a level, with its realis."""
    realis = realis_of(sentence, at, verb)
    if realis.status is not None:
        passive = re.search(r"\b(?:was|were|been|be|is|are) (?:[a-z]+ )?$", sentence.coded[:at])
        yield Act(realis, verb, at, "passive" if passive else "active"), None
