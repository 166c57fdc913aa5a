""" "Wrapped up his visit on Friday", "the last day of the visit": the end of a stay that its noun names."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.rules.visit_ahead import dated_ahead
from relations_db.extract.rules.visit_kinds import kind_of
from relations_db.extract.rules.visit_lengths import length_of
from relations_db.extract.rules.visit_others_days import of_another
from relations_db.extract.rules.visit_parts import make_each, place_home
from relations_db.extract.rules.visit_realis import clause_around
from relations_db.extract.rules.visit_who import agents, people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis
from relations_db.values import Status

CLOSED = re.compile(
    r"\b(?:wrap(?:s|ped|ping)? up|cut(?:s|ting)? short|round\w* off|conclud\w+|end\w*|finish\w+|complet\w+|crown\w*|bringing to an? [a-z ]{2,20}|goodbye (?:[a-zD\d()N ]+ )?after|clos\w+|winding up|wound up|last day of|final day of|last appointment of|(?<=the )end of|(?<=the )close of|(?<=the )conclusion of) "
    r"(?:[a-z-]+ |Q\d+ |P\d+ 's |N\d+ |'s )*?(?:visit|trip|stay|programme)\b"
)


def closed(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "wrapped up his visit on Friday", "the last day of the visit"."""
    if re.search(r"\b(?:will|would|to|not|expected) $", sentence.coded[max(0, match.start() - 12) : match.start()]):
        return []
    pools = agents(context, sentence, match.start())
    owner = re.search(r"([PQ]\d+) (?:'s )?(?:[a-z-]+ |N\d+ )*$", match.group().rsplit(" ", 1)[0] + " ")
    if owner:
        pools = people(context, sentence, [int(owner.group(1)[1:])]) or pools
    guest = pools[0][0] if pools else context.guest
    if guest is not None and guest.country == context.host and context.guest:
        guest = context.guest
    place = place_home(context, sentence, match, guest) if guest else None
    if guest is None or place is None or place.country == guest.country:
        return []
    limit = (max(0, match.start() - 60), match.end() + 20)
    if match.group().startswith(("last day", "final day", "end of", "close of", "conclusion of")):
        limit = clause_around(sentence, match.start())
    at_end = re.search(r"D(\d+) (?:at|upon|after|following|on) (?:the )?$", sentence.coded[: match.start()])
    present = re.match(r"(?:wraps|rounds|concludes|ends|finishes|completes|closes|winds)\b", match.group())
    ahead = bool(present) and dated_ahead(sentence, *limit)
    if at_end:
        near: When | None = context.resolve(sentence, int(at_end.group(1)), False)
    else:
        near = context.date_near(sentence, match.start(), ahead, limit) or context.date_near(
            sentence, match.start(), ahead, clause_around(sentence, match.start()), of_another(sentence, match.end())
        )
    begun = re.search(r"\b(?:began|begun|started|opened|arrived) ", sentence.coded[slice(*limit)])
    if begun:
        near = context.date_near(sentence, match.start(), ahead, (limit[0], match.start()))
    if near is None or (begun and begun.start() + limit[0] < match.start()):
        near = context.news_date()
    if near.date is None or near.date.day is None:
        return []
    return make_each(
        context,
        sentence,
        "visit-closed",
        [guest],
        place,
        kind_of(match.group()),
        UNKNOWN,
        Realis(Status.DONE),
        {"end": 1, "length": length_of(match.group(), sentence) or 0},
        weak=True,
        ended=near,
    )
