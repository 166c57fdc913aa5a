"""A coded sentence cut into noun phrases, verb groups and the small words between them."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.language.analysis import Sentence
from relations_db.language.small_words import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DUE,
    MODALS,
    NOT_ADVERBS,
    ORDINALS,
    PARTICLES,
    PLACES,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
)
from relations_db.language.verbs import BASE, EITHER, ING, PART, PAST, THIRD, forms_of


@dataclass(frozen=True, slots=True)
class Chunk:
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


class Chunker:
    """Cuts one sentence. `chunks` holds the result."""

    def __init__(self, sentence: Sentence) -> None:
        self.units = sentence.units
        self.chunks: list[Chunk] = []
        at = 0
        while at < len(self.units):
            if self.units[at].code == "P" and self.units[at].word.startswith("that "):
                self.chunks.append(Chunk("sub", at, at, at, "that"))
            chunk = self._next(at)
            self.chunks.append(chunk)
            at = chunk.end

    def _word(self, at: int) -> str:
        """The plain word at a unit; nothing for a coded unit and past the end."""
        if at >= len(self.units):
            return ""
        unit = self.units[at]
        return "" if unit.code else unit.word

    def _code(self, at: int) -> str:
        return self.units[at].code if at < len(self.units) else ""

    def _next(self, at: int) -> Chunk:
        word, unit = self._word(at), self.units[at]
        if unit.code == "D" and self._word(at + 1) != "'s":
            return Chunk("date", at, at + 1, at, unit.word)
        if word == "," and self._word(at + 1) in ("jr", "sr") and self._word(at + 2) == ".":
            return Chunk("adv", at, at + 3, at, word)
        if word == ",":
            return Chunk("comma", at, at + 1, at, word)
        if word in STOPS:
            return Chunk("stop", at, at + 1, at, word)
        if word == "that":
            return self._that(at)
        if word == "but" and self._code(at + 1) == "N" and self.chunks and self.chunks[-1].kind == "np":
            return Chunk("adv", at, at + 2, at, word)
        if word in CONJUNCTIONS:
            return Chunk("conj", at, at + 1, at, word)
        if word in SUBORDINATORS and not (word == "once" and self._word(at + 1) in ("more", "again", ",")):
            return Chunk("sub", at, at + 1, at, word)
        if word == "as":
            return Chunk("sub" if self._opens_clause(at + 1) else "prep", at, at + 1, at, word)
        if word in RELATIVES:
            return Chunk("rel", at, at + 1, at, word)
        if found := self._verb_group(at):
            return found
        if word in PLACES and self.chunks and self.chunks[-1].kind == "prep":
            return Chunk("np", at, at + 1, at, word)
        if self._is_adverb(at):
            return Chunk("adv", at, at + 1, at, word)
        if (
            word in ("on", "in", "at", "by", "for", "since", "until", "till", "before", "after", "from")
            and self._code(at + 1) == "D"
        ):
            return Chunk("date", at, at + 2, at + 1, word)
        if word in PREPOSITIONS:
            return Chunk("prep", at, at + 1, at, word)
        return self._noun_phrase(at)

    def _that(self, at: int) -> Chunk:
        """ "That" before a verb, after a noun, takes the noun up; else it opens a clause, or points to a noun ("that day")."""
        after_noun = bool(self.chunks) and self.chunks[-1].kind == "np"
        if after_noun and self._starts_verb(at + 1):
            return Chunk("rel", at, at + 1, at, "that")
        before = self._word(at - 1)
        if before in PREPOSITIONS and not self._code(at + 1):
            return self._noun_phrase(at)
        return Chunk("sub", at, at + 1, at, "that")

    def _opens_clause(self, at: int) -> bool:
        """True where a noun phrase and a finite verb follow: "as the two met", not "as guest of honour"."""
        if not self._nominal(at):
            return self._starts_verb(at)
        _, _, end = self._nouns(at)
        return self._starts_verb(end) or (self._word(end) in ("and", "of", ",") and self._code(at) in ("P", "H", "G"))

    def _starts_verb(self, at: int) -> bool:
        word = self._word(at)
        known = forms_of(word) if word else None
        return (
            word in MODALS or word in BE or word in ("has", "have", "had", "did") or bool(known and word not in EITHER)
        )

    def _is_adverb(self, at: int) -> bool:
        word = self._word(at)
        if word in PARTICLES and self.chunks and self.chunks[-1].kind in ("verb", "adv"):
            return self._particle(at)
        if word in ADVERBS:
            return not (
                word in ("all", "both", "each", "next", "last", "first", "more", "most", "few", "further")
                and self._nominal(at + 1)
            )
        return word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS

    def _particle(self, at: int) -> bool:
        """ "Up", "in" and the like as part of the verb: "turned up in", "flew in on Monday", "moved on to"."""
        following, code = self._word(at + 1), self._code(at + 1)
        return following in PREPOSITIONS or (following in (",", ".", "and", "") and not code)

    def _nominal(self, at: int) -> bool:
        """True where a noun phrase may begin or go on."""
        if self._code(at):
            return self._code(at) != "D"
        word = self._word(at)
        if not word or word in PREPOSITIONS or word in CONJUNCTIONS or word in STOPS or word == ",":
            return False
        if word in MODALS or word in BE or word in ("has", "had", "have", "been", "be"):
            return False
        return word in DETERMINERS or word in EITHER or not forms_of(word)

    # -------------------------------------------------------------- noun phrases
    def _noun_phrase(self, at: int) -> Chunk:
        """From a determiner, name or noun on to the head, with the "of" phrases after it."""
        head, owner, end = self._nouns(at)
        inner: list[int] = []
        while self._word(end) == "of" and (self._nominal(end + 1) or self._code(end + 1) == "D"):
            of_head, of_owner, of_end = self._nouns(end + 1)
            inner += [n for n in (of_head, of_owner) if n is not None]
            end = of_end
        unit = self.units[head]
        return Chunk("np", at, end, head, unit.word, owner=owner, inner=tuple(inner))

    def _nouns(self, at: int) -> tuple[int, int | None, int]:
        head: int | None = None
        owner: int | None = None
        now = at
        while now < len(self.units):
            code, word = self._code(now), self._word(now)
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
                if self._word(now + 1) != "'s":
                    break
                now += 2
                continue
            elif code in ("C", "L", "A") and head is not None and self.units[head].code in ("C", "L"):
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
            if self._word(now) in ("'s", "'"):
                continue
            if self.units[now - 1].code in ("P", "H", "G"):
                break
        if head is None:
            head = max(at, now - 1)
        return head, owner, max(now, at + 1)

    def _is_noun(self, at: int, start: int, head: int | None) -> bool:
        """True where a plain word goes on with the noun phrase that began at `start`."""
        word = self._word(at)
        if (
            word == "round"
            and head is not None
            and (not self._nominal(at + 1) or self._word(at - 1) in ORDINALS or self._code(at - 1) == "O")
        ):
            return True
        if not word or word in PREPOSITIONS or word in CONJUNCTIONS or word in STOPS or word == ",":
            return False
        if word in SUBORDINATORS or word in RELATIVES or word in MODALS or word in BE:
            return False
        known = forms_of(word)
        if at == start:
            return True
        if word in ADVERBS or (word.endswith("ly") and word not in NOT_ADVERBS):
            return head is None and self._nominal(at + 1)
        if known is None:
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
                "visits",
                "heads",
                "lands",
            )
            ends = ends or (BASE in known[1] and before.word.endswith("s") and not before.word.endswith("ss"))
            return not (ends and not self._nominal(at + 1))
        if known[1] & {PAST, PART} and before.code in ("A", "N", "O"):
            return self._nominal(at + 1) and not self._code(at + 1) and self._word(at + 1) not in DETERMINERS
        return False

    # -------------------------------------------------------------- verb groups
    def _verb_group(self, at: int) -> Chunk | None:
        word = self._word(at)
        if not word or word in ADVERBS:
            return None
        if word == "to":
            base = self._main(at + 1, BASE)
            return self._group(at, base[0], "inf", base[1]) if base else None
        if word in MODALS:
            base = self._main(at + 1, BASE)
            return (
                self._group(at, base[0], "finite", base[1]) if base else Chunk("verb", at, at + 1, at, word, "finite")
            )
        if word in BE or word in ("has", "had", "have", "did", "do", "does", "been", "be", "being", "having"):
            return self._auxiliary(at, word)
        known = forms_of(word)
        if known is None or not self._reads_as_verb(at, word, known[1]):
            return None
        forms = known[1]
        if THIRD in forms or (PAST in forms and PART not in forms):
            form = "finite"
        elif PAST in forms:
            form = "past"
        else:
            form = "ing" if ING in forms else "ed" if PART in forms and BASE not in forms else "finite"
        return Chunk("verb", at, at + 1, at, known[0], form)

    def _group(self, start: int, main: int, form: str, passive: bool) -> Chunk:
        known = forms_of(self._word(main))
        return Chunk("verb", start, main + 1, main, known[0] if known else self._word(main), form, passive)

    def _auxiliary(self, at: int, word: str) -> Chunk | None:
        form = "ing" if word in ("being", "having") else "finite" if word not in ("be", "been") else "inf"
        want = PART if word in ("has", "had", "have", "having") else BASE if word in ("did", "do", "does") else "be"
        found = self._main(at + 1, want)
        if found:
            return self._group(at, found[0], form, found[1])
        lemma = "be" if want == "be" else "have" if want == PART else "do"
        return Chunk("verb", at, at + 1, at, lemma, form)

    def _main(self, at: int, want: str) -> tuple[int, bool] | None:
        """The main verb after an auxiliary that wants a form, and whether it is passive."""
        now = self._past_adverbs(at)
        word = self._word(now)
        known = forms_of(word) if word else None
        if want == "be" and word in DUE and self._word(now + 1) == "to":
            return self._main(now + 2, BASE)
        if word == "to" and want in ("be", PART):
            return self._main(now + 1, BASE)
        if known is None:
            return None
        forms = known[1]
        if word == "be" and want == BASE:
            return self._main(now + 1, "be") or (now, False)
        if word in ("been", "being") and want in (PART, "be"):
            return self._main(now + 1, "be") or (now, False)
        if word == "have" and want == BASE:
            return self._main(now + 1, PART) or (now, False)
        if want == "be":
            if PART in forms and not (word in EITHER and PAST not in forms):
                return now, True
            return (now, False) if ING in forms and word not in EITHER else None
        return (now, False) if want in forms else None

    def _past_adverbs(self, at: int) -> int:
        """Behind the adverbs and dates that stand inside a verb group."""
        now = at
        while now < len(self.units):
            word = self._word(now)
            if (
                self._code(now) == "D"
                or (word in ADVERBS and word not in ("home", "back", "here", "there"))
                or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)
            ):
                now += 1
            elif word in ("on", "in") and self._code(now + 1) == "D" and forms_of(self._word(now + 2)):
                now += 2
            else:
                break
        return now

    def _reads_as_verb(self, at: int, word: str, forms: frozenset[str]) -> bool:
        """True where a word that may be a verb stands where a verb may stand."""
        if ING in forms and word in EITHER and self.chunks and self.chunks[-1].kind in ("prep", "comma"):
            return self._code(at + 1) in ("P", "H", "G", "Q", "L", "C") or self._word(at + 1) in (
                "a",
                "an",
                "the",
                "with",
            )
        if self.chunks and self.chunks[-1].kind == "prep":
            return ING in forms
        before = next((c for c in reversed(self.chunks) if c.kind not in ("adv", "date")), None)
        if word not in EITHER:
            return forms != {BASE} or (before is not None and before.kind in ("np", "rel", "conj"))
        if before is None:
            return False
        if before.kind == "conj":
            return self._same_form_before(forms)
        if before.kind == "comma":
            return self._after_name() and (self._same_form_before(forms) or bool(forms & {PAST, THIRD}))
        if before.kind == "rel":
            return before.lemma not in ("where", "whose", "whom")
        named = self.units[before.end - 1].code in ("P", "H", "G", "C", "L", "K", "B")
        return before.kind == "np" and (named or bool(forms & {PAST, THIRD}))

    def _after_name(self) -> bool:
        """True where the last chunk is a comma behind a person."""
        return len(self.chunks) > 1 and self.units[self.chunks[-2].end - 1].code in ("P", "H", "G")

    def _same_form_before(self, forms: frozenset[str]) -> bool:
        """True where an earlier verb of the sentence has one of the forms, so that "and" may join another."""
        for chunk in reversed(self.chunks):
            if chunk.kind == "verb":
                known = forms_of(self._word(chunk.head))
                return bool(known and known[1] & forms)
        return False


def chunks_of(sentence: Sentence) -> list[Chunk]:
    """The chunks of a sentence, in order."""
    return Chunker(sentence).chunks
