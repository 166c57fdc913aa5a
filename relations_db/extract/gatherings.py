"""Who is present at a gathering: leaders whom a sentence of its scene shows there in the body, however it says so.

Sentences are read as lines in which a list is one word (`companies`), so each way of saying it is one pattern: the list acts ("W came
late"), stands behind a fronted place ("around the table were W"), is named by whom it is part of ("those present included W"), watches
what others do ("flanked by W", "with W looking on"), speaks for its state ("Y was represented by W") or shares what was said of others
("as did W").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from relations_db.extract.companies import Company, Line, line_of
from relations_db.extract.context import Context, When
from relations_db.extract.gathering_words import (
    ACTED,
    ALONE,
    AMONG,
    AMONG_THEM,
    BEFORE_ALL,
    BY,
    CLOSE,
    FRONTED,
    GAPPED,
    HAD,
    HOLDS,
    INVITED,
    LED,
    MET_THERE,
    NOT,
    NOT_SUBJECT,
    NOT_THERE,
    PART_OF,
    SAYS,
    SENT,
    SHARED,
    SPOKE_FOR,
    THERE,
    TO_BE_THERE,
    VOICE,
    WILL,
    WITH_AFTER,
)
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_who import is_traveller
from relations_db.extract.scenes import Scene, scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.values import Status


@dataclass(frozen=True, slots=True)
class Present:
    """A leader at a gathering, as one sentence tells it. `firm`: 1 where told as one of a company, not only by what he did, 2 where that alone makes
    it sure that many were there; `many`: of three states.
    """

    entity: Entity
    scene: Scene
    day: When | None
    status: Status
    firm: int
    many: bool = False


def present_in(context: Context, sentence: Sentence) -> list[Present]:
    """The leaders whom a sentence shows at a gathering abroad."""
    if context.present is None:
        context.present = _read(context)
    return context.present.get(sentence.index, [])


def _read(context: Context) -> dict[int, list[Present]]:
    """All that the text tells, by sentence: of a gathering that it names, or at which leaders of three states are told to be."""
    found: dict[int, list[Present]] = {}
    if (
        context.pair is None
        or len(context.analysis.states) < _FEWEST
        or len({e.country for e in context.analysis.entities}) < _FEWEST_GUESTS
    ):
        return found
    told = False
    for sentence in context.analysis.sentences:
        told_before, told = told, False
        if not sentence.of("P"):
            continue
        here = _Reading(context, sentence, told_before).all()
        if here:
            found[sentence.index] = here
        told = bool(here)
    return _of_many(found)


def _of_many(found: dict[int, list[Present]]) -> dict[int, list[Present]]:
    """Without what is told of a scene that may be a meeting of two: the state of the place and two more make many."""
    states: dict[int, set[str | None]] = defaultdict(set)
    sure: set[int] = set()
    alone: set[int] = set()
    for here in found.values():
        for seen in here:
            if seen.firm or seen.scene.crowd:
                states[seen.scene.first].add(seen.entity.country)
            if seen.scene.crowd > 1 or (seen.firm and len({p.entity.country for p in here}) > 1):
                sure.add(seen.scene.first)
            if seen.firm > 1:
                alone.add(seen.scene.first)
    many = {first for first, here in states.items() if len(here) > (0 if first in alone else 1 if first in sure else 2)}
    kept = {
        index: [
            replace(p, many=bool(p.scene.crowd) or p.firm > 1 or len(states[p.scene.first]) > 2)
            for p in here
            if p.scene.first in many
        ]
        for index, here in found.items()
    }
    return {index: here for index, here in kept.items() if here}


_FEWEST = 3  # states that a text names, where it tells of a gathering
_FEWEST_GUESTS = 2  # states whose leaders it names


def _status(words: str) -> Status:
    """Whether those of whom words speak are there, are to come or are only asked."""
    if INVITED.search(words):
        return Status.PROPOSED
    return Status.PLANNED if WILL.search(words) else Status.DONE


class _Reading:
    """One sentence read for those whom it shows at the gathering of its scene."""

    def __init__(self, context: Context, sentence: Sentence, told_before: bool) -> None:
        self.context, self.sentence = context, sentence
        self.told_before = told_before
        self.line: Line = line_of(context, sentence)

    @property
    def scene(self) -> Scene:
        return scene_at(self.context, self.sentence.index)

    def all(self) -> list[Present]:
        found: list[Present] = []
        shown = False
        for number, company in enumerate(self.line.companies):
            low = self.line.text.index(f"W{number}")
            high = low + len(f"W{number}")
            how = self._how(number, company, low, high, shown)
            if how is None:
                continue
            shown = True
            found += self._each(company, low, high, *how)
        return found

    # -------------------------------------------------------------- one list
    def _how(self, number: int, company: Company, low: int, high: int, shown: bool) -> tuple[int, Status] | None:
        """Whether a list is shown to be there: as a company or by an act, and whether it is only to come."""
        text = self.line.text
        start, end = self._clause(low, high)
        before, after = text[start:low], text[high:end]
        if REMOTE.within(self.sentence, before) or REMOTE.within(self.sentence, after):
            return None
        if SPOKE_FOR.search(before):
            return None if NOT.search(before) else (self._at_event(), _status(before))
        if GAPPED.search(text[:low]) and SENT.search(text[:low]):
            return self._at_event(), _status(before)
        if self._pointed(text, low, before, after, shown):
            return 1, _status(before)
        if number and self._gap(text, low, after) and shown:
            return 1, Status.DONE
        if (among := AMONG.match(after)) and not NOT_SUBJECT.search(before):
            return 2, _status(among.group())
        acted = self._acted(before, after, company)
        if acted is Status.PLANNED and self._at_event() > 1:
            return 2, acted
        return (int(len(company.persons) > 1), acted) if acted else None

    def _at_event(self) -> int:
        """2 where the scene, or the one ahead of which the text tells, is a gathering, else 1."""
        ahead = self._to_come()
        return 2 if self.scene.crowd or (ahead and ahead.crowd) else 1

    def _pointed(self, text: str, low: int, before: str, after: str, shown: bool) -> bool:
        """True where words before a list show it there as a company."""
        if shared := SHARED.search(before):
            return shown or (self.told_before and not text[: low - len(shared.group())].strip(" ,;."))
        if FRONTED.search(before) and not NOT.search(before):
            return True
        if (held := HOLDS.search(before)) and not NOT.search(held.group()):
            return True
        if THERE.search(before) or BEFORE_ALL.search(before) or (BY.search(before) and not NOT.search(before)):
            return True
        if re.search(r"(?:^|[,;] |and )with $", before) and WITH_AFTER.match(after):
            return True
        if (part := PART_OF.search(before)) and not NOT_THERE.search(before[part.start() :]):
            return True
        return bool(AMONG_THEM.search(text[max(0, low - 90) : low])) and not NOT_THERE.search(before)

    def _gap(self, text: str, low: int, after: str) -> bool:
        """ "X came with his wife; Y, with his": a clause without a verb goes on with that of the last."""
        return bool(re.search(r" [;,] (?:and )?$", text[:low])) and bool(ALONE.match(after))

    def _acted(self, before: str, after: str, company: Company) -> Status | None:
        """What a list does itself, or is to do; None for nothing that shows it there."""
        if NOT_SUBJECT.search(before) or "'s" in after[:4]:
            return self._met(before)
        own = re.split(r" W\d", after)[0]
        if TO_BE_THERE.match(own):
            return Status.PLANNED
        if LED.match(own):
            return Status.DONE
        said = SAYS.search(own)
        for act in ACTED.finditer(own):
            if said and act.start() > said.start() and not self._coordinate(own, said.start(), act.start()):
                return None
            told = own[: act.start()]
            if NOT.search(told) or HAD.search(own[: act.end()]):
                return None
            return _status(told)
        if len(company.persons) == 1 and (clause := ACTED.search(company.clauses[0])):
            told = company.clauses[0][: clause.end()]
            return None if NOT.search(told) or " had " in told or WILL.search(told) else Status.DONE
        return None

    @staticmethod
    def _coordinate(own: str, low: int, at: int) -> bool:
        """True where an act behind words of another clause is the list's own again: "said goodbye and left early"."""
        return bool(re.search(r"(?: , | and | then )$", own[low:at]))

    @staticmethod
    def _met(before: str) -> Status | None:
        """Whom one of those present met there."""
        return Status.DONE if MET_THERE.search(before) and not NOT.search(before) else None

    def _clause(self, low: int, high: int) -> tuple[int, int]:
        """The clause around a list, as far as the verbs go that may be its own."""
        text = self.line.text
        start = max((m.end() for m in CLOSE.finditer(text) if m.end() <= low), default=0)
        following = CLOSE.search(text, high)
        return max(0, start - (1 if start else 0)), following.start() if following else len(text)

    # -------------------------------------------------------------- who, when
    def _each(self, company: Company, low: int, high: int, firm: int, status: Status) -> Iterator[Present]:
        scene = self.scene if status is Status.DONE else self._to_come()
        if scene is None or scene.place is None or (scene.ahead and status is Status.DONE):
            return
        start, end = self._clause(low, high)
        if self._elsewhere(start, end, scene):
            return
        fits, day = self._day(start, end, scene)
        if not fits:
            return
        for entity in company.persons:
            if (
                entity.country
                and entity.country != scene.place.country
                and is_traveller(self.context, entity)
                and not (entity.former and self.context.analysis.on)
            ):
                yield Present(entity, scene, day or scene.opened or scene.day, status, firm)

    def _to_come(self) -> Scene | None:
        """The gathering ahead of which this sentence or one before it tells."""
        for index in range(self.sentence.index, max(-1, self.sentence.index - _AHEAD), -1):
            scene = scene_at(self.context, index)
            if scene.ahead and scene.place:
                return scene
        return None

    def _within(self, number: int) -> bool:
        """True for a unit among the words on a person of a list."""
        return any(company.start <= number < company.end for company in self.line.companies)

    def _units(self, start: int, end: int) -> tuple[int, int]:
        return self.line.unit(start), self.line.unit(max(start, end - 1)) + 1

    def _elsewhere(self, start: int, end: int, scene: Scene) -> bool:
        """True where the clause itself is set in another state."""
        low, high = self._units(start, end)
        offsets = [*self.sentence.offsets, len(self.sentence.coded)]
        for locus in loci(self.sentence, offsets[low], offsets[min(high, len(offsets) - 1)]):
            if locus.unit is None or self._within(locus.unit):
                continue
            spoke = locus.prep == "from" and VOICE.search(self.sentence.coded[: locus.start])
            if locus.prep not in ("in", "at", "to") and not spoke:
                continue
            state = self.context.state_of(self.sentence.units[locus.unit])
            if state and scene.place and state != scene.place.country:
                return True
        return False

    def _day(self, start: int, end: int, scene: Scene) -> tuple[bool, When | None]:
        """Whether the clause tells of the time of the gathering, and the day that it gives itself."""
        low, high = self._units(start, end)
        for number, _ in self.context.dates_in(self.sentence):
            if not low <= number < high:
                continue
            when = self.context.resolve(self.sentence, number, scene.ahead)
            told = scene.opened or scene.day or self.context.news_date()
            if when.date is None or told.date is None:
                continue
            far = max((when.date.first - told.date.last).days, (told.date.first - when.date.last).days)
            if far > _ONE_STAY:
                return False, None
            if when.date.day:
                return True, when
        return True, None


_AHEAD = 6  # sentences up to which a gathering to come is still spoken of
_ONE_STAY = 10  # days between the day of a gathering and another told of somebody who is there
