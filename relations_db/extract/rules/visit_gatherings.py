"""Who came to a gathering of many states, as the sentences of its scene show it."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.gatherings import present_in
from relations_db.extract.rules.visit_parts import make_each
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis
from relations_db.values import Status

GATHERING = re.compile(r"^.*?\bP\d")


# who comes along with his leader where only two states meet
_MINISTERS = ("minister", "foreign_minister", "deputy_head_of_government")


def gathering(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "In the front row were A of X and B of Y", "as did C", "Z was represented by its premier, D"."""
    made: list[Candidate] = []
    for seen in present_in(context, sentence):
        old = seen.scene.aside or seen.status is not Status.DONE
        when = seen.day or (UNKNOWN if old else context.news_date())
        kind = "summit" if seen.many else "unspecified"
        made += make_each(
            context,
            sentence,
            "visit-gathering",
            [seen.entity],
            seen.scene.place,
            kind,
            when,
            Realis(seen.status),
            weak=not seen.many and seen.entity.office in _MINISTERS,
        )
    return made
