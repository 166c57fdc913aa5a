"""Report `pair`: all that is known of the relations of two states, on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from relations_db.errors import InvalidInput
from relations_db.reports.accords import AgreementRow, agreements, sums
from relations_db.reports.database import Queryable, session_of
from relations_db.reports.declared import DeclarationRow, declarations
from relations_db.reports.events import MilestoneRow, ProjectRow, milestones, projects
from relations_db.reports.figures import FigureRow, trade_figures
from relations_db.reports.ladders import LadderRow, ladder
from relations_db.reports.rows import Rows
from relations_db.reports.scope import When, read_scope
from relations_db.reports.targets import TargetRow, trade_targets
from relations_db.reports.trips import VisitRow, visits
from relations_db.reports.words import money, sentence_case
from relations_db.values import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One line of the summary, such as `Level of relations: Strategic partnership, set 2013-06-14 ...`."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The relations of two states: a summary and one section for each kind of fact, each a report of its own."""

    country: str
    country_name: str
    other: str
    other_name: str
    title: str
    headlines: tuple[Headline, ...]
    levels: Rows[LadderRow]
    trade_targets: Rows[TargetRow]
    trade_figures: Rows[FigureRow]
    visits: Rows[VisitRow]
    declarations: Rows[DeclarationRow]
    agreements: Rows[AgreementRow]
    projects: Rows[ProjectRow]
    milestones: Rows[MilestoneRow]

    @property
    def sections(self) -> dict[str, Rows[Any]]:
        """The sections by name, in the order of reading."""
        return {
            "levels": self.levels,
            "trade_targets": self.trade_targets,
            "trade_figures": self.trade_figures,
            "visits": self.visits,
            "declarations": self.declarations,
            "agreements": self.agreements,
            "projects": self.projects,
            "milestones": self.milestones,
        }

    @property
    def missing(self) -> str:
        """A sentence that names the empty sections; blank where all have rows."""
        empty = [rows.title.lower() for rows in self.sections.values() if not rows]
        return f"Nothing is known of: {', '.join(empty)}." if empty else ""


def pair(
    db: Queryable,
    country: str,
    other: str,
    *,
    since: When = None,
    until: When = None,
    today: date | None = None,
    sources: bool = False,
) -> Brief:
    """The brief on two states: level of relations, trade, visits, documents, projects, milestones.

    Args:
        country, other: codes or names of the two states.
        since, until: dates `YYYY[-MM[-DD]]`, as of the report of each section.
        today: the day on which trade targets are judged; without it the day of the call.
        sources: fill the `evidence` of each row.

    Raises:
        InvalidInput: a missing or unknown state, or a date that is none.
    """
    if not country or not other:
        raise InvalidInput("a brief needs two states: give --country and --with")
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        limits: dict[str, Any] = {"since": scope.since, "until": scope.until, "sources": sources}
        asked = (session, scope.country, scope.other)
        levels = _section(ladder(*asked, **limits), "Level of relations")
        targets = _section(trade_targets(*asked, today=today, **limits), "Trade targets")
        figures = _section(trade_figures(*asked, **limits), "Trade figures")
        trips = _section(visits(*asked, **limits), "Visits")
        declared = _section(declarations(*asked, **limits), "Declarations")
        accords = _section(agreements(*asked, **limits), "Agreements")
        joint = _section(projects(*asked, **limits), "Joint projects")
        events = _section(milestones(*asked, **limits), "Milestones")
    one, two = scope.names.countries((scope.country or "", scope.other or ""))
    return Brief(
        country=scope.country or "",
        country_name=one,
        other=scope.other or "",
        other_name=two,
        title=f"Relations{scope.words}",
        headlines=(
            Headline(label="Level of relations", text=_level(levels)),
            Headline(label="Trade", text=_trade(figures, targets)),
            Headline(label="Visits", text=_visits(trips)),
            Headline(label="Documents", text=_documents(declared, accords)),
        ),
        levels=levels,
        trade_targets=targets,
        trade_figures=figures,
        visits=trips,
        declarations=declared,
        agreements=accords,
        projects=joint,
        milestones=events,
    )


def _section(rows: Rows[Any], title: str) -> Rows[Any]:
    return rows.titled(title, f"No {title.lower()} known.", without=("Between",))


def _level(levels: Rows[LadderRow]) -> str:
    now = next((row for row in levels if row.current), None)
    if now is None:
        return "not known"
    since = f"since {now.signed_on}" if now.signed_on else "since a day not known"
    return f"{now.level_label}, {since} ({now.document})"


def _trade(figures: Rows[FigureRow], targets: Rows[TargetRow]) -> str:
    values = [row for row in figures if row.amount is not None and row.measure == "turnover" and row.scope is None]
    parts = []
    if latest := next((row for row in values if _of_a_year(row)), values[0] if values else None):
        parts.append(
            f"{money(latest.amount, latest.currency, latest.qualifier)} ({latest.period or 'period not said'})"
        )
    for row in targets:
        if row.aim_amount is not None and row.measure == "turnover":
            due = f" by {row.due}" if row.due else ""
            parts.append(f"target {money(row.aim_amount, row.currency)}{due}: {row.standing.value.replace('_', ' ')}")
    return "; ".join(parts) or "no figures known"


def _of_a_year(row: FigureRow) -> bool:
    period = Period(row.period) if row.period else None
    return period is not None and (period.last - period.first).days > 360


def _visits(trips: Rows[VisitRow]) -> str:
    text = _by_status(row.status for row in trips)
    last = next((row for row in trips if row.status == "done" and row.started_on), None)
    return f"{text}; the latest {last.started_on}: {last.leader} to {last.host_name}" if last else text


def _documents(declared: Rows[DeclarationRow], accords: Rows[AgreementRow]) -> str:
    signed = sum(row.documents for row in sums([row for row in accords if row.status == "done"], "year"))
    joint = sum(row.status == "done" for row in declared)
    return f"{joint} declaration{'' if joint == 1 else 's'} and {signed} agreement{'' if signed == 1 else 's'} signed"


def _by_status(values: Iterable[str]) -> str:
    counts = Counter(values)
    return sentence_case(", ".join(f"{n} {status}" for status, n in counts.most_common())) or "none known"
