"""Numbers, counts, percentages and sums of money, with their qualifiers. Grammar of docs/reference/language.md, section Numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import ahocorasick_rs

from relations_db.language import patterns as re
from relations_db.language.cues import Sought
from relations_db.language.fold import lower
from relations_db.values import Qualifier
from relations_db.vocabulary import Country, Currency

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_NOUNS = {"dozen": 12, "score": 20, "hundred": 100, "couple": 2, "pair": 2, "trio": 3, "quartet": 4}
_SCALES = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "millions": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6,
    "mio": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "billions": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9, "milliard": 10**9,
    "arab": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12, "trln": 10**12, "lakh crore": 10**12, "thousand million": 10**9,
    "thousand crore": 10**10, "hundred million": 10**8, "hundred billion": 10**11,
}  # fmt: skip
_SMALL = "|".join(sorted(_WORDS, key=len, reverse=True))
_SCALE = re.compile(
    r"[ -]?("
    + "|".join(sorted(_SCALES, key=len, reverse=True))
    + r")\b(?![-'](?!\w*(?:dollar|euro|yuan|yen|dlr|rupee|ruble|rouble|lira|pound)))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\d.,/])(?:\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?(?![\d])|\d+(?:[.,]\d+)?(?:[ -]\d/\d)?)"
    r"|(?<![\w-])an? (?:(?:full|round|proper|cool|whole|clear|clean|mere|single|record|healthy|handsome|neat) )?(?=(?:hundred|thousand|million|billion|trillion)\b)"
    r"|(?<![\w-])(?:the|that|this|their|its) (?=(?:million|billion|trillion)-(?:dollar|euro|pound|yuan|rupee|peso|real)\b)"
    r"|(?<![\w-])(?:half a dozen|half an?|a quarter of an?|three quarters of an?|(?:an? )?couple(?: of)?|an? (?:pair|trio|quartet|score)(?: of)?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten) and a (?:half|quarter)(?= (?:hundred|thousand|million|billion|trillion|times|years|months)\b)"
    rf"|(?:an? |(?:{_SMALL}) )?dozen"
    rf"|(?:(?:{_SMALL})(?:[ -](?:and )?(?:{_SMALL}|hundred))*)"
    r"|hundred|both)(?![\w])",
    re.IGNORECASE,
)
# Every number of `_NUMBER` begins with a digit or with one of these; one automaton finds them faster than the grammar would.
_FIRST_WORDS = (
    *_WORDS, "half", "couple", "dozen", "hundred", "both",
    *(f"{word} {scale}-" for word in ("the", "that", "this", "their", "its") for scale in ("million", "billion", "trillion")),
    *(f"{article} {noun}" for article in ("a", "an")
      for noun in ("hundred", "thousand", "million", "billion", "trillion", "pair", "trio", "quartet", "score", "quarter", "couple", "dozen")),
    *(f"a {adjective}" for adjective in
      ("full", "round", "proper", "cool", "whole", "clear", "clean", "mere", "single", "record", "healthy", "handsome", "neat")),
)  # fmt: skip
_DIGITS = re.compile(r"\d+")
_FISCAL_END = re.compile(r"(?<!\d)(?:19|20)\d\d[-/]$")
_QUALIFIER = Sought(
    r"(?:(?P<exact>nothing short of|as (?:much|many) as)"
    r"|(?P<over>\b(?:over|more than|above|beyond)(?P<over_the> the)?|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|\btop(?:s|ped|ping)|cross(?:es|ed|ing)|\bpass(?:es|ed|ing)|went past|"
    r"at least|\bnot? (?:less|fewer) than|a minimum of|upwards? of|(?:well|gone|just) past|north of|\ba good)"
    r"|(?P<under>nearly|almost|close to|closer to|close on|approach(?:es|ed|ing)|\bnear(?:s|ed|ing)|just short of|short of|shy of|\b(?:less than|fewer than|under|below)(?P<under_the> the)?|"
    r"(?<!added )(?<!adds )(?<!adding )(?<!add )up to|at most|no more than|not exceeding|a maximum of|not quite|practically|not far off|all but)"
    r"|(?P<about>\babout|around|\bsome|roughly|approximately|circa|in the (?:region|order|neighbou?rhood|vicinity) of|on the order of|something like|more or less|estimated(?: at)?|~))"
    r" ?(?:the |a |an )?(?:record |total of |threshold of |mark of )?$"
)
_NOT_BEYOND = re.compile(
    r"(?:\bnot|n't|\bnever|\bhardly|\bscarcely)(?: yet| at present| currently| now| as yet)?(?: (?:go|gone|went|get|got|been|risen|rise|come))? (?:over|above|beyond|past|exceed(?:ed|s)?|surpass(?:ed)?|top(?:ped)?|cross(?:ed)?|pass(?:ed)?|reach(?:ed)?|hit|attain(?:ed)?|touch(?:ed)?|amount to|come to|total(?:l?ed)?|make) ?(?:even |quite )?(?:the |an? )?(?:threshold of |mark of )?$"
)
_MARK = re.compile(r"[- ](?:dollar[- ]|euro[- ])?(?:mark|threshold|line|level|barrier|milestone)\b")
_AFTER = re.compile(
    r"(?P<about> or (?:so|thereabouts)\b|[- ]odd\b|-ish\b)|(?P<over>\+| or more\b|[- ]plus\b| and more\b)"
)
_SIGNS = frozenset("$€£¥₽₸₴₺₹₩₪₦฿₫₱₡₲₵.~")
_TAIL = re.compile(r"[ -]?(?:worth of )?((?:[$€£¥₽₸₴₺₹₩₪₦฿₫₱₡₲₵]|[A-Za-z.]+)(?:[ -][A-Za-z.]+){0,2})")
_PERCENT = re.compile(r" ?%| ?per ?cent\b| pct\b|-percent\b", re.IGNORECASE)
_MONTHS_OF = re.compile(r"M (?=(?:19|20)\d\d\b)")  # "7M 2024": the first seven months
_AND_HALF = re.compile(r" and a (half|quarter)\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_UNIT = re.compile(
    r"[ -](?:(?:cubic |square |metric )?(?:tons?|tonnes?|met(?:er|re)s?|kilomet(?:er|re)s?|km|barrels?|litres?|liters?|hectares?|people|persons|tourists|"
    r"passengers|visitors|inhabitants|citizens|jobs|megawatts?|gigawatts?|MW|GW|kWh|kilowatt|containers?|TEU|doses|migrants|refugees|years?|days?|hours?|"
    r"students|workers|vehicles|cars|head|square|cubic|shares?|votes))\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"-(?!odd|plus|percent|strong)[a-z]", re.IGNORECASE)
_LINK = re.compile(
    r"\s?(?:-|to|and|or|against|versus|compared (?:with|to)|up from)\s?(?:(?:about|around|some|nearly|over|more than) )?",
    re.IGNORECASE,
)


_LONGEST = 40
"""A run of digits that is longer is no number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start..end` of the text (symbols and scale included, the qualifier's words not).

    `currency` is ISO 4217 where the number is money.
    """

    start: int
    end: int
    value: int | float
    scale: int = 1
    currency: str | None = None
    percent: bool = False
    unit: bool = False
    ordinal: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    words: bool = False


def _plain(text: str) -> int | float:
    """The value of a number in digits: comma and three digits are thousands, comma and one or two digits decimals."""
    text = text.strip()
    if text.isdigit() and len(text) < 16:
        return int(text)
    if "/" in text:
        whole, fraction = re.split("[ -]", text)
        over, under = fraction.split("/")
        return _plain(whole) + int(over) / int(under)
    text = re.sub(r"[' ]", "", text)
    text = re.sub(r",(?=\d{3}(?:\D|$))", "", text).replace(",", ".")
    value = float(text if text.count(".") < 2 else text.replace(".", ""))
    return int(value) if value == int(value) else value


def _spelled(text: str) -> int | float:
    """The value of a number in words."""
    low = text.lower()
    for words, value in (
        ("three quarters of", 0.75),
        ("quarter of", 0.25),
        ("half a dozen", 6),
        ("half a", 0.5),
        ("both", 2),
    ):
        if words in low:
            return value
    total: float = 0.5 if low.endswith("and a half") else 0.25 if low.endswith("and a quarter") else 0
    for word in re.split(r"[ -]", low):
        if word in _WORDS:
            total += _WORDS[word]
        elif word in _NOUNS:
            total = (total or 1) * _NOUNS[word]
    return total or 1


def clean(value: int | float) -> int | float:
    """An int where the value is whole, else a float without the dust of binary fractions."""
    rounded = round(value, 6 if abs(value) < 10**6 else 2)
    return int(rounded) if rounded == int(rounded) else rounded


class NumberGrammar:
    """Finds numbers and money in folded text; built once from the tables of currencies and of states.

    A name that several currencies share means that of a state of the text; the first two letters of an ISO 4217 code are
    its issuer's in ISO 3166, which tells whose the currency is that the name means elsewhere.
    """

    def __init__(self, currencies: Iterable[Currency], countries: Iterable[Country] = ()) -> None:
        before: dict[str, str] = {}
        after: dict[str, str] = {}
        self._shared: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self._shared_before: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for row in currencies:
            form = row.form.lower()
            if row.countries:
                sides = (
                    (self._shared_before, self._shared)
                    if row.position == "both"
                    else (self._shared_before,)
                    if row.position == "before"
                    else (self._shared,)
                )
                for side in sides:
                    side.setdefault(form, []).append((row.code, frozenset(row.countries.split())))
            else:
                if row.position in ("before", "both"):
                    before.setdefault(form, row.code)
                if row.position in ("after", "both"):
                    after.setdefault(form, row.code)
        for form, rows in self._shared.items():
            after.setdefault(form, rows[0][0])
        issuers = {c.alpha2: c.code for c in countries if c.alpha2}
        for shared, alone in ((self._shared, after), (self._shared_before, before)):
            for form, rows in shared.items():
                if (code := alone.get(form)) and (issuer := issuers.get(code[:2])):
                    rows.append((code, frozenset({issuer})))
        self._before, self._after = before, after
        self._lengths: dict[str, list[int]] = {}
        for form in sorted({*before, *self._shared_before}, key=lambda f: (-len(f), f)):
            if len(form) not in (lengths := self._lengths.setdefault(form[-1], [])):
                lengths.append(len(form))
        self._first_words = ahocorasick_rs.AhoCorasick(_FIRST_WORDS)

    def currency_of(self, word: str) -> str | None:
        """The ISO 4217 code that a word such as "euros" stands for; None for other words."""
        return self._after.get(word.lower())

    def shared(self, words: str) -> list[tuple[str, frozenset[str]]]:
        """The currencies with their states that share the name `words` open or close with ("141 billion kronor"); none for other names."""
        low = words.lower()
        for forms, fits in ((self._shared_before, low.startswith), (self._shared, low.endswith)):
            for form, rows in forms.items():
                if fits(form):
                    return rows
        return []

    def find(self, text: str, countries: frozenset[str] = frozenset()) -> list[Number]:
        """All numbers of folded `text`, in order. `countries` (alpha-3) decide shared currency words such as "rupees"."""
        found: list[Number] = []
        end = 0
        for start in self._starts(text):
            match = _NUMBER.match(text, start) if start >= end else None
            if match is None:
                continue
            end = match.end()
            if (not found or start >= found[-1].end) and (number := self._number(text, match, countries)):
                found.append(number)
        return self._joined(text, found)

    def _starts(self, text: str) -> list[int]:
        """Places where a number may begin."""
        found = {m.start() for m in _DIGITS.finditer(text)}
        for _, start, _ in self._first_words.find_matches_as_indexes(lower(text), overlapping=True):
            if not start or not (text[start - 1].isalnum() or text[start - 1] in "_-"):
                found.add(start)
        return sorted(found)

    def _number(self, text: str, match: re.Match[str], countries: frozenset[str]) -> Number | None:
        raw = match.group()
        digits = raw[0].isdigit()
        if digits and len(raw) > _LONGEST:
            return None
        start, end = match.span()
        glued = digits and start > 0 and text[start - 1].isalpha()
        if digits and _ORDINAL.match(text, end):
            return Number(start, end + 2, _plain(raw), ordinal=True)
        value = _plain(raw) if digits else _spelled(raw)
        scale = 1
        while found := _SCALE.match(text, end):
            word = found.group(1).lower()
            if (not digits and len(word) == 1) or (len(raw) < 3 and _MONTHS_OF.match(text, found.start())):
                break
            scale, end = scale * _SCALES[word], found.end()
        if scale > 1 and value == int(value) and (part := _AND_HALF.match(text, end)):
            value, end = value + (0.5 if part.group(1) == "half" else 0.25), part.end()
        value *= scale
        if (
            digits
            and scale == 1
            and not glued
            and len(raw) == 4
            and 1900 <= value <= 2100
            and not self._leading(text, start, countries)
        ):
            return Number(start, end, value, qualifier=Qualifier.EXACT)
        start, end, currency = self._currency(text, start, end, countries, scale > 1)
        if not currency and (glued or _COMPOUND.match(text, end)):
            return None
        percent = None if currency else _PERCENT.match(text, end)
        unit = bool(not currency and not percent and _UNIT.match(text, end))
        return Number(
            start, percent.end() if percent else end, clean(value), scale, currency, percent=bool(percent), unit=unit,
            qualifier=self._qualifier(text, start, end), words=not digits,
        )  # fmt: skip

    def _currency(
        self, text: str, start: int, end: int, countries: frozenset[str], scaled: bool
    ) -> tuple[int, int, str | None]:
        lead = self._leading(text, start, countries)
        tail = self._trailing(text, end) if scaled or lead is None else None
        if lead is not None:
            same = tail and tail[1].isalpha() and self._code(tail[1].lower(), countries) == lead[1]
            return lead[0], tail[0] if tail and same else end, lead[1]
        if tail is None or tail[1] == "mark" or (len(tail[1]) <= 2 and tail[1].isalpha() and not tail[1].isupper()):
            return start, end, None
        return start, tail[0], self._code(tail[1].lower(), countries)

    def _leading(self, text: str, start: int, countries: frozenset[str]) -> tuple[int, str] | None:
        """A currency's form right before a number: where it begins and its code."""
        stop = start - 1 if start and text[start - 1] == " " else start
        if not stop or not (text[stop - 1].isalpha() or text[stop - 1] in _SIGNS):
            return None
        for length in self._lengths.get(text[stop - 1].lower(), ()):
            low = stop - length
            if low < 0 or (low and _joins(text[low - 1], text[low])):
                continue
            if length == 1 and text[low].islower():
                continue
            form = text[low:stop].lower()
            shared = next((code for code, states in self._shared_before.get(form, ()) if states & countries), None)
            if code := shared or self._before.get(form):
                return low, code
        return None

    def _trailing(self, text: str, end: int) -> tuple[int, str] | None:
        """A currency's form right after a number: where it ends and the form."""
        found = _TAIL.match(text, end)
        if not found:
            return None
        words = found.group(1)
        while words:
            for form in (words, words.rstrip(".")):
                if form.lower() in self._after:
                    return found.start(1) + len(form), form
            words = words[: max(words.rfind(" "), words.rfind("-"), 0)]
        sign = text[found.start(1)]
        return (found.start(1) + 1, sign) if sign in self._after else None

    def _code(self, form: str, countries: frozenset[str]) -> str:
        for code, states in self._shared.get(form, ()):
            if states & countries:
                return code
        return self._after[form]

    @staticmethod
    def _qualifier(text: str, start: int, end: int) -> Qualifier:
        before = text[max(0, start - 32) : start].lower()
        if _NOT_BEYOND.search(before):
            return Qualifier.UNDER
        if found := _QUALIFIER.search(before):
            name = next(n for n in ("exact", "over", "under", "about") if found.group(n))
            compared = (found.group("over_the") or found.group("under_the")) and not _MARK.match(text, end)
            return Qualifier.EXACT if compared else Qualifier(name)
        after = _AFTER.match(text, end)
        return Qualifier(after.lastgroup or "exact") if after else Qualifier.EXACT

    @staticmethod
    def _joined(text: str, numbers: list[Number]) -> list[Number]:
        """Copy scale and currency over "from 5 to 10 billion dollars" and "$3-5 billion"; add "3 billion 400 million dollars"."""
        out = list(numbers)
        for i in range(len(out) - 2, -1, -1):
            here, there = out[i], out[i + 1]
            between = text[here.end : there.start]
            if here.percent or here.unit or here.ordinal or len(between) > 30 or _is_year(here):
                continue
            if _FISCAL_END.search(text, max(0, here.start - 5), here.start):
                continue
            if (
                there.currency
                and here.scale > 1
                and not here.currency
                and there.value < here.value
                and between in (" ", " and ")
            ):
                out[i : i + 2] = [
                    replace(here, end=there.end, value=clean(here.value + there.value), currency=there.currency)
                ]
            elif there.currency and not here.currency and _LINK.fullmatch(between):
                scale = there.scale if here.scale == 1 else 1
                out[i] = replace(
                    here,
                    value=clean(here.value * scale),
                    currency=there.currency,
                    scale=here.scale * scale,
                )
            elif (
                here.currency
                and there.scale > 1
                and not there.currency
                and here.scale == 1
                and between.strip() in ("-", "to")
            ):
                out[i] = replace(here, value=clean(here.value * there.scale), scale=there.scale)
                out[i + 1] = replace(there, currency=here.currency)
        return out


def _joins(left: str, right: str) -> bool:
    return (left.isalnum() and right.isalnum()) or left == "$"


def _is_year(number: Number) -> bool:
    return number.scale == 1 and not number.words and isinstance(number.value, int) and 1900 <= number.value <= 2100
