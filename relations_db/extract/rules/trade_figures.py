"""Trade figures: values and growth of trade and investment in a period. Constructions of docs/reference/rules.md, section Trade figures."""

from __future__ import annotations

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context
from relations_db.extract.rules.trade_clauses import clause
from relations_db.extract.rules.trade_direction import source_of
from relations_db.extract.rules.trade_measures import Measure, measures_in
from relations_db.extract.rules.trade_parties import parties_of
from relations_db.extract.rules.trade_private import is_no_growth, is_on_pair
from relations_db.extract.rules.trade_scene import Scene, growth_of, period_of, sign_of
from relations_db.extract.rules.trade_sums import Sum
from relations_db.extract.topics import Pair, TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number, clean
from relations_db.values import Basis, Period, Qualifier, TradeFigure

_TIMES = {"doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300, "quintupled": 400}
_HYPOTHETICAL = re.compile(
    r"\b(?:to be|called for|calls? for|urg(?:e|es|ed)|could|might|may|would|like to|will|(?<!even )if|unless|forecasts?|projected|predict\w*|potential|whether|expect\w*|aim\w*|target\w*|goal\w*|to (?:grow|rise|increase|raise|boost|expand)|should|must|hopes?|wants?|limit\w*|capp?ed|restrict\w*|quotas?)\b"
)


def figure(scene: Scene, position: int, measure: Measure, parties: Pair, source: str | None, basis: Basis) -> Candidate:
    """A value of trade, with its growth, period and scope."""
    found: Sum = scene.sums[position]
    period, span = period_of(scene, position, measure)
    claim = TradeFigure(
        parties, measure.name, source, found.amount, found.currency, found.qualifier, growth_of(scene, position), period,
        scope_of(scene.context, scene.sentence, measure, found.end),
    )  # fmt: skip
    where = {"parties": (basis, None), "period": (SAID, span), "amount": (SAID, found.span)}
    quote = (scene.sentence.start, scene.sentence.end)
    return Candidate(claim, [quote], "trade-figure", scene.sentence.index, where, weak=measure.carried)


_GOODS = r"(?:agricultural|agri-food|agrifood|agro-industrial|farm|oil|crude|gas|non-oil|energy|food|grain|wheat|services|military|arms|pharmaceutical|textile|steel|coal|fish|fruit|timber|uranium|cotton|dairy|meat|electricity)"
_SCOPE_AFTER = re.compile(
    r" (?:of|in) (?:A\d+ )?(?!goods\b|[A-Z]\d|N?\d|total)((?:[a-z-]+ ){0,2}?(?:products|produce|services|equipment|commodities|oil|gas|grain|wheat|energy|metals|machinery|food|arms|weapons|coal|cars|steel|electricity|fruit|vegetables|textiles|medicines|fertili[sz]ers?|tea|coffee|rice|cotton|livestock|meat|beef|pork|poultry|shrimp|seafood|copper|gold|diamonds|jewellery|wine|cocoa|sugar|honey|flowers|fish|timber))\b"
)
_SCOPE_BEFORE = re.compile(rf"\b({_GOODS}) (?:and [a-z]+ )?(?:[a-z]+ )?$")
_MOVES = frozenset("sold bought got gets took sent shipped exported imported supplied purchased delivered".split())
_SINGLE = re.compile(
    r"(?: (?:from|to) (?:the )?C\d+)? (?:of )?(?:used |crude |frozen |raw |refined |natural |military |cut )?(?!goods|products|produce|merchandise|wares|commodities|things|more|less|some|services|and|there|its|the|machinery|equipment|only|much)([a-z]+) (?:worth|for|to the value of|valued at) (?:about |some |over |nearly |around |less than |more than |under |only )*[MN]\d"
)
_SCOPE_LEAD = re.compile(
    r"(?:^|[;:] )in ((?:[a-z-]+ ){0,2}(?:products|produce|services|goods|equipment|food|energy|machinery|agriculture)) "
)


_OF_GOODS = re.compile(
    r" (?:worth )?of (?:A\d+ )?(?:(?:crude|frozen|raw|refined|natural|used|fresh|dried|processed) )?(?!goods|trade|turnover|exports|imports|commerce|exchange|exchanges|it|this|that|the|its|their|all|which|them|"
    r"these|those|commodities|merchandise|products|direct|foreign|investment|bilateral|mutual|total|annual|turnover|two-way|capital|fdi|business)(?P<goods>[a-z]+)(?! (?:and|,|investment|trade))\b"
)


# "Copper alone made up M": the goods of a part of exports told before.
_ALONE = re.compile(
    r"(?:[;,:]|\bof (?:that|which|it|this|these)(?: ,)?|\band|\bwhile|^) (?:the |its |their |A\d+ )?(?!exports|imports|trade|turnover|sales|it|this|that|which|these|they|purchases|investment|the|goods|both|export|import)([a-z]+) "
    r"(?:(?:alone|itself|by itself|mostly|above all|together) (?:made up|makes up|accounts? for|accounted for|brought(?: in)?|earned|fetched|contributed|was worth|were worth|came to)|made up|makes up|accounts? for|accounted for|contributed) (?:about |some |over |nearly |around |almost )*[MN]\d+ ?$"
)


def scope_of(context: Context, sentence: Sentence, measure: Measure, end: int) -> str | None:
    """The goods a figure is limited to: a sector code or a short noun; None for all goods."""
    coded = sentence.coded
    if single := _ALONE.search(coded[max(0, end - 90) : end]):
        sectors = context.sectors.find(single.group(1))
        return sectors[0] if sectors else single.group(1)
    if measure.carried:
        return None
    if coded.endswith("border ", 0, measure.start):
        return "border trade"
    before = coded[max(0, measure.start - 40) : measure.start]
    found = _SCOPE_AFTER.match(coded, measure.end) or _SCOPE_BEFORE.search(before) or _SCOPE_LEAD.match(coded)
    word = found.group(1) if found else None
    if word is None and measure.word == "produce":
        word = "farm produce"
    if word is None and measure.word.startswith("non-oil"):
        word = "non-oil"
    if word is None and measure.name == "exports" and 0 < measure.start < end and (of := _OF_GOODS.match(coded, end)):
        word = of.group("goods")
    if word is None and measure.word in _MOVES and (single := _SINGLE.match(coded, measure.end)):
        return single.group(1)
    if word is None or word == "non-oil":
        return word
    sectors = context.sectors.find(word)
    return sectors[0] if sectors else word.strip()


# ------------------------------------------------------------------ growth without a sum
_FOLD = re.compile(
    r"\b(?:(?P<verb>doubled|tripled|trebled|quadrupled|quintupled)|(?:multiplied|grew|grown|increased|rose|risen|expanded|climbed|jumped)(?: by)? (?:a factor of )?(?:about |nearly |almost |more than |over |some )*(?:N(?P<times>\d+) times|(?P<fold>twofold|threefold|fourfold|fivefold|sixfold|sevenfold|eightfold|ninefold|tenfold)))\b(?! (?:over|in) (?:the|N\d+))"
)
_FOLDS = ("twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold")
_LONG = re.compile(r"\b(?:decades?|since(?! the (?:beginning|start) of (?:the|this) year)|years)\b")


def growths(scene: Scene) -> list[Candidate]:
    """ "Trade rose 12 percent", "the 40 per cent gained last year": growth that goes with no sum."""
    found: list[Candidate] = []
    free = [n for n, owner in scene.growths.items() if owner < 0]
    for place, number in enumerate(free):
        thing = scene.sentence.units[number].thing
        assert isinstance(thing, Number)
        at = scene.sentence.offsets[number]
        candidate = _growth(scene, at, len(scene.sums) + place, sign_of(scene.sentence, number) * thing.value)
        found += [candidate] if candidate else []
    if not scene.sums and not free and (candidate := _multiple(scene)):
        found.append(candidate)
    return found


def _multiple(scene: Scene) -> Candidate | None:
    """ "Trade doubled last year": only a multiple of one year; those over many years are history."""
    match = _FOLD.search(scene.coded)
    if not match or _LONG.search(scene.coded) or not any(s.period for s in scene.periods.found):
        return None
    value = _multiplied(scene, match)
    if value is None:
        return None
    at, end = match.span()
    scene.periods = type(scene.periods)(scene.context, scene.sentence, [(at, end)])
    return _growth(scene, at, 0, value)


def _multiplied(scene: Scene, match: re.Match[str]) -> int | float | None:
    """The growth that a multiple stands for: 100 percent for "doubled", 50 for "by 1.5 times"."""
    if verb := match.group("verb"):
        return _TIMES[verb]
    if fold := match.group("fold"):
        return 100 * (_FOLDS.index(fold) + 1)
    thing = scene.sentence.units[int(match.group("times"))].thing
    return clean(100 * (thing.value - 1)) if isinstance(thing, Number) and 1 < thing.value <= 20 else None


def _growth(scene: Scene, at: int, anchor: int, value: int | float) -> Candidate | None:
    measure = _measure_before(scene, at)
    low, _ = clause(scene.coded, at)
    if measure is None or _HYPOTHETICAL.search(scene.coded[low:at]) or scene.coded.rstrip('" ').endswith("?"):
        return None
    if is_no_growth(scene.sentence, measure, at):
        return None
    parties, basis = parties_of(scene.context, scene.sentence, measure, measure.start or low, at, at + 2, scene.topic)
    if parties is None or (
        basis is Basis.FRAME and not is_on_pair(scene.context, scene.sentence, measure, parties, scene.topic)
    ):
        return None
    source = source_of(scene.context, scene.sentence, measure, parties, at, scene.topic)
    period, span = period_of(scene, anchor, measure)
    scope = scope_of(scene.context, scene.sentence, measure, at)
    claim = TradeFigure(parties, measure.name, source, None, None, Qualifier.EXACT, value, period, scope)
    where = {"parties": (basis, None), "period": (SAID, span)}
    quote = (scene.sentence.start, scene.sentence.end)
    if not scene.sums:
        _remember(scene, measure, parties, source, period)
    return Candidate(claim, [quote], "trade-growth", scene.sentence.index, where)


def _remember(scene: Scene, measure: Measure, parties: Pair, source: str | None, period: Period | None) -> None:
    """Leave what grew, and when, to the sentences that follow ("Trade grew by X in D. Exports rose by X.")."""
    sentence = scene.sentence
    scene.context.trade_topics.append(
        TradeTopic(
            sentence.index, sentence.paragraph, measure.name, measure.word, parties, source, "USD", 0, 1, period, False
        )
    )


_GAINED = re.compile(r"X\d+ (?:gained|rise|increase|growth|jump|gain|lost|fall|drop|decline)\b")


_IT_GREW = re.compile(r"(?:^|[;:,] |\band )(?:it|this|the (?:figure|volume|total|sum|value)) (?:[a-z]+ ){0,5}$")


OTHER_GROWTH = re.compile(
    r"\b(?:economy|gdp|product|output|production|prices?|inflation|currency|yen|dollar|rouble|ruble|lira|rupee|yuan|tourists?|tourism|visitors|passengers|number of|population|wages|deficit|surplus|imbalance|gap|duty|duties|tariffs?|rates?)\b(?! (?:dropped|fell|and) (?:and )?(?:trade|exports|imports)\b)"
)
_PIECES = re.compile(
    r"X\d+ (?:[a-zD\d]+ ){0,4}?to (?:about |some |nearly |around )*N\d+|X\d+ (?:duty|tariff|tax|levy|rate|quota)"
)


def _measure_before(scene: Scene, at: int) -> Measure | None:
    """The trade word whose growth is told: the nearest before it, else the topic ("the 40 per cent gained last year")."""
    before = [m for m in measures_in(scene.sentence) if m.start < at]
    if before:
        between = scene.coded[before[-1].end : at]
        after = scene.coded[at : at + 60]
        if OTHER_GROWTH.search(between) or _PIECES.match(after):
            return None
        return None if " ; " in between and len(between) > 60 else before[-1]
    topic = scene.topic
    if topic and topic.amount and (_GAINED.match(scene.coded, at) or _IT_GREW.search(scene.coded[:at])):
        return Measure(topic.measure, topic.word, 0, 0, carried=True)
    return None
