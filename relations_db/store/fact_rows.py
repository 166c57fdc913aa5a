"""Facts as rows of their kinds' tables. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from relations_db.resolve import Fact
from relations_db.values import (
    Agreement,
    Declaration,
    JointProject,
    Kind,
    Milestone,
    Money,
    PartialDate,
    TradeFigure,
    TradeTarget,
    Visit,
)

Row = tuple[Any, ...]
Ids = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class KindTable:
    """How facts of one kind are stored: the columns after `fact_id`, and the values given the fact, leader ids by key
    and fact ids by uid.
    """

    table: str
    columns: tuple[str, ...]
    values: Callable[[Fact, Ids, Ids], Row]


def _date(on: PartialDate | None) -> tuple[date | None, str | None]:
    return (on.first, on.precision) if on else (None, None)


def _money(value: Money | None) -> tuple[Any, str | None]:
    return (value.amount, value.currency) if value else (None, None)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _visit(fact: Fact, leaders: Ids, _facts: Ids) -> Row:
    v = fact.claim
    assert isinstance(v, Visit)
    assert fact.leader_key
    place = (v.country, v.host, v.city, v.visit_kind)
    return (leaders[fact.leader_key], *place, *_date(v.started_on), *_date(v.ended_on))


def _declaration(fact: Fact, _leaders: Ids, _facts: Ids) -> Row:
    d = fact.claim
    assert isinstance(d, Declaration)
    return (d.form, d.title, d.level, d.level_text, *_date(d.signed_on), d.place)


def _agreement(fact: Fact, _leaders: Ids, facts: Ids) -> Row:
    a = fact.claim
    assert isinstance(a, Agreement)
    package = facts.get(fact.package) if fact.package else None
    counted = (a.count, _text(a.qualifier) if a.count is not None else None, *_money(a.value))
    return (a.form, a.title, *counted, *_date(a.signed_on), a.place, package)


def _target(fact: Fact, _leaders: Ids, _facts: Ids) -> Row:
    t = fact.claim
    assert isinstance(t, TradeTarget)
    currency = t.currency if t.amount is not None or t.baseline_amount is not None else None
    aim = (t.measure, t.from_country, t.amount, currency, t.multiplier)
    baseline = (t.baseline_amount, _text(t.baseline_period))
    return (*aim, *_date(t.due), t.due_text, *baseline, *_date(t.announced_on), t.step)


def _figure(fact: Fact, _leaders: Ids, _facts: Ids) -> Row:
    f = fact.claim
    assert isinstance(f, TradeFigure)
    value = (f.amount, f.currency if f.amount is not None else None, _text(f.qualifier), f.growth_percent)
    return (f.measure, f.from_country, *value, _text(f.period), f.scope)


def _project(fact: Fact, _leaders: Ids, _facts: Ids) -> Row:
    p = fact.claim
    assert isinstance(p, JointProject)
    return (p.count, _text(p.qualifier) if p.count is not None else None, *_money(p.value), p.description or "")


def _milestone(fact: Fact, _leaders: Ids, _facts: Ids) -> Row:
    m = fact.claim
    assert isinstance(m, Milestone)
    return (m.milestone_kind, *_date(m.occurred_on), m.description or "")


def _columns(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TABLES: dict[Kind, KindTable] = {
    Kind.VISIT: KindTable(
        "visits",
        _columns("leader_id country host city visit_kind started_on started_precision ended_on ended_precision"),
        _visit,
    ),
    Kind.DECLARATION: KindTable(
        "declarations", _columns("form title level level_text signed_on signed_precision place"), _declaration
    ),
    Kind.AGREEMENT: KindTable(
        "agreements",
        _columns("form title count qualifier value_amount value_currency signed_on signed_precision place package_id"),
        _agreement,
    ),
    Kind.TRADE_TARGET: KindTable(
        "trade_targets",
        _columns(
            "measure from_country amount currency multiplier due_on due_precision due_text"
            " baseline_amount baseline_period announced_on announced_precision step"
        ),
        _target,
    ),
    Kind.TRADE_FIGURE: KindTable(
        "trade_figures", _columns("measure from_country amount currency qualifier growth_percent period scope"), _figure
    ),
    Kind.JOINT_PROJECT: KindTable(
        "joint_projects", _columns("count qualifier value_amount value_currency description"), _project
    ),
    Kind.MILESTONE: KindTable(
        "milestones", _columns("milestone_kind occurred_on occurred_precision description"), _milestone
    ),
}

PEOPLE: dict[Kind, tuple[str, str]] = {
    Kind.VISIT: ("visit_meetings", "met"),
    Kind.DECLARATION: ("signatories", "signatories"),
    Kind.TRADE_TARGET: ("announcers", "announced_by"),
}
"""The table that joins facts of a kind to leaders, and the claim's field with their names."""

FACT_COLUMNS = _columns(
    "uid kind status block independent_sources first_reported last_reported review load_id merged_into"
)


def fact_row(fact: Fact, load_id: int | None) -> Row:
    """A row of `facts`, by `FACT_COLUMNS`."""
    first, last = fact.first_reported, fact.last_reported
    return (
        fact.uid,
        fact.kind.value,
        _text(getattr(fact.claim, "status", None)),
        fact.block,
        fact.sources,
        first.first if first else None,
        last.first if last else None,
        fact.review,
        load_id,
        None,
    )


def parties(fact: Fact) -> tuple[str, ...]:
    """The states that take part."""
    return tuple(sorted(set(fact.claim.parties)))  # type: ignore[union-attr]  # leaders are no facts of this kind
