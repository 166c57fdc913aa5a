"""Papers that a text only misses: not among those signed, out of reach, far off."""

from __future__ import annotations

from relations_db.extract.documents import DocPhrase
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

# "was not among the papers", "remained out of reach"; "missing from the list was"; "far from an agreement"
_LACKS = re.compile(
    r"^[^;:]*?(?:\b(?:is|are|was|were|has|have|had|did|does|do) (?:[a-z]+ )?not\b(?! only)|\b(?:remain|stay)(?:s|ed)? (?:open|elusive|unsigned|pending|distant|far|a )|\b(?:missing|absent|lacking|left out|put aside|shelved|off the (?:list|table|agenda)|out of (?:reach|sight))\b)"
)
_LACKED = re.compile(r"(?:still |also |conspicuously )?(?:missing|absent|lacking|left out|not among|not on)\b")
_FAR = re.compile(
    r"\b(?:far|(?:a long|some) way(?: off)?|no (?:closer|nearer)) (?:from|to) (?:an? |any |the )?(?:[a-z-]+ )?$"
)
_RELATIVE = re.compile(r" (?:, )?(?:which|that|who|whose|where|under which) ")
_APPOSED = re.compile(
    r" , (?:which|who|that) [^;:]*? ,(?= (?:is|was|are|were|has|have|had|did|does|do|remains?|remained|stays?) )"
)


def lacking(sentence: Sentence, phrase: DocPhrase) -> bool:
    """True where the text tells that there is no such paper yet, or that it is not among those signed."""
    if _LACKED.match(sentence.coded) or _FAR.search(sentence.coded[: phrase.left]):
        return True
    after = _APPOSED.sub(" ", sentence.coded[phrase.end :])
    return bool(_LACKS.search(_RELATIVE.split(after)[0]))
