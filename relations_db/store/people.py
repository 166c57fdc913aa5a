"""The leaders that facts name: rows for those that only texts know, and the ids of all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from relations_db.language.fold import fold
from relations_db.resolve import Fact, Leaders, Person
from relations_db.resolve.leaders import name_key, same_name
from relations_db.store.copying import Cursor, stage
from relations_db.store.fact_rows import PEOPLE, parties
from relations_db.values import PartialDate, Visit


@dataclass(frozen=True, slots=True)
class Named:
    """A person and the spelling by which a text names him."""

    person: Person
    spelling: str


class People:
    """Who is meant by the names in facts; `cited` are the leaders that the texts behind each fact (by uid) cite, as
    (name, state).
    """

    def __init__(self, leaders: Leaders, cited: Mapping[str, Collection[tuple[str, str]]]) -> None:
        self._leaders = leaders
        self._cited = cited

    def visitor(self, fact: Fact) -> Named:
        """The guest of a visit."""
        visit = fact.claim
        assert isinstance(visit, Visit)
        assert fact.leader_key
        known = ":" not in fact.leader_key
        return Named(Person(fact.leader_key, visit.leader, visit.country, known), visit.leader)

    def others(self, fact: Fact) -> list[Named]:
        """The persons in the fact's list of names: known leaders of its states, else those whom its texts cite, else of
        no known state.
        """
        if fact.kind not in PEOPLE:
            return []
        states = [fact.claim.host] if isinstance(fact.claim, Visit) else parties(fact)
        on = _day(fact)
        return [
            Named(self._one(name, states, on, fact.uid), name) for name in getattr(fact.claim, PEOPLE[fact.kind][1])
        ]

    def _one(self, name: str, states: Sequence[str], on: PartialDate | None, uid: str) -> Person:
        known = [p for state in states if (p := self._leaders.find(name, state, on)).known]
        if known:
            return known[0]
        cited = sorted(
            (n, c) for n, c in self._cited.get(uid, ()) if c in states and same_name(name_key(n), name_key(name))
        )
        if cited:
            return self._leaders.find(*cited[0], on)
        if len(states) == 1:
            return self._leaders.find(name, states[0], on)
        return Person(f"--:{name_key(name).text}", name, "", False)


def _day(fact: Fact) -> PartialDate | None:
    dates = (getattr(fact.claim, f, None) for f in ("started_on", "signed_on", "announced_on"))
    return next((d for d in dates if d), fact.first_reported)


def cited_leaders(cursor: Cursor, documents: Iterable[int]) -> dict[int, set[tuple[str, str]]]:
    """The leaders that each document cites, as (name, state)."""
    cursor.execute(
        "SELECT document_id, claim->>'name', claim->>'country' FROM relations.statements"
        " WHERE document_id = ANY(%s) AND kind = 'leaders'",
        [sorted(documents)],
    )
    cited: dict[int, set[tuple[str, str]]] = {}
    for document, name, country in cursor.fetchall():
        cited.setdefault(document, set()).add((name, country))
    return cited


def leader_ids(cursor: Cursor, named: Iterable[Named]) -> dict[str, int]:
    """The row of each person, by key; who is not there yet is added as found in text, under the longest spelling that
    any text gives.
    """
    rows = sorted(
        {(n.person.key, n.spelling, n.person.country or None, fold(n.spelling).casefold()) for n in named}, key=str
    )
    if not rows:
        return {}
    stage(cursor, "leaders", ("key", "name", "country", "folded text"), rows)
    cursor.execute(
        "INSERT INTO relations.leaders (key, name, country, origin)"
        " SELECT DISTINCT ON (key) key, name, country, 'text' FROM pg_temp.load_leaders"
        ' ORDER BY key, char_length(name) DESC, name COLLATE "C" ON CONFLICT (key) DO NOTHING'
    )
    cursor.execute(
        "INSERT INTO relations.leader_names (leader_id, name, folded, origin)"
        " SELECT l.id, n.name, n.folded, 'text' FROM pg_temp.load_leaders n JOIN relations.leaders l USING (key)"
        " ORDER BY 1, 2 ON CONFLICT DO NOTHING"
    )
    cursor.execute("SELECT DISTINCT l.key, l.id FROM pg_temp.load_leaders n JOIN relations.leaders l USING (key)")
    ids = {key: int(row) for key, row in cursor.fetchall()}
    _rename(cursor, list(ids.values()))
    return ids


def _rename(cursor: Cursor, ids: list[int]) -> None:
    """Persons whom only texts know go by their longest spelling, whatever came first."""
    cursor.execute(
        "UPDATE relations.leaders l SET name = best.name FROM ("
        "  SELECT DISTINCT ON (leader_id) leader_id, name FROM relations.leader_names WHERE leader_id = ANY(%s)"
        '  ORDER BY leader_id, char_length(name) DESC, name COLLATE "C") best'
        " WHERE l.id = best.leader_id AND l.origin = 'text' AND l.name <> best.name",
        [ids],
    )
