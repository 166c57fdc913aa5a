"""Dates of documents that the sentence does not give: those of the chronicle entry, of the act told before, of the news, of the visit to come."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.date_marks import of_news
from relations_db.extract.returns import lead_day, leads_back
from relations_db.extract.rules.paper_anchor import anchor
from relations_db.extract.rules.paper_states import dates_for
from relations_db.extract.rules.paper_stay import LATER_ON, day_in, heading_day, in_told_stay
from relations_db.extract.scene_told import main_clauses, tense_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve, resolve_end
from relations_db.language.dates import Dated
from relations_db.values import Basis, PartialDate, Status

Stretch = tuple[int, int]
_NO_EVENT = re.compile(
    r"(?:\b(?:since|by|until|till|before|as of|up to|(?:up )?from|through|compared (?:with|to)|(?:year|months|quarter|half|period|weeks)(?: up)? to|than|for(?! the first)|over|against|prior to|after(?! talks))(?: early| late| mid)? (?:the )?|\b(?:force|effect) (?:since|from|on|in) |"
    r"\b(?:anniversary of|years? (?:of|after|before)|said|(?:told|informed|briefed|briefing|addressing|addressed|speaking to|spoke to|talking to) (?:the )?[a-z]+|reported|noted)(?: (?:in|at) (?:the )?L\d+| here)?(?: on)? )$"
)
GOVERNS = re.compile(
    r"D\d+ (?:, )?(?:(?:the|a) (?:same )?(?:year|month|day|week) )?(?:when|during|in the course of|in which|on which)\b"
)
_SAME = re.compile(
    r"\b(?:on (?:that|this|the same|the) occasion|at that time|on the same day|during (?:that|this|the same) (?:visit|trip|stay|meeting)|alongside it|at the same time|then and there|(?:during|in the course of) it|at H\d+|at (?:that|the same) (?:summit|session|conference|forum)|(?:came|went|comes|goes) (?:together |along )?with (?:it|them|this|that|the (?:treaty|pact|main text|accord|agreement|declaration))|accompanied (?:it|them))\b"
)
_PAST_VISIT = re.compile(r"\b(?:that|this|the same|the) (?:visit|trip|stay|tour|journey|summit)\b")


def claimed(sentence: Sentence, dated: Dated, at: int) -> bool:
    """True where another word than the act owns the date ("since 2009", "said on Monday")."""
    before = sentence.coded[max(0, at - 44) : at]
    if _OF_VALUE.match(sentence.coded, at):
        return True
    if _OF_TALKS.match(sentence.coded, at) and not before.endswith((" before ", " since ", " until ")):
        return False
    governs = GOVERNS.match(sentence.coded, at)
    ranged = dated.until is not None and before.endswith("from ")
    if re.search(r"\bto be (?!signed|adopted|concluded|issued)[a-z]+ (?:on|in) $", before):
        return True
    if re.search(r"\bsince [^,;]{0,34}$", before) and not governs:
        return True
    return bool(_NO_EVENT.search(before)) and not governs and not ranged


# "after Monday's talks", "at the end of Monday's meeting": the day of what is done there
_OF_TALKS = re.compile(
    r"D\d+ 's (?:[a-z-]+ ){0,2}(?:signing|ceremony|talks|meeting|negotiations|session|summit|encounter|round)\b"
)
_OF_VALUE = re.compile(r"D\d+ 's (?:[a-z]+ )?(?:prices?|rates?|money|values?|standards|terms)\b")  # "at today's prices"
_ON_THE_ACTOR = re.compile(
    r" [,-] (?:who|whose|whom|which|where)(?= )(?![^,]* [,-] (?:who|whose|whom|which|where) )[^,]*$"
)
# "which was to be signed on D, was shelved", "in X, where he came on D, he signed", "who came in D, when a treaty was signed"
_OF_THE_ACT = re.compile(
    r" [,-] (?:which (?:[a-z]+ ){0,4}(?:signed|concluded|inked|sealed|initial(?:l)?ed)\b|where (?:H\d+|they|he|she|it) |[^;]*? , when )"
)
_CLOSED = re.compile(r" [,-] ")


def aside(sentence: Sentence, at: int, act_at: int) -> bool:
    """True where a date stands in brackets that do not follow the act at once, or in a clause on the one who acts ("A , who won in D , signed")."""
    if (
        at < act_at
        and (clause := _ON_THE_ACTOR.search(sentence.coded, 0, at))
        and _CLOSED.search(sentence.coded, clause.end(), act_at)
        and not _OF_THE_ACT.match(sentence.coded[clause.start() : act_at])
    ):
        return bool(_CLOSED.search(sentence.coded, at, act_at))
    opened = sentence.coded.rfind(" ( ", 0, at)
    closed = sentence.coded.rfind(" ) ", 0, at)
    if opened < 0 or closed > opened or opened <= act_at <= at:
        return False
    return not act_at < opened <= act_at + 40


def carried(context: Context, sentence: Sentence, act: Act, titles: list[Stretch]) -> When:
    """The date that is told before, or that of the news; a plan has none of a day that has passed."""
    if act.status is Status.PLANNED and _TIME_OF_DAY.match(sentence.coded, act.at):
        return context.news_date()
    if act.status is Status.PLANNED and _AT_END.search(sentence.coded) and (last := _last_day(context)):
        return last
    if act.status is Status.PLANNED and (head := heading_day(context, sentence)):
        return head
    when, on = _carried(context, sentence, act, titles), context.analysis.on
    if act.status is Status.PLANNED and on is None and when.basis is Basis.FRAME and _NEXT.search(sentence.coded):
        return UNKNOWN  # "will be signed next month", in a text without a day
    passed = when.date and on and when.date.last < on.first
    return _plan(context, sentence) if act.status is Status.PLANNED and passed else when


_NEXT = re.compile(r"\bD\d+\b")
_TIME_OF_DAY = re.compile(
    r"[^;:\"]*?\b(?:in the (?:morning|afternoon|evening)|tonight|at (?:noon|midday)|later in the day|(?:before|after) (?:lunch|dinner))\b"
)


def _carried(context: Context, sentence: Sentence, act: Act, titles: list[Stretch]) -> When:
    if act.status is Status.DONE and (entry := context.entry_date(sentence.index)) and entry.date:
        return day_in(context, sentence, entry) or entry
    if act.way in ("exists", "mention") and act.verb != "came out":
        return UNKNOWN
    last, back = _last_act(context, sentence), leads_back(context, sentence)
    if last is not None and context.is_over(sentence, context.paper_dates[-1][0]):
        last = None
    same = _SAME.search(sentence.coded)
    if (
        last is not None
        and same
        and same.start() < _OPENING
        and last is not (before := _last_act(context, sentence, 1))
    ):
        last = before  # "on the same occasion" as what was told before, whatever the sentence itself dates
        if last is None and act.status is Status.DONE and not act.realis.background:
            return _story(context, sentence) or _news(context, sentence)
    if (
        same
        and not re.search("alongside|with|accompanied", same.group())
        and (told := _on_actor(context, sentence, act) or _story(context, sentence))
    ):
        inside = (
            last and last.date and told.date and told.date.first <= last.date.first and last.date.last <= told.date.last
        )
        return When(last.date, Basis.FRAME, last.span) if inside and last else told
    if last is not None and (
        _SAME.search(sentence.coded) or (act.realis.background and last.date and _is_old(context, last.date))
    ):
        return When(last.date, Basis.FRAME, last.span)
    if _PAST_VISIT.search(sentence.coded) and (told := _story(context, sentence)):
        return told
    if act.realis.background or _tells_history(context, sentence, act, titles):
        return (act.realis.background and _in_history(context, sentence)) or UNKNOWN
    if last is not None and last.date and not _is_old(context, last.date) and act.status is Status.DONE:
        return When(last.date, Basis.FRAME, last.span)
    if act.status is Status.PLANNED:
        return _plan(context, sentence)
    if act.status is Status.CANCELLED or _LATELY.search(sentence.coded, max(0, act.at - 24), act.at + 40):
        return UNKNOWN
    if not back and (told := _in_history(context, sentence) or _paragraph_day(context, sentence)) is not None:
        return told
    return _news(context, sentence)


def _on_actor(context: Context, sentence: Sentence, act: Act) -> When | None:
    """The date of the aside on who acts, to which "that occasion" points back: "A , who was here in D , signed it on that occasion"."""
    for number, dated in reversed(context.dates_in(sentence)):
        at = sentence.offsets[number]
        if at < act.at and aside(sentence, at, act.at) and not dated.anaphoric:
            when = context.resolve(sentence, number)
            return When(when.date, Basis.FRAME, when.span, when.until) if when.date else None
    return None


_LATELY = re.compile(r"\b(?:recently|previously|lately|some time ago|long ago|years ago|already)\b")
_CONTENT = re.compile(
    r" (?:said|says|stated|states|noted|notes|declared|reads|recalls?|recalled|reaffirm\w*|stressed) (?:that )?| (?:which|that) "
)


_OF_PAPER = re.compile(r"\b(?:treaty|agreement|declaration|accord|pact|convention|protocol) of $")


def _tells_history(context: Context, sentence: Sentence, act: Act, titles: list[Stretch]) -> bool:
    """True where the clause of the act tells of a time long before the document, outside brackets and titles."""
    for number, dated in context.dates_in(sentence):
        at = sentence.offsets[number]
        apart = " ; " in sentence.coded[min(act.at, at) : max(act.at, at)]
        if apart or _OF_PAPER.search(sentence.coded, 0, at) or any(low <= at < high for low, high in titles):
            continue
        if aside(sentence, at, act.at) or claimed(sentence, dated, at) or _CONTENT.search(sentence.coded[act.at : at]):
            continue
        date = resolve(dated, context.reference(sentence, dated), False)
        if date and _is_old(context, date) and context.analysis.on:
            return True
    return False


def _paragraph_day(context: Context, sentence: Sentence) -> When | None:
    """The day of the last month that the paragraph told last before this sentence, where nothing newer is told."""
    on = context.analysis.on
    for told in reversed(context.analysis.sentences[max(0, sentence.index - 3) : sentence.index]):
        if told.paragraph != sentence.paragraph or on is None:
            return None
        for number, dated in reversed(context.dates_in(told)):
            if claimed(told, dated, told.offsets[number]) or _apart(context, told, number):
                continue
            date = context.resolve(told, number, False).date
            if date is None or date.day is None or context.is_over(sentence, told.index):
                continue
            span = (told.units[number].start, told.units[number].end)
            return When(date, Basis.FRAME, span) if 5 < (on.first - date.first).days <= 31 else None
    return None


def _news(context: Context, sentence: Sentence) -> When:
    """The day of the news: the last day told before, not long before the document and not that of mere words; else the document's."""
    on = context.analysis.on
    before = context.analysis.sentences[max(0, sentence.index - 12) : sentence.index + 1]
    leaving = _LEAVING.search(context.analysis.sentences[0].coded)
    first = "on the first day" in sentence.coded
    for told in [*reversed(before), *context.analysis.sentences[: min(3, sentence.index)]]:
        for number, dated in dates_for(context, told, sentence):
            at = told.offsets[number]
            if dated.start < context.analysis.dateline_end or (
                claimed(told, dated, at) and not _SPOKEN_AT.match(told.coded, at)
            ):
                continue
            if (journey := _ON_THE_WAY.search(told.coded, max(0, at - 70), at)) and not (
                leaving and _ARRIVAL.match(journey.group())
            ):
                continue
            if (told is not sentence and _apart(context, told, number)) or (dated.until is not None and not first):
                continue
            if dated.anaphoric and dated.shift < 0:  # "the day before"
                continue
            date = resolve(
                dated,
                context.reference(told, dated),
                False,
                anchor(context, told, number) if dated.anaphoric else None,
            )
            if on and date and date.day and 0 <= (on.first - date.first).days <= 5:
                return When(date, Basis.FRAME, (told.units[number].start, told.units[number].end))
    return lead_day(context, sentence) or context.news_date()


_SPOKEN_AT = re.compile(
    r"D\d+ (?:after|following|during|in|at) (?:his |her |their |the |a |Q\d+ )?(?:[a-z]+ )?(?:talks|meeting|negotiations|ceremony|signing)\b"
)
_LEAVING = re.compile(
    r"\b(?:left|departed|leaves|(?:wrapped up|concluded|ended|rounded off|wound up)(?= (?:[a-z-]+ |[QNA]\d+ |- ){1,5}(?:visit|tour|trip|stay|journey|stop)\b)|returned (?:home|from)|flew home|seen off)\b"
)
_ARRIVAL = re.compile(r"arriv|reached|landed|touched down|flew|came")
_ON_THE_WAY = re.compile(
    r"\b(?:arriv\w+|reached [CL]\d+|landed|touched down|flew|came|sworn in|took office|takes office|set off|left|leaves|flies|departs|departed|(?:began|begins|started|starts)(?= [^;:.]{0,40}\b(?:visit|tour|trip|journey|stay)\b)|(?:visit|tour|trip|journey|stay|it|which)(?: (?:that|which))? (?:[HPQ]\d+ )?(?:had )?(?:began|begun|started)|opened|elected|returned|disembarked|it kicked off|kicked off|wrapped up|wound up|rounded off) [^;:.]{0,50}$"
)


_HAD = re.compile(
    r"D\d+ (?:(?:morning|afternoon|evening|night) )?(?:, )?(?:[PHGQ]\d+|they|the [a-z]+) had (?!talks)[a-z]+"
)


def _apart(context: Context, told: Sentence, number: int) -> bool:
    """True where a date told before belongs to a plan or to what had happened earlier."""
    before = told.coded[: told.offsets[number]]
    if _HAD.match(told.coded, told.offsets[number]):
        return True
    return bool(re.search(r"\b(?:had|will|to be|due|scheduled|planned|expected|until|next) [^,;]{0,60}$", before))


_AT_END = re.compile(
    r"\bat (?:the|its|his|her|Q\d+) (?:very )?(?:end|close|conclusion)(?= (?:of (?:the|this|his|her|their|Q\d+) (?:[a-z-]+ )*(?:visit|stay|trip|tour)|[^o]|,))"
)


def _last_day(context: Context) -> When | None:
    """The last day of the stay to come, of which "at the end" speaks."""
    on = context.analysis.on
    ends = {v.ended_on for v in context.visits if v.ended_on and v.status is Status.PLANNED}
    last = ends.pop() if len(ends) == 1 else None
    return When(last, Basis.FRAME) if last and (on is None or last.first > on.last) else None


def _plan(context: Context, sentence: Sentence) -> When:
    on = context.analysis.on
    if LATER_ON.search(sentence.coded):
        return UNKNOWN
    day = context.visit_date
    if day and (on is None or day.first > on.last):
        return When(day, Basis.FRAME)
    return UNKNOWN


_OPENING = 4  # characters of a sentence before words that point back


def _last_act(context: Context, sentence: Sentence, back: int = 0) -> When | None:
    """The date of the document told last, in this or the two sentences before (at least `back` before), within the paragraph."""
    told = next((spot for spot in reversed(context.paper_dates) if spot[0] <= sentence.index - back), None)
    if told is None:
        return None
    index, when, _ = told
    near = sentence.index - index <= 2 and context.analysis.sentences[index].paragraph >= sentence.paragraph - 1
    return when if near else None


def _is_old(context: Context, date: PartialDate) -> bool:
    on = context.analysis.on
    return not in_told_stay(context, date) if on is None else (on.first - date.last).days > 20


def _story(context: Context, sentence: Sentence) -> When | None:
    """The old date told last in the paragraph."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        told = context.analysis.sentences[index]
        if told.paragraph != sentence.paragraph:
            return None
        for number, dated in reversed(context.dates_in(told)):
            when = context.resolve(told, number)
            at = told.offsets[number]
            if _ANNOUNCED.search(told.coded, 0, at) or not of_news(told, number) or _TERM.search(told.coded, 0, at):
                continue
            if not dated.anaphoric and when.date:
                return When(when.date, Basis.FRAME, when.span, when.until)
    return None


_TERM = re.compile(r"\b(?:year|months|quarter|half|period|weeks)(?: up)? to $")  # "in the year to December"
_ANNOUNCED = re.compile(
    r"\b(?:said|announced|confirmed|reported|told [a-z]+|made (?:known|public))(?: (?:in L\d+|here|late|early))?(?: on)? $"
)
_CUE = re.compile(
    r"\b(?:there|that|those|the talks|the visit|the meeting|the same|his (?:arrival|stay|visit)|the summit|the trip|the stay|the [LC]\d+ talks|then|had|their (?:joint |common |final |closing )?(?:[a-z]+ )?(?:statement|communique|declaration))\b"
)
_POINTS = re.compile(r"\b(?:there|that|those|then|had)\b")  # to what had been, not only to the story
_SCENE = re.compile(
    r"(?:in|on|from|between|during|back in|as (?:early|late|far back) as|last|when [^,]{0,80})? ?(?:the )?D\d+"
)
# "He visited Seoul in November. They signed ...": who did the one did the other
_STAY = re.compile(
    r"(?:the )?[PH]\d+ (?:, [^,;:]{2,60} , )?(?:also |then |and (?:the )?P\d+ )*(?:visited|was in [CL]\d|came|arrived|travell?ed|flew|went to|received|hosted|welcomed|spent|stayed|paid)\b"
)
_EARLIER = re.compile(r"\b(?:had|last|previous(?:ly)?|earlier|since|first|when|who|which|ago|before|ever)\b")
_GOES_ON = re.compile(
    r"(?:(?:with|and|but|together|there|here|also|then|later|,) )*(?:[HG]\d+|P\d+ and (?:[HPQ]\d+|the ))"
)


def _in_history(context: Context, sentence: Sentence) -> When | None:
    """The old date that the paragraph told last, where this sentence goes on from it without a date of its own."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        told = context.analysis.sentences[index]
        if told.paragraph != sentence.paragraph or context.is_over(sentence, index):
            return None
        goes_on = _GOES_ON.match(sentence.coded) and _STAY.match(told.coded) and not _EARLIER.search(told.coded)
        if not (goes_on or _CUE.search(sentence.coded) or _SCENE.match(told.coded)):
            return None
        dates = [(n, d) for n, d in context.dates_in(told) if not claimed(told, d, told.offsets[n])]
        if not _POINTS.search(sentence.coded):
            own = {n for c in main_clauses(context, told) if not tense_of(told, c) for n in c.dates}
            dates = [(n, d) for n, d in dates if n in own]
        if any(d.unit == "days" and not d.shift for _, d in context.dates_in(told)):  # "from today"
            return None
        if any(d.weekday is not None or (d.unit == "days" and not d.anaphoric) for _, d in dates):
            return None
        for number, dated in dates:
            date = resolve(
                dated,
                context.reference(told, dated),
                context.is_future(told, number),
                anchor(context, told, number) if dated.anaphoric else None,
            )
            if date and _is_old(context, date):
                return When(date, Basis.FRAME, None, resolve_end(dated, date))
            if date and date.day and dated.month:
                return None  # the story has come to newer days
    return None
