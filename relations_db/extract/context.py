"""The document's frame: which states, when, where, who. It fills what a sentence leaves out, and says that it did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from relations_db.extract.frame_dates import UNKNOWN, When
from relations_db.extract.frame_places import Place, Places
from relations_db.extract.sectors import SectorFinder
from relations_db.language import patterns as re
from relations_db.language.analysis import Analysis, Sentence, Unit
from relations_db.language.chunks import Chunk, chunks_of
from relations_db.language.clauses import Clause, clauses_of
from relations_db.language.cues import Sought
from relations_db.language.lexicon import Lexicon
from relations_db.language.people import Entity, Mention
from relations_db.values import Basis, Ignored, Kind, Quote

__all__ = ["UNKNOWN", "Context", "Place", "When", "build_context"]


@dataclass(slots=True)
class Context(Places):
    """One document with its frame, as the rules see it."""

    def chunks(self, sentence: Sentence) -> list[Chunk]:
        """The chunks of a sentence, read once."""
        found = self.read_chunks.get(sentence.index)
        if found is None:
            found = self.read_chunks[sentence.index] = chunks_of(sentence)
        return found

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """The clauses of a sentence, read once."""
        found = self.read_clauses.get(sentence.index)
        if found is None:
            found = self.read_clauses[sentence.index] = clauses_of(sentence, self.chunks(sentence))
        return found

    def clause_at(self, sentence: Sentence, unit: int) -> Clause | None:
        """The clause to whose verb, objects or prepositional phrases a unit belongs."""
        key = sentence.index, unit
        if key not in self.read_places:
            self.read_places[key] = self._clause_at(sentence, unit)
        return self.read_places[key]

    def _clause_at(self, sentence: Sentence, unit: int) -> Clause | None:
        clauses = self.clauses(sentence)
        verb = next((c for c in clauses if c.verb.start <= unit < c.verb.end), None)
        return verb or next((c for c in clauses if c.holds(unit)), None)

    def entities_at(self, sentence: Sentence, number: int) -> list[Entity]:
        """Who may be meant by a unit: one for a name, several for a pronoun, likeliest first."""
        unit = sentence.units[number]
        if unit.code == "G":
            return self.both(sentence, unit)
        if isinstance(unit.thing, Mention):
            if unit.thing.form == "role" and (_ANYBODY if unit.thing.country else _ONE).match(unit.word):
                return []
            if unit.thing.entity is None and unit.thing.form == "role":
                return self.by_role(unit.thing.phrase)
            return [unit.thing.entity] if unit.thing.entity else []
        if unit.code in ("H", "Q"):
            return list(self.analysis.antecedents.get(unit.start, []))
        return []

    def both(self, sentence: Sentence, unit: Unit) -> list[Entity]:
        """The two leaders that "they" or "the two presidents" mean: the last two named, of two states."""
        if re.search(
            r"countr|nation|(?<!heads of )state(?!s?men)|\bside|\bpart|(?<!heads of )govern|capital|neighb|econom|republic|kingdom|people|(?<!prime )ministers|ministr(?:y|ies)|delegation|compan|parliament|agenc|bank",
            unit.word,
        ):
            return []
        if unit.word == "both" and len(named := self._two_before(sentence, unit)) == 2:
            return named
        if unit.word in ("they", "them"):
            groups = [
                u for u in sentence.units if u.code == "G" and u.start < unit.start and u.word not in ("they", "them")
            ]
            if groups and (meant := self.both(sentence, groups[-1])):
                return meant
            if not groups and self._are_states(sentence, unit):
                return []
            if len(listed := self._listed_before(sentence, unit)) > 1:
                return listed
        offices = _offices_of(unit.word)
        found: list[Entity] = []
        for index in range(sentence.index, max(-1, sentence.index - 8), -1):
            earlier = self.analysis.sentences[index]
            for entity in self._acting(earlier, sentence, unit, offices):
                if entity.country not in {e.country for e in found}:
                    found.append(entity)
            if len(found) >= 2:
                return self._couple(found[:2], sentence.index, index)
        if len(offices) == 1:
            return self._of_office(offices[0])
        return []

    def _acting(self, told: Sentence, sentence: Sentence, group: Unit, offices: tuple[str, ...]) -> list[Entity]:
        """The persons of a sentence whom a group of `sentence` may mean, the last first; those who held office once, where only they are told of."""
        numbers = [n for n in reversed(told.of("P", "H")) if told is not sentence or told.units[n].start < group.start]
        named = [e for n in numbers for e in self.entities_at(told, n)[:1] if e.country and e.office in offices]
        if told is not sentence and "leaders" in group.word:  # those whom a foreign minister serves
            named = [e for e in named if e.office != "foreign_minister" or not self.leaders_of(e.country or "")]
        now = [e for e in named if not (e.former and self.analysis.on)]
        of_then = len({e.country for e in now}) < 2 if told is sentence else not now
        return named if of_then and told.paragraph == sentence.paragraph else now

    def _are_states(self, sentence: Sentence, unit: Unit) -> bool:
        """True for "the pact that they signed" where "they" takes up "the two countries", after which the paragraph names nobody."""
        at = sentence.offsets[next(n for n, u in enumerate(sentence.units) if u.start == unit.start)]
        if not sentence.coded[:at].endswith(("that ", "which ")):
            return False
        for index in (sentence.index, sentence.index - 1):
            if index < 0 or self.analysis.sentences[index].paragraph != sentence.paragraph:
                return False
            earlier = self.analysis.sentences[index]
            before = [n for n in earlier.of("P", "H", "G") if earlier.units[n].start < unit.start]
            before = [n for n in before if earlier.units[n].word not in ("they", "them", "each other")]
            if before:
                told = earlier.units[before[-1]]
                return told.code == "G" and bool(
                    re.search(r"countr|nations|states\b|neighb|republics|sides", told.word)
                )
        return False

    def _two_before(self, sentence: Sentence, unit: Unit) -> list[Entity]:
        """Whom "invited both" means: the two persons told last who are not of the one who acts, of one state or of two."""
        numbers = [n for n in sentence.of("P", "H") if sentence.units[n].start < unit.start]
        clause = self.clause_at(sentence, next(n for n, u in enumerate(sentence.units) if u.start == unit.start))
        acting = [
            e for n in (clause.subject if clause else ()) if n in numbers for e in self.entities_at(sentence, n)[:1]
        ]
        if not acting:
            return []
        found: list[Entity] = []
        for index in range(sentence.index, max(-1, sentence.index - 6), -1):
            earlier = self.analysis.sentences[index]
            for number in reversed(numbers if index == sentence.index else earlier.of("P")):
                for entity in self.entities_at(earlier, number)[:1]:
                    if entity.country and entity.country != acting[0].country and entity not in found:
                        found.append(entity)
            if len(found) >= 2:
                return found[1::-1]
        return []

    def _couple(self, found: list[Entity], index: int, second: int) -> list[Entity]:
        """Of two persons named in different sentences the one of the pair that the text is about, with his partner."""
        pair = self.pair or ()
        first, other = found
        if second == index or first.country not in pair or other.country in pair:
            return found
        partner = next((s for s in pair if s != first.country), None)
        return [first, *self.leaders_of(partner)[:1]] if partner and self.leaders_of(partner) else found

    def _of_office(self, office: str) -> list[Entity]:
        """The two holders of an office whom the whole text names, where there are just two, of two states."""
        holders = [
            e
            for e in self.analysis.entities
            if e.office == office and e.country and not (e.former and self.analysis.on)
        ]
        return holders if len(holders) == 2 and holders[0].country != holders[1].country else []

    def _listed_before(self, sentence: Sentence, unit: Unit) -> list[Entity]:
        """The persons whom "they" takes up within one sentence: "X, Y and Z have confirmed that they will come"."""
        low = next(n for n, u in enumerate(sentence.units) if u.start == unit.start)
        found = re.search(
            r"(?:(?:[AC]\d+ 's |the )*P\d+(?: of (?:the )?C\d+)?(?: ,| and| , and)? ){2,}(?=[a-z ]+$)",
            sentence.coded[: sentence.offsets[low]],
        )
        numbers = [int(n) for n in re.findall(r"P(\d+)", found.group())] if found else []
        told = sentence
        if not numbers and sentence.index and not any(u.code in "PH" for u in sentence.units[:low] if u.code):
            told = self.analysis.sentences[sentence.index - 1]
            found = _LONG_LIST.search(told.coded) if told.paragraph == sentence.paragraph else None
            numbers = [int(n) for n in re.findall(r"P(\d+)", found.group())] if found else []
        persons = [e for n in numbers for e in self.entities_at(told, n)[:1] if e.country]
        return list(dict.fromkeys(persons))

    def by_role(self, role: str) -> list[Entity]:
        """Whom "the guest" and "his host" mean in the visit that the piece is about."""
        if role in ("guest", "visitor"):
            return [self.guest] if self.guest else []
        if role in ("majesty", "highness"):
            return self._monarch()
        return self.leaders_of(self.host)[:1] if role in ("host", "hostess") and self.host else []

    def _monarch(self) -> list[Entity]:
        """Whom "His Majesty" means: the monarch of the text, the one named most often."""
        often = Counter(
            id(m.entity)
            for m in self.analysis.mentions
            if m.entity and _CROWNED.search(m.phrase) and not m.entity.former
        )
        crowned = [e for e in self.analysis.entities if id(e) in often]
        return sorted(crowned, key=lambda e: -often[id(e)])[:1]

    def leaders_of(self, state: str) -> list[Entity]:
        """The heads of a state whom the text names, the one named most often first."""
        heads = [
            e
            for e in self.analysis.entities
            if e.country == state
            and e.office in ("head_of_state", "head_of_government")
            and not (e.former and self.analysis.on)
        ]
        if (often := self._often) is None:
            often = self._often = Counter(id(m.entity) for m in self.analysis.mentions if m.entity)
        return sorted(heads, key=lambda e: -often[id(e)])

    def last_place(self, sentence: Sentence, offset: int, guest: str | None, there: bool = False) -> Place | None:
        """The city or state told last before, foreign to the guest; for "there" rather one where something is than a state that acts."""
        spare: Place | None = None
        for index in range(sentence.index, max(-1, sentence.index - 3), -1):
            earlier = self.analysis.sentences[index]
            apart = earlier.paragraph != sentence.paragraph and not there
            if apart and self.is_history(earlier) and not self.is_history(sentence):
                continue
            for number in reversed(earlier.of("L", "C", "A")):
                if index == sentence.index and earlier.offsets[number] >= offset:
                    continue
                unit = earlier.units[number]
                if unit.code == "A" and not _SEAT.match(earlier.coded, earlier.offsets[number]):
                    continue
                state = None if _of_person(earlier, number) else self.state_of(unit)
                if apart and state and self.bilateral and guest in (pair := self.pair or ()) and state not in pair:
                    continue  # the text is on two states, of which he is at the other
                if (
                    state == guest
                    and index == sentence.index
                    and unit.code == "L"
                    and guest
                    and not _LEFT.search(earlier.coded, 0, earlier.offsets[number])
                ):
                    return None  # at home
                if state and state != guest:
                    city = self.place_of(unit).city if unit.code == "L" else None
                    city = self.lexicon.capitals.get(state) if unit.code == "A" else city
                    place = Place(city, state, Basis.FRAME, (unit.start, unit.end))
                    if not (there and self._acts(earlier, number)):
                        return place
                    spare = spare or place
        return spare

    def _acts(self, sentence: Sentence, number: int) -> bool:
        """True for a state that does something ("because Y holds the chair") and for a place in quoted words: "there" is seldom there."""
        at = sentence.offsets[number]
        if sentence.coded.count('"', 0, at) % 2 and '"' in sentence.coded[at:]:
            return True
        if sentence.units[number].code != "C":
            return False
        return any(
            number in c.subject and c.objects and not c.passive and c.lemma != "be" for c in self.clauses(sentence)
        )

    def subject(self, sentence: Sentence, offset: int) -> int | None:
        """The number of the person, pronoun, group or state that is the subject of a verb at an offset of the coded form."""
        before = sentence.coded[:offset]
        if (direct := _adjacent_subject(sentence, before)) is not None:
            return direct
        relative = [m.end() for m in re.finditer(r"\b(?:who|which)\b", before)]
        if relative:
            inside = before[relative[-1] :]
            if not re.search(r" , (?:[PHCG]\d+|and [PHCG]\d+) | and [PHCG]\d+ ", inside) and inside.count(" , ") < 2:
                return self._nearest_noun(sentence, relative[-1])
        start = max(
            [
                m.end()
                for m in re.finditer(
                    r"(?: [;:\"(]| - |\b(?:that|while|when|but|where|as|after|before|because|although|said|who)) ",
                    before,
                )
            ],
            default=0,
        )
        for low in (start, 0):
            numbers = [n for n in sentence.of("P", "H", "G", "C") if low <= sentence.offsets[n] < offset]
            free = [n for n in numbers if not _OBJECT.search(sentence.coded[: sentence.offsets[n]])]
            if free:
                return free[-1] if low else free[0] if len(free) == 1 else free[-1]
        return None

    def _nearest_noun(self, sentence: Sentence, offset: int) -> int | None:
        numbers = [n for n in sentence.of("P", "H") if sentence.offsets[n] < offset]
        return numbers[-1] if numbers else None

    def ignore(self, kind: Kind, sentence: Sentence, start: int, end: int, reason: str) -> None:
        """Note a phrase that looks like a fact and is none."""
        low, high = sentence.span(start, end)
        self.ignored.append(Ignored(Quote.of(self.analysis.text, low, high), kind, reason))


_ONE = re.compile(r"an? ")  # "a minister said": nobody in particular
_ANYBODY = re.compile(r"(?:an?|any|every|each) (?:new|future|sitting|newly|later|next|outgoing)\b")
_SEAT = re.compile(r"A\d+ (?:'s )?capital\b")
_LEFT = re.compile(r"\b(?:from|leav\w+|left) (?:the )?$")


def _of_person(sentence: Sentence, number: int) -> bool:
    """True for the state whose a person is ("Norway's J", "J of Norway"), which is no place."""
    at = sentence.offsets[number]
    if sentence.units[number].code != "C":
        return False
    return bool(_OWNS.match(sentence.coded, at) or _OWNED.search(sentence.coded, max(0, at - 20), at))


_OWNS = re.compile(r"C\d+ 's (?:then |new |late )?P\d")
_OWNED = re.compile(r"P\d+ of (?:the )?$")


def _offices_of(word: str) -> tuple[str, ...]:
    """The offices of those whom "the two presidents" or "the prime ministers" may mean."""
    if re.search(r"presidents|heads of state|monarchs", word):
        return ("head_of_state",)
    if re.search(r"premiers|prime ministers|heads of government", word):
        return ("head_of_government",)
    return ("head_of_state", "head_of_government", "foreign_minister", "other")


_LONG_LIST = re.compile(r"(?:(?:[AC]\d+ 's |the )*P\d+(?: of (?:the )?C\d+)?(?: , and | and | , | ?[.;:]|(?= )) ?){3,}")
_CROWNED = re.compile(r"\b(?:king|queen|sultan|emir|amir|emperor|empress|sheikh|prince|grand duke|monarch)\b")
_OBJECT = re.compile(
    r"\b(?:with|by|of|from|for|to|between|under|alongside|against|and|at|in|on|near|'s|met|received|welcomed|hosted|greeted|told|thanked|invited|,) (?:the )?$"
)


_JUST_BEFORE = re.compile(
    r"(?P<lead>(?:[a-z']+ |, )?(?:the )?)[PHGC](?P<n>\d+) (?:(?:, who |who |has |had |have |will |would |is |was |also |then |later |himself |is to |was to |himself |herself |D\d+ |on D\d+ )*)$"
)


def _adjacent_subject(sentence: Sentence, before: str) -> int | None:
    """The noun that stands right before a verb group, where no preposition makes it another's object."""
    found = _JUST_BEFORE.search(before)
    if not found or re.search(
        r"\b(?:with|by|of|from|for|to|between|under|against|at|in|on|near|met|received|welcomed|hosted|'s|told|invited) (?:the )?$",
        found.group("lead") or "",
    ):
        return None
    if re.search(r"\bbetween (?:[a-zPCA\d]+ ){1,4}and (?:the )?$", before[: found.start("n")]):
        return None
    return int(found.group("n"))


_BETWEEN_STATES = Sought(
    r"\b(?:bilateral|two-way|mutual|reciprocal|two (?:countries|sides|nations|states|leaders|presidents|governments|neighbou?rs|capitals|peoples)|both (?:countries|sides|nations|states|leaders|presidents|governments|capitals|parties)|"
    r"(?:relations|ties|cooperation|partnership|alliance|agreement|treaty|talks) (?:between|with)|counterparts?|opposite number|diplomatic|strategic partners?|joint (?:statement|declaration|communique|commission)|foreign minist(?:ers|ries)|intergovernmental|(?:state|official|working) visit|memorandum of understanding)\b"
)


_JOINT = re.compile(
    r"\b(?:(?:business|investment|economic|trade|industrial|interregional) forum|(?:joint|mixed|intergovernmental|bilateral) (?:[a-z]+ )?(?:commission|committee)|business council)\b"
)


def _is_diplomatic(context: Context) -> bool:
    """True where a text is about relations of states, so that its leading pair may stand for what a sentence leaves out.

    Market and company news names states too; there a sentence must name the parties itself.
    """
    analysis = context.analysis
    if len({e.country for e in analysis.entities if e.office and e.country}) >= 2:
        return True
    for lead in analysis.sentences[:2]:
        if len(context.states_in(lead)) == 2 and _JOINT.search(lead.coded):
            return True
    return speaks_of_relations(analysis)


def speaks_of_relations(analysis: Analysis) -> bool:
    """True where the words of a text say more than once that it is on what states do together, whoever is named in it."""
    return len(list(_BETWEEN_STATES.finditer(analysis.low[:6000]))) >= 2


def build_context(analysis: Analysis, lexicon: Lexicon, sectors: SectorFinder) -> Context:
    """The frame of one document: weights of states, and the pair that the piece is about."""
    context = Context(analysis, lexicon, sectors)
    for sentence in analysis.sentences:
        weight = 3 if sentence.index == 0 else 2 if sentence.index < 3 else 1
        for _, unit in sentence.things:
            if unit.start < analysis.dateline_end:
                continue
            if (state := context.state_of(unit)) and lexicon.stood(state, analysis.on):
                context.weights[state] += weight * (2 if unit.code == "P" else 1)
    top = [state for state, _ in context.weights.most_common(2)]
    context.pair = (min(top), max(top)) if len(top) == 2 and _is_diplomatic(context) else None
    return context
