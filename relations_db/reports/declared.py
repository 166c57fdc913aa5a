"""Report `declarations`: the joint political documents of states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from relations_db.reports.database import (
    Queryable,
    has_party,
    held,
    leaders_of,
    partial,
    parties_of,
    session_of,
    within,
)
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, read_scope
from relations_db.reports.sources import with_evidence
from relations_db.reports.words import column, joined
from relations_db.store.models import Declaration, signatories
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationRow:
    """One joint political document. `level` is the level of relations that it sets, None where it sets none."""

    signed_on: PartialDate | None
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    form: str
    form_label: str
    title: str | None
    level: str | None
    level_label: str | None
    level_text: str | None
    place: str | None
    status: str
    signatories: tuple[str, ...]
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


def document_name(row: DeclarationRow) -> str:
    """The title, else the form; form `other` stands for a level that was reported without its document."""
    return row.title or (row.form_label if row.form != "other" else "document not named")


COLUMNS = (
    column("Date", "signed_on"),
    Column("Between", lambda row: joined(row.party_names)),
    Column("Document", lambda row: document_name(row)),
    column("Level it sets", "level_label"),
    column("Place", "place"),
    column("Status", "status"),
    column("Signed by", "signatories"),
    column("Sources", "sources", right=True),
)


def declarations(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[DeclarationRow]:
    """Joint declarations, statements and treaties on relations; the latest first, undated last.

    Args:
        country: code or name of a party.
        other: a second party.
        since, until: dates `YYYY[-MM[-DD]]`; a document counts where it may have been signed within.
        sources: fill `evidence`.

    Raises:
        InvalidInput: an unknown state or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        return Rows(
            read_declarations(session, scope, sources),
            DeclarationRow,
            COLUMNS,
            f"Declarations{scope.words}",
            f"No declarations{scope.words} are known.",
        )


def read_declarations(session: Session, scope: Scope, sources: bool) -> list[DeclarationRow]:
    """The declarations within the scope; the latest first, undated last."""
    query = (
        select(
            Declaration.signed_on,
            Declaration.signed_precision,
            parties_of(Declaration),
            Declaration.form,
            Declaration.title,
            Declaration.level,
            Declaration.level_text,
            Declaration.place,
            Declaration.status,
            leaders_of(signatories, Declaration),
            Declaration.independent_sources,
            Declaration.uid,
        )
        .where(
            held(Declaration),
            *within(Declaration.signed_on, Declaration.signed_precision, scope.since, scope.until),
            *(has_party(Declaration, code) for code in (scope.country, scope.other) if code),
        )
        .order_by(Declaration.signed_on.desc().nulls_last(), Declaration.uid)
    )
    rows = [_row(scope, *row) for row in session.execute(query)]
    return with_evidence(session, rows) if sources else rows


def _row(
    scope: Scope,
    signed: Any,
    precision: Any,
    parties: list[str],
    form: str,
    title: str | None,
    level: str | None,
    level_text: str | None,
    place: str | None,
    status: str,
    signers: list[str] | None,
    count: int,
    uid: str,
) -> DeclarationRow:
    codes = scope.order(parties)
    return DeclarationRow(
        signed_on=partial(signed, precision),
        parties=codes,
        party_names=scope.names.countries(codes),
        form=form,
        form_label=scope.names.label("declaration_form", form) or form,
        title=title,
        level=level,
        level_label=scope.names.label("level", level),
        level_text=level_text,
        place=place,
        status=status,
        signatories=tuple(signers or ()),
        sources=count,
        uid=uid,
    )
