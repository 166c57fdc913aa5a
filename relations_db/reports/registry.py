"""The list of reports: name, where its function lives, what it takes. Light to import."""

from __future__ import annotations

from dataclasses import dataclass

PAIR = ("country", "other", "since", "until", "sources")


@dataclass(frozen=True, slots=True)
class ReportSpec:
    """A report. `parameters` are what its function takes beside the database, `needs` those that it must have."""

    name: str
    module: str
    about: str
    parameters: tuple[str, ...] = PAIR
    needs: tuple[str, ...] = ()

    @property
    def function(self) -> str:
        return self.name.replace("-", "_")


_SPECS = (
    ReportSpec("pair", "briefs", "the relations of two states on one page", (*PAIR, "today"), ("country", "other")),
    ReportSpec("visits", "trips", "who visited whom", (*PAIR, "leader")),
    ReportSpec(
        "itinerary",
        "trips",
        "where one leader went",
        ("leader", "country", "since", "until", "sources"),
        ("leader",),
    ),
    ReportSpec("declarations", "declared", "joint political documents and the level they set"),
    ReportSpec("ladder", "ladders", "the level of relations of each pair over time"),
    ReportSpec("agreements", "accords", "cooperation documents, claimed and named", (*PAIR, "sector", "by")),
    ReportSpec("trade-targets", "targets", "scoreboard of trade targets", (*PAIR, "today")),
    ReportSpec("trade-figures", "figures", "values of trade and investment that were reported"),
    ReportSpec("projects", "events", "joint projects"),
    ReportSpec("milestones", "events", "turning points: recognition, embassies, councils, awards"),
    ReportSpec("calendar", "plans", "what is announced and has not happened yet", (*PAIR, "today")),
    ReportSpec("coverage", "holdings", "how much is held on each state", ("country",)),
)
REPORTS: dict[str, ReportSpec] = {spec.name: spec for spec in _SPECS}
