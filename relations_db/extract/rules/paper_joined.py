"""Papers of one sentence that belong together: members of the package of the same verb, one singled out of it, a second name for one."""

from __future__ import annotations

from relations_db.extract.acts import no_act
from relations_db.extract.levels import find_level
from relations_db.extract.rules.paper import Paper, member
from relations_db.extract.rules.paper_lists import listed
from relations_db.extract.rules.titles import identifies
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_ONE_OF = re.compile(
    r" (?:is|was|are|were|being|remains?) (?:one|the (?:[a-z]+est|most [a-z]+|first|main|chief|last)) (?:[a-z]+ )?(?:of|among) (?:the |these )?$"
)


def parent_by_verb(paper: Paper, papers: list[Paper]) -> Paper | None:
    """The package of the same verb that lists this paper ("signed five agreements, among them one on fisheries")."""
    last = next((p for p in reversed(papers) if p.act.status), None)
    if last is None or last.act.at != paper.act.at:
        return None
    if last.single:
        return last.parent
    return last if listed(paper.sentence, last, paper.phrase, strict=True) else None


def join_singled_out(sentence: Sentence, papers: list[Paper]) -> None:
    """ "The agreement on power trade was the weightiest of four documents": it is one of them."""
    for number, paper in enumerate(papers[:-1]):
        package = papers[number + 1]
        between = sentence.coded[paper.stretch[1] : package.phrase.left]
        if not package.single and package.act.status and paper.single and _ONE_OF.fullmatch(between):
            papers[number] = member(paper, package)


_APPOSED = re.compile(r" , (?:an? |the |one |its |their )")
_COORDINATED = re.compile(r"(?: ,)?(?: and| as well as| plus| or) ")


def join_apposed(sentence: Sentence, papers: list[Paper]) -> None:
    """ "The Gander Agreement, a pact on fisheries, was signed": a second name of the paper before it, unless both are items of a list."""
    for number, paper in enumerate(papers[1:], 1):
        first = papers[number - 1]
        following = papers[number + 1] if number + 1 < len(papers) else None
        between = sentence.coded[first.stretch[1] : paper.phrase.left]
        item = following and _COORDINATED.match(sentence.coded, paper.stretch[1])
        if (
            first.single
            and paper.single
            and not (paper.phrase.declaration or find_level(paper.title, friendship=True))
            and not first.phrase.declaration
            and not paper.phrase.elliptic
            and first.act.status
            and paper.act.status is first.act.status
            and _APPOSED.fullmatch(between)
            and re.match(r"(?: ,| \.|$| that| which)", sentence.coded[paper.stretch[1] :])
            and not item
            and not (following and following.phrase.left - paper.stretch[1] < 12)
        ):
            first.title = f"{first.title}, {paper.title}" if identifies(first.title) else paper.title
            paper.act = no_act(paper.phrase, "apposition")
