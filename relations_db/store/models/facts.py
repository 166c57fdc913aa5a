"""The supertype of facts, and what joins facts to the statements behind them."""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from relations_db.store.models.base import KINDS, STATUSES, VERDICTS, Base, Key, filled, metadata, one_of
from relations_db.store.models.codes import Sector
from relations_db.store.models.documents import Statement
from relations_db.store.models.reference import Country

WITH_STATUS = ("visits", "declarations", "agreements", "joint_projects")

fact_parties = Table(
    "fact_parties",
    metadata,
    Column(
        "fact_id",
        BigInteger,
        ForeignKey("facts.id", ondelete="CASCADE"),
        primary_key=True,
        comment="The fact",
    ),
    Column("country", Text, ForeignKey("countries.code"), primary_key=True, comment="A state that takes part"),
    comment="The states that take part in a fact: two or more (one for a leader)",
)
Index(None, fact_parties.c.country)

fact_sectors = Table(
    "fact_sectors",
    metadata,
    Column(
        "fact_id",
        BigInteger,
        ForeignKey("facts.id", ondelete="CASCADE"),
        primary_key=True,
        comment="The fact",
    ),
    Column("sector", Text, ForeignKey("sectors.code"), primary_key=True, comment="An area that it covers"),
    comment="The areas of cooperation that a fact covers",
)
Index(None, fact_sectors.c.sector)


class Fact(Base):
    """What we hold. Each kind is a table and a class of its own (joined-table inheritance)."""

    __tablename__ = "facts"
    __mapper_args__ = {"polymorphic_on": "kind"}  # noqa: RUF012
    __table_args__: Any = (
        one_of("kind", KINDS),
        one_of("status", STATUSES),
        CheckConstraint(
            "(status IS NOT NULL) = (kind IN ('visits', 'declarations', 'agreements', 'joint_projects'))",
            name="status_of_kind",
        ),
        one_of("review", ("confirmed", "rejected")),
        CheckConstraint("uid ~ '^[0-9a-z][0-9a-z-]{7,63}$'", name="uid"),
        CheckConstraint("independent_sources >= 0", name="independent_sources"),
        CheckConstraint("first_reported <= last_reported", name="reported"),
        CheckConstraint("merged_into <> id", name="merged_into"),
        UniqueConstraint("id", "kind"),
        {"comment": "Facts that we hold, of all kinds; the fields of a kind are in its own table"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    uid: Mapped[str] = mapped_column(unique=True, comment="Stable public id, the same after every reload")
    kind: Mapped[str] = mapped_column(index=True, comment="Kind of fact, as in the codebook")
    status: Mapped[str | None] = mapped_column(
        comment="done, planned, proposed or cancelled; null for kinds that have no stages"
    )
    block: Mapped[str] = mapped_column(index=True, comment="The block of its statements")
    independent_sources: Mapped[int] = mapped_column(
        server_default=text("0"), comment="Reports that support it; copies of one text count once"
    )
    first_reported: Mapped[datetime.date | None] = mapped_column(comment="Date of the earliest dated report")
    last_reported: Mapped[datetime.date | None] = mapped_column(comment="Date of the latest dated report")
    merged_into: Mapped[int | None] = mapped_column(
        BigInteger,
        ForeignKey("facts.id", ondelete="CASCADE"),
        index=True,
        comment="The fact that this one turned out to be; the row is kept so that its uid still leads there",
    )
    review: Mapped[str | None] = mapped_column(comment="confirmed or rejected by a person; null: not reviewed")
    load_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("loads.id", ondelete="SET NULL"), index=True, comment="The load that first found it"
    )
    created_at: Mapped[datetime.datetime] = mapped_column(server_default=text("now()"), comment="When it appeared")
    updated_at: Mapped[datetime.datetime] = mapped_column(server_default=text("now()"), comment="When it last changed")

    parties: Mapped[list[Country]] = relationship(secondary=fact_parties, order_by=Country.code)
    sectors: Mapped[list[Sector]] = relationship(secondary=fact_sectors, order_by=Sector.code)
    evidence: Mapped[list[Evidence]] = relationship(back_populates="fact", passive_deletes=True)


class Evidence(Base):
    __tablename__ = "evidence"
    __table_args__ = (
        one_of("verdict", VERDICTS),
        {"comment": "Which statement supports which fact: each statement one fact, of its own kind"},
    )
    statement_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True, comment="The statement"
    )
    fact_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("facts.id", ondelete="CASCADE"), index=True, comment="The fact that it supports"
    )
    verdict: Mapped[str] = mapped_column(comment="How it compares with the fact: SAME, REFINES, REFINED_BY, CONFLICT")
    reason: Mapped[str] = mapped_column(comment="Why it was joined to the fact, in words")

    fact: Mapped[Fact] = relationship(back_populates="evidence")
    statement: Mapped[Statement] = relationship()


class Dissent(Base):
    __tablename__ = "dissent"
    __table_args__ = (
        filled("field"),
        {"comment": "Values of a fact's fields that reports give and that were not chosen"},
    )
    statement_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("evidence.statement_id", ondelete="CASCADE"),
        primary_key=True,
        comment="The statement that says so",
    )
    field: Mapped[str] = mapped_column(primary_key=True, comment="The field, as in the codebook")
    fact_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("facts.id", ondelete="CASCADE"), index=True, comment="The fact"
    )
    value: Mapped[Any] = mapped_column(JSONB, comment="The value that was not chosen")
    chosen: Mapped[Any] = mapped_column(JSONB, comment="The value that was chosen")
    rule: Mapped[str] = mapped_column(comment="The rule that chose")
