"""Days that a visit gives to papers: those of a stay that is over, "on the second day" of one, the Tuesday of a text without a day."""

from __future__ import annotations

from datetime import timedelta

from relations_db.extract.act import Act
from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context, When
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.values import Basis, PartialDate, Status, Visit

Stay = tuple[PartialDate, PartialDate]  # its first and last day
_LONG = 45  # days after which nobody tells a visit as news
_ENTRY = 6  # sentences of an entry over which its day is carried
_STAY = 21  # days of the longest stay
_WAYS = ("exists", "mention", "entry", "voice", "ended")
_NTH = re.compile(
    r"\bon (?:the|his|her|its|their) (?P<which>first|opening|second|third|last|final|closing) day\b(?! of (?!the (?:visit|stay|trip|talks)\b|his|her|their))"
)
_COUNTED = {"first": 0, "opening": 0, "second": 1, "third": 2}
# the day told last is that of the arrival or the departure
_DURING = re.compile(
    r"\b(?:during|in the course of|throughout) (?:the|this|that|his|her|their) (?:[a-z]+ )?(?:visit|stay|trip)\b"
)
LATER_ON = re.compile(
    r"\b(?:in|within|over) (?:the )?(?:coming|next few|following|weeks|months|near)\b|\bat a later|\blater on\b|\bin due course\b|\bin the (?:not too distant )?future\b|\b(?:will )?then be\b"
)
_DATED = re.compile(r"\bD\d")


def by_stay(context: Context, sentence: Sentence, parties: tuple[str, ...] | None, act: Act, when: When) -> When:
    """The date of a paper that has only the day of the news, or none: that of the visit of these states where it has an end.

    "He came on Tuesday and left on Thursday; an agreement was signed", told on Sunday: only the month is known.
    """
    said = when.basis is SAID and when.date is not None
    if said and act.status is Status.DONE and parties and _OF_VISIT.search(sentence.coded):
        return _month_of_visit(context, parties, when)
    if said or not parties or act.way in _WAYS or act.realis.background:
        return when
    if act.status is Status.DONE and when.basis is not SAID and not _is_of_today(context, sentence):
        stay = _only(_past(context, parties))
        whole = when.basis is not Basis.FRAME or (stay and _is_of_stay(context, sentence, parties, stay, when))
        return (_within(sentence, stay) or when) if whole else when
    if LATER_ON.search(sentence.coded):
        return when
    if act.status is Status.PLANNED and (when.date is None or _NTH.search(sentence.coded)):
        counted = _NTH.search(sentence.coded)
        stay = _only(_ahead(context, parties)) if counted or not _DATED.search(sentence.coded) else None
        return _within(sentence, stay) or when
    return when


def _is_of_stay(context: Context, sentence: Sentence, parties: tuple[str, ...], stay: Stay, when: When) -> bool:
    """True where a day told before is only the first or last one "during the visit", or that of another stop of a tour."""
    if when.date is None or when.date.day is None or abs((when.date.first - stay[0].first).days) > _STAY:
        return False
    guests = {v.leader for v in context.visits if v.parties == parties}
    others = [v for v in context.visits if v.leader in guests and v.parties != parties and v.started_on]
    elsewhere = any(
        v.started_on and v.started_on.first <= when.date.first <= (v.ended_on or v.started_on).last for v in others
    )
    return elsewhere or bool(when.date in stay and _DURING.search(sentence.coded))


def _is_of_today(context: Context, sentence: Sentence) -> bool:
    """True where the sentence names the document's own day, if only as the day of saying."""
    on = context.analysis.on
    dates = context.dates_in(sentence, spoken=True) if on else []
    return any(context.resolve(sentence, number).date == on for number, _ in dates)


_OF_VISIT = re.compile(r"\b(?:during|in the course of|on the occasion of|on) [^,;:]{0,60}?\b(?:visit|trip|stay)\b")


def _month_of_visit(context: Context, parties: tuple[str, ...], when: When) -> When:
    """The month of the only visit of a year, for "signed in 2008 during the visit of X" where the text dates that visit elsewhere."""
    told = {v.started_on for v in context.visits if v.status is Status.DONE and v.parties == parties and v.started_on}
    if when.date is None or when.date.month is not None:
        return when
    fit = {(d.year, d.month) for d in told if d.year == when.date.year and d.month}
    year, month = next(iter(fit)) if len(fit) == 1 else (0, None)
    return When(PartialDate(year, month), when.basis, when.span) if month else when


def _past(context: Context, parties: tuple[str, ...]) -> set[Stay]:
    """The stays between these states that were over when the text was written."""
    on = context.analysis.on
    return {
        stay
        for stay in _stays(context, parties, Status.DONE)
        if on is None or (stay[1].first < on.first and (on.first - stay[1].first).days <= _LONG)
    }


def _ahead(context: Context, parties: tuple[str, ...]) -> set[Stay]:
    """The stays between these states that are still to come."""
    on = context.analysis.on
    return {s for s in _stays(context, parties, Status.PLANNED) if on is None or s[0].first > on.last}


def _stays(context: Context, parties: tuple[str, ...], status: Status) -> set[Stay]:
    """The first and last days of the visits between these states, as far as both are told."""
    between = [v for v in context.visits if v.status is status and v.parties == parties]
    if context.analysis.on is None and any(v.started_on is None for v in between):
        return set()  # the news, where another is history
    return {stay for v in between if (stay := _days(context, v))}


def _days(context: Context, visit: Visit) -> Stay | None:
    first, last = visit.started_on, visit.ended_on or _next_stop(context, visit)
    if first is None or last is None or first.day is None or last.day is None:
        return None
    return (first, last) if 0 <= (last.first - first.first).days <= _STAY else None


def _next_stop(context: Context, visit: Visit) -> PartialDate | None:
    """The day of a visit on which its guest, as the text tells next, also came to another host: his last with the one before."""
    told = context.visits[context.visits.index(visit) + 1 :] if visit.started_on else []
    later = (v for v in told if v.leader == visit.leader and v.host != visit.host and v.status is visit.status)
    return next((v.started_on for v in later if v.started_on == visit.started_on), None)


def _only(stays: set[Stay]) -> Stay | None:
    return next(iter(stays)) if len(stays) == 1 else None


def _within(sentence: Sentence, stay: Stay | None) -> When | None:
    """The day of a stay that the sentence counts, the stay's only day, or the month that all its days have in common."""
    if stay is None:
        return None
    first, last = stay
    if found := _NTH.search(sentence.coded):
        day = first.first + timedelta(days=_COUNTED.get(found["which"], (last.first - first.first).days))
        return When(PartialDate.of(day), Basis.FRAME) if day <= last.first else None
    if first == last:
        return When(first, Basis.FRAME)
    same = first.month == last.month and first.year == last.year
    return When(PartialDate(first.year, first.month) if same else PartialDate(first.year), Basis.FRAME)


def in_told_stay(context: Context, date: PartialDate) -> bool:
    """True for a day of a visit that the text tells as done."""
    stays = [s for v in context.visits if v.status is Status.DONE and (s := _days(context, v))]
    return any(first.first <= date.first and date.last <= last.last for first, last in stays)


def weekday_of_stay(context: Context, dated: Dated, status: Status | None) -> PartialDate | None:
    """The Tuesday of the only stay that a text without a day of its own tells of: "from 12 to 15 May 2025. On Tuesday they signed"."""
    if dated.weekday is None or dated.shift or context.analysis.on is not None:
        return None
    told = {s for v in context.visits if v.status is status and (s := _days(context, v))}
    if len(told) != 1:
        return None
    first, last = told.pop()
    days = [first.first + timedelta(days=n) for n in range((last.first - first.first).days + 1)]
    fit = [day for day in days if day.weekday() == dated.weekday]
    return PartialDate.of(fit[0]) if len(fit) == 1 else None


def in_stay(context: Context, when: When) -> When:
    """The first day of a stay to come, with its last day: on which of them the papers are to be signed is not known."""
    on = context.analysis.on
    if when.basis is not Basis.FRAME or when.date is None or when.date.day is None or when.until is not None:
        return when
    ends = {v.ended_on for v in context.visits if v.started_on == when.date and v.ended_on and v.ended_on.day}
    last = max((e for e in ends if e.first > when.date.last), key=lambda e: e.first, default=None)
    return When(when.date, when.basis, when.span, last) if last and not (on and when.date.first <= on.last) else when


def day_in(context: Context, sentence: Sentence, entry: When) -> When | None:
    """The day that an entry of several days counts or told last: "10-16 May: ... On the 15th they met. Ten papers were signed"."""
    if entry.until is None or entry.date is None or entry.until == entry.date:
        return None
    if _NTH.search(sentence.coded) and entry.date.day and entry.until.day:
        return _within(sentence, (entry.date, entry.until))
    for earlier in reversed(context.analysis.sentences[max(0, sentence.index - _ENTRY) : sentence.index]):
        if earlier.paragraph != sentence.paragraph:
            return None
        for number, _ in reversed(context.dates_in(earlier)):
            when = context.resolve(earlier, number, False)
            if when.date and when.date.day and when.until is None:
                inside = entry.date.first <= when.date.first <= entry.until.last
                return When(when.date, Basis.FRAME, when.span) if inside else None
    return None


def told_within(context: Context, sentence: Sentence, stay: Stay) -> When | None:
    """The day inside a stay that papers told just before are said to be of: "They were signed on the 5th. On a visit from the 4th to the 6th he ..."."""
    for index, when, _ in reversed(context.paper_dates):
        told = context.analysis.sentences[index]
        if told.paragraph != sentence.paragraph or not 0 < sentence.index - index <= 2:
            return None
        if when.date and when.date.day and when.basis is SAID and stay[0].first <= when.date.first <= stay[1].last:
            return When(when.date, Basis.FRAME, when.span)
    return None


_HEADING = re.compile(r"(?:D\d+ ?[,:.]? ?)+")
_FAR = 20  # sentences below a heading


def heading_day(context: Context, sentence: Sentence) -> When | None:
    """The day to come of a programme, told in a line of its own above: "Wednesday 29 October"."""
    sentences, on = context.analysis.sentences, context.analysis.on
    for earlier in reversed(sentences[max(0, sentence.index - _FAR) : sentence.index]):
        if not _HEADING.fullmatch(earlier.coded):
            continue
        for number, _ in context.dates_in(earlier):
            when = context.resolve(earlier, number, on is not None)
            if when.date and when.date.day and (on is None or when.date.first > on.last):
                return When(when.date, SAID, when.span)
        return None
    return None
