"""Which person a name means: spellings fold to one person, kin and namesakes stay apart.

Known persons come from the vocabulary's tenures and spellings. A name that fits none of them is a person of its own,
whose key is the name folded by the rules of transliteration, so that "Zheenbek Kulubayev" and "Jeenbek Kulubaev" are
one. Names fold inside one country only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from relations_db.language.fold import fold
from relations_db.values import PartialDate
from relations_db.vocabulary import LeaderName, Tenure, Vocabulary, in_office

_PARTICLE_WORDS = (
    "al el as ash ad ar an at az bin ibn ben bint ould ag von van der den de da do dos das del la le di y e"
)
_SUFFIX_WORDS = "jr sr junior senior i ii iii iv v vi vii viii ix x"
_LINEAGE_WORDS = "bin ibn ben bint ould"
_PARTICLES, _SUFFIXES, _LINEAGE = (frozenset(w.split()) for w in (_PARTICLE_WORDS, _SUFFIX_WORDS, _LINEAGE_WORDS))

_TRANSLITERATION = (
    (re.compile(r"kh|x"), "h"),
    (re.compile(r"dzh|zh|dj"), "j"),
    (re.compile(r"tsch|tch|tsh|ch"), "c"),
    (re.compile(r"sch|sh|sz"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"^ye(?=[aeiou]?[^aeiouy])"), "e"),
    (re.compile(r"^yu"), "iu"),
    (re.compile(r"^ya"), "ia"),
    (re.compile(r"(?:iye|yye|iie|aye|ie|ye|ae|e)v(?=a?$)"), "ev"),
    (re.compile(r"(?:iy|yy|ij|yj|ii)$"), "i"),
    (re.compile(r"(?<=[aeiou])[ijy]"), "i"),
    (re.compile(r"[yj](?=[^aeiou]|$)"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_ARABIC = (
    (re.compile(r"^(?:mohamm?[ae]d|muhamm?[ae]d|mohamm?[ae]d|mehmed|muhammet)$"), "muhamad"),
    (re.compile(r"^abd(?:[aeu]l)?$"), "abdul"),
    (re.compile(r"^(?:h[ou]ss?[ae][iy]n)$"), "husain"),
    (re.compile(r"^(?:ah?med)$"), "ahmad"),
)
_ABDUL = re.compile(r"\babd[aeu]l(?=[^\W_]{4})")
_VOWELS = re.compile(r"[aeiouy]+")


def name_tokens(name: str) -> tuple[str, ...]:
    """The name's words in lower case without diacritics and apostrophes; hyphens part words."""
    plain = fold(name).replace("'", "").casefold()
    return tuple(re.findall(r"[^\W_]+", _ABDUL.sub("abdul ", plain)))


@lru_cache(maxsize=65536)
def token_key(token: str) -> str:
    """One word of a name after the transliteration rules: tokaev, tokayev, toqayev give one key."""
    key = token
    for pattern, to in (*_ARABIC, *_TRANSLITERATION):
        key = pattern.sub(to, key)
    return key


@dataclass(frozen=True, slots=True)
class NameKey:
    """A folded name. `words` in order without particles; `joined` the same as one word; `suffix` a generation ("ii",
    "jr"); `ordered` where the order of names is the lineage.
    """

    words: tuple[str, ...]
    joined: str
    suffix: str
    ordered: bool

    @property
    def text(self) -> str:
        return " ".join(
            (*(self.words if self.ordered else sorted(self.words)), *([self.suffix] if self.suffix else []))
        )


@lru_cache(maxsize=65536)
def name_key(name: str) -> NameKey:
    """Fold a name as the text writes it, titles already cut off."""
    parts = name_tokens(name)
    suffix = next((p for p in parts[1:] if p in _SUFFIXES), "")
    core = [p for p in parts if p not in _PARTICLES and not (suffix and p == suffix)]
    words = tuple(token_key(p) for p in core or parts)
    generation = {"junior": "jr", "senior": "sr"}.get(suffix, suffix)
    return NameKey(words, token_key("".join(core or parts)), generation, any(p in _LINEAGE for p in parts))


def _same_word(a: str, b: str) -> bool:
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    if min(len(a), len(b)) < 4:
        return False
    if _VOWELS.sub("", a) == _VOWELS.sub("", b) and a[0] == b[0]:
        return ratio(a, b) >= 70
    return len(a) >= 6 and len(b) >= 6 and a[0] == b[0] and ratio(a, b) >= 88


def _pairs(short: tuple[str, ...], long: tuple[str, ...], ordered: bool) -> list[tuple[str, str]] | None:
    """Each word of the short name with its own word of the long one; None where one finds none."""
    rest, found = list(long), []
    for word in short:
        at = next((i for i, other in enumerate(rest) if _same_word(word, other)), None)
        if at is None:
            return None
        found.append((word, rest[at]))
        rest = rest[at + 1 :] if ordered else rest[:at] + rest[at + 1 :]
    return found


@lru_cache(maxsize=65536)
def same_name(a: NameKey, b: NameKey, full: int = 2) -> bool:
    """True where two names of one country are one name: every word of the shorter stands in the longer, at least `full`
    of them not as initials.
    """
    if a.suffix != b.suffix and a.suffix and b.suffix:
        return False
    if a.joined == b.joined:
        return True
    short, long = sorted((a.words, b.words), key=len)
    pairs = _pairs(short, long, a.ordered or b.ordered)
    return pairs is not None and sum(len(x) > 1 and len(y) > 1 for x, y in pairs) >= full


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a name means. `key`: the vocabulary's id of a known leader, else made of country and folded name."""

    key: str
    name: str
    country: str
    known: bool


@dataclass(frozen=True, slots=True)
class _Known:
    leader: str
    name: str
    short: str
    keys: tuple[NameKey, ...]
    terms: tuple[Tenure, ...]


def _closest(known: Iterable[_Known], on: PartialDate | None) -> list[_Known]:
    """Those in office on the date; with no date, or none in office, all."""
    every = list(known)
    serving = [k for k in every if on and any(in_office(t, on) for t in k.terms)]
    return serving or every


class Leaders:
    """All known leaders by country; build one with `Leaders.of(vocabulary)`."""

    def __init__(self, tenures: Iterable[Tenure], spellings: Iterable[LeaderName]) -> None:
        terms: dict[str, list[Tenure]] = defaultdict(list)
        names: dict[str, list[str]] = defaultdict(list)
        for tenure in tenures:
            terms[tenure.leader].append(tenure)
        for spelling in spellings:
            names[spelling.leader].append(spelling.name)
        self._by_country: dict[str, list[_Known]] = defaultdict(list)
        for leader, held in terms.items():
            first = held[0]
            written = dict.fromkeys([*(t.name for t in held), *names[leader]])
            known = _Known(leader, first.name, first.short, tuple(name_key(n) for n in written), tuple(held))
            for country in dict.fromkeys(t.country for t in held):
                self._by_country[country].append(known)
        self._found: dict[tuple[str, str, PartialDate | None], Person] = {}
        self._alike: dict[tuple[str, NameKey], list[_Known]] = {}

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Leaders:
        return cls(vocabulary.tenures, vocabulary.leader_names)

    def find(self, name: str, country: str, on: PartialDate | None = None) -> Person:
        """The person that a name of one country means; `on` settles between holders of one short name.

        A short name that fits several persons and no date settles stays a person of its own.
        """
        at = (name, country, on)
        if (person := self._found.get(at)) is None:
            person = self._found[at] = self._find(name, country, on)
        return person

    def _find(self, name: str, country: str, on: PartialDate | None) -> Person:
        key = name_key(name)
        fits = self._fitting(key, name, country, on)
        if len(fits) == 1:
            return Person(fits[0].leader, fits[0].name, country, True)
        return Person(f"{country.lower()}:{key.text}", name, country, False)

    def _fitting(self, key: NameKey, name: str, country: str, on: PartialDate | None) -> list[_Known]:
        here = self._by_country.get(country, [])
        if len(key.words) > 1:
            if (alike := self._alike.get((country, key))) is None:
                alike = self._alike[(country, key)] = _alike(key, here)
            return _by_full_name(key, alike, on)
        if exact := [k for k in here if any(key.text == other.text for other in k.keys)]:
            return _closest(exact, on)
        short = [
            k for k in here if name_key(k.short).text == key.text or any(key.words[0] == o.words[-1] for o in k.keys)
        ]
        return [k for k in short if on and any(_around(t, on) for t in k.terms)]


def _alike(key: NameKey, here: Iterable[_Known]) -> list[_Known]:
    """Those whom a name of several words fits, with the generation where it is told."""
    full = 1 if any(len(w) == 1 for w in key.words) else 2
    alike = [k for k in here if any(same_name(key, other, full) for other in k.keys)]
    if key.suffix:
        return [k for k in alike if any(key.suffix == other.suffix for other in k.keys)] or alike
    return alike


def _by_full_name(key: NameKey, alike: Iterable[_Known], on: PartialDate | None) -> list[_Known]:
    """Of those whom a name fits: those in office on the date, of several those whom it fits exactly."""
    serving = _closest(alike, on)
    exact = [k for k in serving if any(key.text == other.text for other in k.keys)]
    return exact if len(serving) > 1 and exact else serving


def _around(tenure: Tenure, on: PartialDate) -> bool:
    """In office on the date or left in the 400 days before: news goes on naming the last holder by surname."""
    if in_office(tenure, on):
        return True
    left = PartialDate.parse(tenure.end).last if tenure.end else date.max
    return left < on.first and on.first - left <= timedelta(days=400)


def same_person(a: Person, b: Person) -> bool:
    """True where two finds are one person: one known leader, or two unknown spellings of one name."""
    if a.country != b.country:
        return False
    if a.known or b.known:
        return a.key == b.key
    return a.key == b.key or same_name(name_key(a.name), name_key(b.name))
