"""What a page leaves in a copied text: drop caps, lines broken around links or hanging below a bullet, lists of other pieces to read."""

from __future__ import annotations

from collections.abc import Callable

from relations_db.language import patterns as re

# The first letter of a piece, set large, on a line of its own: "C\nhinese Premier ...".
_DROP_CAP = re.compile(r"([A-Z])\n(?=[a-z]{2,}\b[^\n]{20})")
# A line that begins inside a sentence, after one that does not end it: what stood there was a link.
_GOES_ON = re.compile(r"\n(?:(?<=[a-z0-9,)\"%'-]\n)|(?<=[a-z0-9,)\"%' -][ \t]\n))(?=[a-z][^\n]|'s\b|[,;)] ?[^\n])")
_LEADS_ON = re.compile(
    r"\n(?:(?<= the\n)|(?<= the \n)|(?<= in \n)|(?<= and\n)|(?<= for\n)|(?<= (?:of|in|to|by|at|on|an|or)\n)|(?<= (?:with|from|that|into|over|both|than)\n))(?=[A-Z\d])"
)
# An item of a list with the lines that hang below its first word.
_ITEM = re.compile(
    r"(?:^|(?<=\n))([ \t]*)(?:[-*•·]|\d{1,2}[.)])[ \t]+\S[^\n]*(?:\n\1[ \t]+(?![-*•·][ \t]|\d{1,2}[.)][ \t])\S[^\n]*)+"
)
# What a caption says of where one stands: "President X (left)", "X (2nd from right)".
_IN_PICTURE = re.compile(
    r" \((?:(?:far|front|back|top|bottom|first|second|third|fourth|2nd|3rd|4th|centre|center|middle)[ -])*(?:from )?(?:the )?(?:left|right|centre|center|middle|[LRC]|not (?:pictured|seen|shown))\)"
)
_SHORTEST = 25  # characters of a line that may go on: shorter ones are labels of the page
_PROSE = re.compile(rf"[^\n]{{{_SHORTEST}}}|[^\n]*[.,!?](?:\n|$)")
_OTHERS = re.compile(
    r"\n[ \t]*(?:(?:MORE|More) (?:ON|on) (?:THIS|this) (?:TOPIC|Topic|topic|STORY|Story|story)|RELATED(?: (?:NEWS|STORIES|ARTICLES))?|Related(?: (?:[Nn]ews|[Ss]tories|[Aa]rticles|[Tt]opics|[Cc]ontent|[Pp]osts))?|"
    r"(?:READ|Read) (?:ALSO|also|MORE|more|NEXT|next)|(?:ALSO|Also) (?:READ|read)|(?:SEE|See) (?:ALSO|also)|(?:RECOMMENDED|Recommended)|(?:MOST|Most) (?:READ|read|POPULAR|popular)|(?:YOU|You) (?:MAY|may|MIGHT|might) (?:ALSO|also) (?:LIKE|like))[ \t]*:?[ \t]*(?=\n)"
)
_MOST = 8  # lines of such a list
_ENDS = re.compile(r"[.!][\"')\]]*[ \t]*$")


def without_noise(folded: str) -> str:
    """The text with broken sentences joined and lists of other pieces blanked; `len` unchanged."""
    folded = _DROP_CAP.sub(r"\n\1", folded)
    folded = _GOES_ON.sub(_joined(folded), folded)
    folded = _LEADS_ON.sub(_joined(folded), folded)
    folded = _IN_PICTURE.sub(lambda words: " " * len(words.group()), folded)
    folded = _ITEM.sub(lambda item: item.group().replace("\n", " "), folded)
    return _without_lists(folded) if _OTHERS.search(folded) else folded


def _joined(folded: str) -> Callable[[re.Match[str]], str]:
    """A blank for a break after a line of prose; the break itself after a label, a bullet or a heading, and between short lines."""

    def join(found: re.Match[str]) -> str:
        at = found.start()
        line = folded[folded.rfind("\n", 0, at) + 1 : at]
        prose = len(line) >= _SHORTEST or (not line[:1].isupper() and _PROSE.match(folded, at + 1))
        return " " if prose and not line.lstrip().startswith("#") else "\n"

    return join


def _without_lists(folded: str) -> str:
    """The headlines below "RELATED" and the like blanked: those lines that do not end as a sentence does."""
    parts, last = [], 0
    for found in _OTHERS.finditer(folded):
        if found.start() < last:
            continue
        low = end = found.end()
        for _ in range(_MOST):
            stop = folded.find("\n", end + 1)
            stop = len(folded) if stop < 0 else stop
            line = folded[end + 1 : stop]
            if not line.strip() or _ENDS.search(line):
                break
            end = stop
        parts += [folded[last:low], re.sub(r"[^\n]", " ", folded[low:end])]
        last = end
    return "".join([*parts, folded[last:]])
