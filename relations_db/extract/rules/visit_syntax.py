"""The syntax that the rules on visits rest on: subjects, owners and objects of verbs and nouns in a coded sentence."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Mention

_HARD = re.compile(r" [;:()\"] |^\" | - (?![AC]\d)")
_SUBORDINATE = re.compile(
    r"\b(?:that|when|while|whereas|but|where|because|although|though|if|after which|which|whom|whose|so|"
    r"(?:after|before|since|until|as)(?= (?:[PHGC]\d+ (?!'s )|[a-z]+ing\b)))(?= )"
)
_OBJECT = re.compile(
    r"\b(?:with|by|of|from|for|to|between|under|alongside|against|at|in|on|near|than|like|via|over|about|behind|met|meets?|(?<!a )(?<!the )(?<!any )(?<!Q\d )meeting|receiv(?:e|es|ed|ing)|"
    r"welcom(?:e|es|ed|ing)|host(?:s|ed|ing)?|greet(?:s|ed|ing)?|told|tells?|thank(?:s|ed|ing)?|invit(?:e|es|ed|ing)|ask(?:s|ed|ing)?|urg(?:es|ed|ing)|embrac(?:es|ed)|saw|sees?|"
    r"joined|brought|brings?|took|takes?|leaving|including|accompanied|called on|calls on|call on|visiting|expect(?:s|ed)?|wants?|wanted|sent|sends?|succeed(?:s|ed)|replac(?:es|ed)) "
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
_NOUN = re.compile(r"\b[PHG](\d++)(?![\w-])")
_JOIN_BACK = re.compile(
    r"\b([PHG])(\d+) (?:of (?:the )?C\d+ )?(?:, )?(?:and|as well as|or|together with|along with|,) (?:the )?(?:[AC]\d+ (?:'s )?)?$"
)
_ATTRIBUTION = re.compile(
    r"(?:[PH]\d+ (?:also |later )?|Q\d+ [a-z]+ |the [a-z]+ )(?:said|says|announced|added|noted|explained|told [a-z]+|has said)(?: on D\d+| D\d+)? , "
)
_APPOSITIVE = re.compile(r"(?:the )?[PA]\d+\b|(?:who|whose|whom|which|where|when|while|after|before|as|with|without|then|taller|now|at|in|on|for|to|a|an|by|from|not|of|accompanied|[a-z]+ing|[a-z]+ed|Q\d+)\b")  # fmt: skip


def subjects(context: Context, sentence: Sentence, at: int) -> list[int]:
    """Unit numbers of the persons who are the joint subject of a verb at an offset of the coded form; none where it has another subject."""
    unit = sentence.at(at)
    clause = next((c for c in context.clauses(sentence) if c.verb.start <= unit < c.verb.end), None)
    if clause is None:
        return _before(context, sentence, at)
    if clause.lemma == "be" and clause.subject and clause.objects and not _is_name(sentence, clause.subject[0]):
        named = clause.objects[0].head
        if _is_name(sentence, named):
            return [named]  # "the last to come was X"
    found = [n for n in clause.subject if sentence.units[n].code in ("P", "H", "G")]
    if found and (beside := _BESIDE.search(sentence.coded[: sentence.offsets[found[0]]])):
        found += [int(n) for n in re.findall(r"[PHG](\d+)", beside.group("list"))]
    return found


def _is_name(sentence: Sentence, number: int) -> bool:
    """True for a person called by name, not by a role."""
    thing = sentence.units[number].thing
    return isinstance(thing, Mention) and thing.form != "role"


def _before(context: Context, sentence: Sentence, at: int) -> list[int]:
    """The persons before an offset at which no verb stands who act in its clause."""
    coded = sentence.coded
    low = max((m.end() for m in _HARD.finditer(coded, 0, at)), default=0)
    end = at
    if group := _VERB_GROUP.search(coded, max(low, at - 90), at):
        end = group.start()
    commas = [low, *(m.end() for m in re.finditer(r" , ", coded[:end]) if m.end() > low)]
    found, relative = _in_segment(sentence, commas[-1], end)
    if found is None and relative:
        return []
    if found is None:
        found = _in_earlier(sentence, commas, end)
    if found is None:
        found = _ahead(sentence, at, end)
    if found is None and low > 0:
        found = _first_free(sentence, 0, low)
    if found is None:
        return []
    return [found] if relative else _joint(sentence, found)


def _ahead(sentence: Sentence, at: int, end: int) -> int | None:
    """The subject that follows an opening participle: "Before taking off for Y, X spoke"."""
    if not re.fullmatch(r"(?:\" )?(?:(?:before|after|on|upon|while|when|by|since|in|thus) )?", sentence.coded[:end]):
        return None
    main = re.compile(r"[^;:]*? , (?:the )?[PH](\d++)(?! 's )").match(sentence.coded, at)
    return int(main.group(1)) if main else None


def _in_segment(sentence: Sentence, low: int, end: int) -> tuple[int | None, bool]:
    """The subject inside the stretch between the last comma and the verb, and whether "who" stands for it."""
    coded = sentence.coded
    relative = max((m.start() for m in re.finditer(r"\bwho\b", coded[low:end])), default=-1)
    if relative >= 0 and (direct := _direct(sentence, low + relative + 3, end)) is None:
        return _beside_who(sentence, low + relative), True
    cut = max((m.end() for m in _SUBORDINATE.finditer(coded, low, end)), default=low)
    direct = _direct(sentence, cut, end)
    if direct is not None:
        return direct, False
    inner = _first_free(sentence, cut, end)
    return (inner if inner is not None or cut == low else _first_free(sentence, low, cut)), False


def _in_earlier(sentence: Sentence, commas: list[int], end: int) -> int | None:
    """The subject of a verb whose own stretch names none: that of an earlier stretch of the same clause, insertions left out."""
    coded = sentence.coded
    bounds = [*commas, end]
    beside: int | None = None
    for index in range(len(commas) - 2, -1, -1):
        low, high = bounds[index], bounds[index + 1]
        if alone := _ALONE.match(coded, low, high):
            return int(alone.group(1))
        if index and _ATTRIBUTION.fullmatch(coded[low:high]):
            continue
        if index and _APPOSITIVE.match(coded, low, high):
            beside = _first_free(sentence, low, high) if re.match(r"P\d+ , $", coded[low:high]) else beside
            continue
        found = _first_free(sentence, low, high)
        if found is not None or beside is not None:
            return found if found is not None else beside
    return beside


# "when X, (who was) president at the time, called on Y": the clause has only its subject before the comma
_ALONE = re.compile(
    r"(?:when|while|where|as|after|before|because|if|and) (?:the )?[PHG](\d+)(?: at (?:the|that) time| then)? , $"
)


def owners(context: Context, sentence: Sentence, at: int) -> list[int]:
    """Unit numbers of the persons to whose clause a noun phrase at an offset belongs: the nearest subject before it."""
    coded = sentence.coded
    low = max((m.end() for m in _HARD.finditer(coded, 0, at)), default=0)
    commas = [low, *(m.end() for m in re.finditer(r" , ", coded[:at]) if m.end() > low)]
    relative = coded.rfind(" who ", low, at)
    if relative >= 0 and coded.count(" , ", relative, at) < 2:
        direct = _last_free(sentence, relative + 5, at)
        number = direct if direct is not None else _antecedent(sentence, relative + 1)
        return [number] if number is not None else []
    bounds = [*commas, at]
    for index in range(len(commas) - 1, -1, -1):
        if index and re.match(r"(?:the )?P\d+ , $|where .* , $", coded[bounds[index] : bounds[index + 1]]):
            continue
        found = _last_free(sentence, bounds[index], bounds[index + 1])
        if found is not None:
            return _joint(sentence, found)
    return []


def _last_free(sentence: Sentence, low: int, end: int) -> int | None:
    for found in reversed(list(_NOUN.finditer(sentence.coded, low, end))):
        number = int(found.group(1))
        if not is_object(sentence, number) and not re.match(r" 's? (?!been\b)", sentence.coded[found.end() :]):
            return number
    return None


def _direct(sentence: Sentence, low: int, end: int) -> int | None:
    """The noun that stands right before a verb group and is nobody's object."""
    found = re.compile(r"[PHG](\d+) $").search(sentence.coded, max(low, end - 6), end)
    if not found:
        return None
    number = int(found.group(1))
    if _LED_IN.search(sentence.coded, max(0, sentence.offsets[number] - 60), sentence.offsets[number]):
        return number
    return None if is_object(sentence, number) else number


# "Before coming to Y X visited Z": X is no object of "to"
_LED_IN = re.compile(
    r"\b(?:before|after|on|upon|while|since) [a-z]+ing (?:[a-z]+ )?(?:to|in|at|for|from) (?:the )?[CL]\d+ (?:the )?$"
)


def _first_free(sentence: Sentence, low: int, end: int) -> int | None:
    for found in _NOUN.finditer(sentence.coded, low, end):
        number = int(found.group(1))
        if not is_object(sentence, number) and not re.match(r" 's? (?!been\b)", sentence.coded[found.end() :]):
            return number
    return None


def is_object(sentence: Sentence, number: int) -> bool:
    """True where a noun stands after a preposition or as the object of a verb."""
    if sentence.units[number].word in ("him", "them"):
        return True
    if sentence.units[number].word in ("he", "she"):
        return False
    before = sentence.coded[: sentence.offsets[number]]
    if re.search(
        r"\b(?:delegation|team|mission|party|group)\b[^,;]{0,40} (?:led|headed) by (?:the )?(?:[AC]\d+ (?:'s )?)?$",
        before,
    ):
        return False
    while joined := _JOIN_BACK.search(before):
        if joined.group().rstrip().endswith(","):
            break
        before = before[: joined.start()]
    return bool(_OBJECT.search(before[-60:])) or _is_since(sentence, number)


def _is_since(sentence: Sentence, number: int) -> bool:
    """True for "the first to come since X in 2011": X is only a mark in time."""
    at = sentence.offsets[number]
    return bool(_SINCE.search(sentence.coded, max(0, at - 40), at) and _IN_THEN.match(sentence.coded, at))


_SINCE = re.compile(r"\bsince (?:(?:the|late|then|[AC]\d+|'s) )*$")
_IN_THEN = re.compile(r"[PHG]\d+ (?:, )?(?:(?:in|on) )?D\d")


def _beside_who(sentence: Sentence, at: int) -> int | None:
    """The person whom "who" takes up; none where another, whom the text does not make known, stands between."""
    number = _antecedent(sentence, at)
    if number is None or not re.search(r" and (?:[CA]\d+|the) (?!P)", sentence.coded[sentence.offsets[number] : at]):
        return number
    return None


def _antecedent(sentence: Sentence, at: int) -> int | None:
    numbers = [n for n in sentence.of("P", "H", "G") if sentence.offsets[n] < at]
    return numbers[-1] if numbers else None


def _joint(sentence: Sentence, number: int) -> list[int]:
    """A subject with the nouns that "and" joins to it on either side."""
    found = [number]
    before = sentence.coded[: sentence.offsets[number]]
    while joined := _JOIN_BACK.search(before):
        if "," in joined.group() and sentence.units[number].word in ("he", "she"):
            break  # "at the invitation of X, he ..."
        if joined.group().endswith(", ") and not re.search(r"[PHG]\d+ , $", joined.group()):
            break
        found.insert(0, int(joined.group(2)))
        before = before[: joined.start()]
    if beside := _BESIDE.search(before):
        found += [int(n) for n in re.findall(r"[PHG](\d+)", beside.group("list"))]
    at = sentence.offsets[number]
    while following := _JOIN_ON.match(sentence.coded, at):
        found.append(int(following.group(1)))
        at = following.end()
    return found


# "Together with Y of Z he was received": those who are put first
_BESIDE = re.compile(
    r"(?:^|, |; )(?:and )?(?:together|along|jointly|side by side) with (?P<list>(?:(?:the |[AC]\d+ (?:'s )?)*[PH]\d+(?: of (?:the )?C\d+)?(?: and|,| ,)? ?)+)(?:, )?$"
)
# "X, Y's Z and W of V" after the first of them
_JOIN_ON = re.compile(
    r"[PHG]\d+ (?:of (?:the )?C\d+ )?(?:, (?=(?:the )?(?:[AC]\d+ (?:'s )?)?[PHG]\d+ (?:of (?:the )?C\d+ )?(?:,|and) ))?(?:and |as well as |, and )?"
    r"(?:the )?(?:[AC]\d+ (?:'s )?)?(?=[PHG](\d+))"
)


_LIST = re.compile(
    r" (?:(?:with|by|in turn|in audience|in private audience|in a farewell audience|at home|h \. e \.|hon \.|mr \.?|mrs \.?|dr \.?|also|both|in turn with|privately|separately|briefly|visiting|then|on|in|D\d+|L\d+|,|today|again|late|early|there|here|first|afterwards|up with|before|after|[BK]\d+|in person|face to face|one on one|for talks|on him|together|with his|Q\d+|the|[AC]\d+ 's|[AC]\d+|at) )*?"
    r"(?P<list>(?:[PHG]\d+(?: \( [AC]\d+ \)| of [AC]\d+| , [^,;]{0,60} ,(?= (?:and )?(?:the )?(?:[AC]\d+ 's )?P))?(?: ,? ?(?:and|then|as well as)(?: with| to)?| ,)? ?(?:(?:the|then|later|later|with|for|C\d+ 's|A\d+) )*)+)"
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
