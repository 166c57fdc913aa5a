"""A shallow reading of clauses: each verb group of a sentence with its subject, objects and prepositional phrases."""

from __future__ import annotations

from relations_db.language.analysis import Sentence
from relations_db.language.chunks import Chunk, chunks_of
from relations_db.language.clause_ground import Clause, Phrase
from relations_db.language.clause_subjects import ClauseSubjects

__all__ = ["Clause", "Phrase", "clauses_of"]


_JOINTS = frozenset(("comma", "conj"))


class ClauseReader(ClauseSubjects):
    """Reads one sentence; `clauses` holds the result in the order of the verbs."""

    def __init__(self, sentence: Sentence, chunks: list[Chunk]) -> None:
        super().__init__(sentence, chunks)
        for clause in self.clauses:
            self._bind(clause)
        self._attach()

    def _attach(self) -> None:
        """Give each noun phrase, prepositional phrase, date and adverb to the verb before it, or to the next one at the head of a clause."""
        waiting: list[int] = []
        outside: list[int] = []  # what stands before a subordinate clause at the head of the sentence
        inner = 0  # what waits from here on stands between "who" and its verb
        current: Clause | None = None
        for number, chunk in enumerate(self.chunks):
            if number in self._at:
                current = self._at[number]
                if current.form == "finite" and current.link == "":
                    waiting, outside = [*outside, *waiting], []
                if (current.form == "finite" and current.link != "rel") or not waiting:
                    for early in waiting:
                        self._give(current, early)
                    waiting = []
                elif current.link == "rel":
                    for early in waiting[inner:]:
                        self._give(current, early)
                    del waiting[inner:]
            elif chunk.kind == "adv" and (told := self._at.get(self._past_adverbs(number))) is not None:
                self._give(told, number)  # "who never went"
            elif chunk.kind in ("stop", "sub") or (chunk.kind == "rel" and chunk.lemma != "that"):
                current, inner = None, len(waiting)
                if chunk.kind == "stop":
                    waiting, outside = (waiting, outside) if chunk.lemma == "-" else ([], [])
                elif chunk.kind == "sub":
                    waiting, outside = [], [*outside, *waiting]
            elif chunk.kind == "date" and (later := self._dated_by(number)) is not None:
                self._give(later, number)
            elif current is None or (chunk.kind in _JOINTS and self._opens_clause(number)):
                current = None
                waiting.append(number)
            else:
                self._give(current, number)
        nouns = {c.head: c for c in self.chunks if c.kind == "np"}
        for clause in self.clauses:
            heads = [nouns[n] for n in clause.subject if n in nouns]
            clause.carriers = tuple(n for c in heads for n in ((c.owner,) if c.owner is not None else ()) + c.inner)
        ends = [*(c.verb.start for c in self.clauses[1:]), len(self.units)]
        for clause, end in zip(self.clauses, ends, strict=False):
            clause.end = end

    def _opens_clause(self, number: int) -> bool:
        """True where the comma or "and" at `number` stands before a new subject with its verb, a phrase at its head left out."""
        later = number + 1
        while self._kind(later) in ("conj", "adv", "date", "comma"):
            later += 1
        if self._kind(later) == "prep":
            later += 2
            while self._kind(later) in ("comma", "adv", "date"):
                later += 1
        if self._kind(later) != "np":
            return False
        head = self.chunks[later].head
        return any(
            c.form == "finite" and c.place > later and head in c.subject and c.link != "rel" for c in self.clauses
        )

    def _past_adverbs(self, number: int) -> int:
        while self._kind(number) == "adv":
            number += 1
        return number

    def _dated_by(self, number: int) -> Clause | None:
        """The second verb of "came on Monday and on Tuesday met H": a date right behind "and" is that of the verb behind it."""
        before = number - 1
        while self._kind(before) in ("prep", "adv"):
            before -= 1
        later = self._at.get(self._on(number)) if self._kind(before) == "conj" else None
        return later if later and later.form == "finite" else None

    def _give(self, clause: Clause, number: int) -> None:
        chunk = self.chunks[number]
        if chunk.kind == "date":
            clause.dates.append(chunk.head)
        elif chunk.kind == "adv":
            clause.adverbs.append(chunk.lemma)
        elif chunk.kind == "np":
            self._give_noun(clause, number)

    def _give_noun(self, clause: Clause, number: int) -> None:
        chunk = self.chunks[number]
        before = number - 1
        listed = number
        while self._kind(before) in _JOINTS and self._kind(self._back(before)) == "np" and before > clause.place:
            listed = self._back(before)
            before = self._back(before) - 1
        before, listed = self._over_comma(number, before, listed)
        if self._kind(before) == "prep":
            prior = before - 1
            of_noun = self.chunks[prior].head if self._kind(prior) == "np" else None
            clause.phrases.append(
                Phrase(
                    self.chunks[before].lemma,
                    self.chunks[before].start if listed == number else chunk.start,
                    chunk,
                    of_noun,
                )
            )
        elif chunk.head not in clause.subject and number > clause.place:
            clause.objects.append(chunk)

    def _over_comma(self, number: int, before: int, listed: int) -> tuple[int, int]:
        """Past ", and" to the preposition of two persons: "by X, the president, and Y"."""
        comma = before - 1
        if self._kind(before) != "conj" or self._kind(comma) != "comma" or listed != number:
            return before, listed
        first = self._back(comma)
        persons = all(self._kind(n) == "np" and self.units[self.chunks[n].head].code == "P" for n in (first, number))
        return (first - 1, first) if persons and self._kind(first - 1) == "prep" else (before, listed)


def clauses_of(sentence: Sentence, chunks: list[Chunk] | None = None) -> list[Clause]:
    """The clauses of a sentence, in the order of their verbs; `chunks` are its chunks, where they are known."""
    return ClauseReader(sentence, chunks_of(sentence) if chunks is None else chunks).clauses
