"""Visas and borders: regimes that are opened or closed, lines that are drawn, crossings that open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import Candidate, Rule
from relations_db.extract.context import UNKNOWN, Context, When
from relations_db.extract.rules.occasions import date_at, day_of, milestone, refuse, two_states, why_not, words
from relations_db.language.analysis import Sentence
from relations_db.values import Kind

# ------------------------------------------------------------------ visas
_WAIVE = (
    r"(?:abolish|scrap|waiv|lift|dropp?|cancel|eliminat|remov|eas|simplif|introduc|reintroduc|impos|suspend|relax|end|restor|reinstat|grant|extend|"
    r"launch|announc|offer|approv|adopt|establish|open|sign|agree)"
)
_WAIVED = rf"(?:{_WAIVE}(?:p?ed|l?led|s?ied|d)|done away with|cut|put in place)"
_WAIVES = rf"(?:{_WAIVE}(?:p?ed|l?led|ied|e?s|p?ing|l?ling|e|y|ying)?|did away with|does away with)"
_FREE = r"(?:visa-free|visa free|visaless)"
_REGIME = r"(?:regime|travel|entry|access|movement|stays?|status|policy|arrangement|system|corridor)"
_VISA_THING = (
    rf"(?:{_FREE}(?: [a-z]+)? {_REGIME}|{_FREE} (?:for|to) |visa (?:exemptions?|waivers?|facilitation|requirements?|regime|restrictions?|rules|regulations|formalities|obligations?|procedures?)|"
    r"(?:exemption|waiver|abolition|exempting) (?:of|from|from the requirement of)(?: [a-zA\d-]+)?(?: [a-z]+)? visas?|visas? on arrival|(?:entry |transit |short-stay |short-term |tourist |business |mutual |all |the |A\d+ |electronic )*visas)"
)
_VISA_ACT = re.compile(
    rf"\b(?P<verb>{_WAIVES})(?: on)? (?:(?:a|an|the|its|their|mutual|reciprocal|new|unilateral|full|all|all-round|N\d+-day|[a-z]+-day|\d+-day|each other 's) )*(?P<thing>{_VISA_THING})"
)
_VISA_DONE = re.compile(
    rf"\b(?P<thing>{_VISA_THING})(?: (?:agreement|accord|scheme|deal|programme|arrangement|regime))?(?: [^.;,]{{0,60}}?)?(?: , [^.;,]{{1,60}} ,)?"
    rf"(?P<verb> (?:(?:was|were|is|are|has been|have been|had been|being) (?:[a-z]+ly |now |also |D\d+ )*{_WAIVED}|(?:took|takes|taking|came|comes|coming|entered|enters|entering|went|goes|has been|have been|is|are|been) (?:[a-z]+ly |now )*(?:effect|into (?:force|effect)|in (?:force|place|effect)|effective)|began|became effective)|"
    r" , (?:which )?(?:is |has been |have been )?in (?:force|effect) (?:since|from))"
)
_VISA_NEED = re.compile(
    r"\b(?P<verb>no longer (?:need|require|have to (?:obtain|have|apply for|hold))|(?:can|may|will be able to|are able to|were allowed to|are allowed to) (?:[a-z]+ly |now )?(?:travel|enter|visit|stay|go|come|cross)|do not need|does not require|exempted?|are exempt)"
    r"(?: [a-zCALN\d'-]+){0,12}? (?P<thing>(?:without (?:an? |the )?(?:[a-z]+ )?visas?|visa-free|(?:an? |any |the )?(?:[a-z]+ )?visas?))\b"
)
_VISA_GET = re.compile(
    r"\b(?P<verb>(?:are|is) to (?:get|receive|be given|be granted|obtain)|(?:will|can|may) (?:[a-z]+ )?(?:get|receive|obtain|be granted|be issued)|get|receive|are granted) (?P<thing>(?:[a-z]+ )?visas? (?:on|upon) arrival|visa-free (?:entry|access|travel))"
)
_VISA_TALK = re.compile(
    r"\b(?:talks?|discuss\w*|negotiat\w*|possib\w+|prospect\w*|propos\w+|hop(?:e|es|ed|ing)|consider\w*|call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|"
    r"suggest\w*|work(?:s|ed|ing)? on|issues?|question|explor\w+|study\w*|studied|demand\w*|would|could|if|should|dialogue|roadmap|road map|towards|interest(?:ed)?|asked|seek\w*|"
    r"applications?|applied|den(?:y|ied)|refus\w+|expect\w*|plan(?:s|ned|ning)?|want\w*|wish\w*|ready|drafts?|drafting|prepar\w+|not yet)\b"
)


def visas(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A visa regime between two states is opened, eased, closed or comes into force; an announced decision is enough."""
    start, end = match.span()
    low = max(sentence.coded.rfind(mark, 0, start) for mark in (" ; ", " : ", " . ", " but ")) + 1
    reason = "only talked about" if _VISA_TALK.search(sentence.coded[max(0, low) : end]) else ""
    reason = reason or _denied(sentence, match)
    if reason:
        return refuse(context, sentence, start, end, reason)
    parties, basis = two_states(context, sentence, start)
    if not parties:
        return []
    when = _in_force(context, sentence, match)
    text = words(context, sentence, start, end)
    return [
        milestone(
            sentence,
            "visa_regime",
            parties,
            basis,
            when,
            text,
            "visa",
            firm=bool(re.search(r"force|effect|effective", match.group())),
        )
    ]


def _denied(sentence: Sentence, match: Match[str]) -> str:
    if match.group("verb").strip().startswith(("no longer", "do not", "does not")):
        return ""
    reason = why_not(sentence, match.start("verb"), match.end())
    return "" if reason == "not come about yet" else reason


def _in_force(context: Context, sentence: Sentence, match: Match[str]) -> When:
    since = re.match(r"(?: [a-z]+)? D(\d+)", sentence.coded[match.end() :])
    if since and match.group().endswith(("since", "from")):
        return date_at(context, sentence, int(since.group(1))) or UNKNOWN
    return day_of(context, sentence, match)


# ------------------------------------------------------------------ borders
_LINE = r"(?:(?:the|their|its|a|common|shared|mutual|state|land|maritime|sea|river|international|entire|whole|[AC]\d+(?: 's)?|-|last|disputed) )*(?:borders?|boundary|boundaries|frontiers?)"
_CROSSING = (
    r"(?:(?:the|their|its|a|all|two|several|common|main|only|new|last|land|rail|road|border|frontier|customs|[AC]\d+|L\d+|N\d+|-|[a-z]+) ){0,6}?"
    r"(?:border[ -](?:crossings?|checkpoints?|posts?|gates?|points?|bridges?)|checkpoints?|crossing points?|check-?points?|frontier posts?|border crossing points?)"
)
_BORDER_DONE = re.compile(
    r"\b(?P<verb>complet(?:ed|es|ing)|finali[sz](?:ed|es|ing)|finish(?:ed|es|ing)|concluded|settled|settles|fixed|fixes|drew|draws|delimited|demarcated|laid to rest|resolved|resolves) "
    rf"(?:(?:the|all|work on the|their|its|legal|full|process of|a|long-standing|centur[a-z-]+|N\d+|-|[a-z]+-old) )*(?:delimitation|demarcation|delineation|{_LINE}(?: (?:dispute|line|issue|question))?|course of {_LINE})"
)
_BORDER_MADE = re.compile(
    rf"\b(?P<thing>delimitation|demarcation|{_LINE}(?: disputes?)?)(?: (?:and|of|between|in|of) [^.;,]{{1,60}}?)? (?P<verb>(?:was|were|has been|have been|is|had been) (?:[a-z]+ly |now |finally |also )*(?:completed|finali[sz]ed|concluded|settled|delimited|demarcated|drawn|fixed|laid to rest|agreed|resolved|closed|reopened|re-opened|sealed))"
)
_CROSSED = re.compile(
    rf"\b(?P<verb>(?:re-?)?open(?:ed|s|ing)|clos(?:ed|es)|sealed|seals|unsealed|unblocked) (?P<thing>{_CROSSING}|{_LINE}(?= (?:with|between|to|for|at|on|in|D\d+|,|\.|again)))"
)
_CROSSED_MADE = re.compile(
    rf"\b(?P<thing>{_CROSSING})(?: (?:of|at|in|on|between|with) [^.;,]{{1,50}}?)?(?: , [^.;]{{1,60}} ,)? (?P<verb>(?:(?:was|were|has been|have been|is|are|had been) (?:[a-z]+ly |also |again |D\d+ )*)?(?:(?:re-?)?opened|(?:re-?)?opens?|closed|unblocked|resumed (?:work|operations?)|began (?:work|operating)))"
)
_BORDER_PAPER = re.compile(
    r"\b(?P<verb>sign(?:ed|s|ing)?|inked|ratif(?:ied|ies)|exchanged|initialled) (?P<thing>(?:[a-z-]+ |[AC]\d+ |N\d+ |- |, ){0,7}?(?:treaty|agreement|protocol|instruments of ratification|ratification (?:papers|instruments)|descriptive protocol|document|act|deal|accord)(?: of ratification)?(?: (?:of|for|on|in their case|,))*"
    rf"(?: (?:the|those|instruments|of|land|their|this|long-awaited|historic|on|demarcation|delimitation|and|[AC]\d+|-|describing|line|passage|legal|description|separate|certain|sections))* (?:{_LINE}(?: (?:treaty|agreement|line))?|border (?:treaty|agreement)|land boundary agreement|(?:delimitation|demarcation)(?: of {_LINE})?))"
)
_TREATY = re.compile(
    r"\b(?P<thing>border (?:treaty|agreement)|(?:treaty|agreement|protocol) on (?:the )?(?:delimitation|demarcation|state border)[^.;,]{0,60}?) (?P<verb>(?:was|were|has been) (?:[a-z]+ly )?(?:signed|ratified|inked)|(?:entered|came) into force)"
)
_SWAPPED = re.compile(
    r"\b(?P<verb>exchanged|swapped|handed over|transferred|returned) (?:(?:the|their|N\d+|some|border|disputed|last) )*(?P<thing>enclaves|villages|(?:plots|parcels|strips|pieces) of (?:land|territory)|territor(?:y|ies))"
)
_NOT_LINE = re.compile(
    r"\b(?:guards?|troops|forces|service|clash\w*|crossings?|junction|point|points|trade|market|markets|police|patrols?)\b"
)


def border(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A border is drawn, settled by a signed treaty, opened or closed."""
    start, end = match.span("verb")
    if reason := why_not(sentence, start, end):
        return refuse(context, sentence, start, match.end(), reason)
    parties, basis = two_states(context, sentence, start)
    if not parties:
        return []
    when = day_of(context, sentence, match)
    return [milestone(sentence, "border", parties, basis, when, words(context, sentence, *match.span()), "border")]


def border_paper(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A treaty on the line itself; one on trade, guards or crossings at the border is a mere agreement."""
    if _NOT_LINE.search(match.group("thing")) or re.match(
        r" (?:trade|crossings?|guards?|cooperation|market|security)", sentence.coded[match.end() :]
    ):
        return []
    return border(context, sentence, match)


_VISAS = frozenset("visa visas visa-free visaless".split())
_BORDERS = frozenset(
    "border borders boundary boundaries frontier frontiers delimitation demarcation delineation".split()
)
_CROSSINGS = _BORDERS | frozenset("checkpoint checkpoints crossing crossings check-points".split())
_LANDS = frozenset("enclaves villages territory territories plots parcels".split())
RULES = (
    Rule("visa-act", Kind.MILESTONE, _VISAS, _VISA_ACT, visas),
    Rule("visa-done", Kind.MILESTONE, _VISAS, _VISA_DONE, visas),
    Rule("visa-need", Kind.MILESTONE, _VISAS, _VISA_NEED, visas),
    Rule("visa-get", Kind.MILESTONE, _VISAS, _VISA_GET, visas),
    Rule("border-done", Kind.MILESTONE, _BORDERS, _BORDER_DONE, border),
    Rule("border-made", Kind.MILESTONE, _BORDERS, _BORDER_MADE, border),
    Rule("crossing-opened", Kind.MILESTONE, _CROSSINGS, _CROSSED, border),
    Rule("crossing-made", Kind.MILESTONE, _CROSSINGS, _CROSSED_MADE, border),
    Rule("border-paper", Kind.MILESTONE, _BORDERS, _BORDER_PAPER, border_paper),
    Rule("border-treaty", Kind.MILESTONE, _BORDERS, _TREATY, border_paper),
    Rule("land-exchanged", Kind.MILESTONE, _LANDS, _SWAPPED, border),
)
