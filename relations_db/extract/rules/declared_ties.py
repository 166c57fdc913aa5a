"""Communiques by which states take up relations: milestones, no declarations."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_RELATIONS = re.compile(
    r"\b(?:establish(?:ed|es|ing)?|establishment of|set up|take up|took up|taking up|open(?:ed|s|ing)?|restor(?:e|ed|es|ing)|restoration of|resum(?:e|ed|es|ing|ption of)|sever(?:ed|s|ing)?|cut|switch(?:ed|es|ing)?|shift(?:ed|s|ing)?|transfer(?:red)?) (?:their |its |full |formal |official |mutual )*(?:diplomatic )?(?:relations|ties|recognition)\b|\bdiplomatic (?:relations|ties)\b[^.;]{0,60}\bestablished\b"
)


_KNOWN = re.compile(
    r"\b(?:recogni[sz](?:e|es|ed|ing) (?:each other|one another|G\d+|the other)|mutual recognition|exchange (?:of )?ambassadors|(?:on|about|of) (?:the )?(?:[a-z]+ of )?diplomatic (?:relations|ties)|years of (?:diplomatic )?(?:relations|ties) (?:were|was)|at (?:the )?(?:level of ambassadors?|ambassadorial level))\b"
)


def of_relations(context: Context, sentence: Sentence) -> bool:
    """True where a communique is the act by which states take up relations: that is a milestone."""
    if _KNOWN.search(sentence.coded):
        return True
    before = context.analysis.sentences[max(0, sentence.index - 1)]
    near = before.coded if before.paragraph == sentence.paragraph else ""
    return bool(_RELATIONS.search(sentence.coded) or _RELATIONS.search(near))
