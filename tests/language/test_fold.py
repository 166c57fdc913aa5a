"""Folding of running text: single quotes around words become double ones, apostrophes stay."""

from __future__ import annotations

import pytest

from relations_db.language.fold import fold_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a ‘strategic partnership’ with Oman", 'a "strategic partnership" with Oman'),
        ("(the 'Year of Kenya's Youth')", '(the "Year of Kenya\'s Youth")'),
        ("the leaders' talks and the ministers' lunch", "the leaders' talks and the ministers' lunch"),
        ("it's Kenya's, isn't it", "it's Kenya's, isn't it"),
        ("in the ’90s and the '80s", "in the '90s and the '80s"),
        ("rock 'n' roll", "rock 'n' roll"),
    ],
)
def test_single_quotes(text: str, folded: str) -> None:
    assert fold_text(text) == folded
    assert len(folded) == len(text)
