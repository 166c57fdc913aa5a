"""The models in ORM use."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from servers import Server
from sqlalchemy import select
from sqlalchemy.orm import Session, configure_mappers
from world import fill

from relations_db.store import models as m
from relations_db.store.engine import make_engine


@pytest.fixture
def session(embedded_server: Server) -> Iterator[Session]:
    name = embedded_server.create(embedded_server.template)
    engine = make_engine(embedded_server.url(name))
    with engine.connect() as connection:
        fill(connection.connection.driver_connection)  # type: ignore[arg-type]
    with Session(engine) as opened:
        yield opened
    engine.dispose()


@pytest.mark.filterwarnings("error")
def test_mappers_are_sound() -> None:
    configure_mappers()


def test_each_fact_comes_as_its_kind(session: Session) -> None:
    kinds = [type(fact) for fact in session.scalars(select(m.Fact).order_by(m.Fact.id))]
    assert kinds == [
        *(
            m.CitedOffice,
            m.Visit,
            m.Declaration,
            m.Agreement,
            m.TradeTarget,
            m.TradeFigure,
            m.JointProject,
            m.Milestone,
        ),
        m.Agreement,
    ]


def test_from_a_visit_to_its_words(session: Session) -> None:
    visit = session.scalars(select(m.Visit).where(m.Visit.host == "UZB")).one()
    assert (visit.leader.name, visit.started_on, visit.status) == (
        "Kassym-Jomart Tokayev",
        datetime.date(2023, 5, 3),
        "done",
    )
    assert [party.name for party in visit.parties] == ["Kazakhstan", "Uzbekistan"]
    assert [leader.name for leader in visit.met] == ["Shavkat Mirziyoyev"]
    statement = visit.evidence[0].statement
    assert statement.document.text[statement.span_start : statement.span_end] == statement.quote
    assert [further.quote for further in statement.further_quotes] == ["on 3 May 2023"]
    assert statement.document.source is not None
    assert statement.document.source.name == "Agency"


def test_a_package_and_its_members(session: Session) -> None:
    package = session.scalars(select(m.Agreement).where(m.Agreement.form == "package")).one()
    assert [member.title for member in package.members] == ["Plan"]
    assert package.members[0].package is package
    assert [sector.code for sector in package.members[0].sectors] == ["trade"]


def test_writing(session: Session) -> None:
    """Parts may be flushed in any order: parties are checked at commit."""
    states = [session.get_one(m.Country, code) for code in ("KAZ", "TUR")]
    session.add(
        m.Visit(
            uid="vis-0000001",
            status="planned",
            block="b",
            leader=session.get_one(m.Leader, 1),
            country="KAZ",
            host="TUR",
            visit_kind="state",
            started_on=datetime.date(2024, 5, 1),
            started_precision="month",
            parties=states,
        )
    )
    session.commit()
    held = session.scalars(select(m.Visit).where(m.Visit.uid == "vis-0000001")).one()
    assert (held.fact_kind, held.independent_sources, held.parties) == ("visits", 0, states)
    session.delete(held)
    session.commit()


def test_terms_of_office(session: Session) -> None:
    leader = session.scalars(select(m.Leader).where(m.Leader.key == "kaz-tokayev")).one()
    assert [(term.office, term.held.lower, term.held.upper) for term in leader.tenures] == [
        ("head_of_state", datetime.date(2019, 3, 20), None)
    ]
    assert [name.name for name in leader.names] == ["Tokaev"]
