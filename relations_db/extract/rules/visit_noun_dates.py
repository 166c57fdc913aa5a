"""When the stay began that a visit noun names: its own date, the day it was meant for, the day on which it is counted."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_kinds import kind_of
from relations_db.extract.rules.visit_lengths import length_of
from relations_db.extract.rules.visit_parts import implied_host
from relations_db.extract.rules.visit_phases import days_before, nth
from relations_db.extract.rules.visit_realis import is_paid
from relations_db.extract.rules.visit_recounted import jubilee
from relations_db.extract.rules.visit_when import last_day, nearest_year, visit_when
from relations_db.extract.rules.visit_who import last_told
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status, Visit

_ORDINAL_DAY = re.compile(
    r"\b(?:the )?(?:(?P<n>first|second|third|fourth|fifth|O\d+)(?: and (?:last|final))? day|day (?P<of>one|two|three|four|five|N\d+)) (?:of|in) (?:[a-zA-Z\d'-]+ ){0,5}?$"
)


_ALONE = re.compile(r" (?!to |in |of |by |from |on |which |that |D\d|, )")


def counted_day(context: Context, sentence: Sentence, match: Match[str], when: When) -> tuple[When, int]:
    """ "On the second day of his visit": the visit began so many days before; and 1 where the day of the arrival is so counted."""
    if (
        when.date
        and when.date.day is None
        and says_more(match, match.group("mods"))
        and _ALONE.match(sentence.coded, match.end("noun"))
    ):
        return UNKNOWN, 0  # "the official visit brought the accord of 2013 to mind"
    found = _ORDINAL_DAY.search(
        sentence.coded[: match.start("noun") - len(match.group("mods"))]
    ) or _ORDINAL_DAY.search(sentence.coded[: match.start()])
    if not found:
        return when, 0
    number = nth(sentence, found.group("n") or found.group("of"))
    told = when.date and (when.basis is SAID or context.entry_date(sentence.index))
    day = when if told else context.news_day(sentence.index)
    first = days_before(day, number - 1)
    return (first, 1) if number and first.date else (when, 0)


def _meant_for(context: Context, sentence: Sentence, match: Match[str]) -> When | None:
    """The day that a dropped trip was meant for: "planned for D", "on D was put off"; not the day on which it was dropped."""
    tail = sentence.coded[match.end() : match.end() + 160]
    verb = re.search(
        r"\b(?:postponed|cancelled|canceled|put off|called off|dropped|scrapped|shelved|deferred|abandoned)\b", tail
    )
    stop = match.end() + (verb.start() if verb else len(tail))
    near = context.date_near(sentence, match.end(), True, (match.start(), stop))
    return nearest_year(context, sentence, near) if near else None


# "on Wednesday called off a visit": the day on which it was dropped
_DROPPED_ON = re.compile(
    r"\bD\d+ (?:also |however |abruptly |unexpectedly )?(?:cancell?ed|called off|postponed|put off|scrapped|shelved|deferred|dropped) (?:[a-z-]+ |Q\d+ )*$"
)
_DROPPED_HERE = re.compile(
    r"\b(?:cancell?ed|called off|postponed|put off|scrapped|shelved|deferred|dropped) (?:[a-z-]+ |Q\d+ )*$"
)


def _of_dropping(context: Context, sentence: Sentence, match: Match[str], meant: When) -> bool:
    """True for "called off a trip to Y on Sunday", told on Tuesday: the weekday behind is that of the news."""
    number = next((n for n in sentence.of("D") if meant.span and sentence.units[n].start == meant.span[0]), None)
    on = context.analysis.on
    if number is None or on is None or getattr(sentence.units[number].thing, "unit", "") not in ("weekday", "days"):
        return False
    at = sentence.offsets[number]
    dropped = at > match.end() and _DROPPED_HERE.search(sentence.coded, 0, match.start())
    planned = re.search(
        r"\b(?:for|from|due|planned|scheduled|set|expected|begin|start|to) (?:on )?$", sentence.coded[:at]
    )
    if re.compile(r"D\d+ ,? ?(?:just |only )?(?:hours|minutes) before").match(sentence.coded, at):
        return False
    return bool(dropped) and not planned and meant.date is not None and meant.date.last <= on.last


def _after_place(sentence: Sentence, match: Match[str], target: Match[str] | None) -> int:
    """Where the words after a visit noun and its place begin."""
    if target is None:
        return match.end("noun")
    locus = next(loci(sentence, target.end()), None)
    return locus.end if locus else target.end()


# "has been delayed until 2018": put off, and planned anew
MOVED = re.compile(
    r"[^;]{0,70}?\b(?:postponed|delayed|put off|pushed back|moved|deferred|rescheduled|shifted|put back)(?: again| once more)? (?:until|till|to|for) (?:the )?(?:end of |beginning of |[a-z]+ of )?D(\d+)"
)
_MOVING = re.compile(
    r"\b(?:mov|shift|push|put|br(?:ing|ought)|postpon|delay|defer|reschedul|advanc)[a-z]* (?:[a-z]+ |Q\d+ |P\d+ 's |D\d+ 's )*$"
)
_NEW_DAY = re.compile(
    r"[^;]{0,60}?(?: (?:back|forward))?(?: by [^;]{2,20}?)?(?: ,)? (?:to|until|till) (?:the )?(?:[a-z]+ of )?D(\d+)"
)


def new_day(sentence: Sentence, match: Match[str], after: str) -> int | None:
    """The unit of the day to which a visit has been moved: "was put off until D", "moved his visit to Y to D"."""
    moved = MOVED.match(after)
    if moved is None and _MOVING.search(
        sentence.coded[max(0, match.start() - 50) : match.end("noun") - len(match.group("noun"))]
    ):
        moved = _NEW_DAY.match(after)
    return int(moved.group(1)) if moved else None


# "On Monday it was confirmed that the trip had been cancelled": the day of the announcement
_ANNOUNCED = re.compile(
    r"(?:on )?D\d+ ,? ?(?:it|the [a-z]+(?: [a-z]+)?|[LPH]\d+|a [a-z]+)(?: (?:was|has been|had been|also|then))? (?:confirmed|announced|said|told|reported|learned|learnt|revealed|informed)\b"
)


# "came home on Sunday from a visit": the day is that of the return
_BACK_FROM = re.compile(
    r"\b(?:returned|returns|returning|came back|comes back|came home|comes home|flew back|flew home|back|is home|was home|arrived (?:back|home)|leaves?|left|departs?|departed)(?: home| back| here| (?:to|for) (?:[a-z]+ )?[LC]\d+| early| late|(?: on| in)? D\d+(?: (?:night|evening|morning|afternoon))?| ,)* (?:from|after|following) (?:an? |the |his |her |Q\d+ )?(?:[a-z-]+ |N\d+ |- )*$"
    r"|\b(?:saw|sees|seen|see) off [^,;]*(?:after|following|at the end of) (?:an? |the |his |her |Q\d+ )?(?:[a-z-]+ |N\d+ |- )*$"
)


# "landed in Z on Monday following a visit to Y": the day is that of the other trip
_FOLLOWED = re.compile(r"\b(?:following|fresh (?:from|off)|on the heels of|(?<! shortly )(?<! soon )after) $")


def _end_of_phrase(sentence: Sentence, match: Match[str]) -> int:
    """Where the phrase ends that a visit noun heads."""
    stop = re.compile(r" (?:[,;:(]|that|which|where|and|before) ").search(sentence.coded, match.end())
    return stop.start() if stop else len(sentence.coded)


def _told_apart(
    context: Context, sentence: Sentence, match: Match[str], target: Match[str] | None, realis: Realis
) -> When | None:
    """The year of a visit whose anniversary is kept, and the day for which a dropped one was meant."""
    if kept := jubilee(context, sentence, match):
        return kept
    if realis.status is Status.CANCELLED:
        if meant := _meant_for(context, sentence, match):
            return UNKNOWN if _of_dropping(context, sentence, match, meant) else meant
        if _DROPPED_ON.search(sentence.coded, 0, match.start()):
            return UNKNOWN
        if target is None and _ANNOUNCED.match(sentence.coded):
            return UNKNOWN
    return None


def nominal_when(
    context: Context, sentence: Sentence, match: Match[str], target: Match[str] | None, realis: Realis
) -> When:
    mods = match.group("mods") + (target.group() if target else "")
    if (span := re.search(r"D(\d+) $", sentence.coded[: match.start()])) and sentence.units[
        int(span.group(1))
    ].word.endswith((" after", " before")):
        return UNKNOWN  # "two weeks after her trip to Y"
    if told := _told_apart(context, sentence, match, target, realis):
        return told
    future: bool | None = realis.status in (Status.PLANNED, Status.PROPOSED) or None
    if future is None and is_paid(context, sentence, match):
        future = False
    if own := re.search(r"D(\d+)", mods):
        return context.resolve(sentence, int(own.group(1)), future)
    tail = sentence.coded[_after_place(sentence, match, target) :]
    if _BACK_FROM.search(sentence.coded[max(0, match.start() - 60) : match.start()]):
        return UNKNOWN
    if re.search(
        r"\b(?:wrap(?:s|ped|ping)? up|cut(?:s|ting)? short|end(?:s|ed|ing)?|conclud(?:es|ed|ing)|rounds? off|rounded off|finish(?:es|ed)|complet(?:es|ed)) (?:[a-z-]+ |Q\d+ |P\d+ 's )*$",
        sentence.coded[max(0, match.start() - 40) : match.start()],
    ):
        return UNKNOWN
    if target is not None and _FOLLOWED.search(sentence.coded, 0, match.start()):
        return (
            context.date_near(sentence, match.end(), future, (match.end(), _end_of_phrase(sentence, match))) or UNKNOWN
        )
    if told := _told_behind(context, sentence, match, tail, future):
        return told
    return visit_when(
        context,
        sentence,
        match.start(),
        realis,
        nominal=bool(
            re.search(
                r"\b(?:during|after|following|of|with|his|her)\b",
                sentence.coded[max(0, match.start() - 20) : match.start()],
            )
        ),
    )


def _told_behind(
    context: Context, sentence: Sentence, match: Match[str], tail: str, future: bool | None
) -> When | None:
    """The date right behind a visit: what it is set for, since when, in brackets, when it took place."""
    if set_for := re.match(
        r"[^;]{0,80}? (?:which|that) (?:is|was|are) (?:now )?(?:scheduled|planned|due|set|expected|fixed) (?:for|in|on) (?:the )?D(\d+)",
        tail,
    ):
        return context.resolve(sentence, int(set_for.group(1)), future)
    counted = re.search(
        r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|O\d+|only|last|most recent)\b", match.group("mods")
    )
    if not counted and (
        since := re.match(r"(?:(?!\b(?:first|only)\b)[^,;]){0,60}? since (?:[a-z]+ )?D(\d++)(?! when)", tail)
    ):
        return context.resolve(sentence, int(since.group(1)), False)
    if bracketed := re.match(r"(?: (?:by|of) (?:the )?[PH]\d+)? \( (?:on |in |from )?D(\d+) \)", tail):
        return context.resolve(sentence, int(bracketed.group(1)), future)
    if own := re.match(
        r" (?:, )?(?:was|took place|came|dates (?:from|back to)|dated (?:from|back to)|goes back to|went back to) (?:on |in )?(?:the )?D(\d+)",
        tail,
    ):
        return context.resolve(sentence, int(own.group(1)), False)
    own = re.match(
        r" (?:, )?(?:(?:on|in|from|for|later|earlier|between|beginning|starting|back in|during|of|(?:that|which) (?:(?:the )?[PH]\d+ (?:of (?:the )?C\d+ )?)?(?:had |has )?(?:began|begun|begins|started|starts)|begun|scheduled for|planned for|set for|slated for|due|this|last) ){0,2}(?:the )?D(\d+)",
        tail,
    )
    if own and not (counted and sentence.unit("D" + own.group(1)).word.startswith(("this ", "so far"))):
        return context.resolve(sentence, int(own.group(1)), future)
    return None


def of_its_place(context: Context, sentence: Sentence, place: Place | None, when: When) -> When:
    """A day carried from what was told before, unless that was told of another state: "Elsewhere V came to Z on Monday. It is X's first visit to Y"."""
    if place is None or when.basis is not Basis.FRAME or when.span is None or context.entry_date(sentence.index):
        return when
    if sentence.start <= when.span[0] < sentence.end:
        return when
    span = when.span
    at = next((s.index for s in context.analysis.sentences if s.start <= span[0] < s.end), sentence.index)
    told = scene_at(context, at).place
    hosts = {c.claim.host for c in context.told if c.sentence == at and isinstance(c.claim, Visit)}
    elsewhere = place.country not in hosts if hosts else told and told.country != place.country
    return context.news_date() if elsewhere else when


_OF_MOTION = re.compile(r"\b(?:on|for|of|to start|to begin|to make) (?:an? )?$")


def as_its_verb(
    context: Context, sentence: Sentence, match: Match[str], guest: Entity, place: Place, when: When, realis: Realis
) -> tuple[When, Realis]:
    """ "Heads to Y on Thursday on a state visit": the visit has the day and the realis of the verb before it."""
    if realis.status is Status.DONE and _is_apposed_to_plan(context, sentence, match):
        numbers = [n for n in sentence.of("D") if when.span and sentence.units[n].start == when.span[0]]
        return (context.resolve(sentence, numbers[0], True) if numbers else UNKNOWN), Realis(Status.PLANNED)
    if realis.status is not Status.DONE or not _OF_MOTION.search(sentence.coded[: match.start()]):
        return when, realis
    for told in reversed(context.told):
        claim = told.claim
        if told.sentence != sentence.index:
            break
        same = isinstance(claim, Visit) and (claim.leader, claim.host) == (guest.name, place.country)
        if same and told.rule == "visit-motion" and isinstance(claim, Visit) and claim.status is Status.PLANNED:
            basis, span = told.where["started_on"]
            return When(claim.started_on, basis, span), Realis(Status.PLANNED)
    return when, realis


def _is_apposed_to_plan(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    """True for "meets H in Y on Wednesday, his second visit there", said before that day."""
    owned = (match.group("poss") or match.group("det") or "")[:1] in ("Q", "h", "t", "a")
    if not owned or not sentence.coded.endswith(" , ", 0, match.start()):
        return False
    low = sentence.coded.rfind(" ; ", 0, match.start())
    told = [c for c in context.clauses(sentence) if low < sentence.offsets[c.verb.head] < match.start() and not c.link]
    if not told or told[-1].form != "finite" or told[-1].lemma in ("be", "have"):
        return False
    return clause_realis(context, sentence, told[-1]).status is Status.PLANNED


def by_stop(
    places: list[tuple[Place | None, When]], realis: Realis, notes: dict[str, int]
) -> Iterator[tuple[Place | None, When, Realis, dict[str, int]]]:
    """The stops that a noun of visit names: its length is that of all of them, and what begins on a day begins at the first."""
    shared = notes if len(places) < 2 else notes | {"length": 0}
    for number, (stop, day) in enumerate(places):
        later = number > 0 and notes["arrival"] and day.date and day.date.day and day.span == places[0][1].span
        if later:
            yield stop, UNKNOWN, Realis(Status.PLANNED) if realis.status is Status.DONE else realis, shared
        else:
            yield stop, day, realis, shared


def ended(context: Context, sentence: Sentence, match: Match[str], told: When) -> When:
    """The last day that the verb of the visit gives, else the one after "until"."""
    if _OF_REGION.match(sentence.coded, match.end("noun")):
        return UNKNOWN  # the end of a tour is that of its last stop
    found = None if told.date else _UNTIL.match(sentence.coded, match.end("noun"))
    return last_day(context, sentence, int(found.group(1))) if found else told


_OF_REGION = re.compile(
    r" (?:of|to|through|across|in) (?:the )?(?:[a-z]+ )?[BK]\d| (?:that|which) (?:will |is to |was to )?(?:ends?|finish(?:es)?|culminates?) (?:with|in)\b"
)
_UNTIL = re.compile(
    r"(?: (?:to|in|there|here|the|with|[LC]\d+|(?:lasting|running|scheduled)))* (?:until|till|through) (?:the )?D(\d++)(?! (?:was|were|has|had))"
)


def is_empty(sentence: Sentence, match: Match[str], when: When, realis: Realis, words: str, explicit: bool) -> bool:
    """True where a visit noun without a place says too little to be a fact."""
    if when.date is not None or realis.status is not Status.DONE:
        return False
    if re.search(
        r"\b(?:paid|made|began|on|arriv|start|is|was)\b", sentence.coded[max(0, match.start() - 30) : match.start()]
    ):
        return False
    return not kind_of(words) or not explicit


def tells_more(
    context: Context, sentence: Sentence, match: Match[str], guest: Entity | None, place: Place | None, words: str
) -> bool:
    """True for "The two-day working visit was his third", right after the visit was told: its kind and length are told here."""
    between = told_between(context, sentence)
    told = between or last_told(context, sentence)
    if not told or guest is None or place is None:
        return False
    if between is None and sentence.index - told.sentence > _NEAR_BY:
        return False
    claim = told.claim
    same = isinstance(claim, Visit) and (claim.leader, claim.host) == (guest.name, place.country)
    return (same or guest is context.guest) and says_more(match, words)


_MET = re.compile(r"(?: (?:on |earlier |later )?D\d+| earlier| later| there)* with (?:the )?P(\d+)\b")


def _met_on_it(context: Context, sentence: Sentence, match: Match[str], guest: Entity) -> Place | None:
    """The state of the leader whom a visit was paid to: "on a visit last week with President X"."""
    met = _MET.match(sentence.coded, match.end("noun"))
    state = context.state_of(sentence.units[int(met.group(1))]) if met else None
    return Place(None, state, Basis.REFERENCE) if state and state != guest.country else None


def host_unsaid(context: Context, sentence: Sentence, match: Match[str], guest: Entity) -> Place | None:
    """The host of a noun of visit that names none: for "The state visit runs for two days" at the head of a sentence that of
    the visit told in the sentence before, else the other state of the story.
    """
    if host := _met_on_it(context, sentence, match, guest):
        return host
    told = last_told(context, sentence) if match.group("det") == "the " and not match.start() else None
    claim = told.claim if told and sentence.index - told.sentence == 1 and not is_past(context, told) else None
    if isinstance(claim, Visit) and claim.leader == guest.name:
        return Place(claim.city, claim.host, Basis.FRAME)
    return implied_host(context, sentence, guest, match.start())


def told_between(context: Context, sentence: Sentence) -> Candidate | None:
    """The visit of the states that a sentence on "the state visit" names, where the one told last is another: "Y attaches weight to the state visit"."""
    said = {context.state_of(sentence.units[n]) for n in sentence.of("C", "P")} - {None}
    last = last_told(context, sentence)
    if not said or last is None or said & _states(last):
        return None
    near = (c for c in reversed(context.told) if 0 < sentence.index - c.sentence <= _STORY)
    return next((c for c in near if _is_news(context, c) and said <= _states(c)), None)


def _states(told: Candidate) -> set[str]:
    return {told.claim.country, told.claim.host} if isinstance(told.claim, Visit) else set()


def _is_news(context: Context, told: Candidate) -> bool:
    claim = told.claim
    live = isinstance(claim, Visit) and claim.status in (Status.DONE, Status.PLANNED)
    return live and not told.notes.get("end") and not is_past(context, told)


_STORY = 8  # sentences


def says_more(match: Match[str], words: str) -> bool:
    """True for "the" visit with its kind or its length."""
    return match.group("det") in ("the ", "this ") and (kind_of(words) != "unspecified" or length_of(words) is not None)


_NEAR_BY = 2  # sentences


def is_past(context: Context, told: Candidate) -> bool:
    """True for a visit told as history, which "the official visit" of the news does not mean."""
    return told.background or (isinstance(told.claim, Visit) and context.long_past(told.claim.started_on))
