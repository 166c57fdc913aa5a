"""Counted papers taken one by one in the sentences after: "two accords were signed. The first deals with ports; the second with tourism."."""

from __future__ import annotations

from collections.abc import Sequence

from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper import SINGULAR_OF, Paper
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.values import Qualifier, Status

REACH = 3
"""Sentences after the count in which its papers are taken up."""
MOST = 6
"""Larger packages are not told one by one by number."""
_THINGS = (
    "one|document|paper|text|instrument|agreement|accord|pact|deal|memorandum|mou|protocol|contract|treaty|joint statement|statement|joint declaration|"
    "declaration|communique"
)
_SAYS = (
    "concerns|concerned|deals|dealt|covers|covered|relates|related|regulates|regulated|governs|governed|provides|provided|foresees|foresaw|envisages|envisaged|"
    "sets|lays|laid|aims|aimed|opens|opened|abolishes|abolished|establishes|established|creates|created|raises|raised|lifts|lifted|elevates|elevated|deepens|"
    "deepened|reaffirms|reaffirmed|confirms|confirmed|commits|committed|obliges|obliged|binds|bound|allows|allowed|lets|permits|permitted|enables|enabled|"
    "extends|extended|renews|renewed|grants|granted|gives|gave|clears|cleared|removes|removed|exempts|exempted|simplifies|simplified|eases|eased|protects|"
    "protected|defines|defined|outlines|outlined|calls|called|condemns|condemned|pledges|pledged|paves|paved|introduces|introduced|launches|launched|waives|"
    "waived|promotes|promoted|amends|amended|replaces|replaced|proclaims|proclaimed|upgrades|upgraded|addresses|addressed|prepares|prepared|makes|made|bans|"
    "banned|ends|ended|brings|brought|links|linked|doubles|doubled|cuts|halves|spells|fixes|fixed|settles|settled|touches|touched|speaks|spoke|tackles|tackled"
)
_TURN = re.compile(
    r"(?:^|[;:,] (?:(?:and|while|whereas|but) )?|\b(?:and|while|whereas) )(?P<under>(?:under|by|in|with|through) )?"
    r"(?P<noun>(?P<which>the (?:first|second|third|fourth|fifth|sixth|last|other|former|latter)|an ?other|a (?:second|third|fourth|fifth|further)|N\d+)"
    rf"(?: (?P<thing>{_THINGS}))?(?: of (?:them|these|those))?)"
    rf"(?: (?P<be>is|was|will be|are)(?= (?:on|about|for|to|between|meant|designed|concerned) )|(?= (?:{_SAYS}) )|(?= (?!was|is|has|says|this|its)[a-z]{{3,}}s (?:off|out|up|down|away|the|an?|[CAPL]\d|[a-z]+s) )|(?= (?:on(?! D\d)|with|for|about|concerning|regarding|between|to) )|(?P<comma>(?= , |(?<= the first)(?= (?:the |an? |both |[CPGL]\d))|(?<= the second)(?= (?:the |an? |both |[CPGL]\d)))))"
)
_ORDER = {
    "first": 1,
    "former": 1,
    "second": 2,
    "latter": 2,
    "other": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
}


def counted(papers: Sequence[Paper]) -> list[Paper]:
    """The papers of a sentence that count a few documents and name none: the next sentences may take them one by one."""
    return [
        p
        for p in papers
        if p.phrase.plural
        and p.phrase.count
        and 1 < p.phrase.count <= MOST
        and p.phrase.noun in SINGULAR_OF
        and p.act.status in (Status.DONE, Status.PLANNED)
        and not any(q.parent is p for q in papers)
    ]


def all_told(papers: Sequence[Paper]) -> bool:
    """True where a sentence names as many papers as it counts: "the second" is then one of them, and no other."""
    counts = [
        (p.phrase.count, sum(q.parent is p for q in papers)) for p in papers if p.phrase.plural and p.phrase.count
    ]
    return any(count == named for count, named in counts)


def turns(sentence: Sentence, series: Sequence[Paper]) -> list[tuple[DocPhrase, Paper]]:
    """The papers that a sentence takes out of the counted ones told before, as elliptic phrases, each with its series."""
    found: list[tuple[DocPhrase, Paper]] = []
    at = 0
    while match := _TURN.search(sentence.coded, at):
        at = match.end()
        whole = found[-1][1] if found else next((s for s in series if _fits(sentence, match, s)), None)
        if (
            whole is None
            or not _fits(sentence, match, whole)
            or (match.group("comma") is not None and not match.group("under"))
        ):
            continue
        start, end = match.span("noun")
        noun = SINGULAR_OF[whole.phrase.noun]
        left = match.start("under") if match.group("under") else start
        phrase = DocPhrase(start, match.end() if match.group("be") else end, left, "turn", noun, "", False, False, 1, Qualifier.EXACT, False, True)  # fmt: skip
        found.append((phrase, whole))
    return found if found and _opens(sentence, found[0][0]) else []


def _fits(sentence: Sentence, match: re.Match[str], series: Paper) -> bool:
    """True where the word may mean a paper of the series: "the third" is none of two, "the statement" no agreement."""
    thing, which = match.group("thing"), match.group("which").split()[-1]
    noun = SINGULAR_OF[series.phrase.noun]
    if (
        thing
        and thing not in ("one", "document", "paper", "text", "instrument")
        and thing.split()[-1] != noun.split()[-1]
    ):
        return False
    if which[0] == "N":
        number = sentence.unit(which).thing
        return isinstance(number, Number) and number.value == 1
    return _ORDER.get(which, 1) <= (series.phrase.count or 0)


def _opens(sentence: Sentence, phrase: DocPhrase) -> bool:
    """True where the sentence begins with the first turn: elsewhere "the second" may be anybody's."""
    return bool(re.fullmatch(r"(?:[a-z]+ , )?", sentence.coded[: phrase.left]))


def taken_below(context: Context, sentence: Sentence) -> bool:
    """True where a sentence soon after begins to take papers one by one by number."""
    below = context.analysis.sentences[sentence.index + 1 : sentence.index + 1 + REACH]
    return any(s.paragraph == sentence.paragraph and _FIRST.match(s.coded) for s in below)


_FIRST = re.compile(
    rf"(?:(?:under|by|in|with|through) )?(?:the first|N\d+)(?: (?:{_THINGS}))?(?: of (?:them|these|those))? (?!of|[A-Z]\d)"
)
