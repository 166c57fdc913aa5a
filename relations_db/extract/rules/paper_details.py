"""Sectors and prices of documents."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.papers import Paper, papers_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.fold import fold, lower
from relations_db.language.numbers import Number
from relations_db.values import Money

_AFTER = re.compile(
    r"^(?: [^.;:]{0,90}?)? (?:worth|valued (?:together )?at|totall?ing|amounting to|with a (?:combined |total )?value of|to the tune of|at a (?:cost|price) of|priced at|(?:is|was|are|were) (?:together )?(?:worth|valued at)|said to be worth|put (?:it )?at(?: about)?|for|of|for an? (?:[a-z]+ )?(?:total|sum) of|(?:is )?to lend|could be mobilized) (?:[a-z]+ ){0,3}?M(\d+)"
)
_BEFORE = re.compile(r"M(\d+) (?:- )?(?:[a-z-]+ ){0,3}$")
_COVERS = re.compile(
    r"^(?:(?:they|G\d+|these|(?:the |these |those |all )?(?:N\d+ |new |signed |other )*(?:documents|agreements|papers|memoranda|memorandums|deals|texts|accords|mous|instruments|acts|understandings|package|contracts|list|memoranda of understanding))(?: signed| exchanged| concluded)?(?: on D\d+| D\d+| in L\d+)?(?: , [^,;:]{3,70} ,)?"
    r"|(?:[a-z]+ )*between them they) (?:also |mainly |mostly )?(?:cover|covers|covered|deal with|dealt with|concern|concerned|relate to|range|ranged|include|included|provide for|span|spans|run from|touch (?:up)?on|are in|were in|focus on|aim at|pertain to|extend (?:to|from)|have to do with|relate)\b"
)
_SPANS = re.compile(
    r" (?:, )?(?:(?:that|which|and) )?(?:also )?(?:was (?:signed|concluded) )?(?:spans?|covers?|covering|spanning|rang(?:es|ing) (?:over|from)|extends? (?:to|from)|embrac(?:es|ing)|deals? with|dealing with|touch(?:es|ing) (?:up)?on|pertains? to|concerns?|for|relat(?:es|ing) to|is about)\b"
)
_FIELD = re.compile(
    r" (?:in (?!L\d|D\d|his|her|Q\d|the presence|the (?:egyptian|[a-z]+ )?capital|all\b)|on (?!D\d|the sidelines|the margins|the occasion|that occasion|behalf)|for (?!D\d|M\d|the first)|cover(?:s|ing|ed)? |such as |rang(?:e|es|ing|ed) (?:from|over) |relat(?:ed|ing) to |spanning |touch(?:ing)? (?:up)?on |concerning |regarding |pertaining to |run from |deal(?:s|ing)? with |about |open(?:s|ed)? |from (?!L|D|the visit)|with a scope )"
)
_STOP = re.compile(
    r" (?:;|\.$|: |which|who|whose|while|whereas|said|says|told|\(|but|that(?! (?:rang|extend|includ|run|go|span|cover))|where|when|after|during|following|worth|valued|at a|by the|with the|as (?:he|she|P\d+)|together|join|joins|[PH]\d+ (?:and|said|[a-z]+ed)|and (?:[a-z]+ly )?(?:[a-z]+ed|saw|set|took|gave|made|put|moved)|and (?:the )?[PHG]\d+|, (?:and )?(?:G\d+|P\d+|the [a-z]+ said)|, [^,;]{0,60} (?:said|says|told|announced|reported))(?= |$)"
)


def price_of(paper: Paper) -> Money | None:
    """The sum that the text gives as the document's worth."""
    coded, phrase = paper.sentence.coded, paper.phrase
    found = _BEFORE.search(coded[max(0, phrase.start - 60) : phrase.start])
    if found is None:
        found = _AFTER.match(coded[phrase.end : phrase.end + 190])
    if found is None:
        return None
    number = paper.sentence.units[int(found.group(1))].thing
    assert isinstance(number, Number)
    return Money(number.value, number.currency or "USD")


def sectors_of(context: Context, paper: Paper) -> tuple[str, ...]:
    """Of a single document by its title; of a package by the fields that the text lists for it, else by its members."""
    if paper.single:
        return _of_single(context, paper)
    found, open_list = _listed(context, paper)
    members = [p for papers in papers_of(context).values() for p in papers if p.parent is paper]
    if not found or open_list:
        for member in members:
            if not member.phrase.declaration:
                found |= set(sectors_of(context, member))
    return tuple(sorted(found))


_REGIONS = re.compile(
    r"\bbetween (?:the )?(?:[\w'’-]+ ){0,4}(?:region|province|oblast|state|county|governorate|prefecture|voivodeship|district|municipality|canton|city|town)s?\b(?! (?:of )?(?:administration|university|bank|police|museum|library|company|corporation|enterprise|railway|agency|department|ministry))"
)


def _of_single(context: Context, paper: Paper) -> tuple[str, ...]:
    """The fields of a title; those of a clause after it; of a paper between two regions; else the one field of its package."""
    title = lower(fold(paper.title))
    if found := context.sectors.find(_subject(title)) or context.sectors.find(title):
        return found
    if _REGIONS.search(title):
        return ("regional",)
    if told := spanned(context, paper) or _told_of_single(context, paper):
        return tuple(sorted(told))
    if paper.parent is not None and not paper.parent.single:
        shared, _ = _listed(context, paper.parent)
        return tuple(shared) if len(shared) == 1 else ()
    return ()


_IT_COVERS = re.compile(
    r"^(?:it|this (?:[a-z]+)|the (?:[a-z]+ ){0,2}(?:agreement|memorandum|plan|programme|program|treaty|pact|accord|deal|roadmap|road map|protocol|document|paper|text|contract|arrangement))(?: (?:itself|in question))?(?: ,[^,;:]{3,80} ,)? (?:also |mainly |mostly |will |would )*(?:cover|covers|covered|deal with|deals with|dealt with|concern|concerns|relate to|relates to|range from|ranges from|include|includes|included|provide for|provides for|spans?|touch(?:es)? (?:up)?on|focus(?:es)? on|aims? at|extends? (?:to|from)|envisages?|foresees?|lists|speaks of|comprises|sets out|opens)\b"
)


def _told_of_single(context: Context, paper: Paper) -> set[str]:
    """The fields of a document without any in its title, as its sentence or the next tells them: "It covers ports, rail and energy"."""
    sentence, coded = paper.sentence, paper.sentence.coded
    if among := _AMONG.search(coded, paper.phrase.end):
        return _in_stretch(context, sentence, among.start("fields"), among.end("fields"))
    for following in context.analysis.sentences[sentence.index + 1 : sentence.index + 3]:
        if covers := _IT_COVERS.match(following.coded):
            return _in_stretch(
                context, following, covers.end(), _stop(following.coded, covers.end(), len(following.coded))
            )
    return set()


def _subject(title: str) -> str:
    """What a title is about: of "between the Ministry of Culture and the Ministry of Education on sport" only the last words."""
    between = re.search(r"\bbetween\b", title)
    about = title.rfind(" on ")
    return title[about:] if between and about > between.end() else title


def spanned(context: Context, paper: Paper) -> set[str]:
    """The fields that a clause after the title gives: "a framework agreement that spans security and trade"."""
    coded = paper.sentence.coded
    found = _SPANS.match(coded, paper.stretch[1])
    if not found:
        return set()
    return _in_stretch(context, paper.sentence, found.end(), _stop(coded, found.end(), len(coded)))


def _listed(context: Context, paper: Paper) -> tuple[set[str], bool]:
    """The fields told right after the package or before its noun, or in a later sentence about it; whether the list says that it is not whole."""
    sentence, phrase = paper.sentence, paper.phrase
    coded = sentence.coded
    found = _in_stretch(context, sentence, phrase.left, phrase.end)
    tail_end = _first_member(context, paper)
    field = _FIELD.search(coded, phrase.end, tail_end)
    if field and field.start() - phrase.end < 130:
        found |= _in_stretch(context, sentence, field.start(), _stop(coded, field.end(), tail_end))
    open_list = "among others" in coded[phrase.end :] or "inter alia" in coded
    if same := _COVERS_HERE.search(coded, phrase.end):
        found |= _in_stretch(context, sentence, same.end(), _stop(coded, same.end(), len(coded)))
    if among := _AMONG.search(coded, phrase.end):
        found |= _in_stretch(context, sentence, among.start("fields"), among.end("fields"))
    reach = 3 if found else 9
    for following in context.analysis.sentences[sentence.index + 1 : sentence.index + reach]:
        covers = _COVERS.match(following.coded)
        near = following.index == sentence.index + 1 or not following.coded.startswith(("they", "G", "these"))
        if covers and near and not _other_count(following, covers.end(), phrase.count):
            end = _cover_end(context, following, covers.end())
            found |= _in_stretch(context, following, covers.end(), end)
            open_list = open_list or "among others" in following.coded
            break
    return found, open_list


_AMONG = re.compile(
    r" [;,] (?P<fields>[^;]{5,160}?) (?:is|are|were) among (?:their|the|its) (?:subjects|fields|topics|areas|themes|chapters|headings|priorities|points)\b"
)
_COVERS_HERE = re.compile(r" [;,] (?:[a-z]+ )*?" + _COVERS.pattern[1:])


def _other_count(sentence: Sentence, end: int, count: int | None) -> bool:
    """True where "the eighteen papers" are not the six told of."""
    found = re.search(r"\bN(\d+) ", sentence.coded[:end])
    number = sentence.units[int(found.group(1))].thing if found else None
    return isinstance(number, Number) and count is not None and number.value != count


def _first_member(context: Context, paper: Paper) -> int:
    """Where the list of titled members begins in the package's sentence."""
    later = [
        p.phrase.left
        for p in papers_of(context).get(paper.sentence.index, [])
        if p.phrase.left > paper.phrase.end and p.single
    ]
    return min(later, default=len(paper.sentence.coded))


def _cover_end(context: Context, sentence: Sentence, start: int) -> int:
    own = [p.phrase.left for p in papers_of(context).get(sentence.index, []) if p.phrase.left >= start and p.single]
    return min([_stop(sentence.coded, start, len(sentence.coded)), *own])


def _stop(coded: str, start: int, end: int) -> int:
    stop = _STOP.search(coded, start, end)
    return stop.start() if stop else end


def _in_stretch(context: Context, sentence: Sentence, low: int, high: int) -> set[str]:
    if high <= low:
        return set()
    start, end = sentence.span(low, high)
    return set(context.sectors.find(context.analysis.low[start:end]))
