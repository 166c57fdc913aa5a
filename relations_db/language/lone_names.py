"""Names without a title beside them: known leaders, other spellings of them, surnames later in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from relations_db.language import patterns as re
from relations_db.language.fold import fold
from relations_db.language.lexicon import CALENDAR, Hit
from relations_db.language.names import rows_of_names
from relations_db.language.names_beside import PLACE_NAMES, STOP_CAPITALS, is_firm
from relations_db.language.people import Entity, given_form, years_from_office
from relations_db.language.person_book import PersonBook
from relations_db.language.small_words import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from relations_db.values import PartialDate

_SMALL_WORDS = ADVERBS | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | SUBORDINATORS

_RISKY = frozenset(
    "May Major Brown Bush King Li Kim Lee Park Ho Hun An Sein Rice Hill Bean Key Day Grand Price Clark Marin Costa Sa Su Song Wang Wen Hu Zhu Yang Sun Long "
    "Straw Cook Hunt Page Wise Power Pope Young White Black Green Rose Santos Castro Lam To Son Nam Modi Roh Moon Rao Singh Khan Ali Hasan Hassan Hussein "
    "Mohammed Ahmed Abdullah Ibrahim Mohamed Salman Hamad Khalid Sultan Said Saad Rama Kent Ford Carter Martin Jordan Chad Israel Trump Martinez Lopez".split()
)
NAMED_AFTER = re.compile(rf"(?:{PLACE_NAMES.pattern})$|{PLACE_NAMES.pattern}")
# What bears a leader's name is no leader.
_IN_HONOUR = re.compile(
    r"\b(?:[Oo]rder(?: of Merit)?|[Ss]tatue|[Pp]ortrait|[Bb]ust|[Mm]onument|[Mm]ausoleum|[Tt]omb|[Mm]emory|[Bb]irthplace|[Nn]amed|[Rr]enamed)(?: of| to| after| for| in honou?r of)(?: the| King| President)? $"
)
# "the frigate X", "rue du President X"
_THING_CALLED = re.compile(
    r"\b(?:carrier|frigate|destroyer|cruiser|corvette|submarine|warship|icebreaker|yacht|ferry|liner|tanker|vessel|ship|USS|HMS|INS|MV|brand|label|[Aa]venue|[Bb]oulevard|[Rr]ue|[Pp]laza|[Ss]tade|[Ll]ycee)"
    r"(?: (?:du|de la|de|of|the|called|named))*(?: President| King| Prince)? \Z"
)
_PART_OF_NAME = re.compile(
    r"[A-Z][\w'-]* (?:(?:de|da|do|dos|del|della|di|van|von|der|den|ter|bin|ibn|al|el|y|la|le|du) )+$"
)
_SOBRIQUET = re.compile(r" the (?:Great|Magnificent|Conqueror|Lawgiver|Wise|Brave|Good|Bold|Terrible)\b")
_NAME_GOES_ON = re.compile(r"-?[A-Z]| (?:[A-Z]|bin |ibn |al-|el-|al |el )")
_WORD_BEFORE = re.compile(r"(?<![\w'-])([A-Z][\w'-]*\.?) $")
_HONOURS = frozenset("Sheikh Shaikh King Sultan Emir Amir Prince Queen Emperor Crown Sheikha Sayyid Mr. Dr".split())
_GOES_ON = re.compile(r"\w|-[A-Za-z]")


# What only one who governs has.
_RULE = re.compile(
    r"(?:'s?)? (?:(?!(?:said|says|told|tells|the|an?|in|of|to|and|that|his|her|has|had|is|was|will|would|led|left)\b)[a-z]+[ -]){0,3}(?:administration|government|cabinet|regime|presidency|premiership|junta|adviser|advisor|aide|envoy|(?:prime |foreign |finance |defen[cs]e )?minister|ambassador|spokes(?:man|woman|person))s?\b"
)


def _joins(char: str) -> bool:
    """True for a character that makes the word after it part of a longer one."""
    return char.isalnum() or char in "_-"


class LoneNames(PersonBook):
    """Finds persons by their names alone."""

    def _known_names(self) -> None:
        for hit in self.hits.all:
            if hit.kind != "leader" or self._is_taken(hit.start, hit.end) or self._only_named_after(hit):
                continue
            span = self.titles.name_at(hit.start) or (hit.start, hit.end)
            if span[1] - hit.end > 25:
                span = (hit.start, hit.end)
            known = self.tables.best([self.lexicon.known[i] for i in hit.values])
            name = self.folded[hit.start : hit.end]
            if known and known.id not in self.barred and (" " in name or not self._is_anothers(name, known)):
                entity = self._entity(span[0], span[1], None)
                self._mention(self._honorific_start(span[0]), span[1], "name", entity, span[0])

    def _only_named_after(self, hit: Hit) -> bool:
        """True for a place, an order or an older ruler with a leader's name."""
        return bool(
            PLACE_NAMES.match(self.folded, hit.end)
            or _SOBRIQUET.match(self.folded, hit.end)
            or self._is_thing(hit.start)
        )

    def _is_thing(self, start: int) -> bool:
        """True for the name of an order, a ship or a street that begins here."""
        before = self.folded[max(0, start - 40) : start]
        return bool(_IN_HONOUR.search(before) or _THING_CALLED.search(before))

    def _variants(self) -> None:
        """Names of two words or more that spell a known leader in another way."""
        for row, words in rows_of_names(self.folded):
            for low, high in self.lexicon.may_spell(words):
                if not self._is_taken(row + low, row + high):
                    self._variant(row + low, row + high)

    def _variant(self, start: int, end: int) -> None:
        name = self.folded[start:end]
        tokens = name.split()
        while tokens and (
            tokens[0] in STOP_CAPITALS
            or (start in self.hits.starts and self.hits.starts[start].kind not in ("short", "leader"))
        ):
            start += len(tokens.pop(0)) + 1
        if len(tokens) < 2 or (tokens[0] == "Sheikh" and tokens[1] in self._given_names()):
            return
        candidates = self.lexicon.spelled_as(" ".join(tokens))
        known = self.tables.best([k for k in candidates if years_from_office(k, self.on or PartialDate(2010)) < 60])
        if not known or known.id in self.barred or self._is_thing(start):
            return
        if not NAMED_AFTER.search(name) and not PLACE_NAMES.match(self.folded, end):
            entity = self._entity(start, end, known.country)
            self._mention(self._honorific_start(start), end, "name", entity, start)

    def _surnames(self) -> None:
        """Later mentions by surname, and known leaders by surname alone."""
        by_form: dict[str, list[Entity]] = {}
        for entity in self.entities:
            for form in entity.surnames:
                by_form.setdefault(form, []).append(entity)
        self._taken_up(by_form, self._given_names())
        others = {other: [e] for e in self.entities if (other := self._other_form(e))}
        self._taken_up(others, set(others))
        for hit in self.hits.all:
            if hit.kind == "short" and not self._is_taken(hit.start, hit.end) and not self._only_named_after(hit):
                self._lone_short(hit)

    def _taken_up(self, by_form: Mapping[str, list[Entity]], given: Set[str | None]) -> None:
        """Mentions by the forms told; those in `given` only where they are not a part of another's name."""
        for at, end in self._places_of(by_form):
            if self.folded[at:end] in given and not self._stands_alone(at, end):
                continue
            if not self._is_taken(at, end) and not self.hits.hides(at, end):
                entity = self._nearest(by_form[self.folded[at:end]], at)
                self._mention(self._honorific_start(at), end, "name", entity, at)

    def _other_form(self, entity: Entity) -> str | None:
        """The word of a stranger's name, not the last one, by which the text takes him up: the family name where it comes first or second, or a first name."""
        words = fold(entity.name).split()
        named = [m for m in self.mentions if m.entity is entity and m.form == "name"]
        if entity.known or len(words) < 2 or any(" " not in self.folded[m.name_start : m.end] for m in named):
            return None
        borne = {w for e in self.entities if e is not entity for w in fold(e.name).split()}
        for word in words[:-1]:
            if word in borne or not self._may_be_name(word):
                continue
            places = [(a, b) for a, b in self._places_of([word]) if a > named[0].end and not self._is_taken(a, b)]
            if any(self._stands_alone(a, b) for a, b in places):
                return word
        return None

    def _may_be_name(self, word: str) -> bool:
        """True for a capitalised word that means nothing else in the text."""
        low = word.lower()
        return (
            len(word) > 1
            and word[0].isupper()
            and word[-1] != "."
            and word not in STOP_CAPITALS
            and word not in CALENDAR
            and word not in self.lexicon.honorifics
            and word not in self.lexicon.words_as_names
            and not self.lexicon.is_title(low)
            and low not in _SMALL_WORDS
            and not re.search(rf"(?<![\w'-]){re.escape(low)}(?![\w'-])", self.folded)
        )

    def _given_names(self) -> set[str | None]:
        """The given names that mean a person of the text who is named by it."""
        return {given_form(fold(e.name)) for e in self.entities}

    def _stands_alone(self, start: int, end: int) -> bool:
        """True for a given name that is not the beginning or the end of another's name."""
        if _NAME_GOES_ON.match(self.folded, end):
            return False
        before = _WORD_BEFORE.search(self.folded, max(0, start - 25), start)
        word = before.group(1) if before else ""
        ends = len(word) > 4 and word.endswith(".")
        return not word or ends or word in STOP_CAPITALS or word in _HONOURS

    def _places_of(self, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Where one of the forms stands as a word of its own, from left to right, the longest first."""
        found = []
        for form in forms:
            at = self.folded.find(form)
            while at >= 0:
                end = at + len(form)
                if not (at and _joins(self.folded[at - 1])) and not _GOES_ON.match(self.folded, end):
                    found.append((at, -len(form)))
                at = self.folded.find(form, at + 1)
        last = 0
        for at, length in sorted(found):
            if at >= last:
                last = at - length
                yield at, last

    def _nearest(self, entities: list[Entity], at: int) -> Entity:
        if len(entities) == 1:
            return entities[0]
        before = [m for m in self.mentions if m.entity in entities and m.start < at]
        serving = [m for m in before if m.entity and m.entity.known and not m.entity.office_on(self.on)[1]]
        before = serving or before
        return max(before, key=lambda m: m.start).entity or entities[0] if before else entities[0]

    def _lone_short(self, hit: Hit) -> None:
        name = self.folded[hit.start : hit.end]
        if name in _HONOURS and self.low.endswith("the ", 0, hit.start):
            return  # "the Sheikh's visit": a rank
        titled = self._honorific_start(hit.start) < hit.start
        if not titled and (
            name in _RISKY or hit.ambiguous or (len(name) < 3 and name != "Xi") or name in self.lexicon.words_as_names
        ):
            return
        if re.compile(r" [A-Z]|-[A-Z]").match(self.folded, hit.end) or (
            re.search(r"(?:[A-Z][\w'-]*|\b[A-Z][a-z]?\.) $", self.folded[max(0, hit.start - 15) : hit.start])
            and not titled
        ):
            before = re.search(r"([A-Z][\w'-]*|\b[A-Z][a-z]?\.) $", self.folded[max(0, hit.start - 15) : hit.start])
            if not before or before.group(1) not in STOP_CAPITALS:
                return
        if _PART_OF_NAME.search(self.folded[max(0, hit.start - 30) : hit.start]):
            return
        candidates = [self.lexicon.known[i] for i in hit.values]
        if not titled and not _RULE.match(self.folded, hit.end):
            candidates = [k for k in candidates if not self._is_anothers(name, k)]
        if self.on:
            candidates = [k for k in candidates if years_from_office(k, self.on) <= 1]
        among_leaders = any(e.known and " " in e.name for e in self.entities)
        if (not titled or name in _RISKY) and not among_leaders and not _RULE.match(self.folded, hit.end):
            candidates = [k for k in candidates if self.tables.state_of(k, None) in self.tables.named]
        if len(candidates) == 1 and not is_firm(self.folded, hit.start, hit.end):
            entity = self._entity(hit.start, hit.end, candidates[0].country)
            self._mention(self._honorific_start(hit.start), hit.end, "name", entity, hit.start)
