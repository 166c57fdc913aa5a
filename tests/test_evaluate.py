"""Scoring: when two facts are the same, what their fields are worth, and how a score is held against a baseline."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.cli import run
from relations_db.errors import AccuracyLoss, InvalidInput
from relations_db.evaluate import changes, check_losses, evaluate, extract_texts, read_baseline, read_facts, read_held
from relations_db.evaluate.baseline import write_baseline
from relations_db.evaluate.compare import days_apart, number, overlap, same_number, same_person
from relations_db.evaluate.identity import SCORING, field_scores
from relations_db.evaluate.scoring import Score, pair_facts, score_document, score_kind
from relations_db.evaluate.tables import as_changes, as_object, as_problems, as_scores
from relations_db.values import Kind

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
SETS = sorted(folder for folder in CORPUS.iterdir() if folder.is_dir())
GOLD = HERE.parent / "fixtures" / "gold"
BASELINE = HERE / "baseline.json"
SCORER = HERE.parents[1] / "shared" / "tools" / "score_corpus.py"

SAME_PERSON = [
    ("Kassym-Jomart Tokayev", "Kassym Jomart Tokayev"),
    ("Tokayev", "Kassym-Jomart Tokayev"),
    ("Recep Tayyip Erdoğan", "Erdogan"),
    ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
    ("Shavkat Mirziyoyev", "Shavkat Mirziyoev"),
    ("Sheikh Tamim bin Hamad", "Tamim bin Hamad Al Thani"),
    ("İlham Əliyev", "Ilham Əliyev"),
    ("Mihály Orbán", "MIHALY ORBAN"),
]
OTHER_PERSON = [
    ("", "Tokayev"),
    ("", ""),
    (None, "Tokayev"),
    ("Xi", "Li"),
    ("Kim Il Sung", "Kim Jong Un"),
    ("Ilham Aliyev", "Heydar Aliyev"),
    ("Wang Yi", "Wang Yang"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER_PERSON)
def test_two_persons(one: str | None, other: str) -> None:
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2024-05-10", "2024-05-10", 0),
        ("2024-05-10", "2024-05-20", 10),
        ("2024-05-21", "2024-05-10", 11),
        ("2024-05", "2024-05-31", 0),
        ("2024-05", "2024-06-02", 2),
        ("2024", "2023-12-25", 7),
        ("2023", "2025", 367),
        (None, "2024-05-10", 0),
        ("2024-05-10", "", 0),
        ("2023-Q1", "2024", 0),
        ("2024-02-30", "1999", 0),
        ("2024-5-1", "2024-05-12", 11),
        ("2024-05-", "1999", 0),
    ],
)
def test_days_between_partial_dates(one: str | None, other: str, days: int) -> None:
    assert days_apart(one, other) == days


def test_numbers() -> None:
    assert [number(x) for x in (5, "5.00004", None, "five", True)] == [5.0, 5.0, None, None, 1.0]
    assert same_number(5_000_000_000, 5_000_000_000.001)
    assert not same_number(5, 5.1)
    assert not same_number(None, None)
    assert [overlap(["a"], ["a", "b"]), overlap([], None), overlap(["a"], [])] == [2 / 3, 1.0, 0.0]


PAIR = ["KAZ", "UZB"]
IDENTITIES: list[tuple[Kind, dict[str, Any], dict[str, Any], bool]] = [
    (Kind.LEADER, {"name": "Xi Jinping", "country": "CHN"}, {"name": "Xi", "country": "CHN"}, True),
    (Kind.LEADER, {"name": "Xi Jinping", "country": "CHN"}, {"name": "Xi", "country": "VNM"}, False),
    (Kind.VISIT, {"leader": "Xi", "host": "KAZ", "started_on": "2024-07"}, {"leader": "Xi", "host": "KAZ"}, True),
    (Kind.VISIT, {"leader": "Xi", "host": "KAZ"}, {"leader": "Xi", "host": "UZB"}, False),
    (
        Kind.VISIT,
        {"leader": "Xi", "host": "KAZ", "started_on": "2024-07-02"},
        {"leader": "Xi", "host": "KAZ", "started_on": "2024-07-13"},
        False,
    ),
    (Kind.DECLARATION, {"parties": PAIR, "signed_on": "2024-05-01"}, {"parties": ["UZB", "KAZ"]}, True),
    (Kind.DECLARATION, {"parties": PAIR}, {"parties": ["KAZ", "TJK"]}, False),
    (Kind.DECLARATION, {"parties": PAIR, "signed_on": "2013"}, {"parties": PAIR, "signed_on": "2017-03-23"}, False),
    (
        Kind.AGREEMENT,
        {"parties": PAIR, "title": "Agreement on water use", "form": "agreement"},
        {"parties": PAIR, "title": "water", "form": "memorandum"},
        True,
    ),
    (Kind.AGREEMENT, {"parties": PAIR, "title": "plan on trade"}, {"parties": PAIR, "title": "plan on rail"}, False),
    (Kind.AGREEMENT, {"parties": PAIR, "title": None}, {"parties": PAIR, "title": "the memorandum"}, True),
    (Kind.AGREEMENT, {"parties": PAIR, "form": "package", "count": 8}, {"parties": PAIR, "title": "rail"}, False),
    (
        Kind.AGREEMENT,
        {"parties": PAIR, "form": "package", "count": 8},
        {"parties": PAIR, "form": "package", "count": 8.0},
        True,
    ),
    (
        Kind.AGREEMENT,
        {"parties": PAIR, "form": "package", "count": None},
        {"parties": PAIR, "form": "package", "count": 3},
        False,
    ),
    (Kind.TRADE_TARGET, {"parties": PAIR, "amount": 5e9, "currency": "USD"}, {"parties": PAIR, "amount": 5e9}, False),
    (
        Kind.TRADE_TARGET,
        {"parties": PAIR, "amount": 5e9, "currency": "USD", "measure": "imports"},
        {"parties": PAIR, "amount": 5e9, "currency": "USD", "measure": "exports"},
        True,
    ),
    (Kind.TRADE_TARGET, {"parties": PAIR, "multiplier": 2}, {"parties": PAIR, "multiplier": 2, "due": "2030"}, True),
    (Kind.TRADE_TARGET, {"parties": PAIR, "multiplier": 2}, {"parties": PAIR, "multiplier": 2, "amount": 1}, False),
    (Kind.TRADE_FIGURE, {"parties": PAIR, "amount": 5}, {"parties": PAIR, "amount": 5, "currency": "EUR"}, True),
    (Kind.TRADE_FIGURE, {"parties": PAIR, "amount": 5}, {"parties": PAIR, "amount": 5, "scope": "energy"}, False),
    (Kind.TRADE_FIGURE, {"parties": PAIR, "growth_percent": 7}, {"parties": PAIR, "growth_percent": 7.0}, True),
    (Kind.JOINT_PROJECT, {"parties": PAIR, "count": 38}, {"parties": PAIR, "count": 38}, True),
    (Kind.JOINT_PROJECT, {"parties": PAIR, "count": 38}, {"parties": PAIR, "count": 37}, False),
    (
        Kind.JOINT_PROJECT,
        {"parties": PAIR, "count": 1, "description": "railway to Maktaaral"},
        {"parties": PAIR, "description": "a railway"},
        True,
    ),
    (
        Kind.JOINT_PROJECT,
        {"parties": PAIR, "value_amount": 3e8, "count": 2},
        {"parties": PAIR, "value_amount": 3e8},
        True,
    ),
    (Kind.MILESTONE, {"parties": PAIR, "kind": "border"}, {"parties": PAIR, "kind": "border"}, True),
    (Kind.MILESTONE, {"parties": PAIR, "kind": "border"}, {"parties": PAIR, "kind": "award"}, False),
    (
        Kind.MILESTONE,
        {"parties": PAIR, "kind": "border", "occurred_on": "2022-01-01"},
        {"parties": PAIR, "kind": "border", "occurred_on": "2022-02-02"},
        False,
    ),
]


@pytest.mark.parametrize(("kind", "gold", "found", "same"), IDENTITIES)
def test_identity(kind: Kind, gold: dict[str, Any], found: dict[str, Any], same: bool) -> None:
    assert SCORING[kind].same(gold, found) is same


def test_fields_are_scored_one_by_one() -> None:
    gold = {"country": "KAZ", "kind": "state", "started_on": "2024-05-02", "city": "Tashkent", "status": "done"}
    found = {
        "country": "KAZ",
        "kind": "official",
        "started_on": "2024-05",
        "city": "TASHKENT",
        "ended_on": "2024-05-09",
        "status": "planned",
    }
    expected = {"country": 1.0, "kind": 0.0, "started_on": 0.5, "city": 1.0, "status": 0.0}
    assert field_scores(Kind.VISIT, gold, found) == expected
    assert field_scores(Kind.VISIT, {}, found) == {"country": 0, "kind": 0, "started_on": 0, "status": 0}
    agreement = {"form": "package", "count": 3, "qualifier": None, "sectors": ["trade", "water"]}
    told = {"form": "package", "count": 3.0, "qualifier": "", "sectors": ["water"], "status": "x"}
    assert field_scores(Kind.AGREEMENT, agreement, told) == {
        "form": 1.0, "count": 1.0, "qualifier": 1.0, "sectors": pytest.approx(2 / 3), "signed_on": 1.0, "status": 0.0,
    }  # fmt: skip


def visit(leader: str, start: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "leader": leader,
        "country": "CHN",
        "host": "KAZ",
        "kind": "state",
        "status": "done",
        "started_on": start,
        **more,
    }


def test_the_best_pair_comes_first() -> None:
    gold = [visit("Xi Jinping", None, kind="working"), visit("Xi Jinping", "2024-07-02")]
    found = [visit("Xi Jinping", "2024-07-02"), visit("Xi", "2024-07-02", kind="private")]
    assert [(p.gold, p.found, p.mean) for p in pair_facts(Kind.VISIT, gold, found)] == [(1, 0, 1.0), (0, 1, 0.5)]


def test_optional_facts_count_for_nothing() -> None:
    gold = [visit("Xi", "2024-07-02", optional=True), visit("Li Qiang", "2024-07-02")]
    found = [visit("Xi", "2024-07-02"), visit("Li Qiang", "2024-07-02"), visit("Wang Yi")]
    score, problems = score_kind("d", Kind.VISIT, gold, found)
    assert (score.tp, score.fp, score.fn, score.exact) == (1, 1, 0, 1)
    assert [(p.what, json.loads(p.detail)["leader"]) for p in problems] == [("spurious", "Wang Yi")]
    assert score_kind("d", Kind.VISIT, gold[:1], [])[0] == Score()


def test_free_milestones_count_for_nothing() -> None:
    free = [{"parties": PAIR, "kind": kind} for kind in ("other", "anniversary_marked")]
    assert score_kind("d", Kind.MILESTONE, free, [])[0] == Score()
    assert score_kind("d", Kind.MILESTONE, [], free)[0] == Score()
    assert score_kind("d", Kind.MILESTONE, [], [{"parties": PAIR, "kind": "border"}])[0] == Score(fp=1)


def test_an_optional_fact_never_takes_a_pair_from_one_that_counts() -> None:
    gold = [visit("Xi", "2024-07-02", optional=True), visit("Xi", None, kind="working")]
    assert score_kind("d", Kind.VISIT, gold, [visit("Xi", "2024-07-02")])[0].tp == 1


def test_malformed_facts_are_spurious_and_stop_nothing() -> None:
    broken: list[Any] = [{"parties": 7}, {"parties": [None, 3]}, {"leader": ["x"], "host": "KAZ"}, {}]
    for kind in Kind:
        gold = [{"parties": PAIR, "name": "Xi", "leader": "Xi", "host": "KAZ", "country": "CHN", "title": "rail"}]
        assert score_kind("d", kind, gold, broken)[0].fp == len(broken)


def test_shares() -> None:
    score = Score(tp=6, fp=2, fn=4, exact=3, fields={"kind": (4.5, 6)})
    assert (score.precision, score.recall, score.field_accuracy) == (0.75, 0.6, 0.75)
    assert (score.f1, score.exact_f1) == (pytest.approx(12 / 18), pytest.approx(6 / 18))
    assert (Score().precision, Score().recall, Score().f1, Score().exact_f1, Score().field_accuracy) == (1, 1, 1, 1, 1)
    assert (Score(fn=1).f1, Score(fp=1).f1) == (0, 0)
    assert score + Score(tp=1, fields={"kind": (1.0, 1)}) == Score(7, 2, 4, 3, {"kind": (5.5, 7)})


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_the_order_of_facts_changes_no_count(golds: list[int], founds: list[int]) -> None:
    names = ["Xi Jinping", "Li Qiang", "Xi", "Tokayev", "Li", "Tokaev"]
    gold = [visit(names[i], f"2024-07-{i + 1:02}") for i in golds]
    found = [visit(names[i], f"2024-07-{i + 1:02}") for i in founds]
    assert score_kind("d", Kind.VISIT, gold, found)[0].exact == 6


@pytest.fixture(scope="module")
def corpus() -> dict[str, Any]:
    return dict(read_facts(CORPUS))


def test_gold_scores_perfectly_against_itself(corpus: dict[str, Any]) -> None:
    rows = evaluate(corpus, corpus).rows()
    assert {name: (s.fp, s.fn, s.exact - s.tp) for name, s in rows.items()} == dict.fromkeys(rows, (0, 0, 0))
    assert rows["ALL"].gold == sum(rows[k.value].gold for k in Kind) == 1449


def test_nothing_found_scores_nothing(corpus: dict[str, Any]) -> None:
    evaluation = evaluate(corpus, {})
    assert len(evaluation.unread) == len(corpus)
    assert (evaluation.rows()["ALL"].f1, evaluation.rows()["ALL"].precision) == (0, 1)


# ------------------------------------------------------------------ the same terms as the codebook's own scorer
def _other_scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the reference scorer is not here")
    spec = importlib.util.spec_from_file_location("reference_scorer", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _perturbed(fact: dict[str, Any], others: list[dict[str, Any]], rng: random.Random) -> dict[str, Any]:
    """A fact with some fields lost, made vaguer, misspelt or taken from another fact."""
    out = dict(fact)
    for name, value in fact.items():
        turn = rng.random()
        if turn < 0.06:
            out[name] = None
        elif turn < 0.12:
            out[name] = rng.choice(others).get(name)
        elif turn < 0.2 and isinstance(value, str) and len(value) > 4:
            cut = rng.randrange(1, len(value))
            out[name] = value[:cut] if rng.random() < 0.5 else value[: cut - 1] + value[cut:]
        elif turn < 0.2 and isinstance(value, int | float):
            out[name] = value * rng.choice([1.0, 1 + 1e-9, 1.1, 10])
        elif turn < 0.2 and isinstance(value, list):
            out[name] = value[1:] if rng.random() < 0.5 else value[::-1]
    return out


def _prediction(gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    found: dict[str, Any] = {"id": gold["id"]}
    for kind in Kind:
        facts = [dict(f) for f in gold.get(kind) or () if rng.random() < 0.85]
        facts += [dict(rng.choice(facts)) for _ in range(rng.randrange(3)) if facts]
        found[kind.value] = [_perturbed(f, facts, rng) for f in facts]
        rng.shuffle(found[kind.value])
    return found


@pytest.mark.parametrize("seed", range(4))
def test_counts_agree_with_the_reference_scorer(seed: int, corpus: dict[str, Any]) -> None:
    reference = _other_scorer()
    rng = random.Random(seed)
    compared = 0
    for name, gold in corpus.items():
        found = _prediction(gold, rng)
        theirs = reference.score_document(gold, found, [])
        ours, _ = score_document(gold, found)
        for kind in Kind:
            other, score = theirs[kind.value], ours[kind]
            counts = (score.tp, score.fp, score.fn, score.exact)
            assert counts == (other.tp, other.fp, other.fn, other.exact), (name, kind, seed)
            sums = {field: (pytest.approx(sum(v)), len(v)) for field, v in other.fields.items()}
            assert dict(score.fields) == sums, (name, kind, seed)
            compared += score.tp
    assert compared > 500


# ------------------------------------------------------------------ parts, baseline, losses
def test_held_documents_are_named_in_a_file(tmp_path: Path) -> None:
    assert read_held(tmp_path) == frozenset()
    (tmp_path / "HELD").write_text("a-003\n\na-006\n", encoding="utf-8")
    assert read_held(tmp_path) == {"a-003", "a-006"}
    assert read_held(tmp_path / "HELD") == frozenset()
    (tmp_path / "HELD").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InvalidInput, match="HELD cannot be read"):
        read_held(tmp_path)


def _document(name: str, *visits: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "visits": list(visits)}


TWO = {"a-001": _document("a-001", visit("Xi", "2024-07-02")), "a-003": _document("a-003", visit("Li Qiang"))}


def test_parts() -> None:
    evaluation = evaluate(TWO, {"a-001": TWO["a-001"]}, frozenset({"a-003", "a-009"}))
    parts = evaluation.parts()
    assert {name: sorted(part.documents) for name, part in parts.items()} == {
        "all": ["a-001", "a-003"], "seen": ["a-001"], "held": ["a-003"],
    }  # fmt: skip
    assert {name: part.rows()["CORE"].f1 for name, part in parts.items()} == {
        "all": pytest.approx(2 / 3), "seen": 1.0, "held": 0.0,
    }  # fmt: skip
    assert list(evaluate({"a-001": TWO["a-001"]}, {}).parts()) == ["all"]
    assert as_problems(evaluation, [Kind.VISIT]) == "1 more in documents that are held out\n"
    assert as_problems(evaluation, [Kind.LEADER]) == ""


def test_a_baseline_keeps_counts_and_other_documents(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, evaluate(TWO, TWO))
    write_baseline(path, evaluate({"b": _document("b")}, {}))
    known = read_baseline(path)
    assert sorted(known.documents) == ["a-001", "a-003", "b"]
    assert known.documents["a-001"][Kind.VISIT] == Score(1, 0, 0, 1)
    assert known.documents["b"][Kind.VISIT] == Score()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"documents": {"a": {"visits": 3}}}', '{"documents": []}'])
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInput, match="is no baseline"):
        read_baseline(path)


def test_a_missing_baseline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="--update writes a new one"):
        read_baseline(tmp_path / "none.json")


def test_gains_and_losses_by_document() -> None:
    before = evaluate(TWO, {"a-001": TWO["a-001"]})
    after = evaluate(TWO, {"a-003": TWO["a-003"]})
    found = changes(before, after)
    assert [(c.document, c.kind, c.better) for c in found] == [
        ("a-001", Kind.VISIT, False),
        ("a-003", Kind.VISIT, True),
    ]
    told = as_changes(found, before, after).splitlines()
    assert told[1].split() == ["worse", "a-001", "visits", "1→0", "0", "0→1", "1→0"]
    assert told[2].split() == ["better", "a-003", "visits", "0→1", "0", "1→0", "0→1"]
    assert told[3] == "CORE: F1 0.667 → 0.667 (+0.000), exact F1 0.667 → 0.667 (+0.000)"
    check_losses(before, after)
    assert changes(after, after) == []


def test_a_loss_is_an_error() -> None:
    with pytest.raises(AccuracyLoss, match=r"CORE F1 fell from 1\.000 to 0\.667"):
        check_losses(evaluate(TWO, TWO), evaluate(TWO, {"a-001": TWO["a-001"]}))
    only = {"a-001": TWO["a-001"]}
    check_losses(evaluate(TWO, {}), evaluate(only, only))


def test_tables_and_json() -> None:
    evaluation = evaluate(TWO, {"a-001": TWO["a-001"]})
    lines = as_scores(evaluation, [Kind.VISIT]).splitlines()
    assert lines[0] == "all: 2 documents, 1 without prediction"
    assert lines[2].split() == ["visits", "2", "1", "1.000", "0.500", "0.667", "1.000", "0.667"]
    told = as_object(evaluation, [Kind.VISIT])["parts"]["all"]
    assert told["without_prediction"] == ["a-003"]
    assert told["scores"]["CORE"]["right"] == 1
    assert told["scores"]["visits"]["fields"] == {"country": 1, "kind": 1, "started_on": 1, "status": 1}


def test_reading_gold(tmp_path: Path) -> None:
    (tmp_path / "many.json").write_text('[{"id": "a"}, {"no": "id"}, 3]', encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text('{"id": "b"}\n\n{"id": "c"}\n', encoding="utf-8")
    assert sorted(read_facts(tmp_path)) == ["a", "b", "c"]
    assert sorted(read_facts(tmp_path / "lines.jsonl")) == ["b", "c"]
    with pytest.raises(InvalidInput, match="no such file"):
        read_facts(tmp_path / "none")
    with pytest.raises(InvalidInput, match="no text for the documents"):
        extract_texts(tmp_path, ["a"])
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    with pytest.raises(InvalidInput, match="cannot be read as JSON"):
        read_facts(tmp_path)


def test_texts_beside_the_gold_or_in_a_folder_next_to_it(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    for folder in (gold, tmp_path / "articles"):
        folder.mkdir()
    (gold / "one.txt").write_text("Nothing.", encoding="utf-8")
    (tmp_path / "articles" / "two.txt").write_text("Nothing.", encoding="utf-8")
    assert sorted(extract_texts(gold, ["one", "two", "three"])) == ["one", "two"]


def test_lines_that_hold_their_texts(tmp_path: Path) -> None:
    told = {
        "id": "a",
        "text": "President Emmanuel Macron flew to Ottawa.",
        "visits": [{"leader": "Macron", "host": "CAN"}],
    }
    other = {"id": "b", "text": "President Emmanuel Macron stayed in Paris.", "visits": []}
    bank = tmp_path / "visits.jsonl"
    bank.write_text(f"{json.dumps(told)}\n{json.dumps(other)}\n", encoding="utf-8")
    for path in (bank, tmp_path):
        gold = read_facts(path)
        rows = evaluate(gold, extract_texts(path, list(gold))).rows()
        assert [(name, row.tp, row.fp, row.fn) for name, row in rows.items() if row.gold or row.predicted] == [
            ("visits", 1, 0, 0),
            ("CORE", 1, 0, 0),
            ("ALL", 1, 0, 0),
        ]  # fmt: skip - kinds without a list are not scored


@pytest.mark.parametrize("folder", [CORPUS, *SETS, GOLD], ids=lambda folder: folder.name)
def test_extraction_is_as_good_as_its_baseline(folder: Path) -> None:
    """Where this fails, the documents that got worse are in the output. See docs/how-to/evaluate.md."""
    gold = read_facts(folder)
    before, after = read_baseline(BASELINE), evaluate(gold, extract_texts(folder, list(gold)))
    print(as_changes(changes(before, after), before, after))  # noqa: T201 - shown by pytest where the test fails
    assert set(after.documents) <= set(before.documents), "record new documents with --update"
    assert after.unread == ()
    check_losses(before, after)


# ------------------------------------------------------------------ the command line
def _gold_folder(folder: Path) -> Path:
    """A text that says one thing, and a gold file that says two."""
    folder.mkdir()
    (folder / "a-001.txt").write_text(
        " date 2024-07-03 President Xi Jinping of China visited Kazakhstan on Tuesday.", "utf-8"
    )
    said = visit("Xi Jinping", "2024-07-02", kind="unspecified")
    leader = {"name": "Xi Jinping", "country": "CHN", "office": "head_of_state"}
    gold = {"id": "a-001", "leaders": [leader], "visits": [said, visit("Li Qiang", "2024-07-02")]}
    (folder / "a-001.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_the_command_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = _gold_folder(tmp_path / "gold")
    assert run(["evaluate", str(gold)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "all: 1 documents"
    assert [line.split() for line in lines if line.startswith(("visits", "CORE", "leaders"))] == [
        ["leaders", "1", "1", "1.000", "1.000", "1.000", "1.000", "1.000"],
        ["visits", "2", "1", "1.000", "0.500", "0.667", "1.000", "0.667"],
        ["CORE", "2", "1", "1.000", "0.500", "0.667", "1.000", "0.667"],
    ]
    assert run(["evaluate", str(gold), "--kind", "visits", "--errors"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].startswith("a-001\tvisits\tmissed\t")
    assert "leaders" not in out
    assert run(["evaluate", str(gold), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["parts"]["all"]["scores"]["visits"]["recall"] == 0.5


def test_the_command_keeps_a_baseline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, baseline = _gold_folder(tmp_path / "gold"), tmp_path / "baseline.json"
    assert run(["evaluate", str(gold), "--update"]) == InvalidInput.exit_code
    assert run(["evaluate", str(gold), "--baseline", str(baseline)]) == InvalidInput.exit_code
    assert run(["evaluate", str(gold), "--baseline", str(baseline), "--update"]) == 0
    assert run(["evaluate", str(gold), "--baseline", str(baseline)]) == 0
    assert "no document changed against the baseline" in capsys.readouterr().out
    empty = tmp_path / "found.jsonl"
    empty.write_text('{"id": "a-001"}\n', encoding="utf-8")
    worse = ["evaluate", str(gold), "--predicted", str(empty), "--baseline", str(baseline)]
    assert run(worse) == AccuracyLoss.exit_code
    told = capsys.readouterr()
    assert "worse" in told.out
    assert "CORE F1 fell from 0.667 to 0.000" in told.err
    assert run([*worse, "--update"]) == 0
    assert run(worse) == 0
