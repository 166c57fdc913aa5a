"""The persons found so far in one text, and the places that mean them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from relations_db.language import patterns as re
from relations_db.language.fold import fold, name_key
from relations_db.language.hits import Hits
from relations_db.language.lexicon import Hit, Known, Lexicon
from relations_db.language.names import names_in
from relations_db.language.names_beside import STOP_CAPITALS
from relations_db.language.people import Entity, Mention, short_forms, years_from_office
from relations_db.language.recognition import Recognizer
from relations_db.language.titles import TitleReader
from relations_db.values import PartialDate


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(name_key(t) for t in fold(name).split())


class PersonBook:
    """Entities and mentions with the tables that tell who they are; what has been read as a person is taken."""

    def __init__(
        self,
        lexicon: Lexicon,
        text: str,
        folded: str,
        low: str,
        hits: list[Hit],
        on: PartialDate | None,
        home: str | None = None,
    ) -> None:
        self.lexicon, self.text, self.folded, self.low, self.on = lexicon, text, folded, low, on
        self.home = home
        self.hits = Hits(hits)
        self.tables = Recognizer(lexicon, folded, self.hits, on)
        self.titles = TitleReader(lexicon, text, folded, low, self.hits)
        self.entities: list[Entity] = []
        self.mentions: list[Mention] = []
        self._taken = bytearray(len(folded))
        self.barred: set[str] = set()  # leaders whom the text names under an office of no state
        self._first_names: dict[str, set[str]] | None = None
        self.couples: list[tuple[Entity, Entity, int]] = []

    def _is_serving(self, start: int, end: int) -> bool:
        """True for a known leader who is in office or may be; a former one under an office of no state is none of its leaders."""
        if not any(h.kind == "leader" for h in self.hits.inside(start, end)):
            return False
        known = self.tables.known(start, end, None)
        return known is None or self.on is None or years_from_office(known, self.on) < 0.1

    def _entity(self, start: int, end: int, country: str | None, office: str | None = None) -> Entity:
        name = " ".join(self.text[start:end].replace(") ", " ").split())
        known = self.tables.known(start, end, country)
        same = (e for e in self.entities if office and e.office == office and e.name.endswith(f" {name}"))
        if known and any(e.known is None for e in same):
            known = None
        entity = self._same(name, known, country, office)
        if entity is None:
            entity = Entity(name, self.tables.state_of(known, country) if known else country, known=known)
            self.entities.append(entity)
        elif len(fold(name).split()) > len(fold(entity.name).split()):
            entity.name = name
        if known and entity.known is None:
            entity.known, entity.country = known, self.tables.state_of(known, country)
        entity.surnames |= short_forms(fold(name), entity.known)
        return entity

    def _same(self, name: str, known: Known | None, country: str | None, office: str | None) -> Entity | None:
        tokens = _words(name)
        for entity in self.entities:
            if known and entity.known:
                if known is entity.known:
                    return entity
                continue
            if country and entity.country and country != entity.country:
                continue
            if known and not self.tables.fits(fold(entity.name), known):
                continue
            if entity.known and not known and len(tokens) > 1 and not self.tables.fits(fold(name), entity.known):
                continue
            theirs = _words(entity.name)
            short, long = sorted((tokens, theirs), key=len)
            in_office = office is not None and entity.office == office  # "President Iturbe": Ana Iturbe Paz
            if all(t in long for t in short) and (len(short) > 1 or in_office or short[0] in (long[-1], long[0])):
                return entity
        return None

    def _mention(
        self,
        start: int,
        end: int,
        form: str,
        entity: Entity,
        name_start: int,
        counterpart: bool = False,
        phrase: str = "",
    ) -> None:
        self.mentions.append(
            Mention(start, end, form, entity, entity.country, entity.office, False, phrase, name_start, counterpart)
        )
        self._take(start, end)

    def _take(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\x01" * (end - start)

    def _is_taken(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) >= 0

    def _honorific_start(self, start: int) -> int:
        found = re.search(
            r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Sheikh|Mr\.|Dr\.|Ms\.|Mrs\.) )+$", self.folded[max(0, start - 16) : start]
        )
        return start - len(found.group()) if found else start

    def _is_anothers(self, surname: str, known: Known) -> bool:
        """True where the text gives the surname a first name that is not the leader's ("Piers Jacobs")."""
        if self._first_names is None:
            self._first_names = {}
            for found in names_in(self.folded):
                for first, last in pairwise(found.group().split()):
                    if not self._is_lead(first):
                        self._first_names.setdefault(last, set()).add(first)
        borne = self._first_names.get(surname, ())
        return bool(borne) and not any(self.tables.fits(f"{first} {surname}", known) for first in borne)

    def _is_lead(self, word: str) -> bool:
        """True for a capitalised word that stands before surnames without being a first name."""
        return word in STOP_CAPITALS or word in self.lexicon.honorifics or self.lexicon.is_title(word.lower())
