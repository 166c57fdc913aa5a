"""Whether a document's verb is told as done, planned or proposed: active verbs and passive ones."""

from __future__ import annotations

from relations_db.extract.act_words import MOTION, PLANNED_VERB, SPOKEN_OF, URGED
from relations_db.extract.documents import DocPhrase
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, of_group
from relations_db.values import Status


def passive_realis(aux: str, verb: str, principle: bool = False) -> Realis:
    """The realis of a passive verb from its auxiliaries; `principle`: agreed in principle only."""
    if verb == "agreed" and principle:
        return Realis(Status.PLANNED)
    if re.search(r"\b(?:not|never)\b", aux):
        return Realis(None, reason="negated")
    if re.match(r"finali", verb) and re.search(r"\bbeing\b", aux):
        return Realis(Status.PROPOSED)
    if re.match(r"prepared|drafted|negotiated|discussed|talked over|considered", verb):
        return (
            Realis(Status.PLANNED if verb == "prepared" else Status.PROPOSED)
            if aux.strip()
            else Realis(None, reason="only discussed")
        )
    if re.search(r"\b(?:still|yet) to\b", aux):
        return Realis(Status.PLANNED)
    realis = of_group(aux) if aux.strip() else Realis(Status.DONE)
    if re.search(r"\b(?:to be|will be|should be|is to|are to|due to|would be)\b", aux) or verb.startswith(
        ("laid before", "presented for")
    ):
        realis = Realis(Status.PLANNED) if realis.status is not None else realis
    if PLANNED_VERB.match(verb) and realis.status is Status.DONE:
        return Realis(Status.PLANNED)
    return realis


def verb_realis(verb: str, group: str, sentence: Sentence, at: int) -> Realis:
    """The realis of an active verb at an offset, from its auxiliaries `group` and what governs it."""
    if not verb.startswith(("ratif", "renew", "exten")) and _NO_SUBJECT.search(
        sentence.coded, max(0, at - 110), max(0, at)
    ):
        return Realis(None, reason="negated")
    if re.search(r"\b(?:ha[sd]|have|is|are) (?:[a-z]+ly )?(?:yet|still) to (?:[a-z]+ly )?$", group):
        return Realis(Status.PLANNED)
    realis = of_group(group)
    if realis.background and re.search(r"\bjust\b", group):
        realis = Realis(realis.status)
    if PLANNED_VERB.match(verb) and realis.status is Status.DONE:
        return Realis(Status.PLANNED, realis.background)
    first = verb.split()[0]
    if re.match(r"finali[sz]ing", first) and re.search(r"\b(?:is|are|was|were|be|been)\b", group):
        return Realis(Status.PROPOSED, realis.background)
    if first.endswith("ing") and (talked := SPOKEN_OF.search(sentence.coded, max(0, at - 60), max(0, at))):
        return Realis(Status.PLANNED if talked.group("plan") else Status.PROPOSED)
    if first in ("there", "ink", "pen"):
        return realis
    bare = not re.search(
        r"(?:ed|s|ing|struck|saw|brought|led|won|put|set|left|made|came|went|wrote|laid|drew|gave)$", first
    )
    if not bare or realis.status in (None, Status.CANCELLED, Status.PROPOSED):
        return realis
    before = sentence.coded[: max(0, at)]
    if group.endswith("to "):
        if before.endswith(" used to "):
            return Realis(None, reason="not asserted")
        if URGED.search(before):
            return Realis(Status.PROPOSED)
        if re.search(
            r"\b(?:first|only|last|latest|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|O\d+) (?:[a-z]+ ){0,4}to $|\b(?:used [^;:]{1,90}?|(?:took|seized) (?:the|this|that|Q\d+) (?:opportunity|chance|occasion)|took advantage of [^;:,]{1,60}|broke (?:off )?(?:the|his|her|Q\d+) [a-z]+|managed|went on|proceeded|(?:met|meeting)(?: again)?(?: (?:in|at) (?:the )?L\d+)?(?: on D\d+| D\d+)?|(?:sat|got) (?:down|side by side|at (?:a|one|the same) table)|(?:re)?appeared(?: together)?|took (?:the (?:stage|floor|podium)|their (?:seats|places))|gathered|joined|came together|paused|stepped forward|lined up|took time) to $",
            before,
        ):
            return Realis(Status.DONE)
        if group.strip() == "to" and re.search(r"\bwhen [^;:]{0,120}\bto $", before):
            return Realis(Status.DONE, True)
        if (told := _ON_DAY.search(before)) and getattr(sentence.units[int(told.group(1))].thing, "year", None):
            return Realis(Status.DONE, True)
        past = re.search(rf"{MOTION.pattern}[^;:]{{0,60}}? to $", before)
        return Realis(Status.DONE, True) if past and realis.status is Status.DONE else Realis(Status.PLANNED)
    if re.search(
        r"(?:[PCG]\d+|\b(?:ministers|companies|officials|delegations|leaders|sides|presidents|ministries)) (?:, )?$",
        before,
    ) or re.search(r"\bdid\b", group):
        return Realis(Status.DONE) if not re.search(r"\b(?:will|shall|to|would)\b", group) else realis
    return Realis(Status.PLANNED) if group.strip(" ,") or _JOINED.search(before) else Realis(Status.DONE)


# "came to X in 2016 to sign": a year tells an old journey, of which one knows that it served its end
_ON_DAY = re.compile(rf"(?:{MOTION.pattern}|\b(?:made|paid) )[^;:]{{0,50}}? D(\d+) to $")
# "will start talks and conclude them": the auxiliary of the first verb is the second's as well
_JOINED = re.compile(
    r"\b(?:will|shall|are to|is to|plans? to|want to|expected to|due to|hopes? to) [a-z]+ (?:(?! (?:was|were|has|have|had|said|signed) )[^;:.]){0,200}? and (?:also |then |finally )?$"
)
# "neither Kenya nor Uganda signed", "none of the three adopted"
_NO_SUBJECT = re.compile(
    r"\b(?:neither (?:of )?(?:the )?(?:[PCAG]\d+|[a-z]+)|none of (?:the )?(?:[a-z]+|[NG]\d+)|nobody|no one)(?: (?!who|which|that|but|they|it|he|she|both)(?:[PCA]\d+|'s|[a-z]+)){0,8} $"
)


# "the ministry said that it had signed": the past perfect of reported speech tells the news, unless a word looks back
_REPORTED = re.compile(
    r"\b(?:said|says|announced|announces|reported|reports|confirmed|disclosed|added|revealed|(?:informed|told) [^,;:]{2,40}?)(?: in (?:a|the) [^,;:]{3,40}?| (?:late |early )?(?:on )?D\d+| here)?(?: that)? "
    r"(?:(?!(?:after|when|before|once|because|where|which|who|since|had|if|while) )[^ ;:\"]+ ){1,14}?had (?:also |just |jointly |formally |finally |now |thus )*(?:been )?$"
)
_LOOKS_BACK = re.compile(
    r"\b(?:since|previously|earlier|already|so far|to date|in the past|over the (?:past|last)|years ago|recently|lately|once|by then|until)\b"
)


def is_reported(sentence: Sentence, at: int) -> bool:
    """True where "had signed" at an offset is only the tense of reported speech: "it said that they had signed"."""
    if "had" not in sentence.words or _LOOKS_BACK.search(sentence.coded):
        return False
    return _REPORTED.search(sentence.coded, 0, at) is not None


_PASSED = re.compile(r"approv|accept|endors|adopt|finali|ratif|agreed")
_SHOWN = re.compile(r"hand|exchang|swapp|issu|releas|publish|unveil|put out|made public|made known|announc|reached")


def unsigned(sentence: Sentence, phrase: DocPhrase, verb: str, way: str) -> Status | None:
    """The stage of a draft that was passed by one side or handed over, and of a text that is only finalised."""
    if not re.search(r"\bdraft ", sentence.coded[phrase.left : phrase.start]):
        settled = verb.startswith("finali") and phrase.noun not in ("deal", "deals", "contract", "contracts")
        return Status.PLANNED if settled and way in ("active", "passive", "relative") else None
    return Status.PLANNED if _PASSED.match(verb) else Status.PROPOSED if _SHOWN.match(verb) else None
