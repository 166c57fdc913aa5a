"""A leader who does anything at all in a foreign place is there on a visit: "X laid a wreath in Y", "in Y X and Z signed"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.loci import LOCUS, Locus, is_elsewhere, owner_of, words_of
from relations_db.extract.rules.visit_ahead import dated_ahead, day_to_come
from relations_db.extract.rules.visit_cancels import around_trip
from relations_db.extract.rules.visit_clause_realis import tells_of_old
from relations_db.extract.rules.visit_kinds import local_kind
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_realis import clause_around
from relations_db.extract.rules.visit_syntax import subjects
from relations_db.extract.rules.visit_when import day_of_leaving, since_there, visit_when
from relations_db.extract.rules.visit_where import is_talked_of, place_for
from relations_db.extract.rules.visit_who import is_traveller, people, travellers
from relations_db.extract.rules.visit_words import LIFE, is_from_afar
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, verb_group
from relations_db.values import Basis, Status

ACT = LOCUS.regex
_SAYING = re.compile(
    r"\b(?:said|says|say|noted|notes|stressed|added|adds|believes?|thinks?|recalled|recalls|explained|argued|pointed|insisted|warned|predicted|reckons|mentions|mentioned|observed|conceded|"
    r"remarked|repeated|described|highlight(?:ed|s)|underlin(?:ed|es)|underscor(?:ed|es)|emphasi[sz](?:ed|es)|reiterat(?:ed|es)|(?:re)?affirm(?:ed|s)|condemn(?:ed|s)|commend(?:ed|s)|laud(?:ed|s)|hail(?:ed|s)|back(?:ed|s)|referred|mention(?:ed|s)|thanked|thanks|praised|congratulated|expressed|wrote|denied|rejected|criticised|criticized|supports?|supported|owes|wants|wanted|knows|called for|urged|asked|"
    r"asks|hoped|hopes|expects?|expected|invited|invites|appointed|named|considers?|regards?|ordered|defended|sent|appreciated|conveyed|offered|promised|proposed|proposes|suggested|is|was|were|are|has been|had been|has|have|had) "
)
_SPOKEN = re.compile(
    r"\b(?:said|says|announced|told (?:[a-z]+ ){1,4}|told [PC]\d+ (?:[a-z]+ )?|speaking|declared|proposes|proposed|addressed (?:[a-z]+ ){0,4}|was|were|is|has been|had been|had (?:[a-zQ\d]+ ){1,3}|has (?:[a-zQ\d]+ ){1,3}|(?:able|seen) (?:[a-z]+ ){1,4}|"
    r"was (?:[a-z]+ ){1,4}|were (?:[a-z]+ ){1,4}|expressed (?:[a-z]+ ){1,3}|had (?:[a-z]+ ){1,5}) ?$"
)
# what is done to one who is there: "was given the collar by the king in Y"
_DONE_TO = re.compile(
    r"\b(?:was|were) (?:(?!try|plan|hop|consider|prepar|expect|think|be|go|look|wait|mean|seek|consult)[a-z]+ing)\b|\b(?:was|were|been|being) (?:[a-z]+ )?(?:given|awarded|decorated|presented|handed|shown|driven|met|received|conferred|invested|made|guided|honou?red|photographed|joined|accompanied|"
    r"flanked|greeted|welcomed|briefed|treated)\b"
)
# the place is that of an event which is only spoken of
_TO_BE_HELD = re.compile(
    r"\b(?:to be held|being held|due to be held|scheduled for|taking place|to take place|will be held|planned for|held (?:on|in) D\d+) (?:[a-zD\d]+ ){0,3}$"
)
_NEGATED = re.compile(
    r"\b(?:not|never|n't|no|nor|neither|without|yet to|instead|failed|refused|declined|unable|cannot|hardly|(?:missed|misses|missing|boycott(?:ed|s|ing)|shunned|skipp(?:ed|ing)|skips) (?:the|an?|[a-zPLBA\d]+ 's) (?!chance|opportunity|point|deadline|target|train|plane|flight))\b"
)
_PLAN = re.compile(
    r"\b(?:will|shall|is to|are to|(?:is|are) (?:[a-z]+ )?(?:due|expected|awaited)|due to|expected to|scheduled to|set to|plans? to|intends? to|to be|going to|tomorrow)\b"
)
_WISH = re.compile(
    r"\b(?:may|might|could|would|should|hopes?|hoped|look(?:s|ed|ing)? forward|hoping|wants?|wanted|wish\w*|ready|willing|invit\w+|asked|propos\w+ to|suggest\w+|like to|agreed to|let|possible|likely)\b"
)


def act(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A place phrase with the leader who is the subject of its clause."""
    if not sentence.of("P", "H", "G", "Q"):
        return []
    if match.group("prep") not in ("in", "at", None) and not sentence.coded.startswith(" , where ", match.end()):
        return []
    unit = match.group("unit") or match.group("named")
    locus = Locus(
        match.start(),
        match.end(),
        match.group("prep") or "",
        int(unit[1:]) if unit else None,
        words_of(match),
    )
    low, high = clause_around(sentence, locus.start)
    clause = context.clause_at(sentence, sentence.at(locus.start))
    if clause and (
        (clause.lemma == "represent" and clause.passive)
        or clause.lemma in LIFE
        or any(is_from_afar(p.prep, sentence.units[p.noun.head].word) for p in clause.phrases)
        or tells_of_old(context, sentence, clause)
    ):
        return []
    if (
        is_elsewhere(sentence, locus.start)
        or _OF_STAFF.search(sentence.coded, 0, locus.start)
        or is_talked_of(context, sentence, locus)
        or REMOTE.within(sentence, sentence.coded[low:high])
    ):
        return []
    for pools, stretch, leading in _actors(context, sentence, locus, low, high):
        realis = _realis(context, sentence, locus, stretch, leading, (low, high if leading else locus.end + 20))
        place = place_for(context, sentence, locus, pools[0][0])
        if place and place.basis is Basis.REFERENCE and not _knows(context, place.country):
            continue  # a palace whose name is also that of one elsewhere
        if place is None or realis.status is None or _at_home(context, sentence, locus, pools):
            continue
        if stretch.endswith(" back ") and pools[0][0].country == place.country:
            continue  # at home again
        if realis.status is Status.CANCELLED and _BESIDES.search(sentence.coded[low : locus.start]):
            continue
        if place.city is None and not _dated_stay(sentence, locus) and not _NARROW.search(match.group()):
            continue
        guests = [g for g in travellers([p[:2] for p in pools], place.country) if is_traveller(context, g)]
        kind = local_kind(sentence, locus.end, low, high)
        left = locus.prep == "from" and not sentence.coded.startswith(" , where ", locus.end)
        since = None if left else since_there(context, sentence, locus.end)
        if locus.prep == "from" and clause and clause.lemma in _COMING_FROM and not left:
            when = _of_aside(context, sentence, _told_at(sentence, locus))
            notes, low = {"origin": 1}, sentence.offsets[clause.verb.start]
            ended = day_of_leaving(context, sentence, low, locus.start) if low < locus.start else UNKNOWN
        else:
            when = UNKNOWN if left else since or visit_when(context, sentence, _told_at(sentence, locus), realis)
            notes, ended = {}, UNKNOWN
        return make_each(
            context, sentence, "visit-act", guests, place, kind, when, realis, notes, weak=True, ended=ended
        )
    return []


_COMING_FROM = frozenset("arrive come fly land travel reach return head touch drive".split())


def _of_aside(context: Context, sentence: Sentence, at: int) -> When:
    """The day of "flew in on Tuesday from Y, where he had been since Sunday": his days in Y are those that the aside tells."""
    told = _ASIDE.match(sentence.coded, at)
    return context.date_near(sentence, at, False, (at, told.end() if told else at)) or UNKNOWN


_ASIDE = re.compile(r"(?:(?! , | and , ).| and , (?:on |in )?D\d+ ,)*")


def _knows(context: Context, state: str) -> bool:
    """True where the text names a state by more than one of its palaces."""
    named = any(h.kind != "seat" and state in h.values for h in context.analysis.hits)
    return named or any(e.country == state for e in context.analysis.entities)


def _told_at(sentence: Sentence, locus: Locus) -> int:
    """Where to look for the day: in the clause that tells what was done at the place."""
    return locus.end + len(" , where ") if sentence.coded.startswith(" , where ", locus.end) else locus.start


def _at_home(context: Context, sentence: Sentence, locus: Locus, pools: list[list[Entity]]) -> bool:
    """True where "the capital" or "the country" is the actor's own, the place of the story."""
    if locus.unit is not None or locus.words in ("there", "here") or re.search(r"[AC]\d", locus.words):
        return False
    written = context.here()
    story = context.host or (written.country if written else None)
    return story == pools[0][0].country


# the present tense with a day to come
_COMING = re.compile(
    r"(?:^[PH]\d+|\band|\bthen|,) (?:also |then |later )?(?:goes|opens|visits|travels|holds|meets|addresses|speaks|attends|flies|moves|begins|starts|stays|sees|joins|receives|hosts|welcomes|chairs|signs|lays|delivers|gives|takes part|calls|arrives|lands|leaves|departs|heads|comes|sets (?:off|out)|returns|spends|pays|makes|tours|continues|wraps up|winds up|rounds off|ends|concludes|finishes|completes|closes)\b"
)


# what was to come before or after the trip that was dropped
_BESIDES = re.compile(r"\b(?:after|before|following) [a-z]+ing\b[^,;]*$")
# a place of a state that is told without a city
_NARROW = re.compile(r"\b(?:side|soil|bank|shore)\b|L\d")


def _dated_stay(sentence: Sentence, locus: Locus) -> bool:
    """True where a state without a city has a day or month beside it: "in Brazil on Monday"."""
    return bool(
        re.match(r" (?:(?:on|in|since|from|earlier|last|late) )*D\d+", sentence.coded[locus.end :])
        or re.search(r"D\d+ ,? ?$", sentence.coded[: locus.start])
    )


def _actors(
    context: Context, sentence: Sentence, locus: Locus, low: int, high: int
) -> Iterable[tuple[list[list[Entity]], str, bool]]:
    """Those who may be at a place, with the words between them and it, and whether the place leads the clause."""
    coded = sentence.coded
    if where := re.compile(r"(?: ,)? where ").match(coded, locus.end):
        yield from _in_where(context, sentence, where.end(), len(coded))
    owner = owner_of(sentence, locus.start)
    numbers = subjects(context, sentence, locus.start) if owner is None else [owner]
    if numbers and not re.search(
        r"\b(?:that|which|whom|whose|where|because|if) ", coded[sentence.offsets[numbers[-1]] : locus.start]
    ):
        if pools := people(context, sentence, numbers):
            yield pools, coded[sentence.offsets[numbers[-1]] : locus.start], False
        return
    if (leading := _after(sentence, locus, low, high)) and (pools := people(context, sentence, leading)):
        at = sentence.offsets[leading[-1]]
        yield pools, _NAME_ENDS.sub(" ", coded[at : at + 40], 1).split(" , ")[0], True
        return
    if (by := _by(sentence, locus, low, high)) and (pools := people(context, sentence, by)):
        yield pools, _of_passive(sentence, low, locus.start), False


def _of_passive(sentence: Sentence, low: int, at: int) -> str:
    """The auxiliaries of the verb whose "by" names those at a place: "will be", "is to be", "to be"."""
    done = [m.start() for m in _DONE_BY.finditer(sentence.coded, low, at)]
    return verb_group(sentence, done[-1]) if done else ""


_DONE_BY = re.compile(
    r"\b(?:signed|chaired|opened|concluded|adopted|inaugurated|unveiled|launched|agreed|initialled|sealed|held|announced|reached|issued|led)\b"
)


def _in_where(
    context: Context, sentence: Sentence, at: int, high: int
) -> Iterable[tuple[list[list[Entity]], str, bool]]:
    """ "in Y, where P met H": whoever acts or is acted on in the clause is at the place."""
    found = _WHERE_VERB.search(sentence.coded, at, high)
    stop = sentence.coded.find(" , ", found.end() if found else at)
    end = min(high, stop if stop > 0 else high)
    numbers = [n for n in sentence.of("P", "H", "G") if at <= sentence.offsets[n] < end]
    numbers = [n for n in numbers if not re.match(r"[PHG]\d+ 's? ", sentence.coded[sentence.offsets[n] :])]
    numbers = [n for n in numbers if not _is_company(context, sentence, numbers[0], n)]
    if pools := people(context, sentence, numbers):
        yield pools, sentence.coded[at:end], True


def _is_company(context: Context, sentence: Sentence, first: int, number: int) -> bool:
    """True for one who merely accompanies the leader of his own state: "where X arrived with Foreign Minister Y"."""
    one, other = (context.entities_at(sentence, n)[:1] for n in (first, number))
    beside = number != first and _WITH.search(sentence.coded, 0, sentence.offsets[number])
    return bool(beside and one and other and one[0].country == other[0].country and one[0] is not other[0])


_WITH = re.compile(r"\b(?:with|by|alongside) (?:the |[AC]\d+ (?:'s )?|Q\d+ )*$")
# the verb of a clause, after the names of its subjects with their insertions
_WHERE_VERB = re.compile(r"\b(?:had|has|have|was|were|is|are|will|met|held|saw|sat|spoke|[a-z]+(?:ed|s))\b(?= )")
_LEADING = re.compile(
    r"(?: , (?:the|a|his|her|an) [^,;]{3,70} ,)?(?: (?:,|on|in|at|for|earlier|later|last|early|late|the|same|D\d+|B\d+|K\d+|that|day|today|also|during|of|and|again|once|more|meanwhile|summit|forum|[a-z]+ of|-|\(|\)|N\d+))* "
    r"(?P<who>[PHG]\d+)(?= (?!'s? )(?!of ))"
)


def _after(sentence: Sentence, locus: Locus, low: int, high: int) -> list[int]:
    """The subject after a place that leads its clause: "In Y on Monday X met ..."."""
    before = sentence.coded[low : locus.start]
    if len(before) > 90 or not _LEAD_WORDS.fullmatch(before) or _FINITE.search(before):
        return []
    found = _LEADING.match(sentence.coded, locus.end, high)
    if not found:
        return []
    number = int(found.group("who")[1:])
    joined = re.compile(r"[PHG]\d+ and (?:the )?[PHG](\d+)").match(sentence.coded, sentence.offsets[number])
    return [number, int(joined.group(1))] if joined else [number]


_NAME_ENDS = re.compile(r"(?<=\d) , ")
_LEAD_WORDS = re.compile(r"(?:\" |, |- |(?:[a-z'-]+|[DOBKN]\d+) )*")
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|said|says|signed|would|can|could|may|did|does|which|that|who|[a-z]+ed (?!by|in|on|at|for|to))\b"
)


def _by(sentence: Sentence, locus: Locus, low: int, high: int) -> list[int]:
    """Those by whom, or between whom, something was done at the place: "signed in Y by X and Z", "agreed in Y with Z"."""
    found = re.compile(
        r" (?:[a-z]+ |D\d+ |on D\d+ |, )*?(?:by|between|with|in the presence of|under the (?:eyes|gaze) of|watched by|in front of) (?:(?:the|[AC]\d+ 's|[AC]\d+|two [a-z ]{3,20}|then) )*?(?P<list>[PHG]\d+(?:(?: ,)?(?: and| ,) (?:the )?[PHG]\d+)*)"
    ).match(sentence.coded, locus.end, high)
    before = re.search(
        r"\b(?:signed|chaired|opened|concluded|adopted|inaugurated|unveiled|launched|agreed|initialled|sealed|announced|co-chaired|led) (?:[a-z]+ )?by (?:the )?(?P<list>[PHG]\d+(?: , [^,]{0,40} ,)?(?:(?: ,)?(?: and| ,) (?:the )?[PHG]\d+)*)[^,;]{0,50}$",
        sentence.coded[low : locus.start],
    )
    listed = found or before
    passive = re.search(
        r"\b(?:signed|chaired|opened|concluded|adopted|inaugurated|unveiled|launched|agreed|initialled|sealed|held|announced|talks|meeting|reached|issued|was|were)\b",
        sentence.coded[low : locus.start],
    )
    if not listed or not passive or _NOT_BY.search(sentence.coded[low : locus.end + 60]):
        return []
    return [int(n) for n in re.findall(r"\b[PHG](\d+)\b", listed.group("list"))]


# "hailed the meeting between senior officials in Y": who speaks of it is not there
_OF_STAFF = re.compile(
    r"\b(?:meetings?|talks|contacts|consultations|negotiations|exchanges?|discussions) (?:held )?(?:between|among|of) [^,;:]{0,50}\b(?:officials|experts|diplomats|negotiators|delegations|teams|delegates|officers|envoys) $"
)
# "the meeting was not attended by X"
_NOT_BY = re.compile(r"\b(?:not|never|n't) (?:[a-z]+ ){1,2}by\b")
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|on the eve of|prior to|prepar\w+ for|await\w*) (?:the |Q\d+ |P\d+ 's )?[a-z]+ (?:on D\d+ )?$"
)
_EXPECTED = re.compile(r"\bhad been (?:[a-z]+ )?(?:due|expected|awaited|scheduled|supposed|meant|set|slated)\b")


def _realis(
    context: Context, sentence: Sentence, locus: Locus, stretch: str, leading: bool, around_it: tuple[int, int]
) -> Realis:
    """Realis of an act from the words between the leader and the place, and from the days told around it."""
    low = around_it[0]
    outer = around_trip(context, sentence, locus.start, locus.end)
    if re.search(
        r"\b(?:until|unless|once(?! more| again)) (?!D\d)[^,;]*$",
        sentence.coded[max(0, locus.start - 80) : locus.start],
    ):
        return Realis(None, reason="conditional")
    if outer.status is None or _NEGATED.search(stretch) or _TO_BE_HELD.search(stretch):
        return Realis(None, reason="not asserted")
    if outer.status is Status.CANCELLED:
        return outer
    if (
        not leading
        and _SAYING.search(stretch)
        and not _SPOKEN.search(stretch)
        and not _DONE_TO.search(stretch)
        and not re.search(r" (?:and|,) [a-z]+(?:ed|s)\b|\b(?:spoke|met|signed)\b", stretch)
    ):
        return Realis(None, reason="only spoken of")
    if re.match(r" would\b", sentence.coded[locus.end :]):
        return Realis(None, reason="conditional")
    if _WISH.search(stretch) or _EXPECTED.search(stretch):
        return Realis(None, reason="not asserted")
    if (
        _AHEAD_OF.search(sentence.coded[low : locus.start])
        or _PLAN.search(stretch)
        or (
            _COMING.search(stretch)
            and (dated_ahead(sentence, *around_it) or day_to_come(context, sentence, *around_it))
        )
    ):
        return Realis(Status.PLANNED)
    return Realis(Status.DONE, outer.background or "had" in stretch.split())
