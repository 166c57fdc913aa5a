"""Fields of a single paper that its title does not tell: the purpose of a loan, and what else its clause speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from relations_db.extract.context import Context
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_topics import sectors_in, stop
from relations_db.extract.rules.papers import papers_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_LOAN = re.compile(r"\b(?:loans?|credits?|credit line|financing|lending|facility|grants?|grant aid|debts?)\b")
_GRANT = re.compile(r"\bgrants?\b")
_LENDS = re.compile(
    r"\b(?:lend|lends|lent|loans?|loaned|credits?|grants?|granted|borrow\w*|financ\w+|provid\w+|giv\w+|gave|allocat\w+|extend\w*|write off|owe[sd]?|debts?)\b"
)
_PURPOSE = re.compile(
    r" (?:for|towards|to (?=(?:build|buy|finance|fund|pay|modernise|modernize|repair|extend|equip|improve|develop|support|help|restore|renovate|upgrade|expand|import|purchase|spend|lay|complete|connect|supply|electrify)\b)|on (?!D\d)) (?!N\d+ years|D\d|M\d|the first)"
)


def for_loan(context: Context, paper: Paper, found: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a loan with those of its purpose: "it will lend 5 billion yen for water pipes. The loan agreement was signed"; a gift is of its purpose only."""
    title = paper.title.lower()
    if "finance" not in found or not _LOAN.search(title):
        return found
    fields = set(found)
    if found == ("finance",):
        told = (sectors_in(context, *spot) - fields for spot in _purposes(context, paper))
        fields |= next((more for more in told if 0 < len(more) <= _TWO), set())
    if len(fields) > 1 and _GRANT.search(title) and not re.search(r"\b(?:loan|credit)", title):
        fields.discard("finance")
    return tuple(sorted(fields))


def _purposes(context: Context, paper: Paper) -> Iterator[tuple[Sentence, int, int]]:
    """The stretches that may tell what a sum is for: after the title, else beside a verb of lending in its sentence, else in the one before."""
    sentence, coded = paper.sentence, paper.sentence.coded
    low, high = paper.stretch
    here = [p for p in papers_of(context).get(sentence.index, []) if not low <= p.phrase.start < high]
    alone = not any(p.act.status for p in here)
    told_on = 0 if high > paper.phrase.end else 90
    spots = [(sentence, paper.phrase.end, high + told_on)]
    if alone:
        spots.append((sentence, 0, len(coded)))
        before = context.analysis.sentences[sentence.index - 1] if sentence.index else None
        if before and before.paragraph == sentence.paragraph:
            spots.append((before, 0, len(before.coded)))
    if work := _FOR_WHICH.search(coded, 0, paper.phrase.left):
        yield sentence, work.start("work"), work.end("work")
    for told, low, high in spots:
        if told is not sentence and not _LENDS.search(told.coded):
            continue
        start = low or (lends.start() if (lends := _LENDS.search(told.coded)) else high)
        for purpose in _PURPOSE.finditer(told.coded, start, min(high, len(told.coded))):
            yield told, purpose.end() - 1, min(high, stop(told.coded, purpose.end(), len(told.coded)))


# "the school, for which a grant agreement was signed in 2020"
_FOR_WHICH = re.compile(
    r"(?:^|[;:] )(?P<work>[^;:]{5,120}?) , (?:for|on|about) which (?:[^,;:]{0,40} )?(?:an?|the|another) $"
)
_GENERAL = re.compile(
    r"\b(?:economic|technical|cooperation|collaboration|session|commission|committee|council|partnership|friendship|belt|peace|relations|comprehensive|basic|consultations|cooperatives)\b"
)
_FORMS = frozenset(("agreement", "treaty", "contract", "memorandum", "other"))
_TWO = 2  # more fields than these are those of a tale


def beside(context: Context, paper: Paper) -> set[str]:
    """The one or two fields of a clause that tells of one paper only: "the El Dabaa plant, for which an agreement was signed in 2015, is on schedule"."""
    sentence, phrase = paper.sentence, paper.phrase
    if phrase.form not in _FORMS or phrase.elliptic or _GENERAL.search(paper.title.lower()):
        return set()
    if len(papers_of(context).get(sentence.index, [])) != 1 or '"' in sentence.coded:
        return set()
    coded = sentence.coded
    low = max(coded.rfind(" ; ", 0, phrase.left), 0)
    high = coded.find(" ; ", phrase.end)
    found: set[str] = set()
    for start, end in _without_people(sentence, low, high if high > 0 else len(coded)):
        found |= sectors_in(context, sentence, start, end)
    found.discard("diplomacy")  # envoys, ministries and relations are spoken of beside any paper
    return found if len(found) <= _TWO else set()


def _without_people(sentence: Sentence, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The stretches between persons, whose offices are no fields of a paper."""
    for found in _OFFICE.finditer(sentence.coded, low, high):
        yield low, found.start()
        low = found.end()
    yield low, high


_OFFICE = re.compile(
    r"\bP\d+\b|\btold (?:[a-z]+ ){1,3}| , [^,;:]{0,40}\b(?:minister|secretary|head|chief|president|director|chairman|governor|commissioner)\b[^,;:]{0,60} ,"
)
