"""The value of each field of a fact, chosen among what its statements say; the others are kept as dissent.

The order of the rules, the first that decides counts:

1. `stage`: what is said of the fact's latest stage goes before what was said while it was planned;
2. `more precise`: a day before a month, a day that is told before that of the news, an exact number before a round one,
   a title before a paraphrase;
3. `more sources`: the value that more independent sources give;
4. `earlier report`: the value that was reported first;
5. `fixed order`: the order of the texts' digests, where the reports are of one day.

`only` marks a value that nobody disputes, `all` a list to which every statement adds, `first announced` the date of the
first announcement, `life cycle` the status (see `relations_db.resolve.stages`), `review` a value that a person set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from relations_db.resolve.facts import Choice, Dissent, Record
from relations_db.resolve.identity.agreements import rounds
from relations_db.resolve.leaders import name_key
from relations_db.resolve.places import Places
from relations_db.resolve.records import DAY_FIELDS
from relations_db.resolve.sources import independent
from relations_db.resolve.words import overlap, telling, tokens
from relations_db.values import Agreement, Kind, Money, PartialDate, Period, Qualifier, Status

RULES = (
    "only",
    "stage",
    "more precise",
    "more sources",
    "earlier report",
    "fixed order",
    "all",
    "first announced",
    "life cycle",
    "review",
)

Value = tuple[Any, ...]
"""The values of the fields of one group, which are chosen together."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are chosen together.

    `precision` ranks values, None for a value that says nothing. `norm` makes equal what differs in spelling only.
    `refines(a, b)`: `a` says what `b` says and more, so that `b` is no dissent. `staged`: the rule `stage`
    applies. `wording`: values differ in words only, which makes no statement say more or less.
    """

    fields: tuple[str, ...]
    precision: Callable[[Value], float | None]
    norm: Callable[[Value], Hashable]
    refines: Callable[[Value, Value], bool]
    staged: bool = False
    wording: bool = False

    @classmethod
    def plain(cls, *fields: str, vague: tuple[str, ...] = ()) -> Group:
        """Values without degrees; those of `vague` say little, the first the least, and give way to any other."""

        def rank(said: Any) -> float:
            return vague.index(said) / len(vague) if said in vague else 1.0

        def precision(value: Value) -> float | None:
            return None if value[0] is None else rank(value[0])

        return cls(fields, precision, lambda v: v[0], lambda a, b: b[0] in vague and rank(a[0]) > rank(b[0]))

    def against(self, said: Value, held: Value) -> bool:
        """True where `said` is another value than `held`, not one in other words or a vaguer one."""
        if self.precision(said) is None or self.norm(said) == self.norm(held):
            return False
        return held[0] is None or not self.refines(held, said)


def _never(_a: Value, _b: Value) -> bool:
    return False


def _plain(value: Value) -> float | None:
    return None if value[0] is None else 0.0


def _itself(value: Value) -> Hashable:
    return value


def _text_group(field: str, *, wording: bool = False) -> Group:
    """Titles and descriptions: capitalised ones and longer ones tell more; one that shares half its words is no
    dissent.
    """

    def precision(value: Value) -> float | None:
        text: str | None = value[0]
        if not text:
            return None
        own = sum(w[:1].isupper() for w in text.split()[1:]) >= 2
        return 100.0 * own + min(len(telling(text)), 50)

    def refines(a: Value, b: Value) -> bool:
        return overlap(telling(a[0]), telling(b[0])).share >= 0.5 or not telling(b[0])

    return Group((field,), precision, lambda v: tokens(v[0]), refines, wording=wording)


def _place_group(field: str, places: Places) -> Group:
    return Group((field,), _plain, lambda v: places.city(v[0]), _never)


def _date_group(field: str) -> Group:
    def precision(value: Value) -> float | None:
        on: PartialDate | None = value[0]
        return None if on is None else 1.0 + (on.month is not None) + (on.day is not None)

    return Group((field,), precision, _itself, lambda a, b: b[0].contains(a[0]), staged=True)


def _count_group() -> Group:
    def precision(value: Value) -> float | None:
        return None if value[0] is None else float(value[1] is Qualifier.EXACT)

    def refines(a: Value, b: Value) -> bool:
        return rounds(Agreement((), "package", None, *b), Agreement((), "package", None, *a))

    return Group(("count", "qualifier"), precision, _itself, refines)


def _amount_group() -> Group:
    def precision(value: Value) -> float | None:
        return None if value[0] is None else float(value[2] is Qualifier.EXACT) * 100 + _digits(value[0])

    def refines(a: Value, b: Value) -> bool:
        return abs(a[0] - b[0]) <= 0.011 * max(abs(a[0]), abs(b[0])) or b[2] is not Qualifier.EXACT

    return Group(("amount", "currency", "qualifier"), precision, _itself, refines)


def _digits(number: float) -> int:
    """Significant digits: 123.86 billion is more precise than 123.9."""
    return len(f"{number:.12g}".replace(".", "").replace("-", "").split("e")[0].strip("0")) if number else 1


def _name_group() -> Group:
    """A person's name: the fuller form."""

    def precision(value: Value) -> float:
        return float(len(name_key(value[0]).words))

    return Group(("leader",), precision, lambda v: name_key(v[0]).text, lambda a, b: True, wording=True)


def _money(value: Value) -> Hashable:
    money: Money | None = value[0]
    return money and (float(money.amount), money.currency)


def _baseline_group() -> Group:
    """The value that an aim starts from; one with its period is more precise. Its currency goes with it."""

    def precision(value: Value) -> float | None:
        return None if value[0] is None else float(value[1] is not None)

    fields = ("baseline_amount", "baseline_period", "currency")
    return Group(fields, precision, _itself, lambda a, b: a[0] == b[0] and b[1] is None)


_SUM = Group(("value",), _plain, _money, _never, staged=True)
_PERIOD = Group(("period",), _plain, lambda v: v[0] and _ends(v[0]), _never)


def _ends(period: Period) -> Hashable:
    return (period.first, period.last)


def groups(places: Places) -> dict[Kind, tuple[Group, ...]]:
    """The fields of each kind that are chosen."""
    return {
        Kind.VISIT: (
            _name_group(),
            Group.plain("visit_kind", vague=("unspecified", "summit")),
            _place_group("city", places),
            _date_group("started_on"),
            _date_group("ended_on"),
        ),
        Kind.DECLARATION: (
            Group.plain("form", vague=("other",)),
            _text_group("title"),
            Group.plain("level", "level_text"),
            _date_group("signed_on"),
            _place_group("place", places),
        ),
        Kind.AGREEMENT: (
            Group.plain("form", vague=("other",)),
            _text_group("title"),
            _count_group(),
            _SUM,
            _date_group("signed_on"),
            _place_group("place", places),
        ),
        Kind.TRADE_TARGET: (
            Group.plain("from_country"),
            Group.plain("due", "due_text"),
            _baseline_group(),
            Group(("step",), _plain, _itself, lambda a, b: True),
        ),
        Kind.TRADE_FIGURE: (
            Group.plain("from_country"),
            _amount_group(),
            Group.plain("growth_percent"),
            _PERIOD,
            _text_group("scope"),
        ),
        Kind.JOINT_PROJECT: (_count_group(), _SUM, _text_group("description", wording=True)),
        Kind.MILESTONE: (_date_group("occurred_on"), _text_group("description", wording=True)),
    }


UNIONS: dict[Kind, tuple[str, ...]] = {
    Kind.VISIT: ("met",),
    Kind.DECLARATION: ("signatories",),
    Kind.AGREEMENT: ("sectors",),
    Kind.TRADE_TARGET: ("announced_by",),
    Kind.JOINT_PROJECT: ("sectors",),
}


@dataclass(slots=True)
class _Candidate:
    value: Value
    records: list[Record]
    precision: float


def choose(group: Group, records: Sequence[Record], latest: frozenset[Status]) -> tuple[Choice | None, list[Dissent]]:
    """The choice among what `records` (in their fixed order) say in the fields of `group`; None where nobody says
    anything.
    """
    candidates = _candidates(group, records)
    if not candidates:
        return None, []
    if len(candidates) == 1:
        only = candidates[0]
        return Choice(group.fields[0], only.value, "only", _keys(only)), []
    ranked = sorted(candidates, key=lambda c: _rank(group, c, latest))
    best = ranked[0]
    rule = _deciding(_rank(group, best, latest), _rank(group, ranked[1], latest))
    others = [c for c in ranked[1:] if not group.refines(best.value, c.value)]
    dissent = [Dissent(group.fields[0], c.value, _keys(c)) for c in others]
    return Choice(group.fields[0], best.value, rule if others else "only", _keys(best)), dissent


def _keys(candidate: _Candidate) -> tuple[str, ...]:
    return tuple(r.key for r in candidate.records)


def _candidates(group: Group, records: Sequence[Record]) -> list[_Candidate]:
    found: dict[Hashable, _Candidate] = {}
    values: dict[Hashable, dict[Value, int]] = defaultdict(lambda: defaultdict(int))
    for record in records:
        value = tuple(getattr(record.claim, f) for f in group.fields)
        precision = group.precision(value)
        if precision is None:
            continue
        norm = group.norm(value)
        values[norm][value] += 1
        if record.assumed and group.fields[0] == DAY_FIELDS.get(record.claim.kind):
            precision -= 0.5
        candidate = found.setdefault(norm, _Candidate(value, [], precision))
        candidate.records.append(record)
        candidate.precision = max(candidate.precision, precision)
    for norm, candidate in found.items():
        candidate.value = max(values[norm], key=lambda v: (group.precision(v) or 0.0, values[norm][v]))
    return list(found.values())


def _rank(group: Group, candidate: _Candidate, latest: frozenset[Status]) -> tuple[Any, ...]:
    """Ascending: the best candidate sorts first. One entry for each rule from `stage` to `fixed order`."""
    first = min(candidate.records, key=lambda r: r.order)
    staged = not group.staged or any(getattr(r.claim, "status", Status.DONE) in latest for r in candidate.records)
    number = independent(r.source for r in candidate.records)
    return (not staged, -candidate.precision, -number, first.order[0], first.order[1:])


def _deciding(best: tuple[Any, ...], second: tuple[Any, ...]) -> str:
    return RULES[1 + next(i for i, (a, b) in enumerate(zip(best, second, strict=True)) if a != b)]


def union(field: str, records: Sequence[Record]) -> tuple[str, ...]:
    """All entries of a list field: names in their fullest spelling by first report, codes sorted."""
    entries = [entry for record in records for entry in getattr(record.claim, field)]
    if field == "sectors":
        return tuple(sorted(set(entries)))
    people: list[str] = []
    for name in sorted(dict.fromkeys(entries), key=lambda n: -len(name_key(n).words)):
        if not any(_part_of(name, other) for other in people):
            people.append(name)
    return tuple(sorted(people, key=lambda n: name_key(n).text))


def _part_of(name: str, fuller: str) -> bool:
    short, long = name_key(name), name_key(fuller)
    return set(short.words) <= set(long.words) or "".join(short.words) == "".join(long.words)
