""" "X's visit to Y": visit nouns with their guest and host."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context, Place, When
from relations_db.extract.rules.visit_parts import (
    DET,
    MOD,
    NOUN,
    foreign,
    guests,
    implied_host,
    kind_of,
    length_of,
    make,
    persons_in,
    place_at,
    visit_when,
)
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, around, of_group
from relations_db.values import Kind, PartialDate, Status

NOMINAL = re.compile(
    rf"\b(?P<poss>(?:[PHQCAL]\d+|leader|president)(?: 's| ')? )?(?P<det>{DET} )?(?P<mods>(?:{MOD} )*?)(?P<loc>(?:[LC]\d+ ))?(?P<noun>{NOUN})\b(?! (?:by|of) (?:an? )?(?:delegation|N\d+))"
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
        place = implied_host(context, sentence, guest, match.start())
    when = _nominal_when(context, sentence, match, target, realis)
    words = match.group("mods") + after[: target.start("to")] if target else match.group("mods")
    plain = target is None and not match.group("loc")
    if plain and match.group("noun") in ("tour", "tours", "swing", "journey", "trips", "visits"):
        return []
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
    notes = {"length": length_of(words + after[:40]) or 0, "arrival": int(bool(begun))}
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
        place = place_at(context, sentence, int(target.group("to")[1:]))
        city = re.match(r"^ (?:, |and |\( )?(?:in |to )?(?:the )?(L\d+)", after[target.end() :])
        named = context.place_of(sentence.unit(city.group(1))) if city else None
        return named if place.city is None and named and named.country == place.country else place
    if match.group("loc"):
        return place_at(context, sentence, int(match.group("loc").strip()[1:]))
    if _HOME.match(after) or re.match(r" here\b", after):
        return context.here()
    before = sentence.coded[: match.start()]
    found = re.search(
        r"\b(?:arriv\w+|landed|flew|came|comes|is|was|has been|been|travel\w*|went|goes|went) (?:[a-zD0-9,]+ )*?(?:in|to|at|into) (?:the )?(?:[a-zA\d-]+ )*?([LC]\d+) (?:[a-zD0-9,()-]+ )*?(?:on|for|during|with|to start|to begin) $",
        before,
    )
    if found:
        return place_at(context, sentence, int(found.group(1)[1:]))
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
    pool += persons_in(context, sentence, 0, match.start())[::-1]
    guest = foreign(pool, host) if host else (pool[0] if pool else None)
    return guest, explicit


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
