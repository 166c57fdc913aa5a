"""Declarations: joint political documents, and treaties and agreements that proclaim a level. Constructions of docs/reference/rules.md, section Levels."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from relations_db.extract.candidate import SAID, Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.levels import RANKS, find_level
from relations_db.extract.rules import level_changes
from relations_db.extract.rules.declared_ties import of_relations
from relations_db.extract.rules.level_acts import FILL, changes_in, labels_in
from relations_db.extract.rules.paper import words_of
from relations_db.extract.rules.paper_named import institutions
from relations_db.extract.rules.paper_passage import paragraph_states
from relations_db.extract.rules.paper_private import is_one_sided
from relations_db.extract.rules.papers import TRIGGERS, Paper, papers_of, refused
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.fold import fold, lower
from relations_db.values import Declaration, Kind, Status

_LEVEL_FORMS = {"agreement": "agreement", "treaty": "treaty", "memorandum": "memorandum", "contract": "agreement"}
_NO_LEVEL = re.compile(
    r"\beconomic partnership|implement|investment|partnership (?:council|commission|dialogue|fund)|in the framework of\b"
)
_BASIC = re.compile(
    r"\b(?:peace|integration|basic|mutual[- ](?:assistance|aid|relations)|reconciliation|good[- ]neighbou?r\w*|state treaty|end to (?:the )?war|years of war|state of war|non-?aggression|neutrality|brotherhood|normali[sz]ation|"
    r"(?:principles|foundations|bases|basis|fundamentals) of (?:[a-z]+ )?relations)\b"
)
_PEACE = re.compile(
    r"\b(?:peace (?:treaty|and)|(?:treaty|pact) (?:of|on) (?:[a-z]+ )?peace|(?:treaty|agreement) (?:on|of|establishing|creating) (?:the |an? )?union state|non-?aggression|neutrality|end to (?:the )?war|years of war|state of war)\b"
)
_ENDS_WAR = re.compile(
    r"(?: of \w+)?(?: ,)? (?:(?:that|which) (?:formally |officially |finally )?(?:ends?|ended|put an end to|puts an end to|closed|closes|brought to an end|would end|will end|is to end)|ending|to end|putting an end to) [^,;:]{0,40}\b(?:war|hostilities|conflict|belligerency|enmity|fighting)\b"
)
_ALLIED = re.compile(r"\b(?:allies|alliance|allied|friendship|mutual defen[cs]e)\b")
_DEFENCE = re.compile(r"\bmutual[- ]defen[cs]e\b")
_BY_NAME = re.compile(
    r"(?:\d{4} )?(?:(?P<first>[A-Z][\w'’-]+) (?:[A-Z][\w'’-]+ ){0,2}(?:[Tt]reaty|[Pp]act)|Treaty of (?:the )?(?P<of>[A-Z][\w'’-]+(?: [A-Z]\w+)?))"
)
_OTHER_MATTER = re.compile(
    r"\b(?:limits|boundar\w+|frontier|border|extradition|waters?|rivers?|canal|commerce|navigation|tax\w*|trade|investment|cession|purchase|fisher\w+|delimitation|nuclear|test|arms|missiles?|start|salt|inf|legal|consular|sea|seas|maritime|gas|oil|tariff)\b"
)
_BELOW_STATE = re.compile(
    r"\b(?:universit\w+|firms?|compan(?:y|ies)|banks?|cit(?:y|ies)|municipalit\w+|provinces?|chambers?|airlines?|institutes?|federations?|clubs?|academ(?:y|ies)|funds?|ports?|corporations?|operators?|carmakers?|groups|businesses|exchanges|holding|broadcasters?|"
    r"trade unions?|churches|lawyers|lawmakers|students|bishops|scientists|rebels?|militias?|insurgents|guerrillas|factions?)\b"
)
_PLAIN_PARTNERSHIP = re.compile(
    r"\bpartnership (?:agreement|treaty|accord|pact|memorandum)|\b(?:on|of) (?:[a-z]+ )?partnership\b"
)
_OF_ECONOMY = re.compile(r"\b(?:economic|commercial|technical|financial|industrial|development|implement\w*)\b")
_ALLIANCE = re.compile(r"\balliance\b")


def is_declaration(context: Context, paper: Paper) -> bool:
    """True for a joint political document, whatever its legal form."""
    phrase, title = paper.phrase, lower(fold(paper.title))
    if phrase.plural:
        return False
    if _of_bloc(paper):
        return False
    if phrase.noun.endswith("communique") and not _is_name(paper.title) and of_relations(context, paper.sentence):
        return False
    if phrase.noun == "charter" and re.search(r"\b(?:sister|twin|cit(?:y|ies)|towns?)\b", paper.sentence.coded):
        return False
    if phrase.noun == "partnership":
        name = _is_name(paper.title) and paper.parties[1] is SAID
        return name and not (context.sectors.find(title) or institutions(context, paper))
    if phrase.declaration:
        return not _OF_OTHERS.search(_subject(paper))
    if phrase.form not in ("agreement", "treaty", "memorandum") and phrase.noun != "decision":
        return False
    pact = phrase.form == "treaty" or phrase.noun in ("pact", "convention")
    if _BELOW_STATE.search(title) or (not pact and _BELOW_STATE.search(_subject(paper))):
        return False
    if (level := find_level(title, friendship=True)) and not _OWN_ALLIES.search(title):
        if level[0] == "partnership" and (
            (not pact and not _PLAIN_PARTNERSHIP.search(title))
            or _OF_ECONOMY.search(title)
            or context.sectors.find(title)
            or institutions(context, paper)
        ):
            return False
        return not _NO_LEVEL.search(title) and not _in_one_field(context, paper, title[level[2] :])
    if not pact:
        return False
    if _ENDS_WAR.match(paper.sentence.coded, phrase.end):
        return True
    if _DEFENCE.search(title) or re.search(r"\bmutual[- ](?:assistance|aid)\b", title):
        return True
    part = re.search(r"\bannex (?:[a-zN\d]+ )?(?:of|to) the $", paper.sentence.coded[: phrase.left])
    if (named := _BY_NAME.fullmatch(fold(paper.title))) and not _OTHER_MATTER.search(title) and not part:
        if named.group("of"):
            return bool(context.lexicon.names(named.group("of")))
        return paper.title.split()[-1][0].isupper() or bool(_ALLIED.search(paper.sentence.coded))
    return bool(_PEACE.search(title)) or (bool(_BASIC.search(title)) and not context.sectors.find(title))


_FIELD = re.compile(r" in (?:the )?(?:(?:field|area|sphere|sector|domain)s? of |(?!D\d|L\d))[a-z]+(?: [a-z]+)?")


def _in_one_field(context: Context, paper: Paper, rest: str) -> bool:
    """True for "the agreement on strategic partnership in green energy": no level of relations."""
    found = re.match(r" in (?:the )?(?:field|area|sphere|sector|domain)s? of (?:[a-z-]+ ?){1,4}", rest)
    found = found or _FIELD.match(paper.sentence.coded, paper.phrase.end)
    return bool(found and context.sectors.find(found.group()))


_OWN_ALLIES = re.compile(r"\b(?:its|their|his|'s) (?:[\w-]+ ){0,3}allies\b")
_OF_OTHERS = re.compile(
    r"\b(?:universities|firms|companies|banks|cities|airlines|clubs|carmakers|trade unions|churches|bishops|lawyers|students|scientists|rebels?|militias?|insurgents|guerrillas|factions)\b"
)


_BLOC_ACTS = re.compile(
    r"\bB\d+(?: 's)?(?: (?:leaders|members?|states|countries|summit|ministers|foreign ministers|heads of state(?: and government)?|nations|presidents|bloc|meeting|conference))*(?: (?:in L\d+|on D\d+|D\d+|have|has|had|also|then|,))* $"
    r"|\b(?:leaders|members|presidents|ministers|states|countries|summit|heads of state(?: and government)?|session|meeting) of (?:the )?(?:[a-z]+ )?B\d+(?: (?:in L\d+|on D\d+|D\d+|have|has|had|also|then))* $"
    r"|\bamong (?:the|those|G\d+) [^;:]* , which (?:[a-z]+ )?$"
    r"|\b(?:[CP]\d+ and (?:the )?B\d+|B\d+ and (?:the )?[CP]\d+)(?: (?:leaders|[a-z]+ly|D\d+|on D\d+|in L\d+|have|has|had|will|are to|also|then))* $"
)


# "a statement of Japan and Caricom", "leaders of ASEAN and India adopted": one side is no state
_WITH_BLOC = re.compile(
    r" (?:of|by|between|from) (?:the )?(?:(?:leaders|members) of (?:the )?)?(?:B\d+ and (?:the )?[CPL]\d+|[CPL]\d+ and (?:the )?B\d+)\b"
)


def _of_bloc(paper: Paper) -> bool:
    """True for a bloc's own paper: "the G20 declaration", "ASEAN leaders adopted a declaration"."""
    coded = paper.sentence.coded
    if re.search(r"\bB\d+(?: 's)?(?: (?:summit|leaders)(?: ')?)? $", coded[: paper.phrase.left]):
        return True
    if re.match(
        r"[^,;:]{0,40} by (?:the )?(?:(?:leaders|members|states|countries) of (?:the )?)?B\d+",
        coded[paper.phrase.end :],
    ):
        return True
    if _WITH_BLOC.match(coded, paper.phrase.end):
        return True
    return paper.act.way in ("active", "relative") and bool(_BLOC_ACTS.search(coded[: max(0, paper.act.at)]))


def _subject(paper: Paper) -> str:
    """The words of the clause before the act."""
    before = paper.sentence.coded[: max(0, min(paper.act.at, paper.phrase.left))]
    return before[max(before.rfind(mark) for mark in (" ; ", " : ", " , but ", " while ")) + 1 :]


def declaration(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A joint declaration, statement, communique; a treaty or agreement that proclaims a level."""
    for paper in papers_of(context).get(sentence.index, []):
        named = paper.phrase.declaration or find_level(paper.title, friendship=True)
        if not is_declaration(context, paper) or (paper.act.way == "told" and not named):
            continue
        if (
            reason := refused(paper)
            or _unsure(context, paper)
            or _not_of_states(context, paper)
            or ("" if paper.parties[0] and len(paper.parties[0]) > 1 else "one state")
        ):
            context.ignore(Kind.DECLARATION, sentence, paper.phrase.start, paper.phrase.end, reason)
            continue
        yield _candidate(context, paper)


_BODY = re.compile(
    r"\b(?:(?:lower|upper|two) houses?|parliaments?|senate|assembly|chambers?|cabinet|congress|duma|deputies|legislators|lawmakers|participants|conference|forum|delegates|hawks|clerics|scholars|activists|exiles|tribes|parties of the opposition)\b[^;:]{0,60}$"
)
_MANY = re.compile(
    r"\bas (?:one|N\d+) of (?:the |its )?N\d+\b|\b(?:along|together) with N\d+ (?:other|more|further) (?:states|countries|leaders|nations|heads|presidents)|\b(?:one of|among) (?:the )?N\d+ (?:signatories|founders|founding)"
)


def _not_of_states(context: Context, paper: Paper) -> str:
    """A paper of a parliament or a conference, of one side, or of many states of which the sentence names a few."""
    if is_one_sided(context, paper):
        return "of one side"
    if paper.parties[1] is not SAID and paper.act.way == "active" and _BODY.search(_subject(paper)):
        return "of a body within a state"
    return "of many states" if _MANY.search(paper.sentence.coded) else ""


def _unsure(context: Context, paper: Paper) -> str:
    """A statement that is only quoted counts where the text leaves no doubt whose it is."""
    if paper.act.way == "ended":
        return "ended"
    if paper.act.way == "voice" and paper.parties[1] is not SAID and not context.bilateral:
        ours = paper.phrase.noun.startswith("joint") and paper.parties[0] == context.pair
        return "" if ours and _is_of_pair(context, paper) else "unclear whose"
    return ""


def _is_of_pair(context: Context, paper: Paper) -> bool:
    """True where no sentence of the paragraph, up to a statement that is quoted, has a third state act."""
    return set(paragraph_states(context, paper.sentence, None)) <= set(context.pair or ())


def _candidate(context: Context, paper: Paper) -> Candidate:
    parties, basis = paper.parties
    assert parties is not None
    code, label = _level(context, paper)
    claim = Declaration(
        parties,
        _form(paper),
        paper.title if _is_name(paper.title) else None,
        code,
        label,
        paper.when.date,
        paper.place,
        paper.act.status or Status.DONE,
        _signatories(context, paper),
    )
    where = {"parties": (basis, None), "signed_on": (paper.when.basis, paper.when.span), "title": (SAID, paper.span)}
    quotes = [words_of(paper), *paper.quotes]
    voiced = {"voice": 1} if paper.act.way == "voice" else {"item": paper.phrase.start} if paper.phrase.elliptic else {}
    if paper.phrase.det == "turn":
        voiced = {"turn": paper.span[0]}
    return Candidate(
        claim, quotes, "declaration", paper.sentence.index, where, paper.act.realis.background, notes=voiced
    )


def _form(paper: Paper) -> str:
    phrase = paper.phrase
    if phrase.noun == "partnership":
        return "other"
    if not phrase.declaration:
        return "treaty" if phrase.noun in ("convention", "pact") else _LEVEL_FORMS.get(phrase.form, "other")
    if phrase.noun == "declaration" and re.search(r"\bjoint\b", paper.sentence.coded[phrase.left : phrase.start]):
        return "joint_declaration"
    return phrase.form


def _level(context: Context, paper: Paper) -> tuple[str | None, str | None]:
    """The level in the title, else the one that the sentence sets by this document."""
    friendly = paper.phrase.form != "joint_statement"
    if level := find_level(paper.title, friendship=friendly):
        return level[0], paper.title[level[1] : level[2]]
    if quoted := _quoted_level(context, paper):
        return quoted
    if _form(paper) == "treaty" and (found := _DEFENCE.search(paper.title.lower())):
        return "alliance", paper.title[found.start() : found.end()]
    beside = (p for p in papers_of(context)[paper.sentence.index] if p is not paper and p.act.status)
    if any(find_level(p.title, friendship=True) for p in beside):
        return None, None  # the level is that of the other paper
    for change in changes_in(context, paper.sentence):
        near = paper.sentence.coded[min(change.act.at, paper.phrase.end) : max(change.act.at, paper.phrase.start)]
        if (
            change.since is None
            and change.act.way == "active"
            and change.act.status
            and len(near) < 150
            and " ; " not in near
        ):
            return change.code, change.label
    return _kept(context, paper)


_QUOTE = re.compile(r"(?: ,| :)?(?: (?:titled|entitled|called|named|headed|under the title))? \" [^\"]{3,200} \"")


def _quoted_level(context: Context, paper: Paper) -> tuple[str | None, str | None] | None:
    """The level in the name that follows a joint document in quotation marks: "a vision statement, 'A Strategic Partnership for All'"."""
    quote = _QUOTE.match(paper.sentence.coded, paper.phrase.end) if paper.phrase.declaration else None
    labels = labels_in(context, paper.sentence) if quote else []
    labels = [x for x in labels if RANKS[x.code] > RANKS["partnership"]]  # "Partnership for a Peaceful World" sets none
    return next(((x.code, x.text) for x in labels if quote and quote.start() < x.start < quote.end()), None)


_RAISES = r"\b(?:reaffirm|reiterat|confirm|proclaim|announc|declar|establish|rais|elevat|upgrad|lift|renew|cement|enshrin|formali[sz]|seal|deepen|consolidat)\w*"
_KEEPS = re.compile(rf"{_RAISES}(?: [a-z]+){{0,3}}? {FILL}$")
_TURN_RAISES = re.compile(rf"^[^;:]*{_RAISES}[^;:]{{0,60}}$")


def _of_turn(context: Context, paper: Paper) -> tuple[str | None, str | None]:
    """The level that "the first" of several documents sets, in its own clause."""
    for label in labels_in(context, paper.sentence):
        if label.start > paper.phrase.end and _TURN_RAISES.match(paper.sentence.coded[paper.phrase.end : label.start]):
            return label.code, label.text
    return None, None


_OF_THE_TEXT = re.compile(
    r"(?:(?:in|by|with) it|it|(?:in |by |with )?the (?:joint )?(?:document|text|declaration|statement|paper|treaty|communique))\b"
)


def _kept(context: Context, paper: Paper) -> tuple[str | None, str | None]:
    """The level that a joint document reaffirms or sets, told in its sentence or in the next one about "it"."""
    if paper.phrase.det == "turn":
        return _of_turn(context, paper)
    if not paper.phrase.declaration or paper.act.way not in (
        "active",
        "passive",
        "voice",
        "relative",
        "outcome",
        "told",
    ):
        return None, None
    following = context.analysis.sentences[paper.sentence.index + 1 : paper.sentence.index + 2]
    for sentence in (paper.sentence, *(s for s in following if _OF_THE_TEXT.match(s.coded))):
        for label in labels_in(context, sentence):
            near = sentence.coded[min(label.end, paper.phrase.end) : max(label.start, paper.phrase.start)]
            if RANKS[label.code] < RANKS["comprehensive_partnership"] or (
                sentence is paper.sentence and (len(near) > 160 or " ; " in near)
            ):
                continue
            before = sentence.coded[max(0, label.start - 110) : label.start]
            if _KEEPS.search(before) and not re.search(r"\b(?:not|never|no|without)\b[^,;:]*$", before):
                return label.code, label.text
    return None, None


def _is_name(title: str) -> bool:
    """True where the title is a name: most of its longer words are capitalised."""
    words = [w for w in re.findall(r"[^\W\d_]+", title) if len(w) > 3]
    return len(words) > 1 and sum(w[0].isupper() for w in words) >= len(words) * 0.6


def _signatories(context: Context, paper: Paper) -> tuple[str, ...]:
    if not re.match(r"sign|ink|issu|adopt|put|affix|conclu|set|releas", paper.act.verb):
        return ()
    old, parties = paper.act.realis.background, paper.parties[0] or ()
    persons = (e for n in paper.sentence.of("P") for e in context.entities_at(paper.sentence, n))
    return tuple(dict.fromkeys(e.name for e in persons if (old or not e.former) and e.country in parties))


_EXAMPLES = (
    "The presidents of Armenia and France issued a joint declaration in Paris on Tuesday.",
    "The Declaration on Strategic Partnership between Armenia and France was adopted on Tuesday.",
    "Kazakhstan and Tajikistan are to sign a treaty of alliance in Dushanbe next week.",
    "In a joint communique Armenia and France condemned the attack.",
    "Spain and Algeria have had a treaty of friendship since 2002.",
    "By a joint statement of 6 December 2023 Kazakhstan and Italy moved up to a strategic partnership.",
)
_REFUSALS = (
    "Armenia and France did not adopt a joint declaration.",
    "The Armenian president made a declaration of income to France.",
    "The foreign ministry of Armenia published a statement on France.",
    "Had Armenia and France signed a treaty of alliance, the war would have ended.",
    "ASEAN leaders adopted the Vientiane Declaration.",
    "Serbia and Hungary spoke of their strategic partnership council.",
)
RULES = (
    Rule("declaration", Kind.DECLARATION, TRIGGERS, re.compile("^"), declaration, _EXAMPLES, _REFUSALS),
    level_changes.RULE,
    level_changes.LADDER,
)
