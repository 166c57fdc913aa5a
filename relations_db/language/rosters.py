"""Persons named in lists without a title of their own, and the roles of guest and host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relations_db.language.titles import NAME

_GUEST = re.compile(
    r"(?<![\w-])(?:the|his|her|their) (?:(?:distinguished|high|official|visiting|kazakh|foreign|chinese|french) )?(?P<role>guest|visitor|hostess|host|majesty(?! the| king| queen| sultan| emperor)|royal highness(?! the| prince| crown)|highness(?! the| sheikh| prince| crown| amir| emir))(?! (?:of|country|countries|nation|city|government|house|workers?|book|capital|speaker|list|side|state|room))(?![\w-])"
)
_ENVOYS = re.compile(r"\b(?:ambassadors|envoys|high commissioners|letters of credence|credentials)\b")
_OF_STATE = re.compile(rf"(?P<name>{NAME.pattern})(?:,? of (?:the )?| \((?:the )?)")


def named_envoys(folded: str, low: str) -> Iterator[tuple[int, int, int]]:
    """Names of two words or more after a plural title of envoys: start, end, and where their state should stand.

    "New ambassadors ...: A, of Uruguay; B, of Chile", "A (Uruguay), B (Chile)".
    """
    if not any(word in low for word in ("ambassadors", "envoys", "commissioners", "credence", "credentials")):
        return
    for role in _ENVOYS.finditer(low):
        for found in _OF_STATE.finditer(folded[role.end() : role.end() + 1200]):
            if " " in found.group("name"):
                yield role.end() + found.start("name"), role.end() + found.end("name"), role.end() + found.end()


def guests_and_hosts(low: str) -> Iterator[tuple[int, int, str]]:
    """ "the guest", "his host": start, end and the role's word."""
    if not any(word in low for word in ("guest", "host", "visitor", "majesty", "highness")):
        return
    for found in _GUEST.finditer(low):
        yield found.start(), found.end(), found.group("role")
