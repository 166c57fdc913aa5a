"""Whose act each verb of a sentence tells: finite verbs, infinitives and participles with their subjects."""

from __future__ import annotations

from relations_db.language.clause_ground import Clause, ClauseGround, follow

# verbs that may stand before their subject after a quotation
_QUOTING = frozenset(
    "say add note announce report explain recall write declare reply admit warn argue stress insist claim confirm conclude".split()
)
# verbs whose object is the subject of the infinitive after it
_OF_OBJECT = frozenset(
    "ask invite urge tell allow order want expect persuade help enable force send call request advise encourage wish like convince permit bid beg press summon bring lead take get oblige compel instruct warn remind entreat empower authorise authorize".split()
)


# verbs whose object is the subject of the gerund after it: "thanked X for coming"
_THANKING = frozenset(
    "thank praise congratulate commend applaud criticise criticize blame accuse condemn attack laud forgive reproach chide fault suspect".split()
)
_TEMPORAL = ("after", "before", "since", "until", "till")


class ClauseSubjects(ClauseGround):
    """The clauses of one sentence, bound to their subjects."""

    def _bind(self, clause: Clause) -> None:
        if clause.form == "finite":
            self._bind_finite(clause)
        elif clause.form == "inf":
            self._bind_infinitive(clause)
        else:
            self._bind_participle(clause)

    def _bind_finite(self, clause: Clause) -> None:
        before = self._back(clause.place)
        kind = self._kind(before)
        after = self._on(clause.place)
        if (
            kind == "comma"
            and clause.lemma in _QUOTING
            and self._kind(after) == "np"
            and after == clause.place + 1
            and self._kind(self._on(after)) != "verb"
        ):
            self._inverted(clause)
            return
        if kind == "rel":
            clause.link, clause.mark = "rel", self.chunks[before].lemma
            clause.subject = self._antecedent(before)
            clause.antecedent = next(iter(clause.subject), None)
            return
        if kind == "np":
            top = self._top(before)
            top = self._taken_up(before) if top is None else top
            if top is not None:
                clause.subject = self._joint(top)
                self._mark(clause, top)
                return
        elif kind == "verb" and (top := self._taken_up(before)) is not None:
            clause.subject = self._joint(top)
            return
        elif kind == "conj":
            if twin := self._earlier(clause.place, ("finite",)):
                follow(clause, self._resumed(clause, twin, before) or twin)
                return
        elif kind == "comma":
            self._over_insertion(clause, before)
            if clause.subject:
                return
        self._inverted(clause)

    def _resumed(self, clause: Clause, twin: Clause, conj: int) -> Clause | None:
        """The main clause that goes on: "X recalled that Y had been there, and accepted"; by the comma and the tense, after an aside between commas by these alone."""
        above = twin.governor
        if above is None or above.form != "finite" or self._kind(conj - 1) != "comma":
            return None
        if twin.mark != "that":
            return above if twin.mark in ("when", "where") and self._opens_aside(twin) else None
        had = [any(self.units[n].word == "had" for n in range(c.verb.start, c.verb.end)) for c in (above, twin, clause)]
        return above if had == [False, True, False] and clause.verb.start == clause.verb.head else None

    def _opens_aside(self, clause: Clause) -> bool:
        """True for the clause of ", when Y was president": what "and" joins behind it belongs to the clause before."""
        number = next((n for n in range(clause.place, 0, -1) if self.chunks[n].lemma == clause.mark), 0)
        return self._kind(number - 1) == "comma"

    def _mark(self, clause: Clause, top: int) -> None:
        """The word that opens the clause of a subject: "when X came", "the house where X lives"."""
        before = self._head_of_clause(top)
        if self._kind(before) in ("sub", "rel"):
            clause.link, clause.mark = self._kind(before), self.chunks[before].lemma
            if clause.link == "rel":
                clause.with_relative = self.chunks[before - 1].lemma if self._kind(before - 1) == "prep" else ""
                clause.antecedent = next(iter(self._antecedent(before - bool(clause.with_relative))), None)
        elif self._kind(before) == "prep":
            clause.link, clause.mark = "sub", self.chunks[before].lemma
        elif self._kind(top - 1) == "conj" and self._kind(top - 2) != "comma":
            twin = self._earlier(top, ("finite",))
            if twin and twin.link == "sub":  # "when X came and Y left"
                clause.link, clause.mark, clause.governor = twin.link, twin.mark, twin.governor
                return
        if clause.link:
            clause.governor = self._earlier(before, ("finite", "inf", "ing", "ed"))

    def _head_of_clause(self, top: int) -> int:
        """The chunk that opens the clause of a subject, phrases before the subject left out."""
        before = top - 1
        while self._kind(before) in ("np", "conj", "comma", "date", "adv") or (
            self._kind(before) == "prep" and (self.chunks[before].lemma not in _TEMPORAL or self._has_noun(before, top))
        ):
            before -= 1
        return before

    def _has_noun(self, prep: int, top: int) -> bool:
        """True for "after the talks, X left": the noun of the preposition is not the subject, which stands behind it."""
        between = self._back(top)
        if self._kind(between) == "comma" and self._kind(self._on(top)) != "comma":
            between = self._back(between)
        return prep < between and self._kind(between) == "np"

    def _antecedent(self, number: int) -> tuple[int, ...]:
        """The noun that a relative takes up."""
        before = self._back(number)
        if self._kind(before) == "comma":
            before = self._back(before)
        if (
            self._kind(before) == "np"
            and self.units[self.chunks[before].head].code == "N"
            and self._kind(before - 1) == "comma"
        ):
            before = self._back(before - 1)  # "X, 58, who"
        if self._kind(before) != "np":
            return ()
        chunk = self.chunks[before]
        persons = [n for n in chunk.inner if self.units[n].code == "P"]
        return (persons[-1],) if persons and self.units[chunk.head].code == "" else (chunk.head,)

    def _top(self, number: int) -> int | None:
        """The noun phrase on which the prepositional phrases right before a verb hang: "the plane with X on board"."""
        while self._governed(number):
            prep = self._list_head(number)
            before = self._back(prep)
            if self.chunks[prep].lemma in ("after", "before", "since", "until", "till", "as", "like", "than"):
                return number
            if (
                self._kind(before) == "verb"
                and self._at[before].form != "finite"
                and self._kind(self._back(before)) == "np"
            ):
                before = self._back(before)  # "the first to call at Y was X"
            if self._kind(before) != "np":
                return None
            number = before
        before = self._back(number)
        if (
            self._kind(before) == "verb"
            and self._at[before].form in ("inf", "ed")
            and self._kind(self._back(before)) == "np"
        ):
            return self._top(self._back(before))
        return number

    def _taken_up(self, number: int) -> int | None:
        """The noun phrase whose relative clause ends before a verb: "the house where X stayed was sold"."""
        while number >= 0 and self._kind(number) not in ("stop", "comma", "sub"):
            if self._kind(number) == "rel":
                before = self._back(number)
                return self._top(before) if self._kind(before) == "np" else None
            number -= 1
        return None

    def _joint(self, number: int) -> tuple[int, ...]:
        """A noun phrase with those that "and" and commas join to it from the left."""
        found = [self.chunks[number].head]
        while True:
            join = self._back(number)
            other = self._back(join)
            if self._kind(join) == "comma" and self._kind(other) == "conj":
                join, other = other, self._back(other)
            if self._kind(join) == "conj" and self._kind(other) == "comma":
                other = self._before_insertion(other)
            if self._kind(join) not in ("conj", "comma") or self._kind(other) != "np":
                break
            if self._kind(join) == "comma" and len(found) == 1:
                break
            if self._kind(self._back(other)) == "verb" and self.chunks[self._back(other)].form != "ing":
                break
            top = self._top(other)
            if top is None or self._governed(other):
                break
            found.insert(0, self.chunks[top].head)
            number = top
        return tuple(found)

    def _before_insertion(self, comma: int) -> int:
        """The noun phrase before a comma, or before the relative clause that the comma closes."""
        number = self._back(comma)
        if self._kind(number) == "np" and self._kind(self._back(number)) not in ("verb", "rel", "prep"):
            return number
        while number >= 0 and self._kind(number) not in ("stop", "sub"):
            if self._kind(number) == "rel" and self._kind(number - 1) == "comma":
                return self._back(number - 1)
            number -= 1
        return self._back(comma)

    def _over_insertion(self, clause: Clause, comma: int) -> None:
        """The subject before "X , the Y of Z , came"; where the stretch before the comma is a clause of its own, that clause's subject."""
        named = self._back(comma)
        fresh = self._top(named) if self._kind(named) == "np" else None
        if fresh is not None and (
            self._kind(self._back(fresh)) in ("sub", "rel", "stop", "conj") or self._is_said_of(fresh)
        ):
            clause.subject = self._joint(fresh)
            self._mark(clause, fresh)
            return
        opening = comma
        while self._kind(named) == "comma":
            opening, named = named, self._back(named)
        while True:
            number = self._back(opening)
            last = number
            while self._kind(number) not in ("comma", "stop") and number >= 0:
                number -= 1
            first = number + 1
            while self._kind(first) in ("adv", "date") and first < opening:
                first += 1
            if number < 0 or self._kind(number) == "stop":
                break
            if self._inserted(first, opening) and self._kind(self._back(number)) in ("np", "comma"):
                opening = number
                if self._kind(self._back(self._back(number))) in ("sub", "rel", "stop"):
                    number = self._back(self._back(number))
                    break
                continue
            break
        before = self._back(opening)
        if self._kind(before) == "np":
            top = self._top(before)
            if top is not None and (self._is_said_of(top) or not self._clause_in(number + 1, opening)):
                clause.subject = self._apposed(top, opening, comma) or self._joint(top)
                self._mark(clause, top)
                return
        if (
            opening == comma
            and self._kind(last) == "np"
            and not self._clause_in(number + 1, comma)
            and (top := self._top(last)) is not None
        ):
            clause.subject = self._joint(top)
            self._mark(clause, top)
            return
        alone = self._back(comma)
        if opening != comma and self._kind(alone) == "np" and self.units[self.chunks[alone].head].code == "P":
            clause.subject = (self.chunks[alone].head,)  # "During a visit to Y, X, said Z"
            return
        twin = self._earlier(opening, ("finite",))
        if twin and twin.link in ("", "sub") and twin.mark in ("", "that"):
            follow(clause, twin)

    def _is_said_of(self, number: int) -> bool:
        """True for a person after a verb of speech: "said the president, X, would come"."""
        verb = self._at.get(self._back(number))
        said = verb is not None and verb.form == "finite" and not verb.passive and verb.lemma in _QUOTING
        return said and self.units[self.chunks[number].head].code == "P"

    def _apposed(self, noun: int, opening: int, end: int) -> tuple[int, ...]:
        """The person whom an insertion names: "the predecessor of Y , X , came"."""
        named = self._on(opening)
        if self.units[self.chunks[noun].head].code or self._kind(named) != "np" or self._on(named) != end:
            return ()
        head = self.chunks[named].head
        return (head,) if self.units[head].code == "P" else ()

    def _inserted(self, first: int, end: int) -> bool:
        """True for a stretch between commas that only describes what stands before it."""
        if self._kind(first) == "conj" and self._kind(self._on(first)) == "np":
            return False
        return self._kind(first) in ("rel", "prep", "sub") or not self._clause_in(first, end)

    def _clause_in(self, low: int, high: int) -> bool:
        return any(n in self._at and self._at[n].form == "finite" for n in range(low, high))

    def _inverted(self, clause: Clause) -> None:
        """The subject that follows its verb: "said X", "in the front row sat X"."""
        after = self._on(clause.place)
        if self._kind(after) == "np" and self._kind(self._on(after)) != "verb":
            clause.subject = (self.chunks[after].head,)
            nouns, number = [self.chunks[after].head], after
            while self._kind(self._on(number)) in ("comma", "conj"):
                following = self._on(self._on(number))
                if self._kind(self._on(number)) == "comma" and self._kind(following) == "conj":
                    following = self._on(following)
                if self._kind(following) != "np" or self._kind(self._on(following)) == "verb":
                    break
                nouns.append(self.chunks[following].head)
                number = following
            clause.subject = tuple(nouns)

    def _earlier(self, number: int, forms: tuple[str, ...]) -> Clause | None:
        """The nearest verb before a chunk that has one of the forms, in the same stretch between strong stops."""
        for earlier in range(number - 1, -1, -1):
            if self._kind(earlier) == "stop" and self.chunks[earlier].lemma in (";", ":", ".", "?", "!"):
                return None
            clause = self._at.get(earlier)
            if clause and clause.form in forms:
                return clause
        return None

    def _later(self, number: int) -> Clause | None:
        """The next finite verb after a chunk that no word makes subordinate."""
        for later in range(number + 1, len(self.chunks)):
            if self._kind(later) == "stop":
                return None
            clause = self._at.get(later)
            if clause and clause.form == "finite":
                if not clause.subject:
                    self._bind_finite(clause)
                if clause.link != "rel":
                    return clause
        return None

    def _bind_infinitive(self, clause: Clause) -> None:
        clause.link = "inf"
        before = self._back(clause.place)
        kind = self._kind(before)
        governor = self._earlier(clause.place, ("finite", "inf", "ing", "ed"))
        if kind == "conj" and governor and governor.form == "inf":
            clause.subject, clause.governor = governor.subject, governor.governor
            return
        if governor is None:
            main = self._later(clause.place)
            owner = self.chunks[before].owner if kind == "np" else None
            clause.subject = (owner,) if owner is not None else main.subject if main else ()
            if main is None and kind == "np":
                clause.subject = self._joint(before)  # the headline's "X to visit Y"
            clause.governor = main
            if main and main.lemma in ("be", "become", "remain"):
                clause.subject = self._predicate(main.place) or clause.subject
            return
        clause.governor = governor
        clause.subject = governor.subject
        between = [
            n for n in range(governor.place + 1, clause.place) if self._kind(n) == "np" and not self._governed(n)
        ]
        if governor.lemma in _OF_OBJECT and not governor.passive and between:
            clause.subject = self._joint(between[-1])
        elif (
            kind == "np"
            and self.chunks[before].owner is not None
            and self.units[self.chunks[before].owner or 0].code == "P"
        ):
            clause.subject = (self.chunks[before].owner or 0,)

    def _predicate(self, number: int) -> tuple[int, ...]:
        """The person whom "was" names: "the last to come was X"."""
        after = self._on(number)
        head = self.chunks[after].head if self._kind(after) == "np" else None
        return (head,) if head is not None and self.units[head].code == "P" else ()

    def _bind_participle(self, clause: Clause) -> None:
        clause.link = clause.form
        before = self._back(clause.place)
        kind = self._kind(before)
        governor = self._earlier(clause.place, ("finite", "inf", "ing", "ed"))
        main = self._earlier(clause.place, ("finite",))
        clause.governor = governor
        if kind in ("prep", "sub"):
            clause.mark = self.chunks[before].lemma
            thanked = self._back(before)
            if (
                governor
                and governor.lemma in _THANKING
                and clause.lemma != "accept"
                and clause.mark in ("for", "on", "of")
                and self._kind(thanked) == "np"
            ):
                top = self._top(thanked)
                clause.subject = (self.chunks[thanked if top is None else top].head,)
                return
        if kind == "np":
            top = self._top(before) if clause.form == "ed" else before
            clause.subject = (self.chunks[top if top is not None else before].head,)
            return
        if kind == "comma" and self._kind(self._back(before)) == "np":
            named = self._back(before)
            free = not self._governed(named) and self._kind(self._back(named)) != "verb"
            thing = self.units[self.chunks[named].head].code not in ("P", "H", "G", "L", "C")
            if clause.form == "ed" and thing and not self._governed(named):
                clause.subject = (self.chunks[named].head,)
                return
            if free and (main is None or self._closing_comma(clause.place)):
                clause.subject = self._joint(named)
                return
        if kind == "conj" and governor and governor.form == clause.form:
            clause.subject = governor.subject
            return
        main = main or self._later(clause.place)
        if main:
            clause.subject, clause.governor = main.subject, governor or main
