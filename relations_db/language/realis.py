"""Whether a verb or a noun is told as done, planned, proposed, cancelled, or not told at all. Operators: docs/reference/language.md, section Realis."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.cues import cued
from relations_db.values import Status


@dataclass(frozen=True, slots=True)
class Realis:
    """`status` is None where the text does not assert the event; `reason` says why. `background`: told as history, not as news."""

    status: Status | None
    background: bool = False
    reason: str = ""


_ADVERB = (
    r"(?:also|then|later|already|just|now|soon|still|again|first|officially|formally|jointly|reportedly|apparently|together|personally|himself|herself|once|twice|"
    r"after all|likewise|subsequently|finally|eventually|recently|separately|successfully|earlier|currently|presently|thus|therefore|in turn|D\d+|on D\d+|,|meanwhile|duly|afterwards|thereafter|"
    r"initially|shortly|originally|tentatively|provisionally|both|each|all|today|here|ever|previously|immediately|actually|next|in D\d+|[a-z]{3,}ly)"
)
_AUX = (
    r"(?:will|shall|would|should|could|might|may|can|must|is|are|was|were|be|been|being|has|have|had|having|did|does|do|not|never|n't|no longer|to|about|due|set|"
    r"expected|scheduled|slated|planned|poised|likely|plans|plan|planning|planned|intends|intend|intended|hopes|hope|hoped|wants|want|wanted|wishes|wish|agreed|agrees|"
    r"decided|going|ready|willing|keen|prepared|supposed|meant|billed|tipped|rumou?red|able|unable|refused|declined|failed|yet|seeks|seek|aims|aim|proposes|proposed|offered|vowed|"
    r"pledged|promised|invited|asked|forced|obliged|compelled|required|considering|mulling|ought|like|need|needs|hoping|determined|committed|began|begin|begins|started|start|continue|continued|'s|s|'ll|ll|let|lets)"
)
_GROUP_BEFORE = re.compile(rf"(?<![\w'-])(?:(?:{_AUX}|{_ADVERB}) )+$")
# Most verbs have neither: the word before tells.
_LAST_OF_GROUP = re.compile(
    "(?:" + "|".join(way.rsplit(" ", 1)[-1] for way in f"{_AUX[3:-1]}|{_ADVERB[3:-1]}".split("|")) + ") "
)
_NEGATION = re.compile(
    r"\b(?:not(?! only| just| merely| least)|never|n't|no longer|refused|declined|failed|unable|without|neither|nor|cannot|far from|instead of|stopped short of|rather than)\b"
)
_CONDITION = cued(
    r"\b(?:if(?! (?:all|everything|nothing|nobody|the weather|plans?|things) )|unless|provided that|in case|were to|whether|on condition|as long as|should (?:[PCGH]\d+|the|they))\b"
)
_DENIAL = cued(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:ed|es)|refut(?:ed|es)|ruled out|rules out|(?:play|talk)(?:ed|ing|s)? down (?:reports|talk|suggestions|rumou?rs|speculation|expectations|claims|hopes)|reject(?:ed|s) (?:reports|claims|suggestions|the idea)|no (?:plans?|intention|truth|talk|question) |"
    r"rumou?rs?|speculation|(?:not|n't|far from) (?:true|correct|the case|accurate|so) (?:that|[PC]\d)|(?:false|untrue|incorrect|wrong|fiction|nonsense) (?:that|P\d)|contrary to|untrue|never materiali[sz]ed|has yet to|have yet to|had yet to|remains to be|not (?:yet )?(?:been )?(?:decided|confirmed))\b"
)
_CANCEL = cued(
    r"\b(?:cancel(?:l?ed|s|ling)?|call(?:ed|s)? off|postpon(?:ed|es|ing|ement)|put off|scrapp?(?:ed|s)|scrubbed|shelved|deferred(?! payment)|axed|abandon(?:ed|s)|dropped|"
    r"pushed back|delayed until|suspend(?:ed|s)|will no longer|pulled out|skip(?:ped|s)(?! (?:(?:a|the|one|several|two|some) )?(?:whole |full )?(?:grade|stage|level|rung|step|class|tier)s?\b)|cut from|struck (?:out|off)|was to have|were to have|had been (?:due|to(?! (?:the )?[LCHPG]\d)|scheduled|supposed|planned)|was supposed to|did not take place|rescheduled|"
    r"(?:would|will|(?:has|had|have|decided|forced|obliged|agreed|compelled|chose|chosen|opted) to) (?:postpone|defer|scrap|shelve|delay|skip|drop|abandon)(?! (?:the )?(?:case|charges|matter|idea|ball|subject|[a-z]+ (?:weapons|claims|bombs|arms))))\b"
)
_PROPOSAL = cued(
    r"\b(?:may(?! god\b)|might|could|can|likely|possible|possibly|hop(?:es?|ed|ing)|wish(?:es|ed)?|want(?:s|ed)?|ready|willing|keen|prepared|propos(?:es?|ed|al|als|ing)|suggest(?:s|ed|ion)?|offer(?:s|ed)?|"
    r"invit(?:es?|ed|ing|ation|ations)|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|discuss(?:es|ed|ing)?|negotiat(?:e|es|ed|ing|ions?)|explor(?:e|es|ed|ing)|study|studying|asked|urged|urges|asks|"
    r"call(?:s|ed)? for|interested|interest|would like|draft(?:ed|ing|s)?|in principle|seeks?|sought|seeking|potential|eventual|contemplat\w+|work(?:s|ed|ing)? (?:on|towards?)|should)\b"
)
_FUTURE = cued(
    r"\b(?:will|shall|'ll|to be|(?:is|are) to(?! (?:the|an?|this|that|his|her|their|its)\b)|due|scheduled|slated|set to|poised|expected|expects?|plan(?:s|ned|ning)?|intend(?:s|ed)?|about to|going to|agreed to|decided to|prepar(?:e|es|ed|ing|ations)|"
    r"upcoming|forthcoming|coming|(?<!shared )future|next|later today|on the eve of|ahead of|prior to|aims? to|vow(?:s|ed)?|pledg(?:es?|ed)|promis(?:es?|ed)|announced? plans|would|was to|were to|"
    r"meant to|envisag(?:es?|ed)|let us|awaits?|await(?:ed|ing)|will be|planned|looks? forward|looking forward|confirmed (?:his|her|Q\d+) participation|undertake[sn]? to|undertook to|committed to)\b"
)
_PERFECT = re.compile(r"\b(?:had)\b")
_BACK = cued(
    r"\b(?:previously|earlier|formerly|in the past|recall(?:ed|s|ing)?|at the time|back in|since|historic(?:al)?ly|used to|once|"
    r"last (?:visited|time)|most recent|previous|existing|ago)\b"
)


def verb_group(sentence: Sentence, at: int) -> str:
    """The auxiliaries and adverbs that stand directly before an offset of the coded sentence."""
    coded = sentence.coded
    if not _LAST_OF_GROUP.fullmatch(coded, coded.rfind(" ", 0, max(0, at - 1)) + 1, at):
        return ""
    found = _GROUP_BEFORE.search(coded, max(0, at - 80), at)
    return found.group() if found else ""


@lru_cache(maxsize=2**12)
def of_group(group: str, past: bool = True) -> Realis:
    """Realis of a verb from its auxiliaries. `past`: the bare form is past tense or a participle (else present or infinitive)."""
    if not group:
        return Realis(Status.DONE)
    if re.search(
        r"\b(?:will|would|shall) no longer\b|\b(?:will|would|shall|is|are) (?:now|after all|therefore) not\b|\bnot (?:now|after all)\b|\bhad (?:[a-z]+ )?(?:planned|intended|meant|hoped) to\b",
        group,
    ):
        return Realis(Status.CANCELLED)
    if _NEGATION.search(group):
        return Realis(None, reason="negated")
    if re.search(r"\bmust (?!have\b)", group):
        return Realis(None, reason="not asserted")
    if re.search(r"\b(?:was|were) (?:\w+ )*to have|had been (?:due|to|scheduled|supposed|planned)|was supposed", group):
        return Realis(Status.CANCELLED)
    if re.search(
        r"\b(?:may|might|could|can|likely|hop\w+|wish\w*|want\w*|ready|willing|keen|prepared|propos\w+|offered|invited|asked|considering|mulling|tipped|rumou?red|would (?:like|love|gladly|happily|welcome)|should|ought|seeks?|let|lets)\b",
        group,
    ):
        return Realis(Status.PROPOSED)
    if re.search(
        r"\b(?:will|shall|'ll|ll|would|due|set|expected|scheduled|slated|poised|plans?|planned|planning|intend\w*|about|going|agreed|decided|vowed|pledged|promised|billed|meant|aims?|determined|committed)\b"
        r"|\b(?:is|are|was|were) (?:[a-z]+ )?to\b|\bto be\b|^to |\bto $",
        group,
    ) and not re.search(r"\b(?:having|has|have) [a-zD0-9, ]*$", group):
        return Realis(Status.PLANNED)
    if re.search(r"\bhad\b|\bpreviously\b|\b(?:has|have) (?:already|once|earlier)\b", group):
        return Realis(Status.DONE, background=True)
    return Realis(Status.DONE)


def clause_bounds(sentence: Sentence, at: int) -> tuple[int, int]:
    """Offsets of the stretch of the coded sentence around `at` that shares its operators: up to strong punctuation and new subjects."""
    coded = sentence.coded
    start = 0
    for found in _BOUNDARY.finditer(coded, 0, at):
        start = found.end()
    end = len(coded)
    if following := _BOUNDARY.search(coded, at):
        end = following.start()
    return start, end


_BOUNDARY = re.compile(
    r" [;:()\"] |^\" | - (?![AC]\d)| , (?:while|but|although|though|whereas|who|which|where|when|whose|after which|and (?=[PGHC]\d+ (?!and|,|'s|-))|as|with|(?:has|had|have) (?:[a-z]+ )?(?:denied|dismissed|rejected|refuted))\b| (?:while|but|who|which|whereas|because|although)\b"
)


_PUT_OFF_ASIDE = re.compile(
    r" , (?:(?:twice|once|already|repeatedly|long|first|originally) )?(?:postponed|delayed|put off|deferred|rescheduled)[^,;]{0,50} ,"
)


def around(sentence: Sentence, start: int, end: int, heeds: Callable[[int], bool] | None = None) -> Realis:
    """Realis of a noun group at `start..end`, from the clause that holds it. `heeds`: whether a word of dropping at an offset is said of it."""
    low, high = clause_bounds(sentence, start)
    before = sentence.coded[low:start]
    after = sentence.coded[end:high]
    if sentence.coded.rstrip('" ').endswith("?"):
        return Realis(None, reason="question")
    if "should" in sentence.words and _SHOULD_IT.match(sentence.coded, 0, start):
        return Realis(None, reason="conditional")
    if _CONDITION.within(sentence, sentence.coded[max(0, low - 12) : start]):
        return Realis(None, reason="conditional")
    if _DENIAL.within(sentence, sentence.coded[:start]) or _DENIAL.within(sentence, _NEXT_NOUN.split(after[:60])[0]):
        return Realis(None, reason="denied or rumoured")
    if _REPORTED.within(sentence, sentence.coded[:start]) and _UNTRUE.within(sentence, sentence.coded[end:]):
        return Realis(None, reason="denied or rumoured")
    if (
        _NONE_BEFORE.within(sentence, before)
        or _NOT_AFTER.within(sentence, after)
        or _NOBODY.within(sentence, sentence.coded[low : start + 1])
    ):
        return Realis(None, reason="negated")
    spoken = _PUT_OFF_ASIDE.sub(lambda m: " ," + " " * (len(m.group()) - 2), before)
    for offset, words in ((low, spoken), (end, after[:80])):
        if found := _CANCEL.within(sentence, words):
            at = (m.start() for m in _CANCEL.regex.finditer(words, found.start()))
            if heeds is None or any(heeds(offset + n) for n in at):
                return Realis(Status.CANCELLED)
    return _by_tense(sentence, before, after)


# "reports that X had come to Y were a fabrication"
_REPORTED = cued(
    r"\b(?:reports?|idea|claims?|suggestions?|story|stories|notion|allegations?|assertions?|talk) (?:(?:in|by|from|on|of|carried by|published in) (?:(?!that\b|of\b)[a-zPCLAGQ\d'-]+ ){1,6})?(?:that\b|of\b|[PC]\d)"
)
_UNTRUE = cued(
    r"\b(?:is|are|was|were|be|been|as) (?:[a-z]+ |, [^,;]{0,40} , ){0,4}?(?:fabricat(?:ion|ions|ed)|false|absurd|untrue|nonsense|wrong|premature|baseless|unfounded|invention|invented|incorrect|unthinkable|out of the question|lies?|hoax|fantasy|ridiculous|ludicrous|groundless|mistaken|gossip|(?:just|idle|mere|only|empty) (?:talk|rumou?rs?|speculation))\b"
)
# "should his health allow it, he will come"
_SHOULD_IT = re.compile(r"(?:\" )?should (?:the |Q\d+ |[PCGH]\d+ |it |they |[a-z]+ )[^;?]*? , ")
_NEXT_NOUN = re.compile(r" and (?=(?:an?|the|N\d+|another) )")
_NONE_BEFORE = cued(
    r"\b(?:no(?! longer)|without|neither|nor|not an?y?|rather than|instead of|in lieu of)\b[a-z ]{0,30}$"
)
_NOT_AFTER = cued(r"^ (?:was|were|is|has been|have been|had been) (?:not|never)\b")
# "nobody in either capital speaks of it", "neither side has signed it"
_NOBODY = cued(
    r"(?:^|[,;:] |\" |\b(?:and|but|that|for|as) )(?:nobody|no one|no-one|none|neither|hardly anyone|scarcely anyone|few people)\b(?! (?:the )?(?:less|other|but))[^,;:]{0,70} [a-z\"]$"
)
_PAST_MAIN = cued(
    r"\b(?:signed|arrived|held|paid|made|began|took|came|met|received|visited|adopted|issued|released|inked|concluded)\b"
)
_AHEAD = re.compile(
    r" (?:will|is to|are to|is due|is scheduled|is expected|is planned|is set|to be|would|shall|begins|starts)\b"
)


# "at the invitation of H": who asked, not that it is only asked
_INVITED_BY = re.compile(
    r"\b(?:at|on|upon|by|following|under|accepting) (?:the |an? |his |her |their |Q\d+ |[PCA]\d+ (?:'s )?)?(?:[a-z]+ )?invitation\b"
)


def _by_tense(sentence: Sentence, before: str, after: str) -> Realis:
    if "invitation" in sentence.words:
        before = _INVITED_BY.sub("", before)
    past_main = _PAST_MAIN.within(sentence, before)
    background = bool(_PERFECT.search(before) or _BACK.within(sentence, before))
    if not past_main and _PROPOSAL.within(sentence, before):
        return Realis(Status.PROPOSED, background)
    if not past_main and _FUTURE.within(sentence, before):
        return Realis(Status.PLANNED, background)
    if _AHEAD.match(after):
        return Realis(Status.PLANNED, background)
    return Realis(Status.DONE, background)
