"""The day and the origin of a journey: where "to Y, where he is due on Sunday" and "before coming to Y" put their dates, and who comes from where."""

from __future__ import annotations

from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import Locus
from relations_db.extract.rules.visit_others_days import of_another
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status

_BEFORE_IT = re.compile(r"\bbefore (?:[a-z]+ )?$")
_DAY_THERE = re.compile(r" (?:on |early |late )*(?:the )?D\d")


def before_going(sentence: Sentence, match: Match[str], place: Locus, when: When) -> When:
    """ "Before coming to Y he saw H in Z on Monday": only a day right behind the place is that of Y."""
    if not (match.group("verb").endswith("ing") and _BEFORE_IT.search(sentence.coded, 0, match.start())):
        return when
    said = when.basis is Basis.SAID and when.date is not None and when.date.day is not None
    return UNKNOWN if said and not _DAY_THERE.match(sentence.coded, place.end) else when


def when_there(context: Context, sentence: Sentence, at: int, realis: Realis) -> When | None:
    """ "... to Bogota, where he was due on Sunday": the day of the place."""
    where = re.compile(r" , where ").match(sentence.coded, at)
    if not where:
        return None
    stop = re.compile(r" [;:] | , and ").search(sentence.coded, where.end())
    limit = (where.end(), stop.start() if stop else len(sentence.coded))
    ahead = realis.status in (Status.PLANNED, Status.CANCELLED) or None
    near = context.date_near(sentence, where.end(), ahead, limit, of_another(sentence, where.end()))
    return near if near and near.date and near.date.day else None


def left_behind(
    context: Context, sentence: Sentence, match: Match[str], pools: list[list[Entity]], place: Place, realis: Realis
) -> list[Candidate]:
    """ "From London he went on to the Maldives": he was in London before."""
    source = re.match(r"(?:and |then )?from (?:the )?L(\d+)", sentence.coded)
    if not source or realis.status is not Status.DONE:
        return []
    origin = place_at(context, sentence, int(source.group(1)))
    guests = [g for g in travellers(pools, place.country) if g.country != origin.country]
    went = visit_when(context, sentence, match.end(), realis)
    last = went if went.date and went.date.day and went.basis is Basis.SAID else UNKNOWN
    return make_each(
        context, sentence, "visit-motion", guests, origin, "unspecified", UNKNOWN, Realis(Status.DONE, True),
        {"end": int(last.date is not None)}, weak=True, ended=last,
    )  # fmt: skip


def not_of_origin(
    context: Context, sentence: Sentence, match: Match[str], pools: list[list[Entity]]
) -> list[list[Entity]]:
    """ "From Iran he travels on": he is no Iranian."""
    source = re.match(r"(?:and |then )?from (?:the )?([LC]\d+)", sentence.coded) or re.compile(
        r"[a-z]+ (?:[a-z]+ )?from (?:the )?([LC]\d+)"
    ).match(sentence.coded, match.start())
    if not source:
        return pools
    origin = context.state_of(sentence.unit(source.group(1)))
    kept = [[e for e in pool if e.country != origin] if len(pool) > 1 else pool for pool in pools]
    kept = [pool for pool in kept if pool]
    if not kept and pools and context.guest and context.guest.country != origin:
        return [[context.guest]]
    return kept
