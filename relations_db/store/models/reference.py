"""States, their names and cities, leaders and their terms of office."""

from __future__ import annotations

import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column, relationship

from relations_db.store.models.base import Base, Key, filled, one_of, partial_date


class Country(Base):
    __tablename__ = "countries"
    __table_args__ = (
        CheckConstraint("code ~ '^[A-Z]{3}$'", name="code"),
        CheckConstraint("alpha2 ~ '^[A-Z]{2}$'", name="alpha2"),
        CheckConstraint("numeric_code ~ '^[0-9]{3}$'", name="numeric_code"),
        CheckConstraint("valid_from_on <= valid_to_on", name="valid"),
        filled("name"),
        UniqueConstraint("name", deferrable=True),
        partial_date("valid_from"),
        partial_date("valid_to"),
        {"comment": "States since 1945, also those that are no more"},
    )
    code: Mapped[str] = mapped_column(
        primary_key=True, comment="ISO 3166-1 alpha-3, of a state that is no more the code it had, XKX for Kosovo"
    )
    name: Mapped[str] = mapped_column(comment="Usual English name")
    official_name: Mapped[str | None] = mapped_column(comment="Official English name")
    alpha2: Mapped[str | None] = mapped_column(comment="ISO 3166-1 alpha-2")
    numeric_code: Mapped[str | None] = mapped_column(comment="ISO 3166-1 numeric, three digits")
    cow: Mapped[int | None] = mapped_column(comment="Correlates of War country code")
    gw: Mapped[int | None] = mapped_column(comment="Gleditsch-Ward country code")
    valid_from_on: Mapped[datetime.date | None] = mapped_column(comment="First day of the state, where after 1945")
    valid_from_precision: Mapped[str | None] = mapped_column(comment="How precise valid_from_on is: day, month, year")
    valid_to_on: Mapped[datetime.date | None] = mapped_column(comment="Last day of a state that is no more")
    valid_to_precision: Mapped[str | None] = mapped_column(comment="How precise valid_to_on is: day, month, year")
    continent: Mapped[str | None] = mapped_column(comment="Continent")

    names: Mapped[list[CountryName]] = relationship(viewonly=True)


class CountryName(Base):
    __tablename__ = "country_names"
    __table_args__ = (filled("name"), {"comment": "Words that mean a state: names, adjectives, demonyms"})
    country: Mapped[str] = mapped_column(
        ForeignKey("countries.code", ondelete="CASCADE"), primary_key=True, comment="The state that is meant"
    )
    name: Mapped[str] = mapped_column(primary_key=True, index=True, comment="The word, as written")
    kind: Mapped[str] = mapped_column(
        primary_key=True, comment="name, official, abbreviation, adjective, demonym, prefix or nickname"
    )
    ambiguous: Mapped[bool] = mapped_column(comment="True where the word also means another state or another thing")


class City(Base):
    __tablename__ = "cities"
    __table_args__ = (
        filled("name"),
        filled("city"),
        partial_date("valid_from"),
        partial_date("valid_to"),
        {"comment": "Spellings of cities that news names as places, and when a city was the capital"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    name: Mapped[str] = mapped_column(index=True, comment="A spelling")
    city: Mapped[str] = mapped_column(comment="Usual English name of the city")
    country: Mapped[str] = mapped_column(
        ForeignKey("countries.code", ondelete="CASCADE"), index=True, comment="The state in which it lies"
    )
    role: Mapped[str] = mapped_column(comment="capital, former_capital, second_capital or city")
    valid_from_on: Mapped[datetime.date | None] = mapped_column(comment="Since when it is (was) the capital")
    valid_from_precision: Mapped[str | None] = mapped_column(comment="How precise valid_from_on is: day, month, year")
    valid_to_on: Mapped[datetime.date | None] = mapped_column(comment="Until when it was the capital")
    valid_to_precision: Mapped[str | None] = mapped_column(comment="How precise valid_to_on is: day, month, year")


class Leader(Base):
    __tablename__ = "leaders"
    __table_args__ = (
        filled("key"),
        filled("name"),
        one_of("origin", ("reference", "text")),
        CheckConstraint("merged_into <> id", name="merged_into"),
        {"comment": "Persons who hold or held public office"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    key: Mapped[str] = mapped_column(unique=True, comment="Stable name of the row, such as kaz-tokayev-kassym-jomart")
    name: Mapped[str] = mapped_column(comment="Fullest usual form of the name, without titles")
    short_name: Mapped[str | None] = mapped_column(comment="The form used alone, usually the surname")
    country: Mapped[str | None] = mapped_column(
        ForeignKey("countries.code"), index=True, comment="The state whom the person represents"
    )
    origin: Mapped[str] = mapped_column(comment="reference: from the reference tables; text: found in a document")
    merged_into: Mapped[int | None] = mapped_column(
        ForeignKey("leaders.id", ondelete="SET NULL"),
        index=True,
        comment="The row of the same person that stands for this one",
    )

    names: Mapped[list[LeaderName]] = relationship(viewonly=True)
    tenures: Mapped[list[Tenure]] = relationship(viewonly=True)


class LeaderName(Base):
    __tablename__ = "leader_names"
    __table_args__ = (
        filled("name"),
        one_of("origin", ("reference", "text")),
        {"comment": "Spellings of a leader's name"},
    )
    leader_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("leaders.id", ondelete="CASCADE"), primary_key=True, comment="The person"
    )
    name: Mapped[str] = mapped_column(primary_key=True, comment="The spelling, as written")
    folded: Mapped[str] = mapped_column(index=True, comment="The spelling without case, accents and marks, to look up")
    origin: Mapped[str] = mapped_column(comment="reference: from the reference tables; text: found in a document")


class Tenure(Base):
    __tablename__ = "tenures"
    __table_args__ = (
        one_of("start_precision", ("day", "month", "year")),
        one_of("end_precision", ("day", "month", "year")),
        CheckConstraint("NOT isempty(held)", name="held"),
        CheckConstraint(
            "lower_inf(held) = (start_precision IS NULL) AND upper_inf(held) = (end_precision IS NULL)",
            name="precision",
        ),
        ExcludeConstraint(
            (text("int8range(leader_id, leader_id, '[]')"), "="),
            (text("relations.textrange(country, country, '[]')"), "="),
            (text("relations.textrange(office, office, '[]')"), "="),
            ("held", "&&"),
            name="ex_tenures_overlap",
            using="gist",
        ),
        Index(None, "country", "office"),
        {"comment": "Known terms of office: nobody holds the same office of one state twice at a time"},
    )
    id: Mapped[Key] = mapped_column(comment="Row number, without meaning")
    leader_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("leaders.id", ondelete="CASCADE"), index=True, comment="The person"
    )
    country: Mapped[str] = mapped_column(ForeignKey("countries.code"), comment="The state")
    office: Mapped[str] = mapped_column(ForeignKey("offices.code"), comment="The office")
    held: Mapped[Range[datetime.date]] = mapped_column(DATERANGE, comment="From the first to the last day in office")
    start_precision: Mapped[str | None] = mapped_column(comment="How precise the start is: day, month, year")
    end_precision: Mapped[str | None] = mapped_column(comment="How precise the end is: day, month, year")


class ReferenceLoad(Base):
    __tablename__ = "reference_loads"
    __table_args__ = ({"comment": "Which reference data the database holds"},)
    name: Mapped[str] = mapped_column(primary_key=True, comment="What was loaded")
    sha256: Mapped[str] = mapped_column(comment="Digest of the content, to see that nothing changed")
    loaded_at: Mapped[datetime.datetime] = mapped_column(server_default=text("now()"), comment="When it was loaded")
