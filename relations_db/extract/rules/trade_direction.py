"""In which direction a sum of exports or investment runs."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.occasions import state_of
from relations_db.extract.rules.trade_clauses import part
from relations_db.extract.rules.trade_measures import Measure
from relations_db.extract.topics import Pair, TradeTopic
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_FLIP = re.compile(
    r"\b(?:in return|the other way|in the other direction|the rest|in exchange|the reverse flow|the opposite direction)\b"
)


_OTHER_WAY = re.compile(
    r"^(?:and |but )?in the (?:other|opposite|reverse) direction (?!it |[a-z]+ (?:was|were|is|are)\b)"
)


def source_of(
    context: Context, sentence: Sentence, measure: Measure, parties: Pair, at: int, topic: TradeTopic | None
) -> str | None:
    """Who exports or invests: "A's exports", "exports to B", "imports from B", "B bought from A", "A put M into B"; None for turnover."""
    if measure.name == "turnover":
        return None
    other = {parties[0]: parties[1], parties[1]: parties[0]}
    if measure.carried:
        source = topic.source if topic and topic.source in other else None
        return other[source] if source and _OTHER_WAY.search(sentence.coded) else source
    if is_inward(measure) and (state := _among(context, sentence, _FROM.match(sentence.coded, at), other)):
        return state
    seller = _SUPPLIES.search(sentence.coded, 0, measure.start)
    if seller and measure.word in _UNSAID and (state := _among(context, sentence, seller, other)):
        return state
    way = _WAY.search(sentence.coded, at)
    state = _among(context, sentence, way, other) if way and measure.word == "goods" else None
    if measure.word == "goods" and not state and (to := _WENT_TO.match(sentence.coded, at)):
        state = other.get(_among(context, sentence, to, other) or "")
    state = state or _told_source(context, sentence, measure, other, at)
    high = part(sentence.coded, at)[1]
    flip = _FLIP.search(sentence.coded, max(0, at - 40), high)
    if flip:
        here = [t for t in context.trade_topics[-3:] if t.index == sentence.index and t.source in other]
        last = here[-1] if here else topic
        if last and last.source in other:
            return other[last.source]
    if state:
        return state
    if state := _home_before(context, sentence, other):
        return other[state] if is_inward(measure) else state
    reporter = next((s for s in context.states_in(sentence) if s in other), None)
    reporter = reporter or (context.host if context.host in other else parties[0])
    return other[reporter] if is_inward(measure) else reporter


_FROM = re.compile(r"[MN]\d+(?: [a-z-]+){0,5}? from (?:the )?([CL]\d+)")
# "A is B's main supplier, but shipments fell"
_SUPPLIES = re.compile(
    r"([CL]\d+) (?:is|was|are|were|has been|had been|remains|remained) (?:by far |still )?(?:the )?(?:[CA]\d+ (?:'s )?)?(?:[a-z]+ |[ABKO]\d+ ){0,4}(?:supplier|exporter|seller)(?: (?:to|of) (?:the )?[CA]\d+)?\b(?=.* (?:but|and|though|although|while|,) )"
)
_UNSAID = ("shipments", "sales", "deliveries", "supplies", "exports")
_WENT_TO = re.compile(
    r"[MN]\d+(?: , [^,;:]{1,50} ,)? (?:(?:have|has|were|was|been|then|also) )*(?:went|gone|sent|shipped|sold|exported) to (?:the )?([CL]\d+)"
)
_WAY = re.compile(r" from (?:the )?([CL]\d+) (?:in)?to (?:the )?[CL]\d+")


def _home_before(context: Context, sentence: Sentence, other: dict[str, str]) -> str | None:
    """The state from whose side the flows of this sentence and the two before it are told."""
    near = (t for t in reversed(context.trade_topics) if sentence.index - t.index <= 2)
    last = next((t for t in near if t.measure == "exports" and t.source in other), None)
    if last is None or last.source is None:
        return None
    return other[last.source] if is_inward(last) else last.source


def is_inward(measure: Measure | TradeTopic) -> bool:
    """True for words that tell a flow from the side of who receives it."""
    return measure.word.startswith(("import", "bought", "purchas", "buy", "receiv", "got", "gets"))


_ELIDED = re.compile(
    r"\b(?:and|while|but|,|;|against) (?:the )?([CA]\d+) 's (?=to |only |just |for |at |were |was |came |stood |reached |amounted |totall?ed |about |some |worth )"
)


_OWN_SUM = re.compile(
    r"[MN]\d+ [^;:]*(?:, |; |\band |\bwhile )([CA]\d+) (?:, )?(?:only |just |about |some |for |a mere |nearly )*$"
)


def _told_source(context: Context, sentence: Sentence, measure: Measure, other: dict[str, str], at: int) -> str | None:
    elided = list(_ELIDED.finditer(sentence.coded, measure.end, at))
    if elided and (state := _among(context, sentence, elided[-1], other)):
        return other[state] if is_inward(measure) else state
    bare = _OWN_SUM.search(sentence.coded, measure.end, at)
    if bare and (state := _among(context, sentence, bare, other)):
        return other[state] if is_inward(measure) else state
    doer = _doer(context, sentence, measure) or _we(context, sentence, measure, other)
    if doer in other:
        return other[doer] if is_inward(measure) else doer
    after = sentence.coded[measure.end : measure.end + 70]
    before = sentence.coded[max(0, measure.start - 60) : measure.start]
    if state := _among(
        context, sentence, re.match(r"(?: [a-zM\d-]+){0,6}? (?:from|by) (?:the )?([CAPL]\d+)", after), other
    ):
        return state
    if whose := re.match(r"(?: [a-zMN\d-]+){0,6}? from (Q\d+) country\b", after):
        state = state_of(context, sentence, int(whose.group(1)[1:]))
        if state in other:
            return state
    into = re.match(r"(?: [a-zMN\d-]+){0,6}? (?:to|in|into) (?:the )?([CAPL]\d+)", after)
    if not is_inward(measure) and (state := _among(context, sentence, into, other)):
        return other[state]
    owner = re.search(r"(?P<into>\b(?:in|into|to) (?:the )?)?([CAP]\d+)(?: 's)?(?: [a-z-]+){0,5} $", before)
    if (
        owner
        and owner.group("into")
        and measure.name == "investment"
        and re.search(r"\binvest", owner.string[: owner.start()])
    ):
        state = context.state_of(sentence.unit(owner.group(2)))
        return other.get(state or "")
    if state := _among(context, sentence, owner, other, 2):
        return other[state] if is_inward(measure) else state
    return None


_WE = re.compile(r"\bwe (?:[a-z]+ly |now |still |also |only |already |have |can |[^;:.,]{0,60}\band )*$")
_SAYS = re.compile(
    r"\b(?:said|says|added|noted|told|explained|complained) [^;:]{0,40}?([PHC]\d+)|([PH]\d+) (?:said|says|added|noted|told)\b"
)


def _we(context: Context, sentence: Sentence, measure: Measure, other: dict[str, str]) -> str:
    """Who "we" is in a quotation: the state of who says it in the sentence, else the one that the sentence does not name."""
    if not measure.word.startswith(("buy", "sell", "bought", "sold")) or not _WE.search(
        sentence.coded, 0, measure.start
    ):
        return ""
    for said in _SAYS.finditer(sentence.coded):
        code = said.group(1) or said.group(2)
        inside = said.group(2) and re.search(r"\bi $", sentence.coded[: said.start()])
        state = context.state_of(sentence.unit(code))
        if state in other and said.start() > measure.start and not inside:
            return state or ""
    named = {s for s in context.states_in(sentence) if s in other}
    named |= {
        s
        for n in sentence.of("P")
        if sentence.offsets[n] < measure.start and (s := context.state_of(sentence.units[n])) in other
    }
    return other[named.pop()] if len(named) == 1 else ""


_ITS = re.compile(r"(?:^|[,;] |\b(?:and|but|while) )its (?:[a-z]+ ){0,2}$")


def _doer(context: Context, sentence: Sentence, measure: Measure) -> str:
    """The state that sells or buys: the subject of the trade word, or what "its" at the head takes up from the sentence before; "" if none."""
    if _ITS.search(sentence.coded, 0, measure.start) and sentence.index:
        earlier = context.analysis.sentences[sentence.index - 1]
        opening = re.match(r"(?:the )?([CA]\d+) (?!and )", earlier.coded)
        return (context.state_of(earlier.unit(opening.group(1))) if opening else None) or ""
    at = sentence.at(measure.start)
    clause = next((c for c in context.clauses(sentence) if c.verb.head == at and not c.passive), None)
    if clause is None or len(clause.subject) != 1:
        return ""
    return context.state_of(sentence.units[clause.subject[0]]) or ""


def _among(
    context: Context, sentence: Sentence, match: re.Match[str] | None, among: dict[str, str], group: int = 1
) -> str | None:
    state = context.state_of(sentence.unit(match.group(group))) if match else None
    return state if state in among else None
