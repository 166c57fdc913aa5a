"""Titles put together: stacked titles with their state, and the name that belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from relations_db.language import patterns as re
from relations_db.language.hits import Hits
from relations_db.language.lexicon import Lexicon, TitleHit, alike_names, name_tokens

_TOKEN = r"(?:(?:[A-Z][a-z]{0,2}\.)+(?=[A-Z]\w))?(?:(?![JS]r\b)[A-Z][a-z]{0,2}\.(?= ?[A-Z])|(?:[A-Z]|[a-z]{1,2}['-][A-Z])\w*(?:['-](?!s\b)\w+)*)"

_PARTICLE = r"(?:bin|ibn|bint|ben|abu|wa|ya|al|el|de|da|do|dos|das|del|della|di|van|von|der|den|ter|la|le|ould|ag|zu|y)"

NAME = re.compile(rf"{_TOKEN}(?: (?:{_PARTICLE} ){{0,2}}{_TOKEN}){{0,6}}")

STOP_CAPITALS = frozenset(
    "The A An In On At And But He She It They His Her Their This That These Those For From With By As After Before During Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday January February March April May June July August September October November December Today Yesterday Both Mr Mrs Ms Meanwhile "
    "Later Earlier Under Over Of To Talks Visit Agreement Memorandum Declaration Treaty Protocol Summit Council Ministry Government Parliament Republic "
    "President Presidents Minister Ministers Prime Premier Secretary Chairman Speaker Ambassador Excellency Excellencies Majesty Highness Royal Representatives Regional National People's Vice Foreign "
    "House Office Palace Residence Cabinet Administration Secretariat State Press Agency Service Party Committee Forum Conference Union Bank Group Company Who Which When While Where If Not No Deputy First Former".split()
)

_MODIFIERS = (
    r"former|then|ex|late|acting|interim|outgoing|founding|visiting|current|present|new|newly elected|newly-elected|caretaker|incoming|incumbent|"
    r"long-time|longtime|veteran|first|second|third|ailing|ousted|deposed|retired|one-time|transitional|previous|last|designated|re-elected|young|"
    r"country's|nation's|republic's"
)
_MODIFIER = rf"(?:(?:{_MODIFIERS})[ -])"
_DETERMINERS = "the|a|an|his|her|its|their|our|my|both|two|this|that|Mr|Mrs|Ms|whose"
# Most titles follow another word, and then need no search for what belongs to them.
_BEFORE_TITLES = frozenset(re.split("[ |-]", f"{_MODIFIERS}|{_DETERMINERS}".lower()))
_LAST_WORD = re.compile(r"([\w']+)[ -]\Z")

_BETWEEN = re.compile(rf"(?:'s|s')?[ -](?:\"?{_MODIFIER})*\"?", re.IGNORECASE)

_DETERMINER = re.compile(
    rf"(?:\b(?P<det>{_DETERMINERS}) )?(?P<mod>{_MODIFIER}*)$",
    re.IGNORECASE,
)

_OF = re.compile(
    r",? (?:of|for|in|from) (?:the )?(?:(?:friendly|brotherly|neighbou?ring|host) )?(?:(?:State|Republic|Kingdom) of )?"
)

_STACK = re.compile(r"(?:,? and |, |/| ?- | ?\| | )(?:the |concurrently |also )?\Z")

_FORMER = re.compile(
    r"\b(?:former|ex|late|then|founding|ousted|deposed|retired|one-time|previous|last|first)\b", re.IGNORECASE
)

_HEAD = re.compile(
    r"\b(?:(?:deputy|vice|first|acting) )?(?:president|speaker|chair(?:man|woman|person)?|head|chief|secretary|leader|marshal|minister|prime minister) of (?:the )?\Z"
)
_HONORIFIC = re.compile(r"(?P<word>[\w.'-]+)(?: |$)(?=(?P<next>[\w.'-]*))")
_OF_THE = ("of ", "of the ")
_TOP = re.compile(r"\b(?:top|chief) \Z")
_BODY = re.compile(r"(?:'s|')? (?P<body>[a-z][\w' -]{2,50})")
_ABROAD = re.compile(r"\b(?:foreign (?:and [a-z]+ )?(?:affairs|relations)|external (?:affairs|relations))\b")
_MINISTERIAL = re.compile(r"minister|secretar|commissioner|advis[eo]r")
_COUNTERPART = re.compile(r"\b(?:counterparts?|opposite numbers?|homologues?|colleagues?|interlocutors?)\b")

PLURALS = re.compile(
    r"(?:presidents|ministers|leaders|heads|premiers|chancellors|kings|speakers|counterparts|secretaries|numbers|colleagues|envoys|ambassadors|representatives)\b"
)


_NAME_BEFORE = re.compile(
    rf"({_TOKEN}(?: (?:{_PARTICLE} ){{0,2}}{_TOKEN}){{0,4}})"
    r"(?:, | \(| - |\n|,? (?P<named>(?:who )?(?:(?:has|had|have) been|was|were|is being|is) (?:re-?)?(?:named|appointed|nominated|elected|chosen|confirmed|sworn in|accredited|installed|designated)(?: as)? (?:the |a |an |its |their |his |her )?))$"
)
_CLOSED = re.compile(
    r"\s*(?:[,;.):]|$)|\n|-| (?:and|who|at the time|in|said|says|told|added|noted|stated|explained|announced|revealed|confirmed|will|has|had|was|is|on|during|also|arrived|met|"
    r"signed|visited|expressed|stressed|welcomed|called|wrote|tweeted|held|led|made|received|thanked|described)\b"
)
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|H\.E|HE|Excellency|Sheikh)\.? [A-Z][\w.' -]+, $")
PLACE_NAMES = re.compile(
    r" (?:Square|Airport|International|Avenue|Street|University|Stadium|Centre|Center|Foundation|Hospital|Bridge|Prize|Award|Library|Museum|Mausoleum|Park|Road|Boulevard|School|Academy|Institute|Mosque|Port)\b"
)


@dataclass(slots=True)
class TitleGroup:
    """Titles that stand together, with the state they name and where the words end; `local`: of a region or a town."""

    start: int
    end: int
    titles: list[TitleHit]
    country: str | None
    former: bool
    determiner: str
    countries: list[str]
    sent_to: str | None = None
    local: bool = False


class TitleReader:
    """Reads the title groups of one text and finds the names beside them."""

    def __init__(self, lexicon: Lexicon, text: str, folded: str, low: str, hits: Hits) -> None:
        self.lexicon, self.text, self.folded, self.low, self.hits = lexicon, text, folded, low, hits

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
        titles += self._around_states() + counterparts
        titles.sort(key=lambda t: (t.start, -t.end))
        return [t for n, t in enumerate(titles) if not n or t.start >= titles[n - 1].end or t.end > titles[n - 1].end]

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

    def _before_state(self, title: TitleHit) -> TitleHit | None:
        """The title without the beginning of a state's name: "President of the Republic of Fiji"."""
        hit = self.hits.at(title.end - 1)
        if hit and hit.kind == "country" and title.start < hit.start < title.end < hit.end:
            return self.lexicon.cut_title(title, hit.start)
        return title

    def _group(self, titles: list[TitleHit], index: int) -> tuple[TitleGroup, int]:
        first = titles[index]
        start, country, former, determiner = self._before(first)
        country = first.country or country
        end, countries = self._of_country(self._portfolio(first))
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
            if len(gap) > 12 or not _STACK.fullmatch(gap):
                break
            if " and the " in gap or (" and " in gap and not self._name_follows(following.end)):
                break
            more_end, more_countries = self._of_country(self._portfolio(following))
            if countries and more_countries and countries != more_countries:
                break
            group.append(following)
            used += 1
            end, countries = more_end, countries or more_countries
        country = country or (countries[0] if countries else None)
        return TitleGroup(start, end, group, country, former, determiner, countries, sent_to, self._local(first)), used

    def _local(self, title: TitleHit) -> bool:
        """True for the office of a region or a town ("Greenland's premier"), which is none of a state."""
        prior = self.hits.before(title.start)
        return bool(
            prior
            and prior.kind == "city"
            and self.folded[prior.start : prior.end] not in self.lexicon.capital_names
            and _BETWEEN.fullmatch(self.folded[prior.end : title.start])
            and any(office not in ("envoy", "other", "none") for _, office in title.readings)
        )

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
        return at - len(found.group()), country, former, (found.group("det") or "").lower()

    def _portfolio_start(self, title: TitleHit) -> int:
        """Where a title begins with the fields before it, if a state or a determiner stands before these."""
        if not _MINISTERIAL.search(title.phrase):
            return title.start
        at = self.lexicon.portfolios.before(self.folded, title.start)
        led = at < title.start and (
            re.search(r"(?:'s|s'|\b[Tt]he|\b[Hh]is|\b[Hh]er|\b[Tt]heir) \Z", self.folded[max(0, at - 8) : at])
            or ((prior := self.hits.before(at)) and prior.end >= at - 3)
        )
        return at if led else title.start

    def _portfolio(self, title: TitleHit) -> int:
        """Read on over a portfolio that the table does not know whole."""
        if not _MINISTERIAL.search(title.phrase):
            return title.end
        end = self.lexicon.portfolios.after(self.folded, title.phrase, title.end)
        return title.end if any(title.end < p < end for p in self.hits.starts) else end

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
        if not hit or hit.kind not in ("country", "city"):
            return end, []
        countries, end = [hit.values[0]], hit.end
        while more := re.compile(r"(?:,|,? and)(?: of)? (?:the )?(?:State of |Republic of )?").match(self.folded, end):
            following = self.hits.starts.get(more.end())
            if not following or following.kind != "country":
                break
            countries.append(following.values[0])
            end = following.end
        return end, countries

    def name_after(self, stack: TitleGroup) -> tuple[int, int] | None:
        found = re.compile(r"(?:,? (?:Mr|Ms|Mrs|Comrade)\.? |, |,? \"|: | \(| - | )").match(self.folded, stack.end)
        if not found:
            return None
        start = self.skip_honorifics(found.end())
        span = self.name_at(start)
        if span and found.group() != " " and not self._apposition_ok(stack, span):
            return None
        if span and found.group() != " " and stack.country and self._of_another_state(span, stack.country):
            return None
        return span

    def _of_another_state(self, span: tuple[int, int], country: str) -> bool:
        """True where the name is a known leader's, and of another state than the title's."""
        said = name_tokens(self.folded[slice(*span)])
        known = [self.lexicon.known[i] for h in self.hits.inside(*span) if h.kind == "leader" for i in h.values]
        meant = [k for k in known if any(alike_names(said, name) for name in self.lexicon.name_tokens[k.id])]
        return bool(meant) and all(country not in {k.country, *(t.country for t in k.tenures)} for k in meant)

    def skip_honorifics(self, start: int) -> int:
        """The place after words of address; "the" is one only before another ("the Hon. X")."""
        while True:
            word = _HONORIFIC.match(self.folded, start)
            hit = self.hits.starts.get(start)
            if not word or word["word"] not in self.lexicon.honorifics or (hit and hit.kind == "leader"):
                return start
            if word["word"].lower() == "the" and word["next"] not in self.lexicon.honorifics:
                return start
            start = word.end()

    def _apposition_ok(self, stack: TitleGroup, span: tuple[int, int]) -> bool:
        if any(h.kind == "leader" for h in self.hits.inside(*span)):
            return True
        tokens = self.folded[span[0] : span[1]].split()
        closed = re.match(r"\s*(?:[,;.):]|$| and )", self.folded[span[1] : span[1] + 5])
        first = self.hits.starts.get(span[0])
        headed = self.text[stack.titles[0].start].isupper() and not (first and first.kind == "city")
        return len(tokens) >= 2 and bool(closed) and bool(stack.determiner or stack.country or headed)

    def name_at(self, start: int) -> tuple[int, int] | None:
        """The person's name that begins here; cut before places, titles and capitalised function words."""
        hit = self.hits.starts.get(start)
        if hit and hit.kind not in ("leader", "short", "city") and not (hit.kind == "country" and hit.ambiguous):
            return None
        found = NAME.match(self.folded, start)
        if not found:
            return None
        end = found.end()
        if hit and hit.kind == "leader":
            end = max(hit.end, end)
        position = start
        tokens = list(re.finditer(r"\S+", self.folded[start:end]))
        cut = end
        for number, token in enumerate(tokens):
            position = start + token.start()
            if hit and hit.kind == "leader" and position < hit.end:
                continue
            at = self.hits.starts.get(position)
            blocked = at and at.kind in ("country", "adjective", "bloc", "mask", "seat") and number > 0
            blocked = blocked or (at and at.kind == "city" and number > 1)
            blocked = blocked or (
                at
                and at.kind == "leader"
                and number > 0
                and " " in self.folded[at.start : at.end]
                and not token.group()[0].islower()
            )
            if blocked or token.group().rstrip("'s") in STOP_CAPITALS or token.group() in STOP_CAPITALS:
                cut = position
                break
        name = self.folded[start:cut].rstrip(" ,")
        name = re.sub(rf"(?: {_PARTICLE})+$", "", name)
        return (start, start + len(name)) if len(name) > 1 else None

    def name_before(self, stack: TitleGroup) -> tuple[int, int] | None:
        """The name that a title explains from behind: "Emmanuel Macron, the French president"."""
        low, before = self._before_group(stack.start)
        found = _NAME_BEFORE.search(before)
        if not found or not (found["named"] or self._explains(stack)):
            return None
        start = self.skip_honorifics(low + found.start(1))
        while self.lexicon.is_title(self.low[start : (end := self.low.find(" ", start))]) and end < low + found.end(1):
            start = end + 1
        tokens = list(re.finditer(r"\S+", self.folded[start : low + found.end(1)]))
        for token in reversed(tokens):
            at = self.hits.starts.get(start + token.start())
            if (
                at and at.kind in ("country", "adjective", "bloc", "mask", "city", "seat")
            ) or token.group() in STOP_CAPITALS:
                return None
        span = (start, low + found.end(1))
        if found.group().endswith("\n") and self.folded[start - 1 : start].strip():
            return None
        known = any(h.kind in ("leader", "short") for h in self.hits.inside(*span))
        return span if known or len(tokens) >= 2 else None

    def _before_group(self, start: int) -> tuple[int, str]:
        """The words before a title and where they begin, without a state between name and title: "X of Oman, Minister of Culture"."""
        low = max(0, start - 70)
        state = self.hits.before(start - 2)
        if state and state.end == start - 2 and state.kind == "country" and self.folded[state.end : start] == ", ":
            named = re.compile(r" of (?:the )?\Z").search(self.folded, low, state.start)
            if named:
                return low, self.folded[low : named.start()] + ", "
        return low, self.folded[low:start]

    def _explains(self, stack: TitleGroup) -> bool:
        """True where a title may stand behind its name: it says whose it is, or that there is one only, and ends there."""
        rest = self.folded[stack.end : stack.end + 16]
        listed = self.text[stack.titles[0].start].isupper() and bool(re.match(r"\s*(?:[;,.)]|$)", rest))
        of_none = all(office == "none" for title in stack.titles for _, office in title.readings)
        if not (stack.country or stack.determiner == "the" or listed or of_none):
            honoured = _ADDRESSED.search(self.folded[max(0, stack.start - 60) : stack.start])
            if not honoured:
                return False
        return bool(_CLOSED.match(rest))

    def country_after(self, end: int) -> str | None:
        found = re.compile(r" (?:of|from) (?:the )?| \(").match(self.folded, end)
        hit = self.hits.starts.get(found.end()) if found else None
        return hit.values[0] if hit and hit.kind == "country" else None
