"""How dates are written: one regular expression for each form. Forms: docs/reference/language.md, section Dates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from relations_db.language import patterns as re
from relations_db.language.date_words import COUNT, FEASTS, ORDINALS, TENS
from relations_db.language.openings import may_begin

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)(?!\w)"
_W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WX = rf"(?:{_W}|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
YEAR = r"(?:19[0-9]{2}|20[0-9]{2})(?![\d%]|[.,]\d)"
DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.]\d|\d|-(?!" + MONTH + r")[a-z])"
ORDINAL = r"(?:(?:twenty|thirty)-)?(?:" + "|".join(ORDINALS) + ")"
_SEP = r" ?(?:-|/|to|and|through|till|until|&) ?(?:the )?"
_AND_MORE = rf"(?:(?:, {DAY})*,?{_SEP}{DAY})?"
_N = (
    r"(?:\d+|(?:"
    + "|".join(TENS)
    + ")-(?:"
    + "|".join(list(COUNT)[2:11])
    + ")|"
    + "|".join(COUNT)
    + "|(?:a )?couple of)"
)
_HALF = r"(?:(?:first|second|third|fourth|last|final|opening|latter) (?:half|part|weeks?|weekend|days|few days|third|quarter|ten days)|end|beginning|start|middle|close)"
_PART = rf"(?:(?:early|mid|late|(?:the )?(?:very )?{_HALF} of)[ -]?(?:in )?)?"
THEN = r"(?:last|this|next|that|the same|the previous|the following|the next|the current)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"

_FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso>(?:19|20)\d\d(?P<cut>[-/.])[01]\d(?P=cut)[0-3]\d)\b"),
    ("dot", r"(?P<dot>[0-3]?\d[./][0-3]?\d[./](?:19|20)\d\d)\b"),
    ("dashed", rf"(?P<dashed>[0-3]?\d-{MONTH}-(?:19|20)\d\d)\b"),
    ("ydm", rf"(?P<ydm>{YEAR}(?:,| -)? (?:{DAY}{_SEP})?{DAY} {MONTH})"),
    ("ymd", rf"(?P<ymd>{YEAR},? {MONTH} {DAY}(?:{_SEP}{DAY})?(?![\d,] ?\d))"),
    ("ym", rf"(?P<ym>{YEAR}(?:, {MONTH}(?! \d)| {MONTH}(?=\.? ?[-:\u2013\u2014] |\. [A-Z])))"),
    ("drel", rf"(?P<drel>(?:(?:the )?{DAY}(?:{_SEP}{DAY})?(?: of)? {MONTH}|{MONTH} (?:the )?{DAY}(?:{_SEP}{DAY})?(?!\d)),? (?:of )?{THEN} year)"),
    ("dmdm", rf"(?P<dmdm>{DAY} {MONTH},?(?: {YEAR})?{_SEP}{DAY} {MONTH}(?:,? {YEAR})?)"),
    ("mdmd", rf"(?P<mdmd>{MONTH} {DAY}(?:,? {YEAR})?{_SEP}{MONTH} {DAY}(?!\d)(?:,? {YEAR})?)"),
    ("mym", rf"(?P<mym>(?:{MONTH} ?(?:-|to|and|through)|{MONTH} {YEAR} ?(?:-|to|through)|(?<=between ){MONTH} {YEAR} and) ?{MONTH} (?:of )?{YEAR})"),
    ("wparen", rf"(?P<wparen>{_WX} \((?:{MONTH} {DAY}|{DAY} {MONTH})(?!\d)(?:,? {YEAR})?\))"),
    ("dm", rf"(?P<dm>(?:{_WX},? )?(?:the )?{DAY}{_AND_MORE}(?: of)? {MONTH}(?:,? (?:of )?{YEAR})?(?: \({_WX}\))?)"),
    ("md", rf"(?P<md>(?:{_WX},? )?{MONTH} (?:the )?{DAY}{_AND_MORE}(?!\d)(?:,? {YEAR})?(?: \({_WX}\))?)"),
    ("worded", rf"(?P<worded>(?:the )?{ORDINAL} of {MONTH}(?:,? (?:of )?{YEAR})?)"),
    ("weekof", rf"(?P<weekof>(?:the )?week of (?:the )?(?:{DAY}(?: of)? {MONTH}|{MONTH} {DAY})(?:,? {YEAR})?)"),
    ("nth", rf"(?P<nth>(?:the )?(?:first|second|third|fourth|last) {_W} (?:of|in) {MONTH}(?:,? (?:of )?{YEAR})?)"),
    ("relm", rf"(?P<relm>(?:last|next|this|of last|back in|earlier in|later in|that|that same|the same|the previous|the following|the next|the coming) {MONTH}|the {MONTH} (?:before|after)(?= ?[,.;)]|$))(?! \d|,? {YEAR})"),
    ("mrel", rf"(?P<mrel>{_PART}{MONTH},? (?:of )?{THEN} year)"),
    ("my", rf"(?P<my>{_PART}{MONTH},? (?:of )?{YEAR})"),
    ("weekdays", rf"(?P<weekdays>(?:(?:this(?: coming)?|next|the coming|coming|last) )?{_W}(?: (?:to|through|till|until|and) | ?[-/] ?){_W}(?:,? (?:of )?(?:last|next|this) week)?)\b"),
    ("weekday", rf"(?P<weekday>(?:(?:last|next|this past|this coming|this|coming|past|the coming|the past|the previous|the following|the next|the same) )?{_W}"
                r"(?: (?:of )?(?:last|next|this) week| week| next(?= ?[,.;]| to | in | for | on |$)| last(?= ?[,.;]|$))?)\b(?: \((?:[12]\d|3[01]|0?[1-9])\))?"),
    ("month", rf"(?P<month>{_PART}{MONTH})(?=[\s,.;:)'\"-]|$)"),
    ("ago", rf"(?P<ago>(?:(?:about|some|nearly|almost|around|over|more than|less than) )?(?P<agon>{_N}|half an?|(?:a )?quarter of a) (?P<agou>day|week|month|year|decade|fortnight|century)s? "
            r"(?:ago(?: (?P<agoin>today|(?:this|last) (?:week|month)))?|earlier|before(?! last\b)|later|after|afterwards|from now|since(?! (?:19|20)\d)))\b"),
    ("ahead", rf"(?P<ahead>(?<=in )(?P<aheadn>{_N}) (?P<aheadu>day|week|month|year|fortnight)(?:s?'s?(?P<time> time)|s?(?!['\w])))"),
    ("hours", r"(?P<hours>(?:a few |few |several |some )?hours (?:later|earlier|afterwards))\b"),
    ("day", r"(?P<day>today|tonight|yesterday|tomorrow|the day (?:before yesterday|after tomorrow)|the day (?:before|after(?= ?[,;.:]|$| (?:in|at|on|with|to) ))|a day (?:earlier|later)|"
            r"(?:(?:the|that) (?:very )?(?:following|next|same|previous)|next) (?:day|evening|morning|night|afternoon)|the (?:evening|night|morning) before(?= ?[,.;]| (?:with|on|at|in|for|and)|$)|that (?:very )?day|"
            r"(?:this|that) (?:very )?(?:morning|afternoon|evening|night)|last (?:night|evening)|(?:earlier|later) (?:in|on|during) the day|later on(?= ?[,.;]))\b"),
    ("span", r"(?P<span>the (?:week|month|year) (?:before last|after next)|the (?:week|month|year) (?:that|which) followed|the (?:week|month) (?:before(?= ?[,.;)]| and |$)|after(?= ?[,.;)]| and |$))|(?:(?:earlier|later|late|early|mid) (?:in |on )?)?"
             r"(?:that (?:very|same)|this (?:very|same|coming)|the (?:very )?next|the previous|the same|the following|the past|the current|the coming|this|last|next|that) "
             r"(?:week|month|year|weekend|quarter|(?:summer|autumn|spring|winter|fall)(?!,? (?:of )?(?:19|20)\d\d))|the (?:very )?weekend)\b"),
    ("season", rf"(?P<season>(?:(?:the )?(?:early |late |mid-?)?{_SEASON} of(?: the)? {THEN} year|(?:(?:this|last|next|the same|that|the) )?(?:early |late |mid-?)?{_SEASON},? (?:of )?(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?"
               rf"|(?:early |late |mid-?)?(?:(?<=in )|(?<=in the )|(?<=by )|(?<=by the )|(?<=for )|(?<=for the )|(?<=during the )|(?<=this )|(?<=until )|(?<=until the )|(?<=since )|(?<=since the ))(?:early |late |mid-?)?(?:spring|summer|autumn|winter)(?! (?:house|school|palace|residence|games|olympic|session|festival|camp|camps|capital|universit|capital|of)))"
               r"(?![\w-]))"),
    ("close", r"(?P<close>(?:(?:the )?(?:end|beginning|start|middle) of |later in |earlier in |(?<=for )the (?:first|second) half of )the (?:week|month|year))\b"),
    ("decade", r"(?P<decade>(?:the )?(?:19|20)\d0s)"),
    ("dom", r"(?P<dom>(?:(?<=on )|(?<=from )|(?<=until )|(?<=till ))(?:the )?(?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)?(?:(?: and| to| until| till| -|-) ?(?:the )?(?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)?)?"
            r" of (?:that|the same|this|last|next|the following|the previous|the next) month"
            r"|the (?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)(?: to| until| till| through| -|-) ?the (?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)(?= ?[,.;:)]|$)"
            r"|(?:(?<=on )|(?<=from )|(?<=until )|(?<=till )|(?<=through ))the (?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)(?:(?: and| to| until| till| -|-) ?(?:the )?(?:[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th))?"
            r"(?! (?:anniversar|session|birthday|floor|meeting|round|edition|congress|plenary|annual|jubilee|century|summit|largest|biggest|richest))(?= ?[,.;:)]|$| (?:he|she|they|and|by|with|in|at|for|to|it|[A-Z])))"),
    ("feast", r"(?P<feast>(?:" + "|".join(FEASTS) + rf")\b(?:,? (?:of |in )?(?P<feasty>{YEAR}))?)"),
    ("years", rf"(?P<years>(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d))(?!\d| {MONTH})"),
    ("year", rf"(?P<year>(?<!Vision )(?<!Agenda )(?<!Expo )(?<!Strategy ){YEAR})(?!['\d])"),
)  # fmt: skip
# Those that begin with a digit, and those that do not; "drel", "dm", "ago", "ahead", "decade" and "dom" may do either.
_IN_DIGITS = frozenset("iso dot dashed ydm ymd ym dmdm years year".split())
_MIXED = frozenset("drel dm ago ahead decade dom".split())
_ANY_IN_DIGITS = re.compile("|".join(p for n, p in _FORMS if n in _IN_DIGITS | _MIXED), re.IGNORECASE)
_IN_WORDS = tuple(re.compile(p, re.IGNORECASE) for n, p in _FORMS if n not in _IN_DIGITS)


def forms_from(sign: str) -> Iterable[re.Pattern[str]]:
    """The patterns of all forms that may begin with a character, those that count first."""
    return (_ANY_IN_DIGITS,) if sign.isdecimal() else _in_words(sign.lower() if sign.isascii() else "")


@cache
def _in_words(letter: str) -> tuple[re.Pattern[str], ...]:
    """Few forms begin with any one letter; "" for all of them."""
    return tuple(form for form in _IN_WORDS if not letter or may_begin(form.pattern, letter))


SINGLE = re.compile(
    "|".join(p.replace(_AND_MORE, "") for n, p in _FORMS if n in ("dm", "md", "weekday")), re.IGNORECASE
)
