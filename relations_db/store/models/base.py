"""What all models share: the metadata with its naming convention, and the constraints that many tables have."""

from __future__ import annotations

import datetime
import decimal
from typing import Annotated, Any

from sqlalchemy import BigInteger, CheckConstraint, Date, DateTime, Identity, Integer, MetaData, Numeric, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

SCHEMA = "relations"

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(schema=SCHEMA, naming_convention=NAMING)

Key = Annotated[int, mapped_column(BigInteger, Identity(), primary_key=True)]

KINDS = (
    "leaders",
    "visits",
    "declarations",
    "agreements",
    "trade_targets",
    "trade_figures",
    "joint_projects",
    "milestones",
)
STATUSES = ("done", "planned", "proposed", "cancelled")
QUALIFIERS = ("exact", "about", "over", "under")
MEASURES = ("turnover", "exports", "investment")
VERDICTS = ("SAME", "REFINES", "REFINED_BY", "CONFLICT", "DIFFERENT")


class Base(DeclarativeBase):
    """Root of the models of schema `relations`."""

    metadata = metadata
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads a plain dict here
        str: Text,
        int: Integer,
        datetime.date: Date,
        datetime.datetime: DateTime(timezone=True),
        decimal.Decimal: Numeric,
        dict[str, Any]: JSONB,
    }


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """The column holds one of the values (or NULL)."""
    listed = ", ".join(f"'{v}'" for v in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def partial_date(stem: str) -> CheckConstraint:
    """`{stem}_on` is the first day of the date, `{stem}_precision` says whether it is a day, a month or a year."""
    on, precision = f"{stem}_on", f"{stem}_precision"
    return CheckConstraint(
        f"({on} IS NULL) = ({precision} IS NULL)"
        f" AND ({precision} IS NULL OR {precision} IN ('day', 'month', 'year'))"
        f" AND ({on} IS NULL OR {on} = date_trunc({precision}, {on}::timestamp)::date)",
        name=on,
    )


def money(amount: str, currency: str) -> CheckConstraint:
    """Amount and currency go together; the amount is positive."""
    return CheckConstraint(
        f"({amount} IS NULL) = ({currency} IS NULL) AND ({amount} IS NULL OR {amount} > 0)"
        f" AND ({currency} IS NULL OR {currency} ~ '^[A-Z]{{3}}$')",
        name=amount,
    )


def counted() -> tuple[CheckConstraint, CheckConstraint]:
    """A count is positive and its qualifier needs it."""
    return (
        CheckConstraint("count > 0", name="count"),
        CheckConstraint(
            "qualifier IS NULL OR (count IS NOT NULL AND qualifier IN ('exact', 'about', 'over', 'under'))",
            name="qualifier",
        ),
    )


def filled(column: str) -> CheckConstraint:
    """The text is not empty."""
    return CheckConstraint(f"{column} <> ''", name=column)


def span() -> CheckConstraint:
    """A half-open range of characters whose quote has its length."""
    return CheckConstraint(
        "span_start >= 0 AND span_start < span_end AND char_length(quote) = span_end - span_start", name="span"
    )
