"""A document as sentences of units: names, references, dates, sums and words, each at its place in the text.

Each sentence also has a coded form, a line of words in lower case in which units stand as codes, so that grammar can be written as regular
expressions over kinds of things: `P3 arrived in L0 on D1 on a two-day state visit`. Codes (the digits are the unit's number in its sentence):

    P person (name, title and name, role)   H he, she, him, her    Q his, her (possessive)   G the two sides, both presidents, they
    C state   A adjective of a state        L city or seat         B bloc                    K masked name
    D date    M sum of money                X percentage           N number                  O ordinal
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from relations_db.language import patterns as re
from relations_db.language.asides import with_commas
from relations_db.language.cues import may_match
from relations_db.language.datelines import dateline, own_date
from relations_db.language.dates import Dated, find_dates
from relations_db.language.fold import fold, fold_text, lower
from relations_db.language.gender import accompanies, fitting, genders, of_two, owns
from relations_db.language.kinds_of_state import told_by_kind
from relations_db.language.lexicon import Hit, Lexicon
from relations_db.language.not_meant import names_meant
from relations_db.language.numbers import Number
from relations_db.language.page_noise import without_noise
from relations_db.language.people import Entity, Mention
from relations_db.language.persons import PersonFinder
from relations_db.language.pronouns import is_joined, ordered, subject_ahead
from relations_db.language.roles import apposed, is_ranked, role_entity
from relations_db.language.sentences import Piece, split_sentences
from relations_db.language.strangers import stranger
from relations_db.language.wrapping import unwrapped
from relations_db.values import Document, PartialDate

# Most words are letters and nothing else: they come first.
_WORD = re.compile(
    r"[a-z]++(?![^\W_]|[-'])|'s(?!\w)|[a-z]+?(?=n't(?!\w))|n't(?!\w)|[a-z]+(?='(?:ll|ve|re)(?!\w))|'(?:ll|ve|re)(?!\w)|[^\W\d_]+(?:[-'](?!s(?!\w))[^\W_]+)*|\d[\w.,]*\w|\d|[^\w\s]|_+"
)
# Short forms are read as what they stand for: "didn't" as "did not".
_LONG = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are"}
_LONG_BEFORE_NOT = {"wo": "will", "ca": "can", "sha": "shall"}
_GROUP = re.compile(
    r"(?<![\w-])(?:(?:the |these |those |our |their )?(?:two|both)(?: (?:the|of the|our))?(?: [a-z]+(?:-[a-z]+)?)? (?:sides|parties|countries|nations|states|neighbou?rs|leaders|"
    r"presidents|premiers|governments|capitals|ministers|peoples|heads of (?:state|government)|delegations|republics|kingdoms|men|women|allies|partners|economies|"
    r"statesmen|counterparts|foreign ministers|prime ministers|monarchs|colleagues|islands)|the (?:sides|parties|leaders|presidents|countries|heads of (?:state|government)|capitals|"
    r"interlocutors|neighbou?rs|premiers|prime ministers|foreign ministers|governments|pair|duo)|each other|one another|the two(?! (?:hundred|thousand)\b)(?= (?:will|shall|also|both|again)\b| [a-z]+(?:ed|s|t|d|e|n)\b|$|[,.;])|both sides|they|them|(?<=[a-z.] )both(?=(?: men| women)? (?:to|for|back|had|have|were|are|will|would|came|went|arrived|flew|left|attended|visited|travelled|met)\b|[.;])(?! to .{3,60} and to\b))(?![\w-])"
)
_PRONOUN = re.compile(
    r"(?<![\w'-])(?:he|she|him|his|her|the (?:latter|former)'s(?= [a-z])|the latter|the former(?=,? (?:[a-z]+ed|had|has|is|was|will)\b))(?![\w-]|'(?!(?:ll|ve|re)(?!\w)))(?! (?:half|part|of)\b)"
)


class Unit(NamedTuple):
    """One thing in a sentence: `code` is its kind (see the module), "" for a plain word. `thing` is the mention, date, number or hit."""

    code: str
    start: int
    end: int
    word: str
    thing: Mention | Dated | Number | Hit | None = None


_new_unit = tuple.__new__  # faster than the named tuple's own way


def _written_out(tokens: list[str]) -> dict[int, str]:
    """Put long forms for short ones, in place; what was written, by number."""
    short: dict[int, str] = {}
    for number, token in enumerate(tokens):
        if token not in _LONG:
            continue
        short[number], tokens[number] = token, _LONG[token]
        before = tokens[number - 1] if number else ""
        if token == "n't" and before in _LONG_BEFORE_NOT:
            short[number - 1], tokens[number - 1] = before, _LONG_BEFORE_NOT[before]
    return short


class Sentence:
    """A sentence with its units, its coded form and where each unit stands in that form.

    Most sentences of most texts hold nothing that a rule asks for, so plain words become units only when they are asked for.
    """

    __slots__ = (
        "_low", "_may", "_of", "_offsets", "_short", "_tokens", "_units", "bullet", "coded", "end", "index", "paragraph", "start", "things", "words",
    )  # fmt: skip

    def __init__(self, index: int, piece: Piece, low: str, things: list[Unit]) -> None:
        """`low` is the document in lower case, `things` are the units of the sentence that are no plain words, in order."""
        self.index, self.start, self.end = index, piece.start, piece.end
        self.paragraph, self.bullet = piece.paragraph, piece.bullet
        tokens: list[str] = []
        marks: list[tuple[int, Unit]] = []
        at = piece.start
        words = _WORD.findall
        for thing in things:
            tokens += words(low, at, thing.start)
            count = len(tokens)
            marks.append((count, thing))
            tokens.append(f"{thing.code}{count}")
            if thing.end > at:
                at = thing.end
        tokens += words(low, at, piece.end)
        self._short = _written_out(tokens) if low.find("'", piece.start, piece.end) >= 0 else {}
        self.coded = " ".join(tokens)
        self.words = frozenset(tokens)
        self._low, self._tokens = low, tokens
        self.things = marks  # the units that are no plain words, with their numbers
        self._units: list[Unit] | None = None
        self._offsets: list[int] | None = None
        self._may: frozenset[int] | None = None
        self._of: dict[tuple[str, ...], list[int]] = {}

    @property
    def may(self) -> frozenset[int]:
        """The numbers of the cued patterns that the sentence may match; of no other pattern has it all it needs."""
        if self._may is None:
            self._may = may_match(self.coded, self.words)
        return self._may

    @property
    def units(self) -> list[Unit]:
        """All units in order, plain words too."""
        if self._units is None:
            self._units = self._all_units()
        return self._units

    def _all_units(self) -> list[Unit]:
        units: list[Unit] = []
        add, find = units.append, self._low.index
        tokens, at, done = self._tokens, self.start, 0
        written = tokens.copy() if self._short else tokens
        for place, short in self._short.items():
            written[place] = short
        for number, thing in [*self.things, (len(tokens), None)]:
            for place in range(done, number):
                word = written[place]
                start = find(word, at)
                at = start + len(word)
                add(_new_unit(Unit, ("", start, at, tokens[place], None)))
            done = number + 1
            if thing is not None:
                add(thing)
                if thing.end > at:
                    at = thing.end
        return units

    @property
    def offsets(self) -> list[int]:
        """Where each unit stands in `coded`."""
        if self._offsets is None:
            self._offsets, at = [], 0
            for token in self._tokens:
                self._offsets.append(at)
                at += len(token) + 1
        return self._offsets

    def at(self, offset: int) -> int:
        """The number of the unit that stands at an offset of `coded`."""
        return bisect_right(self.offsets, offset, 1) - 1

    def unit(self, code: str) -> Unit:
        """The unit of a code such as "P3"."""
        return self.units[int(code[1:])]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Text offsets of a stretch of `coded`."""
        return self.units[self.at(start)].start, self.units[self.at(max(start, end - 1))].end

    def of(self, *codes: str) -> list[int]:
        """Numbers of all units of the given kinds."""
        found = self._of.get(codes)
        if found is None:
            found = self._of[codes] = [number for number, unit in self.things if unit.code in codes]
        return found.copy()


@dataclass(slots=True, eq=False)
class Analysis:
    """All that the language room knows of one document."""

    document: Document
    folded: str
    low: str
    on: PartialDate | None
    entities: list[Entity]
    mentions: list[Mention]
    hits: list[Hit]
    sentences: list[Sentence] = field(default_factory=list)
    dateline: Hit | None = None
    dateline_end: int = 0
    dateline_span: tuple[int, int] = (0, 0)
    dateline_used: bool = False
    antecedents: dict[int, list[Entity]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.document.text

    def said(self, start: int, end: int) -> str:
        """The words of a stretch, on one line."""
        return " ".join(self.document.text[start:end].split())

    @property
    def states(self) -> set[str]:
        """Every state that a name of the text may mean, or that a person of the text stands for."""
        named = {value for hit in self.hits if hit.kind in _OF_STATES for value in hit.values}
        return named.union(entity.country for entity in self.entities if entity.country)


_OF_STATES = frozenset({"country", "adjective", "city", "seat"})
_NAMING = _OF_STATES | {"leader", "short"}


def analyse(document: Document, lexicon: Lexicon) -> Analysis:
    """Read one document. Costs about a millisecond a page."""
    analysis = read_names(document, lexicon)
    read_sentences(analysis, lexicon)
    return analysis


def read_names(document: Document, lexicon: Lexicon) -> Analysis:
    """The first half of `analyse`: states, places and persons of a document, no sentences yet."""
    text = document.text
    folded = with_commas(without_noise(unwrapped(fold_text(text))), text)
    low = lower(folded)
    hits = names_meant(text, folded, lexicon)
    if document.published_on:
        hits = lexicon.on_day(hits, folded, document.published_on)
    if not any(hit.kind in _NAMING for hit in hits):
        return Analysis(document, folded, low, document.published_on, [], [], hits)
    found, span, day = dateline(folded, hits, document.published_on)
    on = day or document.published_on or own_date(folded, hits)
    home = found.values[0] if found else _publisher(document, lexicon)
    hits = told_by_kind(folded, low, hits, lexicon.classes, home)
    entities, mentions = PersonFinder(lexicon, text, folded, low, hits, on, home).find()
    return Analysis(
        document, folded, low, on, entities, mentions, hits, [], found, 0 if span[0] else span[1], span, day is not None
    )


def _publisher(document: Document, lexicon: Lexicon) -> str | None:
    """The state that the name of a text's source names ("Delhi daily"): it speaks of its own officials without saying whose they are."""
    if not document.source:
        return None
    states = {h.values[0] for h in lexicon.names(fold(document.source)) if h.kind in ("country", "adjective", "city")}
    return states.pop() if len(states) == 1 else None


def read_sentences(analysis: Analysis, lexicon: Lexicon) -> None:
    """The second half of `analyse`: dates, sums, sentences, and whom roles and pronouns mean."""
    cut_sentences(analysis, lexicon)
    bind_references(analysis)


def cut_sentences(analysis: Analysis, lexicon: Lexicon) -> None:
    """The sentences with their units."""
    folded, low, hits = analysis.folded, analysis.low, analysis.hits
    countries = frozenset(value for hit in hits if hit.kind in _OF_STATES for value in hit.values[:1])
    things = _things(folded, low, hits, analysis.mentions, lexicon, countries)
    starts = [thing.start for thing in things]
    analysis.sentences = [
        Sentence(index, piece, low, things[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)])
        for index, piece in enumerate(split_sentences(folded))
    ]


# ------------------------------------------------------------------ units
def _things(
    folded: str, low: str, hits: list[Hit], mentions: list[Mention], lexicon: Lexicon, countries: frozenset[str]
) -> list[Unit]:
    """All units but plain words, in order, none overlapping; where two claim a place, the first of the list below wins."""
    found: list[Unit] = []
    for mention in mentions:
        if mention.entity and mention.entity.office == "other" and accompanies(mention.entity, low):
            continue
        group = mention.form == "role" and mention.plural and not mention.country and mention.office != "envoy"
        code = "G" if group else "P"
        found.append(Unit(code, mention.start, mention.end, low[mention.start : mention.end], mention))
    found += [Unit("G", m.start(), m.end(), m.group()) for m in _GROUP.finditer(low)]
    numbers = lexicon.numbers.find(folded, countries)
    found += [Unit("M", n.start, n.end, low[n.start : n.end], n) for n in numbers if n.currency]
    found += [Unit("X", n.start, n.end, low[n.start : n.end], n) for n in numbers if n.percent]
    found += [Unit("D", d.start, d.end, low[d.start : d.end], d) for d in find_dates(folded)]
    found += [
        Unit("O" if n.ordinal else "N", n.start, n.end, low[n.start : n.end].strip(), n)
        for n in numbers
        if not n.currency and not n.percent
    ]
    codes = {"country": "C", "adjective": "A", "city": "L", "seat": "L", "bloc": "B", "mask": "K"}
    found += [Unit(codes[h.kind], h.start, h.end, low[h.start : h.end], h) for h in hits if h.kind in codes]
    for match in _PRONOUN.finditer(low):
        word = match.group()
        found.append(Unit("Q" if owns(word, low, match.end()) else "H", match.start(), match.end(), word))
    return _without_overlaps(found, len(folded))


_START = itemgetter(Unit._fields.index("start"))


def _without_overlaps(units: list[Unit], length: int) -> list[Unit]:
    taken = bytearray(length + 1)
    kept = []
    for unit in units:
        end = unit.end
        if taken.find(1, unit.start, end) < 0:
            taken[unit.start : end] = b"\x01" * (end - unit.start)
            kept.append(unit)
    kept.sort(key=_START)
    return kept


# ------------------------------------------------------------------ references


def bind_references(analysis: Analysis) -> None:
    """Bind roles to persons of the text, then pronouns to the persons who may be meant, nearest first."""
    seen: list[Mention] = []
    for mention in analysis.mentions:
        if mention.form == "role" and not mention.plural and mention.office:
            mention.entity = apposed(mention, seen, analysis.low)
            if mention.entity is None and is_ranked(mention, analysis.low):
                mention.office = None
            elif mention.entity is None:
                mention.entity = role_entity(mention, seen, analysis.entities)
            if mention.entity:
                mention.country = mention.country or mention.entity.country
        seen.append(mention)
    known = genders(analysis)
    previous: list[Entity] = []
    last: list[Entity] = []
    strange = -1  # the paragraph that told last of somebody else
    for sentence in analysis.sentences:
        here: list[Entity] = []
        centre: list[Entity] = []
        other = stranger(analysis.folded, sentence) if " H" in sentence.coded or " Q" in sentence.coded else None
        strange = sentence.paragraph if other is not None else strange
        named = (sentence.start, sentence.start)  # where the person last named stands
        for _, unit in sentence.things:
            if unit.code in ("H", "Q") and strange == sentence.paragraph and not here and (other or 0) < unit.start:
                analysis.antecedents[unit.start] = []
            elif unit.code in ("H", "Q"):
                ahead = [] if here else subject_ahead(sentence, unit)
                order = [*ordered(here), *previous]
                if unit.word in ("he", "she") and here and is_joined(analysis.low, sentence.start, named, unit.start):
                    order = [*(e for e in order if e is not here[-1]), here[-1]]
                if (
                    unit.code == "H"
                    and unit.word in ("him", "her")
                    and here
                    and " and " not in analysis.low[named[1] : unit.start]
                ):
                    order = [*(e for e in order if e is not here[-1]), here[-1]]
                order = [*of_two(unit.word, here or last), *order]
                meant = fitting(list(dict.fromkeys([*ahead, *order])), unit.word, known)
                analysis.antecedents[unit.start] = meant
                if unit.word in ("he", "she", "the latter", "the former") and not here and meant:
                    here.append(meant[0])
                if unit.word in ("he", "she", "him") and meant:
                    centre.append(meant[0])
            elif unit.code == "P" and isinstance(unit.thing, Mention) and unit.thing.entity:
                here.append(unit.thing.entity)
                named = (unit.start, unit.end)
        if here:
            last, strange = here, -1
            previous = list(dict.fromkeys([*centre, *here, *previous]))[:4]
