"""Orders and contracts of firms told by their verb: "ordered 42 fighters for $8.1 billion", "contracted with the state company to build a wind farm"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.act import Act
from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper_parties import parties_of
from relations_db.extract.rules.paper_when import when_of
from relations_db.extract.rules.paper_where import place_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.fold import fold, lower
from relations_db.language.numbers import Number
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Agreement, Kind, Money, Qualifier, Status

_GOODS = (
    r"(?:aircraft|airliners?|jets?|planes?|fighters?|helicopters?|tanks?|trains?|trainsets?|locomotives?|coaches|carriages|wagons?|trams?|buses|trucks?|ships?|frigates?|corvettes?|submarines?|vessels?|boats?|tankers?|drones?|missiles?|"
    r"howitzers?|guns?|vehicles?|systems?|radars?|satellites?|reactors?|turbines?|tractors?|ambulances?|batteries|carriers?|ferries|engines?|launchers?)"
)
_ORDER = re.compile(
    rf"\b(?P<verb>ordered|orders|placed (?:an? |its |another )?(?:[a-z]+ )?orders? for|bought|purchased|acquired|agreed to buy|contracted for|signed (?:up )?for|inked (?:a |an )?(?:deal|contract|order) for|(?<=will )buy|(?<=is to )buy|(?<=are to )buy|(?<=agreed to )purchase|(?<=will )acquire)(?: a further| another| up to| some| more than| over| about| the)* N\d+(?P<goods>(?: (?:more |new |used |of the )?[a-zADNK\d-]+){{0,6}}? {_GOODS})\b"
)
# "the fifth of 20 aircraft ordered in June 2020 for $750 million"
_ORDERED = re.compile(
    rf"\bN\d+(?P<goods>(?: (?:more |new |used )?[a-zADNK\d-]+){{0,6}}? {_GOODS})(?: (?:that|which) (?:[PCHK]\d+ |it |[a-z]+ ){{1,4}})?(?: ,)? (?P<verb>ordered|bought|purchased|acquired)\b(?=[^;:.]{{0,90}}? for (?:about |some |around |nearly |over )?M\d)"
)
_SALE = re.compile(
    rf"\b(?P<verb>sold|(?:(?<=will )|(?<=is to )|(?<=agreed to ))sell)(?P<buyer> (?:the )?[CA]\d+(?: 's)?(?: [a-z]+){{0,2}})?(?: a further| another| up to| some| more than| over| about)* N\d+(?P<goods>(?: (?:more |new |used )?[a-zADNK\d-]+){{0,6}}? {_GOODS})\b(?(buyer)| to (?:the )?(?:[a-z]+ )?[CA]\d+)"
)
_WORKS = re.compile(
    r"\b(?P<verb>contracted)(?: in D\d+| on D\d+| D\d+)? with (?P<partner>[^;:.]{3,70}?) (?P<work>(?:to (?:build|supply|modernise|modernize|operate|construct|deliver|develop|run|upgrade|lay|design)|for the (?:construction|supply|delivery|modernisation))\b[^;:.,]{3,90})"
)
_END = re.compile(
    r" (?:for M|at a (?:cost|price)|worth|valued|in D\d+|on D\d+|from [PCLA]\d+|during|after|while|which|who|;)"
)
_PRICE = re.compile(
    r"^[^;:.]{0,90}? (?:for|worth|in a (?:deal|contract|purchase) (?:of|worth|valued at)|valued at|at a (?:cost|price) of|at) (?:about |some |around |nearly |over )?M(\d+)"
)


def purchase(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A contract that a verb of ordering or contracting tells of; it needs two states, and for an order its price or the seller's state."""
    coded = sentence.coded
    at = match.start("verb")
    verb = match.group("verb")
    agreed = verb.startswith("agreed") or coded.endswith("agreed to ", 0, at)
    realis = Realis(Status.PLANNED) if agreed else of_group(verb_group(sentence, at))
    outer = around(sentence, at, at + len(verb))
    if (
        realis.status is None
        or outer.status is None
        or re.search(r"\b(?:no|neither|nor) (?:[a-zA\d-]+ ){1,4}$", coded[:at])
    ):
        return
    realis = outer if outer.status in (Status.CANCELLED, Status.PROPOSED) else realis
    end = _end(coded, match)
    act = Act(realis, verb, at, "active")
    phrase = DocPhrase(at, end, at, "a", "contract", "contract", False, False, 1, Qualifier.EXACT, False)
    price = _price(sentence, match)
    parties, basis = parties_of(context, sentence, phrase, act, end)
    priced = price is not None or (basis is SAID and not verb.startswith(("sold", "sell")))
    if not parties or len(parties) < 2 or not priced:
        return
    group = "goods" if "goods" in match.groupdict() else "work"
    low, high = sentence.span(match.start(group), match.end(group) if group == "goods" else end)
    if "goods" in match.groupdict():
        low = sentence.units[sentence.at(match.start("goods"))].start
    text = context.analysis.said(low, high)
    title = f"order for {text}" if "goods" in match.groupdict() else f"contract {text}"
    when = when_of(context, sentence, phrase, act, [])
    place = place_of(context, sentence, phrase, act, when, parties, [])
    claim = Agreement(
        parties, "contract", title, 1, Qualifier.EXACT, context.sectors.find(lower(fold(title))), price, when.date, place, realis.status or Status.DONE
    )  # fmt: skip
    rule = "order" if "goods" in match.groupdict() else "works-contract"
    where = {"parties": (basis, None), "signed_on": (when.basis, when.span), "title": (SAID, (low, high))}
    yield Candidate(claim, [(sentence.start, sentence.end)], rule, sentence.index, where, realis.background)


def _end(coded: str, match: Match[str]) -> int:
    """Where the words of the goods or the work end."""
    if "work" not in match.groupdict():
        return max(match.end("goods"), match.end("verb"))
    stop = _END.search(coded, match.start("work"), match.end("work") + 12)
    return stop.start() if stop else match.end("work")


def _price(sentence: Sentence, match: Match[str]) -> Money | None:
    found = _PRICE.match(sentence.coded[match.start("verb") :])
    if not found:
        return None
    number = sentence.units[int(found.group(1))].thing
    assert isinstance(number, Number)
    return Money(number.value, number.currency or "USD")


_TRIGGERS = frozenset("ordered orders bought purchased acquired placed contracted buy".split())
RULES = (
    Rule(
        "order",
        Kind.AGREEMENT,
        _TRIGGERS | {"signed", "inked"},
        _ORDER,
        purchase,
        examples=(
            "In March 2023 Poland ordered 48 fighter jets from South Korea for $3 billion.",
            "Indonesia bought 12 helicopters from France for $600 million in 2022.",
        ),
        refusals=(
            "Poland may have ordered 48 fighter jets.",
            "The airline ordered 20 aircraft.",
            "Poland ordered 48 officers home.",
        ),
    ),
    Rule(
        "ordered",
        Kind.AGREEMENT,
        _TRIGGERS,
        _ORDERED,
        purchase,
        examples=("Poland has received the first of 48 tanks ordered from South Korea in 2022 for $3 billion.",),
        refusals=("The first of 48 tanks ordered in 2022 has arrived in Poland from South Korea.",),
    ),
    Rule(
        "sale",
        Kind.AGREEMENT,
        frozenset({"sold", "sell"}),
        _SALE,
        purchase,
        examples=(
            "In March 2023 Turkey sold 20 drones to Kuwait for $370 million.",
            "South Korea will sell Peru 30 armoured vehicles for $60 million.",
        ),
        refusals=(
            "Turkey sold 20 drones to Kuwait.",
            "Turkey sold 20 drones for $370 million.",
            "Turkey has not sold 20 drones to Kuwait for $370 million.",
        ),
    ),
    Rule(
        "works-contract",
        Kind.AGREEMENT,
        _TRIGGERS,
        _WORKS,
        purchase,
        examples=("In 2022 Kenya contracted with the Chinese state company Sinorail to build a railway.",),
        refusals=(
            "The city contracted with a local firm to build a bridge.",
            "Trade between Kenya and China contracted with falling prices.",
        ),
    ),
)
