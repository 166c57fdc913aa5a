"""The frame, part three: in which city an event took place."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.extract.frame_dates import ENTRY
from relations_db.extract.frame_news import News
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence, Unit
from relations_db.language.lexicon import Hit
from relations_db.values import Basis


@dataclass(frozen=True, slots=True)
class Place:
    """A city with its state and what it rests on."""

    city: str | None
    country: str
    basis: Basis
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class Places(News):
    """The frame with its places."""

    def entry_place(self, index: int) -> Place | None:
        """The city at the head of a chronicle entry ("2002, 23 December, Beijing. ...")."""
        sentence = self.analysis.sentences[index]
        for earlier in range(index, max(-1, index - 6), -1):
            head = self.analysis.sentences[earlier]
            if head.paragraph != sentence.paragraph:
                return None
            if ENTRY.match(head.coded + " ") and (cities := head.of("L")) and cities[0] <= 4:
                return self.place_of(head.units[cities[0]])
        return None

    def place_near(self, sentence: Sentence, offset: int, limit: tuple[int, int] | None = None) -> Place | None:
        """The city of this sentence that is the place of the event at an offset: after "in" or "at", nearest first."""
        low, high = limit or (0, len(sentence.coded))
        best: tuple[int, Place] | None = None
        for number in sentence.of("L"):
            at = sentence.offsets[number]
            if not low <= at <= high or not re.search(
                r"\b(?:in|at|,) (?:the )?(?:(?!from |to |via |for |than |towards )[a-z]+ ){0,3}$",
                sentence.coded[max(0, at - 30) : at],
            ):
                continue
            cost = abs(at - offset) + (40 if at < offset else 0)
            if best is None or cost < best[0]:
                best = (cost, self.place_of(sentence.units[number]))
        return best[1] if best else None

    def place_of(self, unit: Unit) -> Place:
        """A city unit as a place, with the text's own spelling in normal capitals."""
        hit = unit.thing
        assert isinstance(hit, Hit)
        if hit.kind == "seat":
            return Place(hit.city or None, hit.values[0], Basis.REFERENCE, (unit.start, unit.end))
        said = self.analysis.said(unit.start, unit.end)
        return Place(
            hit.city if said.isupper() and len(said) > 3 else said, hit.values[0], Basis.SAID, (unit.start, unit.end)
        )

    def here(self) -> Place | None:
        """The dateline's city."""
        hit = self.analysis.dateline
        if hit is None:
            return None
        said = self.analysis.said(hit.start, hit.end)
        return Place(hit.city if said.isupper() else said, hit.values[0], Basis.DATELINE, (hit.start, hit.end))
