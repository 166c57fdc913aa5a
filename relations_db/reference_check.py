"""What is wrong in the content of the reference tables: one line per problem.

`check_vocabulary` runs every rule over all tables. A rule is a function from the tables to lines; a line names the
table, the row and what is wrong with it. Cases that break a rule and are right all the same ("Tripoli" in two states,
the three heads of Bosnia and Herzegovina) stand in `fixtures/reference/accepted.csv`, each with its reason.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import ClassVar

from relations_db.values import PartialDate
from relations_db.vocabulary import City, Table, Tenure, Vocabulary, read_table

MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Accepted(Table):
    """A case that breaks a rule and is right.

    rule: shared_city (key: a city's name), no_capital, before_independence (a state's code), plural_head (a state's
    code, or the id of a leader who held the office beside another).
    """

    table: ClassVar[str] = "accepted"
    rule: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Tables:
    """The vocabulary with what all rules look up."""

    vocabulary: Vocabulary
    accepted: frozenset[tuple[str, str]]
    states: dict[str, Window]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time, first and last day; an open end reaches to the calendar's edge.

    Partial dates leave its ends open: `outer` is the longest stretch that they allow, `inner` the shortest.
    """

    outer: tuple[date, date]
    inner: tuple[date, date]

    @classmethod
    def of(cls, start: str, end: str) -> Window | None:
        """The stretch between two dates `YYYY[-MM[-DD]]`, each possibly empty; None where one cannot be read."""
        try:
            first, last = (PartialDate.parse(text) if text else None for text in (start, end))
        except ValueError:
            return None
        begins = (first.first, first.last) if first else (date.min, date.min)
        ends = (last.last, last.first) if last else (date.max, date.max)
        return cls((begins[0], ends[0]), (begins[1], ends[1]))

    def within(self, other: Window) -> Window:
        """The stretch that both have in common; it ends before it starts where they have none."""
        return Window(
            (max(self.outer[0], other.outer[0]), min(self.outer[1], other.outer[1])),
            (max(self.inner[0], other.inner[0]), min(self.inner[1], other.inner[1])),
        )

    def surely(self, other: Window) -> timedelta:
        """How long both last together whatever the partial dates mean; zero or less where they may not meet."""
        common = self.within(other).inner
        return common[1] - common[0]


def check_vocabulary(vocabulary: Vocabulary, accepted: Iterable[Accepted] | None = None) -> list[str]:
    """Everything that is wrong in the reference tables, table by table, as lines for people.

    `accepted` are the known exceptions; without it those of the reference folder are read.

    Raises:
        ReferenceDataError: the table of exceptions is malformed.
    """
    known = read_table(Accepted) if accepted is None else tuple(accepted)
    states = {c.code: w for c in vocabulary.countries if (w := Window.of(c.valid_from, c.valid_to))}
    tables = _Tables(vocabulary, frozenset((a.rule, a.key) for a in known), states)
    return [line for rule in RULES for line in dict.fromkeys(rule(tables))]


def _all_rows(vocabulary: Vocabulary) -> Iterator[tuple[str, Table]]:
    for column in fields(vocabulary):
        for row in getattr(vocabulary, column.name):
            yield row.table, row


def _cells(row: Table) -> dict[str, str]:
    return {f.name: getattr(row, f.name) for f in fields(row)}  # type: ignore[arg-type]


def _label(row: Table) -> str:
    """The row's first cells, enough to find it."""
    return ",".join(list(_cells(row).values())[:3])


# ------------------------------------------------------------------ shapes of cells
_CODE = re.compile(r"[A-Z]{3}")
_DIGITS = re.compile(r"\d{0,3}")
_LEADER = re.compile(r"[a-z]{3}-[a-z0-9]+(?:-[a-z0-9]+)*")
_SHAPES: dict[tuple[str, str], tuple[re.Pattern[str], str]] = {
    ("countries", "code"): (_CODE, "three capitals"),
    ("countries", "alpha2"): (re.compile(r"(?:[A-Z]{2})?"), "two capitals or nothing"),
    ("countries", "numeric"): (re.compile(r"(?:\d{3})?"), "three digits or nothing"),
    ("countries", "cow"): (_DIGITS, "up to three digits"),
    ("countries", "gw"): (_DIGITS, "up to three digits"),
    ("currencies", "code"): (_CODE, "three capitals"),
    ("offices", "rank"): (re.compile(r"\d+"), "a number"),
    ("relationship_levels", "rank"): (re.compile(r"\d+"), "a number"),
    ("tenures", "leader"): (_LEADER, "a state's code and the name in small letters"),
}
_CHOICES = {
    ("countries", "continent"): ("Africa", "Asia", "Europe", "North America", "South America", "Oceania"),
    ("country_names", "kind"): ("name", "official", "abbreviation", "adjective", "demonym", "prefix", "nickname"),
    ("country_names", "ambiguous"): ("", "yes"),
    ("cities", "role"): ("capital", "former_capital", "second_capital", "city"),
    ("masks", "kind"): (
        "sea", "region", "war", "firm", "media", "document", "faith", "territory", "airport", "food", "other",
    ),
    ("currencies", "position"): ("before", "after", "both"),
}  # fmt: skip
_MAY_BE_EMPTY = frozenset({
    "alpha2", "numeric", "cow", "gw", "valid_from", "valid_to", "ambiguous", "countries", "end", "label", "definition",
})  # fmt: skip


def _shapes(tables: _Tables) -> Iterator[str]:
    """Each cell has its form, and no cell has blanks too many."""
    for table, row in _all_rows(tables.vocabulary):
        for column, text in _cells(row).items():
            if problem := _cell_problem(table, column, text):
                yield f"{table}: {_label(row)}: {column} {text!r} {problem}"


def _cell_problem(table: str, column: str, text: str) -> str | None:
    if text != " ".join(text.split()):
        return "has blanks too many"
    if not text and column not in _MAY_BE_EMPTY:
        return "is empty"
    if (shape := _SHAPES.get((table, column))) and not shape[0].fullmatch(text):
        return f"is not {shape[1]}"
    if (choice := _CHOICES.get((table, column))) and text not in choice:
        return f"is none of {', '.join(filter(None, choice))}"
    return None


_DATES = frozenset({"valid_from", "valid_to", "start", "end"})


def _dates(tables: _Tables) -> Iterator[str]:
    """Dates can be read and are in order."""
    for table, row in _all_rows(tables.vocabulary):
        texts = [text for column, text in _cells(row).items() if column in _DATES]
        if not texts:
            continue
        if (window := Window.of(texts[0], texts[1])) is None:
            yield f"{table}: {_label(row)}: a date is not YYYY, YYYY-MM or YYYY-MM-DD: {' and '.join(map(repr, texts))}"
        elif window.outer[0] > window.outer[1]:
            yield f"{table}: {_label(row)}: ends on {texts[1]}, before it starts on {texts[0]}"


# ------------------------------------------------------------------ keys
_KEYS = {
    "countries": ("code",), "country_names": ("name", "country"), "cities": ("name", "country", "valid_from"),
    "seats": ("name", "country"), "masks": ("phrase",), "blocs": ("name",), "country_classes": ("phrase", "country"),
    "offices": ("code",), "titles": ("phrase", "countries"), "honorifics": ("word",), "sectors": ("code",),
    "sector_words": ("phrase", "sector"), "relationship_levels": ("code",), "codes": ("list", "code"),
    "currencies": ("form", "code"), "orders": ("name", "country"), "tenures": ("leader", "office", "start"),
    "leader_names": ("leader", "name"),
}  # fmt: skip


def _unique(tables: _Tables) -> Iterator[str]:
    """No key stands twice in a table."""
    seen = Counter(
        (table, tuple(getattr(row, column) for column in _KEYS[table])) for table, row in _all_rows(tables.vocabulary)
    )
    for (table, key), times in seen.items():
        if times > 1:
            yield f"{table}: {','.join(key)}: {times} rows with this {' and '.join(_KEYS[table])}"
    for rows in (tables.vocabulary.offices, tables.vocabulary.levels):
        for rank, times in Counter(row.rank for row in rows).items():
            if times > 1:
                yield f"{rows[0].table}: rank {rank} is given {times} times"


def _references(tables: _Tables) -> Iterator[str]:
    """Codes in one table exist in the table that defines them."""
    vocabulary = tables.vocabulary
    countries = {c.code for c in vocabulary.countries}
    for table, row in _all_rows(vocabulary):
        cells = _cells(row)
        for code in (*cells.get("countries", "").split(), *filter(None, [cells.get("country")])):
            if code not in countries:
                yield f"{table}: {_label(row)}: no state {code} in countries"
    yield from _missing("titles", "office", vocabulary.titles, {o.code for o in vocabulary.offices} | {"none"})
    yield from _missing("tenures", "office", vocabulary.tenures, {o.code for o in vocabulary.offices})
    yield from _missing(
        "sector_words", "sector", vocabulary.sector_words, {s.code for s in vocabulary.sectors} | {"none"}
    )
    yield from _missing("leader_names", "leader", vocabulary.leader_names, {t.leader for t in vocabulary.tenures})


def _missing(table: str, column: str, rows: Iterable[Table], defined: set[str]) -> Iterator[str]:
    for row in rows:
        if (code := getattr(row, column)) not in defined:
            yield f"{table}: {_label(row)}: no {column} {code!r} is defined"


# ------------------------------------------------------------------ names
def _own_names(tables: _Tables) -> Iterator[str]:
    """A state's two names are names that the text search knows."""
    names = {(n.name, n.country) for n in tables.vocabulary.country_names}
    for country in tables.vocabulary.countries:
        for text in (country.name, country.official_name):
            if (text, country.code) not in names:
                yield f"countries: {country.code}: {text!r} is missing in country_names"


def _ambiguous_names(tables: _Tables) -> Iterator[str]:
    """A name of several states says so in each of its rows."""
    rows = defaultdict(list)
    for name in tables.vocabulary.country_names:
        rows[name.name].append(name)
    for text, group in rows.items():
        states = sorted({n.country for n in group})
        if len(states) > 1 and any(n.ambiguous != "yes" for n in group):
            yield f"country_names: {text}: stands for {', '.join(states)} and is not marked ambiguous"


def _one_meaning(tables: _Tables) -> Iterator[str]:
    """A string in two tables means the same state in both; masks and blocs mean no state at all."""
    vocabulary = tables.vocabulary
    places: dict[str, dict[str, set[str]]] = {
        "country_names": _states_by_name(vocabulary.country_names),
        "cities": _states_by_name(vocabulary.cities),
        "seats": _states_by_name(vocabulary.seats),
    }
    for (one, ones), (other, others) in combinations(places.items(), 2):
        for text in sorted(ones.keys() & others.keys()):
            if not ones[text] & others[text]:
                yield f"{other}: {text}: means {_list(others[text])} here and {_list(ones[text])} in {one}"
    blocs, masks = {b.name for b in vocabulary.blocs}, {m.phrase for m in vocabulary.masks}
    for table, texts in (("blocs", blocs), ("masks", masks)):
        for one, ones in places.items():
            for text in sorted(texts & ones.keys()):
                yield f"{table}: {text}: is in {one} too"
    for text in sorted(blocs & masks):
        yield f"masks: {text}: is in blocs too"


def _list(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes))


def _states_by_name(rows: Iterable[Table]) -> dict[str, set[str]]:
    states = defaultdict(set)
    for row in rows:
        states[_cells(row)["name"]].add(_cells(row)["country"])
    return states


# ------------------------------------------------------------------ places
def _lies(tables: _Tables, city: City) -> Window | None:
    """When the city lay in its state; None where a date or the state cannot be read."""
    window, state = Window.of(city.valid_from, city.valid_to), tables.states.get(city.country)
    return window.within(state) if window and state else None


def _shared_cities(tables: _Tables) -> Iterator[str]:
    """A name lies in one state at a time, or is an accepted homonym."""
    rows = defaultdict(list)
    for city in tables.vocabulary.cities:
        rows[city.name].append(city)
    for text, group in rows.items():
        if ("shared_city", text) in tables.accepted:
            continue
        for one, other in combinations(group, 2):
            first, second = _lies(tables, one), _lies(tables, other)
            if one.country != other.country and first and second and first.surely(second) > MONTH:
                yield f"cities: {text}: lies in {one.country} and {other.country} at one time"


def _capitals(tables: _Tables) -> Iterator[str]:
    """A state has one capital at a time; one that lasts has one today."""
    by_state = defaultdict(list)
    for city in tables.vocabulary.cities:
        if city.role == "capital" and (lies := _lies(tables, city)):
            by_state[city.country].append((city.city, lies))
    for state, rows in by_state.items():
        for (one, first), (other, second) in combinations(dict.fromkeys(rows), 2):
            # Names of one city follow each other: Nur-Sultan within the long time of Astana is no second capital.
            if one != other and first.inner[1] == second.inner[1] == date.max:
                yield f"cities: {state}: {one} and {other} are both the capital"
    for state, lasts in tables.states.items():
        if lasts.outer[1] == date.max and ("no_capital", state) not in tables.accepted and not by_state[state]:
            yield f"cities: {state}: has no capital"


def _seats(tables: _Tables) -> Iterator[str]:
    """A seat lies in a city that the table of cities has."""
    cities = {(c.city, c.country) for c in tables.vocabulary.cities}
    for seat in tables.vocabulary.seats:
        if (seat.city, seat.country) not in cities:
            yield f"seats: {seat.name}: {seat.city} ({seat.country}) is no city in cities"


def _readings(tables: _Tables) -> Iterator[str]:
    """A shared word has one reading per state, and at most one that holds everywhere."""
    vocabulary = tables.vocabulary
    yield from _rival_readings("currencies", [(r.form, r.code, r.countries) for r in vocabulary.currencies])
    yield from _rival_readings("titles", [(r.phrase, r.office, r.countries) for r in vocabulary.titles])


def _rival_readings(table: str, rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    meanings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for text, code, countries in rows:
        for state in countries.split() or ["every other state"]:
            meanings[text, state].add(code)
    for (text, state), codes in meanings.items():
        if len(codes) > 1:
            yield f"{table}: {text}: means {_list(codes)} in {state}"


# ------------------------------------------------------------------ leaders
def _leader_ids(tables: _Tables) -> Iterator[str]:
    """An id stands for one person with one name and one state, but for a state that is no more and its heir."""
    rows: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tables.vocabulary.tenures:
        rows[tenure.leader].append(tenure)
    gone = {c.code for c in tables.vocabulary.countries if c.valid_to}
    for leader, terms in rows.items():
        states = {t.country for t in terms}
        for column, values in (
            ("name", {t.name for t in terms}),
            ("short", {t.short for t in terms}),
            ("country", states - gone),
        ):
            if len(values) > 1:
                yield f"tenures: {leader}: has several values of {column}: {_list(values)}"
        if leader[:3].upper() not in states:
            yield f"tenures: {leader}: the id does not begin with the code of {_list(states)}"


def _own_terms(tables: _Tables) -> Iterator[str]:
    """A person's terms in one office do not overlap."""
    rows: dict[tuple[str, str, str], list[tuple[Window, str]]] = defaultdict(list)
    for tenure in tables.vocabulary.tenures:
        if window := Window.of(tenure.start, tenure.end):
            rows[tenure.leader, tenure.office, tenure.country].append((window, tenure.start))
    for (leader, office, _), terms in rows.items():
        for (one, since), (other, then) in pairwise(sorted(terms, key=lambda t: t[0].outer)):
            if one.surely(other) > timedelta(0):
                yield f"tenures: {leader}: {office} since {since} overlaps the term since {then}"


def _heads_of_state(tables: _Tables) -> Iterator[str]:
    """Two heads of one state are not in office together for more than a month, unless that is accepted."""
    rows: dict[str, list[tuple[Window, str]]] = defaultdict(list)
    accepted = {key for rule, key in tables.accepted if rule == "plural_head"}
    for tenure in tables.vocabulary.tenures:
        counts = tenure.office == "head_of_state" and not {tenure.country, tenure.leader} & accepted
        if counts and (window := Window.of(tenure.start, tenure.end)):
            rows[tenure.country].append((window, tenure.leader))
    for state, terms in rows.items():
        for (one, first), (other, second) in combinations(terms, 2):
            if first != second and one.surely(other) > MONTH:
                yield f"tenures: {state}: {first} and {second} are head of state at one time"


def _terms_of_states(tables: _Tables) -> Iterator[str]:
    """No term lies wholly outside the time of its state; offices of a republic within a union are accepted."""
    for tenure in tables.vocabulary.tenures:
        window, state = Window.of(tenure.start, tenure.end), tables.states.get(tenure.country)
        if not window or not state:
            continue
        late, early = window.outer[0] > state.outer[1], window.outer[1] < state.outer[0]
        if late or (early and ("before_independence", tenure.country) not in tables.accepted):
            span = f"{tenure.start} to {tenure.end or 'now'}"
            yield f"tenures: {tenure.leader}: {span} is outside the time of {tenure.country}"


RULES: tuple[Callable[[_Tables], Iterator[str]], ...] = (
    _shapes, _dates, _unique, _references, _own_names, _ambiguous_names, _one_meaning, _shared_cities, _capitals,
    _seats, _readings, _leader_ids, _own_terms, _heads_of_state, _terms_of_states,
)  # fmt: skip
