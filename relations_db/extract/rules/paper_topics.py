"""Where a text tells what papers are about: their complement, a clause of the same sentence, and sentences that take them up."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper import Paper
from relations_db.extract.topic_links import TOPIC_LINK
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.numbers import Number

_PAPER = (
    r"(?:agreement|memorandum|memo|mou|plan|programme|program|treaty|pact|accord|deal|roadmap|road map|protocol|document|paper|text|contract|arrangement|"
    r"convention|understanding|letter|minutes|instrument|partnership|framework|scheme)"
)
_PAPERS = (
    r"(?:documents|agreements|papers|memoranda|memorandums|deals|texts|accords|mous|instruments|acts|understandings|contracts|treaties|protocols|pacts|"
    r"arrangements|package|list|batch|bundle|set|letters|notes|plans|programmes|roadmaps|conventions)(?: of (?:understanding|intent|cooperation|documents|agreements))?"
)
_COUNTED = r"(?:(?:the|these|those|all|both|N\d+|new|signed|bilateral|latest|O\d+|remaining|said) )*"
_SIGNED = (
    r"(?: (?:signed|exchanged|concluded|inked|adopted|agreed|initialled))?(?: (?:on )?D\d+| in L\d+| there| here)*"
)
_THEY = r"(?:G\d+|these|those)"
_ALL = rf"(?:(?:the|these|those|all|both) {_COUNTED}{_PAPERS}{_SIGNED}|all (?:N\d+|of G\d+))"
_PART = (
    rf"(?:(?:most|some|many|several|half|a few|N\d+|one|two|three|the majority|the bulk)(?: (?:of (?:these|those|G\d+|the {_COUNTED}(?:N\d+|{_PAPERS}))|{_PAPERS}|more))?"
    rf"|(?:the |one |a |an )?(?:first|second|third|fourth|fifth|sixth|seventh|last|latter|former|other|O\d+)(?: (?:one|two|N\d+|{_PAPER}|{_PAPERS}))?|(?:the )?others?(?: (?:N\d+|{_PAPERS}|ones))?"
    rf"|another(?: (?:one|two|N\d+|{_PAPER}|{_PAPERS}))?|the (?:rest|remainder|remaining (?:N\d+|ones?|{_PAPERS}))|(?:the )?remaining (?:N\d+|{_PAPERS}))"
)
_ASIDE = r"(?: , (?:[^,;:]{3,80}|(?:(?:to|on|under|by|of|in) )?which [^;:]{3,200}?) ,)?"
_ADVERB = r"(?: (?:also|mainly|mostly|chiefly|largely|in turn|notably|in particular|will|would|are to|is to|both|all|each|among other things|among others|primarily|jointly|broadly|between G\d+))*"
_FIELDS = r"(?:areas|fields|spheres|sectors|domains|subjects|topics|themes)"
_FURTHERS = (
    r"(?:(?:(?:is|are|was|were) )?(?:seeks?|sought|aim(?:s|ed)?|expected|designed|meant|intended) (?:to |at ))?(?:strengthen|deepen|boost|enhance|promot|expand|facilitat|foster|bolster|broaden|widen|develop|increas|intensif)[a-z]* "
    r"(?:[a-z-]+ ){0,3}?(?:cooperation|collaboration|ties|relations|partnership|links|exchanges|engagement)(?: between G\d+| between the [a-z]+ [a-z]+)? (?:in|on|across)(?! D\d| L\d| C\d)"
)
_CHIEFLY = (
    r"(?: (?:among other things|inter alia|in particular|above all|mainly|mostly|chiefly|largely|primarily|notably))?"
)
_COVERS = (
    rf"(?:cover(?:s|ed|ing)?|deal(?:s|t|ing)?{_CHIEFLY} with|concern(?:s|ed|ing)?|relat(?:es?|ed|ing){_CHIEFLY} to|rang(?:es?|ed|ing){_CHIEFLY} (?:from|over|across|between)|span(?:s|ned|ning)?|touch(?:es|ed|ing)?{_CHIEFLY} (?:up)?on|involv(?:es?|ed|ing)|"
    rf"extend(?:s|ed|ing)? (?:to|from|over)|embrac(?:es?|ed|ing)|encompass(?:es|ed|ing)?|address(?:es|ed|ing)?|focus(?:es|ed|ing)?{_CHIEFLY} on|(?:cent(?:er|re)|revolve)[sd]? (?:on|around|upon)|pertain(?:s|ed|ing)?{_CHIEFLY} to|"
    rf"regulat(?:es?|ed|ing)|govern(?:s|ed|ing)?|provid(?:es?|ed|ing) for|run(?:s)? from|go(?:es)? from|ran from|went from|stretch(?:es|ed)? from|(?:have|has|had) to do{_CHIEFLY} with|bear(?:s|ing)?{_CHIEFLY} (?:up)?on|treat(?:s|ed)?(?: of)?|"
    r"(?:have|has|had) (?:as|for) (?:its|their|Q\d+) (?:main |chief |principal |sole )?(?:objects?|subjects?|themes?|subject matter|matter)|"
    rf"{_FURTHERS}|(?:is|are|was|were) (?:about|on|devoted to|dedicated to|related to|connected with|concerned with|for (?!D\d|M\d)|in (?!L\d|C\d|D\d|force|place|addition|line|all\b|his|her|the (?:presence|capital|hands|works))|from (?:the )?(?:{_FIELDS}|field|area|sphere|sector|domain) of))"
)
_GOAL = (
    r"(?:(?:(?:is|are|was|were) )?(?:aim(?:s|ed)?|design(?:ed)?|intend(?:ed)?|meant|seek(?:s|ing)?|hop(?:es|ed)|calculated) (?:at|to|for)|open(?:s|ed|ing)?|eas(?:es?|ed|ing)|facilitat(?:es?|ed|ing)|simplif(?:y|ies|ied|ying)|"
    r"commit(?:s|ted|ting)?|oblig(?:es?|ed|ing)|allow(?:s|ed|ing)?|let(?:s|ting)?|enabl(?:es?|ed|ing)|grant(?:s|ed|ing)|giv(?:es?|ing)|promis(?:es?|ed|ing)|set(?:s|ting)? (?:out|up)|lay(?:s|ing)? down|establish(?:es|ed|ing)?|creat(?:es?|ed|ing)|"
    r"envisag(?:es?|ed|ing)|foresee(?:s|ing)?|stipulat(?:es?|ed|ing)|list(?:s|ed|ing)?|mak(?:es?|ing)|pav(?:es?|ed|ing) the way for|clear(?:s|ed|ing)? the way for|help(?:s|ed|ing)?|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?|promot(?:es?|ed|ing)|"
    r"provid(?:es?|ed|ing)|protect(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|bring(?:s|ing)? together|remov(?:es?|ed|ing)|lift(?:s|ed|ing)?|abolish(?:es|ed|ing)?|binds?|regulat(?:es?|ed|ing)|speaks? of|comprises?)"
)
_NAMES = r"(?:includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|contain(?:s|ed|ing)?|featur(?:es?|ed|ing)|list(?:s|ed|ing)?|(?:is|are|was|were))"
_START = (
    r"(?:^|[;:,\"(] |\b(?:and|while|whereas|but) )(?:[a-z]+ G\d+ , |together , |in all , )?(?:between G\d+ |together )?"
)
_OR_SAID = rf"(?:{_START}|\b(?:that|said|says|added|explained|noted) )"
_BEING = rf"(?: (?:is|are|was|were) (?:all )?(?:an? )?(?:{_PAPERS}|{_PAPER}(?: of understanding)?)(?: ,)? (?:and|which|that))?"
_ALL_TOLD = cued(
    rf"{_OR_SAID}(?:(?P<they>{_THEY})|{_ALL})(?:(?: ,)? (?:which|that)|{_ASIDE}){_BEING}{_ADVERB} (?P<verb>{_COVERS}|{_NAMES}(?= (?!signed|concluded|to be|expected|due|not|part|[a-z]+ed (?:in|on|at|by|during|after|before|between) ))|(?P<goal>(?!(?:open|pav|clear)[a-z]* the way){_GOAL}))"
)
_PART_TOLD = cued(
    rf"{_OR_SAID}{_PART}{_ASIDE}{_BEING}{_ADVERB} (?P<verb>{_COVERS}|{_GOAL}|on (?!D\d|the same)|about|for (?!D\d|M\d))(?= )"
)
_SUBJECTS = cued(
    rf"(?:^(?:among )?|[;:,] (?:among )?(?:the|their|its) )(?:(?:the|their|its) )?(?:{_FIELDS}|scope|list|contents?|range)(?: covered| concerned| of (?:the {_PAPERS}|cooperation|collaboration))*(?: (?:under|in|by) (?:the|these) {_PAPERS})? (?:is|are|was|were|include[sd]?|runs? from|ranges? from|:)(?= )"
)
# "the agreements cover tea and trade; the memoranda, among other things, water"
_GAPPED = re.compile(rf"[;,] (?:while |and )?the {_COUNTED}{_PAPERS}(?: ,(?:{_CHIEFLY} ,)?|{_CHIEFLY}) (?=[a-z])")
# "Tourism, water and sport are covered." "A school partnership and two memoranda on sport complete the set."
_LISTED = cued(
    r"^(?:also )?(?P<list>(?!there|they|these|those|it|all|both|other|most|many|some|several|nothing|none|not)[a-zA\d][^;:\"]{3,160}?) (?:(?:complete[sd]?|rounds? off|rounded off) the (?:set|package|list|lot|series|batch|harvest|bundle)|(?:is|are|was|were) (?:all |also |thereby |thus )?(?:covered|dealt with|touched (?:up)?on|provided for|"
    rf"among (?:the|their) (?:{_FIELDS}|matters|points)(?: covered| concerned| dealt with)?|(?:the|their) (?:{_FIELDS}|subjects?|object)(?: covered| concerned)?))(?= (?:[.,;]|(?:by|of) (?:the|these|those) |in (?:the|these|those) )|$)"
)
_IT_TOLD = re.compile(
    rf"{_START}(?:(?P<it>it|this)|(?:this|that|the) (?P<words>(?:[a-z-]+ ){{0,3}}){_PAPER}(?: (?:itself|in question))?|its (?:N\d+ )?(?:provisions|articles|chapters|clauses|terms|points|sections)){_SIGNED}{_ASIDE}{_ADVERB} "
    rf"(?:{_COVERS}|list(?:s|ed)|include[sd]?|comprises?|{_GOAL})(?= )"
)
_UNDER_IT = re.compile(
    rf"(?:^|[;\"] )(?:under|by|through|thanks to|according to) (?:its terms|(?P<it>it)|(?:this|that|the|its) (?P<words>(?:[a-z-]+ ){{0,3}}){_PAPER})(?: ,)? (?=(?:the )?(?:[A-Z]\d|[a-z]))"
)
_PURPOSE = (
    r"(?:aimed at|(?:intended|meant|designed|calculated|supposed) to|aiming (?:at|to)|seeking to|with the (?:aim|goal|purpose) of|in order to|so as to|to (?:make|ease|boost|promote|facilitate|simplify|strengthen|expand|deepen|develop|fight|combat|curb|"
    r"improve|increase|encourage|protect|regulate|build|supply|train|share|cooperate|work together|set up|establish|open|step up|enhance|widen|broaden|support|help|speed up|cut|lower|reduce|raise|modernise|modernize|restore|exchange|explore|jointly))"
)
_FIELD = re.compile(
    rf" (?:in (?!L\d|D\d|his|her|Q\d|the presence|the (?:egyptian|[a-z]+ )?capital|all\b)|on (?!D\d|the sidelines|the margins|the occasion|that occasion|behalf)|for (?!D\d|M\d|the first)|such as |about |{TOPIC_LINK} |from (?!L|D|the visit)|with a scope |"
    rf"open(?:s|ed)? |{_PURPOSE} |(?:which |that )?(?:(?:also|mainly|mostly|chiefly|largely) )?{_COVERS} )"
)
_SPANS = re.compile(
    rf" (?:, )?(?:(?:that|which|and) )?(?:also )?(?:(?:was )?(?:signed|concluded|inked) )?(?:(?:on )?D\d+ |in L\d+ |by [^,;:]{{3,40}}? )*(?:, )?(?:for (?!D\d|M\d|the first)|{_PURPOSE}|(?:(?:that|which) )?(?:(?:also|mainly|mostly|chiefly|largely) )?{_COVERS})\b"
)
_OWN_VERB = re.compile(
    rf"(?: (?:that|which))?(?: (?:signed|concluded|inked|exchanged|adopted|reached))?(?: (?:on |in )?(?:D\d+|L\d+)| (?:by|between|with) (?:the )?[^,;:]{{2,60}}?| ,)*? (?:will |would |shall )?(?P<verb>{_GOAL})(?= )"
)
STOP = re.compile(
    r" (?:;|\.$|: |which|who|whose|while|whereas|said|says|told|\(|but(?! also\b)|that(?! (?:rang|extend|includ|run|go|span|cover))|where|when|after|during|following|worth|valued|at a|by the|with the|as (?:he|she|P\d+)|together|join|joins|[PH]\d+ (?:and|said|[a-z]+ed)|"
    r"and (?:[a-z]+ly )?(?:[a-z]+ed|saw|set|took|gave|made|put|moved)|and (?:the )?[PHG]\d+|, (?:and )?(?:G\d+|P\d+|the [a-z]+ said)|, according to|, [^,;]{0,60} (?:said|says|told|announced|reported))(?= |$)"
)


def stop(coded: str, start: int, end: int) -> int:
    """Where a list of fields that begins at `start` ends, past what is inserted in it."""
    while found := STOP.search(coded, start, end):
        aside = _INSERTED.match(coded, found.start(), end) or _INSERTED.match(coded, found.start() - 5, end)
        if not aside:
            return found.start()
        start = aside.end()
    return end


# what stands in a list and does not end it: "energy (oil and gas), trade", "border crossings, of which five are new, and youth"
_INSERTED = re.compile(r" \( [^();:]{2,60} \)(?= (?:,|and|;) )| , (?:of|for|to) which [^,;:()]{2,60}(?= (?:,|and) )")


def sectors_in(context: Context, sentence: Sentence, low: int, high: int) -> set[str]:
    """The sectors named in a stretch of the coded sentence, not those of the ministry that tells it."""
    if told := _TOLD_BY.search(sentence.coded, low, high):
        high = told.start()
    if high <= low:
        return set()
    start, end = sentence.span(low, high)
    return set(context.sectors.find(context.analysis.low[start:end]))


_TOLD_BY = re.compile(
    r", (?:according to [^,;:]{2,70}|[^,;:]{2,70} (?:said|reported|announced|confirmed|told reporters)[^,;:]{0,50})(?= [.]$|$)"
)


def complements(sentence: Sentence, phrase: DocPhrase, end: int) -> Iterator[tuple[int, int]]:
    """The stretches after a noun, up to `end`, that may tell what the papers are about, likeliest first."""
    coded = sentence.coded
    if verb := _OWN_VERB.match(coded, phrase.end, end):
        yield verb.start("verb"), _clause_end(coded, verb.end(), end)
    for field in _FIELD.finditer(coded, phrase.end, end):
        between = coded[phrase.end : field.start() + 1]
        if field.start() - phrase.end >= 130 or " ; " in between or _OTHER_THING.search(between):
            return
        yield field.start(), stop(coded, field.end(), end)


# "seven agreements and a promise of aid in housing", "seven agreements and agreed to speak on housing"
_OTHER_THING = re.compile(
    r"\band (?!sign|exchang|conclud|initial|inked|adopt|seal)[a-z]+ed (?:to|that|on|their|the|its|an?) |"
    r"^(?: between [^,;:]{3,40}?| with [CA]\d+| in L\d+| (?:on )?D\d+)*(?: ,)? and an? (?!(?:number|series|dozen|half|few|host) )[a-z]"
)


def own_clause(sentence: Sentence, phrase: DocPhrase) -> tuple[int, int] | None:
    """What a document named as a subject does: "the treaty of 1960 still governs the waters of the Indus"."""
    found = _GOVERNS.match(sentence.coded, phrase.end)
    return (found.start("verb"), _clause_end(sentence.coded, found.end(), len(sentence.coded))) if found else None


_GOVERNS = re.compile(
    r"(?: of D\d+| between [^,;:]{3,60}?)?(?: , (?:signed|concluded|inked|reached|dated|agreed)[^;:]{3,160}? ,)?(?: (?:still|also|now|to this day|today|continues to|[a-z]+ly))* (?P<verb>govern|regulat|oblig|forbid|prohibit|allow|entitl|provide[sd]? for|commit|bind|exempt|guarantee|require|divide|settle|fix|abolish|waive|lift)[a-z]* (?=[a-zA-Z])"
)


def _clause_end(coded: str, start: int, end: int) -> int:
    """Where a main clause ends, past verbs that "and" joins to its own."""
    found = re.search(
        r" (?:;|:|\(|which|who|while|whereas|but|said|says|, according to|, (?:and )?(?:[PHG]\d+|the (?:[a-zA\d-]+ ){1,3}(?:said|announced|reported)))(?= |$)",
        coded[start:end],
    )
    return start + found.start() if found else end


def spanned(context: Context, paper: Paper) -> set[str]:
    """The fields that a clause after the title gives: "a framework agreement that spans security and trade"."""
    coded = paper.sentence.coded
    found = _SPANS.match(coded, paper.stretch[1])
    if not found:
        return set()
    return sectors_in(context, paper.sentence, found.end(), stop(coded, found.end(), len(coded)))


def taken_up(context: Context, paper: Paper, papers: dict[int, list[Paper]]) -> tuple[set[str], bool]:
    """The fields that clauses and sentences after a package tell of it, and whether they tell of a part of it only."""
    found: set[str] = set()
    partly = False
    home = paper.sentence
    far = False
    last = home.index
    for sentence in context.analysis.sentences[home.index :]:
        start = paper.phrase.end if sentence is home else 0
        other = sentence is not home and _opens_other(paper, papers.get(sentence.index, []))
        far = far or other or sentence.index - home.index >= _REACH
        near = sentence.paragraph - home.paragraph <= 1 and not far
        told = False
        for match in _ALL_TOLD.finditer(sentence, start):
            if match.group("they") and (
                match.group("goal")
                or sentence.index - last > 1
                or not _is_they(sentence, match)
                or re.match(_FURTHERS, match.group("verb"))
            ):
                continue  # "they opened": the leaders
            counted, count = _count_in(sentence, match.start(), match.end()), paper.phrase.count
            if counted != count if counted and count else far:
                continue
            if re.match(_NAMES, match.group("verb")) and _names_papers(papers, sentence, match.end()):
                partly = told = True
                continue
            found |= sectors_in(context, sentence, match.end(), _list_end(papers, sentence, match.end()))
            if gapped := _GAPPED.search(sentence.coded, match.end()):
                found |= sectors_in(context, sentence, gapped.end(), _list_end(papers, sentence, gapped.end()))
            partly = partly or "remaining" in match.group()
            partly = partly or bool(re.search(r"\bamong others|inter alia", sentence.coded))
            told = True
        for match in _PART_TOLD.finditer(sentence, start) if near else ():
            if beyond(sentence, match.start(), match.end(), paper.phrase.count):
                continue
            found |= sectors_in(context, sentence, match.end(), _list_end(papers, sentence, match.end()))
            partly = told = True
        if near and (fields := _SUBJECTS.search(sentence, start)):
            end = stop(sentence.coded, fields.end(), len(sentence.coded))
            found |= sectors_in(context, sentence, fields.end(), end)
            told = True
        if (
            (near or other)
            and sentence is not home
            and (told_first := _LISTED.search(sentence))
            and _is_list(sentence, told_first)
        ):
            found |= sectors_in(context, sentence, *told_first.span("list"))
            told = True
        last = sentence.index if told else last
    return found, partly


def _list_end(papers: dict[int, list[Paper]], sentence: Sentence, start: int) -> int:
    """Where a list of fields ends: "they range from tea to trade, and include a treaty on rivers" lists no rivers."""
    named = [
        p.phrase.left
        for p in papers.get(sentence.index, [])
        if p.single and not p.phrase.elliptic and p.phrase.left > start
    ]
    return stop(sentence.coded, start, min(named, default=len(sentence.coded)))


def _is_list(sentence: Sentence, match: Match[str]) -> bool:
    """True for "tourism, water and sport", not for a clause or for persons and states."""
    words = match.group("list")
    return not _NO_LIST.search(f" {words} ") and (" and " in words or "," in words)


_NO_LIST = re.compile(
    r" (?:[PCGHLQMD]\d+|which|who|that|was|were|is|are|has|have|had|will|would|said|says|told|but|not|no|nor|neither|costs?|losses|damages?|expenses) "
)


def _is_they(sentence: Sentence, match: Match[str]) -> bool:
    """True for "they" and "these", not for "the two sides"."""
    return sentence.units[sentence.at(match.start("they"))].word in ("they", "these", "those")


_REACH = 9
"""Sentences after which only those that count the same papers again go on about them."""


def _names_papers(papers: dict[int, list[Paper]], sentence: Sentence, start: int) -> bool:
    """True where papers are named one by one after `start`, for which "texts on tea and trade" are too few; their titles then tell the fields."""
    return any(p.phrase.left >= start and (p.single or p.act.status) for p in papers.get(sentence.index, []))


def _opens_other(paper: Paper, papers: list[Paper]) -> bool:
    """True where a sentence tells of another package, from which "they" then means that one."""
    return any(
        not p.single and p.parent is not paper and p.act.status and p.phrase.counted and not p.phrase.definite
        for p in papers
    )


def _count_in(sentence: Sentence, start: int, end: int) -> float | None:
    """The eighteen of "the eighteen papers", where a stretch counts them."""
    found = re.search(r"\bN(\d+) ", sentence.coded[start:end])
    number = sentence.units[int(found.group(1))].thing if found else None
    return float(number.value) if isinstance(number, Number) else None


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def beyond(sentence: Sentence, start: int, end: int, count: int | None) -> bool:
    """True where "a third" comes on top of the two told of."""
    found = re.search(rf"\b(?:O(\d+)|({'|'.join(_ORDINALS)}))\b", sentence.coded[start:end])
    if not found or count is None:
        return False
    number = sentence.units[int(found.group(1))].thing if found.group(1) else None
    place = number.value if isinstance(number, Number) else _ORDINALS.index(found.group(2)) + 1 if found.group(2) else 0
    return place > count


def clauses_on_it(context: Context, paper: Paper) -> Iterator[tuple[Sentence, int, int]]:
    """The stretches in which the next sentences tell what a single paper does: "It covers ...", "Under the accord, ..."."""
    home = paper.sentence
    for sentence in context.analysis.sentences[home.index + 1 : home.index + 3]:
        for match in (*_IT_TOLD.finditer(sentence.coded), *_UNDER_IT.finditer(sentence.coded)):
            if (not match.group("it") or sentence.index - home.index == 1) and _renames(match, paper):
                yield sentence, match.end(), stop(sentence.coded, match.end(), len(sentence.coded))


def told_of_it(context: Context, paper: Paper) -> set[str]:
    """The fields that the next sentences tell of a single paper."""
    return next((found for told in clauses_on_it(context, paper) if (found := sectors_in(context, *told))), set())


def _renames(match: Match[str], paper: Paper) -> bool:
    """True where "the partnership agreement" may mean the paper: the words before its noun are general or the paper's own."""
    words = (match.group("words") or "").split()
    return all(w in _OF_ANY or w in paper.title.lower() for w in words)


_OF_ANY = frozenset("new same said latest signed bilateral first two-page short joint draft whole".split())
