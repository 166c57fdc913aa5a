"""Agreements: cooperation documents between states, single or counted. Constructions of docs/reference/rules.md, section Documents."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule, joined
from relations_db.extract.context import Context
from relations_db.extract.documents import PLURAL
from relations_db.extract.merge import days_apart
from relations_db.extract.rules import purchases
from relations_db.extract.rules.paper import words_of
from relations_db.extract.rules.paper_details import price_of, sectors_of
from relations_db.extract.rules.paper_fit import unfit
from relations_db.extract.rules.papers import TRIGGERS, Paper, papers_of, refused
from relations_db.extract.rules.titles import STOP_TITLE
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Agreement, Basis, Kind, Qualifier, Status


def agreement(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """The documents and packages of a sentence that were signed, adopted, exchanged, planned or proposed."""
    for paper in papers_of(context).get(sentence.index, []):
        reason = refused(paper) or unfit(context, paper)
        if reason:
            if reason != "declaration":
                context.ignore(Kind.AGREEMENT, sentence, paper.phrase.start, paper.phrase.end, reason)
            continue
        yield _candidate(context, paper)


def _candidate(context: Context, paper: Paper) -> Candidate:
    phrase, package = paper.phrase, not paper.single
    parties, basis = paper.parties
    assert parties is not None
    claim = Agreement(
        parties,
        "package" if package else phrase.form,
        None if package else paper.title,
        phrase.count if package else 1,
        (phrase.qualifier if phrase.count else None) if package else Qualifier.EXACT,
        sectors_of(context, paper),
        price_of(paper),
        paper.when.date,
        paper.place,
        paper.act.status or Status.DONE,
    )
    where = {"parties": (basis, None), "signed_on": (paper.when.basis, paper.when.span), "title": (SAID, paper.span)}
    quotes = [words_of(paper), *paper.quotes]
    notes = {"definite": 1} if phrase.definite and paper.act.way != "member" else {}
    if paper.sentence.bullet:
        notes["item"] = 1
    if package and phrase.noun in ("contracts", "orders"):
        notes["bought"] = 1
    if package and not phrase.definite:
        notes["sort"] = _SORTS.index(PLURAL.get(phrase.noun, "other"))
    return Candidate(claim, quotes, "agreement", paper.sentence.index, where, paper.act.realis.background, notes=notes)


_EXAMPLES = (
    "Kazakhstan and Malta signed a memorandum on tourism in Astana on Monday.",
    "Nine documents were exchanged by the ministers of Oman and India on Tuesday.",
    "A memorandum of understanding was signed between the central banks of Oman and India.",
    "The agreement on fisheries that Kenya and Uganda concluded in 2019 will be renewed.",
    "Kenya and Uganda are negotiating a double taxation agreement.",
    "Cuba and Vietnam signed agreements on extradition and on the transfer of prisoners.",
    "The visit of Serbian President Aleksandar Vucic to Egypt bore fruit in the form of seven agreements.",
    "An extradition treaty between Brazil and Italy has been in force since 2012.",
)
_REFUSALS = (
    "Not a single document was signed by Serbia and Egypt.",
    "The talks between Serbia and Egypt ended without an agreement on grain.",
    "If Kenya and Japan signed an agreement on geothermal energy, prices would fall.",
    "Serbia and Egypt are in full agreement on the need for peace.",
    "Kenya denied that it had signed a fisheries agreement with China.",
    "The protocol of both states of Serbia and Egypt was observed at the dinner.",
    "Did Kenya and Uganda sign a defence pact?",
    "Turkey and the European Union signed an agreement on customs.",
)
RULES = (
    Rule("agreement", Kind.AGREEMENT, TRIGGERS, re.compile("^"), agreement, _EXAMPLES, _REFUSALS),
    *purchases.RULES,
)


# ------------------------------------------------------------------ one candidate per document or package
def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per document or package."""
    return joined(candidates, _same, _joined, _marks, _seeks)


def _marks(candidate: Candidate) -> Iterator[Hashable]:
    """Its parties with each of its words, or with what else may make two papers one."""
    claim = _agreement(candidate)
    yield from _seeks(candidate)
    if claim.form != "package":
        yield claim.parties, claim.sectors


def _seeks(candidate: Candidate) -> Iterator[Hashable]:
    claim = _agreement(candidate)
    if claim.form == "package":
        yield claim.parties
        return
    words = _words(claim.title)
    yield from ((claim.parties, word) for word in words)
    if words <= _TRADE:
        yield claim.parties, _TRADE
    if "definite" in candidate.notes:
        yield claim.parties, claim.sectors


def _agreement(candidate: Candidate) -> Agreement:
    assert isinstance(candidate.claim, Agreement)
    return candidate.claim


_FORM_WORDS = frozenset(
    "two both three governments government countries sides states ministries ministers new declaration intent letter treaty contract accord pact deal mou understanding between concluded signed order".split()
)


_SHORT = {
    "fta": "free trade", "cepa": "comprehensive economic partnership", "epa": "economic partnership", "ceca": "comprehensive economic", "bit": "investment",
    "mlat": "legal assistance", "sofa": "status forces", "acsa": "acquisition servicing", "gsomia": "military information", "asa": "air services", "dta": "double taxation",
}  # fmt: skip
_TRADE = frozenset("free trade comprehensive economic partnership cepa fta epa ceca bilateral commercial".split())


@lru_cache(maxsize=4096)
def _words(title: str | None) -> frozenset[str]:
    words = {w for w in re.findall(r"\w+", (title or "").lower()) if w not in STOP_TITLE and w not in _FORM_WORDS}
    return frozenset(part.removesuffix("s") for w in words for part in _SHORT.get(w, w).split())


def _same(a: Candidate, b: Candidate) -> bool:
    x, y = _agreement(a), _agreement(b)
    if x.parties != y.parties or (x.form == "package") != (y.form == "package"):
        return False
    echo = "definite" in b.notes and b.sentence > a.sentence and x.status is y.status
    told = not echo or b.where["signed_on"][0] not in (Basis.DOCUMENT_DATE, Basis.DATELINE)
    if x.signed_on and y.signed_on and days_apart(x.signed_on, y.signed_on) > 10 and told:
        return False
    if x.form == "package":
        if ("bought" in a.notes) != ("bought" in b.notes) and (x.value or y.value):
            return False  # what firms sold beside the papers of the governments
        if abs(a.sentence - b.sentence) <= 1 and a.notes.get("sort", 0) + b.notes.get("sort", 0) and _sorts_apart(a, b):
            return False  # "five agreements were signed, and five memoranda"
        return x.count == y.count or ((x.count is None or y.count is None) and abs(a.sentence - b.sentence) <= 12)
    mine, theirs = _words(x.title), _words(y.title)
    kin = mine & theirs or min(len(mine), len(theirs)) > 1
    if mine and theirs and kin and mine | theirs <= _TRADE and "trade" in (*x.sectors, *y.sectors):
        return True
    if (
        echo
        and not told
        and b.sentence - a.sentence <= 8
        and x.sectors
        and x.sectors == y.sectors
        and (x.form == y.form or "agreement" in (x.form, y.form))
    ):
        return True
    both = mine & theirs
    if mine != theirs and all(w.isdigit() for w in both):
        return False
    if mine != theirs and not echo and _listed(a, b):
        return False  # members of one list share words and stay two
    enough = 1.0 if a.sentence == b.sentence else 0.6
    return bool(both) and len(both) >= enough * min(len(mine), len(theirs))


_SORTS = ("other", "package", "agreement", "memorandum", "protocol", "contract", "treaty", "programme", "roadmap")


def _sorts_apart(a: Candidate, b: Candidate) -> bool:
    """True for two packages that name papers of two sorts: agreements here, memoranda there."""
    one, two = (c.notes.get("sort", 0) for c in (a, b))
    return one != two and min(one, two) > 1 and None not in (_agreement(a).count, _agreement(b).count)


def _listed(a: Candidate, b: Candidate) -> bool:
    """True for two items of a list, and for papers of two sorts in one sentence, unless one names the other."""
    if a.sentence != b.sentence:
        return "item" in a.notes and "item" in b.notes
    spans = [span for c in (a, b) if (span := c.where["title"][1])]
    apart = len(spans) == 2 and (spans[0][1] <= spans[1][0] or spans[1][1] <= spans[0][0])
    return apart and _agreement(a).form != _agreement(b).form


_OTHER = re.compile(r"(?i:(?:first |joint |new )?(?:letters?|exchanges?|notes|declarations?|term sheet|heads) )")
_STAGES = (Status.CANCELLED, Status.DONE, Status.PLANNED, Status.PROPOSED)


def _joined(a: Candidate, b: Candidate) -> Candidate:
    x, y = _agreement(a), _agreement(b)
    dated = [c for c in (a, b) if _agreement(c).signed_on]
    said = [c for c in dated if c.where["signed_on"][0] is SAID] or dated
    said.sort(key=lambda c: _agreement(c).status is not Status.DONE)
    counted = x if x.count is not None else y
    sectors = tuple(sorted({*x.sectors, *y.sectors})) if x.form == "package" else x.sectors or y.sectors
    claim = replace(
        x,
        title=max((x.title, y.title), key=lambda t: len(t or "")),
        form=x.form if x.form != "other" or _OTHER.match(x.title or "") else y.form,
        count=counted.count,
        qualifier=counted.qualifier,
        sectors=sectors,
        value=x.value or y.value,
        signed_on=_agreement(said[0]).signed_on if said else None,
        place=x.place or y.place,
        status=min((x.status, y.status), key=_STAGES.index),
    )
    quotes = [*a.quotes, *(q for q in b.quotes if q not in a.quotes)][:4]
    return replace(a, claim=claim, quotes=quotes, where=b.where | a.where)
