"""Loads and human judgements."""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, ForeignKey, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from relations_db.store.models.base import Base, Key, filled, one_of

_COUNTS = (
    "documents_seen",
    "documents_new",
    "documents_known",
    "documents_failed",
    "statements_new",
    "facts_new",
    "facts_changed",
    "facts_removed",
)


def _count(comment: str) -> Mapped[int]:
    return mapped_column(server_default=text("0"), comment=comment)


class Load(Base):
    __tablename__ = "loads"
    __table_args__ = (
        one_of("state", ("running", "done", "failed")),
        CheckConstraint("finished_at >= started_at", name="finished_at"),
        CheckConstraint("(state = 'running') = (finished_at IS NULL)", name="finished"),
        CheckConstraint(f"least({', '.join(_COUNTS)}) >= 0", name="counts"),
        {"comment": "Runs of the loader"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    state: Mapped[str] = mapped_column(server_default=text("'running'"), comment="running, done or failed")
    started_at: Mapped[datetime.datetime] = mapped_column(server_default=text("now()"), comment="When it began")
    finished_at: Mapped[datetime.datetime | None] = mapped_column(comment="When it ended; null: running or killed")
    program_version: Mapped[str] = mapped_column(comment="Version of the program")
    extractor_version: Mapped[str] = mapped_column(comment="Version of the extraction rules")
    inputs: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"), comment="Files and folders")
    documents_seen: Mapped[int] = _count("Documents that were offered")
    documents_new: Mapped[int] = _count("Documents that were stored")
    documents_known: Mapped[int] = _count("Documents that were stored already")
    documents_failed: Mapped[int] = _count("Documents that could not be read")
    statements_new: Mapped[int] = _count("Statements that were stored")
    facts_new: Mapped[int] = _count("Facts that appeared")
    facts_changed: Mapped[int] = _count("Facts that changed")
    facts_removed: Mapped[int] = _count("Facts that vanished")


class LoadProblem(Base):
    __tablename__ = "load_problems"
    __table_args__ = (filled("origin"), filled("reason"), {"comment": "Documents that a load could not read, and why"})
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    load_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("loads.id", ondelete="CASCADE"), index=True, comment="The load"
    )
    origin: Mapped[str] = mapped_column(comment="File, or file and record")
    reason: Mapped[str] = mapped_column(comment="Why, in one line")


class Judgement(Base):
    """A person's verdict. It names facts by uid and statements by key, so that it outlives every rebuild."""

    __tablename__ = "judgements"
    __table_args__ = (
        one_of("verdict", ("confirm", "reject", "correct", "merge", "split")),
        filled("fact_uid"),
        filled("made_by"),
        CheckConstraint("(verdict = 'merge') = (other_uid IS NOT NULL)", name="merge"),
        CheckConstraint("other_uid <> fact_uid", name="other_uid"),
        CheckConstraint("(verdict = 'correct') = (field IS NOT NULL)", name="correct"),
        CheckConstraint("(verdict = 'split') = (cardinality(statement_keys) > 0)", name="split"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn"),
        {"comment": "Verdicts and corrections by people; applied at every resolution, never deleted"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    verdict: Mapped[str] = mapped_column(comment="confirm, reject, correct, merge or split")
    fact_uid: Mapped[str] = mapped_column(index=True, comment="The fact")
    other_uid: Mapped[str | None] = mapped_column(index=True, comment="merge: the fact that is the same")
    field: Mapped[str | None] = mapped_column(comment="correct: the field, as in the codebook")
    value: Mapped[Any | None] = mapped_column(
        JSONB(none_as_null=True), comment="correct: the right value; null: unknown"
    )
    statement_keys: Mapped[list[str]] = mapped_column(
        ARRAY(Text), server_default=text("'{}'"), comment="split: the statements that speak of another fact"
    )
    anchor: Mapped[dict[str, Any] | None] = mapped_column(
        JSONB(none_as_null=True), comment="What the fact was when judged, to find it again under newer rules"
    )
    reason: Mapped[str | None] = mapped_column(comment="Why, in words")
    made_by: Mapped[str] = mapped_column(comment="Who judged")
    made_at: Mapped[datetime.datetime] = mapped_column(server_default=text("now()"), comment="When")
    withdrawn_by: Mapped[str | None] = mapped_column(comment="Who took it back")
    withdrawn_at: Mapped[datetime.datetime | None] = mapped_column(comment="When it was taken back")
