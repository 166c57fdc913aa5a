"""Whom the subjects, objects and pronouns of the verbs that the rules on visits read may mean."""

from __future__ import annotations

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context
from relations_db.extract.rules.visit_syntax import subjects
from relations_db.extract.rules.visit_words import VEHICLES
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity, Mention
from relations_db.values import Status, Visit

_TRAVEL = re.compile(
    r"\b(?:fl(?:ew|ies|y|own)|left|leaves?|came|comes?|arriv\w+|return\w*|tour|trip|journey|travel\w*|visit\w*|stop|due in|go(?:es|ne)? (?:on|home|back)|went|landed|home|back|departed)\b"
)


def meant(context: Context, sentence: Sentence, number: int) -> list[Entity]:
    """Who may be meant by a unit, likeliest first; in talk of travel a pronoun means the traveller before his host."""
    found = [e for e in context.entities_at(sentence, number) if e.country]
    unit = sentence.units[number]
    if unit.code == "P":
        role = isinstance(unit.thing, Mention) and unit.thing.form == "role"
        return _meant_by_role(context, sentence, number, found) if role else found
    if unit.code == "H" and unit.word in ("him", "her") and len(found) > 1:
        found = _not_the_subject(context, sentence, number, found)
        if before := _meant_before(context, sentence, number):
            return before
    if unit.code == "Q" and len(found) > 1 and (him := _him_before(sentence, number)) is not None:
        return meant(context, sentence, him)
    if unit.code == "Q" and len(found) > 1 and (own := _sole_actor(context, sentence, number)) is not None:
        return [own]
    goes_on = unit.word in ("he", "she") and len(found) > 1 and _opens(sentence, number)
    if goes_on and _alone_before(context, sentence, found[0]):
        return found[:1]
    if goes_on and (centre := _centre(context, sentence)) in found and centre is not None:
        found = [centre, *(e for e in found if e is not centre)]
    if unit.code not in "HQ" or len(found) < 2:
        return found
    guest, host = _guest_and_host(context, sentence)
    if guest is None or guest not in found[:5]:
        return found
    named = [e for n in sentence.of("P") if n < number for e in context.entities_at(sentence, n)[:1]]
    if unit.word in ("he", "she") and found[0] in named and guest not in named:
        return found
    if any(
        c.sentence == sentence.index and c.claim.leader == found[0].name
        for c in context.told
        if isinstance(c.claim, Visit)
    ):
        return found
    if unit.word in ("he", "she") and _alone_before(context, sentence, found[0]):
        return found
    if (found[0].country in (host, context.host) or unit.word == "him") and (
        unit.word == "him" or _TRAVEL.search(sentence.coded)
    ):
        return [guest, *(e for e in found if e is not guest)]
    return found


def _centre(context: Context, sentence: Sentence) -> Entity | None:
    """Who acts in the main clause of the sentence before, where a clause within it names another first: "At a dinner that V gave, X spoke"."""
    earlier = context.analysis.sentences[sentence.index - 1] if sentence.index else None
    if earlier is None or earlier.paragraph != sentence.paragraph or len(earlier.of("P")) < 2:
        return None
    clauses = context.clauses(earlier)
    mains = [c.subject for c in clauses if c.form == "finite" and c.link == ""]
    first = earlier.of("P")[0]
    within = any(c.link == "rel" and first in c.subject for c in clauses)
    acting = [n for numbers in mains for n in numbers if earlier.units[n].code == "P"]
    if not within or len(acting) != 1 or acting[0] == first:
        return None
    return next((e for e in context.entities_at(earlier, acting[0])[:1] if e.country), None)


def _guest_and_host(context: Context, sentence: Sentence) -> tuple[Entity | None, str | None]:
    """Those of the visit told last before a sentence, else those of the frame."""
    last = last_told(context, sentence)
    if last and is_old(context, last) and not context.is_history(sentence):
        last = None
    return _entity_of(context, last) if last else context.guest, _claim_host(last) or context.host


def _sole_actor(context: Context, sentence: Sentence, number: int) -> Entity | None:
    """Whose "his" is in "...; and X followed on D, on his second journey": of the clause's subject, where nobody else is named up to there ("welcoming Y, X praised his visit": Y's)."""
    clause = context.clause_at(sentence, number)
    if clause is None or clause.form != "finite" or clause.link or len(clause.subject) != 1:
        return None
    actor = clause.subject[0]
    mark = sentence.coded.rfind(" ; ", 0, sentence.offsets[actor])
    alone = not any(n != actor and n < number and sentence.offsets[n] > mark for n in sentence.of("P", "H", "Q", "G"))
    if sentence.units[actor].code != "P" or actor > number or not alone:
        return None
    return next((e for e in context.entities_at(sentence, actor) if e.country), None)


def _opens(sentence: Sentence, number: int) -> bool:
    """True for a pronoun before which the sentence names nobody."""
    return not any(n < number for n in sentence.of("P", "G", "H", "Q"))


def _alone_before(context: Context, sentence: Sentence, entity: Entity) -> bool:
    """True where the sentence before opens with a person and names nobody else: then he goes on."""
    if not sentence.index:
        return False
    earlier = context.analysis.sentences[sentence.index - 1]
    if earlier.paragraph != sentence.paragraph or not _OPENS.match(earlier.coded):
        return False
    named = {id(e) for n in earlier.of("P") for e in context.entities_at(earlier, n)[:1]}
    return named == {id(entity)}


_OPENS = re.compile(r"(?:(?:on|in) D\d+ ,? ?|the |[AC]\d+ (?:'s )?)*P\d+ (?!'s )")


def _not_the_subject(context: Context, sentence: Sentence, number: int, found: list[Entity]) -> list[Entity]:
    """ "X received him": he is not X."""
    clause = context.clause_at(sentence, number)
    if clause and any(sentence.units[n].word in VEHICLES for n in clause.subject):
        return found  # "before the train takes him back"
    numbers = [n for n in subjects(context, sentence, sentence.offsets[number]) if sentence.units[n].code == "P"]
    acting = [e for n in numbers for e in context.entities_at(sentence, n)[:1]]
    return [e for e in found if e not in acting] or found


def _meant_before(context: Context, sentence: Sentence, number: int) -> list[Entity]:
    """ "H made him a knight, J bestowed on him a star": the second "him" is the first, who is none of those who act."""
    word = sentence.units[number].word
    first = next((n for n in sentence.of("H") if sentence.units[n].word == word), number)
    if first == number:
        return []
    named = {id(e) for n in sentence.of("P") if n < number for e in context.entities_at(sentence, n)[:1]}
    found = _not_the_subject(context, sentence, first, [e for e in context.entities_at(sentence, first) if e.country])
    return [e for e in found if id(e) not in named][:1]


def _him_before(sentence: Sentence, number: int) -> int | None:
    """The "him" whom "his" takes up, with nobody named between them: "bestowed on him the star during his visit"."""
    before = [n for n in sentence.of("P", "H", "Q") if n < number]
    same = {"his": "him", "her": "her"}.get(sentence.units[number].word)
    return before[-1] if before and sentence.units[before[-1]].word == same else None


def _meant_by_role(context: Context, sentence: Sentence, number: int, found: list[Entity]) -> list[Entity]:
    """ "The visitor" is the guest told last, "his counterpart" beside him the head of his host."""
    thing = sentence.units[number].thing
    if not isinstance(thing, Mention) or thing.form != "role":
        return found
    if not thing.plural and _NOBODY.search(sentence.coded, 0, sentence.offsets[number]):
        return []
    if (
        not found
        and thing.country
        and not thing.plural
        and thing.office in ("head_of_state", "head_of_government", "other")
    ):
        return context.leaders_of(thing.country)[:1]
    guest, host = _guest_and_host(context, sentence)
    if guest is None:
        return found
    if thing.phrase in ("guest", "visitor"):
        return [guest]
    if host and (thing.phrase in ("host", "hostess") or (thing.counterpart and not thing.country and guest in found)):
        return context.leaders_of(host)[:1] or found
    return found


# "no president of Y has come since", "another minister in L": nobody whom the text names
_NOBODY = re.compile(
    r"\b(?:no|any|every|each|another|an?(?= (?:[a-z-]+ )?$)|hardly any|not (?:a|one)|no other|not a single) (?:[a-z-]+ )?$"
)


def last_told(context: Context, sentence: Sentence) -> Candidate | None:
    """The visit told last before a sentence, in the same paragraph or a few sentences back."""
    sentences = context.analysis.sentences
    for candidate in reversed(context.told):
        claim = candidate.claim
        if candidate.sentence >= sentence.index or candidate.notes.get("end") or not isinstance(claim, Visit):
            continue
        if claim.status not in (Status.DONE, Status.PLANNED):
            continue
        told = sentences[candidate.sentence]
        if told.paragraph != sentence.paragraph and sentence.index - candidate.sentence > 2:
            return None
        return candidate
    return None


def is_old(context: Context, candidate: Candidate) -> bool:
    """True for a trip made more than a month before the document, or told as history without a date."""
    on = context.analysis.on
    started = candidate.claim.started_on if isinstance(candidate.claim, Visit) else None
    if started is None or on is None:
        return candidate.background
    return (on.first - started.last).days > 31


def _claim_host(candidate: Candidate | None) -> str | None:
    return candidate.claim.host if candidate and isinstance(candidate.claim, Visit) else None


def _entity_of(context: Context, candidate: Candidate) -> Entity | None:
    claim = candidate.claim
    if not isinstance(claim, Visit):
        return None
    return next((e for e in context.analysis.entities if e.name == claim.leader and e.country == claim.country), None)


def people(context: Context, sentence: Sentence, numbers: list[int]) -> list[list[Entity]]:
    """For each unit the persons that it may mean, likeliest first; "both", "they" and "the presidents of Y and Z" give several units' worth."""
    found: list[list[Entity]] = []
    for number in numbers:
        unit = sentence.units[number]
        if listed := _of_states(context, sentence, number):
            found += [[e] for e in listed]
            continue
        persons = meant(context, sentence, number)
        if unit.code == "G":
            found += [[e] for e in persons]
        elif persons:
            first, *others = persons
            found.append([first, *(e for e in others if first.former or not e.former)])
    return found


def _of_states(context: Context, sentence: Sentence, number: int) -> list[Entity]:
    """ "The foreign ministers of Y and Z", "the A and B presidents": of each state the one of that office whom the text names."""
    unit, low = sentence.units[number], sentence.units[number].start
    mention = unit.thing
    if not isinstance(mention, Mention) or not mention.plural or mention.form != "role":
        return []
    if listed := _STATES_BEFORE.search(sentence.coded, 0, sentence.offsets[number]):
        low = sentence.units[sentence.at(listed.start())].start
    hits = [h for h in context.analysis.hits if low <= h.start < unit.end and h.kind in ("country", "adjective")]
    states = list(dict.fromkeys(h.values[0] for h in hits))
    if len(states) < 2:
        return []
    heads = mention.office in HEADS or mention.office is None
    found = []
    for state in states:
        fitting = [
            e
            for e in context.analysis.entities
            if e.country == state and not (e.former and context.analysis.on) and e.office == mention.office
        ]
        found += (fitting or (context.leaders_of(state) if heads else []))[:1]
    return found


_STATES_BEFORE = re.compile(r"(?:\bA\d+ (?:(?:and|,) )+)+$")


def agents(context: Context, sentence: Sentence, at: int) -> list[list[Entity]]:
    """The joint subjects of a verb, each as the list of persons that may be meant; a bare "the leader" is the story's guest."""
    numbers = subjects(context, sentence, at)
    if not numbers and (carried := _CARRIED.search(sentence.coded, max(0, at - 90), at)):
        numbers = [int(carried.group("owner") or carried.group("aboard"))]
    if not numbers and (one := _national(context, sentence, at)):
        return [[one]]
    if not numbers and context.guest and _DESCRIBED.search(sentence.coded[:at]):
        return [[context.guest]]
    found = people(context, sentence, numbers)
    return [*found, *_company(context, sentence, at, found)] if len(found) == 1 else found


def _company(context: Context, sentence: Sentence, at: int, found: list[list[Entity]]) -> list[list[Entity]]:
    """ "X was in Y in May, together with V": the one of another state who was there with him."""
    beside = _TOGETHER.search(sentence.coded, at)
    if beside is None or sentence.units[sentence.at(at)].code:
        return []
    numbers = [int(n) for n in re.findall(r"P(\d+)", beside.group("list"))]
    return [p for p in people(context, sentence, numbers) if p[0].country not in (None, found[0][0].country)]


_TOGETHER = re.compile(
    r"[^;:()]{0,90}? (?:together|along) with (?P<list>(?:(?:the )?(?:[AC]\d+ (?:'s )?)?P\d+(?: of (?:the )?C\d+)?(?: , and | and | , |(?= ?[,.;]| [a-z]|$)))+)"
)


def _national(context: Context, sentence: Sentence, at: int) -> Entity | None:
    """ "The Egyptian had been chief guest": the leader of that state whom the text names."""
    clause = context.clause_at(sentence, sentence.at(at))
    units = sentence.units
    if clause is None or clause.passive or len(clause.subject) != 1 or units[clause.subject[0]].code != "A":
        return None
    state = context.state_of(units[clause.subject[0]])
    alone = units[clause.subject[0] - 1].word == "the" and state
    return next(iter(context.leaders_of(state)), None) if alone and state else None


_VESSEL = r"(?:plane|aircraft|jet|flight|airliner|train|ship|helicopter|motorcade|boat|yacht|delegation|convoy)"
# "the plane carrying G", "the train with G on board", "his plane", "G, whose plane"
_CARRIED = re.compile(
    rf"\b(?:{_VESSEL}(?: [a-z]+){{0,2}}? (?:of|carrying|bringing|with|transporting|led by|headed by|under) (?:the )?(?:[AC]\d+ (?:'s )?)?[PH](?P<aboard>\d+)(?: of (?:the )?C\d+)?"
    rf"(?: (?:on board|aboard))?|(?:Q|P(?=\d+(?: of (?:the )?C\d+)? (?:'s|, whose) ))(?P<owner>\d+)(?: of (?:the )?C\d+| 's| , whose)* (?:[a-z]+ ){{0,2}}?{_VESSEL})"
    r"(?: (?:has|had|will|later|then|also|finally|just|on D\d+|D\d+))* $"
)
_DESCRIBED = re.compile(
    r"(?:^|, )(?:the|his|her) (?:[a-z]+ |[CAL]\d+ |'s ){0,4}(?:diplomat|ruler|leader|dignitary|chief|statesman|visitor|guest|head|monarch|strongman) (?:[a-z]+ )*$"
)


HEADS = ("head_of_state", "head_of_government", "other")
LEADERS = (*HEADS, "foreign_minister", "deputy_head_of_government", "minister", "speaker")


def is_traveller(context: Context, entity: Entity) -> bool:
    """True for those whose stay abroad is a visit: leaders, and envoys sent for an occasion, not those who reside."""
    if entity.office != "envoy":
        return entity.office in LEADERS
    titles = entity.titles
    if titles is None:
        return entity.known is not None and any(t.office == "envoy" for t in entity.known.tenures)
    told = context.analysis.low[titles.start : titles.end + 4]
    resides = titles.sent_to is not None and not _SENT.search(told)
    return "envoy" in told and "ambassador" not in told and not resides


# an envoy for a question or a state, who has his desk at home
_SENT = re.compile(r"\b(?:special|personal|presidential|peace)\b|\bfor\b")


def travellers(pools: list[list[Entity]], host: str | None) -> list[Entity]:
    """Of each pool the first person who is foreign to the host."""
    found = [next((e for e in pool[:3] if e.country != host), None) for pool in pools]
    return list(dict.fromkeys(e for e in found if e))
