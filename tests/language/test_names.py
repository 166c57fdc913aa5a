"""The quick search for names finds what the pattern of names finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relations_db.language.names import NAME, names_in, rows_of_names

PIECES = st.lists(
    st.sampled_from(["Lee", "al-", "d'", "U.", "S. ", " ", "Ma", "bin ", "'s", "-", "Jr", ".", "O'", "de la ", "said ", "xyz", "A", "Estaing", ", "]),
    max_size=14,
)  # fmt: skip


@given(PIECES.map("".join) | st.text("aB '-.", max_size=20))
def test_the_names_are_those_of_the_pattern(text: str) -> None:
    assert [m.span() for m in names_in(text)] == [m.span() for m in NAME.finditer(text)]


@given(PIECES.map("".join) | st.text("aB '-.", max_size=20))
def test_names_of_several_words_stand_in_rows(text: str) -> None:
    told = [(at + m.start(), m.group()) for at, row in rows_of_names(text) for m in names_in(row)]
    assert [n for n in told if " " in n[1]] == [(m.start(), m.group()) for m in NAME.finditer(text) if " " in m.group()]
