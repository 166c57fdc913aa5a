"""When a visit began and ended, as its sentence tells it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.date_marks import came_to_nothing, of_career
from relations_db.extract.rules.visit_others_days import is_first_to, of_another, of_next_stop, of_past_act
from relations_db.extract.rules.visit_recounted import left_open
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.date_meaning import resolve
from relations_db.language.dates import Dated
from relations_db.language.realis import Realis
from relations_db.language.verbs import BASE, PAST, forms_of
from relations_db.values import Basis, Status, Visit


def until_date(context: Context, sentence: Sentence, low: int, high: int) -> When:
    """ "... until Sunday": the last day of a stay told between two offsets."""
    found = re.compile(r"\b(?:until|till|through) (?:the )?D(\d+)").search(sentence.coded, low, high)
    return last_day(context, sentence, int(found.group(1))) if found else UNKNOWN


def day_of_leaving(context: Context, sentence: Sentence, low: int, high: int) -> When:
    """ "Flew in on Tuesday from Y": the day between two offsets on which one left Y for where he came."""
    near = context.date_near(sentence, low, False, (low, high))
    return When(near.date, Basis.FRAME, near.span) if near and near.date and near.date.day else UNKNOWN


def is_last_day(sentence: Sentence, number: int) -> bool:
    """True for a date after "until"."""
    at = sentence.offsets[number]
    return bool(re.search(r"\b(?:until|till|through) (?:the )?$", sentence.coded[max(0, at - 20) : at]))


def last_day(context: Context, sentence: Sentence, number: int) -> When:
    """What the date after "until" means: a day to come, unless the stay is over."""
    over = re.search(
        r"\b(?:was|were|had been|stayed|remained|spent|lasted|ran|visited)\b",
        sentence.coded[: sentence.offsets[number]],
    )
    return context.resolve(sentence, number, not over)


def one_clause(sentence: Sentence, offset: int) -> tuple[int, int]:
    """The stretch between strong stops around an offset; a date at the head of the sentence counts too."""
    low = max((m.end() for m in re.finditer(r" [;:] ", sentence.coded[:offset])), default=0)
    high = re.compile(r" [;:] | , (?:where|whose|whom) ").search(sentence.coded, offset)
    if low and (re.match(r"(?:on |in |by )?D\d+ ", sentence.coded) or re.search(r"D\d+ : $", sentence.coded[:low])):
        low = 0
    end = high.start() if high else len(sentence.coded)
    return low, min(end, _end_of_aside(sentence, offset))


_ASIDE = re.compile(r" , (?:where|who|which|when|in which|at which) ")
_RESUMED = re.compile(
    r" , (?=(?:also |then |later )?(?:is|was|are|were|will|has|had|said|says|told|left|arrived|flew|met|[a-z]+ed) )"
)


def _end_of_aside(sentence: Sentence, offset: int) -> int:
    """Where the relative clause ends in which an offset lies; the sentence's end where it lies in none."""
    opened = max((m.start() for m in _ASIDE.finditer(sentence.coded, 0, offset)), default=-1)
    if opened < 0 or _RESUMED.search(sentence.coded, opened + 1, offset):
        return len(sentence.coded)
    resumed = _RESUMED.search(sentence.coded, offset)
    return resumed.start() if resumed else len(sentence.coded)


def nearest_year(context: Context, sentence: Sentence, near: When) -> When:
    """The day of a cancelled trip may lie on either side of the document: the nearer one is meant."""
    number = next((n for n in sentence.of("D") if near.span and sentence.units[n].start == near.span[0]), None)
    on = context.analysis.on
    if number is None or on is None:
        return near
    before = sentence.coded[: sentence.offsets[number]][-40:]
    dated = sentence.units[number].thing
    if isinstance(dated, Dated) and dated.day and context.reference(sentence, dated) != on:
        return context.resolve(sentence, number, False)  # "in 2019 he called off a trip set for 9 September"
    if (
        getattr(sentence.units[number].thing, "form", "") != "month"
        and re.search(r"\b(?:due|planned|scheduled|set|meant|expected|supposed|fixed|slated)\b[^,;]*$", before)
        and (not re.search(r"\bhad\b", before) or _is_weekday_to_come(sentence, number))
    ):
        ahead = context.resolve(sentence, number, True)
        if ahead.date is None or (ahead.date.first - on.last).days < _FAR_AHEAD:
            return ahead
    both = [context.resolve(sentence, number, ahead) for ahead in (False, True)]
    if both[0].date and both[0].date.precision == "month" and _HAD_MEANT.search(before):
        return both[0]  # "had planned for March"
    return min(
        (w for w in both if w.date), key=lambda w: abs((w.date.first - on.first).days) if w.date else 0, default=near
    )


_FAR_AHEAD = 200  # days: what was meant for a day so long to come was meant for that of this year


def _is_weekday_to_come(sentence: Sentence, number: int) -> bool:
    """True for the weekday of what "had been due" when it was dropped, unless the words after tell that it passed."""
    bare = getattr(sentence.units[number].thing, "unit", "") == "weekday"
    return bare and not came_to_nothing(sentence, number)


_HAD_MEANT = re.compile(r"\bhad (?:been )?(?:[a-z]+ )?(?:due|planned|scheduled|set|meant|expected|intended)\b[^,;]*$")


def since_date(context: Context, sentence: Sentence, offset: int) -> When | None:
    """ "... since Sunday": the day from which a stay lasts."""
    if is_first_to(sentence, offset):
        return None
    found = re.compile(r"(?: [a-z-]+| ,){0,5} since (?:[a-z]+ )?D(\d++)(?! when)").match(
        sentence.coded, max(0, offset - 1) if sentence.coded[offset - 1 : offset] == " " else offset
    )
    found = found or _SINCE_FIRST.search(sentence.coded, 0, offset)
    if found is None or of_career(sentence, int(found.group(1))):
        return None
    return context.resolve(sentence, int(found.group(1)), False)


# "since D he has been in Y"
_SINCE_FIRST = re.compile(
    r"(?:^|[,;:] |\band |\bbut )since (?:[a-z]+ )?D(\d+)(?: (?:morning|evening|night|afternoon))? ,? ?(?:the )?[PH]\d+ (?:of (?:the )?C\d+ )?(?:has|have|had) (?:[a-z]+ )?been [^,;]*$"
)
_SINCE_THERE = re.compile(
    r"(?: , where H\d+ (?:has|had) been)?(?: for (?:the |an? )?(?:[a-z]+ |[KB]\d+ ){1,4}?)? ?since (?:[a-z]+ )?D(\d++)(?! when)"
)


def since_there(context: Context, sentence: Sentence, place_end: int) -> When | None:
    """ "In Y for the summit since Sunday, X ...": the day from which the one at a place has been there."""
    found = _SINCE_THERE.match(sentence.coded, place_end)
    since = context.resolve(sentence, int(found.group(1)), False) if found else None
    return since if since and since.date and since.date.precision != "year" else None  # "the first here since 1998"


def future_of(realis: Realis) -> bool | None:
    """Which way a date without a year is to be read; None where the words around must say."""
    return (
        {Status.DONE: False, Status.PLANNED: True, Status.PROPOSED: True}.get(realis.status) if realis.status else None
    )


# "when he was in Rome": told of another time, not as the news
_ONCE = re.compile(
    r"\b(?:when|since|while) (?:the )?[PH]\d+ (?:was|were|had been|came|went|visited|flew|travelled|stayed|arrived)\b[^,;:]*$"
)


def _against(context: Context, near: When, realis: Realis) -> bool:
    """True for a day that cannot be that of the trip: something done lies behind the document, a plan not long before it."""
    on = context.analysis.on
    if on is None or near.date is None:
        return False
    if realis.status is Status.DONE:
        return near.date.first > on.last
    return realis.status is Status.PLANNED and (on.first - near.date.last).days > 60


_AFTER_IT = re.compile(r"\bD(\d+) (?:the )?[PH]\d+ (?:of (?:the )?C\d+ )?[^,;]{0,40}$")


def _counted_on(context: Context, sentence: Sentence, offset: int) -> When | None:
    """ "The talks come two months after X visited Y": X was there so long before the news, or before the day of the other event."""
    found = _AFTER_IT.search(sentence.coded[:offset])
    unit = sentence.units[int(found.group(1))] if found else None
    on = context.analysis.on
    if (
        found is None
        or unit is None
        or not isinstance(unit.thing, Dated)
        or not unit.word.endswith((" after", " before"))
    ):
        return None
    back = replace(unit.thing, shift=-unit.thing.shift, anaphoric=False)
    told = [n for n, _ in context.dates_in(sentence) if n < int(found.group(1))]
    start = context.resolve(sentence, told[-1]).date if told else on
    if not told and unit.word.endswith(" before"):
        return None
    return When(resolve(back, start), Basis.SAID, (unit.start, unit.end)) if start else None


# "the summit scheduled for D": the day of the thing itself
_APPOINTED = frozenset("schedule plan set slate fix hold expect begin start announce call mean intend".split())


def _skipped(context: Context, sentence: Sentence, offset: int) -> Callable[[int], bool]:
    """Whether the date at an offset tells of another time: it stands in a relative or subordinate clause beside the one asked for."""
    of_other = of_another(sentence, offset)
    clause = context.clause_at(sentence, sentence.at(max(0, offset - 1)))
    if clause is None:
        return of_other
    kin = [clause]
    while (above := kin[-1].governor) is not None and above not in kin:
        kin.append(above)
    asides = [
        c
        for c in context.clauses(sentence)
        if c.link in ("rel", "sub", "ed")
        and c not in kin
        and not (c.link == "ed" and c.lemma in _APPOINTED)
        and not (c.governor is clause and c.mark in ("when", "where"))
    ]
    own = {sentence.offsets[n] for n in clause.dates if not of_career(sentence, n)}
    kept = {n for c in context.clauses(sentence) if c not in asides for n in c.dates}
    others = {sentence.offsets[n] for c in asides for n in c.dates if n not in kept}
    if own:
        others |= {
            sentence.offsets[n]
            for c in context.clauses(sentence)
            if _told_apart(sentence, clause, c, kin)
            for n in c.dates
        } - own
    elif clause.form == "finite":
        ahead = _looks_ahead(sentence, clause)
        later = [c for c in context.clauses(sentence) if c.form == "finite" and c not in kin]
        later = [c for c in later if not (ahead and c.subject == clause.subject and _is_bare(sentence, c))]
        others |= {sentence.offsets[n] for c in later if _looks_ahead(sentence, c) != ahead for n in c.dates}
    own = {at for at in own if not _THAT_ENDS.search(sentence.coded, 0, at) and not of_next_stop(sentence, offset, at)}
    return lambda at: at in others or (at not in own and of_other(at))


# "a visit that ends on Saturday": no first day, though it stands beside the noun
_THAT_ENDS = re.compile(
    r"\b(?:(?:that|which) (?:will |is to )?(?:ends?|ended|conclude[sd]?|runs? (?:to|until))|(?:goes|flies|returns|heads|is|be) (?:back )?home) (?:on |in )?$"
)


def _looks_ahead(sentence: Sentence, clause: Clause) -> bool:
    """True for a verb with "will" before it: a day told with it is none of what was done."""
    words = {sentence.units[n].word for n in range(clause.verb.start, clause.verb.head)}
    return not words.isdisjoint(("will", "shall", "'ll"))


def _is_bare(sentence: Sentence, clause: Clause) -> bool:
    """True for "attend" in "will visit Y and attend a forum from 3 to 5 May": it shares the auxiliary of the verb before."""
    known = forms_of(sentence.units[clause.verb.head].word)
    return clause.verb.start == clause.verb.head and bool(known and BASE in known[1] and PAST not in known[1])


def _told_apart(sentence: Sentence, clause: Clause, other: Clause, kin: list[Clause]) -> bool:
    """True for another main clause with a subject of its own, or with its own day beside one told of this: what happened on its day is another story."""
    if other in kin or other.form != "finite" or other.link != "":
        return False
    return other.subject != clause.subject or any(_is_day(sentence, n) for n in clause.dates)


def _is_day(sentence: Sentence, number: int) -> bool:
    thing = sentence.units[number].thing
    return isinstance(thing, Dated) and (thing.day or thing.weekday) is not None and not thing.anaphoric


def _at_that_time(context: Context, sentence: Sentence, offset: int) -> When | None:
    """ "... on D - X was in Y at the time -": the day told just before."""
    if not re.compile(r"[^,;]{0,40} at the (?:same )?time\b").match(sentence.coded, offset):
        return None
    before = [n for n, _ in context.dates_in(sentence) if sentence.offsets[n] < offset]
    return context.resolve(sentence, before[-1], False) if before else None


def visit_when(context: Context, sentence: Sentence, offset: int, realis: Realis, nominal: bool = False) -> When:
    """The visit's first day as the sentence tells it; news without a date takes the document's day, history and plans none."""
    if re.search(r"\b(?:was|were) then (?:[a-z]+ ){0,4}$", sentence.coded[max(0, offset - 40) : offset]):
        return When(context.story_date(sentence.index - 1), Basis.FRAME)
    if counted := _counted_on(context, sentence, offset):
        return counted
    span = _SPAN_AFTER.search(sentence.coded, 0, offset)
    if span and sentence.units[int(span.group(1))].word.endswith((" after", " before")):
        stop = sentence.coded.find(" , ", offset)
        inside = (span.end(1), stop if stop > 0 else len(sentence.coded))
        return context.date_near(sentence, offset, False, inside) or UNKNOWN  # "a month after hosting X, Y ..."
    if _HAS_BEEN_TO.search(sentence.coded, 0, offset) and not re.compile(r" (?:[a-z]+ ){0,2}D\d").match(
        sentence.coded, offset
    ):
        event = _ITS_EVENT.match(sentence.coded, offset)
        return context.resolve(sentence, int(event.group(1)), False) if event else UNKNOWN
    if which := _on_which(context, sentence, offset, realis):
        return which
    low, high = one_clause(sentence, offset)
    if realis.status is Status.PROPOSED and (bid := _BIDS.search(sentence.coded, low, offset)):
        low = bid.start()  # a day before it is that of the asking
    near = (
        since_date(context, sentence, offset)
        or _at_that_time(context, sentence, offset)
        or context.date_near(sentence, offset, future_of(realis), (low, high), _skipped(context, sentence, offset))
    )
    if near and (_against(context, near, realis) or of_past_act(context, sentence, near, realis)):
        near = None
    if near and realis.status in (Status.PLANNED, Status.PROPOSED) and left_open(sentence, near):
        return UNKNOWN
    if near and realis.status is Status.CANCELLED and near.span:
        return nearest_year(context, sentence, near)
    if near is None and (ranged := _RANGE_AT_END.search(sentence.coded, offset)):
        near = context.resolve(sentence, int(ranged.group(1)), future_of(realis))
    if near:
        return near
    entry = context.entry_date(sentence.index)
    if entry:
        return entry
    if realis.status is Status.PLANNED and _THAT_DAY.match(sentence.coded):
        return _of_last_plan(context, sentence)
    if (
        realis.status is Status.DONE
        and not realis.background
        and not nominal
        and not _ONCE.search(sentence.coded[:offset])
        and not _COUNTED.match(sentence.coded, offset)
        and not _IN_TURN.search(sentence.coded, max(0, offset - 30), offset + 12)
    ):
        return _of_scene(context, sentence)
    return UNKNOWN


# "In the afternoon he flies to Z": the day of the plan told before
_THAT_DAY = re.compile(
    r"(?:later )?in the (?:afternoon|evening|morning)\b|the same (?:day|evening|afternoon)\b|at night\b"
)


def _of_last_plan(context: Context, sentence: Sentence) -> When:
    for told in reversed(context.told):
        if not isinstance(told.claim, Visit) or sentence.index - told.sentence > 1:
            break
        if told.claim.status is Status.PLANNED and told.claim.started_on and told.claim.started_on.day:
            return When(told.claim.started_on, Basis.FRAME)
    return UNKNOWN


# "will be in Y, where he is to see H, from D to D": the range is that of the stay
_RANGE_AT_END = re.compile(r" , where [^;:]* , (?:from|between) D(\d+)(?: (?:to|until|and) D\d+)? ?[.\"]*$")


# "has been to Y once as president, for Z's inauguration on D"
_ITS_EVENT = re.compile(
    r" ?(?:once|only once)?(?: as [^,;]{1,40})?(?: ,)? for [^,;:]{1,60}? (?:on |in )?(?:the )?D(\d+)"
)
# "called on Monday and asked G to come"
_BIDS = re.compile(
    r"\b(?:ask(?:ed|s)|invit(?:ed|es)|urg(?:ed|es)|begged|press(?:ed|es)) (?:the |Q\d+ )?(?:[a-z]+ )?[PHG]\d+ (?:[a-z]+ )?to\b"
)


def _on_which(context: Context, sentence: Sentence, offset: int, realis: Realis) -> When | None:
    """ "Until Friday, when he leaves for Y": the day to which the clause belongs, where it has none of its own."""
    clause = context.clause_at(sentence, sentence.at(max(0, offset - 1)))
    if clause is None or clause.mark != "when" or clause.dates or not clause.subject:
        return None
    found = _DAY_WHEN.search(sentence.coded, 0, sentence.offsets[clause.subject[0]])
    if found is None:
        return None
    number = int(found.group(1))
    ended = is_last_day(sentence, number)
    when = last_day(context, sentence, number) if ended else context.resolve(sentence, number, future_of(realis))
    return when if when.date and when.date.day else None


_DAY_WHEN = re.compile(r"D(\d+)(?: ,)? when (?:the )?$")
_SPAN_AFTER = re.compile(r"D(\d+) [^,;:]*$")
# "has been to Y five times": no day of the news
_COUNTED = re.compile(
    r" ?(?:(?:to |in )?(?:the )?[LC]\d+ )?(?:twice|thrice|(?:N\d+|several|many|countless) times|(?:so |very )?often|repeatedly|more than once)\b(?! on D| in D)"
)
# "he went first to Y, and then to Z": before what the text is about
_IN_TURN = re.compile(
    r"\b(?:went|flew|travell?ed|was|been|called|stopped) first (?:to|in|at)\b|\bfirst (?:went|flew|travell?ed|visited|stopped|called)\b"
)
# "has been to Y": some day
_HAS_BEEN_TO = re.compile(r"\b(?:has|have) (?:also |already |now )?been to (?:the )?[LC]\d+ ?$")


def _of_scene(context: Context, sentence: Sentence) -> When:
    """The day of the scene of an undated sentence, where it is of the news; else the news' own."""
    told, on = scene_at(context, sentence.index), context.analysis.on
    day = told.day.date if told.day else None
    if day and day.day and on and 0 <= (on.first - day.first).days <= _FRESH and not told.ahead:
        return told.day or UNKNOWN
    news = context.news_day(sentence.index)
    return context.news_date() if news.span and _is_of_other_story(context, sentence, news.span[0]) else news


def _is_of_other_story(context: Context, sentence: Sentence, at: int) -> bool:
    """True for a day at an offset told of somebody elsewhere: "He is in Y. He had come from Z, where he met H on Friday"."""
    other = next((s for s in context.analysis.sentences if s.start <= at < s.end), sentence)
    if other is sentence:
        return False
    here, there = scene_at(context, sentence.index), scene_at(context, other.index)
    apart = there.place and here.place and there.place.country != here.place.country
    return bool(apart and there.aside and not here.aside and not there.ahead)


_FRESH = 4  # days before the document up to which something is its news
