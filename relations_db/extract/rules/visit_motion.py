""" "X arrived in Y", "X visited Y", "a tour that takes him to Y": verbs of motion."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place
from relations_db.extract.loci import LIST_LEAD, Locus, loci
from relations_db.extract.rules.visit_ahead import dated_ahead
from relations_db.extract.rules.visit_itinerary import A_STOP, stops_made
from relations_db.extract.rules.visit_journeys import before_going, left_behind, not_of_origin, when_there
from relations_db.extract.rules.visit_kinds import EVENT_WORDS, NOUN, clause_kind
from relations_db.extract.rules.visit_lengths import stay_notes
from relations_db.extract.rules.visit_onward import in_turn
from relations_db.extract.rules.visit_parts import each_stop, implied_host, make_each
from relations_db.extract.rules.visit_realis import clause_around, guard, headline_future
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_for
from relations_db.extract.rules.visit_who import agents, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.language.verbs import PAST, forms_of
from relations_db.values import Basis, Status

# True where the bare form is past tense, a participle or the present of a headline; False where it is an infinitive too.
_MOTION = {
    "arrived": True, "arrives": True, "arrive": False, "arriving": True, "landed": True, "lands": True, "land": False, "flew": True, "flies": True, "fly": False,
    "flying": True, "travelled": True, "traveled": True, "travels": True, "travel": False, "travelling": True, "traveling": True, "went": True, "goes": True,
    "go": False, "going": True, "came": True, "comes": True, "come": False, "coming": True, "headed": True, "heads": True, "head": False, "heading": True,
    "left": True, "leaves": True, "leave": False, "departed": True, "departs": True, "depart": False, "jetted": True, "proceeded": True, "proceeds": True,
    "reached": True, "reach": False, "drove": True, "journeyed": True, "touched": True, "touches": True, "emplaned": True, "set": True, "sets": True, "flown": True, "gone": True,
    "disembarked": True, "alighted": True, "moved": True, "moves": True, "continued": True, "continues": True, "continue": False, "crossed": True, "stopped": True, "stop": False, "stops": True, "stepped": True, "took": True,
    "take": False, "takes": True, "taking": True, "made": True, "hurried": True, "rushed": True, "sailed": True, "transited": True, "returned": True}  # fmt: skip
MOTION = re.compile(rf"\b(?P<verb>{'|'.join(_MOTION)})\b")
# "is coming to Y": not yet
_GOING = frozenset("coming going flying travelling traveling arriving".split())
_LEAVING = frozenset(
    "left leaves leave departed departs depart headed heads head heading emplaned set sets took take takes taking made".split()
)
_LOOSE = frozenset(
    "came comes come goes go went going left moved moves continued continues reached crossed touched stopped stop stops stepped set".split()
)
_ARRIVING = ("arriv", "land", "flew", "flown", "fli", "goes", "touch", "came", "come", "reach", "stepped", "went", "travel")  # fmt: skip
_NEEDS = {
    "took": "off", "take": "off", "takes": "off", "taking": "off", "set": "off|out|foot", "sets": "off|out|foot", "touched": "down", "touches": "down", "stepped": "off|out|down",
    "made": "for",
}  # fmt: skip
# What may stand between a verb of motion and its place.
_BETWEEN = re.compile(
    r"(?: (?:down|off|out|over|on|back|home|straight|again|once more|foot|by [a-z]+|the overnight [a-z]+|the [a-z]+|an? (?:train|plane|jet|helicopter)|in (?:the|his|her) (?:[a-z]+ )?(?:plane|train|aircraft)|"
    r"(?:(?:on|in|late|early|later|for the|by) )*(?:the )?D\d+(?: (?:morning|night|evening|afternoon))?|O\d+|early|late|officially|directly|alone|himself|herself|,|"
    r"from [LC]\d+(?: , \w+)?|from there|from here|[LC]\d+|for the (?:first|second|third|fourth|fifth|last|O\d+) time|together|on an?(?: [a-z-]+){1,4}? (?:visit|trip|tour)|"
    r"at the (?:head of [a-z -]+|invitation of [PHC]\d+)|with [a-zNO\d -]{3,50}|accompanied by [a-z ]{3,40}|by plane|soon|next|then|too|long after midnight|with H\d+|"
    r"after [a-z ]{3,30}|in the (?:morning|evening|afternoon)|before dawn|at dawn|unexpectedly|there))*?"
)


def motion(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X arrived in Y", "X left for Y", "X is to fly to Y"."""
    verb = match.group("verb")
    found = _target(sentence, match, verb)
    if found is None:
        return []
    if verb in ("stop", "stops") and A_STOP.search(sentence.coded, max(0, match.start() - 40), match.start()):
        return stops_made(context, sentence, match, found)
    first = _first_at(sentence, match)
    acting = agents(context, sentence, match.start() if first is None else first)
    pools = not_of_origin(context, sentence, match, acting)
    place = place_for(context, sentence, found, pools[0][0] if pools else None)
    if place is None or not pools or _homeward(sentence, pools[0], place, match):
        return []
    realis = _motion_realis(context, sentence, match, verb)
    when = visit_when(context, sentence, match.end(), realis)
    when = when_there(context, sentence, found.end, realis) or when
    when = before_going(sentence, match, found, when) if realis.status is Status.DONE else when
    if verb in _LEAVING and (stay := _IN_BRACKETS.match(sentence.coded, found.end)):
        told = context.resolve(sentence, int(stay.group(1)), realis.status is not Status.DONE)
        when = told if told.until else when  # "departs on Monday for Y (21-23 May)"
    notes = stay_notes(sentence, found.end, first is None and verb.startswith(_ARRIVING))
    kind = clause_kind(sentence, found.end)
    made: list[Candidate] = []
    places = each_stop(context, sentence, found.unit, when, realis) if found.unit is not None else [(place, when)]
    for stop, day in places:
        guests = travellers(pools, stop.country)
        day = in_turn(context, sentence, match, guests, day, realis)
        made += make_each(
            context, sentence, "visit-motion", guests, stop, kind, day, realis, notes if len(places) == 1 else {}
        )
    return made + left_behind(context, sentence, match, pools, place, realis)


_IN_BRACKETS = re.compile(r" [^;:()]{0,80}?\( D(\d+) \)")


def _target(sentence: Sentence, match: Match[str], verb: str) -> Locus | None:
    """The place phrase that completes a verb of motion."""
    coded = sentence.coded
    if (word := _NEEDS.get(verb)) and not re.match(rf" (?:{word})\b", coded[match.end() :]):
        return None
    if verb == "reached":
        direct = re.compile(r" (?:the )?(?:A\d+ (?:city|capital|resort) (?:of )?)?([LC]\d+)").match(coded, match.end())
        if direct:
            return Locus(direct.start() + 1, direct.end(), "to", int(direct.group(1)[1:]), "")
    for locus in loci(sentence, match.end(), match.end() + 160):
        gap = coded[match.end() : locus.start].rstrip()
        if locus.prep in ("from", "of", "via", "near", "outside", "through", "across"):
            continue
        if not _BETWEEN.fullmatch(gap):
            return None
        return locus if _fits(verb, locus, coded) else None
    return None


def _fits(verb: str, locus: Locus, coded: str) -> bool:
    if verb in _LEAVING and locus.prep not in ("for", "to"):
        return verb in ("set", "sets") and "foot" in coded
    if verb in _LOOSE and locus.prep in ("at", "into"):
        return False
    if verb in ("left", "leaves", "leave", "departed", "departs") and locus.prep == "to":
        return False
    if verb in ("went", "goes", "go") and locus.prep in ("in", "for"):
        return False
    if re.match(
        r" (?:'s? (?:request|invitation|side|exports?)|- based|exports?|goods|gas|oil|troops|embassy)\b",
        coded[locus.end :],
    ):
        return False
    return not (verb == "returned" and locus.prep == "in")


def _homeward(sentence: Sentence, pool: list[Entity], place: Place, match: Match[str]) -> bool:
    """True where the likeliest subject is at home in the place: "she flies back to Berlin"."""
    back = re.search(
        r"\b(?:back|home|returned|returns|return)\b", sentence.coded[max(0, match.start() - 12) : match.end() + 12]
    )
    return pool[0].country == place.country and (bool(back) or len(pool) == 1)


def _motion_realis(context: Context, sentence: Sentence, match: Match[str], verb: str) -> Realis:
    if _was_first(sentence, match):
        return guard(context, sentence, match, Realis(Status.DONE))
    group = verb_group(sentence, match.start())
    realis = of_group(group, _MOTION[verb])
    before = sentence.coded[max(0, match.start() - 50) : match.start()]
    progressive = verb in _GOING and realis.status is Status.DONE
    if progressive and re.search(r"\b(?:is|are|'s) (?:also |next |then |not )?$", before):
        realis = Realis(Status.PLANNED)
    was = progressive and re.search(r"\b(?:was|were) (?:also |now )?$", before)
    if was and dated_ahead(sentence, match.start(), match.end() + 60):
        return guard(context, sentence, match, Realis(Status.PLANNED))  # "said he was going to Y next week"
    if re.search(r"\b(?:refused|denied) [^,;]*(?:leave|permission) to $", before):
        return Realis(Status.CANCELLED)
    if re.search(r"\b(?:should|was to|were to|was due to|would) have (?:[a-z]+ )?$", before):
        return Realis(Status.CANCELLED)
    if not _MOTION[verb] and realis.status is Status.DONE:
        if re.search(r"\b(?:have|has|had|having) (?:[a-z]+ )?$", before):
            realis = Realis(Status.DONE, "had" in before)
        elif re.search(r"\b(?:did|to) ", group):
            realis = Realis(Status.PLANNED)
        elif re.search(
            r"\b(?:suggest\w*|propos\w*|ask\w*|wish\w*|hop\w+|urg\w+) (?:that )?(?:the )?[PH]\d+ (?:should )?$", before
        ):
            return Realis(Status.PROPOSED)
        else:
            realis = Realis(None, reason="not asserted")
    ahead = re.search(
        r"\b(?:will|is to|are to|plans? to|is due|expected to|scheduled to|is set to|is going)\b",
        sentence.coded[: match.start()],
    )
    if (
        verb.endswith("ing")
        and re.search(r"\bbefore (?:[a-z]+ )?$", before)
        and (ahead or not _done_around(context, sentence, match.start()))
    ):
        realis = Realis(Status.PLANNED)
    return headline_future(context, sentence, match, verb, guard(context, sentence, match, realis))


def _done_around(context: Context, sentence: Sentence, at: int) -> bool:
    """True where the clause on which a participle hangs tells of something done: "before coming to Y he visited Z"."""
    unit = sentence.at(at)
    clause = next((c for c in context.clauses(sentence) if c.verb.head == unit), None)
    words = (
        [sentence.units[n].word for c in (clause.governor,) if c for n in range(c.verb.start, c.verb.end)]
        if clause
        else []
    )
    return any(PAST in known[1] for w in words if (known := forms_of(w))) or "had" in words


CAME = re.compile(
    r"\b(?P<verb>visited(?= D\d| on D\d| in D\d| days? | weeks? | earlier | again | last | twice|, who)|came|comes|come|arrived|arrives|arriving|flew in|flies in|flown in|landed|travelled|traveled|disembarked|touched down|be back|is back|are back)(?: over| here| down| again| back)*"
    r"(?: earlier(?: in the day| on)?| in the (?:morning|evening|afternoon)| early| late)?(?= from (?:the )?[LC]\d+| (?:D\d+ )?(?:for|on|to attend|with|together|by|in person|along) | , (?:on|for|accompanied|to) | (?:[a-z]+ )?(?:days?|weeks?|hours|shortly|soon|months?) after| D\d+(?: |$)| on D\d+| in D\d+| the day before| at P\d+ 's| twice| \.$| at (?:the )?(?:[a-z-]+ ){0,3}(?:airport|airfield|air base|railway station))"
)
# "flew in from Y on Monday", "touched down at the airport the evening before"
_DATED = re.compile(
    r"(?: from (?:the )?[LC]\d+| at (?:the )?(?:[a-z-]+ ){0,3}(?:airport|airfield|air base|railway station))?(?: (?:on|in|late|early))*(?: the)? D\d+"
)


# where the words that go with "came" end: another clause, another verb
_PHRASE_END = re.compile(
    r" [;:] | when | , (?!on |for |accompanied|to )|(?<=D\d )and (?!D)| and (?=[a-z]+(?:ed|s|t|ew) )"
)


def came(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X came for the first time, on a state visit": the place is the story's."""
    tail = sentence.coded[match.end() : match.end() + 140]
    phrase = _PHRASE_END.split(tail[:60])[0]
    if re.search(r"\b(?:in|to|at) (?:the )?(?:[a-z]+ ){0,2}[LC]\d+", phrase) and not re.match(r" at P\d+", tail):
        return []
    low, _ = clause_around(sentence, match.start())
    dated = _DATED.match(tail) or re.search(
        r"\b(?:in|on)? ?D\d+ (?:[PH]\d+ )?(?:had |also |again )*$", sentence.coded[low : match.start()]
    )
    if not dated and not re.search(
        rf"\b(?:{NOUN}|{EVENT_WORDS}|time|it|days|suggestion|invitation|talks|hours|ministers|delegation|wife|spouse|occasion|signing|person|motorway|road|train|car|ferry|boat|helicopter|plane|bus|air|land|sea)\b",
        tail,
    ):
        return []
    realis = _came_realis(context, sentence, match)
    pools = agents(context, sentence, match.start())
    if not pools:
        return []
    place = _of_the_other(context, sentence, match, pools[0][0]) or implied_host(
        context, sentence, pools[0][0], match.start()
    )
    if place is None:
        return []
    when = visit_when(context, sentence, match.end(), realis)
    if re.match(r" from\b", tail):
        low, _ = clause_around(sentence, match.start())
        where = tail.find(" , where ")
        limit = (low, match.end() + where if where > 0 else len(sentence.coded))
        when = context.date_near(sentence, match.end(), False, limit) or UNKNOWN
        if when.date is None:
            return []
    return make_each(
        context,
        sentence,
        "visit-came",
        travellers([p[:1] for p in pools], place.country),
        place,
        clause_kind(sentence, match.end()),
        when,
        realis,
        stay_notes(sentence, match.end(), True),
    )


def _of_the_other(context: Context, sentence: Sentence, match: Match[str], guest: Entity) -> Place | None:
    """ "J said that she had liked G, who visited in May": in the state of J."""
    if not match.group("verb").startswith("visited"):
        return None
    numbers = [n for n in sentence.of("P") if sentence.offsets[n] < match.start()]
    others = (p[0] for p in people(context, sentence, numbers))
    host = next((e.country for e in others if e.country and e.country != guest.country), None)
    return Place(None, host, Basis.FRAME) if host else None


def _came_realis(context: Context, sentence: Sentence, match: Match[str]) -> Realis:
    verb = match.group("verb")
    if not verb.endswith(" back") and verb != "visited":
        return _motion_realis(context, sentence, match, verb.split()[0])
    return guard(context, sentence, match, of_group(verb_group(sentence, match.start())))


VISITED = re.compile(
    r"\b(?P<verb>visited|visits|visit|visiting|toured|tours|touring)(?P<mid>(?: D\d+| ,| only| briefly| both| neighbouring| nearby)*) "
    rf"(?:the )?{LIST_LEAD}?(?:(?:neighbou?ring|friendly|capital|city|of|A\d+|republic|'s) )*(?P<to>[LC]\d+)"
    r"(?! 's? (?:[a-z]+ )?(?:plant|factory|museum|university|embassy|house|airport))"
)


def visited(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X visited Y", "X will visit Y", "X, visiting Y"."""
    realis = _visited_realis(context, sentence, match)
    first = _first_at(sentence, match)
    pools = agents(context, sentence, match.start() if first is None else first)
    after = re.compile(r" (?:was|is|remains) (?:the )?(P\d+)").match(sentence.coded, match.end())
    if after and match.group("verb") == "visit":
        pools, realis = (
            people(context, sentence, [int(after.group(1)[1:])]),
            guard(context, sentence, match, Realis(Status.DONE)),
        )
    if realis is None or not pools:
        return []
    found: list[Candidate] = []
    if match.group("verb") == "visiting" and re.search(r"\b(?:after|before|on) $", sentence.coded[: match.start()]):
        stop = sentence.coded.find(" , ", match.end())
        near = context.date_near(
            sentence, match.end(), None, (match.start(), stop if stop > 0 else len(sentence.coded))
        )
        when = near or UNKNOWN
    else:
        when = visit_when(context, sentence, match.end(), realis)
    kind = clause_kind(sentence, match.end())
    for place, day in each_stop(context, sentence, int(match.group("to")[1:]), when, realis):
        guests = travellers(pools, place.country)
        found += make_each(context, sentence, "visit-verb", guests, place, kind, day, realis)
    return found


def _visited_realis(context: Context, sentence: Sentence, match: Match[str]) -> Realis | None:
    """Realis of a verb of visiting; None where the word is a noun or a mere wish told elsewhere."""
    verb = match.group("verb")
    if verb == "visit" and _was_first(sentence, match):
        return guard(context, sentence, match, Realis(Status.DONE))
    realis = of_group(verb_group(sentence, match.start()))
    before = sentence.coded[max(0, match.start() - 60) : match.start()]
    if (
        verb == "visits"
        and re.search(r"\b(?:when|as|while) (?:the )?[PH]\d+ $", before)
        and re.search(r"\b(?:will|is to|are to)\b", sentence.coded)
    ):
        return Realis(Status.PLANNED)
    if verb == "visits" and re.search(
        r"\b(?:of|by|the|D\d+|state|official|these|such|his|her|Q\d+|two|three|high-level|mutual|and|recent)\s$", before
    ):
        return None
    if re.search(r"\b(?:invit\w+|asked|urged)\b[^.;]* to (?:[a-z]+ )?$", before):
        return None
    if verb in ("visit", "tours", "tour") and realis.status is Status.DONE:
        if not re.search(r"\b(?:to|did|not|and|will|would) $", before):
            return None
        realis = Realis(Status.DONE if _was_first(sentence, match) else Status.PLANNED)
    if verb == "visiting" and re.search(r"\b(?:without|instead of) $", before):
        return None
    if verb == "visiting" and re.search(r"\bbefore $", before) and re.search(r"\b(?:will|is to|due)\b", sentence.coded):
        realis = Realis(Status.PLANNED)
    return headline_future(context, sentence, match, verb, guard(context, sentence, match, realis))


_FIRST = re.compile(
    r"(?<!be )(?:^|^D\d+ - |\b(?P<verb>was|became|becomes|becoming|is|remains?|as|had been) |, )(?:P\d+(?: of (?:the )?C\d+)?(?: since D\d+| (?:in|for) (?:[a-z]+ ){0,3}(?:[DN]\d+(?: years?)?|years|decades)| of (?:Q\d+|the|[AC]\d+ 's) (?:country|nation|kind|state|office|republic))?|(?:the|only the) (?:first|last|second|only|latest|O\d+|most senior|highest|highest-ranking|top)\b[^,;:]*) to $"
)


def _was_first(sentence: Sentence, match: Match[str]) -> bool:
    """ "became the first president to visit Y": a visit that took place."""
    return bool(
        _FIRST.search(sentence.coded[: match.start()])
        and not re.search(r"\b(?:will|would|is to|due to|expected to) ", sentence.coded[: match.start()])
    )


def _first_at(sentence: Sentence, match: Match[str]) -> int | None:
    """The verb whose subject is the first to go: "X was the first to visit Y"."""
    found = _FIRST.search(sentence.coded[: match.start()])
    return (
        found.start("verb")
        if found and found.group("verb") in ("was", "became", "becomes", "is", "remains", "had been")
        else None
    )
