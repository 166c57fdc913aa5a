"""Days told for each of several papers: in brackets behind the items of a list, or "respectively"."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.context import Context, When
from relations_db.extract.rules.paper_when import resolved
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence


def dated_items(
    context: Context, sentence: Sentence, limits: list[tuple[int, int]], act: Act
) -> list[When | None] | None:
    """The days in brackets of "on visas (2019), on ports (May 2020) and on fish", one for each stretch; None where there are none."""
    found = [_ITEM_DAY.search(sentence.coded, low, high) for low, high in limits]
    if not any(found):
        return None
    return [resolved(context, sentence, int(day.group(1)), act) if day else None for day in found]


_ITEM_DAY = re.compile(r" \( (?:signed |concluded )?(?:in |on )?D(\d+) \)")


def without_days(coded: str) -> str:
    """The coded sentence with dates in brackets struck out, each other word at its place."""
    return _ITEM_DAY.sub(lambda found: " " + "~" * (len(found.group()) - 1), coded)


def days_in_turn(context: Context, sentence: Sentence, act: Act) -> list[When | None]:
    """The days of "in 2011 and 2013 respectively", in their order."""
    found = _RESPECTIVELY.search(sentence.coded) if "respectively" in sentence.words else None
    if not found:
        return []
    return [resolved(context, sentence, int(number), act) for number in re.findall(r"\bD(\d+)", found.group())]


_RESPECTIVELY = re.compile(
    r"\bD\d+(?:(?: , and| ,| and)(?: (?:on|in))? D\d+)+(?: ,)? respectively\b|\brespectively (?:on |in )?D\d+(?:(?: , and| ,| and)(?: (?:on|in))? D\d+)+"
)
