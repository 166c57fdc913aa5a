"""Every rule proves itself: its examples are read, of its refusals nothing is made. The documents are dated 2024-05-15."""

from __future__ import annotations

from collections import Counter

import pytest

from relations_db.extract import ALL_RULES, Extractor
from relations_db.extract.candidate import Candidate, Rule
from relations_db.extract.context import build_context
from relations_db.extract.rules import milestones, projects
from relations_db.language.analysis import analyse
from relations_db.values import Document, Kind, Milestone, PartialDate

DAY = PartialDate(2024, 5, 15)
# Trade rules read a sum as a figure or as a target.
TRADE = frozenset({Kind.TRADE_FIGURE.value, Kind.TRADE_TARGET.value})


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def made(extractor: Extractor, sentence: str) -> set[str]:
    """What a sentence is read as: kinds, milestones by their own kind."""
    claims = (s.claim for s in extractor.extract(Document("example", sentence, DAY)).statements)
    return {c.milestone_kind if isinstance(c, Milestone) else c.kind.value for c in claims}


def wanted(extractor: Extractor, rule: Rule) -> frozenset[str]:
    """What a rule is there to make."""
    if rule.kind is not Kind.MILESTONE:
        return TRADE if rule.kind.value in TRADE else frozenset({rule.kind.value})
    kinds = (made(extractor, example) - {k.value for k in Kind} for example in rule.examples)
    return frozenset[str]().union(*kinds)


def cases(which: str) -> list[object]:
    return [
        pytest.param(rule, sentence, id=f"{rule.name}-{number}")
        for rule in ALL_RULES
        for number, sentence in enumerate(getattr(rule, which))
    ]


@pytest.mark.parametrize(("rule", "sentence"), cases("examples"))
def test_examples_are_read(extractor: Extractor, rule: Rule, sentence: str) -> None:
    assert made(extractor, sentence) & wanted(extractor, rule)


@pytest.mark.parametrize(("rule", "sentence"), cases("refusals"))
def test_of_refusals_nothing_is_made(extractor: Extractor, rule: Rule, sentence: str) -> None:
    assert not made(extractor, sentence) & wanted(extractor, rule)


def made_by(extractor: Extractor, rule: Rule, text: str) -> list[Candidate]:
    """What one rule makes of a text."""
    analysis = analyse(Document("x", text, DAY), extractor.lexicon)
    context = build_context(analysis, extractor.lexicon, extractor.sectors)
    return [
        candidate
        for sentence in analysis.sentences
        if not rule.triggers.isdisjoint(sentence.coded.split())
        for match in rule.pattern.finditer(sentence.coded)
        for candidate in rule.build(context, sentence, match)
    ]


@pytest.mark.parametrize("rule", [*milestones.RULES, *projects.RULES], ids=lambda r: r.name)
def test_the_rule_itself_makes_them(extractor: Extractor, rule: Rule) -> None:
    assert rule.examples
    assert [t for t in rule.examples if not made_by(extractor, rule, t)] == []
    assert [t for t in rule.refusals if made_by(extractor, rule, t)] == []


def test_names_are_unique() -> None:
    assert [name for name, count in Counter(rule.name for rule in ALL_RULES).items() if count > 1] == []


def test_each_rule_shows_examples_and_refusals() -> None:
    bare = {rule.name for rule in ALL_RULES if not rule.examples or not rule.refusals}
    assert bare == set()


def test_each_rule_has_triggers_that_are_words() -> None:
    assert [rule.name for rule in ALL_RULES if not rule.triggers] == []
    assert [(r.name, t) for r in ALL_RULES for t in r.triggers if not t.strip() or t != t.lower() or " " in t] == []


def test_triggers_let_every_example_pass(extractor: Extractor) -> None:
    """A trigger is a cheap test before the pattern; it must not stop what the pattern would match."""
    stopped = [
        (rule.name, sentence.coded)
        for rule in ALL_RULES
        for text in rule.examples
        for sentence in analyse(Document("example", text, DAY), extractor.lexicon).sentences
        if rule.pattern.search(sentence.coded) and rule.triggers.isdisjoint(sentence.words)
    ]
    assert stopped == []
