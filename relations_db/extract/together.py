"""Whether a text tells of states together, so that its frame may give the parties that a sentence leaves out.

General news names many states beside each other without telling of their relations: where the loan comes from, on which market the share
fell. What such a text says of a pact or a sum must name its parties itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from relations_db.extract.context import Context, speaks_of_relations
from relations_db.language import patterns as re
from relations_db.language.cues import Sought
from relations_db.language.firms import firm_state

_FIRMS = re.compile(
    r"<[A-Z][A-Z.]{0,7}(?: [A-Z]{2})?>|\b(?:Inc|Corp|Corporation|Plc|PLC|Ltd|AG|NV|AB|SpA|GmbH|shareholders?|net profits?|group turnover)\b"
)
_MARKET = Sought(
    r"\b(?:dealers?|traders?|analysts?|bankers?|tariffs?|shares?|stocks?|currenc(?:y|ies)|dollars?|yen|prices?|tonnes|barrels?|quotas?|deficits?|surplus(?:es)?|interest rates?|creditors?|debts?|inflation|markets?|brokers?|economists?|exporters?|importers?|banks?|budget|taxe?s?|subsid(?:y|ies)|crude)\b"
)
_FIGHTING = Sought(
    r"\b(?:troops|warplanes?|fighter-bombers?|gunships?|artillery|raid(?:s|ed)?|bomb(?:ed|ing|s)|shell(?:ed|ing)|offensive|military spokesman|high command|casualties|battle(?:s|field)?|(?:killed|wounded|destroyed|attacked|assault)(?= [^.]{0,60}\b(?:troops|forces|planes?|installations?|positions?|soldiers|stations?|targets?)))\b"
)
_MUCH = 7
_OPENING = 2  # sentences: the heading and the first of the text, or the first two
_NEAR = 4
_FEW = 4


def are_together(context: Context, states: Iterable[str], index: int) -> bool:
    """True where a visit joins the states, or the opening names them all, or one of the sentences just before or at `index`.

    The state of the dateline goes with every other; of three states or more two are enough.
    """
    parties = frozenset(states)
    if len(parties) > 2:
        return any(are_together(context, pair, index) for pair in combinations(sorted(parties), 2))
    if (home := context.here()) and home.country in parties:
        parties -= {home.country}
    if any(parties <= {visit.country, visit.host} for visit in context.visits):
        return True
    named = _named(context)
    if parties <= frozenset().union(*named[:_OPENING]):
        return True
    return any(parties <= told for told in named[max(0, index - _NEAR) : index + 1])


def is_of_firms(context: Context) -> bool:
    """True for news of firms: it names several, and is on no two states."""
    return context.pair is None and len(_FIRMS.findall(context.analysis.folded)) > 1


def is_general(context: Context) -> bool:
    """True for general news, on no two states; a few lines may be on two states without saying so."""
    return context.pair is None and len(context.analysis.sentences) > _FEW


def is_of_markets(context: Context) -> bool:
    """True for general news, and for news of markets, budgets and debts that names officers of states but is not on their relations."""
    if is_general(context):
        return True
    low = context.analysis.low[:6000]
    return not speaks_of_relations(context.analysis) and sum(1 for _ in _MARKET.finditer(low)) > _MUCH


def is_of_war(context: Context) -> bool:
    """True for reports of fighting: their communiques are of one side, and what they name is destroyed, not built."""
    return sum(1 for _ in _FIGHTING.finditer(context.analysis.low[:6000])) > 3


def _named(context: Context) -> list[frozenset[str]]:
    """The states that each sentence names, by whatever word."""
    if context.named is None:
        hits = [h for h in context.analysis.hits if h.kind in ("country", "adjective", "city", "seat")]
        firms = [h for h in context.analysis.hits if h.kind == "mask" and h.values[:1] == ("firm",)]
        found = []
        for sentence in context.analysis.sentences:
            told = {context.state_of(unit) for _, unit in sentence.things if unit.code in ("P", "C", "A", "L")}
            told |= {h.values[0] for h in hits if sentence.start <= h.start < sentence.end}
            told |= {
                state
                for h in firms
                if sentence.start <= h.start < sentence.end
                and (state := firm_state(context.lexicon, context.analysis.folded, h))
            }
            found.append(frozenset(state for state in told if state))
        context.named = found
    return context.named
