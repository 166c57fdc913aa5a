"""Whether a clause tells a stay as made, planned, wished or dropped: from its verb group and from the clauses that it hangs on."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_realis import guard, headline_future
from relations_db.extract.rules.visit_words import DROPPING, PLANNING, REFUSING, WISH_NOUNS, WISHING
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.dates import Dated
from relations_db.language.realis import Realis, of_group
from relations_db.language.verbs import BASE, PAST, THIRD, forms_of
from relations_db.values import Status

_WORD = re.compile(r"\S+")
_HYPOTHETICAL = frozenset("if unless whether lest until till once".split())
_NOBODY = re.compile(
    r"\b(?:no|neither|nor|nobody|none|not|hardly any|few)(?: (?!P)[a-z]+){0,3} (?:[PH]\d+ (?:and|or|nor) )?$"
)


def clause_realis(context: Context, sentence: Sentence, clause: Clause) -> Realis:
    """Realis of what a clause tells; status None where the text does not assert it."""
    head = sentence.offsets[clause.verb.head]
    found = _WORD.match(sentence.coded, head)
    assert found is not None
    realis = _of_clause(sentence, _modal_of(context, sentence, clause), 0)
    if realis.status is None:
        return realis
    if clause.form == "ing" and _FORWARD_TO.search(sentence.coded, 0, sentence.offsets[clause.verb.start]):
        return Realis(Status.PLANNED)
    if clause.subject and _NOBODY.search(sentence.coded[: sentence.offsets[clause.subject[0]]][-40:]):
        return Realis(None, reason="negated")
    realis = guard(context, sentence, found, realis)
    word = sentence.units[clause.verb.head].word
    if _present(clause, word):
        return headline_future(context, sentence, found, word, realis)
    return (
        headline_future(context, sentence, found, f"{word}s", realis) if _of_several(sentence, clause, word) else realis
    )


_FORWARD_TO = re.compile(r"\blook(?:s|ing)? (?:(?:very )?much )?forward to $")


def _present(clause: Clause, word: str) -> bool:
    known = forms_of(word)
    return clause.form == "finite" and clause.verb.start == clause.verb.head and bool(known and THIRD in known[1])


_MODAL = re.compile(r"\b(?:will|would|shall|may|might|could|can|should|to)\b")


def _modal_of(context: Context, sentence: Sentence, clause: Clause) -> Clause:
    """The verb whose auxiliary a bare one after "and" shares: "said that she would open a school and fly to Y"."""
    if clause.form != "finite" or clause.link == "rel" or clause.verb.start != clause.verb.head or not clause.subject:
        return clause
    known = forms_of(sentence.units[clause.verb.head].word)
    if not known or BASE not in known[1] or PAST in known[1]:
        return clause
    for other in reversed(context.clauses(sentence)):
        if other.verb.head >= clause.verb.head or other.form != "finite" or other.subject != clause.subject:
            continue
        group = sentence.coded[sentence.offsets[other.verb.start] : sentence.offsets[other.verb.head]]
        if group or other.link == "rel":
            return other if _MODAL.search(group) else clause
    return clause


def _of_several(sentence: Sentence, clause: Clause, word: str) -> bool:
    """True for "they fly to Y on Thursday": a verb in the present tense whose subject is several."""
    known = forms_of(word)
    if clause.form != "finite" or clause.verb.start != clause.verb.head or not known or not clause.subject:
        return False
    return BASE in known[1] and PAST not in known[1] and bool(sentence.units[clause.subject[0]].code)


def _of_clause(sentence: Sentence, clause: Clause, depth: int) -> Realis:
    if clause.mark in _HYPOTHETICAL:
        return Realis(None, reason="conditional")
    if "never" in clause.adverbs or "not" in clause.adverbs:
        return Realis(None, reason="negated")
    if clause.lemma == "be" and any(sentence.units[o.start].word == "no" for o in clause.objects):
        return Realis(None, reason="negated")
    if clause.form == "finite":
        return _of_finite(sentence, clause, depth)
    governor = clause.governor
    if depth > 4:
        return Realis(None, reason="not asserted")
    outer = (
        _of_clause(sentence, governor, depth + 1)
        if governor
        else Realis(Status.PLANNED if clause.form == "inf" else Status.DONE)
    )
    if clause.form == "inf":
        return _of_infinitive(sentence, clause, outer)
    if clause.mark in ("without", "despite", "of", "than"):
        return Realis(None, reason="negated")
    if clause.mark in ("after", "before") and outer.status is Status.CANCELLED:
        return Realis(None, reason="not asserted")
    if clause.mark == "before" and outer.status is Status.DONE and governor and not _past(sentence, governor):
        return Realis(Status.PLANNED)
    return outer


def _of_finite(sentence: Sentence, clause: Clause, depth: int) -> Realis:
    verb = clause.verb
    group = sentence.coded[sentence.offsets[verb.start] : sentence.offsets[verb.head]]
    if re.search(
        r"\b(?:was|were|had been|should) (?:[a-z]+ ){0,2}(?:to have|have)\b|\bwas (?:due|supposed|meant|set) to have\b",
        group,
    ):
        return Realis(Status.CANCELLED)
    if re.search(r"\bwould (?:[a-z]+ )?have\b", group):
        return Realis(None, reason="conditional")
    if re.search(r"\b(?:unlikely|unable|not expected)\b", group):
        return Realis(None, reason="negated")
    realis = of_group(group or "")
    if clause.lemma == "await" and realis.status is Status.DONE:
        return Realis(Status.CANCELLED if "had been" in group else Status.PLANNED)
    governor = clause.governor
    word = sentence.units[verb.head].word
    known = forms_of(word)
    bare = not group and bool(known and BASE in known[1] and PAST not in known[1])
    if clause.link == "sub" and governor is not None and depth < 4 and realis.status is Status.DONE:
        if clause.mark == "that" and governor.lemma in WISHING and (bare or "should" in group):
            return Realis(Status.PROPOSED)
        outer = _of_clause(sentence, governor, depth + 1)
        if (
            clause.mark in ("when", "after", "before", "as", "where", "while")
            and outer.status is Status.PLANNED
            and not _past(sentence, clause)
        ):
            return Realis(Status.PLANNED)
    if (
        clause.link == "sub"
        and clause.mark == "that"
        and governor is not None
        and governor.lemma in ("hope", "wish", "suggest", "propose", "expect")
    ):
        return Realis(Status.PROPOSED if governor.lemma != "expect" else Status.PLANNED)
    return realis


def _of_infinitive(sentence: Sentence, clause: Clause, outer: Realis) -> Realis:
    governor = clause.governor
    if governor is None:
        return Realis(Status.PLANNED)
    if governor.lemma in REFUSING or outer.status is None:
        return Realis(None, reason="negated")
    if outer.status is Status.CANCELLED or (governor.lemma in DROPPING and governor.objects):
        return Realis(Status.CANCELLED)
    noun = governor.objects[-1] if governor.objects and governor.objects[-1].end == clause.verb.start else None
    if noun is not None and noun.lemma in WISH_NOUNS and outer.status is Status.DONE:
        return Realis(Status.PROPOSED)
    if governor.lemma in _GLAD and clause.lemma in _RECEIVING and _is_plain(sentence, governor):
        return Realis(Status.PLANNED) if _is_on_a_day(sentence, governor, clause) else outer
    if governor.lemma in WISHING or outer.status is Status.PROPOSED:
        return Realis(Status.PROPOSED)
    if governor.lemma in PLANNING or outer.status is Status.PLANNED:
        return Realis(Status.PLANNED)
    if governor.lemma in ("be", "become") and any(_is_first(sentence, o.start, o.end) for o in governor.objects):
        return outer  # "became the first of them to come"
    if governor.lemma == "be" and not governor.objects and governor.verb.head > clause.verb.head:
        return outer  # "the last to come was X"
    if governor.lemma in (
        "come",
        "go",
        "manage",
        "begin",
        "start",
        "continue",
        "happen",
        "help",
        "be",
        "become",
        "travel",
        "fly",
        "drive",
        "walk",
        "ride",
        "get",
        "be",
        "stop",
        "return",
        "live",
    ):
        return Realis(Status.DONE, outer.background)
    return Realis(Status.PLANNED)


_GLAD = frozenset("delight please honour honor be".split())
_RECEIVING = frozenset("welcome receive host greet".split())


def _is_plain(sentence: Sentence, governor: Clause) -> bool:
    """True where the gladness is told of as there: "is delighted to", not "would be delighted to"."""
    after = sentence.coded[sentence.offsets[governor.verb.start] :][:60]
    return bool(
        re.match(r"(?:am|is|are|was|were)(?: [a-z]+ly)? (?:delighted|pleased|honou?red|glad|happy|proud) to ", after)
    )


def _is_on_a_day(sentence: Sentence, governor: Clause, clause: Clause) -> bool:
    """True for "I am pleased to welcome X from 3 to 5 May": what is told now of a day of the calendar lies ahead."""
    now = sentence.units[governor.verb.start].word in ("am", "is", "are")
    days = [sentence.units[n].thing for n in clause.dates]
    return now and any(isinstance(d, Dated) and d.day is not None for d in days)


def _is_first(sentence: Sentence, start: int, end: int) -> bool:
    return any(_FIRST.search(sentence.units[n].word) for n in range(start, end))


_FIRST = re.compile(r"\b(?:first|second|third|last|only|latest)\b")


_OF_PAPERS = frozenset(
    "sign conclude initial ink adopt agree seal reach ratify negotiate draft establish found".split()
)
_ACTING = ("by", "under", "between", "with")


def tells_of_old(context: Context, sentence: Sentence, clause: Clause) -> bool:
    """True for "the treaty signed in Y in March": who speaks of it now was there then only if the text says so."""
    if not clause.passive or clause.link not in ("ed", "rel") or clause.lemma not in _OF_PAPERS:
        return False
    subject = sentence.units[clause.subject[0]] if clause.subject else None
    if (subject is not None and subject.code) or any(p.prep in _ACTING for p in clause.phrases):
        return False
    return any(context.long_past(context.resolve(sentence, n, False).date) for n in clause.dates)


def _past(sentence: Sentence, clause: Clause) -> bool:
    """True where the verb group of a clause has a past form."""
    words = [sentence.units[n].word for n in range(clause.verb.start, clause.verb.end)]
    return "had" in words or any(known and PAST in known[1] for w in words for known in (forms_of(w),))
