"""Trade targets: stated aims for the value of trade or investment. Constructions of docs/reference/rules.md, section Trade targets."""

from __future__ import annotations

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.date_marks import of_news
from relations_db.extract.returns import lead_day
from relations_db.extract.rules.trade_due import due_near
from relations_db.extract.rules.trade_measures import Measure
from relations_db.extract.rules.trade_scene import Scene
from relations_db.extract.rules.trade_sums import Sum
from relations_db.extract.topics import Pair
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.values import Basis, PartialDate, TradeTarget


def target(
    scene: Scene, position: int, measure: Measure, parties: Pair, source: str | None, basis: Basis,
    previous: Candidate | None,
) -> Candidate:  # fmt: skip
    """An aim with its due date, its day and its speakers; a larger sum after another aim of the sentence is the next step."""
    found: Sum = scene.sums[position]
    context, sentence = scene.context, scene.sentence
    when = announced(context, sentence, found.at, scene.used, parties)
    due, due_text, span = due_near(context, sentence, found.at, found.end, scene.limits(position), when.date)
    scene.used |= {n for n in sentence.of("D") if span and span[0] <= sentence.units[n].start < span[1]}
    claim = TradeTarget(
        parties, measure.name, source, found.amount, found.currency, None, due, due_text, None, None, when.date,
        speakers(context, sentence), _step(previous, sentence, parties, measure, found),
    )  # fmt: skip
    where = {
        "parties": (basis, None),
        "announced_on": (when.basis, when.span),
        "amount": (SAID, found.span),
        "due": (SAID, span),
    }
    return Candidate(claim, [(sentence.start, sentence.end)], "trade-target", sentence.index, where)


def speakers(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """Who states the aim: the persons named in the sentence, or those that "the two presidents" stands for."""
    found = [
        e
        for n in sentence.of("P", "G", "H")
        for e in context.entities_at(sentence, n)[: 2 if sentence.units[n].code == "G" else 1]
    ]
    return tuple(dict.fromkeys(e.name for e in found if not e.former))


def _step(previous: Candidate | None, sentence: Sentence, parties: Pair, measure: Measure, found: Sum) -> int:
    if previous is None or previous.sentence not in (sentence.index, sentence.index - 1):
        return 1
    claim = previous.claim
    assert isinstance(claim, TradeTarget)
    same = claim.parties == parties and claim.measure == measure.name and claim.currency == found.currency
    near = previous.sentence == sentence.index or re.search(
        r"\b(?:then|later|afterwards|next|second|following)\b", sentence.coded[: found.at]
    )
    return claim.step + 1 if same and near and claim.amount is not None and claim.amount < found.amount else 1


# ------------------------------------------------------------------ the day of the statement
_DUE_LEAD = re.compile(
    r"\b(?:by|until|till|before|within|for|since|from|through|up to|ahead of|to|than|between)(?: the| its)?(?: end of| close of| year| years)?(?: the)? $"
)
_SET = re.compile(
    r"\b(?:set|agreed|fixed|announced|adopted|named|proclaimed|repeated|declared|stated|signed|spoke|spoken|said|told|reaffirmed|reiterated|mentioned|promised|pledged|vowed|proposed|met|visit|visited|talks|summit|session|meeting|journey|trip|stay|statement)"
    r"(?: (?:it|again|upon|that|by [A-Z]\d+|[A-Z]\d+|to [A-Z]\d+|there|here|himself|then))* (?:[a-z]+ ){0,4}(?:in|on|of|last|at) $"
)


def announced(context: Context, sentence: Sentence, at: int, periods: set[int], parties: Pair) -> When:
    """The day of the statement: a date of the sentence that is neither due date nor period, a chronicle's date, else the day of the news;
    in a stay of several days only the month."""
    when = _announced(context, sentence, at, periods, parties)
    if when.date and when.until and when.until != when.date and when.date.month == when.until.month:
        return When(PartialDate(when.date.year, when.date.month), when.basis, when.span)
    return when


def _announced(context: Context, sentence: Sentence, at: int, periods: set[int], parties: Pair) -> When:
    best: tuple[int, When] | None = None
    for position, dated in context.dates_in(sentence, spoken=True):
        if position in periods or not _can_date(context, sentence, position, dated, at):
            continue
        when = context.resolve(sentence, position, False)
        if when.date is None:
            continue
        offset = sentence.offsets[position]
        cost = abs(offset - at) + (30 if offset > at else 0)
        if best is None or cost < best[0]:
            best = (cost, when)
    if best:
        return best[1]
    if entry := _entry(context, sentence):
        return entry
    if _is_old(sentence.coded, at) or _is_aside(context, parties):
        return UNKNOWN
    if _STANDING.search(sentence.coded, max(0, at - 110), at) and not _SPOKEN.search(sentence.coded):
        return lead_day(context, sentence) or context.news_date()
    spoken = _LEADERS.search(sentence.coded)
    day = _day_of_talks(context, sentence.index, _MET) if spoken else _day_of_talks(context, sentence.index, _TALKS)
    return day or lead_day(context, sentence) or context.news_day(sentence.index)


_OLD = re.compile(
    r"[MN]\d+ (?:a year |in trade |of trade )?(?:once |long )?(?:promised|targeted|envisaged|agreed|pledged|hoped for|set|named)\b|\bhad (?:once |long |already |also )?(?:been )?(?:set|promised|agreed|named|pledged|hoped|fixed|vowed|aimed)\b|"
    r"\bthe (?:old|earlier|former|previous|original) (?:target|goal|aim|one|mark)\b"
)
# "Told journalists that the two had agreed" is no old agreement.
_REPORTED = re.compile(
    r"\b(?:told|said|says|announced|noted|added|stated|confirmed|reported|revealed|declared|explained)\b[^;]{0,80}\b(?:that|,) [^;,]{0,50}$"
    r"|\b(?:said|says|added|noted|confirmed|stated) (?:the|G\d+|they|both|[CA]\d+)\b[^;,]{0,50}$"
)
_LEADERS = re.compile(
    r"[PGH]\d+ (?:[a-z]+ly |also |then |have |has |had |both |all )*(?:told|said|agreed|agree|announced|declared|pledged|vowed|signed|set|committed|undertook|resolved|decided|consider|considered|believe|intend|confirmed|reaffirmed|reiterated|expressed|were of one mind)\b|\b(?:joint (?:statement|declaration|communique)|the leaders|the parties)\b"
)


def _is_old(coded: str, at: int) -> bool:
    """True for an aim told as one of long ago ("had once agreed on M")."""
    old = _OLD.search(coded[: at + 60])
    if old is None:
        return False
    return not (old.group().startswith("had") and _REPORTED.search(coded[: old.start()]))


def _is_aside(context: Context, parties: Pair) -> bool:
    """True for another pair than the one that a text on two states is about: its aims are told as background, without their day."""
    return bool(context.pair) and context.bilateral and set(parties) != set(context.pair or ())


# "The governments want to reach M": an aim as it stands on the day of the text, not what was said at a meeting.
_STANDING = re.compile(
    r"(?<!H\d )(?<!P\d )(?<!P\d\d )\b(?:want|wants|wish|wishes|propose|proposes|plan|plans|aim|aims|seek|seeks|hope|hopes|intend|intends) (?:[a-z]+ )?to\b|\b(?:aim|goal|target) is\b"
)
_SPOKEN = re.compile(r"\b(?:said|told|added|noted|announced|stressed|agreed|stated|explained|declared)\b")
_TALKS = re.compile(r"\b(?:talks|negotiations|conferred|session|round table|conversation|consultations)\b")
_MET = re.compile(
    rf"{_TALKS.pattern}|\b(?:meeting|met|received|audience|summit|welcomed|hosted|ceremony|signed|visit|programme|program|arrived|presided|events)\b"
)


def _day_of_talks(context: Context, index: int, meeting: re.Pattern[str]) -> When | None:
    """The day told last before a sentence ("the talks were held yesterday"), where it lies just before the document."""
    on = context.analysis.on
    for earlier in range(index, max(-1, index - 8), -1):
        sentence = context.analysis.sentences[earlier]
        if not meeting.search(sentence.coded):
            continue
        for number, dated in context.dates_in(sentence):
            if dated.start < context.analysis.dateline_end or not of_news(sentence, number):
                continue
            if not (dated.weekday is not None or dated.unit == "days"):
                continue
            when = context.resolve(sentence, number, False)
            if on and when.date and when.date.day and 0 <= (on.first - when.date.first).days <= 4:
                return When(when.date, Basis.FRAME, when.span)
    return None


def _entry(context: Context, sentence: Sentence) -> When | None:
    """The date of the chronicle entry; within a stay of several days the day that the entry names ("on the 14th")."""
    entry = context.entry_date(sentence.index)
    if entry is None or entry.date is None or not entry.until:
        return entry
    for index in range(sentence.index, -1, -1):
        earlier = context.analysis.sentences[index]
        if earlier.paragraph != sentence.paragraph:
            break
        for _, dated in context.dates_in(earlier):
            day = dated.day if dated.unit == "day-of-month" else None
            if day and entry.date.month and entry.date.day and entry.date.day <= day <= (entry.until.day or 0):
                return When(PartialDate(entry.date.year, entry.date.month, day), entry.basis, entry.span)
    return entry


_ASIDE = re.compile(r" (?:which|who|whose|since|until)(?! [^,;]{0,60}\b(?:set|fixed|named|agreed|announced)\b) ")


# "Referring to A's visit on D , they reiterated": the day is that of what is referred to.
_REFERRED = re.compile(
    r"(?:referring|with reference|in reference) to |recalling |(?:building|following up|looking back) on |remembering "
)


def _can_date(context: Context, sentence: Sentence, position: int, dated: Dated, at: int) -> bool:
    """Whether a date can be that of the statement."""
    offset = sentence.offsets[position]
    before = sentence.coded[:offset]
    if _REFERRED.match(before) and " , " in sentence.coded[offset:at]:
        return False
    ranged = dated.until is not None and dated.day is not None
    if (_DUE_LEAD.search(before) and not (ranged and before.endswith("from "))) or re.match(
        r"D\d+ 's\b", sentence.coded[offset:]
    ):
        return False
    told = bool(_SET.search(before))
    precise = (
        dated.weekday is not None
        or dated.unit in ("days", "day-of-month")
        or (dated.month is not None and dated.form != "mym")
    )
    past = dated.form in ("year", "ago") or (
        dated.unit in ("year", "month", "week", "years", "months") and dated.shift < 0
    )
    if offset > at and _ASIDE.search(sentence.coded, at, offset):
        return False
    if offset > at:
        return told or (precise and bool(re.search(r"\b(?:on|said|told) $", before[-8:])))
    return told or precise or (past and bool(re.search(r"(?:^|, |; |\. |\b(?:in|already|back) )(?:in )?$", before)))
