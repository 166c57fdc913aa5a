"""When a document was made."""

from __future__ import annotations

import re

from relations_db.extract.act_words import EXISTS_WORDS
from relations_db.extract.acts import Act
from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper_years import ANNIVERSARY, years_before
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve, resolve_end
from relations_db.language.dates import Dated
from relations_db.values import Basis, PartialDate, Status

Stretch = tuple[int, int]
_NO_EVENT = re.compile(
    r"(?:\b(?:since|by|until|till|before|as of|up to|(?:up )?from|through|compared (?:with|to)|than|for(?! the first)|over|against|prior to|after(?! talks))(?: early| late| mid)? (?:the )?|\b(?:force|effect) (?:since|from|on|in) |"
    r"\b(?:anniversary of|years? (?:of|after|before)|said|told [a-z]+|reported|informed [a-z]+|noted)(?: on)? )$"
)
_OWN = re.compile(
    r"^(?: [^,;:]{0,50}?)??(?: ,)? (?:signed|concluded|inked|adopted|dated|reached|issued|released|initial(?:l)?ed|agreed|of|in|on|from|since)(?: (?:in|at) (?:the )?[LC]\d+| in the A\d+ capital)?(?: on| in| of| back in)? D(\d+)\b(?!(?: ,| and)? (?:one|another|an?|N\d+) )"
)
_BRACKET = re.compile(r" \( (?:signed |concluded )?(?:in |on )?(?:L\d+ , )?D(\d+)")
_BEFORE = re.compile(
    r"(?:^|[,;:] |\band )(?:(?:in|on|of|by) )?(?:the )?D(\d+)(?: ,)?(?: also)? (?:the |a |an |one |another |N\d+ )?$"
)
_GOVERNS = re.compile(
    r"D\d+ (?:, )?(?:(?:the|a) (?:same )?(?:year|month|day|week) )?(?:when|during|in the course of|in which|on which)\b"
)
STRONG = re.compile(
    r" (?:[;:()\"]|who|which|whom|whose|that|while|when|where|after|before|but|although|until|since|as|and (?=[PHGCA]\d+ ))(?= )"
)
_SAME = re.compile(
    r"\b(?:on (?:that|this|the same|the) occasion|at that time|on the same day|during (?:that|this|the same) (?:visit|trip|stay|meeting)|alongside it|at the same time|then and there)\b"
)
_PAST_VISIT = re.compile(r"\b(?:that|this|the same|the) (?:visit|trip|stay|tour|journey|summit)\b")


def when_of(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, titles: list[Stretch]) -> When:
    """The day a document was made: its own date, the date of the act, that of the chronicle entry, of the act told just before, or of the news.

    `titles` are stretches of the coded sentence that are names: dates in them date nothing. Inside a stay of several days only the month is known.
    """
    status = act.status
    if status is Status.PROPOSED:
        return UNKNOWN
    when = _said(context, sentence, phrase, act, titles)
    if when is None:
        when = _carried(context, sentence, act, titles)
    if when.date and when.until and when.until != when.date:
        same = when.date.month == when.until.month and when.date.year == when.until.year
        return (
            When(PartialDate(when.date.year, when.date.month), when.basis, when.span)
            if same
            else When(PartialDate(when.date.year), when.basis, when.span)
        )
    return when


def _said(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, titles: list[Stretch]) -> When | None:
    """The date that the sentence gives the act."""
    words = EXISTS_WORDS.match(sentence.coded, act.at) if act.way == "exists" else None
    if words and (direct := re.match(r" (?:in |on |the |early |late )*D(\d+)", sentence.coded[words.end() :])):
        return _resolved(context, sentence, int(direct.group(1)), act) if act.verb != "force" else UNKNOWN
    end = _own_title_end(phrase, titles)
    if act.verb == "force" and not _SIGNED.match(sentence.coded[end:]):
        return UNKNOWN
    if act.verb.startswith(("initial", "rubricat")):
        return _future_date(context, sentence, act)
    if own := own_date(context, sentence, phrase, act, titles):
        return own
    if (of_years := ANNIVERSARY.search(sentence.coded[: min(act.at, phrase.left)])) and not own:
        return years_before(context, sentence, of_years)
    if act.verb == "force" or act.verb.startswith("ratif"):
        return UNKNOWN
    best: tuple[float, When] | None = None
    for number, dated in context.dates_in(sentence):
        at = sentence.offsets[number]
        if (
            any(low <= at < high for low, high in titles)
            or _owned(sentence, at, titles, phrase)
            or _others(sentence, at, act)
            or _claimed(sentence, dated, at)
            or _aside(sentence, at, act.at)
        ):
            continue
        when = _resolved(context, sentence, number, act)
        if when is None:
            continue
        cost = _distance(sentence, at, act.at, when)
        if cost < 440 and (best is None or cost < best[0]):
            best = (cost, when)
    return best[1] if best else None


_SIGNED = re.compile(r"(?: [^,;:]{0,40}?)?(?: ,)? (?:signed|concluded|inked|dated|of)\b")


def _future_date(context: Context, sentence: Sentence, act: Act) -> When:
    """The day on which an initialled paper is to be signed, where the sentence tells it."""
    for number, _ in context.dates_in(sentence):
        after = sentence.coded[act.at : sentence.offsets[number]]
        if re.search(r"\b(?:to be signed|will be signed|due|expected)\b", after) and (
            when := _resolved(context, sentence, number, act)
        ):
            return when
    return UNKNOWN


def own_date(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, titles: list[Stretch]) -> When | None:
    """The date that stands right after a title or right before its noun group: "a treaty (2020)", "in 2005 one on transport"."""
    coded = sentence.coded
    end = _own_title_end(phrase, titles)
    found = (
        _BRACKET.match(coded, end)
        or _OWN.match(coded[end:])
        or _BEFORE.search(coded[: phrase.left])
        or ((act.way == "mention" or _LATER_ACT.match(act.verb)) and _YEAR_NAMED.match(coded[phrase.left : phrase.end]))
    )
    return _resolved(context, sentence, int(found.group(1)), act) if found else None


_LATER_ACT = re.compile(r"extend|renew|prolong|ratif|amend")
_YEAR_NAMED = re.compile(
    r"(?:[a-z]+ ){0,2}D(\d+) (?:[a-z'-]+ |A\d+ |- )*(?:treaty|pact|accord|agreement|convention|protocol|declaration|joint declaration|communique|joint communique|memorandum)\b"
)


def _owned(sentence: Sentence, at: int, titles: list[Stretch], phrase: DocPhrase) -> bool:
    """True where a date belongs to another document of the sentence, right before or after its title."""
    coded = sentence.coded
    after = _LEADS.match(coded, at)
    leads = after and re.search(r"(?:^|[,;:] |\band )(?:(?:in|on|of|by) )?(?:the )?$", coded[:at])
    starts = (after.start("noun"), after.end()) if after and leads else ()
    return any(
        low in starts or coded[high:at] in (" ( ", " of ", " dated ")
        for low, high in titles
        if low not in (phrase.left, phrase.start)
    )


_LEADS = re.compile(r"D\d+(?: ,)?(?: also)? (?P<noun>(?:the |a |an |one |another |N\d+ )?)")


def _others(sentence: Sentence, at: int, act: Act) -> bool:
    """True where a planned act has a date that belongs to a deed told before ("initialled in March, is to be signed")."""
    if act.status is not Status.PLANNED:
        return False
    if at < act.at and _OF_TELLING.match(sentence.coded, at):
        return True
    if at > act.at:
        return bool(
            re.search(
                r"\b(?:announced|said|confirmed|(?:agreements|accords|documents|memoranda) (?:reached|signed|concluded))(?: on| in)? $",
                sentence.coded[:at],
            )
        )
    return bool(
        re.search(
            r"\b(?:signed|initial(?:l)?ed|agreed(?! (?:to|that) )|concluded|negotiated|reached|drafted|announced)\b[^,;]*$",
            sentence.coded[:at],
        )
    )


_OF_TELLING = re.compile(
    r"D\d+ (?:also )?(?:agreed|said|announced|met|held|confirmed|told|decided|discussed|reported)\b"
)


def _own_title_end(phrase: DocPhrase, titles: list[Stretch]) -> int:
    return max([high for low, high in titles if low <= phrase.start <= high], default=phrase.end)


def _claimed(sentence: Sentence, dated: Dated, at: int) -> bool:
    """True where another word than the act owns the date ("since 2009", "said on Monday")."""
    before = sentence.coded[max(0, at - 44) : at]
    if re.match(r"D\d+ 's (?:signing|ceremony)", sentence.coded[at:]):
        return False
    governs = _GOVERNS.match(sentence.coded, at)
    ranged = dated.until is not None and before.endswith("from ")
    if re.search(r"\bsince [^,;]{0,34}$", before) and not governs:
        return True
    return bool(_NO_EVENT.search(before)) and not governs and not ranged


def _aside(sentence: Sentence, at: int, act_at: int) -> bool:
    """True where a date stands in brackets that do not follow the act at once."""
    opened = sentence.coded.rfind(" ( ", 0, at)
    closed = sentence.coded.rfind(" ) ", 0, at)
    if opened < 0 or closed > opened or opened <= act_at <= at:
        return False
    return not act_at < opened <= act_at + 40


def _resolved(context: Context, sentence: Sentence, number: int, act: Act) -> When | None:
    """What a date means for an act: a deed lies not after the document's day, a plan not before."""
    unit = sentence.units[number]
    assert isinstance(unit.thing, Dated)
    if unit.thing.form in ("years", "decade"):
        return None
    future = act.status is Status.PLANNED or (act.status is Status.CANCELLED and context.is_future(sentence, number))
    anchor = _anchor(context, sentence, number) if unit.thing.anaphoric else None
    date = resolve(unit.thing, context.reference(sentence, unit.thing), future, anchor)
    if (
        date
        and unit.thing.year is None
        and unit.thing.month
        and re.match(r"D\d+ of D\d+", sentence.coded[sentence.offsets[number] :])
    ):
        year = _resolved(context, sentence, number + 2, act)
        date = PartialDate(year.date.year, date.month, date.day) if year and year.date else date
    on = context.analysis.on
    if date is None or (on and act.status is Status.DONE and date.first > on.last):
        return None
    if on and future and date.last < on.first:
        return None
    return When(date, SAID, (unit.start, unit.end), resolve_end(unit.thing, date))


def _anchor(context: Context, sentence: Sentence, number: int) -> PartialDate | None:
    """The day that "that day" and "the same month" point back to."""
    told_any = False
    for index in range(sentence.index, max(-1, sentence.index - 7), -1):
        told = context.analysis.sentences[index]
        for other, dated in reversed(context.dates_in(told)):
            if dated.anaphoric or (index == sentence.index and other >= number):
                continue
            told_any = True
            date = resolve(dated, context.reference(told, dated), context.is_future(told, other))
            if date:
                return date
    return None if told_any else context.visit_date or context.analysis.on


def _distance(sentence: Sentence, at: int, act_at: int, when: When) -> float:
    """How far a date stands from the act, counted in characters, with a price for each clause that parts them."""
    low, high = min(at, act_at), max(at, act_at)
    between = sentence.coded[low:high]
    governs = at < act_at and _GOVERNS.match(sentence.coded, at)
    cost = len(between) + 90.0 * len(STRONG.findall(between)) + (25 if at < act_at else 0)
    if (
        at > act_at
        and re.search(r" (?:who|which|that|whom|whose|where) ", between)
        and not re.match(r"[^,]* (?:which|that) ", between)
    ):
        cost += 250
    cost += 40 * len(re.findall(r" D\d+ ", between[3:]))
    if at > act_at and re.search(r" (?:;|while|but|since) ", between):
        cost += 400
    if at < act_at and " ; " in between:
        cost += 120
    if at < act_at and re.search(r"\b(?:that|who|which) [^,;]*$", sentence.coded[:at]) and " , " in between:
        cost += 150
    cost -= 20 if when.date and when.date.precision == "day" else 0
    return cost - (150 if governs else 0)


def _carried(context: Context, sentence: Sentence, act: Act, titles: list[Stretch]) -> When:
    """The date that is told before, or that of the news."""
    if act.status is Status.DONE and (entry := context.entry_date(sentence.index)) and entry.date:
        return entry
    if act.way in ("exists", "mention") and act.verb != "came out":
        return UNKNOWN
    last = _last_act(context, sentence)
    same = _SAME.search(sentence.coded)
    if same and "alongside" not in same.group() and (told := _story(context, sentence)):
        return told
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
    if act.status is Status.CANCELLED:
        return UNKNOWN
    if (told := _in_history(context, sentence)) is not None:
        return told
    return _news(context, sentence)


def _tells_history(context: Context, sentence: Sentence, act: Act, titles: list[Stretch]) -> bool:
    """True where the clause of the act tells of a time long before the document, outside brackets and titles."""
    for number, dated in context.dates_in(sentence):
        at = sentence.offsets[number]
        apart = " ; " in sentence.coded[min(act.at, at) : max(act.at, at)]
        if apart or any(low <= at < high for low, high in titles):
            continue
        if _aside(sentence, at, act.at) or _claimed(sentence, dated, at):
            continue
        date = resolve(dated, context.reference(sentence, dated), False)
        if date and _is_old(context, date) and context.analysis.on:
            return True
    return False


def _news(context: Context, sentence: Sentence) -> When:
    """The day of the news: the last day told before, not long before the document and not that of mere words; else the document's."""
    on = context.analysis.on
    before = context.analysis.sentences[max(0, sentence.index - 12) : sentence.index + 1]
    for told in [*reversed(before), *context.analysis.sentences[: min(3, sentence.index)]]:
        for number, dated in context.dates_in(told):
            at = told.offsets[number]
            if _claimed(told, dated, at) or (told is not sentence and _apart(context, told, number)):
                continue
            date = resolve(
                dated,
                context.reference(told, dated),
                False,
                _anchor(context, told, number) if dated.anaphoric else None,
            )
            if on and date and date.day and 0 <= (on.first - date.first).days <= 5:
                return When(date, Basis.FRAME, (told.units[number].start, told.units[number].end))
    return context.news_date()


def _apart(context: Context, told: Sentence, number: int) -> bool:
    """True where a date told before belongs to a plan or to what had happened earlier."""
    before = told.coded[: told.offsets[number]]
    return bool(re.search(r"\b(?:had|will|to be|due|scheduled|planned|expected|until|next) [^,;]{0,60}$", before))


def _plan(context: Context, sentence: Sentence) -> When:
    on = context.analysis.on
    day = context.visit_date
    if day and (on is None or day.last >= on.first):
        return When(day, Basis.FRAME)
    return UNKNOWN


def _last_act(context: Context, sentence: Sentence) -> When | None:
    """The date of the document told last, in this or the two sentences before, within the paragraph."""
    if not context.paper_dates:
        return None
    index, when, _ = context.paper_dates[-1]
    near = sentence.index - index <= 2 and context.analysis.sentences[index].paragraph >= sentence.paragraph - 1
    return when if near else None


def _is_old(context: Context, date: PartialDate) -> bool:
    on = context.analysis.on
    return on is None or (on.first - date.last).days > 20


def _story(context: Context, sentence: Sentence) -> When | None:
    """The old date told last in the paragraph."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        told = context.analysis.sentences[index]
        if told.paragraph != sentence.paragraph:
            return None
        for number, dated in reversed(context.dates_in(told)):
            when = context.resolve(told, number, False)
            if not dated.anaphoric and when.date:
                return When(when.date, Basis.FRAME, when.span, when.until)
    return None


_CUE = re.compile(
    r"\b(?:there|that|those|the talks|the visit|the meeting|the same|his (?:arrival|stay|visit)|the summit|the trip|the stay|the [LC]\d+ talks|then|had)\b"
)
_SCENE = re.compile(
    r"(?:- )?(?:in|on|during|back in|as (?:early|late|far back) as|last|when [^,]{0,80})? ?(?:the )?D\d+"
)


def _in_history(context: Context, sentence: Sentence) -> When | None:
    """The old date that the paragraph told last, where this sentence goes on from it without a date of its own."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        told = context.analysis.sentences[index]
        if told.paragraph != sentence.paragraph:
            return None
        if not (_CUE.search(sentence.coded) or _SCENE.match(told.coded)):
            return None
        dates = [(n, d) for n, d in context.dates_in(told) if not _claimed(told, d, told.offsets[n])]
        if any(d.weekday is not None or (d.unit == "days" and not d.anaphoric) for _, d in dates):
            return None
        for number, dated in dates:
            date = resolve(
                dated,
                context.reference(told, dated),
                context.is_future(told, number),
                _anchor(context, told, number) if dated.anaphoric else None,
            )
            if date and context.analysis.on and _is_old(context, date):
                return When(date, Basis.FRAME, None, resolve_end(dated, date))
    return None
