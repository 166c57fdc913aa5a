"""Sectors and prices of documents."""

from __future__ import annotations

from itertools import takewhile

from relations_db.extract.context import Context
from relations_db.extract.rules.paper_clause import deed_of, done_by_it
from relations_db.extract.rules.paper_fields import beside, for_loan
from relations_db.extract.rules.paper_fronted import beside_noun, modified_from
from relations_db.extract.rules.paper_lists import for_its_part
from relations_db.extract.rules.paper_named import institutions
from relations_db.extract.rules.paper_topics import beyond, complements, sectors_in, spanned, taken_up, told_of_it
from relations_db.extract.rules.papers import Paper, papers_of
from relations_db.language import patterns as re
from relations_db.language.fold import fold, lower
from relations_db.language.numbers import Number
from relations_db.values import Money

_AFTER = re.compile(
    r"^(?: [^.;:]{0,90}?)? (?:worth|valued (?:together )?at|totall?ing|amounting to|amount(?:s|ed)? to|add(?:s|ed)? up to|totall?ed|with a (?:combined |total )?value of|to the tune of|at a (?:cost|price) of|priced at|(?:is|was|are|were) (?:together )?(?:worth|valued at)|said to be worth|put (?:it )?at(?: about)?|for|of|for an? (?:[a-z]+ )?(?:total|sum) of|(?:is )?to lend|could be mobilized) (?:[a-z]+ ){0,3}?M(\d+)"
)
_BEFORE = re.compile(r"M(\d+) (?:- )?(?:[a-z-]+ ){0,3}$")


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
    members, itemised = _members(context, paper)
    alike = set() if found else _told_beyond(context, paper, members)
    if not found or open_list or itemised or any(for_its_part(m.sentence, m.phrase) for m in members):
        for member in members:
            if not member.phrase.declaration:
                found |= set(sectors_of(context, member))
    return tuple(sorted((found | alike) or _same_signing(context, paper)))


def _members(context: Context, package: Paper) -> tuple[list[Paper], bool]:
    """What the text counts to a package, by itself or by way of another member, with "one on ..., another on ..." right after it."""
    after = [p for p in papers_of(context).get(package.sentence.index, []) if p.phrase.left >= package.phrase.end]
    told = [*takewhile(lambda p: p.single and p.phrase.elliptic, after)]
    if (
        told
        and told[0].phrase.end > told[0].phrase.left
        and sectors_in(context, package.sentence, package.phrase.end, told[0].phrase.left)
        and not _PARTED.search(package.sentence.coded, package.phrase.end, told[0].phrase.left)
    ):
        told = []  # "two pacts on cattle, one on wells"
    members = told[:]
    for papers in papers_of(context).values():
        members += [p for p in papers if p not in told and (p.parent is package or any(p.parent is m for m in members))]
    if _ONE_OF.search(package.sentence.coded, 0, package.phrase.left) and (first := _told_before(context, package)):
        members.append(first)
    count = package.phrase.count
    return [m for m in members if not beyond(m.sentence, m.phrase.left, m.phrase.end, count)], bool(told)


def _told_before(context: Context, package: Paper) -> Paper | None:
    """The paper that "it is one of five agreements" means."""
    before = papers_of(context).get(package.sentence.index - 1, [])
    return next((p for p in reversed(before) if p.single and p.act.status and p.parties[0] == package.parties[0]), None)


_ONE_OF = re.compile(r"(?:^|[;,] )(?:it|this|that|the (?:[a-z]+ )?[a-z]+) (?:is|was) (?:one|N\d+) of (?:the )?$")
# "four agreements were signed: two on textiles, one on farming"
_PARTED = re.compile(r" : (?:[^:]*[ ,])?N\d+ (?:of (?:them|these) )?(?:on|for|in|about|concern|cover|relat|deal)")
_REGIONS = re.compile(
    r"\bbetween (?:the )?(?:[\w'’-]+ ){0,4}(?:region|province|oblast|(?<!the )state(?! [a-z]+ (?:utility|company|bank|agency|railway|enterprise))|county|governorate|prefecture|voivodeship|district|municipality|canton|city|town)s?\b(?! (?:of )?(?:administration|university|bank|police|museum|library|company|corporation|enterprise|railway|agency|department|ministry))"
)


def _of_single(context: Context, paper: Paper) -> tuple[str, ...]:
    """The fields of a paper, with what a loan is for; where neither title nor text tells them, those of its clause."""
    return for_loan(context, paper, _told(context, paper)) or tuple(sorted(beside(context, paper)))


def _told(context: Context, paper: Paper) -> tuple[str, ...]:
    """The fields of a title; those of a clause after it; of a paper between two regions; else the one field of its package."""
    title, _, said = lower(fold(paper.title)).partition(": ")
    if found := context.sectors.find(said):
        return found
    if found := context.sectors.find(_subject(title)) or context.sectors.find(title):
        return found
    if _REGIONS.search(title):
        return ("regional",)
    if told := spanned(context, paper) or _among(context, paper) or told_of_it(context, paper):
        return tuple(sorted(told))
    if who := institutions(context, paper):
        return context.sectors.find(lower(fold(who)).replace("ministers", "ministries"))
    if paper.parent is not None and not paper.parent.single:
        shared, _ = _listed(context, paper.parent)
        return tuple(shared) if len(shared) == 1 else ()
    return tuple(sorted(deed_of(context, paper) or done_by_it(context, paper)))


def _among(context: Context, paper: Paper) -> set[str]:
    """The fields of "rail, ports and fish are among its subjects"."""
    among = _AMONG.search(paper.sentence.coded, paper.phrase.end)
    return sectors_in(context, paper.sentence, among.start("fields"), among.end("fields")) if among else set()


def _subject(title: str) -> str:
    """What a title is about: of "between the Ministry of Culture and the Ministry of Education on sport" only the last words, of "on sport with the University of Muscat" only the first."""
    between = re.search(r"\bbetween\b", title)
    about = title.rfind(" on ")
    if between and about > between.end():
        return title[about:]
    partner = _PARTNER.search(title)
    return title[: partner.start()] if partner and _ABOUT.search(title[: partner.start()]) else title


_PARTNER = re.compile(
    r" (?:with|between) (?:the )?(?:[\w'’-]+ ){0,4}?(?:university|universities|institutes?|academy|academies|colleges?|ministry|ministries|departments?)\b"
)
_ABOUT = re.compile(r" (?:on|in) (?!\d)")


def _listed(context: Context, paper: Paper) -> tuple[set[str], bool]:
    """The fields told with the package's noun and in what takes it up; whether they are not all."""
    sentence, phrase = paper.sentence, paper.phrase
    coded = sentence.coded
    found = sectors_in(context, sentence, phrase.left, phrase.end)
    if found:
        found |= sectors_in(context, sentence, modified_from(sentence, phrase), phrase.left)
    tail_end = _first_member(context, paper)
    for start, end in complements(sentence, phrase, tail_end):
        if more := sectors_in(context, sentence, start, end):
            found |= more
            break
    open_list = "among others" in coded[phrase.end :] or "inter alia" in coded or bool(_SOME.match(coded, phrase.end))
    if among := _AMONG.search(coded, phrase.end):
        found |= sectors_in(context, sentence, among.start("fields"), among.end("fields"))
    more, partly = taken_up(context, paper, papers_of(context))
    found |= more
    if not found:
        spots = (sectors_in(context, sentence, *spot) for spot in beside_noun(sentence, phrase))
        found = next((fields for fields in spots if fields), found)
    return found, open_list or partly


# "16 contracts, twelve of them in textiles and tea"
_SOME = re.compile(
    r"[^;:.]{0,60} , (?:N\d+|most|many|some|several|half) of (?:them|these|which|G\d+) (?:in|on|about|cover|concern|deal)"
)
_AMONG = re.compile(
    r" [;,] (?P<fields>[^;]{5,160}?) (?:is|are|was|were) among (?:their|the|its) (?:subjects|fields|topics|areas|themes|chapters|headings|priorities|points)\b"
)


def _first_member(context: Context, paper: Paper) -> int:
    """Where the list of titled members begins in the package's sentence."""
    later = [
        p.phrase.left
        for p in papers_of(context).get(paper.sentence.index, [])
        if p.phrase.left > paper.phrase.end and p.single
    ]
    return min(later, default=len(paper.sentence.coded))


_OTHERS = re.compile(r"\b(?:other|further|more|additional|separate)\b")


def _told_beyond(context: Context, package: Paper, members: list[Paper]) -> set[str]:
    """The fields of what the sentences after a package go on to tell, where its own names some of the papers: "seven papers, from a pact on tea to one on rail"."""
    if len(members) >= (package.phrase.count or 0) or all(m.sentence is not package.sentence for m in members):
        return set()
    return _same_signing(context, package, after=True)


def _is_apart(package: Paper, paper: Paper) -> bool:
    """True for the loan of "nine papers were signed and a loan was announced"."""
    between = package.sentence.coded[package.phrase.end : paper.phrase.left]
    return between.endswith((" and a ", " and an ", " and the ")) and not _NAMED.search(between)


_NAMED = re.compile(r"\b(?:among|includ\w+|such as|namely|headed|notably)\b|:")
_TOTAL = re.compile(r"(?:altogether|in all|all told|all in all|in total)\b")
_BEFORE_TOTAL = 2  # sentences


def _same_signing(context: Context, package: Paper, after: bool = False) -> set[str]:
    """The fields of the papers that the text tells of on their own right after a package (`after`: after its sentence), or before "altogether five papers", signed by the same states on the same day."""
    found: set[str] = set()
    home = package.sentence.index
    first = home - _BEFORE_TOTAL if not after and _TOTAL.match(package.sentence.coded) else home
    if _OTHERS.search(package.sentence.coded[max(0, package.phrase.left - 12) : package.phrase.start]):
        return found
    for index, papers in papers_of(context).items():
        for paper in papers:
            if (
                paper.single
                and not paper.phrase.declaration
                and paper.act.status is package.act.status
                and paper.parties[0] == package.parties[0]
                and paper.when.date == package.when.date
                and first + after <= index <= home + 4
                and not (index == home and _is_apart(package, paper))
            ):
                found |= set(_of_single(context, paper))
    return found
