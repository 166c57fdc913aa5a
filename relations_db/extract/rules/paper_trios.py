"""Papers of three and more states: rows of names, trilateral passages, texts about a trio."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.occasions import is_capital
from relations_db.extract.rules.paper_states import known, states_at, states_of, told_before, unit_states
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.language.fold import fold
from relations_db.language.numbers import Number

_MEMBER = r"(?:the )?(?:(?!(?:in|at|near|outside) )[a-z]+ ){0,2}?[PCA]\d+(?: (?:'s|of (?:the )?[CA]\d+|[a-z]+ of (?:the )?C\d+|'s [PC]\d+))?"
_ROW = cued(rf"(?:^|(?<= )){_MEMBER}(?: , {_MEMBER}){{1,5}}(?: ,)? and {_MEMBER}")
_ACTING = cued(
    r"(?:^|(?<=^\" )|(?<= , )|(?<= that )|(?<= said ))[LC]\d+(?: , [LC]\d+){1,5}(?: ,)? and [LC]\d+(?= (?!in |on |at |where |to |for |with |from )[a-z]{3,})"
)
_IN_ROW = re.compile(r"[LCPA]\d+ , $")
_OPENS = re.compile(r"(?:^|\b(?:that|said) |(?:^|\bthat )(?:on |in )?D\d+ , )$")
_OBJECT_OF = re.compile(
    r"\b(?:on|about|in|from|to|for|against|than|including|include|over|like|as|at|into|toward|towards|where|visited|met|via|through) (?:the )?(?:[a-z]+ )?$"
)


def coordinated(context: Context, sentence: Sentence, low: int, high: int) -> tuple[str, ...]:
    """The states of a row of three or more between two units, where it is no object of another word: "Egypt, Jordan and Iraq"."""
    coded = sentence.coded
    begin = sentence.offsets[low] if low < len(sentence.offsets) else 0
    end = sentence.offsets[high] if high < len(sentence.offsets) else len(coded)
    for number in range(low, min(high, len(sentence.units))):
        if len(states := known(unit_states(context, sentence, number))) > 2:
            return states
    for row in _ROW.finditer(sentence, begin, end):
        if not _OBJECT_OF.search(coded[: row.start()]):
            states = states_of(context, sentence, re.findall(r"[PCA]\d+", row.group()))
            if len(states) > 2:
                return states
    return acting_row(context, sentence, begin, end)


def acting_row(context: Context, sentence: Sentence, begin: int, end: int, told: bool = False) -> tuple[str, ...]:
    """Three or more states, or capitals that speak for them, as the subject of a clause: "Cairo, Amman and Baghdad pledge".

    `told`: behind "in the statement", where a comma may open the clause.
    """
    for row in _ACTING.finditer(sentence, begin, end):
        codes = re.findall(r"[LC]\d+", row.group())
        states = states_of(context, sentence, codes)
        before = sentence.coded[: row.start()]
        if _IN_ROW.search(before) or not (told or _OPENS.search(before)):
            continue
        if len(states) == len(codes) and all(is_capital(context, sentence.unit(c)) for c in codes if c[0] == "L"):
            return states
    return ()


_ALL_THREE = re.compile(
    r"\b(?:all (?:N\d+|three)|the (?:trio|three|N\d+) (?:also |then |have |has |will )?(?:sign(?:ed)?|concluded|inked|agreed|adopted)|N(?P<n>\d+) (?:[a-zA\d-]+ )?(?:presidents|leaders|countries|states|sides|parties|nations|neighbou?rs|ministers|prime ministers|foreign ministers|heads of (?:state|government))|tripartite|trilateral|three-way)\b"
)
_THREE = re.compile(r"\b(?:three|trilateral|tripartite|three-way)\b")
_TOGETHER = re.compile(
    r"\b(?:leaders|presidents|sides|countries|states|prime ministers|heads|ministers|they|nations|parties)\b"
)


def three(context: Context, sentence: Sentence) -> tuple[str, ...] | None:
    """The three states of a trilateral passage: of this sentence, with those before in the paragraph, else of the trio that the text is about."""
    earlier = context.analysis.sentences[sentence.index - 1] if told_before(context, sentence) else None
    if not any(_tells_three(told) for told in (earlier, sentence) if told):
        return None
    found: list[str] = []
    for earlier in reversed(context.analysis.sentences[max(0, sentence.index - 3) : sentence.index + 1]):
        if earlier.paragraph != sentence.paragraph:
            break
        found += [s for s in states_at(context, earlier, 0, len(earlier.units), 3) if s not in found]
        if len(found) >= 3:
            break
    if len(found) == 1 or (len(found) == 2 and context.pair):
        found = list({*found, *(context.pair or ())})
    return tuple(sorted(found)) if len(found) == 3 else trio(context)


def _tells_three(sentence: Sentence) -> bool:
    """True where a sentence speaks of three sides; "a dozen ministers" are none."""
    for cue in _ALL_THREE.finditer(sentence.coded):
        number = sentence.units[int(cue.group("n"))].thing if cue.group("n") else None
        if number is None or (isinstance(number, Number) and 3 <= number.value <= 6):
            return True
    return False


def trio(context: Context) -> tuple[str, ...] | None:
    """The three states that a text is about: a row of three in its first sentences, where it speaks of three at all."""
    if not _THREE.search(context.analysis.low):
        return None
    title = context.analysis.document.title or ""
    named = (
        {h.values[0] for h in context.lexicon.names(fold(title)) if h.kind in ("country", "adjective")}
        if title
        else set()
    )
    if len(named) == 3:
        return tuple(sorted(named))
    for sentence in context.analysis.sentences[:3]:
        row = coordinated(context, sentence, 0, len(sentence.units))
        if len(row) == 3 and not re.search(r"\b(?:tour|trip|visits?|travel\w*) (?:of|to) ", sentence.coded):
            return row
    return None


def of_trio(context: Context, sentence: Sentence) -> tuple[str, ...] | None:
    """The trio of the text, where a sentence speaks of its leaders or sides without a number and names no state as an actor."""
    if any(_TOGETHER.search(u.word) and not re.search("two|both", u.word) for _, u in sentence.things if u.code == "G"):
        return trio(context) or _row_before(context, sentence)
    return None


def _row_before(context: Context, sentence: Sentence) -> tuple[str, ...] | None:
    """The row of three or more that the sentence before tells of: "they" after "the leaders of A, B and C met"."""
    earlier = context.analysis.sentences[sentence.index - 1] if sentence.index else None
    they = any(u.code == "G" and u.word == "they" for _, u in sentence.things)
    if earlier is None or earlier.paragraph != sentence.paragraph or not they:
        return None
    return coordinated(context, earlier, 0, len(earlier.units)) or None
