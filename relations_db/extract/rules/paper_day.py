"""The day and place that a later sentence gives to papers told just before: "The papers were signed on Tuesday", "The ceremony took place on 3 May"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from relations_db.extract.act import Act
from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context, When
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_when import when_of
from relations_db.extract.rules.paper_where import place_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.numbers import Number
from relations_db.language.realis import Realis, around
from relations_db.values import Status

SIGNED = re.compile(r"sign|ink|conclu|seal|exchang|swapp|penned|put|affix|execut")
_PAPERS = r"(?:documents|papers|agreements|accords|texts|contracts|memoranda|memorandums|treaty|agreement|accord|contract|memorandum|document|deal|protocol|pact)"
_PAPERS_MANY = r"(?:documents|papers|texts|agreements|accords|memoranda|memorandums|contracts|treaties|protocols)"
_NAMES = r"(?:their|his|her) (?:names|signatures|hands)"
_CEREMONY = cued(
    rf"(?:^|[;:] |\b(?:and|while) )(?P<what>(?:the |their |a )(?:official |formal |solemn |joint |actual )?(?:signing|signatures?|exchange|ceremony|signing ceremony|ceremony of signing|act of signing)(?: ceremony)?(?: of the (?:[a-z]+ )?{_PAPERS})?) "
    r"(?P<verb>took place|was held|were exchanged|were put|was conducted|happened|followed)(?! by\b)(?= (?:[a-z]+ ){0,3}(?:on|in|at|D\d|yesterday|today))"
)
_ALL = cued(
    rf"(?:^|[;:] |\b(?:and|while) )(?:the |these |all (?:the |these )?|both )(?P<what>{_PAPERS_MANY}) (?:(?:was|were|have been|had been|all|both|also|formally|then) )*(?P<verb>signed|inked|sealed|exchanged|initialled|concluded)\b"
    r"|(?:^|[;:] )(?:both|all (?:of )?(?:N\d+|G\d+|them)|they|G\d+) (?:(?:were|have been|had been|all|both|also|then) )+(?P<both>signed|inked|sealed|initialled|concluded)(?= (?:on|in|at|yesterday|today|D\d))"
    rf"|\b(?P<hands>put|set|affixed) {_NAMES} (?:to|under|on|beneath) (?:it|them|the (?P<paper>{_PAPERS}))(?= (?:on|in|at|yesterday|today|D\d))"
    rf"|\b(?P<done>signed|inked|sealed|exchanged|concluded) (?:the |these |both |all (?:the )?)(?P<them>{_PAPERS_MANY})(?= (?:on|in|at|yesterday|today|D\d|,|\.))"
)
# "The four agreements, which the ministers signed on Tuesday, concern ..."
_WHICH = cued(
    rf"^(?:the |these |all (?:the |these )?|both )(?P<what>(?:N(?P<count>\d+) )?{_PAPERS_MANY}) , (?:(?:to|on|under) )?which (?:[^;:]{{2,160}}? )?(?:put {_NAMES}|set {_NAMES}|affixed {_NAMES}|(?:was |were |had been )?(?:signed|inked|concluded))(?= )"
)
_REACH = 3
_LINES = 14  # of a list
_SLIP = 5  # days by which a date that stands near a verb may differ from the one that is said of the signing


def told_later(context: Context, sentence: Sentence, told: Mapping[int, list[Paper]]) -> None:
    """ "The signing took place in L on D", "the papers were signed on D", after papers that have no day of their own."""
    found = _CEREMONY.search(sentence) or _ALL.search(sentence) or _WHICH.search(sentence)
    papers = [*before(told, sentence)] if found else []
    if not found or not papers:
        return
    words = {name: found.start(name) for name, said in found.groupdict().items() if said}
    at = next((words[name] for name in ("verb", "done", "both", "hands") if name in words), found.end())
    if "count" in words:
        number = sentence.units[int(found["count"])].thing
        papers = [p for p in papers if isinstance(number, Number) and p.phrase.count == number.value]
        if not papers:
            return
    if around(sentence, at, found.end()).status is not Status.DONE:
        return
    act = Act(Realis(Status.DONE), "signed", at, "active")
    probe = replace(papers[0].phrase, start=at, end=found.end(), left=at, det="")
    when = when_of(context, sentence, probe, act, [])
    redate(papers, when, place_of(context, sentence, probe, act, when, papers[0].parties[0] or (), []), sentence)


# "Signature is planned for October", after a draft or a paper still to be signed
_AHEAD = cued(
    r"(?:^|[;:] )(?:the |its |their |a )?(?:formal |official )?(?P<what>signing|signature|signing ceremony|ceremony) (?:is|was|has been) (?:now |provisionally |tentatively )?(?P<verb>planned|scheduled|expected|due|set|foreseen|fixed|to take place)(?= (?:for|in|on|at|to|early|late|later|before|D\d))"
)


def planned_later(context: Context, sentence: Sentence, told: Mapping[int, list[Paper]]) -> None:
    """Gives the day of a signing to come to the papers told right before it that are not signed yet."""
    found = _AHEAD.search(sentence)
    if not found:
        return
    for index in (sentence.index, sentence.index - 1):
        for paper in told.get(index, []):
            if paper.act.status not in (Status.PLANNED, Status.PROPOSED) or paper.when.date is not None:
                continue
            act = Act(Realis(Status.PLANNED), "signed", found.start("verb"), "active")
            probe = replace(paper.phrase, start=act.at, end=found.end(), left=act.at, det="")
            paper.act = replace(paper.act, realis=Realis(Status.PLANNED))
            paper.when = when_of(context, sentence, probe, act, [])
            paper.quotes = (*paper.quotes, (sentence.start, sentence.end))


def before(told: Mapping[int, list[Paper]], sentence: Sentence) -> Iterator[Paper]:
    """The papers of the sentences right before, and of the list that ends there, that were made between the same states."""
    parties, reach = None, _REACH
    for index in range(sentence.index - 1, max(-1, sentence.index - _LINES), -1):
        for paper in told.get(index, []):
            home = paper.sentence
            reach = _LINES if home.bullet else reach
            if sentence.index - index > reach or sentence.paragraph - home.paragraph > (_LINES if home.bullet else 1):
                return
            if paper.act.status is not Status.DONE or paper.act.realis.background:
                continue
            parties = parties or paper.parties[0]
            if paper.parties[0] == parties:
                yield paper


def redate(papers: Sequence[Paper], when: When, place: str | None, sentence: Sentence) -> None:
    """Gives a day that a text says to papers whose own is only taken from the news, or is less exact."""
    for paper in papers:
        if refines(paper.when, when):
            paper.when, paper.place = when, place or paper.place
            paper.quotes = (*paper.quotes, (sentence.start, sentence.end))


def refines(old: When, new: When) -> bool:
    """True where a date that is said of the signing tells more, or more surely, than what a paper has."""
    if new.basis is not SAID or new.date is None:
        return False
    if old.basis is not SAID or old.date is None:
        return True
    inside = old.date.first <= new.date.first and new.date.last <= old.date.last
    return inside or (new.date.precision == "day" and abs((new.date.first - old.date.first).days) <= _SLIP)
