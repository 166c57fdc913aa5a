"""When a document was made."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.act_words import EXISTS_WORDS
from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.date_marks import came_before, counted_from
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper_anchor import anchor
from relations_db.extract.rules.paper_carried import GOVERNS, Stretch, aside, carried, claimed
from relations_db.extract.rules.paper_inner import dates_of_topic
from relations_db.extract.rules.paper_meant import TEXT_ONLY, is_near
from relations_db.extract.rules.paper_stay import in_stay, told_within, weekday_of_stay
from relations_db.extract.rules.paper_years import ANNIVERSARY, days_before, years_back, years_before, years_since
from relations_db.extract.topic_links import TOPIC_LINK
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve, resolve_end
from relations_db.language.dates import Dated
from relations_db.language.realis import Realis
from relations_db.values import PartialDate, Status

_OWN = re.compile(
    r"^(?: [^,;:]{0,50}?)??(?: ,)? (?:signed|concluded|inked|adopted|dated|reached|issued|released|initial(?:l)?ed|agreed|of|in|on|from|since)(?: (?:in|at) (?:the )?[LC]\d+| in the A\d+ capital)?(?: on| in| of| back in)? D(\d+)\b"
)
_OTHERS_DAY = re.compile(r"(?: ,| and)? (?:one|another|an?|N\d+) ")
_MADE = re.compile(
    r" (?:signed|concluded|inked|reached|struck|agreed|sealed|initial(?:l)?ed|announced)(?: (?:in|at) (?:the )?L\d+)? (?:on |in |back in )?D(\d+)\b"
)
# "their comprehensive partnership, set up in July 2013"
_SET_UP = re.compile(
    r"(?: ,)?(?: which (?:was|had been))? (?:set up|established|launched|proclaimed|formed|forged|announced|declared|founded|sealed|inaugurated)(?: (?:in|at) (?:the )?L\d+)?(?: on| in| back in)? D(\d+)\b"
)
_MADE_BY = re.compile(
    r" (?:(?:that|which) )?[^,;:()]{2,70}? (?:signed|concluded|inked|reached|struck|agreed|initial(?:l)?ed)(?: (?:in|at) (?:the )?L\d+)? (?:on |in |back in )?D(\d+)\b"
)
_OF_DAY = re.compile(r" (?:of|dated) D(\d++)(?! (?:-|to (?:D|N|the (?:end|year)|late|mid)|'s) ?)")
_BOUND_FOR = re.compile(
    r"\bha(?:ve|s) (?:long |now )?(?:been (?:bound|linked|tied|joined|united)|had)\b[^,;:]{0,90}? for (?:exactly |now )?N(\d+) years\b"
)
_BEFORE_TOPIC = re.compile(
    rf"(?: in (?:the )?L\d+| here)?(?: on)? D(\d+)(?: in (?:the )?L\d+)?(?= (?:to [a-z]|on (?!D\d)|for |under which|(?:that|which) [a-z]|between |with |about |{TOPIC_LINK} ))"
)
_BRACKET = re.compile(r" \( (?:signed |concluded )?(?:in |on )?(?:L\d+ , )?D(\d+)")
_BEFORE = re.compile(
    r"(?:^|[,;:] |\band )(?:(?:in|on|of|by) )?(?:the )?D(\d+)(?: ,)?(?: also)? (?:the |a |an |one |another |N\d+ )?$"
)
_REPLACED = re.compile(
    r"\b(?:replaced|superseded|supplanted|succeeded|supplemented) (?:in|on) D(\d+) by (?:the |an? )?$"
)
STRONG = re.compile(
    r" (?:[;:()\"]|who|which|whom|whose|that|while|when|where|after|before|but|although|until|since|as|and (?=[PHGCA]\d+ ))(?= )"
)


def when_of(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, titles: list[Stretch]) -> When:
    """The day a document was made: its own date, the date of the act, that of the chronicle entry, of the act told just before, or of the news.

    `titles` are stretches of the coded sentence that are names: dates in them date nothing. Inside a stay of several days only the month is known.
    """
    status = act.status
    if status is Status.PROPOSED:
        return UNKNOWN
    titles = [*titles, *dates_of_topic(context, sentence, phrase, act)]
    when = _said(context, sentence, phrase, act, titles)
    if when is None:
        when = carried(context, sentence, act, titles)
        when = in_stay(context, when) if status is Status.PLANNED else when
    if when.date and when.until and when.until != when.date:
        if told := told_within(context, sentence, (when.date, when.until)):
            return told
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
        when = resolved(context, sentence, int(direct.group(1)), act)
        if _FOLLOWED.match(words.group()):
            when = _next_month(context, sentence, int(direct.group(1)), when)
        return when if act.verb != "force" else UNKNOWN
    end = _own_title_end(phrase, titles)
    if act.way == "ended" and not _PUT_OFF.match(act.verb):
        made = _OF_YEAR.search(sentence.coded[phrase.left : end + 60])
        return (resolved(context, sentence, int(made.group(1) or made.group(2)), act) if made else None) or UNKNOWN
    if act.verb == "force" and not _SIGNED.match(sentence.coded[end:]):
        return UNKNOWN
    if act.status is Status.PLANNED and _SETTLED.match(act.verb):
        return _future_date(context, sentence, act) or _day_of(context, sentence, phrase, act, titles) or UNKNOWN
    if act.way == "plan" and act.at < phrase.left and TEXT_ONLY.match(sentence.coded, act.at, phrase.left):
        return _future_date(context, sentence, act) or UNKNOWN
    if own := own_date(context, sentence, phrase, act, titles):
        return own
    if (of_years := ANNIVERSARY.search(sentence.coded[: phrase.left])) and not own:
        return years_before(context, sentence, of_years)
    if counted := years_since(context, sentence, min(act.at, phrase.left)) or days_before(context, sentence, act.at):
        return counted
    if act.way == "told" and (bound := _BOUND_FOR.search(sentence.coded, 0, end + 40)) and bound.end() > phrase.end:
        return years_back(context, sentence, int(bound.group(1)))
    if act.verb == "force" or act.verb.startswith("ratif"):
        return UNKNOWN
    best: tuple[float, When] | None = None
    for number, dated in context.dates_in(sentence):
        at, deadline = sentence.offsets[number], ""
        if (
            any(low <= at < high for low, high in titles)
            or _owned(sentence, at, titles, phrase)
            or _others(sentence, at, act)
            or (claimed(sentence, dated, at) and not (deadline := _deadline(sentence, at, act)))
            or aside(sentence, at, act.at)
            or came_before(sentence, number)
            or (dated.form == "ago" and counted_from(sentence, number, dated))
            or (_MEASURED.search(sentence.coded, max(0, at - 60), at) and not GOVERNS.match(sentence.coded, at))
            or (dated.anaphoric and _DAY_BEFORE.search(sentence.coded[:at]))
            or _THEIR_DEED.search(sentence.coded, act.at, at)
            or (act.way == "voice" and _TOLD_THING.search(sentence.coded[phrase.end : at]))
        ):
            continue
        when = resolved(context, sentence, number, act)
        if when is None:
            continue
        if when.until and when.until.day is None and _WHEN.match(sentence.coded, at):
            when = When(when.until, when.basis, when.span)
        if deadline == "before" and when.date and not sentence.units[number].word.startswith(("the end", "end")):
            when = When(PartialDate(when.date.year), when.basis, when.span)
        cost = _distance(sentence, at, act.at, when)
        if cost < 440 and (best is None or cost < best[0]):
            best = (cost, when)
    return best[1] if best else None


# "for 2025 to D", "up from $5.9 billion in D", "from the $10 billion of D"
_MEASURED = re.compile(
    r"\b(?:programme|program|plan|road ?map|strategy|cooperation|partnership|agenda|period)(?: [a-z]+){0,3} (?:to|till|until) $|\bD\d+ (?:to|through|until) (?:the year )?$|\b(?:from|against|than|with|to|at|reached|hit|was|were) (?:[a-z]+ ){0,2}M\d+ (?:in|for|of) $"
)
# "a credit that the bank opened last year": what somebody else did with a thing that the paper is about
_THEIR_DEED = re.compile(
    r" (?:that|which) (?!(?:they|both|G\d+|the (?:G\d+|two)) )(?:[a-zAKPCLQH\d']+ ){1,5}?(?!signed|concluded|inked|reached|agreed|struck|initial|adopted|issued|made|released)(?:[a-z]+ed|gave|took|built|lent|sold|bought|began)(?: (?:in|on|back in))? $"
)
_WHEN = re.compile(r"D\d+ (?:, )?when ")  # "from February to May, when they signed"
_FOLLOWED = re.compile(r"followed|came next")


def _next_month(context: Context, sentence: Sentence, number: int, when: When | None) -> When | None:
    """The December that comes next after the paper told just before: "signed in March 2021. Another followed in December"."""
    dated = sentence.units[number].thing
    told = context.paper_dates[-1] if context.paper_dates else None
    if not isinstance(dated, Dated) or dated.year is not None or dated.month is None or dated.shift or told is None:
        return when
    last = told[1].date
    if sentence.index - told[0] > 2 or last is None:
        return when
    date = PartialDate(last.year + (last.month is not None and dated.month < last.month), dated.month, dated.day)
    on = context.analysis.on
    if on and date.first > on.last:
        return when
    unit = sentence.units[number]
    return When(date, SAID, (unit.start, unit.end))


_DAY_BEFORE = re.compile(r"D\d+ , $")  # "on June 26, a day after they met"
_BY = re.compile(r"\b(?P<word>by|until|before|no later than|not later than)(?: late| early| mid -| mid)? (?:the )?$")
_SET_FOR = re.compile(r"\b(?:scheduled|planned|due|set|slated|foreseen|fixed|expected|meant) for $")


def _deadline(sentence: Sentence, at: int, act: Act) -> str:
    """The word that makes a date the term of a plan: "to be signed by the end of the year", "before June"."""
    if act.status in (Status.PLANNED, Status.CANCELLED) and _SET_FOR.search(sentence.coded[:at]):
        return "for"
    found = _BY.search(sentence.coded[:at]) if act.status is Status.PLANNED and at > act.at else None
    return found.group("word") if found and not re.search(r" [;:] ", sentence.coded[act.at : at]) else ""


_PUT_OFF = re.compile(r"shelved|put|postponed|deferred|left|frozen")
_OF_YEAR = re.compile(
    r"^(?:[a-zA\d-]+ )*?D(\d+) |(?:\bof|(?:signed|concluded|reached|agreed|struck|made)(?: [a-zCPLGA\d ]{0,40}?)?(?: in| on)?) D(\d+)"
)
_SIGNED = re.compile(r"(?: [^,;:]{0,40}?)?(?: ,)? (?:signed|concluded|inked|dated|of)\b")


_TOLD_THING = re.compile(
    r"\b(?!issued|released|published|signed|adopted)[a-z]{3,}ed\b|\b(?:said|told|to be|will|would)\b"
)


_SETTLED = re.compile(r"initial|rubricat|finali[sz]ed|approved|endorsed|accepted")


def _day_of(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, titles: list[Stretch]) -> When | None:
    """The day of an initialling, the only one that the sentence tells of a paper."""
    if phrase.declaration or not act.verb.startswith(("initial", "rubricat")):
        return None
    ahead = re.search(r"\bbe (?:[a-z]+ )?$", sentence.coded[: act.at])
    done = Act(Realis(Status.PLANNED if ahead else Status.DONE), "signed", act.at, act.way)
    return _said(context, sentence, phrase, done, titles)


def _future_date(context: Context, sentence: Sentence, act: Act) -> When | None:
    """The day on which an initialled paper is to be signed, where the sentence tells it."""
    for number, _ in context.dates_in(sentence):
        after = sentence.coded[act.at : sentence.offsets[number]]
        if re.search(
            r"\b(?:to be|will be|should be) (?:signed|inked|concluded)\b|\b(?:due|expected|expects)\b", after
        ) and (when := resolved(context, sentence, number, act)):
            return when
    return None


def own_date(context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, titles: list[Stretch]) -> When | None:
    """The date that stands right after a title or right before its noun group: "a treaty (2020)", "in 2005 one on transport"."""
    coded = sentence.coded
    end = _own_title_end(phrase, titles)
    found = (
        _BRACKET.match(coded, end)
        or _DATES_BACK.match(coded, end)
        or _MADE.match(coded, phrase.end)
        or (act.way == "relative" and _MADE_BY.match(coded, phrase.end))
        or (phrase.definite and _OF_DAY.match(coded, phrase.end))
        or (end > phrase.end and _BEFORE_TOPIC.match(coded, phrase.end))
        or _own_day(coded[end:], act)
        or _SET_UP.match(coded, end)
        or _BEFORE.search(coded[: phrase.left])
        or _REPLACED.search(coded[: phrase.left])
        or (
            (act.way in ("mention", "told") or _LATER_ACT.match(act.verb))
            and _YEAR_NAMED.match(coded[phrase.left : phrase.end])
        )
    )
    at = sentence.offsets[int(found.group(1))] if found else 0
    if found and (_ANOTHER_PAPER.search(coded, phrase.end, at) or (at, at + 1 + len(found.group(1))) in titles):
        return None
    return resolved(context, sentence, int(found.group(1)), act) if found else None


# "the Defence Agreement with Fiji, which dates back to 2010"
_DATES_BACK = re.compile(
    r"(?: (?:with|between) (?:the )?[CLAG]\d+(?: and (?:the )?[CLA]\d+)?)?(?: ,)? (?:(?:which|that) )?(?:dat(?:es?|ed|ing)(?: back)? (?:to|from)|(?:goes|went|going|reach(?:es|ed|ing)) back to)(?: (?:early|late|the|year|autumn|spring))* D(\d+)"
)


def _own_day(tail: str, act: Act) -> re.Match[str] | None:
    """The date right after a title; that of an initialling is not the day of the signing."""
    found = _OWN.match(tail)
    if found and (_STANDING.search(found.group()) or (act.status is Status.DONE and _TERM.search(found.group()))):
        return None
    if found and _LATER_DEED.search(found.group()) and not _LATER_ACT.match(act.verb):
        return None
    if found and re.search(r" (?:and|,) ", found.group()) and _OTHERS_DAY.match(tail, found.end()):
        return None
    return None if found and " initial" in found.group() and not act.verb.startswith("initial") else found


_ANOTHER_PAPER = re.compile(r"\banniversary of [^,;:]*\b(?:treaty|agreement|declaration|accord|pact|ties|relations)\b")
_TERM = re.compile(
    r"\b(?:by|before|until|till|towards|within) (?:the )?(?:[a-z]+ ){0,2}D\d+$"
)  # "before the end of this year"
_STANDING = re.compile(r"\bwhose .*(?:since|from) D\d+$")  # "whose drafts had lain there since 2012"
_LATER_ACT = re.compile(r"extend|renew|prolong|ratif|amend")
_YEAR_NAMED = re.compile(
    r"(?:[a-z]+ ){0,2}D(\d+) (?:[a-z'-]+ |A\d+ |- )*(?:treaty|pact|accord|agreement|convention|protocol|declaration|joint declaration|communique|joint communique|memorandum|contract|deal|loan|lease|mou)\b"
)


def _owned(sentence: Sentence, at: int, titles: list[Stretch], phrase: DocPhrase) -> bool:
    """True where a date belongs to another document of the sentence, right before or after its title."""
    coded = sentence.coded
    after = _LEADS.match(coded, at)
    leads = after and re.search(r"(?:^|[,;:] |\band )(?:(?:in|on|of|by) )?(?:the )?$", coded[:at])
    starts = (after.start("noun"), after.end()) if after and leads else ()
    return any(
        low in starts
        or coded[high:at] in (" ( ", " of ", " dated ")
        or (high < at and _RELATIVE_SIGNED.fullmatch(coded, high, at))
        for low, high in titles
        if low not in (phrase.left, phrase.start) and not low <= phrase.start < high
    )


_RELATIVE_SIGNED = re.compile(
    r" (?:,? ?(?:which|that) )[^,;:]{0,60}\b(?:signed|concluded|inked|reached|agreed|struck|made)(?: (?:in|at) L\d+)?(?: (?:in|on|back in))? "
)
_LEADS = re.compile(r"D\d+(?: ,)?(?: also)? (?P<noun>(?:the |a |an |one |another |N\d+ )?)")


def _others(sentence: Sentence, at: int, act: Act) -> bool:
    """True where a planned act has a date that belongs to a deed told before ("initialled in March, is to be signed")."""
    if act.status is not Status.PLANNED:
        return (
            at < act.at
            and bool(_OF_ANOTHER.search(sentence.coded, max(0, at - 60), at))
            and bool(_AND_THEN.match(sentence.coded, at))
        )
    if at < act.at and _OF_TELLING.match(sentence.coded, at):
        return True
    if at > act.at:
        return bool(
            re.search(
                r"\b(?:announced|said|confirmed|met|held talks|arrived|landed|flew|spoke|(?:agreements|accords|documents|memoranda) (?:reached|signed|concluded))(?: on| in)? $",
                sentence.coded[:at],
            )
        )
    return bool(
        re.search(
            r"\b(?:signed|initial(?:l)?ed|agreed(?! (?:to|that) )|concluded|negotiated|reached|drafted|announced)\b[^,;]*$",
            sentence.coded[:at],
        )
    )


# "a treaty, concluded in Lima in D, and signed a memorandum": the day of the first paper
_OF_ANOTHER = re.compile(
    r" , (?:which (?:was|had been|they) )?(?:signed|concluded|inked|reached|initial(?:l)?ed|agreed|negotiated)(?: (?:there|here|in (?:the )?L\d+))?(?: on| in| back in)? $"
)
_AND_THEN = re.compile(r"D\d+ , (?:and|then|before|while) ")
_OF_TELLING = re.compile(
    r"D\d+ (?:also )?(?:agreed|said|announced|met|held|confirmed|told|decided|discussed|reported)\b"
)


def _own_title_end(phrase: DocPhrase, titles: list[Stretch]) -> int:
    return max([high for low, high in titles if low <= phrase.start <= high], default=phrase.end)


def resolved(context: Context, sentence: Sentence, number: int, act: Act) -> When | None:
    """What a date means for an act: a deed lies not after the document's day, a plan not before."""
    unit = sentence.units[number]
    assert isinstance(unit.thing, Dated)
    if unit.thing.form in ("years", "decade"):
        return None
    future = act.status is Status.PLANNED or (
        act.status is Status.CANCELLED
        and (context.is_future(sentence, number) or is_near(context, sentence, unit.thing))
    )
    since = anchor(context, sentence, number) if unit.thing.anaphoric else None
    date = resolve(unit.thing, context.reference(sentence, unit.thing), future, since)
    date = date or weekday_of_stay(context, unit.thing, act.status)
    if (
        date
        and unit.thing.year is None
        and unit.thing.month
        and re.match(r"D\d+ of D\d+", sentence.coded[sentence.offsets[number] :])
    ):
        year = resolved(context, sentence, number + 2, act)
        date = PartialDate(year.date.year, date.month, date.day) if year and year.date else date
    on = context.analysis.on
    if date is None or (on and act.status is Status.DONE and date.first > on.last):
        return None
    if on and future and date.last < on.first:
        return None
    return When(date, SAID, (unit.start, unit.end), resolve_end(unit.thing, date))


def _distance(sentence: Sentence, at: int, act_at: int, when: When) -> float:
    """How far a date stands from the act, counted in characters, with a price for each clause that parts them."""
    low, high = min(at, act_at), max(at, act_at)
    between = sentence.coded[low:high]
    governs = at < act_at and GOVERNS.match(sentence.coded, at)
    cost = len(between) + 90.0 * len(STRONG.findall(between)) + (25 if at < act_at else 0)
    if (
        at > act_at
        and re.search(r" (?:who|which|that|whom|whose|where) ", between)
        and not re.match(r"[^,]* (?:which|that) ", between)
    ):
        cost += 450 if _ANOTHER_DEED.search(between) else 250
    if at > act_at and _LATER_DEED.search(between):
        cost += 450
    cost += 40 * len(re.findall(r" D\d+ ", between[3:]))
    if at > act_at and re.search(r" (?:;|while|but|since) ", between):
        cost += 400
    if at < act_at and " ; " in between:
        cost += 120
    if at < act_at and not governs and " , " in between and _IN_RELATIVE.search(sentence.coded, 0, at):
        cost += 300 if _HEADED.match(sentence.coded) else 150
    if at < act_at and _AND_DID.search(between) and not _FRONTED.fullmatch(sentence.coded[:at]):
        cost += 150
    cost -= 20 if when.date and when.date.precision == "day" else 0
    return cost - (250 if governs else 0)


# "..., which sold Oman goods last year": what somebody else did on that day
_ANOTHER_DEED = re.compile(
    r" , (?:which|who|whose) (?!was|were|is|are|will|had|has|have|they|it|both|the|[PCGH]\d)[a-z]+ "
)
# "a partnership that was renewed in 2013": what was done to it afterwards
_LATER_DEED = re.compile(
    r" (?:which|that) (?:(?:was|were|has been|have been|they|both|it) )?(?:(?:[a-z]+ly|later|then|since) )*(?:fortif|renew|reinforc|extend|upgrad|updat|amend|revis|strengthen|deepen|expand|elevat|rais|enlarg|widen|prolong|reaffirm|supplement|expir|lapsed|took effect|came into|entered into force|went into)"
)
_IN_RELATIVE = re.compile(r"\b(?:that|who|which) [^,;]*$")
_HEADED = re.compile(r"(?:on |in )?D\d+ ,")  # no day told in a relative clause comes before that of the whole sentence
_AND_DID = re.compile(r" and (?:also |then |later |[a-z]+ly )?$")
_FRONTED = re.compile(r"(?:- )?(?:(?:on|in|early|late|the|back|by|and|but|then|[a-z]+ly|,) )*")
