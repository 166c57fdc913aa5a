"""All documents that a text tells of, in order: each with its act, parties, date and place, said or taken over from its list or package."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from relations_db.extract.act import Act, no_act
from relations_db.extract.acts import act_of
from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context, When
from relations_db.extract.documents import DECLARATIONS, NOUN, SAYINGS, SINGULAR, DocPhrase, find_documents
from relations_db.extract.rules import paper_day, paper_echo, paper_turns
from relations_db.extract.rules.paper import SINGULAR_OF, Paper, in_passing, member
from relations_db.extract.rules.paper_clause import thing_by
from relations_db.extract.rules.paper_gaps import gapped
from relations_db.extract.rules.paper_joined import (
    date_in_turn,
    drop_scattered,
    join_apposed,
    join_coordinated,
    join_singled_out,
    parent_by_verb,
    partner_of_member,
)
from relations_db.extract.rules.paper_lists import (
    follows_package,
    for_its_part,
    listed,
    lister,
    names_members,
    parted,
    subject_of,
)
from relations_db.extract.rules.paper_named import named_after, told_under
from relations_db.extract.rules.paper_parties import parties_of
from relations_db.extract.rules.paper_partners import own_partner
from relations_db.extract.rules.paper_shared import shared_out
from relations_db.extract.rules.paper_stay import by_stay
from relations_db.extract.rules.paper_told import is_entry, other_act
from relations_db.extract.rules.paper_when import own_date, when_of
from relations_db.extract.rules.paper_where import own_place, place_of
from relations_db.extract.rules.titles import identifies, title_of
from relations_db.extract.together import is_general
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis
from relations_db.values import Basis, Status

__all__ = ["TRIGGERS", "Paper", "papers_of", "refused"]
_HEADING = re.compile(
    r"(?:what (?:was|they|the (?:two|leaders|sides)) (?:[a-z]+ )?(?:signed|agreed|concluded) :|(?:among |the |key |main |full |other |further )*(?:list of )?(?:outcomes?|deliverables|results|agreements|documents|mous|memoranda|papers)\b(?!.* (?:is|are|was|were|will|has|have) (?!signed)))"
)
# "Kenya and Oman signed:" above a list
_SIGNED = re.compile(
    r"(?:[CPGH]\d+|[a-z]{3,}s)(?: (?:have|also|today|yesterday|D\d+|on D\d+|in L\d+|,))* (?P<verb>signed|concluded|exchanged|initial(?:l)?ed|inked|adopted)(?: (?:in|at) L\d+| (?:on )?D\d+| today| yesterday| here| ,| the following)* :\s*$"
)
_LINE = re.compile(r"(?:an? |the )?")
_ORDINAL = re.compile(r"(?:first|second|third|fourth|fifth|last|other|latter|former|O\d+) ")
# "another with Cambodia": one like the paper before
_WITH_ONLY = re.compile(
    r" with (?:the )?(?:[a-z]+ )?[PCL]\d+(?: 's [a-z]+)?(?: (?:on |in )?[DL]\d+| by (?:the )?[PC]\d+)*(?= [.,;]|$| and| as)"
)
_GENERIC = frozenset(("documents", "papers", "texts", "instruments", "acts"))


def papers_of(context: Context) -> dict[int, list[Paper]]:
    """The papers of each sentence, by sentence number; found once per document."""
    if context.papers is None:
        context.papers = {}
        reader = _Reader(context)
        for sentence in context.analysis.sentences:
            if found := reader.read(sentence):
                context.papers[sentence.index] = found
    return context.papers


class _Reader:
    """Reads the sentences in order and remembers the last package, head of a list, noun and single paper."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.package: Paper | None = None
        self.at: Sentence | None = None
        self.single: Paper | None = None
        self.header: Paper | None = None
        self.heading: Paper | None = None
        self.item = -1  # the paragraph of the last line of a list, which may go on to tell of its paper
        self.head = "agreement"
        self.series: list[Paper] = []
        self.told: Sentence | None = None

    def read(self, sentence: Sentence) -> list[Paper]:
        """The papers of one sentence."""
        headed = partial(paper_turns.taken_below, self.context, sentence)
        phrases = find_documents(sentence, self.context.analysis.low, self.context.analysis.text, headed)
        turns = self._turns(sentence)
        phrases = [
            p
            for p in phrases
            if not (p.elliptic and (self._is_told(sentence, p) or any(_overlap(p, t) for t, _ in turns)))
        ]
        opens_list = sentence.coded.rstrip().endswith(":") or self._stands_above(sentence, phrases)
        if heading := self._heading(sentence):
            self.header = self.heading = heading
            return []
        if sentence.bullet:
            self.item = sentence.paragraph
        elif not phrases and not opens_list and sentence.paragraph != self.item:
            self.header = None
        papers = self._taken(sentence, turns) + self._papers(sentence, phrases)
        if any(p.phrase.plural and p.act.status for p in papers):
            self.series = paper_turns.counted(papers)
            self.told = sentence if paper_turns.all_told(papers) else None
        paper_echo.plural(self.context, sentence)
        paper_day.told_later(self.context, sentence, self.context.papers or {})
        paper_day.planned_later(self.context, sentence, self.context.papers or {})
        target = paper_echo.pronoun(self.context, sentence, papers, self.single)
        if target is not None and target not in papers:
            self._note(target)
        if opens_list:
            near = not sentence.bullet and self.at is not None and sentence.index - self.at.index <= 2
            rest = self.package if near else None if papers else self.header
            self.header = next((p for p in papers if p.act.status), rest)
        return papers

    def _stands_above(self, sentence: Sentence, phrases: list[DocPhrase]) -> bool:
        """True for "Four agreements were signed." right above the lines that name them."""
        sentences = self.context.analysis.sentences
        following = sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None
        counted = any(phrase.plural and not phrase.definite for phrase in phrases)
        return counted and not sentence.bullet and following is not None and bool(following.bullet)

    def _is_told(self, sentence: Sentence, phrase: DocPhrase) -> bool:
        """True for "the second" after a sentence that names all the papers it counts."""
        told = self.told
        near = told is not None and told.paragraph == sentence.paragraph and sentence.index - told.index <= 2
        return near and sentence is not told and phrase.det == "the"

    def _turns(self, sentence: Sentence) -> list[tuple[DocPhrase, Paper]]:
        """The papers that the sentence takes out of those counted a few sentences before."""
        near = [
            s
            for s in self.series
            if s.sentence.paragraph == sentence.paragraph and 0 < sentence.index - s.sentence.index <= paper_turns.REACH
        ]
        return paper_turns.turns(sentence, near) if near else []

    def _taken(self, sentence: Sentence, turns: list[tuple[DocPhrase, Paper]]) -> list[Paper]:
        """These papers, with the act, date and place of the count."""
        papers = []
        for number, (phrase, whole) in enumerate(turns):
            declared = (noun := phrase.noun) in DECLARATIONS
            form = DECLARATIONS[noun] if declared else SINGULAR.get(noun, "agreement")
            phrase = replace(phrase, form=form, declaration=declared)
            following = turns[number + 1][0] if number + 1 < len(turns) else None
            title, span = title_of(self.context, sentence, phrase, following, noun)
            apposed = sentence.coded.startswith((" , on ", " , about ", " , for "), phrase.end)
            if thing := "" if apposed else thing_by(self.context, sentence, phrase):
                title = f"{noun} on {thing}"
            papers.append(member(_blank(sentence, phrase, title, span), whole))
        return papers

    def _heading(self, sentence: Sentence) -> Paper | None:
        """ "Outcomes of the visit" and "List of documents signed" above a list: the package of its lines, itself no fact."""
        sentences = self.context.analysis.sentences
        following = sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None
        if following is None or not following.bullet or sentence.bullet:
            return None
        if signed := _SIGNED.search(sentence.coded):
            act, at = Act(Realis(Status.DONE), signed.group("verb"), signed.start("verb"), "active"), signed.end("verb")
        elif _HEADING.match(sentence.coded):
            act, at = Act(Realis(Status.DONE), "outcome", 0, "outcome"), 0
        else:
            return None
        phrase = DocPhrase(at, at + 1, at, "", "documents", "other", True, False, None, None, False)
        head = replace(_blank(sentence, phrase, "", (sentence.start, sentence.start + 1)), act=act)
        head.parties = parties_of(self.context, sentence, phrase, act, len(sentence.coded))
        told = when_of(self.context, sentence, phrase, act, [])
        head.when = by_stay(self.context, sentence, head.parties[0], act, told)
        head.place = place_of(self.context, sentence, phrase, act, head.when, head.parties[0] or (), [])
        return head

    def _papers(self, sentence: Sentence, phrases: list[DocPhrase]) -> list[Paper]:
        blanks: list[Paper] = []
        for number, phrase in enumerate(phrases):
            phrase = self._headed(phrase, phrases[:number])
            following = phrases[number + 1] if number + 1 < len(phrases) else None
            title, span = title_of(self.context, sentence, phrase, following, self.head)
            if (
                not phrase.elliptic
                and phrase.noun
                and phrase.noun != "partnership"
                and (phrase.noun not in _GENERIC or self.package is None)
            ):
                self.head = SINGULAR_OF.get(phrase.noun, phrase.noun)
            if (
                phrase.elliptic
                and blanks
                and _WITH_ONLY.match(sentence.coded, phrase.end)
                and identifies(blanks[-1].title)
            ):
                title, span = (
                    re.sub(r" (?:with|between) .*", "", blanks[-1].title),
                    sentence.span(phrase.start, phrase.end),
                )
            blanks.append(_blank(sentence, phrase, title, span))
        titles = [p.stretch for p in blanks]
        papers: list[Paper] = []
        for blank in blanks:
            paper = self._filled(blank, papers, titles)
            last = self.single
            self._note(paper)
            papers.append(paper)
            paper_echo.redate(self.context.papers or {}, self.heading, paper)
            if not paper_echo.definite(paper, last):
                papers += shared_out(self.context, sentence, paper) or parted(self.context, sentence, paper)
        join_coordinated(papers)
        join_singled_out(sentence, papers)
        join_apposed(sentence, papers)
        date_in_turn(self.context, sentence, papers)
        drop_scattered(papers)
        return papers

    def _headed(self, phrase: DocPhrase, before: list[DocPhrase]) -> DocPhrase:
        """An elliptic phrase with the form of the noun that it stands for."""
        if not phrase.elliptic:
            return phrase
        head = SINGULAR_OF.get(before[-1].noun, before[-1].noun) if before and before[-1].noun else self.head
        self.head = head = "agreement" if head in ("documents", "papers", "texts", "") else head
        if (said := SAYINGS.get(head, head)) in DECLARATIONS:
            return replace(phrase, noun=said, form=DECLARATIONS[said], declaration=True)
        return replace(phrase, noun=head, form=SINGULAR.get(head, "agreement"))

    # ---------------------------------------------------------- one paper
    def _filled(self, paper: Paper, papers: list[Paper], titles: list[tuple[int, int]]) -> Paper:
        """A paper with its act and what follows from it; unchanged where nothing was done."""
        sentence, phrase = paper.sentence, paper.phrase
        paper.act = gapped(sentence, phrase, papers) or self._act(sentence, phrase, paper.stretch)
        if paper.act.status is None:
            put_off = any(p.phrase.plural and p.act.status is Status.CANCELLED for p in papers)
            if paper.act.realis.reason != "no act of signing" and not put_off:
                return paper
            if (parent := self._parent(paper, papers)) is not None:
                return self._member(paper, parent, titles)
            other = other_act(sentence, phrase, paper.title, paper.stretch)
            if what := told_under(self.context, paper):
                paper.title = what
                other = other or Act(Realis(Status.DONE), "told", phrase.start, "told")
            if other is None or (other.way == "told" and is_general(self.context)):
                return paper
            paper.act = other
        act = paper.act
        if act.verb == "went with" and (whole := subject_of(papers, act.at)):
            return self._member(paper, whole, titles)
        paper.parent = parent_by_verb(paper, papers) or lister(paper, self.package, self.at, self.header)
        twin = next((p for p in papers if p.act.at == act.at and p.act.verb == act.verb and p.parties[0]), None)
        city = named_after(self.context, paper)
        paper.parties = parties_of(
            self.context, sentence, phrase, act, paper.stretch[1], city.values[0] if city else None
        )
        if (
            act.way == "dropped"
            and self.package is not None
            and self.at is not None
            and sentence.index - self.at.index <= 3
        ):
            return replace(member(paper, self.package), act=act, parent=None)
        if twin and paper.parties[1] is Basis.FRAME:
            paper.parties = twin.parties
        told = when_of(self.context, sentence, phrase, act, titles)
        paper.when = by_stay(self.context, sentence, paper.parties[0], act, told)
        if twin and (paper.when.basis is not SAID or paper.when.date is None) and not _own_date(twin, paper):
            paper.when = twin.when
        paper.place = place_of(self.context, sentence, phrase, act, paper.when, paper.parties[0] or (), titles)
        if city and paper.place is None:
            paper.place = city.city
        if act.status is Status.CANCELLED and phrase.elliptic and paper.when.date is None and self.package is not None:
            near = self.at is not None and sentence.index - self.at.index <= 2
            paper.when = self.package.when if near and self.package.act.status is Status.PLANNED else paper.when
        return paper

    def _member(self, paper: Paper, parent: Paper, titles: list[tuple[int, int]]) -> Paper:
        """A member of a package, with its own date and place where the list gives it one."""
        made = member(paper, parent)
        if parent.sentence is paper.sentence and parent.parties[0]:
            mine = own_partner(self.context, paper.sentence, paper.stretch, parent.stretch, parent.parties[0])
            made.parties = (mine, SAID) if mine else made.parties
        if pair := partner_of_member(self.context, paper, parent):
            made.parties = (pair, SAID)
        # "Documents signed: - Agreement between the governments of Nepal and Qatar - MoU on rice"
        if made.parties[0] is None or (made.parties[1] is Basis.FRAME and " between " in paper.title):
            told = parties_of(self.context, paper.sentence, paper.phrase, made.act, paper.stretch[1])
            if made.parties[0] is None or (told[0] and told[1] is SAID):
                made.parties = parent.parties = told
        own = own_date(self.context, paper.sentence, paper.phrase, made.act, titles)
        if own is not None:
            made.when = own
            made.place = own_place(self.context, paper.sentence, paper.stretch)
        return made

    def _act(self, sentence: Sentence, phrase: DocPhrase, stretch: tuple[int, int]) -> Act:
        if is_entry(self.context, sentence, phrase):
            return Act(Realis(Status.DONE), "entry", phrase.start, "entry")
        listed_line = sentence.bullet and self.header is not None
        if listed_line and _LINE.fullmatch(sentence.coded[: phrase.left]):
            return no_act(phrase)
        act = act_of(sentence, phrase, stretch[1])
        return no_act(phrase) if listed_line and act.way == "nominal" and act.status is Status.DONE else act

    def _parent(self, paper: Paper, papers: list[Paper]) -> Paper | None:
        """The package that a phrase without an act of its own belongs to."""
        sentence, phrase = paper.sentence, paper.phrase
        if sentence.bullet and self.header is not None and _LINE.fullmatch(sentence.coded[: phrase.left]):
            return self.header
        if not identifies(paper.title):
            return None
        if phrase.definite and not (
            sentence.bullet
            or phrase.elliptic
            or names_members(sentence)
            or for_its_part(sentence, phrase)
            or _ORDINAL.match(sentence.coded, phrase.left)
        ):
            return None
        if sentence.bullet and self.header is not None:
            return self.header
        last = next((p for p in reversed(papers) if p.act.status), None)
        if last and listed(sentence, last, phrase):
            return last.parent or last
        if self.package is None or self.at is None:
            return None
        return self.package if follows_package(sentence, phrase, self.package, self.at) else None

    def _note(self, paper: Paper) -> None:
        """Remember a paper for the sentences to come."""
        phrase, sentence = paper.phrase, paper.sentence
        if paper.act.status is None:
            if phrase.plural and not phrase.counted and phrase.definite:
                self.at = sentence
            if paper.single and not phrase.elliptic and (phrase.declaration or identifies(paper.title)):
                self.single = paper
            return
        if paper.parties[0] and len(paper.parties[0]) > 1:
            self.context.paper_parties.append((sentence.index, paper.parties[0]))
        if paper.act.status is Status.DONE and paper.when.date and not in_passing(paper):
            self.context.paper_dates.append((sentence.index, paper.when, paper.place))
        if paper.single:
            self.single = paper if identifies(paper.title) or self.single is None else self.single
        elif paper.parent is None and paper.act.status is not Status.PROPOSED:
            self.package, self.at = paper, sentence


def _blank(sentence: Sentence, phrase: DocPhrase, title: str, span: tuple[int, int]) -> Paper:
    """A paper of which only the words are known."""
    last = max((n for n, u in enumerate(sentence.units) if u.start < span[1]), default=0)
    unit = sentence.units[last]
    end = sentence.offsets[last] + (len(f"{unit.code}{last}") if unit.code else len(unit.word))
    stretch = (min(phrase.left, phrase.start), max(phrase.end, end))
    nothing = no_act(phrase)
    return Paper(sentence, phrase, nothing, title, span, stretch, (None, Basis.FRAME), When(None, Basis.SAID), None)


def _overlap(a: DocPhrase, b: DocPhrase) -> bool:
    return a.left < b.end and b.left < a.end


def _own_date(twin: Paper, paper: Paper) -> bool:
    """True where the other paper's date stands between the two, and so is its own ("a treaty of 1999 and a protocol")."""
    span, units = twin.when.span, paper.sentence.units
    return (
        span is not None
        and units[paper.sentence.at(twin.phrase.end)].start
        <= span[0]
        < units[paper.sentence.at(paper.phrase.left)].start
    )


def refused(paper: Paper) -> str:
    """Why a paper makes no fact ("" where it may make one)."""
    return "" if paper.act.status is not None else paper.act.realis.reason


TRIGGERS = frozenset(
    w for m in NOUN.pattern.split("|") for w in re.findall(r"[a-z]{3,}", m.replace("\\", ""))
) | frozenset(
    "another one paper document text further third fourth fifth sixth second first other of on signed adopted concluded ratified".split()
)
