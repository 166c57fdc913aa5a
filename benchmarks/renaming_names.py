"""Consistent renamings: text and gold facts of an article with other states, persons, towns or years.

A renaming holds maps of codes, persons and places and a function for running text; `applied` rewrites a document, `facts` what
was annotated or found in it. What cannot be renamed safely stays as it is: a person of whom two words are used alone, a state
with a seat, a title or a currency that the other state has not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from random import Random
from typing import Any

from relations_db.language.fold import fold
from relations_db.language.lexicon import Known, Lexicon
from relations_db.language.small_words import ADVERBS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from relations_db.values import Document, PartialDate
from relations_db.vocabulary import Tenure, Vocabulary

Facts = Mapping[str, Any]
_DATED = frozenset(
    "published_on started_on ended_on signed_on due baseline_period announced_on period occurred_on".split()
)
_CODED = frozenset({"country", "host", "from", "parties"})
_NAMED = frozenset({"leader", "met", "signatories", "announced_by"})
_PLACED = frozenset({"city", "place"})
_WORDED = frozenset({"title", "description", "level_text", "due_text"})


@dataclass(frozen=True, slots=True)
class Renaming:
    """`text` rewrites running text; the maps say what the fields of facts become, `terms` what tables would know of the new persons."""

    text: Callable[[str], str]
    codes: Mapping[str, str] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    day: Callable[[str], str] = field(default=str)
    terms: tuple[Tenure, ...] = ()

    def applied(self, document: Document) -> Document:
        on = document.published_on
        return replace(
            document,
            text=self.text(document.text),
            title=document.title and self.text(document.title),
            published_on=on and PartialDate.parse(self.day(str(on))),
        )

    def facts(self, facts: Facts) -> dict[str, Any]:
        return {key: self._value(key, value) for key, value in facts.items()}

    def _value(self, key: str, value: Any) -> Any:
        if isinstance(value, list):
            items = [self._fact(v) if isinstance(v, dict) else self._value(key, v) for v in value]
            return sorted(items) if key == "parties" else items
        if not isinstance(value, str):
            return value
        if key in _DATED:
            return self.day(value)
        for keys, names in ((_CODED, self.codes), (_NAMED, self.persons), (_PLACED, self.places)):
            if key in keys:
                return names.get(value, value)
        return self.text(value) if key in _WORDED else value

    def _fact(self, fact: Facts) -> dict[str, Any]:
        return {
            k: self.persons.get(v, v) if k == "name" else self._value(k, v) for k, v in fact.items() if k != "evidence"
        }


Span = tuple[int, int, str]


def _spliced(text: str, spans: Iterable[Span]) -> str:
    out, last = [], 0
    for start, end, new in sorted(spans):
        if start < last:
            continue
        before = text[last:start]
        if article := re.search(r"(?<!\w)[Aa]n?(?= $)", before):
            letter = article.group()[0]
            before = before[: article.start()] + letter + ("n " if _VOWEL.match(new) else " ")
        elif re.search(r"\b[Tt]he $", before) and re.match(r"[Tt]he ", new):
            new = new[4:]
        elif new[:4] == "the " and (not before.strip() or re.search(r"(?:[.!?:\n]|[.!?]\")\s*$", before)):
            new = "T" + new[1:]
        out += [before, new]
        last = end
    return "".join([*out, text[last:]])


_VOWEL = re.compile(r"(?!U[nkrgzSKA](?!ited)|Eu|U[nK]ited|U[nN]i|One)[AEIOU]|Uzb")


# ------------------------------------------------------------------------------------------------ persons
# (full name, as it is taken up later), by culture
_NAMES: dict[str, str] = {
    "one word": "Suhartono|Wiryawan|Kunzang|Thirakul|Okparaeke",
    "particles": "Walid bin Tariq Al-Harithi:Al-Harithi|Omar Ould Sidi Haiba:Ould Haiba|Jan van der Meulen:van der Meulen|Luca de' Santis:de' Santis|Isabel de la Fuente:de la Fuente|Konrad von Altenburg:von Altenburg|Yacine Ben Slimane:Ben Slimane|Saeed al-Mutairi:al-Mutairi|Rui dos Passos:dos Passos|Pieter de Wael:de Wael|Nasser el-Ghamri:el-Ghamri|Mariam bint Rashid Al Suwaidi:Al Suwaidi",
    "two surnames": "Ramón Iturralde Paniagua:Iturralde|Lucía Etcheverry Montalbán:Etcheverry|Jorge Quiñones Arteaga:Quiñones|Inês Vasconcelos Teles:Teles",
    "hyphens": "Jean-Aimé Loubaki-Mbemba:Loubaki-Mbemba|Anne-Lise Kvamme-Brandt:Kvamme-Brandt|Choi Sung-ryul:Choi|Marie-Odile Fontanel:Fontanel|Pak Yong-chan:Pak",
    "initials": "J. R. Wickramanayake:Wickramanayake|K.P. Adhikarla:Adhikarla|Thomas B. Hardcastle:Hardcastle|G. Ölziibayar:Ölziibayar|A.M.M. Chaudhriwala:Chaudhriwala",
    "family name first": "Trương Quốc Khải:Khải|Lương Thị Bích:Bích|Ouyang Zhenhua:Ouyang|Qiu Wenbo:Qiu|Seo Min-jae:Seo|Szentmihályi Gergő:Szentmihályi|Fang Xue:Fang|Doan Van Loc:Loc",
    "patronymics": "Sigurlaug Hallsdóttir:Sigurlaug|Þorvaldur Snæbjörnsson:Þorvaldur|Bat-Erdeniin Tömörbaatar:Tömörbaatar|Dawit Gebreegziabher:Dawit|Abdirizak Warsame Guled:Abdirizak",
    "apostrophes": "Sean O'Driscoll:O'Driscoll|Ba'asyir Nur'aini:Nur'aini|Sione Ma'afuhelu:Ma'afuhelu|Amadou N'Doumbia:N'Doumbia|Carlo D'Ambrogio:D'Ambrogio",
    "diacritics": "Zdeněk Příhoda:Příhoda|Żaneta Gąsiorowska:Gąsiorowska|Ümit Güneşli:Güneşli|Ștefăniță Țurlea:Țurlea|Åse Bjørnebekk:Bjørnebekk|Jānis Ķezbers:Ķezbers",
    "plain": "Viktor Polyanchuk:Polyanchuk|Elmira Dzhumagulova:Dzhumagulova|Peter Ashdowne:Ashdowne|Farrukh Rasulzoda:Rasulzoda|Kwabena Ofosuhene:Ofosuhene|Samson Kiprotich:Kiprotich|Tevita Latukefu:Latukefu|Ingrid Sandvoll:Sandvoll|Arjun Bhattarajan:Bhattarajan|Mehdi Karbaschian:Karbaschian|Goran Trifunoski:Trifunoski",
    "words": "Edward Rose:Rose|Daniel May:May|Margaret Hope:Hope|Alan King:King|Robert Bishop:Bishop|Hannah Major:Major|Charles Prince:Prince|Norman Young:Young|Michael Grant:Grant|Louise Marshall:Marshall|Arthur Price:Price|Helen March:March|Simon Banks:Banks|Victor Speaker:Speaker|Clara Summit:Summit|James West:West",
    "places": "Jack London:London|Brian Lincoln:Lincoln|Edith Holland:Holland|Ruth Ireland:Ireland|Carmen Valencia:Valencia|Tomás Córdoba:Córdoba|Yusuf Bukhari:Bukhari|Peter Berlin:Berlin|Elena Moscovici:Moscovici|Sara Israel:Israel|Jordan Ellis:Ellis|Chad Wilkins:Wilkins|Georgia Fane:Fane|Hassan Baghdadi:Baghdadi|Kenya Morris:Morris|Paris Dumont:Dumont",
    "first names": "Peter Thomas:Thomas|Lars Martin:Martin|Grace James:James|Idris Elias:Elias|Ahmed Ibrahim:Ibrahim|Vincent Paul:Paul|Miguel Ángel:Ángel|Joseph Daniel:Daniel",
}
_REGNAL = "Aldemar III:Aldemar|Hakim II:Hakim|Leontius IV:Leontius|Otmar V:Otmar"
CULTURES = tuple(_NAMES)
_ROMAN = re.compile(r"[IVX]+")
_PARTICLE = re.compile(
    r"(?:al|el|bin|ibn|bint|ben|van|von|der|den|de|la|da|dos|das|do|di|du|ould|ul|ur|Al|El|Bin|Bint|Ben|Ould|Van|De|Della|Von|La|Le|Mc|Dos|Da|Jr\.?|Sr\.?|\w\.?)"
)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")


def _pairs(row: str) -> list[tuple[str, str]]:
    return [(full, short or full) for full, _, short in (name.partition(":") for name in row.split("|"))]


@lru_cache(maxsize=4)
def _before_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that may stand before a surname with a capital: titles, states, small words."""
    rows = [t.phrase for t in vocabulary.titles] + [h.word for h in vocabulary.honorifics]
    rows += [n.name for n in vocabulary.country_names] + [b.name for b in vocabulary.blocs]
    words = {w.strip(",.()") for row in rows for w in fold(row).lower().split()}
    return frozenset(words | DETERMINERS | PREPOSITIONS | SUBORDINATORS | ADVERBS | {"both", "and", "but", "he", "had"})


class _Person:
    """Where a person of the gold facts is named; `safe` where every mention is understood."""

    def __init__(self, name: str, text: str, vocabulary: Vocabulary) -> None:
        self.name, self.words = name, name.split()
        forms = "|".join(sorted({re.escape(w) for word in self.words for w in (word, word.upper())}, key=len)[::-1])
        self.pattern = re.compile(rf"(?<![\w’'-])(?:{forms})(?:[ \n](?:{forms}))*(?![\w-]|[’'](?!s?\b)\w)")
        alone: set[str] = set()
        self.safe = bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
        for match in self.mentions(text):
            before, after = text[: match.start()], text[match.end() :]
            said = re.search(r"([^\W\d_][\w’'-]*)\.? $", before)
            known = _before_names(vocabulary)
            if said and said.group(1)[0].isupper() and fold(said.group(1)).lower() not in known:
                self.safe = False
            if re.match(r" [A-Z][\w’'-]+", after) and not re.match(r" (?:[MTWFS]\w+day|[A-Z]{4,})\b", after):
                self.safe = False
            if len(self.content(match.group())) == 1:
                alone.add(self.content(match.group())[0].lower())
        self.safe &= len(alone) < 2
        self.short = next(iter(alone), "")

    @staticmethod
    def content(said: str) -> list[str]:
        return [w for w in said.split() if not _PARTICLE.fullmatch(w) and not _ROMAN.fullmatch(w)]

    def mentions(self, text: str) -> list[re.Match[str]]:
        return [m for m in self.pattern.finditer(text) if self.content(m.group())]


def leaders(facts: Facts) -> list[str]:
    names = [str(leader["name"]) for leader in facts["leaders"]]
    for kind in facts.values():
        for fact in kind if isinstance(kind, list) else ():
            for key in _NAMED & set(fact):
                names += fact[key] if isinstance(fact[key], list) else [fact[key]]
    return list(dict.fromkeys(names))


def renamed_persons(
    lexicon: Lexicon, cultures: Iterable[str], draw: int
) -> Callable[[Document, Facts], Renaming | None]:
    """Each person of the facts by an invented name of one of some cultures."""
    pool = [pair for culture in cultures for pair in _pairs(_NAMES[culture])]

    def renaming(document: Document, facts: Facts) -> Renaming | None:
        random = Random(f"{document.id}:{draw}")
        names, text = leaders(facts), document.text
        persons = [_Person(name, text, lexicon.vocabulary) for name in names]
        counts = [
            {w.lower() for w in p.words if not _PARTICLE.fullmatch(w) and not _ROMAN.fullmatch(w)} for p in persons
        ]
        chosen = random.sample(pool, len(pool)) * 3
        royal = random.sample(_pairs(_REGNAL), 4)
        table: dict[str, tuple[_Person, str, str]] = {}
        used: set[str] = {w.lower() for w in _WORD.findall(text)}
        for i, person in enumerate(persons):
            if not person.safe or any(counts[i] & other for j, other in enumerate(counts) if j != i):
                continue
            if not _fits(person.name, lexicon) or _elsewhere(person, document, facts, lexicon):
                continue
            source = royal if _ROMAN.fullmatch(person.words[-1]) else chosen
            while source:
                full, short = source.pop()
                if any(len(w) > 3 and w.lower() in used for w in _WORD.findall(full)):
                    continue
                used |= {w.lower() for w in _WORD.findall(full)}
                table[person.name] = (
                    person,
                    short if len(person.content(person.name)) == 1 and source is not royal else full,
                    short,
                )
                break
        if not table:
            return None

        def change(said: str) -> str:
            spans: list[Span] = []
            for person, full, short in table.values():
                for m in person.mentions(said):
                    whole = len(person.content(m.group())) > 1 or m.group() == person.name
                    new = full if whole else short
                    spans.append((m.start(), m.end(), new.upper() if m.group().isupper() else new))
            return _spliced(said, spans)

        terms: list[Tenure] = []
        for name, (_, full, short) in table.items():
            full = next((f for f, s in [*pool, *_pairs(_REGNAL)] if s == short), full)
            for known in _known(name, facts, lexicon):
                terms += [replace(t, leader=f"{known.id}-{fold(full)}", name=full, short=short) for t in known.tenures]
        return Renaming(change, persons={name: row[1] for name, row in table.items()}, terms=tuple(terms))

    return renaming


def _known(name: str, facts: Facts, lexicon: Lexicon) -> list[Known]:
    """Leaders of the tables whom a name of the facts means."""
    state = next((r["country"] for r in facts["leaders"] if r["name"] == name), None)
    found = list(lexicon.spelled_as(name)) or [
        lexicon.known[i]
        for h in lexicon.names(fold(name))
        if h.kind in ("leader", "short")
        for i in h.values
        if i in lexicon.known
    ]
    return [k for k in found if state in {t.country for t in k.tenures}]


def _elsewhere(person: _Person, document: Document, facts: Facts, lexicon: Lexicon) -> bool:
    """True for a leader whom the text names in another spelling too."""
    ids = {k.id for k in _known(person.name, facts, lexicon)}
    spans = [m.span() for m in person.mentions(document.text)]
    others = (h for h in lexicon.names(fold(document.text)) if h.kind in ("leader", "short") and ids & set(h.values))
    return any(not any(a <= h.start and h.end <= b for a, b in spans) for h in others)


def _fits(name: str, lexicon: Lexicon) -> bool:
    """False for a name that holds a state or a month: its mentions cannot be told from those."""
    return not any(h.kind in ("country", "adjective") for w in name.split() for h in lexicon.names(fold(w)))
