"""Lines of a text: those broken at a fixed width, as in wire copy and mail, are one; those all in capitals are headlines."""

from __future__ import annotations

from relations_db.language import patterns as re

_BREAK = re.compile(r"\n(?:(?<=\S\n)|(?<=\S[ \t]\n))(?=[^\s\x00-\x1f*•·-])(?!\d{1,2}[.)]\s)")
_NARROWEST = 40  # characters of the longest line
_WIDEST = 130  # characters of a line; longer ones are paragraphs
_NARROW = 80  # characters of a line where few breaks tell of a width
_BEGINS = re.compile(r"(?:The|An?|In|On|At|It|He|She|This|These|After|As|For|With)\b")
_FEWEST = 3  # breaks that show a width
_HEADLINE = 2  # blanks in a line that is more than a name


def unwrapped(folded: str) -> str:
    """The text with a blank for each line break that only the width of the page made; `len` unchanged.

    Blank lines, indented lines, bullets and headings keep their breaks.
    """
    breaks = [m.start() for m in _BREAK.finditer(folded)]
    lines = [_line(folded, at) for at in breaks]
    if not lines or not _has_width(lines, _NARROW if len(lines) < _FEWEST else _WIDEST):
        return folded
    if _are_items(lines, [folded[at + 1 : at + 40].split(None, 1)[0] for at in breaks]):
        return folded
    parts, last = [], 0
    for at, line in zip(breaks, lines, strict=True):
        if not _is_heading(line, folded[at + 1 : at + 8]):
            parts += [folded[last:at], " "]
            last = at + 1
    return "".join([*parts, folded[last:]])


def _line(folded: str, end: int) -> str:
    return folded[folded.rfind("\n", 0, end) + 1 : end].strip()


def _has_width(lines: list[str], widest: int) -> bool:
    """True where few lines are long and most break inside a sentence, near one width."""
    inside = [line for line in lines if line[-1] not in ".!?:;\"')"]
    width = sorted(map(len, lines))[int(len(lines) * 0.95)]
    near = sum(len(line) >= width * 0.7 for line in lines)
    return _NARROWEST <= width <= widest and len(inside) > len(lines) * 0.6 and near >= len(lines) * 0.5


def _are_items(lines: list[str], following: list[str]) -> bool:
    """True where most lines end though the next word had room, and the next begins with a capital: a list without marks."""
    width = max(map(len, lines))
    room = [len(line) + len(word) + 1 < width * 0.9 for line, word in zip(lines, following, strict=True)]
    return sum(room) * 2 > len(lines) and all(word[:1].isupper() for word in following)


def _is_heading(line: str, following: str) -> bool:
    """True for a line in capitals, or one after which a sentence begins anew."""
    return not following[:1].islower() and (line.isupper() or bool(_BEGINS.match(following)))


def shouts(folded: str, at: int) -> bool:
    """True in a headline all in capitals, in which no letter tells names from other words."""
    if not folded[at : at + 2].isupper():
        return False
    end = folded.find("\n", at)
    line = folded[folded.rfind("\n", 0, at) + 1 : end if end >= 0 else len(folded)]
    return line.isupper() and line.count(" ") >= _HEADLINE
