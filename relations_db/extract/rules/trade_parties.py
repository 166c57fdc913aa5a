"""Between which two states a sum of trade runs, and in which direction."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.trade_clauses import clause, part
from relations_db.extract.rules.trade_direction import is_inward
from relations_db.extract.rules.trade_measures import Measure, measures_in
from relations_db.extract.rules.trade_near import (
    MUTUAL,
    all_states,
    dominates,
    nearby,
    next_pair,
    pair_of,
    report_home,
    states_before,
    told_pair,
    where_he_is,
)
from relations_db.extract.rules.trade_whole import is_of_bloc, is_total
from relations_db.extract.topics import Pair, TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis

_STATE = r"[CAL]\d+"
_BETWEEN = re.compile(rf"\bbetween (?:the )?({_STATE}) and (?:the )?({_STATE})")


def parties_of(
    context: Context, sentence: Sentence, measure: Measure, low: int, at: int, end: int, topic: TradeTopic | None
) -> tuple[Pair | None, Basis]:
    """The two states of a sum at `at..end` whose measure opens the stretch `low..at`; None where they cannot be told or are no pair.

    In order: "between A and B", "A-B trade", the partner told right beside the sum with the state whose trade it is, the states of the
    clause, of the sentence, the pair that the text is on.
    """
    coded = sentence.coded
    if (not measure.carried and is_total(coded, measure)) or is_of_bloc(context, sentence):
        return None, Basis.SAID
    head = coded.rfind(" ; ", 0, at)
    if measure.name == "exports" and not _is_linked(context, sentence, measure, at, topic):
        return None, Basis.SAID
    start, stop = clause(coded, min(low, at) if low > head else at)[0], clause(coded, at)[1]
    if pair := _one_way(context, sentence, end) or _named(context, sentence, start, at):
        return pair, Basis.SAID
    said = _states(context, sentence, start, stop)
    if pair := _bought_in_turn(context, sentence, at, topic) or _there(context, sentence, measure):
        return pair, Basis.SAID
    if pair := _beside(context, sentence, measure, at, end, said, topic):
        return pair, Basis.SAID
    if len(said) == 2 and _are_partners(sentence, start, stop):
        return _of_home(context, sentence, at, end, said), Basis.SAID
    if len(said) == 2:
        return pair_of(*said), Basis.SAID
    if len(said) > 2:
        return _of_many(context, sentence, measure, (start, at), said, topic), Basis.FRAME
    everywhere = _states(context, sentence, *part(coded, at)) if said else _states(context, sentence, 0, len(coded))
    if len(everywhere) == 1 and topic is None:
        everywhere = _states(context, sentence, 0, len(coded))
    if _is_lone(context, sentence, measure, everywhere, topic):
        return None, Basis.SAID
    if len(everywhere) == 2 and _fits(context, everywhere, said, topic):
        return pair_of(*everywhere), Basis.SAID
    if said:
        return _with_partner(context, sentence, said[0], [s for s in everywhere if s != said[0]], topic), Basis.FRAME
    if (
        topic
        and sentence.paragraph == topic.paragraph
        and (topic.parties or (topic.amount and not MUTUAL.search(coded)))
    ):
        return topic.parties or None, Basis.FRAME
    return around(context, sentence, everywhere, topic), Basis.FRAME


_LINK = re.compile(
    r"\b(?:to|from|into|in|between|with|for) (?:the |its |their |his |each |one )*(?:[a-z]+ )?(?:[CALG]\d+|other|another|neighbou?rs?|kingdom|republic|islands?)\b|\bof (?:the )?A\d+ |\bthere\b|\bhere\b|\bfrom across\b"
)
_OF_SUM = re.compile(rf" (?:of|worth) (?:[a-z]+ )*M\d+(?: a year| annually| worth)? (?:to|from) (?:the )?{_STATE}")
# "B took M of A's exports": the partner is who takes them.
_TAKES = re.compile(
    rf"{_STATE} (?:[a-z]+ ){{0,2}}(?:takes?|took|taken|absorbs?|absorbed|buys?|bought|receives?|received) (?:about |some |over |nearly |only |almost )*[MN]\d+ (?:worth )?of (?:the )?[CA]\d+(?: 's)? (?:[a-z]+ )?$"
)
_FLOW_NOUNS = ("exports", "export", "imports", "import", "shipments", "sales", "deliveries", "supplies", "purchases")


def _is_linked(context: Context, sentence: Sentence, measure: Measure, at: int, topic: TradeTopic | None) -> bool:
    """False where a state's exports are told without a partner, so that they may be those to the whole world."""
    coded = sentence.coded
    if measure.carried or measure.word not in _FLOW_NOUNS or (topic and topic.parties):
        return True
    if at > measure.end and _OF_SUM.match(coded, measure.end):
        return True
    if at < measure.start and _TAKES.search(coded, 0, measure.start):
        return True
    tail = coded[measure.end : measure.end + 70 if at <= measure.end else at]
    lead = coded[clause(coded, measure.start)[0] : measure.start]
    if _LINK.search(re.split(r" [,;:] ", tail)[0]) or MUTUAL.search(lead) or re.search(r"[CA]\d+ - [CA]\d+", lead):
        return True
    if any(m.name == "turnover" and m.start < measure.start for m in measures_in(sentence)):
        return True
    return bool(context.pair) and context.bilateral and len(context.states_in(sentence)) < 2


_WEAK = ("sale", "sold", "sell", "bought", "buy", "purchas", "deliver", "suppl", "shipped", "shipment")


def _is_lone(context: Context, sentence: Sentence, measure: Measure, said: list[str], topic: TradeTopic | None) -> bool:
    """True for one state's exports, sales or investment in a text that is on no pair: they go to the world."""
    if measure.carried or measure.name == "turnover" or len(said) > 1 or MUTUAL.search(sentence.coded):
        return False
    if topic and topic.amount:
        return not topic.parties
    if topic and topic.parties:
        return False
    weak = measure.word.startswith(_WEAK)
    before = states_before(context, sentence)
    return not ((context.bilateral and not weak) or any(len(states) > 1 for states in before[:2]))


_JOINT = re.compile(
    r"(?:the )?(?:[a-z]+ ){0,2}(?:presidents|premiers|ministers|leaders|kings|heads|chancellors|governments|ambassadors|speakers|emirs) of\b"
)


_THROUGH = re.compile(r"\b(?:that (?:with|of)|through|via|by way of|across|over|past) (?:the )?(C\d+|L\d+)")


def _states(context: Context, sentence: Sentence, low: int, high: int) -> list[str]:
    """The states named in a stretch, those of persons and groups too; not one that goods only pass through."""
    passed = {_state(context, sentence, m.group(1)) for m in _THROUGH.finditer(sentence.coded, low, high)}
    first, last = sentence.at(low), sentence.at(max(low, high - 1)) + 1
    return [s for s in all_states(context, sentence, first, last) if s not in passed]


def _state(context: Context, sentence: Sentence, code: str) -> str | None:
    return context.state_of(sentence.unit(code))


def _named(context: Context, sentence: Sentence, start: int, at: int) -> Pair | None:
    """A pair that the words join: "between A and B", "A-B trade"."""
    found = list(_BETWEEN.finditer(sentence.coded, start, at))
    if joined := _JOINED.search(sentence.coded[start:at]):
        found.append(joined)
    if found:
        a, b = (_state(context, sentence, g) for g in found[-1].groups())
        if a and b and a != b:
            return pair_of(a, b)
    return context.hyphened(sentence, sentence.at(start), sentence.at(at) + 1)


_FLOWS = re.compile(r"(?P<prep>from|to) (?:the )?[CL]\d+\b")
_NAMED = re.compile(r"[CAPL]\d+\b")


def _are_partners(sentence: Sentence, start: int, stop: int) -> bool:
    """True where both states of a stretch are partners of a third: "bought M from B and N from C"."""
    ways = [m.group("prep") for m in _FLOWS.finditer(sentence.coded, start, stop)]
    if len(ways) != 2 or ways[0] != ways[1] or len(_NAMED.findall(sentence.coded, start, stop)) != 2:
        return False
    return len(re.findall(r"[MN]\d+ ", sentence.coded[start:stop])) > 1


def _of_home(context: Context, sentence: Sentence, at: int, end: int, partners: list[str]) -> Pair | None:
    """The partner beside a sum with the state whose trade the text tells, if that is a third one."""
    partner = _partner(context, sentence, at, end) or _next_flow(context, sentence, end)
    home = next((s for s, _ in context.weights.most_common(3) if s not in partners), None)
    return pair_of(partner, home) if partner and home else None


def _next_flow(context: Context, sentence: Sentence, end: int) -> str | None:
    """The state of the first "from C" or "to C" behind a sum."""
    found = _FLOWS.search(sentence.coded, end)
    return _state(context, sentence, found.group().rsplit(" ", 1)[1]) if found else None


_ONE_WAY = re.compile(r" (?:[a-z]+ ){0,4}from (?:the )?([CL]\d+) (?:in)?to (?:the )?([CL]\d+)")


def _one_way(context: Context, sentence: Sentence, end: int) -> Pair | None:
    """The two states of "goods worth M went from A to B"."""
    way = _ONE_WAY.match(sentence.coded, end)
    a, b = (_state(context, sentence, code) for code in way.groups()) if way else (None, None)
    return pair_of(a, b) if a and b and a != b else None


# "A bought for M and B for M": each is a partner of the state that the text is on.
_BOUGHT = re.compile(
    rf"({_STATE}) (?:[a-z]+ )?(?:bought|took|purchased|sold|supplied|received|imported|delivered)(?: goods)? (?:for|worth) [a-z ]*[MN]\d+(?: ,| ;)?(?: and| while)? (?:the )?({_STATE}) (?:for|worth) [a-z ]*[MN]\d+"
)


def _bought_in_turn(context: Context, sentence: Sentence, at: int, topic: TradeTopic | None) -> Pair | None:
    """The pair of one of two partners that are told side by side with what they bought."""
    told = _BOUGHT.search(sentence.coded)
    if told is None or not told.start() <= at < told.end():
        return None
    buyers = [_state(context, sentence, code) for code in told.groups()]
    mine = buyers[at > told.start(2)]
    home = _doc_home(context, sentence, mine, topic) if mine else None
    return pair_of(mine, home) if mine and home and home not in buyers else None


_THERE = re.compile(r" there\b")


def _there(context: Context, sentence: Sentence, measure: Measure) -> Pair | None:
    """The pair of "A's exports there", after a sentence on one other state."""
    if measure.name != "exports" or not sentence.index or not _THERE.match(sentence.coded, measure.end):
        return None
    owner, earlier = owner_of(context, sentence, measure), context.analysis.sentences[sentence.index - 1]
    others = [s for s in all_states(context, earlier) if s != owner]
    return pair_of(owner, others[0]) if owner and len(others) == 1 and earlier.paragraph == sentence.paragraph else None


_JOINED = re.compile(
    rf"({_STATE}) and (?:the )?({_STATE})(?: ,)? (?:for|with|at|:) (?:about |some |nearly |over |just |only )*$"
)


# ------------------------------------------------------------------ partners
_BESIDE_BEFORE = re.compile(
    rf"(?P<bracket>{_STATE}) \( (?:about |some |nearly |over |with )*$|(?P<with>{_STATE}) (?:, )?(?:with|at|for|:) (?:about |some |nearly |over |just |only )*$"
    rf"|\b(?:with|to|from) (?:the )?(?P<told>{_STATE})(?! (?:central|customs|ministry|and))(?: [a-zXD\d,%-]+){{0,12}}(?<!,) $"
    rf"|\band (?:with|to|from) (?:the )?(?P<next>{_STATE}) , (?:about |some |nearly |over |just |only )*$"
)
_BESIDE_AFTER = re.compile(
    rf" (?:worth |of goods |in goods |a year )*(?:(?:came|went|was|were|each|both|more|sold|sent|shipped|bought|worth) )*(?:from|to|with) (?:the )?(?P<after>{_STATE})"
)


def _beside(
    context: Context, sentence: Sentence, measure: Measure, at: int, end: int, said: list[str], topic: TradeTopic | None
) -> Pair | None:
    """ "Trade with B came to M1, with C to M2", "B (M1) and C (M2) bought most": the partner beside the sum, in a text that names several."""
    partner = _partner(context, sentence, at, end)
    if partner is None:
        return None
    home = _home(context, sentence, measure, partner, topic)
    if home is None or (len(said) == 2 and set(said) == {partner, home}):
        return None
    listed = len(said) != 2 or home in said or len(re.findall(r"[MN]\d+ ", f"{sentence.coded} ")) > 1
    return pair_of(partner, home) if listed else None


def _partner(context: Context, sentence: Sentence, at: int, end: int) -> str | None:
    """The state told right beside a sum as a partner; the one before the sum only where no other sum stands between."""
    before = sentence.coded[:at]
    after = _BESIDE_AFTER.match(sentence.coded, end)
    if after and not re.search(rf"{_STATE} \( (?:[a-z]+ )?$", before):
        return _state(context, sentence, after.group("after"))
    if (found := _BESIDE_BEFORE.search(before[-110:])) and not re.search(r"[MN]\d+ ", found.group()):
        code = found.group("bracket") or found.group("with") or found.group("told") or found.group("next")
        return _state(context, sentence, code)
    return None


_OWNER = re.compile(rf"({_STATE}|P\d+)(?: 's)?(?: (?:[a-z-]+|O\d+|N\d+)){{0,5}} $")


# "A remained the first trade partner of B , ahead of C (M)"
_PARTNER_OF = re.compile(
    r"\b(?:trad(?:e|ing)|commercial|export|import) (?:partners?|markets?) (?:of|for) (?:the )?(C\d++)(?! and\b)"
)
_SELLER = re.compile(r"(?: [a-z]+| M\d+){0,4}? (?:from (?:the )?)?([AC]\d+)\b")


def _home(context: Context, sentence: Sentence, measure: Measure, partner: str, topic: TradeTopic | None) -> str | None:
    """Whose trade with the partner it is: the owner of the trade word, the state that opens the sentence, else the state that the text is on."""
    coded = sentence.coded
    if (whose := _PARTNER_OF.search(coded)) and (state := _state(context, sentence, whose.group(1))) != partner:
        return state
    trade = [measure.start] if not measure.carried else []
    for place in [*trade, *(m.start for m in measures_in(sentence))]:
        if owner := _OWNER.search(coded[:place]):
            state = _state(context, sentence, owner.group(1))
            if state and state != partner and not re.search(r"\b(?:with|to|from) (?:the )?$", coded[: owner.start()]):
                return state
    if is_inward(measure) and (seller := _SELLER.match(coded[measure.end :])):
        state = _state(context, sentence, seller.group(1))
        if state != partner:
            return state
    opening = re.match(rf"(?:the |but |and |, )*({_STATE}) ", coded)
    if opening and (state := _state(context, sentence, opening.group(1))) != partner:
        return state
    return _doc_home(context, sentence, partner, topic)


def owner_of(context: Context, sentence: Sentence, measure: Measure) -> str | None:
    """The state whose trade or exports a trade word tells: "A's exports", not "trade with A"."""
    owner = _OWNER.search(sentence.coded[: measure.start])
    if owner is None or re.search(r"\b(?:with|to|from|in) (?:the )?$", sentence.coded[: owner.start()]):
        return None
    return _state(context, sentence, owner.group(1))


def _owner_before(context: Context, sentence: Sentence) -> str | None:
    """The state whose exports or trade one of the two sentences before tells."""
    for earlier in reversed(context.analysis.sentences[max(0, sentence.index - 2) : sentence.index]):
        for measure in measures_in(earlier):
            if owner := owner_of(context, earlier, measure):
                return owner
    return None


def _doc_home(context: Context, sentence: Sentence, partner: str, topic: TradeTopic | None) -> str | None:
    """The state whose trade the text tells: that of all topics so far, the dateline's, else the one named most."""
    pairs = [set(t.parties) for t in context.trade_topics if t.parties]
    common = set.intersection(*pairs) - {partner} if pairs else set()
    if len(common) == 1:
        return common.pop()
    if (home := report_home(context)) and home != partner:
        return home
    here = context.here()
    if here and here.country != partner and context.weights[here.country]:
        return here.country
    if (owner := _owner_before(context, sentence)) and owner != partner:
        return owner
    if topic and partner in topic.parties:
        return next(s for s in topic.parties if s != partner)
    top = [s for s, _ in context.weights.most_common(2) if s != partner]
    return top[0] if top else None


def _of_many(
    context: Context, sentence: Sentence, measure: Measure, clause_: tuple[int, int], said: list[str],
    topic: TradeTopic | None,
) -> Pair:  # fmt: skip
    """The pair of a clause that names three states or more: its home with the state last named before the sum, the topic's, the text's."""
    before = _states(context, sentence, *clause_)
    if len(before) == 2 and len(re.findall(r"[MN]\d+ ", sentence.coded)) > 1:
        return pair_of(*before)
    for pair in (topic.parties if topic else (), context.pair or ()):
        if len(pair) == 2 and set(pair) <= set(said):
            return tuple(pair)
    return pair_of(*said[:2])


def _fits(context: Context, everywhere: list[str], said: list[str], topic: TradeTopic | None) -> bool:
    """Whether the two states of a sentence are the pair of a clause that names one of them or none."""
    if not set(said) <= set(everywhere):
        return False
    known = {tuple(sorted(everywhere))} & {context.pair, topic.parties if topic else None}
    return bool(said or known or not context.bilateral)


def _with_partner(
    context: Context, sentence: Sentence, state: str, others: list[str], topic: TradeTopic | None
) -> Pair | None:
    """The pair of a clause that names one state: the topic's, the document's, or with the state told last before."""
    local = told_pair(context, sentence)
    for pair in (topic.parties if topic else (), local, context.pair if context.bilateral else None):
        if pair and state in pair:
            return tuple(pair)
    if (report := report_home(context)) and report != state:
        return pair_of(state, report)
    if topic and topic.source and topic.paragraph == sentence.paragraph and state not in topic.parties:
        home = next((s for s in topic.parties if s != topic.source), None) if is_inward(topic) else topic.source
        return pair_of(state, home or topic.source)
    if others:
        return pair_of(state, others[0])
    guest = context.guest.country if context.guest else None
    if guest and guest != state and any(v.host == state and v.country == guest for v in context.visits):
        return pair_of(state, guest)
    if (
        topic
        and topic.parties
        and topic.paragraph == sentence.paragraph
        and (home := _doc_home(context, sentence, state, topic))
    ):
        return pair_of(state, home)
    for states in states_before(context, sentence):
        if rest := [s for s in states if s != state]:
            return pair_of(state, rest[0])
    partner = context.partner(state, sentence.index)
    return pair_of(state, partner) if partner else where_he_is(context, sentence, state)


def around(context: Context, sentence: Sentence, said: list[str], topic: TradeTopic | None) -> Pair | None:
    """The pair that a clause without states is about; None where its paragraph speaks of no states and of nothing mutual."""
    if len(said) == 2:
        return pair_of(*said)
    if (local := told_pair(context, sentence)) and set(said) <= set(local):
        return local
    if context.pair and context.bilateral and set(said) <= set(context.pair):
        return context.pair
    if said:
        return _with_partner(context, sentence, said[0], [], topic)
    near = nearby(context, sentence) or (topic.parties if topic and topic.parties else None)
    near = near or (None if context.pair else next_pair(context, sentence))
    if near or not context.pair:
        return near
    return context.pair if MUTUAL.search(sentence.coded) or dominates(context) else None
