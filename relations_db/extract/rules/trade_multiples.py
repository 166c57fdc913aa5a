"""Targets told by a multiplier alone: "to double trade within five years", "a twofold increase", "twice what it is"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context
from relations_db.extract.rules.trade_clauses import clause
from relations_db.extract.rules.trade_direction import source_of
from relations_db.extract.rules.trade_due import due_near
from relations_db.extract.rules.trade_figures import OTHER_GROWTH
from relations_db.extract.rules.trade_measures import Measure, measures_in
from relations_db.extract.rules.trade_parties import parties_of
from relations_db.extract.rules.trade_reading import Reading, read_words
from relations_db.extract.rules.trade_scene import build_scene, topic_before
from relations_db.extract.rules.trade_targets import announced, speakers
from relations_db.extract.topics import TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number, clean
from relations_db.values import TradeTarget

_TIMES = {
    "doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "ten": 10, "twice": 2, "thrice": 3,
}  # fmt: skip
_STEM = r"(?:doubl|tripl|trebl|quadrupl|quintupl)"
_SOME = r"(?:about |some |at least |more than |over |nearly |a further |another |up to )*"
MULTIPLE = re.compile(
    rf"\b(?:(?P<verb>{_STEM}(?:e|ing)|doubled|tripled|trebled|quadrupled|quintupled)\b(?! (?:taxation|standards?|digit|track|degree|the (?:number|track)))"
    r"|(?P<fold>two|three|four|five|six|seven|eight|ten|\d+(?:\.\d+)?)-?fold\b"
    r"|(?P<many>N(?P<count>\d+)) times(?! (?:as|what|the|its|their|over|in|since|this|last|larger|higher|a|more|that)\b)"
    rf"|(?P<part>by {_SOME}X(?P<share>\d++)(?! (?:a year|annually|per year|each year|of|in D\d+ (?:and|to)|compared|year on year)\b))"
    r"|(?P<twice>twice|thrice|N(?P<n>\d+) times) (?:as (?:much|large|big|high|great)|what|(?:the|that|this) (?:size|value|present|current|amount|level|sum|figure|total|number)|its|their|today|larger|higher|that(?= (?:by|in|within|before|,|\.|\")))"
    r"|(?P<half>by half)(?! (?:of|a|the|an)\b)"
    r"|by (?:a factor of )?N(?P<factor>\d++)(?! (?:per|[a-z]*cent|billion|million|years?|months?|times? (?:since|over|in)))(?= (?:by|in|within|,|\.|over|until|before)))"
)
TRIGGERS = frozenset(
    "double doubling doubled triple tripling tripled treble trebling trebled quadruple quadrupling quadrupled quintuple quintupled twofold two-fold threefold three-fold fourfold "
    "four-fold fivefold five-fold sixfold sevenfold eightfold tenfold ten-fold twice thrice half times factor multiply multiplied by".split()
)
_FILL = (
    r"(?: (?:by D\d+|by the end of D\d+|(?:within|in|over) (?:N\d+|[a-z]+) years|,|the|its|their|our|his|a|an|bilateral|mutual|volume|value|size|amount|level|of|in|annual|yearly|current|present|existing|two-way|both|what|all|countries|nations|states|peoples|"
    r"[ACGP]\d+|'s|-|this|that|non-oil|total|each|increase|growth|rise|goods|M\d+|worth|they|we|increases?|between|and|to|from))*? "
)
_NOT_OBJECT = re.compile(r" (?:the|its|their|his|her|our|a|an|this|that|these|[AC]\d+ 's|N\d+) ")
_PRONOUN = re.compile(
    r" (?:it|them|this|that|this figure|that figure|(?:this|that|the)(?: same)? (?:sum|figure|amount|number|level|volume))\b(?! [a-z]+s\b)"
)
_TO_SUM = re.compile(r"[^;]{0,60}\bto (?:about |around |over |some |as much as |at least |the )*[MN]\d+")


def multiplied(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A target by a multiplier, where no sum is said."""
    times = _times(sentence, match)
    measure = _measure(context, sentence, match) if times else None
    if measure is None or _TO_SUM.match(sentence.coded[match.end() :]):
        return []
    if _reading(sentence, match, measure) is not Reading.TARGET:
        return []
    topic = _topic(context, sentence)
    low = measure.start if 0 < measure.start < match.start() else match.start()
    end = max(match.end(), measure.end)
    parties, basis = parties_of(context, sentence, measure, low, end, end, topic)
    if parties is None:
        return []
    when = announced(context, sentence, match.start(), _periods(context, sentence), parties)
    limits = (0, len(sentence.coded))
    due, due_text, span = due_near(context, sentence, match.start(), match.end(), limits, when.date)
    source = source_of(context, sentence, measure, parties, end, topic)
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
    )
    where = {"parties": (basis, None), "announced_on": (when.basis, when.span), "due": (SAID, span)}
    return [Candidate(claim, [(sentence.start, sentence.end)], "trade-multiplier", sentence.index, where)]


def _topic(context: Context, sentence: Sentence) -> TradeTopic | None:
    """The sum that this sentence told before, else the text before."""
    last = context.trade_topics[-1] if context.trade_topics else None
    return last if last and last.index == sentence.index else topic_before(context, sentence)


def _periods(context: Context, sentence: Sentence) -> set[int]:
    """The date units of a sentence that are periods of its sums, or those that its sums are compared with."""
    scene = build_scene(context, sentence)
    own = {unit for number in range(len(scene.sums)) for unit in scene.periods.own(number, None)[3]}
    return own | {unit for stretch in scene.periods.found if stretch.compared for unit in stretch.units}


def _times(sentence: Sentence, match: Match[str]) -> int | float | None:
    if share := match.group("share"):
        thing = sentence.units[int(share)].thing
        return clean(1 + thing.value / 100) if isinstance(thing, Number) and 5 <= thing.value <= 900 else None
    if match.group("half"):
        return 1.5
    number = match.group("n") or match.group("factor") or match.group("count")
    if number:
        thing = sentence.units[int(number)].thing
        value = thing.value if isinstance(thing, Number) else 0
        grown = (
            match.group("n")
            or match.group("count")
            or re.search(r"\b(?:factor of|multipl\w+)\b", sentence.coded[: match.end()])
        )
        return value if 1 < value <= 20 and grown else None
    word = match.group("verb") or match.group("fold") or match.group("twice")
    if word[0].isdigit():
        return clean(float(word))
    return next((times for stem, times in _TIMES.items() if word.startswith(stem)), None)


def _measure(context: Context, sentence: Sentence, match: Match[str]) -> Measure | None:
    """What is multiplied: the object of the verb, what "it" stands for, else the subject before it in its clause."""
    coded = sentence.coded
    measures = measures_in(sentence)
    own = match.group("verb") or ""
    topic = topic_before(context, sentence)
    if match.group("half") and topic and topic.amount and _RAISE_IT.search(coded, 0, match.start()):
        return Measure(topic.measure, topic.word, 0, 0, carried=True)
    if (match.group("part") or match.group("many") or match.group("half")) and not _is_raised(coded, match, measures):
        return None
    objects = [] if own.endswith("ed") else _objects(coded, match.end(), measures)
    if objects:
        return next((m for m in objects if m.name == "turnover"), objects[0])
    low = clause(coded, match.start())[0]
    before = [m for m in measures if low <= m.start and m.end <= match.start()]
    if own.endswith(("e", "ing")) and _NOT_OBJECT.match(coded, match.end()) and not _PRONOUN.match(coded, match.end()):
        return None
    if before:
        return before[-1]
    if (aside := _ASIDE.search(coded, 0, match.start())) and (
        subject := [m for m in measures if m.end <= aside.start()]
    ):
        return subject[-1]
    earlier = [m for m in measures if m.end <= match.start()]
    passive = re.search(r"\b(?:be|being) (?:[a-z]+ )?$", coded[: match.start()])
    if earlier and (passive or _PRONOUN.match(coded, match.end())):
        return earlier[-1]
    taken_up = _PRONOUN.match(coded, match.end()) or _FIGURE.search(coded[: match.start()])
    flows = next((f for f in (_FLOWS.match(coded, match.end()), _THEY.search(coded[: match.start()])) if f), None)
    flows = flows if flows and sentence.unit(flows.group("they")).word in ("they", "them", "these", "those") else None
    if topic and topic.measure == "exports" and (flows or (taken_up and not _IT.search(taken_up.group()))):
        return Measure("exports", topic.word, 0, 0, carried=True)
    if topic and taken_up:
        return Measure("turnover" if topic.measure == "exports" else topic.measure, topic.word, 0, 0, carried=True)
    return None


# "Trade , which was M , must double": the subject stands before the aside.
_ASIDE = re.compile(r" , (?:which|that|now|currently|at present|worth|standing|valued) [^,;]{1,70} , (?:[a-z]+ ){0,3}$")
_FLOWS = re.compile(r" (?P<they>G\d+) (?:by|in|within|over|before|until|,|\.|\")")
# "They should double by D": sums of exports; whoever doubles something is another "they".
_THEY = re.compile(r"\b(?P<they>G\d+) (?:(?:should|must|ought to|(?:are|were) to|to|shall) (?:be )?(?:[a-z]+ly )?)?$")
_IT = re.compile(r"\b(?:it|this|that)\b(?! (?:figure|sum|amount|number|level))")
_FIGURE = re.compile(
    r"\b(?:it|that(?! (?:an?|the|their|its|his|our|[A-Z]\d+)\b)|this|the (?:figure|volume|sum|number|amount|total|level)) (?!(?:was|is|which)\b)[^,;]{0,30}$"
)


def _is_raised(coded: str, match: Match[str], measures: list[Measure]) -> bool:
    """True where trade is what a verb raises "by 50 percent" or "three times", not duties, prices or the number of flights."""
    low = clause(coded, match.start())[0]
    raised = list(_RAISE.finditer(coded, low, match.start()))
    if (
        not raised
        or OTHER_GROWTH.search(coded, low, match.start())
        or _PORTION.search(coded, raised[-1].end(), match.start())
    ):
        return False
    inside = any(raised[-1].end() <= m.start < match.start() for m in measures)
    return inside or (match.start() - raised[-1].end() < 12 and any(low <= m.start < match.start() for m in measures))


_PORTION = re.compile(
    r"\b(?:share|proportion|weight|part|use|quotas?|speed|capacity|frequency|flights|staff|funding|budgets?|spending|salaries|pensions)\b"
)
_RAISE = re.compile(
    r"\b(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|boost\w*|expand\w*|grow(?:n|ing)?|lift\w*|rise|rising|multipl(?:y|ied|ying)|enlarg\w+|augment\w*|up)\b"
)


_RAISE_IT = re.compile(rf"{_RAISE.pattern} (?:it|them|this|these|the (?:latter|former)) $")


def _objects(coded: str, end: int, measures: list[Measure]) -> list[Measure]:
    """The trade words that are the object of a multiplier ("double trade and investment"), in order."""
    found: list[Measure] = []
    for measure in measures:
        if measure.start < end:
            continue
        if not re.fullmatch(_FILL, coded[end : measure.start]):
            break
        found.append(measure)
        end = measure.end
    return found


_NAMED_AIM = re.compile(
    r"[^;:]{0,90}? (?:is|was|remains|being|(?:has|have) been made|(?:was|were) made) (?:the|their|our|its|a|one) (?:[a-z-]+ ){0,2}(?:aims?|goals?|targets?|task|objective|ambition|priority)\b(?! of [A-Z]\d)"
)


# "I say to them: double our trade by D!"
_BIDDEN = re.compile(r"(?:^|[:\"] )$")
_OURS = re.compile(r" (?:our|this|the|your) (?:[a-z-]+ ){0,2}(?:trade|turnover|commerce|exchanges?)\b")


def _reading(sentence: Sentence, match: Match[str], measure: Measure) -> Reading | None:
    """An aim or not, by the cue nearest before the multiplier; a bare participle ("to see trade doubled") is read by what governs it."""
    verb = match.group("verb") or ""
    if _NAMED_AIM.match(sentence.coded, match.end()):
        return Reading.TARGET
    if verb.endswith("e") and _BIDDEN.search(sentence.coded, 0, match.start()):
        return Reading.TARGET if _OURS.match(sentence.coded, match.end()) else None
    aux = re.search(
        r"\b(?:has|have|had|was|were|be|been|being|is|are)(?: [a-z]+ly| more than| nearly| almost| already| at least)* $",
        sentence.coded[: match.start()],
    )
    if verb.endswith("ed") and not aux:
        governed = re.search(r"\b(?:see|have|get|want|wants|like|wish)\b[^,;:]*$", sentence.coded[: match.start()])
        return read_words(sentence, match.start()) if governed else Reading.FIGURE
    object_end = measure.end + 1 if verb.endswith("e") and measure.start > match.end() else match.end()
    return read_words(sentence, object_end)
