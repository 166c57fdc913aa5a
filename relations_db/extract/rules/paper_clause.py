"""The clause that tells what is done by way of a paper: "nurses will be sent under an agreement", "a memorandum to that effect"."""

from __future__ import annotations

from collections.abc import Iterator

from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_passage import DEAL
from relations_db.extract.rules.paper_topics import own_clause, sectors_in, stop
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clause_ground import Clause
from relations_db.values import Status

Stretch = tuple[Sentence, int, int]

_PAPERS_DET = (
    r"(?:the |an? |another |one of the |this |Q\d+ |their |its )?(?:terms of (?:the |an? ))?(?:[a-z-]+ ){0,2}$"
)
_SERVES = re.compile(
    r"(?:^|\b)(?:under|according to|thanks to|by virtue of|on the (?:basis|strength) of|by|through|with|in line with|in accordance with|pursuant to|as part of|as (?:set out|provided for|laid down|agreed|foreseen|stipulated) (?:in|by|under)|laid down in|"
    rf"(?:object|subject|purpose|aim|point) of|\() {_PAPERS_DET}"
)
_IN_CONTRACT = re.compile(rf"\bin {_PAPERS_DET}")
_FORMAL = re.compile(
    r"\b(?:formali[sz]|cement|codif|regulat|underpin|consolidat)[a-z]+ (?P<what>[^;:,]{5,90}?) (?:with|by|in|through) (?:an?|another) (?:[a-z]+ )?$"
)
_TO_THAT = re.compile(
    r"[^;:.]{0,60}?\b(?:(?:to|for) (?:that|this) (?:effect|end|purpose)|(?:on|about|for) (?:that|this|it|the (?:matter|subject|issue))(?= (?:was|were|is|has|had|will|in|on|at|,|\.)|$)|providing for (?:that|this|it)|which (?:provides for|made) (?:that|this|it)|that made (?:that|this|it))"
)
# "is bound by the treaty": the treaty does not make that
_BOUND = re.compile(r"\b(?:bound|governed|covered|regulated|tied|linked|united) $")
_THE_SAID = re.compile(r"\b(?:relevant|corresponding|respective|appropriate|said) $")
_OPENS = re.compile(r"(?:the|this|that) (?:[a-z-]+ ){0,2}$")
_OPENS_NEW = re.compile(r"an? (?:(?:[a-z-]+|N\d+|-) ){0,4}$")
_LEADS = re.compile(r'(?:^|[,;:"(] |\b(?:and|that|but|which|while) )$')
_MAIN = re.compile(
    r" , (?!(?:when|where|which|who|whose|after|before|while|as|signed|and|on|in|during|at) )(?=(?:the |an? |both |all |more )?[a-zPCAGN])"
)


def deeds(context: Context, paper: Paper) -> Iterator[Stretch]:
    """The stretches that may tell what is done by way of a paper, likeliest first: its own clause, or the sentence before where "that" or "the agreement" points back."""
    sentence, phrase = paper.sentence, paper.phrase
    coded = sentence.coded
    before = coded[: phrase.left]
    if _TO_THAT.match(coded, phrase.end) or _THE_SAID.search(coded[: phrase.start]):
        yield from _pointed_at(context, paper)
        return
    if formal := _FORMAL.search(before):
        yield sentence, formal.start("what"), formal.end("what")
    if own := own_clause(sentence, phrase):
        yield sentence, *own
    serves = _SERVES.search(before) or (_IN_CONTRACT.search(before) if phrase.noun == "contract" else None)
    if serves and not _BOUND.search(before[: serves.start()]):
        yield sentence, _clause_start(coded, phrase.left), _comma(coded, serves.start())
        if _LEADS.search(before[: serves.start()]) and (main := _main(context, paper)):
            yield sentence, main, stop(coded, main, len(coded))
    elif _opens(context, paper, before):
        yield from _told_before(context, sentence)


def _opens(context: Context, paper: Paper, before: str) -> bool:
    """True where a signed paper opens the sentence after the one that tells what it is about."""
    if paper.act.status is not Status.DONE or _told_in(context, paper):
        return False
    new = _OPENS_NEW.fullmatch(before) and _after_deal(context, paper.sentence)
    return bool(new or _OPENS.fullmatch(before))


def _after_deal(context: Context, sentence: Sentence) -> bool:
    """True where the sentence before tells an order, a tender or the like, of which this one tells the paper."""
    return bool(sentence.index and DEAL.search(context.analysis.sentences[sentence.index - 1].coded))


def _main(context: Context, paper: Paper) -> int:
    """Where the clause begins that a paper leads up to: after the next comma, or at its subject."""
    sentence, end = paper.sentence, max(paper.phrase.end, paper.stretch[1] - 3, paper.act.at)
    verbs = (c for c in context.clauses(sentence) if c.form == "finite" and not c.link and c.subject)
    subjects = (sentence.offsets[min(c.subject)] for c in verbs)
    last = sentence.coded.find(" ; ", end) if " ; " in sentence.coded[end:] else len(sentence.coded)
    subject = next((start for start in subjects if end < start < last), 0)
    comma = _MAIN.search(sentence.coded, end, subject or last)
    return comma.end() if comma else subject


def _pointed_at(context: Context, paper: Paper) -> Iterator[Stretch]:
    """What "a pact to that effect" points to: the words before, unless they only tell who signs; else the sentence before."""
    coded, left, at = paper.sentence.coded, paper.phrase.left, paper.act.at
    start = _clause_start(coded, left)
    if _OPENS.fullmatch(coded[start:left]):
        pass
    elif not start <= at < left:
        yield paper.sentence, start, _comma(coded, left)
    elif start:
        yield paper.sentence, 0, start - 3
    elif (aside := coded.rfind(" , ", 0, at)) > 0 and " having " in coded[aside:at]:
        yield paper.sentence, 0, aside
    yield from _told_before(context, paper.sentence)


def deed_of(context: Context, paper: Paper) -> set[str]:
    """The fields of that clause."""
    told = [*deeds(context, paper)]
    if told and (main := _main(context, paper)):
        told.append((paper.sentence, main, stop(paper.sentence.coded, main, len(paper.sentence.coded))))
    return next((found for spot in told if (found := sectors_in(context, *spot))), set())


_NO_DEEDS = frozenset(
    "sign initial conclude adopt ink seal ratify be have enter come follow date expire last replace mark take reach announce exchange crown bear stand remain need await say".split()
)


def done_by_it(context: Context, paper: Paper) -> set[str]:
    """The fields of what a paper does, whatever the verb: "a plan which names trade and mining"."""
    sentence, phrase = paper.sentence, paper.phrase
    own = range(sentence.at(phrase.left), sentence.at(phrase.end - 1) + 1)
    its = (c for c in context.clauses(sentence) if c.antecedent in own or any(n in own for n in c.subject))
    return {field for clause in its for field in _fields(context, sentence, clause)}


# "the U.S. owned firm", written without a hyphen
_WHOSE = frozenset("based owned backed controlled listed registered led run held built made born".split())


def deed_words(context: Context, paper: Paper) -> str:
    """What a paper does, from its verb on, told in its own sentence or in one after it that begins with "it": "gives the firm a share of the gas"."""
    home, phrase = paper.sentence, paper.phrase
    own = range(home.at(phrase.left), home.at(phrase.end - 1) + 1)
    told = [
        (home, clause)
        for clause in context.clauses(home)
        if paper.act.way == "relative" or any(n in own for n in clause.subject)
    ]
    following = context.analysis.sentences[home.index + 1 : home.index + 2]
    told += [(s, c) for s in following if s.coded.startswith("it ") for c in context.clauses(s)[:1]]
    for sentence, clause in told:
        if clause.form != "finite" or clause.passive or clause.lemma in _NO_DEEDS or not clause.objects:
            continue
        if sentence.units[clause.verb.head].word in _WHOSE:
            continue
        start = sentence.offsets[clause.verb.start]
        end = stop(sentence.coded, start + 1, len(sentence.coded))
        if sentence is home and start < paper.act.at + len(paper.act.verb):
            continue
        return context.analysis.said(*sentence.span(start, min(end, start + 110)))
    return ""


def _fields(context: Context, sentence: Sentence, clause: Clause) -> set[str]:
    """The fields named after an active verb that makes no paper."""
    if clause.passive or clause.lemma in _NO_DEEDS:
        return set()
    start = sentence.offsets[clause.verb.end - 1]
    return sectors_in(context, sentence, start, stop(sentence.coded, start, len(sentence.coded)))


def thing_of(context: Context, paper: Paper) -> str:
    """What is made, sold or done by way of a paper, as a noun phrase of the text, or nothing."""
    told = list(deeds(context, paper))
    things = (thing_in(context, *spot, subject) for subject in (False, True) for spot in told)
    return next((thing for thing in things if thing), "")


def thing_by(context: Context, sentence: Sentence, phrase: DocPhrase) -> str:
    """What is done "by another, ...", or nothing."""
    low = phrase.end + 3
    if not phrase.elliptic or not sentence.coded.startswith(" , ", phrase.end):
        return ""
    high = stop(sentence.coded, low, len(sentence.coded))
    return thing_in(context, sentence, low, high) or thing_in(context, sentence, low, high, True)


def thing_in(context: Context, sentence: Sentence, low: int, high: int, subject: bool = False) -> str:
    """The noun phrase of a clause that tells what it is about: the object, else what a preposition brings, or its subject; all of a stretch without a verb."""
    if high <= low + 3:
        return ""
    first, last = sentence.at(low), sentence.at(max(low, high - 2)) + 1
    clauses = [c for c in context.clauses(sentence) if first <= c.verb.start < last and (c.form != "ed" or c.objects)]
    if not clauses:
        return _words(context, sentence, first, last)
    for spots in (_objects, _complements):
        for number, clause in enumerate(clauses):
            following = next((c.verb.start for c in clauses[number + 1 :] if c.link in ("", "sub")), last)
            if (start := spots(sentence, clause, last)) is not None:
                return _words(context, sentence, start, _before_and(sentence, start, min(last, following)))
    told = next((c for c in clauses if c.subject and first <= c.subject[0] and _tells(sentence, c.subject[0])), None)
    if told is None or not subject:
        return ""
    if told.subject[0] > told.verb.start:
        return _words(context, sentence, told.verb.end, last)
    end = sentence.coded.find(" , ", sentence.offsets[told.subject[0]], sentence.offsets[told.verb.start])
    return _words(context, sentence, first, sentence.at(end) + 1 if end > 0 else told.verb.start)


def _objects(sentence: Sentence, clause: Clause, last: int) -> int | None:
    """Where the first object of a clause begins that is no pronoun."""
    return next((o.start for o in clause.objects if o.start < last and _tells(sentence, o.head)), None)


def _complements(sentence: Sentence, clause: Clause, last: int) -> int | None:
    """Where what a preposition of a clause brings begins, past those of place, day and agent."""
    spots = (p for p in clause.phrases if clause.verb.end <= p.start < last and p.prep not in ("by", "under", "at"))
    return next((p.noun.start for p in spots if _tells(sentence, p.noun.head)), None)


_NO_THINGS = frozenset(
    "itself themselves himself herself it them way basis end day week month year years closer nearer apart together further forward ahead away".split()
)


def _tells(sentence: Sentence, head: int) -> bool:
    unit = sentence.units[head]
    return unit.code not in ("H", "Q", "D", "L", "P", "G", "C") and unit.word not in _NO_THINGS


def _before_and(sentence: Sentence, start: int, end: int) -> int:
    """The end of a stretch without the "and" that joins the next clause to it."""
    while end > start + 1 and sentence.units[end - 1].word in ("and", ",", "or", "but", "then", "to"):
        end -= 1
    return end


_LOOSE_START = re.compile(r"(?:(?:on|in|by|and|that|but|under|with|D\d+|yesterday|today|,) )+")
_LOOSE_END = re.compile(r"(?:(?: ,)?(?: (?:on|in|by|until|from|since|of))? D\d+| ,)+$")


def _words(context: Context, sentence: Sentence, first: int, last: int) -> str:
    """The words of units, without marks around them and days at their end."""
    units = sentence.units
    while first + 1 < last and units[first].code in ("C", "P") and units[first + 1].code == "M":
        first += 1
    while first < last and not units[first].code and not units[first].word[:1].isalnum():
        first += 1
    if first >= last:
        return ""
    end = sentence.offsets[last] - 1 if last < len(units) else len(sentence.coded)
    coded = sentence.coded[sentence.offsets[first] : end]
    coded = _LOOSE_END.sub("", coded).rstrip(' ,.;:-"(')
    if not coded:
        return ""
    low, high = sentence.span(sentence.offsets[first], sentence.offsets[first] + len(coded))
    return context.analysis.said(low, high).strip(' "“”,.;:')


def _comma(coded: str, at: int) -> int:
    return at - 2 if coded.endswith(", ", 0, at) else at


def _clause_start(coded: str, at: int) -> int:
    """Where the clause begins that leads up to a paper: after the last strong mark."""
    return max(coded.rfind(mark, 0, at) + len(mark) if mark in coded[:at] else 0 for mark in (" ; ", " : ", '" '))


_SAID = re.compile(
    r" , (?:[^,;:]{2,60} (?:said|says|reported|announced|added)|according to [^,;:]{2,60}?)(?: (?:on )?D\d+)?(?: [.]|$)"
)


def _told_before(context: Context, sentence: Sentence) -> Iterator[Stretch]:
    """The sentence right before, in the same paragraph."""
    earlier = context.analysis.sentences[sentence.index - 1] if sentence.index else None
    if earlier and earlier.paragraph == sentence.paragraph:
        said = _SAID.search(earlier.coded)
        yield earlier, 0, said.start() if said else len(earlier.coded)


def _told_in(context: Context, paper: Paper) -> bool:
    """True where the sentence before tells of a paper of its own, which this one takes up."""
    return bool((context.papers or {}).get(paper.sentence.index - 1))
