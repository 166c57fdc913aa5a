"""Code tables: the closed lists of the codebook. Their rows are reference data (`relations_db.store.reference`)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from relations_db.store.models.base import Base, filled


class Code:
    """The columns of every code table."""

    code: Mapped[str] = mapped_column(primary_key=True, comment="The code, as in the codebook")
    label: Mapped[str] = mapped_column(comment="The code in words, for reports")
    definition: Mapped[str] = mapped_column(comment="What the code means and what it does not")


class Ranked(Code):
    """A code with a place in an order. Ranks are unique when a statement ends: two codes may change places."""

    rank: Mapped[int] = mapped_column(sort_order=1, comment="Place in the order of the codes")


class Office(Ranked, Base):
    __tablename__ = "offices"
    __table_args__ = (
        filled("code"),
        UniqueConstraint("rank", deferrable=True),
        {"comment": "Public offices; the lowest rank goes first where one person holds two"},
    )


class RelationshipLevel(Ranked, Base):
    __tablename__ = "relationship_levels"
    __table_args__ = (
        filled("code"),
        UniqueConstraint("rank", deferrable=True),
        CheckConstraint("rank > 0", name="rank"),
        {"comment": "Levels of relations between states; a higher rank is closer"},
    )


class VisitKind(Code, Base):
    __tablename__ = "visit_kinds"
    __table_args__ = (filled("code"), {"comment": "Kinds of visit, by protocol"})


class DeclarationForm(Code, Base):
    __tablename__ = "declaration_forms"
    __table_args__ = (filled("code"), {"comment": "Legal and diplomatic forms of joint political documents"})


class AgreementForm(Code, Base):
    __tablename__ = "agreement_forms"
    __table_args__ = (filled("code"), {"comment": "Forms of cooperation documents"})


class Sector(Code, Base):
    __tablename__ = "sectors"
    __table_args__ = (filled("code"), {"comment": "Areas of cooperation"})


class MilestoneKind(Code, Base):
    __tablename__ = "milestone_kinds"
    __table_args__ = (filled("code"), {"comment": "Kinds of turning point in the relations of states"})
