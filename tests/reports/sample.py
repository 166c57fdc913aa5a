"""A small database by hand: every kind of fact, every status, dates of each precision, facts that must not be shown."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from relations_db.store import models as m

COUNTRIES = {
    "KAZ": ("Kazakhstan", "KZ"),
    "UZB": ("Uzbekistan", "UZ"),
    "KGZ": ("Kyrgyzstan", "KG"),
    "TUR": ("Türkiye", "TR"),
}
NAMES = [
    ("KAZ", "Kazakhstan", "name", False),
    ("KAZ", "Kazakh", "adjective", False),
    ("UZB", "Uzbekistan", "name", False),
    ("KGZ", "Kyrgyzstan", "name", False),
    ("KGZ", "Kyrgyz Republic", "official", False),
    ("TUR", "Türkiye", "name", False),
    ("TUR", "Turkey", "name", False),
    ("KAZ", "the steppe republic", "nickname", True),
    ("UZB", "the steppe republic", "nickname", True),
]
LEADERS = {
    "tokayev": ("Kassym-Jomart Tokayev", "KAZ", ("Kasym-Zhomart Tokaev",)),
    "mirziyoyev": ("Shavkat Mirziyoyev", "UZB", ()),
    "erdogan": ("Recep Tayyip Erdoğan", "TUR", ()),
    "japarov": ("Sadyr Japarov", "KGZ", ()),
    "saidov": ("Bakhtiyor Saidov", "UZB", ()),
    "b-saidov": ("Bobur Saidov", "UZB", ()),
}
LEVELS = (("partnership", 2), ("strategic_partnership", 4), ("alliance", 7))
CODES: dict[Any, tuple[str, ...]] = {
    m.VisitKind: ("state", "official", "working", "unspecified"),
    m.DeclarationForm: ("joint_declaration", "treaty", "other"),
    m.AgreementForm: ("agreement", "memorandum", "package"),
    m.Sector: ("energy", "water", "trade"),
    m.MilestoneKind: ("relations_established", "award"),
}
TEXT = (
    "President Tokayev paid a state visit to Tashkent. "
    "Both sides aim at trade of $10 billion by 2030, up from $4.6 billion."
)


class Sample:
    """Adds facts one by one; `uid` is readable so that tests can name the rows."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.leaders: dict[str, m.Leader] = {}
        self.documents: dict[str, m.Document] = {}

    def fill(self) -> None:
        self._reference()
        self._documents()
        self._visits()
        self._papers()
        self._trade()
        self._rest()
        self.session.commit()

    def _reference(self) -> None:
        for code, (name, alpha2) in COUNTRIES.items():
            self._ensure(m.Country, code, name=name, alpha2=alpha2)
        for level, rank in LEVELS:
            self._ensure(m.RelationshipLevel, level, label=label(level), definition="d", rank=rank)
        for table, codes in CODES.items():
            for code in codes:
                what = " visit" if table is m.VisitKind else ""
                self._ensure(table, code, label=label(code) + what, definition="d")
        self.session.flush()
        for country, name, kind, ambiguous in NAMES:
            if not self.session.get(m.CountryName, (country, name, kind)):
                self.session.add(m.CountryName(country=country, name=name, kind=kind, ambiguous=ambiguous))
        for key, (name, country, spellings) in LEADERS.items():
            person = m.Leader(key=f"sample-{key}", name=name, country=country, origin="text")
            self.session.add(person)
            self.session.flush()
            for spelling in (name, *spellings):
                row = m.LeaderName(leader_id=person.id, name=spelling, folded=spelling.lower(), origin="text")
                self.session.add(row)
            self.leaders[key] = person

    def _ensure(self, table: Any, code: str, **values: Any) -> None:
        if self.session.get(table, code) is None:
            self.session.add(table(code=code, **values))

    def _documents(self) -> None:
        outlet = m.Source(name="Akorda")
        self.session.add(outlet)
        for name, day in (("doc-b", date(2024, 8, 10)), ("doc-a", date(2024, 8, 9)), ("doc-undated", None)):
            body = f"{TEXT} ({name})"
            self.documents[name] = m.Document(
                name=name,
                text=body,
                sha256=hashlib.sha256(body.encode()).hexdigest(),
                published_on=day,
                published_precision="day" if day else None,
                source=outlet if name == "doc-a" else None,
                url="https://a.example/doc-a" if name == "doc-a" else None,
            )
            self.session.add(self.documents[name])
        self.session.flush()

    def fact(self, row: Any, parties: str, *quotes: tuple[str, str]) -> Any:
        """Add a fact of these parties, supported by (document, quote) pairs."""
        row.block = f"{row.kind}:sample"
        self.session.add(row)
        self.session.flush()
        for code in parties.split():
            self.session.execute(m.fact_parties.insert().values(fact_id=row.id, country=code))
        for number, (name, quote) in enumerate(quotes):
            self._support(row, number, name, quote)
        return row

    def _support(self, row: Any, number: int, name: str, quote: str) -> None:
        document = self.documents[name]
        start = document.text.index(quote)
        statement = m.Statement(
            key=f"{row.uid}-{number}",
            document_id=document.id,
            kind=row.kind,
            block=row.block,
            span_start=start,
            span_end=start + len(quote),
            quote=quote,
            claim={},
            fields={},
            rule="sample",
            extractor_version="0",
        )
        self.session.add(statement)
        self.session.flush()
        self.session.add(m.Evidence(statement_id=statement.id, fact_id=row.id, verdict="SAME", reason="sample"))

    def visit(self, uid: str, who: str, host: str, started: str | None, **values: Any) -> None:
        quotes = values.pop("quotes", ())
        guest = self.leaders[who]
        met = [self.leaders[key] for key in values.pop("met", ())]
        row = m.Visit(
            uid=f"visit-{uid}",
            kind="visits",
            leader_id=guest.id,
            country=guest.country,
            host=host,
            met=met,
            independent_sources=len(quotes),
            **{"visit_kind": "unspecified", "status": "done", **values},
            **dated("started", started),
            **dated("ended", values.pop("ended", None)),
        )
        self.fact(row, f"{guest.country} {host}", *quotes)

    def _visits(self) -> None:
        said = (("doc-b", "state visit to Tashkent"), ("doc-a", "paid a state visit"), ("doc-undated", "state visit"))
        self.visit(
            "tashkent",
            "tokayev",
            "UZB",
            "2024-08-08",
            city="Tashkent",
            visit_kind="state",
            met=["mirziyoyev"],
            quotes=said,
        )
        self.visit("astana", "mirziyoyev", "KAZ", "2023", visit_kind="official", city="Astana")
        self.visit("bishkek", "tokayev", "KGZ", "2024-04", visit_kind="official")
        self.visit("undated", "tokayev", "UZB", None, status="proposed")
        self.visit("ankara", "tokayev", "TUR", "2030-05-10", status="planned", visit_kind="state", city="Ankara")
        self.visit("cancelled", "erdogan", "KAZ", "2024-12-01", status="cancelled")
        self.visit("overdue", "japarov", "UZB", "2020-01-15", status="planned")
        self.visit("saidov", "saidov", "KGZ", "2024-02-02")
        self.visit("b-saidov", "b-saidov", "KGZ", "2024-02-03")
        self.visit("rejected", "tokayev", "UZB", "2024-08-09", review="rejected")
        first = self.session.scalars(select(m.Fact.id).where(m.Fact.uid == "visit-tashkent")).one()
        self.visit("merged", "tokayev", "UZB", "2024-08-08", merged_into=first)

    def _papers(self) -> None:
        def declare(uid: str, parties: str, day: str | None, form: str, level: str | None, **values: Any) -> None:
            row = m.Declaration(
                uid=f"declaration-{uid}",
                kind="declarations",
                form=form,
                level=level,
                **{"status": "done", **values},
                **dated("signed", day),
            )
            self.fact(row, parties)

        both = [self.leaders["tokayev"], self.leaders["mirziyoyev"]]
        declare(
            "2013", "KAZ UZB", "2013-06-14", "treaty", "strategic_partnership", title="Treaty on Strategic Partnership"
        )
        declare(
            "2022",
            "KAZ UZB",
            "2022-12-22",
            "treaty",
            "alliance",
            title="Treaty on Allied Relations",
            place="Tashkent",
            signatories=both,
        )
        declare("2024", "KAZ UZB", "2024", "joint_declaration", "strategic_partnership")
        declare("three", "KAZ KGZ UZB", "2021", "joint_declaration", "partnership")
        declare("no-level", "KAZ UZB", "2024-08-08", "joint_declaration", None)
        declare("planned", "KAZ TUR", None, "treaty", "alliance", status="planned")

        def agree(uid: str, day: str | None, sectors: str = "", **values: Any) -> Any:
            quotes = values.pop("quotes", ())
            row = m.Agreement(
                uid=f"agreement-{uid}",
                kind="agreements",
                **{"status": "done", "form": "agreement", "count": 1, **values},
                **dated("signed", day),
            )
            self.fact(row, "KAZ UZB", *quotes)
            for sector in sectors.split():
                self.session.execute(m.fact_sectors.insert().values(fact_id=row.id, sector=sector))
            return row

        package = agree("package", "2024-08-08", form="package", count=28, qualifier="over")
        agree("water", "2024-08-08", "water energy", title="Agreement on the Kambarata plant", package_id=package.id)
        agree("trade", "2024-08-08", "trade", title="Memorandum on trade", form="memorandum", package_id=package.id)
        agree(
            "alone",
            "2023-05",
            "energy",
            title="Contract for gas",
            value_amount=Decimal(1_500_000_000),
            value_currency="USD",
        )
        agree("several", "2023-06-01", form="package", count=None)
        agree("to-come", None, title="Agreement on visas", status="planned")

    def _trade(self) -> None:
        def target(uid: str, parties: str, **values: Any) -> None:
            quotes = values.pop("quotes", ())
            due, said = values.pop("due", None), values.pop("announced", None)
            row = m.TradeTarget(
                uid=f"target-{uid}",
                kind="trade_targets",
                **{"measure": "turnover", **values},
                **dated("due", due),
                **dated("announced", said),
            )
            self.fact(row, parties, *quotes)

        def figure(uid: str, parties: str, **values: Any) -> None:
            quotes = values.pop("quotes", ())
            row = m.TradeFigure(uid=f"figure-{uid}", kind="trade_figures", **{"measure": "turnover", **values})
            self.fact(row, parties, *quotes)

        said = (("doc-a", "aim at trade of $10 billion by 2030"),)
        target(
            "uzb",
            "KAZ UZB",
            amount=10_000_000_000,
            currency="USD",
            due="2030",
            announced="2024-08-08",
            quotes=said,
            baseline_amount=4_600_000_000,
            baseline_period="2023",
            announced_by=[self.leaders["tokayev"]],
        )
        target("kgz", "KAZ KGZ", amount=2_000_000_000, currency="USD", due="2022", announced="2020")
        target("double", "KAZ TUR", multiplier=2, announced="2024-03-01", due_text="soon")
        figure(
            "uzb-2024",
            "KAZ UZB",
            amount=5_200_000_000,
            currency="USD",
            period="2024",
            qualifier="about",
            growth_percent=Decimal("13.0"),
            quotes=(("doc-b", "up from $4.6 billion"),),
            first_reported=date(2025, 2, 1),
            last_reported=date(2025, 2, 1),
        )
        figure("uzb-part", "KAZ UZB", amount=3_000_000_000, currency="USD", period="2025-01/2025-06")
        figure("kgz-2022", "KAZ KGZ", amount=1_350_000_000, currency="USD", period="2022", qualifier="exact")
        figure(
            "tur",
            "KAZ TUR",
            amount=6_000_000_000,
            currency="USD",
            qualifier="over",
            first_reported=date(2024, 1, 15),
            last_reported=date(2024, 1, 15),
        )
        figure("food", "KAZ UZB", amount=900_000_000, currency="USD", period="2024", scope="agriculture")

    def _rest(self) -> None:
        def milestone(uid: str, parties: str, day: str | None, kind: str, what: str) -> None:
            row = m.Milestone(
                uid=f"milestone-{uid}",
                kind="milestones",
                milestone_kind=kind,
                description=what,
                **dated("occurred", day),
            )
            self.fact(row, parties)

        milestone("ties", "KAZ UZB", "1992-11-23", "relations_established", "diplomatic relations established")
        milestone("order", "KAZ UZB", None, "award", "an order for the guest")
        row = m.JointProject(
            uid="project-many",
            kind="joint_projects",
            status="done",
            count=60,
            qualifier="over",
            description="industrial projects",
            value_amount=Decimal(2_400_000_000),
            value_currency="USD",
            first_reported=date(2024, 8, 9),
            last_reported=date(2024, 8, 10),
        )
        self.fact(row, "KAZ UZB")


def label(code: str) -> str:
    return code.replace("_", " ").capitalize()


def dated(stem: str, value: str | None) -> dict[str, Any]:
    """The two columns of a partial date."""
    if value is None:
        return {}
    parts = [int(part) for part in value.split("-")]
    return {
        f"{stem}_on": date(*[*parts, 1, 1][:3]),
        f"{stem}_precision": ("year", "month", "day")[len(parts) - 1],
    }


def wipe(session: Session) -> None:
    """Take the sample out again, for a database that is used twice."""
    session.execute(text("TRUNCATE relations.facts, relations.documents, relations.leaders, relations.sources CASCADE"))
    session.commit()
