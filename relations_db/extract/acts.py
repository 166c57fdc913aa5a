"""The act that made a document: signed, adopted, exchanged, planned, only discussed. Verbs: docs/reference/rules.md, section Documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from relations_db.extract.documents import DocPhrase
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Status

_THEIR = r"(?:their|his|her|Q\d+|its|the)"
_NAMES = r"(?:names?|signatures?|hands?|initials|pens?|seals?)"
MAKE = (
    r"(?:sign(?:ed|s|ing)?|ink(?:ed|s|ing)?|initial(?:l)?(?:ed|s|ing)|rubricat(?:ed|es)|conclud(?:ed|es|ing|e)|exchang(?:ed|es|ing|e)|adopt(?:ed|s|ing)?|endors(?:ed|es|ing|e)|seal(?:ed|s|ing)?|"
    r"clinch(?:ed|es)?|struck|issu(?:ed|es|ing|e)|releas(?:ed|es|ing|e)|publish(?:ed|es|ing)?|hand(?:ed|ing) over|"
    rf"(?:affix(?:ed|es|ing)?|put(?:s|ting)?|set(?:s|ting)?|append(?:ed|s)?|lent) {_THEIR} {_NAMES}(?: ,[^;:]{{0,30}}? ,)? (?:to|on|under|at the bottom of|beneath)|subscrib(?:ed|es)(?: to)?|made public|made do with|left it at|content(?:ed)? (?:themselves|himself|itself|herself) with|settled for|(?:confined|limited) (?:themselves|himself|itself) to|swapped|"
    r"formali[sz](?:ed|es)|enter(?:ed|s|ing)? into|renew(?:ed|s|ing)?|extend(?:ed|s)?|amend(?:ed|s)?|execut(?:ed|e)|ratif(?:ied|ies|y|ying)|approv(?:ed|es|ing|e)|accept(?:ed|s)?|finali[sz](?:ed|es|ing)|agreed (?:on|to|upon)|"
    r"wrote down|laid down|fixed|authenticated|countersigned|penned|undersigned|proclaimed|drew up|agreed)"
)
EVENT = (
    r"(?:produc(?:ed|es|e|ing)|yield(?:ed|s|ing)?|result(?:ed|s|ing)? in|culminat(?:ed|es|ing) in|saw|brought(?: home| about)?|bring home|led to|end(?:ed|s|ing)? (?:with|in)|left behind|launch(?:ed|es)|completed|won|landed|"
    r"cement(?:ed|s)?|announc(?:ed|es|ing)|reached|placed|crowned (?:by|with)|gave rise to|secured|obtained|gave birth to|delivered|rounded off (?:by|with)|closed with|agreed|came (?:home|away|back) with|"
    r"went home with|accompanied by|marked by|opened|granted|concretised by|headed by|there (?:is|was|were|are)|there followed|put together|worked out|set out|went with|ink (?:is|was) (?:hardly |barely |scarcely )?dry on|pen to paper on)"
)
VERB = re.compile(rf"(?<![\w'-])(?P<verb>{MAKE}|{EVENT})(?![\w-])")
_MAKE_ONLY = re.compile(MAKE)
_NOUNS = frozenset(
    "exchange issue release seal sign ink conclude approve publish renew signs issues releases seals".split()
)
_FINITE_BEFORE = re.compile(
    r"(?:\b(?:to|will|shall|would|may|can|must|should|might|also|and|both|then|ministers|leaders|presidents|companies|delegations|sides|they|we|officials|governments|who|jointly|now)|[PCGHL]\d+|,|^|D\d+) $"
)
_WORTH = re.compile(
    r" , (?:said to be |reportedly |reckoned at |estimated (?:at|to be) )?(?:worth|valued at|put at|at)?[^,;]{0,40}M\d+[^,;]{0,30}(?= ,| which| that)"
)
_INVERTED = re.compile(
    r"(?:^|[,;] )(?:also |among those |newly )?(?P<verb>signed|adopted|concluded|exchanged|approved)(?: [^;:,]{0,60}?)? (?:was|were|is|are)(?: also)?(?: a| an| the| N\d+| another)? $"
)
_ASIDE = re.compile(
    r" , (?:inter alia|among other things|among others|in particular|not least|as usual|amid [a-z ]+) , "
)
_LATER = re.compile(
    r"^[^;:]{0,140}? (?:has|have|is|are|remains?) (?:still |yet |not yet |now )?(?:yet )?to be (?P<verb>signed|concluded|agreed|initialled|finali[sz]ed|adopted|ratified|approved)\b"
)
_INVERTED_IF = re.compile(
    r"(?:\" )?(?:had|were|should) (?:the |both )?(?:[PCGHAL]\d+|they|it|he|she|we) [^;.]*\b(?:would|could|might)\b"
)
_PLANNED_VERB = re.compile(r"initial|rubricat")
_FINITE = re.compile(
    r" (?:is|are|was|were|has|have|had|will|would|shall|may|might|could|should|can|does|did|said|says|told|noted|stressed|added|recalled|include[sd]?|cover(?:s|ed)?|provides?|obliges?|aims?|seeks?|took|takes?|makes?|made|gave|came|went|"
    r"held|met|arrived|chaired|opened|announced|declared|hoped|wants?|called|speaks?|commits?|join(?:s|ed)?|ran?g?e[sd]?|mark(?:s|ed)?|recalls|opens|rests|goes|who|whom|whose|which|that|where|when|while|whereas|because|although|but|if|unless|(?:after|before|since) (?:he|she|they|it|[PCHG]\d+|the G\d+)) "
)
_EMBEDDED = re.compile(
    r"\b(?:of|to|in|under|within|for|(?<!together )(?<!along )with|on|by|from|between|into|at|about|over|against|after|following|beyond|besides|framework|since|before|upon|beside|alongside|despite|concerning|through) (?:the |a |an |this |that |its |their |our |Q\d+ |any |such |both |all |another |one )?$"
)
_PACKAGE_OF = re.compile(
    r"\b(?:package|set|series|raft|batch|bundle|packet|number|slew|host|string|range|variety|handful|couple|dozens|scores|total|array|wealth|clutch|text|signing|conclusion|exchange|adoption|lot|pair|trio) of (?:the )?$"
)
_AUX = (
    r"(?:which|that|who|was|were|is|are|be|been|being|has|have|had|will|would|to|also|not|never|then|jointly|officially|formally|today|already|due|expected|scheduled|set|likely|planned|just|yet|D\d+|on|both|all|duly|supposed|"
    r"should|may|might|could|can|must|,|recently|subsequently|finally|still|ready|there|thereafter|later|here|afterwards|only|meant|soon|thereby|in D\d+|so|eventually|now|in turn|ought|shall|earlier|together|themselves|first|each|newly|in writing)"
)
_PASSIVE = re.compile(
    rf"^(?P<between>[^;:]{{0,200}}?) (?P<aux>(?:{_AUX} )*)(?P<verb>{MAKE}|produced|reached|announced|launched|completed|obtained|secured|opened|prepared|drafted|negotiated|discussed|considered|laid before|presented for signature)(?![\w-])(?! by the (?:cabinet|parliament|senate|[a-z]+ parliament))"
)
_AFTER_RELATIVE = re.compile(
    rf"^(?P<between>[^,;:]{{0,120}}?) , (?:[a-z]+ )?(?:which|whose|who|whom) [^;:]{{3,200}}? , (?P<aux>(?:{_AUX} )*)(?P<verb>{MAKE}|produced|reached|announced)(?![\w-])"
)
_RELATIVE = re.compile(
    rf"^[^;:]{{0,140}}? (?:to |under |by |on |with |of |in |as )?(?:which|that|whereto) (?P<subject>[^;:]{{2,200}}?) (?P<aux>(?:(?:have|has|had|will|would|also|both|then|are to|were to|is to|was to|plan to|hope to|intend to|just|jointly|themselves|D\d+|on D\d+|in D\d+|in L\d+|there|here|later|yesterday|today|may|could|might|,) )*)"
    rf"(?P<verb>{MAKE}|brought home|obtained)(?![\w-])"
)
EXISTS_WORDS = re.compile(
    r"(?:goes|go|went|dates?|dating|dated|reach(?:es)?) back to|dat(?:es|ed|ing) from|followed|came next|c[ao]me out of|to come out of|emerged (?:from|out of)|lay on the table|(?:has|have) been in force|(?:is|was|were|are) in force|in force since|"
    r"(?:entered|enters|came|comes|come|went|goes) into (?:force|effect)|(?:took|takes|take) effect|went to|stems? from|was born|saw the light"
)
_CONTACT = re.compile(
    rf"^(?: (?:on|of|for|in) [a-z ]{{1,40}}?)? (?P<subject>(?:the )?[PCG]\d+(?:(?: ,)? and (?:the |his |her |Q\d+ )?[PCGL]\d+)*)(?: ,)? (?P<aux>(?:(?:have|has|had|both|then|jointly|D\d+|on D\d+|in L\d+) )*)(?P<verb>{MAKE})(?![\w-])"
)
_EXISTS = re.compile(rf"^(?P<between>[^;:]{{0,120}}?) (?P<what>{EXISTS_WORDS.pattern})\b")
_QUALIFIER = re.compile(
    r"(?:\b(?:over|about|around|some|nearly|almost|roughly|under|at least|more than|fewer than|less than|up to|close to|no fewer than|no less than|as many as|well over|just|altogether|a total of|in all|all|approximately|upwards? of|the) )+$"
)
_OUTCOME = re.compile(
    r"\b(?:outcomes?|results?|fruits?|centrepiece|centerpiece|showpiece|highlight|harvest|balance|tally|yield|upshot|bag|only (?:paper|document|text)|papers? that changed hands) (?:[^;:]{0,60}? )?(?:is|was|were|are|being|became|remains|:) (?:the |a |an )?$|\b(?:fruit|result|results|outcome|outcomes) in the (?:form|shape) of (?:the |a |an )?$|\bin the (?:form|shape) of (?:the |a |an )?$"
)
_FRUIT = re.compile(
    r"^[^;:,]{0,80}? (?:is|was|were|are) (?:the|among the|one of the) (?:main |chief |first |visible |most [a-z]+ )?(?:fruits?|results?|outcomes?|harvest|products?|yield|achievements?|highlights?) of\b"
)
_PROPOSING = re.compile(
    r"\b(?:discuss(?:ed|es|ing|ion of|ions on)?|negotiat(?:ed|ing|e|es|ions?)(?: (?:on|over|of|for|about|towards))?|talks (?:on|over|about|for|towards)|work(?:ed|ing|s)? (?:on|towards?)|draft(?:ing|s|ed)?(?: of)?|prepar(?:ing|ation of|e|es|ed)|"
    r"consider(?:ed|ing|s)?|explor(?:ed|ing|e|es)|propos(?:ed|es|ing|al for|al of|als for)|(?:text|wording|draft|language) of|hop(?:es|ed|ing) (?:for|to [a-z]+(?: home)?)|interested in|interest in|mull(?:ed|ing|s)|study(?:ing)?(?: of)?|push(?:ed|ing)? for|"
    r"call(?:ed|s|ing)? for|suggest(?:ed|s|ing)?|wants?|seek(?:s|ing)?|sought|would like|floated|raised|need for|idea of|possibility of|in favou?r of|looking (?:at|into)|look(?:ed|s)? (?:at|into|forward to)|asked for|urged|offered|pressed for|advocat(?:ed|es|ing)|lobb(?:ied|ying) for|negotiating) (?:the |a |an |its |their )?$"
)
_PLANNING = re.compile(
    r"\b(?:preparation of|prepare|preparing|draw up|drawing up|await(?:s|ing|ed)?|will (?:also )?(?:see|witness|produce|bring|include|adopt|sign)|(?:is|are|was|were) to (?:see|bring|produce|witness)|expect(?:s|ed)?|envisag(?:es|ed)) (?:the |a |an |the signing of |the signature of )*$"
)
_PENDING = re.compile(
    r"^[^;:,]{0,90}? (?:(?:is|are|was|were|has|have|had) )?(?P<what>being (?:drafted|negotiated|discussed|prepared|considered|finalised|finalized)|ready for (?:signature|signing|the signature)|await(?:s|ing)? (?:the )?(?:signature|signing|the G\d+|P\d+|G\d+|N\d+)|(?:under|in) (?:negotiation|discussion|consideration|preparation|the works)|in the (?:works|making|pipeline)|lies ready|on the table for|yet to be|still to be|for signature|that would|which would|would|proposed)\b"
)
_NOMINAL = re.compile(
    r"\b(?P<what>signing|conclusion|exchange|adoption|signature|initial(?:l)?ing|issuance|issuing|publication|ratification|renewal|extension|handing over|inking|sealing) (?:ceremony |ceremonies )?(?:of|for) (?:[a-zNDACLM\d'\",-]+ ){0,12}?$"
)
_MOTION = re.compile(
    r"\b(?:came|arrived|flew|went|travel(?:l)?ed|visited|returned|was|were|came back|sat down|gathered|met|here|there)\b"
)


@dataclass(frozen=True, slots=True)
class Act:
    """What was done with a document, by which verb at which offset; `way` says how the verb governs the noun ("" where nothing does)."""

    realis: Realis
    verb: str = ""
    at: int = -1
    way: str = ""

    @property
    def status(self) -> Status | None:
        return self.realis.status


_LEFT_OUT = re.compile(
    r"^[^;:.]{0,70}? (?:left out|dropped|shelved|taken off|withdrawn|not ready|lacks? [a-zN\d]+ signatures?)\b"
)


_PARTICIPLE = re.compile(
    r"(?: ,)? (?:also |first |then |duly |recently )?(?P<verb>signed|concluded|inked|adopted|exchanged|sealed|initial(?:l)?ed|approved|reached|agreed)\b(?! in principle)"
)
_TALKS_ON = re.compile(r" , (?:the )?(?:negotiations|talks|discussions|work) (?:on|over|about|for) which\b")


_PREDICATE = re.compile(
    r"(?: with (?:the )?[PCLA]\d+| between [PCLA]\d+ and [PCLA]\d+)? (?:is|are|was|were|will|has|have|had|would|remains?|awaits?|lies|still)\b"
)


def no_act(phrase: DocPhrase, reason: str = "no act of signing") -> Act:
    return Act(Realis(None, reason=reason), "", phrase.start)


def act_of(sentence: Sentence, phrase: DocPhrase, title_end: int = 0) -> Act:
    """The act that governs a document phrase: its verb, its participle, its relative clause, a noun of signing, or words of existence.

    `title_end`: where the title ends in the coded sentence.
    """
    coded = sentence.coded
    before, after = coded[: phrase.left], coded[phrase.end :]
    if phrase.det == "no" or re.search(
        r"\b(?:no|neither|nor|without|not) (?:a |an |any |the |[a-z]+ ){0,2}$", before[-30:]
    ):
        return no_act(phrase, "negated")
    if _LEFT_OUT.match(after) and not re.search(r"\b(?:signed|concluded)\b", after[:60]):
        return no_act(phrase, "left out")
    own = bool(_PREDICATE.match(coded, max(title_end, phrase.end)))
    ways = (_nominal, _passive, _pending, _exists) if own else ()
    for way in (*ways, _nominal, _active, _proposed, _relative, _passive, _outcome, _exists, _pending):
        if act := way(sentence, phrase, before, after):
            return _guarded(sentence, phrase, act)
    if found := _PARTICIPLE.match(coded, title_end):
        act = Act(_passive_realis("", found.group("verb")), found.group("verb"), found.start("verb"), "passive")
        return _guarded(sentence, phrase, act)
    if _TALKS_ON.match(coded, title_end):
        return _guarded(sentence, phrase, Act(Realis(Status.PROPOSED), "talks", phrase.start, "pending"))
    return no_act(phrase)


def _bare_left(phrase: DocPhrase, before: str) -> str:
    """The text before the noun group and its determiner."""
    det = f"{phrase.det} "
    before = before[: -len(det)] if phrase.det and before.endswith(det) else before
    found = _QUALIFIER.search(before, max(0, len(before) - 30))
    return before[: found.start()] if found else before


def _is_embedded(phrase: DocPhrase, before: str) -> bool:
    """True where the noun hangs on a preposition ("under the agreement"), not on a verb."""
    bare = _bare_left(phrase, before)[-40:]
    return bool(_EMBEDDED.search(bare)) and not _PACKAGE_OF.search(bare)


# ------------------------------------------------------------------ ways
def _active(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    last = max(VERB.finditer(before, max(0, len(before) - 260)), key=lambda m: m.start(), default=None)
    if last is None:
        return None
    if inverted := _INVERTED.search(before):
        return Act(Realis(Status.DONE), inverted.group("verb"), inverted.start("verb"), "passive")
    between = _bare_left(phrase, before[last.end() :] + "")
    if _cut(between) or (between.strip() and _is_embedded(phrase, before[last.end() :])):
        return None
    verb = last.group("verb")
    if verb.startswith("agreed ") and re.match(
        r" (?!a |an |the |its |their |Q\d+ |N\d+ |another |new |joint |[a-z]+ (?:and|agreement|plan|programme|program|roadmap))[a-z]+ ",
        between + " ",
    ):
        planned = re.match(
            r" (?:draw up|prepare|work out|elaborate|develop|conclude|formulate|negotiate|start|begin|launch)\b",
            between,
        )
        return Act(Realis(Status.PLANNED), verb, last.start(), "plan") if planned else None
    if verb in _NOUNS and not _FINITE_BEFORE.search(before[: last.start()]):
        return None
    if not _MAKE_ONLY.match(verb) and _ASIDE.sub(" ", between).count(" , ") > 1:
        return None
    realis = _verb_realis(verb, verb_group(sentence, last.start()), sentence, last.start())
    return Act(realis, verb, last.start(), "active")


def _cut(between: str) -> bool:
    return len(between) > 220 or " ; " in between or " : " in between or bool(_FINITE.search(between + " "))


def _passive(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    if later := _LATER.match(after):
        status = Status.DONE if later.group("verb") in ("ratified", "approved") else Status.PLANNED
        return Act(
            Realis(status, status is Status.DONE), later.group("verb"), phrase.end + later.start("verb"), "passive"
        )
    found = _PASSIVE.match(after)
    if not found or _FINITE.search(found.group("between") + " "):
        found = _AFTER_RELATIVE.match(after) or found
    if not found:
        return None
    between, aux, verb = found.group("between"), found.group("aux"), found.group("verb")
    if _FINITE.search(between + " ") or _other_subject(between, aux) or re.search(r"\bto (?:also )?$", between + " "):
        return None
    if (
        _is_embedded(phrase, before)
        and ("," in between or not aux.strip())
        and not (not between.strip(" ,") and _MAKE_ONLY.match(verb))
    ):
        return None
    at = phrase.end + found.start("verb")
    tail = after[found.end("verb") :]
    if verb in ("prepared", "drafted") and re.match(r" for (?:the )?(?:D\d+ 's )?(?:signing|signature|adoption)", tail):
        return Act(Realis(Status.PLANNED), verb, at, "passive")
    principle = tail.startswith(" in principle")
    return Act(_passive_realis(aux, verb, principle), verb, at, "passive")


def _passive_realis(aux: str, verb: str, principle: bool = False) -> Realis:
    if verb == "agreed" and principle:
        return Realis(Status.PLANNED)
    if re.match(r"prepared|drafted|negotiated|discussed|considered", verb):
        return (
            Realis(Status.PLANNED if verb == "prepared" else Status.PROPOSED)
            if aux.strip()
            else Realis(None, reason="only discussed")
        )
    if re.search(r"\b(?:still|yet) to\b", aux):
        return Realis(Status.PLANNED)
    realis = of_group(aux) if aux.strip() else Realis(Status.DONE)
    if re.search(r"\b(?:to be|will be|is to|are to|due to|would be)\b", aux) or verb.startswith(
        ("laid before", "presented for")
    ):
        realis = Realis(Status.PLANNED) if realis.status is not None else realis
    if _PLANNED_VERB.match(verb) and realis.status is Status.DONE:
        return Realis(Status.PLANNED)
    return realis


def _other_subject(between: str, aux: str) -> bool:
    """True where another subject stands right before the verb ("after the agreement the presidents signed")."""
    if re.search(r"\b(?:was|were|is|are|be|been|being)\b", aux):
        return bool(re.search(r" , (?:and )?[PHC]\d+ $", between + " "))
    return bool(
        re.search(
            r"(?:[PHCGL]\d+|\b(?:ministers|presidents|leaders|sides|companies|governments|officials|delegations|ministries|they|he|she|we|it)) (?:, )?$",
            between + " ",
        )
    ) and not re.search(
        r"\b(?:between|by|of|with|from|to|on|in|for|at) (?:the )?(?:[a-z]+ )?(?:[PHCGL]\d+ (?:and )?)+$", between + " "
    )


def _relative(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    found = _RELATIVE.match(after) or (_CONTACT.match(after) if phrase.definite else None)
    if not found:
        return None
    head = after[: found.start("subject")]
    subject = found.group("subject")
    head = _WORTH.sub("", head)
    if (
        _FINITE.search(re.sub(r" (?:which|that|whereto) $", " ", head))
        or _FINITE.search(f" {subject} ")
        or re.search(r"\b(?:agreement|documents|memorandum|treaty|protocol)\b", head[8:])
    ):
        return None
    if not re.search(
        r"[PHCGALB]\d+|\b(?:ministers|presidents|leaders|sides|companies|governments|officials|delegations|ministries|they|he|she|we|parties|provinces|regions|same|two)\b",
        subject,
    ):
        return None
    aux = found.group("aux")
    realis = of_group(aux) if aux.strip() else Realis(Status.DONE)
    return Act(realis, found.group("verb"), phrase.end + found.start("verb"), "relative")


def _nominal(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    found = _NOMINAL.search(before[-120:])
    if not found or re.search(r"\b(?:instruments|views|information|experience|prisoners|students)\b", found.group()):
        return None
    at = len(before) - len(before[-120:]) + found.start()
    if _FINITE.search(found.group()) or (_is_embedded(phrase, found.group()[len(found.group("what")) + 4 :])):
        return None
    realis = around(sentence, at, at + len(found.group("what")))
    return Act(realis, found.group("what"), at, "nominal")


def _proposed(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    bare = _bare_left(phrase, before)
    if found := _PLANNING.search(bare[-60:]):
        return Act(Realis(Status.PLANNED), found.group().strip(), len(bare) - len(found.group()), "plan")
    found = _PROPOSING.search(bare[-60:])
    if not found or (phrase.definite and not re.search(r"negotiat|talks|text|draft", found.group())):
        return None
    return Act(Realis(Status.PROPOSED), found.group().strip(), len(bare) - len(found.group()), "proposal")


def _outcome(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    if _FRUIT.match(after):
        return Act(Realis(Status.DONE), "outcome", phrase.end, "outcome")
    if found := _OUTCOME.search(_bare_left(phrase, before)[-130:]):
        return Act(Realis(Status.DONE), "outcome", len(before) - len(found.group()), "outcome")
    return None


def _exists(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    found = _EXISTS.match(after)
    if (
        not found
        or _FINITE.search(found.group("between") + " ")
        or (_is_embedded(phrase, before) and " ," in found.group("between"))
    ):
        return None
    what = found.group("what")
    verb = "force" if re.search("force|effect", what) else "dates"
    verb = "came out" if re.search("out|emerged|table|^went to$", what) else verb
    return Act(Realis(Status.DONE, background=verb != "came out"), verb, phrase.end + found.start("what"), "exists")


def _pending(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    found = _PENDING.match(after)
    if not found or _is_embedded(phrase, before):
        return None
    what = found.group("what")
    status = Status.PLANNED if re.search(r"ready|await|lies|still to|yet to|signature", what) else Status.PROPOSED
    return Act(Realis(status), what, phrase.end + found.start("what"), "pending")


# ------------------------------------------------------------------ realis
def _verb_realis(verb: str, group: str, sentence: Sentence, at: int) -> Realis:
    realis = of_group(group)
    if realis.background and re.search(r"\bjust\b", group):
        realis = Realis(realis.status)
    if _PLANNED_VERB.match(verb) and realis.status is Status.DONE:
        return Realis(Status.PLANNED, realis.background)
    first = verb.split()[0]
    if first in ("there", "ink", "pen"):
        return realis
    bare = not re.search(
        r"(?:ed|s|ing|struck|saw|brought|led|won|put|set|left|made|came|went|wrote|laid|drew|gave)$", first
    )
    if not bare or realis.status in (None, Status.CANCELLED, Status.PROPOSED):
        return realis
    before = sentence.coded[: max(0, at)]
    if group.endswith("to "):
        if re.search(
            r"\b(?:first|only|last|latest|second|third) (?:[a-z]+ ){0,4}to $|\b(?:used [a-zD\d ]{1,30}|managed|went on|proceeded|sat down|gathered|joined|came together|paused|stepped forward|lined up|took time) to $",
            before,
        ):
            return Realis(Status.DONE)
        if group.strip() == "to" and re.search(r"\bwhen [^;:]{0,120}\bto $", before):
            return Realis(Status.DONE, True)
        past = re.search(rf"{_MOTION.pattern}[^;:]{{0,60}}? to $", before)
        return Realis(Status.DONE, True) if past and realis.status is Status.DONE else Realis(Status.PLANNED)
    if re.search(
        r"(?:[PCG]\d+|\b(?:ministers|companies|officials|delegations|leaders|sides|presidents|ministries)) (?:, )?$",
        before,
    ) or re.search(r"\bdid\b", group):
        return Realis(Status.DONE) if not re.search(r"\b(?:will|shall|to|would)\b", group) else realis
    return Realis(Status.PLANNED) if group else Realis(Status.DONE)


def _guarded(sentence: Sentence, phrase: DocPhrase, act: Act) -> Act:
    """The act under the operators of its clause: conditions, denials, rumours, cancellations."""
    low, high = min(act.at, phrase.start), max(act.at, phrase.start) + 1
    outer = around(sentence, low, high)
    if _INVERTED_IF.match(sentence.coded):
        outer = Realis(None, reason="conditional")
    if outer.status is None and outer.reason != "negated":
        return Act(outer, act.verb, act.at, act.way)
    if act.status is not None and outer.status is Status.CANCELLED:
        return Act(Realis(Status.CANCELLED, act.realis.background), act.verb, act.at, act.way)
    return act
