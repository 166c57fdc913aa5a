"""Dates of what a paper is about: "a joint statement on the treaty that was concluded in 1999" is no paper of 1999."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_DOC = r"(?:agreement|treaty|accord|pact|convention|protocol|memorandum|declaration|contract|deal|communique|charter|statement)s?"
_ABOUT = r"(?:on|to|about|concerning|regarding|amending|supplementing|implementing|extending|prolonging|renewing|replacing|under|for) "
_THING = (
    r"(?:the|its|their) (?!(?:sidelines|margins|fringes|occasion|eve|edge|day|same|basis) )(?:[a-zA-Z\d'-]+ ){1,9}?"
)
_INNER = re.compile(
    rf" (?:[^,;:]{{0,40}}? )?{_ABOUT}(?:[^,;:]{{0,60}}? )??{_THING}"
    rf"(?:(?:, )?(?:which|that) (?!D\d|in |on )[^,;:]{{0,60}}?(?:in|on|from|to|since|of) |(?:signed|concluded|reached|established|opened|adopted|launched|built|founded|agreed|dating|dated)(?: back)?(?: (?:in|at) (?:the )?L\d+)? (?:in|on|from|to|of) )(?:(?:the|early|late|autumn|spring|summer) )*$"
    rf"| (?:[^,;:]{{0,40}}? )?{_ABOUT}(?:the|its|their) (?:[a-zA-Z\d'-]+ ){{0,5}}?{_DOC} of $"
)
_LONG_AGO = 31  # days


def dates_of_topic(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act) -> list[tuple[int, int]]:
    """The dates long before the news in a clause on what a paper is about, where the paper's own act stands outside it."""
    found = []
    for number, _ in context.dates_in(sentence):
        at = sentence.offsets[number]
        start = act.at + len(act.verb) if phrase.end < act.at <= at else phrase.end
        if start < at and _INNER.fullmatch(sentence.coded, start, at) and _is_old(context, sentence, number):
            found.append((at, at + len(f"D{number}")))
    return found


def _is_old(context: Context, sentence: Sentence, number: int) -> bool:
    date, on = context.resolve(sentence, number, False).date, context.analysis.on
    if date is None:
        return False
    return (on.first - date.last).days > _LONG_AGO if on else date.day is None
