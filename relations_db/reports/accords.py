"""Report `agreements`: cooperation documents, one by one and as counted packages; and their sums by year or sector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from relations_db.errors import InvalidInput
from relations_db.reports.database import (
    Queryable,
    has_party,
    held,
    partial,
    parties_of,
    sectors_of,
    session_of,
    within,
)
from relations_db.reports.rows import Column, Rows, Source
from relations_db.reports.scope import Scope, When, read_scope
from relations_db.reports.sources import with_evidence
from relations_db.reports.words import column, count, joined, listed, money
from relations_db.store.models import Agreement, fact_sectors
from relations_db.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """One document, or a package of documents counted together.

    `count` is what the reports claim (None: not said), `listed` how many members of a package they name; `package` is
    the uid of the package that a document was counted in.
    """

    signed_on: PartialDate | None
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    form: str
    form_label: str
    title: str | None
    count: int | None
    qualifier: str | None
    listed: int | None
    sectors: tuple[str, ...]
    sector_labels: tuple[str, ...]
    value_amount: Decimal | None
    value_currency: str | None
    place: str | None
    status: str
    package: str | None
    sources: int
    uid: str
    evidence: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSum:
    """Documents signed, by year or sector.

    `documents` counts single documents and what packages claim, each once: members of a counted package are in its
    count. `packages` is how many packages there are, `uncounted` how many of them have no number. A document of several
    sectors counts in each.
    """

    group: str | None
    group_label: str
    documents: int
    packages: int
    uncounted: int


def _document(row: AgreementRow) -> str:
    if row.form == "package":
        return row.title or "documents signed together"
    return ("– " if row.package else "") + (row.title or row.form_label)


COLUMNS = (
    column("Date", "signed_on"),
    Column("Between", lambda row: joined(row.party_names)),
    Column("Document", _document),
    column("Form", "form_label"),
    Column("Claimed", lambda row: count(row.count, row.qualifier) if row.form == "package" else "", right=True),
    Column("Named", lambda row: str(row.listed) if row.form == "package" else "", right=True),
    Column("Sectors", lambda row: listed(row.sector_labels)),
    Column("Value", lambda row: money(row.value_amount, row.value_currency), right=True),
    column("Status", "status"),
    column("Sources", "sources", right=True),
)


def agreements(
    db: Queryable,
    country: str | None = None,
    other: str | None = None,
    *,
    sector: str | None = None,
    since: When = None,
    until: When = None,
    sources: bool = False,
) -> Rows[AgreementRow]:
    """Cooperation documents; the latest first, undated last, a package before its members.

    Args:
        country: code or name of a party.
        other: a second party.
        sector: only documents of this sector (a code of the codebook).
        since, until: dates `YYYY[-MM[-DD]]`; a document counts where it may have been signed within.
        sources: fill `evidence`.

    Raises:
        InvalidInput: an unknown state, sector or date.
    """
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        words = scope.told(f" in sector {_sector(scope, sector)}" if sector else "")
        return Rows(
            read_agreements(session, scope, sector, sources),
            AgreementRow,
            COLUMNS,
            f"Agreements{words}",
            f"No agreements{words} are known.",
        )


def _sector(scope: Scope, sector: str) -> str:
    known = [code for table, code in scope.names.labels if table == "sector"]
    if sector not in known:
        raise InvalidInput(f"no sector is called {sector!r}; the sectors are {', '.join(sorted(known))}")
    return scope.names.label("sector", sector) or sector


def read_agreements(session: Session, scope: Scope, sector: str | None, sources: bool) -> list[AgreementRow]:
    """The documents within the scope, in the report's order."""
    package, member = aliased(Agreement, flat=True), aliased(Agreement, flat=True)
    named = select(func.count(member.uid)).where(member.package_id == Agreement.fact_id, held(member))
    query = (
        select(
            Agreement.signed_on,
            Agreement.signed_precision,
            parties_of(Agreement),
            Agreement.form,
            Agreement.title,
            Agreement.count,
            Agreement.qualifier,
            named.correlate(Agreement).scalar_subquery(),
            sectors_of(Agreement),
            Agreement.value_amount,
            Agreement.value_currency,
            Agreement.place,
            Agreement.status,
            package.uid,
            Agreement.independent_sources,
            Agreement.uid,
        )
        .outerjoin(package, package.fact_id == Agreement.package_id)
        .where(
            held(Agreement),
            *within(Agreement.signed_on, Agreement.signed_precision, scope.since, scope.until),
            *(has_party(Agreement, code) for code in (scope.country, scope.other) if code),
        )
        .order_by(
            Agreement.signed_on.desc().nulls_last(),
            func.coalesce(package.uid, Agreement.uid),
            Agreement.package_id.nulls_first(),
            Agreement.title,
            Agreement.uid,
        )
    )
    if sector:
        of_sector = select(fact_sectors.c.fact_id).where(
            fact_sectors.c.fact_id == Agreement.fact_id, fact_sectors.c.sector == sector
        )
        query = query.where(of_sector.exists())
    rows = [_row(scope, *row) for row in session.execute(query)]
    return with_evidence(session, rows) if sources else rows


def _row(
    scope: Scope,
    signed: Any,
    precision: Any,
    parties: list[str],
    form: str,
    title: str | None,
    claimed: int | None,
    qualifier: str | None,
    named: int,
    sectors: list[str],
    amount: Decimal | None,
    currency: str | None,
    place: str | None,
    status: str,
    package: str | None,
    sources: int,
    uid: str,
) -> AgreementRow:
    codes = scope.order(parties)
    return AgreementRow(
        signed_on=partial(signed, precision),
        parties=codes,
        party_names=scope.names.countries(codes),
        form=form,
        form_label=scope.names.label("agreement_form", form) or form,
        title=title,
        count=claimed,
        qualifier=qualifier,
        listed=named if form == "package" else None,
        sectors=tuple(sectors),
        sector_labels=tuple(scope.names.label("sector", code) or code for code in sectors),
        value_amount=amount,
        value_currency=currency,
        place=place,
        status=status,
        package=package,
        sources=sources,
        uid=uid,
    )


SUM_COLUMNS = (
    column("", "group_label"),
    column("Documents", "documents", right=True),
    column("Packages", "packages", right=True),
    column("not counted", "uncounted", right=True),
)


def agreements_by(
    db: Queryable,
    by: str,
    country: str | None = None,
    other: str | None = None,
    *,
    since: When = None,
    until: When = None,
) -> Rows[AgreementSum]:
    """How many documents were signed, by `year` or by `sector`.

    Raises:
        InvalidInput: another grouping, an unknown state or date.
    """
    if by not in ("year", "sector"):
        raise InvalidInput(f"agreements cannot be counted by {by!r}: choose year or sector")
    with session_of(db) as session:
        scope = read_scope(session, country, other, since, until)
        found = read_agreements(session, scope, None, sources=False)
    return Rows(
        sums([row for row in found if row.status == "done"], by),
        AgreementSum,
        SUM_COLUMNS,
        f"Agreements signed{scope.words} by {by}",
        f"No signed agreements{scope.words} are known.",
    )


def sums(rows: Iterable[AgreementRow], by: str) -> list[AgreementSum]:
    """The rows counted by year (in order, unknown last) or by sector (most first)."""
    rows = list(rows)
    # How many documents of a package of several sectors belong to each of them is not known.
    packages = [row for row in rows if row.form == "package"]
    numbers = {row.uid: row.count if by == "year" or len(row.sectors) < 2 else None for row in packages}
    groups: dict[tuple[str | None, str], list[AgreementRow]] = defaultdict(list)
    for row in rows:
        for group in _groups(row, by):
            groups[group].append(row)
    result = [_sum(group, label, members, numbers) for (group, label), members in groups.items()]
    if by == "year":
        return sorted(result, key=lambda s: (s.group is None, s.group))
    return sorted(result, key=lambda s: (s.group is None, -s.documents, s.group_label))


def _groups(row: AgreementRow, by: str) -> list[tuple[str | None, str]]:
    if by == "year":
        return [(str(row.signed_on.year), str(row.signed_on.year))] if row.signed_on else [(None, "not known")]
    return list(zip(row.sectors, row.sector_labels, strict=True)) or [(None, "not said")]


def _sum(group: str | None, label: str, rows: list[AgreementRow], numbers: dict[str, int | None]) -> AgreementSum:
    packages = [row for row in rows if row.form == "package"]
    here = {row.uid for row in packages}
    # A member is in its package's number; where the package has none, or stands in another group, it counts itself.
    singles = [
        r for r in rows if r.form != "package" and (r.package not in here or numbers.get(r.package or "") is None)
    ]
    return AgreementSum(
        group=group,
        group_label=label,
        documents=len(singles) + sum(numbers[row.uid] or 0 for row in packages),
        packages=len(packages),
        uncounted=sum(numbers[row.uid] is None for row in packages),
    )
