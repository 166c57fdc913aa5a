"""Leaders who are brought or bring others: "a tour that takes him to Y and Z", "X led a delegation to Y"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.rules.visit_kinds import clause_kind
from relations_db.extract.rules.visit_parts import each_stop, make_each
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import agents, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Status

TAKEN = re.compile(
    r"\b(?P<verb>take|takes|taken|took|bring|brings|brought|taking|carry|carried|lead|led|leads|bringing) (?P<guest>[PHQ]\d+)"
    r"(?: , [^,;]{0,60} ,)?(?: (?:on|first|then|next|also|D\d+|on D\d+|this week|from [LC]\d+|back|straight))* "
    r"(?:on )?to (?:an? [a-z ]{3,40} in )?(?:the )?(?:A\d+ capital ?,? ?)?(?P<to>[LC]\d+)?"
)
LED = re.compile(
    r"\b(?P<verb>led|leads|lead|leading|headed|heads|brought|brings|bring|takes|took|will lead|to lead) (?:an?|the|his|her|Q\d+|N\d+|several|some)\b(?P<what>[a-zNOA\d '-]{2,60}?)(?: with H\d+| along)? to (?:the )?(?P<to>[LC]\d+)"
)


def led(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "X led a delegation to Y", "X brings four ministers with him to Y"."""
    if not re.search(
        r"\b(?:delegations?|ministers?|teams?|businessmen|businesspeople|party|mission|executives|companies|entrepreneurs|retinue)\b",
        match.group("what"),
    ):
        return []
    pools = agents(context, sentence, match.start())
    group = verb_group(sentence, match.start())
    planned = match.group("verb") in ("lead", "bring", "will lead", "to lead") and not re.search(r"\bdid $", group)
    realis = guard(context, sentence, match, of_group(group) if not planned else Realis(Status.PLANNED))
    place = place_at(context, sentence, int(match.group("to")[1:]))
    when = visit_when(context, sentence, match.end(), realis)
    kind = clause_kind(sentence, match.end())
    return make_each(context, sentence, "visit-led", travellers(pools, place.country), place, kind, when, realis)


def _bearer(context: Context, sentence: Sentence, match: Match[str]) -> list[int]:
    """The unit of the one who is taken: of "him" in "the trip of X had taken him" X."""
    number = int(match.group("guest")[1:])
    clause = context.clause_at(sentence, sentence.at(match.start("verb")))
    if clause is None or sentence.units[number].code != "H" or not clause.subject:
        return [number]
    owners = [n for n in clause.carriers if sentence.units[n].code == "P"]
    head = clause.subject[0]
    of_whom = _OF_WHOM.match(sentence.coded, sentence.offsets[head])
    return owners[:1] or ([int(of_whom.group(1))] if of_whom else [number])


_OF_WHOM = re.compile(r"[a-z]+ (?:of|by) (?:the )?(?:[AC]\d+ (?:'s )?)?P(\d+)")


def taken(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "a tour that takes him to Y and Z": each stop is a visit."""
    if not match.group("to"):
        return []
    pool = people(context, sentence, _bearer(context, sentence, match)) or agents(context, sentence, match.start())
    realis = of_group(verb_group(sentence, match.start()))
    if match.group("verb") in ("take", "bring", "lead", "carry", "takes", "brings", "leads") and (
        realis.status is Status.DONE
    ):
        realis = Realis(Status.PLANNED)
    if match.group("verb") in ("taking", "bringing", "leading") and re.search(
        r"\b(?:will|shall|is to|are to|due to|expected to|plans to)\b", sentence.coded[: match.start()]
    ):
        realis = Realis(Status.PLANNED)
    realis = guard(context, sentence, match, realis)
    if realis.status is Status.DONE:
        near = context.date_near(sentence, match.end(), False, (match.start(), len(sentence.coded)))
        clause = context.clause_at(sentence, sentence.at(match.start()))
        own = [context.resolve(sentence, n, False) for n in clause.dates] if clause else []
        when = near or next(iter(own), UNKNOWN)
    else:
        when = visit_when(context, sentence, match.end(), realis, nominal=True)
    kind = clause_kind(sentence, match.start())
    found: list[Candidate] = []
    for place, day in each_stop(context, sentence, int(match.group("to")[1:]), when, realis):
        guests = travellers(pool, place.country)
        found += make_each(context, sentence, "visit-taken", guests, place, kind, day, realis)
    return found
