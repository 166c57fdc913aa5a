"""A relational database of bilateral diplomacy that fills itself from news articles.

    import relations_db as rdb

    db = rdb.connect()
    db.load(["articles/"])
    rdb.reports.trade_targets(db, country="KAZ")

Stable: `connect`, `Database`, `reports`, `models`, `errors`, and what their documentation names.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relations_db import errors, models, reports
    from relations_db.database import Database, connect

__version__ = "0.1.0"
__all__ = ["Database", "__version__", "connect", "errors", "models", "reports"]

# Loaded when first asked for, so that importing the package costs nothing.
_MODULES = frozenset({"errors", "models", "reports"})
_HOMES = {"Database": "database", "connect": "database"}


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
