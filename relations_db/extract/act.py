"""What was done with a document, and where its noun stands towards a verb."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.extract.act_words import EMBEDDED, PACKAGE_OF, QUALIFIER
from relations_db.extract.documents import DocPhrase
from relations_db.language.realis import Realis
from relations_db.values import Status


@dataclass(frozen=True, slots=True)
class Act:
    """What was done with a document, by which verb at which offset; `way` says how the verb governs the noun ("" where nothing does)."""

    realis: Realis
    verb: str = ""
    at: int = -1
    way: str = ""

    @property
    def status(self) -> Status | None:
        return self.realis.status


def no_act(phrase: DocPhrase, reason: str = "no act of signing") -> Act:
    return Act(Realis(None, reason=reason), "", phrase.start)


def bare_left(phrase: DocPhrase, before: str) -> str:
    """The text before the noun group and its determiner."""
    det = f"{phrase.det} "
    before = before[: -len(det)] if phrase.det and before.endswith(det) else before
    found = QUALIFIER.search(before, max(0, len(before) - 30))
    return before[: found.start()] if found else before


def is_embedded(phrase: DocPhrase, before: str) -> bool:
    """True where the noun hangs on a preposition ("under the agreement"), not on a verb."""
    bare = bare_left(phrase, before)[-40:].removesuffix(" and of ")
    return bool(EMBEDDED.search(bare)) and not PACKAGE_OF.search(bare)
