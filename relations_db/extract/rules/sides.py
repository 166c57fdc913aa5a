"""Between which states a work is built: those that it joins, builder and place, those who build together, the pair of the text."""

from __future__ import annotations

from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context
from relations_db.extract.rules.occasions import (
    Parties,
    framed,
    is_capital,
    joined,
    pair_around,
    state_of,
    states_between,
)
from relations_db.extract.rules.sites import Site, is_product
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis

_ALONE = re.compile(r"\bon (?:Q\d+|its|her|his) own account\b|\bdomestic\b|\bmusings\b")
_JOINT = re.compile(
    r"\b(?:joint|jointly|together|cross-border|common|shared border|half each|either side of|both sides of the border|in partnership with|bilateral|"
    r"belongs to (?:G\d+|the two)|in equal parts|consortium|own(?:s|ed) (?:a |half)|(?:run|owned|operated|built|financed|funded|managed) by (?:G\d+|both)\b|with (?:the )?(?:help|assistance|support|participation) of|shares? the cost|of which (?:each|either) (?:country|side|state|party)|G\d+ (?:[a-z]+ ){0,2}(?:agreed|resolved|decided|undert\w+|intend|plan|are|have)|work (?:is|will) [a-z ]*(?:start|begin) on|A\d+ - A\d+ border)\b"
)
DO = r"(?:inaugurat\w+|open(?:ed|s)|launch\w*|switch\w* on|unveil\w*|broke ground|la(?:id|y) the foundation|commission\w*|flagged off|gave the|started)\b"
_LEADERS_DO = re.compile(rf"\b{DO}")
_THEY_DO = re.compile(rf"\bG\d+ (?:[a-z]+ )*{DO}")
_NOT_OPENED = re.compile(
    r"\b(?:forum|exhibition|conference|session|meeting|monument|consulate|embassy|festival|fair|street|statue|summit|ceremony|school year)\b"
)
_MADE_BY_BOTH = re.compile(r"\bby (?:the )?[AC]\d+ and (?:the )?[AC]\d+ [a-z]+")
_TOGETHER = re.compile(r"\b(?:joint|jointly|together|in common|with each other)\b")
_LINKS = re.compile(
    r"\b(?:to link|links?|linked|linking|connect(?:s|ed|ing)?|to connect|join(?:s|ed|ing)?|ties?|tying|between) (?P<ends>(?:(?:the )?[CLA]\d+(?: ,|(?: ,)? and| to| with)? ?){2,4})"
)
_BOTH = re.compile(
    r"^[^;.]{0,40}?(?:that|which) (?:G\d+ of |P\d+ of )?(?:the )?([CA]\d+)(?: and| ,) (?:the )?([CA]\d+)\b"
)
_FIRMS = re.compile(
    r"\b(?P<who>[AC]\d+)(?: 's| -)?(?: [a-z-]+){0,2} (?:firms?|compan(?:y|ies)|investors?|contractors?|builders?|corporations?|groups?|consortium|engineers|business(?:es)?|capital|money|loans?|funds|credits?|grants?|built|funded|financed|led|owned|operated|backed|cooperation|aid|assistance|help|support|giant|conglomerate|state company|operator|bank|concern|developer|consortium)\b"
)


def between(context: Context, sentence: Sentence, site: Site) -> tuple[Parties | None, Basis]:
    """The states that a work joins or that build it together; None where it looks like the affair of one."""
    coded = sentence.coded
    named = _states_named(context, sentence, sentence.at(site.start), sentence.at(site.end - 1) + 1)
    if links := _LINKS.search(coded, site.head, min(len(coded), site.end + 90)):
        stops = [context.state_of(sentence.unit(c)) for c in re.findall(r"[CLA]\d+", links.group("ends"))]
        named = list(dict.fromkeys([*named, *(s for s in stops if s)]))
    if len(named) < 2 and (ends := _ends(context, sentence, site)):
        named = ends
    via = _VIA.match(coded, site.end) if len(named) == 2 else None
    if via and (passed := context.state_of(sentence.unit(via.group(1)))) and passed not in named:
        named.append(passed)
    if both := _BOTH.match(coded[site.end : site.end + 90]):
        named = [s for c in both.groups() if (s := context.state_of(sentence.unit(c)))]
    if (share := _SHARED.search(coded, site.head_end)) and (pair := pair_around(context, sentence)):
        more = [context.state_of(sentence.unit(c)) for c in re.findall(r"C\d+", share.group("more"))]
        return tuple(sorted({*pair, *(s for s in more if s)})), Basis.FRAME
    if len(named) < 2 and not _ALONE.search(coded) and (together := _together(context, sentence, site)):
        return together, SAID
    if given := _GIFT.match(coded, site.end):
        sides = {context.state_of(sentence.unit(c)) for c in given.groups() if c}
        return tuple(sorted(s for s in sides if s)), SAID
    if len(named) < 3 and (trio := _TRIO.search(coded, site.head_end, min(len(coded), site.end + 60))):
        states = {context.state_of(sentence.unit(c)) for c in re.findall(r"C\d+", trio.group())}
        return tuple(sorted(s for s in states if s)), SAID
    if across := _ACROSS.match(coded, site.end):
        sides = {context.state_of(sentence.unit(c)) for c in re.findall(r"[CA]\d+", across.group())} | set(named)
        if 2 <= len(sides - {None}) <= 4:
            return tuple(sorted(s for s in sides if s)), SAID
    if 2 <= len(named) <= 3:
        return _of_pair(context, named)
    if _ALONE.search(coded):
        return None, SAID
    if is_product(sentence, site):
        shared = _TOGETHER.search(coded) or _MADE_BY_BOTH.search(coded, site.start)
        return _companions(context, sentence, None) if shared else (None, SAID)
    place = _place(context, sentence, site)
    builder = _builder(context, sentence, site)
    if builder is None and len(named) == 1 and place != named[0]:
        builder = named[0]
    if builder and place and builder != place:
        return joined(builder, place), SAID
    if re.search(r" (?:from|between) ", coded[site.head_end : site.end]) and (pair := pair_around(context, sentence)):
        return pair, Basis.FRAME
    if _JOINT.search(coded[max(0, site.start - 90) : site.end + 110]) or _opened_by_both(context, sentence, site):
        return _companions(context, sentence, builder or place)
    if present := _at_the_opening(context, sentence, site):
        return present, SAID
    return _alone_in_frame(context, sentence, site, builder, place)


# "a common work of A, B and C"
_TRIO = re.compile(
    r"\b(?:of|by|between|among|from) (?:the )?C\d+ , (?:the )?C\d+(?: , (?:the )?C\d+)?(?: ,)? and (?:the )?C\d+\b"
)
_VIA = re.compile(r" (?:,|and)? ?(?:by way of|via|through|across) (?:the )?([CL]\d+)")
# "The pipeline , which is to carry A gas across B to C"
_ACROSS = re.compile(
    r" , which (?:is to |will |would |should |is )?(?:carry|carries|carrying|bring|brings|take|takes|pump|pumps|deliver|delivers|transport) (?:[AC]\d+(?: 's)? )?[a-z]+ (?:[a-z]+ )?(?:across|through|via|from|over) [^,;:.]{1,70}? to (?:the )?[CA]\d+"
)
# "The bridge , a gift of A to B and C": giver and receivers.
_GIFT = re.compile(
    r" , (?:an? |the )?(?:gift|present|donation) (?:of|from) (?:the )?([CA]\d+)(?: [a-z]+)? to (?:the )?([CA]\d+)(?: and (?:the )?([CA]\d+))?"
)
_OPENING = re.compile(
    rf"\b(?:{DO}|put into|went into|came into|ribbon|valve|button|ground|foundation|in the presence|looking on|looked on|ceremony)"
)


def _at_the_opening(context: Context, sentence: Sentence, site: Site) -> Parties | None:
    """The states of the leaders who open a work or look on: "with the leaders of A, B and C looking on"."""
    if not _OPENING.search(sentence.coded) or _NOT_OPENED.search(sentence.coded[site.start : site.end]):
        return None
    people = {s for n in sentence.of("P") for s in states_between(context, sentence, n, n + 1)}
    return tuple(sorted(people)) if 2 <= len(people) <= 4 else None


# "from L to L by way of C": the ends of a line and what it passes through.
_FROM_TO = re.compile(
    r"\bfrom (?:the )?(?P<a>[CL]\d+) (?:[a-z]+ ){0,3}?to (?:the )?(?P<b>[CL]\d+)(?:(?: and)?(?: by way of| via| through| across| over| ,| and then to| and on to) (?:the )?(?P<c>[CL]\d+))?"
)
_SHARED = re.compile(
    r"(?: ,)? in which (?:G\d+|they|the two) [^,;.]{0,30}?(?:take part|participate|are partners|share)(?: together)? with (?P<more>(?:(?:the )?C\d+(?: ,|(?: ,)? and)? ?)+)"
)


# Several states as the doers of one verb: "A and B are building", "the presidents of A and B opened", "between A's firm and B's firm".
_DOERS = re.compile(
    r"(?P<doers>(?:the )?[CAP]\d+(?: 's)?(?: [a-z-]+){0,2}(?: , (?:the )?[CAP]\d+(?: 's)?(?: [a-z-]+){0,2})*(?: ,)? and (?:the )?[CAP]\d+)(?P<rest>[^;:]{1,70})$"
)
_BY_DOERS = re.compile(
    r"^(?P<rest>(?: , (?=[a-z]+ by ))?[^,;:]{0,60}?) by (?P<doers>(?:the )?[CAP]\d+(?: 's)?(?: [a-z-]+){0,2}(?: , (?:the )?[CAP]\d+)*(?: ,)? and (?:the )?[CAP]\d+)"
)
_NEW_DOER = re.compile(r"\b[PHCG]\d+ (?!'s)|\b(?:who|which|that|said|says|while|but|where)\b")


def _together(context: Context, sentence: Sentence, site: Site) -> Parties | None:
    """The two to four states that are together the subject of the verb before a work."""
    low = max(0, site.start - 160)
    found = _DOERS.search(sentence.coded[low : site.start]) or _BY_DOERS.search(
        sentence.coded[site.end : site.end + 110]
    )
    if not found or _NEW_DOER.search(found.group("rest")) or _NOT_OPENED.search(sentence.coded[site.start : site.end]):
        return None
    named = [state_of(context, sentence, int(c)) for c in re.findall(r"[CAP](\d+)", found.group("doers"))]
    states = {s for s in named if s}
    return tuple(sorted(states)) if 2 <= len(states) <= 4 else None


def _ends(context: Context, sentence: Sentence, site: Site) -> list[str]:
    found = _FROM_TO.search(sentence.coded, site.start, min(len(sentence.coded), site.end + 110))
    if not found or re.search(r" [;(] ", sentence.coded[site.end : found.start()]):
        return []
    states = [context.state_of(sentence.unit(c)) for c in found.groups() if c]
    return list(dict.fromkeys(s for s in states if s)) if len(set(states)) > 1 else []


def _of_pair(context: Context, named: list[str]) -> tuple[Parties, Basis]:
    """The named states; in a text about two states those two where one of them is named."""
    pair = context.pair
    if pair and context.bilateral and len(named) == 2 and len(set(named) & set(pair)) == 1:
        return pair, Basis.FRAME
    return tuple(sorted(named)), SAID


def _states_named(context: Context, sentence: Sentence, low: int, high: int) -> list[str]:
    found = [context.state_of(sentence.units[n]) for n in range(low, high) if sentence.units[n].code in ("A", "C", "L")]
    return [s for s in dict.fromkeys(found) if s]


def _place(context: Context, sentence: Sentence, site: Site) -> str | None:
    """The state where a work stands: the place in its group, else the next "in B"."""
    inside = [
        context.state_of(sentence.units[n])
        for n in sentence.of("L", "C")
        if site.head_end <= sentence.offsets[n] < site.end
    ]
    if inside:
        return inside[0]
    after = re.search(
        r"\b(?:in|at|near|off|on|outside|around) (?:the )?(?:[a-z'-]+ ){0,3}?([CLA]\d+)",
        sentence.coded[site.end : site.end + 70],
    )
    if after:
        return context.state_of(sentence.unit(after.group(1)))
    before = [n for n in sentence.of("L", "C", "A") if site.start <= sentence.offsets[n] < site.head]
    return context.state_of(sentence.units[before[0]]) if before else None


def _builder(context: Context, sentence: Sentence, site: Site) -> str | None:
    """The state whose firms build: "A firms have laid", "that B intends to build", "built by a B company", "with a B loan"."""
    around_site = (
        sentence.coded[max(0, site.start - 80) : site.start] + " | " + sentence.coded[site.end : site.end + 90]
    )
    if firms := _FIRMS.search(around_site):
        return context.state_of(sentence.unit(firms.group("who")))
    owner = re.search(
        r"(?:that|which|built by|, of which|with|of) (?:the )?([CA]\d+)(?: 's)? (?:extends?|extended|gives?|gave|contribut\w+|grants?|granted|intends?|plans?|will|is|has|wants?|owns?|design|help|and|state|technology|equipment|know-how|expertise|aid|assistance|participation|support|share|partners?|"
        r"lends?|lending|provides?|pays?|finances?|built|builds)\b",
        around_site + " ",
    )
    if owner:
        return context.state_of(sentence.unit(owner.group(1)))
    if joins := _BY_WHICH.search(sentence.coded, site.end, min(len(sentence.coded), site.end + 60)):
        return context.state_of(sentence.unit(joins.group(1)))
    if people := _PEOPLE.search(sentence.coded, max(0, site.start - 70), site.start):
        return context.state_of(sentence.unit(people.group(1)))
    clause = context.clause_at(sentence, sentence.at(site.head))
    number = clause.subject[0] if clause and clause.subject and not clause.passive else None
    if number is None or sentence.units[number].code != "C":
        number = context.subject(sentence, site.start)
    return (
        context.state_of(sentence.units[number]) if number is not None and sentence.units[number].code == "C" else None
    )


# "by which C joined L to its airport", "where Russians are building C's first plant"
_BY_WHICH = re.compile(r"^ (?:, )?(?:by|with|through) which (?:the )?([CA]\d+)\b")
_PEOPLE = re.compile(r"\b(A\d+) (?:are|have|were|will|had) (?:[a-z]+ ){0,3}$")


def _opened_by_both(context: Context, sentence: Sentence, site: Site) -> bool:
    """True where two leaders of different states, or "they", open a work."""
    left = sentence.coded[max(0, site.start - 110) : site.start]
    if not _LEADERS_DO.search(left[-70:]) or _NOT_OPENED.search(sentence.coded[site.start : site.end]):
        return False
    if _THEY_DO.search(left):
        return True
    people = [n for n in sentence.of("P", "H") if site.start - 110 <= sentence.offsets[n] < site.start]
    return len({s for n in people if (s := state_of(context, sentence, n))}) >= 2


def _companions(context: Context, sentence: Sentence, state: str | None) -> tuple[Parties | None, Basis]:
    everywhere = states_between(context, sentence, 0, len(sentence.units))
    if state:
        others = [s for s in everywhere if s != state]
        return (joined(state, others[0]), SAID) if len(others) == 1 else framed(context, sentence, state)
    if 2 <= len(everywhere) <= 3:
        return tuple(sorted(everywhere)), SAID
    return framed(context, sentence, everywhere[0] if everywhere else None)


def _alone_in_frame(
    context: Context, sentence: Sentence, site: Site, builder: str | None, place: str | None
) -> tuple[Parties | None, Basis]:
    """A work told in a text about two states, where no single state is named as its builder at home."""
    pair = pair_around(context, sentence)
    if pair is None or (builder and builder == place) or _LOCAL.search(sentence.coded, site.head, site.head_end):
        return None, SAID
    states = set(states_between(context, sentence, 0, len(sentence.units)))
    if not states <= set(pair) or (place and place not in pair):
        return None, SAID
    seats = [sentence.units[n] for n in sentence.of("L") if sentence.offsets[n] < site.start]
    if not {context.state_of(unit) for unit in seats if is_capital(context, unit)} <= {*pair, None}:
        return None, SAID
    if builder:
        located = (
            place
            or site.end > site.head_end
            or _LOCATED.search(sentence.coded, site.end, site.end + 90)
            or _FIRMS.search(sentence.coded, max(0, site.start - 80), site.end + 90)
        )
        return (pair, Basis.FRAME) if located else (None, SAID)
    if place is None or states <= {place} or states == set(pair) - {place}:
        return pair, Basis.FRAME
    foreign = {context.state_of(sentence.units[n]) for n in sentence.of("A", "C")} - {place, None}
    return (pair, Basis.FRAME) if foreign else (None, SAID)


_LOCAL = re.compile(r"hospital|school|universit|clinic|road|airport|estate|metro|park|campus|warehouse|mine|port\b")
_LOCATED = re.compile(r"\b(?:in|at|near|off|on|outside|around) (?:the )?(?!D\d)[a-zL]")
