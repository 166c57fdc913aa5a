"""Trade: every sum of a sentence read as a target, a figure or neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.rules.trade_direction import source_of
from relations_db.extract.rules.trade_due import is_due_after
from relations_db.extract.rules.trade_figures import figure, growths
from relations_db.extract.rules.trade_measures import MEASURE, Measure, directs, is_ranked, measure_for, measures_in
from relations_db.extract.rules.trade_merge import merge
from relations_db.extract.rules.trade_money import is_finance, is_offer, is_other_money
from relations_db.extract.rules.trade_multiples import MULTIPLE, TRIGGERS, multiplied
from relations_db.extract.rules.trade_parties import owner_of, parties_of
from relations_db.extract.rules.trade_private import is_no_trade, is_on_pair
from relations_db.extract.rules.trade_reading import Reading, follows_aim, read_sum
from relations_db.extract.rules.trade_scene import Scene, build_scene, is_base
from relations_db.extract.rules.trade_sums import Sum
from relations_db.extract.rules.trade_targets import target
from relations_db.extract.rules.trade_whole import is_total
from relations_db.extract.topics import Pair, TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.values import Basis, Kind, TradeFigure, TradeTarget

__all__ = ["RULES", "merge"]


def sums(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """All targets and figures of a sentence that names sums or growth."""
    if not _is_near_trade(context, sentence) or is_finance(sentence):
        return []
    scene = build_scene(context, sentence)
    if not scene.sums and not scene.growths and "ed" not in sentence.coded:
        return []
    found: list[Candidate] = []
    aim: Candidate | None = None
    for position in range(len(scene.sums)):
        candidate = _read(scene, position, aim)
        if candidate is None:
            continue
        found.append(candidate)
        aim = candidate if isinstance(candidate.claim, TradeTarget) else aim
    return [*found, *growths(scene)]


def _is_near_trade(context: Context, sentence: Sentence) -> bool:
    """False where neither the sentence nor the two before it, which lend it their topic, have a word that measures trade."""
    if context.trade_topics or _ON_TRADE.may_match(sentence):
        return True
    return any(map(MEASURE.may_match, context.analysis.sentences[max(0, sentence.index - 2) : sentence.index + 1]))


def _read(scene: Scene, position: int, aim: Candidate | None) -> Candidate | None:
    one = scene.sums[position]
    due = is_due_after(scene.context, scene.sentence, one.end, scene.limits(position)[1])
    reading = read_sum(scene.sentence, one, due)
    if reading in (Reading.BARE, Reading.FIGURE) and _is_told_aim(scene, one):
        reading = Reading.TARGET
    topic = _topic_of(scene)
    measure = measure_for(scene.sentence, one, topic, reading is Reading.TARGET)
    if flow := _flow_in_turn(scene, position):
        topic, measure, reading = flow, Measure(flow.measure, flow.word, 0, 0, carried=True), Reading.FIGURE
    topic = _flow_topic(scene, position, measure, topic)
    if (
        reading is not Reading.TARGET
        and measure
        and measure.name == "turnover"
        and _ONE_WAY.match(scene.coded, one.end)
    ):
        measure = Measure("exports", "goods", measure.start, measure.end, measure.carried)
    other_way = _OTHER_WAY.search(scene.coded[: one.at]) or _GO_OTHER_WAY.match(scene.coded, one.end)
    if measure and measure.name == "turnover" and topic and topic.source and other_way:
        measure = Measure("exports", topic.word, measure.start, measure.end)
    if measure and measure.carried and reading is not Reading.TARGET and _is_sum_of_flows(scene, one, topic):
        measure = Measure("turnover", "trade", 0, 0, carried=True)
    if reading is Reading.TARGET and measure and _is_of_whole(scene, position, measure):
        measure = Measure("turnover", "trade", 0, 0, carried=True)
    if measure is None and reading is Reading.TARGET and (topic := _known_aim(scene, position)):
        measure = Measure(topic.measure, topic.word, 0, 0, carried=True)
    if measure is None and reading is Reading.TARGET and (_is_on_trade(scene, one) or _is_set_bar(scene, one)):
        measure = Measure("turnover", "trade", 0, 0, carried=True)
    if (
        measure is None
        or is_other_money(scene.sentence, one, measure)
        or is_no_trade(scene.context, scene.sentence, one, measure)
    ):
        return None
    if reading is Reading.NEITHER or (reading is Reading.TARGET and is_offer(scene.coded, measure)):
        return None
    if reading is Reading.TARGET and measure.name == "exports" and _OF_ONE_PRODUCT.match(scene.coded, one.end):
        return None
    low = measure.start if 0 < measure.start < one.at else one.at
    parties, basis = parties_of(scene.context, scene.sentence, measure, low, one.at, one.end, topic)
    if parties is None:
        _remember_total(scene, position, measure)
        return None
    if basis is Basis.FRAME and not is_on_pair(scene.context, scene.sentence, measure, parties, topic):
        return None
    source = source_of(scene.context, scene.sentence, measure, parties, one.at, topic)
    owner = source if measure.word.startswith("export") and _OWNED.search(scene.coded[: measure.start]) else None
    one = _settle_money(scene, position, parties, owner)
    if reading is Reading.BARE and (
        _known_aim(scene, position)
        or (measure.carried and not _is_dated(scene, position) and not is_ranked(scene.coded, one.at))
    ):
        return None
    if reading is Reading.TARGET:
        made = target(scene, position, measure, parties, source, basis, aim)
    else:
        made = figure(scene, position, measure, parties, source, basis)
    _remember(scene, position, measure, made)
    return made


_OF_ONE_PRODUCT = re.compile(
    r" (?:worth )?of (?![^.;:]{0,40}[a-z] , [a-z]+ and [a-z]+\b)(?!(?:goods|products|trade|exports?|merchandise|business|commerce|wares|commodities|its|their|the|his|our|[a-z-]+ (?:goods|products|exports))\b)[a-z]"
)
_GOAL = re.compile(r" (?:- )?(?:[a-z-]+ )?(?:goal|target|aim|mark|objective)\b")
_ON_TRADE = cued(r"\b(?:trade|commerce|turnover|economy ministers?|exporters|traders|business council)\b")


def _is_on_trade(scene: Scene, one: Sum) -> bool:
    """True for an aim in a sentence on trade ("the trade ministers set a M goal", "M : that is where they want their trade to be")."""
    if _GOAL.match(scene.coded, one.end):
        return bool(_ON_TRADE.search(scene.sentence))
    return any(
        m.name == "turnover" and not is_total(scene.coded, m) for m in measures_in(scene.sentence) if m.start > one.end
    )


_BAR = re.compile(
    r"\b(?:bar|targets?|goals?|aims?|objective)(?: (?:at|of|was|is|put|set|now|about|some|over|again|higher|stands|stood))* $"
)


def _is_set_bar(scene: Scene, one: Sum) -> bool:
    """True for a goal without a trade word in a text that told of the two states' trade before ("they put the bar at M for D")."""
    told = any(t.measure == "turnover" and t.parties for t in scene.context.trade_topics)
    return told and not one.elided and bool(_BAR.search(scene.coded[max(0, one.at - 50) : one.at]))


def _topic_of(scene: Scene) -> TradeTopic | None:
    """What the sums of the sentence before this one were on, else the text before."""
    topics = scene.context.trade_topics
    return topics[-1] if topics and topics[-1].index == scene.sentence.index else scene.topic


def _is_told_aim(scene: Scene, one: Sum) -> bool:
    """True where the sentence before speaks of a goal without a sum, and this one tells it."""
    topic, index = scene.topic, scene.sentence.index
    if topic is None or topic.amount or topic.index != index - 1:
        return False
    return follows_aim(scene.context.analysis.sentences[index - 1].coded, scene.coded[: one.at])


_OWNED = re.compile(r"\b(?:A\d+|C\d+ 's) (?:[a-z-]+ )?$")


def _settle_money(scene: Scene, position: int, parties: Pair, owner: str | None) -> Sum:
    """The sum in the money of its states; those after it without a currency of their own follow ("2.7 billion dinars, and with B 3.2 billion")."""
    told, one = scene.sums[position].currency, _in_own_money(scene, scene.sums[position], parties, owner)
    scene.sums[position] = one
    for number in range(position + 1, len(scene.sums) if one.currency != told else 0):
        later = scene.sums[number]
        if not later.elided:
            break
        if later.currency == told:
            scene.sums[number] = replace(later, currency=one.currency)
    return one


def _in_own_money(scene: Scene, one: Sum, parties: Pair, owner: str | None) -> Sum:
    """The sum in the currency of the first of its parties that has one of its name ("kronor", "rupees"), the exporter's whose exports it tells."""
    words = scene.context.analysis.folded[one.span[0] : one.span[1]]
    rows = [] if one.elided else scene.context.lexicon.numbers.shared(words)
    if one.currency not in [code for code, _ in rows]:
        return one
    here = scene.context.here()
    order = [
        *([owner] if owner else []),
        *([here.country] if here else []),
        *scene.context.states_in(scene.sentence),
        *parties,
    ]
    codes = (code for state in order if state in parties for code, users in rows if state in users)
    return replace(one, currency=next(codes, one.currency))


# "Goods worth M went from A to B", "goods for M , tea above all , went to B"
_ONE_WAY = re.compile(
    r"(?: , [^,;:]{1,50} ,)? (?:(?:have|has|were|was|been|then|also) )*(?:went|gone|sent|shipped|sold) to (?:the )?[CL]\d+| (?:(?:have|has|were|was|been|then|also) )*(?:went|gone|sent|shipped|flowed|moved|came|travelled|passed|sold) from (?:the )?[CL]\d+ (?:in)?to (?:the )?[CL]\d+"
)
_OTHER_WAY = re.compile(r"\b(?:in the (?:other|opposite|reverse) direction|the other way)\b[^,;:]*$")
_GO_OTHER_WAY = re.compile(
    r"[^.;:]{0,110} (?:go|goes|going|went|travel|travelled|flow|flowed|sent|shipped|came|come) (?:in )?the (?:other|opposite) (?:way|direction)\b"
)
_FLOWS = re.compile(r"\b(?:exports?|imports?|sales|sell|deliver\w*|purchases|invest\w*)\b")


def _is_of_whole(scene: Scene, position: int, measure: Measure) -> bool:
    """True for an aim without a word of its own ("the figure is to be 300 million") after a part of the trade: it is for the whole told before."""
    one, low = scene.sums[position], scene.limits(position)[0]
    part = position and low < measure.start and directs(scene.coded, low, measure.start)
    if measure.name != "exports" or not (measure.carried or part):
        return False
    if _FLOWS.search(scene.coded, measure.end if part else 0, one.at):
        return False
    near = (t for t in scene.context.trade_topics if t.paragraph == scene.sentence.paragraph)
    return any(t.measure == "turnover" and t.parties and not t.aim for t in near)


_IN_TURN = re.compile(
    r"\b(?:(?:figures|sums|amounts|numbers|values) (?:were|had been|are|stood at|came to)|respectively)\b"
)


def _flow_in_turn(scene: Scene, position: int) -> TradeTopic | None:
    """The flow of a sum in the last part of a sentence whose first part tells two flows ("..., imports M ; in D the figures had been M and M")."""
    at = scene.sums[position].at
    low = scene.coded.rfind(" ; ", 0, at)
    high = scene.coded.find(" ; ", at)
    if low < 0 or not _IN_TURN.search(scene.coded, low, high if high > 0 else len(scene.coded)):
        return None
    mine = [n for n, one in enumerate(scene.sums) if low < one.at and (high < 0 or one.at < high)]
    flows = [t for t in scene.context.trade_topics if t.index == scene.sentence.index and t.measure == "exports"][:2]
    two = len(mine) == 2 and len(flows) == 2 and flows[0].source != flows[1].source
    return flows[mine.index(position)] if two else None


def _flow_topic(scene: Scene, position: int, measure: Measure | None, topic: TradeTopic | None) -> TradeTopic | None:
    """The topic of a sum; of two sums after a sentence of two flows ("the year before the figures were M and M") each takes its own."""
    if topic is None or measure is None or not measure.carried or len(scene.sums) != 2:
        return topic
    if not _IN_TURN.search(scene.coded):
        return topic
    flows = [t for t in scene.context.trade_topics if t.index == topic.index and t.measure == "exports"]
    whole = any(t.index == topic.index and t.measure != "exports" for t in scene.context.trade_topics)
    return flows[position] if len(flows) == 2 and not whole else topic


def _is_sum_of_flows(scene: Scene, one: Sum, topic: TradeTopic | None) -> bool:
    """True for "together that makes M" after two flows that add up to it."""
    if topic is None or topic.measure != "exports":
        return False
    flows = [t for t in scene.context.trade_topics if t.index == topic.index and t.measure == "exports"]
    if len(flows) != 2 or flows[0].source == flows[1].source:
        return False
    return abs(sum(t.amount for t in flows) - one.amount) < 0.01 * one.amount


def _known_aim(scene: Scene, position: int) -> TradeTopic | None:
    """The target told before that a sum repeats ("the 20 billion came up again")."""
    one = scene.sums[position]
    known = (t for t in reversed(scene.context.trade_topics) if t.index < scene.sentence.index)
    return next((t for t in known if t.aim and t.amount == one.amount and t.currency == one.currency), None)


def _is_dated(scene: Scene, position: int) -> bool:
    """True where a sum without a verb has a period or a growth of its own ("$239 million in January-November, a drop of 13 percent")."""
    return position in scene.growths.values() or scene.periods.own(position, None)[0]


def _remember_total(scene: Scene, position: int, measure: Measure) -> None:
    """Leave a state's trade with the world as the topic, so that the next sentences are not taken for a pair's but for that state's."""
    one, sentence = scene.sums[position], scene.sentence
    owner = owner_of(scene.context, sentence, measure) if is_total(scene.coded, measure) else None
    scene.context.trade_topics.append(
        TradeTopic(
            sentence.index,
            sentence.paragraph,
            measure.name,
            measure.word,
            (),
            owner,
            one.currency,
            one.amount,
            one.scale,
            scene.periods.own(position, None)[1],
            False,
        )
    )


def _remember(scene: Scene, position: int, measure: Measure, made: Candidate) -> None:
    """Leave the topic for the sums and sentences that follow."""
    one, claim = scene.sums[position], made.claim
    assert isinstance(claim, TradeFigure | TradeTarget)
    topics = scene.context.trade_topics
    last = topics[-1] if topics and topics[-1].paragraph == scene.sentence.paragraph else None
    period = claim.period if isinstance(claim, TradeFigure) else last.period if last else None
    if last and last.index == scene.sentence.index and is_base(scene.coded, one.at) and not last.aim:
        topics[-1] = replace(last, compared=period)
        return
    topic = TradeTopic(
        scene.sentence.index, scene.sentence.paragraph, measure.name, measure.word, claim.parties, claim.from_country,
        one.currency, one.amount, one.scale, period, isinstance(claim, TradeTarget),
    )  # fmt: skip
    topics.append(topic)


_TRIGGERS = frozenset(". , the of to in a and from with : (".split())
_NUMBERED = re.compile(r"^(?=.*\b[MNX]\d|.*\b(?:doubled|tripled|trebled|quadrupled|\w+fold)\b)")
RULES = (
    Rule(
        "trade-sums", Kind.TRADE_FIGURE, _TRIGGERS, _NUMBERED, sums,
        ("Trade between Ghana and Togo amounted to $345 million in 2023.", "Ghana and Togo agreed to raise bilateral trade to $1 billion by 2030.",
         "Peru's exports to Chile rose 12 percent to $1.6 billion in the first half of 2023.", "Turkish direct investment in Romania exceeds $7 billion.",
         "Trade between Peru and Chile grew by 9 percent last year.", "The roadmap provides for $200 million of trade between Kyrgyzstan and Hungary by 2026.",
         "Nepal's imports from India stood at Rs 1,028 billion in fiscal year 2022/23.", "Trade between Ghana and Togo should, by 2030, be of the order of $500 million.",
         "Trade between Ghana and Togo may be small ($85 million in 2023), but it is growing."),
        ("Trade between Ghana and Togo could reach $1 billion by 2030.", "If the port opens, trade between Ghana and Togo will reach $1 billion.",
         "It is not true that trade between Ghana and Togo reached $1 billion in 2023.", "Ghana received a $3 billion loan from China in 2023.",
         "Ghana's exports rose to $14 billion in 2023, the minister said in Lome, Togo.", "Trade between Brazil and the European Union reached 90 billion euros in 2023.",
         "The Ghanaian company posted sales of $2 billion in Togo.", "Ghanaian growers want to sell $300 million of fruit to Togo by 2030.", "Ghana's trade deficit with Togo widened to $42 million."),
    ),
    Rule(
        "trade-multiplier", Kind.TRADE_TARGET, TRIGGERS, MULTIPLE, multiplied,
        ("Ghana and Togo agreed to double bilateral trade within five years.", "Qatar and Rwanda aim for a threefold increase in trade by 2030.",
         "Peru and Chile intend to increase mutual trade by 50 percent within three years.", "A doubling of trade between Peru and Indonesia by 2029 is the aim of the accord.",
         "Kuwait and Malaysia agreed to increase trade two and a half times by 2030.", "Qatar promised that its investment in Rwanda would be doubled within five years."),
        ("Trade between Ghana and Togo could double by 2030.", "Trade between Ghana and Togo is expected to double.", "India and Africa should look at doubling trade by 2030, the Indian minister said.",
         "Peru and Chile agreed to cut duties on trade by 20 percent.", "Peru and Chile signed an agreement on double taxation.", "Ghana aims to double its cocoa output with help from Togo."),
    ),
)  # fmt: skip
