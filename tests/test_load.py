"""Loading: what is stored and told, twice the same, any order, several loaders, killed loaders, bad documents."""

from __future__ import annotations

import json
import os
import random
import re
import secrets
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from corpus_gold import FIXTURES, extractions
from servers import Server
from sqlalchemy import Engine, text

from relations_db.check import CHECKS
from relations_db.errors import DatabaseUnavailable, InvalidInput
from relations_db.export import export
from relations_db.load import LoadReport, forget, load, rebuild, store_extractions
from relations_db.review import correct, split, undo
from relations_db.store.engine import make_engine
from relations_db.store.roles import Role, grant
from relations_db.values import Document, Extraction, Kind, PartialDate, Quote, Statement, Status, Visit

Made = Callable[[], Engine]


@cache
def articles() -> list[Extraction]:
    """The articles of the fixtures as a perfect grammar would read them."""
    return extractions(FIXTURES / "articles", FIXTURES / "gold")


@pytest.fixture
def fresh(embedded_server: Server) -> Iterator[Made]:
    """Makes fresh databases."""
    engines: list[Engine] = []

    def make() -> Engine:
        engines.append(make_engine(embedded_server.url(embedded_server.create(embedded_server.template))))
        return engines[-1]

    yield make
    for engine in engines:
        engine.dispose()


def exported(database: Engine, folder: Path) -> list[dict[str, Any]]:
    [path] = export(database, folder, "json").files
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def content(facts: Sequence[dict[str, Any]]) -> list[str]:
    """The export as sorted lines. Facts that several texts report may have been joined later; their uids are left out
    of the comparison.
    """
    labels = {}
    for fact in facts:
        places = sorted((e["document"], e["start"], e["end"], e["rule"]) for e in fact["evidence"])
        joined = fact["kind"] != Kind.LEADER and len({p[0] for p in places}) > 1
        labels[fact["uid"]] = json.dumps([fact["kind"], places]) if joined else fact["uid"]
    named = [{**f, "uid": labels[f["uid"]], "package": labels.get(f.get("package"))} for f in facts]
    return sorted(json.dumps(f, sort_keys=True) for f in named)


def anonymous(facts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts with uids made of their evidence: a fact keeps the uid that a text gave which is gone."""
    names = {f["uid"]: json.dumps([f["kind"], f.get("office"), f["evidence"]], sort_keys=True) for f in facts}
    return [{**f, "uid": names[f["uid"]], "package": names.get(f.get("package", ""))} for f in facts]


def broken(database: Engine) -> list[str]:
    """The checks of the stored data that find something."""
    with database.connect() as connection:
        return [what for what, query in CHECKS if connection.execute(text(query)).first()]


def locks(database: Engine) -> int:
    with database.connect() as connection:
        found = connection.scalar(
            text(
                "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                " WHERE l.locktype = 'advisory' AND d.datname = current_database()"
            )
        )
    return int(found or 0)


# ------------------------------------------------------------------ one visit, told by hand
def told(
    name: str,
    words: str = "Sadyr Japarov arrived in Astana.",
    said: str | None = "2024-04-19",
    on: str | None = "2024-04-18",
    url: str | None = None,
    leader: str = "Sadyr Japarov",
    **fields: Any,
) -> Extraction:
    """A text that tells one visit."""
    body = f"{words} ({name})"
    document = Document(name, body, PartialDate.parse(said) if said else None, url=url)
    visit = Visit(leader, "KGZ", "KAZ", started_on=PartialDate.parse(on) if on else None, **fields)
    return Extraction(document, (Statement(visit, (Quote.of(body, 0, len(words)),), (), "arrival"),))


def counts(report: LoadReport, kind: Kind) -> tuple[int, int, int, int, int]:
    n = report.facts[kind]
    return (n.found, n.new, n.known, n.changed, n.removed)


def test_a_report_tells_what_was_found_new_known_and_changed(db: Engine) -> None:
    first = store_extractions(db, [told("a")])
    assert (first.read, first.new, first.known, first.statements) == (1, 1, 0, 1)
    assert counts(first, Kind.VISIT) == (1, 1, 0, 0, 0)
    again = store_extractions(db, [told("a")])
    assert (again.read, again.new, again.known, again.statements) == (1, 0, 1, 0)
    assert counts(again, Kind.VISIT) == (0, 0, 0, 0, 0)
    second = store_extractions(db, [told("b"), told("c", on="2024-06-18", said="2024-06-19")])
    assert counts(second, Kind.VISIT) == (2, 1, 1, 1, 0)
    assert broken(db) == []


def test_the_same_articles_twice_change_nothing(embedded_db: Engine, tmp_path: Path) -> None:
    first = store_extractions(embedded_db, articles())
    assert first.new == len(articles())
    assert sum(n.new for n in first.facts.values()) > 300
    before = exported(embedded_db, tmp_path)
    again = store_extractions(embedded_db, articles())
    assert (again.new, again.renewed, again.known) == (0, 0, len(articles()))
    assert exported(embedded_db, tmp_path) == before
    assert broken(embedded_db) == []


def test_the_report_agrees_with_the_database(embedded_db: Engine) -> None:
    report = store_extractions(embedded_db, articles())
    with embedded_db.connect() as connection:
        counted = text("SELECT kind, count(*) FROM relations.facts GROUP BY kind")
        stored = {row.kind: row[1] for row in connection.execute(counted)}
        run = connection.execute(text("SELECT * FROM relations.loads")).one()
    assert {k.value: n.new for k, n in report.facts.items()} == stored
    assert (run.state, run.documents_seen, run.documents_new, run.facts_new) == (
        "done",
        report.read,
        report.new,
        sum(stored.values()),
    )
    assert run.statements_new == report.statements


# ------------------------------------------------------------------ order, batches, loaders, crashes
def _shuffled_load(database: Engine, seed: int) -> None:
    chance = random.Random(seed)
    left = chance.sample(articles(), len(articles()))
    while left:
        size = chance.randint(1, len(left))
        store_extractions(database, left[:size])
        left = left[size:]


def _orders(fresh: Made, folder: Path, seeds: range) -> None:
    whole = fresh()
    store_extractions(whole, articles())
    wanted = content(exported(whole, folder))
    for seed in seeds:
        other = fresh()
        _shuffled_load(other, seed)
        assert content(exported(other, folder)) == wanted, f"seed {seed}"
        other.dispose()


def test_order_and_batches_do_not_matter(fresh: Made, tmp_path: Path) -> None:
    _orders(fresh, tmp_path, range(3))


@pytest.mark.slow
def test_order_and_batches_do_not_matter_a_hundred_times(fresh: Made, tmp_path: Path) -> None:
    _orders(fresh, tmp_path, range(100, 200))


def test_uids_are_the_same_in_any_order_of_publication(fresh: Made, tmp_path: Path) -> None:
    """Loaded one by one in the order in which they came out, and all at once: no fact was joined later, so even the
    uids agree.
    """
    whole, single = fresh(), fresh()
    store_extractions(whole, articles())
    dated = sorted(articles(), key=lambda e: (str(e.document.published_on or "9999"), e.document.sha256))
    for extraction in dated:
        store_extractions(single, [extraction])
    assert exported(single, tmp_path) == exported(whole, tmp_path)


def _concurrent(fresh: Made, folder: Path, rounds: int) -> None:
    whole = fresh()
    store_extractions(whole, articles())
    wanted = content(exported(whole, folder))
    for seed in range(rounds):
        chance, other = random.Random(seed), fresh()
        pieces: list[list[list[Extraction]]] = []
        for _ in range(4):
            mine = chance.sample(articles(), chance.randint(len(articles()) // 2, len(articles())))
            cut = sorted(chance.sample(range(len(mine)), 3))
            pieces.append([mine[a:b] for a, b in zip([0, *cut], [*cut, len(mine)], strict=True)])
        pieces[0].append(articles())

        def run(parts: list[list[Extraction]], database: Engine = other) -> None:
            for part in parts:
                store_extractions(database, part)

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(run, pieces))
        assert content(exported(other, folder)) == wanted, f"seed {seed}"
        assert broken(other) == []
        other.dispose()


def test_four_loaders_at_once_store_what_one_stores(fresh: Made, tmp_path: Path) -> None:
    _concurrent(fresh, tmp_path, 1)


@pytest.mark.slow
def test_four_loaders_at_once_many_times(fresh: Made, tmp_path: Path) -> None:
    _concurrent(fresh, tmp_path, 20)


def _killed_load(url: str, seconds: float, seed: int) -> None:
    """A process that loads in small batches, killed after a while."""
    child = os.fork()
    if child == 0:
        try:
            database = make_engine(url)
            for extraction in random.Random(seed).sample(articles(), len(articles())):
                store_extractions(database, [extraction])
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _kills(server: Server, folder: Path, number: int) -> None:
    whole = make_engine(server.url(server.create(server.template)))
    store_extractions(whole, articles())
    wanted = content(exported(whole, folder))
    whole.dispose()
    chance = random.Random(7)
    url, database = "", None
    for kill in range(number):
        if kill % 5 == 0:
            url = server.url(server.create(server.template))
        _killed_load(url, chance.uniform(0.02, 0.8), kill)
        if kill % 5 == 4 or kill == number - 1:
            database = make_engine(url)
            _wait_for_no_locks(database)
            store_extractions(database, articles())
            assert content(exported(database, folder)) == wanted, f"kill {kill}"
            assert broken(database) == []
            assert locks(database) == 0
            database.dispose()


def _wait_for_no_locks(database: Engine) -> None:
    """The server notices within moments that a loader is gone."""
    until = time.monotonic() + 5
    while locks(database) and time.monotonic() < until:
        time.sleep(0.05)


def test_a_killed_load_loses_and_doubles_nothing(embedded_server: Server, tmp_path: Path) -> None:
    _kills(embedded_server, tmp_path, 5)


@pytest.mark.slow
def test_a_hundred_kills(embedded_server: Server, tmp_path: Path) -> None:
    _kills(embedded_server, tmp_path, 100)


# ------------------------------------------------------------------ documents
def test_a_changed_text_at_one_address_replaces_the_old_one(db: Engine, tmp_path: Path) -> None:
    store_extractions(db, [told("old", on="2024-04-17", url="https://example.org/1")])
    report = store_extractions(db, [told("new", on="2024-04-18", url="https://example.org/1")])
    assert report.superseded == 1
    [fact] = exported(db, tmp_path)
    assert (fact["started_on"], [e["document"] for e in fact["evidence"]]) == ("2024-04-18", ["new"])
    assert broken(db) == []
    forget(db, "new")
    [fact] = exported(db, tmp_path)
    assert (fact["started_on"], [e["document"] for e in fact["evidence"]]) == ("2024-04-17", ["old"])


def test_an_older_text_counts_again_when_the_later_one_is_forgotten(db: Engine, tmp_path: Path) -> None:
    """Also where the later one tells nothing, or something else."""
    store_extractions(db, [told("old", on="2024-04-17", url="https://example.org/1")])
    later = told("new", on="2024-04-18", said="2024-04-20", url="https://example.org/1", leader="Akylbek Japarov")
    store_extractions(db, [replace(later, statements=())])
    assert exported(db, tmp_path) == []
    forget(db, "new")
    [fact] = exported(db, tmp_path)
    assert [e["document"] for e in fact["evidence"]] == ["old"]
    assert broken(db) == []


def test_an_older_text_at_one_address_changes_nothing(db: Engine, tmp_path: Path) -> None:
    store_extractions(db, [told("new", on="2024-04-18", said="2024-04-20", url="https://example.org/1")])
    store_extractions(db, [told("old", on="2024-04-10", said="2024-04-11", url="https://example.org/1")])
    [fact] = exported(db, tmp_path)
    assert [e["document"] for e in fact["evidence"]] == ["new"]
    assert broken(db) == []


def test_one_text_under_two_names_is_one_document(db: Engine, tmp_path: Path) -> None:
    text_of = told("b")
    renamed = replace(text_of, document=replace(text_of.document, id="a"))
    undated = replace(text_of, document=replace(text_of.document, id="c", published_on=None))
    for names in ((text_of, renamed, undated), (undated, renamed, text_of)):
        for extraction in names:
            store_extractions(db, [extraction])
        [fact] = exported(db, tmp_path)
        assert [e["document"] for e in fact["evidence"]] == ["a"]
        assert fact["first_reported"] == "2024-04-19"
        forget(db, "a")


def test_forget_removes_a_text_and_what_only_it_supports(db: Engine, tmp_path: Path) -> None:
    store_extractions(
        db, [told("a"), told("b"), told("c", on="2024-06-18", said="2024-06-19", leader="Jeenbek Kulubaev")]
    )
    report = forget(db, "b")
    assert [(c.change, c.why) for c in report.changes] == [
        ("changed", "independent_sources: 2 → 1; no longer in b 0..32")
    ]
    assert [c.what for c in report.changes] == ["visit of Sadyr Japarov to KAZ, 2024-04-18"]
    report = forget(db, "c")
    assert [c.change for c in report.changes] == ["vanished"]
    [fact] = exported(db, tmp_path)
    assert [e["document"] for e in fact["evidence"]] == ["a"]
    with db.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM relations.leaders WHERE origin = 'text'")) == 0
    assert broken(db) == []
    with pytest.raises(InvalidInput, match="there is no document 'c'"):
        forget(db, "c")


def test_forget_takes_the_beginning_of_a_digest(db: Engine) -> None:
    texts = [told("a"), told("a", words="Sadyr Japarov flew to Astana.", said=None)]
    store_extractions(db, texts)
    first, second = (t.document.sha256 for t in texts)
    both = f"several texts are named 'a': name one by its digest: {first[:12]} (2024-04-19), {second[:12]} (no date)"
    with pytest.raises(InvalidInput, match=re.escape(both)):
        forget(db, "a")
    forget(db, second[:12])
    forget(db, "a")
    for unknown in (first[:12], first[:7], ""):
        with pytest.raises(InvalidInput, match="there is no document"):
            forget(db, unknown)


def test_what_is_left_after_forgetting_is_what_the_others_say(fresh: Made, tmp_path: Path) -> None:
    chance = random.Random(3)
    gone = {e.document.id for e in chance.sample(articles(), 12)}
    whole, rest = fresh(), fresh()
    store_extractions(whole, articles())
    store_extractions(rest, [e for e in articles() if e.document.id not in gone])
    for name in sorted(gone):
        forget(whole, name)
    assert content(anonymous(exported(whole, tmp_path))) == content(anonymous(exported(rest, tmp_path)))
    assert broken(whole) == []
    store_extractions(whole, articles())
    store_extractions(rest, articles())
    assert content(anonymous(exported(whole, tmp_path))) == content(anonymous(exported(rest, tmp_path)))


def test_newer_rules_give_what_they_give_in_an_empty_database(fresh: Made, tmp_path: Path) -> None:
    """Other rules: a third of the statements is not made, the quotes of another third are shorter."""
    chance = random.Random(4)

    def other(extraction: Extraction) -> Extraction:
        made = []
        for statement in extraction.statements:
            first, *others = statement.quotes
            shorter = Quote.of(
                extraction.document.text, first.span.start, max(first.span.start + 1, first.span.end - 5)
            )
            match chance.randrange(3):
                case 0:
                    made.append(statement)
                case 1:
                    made.append(replace(statement, quotes=(shorter, *others)))
        return replace(extraction, statements=tuple(made))

    newer = [other(e) for e in articles()]
    renewed, empty = fresh(), fresh()
    store_extractions(renewed, articles())
    report = store_extractions(renewed, newer, version="newer")
    assert report.renewed == len(newer)
    store_extractions(empty, newer, version="newer")
    assert content(anonymous(exported(renewed, tmp_path))) == content(anonymous(exported(empty, tmp_path)))
    assert broken(renewed) == []


def test_a_new_reading_replaces_the_old_one_and_keeps_the_uid(db: Engine, tmp_path: Path) -> None:
    store_extractions(db, [told("a", on="2024-04-17")], version="1")
    [before] = exported(db, tmp_path)
    report = store_extractions(db, [told("a", on="2024-04-18")], version="2")
    assert (report.new, report.renewed, report.known) == (0, 1, 0)
    [after] = exported(db, tmp_path)
    assert (after["uid"], after["started_on"]) == (before["uid"], "2024-04-18")
    assert broken(db) == []


def test_proposed_planned_and_done_are_one_fact(db: Engine, tmp_path: Path) -> None:
    store_extractions(
        db,
        [
            told("c", said="2024-04-19", on="2024-04-18"),
            told("a", said="2024-03-20", on="2024-04", status=Status.PROPOSED),
            told("b", said="2024-04-10", on="2024-04-18", status=Status.PLANNED),
        ],
    )
    [fact] = exported(db, tmp_path)
    assert (fact["status"], fact["started_on"], len(fact["evidence"])) == ("done", "2024-04-18", 3)


# ------------------------------------------------------------------ bad input
def test_a_claim_that_breaks_the_schema_is_left_out_with_the_reason(db: Engine, tmp_path: Path) -> None:
    good, bad = told("good"), told("bad")
    nowhere = replace(bad.statements[0], claim=Visit("Sadyr Japarov", "KGZ", "XXX"))
    at_home = replace(bad.statements[0], claim=Visit("Sadyr Japarov", "KGZ", "KGZ"))
    report = store_extractions(db, [good, replace(bad, statements=(nowhere, at_home))])
    assert report.new == 2
    assert [(p.origin, p.reason) for p in report.refused] == [
        ("bad", "visits by rule arrival: state 'XXX' is not in the reference tables"),
        ("bad", "visits by rule arrival: fewer than two states"),
    ]
    assert len(exported(db, tmp_path)) == 1


def test_a_document_that_the_database_refuses_does_not_stop_the_others(db: Engine, tmp_path: Path) -> None:
    bad = told("bad")
    wrong = Quote(bad.statements[0].quotes[0].span, "x" * 32)
    broken_quote = replace(bad, statements=(replace(bad.statements[0], quotes=(wrong,)),))
    report = store_extractions(db, [told("a"), broken_quote, told("b")])
    assert (report.new, [p.origin for p in report.problems]) == (2, ["bad"])
    assert 'the quote "xxxxx' in report.problems[0].reason
    assert [e["document"] for e in exported(db, tmp_path)[0]["evidence"]] == ["a", "b"]


# ------------------------------------------------------------------ the whole way
def test_load_from_files(db: Engine, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text(
        " date 2024-04-19 The President of Kyrgyzstan, Sadyr Japarov, arrived in Astana on a state visit on Thursday.\n"
    )
    (source / "empty.txt").write_text("")
    (source / "binary.txt").write_bytes(b"\x00\x01\x02\xff")
    seen: list[int] = []
    report = load(db, [source], progress=seen.append)
    assert (report.read, report.new, report.known, report.unreadable, sum(seen)) == (3, 1, 0, 2, 3)
    assert counts(report, Kind.VISIT)[:2] == (1, 1)
    again = load(db, [source])
    assert (again.new, again.known, again.unreadable) == (0, 1, 2)
    with db.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM relations.load_problems")) == 4
    with pytest.raises(InvalidInput, match="no such file"):
        load(db, [tmp_path / "nowhere"])


def test_a_dry_run_tells_and_stores_nothing(db: Engine, tmp_path: Path) -> None:
    folder = FIXTURES / "articles"
    dry = load(db, [folder], dry_run=True)
    assert dry.new > 30
    assert exported(db, tmp_path) == []
    with db.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM relations.loads")) == 0
    wet = load(db, [folder])
    assert wet.facts == dry.facts


def test_workers_store_what_one_process_stores(fresh: Made, tmp_path: Path) -> None:
    one, two = fresh(), fresh()
    load(one, [FIXTURES / "articles"])
    load(two, [FIXTURES / "articles"], workers=2)
    assert exported(two, tmp_path) == exported(one, tmp_path)


def test_a_rebuild_by_the_same_rules_changes_nothing(embedded_db: Engine, tmp_path: Path) -> None:
    load(embedded_db, [FIXTURES / "articles"])
    before = exported(embedded_db, tmp_path)
    report = rebuild(embedded_db)
    assert report.changes == ()
    assert report.load
    assert report.load.renewed == report.load.read
    assert exported(embedded_db, tmp_path) == before
    assert broken(embedded_db) == []


def test_a_rebuild_tells_what_newer_rules_do(embedded_db: Engine, tmp_path: Path) -> None:
    """The database holds what other rules read; the rules of today read nothing there."""
    store_extractions(embedded_db, [told("a", "Nothing at all happened here."), told("b", "Nor did it here.")])
    report = rebuild(embedded_db)
    [change] = report.changes
    assert (change.kind, change.change) == (Kind.VISIT, "vanished")
    assert change.why == "no text claims it any more; it was a by rule arrival: Nothing at all happened here."
    assert exported(embedded_db, tmp_path) == []


# ------------------------------------------------------------------ rights
def as_role(server: Server, database: Engine, name: str, role: Role | None) -> Engine:
    """The database as a new server role with these rights."""
    password = secrets.token_hex(8)
    with database.begin() as connection:
        connection.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD '{password}'"))
        if role:
            grant(connection, role, name)
        there = connection.scalar(text("SELECT current_database()"))
    address = server.url(str(there)).split("@")[1]
    return make_engine(f"postgresql://{name}:{password}@{address}")


def test_a_loader_may_load_renew_and_forget(embedded_server: Server, embedded_db: Engine, tmp_path: Path) -> None:
    loader = as_role(embedded_server, embedded_db, "test_loader", Role.LOADER)
    assert store_extractions(loader, articles()).new == len(articles())
    assert store_extractions(loader, articles()[:3], version="newer").renewed == 3
    forget(loader, articles()[0].document.id)
    assert broken(embedded_db) == []
    loader.dispose()


def test_a_reviewer_may_judge_and_not_load(embedded_server: Server, embedded_db: Engine, tmp_path: Path) -> None:
    store_extractions(embedded_db, [told("a"), told("b")])
    reviewer = as_role(embedded_server, embedded_db, "test_reviewer", Role.REVIEWER)
    [fact] = exported(reviewer, tmp_path)
    split(reviewer, fact["uid"], ["b"], by="me")
    undo(reviewer, correct(reviewer, fact["uid"], "city", "Almaty", by="me"), by="me")
    assert len(exported(reviewer, tmp_path)) == 2
    with pytest.raises(DatabaseUnavailable, match="this role may not load"):
        store_extractions(reviewer, [told("c")])
    reviewer.dispose()
