"""Where a text may name persons."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from relations_db.language import patterns as re

TOKEN = r"(?:(?:[A-Z][a-z]{0,2}\.)+(?=[A-Z]\w))?(?:(?:(?![JS]r\b|H\.E\.|(?:Mr|Mrs|Ms|Dr|Hon|Rt)\.)(?:[A-Z][a-z]?|Abd|Geo|Moh|Muh|Gen|Col|Maj|Brig|Adm|Sen|Gov|Rep|Rev|Cap|Sgt|Eng|Arq|Ing|Dip|Mme|Sra|Sto|Sta|Dra|Drs|Gus|Fco|Chr|Tun)\.)+(?= ?(?:[A-Z]|(?:(?:de|da|dos|do|van|von|der|den|le|la|du|bin) ){1,2}[A-Z]))|(?:[A-Z]|[a-z]{1,2}['-][A-Z])\w*(?:['-](?!s\b)\w+)*)"
PARTICLE = (
    r"(?:bin|ibn|bint|ben|abu|wa|ya|al|el|de|da|do|dos|das|del|della|di|van|von|der|den|ter|la|le|du|des|ould|ag|zu|y)"
)
NAME = re.compile(rf"{TOKEN}(?: (?:{PARTICLE} ){{0,2}}{TOKEN}){{0,6}}")
_CAPITAL = re.compile(r"[A-Z]")
_SMALL_START = re.compile(r"[a-z]{1,2}['-]\Z")
# Every name of two words or more lies in one such row of capitalised words.
_ROW = re.compile(rf"[A-Z][\w.'-]*(?: (?:{PARTICLE} ){{0,2}}(?:[a-z]{{1,2}}['-])?[A-Z][\w.'-]*)+")


def names_in(text: str) -> Iterator[Match[str]]:
    """`NAME.finditer`, tried only where a capital stands, or the few small letters before one ("d'Estaing")."""
    end = 0
    for capital in _CAPITAL.finditer(text):
        at = capital.start()
        if at < end:
            continue
        found = NAME.match(text, _with_small_start(text, at, end)) or NAME.match(text, at)
        if found:
            end = found.end()
            yield found


def rows_of_names(text: str) -> Iterator[tuple[int, str]]:
    """The rows of words that hold all names of two words or more, each with its place."""
    for row in _ROW.finditer(text):
        at = _with_small_start(text, row.start(), 0)
        yield at, text[at : row.end()]


def _with_small_start(text: str, at: int, low: int) -> int:
    """Where a name begins whose first capital stands at a place."""
    small = _SMALL_START.search(text, max(low, at - 3), at) if at > low and text[at - 1] in "'-" else None
    return small.start() if small else at
