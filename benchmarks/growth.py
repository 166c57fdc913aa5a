"""What adding one article costs in a database of many documents, beside what it costs in an empty one.

    python benchmarks/growth.py URL [--documents N] [--articles N] [--seed N]

URL is that of a server on which the role may create databases (`relations-db db url`); two are made and dropped again.
One is filled with N synthetic documents: visits, agreements, declarations and trade figures of leaders in office
between 1992 and 2025, large states named far more often than small ones, a third of the events reported again by the
next document. Then articles of the same make go into both, one by one, taking turns. Storing alone is timed:
extraction costs the same in both and would hide a difference. Prints the medians and their ratio.
"""

from __future__ import annotations

import argparse
import random
import secrets
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from statistics import median
from time import perf_counter

from sqlalchemy import Engine, make_url, text

from relations_db.load import store_extractions
from relations_db.store.engine import make_engine
from relations_db.store.ready import make_ready
from relations_db.values import (
    Agreement,
    Claim,
    Declaration,
    Document,
    Extraction,
    PartialDate,
    Period,
    Quote,
    Statement,
    Status,
    TradeFigure,
    Visit,
)
from relations_db.vocabulary import Tenure, in_office, load_vocabulary

FIRST, LAST = date(1992, 1, 1), date(2025, 12, 31)
SUBJECTS = ("tourism", "customs", "extradition", "rail freight", "fisheries", "air services", "vaccines", "archives")


class Press:
    """An endless row of documents, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        heads = [t for t in load_vocabulary().tenures if t.office in ("head_of_state", "head_of_government")]
        self._by_country: dict[str, list[Tenure]] = {}
        for term in heads:
            self._by_country.setdefault(term.country, []).append(term)
        self._states = sorted(self._by_country)
        self._chance.shuffle(self._states)
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(len(self._states))))

    def documents(self) -> Iterator[Extraction]:
        before: list[Claim] = []
        number = 0
        while True:
            number += 1
            day = FIRST + timedelta(self._chance.randrange((LAST - FIRST).days))
            claims = [c for _ in range(4) for c in self._event(day)]
            again = [c for c in before if self._chance.random() < 1 / 3]
            yield self._told(number, day, claims + again)
            before = claims

    def _pair(self) -> tuple[str, str]:
        one, other = self._chance.choices(self._states, cum_weights=self._weights, k=2)
        return (one, other) if one != other else self._pair()

    def _event(self, day: date) -> Iterator[Claim]:
        guest, host = self._pair()
        on = PartialDate.of(day - timedelta(self._chance.randrange(5)))
        first, second = sorted((guest, host))
        parties, sort = (first, second), self._chance.randrange(4)
        if sort == 0:
            terms = [t for t in self._by_country[guest] if in_office(t, on)]
            if terms:
                yield Visit(self._chance.choice(terms).name, guest, host, started_on=on, status=Status.DONE)
        elif sort == 1:
            title = f"agreement on {self._chance.choice(SUBJECTS)}"
            yield Agreement(parties, "agreement", title, signed_on=on, status=Status.DONE)
        elif sort == 2:
            yield Declaration(parties, "joint_statement", signed_on=on, status=Status.DONE)
        else:
            amount = self._chance.randrange(10, 9000) * 1_000_000
            yield TradeFigure(parties, "turnover", amount=amount, currency="USD", period=Period(str(on.first.year)))

    def _told(self, number: int, day: date, claims: list[Claim]) -> Extraction:
        lines = [f"Item {number}.{i} of {day}: {claim}" for i, claim in enumerate(claims)]
        body, at, statements = "\n".join(lines), 0, []
        for line, claim in zip(lines, claims, strict=True):
            statements.append(Statement(claim, (Quote.of(body, at, at + len(line)),), (), "benchmark"))
            at += len(line) + 1
        return Extraction(Document(f"item-{number}", body, PartialDate.of(day)), tuple(statements))


def measure(databases: list[Engine], press: Iterator[Extraction], articles: int) -> list[float]:
    """Median seconds that one article takes in each database."""
    times: list[list[float]] = [[] for _ in databases]
    for article in islice(press, articles):
        for database, taken in zip(databases, times, strict=True):
            start = perf_counter()
            store_extractions(database, [article])
            taken.append(perf_counter() - start)
    return [median(taken) for taken in times]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    url = make_url(options.url)
    server = make_engine(url.render_as_string(hide_password=False)).execution_options(isolation_level="AUTOCOMMIT")
    names = [f"growth_{secrets.token_hex(4)}" for _ in range(2)]
    engines: list[Engine] = []
    try:
        for name in names:
            with server.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            engines.append(make_engine(url.set(database=name).render_as_string(hide_password=False)))
            make_ready(engines[-1])
        large, empty = engines
        press = Press(options.seed).documents()
        start = perf_counter()
        report = store_extractions(large, islice(press, options.documents))
        assert not report.refused, report.refused[0]
        facts = sum(count.new for count in report.facts.values())
        speed = report.new / (perf_counter() - start)
        print(f"filled with {report.new} documents, {facts} facts: {speed:.0f} documents/s")
        measure(engines, press, 10)
        many, none = measure([large, empty], press, options.articles)
        print(
            f"one article: {many * 1000:.1f} ms among {report.new} documents, {none * 1000:.1f} ms in an empty database"
        )
        print(f"ratio {many / none:.2f} (1.5 is the limit)")
    finally:
        for engine in engines:
            engine.dispose()
        with server.connect() as connection:
            for name in names:
                connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


if __name__ == "__main__":
    main()
