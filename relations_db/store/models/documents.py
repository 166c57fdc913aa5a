"""Outlets, texts, and what the texts claim."""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, Computed, ForeignKey, Index, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from relations_db.store.models.base import KINDS, Base, Key, filled, one_of, partial_date, span


class Source(Base):
    __tablename__ = "sources"
    __table_args__ = (filled("name"), {"comment": "Outlets: agencies, papers, ministries"})
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    name: Mapped[str] = mapped_column(unique=True, comment="Name of the outlet, as documents give it")


class Document(Base):
    __tablename__ = "documents"
    __table_args__ = (
        filled("name"),
        filled("language"),
        partial_date("published"),
        CheckConstraint("sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')", name="sha256"),
        CheckConstraint("superseded_by <> id", name="superseded_by"),
        {"comment": "Texts that were read; the text of a row never changes"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    sha256: Mapped[str] = mapped_column(unique=True, comment="SHA-256 of the UTF-8 text in hex: the identity of a text")
    name: Mapped[str] = mapped_column(index=True, comment="The document's id: stem of its file or id of its record")
    source_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("sources.id"), index=True, comment="The outlet"
    )
    url: Mapped[str | None] = mapped_column(comment="Where the text was published")
    title: Mapped[str | None] = mapped_column(comment="Headline")
    language: Mapped[str] = mapped_column(server_default="en", comment="ISO 639 code of the text's language")
    published_on: Mapped[datetime.date | None] = mapped_column(comment="Date of publication (first day, where partial)")
    published_precision: Mapped[str | None] = mapped_column(comment="How precise published_on is: day, month, year")
    text: Mapped[str] = mapped_column(comment="The text that spans count in, in characters")
    characters: Mapped[int] = mapped_column(
        Computed("char_length(text)", persisted=True), comment="Length of the text in characters"
    )
    fingerprint: Mapped[list[int] | None] = mapped_column(
        ARRAY(BigInteger), comment="Smallest hashes of the text's word runs: copies of one text share most of them"
    )
    superseded_by: Mapped[int | None] = mapped_column(
        BigInteger,
        ForeignKey("documents.id", ondelete="SET NULL"),
        index=True,
        comment="The later text at the same address",
    )
    extractor_version: Mapped[str | None] = mapped_column(
        comment="Version of the rules that last read the text; null: not read yet"
    )
    load_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("loads.id", ondelete="SET NULL"), index=True, comment="The load that brought the text"
    )
    loaded_at: Mapped[datetime.datetime] = mapped_column(server_default=func.now(), comment="When it was stored")

    source: Mapped[Source | None] = relationship()
    statements: Mapped[list[Statement]] = relationship(back_populates="document", passive_deletes=True)


Index(None, Document.url, postgresql_where=Document.url.is_not(None))


class Statement(Base):
    __tablename__ = "statements"
    __table_args__ = (
        filled("key"),
        filled("rule"),
        filled("extractor_version"),
        one_of("kind", KINDS),
        span(),
        CheckConstraint("jsonb_typeof(claim) = 'object'", name="claim"),
        CheckConstraint("jsonb_typeof(fields) = 'object'", name="fields"),
        CheckConstraint("num_nulls(reach_from, reach_to) IN (0, 2) AND reach_from <= reach_to", name="reach"),
        Index(None, "block", "reach_from", "reach_to"),
        {"comment": "What one document claims; the quote is the slice of its text"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    key: Mapped[str] = mapped_column(
        unique=True, comment="Digest of text, kind, claim and span: the same claim read again is the same row"
    )
    document_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("documents.id", ondelete="CASCADE"), index=True, comment="The text that claims it"
    )
    kind: Mapped[str] = mapped_column(comment="Kind of fact, as in the codebook")
    block: Mapped[str] = mapped_column(comment="Statements that may speak of one fact share a block")
    span_start: Mapped[int] = mapped_column(comment="First character of the main quote, from 0")
    span_end: Mapped[int] = mapped_column(comment="Character after the main quote")
    quote: Mapped[str] = mapped_column(comment="The words that claim it")
    claim: Mapped[dict[str, Any]] = mapped_column(JSONB, comment="The claim, in the form of the codebook")
    fields: Mapped[dict[str, Any]] = mapped_column(
        JSONB, comment="Field name to basis (said, frame, dateline, document_date, reference) and span [start, end]"
    )
    rule: Mapped[str] = mapped_column(comment="The rule that read it")
    extractor_version: Mapped[str] = mapped_column(comment="Version of the rules")
    reach_from: Mapped[datetime.date | None] = mapped_column(
        comment="First day of what the claim may speak of: statements whose reaches are apart are about different facts"
    )
    reach_to: Mapped[datetime.date | None] = mapped_column(comment="Last day of it; both null: any time")

    document: Mapped[Document] = relationship(back_populates="statements")
    further_quotes: Mapped[list[StatementQuote]] = relationship(
        passive_deletes=True, order_by="StatementQuote.position"
    )


class StatementQuote(Base):
    __tablename__ = "statement_quotes"
    __table_args__ = (
        span(),
        CheckConstraint("position >= 2", name="position"),
        {"comment": "Further words that support a statement, besides its main quote"},
    )
    statement_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True, comment="The statement"
    )
    position: Mapped[int] = mapped_column(primary_key=True, comment="Place among the quotes; the main one is 1")
    span_start: Mapped[int] = mapped_column(comment="First character of the quote, from 0")
    span_end: Mapped[int] = mapped_column(comment="Character after the quote")
    quote: Mapped[str] = mapped_column(comment="The words")


class Unhandled(Base):
    __tablename__ = "unhandled"
    __table_args__ = (
        one_of("kind", KINDS),
        span(),
        {"comment": "Phrases that looked like facts and gave none"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    document_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("documents.id", ondelete="CASCADE"), index=True, comment="The text"
    )
    kind: Mapped[str] = mapped_column(comment="Kind of fact that the phrase hints at")
    span_start: Mapped[int] = mapped_column(comment="First character of the phrase, from 0")
    span_end: Mapped[int] = mapped_column(comment="Character after the phrase")
    quote: Mapped[str] = mapped_column(comment="The phrase")
    reason: Mapped[str | None] = mapped_column(comment="Why it was refused; null where no rule could read it")
