"""Lists of leaders read as lists: a small grammar of their members, whatever stands between them.

A member is a person with what tells who he is: "Y's X", "X of Y", "X (Y)", "for Y, X", "X, the Y premier", "X, who came late".
Members follow each other after commas, semicolons and "and". Each list becomes one word, `W0`, `W1`, ..., of a shorter line, so that
what a sentence says of a list is said by the same words as what it says of one person.
"""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.extract.context import Context
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity, Mention


@dataclass(frozen=True, slots=True)
class Company:
    """A list of persons: its units `start..end`, those in it, and the relative clause of each ("" for none)."""

    start: int
    end: int
    persons: tuple[Entity, ...]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A coded sentence in which each list is one word; `at` leads from its words to the units of the sentence."""

    text: str
    companies: tuple[Company, ...]
    starts: tuple[int, ...]
    at: tuple[int, ...]

    def unit(self, offset: int) -> int:
        """The unit of the sentence that stands at an offset of the line."""
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= offset else (low, middle)
        return self.at[low]


_STATE = re.compile(r"[CA]\d+")
_NAMED = re.compile(r"[CBLAK]\d+")
_TITLES = frozenset(
    "lord lady sir excellency honourable general marshal colonel captain mr mrs dr both the even also".split()
)
_OPENERS = frozenset(
    "the a an its his her their once now then since in for as himself herself who whose whom chairman chairwoman chair head president current outgoing formerly until with representing acting".split()
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|told|came|sat|stood|flew|went|spoke|met|sent|signed|left|took|gave|made|[a-z]{2,}ed)\b"
)
_RELATIVE = frozenset("who whose whom which where".split())
_JOINTS = frozenset(", ; and then finally also plus besides".split())
_ENDS = frozenset([",", ";", ".", ":", '"', "and", ")", "(", ""])
_BETWEEN = re.compile(
    r"(?:(?:as well as|along with|together with|in addition to) )?(?:, )?"
    r"(?:(?:on|from|beside|behind|opposite|to|in) (?:(?:the|his|her|their|Q\d+|N\d+) )?(?:[a-z-]+ ){0,2}(?:, )?)??$"
)


_LEADING = 6  # units that may stand before a name and belong to it


class _Reader:
    """Reads the lists of one sentence from its tokens, one for each unit."""

    def __init__(self, context: Context, sentence: Sentence) -> None:
        self.context, self.sentence = context, sentence
        self.tokens = sentence.coded.split(" ")
        self.count = len(self.tokens)

    def token(self, number: int) -> str:
        return self.tokens[number] if number < self.count else ""

    def person(self, number: int) -> Entity | None:
        """Who stands at a unit, where it is a name or a role and no owner ("X's envoy")."""
        if self.token(number)[:1] != "P" or not self.token(number)[1:].isdigit():
            return None
        found = self.context.entities_at(self.sentence, number)
        return found[0] if found else None

    def read(self) -> list[Company]:
        found: list[Company] = []
        number = 0
        near = {n for person in self.sentence.of("P") for n in range(person - _LEADING, person + 1)}
        while number < self.count:
            company = self._company(number) if number in near else None
            if company:
                found.append(company)
            number = company.end if company else number + 1
        return found

    def _company(self, start: int) -> Company | None:
        first = self._member(start)
        if first is None:
            return None
        persons, clauses, end = [first[0]], [first[1]], first[2]
        halves: list[tuple[int, int]] = []
        while following := self._next(end):
            member = self._member(following, False)
            if member is None or self._starts_anew(end, following, member[2]):
                break
            if self.token(end) == ";":
                halves.append((len(persons), end) if self.token(end + 1) != "and" else (0, 0))
            if member[0] not in persons:
                persons.append(member[0])
                clauses.append(member[1])
            end = member[2]
        count = len(persons)
        if halves and halves[-1][0] and self.token(end) not in _ENDS:
            count, end = halves[-1]  # what stands behind the last semicolon is the subject of a verb of its own
        return Company(start, end, tuple(persons[:count]), tuple(clauses[:count]))

    def _starts_anew(self, last: int, start: int, end: int) -> bool:
        """True for a person who is no further member but the subject of the next clause: "sent Y; Z stayed away"."""
        joined = {"and", "as", "along", "together", "plus", "besides"}.intersection(self.tokens[last:start])
        return not joined and self.token(end) not in _ENDS

    def _next(self, number: int) -> int | None:
        """Where the next member begins, after what joins it to the last."""
        joint = number
        while self.token(joint) in _JOINTS:
            joint += 1
        for begin in range(joint, min(joint + 7, self.count)):
            words = "".join(word + " " for word in self.tokens[joint:begin])
            if not (begin > number and (joint > number or words)) or not _BETWEEN.match(words):
                continue
            if self._begins(begin) and (joint > number or re.match(r"as well as|along|together|in addition", words)):
                return begin
        return None

    def _begins(self, number: int) -> bool:
        return self._member(number, False) is not None

    def _lead(self, number: int, first: bool) -> tuple[int, str | None] | None:
        """What stands before a name: a title, "Y's", "for Y,"; gives the name's place and the state told."""
        state: str | None = None
        bare = first and self.token(number) not in ("for", "of", "from")
        if self.token(number) in ("for", "of", "from"):
            number += 1 + (self.token(number + 1) == "the")
            if not (_STATE.fullmatch(self.token(number)) and self.token(number + 1) == ","):
                return None
        number = self._title(number)
        if _STATE.fullmatch(self.token(number)):
            state = self.context.state_of(self.sentence.units[number])
            number += 1
            if self.token(number) in ("'s", "'") or (self.token(number) == "," and not bare):
                number += 1
        return self._title(number), state

    def _title(self, number: int) -> int:
        """Where the titles before a name end: "His Excellency", "Lord"."""
        while True:
            owned = self.token(number)[:1] == "Q" or self.token(number) in ("his", "her", "the", "their")
            if self.token(number) in _TITLES:
                number += 1
            elif owned and self.token(number + 1) in ("excellency", "majesty", "highness", "honour", "eminence"):
                number += 2
            elif owned and self.token(number + 1) == "royal" and self.token(number + 2) == "highness":
                number += 3
            else:
                return number

    def _member(self, start: int, first: bool = True) -> tuple[Entity, str, int] | None:
        """The member that begins at a unit: who, his relative clause, and where he ends."""
        lead = self._lead(start, first)
        if lead is None:
            return None
        number, state = lead
        entity = self.person(number)
        owner = self.token(number + 1) in ("'s", "'")
        if entity is None or owner or (state and entity.country != state):
            return None
        end, clause = self._tail(number + 1, entity)
        return entity, clause, end

    def _tail(self, number: int, entity: Entity) -> tuple[int, str]:
        """Where the words on a person end, and the clause among them."""
        clause = ""
        while True:
            following = self._of_state(number) or self._bracket(number) or self._again(number, entity)
            if following is None and (relative := self._clause(number)):
                following, clause = relative, clause + " ".join(self.tokens[number:relative])
            following = following or self._apposed(number, entity)
            if following is None:
                return number, clause
            number = following

    def _of_state(self, number: int) -> int | None:
        if self.token(number) not in ("of", "from"):
            return None
        number += 1 + (self.token(number + 1) == "the")
        return number + 1 if _NAMED.fullmatch(self.token(number)) else None

    def _bracket(self, number: int) -> int | None:
        if self.token(number) != "(":
            return None
        closed = next((n for n in range(number, min(number + 9, self.count)) if self.token(n) == ")"), None)
        return closed + 1 if closed else None

    def _again(self, number: int, entity: Entity) -> int | None:
        """ "X, Y's president": the same person once more; "and the host"."""
        at = number + 1
        if self.token(number) not in (",", "and") or self.token(at)[:1] != "P":
            return None
        thing = self.sentence.units[at].thing
        role = isinstance(thing, Mention) and thing.form == "role"
        same = self.person(at) is entity or (
            role and isinstance(thing, Mention) and thing.entity is None and not thing.country
        )
        return at + 1 if same and self.token(at + 1) not in ("'s", "'") else None

    def _clause(self, number: int) -> int | None:
        """The end of ", who ..." behind a name."""
        at = number + (self.token(number) == ",")
        if self.token(at) not in _RELATIVE or at == number:
            return None
        while at < self.count and self.token(at) not in (",", ";", ".", ":", '"', ")"):
            at += 1
        return at if at < self.count else None

    def _apposed(self, number: int, entity: Entity) -> int | None:
        """The end of a few words without a verb of their own: ", in office for four months", ", with his wife, Z"."""
        if self.token(number) != "," or self.token(number + 1) not in _OPENERS:
            return None
        at = number + 1
        while at < self.count and self.token(at) not in (",", ";", ".", ":", '"', "and", ")"):
            at += 1
        words = " ".join(self.tokens[number + 1 : at])
        if at - number > 12 or at >= self.count or _FINITE.search(words):
            return None
        others = [n for n in range(number + 1, at) if (who := self.person(n)) and who is not entity]
        if others and self.token(number + 1) not in ("as", "with", "representing"):
            return None
        return at


def line_of(context: Context, sentence: Sentence) -> Line:
    """The sentence with each list of leaders as one word."""
    reader = _Reader(context, sentence)
    companies = reader.read()
    begins = {company.start: number for number, company in enumerate(companies)}
    words: list[str] = []
    at: list[int] = []
    number = 0
    while number < reader.count:
        at.append(number)
        if number in begins:
            words.append(f"W{begins[number]}")
            number = companies[begins[number]].end
        else:
            words.append(reader.tokens[number])
            number += 1
    starts: list[int] = []
    length = 0
    for word in words:
        starts.append(length)
        length += len(word) + 1
    return Line(" ".join(words), tuple(companies), tuple(starts), tuple(at))
