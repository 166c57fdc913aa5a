"""Whom a role means: "the Ghanaian president", "his counterpart", "the premier"."""

from __future__ import annotations

from collections import Counter

from relations_db.language import patterns as re
from relations_db.language.people import Entity, Mention

_LEADING = frozenset({"head_of_state", "head_of_government", "other"})
_SERVING = re.compile(
    r"\b(?:aide|advis[eo]r|assistant|spokes(?:man|woman|person)|press secretary|lady|wife|husband|consort)\b"
)
_MINISTERS = ("foreign_minister", "minister", "speaker", "envoy")
_APPOSED = re.compile(
    r",? (?:(?:who (?:is|was)|is|was|then|now|still|at (?:that|the) time|himself|herself|as|being|also|once|currently|later|,) ?)*"
)


# Words that say the same of a person.
_MEANING = {"pm": "minister", "premier": "minister"}
_KINGS = frozenset("king emperor sultan emir amir prince monarch".split())
_QUEENS = frozenset("queen empress".split())


# States with a crown, in our time or before.
_CROWNED = frozenset(
    "BEL BTN DNK ESP GBR JPN JOR KHM LSO LUX MAR MCO LIE MYS NLD NOR OMN QAT KWT BHR SAU SWE SWZ THA TON ARE BRN NPL IRN ETH EGY GRC ITA IRQ LBY AFG ROU BGR YUG ALB SRB MNE LAO VNM RWA BDI TUN YEM AUS CAN NZL JAM PNG".split()
)


def _word(mention: Mention) -> str:
    """The last word of a title: what it calls the person."""
    last = mention.phrase.split()[-1] if mention.phrase else ""
    return _MEANING.get(last, last)


def _is_spouse(entity: Entity, word: str) -> bool:
    """True where a role cannot mean one who is called king or queen: "the Queen" no king, "the royal couple" no consort."""
    called = {t.phrase.split()[-1] for t in entity.titles.titles} if entity.titles else set()
    consort = bool(called & _QUEENS) and entity.office == "other"
    return (word in _QUEENS and bool(called & _KINGS)) or (
        bool(called & _QUEENS) and (word in _KINGS or (consort and word not in _QUEENS))
    )


def _serves(entity: Entity) -> bool:
    """True for an aide, a spokesman or a spouse, whom nobody calls the leader of a state."""
    titles = entity.titles.titles if entity.titles else ()
    return entity.office == "other" and any(_SERVING.search(t.phrase) for t in titles)


def _compatible(mention: Mention, entity: Entity) -> bool:
    if mention.country and entity.country != mention.country:
        return False
    word = _word(mention)
    if word in ("pope", "pontiff"):
        return entity.country == "VAT"
    if _is_spouse(entity, word) or (word in _KINGS | _QUEENS and entity.country not in _CROWNED):
        return False
    if (word in ("leader", "ruler", "strongman") or mention.phrase.endswith("premier")) and mention.office in (
        "other",
        "head_of_government",
        "head_of_state",
    ):
        return entity.office in _LEADING and not _serves(entity)
    if mention.counterpart:
        return True
    return entity.office == mention.office or (
        mention.office == "minister" and entity.office in ("foreign_minister", "deputy_head_of_government")
    )


def apposed(mention: Mention, seen: list[Mention], low: str) -> Entity | None:
    """The person just named whom a role explains: "Filipe Nyusi, Mozambique's president at the time"."""
    named = seen[-1] if seen and seen[-1].form == "name" else None
    if named is None or named.entity is None or mention.counterpart or mention.start - named.end > 40:
        return None
    if mention.country and named.entity.country and mention.country != named.entity.country:
        return None
    if mention.office in ("head_of_state", "head_of_government") and named.entity.office in _MINISTERS:
        return None  # "accompanied by the foreign minister, X, the President ..."
    gap = low[named.end : mention.start]
    return named.entity if len(gap) > 1 and _APPOSED.fullmatch(gap) else None


# "The last Danish premier to come was N": a holder who is named only then
_RANK = re.compile(r"\bthe (?:very )?(?:(?P<sole>last|only|previous|latest)|first|second|third|next) ")
_THEN_NAMED = re.compile(
    r"(?P<to>[^.;:\n]{0,40}? to (?!the\b|an?\b)[a-z])?[^.;:\n]{3,120}?\b(?:was|were|is|had been|has been|remains)\b"
)
_CALLED = re.compile(
    r"\b(?:is|was|were|be|been|being|became|becomes?|becoming|as|remains|remained|made (?:him|her)),? \Z"
)


def is_ranked(mention: Mention, low: str) -> bool:
    """True for a role of which the sentence itself tells who it is: no holder of our day."""
    rank = _RANK.search(low, max(0, mention.start - 16), mention.start + 16)
    if rank is None or mention.start > rank.end() or _CALLED.search(low, max(0, rank.start() - 14), rank.start()):
        return False
    named = _THEN_NAMED.match(low, mention.end)
    return bool(named and (rank["sole"] or named["to"]))


_MEANT = 200  # mentions back to whom a role may mean


def role_entity(mention: Mention, seen: list[Mention], entities: list[Entity]) -> Entity | None:
    seen = seen[-_MEANT:]
    named = [m for m in seen if m.entity and (m.form == "name" or m.country)]
    if mention.counterpart:
        others = [
            m.entity for m in reversed(named) if m.entity and m.entity.country != (named[-1].country if named else None)
        ]
        return next((e for e in others if e and (not mention.country or e.country == mention.country)), None)
    fitting = [m for m in reversed(named) if m.entity and not m.entity.former and _compatible(mention, m.entity)]
    if mention.country and (then := _then_in_office(mention, named, fitting)):
        return then
    word = _word(mention)
    if mention.phrase.endswith("premier"):
        fitting.sort(key=lambda m: bool(m.entity and m.entity.office != "head_of_government"))
    titled = {m.entity for m in seen if m.entity and word == _word(m)} if not mention.country else set()
    choice = [m for m in fitting if not titled or m.entity in titled] or fitting
    if choice and not mention.country:
        often = Counter(id(m.entity) for m in seen if m.entity)
        bare = mention.end - mention.start <= len(mention.phrase) + len("the ")  # not "the visiting president"
        fit = {c.entity for c in choice} if bare and word not in _KINGS | _QUEENS else set()
        first = next((m.entity for m in seen if m.entity in fit), None)  # "the president" without more is the story's
        return max(choice, key=lambda m: (often[id(m.entity)], m.entity is first)).entity
    if choice:
        return choice[0].entity
    if not mention.country:
        return None
    return next((e for e in entities if _compatible(mention, e) and not e.former), None) or _untitled(mention, named)


_NEAR, _FAR = 250, 500  # characters back to one who is told of, and to one who no longer is


def _then_in_office(mention: Mention, named: list[Mention], fitting: list[Mention]) -> Entity | None:
    """Of old days the holder just named: "Obama was in Hanoi ...; a year later the American president"."""
    if fitting and mention.start - fitting[0].end < _FAR:
        return None
    reach = _NEAR if fitting else _FAR
    near = (m for m in reversed(named) if m.form == "name" and mention.start - m.end < reach)
    return next((m.entity for m in near if m.entity and m.entity.former and _compatible(mention, m.entity)), None)


def _untitled(mention: Mention, named: list[Mention]) -> Entity | None:
    """ "Ghana's X ... the Ghanaian president": the one person of that state whom the text has named without a title."""
    bare = {
        id(m.entity): m.entity
        for m in named
        if m.entity and m.entity.country == mention.country and not m.entity.former
    }
    only = next(iter(bare.values()), None)
    leads = mention.office in ("head_of_state", "head_of_government")
    return (
        only
        if only and leads and len(bare) == 1 and only.office == "other" and only.known is None and not only.titles
        else None
    )
