"""Papers that one state made with several others, and several states with one: each pair has its own."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.act import no_act
from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context
from relations_db.extract.documents import SINGULAR
from relations_db.extract.rules.paper import SINGULAR_OF, Paper, member
from relations_db.extract.rules.paper_lists import item_of
from relations_db.extract.rules.paper_passage import partner_of
from relations_db.extract.rules.paper_states import states_of, unit_state
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Status

_STATE = r"(?:the )?(?:[a-z]+ )?[PC]\d+(?: 's [a-z]+)?"
_PARTNERS = re.compile(
    rf" with (?P<row>(?:both )?{_STATE}(?:(?: ,| and| , and|(?: ,)? as well as)(?: with)? {_STATE})*)(?! 's)"
)
_SUBJECTS = re.compile(
    rf"(?P<row>{_STATE}(?:(?: ,| and| , and) {_STATE})+)(?: (?:on |in )?(?:D\d+|L\d+)| (?:have|has|had|will|both|each|also|,|are to))* $"
)
_ALIKE = re.compile(r"[^;:.]{0,90}? , (?:and )?(?:as|so) (?:did|had|has|have) (?:the )?(?P<other>[PC]\d+)")
_AS_ONE = re.compile(r"\b(?:trilateral|tripartite|three-way|joint|common|three-party)\b")


def shared_out(context: Context, sentence: Sentence, paper: Paper) -> list[Paper]:
    """The papers of "agreements with A and B", "A and B signed agreements with C" and "A signed one with C, as did B", each with its two parties."""
    phrase = paper.phrase
    if paper.act.status in (None, Status.CANCELLED) or _AS_ONE.search(
        sentence.coded[max(0, phrase.left - 20) : phrase.start]
    ):
        return []
    if not phrase.plural:
        return _alike(context, sentence, paper)
    if phrase.noun not in SINGULAR_OF:
        return []
    items = _with_each(context, sentence, paper) or [
        _single(context, paper, pair) for pair in _pairs(context, sentence, paper)
    ]
    if items and not phrase.counted and paper.parent is None:
        paper.act = no_act(phrase, "told one by one")
    return items


def _pairs(context: Context, sentence: Sentence, paper: Paper) -> list[tuple[str, ...]]:
    """The pairs of states that the words around a plural join."""
    phrase, coded = paper.phrase, sentence.coded
    found = _PARTNERS.search(coded, phrase.end)
    if not found or re.search(r" (?:;|:|which|that|who|but|while) ", coded[phrase.end : found.start() + 1]):
        return []
    partners = _row(context, sentence, found.group("row"))
    subjects = _SUBJECTS.search(coded[: paper.act.at]) if paper.act.way == "active" else None
    own = _row(context, sentence, subjects.group("row")) if subjects else _agents(context, sentence, found.span())
    own = [s for s in own if s not in partners]
    if len(partners) > 1 and not own:
        hubs = {partner_of(context, sentence, state) for state in partners}
        own = [hub for hub in hubs if hub and hub not in partners] if len(hubs) == 1 else []
    if min(len(partners), len(own)) != 1 or max(len(partners), len(own)) == 1:
        return []
    if phrase.counted and phrase.count not in (None, max(len(partners), len(own))):
        return []
    return [tuple(sorted((a, b))) for a in own for b in partners]


def _row(context: Context, sentence: Sentence, words: str) -> list[str]:
    """The states of a row, in its order."""
    states = (s for code in re.findall(r"[PC]\d+", words) for s in states_of(context, sentence, [code]))
    return list(dict.fromkeys(states))


def _agents(context: Context, sentence: Sentence, but: tuple[int, int]) -> list[str]:
    """The states that a sentence names outside a stretch, between the semicolons around it."""
    low, high = sentence.coded.rfind(" ; ", 0, but[0]), sentence.coded.find(" ; ", but[0])
    inside = range(low + 1, high if high > 0 else len(sentence.coded))
    things = ((n, u) for n, u in sentence.things if sentence.offsets[n] in inside)
    spots = ((n, u) for n, u in things if not but[0] <= sentence.offsets[n] < but[1])
    states = (unit_state(context, sentence, n) for n, u in spots if u.code in ("P", "C", "H"))
    return list(dict.fromkeys(s for s in states if s))


def _single(context: Context, paper: Paper, pair: tuple[str, ...]) -> Paper:
    """One paper of several, between two states."""
    noun = SINGULAR_OF[paper.phrase.noun]
    phrase = replace(
        paper.phrase, det="a", noun=noun, form=SINGULAR.get(noun, "other"), plural=False, count=1, counted=False
    )
    title = re.sub(r" with .*", "", paper.title)
    made = member(replace(paper, phrase=phrase, title=title), paper.parent or paper)
    return replace(made, parties=(pair, SAID))


def _alike(context: Context, sentence: Sentence, paper: Paper) -> list[Paper]:
    """The second of "A signed an agreement with C, as did B"."""
    found = _ALIKE.match(sentence.coded, paper.phrase.end)
    if not found or paper.act.way != "active" or len(paper.parties[0] or ()) != 2:
        return []
    other = unit_state(context, sentence, int(found.group("other")[1:]))
    own = [s for s in _agents(context, sentence, (paper.act.at, len(sentence.coded))) if s in (paper.parties[0] or ())]
    if not other or len(own) != 1 or other in (paper.parties[0] or ()):
        return []
    pair = tuple(sorted({other, *(paper.parties[0] or ())} - set(own)))
    return [replace(paper, title=re.sub(r" with .*", "", paper.title), parties=(pair, SAID))]


_WITH = re.compile(r" with (?=(?:the )?(?:[a-zK\d'-]+ (?:, )?){0,4}?[CLA]\d)")
_WITH_LEAD = re.compile(
    r"(?:[^;:,.]{0,40}?(?: (?:were|was|have been|are to be|will be) (?:signed|exchanged|concluded|inked|initial(?:l)?ed|adopted))?(?: (?:on )?D\d+| in L\d+)*)??(?= with )"
)
_WITH_END = re.compile(
    r" (?:[;:.()]|which|that|who|was|were|is|are|has|have|had|said|says|told|, according to|, (?:[PC]\d+ [^,;:]{0,30})(?:said|says|announced))(?= |$)"
)


def _with_each(context: Context, sentence: Sentence, paper: Paper) -> list[Paper]:
    """The papers of "deals with A on gas and with B on rice", each with its own partner."""
    phrase, coded = paper.phrase, sentence.coded
    lead = _WITH_LEAD.match(coded, phrase.end)
    if not lead:
        return []
    stop = _WITH_END.search(coded, lead.end())
    end = stop.start() if stop else len(coded)
    spots = [m.start() for m in _WITH.finditer(coded, lead.end(), end)]
    if len(spots) < 2 or not re.search(r"(?:,|\band) $", coded[phrase.end : spots[1] + 1]):
        return []
    if phrase.counted and phrase.count not in (None, len(spots)):
        return []
    limits = list(zip(spots, [*spots[1:], end], strict=True))
    partners = [_state_in(context, sentence, low, high) for low, high in limits]
    inside = range(sentence.at(spots[0]), sentence.at(end - 1) + 1)
    own = {
        s
        for n, u in sentence.things
        if n not in inside and u.code in ("P", "C", "H") and (s := unit_state(context, sentence, n))
    }
    own -= {p for p in partners if p}
    own = own or {hub for p in partners if p and (hub := partner_of(context, sentence, p)) and hub not in partners}
    if len(own) != 1 or None in partners or len(set(partners)) < 2:
        return []
    items = []
    for (low, high), partner in zip(limits, partners, strict=True):
        item = item_of(context, sentence, paper, low - phrase.end, high - phrase.end)
        head = context.analysis.said(*sentence.span(min(phrase.left, phrase.start), phrase.end))
        words = item.title.split(" on ", 1)[1] if item.title.startswith(f"{item.phrase.noun} on ") else item.title
        pair = tuple(sorted((*own, str(partner))))
        if _NO_MATTER.fullmatch(coded, low, high):
            item = _own_day(
                context, sentence, _like(context, paper, replace(item, title=_matter_of(paper))), (low, high)
            )
        else:
            item = replace(item, title=f"{head} {words}")
        items.append(replace(item, parties=(pair, SAID)))
    return items


# "with B , in C in D , and": a partner, a place and a day, and nothing of what it is on
_NO_MATTER = re.compile(r" with (?:the )?[CLA]\d+(?: ,| and| (?:in|on) (?:the )?(?:early |late )?[LD]\d+)* ?")


_LIKE = re.compile(r"\b(?:similar|comparable|such|identical|like) $")
_LOOK_BACK = 6  # sentences between a document and others that are said to be like it


def _like(context: Context, paper: Paper, item: Paper) -> Paper:
    """One of "similar documents" is of the form and the matter of the single document told last."""
    coded, index = paper.sentence.coded, paper.sentence.index
    if not _LIKE.search(coded, 0, paper.phrase.start):
        return item
    told = [p for i in range(max(0, index - _LOOK_BACK), index) for p in (context.papers or {}).get(i, []) if p.single]
    if not told:
        return item
    model = told[-1].phrase
    phrase = replace(item.phrase, noun=model.noun, form=model.form, declaration=model.declaration)
    return replace(item, phrase=phrase, title=told[-1].title.lower())


def _matter_of(paper: Paper) -> str:
    """The title that several papers share, in the singular: "treaty of friendship"."""
    shared = re.sub(r" with .*|^(?:similar|such|like|comparable) ", "", paper.title)
    return shared.replace(paper.phrase.noun, SINGULAR_OF[paper.phrase.noun], 1)


def _own_day(context: Context, sentence: Sentence, paper: Paper, part: tuple[int, int]) -> Paper:
    """A paper of several with the day and the city told beside its partner."""
    inside = [(n, u.code) for n, u in sentence.things if part[0] <= sentence.offsets[n] < part[1]]
    days = [n for n, code in inside if code == "D"]
    cities = [n for n, code in inside if code == "L"]
    when = context.resolve(sentence, days[0], paper.act.status is not Status.DONE) if days else paper.when
    return replace(
        paper,
        when=when,
        place=context.place_of(sentence.units[cities[0]]).city if cities else None if days else paper.place,
    )


def _state_in(context: Context, sentence: Sentence, low: int, high: int) -> str | None:
    """The first state named in a stretch of the coded sentence."""
    units = range(sentence.at(low + 1), sentence.at(high - 1) + 1)
    return next(
        (s for n in units if sentence.units[n].code in ("C", "A", "L") and (s := unit_state(context, sentence, n))),
        None,
    )
