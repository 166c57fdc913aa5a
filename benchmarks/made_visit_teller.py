"""Tells a made article sentence by sentence: who is named how, which day is said how, which slots were filled."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import made_visit_frames as frames

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
COUNTS = ("no", "one", "two", "three", "four", "five")


class Person(NamedTuple):
    name: str
    state: str
    office: str
    gender: str

    @property
    def last(self) -> str:
        whole = {"Pham Minh Chinh": "Chinh", "Abdel Fattah el-Sisi": "el-Sisi"}
        return whole.get(self.name, self.name.split()[-1])


PEOPLE = [Person(*row) for row in frames.PEOPLE]
MINISTERS = [Person(*row) for row in frames.MINISTERS]
# what a reader would take for the event told last, or could not tell
_UNCLEAR = re.compile(
    r"^The (?:visit|talks|two|previous|guest|main|date|invitation|tour|next|leaders)\b"
    r"|^(?:During|No|Aides|Some|\"|A |Streets|Officials|Talks)|^\{Y\} is the|[Tt]he \{kind\} visit(?! to \{Y\})"
)
EVENTS = (
    "BEFORE_GUEST",
    "BEFORE_HOST",
    "AFTER_HOST",
    "AFTER_HOST_SET",
    "STOP_BEFORE",
    "STOP_AFTER",
    "MARGINS",
    "MINISTER_TRIPS",
    "THIRD",
)
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass(slots=True)
class Teller:
    """Tells sentence by sentence; remembers who has been named, what day was told last and which slots were filled."""

    rng: random.Random
    second: bool
    on: date | None
    people: dict[str, Person] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    loose: dict[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    subject: str | None = None
    last_day: date | None = None
    sentence: int = 0
    last_at: int = 0
    there: bool = False  # the guest has not left yet
    goes_on: bool = False  # to another state, not home
    back: bool = False  # "a day earlier" may be said
    year_told: bool = False

    def pick(self, bank: Sequence[str], astray: bool = False) -> str:
        """A wording of this set; `astray`: after another event, when only a name says what is meant."""
        own = [w for n, w in enumerate(bank) if (n % 3 == 2) == self.second]
        fits = [w for w in own if self.fits(w, astray)] or [w for w in bank if self.fits(w, astray)]
        return self.rng.choice(fits or own)

    def fits(self, wording: str, astray: bool) -> bool:
        """False for a wording that contradicts what the article tells, or leaves open of what it speaks."""
        if self.there and "{range}" in wording and ("visited" in wording or "paid" in wording):
            return False
        if self.goes_on and ("{X:cap}" in wording or "home" in wording) and "{A} ho" not in wording:
            return False
        return not (astray and _UNCLEAR.search(wording))

    def tell(self, template: str, fresh: bool = False) -> str:
        """A sentence without its full stop; `fresh`: it opens a paragraph, so that no pronoun may reach back."""
        if fresh and self.rng.random() < 0.7:
            self.subject = None
        first: list[str] = []
        self.sentence += not template.startswith(" ")

        def fill(match: re.Match[str]) -> str:
            name, form = match.groups()
            if name in self.people:
                if form not in ("he", "him"):
                    first.append(name)
                opens = match.start() == 0
                bare = (
                    opens and template[match.end() : match.end() + 1] not in (",", "") and " and {" not in template[:12]
                )
                return self.person(name, form or "s", len(first) == 1 and bare, first.count(name) > 1)
            return self.slot(name, form)

        text = _SLOT.sub(fill, template)
        alone = (
            template.startswith(tuple("{" + name + end for name in first[:1] for end in ("}", ":")))
            and " and {" not in template[:12]
        )
        if not template.startswith((" ", ",")):
            self.subject = first[0] if alone and not template.startswith("{" + first[0] + ":") else None
        return text[0].upper() + text[1:]

    # -------------------------------------------------------------- persons
    def person(self, name: str, form: str, opens: bool, again: bool) -> str:
        who = self.people[name]
        he, him, his = ("he", "him", "his") if who.gender == "m" else ("she", "her", "her")
        if form in ("he", "him"):
            return he if form == "he" else him
        if again or (opens and self.subject == name and self.rng.random() < 0.6):
            return {"s": he, "o": him, "p": his}[form]
        state, adj = frames.STATES[who.state][:2]
        title = frames.TITLES[who.office]
        words = {"name": who.name, "last": who.last, "title": title, "role": title.lower(), "state": state, "adj": adj}
        if who.name not in self.named:
            self.named.add(who.name)
            bank = frames.FIRST_NAMES
            if opens and form == "s" and self.rng.random() < 0.2:
                bank = (*frames.FIRST_AS_SUBJECT[:2], frames.FIRST_AS_SUBJECT[2])
            text = self.pick(bank).format(**words) if form != "p" else f"{adj} {title} {who.name}"
        else:
            text = self.pick(frames.LATER_NAMES).format(**words)
            if who.office in ("foreign_minister", "minister"):
                text = text.replace(f"{adj} leader", f"{adj} minister")
        return text + "'s" if form == "p" else text

    # -------------------------------------------------------------- days and other slots
    def slot(self, name: str, form: str | None) -> str:
        if name in self.states:
            state, adj, capital, _ = frames.STATES[self.states[name]]
            return {None: state, "adj": adj, "cap": capital}[form]
        if name in ("on", "On"):
            assert form
            self.told.add(form)
            return self.day(self.days[form], True) if form in self.days else self.loose[form]
        if name in ("in", "In"):
            assert form
            self.told.add(form)
            return self.loose[form]
        if name in self.days:
            self.told.add(name)
            return self.day(self.days[name], False)
        key = name.lower()
        self.told.add(key)
        if key == "place" and self.loose["place"] == self.loose["city"]:
            self.told.add("city")
        self.told |= {"a_kind": {"kind"}, "a_len": {"len"}, "n_days": {"len"}, "range": {"arr", "end"}}.get(key, set())
        if key == "range":
            return self.range()
        return self.loose[key]

    def dated(self, day: date) -> str:
        """A day and month, with the year where it is not understood."""
        month = MONTHS[day.month - 1]
        text = f"{month} {day.day}" if self.rng.random() < 0.4 else f"{day.day} {month}"
        if self.on is None and not self.year_told:
            self.year_told = True
            text += f", {day.year}" if text[0].isalpha() else f" {day.year}"
        return text

    def day(self, day: date, adverb: bool) -> str:
        on = "on " if adverb else ""
        gap = (day - self.last_day).days if self.last_day else None
        ways = {
            1: ("the next day", "the following day", "a day later"),
            -1: ("a day earlier", "the day before", "the previous day"),
        }
        if gap == -1 and not self.back:
            gap = None
        if adverb and gap in ways and self.sentence - self.last_at < 2 and self.rng.random() < 0.4:
            text = self.pick(ways[gap])
        elif self.on and -6 <= (day - self.on).days <= 6:
            near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((day - self.on).days)
            roll = self.rng.random()
            if near and adverb and roll < 0.1:
                text = near
            elif roll < 0.75:
                text = on + WEEKDAYS[day.weekday()]
            else:
                text = on + self.dated(day)
        else:
            text = on + self.dated(day)
        self.last_day, self.last_at = day, self.sentence
        return text

    def range(self) -> str:
        a, b = self.days["arr"], self.days["end"]
        if self.on and self.rng.random() < 0.3 and all(-6 <= (d - self.on).days <= 6 for d in (a, b)):
            text = f"from {WEEKDAYS[a.weekday()]} to {WEEKDAYS[b.weekday()]}"
        elif a.month == b.month and not (self.on is None and self.year_told):
            year = f" {a.year}" if self.on is None else ""
            self.year_told = True
            text = self.rng.choice(
                (
                    f"from {a.day} to {b.day} {MONTHS[a.month - 1]}{year}",
                    f"on {MONTHS[a.month - 1]} {a.day}-{b.day}" + (f", {a.year}" if year else ""),
                )
            )
        else:
            text = f"from {self.dated(a)} to {self.dated(b)}"
        self.last_day, self.last_at = b, self.sentence
        return text
