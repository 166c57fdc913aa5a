"""Counted and priced projects: "45 joint projects worth $14.5 billion", "a portfolio of projects for $2 billion"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from re import Match

from relations_db.extract.candidate import Candidate, Rule
from relations_db.extract.context import Context
from relations_db.extract.rules.occasions import two_states, words
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.numbers import Number
from relations_db.language.realis import around, clause_bounds
from relations_db.values import JointProject, Kind, Money, Qualifier, Status

_PROJECTS = re.compile(
    r"(?:\b(?P<pool>portfolio|package|list|pool|register|volume|value) of )?(?:(?:N(?P<count>\d+)|(?P<more>an additional|further|more|another)) )?"
    r"(?:(?!of |and |in |on |the |to |for |with |from )[a-z-]+ |A\d+ (?:- )?){0,5}?(?P<noun>projects|joint ventures|(?:infrastructure |investment |industrial |joint |new |common |building |construction )+(?:ventures|schemes|undertakings|sites|enterprises|works)|schemes|undertakings|ventures)\b"
)
_MORE = re.compile(
    r"\b(?:another N(?P<other>\d+)|N(?P<count>\d+) (?P<noun>more|others|further ones|of (?:G\d+|them|these|which)(?= (?:, (?:for|worth|at) [^,;.]{0,30}M\d+ , )?(?:have|are|has) (?:already |now )?(?:been )?(?:launched|completed|implemented|finished|under way|started))))\b(?! (?:than|years|days|[a-z-]+ (?:years|percent)))"
)
_WORTH = re.compile(
    r"^(?:(?P<gap>(?:(?!of which|including|plans? |N\d)[^;.(]){0,60}?)(?:worth|valued at|costing|totall?ing|amounting to|(?:for|with|to|in|at) (?:a|an|the) (?:total |combined |overall |investment |aggregate |estimated |capital )*(?:value|price tag|price|cost|sum|amount|volume|investments?|worth) of|with (?:a )?(?:total |combined )?(?:investments?|registered capital) of|"
    r"of (?:more than|over|some|about)|for|at a (?:total |combined )?(?:cost|price) of|exceed\w*|(?:has |have )?reached|st(?:ands|ood) at|(?:is|are|was|were) (?:put|valued|estimated) at|(?:which )?(?:cost|comes? to|amounts? to|totals?)|estimated at|to the tune of)"
    r"(?: (?:a|the|another|in|total|of|some|further|all|over|about|nearly|more|than|at|least|up|to|almost|around|roughly|approximately))* "
    r"| \( (?:about |some |over |nearly )?| , )M(?P<value>\d+)"
)
_RUNNING = re.compile(
    r"\b(?:under ?way|being (?:implemented|carried out|realised|realized|executed)|implement(?:ed|ing)|carr(?:ied|ying) out|completed|launched|started|in (?:operation|progress)|operating|busy|at work|"
    r"realised|realized|executed|running|finished|ready|operational|put into operation|inaugurated|opened|set up|established|operate)\b"
)
_COMING = re.compile(
    r"\b(?:plans?|planned|planning|to be|will|intends?|agreed|prepared|preparing|drawn up|identified|at the (?:design|development) stage|stage of (?:design|development|planning)|pipeline|developed|developing|drafted|selected|envisag\w+|aims?|new|"
    r"further|additional|next|proposed|set to|are to|is to|expected|programme for|roadmap|road map|working on|study|promising|potential|in the works|in preparation|under (?:consideration|discussion|study|review)|being (?:explored|considered|studied|discussed|prepared|worked out|developed)|on the table|in hand|lists?|listed|names|provides? for|approved|presented|lined up|drawing board|on the list)\b"
)
_NOT_COUNTED = re.compile(
    r"\b(?:could|might|would|if|apiece|each|ceiling|research|pilot|youth|student|community|school|film|art|cultural|aid|documents?)\b"
)


# Firms' investments are counted in projects too, which are no joint ones.
_INVESTED_IN = re.compile(r"\binvest\w*[^;:]* (?:in|into|across|over) $|\bfdi\b[^;:]*$")


# ventures that are at work: "40 A-B joint ventures are registered", "12 joint ventures with A capital operate in C"
_AT_WORK = r"(?:operate|work|exist|(?:are|is|were) (?:now |currently |already )?(?:at work|operating|working|active|registered|in operation))"
_VENTURES = re.compile(
    r"\| (?:were|have been|was) (?:started|launched|opened|set up|established|founded|formed)"
    rf"|A\d+ (?:- )?(?:and )?A\d+ (?:[a-z]+ )?joint ventures\| {_AT_WORK}\b"
    rf"|\|(?: {_AT_WORK}(?: in (?:the )?[CL]\d+)?)? with (?:the )?(?:participation of )?(?:[a-z]+ )?A\d+ (?:[a-z]+ ){{1,3}}(?:{_AT_WORK}|in (?:the )?C\d|[.]|$)"
    rf"|\| (?:of|between) (?:the )?C\d+ and (?:the )?C\d+ {_AT_WORK}\b"
    r"|\| (?:that|which) (?:the )?(?:[a-z]+ )?[AC]\d+ (?:(?!will|plan|want|hope)[a-z]+ )?(?:have |has |had )?(?:formed|set up|founded|created|established|opened|launched)\b"
)


@dataclass(frozen=True, slots=True)
class _Size:
    """How many projects, and what they are worth together."""

    number: int | None
    qualifier: Qualifier | None
    value: Money | None


def counted(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """A number of projects, or projects of a stated value, of two states."""
    size = _size(sentence, match)
    if size.number is None and size.value is None:
        return []
    low, high = clause_bounds(sentence, match.start())[0], _sentence_part(sentence, match.end())
    stage = _running(sentence, match, max(low, match.start() - 70), high) or (Status.DONE if size.value else None)
    near = sentence.coded[max(low, match.start() - 60) : match.end() + 60]
    if match.group("noun") == "joint ventures":
        if not _VENTURES.search(f"{sentence.coded[match.start() : match.end()]}|{sentence.coded[match.end() :]}"):
            return []
        stage = stage or Status.DONE
    if stage is None or _NOT_COUNTED.search(near):
        return []
    if _INVESTED_IN.search(sentence.coded[: match.start()]):
        return []
    if match.re is _MORE and not _told_of_projects(context, sentence, match.start()):
        return []
    if reason := around(sentence, match.start(), match.end()).reason:
        context.ignore(Kind.JOINT_PROJECT, sentence, match.start(), match.end(), reason)
        return []
    parties, basis = two_states(context, sentence, match.start())
    if not parties:
        return []
    text = words(context, sentence, match.start(), match.end())
    start, end = sentence.span(match.start(), high)
    sectors = context.sectors.find(context.analysis.low[start:end])
    claim = JointProject(parties, size.number, size.qualifier, size.value, stage or Status.DONE, text, sectors)
    return [
        Candidate(claim, [(sentence.start, sentence.end)], "project-count", sentence.index, {"parties": (basis, None)})
    ]


def _told_of_projects(context: Context, sentence: Sentence, at: int) -> bool:
    """True where "21 more" are projects: those that the sentence, or the one before it, counts."""
    before = context.analysis.sentences[sentence.index - 1].coded if sentence.index else ""
    return bool(re.search(r"\bN\d+ (?:[a-z-]+ ){0,3}projects\b", sentence.coded[:at] or before))


def _sentence_part(sentence: Sentence, at: int) -> int:
    """Where the part of a sentence ends that an offset is in: at strong punctuation or a turn."""
    end = re.compile(r" ;| \. | , (?:while|but|whereas|and N\d+)\b| and plans\b").search(sentence.coded, at)
    return end.start() if end else len(sentence.coded)


def _size(sentence: Sentence, match: Match[str]) -> _Size:
    """How many projects and what they are worth; a second currency in brackets is passed over."""
    after = _WORTH.match(sentence.coded[match.end() : match.end() + 140]) or re.search(
        r"M(?P<value>\d+) (?:worth of|in|of) (?:[a-z-]+ ){0,3}$", sentence.coded[: match.start("noun")]
    )
    money = sentence.units[int(after.group("value"))].thing if after else None
    value = Money(money.value, money.currency or "USD") if isinstance(money, Number) else None
    unit = match.groupdict().get("other") or match.group("count")
    number = sentence.units[int(unit)].thing if unit else None
    if isinstance(number, Number) and float(number.value).is_integer():
        return _Size(int(number.value), number.qualifier, value)
    return _Size(None, None, value)


def _running(sentence: Sentence, match: Match[str], low: int, high: int) -> Status | None:
    before, after = sentence.coded[low : match.end()], sentence.coded[match.end() : min(high, match.end() + 110)]
    after = re.split(r" and (?:plans|N\d|the|a) | , N\d+ of (?:which|them)\b", after)[0]
    if re.search(r"\b(?:to be|will be|is to|are to|intends? to|plans? to|due to be|expected to)\b", after) or re.search(
        r"\bplans? (?:for|to)\b", before
    ):
        return Status.PLANNED
    if re.search(r"\bportfolio\b[^;:]*$", before) and not _RUNNING.search(after):
        return Status.PLANNED
    if _RUNNING.search(after) or re.search(
        r"\b(?:busy|at work|going on|implementing|running|carrying out|launched|started|completed|inaugurated|opened|with)\b[^,;]*$",
        before,
    ):
        return Status.PLANNED if _COMING.search(before[-50:]) and not _RUNNING.search(after) else Status.DONE
    if match.groupdict().get("pool") in ("volume", "value"):
        return Status.DONE
    if match.groupdict().get("pool") or _COMING.search(before) or _COMING.search(after):
        return Status.PLANNED
    return None


RULES = (
    Rule(
        "project-count", Kind.JOINT_PROJECT, frozenset({"projects", "ventures", "schemes", "undertakings", "sites", "enterprises", "works"}), _PROJECTS, counted,
        ("Some 45 joint projects of China and Kazakhstan worth $14.5 billion are being carried out.", "Kenya and Oman agreed to implement 26 projects worth $1.5 billion.",
         "A portfolio of 70 projects of Kenya and Oman for $2.3 billion has been drawn up.", "Kenya and Oman launched six joint projects on the occasion.",
         "Some 40 Kenyan-Omani joint ventures are registered.", "Twelve joint ventures with Chinese capital operate in Mongolia.", "The mill is one of some 20 joint ventures that Canadians have formed in Cuba."),
        ("Kenya and Oman discussed joint projects in energy.", "Projects of Kenya and Oman for $2 billion could be launched.", "Joint ventures of Kenya and Oman numbered 17 in 2017 and 370 now.",
         "Kenya finances school projects in Oman with $2 million each.", "There are many joint projects of Kenya and Oman.",
         "Kenya could have 30 joint ventures with Turkish capital in Nairobi.", "Of the 800 joint ventures with foreign capital in Kenya most are Omani."),
    ),
    Rule(
        "project-more", Kind.JOINT_PROJECT, frozenset({"more", "another", "others", "them"}), _MORE, counted,
        ("Kenya and Oman have 12 projects in hand, and 21 more, at a cost of nearly $1 billion, are planned.",), ("Kenya and Oman have 12 ministers, and 21 more are planned.",),
    ),
)  # fmt: skip
