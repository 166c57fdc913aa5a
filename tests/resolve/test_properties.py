"""Whatever the order, the same facts; every statement in one fact; nothing invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from making import RESOLVER, facts, record

from relations_db.resolve import DAY_FIELDS, Judgement, Record
from relations_db.store.domain import Domain
from relations_db.values import Kind
from relations_db.vocabulary import load_vocabulary

DATES = st.sampled_from(
    [None, "2024", "2024-04", "2024-05", "2024-04-11", "2024-04-12", "2024-04-15", "2024-04-18", "2025-04-18"]
)
SAID = st.sampled_from([None, "2024-04-10", "2024-04-12", "2024-04-20", "2024-05-30", "2025-05-01"])
STATUS = st.sampled_from(["done", "done", "planned", "proposed", "cancelled"])
TITLES = st.sampled_from(
    [None, "agreement on tourism", "memorandum on tourism and sport", "agreement on gas", "plan for 2024"]
)
FIELDS: dict[Kind, st.SearchStrategy[dict[str, Any]]] = {
    Kind.VISIT: st.fixed_dictionaries(
        {
            "leader": st.sampled_from(["Sadyr Japarov", "Sadyr Zhaparov", "Akylbek Japarov", "Jeenbek Kulubaev"]),
            "kind": st.sampled_from(["unspecified", "state", "summit"]),
            "city": st.sampled_from([None, "Astana", "Almaty"]),
            "started_on": DATES,
            "ended_on": DATES,
            "status": STATUS,
        }
    ),
    Kind.DECLARATION: st.fixed_dictionaries(
        {
            "form": st.sampled_from(["treaty", "joint_declaration", "joint_statement", "other"]),
            "title": TITLES,
            "level": st.sampled_from([None, None, "alliance", "friendship"]),
            "signed_on": DATES,
            "status": STATUS,
        }
    ),
    Kind.AGREEMENT: st.fixed_dictionaries(
        {
            "form": st.sampled_from(["package", "agreement", "memorandum"]),
            "title": TITLES,
            "count": st.sampled_from([1, 10, 12, 14]),
            "qualifier": st.sampled_from(["exact", "over", "under"]),
            "signed_on": DATES,
            "status": STATUS,
        }
    ),
    Kind.TRADE_TARGET: st.fixed_dictionaries(
        {
            "due": st.sampled_from([None, "2025", "2030"]),
            "announced_on": DATES,
            "measure": st.sampled_from(["turnover", "exports"]),
            "from": st.sampled_from([None, "KAZ"]),
            "amount": st.sampled_from([None, 10_000_000_000]),
            "multiplier": st.sampled_from([None, 2]),
            "baseline_amount": st.sampled_from([None, 5_000_000_000]),
            "currency": st.sampled_from([None, "USD"]),
        }
    ),
    Kind.TRADE_FIGURE: st.fixed_dictionaries(
        {
            "amount": st.sampled_from([5_000_000_000, 5_050_000_000, 5_400_000_000]),
            "qualifier": st.sampled_from(["exact", "about", "over"]),
            "period": st.sampled_from([None, "2023", "2024", "2024-Q1"]),
            "measure": st.sampled_from(["turnover", "exports"]),
            "from": st.sampled_from([None, "KAZ", "UZB"]),
            "growth_percent": st.sampled_from([None, -3.5]),
        }
    ),
    Kind.JOINT_PROJECT: st.fixed_dictionaries(
        {
            "description": st.sampled_from(["gas pipeline", "gas pipeline to Almaty", "railway"]),
            "count": st.sampled_from([1, 2, None]),
        }
    ),
    Kind.MILESTONE: st.fixed_dictionaries({"occurred_on": DATES, "description": st.sampled_from(["", "ties set up"])}),
}


@st.composite
def blocks(draw: st.DrawFn) -> list[Record]:
    """Statements of one block in up to eight texts."""
    kind = draw(st.sampled_from(list(FIELDS)))
    texts = draw(st.lists(SAID, min_size=1, max_size=8))
    records = []
    for name, said in zip("abcdefgh", texts, strict=False):
        for at, fields in enumerate(draw(st.lists(FIELDS[kind], min_size=1, max_size=3))):
            assumed = bool(said) and kind in DAY_FIELDS and draw(st.booleans())
            day = {DAY_FIELDS[kind]: said} if assumed else {}
            records.append(record(kind, said, name, at * 10, assumed=assumed, **fields | day))
    return records


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Record], tuple[Judgement, ...]]:
    records = draw(blocks())
    keys = st.lists(st.sampled_from([r.key for r in records]), min_size=1, max_size=3, unique=True)
    made = []
    for number in range(draw(st.integers(0, 4))):
        verb = draw(st.sampled_from(["merge", "split", "confirm", "reject"]))
        one, other = tuple(draw(keys)), tuple(draw(keys))
        made.append(
            Judgement(
                number, verb, one + (other if verb == "split" else ()), other if verb in ("merge", "split") else ()
            )
        )
    return records, tuple(made)


@settings(max_examples=300)
@given(judged(), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(case: tuple[list[Record], tuple[Judgement, ...]], random: Any) -> None:
    records, judgements = case
    shuffled = random.sample(records, len(records))
    assert facts(*records, judgements=judgements) == facts(*shuffled, judgements=judgements)


@settings(max_examples=300)
@given(judged())
def test_each_statement_supports_one_fact(case: tuple[list[Record], tuple[Judgement, ...]]) -> None:
    records, judgements = case
    found = facts(*records, judgements=judgements)
    assert sorted(k for f in found for k in f.keys) == sorted(r.key for r in records)
    assert len({f.uid for f in found}) == len(found)


def _neighbourhoods(records: list[Record]) -> list[list[Record]]:
    """Statements that meet directly or through others, together."""
    found: list[list[Record]] = []
    for one in records:
        touching = [part for part in found if any(RESOLVER.meet(one, other) for other in part)]
        found = [part for part in found if part not in touching] + [[one, *(r for part in touching for r in part)]]
    return found


@settings(max_examples=600)
@given(blocks())
def test_statements_that_do_not_meet_have_nothing_to_do_with_each_other(records: list[Record]) -> None:
    """So that a new statement asks for its neighbours alone, whatever the size of the block."""
    by_block = {r.block: [o for o in records if o.block == r.block] for r in records}
    for block in by_block.values():
        whole = RESOLVER.resolve(block)
        parts = [f for part in _neighbourhoods(block) for f in RESOLVER.resolve(part)]
        assert sorted(parts, key=lambda f: f.uid) == whole


@settings(max_examples=300)
@given(blocks())
def test_statements_that_meet_reach_each_other(records: list[Record]) -> None:
    for one in records:
        for other in records:
            if one.block == other.block and one.source.sha256 != other.source.sha256 and RESOLVER.meet(one, other):
                a, b = RESOLVER.reach(one), RESOLVER.reach(other)
                assert a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
            assert RESOLVER.meet(one, other) == RESOLVER.meet(other, one) or one.block != other.block


@settings(max_examples=200)
@given(blocks(), blocks())
def test_facts_are_what_the_schema_takes(one: list[Record], other: list[Record]) -> None:
    """Valid statements make valid facts, also where a reviewer merges facts of two blocks."""
    domain = Domain.of(load_vocabulary())
    records = one + [replace(r, key="x" + r.key[1:]) for r in other if r.claim.kind is one[0].claim.kind]
    valid = [r for r in records if domain.refusal(r.claim) is None]
    merge = tuple(Judgement(n, "merge", (valid[0].key,), (r.key,)) for n, r in enumerate(valid[1:]))
    for judgements in ((), merge):
        for fact in facts(*valid, judgements=judgements):
            assert domain.refusal(fact.claim) is None
            assert {d.field for d in fact.dissent} <= {c.field for c in fact.choices}


@settings(max_examples=200)
@given(judged(), st.randoms(use_true_random=False))
def test_settled_facts_are_outlined_and_the_others_are_as_ever(
    case: tuple[list[Record], tuple[Judgement, ...]], random: Any
) -> None:
    records, judgements = case
    whole = facts(*records, judgements=judgements)
    settled = {frozenset(f.keys) for f in random.sample(whole, len(whole) // 2)}
    for fact, again in zip(whole, RESOLVER.resolve(records, judgements, settled), strict=True):
        assert (again.uid, again.keys) == (fact.uid, fact.keys)
        assert again == fact or (again.outline and frozenset(again.keys) in settled and not fact.review)


@settings(max_examples=200)
@given(blocks())
def test_each_value_is_one_that_a_statement_gives(records: list[Record]) -> None:
    by_key = {r.key: r.claim for r in records}
    for fact in facts(*records):
        for choice in fact.choices:
            assert choice.value in [getattr(by_key[k], choice.field) for k in fact.keys]
        for other in fact.dissent:
            assert other.value in [getattr(by_key[k], other.field) for k in other.keys]


@settings(max_examples=200)
@given(blocks())
def test_two_different_claims_of_one_text_stay_two(records: list[Record]) -> None:
    by_key = {r.key: r for r in records}
    for fact in facts(*records):
        told: dict[str, set[Any]] = {}
        for key in fact.keys:
            told.setdefault(by_key[key].source.sha256, set()).add(getattr(by_key[key].claim, "started_on", None))
        assert all(len(dates) == 1 for dates in told.values())


@settings(max_examples=200)
@given(blocks())
def test_what_is_split_stays_apart_and_what_is_merged_stays_together(records: list[Record]) -> None:
    found = facts(*records)
    largest = max(found, key=lambda f: len(f.keys))
    if len(largest.keys) > 1:
        moved = largest.keys[1:2]
        apart = facts(*records, judgements=(Judgement(1, "split", largest.keys, moved),))
        assert not any(moved[0] in f.keys and largest.keys[0] in f.keys for f in apart)
    if len(found) > 1:
        one, other = found[0].keys, found[1].keys
        together = facts(*records, judgements=(Judgement(1, "merge", one, other),))
        assert any(one[0] in f.keys and other[0] in f.keys for f in together)


MONTH_AND_DAY = [
    record(Kind.MILESTONE, None, text, occurred_on=on) for text, on in (("a", "2024-04"), ("b", "2024-05-20"))
]


@settings(max_examples=500)
@given(judged())
@example(  # of two that a reviewer merged, the year may mean either
    (
        [*MONTH_AND_DAY, record(Kind.MILESTONE, None, "c", occurred_on="2024")],
        (Judgement(1, "merge", (MONTH_AND_DAY[0].key,), (MONTH_AND_DAY[1].key,)),),
    )
)
def test_the_calendar_hides_nothing(case: tuple[list[Record], tuple[Judgement, ...]]) -> None:
    """Compared with all others or only with those of its time, a report finds the same place."""
    records, judgements = case
    found = facts(*records, judgements=judgements)
    identities = {type(i) for i in RESOLVER._identities.values()}
    with pytest.MonkeyPatch.context() as patch:
        for identity in identities:
            patch.setattr(identity, "within", lambda _self, _record: None)
        assert facts(*records, judgements=judgements) == found
