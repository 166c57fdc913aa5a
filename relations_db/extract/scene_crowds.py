"""Whether a sentence tells of many states come together, and where such a gathering is that has no place of its own."""

from __future__ import annotations

from relations_db.extract.context import Context, Place
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.values import Basis

_HEADS = r"(?:heads of (?:state|government)|presidents|prime ministers|premiers|leaders|monarchs|kings|rulers|foreign ministers|statesmen|dignitaries)"
_MANY = cued(
    rf"\b(?:(?P<number>N\d+)|dozens of|scores of|several|many|most|foreign|visiting|[a-z]+an|arab|regional|island|the rest of the) (?:other |foreign |visiting |[a-z]+an |arab |regional |island |A\d+ |B\d+ )*{_HEADS}\b"
    r"|\bheads of (?:the )?(?:N\d+|[a-z]+an) (?:states|governments|countries)|\bG\d+ (?:of|from) (?:the )?(?:B\d+|neighbou?r\w*|region|continent|N\d+|[a-z]+ [a-z]+ countries)"
)
_BODY = cued(
    r"\b(?:came|come|sat|stood|attended|gathered|assembled|arrived|flew|met|watched|stayed away|before|in the presence of|audience|joined|crowded|filed|were (?:there|present|in)|took part|welcomed|hosted|brought together|founded|signed|adopted|launched)\b"
)
_RITE = cued(
    r"\b(?:took the oath|takes the oath|oath of office|[PH]\d+(?: of (?:the )?C\d+| , [^,;]{0,40} ,)? (?:was|is|were|will be|is to be) (?:[a-z]+ )?(?:sworn in|inaugurated|crowned|buried|laid to rest|enthroned)|swearing-in|inauguration of (?:the )?(?:president|P\d+)|inauguration ceremony|(?:'s|Q\d+|his|her|presidential|the) inauguration(?! of)|coronation|enthronement|funeral|requiem|memorial service|independence (?:day|ceremony|celebrations?)|became (?:[AC]\d+ 's |the )?(?:O\d+ |[a-z]+ )?president on)\b"
)
_SWORN = re.compile(r"\b(?:was|is) (?:sworn in|inaugurated|crowned|enthroned)\b")  # read as part of the office
_EVENT = cued(
    r"\b(?P<event>summit|conference|forum|general assembly|parade|meeting of (?:the )?(?:B\d+|K\d+|G\d+|heads|leaders|presidents|council of heads)|(?:B\d+|K\d+) (?:leaders' )?meeting|leaders' meeting)\b(?! (?:between|with|room|hall|centre|center))"
)
_TWO = re.compile(
    r"\b(?:business|investment|economic|bilateral|joint|press|news|virtual|online|video|party|scientific|media|first|next|previous|last|intergovernmental|bi-national|[AC]\d+ - [AC]\d+)(?: (?:and )?[a-z-]+)? $"
)
_NOT_HERE = re.compile(
    r"\b(?:sidelines?|margins?|fringes?|edge|ahead|eve|invit\w+|asked|call\w*|propos\w+|agreed|plan\w*|prepar\w+|idea|since|after|before|hold|host|next|last|until|had|was to|to come to)\b[^,;:]*$"
)

_OFF = re.compile(r"^[^,;:]{0,60}\b(?:cancel\w+|called off|postponed|put off|collapsed|by video|online)\b")
_NOT_HELD = re.compile(
    r"^[^,;:]{0,60}\b(?:was to|is to|will|would|cancel\w+|called off|postponed|put off|collapsed|scheduled|due|planned|by video|online)\b"
)


def crowded(sentence: Sentence, ahead: bool = False) -> int:
    """2 where a sentence tells of a rite or of many heads of state come together, 1 where it names a summit or forum as held, else 0."""
    coded = sentence.coded
    sworn = any(_SWORN.search(sentence.units[n].word) for n in sentence.of("P"))
    if sworn or _RITE.search(sentence) or _many(sentence):
        return 2
    for found in _EVENT.finditer(sentence):
        before = coded[: found.start()]
        after = coded[found.end() :]
        off = _OFF.search(after) if ahead else _NOT_HELD.search(after)
        if not _TWO.search(before) and not off and (ahead or not _NOT_HERE.search(before)):
            return 1
    return 0


def _many(sentence: Sentence) -> bool:
    found = _MANY.search(sentence)
    if found is None or not _BODY.search(sentence):
        return False
    if not found.group("number"):
        return True
    return float(getattr(sentence.unit(found.group("number")).thing, "value", 0) or 0) >= _FEW


_FEW = 4  # leaders from whom on they are many


def home_of(context: Context, sentence: Sentence) -> Place | None:
    """Where a gathering is whose sentence tells no place: in the state of him who takes office, else in the one city told before."""
    if context.here() is not None:
        return None
    sworn = [n for n in sentence.of("P") if _SWORN.search(sentence.units[n].word)]
    if sworn or (rite := _RITE.search(sentence)):
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
