"""Sums of general news beside a trade word that are no trade of two states: tariffs, markets, currencies, firms that are sold."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.trade_clauses import clause
from relations_db.extract.rules.trade_measures import Measure, measures_in
from relations_db.extract.rules.trade_near import MUTUAL, all_states, report_home
from relations_db.extract.rules.trade_sums import Sum
from relations_db.extract.together import is_of_firms, is_of_markets
from relations_db.extract.topics import Pair, TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import Sought

_YIELD = re.compile(r"\b(?:tax|lev(?:y|ies)|dut(?:y|ies))\b[^;:]{0,70} to (?:bring in|raise|yield|earn) $")
_LOST = re.compile(
    r"\b(?:loss(?:es)?|lose|loses|losing|lost|damages?) (?:of )?(?:at least |about |some |up to |over |nearly |around )*$"
)
_SANCTION = re.compile(
    r"\b(?:tariffs|sanctions|curbs|penalt(?:y|ies)|lev(?:y|ies)|taxes|tax|retaliat\w+|(?:import|export|punitive|countervailing|anti-dumping|dumping) dut(?:y|ies))\b"
)
_IMPOSED = re.compile(
    r"\b(?:impos\w+|rais(?:e|es|ed|ing)|appl(?:y|ied)|plac(?:e|es|ed|ing)|put|slap\w*|threat\w+|affect\w*|hit|cover\w*|modif\w+|levied|recommended|X\d+)\b"
)
_MARKET = re.compile(
    r"\b(?:trading volumes?|transactions|trades|gold(?! (?:,|and|\.|jewell?ery|exports|imports))|daily|a day|per day|treasuries|gilts|bullion|spot|central bank (?:bought|sold)|intervention|interven\w+|dealers?|denominations?|coupon|listing|listed|warrants?|issue price|underwriting|interbank|deposits|credit lines|lines of credit|debt service|reserves|capital (?:expenditure|spending|spent)|real estate|propert(?:y|ies)|hotel|smelter)\b"
)
# A price paid for a firm or a building, not for goods: "sold its breweries to", "the sale of the hotel to".
_DEAL = re.compile(
    r"\b(?:(?:sold|sell|sells|selling|bought|buy|buying|acquired?) (?:all |most |part |X\d+ |some |half )?(?:of )?(?:its|his|their|the|an?|'s) (?![^,;]{0,60}\b(?:goods|products|worth|merchandise)\b)|sale of (?!goods|products|[a-z]+ (?:goods|products)))"
)
_PLAIN_MONEY = re.compile(
    r" (?:about |some |nearly |over |up to |between |N\d+ and |N\d+ to )*M\d++(?! (?:worth|of |in goods|'s? worth|'s? of))"
)
_SOLD_IN = re.compile(r" in (?:the )?[CL]\d+(?: ,| and) ")
_BALANCE_TOLD = re.compile(r"\b(?:surplus|deficits?|gap|imbalance|shortfall)\b")
_ON_TRADE = re.compile(
    r"(?:the )?(?:bilateral |mutual |two-way |total )*(?:trade|turnover|commerce)\b(?! (?:deficit|surplus|balance|gap))"
)
_TRADED = ("bought", "sold", "buys", "sells", "purchased", "buy")
_PROVIDED = re.compile(
    r"\b(?:agreement|accord|contract|deal|programme|program)\b[^;:]{0,70}\b(?:provid\w+ for|to provide|under which|increase)\b"
)
_SOUGHT = re.compile(
    r"\b(?:consider(?:s|ed|ing)? (?:buying|purchasing|selling)|look(?:s|ed|ing)? for|in the market for|in purchases|of purchases|shopping)\b"
)
_NOT_WORTH = re.compile(
    r"(?: [a-z]+){0,2} (?:tariffs|sanctions|penalties|dut(?:y|ies)|guarantees)\b| (?:[AC]\d+ )*(?:trade|current account|budget|payments) (?:deficit|surplus|shortfall|gap|imbalance)| market\b|(?: [a-zACKL\d-]+){0,5} (?:project|airport|smelter|facility)\b"
)


def is_no_trade(context: Context, sentence: Sentence, one: Sum, measure: Measure) -> bool:
    """True where a sum is put on a tariff, a market, a currency, a firm or a shopping list, or is a balance told before."""
    coded = sentence.coded
    before = context.analysis.sentences[sentence.index - 1].coded if sentence.index else ""
    if measure.carried and _BALANCE_TOLD.search(before) and not (MUTUAL.search(coded) or _ON_TRADE.match(before)):
        return True
    if measure.carried and _BALANCE_TOLD.search(coded, 0, one.at) and not MUTUAL.search(coded):
        return True
    if measure.word == "sales" and (re.search(r"\bguarantees?\b", coded) or _SOLD_IN.match(coded, measure.end)):
        return True
    if _NOT_WORTH.match(coded, one.end) or _FOREIGN.match(coded, one.end):
        return True
    if _YIELD.search(coded, 0, one.at) or _LOST.search(coded, 0, one.at):
        return True
    if measure.word == "invested" and _TO_DO.match(coded, measure.end):
        return True
    low, high = clause(coded, one.at)
    if "partner" in measure.word and _BALANCE_TOLD.search(coded, 0, measure.start):
        return True
    if measure.word == "sales" and not measure.carried and is_of_one_firm(context, sentence, measure):
        return True
    if _SANCTION.search(coded) and _IMPOSED.search(coded, low, one.at) and not MUTUAL.search(coded, low, high):
        return True
    if (measure.carried or not _between(coded, measure)) and _MARKET.search(coded):
        return True
    if measure.name == "exports" and not measure.carried:
        if measure.word in _TRADED and _PLAIN_MONEY.match(coded, measure.end) and len(measures_in(sentence)) == 1:
            return True
        if _PROVIDED.search(coded, low, one.at) or _SOUGHT.search(coded):
            return True
    return bool(_DEAL.search(coded, low, one.at))


# "goods worth M" of no state: "worth of foreign products"
_FOREIGN = re.compile(r"(?: worth)? (?:of |in )?(?:foreign|imported|overseas) (?!direct|investment|capital)[a-z]")
# "with M invested in 1986 to expand output": what a firm put into its own works
_TO_DO = re.compile(r"(?: (?:in )?D\d+)? to [a-z]")
_OF_A_FIRM = Sought(
    r"\b(?:(?:pre-?tax|net|operating|group|current) (?:profits?|income|loss(?:es)?|earnings|net)|dividends?|shareholders|parent company|consolidated (?:sales|results)|joint stock)\b"
)


def is_of_one_firm(context: Context, sentence: Sentence, measure: Measure) -> bool:
    """True for the sales of the firm whose results a text tells, which are no state's."""
    before = sentence.coded[max(0, measure.start - 20) : measure.start]
    if re.search(r"[CA]\d+(?: 's)? (?:[a-z]+ )?$", before):
        return False
    return sum(1 for _ in _OF_A_FIRM.finditer(context.analysis.low)) > 1


def _between(coded: str, measure: Measure) -> bool:
    """True for trade that is said to be of two: "bilateral trade", "trade between A and B", "A's exports to B"."""
    around = coded[max(0, measure.start - 30) : measure.end + 40]
    return bool(
        re.search(
            r"\b(?:bilateral|mutual|two-way|between|with (?:the )?[CA]\d|(?:exports?|imports?|sales|shipments) (?:[a-z]+ ){0,2}(?:to|from) (?:the )?[CL]\d)",
            around,
        )
    )


def is_no_growth(sentence: Sentence, measure: Measure, at: int) -> bool:
    """True where a percentage tells of a market or a currency ("after a X dollar fall", "X more competitive")."""
    coded = sentence.coded
    if _OTHER_MOVE.match(coded, at):
        return True
    return not _between(coded, measure) and bool(_MARKET.search(coded))


_OTHER_MOVE = re.compile(
    r"X\d+ (?:[a-zC\d]+ )?(?:dollar|yen|mark|currency|more|less|stake|share|interest|tariff|duty)\b"
)


def _of_one_state(sentence: Sentence, measure: Measure) -> bool:
    """True for "A's trade", said without a partner."""
    owned = re.search(r"[CA]\d+ 's (?:[a-z]+ )?$", sentence.coded[max(0, measure.start - 24) : measure.start])
    return bool(owned) and not re.match(r"(?: [a-z]+)? (?:with|between)\b", sentence.coded[measure.end :])


def is_on_pair(context: Context, sentence: Sentence, measure: Measure, parties: Pair, topic: TradeTopic | None) -> bool:
    """Whether a text tells of two states' trade, so that a sum without them is of it: by words of mutual trade, the sums before, a visit,
    the dateline, both states told just before, or because all of it is on the two."""
    if measure.name == "turnover" and _of_one_state(sentence, measure) and is_of_markets(context):
        return False
    if MUTUAL.search(sentence.coded) or (topic and set(topic.parties) == set(parties)):
        return True
    if any(set(t.parties) == set(parties) and t.measure == measure.name for t in context.trade_topics):
        return True
    if is_of_firms(context):
        return False
    if report_home(context) in parties:
        return True
    if (context.pair and set(context.pair) == set(parties)) or ((here := context.here()) and here.country in parties):
        return True
    for earlier in context.analysis.sentences[max(0, sentence.index - 2) : sentence.index + 1]:
        if earlier.paragraph == sentence.paragraph and set(parties) <= set(all_states(context, earlier)):
            return True
    return any(set(parties) == {visit.country, visit.host} for visit in context.visits)
