"""Changes of the level of relations told without a document: raised, established, become, called so since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from re import Match

from relations_db.extract.act import no_act
from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.levels import RANKS
from relations_db.extract.rules.level_acts import FILL, Change, changes_in, labels_in
from relations_db.extract.rules.level_lists import FOLLOWER, followers, listed
from relations_db.extract.rules.paper_parties import parties_of
from relations_db.extract.rules.paper_states import unit_state
from relations_db.extract.rules.paper_stay import by_stay
from relations_db.extract.rules.paper_when import when_of
from relations_db.extract.rules.paper_where import place_of
from relations_db.extract.rules.paper_years import years_back, years_since
from relations_db.extract.rules.papers import papers_of
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.dates import Dated
from relations_db.values import Declaration, Kind, PartialDate, Status

_STEP = re.compile(
    rf"(?:\b(?:in|on) D(\d+)(?: , (?:when|during|at) [^;]{{0,100}}? ,)?(?: ,)? (?:to|into|as|by)| and(?: ,)? in D(\d+)(?: ,)?) {FILL}$"
)
_OWN = re.compile(
    r"(?: \")?(?: (?:with|of) (?:the )?[PCL]\d+)?(?: ,)? (?:in|on) (?:early |late )?D(\d+)(?= [.,;)]| and\b| but\b|$)"
)


def _stepwise(context: Context, sentence: Sentence, change: Change) -> When | None:
    """The date right before or after a step: "in 2001 to a comprehensive partnership, to a strategic one in 2009"."""
    before = sentence.coded[max(0, change.phrase.start - 200) : change.phrase.start]
    found = _STEP.search(before) or _OWN.match(sentence.coded, change.phrase.end)
    if not found or change.act.status is Status.PROPOSED:
        return None
    number = next(int(g) for g in found.groups() if g)
    when = context.resolve(sentence, number, False if change.act.status is Status.DONE else None)
    return When(when.date, when.basis, when.span)


_SUBORDINATE = re.compile(
    r"(?:\bD\d+ (?=they|G\d)|\b(?:after|since|before|until|ago ,? when) )(?:[PCGH]\d+|they|the (?:G\d+|two)|relations|ties)[^,;]{0,40}$"
)


def _inside(context: Context, sentence: Sentence, at: int) -> When:
    """The date of a level told in passing ("years after they became partners"): only one in its own clause."""
    end = sentence.coded.find(" , ", at)
    for number, _ in context.dates_in(sentence):
        if at < sentence.offsets[number] < (end if end > 0 else len(sentence.coded)):
            return context.resolve(sentence, number, False)
    return UNKNOWN


_RUMOUR = re.compile(
    r"\b(?:weekly|newspaper|daily|magazine|tabloid|website|blog|rumou?rs?|reports?|media|columnist|press|analysts?|observers|commentators?|experts?) (?:had |has |have )?(?:written|claimed|speculated|reported|suggested|expects?|expected|predicts?|say|believes?|wrote|said)\b[^;:]*\b(?:would|could|might|may|to|will)\b"
)
_BELOW = re.compile(
    r"\b(?:banks?|funds?|firms?|compan(?:y|ies)|universit(?:y|ies)|airlines?|carriers?|clubs?|chambers?|operators?|airways|groups?|corporations?|institutes?|provinces?|cities)\b[^,;:]{0,50}$"
)
_WITH_BLOC = re.compile(r"\b(?:with|between|and) (?:the )?(?:[a-z]+ )?B\d+")


def _when(context: Context, sentence: Sentence, change: Change, parties: tuple[str, ...]) -> When:
    if change.act.status is Status.DONE and (passed := years_since(context, sentence, change.act.at)):
        return passed
    if change.act.way == "active" and _SUBORDINATE.search(sentence.coded[: change.act.at]):
        return _inside(context, sentence, change.act.at)
    if (own := _stepwise(context, sentence, change)) is not None:
        return own
    if change.since is not None:
        counted = sentence.units[change.since].code == "N"
        told = years_back(context, sentence, change.since) if counted else None
        return told or (UNKNOWN if counted else context.resolve(sentence, change.since, False))
    told = when_of(context, sentence, change.phrase, change.act, [])
    if told.basis is not SAID and change.act.status is Status.DONE and (day := _announced(context, sentence)):
        return day
    return by_stay(context, sentence, parties, change.act, told)


_ANNOUNCED = re.compile(
    r"(?:the |this )(?:decision|upgrade|step|move|elevation|change|announcement) (?:was|has been|had been) (?:[a-z]+ly )?(?:announced|taken|made|sealed|proclaimed|formali[sz]ed|declared)(?: (?:in|at) (?:the )?L\d+)? (?:on |in )?D(\d+)"
)


def _announced(context: Context, sentence: Sentence) -> When | None:
    """The day of "The decision was announced on Monday", told right after a change of level."""
    following = context.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    found = _ANNOUNCED.match(following[0].coded) if following else None
    return context.resolve(following[0], int(found.group(1)), False) if found else None


def level_change(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "Ties were upgraded to a strategic partnership", "strategic partners since 2009", "partners of Japan (2010) and Korea (2021)"."""
    told = list(_of_lists(context, sentence))
    yield from told
    if told:
        return
    if _RUMOUR.search(sentence.coded):
        return
    for change in changes_in(context, sentence):
        if _BELOW.search(sentence.coded, max(0, change.act.at - 60), max(0, change.act.at)):
            continue
        if _of_firms(context, sentence, change.act.at):
            continue
        if _WITH_BLOC.search(sentence.coded[max(0, change.act.at - 20) : change.phrase.end + 14]):
            continue
        parties, basis = parties_of(context, sentence, change.phrase, change.act, change.phrase.end)
        if own := _of_gap(context, sentence, change) or _of_there(context, sentence, change):
            parties, basis = own, SAID
        if not parties or len(parties) < 2:
            continue
        if (third := _of_third(context, sentence, change)) and len(parties) == 2 and third not in parties:
            when = _when(context, sentence, change, parties)
            label = (change.label, change.span)
            yield from (_of_pair(sentence, (third, own), "other", change.code, label, when) for own in parties)
            continue
        when = _when(context, sentence, change, parties)
        place = (
            place_of(context, sentence, change.phrase, change.act, when, parties, []) if change.since is None else None
        )
        claim = Declaration(
            parties,
            _by_document(context, sentence),
            None,
            change.code,
            change.label,
            when.date,
            place,
            change.act.status or Status.DONE,
        )
        where = {"parties": (basis, None), "signed_on": (when.basis, when.span), "level": (SAID, change.span)}
        yield Candidate(
            claim, [(sentence.start, sentence.end)], "level-change", sentence.index, where, change.act.realis.background
        )


_OF_THIRD = re.compile(r"(?: \")? (?:of|with) (?:the )?([PCL]\d+)\b")


def _of_third(context: Context, sentence: Sentence, change: Change) -> str | None:
    """C of "A and B became strategic partners of C": a level for each of two pairs."""
    found = _OF_THIRD.match(sentence.coded, change.phrase.end)
    done = change.act.way == "active" and change.act.status is Status.DONE
    return unit_state(context, sentence, int(found.group(1)[1:])) if found and done else None


_GAP = re.compile(
    r"(?:(?:with|of) (?:the )?(?P<hub>[PCL]\d+)\b(?: 's)?[^;:]{0,40}? D\d+)(?: ,| ;)(?: and| while)? (?:the )?(?P<own>C\d+) (?:an? |the |\" |[a-z-]+ )*$"
)


def _of_gap(context: Context, sentence: Sentence, change: Change) -> tuple[str, ...] | None:
    """C and B of "A has been a partner of B since D, C a strategic one since D"."""
    if change.since is None or not (found := _GAP.search(sentence.coded, 0, change.phrase.start)):
        return None
    states = {unit_state(context, sentence, int(found.group(g)[1:])) for g in ("hub", "own")} - {None}
    return tuple(sorted(s for s in states if s)) if len(states) == 2 else None


_FIRMS = re.compile(
    r"[CA]\d+(?: 's)? (?P<one>[a-z][a-z-]+) and (?:the )?[CA]\d+(?: 's)? (?P<other>[a-z][a-z-]+) (?:[a-z]+ ){0,2}$"
)


def _of_firms(context: Context, sentence: Sentence, at: int) -> bool:
    """True where two unknown names with their states act: "Kenya's Safaricom and Oman's Omantel entered into a partnership"."""
    found = _FIRMS.search(sentence.coded[: max(0, at)])
    spots = [sentence.span(*found.span(g))[0] for g in ("one", "other")] if found else []
    return bool(spots) and all(context.analysis.folded[s].isupper() for s in spots)


_THERE = re.compile(r"^[a-z]+ (?:bilateral |A\d+ )?(?:relations|ties|links) there\b")


def _of_there(context: Context, sentence: Sentence, change: Change) -> tuple[str, ...] | None:
    """The guest's state and the host's: "visited Hanoi and raised relations there to ..."."""
    if not (found := _THERE.match(sentence.coded[max(0, change.act.at) :])):
        return None
    meant = context.last_place(sentence, change.act.at + found.end() - 5, None)
    who = context.subject(sentence, change.act.at)
    guest = unit_state(context, sentence, who) if who is not None else None
    return (
        tuple(sorted((meant.country, guest)))
        if meant and meant.country and guest not in (None, meant.country)
        else None
    )


_TO_EFFECT = re.compile(r" (?:to (?:that|this) effect|to seal (?:it|this)|that (?:said|says) (?:so|as much))\b")


def _by_document(context: Context, sentence: Sentence) -> str:
    """The form of "a treaty to that effect", or of "the joint declaration" told right after a change of level."""
    for paper in papers_of(context).get(sentence.index, []):
        if paper.single and _TO_EFFECT.match(sentence.coded, paper.phrase.end):
            paper.act = no_act(paper.phrase, "told with the level")
            return paper.phrase.form
    for paper in papers_of(context).get(sentence.index + 1, []):
        phrase, act = paper.phrase, paper.act
        taken_up = (phrase.definite and act.status is None) or (act.way == "voice" and phrase.form != "other")
        if phrase.declaration and taken_up and phrase.left < _OPENING:
            return phrase.form
    return "other"


_OPENING = 8  # characters of a sentence before its subject


# ------------------------------------------------------------------ several partners
def _of_lists(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """One candidate for each partner of a list with dates."""
    for label in labels_in(context, sentence):
        if (found := listed(context, sentence, label.start, label.end)) is None:
            continue
        hub, partners = found
        year: int | None = None
        for partner in partners:
            when = context.resolve(sentence, partner.date, False)
            when, year = _in_year_told(sentence, partner.date, when, year)
            yield _of_pair(sentence, (hub, partner.state), partner.form, label.code, (label.text, label.span), when)


def _in_year_told(sentence: Sentence, number: int, when: When, year: int | None) -> tuple[When, int | None]:
    """A month of a list takes the year told before it ("in January 2013, in June")."""
    dated = sentence.units[number].thing
    if when.date is None or not isinstance(dated, Dated) or dated.year or year is None or when.date.month is None:
        return when, when.date.year if when.date else year
    return When(PartialDate(year, when.date.month, when.date.day), when.basis, when.span), year


def _of_pair(
    sentence: Sentence,
    pair: tuple[str, str],
    form: str,
    code: str | None,
    label: tuple[str | None, tuple[int, int]],
    when: When,
) -> Candidate:
    claim = Declaration(tuple(sorted(pair)), form, None, code, label[0], when.date, None, Status.DONE)
    where = {"parties": (SAID, None), "signed_on": (when.basis, when.span), "level": (SAID, label[1])}
    return Candidate(claim, [(sentence.start, sentence.end)], "level-change", sentence.index, where, True)


_RUNGS = 8  # sentences from a level to the last that tells who else got it


def level_ladder(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "The United States followed in July 2019": the level told just before, for another partner of the same state."""
    hub = context.weights.most_common(1)[0][0] if context.weights else None
    found = [(state, date) for state, date in followers(context, sentence, match) if state != hub]
    if hub is None or not found:
        return
    for earlier in reversed(context.analysis.sentences[max(0, sentence.index - _RUNGS) : sentence.index]):
        if earlier.paragraph < sentence.paragraph - 1:
            return
        for label in reversed(labels_in(context, earlier)):
            if RANKS[label.code] > RANKS["partnership"]:
                for state, date in found:
                    when = context.resolve(sentence, date, False)
                    yield _of_pair(sentence, (hub, state), "other", label.code, (label.text, label.span), when)
                return


_EXAMPLES = (
    "Vietnam and Australia raised their relations to a comprehensive strategic partnership in March 2024.",
    "Japan and Mongolia have been strategic partners since 2010.",
    "Relations between Mongolia and South Korea, a comprehensive partnership since 2011, became a strategic partnership in 2021.",
    "The strategic partnership that Poland and South Korea concluded in 2013 has grown.",
    "Poland hopes to lift its ties with South Korea to a comprehensive strategic partnership.",
    "The alliance between Azerbaijan and Turkey was sealed in Shusha in June 2021.",
)
_REFUSALS = (
    "Kazakhstan is Italy's strategic partner.",
    "The two countries, Kazakhstan and Italy, call themselves strategic partners.",
    "Kazakhstan and Malaysia stopped short of a strategic partnership.",
    "China and Nauru restored relations; there is no talk of a strategic partnership.",
    "The bank entered into a partnership with a Kazakh firm in Italy.",
    "Kazakhstan and Italy discussed the strategic partnership and trade.",
)
RULE = Rule(
    "level-change",
    Kind.DECLARATION,
    frozenset("partnership partnerships partner partners alliance allied allies association".split()),
    re.compile("^"),
    level_change,
    _EXAMPLES,
    _REFUSALS,
)
LADDER = Rule(
    "level-ladder",
    Kind.DECLARATION,
    frozenset("followed step next later suit last latest list same likewise move upgrade rank it first".split()),
    FOLLOWER,
    level_ladder,
    ("Uruguay has been a strategic partner of China since 2016. Peru followed in 2018, and China noted it.",),
    ("Peru signed the treaty on ports in 2016. China followed in 2018.",),
)
