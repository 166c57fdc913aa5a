"""Passages: the paragraphs of a text as its content has them, not as the page does.

Many papers and agencies break the line after every sentence, and calendars set the date of an entry on a line of its own. Such a break says
nothing of what the text is about, so the sentences are numbered as if they stood in one paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from relations_db.language import patterns as re

if TYPE_CHECKING:
    from relations_db.language.analysis import Sentence

_FEW = 4  # paragraphs, at least, from which the habit of a page can be told
_HEAD = re.compile(r"(?:(?:on|in) )?(?:D\d+ [,.] )?D\d+(?: ,)?(?: L\d+)? ?[.:-]?")
_ENDED = re.compile(r"[.!?] ?[\"')]*$")
_TURNS = re.compile(r"D\d+")


def join_passages(sentences: Sequence[Sentence], spread: bool) -> None:
    """Give the sentences of one passage one number, where the page has a line for each.

    `spread`: the text is of one matter, so that sentences that fill a paragraph each belong together; else only dates join what they head.
    """
    size = Counter(sentence.paragraph for sentence in sentences)
    spread = spread and len(size) >= _FEW and sum(count > 1 for count in size.values()) * 3 <= len(size)
    heads = {s.index for s in sentences if size[s.paragraph] == 1 and not s.bullet and _HEAD.fullmatch(s.coded)}
    if not spread and not heads:
        return
    joined = 0
    for before, sentence, broken in list(_breaks(sentences)):
        if broken and (before.index in heads or (spread and _goes_on(before, sentence))):
            joined += 1
        sentence.paragraph -= joined


def _breaks(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, bool]]:
    """Each sentence after the first, with the one before and whether the line is broken between them."""
    for before, sentence in pairwise(sentences):
        yield before, sentence, before.paragraph != sentence.paragraph


def _goes_on(before: Sentence, sentence: Sentence) -> bool:
    """True where a line goes on with what the line before told: neither is a heading or an item of a list, nor begins with a date."""
    if before.bullet or sentence.bullet or not _ENDED.search(before.coded):
        return False
    return not _TURNS.match(sentence.coded)
