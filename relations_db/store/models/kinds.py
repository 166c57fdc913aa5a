"""One table per kind of fact: the fields of the codebook.

Each table's `fact_kind` is a constant that ties a row to a fact of its own kind by a foreign key on both.
"""

from __future__ import annotations

import datetime
import decimal

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Table,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from relations_db.store.models.base import MEASURES, QUALIFIERS, counted, filled, metadata, money, one_of, partial_date
from relations_db.store.models.facts import Fact
from relations_db.store.models.reference import Leader


def _fact_id() -> Mapped[int]:
    return mapped_column(BigInteger, primary_key=True, autoincrement=False, comment="The fact")


def _fact_kind(kind: str) -> Mapped[str]:
    return mapped_column(Computed(f"'{kind}'", persisted=True), comment="The kind, always the same in this table")


def _of_kind() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["fact_id", "fact_kind"], ["facts.id", "facts.kind"], ondelete="CASCADE")


def _party(column: str) -> ForeignKeyConstraint:
    """The country in `column` is one of the fact's parties (checked at commit)."""
    return ForeignKeyConstraint(
        ["fact_id", column],
        ["fact_parties.fact_id", "fact_parties.country"],
        deferrable=True,
        initially="DEFERRED",
    )


def _leaders(name: str, parent: str, what: str, comment: str) -> Table:
    """A table that joins facts of one kind to leaders."""
    table = Table(
        name,
        metadata,
        Column(
            "fact_id",
            BigInteger,
            ForeignKey(f"{parent}.fact_id", ondelete="CASCADE"),
            primary_key=True,
            comment="The fact",
        ),
        Column("leader_id", BigInteger, ForeignKey("leaders.id"), primary_key=True, comment=what),
        comment=comment,
    )
    Index(None, table.c.leader_id)
    return table


visit_meetings = _leaders(
    "visit_meetings", "visits", "A leader of the host country", "Whom the guest met during a visit"
)
signatories = _leaders("signatories", "declarations", "Who signed", "The leaders who signed a declaration")
announcers = _leaders("announcers", "trade_targets", "Who announced it", "The leaders who announced a trade target")


class CitedOffice(Fact):
    """That texts cite a person in an office (the codebook's `leaders`): no more than the citations prove."""

    __tablename__ = "cited_offices"
    __table_args__ = (
        _of_kind(),
        _party("country"),
        CheckConstraint("first_cited <= last_cited", name="cited"),
        {"comment": "Persons whom texts cite in an office; known terms are in tenures"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("leaders")
    leader_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("leaders.id"), index=True, comment="The person")
    country: Mapped[str] = mapped_column(comment="The state")
    office: Mapped[str] = mapped_column(ForeignKey("offices.code"), index=True, comment="The office")
    former: Mapped[bool] = mapped_column(server_default=text("false"), comment="True where cited as a former holder")
    first_cited: Mapped[datetime.date | None] = mapped_column(comment="Date of the first dated text that cites it")
    last_cited: Mapped[datetime.date | None] = mapped_column(comment="Date of the last dated text that cites it")

    leader: Mapped[Leader] = relationship()
    __mapper_args__ = {"polymorphic_identity": "leaders", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012


class Visit(Fact):
    __tablename__ = "visits"
    __table_args__ = (
        _of_kind(),
        _party("country"),
        _party("host"),
        partial_date("started"),
        partial_date("ended"),
        CheckConstraint("country <> host", name="host"),
        CheckConstraint("started_on <= relations.last_day(ended_on, ended_precision)", name="dates"),
        {"comment": "A leader's stay in another state for public business"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("visits")
    leader_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("leaders.id"), index=True, comment="The guest")
    country: Mapped[str] = mapped_column(index=True, comment="Whom the guest represents")
    host: Mapped[str] = mapped_column(index=True, comment="The state visited")
    city: Mapped[str | None] = mapped_column(comment="Principal place of the visit")
    visit_kind: Mapped[str] = mapped_column(ForeignKey("visit_kinds.code"), index=True, comment="Kind, by protocol")
    started_on: Mapped[datetime.date | None] = mapped_column(
        index=True, comment="Day of arrival, or first day known (first day of the month or year, where partial)"
    )
    started_precision: Mapped[str | None] = mapped_column(comment="How precise started_on is: day, month, year")
    ended_on: Mapped[datetime.date | None] = mapped_column(comment="Last day, where the text fixes it")
    ended_precision: Mapped[str | None] = mapped_column(comment="How precise ended_on is: day, month, year")

    leader: Mapped[Leader] = relationship()
    met: Mapped[list[Leader]] = relationship(secondary=visit_meetings, order_by=Leader.name)
    __mapper_args__ = {"polymorphic_identity": "visits", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012


class Declaration(Fact):
    __tablename__ = "declarations"
    __table_args__ = (
        _of_kind(),
        partial_date("signed"),
        {"comment": "Joint political documents: what level of relations they set, what position they state"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("declarations")
    form: Mapped[str] = mapped_column(ForeignKey("declaration_forms.code"), index=True, comment="Form of the document")
    title: Mapped[str | None] = mapped_column(comment="The document's own title")
    level: Mapped[str | None] = mapped_column(
        ForeignKey("relationship_levels.code"), index=True, comment="The level it sets; null where it sets none"
    )
    level_text: Mapped[str | None] = mapped_column(comment="The words of the text for the level")
    signed_on: Mapped[datetime.date | None] = mapped_column(index=True, comment="Date of signing (first day)")
    signed_precision: Mapped[str | None] = mapped_column(comment="How precise signed_on is: day, month, year")
    place: Mapped[str | None] = mapped_column(comment="City of signing")

    signatories: Mapped[list[Leader]] = relationship(secondary=signatories, order_by=Leader.name)
    __mapper_args__ = {"polymorphic_identity": "declarations", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012


class Agreement(Fact):
    __tablename__ = "agreements"
    __table_args__ = (
        _of_kind(),
        *counted(),
        money("value_amount", "value_currency"),
        partial_date("signed"),
        CheckConstraint("package_id IS NULL OR (package_id <> fact_id AND form <> 'package')", name="package_id"),
        {"comment": "Cooperation documents, single or counted together as a package"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("agreements")
    form: Mapped[str] = mapped_column(ForeignKey("agreement_forms.code"), index=True, comment="Form of the document")
    title: Mapped[str | None] = mapped_column(comment="Own title or identifying words; null for a package")
    count: Mapped[int | None] = mapped_column(comment="Documents: 1, or the size of a package; null: not said")
    qualifier: Mapped[str | None] = mapped_column(comment="Of the count: exact, about, over, under")
    value_amount: Mapped[decimal.Decimal | None] = mapped_column(comment="Its price in units of the currency")
    value_currency: Mapped[str | None] = mapped_column(comment="ISO 4217 code of the price")
    signed_on: Mapped[datetime.date | None] = mapped_column(index=True, comment="Date of signing (first day)")
    signed_precision: Mapped[str | None] = mapped_column(comment="How precise signed_on is: day, month, year")
    place: Mapped[str | None] = mapped_column(comment="City of signing")
    package_id: Mapped[int | None] = mapped_column(
        BigInteger,
        ForeignKey("agreements.fact_id", ondelete="SET NULL"),
        index=True,
        comment="The package that it was counted in",
    )

    package: Mapped[Agreement | None] = relationship(
        remote_side=[fact_id], foreign_keys=[package_id], back_populates="members"
    )
    members: Mapped[list[Agreement]] = relationship(foreign_keys=[package_id], back_populates="package")
    __mapper_args__ = {"polymorphic_identity": "agreements", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012


class TradeTarget(Fact):
    __tablename__ = "trade_targets"
    __table_args__ = (
        _of_kind(),
        _party("from_country"),
        one_of("measure", MEASURES),
        CheckConstraint("measure <> 'turnover' OR from_country IS NULL", name="from_country"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("multiplier > 0", name="multiplier"),
        CheckConstraint("baseline_amount > 0", name="baseline_amount"),
        CheckConstraint("amount IS NOT NULL OR multiplier IS NOT NULL", name="aim"),
        CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency"),
        CheckConstraint(
            "(currency IS NOT NULL OR amount IS NULL)"
            " AND (currency IS NULL OR amount IS NOT NULL OR baseline_amount IS NOT NULL)",
            name="money",
        ),
        CheckConstraint(
            "baseline_period IS NULL OR coalesce(baseline_start <= baseline_end, false)", name="baseline_period"
        ),
        CheckConstraint("step > 0", name="step"),
        partial_date("due"),
        partial_date("announced"),
        {"comment": "Stated aims for the value of trade or investment between two states"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("trade_targets")
    measure: Mapped[str] = mapped_column(comment="turnover, exports or investment")
    from_country: Mapped[str | None] = mapped_column(comment="The exporting or investing state, for one direction")
    amount: Mapped[decimal.Decimal | None] = mapped_column(comment="The aim, a year, in units of the currency")
    currency: Mapped[str | None] = mapped_column(comment="ISO 4217 code of amount and baseline")
    multiplier: Mapped[decimal.Decimal | None] = mapped_column(comment="How many times the present value: 2 for double")
    due_on: Mapped[datetime.date | None] = mapped_column(index=True, comment="By when (first day)")
    due_precision: Mapped[str | None] = mapped_column(comment="How precise due_on is: day, month, year")
    due_text: Mapped[str | None] = mapped_column(comment="The words of the text for when")
    baseline_amount: Mapped[decimal.Decimal | None] = mapped_column(comment="From what value")
    baseline_period: Mapped[str | None] = mapped_column(
        comment="Period of the baseline: 2023, 2023-Q1, 2023-04/2024-03"
    )
    baseline_start: Mapped[datetime.date | None] = mapped_column(
        Computed("relations.period_start(baseline_period)", persisted=True), comment="First day of baseline_period"
    )
    baseline_end: Mapped[datetime.date | None] = mapped_column(
        Computed("relations.period_end(baseline_period)", persisted=True), comment="Last day of baseline_period"
    )
    announced_on: Mapped[datetime.date | None] = mapped_column(index=True, comment="Date of the statement (first day)")
    announced_precision: Mapped[str | None] = mapped_column(comment="How precise announced_on is: day, month, year")
    step: Mapped[int] = mapped_column(server_default=text("1"), comment="Place among the steps announced together")

    announced_by: Mapped[list[Leader]] = relationship(secondary=announcers, order_by=Leader.name)
    __mapper_args__ = {"polymorphic_identity": "trade_targets", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012


class TradeFigure(Fact):
    __tablename__ = "trade_figures"
    __table_args__ = (
        _of_kind(),
        _party("from_country"),
        one_of("measure", MEASURES),
        one_of("qualifier", QUALIFIERS),
        CheckConstraint("measure <> 'turnover' OR from_country IS NULL", name="from_country"),
        CheckConstraint("amount IS NOT NULL OR growth_percent IS NOT NULL", name="value"),
        money("amount", "currency"),
        CheckConstraint("period IS NULL OR coalesce(period_start <= period_end, false)", name="period"),
        {"comment": "Stated values of trade or investment in a past or current period"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("trade_figures")
    measure: Mapped[str] = mapped_column(comment="turnover, exports or investment")
    from_country: Mapped[str | None] = mapped_column(comment="The exporting or investing state, for one direction")
    amount: Mapped[decimal.Decimal | None] = mapped_column(comment="The value in units of the currency")
    currency: Mapped[str | None] = mapped_column(comment="ISO 4217 code")
    qualifier: Mapped[str | None] = mapped_column(comment="Of the value: exact, about, over, under")
    growth_percent: Mapped[decimal.Decimal | None] = mapped_column(comment="Growth over the period before, in percent")
    period: Mapped[str | None] = mapped_column(comment="2023, 2023-05, 2023-Q1 or 2024-01/2024-08; null: not said")
    period_start: Mapped[datetime.date | None] = mapped_column(
        Computed("relations.period_start(period)", persisted=True), comment="First day of period"
    )
    period_end: Mapped[datetime.date | None] = mapped_column(
        Computed("relations.period_end(period)", persisted=True), index=True, comment="Last day of period"
    )
    scope: Mapped[str | None] = mapped_column(comment="Sector code or noun for part of the trade; null: all of it")
    __mapper_args__ = {"polymorphic_identity": "trade_figures", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012


class JointProject(Fact):
    __tablename__ = "joint_projects"
    __table_args__ = (
        _of_kind(),
        *counted(),
        money("value_amount", "value_currency"),
        {"comment": "Joint projects, single or counted together"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("joint_projects")
    count: Mapped[int | None] = mapped_column(comment="Number of projects; null: not said")
    qualifier: Mapped[str | None] = mapped_column(comment="Of the count: exact, about, over, under")
    value_amount: Mapped[decimal.Decimal | None] = mapped_column(comment="Their value in units of the currency")
    value_currency: Mapped[str | None] = mapped_column(comment="ISO 4217 code")
    description: Mapped[str] = mapped_column(server_default=text("''"), comment="What they are, in short")
    __mapper_args__ = {"polymorphic_identity": "joint_projects", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012


class Milestone(Fact):
    __tablename__ = "milestones"
    __table_args__ = (
        _of_kind(),
        filled("milestone_kind"),
        partial_date("occurred"),
        {"comment": "Turning points in the relations of states"},
    )
    fact_id: Mapped[int] = _fact_id()
    fact_kind: Mapped[str] = _fact_kind("milestones")
    milestone_kind: Mapped[str] = mapped_column(ForeignKey("milestone_kinds.code"), index=True, comment="Kind")
    occurred_on: Mapped[datetime.date | None] = mapped_column(index=True, comment="When it happened (first day)")
    occurred_precision: Mapped[str | None] = mapped_column(comment="How precise occurred_on is: day, month, year")
    description: Mapped[str] = mapped_column(server_default=text("''"), comment="What happened, in short")
    __mapper_args__ = {"polymorphic_identity": "milestones", "inherit_condition": fact_id == Fact.id}  # noqa: RUF012
