"""The reference tables as one immutable Vocabulary.

Tables are CSV files (UTF-8, header line) in `fixtures/reference`; the wheel carries them as `relations_db/_reference`.
`fixtures/reference/README.md` says what each column means and what each table rests on. Each class below is one row
of one table: its fields are the columns, in order. A file whose name starts with a table's name and a hyphen
(`tenures-asia.csv`) is part of that table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, TypeVar

from relations_db.errors import ReferenceDataError
from relations_db.values import PartialDate


class Table:
    """A row of a reference table."""

    __slots__ = ()
    table: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Country(Table):
    """A state. `code` is ISO 3166-1 alpha-3 (ISO 3166-3 or the customary code for states that are no more)."""

    table: ClassVar[str] = "countries"
    code: str
    name: str
    official_name: str
    alpha2: str
    numeric: str
    cow: str
    gw: str
    valid_from: str
    valid_to: str
    continent: str


@dataclass(frozen=True, slots=True)
class CountryName(Table):
    """A word that means a state. kind: name, official, abbreviation, adjective, demonym, prefix, nickname.

    `ambiguous` is "yes" where the same word stands for several states (one row each, the usual reading first) or for
    other things too.
    """

    table: ClassVar[str] = "country_names"
    name: str
    country: str
    kind: str
    ambiguous: str


@dataclass(frozen=True, slots=True)
class City(Table):
    """A city that news names as a place. role: capital, former_capital, second_capital, city.

    `name` is a spelling, `city` the usual English name; the dates say when it was (or became) the capital.
    """

    table: ClassVar[str] = "cities"
    name: str
    city: str
    country: str
    role: str
    valid_from: str
    valid_to: str


@dataclass(frozen=True, slots=True)
class Seat(Table):
    """A palace, office or quarter that stands for a government and lies in a city."""

    table: ClassVar[str] = "seats"
    name: str
    country: str
    city: str


@dataclass(frozen=True, slots=True)
class Mask(Table):
    """A name that holds a state's or city's name and does not mean it ("Indian Ocean", "Minsk agreements").

    kind: sea, region, war, firm, media, document, faith, territory, airport, food, other.
    """

    table: ClassVar[str] = "masks"
    phrase: str
    kind: str


@dataclass(frozen=True, slots=True)
class Bloc(Table):
    """An organisation or group of states, which is never a party."""

    table: ClassVar[str] = "blocs"
    name: str
    bloc: str


@dataclass(frozen=True, slots=True)
class CountryClass(Table):
    """A paraphrase class: `phrase` ("Central Asian", "island", "landlocked", "kingdom") fits `country`."""

    table: ClassVar[str] = "country_classes"
    phrase: str
    country: str


@dataclass(frozen=True, slots=True)
class Office(Table):
    """An office code of the codebook; `rank` is the order of precedence when one person holds two."""

    table: ClassVar[str] = "offices"
    code: str
    rank: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Title(Table):
    """A title as news writes it, in lower case, and the office it means.

    `countries` lists the states in which this reading holds (codes parted by blanks; empty: everywhere else); a row
    with states wins.
    office "none" marks titles that are no office of state level.
    """

    table: ClassVar[str] = "titles"
    phrase: str
    office: str
    countries: str


@dataclass(frozen=True, slots=True)
class Honorific(Table):
    """A word of address before a name that is not part of the name."""

    table: ClassVar[str] = "honorifics"
    word: str


@dataclass(frozen=True, slots=True)
class Sector(Table):
    table: ClassVar[str] = "sectors"
    code: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class SectorWord(Table):
    """A lower-case word or phrase that names a sector; it may have several rows; "none" masks shorter matches."""

    table: ClassVar[str] = "sector_words"
    phrase: str
    sector: str


@dataclass(frozen=True, slots=True)
class Level(Table):
    """A ranked level of relations; higher rank is closer."""

    table: ClassVar[str] = "relationship_levels"
    code: str
    rank: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class CodeLabel(Table):
    """A row of the small code tables: visit kinds, forms of documents, milestone kinds (`list` says which)."""

    table: ClassVar[str] = "codes"
    list: str
    code: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Currency(Table):
    """A way to write a currency. position: before, after, both (of the number).

    `countries`: whose money it is, where states share the word.
    """

    table: ClassVar[str] = "currencies"
    form: str
    code: str
    position: str
    countries: str


@dataclass(frozen=True, slots=True)
class StateOrder(Table):
    """A state decoration and the state that gives it."""

    table: ClassVar[str] = "orders"
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Tenure(Table):
    """One term of one person in one office. `leader` is the person's id (`kaz-tokayev-kassym-jomart`).

    Dates are `YYYY[-MM[-DD]]`; an empty `end`: in office.

    `short` is the form used alone ("Tokayev", "Xi", "Abiy"); `former` is not a column: the dates tell.
    """

    table: ClassVar[str] = "tenures"
    leader: str
    name: str
    short: str
    country: str
    office: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class LeaderName(Table):
    """Another spelling of a leader's name."""

    table: ClassVar[str] = "leader_names"
    leader: str
    name: str


Row = TypeVar("Row", bound=Table)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All reference tables. Build one with `load_vocabulary`."""

    countries: tuple[Country, ...]
    country_names: tuple[CountryName, ...]
    cities: tuple[City, ...]
    seats: tuple[Seat, ...]
    masks: tuple[Mask, ...]
    blocs: tuple[Bloc, ...]
    country_classes: tuple[CountryClass, ...]
    offices: tuple[Office, ...]
    titles: tuple[Title, ...]
    honorifics: tuple[Honorific, ...]
    sectors: tuple[Sector, ...]
    sector_words: tuple[SectorWord, ...]
    levels: tuple[Level, ...]
    codes: tuple[CodeLabel, ...]
    currencies: tuple[Currency, ...]
    orders: tuple[StateOrder, ...]
    tenures: tuple[Tenure, ...]
    leader_names: tuple[LeaderName, ...]


def reference_folder() -> Path:
    """The folder of the reference tables: inside the installed package, else in the checkout.

    Raises:
        ReferenceDataError: neither exists.
    """
    package = Path(__file__).parent
    for folder in (package / "_reference", package.parent / "fixtures" / "reference"):
        if (folder / "countries.csv").is_file():
            return folder
    raise ReferenceDataError("the reference tables are missing from the installation: install relations-db again")


def _files(folder: Path, table: str) -> list[Path]:
    return [p for p in sorted(folder.glob(f"{table}*.csv")) if p.stem == table or p.stem.startswith(f"{table}-")]


def _rows(folder: Path, row: type[Row]) -> Iterator[Row]:
    columns = [f.name for f in fields(row)]  # type: ignore[arg-type]
    for path in _files(folder, row.table):
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            if (header := next(reader, None)) != columns:
                raise ReferenceDataError(f"{path.name}: the columns are {header}, not {columns}")
            for number, cells in enumerate(reader, start=2):
                if len(cells) != len(columns):
                    raise ReferenceDataError(f"{path.name}:{number}: {len(cells)} cells, not {len(columns)}")
                yield row(*cells)


def read_table(row: type[Row], folder: Path | None = None) -> tuple[Row, ...]:
    """All rows of one table, in the order of its files.

    Raises:
        ReferenceDataError: a header or a line that does not have the table's columns.
    """
    return tuple(_rows(folder or reference_folder(), row))


@lru_cache(maxsize=4)
def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Read all reference tables (about 20,000 rows, a tenth of a second); the result is kept.

    Raises:
        ReferenceDataError: a table is malformed; `relations_db.reference_check` finds what is wrong in the content.
    """
    at = folder or reference_folder()
    return Vocabulary(
        countries=read_table(Country, at),
        country_names=read_table(CountryName, at),
        cities=read_table(City, at),
        seats=read_table(Seat, at),
        masks=read_table(Mask, at),
        blocs=read_table(Bloc, at),
        country_classes=read_table(CountryClass, at),
        offices=read_table(Office, at),
        titles=read_table(Title, at),
        honorifics=read_table(Honorific, at),
        sectors=read_table(Sector, at),
        sector_words=read_table(SectorWord, at),
        levels=read_table(Level, at),
        codes=read_table(CodeLabel, at),
        currencies=read_table(Currency, at),
        orders=read_table(StateOrder, at),
        tenures=read_table(Tenure, at),
        leader_names=read_table(LeaderName, at),
    )


def in_office(tenure: Tenure, on: PartialDate) -> bool:
    """True where the term may cover the (partial) date."""
    start = PartialDate.parse(tenure.start).first if tenure.start else on.first
    end = PartialDate.parse(tenure.end).last if tenure.end else on.last
    return start <= on.last and on.first <= end
