"""The name that belongs to a title, before or after it."""

from __future__ import annotations

from dataclasses import dataclass

from relations_db.language import patterns as re
from relations_db.language.fold import name_key
from relations_db.language.hits import Hits
from relations_db.language.lexicon import Hit, Lexicon, TitleHit, alike_names, name_tokens
from relations_db.language.names import NAME, PARTICLE, TOKEN
from relations_db.language.wrapping import shouts

# A hit that begins so goes on with the name before it: "Pierre De Vos", where a leader is called De Vos.
_NAME_GOES_ON = re.compile(rf"(?:{PARTICLE}|arap|du|des|dos|des|la|le|mac|st) ", re.IGNORECASE)
# "(Foreign Minister Ana) Duarte": what an editor put in stands in brackets with the first name.
_BRACKETED = re.compile(rf"\) (?={TOKEN})")

STOP_CAPITALS = frozenset(
    "The A An In On At And But He She It They His Her Their This That These Those For From With By As After Before During Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday January February March April May June July August September October November December Last Next Today Yesterday Both Mr Mrs Ms Meanwhile "
    "Later Earlier Under Over Of To Affairs Talks Visit Agreement Memorandum Declaration Treaty Protocol Summit Council Ministry Government Parliament Republic "
    "President Presidents Minister Ministers Prime Premier Secretary Chairman Speaker Ambassador Excellency Excellencies Majesty Highness Royal Representatives Regional National People's Vice Foreign "
    "Fund Authority Corporation Holding Investment Last Next Since Until Then Now Once "
    "House Office Palace Residence Cabinet Administration Secretariat State Press Agency Service Party Committee Forum Conference Union Bank Group Company Who Which When While Where If Not No Deputy First Former".split()
)

# Of these, and of the months, such as are surnames.
_SURNAMES_TOO = frozenset("May March April June August House Royal".split())

# "Premier Li. He": the stop is that of the sentence.
_STOPPED = re.compile(r"(?<!\w)(?![JS]r)[A-Z][a-z]\.\Z")

# Words that no person's name ends on or goes on with.
_FIRM = re.compile(
    r"\b(?:Inc|Corp|Corporation|Co|Ltd|Limited|Plc|PLC|AG|NV|Banks?|Exchange|Associat(?:ion|es)|(?:Con)?[Ff]ederation|Systems|Industries|Institute|Produc(?:ts|tions)|Securities|Airlines|Airways|"
    r"University|Society|Chamber|Workers|Cooperatives|Insurance|Holdings|Motors|Brothers|League|Commission|Department|Senate|Treasury|Congress|Board|Club|Enterprises|Laboratories|Technologies|Partners|Agriculture|Mine|Lines|Petroleum|(?:General|Steel|Paper|Textile|Cotton|Flour|Rice|Sugar|Jute|Wool+en|Rolling|Spinning) Mills|Pictures|Stores|Resources|Communications|Publishing)\b|^(?:World|Steel|Oil|Jr)$"
)
_FIRM_AFTER = re.compile(
    r"(?:,? (?:Inc|Corp|Co|Ltd|Plc|PLC|AG|NV|SA|Bank|Party|Group|Union|Company|Agency)\b| and Co\b|,? <[A-Z])"
)


# Titles that firms, banks and clubs give as well.
_LOOSE_TITLE = (
    r"(?:(?:executive|senior|first|deputy|assistant|acting|co|vice|under|group|regional|general|honorary|principal|chief)[ -])*"
    r"(?:presidents?|chair(?:man|men|woman|person)?|governors?|(?:under)?secretar(?:y|ies)(?:[ -]general)?|leaders?|heads?|chiefs?|executives?|directors?(?:[ -]general)?|commissioners?|negotiators?|spokes(?:man|woman))(?:[ -]elect)?"
)
LOOSE = re.compile(f"{_LOOSE_TITLE}(?: and {_LOOSE_TITLE})*")
_OF_A_FIRM = re.compile(r"\b(?:in|of|(?P<word>[A-Z][\w&.'-]*)) (?:the )?\Z")


def names_a_firm(folded: str, state: Hit, title: TitleHit) -> bool:
    """True where a state before a title is a part of a firm's name: "Andes Canada president", "the Bank of Ghana governor"."""
    if state.kind != "country" or folded[state.end] != " " or not LOOSE.fullmatch(title.phrase):
        return False
    before = _OF_A_FIRM.search(folded, max(0, state.start - 30), state.start)
    return before is not None and before["word"] not in STOP_CAPITALS


def is_firm(folded: str, start: int, end: int) -> bool:
    """True where what stands beside a title is the name of a firm or a body: "president of Chile Copper Corp"."""
    return bool(_FIRM.search(folded[start:end]) or _FIRM_AFTER.match(folded, end))


_HONORIFIC = re.compile(r"(?P<word>[\w.'-]+)(?: |$)(?=(?P<next>[\w.'-]*))")

_NAME_BEFORE = re.compile(
    rf"({TOKEN}(?: (?:{PARTICLE} ){{0,2}}{TOKEN}){{0,4}})"
    r"(?:, (?:(?:then|now|currently|still|also|once|later|himself|herself|since|by then|today|formerly|previously|until recently|at (?:the|that) time|who (?:is|was|had been|has been)) )*| as | \(| - |\n|,? (?P<named>(?:who )?(?:(?:has|had|have) been|was|were|is being|is) (?:re-?)?(?:named|appointed|nominated|elected|chosen|confirmed|sworn in|accredited|installed|designated)(?: as)? (?:the |a |an |its |their |his |her )?))$"
)

_COMPANY = re.compile(
    r"(?:\A|[.\n] ?|\n)(?:accompanied by|together with|alongside|along with|flanked by|escorted by)\b[^.\n]*\Z"
)
_CLOSED = re.compile(
    r"\s*(?:[,;.):]|$)|\n|-| (?:and|who|at the time|in|for|to|said|says|told|added|noted|stated|explained|announced|revealed|confirmed|will|has|had|was|is|on|during|also|arrived|met|"
    r"signed|visited|expressed|stressed|welcomed|called|wrote|tweeted|held|led|made|received|thanked|described)\b"
)

_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|H\.E|HE|Excellency|Sheikh)\.? [A-Z][\w.' -]+, $")

PLACE_NAMES = re.compile(
    r" (?:airport|stadium|bridge|boulevard|avenue|square|university|hospital|mausoleum|museum|library|terminal|highway|dam|(?:inter)?national airport|Terminal|Highway|Airfield|Hall|Square|Airport|International|Avenue|Street|University|Stadium|Centre|Center|Foundation|Hospital|Bridge|Prize|Award|Library|Museum|Mausoleum|Park|Road|Boulevard|School|Academy|Institute|Mosque|Port)\b"
)


_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_ADDRESS = frozenset(("mr", "mrs", "ms"))  # "Mr Ambassador, X has left"


@dataclass(slots=True)
class TitleGroup:
    """Titles that stand together, with the state they name and where the words end.

    `local`: of a region, a town or a bloc; `led_from`: where the leader begins whose minister or envoy it is; `deputy`: a deputy's.
    """

    start: int
    end: int
    titles: list[TitleHit]
    country: str | None
    former: bool
    determiner: str
    countries: list[str]
    sent_to: str | None = None
    local: bool = False
    led_from: int = -1
    deputy: bool = False


class NameReader:
    """Finds the names beside the titles of one text."""

    def __init__(self, lexicon: Lexicon, text: str, folded: str, low: str, hits: Hits) -> None:
        self.lexicon, self.text, self.folded, self.low, self.hits = lexicon, text, folded, low, hits

    def name_after(self, stack: TitleGroup) -> tuple[int, int] | None:
        found = re.compile(r"(?:,? (?:Mr|Ms|Mrs|Comrade)\.? |, |,? \"|: | \(| - | )").match(self.folded, stack.end)
        if not found:
            return None
        start = self.skip_honorifics(found.end())
        span = self.name_at(start, bool(stack.country) and found.group() == " ")
        if span and found.group() != " " and (stack.determiner in _ADDRESS or not self._apposition_ok(stack, span)):
            return None
        if span and found.group() != " " and stack.country and self.of_another_state(span, stack.country):
            return None
        return span

    def of_another_state(self, span: tuple[int, int], country: str) -> bool:
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
            if not word or (hit and hit.kind == "leader"):
                return start
            said = word["next"] if word["word"].lower() == "the" else word["word"]
            if said not in self.lexicon.honorifics:
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

    def name_at(self, start: int, placed: bool = False) -> tuple[int, int] | None:
        """The person's name that begins here; cut before places, titles and capitalised function words.

        `placed`: the state of the person is told, so that a state's name before another word is a first name ("Israel Melo").
        """
        hit = self.hits.starts.get(start)
        accented = hit and hit.kind == "adjective" and not self.text[hit.start : hit.end].isascii()
        if (
            hit
            and hit.kind not in ("leader", "short", "city")
            and not ((hit.kind == "country" and hit.ambiguous) or accented)
            and not (placed and self._is_first_name(hit))
        ):
            return None
        if shouts(self.folded, start):
            return (hit.start, hit.end) if hit and hit.kind == "leader" else None
        found = NAME.match(self.folded, start)
        if not found:
            return None
        end = found.end()
        if (link := _BRACKETED.match(self.folded, end)) and self._in_brackets(start):
            end = NAME.match(self.folded, link.end()).end()  # type: ignore[union-attr]
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
                and not _NAME_GOES_ON.match(self.folded, at.start)
                and not (number == 1 and self._is_given(start, tokens[0].group()))
            )
            stop = token.group().removesuffix("'s") in STOP_CAPITALS
            if (blocked or stop) and not (number == 1 and self._is_family_name(tokens, start, at)):
                cut = position
                break
        name = self.folded[start:cut].rstrip(" ,")
        name = re.sub(rf"(?: {PARTICLE})+$", "", name)
        if _STOPPED.search(name):
            name = name[:-1]
        if name.isupper() and not (hit and hit.kind in ("leader", "short")):
            return None  # "among the leaders, ICI rose"
        return (start, start + len(name)) if len(name) > 1 else None

    def _is_first_name(self, hit: Hit) -> bool:
        """True for a state's name that is a first name: a word that names nothing else follows it."""
        following = hit.end + 1
        word = re.compile(TOKEN).match(self.folded, following)
        named = self.hits.starts.get(following)
        return bool(
            word
            and hit.kind in ("country", "adjective")
            and " " not in self.folded[hit.start : hit.end]
            and self.folded[hit.end] == " "
            and (named is None or named.kind in ("short", "leader", "city"))
            and word.group() not in STOP_CAPITALS
            and not self.lexicon.is_title(word.group().lower())
        )

    def _is_family_name(self, tokens: list[re.Match[str]], start: int, hit: Hit | None) -> bool:
        """True for a word that is a state's or a month's name too, behind a first name that has no other surname: "Ruth Ireland"."""
        first, word = tokens[0].group(), tokens[1].group().removesuffix("'s")
        end = start + tokens[1].start() + len(word)
        return (
            len(tokens) == 2
            and name_key(first) in self.lexicon.given_names
            and not re.match(r" \d|,? \d{4}", self.folded[end : end + 7])
            and (hit.kind == "country" and hit.end == end if hit else word in _SURNAMES_TOO)
            and (start not in self.hits.starts or self.hits.starts[start].kind == "city")
        )

    def _is_given(self, start: int, word: str) -> bool:
        """True for a word that is no surname of a leader, or some leader's given name: it begins the name that goes on behind it."""
        hit = self.hits.starts.get(start)
        return hit is None or hit.kind not in ("leader", "short") or name_key(word) in self.lexicon.given_names

    def _in_brackets(self, at: int) -> bool:
        low = max(0, at - 80)
        return self.folded.rfind("(", low, at) > self.folded.rfind(")", low, at)

    def name_before(self, stack: TitleGroup) -> tuple[int, int] | None:
        """The name that a title explains from behind: "Emmanuel Macron, the French president"."""
        low, before = self._before_group(stack.led_from if stack.led_from >= 0 else stack.start)
        found = _NAME_BEFORE.search(before)
        if not found or not (found["named"] or self._explains(stack)):
            return None
        start = self.skip_honorifics(low + found.start(1))
        while self.lexicon.is_title(self.low[start : (end := self.low.find(" ", start))]) and end < low + found.end(1):
            start = end + 1
        tokens = list(re.finditer(r"\S+", self.folded[start : low + found.end(1)]))
        for number, token in reversed(list(enumerate(tokens))):
            at = self.hits.starts.get(start + token.start())
            if at and at.kind == "city" and number > 1:
                continue  # "Gabriel Obiang Lima"
            if (
                at and at.kind in ("country", "adjective", "bloc", "mask", "city", "seat")
            ) or token.group() in STOP_CAPITALS:
                return None
        if shouts(self.folded, start):
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
        if state and state.kind == "country" and (link := self.folded[state.end : start]) in (", ", " as "):
            named = re.compile(r" of (?:the )?\Z").search(self.folded, low, state.start)
            if named:
                return low, self.folded[low : named.start()] + link
        return low, self.folded[low:start]

    def _explains(self, stack: TitleGroup) -> bool:
        """True where a title may stand behind its name: it says whose it is, or that there is one only, and ends there."""
        rest = self.folded[stack.end : stack.end + 16]
        listed = self.text[stack.titles[0].start].isupper() and bool(re.match(r"\s*(?:[;,.)]|$)", rest))
        of_none = all(office == "none" for title in stack.titles for _, office in title.readings)
        owned = stack.determiner in _POSSESSIVES and not of_none
        if not stack.country and rest[:1] == " " and _COMPANY.search(self.low, max(0, stack.start - 300), stack.start):
            return False  # "accompanied by the envoy X, the president was received"
        if not (stack.country or stack.determiner == "the" or owned or listed or of_none):
            honoured = _ADDRESSED.search(self.folded[max(0, stack.start - 60) : stack.start])
            if not honoured:
                return False
        return bool(_CLOSED.match(rest))

    def country_after(self, end: int) -> str | None:
        found = re.compile(r" (?:of|from) (?:the )?| \(").match(self.folded, end)
        hit = self.hits.starts.get(found.end()) if found else None
        return hit.values[0] if hit and hit.kind == "country" else None
