"""What a paper is about by the deed that it serves: "nurses will be sent under an agreement", "a memorandum to that effect"."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_topics import sectors_in, stop
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Status

_SERVES = re.compile(
    r"\b(?:under|thanks to|by virtue of|on the (?:basis|strength) of|by|through|with|in line with|in accordance with|pursuant to|as (?:set out|provided for|laid down|agreed|foreseen|stipulated) (?:in|by|under)|laid down in|"
    r"(?:object|subject|purpose|aim|point) of|\() (?:the |an? |another |one of the |Q\d+ |their |its )?(?:[a-z-]+ ){0,2}$"
)
_TO_THAT = re.compile(
    r"(?: (?:of understanding|of cooperation))? (?:(?:to|for) (?:that|this) (?:effect|end|purpose)|(?:on|about|for) (?:that|this|it|the (?:matter|subject|issue))|providing for (?:that|this|it)|which (?:provides for|made) (?:that|this|it)|that made (?:that|this|it))\b"
)
_THE_SAID = re.compile(r"\b(?:relevant|corresponding|respective|appropriate|said) $")
_OPENS = re.compile(r"(?:the|this|that) (?:[a-z-]+ ){0,2}$")
_MAIN = re.compile(r" , (?=(?:the |an? |both |all |more )?[a-zPCAGN])")


Stretch = tuple[Sentence, int, int]


def deed(context: Context, paper: Paper) -> Stretch | None:
    """The clause that tells what is done by way of a paper; the sentence before where "that" or "the agreement" points back."""
    sentence, phrase = paper.sentence, paper.phrase
    coded = sentence.coded
    before = coded[: phrase.left]
    if _TO_THAT.match(coded, phrase.end) or _THE_SAID.search(coded[: phrase.start]):
        own = (sentence, _clause_start(coded, phrase.left), _comma(coded, phrase.left))
        return own if sectors_in(context, *own) else _told_before(context, sentence)
    if _SERVES.search(before):
        own = (sentence, _clause_start(coded, phrase.left), _edge(coded, phrase.left))
        if sectors_in(context, *own):
            return own
        main = _MAIN.search(coded, max(phrase.end, paper.act.at))
        return (sentence, main.end(), stop(coded, main.end(), len(coded))) if main else None
    if paper.act.status is Status.DONE and _OPENS.fullmatch(before) and not _told_in(context, paper):
        return _told_before(context, sentence)
    return None


def deed_of(context: Context, paper: Paper) -> set[str]:
    """The fields of that clause."""
    told = deed(context, paper)
    return sectors_in(context, *told) if told else set()


def _edge(coded: str, left: int) -> int:
    """Where the clause ends, before the words that join the paper to it."""
    found = _SERVES.search(coded, 0, left)
    return _comma(coded, found.start() if found else left)


def _comma(coded: str, at: int) -> int:
    return at - 2 if coded.endswith(", ", 0, at) else at


def _clause_start(coded: str, at: int) -> int:
    """Where the clause begins that leads up to a paper: after the last strong mark."""
    return max(coded.rfind(mark, 0, at) for mark in (" ; ", " : ", '" ')) + 1


def _told_before(context: Context, sentence: Sentence) -> Stretch | None:
    """The sentence right before, in the same paragraph."""
    if sentence.index == 0:
        return None
    earlier = context.analysis.sentences[sentence.index - 1]
    return (earlier, 0, len(earlier.coded)) if earlier.paragraph == sentence.paragraph else None


def _told_in(context: Context, paper: Paper) -> bool:
    """True where the sentence before tells of a paper of its own, which this one takes up."""
    return bool((context.papers or {}).get(paper.sentence.index - 1))
