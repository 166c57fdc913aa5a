"""Whose a titled person is, where no word beside the name says so.

Each state that the text names is weighed: by what the sentence says of sides and hosts, by how near it is named, by the name itself. The
weights were set on practice articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from relations_db.language import patterns as re
from relations_db.language.hits import Hits
from relations_db.language.lexicon import Lexicon
from relations_db.language.names_beside import STOP_CAPITALS, TitleGroup
from relations_db.language.people import Entity, Mention, is_loose

_SIDE = re.compile(
    r"(?:\b[Oo]n (?:the )?|\b[Ff]or (?:the )?|\b[Ff]rom (?:the )?|\b[Tt]he |\bbehalf of (?:the )?)?(?P<state>[A-Z][\w' -]{2,40}?)(?:'s|')? (?:side|delegation|part|team)\b"
)
_RECEIVED = re.compile(r"\b(?:received|welcomed|greeted|met|hosted|seen off|awaited|escorted)\b[^.;]{0,60}? by\b")
_PAIRED = re.compile(
    r"(?: and| with| -|(?: had| has)? (?:met|received|hosted|welcomed|visited|greeted|called on|saw|invited)|'s (?:talks|meeting|visit) (?:with|to)"
    r"|(?: had| has)? (?:held|had|conducted) (?:[a-z-]+ ){0,4}(?:talks|meetings?|discussions|consultations|negotiations)\b[^.,;:]{0,40}? with)(?: the| his| her)? "
)
_LISTED = re.compile(r"[,;] (?:the )?")
_AND = (" and ", " and the ")
_COMPANY = re.compile(
    r"\b(?:accompanied by|in the company of|together with|along with|flanked by)(?: [Hh]is| [Hh]er| the)?(?: \w+)? \Z"
)
# "two French officials, State Secretaries X and Y": both of the state just named
_OF_ONE = re.compile(r"[a-z] (?:[a-z-]+ ){0,3}(?:officials|ministers|politicians|aides|envoys|diplomats|members), \Z")
_OTHERS = re.compile(r"\b(?:his|her|their) (?:host|guest|visitor|partner|opposite number)s?,? \Z")
# A town is a place after these words, and else most often stands for its state.
_PLACED = re.compile(r"\b(?:in|to|from|at|near|for|of|via|between|outside|around|and|[A-Z][a-z]+,) \Z")
_GOES = re.compile(
    r",?(?: (?:is|was|will|would|has|had|also|then|later|be|to|due|expected|scheduled|set|currently|here|did|not|who|today|yesterday|tomorrow|on [A-Z][a-z]+day|this [a-z]+),?)*"
    r" (?:(?:visit|travel|arriv|fl[yie]|went|go|paid|pay|came|come|land|head|left|return|reach|start|begin|began|touch)[a-z]*|in|at|to)"
    r"(?: (?:a|an|his|her|its|[a-z]+-day|official|working|state|private|visit|trip|tour|to|in|for|at|back|down|on|over|today|yesterday))*(?: the)?(?: (?:State|Republic|Kingdom|Sultanate) of(?: the)?)? "
)
# "X signed for Y", "Ministers X for Y and Z for W": the state that one acts for
_ACTS_FOR = re.compile(
    r"(?:,? (?:(?:has |had |will |also |both )*(?:sign(?:ed|s)?|initialled|initialed|spoke|spok[ea]|acted|act(?:s|ing)|sat|put (?:his|her) name|negotiated)\b[^.,;:()]{0,40}?)?)? (?:for|on behalf of) (?:the )?(?:(?:State|Republic|Kingdom|Government) of (?:the )?)?\Z"
)
# "X received Y in Z": he is at home there
_HOSTS = re.compile(
    r",? (?:(?:also|then|later|has|had|will) )*(?:receiv|welcom|host|greet|summon|open|inaugurat)[a-z]*\b[^.;]{0,80}? in \Z"
)
_REPRESENTED = re.compile(r"\b(?:was|is|were|will be|being) represented(?: [a-z ]{0,40})? by (?:the |its |their )?\Z")
_NEAR = 60
_ONE_HOLDER = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_FROM = re.compile(r"\b[Ff]rom (?:the )?\Z")
_CAME = re.compile(
    r" (?:(?:had |has |have |there )?(?:comes?|came|flew|arrived|arrives|travelled)|is|was|were) (?:the )?"
)
_OF_FIRM = re.compile(r"[.;:\n]|^'|\b(?:company|bank|firm|group|corporation|airline|carrier|and)\b")
_FIRMS = re.compile(r"<[A-Z.]{2,8}>|\b(?:Inc|Corp|Plc|PLC|Ltd|Co)\b")
_WORD_BEFORE = re.compile(r"\b([A-Z][\w&.'-]*) \Z")
_STOP = re.compile(r"(?<=[a-z0-9)\"])[.;] (?=[A-Z\"])")
_NAME_LIMIT = 5.0
_MARGIN = 0.6
_LOOSE_MARGIN = 2.5  # a president may be a firm's


class Origins:
    """The states around a person's mentions. Use `lend`."""

    def __init__(self, folded: str, hits: Hits, mentions: list[Mention], home: str | None, lexicon: Lexicon) -> None:
        self.folded, self.hits, self.mentions, self.home, self.lexicon = folded, hits, mentions, home, lexicon

    def part(self, couples: list[tuple[Entity, Entity, int]]) -> None:
        """Two persons under one plural title ("the defence ministers, A and B") are of the two states told last, in the order of the text."""
        for first, second, at in couples:
            near = self._states_before(at)[:2]
            if near and _OF_ONE.search(self.folded, max(0, at - 60), at):
                first.country, second.country = first.country or near[0], second.country or near[0]
                continue
            near += [state for state, _ in self._named().most_common(3) if state not in near]
            if len(near) < 2:
                continue
            states = near[1::-1]
            if first.country or second.country:
                held = first.country or second.country
                other = next((s for s in states if s != held), None)
                first.country, second.country = first.country or other, second.country or other
            else:
                suits = self.lexicon.name_areas.suits
                straight = suits(first.name, states[0]) + suits(second.name, states[1])
                if straight + 1 < suits(first.name, states[1]) + suits(second.name, states[0]):
                    states.reverse()
                first.country, second.country = states

    def lend(self, offices: Callable[[TitleGroup, str | None], str]) -> None:
        """Give each titled person whose state no word names the likeliest of the states that the text names."""
        for mention in self.mentions:
            entity = mention.entity
            if entity is None or entity.country or not entity.office:
                continue
            stated = self._stated(mention)
            if is_loose(entity) and not stated and self._is_of_a_body(mention, entity):
                continue  # the bare name does not settle what the title leaves open
            home = stated or self._likeliest(mention, entity)
            if is_loose(entity) and not stated and not (home and self._of_rulers(mention, entity, home)):
                continue
            entity.country = home
            if home and entity.titles:
                office = offices(entity.titles, home)
                entity.office = office if office != "none" else entity.office

    def _is_of_a_body(self, mention: Mention, entity: Entity) -> bool:
        """True for a later bare name of one whose title a union or a firm gives: "UMW president X ... X said"."""
        if entity.titles is None or mention.start <= entity.titles.start < mention.end:
            return False
        at = entity.titles.start
        before = _WORD_BEFORE.search(self.folded, max(0, at - 30), at)
        if before is None:
            return self.folded.endswith(") ", 0, at)
        word = before.group(1)
        return word not in STOP_CAPITALS and not self.lexicon.portfolios.is_field(word)

    def _stated(self, mention: Mention) -> str | None:
        """The state of "From Y came Vice-President N" and of "Y sends its vice-president, N", "Y, whose president, N"."""
        hit = self.hits.before(mention.start)
        if hit is None or hit.kind != "country" or mention.start - hit.end > _NEAR:
            return None
        gap = self.folded[hit.end : mention.start]
        if _CAME.fullmatch(gap) and _FROM.search(self.folded, max(0, hit.start - 12), hit.start):
            return hit.values[0]
        its = self.folded.startswith(("its ", "whose "), mention.start) or gap.endswith((" its ", " whose "))
        owned = self.folded.endswith(("of ", "of the "), 0, hit.start) or _OF_FIRM.search(gap)
        return hit.values[0] if its and not owned else None

    def _of_rulers(self, mention: Mention, entity: Entity, state: str) -> bool:
        """True where "Vice President X" may be a state's: it stands alone, beside a known leader of that state, and no firm is told of;
        a plain president's beside any ruler whose state is told."""
        if not self.folded[mention.start].isupper() or _FIRMS.search(self.folded):
            return False
        before = _WORD_BEFORE.search(self.folded, max(0, mention.start - 30), mention.start)
        if before and before.group(1) not in STOP_CAPITALS:
            return False
        rulers = [m.entity for m in self.mentions if m.entity and m.entity.country]
        if entity.titles and [t.phrase for t in entity.titles.titles] == ["president"]:
            return any(e.explicit and e.office in _ONE_HOLDER for e in rulers)
        return any(e.known and e.country == state for e in rulers)

    def _likeliest(self, mention: Mention, entity: Entity) -> str | None:
        """The state with the greatest weight; None where another comes near it."""
        named = self._named()
        near = self._states_before(mention.start)
        weights = dict.fromkeys([*near, *named, *([self.home] if self.home else [])], 0.0)
        if not weights:
            return None
        most = max(named.values(), default=1)
        for state, times in named.items():
            weights[state] += 3.0 * times / most
        for state, nearness in zip(near, (2.5, 1.25, 0.5), strict=False):
            weights[state] += nearness
        if self.home:
            weights[self.home] += 1.5
        elif entity.office != "envoy" and (
            opening := next((h for h in self.hits.all if h.kind in ("country", "adjective") and not h.by_kind), None)
        ):
            weights[opening.values[0]] += 1.5
        told = self._told(mention, entity, near)
        for state, weight in told.items():
            if state in weights:
                weights[state] += weight
        suits = {state: self.lexicon.name_areas.suits(entity.name, state) for state in weights}
        best = max(suits.values())
        for state, suit in suits.items():
            weights[state] += max(suit - best, -_NAME_LIMIT)
        first, *others = sorted(weights, key=lambda state: -weights[state])
        if first == self._goal(mention):
            return None  # he travels there: he is of none of the states that the text names
        margin = _LOOSE_MARGIN if is_loose(entity) and not self._is_elect(entity) else _MARGIN
        return first if not others or weights[first] - weights[others[0]] >= margin else None

    def _is_elect(self, entity: Entity) -> bool:
        return entity.titles is not None and any(t.phrase.endswith("elect") for t in entity.titles.titles)

    def _named(self) -> Counter[str]:
        """How often the text names each state, one of its towns or seats; a leader whom the tables know counts half."""
        named: Counter[str] = Counter()
        for hit in self.hits.all:
            if hit.kind in ("country", "adjective", "city", "seat") and not hit.by_kind:
                named[hit.values[0]] += 2
        for mention in self.mentions:
            if mention.form == "name" and mention.entity and mention.entity.known and mention.entity.country:
                named[mention.entity.country] += 1
        return named

    def _told(self, mention: Mention, entity: Entity, near: list[str]) -> Counter[str]:
        """What the words around the name say for and against states."""
        told: Counter[str] = Counter()
        low = self._sentence_start(mention.start)
        before = self.folded[low : mention.start]
        if side := self._side(low, mention.start):
            told[side] += 8
        if near and _RECEIVED.search(before):
            told[near[0]] -= 4
        if near and _OTHERS.search(before):
            told[near[0]] -= 6
        partner = next((m for m in reversed(self.mentions) if low <= m.end <= mention.start and m.entity), None)
        following = next((m for m in self.mentions if m.start > mention.end), None)
        if partner and partner.entity and partner.entity.country:
            gap = self.folded[partner.end : mention.start]
            told[partner.entity.country] += self._beside(entity, partner.entity, gap)
        if following and following.entity and following.entity.country:
            gap = self.folded[mention.end : following.start]
            told[following.entity.country] += self._beside(entity, following.entity, gap)
        if entity.titles and entity.titles.determiner in ("his", "her") and entity.titles.start > mention.start + 3:
            named_before = (m.entity.country for m in reversed(self.mentions) if m.end <= mention.start and m.entity)
            owner = next((state for state in named_before if state and state != entity.titles.sent_to), "")
            told[owner] += 5  # "X, her ambassador in Y"
        if goal := self._goal(mention):
            told[goal] -= 5
        for place in self.hits.inside(mention.end, mention.end + 120):
            if place.kind == "country" and _ACTS_FOR.fullmatch(self.folded, mention.end, place.start):
                told[place.values[0]] += 8
            elif (
                place.kind == "city"
                and entity.office != "envoy"
                and _HOSTS.fullmatch(self.folded, mention.end, place.start)
            ):
                told[place.values[0]] += 4
        if (
            (stated := _REPRESENTED.search(before))
            and (hit := self.hits.before(low + stated.start()))
            and hit.start >= low
        ):
            told[hit.values[0]] += 8
        if entity.office == "envoy":
            for state in (entity.titles.sent_to if entity.titles else None, self.home):
                if state:
                    told[state] -= 6
        elif mention.counterpart and near:
            told[near[0]] -= 6
        for state in self._special_states(entity):
            told[state] += 5
        for state in self._without_office(entity):
            told[state] -= 6
        for state in self._unnamed_holders(entity.office):
            told[state] += 3
        for state in self._held_by_others(entity):
            told[state] -= 5
        return told

    def _goal(self, mention: Mention) -> str | None:
        """The state to which one is told to go, or in which he is."""
        places = (h for h in self.hits.inside(mention.end, mention.end + 120) if h.kind in ("country", "city"))
        goal = next(places, None)
        return goal.values[0] if goal and _GOES.fullmatch(self.folded[mention.end : goal.start]) else None

    @staticmethod
    def _beside(entity: Entity, other: Entity, gap: str) -> int:
        """What it says for the state of a person named beside another: a list is of one side, "met" of two; "X and Y" of two if they
        hold one office, else of one."""
        if _LISTED.fullmatch(gap):
            return 2
        if len(gap) < 60 and _COMPANY.search(gap):
            return 4
        if gap in _AND and other.office != entity.office:
            return 1
        return -3 if _PAIRED.fullmatch(gap) else 0

    def _unnamed_holders(self, office: str | None) -> set[str]:
        """States whose holder of an office the text speaks of ("the Bahraini minister") without having named one."""
        spoken = {m.country for m in self.mentions if m.form == "role" and m.office == office and m.country}
        named = {m.entity.country for m in self.mentions if m.entity and m.entity.office == office}
        return {state for state in spoken - named if state}

    def _held_by_others(self, entity: Entity) -> set[str]:
        """States whose one holder of the office the text names: a second president is another state's."""
        if entity.office not in _ONE_HOLDER or entity.former:
            return set()
        others = (m.entity for m in self.mentions if m.entity and m.entity is not entity and m.form == "name")
        return {e.country for e in others if e.country and e.explicit and e.office == entity.office and not e.former}

    def _side(self, low: int, at: int) -> str | None:
        """The state of the side or delegation told last before a place in its sentence."""
        for found in reversed(list(_SIDE.finditer(self.folded, low, at))):
            hit = self.hits.inside(found.start("state"), found.end("state") + 2)
            if hit and hit[-1].kind in ("country", "adjective"):
                return hit[-1].values[0]
        return None

    def _without_office(self, entity: Entity) -> set[str]:
        """States that have no such office: no prime minister or minister is American."""
        titles = [t.phrase for t in entity.titles.titles] if entity.titles else []
        if any(t.endswith("minister") for t in titles):
            return {"USA"}
        led = entity.office == "head_of_government"
        return {s for s in self._named() if led and not self.lexicon.by_office.get((s, "head_of_government"))}

    @staticmethod
    def _special_states(entity: Entity) -> set[str]:
        """States in which the title has a reading of its own ("Business Secretary" in Britain)."""
        titles = entity.titles.titles if entity.titles else ()
        return {s for title in titles for s, office in title.readings if s and office != "none"}

    def _sentence_start(self, at: int) -> int:
        """Where the sentence of a place begins, roughly: after the last stop or line break."""
        start = self.folded.rfind("\n", 0, at) + 1
        return max((m.end() for m in _STOP.finditer(self.folded, start, at)), default=start)

    def _states_before(self, at: int) -> list[str]:
        """States named before a place in its paragraph, the nearest first."""
        low = self.folded.rfind("\n", 0, at) + 1
        found = [
            (h.end, h.values[0])
            for h in self.hits.all
            if low <= h.end <= at
            and (
                h.kind in ("country", "adjective")
                or (h.kind == "city" and not _PLACED.search(self.folded, max(0, h.start - 12), h.start))
            )
        ]
        found += [
            (m.end, m.entity.country) for m in self.mentions if low <= m.end <= at and m.entity and m.entity.country
        ]
        return list(dict.fromkeys(state for _, state in sorted(found, reverse=True)))
