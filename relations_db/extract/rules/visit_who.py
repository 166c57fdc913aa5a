"""Who acts and who is met: subjects, objects and pronouns of the verbs that the rules on visits read."""

from __future__ import annotations

import re

from relations_db.extract.context import Context
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity, Mention

_HARD = re.compile(r" [;:()\"] |^\" | - (?![AC]\d)")
_SUBORDINATE = re.compile(
    r"\b(?:that|when|while|whereas|but|where|because|although|though|if|after which|which|whom|whose|so|"
    r"(?:after|before|since|until|as)(?= (?:[PHGC]\d+ (?!'s )|[a-z]+ing\b)))(?= )"
)
_OBJECT = re.compile(
    r"\b(?:with|by|of|from|for|to|between|under|alongside|against|at|in|on|near|than|like|via|over|about|behind|met|meets|meet|received|receives|"
    r"welcomed|welcomes|hosted|hosts|greeted|greets|told|thanked|thanks|invited|invites|asked|asks|urged|embraced|saw|sees|joined|brought|brings|took|takes|"
    r"leaving|meeting|receiving|including|accompanied|called on|calls on|for which|visiting) "
    r"(?:(?:the|late|then|both|[AC]\d+|'s) )*$"
)
_GROUP_WORDS = (
    r"(?:will|shall|would|should|could|might|may|can|must|is|are|was|were|be|been|being|has|have|had|having|did|does|do|not|never|to|about|due|set|expected|"
    r"scheduled|slated|planned|poised|likely|plans|plan|intends|intend|hopes|hope|wants|want|wishes|wish|agreed|decided|going|ready|also|then|later|already|just|now|"
    r"soon|still|again|first|officially|formally|jointly|reportedly|personally|himself|herself|once|twice|likewise|subsequently|finally|eventually|recently|"
    r"separately|earlier|currently|meanwhile|duly|originally|tentatively|both|each|all|there|here|next|last|afterwards|thereafter|together|only|himself|too|"
    r"on D\d+|in D\d+|D\d+|in turn|in person|directly|immediately|happened|made|able|himself|supposed|meant|long)"
)
_VERB_GROUP = re.compile(rf"(?:\b{_GROUP_WORDS} )+$")
_NOUN = re.compile(r"\b[PHG](\d+)(?![\w-])")
_JOIN_BACK = re.compile(
    r"\b([PHG])(\d+) (?:, )?(?:and|as well as|or|together with|along with|,) (?:the )?(?:[AC]\d+ (?:'s )?)?$"
)
_APPOSITIVE = re.compile(r"(?:the )?[PA]\d+\b|(?:who|whose|whom|which|where|when|while|after|before|as|with|without|then|taller|now|at|in|on|for|to|a|an|by|from|not|of|accompanied|[a-z]+ing|[a-z]+ed|Q\d+)\b")  # fmt: skip


def subjects(context: Context, sentence: Sentence, at: int) -> list[int]:
    """Unit numbers of the persons who are the joint subject of a verb at an offset of the coded form; none where it has another subject."""
    coded = sentence.coded
    low = max((m.end() for m in _HARD.finditer(coded, 0, at)), default=0)
    end = at
    if group := _VERB_GROUP.search(coded, max(low, at - 90), at):
        end = group.start()
    commas = [low, *(m.end() for m in re.finditer(r" , ", coded[:end]) if m.end() > low)]
    found = _in_segment(sentence, commas[-1], end)
    if found is None:
        found = _in_earlier(sentence, commas, end)
    if found is None and low > 0:
        found = _first_free(sentence, 0, low)
    return _joint(sentence, found) if found is not None else []


def _in_segment(sentence: Sentence, low: int, end: int) -> int | None:
    """The subject inside the stretch between the last comma and the verb."""
    coded = sentence.coded
    relative = max((m.start() for m in re.finditer(r"\bwho\b", coded[low:end])), default=-1)
    if relative >= 0 and (direct := _direct(sentence, low + relative + 3, end)) is None:
        return _antecedent(sentence, low + relative)
    cut = max((m.end() for m in _SUBORDINATE.finditer(coded, low, end)), default=low)
    direct = _direct(sentence, cut, end)
    if direct is not None:
        return direct
    inner = _first_free(sentence, cut, end)
    return inner if inner is not None or cut == low else _first_free(sentence, low, cut)


def _in_earlier(sentence: Sentence, commas: list[int], end: int) -> int | None:
    """The subject of a verb whose own stretch names none: that of an earlier stretch of the same clause, insertions left out."""
    coded = sentence.coded
    bounds = [*commas, end]
    for index in range(len(commas) - 2, -1, -1):
        low, high = bounds[index], bounds[index + 1]
        if index and _APPOSITIVE.match(coded, low, high):
            continue
        if (found := _first_free(sentence, low, high)) is not None:
            return found
    return None


def _direct(sentence: Sentence, low: int, end: int) -> int | None:
    """The noun that stands right before a verb group and is nobody's object."""
    found = re.compile(r"[PHG](\d+) $").search(sentence.coded, max(low, end - 6), end)
    if not found or _is_object(sentence, int(found.group(1))):
        return None
    return int(found.group(1))


def _first_free(sentence: Sentence, low: int, end: int) -> int | None:
    for found in _NOUN.finditer(sentence.coded, low, end):
        number = int(found.group(1))
        if not _is_object(sentence, number) and not re.match(r" 's? (?!been\b)", sentence.coded[found.end() :]):
            return number
    return None


def _is_object(sentence: Sentence, number: int) -> bool:
    before = sentence.coded[: sentence.offsets[number]]
    while joined := _JOIN_BACK.search(before):
        if joined.group().rstrip().endswith(","):
            break
        before = before[: joined.start()]
    return bool(_OBJECT.search(before[-60:]))


def _antecedent(sentence: Sentence, at: int) -> int | None:
    numbers = [n for n in sentence.of("P", "H", "G") if sentence.offsets[n] < at]
    return numbers[-1] if numbers else None


def _joint(sentence: Sentence, number: int) -> list[int]:
    """A subject with the nouns that "and" joins to it on either side."""
    found = [number]
    before = sentence.coded[: sentence.offsets[number]]
    while joined := _JOIN_BACK.search(before):
        if joined.group().endswith(", ") and not re.search(r"[PHG]\d+ , $", joined.group()):
            break
        found.insert(0, int(joined.group(2)))
        before = before[: joined.start()]
    at = sentence.offsets[number]
    while following := re.compile(
        r"[PHG]\d+ (?:, (?=[PHG]\d+ (?:,|and) ))?(?:and |as well as |, and )?(?:the )?(?=[PHG](\d+))"
    ).match(sentence.coded, at):
        found.append(int(following.group(1)))
        at = following.end()
    return found


# ------------------------------------------------------------------ whom units mean
_TRAVEL = re.compile(
    r"\b(?:fl(?:ew|ies|y|own)|left|leaves?|came|comes?|arriv\w+|return\w*|tour|trip|journey|travel\w*|visit\w*|stop|due in|go(?:es|ne)? (?:on|home|back)|went|landed|home|back|departed)\b"
)


def meant(context: Context, sentence: Sentence, number: int) -> list[Entity]:
    """Who may be meant by a unit, likeliest first; in talk of travel a pronoun means the traveller before his host."""
    found = [e for e in context.entities_at(sentence, number) if e.country]
    guest = context.guest
    if sentence.units[number].code not in "HQ" or len(found) < 2 or guest is None or guest not in found[:4]:
        return found
    if found[0].country == context.host and _TRAVEL.search(sentence.coded):
        return [guest, *(e for e in found if e is not guest)]
    return found


def people(context: Context, sentence: Sentence, numbers: list[int]) -> list[list[Entity]]:
    """For each unit the persons that it may mean, likeliest first; "both" and "they" give two units' worth."""
    found: list[list[Entity]] = []
    for number in numbers:
        persons = meant(context, sentence, number)
        if sentence.units[number].code == "G":
            found += [[e] for e in persons]
        elif persons:
            found.append(persons)
    return found


def agents(context: Context, sentence: Sentence, at: int) -> list[list[Entity]]:
    """The joint subjects of a verb, each as the list of persons that may be meant; a bare "the leader" is the story's guest."""
    numbers = subjects(context, sentence, at)
    if not numbers and context.guest and _DESCRIBED.search(sentence.coded[:at]):
        return [[context.guest]]
    return people(context, sentence, numbers)


_DESCRIBED = re.compile(
    r"(?:^|, )(?:the|his|her) (?:[a-z]+ |[CAL]\d+ |'s ){0,4}(?:ruler|leader|dignitary|chief|statesman|visitor|guest|head|monarch|strongman) (?:[a-z]+ )*$"
)


def travellers(pools: list[list[Entity]], host: str | None) -> list[Entity]:
    """Of each pool the first person who is foreign to the host."""
    found = [next((e for e in pool[:3] if e.country != host), None) for pool in pools]
    return list(dict.fromkeys(e for e in found if e))


_LIST = re.compile(
    r" (?:(?:with|by|in turn|also|both|in turn with|privately|separately|briefly|visiting|then|on|in|D\d+|L\d+|,|today|again|late|early|there|here|first|afterwards|up with|on him|together|with his|Q\d+|the|[AC]\d+ 's|[AC]\d+|at) )*?"
    r"(?P<list>(?:[PHG]\d+(?: \( [AC]\d+ \)| of [AC]\d+| , [^,;]{0,60} ,(?= (?:and )?(?:the )?(?:[AC]\d+ 's )?P))?(?: ,? ?(?:and|then|as well as)(?: with)?| ,)? ?(?:(?:the|then|later|later|with|for|C\d+ 's|A\d+) )*)+)"
)


def objects(context: Context, sentence: Sentence, at: int) -> list[int]:
    """Unit numbers of the persons listed as the object after a verb that ends at an offset."""
    found = _LIST.match(sentence.coded, at)
    if not found:
        return []
    numbers = [int(n) for n in re.findall(r"\b[PHG](\d+)\b", found.group("list"))]
    last = sentence.offsets[numbers[-1]] if numbers else at
    if numbers and re.match(r"[PHG]\d+ 's? ", sentence.coded[last:]):
        numbers.pop()
    return numbers


def is_role(sentence: Sentence, number: int) -> bool:
    """True for a mention without a name ("the guest")."""
    thing = sentence.units[number].thing
    return isinstance(thing, Mention) and thing.form == "role"
