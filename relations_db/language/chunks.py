"""A coded sentence cut into noun phrases, verb groups and the small words between them."""

from __future__ import annotations

from relations_db.language.analysis import Sentence
from relations_db.language.noun_chunks import Chunk, NounChunker, new_chunk
from relations_db.language.small_words import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DUE,
    MODALS,
    NOT_ADVERBS,
    PARTICLES,
    PLACES,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
)
from relations_db.language.verbs import BASE, EITHER, ING, PART, PAST, THIRD, forms_of

__all__ = ["Chunk", "chunks_of"]


_NO_VERBS = (
    PREPOSITIONS
    | DETERMINERS
    | RELATIVES
    | SUBORDINATORS
    | ADVERBS
    | CONJUNCTIONS
    | {"what", "that", "him", "them", "me", "us", "you"}
)


_SMALL = STOPS | CONJUNCTIONS | SUBORDINATORS | RELATIVES | {",", "that", "but", "as"}
_AUXILIARIES = BE | {"has", "had", "have", "did", "do", "does", "been", "be", "being", "having"}
_BEFORE_DATES = frozenset("on in at by for since until till before after from".split())


class Chunker(NounChunker):
    """Cuts one sentence. `chunks` holds the result."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        at = 0
        while at < len(self.units):
            if self.units[at].code == "P" and self.units[at].word.startswith("that "):
                self.chunks.append(Chunk("sub", at, at, at, "that"))
            chunk = self._next(at)
            self.chunks.append(chunk)
            at = chunk.end

    def _next(self, at: int) -> Chunk:
        if self.codes[at]:
            return self._coded(at)
        word = self.words[at]
        found = self._small(at, word) if word in _SMALL or at in self._open else None
        if found or (found := self._verb_group(at)):
            return found
        if word in PLACES and self.chunks and self.chunks[-1].kind == "prep":
            return Chunk("np", at, at + 1, at, word)
        if self._is_adverb(at):
            return Chunk("adv", at, at + 1, at, word)
        if word in PREPOSITIONS:
            if word in _BEFORE_DATES and self.codes[at + 1] == "D":
                return Chunk("date", at, at + 2, at + 1, word)
            return new_chunk(Chunk, ("prep", at, at + 1, at, word, "", False, None, ()))
        return self._noun_phrase(at)

    def _coded(self, at: int) -> Chunk:
        """The chunk that a unit with a code begins: a date, else a noun phrase."""
        unit = self.units[at]
        if unit.code == "D":
            if unit.word.endswith((" after", " before")) and self._nominal(at + 1):
                return Chunk("sub", at, at + 1, at, unit.word.split()[-1])  # "two months after X left"
            if self.words[at + 1] != "'s":
                return Chunk("date", at, at + 1, at, unit.word)
        return self._noun_phrase(at)

    def _small(self, at: int, word: str) -> Chunk | None:
        """The chunk of a mark, a conjunction, a relative or what else no noun phrase or verb begins with."""
        if word == ",":
            if self.words[at + 1] in ("jr", "sr") and self.words[at + 2] == ".":
                return Chunk("adv", at, at + 3, at, word)
            return new_chunk(Chunk, ("comma", at, at + 1, at, word, "", False, None, ()))
        if at in self._open:
            return Chunk("adv", at, at + 1, at, word)
        if word in STOPS:
            return new_chunk(Chunk, ("stop", at, at + 1, at, word, "", False, None, ()))
        if word == "that":
            return self._that(at)
        if word == "but" and self.codes[at + 1] == "N" and self.chunks and self.chunks[-1].kind == "np":
            return Chunk("adv", at, at + 2, at, word)
        if word in CONJUNCTIONS:
            return new_chunk(Chunk, ("conj", at, at + 1, at, word, "", False, None, ()))
        if word in SUBORDINATORS and not (word == "once" and self.words[at + 1] in ("more", "again", ",")):
            return Chunk("sub", at, at + 1, at, word)
        if word == "as":
            return Chunk("sub" if self._opens_clause(at + 1) else "prep", at, at + 1, at, word)
        return Chunk("rel", at, at + 1, at, word) if word in RELATIVES else None

    def _that(self, at: int) -> Chunk:
        """ "That" before a verb, after a noun, takes the noun up; else it opens a clause, or points to a noun ("that day")."""
        after_noun = bool(self.chunks) and self.chunks[-1].kind == "np"
        if after_noun and self._starts_verb(at + 1):
            return Chunk("rel", at, at + 1, at, "that")
        before = self.words[at - 1]
        if before in PREPOSITIONS and not self.codes[at + 1]:
            return self._noun_phrase(at)
        return Chunk("sub", at, at + 1, at, "that")

    def _opens_clause(self, at: int) -> bool:
        """True where a noun phrase and a finite verb follow: "as the two met", not "as guest of honour"."""
        if not self._nominal(at):
            return self._starts_verb(at)
        _, _, end = self._nouns(at)
        return self._starts_verb(end) or (self.words[end] in ("and", "of", ",") and self.codes[at] in ("P", "H", "G"))

    def _starts_verb(self, at: int) -> bool:
        word = self.words[at]
        known = forms_of(word) if word else None
        return (
            word in MODALS or word in BE or word in ("has", "have", "had", "did") or bool(known and word not in EITHER)
        )

    def _is_adverb(self, at: int) -> bool:
        word = self.words[at]
        if word in PARTICLES and self.chunks and self.chunks[-1].kind in ("verb", "adv"):
            return self._particle(at)
        if word in ADVERBS:
            return not (
                word in ("all", "both", "each", "next", "last", "first", "more", "most", "few", "further")
                and self._nominal(at + 1)
            )
        return word.endswith("ly") and "-" not in word and len(word) > 4 and word not in NOT_ADVERBS

    def _particle(self, at: int) -> bool:
        """ "Up", "in" and the like as part of the verb: "turned up in", "flew in on Monday", "moved on to"."""
        following, code = self.words[at + 1], self.codes[at + 1]
        return following in PREPOSITIONS or (following in (",", ".", "and", "") and not code)

    # -------------------------------------------------------------- verb groups
    def _verb_group(self, at: int) -> Chunk | None:
        word = self.words[at]
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
        if word in _AUXILIARIES:
            return self._auxiliary(at, word)
        known = forms_of(word)
        if known is None and self._new_verb(at, word):
            return Chunk("verb", at, at + 1, at, word, "finite")
        if known is None or not self._reads_as_verb(at, word, known[1]):
            return None
        forms = known[1]
        if THIRD in forms or (PAST in forms and PART not in forms):
            form = "finite"
        elif PAST in forms:
            form = "past"
        else:
            form = "ing" if ING in forms else "ed" if PART in forms and BASE not in forms else "finite"
        return new_chunk(Chunk, ("verb", at, at + 1, at, known[0], form, False, None, ()))

    def _group(self, start: int, main: int, form: str, passive: bool) -> Chunk:
        known = forms_of(self.words[main])
        return Chunk("verb", start, main + 1, main, known[0] if known else self.words[main], form, passive)

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
        word = self.words[now]
        known = forms_of(word) if word else None
        if want == "be" and word in DUE and self.words[now + 1] == "to":
            return self._main(now + 2, BASE)
        if word == "to" and want in ("be", PART):
            return self._main(now + 1, BASE)
        if known is None:
            new = want == BASE and self.words[now - 1] == "to" and word not in _NO_VERBS
            return (now, False) if word and new and self._takes_object(now + 1) else None
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
            word = self.words[now]
            if (
                self.codes[now] == "D"
                or (word in ADVERBS and word not in ("home", "back", "here", "there") and not self._lasting(now))
                or (word.endswith("ly") and "-" not in word and len(word) > 4 and word not in NOT_ADVERBS)
            ):
                now += 1
            elif (word in ("on", "in") and self.codes[now + 1] == "D" and forms_of(self.words[now + 2])) or (
                word == "no" and self.words[now + 1] == "longer"
            ):
                now += 2
            else:
                break
        return now

    def _lasting(self, at: int) -> bool:
        """True for "last" as a verb: "is to last until Friday", "will last two days"."""
        return self.words[at] == "last" and (self.words[at - 1] == "to" or self.words[at - 1] in MODALS)

    def _new_verb(self, at: int, word: str) -> bool:
        """True for an unknown word between a person and a noun phrase: "X and Y ennoble the formula"."""
        last = self.chunks[-1] if self.chunks else None
        if (
            last is None
            or last.kind != "np"
            or self.units[last.end - 1].code not in ("P", "H", "G")
            or word in NOT_ADVERBS
        ):
            return False
        if (
            len(word) < 4
            or word in DETERMINERS
            or word in PREPOSITIONS
            or word in ADVERBS
            or word in SUBORDINATORS
            or word.endswith("ly")
        ):
            return False
        return self._takes_object(at + 1)

    def _takes_object(self, at: int) -> bool:
        """True where an object may begin."""
        return self.words[at] in ("the", "a", "an", "it", "their", "its") or self.codes[at] in ("Q", "P", "H")

    def _reads_as_verb(self, at: int, word: str, forms: frozenset[str]) -> bool:
        """True where a word that may be a verb stands where a verb may stand."""
        if ING in forms and word in EITHER and self.chunks and self.chunks[-1].kind in ("prep", "comma"):
            return self.codes[at + 1] in ("P", "H", "G", "Q", "L", "C") or self.words[at + 1] in (
                "a",
                "an",
                "the",
                "with",
            )
        if self.chunks and self.chunks[-1].kind == "prep":
            return ING in forms
        if self.chunks and self.chunks[-1].kind == "verb" and forms & {PAST, PART}:
            return not self._nominal(at + 1)  # "expanding allied relations"
        before = next((c for c in reversed(self.chunks) if c.kind not in ("adv", "date")), None)
        if word not in EITHER:
            return forms != {BASE} or (before is not None and before.kind in ("np", "rel", "conj"))
        if before is None:
            return False
        if before.kind == "conj":
            return self._same_form_before(forms) or (THIRD in forms and self._dated(at + 1))
        if before.kind == "comma":
            return self._after_name() and (self._same_form_before(forms) or bool(forms & {PAST, THIRD}))
        if before.kind == "rel":
            return before.lemma not in ("where", "whose", "whom")
        if before.kind == "sub":
            return before.lemma == "that" and THIRD in forms and self._dated(at + 1)
        named = self.units[before.end - 1].code in ("P", "H", "G", "C", "L", "K", "B")
        return before.kind == "np" and (named or bool(forms & {PAST, THIRD}))

    def _dated(self, at: int) -> bool:
        """True where a date follows, by itself or after a preposition: "and ends on Friday"."""
        return self.codes[at] == "D" or (self.words[at] in PREPOSITIONS and self.codes[at + 1] == "D")

    def _after_name(self) -> bool:
        """True where the last chunk is a comma behind a person."""
        return len(self.chunks) > 1 and self.units[self.chunks[-2].end - 1].code in ("P", "H", "G")

    def _same_form_before(self, forms: frozenset[str]) -> bool:
        """True where an earlier verb of the sentence has one of the forms, so that "and" may join another."""
        for chunk in reversed(self.chunks):
            if chunk.kind == "verb":
                known = forms_of(self.words[chunk.head])
                return bool(known and known[1] & forms)
        return False


def chunks_of(sentence: Sentence) -> list[Chunk]:
    """The chunks of a sentence, in order."""
    return Chunker(sentence).chunks
