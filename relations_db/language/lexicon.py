"""The vocabulary made searchable: one automaton over all names, one over all titles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import zip_longest

import ahocorasick_rs
from rapidfuzz.fuzz import ratio

from relations_db.language import patterns as re
from relations_db.language.fold import fold, lower, name_key
from relations_db.language.name_areas import NameAreas
from relations_db.language.names import names_in
from relations_db.language.not_meant import is_not_meant
from relations_db.language.numbers import NumberGrammar
from relations_db.language.portfolios import Portfolios
from relations_db.values import PartialDate
from relations_db.vocabulary import Tenure, Vocabulary

# The order decides where one string is in several tables.
PRIORITY = ("mask", "leader", "country", "adjective", "bloc", "seat", "city", "short")
CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
)
_PLACES = frozenset({"city", "seat"})
_CAPITALS = frozenset({"country", "city", "adjective", "seat"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in the text; `by_kind`: words that take one up. `values` are codes: states, (state, city) pairs, leader ids."""

    kind: str
    start: int
    end: int
    values: tuple[str, ...]
    city: str | None = None
    ambiguous: bool = False
    by_kind: bool = False


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title found in the text; `readings` maps a state ("" for all others) to the office; `country`: the state named inside the title."""

    start: int
    end: int
    phrase: str
    readings: tuple[tuple[str, str], ...]
    country: str | None = None

    def office(self, country: str | None) -> str:
        readings = dict(self.readings)
        general = readings.get("", self.readings[0][1] if country is None else "none")
        return readings.get(country, general) if country else general


@dataclass(frozen=True, slots=True)
class Known:
    """A leader of the reference tables with all terms."""

    id: str
    name: str
    short: str
    country: str
    tenures: tuple[Tenure, ...]


class _Patterns:
    """Strings with their meanings by kind, for one automaton."""

    def __init__(self) -> None:
        self.meanings: dict[str, dict[str, list[tuple[str, str | None, bool]]]] = defaultdict(lambda: defaultdict(list))

    def add(self, name: str, kind: str, value: str, city: str | None = None, ambiguous: bool = False) -> None:
        folded = fold(name)
        entry = (value, city, ambiguous)
        for form in {folded, folded.upper()} if kind in _CAPITALS and len(folded) > 3 else {folded}:
            if entry not in self.meanings[form][kind]:
                self.meanings[form][kind].append(entry)


_PARTED = re.compile(
    r"(?<=[a-z])-(?=[A-Z])"
)  # "Abdul-Mahdi" is written "Abdul Mahdi" too; below O'Higgins, not d'Ivoire
_IRISH = re.compile(r"(?<!\w)[A-Z]'")
_ARTICLE = re.compile(r"^(?:[Aa][lnrstzd]|[Ee]l|[Aa]sh|[Uu]l)-(?=[A-Z])")


def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name that tell persons apart: capitalised, longer than two letters, without article, folded, in lower case."""
    words = (_ARTICLE.sub("", word) for word in fold(name).split())
    return tuple(word.lower() for word in words if len(word) > 2 and word[0].isupper())


def _alike(a: str, b: str) -> bool:
    return a == b or (name_key(a) == name_key(b) and ratio(a, b) >= 68)


def alike_names(said: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """True where each word of the shorter name spells a word of the longer, and the last word said is one of the known name's.

    Without the second condition "Francis Mwebesa" would be Pope Francis; nor is "John Francis", as a name of one word is no surname.
    """
    short, long = sorted((said, known), key=len)
    if not short or not all(any(_alike(x, y) for y in long) for x in short):
        return False
    if len(known) == 1 and len(said) > 1 and said[1] not in _SUFFIXES:
        return False
    last = said[-2] if len(said) > 1 and said[-1] in _SUFFIXES else said[-1]
    return any(_alike(last, y) for y in known)


_SUFFIXES = frozenset({"iii", "junior", "senior", "jnr", "snr"})


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


class Lexicon:
    """Automata and indexes over one Vocabulary; costs about 0.2 s to build, then is read only."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.numbers = NumberGrammar(vocabulary.currencies, vocabulary.countries)
        self.known = self._leaders(vocabulary)
        self.by_short: dict[str, list[Known]] = defaultdict(list)
        self.by_key: dict[str, list[Known]] = defaultdict(list)
        self.by_office: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for known in self.known.values():
            self.by_short[fold(known.short)].append(known)
            for key in {name_key(known.short), name_key(known.name.split()[-1])}:
                self.by_key[key].append(known)
            for tenure in known.tenures:
                if known not in self.by_office[known.country, tenure.office]:
                    self.by_office[known.country, tenure.office].append(known)
        self.spellings = self._spellings(vocabulary)
        self.name_tokens = {
            k.id: [name_tokens(n) for n in (k.name, *self.spellings.get(k.id, ()))] for k in self.known.values()
        }
        # For each key of a leader's name how much of the name it may be: half, or all of "Abdullah Abdullah".
        long = [name for names in self.name_tokens.values() for name in names if len(name) > 1]
        keyed = [frozenset(map(name_key, name)) for name in long]
        self._weights = {key: 1 for keys in keyed for key in keys} | {
            key: 2 for keys in keyed if len(keys) == 1 for key in keys
        }
        self.given_names = {name_key(name[0]) for name in long}
        # The names in the news are few.
        self.may_spell = lru_cache(maxsize=2**15)(self._may_spell)
        self._most_weight = lru_cache(maxsize=2**15)(self._most)
        self.spelled_as = lru_cache(maxsize=2**15)(self._spelled_as)
        self._keyed_names: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        self._meanings: dict[str, tuple[str, tuple[str, ...], str | None, bool]] = {}
        self._town_times: dict[tuple[str, str], tuple[str, str]] = {}
        self._state_times = {c.code: (c.valid_from, c.valid_to) for c in vocabulary.countries}
        self._names = self._name_patterns(vocabulary)
        self._name_list = list(self._names.meanings)
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._name_list, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        self._titles = self._title_readings(vocabulary)
        self._title_list = list(self._titles)
        self._title_automaton = ahocorasick_rs.AhoCorasick(
            self._title_list, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        self.portfolios = Portfolios(
            t.phrase for t in vocabulary.titles if t.office in ("minister", "foreign_minister")
        )
        said = [fold(h.word) for h in vocabulary.honorifics]
        self.honorifics = frozenset(said) | {word for phrase in said for word in phrase.split() if word[0].isupper()}
        self.ranks = {o.code: int(o.rank) for o in vocabulary.offices}
        self.classes: dict[str, frozenset[str]] = {}
        for row in vocabulary.country_classes:
            key = row.phrase.lower()
            self.classes[key] = self.classes.get(key, frozenset()) | {row.country}
        self.capitals = {c.country: c.city for c in vocabulary.cities if c.role == "capital" and not c.valid_to}
        self.capital_names = frozenset(
            form for c in vocabulary.cities if c.role != "city" for form in (fold(c.name), fold(c.name).upper())
        )
        self.words_as_names = frozenset(fold(n.name) for n in vocabulary.country_names) | frozenset(
            fold(c.name) for c in vocabulary.cities
        )

    @staticmethod
    def _spellings(vocabulary: Vocabulary) -> dict[str, set[str]]:
        spellings: dict[str, set[str]] = defaultdict(set)
        told = [(t.leader, fold(t.name)) for t in vocabulary.tenures]
        for leader, name in told + [(n.leader, fold(n.name)) for n in vocabulary.leader_names]:
            spellings[leader] |= {name, _PARTED.sub(" ", name)}
        return spellings

    @staticmethod
    def _leaders(vocabulary: Vocabulary) -> dict[str, Known]:
        terms: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in vocabulary.tenures:
            terms[tenure.leader].append(tenure)
        return {i: Known(i, t[0].name, t[0].short, t[0].country, tuple(t)) for i, t in terms.items()}

    def _name_patterns(self, vocabulary: Vocabulary) -> _Patterns:
        patterns = _Patterns()
        for name in vocabulary.country_names:
            if name.kind == "prefix":
                patterns.add(name.name, "adjective", name.country)
            else:
                kind = "adjective" if name.kind in ("adjective", "demonym") else "country"
                patterns.add(name.name, kind, name.country, ambiguous=name.ambiguous == "yes")
        for city in vocabulary.cities:
            patterns.add(city.name, "city", city.country, city.name)
            if city.valid_from or city.valid_to:
                for form in {fold(city.name), fold(city.name).upper()}:
                    self._town_times[form, city.country] = (city.valid_from, city.valid_to)
        for seat in vocabulary.seats:
            patterns.add(seat.name, "seat", seat.country, seat.city)
        others = [(m.phrase, "mask", m.kind) for m in vocabulary.masks]
        for phrase, kind, value in others + [(b.name, "bloc", b.bloc) for b in vocabulary.blocs]:
            patterns.add(phrase, kind, value)
        for known in self.known.values():
            if len(known.short) > 1 and known.short not in CALENDAR:
                patterns.add(known.short, "leader" if " " in known.short else "short", known.id)
        for leader, form in ((i, form) for i, forms in self.spellings.items() for form in sorted(forms)):
            patterns.add(form, "leader" if " " in form or form == fold(self.known[leader].name) else "short", leader)
        return patterns

    @staticmethod
    def _title_readings(vocabulary: Vocabulary) -> dict[str, tuple[tuple[str, str], ...]]:
        readings: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for title in vocabulary.titles:
            for state in title.countries.split() or [""]:
                readings[lower(fold(title.phrase))].append((state, title.office))
        return {phrase: tuple(rows) for phrase, rows in readings.items()}

    @cached_property
    def name_areas(self) -> NameAreas:
        """Which names are borne where; counted when a text first asks."""
        return NameAreas((tenure.country, known.name) for known in self.known.values() for tenure in known.tenures[:1])

    # -------------------------------------------------------------- searching
    def names(self, folded: str) -> list[Hit]:
        """All names in folded text, longest first from the left, whole words only."""
        hits = []
        last = len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded):
            if start > 1 and folded[start - 1] == "'" and _IRISH.match(folded, start - 2):
                continue
            if (start and _is_word(folded[start - 1])) or (
                end < last and _is_word(folded[end]) and folded[end - 1] != "-"
            ):
                if shorter := self._shorter(folded, start, end):
                    hits.append(shorter)
                continue
            hits.append(self._hit(self._name_list[index], start, end))
        return [h for h, following in zip_longest(hits, hits[1:]) if not is_not_meant(folded, h, following)]

    def _shorter(self, folded: str, start: int, end: int) -> Hit | None:
        """A name that ends on a word edge inside a match that did not ("South Korea" in "South Koreans")."""
        if start and _is_word(folded[start - 1]):
            return None
        for cut in range(end - 1, start + 2, -1):
            if not _is_word(folded[cut]) and folded[start:cut] in self._names.meanings:
                return self._hit(folded[start:cut], start, cut)
        return None

    def on_day(self, hits: list[Hit], folded: str, on: PartialDate) -> list[Hit]:
        """The hits with the towns and seats of several states put into the state in which they lay on a day: Moscow in 1987 is Soviet."""
        return [
            self._placed(h, folded[h.start : h.end], on) if h.kind in _PLACES and len(h.values) > 1 else h for h in hits
        ]

    def stood(self, state: str, on: PartialDate | None) -> bool:
        """False for a state that was no more on a day, or was not yet."""
        return on is None or self._standing("", state, on) < 2

    def _placed(self, hit: Hit, name: str, on: PartialDate) -> Hit:
        rows = self._names.meanings[name][hit.kind]
        best = min(rows, key=lambda row: self._standing(name, row[0], on))
        return (
            hit
            if best[0] == hit.values[0]
            else replace(hit, values=tuple(dict.fromkeys([best[0], *hit.values])), city=best[1])
        )

    def _standing(self, name: str, state: str, on: PartialDate) -> int:
        """0: a row for a stretch of time that holds the day; 1: a row for all times; 2: a row for other times."""
        start, end = self._town_times.get((name, state)) or self._state_times.get(state, ("", ""))
        if not start and not end:
            return 1
        after = not start or PartialDate.parse(start).first <= on.last
        return 0 if after and (not end or on.first <= PartialDate.parse(end).last) else 2

    def _hit(self, name: str, start: int, end: int) -> Hit:
        if (meaning := self._meanings.get(name)) is None:
            meaning = self._meanings[name] = self._meaning(name)
        return Hit(meaning[0], start, end, *meaning[1:])

    def _meaning(self, name: str) -> tuple[str, tuple[str, ...], str | None, bool]:
        """The kind that counts for a name, with its values, its city and whether it is ambiguous."""
        meanings = self._names.meanings[name]
        for kind in PRIORITY:
            if rows := meanings.get(kind):
                ambiguous = any(row[2] for row in rows) or len(meanings) > 1
                return kind, tuple(dict.fromkeys(row[0] for row in rows)), rows[0][1], ambiguous
        raise AssertionError(name)

    def titles(self, low: str) -> list[TitleHit]:
        """All titles in lower-case folded text, whole words only."""
        hits = []
        last = len(low)
        for index, start, end in self._title_automaton.find_matches_as_indexes(low):
            phrase = self._title_list[index]
            if start and _is_word(low[start - 1]):
                continue
            if end < last and _is_word(low[end]):
                phrase = self._shorter_title(phrase)
            if phrase:
                hits.append(self._title_hit(phrase, start))
        return hits

    def is_title(self, phrase: str) -> bool:
        return phrase in self._titles

    def _shorter_title(self, phrase: str) -> str:
        """The longest title that the phrase without its last words is; "" where there is none."""
        while " " in phrase:
            phrase = phrase.rsplit(" ", 1)[0]
            if phrase in self._titles:
                return phrase
        return ""

    def _title_hit(self, phrase: str, start: int) -> TitleHit:
        return TitleHit(start, start + len(phrase), phrase, self._titles[phrase])

    def title_around(self, start: int, before: str, state: str, body: int, after: str) -> TitleHit | None:
        """The title that the words before and after a state's name make: "president of the" + German + "Bundesrat".

        It stands at `start`; the words after the name are at `body`.
        """
        words = after.split(" ")
        for count in range(len(words), 0, -1):
            tail = " ".join(words[:count])
            for phrase in (f"{before}{tail}", f"{before}the {tail}"):
                if phrase in self._titles:
                    return TitleHit(start, body + len(tail), phrase, self._titles[phrase], state)
        return None

    def cut_title(self, title: TitleHit, end: int) -> TitleHit | None:
        """The title that ends before a place inside the one given: "president" of "president of the Republic" before "Republic of Fiji"."""
        phrase = title.phrase
        while phrase and title.start + len(phrase) > end:
            phrase = self._shorter_title(phrase)
        return self._title_hit(phrase, title.start) if phrase else None

    def _may_spell(self, row: str) -> tuple[tuple[int, int], ...]:
        """Where in a row of capitalised words stand names that may be a leader's: they have as many words of leaders' names as the shortest of these."""
        if sum(map(self._most_weight, row.split(" "))) < 2:
            return ()
        names = (m for m in names_in(row) if " " in m.group())
        return tuple(m.span() for m in names if sum(map(self._weight, name_tokens(m.group()))) > 1)

    def _most(self, word: str) -> int:
        """How much of a leader's name a word of a row may be at most; of one with a mark a name may be a part."""
        return sum(map(self._weight, name_tokens(word))) if word.isalnum() else 2

    def _weight(self, word: str) -> int:
        return self._weights.get(name_key(word), 0)

    def _spelled_as(self, name: str) -> tuple[Known, ...]:
        """Leaders whose name agrees with a name but for spelling: each key of the shorter name is in the longer."""
        words = name_tokens(name)
        if len(words) < 2 or not any(name_key(word) in self.by_key for word in words):
            return ()
        keys = frozenset(map(name_key, words))
        found: dict[str, Known] = {}
        for word in words:
            for known in self.by_key.get(name_key(word), ()):
                if known.id not in found and self._spelled(known, words, keys):
                    found[known.id] = known
        return tuple(found.values())

    def _spelled(self, known: Known, words: tuple[str, ...], keys: frozenset[str]) -> bool:
        """True where the words spell a name of the leader; that takes the keys of the one to be among those of the other."""
        if known.id not in self._keyed_names:
            names = (t for t in self.name_tokens[known.id] if len(t) > 1)
            self._keyed_names[known.id] = [(t, frozenset(map(name_key, t))) for t in names]
        return any(
            (keys <= theirs or theirs <= keys) and alike_names(words, tokens)
            for tokens, theirs in self._keyed_names[known.id]
        )
