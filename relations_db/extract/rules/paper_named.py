"""What identifies a paper whose own words do not: the institutions that made it, or what the next sentence says that it does."""

from __future__ import annotations

from re import Match

from relations_db.extract.context import Context
from relations_db.extract.documents import DocPhrase
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_topics import clauses_on_it, own_clause, stop
from relations_db.extract.rules.titles import identifies
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import around
from relations_db.values import Status

_INSTITUTIONS = (
    r"(?:ministries|universities|banks|chambers|parliaments|assemblies|senates|airlines|carriers|railways|companies|firms|agencies|authorities|academies|institutes|archives|museums|libraries|"
    r"councils|commissions|services|federations|associations|societies|committees|courts|polices?|forces|guards|armies|navies|hospitals|ports|airports|cities|regions|provinces|operators|"
    r"broadcasters|funds|offices|departments|regulators|exchanges|treasuries|museum|schools|colleges|foundations|clubs|groups|utilities|corporations)"
)
_MINISTERS = (
    r"(?:interior|defence|defense|health|culture|education|energy|transport|agriculture|justice|labour|labor|finance|trade|economy|industry|tourism|environment|sports?|science|communications|"
    r"mining|mines|water|fisheries|housing|digital|home|information|migration) (?:ministers?|secretar(?:y|ies))"
)
_SIGNERS = re.compile(
    rf"(?:^|[,;:] |\b(?:while|when|as|and|that|where|the|both|their|our|N\d+) )(?P<who>(?:(?:[ACLK]\d+(?: 's)?|and(?= [ACL]\d)|(?!(?:in|on|at|of|and|with|by|the|for|from|to|between|both|their|our|same)\b)[a-z'-]+|-) ){{0,4}}(?:{_INSTITUTIONS}|{_MINISTERS}))(?P<of>(?: of (?:the )?[a-z' ]+?)??(?: (?:of|from|in) (?:the )?(?:[CL]\d+|G\d+|N\d+ [a-z]+)(?:(?: ,)? and (?:the )?[CL]\d+)?)?)"
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


def _ministers(paper: Paper) -> int | None:
    """The number of the unit before the verb that names ministers of one portfolio ("the interior ministers of Peru and Cuba")."""
    before = [n for n, u in paper.sentence.things if u.code in ("P", "G") and paper.sentence.offsets[n] < paper.act.at]
    return before[-1] if before and re.search(_MINISTERS, paper.sentence.units[before[-1]].word) else None


_EFFECT = re.compile(
    r"[^;:.]{0,60}\b(?:to (?:that|this) (?:effect|end)|for (?:that|this) purpose|providing for (?:this|that|it)|which (?:provides for|made) (?:this|that|it)|(?:on|about) (?:it|this|that)(?= (?:was|were|is|has|had|will|in|on|at|,|\.)))"
)
_UNDER = re.compile(
    r"(?P<open>(?:^|[;:] |\b(?:and|that|but) )(?:under|by|through|by virtue of|thanks to|on the strength of|pursuant to|as part of)|(?P<main>[^;:]{8,150}?)(?: ,)? (?:under|by|through|in|by virtue of|on the strength of|pursuant to)) (?:an?|another|the|this) (?:[a-z]+ )?$"
)
_FORMAL = re.compile(
    r"\b(?:formali[sz]|cement|codif|regulat|underpin|consolidat)[a-z]+ (?P<what>[^;:,]{5,90}?) (?:with|by|in|through) (?:an?|another) (?:[a-z]+ )?$"
)
_PAST_VERB = re.compile(
    r"\b(?:[a-z]{2,}ed|(?:is|are|was|were|has|have|had|will|can|may)|[a-z]{2,}s|sold|lent|leased|bought|gave|built|sent|let)\b"
)


_AUX_END = re.compile(
    r"\b(?:have|has|had|will|would|can|may|is|are|was|were|to|that|which|who|joined|linked|bound|tied|united|governed|covered|connected)$"
)


_IN_CONTRACT = re.compile(r"(?P<open>(?!))?(?P<main>[^;:]{8,150}?)(?: ,)? in (?:an?|another) (?:[a-z]+ )?$")


def _under(sentence: Sentence, phrase: DocPhrase) -> Match[str] | None:
    """What a document stands under: "they will lend bronzes under a ...", "they took 50 jets in a contract"."""
    before = sentence.coded[: phrase.left]
    return _UNDER.search(before) or (_IN_CONTRACT.search(before) if phrase.noun == "contract" else None)


def _clause_of(context: Context, paper: Paper) -> str:
    """The clause that tells what a paper is for: what is done under it, what it governs, to what effect it was made."""
    sentence, phrase, coded = paper.sentence, paper.phrase, paper.sentence.coded
    earlier = [
        p
        for papers in (context.papers or {}).values()
        for p in papers
        if p.sentence.index < sentence.index or p.phrase.start < phrase.start
    ]
    if phrase.definite and (phrase.plural or any(p.single and p.act.status for p in earlier)):
        return ""
    if _EFFECT.match(coded, phrase.end):
        start = max(coded.rfind(" ; ", 0, phrase.left), -1) + 1
        signed = start <= paper.act.at < phrase.left
        if signed and start > 20:
            return context.analysis.said(*sentence.span(0, start - 1)).rstrip(" ,;:-")
        aside = coded.rfind(" , ", 0, paper.act.at) if signed else -1
        if aside > 20 and re.search(r"\bhaving (?:[a-z]+ )?$", coded[aside : paper.act.at]):
            return context.analysis.said(*sentence.span(0, aside))
        if phrase.left - start > 20 and not signed:
            return context.analysis.said(*sentence.span(start, phrase.left - 1)).rstrip(" ,;:-")
        before = context.analysis.sentences[sentence.index - 1] if sentence.index else None
        return context.analysis.said(before.start, before.end) if before else ""
    if (formal := _FORMAL.search(coded[: phrase.left])) and not phrase.definite:
        return context.analysis.said(*sentence.span(formal.start("what"), formal.end("what")))
    if own := own_clause(sentence, phrase):
        return context.analysis.said(*sentence.span(*own))
    under = _under(sentence, phrase)
    if under is None:
        return ""
    if under.group("main") and not _AUX_END.search(under.group("main")):
        low, high = under.start("main"), under.end("main")
        return context.analysis.said(*sentence.span(low, high)) if _PAST_VERB.search(coded, low, high) else ""
    comma = coded.find(" , ", max(phrase.end, paper.stretch[1] - 3, paper.act.at))
    if comma < 0 or not _PAST_VERB.search(coded, comma):
        return ""
    return context.analysis.said(*sentence.span(comma + 3, stop(coded, comma + 3, len(coded)))).rstrip(" .")


def told_under(context: Context, paper: Paper) -> str:
    """What is done under a paper that nothing else tells of: "they will exchange weather data under a memorandum"."""
    phrase, sentence = paper.phrase, paper.sentence
    if phrase.plural or phrase.definite or phrase.declaration or phrase.elliptic or identifies(paper.title):
        return ""
    if not _under(sentence, phrase) or around(sentence, phrase.start, phrase.end).status in (
        None,
        Status.CANCELLED,
    ):
        return ""
    return _clause_of(context, paper)


_ON_IT = re.compile(r" (?:on|about) (?:it|this|that|them)$")


def told_name(context: Context, paper: Paper) -> str:
    """The title of a paper that its noun group does not identify, with what identifies it; nothing where the text does not."""
    if who := institutions(context, paper):
        return f"{paper.title} between {who}"
    if clause := _clause_of(context, paper):
        return f"{_ON_IT.sub('', paper.title)}: {clause.rstrip(' .')}"
    if paper.phrase.definite:
        return ""
    for sentence, low, high in clauses_on_it(context, paper):
        if high > low + 3:
            return f"{paper.title}: {context.analysis.said(*sentence.span(low, high))}"
    return ""
