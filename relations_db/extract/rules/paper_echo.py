"""Words that take up a document told before: "it was signed on Thursday", "the agreement was concluded in May"."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.act import Act, no_act
from relations_db.extract.candidate import SAID
from relations_db.extract.context import UNKNOWN, Context
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_day import SIGNED, refines
from relations_db.extract.rules.paper_gaps import acts_on_all
from relations_db.extract.rules.paper_parties import parties_of
from relations_db.extract.rules.paper_when import when_of
from relations_db.extract.rules.paper_where import place_of
from relations_db.extract.rules.titles import identifies
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.realis import Realis, around
from relations_db.values import Status

_PRONOUN = cued(
    r"\b(?P<verb>signed|inked|concluded|adopted|approved|endorsed|ratified|issued|released|published|read out) (?:it|both|them|(?:the|this) (?:document|paper|text)(?= (?:on|in|at|yesterday|today|D\d|,|\.)))\b|\b(?:it|(?:the|this) (?:document|paper|text)) (?:had been|has been|was|were|is|will be|is to be) (?:also |formally |duly )*(?P<passive>signed|inked|concluded|adopted|approved|issued|released|published|read out|made public|unveiled|announced)\b"
)
_AFTERWARDS = re.compile(r"ratif|approv|endors")
_GENERIC = frozenset(
    "agreement document text paper accord deal pact treaty memorandum contract protocol mou declaration statement".split()
)

_SIGNED_ONLY = frozenset("agreement accord deal treaty pact contract memorandum mou protocol".split())  # no statements


def pronoun(context: Context, sentence: Sentence, papers: list[Paper], last: Paper | None) -> Paper | None:
    """ "They signed it on Thursday": gives the act to the document told before (or later in the sentence), and returns it."""
    found = _PRONOUN.search(sentence)
    target = _meant(found.start(), sentence, papers, last) if found else None
    if found is None or target is None or sentence.index - target.sentence.index > 2:
        return None
    verb = found.group("verb") or found.group("passive")
    at = found.start("verb") if found.group("verb") else found.start("passive")
    if target.act.status is Status.DONE and _AFTERWARDS.match(verb):
        return None
    realis = around(sentence, at, found.end())
    if realis.status not in (Status.DONE, Status.PLANNED):
        return None
    probe = replace(target.phrase, start=at, end=found.end(), left=at, det="")
    act = Act(Realis(realis.status, realis.background), verb, at, "active")
    later = re.search(r"\b(?:after|before|since|once) [^,;]*$", sentence.coded[:at])
    target.act, target.when = act, UNKNOWN if later else when_of(context, sentence, probe, act, [])
    if not (target.parties[0] and target.parties[1] is SAID):
        parties = parties_of(context, sentence, probe, act, found.end())
        target.parties = parties if parties[0] else target.parties
    target.place = place_of(context, sentence, probe, act, target.when, target.parties[0] or (), [])
    target.quotes = (*target.quotes, (sentence.start, sentence.end))
    return target


def _is_open(paper: Paper) -> bool:
    """True where no verb of signing has made a paper so far."""
    unsaid = paper.act.way == "told" or (paper.parent is not None and paper.parent.act.way == "told")
    return unsaid or paper.act.status in (None, Status.PLANNED, Status.PROPOSED)


def plural(context: Context, sentence: Sentence) -> None:
    """ "Both were signed on Tuesday": gives act, day and place to the papers told just before that have none, or were only planned."""
    papers = (context.papers or {}).get(sentence.index - 1, [])
    open_papers = [p for p in papers if _is_open(p)]
    told = acts_on_all(sentence) if open_papers else None
    if told is None or not open_papers or any(p.act.status is Status.DONE and not _is_open(p) for p in papers):
        return
    act, at = told
    for paper in open_papers:
        if paper.act.status is None and paper.act.realis.reason not in ("no act of signing", "only possible"):
            continue
        probe = replace(paper.phrase, start=at, end=act.at + len(act.verb), left=at, det="")
        if paper.act.status is None:
            paper.parties = parties_of(context, paper.sentence, paper.phrase, paper.act, paper.stretch[1])
        paper.act, paper.when = act, when_of(context, sentence, probe, act, [])
        paper.place = place_of(context, sentence, probe, act, paper.when, paper.parties[0] or (), [])
        paper.quotes = (*paper.quotes, (sentence.start, sentence.end))


def _meant(at: int, sentence: Sentence, papers: list[Paper], last: Paper | None) -> Paper | None:
    """The paper that "it" means: the last single one before in the sentence, else the one told before, else one that follows."""
    before = [p for p in papers if p.single and p.phrase.start < at]
    if before:
        return before[-1] if before[-1].when.basis is not SAID or before[-1].when.date is None else None
    if last is not None and sentence.index - last.sentence.index <= 2 and last not in papers:
        return last
    return next((p for p in papers if p.single and not p.act.status), None)


def definite(paper: Paper, last: Paper | None) -> bool:
    """ "The agreement was signed in May": gives act and date to the document told before; the paper itself is then no other document."""
    phrase = paper.phrase
    if (
        paper.stretch[1] > phrase.end
        or not phrase.definite
        or not paper.single
        or phrase.noun not in _GENERIC
        or identifies(paper.title)
    ):
        return False
    if last is not None and last.phrase.declaration and phrase.noun in _SIGNED_ONLY:
        return False
    if last is None or last is paper or not 0 <= paper.sentence.index - last.sentence.index <= 3:
        return False
    ordered = phrase.noun == "contract" and last.phrase.form == "contract"
    if (
        last.phrase.noun != phrase.noun
        and not ordered
        and phrase.noun
        not in (
            "document",
            "text",
            "paper",
            "agreement",
            "accord",
            "deal",
        )
        and not (phrase.noun in ("treaty", "pact") and last.phrase.form == "agreement")
    ):
        return False
    if paper.act.status is None or paper.act.verb == "force":
        return False
    if last.act.status is Status.DONE and _AFTERWARDS.match(paper.act.verb):
        paper.act = no_act(phrase, "told before")
        return True
    earlier = last.act.status
    if (
        earlier is None
        or last.act.way == "told"
        or earlier in (Status.PLANNED, Status.PROPOSED)
        or (last.when.date is None and paper.when.date)
        or (earlier is Status.DONE and SIGNED.match(paper.act.verb) and refines(last.when, paper.when))
    ):
        last.act, last.when = paper.act, paper.when
        last.parties = last.parties if last.parties[0] else paper.parties
        last.place = paper.place or last.place
        last.quotes = (*last.quotes, (paper.sentence.start, paper.sentence.end))
    paper.act = no_act(phrase, "told before")
    return True


def redate(papers: dict[int, list[Paper]], header: Paper | None, paper: Paper) -> None:
    """ "The documents were exchanged on 14 May in Delhi", told after a list: gives day and place to the papers of the list."""
    phrase = paper.phrase
    if header is None or not (phrase.plural and phrase.definite and not phrase.counted) or paper.when.basis is not SAID:
        return
    if (
        paper.act.status is not Status.DONE
        or header.when.basis is SAID
        or paper.sentence.index <= header.sentence.index
    ):
        return
    for found in papers.values():
        for other in found:
            if other.parent is header:
                other.when, other.place = paper.when, paper.place or other.place
