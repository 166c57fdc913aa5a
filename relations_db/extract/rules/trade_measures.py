"""What a sum measures: trade, exports or investment; or the price of something else."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.extract.rules.trade_clauses import clause, is_closed, part
from relations_db.extract.rules.trade_sums import Sum
from relations_db.extract.topics import TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued

TURNOVER = (
    r"(?:(?:bilateral|mutual|two-way|reciprocal|annual|overall|total|commercial|non-oil|merchandise|our|joint|cross-border|economic|reciprocal) )*"
    r"(?:(?:trading|trade|commercial) partners?(?= [^.;]{0,60}?(?:\(|with M\d))|trade(?: (?:turnover|interchange|volumes?|exchanges?|flows?|in goods(?: and services)?|figures?|basket|value|levels?))?|turnover|commerce|(?:commercial|commodity|goods|economic|bilateral|mutual|two-way|annual|cross-border|reciprocal) (?:exchanges?|interchange|flows?|business|dealings|traffic|turnover)|"
    r"interchange|trading(?= (?:between|with|volume|turnover|is|was|to M\d|worth|has|for (?:[a-z]+ )?M\d))|trades(?= (?:goods|some|about|over|nearly|M\d))|barter|"
    r"exchanges?(?= (?:of goods|in value|between|in excess|totall?ed|worth|then|valued|amount|reach|stood|had|with|at|closed|came|rose|fell|grew|has|have|is|was|are|were|should|to M\d|from [MN]\d|of (?:about |over |some |nearly )?M\d|,))|"
    r"volumes? of (?:mutual |bilateral |two-way )?(?:trade|commerce|business)|traded goods|exchange(?= (?:[a-z]+ ){0,2}M\d+ (?:(?:of|in|worth of) goods|a year))|goods (?:traded|exchanged|(?:that |which )?(?:they|we|G\d+) (?:exchange|trade|sell|buy))|exchanged goods|(?:flow|exchange|traffic) (?:of|in) goods|business volume|volumes?|"
    r"goods(?= (?:crossing|moving|passing|changing hands|flowing|shipped between|going back))|"
    r"(?:sell|sells|buy|trade with|trades? with|traded with|sold|bought and sold|buy and sell|do business with) (?:to )?(?:each other|one another|G\d+)|"
    r"(?:goods|produce|products|wares|merchandise|commodities)(?= (?:and services |[a-z]+ )?(?:worth|for|to the (?:value|tune) of|valued at|of M\d))|traded(?= (?:goods |merchandise )?(?:worth|for|in excess)| (?:some |about |over |nearly |around )?M\d)|"
    r"(?<=of )business|(?<=of )exchanges?(?= (?:in|with|between|last|this|a year|D\d|\.|,))|business(?= (?:between|done|with [CG]\d|worth|of M\d|came|reached|is|was|has|grew|rose|stood|to M\d)))"
)
_FOR_GOODS = r"(?= (?:the )?(?:[A-Z]\d+ )?(?:only |about |some |over |nearly |around |just )*M\d+ (?:\w+ |' )?worth| (?:[a-z,'A-Z\d-]+ ){0,9}?(?:worth|goods|to the value of|only|for) (?:about |some |over |nearly |around |only |just |goods |less than |more than |under |a mere )*[MN]\d)"
EXPORTS = (
    rf"(?:(?:sent|took|takes|sends|taken|sending|receiving|receives|received|got|gets){_FOR_GOODS}|"
    r"goods(?= (?:made up|accounted for|constituted|contributed) (?:[a-z]+ ){0,2}M\d+ of (?:it|that|this|which|the total)\b)|"
    rf"(?:exports?|imports?)(?: (?:turnover|values?|volumes?|revenues?|earnings|receipts|figures?|shipments|sales|trade))?|exported|exporting|selling|buying|shipping(?! (?:line|company|firm|route|lane))|shipments?|shipped|imported|importing|bought|purchas(?:es|ed)|sales?|sold|deliveries|supplies|supplied|buys|sells|deliver(?:s|ed)|(?:earns?|earned)(?= (?:[a-z]+ ){0, 2}M\d+ (?:in|from) (?:the )?[CL]\d)|sell(?= (?:to )?(?:its (?:[a-z]+ )?neighbour )?(?:(?:the )?[CL]\d+ )?(?:[a-z]+ )?(?:goods|products|wares|[MN]\d))|placed(?= (?:goods|wares|products|merchandise)\b)|found (?:buyers|customers|takers)(?= (?:in|for) )|buy(?= (?:only |some |about |goods (?:worth|for) )*[MN]\d+ (?:worth |a year |annually |each year |of goods )*from)|sell(?= there (?:[a-z]+ )*[MN]\d))"
)
INVESTMENT = (
    r"(?:(?:direct|foreign|mutual|accumulated|cumulative) )*(?:registered (?:investment )?capital(?= of (?:[a-z]+ ){0,2}M\d)|investments?|invested|fdi|capital(?= (?:placed |invested |at work )?in [CL]\d)|investing)"
    r"|(?:investors|invest|(?:has|have|had) (?:[a-zD\d]+ ){0,3}put|put|poured|pumped|ploughed|sunk|brought|placed|channelled|inflow|inflows)(?= (?:[a-zD\d]+ ){0,3}[MN]\d+ (?:[a-z]+ ){0,2}in(?:to)?\b)"
)
MEASURE = cued(rf"(?<![\w-])(?:(?P<exports>{EXPORTS})|(?P<investment>{INVESTMENT})|(?P<turnover>{TURNOVER}))(?![\w-])")
ANAPHOR = re.compile(
    r"\b(?:it(?! is (?:said|reported|thought|clear))|its|this|that(?! (?:[CPHG]\d+|the|they|he|she|it)\b)|these|they|both|(?:the|a) (?:point of departure|starting point)|the (?:figures?|amounts?|totals?|sums?|numbers?|indicator|level|latter|value|flow|counter|tally|record|stock|"
    r"same|bar|mark|goals?|targets?|result|rest|statistics|volume|task|purpose|aim|inflow|objective|ceiling|next (?:target|goal|mark|landmark|milestone))|(?:a|their|our|new|the new|the old|old|the) (?:[a-z]+ )?(?:goal|target|total|aim|task|ambition)s?|"
    r"D\d+ 's (?:figures?|total|sum|volume|tally)|statistics|customs|double|in return|the other way|in the other direction)\b"
)
_NOT_TRADE = re.compile(
    r" (?:(?:and|or) [a-z]+ (?:agreements?|agency|authority|board|corporation|ministers?|ministry|relations|links|ties|cooperation|chamber)\b|agreements?|deals?|minister|ministers|ministry|union|unions|talks|commission|committee|commissioner|barriers?|"
    r"zones?|policy|policies|war|wars|fairs?|centres?|centers?|representatives?|missions?|routes?|delegations?|partners?|tensions|disputes?|accords?|pacts?|fund|funds|bank|forum|forums|company|companies|promotion|"
    r"protection|climate|holding|council|cooperation|opportunit\w+|offices?|corridors?|links|ties|relations|houses?|officials?|department|secretary|bodies|talks|terms|hub|rules|sanctions|programmes?|projects?|treaty|treaties|"
    r"envoy|bloc|area|facilitation|negotiat\w+|remedies|logistics|licences?|duties|chamber|embargo|preferences|group|groups|list|offer|authority|conference|summit|week|expo|pledges?|contracts?|regime|tariffs?|balance|"
    r"surplus|deficits?|gap|shortfall|imbalance|publications?|press|journals?|magazines?|experts?|analysts?|lawyers?|sources|bills?|credits?|loans?|houses?|agency|advisers?|strateg\w+)\b"
)
_NOT_BEFORE = re.compile(
    r"\b(?:(?:minist(?:er|ry)|secretary|board|chamber|department|state|agency|authority|commission|committee|minister) (?:of|for|in charge of) (?:[a-z]+ (?:,|and) )*(?:foreign |international |external )?|share (?:in|of) (?:the )?(?:[A-Z]\d+ |total |all |'s )*|"
    r"(?:arms|energy|water|power|retail|ticket|weapons) |(?:percent|X\d+) of (?:its|the|all|[A-Z]\d+|'s| )*|world |global |ban on |free |re - )$"
)
_LISTED = re.compile(
    r" (?:,|and) (?!M\d|N\d|the\b|which\b|that\b|now\b|a\b|still\b|worth\b|in\b|at\b|up\b|down\b|already\b|currently\b|said\b|imports?\b|exports?\b|has\b|is\b|was\b|valued\b|totall?\w+|so\b|once\b|by\b|with\b)[a-z-]+ (?:,|and|\.|;)"
)
_DIRECT = re.compile(
    r"(?: (?:- )?(?:mark|threshold|milestone|level|barrier|target|goal|bar|line))? (?:- |' )?(?:(?:a|per) - year |a year |annually )?(?:worth )?(?:of (?:it|that|this) )?(?:(?P<link>of|in|from|for) )?(?:(?:direct|foreign|mutual|bilateral|two-way|annual|the|that|their|[ACP]\d+|'s|total|yearly) )*$"
)
_SUBJECT = re.compile(
    r" (?:a year |annually |worth )?(?:[a-z]+ )?(?:is|was|are|were|of goods|goods|worth of|passed|changed|crossed)\b[^,;:]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A trade word at `start..end` of a coded sentence; `carried`: it stands in a sentence before."""

    name: str
    word: str
    start: int
    end: int
    carried: bool = False


def measures_in(sentence: Sentence) -> list[Measure]:
    """The trade words of a sentence that measure something."""
    found = [Measure(_name_of(sentence.coded, m), m.group(), m.start(), m.end()) for m in MEASURE.finditer(sentence)]
    kept: list[Measure] = []
    for measure in found:
        close = (
            kept and measure.start - kept[-1].end < 45 and clause(sentence.coded, measure.start)[0] <= kept[-1].start
        )
        goods = measure.word.startswith(("goods", "produce", "products", "wares", "merch", "commod"))
        if counts(sentence, measure) and not (goods and close and kept[-1].name == "exports"):
            kept.append(measure)
    return kept


def _name_of(coded: str, match: re.Match[str]) -> str:
    """Turnover, exports or investment; "sales between the two" are turnover."""
    name = match.lastgroup or "turnover"
    return "turnover" if name == "exports" and coded.startswith(" between ", match.end()) else name


def counts(sentence: Sentence, measure: Measure) -> bool:
    """False where a trade word is part of another name ("trade minister", "investment forum") or of a list of fields."""
    coded = sentence.coded
    before = coded[max(0, measure.start - 25) : measure.start]
    named = _NOT_BEFORE.search(coded[max(0, measure.start - 60) : measure.start])
    if _NOT_TRADE.match(coded, measure.end) or (named and not _begins_anew(coded, measure, before)):
        return False
    if measure.word in ("volume", "volumes"):
        return bool(re.search(r"\b(?:the|of|take|bring|raise|this|that|their|trade) $", before))
    if measure.word.endswith("turnover") and "trade" not in measure.word and _HAS.search(before):
        return bool(re.match(r" (?:[a-z]+ ){0,2}(?:with|between) ", coded[measure.end :]))
    head = coded[clause(coded, measure.start)[0] : measure.start]
    if (
        _COMPANY.match(coded, measure.start)
        or _FIRM_SUBJECT.search(head)
        or _FIRM_SUBJECT.match(coded, coded.rfind(" ; ", 0, measure.start) + 1)
    ):
        return False
    if (
        measure.word in ("turnover", "sales")
        and _FIRM.search(coded[: measure.start])
        and not _TO_STATE.match(coded, measure.end)
    ):
        return False
    if (
        measure.name == "investment"
        and _PLANT.search(coded[: measure.start])
        and re.match(r" (?:of|worth) (?:[a-z]+ )?M\d", coded[measure.end :])
    ):
        return False
    if (
        measure.name == "investment"
        and _PRICE_OF_WORK.search(before)
        and re.match(r" of (?:[a-z]+ )?M\d", coded[measure.end :])
    ):
        return False
    owned = re.search(r"(?:A\d+|'s) $", before)
    listed = measure.word in ("trade", "investment", "commerce", "exports") and not owned
    return not (listed and _LISTED.match(coded, measure.end))


# "According to the Chamber of Commerce , trade between A and B": the name of the office ends at the comma.
_OF_BOTH = re.compile(r" (?:between|with) (?:the )?(?:[CALG]\d|two |both )")


def _begins_anew(coded: str, measure: Measure, before: str) -> bool:
    """True for trade told of two right after the name of an office that it might belong to."""
    mutual = measure.word.startswith(("bilateral", "mutual", "two-way", "reciprocal"))
    return before.endswith(" , ") and (mutual or bool(_OF_BOTH.match(coded, measure.end)))


_TO_STATE = re.compile(r" (?:(?:to|in) (?:the )?[CL]\d|there\b)")
_PRICE_OF_WORK = re.compile(r"\bwith an? (?:[a-z]+ ){0,2}$")
_HAS = re.compile(r"\b(?:has|have|had|reported|posted) (?:an? )?$")
# Firms buy firms and have turnover too.
_COMPANY = re.compile(
    r"(?:turnover|sales) (?:on|of|at|in) (?:the |a )?(?:[a-z]+ )?(?:stock|exchange|company|firm|group|port|market|tickets?|chain|shops?|airline|bourse|cars?\b|newspapers?)"
    r"|(?:bought|sold|purchased|buys|sells|sales of|buying|selling|purchases of) (?:back )?(?:its |his |their |some |more |up )?(?:dollars|euros|shares|bonds|stocks|gilts|currency|foreign exchange|stakes?|tickets|gold|players)\b|sold by\b"
    r"|(?:bought|sold|purchased|buys|sells|acquired|purchase) (?:the|a|an|its|his|her|their|N\d+ (?:per cent|aircraft|planes|jets|buses|trains)|X\d+) (?![^,;]{0,70}\b(?:goods|products|worth|merchandise|wares)\b)(?:[a-z'-]+ ){0,8}(?:for|from|in|to|at)\b"
)
_FIRM_NOUN = r"(?:company|firm|group|maker|manufacturer|airline|brewer|brewery|club|retailer|(?<!central )(?<!national )(?<!state )bank|giant|chain|conglomerate|corporation|striker|player|midfielder|goalkeeper|film|holding|supplier|grower|startup|start-up|insurer|publisher|brand)"
_FIRM_SUBJECT = re.compile(
    rf"(?:^|[;:,] |\bby |(?<=; ))(?:the|a|an|one|its|another)(?: [a-zA-Z\d'-]+){{0,3}} {_FIRM_NOUN}\b(?! of [A-Z]\d)"
)
_PLANT = re.compile(
    r"\b(?:plant|factory|railway|refinery|terminal|pipeline|mine|dam|power station|port|airport|bridge|hotel|complex)\b[^;:]{0,70}$"
)
_FIRM = re.compile(
    r"\b(?:company|firm|group|bank|chain|retailer|airline|maker|newspapers?|club|film|port|stock|share|ticket|annual car|house|property) (?:'s )?(?:[a-z]+ )?$"
    r"|\b(?:double|triple|raise|increase|lift|boost|its own|saw) its (?:annual )?$"
)


def measure_for(sentence: Sentence, found: Sum, topic: TradeTopic | None, aimed: bool = False) -> Measure | None:
    """What a sum measures: the trade word right after it ("$3 bn of exports"), the nearest before it in its part of the sentence, what
    "it" stands for, else the topic of the text before. `aimed`: the sum is told as an aim, so that no word has to point back to the topic."""
    coded = sentence.coded
    low, high = part(coded, found.at)
    if not is_closed(coded, found.at):
        low = min(low, part(coded, coded.rfind(" ( ", 0, found.at))[0])
    measures = [m for m in measures_in(sentence) if is_closed(coded, m.start) or not is_closed(coded, found.at)]
    if bracketed := _bracketed(coded, found, measures):
        return bracketed
    if is_closed(coded, found.at) and (
        headed := next((m for m in measures if _HEADED.fullmatch(coded, m.end, found.at)), None)
    ):
        return headed
    for measure in measures:
        direct = _DIRECT.fullmatch(coded, found.end, measure.start) if found.end < measure.start < high else None
        if direct and (aimed or direct.group("link") != "for"):
            return measure
    if _PART.search(coded[: found.at]) and not _FLOW.search(coded[found.end : high]):
        return None
    if named := next((m for m in measures if m.start > found.end and _WERE.fullmatch(coded, found.end, m.start)), None):
        return named
    before = [m for m in measures if low <= m.start < found.at]
    nearest = before[-1] if before else None
    if nearest is None or clause(coded, found.at)[0] > nearest.end:
        first = next((m for m in measures if m.start < found.at and m.name == "turnover"), None)
        referred = ANAPHOR.search(coded, clause(coded, found.at)[0], found.at)
        if referred and first:
            return first
    if nearest:
        return nearest
    if topic and topic.amount and not aimed and _IT.fullmatch(coded, clause(coded, found.at)[0], found.at):
        return Measure(topic.measure, topic.word, 0, 0, carried=True)
    return _after(sentence, found, measures, high) or _earlier(sentence, found, measures, topic, aimed)


_PART = re.compile(r"\bof which (?:about |some |over |nearly |around |only )*$")
_FLOW = re.compile(rf"\b(?:{EXPORTS}|trade|going|went|came|from [CA]\d+|to [CA]\d+)\b")
_WERE = re.compile(
    r" (?:of (?:it|that|this|which|these|the total) )?(?:was|were|is|are|being|corresponded to|correspond to|represented|represents|constituted|came from|belonged to|being accounted for by) (?:(?:the|our|their|its|of|[A-Z]\d+|'s) )*"
)
_AS_GOAL = re.compile(
    r" (?:a year )?(?:as|is|was|remains) (?:the|a|an|their|its|our) (?:[a-z]+ )?(?:goal|target|aim|objective|mark|ceiling) (?:for|of|in) "
)
_IT = re.compile(r"(?:\" )?(?:it|this|the (?:figure|total|volume|sum|number|value)) (?:[a-zDX\d]+ ){1,8}")
# "Having passed M in D , trade ...": what the participle at the head is said of.
_OPENS = re.compile(
    r"(?:^|[;:\"] )(?:after |now |already )*(?:having )?(?:crossed|crossing|passed|passing|reached|reaching|topped|topping|exceeded|exceeding|hit|hitting|touched|risen to|grown to|climbed to|fallen to|dropped to|shrunk to|doubled to|amounting to|totalling|valued at|worth|up from|down from|standing at)"
    r" (?:a |the |about |some |over |nearly |only |just |almost |around |record |mere )*$"
)
_MAIN = re.compile(
    r"(?: a year| annually)?(?: (?:in|by|for) D\d+)?(?: ,(?: [a-z-]+){1,6})? , (?:(?:the|their|its|our|[AC]\d+|'s|-|[a-z]+) ){0,4}"
)
_AT = re.compile(r"(?:^|[;:,] )(?:at|with|worth|valued at) (?:[a-z]+ ){0,3}$")
_OF_WHICH = re.compile(
    r"[^;:]{0,40}, (?:of which|out of which|including) [^;:]{0,40}\b(?:exports?|imports?|shipments|sales|deliveries|purchases)\b"
)


def directs(coded: str, end: int, start: int) -> bool:
    """True where a trade word at `start` says what the sum that ends at `end` is of: "M in A exports"."""
    return bool(_DIRECT.fullmatch(coded, end, start))


def _bracketed(coded: str, found: Sum, measures: list[Measure]) -> Measure | None:
    """The trade word after a list of states with sums in brackets ("B (M1) and C (M2) bought more goods")."""
    if not re.search(r"[CA]\d+ \( (?:about |some |over |nearly )*$", coded[: found.at]):
        return None
    outside = [m for m in measures if is_closed(coded, m.start)]
    return next((m for m in outside if m.start > found.end), outside[-1] if outside else None)


_HEADED = re.compile(
    r"(?: (?!(?:said|says)\b)[a-zA-Z\d'-]+| ,| \( [^()]* \)){0,8} : (?:about |some |over |nearly |around |only |just )*"
)


def _after(sentence: Sentence, found: Sum, measures: list[Measure], high: int) -> Measure | None:
    """The trade word that a sum at the head of a clause is said of ("at nearly M, trade ...", "M is all that A sells")."""
    if _OF_WHICH.match(sentence.coded, found.end):
        return Measure("turnover", "trade", 0, 0)
    if _OPENS.search(sentence.coded, 0, found.at) and (
        subject := next((m for m in measures if _MAIN.fullmatch(sentence.coded, found.end, m.start)), None)
    ):
        return subject
    for measure in measures:
        if found.end < measure.start < high:
            between = sentence.coded[found.end : measure.start]
            if re.fullmatch(r"(?: a year)? , (?:[ACGQP]\d+ (?:'s |' )?|[a-z]+ ){0,3}", between) and _AT.search(
                sentence.coded[: found.at]
            ):
                return measure
            close = len(between) < 60 and not re.search(r"[MN]\d| , ", between)
            return measure if close and (_SUBJECT.match(between) or _AS_GOAL.match(between)) else None
    return None


def _earlier(
    sentence: Sentence, found: Sum, measures: list[Measure], topic: TradeTopic | None, aimed: bool
) -> Measure | None:
    """The main trade word of the sentence before a colon or semicolon, else the topic."""
    main = [m for m in measures if m.start < found.at]
    if main:
        return next((m for m in main if m.name == "turnover"), main[0])
    if topic is None or not _is_near(found, topic) or not (aimed or is_referring(sentence, found)):
        return None
    if aimed and (_AMOUNTS.search(sentence.coded) or _is_too_small(found, topic)):
        return None
    flow = topic.measure == "exports" and aimed and not _THEM.search(sentence.coded[: found.at])
    flow = flow and not _OF_SELLERS.search(sentence.coded, found.end)
    return Measure("turnover" if flow else topic.measure, topic.word, 0, 0, carried=True)


def _is_too_small(found: Sum, topic: TradeTopic) -> bool:
    """True for an aim far below the trade told before, which is one for something else."""
    return found.currency == topic.currency and found.amount < 0.1 * topic.amount


_AMOUNTS = re.compile(r"N\d+ (?:metric |million )?(?:tons?|tonnes?|barrels|units|vehicles|cars|head)\b")


def _is_near(found: Sum, topic: TradeTopic) -> bool:
    """Whether a sum can go on from the topic's: one with a currency of its own, or not far from the topic's amount."""
    return not found.elided or (topic.amount > 0 and 0.04 <= found.amount / topic.amount <= 40)


_OF_SELLERS = re.compile(
    r"\b(?:asked|wants?|wanted|demand\w*|expect\w*|set) (?:of|from|for|to) (?:his|her|its|the|their|Q\d+) (?:[a-z]+ )?(?:manufacturers|exporters|producers|farmers|factories|industr\w+)\b"
)
_THEM = re.compile(r"\b(?:it|its|them|they|this|that(?! (?:an?|the|[A-Z]\d))|these|the (?:figure|sum|amount|number))\b")
_LEAD = re.compile(
    r"(?:\" )?(?:(?:last|this|the following|next|a) year|in D\d+|by D\d+|D\d+|of (?:that|it|this|the total|which|these)|from)?(?: ,)? ?(?:the |some |about |nearly |over |a |or |only )*$"
)
_TOLD_AFTER = re.compile(
    r" (?:a year |annually )?(?:promised|agreed|by D\d+|(?:that |which )?(?:[GCPH]\d+|they|we) (?:want|aim|hope|had)|(?:is|was|remains?) (?:the|still|what|all)|target|goal|mark\b)"
)


_WE_STAND = re.compile(
    r"\b(?:we|they|G\d+|[PH]\d+) (?:now |today |already |currently )?(?:stand|are|were|have (?:got|come|reached|arrived)|got|came|reached|have) (?:now |today |already |currently )?(?:at|to|up to)?(?: about| some| around| nearly| only| just| over)* $"
)


# "Next come A with M and B with M": places in a table of partners whose head was told before.
_RANKED = re.compile(
    r"(?:next|then|after (?:it|them|that|this)|behind (?:it|them|him)|(?:it|this|that|they) (?:is|are|was|were) followed by|in (?:second|third|fourth|O\d+) place|(?:the )?(?:second|third|fourth|O\d+) (?:place )?(?:is|was|came|comes))\b"
    r"[^;:]{0,110}?[CAL]\d+ (?:, )?(?:with|at|\() (?:about |some |nearly |over |just |only )*$"
)


def is_ranked(coded: str, at: int) -> bool:
    """True for a sum beside a partner in a ranking that goes on from the sentence before."""
    return bool(_RANKED.match(coded, 0, at))


def is_referring(sentence: Sentence, found: Sum) -> bool:
    """True where a sum without a trade word of its own goes on from the sentence before."""
    coded = sentence.coded
    low, _ = clause(coded, found.at)
    before = coded[low : found.at]
    if ANAPHOR.search(before) or ANAPHOR.search(coded[: found.at]) or _WE_STAND.search(before):
        return True
    if is_ranked(coded, found.at):
        return True
    return bool(_LEAD.fullmatch(before) or _TOLD_AFTER.match(coded, found.end))
