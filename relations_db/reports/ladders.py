"""Report `ladder`: the level of relations of each pair of states over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from relations_db.reports.database import Queryable, session_of
from relations_db.reports.declared import DeclarationRow, document_name, read_declarations
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, read_scope
from relations_db.reports.words import column
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRow:
    """One rung: a document that sets a level for a pair.

    `step` says what it changes: `set` (the first known), `raised`, `reaffirmed` (the level or a lower one again),
    `planned`, `proposed`, `cancelled`, None where the date is not known. `current` marks the document that first set
    the highest level reached.
    """

    country: str
    country_name: str
    other: str
    other_name: str
    signed_on: PartialDate | None
    level: str
    level_label: str
    rank: int
    step: str | None
    current: bool
    document: str
    place: str | None
    status: str
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


COLUMNS = (
    Column("Between", lambda row: f"{row.country_name} – {row.other_name}"),
    column("Date", "signed_on"),
    column("Level", "level_label"),
    column("Step", "step"),
    Column("Now", lambda row: "●" if row.current else ""),
    column("Document", "document"),
    column("Place", "place"),
    column("Sources", "sources", right=True),
)


def ladder(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[LadderRow]:
    """The rungs of each pair in the order of time, undated last. A document of several states is a rung of each pair.

    Args:
        country: code or name of one state of the pairs.
        other: the second state.
        since, until: dates `YYYY[-MM[-DD]]`: only rungs within; their steps count from the first rung all the same.
        sources: fill `evidence`.

    Raises:
        InvalidInput: an unknown state or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        found = read_declarations(session, replace(scope, since=None, until=None), sources)
    rungs = [rung for row in found if row.level for rung in _rungs(row, scope)]
    rungs.sort(key=lambda r: (r.country_name, r.other_name))
    pairs = groupby(rungs, key=lambda r: (r.country, r.other))
    rows = [row for _, pair in pairs for row in climb(pair) if _between(row.signed_on, scope.since, scope.until)]
    return Rows(
        rows,
        LadderRow,
        COLUMNS,
        f"Levels of relations{scope.words}",
        f"No levels of relations{scope.words} are known.",
    )


def _between(day: PartialDate | None, since: PartialDate | None, until: PartialDate | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or day.last >= since.first) and (until is None or day.first <= until.last)


def _rungs(row: DeclarationRow, scope: Scope) -> Iterable[LadderRow]:
    """A rung for each pair among the parties that the scope asks for."""
    parties = list(zip(row.parties, row.party_names, strict=True))
    for (one, one_name), (two, two_name) in combinations(parties, 2):
        if scope.country not in (None, one) or scope.other not in (None, two):
            continue
        yield LadderRow(
            country=one,
            country_name=one_name,
            other=two,
            other_name=two_name,
            signed_on=row.signed_on,
            level=row.level or "",
            level_label=row.level_label or "",
            rank=scope.names.ranks.get(row.level or "", 0),
            step=None,
            current=False,
            document=document_name(row),
            place=row.place,
            status=row.status,
            sources=row.sources,
            uid=row.uid,
            evidence=row.evidence,
        )


def climb(rungs: Iterable[LadderRow]) -> list[LadderRow]:
    """The rungs of one pair in order, with `step` and `current`.

    Relations are rarely lowered by a declaration: a document that names a lower level than one before it reaffirms.
    """
    ordered = sorted(
        rungs, key=lambda r: (r.signed_on is None, r.signed_on.first if r.signed_on else 0, -r.rank, r.uid)
    )
    best = 0
    rows: list[LadderRow] = []
    for rung in ordered:
        step = _step(rung, best)
        best = max(best, rung.rank) if rung.status == "done" else best
        rows.append(replace(rung, step=step))
    now = next((row.uid for row in rows if row.status == "done" and row.rank == best), None)
    return [replace(row, current=row.uid == now) for row in rows]


def _step(rung: LadderRow, best: int) -> str | None:
    if rung.status != "done":
        return rung.status
    if rung.signed_on is None:
        return None
    if best == 0:
        return "set"
    return "raised" if rung.rank > best else "reaffirmed"
