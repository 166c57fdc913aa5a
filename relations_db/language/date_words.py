"""The words that dates are made of, and a quick search for the places where a date may begin."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from relations_db.language import patterns as re
from relations_db.language.fold import lower

MONTHS = {
    name: i // 2 + 1
    for i, name in enumerate(
        "january jan february feb march mar april apr may may. june jun july jul august aug september sept october oct november nov december dec".split()
    )
}
MONTHS |= {"sep": 9}
DAYS = {d: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "several": 0, "few": 0,
         "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
         "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}  # fmt: skip
TENS = tuple(word for word, count in COUNT.items() if count >= 20)
ORDINALS = {
    word: i
    for i, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
FEASTS = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "may day": (5, 1)}  # fmt: skip
_UNITS = ("day", "week", "month", "year", "decade", "fortnight", "century")
_STRETCHES = ("week", "month", "year", "summer", "autumn", "spring", "winter", "fall", "quarter")
NAMES = tuple(dict.fromkeys(name[:3] for name in (*MONTHS, *DAYS)))
_VAGUE = ("about", "some", "nearly", "almost", "around", "over", "more than", "less than")
_DIGITS = re.compile(r"\d+")
_MAY_DATE = re.compile(
    r"(?:19|20)\d\d(?!\d)|\d{1,2}(?!\d)(?!\.\d++(?!\d|\.)|[%:]|,\d| ?(?:pct|mln|bln|billion|million|percent))|\d+ (?:day|week|month|year|decade|hour)",
    re.IGNORECASE,
)


@cache
def _first_words() -> ahocorasick_rs.AhoCorasick:
    """Finds where a date may begin, if not with a digit: its first words, as many of them as keep common words out."""
    ahead = (*NAMES, *_STRETCHES, "morning", "afternoon", "evening", "night", "day", "same", "very", "coming")
    after_the = (*"0123456789", *_STRETCHES, "end of", "beginning of", "start of", "middle of", "very ", "day ", "previous ", "following ", "next ", "same ",
                 "past ", "current ", "coming ", "evening ", "night ", "morning ", *ORDINALS, "last ", "final ", "opening ", "latter ")  # fmt: skip
    return ahocorasick_rs.AhoCorasick([
        *NAMES,
        *(f"the {word}" for word in after_the),
        *(f"{word} {more}" for word in ("last", "next", "this", "that", "past", "coming") for more in ahead),
        *(f"{count} {unit}" for count in COUNT for unit in _UNITS),
        *(f"{vague} {count}" for vague in _VAGUE for count in (*COUNT, *"123456789")),
        *(f"{tens}-" for tens in TENS), "couple of ", "half a ", "half of ", "quarter of a century", "hours ",
        *"today tonight yesterday tomorrow early late mid earlier later spring summer autumn winter".split(), "fall of ", "fall 2", "back in", "of last",
        "end of", "beginning of", "start of", "middle of", "that next ", "that following ", "that previous ", *FEASTS, *(f"{word} " for word in ORDINALS),
    ])  # fmt: skip


def date_starts(text: str) -> list[int]:
    """Places where a date may begin, in order."""
    found = {m.start() for m in _DIGITS.finditer(text) if _MAY_DATE.match(text, m.start())}
    for index, start, _ in _first_words().find_matches_as_indexes(lower(text), overlapping=True):
        if index < len(NAMES) and not text[start].isupper():
            continue
        found.add(start)
    return sorted(at for at in found if not at or not (text[at - 1].isalnum() or text[at - 1] in "_$"))
