"""Chosen values, dissent, life cycle, sources, uids and judgements."""

from __future__ import annotations

import pytest
from making import LEADERS, facts, groups, record

from relations_db.resolve import Evidence, Fact, Held, Judgement, Record, Verdict, fingerprint, name_facts, uid_of
from relations_db.resolve.facts import Dissent, Source
from relations_db.resolve.records import block_key, statement_keys
from relations_db.resolve.sources import independent, resemblance
from relations_db.values import (
    Agreement,
    Kind,
    Leader,
    PartialDate,
    Qualifier,
    Quote,
    Statement,
    Status,
    TradeTarget,
    Visit,
)

DAY = PartialDate.parse


def visit(fact: Fact) -> Visit:
    assert isinstance(fact.claim, Visit)
    return fact.claim


# ------------------------------------------------------------------ choice and dissent
def test_a_whole_fact() -> None:
    a = record(Kind.VISIT, "2024-04-20", "a", kind="unspecified", started_on="2024-04-19", met=["Tokayev"])
    b = record(Kind.VISIT, "2024-04-19", "b", kind="state", started_on="2024-04-18", city="Astana")
    c = record(Kind.VISIT, "2024-10-01", "c", leader="Sadyr Zhaparov", started_on="2024-04")
    [fact] = facts(a, b, c)
    assert fact.claim == Visit(
        leader="Sadyr Japarov",
        country="KGZ",
        host="KAZ",
        visit_kind="state",
        city="Astana",
        started_on=DAY("2024-04-18"),
        met=("Tokayev",),
    )
    assert fact.uid == uid_of(Kind.VISIT, b.key)
    assert fact.leader_key == "kgz-japarov"
    assert (fact.first_reported, fact.last_reported, fact.sources) == (DAY("2024-04-19"), DAY("2024-10-01"), 3)
    assert fact.dissent == (Dissent("started_on", DAY("2024-04-19"), (a.key,)),)
    assert [(e.key, e.verdict) for e in fact.evidence] == [
        (b.key, Verdict.REFINES),
        (a.key, Verdict.CONFLICT),
        (c.key, Verdict.REFINED_BY),
    ]
    assert fact.evidence[1] == Evidence(
        a.key,
        Verdict.CONFLICT,
        "Sadyr Japarov in KAZ, 2024-04-19 and 2024-04-18; says started_on 2024-04-19, not 2024-04-18",
    )


# what texts a, b, c say and when; the chosen value and the rule
CHOICES = [
    ("city", [("2024-04-19", "Astana"), ("2024-04-20", None)], "Astana", "only"),
    ("city", [("2024-04-19", "Almaty"), ("2024-04-20", "Astana"), ("2024-04-20", "Astana")], "Astana", "more sources"),
    ("city", [("2024-04-20", "Almaty"), ("2024-04-19", "Astana")], "Astana", "earlier report"),
    ("city", [("2024-04-19", "Almaty"), ("2024-04-19", "Astana")], "Almaty", "fixed order"),
    ("city", [("2024-04-19", "Nursultan"), ("2024-04-20", "nursultan")], "Nursultan", "only"),
    ("visit_kind", [("2024-04-19", "unspecified"), ("2024-04-20", "state")], "state", "only"),
    ("visit_kind", [("2024-04-19", "summit"), ("2024-04-19", "summit"), ("2024-04-20", "working")], "working", "only"),
    (
        "visit_kind",
        [("2024-04-18", "unspecified"), ("2024-04-19", "unspecified"), ("2024-04-20", "summit")],
        "summit",
        "only",
    ),
]


@pytest.mark.parametrize(("field", "told", "chosen", "rule"), CHOICES)
def test_the_value_of_a_field(field: str, told: list[tuple[str, str | None]], chosen: str, rule: str) -> None:
    name = "kind" if field == "visit_kind" else field
    records = [
        record(Kind.VISIT, said, text, started_on="2024-04-18", **{name: value})
        for text, (said, value) in zip("abc", told, strict=False)
    ]
    [fact] = facts(*records)
    assert getattr(fact.claim, field) == chosen
    assert {c.field: c.rule for c in fact.choices}[field] == rule


def test_what_happened_goes_before_what_was_planned() -> None:
    planned = record(Kind.VISIT, "2024-04-01", "a", started_on="2024-04-15", status="planned")
    done = record(Kind.VISIT, "2024-04-19", "b", started_on="2024-04-18")
    [fact] = facts(planned, done)
    assert visit(fact).started_on == DAY("2024-04-18")
    assert {c.field: c.rule for c in fact.choices}["started_on"] == "stage"
    assert fact.dissent == (Dissent("started_on", DAY("2024-04-15"), (planned.key,)),)


def test_a_rounded_count_gives_way_to_the_exact_one() -> None:
    rough = record(
        Kind.AGREEMENT, "2024-04-18", "a", form="package", count=12, qualifier="over", signed_on="2024-04-18"
    )
    exact = record(Kind.AGREEMENT, "2024-04-19", "b", form="package", count=14, signed_on="2024-04-18")
    [fact] = facts(rough, exact)
    assert (fact.claim.count, fact.claim.qualifier) == (14, Qualifier.EXACT)  # type: ignore[union-attr]  # an agreement
    assert fact.dissent == ()
    assert [e.verdict for e in fact.evidence] == [Verdict.REFINED_BY, Verdict.REFINES]


def test_a_target_is_dated_by_its_first_announcement_and_keeps_all_announcers() -> None:
    a = record(Kind.TRADE_TARGET, "2024-04-19", "a", announced_on="2024-04-18", announced_by=["Kassym-Jomart Tokayev"])
    b = record(
        Kind.TRADE_TARGET,
        "2025-04-01",
        "b",
        announced_on="2025-03-31",
        announced_by=["Tokayev", "Shavkat Mirziyoyev"],
        baseline_amount=5_000_000_000,
        baseline_period="2024",
    )
    [fact] = facts(b, a)
    assert isinstance(fact.claim, TradeTarget)
    assert fact.claim.announced_on == DAY("2024-04-18")
    assert fact.claim.announced_by == ("Kassym-Jomart Tokayev", "Shavkat Mirziyoyev")
    assert fact.claim.baseline_amount == 5_000_000_000
    assert fact.dissent == ()


# ------------------------------------------------------------------ life cycle
CYCLES: list[tuple[list[tuple[str | None, str]], str]] = [
    ([("2024-04-01", "proposed"), ("2024-04-05", "planned"), ("2024-04-19", "done")], "done"),
    ([("2024-04-01", "planned"), ("2024-04-10", "cancelled")], "cancelled"),
    ([("2024-04-10", "cancelled"), ("2024-04-12", "planned")], "planned"),
    ([("2024-04-10", "cancelled"), ("2024-04-20", "done")], "done"),
    ([("2024-04-01", "planned"), ("2024-04-05", "proposed")], "planned"),
    ([("2024-04-10", "cancelled"), (None, "planned")], "cancelled"),
    # one text does not undo what another told as done; several later ones do
    ([("2024-04-19", "done"), ("2024-05-20", "cancelled")], "done"),
    ([("2024-04-18", "done"), ("2024-04-19", "cancelled"), ("2024-04-20", "cancelled")], "cancelled"),
    ([("2024-04-19", "done"), ("2024-04-10", "cancelled"), ("2024-04-11", "cancelled")], "done"),
    ([(None, "done"), ("2024-04-10", "cancelled")], "done"),
]


@pytest.mark.parametrize(("told", "status"), CYCLES)
def test_stages_are_one_fact(told: list[tuple[str | None, str]], status: str) -> None:
    records = [
        record(Kind.VISIT, said, text, started_on="2024-04-18", status=state)
        for text, (said, state) in zip("abc", told, strict=False)
    ]
    [fact] = facts(*records)
    assert visit(fact).status == status


def test_done_and_called_off_later_is_a_dispute() -> None:
    done = record(Kind.DECLARATION, "2024-04-19", "a", signed_on="2024-04-18", level="alliance")
    off = record(Kind.DECLARATION, "2024-06-02", "b", signed_on="2024-04-18", level="alliance", status="cancelled")
    [fact] = facts(done, off)
    assert fact.dissent == (Dissent("status", Status.CANCELLED, (off.key,)),)
    assert fact.evidence[1].reason.endswith("says status cancelled, not done")
    before = record(Kind.DECLARATION, "2024-04-10", "b", signed_on="2024-04-18", level="alliance", status="cancelled")
    [fact] = facts(done, before)
    assert fact.dissent == ()


def test_the_price_of_what_was_signed_goes_before_that_of_the_plan() -> None:
    jets = {"title": "purchase of 50 jets", "form": "contract", "signed_on": "2024-04-18", "value_currency": "USD"}
    plan = record(Kind.AGREEMENT, "2024-04-10", "a", status="planned", value_amount=7.5e9, **jets)
    done = record(Kind.AGREEMENT, "2024-04-19", "b", value_amount=7.8e9, **jets)
    [fact] = facts(plan, done)
    assert isinstance(fact.claim, Agreement)
    assert fact.claim.value
    assert fact.claim.value.amount == 7.8e9


# ------------------------------------------------------------------ places
@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kiev", "Kyiv", True),
        ("Nur-Sultan", "Astana", True),
        ("Alma Ata", "ALMATY", True),
        ("Almaty", "Astana", False),
        ("Nukus", "Samarkand", False),
    ],
)
def test_a_city_under_two_names_is_no_dispute(one: str, other: str, same: bool) -> None:
    a = record(Kind.VISIT, "2024-04-19", "a", started_on="2024-04-18", city=one)
    b = record(Kind.VISIT, "2024-04-20", "b", started_on="2024-04-18", city=other)
    [fact] = facts(a, b)
    assert visit(fact).city == one
    assert (fact.dissent == ()) is same


# ------------------------------------------------------------------ sources
TEXT = " ".join(f"word{n} of the long story about the visit number {n * n}" for n in range(60))


def test_copies_of_one_text_resemble_each_other() -> None:
    original = fingerprint(TEXT)
    assert resemblance(original, original) == 1
    assert resemblance(original, fingerprint("ASTANA (Agency) - " + TEXT + " All rights reserved.")) > 0.8
    assert resemblance(original, fingerprint(TEXT[: len(TEXT) * 2 // 3])) > 0.5
    assert resemblance(original, fingerprint("Another outlet wrote about it in words of its own. " * 20)) == 0
    assert resemblance(original, ()) == 0
    assert fingerprint("too short a text") == ()


SOURCES = [
    (["Kazinform", "UzA", "AKIpress"], [1, 2, 3], 3),
    (["Kazinform", "kazinform ", None], [1, 2, 3], 2),
    ([None, None], [1, 2], 2),
    ([None, None], [1, 1], 1),
    (["Kazinform", "UzA", "UzA"], [1, 1, 2], 1),
    ([None], [0], 1),
    ([], [], 0),
]


@pytest.mark.parametrize(("outlets", "texts", "number"), SOURCES)
def test_independent_sources(outlets: list[str | None], texts: list[int], number: int) -> None:
    stories = {n: fingerprint(TEXT.replace("word", f"term{n}")) for n in (1, 2, 3)} | {0: ()}
    sources = [Source(str(i), None, o, stories[t]) for i, (o, t) in enumerate(zip(outlets, texts, strict=True))]
    assert independent(sources) == number
    assert independent(reversed(sources)) == number


# ------------------------------------------------------------------ keys and uids
def test_keys_depend_on_text_place_and_identity_alone() -> None:
    text = "Tokayev visited Tashkent and Samarkand."
    quote = (Quote.of(text, 0, 24),)
    one = Visit("Tokayev", "KAZ", "UZB")
    better = Visit("Tokayev", "KAZ", "UZB", city="Tashkent", visit_kind="state")
    other = Visit("Tokayev", "KAZ", "TJK")
    keys = [statement_keys("sha", [Statement(c, quote, (), "r")])[0] for c in (one, better, other)]
    assert keys[0] == keys[1] != keys[2]
    assert statement_keys("other", [Statement(one, quote, (), "r")]) != keys[:1]
    twice = statement_keys("sha", [Statement(one, quote, (), "r")] * 2)
    assert twice[0] == keys[0] != twice[1]


def test_a_leaders_block_is_the_person_in_the_office() -> None:
    blocks = {
        block_key(Leader(name, "KGZ", "head_of_state"), LEADERS, None) for name in ("Sadyr Japarov", "Sadyr Zhaparov")
    }
    assert blocks == {"leaders:kgz-japarov:KGZ:head_of_state:holder"}
    former = block_key(Leader("Sadyr Japarov", "KGZ", "head_of_state", True), LEADERS, None)
    assert former == "leaders:kgz-japarov:KGZ:head_of_state:former"


A = record(Kind.VISIT, "2024-04-19", "a", started_on="2024-04-18")
B = record(Kind.VISIT, "2024-04-20", "b", started_on="2024-04-19")
C = record(Kind.VISIT, "2024-06-20", "c", started_on="2024-06-19")
UID_A, UID_B, UID_C = (uid_of(Kind.VISIT, r.key) for r in (A, B, C))


def uids(found: list[Fact], held: dict[str, Held], signposts: dict[str, int] | None = None) -> dict[str, str]:
    naming = name_facts(found, held, signposts)
    return {"".join(sorted(k[0] for k in f.keys)): f.uid for f in naming.facts} | dict(naming.redirects)


def test_a_new_fact_gets_the_uid_of_its_first_statement() -> None:
    assert uids(facts(B, A, C), {}) == {"ab": UID_A, "c": UID_C}


def test_an_earlier_report_does_not_change_the_uid() -> None:
    assert uids(facts(A, B), {B.key: Held(UID_B, 7)}) == {"ab": UID_B}


def test_of_two_facts_that_join_the_older_uid_stays() -> None:
    assert uids(facts(A, B), {A.key: Held(UID_A, 9), B.key: Held(UID_B, 7)}) == {"ab": UID_B, UID_A: UID_B}


def test_of_a_fact_that_comes_apart_the_founder_keeps_the_uid() -> None:
    apart = facts(A, B, judgements=(Judgement(1, "split", (A.key, B.key), (A.key,)),))
    assert uids(apart, {A.key: Held(UID_A, 7), B.key: Held(UID_A, 7)}) == {"a": UID_A, "b": UID_B}
    assert uids(apart, {A.key: Held("vis-old", 7), B.key: Held("vis-old", 7)}) in (
        {"a": "vis-old", "b": UID_B},
        {"a": UID_A, "b": "vis-old"},
    )


def test_a_fact_that_comes_apart_again_takes_up_its_old_uid() -> None:
    apart = facts(A, B, judgements=(Judgement(1, "split", (A.key, B.key), (A.key,)),))
    held = {A.key: Held("vis-0000", 3), B.key: Held("vis-0000", 3)}
    assert set(uids(apart, held, {UID_A: 5, UID_B: 4}).values()) >= {"vis-0000"}


def test_nobody_gets_a_uid_that_is_taken() -> None:
    naming = name_facts(facts(A), {}, taken=[UID_A])
    assert naming.facts[0].uid != UID_A
    assert naming.facts[0].uid.startswith("vis-")


# ------------------------------------------------------------------ judgements
def test_a_merge_joins_what_the_rules_keep_apart() -> None:
    merged = Judgement(1, "merge", (A.key,), (C.key,))
    found = facts(A, B, C, judgements=(merged,))
    assert groups(found) == ["abc"]
    later = record(Kind.VISIT, "2024-06-30", "d", started_on="2024-06-20")
    assert groups(facts(A, B, C, later, judgements=(merged,))) == ["abcd"]


def test_a_split_keeps_apart_what_the_rules_join_and_later_reports_find_their_side() -> None:
    apart = Judgement(1, "split", (A.key, B.key), (B.key,))
    assert groups(facts(A, B, judgements=(apart,))) == ["a", "b"]
    like_a = record(Kind.VISIT, "2024-04-21", "d", started_on="2024-04-18")
    assert groups(facts(A, B, like_a, judgements=(apart,))) == ["ad", "b"]


def test_the_later_of_two_judgements_holds() -> None:
    merge = Judgement(1, "merge", (A.key,), (C.key,))
    split = Judgement(2, "split", (A.key, C.key), (C.key,))
    assert groups(facts(A, C, judgements=(merge, split))) == ["a", "c"]
    assert groups(facts(A, C, judgements=(split, Judgement(3, "merge", (A.key,), (C.key,))))) == ["ac"]


@pytest.mark.parametrize("first", [A, B])
def test_a_split_leaves_the_rest_of_a_merge_together(first: Record) -> None:
    """Whichever of its statements a fact is known by."""
    second = B if first is A else A
    merge = Judgement(1, "merge", (first.key, second.key), (C.key,))
    assert groups(facts(A, B, C, judgements=(merge,))) == ["abc"]
    off = Judgement(2, "split", (A.key, B.key, C.key), (B.key,))
    assert groups(facts(A, B, C, judgements=(merge, off))) == ["ac", "b"]
    assert groups(facts(A, B, C, judgements=(merge, Judgement(2, "split", off.keys, (C.key,))))) == ["ab", "c"]
    assert groups(facts(A, B, C, judgements=(merge, Judgement(2, "split", off.keys, (A.key, B.key))))) == ["ab", "c"]


def test_confirmed_rejected_corrected() -> None:
    said = (
        Judgement(1, "reject", (A.key,)),
        Judgement(2, "confirm", (A.key,)),
        Judgement(3, "correct", (A.key,), field="city", value="Astana"),
        Judgement(4, "correct", (B.key,), field="city", value="Almaty"),
        Judgement(5, "reject", (C.key,)),
    )
    by_text = {f.keys[0][0]: f for f in facts(A, B, C, judgements=said)}
    assert (by_text["a"].review, visit(by_text["a"]).city, by_text["a"].corrected) == ("confirmed", "Almaty", ("city",))
    assert (by_text["c"].review, visit(by_text["c"]).city) == ("rejected", None)


def test_what_texts_say_against_a_correction_is_dissent() -> None:
    said = {"started_on": "2024-04-18"}
    state = record(Kind.VISIT, "2024-04-19", "a", kind="state", city="Astana", **said)
    vague = record(Kind.VISIT, "2024-04-20", "b", started_on="2024-04")
    working = record(Kind.VISIT, "2024-04-21", "c", kind="working", city="astana", **said)
    corrections = (
        Judgement(1, "correct", (state.key,), field="visit_kind", value="working"),
        Judgement(2, "correct", (state.key,), field="city", value="Astana"),
        Judgement(3, "correct", (state.key,), field="started_on", value=DAY("2024-04-17")),
    )
    [fact] = facts(state, vague, working, judgements=corrections)
    assert set(fact.dissent) == {
        Dissent("visit_kind", "state", (state.key,)),
        Dissent("started_on", DAY("2024-04-18"), (state.key, working.key)),
    }
    reasons = {e.key[0]: (e.verdict, e.reason.rsplit("; ", 1)[-1]) for e in fact.evidence}
    assert reasons["a"] in {
        (Verdict.CONFLICT, "says kind state, not working"),
        (Verdict.CONFLICT, "says started_on 2024-04-18, not 2024-04-17"),
    }
    assert reasons["b"] == (Verdict.REFINED_BY, "less exact in kind")
    assert reasons["c"] == (Verdict.CONFLICT, "says started_on 2024-04-18, not 2024-04-17")
    unknown = Judgement(4, "correct", (state.key,), field="city", value=None)
    [fact] = facts(state, vague, judgements=(unknown,))
    assert fact.dissent == (Dissent("city", "Astana", (state.key,)),)


def test_a_judgement_on_a_statement_that_is_gone_goes_to_the_next_of_the_fact() -> None:
    said = Judgement(1, "confirm", ("gone" + "0" * 28, B.key))
    [fact] = facts(A, B, judgements=(said,))
    assert fact.review == "confirmed"
    assert facts(C, judgements=(said,))[0].review is None
