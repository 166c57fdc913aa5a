"""Place phrases of a sentence: "in the A capital", "at the border post of L", "there"; which of them say where somebody acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from relations_db.extract.context import Context, Place
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued

FILL = (
    r"(?:(?:neighbou?ring|friendly|brotherly|capital|city|state|republic|kingdom|resort|southern|northern|eastern|western|central|town|port|island|islamic|"
    r"democratic|seaside|border|ancient|new|old|of|,|'s|same|nearby|federal|holy|historic|village|airport|international|A\d+(?= (?:capital|city|town|resort|port|village|island))|"
    r"C\d+(?= 's? (?:capital|city|far|north|south|east|west))|C\d+ 's(?= L\d)|K\d+) )*"
)
# "three African states - A, B and C": the words that a list of places explains
LIST_LEAD = (
    r"(?:(?:(?:N\d+|several|some|other|all|a (?:number|string|series|few) of) (?:[a-zABK\d-]+ ){0,3}?(?:countries|states|nations|capitals|cities|republics|neighbou?rs|kingdoms)|G\d+)"
    r"(?: of (?:the )?(?:[BK]\d+|[a-z]+(?: [a-z]+)?))? (?:, including|, namely|including|namely|-|,|:|\() )"
)
_WORDS = r"capital|country|city-state|city|republic|kingdom|island|emirate|sultanate|nation|town"
LOCUS = cued(
    rf"\b(?P<prep>in|at|to|into|for|from|via|near|outside|onto|through|across|of) (?:the |our |this |that |his |her |their |its |Q\d+ )?(?:"
    rf"{LIST_LEAD}?{FILL}(?P<unit>[LC]\d++)(?![\w-])(?! - | valley\b| street\b| square\b| avenue\b| river\b| university\b)"
    rf"|(?P<words>(?P<owner>[AC]\d+ (?:'s )?|same |host |federal |K\d+ )?(?P<noun>{_WORDS})\b)(?! (?:of|'s) [a-zLC])(?: (?:, |of )?(?P<named>L\d+))?)"
    r"|\bon (?:the )?(?P<sided>[AC]\d+)(?: 's)? (?:soil|territory|(?:side|bank|shore) of the (?:border|frontier|river|line|lake|strait|bridge|crossing))"
    r"|\b(?:post|crossing|checkpoint|border|frontier|bridge|town|village|station) , on the (?P<flank>[AC]\d+)(?: 's)? side\b"
    r"|(?:\b(?P<source>from) )?\b(?P<adverb>there|here|in town)\b(?! (?:is|are|was|were|has|have|had|will|can|would|could|should|must|may|came|be|being|been)\b)"
)


@dataclass(frozen=True, slots=True)
class Locus:
    """A place phrase: its stretch of the coded sentence, its preposition ("" for an adverb) and the words that mean the place."""

    start: int
    end: int
    prep: str
    unit: int | None
    words: str


def loci(sentence: Sentence, low: int = 0, high: int | None = None) -> Iterator[Locus]:
    """Place phrases of a stretch of the coded sentence, in order."""
    for found in LOCUS.finditer(sentence, low, len(sentence.coded) if high is None else high):
        named = found.group("unit") or found.group("named")
        yield Locus(
            found.start(),
            found.end(),
            found.group("prep") or found.group("source") or "",
            int(named[1:]) if named else None,
            words_of(found),
        )


def words_of(found: Match[str]) -> str:
    """The words of a place phrase that mean a place without naming it; of "on the Serbian side" those of the state."""
    return next((w for g in ("words", "adverb", "sided", "flank") if (w := found.group(g))), "")


_HEAD = re.compile(r"(?:(?:on |in )?D\d+(?: to D\d+)? ?[,.:-] )?(?:in )?L(\d+)(?: ,| \.| :|$| D\d+ ?[.:])")
_DAY = re.compile(r"(?:(?:on |in )?D\d+ ?[,.:-]? ?)+$")


def head_place(context: Context, sentence: Sentence) -> Place | None:
    """The city at the head of an entry or paragraph ("9 October. Varna, and another threesome", "WARSAW. ...")."""
    sentences = context.analysis.sentences
    first = sentence.index
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    for index in (first, first + 1):
        if index > sentence.index:
            return None
        head = sentences[index]
        found = _HEAD.match(head.coded)
        if found and (_is_heading(context, head) if index == first else _DAY.match(sentences[first].coded)):
            return context.place_of(head.units[int(found.group(1))])
    return None


def _is_heading(context: Context, head: Sentence) -> bool:
    """True where the first words of a paragraph are a heading: a date and a city, or a city alone."""
    if head.start < context.analysis.dateline_end:
        return False
    return bool(re.fullmatch(r"(?:(?:on |in )?D\d+ ?[,.:-] )?L\d+ ?[.:]?", head.coded)) or bool(
        re.match(r"(?:D\d+ [,.:-] L\d+|L\d+(?: ,)? (?:on )?D\d+) [.:]", head.coded)
    )


_ITEM = r"P\d+(?: of (?:the )?C\d+)?(?: ,)? (?:back )?(?:in|at) (?:the )?L\d+"
_OWNED = re.compile(
    r"(?:(?P<join>[,;:]|\band|^) ?)(?:the )?(?:[AC]\d+ (?:'s )?)?P(?P<owner>\d+)(?: of (?:the )?C\d+)?(?P<aside> ,)? (?:back )?$"
)
_PAIRS = re.compile(rf"{_ITEM}(?: ,)? (?:and |; |, )*(?:the )?(?:[AC]\d+ (?:'s )?)?{_ITEM}")


def owner_of(sentence: Sentence, at: int) -> int | None:
    """The person right before a place phrase whose place it is alone: "X stayed in V, Y in W"; "X in V and Y in W"; "X, in V, and Y, in W"."""
    found = _OWNED.search(sentence.coded, max(0, at - 40), at)
    if not found:
        return None
    after = re.compile(r"(?:in|at) (?:the )?[LC]\d+ ?(?:D\d+ ?)?(?=[,;.:]|$|and )").match(sentence.coded, at)
    listed = found.group("join") in (",", ";", ":") and after is not None
    return int(found.group("owner")) if listed or _PAIRS.search(sentence.coded) else None


# ------------------------------------------------------------------ where a thing is, and where somebody acts
def is_elsewhere(sentence: Sentence, at: int, to_come: bool = False) -> bool:
    """True where "in Y" says where a thing is ("the embassy in Y"), not where somebody acts ("at the embassy in Y")."""
    if sentence.coded.startswith("at ", at) and _SUBJECT_OF_PAPER.search(sentence.coded[max(0, at - 110) : at]):
        return True
    if not to_come and _TO_BE_HELD.search(sentence.coded, max(0, at - 60), at):
        return True
    found = ELSEWHERE.within(sentence, sentence.coded[:at])
    if not found:
        return False
    if _MATTER.match(sentence.coded, found.start()):
        return True
    return not re.search(
        r"\b(?:at|in|inside|into|outside) (?:an? |the |his |its |their )?(?:[a-zACK\d'-]+ ){0,2}$",
        sentence.coded[: found.start()],
    )


# "invited him to the summit, scheduled to take place in Y": nobody is there yet
_TO_BE_HELD = re.compile(
    r"\b(?:(?:scheduled|due|set|planned|expected) (?:for|to be held|to take place)|to be held|to take place) (?:[a-zD\d]+ ){0,2}$"
)
# "signed a memorandum on a food terminal at Y": the terminal is at Y
_SUBJECT_OF_PAPER = re.compile(
    r"\b(?:agreements?|memorand(?:um|a)|understanding|contracts?|deals?|accords?|mous?|protocols?|arrangement|intent) (?:on|for|about|concerning|over) (?:an?|the|joint|N\d+) (?:[a-z-]+ ){1,5}"
    r"(?<!summit )(?<!meeting )(?<!ceremony )(?<!talks )(?<!palace )$"
)


# ... of these nobody is at the thing: "discussed at length the situation in Y"
_MATTER = re.compile(
    r"(?:situation|conflict|ceasefire|elections?|violence|status quo|cris[ie]s|truce|reforms|stability|developments|fighting|war)\b"
)
# Nouns whose "in Y" says where they are, not where the speaker is.
ELSEWHERE = cued(
    r"\b(?:wars?|conflicts?|ceasefire|status quo|truce|embass(?:y|ies)|consulates?|situation|elections?|cris[ie]s|attacks?|events|violence|plants?|factory|factories|troops|peace|coup|fighting|earthquakes?|projects?|trade|"
    r"ambassadors?|envoys?|office|offices|markets?|investments?|compan(?:y|ies)|reforms|forces|students?|centres?|centers?|firms?|invest|invested|interests|produced|made|built|based|born|protests|correspondents?|port|"
    r"mission|missions|schools?|bases?|citizens|nationals|communit(?:y|ies)|people|living|active|busy|sells?|sold|workers|stations?|lines?|network|development|economy|media|press|papers|rates|growth|developments|"
    r"stability|security|democracy|power|interest|names?|household name|assets|minorit(?:y|ies)|universit(?:y|ies)|operating|operate|places|seat|role|money|published|printed|compiled|headquarters|drivers|exporter|"
    r"importer|broker|trader|delegate|stationed|sites?|infrastructure|production|presence|partners?|customs|circles|bank|steel mill|mill|mine|field|fields|refinery|bridge|railway|road|pipeline|hub) "
    r"(?:[a-z]+ )?$"
)
