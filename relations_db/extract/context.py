"""The document's frame: which states, where, when. It fills what a sentence leaves out, and says that it did."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from relations_db.extract.phrases import DocPhrase
from relations_db.extract.sectors import SectorFinder
from relations_db.language.analysis import Analysis, Sentence, Unit
from relations_db.language.dates import Dated, resolve, resolve_end
from relations_db.language.lexicon import Hit, Lexicon
from relations_db.language.persons import Entity, Mention
from relations_db.values import Basis, Ignored, Kind, PartialDate, Quote, Unhandled, Visit

_NO_EVENT = re.compile(
    r"(?:\b(?:since|by|until|till|before|as of|up to|for the first time (?:in|since)|dating (?:back )?(?:to|from)|dates? (?:back )?(?:to|from)|compared (?:with|to)|from|through)|"
    r"\b(?:anniversary of|years? (?:of|after|before)|said|told [a-z]+|reported|announced)(?: on)?) $"
)
FUTURE = re.compile(
    r"\b(?:will|shall|'ll|is to|are to|is due|are due|scheduled|slated|expected|plans? to|planned|planning|upcoming|forthcoming|coming|next|set to|to visit|to attend|to sign|to pay|"
    r"intends?|due|would|later today|prepar\w+|begins|starts|may|could|might|invited|ahead of|on the eve of)\b"
)
_SAME_TIME = re.compile(
    r"\b(?:on that occasion|at that time|on the same day|during (?:it|that|the) (?:visit|trip|stay|talks|meeting)|in the course of it|there|then|on this occasion|at the same time)\b"
)


_ENTRY = re.compile(r"(?:(?:in|on) )?(?:D\d+ [,.] )?D\d+(?: ,)?(?: L\d+)? (?:[.:-] |$)")


@dataclass(frozen=True, slots=True)
class When:
    """A date with what it rests on; `until` is the last day of a range."""

    date: PartialDate | None
    basis: Basis
    span: tuple[int, int] | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A city with its state and what it rests on."""

    city: str | None
    country: str
    basis: Basis
    span: tuple[int, int] | None = None


UNKNOWN = When(None, Basis.SAID)


@dataclass(slots=True)
class Context:
    """One document with its frame, as the rules see it."""

    analysis: Analysis
    lexicon: Lexicon
    sectors: SectorFinder
    phrases: dict[int, list[DocPhrase]] = field(default_factory=dict)
    weights: Counter[str] = field(default_factory=Counter)
    pair: tuple[str, str] | None = None
    ignored: list[Ignored] = field(default_factory=list)
    unhandled: list[Unhandled] = field(default_factory=list)
    guest: Entity | None = None
    guest_country: str | None = None
    host: str | None = None
    host_city: str | None = None
    visit_date: PartialDate | None = None
    visits: list[Visit] = field(default_factory=list)
    _pairs: dict[int, tuple[str, ...] | None] = field(default_factory=dict)
    _headings: dict[int, int] | None = None

    # -------------------------------------------------------------- states
    def state_of(self, unit: Unit) -> str | None:
        """The state that a unit names or stands for."""
        thing = unit.thing
        if isinstance(thing, Hit):
            return thing.values[0] if unit.code in ("C", "A", "L") else None
        if isinstance(thing, Mention):
            return (thing.entity.country if thing.entity else None) or thing.country
        return None

    def states_in(self, sentence: Sentence, low: int = 0, high: int | None = None) -> list[str]:
        """Distinct states of the units `low..high` of a sentence, in the order of their first mention; a mere place does not count."""
        units = sentence.units[low : len(sentence.units) if high is None else high]
        found = []
        for number, unit in enumerate(units, start=low):
            if unit.code in ("P", "C", "A") or (unit.code == "L" and not self.is_place(sentence, number)):
                found.append(self.state_of(unit))
            elif unit.code in ("H", "Q"):
                found.append(
                    next((e.country for e in self.analysis.antecedents.get(unit.start, []) if e.country), None)
                )
        return [s for s in dict.fromkeys(found) if s]

    @staticmethod
    def is_place(sentence: Sentence, number: int) -> bool:
        """True where a city is a place ("in Astana"), not the voice of a state ("Astana reiterated")."""
        before = sentence.coded[: sentence.offsets[number]]
        return bool(
            re.search(
                r"\b(?:in|at|to|from|for|near|outside|into|of|capital|city of|through|via|visited|leaving|left|reached|,) (?:the )?(?:[a-z]+ ){0,2}$",
                before,
            )
        )

    def local_pair(self, index: int) -> tuple[str, ...] | None:
        """The two states that sentence `index` is about: its own, with the text before, with the lead of the document."""
        if index not in self._pairs:
            self._pairs[index] = self._find_pair(index)
        return self._pairs[index]

    def _find_pair(self, index: int) -> tuple[str, ...] | None:
        sentence = self.analysis.sentences[index]
        states = self.states_in(sentence)
        if self.pair is None:
            return None
        if len(states) == 2:
            return tuple(sorted(states))
        if len(states) == 1:
            if partner := self.partner(states[0], index):
                return tuple(sorted((states[0], partner)))
            return None
        if len(states) > 2:
            return self.pair if self.pair and set(self.pair) <= set(states) else tuple(sorted(states[:2]))
        if index and (sentence.paragraph - self.analysis.sentences[index - 1].paragraph) <= 1:
            return self.local_pair(index - 1)
        return self.pair

    def partner(self, state: str, index: int) -> str | None:
        """The state that the text pairs with `state` around sentence `index`."""
        if self.pair and state in self.pair and self.bilateral:
            return next(s for s in self.pair if s != state)
        for earlier in range(index - 1, max(-1, index - 4), -1):
            states = self.states_in(self.analysis.sentences[earlier])
            if state in states and len(states) == 2:
                return next(s for s in states if s != state)
        for earlier in range(index - 1, max(-1, index - 4), -1):
            for number in self.analysis.sentences[earlier].of("P"):
                country = self.state_of(self.analysis.sentences[earlier].units[number])
                if country and country != state:
                    return country
        if self.pair and state in self.pair:
            return next(s for s in self.pair if s != state)
        home = self.weights.most_common(1) if self.pair else []
        return home[0][0] if home and home[0][0] != state else None

    @property
    def bilateral(self) -> bool:
        """True where two states hold nearly all mentions."""
        top = self.weights.most_common(3)
        return len(top) < 3 or top[2][1] * 4 < top[1][1]

    def parties(self, sentence: Sentence, low: int, high: int) -> tuple[tuple[str, ...] | None, Basis]:
        """The states of a claim: a pair joined by a hyphen, those said between units `low` and `high`, else the sentence's or the frame's."""
        if hyphened := self._hyphened(sentence, low, high):
            return hyphened, Basis.SAID
        said = self.states_in(sentence, low, high)
        if len(said) >= 2:
            return tuple(sorted(said)), Basis.SAID
        everywhere = self.states_in(sentence)
        if (
            len(everywhere) == 2
            and set(said) <= set(everywhere)
            and (said or not self.bilateral or set(everywhere) == set(self.pair or ()))
        ):
            return tuple(sorted(everywhere)), Basis.SAID
        if said and (partner := self.partner(said[0], sentence.index)):
            return tuple(sorted((said[0], partner))), Basis.FRAME
        if self.bilateral and self.pair:
            return self.pair, Basis.FRAME
        return self.local_pair(sentence.index), Basis.FRAME

    def _hyphened(self, sentence: Sentence, low: int, high: int) -> tuple[str, ...] | None:
        """The two states of "Kazakh-Uzbek relations"."""
        for number in range(low, min(high, len(sentence.units)) - 2):
            first, dash, second = sentence.units[number : number + 3]
            if dash.word == "-" and first.code in ("A", "C") and second.code in ("A", "C"):
                states = {self.state_of(first), self.state_of(second)} - {None}
                if len(states) == 2:
                    return tuple(sorted(s for s in states if s))
        return None

    # -------------------------------------------------------------- dates
    def dates_in(self, sentence: Sentence) -> list[tuple[int, Dated]]:
        """Unit numbers and date expressions of a sentence that can date an event."""
        found = []
        for number, unit in enumerate(sentence.units):
            if unit.code == "D" and isinstance(unit.thing, Dated) and unit.thing.form not in ("years", "decade"):
                found.append((number, unit.thing))
        return found

    def resolve(self, sentence: Sentence, number: int, future: bool | None = None) -> When:
        """What the date at unit `number` means here."""
        unit = sentence.units[number]
        assert isinstance(unit.thing, Dated)
        if future is None:
            future = self.is_future(sentence, number)
        date = resolve(unit.thing, self.reference(sentence, unit.thing), future, self.story_date(sentence.index))
        return When(date, Basis.SAID, (unit.start, unit.end), resolve_end(unit.thing, date))

    def reference(self, sentence: Sentence, dated: Dated) -> PartialDate | None:
        """The day that a date expression is seen from: in a chronicle a day and month belong to the year of the heading above."""
        if dated.month is not None and dated.year is None and (year := self.heading_year(sentence.index)):
            return PartialDate(year, 12, 31)
        return self.analysis.on

    def heading_year(self, index: int) -> int | None:
        """The year of the nearest heading above, where the document is a chronicle: several paragraphs open with a year."""
        if self._headings is None:
            found = {}
            for sentence in self.analysis.sentences:
                thing = sentence.units[0].thing if sentence.units and sentence.units[0].code == "D" else None
                if (
                    isinstance(thing, Dated)
                    and thing.year
                    and thing.form in ("year", "ym", "ydm")
                    and _ENTRY.match(sentence.coded + " ")
                ):
                    found[sentence.index] = thing.year
            self._headings = found if len(found) > 1 else {}
        above = [i for i in self._headings if i <= index]
        return self._headings[max(above)] if above else None

    @staticmethod
    def is_future(sentence: Sentence, number: int) -> bool:
        """True where the words around a date look ahead."""
        at = sentence.offsets[number]
        low = max(sentence.coded.rfind(mark, 0, at) for mark in (" ; ", " : ", ' " ')) + 1
        return bool(FUTURE.search(sentence.coded[max(0, low) : at + 60]))

    def story_date(self, index: int) -> PartialDate | None:
        """The date told last before sentence `index` (what "the day before" and "two days later" count from)."""
        for earlier in range(index, max(-1, index - 4), -1):
            sentence = self.analysis.sentences[earlier]
            for _, dated in self.dates_in(sentence):
                if not dated.anaphoric and (date := resolve(dated, self.analysis.on, False)):
                    return date
        return self.visit_date or self.analysis.on

    def date_near(
        self, sentence: Sentence, offset: int, future: bool | None = None, limit: tuple[int, int] | None = None
    ) -> When | None:
        """The date of this sentence that belongs to the event at an offset of the coded form: the nearest that no other word claims."""
        low, high = limit or (0, len(sentence.coded))
        best: tuple[float, When] | None = None
        for number, dated in self.dates_in(sentence):
            at = sentence.offsets[number]
            if not low <= at <= high:
                continue
            governs = at < offset and re.match(r"D\d+ (?:, )?(?:when|during|in the course of)\b", sentence.coded[at:])
            ranged = dated.until is not None or (dated.day or dated.weekday is not None)
            if (
                not governs
                and _NO_EVENT.search(sentence.coded[max(0, at - 40) : at])
                and not (ranged and sentence.coded[:at].endswith("from "))
            ):
                continue
            when = self.resolve(sentence, number, future)
            if when.date is None:
                continue
            between = sentence.coded[min(at, offset) : max(at, offset)]
            cost = (
                len(between)
                + 60 * len(re.findall(r" (?:[;:()\"]|who|which|while|when|after|before|but) ", between))
                + (25 if at < offset else 0)
            )
            cost -= (20 if when.date.precision == "day" else 0) + (150 if governs else 0)
            if best is None or cost < best[0]:
                best = (cost, when)
        return best[1] if best else None

    def date_for(self, sentence: Sentence, offset: int, background: bool = False, future: bool | None = None) -> When:
        """The date of an event: said in its clause or sentence, else carried on, else the document's day for news, else unknown."""
        near = self.date_near(sentence, offset, future)
        if near:
            return near
        entry = self.entry_date(sentence.index)
        if entry:
            return entry
        if _SAME_TIME.search(sentence.coded) and sentence.index:
            earlier = self.date_near(self.analysis.sentences[sentence.index - 1], 0)
            if earlier:
                return When(earlier.date, Basis.FRAME, earlier.span)
        if background or self.analysis.on is None:
            return UNKNOWN
        return self.news_date()

    def is_history(self, sentence: Sentence) -> bool:
        """True where a sentence tells of a time long before the document."""
        on = self.analysis.on
        for number, dated in self.dates_in(sentence):
            if dated.absolute or dated.unit in ("year", "years"):
                date = self.resolve(sentence, number, None).date
                if date and on and (on.first - date.last).days > 20:
                    return True
        return False

    def news_day(self, index: int = 0) -> When:
        """The day of the news around sentence `index`: the last day told before it, not long before the document; else the lead's; else the document's."""
        sentences = self.analysis.sentences
        on = self.analysis.on
        for sentence in [*sentences[index : max(-1, index - 4) if index < 4 else index - 4 : -1], *sentences[:3]]:
            for number, dated in self.dates_in(sentence):
                when = self.resolve(sentence, number, False)
                if (
                    when.date
                    and when.date.day
                    and on
                    and (dated.weekday is not None or dated.unit == "days" or dated.day)
                    and 0 <= (on.first - when.date.first).days <= 4
                ):
                    return When(when.date, Basis.FRAME, when.span)
        return self.news_date()

    def news_date(self) -> When:
        """The day of the document's own news."""
        basis = Basis.DATELINE if self.analysis.dateline_used else Basis.DOCUMENT_DATE
        return When(self.analysis.on, basis)

    def entry_date(self, index: int) -> When | None:
        """The date at the head of a chronicle entry ("2017, 8 June. ...") that governs the rest of its paragraph."""
        sentence = self.analysis.sentences[index]
        for earlier in range(index, -1, -1):
            head = self.analysis.sentences[earlier]
            if head.paragraph != sentence.paragraph:
                return None
            first = next((n for n, u in enumerate(head.units) if u.code == "D"), None)
            if first is not None and first <= 1 and _ENTRY.match(head.coded + " "):
                number = max((n for n, _ in self.dates_in(head)[:2]), default=first, key=lambda n: _precision(head, n))
                when = self.resolve(head, number, False)
                return When(when.date, Basis.FRAME, when.span, when.until)
        return None

    def entry_place(self, index: int) -> Place | None:
        """The city at the head of a chronicle entry ("2002, 23 December, Beijing. ...")."""
        sentence = self.analysis.sentences[index]
        for earlier in range(index, max(-1, index - 6), -1):
            head = self.analysis.sentences[earlier]
            if head.paragraph != sentence.paragraph:
                return None
            if _ENTRY.match(head.coded + " ") and (cities := head.of("L")) and cities[0] <= 4:
                return self.place_of(head.units[cities[0]])
        return None

    # -------------------------------------------------------------- places
    def place_near(self, sentence: Sentence, offset: int, limit: tuple[int, int] | None = None) -> Place | None:
        """The city of this sentence that is the place of the event at an offset: after "in" or "at", nearest first."""
        low, high = limit or (0, len(sentence.coded))
        best: tuple[int, Place] | None = None
        for number in sentence.of("L"):
            at = sentence.offsets[number]
            if not low <= at <= high or not re.search(
                r"\b(?:in|at|,) (?:the )?(?:[a-z]+ ){0,3}$", sentence.coded[max(0, at - 30) : at]
            ):
                continue
            cost = abs(at - offset) + (40 if at < offset else 0)
            if best is None or cost < best[0]:
                best = (cost, self.place_of(sentence.units[number]))
        return best[1] if best else None

    def place_of(self, unit: Unit) -> Place:
        """A city unit as a place, with the text's own spelling in normal capitals."""
        hit = unit.thing
        assert isinstance(hit, Hit)
        if hit.kind == "seat":
            return Place(hit.city or None, hit.values[0], Basis.REFERENCE, (unit.start, unit.end))
        said = self.analysis.text[unit.start : unit.end]
        return Place(
            hit.city if said.isupper() and len(said) > 3 else said, hit.values[0], Basis.SAID, (unit.start, unit.end)
        )

    def here(self) -> Place | None:
        """The dateline's city."""
        hit = self.analysis.dateline
        if hit is None:
            return None
        said = self.analysis.text[hit.start : hit.end]
        return Place(hit.city if said.isupper() else said, hit.values[0], Basis.DATELINE, (hit.start, hit.end))

    # -------------------------------------------------------------- persons
    def entities_at(self, sentence: Sentence, number: int) -> list[Entity]:
        """Who may be meant by a unit: one for a name, several for a pronoun, likeliest first."""
        unit = sentence.units[number]
        if isinstance(unit.thing, Mention):
            if unit.thing.entity is None and unit.thing.form == "role":
                return self.by_role(unit.thing.phrase)
            return [unit.thing.entity] if unit.thing.entity else []
        if unit.code in ("H", "Q"):
            return list(self.analysis.antecedents.get(unit.start, []))
        return self.both(sentence, unit) if unit.code == "G" else []

    def both(self, sentence: Sentence, unit: Unit) -> list[Entity]:
        """The two leaders that "they" or "the two presidents" mean: the last two named, of two states."""
        if re.search(
            r"countr|nation|state(?!s?men)|side|part|govern|capital|neighb|econom|republic|kingdom|people|ministers",
            unit.word,
        ):
            return []
        found: list[Entity] = []
        for index in range(sentence.index, max(-1, sentence.index - 4), -1):
            earlier = self.analysis.sentences[index]
            for number in reversed(earlier.of("P", "H")):
                if index == sentence.index and earlier.units[number].start >= unit.start:
                    continue
                for entity in self.entities_at(earlier, number)[:1]:
                    if (
                        entity.country
                        and entity.office in ("head_of_state", "head_of_government", "foreign_minister", "other")
                        and entity.country not in {e.country for e in found}
                    ):
                        found.append(entity)
            if len(found) >= 2:
                return found[:2]
        return []

    def by_role(self, role: str) -> list[Entity]:
        """Whom "the guest" and "his host" mean in the visit that the piece is about."""
        if role in ("guest", "visitor"):
            return [self.guest] if self.guest else []
        if role in ("host", "hostess") and self.host:
            return [
                e
                for e in self.analysis.entities
                if e.country == self.host and e.office in ("head_of_state", "head_of_government") and not e.former
            ][:1]
        return []

    def last_place(self, sentence: Sentence, offset: int, guest: str | None) -> Place | None:
        """What "there" means: the city or state told last before, foreign to the guest."""
        for index in range(sentence.index, max(-1, sentence.index - 3), -1):
            earlier = self.analysis.sentences[index]
            for number in reversed(earlier.of("L", "C")):
                if index == sentence.index and earlier.offsets[number] >= offset:
                    continue
                unit = earlier.units[number]
                state = self.state_of(unit)
                if state and state != guest:
                    place = (
                        self.place_of(unit)
                        if unit.code == "L"
                        else Place(None, state, Basis.FRAME, (unit.start, unit.end))
                    )
                    return Place(place.city, place.country, Basis.FRAME, place.span)
        return None

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

    def clause_quote(self, sentence: Sentence) -> tuple[int, int]:
        """The words that carry a claim: the sentence, as long as it is not too long."""
        return sentence.start, sentence.end

    def ignore(self, kind: Kind, sentence: Sentence, start: int, end: int, reason: str) -> None:
        """Note a phrase that looks like a fact and is none."""
        low, high = sentence.span(start, end)
        self.ignored.append(Ignored(Quote.of(self.analysis.text, low, high), kind, reason))


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


def _precision(sentence: Sentence, number: int) -> int:
    thing = sentence.units[number].thing
    assert isinstance(thing, Dated)
    return (thing.year is not None) + 2 * (thing.month is not None) + 3 * (thing.day is not None)


_BETWEEN_STATES = re.compile(
    r"\b(?:bilateral|two-way|mutual|reciprocal|two (?:countries|sides|nations|states|leaders|presidents|governments|neighbou?rs|capitals|peoples)|both (?:countries|sides|nations|states|leaders|presidents|governments|capitals|parties)|"
    r"(?:relations|ties|cooperation|partnership|alliance|agreement|treaty|talks) (?:between|with)|counterparts?|opposite number|diplomatic|strategic partners?|joint (?:statement|declaration|communique|commission)|(?:state|official|working) visit|memorandum of understanding)\b"
)
_LEADING = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


def _is_diplomatic(analysis: Analysis) -> bool:
    """True where a text is about relations of states, so that its leading pair may stand for what a sentence leaves out.

    Market and company news names states too; there a sentence must name the parties itself.
    """
    if len({e.country for e in analysis.entities if e.office in _LEADING and e.country}) >= 2:
        return True
    return len(_BETWEEN_STATES.findall(analysis.low[:6000])) >= 2


def build_context(analysis: Analysis, lexicon: Lexicon, sectors: SectorFinder) -> Context:
    """The frame of one document: weights of states, and the pair that the piece is about."""
    context = Context(analysis, lexicon, sectors)
    for sentence in analysis.sentences:
        weight = 3 if sentence.index == 0 else 2 if sentence.index < 3 else 1
        for unit in sentence.units:
            if unit.start < analysis.dateline_end:
                continue
            if state := context.state_of(unit):
                context.weights[state] += weight * (2 if unit.code == "P" else 1)
    top = [state for state, _ in context.weights.most_common(2)]
    context.pair = (min(top), max(top)) if len(top) == 2 and _is_diplomatic(analysis) else None
    return context
