"""The states whose document it is."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.act_words import INSERTED
from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper_partners import (
    by_adjectives,
    fronted,
    of_both,
    of_host,
    of_journey,
    of_trip,
    of_visit,
    of_visit_before,
    onlookers,
    third,
)
from relations_db.extract.rules.paper_passage import (
    near_pair,
    of_deal,
    of_sentence_before,
    paragraph_states,
    partner_of,
)
from relations_db.extract.rules.paper_states import HELPER, states_at, states_of, unit_state
from relations_db.extract.rules.paper_stops import of_stop
from relations_db.extract.rules.paper_trios import acting_row, coordinated, of_count, of_trio, row_before, three, trio
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis

Parties = tuple[tuple[str, ...] | None, Basis]
_OF_ROW = re.compile(
    r"(?: (?:issued|signed|adopted|released|published))? (?:by|of|between|among) (?:the )?(?:[a-z]+ ){0,3}[PCA]\d"
)
_BETWEEN = re.compile(
    r"\bbetween (?:the )?(?:[a-z'-]+ ){0,4}([PCAL]\d+)(?: [a-z'-]+){0,6}? (?:and|,) (?:the )?(?:[a-z'-]+ ){0,4}([PCAL]\d+)(?:(?: ,)? and (?:the )?(?:[a-z'-]+ ){0,2}([PCAL]\d+))?"
)
_OF_BOTH = re.compile(
    r"(?: (?:issued|signed|adopted|released|published))? (?:by|of) (?:the )?(?:governments of )?([PCA]\d+)(?: ,)? and (?:the )?([PCA]\d+)\b"
)
_BY_BOTH = re.compile(r"\bby (?:the )?(?:[a-z'-]+ ){0,3}([PC]\d+)(?: ,)? and (?:the )?(?:[a-z'-]+ ){0,3}([PC]\d+)")
# "an agreement to rebuild the roads between X and Y": places that a thing joins
_WAY_BETWEEN = re.compile(
    r"\b(?:roads?|rail(?:way|road)s?|lines?|links?|routes?|bridges?|pipelines?|flights?|cables?|ferr(?:y|ies)|tunnels?|corridors?|highways?|stretch|section) $"
)
_WITH = re.compile(r"^(?: (?:[a-z'-]+|D\d+)| by (?:the )?[PC]\d+){0,9}? with (?:the )?(?:[a-z'-]+ ){0,3}?([PCLAQK]\d+)")
_CHAIN = re.compile(
    r"(?P<chain>(?:(?:the |then )?(?:[a-z]+ )?(?:[PCLH]\d+|two [a-z]+|G\d+)(?: 's [a-z]+| of [CL]\d+)?(?: ,)? (?:and )?)*(?:the )?[PCLHG]\d+(?: of (?:the )?[CL]\d+)?)(?: , [^,;:]{0,60} ,)?(?: (?:have|has|had|will|would|also|both|just|then|later|jointly|are|is|to|D\d+|on|in|today|yesterday|by|each|themselves|formally|duly|earlier|again|,))* $"
)


_WITH_BLOC = re.compile(
    r"\bbetween (?:the )?[CA]\d+ and (?:the )?B\d+|\bwith (?:the )?(?:[a-z]+ )?(?:european|african|asian|arab|western|american|gulf|latin american|foreign|international|various|several) (?:[a-z]+ )?(?:companies|firms|banks|partners|airlines|investors|businesses|multinationals|lenders|manufacturers|suppliers)\b|\b(?:between|with|from) (?:the )?(?:[a-z]+ )?(?:B\d+|alliance|bloc|union|organi[sz]ation|community|commission|imf|monetary fund|world bank|(?:african|asian|islamic|inter-american|european|new) (?:development|investment) bank|ebrd|eib|adb|afdb|paris club|opec fund|unicef|undp|unesco|unhcr|un)\b"
)


# "a declaration on linking their grids with the EU": the bloc is no party
_ON_DOING = re.compile(r"(?: in L\d+| on D\d+| D\d+)* (?:on|about) [a-z]+ing (?:their|its|the|his|her)\b")
# "signed by A, B and C"
_BY_ROW = re.compile(
    r"\b(?:signed|concluded|initialled|inked|adopted|agreed|made|reached|sealed|ratified) (?:in L\d+ |on D\d+ |D\d+ ){0,2}(?:by|between|among) "
    r"(?P<row>(?:the )?C\d+(?: , (?:the )?C\d+)+(?: ,)? and (?:the )?C\d+\b(?! (?:'s|-))(?: with (?:the )?[AC]\d+)?)"
)


def parties_of(
    context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, title_end: int, named: str | None = None
) -> Parties:
    """Between A and B; by A and B; with B; the signers; the states beside the act; the pair that the passage is about.

    `named`: the state of the city that the document is called after.
    """
    coded, end = sentence.coded, max(title_end, phrase.end)
    tail = coded[phrase.end : end + 150]
    if _WITH_BLOC.search(coded[phrase.end : end + 34]) and not _ON_DOING.match(coded, phrase.end):
        return None, SAID
    if named_all := of_count(context, sentence) or _in_its_name(context, sentence, phrase, end):
        return named_all, SAID
    low, high = bounds(sentence, phrase, act)
    near_low, near_high = _beside(sentence, phrase, act, end, low, high)
    if aside := INSERTED.match(coded, end):
        near_high = min(near_high, sentence.at(aside.start() + 1))
    reach = high if _OF_ROW.match(tail) else near_high
    if len(many := coordinated(context, sentence, near_low, reach)) > 2:
        return many, SAID
    if named_after := _named_after(context, sentence, tail):
        return named_after, SAID
    if act.way == "voice" and (row := acting_row(context, sentence, phrase.end, len(coded), told=True)):
        return row, SAID
    if phrase.declaration and act.way == "voice" and (all_three := of_trio(context, sentence)):
        return all_three, SAID
    if all_three := third(context, sentence, phrase, context.local_pair(sentence.index), near_low, near_high):
        return all_three, SAID
    if pair := fronted(context, sentence, phrase, act) or of_journey(context, sentence, act):
        return pair, SAID
    both = of_both(context, sentence, phrase, act)
    first = states_at(context, sentence, near_low, near_high, 1)
    if not both and (pair := _with(context, sentence, phrase, act, first, end)):
        return pair, SAID
    if pair := of_stop(context, sentence, min(act.at, phrase.left) if act.at >= 0 else phrase.left, first) or both:
        return pair, Basis.REFERENCE
    if (gapped := _GAPPED.search(coded[: phrase.left])) and len(
        states := states_of(context, sentence, list(gapped.groups()))
    ) == 2:
        return states, SAID
    if all_three := three(context, sentence):
        return all_three, SAID
    if act.way in ("active", "relative") and len(signers := _signers(context, sentence, act.at, low)) >= 2:
        return signers, SAID
    found: list[str] = []
    for tier in (1, 2):
        found = first if tier == 1 else states_at(context, sentence, near_low, near_high, tier)
        if len(found) == 2:
            return tuple(sorted(found)), SAID
        if len(found) > 2:
            return _of_many(context, sentence, found), SAID
    if not found and (all_three := _of_several(context, sentence, phrase)):
        return all_three, SAID
    if named and len(found) == 1 and named not in found:
        return tuple(sorted((named, *found))), SAID
    watched = [s for s in onlookers(context, sentence) if s not in found]
    if len(found) + len(watched) == 2:
        return tuple(sorted([*found, *watched])), SAID
    if len(found) < 2 and (trip := of_trip(context, sentence, near_low, near_high, found)):
        return trip, Basis.FRAME
    if not (found or watched or phrase.declaration) and (pair := by_adjectives(context, sentence)):
        return pair, SAID
    if len(found) < 2 and (hosted := of_host(context, sentence, act, found)):
        return hosted, SAID
    parties = _implied(context, sentence, found or watched, states_at(context, sentence, low, high, 2), near_high)
    told = parties[0] or phrase.declaration
    return parties if told else (_told_before(context, sentence, act, near_low, near_high), Basis.FRAME)


def _in_its_name(context: Context, sentence: Sentence, phrase: DocPhrase, end: int) -> tuple[str, ...] | None:
    """The states in the name of a document: "the Kazakh-Uzbek treaty"."""
    return hyphened(context, sentence, sentence.at(phrase.left) - 1, sentence.at(end - 1) + 1)


def _of_several(context: Context, sentence: Sentence, phrase: DocPhrase) -> tuple[str, ...] | None:
    """The row of states told in the sentence before, or for a declaration the trio of the text."""
    return row_before(context, sentence) or (of_trio(context, sentence) if phrase.declaration else None)


def _told_before(context: Context, sentence: Sentence, act: Act, low: int, high: int) -> tuple[str, ...] | None:
    """The only two states of the sentence, or those of the visit or deal told right before."""
    told = _only_two(context, sentence) or of_visit_before(context, sentence, low, high)
    return told or of_deal(context, sentence, act) or of_sentence_before(context, sentence)


def _named_after(context: Context, sentence: Sentence, tail: str) -> tuple[str, ...]:
    """The states behind a document: "between A and B", "signed by A, B and C"."""
    if row := _BY_ROW.search(tail):
        return states_of(context, sentence, re.findall(r"[AC]\d+", row.group("row")))
    between = _BETWEEN.search(tail)
    between = None if between and _WAY_BETWEEN.search(tail, 0, between.start()) else between
    for match in (_OF_BOTH.match(tail), between, _BY_BOTH.search(tail)):
        if match:
            states = states_of(context, sentence, [g for g in match.groups() if g])
            if len(states) >= 2:
                return states
    return ()


def _implied(context: Context, sentence: Sentence, said: list[str], wide: list[str], high: int) -> Parties:
    """The parties where the words beside the act name at most one state."""
    if pair := of_visit(context, sentence, said):
        return pair, SAID
    whole = [] if context.bilateral and context.pair else states_at(context, sentence, 0, len(sentence.units), 2)
    if not said and len(whole) == 2:
        return tuple(sorted(whole)), Basis.FRAME
    near = near_pair(context, sentence, high)
    if near and (not said or said[0] in near):
        return near, Basis.FRAME
    if len(wide) == 2:
        return tuple(sorted(wide)), SAID
    if len(said) == 1 and (seller := _SELLER.search(sentence.coded)):
        state = unit_state(context, sentence, int(seller.group(1)[1:]))
        if state and state not in said:
            return tuple(sorted((state, *said))), SAID
    if said and (partner := partner_of(context, sentence, said[0])):
        return tuple(sorted((said[0], partner))), Basis.FRAME
    return near or context.local_pair(sentence.index), Basis.FRAME


def _only_two(context: Context, sentence: Sentence) -> tuple[str, ...] | None:
    """The two states that a sentence names, by whatever word but places; or one, and the other of its paragraph."""
    named = {s for _, u in sentence.things if u.code in ("P", "C", "A") and (s := context.state_of(u))}
    if len(named) == 1:
        named |= set(paragraph_states(context, sentence, None))
    return tuple(sorted(named)) if len(named) == 2 else None


def _beside(sentence: Sentence, phrase: DocPhrase, act: Act, end: int, low: int, high: int) -> tuple[int, int]:
    """Unit numbers of the words that belong to the act: from its clause's subject to the end of the title, or of the words by which it is told."""
    coded = sentence.coded
    begin = sentence.offsets[low] if low < len(sentence.offsets) else 0
    first = min(act.at, phrase.left)
    for found in _CLAUSE_START.finditer(coded, begin, first):
        if found.group().strip() != "but" or _SUBJECT.search(coded[found.end() : act.at]):
            begin = found.end() - 1
    last = max(end, act.at + len(act.verb))
    stop = _CLAUSE_END.search(coded, last)
    finish = stop.start() if stop else len(coded)
    return sentence.at(begin + 1 if begin else 0), min(high, sentence.at(max(finish - 1, 0)) + 1)


_SELLER = re.compile(
    r"\b(?:bought|buys?|leas(?:ed|es?)|borrow\w*|purchas\w*|acquir\w*|import\w*|order(?:ed|s)?|rent(?:ed|s)?|obtain\w*|receiv\w*|got|gets) (?:[^;:,]{0,60} )?from (?:the )?([CL]\d+)"
)
_GAPPED = re.compile(
    r"(?:^|[,;] |and )(?:the )?([PC]\d+)(?: ,)? and (?:the )?([PC]\d+)(?: ,)?(?: (?:on|in) D\d+| in L\d+| ,)* (?:a |an |the |one )?$"
)
_SUBJECT = re.compile(r"[PCGHL]\d|\b(?:it|two|sides)\b")
_CLAUSE_START = re.compile(
    r" (?:; |: |while |but |although |whereas |, (?:when|where|after|before) (?=[PHGC]\d+ )|(?:when|where|after) (?=[PHGC]\d+ |the G))"
)
_CLAUSE_END = re.compile(
    r" (?:[;:()]|,(?! and (?:the )?[PCA]\d+)|while|which|that(?= (?:the )?[PCLHG]\d)|who|whose|but|after (?:the |N\d+)|when|where)(?= |$)"
)


# "A has friends: in L it signed a pact": the subject is the one before the colon
_IT = re.compile(r"^[:;] (?:(?:in|on) (?:the )?[LD]\d+ (?:, )?)*it (?:has |had |also |then )*$")


def hyphened(context: Context, sentence: Sentence, low: int, high: int) -> tuple[str, ...] | None:
    """The states of "Kazakh-Uzbek" between two units."""
    for number in range(max(0, low), min(high, len(sentence.units)) - 2):
        first, dash, second = sentence.units[number : number + 3]
        if dash.word in ("-", "/") and first.code in ("A", "C", "L") and second.code in ("A", "C", "L"):
            states = [s for u in (first, second) if (s := context.state_of(u))]
            if len(set(states)) == 2 and (first.code != "L" or second.code != "L" or first.start == 0):
                return tuple(sorted(states))
    return None


def bounds(sentence: Sentence, phrase: DocPhrase, act: Act) -> tuple[int, int]:
    """Unit numbers of the stretch, between semicolons and the like, that holds the document and its verb."""
    low_at, high_at = min(act.at, phrase.left), max(act.at, phrase.end)
    low, high = 0, len(sentence.units)
    for number, unit in enumerate(sentence.units):
        if unit.code or unit.word not in (";", ":", "while", "but", "although", "whereas"):
            continue
        at = sentence.offsets[number]
        if at < low_at:
            apart = (
                _SUBJECT.search(sentence.coded[at:low_at])
                if unit.word == "but"
                else not _IT.search(sentence.coded[at:low_at])
            )
            low = number + 1 if apart else low
        elif at > high_at:
            return low, number
    return low, high


def _with(
    context: Context, sentence: Sentence, phrase: DocPhrase, act: Act, first: list[str], end: int
) -> tuple[str, ...] | None:
    """ "Signed with B", "an agreement with B": the partner is the one who signs, or the passage's other state."""
    coded = sentence.coded
    spots = [coded[phrase.end : end + 60]]
    if act.at >= 0:
        spots.append(coded[act.at + len(act.verb) : act.at + len(act.verb) + 90])
    for spot in spots:
        found = _WITH.match(spot)
        if not found or re.search(
            r"\b(?:line|accordance|coordination|together|a view|in agreement|parallel|conjunction|a scope|borders?|frontiers?|boundary|war|conflict) with\b",
            found.group(),
        ):
            continue
        state = unit_state(context, sentence, int(found.group(1)[1:]))
        if HELPER.match(sentence.coded, sentence.offsets[int(found.group(1)[1:])]):
            continue
        low, high = bounds(sentence, phrase, act)
        others = [s for s in first or _not_partners(context, sentence, low, high) if s != state]
        signers = _signers(context, sentence, act.at, low) if act.way == "active" else ()
        if not phrase.plural and (more := _AND_ONE.match(sentence.coded, sentence.offsets[int(found.group(1)[1:])])):
            both = set(states_of(context, sentence, list(more.groups())))
            if both and (own := set(first) - both or {partner_of(context, sentence, str(state))} - {None}):
                return tuple(sorted(both | {s for s in own if s}))
        if state and len(signers) > 1 and state not in signers:
            return tuple(sorted((state, *signers)))
        if state and (partner := others[0] if others else partner_of(context, sentence, state)):
            return tuple(sorted((state, partner)))
    return None


_AND_ONE = re.compile(r"(C\d+) and (?:the )?(C\d+)(?= (?:[.,;]|on|in|for|to|that|which|signed|concluded|under|D\d+))")


def _not_partners(context: Context, sentence: Sentence, low: int, high: int) -> list[str]:
    """The states of a stretch but those that stand as partners of other papers ("and a protocol with B")."""
    partners = {
        unit_state(context, sentence, n)
        for n in range(low, min(high, len(sentence.units)))
        if sentence.units[n].code == "C" and sentence.coded[: sentence.offsets[n]].endswith(("with ", "with the "))
    }
    return [s for s in states_at(context, sentence, low, high, 2) if s not in partners]


_AT_PLACE = re.compile(r"\b(?:in|at|near|outside) (?:the )?$")


def _signers(context: Context, sentence: Sentence, at: int, low: int) -> tuple[str, ...]:
    """The states of the coordinated subject right before a verb."""
    begin = sentence.offsets[low] if low < len(sentence.offsets) else 0
    chain = _CHAIN.search(sentence.coded[begin:at])
    if not chain:
        return ()
    first = re.search(r"[PCLH]\d", chain.group("chain"))
    at_place = first and _AT_PLACE.search(sentence.coded[: begin + chain.start("chain") + first.start()])
    codes = re.findall(r"[PCLH]\d+", chain.group("chain"))[1 if at_place else 0 :]
    states = set(states_of(context, sentence, codes))
    if re.search(r"two [a-z]+|G\d+", chain.group("chain")) and states and (near := near_pair(context, sentence)):
        states |= set(near)
    return tuple(sorted(states))


def _of_many(context: Context, sentence: Sentence, states: list[str]) -> tuple[str, ...] | None:
    if len(states) == 3 and set(trio(context) or states) == set(states) and "three" in context.analysis.low:
        return tuple(sorted(states))
    near = near_pair(context, sentence)
    if near and set(near) <= set(states):
        return near
    return None
