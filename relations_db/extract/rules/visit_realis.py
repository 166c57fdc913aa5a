"""Whether a visit is told as made, planned, proposed or dropped, by its verb or by the words around its noun."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context
from relations_db.extract.rules.visit_ahead import dated_ahead, day_to_come, this_span
from relations_db.extract.rules.visit_cancels import around_trip
from relations_db.extract.rules.visit_recounted import is_last_stop, is_listed, lies_behind, told_beyond
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.dates import Dated
from relations_db.language.realis import Realis, of_group
from relations_db.language.verbs import PAST, THIRD, forms_of
from relations_db.values import Status, Visit

# "a visit, twice postponed": it took place in the end
ONCE_PUT_OFF = re.compile(
    r"\b(?:twice|once|long|repeatedly|often|several times|already|much) (?:postponed|delayed|cancelled|put off|deferred)\b"
)


WISHED = re.compile(
    r"\b(?:invit\w+|ask(?:ed|s)?|urg(?:ed|es)|propos\w+|suggest\w+|offer\w*|hop(?:es?|ed|ing)|wish\w*|wants?|wanted|would like|readiness|promis\w+|pledg\w+|vow\w*|look\w* forward|invitation|expects?|expected [PH]\d+)\b[^.;:]*\bto (?:[a-z]+ )?$"
)


def headline_future(context: Context, sentence: Sentence, match: Match[str], verb: str, realis: Realis) -> Realis:
    """Present tense with a day ahead is a plan ("leaves on Sunday"); in a chronicle it is not."""
    if realis.status is not Status.DONE or not verb.endswith("s") or verb == "headed":
        return realis
    if context.entry_date(sentence.index) or context.heading_year(sentence.index):
        return realis
    low, high = clause_around(sentence, match.start())
    if dated_ahead(sentence, match.start(), match.end() + 60) or dated_ahead(
        sentence, max(low, match.start() - 40), match.start()
    ):
        return Realis(Status.PLANNED)
    if day_to_come(context, sentence, max(low, match.start() - 40), min(high, match.end() + 60)):
        return Realis(Status.PLANNED)
    tail = sentence.coded[match.start() : match.end() + 60]
    onward = re.search(
        r"\b(?:from|after) (?:there|here|which|[LC]\d+)\b|\bthen\b|\bwhereupon\b", sentence.coded[: match.start()][-60:]
    )
    if (
        onward
        or re.match(r"[a-z]+ (?:on to|(?:on )?from there)\b", tail)
        or ("D" not in tail and _dated_ahead(sentence, match))
    ):
        return Realis(Status.PLANNED)
    if verb in _GOING and this_span(sentence, match.end(), min(high, match.end() + 60)):
        return Realis(Status.PLANNED)
    return Realis(Status.PLANNED) if goes_on_plan(context, sentence) else realis


_GOING = frozenset("goes travels flies heads leaves visits arrives departs pays hosts receives".split())


def goes_on_plan(context: Context, sentence: Sentence) -> bool:
    """True for an undated sentence in the present tense right after a plan for a day to come: "In the afternoon he flies to Z"."""
    on = context.analysis.on
    if on is None or any(not getattr(d, "anaphoric", False) for _, d in context.dates_in(sentence)):
        return False
    near = [c for c in context.told[-8:] if sentence.index - c.sentence == 1 and not c.weak and not c.notes.get("end")]
    ahead = [c for c in near if isinstance(c.claim, Visit) and c.claim.status is Status.PLANNED and c.claim.started_on]
    days = [c.claim.started_on for c in ahead if isinstance(c.claim, Visit) and c.claim.started_on]
    return bool(near) and len(ahead) == len(near) and all(d.day and d.first > on.last for d in days)


def _dated_ahead(sentence: Sentence, match: Match[str]) -> bool:
    return bool(re.search(r"^(?:from there|after that|next|then)\b", sentence.coded[: match.start()]))


# "did not go to Y on D, as he had planned"
_AS_PLANNED = re.compile(
    r"[^;:]{0,50}? (?:, )?as (?:(?:[PHG]\d+|it|that) )?(?:(?:had|was|were|has|have) )?(?:been )?(?:originally |first )?(?:planned|scheduled|expected|announced|intended|foreseen|promised)\b"
)


def guard(context: Context, sentence: Sentence, match: Match[str], realis: Realis) -> Realis:
    """Refuse what a condition, denial or question around the verb takes back; see what a report of a plan makes of it."""
    if re.search(
        r"\b(?:until|unless|once(?! more| again)) (?!D\d)[^,;]*$",
        sentence.coded[max(0, match.start() - 60) : match.start()],
    ):
        return Realis(None, reason="conditional")
    if _AVERSE.search(sentence.coded[max(0, match.start() - 30) : match.start()]):
        return Realis(None, reason="negated")
    if _HAD_HE.search(sentence.coded[max(0, match.start() - 40) : match.start()]) and " would " in sentence.coded:
        return Realis(None, reason="conditional")
    before = sentence.coded[max(0, match.start() - 60) : match.start()]
    if _NEITHER.search(before):
        return Realis(None, reason="negated")
    rumoured = _ASKED_OF.search(sentence.coded, 0, match.start()) and not _CONFIRMED.search(sentence.coded, match.end())
    if rumoured or _NEXT_TIME.search(before) or _UNCONFIRMED.search(sentence.coded, 0, match.start()):
        return Realis(None, reason="not asserted")
    if realis.status is None and realis.reason == "negated" and _was_awaited(sentence, match):
        return Realis(Status.CANCELLED)
    outer = around_trip(context, sentence, match.start(), match.end())
    if outer.status is Status.CANCELLED and ONCE_PUT_OFF.search(sentence.coded):
        outer = realis
    if outer.status is None or outer.status is Status.CANCELLED:
        return outer
    if realis.status is Status.DONE and _when_to_come(context, sentence, match.start()):
        realis = Realis(Status.PLANNED)
    if realis.status is Status.DONE and _IS_LAST.match(sentence.coded, match.end()):
        holder = _HOLDER_TO.search(sentence.coded, max(0, match.start() - 20), match.start())
        return Realis(Status.DONE, realis.background or bool(holder))
    if beyond := told_beyond(sentence, match, realis.status):
        return Realis(beyond)
    if realis.status is Status.PLANNED and WISHED.search(sentence.coded[max(0, match.start() - 110) : match.start()]):
        return Realis(Status.PROPOSED)
    return realis


# "the last premier to set foot in Y was N": told as history
_IS_LAST = re.compile(
    r"(?: [a-z]+){0,2}(?: (?:the )?[LC]\d+)? (?:so far |until now |before (?:him|her|H\d+) |, [^,;]{0,30} , )?(?:was|had been|remains) (?:the )?(?:[AC]\d+ (?:'s )?)?P\d"
)

_HOLDER_TO = re.compile(r"\bP\d+ to $")


def _was_awaited(sentence: Sentence, match: Match[str]) -> bool:
    """True for "did not go, as planned" and "will not come on Thursday": the day is told where one was expected on it."""
    if _AS_PLANNED.match(sentence.coded, match.end()):
        return True
    before = sentence.coded[max(0, match.start() - 40) : match.start()]
    if not _WILL_NOT.search(before) or _AT_LARGE.match(sentence.coded, match.end()):
        return False
    found = _ITS_DAY.match(sentence.coded, match.end())
    thing = sentence.units[int(found.group(1))].thing if found else None
    return isinstance(thing, Dated) and (thing.weekday is not None or bool(thing.day) or thing.unit in ("week", "day"))


_WILL_NOT = re.compile(
    r"\b(?:will|would|is|are|wo|can) ?(?:not|n't)(?: (?:now|be able to|be|going to|after all|himself|herself))* $"
)
_AT_LARGE = re.compile(r" (?:[a-z]+ )?(?:abroad|overseas|by (?:plane|air|car)|alone|empty|without)\b")
_ITS_DAY = re.compile(r"[^;:,()]{0,70}? (?:on |this |later )?D(\d+)\b(?! (?:after|before))")
_TIMES = frozenset("when after before once where while as until".split())


def _when_to_come(context: Context, sentence: Sentence, at: int) -> bool:
    """True for a verb in the present tense whose clause gives the time of a plan: "will be signed when X comes to Y"."""
    unit = sentence.at(at)
    clause = next((c for c in context.clauses(sentence) if c.verb.start <= unit < c.verb.end), None)
    if clause is None or clause.link != "sub" or clause.mark not in _TIMES or clause.governor is None:
        return False
    known = forms_of(sentence.units[clause.verb.start].word)
    if known is None or PAST in known[1] or THIRD not in known[1]:
        return False
    above = clause.governor.verb
    return (
        of_group(sentence.coded[sentence.offsets[above.start] : sentence.offsets[above.head]]).status is Status.PLANNED
    )


# "neither X nor Y of Z came"
_NEITHER = re.compile(r"\b(?:neither|nor) (?:(?:[PCAHG]\d+|of|the|'s) )+$")
# "when he next came to Y": a time to come, as it was then seen
_NEXT_TIME = re.compile(r"\b(?:when|until|the next time) (?:the )?[PH]\d+ next $|\bthe next time (?:the )?[PH]\d+ $")
# "would not confirm reports that X might come"
_UNCONFIRMED = re.compile(
    r"\b(?:(?:not|n't|nor|neither|declin\w+|refus\w+|unable)\b[^;:]{0,40}? (?:be drawn|comment|confirm(?:ed)?|say)|no comment|no confirmation)\b[^;:,]*\b(?:whether|if|that|reports?|rumou?rs|talk)\b[^;:,]*$|\b(?:asked|asks) (?:[PH]\d+ )?(?:when|whether|if) (?:the )?[PH]\d+ (?:would|will|might) (?:[a-z]+ )?$"
)
# "asked about a report that X would come", unless the answer bears it out
_ASKED_OF = re.compile(
    r"\b(?:asked|questioned|pressed|queried) (?:by [a-z ]{3,30} )?(?:about|on|to comment on|whether|if) [^;,]*?\b(?:reports?|rumou?rs?|speculation|claims?|talk|suggestions?|whether|if)\b[^;,]*$"
)
_CONFIRMED = re.compile(r"\b(?:confirm\w*|affirm\w*|yes|replied that (?:he|she|H\d+) would|indeed|will)\b")
# "decided against flying", "refrained from going"
_AVERSE = re.compile(r"\b(?:against|(?:refrain|desist|abstain|shrink|shrank)\w* from|short of|out of) (?:[a-z]+ )?$")
# "had he come, he would have ..."
_HAD_HE = re.compile(r"(?:^|[,;] |\bbut )had (?:the )?[PH]\d+ (?:not |only |really )?$")


def clause_around(sentence: Sentence, at: int) -> tuple[int, int]:
    low = max((m.end() for m in re.finditer(r" [;:] | (?:while|but|where) ", sentence.coded[:at])), default=0)
    found = re.search(r" [;:] | (?:while|but|where) ", sentence.coded[at:])
    return low, at + found.start() if found else len(sentence.coded)


# What becomes of a trip after words that only describe it: "a visit to Y, which X had announced for D, was postponed".
_DROPPED = re.compile(
    r"(?: (?:to|in|by|of|from|for|on|with|at|due|planned|announced|scheduled|meant|set|fixed|expected)(?: (?:the|early|late|mid))? ?(?:[a-z]+ )?[A-Z]\d+| ,[^,;]{0,90},| [A-Z]\d+| of several hours| and)*"
    r" (?:(?:is|was) (?:now )?off\b(?! to)|(?P<never>(?:was|had|has|is) never|never|did not|was not|is not|had not|were never)|(?:was|were|has been|had been|have been|is|will be|had to be|has had to be) (?:[a-z]+ )?(?:postponed|cancelled|canceled|put off|called off|dropped|scrapped|shelved|deferred|abandoned|delayed))\b"
)


# "a visit to Y which X was to make in D never took place", "a planned visit never took place"
_NEVER = re.compile(
    r"[^;:]{0,60}? (?:never (?:took place|happened|came (?:off|about)|materiali[sz]ed)|(?:has|had) never taken place|did not (?:take place|go ahead|go forward|come off|come about|materiali[sz]e)|came to nothing|fell through)\b"
)
_NEVER_MADE = re.compile(
    rf"[^;:]{{0,70}}? (?:(?:was|were) to (?:make|pay|undertake|begin)|planned|scheduled|due|announced|expected|meant|promised|intended|agreed|arranged|fixed)\b{_NEVER.pattern}"
)
_PLANNED = ("planned ", "scheduled ", "announced ", "promised ", "expected ", "intended ")


_SCHEDULED = re.compile(
    r"(?: (?:to|in|by|of|from|for|on|with) (?:the )?(?:[a-z]+ )?[A-Z]\d+| ,| at the end of [a-z]+)* (?:is|are|was|has been|have been|had been) (?:now |also |currently |tentatively |originally |initially |first |provisionally )*(?:pencill?ed in|planned|scheduled|due|set|expected|slated|pencilled in|foreseen|envisaged|arranged|fixed|being (?:planned|prepared)|to (?:begin|start|take place|follow|last|be held))\b"
)
# "The visit of P to C will take place on D"
_TO_COME = re.compile(
    r"(?: (?:to|in|by|of|from|for|on|with) (?:the )?(?:[a-z]+ )?[A-Z]\d+| ,)* (?:will|shall|is going to) (?:now |also |probably )?(?:take place|begin|start|last|be (?:held|paid|made)|open|run|happen|come|follow)\b"
)


# "the visit to Y would have been the first": it fell through
_WOULD_HAVE = re.compile(
    r"(?: (?:to|in|by|of|from|on|with|for) (?:the )?(?:[a-z]+ )?[A-Z]\d+| ,[^,;]{0,60},)* would have (?:been|marked|included|made|taken|begun|started|lasted|followed|coincided|brought)\b"
)
# "X, whose visit to Y had been announced for D, stayed at home"; "... said that none had ever been planned"
_STAYED_HOME = re.compile(
    r"(?: (?:to|in|by|of) (?:the )?(?:[a-z]+ )?[A-Z]\d+)* (?:had|has) been (?:[a-z]+ )?(?:announced|planned|scheduled|expected|awaited|promised|arranged|fixed|prepared|advertised)\b[^;:]{0,60}? (?:stayed|remained|stays|remains|(?:is|was) (?:still )?at) (?:at |in bed|back )?(?:home|in bed|L\d+)?"
)
NONE_PLANNED = re.compile(
    r"\bnone (?:has|had|was|is)(?: ever| yet)?(?: been)?(?: ever)? (?:planned|scheduled|foreseen|agreed|envisaged)\b"
)
# "a visit to Y is under discussion"
_MOOTED = re.compile(
    r"(?: (?:to|in|by|of|from) (?:the )?(?:[a-z]+ )?[A-Z]\d+| (?:for|on|about) (?:[a-z-]+ ){0,2}[a-z]+| ,[^,;]{0,60},)* (?:is|was|are|were|has been|have been)(?: still| also| now| already)? (?P<how>under (?:discussion|consideration|review)|(?:being )?(?:discussed|considered|mooted|weighed|mulled|floated)|possible|conceivable|likely|on the (?:cards|table|agenda)|in the offing|(?:being )?(?:prepared|arranged|organi[sz]ed)|in preparation)\b"
)
_PENDING = re.compile(
    r"(?: (?:to|in|by|of|from) (?:the )?(?:[a-z]+ )?[A-Z]\d+)* (?:pencilled in|planned|scheduled|due|fixed|slated|foreseen|arranged) (?:for|in|on) (?:the )?D\d+"
)


# "will go to Y to return X's visit": that was made
_REPAID = re.compile(
    r"\b(?:return|returns|returning|repay|repays|repaying|reciprocat(?:e|es|ing|ion of)|in return for) (?:the )?$"
)


# "his last predecessor to make the journey was X"
_LAST_TO_MAKE = re.compile(
    r"\b(?:first|last|only|latest|previous|O\d+) (?:[a-z-]+ |[PAC]\d+ )*to (?:make|pay|undertake) $|\bP\d+ to (?:make|pay|undertake) $"
)
_WAS_HE = re.compile(r"(?: (?:to|in) (?:the )?[LC]\d+)? (?:was|had been) (?:the )?(?:[AC]\d+ (?:'s )?)?P\d")


# "will double their trade, X said on Tuesday during a visit to Y": what is said is to come, not the visit
_SAID_ON_IT = re.compile(
    r"(?:[PHL]\d+|\b(?:ministry|office|spokesman|spokeswoman|statement)) (?:said|told [a-zPAC\d ]{2,40}|announced|added|declared|stated|noted|stressed|pledged|promised|vowed)"
    r"(?: (?:here )?(?:on |late |early )?D\d+(?: [a-z]+)?)? (?:during|in the course of|at the (?:start|end|beginning|close) of|on the [a-z]+ day of|while on|on) $"
)
_UPCOMING = re.compile(r"\b(?:upcoming|forthcoming|planned|scheduled|expected|coming|next|proposed|possible)\b")
# "the visit which X had paid"
_WHICH_MADE = re.compile(
    r"(?: (?:that|which))? (?:the )?[PH]\d+ (?:of (?:the )?C\d+ )?(?:(?:had|has) (?:[a-z]+ )?)?(?:paid|made|undertook|undertaken|completed|concluded)\b"
)
_PAYING = frozenset("pay make undertake conduct begin start complete conclude".split())


def _in_its_clause(context: Context, sentence: Sentence, match: Match[str], after: str) -> Realis | None:
    """What a clause of its own tells of a visit as made, whatever is wished around it: "invited G, who had paid a visit in May, to return"."""
    if found := _WHICH_MADE.match(after):
        return Realis(Status.DONE, background=" had " in found.group())
    clause = context.clause_at(sentence, sentence.at(match.start("noun")))
    return _paid(sentence, clause) if clause and clause.link in ("rel", "sub") else None


def _paid(sentence: Sentence, clause: Clause) -> Realis | None:
    """What a verb of paying a visit tells of it in the past tense."""
    if clause.form != "finite" or clause.lemma not in _PAYING or clause.passive:
        return None
    if clause.mark in ("if", "unless", "whether", "until", "once"):
        return None
    realis = of_group(sentence.coded[sentence.offsets[clause.verb.start] : sentence.offsets[clause.verb.head]])
    known = forms_of(sentence.units[clause.verb.head].word)
    return realis if realis.status is Status.DONE and known and PAST in known[1] else None


def is_paid(context: Context, sentence: Sentence, match: Match[str]) -> bool:
    """True for a visit that its verb tells in the past tense: "who made a visit in March, said he would come"."""
    clause = context.clause_at(sentence, sentence.at(match.start("noun")))
    return clause is not None and _paid(sentence, clause) is not None


def nominal_realis(context: Context, sentence: Sentence, match: Match[str], after: str) -> Realis:
    """Whether the visit that a noun names is told as made: by its own clause, else by the words around it."""
    realis = _by_surroundings(context, sentence, match, after)
    if realis.status in (Status.PROPOSED, Status.PLANNED):
        if lies_behind(context, sentence, match):
            return Realis(Status.DONE, background=True)
        return _in_its_clause(context, sentence, match, after) or realis
    return realis


# "ends his tour on Sunday in Y": he is still to come there
_ENDS = re.compile(r"\b(?:ends|concludes|finishes|completes|closes|(?:wraps|winds) up|rounds off)(?: [a-zNOKQ\d-]+)* $")
_BEGINS = re.compile(
    r"\b(?:begins|starts|pays|makes|opens|undertakes|leaves|departs|sets (?:off|out)|takes off|embarks|flies|heads|goes|travels)(?: [^;]{0,40})?(?: on| for)? $"
)
_TOURS = frozenset(("tour", "journey", "trip", "swing"))


def _by_surroundings(context: Context, sentence: Sentence, match: Match[str], after: str) -> Realis:
    coded = sentence.coded
    mods = match.group("mods")
    realis = around_trip(context, sentence, match.start(), match.end())
    if realis.status is Status.CANCELLED and ONCE_PUT_OFF.search(coded):
        realis = Realis(Status.DONE)
    if realis.status is None or realis.status is Status.CANCELLED:
        return realis
    before = coded[max(0, match.start() - 70) : match.start()]
    if _SAID_ON_IT.search(before) and not _UPCOMING.search(mods):
        return Realis(Status.DONE)
    if _REPAID.search(before) or (_LAST_TO_MAKE.search(before) and _WAS_HE.match(after)):
        return Realis(Status.DONE, background=True)
    if re.search(r"\b(?:not|never|n't)(?! only) (?:[a-z]+ ){0,3}$", before):
        return Realis(None, reason="negated")
    if _NEVER_MADE.match(after) or (match.group("mods").startswith(_PLANNED) and _NEVER.match(after)):
        return Realis(Status.CANCELLED)
    if dropped := _DROPPED.match(after):
        return Realis(None, reason="denied") if dropped.group("never") else Realis(Status.CANCELLED)
    if _WOULD_HAVE.match(after) or _STAYED_HOME.match(after):
        return Realis(Status.CANCELLED)
    if NONE_PLANNED.search(after):
        return Realis(None, reason="denied")
    if _SCHEDULED.match(after) or _PENDING.match(after) or _TO_COME.match(after):
        return Realis(Status.PLANNED)
    present = _BEGINS.search(before)
    if match.group("noun") in _TOURS:
        present = present or _ENDS.search(before)
    if present and (
        dated_ahead(sentence, match.end("noun"), match.end("noun") + 60)
        or dated_ahead(sentence, match.start() - len(before) + present.start(), match.start())
    ):
        return Realis(Status.PLANNED)
    if re.search(r"\b(?:upcoming|forthcoming|planned|scheduled|expected|coming)\b", mods) or is_listed(coded):
        return Realis(Status.PLANNED)
    if is_last_stop(match, after) and dated_ahead(sentence, match.start() - 40, match.end("noun") + 40):
        return Realis(Status.PLANNED)
    if mooted := _MOOTED.match(after):
        firm = re.search(r"prepar|arrang|organi", mooted.group("how"))
        return Realis(Status.PLANNED if firm else Status.PROPOSED)
    if re.search(r"\b(?:proposed|possible)\b", mods):
        return Realis(Status.PROPOSED)
    if re.search(
        r"\b(?:invit\w+|ask\w*|urg\w+)\b.*\bto (?:pay|make|undertake)? ?$|\binvitation (?:to|for)\b[^.]*$|\binvit(?:ed|es|ing)\b[^.;]*\b(?:to|for|on|pay)\b[^.;]*$",
        before,
    ):
        return Realis(Status.PROPOSED)
    if re.search(
        r"\b(?:ahead of|before|on the eve of|in preparation for|prepar\w+ for|preparations for|prior to)(?: [PQ]\d+(?: 's)?)? ?$",
        before,
    ):
        return Realis(Status.PLANNED)
    if re.search(r"\b(?:ask\w*|invit\w+|urg\w+)\b [^;]*\bto (?:come|pay|make|go|travel|fly|visit)\b[^;]*$", before):
        return Realis(Status.PROPOSED)
    if re.search(r"\b(?:last|recent|latest|previous|earlier)\b", mods):
        return Realis(Status.DONE, background=True)
    return _by_governor(before) or realis


def _by_governor(before: str) -> Realis | None:
    """Realis that the verb before a visit noun gives: "will pay", "had come for"."""
    group = re.search(
        r"((?:[a-z']+ |D\d+ |, )*)(?:pay|make|undertake|conduct|begin|start|embark on|carry out|have|wrap up|conclude|leave for|depart for|arrive(?: in [LC]\d+)?(?: D\d+)? (?:on|for)|travel(?: to [LC]\d+)?(?: D\d+)? (?:on|for)|go(?: to [LC]\d+)? on|come(?: to [LC]\d+)? (?:on|for)|be(?: in [LC]\d+)? on) $",
        before,
    )
    return of_group(group.group(1)) if group else None
