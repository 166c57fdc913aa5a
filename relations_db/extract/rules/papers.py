"""All documents that a text tells of, in order: each with its act, parties, date and place, said or taken over from its list or package."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from relations_db.extract.acts import VERB, Act, act_of, no_act
from relations_db.extract.context import Context, When
from relations_db.extract.documents import NOUN, PLURAL, SINGULAR, DocPhrase, find_documents
from relations_db.extract.rules.paper_parties import Parties, parties_of
from relations_db.extract.rules.paper_when import place_of, when_of
from relations_db.extract.rules.titles import identifies, title_of
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around
from relations_db.values import Basis, Status

_SINGULAR_OF = dict.fromkeys(PLURAL, "agreement") | {
    "accords": "accord", "pacts": "pact", "deals": "deal", "memoranda": "memorandum", "memorandums": "memorandum", "memoranda of understanding": "memorandum of understanding", "memorandums of understanding": "memorandum of understanding",
    "memoranda of cooperation": "memorandum of cooperation", "mous": "mou", "protocols": "protocol", "contracts": "contract", "treaties": "treaty", "programmes": "programme", "programs": "program", "roadmaps": "roadmap", "understandings": "understanding",
}  # fmt: skip
_PRONOUN = re.compile(
    r"\b(?P<verb>signed|inked|concluded|adopted|approved|endorsed|ratified) (?:it|both|them)\b|\bit (?:had been|has been|was|were|is|will be|is to be) (?:also |formally |duly )*(?P<passive>signed|inked|concluded|adopted|approved)\b"
)
_MEMBERS = re.compile(
    r"^(?:- )?(?:among (?:them|these|those|the|G\d+)\b|(?:they|these|those|G\d+|the (?:list|package|documents|papers|agreements|instruments|others?|signed)[a-z ]*) (?:also )?(?:include|included|comprise|comprised|contain|are|were|feature)|one\b|N\d+ (?:of|,)|another\b|in (?:N\d+|one|another|the|a|an)\b|"
    r"under (?:N\d+|one|another|a|an)\b|the (?:first|second|third|other|last)\b|also (?:signed|exchanged|concluded|among|on the list)|a(?:n)? |of these|by (?:N\d+|one|another))"
)
_VOICE = re.compile(r"^(?:joint (?!press)|common|leaders ' )")
_ITEMS_END = re.compile(
    r" (?:[;:.()]|which|that|was|were|is|are|has|have|will|signed|concluded|with|by|in L\d+|on D\d+|as well as)(?= |$)"
)
_LOOSE = ("a", "an", "another", "one", "")
_NEW = frozenset("memorandum mou protocol agreement accord treaty roadmap contract pact moc".split()) | {"memorandum of understanding", "memorandum of cooperation", "letter of intent", "declaration of intent", "action plan", "cooperation plan", "plan of action"}
_NEW_PLURAL = frozenset("agreements accords documents memoranda memorandums mous protocols contracts papers".split()) | {"memoranda of understanding", "memorandums of understanding"}
_NOT_NEW = re.compile(r"\b(?:existing|legal|base|basis|total of|since|force|already|some time|violat\w+|breach\w*|under|join|joins|joined|among|of|between|for|without|than|against|like|as|propos\w*|want\w*|need\w*|call\w*|seek\w*|talks?|negotiat\w*|discuss\w*|draft\w*|consider\w*|prepar\w*|demand\w*|offer\w*|idea|wish\w*|hope\w*|interest\w*|towards?|denied|rumou?r\w*|said to be|to) (?:the |a |an |N\d+ |over |about |some |more than |new |such |bilateral |possible |future |joint |[a-z]+ ){0,2}$")
_NOT_NEW_AFTER = re.compile(r" (?:[^;:.]{0,60} )?(?:in force|between (?:the )?B\d+|with (?:the )?B\d+|would|could|might|may|will|should|since D\d+|has yet|remains|is being)\b")
_APART = re.compile(r"\b(?:apart from|besides|instead of|aside from|except|beyond) (?:the |a )?$")
_MODAL = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|if|unless|wants?|hopes?|proposed|suggested|needs?|ready|plans?|planned|not|no|never|nobody|intends?|expects?|expected|discuss\w*|negotiat\w*|so that|earlier|previously|had|since)\b"
)
_FINITE_ENTRY = re.compile(r" (?:is|are|was|were|has|have|had|will|would|said|says|signs?|signed|adopt\w*|issued?) ")


@dataclass(slots=True)
class Paper:
    """One document or package as one sentence tells of it. `parent` is the package that it belongs to, where the text says so."""

    sentence: Sentence
    phrase: DocPhrase
    act: Act
    title: str
    span: tuple[int, int]
    stretch: tuple[int, int]
    parties: Parties
    when: When
    place: str | None
    parent: Paper | None = None
    quotes: tuple[tuple[int, int], ...] = ()

    @property
    def single(self) -> bool:
        return not self.phrase.plural


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
    """Reads the sentences in order and remembers the last package, head and single paper."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.package: Paper | None = None
        self.at: Sentence | None = None
        self.single: Paper | None = None
        self.head = "agreement"
        self.header: Paper | None = None

    def read(self, sentence: Sentence) -> list[Paper]:
        phrases = find_documents(sentence, self.context.analysis.low)
        if not sentence.bullet and sentence.coded.rstrip().endswith(":") is False and not phrases:
            self.header = None if not sentence.bullet else self.header
        papers = self._papers(sentence, phrases)
        self._pronouns(sentence, papers)
        if papers and sentence.coded.rstrip().endswith(":"):
            self.header = next((p for p in papers if p.act.status), None)
        return papers

    # ---------------------------------------------------------- phrases
    def _papers(self, sentence: Sentence, phrases: list[DocPhrase]) -> list[Paper]:
        named: list[tuple[DocPhrase, str, tuple[int, int], tuple[int, int]]] = []
        for number, phrase in enumerate(phrases):
            phrase = self._headed(phrase, phrases[:number])
            following = phrases[number + 1] if number + 1 < len(phrases) else None
            title, span = title_of(self.context, sentence, phrase, following, self.head)
            if not phrase.elliptic and phrase.noun:
                self.head = _SINGULAR_OF.get(phrase.noun, phrase.noun)
            named.append((phrase, title, span, self._stretch(sentence, phrase, span)))
        papers: list[Paper] = []
        for phrase, title, span, stretch in named:
            paper = self._paper(sentence, phrase, title, span, stretch, [s for *_, s in named], papers)
            papers.append(paper)
            self._note(paper)
            papers += self._items(sentence, paper)
        return papers

    def _items(self, sentence: Sentence, paper: Paper) -> list[Paper]:
        """The documents of "memoranda on health, on the media and on transport", each on its own."""
        phrase = paper.phrase
        if not phrase.plural or paper.act.status is None or phrase.noun not in _SINGULAR_OF:
            return []
        stop = _ITEMS_END.search(sentence.coded, phrase.end)
        end = stop.start() if stop else len(sentence.coded)
        spots = [m.start() for m in re.finditer(r" (?=on )", sentence.coded[phrase.end : end])]
        if len(spots) < 2 or spots[0] != 0 or (phrase.counted and phrase.count not in (None, len(spots))):
            return []
        parent = paper.parent or paper
        items = []
        noun = _SINGULAR_OF[phrase.noun]
        limits = [*spots[1:], end - phrase.end]
        for low, high in zip(spots, limits, strict=True):
            start, close = sentence.span(phrase.end + low + 1, phrase.end + high)
            words = re.sub(r"(?:,|\band\b|\s)+$", "", self.context.analysis.text[start:close])
            at = phrase.end + low
            item = replace(
                phrase,
                start=at,
                end=at,
                left=at,
                det="a",
                noun=noun,
                form=SINGULAR[noun],
                plural=False,
                count=1,
                counted=False,
                elliptic=True,
            )
            made = replace(paper, phrase=item, title=f"{noun} {words}", span=(start, start + len(words)))
            items.append(_member(made, parent))
        if not phrase.counted and paper.parent is None:
            paper.act = no_act(phrase, "told one by one")
        return items

    @staticmethod
    def _refers(phrase: DocPhrase) -> bool:
        """True for "the instruments" and the like, that take up a package told before."""
        return phrase.plural and not phrase.counted and phrase.definite

    def _headed(self, phrase: DocPhrase, before: list[DocPhrase]) -> DocPhrase:
        """An elliptic phrase with the form of the noun that it stands for."""
        if not phrase.elliptic:
            return phrase
        head = _SINGULAR_OF.get(before[-1].noun, before[-1].noun) if before and before[-1].noun else self.head
        self.head = head = "agreement" if head in ("documents", "papers", "texts", "") else head
        return replace(phrase, noun=head, form=SINGULAR.get(head, "agreement"))

    @staticmethod
    def _stretch(sentence: Sentence, phrase: DocPhrase, span: tuple[int, int]) -> tuple[int, int]:
        """The title's place in the coded sentence."""
        last = max((n for n, u in enumerate(sentence.units) if u.start < span[1]), default=0)
        end = sentence.offsets[last] + 2
        return min(phrase.left, phrase.start), max(phrase.end, end)

    def _paper(
        self,
        sentence: Sentence,
        phrase: DocPhrase,
        title: str,
        span: tuple[int, int],
        stretch: tuple[int, int],
        titles: list[tuple[int, int]],
        papers: list[Paper],
    ) -> Paper:
        act = self._act(sentence, phrase)
        blank = Paper(sentence, phrase, act, title, span, stretch, (None, Basis.FRAME), When(None, Basis.SAID), None)
        if act.status is None:
            if act.realis.reason != "no act of signing":
                return blank
            if (parent := self._parent(sentence, phrase, title, papers)) is not None:
                return _member(blank, parent)
            if (other := self._other_act(sentence, phrase, title, stretch)) is None:
                return blank
            act = blank.act = other
        if (
            papers
            and not papers[-1].single
            and papers[-1].act.at == act.at
            and papers[-1].act.status
            and self._listed(sentence, papers[-1], phrase, strict=True)
        ):
            blank.parent = papers[-1]
        elif papers and papers[-1].parent and papers[-1].act.at == act.at:
            blank.parent = papers[-1].parent
        twin = next(
            (p for p in papers if p.act.at == act.at and p.act.verb == act.verb and p.act.status and p.parties[0]), None
        )
        blank.parties = parties_of(self.context, sentence, phrase, act, stretch[1])
        if twin and blank.parties[1] is Basis.FRAME:
            blank.parties = twin.parties
        blank.when = when_of(self.context, sentence, phrase, act, titles)
        blank.place = place_of(self.context, sentence, phrase, act, blank.when, blank.parties[0] or (), titles)
        return blank

    def _act(self, sentence: Sentence, phrase: DocPhrase) -> Act:
        if self._is_entry(sentence, phrase):
            return Act(Realis(Status.DONE), "entry", phrase.start, "entry")
        if sentence.bullet and self.header is not None and phrase.left <= 4:
            return no_act(phrase)
        return act_of(sentence, phrase)

    def _note(self, paper: Paper) -> None:
        if paper.act.status is None:
            if self._refers(paper.phrase):
                self.at = paper.sentence
            if paper.single and not paper.phrase.elliptic:
                self.single = paper
            return
        if paper.parties[0] and len(paper.parties[0]) > 1:
            self.context.paper_parties.append((paper.sentence.index, paper.parties[0]))
        if paper.act.status is Status.DONE and paper.when.date:
            self.context.paper_dates.append((paper.sentence.index, paper.when))
        if paper.single:
            self.single = paper
        elif paper.parent is None and paper.act.status in (Status.DONE, Status.PLANNED):
            self.package, self.at = paper, paper.sentence

    # ---------------------------------------------------------- lists
    def _parent(self, sentence: Sentence, phrase: DocPhrase, title: str, papers: list[Paper]) -> Paper | None:
        """The package that a phrase without an act of its own belongs to."""
        if phrase.definite and not sentence.bullet and not phrase.elliptic:
            return None
        if not identifies(title):
            return None
        if sentence.bullet and self.header is not None:
            return self.header
        before = sentence.coded[: phrase.left]
        last = next((p for p in reversed(papers) if p.act.status), None)
        if last and self._listed(sentence, last, phrase):
            return last.parent or last
        if self.package is None or not self._follows(sentence) or (phrase.plural and not phrase.counted):
            return None
        if phrase.elliptic and phrase.left <= 12:
            return self.package
        if _MODAL.search(before) or around(sentence, phrase.start, phrase.end).status is not Status.DONE:
            return None
        if phrase.plural:
            return self.package if self._counted_member(sentence, phrase) else None
        return self.package if _MEMBERS.match(sentence.coded) or phrase.det in _LOOSE else None

    def _counted_member(self, sentence: Sentence, phrase: DocPhrase) -> bool:
        """True for "Four protocols open the market": some of the package, as the subject of the next sentence."""
        whole = self.package.phrase.count if self.package else None
        few = phrase.count is not None and (whole is None or phrase.count < whole)
        return phrase.counted and phrase.left <= 3 and few and bool(re.match(r" [a-z]+ ", sentence.coded[phrase.end :]))

    @staticmethod
    def _listed(sentence: Sentence, last: Paper, phrase: DocPhrase, strict: bool = False) -> bool:
        """True for the items of a list after a package or another item: "including a X", "a X, a Y and a Z", "a X among them"."""
        between = sentence.coded[last.stretch[1] : phrase.left]
        lead = re.search(
            r"(?:\b(?:including|include|includes|included|such as|namely|notably|especially|particularly|in particular|among (?:them|which|G\d+)|headed by|led by|from|to|plus|besides|and|or|with)|[,:;(-])(?: (?:a|an|the|one|another|N\d+|also|both|its))* $",
            between,
        )
        if sentence.coded.startswith("among ") and re.search(r" (?:is|are|was|were) (?:a |an |the |also )*$", between):
            return True
        if strict and (
            not lead
            or re.fullmatch(r"(?:.* )?(?:and|or|with)(?: (?:a|an|the|one|another|N\d+|also|both|its))* ", between)
        ):
            return False
        return bool(lead) and not _FINITE_ENTRY.search(
            between[between.rstrip(" ,and").rfind(" , ") :] if " , " in between else between
        )

    def _follows(self, sentence: Sentence) -> bool:
        """True where the last package, or the words that took it up, stand close before."""
        at = self.at
        if at is None or not 0 < sentence.index - at.index <= 4:
            return False
        same = sentence.paragraph == at.paragraph
        return same or (sentence.paragraph - at.paragraph <= 1 and bool(_MEMBERS.match(sentence.coded)))

    # ---------------------------------------------------------- other ways to tell of an act
    def _other_act(self, sentence: Sentence, phrase: DocPhrase, title: str, stretch: tuple[int, int]) -> Act | None:
        """A joint statement that is quoted, a document told with its date, or one that the text only tells to be there."""
        coded = sentence.coded
        if phrase.elliptic or around(sentence, phrase.start, phrase.end).status is not Status.DONE:
            return None
        if _APART.search(coded[: phrase.left]):
            return None
        if _VOICE.search(phrase.noun) and (phrase.det in ("a", "an") or identifies(title)) and not phrase.plural:
            return Act(Realis(Status.DONE), "voice", phrase.start, "voice")
        if not phrase.plural and self._dated(sentence, phrase, stretch):
            return Act(Realis(Status.DONE, background=True), "dated", phrase.start, "mention")
        if self._told(sentence, phrase, title):
            return Act(Realis(Status.DONE), "told", phrase.start, "told")
        return None

    @staticmethod
    def _dated(sentence: Sentence, phrase: DocPhrase, stretch: tuple[int, int]) -> bool:
        """True for "the treaty of 1999" and "the 2004 gas agreement"."""
        after = sentence.coded[stretch[1] :]
        if re.match(r"(?: ,)?(?: dated| of| from)(?: early| late)? D\d+", after):
            return True
        if re.match(r"(?: dated| of| from) D\d+", sentence.coded[phrase.end :]):
            return True
        return phrase.det == "the" and bool(re.search(r"\bD\d+\b", sentence.coded[phrase.left : phrase.start]))

    @staticmethod
    def _told(sentence: Sentence, phrase: DocPhrase, title: str) -> bool:
        """True for a new document in plain past narrative: "the day left them with a memorandum on fisheries"."""
        before = sentence.coded[: phrase.left]
        if before.count('"') % 2:
            return False
        if _MODAL.search(before[-90:]) or _NOT_NEW.search(before[-60:]) or _NOT_NEW_AFTER.match(sentence.coded[phrase.end :]):
            return False
        if phrase.plural:
            return phrase.counted and phrase.count is not None and phrase.noun in _NEW_PLURAL
        return phrase.det in ("a", "an", "another") and phrase.noun in _NEW and identifies(title)

    def _is_entry(self, sentence: Sentence, phrase: DocPhrase) -> bool:
        """True for the telegraphic style of chronicles: "17.03.1977. Agreement on economic cooperation." """
        coded = sentence.coded
        begin = max(coded.rfind(" ; ", 0, phrase.left), coded.rfind(" : ", 0, phrase.left)) + 1
        head = coded[begin : phrase.left]
        if (
            _FINITE_ENTRY.search(coded[begin:])
            or VERB.search(head)
            or not re.fullmatch(
                r"(?:[;:] )?(?:- )?(?:(?:D|L|N)\d+ [,.:-]? ?)*(?:[a-z ]{0,30} , )?(?:a |an |the )?(?:[a-z]+ )?", head
            )
        ):
            return False
        entry = self.context.entry_date(sentence.index)
        dated = bool(self.context.dates_in(sentence)) and self.context.heading_year(sentence.index) is not None
        return dated or (entry is not None and entry.date is not None)

    def _pronouns(self, sentence: Sentence, papers: list[Paper]) -> None:
        """ "They signed it on Thursday": the act of a document told before, or later in the sentence."""
        found = _PRONOUN.search(sentence.coded)
        if not found or (papers and papers[0].act.status and papers[0].phrase.start < found.start()):
            return
        target = next((p for p in papers if p.single and not p.act.status), None) or self.single
        if target is None or sentence.index - target.sentence.index > 2:
            return
        verb = found.group("verb") or found.group("passive")
        at = found.start("verb") if found.group("verb") else found.start("passive")
        probe = replace(target.phrase, start=at, end=found.end(), left=at, det="")
        realis = around(sentence, at, found.end())
        if realis.status not in (Status.DONE, Status.PLANNED):
            return
        act = Act(Realis(realis.status, realis.background), verb, at, "active")
        when = when_of(self.context, sentence, probe, act, [])
        parties = parties_of(self.context, sentence, probe, act, found.end())
        target.act, target.when = act, when
        if not (target.parties[0] and target.parties[1] is Basis.SAID):
            target.parties = parties if parties[0] else target.parties
        target.place = place_of(self.context, sentence, probe, act, when, target.parties[0] or (), [])
        target.quotes = (*target.quotes, (sentence.start, sentence.end))
        if target not in papers and target.sentence is not sentence:
            self._note(target)


def _member(paper: Paper, parent: Paper) -> Paper:
    """A paper with the act, parties, date and place of its package."""
    act = Act(parent.act.realis, parent.act.verb, paper.phrase.start, "member")
    own = paper.phrase
    return replace(
        paper, act=act, parties=parent.parties, when=parent.when, place=parent.place, parent=parent, phrase=own
    )


def refused(paper: Paper) -> str:
    """Why a paper makes no fact ("" where it may make one)."""
    return "" if paper.act.status is not None else paper.act.realis.reason


TRIGGERS = frozenset(w for m in NOUN.pattern.split("|") for w in re.findall(r"[a-z]{3,}", m.replace("\\", ""))) | {
    "another",
    "one",
    "second",
    "first",
    "other",
    "of",
    "on",
}
__all__ = ["TRIGGERS", "Paper", "no_act", "papers_of", "refused"]
