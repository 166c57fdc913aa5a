"""The states that a passage is about, where the words beside a document name one or none."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from relations_db.extract.act import Act
from relations_db.extract.context import Context
from relations_db.extract.rules.paper_states import states_at, unit_state
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Visit


def near_pair(context: Context, sentence: Sentence, high: int | None = None) -> tuple[str, ...] | None:
    """The states that the passage is about: the pair of a bilateral text, the two states of the paragraph, those of the document or visit told before."""
    here = paragraph_states(context, sentence, high)
    if context.pair and len(here) == 2 and context.is_of_others(here):
        return tuple(sorted(here))
    if context.bilateral and context.pair and not states_at(context, sentence, 0, len(sentence.units), 2):
        return context.pair
    before = [(i, told) for i, told in context.paper_parties[-4:] if not _is_over(context, sentence, i, told)]
    if context.pair and not here and not any(sentence.index - i <= 2 for i, _ in before[-1:]):
        return context.pair
    if context.pair and (set(here) <= set(context.pair)) and (context.bilateral or len(here) == 2):
        return context.pair
    for index, parties in reversed(before):
        left = context.analysis.sentences[index].paragraph != sentence.paragraph and context.is_of_others(parties)
        if sentence.index - 3 <= index <= sentence.index and set(here) <= set(parties) and not left:
            return parties
    told = [
        (index, visit)
        for start, visit in context.visit_places
        if (index := _sentence_of(context, start)) < sentence.index
    ]
    if told and sentence.index - told[-1][0] <= 2 and set(here) <= set(told[-1][1].parties):
        return told[-1][1].parties
    if len(here) == 2:
        return tuple(sorted(here))
    if context.pair and set(here) <= set(context.pair):
        return context.pair
    if told and sentence.index - told[-1][0] <= 2:
        return told[-1][1].parties
    return None


def _is_over(context: Context, sentence: Sentence, index: int, parties: tuple[str, ...]) -> bool:
    """True for the parties of a paper told in passing, before the text came back to its own pair."""
    return index < sentence.index and parties != context.pair and context.is_over(sentence, index)


def of_sentence_before(context: Context, sentence: Sentence) -> tuple[str, ...] | None:
    """The only two states that act in the sentence before, where each sentence is a paragraph and this one names none."""
    if not sentence.index or states_at(context, sentence, 0, len(sentence.units), 3):
        return None
    before = context.analysis.sentences[sentence.index - 1]
    found = states_at(context, before, 0, len(before.units), 2)
    return tuple(sorted(found)) if len(found) == 2 and sentence.paragraph - before.paragraph <= 1 else None


def paragraph_states(context: Context, sentence: Sentence, high: int | None) -> list[str]:
    """The acting states of the paragraph, up to unit `high` of the sentence."""
    found: list[str] = []
    for earlier in context.analysis.sentences[max(0, sentence.index - 8) : sentence.index + 1]:
        if earlier.paragraph == sentence.paragraph:
            end = high if high is not None and earlier is sentence else len(earlier.units)
            own = earlier is sentence
            found += [
                s
                for s in states_at(context, earlier, 0, end, 1)
                if s not in found and (own or context.lexicon.stood(s, context.analysis.on))
            ]
    return found


def _sentence_of(context: Context, start: int) -> int:
    return bisect_right(context.analysis.sentences, start, key=lambda s: s.start) - 1


def partner_of(context: Context, sentence: Sentence, state: str) -> str | None:
    """The state that the passage pairs with `state`: of the bilateral text, of the visit told nearby, else the one most told of in the paragraph."""
    if context.bilateral and context.pair and state in context.pair:
        return next(s for s in context.pair if s != state)
    for index, parties in reversed(context.paper_parties):
        if sentence.index - 2 <= index <= sentence.index and state in parties and len(parties) == 2:
            return next(s for s in parties if s != state)
    if visited := _visit_partner(context, sentence, state):
        return visited
    if hub := _hub(context, sentence, state):
        return hub
    before = [
        s
        for s in context.analysis.sentences[max(0, sentence.index - 12) : sentence.index]
        if s.paragraph == sentence.paragraph
    ]
    for told in (before, [sentence]):
        if weights := _weights(context, told, state):
            lead = next(iter(weights))
            hub = context.weights.most_common(1)[0][0]
            return max(
                weights, key=lambda s: (weights[s] + 2 * (s == lead) + 2 * (s == hub), s in (context.pair or ()))
            )
    top = context.weights.most_common(2)
    if top and top[0][0] != state and (len(top) < 2 or top[0][1] >= 2 * top[1][1]):
        return top[0][0]
    return context.partner(state, sentence.index)


def _hub(context: Context, sentence: Sentence, state: str) -> str | None:
    """The side that the papers told just before have in common, or that the text is most about, where `state` is none of theirs."""
    told = [set(parties) for index, parties in context.paper_parties if sentence.index - 2 <= index <= sentence.index]
    if not told or state in told[-1] or len(told[-1]) != 2:
        return None
    common = (set.intersection(*told) or told[-1]) - _others_with(context, sentence)
    order = list(context.weights)
    return max(common or told[-1], key=lambda s: (context.weights[s], -order.index(s) if s in order else -99))


def _others_with(context: Context, sentence: Sentence) -> set[str | None]:
    """The states of "with Malaysia and another with Cambodia": neither is the one who signs."""
    spots = (n for n, u in sentence.things if u.code in ("C", "P"))
    return {
        unit_state(context, sentence, n) for n in spots if _AFTER_WITH.search(sentence.coded[: sentence.offsets[n]])
    }


_AFTER_WITH = re.compile(r"\bwith (?:the )?(?:[a-z]+ )?$")


def visit_before(context: Context, sentence: Sentence, state: str | None = None) -> tuple[str, ...] | None:
    """The states of the visit told in the sentence before, or the one before that; of `state` where that is known."""
    for back in (1, 2):
        told = {tuple(sorted(v.parties)) for v in visits_of(context, sentence.index - back)}
        if told := {pair for pair in told if state is None or state in pair}:
            return told.pop() if len(told) == 1 else None
    return None


def visits_of(context: Context, index: int) -> list[Visit]:
    """The visits told in a sentence."""
    return [visit for start, visit in context.visit_places if _sentence_of(context, start) == index]


def _weights(context: Context, sentences: list[Sentence], state: str) -> Counter[str]:
    """How much sentences speak of each state but one; persons and capitals that act count double."""
    weights: Counter[str] = Counter()
    for sentence in sentences:
        for number, unit in enumerate(sentence.units):
            voice = unit.code == "L" and not context.is_place(sentence, number)
            if unit.code == "C" and sentence.coded[: sentence.offsets[number]].endswith(("with ", "with the ")):
                continue
            if (
                (voice or (unit.code in "PHQCA" and unit.code))
                and (found := unit_state(context, sentence, number))
                and found != state
            ):
                weights[found] += 2 if voice or unit.code in ("P", "H") else 1
    return weights


def _visit_partner(context: Context, sentence: Sentence, state: str) -> str | None:
    """The other state of the nearest visit, told in the same paragraph, that `state` takes part in."""
    spots = [
        (abs(index - sentence.index), v)
        for start, v in context.visit_places
        if state in v.parties
        and (index := _sentence_of(context, start)) >= 0
        and abs(index - sentence.index) <= 6
        and context.analysis.sentences[index].paragraph == sentence.paragraph
    ]
    if not spots:
        return None
    best = min(spots, key=lambda x: x[0])[1]
    return next(s for s in best.parties if s != state)


DEAL = re.compile(
    r"\b(?:(?:won|win|wins|secured|landed|clinched) (?:[a-z]+ |N\d+ |M\d+ ){0,3}?(?:tenders?|orders?|contracts?|bid|auction|deal|bidding)|tenders?|orders? for|ordered|awarded|(?:to|will|would|is to|agreed to) (?:supply|deliver|sell|buy|lend|lease|build|modernise|provide)|supplies|delivers|sells|buys|lends|agreed|contracted|chosen|selected|picked)\b"
)
_AT_HOME = re.compile(r"\b(?:local|domestic|home|own|employees|staff|union)\b")
_SEALED = re.compile(r"sign|ink|seal|conclu|initial")


def of_deal(context: Context, sentence: Sentence, act: Act) -> tuple[str, ...] | None:
    """The two states of the deal told right before, of which a sentence without states tells the signing: "The contract was signed on Tuesday"."""
    before = context.analysis.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or not _SEALED.match(act.verb):
        return None
    if states_at(context, sentence, 0, len(sentence.units), 2) or _AT_HOME.search(sentence.coded):
        return None
    if not DEAL.search(before.coded):
        return None
    named = {
        s for n, u in before.things if u.code in ("A", "C", "K", "L", "P") and (s := unit_state(context, before, n))
    }
    return tuple(sorted(named)) if len(named) == 2 else None
