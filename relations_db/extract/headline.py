"""What only the headline of a text says of its visit: the kind ("Mongolian PM begins official visit to Uzbekistan")."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context
from relations_db.extract.merge_status import claim_of
from relations_db.language import patterns as re
from relations_db.language.fold import fold
from relations_db.values import Basis, Status

_KIND = re.compile(
    r"\b(?P<kind>state|official|working|private) (?:and [a-z]+ |friendly |friendship |goodwill |two-day |three-day |four-day )?(?:visits?|trip)\b",
    re.IGNORECASE,
)
_OF_STATES = ("country", "adjective", "city")
_DROPPED = re.compile(r"\b(?:invit\w+|after|before|ahead|last|cancel\w*|postpone\w*|next)\b", re.IGNORECASE)


def with_headline(context: Context, visits: list[Candidate]) -> list[Candidate]:
    """The visits, the one that the headline is about with the kind that it names, where the text itself names none."""
    title = context.analysis.document.title
    if not title or len(found := list(_KIND.finditer(title))) != 1 or _DROPPED.search(title):
        return visits
    folded = fold(title)
    states = {h.values[0] for h in context.lexicon.names(folded) if h.kind in _OF_STATES}
    words = set(re.findall(r"\w+", folded.lower()))
    meant = [c for c in visits if _is_news(context, c) and _fits(c, states, words)]
    if len(meant) != 1 or claim_of(meant[0]).visit_kind not in ("unspecified", "summit"):
        return visits
    kind = found[0].group("kind").lower()
    where = {**meant[0].where, "visit_kind": (Basis.FRAME, None)}
    told = replace(meant[0], claim=replace(claim_of(meant[0]), visit_kind=kind), where=where)
    return [told if c is meant[0] else c for c in visits]


def _is_news(context: Context, candidate: Candidate) -> bool:
    claim = claim_of(candidate)
    news = claim.status in (Status.DONE, Status.PLANNED) and not candidate.background
    return news and not context.long_past(claim.started_on)


def _fits(candidate: Candidate, states: set[str], words: set[str]) -> bool:
    """True where the headline names two of guest, guest's state and host."""
    claim = claim_of(candidate)
    named = not words.isdisjoint(w for w in fold(claim.leader).lower().split() if len(w) > 2)
    return (named or claim.country in states) and (
        claim.host in states or (named and len(states - {claim.country}) == 0)
    )
