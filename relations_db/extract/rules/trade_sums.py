"""The sums of money of a sentence, with those that leave out currency, scale or both ("12.8 against 11.3 bln dollars")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence, Unit
from relations_db.language.numbers import Number, clean
from relations_db.values import Qualifier


@dataclass(frozen=True, slots=True)
class Sum:
    """Money at `at..end` of a coded sentence, told by unit `unit`; `elided`: the currency is that of another sum."""

    unit: int
    at: int
    end: int
    amount: int | float
    scale: int
    currency: str
    qualifier: Qualifier
    elided: bool = False
    span: tuple[int, int] = (0, 0)


_LEAST = 10**5  # no trade of two states is told in smaller sums; prices of single goods are
_BARE_AFTER = re.compile(
    r" ?(?:- )?(?:[,;:.)(\"'?!-]|(?:in|by|of|for|from|at|to|and|or|a|per|each|annually|yearly|is|was|were|are|has|had|have|which|that|as|with|within|over|during|before|until|while|"
    r"whereas|but|then|later|afterwards|against|compared|worth|mark|target|goal|threshold|level|milestone|respectively|it|he|she|we|the|up|down|more|less|so|promised|agreed|would|could|"
    r"should|will|recorded|reported|registered|initially|eventually|on|last|this|next|each|still|only|than|did|does|since|after|there|here|because|when|where|though|although|"
    r"[CDGHLMNPX]\d++)(?![a-z])|$)"
)
_TIGHT_BEFORE = re.compile(
    r"\b(?:(?:to|at|from|against|see|was|were|is|reach(?:ed)?|than|been|be|versus|make it|or|and|then|put it at|instead of|not)(?: (?:about|around|some|nearly|over|almost|only|just|barely|roughly|the|a mere|"
    r"more than|less than|as much as|closer to|under|well over|just under|just over))*) $|\b(?:exports|imports|sales|purchases|shipments) $|(?:^|[;:\"] )(?:(?:the|their|its|this|that|last year 's) )+$"
)
_TIGHT_AFTER = re.compile(
    r" (?:[,;:.)\"]|and (?:(?:our|the|its|their|[AC]\d+|'s) )*(?:imports|exports|sales|purchases)|(?:in|by|for|of|during) D\d+|D\d+|a year|annually|the year|by the|within|(?:with)?in (?:the next )?N\d+ years|afterwards|later|(?:that|which)? ?(?:[GCPH]\d+|they|we) (?:want|aim|hope|had))|$"
)
_SECOND = re.compile(
    r"[MN]\d+ (?:\(|, or|or|/|,|-|, that is ,|- or) (?:about |around |some |roughly |approximately |nearly |almost |just over |over |more than |the |an? |in )*(?:equivalent (?:of|to) |equal to |worth )?(?:about |around )?$"
)
_THAT_IS = re.compile(
    r" , (?:that is|i \. e \.|in other words|the equivalent of|equivalent to|equal to)(?: to say)?(?: ,)? (?:about |some |around |nearly )?$"
)
_RANGE = re.compile(r"(?P<between>\bbetween (?:about |some |the )?)?[MN]\d+ (?:(?P<dash>-)|(?P<and>and|to)) $")
_PER_UNIT = re.compile(
    r" (?:a|per|for a|for each|the) (?:barrel|tonne|ton|share|head|kilo\w*|litre|unit|person|month)\b"
)

_ROUGHLY = r"(?:about |some |nearly |around |almost |over |more than |just |only |another |a |an |further |record |roughly |approximately )*"
_MOVED = r"(?:rose|rise[ns]?|grew|grow[ns]?|growing|increas\w+|climb\w*|jump\w*|surg\w+|soar\w*|fell|fall\w*|declin\w+|decreas\w+|drop\w*|shr[aiu]nk|reduc\w+|expand\w*|widen\w*|narrow\w*|lower\w*|rais\w+|boost\w*|cut|slump\w*|slid|slipp?ed|up|down)"
_DIFFERENCE = re.compile(
    rf"\b{_MOVED}(?: (?!to\b|and\b|but\b|from\b|at\b)[a-zACGHNQDP\d'-]+){{0,6}} by (?:the equivalent of )?{_ROUGHLY}$|(?<!for )(?<!have )\b(?!rise |reduced |raised |boosted |increase |widening )(?:rose|grew|climbed|jumped|surged|soared|fell|declined|decreased|dropped|shrank|slumped|slid|slipped|increased|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!taken )(?<!takes )(?<!took )up|down) {_ROUGHLY}$"
)

_BY_HOW_MUCH = re.compile(
    rf"\b(?:rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?|lift(?:s|ed|ing)?|cut|reduc(?:e|es|ed|ing)) (?:(?:the|its|their|our|his) )?(?:[a-z-]+ ){{0,2}}"
    rf"(?:exports?|imports?|trade|turnover|sales|purchases|supplies|deliveries|investments?)\b(?: (?!to about|at\b|by\b)[a-zACGLNPD'\d-]+){{0,8}} by {_ROUGHLY}$"
)
_MORE_THAN = re.compile(r"(?: \( [^()]* \)| \))? (?:more|less|higher|lower|fewer) than\b")


def is_difference(coded: str, at: int, end: int) -> bool:
    """True where a sum tells by how much a value moved ("grew by M", "fell M to M"), not the value."""
    before = coded[max(0, at - 110) : at]
    return bool(_DIFFERENCE.search(before) or _BY_HOW_MUCH.search(before) or _MORE_THAN.match(coded, end))


def sums_in(context: Context, sentence: Sentence, topic_scale: int = 1, topic_amount: float = 0) -> list[Sum]:
    """All sums that stand for themselves, in order: second currencies in brackets and the upper ends of ranges left out.

    `topic_scale` and `topic_amount` are those of the sum told before this sentence, for "last year it was 4.1"; 1 and 0 where there is none.
    """
    found: list[Sum] = []
    currencies = {n: c for n, u in sentence.things if (c := _currency(u))}
    for number, unit in sentence.things:
        if unit.code not in ("M", "N") or not isinstance(unit.thing, Number):
            continue
        made = _sum(context, sentence, number, unit, unit.thing, currencies)
        if made is None and unit.code == "N":
            made = _bare(context, sentence, number, unit.thing, found, topic_scale, topic_amount, currencies)
        if made is None or made.amount < _LEAST or _PER_UNIT.match(sentence.coded, made.end):
            continue
        if is_difference(sentence.coded, made.at, made.end):
            continue
        _add(sentence, found, made)
    return found


def _currency(unit: Unit) -> str | None:
    return unit.thing.currency if isinstance(unit.thing, Number) else None


def _add(sentence: Sentence, found: list[Sum], made: Sum) -> None:
    """Append a sum unless it repeats the last in another currency or ends a range that the last one opens."""
    before = sentence.coded[: made.at]
    if found and (second := _SECOND.search(before)) and second.start() == found[-1].at:
        other = made.currency != found[-1].currency and not made.elided
        if other and (second.group()[-2] == "(" or "or" in second.group() or made.scale > 1):
            return
    if found and made.currency != found[-1].currency and not made.elided and _THAT_IS.search(before[found[-1].end :]):
        return
    if found and (ranged := _RANGE.search(before)) and before.rfind(f"{_code(sentence, found[-1])} ") >= ranged.start():
        dashed = ranged.group("dash") and made.amount > found[-1].amount
        spanned = ranged.group("between") and ranged.group("and") and found[-1].currency == made.currency
        if dashed or spanned:
            found[-1] = replace(found[-1], qualifier=Qualifier.OVER)
            return
    found.append(made)


def _code(sentence: Sentence, found: Sum) -> str:
    return f"{sentence.units[found.unit].code}{found.unit}"


def _sum(
    context: Context, sentence: Sentence, number: int, unit: Unit, thing: Number, currencies: dict[int, str]
) -> Sum | None:
    """A sum with a currency of its own, or one with a scale that can be nothing else."""
    at = sentence.offsets[number]
    end = at + len(f"{unit.code}{number}")
    if unit.code == "N" and (thing.scale < 10**6 or thing.unit or not _BARE_AFTER.match(sentence.coded, end)):
        return None
    if not thing.currency and not currencies and not _is_of_money(context, sentence):
        return None
    currency = (
        thing.currency or _reckoned(context, sentence, number, currencies) or _nearest(context, number, currencies)
    )
    return Sum(
        number,
        at,
        end,
        thing.value,
        thing.scale,
        currency,
        thing.qualifier,
        not thing.currency,
        (thing.start, thing.end),
    )


_AMOUNTS = re.compile(
    r"[MN]\d+ (?:- )?(?:tons?|tonnes?|bpd|barrels|units|bushels|bales|bags|people|tourists|cars|gallons|hectares|acres|cubic)\b"
)


_OF_TRADE = re.compile(r"\b(?:trade|turnover|commerce|exports|imports|goods (?:exchanged|traded))\b")


_MUTUAL_TRADE = re.compile(r"\b(?:turnover|trade|commerce|bilateral|mutual|two-way)\b")


def _is_of_money(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence that names no currency can speak of money: no weights or numbers of pieces in it, trade told before it."""
    if _AMOUNTS.search(sentence.coded):
        return False
    priced = any(_currency(u) for s in context.analysis.sentences for _, u in s.things)
    if _OF_TRADE.search(sentence.coded):
        return priced or bool(_MUTUAL_TRADE.search(sentence.coded))
    return bool(context.trade_topics) or priced


_IN_WORDS = re.compile(
    r"\bin (euros?|dollars?|pounds?|roubles?|rubles?|yuan|yen|lira|liras|rupees?|tenge|francs?|marks?|rand)\b"
)


def _reckoned(context: Context, sentence: Sentence, number: int, currencies: dict[int, str]) -> str | None:
    """The currency that the clause reckons in ("who reckons in euros, mentions 5 billion")."""
    low = max((sentence.offsets[n] for n in currencies if n < number), default=0)
    found = list(_IN_WORDS.finditer(sentence.coded, low, sentence.offsets[number]))
    return context.lexicon.numbers.currency_of(found[-1].group(1)) if found else None


def _nearest(context: Context, number: int, currencies: dict[int, str]) -> str:
    """The currency of the nearest sum: in the sentence (the one after before the one before), in the text before it, in the text."""
    later = next((c for n, c in currencies.items() if n > number), None)
    earlier = next((c for n, c in reversed(currencies.items()) if n < number), None)
    if found := earlier or later:
        return found
    if context.trade_topics:
        return context.trade_topics[-1].currency
    return next((c for s in context.analysis.sentences for _, u in s.things if (c := _currency(u))), "USD")


# "the figures had been 5.3 and 3.1 billion respectively": the first is of the scale of the second
_IN_TURN = re.compile(
    r" and (?:about |some |nearly |only )*[MN](\d+)(?: (?:dollars|euros|[a-z]+))?(?: ,)? respectively\b"
)


def _bare(
    context: Context, sentence: Sentence, number: int, thing: Number, found: list[Sum], scale: int, amount: float,
    currencies: dict[int, str],
) -> Sum | None:  # fmt: skip
    """A number without scale that goes on from another sum: "trade at $88.4 bln for 2014, Beijing at 95"."""
    if thing.scale not in (1, 100) or thing.unit or thing.ordinal or not 1 < thing.value < 1000:
        return None
    at = sentence.offsets[number]
    end = at + len(f"N{number}")
    if (pair := _IN_TURN.match(sentence.coded, end)) and not thing.ordinal and thing.value < 1000:
        second = sentence.units[int(pair.group(1))].thing
        if isinstance(second, Number) and second.scale >= 10**6:
            value, money = clean(thing.value * second.scale), second.currency or _nearest(context, number, currencies)
            return Sum(number, at, end, value, second.scale, money, thing.qualifier, True, (thing.start, thing.end))
    if not _TIGHT_BEFORE.search(sentence.coded[max(0, at - 40) : at]) or not _TIGHT_AFTER.match(sentence.coded, end):
        return None
    scale, amount = (found[-1].scale, found[-1].amount) if found else (scale, amount)
    value = clean(thing.value * scale)
    if scale < 10**6 or not amount / 20 <= value <= amount * 20:
        return None
    currency = found[-1].currency if found else _nearest(context, number, currencies)
    return Sum(number, at, end, value, scale, currency, thing.qualifier, True, (thing.start, thing.end))
