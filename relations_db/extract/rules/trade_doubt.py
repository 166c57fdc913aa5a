"""Conditions and denials that take back a sum of trade: "if trade had reached M", "did not reach M", "it is not true that ..."."""

from __future__ import annotations

from relations_db.language import patterns as re

_IF = re.compile(
    r"(?:^|\b)(?:(?<!even )(?<!as )if|unless|provided (?:that)?|in case|no (?:reason|cause|grounds?) to (?:believe|think|expect|suppose)|assuming|supposing|whether|as long as|on condition|until (?=[PCGH]\d|the \w+ (?:is|has|have|are)|they|it|we)|"
    r"should (?:[PCGH]\d+|the|they|it|such|trade)|were (?:[PCGH]\d+|the|they|it|such|trade) [^,;]*to|had (?:[PCGH]\d+|the|they|it|such|trade) [a-z]+ed)\b"
)
_NOT = r"(?:not|n't|never|hardly|nowhere near|neither|nor|cannot)"
_RISEN = r"(?:reach\w*|hit|total\w*|amount\w*|come|came|climb\w*|ris\w+|rose|grow\w*|grew|stand|stood|attain\w*|achiev\w*|increas\w*|be|been|get|got|go|gone|make|made|touch\w*|trade[d]?|export\w*|import\w*|buy|bought|sell|sold|invest\w*|fall\w*|drop\w*)(?! (?:beyond|over|above|past|more|further))"
_NOT_DONE = re.compile(
    rf"\b(?:(?:did|do|does|has|have|had|was|were|is|are|could|would) (?:[a-z]+ )?{_NOT}(?: yet| even| quite| then| at all)? (?:(?:been|to|able|yet) )*{_RISEN}"
    rf"|(?:has|have|had) yet to [a-z]+|(?:failed|unable|struggled|refus\w+|declin\w+) to {_RISEN}|never {_RISEN}|without (?:ever )?(?:reaching|hitting|attaining|exceeding))\b[^,;:]*$"
)
_SAID_FALSE = re.compile(
    r"\b(?:not true|untrue|false|denie[sd]|deny|denying|dismiss\w*|rejects?|rejected|refut\w+|disput\w+|wrong(?:ly)?|mistaken(?:ly)?|contradict\w+|rumou?r\w*|no evidence|falsely|contrary to (?:reports|claims))\b"
    r"(?: (?:[a-z]+|[PCAHQ]\d+|'s)){0,5}? (?:that|of|as|reports?|claims?)\b"
)
_IMAGINED = re.compile(
    r"\b(?:imagin\w+|suppose|pretend\w*|in a dream|dreamt|wish\w* (?:that )?(?:[a-z]+ )?(?:had|were)|as if|as though)\b[^,;:]*$"
)


_NEW_CLAUSE = re.compile(r"(?<!between [CAL]\d)(?<!between [CAL]\d\d) (?:;|:|but|and (?:that|the|they|it|[PGHC]\d+)) ")


# "Did not reach M" tells the most that it was.
_UP_TO = re.compile(
    r"\b(?:did|has|have|had) (?:not|n't|never) (?:even |quite )?(?:reach(?:ed)?|hit|attain(?:ed)?|touch(?:ed)?|amount(?:ed)? to|come to|total(?:l?ed)?|make|made) (?:even |quite )?$"
)


def is_taken_back(coded: str, low: int, at: int) -> bool:
    """True where a clause that opens at `low` does not assert the sum at `at`."""
    before = coded[low:at]
    if (
        (_NOT_DONE.search(before) and not _UP_TO.search(before))
        or _SAID_FALSE.search(coded[:at])
        or _IMAGINED.search(before)
    ):
        return True
    condition = _IF.search(before)
    return bool(condition and " , " not in before[condition.end() :])


def is_conditional(coded: str, at: int) -> bool:
    """True where an aim at `at` hangs on a condition told before it in its sentence."""
    condition = _IF.search(coded[:at])
    return condition is not None and not _NEW_CLAUSE.search(coded, condition.end() - 1, at)
