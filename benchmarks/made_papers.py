"""How much is read of articles on papers and trade that are made from frames, so that the facts are known by construction.

    python benchmarks/made_papers.py [--articles N] [--seed N] [--closed] [--errors [KIND]] [--show ID ...]

An article is an event of two states (a visit, a session of a commission, a forum, a call) and, around it in varying order,
papers, declarations, trade and works; the day and the place of a paper stand in another sentence, and older papers, papers
with a third state and papers to come stand between. `--closed` takes the wordings and arrangements that are never looked at
while rules are mended (every third of each list). Leaders and visits are not scored.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

import made_paper_words as w

from relations_db.evaluate import evaluate
from relations_db.extract import Extractor, to_codebook
from relations_db.values import Document, Kind, PartialDate

KINDS = ("declarations", "agreements", "trade_targets", "trade_figures", "joint_projects", "milestones")
ARRANGEMENTS = [
    "event paper | figure target",
    "event filler paper | older | figure",
    "lead tail | older third | filler target",
    "event | filler | declared paper | project",
    "event paper place | third | flow",
    "event older | declared | paper2 | to_sign",
    "event figure | paper third | discussed",
    "event declared | old_level | paper | two_steps",
    "event paper earlier | in_force | figure",
    "lead tail | to_sign | figure filler target",
    "event third | paper2 | milestone | target",
    "event target | paper contract | background | project",
    "event paper | triple | figure old_figure",
    "event milestone | declared | paper place | project",
    "event | figure target | paper | to_sign",
    "call | figure target | discussed | in_force",
    "call filler | to_sign | two_steps",
    "event doubles | declared | paper | older older",
    "event | contract bodies | flow | project",
    "event paper | contract | old_target | filler",
    "event | older figure | paper2 | discussed third",
    "event | bodies bodies | target",
    "event declared paper | third triple | figure",
    "event paper | milestone | third | old_target figure",
    "lead tail | in_force | figure | background",
    "event | older | third | paper2 | project",
    "lead tail | bodies | two_steps | project",
]
MONTHS = "January February March April May June July August September October November December".split()
PAST = ("November 2024", "December 2024", "January 2025", "February 2025")
PAPERS = ("single", "several", "bullets", "counted", "fields", "single", "counted", "fields")
PLAIN = ("At the end of the talks", "As a result of the negotiations", "Following the talks")  # whatever stands before
T = TypeVar("T")
Facts = dict[str, list[dict[str, Any]]]


def proper(line: str) -> str:
    """A line with "an" before a name that begins with a vowel."""
    return re.sub(r"\b([Aa]) (?=[AIEO][a-z])", r"\1n ", line)


@dataclass
class Article:
    """One article in the making."""

    chance: random.Random
    closed: bool
    slots: dict[str, str] = field(default_factory=dict)
    facts: Facts = field(default_factory=lambda: {kind: [] for kind in KINDS})
    told: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)  # block and its figures and targets

    def pick(self, options: Sequence[T]) -> T:
        """One of the wordings of this set: every third is of the closed one."""
        kept = [o for n, o in enumerate(options) if (n % 3 == 2) == self.closed]
        return self.chance.choice(kept)

    def add(self, block: str, facts: str, **fields: Any) -> dict[str, Any]:
        fields.setdefault("parties", self.pair)
        fields["parties"] = sorted(fields["parties"])
        fields["block"] = block
        self.facts[facts].append(fields)
        return fields

    def begin(self) -> None:
        self.x, self.y, self.z = self.chance.sample(w.STATES, 3)
        self.pair = [self.x.code, self.y.code]
        self.topics = self.chance.sample(w.TOPICS, len(w.TOPICS))
        self.years = self.chance.sample(range(2006, 2024), 12)
        self.published = None
        if self.chance.random() < 0.8:
            self.published = date(2025, 5, 2) + timedelta(self.chance.randrange(235))
        self._choose_day()
        x, y, z = self.x, self.y, self.z
        self.city = x.capital if self.chance.random() < 0.8 else x.town
        heads = "two presidents" if x.title == y.title == "President" else "two leaders"
        self.slots = {
            "X": x.name, "Y": y.name, "Z": z.name, "Xa": x.adjective, "Ya": y.adjective,
            "LX": f"{x.title} {x.leader}", "LY": f"{y.title} {y.leader}", "MX": x.ministers[0], "MY": y.ministers[0],
            "MX2": x.ministers[1], "MY2": y.ministers[1], "city": self.city, "day": self.day_told, "heads": heads,
            "capX": x.capital, "capY": y.capital, "capZ": z.capital, "FX": x.firm, "FY": y.firm, "tX": x.town, "tY": y.town,
        }  # fmt: skip

    def _choose_day(self) -> None:
        """The day of the event: as told, and as it can be known."""
        self.dateline = ""
        if not self.published:
            day = date(2025, 3, 3) + timedelta(self.chance.randrange(250))
            known = self.chance.random() < 0.7
            self.day: date | None = day if known else None
            self.day_told = f" on {day.day} {day:%B %Y}" if known else ""
            return
        back = self.chance.choice((0, 0, 0, 1, 1, 2, 4))
        self.day = self.published - timedelta(back)
        ways = [f" on {self.day:%A}", f" on {self.day.day} {self.day:%B}", f" on {self.day:%B} {self.day.day}"]
        if back == 0:
            ways += ["", "", " today"]
        if back == 1:
            ways += [" yesterday"]
        self.day_told = self.chance.choice(ways)
        if self.chance.random() < 0.4:
            self.dateline = f"{self.published:%B} {self.published.day}"

    def on(self) -> str | None:
        return str(self.day) if self.day else None

    def paper(self) -> tuple[str, str, str, dict[str, Any]]:
        """Article, title and fields of a paper not yet used."""
        topic, sectors = self.topics.pop()
        noun, form = self.pick(w.NOUNS)
        joint = "in the field of" if noun == "programme of cooperation" else "on"
        if joint != "on" and topic.startswith("the "):
            joint = "on"
        title = f"{noun} {joint} {topic}"
        article = "an" if noun[0] in "aeiou" else "a"
        return (
            article,
            title,
            noun,
            {"form": form, "title": title, "count": 1, "qualifier": "exact", "sectors": list(sectors)},
        )

    def sum(self, low: int = 2, high: int = 90) -> tuple[str, float, str]:
        """A sum as told, its amount and currency."""
        tenths = self.chance.randrange(low, high)
        sign, currency = self.chance.choice(
            (("$", "USD"), ("$", "USD"), ("€", "EUR"), ("US$", "USD"), ("dollars", "USD"))
        )
        if tenths < 10:
            number, unit, amount = f"{tenths * 100}", "million", tenths * 10**8
        else:
            number, unit, amount = f"{tenths / 10:g}", "billion", tenths * 10**8
        told = f"{number} {unit} dollars" if sign == "dollars" else f"{sign}{number} {unit}"
        return told, float(amount), currency

    def period(self) -> tuple[str, str]:
        """A stretch of time as told, and as the codebook writes it."""
        options = [("in 2024", "2024"), ("in 2023", "2023")]
        if self.published:
            year, months = self.published.year, min(self.published.month - 1, 8)
            options += [("last year", str(year - 1)), ("in the first quarter of this year", f"{year}-Q1")]
            told = ("four", "five", "six", "seven", "eight")[months - 4]
            options += [(f"in the first {told} months of this year", f"{year}-01/{year}-0{months}")]
            options += [(f"between January and {MONTHS[months - 1]}", f"{year}-01/{year}-0{months}")]
        return self.chance.choice(options)

    def say(self, options: Sequence[str], **more: Any) -> str:
        return proper(self.pick(options).format(**(self.slots | more)))

    def same(self, plain: bool = False) -> str:
        options = [s for s in w.SAME if plain is False or s in PLAIN]
        if self.kind != "visit":
            options = [s for s in options if "heads" not in s]
        kept = [s for s in options if (w.SAME.index(s) % 3 == 2) == self.closed] or list(PLAIN)
        return self.chance.choice(kept).format(**self.slots)


class Maker:
    """Writes the blocks of an article and notes their facts; a method for each name of a block."""

    def __init__(self, article: Article) -> None:
        self.a = article
        self.used: set[str] = set()

    def event(self) -> str:
        return self.a.say(w.EVENTS[self.a.kind])

    def call(self) -> str:
        return self.a.say(w.CALLS)

    def filler(self) -> str:
        return self.a.say(w.FILLERS)

    def paper(self, plain: bool = False) -> str:
        return str(getattr(self, "_" + self.a.chance.choice(PAPERS))(self.a.same(plain)))

    def paper2(self) -> str:
        return self.paper(plain=True)

    def _done(self, block: str, **fields: Any) -> None:
        self.a.add(block, "agreements", signed_on=self.a.on(), status="done", **fields)

    def _single(self, same: str) -> str:
        article, title, _, fields = self.a.paper()
        self._done("single", **fields)
        return self.a.say(w.SINGLE, same=same, a=article, title=title)

    def _members(self, count: int, block: str) -> tuple[dict[str, str], list[str]]:
        slots, sectors = {}, []
        for n in range(1, count + 1):
            article, title, _, fields = self.a.paper()
            self._done(block, **fields)
            sectors += fields["sectors"]
            slots |= {f"a{n}": article, f"t{n}": title}
        return slots, sorted(set(sectors))

    def _package(self, block: str, count: int | None, qualifier: str | None, sectors: list[str], **more: Any) -> None:
        self._done(block, form="package", title=None, count=count, qualifier=qualifier, sectors=sectors, **more)

    def _several(self, same: str) -> str:
        slots, sectors = self._members(3, "several")
        self._package("several", 3, "exact", sectors, optional=True)
        self._package("several", None, None, sectors, optional=True)
        return self.a.say(w.SEVERAL, same=same, **slots)

    def _bullets(self, same: str) -> str:
        count = self.a.chance.randrange(3, 5)
        slots, sectors = self._members(count, "bullets")
        head = self.a.say(w.BULLET_HEADS, same=same, n=w.NUMBERS[count])
        counted = w.NUMBERS[count] in head
        self._package(
            "bullets", count if counted else None, "exact" if counted else None, sectors, optional=not counted
        )
        mark = self.a.chance.choice(("- ", "• ", "– ", ""))
        items = [mark + slots[f"t{n}"][0].upper() + slots[f"t{n}"][1:] for n in range(1, count + 1)]
        return "\n".join([head, *(i + (";" if mark else "") for i in items)]) + "\n"

    def _number(self) -> tuple[str, int, str]:
        count = self.a.chance.choice(list(w.NUMBERS)[3:])
        if self.a.chance.random() < 0.3:
            told, qualifier = self.a.pick(w.QUALIFIED)
            return told.format(n=w.NUMBERS[count]), count, qualifier
        return w.NUMBERS[count], count, "exact"

    def _counted(self, same: str) -> str:
        told, count, qualifier = self._number()
        slots, sectors = self._members(2, "counted")
        self._package("counted", count, qualifier, sectors)
        return self.a.say(w.COUNTED, same=same, n=told, **slots)

    def _fields(self, same: str) -> str:
        told, count, qualifier = self._number()
        chosen = self.a.chance.sample(w.FIELD_NAMES, 3)
        self._package("fields", count, qualifier, sorted(code for _, code in chosen))
        return self.a.say(w.FIELDS, same=same, n=told, **{f"s{n}": name for n, (name, _) in enumerate(chosen, 1)})

    def lead(self) -> str:
        article, title, _, fields = self.a.paper()
        self._done("lead", **fields)
        return self.a.say(w.LEADS, a=article, A=article.capitalize(), title=title)

    def tail(self) -> str:
        return self.a.say(w.LEAD_TAILS)

    def place(self) -> str:
        return self.a.say(w.PLACE_TOLD)

    def _other(self, block: str, options: Sequence[str], on: str | None, status: str, **more: Any) -> str:
        article, title, _, fields = self.a.paper()
        slots = {"a": article, "A": article.capitalize(), "title": title, **more.pop("slots", {})}
        template = self.a.pick(options)
        parties = more.get("parties") or self.a.pair
        if "parties_of" in more:
            parties = [self.a.z.code, *(s.code for k, s in (("{X}", self.a.x), ("{Y}", self.a.y)) if k in template)]
        if "{year}" not in template and "{mdate}" in template:
            on = more["mdate"]
        if "A week earlier" in template:
            on = f"{self.a.day - timedelta(7):%Y-%m}" if self.a.day else None
        optional = "has had" in template
        self.a.add(block, "agreements", signed_on=on, status=status, parties=parties, optional=optional, **fields)
        return proper(template.format(**(self.a.slots | slots)))

    def _year(self) -> str:
        return str(self.a.years.pop())

    def _past(self, block: str, options: Sequence[str], **more: Any) -> str:
        year, month = self._year(), self.a.chance.choice(PAST)
        name, number = month.split()
        iso = f"{number}-{MONTHS.index(name) + 1:02}"
        return self._other(block, options, year, "done", slots={"year": year, "mdate": month}, mdate=iso, **more)

    def older(self) -> str:
        return self._past("older", w.OLDER)

    def third(self) -> str:
        return self._past("third", w.THIRD, parties_of=True)

    def triple(self) -> str:
        return self._past("triple", w.TRIPLE, parties=[self.a.x.code, self.a.y.code, self.a.z.code])

    def in_force(self) -> str:
        return self._past("in_force", w.IN_FORCE)

    def earlier(self) -> str:
        on = str(self.a.day - timedelta(1)) if self.a.day else None
        return self._other("earlier", w.EARLIER_DAY, on, "done")

    def to_sign(self) -> str:
        now = self.a.published
        month = now.month % 12 + 1 if now else self.a.chance.randrange(1, 13)
        on = f"{now.year + now.month // 12}-{month:02}" if now else None
        return self._other("to_sign", w.TO_SIGN, on, "planned", slots={"month": MONTHS[month - 1]})

    def discussed(self) -> str:
        return self._other("discussed", w.DISCUSSED, None, "proposed")

    def contract(self) -> str:
        told, amount, currency = self.a.sum(1, 9)
        goods, sector = self.a.chance.choice(w.GOODS)
        title = f"contract for the supply of {goods}"
        self._done("contract", form="contract", title=title, count=1, qualifier="exact", sectors=[sector], value_amount=amount, value_currency=currency)  # fmt: skip
        return self.a.say(w.CONTRACTS, same=self.a.same(), sum=told, goods=goods)

    def bodies(self) -> str:
        template, sectors, whose = self.a.pick(w.BODIES)
        while template in self.used and not self.a.closed:
            template, sectors, whose = self.a.pick(w.BODIES)
        self.used.add(template)
        noun, form = self.a.pick(w.NOUNS[:5])
        title = noun if "programme" in noun else f"{noun} on cooperation"
        of_whom = f"{title} between {whose.format(**self.a.slots)}"
        article = "an" if noun[0] in "aeiou" else "a"
        self._done("bodies", form=form, title=of_whom, count=1, qualifier="exact", sectors=list(sectors))
        return template.format(**(self.a.slots | {"same": self.a.same(), "a": article, "title": title}))

    def declared(self) -> str:
        template, form, has_level = self.a.pick(w.DECLARED)
        level, code = self.a.pick(w.LEVELS)
        self.a.add("declared", "declarations", form=form, title=None, level=code if has_level else None, signed_on=self.a.on(), place=self.a.city, status="done")  # fmt: skip
        shown = level
        if form == "other":
            shown = ("an " if level[0] in "ae" else "a ") + level
        return template.format(**(self.a.slots | {"same": self.a.same(), "level": shown}))

    def old_level(self) -> str:
        year, template = self._year(), self.a.pick(w.OLD_LEVEL)
        place = self.a.y.capital if "{capY}" in template else None
        self.a.add("old_level", "declarations", form="declaration", title=None, level="strategic_partnership", signed_on=year, place=place, status="done")  # fmt: skip
        return template.format(**(self.a.slots | {"year": year}))

    def _figure(self, block: str, template: str, period: tuple[str, str], **more: Any) -> str:
        told, amount, currency = self.a.sum()
        came, qualifier = ("reached {s}", "exact")
        if "{came}" in template:
            came, qualifier = self.a.pick(w.CAME)
        growth, percent = "", None
        if "{growth}" in template and self.a.chance.random() < 0.6:
            (tail, sign), size = self.a.pick(w.GROWTH), self.a.chance.randrange(3, 60)
            growth, percent = tail.format(g=size), sign * size
        self.a.told[-1][1].append(self.a.add(block, "trade_figures", measure=more.pop("measure", "turnover"), amount=amount, currency=currency, qualifier=qualifier, growth_percent=percent, period=period[1], scope=None, **more))  # fmt: skip
        slots = {
            "came": came.format(s=told),
            "per": period[0],
            "Per": period[0][:1].upper() + period[0][1:],
            "growth": growth,
        }
        told = told if "{came}" not in template else ""
        line = template.format(**(self.a.slots | slots | {"sum": told, "year": period[1]}))
        return " ".join(line.split()).replace(" ,", ",").replace(" .", ".")

    def figure(self) -> str:
        return self._figure("figure", self.a.pick(w.FIGURES), self.a.period())

    def flow(self) -> str:
        return self._figure("flow", self.a.pick(w.FLOWS), self.a.period(), measure="exports", **{"from": self.a.y.code})

    def background(self) -> str:
        template = self.a.pick(w.BACKGROUND)
        one = self.a.x if "{X}" in template else self.a.y
        return self._figure("background", template, self.a.period(), parties=[one.code, self.a.z.code])

    def old_figure(self) -> str:
        year = str(self.a.chance.randrange(2012, 2022))
        return self._figure("old_figure", self.a.pick(w.OLD_FIGURES), ("", year))

    def _target(self, block: str, **fields: Any) -> None:
        given = {
            "measure": "turnover",
            "amount": None,
            "currency": None,
            "due": None,
            "baseline_amount": None,
            "step": 1,
        }
        self.a.told[-1][1].append(
            self.a.add(block, "trade_targets", **(given | {"announced_on": self.a.on()} | fields))
        )

    def target(self) -> str:
        template, _ = self.a.pick(w.TARGETS)
        told, amount, currency = self.a.sum(100, 300)
        due = str(self.a.chance.randrange(2027, 2036)) if "{due}" in template else None
        standing = self.a.published and re.search(r"intend|goal is", template)  # as it is on the day of the text
        on = str(self.a.published) if standing else self.a.on()
        self._target("target", amount=amount, currency=currency, due=due, announced_on=on)
        return template.format(**(self.a.slots | {"sum": told, "due": due}))

    def two_steps(self) -> str:
        template = self.a.pick(w.TWO_STEPS)
        (told, amount, currency), size = self.a.sum(100, 140), self.a.chance.randrange(15, 40)
        second = told.replace(f"{amount / 1e9:g}", str(size))
        dated = "{due}" in template
        self._target("two_steps", amount=amount, currency=currency, due="2027" if dated else None)
        self._target("two_steps", amount=size * 1e9, currency=currency, due="2032" if dated else None, step=2)
        return template.format(**(self.a.slots | {"sum": told, "sum2": second, "due": "2027", "due2": "2032"}))

    def doubles(self) -> str:
        due = str(self.a.chance.randrange(2027, 2036))
        self._target("doubles", multiplier=2, due=due)
        return self.a.say(w.DOUBLES, due=due)

    def old_target(self) -> str:
        (told, amount, currency), year = self.a.sum(20, 90), self._year()
        self._target("old_target", amount=amount, currency=currency, announced_on=year)
        return self.a.say(w.OLD_TARGETS, sum=told, year=year)

    def project(self) -> str:
        template, status = self.a.pick(w.PROJECTS)
        (told, amount, currency), count = self.a.sum(), self.a.chance.randrange(13, 60)
        self.a.add("project", "joint_projects", count=count, qualifier="exact", value_amount=amount, value_currency=currency, status=status)  # fmt: skip
        return template.format(**(self.a.slots | {"n": count, "sum": told}))

    def milestone(self) -> str:
        template, kind = self.a.pick(w.MILESTONES)
        day = date(1991, 3, 1) + timedelta(self.a.chance.randrange(2500))
        on = str(day) if "{full}" in template else str(day.year)
        self.a.add("milestone", "milestones", kind=kind, occurred_on=on)
        return template.format(**(self.a.slots | {"full": f"{day.day} {day:%B %Y}", "year": day.year}))


def _give_baselines(article: Article) -> None:
    """A sum told in a sentence beside a target is what it sets out from."""
    for n, (_, facts) in enumerate(article.told):
        for fact in facts:
            if "step" not in fact or fact["step"] != 1:
                continue
            near = [f for at in (n - 1, n + 1) if 0 <= at < len(article.told) for f in article.told[at][1]]
            figures = [
                f for f in near if "period" in f and f["parties"] == fact["parties"] and f["measure"] == fact["measure"]
            ]
            figures = [f for f in figures if f["currency"] == fact["currency"] or fact["amount"] is None]
            if figures and "due" in fact and n and article.told[n][0] != "old_target":
                fact["baseline_amount"] = figures[0]["amount"]


def make(number: int, seed: int, closed: bool) -> tuple[Document, dict[str, Any]]:
    """The article of a number: its text and its facts."""
    article = Article(random.Random(f"{seed}/{number}/{closed}"), closed)
    layout = article.pick(ARRANGEMENTS)
    article.kind = "visit" if "declared" in layout else article.chance.choice(list(w.EVENTS))
    article.begin()
    maker, paragraphs = Maker(article), []
    for paragraph in layout.split(" | "):
        lines = []
        for block in paragraph.split():
            article.told.append((block, []))
            lines.append(getattr(maker, block)())
        text = " ".join(lines)
        paragraphs.append("\n".join(line.strip() for line in text.split("\n")).strip())
    _give_baselines(article)
    if article.dateline:
        agency = article.chance.choice(("(Agency) ", "", "/Press service/ "))
        paragraphs[0] = f"{article.city.upper()}, {article.dateline} {agency}– " + paragraphs[0]
    if article.chance.random() < 0.3:
        paragraphs.insert(0, article.say(w.HEADLINES))
    on = article.published
    given = PartialDate(on.year, on.month, on.day) if on else None
    name = f"{'c' if closed else 'o'}{number:04}"
    return Document(name, "\n\n".join(paragraphs), given), {"id": name, **article.facts}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--closed", action="store_true")
    parser.add_argument("--errors", nargs="?", const="", default=None)
    parser.add_argument("--show", nargs="*", default=[])
    options = parser.parse_args()
    made = [make(n, options.seed, options.closed) for n in range(options.articles)]
    extractor, found = Extractor(), {}
    for document, _ in made:
        if options.show and document.id not in options.show:
            continue
        facts = to_codebook(extractor.extract(document))
        found[document.id] = {kind: facts[kind] for kind in KINDS}
    gold = {facts["id"]: facts for _, facts in made if facts["id"] in found}
    result = evaluate(gold, found)
    if options.show:
        for document, facts in made:
            if document.id in found:
                print("=====", document.id, document.published_on, "\n" + document.text)
                for kind in KINDS:
                    for fact in facts[kind]:
                        print("   gold", kind, json.dumps(fact, ensure_ascii=False))
    if options.errors is not None:
        for problem in result.problems:
            if problem.kind.value.startswith(options.errors):
                print(problem.document, problem.kind.value, problem.what, problem.detail)
    rows = result.rows([k for k in Kind if k.value in KINDS])
    for name, score in rows.items():
        print(f"{name:15} right {score.tp:5} missed {score.fn:4} spurious {score.fp:4} exact {score.exact:5}  F1 {score.f1:.3f} exact F1 {score.exact_f1:.3f}")  # fmt: skip
    for name, score in rows.items():
        wrong = {n: f"{t:.0f}/{c}" for n, (t, c) in score.fields.items() if t < c}
        if name not in ("CORE", "ALL"):
            print(f"   {name}: {wrong}")


if __name__ == "__main__":
    main()
