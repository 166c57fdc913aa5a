"""Visas and borders: regimes that are opened or closed, lines that are drawn, crossings that open."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context, When
from relations_db.extract.rules.occasions import date_at, day_of, milestone, refuse, two_states, why_not, words
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import around, clause_bounds
from relations_db.values import Kind

# ------------------------------------------------------------------ visas
_LIFT = (
    r"(?:abolish|scrapp?|waiv|lift|dropp?|cancel|eliminat|remov|eas|simplif|relax|exempt|suspend|revok|re-?impos|impos|"
    r"re-?introduc|reinstat|tighten|facilitat|liberali[sz])"
)
_LIFTED = (
    rf"(?:{_LIFT}(?:l?ed|ied|d)|done away with|a thing of the past|history|no longer (?:needed|required|necessary))"
)
_LIFTS = rf"(?:{_LIFT}(?:l?ed|ied|d|e?s|ies|l?ing|ying)|did away with|does away with|puts? an end to|put paid to|dispens(?:ed|es) with|got rid of|gets rid of)"
_GRANT = (
    r"(?:introduc|grant|extend|launch|announc|offer|approv|adopt|establish|open|allow|provid|start|sign|ink|conclud|ratif|"
    r"seal|agree|enact|declar|expand|enter|inaugurat|creat|restor|resum|add)"
)
_GRANTED = rf"(?:{_GRANT}(?:ed|ied|d)|put in place|agreed)"
_GRANTS = rf"(?:{_GRANT}(?:ed|ied|d|e?s|ies|ing|ying)(?: on| into| for)?)"
_BAR = (
    r"(?P<thing>(?<!N\d )(?<!N\d\d )visas|visa (?:requirements?|restrictions?|regimes?|rules|regulations?|formalities|obligations?|"
    r"procedures?|fees))\b"
)
_FREE = (
    r"(?P<thing>(?:visa-free|visa free|visaless)(?: [a-z-]+)?|visa (?:exemptions?|waivers?|facilitation|liberali[sz]ation|abolition)|"
    r"(?:exemption|waiver|abolition|lifting|removal|scrapping|exempting|waiving|abolishing|lifting) (?:of |from )?[^;.:,]{0,40}?visas?"
    r"|visas? (?:on|upon) arrival|e-visas?)\b"
)
_BE = r"(?:was|were|is|are|has been|have been|had been|being|get|got|,)(?: [a-z]+ly| now| also| mutually| D\d+)*"
_FORCE = (
    r"(?:(?:took|takes?|taking|came|comes?|coming|entered|enters?|entering|went|goes|has been|have been|is|are|been|being|,) (?:[a-z]+ly |now )*"
    r"(?:effect|into (?:force|effect)|in (?:force|place|effect)|effective)|began|begins|start(?:ed|s)|became effective|appl(?:y|ies|ied)|exist(?:s|ed)?)"
)
_GAP = r"[^;.:]{0,60}?"
_VISA_EVENTS = (
    rf"\b(?P<verb>{_LIFTS})\b{_GAP} {_BAR}",
    rf"\b{_BAR} {_GAP}(?<![a-z])(?P<verb>{_BE} {_LIFTED}|fell(?: away)?|falls|lapsed)\b",
    rf"\b(?P<verb>{_GRANTS})\b{_GAP} {_FREE}",
    rf"\b{_FREE} {_GAP}(?<![a-z])(?P<verb>{_BE} {_GRANTED}|{_FORCE})\b",
    rf"\b{_FREE} [^;:]{{0,120}}?(?P<verb>(?:took|takes|came|comes|entered|enters|went) (?:[a-z]+ly )?(?:effect|into (?:force|effect)))\b",
    rf"\bwill (?:[a-z]+ly )*(?P<verb>lift|abolish|exempt|waive|scrap|drop|ease|introduce|grant|extend)\b{_GAP} (?:visas\b|{_FREE.replace('(?P<thing>', '(?:')}|{_BAR.replace('(?P<thing>', '(?:')})",
    r"\b(?P<verb>(?:can|may|will be able to|are able to|are allowed to) (?:[a-z]+ )?(?:enter|travel|visit|stay|go|come))\b[^;.:]{0,50}? visa-free\b",
    r"\b(?P<verb>no longer (?:need|require|have to)|exempt(?:ed)? from|need(?:s|ed)? no|require(?:s|d)? no|do not need|does not require|without(?: [a-z]+ing)?(?: through)?) "
    r"(?:(?:an?|any|the|usual|entry|transit|tourist|need for) )*(?P<thing>visas?)\b",
    r"\bholders of (?:[a-z]+ ,? ?){1,5}passports (?:of [^;:,.]{1,40}? )?(?P<verb>(?:now |have )?(?:need(?:ed)?|require[sd]?)) (?P<thing>no visas?|none)\b",
    r"\bno (?:entry |transit |tourist )?(?P<thing>visas?) (?P<verb>(?:is|are|was|were|will be) (?:now |any longer |longer )?(?:needed|required|necessary))\b",
    r"\b(?P<verb>(?:are|is) to (?:get|receive|be (?:given|granted)|obtain)|(?:will|can|may) (?:[a-z]+ )?(?:get|receive|obtain|be (?:granted|issued))|"
    r"get|receive|are granted) (?P<thing>(?:[a-z]+ )?visas? (?:on|upon) arrival|visa-free (?:entry|access|travel))\b",
    r"\b(?P<verb>(?:can|may|will) (?:now |also )?(?:get|obtain|receive|be (?:given|issued|granted)(?: with)?)|(?<!not )(?<!cannot )(?:get|obtain|receive|are (?:given|issued|granted))) (?P<thing>(?:[a-z-]+ ){0,3}visas?) (?:good|valid) for\b",
    rf"\b{_FREE} {_GAP}(?P<verb>(?:will|is to|are to|is due to|is set to) (?:be )?(?:[a-z]+ly )?(?:suspended|ended|cancelled|scrapped|revoked|restored|introduced|extended|lapse|end|expire|take effect|come into (?:force|effect)|enter into force|start|begin|apply))\b",
)
_VISA_TALK = re.compile(
    r"\b(?:talks?|discuss\w*|negotiat\w*|possib\w+|prospect\w*|propos\w+|hop(?:e|es|ed|ing)|consider\w*|call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|"
    r"suggest\w*|work(?:s|ed|ing)? on|issues?|question|explor\w+|study\w*|studied|demand\w*|would|could|if|should|dialogue|road ?map|towards|"
    r"interest(?:ed)?|asked|seek\w*|applications?|applied|den(?:y|ied)|refus\w+|expect\w*|plan(?:s|ned|ning)?|want\w*|wish\w*|ready|drafts?|drafting|"
    r"prepar\w+|not|never|without reaching|favou?r\w*|promis\w+)\b(?! only)"
)
_SINCE = re.compile(r"\b(?:since|from|as of|starting(?: on| from)?|effective(?: from| on)?|with effect from) D(\d+)\b")


# An announced decision is enough ("announced that citizens of A would be let in without a visa").
_ANNOUNCED = re.compile(r"\b(?:announced|decided|declared|confirmed)\b[^;:]*\bthat\b")
_FREED = re.compile(r"no\b|exempt|do not|does not|without|need|require")


def visas(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A visa regime between two states is opened, eased, closed or comes into force; an announced decision is enough."""
    start, end = match.span()
    low = clause_bounds(sentence, start)[0]
    talk = [m.group() for m in _VISA_TALK.finditer(sentence.coded, low, match.start("verb"))]
    announced = set(talk) <= {"would"} and _ANNOUNCED.search(sentence.coded, 0, match.start("verb"))
    if (talk and not announced) or _VISA_TALK.search(sentence.coded, match.end("verb"), end):
        return refuse(context, sentence, start, end, "only talked about")
    if (reason := around(sentence, match.start("verb"), end).reason) and not _FREED.match(match.group()):
        return refuse(context, sentence, start, end, reason)
    parties, basis = two_states(context, sentence, start)
    if not parties:
        return []
    when, text = _in_force(context, sentence, match), words(context, sentence, start, end)
    firm = int(bool(re.search(r"force|effect|since|from", match.group())))
    return [milestone(sentence, "visa_regime", parties, basis, when, text, "visa", firm=firm)]


def _in_force(context: Context, sentence: Sentence, match: Match[str]) -> When:
    """From when a regime holds, else when it was made."""
    low, high = clause_bounds(sentence, match.start())[0], clause_bounds(sentence, match.end() - 1)[1]
    since = _SINCE.search(sentence.coded, low, high)
    if since and since.group().startswith(("from", "start", "as of")) and _TO_COME.search(sentence.coded, low, high):
        return _nearer(context, sentence, int(since.group(1)))
    when = date_at(context, sentence, int(since.group(1))) if since else None
    return when or day_of(context, sentence, match)


def _nearer(context: Context, sentence: Sentence, number: int) -> When:
    """Of the next and the last day of that name the one nearer to the document ("can enter visa-free from 1 March")."""
    ahead, back = (context.resolve(sentence, number, future) for future in (True, False))
    on = context.analysis.on
    if not (on and ahead.date and back.date):
        return ahead
    return ahead if ahead.date.first - on.first <= on.first - back.date.first else back


_TO_COME = re.compile(r"\b(?:will|may|can|is to|are to)\b")


# ------------------------------------------------------------------ borders
_LINE = r"(?:(?:the|their|its|a|common|shared|mutual|state|land|maritime|sea|river|international|entire|whole|[AC]\d+(?: 's)?|-|last|disputed) ){0,8}(?:borders?|boundary|boundaries|frontiers?)"
_CROSSING = (
    r"(?:(?:the|their|its|a|all|two|several|common|main|only|new|last|land|rail|road|border|frontier|customs|[AC]\d+|L\d+|N\d+|-|[a-z]+) ){0,6}?"
    r"(?:border[ -](?:crossings?|checkpoints?|posts?|gates?|points?|bridges?)|checkpoints?|crossing points?|crossings?(?= (?:at|of|in|on|again|between|to|,|\.|D\d+) |$)|check-?points?|frontier posts?|border crossing points?)"
)
_BORDER_DONE = re.compile(
    r"\b(?P<verb>complet(?:ed|es|ing)|finali[sz](?:ed|es|ing)|finish(?:ed|es|ing)|concluded|settled|settles|fixed|fixes|drew|draws|drawn|traced|delimited|demarcated|laid to rest|resolved|resolves) "
    rf"(?:(?:the|all|work on the|last|met(?:er|re)s|stretch(?:es)?|sections?|kilomet(?:er|re)s|line|of|on|their|its|legal|full|process of|a|long-standing|centur[a-z-]+|N\d+|-|[a-z]+-old) )*(?:delimitation|demarcation|delineation|{_LINE}(?: (?:dispute|line|issue|question))?|course of {_LINE})"
)
_BORDER_MADE = re.compile(
    rf"\b(?P<thing>delimitation|demarcation|{_LINE}(?: disputes?)?)(?: (?:and|of|between|in|with) [^.;,]{{1,60}}?)?(?: , [^.;,]{{1,50}} ,| , [^.;,]{{1,30}} of which)? (?P<verb>(?:was|were|has been|have been|is|had been) (?:[a-z]+ly |now |finally |also )*(?:completed|finali[sz]ed|concluded|settled|delimited|demarcated|drawn|fixed|laid to rest|agreed|resolved|closed|shut|opened|reopened|re-opened|sealed|inaugurated))"
)
_CROSSED = re.compile(
    rf"\b(?P<verb>(?:re-?)?open(?:ed|s|ing)|thr[eo]wn? open|flung open|clos(?:ed|es)|sealed|seals|unsealed|shut|unblocked) (?P<thing>{_CROSSING}|{_LINE}(?= (?:with|between|to|for|at|on|in|D\d+|,|\.|again)))"
)
_CROSSED_MADE = re.compile(
    rf"\b(?P<thing>{_CROSSING})(?: (?:of|at|in|on|between|with|for) [^.;,]{{1,50}}?)?(?: , [^.;]{{1,60}} ,)? (?P<verb>(?:(?:was|were|has been|have been|is|are|had been) (?:[a-z]+ly |also |again |D\d+ )*|, (?:which was )?)?(?:(?:re-?)?opened(?: again)?|(?:thrown|flung) open|open again|back in use|inaugurated|put into operation|commissioned|(?:re-?)?opens?|closed|unblocked|resumed (?:work|operations?)|began (?:work|operating)))"
)
_BORDER_PAPER = re.compile(
    r"\b(?P<verb>sign(?:ed|s|ing)?|inked|ratif(?:ied|ies)|exchanged|initialled) (?P<thing>(?:[a-z-]+ |[AC]\d+ |N\d+ |- |, ){0,7}?(?:treaty|agreement|protocol|instruments of ratification|ratification (?:papers|instruments)|descriptive protocol|documents?(?: on the ratification of)?|act|deal|accord)(?: of ratification)?(?: (?:of|for|on|in their case|,))*"
    rf"(?: (?:the|those|instruments|of|land|their|this|long-awaited|historic|on|demarcation|delimitation|and|[AC]\d+|-|describing|line|passage|legal|description|separate|certain|sections|demarcating|delimiting|delineating|defining|settling|fixing))* (?:{_LINE}(?: (?:treaty|agreement|line))?|border (?:treaty|agreement)|land boundary agreement|(?:delimitation|demarcation)(?: of {_LINE})?))"
)
_TREATY = re.compile(
    r"\b(?P<thing>(?:border|boundary|frontier|delimitation|demarcation)(?: line| delimitation| demarcation)? (?:treaty|agreement|accord|pact|protocol|convention|deal)(?: (?:between|of|with) [^.;,]{1,60}?)?|(?:treaty|agreement|protocol) on (?:the )?(?:delimitation|demarcation|(?:state |common )?border(?! (?:trade|crossings?|markets?|cooperation|guards)))[^.;,]{0,60}?|instruments of ratification(?: of [^.;,]{1,50}?)?) (?P<verb>(?:was|were|has been) (?:[a-z]+ly )?(?:signed|ratified|inked|exchanged|sealed|concluded)|(?:entered|came|went) into (?:force|effect)|took effect)"
)
_SWAPPED = re.compile(
    r"\b(?P<verb>exchanged|swapped|handed over|transferred|returned) (?:(?:the|their|N\d+|some|border|disputed|last) )*(?P<thing>enclaves|villages|(?:plots|parcels|strips|pieces) of (?:land|territory)|territor(?:y|ies))"
)
_SWAPPED_BACK = re.compile(
    r"\b(?P<thing>enclaves|villages|(?:plots|parcels|strips|pieces) of (?:land|territory)|territor(?:y|ies)) [^;:]{0,80}?(?P<verb>(?:(?:was|were|has been|have been) )?(?:exchanged|swapped|handed over|changed hands|transferred|given back)(?: (?:them|each other|it))?)\b"
)
# "the bridge is reopened to lorries": a way over the border by who may use it
_WAY_OPENED = re.compile(
    r"\b(?P<thing>(?:bridge|road|ferry|tunnel)s?)(?: (?:at|of|on|between|over|across|to) [^.;,]{1,50}?)?(?: , [^.;]{1,50} ,)? (?P<verb>(?:(?:was|were|is|are|has been|have been) (?:[a-z]+ly |also |again )*)?re-?open(?:ed|s)) (?:on D\d+ |in D\d+ |D\d+ )?(?:again )?(?:to|for) (?:(?:the|all|private|heavy|goods|commercial|passenger|road|vehicle|pedestrian) )*(?:lorries|trucks|traffic|cars|vehicles|pedestrians|buses|freight|cargo|travellers|passengers|goods|people)\b"
)
# "the last boundary stone was put in place", "unveiled the first border marker"
_STONE_THING = r"(?P<thing>(?:first|last|final|O\d+) (?:common )?(?:boundary|border|frontier) (?:stones?|markers?|pillars?|posts?))"
_STONE = re.compile(
    rf"\b{_STONE_THING}(?: (?:between|of|with|on|at) [^;:.]{{1,60}}?)? (?P<verb>(?:was|were|is|are|has been|have been) (?:[a-z]+ly )?(?:put in place|put up|set up|set|erected|laid|placed|planted|installed|unveiled))\b"
)
_STONE_SET = re.compile(
    rf"\b(?P<verb>put up|set up|set|erected|laid|placed|planted|installed|unveil(?:ed)?|put) the (?:{_STONE_THING}|(?:first|last|final) of (?:the|their) (?:boundary|border|frontier) (?:stones|markers|pillars|posts))\b"
)
_NOT_LINE = re.compile(
    r"\b(?:guards?|troops|forces|service|clash\w*|crossings?|junction|point|points|trade|market|markets|police|patrols?)\b"
)


# What is closed each night or so many times is no turning point; nor is what a letter or memorandum is on.
_OFTEN = re.compile(
    r"(?: [a-z]+){0,2} (?:N\d+ times|several times|(?:at|by|every|each|during the) (?:night|nights|dusk|sunset|weekends?|sundays?|holidays)|from time to time|at weekends)\b|(?: all the same| again)? (?:N\d+|several|many) times\b"
)
_PAPER_ON = re.compile(
    r"\b(?:letters?|memorand\w+|notes|talks|protocols?|agreements?|understanding|negotiations|plans?) (?:[a-z]+ )?(?:on|for|about|of) $"
)
_INN = re.compile(
    r"\b(?:restaurant|museum|hotel|caf\w|shop|market|school|post office|clinic|duty-free|bank|canteen)\b[^;,]{0,45}$"
)


# "they met on the frontier to unveil the stone": what a journey was made for has been done
_CAME_TO = re.compile(
    r"(?<!will )(?<!to )\b(?:met|gathered|came|went|travelled|assembled)\b(?! (?:will|with a plan))[^;:.]{0,50}? to $"
)


_INNER = re.compile(
    r"\bbetween (?:the )?(?:two |N\d+ |G\d+ )?(?:provinces|regions|districts|cities|villages|states of|communes)\b"
)


def border(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A border is drawn, settled by a signed treaty, opened or closed."""
    start, end = match.span("verb")
    if _INNER.search(sentence.coded, match.start(), match.end() + 40):
        return []
    if reason := ("" if _CAME_TO.search(sentence.coded, 0, start) else why_not(sentence, start, end)) or _no_turn(
        sentence, match
    ):
        return refuse(context, sentence, start, match.end(), reason)
    parties, basis = two_states(context, sentence, start)
    if not parties:
        return []
    since = re.match(r" since D(\d+)", sentence.coded[match.end() :])
    when = (date_at(context, sentence, int(since.group(1))) if since else None) or day_of(context, sentence, match)
    return [milestone(sentence, "border", parties, basis, when, words(context, sentence, *match.span()), "border")]


def _no_turn(sentence: Sentence, match: Match[str]) -> str:
    """Why an opening or closing is no turning point: a habit, or only the matter of a paper, or of an inn at the crossing."""
    if _OFTEN.match(sentence.coded, match.end()):
        return "a habit"
    first = min(match.start("verb"), match.start())
    if match.group("verb").endswith("ing") and _PAPER_ON.search(sentence.coded, 0, match.start("verb")):
        return "the matter of a paper"
    inn = match.re is _CROSSED_MADE and _INN.search(sentence.coded, max(0, first - 60), match.start("verb"))
    return "a house at the crossing" if inn else ""


def border_paper(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A treaty on the line itself; one on trade, guards or crossings at the border is a mere agreement."""
    if _NOT_LINE.search(match.group("thing")) or re.match(
        r" (?:trade|crossings?|guards?|cooperation|market|security)", sentence.coded[match.end() :]
    ):
        return []
    return border(context, sentence, match)


_VISAS = frozenset("visa visas visa-free visaless e-visa e-visas".split())
_CARDS = re.compile(
    r"\b(?P<verb>(?:can|may|are able to|are allowed to|will be able to) (?:now |also |[a-z]+ly )?(?:cross|travel|enter|visit|go))\b[^;.]{0,60}? "
    r"(?:without (?:an? )?(?P<thing>passports?)|(?:with|on|using) (?:only |just |their |an? )*(?:national )?(?:identity|id) (?:cards?|documents?))\b"
)
# "launched the use of identity cards as travel documents", "the single tourist visa that A and B introduced in D"
_CARDS_USED = re.compile(
    r"\b(?P<verb>launch(?:ed|es|ing)?|introduc(?:ed|es|ing)|inaugurat(?:ed|es|ing)|beg[au]n|start(?:ed|s)?|allow(?:ed|s)?|approved|agreed(?: on| to)?|permit(?:ted|s)?|authori[sz]ed|accept(?:ed|s)?) (?:the |mutual |joint )*(?P<thing>(?:use|acceptance|recognition|using) (?:of )?(?:the |their |each other 's |national )*(?:identity|id) (?:cards?|documents?) (?:as|for|instead of|in place of|in lieu of) (?:an? )?(?:valid )?(?:travel|passports?|border|cross))"
)
_CARDS_DO = re.compile(
    r"\b(?P<verb>(?:have |has )?(?:crossed|travell?ed|cross|travel|gone|entered|enter|visited|visit))\b[^;.,]{0,40}? (?:with|on|using) (?:only |just |their |an? |mere |plain )*(?P<thing>(?:national )?(?:identity|id) (?:cards?|documents?))(?: (?:alone|only))?(?= since D)"
)
_COMMON_VISA = re.compile(
    r"\b(?P<verb>(?:launched|introduced|created|inaugurated|issued|agreed on|established|adopted)) (?:an? |the |their |its )?(?P<thing>(?:(?:single|common|joint|shared|unified|east african|regional) )+(?:tourist |tourism |entry |travel )*visas?)\b(?! (?:office|policy))"
)
_COMMON_VISA_OF = re.compile(
    r"\b(?P<thing>(?:(?:single|common|joint|shared|unified|regional) )+(?:tourist |tourism |entry |travel )*visas?(?: for (?:tourists|travellers|visitors|foreigners))?)(?: (?:that|which|of))? (?P<who>(?:(?:the )?C\d+ ?(?:, |and )?){1,4}) (?:have |had |jointly |together )*(?P<verb>launched|introduced|created|inaugurated|established|adopted)\b"
)


def common_visa(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A visa that several states issue together, "which A, B and C introduced in D"."""
    states = [context.state_of(sentence.unit(c)) for c in re.findall(r"C\d+", match.group("who"))]
    parties = tuple(sorted({s for s in states if s}))
    if reason := why_not(sentence, *match.span("verb")):
        return refuse(context, sentence, *match.span(), reason)
    if len(parties) < 2:
        return []
    when, text = day_of(context, sentence, match, news=False), words(context, sentence, *match.span())
    return [milestone(sentence, "visa_regime", parties, SAID, when, text, "visa-common")]


_BORDERS = frozenset(
    "border borders boundary boundaries frontier frontiers delimitation demarcation delineation".split()
)
_CROSSINGS = _BORDERS | frozenset("checkpoint checkpoints crossing crossings check-points".split())
_LANDS = frozenset("enclaves villages territory territories plots parcels".split())
_M = Kind.MILESTONE
# For each pattern of visas the name of its rule, what it reads and what it refuses.
_VISA_RULES = (
    ("visa-lifted", ("Uzbekistan lifted visa requirements for Germans in 2019.", "Malaysia waived visas for Indian citizens from 1 December 2023."),
     ("Kenya wants to lift visa requirements for Germans.", "Kenya and Oman discussed lifting visas.", "Kenya dropped the charges against a Briton.")),
    ("visa-fell", ("Visas between Georgia and Turkey were abolished in 2006.", "Visas, the last hurdle between Georgia and Turkey, were abolished in 2006."),
     ("Visas between Kenya and Oman could be abolished.", "Four hundred visas were issued by Kenya to Omanis.")),
    ("visa-freedom", ("Thailand and China signed an agreement on mutual visa exemption on 28 January 2024.", "Singapore and China introduced a 30-day visa-free regime on 9 February 2024."),
     ("Kenya and Oman opened talks on visa-free travel.", "Kenya proposed visa-free travel to Oman.", "Kenya and Oman are negotiating a visa waiver.")),
    ("visa-freedom-made", ("An agreement on visa-free travel between China and Kazakhstan took effect on November 10, 2023.",),
     ("A visa-free regime between Kenya and Oman would be introduced.", "Visa-free travel between Kenya and Oman was discussed.")),
    ("visa-freedom-in-force", ("The visa waiver agreement between Oman and Russia, which was signed in May, entered into force yesterday.",),
     ("The visa waiver agreement between Oman and Russia was never mentioned.",)),
    ("visa-will-lift", ("Georgia and China will mutually exempt citizens from visas from May 28, 2024.",), ("Georgia and China will discuss visas.",)),
    ("visa-free-travel", ("Chinese citizens can enter Thailand visa-free from March 1.",), ("Chinese citizens cannot enter Kenya with a visa of Oman.",)),
    ("visa-no-need", ("Citizens of Serbia no longer need a visa to enter Azerbaijan.", "Albanian citizens can travel to China without a visa since 18 March 2023."),
     ("Two Kenyans were refused visas by Oman.", "If talks succeed, Kenyans could travel to Oman without a visa.")),
    ("visa-passports", ("Since May 2022 the holders of diplomatic passports of Oman and Kenya need no visa.",), ("Holders of ordinary passports of Oman and Kenya apply for a visa.",)),
    ("visa-not-needed", ("No visas are needed between Serbia and Azerbaijan.",), ("Visas are needed between Kenya and Oman.",)),
    ("visa-given", ("Turkish holidaymakers are to get visas on arrival in Greece.",), ("Turkish students applied for visas on arrival in Greece.",)),
    ("visa-good-for", ("Americans can now get visas good for three years in Russia, Moscow said.",), ("Kenyans cannot get visas valid for a year in Oman.",)),
    ("visa-freedom-to-come", ("The visa-free arrangement between Russia and Turkey is to be suspended on 1 June 2024.",), ("A visa-free regime between Kenya and Oman is to be discussed.",)),
)  # fmt: skip
RULES = (
    *(Rule(name, _M, _VISAS, re.compile(pattern), visas, examples, refusals) for pattern, (name, examples, refusals) in zip(_VISA_EVENTS, _VISA_RULES, strict=True)),
    Rule(
        "visa-cards", _M, frozenset({"passport", "passports", "identity", "id"}), _CARDS, visas,
        ("Citizens of Botswana and Namibia can now cross their border without a passport.", "Georgians may travel to Turkey with identity cards."),
        ("Kenyans cannot enter Oman without a passport.", "Kenya and Oman discussed identity cards."),
    ),
    Rule(
        "visa-cards-used", _M, frozenset({"identity", "id"}), _CARDS_USED, visas,
        ("The presidents of Ghana and Togo launched the use of national identity cards as travel documents.",),
        ("Ghana and Togo discussed the use of identity cards as travel documents.", "Ghana introduced a new identity card, and Togo followed."),
    ),
    Rule(
        "visa-cards-do", _M, frozenset({"identity", "id"}), _CARDS_DO, visas,
        ("Georgians and Turks have crossed the border with identity cards since December 2011.",), ("Georgians and Turks crossed the street with identity cards.",),
    ),
    Rule(
        "visa-common", _M, _VISAS, _COMMON_VISA, visas,
        ("Zambia and Zimbabwe launched a common visa for tourists in November 2014.",), ("Zambia and Zimbabwe discussed a common visa for tourists.",),
    ),
    Rule(
        "visa-common-of", _M, _VISAS, _COMMON_VISA_OF, common_visa,
        ("Malawi has not joined the common tourist visa that Zambia and Botswana introduced in 2016.",), ("Kenya likes the single tourist visa that Uganda proposed.",),
    ),
    Rule(
        "border-done", _M, _BORDERS, _BORDER_DONE, border,
        ("Kazakhstan and Russia completed the demarcation of their border in December 2022.", "Ecuador and Peru settled their border dispute in 1998."),
        ("Kazakhstan and Russia want to complete the demarcation of their border.", "Kazakhstan and Russia have not completed the demarcation of their border."),
    ),
    Rule(
        "border-made", _M, _BORDERS, _BORDER_MADE, border,
        ("The delimitation of the border between Georgia and Turkey was completed in 1997.",),
        ("The demarcation of the border between Georgia and Turkey is to be completed next year.", "The border between the two provinces of Kenya was closed."),
    ),
    Rule(
        "crossing-opened", _M, _CROSSINGS, _CROSSED, border,
        ("Kyrgyzstan and Uzbekistan reopened the Dostuk border crossing on 6 September 2017.", "In 1993 Turkey closed its border with Armenia."),
        ("Kyrgyzstan and Uzbekistan will open a border crossing.", "Kenya opened a market at the border of Uganda."),
    ),
    Rule(
        "crossing-made", _M, _CROSSINGS, _CROSSED_MADE, border,
        ("The border crossing at Horgos, closed since 2020, was reopened on Monday, Hungary and Serbia said.",),
        ("The border crossing between Hungary and Serbia will be reopened.", "Trucks of Hungary and Serbia queued at the border crossing."),
    ),
    Rule(
        "way-opened", _M, frozenset({"bridge", "bridges", "road", "roads", "ferry", "tunnel"}), _WAY_OPENED, border,
        ("The Malaba bridge between Kenya and Uganda is reopened to lorries on 4 May 2023.",),
        ("The Malaba bridge between Kenya and Uganda will be reopened to traffic.", "The bridge over the Nile in Juba was reopened."),
    ),
    Rule(
        "border-stone", _M, _BORDERS, _STONE, border,
        ("The last boundary stone between Ecuador and Peru was put in place on 13 May 1999.",), ("The last boundary stone between Kenya and Uganda will be put in place.",),
    ),
    Rule(
        "border-stone-set", _M, _BORDERS, _STONE_SET, border,
        ("Latvia and Estonia set up the first border posts in 1997.",), ("Latvia and Estonia want to put up the first border posts.",),
    ),
    Rule(
        "border-paper", _M, _BORDERS, _BORDER_PAPER, border_paper,
        ("Kyrgyzstan and Tajikistan signed a treaty on the state border on March 13, 2023.",),
        ("Kyrgyzstan and Tajikistan signed an agreement on border trade.", "Kyrgyzstan and Tajikistan signed an agreement on border crossings."),
    ),
    Rule(
        "border-treaty", _M, _BORDERS, _TREATY, border_paper,
        ("The border treaty between Kyrgyzstan and Tajikistan was ratified in 2023.",), ("The border treaty between Kyrgyzstan and Tajikistan was criticised.",),
    ),
    Rule(
        "land-exchanged", _M, _LANDS, _SWAPPED, border,
        ("India and Bangladesh exchanged 162 enclaves in 2015.",), ("India and Bangladesh will exchange enclaves.",),
    ),
    Rule(
        "land-changed-hands", _M, _LANDS, _SWAPPED_BACK, border,
        ("At midnight 162 enclaves vanished from the map as India and Bangladesh swapped them.",), ("The enclaves of India and Bangladesh were never swapped.",),
    ),
)  # fmt: skip
