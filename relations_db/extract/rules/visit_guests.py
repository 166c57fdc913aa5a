"""Those who are called guests: "H and his guest G", "her guests X and Y", "G had been his guest in Y", "the guests were X and Y"."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import UNKNOWN, Context, Place
from relations_db.extract.rules.visit_kinds import event_in, kind_of, local_kind
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_parts import frame_city, make_each, stated_place
from relations_db.extract.rules.visit_realis import clause_around, guard
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import scene
from relations_db.extract.rules.visit_who import LEADERS, agents, is_traveller, people, travellers
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity, Mention
from relations_db.language.realis import Realis, of_group, verb_group
from relations_db.values import Basis, Status

_ONE = r"(?:(?:[AC]\d+ (?:'s )?|the |from [AC]\d+ )*[PH]\d+(?: of (?:the )?C\d+| \( [AC]\d+ \))?)"
_LIST = rf"{_ONE}(?:(?: ,)?(?: and| as well as|,)? {_ONE})*"
# "his Serbian guest, X", "her guests X and Y", "the visiting presidents, X and Y"
GUESTS = re.compile(
    rf"\b(?P<owner>Q\d+|P\d+ 's|the) (?:two |three |N\d+ |both )?(?:(?:[AC]\d+|O\d+|state|foreign|royal|visiting|distinguished|honoured|other|next|last|latest|first|only|second|third|previous|earlier|recent|most|-) )*(?:guests?|visitors?|callers?)(?: of (?:honour|N\d+ nights?|the (?:day|week|month|year|evening|night|hour|season)))?(?: from [AC]\d+| D\d+)?(?: ,| :|,| (?:was|is|were|are|having been|had been|will be)(?: none other than)?)? (?P<list>{_LIST})"
)


def guests(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H and his A guest, G, opened the bridge": G is in the state of H, at the place of what they do."""
    low, high = clause_around(sentence, match.start())
    if REMOTE.within(sentence, sentence.coded[low:high]):
        return []
    pools = people(context, sentence, [int(n) for n in re.findall(r"[PH](\d+)", match.group("list"))])
    if not pools:
        return []
    place = stated_place(context, sentence, match.start(), low, high, None) or _scene_of(
        context, sentence, match, pools
    )
    if place is None:
        return []
    realis = _realis(sentence, match, low, high)
    found = [g for g in travellers([p[:1] for p in pools], place.country) if is_traveller(context, g)]
    kind = local_kind(sentence, match.end(), low, high)
    when = visit_when(context, sentence, match.end(), realis)
    return make_each(
        context, sentence, "visit-guests", found, place, kind, when, guard(context, sentence, match, realis)
    )


def _realis(sentence: Sentence, match: Match[str], low: int, high: int) -> Realis:
    """A plan where the clause looks ahead, else something done: a guest who is named is there."""
    ahead = re.search(r"\b(?:will|shall|is to|are to|due to|expected to)\b", sentence.coded[low:high])
    return Realis(Status.PLANNED if ahead else Status.DONE)


def _scene_of(context: Context, sentence: Sentence, match: Match[str], pools: list[list[Entity]]) -> Place | None:
    """The scene, where a host is at home there; else the state of the one whose guests they are."""
    homes = {p[0].country for p in pools}
    told = scene(context, sentence)
    owner = re.match(r"[PQ](\d+)", match.group("owner"))
    hosts = people(context, sentence, [int(owner.group(1))]) if owner else []
    host = next((e for p in hosts for e in p if e.country not in homes), None)
    if host is None or host.country is None:
        return told if told and told.country not in homes and not owner else None
    return told if told and told.country == host.country else frame_city(context, host.country)


# "G had been his guest in Y": a mention without a name, and the place after it
WAS_GUEST = re.compile(
    r"\b(?:is|was|were|be|been|being|as) (?P<role>P\d+)(?= (?:in|at|on|here|there|for|until|,|\.|;|last|D\d+)|$| \.)"
)


def was_guest(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "G had been his guest in Y in June": in the state of the one who is meant by "his"."""
    unit = sentence.unit(match.group("role"))
    if not (isinstance(unit.thing, Mention) and re.search(r"\bguest$", unit.word)):
        return []
    _, high = clause_around(sentence, match.start())
    pools = agents(context, sentence, match.start())
    if not pools or not (pools[0][0].country) or _HAVE_AS.search(sentence.coded, 0, match.start()):
        return []
    guest = pools[0][0]
    place = stated_place(context, sentence, match.end(), match.start(), high, guest)
    if place is None and (home := _owner_home(context, sentence, match, guest)):
        place = Place(None, home, Basis.FRAME)
    group = verb_group(sentence, match.start())
    realis = guard(context, sentence, match, of_group(group + match.group().split()[0] + " "))
    kind = "summit" if event_in(sentence.coded[match.end() : high]) else "unspecified"
    when = visit_when(context, sentence, match.end(), realis)
    return make_each(context, sentence, "visit-was-guest", [guest], place, kind, when, realis)


# "would like to have him as his guest": the guest is another
_HAVE_AS = re.compile(r"\b(?:have|has|had|having|see|welcome|receive|welcomed|received|host|hosted) [PH]\d+ $")


def _owner_home(context: Context, sentence: Sentence, match: Match[str], guest: Entity) -> str | None:
    """The state of the one named last before a guest: "his" in "had been his guest"."""
    for index in (sentence.index, sentence.index - 1):
        if index < 0:
            break
        earlier = context.analysis.sentences[index]
        for number in reversed(earlier.of("P", "H")):
            if index == sentence.index and earlier.offsets[number] >= match.start():
                continue
            for entity in context.entities_at(earlier, number)[:1]:
                if entity.country and entity.country != guest.country:
                    return entity.country
    return None


AWARDED = re.compile(
    r"\b(?P<verb>pinned|conferred|confers|bestowed|bestows|hung|fastened|presented|presents|awarded|awards|decorated|decorates|invested|invests|handed)\b(?P<tail>[^;]{0,120}?) (?:on |upon |to |round |with )?(?P<to>[PHQ]\d+)\b"
)


def awarded(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "In Y its president pinned the star on G's jacket": G is there; "during his state visit": in the giver's state."""
    givers = agents(context, sentence, match.start())
    takers = people(context, sentence, [int(match.group("to")[1:])])
    if not givers or not takers:
        return []
    giver = givers[0][0]
    guest = next((e for e in takers[0] if e.country != giver.country), None)
    if guest is None or giver.office not in LEADERS:
        return []
    low = max(sentence.coded.rfind(mark, 0, match.start()) for mark in (" ; ", " , and ", " when ")) + 1
    following = re.compile(r" [;:] | , (?:and )?[AC]\d+ 's P\d+ | , and [P]\d+ ").search(sentence.coded, match.end())
    high = following.start() if following else len(sentence.coded)
    stay = re.search(
        r"\bduring (?:[Q]\d+|his|her|an?|the) (?P<mods>(?:[a-z-]+ ){0,3})(?:visit|trip|stay)\b",
        sentence.coded[low:high],
    )
    place = stated_place(context, sentence, match.start(), low, high, guest)
    if place is None and stay and giver.country:
        place = Place(None, giver.country, Basis.FRAME)
    if place is None or place.country != giver.country:
        return []
    realis = guard(context, sentence, match, of_group(verb_group(sentence, match.start())))
    when = context.date_near(sentence, match.end(), False, (low, high)) or (
        UNKNOWN if context.is_history(sentence) else visit_when(context, sentence, match.start(), realis)
    )
    kind = kind_of(stay.group("mods")) if stay else "unspecified"
    return make_each(context, sentence, "visit-awarded", [guest], place, kind, when, realis, weak=stay is None)


# "G and his host, H, signed": G is at H's
AND_HOST = re.compile(
    r"\b(?P<guest>[PH]\d+)(?: , [^,;]{0,50} ,)? (?:and|with|told|thanked|embraced|joined) (?P<host>P\d+)"
)


def beside_host(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "G and his host, H, put their names to a declaration": in H's state."""
    unit = sentence.unit(match.group("host"))
    if not re.search(r"\bhost(?:ess)?$", unit.word):
        return []
    low, high = clause_around(sentence, match.start())
    pools = people(context, sentence, [int(match.group("guest")[1:])])
    named = re.compile(r"P\d+ ?,? (?P<name>P\d+)").match(sentence.coded, match.start("host"))
    hosts = people(context, sentence, [int((named.group("name") if named else match.group("host"))[1:])])
    home = hosts[0][0].country if hosts else None
    if not pools or home is None or pools[0][0].country == home or REMOTE.within(sentence, sentence.coded[low:high]):
        return []
    place = stated_place(context, sentence, match.start(), low, high, pools[0][0])
    told = scene(context, sentence)
    if place is None or place.country != home:
        place = told if told and told.country == home else frame_city(context, home)
    realis = guard(context, sentence, match, _realis(sentence, match, low, high))
    when = visit_when(context, sentence, match.end(), realis)
    kind = local_kind(sentence, match.end(), low, high)
    return make_each(context, sentence, "visit-beside-host", pools[0][:1], place, kind, when, realis, weak=True)


VISITING = re.compile(r"(?P<guest>P\d++)(?! 's)")
_NO_GUEST = re.compile(
    r"\b(?:is|was|were|are|be|been|by|before|after|while|when|for|from|of|without) (?:also |now |currently )?$"
)


def visiting(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "H and visiting A president G signed": G is where the story is, or in H's state."""
    unit = sentence.unit(match.group("guest"))
    low = context.analysis.low
    at = unit.start if unit.word.startswith("visiting ") else unit.start - len("visiting ")
    if not low.startswith("visiting ", max(0, at)) or _NO_GUEST.search(low, max(0, at - 24), max(0, at)):
        return []
    pools = people(context, sentence, [int(match.group("guest")[1:])])
    start, end = clause_around(sentence, match.start())
    if not pools or REMOTE.within(sentence, sentence.coded[start:end]) or pools[0][0].country is None:
        return []
    guest = pools[0][0]
    partners = [e for n in sentence.of("P") for e in context.entities_at(sentence, n)[:1]]
    home = next((e.country for e in partners if e.country and e.country != guest.country), None)
    told = stated_place(context, sentence, match.start(), start, end, guest) or scene(context, sentence)
    place = told if told and told.country != guest.country and home in (None, told.country) else None
    if place is None and home:
        place = frame_city(context, home)
    when = visit_when(context, sentence, match.start(), Realis(Status.DONE))
    return make_each(context, sentence, "visit-visiting", [guest], place, "unspecified", when, Realis(Status.DONE))
