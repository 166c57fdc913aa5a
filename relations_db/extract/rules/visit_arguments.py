"""Who and where the arguments of a clause are: its subject, objects and prepositional phrases as persons and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relations_db.extract.context import Context, Place
from relations_db.extract.loci import LOCUS, Locus, is_elsewhere, owner_of, words_of
from relations_db.extract.rules.visit_where import is_talked_of, place_for
from relations_db.extract.rules.visit_who import people
from relations_db.extract.rules.visit_words import GATHERINGS, GUESTS, MARGINS, SITES, VEHICLES, WAYS
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.chunks import Chunk
from relations_db.language.clauses import Clause, Phrase
from relations_db.language.people import Entity
from relations_db.values import Basis

_PERSON = ("P", "H", "G")
_CALLED_AFTER = ("valley", "street", "square", "avenue", "river")
_COMPANIES = ("delegation", "entourage", "party")
_SIDES = ("side", "soil", "territory", "bank", "shore")
_OWN_DAYS = frozenset("inauguration coronation enthronement investiture funeral wedding swearing-in".split())
_FRONTIER = re.compile(r"\b(?:posts?|crossings?|checkpoints?|border|frontier|bridge|river|ribbon|tunnel|ferry)\b")


# "there is much to do" tells no place
_THERE = re.compile(
    r"\bthere\b(?! (?:'s|is|are|was|were|has|have|had|will|can|would|could|should|must|may|came|be|being|been)\b)"
)


@dataclass(slots=True)
class ClauseArguments:
    """One sentence as the general reader sees it."""

    context: Context
    sentence: Sentence

    def persons(self, numbers: Iterable[int]) -> list[list[Entity]]:
        """Who may be meant by units, likeliest first; only units that are persons."""
        units = self.sentence.units
        return people(self.context, self.sentence, [n for n in numbers if units[n].code in _PERSON])

    def heads(self, chunks: Iterable[Chunk]) -> list[int]:
        return [chunk.head for chunk in chunks]

    def objects(self, clause: Clause) -> list[int]:
        """The objects of a verb; of "whom" those that it takes up, also in "those whom H hosted were X and Y"."""
        if clause.mark != "whom" or clause.antecedent is None or clause.with_relative:
            return self.heads(clause.objects)
        if self.sentence.units[clause.antecedent].code in _PERSON:
            return [clause.antecedent]
        for other in self.context.clauses(self.sentence):
            among = any(p.noun.head == clause.antecedent for p in other.phrases)
            if other.lemma in ("be", "include", "number") and (among or clause.antecedent in other.subject):
                return [n for n in (*other.subject, *self.heads(other.objects)) if n != clause.antecedent]
        return []

    def word(self, number: int) -> str:
        unit = self.sentence.units[number]
        return "" if unit.code else unit.word

    # -------------------------------------------------------------- places
    def loci(self, clause: Clause, preps: Iterable[str]) -> Iterator[tuple[Locus, Phrase | None]]:
        """The place phrases of a clause that one of the prepositions opens, those behind the verb first."""
        allowed = frozenset(preps)
        behind = sorted(clause.phrases, key=lambda p: (p.start < clause.verb.start, p.start))
        for phrase in behind:
            if phrase.prep in allowed and (locus := self.locus(phrase)):
                if is_talked_of(self.context, self.sentence, locus):
                    continue
                owner = owner_of(self.sentence, locus.start)
                if owner is None or clause.subject == (owner,):
                    yield locus, phrase
        if "" in allowed:
            for adverb in ("here", "there"):
                if adverb in clause.adverbs and (adverb == "here" or _THERE.search(self.sentence.coded)):
                    yield (
                        Locus(
                            self.sentence.offsets[clause.verb.head],
                            self.sentence.offsets[clause.verb.head],
                            "",
                            None,
                            adverb,
                        ),
                        None,
                    )

    def locus(self, phrase: Phrase) -> Locus | None:
        """The place that a prepositional phrase names, itself or by "the port of Y"; none where the place only describes a thing."""
        offset = self.sentence.offsets[phrase.start]
        found = LOCUS.regex.match(self.sentence.coded, offset)
        if found:
            named = found.group("unit") or found.group("named")
            unit = int(named[1:]) if named else None
            last = self.sentence.at(found.end() - 1)
            beyond = self.word(phrase.noun.head) if phrase.noun.head > last else ""
            if beyond and (beyond not in SITES or (unit is not None and self.sentence.units[unit].code == "C")):
                return None  # "the Swedish embassy", "the Liechtenstein Palace"
            if self.sentence.coded.startswith((" 's ", " ' "), found.end()) and not beyond:
                return None
            return Locus(found.start(), found.end(), found.group("prep") or "", unit, words_of(found))
        stretch = range(phrase.noun.start, phrase.noun.end)
        if phrase.prep == "on" and self.word(phrase.noun.head) in _SIDES and self._at_border(phrase):
            owner = next((n for n in stretch if self.sentence.units[n].code in ("A", "C")), None)
            words = "" if owner is None else f"{self.sentence.units[owner].code}{owner} side"
            return Locus(offset, offset + 2, "on", None, words) if words else None
        if self.word(phrase.noun.head) not in SITES and self.word(phrase.noun.head) not in MARGINS:
            return None
        if self.word(phrase.noun.head) in _CALLED_AFTER and self.sentence.units[phrase.noun.head - 1].code == "L":
            return None  # "in the Fergana valley"
        cities = [n for n in stretch if self.sentence.units[n].code == "L"]
        if not cities:
            return None
        return Locus(offset, self.sentence.offsets[cities[0]] + 2, phrase.prep, cities[0], "")

    def _at_border(self, phrase: Phrase) -> bool:
        """True where "on the Y side" is said of a frontier, not of a party to talks."""
        if self.word(phrase.noun.head) in ("soil", "territory"):
            return True
        at = self.sentence.offsets[phrase.start]
        return bool(_FRONTIER.search(self.sentence.coded, 0, at + 60))

    def place(
        self, clause: Clause, preps: Iterable[str], guest: Entity | None, goal: bool = False
    ) -> tuple[Place, Locus] | None:
        """The first place of a clause, or of an infinitive or main clause beside it. `goal`: only what completes the verb itself."""
        for near in self.family(clause):
            for locus, phrase in self.loci(near, preps):
                if (goal and self._of_thing(near, phrase)) or is_elsewhere(self.sentence, locus.start):
                    continue
                found = place_for(self.context, self.sentence, locus, guest)
                if found:
                    return found, locus
        return None

    def event_place(self, clause: Clause, preps: Iterable[str], guest: Entity | None) -> tuple[Place, Locus] | None:
        """The place of a gathering to which the subject goes: "came to the summit in Y"."""
        for event in clause.phrases:
            word = self.word(event.noun.head)
            if event.prep in preps and (own := self._owners_day(event, word, guest)):
                return own
            if event.prep not in preps or not (
                word in GATHERINGS or self.sentence.units[event.noun.head].code in ("B", "K")
            ):
                continue
            beside = (p for p in clause.phrases if p.of_noun == event.noun.head and p.prep in ("in", "at"))
            locus = next((found for p in beside if (found := self.locus(p))), None)
            if locus and (place := place_for(self.context, self.sentence, locus, guest)):
                return place, locus
        return None

    def _owners_day(self, event: Phrase, word: str, guest: Entity | None) -> tuple[Place, Locus] | None:
        """The state of the one whose day it is: "came to her inauguration", "flew to X's funeral"."""
        owner = event.noun.owner if event.noun.owner is not None else event.noun.start
        if word not in _OWN_DAYS or self.sentence.units[owner].code not in ("P", "Q"):
            return None
        pool = self.context.entities_at(self.sentence, owner)[:3]
        meant = next((e for e in pool if guest is None or e.country != guest.country), None)
        if meant is None or meant.country is None:
            return None
        at = self.sentence.offsets[event.noun.head]
        return Place(None, meant.country, Basis.FRAME), Locus(at, at + len(word), event.prep, None, word)

    def _of_thing(self, clause: Clause, phrase: Phrase | None) -> bool:
        """True where a phrase completes a noun of its own: "the road to Y", "rails from X to Y"."""
        while phrase is not None and phrase.of_noun is not None:
            word = self.word(phrase.of_noun)
            if word and word not in WAYS and word not in VEHICLES:
                return True
            above = phrase.of_noun
            phrase = next((p for p in clause.phrases if p.noun.head == above), None)
        return False

    def cleft(self, clause: Clause) -> Clause | None:
        """The clause that sets a place before its own: "it was in Y that P and V agreed"."""
        above = clause.governor if clause.link == "sub" and clause.mark == "that" else None
        set_off = above and above.lemma == "be" and [self.word(n) for n in above.subject] == ["it"]
        return above if above and set_off and not above.objects else None

    def family(self, clause: Clause) -> list[Clause]:
        """A clause with the infinitives and participles that share its subject, and the clause that it serves as such."""
        found = [clause, *([above] if (above := self.cleft(clause)) else [])]
        if clause.form != "finite" and clause.governor and clause.mark not in ("before", "after"):
            found.append(clause.governor)
        for other in self.context.clauses(self.sentence):
            if other.governor in found and self._serves(other, clause):
                found += [other]
        return found

    def _serves(self, other: Clause, clause: Clause) -> bool:
        """True for an infinitive of the same subject, a gerund inside an object, and "which" that takes up a gathering."""
        if other.form == "inf":
            return other.subject == clause.subject
        if other.form == "ing":
            return other.mark in ("on", "of", "for", "about", "") and other.verb.start > clause.verb.start
        taken_up = other.antecedent if other.link == "rel" and other.mark in ("which", "that") else None
        return taken_up is not None and self.word(taken_up) in GATHERINGS

    # -------------------------------------------------------------- who
    def subject(self, clause: Clause) -> list[list[Entity]]:
        """The persons who act, those in a vehicle or at the head of a delegation too."""
        if found := self.persons(clause.subject):
            return found
        if found := self.persons(self._members(clause)):
            return found
        if found := self._national(clause):
            return found
        if not clause.subject or self.word(clause.subject[0]) not in VEHICLES:
            return []
        number = clause.subject[0]
        inside = list(clause.carriers)
        if clause.mark == "whose" and clause.antecedent is not None:
            inside.append(clause.antecedent)
        for other in self.context.clauses(self.sentence):
            if other is not clause and other.subject == clause.subject and other.form in ("ing", "ed"):
                inside += self.heads(other.objects) + [p.noun.head for p in other.phrases if p.prep == "by"]
        beside = [p.noun.head for p in clause.phrases if p.prep in ("with", "of") and p.of_noun == number]
        found = self.persons([*inside, *beside])
        his = [n for n in inside if self.sentence.units[n].code == "Q" and self.word(number) not in _COMPANIES]
        return found or people(self.context, self.sentence, his)

    def _members(self, clause: Clause) -> list[int]:
        """The persons of "those who came to Y were P and V" and "P was among those who came"."""
        taken_up = clause.antecedent
        if clause.link != "rel" or taken_up is None or self.sentence.units[taken_up].code:
            return []
        for other in self.context.clauses(self.sentence):
            among = any(p.noun.head == taken_up and p.prep == "among" for p in other.phrases)
            if other.lemma in ("be", "include", "number") and (among or taken_up in other.subject):
                named = (*other.subject, *self.heads(other.objects))
                return [n for n in named if self.sentence.units[n].code in _PERSON]
        return []

    def _national(self, clause: Clause) -> list[list[Entity]]:
        """ "The Italian was in Y": the leader of that state whom the text names."""
        if len(clause.subject) != 1:
            return []
        number, units = clause.subject[0], self.sentence.units
        if self.word(number) in GUESTS and units[number - 1].code == "A":
            number -= 1  # "the American guest"
        state = self.context.state_of(units[number]) if units[number].code == "A" else None
        return (
            [found[:1]]
            if state and units[number - 1].word == "the" and (found := self.context.leaders_of(state))
            else []
        )

    def with_whom(self, clause: Clause, preps: tuple[str, ...] = ("with",)) -> list[list[Entity]]:
        return self.persons(p.noun.head for p in clause.phrases if p.prep in preps)

    def there(self, clause: Clause, preps: tuple[str, ...], locus: Locus | None) -> list[list[Entity]]:
        """Those told with a preposition who are at a place: not V in "with P in Y and with V in Z"."""
        placed = {p.of_noun: p for p in clause.phrases if p.prep in ("in", "at") and self.locus(p)}
        return self.persons(
            p.noun.head
            for p in clause.phrases
            if p.prep in preps
            and (
                locus is None
                or (own := placed.get(p.noun.head)) is None
                or self.sentence.offsets[own.start] <= locus.start < self.sentence.offsets[own.noun.head] + 2
            )
        )
