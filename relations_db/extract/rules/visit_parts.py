"""What the rules on visits share: who, where and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from re import Match

from relations_db.extract.candidate import Candidate, Where
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import is_elsewhere, loci, owner_of
from relations_db.extract.rules.visit_when import future_of, is_last_day, last_day, nearest_year, one_clause
from relations_db.extract.rules.visit_where import here, is_talked_of, place_at, place_for, told_place
from relations_db.extract.rules.visit_who import is_traveller
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.denied import denied_at
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, PartialDate, Status, Visit


def make_each(
    context: Context, sentence: Sentence, rule: str, guests: list[Entity], place: Place | None, kind: str, when: When, realis: Realis,
    notes: dict[str, int] | None = None, weak: bool = False, ended: When = UNKNOWN,
) -> list[Candidate]:  # fmt: skip
    """A candidate for each guest who is foreign to the place; none where the text does not assert the stay."""
    if place is None or realis.status is None:
        return []
    if realis.status is not Status.CANCELLED and _is_denied(sentence, place):
        return []
    where: dict[str, Where] = {"host": (place.basis, place.span), "started_on": (when.basis, when.span)}
    if place.city:
        where["city"] = (place.basis, place.span)
    if end := ended.date or when.until:
        where["ended_on"] = (ended.basis, ended.span) if ended.date else (when.basis, when.span)
    status = realis.status
    published = context.analysis.document.published_on
    if status is Status.DONE and when.date and published and when.date.first > published.last:
        status = Status.PLANNED  # nothing has been done on a day to come
    if (
        status is Status.DONE
        and when.span
        and not realis.background
        and _NEXT.match(context.analysis.low, when.span[0])
    ):
        status = Status.PLANNED
    if kind == "unspecified" and rule in _JOINT_ACTS and _are_many(sentence, guests, place.country):
        kind = "summit"
    later = when.span is not None and bool(_LATER.match(context.analysis.low, when.span[0]))
    found = []
    for guest in guests:
        if (
            not guest.country
            or guest.country == place.country
            or (guest.office == "envoy" and not is_traveller(context, guest))
        ):
            continue
        claim = Visit(guest.name, guest.country, place.country, kind, place.city, when.date, end, status)
        found.append(
            Candidate(
                claim,
                [(sentence.start, sentence.end)],
                rule,
                sentence.index,
                dict(where),
                realis.background,
                weak,
                dict(notes or {}) | ({"later": 1} if later else {}),
            )
        )
    return found


_LATER = re.compile(r"later (?:in the|that|the same|in the same|in that) (?:same )?year\b")


def _is_denied(sentence: Sentence, place: Place) -> bool:
    """True where words before the place, or before all else where it is unsaid, take the stay back."""
    said = (n for n, unit in enumerate(sentence.units) if place.span and unit.start == place.span[0])
    number = next(said, None)
    return denied_at(sentence, len(sentence.coded) - 1 if number is None else sentence.offsets[number])


_NEXT = re.compile(
    r"next (?:week|month|year|spring|summer|autumn|fall|winter)\b|(?:later this|the coming) (?:week|month|year)\b"
)
# rules whose guests were together with their host
_JOINT_ACTS = frozenset(("visit-reception", "visit-received", "visit-guests"))
_APART = re.compile(
    r"\b(?:separate(?:ly)?|in turn|each|one after the other|respectively|first|then|later|D\d+ .* D\d+|(?:met|talks|meeting) .*\b(?:received|welcomed))\b"
)


def _are_many(sentence: Sentence, guests: list[Entity], host: str) -> bool:
    """True where one act brings guests of two states before their host: three states are no meeting of two."""
    states = {g.country for g in guests if g.country and g.country != host}
    return len(states) >= _GUEST_STATES and not _APART.search(sentence.coded)


_GUEST_STATES = 2


def implied_host(context: Context, sentence: Sentence, guest: Entity, offset: int) -> Place | None:
    """The other state of the story: the place said in the sentence, the entry's, the visit told before, the dateline's, or the pair's."""
    if own := _told_before(context, sentence, guest, offset):
        return own
    near = _antecedent(context, sentence, offset) or context.place_near(sentence, offset, one_clause(sentence, offset))
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


def _told_before(context: Context, sentence: Sentence, guest: Entity, offset: int) -> Place | None:
    """Where the same sentence has the guest go before an offset: "X arrived in Y for a visit meant to revive the pact of Z"."""
    stretch = sentence.units[sentence.at(max(0, sentence.coded.rfind(" ; ", 0, offset)))].start
    for told in reversed(context.told):
        claim = told.claim
        if told.sentence != sentence.index or told.weak or not isinstance(claim, Visit):
            continue
        span = told.where.get("host", (Basis.FRAME, None))[1]
        if (
            (claim.leader, claim.country) == (guest.name, guest.country)
            and span
            and stretch <= span[0]
            and span[0] < sentence.units[sentence.at(offset)].start
        ):
            return Place(claim.city, claim.host, Basis.SAID, span)
    return None


_WHERE = re.compile(r"[LC](\d+)(?: (?:on |in )?D\d+)? , where (?:(?! , and )[^;:])*$")


def _antecedent(context: Context, sentence: Sentence, offset: int) -> Place | None:
    """ "In Y, where he is expected for a visit": the place that "where" takes up."""
    found = _WHERE.search(sentence.coded, max(0, offset - 120), offset)
    return place_at(context, sentence, int(found.group(1))) if found else None


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
    owns = [own for _, own in found]
    if len(found) > 1 and owns[-1] is not None and not any(owns[:-1]) and _is_range(sentence, owns[-1]):
        when, found = context.resolve(sentence, owns[-1], future_of(realis)), [(place, None) for place, _ in found]
        return [(place, _part_of(when, index, len(found))) for index, (place, _) in enumerate(found)]
    if len(found) > 1 and when.basis is Basis.FRAME and not _is_here(sentence, when):
        when = UNKNOWN  # a day of another sentence is that of one stop only
    first = sentence.units[number].start
    behind = when.span is None or (when.span[0] > first and not any(own for _, own in found))
    shared = when if behind or (when.date and when.date.day is None) else _soon_after(when)
    dated = []
    for index, (place, own) in enumerate(found):
        if own is not None and is_last_day(sentence, own):
            last = last_day(context, sentence, own)
            dated.append(
                (
                    place,
                    When(
                        when.date if index == 0 and when.span != last.span else None, last.basis, when.span, last.date
                    ),
                )
            )
        elif own is not None:
            day = context.resolve(sentence, own, future_of(realis))
            day = nearest_year(context, sentence, day) if realis.status is Status.CANCELLED else day
            dated.append((place, _not_before(day, dated[-1][1]) if dated else day))
        else:
            dated.append((place, _part_of(when if index == 0 else shared, index, len(found))))
    return dated


def _is_here(sentence: Sentence, when: When) -> bool:
    """True for a day that the sentence itself tells, or that its entry gives to all of it."""
    return when.span is None or sentence.start <= when.span[0] < sentence.end


def _soon_after(when: When) -> When:
    """When the later stops of a tour are, of which only the first has a day: in its month, unless that is nearly over."""
    if when.date and when.date.month and when.date.day and when.date.day <= _EARLY and when.until is None:
        return When(PartialDate(when.date.year, when.date.month), Basis.FRAME, when.span)
    return UNKNOWN


_EARLY = 20  # day of the month up to which a tour of some days ends in it


def _is_range(sentence: Sentence, number: int) -> bool:
    thing = sentence.units[number].thing
    return isinstance(thing, Dated) and bool(thing.until or thing.days)


def _not_before(day: When, last: When) -> When:
    """The day of a stop told after another: a weekday before that of the last stop is meant a week later."""
    if day.date and day.date.day and last.date and last.date.day:
        behind = (last.date.first - day.date.first).days
        if 0 < behind < 7:
            return When(PartialDate.of(day.date.first + timedelta(days=7)), day.basis, day.span)
    return day


def _part_of(when: When, index: int, stops: int) -> When:
    """The part that one of several stops has in a range: the first has its first day, the last its last, others lie within."""
    if when.until is None or when.date is None or stops < 2:
        return when
    if index == 0:
        return When(when.date, when.basis, when.span)
    within = (
        PartialDate(when.date.year, when.date.month)
        if (when.date.year, when.date.month) == (when.until.year, when.until.month)
        else PartialDate(when.date.year)
    )
    return When(within, when.basis, when.span, when.until if index == stops - 1 else None)


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
        own = re.compile(r"[LC]\d+(?: ,)?(?: (?:on|in|from|until|till))? D(\d++)(?! (?:to|for) (?:the )?[LC]\d)").match(
            sentence.coded, at
        ) or re.compile(r" and , (?:on )?D(\d+) , (?:to|in) (?:the )?$").search(sentence.coded, max(0, at - 30), at)
        place = place_at(context, sentence, int(unit.group(1)))
        if not found or place.country != found[-1][0].country:
            found.append((place, int(own.group(1)) if own else None))
        following = _NEXT_STOP.match(sentence.coded, at)
        at = sentence.offsets[int(following.group("to"))] if following else None
    return found


_NEXT_STOP = re.compile(
    r"[LC]\d+(?:(?: ,)?(?: (?:on|in|from|until|till))? D\d+(?: (?:morning|evening|night|afternoon))?)?(?: for (?:a few|some|several|N\d+|two|three) (?:hours|days))?(?: and , (?:on )?D\d+ ,| ,| and| , and)(?: then| finally| later| also| afterwards| on| ,)*(?: to| in| at)? (?:the )?(?=[LC](?P<to>\d++)(?!\d| 's | - [A-Z]\d))"
)


def latter_two(context: Context, sentence: Sentence, at: int) -> list[Place]:
    """ "The two latter countries": the last two of those listed before."""
    numbers = [n for n in sentence.of("C", "L") if sentence.offsets[n] < at]
    return [place_at(context, sentence, n) for n in numbers[-2:]]


def stated_place(
    context: Context, sentence: Sentence, at: int, low: int, high: int, guest: Entity | None, to_come: bool = False
) -> Place | None:
    """The place that a clause gives for what happens at an offset: named or meant by "here" or "the capital", the nearest, after before before.

    `to_come`: the place where an event is only to be held counts, too.
    """
    best: tuple[int, Place] | None = None
    for locus in loci(sentence, low, high):
        seated = locus.prep == "of" and re.search(
            r"\b(?:edge|margins?|sidelines?|fringes?|airport|outskirts|town|city|port|village) (?:of )?$",
            sentence.coded[: locus.start],
        )
        if (locus.prep not in ("in", "at", "") and not seated) or (
            locus.unit is not None and sentence.units[locus.unit].code == "C" and locus.prep == "at"
        ):
            continue
        place = place_for(context, sentence, locus, guest)
        if place is None or is_elsewhere(sentence, locus.start, to_come) or is_talked_of(context, sentence, locus):
            continue
        owner = owner_of(sentence, locus.start)
        if owner is not None and guest not in context.entities_at(sentence, owner)[:1]:
            continue  # "X watched it in V, Y in W": W is where Y is
        cost = abs(locus.start - at) + (40 if locus.start < at else 0) + (60 if place.city is None else 0)
        if best is None or cost < best[0]:
            best = cost, place
    if best is None and (bracketed := re.compile(r"\( L(\d+) [,)]").search(sentence.coded, at, high)):
        return context.place_of(sentence.units[int(bracketed.group(1))])
    return best[1] if best else None


def frame_city(context: Context, state: str) -> Place:
    here = context.here()
    if here and here.country == state:
        return here
    return Place(None, state, Basis.FRAME)


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _city_of_news(context: Context, candidate: Candidate) -> Candidate | None:
    """The dateline's city, or the capital where the text places something there, for the visit that is the news."""
    claim = candidate.claim
    assert isinstance(claim, Visit)
    on = context.analysis.on
    if claim.started_on and on and abs((on.first - claim.started_on.first).days) > 31:
        return None
    written = context.here()
    if written and written.country == claim.host and written.city:
        return replace(
            candidate,
            claim=replace(claim, city=written.city),
            where={**candidate.where, "city": (Basis.DATELINE, written.span)},
        )
    capital = context.lexicon.capitals.get(claim.host)
    for sentence in context.analysis.sentences:
        for number in sentence.of("L"):
            place = context.place_of(sentence.units[number])
            if (
                place.city
                and place.city == capital
                and place.country == claim.host
                and context.is_place(sentence, number)
            ):
                return replace(
                    candidate,
                    claim=replace(claim, city=place.city),
                    where={**candidate.where, "city": (Basis.FRAME, place.span)},
                )
    return None


def with_city(context: Context, candidate: Candidate) -> Candidate:
    """A visit whose own sentences name no city takes the nearest place of the host state that the text around names."""
    claim = candidate.claim
    assert isinstance(claim, Visit)
    if claim.city or claim.status is Status.PROPOSED:
        return candidate
    if city := _city_of_news(context, candidate):
        return city
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
