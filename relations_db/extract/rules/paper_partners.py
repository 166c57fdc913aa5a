"""The parties that stand apart from the act: "with B it signed", "from B's government", who looked on, the trip on which it was done, adjectives."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper_passage import near_pair, partner_of, visit_before, visits_of
from relations_db.extract.rules.paper_states import states_at, unit_state, unit_states
from relations_db.extract.together import is_general
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_FRONTED = re.compile(
    r"(?:^|[;:,\"(] |\b(?:and|while|but) )with (?:the )?(?:[a-z'-]+ ){0,3}?(?P<partner>[PCLA]\d+)(?: 's(?: [a-z]+){1,2})?(?: ,)? (?P<rest>(?:(?:[HPCGL]\d|(?:it|he|she|they|we|an?|the|another|N\d+|[a-z]+ N\d+)\b)(?:(?! with )[^;:])*)?)$"
)
_GIVER = re.compile(r"^[^,;:]*? (?:from|by|of) (?:the )?(?:[a-z'-]+ ){0,3}?(?P<partner>[PCLA]\d+)\b")
_GOT = re.compile(r"obtain|secur|won\b|land|got\b|receiv|grant|given|gave|offer|award|deliver|clinch")
_WATCHED = re.compile(
    r"\b(?:presence of|witnessed by|attended by|gaze of|eyes of|overseen by|supervision of) (?:the )?(?:[a-z]+ ){0,2}$"
)
_TRIP = re.compile(
    r"\b(?:that|this|the|his|her|their|Q\d+) (?:[a-z]+ )?(?:trip|visit|journey|stay|tour|occasion|talks|meeting|stopover)\b(?! of [PC]\d| to [LC]\d| by [PC]\d)|\bon (?:that|the same) occasion\b"
)
_THREE_WAY = re.compile(r"\b(?:three-way|trilateral|tripartite|three-cornered|three-party|three-nation)\b")
_ADJECTIVES = re.compile(r"(?<!A\d , )(?<!A\d\d , )\b(A\d+)(?:(?: ,)? and| -) (A\d+) [a-z]")


def fronted(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act) -> tuple[str, ...] | None:
    """ "With B it signed", "obtained a loan from B's government": the partner, and the one who acts."""
    first = min(act.at, phrase.left) if act.at >= 0 else phrase.left
    if found := _FRONTED.search(sentence.coded[:first]):
        number = int(found.group("partner")[1:])
        inside = sentence.at(found.start("rest"))
        own = states_at(context, sentence, inside, sentence.at(first), 1)
    elif _GOT.match(act.verb) and (found := _GIVER.match(sentence.coded[phrase.end :])):
        number = int(found.group("partner")[1:])
        own = states_at(context, sentence, 0, sentence.at(first), 1)
    else:
        return None
    state = unit_state(context, sentence, number)
    own = [s for s in own if s != state]
    if state and len(own) < 2 and (partner := own[0] if own else partner_of(context, sentence, state)):
        return tuple(sorted((state, partner)))
    return None


_HOMEWARD = re.compile(r"(?:left|leaves|return(?:ed|s)?|c[ao]mes?|flew|went home|depart|ended|wound|wrapped)\b.* with$")


def of_journey(context: Context, sentence: Sentence, act: Act) -> tuple[str, ...] | None:
    """The states of the visit from which somebody comes home with papers."""
    if not _HOMEWARD.match(act.verb):
        return None
    end = act.at + len(act.verb)
    named = {context.state_of(u) for n, u in sentence.things if u.code in "CL" and sentence.offsets[n] < end}
    here = visits_of(context, sentence.index)
    pairs = {tuple(sorted(v.parties)) for v in here if v.host in named}
    if len(pairs) == 1:
        return pairs.pop()
    if here or (before := visit_before(context, sentence)) is None:
        return _traveller(context, sentence, act)
    return before


_HOME_FROM = re.compile(r"[a-z ]{4,30}? from (?:the )?([CL]\d+)\b")


def _traveller(context: Context, sentence: Sentence, act: Act) -> tuple[str, ...] | None:
    """The state of who comes home and the one from which: "the president returned from Beijing with a joint statement"."""
    left = _HOME_FROM.match(sentence.coded, act.at)
    host = context.state_of(sentence.unit(left.group(1))) if left else None
    own = [s for s in states_at(context, sentence, 0, sentence.at(act.at), 1) if s != host]
    return tuple(sorted((host, own[0]))) if host and len(own) == 1 else None


def onlookers(context: Context, sentence: Sentence) -> list[str]:
    """The states of the leaders in whose presence it was done."""
    found: list[str] = []
    for number, unit in sentence.things:
        if unit.code == "P" and _WATCHED.search(sentence.coded[: sentence.offsets[number]]):
            found += [s for s in unit_states(context, sentence, number) if s not in found]
    return found


def of_trip(context: Context, sentence: Sentence, low: int, high: int, said: list[str]) -> tuple[str, ...] | None:
    """The states of the trip that the act's clause points back to ("that visit ended with four papers")."""
    start = sentence.offsets[low] if low < len(sentence.offsets) else 0
    end = sentence.offsets[high] if high < len(sentence.offsets) else len(sentence.coded)
    told = _TRIP.search(sentence.coded, start, end)
    pointed = told is not None and re.search(r"\b(?:that|same)\b", told.group())
    return visit_before(context, sentence, said[0] if said else None) if pointed else None


_VISIT_OF = re.compile(
    r"\b(?:visit|trip|stay|tour|journey) (?:of|by|paid by) (?:the )?([PC]\d+)(?: , [^,;:]{3,60} ,)? (?:to|in) (?:the )?([CL]\d+)\b|\b([PC]\d+)(?: 's)? (?:[a-z]+ ){0,2}(?:visit|trip|stay|tour|journey) (?:to|in) (?:the )?([CL]\d+)\b"
)


def of_visit(context: Context, sentence: Sentence, said: list[str]) -> tuple[str, ...] | None:
    """The states of guest and host: "signed as a result of the visit of the Hungarian premier to Tashkent"."""
    for found in _VISIT_OF.finditer(sentence.coded):
        states = {unit_state(context, sentence, int(code[1:])) for code in found.groups() if code} - {None}
        if len(states) == 2 and set(said) <= states:
            return tuple(sorted(s for s in states if s))
    return None


def of_visit_before(context: Context, sentence: Sentence, low: int, high: int) -> tuple[str, ...] | None:
    """The states of the visit told as a noun in the sentence before, where this one names none."""
    before = context.analysis.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or states_at(context, sentence, low, high, 2):
        return None
    return of_visit(context, before, [])


def third(
    context: Context, sentence: Sentence, phrase: DocPhrase, pair: tuple[str, ...] | None, low: int, high: int
) -> tuple[str, ...] | None:
    """ "Their three-way agreement with C": the two who act, and C."""
    found = _AS_THIRD.match(sentence.coded, phrase.end) or _TOGETHER.search(sentence.coded, 0, phrase.left)
    if not found and _THREE_WAY.search(sentence.coded[max(0, phrase.left - 40) : phrase.end]):
        found = re.match(r" with (?:the )?([CA]\d+)\b", sentence.coded[phrase.end :])
    if not found:
        return None
    state = unit_state(context, sentence, int(found.group(1)[1:]))
    own = [s for s in states_at(context, sentence, low, high, 1) if s != state]
    two = own if len(own) == 2 else pair
    return tuple(sorted({state, *two})) if state and two and state not in two else None


# "an agreement with Oman as the third partner", "the two signed, together with Oman, an agreement"
_AS_THIRD = re.compile(
    r"(?:(?: ,)? (?:[a-z]+ )?with|(?: ,)? including) (?:the )?(C\d+)(?: ,)? as (?:the |a |an? additional )?(?:third )(?:partner|party|side|signatory|country|participant)\b"
)
_TOGETHER = re.compile(
    r"\b(?:sign(?:ed|s|ing)?|conclud(?:ed|es)|inked|reached|sealed) ,? ?(?:jointly |together |along )with (?:the )?(C\d+)(?: ,)? (?:an?|the|another|one|their) (?:[a-z-]+ ){0,3}$"
)


def by_adjectives(context: Context, sentence: Sentence) -> tuple[str, ...] | None:
    """ "Finnish and Indonesian carriers"."""
    pairs = {
        tuple(sorted(states))
        for found in _ADJECTIVES.finditer(sentence.coded)
        if len(states := {s for code in found.groups() if (s := unit_state(context, sentence, int(code[1:])))}) == 2
    }
    return pairs.pop() if len(pairs) == 1 else None


_ITS_PARTNER = re.compile(r"^(?: (?:[a-z'-]+|D\d+)){0,9}? with (?:the )?(?:[a-z'-]+ ){0,3}?([PCLA]\d+)")


def own_partner(
    context: Context, sentence: Sentence, stretch: tuple[int, int], other: tuple[int, int], pair: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The parties of the second paper of "the treaty with B and a protocol with C", `other` being the first's stretch and `pair` its parties."""
    states = [
        unit_state(context, sentence, int(found.group(1)[1:]))
        if (found := _ITS_PARTNER.match(" " + sentence.coded[low:high]))
        else None
        for low, high in (other, stretch)
    ]
    first, second = states
    if first is None or second is None or first not in pair or second in pair or len(pair) != 2:
        return None
    return tuple(sorted({second, *pair} - {first}))


def of_host(context: Context, sentence: Sentence, act: Act, own: list[str]) -> tuple[str, ...] | None:
    """The states of "in Doha he signed a memorandum", where the text tells of one visit there or opens with the tour of one."""
    spots = [n for n, u in sentence.things if u.code in "LC" and sentence.offsets[n] < act.at]
    for number in reversed(spots):
        before, after = sentence.coded[: sentence.offsets[number]], sentence.coded[sentence.offsets[number] : act.at]
        if not _IN_PLACE.search(before) or re.search(r" [;:] | and in ", after):
            continue
        host = unit_state(context, sentence, number)
        if context.bilateral and context.pair and host not in context.pair:
            return None
        pairs = {tuple(sorted(v.parties)) for v in context.visits if v.host == host and (not own or v.country in own)}
        if not pairs and (one := _on_tour(context)):
            pairs = {tuple(sorted({one, host or one}))}
        pair = pairs.pop() if len(pairs) == 1 and host not in own else ()
        return pair if len(pair) == 2 and set(own) <= set(pair) else None
    return None


_TOUR = re.compile(r"\b(?:tour|trip|visit(?:s|ed|ing)?|journey|swing|travels|left|arrived|returned)\b")


def _on_tour(context: Context) -> str | None:
    """The state of the one leader of whose tour the text tells in its first sentences."""
    opening = [s for s in context.analysis.sentences[:3] if _TOUR.search(s.coded) and re.search(r"\bP\d", s.coded)]
    people = {s for o in opening[:1] for n, u in o.things if u.code == "P" for s in unit_states(context, o, n)}
    return people.pop() if len(people) == 1 else None


_IN_PLACE = re.compile(r"(?:^|[,;:] |\b(?:and|while|but) )(?:[a-z]+ , )?(?:later |then )?in (?:the )?$")


def of_both(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act) -> tuple[str, ...] | None:
    """The two whom "the two sides" or "the presidents" mean who issue or sign it, whatever states it speaks of."""
    if act.way not in ("active", "voice", "told", "relative"):
        return None
    at = act.at if act.way in ("active", "relative") else phrase.end
    clause = next((c for c in context.clauses(sentence) if sentence.offsets[c.verb.end - 1] >= at), None)
    if clause is None or len(clause.subject) != 1 or sentence.units[clause.subject[0]].code != "G":
        return None
    group = sentence.units[clause.subject[0]]
    states = {e.country for e in context.both(sentence, group) if e.country}
    if len(states) == 2:
        return tuple(sorted(states))
    return None if is_general(context) else near_pair(context, sentence, clause.subject[0])
