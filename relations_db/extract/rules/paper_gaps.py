"""Acts that a document shares with words before it: a verb left out, "both were signed", "under a memorandum" at the end of what it says."""

from __future__ import annotations

from relations_db.extract.act import Act
from relations_db.extract.act_words import MAKE
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper import Paper
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group
from relations_db.values import Status

_GAP = re.compile(
    r"(?: ,| ;)?(?: (?:and|while|but))? (?:the |both |their |Q\d+ )*(?:[a-z'-]+ |[PCALGO]\d+ |'s |and |of |the ){1,12}?(?P<prep>to|on|under|into) (?:the |an? |another |N\d+ )?"
)
_TO = re.compile(r"(?:^|\b)(?:to|on|under|into)$")
_BOTH = re.compile(
    rf"(?:^|[;:\"] |\b(?:and|but|which) )(?P<who>both|N\d+|all (?:of G\d+|N\d+|three|four)|G\d+|they|these|the (?:N\d+|two|three)(?: (?:papers|documents|texts|agreements|memoranda|accords))?)(?: ,[^,;:]{{2,60}} ,)? "
    rf"(?P<aux>(?:(?:were|was|are|have|had|has|been|will|would|shall|should|must|may|be|to|also|then|duly|formally|expected|due|scheduled|set|initial(?:l)?ed|in L\d+|in D\d+|D\d+|on D\d+|last|and|but|only|ready) )+)(?P<verb>{MAKE})\b"
)


def gapped(sentence: Sentence, phrase: DocPhrase, papers: list[Paper]) -> Act | None:
    """ "They put their names to a treaty, and their ministers to six memoranda": the act of the paper before, its verb left out."""
    last = next((p for p in reversed(papers) if p.act.status), None)
    if last is None or not _TO.search(last.act.verb):
        return None
    found = _GAP.fullmatch(sentence.coded[last.stretch[1] : phrase.left])
    if not found or not last.act.verb.endswith(found.group("prep")):
        return None
    at = last.stretch[1] + found.start("prep")
    return Act(last.act.realis, last.act.verb, at, "active")


def acts_on_all(sentence: Sentence) -> tuple[Act, int] | None:
    """The act of "both were signed on Tuesday", and where its words begin."""
    found = _BOTH.search(sentence.coded)
    if (
        not found
        or (
            found.group("who").startswith("G")
            and sentence.units[sentence.at(found.start("who"))].word not in ("they", "both")
        )
        or (found.group("who")[0] == "N" and sentence.units[sentence.at(found.start("who"))].word != "both")
    ):
        return None
    aux = found.group("aux")
    realis = of_group(aux)
    if re.search(r"\b(?:will|should|to be|must|would|shall)\b", aux) and realis.status is not None:
        realis = Realis(Status.PLANNED)
    if realis.status is None or around(sentence, found.start("verb"), found.end("verb")).status is None:
        return None
    return Act(realis, found.group("verb"), found.start("verb"), "passive"), found.start("who")
