"""How trade targets stand: a table of targets and figures, and the bounds that always hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.reports.scoring import Aim, Figure, Standing, score
from relations_db.values import PartialDate, Period

TODAY = date(2025, 6, 1)


def figure(
    period: str | None, amount: int, qualifier: str | None = None, currency: str = "USD", reported: str | None = None
) -> Figure:
    span = Period(period) if period else None
    day = date.fromisoformat(reported) if reported else None
    return Figure(
        Decimal(amount), currency, span.first if span else None, span.last if span else None, day, qualifier, period
    )


def aim(amount: int | None = 10, due: str | None = "2030", announced: str | None = "2024-05-01", **more: object) -> Aim:
    given = {"multiplier": None, "currency": "USD", "baseline": None, "baseline_end": None} | more
    return Aim(
        amount=Decimal(amount) if amount else None,
        due=PartialDate.parse(due) if due else None,
        announced=PartialDate.parse(announced) if announced else None,
        **given,  # type: ignore[arg-type]
    )


BASE = {"baseline": Decimal(5), "baseline_end": date(2023, 12, 31)}
HUNDREDS = {"baseline": Decimal(500), "baseline_end": date(2023, 12, 31)}
DOUBLE = {"multiplier": Decimal(2)}

# target, figures, standing, growth needed
SCORES: list[tuple[str, Aim, list[Figure], str, str | None]] = [
    ("no figures at all", aim(), [], "unknown", None),
    ("a base alone tells what is needed", aim(**BASE), [], "unknown", "10.4"),
    ("the latest figure is the base", aim(), [figure("2023", 5)], "unknown", "10.4"),
    ("ahead of steady growth", aim(**BASE), [figure("2024", 6)], "on_track", "8.9"),
    ("just above steady growth", aim(2000, "2025", **HUNDREDS), [figure("2024", 1002)], "on_track", "99.7"),
    ("just below steady growth", aim(2000, "2025", **HUNDREDS), [figure("2024", 999)], "behind", "100.3"),
    ("below steady growth", aim(**BASE), [figure("2024", 5)], "behind", "12.2"),
    ("base from the figure before the announcement", aim(), [figure("2023", 5), figure("2024", 6)], "on_track", "8.9"),
    ("reached in a full year", aim(**BASE), [figure("2024", 10)], "reached", None),
    ("over the aim counts as reached", aim(**BASE), [figure("2024", 10, "over")], "reached", None),
    ("nearly the aim is not reached", aim(**BASE), [figure("2024", 10, "under")], "on_track", None),
    ("a part of a year is not compared", aim(**BASE), [figure("2024-01/2024-08", 12)], "unknown", "10.4"),
    ("another currency is not compared", aim(**BASE), [figure("2024", 900, currency="RUB")], "unknown", "10.4"),
    ("a fiscal year counts", aim(**BASE), [figure("2024-04/2025-03", 10)], "reached", None),
    ("a current value counts on its day", aim(**BASE), [figure(None, 10, reported="2025-02-01")], "reached", None),
    ("a value without any day says nothing", aim(**BASE), [figure(None, 10)], "unknown", "10.4"),
    ("reached before the announcement", aim(), [figure("2022", 11), figure("2023", 5)], "unknown", "10.4"),
    ("the latest year was above already", aim(), [figure("2022", 4), figure("2023", 11)], "reached", None),
    ("a current value of the same day", aim(), [figure(None, 10, reported="2024-05-01")], "unknown", None),
    ("a current value of the day after", aim(), [figure(None, 10, reported="2024-05-02")], "reached", None),
    ("past due and below", aim(due="2024", **BASE), [figure("2024", 9)], "missed", None),
    ("past due, reached in the due year", aim(due="2024", **BASE), [figure("2024", 11)], "reached", None),
    ("past due, reached later", aim(10, "2024", "2023"), [figure("2024", 9), figure("2025", 12)], "missed", None),
    ("past due, the due year is not told", aim(due="2024", **BASE), [figure("2023", 9)], "unknown", "11.1"),
    ("due this year is not past due", aim(due="2025", **BASE), [figure("2024", 7)], "behind", "42.9"),
    ("no due date, below", aim(due=None), [figure("2024", 7)], "open", None),
    ("no due date, reached", aim(due=None), [figure("2024", 12)], "reached", None),
    ("no due date, no figure", aim(due=None), [], "unknown", None),
    ("double what was before", aim(None, **DOUBLE), [figure("2023", 5), figure("2024", 6)], "on_track", "8.9"),
    ("double an unknown base", aim(None, **DOUBLE), [figure("2024", 6)], "unknown", None),
    ("double, base given", aim(None, **DOUBLE, **BASE), [figure("2024", 10)], "reached", None),
    ("double, currency from the figures", aim(None, **DOUBLE, currency=None), [figure("2023", 5)], "unknown", "10.4"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "target", "figures", "standing", "growth"), SCORES)
def test_standing(why: str, target: Aim, figures: list[Figure], standing: str, growth: str | None) -> None:
    found = score(target, figures, TODAY)
    assert (found.standing.value, None if found.growth is None else str(found.growth)) == (standing, growth), why


def test_multiple_is_shown_in_money() -> None:
    found = score(aim(None, **DOUBLE, currency=None), [figure("2023", 5, currency="EUR")], TODAY)
    assert (found.aim, found.currency) == (10, "EUR")


amounts = st.integers(1, 10**12)
years = st.integers(2000, 2040)
any_figures = st.lists(st.builds(lambda year, amount: figure(str(year), amount), years, amounts), max_size=6)
any_aims = st.builds(
    lambda amount, due, announced, base, base_year: aim(
        amount,
        str(due) if due else None,
        str(announced) if announced else None,
        baseline=Decimal(base) if base else None,
        baseline_end=date(base_year, 12, 31) if base_year else None,
    ),
    amounts,
    st.none() | years,
    st.none() | years,
    st.none() | amounts,
    st.none() | years,
)


@given(any_aims, any_figures, st.dates(date(2000, 1, 1), date(2045, 1, 1)))
def test_what_always_holds(target: Aim, figures: list[Figure], today: date) -> None:
    found = score(target, figures, today)
    assert found == score(target, list(reversed(figures)), today) or len({f.end for f in figures}) < len(figures)
    if found.standing is Standing.MISSED:
        assert target.due is not None
        assert today > target.due.last
    if found.standing is Standing.REACHED:
        assert any(f.reaches(target.amount or Decimal(0)) for f in figures)
        assert found.growth is None
    if found.standing is Standing.OPEN:
        assert target.due is None
    if found.growth is not None:
        assert found.growth >= 0
