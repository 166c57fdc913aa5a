"""Visits told in lists, by ellipsis and in passing: tours, turns, guests of a gathering, "and again in July", "he had come from Y"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_kinds import event_in
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each, stated_place
from relations_db.extract.rules.visit_realis import clause_around, guard
from relations_db.extract.rules.visit_syntax import objects
from relations_db.extract.rules.visit_when import day_of_leaving
from relations_db.extract.rules.visit_where import here, place_at, place_for, scene, told_place
from relations_db.extract.rules.visit_who import agents, is_traveller, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status

FROM = re.compile(
    r"\b(?P<verb>came|come|comes|arrived|arriving|flew|flown|flies|travelled|fresh|returned|back|home|return|on (?:his|her|Q\d+) way (?:home |back )?|before that)"
    r"(?: (?:in|straight|directly|here|there|on D\d+|D\d+|home|late|early|morning|evening|afternoon|night|,|(?:to|in|into) (?:the )?(?:[LC]\d+|[AC]\d+ (?:'s )?capital|[a-z]+ capital|capital)(?: , C\d+)?))* from (?P<tail>[^;]{0,140})"
)


def came_from(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "He had come from Astana, and before that from Ashgabat": earlier stops."""
    locus = next(iter(loci(sentence, match.start("tail") - 5, match.end())), None)
    if locus is None or locus.prep != "from" or locus.unit is None or locus.start > match.start("tail"):
        return []
    pools = agents(context, sentence, match.start())
    if not pools and match.group("verb").startswith("on"):
        pools = people(context, sentence, sentence.of("P")[:1])
    if not pools and match.group("verb") == "return":
        pools = _of_return(context, sentence, match.start())
    place = place_at(context, sentence, locus.unit)
    if not pools or place.country in {e.country for e in pools[0][:1]}:
        return []
    if context.host == place.country and context.guest in pools[0][:1]:
        return []
    realis = guard(context, sentence, match, Realis(Status.DONE, True))
    after = sentence.coded[locus.end :]
    kind, when = "unspecified", UNKNOWN
    if relative := re.match(r" ,? ?where ([^;]*)", after):
        kind = "summit" if event_in(relative.group(1)) else kind
        when = context.date_near(sentence, locus.end, False, (locus.end, len(sentence.coded))) or UNKNOWN
        kind = "summit" if re.search(r"\bB\d+ meeting\b", relative.group(1)) else kind
    elif _TO.search(sentence.coded, match.end("verb"), match.start("tail")):
        return []  # "arrived in Y from Z": he may only have changed planes
    elif dated := re.match(r" (?:on |in )?D(\d+)", after):
        when = context.resolve(sentence, int(dated.group(1)), False)
    guests = travellers(pools[:1], place.country)
    return make_each(
        context,
        sentence,
        "visit-from",
        guests,
        place,
        kind,
        when,
        realis,
        {"origin": 1},
        ended=day_of_leaving(context, sentence, match.start(), locus.start),
    )


_TO = re.compile(r" (?:to|in|into) (?:the )?[LCAa-z]")


def _of_return(context: Context, sentence: Sentence, at: int) -> list[list[Entity]]:
    """Whose return is told: of the one who acts after it ("On his return from Y, X said"), else of "his"."""
    owner = _RETURN_OF.search(sentence.coded, 0, at)
    if owner is None:
        return []
    mains = (c for c in context.clauses(sentence) if c.form == "finite" and c.link == "" and c.subject)
    acting = next((c.subject[0] for c in mains if sentence.offsets[c.subject[0]] > at), None)
    numbers = [int(owner.group(1))] if acting is None else [acting]
    return people(context, sentence, numbers)


_RETURN_OF = re.compile(r"\b(?:on|upon|after|since|following|with|D\d+) (?:the )?[QP](\d+) (?:'s )?$")
JOINED = re.compile(
    r"\b(?P<verb>joins|joined|joining|will join)\b(?! (?:the|a|an|in|forces|hands)\b)(?P<tail>[^;,]{0,60})"
)


def joined(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X is in Y from Sunday, Z joins on Monday"."""
    tail = match.group("tail")
    if not re.match(
        r" (?:(?:H|P|G)\d+ )?(?:there |in [LC]\d+ )?(?:on |the |from )*D\d+| H\d+ (?:there|in [LC]\d+|for)| [HPG]\d+ (?:(?:there|on|for|in) )+(?:the )?(?:first|second|third|last|final|same|next|O\d+) (?:day|leg|evening|morning)",
        tail,
    ):
        return []
    pools = agents(context, sentence, match.start())
    if not pools or REMOTE.search(sentence):
        return []
    low, high = clause_around(sentence, match.start())
    place = stated_place(context, sentence, match.end("verb"), match.start(), high, pools[0][0]) or told_place(
        context, sentence, match.start(), pools[0][0].country
    )
    realis = guard(
        context, sentence, match, Realis(Status.PLANNED if match.group("verb").startswith("will") else Status.DONE)
    )
    when = context.date_near(sentence, match.end("verb"), None, (match.start(), match.end())) or UNKNOWN
    kind = "summit" if event_in(sentence.coded[low:high]) else "unspecified"
    return make_each(
        context,
        sentence,
        "visit-joined",
        travellers(pools, place.country if place else None),
        place,
        kind,
        when,
        realis,
    )


TURN = re.compile(
    r"\b(?P<head>(?:list|guests|turn|participants|line|round|schedule|agenda|programme|company|diary|visitors|callers|present|attended|joined|brought together|gathered|those present)"
    r"(?: (?:of|on|at|in|from|the|and|L\d+|C\d++(?! 's)|B\d+|K\d+|meeting|summit|honou?r|included?|includes|comprised|comprises|were|was|is|are|by|list|meetings|talks|conversations|D\d+|[a-z]+ of))*) "
    r"(?=(?:(?:[CA]\d+|'s|the|of) )*P\d+)"
)


def turns(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Wednesday's list comprised X and Y", "tomorrow it will be the turn of A's X": guests at the scene of the story."""
    attended = match.group("head").startswith("attended")
    if attended and not event_in(sentence.coded[: match.start()]) and not event_in(sentence.coded[match.end() :]):
        return []
    if (
        REMOTE.search(sentence)
        or not re.search(
            r"\b(?:of|comprised?s?|included?s?|were|was|are|is|by|together|gathered)$", match.group("head")
        )
        or match.group("head") in ("guests of", "present by")
    ):
        return []
    numbers = objects(context, sentence, match.end("head"))
    pools = people(context, sentence, numbers)
    place = stated_place(context, sentence, match.start(), *clause_around(sentence, match.start()), None) or scene(
        context, sentence
    )
    if place is None or len(pools) < 1 or (match.group("head").startswith(("present", "joined")) and len(pools) < 2):
        return []
    future = bool(
        re.search(r"\b(?:will|tomorrow|is to|are to)\b", sentence.coded[max(0, match.start() - 40) : match.end()])
    )
    tomorrow = any(getattr(d, "shift", 0) == 1 and d.unit == "days" for _, d in context.dates_in(sentence)[:1])
    realis = guard(context, sentence, match, Realis(Status.PLANNED if future or tomorrow else Status.DONE))
    when = context.date_near(sentence, match.start(), future) or context.news_date()
    kind = "summit" if len(pools) > 1 or event_in(sentence.coded) else "unspecified"
    guests = [g for g in travellers([p[:1] for p in pools], place.country) if is_traveller(context, g)]
    return make_each(context, sentence, "visit-turn", guests, place, kind, when, realis, weak=True)


ELLIPSIS = re.compile(
    r"(?P<who>P\d+)(?: ,)?(?: (?:twice|again|once|also|came|in|on|the|followed|too|only|back|did so|went|,|for(?: an?)?(?: [a-z]+)? (?:[BK]\d+|summit|forum)(?: summit)?|in [LC]\d+))*? (?P<when>D\d+)(?= (?:,|and|for|in|when|to|on|\.|;|with)| ?$)"
)


def elliptic(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Every president has made the journey: X in November 2000, Y six years later, for a summit, Z in May 2016"."""
    heads = list(ELLIPSIS.finditer(sentence.coded))
    before = sentence.coded[: heads[0].start()]
    if len(heads) < 2 or match.start() != heads[0].start() or not _TRIP_TOLD.search(before[-140:]):
        return []
    made: list[Candidate] = []
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(sentence.coded)
        pools = people(context, sentence, [int(head.group("who")[1:])])
        if pools:
            made += _one_of_list(context, sentence, pools[0][0], head.end("who"), end, heads[0].start())
    return made


_TRIP_TOLD = re.compile(
    r"\b(?:made the (?:journey|trip|visit)|visited|visits?|visitors|came|gone|went|trips?|travelled|guests?|been|came calling|paid|hosted|received|welcomed)\b"
)


def _one_of_list(
    context: Context, sentence: Sentence, guest: Entity, low: int, high: int, first: int
) -> list[Candidate]:
    """The visits of one person of a list: a visit for each date that no subordinate clause holds."""
    coded = sentence.coded
    made: list[Candidate] = []
    dates = [
        (n, sentence.offsets[n]) for n, _ in context.dates_in(sentence) if low <= sentence.offsets[n] < high and not re.search(r" (?:when|who|where|which) [^,;]*$", coded[low : sentence.offsets[n]])
    ]  # fmt: skip
    for index, (number, at) in enumerate(dates):
        start = low if index == 0 else _item_start(coded, dates[index - 1][1], at)
        end = _item_start(coded, at, dates[index + 1][1]) if index + 1 < len(dates) else high
        place = next(
            (
                place_at(context, sentence, x.unit)
                for x in loci(sentence, start, end)
                if x.prep in ("in", "at", "to") and x.unit is not None
            ),
            None,
        )
        if place is None or place.country == guest.country:
            place = journey_place(context, sentence, first, guest)
        kind = (
            "summit"
            if event_in(coded[start:end]) or re.search(r"\bfor (?:the )?(?:[a-z]+ )?[BK]\d+\b", coded[start:end])
            else "unspecified"
        )
        when = context.resolve(sentence, number, False)
        made += make_each(context, sentence, "visit-listed", [guest], place, kind, when, Realis(Status.DONE, True))
        made += _partners(context, sentence, start, end, guest, place, when)
    return made


def journey_place(context: Context, sentence: Sentence, at: int, guest: Entity) -> Place | None:
    """Where "the journey" of a list went: the place told in the sentence, else the host of the story."""
    said = [x for x in loci(sentence, 0, at) if x.prep in ("to", "in", "at") and x.unit is not None]
    for locus in reversed(said):
        place = place_for(context, sentence, locus, guest)
        if place and place.country != guest.country:
            return place
    if context.host and context.host != guest.country:
        return Place(None, context.host, Basis.FRAME)
    return told_place(context, sentence, at, guest.country)


def _item_start(coded: str, low: int, high: int) -> int:
    """Where the next item of a list begins between two dates: at the "and" or comma before the second."""
    found = max(coded.rfind(" and ", low, high), coded.rfind(" , ", low, high - 4))
    return found if found > low else high


def _partners(
    context: Context, sentence: Sentence, low: int, high: int, guest: Entity, place: Place | None, when: When
) -> list[Candidate]:
    """ "for his meeting in Y with Z": Z is there too."""
    found = re.compile(r"\b(?:meeting|talks|summit|meet)\b[^,;]*? (?:with )?(?:[CA]\d+ (?:'s )?|the )*(P\d+)").search(
        sentence.coded, low, high
    )
    if not found or place is None or place.city is None:
        return []
    pools = people(context, sentence, [int(found.group(1)[1:])])
    return make_each(
        context,
        sentence,
        "visit-listed",
        travellers([p[:1] for p in pools], place.country),
        place,
        "unspecified",
        when,
        Realis(Status.DONE, True),
    )


ENCOUNTER = re.compile(
    r"\b(?P<what>the (?:last|latest|first|second|third|most recent|previous)(?: of (?:them|these|those|which|G\d+)| (?:meeting|encounter|gathering|round|talks|session))|meetings?|encounters?|conversations?|talks|rendezvous|gatherings?|sessions?|the one (?:they|the two|G\d+|both|N\d+ G\d+) (?:had|held)(?: had)?)"
    r"(?: (?:D\d+|on D\d+|in D\d+|with (?:the )?(?P<with>P\d+)|,))*(?= in | at )"
)


def encounter(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The two have had 14 meetings, the last of them in Y on D", "after a conversation in Y in July": both are there."""
    low, high = clause_around(sentence, match.start())
    locus = next((x for x in loci(sentence, match.end(), high) if x.prep in ("in", "at") and x.unit is not None), None)
    if locus is None or locus.start > match.end() + 1 or locus.unit is None or sentence.units[locus.unit].code != "L":
        return []
    place = place_at(context, sentence, locus.unit)
    if REMOTE.within(sentence, sentence.coded[low:high]):
        return []
    pair = _pair(context, sentence, match)
    if len({e.country for e in pair}) < 2:
        return []
    realis = guard(context, sentence, match, Realis(Status.DONE))
    if re.search(
        r"\b(?:will|is to|are to|planned|scheduled|expected|next|proposed)\b", sentence.coded[low : match.start()][-60:]
    ):
        return []
    when = context.date_near(sentence, locus.end, False, (match.start(), high)) or UNKNOWN
    kind = (
        "summit"
        if event_in(sentence.coded[locus.end : high])
        or re.search(r"\b(?:margins?|sidelines?|fringes?|edge) of\b", sentence.coded[low:high])
        else "unspecified"
    )
    guests = [e for e in pair if e.country != place.country and is_traveller(context, e)]
    return make_each(
        context,
        sentence,
        "visit-encounter",
        guests,
        place,
        kind,
        when,
        Realis(realis.status, True),
        weak=when.date is None,
    )


_OF_THE_TWO = re.compile(
    r"\b(?:theirs?|between)\b|P\d+(?: of C\d+)?(?: ,)? and (?:(?:the |visiting |[AC]\d+ (?:'s )?)*)[PH]\d"
)


def _are_two(before: str) -> bool:
    """True where words before a meeting, and not only those of a quotation that is over, speak of two."""
    return any(before.count('"', found.end()) % 2 == 0 for found in _OF_THE_TWO.finditer(before))


def _pair(context: Context, sentence: Sentence, match: Match[str]) -> list[Entity]:
    """The two who met: named in the sentence before the meeting, or meant by "they", "theirs", "the two"."""
    numbers = [n for n in sentence.of("G") if sentence.offsets[n] < match.start()]
    groups = [e for n in numbers for p in people(context, sentence, [n]) for e in p]
    if len({e.country for e in groups}) >= 2:
        return groups[:2]
    named = [n for n in sentence.of("P", "H") if sentence.offsets[n] < match.start()]
    if match.group("with"):
        named = [*named[:1], int(match.group("with")[1:])]
    pools = people(context, sentence, named)
    if not named and sentence.index and re.search(r"\b(?:previous|last|first|earlier|latest)\b", match.group("what")):
        before = context.analysis.sentences[sentence.index - 1]
        pools = people(context, before, before.of("P")[:2])
        return [p[0] for p in pools] if len({p[0].country for p in pools}) == 2 else []
    found: list[Entity] = []
    for pool in pools:
        if pool[0].country not in {e.country for e in found}:
            found.append(pool[0])
    return found if len(found) == 2 and (match.group("with") or _are_two(sentence.coded[: match.start()])) else []


TALKS_OF = re.compile(
    r"\b(?P<to>L\d+) (?:[a-z-]+ )?(?:talks|meeting|negotiations|conversation|encounter|rendezvous)\b (?:between|of) (?:the )?(?P<list>P\d+(?: ,)? and (?:the )?P\d+)"
)


def talks_of(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The Prague talks between X and Y": the foreigner of the two was there."""
    place = place_at(context, sentence, int(match.group("to")[1:]))
    persons = [p[0] for p in people(context, sentence, [int(n) for n in re.findall(r"P(\d+)", match.group("list"))])]
    realis = guard(context, sentence, match, Realis(Status.DONE))
    when = context.date_near(sentence, match.end(), False) or UNKNOWN
    guests = [e for e in persons if e.country != place.country and is_traveller(context, e)]
    return make_each(context, sentence, "visit-encounter", guests, place, "unspecified", when, realis, weak=True)


PRESENT = re.compile(
    r"^(?:(?:at|in|on|over|under|before|after|during|beneath|by|with|between) (?:[a-z][a-z'-]* ){1,7}?(?:, )?)?(?:(?:the )?[AC]\d+ (?:'s )?)?(?:P\d+|messrs P\d+|H\d+)"
    r"(?: of (?:the )?C\d+)?(?: (?:and|,) (?:(?:the )?[AC]\d+ (?:'s )?)?(?:P|H)\d+(?: of (?:the )?C\d+)?)*(?: ,)? [a-z]+"
)


def at_entry(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Under the head "9 October. Varna" whoever acts is there."""
    place = here(context, sentence, None)
    entry = context.entry_date(sentence.index)
    if place is None or entry is None or place.basis is Basis.DATELINE or REMOTE.search(sentence):
        return []
    end = re.search(r" [a-z]+$", match.group())
    at = match.start() + (end.start() + 1 if end else 0)
    pools = agents(context, sentence, at)
    if re.search(r"\b(?:had|has|have) [a-z]+ed\b|\btold\b|\bsaid\b", sentence.coded[at : at + 25]) or not pools:
        return []
    realis = guard(context, sentence, match, Realis(Status.DONE))
    guests = [g for g in travellers([p[:1] for p in pools], place.country) if is_traveller(context, g)]
    head = context.analysis.sentences[max(0, sentence.index - 2) : sentence.index + 1]
    kind = (
        "summit"
        if any(event_in(s.coded) or "sidelines" in s.coded for s in head if s.paragraph == sentence.paragraph)
        else "unspecified"
    )
    when = When(entry.date, Basis.FRAME, entry.span, entry.until)
    return make_each(
        context,
        sentence,
        "visit-entry",
        guests,
        Place(place.city, place.country, Basis.FRAME, place.span),
        kind,
        when,
        realis,
        weak=True,
    )
