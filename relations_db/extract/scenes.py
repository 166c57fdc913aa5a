"""Where and when what a sentence tells takes place, carried from sentence to sentence as a reader does.

A scene begins where an event is told with a place or a day (a dateline, the head of an entry, an arrival, a meeting, a ceremony). It goes on
until another place or day is told. A look back or ahead is an aside: it has its own place and day, and ends with its paragraph at the latest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from relations_db.extract.context import Context, Place, When
from relations_db.extract.loci import head_place, is_elsewhere, loci
from relations_db.extract.merge import days_apart
from relations_db.extract.rules.visit_kinds import event_in
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.date_meaning import resolve_end
from relations_db.language.dates import Dated
from relations_db.values import Basis, PartialDate


@dataclass(frozen=True, slots=True)
class Scene:
    """Place and day of what is told from sentence `first` on; `opened`: the first day told. `crowd`: 1 for a gathering that is named, 2 for one of many states;
    `aside`: a look back or ahead.
    """

    first: int
    place: Place | None = None
    day: When | None = None
    opened: When | None = None
    crowd: int = 0
    aside: bool = False
    ahead: bool = False


def scene_at(context: Context, index: int) -> Scene:
    """The scene of a sentence."""
    if context.scenes is None:
        context.scenes = _walk(context)
    return context.scenes[index]


def _walk(context: Context) -> list[Scene]:
    written = context.here()
    main = Scene(0, written)
    found: list[Scene] = []
    for sentence in context.analysis.sentences:
        told = _told(context, sentence)
        last = found[-1] if found else None
        if head := _entry(context, sentence):
            main = head if sentence.index == head.first else main
            scene = _with(head, told, sentence.index) if not told.aside else told
        elif told.aside or _leaves(main, told):
            scene = replace(told, aside=True)
        elif last and last.aside and _goes_on(context, sentence, told):
            scene = replace(last, day=told.day or last.day, place=told.place or last.place)
        else:
            scene = main = _with(main, told, sentence.index)
        found.append(scene)
    return found


def _with(scene: Scene, told: Scene, index: int) -> Scene:
    """A scene as a sentence goes on with it: another place or another gathering makes another scene, another day moves it on."""
    moved = told.place is not None and scene.place is not None and told.place.country != scene.place.country
    if _another_time(scene, told):
        return replace(told, place=told.place or (None if moved or scene.crowd else scene.place))
    place = told.place or scene.place
    if told.place and scene.place and not moved and (not told.place.city or scene.crowd):
        place = scene.place if scene.place.city else told.place
    crowd = max(told.crowd, 0 if moved else scene.crowd)
    begun = moved or bool(told.crowd and not scene.crowd)
    day = told.day or (None if moved else scene.day)
    opened = told.day if begun else scene.opened or told.day
    return Scene(index if begun else scene.first, place, day, opened or scene.day if not moved else opened, crowd)


def _another_time(scene: Scene, told: Scene) -> bool:
    """True for a day that is not of the same stay or gathering as the days told before."""
    old, new = (scene.opened or scene.day), told.day
    if old is None or new is None or old.date is None or new.date is None:
        return False
    return days_apart(old.date, new.date) > _ONE_STAY


_ONE_STAY = 10


def _leaves(scene: Scene, told: Scene) -> bool:
    """True for a sentence on somebody elsewhere, told among those on a gathering."""
    return bool(
        scene.crowd and not told.crowd and told.place and scene.place and told.place.country != scene.place.country
    )


def _entry(context: Context, sentence: Sentence) -> Scene | None:
    """The scene that the head of a chronicle's entry sets."""
    place = head_place(context, sentence)
    day = context.entry_date(sentence.index)
    if place is None and day is None:
        return None
    first = sentence.index
    sentences = context.analysis.sentences
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    crowd = max(_crowded(s) for s in sentences[first : sentence.index + 1])
    if place:
        place = Place(place.city, place.country, Basis.FRAME, place.span)
    return Scene(first, place, day, day, crowd)


# ------------------------------------------------------------------ what one sentence tells
_AHEAD = re.compile(r"\b(?:will|shall|is to|are to|(?:is|are) (?:due|expected|scheduled|set|planned|likely))\b")
_BACK = re.compile(
    r"\b(?:had (?!(?:already |just |also |only )?(?:come|arrived|flown|landed|driven|travelled)\b(?! to\b))(?:[a-z]+ly |already |just |also |never |not |once |last |first |long |only |been |all |both )*(?:[a-z]+ed|[a-z]+en|[a-z]+ght|been|come|gone|met|made|held|kept|said|told|sent|put|set|led|left|lost|won|paid|had|sat|stood|flown|begun|become|found)|last (?:year|month)|earlier this (?:month|year)|previous|previously|once)\b"
)
_SIMPLE_PAST = re.compile(
    r"\b(?!need|indeed|speed|proceed|exceed|freed|united|based|called|named|known)(?:[a-z]{2,}(?<!e)ed|came|sat|stood|flew|went|spoke|met|sent|left|took|gave|made|was|were|held|began|saw|led|fell|rose|paid|brought|drew|kept|told|laid|lit|drove|put|set|chose|did|got|found|shook|became|swore|wore|won|lost|ran|rode|hung)\b"
)


_RELATIVE = re.compile(r" , (?:who|whose|whom|which|where) [^,;:]*(?= [,;:.]|$)")


def _told(context: Context, sentence: Sentence) -> Scene:
    """Place, day and gathering that one sentence tells itself, and whether it leaves the story."""
    coded = _RELATIVE.sub(" ", sentence.coded)
    past, ahead, back = _SIMPLE_PAST.search(coded), _AHEAD.search(coded), _BACK.search(coded)
    day = told_day(context, sentence)
    old = context.long_past(day.date) if day else any(map(context.long_past, _years(context, sentence)))
    looks_ahead = ahead is not None and (past is None or ahead.start() < past.start())
    looks_back = old or (day is None and back is not None and (past is None or back.start() < past.start()))
    place = told_place(context, sentence)
    crowd = _crowded(sentence)
    if crowd and place is None and not (looks_ahead or looks_back):
        place = _home(context, sentence)
    aside = looks_ahead or looks_back
    return Scene(sentence.index, place, day, day, crowd, aside, looks_ahead and not old)


def _home(context: Context, sentence: Sentence) -> Place | None:
    """Where a gathering is whose sentence tells no place: in the state of him who takes office, else in the one city told before."""
    if context.here() is not None:
        return None
    sworn = [n for n in sentence.of("P") if _SWORN.search(sentence.units[n].word)]
    if sworn or (rite := _RITE.search(sentence.coded)):
        numbers = sworn or [n for n in sentence.of("P") if rite and sentence.offsets[n] < rite.end()]
        if numbers and (state := context.state_of(sentence.units[numbers[-1]])):
            return Place(None, state, Basis.FRAME)
    told = context.analysis.sentences[: sentence.index + 1]
    cities = [
        context.place_of(s.units[n]) for s in told for n in s.of("L") if not _FROM.search(s.coded[: s.offsets[n]])
    ]
    if len({place.city for place in cities}) != 1:
        return None
    return Place(cities[0].city, cities[0].country, Basis.FRAME, cities[0].span)


_FROM = re.compile(r"\b(?:from|to|for|via|through) (?:the )?$")


def _goes_on(context: Context, sentence: Sentence, told: Scene) -> bool:
    """True where a sentence after an aside still belongs to it: in its paragraph, without a day of the news."""
    before = context.analysis.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return False
    return bool(_THEN.search(sentence.coded)) and (told.day is None or context.long_past(told.day.date))


_THEN = re.compile(
    r"\b(?:that (?:time|day|year|visit|meeting|summit)|then|there|on that occasion|on the same occasion|the same (?:day|year|month))\b"
)

_OWNED = re.compile(
    r"\b(?:since|until|till|by|before|as of|up to|anniversary of|(?:said|told [a-zPHG]\d*\w*|reported|announced|reporters|journalists|elected|appointed|dated|born|dating|from|signed) (?:on|in)?|(?:in office|in power)(?: since)?) (?:on |in |the )*$"
)
_SUBORDINATE = re.compile(r"\b(?:who|whom|whose|which|that|had|if|until|before|because|since) [^,;:]*$")
_LATER = re.compile(
    r"\b(?:will|is to|are to|due|expected|scheduled|planned|to be|next|would|invited|invitation|asked|ahead of) [^,;]{0,50}$"
)


def told_day(context: Context, sentence: Sentence) -> When | None:
    """The day (or month) on which a sentence places what it tells; the first that no other word owns."""
    for number, dated in context.dates_in(sentence):
        at = sentence.offsets[number]
        before = sentence.coded[:at]
        if dated.start < context.analysis.dateline_end or _OWNED.search(before[-60:]):
            continue
        if _SUBORDINATE.search(before) or _LATER.search(before) or _in_brackets(before):
            continue
        if isinstance(dated, Dated) and dated.form in ("span", "hours", "close"):
            continue
        when = context.resolve(sentence, number, False)
        if when.date is None or when.date.month is None:
            continue
        return When(when.date, Basis.FRAME, when.span, resolve_end(dated, when.date))
    return None


def _years(context: Context, sentence: Sentence) -> list[PartialDate | None]:
    """The year that a sentence opens with: "Last year ...", "In 2013 ..."."""
    first = [
        n
        for n, _ in context.dates_in(sentence)
        if re.fullmatch(r"(?:in |back in |- )?", sentence.coded[: sentence.offsets[n]])
    ]
    return [context.resolve(sentence, n, False).date for n in first]


def _in_brackets(before: str) -> bool:
    return before.rfind("( ") > before.rfind(") ")


_SPEAKS = re.compile(r"\b(?:said|says|told|according to|reported|announced|officials|spokes[a-z]+|diplomats|sources)\b")
_GOES = re.compile(
    r"\b(?:flew|came|went|travell?ed|arriv\w+|(?:on|paid|paying|began|making|made|during) (?:an?|the|his|her|Q\d+) (?:[a-z-]+ ){0,4}(?:trip|visit|journey|tour)|welcomed|returned|gathered|brought|headed|drove|moved)\b[^;:]{0,40}$"
)


def told_place(context: Context, sentence: Sentence) -> Place | None:
    """The city, else the state, in which a sentence places what it tells."""
    best: Place | None = None
    for locus in loci(sentence):
        if locus.unit is None or locus.prep not in ("in", "at", "to", "into", "outside", "near"):
            continue
        unit = sentence.units[locus.unit]
        if unit.start < context.analysis.dateline_end or is_elsewhere(sentence, locus.start):
            continue
        before = sentence.coded[: locus.start]
        if _SUBORDINATE.search(before) or _LATER.search(before):
            continue
        if locus.prep in ("to", "into") and not _GOES.search(before):
            continue
        if _SPEAKS.search(sentence.coded) and not event_in(sentence.coded):
            continue
        state = context.state_of(unit)
        if state is None or (unit.code == "C" and best):
            continue
        place = context.place_of(unit) if unit.code == "L" else Place(None, state, Basis.FRAME, (unit.start, unit.end))
        place = Place(place.city, place.country, Basis.FRAME, place.span)
        if unit.code == "L":
            return place
        best = place
    return best


# ------------------------------------------------------------------ gatherings
_HEADS = r"(?:heads of (?:state|government)|presidents|prime ministers|premiers|leaders|monarchs|kings|rulers|foreign ministers|statesmen|dignitaries)"
_MANY = re.compile(
    rf"\b(?:(?P<number>N\d+)|dozens of|scores of|several|many|most|foreign|visiting|[a-z]+an|arab|regional|island|the rest of the) (?:other |foreign |visiting |[a-z]+an |arab |regional |island |A\d+ |B\d+ )*{_HEADS}\b"
    r"|\bG\d+ (?:of|from) (?:the )?(?:B\d+|neighbou?r\w*|region|continent|N\d+|[a-z]+ [a-z]+ countries)"
)
_BODY = re.compile(
    r"\b(?:came|come|sat|stood|attended|gathered|assembled|arrived|flew|met|watched|before|in the presence of|audience|joined|crowded|filed|were (?:there|present|in)|took part|welcomed|hosted|brought together)\b"
)
_RITE = re.compile(
    r"\b(?:took the oath|takes the oath|oath of office|[PH]\d+(?: of (?:the )?C\d+| , [^,;]{0,40} ,)? (?:was|is|were) (?:[a-z]+ )?(?:sworn in|inaugurated|crowned|buried|laid to rest|enthroned)|swearing-in|inauguration of (?:the )?(?:president|P\d+)|inauguration ceremony|(?:'s|Q\d+|his|her|presidential|the) inauguration(?! of)|coronation|enthronement|funeral|requiem|memorial service|independence (?:day|ceremony|celebrations?)|became (?:[AC]\d+ 's |the )?(?:O\d+ |[a-z]+ )?president on)\b"
)
_SWORN = re.compile(r"\b(?:was|is) (?:sworn in|inaugurated|crowned|enthroned)\b")  # read as part of the office
_EVENT = re.compile(
    r"\b(?P<event>summit|conference|forum|general assembly|parade|meeting of (?:the )?(?:B\d+|K\d+|G\d+|heads|leaders|presidents|council of heads)|(?:B\d+|K\d+) (?:leaders' )?meeting|leaders' meeting)\b(?! (?:between|with|room|hall|centre|center))"
)
_TWO = re.compile(
    r"\b(?:business|investment|economic|bilateral|joint|press|news|virtual|online|video|party|scientific|media|first|next|previous|last|intergovernmental|bi-national|[AC]\d+ - [AC]\d+)(?: (?:and )?[a-z-]+)? $"
)
_NOT_HERE = re.compile(
    r"\b(?:sidelines?|margins?|fringes?|edge|ahead|eve|invit\w+|asked|call\w*|propos\w+|agreed|plan\w*|prepar\w+|idea|since|after|before|hold|host|next|last|until|had|was to|to come to)\b[^,;:]*$"
)

_NOT_HELD = re.compile(
    r"^[^,;:]{0,60}\b(?:was to|is to|will|would|cancel\w+|called off|postponed|put off|collapsed|scheduled|due|planned|by video|online)\b"
)


def _crowded(sentence: Sentence) -> int:
    """2 where a sentence tells of a rite or of many heads of state come together, 1 where it names a summit or forum as held, else 0."""
    coded = sentence.coded
    sworn = any(_SWORN.search(sentence.units[n].word) for n in sentence.of("P"))
    if sworn or _RITE.search(coded) or _many(sentence):
        return 2
    for found in _EVENT.finditer(coded):
        before = coded[: found.start()]
        after = coded[found.end() :]
        if not _TWO.search(before) and not _NOT_HERE.search(before) and not _NOT_HELD.search(after):
            return 1
    return 0


def _many(sentence: Sentence) -> bool:
    found = _MANY.search(sentence.coded)
    if found is None or not _BODY.search(sentence.coded):
        return False
    if not found.group("number"):
        return True
    return float(getattr(sentence.unit(found.group("number")).thing, "value", 0) or 0) >= _FEW


_FEW = 4  # leaders from whom on they are many
