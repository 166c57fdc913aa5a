"""Persons named in lists or by what they are to another, without a title of their own; the roles of guest and host; "the Kenyan"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relations_db.language import patterns as re
from relations_db.language.cues import Sought
from relations_db.language.lexicon import Hit
from relations_db.language.names import NAME

_GUEST = re.compile(
    r"(?<![\w-])(?:the|his|her|their) (?:(?:distinguished|high|official|visiting|kazakh|foreign|chinese|french) )?(?P<role>guest|visitor|hostess|host|majesty(?! the| king| queen| sultan| emperor)|royal highness(?! the| prince| crown)|highness(?! the| sheikh| prince| crown| amir| emir))(?! (?:of|country|countries|nation|city|government|house|workers?|book|capital|speaker|list|side|state|room))(?![\w-])"
)
_ENVOYS = re.compile(r"\b(?:ambassadors|envoys|high commissioners|letters of credence|credentials)\b")
_OF_STATE = re.compile(rf"(?P<name>{NAME.pattern})(?:,? of (?:the )?| \((?:the )?)")

_KIN = r"wife|husband|spouse|consort|son|daughter|brother|sister|mother|father"
KIN = re.compile(rf"\b(?:{_KIN})\b")
_HELP = r"(?:[a-z]+[ -]){0,3}(?:aide|adviser|advisor|confidant|strategist|negotiator|mediator|emissary|chief of staff|right-hand man)"
_NEXT = r"predecessor|successor"
IN_OFFICE = re.compile(rf"\b(?:{_NEXT})\b")
_RELATED = Sought(
    rf"(?P<owner>\b(?:his|her|their|His|Her)|'s|s') (?P<role>(?:late |elder |younger |eldest )?(?:{_KIN})|(?:immediate )?(?:{_NEXT})|{_HELP})(?:,| -| \()? (?P<first>(?:(?:Mrs|Ms|Mr|Mme|Dr|First Lady|Princess|Prince|Queen|Lady|Sheikha|Madame?|Dona|Begum)\.? ){{0,2}})(?P<name>{NAME.pattern})"
)


_ROLES = Sought(
    rf"\b(?:{_KIN}|{_NEXT}|aide|adviser|advisor|confidant|strategist|negotiator|mediator|emissary|chief of staff|right-hand man)[ ,]"
)


def related(folded: str) -> Iterator[tuple[int, int]]:
    """Names told by what they are to a leader told just before: "his wife, Mrs. X", "Iran's negotiator X". Where the owner is told and where the name begins."""
    if ("his " not in folded and "her " not in folded and "'s " not in folded) or not _ROLES.search(folded):
        return
    for found in _RELATED.finditer(folded):
        yield found.end("owner") if found["owner"][0] in "'s" else found.start("owner"), found.start("name")


def named_envoys(folded: str, low: str) -> Iterator[tuple[int, int, int]]:
    """Names of two words or more after a plural title of envoys: start, end, and where their state should stand.

    "New ambassadors ...: A, of Uruguay; B, of Chile", "A (Uruguay), B (Chile)".
    """
    if not any(word in low for word in ("ambassadors", "envoys", "commissioners", "credence", "credentials")):
        return
    for role in _ENVOYS.finditer(low):
        for found in _OF_STATE.finditer(folded[role.end() : role.end() + 1200]):
            if " " in found.group("name"):
                yield role.end() + found.start("name"), role.end() + found.end("name"), role.end() + found.end()


def guests_and_hosts(low: str) -> Iterator[tuple[int, int, str]]:
    """ "the guest", "his host": start, end and the role's word."""
    if not any(word in low for word in ("guest", "host", "visitor", "majesty", "highness")):
        return
    for found in _GUEST.finditer(low):
        yield found.start(), found.end(), found.group("role")


# Words for a people that no one person bears: "the French", "the Chinese", "the Swiss", "the Poles".
_PEOPLE = re.compile(r"(?:[sc]h|ese|s|men|women)\Z")
_THE_ONE = re.compile(r"(?<!from )\b[Tt]he (?:visiting |older |elder |younger |then |new )?\Z")
_VERBS = (
    r"who|whom|whose|himself|herself|had|has|is|was|will|would|can|could|may|might|must|should|did|does|said|says|told|tells|met|meets|went|goes|came|comes|flew|flies|took|takes|gave|gives|"
    r"spoke|speaks|held|holds|saw|sees|got|sat|stood|knew|knows|thought|thinks|brought|brings|drove|rode|won|lost|paid|began|begins|became|found|felt|kept|sent|spent|wrote|ran|shook|chose|swore|"
    r"broke|leaves|arrives|returns|wants|hopes|travels|lands|stays|departs|left (?=for |on |at |after |by |home|early|late|in |[A-Z])|made (?=a |an |his |her |the |it |no |clear)"
)
_ONE_PERSON = re.compile(
    rf"(?:,? (?:also |then |later |now |never |himself |herself |again |too |in turn |for (?:his|her) part,? )?(?:(?:{_VERBS})(?![\w-])|(?!armed|united|occupied|controlled|owned|funded|financed|backed|sponsored|proposed|planned|registered|related|speaking)[a-z]{{2,}}ed (?!forces))"
    r"|[.;:?!](?=\s|$)| (?:to|at|in|on|from|for|with|by|after|before|that|about) | and (?:his|her|the)\b)"
)


def persons_by_nation(folded: str, hits: Iterable[Hit]) -> Iterator[tuple[int, int, str]]:
    """One called by his nation: "the Kenyan flew home", "told the Estonian that": start, end and state."""
    for hit in hits:
        if hit.kind != "adjective" or not hit.values or not _ONE_PERSON.match(folded, hit.end):
            continue
        led = _THE_ONE.search(folded, max(0, hit.start - 16), hit.start)
        if led and not _PEOPLE.search(folded, hit.start, hit.end):
            yield led.start(), hit.end, hit.values[0]
