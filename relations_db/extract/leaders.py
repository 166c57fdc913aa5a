"""Leaders: everyone named who holds or held an office of state level, tied to a state by the text."""

from __future__ import annotations

from relations_db.extract.candidate import SAID, Candidate
from relations_db.language.analysis import Analysis
from relations_db.values import Basis, Leader


def leaders(analysis: Analysis) -> list[Candidate]:
    """One candidate per person, quoted where the fullest form of the name stands."""
    first: dict[int, tuple[int, int]] = {}
    for mention in analysis.mentions:
        if mention.entity and mention.form == "name":
            key = id(mention.entity)
            span = (mention.start, mention.end)
            if key not in first or (
                mention.entity.name in analysis.said(*span) and mention.entity.name not in analysis.said(*first[key])
            ):
                first[key] = span
    found = []
    for number, entity in enumerate(analysis.entities):
        if (
            not entity.country
            or not entity.office
            or entity.office in ("none", "counterpart")
            or id(entity) not in first
        ):
            continue
        basis = SAID if entity.explicit else Basis.REFERENCE
        claim = Leader(entity.name, entity.country, entity.office, entity.former)
        found.append(
            Candidate(
                claim,
                [first[id(entity)]],
                "leader",
                number,
                {"office": (basis, first[id(entity)] if basis is SAID else None)},
            )
        )
    return found
