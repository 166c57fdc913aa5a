"""What a report is asked about: countries, a leader, a stretch of time. Names and dates are understood here, once."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from relations_db.errors import InvalidInput
from relations_db.reports.database import Names, read_names
from relations_db.store import models as m
from relations_db.values import PartialDate

When = str | date | PartialDate | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The filters of one report, resolved: codes of states that exist, dates that a calendar has."""

    names: Names
    country: str | None = None
    other: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None

    @property
    def words(self) -> str:
        """The filters in words, to stand after a title: ` of Kazakhstan and Uzbekistan, since 2022`."""
        return self.told()

    def told(self, more: str = "") -> str:
        """The filters in words; `more` stands before the dates."""
        states = [self.names.country(code) for code in (self.country, self.other) if code]
        parts = [f" of {' and '.join(states)}"] if states else []
        parts += [more]
        parts += [f", since {self.since}"] if self.since else []
        parts += [f", until {self.until}"] if self.until else []
        return "".join(parts)

    def order(self, codes: Sequence[str]) -> tuple[str, ...]:
        """The parties by name, the states that were asked for first."""
        return tuple(sorted(codes, key=lambda c: (c != self.country, c != self.other, self.names.country(c))))


def read_scope(session: Session, country: str | None, other: str | None, since: When, until: When) -> Scope:
    """Resolve the filters.

    Raises:
        InvalidInput: a state that is not known, `other` without or equal to `country`, dates that are none or out of
            order.
    """
    one = find_country(session, country) if country else None
    two = find_country(session, other) if other else None
    if two and not one:
        raise InvalidInput("one of the two countries is missing: give --country as well")
    if two and one == two:
        raise InvalidInput(f"both countries are {one}: relations need two")
    first, last = read_date(since), read_date(until)
    if first and last and first.first > last.last:
        raise InvalidInput(f"since {first} is after until {last}")
    return Scope(read_names(session), one, two, first, last)


def read_date(value: When) -> PartialDate | None:
    """A filter's date.

    Raises:
        InvalidInput: another form than YYYY[-MM[-DD]], or a date that no calendar has.
    """
    if value is None or isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        raise InvalidInput(f"not a date: {str(value)!r}; write YYYY, YYYY-MM or YYYY-MM-DD") from None


def find_country(session: Session, text: str) -> str:
    """The code of the state that a code or a name means.

    Raises:
        InvalidInput: no state or several; the text names those that may be meant.
    """
    asked = text.strip()
    by_code = or_(m.Country.code == asked.upper(), m.Country.alpha2 == asked.upper())
    if code := session.scalar(select(m.Country.code).where(by_code)):
        return code
    folded = asked.casefold()
    query = select(m.CountryName.country).where(func.lower(m.CountryName.name) == folded).distinct()
    codes = sorted(session.scalars(query))
    exact = session.scalar(select(m.Country.code).where(func.lower(m.Country.name) == folded))
    if exact or len(codes) == 1:
        return exact or codes[0]
    if codes:
        raise InvalidInput(f"{text!r} may mean several states: {', '.join(codes)}; give the code")
    raise InvalidInput(f"no state is called {text!r}{_suggest_country(session, asked)}")


def _suggest_country(session: Session, asked: str) -> str:
    known: dict[str, str] = {}
    countries = {row.code: row.name for row in session.execute(select(m.Country.code, m.Country.name))}
    for code, name in countries.items():
        known[code.casefold()] = known[name.casefold()] = f"{name} ({code})"
    for code, name in session.execute(select(m.CountryName.country, m.CountryName.name)):
        known.setdefault(name.casefold(), f"{countries[code]} ({code})")
    if not known:
        return ": this database holds no states yet; load something first"
    close = difflib.get_close_matches(asked.casefold(), known, n=3, cutoff=0.6)
    return (
        f"; did you mean {' or '.join(dict.fromkeys(known[c] for c in close))}?"
        if close
        else "; give an alpha-3 code, such as KAZ"
    )


def find_leader(session: Session, text: str, among: Sequence[int]) -> int:
    """The id of the leader whom a name means; `among` are the leaders of whom the report can speak.

    A full name in any spelling, or a part of it where only one of them bears it.

    Raises:
        InvalidInput: nobody or several; the text names those that may be meant.
    """
    from relations_db.resolve.leaders import name_tokens

    asked = name_tokens(text)
    people = _people(session, among)
    exact = {id for id, _, spelling in people if name_tokens(spelling) == asked}
    within = {id for id, _, spelling in people if asked and set(asked) <= set(name_tokens(spelling))}
    found = exact or within
    if len(found) == 1:
        return found.pop()
    labels = {id: label for id, label, _ in people}
    if found:
        names = sorted(labels[id] for id in found)
        raise InvalidInput(f"{text!r} may be {' or '.join(names[:5])}; give the full name")
    spellings = {" ".join(name_tokens(spelling)): label for _, label, spelling in people}
    spellings |= {tokens.rpartition(" ")[2]: label for tokens, label in spellings.items()}
    close = difflib.get_close_matches(" ".join(asked), spellings, n=3, cutoff=0.6)
    hint = f"; did you mean {' or '.join(dict.fromkeys(spellings[c] for c in close))}?" if close else ""
    raise InvalidInput(f"no leader called {text!r} is in this report{hint}")


def _people(session: Session, among: Sequence[int]) -> list[tuple[int, str, str]]:
    """Id, name with country, and spelling of each of the leaders: one row a spelling."""
    ids = m.Leader.id.in_(among)
    own = select(m.Leader.id, m.Leader.name, m.Leader.country, m.Leader.name).where(ids)
    spelled = (
        select(m.Leader.id, m.Leader.name, m.Leader.country, m.LeaderName.name)
        .join(m.LeaderName, m.LeaderName.leader_id == m.Leader.id)
        .where(ids)
    )
    rows = [*session.execute(own), *session.execute(spelled)]
    return [(id, f"{name} ({country})" if country else name, spelling) for id, name, country, spelling in rows]
