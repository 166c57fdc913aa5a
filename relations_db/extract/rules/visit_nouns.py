""" "X's visit to Y": visit nouns with their guest and host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import UNKNOWN, Context, Place, When
from relations_db.extract.loci import Locus, loci
from relations_db.extract.rules import visit_noun_dates as noun_dates
from relations_db.extract.rules.visit_fates import fate_of, travel_of
from relations_db.extract.rules.visit_kinds import DET, MOD, NOUN, event_in, kind_of
from relations_db.extract.rules.visit_lengths import stay_of_noun
from relations_db.extract.rules.visit_noun_dates import as_its_verb, counted_day, new_day, nominal_when
from relations_db.extract.rules.visit_noun_guests import BY, nominal_pool
from relations_db.extract.rules.visit_parts import each_stop, latter_two, make_each
from relations_db.extract.rules.visit_phases import Phase, phase_of
from relations_db.extract.rules.visit_realis import nominal_realis
from relations_db.extract.rules.visit_where import anaphoric, here, place_at, place_for, scene
from relations_db.extract.rules.visit_who import last_told
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis
from relations_db.values import Basis, Kind, Status, Visit

NOMINAL = re.compile(
    rf"\b(?P<poss>(?:[PHQCAL]\d+|leader|president)(?: 's| ')? )?(?P<det>{DET} )?(?P<mods>(?:{MOD} )*?)(?P<loc>(?:[LCA]\d+ ))?(?P<noun>{NOUN})\b(?! (?:by|of) (?:an? )?(?:delegation|N\d++(?! (?:days?|hours?|weeks?|nights?))))"
)


# What may stand between a visit noun and its place.
_GAP = re.compile(
    r"(?:(?: (?:that|which) (?:the )?(?P<payer>[PHL]\d+)(?: chief| leader)? (?:has |had |is |was |(?:was|is) (?:due )?to |was to have |should have |had been due to |had (?:planned|meant|hoped|promised) to )?(?:paid|made|pay|make|been paying|paying|will pay|began|pays|began making|begun|started|opened|undertaken|completed|concluded|ended)| (?:by|of|from) (?:the )?(?P<by>[PHG]\d+)(?: of (?:the )?C\d+)?|"
    r" (?P<said>[PH]\d+)(?: of (?:the )?C\d+)? (?:(?:has|had|is|was) )?(?:paid|made|paying|began|pays|(?:(?:is|was|were) (?:due )?to|will|would|shall) (?:pay|make|begin|start|undertake))| (?:paid|made|scheduled|planned|undertaken|conducted|due|set|slated)|"
    r" (?:on|in|from|for|later|earlier|at|between)? ?(?:the )?D\d+(?: (?:to|until|-|and) D\d+)?| back| ,| last| next|"
    r" of (?:one|two|three|four|five|six|several|a few|some|N\d+) (?:days?|hours?)| this| officially| himself| herself| late| early| soon| abroad| overseas| in office| since (?:taking office|taking power|Q\d+ (?:re-?)?(?:election|appointment))| as (?:an? |the )?(?:[a-z]+ )?(?:president|premier|minister|chancellor|king|leader))*)"
)
# "a tour of several Gulf states, including Y, Z and W"
_REGION = re.compile(
    r" (?:of|to|across|through|in|around|that|which) (?:the )?(?:[a-z-]+ |[NAB]\d+ ){0,5}(?:B\d+|K\d+|states|countries|nations|capitals|region|[a-z]+)(?: ,)? (?:including|which includes|that includes|includes|to include|covering|taking in|comprising|namely|such as|with stops in|:|-)(?= (?:the )?[CL]\d)"
)


def _list_after(sentence: Sentence, at: int) -> Iterator[Locus]:
    """The place phrase that a name right after an offset makes."""
    if found := re.compile(r" (?:the )?([CL])(\d+)").match(sentence.coded, at):
        yield Locus(found.start() + 1, found.end(), "to", int(found.group(2)), "")


_OF_WHOM = re.compile(r"[PH]\d+ $")
_STOPS = frozenset(("to", "in", "into", "through", "across", "of", ""))


def _target(sentence: Sentence, match: Match[str]) -> tuple[Locus, Match[str]] | None:
    """The place phrase that completes a visit noun, and what stands between."""
    start = match.end("noun")
    if region := _REGION.match(sentence.coded, start):
        first = next(_list_after(sentence, region.end()), None)
        gap = _GAP.match(sentence.coded, start)
        return (first, gap) if first and gap else None
    for locus in loci(sentence, start, start + 150):
        if locus.prep == "of" and sentence.coded.startswith(" 's P", locus.end):
            continue  # "the tour of Z's X"
        if locus.prep == "of" and _OF_WHOM.search(sentence.coded, max(0, locus.start - 6), locus.start):
            continue  # "the visit of President X of Z to Y"
        gap = _GAP.fullmatch(sentence.coded, start, max(start, locus.start - 1))
        if gap is None or locus.prep not in _STOPS or locus.words == "here":
            return None
        if locus.words and locus.words != "there" and not re.search(r"[AC]\d|same", locus.words):
            return None
        if _OWN_DAY.search(gap.group()) and _DAY_AFTER.match(sentence.coded, locus.end):
            return None  # "to Y on a visit in May, to Z in June"
        return locus, gap
    return None


_OWN_DAY = re.compile(r"\bD\d+ ,$")
_DAY_AFTER = re.compile(r" (?:in|on) D\d")
_HOME = re.compile(
    r"^(?: [a-zD0-9, ]{0,24})? (?:to|in) (?:our|this|the host|his|her|their|the) (?:country|capital|republic|nation)\b"
)


_DOMESTIC = re.compile(
    r"^(?: to)? (?:the )?(?:\w+ )?(?:region|province|oblast|district|school|museum|factory|plant|university|hospital|mosque|church|temple|cemetery|memorial|tomb|exhibition|base|site|front|mausoleum|house)\b"
)


# "the second visit between the two countries": of whom it is, is not said
_BETWEEN_STATES = re.compile(r" between (?:the )?(?:two|both|our|G\d|C\d|N\d)")
# "the delegation's visit", "the businessmen's trip"
_OF_OTHERS = re.compile(
    r"\b(?:delegations?|teams?|missions?|groups?|officials?|businessm[ae]n|executives?|entrepreneurs?|investors?|experts?|inspectors?|troops|ships?|warships?|vessels?|"
    r"squadrons?|parliamentarians|lawmakers?|mps|deputies|students?|journalists?|orchestra|wife|husband|couple|family|son|daughter|ambassador) (?:'s|') $"
)


_UNNAMED = frozenset("mother father wife husband son daughter brother sister parents predecessor successor spokesman spokeswoman envoy ambassador officials experts".split())  # fmt: skip


def _is_others(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    """True for the visit of one whom the text does not name: "his mother went back on a state visit"."""
    clause = context.clause_at(sentence, sentence.at(match.start("noun")))
    units = [sentence.units[n] for n in clause.subject] if clause else []
    return bool(units) and all(not u.code and u.word in _UNNAMED for u in units)


_MODAL = re.compile(
    r"\b(?:to|(?:will|would|may|might|could|can|should|shall|must|did|does)(?: (?:not|never|also|then|soon|later|himself|herself|personally|n't))*) $"
)
# "the guest, who had been expected, stays away": a verb
_KEEPS_AWAY = re.compile(r" (?:away|put|out|behind|silent|neutral|in (?:office|power|bed))\b")


def nominal(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A visit noun with its guest and host, from its own noun group, the verb that governs it, and the frame."""
    coded = sentence.coded
    after = coded[match.end("noun") :]
    if match.group("noun") in ("stay", "tour", "mission", "stays", "tours", "missions") and not (
        match.group("mods") or match.group("poss") or match.group("det")
    ):
        return []
    if match.group("noun") == "days" and not _is_stay(sentence, match):
        return []
    if match.group("noun") == "visit" and _is_verb(context, sentence, match):
        return []
    if match.group("noun") == "stays" and _KEEPS_AWAY.match(after):
        return []
    if re.match(r" (?:abroad|overseas)\b", after) and not re.search(r"\b(?:to|in) (?:the )?[LC]\d", after[:60]):
        return []
    if not match.group("poss") and (_OF_OTHERS.search(coded[: match.start()]) or _is_others(context, sentence, match)):
        return []
    if not match.group("poss") and _BETWEEN_STATES.match(after):
        return []
    if _DOMESTIC.match(after) or re.match(r" (?:visa|visas|programme|program)\b", after):
        return []
    realis = nominal_realis(context, sentence, match, after)
    if realis.status is Status.DONE and (
        fate := fate_of(context, sentence, sentence.at(match.start("noun")))
        or travel_of(context, sentence, sentence.at(match.start("noun")))
    ):
        realis = fate
    phase = phase_of(context, sentence, sentence.at(match.start("noun")))
    if phase.realis is not None and realis.status is Status.DONE:
        realis = phase.realis
    if realis.status is None:
        context.ignore(Kind.VISIT, sentence, match.start(), match.end(), realis.reason)
        return []
    return _stay(context, sentence, match, realis, after, phase)


def _is_verb(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    """True for "will visit a school", "will hold talks and visit a plant"."""
    if not match.group("mods") and _MODAL.search(sentence.coded, 0, match.start()):
        return True
    joined = match.group("mods").startswith("and ")  # "talks with H and visit"
    bare = not match.group("det") and not match.group("loc") and (joined or not match.group("poss"))
    unit = sentence.at(match.start("noun"))
    return bare and any(c.verb.head == unit for c in context.clauses(sentence))


# words before so many days in a place that make them a stay: "whose two days in Y", "wrapping up three days in Y"
_BEFORE_DAYS = re.compile(
    r"\b(?:whose|after|during|following|(?:wrap|wind|wound|end|conclud|finish|complet)[a-z]*(?: up)?) (?:Q\d+ )?$"
)


def _is_stay(sentence: Sentence, match: Match[str]) -> bool:
    """True for "P's three days in Y", not for any days in a town."""
    counted = re.search(r"\bN\d+ $|\b(?:two|three|four|five|six|seven) $", match.group("mods"))
    owned = (match.group("poss") or "")[:1] in ("P", "H", "Q")
    return bool(counted) and (owned or bool(_BEFORE_DAYS.search(sentence.coded[: match.start()])))


def _stay(
    context: Context, sentence: Sentence, match: Match[str], realis: Realis, after: str, phase: Phase
) -> list[Candidate]:
    found = _target(sentence, match)
    target = found[1] if found else None
    pool, explicit = nominal_pool(context, sentence, match, target)
    place = _nominal_host(context, sentence, match, found, after, pool[0] if pool else None)
    guest = next((e for e in pool if place is None or e.country != place.country), None)
    named = bool((match.group("poss") and match.group("poss")[0] in "PQH") or (target and target.group("by")))
    moved_on = match.group("det") == "the " and new_day(sentence, match, after)
    of_told = (
        (match.group("det") in ("that ", "this ") or moved_on) and found is None and realis.status is Status.CANCELLED
    )
    if (
        (of_told or (guest is None and place is None))
        and not named
        and (when_told := _the_told(context, sentence, match, phase.told or realis.status is Status.CANCELLED))
    ):
        guest, place = when_told
    if guest is None and place is not None and not named and context.guest and context.guest.country != place.country:
        guest, explicit = context.guest, False
    if place is None and guest is not None:
        place = noun_dates.host_unsaid(context, sentence, match, guest)
    when = _first_day(nominal_when(context, sentence, match, target, realis), phase, realis)
    when = noun_dates.of_its_place(context, sentence, place, when)
    if guest is not None and place is not None:
        when, realis = as_its_verb(context, sentence, match, guest, place, when, realis)
    if target is None and when.date and (behind := _BEHIND.search(sentence.coded, 0, match.start())):
        when = UNKNOWN if behind.group("left") else when  # the day is that of leaving
    words = match.group("mods") + (target.group() if target else "")
    again = guest and target is None and _SAME.search(sentence.coded[: match.start("noun")])
    if again and (told := last_told(context, sentence)) and isinstance(told.claim, Visit):
        place = Place(None, told.claim.host, Basis.FRAME)
    plain = target is None and not _named_before(match) and not again
    vague = match.group("noun") in ("tour", "tours", "swing", "journey", "trips", "visits")
    if plain and guest is not None and realis.status is Status.CANCELLED:
        place = place or scene(context, sentence)
        when = UNKNOWN if place and when.basis is not SAID else when
    if plain and (
        (vague and realis.status is not Status.CANCELLED)
        or (
            noun_dates.is_empty(sentence, match, when, realis, words, explicit and not phase.told)
            and not noun_dates.tells_more(context, sentence, match, guest, place, words)
        )
    ):
        return []
    when, counted = counted_day(context, sentence, match, when)
    kind = _kind_told(words + " " + match.group("noun"), after)
    notes = phase.notes(stay_of_noun(context, sentence, match, words, after))
    notes["arrival"] = notes["arrival"] or counted
    places = _places(context, sentence, match, found[0].unit if found else None, place, when, realis, after)
    made: list[Candidate] = []
    if realis.status is Status.CANCELLED and guest and place and (moved := new_day(sentence, match, after)):
        anew = context.resolve(sentence, moved, True)
        places = [(stop, UNKNOWN if day.span == anew.span else day) for stop, day in places]
        made += make_each(context, sentence, "visit-noun", [guest], place, kind, anew, Realis(Status.PLANNED))
        notes["other"] = 1
    for stop, day, own, stay in noun_dates.by_stop(places, realis, notes):
        guests = [guest] if guest and (stop is None or guest.country != stop.country) else []
        made += make_each(
            context, sentence, "visit-noun", guests, stop, kind, day, own, stay, weak=plain and realis.status is not Status.CANCELLED, ended=noun_dates.ended(context, sentence, match, phase.last)
        )  # fmt: skip
    return made


def _places(
    context: Context,
    sentence: Sentence,
    match: Match[str],
    unit: int | None,
    place: Place | None,
    when: When,
    realis: Realis,
    after: str,
) -> list[tuple[Place | None, When]]:
    """The stops of a stay with their days: one, or each of those of a tour."""
    places: list[tuple[Place | None, When]] = [(place, when)]
    known = when.date or realis.status is not Status.CANCELLED
    if unit is not None and match.group("noun") in _MANY and known:
        places = [*each_stop(context, sentence, unit, when, realis)]
    if (group := re.match(r" to (?:the )?G(\d+)", after)) and "latter" in sentence.unit("G" + group.group(1)).word:
        places = [(stop, when) for stop in latter_two(context, sentence, match.start())]
    return places


# "his predecessor made the same journey in 2016"
_SAME = re.compile(r"\b(?:made|makes|make|repeat(?:ed|s)?|undertook) (?:the|a) (?:same |similar |like )?$")


def _first_day(when: When, phase: Phase, realis: Realis) -> When:
    """The first day that the verb of the visit gives, else that of its noun, unless it is the last; of a dropped one its own."""
    if phase.first.date and realis.status is not Status.CANCELLED:
        return phase.first
    return UNKNOWN if phase.last.span and when.span == phase.last.span else when


# "the visit, official in character"
_NATURE = re.compile(
    r" ,? ?(?:was |is |which is |which was )?(state|official|working|private) (?:in (?:character|nature|form)|one)\b"
)
# "the visit to Y, from 2 to 4 May, was billed as a state visit"
_BILLED = re.compile(
    rf"(?: (?:to|in|of|by|from|on|until|and|-|,|the|(?:early|late|mid) |'s|[A-Z]\d+))* (?:is|was|had been|has been|will be) (?:officially )?(?:billed|described|presented|announced|classed|styled|designated|declared|treated|planned|meant|designed|intended) as (?:an?|the|Q\d+) (?P<what>(?:{MOD} )*{NOUN})\b"
)


def _kind_told(words: str, after: str) -> str:
    """The kind from a noun group, else from the noun in apposition or the event after it."""
    kind = kind_of(words)
    if kind == "unspecified" and (nature := _NATURE.match(after)):
        return nature.group(1)
    if kind == "unspecified" and (billed := _BILLED.match(after)):
        return kind_of(billed.group("what"))
    if kind == "unspecified" and (apposed := re.match(rf" (?:to [LC]\d+ )?, an? ((?:{MOD} )*{NOUN})\b", after)):
        kind = kind_of(apposed.group(1))
    if (
        kind == "unspecified"
        and re.match(r" (?:[a-zDLC\d]+ ){0,4}(?:to attend|for the|to take part)\b", after)
        and event_in(after[:90])
    ):
        kind = "summit"
    return kind


_MANY = frozenset("tour tours trip trips visits journey journeys swing stopovers stops mission".split())


def _the_told(context: Context, sentence: Sentence, match: Match[str], cancelled: bool) -> tuple[Entity, Place] | None:
    """ "That trip, an official visit in January, ...": the visit told just before, by the same sentence or the last."""
    dated = re.match(r" (?:in|on|of|from) D\d+", sentence.coded[match.end("noun") :])
    known = re.match(r"(?:that|the same)\b", match.group("det") or "") or noun_dates.says_more(
        match, match.group("mods")
    )
    if not dated and not cancelled and not known:
        return None
    here_told = [c for c in context.told if match.start() and c.sentence == sentence.index and not c.notes.get("end")]
    told = here_told[-1] if here_told else noun_dates.told_between(context, sentence) or last_told(context, sentence)
    if (
        told is None and cancelled and new_day(sentence, match, sentence.coded[match.end("noun") :])
    ):  # "has postponed a visit. The trip has been moved to D"
        told = next((c for c in reversed(context.told) if 0 < sentence.index - c.sentence <= 2), None)
    claim = told.claim if told else None
    if told and noun_dates.says_more(match, match.group("mods")) and noun_dates.is_past(context, told):
        if context.guest is None or context.host is None:
            return None
        return context.guest, Place(context.host_city, context.host, Basis.FRAME)
    if not isinstance(claim, Visit) or (told and sentence.index - told.sentence > 2):
        return None
    guest = next((e for e in context.analysis.entities if e.name == claim.leader and e.country == claim.country), None)
    return (guest, Place(None, claim.host, Basis.FRAME)) if guest else None


def _named_before(match: Match[str]) -> bool:
    """True where the host stands before the noun: "the Y visit", "his Hungarian trip"; "the Hungarian visit" alone may be one by Hungarians."""
    loc = match.group("loc")
    if not loc or loc[0] != "A":
        return bool(loc)
    owned = (match.group("poss") or "")[:1] in ("P", "H", "Q")
    return owned or bool(BY.match(match.string, match.end()) or _PAYING.search(match.string, 0, match.start()))


# "is on a Serbian visit", "leaves for a Serbian trip"
_PAYING = re.compile(r"\b(?:on|for|paid|made|began|started) (?:an? )?$")


def _nominal_host(
    context: Context,
    sentence: Sentence,
    match: Match[str],
    target: tuple[Locus, Match[str]] | None,
    after: str,
    guest: Entity | None,
) -> Place | None:
    if target:
        return place_for(context, sentence, target[0], guest)
    if _named_before(match):
        return place_at(context, sentence, int(match.group("loc").strip()[1:]))
    if re.match(r" here\b", after) or _HOME.match(after):
        return here(context, sentence, guest.country if guest else None) or context.here()
    if _THE_LAND.match(after):
        return anaphoric(context, sentence, match.start(), "the country", guest)
    before = sentence.coded[: match.start()]
    if (
        (poss := match.group("poss"))
        and poss[0] in "LC"
        and "'" not in poss
        and before.endswith(("paid ", "pays ", "pay "))
    ):
        return place_at(context, sentence, int(re.sub(r"\D", "", poss)))
    if paid := re.search(r"\b(?:paid|pays|pay|paying) (?:the )?([LC]\d+) $", before):
        return place_at(context, sentence, int(paid.group(1)[1:]))
    if behind := _BEHIND.search(before):
        return place_at(context, sentence, int(behind.group("left") or behind.group("from")))
    if not re.search(
        r"\b(?:on|for|during|with|to start|to begin|in|of|begins|began|starts|started|pays?|paid|makes?|made) (?:[a-z]+ )?$",
        before,
    ):
        return None
    found = [
        x for x in loci(sentence, max(0, match.start() - 90), match.start()) if x.prep in ("in", "to", "at", "into", "")
    ]
    if found and re.fullmatch(
        r"(?: (?:[a-zD0-9,()-]+|H\d+))*? (?:on|for|during|with|to start|to begin|in|of|begins|began|starts|started|pays?|paid|makes?|made)(?: [a-z]+)? ",
        sentence.coded[found[-1].end : match.start()],
    ):
        gap = sentence.coded[found[-1].end : match.start()]
        if re.fullmatch(r" , where H\d+ (?:[a-zD\d]+ ){0,5}", gap) or not re.search(
            r"\b(?:who|which|while|but|where|he|she|after)\b|[PH]\d", gap
        ):
            return place_for(context, sentence, found[-1], guest)
    return None


# "left X for Y after a visit", "came from X, where he made a visit": that was in X
_BEHIND = re.compile(
    r"\b(?:(?:left|leaves|departed|departs|flew (?:out )?from|took off from|set off from)(?: from)? (?:the )?[LC](?P<left>\d+)(?: D\d+)? for [^;:]{2,60}? (?:after|following|ending|concluding|completing|having (?:ended|concluded|completed)|at the end of) "
    r"|from (?:the )?[LC](?P<from>\d+)(?: (?:on )?D\d+)? , where (?:the )?[PH]\d+ (?:had |has |also )*(?:been on|paid|made|undertook|concluded|completed|ended|finished|began|was on|wrapped up) )(?:an? )?$"
)
_THE_LAND = re.compile(
    r" (?:to|in) (?:the|this|that) (?:[a-z]+ ){0,3}?(?:country|republic|kingdom|island|capital|nation)\b"
)
