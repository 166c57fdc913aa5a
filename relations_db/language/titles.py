"""Titles put together: stacked titles with their state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relations_db.language import patterns as re
from relations_db.language.lexicon import Hit, TitleHit
from relations_db.language.names_beside import STOP_CAPITALS, NameReader, TitleGroup, names_a_firm

_MODIFIERS = (
    r"former|then|ex|late|acting|interim|outgoing|founding|visiting|current|present|new|newly elected|newly-elected|caretaker|incoming|incumbent|"
    r"long-time|longtime|veteran|first|second|third|ailing|ousted|deposed|retired|one-time|transitional|previous|last|designated|re-elected|young|"
    r"country's|nation's|republic's"
)
_DEPUTIES = r"(?:deputy|vice|assistant|associate|junior)"
_MODIFIER = rf"(?:(?:{_MODIFIERS})[ -])"
_DETERMINERS = "the|a|an|his|her|its|their|our|my|both|two|this|that|Mr|Mrs|Ms|whose"
# Most titles follow another word, and then need no search for what belongs to them.
_BEFORE_TITLES = frozenset(re.split("[ |-]", f"{_MODIFIERS}|{_DETERMINERS}".lower()))
_LAST_WORD = re.compile(r"([\w']+)[ -]\Z")

_BETWEEN = re.compile(rf"(?:'s|s')?[ -](?:\"?{_MODIFIER})*\"?(?:{_DEPUTIES} )?", re.IGNORECASE)
# Between a region and its minister's title stands a field that the table may not list: "Queensland Primary Industries Minister".
_LOCAL_FIELD = re.compile(rf"{_BETWEEN.pattern}(?:[A-Z][a-z]+ (?:and )?){{0,3}}")

_DETERMINER = re.compile(
    rf"(?:\b(?P<det>{_DETERMINERS}) )?(?P<mod>{_MODIFIER}*)$",
    re.IGNORECASE,
)

_OF = re.compile(
    r",? (?:of|for|in|from) (?:the )?(?:(?:friendly|brotherly|neighbou?ring|host) )?(?:(?:State|Republic|Kingdom) of )?"
)

_LED = re.compile(rf"(?:'s|s'|\b[Tt]he|\b[Hh]is|\b[Hh]er|\b[Tt]heir)(?: (?:{_MODIFIERS}))* \Z")
_STACK = re.compile(r"(?:,? and |, |/| ?- | ?\| | )(?:the |concurrently |also )?\Z")

_FORMER = re.compile(
    r"\b(?:former|ex|late|then|founding|ousted|deposed|retired|one-time|previous|last)\b", re.IGNORECASE
)

_FOUNDER = re.compile(r"\bfirst (?:president|prime minister|chancellor|premier|king|head of state)\Z")
_HEAD = re.compile(
    r"\b(?:(?:deputy|vice|first|acting) )?(?:president|speaker|chair(?:man|woman|person)?|head|chief|secretary|leader|marshal|minister|prime minister) of (?:the )?\Z"
)
_OF_THE = ("of ", "of the ")
_TOP = re.compile(r"\b(?:top|chief) \Z")
_BODY = re.compile(r"(?:'s|')? (?P<body>[a-z][\w' -]{2,50})")
_ABROAD = re.compile(r"\b(?:foreign (?:and [a-z]+ )?(?:affairs|relations)|external (?:affairs|relations))\b")
_MINISTERIAL = re.compile(r"minister|secretar|commissioner|advis[eo]r")
# "Deputy" before the state, or before a portfolio that no table lists: the office is another than that of the title.
_DEPUTY = re.compile(rf"\b{_DEPUTIES}[ -]\Z", re.IGNORECASE)
_CENTRAL_BANK = re.compile(
    r"\b(?P<of>(?:(?:deputy|vice)[ -])?governor of the )?(?:(?:central|reserve|national) )?bank of (?:the )?\Z"
)
_DEPUTY_TITLES = frozenset(("deputy", "assistant", "vice", "associate"))
_BANK_OF = re.compile(r"(?:Central |National |Reserve |State )?Bank of (?:the )?")
_GOVERNOR = re.compile(r"(?:'s)? (?:(?:deputy|vice)[ -])?governor\b")
_OF_BLOC = re.compile(
    r"(?: (?:Commission|Council|Executive|Parliament))?(?: (?:external|foreign|internal|general|farm|trade))?"
)
# Titles that are surnames too: "Roger King said", "Martin Luther King".
_SURNAMES = frozenset(
    "king queen prince pope dean marshal major bishop abbot sultan shah emir kaiser knight duke earl".split()
)
_GIVEN = re.compile(r"\b(?P<given>[A-Z][a-z]+|[A-Z]\.) \Z")
_ROYAL = frozenset("Crown Grand Dowager Late Majesty Highness Old Then Arch".split()) | STOP_CAPITALS
_OF_AN_EVENT = re.compile(r"\b(?:keynote|guest|main|principal|opening|closing|next|first) \Z")
_TIME = re.compile(r"\d \Z")
_COUNTERPART = re.compile(r"\b(?:counterparts?|opposite numbers?|homologues?|colleagues?|interlocutors?)\b")

_PLACED = re.compile(r"\b(?:in|at|near|from|to|outside) \Z")
_LEFT_FOR = re.compile(r"(?:\A|[.\n] ?)From (?:the )?\Z")
_NAME_AFTER = re.compile(r" [A-Z]")
_CROWNED = frozenset("king queen sultan emir amir emperor president".split())
_HUSBANDS = frozenset("king emperor sultan emir amir shah prince".split())
_WIVES = frozenset("queen empress princess sultana".split())


def _are_two(first: str, second: str) -> bool:
    """True for titles of two persons: "the Peruvian leader and Prime Minister N"."""
    return first in _HEADS_ALONE and second in ("president", "prime minister", "chancellor", "foreign minister")


_HEADS_ALONE = ("leader", "president")


def _are_a_couple(first: str, second: str) -> bool:
    """True for "King and Queen": titles of two persons, never of one."""
    return first in _HUSBANDS and second in _WIVES


PLURALS = re.compile(
    r"(?:presidents|ministers|leaders|heads|premiers|chancellors|kings|speakers|counterparts|secretaries|numbers|colleagues|envoys|ambassadors|representatives)\b"
)


class TitleReader(NameReader):
    """Reads the title groups of one text and finds the names beside them."""

    def groups(self) -> Iterator[TitleGroup]:
        """Title groups in the order of the text."""
        titles = [t for t in self._title_hits() if not self.hits.hides(t.start, t.end)]
        index = 0
        while index < len(titles):
            group, used = self._group(titles, index)
            index += used
            yield group

    def _title_hits(self) -> list[TitleHit]:
        counterparts = []
        if any(word in self.low for word in ("counterpart", "opposite n", "homologue", "colleague", "interlocutor")):
            found = _COUNTERPART.finditer(self.low)
            counterparts = [TitleHit(m.start(), m.end(), m.group(), (("", "counterpart"),)) for m in found]
        titles = [t for title in self.lexicon.titles(self.low) if (t := self._before_state(title))]
        titles = self._around_states() + self._of_central_banks() + self._parted(titles) + counterparts
        if surnames := {t.phrase for t in titles if self._is_surname(t)}:
            titles = [t for t in titles if t.phrase not in surnames]
        titles.sort(key=lambda t: (t.start, -t.end))
        return [t for n, t in enumerate(titles) if not n or t.start >= titles[n - 1].end or t.end > titles[n - 1].end]

    def _parted(self, titles: list[TitleHit]) -> list[TitleHit]:
        """ "The King and Queen Letizia": a title of two persons is two titles where a name follows the second."""
        found = []
        for title in titles:
            king = self.lexicon.cut_title(title, title.end - 1) if title.phrase == "king and queen" else None
            if king is None or not _NAME_AFTER.match(self.folded, title.end):
                found.append(title)
            else:
                queen = next(iter(self.lexicon.titles("queen")))
                found += [king, replace(queen, start=title.end - len("queen"), end=title.end)]
        return found

    def _around_states(self) -> list[TitleHit]:
        """Titles with a state's name in their middle: "speaker of Iran's parliament", "head of the Kazakh government"."""
        found = []
        for hit in self.hits.all:
            if hit.kind == "adjective" and (top := _TOP.search(self.low, max(0, hit.start - 7), hit.start)):
                told = (top.start(), top.group(), hit.values[0], hit.end + 1, self.low[hit.end + 1 : hit.end + 20])
                found += [title] if (title := self.lexicon.title_around(*told)) else []
            if hit.kind not in ("adjective", "country") or not self.low[max(0, hit.start - 7) : hit.start].endswith(
                _OF_THE
            ):
                continue
            head, rest = _HEAD.search(self.low, max(0, hit.start - 40), hit.start), _BODY.match(self.low, hit.end)
            if head and rest:
                told = (head.start(), head.group(), hit.values[0], rest.start("body"), rest["body"])
                found += [title] if (title := self.lexicon.title_around(*told)) else []
        return found

    def _of_central_banks(self) -> list[TitleHit]:
        """ "Bank of Ghana governor", "governor of the Bank of Ghana": the state is the bank's."""
        found = []
        for hit in self.hits.all:
            bank = _BANK_OF.match(self.folded, hit.start) if hit.kind == "mask" else None
            state = self.lexicon.names(self.folded[bank.end() : hit.end])[:1] if bank else [hit]
            if not state or state[0].kind != "country":
                continue
            led = _CENTRAL_BANK.search(self.low, max(0, hit.start - 40), bank.end() if bank else hit.start)
            told = _GOVERNOR.match(self.low, hit.end)
            if led and (told or led["of"]):
                end = told.end() if told else hit.end
                found.append(TitleHit(led.start(), end, "central bank governor", (("", "other"),), state[0].values[0]))
        return found

    def _is_surname(self, title: TitleHit) -> bool:
        """True for "King" of "Roger King": a given name stands before it, no state, title or opening word."""
        if title.phrase not in _SURNAMES or not self.folded[title.start].isupper():
            return False
        given = _GIVEN.search(self.folded, max(0, title.start - 20), title.start)
        if given is None or given["given"] in _ROYAL or self.lexicon.is_title(given["given"].lower()):
            return False
        hit = self.hits.before(title.start)
        return not (hit and hit.end > given.start() and hit.kind not in ("leader", "short"))

    def _before_state(self, title: TitleHit) -> TitleHit | None:
        """The title without the beginning of a state's name: "President of the Republic of Fiji"."""
        if title.phrase == "pm" and _TIME.search(self.low, max(0, title.start - 2), title.start):
            return None
        if title.phrase == "speaker" and _OF_AN_EVENT.search(self.low, max(0, title.start - 12), title.start):
            return None
        hit = self.hits.at(title.end - 1)
        if hit and hit.kind == "country" and title.start < hit.start < title.end <= hit.end:
            return self.lexicon.cut_title(title, hit.start)
        return title

    def _group(self, titles: list[TitleHit], index: int) -> tuple[TitleGroup, int]:
        first = titles[index]
        start, country, former, determiner = self._before(first)
        country = first.country or self._own_state(first) or country
        end, countries = self._of_country(self._portfolio(first))
        if determiner == "the" and _FOUNDER.search(self.low, max(0, first.start - 12), first.end):
            former = True
        if _ABROAD.search(self.low, first.end, end) and any(office == "minister" for _, office in first.readings):
            first = replace(first, readings=tuple((state, "foreign_minister") for state, _ in first.readings))
        end, sent_to = self._accredited(first, end)
        group, used = [first], 1
        while index + used < len(titles):
            following = titles[index + used]
            if following.start < end:
                used += 1
                continue
            gap = self.folded[end : following.start]
            if len(gap) > 12 or not _STACK.fullmatch(gap) or _are_a_couple(first.phrase, following.phrase):
                break
            if "," in gap and "and" in gap and following.phrase in _CROWNED:
                break  # "N, then prime minister of Y, and King M"
            if gap == " and " and determiner == "the" and _are_two(first.phrase, following.phrase):
                break
            if " and the " in gap or (" and " in gap and not self._name_follows(following.end)):
                break
            more_end, more_countries = self._of_country(self._portfolio(following))
            if countries and more_countries and countries != more_countries:
                break
            if countries and " and " in gap and self._of_other(more_end, countries):
                break
            group.append(following)
            used += 1
            end, countries = more_end, countries or more_countries
        country = country or (countries[0] if countries else None)
        led_from, country = self._leader_before(start, country)
        local = self._local(first) or self._of_bloc(first)
        deputy = len(group) > 1 and first.phrase in _DEPUTY_TITLES
        deputy |= any(
            _DEPUTY.search(self.low, max(0, at - 10), at)
            for at in {self._noun_start(first), self._fields_start(first), first.start}
        )
        return (
            TitleGroup(start, end, group, country, former, determiner, countries, sent_to, local, led_from, deputy),
            used,
        )

    def _of_other(self, end: int, countries: list[str]) -> bool:
        """True where the name that follows is said to be of another state: "X, secretary of C and Minister Y of D"."""
        span = self.name_at(end + 1)
        state = self.country_after(span[1]) if span else None
        return state is not None and state not in countries

    def _own_state(self, title: TitleHit) -> str | None:
        """The state that a title begins with where the two are one title: "German chancellor"."""
        hit = self.hits.at(title.start)
        inside = hit is not None and hit.start == title.start and hit.end < title.end
        return hit.values[0] if hit and inside and hit.kind in ("country", "adjective") else None

    def _leader_before(self, start: int, country: str | None) -> tuple[int, str | None]:
        """Where a leader begins who stands with "'s" before a title, and his state: "Chirac's foreign minister"."""
        prior = self.hits.before(start)
        if (
            country
            or not prior
            or prior.kind not in ("leader", "short")
            or self.folded[prior.end : start] not in ("'s ", "' ")
        ):
            return -1, country
        states = {self.lexicon.known[i].country for i in prior.values}
        return prior.start, states.pop() if len(states) == 1 else None

    def _local(self, title: TitleHit) -> bool:
        """True for the office of a region or a town ("Greenland's premier"), which is none of a state."""
        at = self._portfolio_start(title)
        prior = self.hits.before(at)
        return bool(
            prior
            and prior.kind == "city"
            and self.folded[prior.start : prior.end] not in self.lexicon.capital_names
            and _LOCAL_FIELD.fullmatch(self.folded[prior.end : at])
            and not _PLACED.search(self.low, max(0, prior.start - 10), prior.start)
            and any(office not in ("envoy", "other", "none") for _, office in title.readings)
        )

    def _is_mere_place(self, hit: Hit) -> bool:
        """True for a town that is no seat of a government, and for "the Abidjan-based bank"."""
        town = hit.kind == "city" and self.folded[hit.start : hit.end] not in self.lexicon.capital_names
        return town or self.folded.startswith(("-based", "-born"), hit.end)

    def _of_bloc(self, title: TitleHit) -> bool:
        """True for the office of a bloc ("EC trade chief", "OPEC president"), unless a state stands before the bloc."""
        at = self._portfolio_start(title)
        prior = self.hits.before(at)
        if not prior or prior.kind != "bloc" or title.country:
            return False
        body = _OF_BLOC.match(self.folded, prior.end)
        if not body or not _BETWEEN.fullmatch(self.folded[body.end() : at]):
            return False
        owner = self.hits.before(prior.start)
        return not (
            owner
            and owner.kind in ("country", "adjective")
            and _BETWEEN.fullmatch(self.folded[owner.end : prior.start])
        )

    def _noun_start(self, title: TitleHit) -> int:
        """Where a title begins with its fields and the state before it."""
        at = self._portfolio_start(title)
        prior = self.hits.before(at)
        joined = prior and prior.kind in ("country", "adjective") and _BETWEEN.fullmatch(self.folded[prior.end : at])
        return prior.start if prior and joined else at

    def _name_follows(self, at: int) -> bool:
        end, _ = self._of_country(at)
        return bool(re.match(r",? [A-Z]", self.folded[end : end + 4]))

    def _before(self, title: TitleHit) -> tuple[int, str | None, bool, str]:
        """Start of the noun group, its state, whether it says former, and its determiner."""
        at, country = self._portfolio_start(title), None
        prior = self.hits.before(at)
        if (
            prior
            and prior.kind in ("country", "adjective", "city", "seat")
            and _BETWEEN.fullmatch(self.folded[prior.end : at])
            and not names_a_firm(self.folded, prior, title)
            and not self._is_scene(prior, at)
        ):
            modifiers = self.folded[prior.end : at]
            at, country = prior.start, prior.values[0]
        else:
            modifiers = ""
        last = _LAST_WORD.search(self.folded, max(0, at - 20), at)
        if not last or last.group(1).lower() not in _BEFORE_TITLES:
            return at, country, bool(modifiers and _FORMER.search(modifiers)), ""
        window = self.folded[max(0, at - 40) : at]
        found = _DETERMINER.search(window)
        assert found is not None
        former = bool(_FORMER.search(modifiers + found.group("mod")))
        det = (found.group("det") or "").lower()
        opened = len("that ") if det == "that" else 0  # "the visit that President X paid": a relative
        return at - len(found.group()) + opened, country, former, "" if opened else det

    def _is_scene(self, prior: Hit, at: int) -> bool:
        """True for a city in which one acts who is named right after it: "In Vienna President N of Y spoke", and for a state that he leaves: "From Y President N flew on"."""
        if at - prior.end != 1 or prior.kind not in ("city", "country"):
            return False
        if prior.kind == "country":
            return bool(_LEFT_FOR.search(self.folded, max(0, prior.start - 12), prior.start))
        return bool(_PLACED.search(self.low, max(0, prior.start - 10), prior.start))

    def _fields_start(self, title: TitleHit) -> int:
        """Where a title begins with the fields before it, whatever stands before these."""
        ministerial = _MINISTERIAL.search(title.phrase)
        return self.lexicon.portfolios.before(self.folded, title.start) if ministerial else title.start

    def _portfolio_start(self, title: TitleHit) -> int:
        """Where a title begins with the fields before it, if a state or a determiner stands before these."""
        if not _MINISTERIAL.search(title.phrase):
            return title.start
        at = self._fields_start(title)
        if (named := self.hits.starts.get(at)) and named.kind in ("country", "adjective"):
            return title.start  # a word of some minister's title, too: "for the Senegalese abroad"
        led = at < title.start and (
            _LED.search(self.folded, max(0, at - 30), at) or ((prior := self.hits.before(at)) and prior.end >= at - 3)
        )
        return at if led else title.start

    def _portfolio(self, title: TitleHit) -> int:
        """Read on over a portfolio that the table does not know whole."""
        if not _MINISTERIAL.search(title.phrase):
            return title.end
        end = self.lexicon.portfolios.after(self.folded, title.phrase, title.end)
        return title.end if any(p in self.hits.starts for p in range(title.end + 1, end)) else end

    def _accredited(self, title: TitleHit, end: int) -> tuple[int, str | None]:
        """Read "to Thailand" after an envoy's title: where he is sent, not whose he is."""
        if not any(office == "envoy" for _, office in title.readings):
            return end, None
        found = re.compile(r" (?:to|in) (?:the )?").match(self.folded, end)
        hit = self.hits.starts.get(found.end()) if found else None
        if hit is None or hit.kind not in ("country", "bloc", "city"):
            return end, None
        return hit.end, hit.values[0] if hit.kind != "bloc" else None

    def _of_country(self, end: int) -> tuple[int, list[str]]:
        """Read "of Kazakhstan", "of Kazakhstan and Uzbekistan" after a title."""
        found = _OF.match(self.folded, end)
        if not found or " in " in found.group():
            return end, []
        for at in (found.end(), found.end() - len("Republic of ")):
            hit = self.hits.starts.get(at)
            if hit and hit.kind in ("country", "city"):
                break
        else:
            hit = next(
                (
                    self.hits.starts[p]
                    for p in range(end + 3, found.end() + 1)
                    if p in self.hits.starts and self.hits.starts[p].kind == "country"
                ),
                None,
            )
        if not hit or hit.kind not in ("country", "city") or self._is_mere_place(hit):
            return end, []
        countries, end = [hit.values[0]], hit.end
        while more := re.compile(r"(?:,|,? and)(?: of)? (?:the )?(?:State of |Republic of )?").match(self.folded, end):
            following = self.hits.starts.get(more.end())
            if not following or following.kind != "country":
                break
            countries.append(following.values[0])
            end = following.end
        return end, countries
