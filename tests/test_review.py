"""Judgements: what they do, that they hold through loads, newer rules and rebuilds, and that each can be undone."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from corpus_gold import FIXTURES, extractions
from sqlalchemy import Engine, text

from relations_db import review
from relations_db.errors import InvalidInput
from relations_db.export import export
from relations_db.load import forget, load, rebuild, store_extractions
from relations_db.values import Document, Extraction, Leader, PartialDate, Quote, Statement, TradeTarget, Visit


def told(
    name: str, on: str, said: str = "2024-07-01", host: str = "KAZ", padding: int = 0, **fields: Any
) -> Extraction:
    body = f"{'.' * padding}Sadyr Japarov went to see {host} on {on}. {name}"
    claim = Visit("Sadyr Japarov", "KGZ", host, started_on=PartialDate.parse(on), **fields)
    quote = (Quote.of(body, padding, len(body)),)
    return Extraction(Document(name, body, PartialDate.parse(said)), (Statement(claim, quote, (), "went"),))


def stored(database: Engine, folder: Path) -> dict[str, dict[str, Any]]:
    """Facts by the names of the texts behind them: `{"a b": {...}}`."""
    [path] = export(database, folder, "json").files
    facts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {" ".join(sorted({e["document"] for e in f["evidence"]})): f for f in facts}


@pytest.fixture
def three(db: Engine) -> Engine:
    """Texts a and b tell one visit, c another."""
    store_extractions(db, [told("a", "2024-04-18"), told("b", "2024-04-19"), told("c", "2024-06-18")])
    return db


def test_confirm_and_reject(three: Engine, tmp_path: Path) -> None:
    facts = stored(three, tmp_path)
    review.confirm(three, facts["a b"]["uid"], by="ana", reason="seen the photo")
    number = review.reject(three, facts["c"]["uid"], by="ana")
    assert {k: f["review"] for k, f in stored(three, tmp_path).items()} == {"a b": "confirmed"}
    store_extractions(three, [told("d", "2024-04-18"), told("e", "2024-06-18")])
    assert {k: f["review"] for k, f in stored(three, tmp_path).items()} == {"a b d": "confirmed"}
    review.undo(three, number, by="ben")
    assert {k: f["review"] for k, f in stored(three, tmp_path).items()} == {"a b d": "confirmed", "c e": None}


def test_correct(three: Engine, tmp_path: Path) -> None:
    uid = stored(three, tmp_path)["a b"]["uid"]
    number = review.correct(three, uid, "city", "Almaty", by="ana")
    review.correct(three, uid, "kind", "state", by="ana")
    review.correct(three, uid, "started_on", "2024-04-20", by="ana")
    review.correct(three, uid, "met", ["Kassym-Jomart Tokayev"], by="ana")
    store_extractions(three, [told("d", "2024-04-18", city="Astana")])
    fact = stored(three, tmp_path)["a b d"]
    assert (fact["city"], fact["visit_kind"], fact["started_on"], fact["met"]) == (
        "Almaty",
        "state",
        "2024-04-20",
        ["Kassym-Jomart Tokayev"],
    )
    assert fact["uid"] == uid
    review.undo(three, number, by="ana")
    assert stored(three, tmp_path)["a b d"]["city"] == "Astana"


def test_a_corrected_host_moves_the_visit(three: Engine, tmp_path: Path) -> None:
    review.correct(three, stored(three, tmp_path)["c"]["uid"], "host", "UZB", by="ana")
    assert stored(three, tmp_path)["c"]["host"] == "UZB"
    with three.connect() as connection:
        held = text("SELECT array_agg(country ORDER BY country) FROM relations.fact_parties GROUP BY fact_id")
        assert ["KGZ", "UZB"] in [row[0] for row in connection.execute(held)]


def test_merge_and_undo(three: Engine, tmp_path: Path) -> None:
    before = stored(three, tmp_path)
    number = review.merge(three, before["c"]["uid"], before["a b"]["uid"], by="ana")
    [(names, fact)] = stored(three, tmp_path).items()
    older = min(before.values(), key=lambda f: _age(three, f["uid"]))["uid"]
    assert (names, fact["uid"]) == ("a b c", older)
    assert "merged by a reviewer" in json.dumps(fact["evidence"])
    store_extractions(three, [told("d", "2024-06-18")])
    assert list(stored(three, tmp_path)) == ["a b c d"]
    with pytest.raises(InvalidInput, match="is one fact already"):
        review.merge(three, before["c"]["uid"], before["a b"]["uid"], by="ana")
    review.undo(three, number, by="ana")
    after = stored(three, tmp_path)
    assert {k: f["uid"] for k, f in after.items()} == {"a b": before["a b"]["uid"], "c d": before["c"]["uid"]}


def _age(database: Engine, uid: str) -> int:
    with database.connect() as connection:
        return int(connection.scalar(text("SELECT id FROM relations.facts WHERE uid = :uid"), {"uid": uid}))


def test_a_merge_across_blocks_holds_only_what_was_merged(db: Engine, tmp_path: Path) -> None:
    store_extractions(
        db, [told("a", "2024-04-18"), told("b", "2024-04-18", host="UZB"), told("c", "2024-09-01", host="UZB")]
    )
    facts = stored(db, tmp_path)
    number = review.merge(db, facts["a"]["uid"], facts["b"]["uid"], by="ana")
    assert sorted(stored(db, tmp_path)) == ["a b", "c"]
    store_extractions(db, [told("d", "2024-04-18", host="UZB"), told("e", "2024-09-01", host="KAZ")])
    assert sorted(stored(db, tmp_path)) == ["a b d", "c", "e"]
    review.undo(db, number, by="ana")
    assert sorted(stored(db, tmp_path)) == ["a", "b d", "c", "e"]


def test_split_and_undo(three: Engine, tmp_path: Path) -> None:
    uid = stored(three, tmp_path)["a b"]["uid"]
    number = review.split(three, uid, ["b"], by="ana")
    after = stored(three, tmp_path)
    assert sorted(after) == ["a", "b", "c"]
    assert after["a"]["uid"] == uid
    store_extractions(three, [told("d", "2024-04-18"), told("e", "2024-04-19", "2024-07-02")])
    assert sorted(stored(three, tmp_path)) == ["a d", "b e", "c"]
    review.undo(three, number, by="ana")
    assert sorted(stored(three, tmp_path)) == ["a b d e", "c"]


def test_a_judgement_holds_when_newer_rules_read_the_text_differently(three: Engine, tmp_path: Path) -> None:
    facts = stored(three, tmp_path)
    review.correct(three, facts["c"]["uid"], "city", "Almaty", by="ana")
    review.merge(three, facts["c"]["uid"], facts["a b"]["uid"], by="ana")
    renewed = []
    for name, on in (("a", "2024-04-17"), ("b", "2024-04-17"), ("c", "2024-06-17")):
        old = told(name, "2024-06-18" if name == "c" else "2024-04-18" if name == "a" else "2024-04-19")
        statement = old.statements[0]
        claim = Visit("Sadyr Japarov", "KGZ", "KAZ", started_on=PartialDate.parse(on))
        shorter = (Quote.of(old.document.text, 0, 20),)
        renewed.append(Extraction(old.document, (Statement(claim, shorter, (), "newer"),)))
        assert statement.quotes != shorter
    store_extractions(three, renewed, version="newer")
    [(names, fact)] = stored(three, tmp_path).items()
    assert (names, fact["city"], fact["uid"]) == ("a b c", "Almaty", facts["a b"]["uid"])


def both(hosts: str, version_words: str = "arrived in") -> Extraction:
    """One text that tells visits to several states in the same words."""
    body = f"Sadyr Japarov {version_words} Kazakhstan and Uzbekistan."
    quote = (Quote.of(body, 0, len(body)),)
    claims = (Visit("Sadyr Japarov", "KGZ", host, started_on=PartialDate(2024, 4, 18)) for host in hosts.split())
    return Extraction(
        Document("both", body, PartialDate(2024, 4, 19)), tuple(Statement(c, quote, (), "r") for c in claims)
    )


def by_host(database: Engine, folder: Path) -> dict[str, dict[str, Any]]:
    [path] = export(database, folder, "json").files
    return {f["host"]: f for f in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def test_a_judgement_does_not_pass_to_another_statement_in_the_same_words(db: Engine, tmp_path: Path) -> None:
    store_extractions(db, [both("KAZ UZB")])
    facts = by_host(db, tmp_path)
    review.confirm(db, facts["KAZ"]["uid"], by="ana")
    review.correct(db, facts["UZB"]["uid"], "city", "Samarkand", by="ana")
    told_now = {h: (f["review"], f["city"]) for h, f in by_host(db, tmp_path).items()}
    assert told_now == {"KAZ": ("confirmed", None), "UZB": (None, "Samarkand")}
    store_extractions(db, [both("UZB")], version="newer")
    assert {h: (f["review"], f["city"]) for h, f in by_host(db, tmp_path).items()} == {"UZB": (None, "Samarkand")}
    store_extractions(db, [both("KAZ UZB")], version="newest")
    assert {h: (f["review"], f["city"]) for h, f in by_host(db, tmp_path).items()} == told_now


def test_a_judgement_waits_for_a_text_that_comes_back(three: Engine, tmp_path: Path) -> None:
    review.correct(three, stored(three, tmp_path)["c"]["uid"], "city", "Almaty", by="ana")
    forget(three, "c")
    assert sorted(stored(three, tmp_path)) == ["a b"]
    store_extractions(three, [told("c", "2024-06-18")])
    assert stored(three, tmp_path)["c"]["city"] == "Almaty"


def edited(words: str, on: str = "2024-06-18", said: str = "2024-07-02", host: str = "KAZ") -> Extraction:
    """A text at the address of the article."""
    extraction = told(words, on, said, host)
    return replace(extraction, document=replace(extraction.document, id="article", url="https://example.org/1"))


def test_a_judgement_passes_to_the_later_text_at_one_address(db: Engine, tmp_path: Path) -> None:
    store_extractions(db, [edited("first", said="2024-07-01"), told("b", "2024-04-18"), told("c", "2024-09-01")])
    facts = stored(db, tmp_path)
    uid = facts["article"]["uid"]
    city = review.correct(db, uid, "city", "Almaty", by="ana")
    review.confirm(db, uid, by="ana")
    review.reject(db, facts["c"]["uid"], by="ana")
    store_extractions(db, [edited("second")])
    [was, now] = facts["article"], stored(db, tmp_path)["article"]
    assert (now["uid"], now["city"], now["review"]) == (was["uid"], "Almaty", "confirmed")
    assert now["evidence"][0]["quote"].endswith("second")
    store_extractions(db, [told("d", "2024-06-19")])
    store_extractions(db, [edited("third", on="2024-06-17", said="2024-07-03")])
    [now] = [f for f in stored(db, tmp_path).values() if f["uid"] == was["uid"]]
    assert (now["city"], now["review"], len(now["evidence"])) == ("Almaty", "confirmed", 2)
    review.undo(db, city, by="ana")
    [now] = [f for f in stored(db, tmp_path).values() if f["uid"] == was["uid"]]
    assert (now["city"], now["review"]) == (None, "confirmed")


def test_merges_and_splits_pass_to_the_later_text_at_one_address(db: Engine, tmp_path: Path) -> None:
    store_extractions(db, [edited("first", said="2024-07-01"), told("b", "2024-04-18")])
    facts = stored(db, tmp_path)
    review.merge(db, facts["b"]["uid"], facts["article"]["uid"], by="ana")
    store_extractions(db, [edited("second")])
    assert sorted(stored(db, tmp_path)) == ["article b"]
    number = review.split(db, facts["b"]["uid"], ["article"], by="ana")
    assert sorted(stored(db, tmp_path)) == ["article", "b"]
    store_extractions(db, [edited("third", said="2024-07-03")])
    assert sorted(stored(db, tmp_path)) == ["article", "b"]
    review.undo(db, number, by="ana")
    assert sorted(stored(db, tmp_path)) == ["article b"]


def test_a_judgement_does_not_pass_to_what_a_later_text_tells_anew(db: Engine, tmp_path: Path) -> None:
    store_extractions(db, [edited("first", said="2024-07-01")])
    uid = stored(db, tmp_path)["article"]["uid"]
    review.confirm(db, uid, by="ana")
    store_extractions(db, [edited("second", host="UZB")])
    assert stored(db, tmp_path)["article"]["review"] is None
    forget(db, edited("second", host="UZB").document.sha256)
    now = stored(db, tmp_path)["article"]
    assert (now["uid"], now["review"]) == (uid, "confirmed")


def cited(name: str, *leaders: str) -> Extraction:
    body = f"Foreign Ministers {' and '.join(leaders)} spoke."
    statements = tuple(
        Statement(
            Leader(n, "KGZ", "foreign_minister"), (Quote.of(body, body.find(n), body.find(n) + len(n)),), (), "leader"
        )
        for n in leaders
    )
    return Extraction(Document(name, body, PartialDate(2024, 4, 19)), statements)


def by_name(database: Engine, folder: Path) -> dict[str, dict[str, Any]]:
    [path] = export(database, folder, "json").files
    return {f["name"]: f for f in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def test_a_leader_found_in_text_can_be_confirmed(db: Engine, tmp_path: Path) -> None:
    text_of = cited("a", "Jeenbek Kulubaev", "Ruslan Kazakbaev")
    store_extractions(db, [text_of])
    uid, other = (by_name(db, tmp_path)[n]["uid"] for n in ("Jeenbek Kulubaev", "Ruslan Kazakbaev"))
    number = review.confirm(db, uid, by="ana")
    assert by_name(db, tmp_path)["Jeenbek Kulubaev"]["review"] == "confirmed"
    forget(db, "a")
    store_extractions(db, [text_of])
    assert by_name(db, tmp_path)["Jeenbek Kulubaev"]["review"] == "confirmed"
    review.undo(db, number, by="ana")
    assert by_name(db, tmp_path)["Jeenbek Kulubaev"]["review"] is None
    with pytest.raises(InvalidInput, match="leader_names"):
        review.merge(db, uid, other, by="ana")
    with pytest.raises(InvalidInput, match="tenures"):
        review.correct(db, uid, "office", "minister", by="ana")


def test_the_list_tells_who_said_what_and_when(three: Engine, tmp_path: Path) -> None:
    facts = stored(three, tmp_path)
    first = review.merge(three, facts["c"]["uid"], facts["a b"]["uid"], by="ana", reason="one trip")
    second = review.correct(three, facts["c"]["uid"], "city", None, by="ben")
    review.undo(three, first, by="eva")
    listed = review.judgements(three)
    assert [(j.id, j.verdict, j.made_by, j.reason, j.withdrawn_by) for j in listed] == [
        (second, "correct", "ben", None, None),
        (first, "merge", "ana", "one trip", "eva"),
    ]
    assert (listed[0].field, listed[0].value) == ("city", None)


BAD = [
    (lambda db, a, c: review.confirm(db, "vis-0000000000000000", by="me"), "there is no fact vis-0000000000000000"),
    (
        lambda db, a, c: review.correct(db, a, "colour", "red", by="me"),
        "visits have no field 'colour': they have leader,",
    ),
    (lambda db, a, c: review.correct(db, a, "started_on", "soon", by="me"), "started_on cannot be 'soon': not a date"),
    (lambda db, a, c: review.correct(db, a, "host", "XXX", by="me"), "host cannot be 'XXX': state 'XXX' is not in"),
    (lambda db, a, c: review.correct(db, a, "host", "KGZ", by="me"), "host cannot be 'KGZ': fewer than two states"),
    (lambda db, a, c: review.correct(db, a, "status", "maybe", by="me"), "status cannot be 'maybe'"),
    (lambda db, a, c: review.merge(db, a, a, by="me"), "is one fact already"),
    (lambda db, a, c: review.split(db, a, ["z"], by="me"), "has no statements named z"),
    (lambda db, a, c: review.split(db, a, ["a", "b"], by="me"), "leave some behind"),
    (lambda db, a, c: review.undo(db, 4711, by="me"), "there is no judgement 4711 in force"),
]


@pytest.mark.parametrize(("call", "message"), BAD)
def test_bad_calls_change_nothing(embedded_db: Engine, tmp_path: Path, call: Any, message: str) -> None:
    store_extractions(embedded_db, [told("a", "2024-04-18"), told("b", "2024-04-19"), told("c", "2024-06-18")])
    facts = stored(embedded_db, tmp_path)
    with pytest.raises(InvalidInput, match=message.replace("(", r"\(")):
        call(embedded_db, facts["a b"]["uid"], facts["c"]["uid"])
    assert review.judgements(embedded_db) == []
    assert stored(embedded_db, tmp_path) == facts


def test_facts_of_different_kinds_do_not_merge(db: Engine, tmp_path: Path) -> None:
    body = "They aim at $2 billion."
    target = Statement(TradeTarget(("KAZ", "KGZ"), amount=2e9, currency="USD"), (Quote.of(body, 0, 10),), (), "aim")
    store_extractions(db, [told("a", "2024-04-18"), Extraction(Document("t", body, PartialDate(2024)), (target,))])
    facts = stored(db, tmp_path)
    with pytest.raises(InvalidInput, match="different kinds"):
        review.merge(db, facts["a"]["uid"], facts["t"]["uid"], by="me")


def _judge_at_random(database: Engine, chance: random.Random, folder: Path) -> None:
    """One judgement on facts that nobody has judged yet."""
    facts = [f for f in stored(database, folder).values() if f["kind"] != "leaders" and not f["review"]]
    fact = chance.choice(facts)
    same = [f for f in facts if f["kind"] == fact["kind"] and f["uid"] != fact["uid"]]
    several = [f for f in facts if len({e["document"] for e in f["evidence"]}) > 1]
    match chance.choice(["confirm", "reject", "correct", "merge", "split"]):
        case "confirm":
            review.confirm(database, fact["uid"], by="chance")
        case "reject":
            review.reject(database, fact["uid"], by="chance")
        case "merge" if same:
            review.merge(database, fact["uid"], chance.choice(same)["uid"], by="chance")
        case "split" if several:
            torn = chance.choice(several)
            review.split(database, torn["uid"], [torn["evidence"][0]["document"]], by="chance")
        case _:
            field = "city" if fact["kind"] == "visits" else "place" if "place" in fact else None
            if field:
                review.correct(database, fact["uid"], field, f"Town {chance.randint(1, 99)}", by="chance")
            else:
                review.confirm(database, fact["uid"], by="chance")


def _judged(database: Engine, folder: Path, number: int) -> None:
    load(database, [FIXTURES / "articles"])
    chance = random.Random(5)
    for _ in range(number):
        _judge_at_random(database, chance, folder)
    before = stored(database, folder)
    report = rebuild(database)
    assert report.changes == ()
    assert stored(database, folder) == before
    for judgement in review.judgements(database):
        review.undo(database, judgement.id, by="chance")
    assert all(f["review"] is None for f in stored(database, folder).values())


def test_a_rebuilt_database_keeps_ten_random_judgements(embedded_db: Engine, tmp_path: Path) -> None:
    _judged(embedded_db, tmp_path, 10)


@pytest.mark.slow
def test_a_rebuilt_database_keeps_fifty_random_judgements(embedded_db: Engine, tmp_path: Path) -> None:
    _judged(embedded_db, tmp_path, 50)


def test_undoing_all_gives_what_no_judgement_gives(embedded_db: Engine, tmp_path: Path) -> None:
    store_extractions(embedded_db, extractions(FIXTURES / "articles", FIXTURES / "gold"))
    before = stored(embedded_db, tmp_path)
    chance = random.Random(11)
    for _ in range(15):
        _judge_at_random(embedded_db, chance, tmp_path)
    for judgement in review.judgements(embedded_db):
        review.undo(embedded_db, judgement.id, by="chance")
    assert stored(embedded_db, tmp_path) == before
