"""Missions and standing bodies: embassies opened, councils and commissions established."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context, When
from relations_db.extract.rules.occasions import (
    Parties,
    date_at,
    day_of,
    framed,
    joined,
    milestone,
    refuse,
    state_of,
    states_between,
    two_states,
    why_not,
    words,
)
from relations_db.extract.rules.paper_trios import coordinated
from relations_db.extract.scenes import scene_at
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.values import Basis, Kind

# ------------------------------------------------------------------ embassies
_EMBASSY = r"(?P<noun>embass(?:y|ies)|diplomatic missions?|high commissions?|(?:permanent )?diplomatic representations?|resident missions?|consulates?(?:[ -]general)?|consular (?:office|mission)s?|(?<=its )mission(?= in )|(?<![a-z-])(?<!trade )(?<!military )(?<!economic )(?<!observer )(?<!business )(?<!space )mission(?= (?:was |has been )?(?:opened|established|set up) in [CL]\d))"
_LEFT = r"(?:(?:an?|the|its|their|his|her|our|your|own|first|new|fully-fledged|full|resident|permanent|respective|country 's|[ACP]\d+(?: 's)?|Q\d+|national|joint|-) ){0,9}"
_OPEN = (
    r"(?:(?:re-?)?open(?:ed|s|ing)?|inaugurat(?:ed|es|ing)|(?:re-?)?establish(?:ed|es|ing)|set(?:ting|s)? up|launched)"
)
_OPENED = r"(?:(?:re-?)?open(?:ed|s)|inaugurated|(?:re-?)?established|set up|launched)"
_WORKS = r"(?:start|began|begun|begin|commence|resume)(?:s|ed|d|ing)? (?:its |their |to |full )?(?:work|operat|function|activit)\w*"
_PLACE = r"(?: (?:of|to|for) (?:the )?(?P<of>[CL]\d+))?(?: in (?:the )?(?:[a-z]+ )??(?P<in>[ACL]\d+)(?: capital)?)?(?: in (?:the )?[CL]\d+)?(?P<here> here\b)?"
_EMBASSY_OPENED = re.compile(
    rf"\b(?P<first>(?:first|second|O\d+|latest|last|next|among|one of)\b(?: (?!to )[^ .;]+){{0,10}} to )?(?P<verb>{_OPEN}) (?P<left>(?:[a-zACPLQ\d'-]+ ){{0,6}}?){_EMBASSY}(?! (?:building|compound|premises|complex|school|website|branch|staff|doors|gates|garden)){_PLACE}"
)
_EMBASSY_STARTED = re.compile(
    rf"(?P<left>{_LEFT}){_EMBASSY}{_PLACE}(?: ,[^,.;]{{1,40}},| ,(?= (?:was|has|is)\b))?(?: [a-z]+ly| also| there| itself)? (?P<verb>(?:, which |that |which )?(?:(?:,|was|were|has been|have been|is|had|has) )?(?:[a-z]+ly )?(?:{_OPENED}(?! (?:fire|the|an?|its doors to)\b)|{_WORKS}))(?![a-z])(?: its doors)?(?: in (?:the )?(?P<at>[CL]\d+))?"
)
_EMBASSY_NAMED = re.compile(
    rf"\b(?P<verb>(?:(?:re-?)?opening|inauguration|establishment)(?: ceremony)?) of (?P<left>{_LEFT}){_EMBASSY}(?! (?:building|compound|premises|complex)){_PLACE}(?: (?:took place|was held)(?: on D\d+)?(?: in (?:the )?(?P<at>[CL]\d+))?)?"
)
_EMBASSY_WORKED = re.compile(
    rf"(?P<left>{_LEFT}){_EMBASSY}{_PLACE} (?P<verb>(?:has|have) (?:been )?(?:work\w+|operat\w+|exist\w+|open|in place|function\w+|there) since|dates (?:from|back to)|(?:works|operates|exists|functions|is open) (?:there )?since) D(?P<date>\d+)"
)
_EMBASSY_THERE = re.compile(
    rf"\bsince D(?P<date>\d+) [^;.:]{{0,30}}?(?P<verb>(?:has|have) (?:been|had|worked|existed|run|kept)) (?P<left>{_LEFT}){_EMBASSY}{_PLACE}"
)
_EMBASSY_HAD = re.compile(
    rf"\b(?P<verb>(?:has|have) (?:had|maintained|kept|operated|run)) (?P<left>{_LEFT}){_EMBASSY}{_PLACE}(?: in (?:G\d+|each other) 's capitals?)? since D(?P<date>\d+)"
)
# "The embassy, which stands in X street, was opened on D", "is back in A with an embassy", "has been in L since D, when X unveiled the plaque"
_EMBASSY_LATER = re.compile(
    rf"(?P<left>{_LEFT}){_EMBASSY}{_PLACE} (?:[^;:]{{1,90}}?|[^;:]{{1,60}}; it )(?P<verb>(?:(?:and|, ) (?:then )?)?opened (?:its doors )?(?:again|anew|once more)|(?<=; it )opened(?= (?:in|on) D)|(?:was|were|has been|have been) (?:[a-z]+ly )?(?:re-?)?(?:opened|inaugurated)|, (?:operating|working|open|in operation) since|unveiled (?:the|a) plaque|cut the (?:red )?ribbon|hoisted (?:the|its) flag|received its first)\b"
)
_EMBASSY_BACK = re.compile(
    rf"\b(?P<verb>(?:is|are|was|were) back|returned|came back|went back)(?: (?:in|to) (?:the )?(?P<in>[CL]\d+))? with (?P<left>{_LEFT}){_EMBASSY}"
)
_FLAG = re.compile(
    rf"(?P<left>{_LEFT})flag (?P<verb>(?:went up|rose|was raised|was hoisted|flies|is flying|flew)(?: again| once more)?) (?:over|at|above|outside) (?:the |its |their )?(?:[a-z]+ ){{0,2}}?{_EMBASSY}{_PLACE}"
)
_BECAME = re.compile(
    rf"(?P<left>{_LEFT})(?:mission|legation|interests section|office|consulate){_PLACE} (?P<verb>became|was upgraded to|upgraded to|was raised to) an? (?:full |proper |fully-fledged |full-fledged |real )?(?P<noun>embassy)"
)
_SECOND = re.compile(
    r"(?:\band|[,;]) (?:ours|yours|theirs|(?:the |its )?(?P<adj>[AC]\d+)(?: 's)?(?: (?:N\d+|one|embassy|mission)|(?<='s)))(?: ,[^,.;]{1,30},)?(?: in (?P<in>[CL]\d+))?(?: ,[^,.;]{1,30},)?(?: followed| (?:had )?(?:opened|begun|been there|existed|worked))?(?: (?:in|on))? D(?P<date>\d+)"
)


_NOT_IT = re.compile(
    r"\b(?:building|site|seat|headquarters|residence|premises|house|wing|branch|section|exhibition|of|at|near|office)\b"
)


_PART_OF_IT = re.compile(
    r"\b(?:building|site|seat|headquarters|residence|premises|chancery|compound|wing|section|website) of (?:the )?$"
)
# "Agreed to restore relations and reopen their embassies": the second infinitive is as far off as the first.
_BARE = re.compile(r"(?:re-?)?(?:open|establish|set up)\b")
_TO_DO = re.compile(
    r"\b(?:agreed|agrees?|decided|plan\w*|pledged|promised|intend\w*|vowed|undertook|will|would|shall|ready|resolved|want\w*|hop\w+|prepar\w+|due) [^.;:]*\b(?:and|or|,) (?:also |then |soon )?$"
)


_WOULD_BE = re.compile(
    r"\b(?:wants?|wanted|hopes?|hoped|plans?|planned|intends?|aims?|would|will|shall|may|might|could|is|are|ready|like|wish(?:es)?|not)(?: to)? (?:be|become)(?: (?:among|one of))?(?: the)? $"
)


def embassy(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """An embassy opens or starts its work; consulates count among the free kind `other`."""
    start, end = match.span("verb")
    if match.re is _EMBASSY_LATER and _EMBASSY_STARTED.search(sentence.coded, match.start(), match.end()):
        return []
    if _NOT_IT.search(match.group("left") or "") or _PART_OF_IT.search(sentence.coded[: match.start()]):
        return []
    first = match.groupdict().get("first")
    if first and _WOULD_BE.search(sentence.coded, 0, match.start("first")):
        return refuse(context, sentence, start, match.end(), "not come about yet")
    if _BARE.match(match.group("verb")) and not first and _TO_DO.search(sentence.coded[:start]):
        return refuse(context, sentence, start, match.end(), "not come about yet")
    if not first and (reason := why_not(sentence, start, end)):
        return refuse(context, sentence, start, match.end(), reason)
    parties, basis = _owner_and_host(context, sentence, match)
    if not parties:
        return []
    date = match.groupdict().get("date")
    when = (date_at(context, sentence, int(date)) if date else None) or day_of(context, sentence, match, news=False)
    found = [_embassy(context, sentence, match, parties, basis, when)]
    second = _SECOND.search(sentence.coded, match.end())
    if second and (told := date_at(context, sentence, int(second.group("date")))):
        found.append(_embassy(context, sentence, match, parties, basis, told, second))
    return found


def _embassy(
    context: Context, sentence: Sentence, match: Match[str], parties: Parties, basis: Basis, when: When,
    second: Match[str] | None = None,
) -> Candidate:  # fmt: skip
    noun = match.group("noun")
    kind = "other" if noun.startswith("consul") else "embassy_opened"
    groups = (second or match).groupdict()
    place = groups.get("in") or groups.get("at")
    unit = sentence.unit(place) if place else None
    text = f"{noun} in {context.analysis.said(unit.start, unit.end)}" if unit else f"{noun} opened"
    at = unit.start if unit else sentence.span(*(second or match).span())[0]
    return milestone(sentence, kind, parties, basis, when, text, "embassy", place=at)


def _owner_and_host(context: Context, sentence: Sentence, match: Match[str]) -> tuple[Parties | None, Basis]:
    """Whose embassy and where: "A's embassy in B", "A opened an embassy in B", "the two states opened embassies"."""
    groups = match.groupdict()
    place = groups.get("in") or groups.get("at")
    host = context.state_of(sentence.unit(place)) if place else None
    if groups.get("here") and (at_home := scene_at(context, sentence.index).place or context.here()):
        host = at_home.country
    named = re.findall(r"[ACP]\d+", groups["left"] or "") + ([groups["of"]] if groups.get("of") else [])
    owner = next((s for c in named if (s := context.state_of(sentence.unit(c))) and s != host), None)
    if owner is None and host and (number := context.subject(sentence, match.start("verb"))) is not None:
        subject = state_of(context, sentence, number)
        owner = subject if subject != host else None
    if owner and host:
        return joined(owner, host), SAID
    if owner or host:
        others = [s for s in states_between(context, sentence, 0, len(sentence.units)) if s != (owner or host)]
        here = context.here()
        seat = context.host or (here.country if here else None)
        if owner and not host and len(others) > 1 and seat and seat != owner:
            return joined(owner, seat), Basis.FRAME
        return (
            (joined(owner or host, others[0]), SAID) if len(others) == 1 else framed(context, sentence, owner or host)
        )
    return two_states(context, sentence, match.start("verb"))


# ------------------------------------------------------------------ councils
BODY = r"(?:(?:consultative|consultation|coordination|coordinating) body|councils?|commissions?|committees?|assembly|consultations?|(?:strategic|ministerial|defen[cs]e|security|economic|political|energy|N\d+) dialogue(?: and [a-z]+ platform)?)"
BODY_MARK = (
    r"(?:joint|bilateral|inter-?governmental|inter-?state|inter-?parliamentary|bi-?national|mixed|high-?level|higher|high|supreme|top-level|strategic|"
    r"cooperation|co-operation|coordination|partnership|consultative|leaders|permanent|standing|defen[cs]e)"
)
BODY_WEAK = re.compile(
    r"\b(?:working|business|expert|organi[sz]ing|investigat\w+|inquiry|election|electoral|drafting|national security|un security|entrepreneurs|youth|truth) "
)
_BUSINESS = re.compile(r"(?:A\d+ - A\d+|C\d+ - C\d+|joint|bilateral) business council$")
BODY_NAME = rf"(?P<body>(?:(?:[a-z'&-]+|[AC]\d+|B\d+|-|N\d+|\+) ){{0,7}}?{BODY}(?: (?:of (?:the )?(?:presidents|leaders|heads|foreign ministers|ministers|regions)|(?:for|on) [a-z-]+(?: (?:and |, )?[a-z-]+){{0,4}}))?)"
_CREATE = r"(?:signed off on|beg[au]n|start(?:ed|ing)|establish(?:ed|es|ing)?|set(?:ting|s)? up|creat(?:ed|es|e|ing)|launch(?:ed|es|ing)?|found(?:ed|ing)|form(?:ed|ing)?|institut(?:ed|es|e|ing)|call(?:ed|ing)? into being|inaugurat(?:ed|es|ing)|reviv(?:ed|ing)|constitut(?:ed|ing)|br(?:ought|ing) (?:in)?to (?:life|being)|gave birth to|put in place|provides? for|(?:turned|transformed|converted|upgraded|raised|elevated) (?:(?:the|their|its) [^;:.,]{3,40}? )?(?:in)?to|now ha(?:s|ve)|ha(?:s|ve) now)"
_CREATED = r"(?:established|called into being|brought into being|set up|created|launched|formed|founded|instituted|inaugurated|constituted)"
_COUNCIL = re.compile(
    rf"\b(?P<verb>{_CREATE})(?: , for the first time ,| jointly|[^;:.,]{{0,30}} :| between (?:them|themselves|G\d+))? (?:(?:a|an|the|their|its|our|new|first) )*{BODY_NAME}"
)
_COUNCIL_MADE = re.compile(
    rf"\b(?:a|an|the|their|its|our|this) {BODY_NAME}(?: (?:between|of) [^.;,]{{1,60}}?)?(?: (?:chaired|co-chaired|headed|led) by [^.;,]{{1,50}}?)?(?: , [^.;,]{{1,60}} ,)? (?P<verb>(?:, |which |that |, which )?(?:(?:was|were|has been|had been|is) )?(?:[a-z]+ly |first )*{_CREATED})(?= (?:in|on|at|by|between|during|D\d+|,|\.|;|under|when|after)|$)"
)
_COUNCIL_FOUNDED = re.compile(
    rf"(?P<verb>{_CREATED}) (?:in|on) D(?P<date>\d+)(?: in L\d+| (?:and|but) [^;:.,]{{1,50}})? , (?:a|an|the|their|its|our|this) {BODY_NAME}"
)
_COUNCIL_AGREED = re.compile(
    rf"\b(?P<verb>agreed|decided|resolved|ruled) that (?:a|an|their) {BODY_NAME} (?:shall|should|would|will) (?:be (?:set up|created|established|formed|founded)|take|replace|succeed|meet|oversee|look after|steer)"
)
_COUNCIL_DATED = re.compile(
    rf"\b(?:a|an|the|their|its|our|this) {BODY_NAME}(?: (?:of|between) [^.;,]{{1,50}}?)?(?: , which)? (?P<verb>dates|exists|goes|has existed|has been (?:working|meeting|in place)|has met)(?: back)? (?:from|to|since) D(?P<date>\d+)"
)
_COUNCIL_NAMED = re.compile(
    rf"\b(?P<paper>[a-z]+ (?:on|for|about|of)|announced?|announcing|decreed|proclaimed|saw|marked by|led to|with|include[sd]?|including|resulted in) (?:the |a )?(?P<verb>establishment|creation|formation|setting up|launch|establishing|creating|forming) (?:of )?(?:(?:a|an|the|their|new) )*{BODY_NAME}"
)
# "signed a regulation on a Coordinating Council": its rules make it
_COUNCIL_RULES = re.compile(
    rf"\b(?P<verb>signed|approved|adopted|concluded|initialled)\b[^;:.]{{0,110}}?\b(?:regulations?|statutes?|charter|by-laws|terms of reference|rules of procedure) (?:on|of|for|establishing) an? {BODY_NAME}"
)
_PAPERS = re.compile(
    r"(?:agreed|agreement|decided|protocol|memorandum|decree|statement|understanding|communique|declaration|treaty|document|decision|deal|charter|accord|announced?|announcing|decreed|proclaimed|saw|marked by|led to|with|resulted in|regulations?|exchange|signing)s?\b"
)
_COUNCIL_FIRST = re.compile(
    rf"\b(?:first|inaugural|maiden|opening)(?: ever)? (?P<verb>meeting|session|sitting|edition|round) of (?:the |their |its |a )?(?:newly (?:created|established|formed) |new )?{BODY_NAME}"
)


BODY_MARKS = re.compile(
    rf"\b(?:{BODY_MARK})\b|A\d+ -? ?A\d+|\bpresidential council|\bof (?:the )?(?:presidents|leaders|heads|foreign ministers|regions)|N\d+"
)
_AHEAD = re.compile(
    r"\b(?:will|to be held|is to|are to|ahead|next|upcoming|scheduled|planned|plans?|agreed to|expected|should|would)\b"
)
_HELD = re.compile(
    r"\b(?:held|hold|took place|met|co-chaired|chaired|hosted|gathered|convened|attended|opened|was held|sat|presided)\b"
)


_COUNCIL_BEGAN = re.compile(
    rf"\b(?:a|an|the|their|its|this) (?:newly (?:created|established|formed) )?{BODY_NAME}(?: (?:between|of) [^.;,]{{1,60}}?)? (?P<verb>held|opened|began|had) (?:its|their) (?:first|inaugural|maiden|opening)(?: ever)? (?:meeting|session|sitting|round)\b"
)


# "the Bi-National Commission, which was elevated to that status in D", "the Joint Commission, raised in D to the level of heads of state"
_COUNCIL_RAISED = re.compile(
    rf"\b(?:a|an|the|their|its|our|this) {BODY_NAME}(?: (?:between|of) [^.;,]{{1,60}}?)?(?: , (?:which )?)(?P<verb>(?:(?:was|were|has been|had been) )?(?:elevated|raised|upgraded|lifted|promoted))(?: (?:in|on) D(?P<date>\d+))? (?:to (?:that|its present|this|the present|its current) (?:status|level|rank)|to the (?:level|rank) of (?:the )?(?:heads|presidents|prime ministers|leaders|foreign ministers))"
)


def council(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A standing bilateral body is set up, or dated, or meets for the first time."""
    groups = match.groupdict()
    body, start = groups["body"], match.start("verb")
    weak = BODY_WEAK.search(body + " ") and not _BUSINESS.search(body)
    if weak or re.search(r"B\d|^(?:united nations )?security council|(?:^| )high commissions?$", body):
        return []
    if not BODY_MARKS.search(body) and not (
        (match.re in (_COUNCIL_DATED, _COUNCIL_MADE) and _named_before(context, sentence, body))
        or (match.re is _COUNCIL and _OF_BOTH.search(sentence.coded, 0, start) and _SINGLE_BODY.match(body))
    ):
        return []
    if match.re is _COUNCIL_FIRST and (_AHEAD.search(sentence.coded) or not _HELD.search(sentence.coded)):
        return refuse(context, sentence, start, match.end(), "a first meeting to come")
    if sentence.coded.startswith((" of inquiry", " of enquiry"), match.end()):
        return []
    if groups.get("paper") and not _PAPERS.match(groups["paper"]):
        return refuse(context, sentence, start, match.end(), "a body only talked about")
    if reason := why_not(sentence, start, match.end("verb"), agreed=True):
        return refuse(context, sentence, start, match.end(), reason)
    parties, basis = _members(context, sentence, match)
    if not parties:
        return []
    when = _founded(context, sentence, match)
    text = words(context, sentence, *match.span("body"))
    return [milestone(sentence, "council_established", parties, basis, when, text, "council")]


# "The two set up a commission of historians": who acts makes it a body of both
_OF_BOTH = re.compile(
    r"(?:\bG\d+|[CP]\d+ and (?:the )?[CP]\d+)(?: (?:have|had|also|then|jointly|D\d+|on D\d+|in L\d+))* $"
)
_SINGLE_BODY = re.compile(r"(?:(?!of\b|the\b)[a-z-]+ ){0,2}(?:council|commission|committee)(?! [a-z]+s? of)")


def _named_before(context: Context, sentence: Sentence, body: str) -> bool:
    """True where the text before gives the full name of "the commission"."""
    noun = body.split()[-1]
    full = re.compile(rf"\b(?:{BODY_MARK}|[AC]\d+ - [AC]\d+) (?:[a-z-]+ ){{0,4}}{noun}\b")
    return any(full.search(s.coded) for s in context.analysis.sentences[: sentence.index])


def _members(context: Context, sentence: Sentence, match: Match[str]) -> tuple[Parties | None, Basis]:
    """The states in the body's own name, else those of the clause."""
    named = [context.state_of(sentence.unit(c)) for c in re.findall(r"[AC]\d+", match.group("body"))]
    if both := joined(*named):
        return both, SAID
    if len(row := coordinated(context, sentence, 0, sentence.at(match.start("verb")))) > 2:
        return row, SAID
    return two_states(context, sentence, match.start("verb"))


# "a Commission, chaired by A and B, whose inaugural session was held in L on D"
_WHOSE_FIRST = re.compile(
    r"(?: , [^;:.]{1,60}?)? ,? ?whose (?:first|inaugural|opening) (?:session|meeting|sitting) (?:was held|took place|met) (?:in (?:the )?[CL]\d+ )?(?:in|on) D(\d+)"
)


def _founded(context: Context, sentence: Sentence, match: Match[str]) -> When:
    if number := match.groupdict().get("date"):
        return context.resolve(sentence, int(number), False)
    after = re.match(r" (?:in|on|back in) D(\d+)", sentence.coded[match.end() :]) or _WHOSE_FIRST.match(
        sentence.coded, match.end()
    )
    if after:
        return context.resolve(sentence, int(after.group(1)), False)
    return day_of(context, sentence, match)


_EMBASSIES = frozenset(
    "embassy embassies mission missions commission commissions representation representations consulate consulates consular".split()
)
_BODIES = frozenset(
    "council councils commission commissions committee committees assembly consultation consultations dialogue body".split()
)
_M = Kind.MILESTONE
RULES = (
    Rule(
        "embassy-opened", _M, _EMBASSIES, _EMBASSY_OPENED, embassy,
        ("Azerbaijan opened its embassy in Tel Aviv in March 2023.", "Turkey was among the first states to open an embassy in Bishkek, in 1992.", "Mongolia reopened its embassy in Canberra on 3 May 2008.",
         "In 1995 Kyrgyzstan set up an embassy in Berlin."),
        ("Turkey plans to open an embassy in Bishkek.", "Kenya did not open an embassy in Lima.", "Japan opened the new building of its embassy in Nairobi.",
         "The embassy of Turkey in Astana opened an exhibition."),
    ),
    Rule(
        "embassy-started", _M, _EMBASSIES, _EMBASSY_STARTED, embassy,
        ("The Kazakh Embassy in Ankara started operations in October 1992.", "The embassy of Estonia in Astana was opened in 2011.",
         "The Lithuanian embassy in Kyiv, opened in 1992, was the first."),
        ("The Turkish embassy in Astana said the building was open.", "The Kenyan embassy in Lima will be opened next year.", "The Turkish embassy in Astana opened its doors to visitors."),
    ),
    Rule(
        "embassy-opening", _M, _EMBASSIES, _EMBASSY_NAMED, embassy,
        ("The opening of the Danish embassy in Dhaka followed in 1975.",), ("Kenya and Peru discussed the opening of a Kenyan embassy in Lima.",),
    ),
    Rule(
        "embassy-there", _M, _EMBASSIES, _EMBASSY_THERE, embassy,
        ("Since 1993 there has been a Hungarian embassy in Astana.",), ("Since 1993 Hungary has asked for an embassy in Astana.",),
    ),
    Rule(
        "embassy-had", _M, _EMBASSIES, _EMBASSY_HAD, embassy,
        ("Armenia has had an embassy in Bucharest since 1994.",), ("Armenia has asked for an embassy in Bucharest since 1994.",),
    ),
    Rule(
        "embassy-worked", _M, _EMBASSIES, _EMBASSY_WORKED, embassy,
        ("The Hungarian embassy in Astana has worked since 1997.",), ("The Hungarian embassy in Astana has asked for help since 1997.",),
    ),
    Rule(
        "embassy-later", _M, _EMBASSIES, _EMBASSY_LATER, embassy,
        ("The embassy of Ghana in Mexico is on Horacio Street and was opened on 24 April 2019.", "Finland's embassy in Windhoek was among the earliest, operating since March 1990."),
        ("The embassy of Ghana in Mexico is on Horacio Street and will be opened in May.",),
    ),
    Rule(
        "embassy-back", _M, _EMBASSIES, _EMBASSY_BACK, embassy,
        ("The United States is back in the Solomon Islands with an embassy.",), ("The United States is not back in Cuba with an embassy.",),
    ),
    Rule(
        "embassy-flag", _M, _EMBASSIES, _FLAG, embassy,
        ("The Iranian flag went up again over the embassy in Riyadh on 6 June 2023.",),
        ("The Kenyan flag will be raised over the embassy in Lima.", "The flag at the embassy was at half-mast."),
    ),
    Rule(
        "embassy-upgraded", _M, _EMBASSIES, _BECAME, embassy,
        ("The American mission in Havana became an embassy on 20 July 2015.",), ("The American mission in Havana became a museum.",),
    ),
    Rule(
        "council-created", _M, _BODIES, _COUNCIL, council,
        ("In 2012, Turkey and Kazakhstan established a high-level strategic cooperation council.",
         "Uzbekistan and Kazakhstan agreed on Thursday to create a Supreme Interstate Council.", "South Africa and Nigeria launched a Bi-National Commission in 1999."),
        ("Kenya and Oman proposed to establish a joint commission.", "Kenya set up a parliamentary commission of inquiry.", "Kenya and Oman set up a joint working group commission.",
         "Kenya and Oman did not establish a joint commission.", "They will create a joint commission of Kenya and Oman."),
    ),
    Rule(
        "council-made", _M, _BODIES, _COUNCIL_MADE, council,
        ("The India-Oman Joint Commission was set up in 1995.", "The Saudi-Pakistani Supreme Coordination Council, established in February 2019, is to meet."),
        ("The India-Oman Joint Commission will be set up.", "The Joint Commission of India and Oman held its eleventh session."),
    ),
    Rule(
        "council-raised", _M, _BODIES, _COUNCIL_RAISED, council,
        ("The Joint Commission of Angola and Namibia, raised in 2019 to the level of heads of state, met in Luanda.",),
        ("The Joint Commission of Angola and Namibia raised the matter of visas in 2019.",),
    ),
    Rule(
        "council-founded", _M, _BODIES, _COUNCIL_FOUNDED, council,
        ("Founded in 2012, the Turkish-Kazakh Strategic Cooperation Council met in Ankara.",), ("Founded in 2012, the election commission of Kenya met.",),
    ),
    Rule(
        "council-agreed", _M, _BODIES, _COUNCIL_AGREED, council,
        ("Angola and South Africa have agreed that a Bi-National Commission shall take the place of the old committee.",), ("Angola and South Africa hoped that a joint commission would meet.",),
    ),
    Rule(
        "council-dated", _M, _BODIES, _COUNCIL_DATED, council,
        ("The joint commission of India and Oman dates from 1995.",), ("The joint commission of India and Oman dates its reports.",),
    ),
    Rule(
        "council-creation", _M, _BODIES, _COUNCIL_NAMED, council,
        ("A memorandum on the creation of a joint ministerial commission was signed by Angola and Cuba on Monday.",
         "Kazakhstan and Uzbekistan agreed on the creation of a Supreme Interstate Council."),
        ("Angola and Cuba held talks on the creation of a joint commission.",),
    ),
    Rule(
        "council-rules", _M, _BODIES, _COUNCIL_RULES, council,
        ("The presidents of Angola and Namibia signed a statement and a regulation on a Joint Coordinating Council.",),
        ("The presidents of Angola and Namibia will sign a regulation on a Joint Council.", "The presidents of Angola and Namibia signed a regulation on fishing."),
    ),
    Rule(
        "council-began", _M, _BODIES, _COUNCIL_BEGAN, council,
        ("The India-Oman Joint Commission held its inaugural session in Muscat on Monday.",),
        ("The India-Oman Joint Commission will hold its first session.", "The India-Oman Joint Commission held its eleventh session."),
    ),
    Rule(
        "council-first", _M, _BODIES, _COUNCIL_FIRST, council,
        ("The first session of the Qatari-Uzbek Intergovernmental Commission was held in Doha on 3 March 2022.",),
        ("The first session of the Qatari-Uzbek Intergovernmental Commission will be held in Doha.",),
    ),
)  # fmt: skip
