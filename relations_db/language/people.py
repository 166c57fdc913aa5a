"""Persons of a text and the places that mean them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from relations_db.language import patterns as re
from relations_db.language.fold import fold, name_key
from relations_db.language.lexicon import CALENDAR, Known
from relations_db.language.names_beside import LOOSE, STOP_CAPITALS, TitleGroup
from relations_db.values import PartialDate
from relations_db.vocabulary import in_office

_ARTICLE = re.compile(r"\A[a-z]+[-'](?=[A-Z])")
RANK = {code: i for i, code in enumerate(
    ("head_of_state", "head_of_government", "foreign_minister", "deputy_head_of_government", "minister", "speaker", "envoy", "other"))}  # fmt: skip


@dataclass(slots=True, eq=False)
class Entity:
    """A person of this text. `known` is the reference leader, where there is one; `name` the fullest form that the text gives."""

    name: str
    country: str | None = None
    office: str | None = None
    former: bool = False
    known: Known | None = None
    explicit: bool = False
    surnames: set[str] = field(default_factory=set)
    titles: TitleGroup | None = None
    kin: bool = False

    def office_in(self, year: PartialDate | None) -> str | None:
        """The highest office held in a year; None where the tables know of none."""
        held = [t.office for t in self.known.tenures if in_office(t, year)] if self.known and year else []
        return min(held, key=lambda office: RANK.get(office, 9), default=None)

    def office_on(self, on: PartialDate | None) -> tuple[str | None, bool]:
        """Office by the reference tables on a date (or the last one before it), and whether it was over by then."""
        if self.known is None:
            return None, False
        terms = sorted(self.known.tenures, key=lambda t: t.start)
        if on is None:
            return terms[-1].office, bool(terms[-1].end)
        now = [t for t in terms if in_office(t, on)]
        if now:
            return min(now, key=lambda t: RANK.get(t.office, 9)).office, False
        before = [t for t in terms if t.start and PartialDate.parse(t.start).first <= on.last]
        if not before and years_from_office(self.known, on) < 3:
            return "other", False
        if not before:
            return None, False  # what he became later he was not then
        return max(before, key=lambda t: t.end).office, True


@dataclass(slots=True, eq=False)
class Mention:
    """A place in the text that means a person: by name, by role ("the Kazakh president") or later by pronoun."""

    start: int
    end: int
    form: str
    entity: Entity | None = None
    country: str | None = None
    office: str | None = None
    plural: bool = False
    phrase: str = ""
    name_start: int = -1
    counterpart: bool = False


def years_from_office(known: Known, on: PartialDate) -> float:
    """Years between a date and the nearest term of the leader; 0 while in office."""
    best = 999.0
    for term in known.tenures:
        start = PartialDate.parse(term.start).first.toordinal() if term.start else 0
        end = PartialDate.parse(term.end).last.toordinal() if term.end else 10**7
        day = on.first.toordinal()
        best = min(best, 0 if start <= day <= end else min(abs(start - day), abs(end - day)) / 365)
    return best


def singular_office(entity: Entity, office: str, on: PartialDate | None) -> str:
    """ "Leaders", "heads of state": the office that the person really holds, where the tables know it."""
    held, _ = entity.office_on(on)
    return held if held and office in ("other", "head_of_state") else office


def short_forms(name: str, known: Known | None) -> set[str]:
    """The forms by which a later sentence may name the person."""
    tokens = [t for t in name.split() if len(t) > 1 and not t.endswith(".")]
    forms = {name, *_with_particles(tokens)}
    if tokens and tokens[-1] != name:
        forms.add(tokens[-1])
    if given := given_form(name):
        forms.add(given)
    if known:
        short = fold(known.short)
        forms.add(short)
        if tokens and short not in name:
            same = [t for t in tokens if name_key(t) == name_key(short)]
            forms |= set(same)
    return {f for f in forms if len(f) > 1 and not f.islower() and f not in STOP_CAPITALS and f not in CALENDAR}


def _with_particles(tokens: list[str]) -> Iterator[str]:
    """A surname with its small words and without, as it stands in a sentence and at its head: "van der Meer", "Van der Meer"."""
    first = len(tokens) - 1
    while first > 1 and tokens[first - 1][0].islower():
        first -= 1
        yield " ".join(tokens[first:])
    if first < 1 or not (surname := " ".join(tokens[first:]))[0].islower():
        return
    yield from (surname, surname[0].upper() + surname[1:])
    yield _ARTICLE.sub("", tokens[-1])


_PATRONYMIC = frozenset(("bin", "ibn", "bint"))


def given_form(name: str) -> str | None:
    """The given name that alone means one whose name is made with his father's: "Sheikh Mohamed" for Mohamed bin Zayed Al Nahyan."""
    tokens = name.split()
    return tokens[0] if len(tokens) > 2 and tokens[1] in _PATRONYMIC else None


def is_loose(entity: Entity) -> bool:
    """True for an unknown person whose titles firms, banks and clubs give as well: a state must be told beside them."""
    titles = entity.titles.titles if entity.titles else ()
    held = [t for t in titles if any(office != "none" for _, office in t.readings)]
    return entity.known is None and bool(held) and all(LOOSE.fullmatch(t.phrase) for t in held)


def only_state(stack: TitleGroup) -> str | None:
    """The state of a title that exists in one state alone ("president of the Bundestag"), or is that state's where nothing else is said.

    The latter is what a row of the table says whose office is that of the row without a state ("deputy secretary of state").
    """
    states = {state for title in stack.titles for state, _ in title.readings}
    if len(states) == 1 and "" not in states:
        return states.pop()
    for title in stack.titles:
        offices = dict(title.readings)
        whose = [state for state, office in offices.items() if state and office == offices.get("")]
        if len(whose) == 1:
            return whose[0]
    return None
