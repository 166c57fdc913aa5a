"""One city under its names: Kiev and Kyiv, Bombay and Mumbai, Nur-Sultan and Astana."""

from __future__ import annotations

from collections.abc import Iterable

from relations_db.resolve.words import tokens
from relations_db.vocabulary import City, Vocabulary

Name = tuple[str, ...]
"""A name of a place as folded words."""


class Places:
    """The names of each city; the capitals that a state has had are one city, renamed, for one that was moved leaves a
    `former_capital` behind.
    """

    def __init__(self, cities: Iterable[City] = ()) -> None:
        self._other: dict[Name, Name] = {}
        self._found: dict[str, Name] = {}
        capitals: dict[str, Name] = {}
        for city in cities:
            main = tokens(city.city)
            self._join(tokens(city.name), main)
            if city.role == "capital":
                self._join(capitals.setdefault(city.country, main), main)

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Places:
        return cls(vocabulary.cities)

    def city(self, name: str | None) -> Name:
        """The same for all names of one city; for a place that no table knows its own words."""
        if not name:
            return ()
        if (city := self._found.get(name)) is None:
            city = self._found[name] = self._head(tokens(name))
        return city

    def _join(self, a: Name, b: Name) -> None:
        a, b = self._head(a), self._head(b)
        if a != b:
            self._other[a] = b

    def _head(self, name: Name) -> Name:
        while (other := self._other.get(name)) is not None:
            name = other
        return name
