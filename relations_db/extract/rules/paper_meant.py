"""Days that are no days of a signing: the weekday for which one was meant, the day on which a text was agreed."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve
from relations_db.language.dates import Dated

# "the papers that were to have been signed on Tuesday will have to wait": mostly told before that day
_WAITS = re.compile(
    r"\b(?:will|would) (?:now |have to |not |no longer |be )*(?:wait|be (?:signed|put off|postponed)|postponed|signed)\b"
)
_TO_HAVE_BEEN = re.compile(r"\b(?:to have been|to be|due to be|due|been due|scheduled|planned|set)\b")


def is_near(context: Context, sentence: Sentence, dated: Dated) -> bool:
    """True where a weekday for which a cancelled signing was meant is rather the next than the last one."""
    on = context.analysis.on
    if dated.weekday is None or dated.shift or on is None or not _TO_HAVE_BEEN.search(sentence.coded):
        return False
    days, reference = 7, context.reference(sentence, dated)
    gone, ahead = resolve(dated, reference, False), resolve(dated, reference, True)
    if gone is None or ahead is None or gone == ahead:
        return False
    since, until = (on.first - gone.first).days, (ahead.first - on.first).days
    return until < days and (until < since or bool(_WAITS.search(sentence.coded)))


# "agreed on Monday on the text of a treaty": the day of no signing
TEXT_ONLY = re.compile(
    r"(?:agreed|settled|complet|finali|conclu|finish|clos|wrapped|wound)[^;:]{0,60}? (?:text|wording|draft|language|negotiations|talks) (?:of|on|over|for|about|towards) "
)
