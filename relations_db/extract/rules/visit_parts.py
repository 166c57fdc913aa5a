"""What the rules on visits share: who, where, visit_when, of what kind."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Where
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, around
from relations_db.values import Basis, Status, Visit

KINDS = (
    ("state", re.compile(r"\bstate\b")),
    ("private", re.compile(r"\b(?:private|unofficial|personal|holiday|vacation|umrah|pilgrimage|medical)\b")),
    ("working", re.compile(r"\b(?:working|work)\b(?! group)")),
    ("official", re.compile(r"\bofficial\b")),
    ("transit", re.compile(r"\b(?:stopover|transit|refuelling|refueling|layover)\b")),
)


NOUN = r"(?:visits?|trips?|tours?|stays?|journeys?|stopovers?|stop-?overs?|missions?|sojourn|swing|layover|pilgrimage|voyage)"


MOD = (
    r"(?:state|official|working|work|private|unofficial|personal|friendly|friendship|goodwill|introductory|brief|short|long|first|second|third|fourth|fifth|sixth|seventh|final|"
    r"last|latest|recent|previous|earlier|upcoming|forthcoming|planned|scheduled|expected|proposed|possible|historic|landmark|rare|surprise|unannounced|secret|return|reciprocal|"
    r"maiden|inaugural|overseas|foreign|bilateral|high-level|high-profile|top-level|one-day|two-day|three-day|four-day|five-day|six-day|seven-day|eight-day|nine-day|ten-day|"
    r"week-long|weeklong|day-long|daylong|overnight|hour-long|several-day|\d+-day|half-day|long-awaited|much-anticipated|whirlwind|whistle-stop|regional|asian|european|african|"
    r"ministerial|presidential|royal|papal|apostolic|pastoral|familiari[sz]ation|current|present|ongoing|coming|next|own|very|three-nation|two-nation|\w+-nation|\w+-country|\w+-leg|"
    r"special|successful|fruitful|important|significant|new|another|diplomatic|business|courtesy|solidarity|lightning|combined|joint|year|day|days|week|month|fraternal|brotherly|days'|"
    r"O\d+|N\d+|D\d+|and|,|-|of|\"|'s|so-called|to-be|one|follow-up|postponed|delayed|cancelled|first-ever|ever|quick|flying|symbolic|solo|separate|round-the-world|southeast|central|south|east|west|north|latin)"
)


DET = r"(?:the|a|an|this|that|another|any|each|its|their|our|my|your)"


def guests(context: Context, sentence: Sentence, number: int | None) -> list[Entity]:
    """Persons that a unit may mean."""
    if number is None:
        return []
    return [e for e in context.entities_at(sentence, number) if e.country]


def persons_in(context: Context, sentence: Sentence, low: int, high: int) -> list[Entity]:
    found: list[Entity] = []
    for number in sentence.of("P"):
        if low <= sentence.offsets[number] < high:
            found += guests(context, sentence, number)
    return list(dict.fromkeys(found))


def foreign(candidates: list[Entity], host: str | None) -> Entity | None:
    return next((e for e in candidates if e.country != host), None)


def kind_of(words: str) -> str:
    """The kind of a visit from the words before the noun; unspecified where none says it."""
    for kind, pattern in KINDS:
        if pattern.search(words):
            return kind
    return "unspecified"


def length_of(words: str) -> int | None:
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


def visit_when(context: Context, sentence: Sentence, offset: int, realis: Realis, nominal: bool = False) -> When:
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


def place_at(context: Context, sentence: Sentence, number: int) -> Place:
    unit = sentence.units[number]
    if unit.code == "L":
        return context.place_of(unit)
    state = context.state_of(unit)
    assert state is not None
    city = context.place_near(sentence, sentence.offsets[number])
    if city and city.country == state:
        return city
    return Place(None, state, SAID, (unit.start, unit.end))


def dateline_place(context: Context, guest: Entity | None) -> Place | None:
    here = context.here()
    if here and guest and here.country != guest.country:
        return here
    return None


def implied_host(context: Context, sentence: Sentence, guest: Entity, offset: int) -> Place | None:
    """The other state of the story: the place said in the sentence, the dateline's, the visit told before, or the pair's."""
    near = context.place_near(sentence, offset)
    if near and near.country != guest.country:
        return near
    entry = context.entry_place(sentence.index)
    if entry and entry.country != guest.country:
        return entry
    if context.guest is guest and context.host:
        return Place(context.host_city, context.host, Basis.FRAME)
    if here := dateline_place(context, guest):
        return here
    pair = context.local_pair(sentence.index)
    others = [s for s in pair or () if s != guest.country]
    if pair and guest.country in pair and len(others) == 1:
        return Place(None, others[0], Basis.FRAME)
    return None


EVENT_WORDS = (
    r"(?:summit|forum|conference|general assembly|congress|meeting of (?:the )?(?:council|heads|leaders)|session of the|ceremony|inauguration|funeral|coronation|parade|olympics|olympic|games|"
    r"consultative meeting|assembly|expo|celebrations?|festivities|K\d+ summit|B\d+ (?:summit|leaders|meeting)|wedding|jubilee|apec|cop\d+|dialogue|opening of|great games|anniversary celebrations)"
)


EVENT = re.compile(rf"\b{EVENT_WORDS}\b")


def stay_notes(sentence: Sentence, offset: int, arrival: bool) -> dict[str, int]:
    """The length of the stay said after a verb of arrival."""
    length = length_of(sentence.coded[offset : offset + 90])
    return {"length": length or 0, "arrival": int(arrival)}


def anaphoric(context: Context, sentence: Sentence, offset: int, words: str, guest: Entity) -> Place | None:
    """The place that "there", "here", "the capital" or "our country" means for a guest."""
    if owner := re.search(r"A(\d+)", words):
        state = context.state_of(sentence.units[int(owner.group(1))])
        return (
            Place(context.lexicon.capitals.get(state) if "capital" in words else None, state, Basis.REFERENCE)
            if state
            else None
        )
    if words == "here" or words.split()[1:2] in (["our"], ["this"]):
        return dateline_place(context, guest)
    if "capital" in words or "country" in words:
        here = dateline_place(context, guest)
        state = (
            here.country
            if here
            else (
                context.host if context.host and context.host != guest.country else partner_of(context, sentence, guest)
            )
        )
        if state is None:
            return None
        return here or Place(context.lexicon.capitals.get(state) if "capital" in words else None, state, Basis.FRAME)
    return context.last_place(sentence, offset, guest.country)


def partner_of(context: Context, sentence: Sentence, guest: Entity) -> str | None:
    pair = context.local_pair(sentence.index) or ()
    return next((s for s in pair if s != guest.country), None) if guest.country in pair else None


def headline_future(sentence: Sentence, match: Match[str], verb: str, realis: Realis) -> Realis:
    """Present tense with a day ahead is a plan ("leaves on Sunday")."""
    if realis.status is Status.DONE and verb.endswith("s") and verb not in ("headed",):
        tail = sentence.coded[match.start() : match.end() + 60]
        if re.search(r"\b(?:next|tomorrow|later today|coming)\b", tail) or re.search(r"\b(?:on|this) D\d+", tail):
            return Realis(Status.PLANNED)
    return realis


def guard(context: Context, sentence: Sentence, match: Match[str], realis: Realis) -> Realis:
    """Refuse what a condition, denial or question around the verb takes back; see what a report of a plan makes of it."""
    outer = around(sentence, match.start(), match.end())
    if outer.status is None or outer.status is Status.CANCELLED:
        return outer
    if realis.status is Status.PLANNED and WISHED.search(sentence.coded[max(0, match.start() - 110) : match.start()]):
        return Realis(Status.PROPOSED)
    return realis


WISHED = re.compile(
    r"\b(?:invit\w+|ask(?:ed|s)?|urg(?:ed|es)|propos\w+|suggest\w+|offer\w*|hop(?:es?|ed|ing)|wish\w*|wants?|wanted|would like|readiness|look\w* forward|invitation|expects?|expected [PH]\d+)\b[^.;:]*\bto (?:[a-z]+ )?$"
)


def clause_kind(sentence: Sentence, match: Match[str]) -> str:
    tail = sentence.coded[match.end() :]
    stop = re.search(r" [;:.] | (?:while|who|which|where|but) ", tail)
    tail = tail[: stop.start()] if stop else tail
    if noun := re.search(rf"((?:{MOD} )*){NOUN}\b", tail[:90]):
        kind = kind_of(noun.group(1))
        if kind != "unspecified":
            return kind
    return "summit" if EVENT.search(tail[:140]) else "unspecified"


def listed(context: Context, sentence: Sentence, at: int, number: int) -> list[Place]:
    """The place at a unit and those listed after it: "Hanoi, Jakarta and Singapore"."""
    places = [place_at(context, sentence, number)]
    tail = sentence.coded[at:]
    while found := re.match(r"[LC]\d+(?: ,)?(?: and)?(?: then| finally)? (?:to )?(?:the )?(?=[LC]\d+)", tail):
        if " , " not in found.group() and " and " not in found.group():
            break
        tail = tail[found.end() :]
        following = re.match(r"[LC](\d+)", tail)
        assert following is not None
        place = place_at(context, sentence, int(following.group(1)))
        if place.country == places[-1].country:
            continue
        places.append(place)
    return places


def tail_kind(tail: str) -> str:
    if noun := re.search(rf"((?:{MOD} )*){NOUN}\b", tail[:90]):
        kind = kind_of(noun.group(1))
        if kind != "unspecified":
            return kind
    return "summit" if EVENT.search(tail[:110]) else "unspecified"


SITE = re.compile(
    r"\b(?:at|in) (?:the )?(?:presidential|royal|government|foreign|state|[a-z]+)? ?(?:palace|residence|office|ministry|airport|house|castle|complex|akorda|kremlin)\b"
)


def frame_city(context: Context, state: str) -> Place:
    here = context.here()
    if here and here.country == state:
        return here
    return Place(None, state, Basis.FRAME)


def summit(
    context: Context, sentence: Sentence, match: Match[str], guest: Entity, place: Place, realis: Realis
) -> list[Candidate]:
    kind = "summit" if EVENT.search(sentence.coded) or "sidelines" in sentence.coded else "unspecified"
    return make(
        context,
        sentence,
        "visit-third-place",
        guest,
        place,
        kind,
        visit_when(context, sentence, match.end(), realis),
        realis,
        match.start(),
    )


def clause_around(sentence: Sentence, at: int) -> tuple[int, int]:
    low = max((m.end() for m in re.finditer(r" [;:] | (?:while|but|where) ", sentence.coded[:at])), default=0)
    found = re.search(r" [;:] | (?:while|but|where) ", sentence.coded[at:])
    return low, at + found.start() if found else len(sentence.coded)


def offset_of(sentence: Sentence, start: int) -> int:
    return next((sentence.offsets[i] for i, u in enumerate(sentence.units) if u.start >= start), len(sentence.coded))


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def with_city(context: Context, candidate: Candidate) -> Candidate:
    """A visit whose own sentences name no city takes the nearest place of the host state that the text around names."""
    claim = candidate.claim
    assert isinstance(claim, Visit)
    if claim.city or claim.status is Status.PROPOSED:
        return candidate
    sentences = context.analysis.sentences
    for distance in (0, 1, 2, 3):
        for index in dict.fromkeys((candidate.sentence + distance, candidate.sentence - distance)):
            if not 0 <= index < len(sentences) or (distance and context.is_history(sentences[index])):
                continue
            for number in sentences[index].of("L"):
                place = context.place_of(sentences[index].units[number])
                if place.country == claim.host and place.city and context.is_place(sentences[index], number):
                    return replace(
                        candidate,
                        claim=replace(claim, city=place.city),
                        where={**candidate.where, "city": (Basis.FRAME, place.span)},
                    )
    return candidate
