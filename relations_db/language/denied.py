"""Words that take back what follows them in their clause: "never has X been to Y", "without having signed", "it was not X who went"."""

from __future__ import annotations

from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued

_AUX = r"(?:has|have|had|did|does|do|was|were|is|are|will|would|could|can|should|shall)"
_WHO = r"(?:the )?(?:[ACL]\d+ (?:'s )?)?(?:[a-z-]+ ){0,2}?"
# to the end of the clause
_CLAUSE = cued(
    rf"(?:^|[;:,\"] )(?:and |but )?(?:never|nor|neither|not (?:even )?once|at no (?:time|point|stage|moment)|on no occasion|under no circumstances)(?: before| again| since)?(?: (?:in )?D\d+)? {_AUX} (?={_WHO}[PHGCA]\d)"
    rf"|\b(?:it|that) (?:was|is) not {_WHO}[PHGCL]\d+ (?:who|that|which) "
    r"|\b(?:no (?:N\d+|one)|nobody|none|no (?:record|evidence|proof|sign|indication|trace)) [^,;:]{0,60}?\bthat "
    r"|\b(?:hardly|scarcely|barely) ever "
    r"|\b(?:has|have|had) (?:never|not)(?: yet)? , [^,;]{1,40} , "
    r"|\bneither [^;:,]{1,60} nor "
)
# to the next comma
_PHRASE = cued(
    r"\b(?:without|instead of|rather than) (?:ever |even |first |once )?(?:having |being )?(?:[a-z]+ing|(?<=having )[a-z]+|(?<=being )[a-z]+|(?<=rather than )[a-z]+) "
    r"|\bhaving (?:never|not)(?: yet| ever| once)? "
    r"|\bwould (?:[a-z]+ )?have (?=[a-z]+(?:ed|en|et|ept|eld|ent|own|ade|one|aid|id|ome)\b)"
    r"|^(?:\" )?had (?:the )?(?:[ACL]\d+ (?:'s )?)?[PHGC]\d+ (?=[^;:]* , [^;:]*\b(?:would|could|might)\b)"
)
_CLAUSE_END = re.compile(r" [;:] | , (?:but|and|while|although|yet|though)\b| but ")
_PHRASE_END = re.compile(r" [;:,] ")


def denied_at(sentence: Sentence, at: int) -> bool:
    """True where words before an offset of the coded sentence deny what stands there, to the end of their clause or phrase."""
    if not (_CLAUSE.may_match(sentence) or _PHRASE.may_match(sentence)):
        return False
    for words, ends in ((_CLAUSE, _CLAUSE_END), (_PHRASE, _PHRASE_END)):
        for found in words.finditer(sentence):
            if found.start() >= at:
                break
            end = ends.search(sentence.coded, found.end())
            if end is None or at <= end.start():
                return True
    return False
