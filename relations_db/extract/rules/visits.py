"""Visits: who travelled where. Constructions of docs/reference/rules.md, section Visits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule, Where
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.language.analysis import Sentence
from relations_db.language.persons import Entity
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Basis, Kind, PartialDate, Status, Visit

_KINDS = (
    ("state", re.compile(r"\bstate\b")),
    ("private", re.compile(r"\b(?:private|unofficial|personal|holiday|vacation|umrah|pilgrimage|medical)\b")),
    ("working", re.compile(r"\b(?:working|work)\b(?! group)")),
    ("official", re.compile(r"\bofficial\b")),
    ("transit", re.compile(r"\b(?:stopover|transit|refuelling|refueling|layover)\b")),
)
_NOUN = r"(?:visits?|trips?|tours?|stays?|journeys?|stopovers?|stop-?overs?|missions?|sojourn|swing|layover|pilgrimage|voyage)"
_MOD = (
    r"(?:state|official|working|work|private|unofficial|personal|friendly|friendship|goodwill|introductory|brief|short|long|first|second|third|fourth|fifth|sixth|seventh|final|"
    r"last|latest|recent|previous|earlier|upcoming|forthcoming|planned|scheduled|expected|proposed|possible|historic|landmark|rare|surprise|unannounced|secret|return|reciprocal|"
    r"maiden|inaugural|overseas|foreign|bilateral|high-level|high-profile|top-level|one-day|two-day|three-day|four-day|five-day|six-day|seven-day|eight-day|nine-day|ten-day|"
    r"week-long|weeklong|day-long|daylong|overnight|hour-long|several-day|\d+-day|half-day|long-awaited|much-anticipated|whirlwind|whistle-stop|regional|asian|european|african|"
    r"ministerial|presidential|royal|papal|apostolic|pastoral|familiari[sz]ation|current|present|ongoing|coming|next|own|very|three-nation|two-nation|\w+-nation|\w+-country|\w+-leg|"
    r"special|successful|fruitful|important|significant|new|another|diplomatic|business|courtesy|solidarity|lightning|combined|joint|year|day|days|week|month|fraternal|brotherly|days'|"
    r"O\d+|N\d+|D\d+|and|,|-|of|\"|'s|so-called|to-be|one|follow-up|postponed|delayed|cancelled|first-ever|ever|quick|flying|symbolic|solo|separate|round-the-world|southeast|central|south|east|west|north|latin)"
)
_DET = r"(?:the|a|an|this|that|another|any|each|its|their|our|my|your)"
NOMINAL = re.compile(
    rf"\b(?P<poss>(?:[PHQCAL]\d+|leader|president)(?: 's| ')? )?(?P<det>{_DET} )?(?P<mods>(?:{_MOD} )*?)(?P<loc>(?:[LC]\d+ ))?(?P<noun>{_NOUN})\b(?! (?:by|of) (?:an? )?(?:delegation|N\d+))"
)
_TO = re.compile(
    r"^(?P<gap>(?: (?:that|which) (?:the )?(?P<payer>[PHL]\d+)(?: chief| leader)? (?:paid|made|is paying|was paying|will pay|began|had paid)| (?:by|of|from) (?P<by>[PHG]\d+)| (?:paid|made|scheduled|planned|undertaken|conducted|due|set|slated)| (?:on|in|from|for|later|earlier|at|between)? ?(?:the )?D\d+(?: (?:to|until|-|and) D\d+)?| here| back| ,| there| last| next|"
    r" of (?:one|two|three|four|five|six|N\d+) days?| this| officially|  )*?) (?:to|in|into|through|across|of) (?:the )?(?:(?:neighbou?ring|friendly|brotherly|capital|city|state|republic|kingdom|resort|southern|northern|eastern|western|whole|islamic|south|of|,|'s|A\d+|host) )*(?P<to>[LC]\d+)"
)
_HOME = re.compile(
    r"^(?: [a-zD0-9, ]{0,24})? (?:to|in) (?:our|this|the host|his|her|their|the) (?:country|capital|republic|nation)\b"
)
_DOMESTIC = re.compile(
    r"^(?: to)? (?:the )?(?:\w+ )?(?:region|province|oblast|district|school|museum|factory|plant|university|hospital|mosque|church|temple|cemetery|memorial|tomb|exhibition|base|site|front|mausoleum|house)\b"
)


# ------------------------------------------------------------------ who and where
def guests(context: Context, sentence: Sentence, number: int | None) -> list[Entity]:
    """Persons that a unit may mean."""
    if number is None:
        return []
    return [e for e in context.entities_at(sentence, number) if e.country]


def _persons(context: Context, sentence: Sentence, low: int, high: int) -> list[Entity]:
    found: list[Entity] = []
    for number in sentence.of("P"):
        if low <= sentence.offsets[number] < high:
            found += guests(context, sentence, number)
    return list(dict.fromkeys(found))


def _foreign(candidates: list[Entity], host: str | None) -> Entity | None:
    return next((e for e in candidates if e.country != host), None)


def kind_of(words: str) -> str:
    """The kind of a visit from the words before the noun; unspecified where none says it."""
    for kind, pattern in _KINDS:
        if pattern.search(words):
            return kind
    return "unspecified"


def _length(words: str) -> int | None:
    found = re.search(r"\b(?:(one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?:-day| days?\b)|overnight)", words)
    if not found:
        return None
    if not found.group(1):
        return 2
    names = {
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
    }
    return names.get(found.group(1)) or int(found.group(1))


def make(
    context: Context, sentence: Sentence, rule: str, guest: Entity | None, place: Place | None, kind: str, when: When, realis: Realis,
    offset: int, weak: bool = False, notes: dict[str, int] | None = None,
) -> list[Candidate]:  # fmt: skip
    """A candidate where guest and host are known and differ."""
    if guest is None or place is None or not guest.country or guest.country == place.country or realis.status is None:
        return []
    if guest.office == "envoy":
        return []
    claim = Visit(guest.name, guest.country, place.country, kind, place.city, when.date, when.until, realis.status)
    where: dict[str, Where] = {"host": (place.basis, place.span), "started_on": (when.basis, when.span)}
    if place.city:
        where["city"] = (place.basis, place.span)
    return [
        Candidate(
            claim, [(sentence.start, sentence.end)], rule, sentence.index, where, realis.background, weak, notes or {}
        )
    ]


def _when(context: Context, sentence: Sentence, offset: int, realis: Realis, nominal: bool = False) -> When:
    """The visit's first day as the sentence tells it; news without a date takes the document's day, history and plans none."""
    near = context.date_near(sentence, offset, realis.status in (Status.PLANNED, Status.PROPOSED) or None)
    if near:
        return near
    entry = context.entry_date(sentence.index)
    if entry:
        return entry
    if realis.status is Status.DONE and not realis.background and not nominal:
        return context.news_date()
    return UNKNOWN


def _place(context: Context, sentence: Sentence, number: int) -> Place:
    unit = sentence.units[number]
    if unit.code == "L":
        return context.place_of(unit)
    state = context.state_of(unit)
    assert state is not None
    city = context.place_near(sentence, sentence.offsets[number])
    if city and city.country == state:
        return city
    return Place(None, state, SAID, (unit.start, unit.end))


def _here(context: Context, guest: Entity | None) -> Place | None:
    here = context.here()
    if here and guest and here.country != guest.country:
        return here
    return None


# ------------------------------------------------------------------ "X's visit to Y"
def nominal(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A visit noun with its guest and host, from its own noun group, the verb that governs it, and the frame."""
    coded = sentence.coded
    after = coded[match.end("noun") :]
    if match.group("noun") in ("stay", "tour", "mission", "stays", "tours", "missions") and not (
        match.group("mods") or match.group("poss") or match.group("det")
    ):
        return []
    if _DOMESTIC.match(after) or re.match(r" (?:visa|visas|programme|program)\b", after):
        return []
    target = _TO.match(after)
    realis = _nominal_realis(context, sentence, match, after)
    if realis.status is None:
        context.ignore(Kind.VISIT, sentence, match.start(), match.end(), realis.reason)
        return []
    place = _nominal_host(context, sentence, match, target, after)
    guest, explicit = _nominal_guest(context, sentence, match, target, place)
    if guest is None and place is not None and context.guest and context.guest.country != place.country:
        guest, explicit = context.guest, False
    if place is None and guest is not None:
        place = _implied_host(context, sentence, guest, match.start())
    when = _nominal_when(context, sentence, match, target, realis)
    words = match.group("mods") + after[: target.start("to")] if target else match.group("mods")
    plain = target is None and not match.group("loc")
    if (
        plain
        and when.date is None
        and realis.status is Status.DONE
        and not re.search(
            r"\b(?:paid|made|began|on|arriv|start|is|was)\b", coded[max(0, match.start() - 30) : match.start()]
        )
    ):
        if not kind_of(words) or not explicit:
            return []
    when = _counted_day(context, sentence, match, when)
    begun = re.search(
        r"\b(?:arriv\w+|began|begins?|started|starts|flew in|landed|opened|kicked off|embarked)\b[^;]*$",
        coded[: match.start()],
    )
    notes = {"length": _length(words + after[:40]) or 0, "arrival": int(bool(begun))}
    return make(
        context,
        sentence,
        "visit-noun",
        guest,
        place,
        kind_of(words),
        when,
        realis,
        match.start(),
        weak=plain,
        notes=notes,
    )


_ORDINAL_DAY = re.compile(r"\b(?:the )?(?P<n>first|second|third|fourth|O\d+) day of (?:[a-zA-Z\d']+ ){0,4}?$")


def _counted_day(context: Context, sentence: Sentence, match: Match[str], when: When) -> When:
    """ "On the second day of his visit": the visit began so many days before."""
    found = _ORDINAL_DAY.search(
        sentence.coded[: match.start("noun") - len(match.group("mods"))]
    ) or _ORDINAL_DAY.search(sentence.coded[: match.start()])
    back = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(found.group("n")) if found else None
    day = when if when.date and when.basis is SAID else context.news_date()
    if back is None or day.date is None or day.date.day is None:
        return when
    return When(PartialDate.of(day.date.first - timedelta(days=back)), SAID, day.span)


def _nominal_realis(context: Context, sentence: Sentence, match: Match[str], after: str) -> Realis:
    coded = sentence.coded
    mods = match.group("mods")
    realis = around(sentence, match.start(), match.end())
    if realis.status is None or realis.status is Status.CANCELLED:
        return realis
    before = coded[max(0, match.start() - 70) : match.start()]
    if re.search(r"\b(?:upcoming|forthcoming|planned|scheduled|expected|coming)\b", mods):
        return Realis(Status.PLANNED)
    if re.search(r"\b(?:proposed|possible)\b", mods):
        return Realis(Status.PROPOSED)
    if re.search(
        r"\b(?:invit\w+|ask\w*|urg\w+)\b.*\bto (?:pay|make|undertake)? ?$|\binvitation (?:to|for)\b[^.]*$|\binvit(?:ed|es|ing)\b[^.;]*\b(?:to|for|on|pay)\b[^.;]*$",
        before,
    ):
        return Realis(Status.PROPOSED)
    if re.search(
        r"\b(?:ahead of|before|on the eve of|in preparation for|prepar\w+ for|preparations for|prior to)(?: [PQ]\d+(?: 's)?)? ?$",
        before,
    ):
        return Realis(Status.PLANNED)
    if re.search(r"\b(?:last|recent|latest|previous|earlier)\b", mods):
        return Realis(Status.DONE, background=True)
    if group := re.search(
        r"((?:[a-z']+ |D\d+ |, )*)(?:pay|make|undertake|conduct|begin|start|embark on|carry out|have|wrap up|conclude|leave for|depart for|arrive(?: in [LC]\d+)?(?: D\d+)? (?:on|for)|travel(?: to [LC]\d+)?(?: D\d+)? (?:on|for)|go(?: to [LC]\d+)? on|come(?: to [LC]\d+)? (?:on|for)|be(?: in [LC]\d+)? on) $",
        before,
    ):
        return of_group(group.group(1))
    return realis


def _nominal_host(
    context: Context, sentence: Sentence, match: Match[str], target: Match[str] | None, after: str
) -> Place | None:
    if target:
        place = _place(context, sentence, int(target.group("to")[1:]))
        city = re.match(r"^ (?:, |and |\( )?(?:in |to )?(?:the )?(L\d+)", after[target.end() :])
        named = context.place_of(sentence.unit(city.group(1))) if city else None
        return named if place.city is None and named and named.country == place.country else place
    if match.group("loc"):
        return _place(context, sentence, int(match.group("loc").strip()[1:]))
    if _HOME.match(after) or re.match(r" here\b", after):
        return context.here()
    before = sentence.coded[: match.start()]
    found = re.search(
        r"\b(?:arriv\w+|landed|flew|came|comes|is|was|has been|been|travel\w*|went|goes|went) (?:[a-zD0-9,]+ )*?(?:in|to|at|into) (?:the )?(?:[a-zA\d-]+ )*?([LC]\d+) (?:[a-zD0-9,()-]+ )*?(?:on|for|during|with|to start|to begin) $",
        before,
    )
    if found:
        return _place(context, sentence, int(found.group(1)[1:]))
    return None


def _nominal_guest(
    context: Context, sentence: Sentence, match: Match[str], target: Match[str] | None, place: Place | None
) -> tuple[Entity | None, bool]:
    host = place.country if place else None
    pool: list[Entity] = []
    if (poss := match.group("poss")) and poss[0] in "PQH":
        pool += guests(context, sentence, int(re.sub(r"\D", "", poss)))
    if target and (payer := target.group("payer")):
        number = int(payer[1:])
        state = context.state_of(sentence.units[number])
        pool = guests(context, sentence, number) or [
            e
            for e in context.analysis.entities
            if e.country == state and e.office in ("head_of_state", "head_of_government")
        ]
    if target and target.group("by"):
        pool += guests(context, sentence, int(target.group("by")[1:]))
    elif by := re.match(
        r"^ (?:(?:to|in) (?:the )?[LC]\d+ )?(?:D\d+ )?(?:by|of) ([PH]\d+)", sentence.coded[match.end("noun") :]
    ):
        pool += guests(context, sentence, int(by.group(1)[1:]))
    explicit = bool(pool)
    pool += guests(context, sentence, context.subject(sentence, match.start()))
    pool += _persons(context, sentence, 0, match.start())[::-1]
    guest = _foreign(pool, host) if host else (pool[0] if pool else None)
    return guest, explicit


def _implied_host(context: Context, sentence: Sentence, guest: Entity, offset: int) -> Place | None:
    """The other state of the story: the place said in the sentence, the dateline's, the visit told before, or the pair's."""
    near = context.place_near(sentence, offset)
    if near and near.country != guest.country:
        return near
    entry = context.entry_place(sentence.index)
    if entry and entry.country != guest.country:
        return entry
    if context.guest is guest and context.host:
        return Place(context.host_city, context.host, Basis.FRAME)
    if here := _here(context, guest):
        return here
    pair = context.local_pair(sentence.index)
    others = [s for s in pair or () if s != guest.country]
    if pair and guest.country in pair and len(others) == 1:
        return Place(None, others[0], Basis.FRAME)
    return None


def _nominal_when(
    context: Context, sentence: Sentence, match: Match[str], target: Match[str] | None, realis: Realis
) -> When:
    mods = match.group("mods") + (target.group("gap") if target else "")
    future = realis.status in (Status.PLANNED, Status.PROPOSED) or None
    if own := re.search(r"D(\d+)", mods):
        return context.resolve(sentence, int(own.group(1)), future)
    tail = sentence.coded[(match.end("noun") + (target.end() if target else 0)) :]
    if own := re.match(
        r" (?:, )?(?:(?:on|in|from|for|later|earlier|between|beginning|starting|back in|during|of|that began|which began|scheduled for|planned for|set for|slated for|due|this|last) ){0,2}(?:the )?D(\d+)",
        tail,
    ):
        return context.resolve(sentence, int(own.group(1)), future)
    return _when(
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


_EVENT_WORDS = (
    r"(?:summit|forum|conference|general assembly|congress|meeting of (?:the )?(?:council|heads|leaders)|session of the|ceremony|inauguration|funeral|coronation|parade|olympics|olympic|games|"
    r"consultative meeting|assembly|expo|celebrations?|festivities|K\d+ summit|B\d+ (?:summit|leaders|meeting)|wedding|jubilee|apec|cop\d+|dialogue|opening of|great games|anniversary celebrations)"
)
_EVENT = re.compile(rf"\b{_EVENT_WORDS}\b")


# ------------------------------------------------------------------ verbs of motion
_MOTION = {
    "arrived": True, "arrives": True, "arrive": False, "arriving": True, "landed": True, "lands": True, "land": False, "flew": True, "flies": True, "fly": False,
    "travelled": True, "traveled": True, "travels": True, "travel": False, "travelling": True, "traveling": True, "went": True, "goes": True, "go": False, "came": True,
    "comes": True, "come": False, "headed": True, "heads": True, "head": False, "left": True, "leaves": True, "leave": False, "departed": True, "departs": True, "depart": False,
    "jetted": True, "proceeded": True, "proceeds": True, "returned": True, "reached": True, "reach": False, "drove": True, "journeyed": True, "touched": True, "emplaned": True,
    "set": True, "flown": True, "gone": True, "moved": True, "continued": True, "crossed": True, "stopped": True, "calls": True,
}  # fmt: skip
MOTION = re.compile(
    rf"\b(?P<verb>{'|'.join(_MOTION)})(?: (?:down|off|out|over|on|back|home|here|by|plane|across|up|straight|again))?(?P<mid>(?: (?:on|in|early|late|later)? ?(?:the )?D\d+(?: (?:morning|night|evening|afternoon))?| by [a-z]+| here| today| ,| late| early| officially| straight|"
    r" directly| from [LC]\d+(?: ,)?| from there| the day before| [LC]\d+| for the (?:first|second|third|last) time| alone| again| on an?(?: [a-z-]+){1,4}? (?:visit|trip))*?) "
    r"(?:(?P<prep>in|to|at|into|for|on to|onto|via) (?:the )?(?:(?:neighbou?ring|friendly|capital(?= of| ,| [LC])|city(?= of)|of|airport|international|resort|town|southern|northern|eastern|western|,|'s|A\d+(?= (?:city|resort|town))|K\d+|host|republic|island) )*(?P<to>[LC]\d+)(?! 's? (?:request|airport)| - based)"
    r"|(?P<anaphor>there|here|(?:in|to|for|at|into) (?:the|our|this|that) (?:same |A\d+ |host )?(?:capital|country|city|republic|kingdom|island)))(?![\w-])"
)
_NO_TRIP = re.compile(r"^ (?:'s )?(?:exports?|goods|gas|oil|troops|companies|investors|trade)\b")


_LEAVING = frozenset("left leaves leave departed departs depart headed heads head set emplaned took".split())
_LOOSE = frozenset(
    "came comes come goes go went set left moved continued reached crossed touched calls stopped".split()
)


def motion(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X arrived in Y", "X left for Y", "X is to fly to Y"."""
    verb, prep = match.group("verb"), match.group("prep") or "to"
    if (
        (verb in _LEAVING and prep not in ("for", "to"))
        or (verb in _LOOSE and prep in ("at", "into", "via"))
        or verb == "returned"
    ):
        return []
    realis = _motion_realis(context, sentence, match, verb)
    pool = guests(context, sentence, context.subject(sentence, match.start()))
    place = _destination(context, sentence, match, pool[0] if pool else None)
    if not pool or place is None:
        return []
    guest = _foreign(pool, place.country)
    when = _when(context, sentence, match.end(), realis)
    arrival = verb.startswith(("arriv", "land", "flew", "fl", "touched", "came", "reach"))
    return make(
        context,
        sentence,
        "visit-motion",
        guest,
        place,
        _clause_kind(sentence, match),
        when,
        realis,
        match.start(),
        notes=_notes(sentence, match.end(), arrival),
    )


def _motion_realis(context: Context, sentence: Sentence, match: Match[str], verb: str) -> Realis:
    group = verb_group(sentence, match.start())
    realis = of_group(group, _MOTION[verb])
    if not _MOTION[verb] and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED) if re.search(r"\b(?:did|to) ", group) else Realis(None, reason="not asserted")
    return _headline_future(sentence, match, verb, _guard(context, sentence, match, realis))


def _notes(sentence: Sentence, offset: int, arrival: bool) -> dict[str, int]:
    """The length of the stay said after a verb of arrival."""
    length = _length(sentence.coded[offset : offset + 90])
    return {"length": length or 0, "arrival": int(arrival)}


def _destination(context: Context, sentence: Sentence, match: Match[str], guest: Entity | None) -> Place | None:
    """The place that a verb of motion names, or means by "there", "here" or "the capital"."""
    if match.group("to"):
        return _place(context, sentence, int(match.group("to")[1:]))
    words = match.group("anaphor")
    if guest is None:
        return None
    if owner := re.search(r"A(\d+)", words):
        state = context.state_of(sentence.units[int(owner.group(1))])
        return (
            Place(context.lexicon.capitals.get(state) if "capital" in words else None, state, Basis.REFERENCE)
            if state
            else None
        )
    if words == "here" or words.split()[1:2] in (["our"], ["this"]):
        return _here(context, guest)
    if "capital" in words or "country" in words:
        here = _here(context, guest)
        state = (
            here.country
            if here
            else (
                context.host
                if context.host and context.host != guest.country
                else _partner_of(context, sentence, guest)
            )
        )
        if state is None:
            return None
        return here or Place(context.lexicon.capitals.get(state) if "capital" in words else None, state, Basis.FRAME)
    return context.last_place(sentence, match.start(), guest.country)


def _partner_of(context: Context, sentence: Sentence, guest: Entity) -> str | None:
    pair = context.local_pair(sentence.index) or ()
    return next((s for s in pair if s != guest.country), None) if guest.country in pair else None


CAME = re.compile(
    r"\b(?P<verb>came|comes|come|arrived|arrives|flew in|flown in|landed)(?: over| here)?(?= (?:D\d+ )?(?:for|on) (?:the |an? |his |Q\d+ )?| , (?:on|for) | D\d+ | on D\d+)"
)


def came(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X came for the first time, on a state visit": the place is the story's."""
    tail = sentence.coded[match.end() : match.end() + 120]
    if re.search(r"\b(?:in|to|at) (?:the )?(?:[a-z]+ ){0,2}[LC]\d+", tail[:60]) or not re.search(
        rf"\b(?:{_NOUN}|{_EVENT_WORDS}|time)\b", tail
    ):
        return []
    realis = _motion_realis(context, sentence, match, match.group("verb").split()[0])
    pool = guests(context, sentence, context.subject(sentence, match.start()))
    if not pool:
        return []
    place = _implied_host(context, sentence, pool[0], match.start())
    when = _when(context, sentence, match.end(), realis)
    return make(
        context,
        sentence,
        "visit-came",
        pool[0],
        place,
        _clause_kind(sentence, match),
        when,
        realis,
        match.start(),
        notes=_notes(sentence, match.end(), True),
    )


def _headline_future(sentence: Sentence, match: Match[str], verb: str, realis: Realis) -> Realis:
    """Present tense with a day ahead is a plan ("leaves on Sunday")."""
    if realis.status is Status.DONE and verb.endswith("s") and verb not in ("headed",):
        tail = sentence.coded[match.start() : match.end() + 60]
        if re.search(r"\b(?:next|tomorrow|later today|coming)\b", tail) or re.search(r"\b(?:on|this) D\d+", tail):
            return Realis(Status.PLANNED)
    return realis


def _guard(context: Context, sentence: Sentence, match: Match[str], realis: Realis) -> Realis:
    """Refuse what a condition, denial or question around the verb takes back; see what a report of a plan makes of it."""
    outer = around(sentence, match.start(), match.end())
    if outer.status is None or outer.status is Status.CANCELLED:
        return outer
    return realis


def _clause_kind(sentence: Sentence, match: Match[str]) -> str:
    tail = sentence.coded[match.end() :]
    stop = re.search(r" [;:.] | (?:while|who|which|where|but) ", tail)
    tail = tail[: stop.start()] if stop else tail
    if noun := re.search(rf"((?:{_MOD} )*){_NOUN}\b", tail[:90]):
        kind = kind_of(noun.group(1))
        if kind != "unspecified":
            return kind
    return "summit" if _EVENT.search(tail[:140]) else "unspecified"


VISITED = re.compile(
    r"\b(?P<verb>visited|visits|visit|visiting|toured|tours|touring)(?P<mid>(?: D\d+| ,| only| briefly| both)*) (?:the )?(?:(?:neighbou?ring|friendly|capital|city|of|A\d+|republic|'s) )*(?P<to>[LC]\d+)(?! 's? (?:[a-z]+ )?(?:plant|factory|museum|university|embassy|house|airport))"
)


def visited(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X visited Y", "X will visit Y", "X, visiting Y"."""
    verb = match.group("verb")
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    before = sentence.coded[max(0, match.start() - 60) : match.start()]
    if verb == "visits" and re.search(
        r"\b(?:of|by|the|D\d+|state|official|these|such|his|her|Q\d+|two|three|high-level|mutual|and|recent)\s$", before
    ):
        return []
    if verb in ("visit", "tours", "tour") and realis.status is Status.DONE:
        if not re.search(r"\b(?:to|did|not|and|will|would) $", before):
            return []
        realis = Realis(Status.PLANNED)
    if re.search(r"\b(?:invit\w+|asked|urged)\b[^.;]* to (?:[a-z]+ )?$", before):
        return []
    if verb == "visiting" and re.search(r"\b(?:before|after|of|without|instead of|by) $", before):
        if re.search(r"\b(?:without|instead of) $", before):
            return []
        realis = Realis(
            Status.PLANNED
            if re.search(r"\bbefore $", before) and re.search(r"\b(?:will|is to|due)\b", sentence.coded)
            else Status.DONE
        )
    realis = _headline_future(sentence, match, verb, _guard(context, sentence, match, realis))
    number = context.subject(sentence, match.start())
    pool = guests(context, sentence, number)
    found: list[Candidate] = []
    for place in _listed(context, sentence, match.start("to"), int(match.group("to")[1:])):
        when = _when(context, sentence, match.end(), realis)
        found += make(
            context,
            sentence,
            "visit-verb",
            _foreign(pool, place.country),
            place,
            _clause_kind(sentence, match),
            when,
            realis,
            match.start(),
        )
    return found


def _listed(context: Context, sentence: Sentence, at: int, number: int) -> list[Place]:
    """The place at a unit and those listed after it: "Hanoi, Jakarta and Singapore"."""
    places = [_place(context, sentence, number)]
    tail = sentence.coded[at:]
    while found := re.match(r"[LC]\d+(?: ,)?(?: and)?(?: then| finally)? (?:to )?(?:the )?(?=[LC]\d+)", tail):
        if " , " not in found.group() and " and " not in found.group():
            break
        tail = tail[found.end() :]
        following = re.match(r"[LC](\d+)", tail)
        assert following is not None
        place = _place(context, sentence, int(following.group(1)))
        if place.country == places[-1].country:
            continue
        places.append(place)
    return places


# ------------------------------------------------------------------ presence
PRESENCE = re.compile(
    r"(?P<who>[PH]\d+)(?: ,)?(?P<mid>(?: (?:is|was|has been|had been|will be|who is|who was|who has been|currently|now|also|again|himself|herself|meanwhile|,|D\d+|staying|being|once more|already|still|present)){0,6}) "
    r"(?:in|at) (?:the )?(?:(?:A\d+|C\d+ 's) capital(?: ,| of)? ?)?(?:(?:capital|city|of|resort|the) )*(?P<to>[LC]\d+)?(?P<cap>(?<=capital ))?(?P<tail>[^.;]{0,120})"
)


def presence(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X is in Y on a state visit", "X, in Y since Wednesday", a chronicle's "X in Y"."""
    mid, tail = match.group("mid"), match.group("tail")
    who = int(match.group("who")[1:])
    verb = re.search(r"\b(?:is|was|has been|had been|will be|staying)\b", mid)
    stated = bool(verb) or bool(re.match(r" ?,? (?:since|on|for|to attend|to take|,|D\d+)|^ ?\.?$", tail))
    if not stated or (
        not verb
        and match.start() > 30
        and sentence.coded[match.start("who") - 2 : match.start("who")] not in (", ", ". ")
    ):
        return []
    if re.match(
        r" (?:charge|favou?r|office|power|line|touch|contact|talks)\b",
        sentence.coded[match.end("mid") : match.end("mid") + 20],
    ):
        return []
    place = _place(context, sentence, int(match.group("to")[1:])) if match.group("to") else None
    if place is None:
        capital = re.search(r"([AC])(\d+)(?: 's)? capital", match.group())
        state = context.state_of(sentence.units[int(capital.group(2))]) if capital else None
        if not state:
            return []
        place = Place(context.lexicon.capitals.get(state), state, Basis.REFERENCE)
    if re.match(r" (?:'s|and|or) ", tail) and not re.match(r" and (?:on|will)", tail):
        return []
    realis = Realis(Status.PLANNED) if "will be" in mid else Realis(Status.DONE, "had been" in mid)
    realis = _guard(context, sentence, match, realis)
    guest = _foreign(guests(context, sentence, who), place.country)
    return make(
        context,
        sentence,
        "visit-presence",
        guest,
        place,
        _tail_kind(tail),
        _when(context, sentence, match.start("tail"), realis),
        realis,
        match.start(),
    )


def _tail_kind(tail: str) -> str:
    if noun := re.search(rf"((?:{_MOD} )*){_NOUN}\b", tail[:90]):
        kind = kind_of(noun.group(1))
        if kind != "unspecified":
            return kind
    return "summit" if _EVENT.search(tail[:110]) else "unspecified"


# ------------------------------------------------------------------ reception
RECEIVED = re.compile(
    r"\b(?P<verb>received|receives|receive|welcomed|welcomes|welcome|welcoming|receiving|hosted|hosts|host|hosting|greeted|greets|met|meets|meet|meeting)(?: (?:with|in turn|D\d+|on D\d+|,|today|also|at [a-z ]{3,30}?|in L\d+))*? (?:the |his |her |Q\d+ )?(?:visiting )?(?P<guest>P\d+)"
)
_SITE = re.compile(
    r"\b(?:at|in) (?:the )?(?:presidential|royal|government|foreign|state|[a-z]+)? ?(?:palace|residence|office|ministry|airport|house|castle|complex|akorda|kremlin)\b"
)


def received(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H received G": the foreigner of the two is the guest."""
    verb = match.group("verb")
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    base = verb in ("receive", "welcome", "host", "meet")
    if base and not group:
        return []
    if base and realis.status is Status.DONE:
        realis = Realis(Status.PLANNED)
    realis = _guard(context, sentence, match, realis)
    others = guests(context, sentence, int(match.group("guest")[1:]))
    number = context.subject(sentence, match.start())
    hosts = guests(context, sentence, number)
    passive = re.search(r"\b(?:was|were|be|been|being|is) (?:[a-z]+ )?$", sentence.coded[: match.start()])
    if passive or not others:
        return []
    place = context.place_near(sentence, match.start())
    if place is None and verb.startswith(("met", "meet")) and not _SITE.search(sentence.coded):
        return []
    guest = others[0]
    host_state = (
        hosts[0].country if hosts else (context.state_of(sentence.units[number]) if number is not None else None)
    )
    if place is None and host_state and host_state != guest.country:
        place = _frame_city(context, host_state)
    if place and place.country == guest.country and hosts and hosts[0].country != guest.country:
        guest = hosts[0]
    if (
        verb.startswith(("met", "meet"))
        and place
        and hosts
        and hosts[0].country != place.country
        and guest.country != place.country
    ):
        return [
            *_summit(context, sentence, match, hosts[0], place, realis),
            *_summit(context, sentence, match, guest, place, realis),
        ]
    return make(
        context,
        sentence,
        "visit-reception",
        guest,
        place,
        _clause_kind(sentence, match),
        _when(context, sentence, match.end(), realis),
        realis,
        match.start(),
        weak=verb.startswith(("met", "meet")),
    )


def _frame_city(context: Context, state: str) -> Place:
    here = context.here()
    if here and here.country == state:
        return here
    return Place(None, state, Basis.FRAME)


def _summit(
    context: Context, sentence: Sentence, match: Match[str], guest: Entity, place: Place, realis: Realis
) -> list[Candidate]:
    kind = "summit" if _EVENT.search(sentence.coded) or "sidelines" in sentence.coded else "unspecified"
    return make(
        context,
        sentence,
        "visit-third-place",
        guest,
        place,
        kind,
        _when(context, sentence, match.end(), realis),
        realis,
        match.start(),
    )


PASSIVE = re.compile(
    r"(?P<guest>[PH]\d+) (?:[a-zD0-9, ]{0,30} )?(?:was|were|is|has been|had been|will be|is to be|to be) (?:[a-z]+ )?(?P<verb>received|welcomed|greeted|hosted|met|seen off|accorded)\b(?P<tail>[^;]{0,120})"
)


def passive(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "G was received by H (in Y)"."""
    group = sentence.coded[match.end("guest") : match.start("verb")]
    realis = _guard(context, sentence, match, of_group(group))
    tail = match.group("tail")
    pool = guests(context, sentence, int(match.group("guest")[1:]))
    by = re.search(r"\bby (?:the )?(?:[a-z, ]+ )?([PC]\d+)", tail)
    place = context.place_near(sentence, match.end("verb"))
    state = context.state_of(sentence.unit(by.group(1))) if by else None
    if place is None and state:
        place = _frame_city(context, state)
    guest = _foreign(pool, place.country if place else None)
    return make(
        context,
        sentence,
        "visit-received",
        guest,
        place,
        _tail_kind(tail),
        _when(context, sentence, match.end("verb"), realis),
        realis,
        match.start(),
    )


# ------------------------------------------------------------------ meetings at a place
TALKS = re.compile(
    r"\b(?P<what>talks|meeting|met|met with|negotiations|conversation|discussions|summit|signed|chaired|co-chaired|opened|lunch|dinner|banquet|press conference|sat down|sit down|conferred)\b"
)


def talks(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Two leaders of two states together in a city: the foreigner of the two, or both, are there on a visit."""
    place = context.place_near(sentence, match.start())
    if place is None or re.search(
        r"\b(?:phone|telephone|telephoned|video|videoconference|virtual|online)\b", sentence.coded
    ):
        return []
    low, high = _clause(sentence, match.start())
    persons = [e for e in _persons(context, sentence, low, high) if e.country and not e.former]
    if len({e.country for e in persons}) < 2:
        return []
    realis = _guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    if re.search(r"\b(?:will|is to|are to|scheduled|planned|due to|expected to)\b", sentence.coded[low : match.end()]):
        realis = Realis(Status.PLANNED) if realis.status else realis
    when = _when(context, sentence, match.end(), realis)
    found: list[Candidate] = []
    for guest in persons:
        if guest.country != place.country and guest.office in (
            "head_of_state",
            "head_of_government",
            "other",
            "foreign_minister",
        ):
            found += make(
                context,
                sentence,
                "visit-talks",
                guest,
                place,
                _tail_kind(sentence.coded[match.start() : high]),
                when,
                realis,
                match.start(),
                weak=True,
            )
    return found


def _clause(sentence: Sentence, at: int) -> tuple[int, int]:
    low = max((m.end() for m in re.finditer(r" [;:] | (?:while|but|where) ", sentence.coded[:at])), default=0)
    found = re.search(r" [;:] | (?:while|but|where) ", sentence.coded[at:])
    return low, at + found.start() if found else len(sentence.coded)


ATTEND = re.compile(
    r"\b(?P<verb>attend(?:s|ed|ing)?|(?:take|takes|took|taking|taken) part in|participat(?:e|es|ed|ing|ion) in|address(?:es|ed|ing)?|participation (?:in|at)|attendance at|speak at|spoke at)\b(?P<event>[^;]{0,140})"
)


def attends(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X will attend the summit in Y"."""
    event = match.group("event")
    found = _EVENT.search(event)
    place = context.place_near(sentence, match.end("verb"), (match.start("event"), match.end("event")))
    if not found or place is None or re.search(r"\b(?:video|online|virtual)", sentence.coded):
        return []
    group = verb_group(sentence, match.start())
    realis = of_group(group)
    if re.search(r"\bconfirmed (?:Q\d+|his|her|the) $", sentence.coded[: match.start()]) or (
        match.group("verb") in ("attend", "take part in", "participate in", "address", "speak at")
        and realis.status is Status.DONE
        and not group.strip().endswith("and")
    ):
        realis = (
            Realis(Status.PLANNED)
            if not re.search(
                r"\b(?:arriv|flew|came|is in|was in|travel|went|visit)\w*\b", sentence.coded[: match.start()]
            )
            or re.search(r"\b(?:will|is to|due)\b", sentence.coded[: match.start()])
            else realis
        )
    realis = _guard(context, sentence, match, realis)
    number = context.subject(sentence, match.start())
    guest = _foreign(guests(context, sentence, number), place.country)
    return make(
        context,
        sentence,
        "visit-attends",
        guest,
        place,
        "summit",
        _when(context, sentence, match.end("verb"), realis),
        realis,
        match.start(),
    )


ACT = re.compile(
    r"\b(?P<verb>spoke|speaks|speak|address(?:ed|es)?|told|said|announced|unveil(?:ed|s)?|inaugurat(?:ed|es)?|open(?:ed|s)|laid|lays|dedicat(?:ed|es)|launch(?:ed|es)|sign(?:ed|s)?|saw|sees|seen|see|embraced|joined|joins|lobbied|spent|spend|spends|"
    r"stayed|stays|stay|set foot|sets foot|called on|calls on|call on|propos(?:es|ed)|conclude|concluded|concludes|lecture[ds]?|delivered|delivers|chair(?:ed|s)?|co-chair(?:ed|s)?|co-chaired|hold|holds|held|watched|attended|appeared|agree|agreed|take part|took part|takes part|"
    r"conferred|confer|meet|meets|met|raised|raise|enlarge|renewed|adopt(?:ed|s)?|visited|begins|signing|received|was received|stood|laying|presented|presents)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:war|conflict|ceasefire|embassy|consulate|situation|elections?|crisis|attacks?|events|violence|plants?|factory|factories|troops|peace|coup|fighting|earthquake|projects?|trade|ambassador|office|market|investments?|companies|talks|reforms|forces|students|centre|center|firms|invest|projects|interests|produced|made|built|based|born|protests|correspondent|port|mission|students|school|bases?) (?:in|at) (?:the )?(?:[a-z]+ ){0,2}$"
)


def act(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A leader who speaks, signs, opens or meets somebody in a foreign city is there on a visit."""
    low, high = _clause(sentence, match.start())
    number = context.subject(sentence, match.start())
    pool = guests(context, sentence, number)
    if not pool or re.search(r"\b(?:video|online|virtual|phone|telephone|by letter|message)", sentence.coded[low:high]):
        return []
    tail = sentence.coded[match.end() : high]
    stop = re.search(r" (?:that|which|who|after|before|when|\") ", tail)
    high = match.end() + (stop.start() if stop else len(tail))
    place = context.place_near(sentence, match.end(), (match.end(), high)) or _leading_place(
        context, sentence, low, match.start()
    )
    place = place or (context.entry_place(sentence.index) if context.entry_date(sentence.index) else None)
    if place is None or pool[0].country == place.country:
        return []
    if place.span and _ELSEWHERE.search(sentence.coded[: _offset_of(sentence, place.span[0])]):
        return []
    if pool[0].office not in ("head_of_state", "head_of_government", "other"):
        return []
    if match.group("verb") in ("told", "said", "announced") and not re.search(
        r"\b(?:in|at) (?:the )?(?:A\d+ )?(?:[a-z]+ ){0,2}$",
        sentence.coded[max(low, _offset_of(sentence, place.span[0]) - 30) : _offset_of(sentence, place.span[0])]
        if place.span
        else "",
    ):
        return []
    realis = _guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    kind = "summit" if _EVENT.search(sentence.coded[low:high]) else "unspecified"
    when = _when(context, sentence, match.start(), realis)
    return make(context, sentence, "visit-act", pool[0], place, kind, when, realis, match.start(), weak=True)


def _leading_place(context: Context, sentence: Sentence, low: int, high: int) -> Place | None:
    """A place at the head of the clause: "In Jakarta, Macron met ..."."""
    found = re.match(
        r"(?:, |and |D\d+ ,? ?|on D\d+ ,? |once more |later |then |\" )*in (?:the )?(?:[a-z]+ ){0,2}(L\d+)",
        sentence.coded[low:high],
    )
    return context.place_of(sentence.unit(found.group(1))) if found else None


def _offset_of(sentence: Sentence, start: int) -> int:
    return next((sentence.offsets[i] for i, u in enumerate(sentence.units) if u.start >= start), len(sentence.coded))


GUEST_OF_HONOUR = re.compile(
    r"\b(?:is|was|be|been|as) (?:to be )?(?:among the |the |a |one of the )?(?:guests? of honou?r|chief guests?|guests?|special guests?)(?: of the| at the| at| of)?(?P<event>[^;]{0,90})"
)


def guest_of_honour(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X was guest of honour at the parade in Y"."""
    place = context.place_near(sentence, match.end() - len(match.group("event")), (match.start(), match.end()))
    realis = _guard(
        context, sentence, match, of_group(verb_group(sentence, match.start()) + match.group().split()[0] + " ")
    )
    if re.search(r"\b(?:asked|invited|invitation)\b[^;]*$", sentence.coded[: match.start()]):
        realis = Realis(Status.PROPOSED)
    elif re.search(r"\b(?:will|is to|due) $", sentence.coded[: match.start()]):
        realis = Realis(Status.PLANNED)
    number = context.subject(sentence, match.start())
    guest = _foreign(guests(context, sentence, number), place.country if place else None)
    return make(
        context,
        sentence,
        "visit-guest-of-honour",
        guest,
        place,
        "summit" if re.search(r"\b(?:summit|forum|conference)\b", match.group("event")) else "unspecified",
        _when(context, sentence, match.end(), realis),
        realis,
        match.start(),
    )


# ------------------------------------------------------------------ invitations
INVITED = re.compile(
    r"\b(?P<verb>invit(?:ed|es|ing)|invitation (?:to|for)|asked|asks|urged)(?P<mid> (?:the |his |her |Q\d+ )?(?:[a-z]+ )?)(?P<guest>[PHQ]\d+)(?: 's| host| guest)?(?P<tail>[^;]{0,120})"
)


def invited(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H invited G to visit": proposed."""
    tail = match.group("tail")
    if not re.search(r"\b(?:visit|come|trip|travel|attend|take part|guest|tour)\b", tail) and not re.match(
        r" to (?:the )?(?:[LC]\d+)", tail
    ):
        return []
    if match.group("verb") in ("asked", "asks", "urged") and not re.search(
        r"\bto (?:pay|make|come|visit|attend|travel|be)\b", tail
    ):
        return []
    if (
        re.search(r"\bat the $", sentence.coded[: match.start()])
        or around(sentence, match.start(), match.end()).status is None
    ):
        return []
    pool = guests(context, sentence, int(match.group("guest")[1:]))
    target = re.search(r"\b(?:to|in|at) (?:the )?(?:[a-z-]+ )*?([LC]\d+)", tail)
    place = _place(context, sentence, int(target.group(1)[1:])) if target else None
    hosts = guests(context, sentence, context.subject(sentence, match.start()))
    if place is None:
        host = next((e for e in hosts if all(e.country != g.country for g in pool[:1])), None)
        place = Place(None, host.country, Basis.FRAME) if host and host.country else None
    guest = _foreign(pool, place.country if place else None)
    near = context.date_near(sentence, match.end("guest"), True)
    when = (
        near if near and near.span and near.span[0] > sentence.units[int(match.group("guest")[1:])].start else UNKNOWN
    )
    kind = "summit" if _EVENT.search(tail) else _tail_kind(tail)
    return make(context, sentence, "visit-invited", guest, place, kind, when, Realis(Status.PROPOSED), match.start())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RULES = (
    Rule("visit-noun", Kind.VISIT, _words("visit visits trip trips tour stay journey stopover mission layover sojourn"), NOMINAL, nominal),
    Rule("visit-motion", Kind.VISIT, frozenset(_MOTION), MOTION, motion),
    Rule("visit-verb", Kind.VISIT, _words("visited visits visit visiting toured tours touring"), VISITED, visited),
    Rule("visit-presence", Kind.VISIT, _words("in at"), PRESENCE, presence),
    Rule("visit-reception", Kind.VISIT, _words("received receives receive welcomed welcomes welcome welcoming receiving hosted hosts host hosting greeted greets met meets meet meeting"), RECEIVED, received),
    Rule("visit-received", Kind.VISIT, _words("received welcomed greeted hosted met seen accorded"), PASSIVE, passive),
    Rule("visit-talks", Kind.VISIT, _words("talks meeting met negotiations conversation discussions summit signed chaired co-chaired opened lunch dinner banquet conference sat sit conferred"), TALKS, talks),
    Rule("visit-attends", Kind.VISIT, _words("attend attends attended attending part participate participates participated participating participation address addresses addressed attendance speak spoke"), ATTEND, attends),
    Rule("visit-came", Kind.VISIT, _words("came comes come arrived arrives flew flown landed"), CAME, came),
    Rule("visit-act", Kind.VISIT, _words("spoke speaks addressed told said announced unveiled inaugurated opened opens signed sign saw sees seen spent stayed called conclude concluded delivered chaired held met meet meets conferred raised enlarge agreed adopted foot proposes"), ACT, act),
    Rule("visit-guest-of-honour", Kind.VISIT, _words("guest guests"), GUEST_OF_HONOUR, guest_of_honour),
    Rule("visit-invited", Kind.VISIT, _words("invited invites inviting invitation asked asks urged"), INVITED, invited),
)  # fmt: skip
