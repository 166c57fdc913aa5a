""" "H received G", "X and Y met in Z": receptions and meetings, at a place said or at the scene of the story."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_abroad import met_elsewhere, on_the_phone, where_told
from relations_db.extract.rules.visit_arguments import ClauseArguments
from relations_db.extract.rules.visit_clause_realis import clause_realis
from relations_db.extract.rules.visit_kinds import NOUN, clause_kind, event_in, local_kind, tail_kind
from relations_db.extract.rules.visit_parts import frame_city, make_each, stated_place
from relations_db.extract.rules.visit_realis import clause_around, guard, headline_future
from relations_db.extract.rules.visit_syntax import objects
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_at, scene
from relations_db.extract.rules.visit_who import HEADS, LEADERS, agents, is_traveller, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Basis, Status, Visit

_HOSTING = "received|receives|receive|receiving|welcomed|welcomes|welcome|welcoming|hosted|hosts|host|hosting|greeted|greets|greeting|played host to|waited for|awaited|plays host to|granted an audience to"
_MEETING = (
    "met|meets|meet|meeting|saw|sees|see|seeing|seen|embraced|embraces|sat down|sit down|sits down|sitting down|conferred|confers|confer|talked|talk(?= of| about)|announced|"
    "had talks|held talks|holds talks|hold talks|holding talks|hold meetings|had a meeting|held a meeting|holds a meeting|had a conversation|held a conversation|called on|calls on|call on|"
    "dined|faced|faces|spoke|held negotiations|had lunch|lunched|had dinner|signed|sign|signs|signing|chaired|chair|chairs|co-chaired|agreed|agree|discussed|discuss|exchanged|brought|has|had"
)
RECEIVED = re.compile(rf"\b(?P<verb>{_HOSTING})\b(?! by\b)")
MET = re.compile(rf"\b(?P<verb>{_MEETING})\b(?! (?:been|not|to (?!talks|dinner|lunch|table))\b)")
REMOTE = cued(
    r"\b(?:phone|phoned|telephone|telephoned|telegram(?! (?:channel|account|app|page|post))|video|videoconference|video-conference|virtual|virtually|online|teleconference|letter|letters|message|messages|zoom|remotely|on screen|call with|ambassadors?|credence|credentials)\b"
)


def received(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H received G (in Y)": the object is the guest, in the subject's state."""
    realis = _realis(context, sentence, match)
    taken_up = _WHOM.search(sentence.coded, 0, match.start())
    numbers = [int(taken_up.group(1))] if taken_up else objects(context, sentence, match.end())
    targets = people(context, sentence, numbers)
    if (
        realis.status is None
        or not targets
        or REMOTE.within(sentence, sentence.coded[match.start() : match.end() + 60])
    ):
        return []
    if re.search(
        r"\b(?:was|were|be|been|being|is|are) (?:(?!to )[a-z]+ )?$|\blook\w* forward to $",
        sentence.coded[: match.start()],
    ):
        return []
    hosts = agents(context, sentence, match.start())
    low, high = clause_around(sentence, match.start())
    place = stated_place(context, sentence, match.start(), low, high, targets[0][0])
    if place is None and hosts:
        place = _home_of(context, sentence, hosts[0], targets)
    if place is None:
        return []
    guests = [g for g in travellers(targets, place.country) if is_traveller(context, g)]
    kind = clause_kind(sentence, match.end())
    when = visit_when(context, sentence, match.end(), realis)
    return make_each(context, sentence, "visit-reception", guests, place, kind, when, realis)


# "G, whom H received in Y"
_WHOM = re.compile(
    r"\bP(\d+)(?: of (?:the )?C\d+)?(?: ,)? whom (?:the )?(?:[AC]\d+ (?:'s )?)?[PH]\d+ (?:(?:had|has|will|is to|also|then|later) )*$"
)


def _home_of(context: Context, sentence: Sentence, hosts: list[Entity], targets: list[list[Entity]]) -> Place | None:
    """The host's own state, with the city where the story is."""
    told = scene(context, sentence)
    if told and told.country in {t[0].country for t in targets[:1]}:
        return None
    host = next((h for h in hosts if all(h.country != t[0].country for t in targets[:1])), None)
    if host is None or not host.country or host.office not in LEADERS:
        return None
    return told if told and told.country == host.country else frame_city(context, host.country)


def _realis(context: Context, sentence: Sentence, match: Match[str]) -> Realis:
    """Realis of a verb of meeting: bare infinitives are plans, or nothing."""
    verb = match.group("verb").split()[0]
    if verb == "meeting" and (held := _HOLDING.search(sentence.coded, 0, match.start())):
        return guard(context, sentence, match, of_group(verb_group(sentence, held.start())))
    if verb == "meeting" and _TO_BE_HELD.match(sentence.coded, match.end()):
        return guard(context, sentence, match, Realis(Status.PLANNED))
    if verb == "signing" and (watched := _WATCHING.search(sentence.coded, 0, match.start())):
        return guard(context, sentence, match, of_group(verb_group(sentence, watched.start())))
    if verb == "meeting" and _NOUN_OF.search(sentence.coded, 0, match.start()):
        clause = context.clause_at(sentence, sentence.at(match.start()))
        if clause and clause_realis(context, sentence, clause).status is Status.PLANNED:
            return guard(context, sentence, match, Realis(Status.PLANNED))
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    base = verb in (
        "receive",
        "welcome",
        "host",
        "meet",
        "see",
        "sit",
        "confer",
        "talk",
        "hold",
        "call",
        "sign",
        "chair",
        "agree",
        "discuss",
    )
    if base and realis.status is Status.DONE:
        before = sentence.coded[: match.start()]
        dated = context.entry_date(sentence.index) or context.heading_year(sentence.index)
        said = r"\b(?:did|when|as|[PHG]\d+|and|they|both) $" if dated else r"\b(?:did|[PH]\d+) $"
        told = re.search(said, before) or _PURPOSE.search(before)
        realis = Realis(Status.DONE) if told else Realis(Status.PLANNED if group else None)
    if re.search(r"\b(?:minutes|hours|moments|shortly) (?:after|before) [^,;]*$", sentence.coded[: match.start()]):
        realis = Realis(realis.status)
    return headline_future(context, sentence, match, verb, guard(context, sentence, match, realis))


# "will have a trilateral meeting with": the verb of a meeting that is a noun
_WATCHING = re.compile(r"\b(?:witness|attend|oversee|watch|preside over|be present at) (?:the )?$")
# "a tour that will end with his meeting on Thursday with H"
_NOUN_OF = re.compile(r"(?:Q\d+|'s|the|an?) (?:[a-z-]+ )?$")
# "a meeting by X and Y is planned"
_TO_BE_HELD = re.compile(
    r" (?:by|of|with) [^;:,]{0,80}? (?:is|are|has been|have been) (?:[a-z]+ )?(?:planned|scheduled|due|expected|set|slated|fixed|arranged|to (?:be held|take place|follow))\b"
)
_HOLDING = re.compile(
    r"\b(?:have|has|had|having|holds?|held|holding) (?:an?|the|his|her|Q\d+|their|several|N\d+) (?:[a-z-]+ |N\d+ |- ){0,4}$"
)
# "drove out to the airport to welcome": the aim of something done
_PURPOSE = re.compile(
    r"\b(?:went|came|drove|gathered|waited|flew|travelled|turned (?:out|up)|showed up|stopped|arrived|landed|stood|lined up|rode|hurried)\b(?:(?! will | is to )[^;:])* to $"
)


TALKS_WITH = re.compile(
    r"\b(?:after|during|at|following|before|in|for|on) (?:an?|the|his|her|Q\d+|their|N\d+)? ?(?:[a-z-]+ ){0,2}(?:meetings?|talks|conversations?|audience|discussions|negotiations|lunch|dinner|summit) (?:[a-z]+ )?(?:here |there |D\d+ |on D\d+ )*with (?P<list>(?:the )?(?:visiting )?(?:[AC]\d+ (?:'s )?)?P\d+(?:(?: of (?:the )?C\d+)?(?: ,| and| , and) (?:the )?(?:[AC]\d+ (?:'s )?)?P\d++(?! (?:said|told|[a-z]+ed)\b))*)"
)


def talks_with(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H said after a meeting with G": the foreigner of the two, at the place said or the scene."""
    low, high = clause_around(sentence, match.start())
    actors = agents(context, sentence, match.start())
    targets = people(context, sentence, [int(n) for n in re.findall(r"P(\d+)", match.group("list"))])
    persons = [p[0] for p in [*actors[:1], *targets] if p]
    if len({e.country for e in persons}) < 2 or REMOTE.within(sentence, sentence.coded[low:high]):
        return []
    before = sentence.coded[low : match.start()]
    if re.search(r"\bto (?:the )?L\d+ $", before):
        return []
    if match.group().startswith(("after ", "following ")) and re.search(r"\b(?:back|home) in [^;]*$", before):
        return []  # "was back in Y after talks with Z": those were elsewhere
    stop = re.compile(r" and | , ").search(sentence.coded, match.end())
    place = stated_place(context, sentence, match.start(), match.start(), stop.start() if stop else high, None)
    kind = local_kind(sentence, match.end(), low, high)
    if place is None and match.group().startswith("for "):
        place = where_told(context, sentence, match.start(), persons[0])
        kind = "summit" if len(targets) > 1 and kind == "unspecified" else kind
    if place is None:
        place, kind = _scene_of(context, sentence, match.start(), persons, kind)
        if place is None or _abroad(context, sentence, persons, place, Realis(Status.DONE)):
            return []
    realis = guard(context, sentence, match, Realis(Status.DONE))
    if re.search(r"\b(?:will|is to|are to|due to|scheduled|expected|planned)\b", sentence.coded[low : match.start()]):
        realis = Realis(Status.PLANNED) if realis.status else realis
    guests = [e for e in dict.fromkeys(persons) if e.country != place.country and is_traveller(context, e)]
    when = visit_when(context, sentence, match.end(), realis)
    return make_each(context, sentence, "visit-talks-with", guests, place, kind, when, realis, weak=True)


HONOURED = re.compile(
    r"\b(?P<what>dinner|banquet|lunch|luncheon|reception|ceremony|parade)\b[^;]{0,60}? (?:in honou?r of|for|in Q\d+ honou?r) (?:the )?(?:visiting )?(?:[AC]\d+ (?:'s )?)?(?P<guest>P\d+)"
)


def honoured(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H gave a dinner in Y in honour of G"."""
    targets = people(context, sentence, [int(match.group("guest")[1:])])
    low, high = clause_around(sentence, match.start())
    if not targets or REMOTE.within(sentence, sentence.coded[low:high]):
        return []
    place = stated_place(context, sentence, match.start(), low, high, targets[0][0])
    hosts = agents(context, sentence, match.start())
    if place is None and hosts:
        place = _home_of(context, sentence, hosts[0], targets)
    guests = travellers(targets, place.country if place else None)
    realis = guard(context, sentence, match, Realis(Status.DONE))
    if re.search(r"\b(?:will|is to|are to|plans? to)\b", sentence.coded[low : match.start()]):
        realis = Realis(Status.PLANNED)
    when = visit_when(context, sentence, match.start(), realis)
    return make_each(context, sentence, "visit-honoured", guests, place, "unspecified", when, realis, weak=True)


PASSIVE = re.compile(
    r"\b(?:was|were|is|been|being|be|are) (?:(?:also|then|later|first|warmly|personally|afterwards|solemnly|being|already|ceremonially|separately|to be|himself) )*"
    r"(?P<verb>received|welcomed|greeted|hosted|met|seen off|accorded|granted|saluted|feted|the guest of|presented)\b(?P<tail>[^;]{0,140})"
)


def passive(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "G was received by H (in Y)"."""
    tail = match.group("tail")
    realis = guard(context, sentence, match, of_group(sentence.coded[max(0, match.start() - 40) : match.start("verb")]))
    if re.search(
        r"\b(?:will|is to|due to|expected to|scheduled to) (?:[a-z]+ )?(?:be )?$", sentence.coded[: match.start("verb")]
    ):
        realis = Realis(Status.PLANNED) if realis.status else realis
    pools = agents(context, sentence, match.start())
    if not pools or REMOTE.within(sentence, sentence.coded[match.start() : match.end("verb") + 40]):
        return []
    by = re.search(r"\b(?:by|of) (?:(?!by )[^;]){0,60}?([PC]\d+)", tail) if match.group("verb") != "presented" else None
    low, high = clause_around(sentence, match.start())
    high = _up_to_next_day(context, sentence, match.end("verb"), high)
    place = stated_place(context, sentence, match.end("verb"), low, high, pools[0][0])
    if place is None and by:
        state = context.state_of(sentence.unit(by.group(1)))
        told = scene(context, sentence)
        if state:
            place = told if told and told.country == state else frame_city(context, state)
    if place is None:
        return []
    guests = [g for g in travellers([p[:2] for p in pools], place.country) if is_traveller(context, g)]
    when = visit_when(context, sentence, match.end("verb"), realis)
    made = make_each(context, sentence, "visit-received", guests, place, tail_kind(tail), when, realis, weak=not by)
    for further in _AND_IN.finditer(sentence.coded, match.end("verb"), high):
        stop = place_at(context, sentence, int(further.group("to")[1:]))
        guests = travellers([p[:2] for p in pools], stop.country)
        made += make_each(context, sentence, "visit-received", guests, stop, "unspecified", when, realis)
    return made


def _up_to_next_day(context: Context, sentence: Sentence, at: int, high: int) -> int:
    """Where the next verb stands, if it has a day of its own: "was received by H, and on Tuesday met J in Z"."""
    unit = sentence.at(at - 1)
    later = (c for c in context.clauses(sentence) if c.form == "finite" and c.verb.start > unit and c.dates)
    return next((min(high, sentence.offsets[c.verb.start]) for c in later if c.dates[0] < c.verb.start), high)


# "was received in Y by H and in Z by J": the second place
_AND_IN = re.compile(
    r"(?: ,)? (?:and|,)(?: (?:then|later|also|on|D\d+|finally|,))* in (?:the )?(?P<to>[LC]\d+)(?= by\b)"
)


def met(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X met Y": at the place said the foreigners are guests; without one the foreigner of the two is the guest at the scene."""
    if len(sentence.of("P", "H", "Q")) < 2 and not sentence.of("G"):
        return []
    low, high = clause_around(sentence, match.start())
    if REMOTE.within(sentence, sentence.coded[low:high]):
        return []
    told = " by " in sentence.coded[match.end() : match.end() + 60]
    if not told and match.group("verb") in _PAPERWORK and _BEEN.search(sentence.coded[: match.start()]):
        return []
    targets = people(context, sentence, objects(context, sentence, match.end()))
    actors = agents(context, sentence, match.start())
    if (
        match.group("verb")
        in ("has", "had", "have", "having", "brought", "saw", "sees", "see", "seen", "faced", "faces")
        and not targets
    ):
        return []
    persons = [p[0] for p in [*actors, *targets] if p]
    if len({e.country for e in persons}) < 2:
        return []
    realis = _realis(context, sentence, match)
    low = max(low, _had_from(sentence, low, match.start()))
    place = _of_clause(context, sentence, match.start(), low, high)
    kind = local_kind(sentence, match.end(), low, high)
    if place is None and not _aside(sentence, low, match.start()):
        persons = _with_host(context, sentence, actors, persons)
        place, kind = _scene_of(context, sentence, match.start(), persons, kind)
    if (
        place is None
        or realis.status is None
        or (place.basis is not Basis.SAID and _abroad(context, sentence, persons, place, realis))
    ):
        return []
    if kind == "unspecified" and len({e.country for e in persons}) > 2:
        kind = "summit"
    ranks = HEADS if match.group("verb").startswith(("sign", "exchange")) else LEADERS
    guests = [
        e
        for e in dict.fromkeys(persons)
        if e.country != place.country and (e.office in ranks or (ranks is LEADERS and is_traveller(context, e)))
    ]
    when = visit_when(context, sentence, match.end(), realis)
    return make_each(context, sentence, "visit-talks", guests, place, kind, when, realis, weak=True)


def _of_clause(context: Context, sentence: Sentence, at: int, low: int, high: int) -> Place | None:
    """The place that the clause of a verb gives."""
    clause = context.clause_at(sentence, sentence.at(at))
    if clause is None:
        return stated_place(context, sentence, at, low, high, None)
    found = ClauseArguments(context, sentence).place(clause, ("in", "at", "near", "outside", "on", ""), None)
    return found[0] if found else None


# "the plan was agreed when she came": nobody's act
_PAPERWORK = frozenset("agreed signed discussed exchanged announced chaired".split())
_BEEN = re.compile(r"\b(?:was|were|been|being|be|is|are) (?:[a-z]+ )?$")


def _had_from(sentence: Sentence, low: int, at: int) -> int:
    """Where a clause in the past perfect begins ("..., which X and Y had signed"): a place before it is the main clause's."""
    if not re.search(r"\bhad (?:[a-z]+ )?$", sentence.coded[low:at]):
        return low
    opened = [
        m.end() for m in re.finditer(r" (?:which|after|before|since|whom) ", sentence.coded[:at]) if m.end() > low
    ]
    days = [n for n in sentence.of("D") if low <= sentence.offsets[n] < at]
    opened += [sentence.offsets[n] for n in days if sentence.units[n].word.endswith((" after", " before"))]
    return max(opened, default=low)


def _abroad(context: Context, sentence: Sentence, persons: list[Entity], place: Place, realis: Realis) -> bool:
    """True where one of those who meet is told to be the other's guest, or to become it: then that is where they meet, not the scene."""
    names = {e.name for e in persons}
    homes = {e.country for e in persons}
    told = [c.claim for c in context.told if not c.background or sentence.index - c.sentence < 2]
    made = (v for v in told if isinstance(v, Visit) and v.status in (Status.DONE, realis.status))
    return any(v.leader in names and v.host in homes and v.host != place.country for v in made)


def _aside(sentence: Sentence, low: int, at: int) -> bool:
    """True where a verb stands in a clause that tells of another time, another place or only of an aim."""
    if _ASIDE.search(sentence.coded[low:at]) or _THERE_OF.search(sentence.coded, 0, at):
        return True
    days = [n for n in sentence.of("D") if sentence.units[n].word.endswith((" after", " before"))]
    told = (sentence.coded[sentence.offsets[n] :] for n in days if low <= sentence.offsets[n] < at)
    return any(re.match(r"D\d+ [PHG]", words) for words in told)


# A verb in such a clause tells of another time or only of an aim; "came from Y, where he met H" of Y.
_THERE_OF = re.compile(r"\b(?:from|to|in|visited) (?:the )?[LC]\d+ , where (?:[PHG]\d+ )?(?:had |has |also |later )*$")
_ASIDE = re.compile(
    r"\b(?:after|since|before|until|unless|once|by which|in which|for which|to|if|where) (?:(?!, )[^;:])*$"
)


def _with_host(context: Context, sentence: Sentence, actors: list[list[Entity]], persons: list[Entity]) -> list[Entity]:
    """A pronoun that may mean the host of the scene means him, where nobody else there is at home."""
    told = scene(context, sentence)
    if told is None or len(actors) != 1 or any(e.country == told.country for e in persons):
        return persons
    host = next((e for e in actors[0][:4] if e.country == told.country), None)
    return [host, *persons[1:]] if host else persons


def _scene_of(
    context: Context, sentence: Sentence, at: int, persons: list[Entity], kind: str
) -> tuple[Place | None, str]:
    """The scene of a meeting told without a place: one of those who meet must be at home there."""
    near = context.date_near(sentence, at, False)
    on = context.analysis.on
    old = (
        near.date is not None and on is not None and (on.first - near.date.last).days > 31
        if near
        else context.is_history(sentence)
    )
    if old or re.search(
        r"\b(?:last|previously|earlier|once) (?:[a-z]+ )?(?:met|talked|seen|sat|conferred)\b", sentence.coded
    ):
        return None, kind
    told = scene(context, sentence)
    if told is None or all(e.country != told.country for e in persons) or met_elsewhere(context, persons, told):
        return None, kind
    if told.basis is Basis.DATELINE and on_the_phone(context, sentence, persons):
        return None, kind
    return told, "summit" if kind == "unspecified" and _at_event(context, sentence) else kind


def _at_event(context: Context, sentence: Sentence) -> bool:
    """True where the paragraph's head or the piece's first sentence sets the scene at a gathering of many."""
    sentences = context.analysis.sentences
    heads = [s for s in sentences[max(0, sentence.index - 3) : sentence.index] if s.paragraph == sentence.paragraph]
    told = (_TOPICS.sub("", s.coded) for s in [sentences[0], *heads])
    return any(event_in(words) and not re.search(rf"\b{NOUN}\b", words) for words in told)


# what leaders talk about is not where they are: "discussed plans for a summit"
_TOPICS = re.compile(
    r"\b(?:discuss\w*|t(?:alk|alks|alked|alking) (?:about|over|on)|propos\w+|prepar\w+|raised|ahead of|before|agreed to|plans? for)\b[^;:]*"
)
