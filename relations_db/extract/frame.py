"""The document's frame, part one: the data that rules share, and which states a claim is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relations_db.extract.sectors import SectorFinder
from relations_db.extract.topics import TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Analysis, Sentence, Unit
from relations_db.language.chunks import Chunk
from relations_db.language.clauses import Clause
from relations_db.language.dates import Dated
from relations_db.language.lexicon import Hit, Lexicon
from relations_db.language.people import Entity, Mention
from relations_db.values import Basis, Ignored, PartialDate, Status, Unhandled, Visit

if TYPE_CHECKING:
    from relations_db.extract.candidate import Candidate

if TYPE_CHECKING:
    from relations_db.extract.frame_dates import When
    from relations_db.extract.gatherings import Present
    from relations_db.extract.rules.papers import Paper
    from relations_db.extract.scenes import Scene


_AT_BORDER = re.compile(r"(?<=near the )[CA]\d+ (?:border|frontier)\b")

_OF_NEWS = frozenset(
    "talks visit trip tour stay meeting summit ceremony signing signed agreement agreements memorandum memoranda document documents declaration "
    "statement communique treaty pact deal contract delegation delegations relations ties negotiations session forum conference arrived arrival "
    "guest host president minister ministers leaders trade exports imports turnover embassy".split()
)
_FAR = 8  # sentences


@dataclass(slots=True)
class States:
    """One document with what its frame holds, and the states of its sentences."""

    analysis: Analysis
    lexicon: Lexicon
    sectors: SectorFinder
    weights: Counter[str] = field(default_factory=Counter)
    pair: tuple[str, str] | None = None
    ignored: list[Ignored] = field(default_factory=list)
    unhandled: list[Unhandled] = field(default_factory=list)
    guest: Entity | None = None
    host: str | None = None
    host_city: str | None = None
    visit_date: PartialDate | None = None
    visit_status: Status | None = None
    visits: list[Visit] = field(default_factory=list)
    visit_places: list[tuple[int, Visit]] = field(default_factory=list)
    papers: dict[int, list[Paper]] | None = None
    paper_parties: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    paper_dates: list[tuple[int, When, str | None]] = field(default_factory=list)
    trade_topics: list[TradeTopic] = field(default_factory=list)
    told: list[Candidate] = field(default_factory=list)
    named: list[frozenset[str]] | None = None
    read_chunks: dict[int, list[Chunk]] = field(default_factory=dict)
    read_clauses: dict[int, list[Clause]] = field(default_factory=dict)
    read_dates: dict[tuple[int, bool], list[tuple[int, Dated]]] = field(default_factory=dict)
    read_whens: dict[tuple[int, int, bool | None, PartialDate | None], When] = field(default_factory=dict)
    read_entries: dict[tuple[int, PartialDate | None], When | None] = field(default_factory=dict)
    read_places: dict[tuple[int, int], Clause | None] = field(default_factory=dict)
    scenes: list[Scene] = field(default_factory=list)
    scene_walk: Iterator[Scene] | None = None
    present: dict[int, list[Present]] | None = None
    is_over: Callable[[Sentence, int], bool] = lambda *_: False  # whether an aside is over with a sentence
    _pairs: dict[int, tuple[str, ...] | None] = field(default_factory=dict)
    _often: Counter[int] | None = None
    _headings: dict[int, int] | None = None
    _dated_news: bool | None = None
    _issue: tuple[PartialDate | None] | None = None
    _timeline: dict[int, list[tuple[int, PartialDate]]] | None = None

    def state_of(self, unit: Unit) -> str | None:
        """The state that a unit names or stands for."""
        thing = unit.thing
        if isinstance(thing, Hit):
            return thing.values[0] if unit.code in ("C", "A", "L") else None
        if isinstance(thing, Mention):
            return (thing.entity.country if thing.entity else None) or thing.country
        return None

    def states_in(self, sentence: Sentence, low: int = 0, high: int | None = None) -> list[str]:
        """Distinct states of the units `low..high` of a sentence, in the order of their first mention; a mere place does not count."""
        found = []
        for number, unit in sentence.things:
            if number < low or (high is not None and number >= high):
                continue
            if unit.code in ("C", "A") and _AT_BORDER.match(sentence.coded, sentence.offsets[number]):
                continue
            if unit.code == "P" and not self.lexicon.stood(self.state_of(unit) or "", self.analysis.on):
                continue  # a leader of a state that is no more speaks for none of the parties
            if unit.code in ("P", "C", "A") or (unit.code == "L" and not self.is_place(sentence, number)):
                found.append(self.state_of(unit))
            elif unit.code in ("H", "Q"):
                found.append(
                    next((e.country for e in self.analysis.antecedents.get(unit.start, []) if e.country), None)
                )
        return [s for s in dict.fromkeys(found) if s]

    def is_place(self, sentence: Sentence, number: int) -> bool:
        """True where a city is a place ("in Astana", "the Lima-based bank"), not the voice of a state ("Astana reiterated").

        Brussels speaks for Belgium only where the text knows no community that has its seat there.
        """
        unit = sentence.units[number]
        if isinstance(unit.thing, Hit) and unit.thing.city == "Brussels" and self._is_on_community():
            return True
        if sentence.coded.startswith(" - based", sentence.offsets[number] + len(f"L{number}")):
            return True
        before = sentence.coded[: sentence.offsets[number]]
        return bool(
            re.search(
                r"\b(?:in|at|to|from|for|near|outside|into|of|capital|city of|through|via|visited|leaving|left|reached|,) (?:the )?(?:[a-z]+ ){0,2}$",
                before,
            )
        )

    def _is_on_community(self) -> bool:
        hits = self.analysis.hits
        named = any(h.kind in ("country", "adjective") and "BEL" in h.values for h in hits)
        return not named and any(h.kind == "bloc" and not {"EC", "EU", "NATO"}.isdisjoint(h.values) for h in hits)

    def is_bystander(self, sentence: Sentence) -> bool:
        """True for a paragraph on no state, person or event of the news: the weather, the share of a firm. Nothing else is of its day."""
        around = self.analysis.sentences[max(0, sentence.index - _FAR) : sentence.index + _FAR]
        return not any(self._tells_news(s) for s in around if s.paragraph == sentence.paragraph)

    def _tells_news(self, sentence: Sentence) -> bool:
        return not sentence.words.isdisjoint(_OF_NEWS) or any(self._is_of_news(unit) for _, unit in sentence.things)

    def _is_of_news(self, unit: Unit) -> bool:
        """True for what names or means somebody of the text, where it is on two states one of these."""
        if unit.code in ("H", "Q"):
            return bool(self.analysis.antecedents.get(unit.start))
        if unit.code in ("C", "A", "L"):
            return not (self.pair and self.bilateral) or self.state_of(unit) in self.pair
        return unit.code in ("B", "G", "K") or (unit.code == "P" and self.state_of(unit) is not None)

    def local_pair(self, index: int) -> tuple[str, ...] | None:
        """The two states that sentence `index` is about: its own, with the text before, with the lead of the document."""
        if index not in self._pairs:
            self._pairs[index] = self._find_pair(index)
        return self._pairs[index]

    def _find_pair(self, index: int) -> tuple[str, ...] | None:
        sentence = self.analysis.sentences[index]
        states = self.states_in(sentence)
        if self.pair is None:
            return None
        if len(states) == 2:
            return tuple(sorted(states))
        if len(states) == 1:
            if partner := self.partner(states[0], index):
                return tuple(sorted((states[0], partner)))
            return None
        if len(states) > 2:
            return self.pair if self.pair and set(self.pair) <= set(states) else tuple(sorted(states[:2]))
        gap = sentence.paragraph - self.analysis.sentences[index - 1].paragraph if index else 2
        if gap > 1:
            return self.pair
        told = self._pair_before(sentence)
        return self.pair if gap and told and self.is_of_others(told) else told

    def is_of_others(self, states: Iterable[str]) -> bool:
        """True for states of which neither is one of the two that the text is about; they are told of in a paragraph and left again."""
        return self.pair is not None and set(self.pair).isdisjoint(states)

    def _pair_before(self, sentence: Sentence) -> tuple[str, ...] | None:
        """The pair that the text before a sentence is about; not that of a look back which is over."""
        pair = self.local_pair(sentence.index - 1)
        if pair is None or pair == self.pair:
            return pair
        told = sentence.index - 1
        while told and not self.states_in(self.analysis.sentences[told]):
            told -= 1
        if not self.is_over(sentence, told):
            return pair
        return self.local_pair(told - 1) if told else self.pair

    def partner(self, state: str, index: int) -> str | None:
        """The state that the text pairs with `state` around sentence `index`."""
        if self.pair and state in self.pair and self.bilateral:
            return next(s for s in self.pair if s != state)
        sentence = self.analysis.sentences[index]
        for earlier in range(index - 1, max(-1, index - 4), -1):
            states = self.states_in(self.analysis.sentences[earlier])
            if state in states and len(states) == 2 and not self._of_others(sentence, earlier, states):
                return next(s for s in states if s != state)
        for earlier in range(index - 1, max(-1, index - 4), -1):
            for number in self.analysis.sentences[earlier].of("P"):
                country = self.state_of(self.analysis.sentences[earlier].units[number])
                if country and country != state and self.lexicon.stood(country, self.analysis.on):
                    return country
        if self.pair and state in self.pair:
            return next(s for s in self.pair if s != state)
        home = self.weights.most_common(1) if self.pair else []
        return home[0][0] if home and home[0][0] != state else None

    def _of_others(self, sentence: Sentence, earlier: int, states: list[str]) -> bool:
        """True for an aside, over by now, on others than the pair that the text is about."""
        return bool(self.pair) and set(states) != set(self.pair or ()) and self.is_over(sentence, earlier)

    @property
    def bilateral(self) -> bool:
        """True where two states hold nearly all mentions."""
        top = self.weights.most_common(3)
        return len(top) < 3 or top[2][1] * 4 < top[1][1]

    def parties(self, sentence: Sentence, low: int, high: int) -> tuple[tuple[str, ...] | None, Basis]:
        """The states of a claim: a pair joined by a hyphen, those said between units `low` and `high`, else the sentence's or the frame's."""
        if hyphened := self.hyphened(sentence, low, high):
            return hyphened, Basis.SAID
        said = self.states_in(sentence, low, high)
        if len(said) >= 2:
            return tuple(sorted(said)), Basis.SAID
        everywhere = self.states_in(sentence)
        if (
            len(everywhere) == 2
            and set(said) <= set(everywhere)
            and (said or not self.bilateral or set(everywhere) == set(self.pair or ()))
        ):
            return tuple(sorted(everywhere)), Basis.SAID
        if said and (partner := self.partner(said[0], sentence.index)):
            return tuple(sorted((said[0], partner))), Basis.FRAME
        if self.bilateral and self.pair:
            return self.pair, Basis.FRAME
        return self.local_pair(sentence.index), Basis.FRAME

    def hyphened(self, sentence: Sentence, low: int, high: int) -> tuple[str, ...] | None:
        """The two states of "Kazakh-Uzbek relations"."""
        for number in range(low, min(high, len(sentence.units)) - 2):
            first, dash, second = sentence.units[number : number + 3]
            if dash.word == "-" and first.code in ("A", "C") and second.code in ("A", "C"):
                states = {self.state_of(first), self.state_of(second)} - {None}
                if len(states) == 2:
                    return tuple(sorted(s for s in states if s))
        return None
