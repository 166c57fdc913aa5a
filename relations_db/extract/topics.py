"""What the text last said of trade, so that "it", "the figure" and bare numbers of the next sentence can be read."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.values import Period

Pair = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TradeTopic:
    """One sum or growth as read: where (`index` of the sentence, `paragraph`), of what, between whom, and when.

    `parties` is empty where the text did not tell them. `aim` is True for a target. `compared`: the period that the sum was compared with.
    """

    index: int
    paragraph: int
    measure: str
    word: str
    parties: tuple[str, ...]
    source: str | None
    currency: str
    amount: int | float
    scale: int
    period: Period | None
    aim: bool
    compared: Period | None = None
