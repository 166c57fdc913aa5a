"""Where and when what a sentence tells takes place, carried from sentence to sentence as a reader does.

A scene begins where an event is told with a place or a day (a dateline, the head of an entry, an arrival, a meeting, a ceremony). It goes on
until another place or day is told. A look back or ahead is an aside: it has its own place and day, and ends with its paragraph at the latest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from relations_db.extract.context import Context, Place, When
from relations_db.extract.loci import head_place
from relations_db.extract.merge import days_apart
from relations_db.extract.scene_crowds import crowded, home_of
from relations_db.extract.scene_told import (
    first_city,
    is_present,
    main_clauses,
    of_host,
    opening_years,
    says,
    tense_of,
    told_day,
    told_place,
)
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.dates import Dated
from relations_db.values import Basis


@dataclass(frozen=True, slots=True)
class Scene:
    """Place and day of what is told from sentence `first` on; `opened`: the first day told. `crowd`: 1 for a gathering that is named, 2 for one of many states;
    `aside`: a look back or ahead.
    """

    first: int
    place: Place | None = None
    day: When | None = None
    opened: When | None = None
    crowd: int = 0
    aside: bool = False
    ahead: bool = False


def scene_at(context: Context, index: int) -> Scene:
    """The scene of a sentence; the text is walked no further than anybody asks."""
    if context.scene_walk is None:
        context.scene_walk = _walk(context)
    while len(context.scenes) <= index:
        context.scenes.append(next(context.scene_walk))
    return context.scenes[index]


def _walk(context: Context) -> Iterator[Scene]:
    written = context.here()
    main = Scene(0, written)
    coming: Scene | None = None
    last: Scene | None = None
    named: set[str | None] = set()
    for sentence in context.analysis.sentences:
        told = _told(context, sentence)
        if _of_others(context, sentence, main, told, named):
            told = replace(told, aside=True)
        if main.place is None and told.place is None and not told.aside and not _FROM_AFAR.search(sentence.coded):
            told = replace(told, place=first_city(context, sentence))
        head = _entry(context, sentence)
        if head and (main.first < head.first or last is None):
            main = head
        if head and sentence.index == head.first:
            scene = head
        elif told.aside or _leaves(main, told) or _goes_back(context, main, told):
            scene = _aside(context, main, told, coming)
            coming = scene if scene.ahead and told.place else coming
        elif last and last.aside and last.place != main.place and _goes_on(context, sentence, told):
            scene = replace(last, day=told.day or last.day, place=told.place or last.place)
        else:
            scene = main = _with(main, told, sentence.index)
        last = scene
        yield scene


def _of_others(context: Context, sentence: Sentence, main: Scene, told: Scene, named: set[str | None]) -> bool:
    """True for an event among states none of which the text has named yet, elsewhere: "Meanwhile, V arrived in Z". Notes the states of a sentence."""
    persons = {e.country for n in sentence.of("P") for e in context.entities_at(sentence, n)[:1]}
    places = {context.state_of(sentence.units[n]) for n in sentence.of("C", "L", "A")}
    new = bool(persons and named) and named.isdisjoint(persons | places) and not sentence.of("H", "G", "Q")
    named |= persons | places
    away = told.place and main.place and told.place.country != main.place.country
    return bool(new and away and not told.crowd and not main.crowd)


def _aside(context: Context, main: Scene, told: Scene, coming: Scene | None) -> Scene:
    """A look back or ahead. Without a place of its own it is of what was to come before, or of the story's, if it is not of long ago."""
    if told.place or (told.day and context.long_past(told.day.date)):
        return replace(told, aside=True)
    if told.ahead and coming:
        return replace(coming, day=told.day or coming.day, crowd=max(told.crowd, coming.crowd))
    first, crowd = (told.first, told.crowd) if told.ahead else (main.first, main.crowd)
    return replace(told, aside=True, first=first, place=main.place, crowd=crowd, opened=main.opened)


def _with(scene: Scene, told: Scene, index: int) -> Scene:
    """A scene as a sentence goes on with it: another place or another gathering makes another scene, another day moves it on."""
    moved = told.place is not None and scene.place is not None and told.place.country != scene.place.country
    if _another_time(scene, told):
        return replace(told, place=told.place or (None if moved or scene.crowd else scene.place))
    place = told.place or scene.place
    if told.place and scene.place and not moved and (not told.place.city or scene.crowd):
        place = scene.place if scene.place.city else told.place
    crowd = max(told.crowd, 0 if moved else scene.crowd)
    begun = moved or bool(told.crowd and not scene.crowd)
    day = told.day or (None if moved else scene.day)
    opened = told.day if moved else scene.opened or day
    if begun and not moved:
        opened = told.day or opened
    return Scene(index if begun else scene.first, place, day, opened, crowd)


def _another_time(scene: Scene, told: Scene) -> bool:
    """True for a day that is not of the same stay or gathering as the days told before."""
    old, new = (scene.opened or scene.day), told.day
    if old is None or new is None or old.date is None or new.date is None:
        return False
    return days_apart(old.date, new.date) > _ONE_STAY


_ONE_STAY = 10


def _goes_back(context: Context, scene: Scene, told: Scene) -> bool:
    """True for a day long before those of the story: a text looks back, and does not go on from there."""
    begun = scene.opened or scene.day
    old, new = begun.date if begun else context.analysis.on, told.day.date if told.day else None
    return bool(old and new and new.last < old.first and days_apart(old, new) > _ONE_STAY)


def _leaves(scene: Scene, told: Scene) -> bool:
    """True for a sentence on somebody elsewhere, told among those on a gathering."""
    return bool(
        scene.crowd and not told.crowd and told.place and scene.place and told.place.country != scene.place.country
    )


def _entry(context: Context, sentence: Sentence) -> Scene | None:
    """The scene that the head of a chronicle's entry sets."""
    place = head_place(context, sentence)
    day = context.entry_date(sentence.index)
    if place is None and day is None:
        return None
    first = sentence.index
    sentences = context.analysis.sentences
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    crowd = max(crowded(s) for s in sentences[first : sentence.index + 1])
    if place:
        place = Place(place.city, place.country, Basis.FRAME, place.span)
    return Scene(first, place, day, day, crowd)


# ------------------------------------------------------------------ what one sentence tells
def _told(context: Context, sentence: Sentence) -> Scene:
    """Place, day and gathering that one sentence tells in its main clauses, and whether it leaves the story."""
    if context.is_bystander(sentence):
        return Scene(sentence.index)
    by_tense: dict[str, list[Clause]] = {"": [], "back": [], "ahead": []}
    for clause in main_clauses(context, sentence):
        by_tense[tense_of(sentence, clause)].append(clause)
    saying = [c for c in context.clauses(sentence) if says(c) and c.form == "finite" and not c.link]
    if saying and not by_tense[""] and not by_tense["back"]:
        by_tense = {"": saying}  # what is to come is only said; when it was said is the day of the news
    tense = next((t for t, clauses in by_tense.items() if clauses), "")
    clauses = by_tense[tense]
    present = bool(clauses) and all(is_present(sentence, clause) for clause in clauses)
    day = told_day(context, sentence, clauses, True if tense == "ahead" else None if present else False)
    afar = _FROM_AFAR.search(sentence.coded) is not None
    place, leaves = (None, False) if afar or clauses == saying else told_place(context, sentence, clauses)
    old = context.long_past(day.date) if day else any(map(context.long_past, opening_years(context, sentence)))
    if _to_come(context, day):
        tense = "ahead"
    crowd = crowded(sentence, tense == "ahead")
    if crowd and place is None and not (tense or old or afar):
        place = home_of(context, sentence)
    if place is None and not (tense or leaves or afar):
        place = of_host(context, sentence)
    aside = bool(tense) or old or leaves or bool(_WAS_THEN.search(sentence.coded)) or _counts_back(sentence)
    return Scene(sentence.index, place, day, day, crowd, aside, tense == "ahead" and not old)


def _counts_back(sentence: Sentence) -> bool:
    """True for "a week earlier", "two months before" at the head of a sentence."""
    first = sentence.units[0].thing if sentence.coded.startswith("D0 ") else None
    return (
        isinstance(first, Dated) and first.anaphoric and first.shift < 0 and first.unit in ("weeks", "months", "years")
    )


_FROM_AFAR = re.compile(
    r"\b(?:(?:by|via|over|through)(?: an?)? (?:[a-z]+ )?(?:video|videolink|video-link|link)|remotely|online|virtually)\b"
)
_WAS_THEN = re.compile(r"\b(?:was|were) then\b")  # at the time of which the last sentence spoke in passing


def _to_come(context: Context, day: When | None) -> bool:
    """True for a day after the document's."""
    on = context.analysis.on
    return day is not None and day.date is not None and on is not None and day.date.first > on.last


def _goes_on(context: Context, sentence: Sentence, told: Scene) -> bool:
    """True where a sentence after an aside still belongs to it: in its paragraph, without a day of the news."""
    before = context.analysis.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return False
    return bool(_THEN.search(sentence.coded)) and (told.day is None or context.long_past(told.day.date))


_THEN = re.compile(
    r"\b(?:that (?:time|day|year|visit|meeting|summit)|then|there|on that occasion|on the same occasion|the same (?:day|year|month))\b"
)
