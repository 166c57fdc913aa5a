"""Noun phrases of a coded sentence: the ground on which `chunks` cuts it."""

from __future__ import annotations

from typing import NamedTuple

from relations_db.language.analysis import Sentence
from relations_db.language.small_words import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    GERUNDS,
    MODALS,
    NOT_ADVERBS,
    ORDINALS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
)
from relations_db.language.verbs import BASE, EITHER, PART, PAST, forms_of

_LOOKED_AHEAD = 8  # units past the end of a sentence that may be asked for


class Chunk(NamedTuple):
    """A stretch of units `start..end` (the end excluded). `head` is its main unit; `lemma` the base of a verb, else the word of the head.

    Kinds: np, verb, prep, date, adv, conj, sub (when, because, that ...), rel (who, which ...), comma, stop.
    `form` of a verb: finite, inf, ing, ed, or past where it may be finite or a participle. `owner`: the unit of a possessive before a noun.
    """

    kind: str
    start: int
    end: int
    head: int
    lemma: str
    form: str = ""
    passive: bool = False
    owner: int | None = None
    inner: tuple[int, ...] = ()


new_chunk = tuple.__new__  # faster than the named tuple's own way


_APART = PREPOSITIONS | CONJUNCTIONS | STOPS | {","}
_NO_BEGINNING = _APART | MODALS | BE | {"has", "had", "have", "been", "be"}
_NO_NOUN = _APART | SUBORDINATORS | RELATIVES | MODALS | BE


class NounChunker:
    """The units of one sentence, of which noun phrases are read. `chunks` holds what has been cut so far."""

    def __init__(self, sentence: Sentence) -> None:
        self.units = sentence.units
        self._sentence_words = sentence.words
        past = [""] * _LOOKED_AHEAD
        self.words = ["" if u.code else u.word for u in self.units] + past  # the plain words, "" for coded units
        self.codes = [u.code for u in self.units] + past
        self.chunks: list[Chunk] = []
        self._open = self._transparent()

    def _transparent(self) -> frozenset[int]:
        """Marks that part nothing: hyphens inside a word, and quotes around a mere name or phrase."""
        units, words = self.units, self._sentence_words
        if "-" not in words and '"' not in words:
            return frozenset()
        found = {
            n
            for n, u in enumerate(units)
            if u.word == "-" and 0 < n < len(units) - 1 and units[n - 1].end == u.start and units[n + 1].start == u.end
        }
        quotes = [n for n, u in enumerate(units) if u.word == '"' and not u.code]
        for low, high in zip(quotes[::2], quotes[1::2], strict=False):
            inside = units[low + 1 : high]
            if len(inside) < 12 and not any(u.word == "," or u.code in ("P", "H") or u.word in BE for u in inside):
                found |= {low, high}
        return frozenset(found)

    def _nominal(self, at: int) -> bool:
        """True where a noun phrase may begin or go on."""
        if self.codes[at]:
            return self.codes[at] != "D"
        word = self.words[at]
        if not word or word in _NO_BEGINNING:
            return False
        return word in DETERMINERS or word in EITHER or not forms_of(word)

    # -------------------------------------------------------------- noun phrases
    def _noun_phrase(self, at: int) -> Chunk:
        """From a determiner, name or noun on to the head, with the "of" phrases after it."""
        head, owner, end = self._nouns(at)
        inner: list[int] = []
        while self.words[end] == "of" and (self._nominal(end + 1) or self.codes[end + 1] == "D"):
            of_head, of_owner, of_end = self._nouns(end + 1)
            inner += [n for n in (of_head, of_owner) if n is not None]
            end = of_end
        unit = self.units[head]
        return new_chunk(Chunk, ("np", at, end, head, unit.word, "", False, owner, tuple(inner)))

    def _nouns(self, at: int) -> tuple[int, int | None, int]:
        head: int | None = None
        owner: int | None = None
        now = at
        while now < len(self.units):
            code, word = self.codes[now], self.words[now]
            if now in self._open:
                now += 1
                continue
            if code in ("P", "H", "G"):
                if head is not None and self.units[head].code in ("P", "H", "G", "L", "C", ""):
                    break
                head, now = now, now + 1
            elif code == "Q":
                if head is not None:
                    break
                owner, now = now, now + 1
                continue
            elif code == "D":
                if self.words[now + 1] != "'s":
                    break
                now += 2
                continue
            elif code in ("C", "L", "A", "N") and head is not None and self.units[head].code in ("C", "L"):
                break
            elif code:
                head, now = now, now + 1
            elif word in ("'s", "'"):
                if head is None and now > at:
                    break
                owner, head, now = head, None, now + 1
                continue
            elif word in DETERMINERS or word == "that":
                if head is not None:
                    break
                now += 1
                continue
            elif self._is_noun(now, at, head):
                head, now = now, now + 1
                continue
            else:
                break
            if self.words[now] in ("'s", "'"):
                continue
            if self.units[now - 1].code in ("P", "H", "G"):
                break
        if head is None:
            head = max(at, now - 1)
        return head, owner, max(now, at + 1)

    def _is_noun(self, at: int, start: int, head: int | None) -> bool:
        """True where a plain word goes on with the noun phrase that began at `start`."""
        word = self.words[at]
        if (
            word == "round"
            and head is not None
            and (not self._nominal(at + 1) or self.words[at - 1] in ORDINALS or self.codes[at - 1] == "O")
        ):
            return True
        if not word or word in _NO_NOUN:
            return False
        known = forms_of(word)
        if at == start:
            return True
        if word in ADVERBS or (word.endswith("ly") and word not in NOT_ADVERBS):
            return head is None and self._nominal(at + 1)
        if known is None or (word in GERUNDS and not self.codes[at + 1]):
            return True
        if head is None:
            return True  # after a determiner: "the planned visit", "the meeting"
        before = self.units[at - 1]
        if word in EITHER and before.code in ("", "A", "C", "L", "N", "O", "K", "B"):
            ends = word in (
                "begins",
                "starts",
                "ends",
                "lasts",
                "runs",
                "takes",
                "comes",
                "goes",
                "returns",
                "leaves",
            )
            ends = ends or (BASE in known[1] and before.word.endswith("s") and not before.word.endswith("ss"))
            return not (ends and not self._nominal(at + 1))
        if known[1] == {BASE} and before.code == "" and not before.word.endswith("s"):
            return True  # "the presidential act", "a border post"
        if known[1] & {PAST, PART} and before.code in ("A", "N", "O"):
            return self._nominal(at + 1) and not self.codes[at + 1] and self.words[at + 1] not in DETERMINERS
        return False
