"""Where a text may name persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from relations_db.language.names_beside import NAME

_CAPITAL = re.compile(r"[A-Z]")
_SMALL_START = re.compile(r"[a-z]{1,2}['-]\Z")


def names_in(text: str) -> Iterator[Match[str]]:
    """`NAME.finditer`, tried only where a capital stands, or the few small letters before one ("d'Estaing")."""
    end = 0
    for capital in _CAPITAL.finditer(text):
        at = capital.start()
        if at < end:
            continue
        small = _SMALL_START.search(text, max(end, at - 3), at) if at > end and text[at - 1] in "'-" else None
        found = (small and NAME.match(text, small.start())) or NAME.match(text, at)
        if found:
            end = found.end()
            yield found
