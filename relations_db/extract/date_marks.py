"""What a date expression is fit for: to count from, to date an event, to head an entry."""

from __future__ import annotations

from datetime import timedelta

from relations_db.language import patterns as re
from relations_db.language.analysis import Analysis, Sentence
from relations_db.language.date_meaning import resolve
from relations_db.language.dates import Dated
from relations_db.values import PartialDate


def fine_enough(date: PartialDate, unit: str) -> bool:
    """True where a date is precise enough to count days, or months, from."""
    if unit.startswith(("day", "weekday")) and unit != "day-of-month":
        return date.day is not None
    return date.month is not None or not unit.startswith(("week", "month", "day-of-month")) or unit.startswith("month-")


def of_story(sentence: Sentence, number: int) -> bool:
    """False for "the evening before": a look back, not the day that the story is at."""
    thing = sentence.units[number].thing
    return isinstance(thing, Dated) and not (thing.anaphoric and thing.shift)


def still_to_come(sentence: Sentence, number: int) -> bool:
    """True for "will leave later in the day": the day of the news, whatever day the story was at."""
    return bool(_TO_COME.search(sentence.coded, 0, sentence.offsets[number]))


_TO_COME = re.compile(r"\b(?:will|(?:is|was|are|were) (?:(?:due|expected|set|scheduled) )?to) [^,;]*$")


def of_news(sentence: Sentence, number: int) -> bool:
    """False for a look back, and for the day on which a guest came before what is told of his stay."""
    return of_story(sentence, number) and not _CAME.search(sentence.coded, 0, sentence.offsets[number])


def came_before(sentence: Sentence, number: int) -> bool:
    """True for the day on which, as an aside tells, a guest had come: "X, who landed here on Sunday, signed"."""
    found = _CAME.search(sentence.coded, 0, sentence.offsets[number])
    return found is not None and bool(_WHO.search(sentence.coded, 0, found.start()))


def of_career(sentence: Sentence, number: int) -> bool:
    """True for a date of somebody's life in an aside on him ("X, who was re-elected in March, arrived"): no event of the text is of that day."""
    at = sentence.offsets[number]
    found = _CAREER.search(sentence.coded, 0, at)
    return found is not None and bool(_ASIDE_ENDS.match(sentence.coded, at))


_CAREER = re.compile(
    r"[PH]\d+(?: of (?:the )?C\d+)? [,(-] "
    r"(?=[^,;:()]*$)(?![^,;:()]*\b(?:visit|attend|travel|trip|went|host|met\b|meet|receiv|welcom|sign|was in|been (?:in|to)|guest))(?:[^,;:()]*\b)?(?:(?:re-?)?elected|re-?election|appointed|sworn in|took (?:office|power|over|up)|tak(?:en|ing) (?:office|power|over)|c[ao]me to power|in (?:power|office)|on the throne|throne"
    r"|born|became|assumed|inaugurated|won|ruled|ruling|governed|reign\w*|entered politics|retir\w+|coup|nominated|succeeded|term|mandate|died|married|since)\b[^,;:()]*$"
)
_ASIDE_ENDS = re.compile(r"D\d+(?: [^,;:()]{1,50}?)? [,)-] ")


def of_a_name(folded: str, dated: Dated) -> bool:
    """True for the year that closes the name of a law ("the UN Convention against Corruption 2003"), and for "Sunday feature": they date nothing."""
    if dated.weekday is not None:
        return _PIECE.match(folded, dated.end) is not None
    if dated.year is None or dated.month or dated.unit:
        return False
    return _NAME_ENDS.search(folded, max(0, dated.start - 90), dated.start) is not None


_PIECE = re.compile(
    r" (?i:features?|columns?|essays?|profiles?|interviews?|briefings?|newsletters?|digests?|editions?|supplements?|magazines?|papers?|reads?|reviews?|editorials?)\b"
)
_NAME_ENDS = re.compile(
    r"\b(?:Convention|Covenant|Charter|Act|Code|Law|Statute|Constitution|Paris Agreement|Kyoto Protocol)(?:(?: (?:[A-Z][\w'-]*|of|on|for|the|in|to|and|against|concerning))* [A-Z][\w'-]*)? \Z"
)


def of_saying(sentence: Sentence, number: int) -> bool:
    """True for the day on which something was said, before or after what was said: "..., the ministry said in a statement on Tuesday"."""
    coded, at = sentence.coded, sentence.offsets[number]
    return bool(
        (_SAID_ENDS.match(coded, at) and _SAID_LAST.search(coded, max(0, at - 160), at))
        or (_SAID_THAT.match(coded, at) and _SAID_FIRST.search(coded, max(0, at - 160), at))
    )


def dates_its_news(analysis: Analysis) -> bool:
    """True where a text tells a day of the last days as that of an event, not only as the day when it was told."""
    low, high = analysis.dateline_span
    return any(
        unit.code == "D"
        and _is_fresh(unit.thing, analysis.on)
        and not low <= unit.start < high
        and not of_saying(sentence, number)
        for sentence in analysis.sentences
        for number, unit in sentence.things
    )


def _is_fresh(dated: object, on: PartialDate | None) -> bool:
    """True for a day at most five days before the document."""
    date = resolve(dated, on, False) if on and isinstance(dated, Dated) and not dated.anaphoric else None
    return bool(on and date and date.day and 0 <= (on.first - date.first).days <= 5)


_SAY = (
    r"(?:also |later |has |have |had |was |were )*(?:said|says|reported|announced|confirmed|added|stated|wrote|noted|"
    r"told (?:[a-z]+ )?(?:reporters|journalists|newsmen|the (?:press|media|agency|newspaper|daily|broadcaster)|[a-z]+ (?:television|tv|radio|media)))"
)
_SAID_WHERE = (
    r"(?: (?:in|at|during|via|through|by|on) (?:an? |its |his |her |the )?(?:[a-z]+ )?(?:statement|release|communique|notice|briefing|interview|post|message|website|"
    r"bulletin|news conference|press conference|telegram|facebook|twitter|x|[L]\d+))*(?: late| early)?(?: on)? $"
)
_VOICE = (  # that only tells; what leaders say they may say at the event itself
    r"\b(?:ministry|spokes(?:man|woman|person)|(?:press|president's|presidential|prime minister's|P\d+ 's|Q\d+) (?:office|service|secretary)|agency|officials?|media|embassy|"
    r"chancellery|presidency|palace|government|television|radio|newspaper|daily|sources?|aides?|diplomats?)(?: (?:of|for|in) [^,;:()]{1,40}?)?"
)
_SAID_LAST = re.compile(
    rf", (?:as )?(?:[^,;:()]{{0,60}}?{_VOICE} {_SAY}|according to (?:(?!that |which |who )[^,;:() ]+ ){{0,6}}?{_VOICE}|(?:[^,;:()]{{1,60}} )?told reporters){_SAID_WHERE}"
)
_SAID_ENDS = re.compile(
    r"D\d+(?: (?:morning|evening|night|afternoon|in L\d+))? ?(?:[.;]|,(?! (?:when|where|as|after|during|while|in which|before|[a-z]+ing)\b)|$)"
)
_SAID_FIRST = re.compile(rf"{_VOICE} {_SAY}{_SAID_WHERE}")
_SAID_THAT = re.compile(r"D\d+ (?:that|(?:[PGC]\d+|the|an?) (?!when|where))\b")


_WHO = re.compile(r"\bwho (?:had |has |have |was |were |just |only |himself )*$")
_CAME = re.compile(
    r"\b(?:arriv(?:ed|ing)|landed|touched down|flew in|flew into|came (?:here|to))\b(?: (?!and\b|before\b)[^,;. ]+){0,8} (?:on )?$"
)
_LATER_NAMED = re.compile(r"D\d+ (?:morning |evening |afternoon |night )?(?:in|of|late in|early in) D(\d+)\b")


def _names_month(sentence: Sentence, number: int) -> bool:
    """True where a month follows the weekday at a unit: the weekday says nothing more."""
    later = _LATER_NAMED.match(sentence.coded, sentence.offsets[number])
    return later is not None and getattr(sentence.units[int(later.group(1))].thing, "form", "") in _MONTHS


_MONTHS = ("my", "month", "mrel", "relm")


def counted_from(sentence: Sentence, number: int, dated: Dated) -> bool:
    """True for "twenty years after the first shots": it dates the other event, not this one."""
    if re.search(
        r"\b(?:O\d+|first|second|third|fourth|fifth|last|only) (?:time|visit|trip|meeting|summit|journey)(?: (?:to|in) (?:the )?[LC]\d+)? $",
        sentence.coded[: sentence.offsets[number]],
    ):
        return sentence.units[number].word.startswith(("this ", "in ", "so far")) or dated.unit == "year"
    if dated.weekday is not None and _names_month(sentence, number):
        return True  # "a Monday in December 2017"
    if dated.form != "ago" or not sentence.units[number].word.endswith((" after", " before")):
        return False
    if number + 1 < len(sentence.units) and sentence.units[number + 1].word.startswith("that "):
        return False  # "five days before that X was in Y"
    return bool(re.match(r"D\d+ (?!that\b|this\b)[A-Za-z]", sentence.coded[sentence.offsets[number] :]))


def precision(sentence: Sentence, number: int) -> int:
    thing = sentence.units[number].thing
    assert isinstance(thing, Dated)
    return (thing.year is not None) + 2 * (thing.month is not None) + 3 * (thing.day is not None)


FUTURE = re.compile(
    r"\b(?:will|shall|'ll|is to|are to|is due|are due|scheduled|slated|expected|plans? to|planned|planning|upcoming|forthcoming|coming|next(?! to\b)|set to|to visit|to attend|to sign|to pay|"
    r"intends?|due|would|later today|preparing|preparations|begins|starts|opens|closes|takes place|gets under way|may|could|might|invited|ahead of|on the eve of)\b"
)


_PAST_AT = re.compile(
    r"\b(?:was|were|had been|been) (?:\w+ed|held|made|set|put|laid|begun|taken) (?:[a-z]+ ){0,2}(?:on|in)? ?$|\b(?:signed|arrived|met|held|visited|came|went|began|took place|opened|concluded|established|announced)(?: (?:in L\d+|there|here))? (?:on|in)? ?$"
)
_PAST_VERB = re.compile(
    r"\b(?:signed|arrived|met|held|visited|came|went|began|took|opened|concluded|established|left|flew|landed|received|paid|travell?ed|departed|ended|hosted|welcomed|attended|spent|stayed|wrapped up|returned|finished|completed)\b"
)
_PAST_AFTER = re.compile(
    r"D\d+ ,? ?(?:when|where) (?:[a-zPCGLH\d',-]+ ){1,9}?(?:was|were|signed|met|came|held|arrived|visited|went|took|opened|announced|agreed|had)\b(?! (?:to|due|set|expected|scheduled))"
)


def looks_ahead(sentence: Sentence, number: int) -> bool:
    """True where the words around a date look ahead."""
    at = sentence.offsets[number]
    low = max(sentence.coded.rfind(mark, 0, at) for mark in (" ; ", " : ", ' " ')) + 1
    if _PAST_AT.search(sentence.coded[max(0, at - 30) : at]) or _PAST_AFTER.match(sentence.coded, at):
        return False
    before = sentence.coded[max(0, low) : at]
    done = max((m.start() for m in _PAST_VERB.finditer(before)), default=-1)
    if done >= 0 and not FUTURE.search(before, done):
        return False
    return bool(FUTURE.search(sentence.coded[max(0, low) : at + 60]))


def was_to(sentence: Sentence, number: int) -> bool:
    """True for the day of what "was to" or "had been due to" happen: it may lie on either side of the document."""
    return bool(_WAS_TO.search(sentence.coded, 0, sentence.offsets[number]))


def ends_ahead(sentence: Sentence, number: int, first: PartialDate, on: PartialDate) -> bool:
    """True for "was in Y on Monday and Tuesday", said on a Monday, where the first day would leave the last one still to come."""
    thing = sentence.units[number].thing
    if not isinstance(thing, Dated) or thing.weekday is None or not thing.days or first.day is None:
        return False
    before = sentence.coded[: sentence.offsets[number]]
    return first.first + timedelta(days=thing.days) > on.last and bool(_OVER.search(before))


_OVER = re.compile(
    r"\b(?:was|were|had been|held|met|visited|spent|paid|made|hosted|received|toured|stayed)\b(?![^,;]*\b(?:to|is|are|will)\b)[^,;]*$"
)


def came_to_nothing(sentence: Sentence, number: int) -> bool:
    """True where what was to happen on a day is told not to have happened, or had been meant for a month: the time is over."""
    at = sentence.offsets[number]
    month = getattr(sentence.units[number].thing, "form", "") == "month"
    return bool(_DID_NOT.search(sentence.coded, at)) or (month and " had " in sentence.coded[:at])


_WAS_TO = re.compile(
    r"\b(?:(?:was|were) (?:[a-z]+ )?(?:to|due|expected|scheduled|set|supposed|meant|planned|slated)|had (?:[a-z]+ )?been (?:[a-z]+ )?(?:due|expected|scheduled|set|supposed|meant|planned|slated)|had (?:[a-z]+ )?(?:planned|intended|meant|hoped)) [^,;:]*$"
)
_DID_NOT = re.compile(r"\bbut [^;]*\b(?:did not|didn't|never|stayed|failed to) ")


def governs(sentence: Sentence, at: int, offset: int) -> bool:
    """True for "on D, when ...", "D, during ...": the date before an event that the rest of its clause is told of."""
    return bool(at < offset and _GOVERNS.match(sentence.coded, at) and " , and " not in sentence.coded[at:offset])


def dates_nothing(sentence: Sentence, number: int, dated: Dated, future: bool | None) -> bool:
    """True for a date that only bounds a stretch or belongs to what is said of another: "since 2011", "the anniversary of"."""
    coded, at = sentence.coded, sentence.offsets[number]
    if _PART_OF_DAY.match(coded, at) and coded.endswith("by ", 0, at):
        return False
    if dated.month and not dated.day and coded.endswith(" the ", 0, at) and _OF_A_THING.match(coded, at):
        return True
    ranged = dated.until is not None or (dated.day or dated.weekday is not None)
    return bool(
        _NO_EVENT.search(coded[max(0, at - 40) : at])
        and not (ranged and coded.endswith("from ", 0, at))
        and not (dated.weekday is not None and not future and _PLACE_BY.search(coded, 0, at))
        and not (future and _BY_THE_END.search(coded, 0, at) and "end of" in sentence.units[number].word)
    )


_NO_EVENT = re.compile(
    r"(?:\b(?:since (?:(?:[a-z'-]+|P\d+) ){0,6}(?:[a-z'-]+|P\d+) (?:in|on|at)|since (?:[a-z]+ing|(?:[HP]\d+ |the [a-z]+ )(?:(?:was|were|had been) )?(?:re-)?(?:elected|inaugurated|appointed|sworn|took (?:office|power)|came to power|became))(?: (?!took|take|will|was)[a-z]+){0,2} (?:in|on|at)|since [a-z]+ing(?: [a-z]+){0,3}|since [^,;]{0,40}\b(?:office|power|elected|inaugurated|appointed|sworn in|duties|throne|independence)(?: [a-z]+){0,2}|since|by|until|till|before|as of|up to|for the first time since|dating (?:back )?(?:to|from)|dates? (?:back )?(?:to|from)|compared (?:with|to)|from|through)|"
    r"\b(?:anniversary of|(?<!in )the year|the events of|years? (?:of|after|before)|said|told [a-z]+|reported|announced)(?: on)?) $"
)
# "the victims of the May floods", "the March 2019 accord"; not "during the May talks", on whose day things happen
_OF_A_THING = re.compile(
    r"D\d+ (?!(?:visits?|trips?|talks|meetings?|summits?|sessions?|forums?|conferences?|stay|tour|ceremony|inauguration|was|is|and|or|to|in|on|at|by|for|with|when|that|as|he|she)\b)[a-z]{3,}"
)
_BY_THE_END = re.compile(r"\b(?:before|by) $")  # "will go before the end of the month"
_PLACE_BY = re.compile(r"\b[LC]\d+ by $")  # "in Rome on Friday and in Oslo by Monday"
_GOVERNS = re.compile(
    r"D\d+ (?:, )?(?:when|during|in the course of|(?:at|on|upon|in) the (?:start|beginning|end|close|outset|opening|[a-z]+ day) of)\b"
)
_PART_OF_DAY = re.compile(r"D\d+ (?:night|evening|afternoon|morning|noon|midnight)\b")
