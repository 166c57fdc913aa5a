"""Which stretch of time belongs to which sum. Forms: docs/reference/rules.md, section Periods.

Each stretch belongs to one sum or percentage (an anchor), the one that fewer words, commas and clause breaks part from it. An anchor
without a stretch of its own takes the one that opens its clause, that of the sums it is listed with, or that of the sum it is part of.
"""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.extract.context import Context
from relations_db.extract.rules.trade_clauses import is_closed
from relations_db.extract.stretches import Stretch, stretches
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Period

Span = tuple[int, int] | None
_BREAK = re.compile(
    r" (?:;|\(|\)|while|whereas|but|although|though|because|when) | , and (?:in|for|during|from|between|over|by|then|G\d+|P\d+|C\d+|it|they|the) | - (?![DMNACX]\d)| , (?:which|who|where|when|after|before|as|since) "
)
_NOW = re.compile(
    r"\b(?:now|at present|currently|current|presently|present|existing|today|already|of today|these days)\b[^;:]{0,40}$"
)
_YEARLY = re.compile(r" (?:a year|annually|per year|per annum|yearly|each year|every year)\b")
_TODAY = re.compile(r" (?:D\d+|today|now|at present|these days)(?= (?:[,.;\"]|but|and|$))")
_BASE = re.compile(
    r"\b(?:from|against|(?<!more )(?<!less )(?<!fewer )than|compared (?:with|to)|versus|up on|down on) (?:the |a |about |some |nearly |only |just |over |mere |record )*$"
)
_END_OF = re.compile(r"\b(?:by|at|until) (?:the )?end (?:of )?(?:D\d*)?$")
_LISTED = re.compile(
    r" (?:, )?(?:and|of which|with|to|at)\b| , (?!against|from|up from|compared|down)(?:[a-zCAL\d' ]+ )?$"
)
_IN_BRACKETS = re.compile(r" \) (?:,|and|, and) (?:to |from |with )?(?:the )?[A-Z]\d+ \( (?:[a-z]+ ){0,2}")
_LIMIT = 26.0


@dataclass(slots=True)
class Periods:
    """The stretches of one sentence and their owners among its anchors (offsets `at..end` in the coded form)."""

    context: Context
    sentence: Sentence
    anchors: list[tuple[int, int]]
    _found: list[Stretch] | None = None
    _owners: list[tuple[int, float]] | None = None

    @property
    def found(self) -> list[Stretch]:
        """The stretches, in order of place."""
        if self._found is None:
            self._found = stretches(self.context, self.sentence)
        return self._found

    @property
    def owners(self) -> list[tuple[int, float]]:
        """For each stretch the number of its anchor, or -1, and the cost of the way to it."""
        if self._owners is None:
            self._owners = [self._owner(s) for s in self.found]
        return self._owners

    def _owner(self, stretch: Stretch) -> tuple[int, float]:
        """The anchor that a stretch belongs to, with the cost of the way; -1 where none is near enough."""
        best = (-1, _LIMIT)
        for number, (at, end) in enumerate(self.anchors):
            cost = self._cost(stretch, at, end)
            if cost < best[1]:
                best = (number, cost)
        if best[0] < 0 and self.anchors and self._opens(stretch):
            return 0, _LIMIT
        return best

    def _opens(self, stretch: Stretch) -> bool:
        """True for a stretch at the head of the sentence ("In May, ... , and amounted to M"), which governs all that follows."""
        head, end = self.sentence.coded[: stretch.start], self.anchors[0][0]
        return (
            not stretch.compared
            and stretch.end <= end
            and len(head.split()) <= 3
            and not re.search(r" [;:] | but | while ", self.sentence.coded[stretch.end : end])
        )

    def _cost(self, stretch: Stretch, at: int, end: int) -> float:
        coded = self.sentence.coded
        low, high = (stretch.end, at) if stretch.end <= at else (end, stretch.start)
        between = re.sub(r" \( [^()]* \)|^ , which [^,;]{1,60} ,|^ , (?:when|in which) ", " ", coded[low:high])
        other = any(low <= place < high for place, _ in self.anchors)
        if other or (stretch.compared and low == stretch.end):
            return _LIMIT + 1
        between = between[:-2] if between.endswith(" ( ") and low == stretch.end else between
        between = between[2:] if between.startswith(" ) ") and low == end else between
        cost = len(between.split()) * 0.7 + 3 * between.count(" , ") + 20 * len(_BREAK.findall(f"{between} "))
        cost += 30 * len(re.findall(r" [;] ", between)) + (2 if low == stretch.end and between.strip() else 0)
        cost += 14 * len(re.findall(r" : ", between)) * (low == end)
        cost += 5 * (" , " in between and low == stretch.end and self._is_of_sum_before(stretch))
        trailing = high == at and between.startswith(" , ") and self._closes(stretch)
        near = re.fullmatch(r" (?:'s |: |\( |, )?(?:the |some |about |a |record |only )*", between)
        return cost + (8 if trailing else -8 if near else 0)

    def _closes(self, stretch: Stretch) -> bool:
        """True where a stretch ends a phrase that holds a sum ("of the M of trade in 2023 , N were exports")."""
        lead = self.sentence.coded[: stretch.start]
        low = max((m.end() for m in _BREAK.finditer(lead)), default=0)
        return any(low <= place < stretch.start for place, _ in self.anchors)

    def _is_of_sum_before(self, stretch: Stretch) -> bool:
        """True for "M of exports in 2023 , M ...", where the stretch closes the clause of the sum before it."""
        ended = [end for _, end in self.anchors if end <= stretch.start]
        between = self.sentence.coded[max(ended) : stretch.start] if ended else ", "
        return not re.search(r" [,;:] |\b(?:and|while|but)\b", between)

    def own(self, anchor: int, main: Period | None) -> tuple[bool, Period | None, Span, frozenset[int]]:
        """Whether an anchor has a stretch of its own, which period that is, and where. `main` is what "the year before" counts from."""
        mine = [
            (c, s)
            for s, (o, c) in zip(self.found, self.owners, strict=True)
            if o == anchor and not self._is_idle(s, anchor)
        ]
        if not mine:
            return False, None, None, frozenset()
        stretch = min(mine, key=lambda pair: pair[0])[1]
        return True, self._meaning(stretch, anchor, main), self.sentence.span(stretch.start, stretch.end), stretch.units

    def _is_idle(self, stretch: Stretch, anchor: int) -> bool:
        """A stretch that dates no sum: one of a comparison, or the month of a meeting at which the sum was told."""
        at, end = self.anchors[anchor]
        if self._is_ahead(stretch):
            return True
        if stretch.compared:
            return not ((stretch.shift or stretch.same) and stretch.start >= end and self._is_base(at))
        if stretch.period and re.fullmatch(r"\d{4}-\d\d", stretch.period.text) and stretch.end <= at:
            return bool(
                re.search(r"[PH]\d+ |\b(?:visit|signed|met|told|said|agreed)\b", self.sentence.coded[stretch.end : at])
            )
        return False

    def _is_ahead(self, stretch: Stretch) -> bool:
        on = self.context.analysis.on
        return bool(on and stretch.period and stretch.period.first > on.last)

    def _is_base(self, at: int) -> bool:
        return bool(_BASE.search(self.sentence.coded[:at]))

    def _meaning(self, stretch: Stretch, anchor: int, main: Period | None) -> Period | None:
        if stretch.same and stretch.period:
            return moved(main, stretch.period.first.year - main.first.year) if main else None
        if stretch.shift or stretch.same:
            return moved(main, stretch.shift)
        _, end = self.anchors[anchor]
        text = stretch.period.text if stretch.period else None
        if text and len(text) == 7 and "Q" not in text and self._is_cumulative(stretch):
            return Period(f"{text[:4]}-01/{text}") if text[5:] != "01" else stretch.period
        if text and len(text) == 7 and "Q" not in text and _YEARLY.match(self.sentence.coded, end):
            return Period(text[:4])
        return stretch.period

    def _is_cumulative(self, stretch: Stretch) -> bool:
        """True for "at the end of November", by which a year's trade had come to a sum."""
        word = self.sentence.units[min(stretch.units)].word if stretch.units else ""
        return word.startswith("the end of") or bool(_END_OF.search(self.sentence.coded[: stretch.start]))

    def leading(self, anchor: int) -> tuple[Stretch | None, int]:
        """The stretch before an anchor that still governs it (no clause break between), and whose it is."""
        at, coded = self.anchors[anchor][0], self.sentence.coded
        for stretch, (owner, _) in reversed(list(zip(self.found, self.owners, strict=True))):
            if is_closed(coded, at) and not is_closed(coded, stretch.start):
                continue
            if owner >= 0 and self._is_base(self.anchors[owner][0]):
                continue
            if stretch.end <= at and owner >= 0 and not stretch.compared and not stretch.shift:
                return stretch, owner
        return None, -1

    def shared(self, anchor: int) -> tuple[Period | None, Span]:
        """The stretch after the last sum of a list: "exports came to M1, sales to M2 and imports to M3 in 2023"."""
        for number in range(anchor, len(self.anchors) - 1):
            end, at = self.anchors[number][1], self.anchors[number + 1][0]
            between = self.sentence.coded[end:at]
            if not _IN_BRACKETS.fullmatch(between) and (
                not _LISTED.match(between) or _BREAK.search(between) or len(between) > 60
            ):
                break
            if found := self._closing(number + 1):
                return found.period, self.sentence.span(found.start, found.end)
            if any(owner == number + 1 for owner, _ in self.owners):
                break
        return None, None

    def _closing(self, anchor: int) -> Stretch | None:
        """The stretch that follows an anchor directly."""
        for stretch, (owner, cost) in zip(self.found, self.owners, strict=True):
            after = owner == anchor and stretch.start >= self.anchors[anchor][1] and cost < 4
            plain = not (stretch.shift or stretch.same or stretch.compared or self._is_ahead(stretch))
            if after and plain:
                return stretch
        return None

    def is_present(self, anchor: int) -> bool:
        """True where a sum is told as today's ("now", "at present", "a year"), so that it takes no period from elsewhere."""
        at, end = self.anchors[anchor]
        low = max((m.end() for m in _BREAK.finditer(self.sentence.coded, 0, at)), default=0)
        return bool(
            _NOW.search(self.sentence.coded[low:at])
            or _YEARLY.match(self.sentence.coded, end)
            or _TODAY.match(self.sentence.coded, end)
        )


def moved(period: Period | None, years: int) -> Period | None:
    """A period so many years later: `2024-01/2024-08` and -1 give `2023-01/2023-08`."""
    if period is None:
        return None
    return Period(re.sub(r"(?<![-\d])\d{4}", lambda m: f"{int(m.group()) + years:04d}", period.text))
