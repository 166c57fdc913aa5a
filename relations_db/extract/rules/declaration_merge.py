"""One declaration from what a text tells of it in several places."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.candidate import SAID, Candidate
from relations_db.extract.context import Context
from relations_db.extract.merge import days_apart
from relations_db.extract.rules.titles import STOP_TITLE
from relations_db.values import Basis, Declaration, Status

_COMPARED = 100  # documents back that a report may be of


def merge(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """One candidate per document: same parties, compatible dates, and levels and titles that do not contradict."""
    merged: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.rule == "level-change", bool(c.notes), c.quotes[0])):
        homes = [i for i in range(max(0, len(merged) - _COMPARED), len(merged)) if _same(merged[i], candidate)]
        home = min(
            homes,
            key=lambda i: (abs(merged[i].sentence - candidate.sentence) if candidate.rule == "level-change" else 0, i),
            default=None,
        )
        if home is None:
            merged.append(candidate)
        else:
            merged[home] = _joined(merged[home], candidate)
    return sorted(merged, key=lambda c: c.quotes[0])


def _declaration(candidate: Candidate) -> Declaration:
    assert isinstance(candidate.claim, Declaration)
    return candidate.claim


def _same(a: Candidate, b: Candidate) -> bool:
    x, y = _declaration(a), _declaration(b)
    if (
        a.sentence == b.sentence
        and a.notes.get("item") != b.notes.get("item")
        and "item" in a.notes
        and "item" in b.notes
    ):
        return False
    if _beside(a, b):
        return False
    if "turn" in a.notes and "turn" in b.notes and a.notes["turn"] != b.notes["turn"]:
        return False
    if x.parties != y.parties or (x.level and y.level and x.level != y.level):
        return False
    if x.signed_on and y.signed_on and days_apart(x.signed_on, y.signed_on) > 10:
        return False
    half_dated = (x.signed_on is None) != (y.signed_on is None)
    if half_dated and (_is_news(a) or _is_news(b)):
        return False
    wished = {x.status, y.status} == {Status.DONE, Status.PROPOSED} and "other" in (x.form, y.form)
    if wished and x.form != y.form and not (x.level and y.level):
        return False
    if b.notes.get("voice") and x.form != "other":
        return x.status is Status.DONE
    if (
        "other" not in (x.form, y.form)
        and x.form != y.form
        and {x.form, y.form} != {"declaration", "joint_declaration"}
    ):
        return False
    if x.title and y.title and x.title.lower() != y.title.lower() and not _share_words(x.title, y.title):
        return False
    if half_dated and a.background != b.background:
        return False
    return bool(x.level or y.level or abs(a.sentence - b.sentence) < 30)


def _beside(a: Candidate, b: Candidate) -> bool:
    """True for documents of two forms that one sentence names one after the other: "a joint statement and a charter"."""
    if a.sentence != b.sentence or _declaration(a).form == _declaration(b).form:
        return False
    spans = [c.where["title"][1] for c in (a, b) if c.rule == "declaration" and "voice" not in c.notes]
    low, high = (spans[0], spans[1]) if len(spans) == 2 else (None, None)
    return bool(low and high and (low[1] <= high[0] or high[1] <= low[0]))


def _is_news(candidate: Candidate) -> bool:
    """True for a document of the text's own day, where that day is not known."""
    basis = candidate.where["signed_on"][0]
    return _declaration(candidate).signed_on is None and basis in (Basis.DOCUMENT_DATE, Basis.DATELINE)


def _share_words(a: str, b: str) -> bool:
    return bool(set(a.lower().split()) & set(b.lower().split()) - STOP_TITLE)


def _joint_form(a: str, b: str) -> str:
    if {a, b} == {"declaration", "joint_declaration"}:
        return "joint_declaration"
    return a if a != "other" else b


_STAGES = (Status.CANCELLED, Status.DONE, Status.PLANNED, Status.PROPOSED)


def _joined(a: Candidate, b: Candidate) -> Candidate:
    x, y = _declaration(a), _declaration(b)
    dated = [c for c in (a, b) if _declaration(c).signed_on]
    said = [c for c in dated if c.where["signed_on"][0] is SAID] or dated
    said.sort(key=lambda c: -len(str(_declaration(c).signed_on)))
    claim = replace(
        x,
        form=_joint_form(x.form, y.form),
        title=x.title or y.title,
        level=x.level or y.level,
        level_text=x.level_text or y.level_text,
        signed_on=_declaration(said[0]).signed_on if said else None,
        place=x.place or y.place,
        status=min((x.status, y.status), key=_STAGES.index),
        signatories=x.signatories or y.signatories,
    )
    quotes = [*a.quotes, *(q for q in b.quotes if q not in a.quotes)][:4]
    return replace(a, claim=claim, quotes=quotes, where=b.where | a.where)
