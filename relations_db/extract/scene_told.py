"""What one sentence tells of where and when: the tense, the day and the place of its main clauses."""

from __future__ import annotations

from relations_db.extract.context import Context, Place, When
from relations_db.extract.loci import Locus, is_elsewhere, loci
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clause_ground import SAYING
from relations_db.language.clauses import Clause
from relations_db.language.date_meaning import resolve_end
from relations_db.language.verbs import PART, PAST, forms_of
from relations_db.values import Basis, PartialDate


def main_clauses(context: Context, sentence: Sentence) -> list[Clause]:
    """The clauses that tell the story: finite, not subordinate (but "when X arrived" at the head), not those of mere saying."""
    found: list[Clause] = []
    for clause in context.clauses(sentence):
        opens = clause.link == "sub" and clause.mark in ("when", "as", "while") and not found and clause.place < _HEAD
        if clause.form == "finite" and (not clause.link or opens) and not says(clause):
            found.append(clause)
    return found


def says(clause: Clause) -> bool:
    """True for a verb of mere saying."""
    return clause.lemma in SAYING and not (clause.passive and clause.lemma == "swear")


_HEAD = 5  # chunks before the verb of a clause that opens the sentence
_WILL = re.compile(
    r"\b(?:will|shall|'ll|to|due|expected|scheduled|set|planned|likely|would|may|might|could|can|should|must)\b"
)


def tense_of(sentence: Sentence, clause: Clause) -> str:
    """ "" for what the story tells, "back" for what had been, "ahead" for what will be."""
    words = [unit.word for unit in sentence.units[clause.verb.start : clause.verb.end]]
    if _WILL.search(" ".join(words[:-1])) or (clause.lemma == "expect" and clause.passive):
        return "ahead"
    return "back" if "had" in words[:-1] else ""


def is_present(sentence: Sentence, clause: Clause) -> bool:
    """True for "leaves on Friday", which may be a plan."""
    known = forms_of(sentence.units[clause.verb.start].word)
    return known is not None and PAST not in known[1] and PART not in known[1]


# ------------------------------------------------------------------ days
_OWNED = re.compile(
    r"\b(?:since|until|till|(?:that|which) (?:ends?|ended|conclude[sd]?)|by|before|as of|up to|anniversary of|dated|born|dating from|elected|appointed|(?:in office|in power)(?: since)?) (?:on |in |the )*$"
)
_MADE = re.compile(
    r"\b(?:treaty|agreements?|accords?|declaration|documents?|protocols?|memorand(?:um|a)|pact|deal|statement|communique|one|those|charter|text|contract|visit|talks|meeting|summit) (?:of [A-Za-z0-9 ]{1,30} )?"
    r"(?:signed|concluded|adopted|initialled|reached|made|held|struck|agreed|published|issued) (?:(?:in|at|on) (?:the )?(?:[LC]\d+ )?)?(?:on |in )?$"
)


def told_day(context: Context, sentence: Sentence, clauses: list[Clause], ahead: bool | None) -> When | None:
    """The day (or month) on which a sentence places what it tells; the first of its main clauses that no other word owns."""
    own = {number for clause in clauses for number in clause.dates}
    if not context.clauses(sentence):
        own = set(sentence.of("D"))
    for number, dated in context.dates_in(sentence):
        before = sentence.coded[: sentence.offsets[number]]
        following = sentence.units[number + 1].word if number + 1 < len(sentence.units) else ""
        ours = number in own or (following == "'s" and bool(clauses) and not before.endswith(" of "))
        if not ours and not (_AND_ON.search(before) and _leads(context, sentence, clauses, number)):
            continue
        if dated.start < context.analysis.dateline_end or _OWNED.search(before[-60:]) or _MADE.search(before[-90:]):
            continue
        if before.rfind("( ") > before.rfind(") ") or dated.form in ("span", "hours", "close"):
            continue
        soon = ahead is None and dated.weekday is not None and not context.entry_date(sentence.index)
        when = context.resolve(sentence, number, True if soon else ahead)
        if when.date is not None and when.date.month is not None:
            return When(when.date, Basis.FRAME, when.span, resolve_end(dated, when.date))
    return None


_AND_ON = re.compile(r"\b(?:and|but) (?:then )?(?:on |in )?(?:the )?$")


def _leads(context: Context, sentence: Sentence, clauses: list[Clause], number: int) -> bool:
    """True for a date before the verb of one of the clauses, with no other verb between: "..., and on Monday they met"."""
    following = [c for c in context.clauses(sentence) if c.verb.start > number]
    return bool(following) and following[0] in clauses


def opening_years(context: Context, sentence: Sentence) -> list[PartialDate | None]:
    """The year that a sentence opens with: "Last year ...", "In 2013 ..."."""
    first = [
        n
        for n, _ in context.dates_in(sentence)
        if re.fullmatch(r"(?:in |back in |- )?", sentence.coded[: sentence.offsets[n]])
    ]
    return [context.resolve(sentence, n, False).date for n in first]


# ------------------------------------------------------------------ places
_COME = frozenset("come arrive fly land travel drive go".split())
_GO = _COME | frozenset(
    "return move head bring take welcome invite gather draw attract summon assemble converge".split()
)
_AWAY = frozenset("return leave continue head".split())
_STAY = frozenset("stay remain live".split())
_OWN_WISH = re.compile(
    r" 's (?:wish|request|insistence|expense|invitation|behest|instigation|suggestion|urging|part)\b"
)


def told_place(context: Context, sentence: Sentence, clauses: list[Clause]) -> tuple[Place | None, bool]:
    """The city, else the state, in which the main clauses of a sentence are set; and whether it is only where somebody goes off to."""
    best: Place | None = None
    for locus in loci(sentence):
        number = locus.unit if locus.unit is not None else sentence.at(locus.start)
        if sentence.units[number].start < context.analysis.dateline_end:
            continue
        clause = _clause_of(context.clauses(sentence), number)
        if clause not in clauses and context.clauses(sentence):
            continue
        before = sentence.coded[: locus.start]
        if (
            _OWN_WISH.match(sentence.coded, locus.end)
            or is_elsewhere(sentence, locus.start, True)
            or _MADE.search(before)
        ):
            continue
        lemma = clause.lemma if clause else ""
        if locus.prep in ("to", "into") and (place := _at(context, sentence, locus)):
            if lemma in _AWAY or (lemma in _COME and _ON.search(before)):
                return place, True
            if lemma not in _GO and not _VISIT.search(before):
                continue
        elif locus.prep == "from" and _ABSENT.search(before):
            return _at(context, sentence, locus), False  # who stays away from Y is not where the others are
        elif locus.prep not in ("in", "at", "outside", "near"):
            continue
        place = _at(context, sentence, locus)
        if lemma in _STAY:
            continue  # who stays somewhere is not where the others are
        if place and place.city:
            return place, False
        best = best or place
    return best or _city_of_subject(context, sentence, clauses), False


# what a city does in which something takes place: "Kuala Lumpur closed its streets", "Durban's city hall heard him"
_BODILY = frozenset(
    "hear bury welcome greet receive host close cheer throng entertain mourn fete fill empty stage crown".split()
)


def _city_of_subject(context: Context, sentence: Sentence, clauses: list[Clause]) -> Place | None:
    """The city that is, or that owns, the subject of a verb of what can be seen there only."""
    for clause in clauses:
        if clause.lemma not in _BODILY or len(clause.subject) != 1:
            continue
        for number in (*clause.subject, *clause.carriers):
            unit = sentence.units[number]
            if unit.code == "L" and unit.start >= context.analysis.dateline_end:
                place = context.place_of(unit)
                return Place(place.city, place.country, Basis.FRAME, place.span)
    return None


_ABSENT = re.compile(r"\b(?:stay(?:s|ed|ing)? away|absent|missing) $")
_ON = re.compile(r"\b(?:on|back|home) $")
_VISIT = re.compile(
    r"\b(?:on|paid|paying|began|making|made|during|started|opened) (?:an?|the|his|her|Q\d+) (?:[a-z-]+ |N\d+ - ){0,4}(?:trip|visit|journey|tour) $"
)


def first_city(context: Context, sentence: Sentence) -> Place | None:
    """The city that a sentence names as a place at all, where the story has none yet: "the deal signed in Y"."""
    for locus in loci(sentence):
        before = sentence.coded[: locus.start]
        if locus.prep in ("in", "at") and not is_elsewhere(sentence, locus.start) and not _SAID_THERE.search(before):
            place = _at(context, sentence, locus)
            if place and place.city:
                return place
    return None


_SAID_THERE = re.compile(r"\b(?:said|says|told|had|will|who|which|where|that|since|before|after|until) [^;:]*$")


def _clause_of(clauses: list[Clause], number: int) -> Clause | None:
    """The clause to which a unit belongs: by a phrase of it, else the last that begins before the unit."""
    for clause in clauses:
        if any(phrase.noun.start <= number < phrase.noun.end for phrase in clause.phrases):
            if clause.form == "ing" and number < clause.verb.start:
                return next((c for c in clauses if c.form == "finite" and c.verb.start > clause.verb.start), clause)
            return clause
    before = [clause for clause in clauses if clause.verb.start <= number]
    return before[-1] if before else next((c for c in clauses if c.form == "finite"), None)


def _at(context: Context, sentence: Sentence, locus: Locus) -> Place | None:
    """The place that a phrase names: a city, a state, or "the A capital"."""
    if locus.unit is None:
        owner = re.match(r"[AC](\d+)", locus.words)
        state = context.state_of(sentence.units[int(owner.group(1))]) if owner else None
        capital = context.lexicon.capitals.get(state or "")
        named = any(hit.kind == "city" and hit.city == capital for hit in context.analysis.hits)
        return Place(capital if named and "capital" in locus.words else None, state, Basis.FRAME) if state else None
    unit = sentence.units[locus.unit]
    state = context.state_of(unit)
    if state is None:
        return None
    city = context.place_of(unit).city if unit.code == "L" else None
    return Place(city, state, Basis.FRAME, (unit.start, unit.end))


def of_host(context: Context, sentence: Sentence) -> Place | None:
    """The state of him who is called the host: "X and his host, Y"."""
    for number in sentence.of("P"):
        if re.search(r"\bhost(?:ess)?\b", sentence.units[number].word):
            named = re.compile(r"P\d+ ,? ?P(\d+)").match(sentence.coded, sentence.offsets[number])
            at = int(named.group(1)) if named else number
            unit = sentence.units[at]
            if state := context.state_of(unit):
                return Place(None, state, Basis.FRAME, (unit.start, unit.end))
    return None
