"""Renamings of states with their adjectives, capitals and towns, and of towns alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from random import Random

from benchmarks.renaming_names import Facts, Renaming, Span, _spliced
from relations_db.language.fold import fold
from relations_db.language.lexicon import Hit, Lexicon
from relations_db.values import Document

_THE = frozenset("NLD PHL ARE GBR USA MDV BHS GMB CAF COM SYC MHL SLB DOM COG COD".split())
_NO_STATES = frozenset("TWN HKG PSE VAT ESH XKX SCG ".split())
_TITLED = re.compile(
    r" (?:Vice |Deputy |Crown )?(?:President|Prime|Premier|Foreign|Minister|King|Ambassador|Chancellor|Secretary|Defen[cs]e|Finance|Trade|Energy)\b"
)
_SHORT = re.compile(r"(?:US|UK|UAE|U\.S\.|U\.K\.|USA|DRC|PRC|ROK|DPRK)\b")
_NO_NOUN = re.compile(
    r"(?: (?:and|or|in|to|on|of|for|is|was|has|will|by|with|at|from|as|said|were|are|have|had|would|which|that|who|after|during|before|into|since)\b|[^ \w]|$| *\n)"
)
# What ties a text to the states it names, and no name: fiscal years, words for a currency.
_TIED = re.compile(
    r"\b(?:fiscal|financial) year|\bFY ?\d|\b(?:rupees?|Rs|dinars?|dirhams?|pesos?|lira|riyals?|rials?|francs?|pounds?|shillings?|kronor|kroner|krona|krone|Dhs?|som|soms|won|taka|rand|naira|crore|lakh|reais|roubles|rubles)\b|[¥£]"
)
_CROWN = re.compile(
    r"\b(?:Kings?|Queen|Sultan|Emir|Amir|Majesty|Majesties|Highness|Royal|Crown|Throne|Emperor|Sheikh|Grand Duke)\b"
)
_ADJECTIVES = {
    "NZL": "New Zealand",
    "USA": "American",
    "GBR": "British",
    "LIE": "Liechtenstein",
    "LUX": "Luxembourg",
    "SLB": "Solomon Islands",
}
_NEEDED = "name adjective".split()
TOWNS = "Qarashoqy|Vellinga|Nyamburara|Port Halloway|San Telmo del Valle|Bad Orlenau|Tsholong|Kirazdere|Umm al-Zayt|Zhelanovsk|Thung Saeng|Rio Formoso do Sul|Ostrovec nad Labou|Maunatlala East|Linxiang Bay|Château-Vernay|Ærvik|Öldziit-Uul|Halden Creek|Dar Mlouk".split(
    "|"
)


class States:
    """What a state is called, from the project's own tables."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        vocabulary = lexicon.vocabulary
        self.kinds = {(n.name, n.country): n.kind for n in vocabulary.country_names}
        self.rows = {c.code: c for c in vocabulary.countries if not c.valid_to and c.code not in _NO_STATES}
        self.words: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for n in vocabulary.country_names:
            self.words[n.country][n.kind].append(n.name)
        self.towns: dict[str, list[str]] = defaultdict(list)
        for c in vocabulary.cities:
            known = {h.values for h in lexicon.names(fold(c.name)) if h.kind == "city"}
            if (
                c.role == "city"
                and c.name == c.city
                and known == {(c.country,)}
                and not c.valid_to
                and not c.valid_from
            ):
                self.towns[c.country].append(c.city)
        for code in list(self.rows):
            if not all(self.words[code][kind] for kind in _NEEDED) or code not in lexicon.capitals:
                del self.rows[code]

        self.tables: dict[tuple[str, int], dict[str, str]] = {}

    def table(self, document: Document, facts: Facts, draw: int) -> dict[str, str]:
        """By which state each state of a text is replaced."""
        if (document.id, draw) in self.tables:
            return self.tables[document.id, draw]
        random = Random(f"{document.id}:{draw}")
        if _TIED.search(document.text):
            return {}
        hits = self.lexicon.names(fold(document.text))
        named = {v for h in hits if h.kind in ("country", "adjective", "city", "seat") for v in h.values}
        told = {h.values for h in hits if h.kind in ("country", "adjective", "city")}
        shared = {v for values in told if len(values) > 1 for v in values}
        table: dict[str, str] = {}
        for code in sorted(set(_codes(facts))):
            if code in shared or code not in self.rows:
                continue
            free = (c for c in self.rows if c not in named and c not in table.values())
            if choice := [c for c in free if _alike(code, c, document, self)]:
                table[code] = random.choice(sorted(choice))
        self.tables[document.id, draw] = table
        return table

    def name(self, code: str) -> str:
        return self.rows[code].name

    def adjective(self, code: str) -> str:
        return _ADJECTIVES.get(code) or self.words[code]["adjective"][0]

    def word(self, code: str, hit: Hit, said: str, before: str, after: str) -> str:
        """What stands for the other state in the place of a name."""
        words, old = self.words[code], hit.values[0]
        kind = next((k for (n, c), k in self.kinds.items() if c == old and n.lower() == said.lower()), "name")
        if kind == "prefix":
            return self.adjective(code) + "-"
        if hit.kind == "adjective":
            plural = kind == "demonym" and said.endswith("s")
            many = [d for d in words["demonym"] if d.endswith("s")]
            return (many or [self.adjective(code)])[0] if plural else self.adjective(code)
        short = _SHORT.fullmatch(said) and not _NO_NOUN.match(after)
        if short or (kind == "name" and _TITLED.match(after) and not re.search(r"\b(?:of|in|to|with|the) $", before)):
            return self.adjective(code)
        official = self.rows[code].official_name
        if kind == "official" and official != self.name(code) and re.search(r"[Tt]he $", before):
            return official
        bound = (after[:1] == "-" and after[1:2].isalpha()) or before[-1:] == "-"
        return self.name(code) if bound or code not in _THE else "the " + self.name(code)

    def article(self, hit: Hit, new: str, said: str, text: str) -> int:
        """Where the replaced stretch begins: with an article that the other name has not."""
        start = hit.start
        kept = (
            new.startswith("the ")
            or hit.kind != "country"
            or " of " in new
            or new.split()[0] in ("Republic", "State", "Kingdom")
        )
        if not kept and re.search(r"(?:^|[^\w])[Tt]he $", text[:start]) and text[hit.end : hit.end + 1] != "-":
            official = next(
                (k for (n, c), k in self.kinds.items() if c == hit.values[0] and n.lower() == said.lower()), ""
            )
            if official in ("official", "abbreviation") or hit.values[0] in _THE:
                return start - 4 if new not in [w for ws in self.words.values() for w in ws["adjective"]] else start
        return start


def renamed_states(states: States, draw: int) -> Callable[[Document, Facts], Renaming | None]:
    """Each state of the facts by another one: name, adjective, capital, towns and codes."""
    lexicon = states.lexicon

    def renaming(document: Document, facts: Facts) -> Renaming | None:
        text = document.text
        if _TIED.search(text):
            return None
        random = Random(f"{document.id}:{draw}")
        hits = lexicon.names(fold(text))
        table = states.table(document, facts, draw)
        known = {v for h in hits if h.kind in ("leader", "short") for v in h.values}
        kept = {lexicon.known[k].country for k in known if k in lexicon.known}
        if not table or kept & set(table):
            return None
        towns = _towns(table, hits, states, random)
        if towns is None:
            return None

        def change(said: str) -> str:
            spans: list[Span] = []
            for hit in lexicon.names(fold(said)):
                if (
                    hit.values[0] not in table
                    or len(hit.values) > 1
                    or hit.kind not in ("country", "adjective", "city", "seat")
                ):
                    continue
                old, code = said[hit.start : hit.end], table[hit.values[0]]
                if hit.kind in ("city", "seat"):
                    new, start = towns.get((hit.values[0], hit.city or old), old), hit.start
                else:
                    new = states.word(code, hit, old, said[: hit.start], said[hit.end :])
                    start = states.article(hit, new, old, said)
                    if old.endswith("-") and not new.endswith("-"):
                        new += "-"
                spans.append((start, hit.end, new.upper() if old.isupper() and len(old) > 4 else new))
            return _spliced(said, spans)

        places = {city: new for (_, city), new in towns.items()}
        return Renaming(change, table, {}, places)

    return renaming


def _towns(table: dict[str, str], hits: list[Hit], states: States, random: Random) -> dict[tuple[str, str], str] | None:
    """What each town and seat of the renamed states becomes."""
    found: dict[tuple[str, str], str] = {}
    for old, code in table.items():
        free = random.sample(states.towns[code], len(states.towns[code]))
        capital = states.lexicon.capitals[old]
        found[old, capital] = states.lexicon.capitals[code]
        for hit in hits:
            if hit.values[0] != old or hit.kind not in ("city", "seat") or not hit.city:
                continue
            if hit.kind == "seat":
                return None
            if (old, hit.city) not in found:
                if not free:
                    return None
                found[old, hit.city] = free.pop()
    return found


def _codes(facts: Facts) -> list[str]:
    codes: list[str] = []
    for kind in facts.values():
        for fact in kind if isinstance(kind, list) else ():
            codes += [fact[k] for k in ("country", "host", "from") if fact.get(k)] + list(fact.get("parties", ()))
    return codes


def _alike(old: str, new: str, document: Document, states: States) -> bool:
    """True where what the text calls the one by its kind or an office fits the other, and both stood at the time."""
    text, row = document.text, states.rows[new]
    monarchies = states.lexicon.classes["monarchy"]
    if _CROWN.search(text) and (old in monarchies or new in monarchies) and (old in monarchies) != (new in monarchies):
        return False
    if row.valid_from and row.valid_from[:4] > min([*re.findall(r"\b(?:1[89]|20)\d\d\b", text), "1990"]):
        return False
    for phrase, members in states.lexicon.classes.items():
        if (old in members) != (new in members) and re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE):
            return False
    titles = states.lexicon.titles(fold(text).lower())
    return all(t.office(old) == t.office(new) for t in titles if t.phrase not in ("prince", "princes"))


def renamed_towns(states: States, draw: int, unknown: bool) -> Callable[[Document, Facts], Renaming | None]:
    """Each town that is no capital by another of its state, or by one that the tables do not know."""
    lexicon = states.lexicon

    def renaming(document: Document, facts: Facts) -> Renaming | None:
        random = Random(f"{document.id}:{draw}")
        found: dict[str, str] = {}
        free = random.sample(TOWNS, len(TOWNS))
        capitals = set(lexicon.capitals.values()) | lexicon.capital_names
        for hit in lexicon.names(fold(document.text)):
            if (
                hit.kind == "city"
                and len(hit.values) == 1
                and hit.city
                and hit.city not in capitals
                and hit.city not in found
            ):
                others = [t for t in states.towns[hit.values[0]] if t not in document.text]
                if others or unknown:
                    found[hit.city] = free.pop() if unknown and free else random.choice(others or ["Halden"])
        if not found:
            return None

        def change(said: str) -> str:
            spans: list[Span] = []
            for hit in lexicon.names(fold(said)):
                if hit.kind == "city" and hit.city in found and len(hit.values) == 1:
                    old, new = said[hit.start : hit.end], found[hit.city]
                    spans.append((hit.start, hit.end, new.upper() if old.isupper() else new))
            return _spliced(said, spans)

        return Renaming(change, places=found)

    return renaming
