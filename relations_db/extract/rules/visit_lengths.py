"""How long a stay lasts, as the words around it tell."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_words import MOTION
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated

_COUNTS = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_COUNTS |= {"a": 1, "an": 1, "single": 1, "twenty-four": 24, "forty-eight": 48, "seventy-two": 72}
_LENGTH = re.compile(
    rf"\b(?<!in )(?<!within )(?<!about )(?<!some )(?<!nearly )(?<!around )(?<!than )(?<!every )(?<!next )(?<!last )(?<!past )(?<!first )"
    rf"(?P<count>{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|few|several|some|\d+)(?: - |-| )(?P<unit>hour|day|night|week|fortnight)s?\b(?:-long)?(?! (?:ago|later|earlier|before|after))(?P<talks> of (?:talks|meetings|negotiations))?"
)
_WHOLE = re.compile(r"\b(?P<whole>overnight|day-?long|hours-long|week-?long|fortnight-?long)\b")
_OF_WHOLE = {"overnight": 2, "day-long": 1, "daylong": 1, "hours-long": 1, "week-long": 7, "weeklong": 7}


def length_of(words: str, sentence: Sentence | None = None) -> int | None:
    """Days of a stay: "a two-day visit", "for three days", "a visit of 48 hours"; an overnight stay is two."""
    if sentence is not None and "N" in words:
        words = _CODED.sub(lambda m: _value_of(sentence, int(m.group(1))), words)
    if whole := _WHOLE.search(words):
        return _OF_WHOLE.get(whole.group("whole"), 14)
    if _FOR_THE_DAY.search(words):
        return 1
    for found in _LENGTH.finditer(words):
        count = found.group("count")
        if found.group("talks") and not words.endswith("for ", 0, found.start()):
            continue  # "after two days of talks"
        known = _COUNTS.get(count) or (int(count) if count.isdigit() else 0)
        if days := _in_days(known, found.group("unit"), count):
            return days
        if found.group() == "a day" and words.endswith("for ", 0, found.start()):
            return 1
    return None


_FOR_THE_DAY = re.compile(r"\bfor (?:only |just )?the day\b(?! of)")
_CODED = re.compile(r"\bN(\d+)(?= (?:hours?|days?|nights?|weeks?)\b)")


def _value_of(sentence: Sentence, number: int) -> str:
    value = getattr(sentence.units[number].thing, "value", None)
    return str(int(value)) if value and 0 < value < 100 else "N"


def _in_days(count: int, unit: str, word: str) -> int | None:
    """Days that so many hours, days, nights or weeks take up; none for what is no stay's length ("a day", "a few days")."""
    if unit == "hour":
        return 1 if count < 24 else count // 24 + 1 if count % 12 == 0 else None
    if not count or (word == "a" and unit == "day"):
        return None
    return {"day": count, "night": count + 1, "week": 7 * count, "fortnight": 14 * count}[unit]


def stay_notes(sentence: Sentence, offset: int, arrival: bool) -> dict[str, int]:
    """The length of the stay said after a verb of arrival, or before the place: "will spend three days in Y"."""
    before = sentence.coded[max(0, offset - 60) : offset]
    after = sentence.coded[offset : offset + 110]
    spent = _DAYS_SPENT.search(before) or _SPENT.search(before) or _FOR_HOURS.search(before)
    length = length_of(_OTHERS_HOURS.sub(" ", after), sentence) or int(bool(_AND_BACK.match(after)))
    length = length or (length_of(spent.group(), sentence) if spent else None) or _one_day(sentence, before)
    return {"length": length, "arrival": int(arrival or bool(_FROM_A_DAY.match(after)))}


def _one_day(sentence: Sentence, before: str) -> int:
    """1 for "spent a few hours in Y", "spent 14 May in Y"."""
    day = _DAY_SPENT.search(before)
    dated = sentence.units[int(day.group("on"))].thing if day else None
    return int(bool(_HOURS.search(before)) or (isinstance(dated, Dated) and bool(dated.day) and not dated.until))


# "flew to Y and back on Monday"
_AND_BACK = re.compile(r"(?: (?:on )?D\d+)? and (?:straight |flew |came |went )?back\b(?! (?:to|in|into|from) )")
# "is in Y for three days of talks starting on Monday"
_FROM_A_DAY = re.compile(r"(?: [a-zN\d-]+){1,8}? (?:starting|beginning) (?:on |from )?(?:the )?D\d")
# "landed in Y and talked with H for two hours"
_OTHERS_HOURS = re.compile(
    r" (?:and|where|who|which|,) (?![^,;]*\b(?:sp[ea]n[dt]\w*|stay\w*|remain\w*|visit|trip|stop(?:over)?|stay)\b)[^,;]*? hours?\b"
)
_SPENT = re.compile(r"\b(?:spen(?:d|ds|t|ding)|needed|stay(?:s|ed|ing)?(?: for)?) [^,;:]*$")
_DAYS_SPENT = re.compile(
    r"(?:N\d+|[a-z-]+) (?:days|nights|hours|weeks) (?:(?:that|which) )?(?:the )?[PH]\d+ (?:of (?:the )?C\d+ )?(?:has |had |have )?(?:just )?spent\b[^,;:]*$"
)
_DAY_SPENT = re.compile(
    r"\bspen(?:t|ds?|ding) (?:only |all of |the whole of )?D(?P<on>\d+) (?:, )?(?:in|at) (?:the )?[LC]\d+ ?$"
)
_FOR_HOURS = re.compile(r"\bfor (?:N\d+|[a-z]+) hours , [PH]\d+ (?:was|is) (?:in|at) (?:the )?[LC]\d+ ?$")
_HOURS = re.compile(r"\bspent (?:only |just |barely |a few |some |about |nearly |[a-z]+ )*(?:N\d+ )?(?:hours|a day)\b")


def stay_of_noun(context: Context, sentence: Sentence, match: Match[str], words: str, after: str) -> dict[str, int]:
    """Notes on a stay that a noun names: its length, whether it begins on the day told, whether it is another than the one of the story."""
    begun = re.search(
        r"\b(?:arriv\w+|began|begins?|started|starts|flew in|landed|opened|kicked off|embarked|came|come|receiv\w+|welcom\w+|(?:beginning|start|outset|first day|opening day) of)\b[^;]*$|\b(?:leav(?:e|es|ing)|left|depart\w*)\b[^;]{0,60} (?:on|for) $",
        sentence.coded[: match.start()],
    ) or re.match(
        r" (?:[a-z]+ )?since\b|[^;]{0,60}? (?:(?:which|that) (?:(?:the )?[PH]\d+ )?(?:has |had )?(?:began|begun|begins|started|starts)|beginning|starting|begun|(?:will|is to|due to) (?:begin|start))\b",
        after,
    )
    other = re.search(r"\b(?:last|previous|earlier|recent|latest)\b", match.group("mods"))
    return {
        "length": length_of(words + after[:40], sentence) or 0,
        "arrival": int(bool(begun) or _goes_for(context, sentence, match)),
        "other": int(bool(other)),
    }


def _goes_for(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    """True for "drove to Y on Tuesday for a two-day visit"."""
    if not sentence.coded.endswith(" for ", 0, match.start()):
        return False
    clause = context.clause_at(sentence, sentence.at(match.start()))
    return clause is not None and clause.lemma in MOTION
