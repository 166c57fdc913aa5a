"""Where clauses of a coded sentence begin and end, as far as reading sums needs it."""

from __future__ import annotations

from relations_db.language import patterns as re

_STRONG = re.compile(
    r" (?:;|:|\(|\)|-(?! (?:[ACDMNLX]\d|or\b))|while|whereas|but|although|though|yet it|yet they) "
    r"| , (?:which|who|whose|where|when|as|after which|and (?=(?:the |their |its |his |in |by )?(?:[CGPHAL]\d+|trade|turnover|commerce|exports|imports|it|they|he|she|that|this)\b))"
)


def clause(coded: str, at: int) -> tuple[int, int]:
    """The stretch around an offset between strong punctuation, contrasts, relative clauses and new subjects."""
    low = max((m.end() for m in _STRONG.finditer(coded, 0, at + 1) if m.end() <= at), default=0)
    following = _STRONG.search(coded, at)
    return low, following.start() if following else len(coded)


def part(coded: str, at: int) -> tuple[int, int]:
    """The stretch around an offset between semicolons, colons and brackets."""
    marks = [" ; ", " : "] if is_closed(coded, at) else [" ; ", " : ", " ( "]
    low = max(coded.rfind(mark, 0, at) + len(mark) if mark in coded[:at] else 0 for mark in marks)
    ends = [i for mark in (" ; ", " : ", " ) ") if (i := coded.find(mark, at)) >= 0]
    return low, min(ends, default=len(coded))


def is_closed(coded: str, at: int) -> bool:
    """True where every bracket opened before an offset is closed before it."""
    return coded.rfind(" ( ", 0, at) <= coded.rfind(" ) ", 0, at)
