"""State honours given to a leader of another state."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from re import Match

import ahocorasick_rs

from relations_db.extract.candidate import SAID, Candidate, Rule, Stretched
from relations_db.extract.context import Context
from relations_db.extract.rules.occasions import (
    Parties,
    day_of,
    framed,
    joined,
    milestone,
    refuse,
    state_of,
    states_between,
    two_states,
    why_not,
    words,
)
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.fold import fold, lower
from relations_db.language.lexicon import Lexicon
from relations_db.language.people import Entity
from relations_db.values import Basis, Kind

_VERB = re.compile(
    r"\b(?P<verb>(?P<gave>awarded|awards|decorated|decorates|decorating|honou?red|honou?rs|invested|conferred|confers|conferring|bestowed|bestows|bestowing|presented|"
    r"presents|presenting|awarding|gave|gives|handed(?: over)?|pinned|granted|given|hung|hangs|placed|put|draped|fastened|slung|wound|accorded|(?:went|goes|gone|fell)(?= (?:[a-z]+ |D\d+ |in D\d+ |on D\d+ ){0,3}to (?:[A-Z]\d+ 's (?:[a-z]+ ){0,3})?[PH]\d)|made(?= [PH]\d+ an? (?:honorary )?(?:knight|grand|commander|companion|officer|dame))|(?:raised|elevated|promoted|admitted)|(?:recogni[sz]ed|rewarded|thanked)(?= (?:[a-z]+ |D\d+ |on D\d+ ){0,3}with ))|(?P<got>(?<=\bto )(?:receive|accept|collect)|holder of|received|got|receives|receiving|accepted|accepts|collected|recipient of|was made|(?:was )?(?:appointed|named)(?= (?:an? )?(?:honorary )?(?:knight|grand|commander|companion|officer|dame))|became|promoted to|(?:went|goes|flew|travelled|sent|left|returned|departed) (?:home |back |away )?with|wore|wears|had(?! (?:[a-z]+ed|been|long|always|never|[a-z]+en)\b)))\b"
)
_HONOUR = re.compile(
    r"(?:\b(?:highest|top|supreme|most prestigious|premier)(?: [a-zAC'\d-]+){0,4}? (?:award|honou?r|order|decoration|distinction|medal)\b"
    r"|\b(?:state|national|presidential|civilian) (?:award|honou?r|order|decoration|distinction|medal)\b"
    r"|\b(?:grand |knight |commander |chief )*(?:cross|collar|cordon|order|sash|necklace|medal|companion|commander|star|insignia) of (?:the |an? |\")*(?!business|the day|magnitude|service to|gas|oil|supply)[a-zACLKP\"]"
    r"|\ban? (?:[a-z]+ )?(?:order|decoration) (?:that|which|reserved)\b"
    r"|(?<!in )(?<!\bnew )\border \" |\" (?:[a-z'-]+ ){1,4}\" (?:order|medal)\b|\b(?:the|his|her) (?:[a-z'-]+ ){1,3}(?:order|medal|sash|necklace)\b|(?:\bA\d+|C\d+ 's) (?:[a-z'-]+ ){0,3}(?:order|medal|sash|necklace|grand cross|grand collar|grand cordon|star)\b)"
)
_NOT_STATE = re.compile(
    r"\b(?:nobel|peace prize|film|festival|sports?|olympic|doctorate|honorary|professor|citizenship|prize|contract|tender|court|purchase|gold medal in|business|match|league|player)\b"
)
_OBJECT_OF = re.compile(r"\b(?:on|upon|to|with|round|around) (?:[a-z]+ |[AC]\d+ (?:'s )?){0,2}?(?P<who>[PH]\d+)")
_STYLE = r"Q\d+ (?:(?:royal )?(?:majesty|highness|excellency)|(?:A\d+ )?(?:guest|visitor|counterpart|colleague)(?: ,)?)"  # "His Majesty", "his guest, President A"
_REFUSED = re.compile(
    r"\b(?:turned down|declined|refus\w+|returned the|stripped|revoked|withdr\w+|den(?:y|ied)|gave back|handed back|nominated|proposed)\b"
)
_HOLDERS = frozenset(
    "head_of_state head_of_government foreign_minister deputy_head_of_government minister speaker other".split()
)


_NAMELESS = re.compile(
    r"^[^;.]{0,90}?\b(?:on|upon|to|round|around|with|of) (?:his|her|the|its|Q\d+) (?:[A]\d+ )?(?:guest|visitor|counterpart|colleague|host|opposite number|brother|sister|friend|neighbour)\b"
)
_WORN = re.compile(r"\b(?:neck|lapel|chest|breast|shoulders?)\b")
_GUEST = re.compile(r"\b(?:guest|visitor|counterpart|colleague|opposite number|interlocutor|host)$")


class OrderFinder:
    """Finds state orders by name; built once from the table of orders."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._states: dict[str, tuple[str, ...]] = {}
        for order in lexicon.vocabulary.orders:
            name = lower(fold(order.name))
            self._states[name] = (*self._states.get(name, ()), order.country)
        self._names = list(self._states)
        self._automaton = ahocorasick_rs.AhoCorasick(self._names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._bare: dict[str, tuple[str, ...]] = {}
        for name, states in self._states.items():
            short = _OF_ORDER.sub("", name)
            if short != name and len(short) > _SHORTEST:
                self._bare[f" the {short}"] = tuple(dict.fromkeys((*self._bare.get(f" the {short}", ()), *states)))
        self._shorts = list(self._bare)
        self._bare_automaton = ahocorasick_rs.AhoCorasick(
            self._shorts, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, low: str, at: int = 0) -> tuple[tuple[str, ...], int, int] | None:
        """The order named nearest to an offset of lower-case folded text: the states that give one of this name and where it stands."""
        named = [
            (self._states[self._names[index]], start, end)
            for index, start, end in self._automaton.find_matches_as_indexes(low)
            if (not start or not low[start - 1].isalnum()) and (end == len(low) or not low[end].isalnum())
        ]
        return min(named, key=lambda n: max(n[1] - at, at - n[2]), default=None)

    def find_bare(self, low: str) -> tuple[tuple[str, ...], int, int] | None:
        """The first order named without the word order: "conferred the Golden Eagle"."""
        for index, start, end in self._bare_automaton.find_matches_as_indexes(low):
            if end == len(low) or not low[end].isalnum():
                return self._bare[self._shorts[index]], start + 5, end
        return None


_OF_ORDER = re.compile(r"^(?:the )?order of (?:the )?| order$| medal$")
_SHORTEST = 4  # letters of an order's name


@lru_cache(maxsize=4)
def orders(lexicon: Lexicon) -> OrderFinder:
    """The finder of one lexicon."""
    return OrderFinder(lexicon)


def award(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A leader is given an order, a medal or "the highest state award" of another state."""
    honour = _honour(context, sentence, match)
    if honour is None:
        return []
    known, start, end = honour
    if (
        match.group("gave") in _RAISED
        and not _RANK.match(sentence.coded, match.end())
        and not _to_which(sentence, match)
    ):
        return []
    low, high = min(start, match.start()), max(end, match.end())
    near = sentence.coded[max(0, low - 40) : high + 40]
    if _NOT_STATE.search(near) and known is None:
        return []
    reason = _unreal(sentence, match) or ("refused or taken back" if _REFUSED.search(near) else "")
    if reason:
        return refuse(context, sentence, low, high, reason)
    receiver, giver = _roles(context, sentence, match, honour)
    if receiver is None and known and (match.group() == "had" or _WORN.search(near)):
        receiver = _guest(context, sentence, sentence.end, giver or known)
    if receiver is None and _BY_ROLE.search(sentence.coded, 0, match.start()):
        receiver = _visitor(context, giver or known or (context.host if _HOSTS.search(sentence.coded) else None))
    if receiver is None:
        return refuse(context, sentence, low, high, "no leader receives it")
    parties, basis = _parties(context, sentence, receiver, giver, known, sentence.coded[start:end])
    if not parties:
        return refuse(context, sentence, low, high, "a state's own honour")
    trip = _TRAVELLED.search(sentence.coded, 0, match.start()) if match.group("got") else None
    when = day_of(
        context, sentence, Stretched(*trip.span("verb")) if trip else Stretched(match.start(), max(match.end(), end))
    )
    text = f"{words(context, sentence, start, end)} to {receiver.name}"
    return [milestone(sentence, "award", parties, basis, when, text, "award")]


_BY_ROLE = re.compile(
    r"\b(?:the|this|our) (?:[a-z-]+ ){0,2}?(?:[a-z]+-)?(?:president|premier|king|queen|monarch|emir|sultan|sovereign|minister|leader|statesman|guest|visitor|chancellor) "
    r"(?:who [^,;:]{3,60} )?(?:was|is|has been|had been) (?:[a-z]+ )?$"
)
_HOSTS = re.compile(r"\bhosts?\b")
_TO_WHICH = re.compile(r" , (?:to|with) which (?P<who>[^,;:]{2,60})$")
_RAISED = ("raised", "elevated", "promoted", "admitted")
_RANK = re.compile(r" (?:[a-zA-Z\d]+ ){0,3}?to the (?:dignity|rank|grade)\b")
_TRAVELLED = re.compile(
    r"\b(?P<verb>went|came|flew|travelled|traveled|returned|arrived|journeyed)\b[^;:\"]{0,70} (?:in order )?to $"
)


def _to_which(sentence: Sentence, match: Match[str]) -> Match[str] | None:
    """The words between in "the order, with which he was decorated"."""
    return _TO_WHICH.search(sentence.coded, 0, match.start())


def _unreal(sentence: Sentence, match: Match[str]) -> str:
    """Why an honour was not given, or ""; "went to A to receive it" tells that it was."""
    if match.group("got") and _TRAVELLED.search(sentence.coded, 0, match.start()):
        return ""
    return why_not(sentence, match.start(), match.end())


def _visitor(context: Context, giver: str | None) -> Entity | None:
    """The guest of the news, for one called by his office alone; of another state than the giver's."""
    if context.guest and giver and context.guest.country != giver:
        return context.guest
    others = [s for s in context.pair or () if s != giver]
    heads = [
        e for e in context.analysis.entities if e.office == "head_of_state" and e.country in others and not e.former
    ]
    return heads[0] if giver and len(others) == 1 and len(heads) == 1 else None


_CONFERRED = re.compile(r"(?:award|decorat|invest|confer|bestow|hung|pinned|draped)")


def _honour(context: Context, sentence: Sentence, match: Match[str]) -> tuple[str | None, int, int] | None:
    """The honour nearest to the verb: its state where the table of orders knows it, and its place in the coded sentence."""
    finder, low_text = orders(context.lexicon), context.analysis.low[sentence.start : sentence.end]
    named = finder.find(low_text, sentence.span(*match.span())[1] - sentence.start)
    if named is None and _CONFERRED.match(match.group()) and not _HONOUR.search(sentence.coded):
        named = finder.find_bare(low_text)
    if named:
        states, low, high = named
        around = {
            *context.states_in(sentence),
            *(context.place_of(u).country for _, u in sentence.things if u.code == "L"),
        }
        likely = next(
            (s for s in states if s in around),
            next((s for s in states if s in (context.pair or ())), max(states, key=lambda s: context.weights[s])),
        )
        whole = len(states) == 1 and not low_text.endswith(
            "grand ", 0, low
        )  # a "Grand Cross of X" is not the Cross of X
        known = likely in around or bool(context.weights[likely]) or whole
        state = likely if known else None
        first = next(i for i, u in enumerate(sentence.units) if u.end > sentence.start + low)
        last = next(i for i, u in enumerate(sentence.units) if u.end >= sentence.start + high)
        start, end = sentence.offsets[first], sentence.offsets[last] + len(_token(sentence, last))
        other = end <= match.start() and any(
            m.start() > match.end() and _near(sentence, match, *m.span()) for m in _HONOUR.finditer(sentence.coded)
        )
        if _near(sentence, match, start, end) and not other:
            return state, start, end
    found = [m.span() for m in _HONOUR.finditer(sentence.coded) if _near(sentence, match, *m.span())]
    found = [s for s in found if s[0] > match.start()] or found if match.group("got") else found
    best = min(found, key=lambda s: abs(s[0] - match.start()), default=None)
    return (None, *best) if best else None


def _token(sentence: Sentence, number: int) -> str:
    unit = sentence.units[number]
    return f"{unit.code}{number}" if unit.code else unit.word


def _near(sentence: Sentence, match: Match[str], start: int, end: int) -> bool:
    between = sentence.coded[min(end, match.end()) : max(start, match.start())]
    if re.fullmatch(
        r"[a-z\d' -]{0,30} , (?:to |with |of )?which (?:[PHGC]\d+ |the [a-z]+ |of |the A\d+ )*?(?:was |is |had |has )?(?:been )?",
        between,
    ):
        return True
    return len(between) < 110 and not re.search(r" (?:;|who|which|but|while|whereas) ", between)


def _roles(
    context: Context, sentence: Sentence, match: Match[str], honour: tuple[str | None, int, int]
) -> tuple[Entity | None, str | None]:
    """Who is given the honour, and the state of who gives it, as far as the sentence tells."""
    tail = sentence.coded[match.end() : match.end() + 170]
    by = re.search(r"\b(?:by|from) (?:the )?(?:[a-z]+ ){0,2}?([PCAL]\d+)", tail)
    giver = context.state_of(sentence.unit(by.group(1))) if by else None
    subject = _subject(context, sentence, match.start())
    if (whose := _to_which(sentence, match)) and (named := re.search(r"[PH](\d+)", whose.group("who"))):
        subject = int(named.group(1))
    whom = re.search(r"P(\d+)(?: ,)? (?:on|upon|to|round) whom\b[^;:]{0,60}$", sentence.coded[: match.start()])
    if whom and match.group("gave"):
        giver = state_of(context, sentence, subject) if subject is not None else giver
        return _leader(context, sentence, int(whom.group(1)), giver or honour[0]), giver
    before = sentence.coded[: match.start()]
    passive = bool(re.search(r"\b(?:was|were|been|being|be|is|are)\b[a-zD\d ]{0,30}$", before))
    if match.group("got") or (passive and (honour[1] > match.start() or _to_which(sentence, match))):
        from_whom = giver or honour[0]
        receiver = _leader(context, sentence, subject, from_whom)
        if (
            receiver
            and receiver.country == from_whom
            and re.search(r"\band (?:[a-z]+ )?$", sentence.coded[: match.start()])
        ):
            receiver = _leader(context, sentence, next(iter(sentence.of("P")), None), from_whom)
        return receiver, giver
    if not passive and (guest := _NAMELESS.search(tail)):
        mine = state_of(context, sentence, subject) if subject is not None else honour[0]
        return _guest(context, sentence, sentence.units[sentence.at(match.end() + guest.start())].start, mine), mine
    target = (
        _OBJECT_OF.search(tail)
        if passive
        else re.match(rf"(?: {_STYLE}| [a-z]+){{0,2}}? (?P<who>[PH]\d+)", tail) or _OBJECT_OF.search(tail)
    )
    if not passive and subject is not None:
        giver = state_of(context, sentence, subject)
    if target is None:
        styled = not passive and re.match(rf"(?: (?:up)?on)? {_STYLE}\b", tail)
        return (_guest(context, sentence, sentence.span(*match.span())[0], giver) if styled else None), giver
    receiver = _leader(context, sentence, int(target.group("who")[1:]), giver or honour[0])
    if not passive and subject is not None and receiver in context.entities_at(sentence, subject)[:1]:
        receiver = _guest(context, sentence, sentence.span(*match.span())[0], giver)
    return receiver, giver


def _leader(context: Context, sentence: Sentence, number: int | None, giver: str | None) -> Entity | None:
    """The leader meant by a unit, of another state than the giver's; for "the guest" the one told of last."""
    people = context.entities_at(sentence, number) if number is not None else []
    if number is not None and sentence.units[number].code == "H":
        givers = [e for n in _givers(sentence, number) for e in context.entities_at(sentence, n)]
        people = [e for e in people if e not in givers] or people
    fit = [e for e in people if e.country and _holds(e)]
    found = next((e for e in fit if e.country != giver), fit[0] if fit else None)
    unit = sentence.units[number] if number is not None else None
    if (
        unit is None
        or not _GUEST.search(unit.word)
        or (found and found.country != giver and found.country in context.states_in(sentence))
    ):
        return found
    return _guest(context, sentence, unit.start, giver) or found


def _subject(context: Context, sentence: Sentence, at: int) -> int | None:
    """The unit of who acts or is acted on: in "A met B and was made a knight" it is A."""
    if re.search(r"\b(?:and|,) (?:was |were |has |had |been |also |then |later |[a-z]+ly )*$", sentence.coded[:at]):
        clause = context.clause_at(sentence, sentence.at(at))
        people = [n for n in clause.subject if sentence.units[n].code in ("P", "H")] if clause else []
        if len(people) == 1:
            return people[0]
    return context.subject(sentence, at)


_GIVES = re.compile(
    r"P(\d+) (?:has |had |also )?(?:made|bestowed|conferred|awarded|invested|presented|decorated|pinned|gave|hung)\b"
)


def _givers(sentence: Sentence, before: int) -> list[int]:
    """The persons named before a unit of a sentence who give honours in it: the pronoun after them means another."""
    return [int(n) for n in _GIVES.findall(sentence.coded, 0, sentence.offsets[before])]


def _holds(person: Entity) -> bool:
    return person.office in _HOLDERS or (person.office is None and person.known is not None)


def _guest(context: Context, sentence: Sentence, before: int, giver: str | None) -> Entity | None:
    """The leader named last before an offset who is a stranger where the sentence is, of a state that it names."""
    others = set(context.states_in(sentence)) - {giver}
    people = [m.entity for m in context.analysis.mentions if m.start < before and m.entity and m.entity.country]
    fit = [
        e for e in people if e.country != giver and _holds(e) and (e.country in others or not others - {context.host})
    ]
    heads = [e for e in fit if e.office in ("head_of_state", "head_of_government")]
    likely = heads or fit
    return likely[-1] if likely else None


def _parties(
    context: Context, sentence: Sentence, receiver: Entity, giver: str | None, known: str | None, honour: str
) -> tuple[Parties | None, Basis]:
    """The receiver's state with the giver's: the one who gives, the order's own, the adjective in its name, the other state around."""
    inside = [context.state_of(sentence.unit(c)) for c in re.findall(r"[AC]\d+", honour)]
    for state in (giver, known, *inside):
        if state and (both := joined(receiver.country, state)):
            return both, SAID
    if giver == receiver.country and (known in (None, giver)):
        return None, SAID
    others = [s for s in states_between(context, sentence, 0, len(sentence.units)) if s != receiver.country]
    if len(others) == 1:
        return joined(receiver.country, others[0]), SAID
    return framed(context, sentence, receiver.country)


_WORDS = frozenset(
    "awarded awards decorated decorates decorating honoured honored invested conferred confers conferring bestowed bestows bestowing presented presents "
    "presenting awarding order medal cross collar sash cordon necklace award honour honor decoration distinction insignia".split()
)
_EXCHANGED = re.compile(
    r"\b(?P<verb>exchanged|(?:decorated|honou?red) (?:G\d+|each other) with|(?:conferred|bestowed) (?:up)?on (?:G\d+|each other|the other)) "
    r"(?!views|opinions|notes)[^;.]{0,40}?\b(?:highest|state) (?:[a-z]+ ){0,2}(?:orders?|honou?rs?|decorations?|awards?)\b"
)


def exchanged(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """Two leaders give each other the highest orders of their states."""
    if reason := why_not(sentence, *match.span("verb")):
        return refuse(context, sentence, *match.span(), reason)
    parties, basis = two_states(context, sentence, match.start())
    when = day_of(context, sentence, match)
    return (
        [milestone(sentence, "award", parties, basis, when, "orders given to each other", "awards-exchanged")]
        if parties
        else []
    )


RULES = (
    Rule(
        "awards-exchanged", Kind.MILESTONE, frozenset({"orders", "order", "honours", "honors", "decorations", "awards"}), _EXCHANGED, exchanged,
        ("The presidents of Mali and Senegal exchanged the highest orders of their countries on Tuesday.",),
        ("The presidents of Mali and Senegal exchanged views on state orders for trains.", "Mali and Senegal exchanged the highest tariffs."),
    ),
    Rule(
        "award", Kind.MILESTONE, _WORDS, _VERB, award,
        ("President Kassym-Jomart Tokayev today conferred the Order of the Golden Eagle on Tajik President Emomali Rahmon.",
         "Kyrgyz President Sadyr Japarov was decorated with the Order of Dostyk, first degree.",
         "Indian Prime Minister Narendra Modi received the Order of Zayed, the highest civilian award of the United Arab Emirates, in August 2019."),
        ("Kazakh President Kassym-Jomart Tokayev awarded Kazakh pilots the Order of Dostyk.", "The contract was awarded by Kenya to a firm of Oman.",
         "Indian Prime Minister Narendra Modi was awarded an honorary doctorate by a university of Kenya.",
         "Kazakh President Kassym-Jomart Tokayev will award Tajik President Emomali Rahmon the Order of Dostyk.",
         "Tajik President Emomali Rahmon refused to be awarded the Order of Dostyk.", "A film of Iran received the highest award of the festival in Germany.",
         "Kenyan President William Ruto received the ambassador of Oman in order to discuss trade.", "A firm of Kenya received an order for ten trains from Oman.",
         "Athletes of Kenya were awarded medals in Oman."),
    ),
)  # fmt: skip
