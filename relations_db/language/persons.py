"""Who is named: titles, names and countries put together to persons, and every later mention of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relations_db.language import patterns as re
from relations_db.language.lexicon import Hit
from relations_db.language.origins import Origins
from relations_db.language.people import (
    RANK,
    Entity,
    Mention,
    only_state,
    singular_office,
    years_from_office,
)
from relations_db.language.person_book import PersonBook
from relations_db.language.rosters import KIN, guests_and_hosts, named_envoys, related
from relations_db.language.titles import NAME, PLACE_NAMES, PLURALS, STOP_CAPITALS, TitleGroup
from relations_db.values import PartialDate

_RISKY = frozenset(
    "May Major Brown Bush King Li Kim Lee Park Ho Hun An Sein Rice Hill Bean Key Day Grand Price Clark Marin Costa Sa Su Song Wang Wen Hu Zhu Yang Sun Long "
    "Straw Cook Hunt Page Wise Power Pope Young White Black Green Rose Santos Castro Lam To Son Nam Modi Roh Moon Rao Singh Khan Ali Hasan Hassan Hussein "
    "Mohammed Ahmed Abdullah Ibrahim Mohamed Salman Hamad Khalid Sultan Said Saad Rama Kent Ford Carter Martin Jordan Chad Israel Trump Martinez Lopez".split()
)


_NAMED_AFTER = re.compile(rf"(?:{PLACE_NAMES.pattern})$|{PLACE_NAMES.pattern}")
_KING_AND = re.compile(
    r"\b(?:[Kk]ing|[Ee]mperor|[Ss]ultan|[Ee]mir)(?: [A-Z][\w-]*){0,3}(?: of (?:the )?[A-Z]\w+)? and (?:the |his wife,? |Her Majesty )*$"
)
# What bears a leader's name is no leader.
_IN_HONOUR = re.compile(
    r"\b(?:[Oo]rder(?: of Merit)?|[Ss]tatue|[Pp]ortrait|[Bb]ust|[Mm]onument|[Mm]ausoleum|[Tt]omb|[Mm]emory|[Bb]irthplace|[Nn]amed|[Rr]enamed)(?: of| to| after| for| in honou?r of)(?: the| King| President)? $"
)
_PART_OF_NAME = re.compile(
    r"[A-Z][\w'-]* (?:(?:de|da|do|dos|del|della|di|van|von|der|den|ter|bin|ibn|al|el|y|la|le|du) )+$"
)
_SOBRIQUET = re.compile(r" the (?:Great|Magnificent|Conqueror|Lawgiver|Wise|Brave|Good|Bold|Terrible)\b")
_GOES_ON = re.compile(r"\w|-[A-Za-z]")


def _joins(char: str) -> bool:
    """True for a character that makes the word after it part of a longer one."""
    return char.isalnum() or char in "_-"


class PersonFinder(PersonBook):
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
        self.mentions.sort(key=lambda m: m.start)
        return self.entities, self.mentions

    def _person_of(self, stack: TitleGroup) -> None:
        plural = bool(PLURALS.search(stack.titles[0].phrase)) or len(stack.countries) > 1
        if plural:
            self._plural(stack)
            return
        name = self.titles.name_after(stack)
        if name:
            self._named(stack, *name)
            return
        name = self.titles.name_before(stack)
        if name:
            self._named(stack, *name)
            return
        self._role(stack)

    def _offices(self, stack: TitleGroup, country: str | None) -> str:
        if stack.local:
            return "none"
        offices = [t.office(country) for t in stack.titles]
        held = [o for o in offices if o != "none"]
        return min(held, key=lambda o: RANK.get(o, 9)) if held else "none"

    def _named(self, stack: TitleGroup, start: int, end: int) -> None:
        country = stack.country or self.titles.country_after(end) or only_state(stack)
        office = self._offices(stack, country)
        low, high = min(stack.start, start), max(stack.end, end)
        if office == "none" and not self._is_serving(start, end):
            self.barred.update(i for h in self.hits.inside(start, end) if h.kind == "leader" for i in h.values)
            self._take(low, high)
            return
        if _NAMED_AFTER.search(self.folded[start:end]) or (
            stack.titles[-1].phrase == "leader"
            and " " not in self.folded[start:end]
            and not self.hits.inside(start, end)
        ):
            self._take(low, high)
            return
        entity = self._entity(start, end, country)
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

    def _crown(self, entity: Entity, stack: TitleGroup) -> None:
        """A queen or empress named beside her king is his spouse."""
        if stack.titles[0].phrase in ("queen", "empress") and _KING_AND.search(
            self.folded[max(0, stack.start - 60) : stack.start]
        ):
            king = next((m for m in reversed(self.mentions) if m.end <= stack.start and m.country), None)
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
        """ "Presidents X and Y", "the presidents of A and B, X and Y", "Foreign Ministers X of A and Y of B"."""
        at, end, spans = stack.end, stack.end, list[tuple[int, int]]()
        while len(spans) < 6:
            found = re.compile(r"(?:,? and |, | - |: | \(|,? )").match(self.folded, at)
            span = self.titles.name_at(self.titles.skip_honorifics(found.end())) if found else None
            if not found or not span or (not spans and found.group() not in (" ", ", ", ": ", " - ", " (")):
                break
            spans.append(span)
            end = at = span[1]
            of = re.compile(r" (?:of|from) (?:the )?| \(").match(self.folded, at)
            hit = self.hits.starts.get(of.end()) if of else None
            if hit and hit.kind == "country":
                at = end = hit.end + (self.folded[hit.end : hit.end + 1] == ")")
        if not spans:
            self._role(stack, plural=True)
            return
        for number, span in enumerate(spans):
            country = self.titles.country_after(span[1]) or (
                stack.countries[number] if number < len(stack.countries) == len(spans) else None
            )
            if not country and len(spans) > 1 and stack.country and not stack.countries:
                country = None
            entity = self._entity(*span, country)
            office = self._offices(stack, entity.country)
            if office not in ("none", "counterpart") and not entity.explicit:
                entity.office, entity.explicit = singular_office(entity, office, self.on), True
            self._mention(stack.start if number == 0 else span[0], span[1], "name", entity, span[0])
        self._take(stack.start, end)
        made = [m.entity for m in self.mentions[-len(spans) :] if m.entity]
        if len(made) == 2 and not all(e.country for e in made):
            self.couples.append((made[0], made[1], stack.start))

    def _role(self, stack: TitleGroup, plural: bool = False) -> None:
        office = self._offices(stack, stack.country)
        phrase = self.low[stack.titles[0].start : stack.end]
        if office == "none" or (
            not stack.determiner and not stack.country and not self.text[stack.titles[0].start].isupper()
        ):
            return
        mention = Mention(stack.start, stack.end, "role", None, stack.country, office, plural, phrase)
        mention.counterpart = office == "counterpart"
        self.mentions.append(mention)
        self._take(stack.start, stack.end)

    def _known_names(self) -> None:
        for hit in self.hits.all:
            if hit.kind != "leader" or self._is_taken(hit.start, hit.end) or self._only_named_after(hit):
                continue
            span = self.titles.name_at(hit.start) or (hit.start, hit.end)
            if span[1] - hit.end > 25:
                span = (hit.start, hit.end)
            known = self.tables.best([self.lexicon.known[i] for i in hit.values])
            if known and known.id not in self.barred:
                entity = self._entity(span[0], span[1], None)
                self._mention(self._honorific_start(span[0]), span[1], "name", entity, span[0])

    def _only_named_after(self, hit: Hit) -> bool:
        """True for a place, an order or an older ruler with a leader's name."""
        return bool(
            PLACE_NAMES.match(self.folded, hit.end)
            or _SOBRIQUET.match(self.folded, hit.end)
            or _IN_HONOUR.search(self.folded[max(0, hit.start - 40) : hit.start])
        )

    def _variants(self) -> None:
        """Names of two words or more that spell a known leader in another way."""
        for found in NAME.finditer(self.folded):
            if " " not in found.group() or not self.lexicon.may_spell(found.group()) or self._is_taken(*found.span()):
                continue
            tokens = found.group().split()
            start = found.start()
            while tokens and (
                tokens[0] in STOP_CAPITALS
                or (start in self.hits.starts and self.hits.starts[start].kind not in ("short", "leader"))
            ):
                start += len(tokens.pop(0)) + 1
            if len(tokens) < 2:
                continue
            candidates = self.lexicon.spelled_as(" ".join(tokens))
            known = self.tables.best([k for k in candidates if years_from_office(k, self.on or PartialDate(2010)) < 60])
            if not known or known.id in self.barred or _IN_HONOUR.search(self.folded[max(0, start - 40) : start]):
                continue
            if not _NAMED_AFTER.search(found.group()):
                self._mention(
                    self._honorific_start(start),
                    found.end(),
                    "name",
                    self._entity(start, found.end(), known.country),
                    start,
                )

    def _surnames(self) -> None:
        """Later mentions by surname, and known leaders by surname alone."""
        by_form: dict[str, list[Entity]] = {}
        for entity in self.entities:
            for form in entity.surnames:
                by_form.setdefault(form, []).append(entity)
        for at, end in self._places_of(by_form):
            if not self._is_taken(at, end) and not self.hits.hides(at, end):
                entity = self._nearest(by_form[self.folded[at:end]], at)
                self._mention(self._honorific_start(at), end, "name", entity, at)
        for hit in self.hits.all:
            if hit.kind == "short" and not self._is_taken(hit.start, hit.end) and not self._only_named_after(hit):
                self._lone_short(hit)

    def _places_of(self, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Where one of the forms stands as a word of its own, from left to right, the longest first."""
        found = []
        for form in forms:
            at = self.folded.find(form)
            while at >= 0:
                end = at + len(form)
                if not (at and _joins(self.folded[at - 1])) and not _GOES_ON.match(self.folded, end):
                    found.append((at, -len(form)))
                at = self.folded.find(form, at + 1)
        last = 0
        for at, length in sorted(found):
            if at >= last:
                last = at - length
                yield at, last

    def _nearest(self, entities: list[Entity], at: int) -> Entity:
        if len(entities) == 1:
            return entities[0]
        before = [m for m in self.mentions if m.entity in entities and m.start < at]
        serving = [m for m in before if m.entity and m.entity.known and not m.entity.office_on(self.on)[1]]
        before = serving or before
        return max(before, key=lambda m: m.start).entity or entities[0] if before else entities[0]

    def _lone_short(self, hit: Hit) -> None:
        name = self.folded[hit.start : hit.end]
        titled = self._honorific_start(hit.start) < hit.start
        if not titled and (
            name in _RISKY or hit.ambiguous or (len(name) < 3 and name != "Xi") or name in self.lexicon.words_as_names
        ):
            return
        if re.compile(r" [A-Z]|-[A-Z]").match(self.folded, hit.end) or (
            re.search(r"(?:[A-Z][\w'-]*|\b[A-Z][a-z]?\.) $", self.folded[max(0, hit.start - 15) : hit.start])
            and not titled
        ):
            before = re.search(r"([A-Z][\w'-]*|\b[A-Z][a-z]?\.) $", self.folded[max(0, hit.start - 15) : hit.start])
            if not before or before.group(1) not in STOP_CAPITALS:
                return
        if _PART_OF_NAME.search(self.folded[max(0, hit.start - 30) : hit.start]):
            return
        candidates = [self.lexicon.known[i] for i in hit.values]
        if self.on:
            candidates = [k for k in candidates if years_from_office(k, self.on) <= 1]
        if len(candidates) == 1:
            entity = self._entity(hit.start, hit.end, candidates[0].country)
            self._mention(self._honorific_start(hit.start), hit.end, "name", entity, hit.start)

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
            if country:
                entity = self._entity(*span, country)
                entity.kin = entity.office is None and bool(KIN.search(self.low, owner, start))
                entity.office, entity.explicit = entity.office or "other", True
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

    def _settle(self) -> None:
        """Offices by the reference tables where the text gives none."""
        for entity in self.entities:
            office, over = entity.office_on(self.on)
            if entity.known is None:
                continue
            vague = entity.office == "other" and office != "other" and (entity.former or not over)
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
