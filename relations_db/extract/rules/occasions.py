"""What the rules of turning points and of projects share: whether an event came about, between which states and when."""

from __future__ import annotations

from relations_db.extract.candidate import SAID, Candidate, Spot
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence, Unit
from relations_db.language.dates import Dated
from relations_db.language.lexicon import Hit
from relations_db.language.numbers import Number
from relations_db.language.people import Mention
from relations_db.language.realis import around, clause_bounds, of_group, verb_group
from relations_db.values import Basis, Kind, Milestone, PartialDate, Status

Parties = tuple[str, ...]
_AGREED = re.compile(r"\b(?:agreed|agrees|decided|resolved|undertook|voted|chose|opted)\b")
_AGREED_TO = re.compile(
    r"\b(?:agreed|agrees|decided|resolved|undertook|voted|chose|opted)(?: (?:[a-z]+ly|in|on|at|with|after|during|there|the|talks|by|their|an?|meeting|of|,|[A-Z]\d+)){0,8} to $"
)
_TALK = re.compile(
    r"\b(?:talks?|discuss\w*|negotiat\w*|possib\w+|prospects?|propos\w+|plans?|planned|hop(?:e|es|ed|ing)|intentions?|"
    r"readiness|ready|consider\w*|call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|favou?r|aim(?:ed|s|ing)? at|towards?|"
    r"path to|way to|idea|suggest\w*|work(?:s|ed|ing)? on|issues?|question|proced\w+|process|efforts?|steps|prepar\w+|"
    r"support(?:s|ed)?|importance|need|interest(?:ed)?|wish|studied|studying|explor\w+|terms|conditions?|request\w*|"
    r"against|oppos\w+|rejected|refus\w+|bid|campaign|demand\w*|debate\w*|ahead of|before|prior to|without|until|"
    r"instead of|short of|in exchange for|depend\w*|would)"
    r"(?: (?:on|of|about|for|to|in|at|regarding|concerning|towards))?"
    r"(?: (?:the|a|an|its|their|full|mutual|early|eventual|possible|such|any|new|further))*(?: [a-z-]+ing)? $"
)
_NOTHING = re.compile(r"\b(?:nothing|nobody|no one|none|hardly|scarcely)\b[^;:]*\bever (?:[a-z]+ ){0,2}$")
_SAME = re.compile(
    r"\b(?:on (?:that|this|the same) (?:occasion|day)|at the (?:same|time)|during (?:it|that|the|this|his|Q\d+)|"
    r"in the course of|then|there|in return)\b"
)
_NOT_ITS_DAY = re.compile(
    r"(?:\b(?:since|by|until|till|before|up to|for the first time (?:in|since)|compared (?:with|to)|(?<!date )(?<!dates )(?<!dated )from|through)|"
    r"\b(?:anniversary of|years? (?:of|after|before)|clashes of|signed in|agreed in|said|told [a-z]+|reported)(?: on)?|"
    r"\b(?:agreement|accord|treaty|deal|decision|memorandum|protocol|understanding)s? (?:that |which )?(?:[PHGC]\d+ |they |it |the (?:sides|parties) |was |were |had |has |have |been )+(?:reached|signed|made|concluded|agreed|adopted|initialled)(?: (?:in|on))?) $"
)
_CONJUNCTION = re.compile(
    r"(?: (?:after|before|since|until|when|while|where|who)|(?<! by)(?<! under)(?<! with)(?<! through) which) (?!D\d)"
)
_ASIDE = re.compile(r" , (?:wh[a-z]+|as|shut|cut|broken|severed|closed|suspended|signed|founded)\b[^,.;]* ,")
_DASHED = re.compile(r"(?<!A\d)(?<!A\d\d) - (?![AC]\d)[^-;:]{12,90} - ")
_WHEN = re.compile(
    r"\bD(\d+)(?: ,)? (?:when|in which|on which|by which|with which|the (?:year|month|day) (?:in which|on which|when)) [^,;.]{0,50}$"
)
_REACH = 600  # units of a sentence; what is longer is a table or a list
_COUPLE = re.compile(r"(?<!, )([CP]\d+)(?: ,)? and (?:the )?(?:[a-z]+ (?:of )?){0,3}?([CP]\d+) (?:[a-z]+ ){0,5}$")
_GOES_ON = re.compile(r"\b(?:go(?:es)? on|went on|keeps?(?: on)?|kept|continu\w+(?: to)?|still) $")


def why_not(sentence: Sentence, start: int, end: int, agreed: bool = False) -> str:
    """The reason why the verb or noun at `start..end` of the coded sentence tells of nothing that has come about, or "".

    `agreed`: an agreement to do it is enough ("agreed to restore relations").
    """
    if len(sentence.units) > _REACH:
        return "no sentence but a list"
    if _NOTHING.search(sentence.coded, 0, start):
        return "negated"
    if (wide := around(sentence, start, end)).status is None:
        return wide.reason
    group = verb_group(sentence, start)
    if sentence.coded[: start - len(group)][-1:].isalpha():
        group = group.partition(" ")[2]
    told = of_group(group)
    if told.status is None:
        return told.reason
    if told.status is not Status.DONE and not (
        agreed and (_AGREED.search(group) or _AGREED_TO.search(sentence.coded, max(0, start - 90), start))
    ):
        return "not come about yet"
    if _GOES_ON.search(sentence.coded[max(0, start - 20) : start]):
        return "goes on as before"
    if _TALK.search(sentence.coded[max(0, start - 60) : start]):
        return "only talked about"
    return ""


def state_of(context: Context, sentence: Sentence, number: int) -> str | None:
    """The state that a unit names or stands for; that of the likeliest person for a pronoun."""
    unit = sentence.units[number]
    if unit.code in ("H", "Q"):
        return next((e.country for e in context.entities_at(sentence, number) if e.country), None)
    return context.state_of(unit)


def states_between(context: Context, sentence: Sentence, low: int, high: int) -> list[str]:
    """States named by the units `low..high`; of cities only capitals that speak for their state, and no dateline."""
    found = []
    for number in range(low, high):
        unit = sentence.units[number]
        if unit.start < context.analysis.dateline_end or unit.code not in ("P", "C", "A", "L", "H", "Q"):
            continue
        if unit.code == "L" and (context.is_place(sentence, number) or not is_capital(context, unit)):
            continue
        found += _within(context, unit) or [state_of(context, sentence, number)]
    return [s for s in dict.fromkeys(found) if s]


def _within(context: Context, unit: Unit) -> list[str | None]:
    """The states named inside "the presidents of A and B"."""
    if not isinstance(unit.thing, Mention) or not unit.thing.plural:
        return []
    hits = (h for h in context.analysis.hits if unit.start <= h.start < unit.end)
    return [h.values[0] for h in hits if h.kind in ("country", "adjective")]


def is_capital(context: Context, unit: Unit) -> bool:
    hit = unit.thing
    return isinstance(hit, Hit) and hit.kind == "city" and context.lexicon.capitals.get(hit.values[0]) == hit.city


def two_states(context: Context, sentence: Sentence, start: int) -> tuple[Parties | None, Basis]:
    """The two states of an event at an offset: those of its clause, else of the sentence, else of the frame."""
    low, high = clause_bounds(sentence, start)
    first, last = sentence.at(low), sentence.at(max(low, high - 1)) + 1
    said = states_between(context, sentence, first, last)
    if len(said) > 2:
        said = _couple(context, sentence, start) or _nearest(context, sentence, start, first, last)
    if len(said) == 2:
        return tuple(sorted(said)), SAID
    everywhere = states_between(context, sentence, 0, len(sentence.units))
    if len(everywhere) == 2 and set(said) <= set(everywhere):
        return tuple(sorted(everywhere)), SAID
    return framed(context, sentence, said[0] if said else None)


def framed(context: Context, sentence: Sentence, state: str | None) -> tuple[Parties | None, Basis]:
    """A state with its partner in the frame of the document, or the pair that the text around is about."""
    pair = pair_around(context, sentence)
    if state is None:
        pair = pair or context.local_pair(sentence.index)
        return (pair if pair and len(pair) == 2 else None), Basis.FRAME
    if pair and state in pair:
        return pair, Basis.FRAME
    here = context.here()
    at_home = here.country if here and (pair is None or here.country in pair) else None
    return joined(state, (at_home if pair else None) or context.partner(state, sentence.index) or at_home), Basis.FRAME


def pair_around(context: Context, sentence: Sentence) -> Parties | None:
    """The two states that a text about two states, or else the paragraph of a sentence, is about."""
    if context.bilateral and context.pair:
        return context.pair
    near = context.analysis.sentences[max(0, sentence.index - 12) : sentence.index + 12]
    named = [(n.index, states_between(context, n, 0, len(n.units))) for n in near if n.paragraph == sentence.paragraph]
    return joined(*(s for i, states in named if states and not context.is_over(sentence, i) for s in states))


def joined(*states: str | None) -> Parties | None:
    """Two different known states as parties."""
    known = {s for s in states if s}
    return tuple(sorted(known)) if len(known) == 2 else None


def _couple(context: Context, sentence: Sentence, start: int) -> list[str]:
    """The two states of "A and B have agreed", where they are the whole subject."""
    both = _COUPLE.search(sentence.coded, 0, start)
    states = [context.state_of(sentence.unit(c)) for c in both.groups()] if both else []
    return [s for s in dict.fromkeys(states) if s] if len(set(states)) == 2 else []


def _nearest(context: Context, sentence: Sentence, start: int, first: int, last: int) -> list[str]:
    """Of three states and more: the subject's and the first after the verb."""
    at = sentence.at(start)
    subject = context.subject(sentence, start)
    mine = state_of(context, sentence, subject) if subject is not None else None
    after = [s for s in states_between(context, sentence, at, last) if s != mine]
    return [mine, after[0]] if mine and after else []


# ------------------------------------------------------------------ days
_EARLIER = re.compile(r"(?:[PHCG]\d+ )?(?:had )?(?:earlier|previously)(?! (?:today|on D|D\d|this))\b")


def day_of(context: Context, sentence: Sentence, match: Spot, news: bool = True) -> When:
    """The day of an event: said in its clause, in front of the sentence or for "that occasion"; else the news' own day.

    `match` has a group `verb`; dates between its start and the verb belong to other things ("relations, cut in 1961, were restored").

    `news`: False for things that texts mostly tell as history, which take the document's day only in its lead.
    """
    said, counted = _said_day(context, sentence, match), _years_before(context, sentence, match)
    if counted and not (said and said.span and said.span[0] > sentence.units[sentence.at(match.start())].start):
        return counted
    if said:
        return said
    if entry := context.entry_date(sentence.index):
        return entry
    if there := _told_there(context, sentence):
        return there
    if told := _said_on(context, sentence, match.end()):
        return told
    if (
        _EARLIER.match(sentence.coded)
        or context.is_history(sentence)
        or (not news and _is_background(context, sentence, match.start()))
    ):
        return UNKNOWN
    scene, on = scene_at(context, sentence.index), context.analysis.on
    if on and scene.day and scene.day.date and scene.day.date.day and not scene.aside:
        return When(scene.day.date, Basis.FRAME, scene.day.span)
    return context.news_day(sentence.index) if context.visit_date else context.news_date()


_SAID_ON = re.compile(r"\b(?:said|announced|reported|confirmed)(?: [a-z]+){0,4}? (?:on )?D(\d+)\b")
_SAID_THAT = re.compile(
    r"[^,;]{1,60}? (?:said|announced|reported) (?:on )?D(\d+) (?:that )?(?:it|they|[CG]\d+(?: and C\d+)?) (?:has|have|had) [^,;]*$"
)


def _said_on(context: Context, sentence: Sentence, end: int) -> When | None:
    """The weekday on which news is told, for news without a day of its own ("A and B have agreed ..., the ministry said on Wednesday")."""
    told = _SAID_ON.search(sentence.coded, end) or _SAID_THAT.match(sentence.coded, 0, end)
    thing = sentence.units[int(told.group(1))].thing if told else None
    if not (told and isinstance(thing, Dated)) or (
        thing.weekday is None or (told.re is _SAID_ON and re.search(r"\b(?:had|since)\b", sentence.coded[:end]))
    ):
        return None
    when = context.resolve(sentence, int(told.group(1)), False)
    return When(when.date, Basis.FRAME, when.span)


def _years_before(context: Context, sentence: Sentence, match: Spot) -> When | None:
    """The year of an event that lies a stated number of years back: "30 years since they ...", "last December, 30 years after A had ..."."""
    before, on = sentence.coded[: match.start()], context.analysis.on
    since = re.search(
        r"\bN(\d+) years? (?:have (?:now )?passed |ago )?since (?:the )?(?:[A-Z]\d+ |it |they |[a-z]+ ){0,3}(?:had |first )?$",
        before,
    )
    gerund = re.match(r"[a-z-]+ing\b", sentence.coded[match.start() :])
    after = re.search(r"\bD(\d+) (?:the )?(?:[A-Z]\d+|it|they|its|their) (?:had )?$", before) or (
        re.search(r"\bD(\d+) (?:formally |first |their )?$", before) if gerund else None
    )
    number = sentence.units[int(since.group(1))].thing if since else None
    if isinstance(number, Number) and on:
        return When(PartialDate(on.year - int(number.value)), Basis.FRAME, (number.start, number.end))
    dated = sentence.units[int(after.group(1))].thing if after else None
    if isinstance(dated, Dated) and dated.form == "ago" and dated.unit == "years" and dated.anaphoric and after:
        earlier = [
            context.resolve(sentence, n, False).date for n, _ in context.dates_in(sentence) if n < int(after.group(1))
        ]
        anchor = next((d for d in reversed(earlier) if d), on)
        return When(PartialDate(anchor.year - dated.shift), Basis.FRAME, (dated.start, dated.end)) if anchor else None
    return None


def _said_day(context: Context, sentence: Sentence, match: Spot) -> When | None:
    if of_clause := _WHEN.search(sentence.coded, 0, match.start()):
        return date_at(context, sentence, int(of_clause.group(1)))
    low, high = clause_bounds(sentence, match.start())[0], clause_bounds(sentence, match.end() - 1)[1]
    low = 0 if _BY_WHICH.search(sentence.coded, 0, low) else low
    if near := _nearest_day(context, sentence, match, low, high):
        return near
    if fronted := _nearest_day(context, sentence, match, 0, min(16, match.start())):
        return fronted
    if any(low <= sentence.offsets[n] < high and _is_wide(sentence, n) for n in sentence.of("D")):
        return UNKNOWN
    return _nearest_day(context, sentence, match, 0, high) if _SAME.search(sentence.coded, low, high) else None


# "On D they signed the statement by which A and B restored relations": the day is that of the statement.
_BY_WHICH = re.compile(r"\b(?:by|under|with|through) which ?$|\bwhereby ?$")
_IN = re.compile(r"\b(?:in|during|back in)(?: the)?(?: early| late| mid| mid-)? $")


def _is_wide(sentence: Sentence, number: int) -> bool:
    """True for "in the 1950s", which tells when and names no year."""
    thing = sentence.units[number].thing
    decade = isinstance(thing, Dated) and thing.form == "decade"
    return decade and bool(_IN.search(sentence.coded[: sentence.offsets[number]]))


def _nearest_day(context: Context, sentence: Sentence, match: Spot, low: int, high: int) -> When | None:
    """The date between two offsets that is nearest to an event; a day said beats a wider date, a later word an earlier one."""
    start, verb, end = match.start(), match.start("verb"), match.end()
    best: tuple[int, When] | None = None
    for number in sentence.of("D", "O"):
        at = sentence.offsets[number]
        if not low <= at < high or start <= at < verb or _of_another(sentence, at, start, verb, end):
            continue
        if sentence.units[number].start < context.analysis.dateline_end:
            continue
        when = date_at(context, sentence, number)
        if when is None or when.date is None:
            continue
        cost = at - end if at >= end else start - at + 25 if at < start else 0
        cost -= 20 if when.date.day else 0
        if best is None or cost < best[0]:
            best = (cost, when)
    return best[1] if best else None


def _of_another(sentence: Sentence, at: int, start: int, verb: int, end: int) -> bool:
    """True where the date at an offset belongs to other words than those at `start`: "since D", ", cut in D ,", "D, years after A had ..."."""
    if sentence.coded[max(end, 0) : at] not in (" in ", " on ") and _NOT_ITS_DAY.search(
        sentence.coded[max(0, at - 40) : at]
    ):
        return True
    if at < start and _CONJUNCTION.search(_ASIDE.sub(" ", sentence.coded[at:start])):
        return True
    asides = (*_ASIDE.finditer(sentence.coded), *_DASHED.finditer(sentence.coded))
    return any(m.start() < at < m.end() and not m.start() < verb < m.end() for m in asides)


def date_at(context: Context, sentence: Sentence, number: int) -> When | None:
    """The date of a unit, with the year that follows it ("10 November of that year") or the month told before ("on the 13th", "the same day")."""
    thing, coded, at = sentence.units[number].thing, sentence.coded, sentence.offsets[number]
    after = coded[at + len(f"D{number}") : at + 40]
    if isinstance(thing, Number):
        if not coded.endswith("on the ", 0, at) or re.match(r"(?:st|nd|rd|th)? (?!and |, |\.|of |in |;)[a-z]", after):
            return None
        return _in_story(context, sentence, number, int(thing.value))
    if not isinstance(thing, Dated) or thing.form in ("years", "decade"):
        return None
    if thing.anaphoric and thing.form == "ago" and re.match(r" (?:[PHGCAQN]\d|it|they|the|their|its|independ)", after):
        return None
    if thing.unit == "days" and thing.shift == 0 and thing.anaphoric:
        return _in_story(context, sentence, number, None)
    when = context.resolve(sentence, number, False)
    year = re.match(r" of D(\d+)", after)
    if year and thing.month is not None and thing.year is None:
        base = context.resolve(sentence, int(year.group(1)), False).date
        return When(PartialDate(base.year, thing.month, thing.day), SAID, when.span) if base else when
    return when


def _in_story(context: Context, sentence: Sentence, number: int, day: int | None) -> When | None:
    """A day of the month that the story told last ("the 13th"), or the very day it told last ("the same day")."""
    unit = sentence.units[number]
    for earlier in range(sentence.index, max(-1, sentence.index - 3), -1):
        other = context.analysis.sentences[earlier]
        for position in reversed(other.of("D")):
            thing = other.units[position].thing
            if (other is sentence and position >= number) or not isinstance(thing, Dated) or thing.anaphoric:
                continue
            date = context.resolve(other, position, False).date
            if date and date.month and (date.day or day):
                try:
                    return When(PartialDate(date.year, date.month, day or date.day), SAID, (unit.start, unit.end))
                except ValueError:
                    return None
    on = context.analysis.on
    if day and on and on.month:
        return When(PartialDate(on.year, on.month, day), SAID, (unit.start, unit.end)) if day <= 28 else None
    return None


def _told_there(context: Context, sentence: Sentence) -> When | None:
    """The day told one or two sentences before beside the city where the event is placed ("In Belgrade they set up ...")."""
    if not (head := re.match(r"(?:in|at) (L\d+)\b", sentence.coded)):
        return None
    place = context.place_of(sentence.unit(head.group(1)))
    for earlier in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        other = context.analysis.sentences[earlier]
        for number in other.of("L"):
            dates = [n for n, _ in context.dates_in(other)]
            if dates and context.place_of(other.units[number]).city == place.city:
                nearest = min(dates, key=lambda n: abs(n - number))
                return When(context.resolve(other, nearest, False).date, Basis.FRAME)
    return None


def _is_background(context: Context, sentence: Sentence, at: int) -> bool:
    if re.search(
        r"\b(?:after(?! (?:an? |N\d|years|decades|talks|more than|nearly|almost|being closed))|before|within|soon|later|earlier|D\d+ (?:it|they|its|their))\b",
        sentence.coded[at : at + 80],
    ):
        return True
    if sentence.index > 1 or re.search(r"\b(?:had|pioneered|since|first)\b", sentence.coded[max(0, at - 40) : at]):
        return True
    return bool(sentence.index) and context.is_history(context.analysis.sentences[sentence.index - 1])


def words(context: Context, sentence: Sentence, start: int, end: int) -> str:
    """The text that a stretch of the coded sentence stands for, cut to a short phrase."""
    low, high = sentence.span(start, end)
    text = context.analysis.said(low, high)
    return text[:120].strip(" ,.;:\"'“”")


def milestone(
    sentence: Sentence, kind: str, parties: Parties, basis: Basis, when: When, description: str, rule: str, **notes: int
) -> Candidate:
    """A turning point, quoted by its sentence."""
    where = {"parties": (basis, None), "occurred_on": (when.basis, when.span)}
    claim = Milestone(parties, kind, when.date, description)
    return Candidate(claim, [(sentence.start, sentence.end)], rule, sentence.index, where, notes=notes)


def refuse(context: Context, sentence: Sentence, start: int, end: int, reason: str) -> list[Candidate]:
    """Note a turning point that is told and has not come about."""
    context.ignore(Kind.MILESTONE, sentence, start, end, reason)
    return []
