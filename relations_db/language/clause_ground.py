"""Verb groups of a sentence as clauses, and moving over the chunks between them: the ground that `clauses` reads on."""

from __future__ import annotations

from dataclasses import dataclass, field

from relations_db.language.analysis import Sentence
from relations_db.language.chunks import Chunk
from relations_db.language.verbs import BASE, PART, PAST, forms_of

SAYING = frozenset(
    "say tell add note announce report explain recall write think believe know hope claim stress insist warn argue admit confirm deny learn hear see mean find feel suggest suppose expect wish reckon declare reply hint promise swear".split()
)

# what is done to papers and houses, not by them
_OF_THINGS = frozenset(
    "sign conclude initial adopt hold reach seal ink issue inaugurate found build establish publish make agree negotiate draft propose plan schedule announce".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition with the noun phrase after it. `of_noun`: the unit of the noun that it stands right behind, if it does."""

    prep: str
    start: int
    noun: Chunk
    of_noun: int | None


@dataclass(slots=True, eq=False)
class Clause:
    """A verb group with what belongs to it; numbers are those of units.

    `carriers`: the units that own the subject or stand inside it ("X 's plane", "the plane of X"). `antecedent`: the head that `who` or `where` takes up, `with_relative` the preposition before it ("to which"). `link`: how it hangs on the rest: "" (main), rel, sub, inf, ing, ed. `mark` is the word that opens it (when, who ...), `governor` the clause it hangs on.
    """

    verb: Chunk
    form: str
    place: int
    subject: tuple[int, ...] = ()
    objects: list[Chunk] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    carriers: tuple[int, ...] = ()
    antecedent: int | None = None
    with_relative: str = ""
    link: str = ""
    mark: str = ""
    governor: Clause | None = None
    end: int = 0

    @property
    def lemma(self) -> str:
        return self.verb.lemma

    def holds(self, unit: int) -> bool:
        """True where a unit stands in an object or a prepositional phrase of the clause."""
        return any(o.start <= unit < o.end for o in self.objects) or any(
            p.start <= unit < p.noun.end for p in self.phrases
        )

    @property
    def passive(self) -> bool:
        return self.verb.passive or self.form == "ed"


class _Kinds(dict[int, str]):
    """The kinds of chunks by their numbers; beyond the ends of a sentence all is a stop. Asked for a thousand times a page."""

    def __missing__(self, number: int) -> str:
        return "stop"


class ClauseGround:
    """The chunks of one sentence and its verbs, finite or not, not yet bound to their subjects."""

    def __init__(self, sentence: Sentence, chunks: list[Chunk]) -> None:
        self.units = sentence.units
        self.chunks = chunks
        self._kind = _Kinds(enumerate(chunk.kind for chunk in chunks)).__getitem__
        self.clauses: list[Clause] = []
        self._at: dict[int, Clause] = {}
        for number, chunk in enumerate(self.chunks):
            if chunk.kind == "verb":
                clause = Clause(chunk, self._form(number), number)
                self._at[number] = clause
                self.clauses.append(clause)

    # -------------------------------------------------------------- moving over chunks
    def _back(self, number: int) -> int:
        """The chunk before one, adverbs and dates left out."""
        number -= 1
        while number >= 0 and (self._kind(number) in ("adv", "date") or self.chunks[number].lemma == ")"):
            number = self._opening(number) - 1 if self.chunks[number].lemma == ")" else number - 1
        return number

    def _opening(self, number: int) -> int:
        """The bracket that a closing one answers."""
        while number > 0 and self.chunks[number].lemma != "(":
            number -= 1
        return number

    def _on(self, number: int) -> int:
        number += 1
        while self._kind(number) in ("adv", "date"):
            number += 1
        return number

    def _governed(self, number: int) -> bool:
        """True where a noun phrase stands after a preposition, by itself or joined to such a one by "and"."""
        return self._kind(self._list_head(number)) == "prep"

    def _list_head(self, number: int) -> int:
        """The chunk before a noun phrase, or before the first of those that "and" joins."""
        before = number - 1
        while self._kind(before) == "adv" or (self._kind(before) == "conj" and self._alike(before - 1, number)):
            before -= 1 if self._kind(before) == "adv" else 2
        return before

    def _alike(self, one: int, other: int) -> bool:
        """True for two noun phrases of one sort, persons or not: only these are joined."""
        if self._kind(one) != "np":
            return False
        persons = [self.units[self.chunks[n].head].code in ("P", "H", "G", "Q") for n in (one, other)]
        return persons[0] == persons[1]

    def _form(self, number: int) -> str:
        """Finite or participle, for a form that may be both."""
        chunk = self.chunks[number]
        if chunk.form == "finite" and chunk.start == chunk.head and self._after_comma(number):
            known = forms_of(self.units[chunk.head].word)
            return "ed" if known and {BASE, PART} <= known[1] and PAST not in known[1] else "finite"
        if chunk.form != "past":
            return chunk.form
        before = self._back(number)
        if self._kind(before) in ("prep", "stop") and not (
            before >= 0 and self.chunks[before].lemma in ('"', ":", ";", "-")
        ):
            return "ed"
        if self._kind(before) == "sub" and self.chunks[before].lemma in (
            "as",
            "when",
            "while",
            "once",
            "if",
            "although",
            "though",
        ):
            return "ed"
        if self._kind(before) in ("np", "comma") and self._done_by(number):
            return "ed"
        if self._kind(before) == "np" and self._kind(self._back(before)) == "rel":
            return "finite"
        if self._kind(before) == "np" and chunk.lemma in _OF_THINGS and not self.units[self.chunks[before].head].code:
            return "ed" if self._kind(number + 1) in ("prep", "date", "adv") else "finite"
        if self._kind(before) == "np":
            return "ed" if self._verb_later(number, chunk) else "finite"
        if self._kind(before) == "comma" and self._kind(self._back(before)) == "np":
            return "ed" if self._closing_comma(number) else "finite"
        return "finite"

    def _after_comma(self, number: int) -> bool:
        """True right behind a comma that follows a person."""
        noun = number - 2
        return (
            self._kind(number - 1) == "comma"
            and self._kind(noun) == "np"
            and self.units[self.chunks[noun].head].code == "P"
        )

    def _done_by(self, number: int) -> bool:
        """True where "by" with a noun follows a verb that has no object: "signed in Y by X"."""
        for later in range(number + 1, len(self.chunks)):
            kind, lemma = self._kind(later), self.chunks[later].lemma
            if kind == "prep" and lemma == "by":
                return self._kind(later + 1) == "np"
            if kind not in ("prep", "np", "date", "adv") or (kind == "np" and self._kind(later - 1) != "prep"):
                return False
        return False

    def _verb_later(self, number: int, chunk: Chunk) -> bool:
        """True where a finite verb follows in the same stretch, so that the one before it is a participle."""
        for later in range(number + 1, len(self.chunks)):
            kind = self._kind(later)
            if kind in ("stop", "comma", "conj", "sub", "rel"):
                return False
            if kind == "verb" and self.chunks[later].form == "past" and self._done_by(later):
                continue  # "gathered in Y for a summit hosted by X": of the noun before it
            if kind == "verb" and self.chunks[later].form in ("finite", "past"):
                own = self._kind(self._back(later)) == "np" and not self._governed(self._back(later))
                return not own and chunk.lemma not in SAYING
        return False

    def _closing_comma(self, number: int) -> bool:
        """True where the stretch after a comma is an insertion: another comma follows, and the verb behind it has no subject of its own."""
        for later in range(number + 1, len(self.chunks)):
            if self._kind(later) == "stop":
                return False
            if self._kind(later) == "comma":
                following = self._on(later)
                if self._kind(following) == "verb" and self.chunks[following].form in ("finite", "past"):
                    return True
        return False


def follow(clause: Clause, twin: Clause) -> None:
    """Let a verb that "and" joins to another have what that one has."""
    clause.subject, clause.link, clause.mark, clause.governor = twin.subject, twin.link, twin.mark, twin.governor
