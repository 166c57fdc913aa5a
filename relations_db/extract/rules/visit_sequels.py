"""What a later sentence adds to the visit just told: "It is his first state visit", "She will speak at the climate summit"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context
from relations_db.extract.frame_dates import When
from relations_db.extract.loci import loci
from relations_db.extract.merge_status import claim_of
from relations_db.extract.rules.visit_kinds import MOD, NOUN, event_in, kind_of, spelt
from relations_db.extract.rules.visit_lengths import length_of
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_where import place_for
from relations_db.extract.rules.visit_who import agents, people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Basis, Status, Visit

DESCRIBED = re.compile(
    r"\b(?:it|this|that|the (?:visit|trip|stay|journey)) (?:is|was|will be|would be|is to be|has been|marks|marked|will mark) (?:also |only |just |but |expected to be |to be )?"
    rf"(?P<owner>Q\d+ |P\d+ 's |the |an? )(?P<words>(?:{MOD} )*{NOUN})\b(?! (?:to|in|of|at) (?:the )?(?:[a-z]+ )?[LC]\d)"
)
_NEAR_BY = 2  # sentences


def described(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "It will be a two-day state visit": the kind and the length of the visit just told."""
    words = match.group("words")
    kind, length = kind_of(words), length_of(words, sentence) or 0
    told = _just_told(context, sentence)
    if (kind == "unspecified" and not length) or told is None:
        return []
    if match.group("owner")[:1] in ("P", "Q"):
        number = int(re.sub(r"\D", "", match.group("owner")))
        owners = {e.name for pool in people(context, sentence, [number]) for e in pool}
        if claim_of(told).leader not in owners:
            return []
    return [_added(sentence, told, kind, "visit-described", {"length": length})]


def _just_told(context: Context, sentence: Sentence, leader: str | None = None) -> Candidate | None:
    """The one visit that the sentences just before tell of, made or planned; none where they tell of a tour or of several guests.

    `leader`: whose it is to be; then the same sentence may tell it.
    """
    last: Candidate | None = None
    for candidate in reversed(context.told):
        claim = candidate.claim
        if not isinstance(claim, Visit) or (candidate.sentence == sentence.index and leader is None):
            continue
        if sentence.index - candidate.sentence > _NEAR_BY or (last and candidate.sentence < last.sentence):
            break
        if (leader and claim.leader != leader) or candidate.notes.get("end"):
            continue
        if last and (claim.leader, claim.host) != (claim_of(last).leader, claim_of(last).host):
            return None
        if last is None or last.weak:
            last = candidate
    if last is None or last.background or claim_of(last).status not in (Status.DONE, Status.PLANNED):
        return None
    return None if context.long_past(claim_of(last).started_on) else last


def _added(sentence: Sentence, told: Candidate, kind: str, rule: str, notes: dict[str, int]) -> Candidate:
    """A weak report of a visit that adds to it without a day of its own."""
    return Candidate(
        replace(claim_of(told), visit_kind=kind, city=None, started_on=None, ended_on=None, met=()),
        [(sentence.start, sentence.end)],
        rule,
        sentence.index,
        {"host": (Basis.FRAME, None), "started_on": (SAID, None)},
        weak=True,
        notes=notes,
    )


OCCASION = re.compile(
    r"\b(?P<verb>attend(?:s|ed|ing)?|(?:take|takes|took|taking|taken) part in|participat(?:e|es|ed|ing) in|(?:speak|speaks|spoke|speaking|appear|appears|appeared) at|address(?:es|ed|ing)?|join(?:s|ed|ing)?|"
    r"represent(?:s|ed|ing)? (?:the |Q\d+ )?(?:C\d+|country|government|king|president|nation) (?:at|in)|on the (?:sidelines|margins|fringes) of|in the margins of) (?P<event>[^;]{2,120})"
)
_DATED = re.compile(r" (?:(?:on|in|at|over|late|early|earlier|later|this|last) )*(?:the )?D\d+.*$")
_STOP = re.compile(r" (?:where|who|which|while|before|after|and|as well as) | , ")
_NOT_TOLD = re.compile(
    r"\b(?:invit\w+|asked|hop\w+|wish\w*|would like|could|might|may|ready|promis\w+|agreed|accept\w+|not|never|n't|had)\b"
)
_JOINT = re.compile(r"\b(?:talks|meeting|conversation|they|two|both|met|meet|spoke)\b")
# gatherings that a guest may join; "joined the conference call" and "took part in the ceremony" are no reason to come
_OF_MANY = re.compile(r"\b(?:summit|forum|general assembly|conference|[BK]\d+|olympi\w+|world cup|cop ?\d*)\b")


def occasion(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "She is representing Y at the summit": what brought the guest of the visit just told."""
    event = _DATED.sub("", _STOP.split(match.group("event"))[0])
    if not _OF_MANY.search(event) or not event_in(f"at {spelt(sentence, event)}"):
        return []
    if REMOTE.search(sentence) or _NOT_TOLD.search(sentence.coded, 0, match.start()):
        return []
    beside = match.group("verb").startswith(("on ", "in "))
    told = _of_whom(context, sentence, match, beside)
    if told is None or claim_of(told).visit_kind not in ("unspecified", "summit"):
        return []
    group = of_group(verb_group(sentence, match.start()))
    realis = Realis(Status.DONE) if beside else guard(context, sentence, match, group)
    if realis.status not in (Status.DONE, Status.PLANNED) or not _same_days(context, sentence, match, told, realis):
        return []
    if any(_elsewhere(context, sentence, told, at.start) for at in loci(sentence, match.start("event"), match.end())):
        return []
    return [_added(sentence, told, "summit", "visit-occasion", {})]


def _of_whom(context: Context, sentence: Sentence, match: Match[str], beside: bool) -> Candidate | None:
    """The visit of the one who attends; of those who meet "on the sidelines" the one just told."""
    if beside:
        return _just_told(context, sentence) if _JOINT.search(sentence.coded, 0, match.start()) else None
    pools = agents(context, sentence, match.start())
    return _just_told(context, sentence, pools[0][0].name) if len(pools) == 1 else None


def _same_days(context: Context, sentence: Sentence, match: Match[str], told: Candidate, realis: Realis) -> bool:
    """False where the sentence dates the event far from the visit."""
    start = claim_of(told).started_on
    for number, _ in context.dates_in(sentence):
        when: When = context.resolve(sentence, number, realis.status is Status.PLANNED)
        if when.date is None or when.date.precision == "year":
            return False
        if start and max((when.date.first - start.last).days, (start.first - when.date.last).days) > _TRIP:
            return False
    return True


_TRIP = 6  # days


def _elsewhere(context: Context, sentence: Sentence, told: Candidate, at: int) -> bool:
    locus = next(iter(loci(sentence, at, at + 60)), None)
    if locus is None or locus.prep not in ("in", "at", "near", "outside"):
        return False
    place = place_for(context, sentence, locus, None)
    return place is not None and place.country != claim_of(told).host
