"""Folding that keeps every offset: the folded text has as many characters as the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from relations_db.language import patterns as re

_SPECIAL = {
    "ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "t", "Þ": "T", "ß": "s",
    "ə": "e", "Ə": "E", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ʼ": "'", "’": "'", "‘": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "―": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ", "\t": " ",
    "\ufeff": " ", "\u200b": " ", "…": ".", "€": "€", "£": "£", "¥": "¥",
}  # fmt: skip


# Marks of lists: arrows, shapes, dingbats, private use (pasted from word processors), pictures.
_MARK = re.compile(
    "[\u2023\u2043\u2190-\u21ff\u2219\u22c5\u25a0-\u27bf\u2b00-\u2bff\uf000-\uf0ff\U0001f300-\U0001faff]"
)


class _Folds(dict[int, str]):
    """Character code to its folded character, worked out once per character."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _SPECIAL.get(char)
        if folded is None and _MARK.match(char):
            folded = "•"
        if folded is None:
            base = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
            folded = base if len(base) == 1 else char
            if "\ud800" <= char <= "\udfff":
                folded = "\ufffd"  # half of a pair is no character, and the automata take none
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text without diacritics, with plain quotes, dashes, blanks and list marks; `len` unchanged."""
    return text if text.isascii() and "\t" not in text else text.translate(_FOLDS)


# 'a strategic partnership' in single quotes; a plural's apostrophe opens none, a short form's none either.
_SINGLE_QUOTED = re.compile(r"(?<![\w'’])['‘](?=[A-Za-z])((?:[^'’‘\"“”\n]|(?<=\w)['’](?=\w)){2,200})['’](?!\w)")


def fold_text(text: str) -> str:
    """A running text folded, with double quotes for single ones around words: an apostrophe is none. `len` unchanged."""
    return fold(_SINGLE_QUOTED.sub(r'"\1"', text) if "'" in text or "‘" in text else text)


def lower(folded: str) -> str:
    """Lower case of the same length (the few characters whose lower case is longer stay as they are)."""
    low = folded.lower()
    if len(low) == len(folded):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)


_STEPS = (
    (re.compile(r"[^a-z]+"), ""),
    (re.compile(r"kh|x"), "h"),
    (re.compile(r"dzh|zh|dj"), "j"),
    (re.compile(r"sch|sh"), "s"),
    (re.compile(r"ch|tch"), "c"),
    (re.compile(r"q|ck|k"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ts|tz"), "c"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"(?:iy|yy|ij|iye|yie)"), "i"),
    (re.compile(r"(?<=[aeiou])(?:ye|ie|je|y|i)(?=v|f|u)"), ""),
    (re.compile(r"(?:y|i)e(?=v|u$)"), "e"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?:ev|eu|ef|ov|of|ou|u)$"), "v"),
    (re.compile(r"[aeiou]+"), "a"),
)


@lru_cache(maxsize=65536)
def name_key(token: str) -> str:
    """A coarse key of one name token: spellings and transliterations of one name agree ("Tokayev", "Tokaev", "Toqayev")."""
    key = lower(fold(token))
    for pattern, to in _STEPS:
        key = pattern.sub(to, key)
    return key
