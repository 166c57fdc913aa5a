""" "X completed the Serbian leg of his tour": a stop of a tour that is named by its state's adjective."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_who import agents, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import of_group, verb_group
from relations_db.values import Basis

LEG_OF = re.compile(
    r"\b(?P<verb>beg[iau]ns?|started|starts|start|opened|opens|complete[sd]?|end(?:s|ed)?|finish(?:es|ed)?|concluded?|concludes|wound up|winds up|wrapped up|wraps up|rounded off|closed) "
    r"(?:the|his|her|Q\d+) (?:[a-z-]+ )?A(?P<state>\d+) (?:leg|part|stage|stop|stretch|portion|half) of (?:the|his|her|Q\d+|an?) (?:[a-zAB\d-]+ ){0,3}(?:tour|trip|journey|swing|visit|travels)\b"
)
_BEGINS = ("beg", "sta", "ope")


def leg_of(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The stay in that state, begun on the day told with it or ended on it."""
    pools = agents(context, sentence, match.start())
    unit = sentence.units[int(match.group("state"))]
    state = context.state_of(unit)
    if not pools or state is None:
        return []
    realis = guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    told = visit_when(context, sentence, match.end(), realis)
    begins = match.group("verb").startswith(_BEGINS)
    place = Place(None, state, Basis.SAID, (unit.start, unit.end))
    return make_each(
        context,
        sentence,
        "visit-leg-of",
        travellers(pools, state),
        place,
        "unspecified",
        told if begins else UNKNOWN,
        realis,
    )
