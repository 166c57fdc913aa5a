"""One document as one sentence tells of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from relations_db.extract.act import Act
from relations_db.extract.context import When
from relations_db.extract.documents import PLURAL, SAYINGS, DocPhrase
from relations_db.extract.rules.paper_parties import Parties
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

SINGULAR_OF = dict.fromkeys(PLURAL, "agreement") | SAYINGS | {
    "accords": "accord", "pacts": "pact", "deals": "deal", "memoranda": "memorandum", "memorandums": "memorandum", "memoranda of understanding": "memorandum of understanding", "memorandums of understanding": "memorandum of understanding",
    "memoranda of cooperation": "memorandum of cooperation", "mous": "mou", "protocols": "protocol", "contracts": "contract", "treaties": "treaty", "programmes": "programme", "programs": "program", "roadmaps": "roadmap", "understandings": "understanding", "notes": "exchange of notes",
}  # fmt: skip


@dataclass(slots=True)
class Paper:
    """One document or package as one sentence tells of it. `parent` is the package that it belongs to, where the text says so."""

    sentence: Sentence
    phrase: DocPhrase
    act: Act
    title: str
    span: tuple[int, int]
    stretch: tuple[int, int]
    parties: Parties
    when: When
    place: str | None
    parent: Paper | None = None
    quotes: tuple[tuple[int, int], ...] = ()

    @property
    def single(self) -> bool:
        return not self.phrase.plural


def words_of(paper: Paper) -> tuple[int, int]:
    """Where the text tells the paper: its noun with the participle or clause that makes it ("the treaty signed in 2019"), for which the
    rest of the sentence tells another thing; else the sentence.
    """
    whole, dated = (paper.sentence.start, paper.sentence.end), paper.when.span
    if not paper.phrase.definite or not paper.single or dated is None or not paper.span[1] <= dated[0] < whole[1]:
        return whole
    between = paper.sentence.coded[paper.stretch[1] : paper.act.at].strip(" ,")
    own = paper.act.way == "relative" or (paper.act.way == "passive" and not between)
    return (paper.span[0], dated[1]) if own and paper.stretch[1] <= paper.act.at else whole


def member(paper: Paper, parent: Paper) -> Paper:
    """A paper with the act, parties, date and place of its package."""
    act = Act(parent.act.realis, parent.act.verb, paper.phrase.start, "member")
    return replace(paper, act=act, parties=parent.parties, when=parent.when, place=parent.place, parent=parent)


def in_passing(paper: Paper) -> bool:
    """True for "as in the declaration which they signed in 1999": the text goes on with its own day."""
    before = paper.sentence.coded[: paper.phrase.left]
    return paper.act.way == "relative" and bool(_AS_IN.search(before))


_AS_IN = re.compile(r"\b(?:as|like) (?:in|with|under|by) (?:the |a )?$")
