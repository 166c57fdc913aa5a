"""Whose a titled person is, where no word beside the name says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from relations_db.language.hits import Hits
from relations_db.language.people import Entity, Mention
from relations_db.language.titles import TitleGroup


class Origins:
    """The states around a person's mentions. Use `lend`."""

    def __init__(self, folded: str, hits: Hits, mentions: list[Mention], home: str | None) -> None:
        self.folded, self.hits, self.mentions, self.home = folded, hits, mentions, home

    def part(self, couples: list[tuple[Entity, Entity, int]]) -> None:
        """Two persons under one plural title ("the defence ministers, A and B") are of the two states told last, in the order of the text."""
        for first, second, at in couples:
            near = self._states_before(at)[:2]
            if len(near) < 2:
                continue
            states = sorted(
                near,
                key=lambda s: next(
                    (h.start for h in self.hits.all if h.values[0] == s and h.kind in ("country", "adjective")), 0
                ),
            )
            if first.country or second.country:
                held = first.country or second.country
                other = next((s for s in states if s != held), None)
                first.country, second.country = first.country or other, second.country or other
            else:
                first.country, second.country = states

    def lend(self, offices: Callable[[TitleGroup, str | None], str]) -> None:
        """A titled person whose state no word names: the dateline's state, else the one named last before; an envoy or counterpart is of another."""
        for mention in self.mentions:
            entity = mention.entity
            if entity is None or entity.country or not entity.office:
                continue
            near = self._states_before(mention.start)
            home = self.home or (near[0] if near else self._leading_state())
            if entity.office == "envoy" or mention.counterpart:
                sent = entity.titles.sent_to if entity.titles else None
                anchor = sent or self.home if entity.office == "envoy" else (near[0] if near else None)
                home = next((s for s in [*near, self._leading_state(anchor)] if s and s != anchor), home)
            entity.country = home = self._titled_state(entity, near) or home
            if home and entity.titles:
                office = offices(entity.titles, home)
                entity.office = office if office != "none" else entity.office

    @staticmethod
    def _titled_state(entity: Entity, near: list[str]) -> str | None:
        """A state nearby in which the title has a reading of its own ("Business Secretary" in Britain)."""
        special = {
            state
            for title in (entity.titles.titles if entity.titles else ())
            for state, office in title.readings
            if state and office != "none"
        }
        return next((state for state in near if state in special), None)

    def _states_before(self, at: int) -> list[str]:
        """States named before a place in its paragraph, the nearest first."""
        low = self.folded.rfind("\n", 0, at) + 1
        found = [
            (h.end, h.values[0]) for h in self.hits.all if low <= h.end <= at and h.kind in ("country", "adjective")
        ]
        found += [
            (m.end, m.entity.country) for m in self.mentions if low <= m.end <= at and m.entity and m.entity.country
        ]
        return list(dict.fromkeys(state for _, state in sorted(found, reverse=True)))

    def _leading_state(self, but: str | None = None) -> str | None:
        """The state that the text names most."""
        states = Counter(
            h.values[0] for h in self.hits.all if h.kind in ("country", "adjective") and h.values[0] != but
        )
        return states.most_common(1)[0][0] if states else None
