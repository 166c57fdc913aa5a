""" "X left Y on D", "flew home the same night", "wrapped up his visit": when a stay ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import head_place, loci
from relations_db.extract.merge import days_apart
from relations_db.extract.merge_status import claim_of, date_of
from relations_db.extract.rules.visit_ahead import dated_ahead
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_kinds import MOD, NOUN, kind_of
from relations_db.extract.rules.visit_lengths import length_of
from relations_db.extract.rules.visit_onward import day_of_month, not_before
from relations_db.extract.rules.visit_others_days import of_another
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_realis import clause_around, guard, headline_future
from relations_db.extract.rules.visit_syntax import objects
from relations_db.extract.rules.visit_where import capital_of, place_at, place_for, told_place
from relations_db.extract.rules.visit_who import agents, people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Basis, PartialDate, Status, Visit

_VERBS = "left|leaves|leave|departed|departs|depart|flew|flies|fly|flown|took off|takes off|take off|taking off|returned|returns|return|headed|heads|went|goes|arrived|set off|was back|is back|be back|been back|came back|comes back|(?:came|comes|come|going|goes|go|went|flying|flies|fly|flew|returning|heading|heads|headed|gets|get|got|drives|drove|was|is|be) (?:back |straight )?home|due back|due home|expected back|seen off|saw off|sees off|see off|gone|saying goodbye|says goodbye|(?<=before )(?:leaving|departing|returning|heading|flying|taking off)"
LEFT = re.compile(rf"\b(?P<verb>{_VERBS})\b(?=(?P<tail>[^;]{{0,110}}))")
_HOME = re.compile(
    r" (?:on |off )?(?:back )?(?:home|homewards?)\b| back (?:to|at|in|home)\b| (?:to|for) (?:home|his country|her country)\b"
)


# "went back to her hotel", "drove home the point", "left Y as a child"
_NO_JOURNEY = re.compile(
    r" (?:back )?to (?:Q\d+|the) (?!capital|homeland|country|palace|airport)[a-z-]+(?! of C)|(?: home)? the point\b|(?: (?:the )?[LC]\d+)? as an? [a-z]+"
)
# words before which "return" and "leave" are nouns
_A_NOUN = re.compile(
    r"(?<!undertakes )(?<!begins )(?<!starts )(?:\b(?:his|her|their|the|a|of)|Q\d+|'s) (?:safe |early )?$"
)


def left(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A leader who leaves the host, or is back home: the day on which the stay ended."""
    pools = agents(context, sentence, match.start())
    hosts: list[list[Entity]] = []
    if match.group("verb").split()[0] in ("saw", "sees", "see"):
        hosts, pools = pools, people(context, sentence, objects(context, sentence, match.end("verb"))[:1])
    if not pools or _A_NOUN.search(sentence.coded[: match.start()]) or _NO_JOURNEY.match(match.group("tail")):
        return []
    if re.search(r"\bby the time [^,;]*$", sentence.coded[: match.start()]):
        return []
    if match.group("verb").endswith("back") and sentence.coded.startswith(" there", match.end("verb")):
        return []  # "will be back there": to stay
    guest = pools[0][0]
    tail = match.group("tail")
    verb = _FINITE.get(match.group("verb"), match.group("verb"))
    if (
        guest.country == context.host
        and context.guest
        and _HOME.search(tail)
        and not context.heading_year(sentence.index)
    ):
        guest = context.guest
    place = _origin(context, sentence, match, guest)
    if place is None and (
        _HOME.match(tail)
        or _bound_home(context, sentence, match, guest)
        or verb.startswith(
            ("was back", "is back", "be back", "been back", "due ", "expected ", "say", "saw off", "see")
        )
        or verb.endswith(" home")
        or ((verb in _DIRECT or verb in _BACK) and _AWAY.match(tail))
        or (verb in ("flew", "flies", "fly", "flown") and _OUT.match(tail))
    ):
        leaving = _leaving(context, sentence, match, verb)
        end = _last_day(context, sentence, match, leaving).date if leaving else None
        place = stay_of(context, sentence, match.start(), guest, end)
    onward = _stay_before(context, sentence, match, guest) if place is None else None
    place = place or (onward[0] if onward else None)
    if place is None and hosts and hosts[0][0].country:
        place = Place(None, hosts[0][0].country, Basis.FRAME)
    if place is None or place.country == guest.country:
        return []
    realis = _leaving(context, sentence, match, verb)
    if realis is None:
        return []
    when = _last_day(context, sentence, match, realis)
    if when.date is None or when.date.day is None:
        return []
    if onward:
        when = not_before(when, onward[1], realis)
        if when.date is None or not 0 <= (when.date.first - onward[1].first).days <= _SHORT:
            return []
        when = replace(when, basis=Basis.FRAME)
    entry = context.entry_date(sentence.index)
    first = When(entry.date, entry.basis, entry.span) if entry and head_place(context, sentence) else UNKNOWN
    over = _AFTER_STAY.search(tail)
    notes = {"end": 1, "length": (length_of(over.group(), sentence) or 0) if over else 0}
    kind = _kind_ended(context, sentence, match.end("verb"), place)
    return make_each(context, sentence, "visit-left", [guest], place, kind, first, realis, notes, weak=True, ended=when)


# "left for home at the end of a state visit": the stay that is over has its kind there, unless another state is said to be visited
_STAY_ENDED = re.compile(
    rf"\b(?:after|following|ending|end(?:s|ed)?|close of|conclusion of|end of|conclud(?:e|es|ed|ing)|complet(?:e|es|ed|ing|ion of)|wrapp?(?:ed|ing|s)? up|round(?:ed|ing|s)? off|from) "
    rf"(?:an? |the |Q\d+ |what was |, )*(?P<words>(?:{MOD} )*{NOUN})\b(?P<to>(?: of [a-zN\d -]{{1,16}}?days?)? (?:to|in) (?:the )?[LC](?P<at>\d+))?"
)


_ANOTHER_CLAUSE = re.compile(r" (?:;|while|whereas|but|and (?:the )?(?:[AC]\d+ (?:'s )?)?P\d+) ")


def _kind_ended(context: Context, sentence: Sentence, at: int, place: Place) -> str:
    """The kind of the stay that he leaves behind, where the words after the verb name it."""
    found = _STAY_ENDED.search(_ANOTHER_CLAUSE.split(sentence.coded[at:])[0])
    if not found or (
        found.group("at") and place_at(context, sentence, int(found.group("at"))).country != place.country
    ):
        return "unspecified"
    return kind_of(found.group("words"))


# "left on Friday after a two-day visit"
_AFTER_STAY = re.compile(
    r"\b(?:after|following|ending|at the end of|concluding) [^,;]*\b(?:visit|trip|stay|tour|talks|days)\b"
)


def _leaving(context: Context, sentence: Sentence, match: Match[str], verb: str) -> Realis | None:
    """Whether he has left or will leave; None where it is neither."""
    realis = guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    if sentence.coded.endswith("before ", 0, match.start()):
        realis = _of_governor(context, sentence, match)
    elif not verb.startswith("was "):
        realis = headline_future(context, sentence, match, verb.split()[0], realis)
    if (
        verb in ("leave", "depart", "fly", "return", "take off")
        and realis.status is Status.DONE
        and not sentence.coded[: match.start()].endswith("the ")
    ):
        low, _ = clause_around(sentence, match.start())
        if not re.search(
            r"\b(?:will|is to|due to|set to|expected to|scheduled to)\b", sentence.coded[low : match.start()]
        ):
            return None
        realis = Realis(Status.PLANNED)
    if verb in ("due back", "due home", "expected back"):
        realis = Realis(Status.PLANNED)
    return realis if realis.status in (Status.DONE, Status.PLANNED) else None


_FINITE = {"leaving": "left", "departing": "departed", "returning": "returned", "heading": "headed", "flying": "flew", "taking off": "took off"}  # fmt: skip
_SHORT = 4  # days between the first day of a stay and the journey on to the next, where nothing else is told between


def _of_governor(context: Context, sentence: Sentence, match: Match[str]) -> Realis:
    """Realis of a participle: that of the verb that it is put beside."""
    clause = context.clause_at(sentence, sentence.at(match.start("verb")))
    above = clause.governor if clause else None
    realis = clause_realis(context, sentence, above) if above else Realis(Status.DONE)
    if realis.status is not Status.DONE or context.entry_date(sentence.index):
        return realis
    low, high = clause_around(sentence, match.start())
    ahead = _PRESENT.search(sentence.coded, low, match.start()) and dated_ahead(sentence, low, high)
    return Realis(Status.PLANNED) if ahead else realis


_PRESENT = re.compile(
    r"\b(?:goes|travels|flies|heads|arrives|visits|meets|sees|has|holds|opens|attends|addresses|calls|continues|tours|signs|speaks)\b"
)


def _stay_before(
    context: Context, sentence: Sentence, match: Match[str], guest: Entity
) -> tuple[Place, PartialDate] | None:
    """ "On Wednesday he flies on to Z": the stay told last of the one who goes on to another state, with its first day."""
    found = _ON_TO.match(sentence.coded, match.start("tail"))
    goal = context.state_of(sentence.units[int(found.group("to"))]) if found else None
    if goal in (None, guest.country):
        return None
    for candidate in reversed(context.told):
        claim = candidate.claim
        if not isinstance(claim, Visit) or claim.leader != guest.name or claim.host == goal:
            continue
        span = candidate.where["host"][1]
        if candidate.sentence == sentence.index and span and span[0] > sentence.units[sentence.at(match.start())].start:
            continue  # a later stop: "flies on to Y on Friday and is due in Z on Sunday"
        day = claim.started_on
        if candidate.notes.get("origin"):
            continue
        if candidate.notes.get("end") or day is None or day.day is None or candidate.background:
            return None
        if claim.status not in (Status.DONE, Status.PLANNED):
            return None
        here = _at_place_of_writing(context, [claim, *_told_of(context, sentence, guest)])
        if here and here.host != goal and here.started_on and here.started_on.day:
            claim, day = here, here.started_on
        return Place(claim.city, claim.host, Basis.FRAME), day
    return None


_ON_TO = re.compile(
    r"(?: (?:on|off|back|again|early|late|straight|directly|out)| (?:on )?D\d+(?: (?:morning|evening|night|afternoon))?| from (?:the )?[LC]\d+)* (?:to|for) (?:the )?[LC](?P<to>\d+)"
)
_OUT = re.compile(r" (?:out|off)(?= (?:on )?D\d+| in the | ?[.,]|$| again| late| early| after)")


# "... and leaves on Thursday": the place is that of the stay
_AWAY = re.compile(
    r"(?: again| early| late| home)? (?:the same (?:day|evening|night)|in the (?:evening|afternoon|morning)|at night|hours later|by (?:road|sea|train|ship))(?= ?[.,;]|$| and | after | with | at )|(?: again| early| late| later| home| later in the day)? (?:on )?(?:the )?[DO]\d+(?: (?:morning|evening|night|afternoon))?(?= ?[.,;]|$| and | after | with | at )"
)


def _origin(context: Context, sentence: Sentence, match: Match[str], guest: Entity) -> Place | None:
    """The place left: "left Havana", "flew out of Riyadh", "took off from Y"."""
    verb, at = match.group("verb"), match.start("tail")
    direct = re.compile(r" (?:the )?(?:A\d+ capital ?,? ?)?(?P<to>[LC]\d++)(?! 's)").match(sentence.coded, at)
    owned = re.compile(r" the ([AC])(\d+) (?:'s )?(?:capital|city|kingdom|republic)").match(sentence.coded, at)
    if owned and verb in _DIRECT:
        state = context.state_of(sentence.units[int(owned.group(2))])
        return Place(capital_of(context, state), state, Basis.REFERENCE) if state else None
    if (
        re.compile(r" the (?:country|capital|kingdom|city|island|republic)\b").match(sentence.coded, at)
        and verb in _DIRECT
    ):
        abroad = re.compile(r" the [a-z]+[^;]{0,60} (?:to|for) (?:the )?[LC]\d+").match(sentence.coded, at)
        return None if abroad else stay_of(context, sentence, match.start(), guest)
    if verb.endswith("off") and verb.startswith(("se", "sa")):
        seen = next((x for x in loci(sentence, at, at + 50) if x.prep in ("at", "in")), None)
        return place_for(context, sentence, seen, guest) if seen else None
    if direct and verb in _DIRECT:
        return place_at(context, sentence, int(direct.group("to")[1:]))
    if verb in ("arrived", "goes", "went"):
        return None
    visited = re.compile(
        r"(?: (?:home|back|here|on D\d+|D\d+|early|late))* from (?:an? |the |Q\d+ )?(?:(?!for |there |here )[a-z-]+ )*?(?:visit |trip |tour |stay )?(?:of [a-zN\d]+ days )?(?:to |in )?(?:the )?(?P<to>[LC]\d+)"
    ).match(sentence.coded, at)
    if visited:
        return place_at(context, sentence, int(visited.group("to")[1:]))
    source = re.compile(
        r"(?: (?:aboard|on board|on|in) (?:an?|the|his|her|Q\d+) [a-z]+(?: [a-z]+)?)? (?:out of|from|off from|out from|away from) (?:the )?(?P<to>[LC]\d+)"
    ).match(sentence.coded, at)
    if source:
        return place_at(context, sentence, int(source.group("to")[1:]))
    locus = next(iter(loci(sentence, at, at + 40)), None)
    if locus and locus.prep in ("from", "of") and locus.words and locus.start < at + 12:
        return place_for(context, sentence, locus, guest)
    return None


_DIRECT = frozenset(("left", "leaves", "leave", "departed", "departs", "depart"))
_BACK = frozenset(("returned", "returns", "return"))


def _bound_home(context: Context, sentence: Sentence, match: Match[str], guest: Entity) -> bool:
    """ "departed for Moscow", said of a Russian of whose stay abroad the text has told."""
    told_abroad = match.group("verb").startswith(("return", "left", "leave", "depart", "head", "was", "is"))
    if not told_abroad and not any(
        isinstance(c.claim, Visit) and c.claim.leader == guest.name for c in context.told[-12:]
    ):
        return False
    for locus in loci(sentence, match.start("tail"), match.end("tail")):
        if " and " in sentence.coded[match.start("tail") : locus.start]:
            return False
        if locus.prep in ("for", "to") and locus.unit is not None and locus.start < match.start("tail") + 40:
            return place_at(context, sentence, locus.unit).country == guest.country
    return False


def stay_of(
    context: Context, sentence: Sentence, at: int, guest: Entity, end: PartialDate | None = None
) -> Place | None:
    """Where the stay is that a leader ends (on a day `end`): at the head of the entry, in the visit told of him, in the story."""
    if head := head_place(context, sentence):
        return head if head.country != guest.country else None
    told = _told_of(context, sentence, guest)
    told = [v for v in told if _may_end(v, end)] or told
    if told:
        claim = _at_place_of_writing(context, told) or told[0]
        return Place(claim.city, claim.host, Basis.FRAME)
    if context.guest is guest and context.host:
        return Place(context.host_city, context.host, Basis.FRAME)
    return told_place(context, sentence, at, guest.country)


def _may_end(stay: Visit, end: PartialDate | None) -> bool:
    """False for a stay of another time than the day on which one is said to end: "last met in Y in 2019. He flies home on Friday"."""
    start = stay.started_on
    return end is None or start is None or (start.first <= end.last and days_apart(start, end) <= _LONGEST)


_LONGEST = 15  # days of a stay


def _told_of(context: Context, sentence: Sentence, guest: Entity) -> list[Visit]:
    """The stays of a leader told up to a sentence, the one told last first."""
    found = []
    for candidate in reversed(context.told):
        claim = candidate.claim
        if isinstance(claim, Visit) and claim.leader == guest.name and candidate.sentence <= sentence.index:
            left = candidate.rule == "visit-left" and candidate.sentence == sentence.index
            undated = (candidate.background or candidate.notes.get("origin")) and claim.started_on is None
            if claim.status in (Status.DONE, Status.PLANNED) and not undated and not left:
                found.append(claim)
    return found


def _at_place_of_writing(context: Context, told: list[Visit]) -> Visit | None:
    """The stay in the state of the dateline, where the one told last is an earlier stop: "He came here from Y, where he signed a pact"."""
    written, last = context.here(), told[0]
    if written is None or last.status is not Status.DONE or last.host == written.country or last.started_on is None:
        return None
    here = (v for v in told if v.host == written.country and v.status is Status.DONE and v.started_on)
    return next((v for v in here if v.started_on and v.started_on.first >= last.started_on.first), None)


def _last_day(context: Context, sentence: Sentence, match: Match[str], realis: Realis) -> When:
    future = realis.status is Status.PLANNED
    low, high = clause_around(sentence, match.start())
    if number := re.search(r"\b(?:on|until) (?:the )?O(\d+)", match.group("tail")):
        return day_of_month(context, sentence, int(number.group(1)), future)
    if match.group("verb") in _FINITE:
        own = context.clause_at(sentence, sentence.at(match.start("verb")))
        if own and own.dates:
            return context.resolve(sentence, own.dates[0], future)
        if not context.dates_in(sentence):
            return UNKNOWN
    near = context.date_near(sentence, match.start(), future, (low, high), of_another(sentence, match.end("verb")))
    if near:
        return near
    if entry := context.entry_date(sentence.index):
        return When(entry.until or entry.date, entry.basis, entry.span)
    if context.visit_date and _THAT_DAY.search(match.group("tail")):
        if context.visit_status is Status.PLANNED:
            return When(context.visit_date, Basis.FRAME)
        return context.latest_day(sentence.index) if context.analysis.on else UNKNOWN
    if future:
        return _day_of_plan(context, sentence)
    return context.latest_day(sentence.index) if context.analysis.on else UNKNOWN


def _day_of_plan(context: Context, sentence: Sentence) -> When:
    """ "On Friday the two will go to Y. From there he flies home": the day of the plan told just before."""
    if not _FROM_THERE.search(sentence.coded):
        return UNKNOWN
    near = (c for c in context.told if sentence.index - c.sentence == 1 and isinstance(c.claim, Visit))
    planned = [c for c in near if date_of(c) and claim_of(c).status is Status.PLANNED]
    day = date_of(planned[-1]) if planned else None
    said = day is not None and day.day is not None and planned[-1].where["started_on"][0] is Basis.SAID
    return When(day, Basis.FRAME) if said else UNKNOWN


_FROM_THERE = re.compile(r"\b(?:from|after) (?:there|which|that)\b|\bthen\b|\bafterwards\b")


_THAT_DAY = re.compile(
    r"\b(?:in the (?:evening|afternoon|morning)|at night|the same (?:day|evening)|afterwards|immediately)\b"
)
