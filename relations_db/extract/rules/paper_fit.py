"""Why a document that something was done with makes no fact of its own: vague, private, unpartied, unnamed, told before."""

from __future__ import annotations

from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context
from relations_db.extract.documents import SAYINGS
from relations_db.extract.rules.declarations import is_declaration
from relations_db.extract.rules.paper_details import price_of, sectors_of
from relations_db.extract.rules.paper_named import told_name
from relations_db.extract.rules.paper_private import not_of_states
from relations_db.extract.rules.paper_states import unit_states
from relations_db.extract.rules.paper_topics import spanned
from relations_db.extract.rules.papers import Paper, papers_of
from relations_db.extract.rules.titles import SUM, identifies
from relations_db.language import patterns as re
from relations_db.values import Status


def unfit(context: Context, paper: Paper) -> str:
    phrase = paper.phrase
    political = phrase.form in ("communique", "joint_statement", "joint_declaration", "declaration")
    if is_declaration(context, paper) or phrase.noun in SAYINGS or political:
        return "declaration"
    if not paper.parties[0] or len(paper.parties[0]) < 2:
        return "one state"
    if not set(paper.parties[0]).isdisjoint(_NO_STATES):
        return "no state"
    if reason := not_of_states(context, paper):
        return reason
    if paper.parties[1] is not SAID and _SIMILAR.search(paper.sentence.coded, 0, paper.phrase.start):
        return "like another"
    if paper.single:
        return "told before" if phrase.det == "such" else _unfit_single(context, paper)
    if (
        phrase.noun in ("texts", "documents", "papers")
        and paper.sentence.units[paper.sentence.at(phrase.left)].word == "both"
    ):
        return "told before"
    if _part_of_package(context, paper):
        return "part of a package"
    if phrase.count is None and paper.act.status is Status.PROPOSED:
        return "uncounted wish"
    if phrase.count is None and _is_headline(context, paper):
        return "headline"
    if phrase.count is None and (reason := _vague(context, paper)):
        return reason
    if not phrase.counted and phrase.definite and not re.search("package", phrase.noun) and price_of(paper) is None:
        return "existing agreements"
    if phrase.count is None and not phrase.counted and paper.act.way in ("mention", "entry", "exists", "proposal"):
        return "uncounted"
    return ""


# "it signed similar deals with Eni": with whom, only the firm's name would tell
_SIMILAR = re.compile(r"\b(?:similar|comparable|identical) (?:[a-z]+ )?$")


def _is_headline(context: Context, paper: Paper) -> bool:
    """True for "A and B sign deals" above a text that tells which."""
    others = (p for papers in papers_of(context).values() for p in papers if p.sentence is not paper.sentence)
    told = any(p.act.status is not None and p.parties[0] == paper.parties[0] for p in others)
    sentence = paper.sentence
    if sentence.index or not told:
        return False
    if context.analysis.document.title:
        return not sectors_of(context, paper)
    return not _ENDED.search(sentence.coded) and not context.sectors.find(
        context.analysis.low[sentence.start : sentence.end]
    )


_ENDED = re.compile(r"[.!?:;] *$")


_NO_STATES = frozenset({"HKG", "MAC"})


def _part_of_package(context: Context, paper: Paper) -> bool:
    """ "Ten documents: five agreements and five memoranda": the ten are the package."""
    count = paper.phrase.count
    wholes = [
        p.phrase.count
        for p in papers_of(context)[paper.sentence.index]
        if p.phrase.start < paper.phrase.start and p.phrase.plural and p.phrase.counted and p.act.status
    ]
    parted = paper.act.way == "member" or (
        paper.act.way == "told" and " : " in paper.sentence.coded[: paper.phrase.left]
    )
    return count is not None and any(w is not None and w > count for w in wholes) and parted


_UNDERSTOOD = re.compile(r"reach|agreed|came to|struck|outcome|led|saw|brought|ended|there ")


_MULTIPLE = re.compile(r"\b(?:numerous|many|various|dozens of|scores of|multiple|countless) (?:[a-z]+ ){0,2}$")


def _vague(context: Context, paper: Paper) -> str:
    """Why papers without a number make no fact: understandings, those of the past without a day, and those of which the sentence names one."""
    stuff = bool(sectors_of(context, paper)) or price_of(paper) is not None
    if re.match(r"agreed|reached", paper.act.verb) and paper.phrase.noun in ("documents", "papers", "texts"):
        return "understandings"
    if _UNDERSTOOD.match(paper.act.verb) and not stuff:
        return "understandings"
    if not stuff and _is_bare(paper):
        return "neither counted nor named"
    if paper.act.realis.background and paper.when.basis is not SAID:
        return "papers of the past"
    if len(paper.parties[0] or ()) > 2 and re.search(r"\b(?:tour|trip)\b", paper.sentence.coded):
        return "papers of several visits"
    if _MULTIPLE.search(paper.sentence.coded[: paper.phrase.start]) and paper.when.basis is not SAID and not stuff:
        return "papers of the past"
    if re.match(r" (?:, )?(?:including|among them|such as|one of them)\b", paper.sentence.coded[paper.phrase.end :]):
        named = [p for p in papers_of(context)[paper.sentence.index] if p.parent is paper]
        return "told one by one" if named and not stuff else ""
    return ""


def _is_bare(paper: Paper) -> bool:
    """True for "they signed documents": the text says neither how many, nor on what, nor for how much, nor on which day."""
    phrase = paper.phrase
    told = phrase.det or phrase.counted or paper.when.basis is SAID
    return not told and not _SUM.search(paper.sentence.coded, phrase.end)


_SUM = re.compile(r"\bM\d")


def _unfit_single(context: Context, paper: Paper) -> str:
    """Why a single document makes no fact: nothing identifies it, it only renames one told before, or it was only made known."""
    if paper.phrase.noun == "partnership" and not sectors_of(context, paper):
        return "a level"
    if not identifies(_without_states(context, paper)) and not spanned(context, paper):
        name = told_name(context, paper)
        if not (name or _alone(context, paper) or SUM.search(paper.title.lower())):
            return "no title"
        paper.title = name or paper.title
    if paper.parties[1] is not SAID and _PRIVATE.search(paper.title.lower()):
        return "private"
    if (
        _MANY.search(paper.sentence.coded[max(0, paper.phrase.left - 12) : paper.phrase.start])
        and len(paper.parties[0] or ()) < 3
    ):
        return "many states"
    if paper.parties[1] is not SAID and _OF_A_BLOC.search(paper.sentence.coded[: paper.phrase.left]):
        return "many states"
    if _BY_ALL.match(paper.sentence.coded, paper.phrase.end):
        return "many states"
    clause = re.search(r"^\S+(?: \S+)? (?:that|which|under which|by which)\b", paper.title)
    before = paper.sentence.coded[: paper.phrase.left]
    first = papers_of(context)[paper.sentence.index][0] is paper
    if (
        clause
        and not paper.phrase.elliptic
        and paper.act.way != "member"
        and (paper.act.status is Status.PROPOSED or (not first and re.search(r" , (?:an? |the )?$", before)))
    ):
        return "apposition"
    if re.search(r" , (?:the |its |their |Q\d+ |[PCL]\d+ 's )$", before) and re.match(
        r"(?:O\d+|first|second|third|last|latest|biggest|largest|most|only|N\d+) ",
        paper.sentence.coded[paper.phrase.left :],
    ):
        return "apposition"
    known = re.match(r"issu|releas|publish|made public|announc", paper.act.verb)
    if known and paper.act.way != "member" and price_of(paper) is None:
        return "only made known"
    return ""


_SEALS = re.compile(r"sign|ink|seal|put|affix|conclu|initial|exchang|penned|set|execut|append|lent")


def _alone(context: Context, paper: Paper) -> bool:
    """True for a memorandum of which one knows who signed it and nothing more, the only one of its kind that they did in the text."""
    phrase, sentence = paper.phrase, paper.sentence
    if paper.parties[1] is not SAID or phrase.det not in ("a", "an", "one") or not _SEALS.match(paper.act.verb):
        return False
    signers = {s for n, u in sentence.things if u.code in ("P", "H") for s in unit_states(context, sentence, n)}
    if (
        phrase.elliptic
        or phrase.noun in _VAGUE_NOUNS
        or paper.act.way == "relative"
        or not set(paper.parties[0] or ()) <= signers
    ):
        return False
    others = (p for papers in papers_of(context).values() for p in papers if p is not paper and p.act.status)
    return not any(p.phrase.form == phrase.form and p.parties[0] == paper.parties[0] for p in others)


_VAGUE_NOUNS = frozenset("document paper text deal plan partnership framework understanding notes letters".split())
_PRIVATE = re.compile(
    r"\b(?:wages?|pay rises?|(?:trade|labou?r|teachers'|workers'|miners'|pilots'|seamen's|student) unions?|landlords?|tenants?|strikers?|players?|coach|transfer fee|coalition|creditors|bondholders|takeover|merger|shareholders?|rebels?|guerrillas?|rebel groups?|opposition|employees|employers|doctors' strike|strike|plea|marriage|divorce)\b"
)
_BY_ALL = re.compile(
    r"[^;:]{0,90}\b(?:signed|ratified|joined) by [^;:.]{0,80} (?:among (?:many )?others|and (?:many |several |\bN\d+ )?(?:others|other (?:states|countries|nations)))\b|[^;:]{0,80}\b(?:signed|concluded|adopted|ratified|joined) (?:[^;:,]{0,30} )?by (?:all|most|many|some|several|dozens of|N\d+)(?: of)?(?: the)? (?:[a-z-]+ |N\d+ |- |[AKB]\d+ )*(?:countries|states|nations|members|signatories|governments)\b"
)
_MANY = re.compile(
    r"\b(?:N\d+|\d+|[a-z]+)(?: - |-)(?:nation|country|state|party|member)\b|\bmulti(?:-?lateral|-?national)\b"
)


_OF_A_BLOC = re.compile(
    r"\b(?:the|an?|its) (?:[a-z]+ )?B\d+ (?:'s )?(?:(?!and|or|with|the|an?|in the|on )[a-z-]+ ){0,3}$|\bthe (?:[a-z]+ )?(?:bloc|union|organi[sz]ation|alliance|community|club|group|league) 's $"
)  # "the ASEAN Trade in Goods Agreement"


def _without_states(context: Context, paper: Paper) -> str:
    """The title without the names of states and persons, which name no subject; a name in capitals ("the Oman-India Treaty") stays."""
    title = paper.title
    if re.search(r" (?:Agreement|Treaty|Accord|Pact|Protocol|Convention|Memorandum|Roadmap|Plan|Programme)\b", title):
        return title
    low, high = paper.span
    for unit in paper.sentence.units:
        if unit.code in ("C", "A", "P") and low <= unit.start and unit.end <= high:
            title = title.replace(context.analysis.said(unit.start, unit.end), " ")
    return title
