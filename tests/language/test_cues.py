"""What a pattern needs is read off the pattern: nothing that it matches may be without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.extract import ALL_RULES
from relations_db.language import cues
from relations_db.language.analysis import Sentence, analyse
from relations_db.language.cues import any_of, cued, may_match, needs_of
from relations_db.language.lexicon import Lexicon
from relations_db.values import Document
from relations_db.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:arrived|landed) in (?:the )?L\d+", [{"arrived", "landed"}, {"L"}]),
        (r"visit(?:s|ed|ing)?", [{"visit"}]),
        (r"(?:state )?visit", [{"visit"}]),
        (r"(?P<who>[PH]\d+) (?:then )?", [{"P", "H"}]),
        (r"(?:signed)+ (?:the )?pact", [{"signed"}, {"pact"}]),
        (r"\bof (?:the )?(?=border)", [{"border"}]),
        (r"(?<!no )talks|summit", [{"talks", "summit"}]),
        (r"signed|\w+", []),
        (r"(?:signed)?", []),
        (r"\w+ , ", []),
        (r"(?i)signed", []),
    ],
)
def test_a_pattern_tells_what_it_needs(pattern: str, needs: list[set[str]]) -> None:
    assert needs_of(re.compile(pattern)) == needs


def test_only_patterns_that_have_what_they_need_may_match() -> None:
    both, none = cued(r"\bmet (?:with )?P\d+"), cued(r"^[a-z]+")
    assert {both.number, none.number} <= may_match("P0 met P2 in L4 .")
    assert both.number not in may_match("P0 spoke in L2 .")
    assert none.number in may_match("P0 spoke in L2 .")


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    """The sentences of the rules' own examples."""
    lexicon = Lexicon(load_vocabulary())
    texts = {text for rule in ALL_RULES for text in (*rule.examples, *rule.refusals)}
    return [s for text in sorted(texts) for s in analyse(Document("example", text), lexicon).sentences]


def test_no_match_is_without_what_its_pattern_needs(sentences: list[Sentence]) -> None:
    missed = [(c.pattern, s.coded) for c in cues._ALL for s in sentences if not c.search(s) and c.regex.search(s.coded)]
    assert not missed


@given(st.sets(st.text("ab- ", min_size=1, max_size=4), min_size=1), st.text("ab- ", max_size=12))
def test_the_longest_of_some_words_is_found(words: set[str], text: str) -> None:
    plain = re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)))
    tree = re.compile(any_of(words))
    assert [m.span() for m in tree.finditer(text)] == [m.span() for m in plain.finditer(text)]
