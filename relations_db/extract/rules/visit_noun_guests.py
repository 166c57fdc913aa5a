"""Whose visit a visit noun names: its own group, the verb of giving, receiving or inviting beside it, and the clause that holds it."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_syntax import objects, owners
from relations_db.extract.rules.visit_who import people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity


def nominal_pool(
    context: Context, sentence: Sentence, match: Match[str], target: Match[str] | None
) -> tuple[list[Entity], bool]:
    """Who may be the guest, likeliest first; True where the noun's own group names him."""
    named: list[int] = []
    if (poss := match.group("poss")) and poss[0] in "PQH":
        named.append(int(re.sub(r"\D", "", poss)))
    if target and (payer := target.group("payer") or target.group("said")):
        named.append(int(payer[1:]))
    if target and target.group("by"):
        named.append(int(target.group("by")[1:]))
    elif by := BY.match(sentence.coded[match.end("noun") :]):
        named.append(int(by.group(1)[1:]))
    pool = [e for p in people(context, sentence, named) for e in p]
    if not pool and target and (payer := target.group("payer")):
        state = context.state_of(sentence.units[int(payer[1:])])
        heads = ("head_of_state", "head_of_government")
        pool = [e for e in context.analysis.entities if e.country == state and e.office in heads]
    if not pool and (paid := _PAID_BY.match(sentence.coded, match.end("noun"))):
        named.append(int(paid.group(1)))
        pool = [e for p in people(context, sentence, named) for e in p]
    if poss and poss[0] == "Q" and (given := _GIVEN_TO.search(sentence.coded[: match.start()])):
        pool = [e for p in people(context, sentence, [int(given.group(1)[1:])]) for e in p] or pool
    explicit = bool(pool)
    if not pool and poss and poss[0] == "C" and "'" in poss:
        state = context.state_of(sentence.units[int(re.sub(r"\D", "", poss))])
        travels = match.group("noun") in ("visit", "trip", "stopover", "visits", "trips")
        return (context.leaders_of(state) if state and travels else []), explicit
    pool += [e for p in people(context, sentence, _bidden(context, sentence, match)) for e in p]
    if given := _GIVEN.search(sentence.coded, 0, match.start("noun")):
        pool += [e for p in people(context, sentence, [int(given.group(1)[1:])]) for e in p]
    if received := _RECEPTION.search(sentence.coded[: match.start()]):
        pool += [e for p in people(context, sentence, objects(context, sentence, received.end("verb"))) for e in p]
    pool += [e for p in people(context, sentence, owners(context, sentence, match.start())) for e in p[:2]]
    later = re.compile(r"[^;]{0,80}? , (?:when|where|in which) (?:the )?(P\d+)").match(sentence.coded, match.end())
    if not pool and later:
        pool += [e for p in people(context, sentence, [int(later.group(1)[1:])]) for e in p]
    if not pool:
        numbers = [n for n in sentence.of("P") if sentence.offsets[n] < match.start()]
        pool += [e for p in people(context, sentence, numbers[::-1]) for e in p]
    if not pool and poss and poss[0] == "Q":
        numbers = [n for n in sentence.of("P") if sentence.offsets[n] > match.end()]
        pool += [e for p in people(context, sentence, numbers[:1]) for e in p]  # "in his stay there X ..."
    governor = context.clause_at(sentence, sentence.at(match.start("noun")))
    if not pool and governor is not None:
        acting = [n for n in governor.subject if sentence.units[n].code in ("P", "H")]
        pool += [e for p in people(context, sentence, acting[:1]) for e in p]
    return pool, explicit


def _bidden(context: Context, sentence: Sentence, match: Match[str]) -> list[int]:
    """ "H invited G to pay a visit": G, who is to pay it."""
    clause = context.clause_at(sentence, sentence.at(match.start("noun")))
    if clause is None or clause.form != "inf" or clause.governor is None or clause.governor.lemma not in _BIDDING:
        return []
    return [n for n in clause.subject if sentence.units[n].code in ("P", "H")]


_BIDDING = frozenset("invite ask urge press beg".split())
# "H conferred the order on G on Monday, the first day of a state visit": mostly G's
_GIVEN = re.compile(
    r"\b(?:conferred|bestowed|pinned|decorated|presented|awarded|invested|confers|bestows|decorates|presents)\b[^;]{0,90}? (?:on|upon|to) (?:[AC]\d+ (?:'s )?|the )*(P\d+)(?: of (?:the )?C\d+)?(?: (?:on|in) (?:the )?D\d+)?(?: [a-z]+)? "
    r"(?:, )?(?:(?:on )?the (?:first|second|third|last|final|opening|closing|O\d+) day of|during|in the course of|on the occasion of|at the (?:start|end|beginning|close) of) (?:an?|the) (?:[a-z-]+ |N\d+ |- )*$"
)
_RECEPTION = re.compile(
    r"\b(?P<verb>received|receives|receive|welcomed|welcomes|welcome|hosted|hosts|greeted|greets|met at the [a-z ]+?)\b(?: [^;]{0,90})? (?:on|for|with [a-z ]*|of|during) (?:[a-z]+ )?$"
)
# "the visit which G had begun on Monday was completed"
_PAID_BY = re.compile(
    r"(?: (?:to|in) (?:the )?[LC]\d+)? (?:that|which) (?:the )?[PH](\d+) (?:, )?(?:has |had |is |was |had been |(?:was|is|were|had been) (?:due |meant )?to )?(?:long |first |originally )?(?:pay|make|begin|undertake|planned|planning|scheduled|intended|due|postponed|promised|paid|made|paying|making|pays|begun|began|started|opened|undertaken|completed|concluded|ended)\b"
)
# "H bestowed the star on G during his visit": it is G's
_GIVEN_TO = re.compile(
    r"\b(?:conferred|bestowed|pinned|decorated|presented|awarded|invested)\b[^;]{0,90}? (?:on |upon |to )?(?:[AC]\d+ (?:'s )?|the )*([PH]\d+)[^;PH]{0,60} (?:during|in the course of) $"
)
# "by P", "of Y by P" after a visit noun
BY = re.compile(
    r" (?:(?:to|in) (?:the )?(?:[a-z]+ )?[LC]\d+ )?(?:there |here )?(?:(?:planned|scheduled|meant|arranged) )?(?:(?:, )?(?:(?:on|in|from|for) )?(?:the )?D\d+ ?)*(?:, )?(?:paid |made |undertaken )?(?:by|of) (?:the )?(?:(?:h \. e \.|hon \.|mr \.?|mrs \.?|ms \.?|dr \.?|his excellency|her excellency|[a-z]+-[a-z]+|[AC]\d+(?: 's)?) )*([PH]\d+)"
)
