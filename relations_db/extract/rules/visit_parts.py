"""What the rules on visits share: who, where and when."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate, Where
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.rules.visit_where import here, loci, place_at, place_for, told_place
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, around
from relations_db.values import Basis, Status, Visit

_COUNTS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), start=1)}


def length_of(words: str) -> int | None:
    """Days of a stay: "a two-day visit", "for three days", "a visit of two days"; an overnight stay is two."""
    found = re.search(
        rf"\b(?:({'|'.join(_COUNTS)}|\d+)(?:-day| -day| days?\b(?! (?:ago|later|earlier|before|after)))|overnight)",
        words,
    )
    if not found:
        return None
    return (_COUNTS.get(found.group(1)) or int(found.group(1))) if found.group(1) else 2


def stay_notes(sentence: Sentence, offset: int, arrival: bool) -> dict[str, int]:
    """The length of the stay said after a verb of arrival."""
    tail = sentence.coded[offset : offset + 110]
    length = length_of(tail) or (
        1
        if re.search(
            r"\bspent (?:only |just |barely |a few |some |[a-z]+ )?(?:hours|a day)\b",
            sentence.coded[max(0, offset - 50) : offset],
        )
        else None
    )
    counted = re.search(r" (?:for|of) N(\d+) days?\b", tail)
    if length is None and counted:
        length = int(getattr(sentence.units[int(counted.group(1))].thing, "value", 0))
    return {"length": length or 0, "arrival": int(arrival)}


def make_each(
    context: Context, sentence: Sentence, rule: str, guests: list[Entity], place: Place | None, kind: str, when: When, realis: Realis,
    notes: dict[str, int] | None = None, weak: bool = False, ended: When = UNKNOWN,
) -> list[Candidate]:  # fmt: skip
    """A candidate for each guest who is foreign to the place; none where the text does not assert the stay."""
    if place is None or realis.status is None:
        return []
    where: dict[str, Where] = {"host": (place.basis, place.span), "started_on": (when.basis, when.span)}
    if place.city:
        where["city"] = (place.basis, place.span)
    if end := ended.date or when.until:
        where["ended_on"] = (ended.basis, ended.span) if ended.date else (when.basis, when.span)
    found = []
    for guest in guests:
        if not guest.country or guest.country == place.country or guest.office == "envoy":
            continue
        claim = Visit(guest.name, guest.country, place.country, kind, place.city, when.date, end, realis.status)
        found.append(
            Candidate(
                claim,
                [(sentence.start, sentence.end)],
                rule,
                sentence.index,
                dict(where),
                realis.background,
                weak,
                dict(notes or {}),
            )
        )
    return found


def _future(realis: Realis) -> bool | None:
    """Which way a date without a year is to be read; None where the words around must say."""
    return (
        {Status.DONE: False, Status.PLANNED: True, Status.PROPOSED: True}.get(realis.status) if realis.status else None
    )


def _one_clause(sentence: Sentence, offset: int) -> tuple[int, int]:
    """The stretch between strong stops around an offset; a date at the head of the sentence counts too."""
    low = max((m.end() for m in re.finditer(r" [;:] ", sentence.coded[:offset])), default=0)
    high = re.compile(r" [;:] | , (?:where|whose|whom) ").search(sentence.coded, offset)
    if low and re.match(r"(?:- )?(?:on |in |by )?D\d+ ", sentence.coded):
        low = 0
    return low, high.start() if high else len(sentence.coded)


def nearest_year(context: Context, sentence: Sentence, near: When) -> When:
    """The day of a cancelled trip may lie on either side of the document: the nearer one is meant."""
    number = next((n for n in sentence.of("D") if near.span and sentence.units[n].start == near.span[0]), None)
    on = context.analysis.on
    if number is None or on is None:
        return near
    both = [context.resolve(sentence, number, ahead) for ahead in (False, True)]
    return min(
        (w for w in both if w.date), key=lambda w: abs((w.date.first - on.first).days) if w.date else 0, default=near
    )


def since_date(context: Context, sentence: Sentence, offset: int) -> When | None:
    """ "... since Sunday": the day from which a stay lasts."""
    found = re.compile(r"(?: [a-z-]+| ,){0,5} since (?:[a-z]+ )?D(\d+)(?! when)").match(
        sentence.coded, max(0, offset - 1) if sentence.coded[offset - 1 : offset] == " " else offset
    )
    return context.resolve(sentence, int(found.group(1)), False) if found else None


def visit_when(context: Context, sentence: Sentence, offset: int, realis: Realis, nominal: bool = False) -> When:
    """The visit's first day as the sentence tells it; news without a date takes the document's day, history and plans none."""
    if re.search(r"\b(?:was|were) then (?:[a-z]+ ){0,4}$", sentence.coded[max(0, offset - 40) : offset]):
        return When(context.story_date(sentence.index - 1), Basis.FRAME)
    near = since_date(context, sentence, offset) or context.date_near(
        sentence, offset, _future(realis), _one_clause(sentence, offset)
    )
    if near and realis.status is Status.CANCELLED and near.span:
        return nearest_year(context, sentence, near)
    if near:
        return near
    entry = context.entry_date(sentence.index)
    if entry:
        return entry
    if (
        realis.status is Status.DONE
        and not realis.background
        and not nominal
        and not _ONCE.search(sentence.coded[:offset])
    ):
        return context.news_day(sentence.index)
    return UNKNOWN


# "when he was in Rome": told of another time, not as the news
_ONCE = re.compile(
    r"\b(?:when|since|while) (?:the )?[PH]\d+ (?:was|were|had been|came|went|visited|flew|travelled|stayed|arrived)\b[^,;:]*$"
)


def implied_host(context: Context, sentence: Sentence, guest: Entity, offset: int) -> Place | None:
    """The other state of the story: the place said in the sentence, the entry's, the visit told before, the dateline's, or the pair's."""
    near = context.place_near(sentence, offset)
    if near and near.country != guest.country:
        return near
    entry = context.entry_place(sentence.index)
    if entry and entry.country != guest.country:
        return entry
    if context.guest is guest and context.host:
        return Place(context.host_city, context.host, Basis.FRAME)
    if place := here(context, sentence, guest.country):
        return place
    told = told_place(context, sentence, offset, guest.country)
    if told and told.span and sentence.start <= told.span[0] < sentence.end:
        return told
    return Place(None, told.country, Basis.FRAME, told.span) if told else None


def place_home(context: Context, sentence: Sentence, match: Match[str], guest: Entity) -> Place | None:
    """The place of a stay that is spoken of: named after the noun, else the story's."""
    locus = next((x for x in loci(sentence, match.end(), match.end() + 60) if x.prep in ("to", "in")), None)
    place = place_for(context, sentence, locus, guest) if locus else None
    if place and place.country != guest.country:
        return place
    if context.guest is guest and context.host:
        return Place(context.host_city, context.host, Basis.FRAME)
    return told_place(context, sentence, match.start(), guest.country)


def each_stop(
    context: Context, sentence: Sentence, number: int, when: When, realis: Realis
) -> list[tuple[Place, When]]:
    """The coordinated places from a unit on, each with its date: its own, else the shared one, unless that is the first stop's alone."""
    found = stops(context, sentence, number)
    first = sentence.units[number].start
    behind = when.span is None or (when.span[0] > first and not any(own for _, own in found))
    shared = when if behind or (when.date and when.date.day is None) else UNKNOWN
    dated = []
    for index, (place, own) in enumerate(found):
        if own is not None:
            dated.append((place, context.resolve(sentence, own, _future(realis))))
        else:
            dated.append((place, when if index == 0 else shared))
    return dated


def listed(context: Context, sentence: Sentence, number: int) -> list[Place]:
    """The place at a unit and those listed after it: "Hanoi, Jakarta and Singapore"."""
    return [place for place, _ in stops(context, sentence, number)]


def stops(context: Context, sentence: Sentence, number: int) -> list[tuple[Place, int | None]]:
    """The place at a unit and those coordinated with it, each with the unit of its own date, if it has one.

    "Hanoi, Jakarta and Singapore"; "Baku on Saturday and Tbilisi on Sunday".
    """
    found: list[tuple[Place, int | None]] = []
    at: int | None = sentence.offsets[number]
    while at is not None:
        unit = re.compile(r"[LC](\d+)").match(sentence.coded, at)
        assert unit is not None
        own = re.compile(r"[LC]\d+(?: ,)?(?: (?:on|in|from))? D(\d+)").match(sentence.coded, at)
        place = place_at(context, sentence, int(unit.group(1)))
        if not found or place.country != found[-1][0].country:
            found.append((place, int(own.group(1)) if own else None))
        following = _NEXT_STOP.match(sentence.coded, at)
        at = sentence.offsets[int(following.group("to"))] if following else None
    return found


_NEXT_STOP = re.compile(
    r"[LC]\d+(?:(?: ,)?(?: (?:on|in|from))? D\d+(?: (?:morning|evening|night|afternoon))?)?(?: ,| and| , and)(?: then| finally| later| also| afterwards| on)*(?: to| in| at)? (?:the )?(?=[LC](?P<to>\d+)(?! (?:'s|-) ))"
)


def stated_place(
    context: Context, sentence: Sentence, at: int, low: int, high: int, guest: Entity | None
) -> Place | None:
    """The place that a clause gives for what happens at an offset: named or meant by "here" or "the capital", the nearest, after before before."""
    best: tuple[int, Place] | None = None
    for locus in loci(sentence, low, high):
        if locus.prep not in ("in", "at", "") or (
            locus.unit is not None and sentence.units[locus.unit].code == "C" and locus.prep == "at"
        ):
            continue
        place = place_for(context, sentence, locus, guest)
        if place is None or is_elsewhere(sentence, locus.start):
            continue
        cost = abs(locus.start - at) + (40 if locus.start < at else 0) + (60 if place.city is None else 0)
        if best is None or cost < best[0]:
            best = cost, place
    if best is None and (bracketed := re.compile(r"\( L(\d+) [,)]").search(sentence.coded, at, high)):
        return context.place_of(sentence.units[int(bracketed.group(1))])
    return best[1] if best else None


def is_elsewhere(sentence: Sentence, at: int) -> bool:
    """True where "in Y" says where a thing is ("the embassy in Y"), not where somebody acts ("at the embassy in Y")."""
    found = ELSEWHERE.search(sentence.coded[:at])
    if not found:
        return False
    return not re.search(
        r"\b(?:at|in|inside|into|outside) (?:an? |the |his |its |their )?(?:[a-zACK\d'-]+ ){0,2}$",
        sentence.coded[: found.start()],
    )


# Nouns whose "in Y" says where they are, not where the speaker is.
ELSEWHERE = re.compile(
    r"\b(?:wars?|conflicts?|ceasefire|embass(?:y|ies)|consulates?|situation|elections?|cris[ie]s|attacks?|events|violence|plants?|factory|factories|troops|peace|coup|fighting|earthquakes?|projects?|trade|"
    r"ambassadors?|envoys?|office|offices|markets?|investments?|compan(?:y|ies)|reforms|forces|students?|centres?|centers?|firms?|invest|invested|interests|produced|made|built|based|born|protests|correspondents?|port|"
    r"mission|missions|schools?|bases?|citizens|nationals|communit(?:y|ies)|people|living|active|busy|sells?|sold|workers|stations?|lines?|network|development|economy|media|press|papers|rates|growth|developments|"
    r"stability|security|democracy|power|interest|names?|household name|assets|minorit(?:y|ies)|universit(?:y|ies)|operating|operate|places|seat|role|money|published|printed|compiled|headquarters|drivers|exporter|"
    r"importer|broker|trader|delegate|stationed|sites?|infrastructure|production|presence|partners?|customs|circles|bank|steel mill|mill|mine|field|fields|refinery|bridge|railway|road|pipeline|hub) "
    r"(?:[a-z]+ )?$"
)


def headline_future(context: Context, sentence: Sentence, match: Match[str], verb: str, realis: Realis) -> Realis:
    """Present tense with a day ahead is a plan ("leaves on Sunday"); in a chronicle it is not."""
    if realis.status is not Status.DONE or not verb.endswith("s") or verb == "headed":
        return realis
    if context.entry_date(sentence.index) or context.heading_year(sentence.index):
        return realis
    low, high = clause_around(sentence, match.start())
    if dated_ahead(sentence, match.start(), match.end() + 60) or dated_ahead(
        sentence, max(low, match.start() - 40), match.start()
    ):
        return Realis(Status.PLANNED)
    tail = sentence.coded[match.start() : match.end() + 60]
    onward = re.search(r"\bfrom (?:there|here|[LC]\d+)\b|\bthen\b", sentence.coded[: match.start()][-60:])
    if onward or re.match(r"[a-z]+ on to\b", tail) or ("D" not in tail and _dated_ahead(sentence, match)):
        return Realis(Status.PLANNED)
    if verb in ("goes", "travels", "flies", "heads", "leaves") and _this_span(
        sentence, match.end(), min(high, match.end() + 60)
    ):
        return Realis(Status.PLANNED)
    return realis


def _this_span(sentence: Sentence, low: int, high: int) -> bool:
    """True where a stretch holds "this week" or "this month"."""
    spans = [n for n in sentence.of("D") if low <= sentence.offsets[n] < high]
    return any(
        getattr(sentence.units[n].thing, "form", "") == "span" and "this" in sentence.units[n].word for n in spans
    )


def dated_ahead(sentence: Sentence, low: int, high: int) -> bool:
    """True where a stretch holds a day to come: "tomorrow", "next week", a bare weekday."""
    if re.search(r"\b(?:coming|later today)\b", sentence.coded[low:high]):
        return True
    for number in sentence.of("D"):
        thing, at = sentence.units[number].thing, sentence.offsets[number]
        if low <= at < high and isinstance(thing, Dated):
            weekday = thing.weekday is not None and re.search(r"\b(?:on|this) $", sentence.coded[:at])
            if (thing.shift > 0 and not thing.anaphoric) or (weekday and thing.unit == "weekday"):
                return True
    return False


def _dated_ahead(sentence: Sentence, match: Match[str]) -> bool:
    return bool(re.search(r"^(?:from there|after that|next|then)\b", sentence.coded[: match.start()]))


def guard(context: Context, sentence: Sentence, match: Match[str], realis: Realis) -> Realis:
    """Refuse what a condition, denial or question around the verb takes back; see what a report of a plan makes of it."""
    if re.search(r"\b(?:until|unless|once) (?!D\d)[^,;]*$", sentence.coded[max(0, match.start() - 60) : match.start()]):
        return Realis(None, reason="conditional")
    outer = around(sentence, match.start(), match.end())
    if outer.status is None or outer.status is Status.CANCELLED:
        return outer
    if realis.status is Status.PLANNED and WISHED.search(sentence.coded[max(0, match.start() - 110) : match.start()]):
        return Realis(Status.PROPOSED)
    return realis


WISHED = re.compile(
    r"\b(?:invit\w+|ask(?:ed|s)?|urg(?:ed|es)|propos\w+|suggest\w+|offer\w*|hop(?:es?|ed|ing)|wish\w*|wants?|wanted|would like|readiness|look\w* forward|invitation|expects?|expected [PH]\d+)\b[^.;:]*\bto (?:[a-z]+ )?$"
)


SITE = re.compile(
    r"\b(?:at|in) (?:the )?(?:presidential|royal|government|foreign|state|[a-z]+)? ?(?:palace|residence|office|ministry|airport|house|castle|complex|akorda|kremlin)\b"
)


def frame_city(context: Context, state: str) -> Place:
    here = context.here()
    if here and here.country == state:
        return here
    return Place(None, state, Basis.FRAME)


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
