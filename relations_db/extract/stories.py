"""The stories of a text: what it tells of states that it names nowhere else stands for itself.

Between the paragraphs of a piece others tell of a treaty that two other states made, or a second piece follows the first. Nothing is carried over
between the two, no pair of states, no person, no day and no place, so that each is read as a text of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from relations_db.extract.frame_dates import ENTRY
from relations_db.extract.scene_crowds import crowded
from relations_db.language import patterns as re
from relations_db.language.analysis import Analysis, Sentence, Unit, bind_references
from relations_db.language.clauses import clauses_of
from relations_db.language.lexicon import Hit
from relations_db.language.people import Mention

_NAMES = ("P", "C", "A", "L")
_POINTS_BACK = re.compile(r"(?:the|this|that|these|those|such|both|it|its|also|then|there|here|later|earlier|another) ")


@dataclass(slots=True)
class Story:
    """Sentences that belong together, the states that they name, and in how many paragraphs."""

    sentences: list[Sentence]
    states: set[str]
    size: int = 1


def stories(analysis: Analysis) -> list[Analysis]:
    """The text, or its parts: the story that it opens with, then those that stand for themselves, in their order."""
    found = _by_states(analysis)
    alone = [s for s in found[1:] if _stands_alone(s)]
    if not alone or len(found[0].states) < 2 or not _is_prose(analysis):
        return _whole(analysis)
    rest = [sentence for s in found if s not in alone for sentence in s.sentences]
    if any(map(crowded, rest)):
        return _whole(analysis)
    return [_part(analysis, rest, True), *(_part(analysis, s.sentences) for s in alone)]


def _whole(analysis: Analysis) -> list[Analysis]:
    bind_references(analysis)
    return [analysis]


def _by_states(analysis: Analysis) -> list[Story]:
    """The paragraphs, joined where they name a state in common; one that points back goes with what stands around it."""
    found: list[Story] = []
    last: Story | None = None
    waiting = Story([], set())
    for _, paragraph in groupby(analysis.sentences, key=lambda s: s.paragraph):
        sentences = list(paragraph)
        states = {state for s in sentences for _, unit in s.things for state in _states_of(unit)}
        shared = [s for s in found if not (s.states and s.states.isdisjoint(states))]
        if last and not shared and (not states or _leans(sentences[0])):
            waiting = _joined([waiting], sentences, states)
            continue
        story = _joined(shared, sentences, states)
        found = [story if s is shared[0] else s for s in found if s not in shared[1:]] if shared else [*found, story]
        _take(story if last in shared else found[0], waiting)
        last, waiting = story, Story([], set())
    if last:
        _take(last if last.size > 1 else found[0], waiting)
    return found


def _take(story: Story, more: Story) -> None:
    story.sentences += more.sentences
    story.states |= more.states


def _joined(shared: list[Story], sentences: list[Sentence], states: set[str]) -> Story:
    """One story of those that name one of the states, and of the paragraph that does."""
    before = [sentence for story in shared for sentence in story.sentences]
    return Story([*before, *sentences], states.union(*(s.states for s in shared)), 1 + sum(s.size for s in shared))


def _states_of(unit: Unit) -> tuple[str, ...]:
    """The states that a unit may mean."""
    if isinstance(unit.thing, Hit):
        return unit.thing.values if unit.code in ("C", "A", "L") else ()
    if isinstance(unit.thing, Mention):
        state = unit.thing.country or (unit.thing.entity and unit.thing.entity.country)
        return (state,) if state else ()
    return ()


def _leans(sentence: Sentence) -> bool:
    """True for a sentence that speaks of somebody or something told before it: "He", "the visit", "the president"."""
    if sentence.bullet or _POINTS_BACK.match(sentence.coded):
        return True
    for _, unit in sentence.things:
        if unit.code in _NAMES:
            return not _states_of(unit)
        if unit.code in ("H", "Q", "G"):
            return True
    return True


def _is_prose(analysis: Analysis) -> bool:
    """False for a chronicle or a list, whose entries rest on their headings."""
    return not any(ENTRY.match(s.coded + " ") for s in analysis.sentences)


def _stands_alone(story: Story) -> bool:
    """True where two states or their leaders are told to do something."""
    if len(story.states) < 2 or any(s.bullet for s in story.sentences):
        return False
    return any(_acts(sentence) for sentence in story.sentences)


def _acts(sentence: Sentence) -> bool:
    named = set(sentence.of("P", "C"))
    return bool(named) and any(c.form == "finite" and named.intersection(c.subject) for c in clauses_of(sentence))


def _part(analysis: Analysis, sentences: list[Sentence], opens: bool = False) -> Analysis:
    """The analysis of some of the sentences; the dateline is that of the first story."""
    sentences = sorted(sentences, key=lambda s: s.start)
    stretches = [(s.start, s.end) for s in sentences]

    def inside(start: int) -> bool:
        return any(low <= start < high for low, high in stretches)

    _number(sentences)
    mentions = [m for m in analysis.mentions if inside(m.start)]
    named = {id(m.entity) for m in mentions}
    part = replace(
        analysis,
        sentences=sentences,
        mentions=mentions,
        entities=[e for e in analysis.entities if id(e) in named],
        hits=[h for h in analysis.hits if inside(h.start)],
        antecedents={},
    )
    if not opens:
        part.dateline, part.dateline_end, part.dateline_span, part.dateline_used = None, 0, (0, 0), False
    bind_references(part)
    return part


def _number(sentences: list[Sentence]) -> None:
    """Number sentences and paragraphs as if nothing stood between them."""
    before, paragraph = None, -1
    for index, sentence in enumerate(sentences):
        if sentence.paragraph != before:
            before, paragraph = sentence.paragraph, paragraph + 1
        sentence.index, sentence.paragraph = index, paragraph
