"""Who is present at a gathering: leaders whom a sentence of its scene shows there in the body, however it says so.

Sentences are read as lines in which a list is one word (`companies`), so each way of saying it is one pattern: the list acts ("W came
late"), stands behind a fronted place ("around the table were W"), is named by whom it is part of ("those present included W"), watches
what others do ("flanked by W", "with W looking on"), speaks for its state ("Y was represented by W") or shares what was said of others
("as did W").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from relations_db.extract.companies import Company, Line, line_of
from relations_db.extract.context import Context, When
from relations_db.extract.loci import loci
from relations_db.extract.rules.visit_meetings import REMOTE
from relations_db.extract.rules.visit_who import is_traveller
from relations_db.extract.scenes import Scene, scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.people import Entity
from relations_db.values import Status


@dataclass(frozen=True, slots=True)
class Present:
    """A leader at a gathering, as one sentence tells it. `firm`: told as one of a company, not only by what he did."""

    entity: Entity
    scene: Scene
    day: When | None
    status: Status
    firm: bool


def present_in(context: Context, sentence: Sentence) -> list[Present]:
    """The leaders whom a sentence shows at a gathering abroad."""
    if context.present is None:
        context.present = _read(context)
    return context.present.get(sentence.index, [])


def _read(context: Context) -> dict[int, list[Present]]:
    """All that the text tells, by sentence: of a gathering that it names, or at which leaders of three states are told to be."""
    found: dict[int, list[Present]] = {}
    if len(context.analysis.states) < _FEWEST:
        return found
    told = False
    for sentence in context.analysis.sentences:
        told_before, told = told, False
        if not sentence.of("P"):
            continue
        scene = scene_at(context, sentence.index)
        here = _Reading(context, sentence, scene, told_before).all()
        if here:
            found[sentence.index] = here
        told = bool(here)
    return _of_many(found)


def _of_many(found: dict[int, list[Present]]) -> dict[int, list[Present]]:
    """Without what is told of a scene that may be a meeting of two: the state of the place and two more make many."""
    states: dict[int, set[str | None]] = defaultdict(set)
    sure: set[int] = set()
    for here in found.values():
        for seen in here:
            if seen.firm or seen.scene.crowd:
                states[seen.scene.first].add(seen.entity.country)
            if seen.scene.crowd > 1 or (seen.firm and len({p.entity.country for p in here}) > 1):
                sure.add(seen.scene.first)
    many = {first for first, here in states.items() if len(here) > (1 if first in sure else 2)}
    kept = {index: [p for p in here if p.scene.first in many] for index, here in found.items()}
    return {index: here for index, here in kept.items() if here}


_FEWEST = 3  # states that a text names, where it tells of a gathering


# ------------------------------------------------------------------ what shows that somebody is there
_WORD = r"[a-zA-Z\d'-]+"
_ROOM = r"(?:row|rows|stands?|box|hall|room|audience|crowd|pews?|gallery|tent|stadium|cathedral|abbey|church|square|congregation|procession|tribune|chamber|seats?)"
_FOLK = (
    r"(?:leaders|heads of (?:state|government)(?: and (?:state|government))?|presidents|premiers|prime ministers|foreign ministers|ministers|dignitaries|guests|participants|attendees|mourners|"
    r"those|others|delegates|monarchs|royals|kings|statesmen|visitors|speakers|arrivals|figures|faces|neighbours|neighbors|allies|politicians|well-wishers|witnesses|signatories|representatives|delegations|company|audience|line-up|G\d+)"
)
_ACTS = rf"""
came(?! under| to power| to office| out)|comes(?! under)|arriv(?:ed|es)|fl(?:ew|ies) (?:in|out|home)|drove|landed|walked|walks|sat|sits|stood(?! for| firm| by)|stands(?! for| firm| by)|
(?:was|were|is|are) (?:also |all |both |then )?(?:there|here|seated|present|in attendance|on hand|among|spotted|seen|booed|jeered|cheered|applauded|greeted|welcomed|received|decorated|photographed|ushered|driven|at the (?:table|ceremony|meeting|summit|funeral|airport)|
in (?:the|a|Q\d+) (?:[a-z-]+ )*{_ROOM}|on the (?:stage|platform|podium|dais|stand|tribune|balcony)|given (?:the|a|an)|(?:one|two|some|several|part) of (?:the|those)|the (?:only|first|last|next|star) (?:[a-z]+ )*(?:to|guest|speaker|visitor)|guests?\b)|
took (?:part|(?:Q\d+|his|her|their|the|a|turns?) (?:own )?(?:seats?|places?|floor|stage|rostrum|podium|microphone|turn))|takes? part|attend(?:ed|s)|join(?:ed|s)|participated|appeared|showed up|turned (?:up|out)|
made (?:it\b|(?:the|an?|Q\d+) (?:[a-z-]+ )?(?:journey|trip|way|entrance|appearance))|look(?:ed|s) (?:on|in)|dropped (?:in|by)|stayed (?:to|until|till|for|on|longer|behind|through)|remained (?:to|until|for|seated|standing)|
(?:went|flew|drove) (?:home|back)|left (?:early|before|after|at|first|last|again|the (?:[a-z]+ ){0, 2}(?:table|hall|room|stand|ceremony|stadium|church|meeting|summit))|departed|spoke(?! out| of| about)|addressed (?:the|an?)|told (?:the|those) (?:summit|gathering|audience|crowd|mourners|delegates|meeting|assembly|guests|congregation|conference|forum|assembled|present)|
delivered (?:a|an|the|Q\d+)|gave (?:a|an|the) (?:[a-z]+ )?(?:speech|eulogy|reading|address)|embrac(?:ed|es)|shook hands|hugged|kissed|bowed|knelt|prayed|wept|danced|waved|laid|lit|planted|unveiled|inaugurated|raised the|cut the|
pa(?:id|ys) (?:Q\d+ |his |her |their |a )?(?:last |final )?(?:respects|tribute|homage)|b(?:id|ade)|dined|lunched|toasted|talked(?! of| about| up| down)|met(?! with (?:criticism|protest))|meets|held (?:talks|a meeting)|conferred|called on|mingled|posed|
kept (?:Q\d+|his|her|their) word|found (?:himself|herself|themselves) (?:next|beside|between|opposite|seated|sitting|standing|not far)|had W\d+ (?:on|at|by|beside)|spoke for|stood in|deputi[sz]ed|travelled|traveled|witness(?:ed|es)|watch(?:ed|es)|applauded|clapped|lingered|chaired|presided|signed the (?:book|charter|declaration|act|protocol|communique)"""
_ACTED = re.compile(rf"\b(?:{''.join(_ACTS.split(chr(10)))})(?![\w-])")
_NOT = re.compile(
    r"\b(?:not|never|n't|no longer|neither|nor|without|instead of|rather than|failed|refused|declined|unable|absent|absence|missing|but for|would have|could have|if|unless|whether)\b"
)
_SAYS = re.compile(
    r"\b(?:said|says|announced|promised|hoped|asked|told reporters|recalled|because|after|before|since|when|while|as|where|which|that|to)\b"
)
_WILL = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due|expected|scheduled|set)|(?:has|have) confirmed|is coming|are coming)\b"
)
_HAD = re.compile(
    r"\bhad (?!(?:already |just |also |all |both )?(?:come|arrived|flown|landed|travelled|joined|driven|gathered|assembled|taken (?:Q\d+|their|his|her) (?:seats?|places?)|made (?:the|it))\b)"
)
_CLOSE = re.compile(
    r" (?:[;:.\"]|- (?=[A-Z])|, (?:and|but|while|though|although|whereas|yet) (?=(?:the )?[WCPHGA]\d)|(?:but|while|though|although|whereas) )"
)

_FRONTED = re.compile(
    r"(?:^|[,;.:-] |\band |\") ?(?:(?:also|present|there|seated|standing|watching|looking on|further|first|next|then|last|later|soon|and|among|from|for|in|on|at|around|amid|behind|beside|next to|with|to|near|between|opposite|alongside|close to|not far (?:off|away))\b[^;:.]{0,70}?)"
    r" (?:was|were|is|are|sat|stood|came|come|arrived|followed|walked|marched|flew in|appeared|joined|took their (?:seats|places))(?: also| too| in| :| in turn)? $"
)
_THERE = re.compile(
    r"(?:^|[,;.] )(?:also|and)? ?(?:there|present|in attendance|on hand|attending|in the (?:[a-z-]+ )*"
    + _ROOM
    + r")(?: too| as well)?(?: were| was)? ?[:,-]+ $"
)
_SHARED = re.compile(
    r"(?:\bas (?:did|was|were|had|is|are|do|does)|(?:^|[,;.] |and )so (?:was|were|did|had|do|does|is|are)|\bfollowed by|\bjoined by|\band then) $"
)
_BY = re.compile(
    r"\b(?:flanked|joined|watched|attended|witnessed|surrounded|applauded|graced|cheered|observed|escorted)(?: (?:closely|in person|at [LC]\d+|in [LC]\d+|there|on (?:either|one) side|D\d+|on D\d+))* by (?:[^;:W]{0,60}? )?$"
)
_BEFORE_ALL = re.compile(
    r"\b(?:in the presence of|under the eyes of|in front of|before (?:an? |the )?(?:audience|crowd|congregation|guests|gathering|leaders|dignitaries)(?: [a-z]+)* (?:of|including|such as))(?: [a-z]+){0,3} $"
)
_WITH_AFTER = re.compile(
    r" (?:looking on|looking|standing|watching|sitting|seated|at (?:Q\d+|his|her|their) sides?|by (?:Q\d+|his|her|their) sides?|in attendance|present|beside|behind|among the|in the (?:[a-z-]+ )*"
    + _ROOM
    + r")\b"
)
_PART_OF = re.compile(
    rf"\b(?P<who>{_FOLK})(?P<what>(?: (?!said|told|from)[A-Za-z\d'-]+| ,){{0,9}}?)(?: ,)? (?:included|includes|include|were|are|was|is|comprised|numbered|counted|including|such as|namely|among G\d+|:)(?: also| :)? $"
)
_AMONG_THEM = re.compile(
    rf"(?:\bamong (?:them|G\d+|the (?:[a-z]+ )*{_FOLK}[^;:.]{{0,40}}|those [^;:.]{{0,40}})(?: were| was| ,| :)?|\b(?:besides|these were|they were)|\b(?:presidents|leaders|prime ministers|heads of state|kings|monarchs|N\d+)[^;:.]{{0,40}} (?:came|attended|arrived|were there|sat|gathered|met) :) $"
)
_NOT_THERE = re.compile(
    r"\b(?:absent|absentees?|missing|invited|expected|stayed|declined|regrets|not|away|absence|excused|due|awaited|confirmed|former|late|predecessors?|list of speakers|apologies)\b"
)
_SPOKE_FOR = re.compile(
    r"\b(?:represented(?: (?:there|here|at [^;:.W]{1,40}))?(?: only)? (?:by|through)|delegations? (?:was|were|is) (?:headed|led) by|(?:seats?|chairs?|place) (?:was|were) (?:occupied|taken|filled) by|sent|sends|dispatched|despatched|delegated)(?: (?:only|instead|no more than|the highly|a|an|the) )? ?$"
)
_GAPPED = re.compile(
    r"\bsent [^;:.]*, and W\d+ $|(?:,|;|and|while) (?:(?:and|while) )?(?:that of |those of |the )*(?:[CAG]\d+|P\d+|W\d+)(?: 's)?(?: (?:and|,) (?:[CA]\d+))* (?:by|through) $"
)
_LED = re.compile(
    r"^ (?:headed|heads|led|leads|brought|leading|heading) (?:the|a|an|Q\d+|[CA]\d+ 's)[^;:.]{0,40} delegation\b|^ (?:represented|represents|spoke for|deputi[sz]ed for|stood in for|read (?:out )?(?:a|the) message)\b"
)
_VOICE = re.compile(
    r"\b(?:spoke|speaking|addressed|joined|took part|participated|followed|watched|attended) (?:[a-z]+ ){0,3}$"
)
_NOT_SUBJECT = re.compile(
    r"\b(?:by|of|from|for|to|with|between|against|that|told|asked|thanked|and|or|neither|nor|embraced|hugged|kissed|greeted)(?: the)? $"
)
_ALONE = re.compile(r"^(?: ,? ?(?:with|and) [^,;:.]{1,30}| ,? ?(?:too|also|as well))?(?= [;.,]|$)")


class _Reading:
    """One sentence read for those whom it shows at the gathering of its scene."""

    def __init__(self, context: Context, sentence: Sentence, scene: Scene, told_before: bool) -> None:
        self.context, self.sentence, self.scene = context, sentence, scene
        self.told_before = told_before
        self.line: Line = line_of(context, sentence)

    def all(self) -> list[Present]:
        found: list[Present] = []
        shown = False
        for number, company in enumerate(self.line.companies):
            low = self.line.text.index(f"W{number}")
            high = low + len(f"W{number}")
            how = self._how(number, company, low, high, shown)
            if how is None:
                continue
            firm, planned = how
            shown = True
            found += self._each(company, low, high, firm, planned)
        return found

    # -------------------------------------------------------------- one list
    def _how(self, number: int, company: Company, low: int, high: int, shown: bool) -> tuple[bool, bool] | None:
        """Whether a list is shown to be there: as a company or by an act, and whether it is only to come."""
        text = self.line.text
        start, end = self._clause(low, high)
        before, after = text[start:low], text[high:end]
        if REMOTE.search(before) or REMOTE.search(after):
            return None
        many = len(company.persons) > 1
        if (way := _SPOKE_FOR.search(before)) or (
            _GAPPED.search(text[:low]) and re.search(r"represented|headed|led by|sent", text[:low])
        ):
            if way and _NOT.search(before):
                return None
            return True, bool(_WILL.search(before))
        if self._pointed(text, low, before, after, shown):
            return True, bool(_WILL.search(before))
        if number and self._gap(text, low, after) and shown:
            return True, False
        acted = self._acted(before, after, company)
        if acted is not None:
            return many, acted
        return None

    def _pointed(self, text: str, low: int, before: str, after: str, shown: bool) -> bool:
        """True where words before a list show it there as a company."""
        if shared := _SHARED.search(before):
            return shown or (self.told_before and not text[: low - len(shared.group())].strip(" ,;."))
        if _FRONTED.search(before) and not _NOT.search(before):
            return True
        if _THERE.search(before) or _BY.search(before) or _BEFORE_ALL.search(before):
            return True
        if re.search(r"(?:^|[,;] |and )with $", before) and _WITH_AFTER.match(after):
            return True
        if (part := _PART_OF.search(before)) and not _NOT_THERE.search(before[part.start() :]):
            return True
        return bool(_AMONG_THEM.search(text[max(0, low - 90) : low])) and not _NOT_THERE.search(before)

    def _gap(self, text: str, low: int, after: str) -> bool:
        """ "X came with his wife; Y, with his": a clause without a verb goes on with that of the last."""
        return bool(re.search(r" [;,] (?:and )?$", text[:low])) and bool(_ALONE.match(after))

    def _acted(self, before: str, after: str, company: Company) -> bool | None:
        """What a list does itself: True for a plan, False for something done, None for nothing that shows it there."""
        if _NOT_SUBJECT.search(before) or "'s" in after[:4]:
            return self._met(before)
        own = re.split(r" W\d", after)[0]
        if _LED.match(own):
            return False
        said = _SAYS.search(own)
        for act in _ACTED.finditer(own):
            if said and act.start() > said.start() and not self._coordinate(own, said.start(), act.start()):
                return None
            told = own[: act.start()]
            if _NOT.search(told) or _HAD.search(own[: act.end()]):
                return None
            return bool(_WILL.search(told))
        if len(company.persons) == 1 and (clause := _ACTED.search(company.clauses[0])):
            told = company.clauses[0][: clause.end()]
            return None if _NOT.search(told) or " had " in told or _WILL.search(told) else False
        if (
            own.startswith(" ")
            and (ahead := _WILL.search(own))
            and re.match(
                r" (?:[a-z]+ )?(?:attend|come|be (?:there|present)|arrive|join|take part|participat\w+|(?:Q\d+|his|her|their) (?:attendance|participation|presence))",
                own[ahead.end() :],
            )
        ):
            return None if _NOT.search(own[: ahead.end()]) else True
        return None

    @staticmethod
    def _coordinate(own: str, low: int, at: int) -> bool:
        """True where an act behind words of another clause is the list's own again: "said goodbye and left early"."""
        return bool(re.search(r"(?: , | and | then )$", own[low:at]))

    def _met(self, before: str) -> bool | None:
        """Whom one of those present met there."""
        if re.search(
            r"\b(?:met|embraced|hugged|kissed|greeted|talked|shook hands|conferred|held talks|lunched|dined|sat|stood|seen|talks|himself|herself|have|had)(?: (?:far from|not far|down|briefly|privately|separately|beside|next|between))* (?:with|to|between|beside)? ?$",
            before,
        ) and not _NOT.search(before):
            return False
        return None

    def _clause(self, low: int, high: int) -> tuple[int, int]:
        """The clause around a list, as far as the verbs go that may be its own."""
        text = self.line.text
        start = max((m.end() for m in _CLOSE.finditer(text) if m.end() <= low), default=0)
        following = _CLOSE.search(text, high)
        return max(0, start - (1 if start else 0)), following.start() if following else len(text)

    # -------------------------------------------------------------- who, when
    def _each(self, company: Company, low: int, high: int, firm: bool, planned: bool) -> Iterator[Present]:
        scene = self.scene
        if scene.place is None or (scene.ahead and not planned):
            return
        start, end = self._clause(low, high)
        if self._elsewhere(start, end):
            return
        fits, day = self._day(start, end)
        if not fits:
            return
        for entity in company.persons:
            if (
                entity.country
                and entity.country != scene.place.country
                and is_traveller(self.context, entity)
                and not (entity.former and self.context.analysis.on)
            ):
                yield Present(
                    entity, scene, day or scene.opened or scene.day, Status.PLANNED if planned else Status.DONE, firm
                )

    def _within(self, number: int) -> bool:
        """True for a unit among the words on a person of a list."""
        return any(company.start <= number < company.end for company in self.line.companies)

    def _units(self, start: int, end: int) -> tuple[int, int]:
        return self.line.unit(start), self.line.unit(max(start, end - 1)) + 1

    def _elsewhere(self, start: int, end: int) -> bool:
        """True where the clause itself is set in another state."""
        low, high = self._units(start, end)
        offsets = [*self.sentence.offsets, len(self.sentence.coded)]
        for locus in loci(self.sentence, offsets[low], offsets[min(high, len(offsets) - 1)]):
            if locus.unit is None or self._within(locus.unit):
                continue
            spoke = locus.prep == "from" and _VOICE.search(self.sentence.coded[: locus.start])
            if locus.prep not in ("in", "at", "to") and not spoke:
                continue
            state = self.context.state_of(self.sentence.units[locus.unit])
            if state and self.scene.place and state != self.scene.place.country:
                return True
        return False

    def _day(self, start: int, end: int) -> tuple[bool, When | None]:
        """Whether the clause tells of the time of the gathering, and the day that it gives itself."""
        low, high = self._units(start, end)
        for number, _ in self.context.dates_in(self.sentence):
            if not low <= number < high:
                continue
            when = self.context.resolve(self.sentence, number, False)
            told = self.scene.opened or self.scene.day or self.context.news_date()
            if when.date is None or told.date is None:
                continue
            far = max((when.date.first - told.date.last).days, (told.date.first - when.date.last).days)
            if far > _ONE_STAY:
                return False, None
            if when.date.day:
                return True, when
        return True, None


_ONE_STAY = 10  # days between the day of a gathering and another told of somebody who is there
