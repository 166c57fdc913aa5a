"""Where a text comes back from an aside to what it is about: "following the talks", "on the sidelines of the forum", a new paragraph."""

from __future__ import annotations

from itertools import pairwise

from relations_db.extract.context import Context, When
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis

_EVENT = (
    r"(?:talks|meeting|negotiations|session|forum|consultations|discussions|conference|meetings|event|ceremony|visit)"
)
# what points at the occasion that the text is about, if no words tell which: "the talks of 2014" are others
_OCCASION = re.compile(
    rf"\b(?:after|following|upon|during|within|at|in|on|as) (?:(?:the |an? )?(?:end|close|conclusion|outcome|completion|results?|sidelines|margins|fringes|course|framework) of )?(?:the|their|these|Q\d+) (?!same )(?:[a-z-]+ ){{0,2}}?{_EVENT}\b(?! (?:of|on|in|with|between|that|which|held) )"
    r"|\blater (?:in the|on the same|that) day\b|\bin the presence of (?:the )?G\d+"
)


def leads_back(context: Context, sentence: Sentence) -> bool:
    """True where a sentence of the story points at its talks, so that no aside before it gives it a day."""
    return bool(_OCCASION.search(sentence.coded)) and not scene_at(context, sentence.index).aside


def comes_back(context: Context, sentence: Sentence, told: int) -> bool:
    """True where sentence `told` is an aside that is over with this one: one since points at the talks, or begins a paragraph of the page."""
    if told >= sentence.index or not scene_at(context, told).aside or scene_at(context, sentence.index).aside:
        return False
    since = context.analysis.sentences[told : sentence.index + 1]
    return any(
        not scene_at(context, after.index).aside
        and (_is_broken(context, before, after) or _OCCASION.search(after.coded))
        for before, after in pairwise(since)
    )


def _is_broken(context: Context, before: Sentence, after: Sentence) -> bool:
    return "\n" in context.analysis.text[before.end : after.start]


_LEAD = 3  # sentences


def lead_day(context: Context, sentence: Sentence) -> When | None:
    """The day that the lead of a text without a date tells, with a place or a person, of what goes on to this sentence."""
    scene, sentences = scene_at(context, sentence.index), context.analysis.sentences
    day = scene.opened
    if context.analysis.on or scene.aside or day is None or day.date is None or day.date.day is None or not day.span:
        return None
    if any(dated.weekday is not None or dated.unit == "days" for _, dated in context.dates_in(sentence)):
        return None  # of a day of its own: "yesterday", which nobody knows
    home = next((s for s in sentences[:_LEAD] if s.start <= day.span[0] < s.end), None)
    number = next((n for n in home.of("D") if home.units[n].start == day.span[0]), None) if home else None
    if home is None or number is None or not home.of("L", "P") or context.is_future(home, number):
        return None
    return When(day.date, Basis.FRAME, day.span)
