"""One sentence of trade as the rules see it: its sums, its free percentages, its periods, and what the text before was on."""

from __future__ import annotations

from dataclasses import dataclass, field

from relations_db.extract.context import Context
from relations_db.extract.rules.trade_direction import source_of
from relations_db.extract.rules.trade_measures import Measure, measures_in
from relations_db.extract.rules.trade_money import names_other_money
from relations_db.extract.rules.trade_near import report_home
from relations_db.extract.rules.trade_parties import parties_of
from relations_db.extract.rules.trade_periods import Periods
from relations_db.extract.rules.trade_sums import Sum, sums_in
from relations_db.extract.stretches import Stretch
from relations_db.extract.topics import TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.values import Period


@dataclass(slots=True)
class Scene:
    """A sentence with its anchors: the sums in order, then the percentages that stand alone."""

    context: Context
    sentence: Sentence
    topic: TradeTopic | None
    sums: list[Sum]
    growths: dict[int, int]
    periods: Periods
    told: dict[int, Period | None] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    kinds: dict[int, str] = field(default_factory=dict)

    @property
    def coded(self) -> str:
        return self.sentence.coded

    def limits(self, position: int) -> tuple[int, int]:
        """The end of the sum before and the start of the sum after the sum at `position`."""
        low = self.sums[position - 1].end if position else 0
        high = self.sums[position + 1].at if position + 1 < len(self.sums) else len(self.coded)
        return low, high


def build_scene(context: Context, sentence: Sentence) -> Scene:
    """The scene of a sentence, with the topic that the sentences before left."""
    topic = topic_before(context, sentence)
    found = sums_in(context, sentence, topic.scale if topic else 1, topic.amount if topic else 0)
    growths = growths_of(sentence, found)
    free = [n for n, owner in growths.items() if owner < 0]
    anchors = [(s.at, s.end) for s in found]
    anchors += [(sentence.offsets[n], sentence.offsets[n] + len(f"X{n}")) for n in free]
    return Scene(context, sentence, topic, found, growths, Periods(context, sentence, anchors))


def topic_before(context: Context, sentence: Sentence) -> TradeTopic | None:
    """The last sum told, at most two sentences and one paragraph before; else the trade that one of these sentences spoke of."""
    if stock := _stock_before(context, sentence):
        return stock
    topics = [
        t
        for t in context.trade_topics[-8:]
        if 0 < sentence.index - t.index <= 2 and sentence.paragraph - t.paragraph <= 1
    ]
    if topics:
        last = topics[-1]
        whole = [t for t in topics if t.measure == "turnover" and t.parties == last.parties and t.index == last.index]
        return whole[-1] if whole and last.measure == "exports" else last
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        earlier = context.analysis.sentences[index]
        if sentence.paragraph - earlier.paragraph > 1:
            break
        if found := next((m for m in reversed(measures_in(earlier)) if m.name == "turnover"), None):
            parties, _ = parties_of(context, earlier, found, found.start, found.end, found.end, None)
            return TradeTopic(
                index, earlier.paragraph, found.name, found.word, parties or (), None, "USD", 0, 1, None, False
            )
    return None


_STOCK = re.compile(r"(?:its|the|their) (?:total |accumulated |overall |entire )?(?:stock|sum total)\b")


# "A's investment has dropped behind that of C": C is no partner
_THAT_OF = re.compile(r"\bthat of (?:the )?C\d+")


def _stock_before(context: Context, sentence: Sentence) -> TradeTopic | None:
    """The investment, told without a sum in the sentence before, whose stock this one gives ("A's investment in B has grown. Its stock is M")."""
    if not sentence.index or not _STOCK.match(sentence.coded):
        return None
    earlier = context.analysis.sentences[sentence.index - 1]
    found = next((m for m in measures_in(earlier) if m.name == "investment"), None)
    if found is None or earlier.of("M"):
        return None
    parties, _ = parties_of(context, earlier, found, found.start, found.end, found.end, None)
    if _THAT_OF.search(earlier.coded, found.end):
        owner = context.states_in(earlier)[:1]
        parties = context.pair if context.pair and owner and owner[0] in context.pair else None
    if not parties:
        return None
    source = source_of(context, earlier, found, parties, found.end, None)
    return TradeTopic(
        earlier.index, earlier.paragraph, found.name, found.word, parties, source, "USD", 0, 1, None, False
    )


# ------------------------------------------------------------------ growth
_UP = re.compile(
    r"\b(?:rose|grew|gr[eo]wn|grow(?:s|th|ing)?|increas\w+|climb\w*|jump\w*|surg\w+|soar\w*|expand\w*|up|gain\w*|rises?|risen|rising|higher|more|added|adding|advanc\w+|above|improve\w*|upswing|plus|better|larger)\b"
)
_DOWN = re.compile(
    r"\b(?:fell|fall\w*|dropp?\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slid\w*|slipp?\w*|contract\w+|dipp?\w*|lost|losing|down|lower|less|reduction|below|minus|plung\w+|tumbl\w+|fewer|smaller)\b|\boff(?=(?: by| about| some| almost| nearly)* $)"
)
_SHARE = re.compile(
    r"\b(?:share|accounts? for|accounted for|tariffs?|dut(?:y|ies)|holds?|owns?|stake|part|makes? up|made up|rate|lines|sells|gdp|inflation|population|economy) [^,;]{0,25}$"
)


_AGAIN = re.compile(
    r"\b(?:and|then|but|while|after) [^,;:]{0,30}(?:another|further|more|again|by) (?:about |some |nearly |a )*$"
)
# "Trade was M in D and rose by X in D": the growth is of another time than the sum.
_ANEW = re.compile(
    r" (?:,|and|but|then)(?: (?:and|but|then|it|has|have|had|already|also))* (?:rose|risen|grew|grown|increased|climbed|jumped|surged|fell|fallen|dropped|declined|decreased|shrank|shrunk)(?: [a-z]+)?(?: by)?(?: (?:about|some|nearly|over|almost|around))* $"
)
_LATER = re.compile(r"X\d+ (?:(?:in|between|from|during|over|for) )(?:the )?(?:[a-zN\d]+ ){0,4}?D\d+")


def _is_apart(sentence: Sentence, end: int, at: int) -> bool:
    """True for a growth with a verb and a time of its own after a sum that has its time too."""
    dated = any(sentence.offsets[n] < at for n in sentence.of("D"))
    return dated and bool(_ANEW.search(sentence.coded, end, at) and _LATER.match(sentence.coded, at))


_FURTHER = re.compile(r"\b(?:a further|another|an additional|again by|once more by)(?: about| some| nearly)* $")
_OTHER_FLOW = re.compile(r"\b(?:while|whereas|but)\b[^;]*\b(?:exports?|imports?|sales|purchases|trade|turnover)\b")


def growths_of(sentence: Sentence, sums: list[Sum]) -> dict[int, int]:
    """Percentages of growth by unit number, each with the position of the sum it goes with, or -1 where it stands alone."""
    found: dict[int, int] = {}
    for number, unit in sentence.things:
        if unit.code == "X" and isinstance(unit.thing, Number) and sign_of(sentence, number):
            at = sentence.offsets[number]
            owner = _owner(sentence, at, at + len(f"X{number}"), sums)
            again = owner in found.values() and _AGAIN.search(sentence.coded[:at])
            further = owner >= 0 and sums[owner].end <= at and _FURTHER.search(sentence.coded[:at])
            apart = owner >= 0 and sums[owner].end <= at and _is_apart(sentence, sums[owner].end, at)
            found[number] = -1 if again or further or apart else owner
    return found


def sign_of(sentence: Sentence, number: int) -> int:
    """+1 or -1 from the words of growth around a percentage, 0 where it is a share or a rate."""
    at = sentence.offsets[number]
    before = sentence.coded[max(0, at - 60) : at]
    after = sentence.coded[at + len(f"X{number} ") : at + 45]
    if re.match(r"(?:of|share|stake|owned)\b", after) or _SHARE.search(before):
        return 0
    up, down = _UP.match(after), _DOWN.match(after)
    if up or down:
        return 1 if up else -1
    ups, downs = (list(p.finditer(before)) for p in (_UP, _DOWN))
    if ups or downs:
        return 1 if (ups[-1].start() if ups else -1) > (downs[-1].start() if downs else -1) else -1
    gained = re.match(r"(?:gained|rise|increase|growth|jump|surge)\b", after)
    lost = re.match(r"(?:lost|fall|drop|decline|decrease|slump)\b", after)
    return 1 if gained else -1 if lost else 0


_JOINED = re.compile(
    r"\b(?:to|for a total of|totall?ing|reaching|exceeding|but its (?:volume|value|total)|worth|came to|reached|made up|makes up|amount\w* to|hit|stood at|making|or)\b"
)
_PARTED = re.compile(r" [;.] |\b(?:agreed|bring|raise|target|goal|aim|adding that|wants?|hopes?|should|is to|are to)\b")


# "Trade, which was M in D, fell by X": the percentage is not that of the sum in the aside.
_ASIDE = re.compile(r" (?:, which|, (?:worth|valued at|totalling|standing at)|\() [^,;]*$")
_BACK_TO = re.compile(
    r"(?: (?!,)[a-zDN\d]+){0,4} (?:,|\)) (?:had |has |have |then |also )*[a-z]+(?:ed|ose|ew|ell|ank|id|unk)\b"
)


def _owner(sentence: Sentence, at: int, end: int, sums: list[Sum]) -> int:
    """The sum that a percentage of growth goes with: the next one ("grew 40 per cent, to M") or the last one ("M, up 11 percent")."""
    ways: list[tuple[float, int]] = []
    for position, one in enumerate(sums):
        ahead = one.at >= end
        low, high = (end, one.at) if ahead else (one.end, at)
        between = sentence.coded[low:high]
        if any(low <= other.at < high for other in sums) or re.search(r"X\d+ ", between) or _PARTED.search(between):
            continue
        if ahead and (not _JOINED.search(between) or names_other_money(between) or _OTHER_FLOW.search(between)):
            continue
        if not ahead and _ASIDE.search(sentence.coded[: one.at]) and _BACK_TO.match(between):
            continue
        breaks = len(re.findall(r" , and |\b(?:while|but|which)\b", between))
        ways.append((len(between.split()) + 6 * breaks + (0 if ahead else 2), position))
    best = min(ways, default=None)
    return best[1] if best and best[0] <= 16 else -1


def growth_of(scene: Scene, position: int) -> int | float | None:
    """The signed percentage that goes with the sum at `position`."""
    for number, owner in scene.growths.items():
        if owner == position:
            thing = scene.sentence.units[number].thing
            assert isinstance(thing, Number)
            return sign_of(scene.sentence, number) * thing.value
    return None


# ------------------------------------------------------------------ periods
_PART_OF = re.compile(
    r"\b(?:of (?:that|it|this|which|the total|these)|together|the rest|in return|the other way|in the other direction|of them)\b"
)
_BASE = re.compile(
    r"\b(?:from|against|up from|down from|(?<!more )(?<!less )(?<!fewer )(?<!rather )than|compared (?:with|to)|as against|versus) (?:the |a |about |some |nearly |only |just |over |mere |record |almost |around )*$"
)


def is_base(coded: str, at: int) -> bool:
    """True where a sum is told for comparison: "from M", "against M"."""
    return bool(_BASE.search(coded[:at]))


def period_of(scene: Scene, anchor: int, measure: Measure) -> tuple[Period | None, tuple[int, int] | None]:
    """The period of an anchor (a sum, or a free percentage after the sums), with the place of the words that tell it."""
    main = scene.told.get(anchor - 1) if anchor else None
    if main is None and scene.topic:
        main = scene.topic.period
    main = main or _of_entry(scene)
    told, period, span, units = scene.periods.own(anchor, main)
    scene.used |= units
    if not told:
        period, span = _without_own(scene, anchor, measure, main)
    if period is None and not told and not scene.periods.is_present(anchor):
        period = _of_entry(scene)
    scene.told[anchor], scene.kinds[anchor] = period, measure.name
    return period, span


def _of_entry(scene: Scene) -> Period | None:
    """The year at the head of a chronicle's entry."""
    entry = scene.context.entry_date(scene.sentence.index)
    return Period(str(entry.date)) if entry and entry.date and entry.date.month is None else None


# "The customs have the figure at M", "A's own statistics put it at M": of the same period
_SAME_FIGURE = re.compile(
    r"\b(?:ha(?:s|ve|d)|puts?|gives?|gave|sets?|reckons?|counts?|estimates?|makes?) (?:it|this|that|(?:the|this|that) (?:figure|sum|value|total|amount|number|same)) (?:at|as|to be) (?:about |some |nearly |only |over )*$"
)


def _without_own(
    scene: Scene, anchor: int, measure: Measure, main: Period | None
) -> tuple[Period | None, tuple[int, int] | None]:
    if scene.periods.is_present(anchor):
        return None, None
    at, end = scene.periods.anchors[anchor]
    if anchor and scene.coded.startswith((" respectively", " , respectively"), end):
        return scene.told.get(anchor - 1), None
    if is_base(scene.coded, at):
        return _base_period(scene, anchor), None
    period, span = scene.periods.shared(anchor)
    if period:
        return period, span
    if _SAME_FIGURE.search(scene.coded, 0, at) and scene.topic and scene.topic.index == scene.sentence.index - 1:
        return scene.topic.period, None
    if (grown := _of_growth(scene, anchor)) and grown.period:
        return grown.period, scene.sentence.span(grown.start, grown.end)
    stretch, owner = scene.periods.leading(anchor)
    stock = measure.name == "investment" and scene.kinds.get(owner) != "investment"
    if owner >= 0 and owner != anchor and owner in scene.told and stretch and not stock:
        return scene.told[owner], None
    return _from_topic(scene, anchor, measure), None


def _of_growth(scene: Scene, anchor: int) -> Stretch | None:
    """ "Trade rose by X last year, but its volume, M, is modest": the growth that goes with a sum tells its time."""
    grown = [scene.sentence.offsets[number] for number, owner in scene.growths.items() if owner == anchor]
    found = [s for s in scene.periods.found if not (s.compared or s.shift or s.same)]
    near = grown and len(scene.sums) == 1 and len(found) == 1 and abs(found[0].start - grown[0]) < 25
    return found[0] if near else None


def _base_period(scene: Scene, anchor: int) -> Period | None:
    """ "It rose to M1 from M2": M2 is of the period that the text before was compared with."""
    topic = scene.topic
    if anchor and scene.told.get(anchor - 1) and topic and topic.compared and scene.told[anchor - 1] == topic.period:
        return topic.compared
    return None


def _from_topic(scene: Scene, anchor: int, measure: Measure) -> Period | None:
    """A part of the sum told before ("of that, M went on imports") is of the same time."""
    topic = scene.topic
    if topic is None or topic.aim:
        return None
    at, end = scene.periods.anchors[anchor]
    same = [
        t.period
        for t in scene.context.trade_topics
        if t.index == topic.index and t.parties == topic.parties and t.period
    ]
    main = max(same, key=lambda p: p.last, default=None)
    part = _PART_OF.search(scene.coded[max(0, at - 90) : end + 40])
    flows = (
        measure.name == "exports"
        and topic.measure in ("turnover", "exports")
        and (topic.paragraph == scene.sentence.paragraph or (topic.measure == "turnover" and scene.periods.found == []))
    )
    if part or flows:
        return main
    return _reported(scene, measure)


def _reported(scene: Scene, measure: Measure) -> Period | None:
    """The period of a statistical report: one state's trade with several partners, told for the same time throughout."""
    pairs = {t.parties for t in scene.context.trade_topics if len(t.parties) == 2}
    report = report_home(scene.context)
    if len(pairs) < 2 - bool(report) * 2 or measure.name == "investment":
        return None
    home = set.intersection(*(set(pair) for pair in pairs)) if pairs else {report}
    return next((t.period for t in scene.context.trade_topics if t.period), None) if home else None
