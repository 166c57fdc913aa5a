"""What identifies a paper whose own words do not: the institutions that made it, or what the next sentence says that it does."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_clause import deed_words, thing_in, thing_of
from relations_db.extract.rules.paper_topics import clauses_on_it
from relations_db.extract.rules.titles import identifies
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.fold import fold
from relations_db.language.lexicon import Hit
from relations_db.language.realis import around
from relations_db.values import Basis, Status

_INSTITUTIONS = (
    r"(?:ministries|universities|banks|chambers|parliaments|assemblies|senates|airlines|carriers|railways|companies|firms|agencies|authorities|academies|institutes|archives|museums|libraries|"
    r"councils|commissions|services|federations|associations|societies|committees|courts|polices?|forces|guards|armies|navies|hospitals|ports|airports|cities|regions|provinces|operators|"
    r"broadcasters|funds|offices|departments|regulators|exchanges|treasuries|museum|schools|colleges|foundations|clubs|groups|utilities|corporations)"
)
_MINISTERS = (
    r"(?:interior|defence|defense|health|culture|education|energy|transport|agriculture|justice|labour|labor|finance|trade|economy|industry|tourism|environment|sports?|science|communications|"
    r"mining|mines|water|fisheries|housing|digital|home|information|migration) (?:ministers?|secretar(?:y|ies))"
)
_MINISTERS_OF = (
    r"ministers (?:of|for|responsible for|in charge of) (?:the )?(?:interior|defence|defense|health|culture|education|energy|transport|agriculture|justice|labour|labor|finance|trade|economy|industry|tourism|environment|sports?|science|communications|"
    r"mining|mines|water|fisheries|housing|migration|youth|higher education)"
)
_SIGNERS = re.compile(
    rf"(?:^|[,;:] |\b(?:while|when|as|and|that|where|the|both|their|our|N\d+) )(?P<who>(?:(?:[ACLKG]\d+(?: 's?)?|and(?= [ACL]\d)|(?!(?:in|on|at|of|and|with|by|the|for|from|to|between|both|their|our|same)\b)[a-z'-]+|-) ){{0,4}}(?:{_INSTITUTIONS}|{_MINISTERS})|{_MINISTERS_OF})(?P<of>(?: of (?:the )?[a-z' ]+?)??(?: (?:of|from|in) (?:the )?(?:[CL]\d+|G\d+|N\d+ [a-z]+)(?:(?: ,)? and (?:the )?[CL]\d+)?)?)"
    r"(?: ,[^,;:]{3,60} ,)?(?: (?:on|in|have|has|had|will|would|also|both|then|jointly|D\d+|L\d+|are to|today|yesterday|earlier|meanwhile|,))* $"
)
_ONE = r"(?:ministry|university|chamber|academy|institute|agency|authority|bank|library|museum|archives?|court|police|council|federation|college|hospital|port|airport|railways?|office|service|fund|foundation|centre|center|corporation|company|airline|news agency)"
_BESIDE = rf"(?:(?:[ACLK]\d+ (?:'s )?)?(?:[a-z-]+ ){{0,3}}{_ONE}(?: (?:of|for) (?:the )?(?:[a-z]+ ){{0,3}}?(?:[a-z]+|[CLAK]\d+))?(?: (?:of|in) (?:the )?[CL]\d+)?(?: , (?:in |of )?(?:the )?[CL]\d+ ,)?)"
_TWO = re.compile(
    rf"(?:^|[,;:] |\b(?:while|when|as|that|where|by|between) )(?P<who>(?:the )?{_BESIDE}(?: ,)? and (?:the )?(?:that of (?:the )?[CLA]\d+|(?:its|Q\d+) [A-Z]?[a-z]*\d* ?(?:counterpart|peer)|{_BESIDE}))(?: (?:on|in|have|has|had|will|would|also|both|then|jointly|D\d+|L\d+|are to|today|yesterday|earlier|meanwhile|,))* $"
)
_PARTED = re.compile(
    r"\b(?:by|between) (?:the |both )?(?P<who>(?:(?:A\d+|[a-z'-]+) ){0,4}?(?:"
    + f"{_INSTITUTIONS}|{_MINISTERS}"
    + r"))\b"
)


_AUX = re.compile(
    r"(?:(?:will|have|has|had|are to|is to|plan to|want to|intend to|can|shall|meanwhile|also|agreed to|agreed) )*$"
)


def signers(context: Context, sentence: Sentence, at: int) -> str:
    """The institutions that are the subject of a verb at an offset of the coded sentence, or nothing."""
    before = sentence.coded[:at]
    aux = _AUX.search(before)
    before = before[: aux.start()] if aux else before
    if two := _TWO.search(before):
        return context.analysis.said(*sentence.span(*two.span("who")))
    found = _SIGNERS.search(before)
    if not found:
        return ""
    low, high = sentence.span(found.start("who"), found.end("of"))
    return context.analysis.said(low, high)


def institutions(context: Context, paper: Paper) -> str:
    """The institutions that made a paper, in the words of the text ("the health ministries of Peru and Cuba"), or nothing."""
    coded = paper.sentence.coded
    if paper.act.way in ("active", "relative") and (who := signers(context, paper.sentence, paper.act.at)):
        return who
    if paper.act.way in ("active", "relative") and (number := _ministers(paper)) is not None:
        return context.analysis.said(paper.sentence.units[number].start, paper.sentence.units[number].end)
    if paper.act.way in ("passive", "nominal", "told") and (found := _PARTED.search(coded, paper.phrase.end)):
        start, end = found.span("who")
    else:
        return ""
    low, high = paper.sentence.span(start, end)
    return context.analysis.said(low, high)


_OFFICES = re.compile(rf"{_MINISTERS}|{_MINISTERS_OF}")


def _ministers(paper: Paper) -> int | None:
    """The number of the unit before the verb that names ministers of one portfolio ("the interior ministers of Peru and Cuba")."""
    before = [n for n, u in paper.sentence.things if u.code in ("P", "G") and paper.sentence.offsets[n] < paper.act.at]
    return before[-1] if before and _OFFICES.search(paper.sentence.units[before[-1]].word) else None


_UNDER = re.compile(
    r"(?:^|[^;:]{8,150}?(?: ,)? |[;:] |\b(?:and|that|but) )(?:under|by|through|in|by virtue of|on the strength of|thanks to|pursuant to|as part of|according to) (?:the terms of )?(?:an?|another|the|this) (?:[a-z]+ )?$"
)


def told_under(context: Context, paper: Paper) -> str:
    """What is done under a paper that nothing else tells of: "they will exchange weather data under a memorandum"."""
    phrase, sentence = paper.phrase, paper.sentence
    if phrase.plural or phrase.definite or phrase.declaration or phrase.elliptic or identifies(paper.title):
        return ""
    if not _UNDER.search(sentence.coded[: phrase.left]):
        return ""
    if around(sentence, phrase.start, phrase.end).status in (None, Status.CANCELLED):
        return ""
    if who := _doers(context, paper):
        return f"{paper.title} between {who}"
    thing = thing_of(context, paper)
    return _about(context, paper, thing) if thing else ""


def _doers(context: Context, paper: Paper) -> str:
    """The institutions that do what is done under a paper."""
    verbs = [c.verb.start for c in context.clauses(paper.sentence) if c.form == "finite" and c.link == ""]
    offsets = [paper.sentence.offsets[v] for v in verbs]
    return signers(context, paper.sentence, offsets[-1]) if offsets and offsets[-1] < paper.phrase.left else ""


def told_name(context: Context, paper: Paper) -> str:
    """The title of a paper that its noun group does not identify, with what identifies it; nothing where the text does not."""
    if who := institutions(context, paper):
        return f"{paper.title} between {'the' + who[3:] if who.startswith('The ') else who}"
    if not _known_before(context, paper) and (thing := thing_of(context, paper)):
        return _about(context, paper, thing)
    if not paper.phrase.definite:
        things = (thing_in(context, *told) for told in clauses_on_it(context, paper))
        if thing := next((thing for thing in things if thing), ""):
            return _about(context, paper, thing)
    day = _of_day(context, paper)
    if day and not _known_before(context, paper):
        return paper.title + day
    if paper.act.status is not Status.DONE or paper.parties[1] is Basis.FRAME or _known_before(context, paper):
        return ""
    does = deed_words(context, paper) if paper.phrase.noun in _WEIGHTY else ""
    return f"{paper.title} that {does}" if does else ""


def _of_day(context: Context, paper: Paper) -> str:
    """The day by which a paper is called: " of 1997"."""
    found = _OF_DAY.match(paper.sentence.coded, paper.phrase.end)
    return f" {context.analysis.said(*paper.sentence.span(paper.phrase.end + 1, found.end()))}" if found else ""


_OF_DAY = re.compile(r" of D\d+(?: of D\d+)?")
_WEIGHTY = frozenset("treaty accord pact agreement memorandum protocol contract convention mou".split())
_ON_IT = re.compile(
    r" (?:on|about|to|for) (?:(?:it|this|that|them)(?: (?:effect|end))?|(?:the|this|that|these) (?:subject|matter|topic|issue|question)s?)$"
)
_FOR = re.compile(r"(?:contract|loan|lease|deal|order|credit|credit line|line of credit|grant)$")


def _about(context: Context, paper: Paper, thing: str) -> str:
    """A title: the paper's noun with its day, and what it is about."""
    noun = _ON_IT.sub("", paper.title)
    return f"{noun}{_of_day(context, paper)} {'for' if _FOR.search(noun) else 'on'} {thing}"


def _known_before(context: Context, paper: Paper) -> bool:
    """True for "the agreement" after another: it means that one."""
    phrase = paper.phrase
    if not phrase.definite:
        return False
    told = (p for papers in (context.papers or {}).values() for p in papers)
    return phrase.plural or any(
        p.single and p.act.status and (p.sentence.index, p.phrase.start) < (paper.sentence.index, phrase.start)
        for p in told
    )


def named_after(context: Context, paper: Paper) -> Hit | None:
    """The city in a document's name ("the Cairo Declaration")."""
    found = re.match(
        r"((?:[A-Z][\w'-]+ ){1,3})(?:Joint )?(?:Declaration|Accord|Charter|Communiqu\S|Protocol|Agreement|Act)\b",
        paper.title,
    )
    found = found or re.match(
        r"(?:[Jj]oint )?(?:[Dd]eclaration|[Aa]ccord|[Cc]harter|[Tt]reaty|[Aa]ct) of ((?:[A-Z][\w'-]+[ -]?){1,4})",
        paper.title,
    )
    if not found:
        return None
    hits = context.lexicon.names(fold(found.group(1).strip()))
    return next((h for h in hits if h.kind == "city"), None)
