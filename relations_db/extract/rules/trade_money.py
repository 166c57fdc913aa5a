"""Sums beside a trade word that are the price of something else: a project, a loan, a balance, an offer, a firm's sales."""

from __future__ import annotations

from relations_db.extract.rules.trade_clauses import clause
from relations_db.extract.rules.trade_measures import Measure, measures_in
from relations_db.extract.rules.trade_sums import Sum
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued

_OTHER_NOUN = (
    r"(?:projects?|ventures?|contracts?|deals?|agreements?|accords?|memorand\w+|documents?|papers?|mous?|pacts?|loans?|credits?|grants?|plants?|packages?|portfolio|funds?|funding|facility|line of credit|assistance|programmes?|"
    r"reserves|debts?|deficit|surplus|imbalance|gdp|gross domestic product|(?<!in the )(?<!into the )economy|(?<=the )cost|(?<=a )cost|(?<=total )cost|price|fine|fines|(?<!in )orders?|aid|budget|tender|compensation|stake|damage|bonds?|revenues?|profits?|earnings|taxes|remittances|weapons|arms|"
    r"aircraft|planes|jets|railway|pipeline|refinery|port|bridge|factory|stadium|power station|hospital|road|complex|swap|deposits?|savings|population|tourists|tonnes|ceiling for|bill|ransom|salary|subsid\w+|capital of|market value|"
    r"lends?|lent|borrow\w*|donat\w+|spend|spends|spent|(?:pays?|paid)(?! (?:an? |his |her |its |the |their )?(?:[a-z-]+ ){0,3}visit)|owes?|owed|mobili[sz]ed)"
)
_OTHER = re.compile(rf"(?<![\w-])(?<!of the ){_OTHER_NOUN}(?![\w-])|(?<=of the )(?!order){_OTHER_NOUN}(?![\w-])")
_VALUED = re.compile(
    r"\b(?:exceed\w*|reach\w*|surpass\w*|worth|of|for|at|valued|totall?ing|value|price|priced|cost(?:s|ing)?|owed|paid)\b"
)
_TOLD = re.compile(r"\b(?:exceed\w*|came|amount\w*|reach\w*|total(?:s|led)?|was|were|is|are|stands|stood)\b")
_OTHER_SUBJECT = re.compile(
    rf"(?:^|[;:] )(?:the |an? |this |that |its |their |some |of the |N\d+ |[AC]\d+ |'s )*(?:[a-z-]+ ){{0,2}}{_OTHER_NOUN}\b"
)
_OTHER_AFTER = re.compile(
    r" (?:lent|loaned|owed|borrowed)\b| (?:- )?(?:dollar |euro |worth of |in |of |for )?(?:[a-z-]+ ){0,2}?(?:projects?|contracts?|deals?|loans?|credits?|grants?|funds?|plants?|packages?|facility|surplus|deficit|debts?|line of credit|portfolio|bailout|stake|railway|wind|barrels|"
    r"gas pipeline|orders?|aid|assistance|arms|weapons|bonds?|remittances|bill|terminal|refinery|swap|artery|complex|works?|compensation|savings|credit line|tender|contract)\b"
)

_BALANCE = re.compile(
    r"\b(?:deficit|surplus|imbalance|gap) (?:in|on|of|from) (?:[a-zA-Z\d'-]+ ){0,3}(?:trade|commerce|exchanges?|turnover)\b(?! (?:of|worth|at|totall?ing|amounting) M)[^,;:]*$"
)


_SPENT = re.compile(
    r"\b(?:investments?|capital|costs?|price|budget|funding|outlay|expenditure|output|revenues?|turnover|sales) (?:of|worth|totall?ing) (?:about |some |over |nearly |around |up to )*$"
)


def names_other_money(words: str) -> bool:
    """True where words name a project, a loan or the like, whose price a sum after them may be."""
    return bool(_OTHER.search(words))


def is_other_money(sentence: Sentence, found: Sum, measure: Measure) -> bool:
    """True where a sum is the price of a project or contract, a loan, a balance or the like."""
    coded = sentence.coded
    if (
        _OTHER_AFTER.match(coded, found.end)
        and measure.end != found.end
        and not coded.startswith(measure.word, found.end)
    ):
        return True
    if measure.name == "investment" and _IN_PLANT.match(coded, found.end):
        return True
    low = clause(coded, found.at)[0]
    if coded[:low].rstrip().endswith((" , which", " , who", " , that")):
        low = clause(coded, low - 8)[0]
    low = max(low, measure.end if not measure.carried and measure.start < found.at else 0, found.at - 110)
    if measure.carried and re.search(
        r"\bcost(?:s|ing)? (?:about |some |nearly |over |around )*$", coded[low : found.at]
    ):
        return True
    if _BALANCE.search(coded[: found.at]) or (measure.carried and _SPENT.search(coded[: found.at])):
        return True
    goods = measure.name == "exports" and not measure.carried
    others = [m for m in _OTHER.finditer(coded, low, found.at) if not (goods and m.group() == "tonnes")]
    if not others:
        return measure.carried and bool(_OTHER_SUBJECT.search(coded[: found.at]))
    if others[-1].group() in ("deficit", "surplus", "imbalance"):
        return True
    between = coded[others[-1].end() : found.at]
    if re.search(r"[MN]\d+ ", between) and not re.search(r" and $", between):
        return False
    if _IT_MOVED.search(between):
        return False
    if measure.carried or len(between) < 4 or _VALUED.search(between):
        return True
    return clause(coded, found.at)[0] > measure.start and bool(_TOLD.search(between))


# "is to put M into the A plant at L": the price of a work, no investment of one state in another
_IN_PLANT = re.compile(
    r" (?:in|into) (?:the |an? |its )?(?:[a-zA-Z\d'-]+ ){0,4}(?:plant|factory|refinery|mine|smelter|terminal|railway|pipeline|dam|mill|zone|hotel|project)\b"
)
# "When the road closed the sum fell to M": the noun is of a clause of its own.
_IT_MOVED = re.compile(
    r"\b(?:the (?:sum|figure|total|volume|value)|it) (?:has |had |then |soon )?[a-z]+ (?:back )?(?:to|at) (?:[a-z]+ )?$"
)
# "the refinery which A is to build , a M investment agreed upon in May": what a work costs
_OF_WORK = re.compile(
    r"\b(?:plant|factory|refinery|mine|smelter|terminal|railway|pipeline|dam|mill|port|zone|hotel)\b[^;:]{0,80} , an? (?:[a-z]+ )?M\d+(?: -)? $"
)
# "a zone in which M is to be invested": the price of a work.
_INTO_WORK = re.compile(
    r" , (?:in|into|for) which (?:[a-z]+ ){0,4}[MN]\d+ (?:is|are|will|has|have|was|were|had|to) [^,;:]*$"
)


def is_offer(coded: str, measure: Measure) -> bool:
    """True where investment is offered ("firms undertook to invest M", "promised investment of M"), which sets no aim for the states."""
    if measure.name != "investment" or measure.carried:
        return False
    if measure.word == "investment" and _OF_WORK.search(coded[: measure.start]):
        return True
    if _INTO_WORK.search(coded[: measure.start]):
        return True
    if measure.word in ("invest", "investing", "investors", "put", "poured", "pumped", "ploughed", "sunk", "placed"):
        return True
    return bool(re.search(r"\b(?:promis\w+|pledg\w+|committed|offer\w*|undert\w+)\b", coded[: measure.start]))


_CORE = cued(
    r"\b(?:(?:bilateral|mutual|two-way|reciprocal) (?:[a-z]+ )?(?:trade|turnover|commerce|exchange)|(?:trade|turnover|commerce|exchange|exchanges|trading) (?:[a-z]+ ){0,2}(?:between|with)|(?:exports?|imports?|exported|imported|investments?|shipments|sales|sold) (?:[a-z]+ ){0,2}(?:to|from|in|into) (?:the )?[CL]\d)"
)
_FINANCE = cued(
    r"\b(?:bonds|securities|shares|stocks|stockmarkets?|stock (?:market|exchange)|bourse|bullion|foreign exchange market|interest payments|moratorium|creditors?|assets?|takeover|shareholders?|profits?|dividends?|net income|"
    r"inc|corp|co|ltd|plc|marks and yen|of yen|of marks|(?:car|truck|retail|domestic|net|wholesale|vehicle|auto|parent|overseas) sales|sales (?:rose|fell)|company reported|oil and gas properties|interbank)\b"
)


def is_finance(sentence: Sentence) -> bool:
    """True for a sentence of firms, securities and money markets that says nothing of trade between states."""
    if not _FINANCE.search(sentence) or _CORE.search(sentence):
        return False
    return not any(m.name == "turnover" and "trade" in m.word for m in measures_in(sentence))
