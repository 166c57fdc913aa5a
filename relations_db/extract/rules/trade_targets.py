"""Trade targets: stated aims for the value of trade or investment. Constructions of docs/reference/rules.md, section Trade targets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context, When
from relations_db.extract.rules.trade_due import due_near
from relations_db.extract.rules.trade_measures import EXPORTS, INVESTMENT, MEASURE, TURNOVER, Measure
from relations_db.extract.rules.trade_parties import Pair, parties_of, source_of
from relations_db.extract.rules.trade_scene import Scene, build_scene, topic_before
from relations_db.extract.rules.trade_sums import Sum
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.language.realis import around
from relations_db.values import Basis, PartialDate, Status, TradeTarget


def target(
    scene: Scene, position: int, measure: Measure, parties: Pair, source: str | None, basis: Basis,
    previous: Candidate | None,
) -> Candidate:  # fmt: skip
    """An aim with its due date, its day and its speakers; a larger sum after another aim of the sentence is the next step."""
    found: Sum = scene.sums[position]
    context, sentence = scene.context, scene.sentence
    when = announced(context, sentence, found.at, scene.used)
    due, due_text, span = due_near(context, sentence, found.at, found.end, scene.limits(position), when.date)
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


def announced(context: Context, sentence: Sentence, at: int, periods: set[int]) -> When:
    """The day of the statement: a date of the sentence that is neither due date nor period, a chronicle's date, else the day of the news;
    in a stay of several days only the month."""
    when = _announced(context, sentence, at, periods)
    if when.date and when.until and when.until != when.date and when.date.month == when.until.month:
        return When(PartialDate(when.date.year, when.date.month), when.basis, when.span)
    return when


def _announced(context: Context, sentence: Sentence, at: int, periods: set[int]) -> When:
    best: tuple[int, When] | None = None
    for position, dated in context.dates_in(sentence):
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
    return context.news_day(sentence.index)


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


def _can_date(context: Context, sentence: Sentence, position: int, dated: Dated, at: int) -> bool:
    """Whether a date can be that of the statement."""
    offset = sentence.offsets[position]
    before = sentence.coded[:offset]
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
    if offset > at:
        return told or (precise and bool(re.search(r"\b(?:on|said|told) $", before[-8:])))
    return told or precise or (past and bool(re.search(r"(?:^|, |; |\. |\b(?:in|already|back) )(?:in )?$", before)))


# ------------------------------------------------------------------ multipliers
_MULTIPLIER = {
    "double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5, "doubling": 2, "tripling": 3, "trebling": 3,
    "quadrupling": 4, "doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4,
}  # fmt: skip
_FOLDS = {
    "twofold": 2, "two-fold": 2, "threefold": 3, "three-fold": 3, "fourfold": 4, "four-fold": 4, "fivefold": 5, "five-fold": 5, "sixfold": 6,
    "tenfold": 10, "ten-fold": 10,
}  # fmt: skip
_THING = rf"(?:{TURNOVER}|{EXPORTS}|{INVESTMENT}|an exchange|exchanges?|it|this figure|that (?:sum|figure|amount|number)|the (?:sum|figure|amount|number)|this)"
MULTIPLY = re.compile(
    rf"\b(?P<verb>{'|'.join(sorted(_MULTIPLIER, key=len, reverse=True))})\b(?P<object>(?: (?:(?:by|until) )?[a-zACDQG\d'-]+){{0,8}}? {_THING})(?![\w-])"
    rf"|\b(?:increas\w+|rais\w+|expand\w*|grow|boost\w*|multiply)(?P<subject>(?: [a-zACDQG\d'-]+){{0,6}}? (?:{TURNOVER}|{EXPORTS}|{INVESTMENT}))(?: [a-zACDG\d'-]+){{0,4}}? (?P<fold>{'|'.join(_FOLDS)})\b"
    rf"|(?P<passive>(?:{TURNOVER}|{EXPORTS})(?: [a-zACDG\d'-]+){{0,5}}?(?: , (?:which|now|worth) [^,;:]{{0,60}} ,)? (?:to be|should be|must be|is to be|will be|should|must|is to|to|be)) (?:more than )?(?P<late>double|triple|treble|quadruple|doubled|tripled|trebled|quadrupled)\b"
)
MULTIPLIERS = frozenset(_MULTIPLIER) | frozenset(_FOLDS)
_AIMING = re.compile(
    r"\b(?:to|will|of|and|by|at|for|towards|should|must|shall|on|in|promise|goal|aim|target|through) (?:more than |at least |jointly |further |then |thus |even )?$"
)
_NO_AIM = re.compile(
    r"\b(?:if|could|might|may|would(?! like)|expected|forecast|projected|likely|has been|have been|had been|helped|managed|led|allowed|potential|on track|set|poised|confident|from|after|since|refused|not|no|never)\b[^;:]{0,25}$"
)


def multiplied(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "to double trade within five years": a target by a multiplier, where no sum is said."""
    tail = sentence.coded[match.end() :]
    before = sentence.coded[: match.start()]
    passive = match.group("passive")
    if re.match(r"[^;]{0,60}\bto (?:about |around |over |some |as much as )?[MN]\d+", tail) or re.match(
        r" (?:[a-z]+ )?from M\d+[^;]* to ", tail
    ):
        return []
    if (passive is None and (not _AIMING.search(before) or _NO_AIM.search(before))) or _NO_AIM.search(
        re.sub(r" , (?:which|now|worth) .* ,", "", passive or "")
    ):
        return []
    measure = _multiplied_measure(context, sentence, match)
    if measure is None or around(sentence, match.start(), match.end()).status in (None, Status.CANCELLED):
        return []
    topic = topic_before(context, sentence)
    parties, basis = parties_of(context, sentence, measure, match.start(), match.end(), match.end(), topic)
    if parties is None:
        return []
    verb = match.group("verb") or match.group("late")
    times = _MULTIPLIER[verb] if verb else _FOLDS[match.group("fold")]
    source = source_of(context, sentence, measure, parties, match.end(), topic)
    return [_multiple(context, sentence, match, measure, parties, source, basis, times)]


def _multiplied_measure(context: Context, sentence: Sentence, match: Match[str]) -> Measure | None:
    """What is to be multiplied: the trade word of the phrase, or the topic where it is "it" or "that sum"."""
    words = match.group("object") or match.group("subject") or match.group("passive")
    if named := next(reversed(list(MEASURE.finditer(words))), None):
        return Measure(named.lastgroup or "turnover", named.group(), match.start() + 1, match.end())
    if words.endswith(("exchange", "exchanges")):
        return Measure("turnover", "exchange", match.start() + 1, match.end())
    earlier = list(MEASURE.finditer(sentence.coded, 0, match.start()))
    if earlier:
        return Measure(earlier[-1].lastgroup or "turnover", earlier[-1].group(), earlier[-1].start(), earlier[-1].end())
    topic = topic_before(context, sentence)
    return Measure(topic.measure, topic.word, 0, 0, carried=True) if topic else None


def _multiple(
    context: Context, sentence: Sentence, match: Match[str], measure: Measure, parties: Pair, source: str | None,
    basis: Basis, times: int,
) -> Candidate:  # fmt: skip
    used = set(build_scene(context, sentence).used)
    when = announced(context, sentence, match.start(), used)
    due, due_text, span = due_near(context, sentence, match.start(), match.end(), (0, len(sentence.coded)), when.date)
    if due is None:
        inside = due_near(context, sentence, match.end(), match.end(), (match.start(), len(sentence.coded)), when.date)
        due, due_text, span = inside if inside[0] else (due, due_text, span)
    claim = TradeTarget(
        parties,
        measure.name,
        source,
        None,
        None,
        times,
        due,
        due_text,
        None,
        None,
        when.date,
        speakers(context, sentence),
        1,
    )
    where = {"parties": (basis, None), "announced_on": (when.basis, when.span), "due": (SAID, span)}
    return Candidate(claim, [(sentence.start, sentence.end)], "trade-multiplier", sentence.index, where)
