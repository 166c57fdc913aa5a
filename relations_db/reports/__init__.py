"""The reports: each a function from the database to a sequence of frozen, typed rows.

    rows = reports.visits(db, country="KAZ", since="2024")
    rows[0].leader, rows.to_pandas(), rows.to_polars()

All take the database first: a `relations_db.Database`, or SQLAlchemy's engine, connection or session.
A state is given by its code or a name, a date as `YYYY[-MM[-DD]]`. A report without rows is empty, not an error.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from relations_db.errors import InvalidInput
from relations_db.reports.registry import REPORTS, ReportSpec

if TYPE_CHECKING:
    from relations_db.reports.accords import AgreementRow, AgreementSum, agreements, agreements_by
    from relations_db.reports.briefs import Brief, Headline, pair
    from relations_db.reports.database import Queryable
    from relations_db.reports.declared import DeclarationRow, declarations
    from relations_db.reports.events import MilestoneRow, ProjectRow, milestones, projects
    from relations_db.reports.figures import FigureRow, trade_figures
    from relations_db.reports.holdings import CoverageRow, coverage
    from relations_db.reports.ladders import LadderRow, ladder
    from relations_db.reports.plans import PlanRow, calendar
    from relations_db.reports.rows import Rows, Source
    from relations_db.reports.scoring import Standing
    from relations_db.reports.targets import TargetRow, trade_targets
    from relations_db.reports.trips import VisitRow, itinerary, visits

__all__ = [
    "REPORTS",
    "AgreementRow",
    "AgreementSum",
    "Brief",
    "CoverageRow",
    "DeclarationRow",
    "FigureRow",
    "Headline",
    "LadderRow",
    "MilestoneRow",
    "PlanRow",
    "ProjectRow",
    "ReportSpec",
    "Rows",
    "Source",
    "Standing",
    "TargetRow",
    "VisitRow",
    "agreements",
    "agreements_by",
    "calendar",
    "coverage",
    "declarations",
    "itinerary",
    "ladder",
    "milestones",
    "pair",
    "projects",
    "run",
    "trade_figures",
    "trade_targets",
    "visits",
]

# The reports' modules import SQLAlchemy and the models; they are loaded when first asked for.
_HOMES = {
    "AgreementRow": "accords",
    "AgreementSum": "accords",
    "agreements_by": "accords",
    "Brief": "briefs",
    "Headline": "briefs",
    "CoverageRow": "holdings",
    "DeclarationRow": "declared",
    "FigureRow": "figures",
    "LadderRow": "ladders",
    "MilestoneRow": "events",
    "ProjectRow": "events",
    "PlanRow": "plans",
    "Rows": "rows",
    "Source": "rows",
    "Standing": "scoring",
    "TargetRow": "targets",
    "VisitRow": "trips",
    **{spec.function: spec.module for spec in REPORTS.values()},
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__


def run(name: str, db: Queryable, **options: Any) -> Rows[Any] | Brief:
    """The report of this name; options that are None are left out.

    Raises:
        InvalidInput: no such report, an option that it does not take, or one missing that it needs.
    """
    spec = find(name)
    given = {key: value for key, value in options.items() if value not in (None, False)}
    if strange := [key for key in given if key not in spec.parameters]:
        raise InvalidInput(f"report {name} takes no {_option(strange[0])}; it takes {_options(spec.parameters)}")
    if missing := [key for key in spec.needs if key not in given]:
        raise InvalidInput(f"report {name} needs {_options(missing)}")
    home = import_module(f"{__name__}.{spec.module}")
    if by := given.pop("by", None):
        result: Rows[Any] | Brief = home.agreements_by(db, by, **given)
    else:
        result = getattr(home, spec.function)(db, **given)
    return result


def find(name: str) -> ReportSpec:
    """The report of this name.

    Raises:
        InvalidInput: no such report; the text lists those that there are.
    """
    if spec := REPORTS.get(name.replace("_", "-")):
        return spec
    raise InvalidInput(f"no report is called {name!r}; the reports are {', '.join(REPORTS)}")


def _option(parameter: str) -> str:
    return "--" + {"other": "with"}.get(parameter, parameter)


def _options(parameters: tuple[str, ...] | list[str]) -> str:
    return ", ".join(_option(parameter) for parameter in parameters)
