"""How far a work is where no construction of `progress` tells it: by the nearest word of building, running or planning in its part of the sentence.

Used only for works that the sentence itself gives to two states, so that a loose reading of the stage does not make works of mere mentions.
"""

from __future__ import annotations

from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Status

# Verbs of which a work is the object or, in the passive, the subject.
_MADE = (
    r"(?:built|rebuilt|constructed|erected|laid|relaid|dug|drilled|bored|driven|assembled|designed|engineered|moderni[sz]ed|upgraded|expanded|widened|paved|tarred|dredged|"
    r"reconstructed|renovated|rehabilitated|electrified|restored|repaired|extended|completed|finished|inaugurated|commissioned|opened|re-?opened|launched|put up|set up|strung|"
    r"founded|equipped|installed|welded|linked up|connected|handed over|switched on|started up|put into (?:service|operation|use)|brought on stream|cast|financed|funded|paid for|co-financed|bankrolled)"
)
_MAKING = (
    r"(?:building|rebuilding|constructing|erecting|laying|digging|drilling|boring|driving|assembling|designing|engineering|developing|moderni[sz]ing|upgrading|expanding|widening|paving|"
    r"dredging|reconstructing|renovating|rehabilitating|electrifying|restoring|repairing|extending|completing|finishing|opening|launching|putting up|setting up|stringing|equipping|"
    r"installing|welding|financing|funding|paying for|operating|running)"
)
_MAKE = (
    r"(?:build|rebuild|construct|erect|lay|dig|drill|bore|drive|assemble|design|develop|moderni[sz]e|upgrade|expand|widen|pave|dredge|reconstruct|renovate|rehabilitate|electrify|"
    r"restore|repair|extend|complete|finish|open|reopen|inaugurate|commission|launch|put up|set up|string|found|establish|create|equip|install|operate|run|finance|fund|pay for|share the (?:cost|costs|bill)|"
    r"link|connect|join|tie|have it ready)"
)
_BE = r"(?:is|are|was|were|been|being|has been|have been|had been|stands|lies|runs)"
_ADVERBS = r"(?:(?:[a-z-]+ly|now|also|already|still|at last|all but|half|X\d+|as good as|jointly|together|in part|N\d+|N\d+ - fifths|[a-z]+-(?:fifths|thirds|quarters)|two thirds|-) )*"
_PLANNED = (
    rf"(?:(?:will|shall|is|are|was|were|intends?|plans?|planned|agreed|agree|decided|resolved|committed(?: themselves)?|undertook|undertaken|pledged|promised|want|wants|about|due|set|scheduled|expected|going|ready|prepared|approved|chosen|determined)"
    rf" (?:[a-zX\d,]+ly |also |now |then |N\d+ day |one day |soon |to |D\d+ |in D\d+ |by D\d+ |be |jointly |together |next )*(?:{_MAKE}|{_MADE}|built)"
    rf"|to be (?:jointly |soon )?(?:{_MADE}|ready)|to {_MAKE}|(?:approved|agreed on|decided on|settled on|backed|endorsed|authori[sz]ed|green-lighted|cleared) (?:the )?(?:plans? for |construction of |building of )?|"
    r"(?:the )?(?:last |final )?(?:details|plans?|designs?|blueprints?) (?:of|for)|planned|planning|(?:work|construction|building|laying)(?: on it)? (?:will|is to|is due to|is scheduled to|should|is set to|is expected to) (?:start|begin)|"
    r"(?:ask(?:s|ed)?|call(?:s|ed)?|invit(?:es?|ed)|asked|tendered) for (?:bids|tenders)|(?:wants?|wanted) (?:an?|the|their) |"
    r"envisaged|conceived|on the drawing board|in the pipeline|in preparation)"
)
_DONE = (
    rf"(?:{_BE} {_ADVERBS}(?:{_MADE}|finished|complete|ready|open|in (?:operation|service|use|place)|operational|under (?:construction|way|repair)|underway|going up|taking shape|rising|growing|nearing completion|being {_MADE}|behind schedule|on schedule|running|working|on stream)"
    rf"|(?:has|have|had|having) {_ADVERBS}(?:{_MADE}|begun|started|added|gone (?:up|into)|risen|come on stream|entered|been {_MAKING})"
    rf"|(?:is|are|was|were|been|busy) {_ADVERBS}(?:(?:hand in hand|side by side|in partnership|at work) )?{_MAKING}"
    rf"|, {_MADE}\b|\b{_MADE} (?:by|jointly|together|with|from|at|in|near|between|last|this|D\d+|the|a|an|its|their|half)\b"
    r"|(?:went|came|entered|goes|comes) (?:in|on|into|onto) (?:[a-z]+ )?(?:service|operation|stream|line|use)|(?:broke|breaks|breaking) ground|ground(?: was| has been|-)? ?(?:broken|breaking)|foundation[ -]stone|first (?:stone|pile|pipe|rail|rails|sleeper|concrete|sod|passengers|train|trains|gas|oil|ship|ships|students|patients|cargo)|"
    r"cut the (?:red )?ribbon|cutting the (?:red )?ribbon|ribbon[ -]cutting|turned the valve|(?:began|begun|started|starts|begins|continues?|resumed?) (?:work on|(?:the )?(?:construction|building|laying|modernisation|modernization|drilling|digging)|(?:up|work|operat\w+|production)|to (?:build|lay|dig|drill))|"
    r"(?:inaugurated|opened|launched|commissioned|completed|finished|unveiled)(?: [a-z'-]+){1,3} ,(?= (?:an?|the|their|its) )|(?:was|were|is|has been) energi[sz]ed|(?:go|goes|went|gone) live|"
    r"(?:took|take|takes|carried|delivered|deliver|delivers|received|pumped|produced|produce|generated) (?:its|their|the) first|in full swing|own(?:s|ed)? (?:it )?(?:half|jointly|in equal|together|fifty)|"
    r"work (?:on it )?(?:began|started|has begun|continues|is under ?way|goes on)|(?:now |jointly |together )(?:run|runs|operate|operates|own|owns|build|builds|assemble|make|makes)|under construction|at work on|nearing completion|nearly (?:ready|finished|complete))"
)
_MARK = re.compile(rf"\b(?:(?P<plan>{_PLANNED})|(?P<done>{_DONE}))(?![a-z])|(?P<comma>, {_MADE})\b")
_UNREAL = re.compile(
    r"\b(?:discuss\w*|talk(?:s|ed|ing)? (?:of|about)|propos\w+|suggest\w*|hop(?:e|es|ed|ing)|wish\w*|want\w*|could|might|may|consider\w*|stud(?:y|ies|ied|ying)|explor\w*|"
    r"feasibility|idea|possib\w+|dream\w*|reject\w*|refus\w*|cancel\w*|abandon\w*|drop(?:s|ped)?|shelved|called off|scrapp\w*|halted|stalled|suspend\w*|no|not|never|nor|neither|"
    r"without|if|whether|oppos\w*|demand\w*|protest\w*|asked|asks|urg(?:e|es|ed)(?! on)|needs?|should|ought|den(?:y|ies|ied)|on paper|speculat\w+|rumou?r\w*|experts?|analysts?|explosion|blast|attack\w*|leak\w*)\b"
)
_PART = re.compile(r" [;:] ")
_ASIDE = re.compile(r" , [^,;]{0,25}\bof which [^,;]+ ,")
# What merely stands or ends at a work: "from the new port at L to the frontier".
_AT_IT = re.compile(
    r"\b(?:from|to|at|near|via|through|in|outside|past|into|by|along|beside|alongside) (?:(?:the|a|an|its|their) )?$"
)
# Firms and funds are founded, not built.
_FIRMS = re.compile(r"(?:company|companies|enterprises?|airlines?|funds?|banks?|programmes?|missions?)$")


def stage_near(sentence: Sentence, start: int, head_end: int, end: int) -> Status | None:
    """The stage that the nearest word of work tells of the noun group at `start..end`; None where its part of the sentence only talks of it."""
    coded = sentence.coded
    if _AT_IT.search(coded, max(0, start - 30), start) or _FIRMS.search(coded, start, head_end):
        return None
    low = max((m.end() for m in _PART.finditer(coded, 0, start)), default=0)
    after = _PART.search(coded, end)
    high = after.start() if after else len(coded)
    if _UNREAL.search(coded, low, high) or coded.rstrip('" ').endswith("?"):
        return None
    asides = [m.span() for m in _ASIDE.finditer(coded, low, high)]
    best: tuple[int, Status] | None = None
    for mark in _MARK.finditer(coded, low, high):
        if mark.start() < start < mark.end() <= head_end or any(a < mark.start() < b for a, b in asides):
            continue
        away = mark.start() - end if mark.start() >= end else start - mark.end() if mark.end() <= start else 0
        status = Status.PLANNED if mark.group("plan") else Status.DONE
        if best is None or (away, status is Status.DONE) < (best[0], best[1] is Status.DONE):
            best = (away, status)
    return best[1] if best and best[0] < 110 else None
