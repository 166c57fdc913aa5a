"""What identifies a paper whose own words do not: the institutions that made it, or what the next sentence says that it does."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.paper import Paper
from relations_db.extract.rules.paper_topics import clauses_on_it
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence

_INSTITUTIONS = (
    r"(?:ministries|universities|banks|chambers|parliaments|assemblies|senates|airlines|carriers|railways|companies|firms|agencies|authorities|academies|institutes|archives|museums|libraries|"
    r"councils|commissions|services|federations|associations|societies|committees|courts|polices?|forces|guards|armies|navies|hospitals|ports|airports|cities|regions|provinces|operators|"
    r"broadcasters|funds|offices|departments|regulators|exchanges|treasuries|museum|schools|colleges|foundations|clubs|groups|utilities|corporations)"
)
_MINISTERS = (
    r"(?:interior|defence|defense|health|culture|education|energy|transport|agriculture|justice|labour|labor|finance|trade|economy|industry|tourism|environment|sports?|science|communications|"
    r"mining|mines|water|fisheries|housing|digital|home|information|migration) ministers"
)
_SIGNERS = re.compile(
    rf"(?:^|[,;:] |\b(?:while|when|as|and|that|where|the|both|their|our|N\d+) )(?P<who>(?:(?:A\d+|(?!(?:in|on|at|of|and|with|by|the|for|from|to|between|both|their|our|same)\b)[a-z'-]+|-) ){{0,4}}(?:{_INSTITUTIONS}|{_MINISTERS}))(?P<of>(?: of (?:the )?[a-z' ]+?)??(?: (?:of|from|in) (?:the )?(?:[CL]\d+|G\d+|N\d+ [a-z]+)(?:(?: ,)? and (?:the )?[CL]\d+)?)?)"
    r"(?: ,[^,;:]{3,60} ,)?(?: (?:on|in|have|has|had|will|would|also|both|then|jointly|D\d+|L\d+|are to|today|yesterday|earlier|meanwhile|,))* $"
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
    found = _SIGNERS.search(before[: _AUX.search(before).start()] if _AUX.search(before) else before)  # type: ignore[union-attr]
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


def told_name(context: Context, paper: Paper) -> str:
    """The title of a paper that its noun group does not identify, with what identifies it; nothing where the text does not."""
    if who := institutions(context, paper):
        return f"{paper.title} between {who}"
    if paper.phrase.definite:
        return ""
    for sentence, low, high in clauses_on_it(context, paper):
        if high > low + 3:
            return f"{paper.title}: {context.analysis.said(*sentence.span(low, high))}"
    return ""
