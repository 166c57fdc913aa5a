"""What a load tells about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from relations_db.values import Kind

Progress = Callable[[int], None]
"""Called with the number of documents that were dealt with since the last call."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A document, or a statement in it, that could not be taken, and why in one line."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class FactCount:
    """Facts of one kind: `found` in the new documents, of them `new` and `known` before; `changed` or `removed` by the
    load.
    """

    found: int = 0
    new: int = 0
    known: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. Documents: `read` of all offered, `new` and `renewed` (read again by newer rules) stored,
    `known` passed over.

    `problems` are the documents that could not be read, `refused` the statements that break the schema's rules;
    `unhandled` counts the phrases that no rule could read.
    """

    read: int
    new: int
    renewed: int
    known: int
    superseded: int
    statements: int
    unhandled: int
    facts: Mapping[Kind, FactCount]
    problems: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    seconds: float

    @property
    def unreadable(self) -> int:
        return len(self.problems)
