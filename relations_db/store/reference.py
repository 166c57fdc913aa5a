"""Bring the reference tables into the database: the closed lists of codes, states, cities, leaders and their terms.

The rows are reviewed data of the vocabulary, not of the migrations. Loading is idempotent and, where nothing changed,
one query: the database keeps a digest of what it holds.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import psycopg
from psycopg.types.range import DateRange
from sqlalchemy import Connection, text

from relations_db.errors import ReferenceDataError
from relations_db.language.fold import fold
from relations_db.values import PartialDate
from relations_db.vocabulary import Country, Tenure, Vocabulary

_FORMAT = "1"  # of what this module writes: another number loads everything anew
_LISTS = ("visit_kinds", "declaration_forms", "agreement_forms", "milestone_kinds")
_LEADER_TABLES = ("cited_offices", "visits", "visit_meetings", "signatories", "announcers")
_CODE = ("code", "label", "definition")

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Load:
    """Rows for one table. `key`: columns that tell rows apart; rows in the way are updated, never deleted first."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    rows: Sequence[Row]


def load_reference(connection: Connection, vocabulary: Vocabulary) -> Mapping[str, int]:
    """Make the reference tables those of the vocabulary. The caller commits.

    Returns:
        Number of rows by table; empty where the database held them already.

    Raises:
        ReferenceDataError: rows that contradict each other or that the database refuses.
    """
    digest = content_digest(vocabulary)
    held = text("SELECT sha256 FROM relations.reference_loads WHERE name = 'vocabulary'")
    if connection.scalar(held) == digest:
        return {}
    connection.execute(text("SELECT pg_advisory_xact_lock(7217002)"))  # two loaders at once: the second waits
    if connection.scalar(held) == digest:
        return {}
    try:
        counts = _load_all(connection, vocabulary)
    except ValueError as error:
        raise ReferenceDataError(f"the reference tables hold a value that cannot be read: {error}") from None
    except psycopg.IntegrityError as error:
        detail = error.diag.message_detail or ""
        raise ReferenceDataError(
            f"the reference tables contradict each other: {error.diag.message_primary} {detail}"
        ) from None
    connection.execute(
        text(
            "INSERT INTO relations.reference_loads (name, sha256) VALUES ('vocabulary', :digest)"
            " ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, loaded_at = now()"
        ),
        {"digest": digest},
    )
    return counts


def content_digest(vocabulary: Vocabulary) -> str:
    """SHA-256 over the rows of the tables that are loaded."""
    digest = hashlib.sha256(_FORMAT.encode())
    for name in (
        "countries",
        "country_names",
        "cities",
        "offices",
        "levels",
        "sectors",
        "codes",
        "tenures",
        "leader_names",
    ):
        rows = getattr(vocabulary, name)
        columns = [f.name for f in fields(rows[0])] if rows else []
        digest.update(name.encode())
        for row in rows:
            digest.update("\x1f".join([getattr(row, column) for column in columns]).encode() + b"\x1e")
    return digest.hexdigest()


def _load_all(connection: Connection, vocabulary: Vocabulary) -> dict[str, int]:
    raw = connection.connection.driver_connection
    assert isinstance(raw, psycopg.Connection)
    with raw.cursor() as cursor:
        # Rows that nothing refers to are replaced; rows that facts refer to are updated in place.
        cursor.execute(
            "DELETE FROM relations.tenures; DELETE FROM relations.leader_names WHERE origin = 'reference';"
            "DELETE FROM relations.country_names; DELETE FROM relations.cities"
        )
        for load in (*_codes(vocabulary), *_states(vocabulary), _leaders(vocabulary)):
            _merge(cursor, load)
        cursor.execute("SELECT key, id FROM relations.leaders")
        ids = dict(cursor.fetchall())
        for load in _of_leaders(vocabulary, ids):
            _merge(cursor, load)
        _prune(raw, cursor)
    return _counts(connection)


def _counts(connection: Connection) -> dict[str, int]:
    tables = ("offices", "relationship_levels", "sectors", *_LISTS, "countries", "country_names", "cities", "leaders")
    queries = [f"SELECT '{t}', count(*) FROM relations.{t}" for t in (*tables, "leader_names", "tenures")]
    return {str(name): int(number) for name, number in connection.execute(text(" UNION ALL ".join(queries)))}


def _merge(cursor: psycopg.Cursor[Any], load: _Load) -> None:
    """COPY into a temporary table, then insert what is new and update what differs."""
    columns, key = ", ".join(load.columns), ", ".join(load.key)
    others = [c for c in load.columns if c not in load.key]
    temporary = f"new_{load.table}"
    cursor.execute(
        f"DROP TABLE IF EXISTS pg_temp.{temporary};"
        f"CREATE TEMPORARY TABLE {temporary} ON COMMIT DROP AS SELECT {columns} FROM relations.{load.table} LIMIT 0"
    )
    with cursor.copy(f"COPY {temporary} ({columns}) FROM STDIN") as copy:
        for row in load.rows:
            copy.write_row(row)
    if others:
        changes = ", ".join(f"{c} = excluded.{c}" for c in others)
        differs = (
            f"({', '.join(f't.{c}' for c in others)}) IS DISTINCT FROM ({', '.join(f'excluded.{c}' for c in others)})"
        )
        conflict = f"ON CONFLICT ({key}) DO UPDATE SET {changes} WHERE {differs}" if key else ""
    else:
        conflict = f"ON CONFLICT ({key}) DO NOTHING"
    cursor.execute(f"INSERT INTO relations.{load.table} AS t ({columns}) SELECT {columns} FROM {temporary} {conflict}")


def _prune(raw: psycopg.Connection[Any], cursor: psycopg.Cursor[Any]) -> None:
    """Remove what the vocabulary no longer has, except what facts refer to: such leaders count as found in text."""
    gone = "origin = 'reference' AND NOT EXISTS (SELECT FROM new_leaders n WHERE n.key = l.key)"
    used = " AND ".join(f"NOT EXISTS (SELECT FROM relations.{t} u WHERE u.leader_id = l.id)" for t in _LEADER_TABLES)
    cursor.execute(f"DELETE FROM relations.leaders l WHERE {gone} AND {used}")
    cursor.execute(f"UPDATE relations.leaders l SET origin = 'text' WHERE {gone}")
    for table in ("offices", "relationship_levels", "sectors", *_LISTS, "countries"):
        with suppress(psycopg.errors.ForeignKeyViolation), raw.transaction():
            cursor.execute(
                f"DELETE FROM relations.{table} t WHERE NOT EXISTS (SELECT FROM new_{table} n WHERE n.code = t.code)"
            )


# ------------------------------------------------------------------ what goes where
def _codes(vocabulary: Vocabulary) -> Iterator[_Load]:
    ranked = (*_CODE, "rank")
    for table, rows in (("offices", vocabulary.offices), ("relationship_levels", vocabulary.levels)):
        yield _Load(table, ranked, ("code",), [(r.code, r.label, r.definition, int(r.rank)) for r in rows])
    yield _Load("sectors", _CODE, ("code",), [(r.code, r.label, r.definition) for r in vocabulary.sectors])
    for table in _LISTS:
        rows_of = [(r.code, r.label, r.definition) for r in vocabulary.codes if r.list == table]
        yield _Load(table, _CODE, ("code",), rows_of)


def _states(vocabulary: Vocabulary) -> Iterator[_Load]:
    dates = ("valid_from_on", "valid_from_precision", "valid_to_on", "valid_to_precision")
    yield _Load(
        "countries",
        ("code", "name", "official_name", "alpha2", "numeric_code", "cow", "gw", *dates, "continent"),
        ("code",),
        [_country(c) for c in vocabulary.countries],
    )
    names = {(n.country, n.name, n.kind): n.ambiguous == "yes" for n in vocabulary.country_names}
    yield _Load(
        "country_names",
        ("country", "name", "kind", "ambiguous"),
        ("country", "name", "kind"),
        [(*key, ambiguous) for key, ambiguous in names.items()],
    )
    yield _Load(
        "cities",
        ("name", "city", "country", "role", *dates),
        (),
        [
            (c.name, c.city, c.country, c.role, *_partial(c.valid_from), *_partial(c.valid_to))
            for c in vocabulary.cities
        ],
    )


def _country(c: Country) -> Row:
    codes = (c.alpha2 or None, c.numeric or None, _number(c.cow), _number(c.gw))
    valid = (*_partial(c.valid_from), *_partial(c.valid_to))
    return (c.code, c.name, c.official_name or None, *codes, *valid, c.continent or None)


def _leaders(vocabulary: Vocabulary) -> _Load:
    """One row per person; the first of the person's terms names the state."""
    persons = {t.leader: t for t in reversed(vocabulary.tenures)}
    rows = [(key, t.name, t.short or None, t.country, "reference") for key, t in sorted(persons.items())]
    return _Load("leaders", ("key", "name", "short_name", "country", "origin"), ("key",), rows)


def _of_leaders(vocabulary: Vocabulary, ids: Mapping[str, int]) -> Iterator[_Load]:
    spellings = {(t.leader, t.name) for t in vocabulary.tenures} | {(n.leader, n.name) for n in vocabulary.leader_names}
    if unknown := {leader for leader, _ in spellings} - set(ids):
        raise ReferenceDataError(f"leader_names: no terms of office are listed for {', '.join(sorted(unknown)[:5])}")
    yield _Load(
        "leader_names",
        ("leader_id", "name", "folded", "origin"),
        ("leader_id", "name"),
        [(ids[leader], name, fold(name).casefold(), "reference") for leader, name in sorted(spellings)],
    )
    yield _Load(
        "tenures",
        ("leader_id", "country", "office", "held", "start_precision", "end_precision"),
        (),
        [(ids[t.leader], t.country, t.office, *_held(t, until)) for t, until in _terms(vocabulary.tenures)],
    )


def _terms(tenures: Iterable[Tenure]) -> Iterator[tuple[Tenure, date | None]]:
    """Each term with the day before the same person's next one in the office: "to 2019" ends before "from 2019"."""
    grouped: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        grouped[tenure.leader, tenure.country, tenure.office].append(tenure)
    for terms in grouped.values():
        terms.sort(key=lambda t: t.start)
        for term, following in pairwise([*terms, None]):
            if term is not None:
                yield term, PartialDate.parse(following.start).first - timedelta(days=1) if following else None


def _held(tenure: Tenure, until: date | None) -> tuple[DateRange, str | None, str | None]:
    start = PartialDate.parse(tenure.start) if tenure.start else None
    end = PartialDate.parse(tenure.end) if tenure.end else None
    last = min(end.last, until) if end and until else end.last if end else until
    if start and last and last < start.first:
        raise ReferenceDataError(
            f"tenures: a term of {tenure.leader} as {tenure.office} ends before it starts ({tenure.start})"
        )
    return (
        DateRange(start.first if start else None, last + timedelta(days=1) if last else None),
        start.precision if start else None,
        end.precision if end else "day" if until else None,
    )


def _partial(value: str) -> tuple[date | None, str | None]:
    if not value:
        return None, None
    parsed = PartialDate.parse(value)
    return parsed.first, parsed.precision


def _number(value: str) -> int | None:
    return int(value) if value else None
