"""Fields of a package that stand beside its noun without any word of theirs: a bare list, modifiers, what the sentence opens with."""

from __future__ import annotations

from collections.abc import Iterator

from relations_db.extract.documents import DocPhrase
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_ITEM = r"[a-z][a-z-]*(?: (?!(?:and|he|she|it|we|they|is|are|was|were|has|have|had|will|would|said|says|who|which|that) )[a-z-]+){0,4}"
# "five agreements were signed: tourism, archives and fisheries"
_BARE = re.compile(
    rf"[^;:()\"]{{0,90}} (?P<open>[:(]) (?P<list>{_ITEM}(?: , {_ITEM})+(?: ,)?(?: and {_ITEM})?|{_ITEM}(?: ,)? and {_ITEM}) (?=[).;])"
)
# "tourism, fisheries and archives agreements"
_MODIFIERS = re.compile(r"(?:[a-z-]+ (?:[a-z-]+ )?, )*[a-z-]+ (?:[a-z-]+ )?(?:, )?and $")
# "In tourism, archives and sport, the two countries signed five agreements"
_OPENING = re.compile(
    rf"(?:^|; )(?:in|on) (?:the )?(?:(?:areas?|fields?|spheres?|sectors?|domains?) of )?(?P<list>{_ITEM}(?: , {_ITEM})*(?: ,)? and {_ITEM}) , (?=(?:the |both |N\d+ |[CAGP]\d))"
)
# "they strengthened their ties in tourism and sport by signing five agreements"
_FURTHERED = re.compile(
    r"\b(?:strengthen|deepen|boost|enhanc|promot|expand|foster|bolster|broaden|widen|develop|increas|intensif|cement)[a-z]* (?:[a-z-]+ ){0,3}?(?:cooperation|collaboration|ties|relations|partnership|links|exchanges) (?:in|on|across) (?P<list>(?!D\d|L\d|C\d)[^;:\"]{4,160}?)"
    r"(?: ,)? (?:by|with|through|under|and) (?:(?:the )?(?:signing|signature|conclusion|exchange)(?: of)? |signed |inked |concluded )?(?:the )?$"
)


def beside_noun(sentence: Sentence, phrase: DocPhrase) -> Iterator[tuple[int, int]]:
    """The stretches of a package's sentence that may tell its fields where nothing else does, likeliest first."""
    coded = sentence.coded
    if bare := _BARE.match(coded, phrase.end):
        yield bare.span("list")
    before = coded[: phrase.left]
    if furthered := _FURTHERED.search(before):
        yield furthered.span("list")
    if opening := _OPENING.search(before):
        yield opening.span("list")


def modified_from(sentence: Sentence, phrase: DocPhrase) -> int:
    """Where the noun group of a package begins, with the modifiers that "and" joins to its own."""
    if phrase.counted or phrase.det:
        return phrase.left
    modifiers = _MODIFIERS.search(sentence.coded[: phrase.left])
    return modifiers.start() if modifiers else phrase.left
