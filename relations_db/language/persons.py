"""Who is named: titles, names and countries put together to persons, and every later mention of them."""

from __future__ import annotations

from dataclasses import replace

from relations_db.language import patterns as re
from relations_db.language.lone_names import NAMED_AFTER, LoneNames
from relations_db.language.names_beside import TitleGroup, is_firm
from relations_db.language.origins import Origins
from relations_db.language.people import (
    RANK,
    Entity,
    Mention,
    only_state,
    singular_office,
)
from relations_db.language.rosters import IN_OFFICE, KIN, guests_and_hosts, named_envoys, persons_by_nation, related
from relations_db.language.titles import PLURALS
from relations_db.values import PartialDate

_KING_AND = re.compile(
    r"\b(?:[Kk]ing|[Ee]mperor|[Ss]ultan|[Ee]mir)(?: [A-Z][\w-]*){0,3}(?: of (?:the )?[A-Z]\w+)? and (?:the |his wife,? |Her Majesty )*$"
)
_AND_HIS = re.compile(r",? and (?:the |his wife,? |Her Majesty )*")
_IN_TOWN = re.compile(r"\b(?:in|at|near|outside|mayor of|town of|city of|port of) \Z")
_BETWEEN_NAMES = re.compile(r"(?:,? and |, | - |: | \(|,? )")
_STATE_AFTER = re.compile(r" (?:of|from|in|to|for) (?:the )?| \(")
_NEXT_STATE = re.compile(r"[,;)]*(?: and)?,? (?:of |for |from )?(?:the )?(?:(?:Kingdom|Republic|State|Sultanate) of )?")
_YEAR = re.compile(r"(?<![\w$.,-])(?:19|20)\d\d(?![\w-]|,\d)")
_VAGUE = re.compile(r"leader|ruler|chief|head|strongman|secretary")


def _may_act(entity: Entity) -> bool:
    """True for one who holds an office, and is not the wife or child of a leader."""
    return entity.office in RANK and not entity.kin


class PersonFinder(LoneNames):
    """Finds persons in one text. Use `find`."""

    def find(self) -> tuple[list[Entity], list[Mention]]:
        """Entities in the order of their first mention, and all mentions by name or role, in order."""
        for group in self.titles.groups():
            if not self._is_taken(group.start, group.end):
                self._person_of(group)
        self._known_names()
        self._variants()
        self._surnames()
        self._listed_envoys()
        self._related()
        self._guests_and_hosts()
        self._settle()
        self._by_nation()
        self.mentions.sort(key=lambda m: m.start)
        return self.entities, self.mentions

    def _person_of(self, stack: TitleGroup) -> None:
        plural = bool(PLURALS.search(stack.titles[0].phrase)) or len(stack.countries) > 1
        if plural:
            self._plural(stack)
            return
        name = self.titles.name_after(stack)
        if name and stack.country and len(stack.titles) > 1 and self.titles.of_another_state(name, stack.country):
            self._role(replace(stack, end=stack.titles[0].end, titles=stack.titles[:1]))
            stack = replace(stack, start=stack.titles[-1].start, titles=stack.titles[-1:], country=None, countries=[])
        if name:
            self._named(stack, *name)
            return
        name = self.titles.name_before(stack)
        if name and not self._has_other_office(stack, name[1]):
            self._named(stack, *name)
            return
        self._role(stack)

    def _has_other_office(self, stack: TitleGroup, end: int) -> bool:
        """True where the name before a bare "the President" is a minister's: "accompanied by the foreign minister, N, the President ..."."""
        if (
            stack.country
            or stack.determiner != "the"
            or self._offices(stack, None) not in ("head_of_state", "head_of_government")
        ):
            return False
        named = next((m.entity for m in reversed(self.mentions) if m.end == end), None)
        return bool(named and named.explicit and named.office in ("foreign_minister", "minister", "speaker", "envoy"))

    def _offices(self, stack: TitleGroup, country: str | None) -> str:
        if stack.local:
            return "none"
        offices = [t.office(country) for t in stack.titles]
        held = [o for o in offices if o != "none"]
        office = min(held, key=lambda o: RANK.get(o, 9)) if held else "none"
        if stack.deputy and office in RANK:
            return "deputy_head_of_government" if office == "head_of_government" else "other"
        return office

    def _named(self, stack: TitleGroup, start: int, end: int) -> None:
        country = stack.country or self.titles.country_after(end) or only_state(stack)
        office = self._offices(stack, country)
        low, high = min(stack.start, start), max(stack.end, end)
        if start < stack.led_from:
            low, high = start, end
            self._take(stack.start, stack.end)
        if office == "none" and not self._is_serving(start, end):
            self.barred.update(i for h in self.hits.inside(start, end) if h.kind == "leader" for i in h.values)
            self._take(low, high)
            return
        if (
            self._is_thing(start)
            or self._is_town(stack, start, end)
            or NAMED_AFTER.search(self.folded[start:end])
            or is_firm(self.folded, start, end)
            or (
                stack.titles[-1].phrase == "leader"
                and " " not in self.folded[start:end]
                and not self.hits.inside(start, end)
            )
        ):
            self._take(low, high)
            return
        entity = self._entity(start, end, country, office)
        if country is None and entity.country and office not in ("none", "counterpart"):
            held = self._offices(stack, entity.country)
            office = held if held != "none" else office
        counterpart = office == "counterpart"
        if counterpart and entity.known is None and not entity.explicit:
            entity.office = next(
                (
                    m.entity.office
                    for m in reversed(self.mentions)
                    if m.entity and m.entity.explicit and m.start < start
                ),
                None,
            )
        elif not counterpart and office != "none":
            self._hold(entity, office, stack)
        if country and entity.known is None:
            entity.country = country
        self._crown(entity, stack)
        self._mention(low, high, "name", entity, start, counterpart, stack.titles[0].phrase)

    def _is_town(self, stack: TitleGroup, start: int, end: int) -> bool:
        """True for "the mayor of Prince Albert", "in Prince Rupert": towns that are called after kings and princes."""
        royal = stack.titles[-1].phrase in ("prince", "king", "queen") and stack.end < start
        placed = royal and _IN_TOWN.search(self.folded, max(0, stack.start - 20), stack.start)
        return bool(placed) and not self.folded.startswith("'s", end)

    def _crown(self, entity: Entity, stack: TitleGroup) -> None:
        """A queen or empress named beside her king is his spouse."""
        if stack.titles[-1].phrase not in ("queen", "empress"):
            return
        before = next((m for m in reversed(self.mentions) if m.end <= stack.start), None)
        follows = before and before.end >= stack.start - 30 and _AND_HIS.fullmatch(self.folded, before.end, stack.start)
        married = follows and before and "king" in before.phrase.split()
        if married or _KING_AND.search(self.folded[max(0, stack.start - 60) : stack.start]):
            crowned = (m.entity for m in reversed(self.mentions) if m.end <= stack.start and m.entity)
            king = next((e for e in crowned if e.country), None)
            entity.office, entity.country = "other", entity.country or (king.country if king else None)

    @staticmethod
    def _hold(entity: Entity, office: str, stack: TitleGroup) -> None:
        """The office a title gives: the first said, unless a later title is the higher one."""
        if entity.explicit and RANK.get(office, 9) >= RANK.get(entity.office or "", 9):
            return
        entity.office, entity.former, entity.explicit, entity.titles = (
            office,
            stack.former or (entity.former and entity.explicit),
            True,
            stack,
        )

    def _plural(self, stack: TitleGroup) -> None:
        """ "Presidents X and Y", "the presidents of A, X, and of B, Y", "Foreign Ministers X of A and Y of B"."""
        found = self._parted(stack) or self._spans(stack)
        if not found:
            self._role(stack, plural=True)
            return
        for number, (span, said) in enumerate(found):
            country = said or (stack.countries[number] if number < len(stack.countries) == len(found) else None)
            entity = self._entity(*span, country)
            office = self._offices(stack, entity.country)
            if office not in ("none", "counterpart") and not entity.explicit:
                entity.office, entity.explicit = singular_office(entity, office, self.on), True
            self._mention(stack.start if number == 0 else span[0], span[1], "name", entity, span[0])
        self._take(stack.start, found[-1][0][1])
        made = [m.entity for m in self.mentions[-len(found) :] if m.entity]
        if len(made) == 2 and not all(e.country for e in made):
            self.couples.append((made[0], made[1], stack.start))

    def _spans(self, stack: TitleGroup) -> list[tuple[tuple[int, int], str | None]]:
        """Names after a plural title, each with the state told after it."""
        at, found = stack.end, list[tuple[tuple[int, int], str | None]]()
        while len(found) < 9:
            gap = _BETWEEN_NAMES.match(self.folded, at)
            span = self.titles.name_at(self.titles.skip_honorifics(gap.end())) if gap else None
            if not gap or not span or (not found and gap.group() not in (" ", ", ", ": ", " - ", " (")):
                break
            state = self.titles.country_after(span[1]) or self._signs_for(span[1])
            found.append((span, state))
            at = span[1]
            of = _STATE_AFTER.match(self.folded, at)
            hit = self.hits.starts.get(of.end()) if of else None
            if of and hit and (hit.kind == "country" or (hit.kind == "city" and " in " in of.group())):
                at = hit.end + (self.folded[hit.end : hit.end + 1] == ")")
        return found

    def _signs_for(self, end: int) -> str | None:
        """ "Ministers X for Y and Z for W": the state after "for"."""
        hit = self.hits.starts.get(end + len(" for ")) if self.folded.startswith(" for ", end) else None
        return hit.values[0] if hit and hit.kind == "country" else None

    def _parted(self, stack: TitleGroup) -> list[tuple[tuple[int, int], str | None]]:
        """States and names by turns: "the prime ministers of Samoa, X, of Tonga, Y, and of Tuvalu, Z"."""
        if not stack.countries:
            return []
        first = self.hits.before(stack.end)
        at, state, found = stack.end, stack.countries[-1], list[tuple[tuple[int, int], str | None]]()
        if len(stack.countries) > 1 or first is None or first.end != stack.end:
            return []
        while gap := re.compile(r", | \(").match(self.folded, at):
            span = self.titles.name_at(self.titles.skip_honorifics(gap.end()))
            if span is None:
                break
            found.append((span, state))
            following = _NEXT_STATE.match(self.folded, span[1])
            hit = self.hits.starts.get(following.end()) if following else None
            if hit is None and following:
                covering = self.hits.at(following.end())
                hit = covering if covering and span[1] <= covering.start <= following.end() else None
            if following is None or hit is None or hit.kind != "country":
                break
            at, state = hit.end, hit.values[0]
        return found if len(found) > 1 else []

    def _role(self, stack: TitleGroup, plural: bool = False) -> None:
        office = self._offices(stack, stack.country)
        phrase = self.low[stack.titles[0].start : stack.end]
        if (
            office == "none"
            or stack.titles[0].phrase in ("adviser", "advisor", "advisers", "advisors")
            or (not stack.determiner and not stack.country and not self.text[stack.titles[0].start].isupper())
        ):
            return
        mention = Mention(stack.start, stack.end, "role", None, stack.country, office, plural, phrase)
        mention.counterpart = office == "counterpart"
        self.mentions.append(mention)
        self._take(stack.start, stack.end)

    def _listed_envoys(self) -> None:
        for start, end, after in named_envoys(self.folded, self.low):
            hit = self.hits.starts.get(after)
            if hit and hit.kind == "country" and not self._is_taken(start, end):
                entity = self._entity(start, end, hit.values[0])
                entity.office, entity.explicit = entity.office or "envoy", True
                self._mention(start, hit.end, "name", entity, start)

    def _related(self) -> None:
        """Spouses and aides, who are of the state or of the leader named just before them."""
        for owner, start in related(self.folded):
            span = self.titles.name_at(self.titles.skip_honorifics(start))
            if span is None or self._is_taken(*span):
                continue
            country = self._owner(owner, start)
            before = IN_OFFICE.search(self.low, owner, start)
            if before and country:
                self._follows(span, country, before.group() == "predecessor")
            elif country:
                entity = self._entity(*span, country)
                entity.kin = entity.office is None and bool(KIN.search(self.low, owner, start))
                entity.office, entity.explicit = entity.office or "other", True
                self._mention(*span, "name", entity, span[0])

    def _follows(self, span: tuple[int, int], country: str, former: bool) -> None:
        """One told as predecessor or successor holds, or held, the office of the one named before him."""
        told = [m for m in self.mentions if m.end <= span[0] and m.entity and m.entity.country == country]
        last = max(told, key=lambda m: m.end, default=None)
        if last is None or last.entity is None or not last.entity.explicit or not last.entity.office:
            return
        entity = self._entity(*span, country)
        if not entity.explicit:
            entity.office, entity.former, entity.explicit = last.entity.office, former, True
        self._mention(*span, "name", entity, span[0])

    def _owner(self, at: int, start: int) -> str | None:
        """The state of "X's" that ends at a place, or of the person whom "his" there means: the one named last."""
        hit = self.hits.before(at)
        if hit and hit.end >= at - 1 and hit.kind in ("country", "adjective", "city"):
            return hit.values[0]
        before = [m for m in self.mentions if start - 120 < m.end <= start and m.entity and m.entity.country]
        owner = max(before, key=lambda m: m.end, default=None)
        if owner is None or owner.entity is None or "\n" in self.folded[owner.end : start]:
            return None
        return owner.entity.country

    def _guests_and_hosts(self) -> None:
        for start, end, role in guests_and_hosts(self.low):
            if not self._is_taken(start, end):
                self.mentions.append(Mention(start, end, "role", phrase=role))

    def _by_nation(self) -> None:
        """ "The Kenyan": the highest of that state named shortly before, else the one named last."""
        found = []
        for start, end, state in persons_by_nation(self.folded, self.hits.all):
            if self._is_taken(start, end):
                continue
            before = [
                m
                for m in self.mentions
                if start - 2000 < m.end <= start and m.entity and m.entity.country == state and _may_act(m.entity)
            ]
            near = [m for m in before if m.end > start - 300] or before[-1:]
            if near:
                entity = min(reversed(near), key=lambda m: RANK.get((m.entity and m.entity.office) or "", 9)).entity
                found.append(Mention(start, end, "role", entity, state, phrase="national"))
        self.mentions += found

    @staticmethod
    def _is_vague(entity: Entity) -> bool:
        """True where a title ("leader", "Prince") leaves open which office a known person holds."""
        phrase = entity.titles.titles[0].phrase if entity.titles else "leader"
        return bool(_VAGUE.search(phrase)) or (phrase == "prince" and " " in entity.name)

    def _year_told(self, entity: Entity) -> PartialDate | None:
        """The year told last before a person's first mention in its paragraph, else the next: that of the event which the text recalls."""
        at = min((m.start for m in self.mentions if m.entity is entity), default=0)
        low = max(self.folded.rfind("\n", 0, at) + 1, at - 400)
        if years := _YEAR.findall(self.folded, low, at):
            return PartialDate(int(years[-1]))
        high = self.folded.find("\n", at)
        after = _YEAR.search(self.folded, at, min(at + 200, high if high >= 0 else len(self.folded)))
        return PartialDate(int(after.group())) if after else None

    def _settle(self) -> None:
        """Offices by the reference tables where the text gives none."""
        for entity in self.entities:
            office, over = entity.office_on(self.on)
            if entity.known is None:
                continue
            if over and not entity.explicit:
                office = entity.office_in(self._year_told(entity)) or office
            vague = (
                self._is_vague(entity)
                and entity.office == "other"
                and office != "other"
                and (entity.former or not over)
            )
            plain = entity.titles and entity.titles.titles[0].phrase == "minister" and entity.office == "minister"
            vague = vague or bool(plain and office == "foreign_minister" and not over)
            if not entity.explicit or (vague and office):
                entity.office, entity.former = office, over
            elif over and entity.known and office == entity.office:
                entity.former = True
        self.mentions.sort(key=lambda m: m.start)
        origins = Origins(self.folded, self.hits, self.mentions, self.home, self.lexicon)
        origins.part(self.couples)
        origins.lend(self._offices)
        for mention in self.mentions:
            if mention.entity:
                mention.country = mention.entity.country
                mention.office = mention.office or mention.entity.office
