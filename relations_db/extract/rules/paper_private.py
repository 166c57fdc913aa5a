"""Documents of general news that are none between states: takeovers, papers of the money market, debts to banks, pacts of a group, plans of
one government. Such a text names states beside them, which are not their parties."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from relations_db.extract.candidate import SAID
from relations_db.extract.context import Context
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_states import told_before, unit_states
from relations_db.extract.together import is_of_firms, is_of_markets, is_of_war
from relations_db.language import patterns as re
from relations_db.values import Status

_TAKEOVER = re.compile(
    r"(?:\b(?:to|for|would|will|it|company|group) (?:sell|acquire|buy|purchase|merge|take over|the (?:sale|purchase|acquisition) of)|\b(?:acquisition|takeover|merger|buyout|sale) of)\b(?: [^ ,;]+){0,8}? "
    r"(?:X\d+ (?:of|stake)|stock|shares?|stakes?|(?<!N\d )units?|subsidiar(?:y|ies)|affiliates?|divisions?|interests?|business(?:es)?|assets|equity|(?:inc|corp|plc|ltd) to)\b"
    r"|\bdefinitive (?:[a-z]+ )?agreement (?:[^;:]{0,60} )?to (?:sell|buy|acquire|purchase|merge)\b|\b(?:takeover|merger|buyout|tender offer|stockholders|shareholders|acquire)\b"
)
_MARKET = re.compile(
    r"\b(?:currency|interest|interest rate|foreign exchange|futures?|swap|option|forward|repurchase|underwriting|licen[sc]e|distribution|franchise)(?: [a-z]+){0,2} (?:agreement|contract|deal|pact|accord)\b|\bletter of intent to (?:sell|acquire|buy)\b"
)
_DEBT = re.compile(
    r"\b(?:debts?|(?:re)?schedul\w+|refinanc\w+|restructur\w+|repay\w*|loans?|credits?|financing|interest rates?|libor|creditors?)\b"
)
_LENDERS = re.compile(
    r"\b(?:creditors?|creditor banks?|(?:commercial|foreign|private|international|western|bank|major|small|new york|lending) (?:creditor )?(?:banks?|bankers|lenders|creditors)|bankers|lenders|bank creditors|(?:steering|advisory) committee|libor|interbank)\b"
)
_COMMITTEE = re.compile(r"\b(?:steering|advisory) committee\b")
_WITH_STATE = re.compile(r"\b(?:with|between|to|from) (?:the )?(?:[a-z]+ ){0,2}[CA]\d")
_NATIONS = re.compile(
    r"\b(?:leading|major|industriali[sz]ed|industrial|western|six|seven|ten|thirteen|five|member|producing|exporting|importing|consuming|producer|consumer|creditor|debtor|surplus|allied|N\d+(?: -)?) (?:[a-z]+ ){0,2}?(?:nations|countries|states|powers|producers|members|democracies|governments|group)\b|\ballies\b"
)
_GROUP = re.compile(rf"\bB\d+\b|{_NATIONS.pattern}")
_OF_TWO = re.compile(
    r"\b(?:bilateral|two|both|G\d+|each other|counterparts?|mutual|joint(?:ly)?|(?:with|between) (?:the )?[CPA]\d+)\b"
)
_OWN_PLAN = re.compile(r"\b(?:programs?|programmes?|plans?|strategy|strategies|concept|policy)\b")
_JOINT_PLAN = re.compile(
    r"\b(?:cooperation|co-operation|collaboration|joint|bilateral|two-way|mutual|between|partnership|exchanges?|consultations?|common|interaction|roadmap|action|work|working|implementation)\b"
)
_SEALED = re.compile(r"sign|initial|ink|conclu|adopt|exchang|seal|enter|ratif|came")
_BY_BLOC = re.compile(
    r"\b(?:by|among|between) (?:the )?(?:[a-z]+ ){0,2}B\d|\bB\d+(?: 's)? (?:[a-z]+ ){0,2}(?:accord|agreement|pact|deal)\b"
)
# "The bloc already has a pact with Y", "the communique of the 49th B meeting": nothing between the two states of the text
_OF_BLOC = re.compile(
    r"(?:^|\bthe )(?:[a-z]+ )?(?:B\d+(?: bloc)?|bloc|grouping) (?:(?:,|- -|-) (?:of )?(?:which|who|whose)\b[^,;:-]{0,60} (?:,|- -|-) )?(?:already |also |now |has |have |had |is |to |will )*"
    r"(?:has|have|had|signed|concluded|sealed|reached|sign|conclude) (?:(?:an?|its|N\d+|the) )?(?:[a-z-]+ ){0,4}$"
)
_OF_MEETING = re.compile(r"(?: (?:issued|adopted))? (?:of|at|from) the (?:O\d+ |[a-z]+ )?B\d")


def _of_bloc(paper: Paper) -> bool:
    coded, phrase = paper.sentence.coded, paper.phrase
    if _OF_MEETING.match(coded, phrase.end):
        return True
    return _OF_BLOC.search(coded, 0, phrase.start) is not None


# "The Paris pact", "the Plaza Agreement": one knows which it is, and its parties are not those of the text.
_KNOWN = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?: \d+)?,? ?|\d{4} |[a-z-]+ )*(?!(?:Free|Joint|Trade|Air)\b)[A-Z][a-z]+ (?:(?:currency|monetary|exchange|peace|trade) )?(?:[Aa]ccords?|[Pp]act|[Aa]greement)\b(?! (?:on|for|concerning|regarding|about) (?!Tariffs))"
)


def not_of_states(context: Context, paper: Paper) -> str:
    """Why a document is no paper of the two states; "" where nothing speaks against it."""
    coded = paper.sentence.coded
    low, high = paper.stretch
    title, around = paper.title.lower(), coded[max(0, low - 80) : high + 60]
    framed = paper.parties[1] is not SAID
    if _TAKEOVER.search(coded, low, min(len(coded), high + 60)):
        return "takeover"
    if framed and _MARKET.search(title) and not _is_visited(context, paper):
        return "paper of a market"
    if framed is False and _each_gets(paper):
        return "one for each"
    if not paper.single and paper.phrase.count is None and paper.phrase.noun == "deals" and is_of_markets(context):
        return "deals of a market"
    if _EACH.search(coded, 0, paper.phrase.start) or (
        paper.phrase.elliptic and _EACH_OTHER.search(coded, 0, paper.phrase.end)
    ):
        return "no one paper"
    if _is_within(context, paper, title):
        return "within a state"
    if _is_of_lenders(context, paper, title):
        return "debt to banks"
    if paper.phrase.noun == "amendment" and not (_TO_A_PAPER.search(title) or _amends(context, paper)):
        return "a law"
    sealed = bool(_SEALED.match(paper.act.verb))
    if paper.phrase.form == "programme" and _OWN_PLAN.search(title) and not (sealed or _JOINT_PLAN.search(around)):
        return "plan of one side"
    if framed and is_of_firms(context) and not _is_visited(context, paper) and not _is_of_two(context, paper):
        return "paper of a firm"
    if (
        _of_bloc(paper)
        or _GROUPS_OWN.match(coded, paper.phrase.end)
        or (_MULTILATERAL.match(paper.title) and not _WITH_STATE.search(coded, low, high))
    ):
        return "of many states"
    if _WANTED.match(coded, high) or (not paper.single and _USUALLY.search(coded)):
        return "not asserted"
    if sealed:
        return ""
    if _KNOWN.match(paper.title) and not _WITH_STATE.search(coded, low, high) and not _names_state(context, paper):
        return "known by its name"
    if framed and not _OF_TWO.search(around) and _is_of_group(context, paper):
        return "pact of a group"
    if paper.act.verb == "stands" and not framed and not _is_bound(context, paper, all):
        return "known by its name"
    if paper.act.way == "told" and is_of_markets(context) and (framed or not _is_bound(context, paper, any)):
        return "told in passing"
    return ""


_TIE = re.compile(r"\b(?:with|between|among|by|to|from|and|of) (?:the )?(?:[a-z'-]+ ){0,3}$|, (?:the )?$")
_PARTNER = frozenset(("with", "between", "among", "by", "to", "from", "for", "of"))


def _is_bound(context: Context, paper: Paper, quantity: Callable[[Iterable[bool]], bool]) -> bool:
    """True where all (or any) parties stand with the document: in its title or right beside it, or in its clause as who acts or with whom."""
    sentence, (low, high) = paper.sentence, paper.stretch
    acting: set[int] = set()
    for clause in context.clauses(sentence):
        partners = [p.noun.head for p in clause.phrases if p.prep in _PARTNER]
        nouns = {*clause.subject, *(c.head for c in clause.objects), *(p.noun.head for p in clause.phrases)}
        if any(low <= sentence.offsets[n] < high for n in nouns):
            acting.update(clause.subject, clause.carriers, partners, (c.head for c in clause.objects))
    bound: set[str] = set()
    for number, unit in sentence.things:
        at = sentence.offsets[number]
        beside = _TIE.search(sentence.coded[high - 8 : at]) if high <= at < high + 80 else None
        near = at < low and sentence.coded.count(" ", at, low) < 4
        if not (low <= at < high or number in acting or beside or near):
            continue
        if unit.code == "G":
            return True
        bound.update(unit_states(context, sentence, number))
    return quantity(state in bound for state in paper.parties[0] or ())


_EACH_GETS = re.compile(
    r"(?:the )?[CA]\d+ (?:and|,) (?:the )?[CA]\d+ (?:have |both |has )*(?:w[io]n|get|got|gain|secur|obtain|receiv|clinch)[a-z]* (?!.*\b(?:with|from|between|each other)\b)"
)


def _each_gets(paper: Paper) -> bool:
    """True for "A and B win accords on their debts": each has its own, with others."""
    coded = paper.sentence.coded
    return bool(_EACH_GETS.match(coded) and _DEBT.search(coded))


_EACH = re.compile(r"\b(?:each|every|any) (?:[a-z-]+ ){0,2}\Z")
_EACH_OTHER = re.compile(r"\beach (?:[a-z]+ ){0,3}the other\b[^,;]*\Z")
_PEACE = re.compile(r"\b(?:peace|ceasefire|cease-fire|truce|armistice)\b")
_FACTIONS = re.compile(
    r"\b(?:rebels?|guerrillas?|militias?|insurgents?|separatists?|factions?|paramilitar(?:y|ies)|opposition|hamas|hezbollah|houthis?|taliban|gaza|palestinians?|islamists?|jihadists?|juntas?|warlords?|"
    r"(?:communist|socialist|conservative|liberal|ruling|labou?r|political|workers ') parties)\b"
)


_WITHIN = re.compile(
    r" (?:between|with) (?:the )?(?:(?:[CPA]\d+|[a-z]+) (?:'s )?)?government (?:of (?:the )?C\d+ )?and (?:the )?(?!(?:[a-z]+ ){0,4}(?:[PCLA]\d|Q\d|two))"
)


def _is_within(context: Context, paper: Paper, title: str) -> bool:
    """True for a paper that parties, rebels or other forces of a state signed, and a peace that is not said to be of the states themselves."""
    coded = paper.sentence.coded
    first, last = sorted((max(paper.act.at, 0), paper.phrase.start))
    if paper.parties[1] is not SAID and _LOCAL.search(coded[:first]):
        return True
    if _WITHIN.search(coded, paper.phrase.end, paper.stretch[1] + 40):
        return True
    subject = max(coded.rfind(mark, 0, first) for mark in (" , ", " ; ", " : ", " G"))
    ends = max(paper.stretch[1], paper.act.at)
    if _FACTIONS.search(coded, max(0, subject, first - 90), last) or _FACTIONS.search(coded, paper.phrase.end, ends):
        return True
    if not _PEACE.search(title) or paper.phrase.noun == "treaty":
        return False
    unclear = paper.parties[1] is not SAID or paper.act.status is Status.PROPOSED or paper.act.way == "told"
    return unclear or bool(_FACTIONS.search(coded)) or len(_FACTIONS.findall(context.analysis.low)) > 2


# "a local firm and the university signed": both of one state
_LOCAL = re.compile(
    r"\b(?:local|domestic|home-grown) [a-z]+(?: ,)? and [^,;:]{3,60}$|[a-z] and (?:a|the) (?:local|domestic) [a-z]+ (?:[a-z]+ )?$"
)
_GROUPS_OWN = re.compile(r" (?:of|by|among|between|within) (?:the )?(?:[a-z]+ )?B\d")
_MULTILATERAL = re.compile(
    r"(?:the )?(?:\w+ )?International (?:[A-Z][a-z]+ ){1,3}(?:Agreement|Accord|Pact|Convention)\b"
)
_TO_A_PAPER = re.compile(r"\b(?:agreement|treaty|accord|pact|protocol|convention|contract|memorandum)\b")
_WANTED = re.compile(r" (?:is|was|are|were|would be) (?:[a-z]+ly )?(?:needed|required|necessary|essential)\b")
_USUALLY = re.compile(r"\b(?:normally|usually|typically|generally|as a rule)\b")


def _amends(context: Context, paper: Paper) -> bool:
    """True for "signed an amendment" where a paper is told just before."""
    earlier = told_before(context, paper.sentence) + paper.sentence.coded[: paper.phrase.left]
    return bool(_SEALED.match(paper.act.verb) and _TO_A_PAPER.search(earlier))


def _is_of_two(context: Context, paper: Paper) -> bool:
    """True where the sentence names both parties."""
    named = {context.state_of(u) for _, u in paper.sentence.things if u.code in ("P", "C", "A", "L")}
    return set(paper.parties[0] or ()) <= named


def _is_visited(context: Context, paper: Paper) -> bool:
    """True where the text tells of a visit between the two states."""
    return any(set(paper.parties[0] or ()) <= {visit.country, visit.host} for visit in context.visits)


def _names_state(context: Context, paper: Paper) -> bool:
    """True where the title names a state, its people or a person."""
    low, high = paper.span
    return any(u.code in ("C", "A", "P") and low <= u.start < high for _, u in paper.sentence.things)


def _is_of_lenders(context: Context, paper: Paper, title: str) -> bool:
    """True for an agreement of a debtor with its banks, unless it is said to be with a state."""
    coded = paper.sentence.coded
    if not _DEBT.search(title) and not _DEBT.search(coded):
        return False
    if _COMMITTEE.search(coded):
        return True
    if _WITH_STATE.search(coded, paper.phrase.start, min(len(coded), paper.stretch[1] + 40)):
        return False
    return bool(_LENDERS.search(coded)) or len(_LENDERS.findall(context.analysis.low)) > 2


def _is_of_group(context: Context, paper: Paper) -> bool:
    """True where the sentence speaks of a group of states and not of the parties, or a text without their visit does so more often."""
    parties = set(paper.parties[0] or ())
    if _BY_BLOC.search(paper.sentence.coded):
        return True
    if parties <= set(context.states_in(paper.sentence)):
        return False
    if _NATIONS.search(paper.sentence.coded):
        return True
    if _is_visited(context, paper):
        return False
    told = sum(bool(_GROUP.search(s.coded)) for s in context.analysis.sentences)
    return bool(_GROUP.search(paper.sentence.coded)) or told > min(context.weights[state] for state in parties)


_BLOC_PAPER = re.compile(r"\b(?:B\d+|g - N\d+)(?: 's)? (?:[a-z]+ )?(?:communique|declaration|statement)\b")
_JOINT = re.compile(r"\b(?:joint(?:ly)?|two|both|bilateral|mutual|each other|between|with [PCA]\d+)\b")


def is_one_sided(context: Context, paper: Paper) -> bool:
    """True for the communique of one government or of a conference ("today's communique said"): nothing tells that it is of two."""
    if _BLOC_PAPER.search(paper.sentence.coded) or _OF_MEETING.match(paper.sentence.coded, paper.phrase.end):
        return True
    if paper.phrase.noun == "communique" and not _JOINT.search(paper.sentence.coded) and is_of_war(context):
        return True
    if paper.parties[1] is SAID or paper.phrase.noun not in ("communique", "declaration", "statement"):
        return False
    told = any(u.code == "G" and u.word not in ("they", "them") for _, u in paper.sentence.things)
    if re.search(r"\bby (?:the )?A\d+ and (?:the )?[PA]\d+", paper.sentence.coded):
        return False
    return not told and not _is_visited(context, paper) and not _JOINT.search(paper.sentence.coded)
