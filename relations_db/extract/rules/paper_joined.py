"""Papers of one sentence that belong together: members of the package of the same verb, one singled out of it, a second name for one."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.act import no_act
from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context
from relations_db.extract.levels import find_level
from relations_db.extract.rules.paper import Paper, member
from relations_db.extract.rules.paper_item_days import days_in_turn
from relations_db.extract.rules.paper_lists import listed
from relations_db.extract.rules.paper_states import states_at, unit_state, unit_states
from relations_db.extract.rules.titles import identifies
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence


def date_in_turn(context: Context, sentence: Sentence, papers: list[Paper]) -> None:
    """ "The agreements on X and on Y were signed in 2011 and 2013 respectively": gives each paper its own day."""
    done = [p for p in papers if p.single and p.act.status]
    days = days_in_turn(context, sentence, done[0].act) if len(done) > 1 else []
    if len(days) == len(done):
        for paper, when in zip(done, days, strict=True):
            paper.when = when or paper.when


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
        if paper.single and paper.act.status and _unsigned(package) and _ONE_OF_ROW.fullmatch(between):
            papers[number + 1] = replace(
                package, act=paper.act, parties=paper.parties, when=paper.when, place=paper.place
            )
            papers[number] = member(paper, papers[number + 1])
        if not package.single and package.act.status and paper.single and _ONE_OF.fullmatch(between):
            papers[number] = member(paper, package)


# "it was signed on Monday, one of nine instruments on rivers"
_ONE_OF_ROW = re.compile(
    r"[^;:.]{0,120} , (?:N\d+|one|part|another) (?:out )?of (?:the |some |about |over |as many as )*"
)


def _unsigned(package: Paper) -> bool:
    """True for counted papers that no verb governs."""
    phrase = package.phrase
    return phrase.plural and phrase.count is not None and package.act.realis.reason == "no act of signing"


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


_AND_ONE = re.compile(r"(?: ,)?(?: and| as well as| plus| along with)? (?:an? |the |another |one )?|(?: ,)? and ")


def join_coordinated(papers: list[Paper]) -> None:
    """ "An accord on X and a memorandum under which Y runs Z were signed": the first has no verb but that of the second."""
    for number in reversed(range(len(papers) - 1)):
        first, second = papers[number], papers[number + 1]
        between = first.sentence.coded[first.stretch[1] : second.phrase.left]
        if (
            first.act.realis.reason == "no act of signing"
            and first.single
            and identifies(first.title)
            and second.act.status
            and second.act.way == "passive"
            and second.act.at >= second.stretch[1]
            and _AND_ONE.fullmatch(between)
        ):
            papers[number] = replace(
                first,
                act=second.act,
                parties=second.parties,
                when=second.when,
                place=second.place,
                parent=second.parent,
            )


_WITH_ONE = re.compile(r"(?:N\d+ )?[a-z ]{0,60}?\bwith (?:the )?([CA]\d+)\b")
_BY_ONE = re.compile(r"\bby (?:the )?(?:[a-z]+ )?(?P<one>[CPA]\d+)\b")


def partner_of_member(context: Context, paper: Paper, package: Paper) -> tuple[str, ...] | None:
    """The parties of one of "two papers: a memorandum with B and a protocol with C": its partner, and who is told before them all."""
    sentence, whole = package.sentence, package.parties[0] or ()
    found = _WITH_ONE.match(paper.sentence.coded[paper.phrase.start : paper.stretch[1]])
    state = unit_state(context, paper.sentence, int(found.group(1)[1:])) if found else None
    if state is None or state in whole:
        return None
    before = states_at(context, sentence, 0, sentence.at(package.phrase.left), 1)
    if not before and (
        one := _BY_ONE.search(sentence.coded, package.phrase.end, max(paper.phrase.left, package.stretch[1]))
    ):
        before = unit_states(context, sentence, int(one.group("one")[1:]))
    return tuple(sorted((state, before[0]))) if len(before) == 1 and state not in before else None


def drop_scattered(papers: list[Paper]) -> None:
    """A package of papers that have other parties each is none of the two states that the frame gives it."""
    for package in papers:
        members = [p for p in papers if p.parent is package and p.parties[1] is SAID]
        if package.parties[1] is not SAID and len({p.parties[0] for p in members} - {package.parties[0]}) > 1:
            package.act = no_act(package.phrase, "told one by one")
