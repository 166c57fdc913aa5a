"""How much is read of made articles on visits, of which it is known what they tell.

    python benchmarks/made_visits.py [--number 1000] [--closed] [--show ID ...] [--lost]

Each article tells of a visit (or a tour, a gathering, a minister's trip) in four to eight sentences: arrival in one,
its talks, kind, place and end in others, and between them other visits and things that are none. The same number makes
the same article. Of the wordings every third belongs to the second set, which no rule is mended on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import made_visit_frames as frames
from made_visit_teller import COUNTS, EVENTS, MINISTERS, MONTHS, PEOPLE, Person, Teller

from relations_db.evaluate import evaluate
from relations_db.extract import Extractor, to_codebook
from relations_db.values import Document, PartialDate


def article(kind: str) -> str:
    return ("an " if kind[0] in "aeiou" else "a ") + kind


class Fact(NamedTuple):
    who: Person
    host: str
    status: str
    start: str | None = None
    end: str | None = None
    kind: str = "unspecified"
    city: str | None = None

    def gold(self) -> dict[str, Any]:
        return {
            "leader": self.who.name, "country": self.who.state, "host": self.host, "city": self.city, "kind": self.kind,
            "started_on": self.start, "ended_on": self.end, "status": self.status, "met": [],
        }  # fmt: skip


class Article(NamedTuple):
    id: str
    text: str
    on: date | None
    visits: list[Fact]
    shape: str
    sides: list[str]


class Maker:
    """Makes one article."""

    def __init__(self, number: int, second: bool) -> None:
        self.rng = rng = random.Random(number * 2 + second)
        self.number, self.second = number, second
        pub = date(2024, rng.randint(3, 8), rng.randint(4, 28))  # when all of them were in office
        self.pub = pub
        self.on: date | None = pub if rng.random() < 0.88 else None
        heads = rng.sample(PEOPLE, len(PEOPLE))
        cast: list[Person] = []
        for person in heads:
            if person.state not in {p.state for p in cast}:
                cast.append(person)
        self.cast = cast
        self.say = Teller(rng, second, self.on)
        self.facts: list[Fact] = []
        self.sides: list[str] = []
        self.paragraphs: list[list[str]] = []

    # -------------------------------------------------------------- words for other days
    def past(self, name: str) -> str | None:
        """Sets the slot `name` to a day or month long before; the date it gives."""
        rng, pub, dated = self.rng, self.pub, self.on is not None
        year, month, day = pub.year - rng.randint(1, 6), rng.randint(1, 12), rng.randint(1, 28)
        if year == pub.year - 1 and month > 10:
            month = 6
        word = MONTHS[month - 1]
        ways: list[tuple[str, str | None]] = [
            (f"in {word} {year}", f"{year}-{month:02}"),
            (f"on {day} {word} {year}", f"{year}-{month:02}-{day:02}"),
            (f"in {year}", f"{year}"),
            (f"in early {year}", f"{year}"),
            (f"in {word} last year", f"{pub.year - 1}-{month:02}" if dated else None),
            ("last year", f"{pub.year - 1}" if dated else None),
        ]
        if pub.month > 2 and dated and name == "recent":
            back = pub.replace(day=1) - timedelta(days=20)
            word = MONTHS[back.month - 1]
            ways = [
                ("last month", f"{back.year}-{back.month:02}"),
                (f"in {word}", f"{back.year}-{back.month:02}"),
                (f"on {min(day, 14)} {word}", f"{back.year}-{back.month:02}-{min(day, 14):02}"),
            ]
        text, value = rng.choice(ways)
        self.say.loose[name] = text
        return value

    def future(self) -> str | None:
        rng, pub, dated = self.rng, self.pub, self.on is not None
        month = min(12, pub.month + 2)
        word = MONTHS[month - 1]
        ways: list[tuple[str, str | None]] = [
            ("next year", f"{pub.year + 1}" if dated else None),
            (f"in {word}", f"{pub.year}-{month:02}" if dated else None),
            (f"in March {pub.year + 1}", f"{pub.year + 1}-03"),
        ]
        text, value = rng.choice(ways)
        self.say.loose["next"] = text
        return value

    def near(self, name: str, day: date) -> str | None:
        """Sets the slot `name` to a day of the story; the date it gives."""
        self.say.days[name] = day
        return day.isoformat()

    # -------------------------------------------------------------- other events
    def side(self, which: str, astray: bool) -> str:
        """A sentence on another event, with the facts it gives."""
        say, people = self.say, self.say.people
        a, b = people["A"], people["B"]
        bank: tuple[str, ...] = getattr(frames, which)
        self.sides.append(which)
        template = say.pick(bank, astray or (which == "MARGINS" and b.name not in say.named))
        if which in ("BEFORE_GUEST", "BEFORE_HOST"):
            when, kind = self.past("old"), "unspecified"
            who, host = (a, b.state) if which == "BEFORE_GUEST" else (b, a.state)
            say.loose["kind2"] = self.rng.choice(("working", "official"))
            say.loose["a_kind2"] = article(say.loose["kind2"])
            if "kind2" in template:
                kind = say.loose["kind2"]
            self.facts.append(Fact(who, host, "done", when, None, kind, self.capital(template, host)))
        elif which in ("AFTER_HOST", "AFTER_HOST_SET"):
            when = self.future() if which == "AFTER_HOST_SET" else None
            status = "planned" if when or which == "AFTER_HOST_SET" else "proposed"
            self.facts.append(Fact(b, a.state, status, when, None, "unspecified", self.capital(template, a.state)))
        elif which in ("STOP_BEFORE", "STOP_AFTER"):
            self.stop(which, template)
        elif which == "MARGINS":
            when, z = self.past("old"), self.cast[2].state
            say.states["Z"] = z
            self.facts += [Fact(p, z, "done", when, None, "summit", self.capital(template, z)) for p in (a, b)]
        elif which == "CALLS":
            say.loose["vague"] = self.rng.choice(frames.VAGUE)
        elif which == "MINISTER_TRIPS":
            when = self.past("recent")
            fits = [m for m in MINISTERS if m.state == a.state] or [
                Person("Anton Berel", a.state, "foreign_minister", "m")
            ]
            people["M"] = fits[0]
            self.facts.append(
                Fact(fits[0], b.state, "done", when, None, "unspecified", self.capital(template, b.state))
            )
        elif which == "THIRD":
            d, e = self.cast[4], self.cast[5]
            people.update(D=d, E=e)
            say.states["W"] = e.state
            when = self.near("third", self.pub - timedelta(days=self.rng.randint(1, 4)))
            self.facts.append(
                Fact(d, e.state, "done", self.seen(when), None, "unspecified", self.capital(template, e.state))
            )
        else:
            self.past("old")
        return template

    def stop(self, which: str, template: str) -> None:
        a, c, say = self.say.people["A"], self.cast[3], self.say
        say.people["C"] = c
        say.states["Z"] = c.state
        before = which == "STOP_BEFORE"
        slot, day = (
            ("before", say.days["arr"] - timedelta(days=2))
            if before
            else ("after", say.days["end"] + timedelta(days=1))
        )
        when = self.seen(self.near(slot, day)) if "on:" in template.lower() else None
        self.facts.append(
            Fact(
                a, c.state, "done" if before else "planned", when, None, "unspecified", self.capital(template, c.state)
            )
        )

    def seen(self, when: str | None) -> str | None:
        return when

    @staticmethod
    def capital(template: str, state: str) -> str | None:
        return frames.STATES[state][2] if ":cap}" in template else None

    # -------------------------------------------------------------- the article
    def make(self) -> Article:
        shape = self.rng.choice(
            ("done",) * 8 + ("planned",) * 4 + ("put off", "proposed", "tour", "tour", "tour", "summit", "summit")
        )
        getattr(self, "make_" + shape.replace(" ", "_"))()
        body = "\n\n".join(" ".join(f"{s}." for s in p) for p in self.paragraphs)
        where = self.dateline()
        name = f"{'second' if self.second else 'first'}-{self.number}"
        return Article(name, where + body, self.on, self.facts, shape, self.sides)

    def dateline(self) -> str:
        """Sometimes a dateline: of the town of the main fact, which it then gives, or of the guest's capital."""
        if not self.facts or self.rng.random() < 0.6 or "tour" in self.sides:
            return ""
        main = self.facts[-1]
        city = self.say.loose.get("city")
        if city is None or main.status != "done":
            return ""
        if self.rng.random() < 0.8:
            self.facts = [
                f._replace(city=city)
                if f.host == main.host
                and f.status == main.status
                and (f is main or f.kind == "summit")
                and f.city is None
                else f
                for f in self.facts
            ]
            day = f", {MONTHS[self.pub.month - 1]} {self.pub.day}" if self.on and self.rng.random() < 0.5 else ""
            return f"{city.upper()}{day} - "
        return ""

    def scene(self, length: int, start: date) -> None:
        """Sets up guest A, host B, the days of the stay and its place."""
        rng, say = self.rng, self.say
        a, b = self.cast[0], self.cast[1]
        ministers = [m for m in MINISTERS if m.state not in (a.state, b.state, *(c.state for c in self.cast[2:6]))]
        if rng.random() < 0.15 and ministers:
            a = rng.choice(ministers)
            if rng.random() < 0.5 and (hosts := [m for m in MINISTERS if m.state == b.state]):
                b = hosts[0]
        say.people.update(A=a, B=b)
        say.states.update(X=a.state, Y=b.state)
        end = start + timedelta(days=length - 1)
        say.days.update(
            arr=start, talk=start + timedelta(days=min(length - 1, rng.randint(0, 1))), end=end, pub=self.pub
        )
        state, _, capital, other = frames.STATES[b.state]
        city = capital if rng.random() < 0.8 else other
        place = city if rng.random() < 0.75 else state
        kinds = ("working", "official", "state") if a.office == "head_of_state" else ("working", "official")
        kind = rng.choice(kinds)
        say.loose.update(city=city, place=place, kind=kind, a_kind=article(kind))
        say.loose.update(len=f"{COUNTS[length]}-day", a_len=f"a {COUNTS[length]}-day", n_days=f"{COUNTS[length]} days")

    def write(self, moves: Sequence[tuple[str, ...] | str]) -> None:
        """Tells the moves in their order, in paragraphs, some with who tells them."""
        say, rng = self.say, self.rng
        astray = False
        for number, move in enumerate(moves):
            fresh = number == 0 or rng.random() < 0.45
            fresh = fresh or astray
            template = self.side(move, astray) if isinstance(move, str) else say.pick(move, astray)
            if astray:
                say.subject, say.last_at = None, -9
            say.back = move in (frames.ARRIVALS, frames.TALKS)
            text = say.tell(template, fresh)
            astray = move in EVENTS
            plain = (
                move != "THIRD"
                and '"' not in template
                and "said" not in template
                and "reported" not in template
                and "told" not in template
            )
            if plain and rng.random() < (0.3 if number == 0 else 0.12):
                text += say.tell(" " + say.pick(frames.TELLERS)).lstrip()
            if fresh:
                self.paragraphs.append([])
            self.paragraphs[-1].append(text)

    def sides_for(self, banks: Sequence[str], most: int) -> list[str]:
        return self.rng.sample(list(banks), self.rng.randint(1, most))

    def make_done(self) -> None:
        rng = self.rng
        length = rng.randint(2, 4)
        since = rng.randint(0, 3)
        self.scene(length, self.pub - timedelta(days=since))
        days = self.say.days
        if days["talk"] > self.pub:
            days["talk"] = days["arr"]
        over = days["end"] < self.pub or (days["end"] == self.pub and rng.random() < 0.5)
        self.say.there = not over
        own = [
            frames.ARRIVALS,
            frames.TALKS,
            frames.KINDS,
            frames.ENDS_BEHIND if over else frames.ENDS_AHEAD,
            frames.CITIES,
            frames.FILLERS,
        ]
        after = "AFTER_HOST" if rng.random() < 0.6 else "AFTER_HOST_SET"
        stop = "STOP_AFTER" if not over and rng.random() < 0.5 else "STOP_BEFORE"
        sides = self.sides_for(
            ("BEFORE_GUEST", "BEFORE_HOST", after, stop, "MARGINS", "CALLS", "MINISTER_TRIPS", "THIRD", "NO_EVENTS"), 3
        )
        self.say.goes_on = "STOP_AFTER" in sides
        moves = self.arranged(own, sides)
        self.write([frames.DONE_LEADS, *moves])
        self.main("done")

    def arranged(self, own: list[tuple[str, ...]], sides: list[str]) -> list[tuple[str, ...] | str]:
        """Some of what is told of the main fact, with the other events between (in the second set also at once)."""
        rng = self.rng
        kept: list[tuple[str, ...] | str] = list(rng.sample(own, min(len(own), rng.randint(2, 4))))
        if own[0] in kept and rng.random() < 0.5:
            kept.remove(own[0])
            kept.insert(0, own[0])
        for side in sides:
            low = 0 if self.second else 1
            kept.insert(rng.randint(min(low, len(kept)), len(kept)), side)
        return kept

    def main(self, status: str) -> None:
        """The fact that the main sentences have told."""
        say = self.say
        told, days = say.told, say.days
        start: date | None = None
        if "arr" in told:
            start = days["arr"]
        elif "talk" in told:
            start = days["talk"]
        elif status == "done":
            start = self.on
        end = days["end"] if "end" in told or ("len" in told and "arr" in told) else None
        if status in ("cancelled", "proposed"):
            end = None
        if status == "proposed":
            start = None
        kind = say.loose["kind"] if "kind" in told else "unspecified"
        city = say.loose["city"] if "city" in told else None
        iso = start.isoformat() if start else None
        self.facts.append(
            Fact(say.people["A"], say.people["B"].state, status, iso, end.isoformat() if end else None, kind, city)
        )

    def make_planned(self) -> None:
        rng = self.rng
        self.scene(rng.randint(2, 4), self.pub + timedelta(days=rng.choice((1, 2, 3, 5, 9, 16, 25))))
        sides = self.sides_for(
            ("BEFORE_GUEST", "BEFORE_HOST", "MARGINS", "CALLS", "MINISTER_TRIPS", "THIRD", "NO_EVENTS", "STOP_AFTER"), 2
        )
        self.say.goes_on = "STOP_AFTER" in sides
        self.write(
            [
                frames.PLANNED_LEADS,
                *self.arranged([frames.PLANNED_MORE, frames.PLANNED_MORE, frames.PLANNED_ENDS], sides),
            ]
        )
        self.main("planned")

    def make_put_off(self) -> None:
        self.scene(2, self.pub + timedelta(days=self.rng.choice((1, 2, 4, 9, 16))))
        sides = self.sides_for(("BEFORE_GUEST", "BEFORE_HOST", "MARGINS", "CALLS", "MINISTER_TRIPS", "NO_EVENTS"), 2)
        self.write([frames.PUT_OFF_LEADS, *self.arranged([frames.PUT_OFF_MORE, frames.PUT_OFF_MORE], sides)])
        self.main("cancelled")

    def make_proposed(self) -> None:
        self.scene(2, self.pub)
        sides = self.sides_for(("BEFORE_GUEST", "BEFORE_HOST", "MARGINS", "CALLS", "MINISTER_TRIPS", "NO_EVENTS"), 2)
        self.write([frames.PROPOSED_LEADS, *self.arranged([frames.PROPOSED_MORE, frames.PROPOSED_MORE], sides)])
        self.main("proposed")

    def make_tour(self) -> None:
        rng, say = self.rng, self.say
        stops = self.cast[1 : 1 + rng.randint(2, 4)]
        self.sides.append("tour")
        day = self.pub - timedelta(days=rng.randint(0, 2 * len(stops)))
        a = self.cast[0]
        say.people.update(A=a, B=stops[0])
        say.states.update(X=a.state, Y=stops[0].state)
        names = [frames.STATES[s.state][0] for s in stops]
        say.loose.update(n=COUNTS[len(stops)], list=", ".join(names[:-1]) + " and " + names[-1], city="-", place="-")
        moves: list[tuple[str, str]] = []
        for number, stop in enumerate(stops, 1):
            say.people[f"B{number}"] = stop
            say.states[f"Y{number}"] = stop.state
            say.days[str(number)] = day
            bank = frames.TOUR_AHEAD if day > self.pub else frames.TOUR_FIRST if number == 1 else frames.TOUR_NEXT
            if day > self.pub and number == 1:
                bank = frames.TOUR_AHEAD
            ended = number == len(stops)
            template = say.pick([t if ended or not t.startswith("The tour ends") else bank[0] for t in bank])
            template = template.replace("Yn", f"Y{number}").replace("Bn", f"B{number}").replace(":n}", f":{number}}}")
            status = "planned" if day > self.pub else "done"
            self.facts.append(
                Fact(
                    a,
                    stop.state,
                    status,
                    day.isoformat(),
                    None,
                    "unspecified",
                    frames.STATES[stop.state][2] if ":cap}" in template else None,
                )
            )
            moves.append((template,) * 3)
            day += timedelta(days=rng.randint(1, 2))
        say.days["pub"] = self.pub
        lead = frames.TOUR_LEADS
        extra: list[tuple[str, ...] | str] = list(moves)
        extra.insert(
            rng.randint(1, len(extra)),
            rng.choice(("BEFORE_GUEST", "BEFORE_HOST", "CALLS", "NO_EVENTS", "THIRD")) if len(stops) < 4 else "CALLS",
        )
        self.write([lead, *extra])

    def make_summit(self) -> None:
        rng, say = self.rng, self.say
        self.scene(2, self.pub - timedelta(days=rng.randint(0, 2)))
        c, d = self.cast[2], self.cast[3]
        b, z = self.cast[1], self.cast[6].state
        a = self.cast[0]
        say.people.update(A=a, B=b, C=c, D=d)
        say.states.update(Z=z, X=a.state, Y=b.state)
        say.days["after"] = self.pub + timedelta(days=1)
        start = say.days["arr"].isoformat()
        when, ahead = self.past("old"), self.future()
        lead = say.pick(frames.SUMMIT_LEADS)
        mores = [m for n, m in enumerate(frames.SUMMIT_MORE) if (n % 3 == 2) == self.second]
        chosen = rng.sample(mores, rng.randint(1, 3))
        self.write([(lead,) * 3, *([] if "{A" in lead else [frames.SUMMIT_WHO]), *[(m,) * 3 for m in chosen]])
        for more in chosen:
            if "in:old" in more:
                self.summit_side(more, when)
        city = say.loose["city"]
        ends = {d.name: self.say.days["after"].isoformat()} if any("flew home" in m for m in chosen) else {}
        self.facts += [Fact(p, b.state, "done", start, ends.get(p.name), "summit", city) for p in (a, c, d)]
        _ = ahead

    def summit_side(self, more: str, when: str | None) -> None:
        people = self.say.people
        a, b, c, d = (people[k] for k in "ABCD")
        if more.startswith("{A} had met {D:o}"):
            self.facts.append(Fact(d, a.state, "done", when, None, "unspecified", frames.STATES[a.state][2]))
        elif more.startswith("{C} visited {X}"):
            self.facts.append(Fact(c, a.state, "done", when))
        elif more.startswith("{B} had visited"):
            self.facts.append(Fact(b, a.state, "done", when, None, "unspecified", frames.STATES[a.state][2]))


def made(number: int, second: bool) -> Article:
    """The article of a number."""
    return Maker(number, second).make()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--closed", action="store_true", help="the wordings that no rule is mended on")
    parser.add_argument("--show", nargs="*", help="numbers of articles to print with what they tell and what is read")
    parser.add_argument("--lost", action="store_true", help="list what was not read rightly")
    args = parser.parse_args()
    numbers = [int(n) for n in args.show] if args.show else range(args.number)
    extractor, gold, found, texts = Extractor(), {}, {}, {}
    for article in (made(n, args.closed) for n in numbers):
        on = PartialDate.of(article.on) if article.on else None
        texts[article.id] = article
        gold[article.id] = {"id": article.id, "visits": [f.gold() for f in article.visits]}
        found[article.id] = {"visits": to_codebook(extractor.extract(Document(article.id, article.text, on)))["visits"]}
    result = evaluate(gold, found)
    score = result.rows()["visits"]
    print(
        f"visits {score.gold} P {score.precision:.4f} R {score.recall:.4f} F1 {score.f1:.4f} exact {score.exact_f1:.4f}"
    )
    print({name: f"{hits / count:.3f}" for name, (hits, count) in score.fields.items()})
    print(Counter(p.what for p in result.problems))
    for name in texts if args.show else ():
        print(f"\n{name} {texts[name].on} {texts[name].shape}\n{texts[name].text}\n")
        for fact in texts[name].visits:
            print("  ", *fact[0][:2], *fact[1:])
    for problem in result.problems if args.lost or args.show else ():
        print(
            json.dumps(
                [problem.document, texts[problem.document].shape, problem.what, problem.detail], ensure_ascii=False
            )
        )


if __name__ == "__main__":
    main()
