"""Turning points by the class of a clause's verb and the thing it acts on: the most general reader, tried last.

What narrower rules read or refuse in a sentence stands; here the thing (an embassy, relations, a council, a visa, a border) need only be subject or object
of a verb of beginning, in whatever order and with whatever asides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from re import Match

from relations_db.extract.candidate import Candidate, Rule, Stretched
from relations_db.extract.context import Context, When
from relations_db.extract.rules.missions import BODY, BODY_MARK, BODY_WEAK
from relations_db.extract.rules.occasions import (
    Parties,
    date_at,
    day_of,
    joined,
    milestone,
    states_between,
    two_states,
    why_not,
    words,
)
from relations_db.extract.rules.relations import DIPLOMATIC, OTHER_TIES
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.values import Basis, Kind


@dataclass(frozen=True, slots=True)
class Acts:
    """The verbs that make a turning point of a thing, by what the thing is to them."""

    object_of: frozenset[str]
    subject_of: frozenset[str] = frozenset()


_BEGIN = (
    "open reopen inaugurate establish re-establish reestablish launch unveil create found form institute set".split()
)
_EMBASSY = Acts(
    frozenset([*_BEGIN, "get", "gain", "acquire", "receive"]), frozenset("open reopen function operate work".split())
)
_RELATIONS = Acts(
    frozenset(
        [
            *_BEGIN,
            *"restore resume renew normalise normalize normalis formalise formalize revive begin initiate forge rebuild reactivate mend repair see enter".split(),
        ]
    )
)
_COUNCIL = Acts(
    frozenset([*_BEGIN, *"revive constitute conceive bring get agree put".split()]),
    frozenset("begin start arise".split()),
)
_PAPER = Acts(frozenset("sign ratify exchange initial ink conclude seal approve adopt".split()))
_LINE = Acts(frozenset("draw fix settle delimit demarcate agree define trace redraw finalise finalize".split()))
_TIES = Acts(
    frozenset(
        "restore resume renew normalise normalize normalis re-establish reestablish repair mend rebuild reactivate upgrade raise elevate".split()
    )
)
_DRAWING = Acts(frozenset("complete finish conclude finalise finalize finalis end agree".split()))
_CROSSING = Acts(
    frozenset("open reopen close shut seal unblock inaugurate".split()), frozenset("open reopen close".split())
)
_VISA = Acts(
    frozenset("abolish scrap waive lift drop cancel end suspend spare introduce reintroduce impose reimpose restore grant extend launch remove".split()),
    frozenset("end lapse expire start begin".split()),
)  # fmt: skip
_BODY = rf"(?:(?:{BODY_MARK}|A\d+|C\d+|-|ministerial|economic|trade|military|political|technical|scientific|cultural|border|water|energy|and) )*(?:{BODY_MARK}|A\d+ - A\d+|C\d+ - C\d+|ministerial)(?: (?:cooperation|coordination|economic|trade|ministerial|partnership|consultative|defen[cs]e|and))* {BODY}"
_KINDS: tuple[tuple[str, str, Acts, str], ...] = (
    ("embassy", "embassy_opened", _EMBASSY, r"(?:embass(?:y|ies)|high commissions?|legations?|liaison offices?|resident missions?|diplomatic missions?)(?! (?:building|compound|branch|staff|website|school))"),
    ("relations", "relations_established", _RELATIONS, rf"(?:(?:the )?(?:start|beginning|establishment|restoration|resumption) of )?(?:{DIPLOMATIC}|(?:formal|official|full) (?:links|ties|relations)|diplomatic (?:partners|partnership))"),
    ("ties", "relations_established", _TIES, r"(?:relations|ties|links)(?= (?:with|between) (?:the )?[CLG]\d)|(?:relations|ties)(?= to (?:the )?(?:level of ambassadors|ambassador\w* level|embassy level))"),
    ("drawing", "border", _DRAWING, r"(?:delimitation|demarcation|delineation)(?! (?:commission|committee|talks|team|group|work))"),
    ("border", "border", _CROSSING, r"(?:border|frontier|boundary)(?= (?:with|between) (?:the )?[CL]\d)"),
    ("frontier", "border", _CROSSING, r"(?<=the )(?:(?:common|shared|land|state) )?(?:border|frontier)(?= (?:is|was|has|had|opens?|opened|re-?opens?|re-?opened|closed|again|on D|in D|to |,|\\.|$))"),
    ("council", "council_established", _COUNCIL, _BODY),
    ("paper", "border", _PAPER, r"(?:border|boundary|frontier|delimitation|demarcation)(?: (?:line|delimitation|demarcation))? (?:treat(?:y|ies)|agreements?|accords?|pacts?|protocols?|conventions?|deals?)"),
    ("line", "border", _LINE, r"(?:(?:maritime|sea|land|river|state|common|shared|permanent) )+(?:border|boundary|boundaries|frontier)(?! (?:crossing|post|guard|trade|market|region|area|town|treat|agree|troop))"),
    ("crossing", "border", _CROSSING, r"(?:(?:border|frontier) (?:crossings?|posts?|checkpoints?|gates?|bridges?|points?)|crossing points?|checkpoints?)"),
    ("visa", "visa_regime", _VISA, r"(?:visa-free (?:[a-z]+)|visa (?:requirements?|waivers?|exemptions?|regime|obligations?)|(?<!N\d )(?<!N\d\d )visas?(?! (?:office|section|fraud|applica|fee|centre|center|for)))"),
)  # fmt: skip
_DESCRIPTIONS = {
    "ties": "diplomatic relations restored",
    "embassy": "embassy opened",
    "relations": "diplomatic relations established",
}
_STILL = re.compile(
    r"\b(?:still|no longer|about to|yet to|was to have|would have|attempt\w*|tried|plans?|hop\w+|call(?:s|ed) for)\b"
)
_SINCE = re.compile(r"[^;:.]{0,70}? since (?:[a-z]+ )?D(\d+)|[^;:.,]{0,50}? from D(\d+) on")
_BEING = re.compile(
    r"(?: (?:with|between|of|in|for) [^;:.,]{1,40}?)?(?: , [A-Z]\d+)? , in (?:being|existence|place|operation|force|office) since D(\d+)"
)
_FOUNDED = re.compile(
    r"\bsince (?:its|their) (?:foundation|founding|creation|establishment|inception|birth|opening|launch) (?:in|on) D(\d+) , (?:the |their |its )?$"
)
_BACK = re.compile(
    r"(?: (?:with|between|of|in) [^;:.,]{1,60}?)?(?: , [A-Z]\d+ ,)? (?:date|dates|dating|dated|go|goes|going|went|reach|reaches|stretch|stretches)(?: all the way)? (?:back )?(?:to|from) D(\d+)"
)
_PERFECT = re.compile(r"\b(?:has|have|had|with)\b[^;:.]{0,70}$")
_PRIVATE = re.compile(
    r"\bby (?:an? |the )?(?:[a-z-]+ ){0,2}(?:think-tank|universit\w+|ngo|foundation|company|firm|association|newspaper|club)\b"
)


# What begins by itself: "the committee came into being", "was set in motion".
_BORN = re.compile(
    r"(?: (?:of|between|for|on) [^;:.,]{1,60}?)? ((?:came|comes|come|sprang) into (?:being|existence|life)|(?:was|were|is) born|saw the light|(?:is|are|was) (?:now )?up and running|(?:was|were) set in motion)\b"
)
_AGAIN = re.compile(r"[^;:.]{0,40}?\b(?:again|once more|anew)\b")


def _scene(
    name: str, kind: str, acts: Acts, context: Context, sentence: Sentence, match: Match[str]
) -> list[Candidate]:
    if name == "council" and (BODY_WEAK.search(match.group() + " ") or "high commission" in match.group()):
        return []
    if name == "frontier" and not (context.bilateral and context.pair):
        return []
    if name == "ties" and OTHER_TIES.search(sentence.coded, max(0, match.start() - 25), match.end()):
        return []
    if any(i.kind is Kind.MILESTONE and sentence.start <= i.quote.span.start < sentence.end for i in context.ignored):
        return []
    if number := _dated(sentence, match, name):
        since = (
            date_at(context, sentence, number)
            if sentence.units[number].code == "D" and "same" not in sentence.units[number].word
            else None
        )
        return _made(name, kind, context, sentence, match, match.start(), match.end(), since) if since else []
    if born := _BORN.match(sentence.coded, match.end()):
        return _made(name, kind, context, sentence, match, born.start(1), born.end(), None)
    head = sentence.at(match.end() - 1)
    clauses = context.clauses(sentence)
    clause = next((c for c in clauses if _acts_on(sentence, c, head, acts)), None)
    if clause is None and name == "embassy" and _AGAIN.match(sentence.coded, match.end()):
        clause = next((c for c in clauses if c.lemma == "have" and _holds(sentence, c, head)), None)
    if clause is None or _is_of_other(sentence, clause, name):
        return []
    start, end = sentence.offsets[clause.verb.head], sentence.offsets[clause.verb.end - 1]
    end += len(sentence.units[clause.verb.end - 1].word)
    if why_not(sentence, start, end, agreed=True) or _STILL.search(sentence.coded, max(0, start - 30), start):
        return []
    return _made(
        name, kind, context, sentence, match, start, max(end, match.end()) if start < match.start() else end, None
    )


def _acts_on(sentence: Sentence, clause: Clause, head: int, acts: Acts) -> bool:
    """True where the thing at `head` is what the verb of a clause begins or ends, or what begins by itself."""
    if clause.passive:
        return clause.lemma in acts.object_of and (head in clause.subject or _holds(sentence, clause, head))
    if clause.lemma in acts.object_of and (
        _holds(sentence, clause, head) or (_taken_up(clause, head) and head not in clause.subject)
    ):
        return True
    return clause.lemma in acts.subject_of and head in clause.subject and not clause.objects


_REACH = 3  # units between a thing and the place that says where it is


def _taken_up(clause: Clause, head: int) -> bool:
    """True where a relative clause is on the thing: "the embassy in L , which X inaugurated"."""
    return clause.antecedent is not None and head <= clause.antecedent <= head + _REACH


def _holds(sentence: Sentence, clause: Clause, head: int) -> bool:
    return any(
        o.start <= head < o.end and all(sentence.units[n].word != "of" for n in range(o.start, head))
        for o in clause.objects
    )


def _is_of_other(sentence: Sentence, clause: Clause, name: str) -> bool:
    """True where a private body acts, or a verb of many senses stands without the word that gives it this one."""
    if clause.lemma == "set":
        return not sentence.coded.startswith((" up", " in motion", " out"), sentence.offsets[clause.verb.head] + 3)
    if clause.lemma == "put":
        return not sentence.coded.startswith(
            (" in place", " into place", " together"), sentence.offsets[clause.verb.end - 1] + 3
        )
    if clause.lemma in ("upgrade", "raise", "elevate"):
        return not re.search(r" to (?:the )?(?:level of ambassadors|ambassador|embassy)", sentence.coded)
    if clause.lemma == "see":
        return name != "relations"
    return bool(_PRIVATE.search(sentence.coded))


def _dated(sentence: Sentence, match: Match[str], name: str) -> int | None:
    """ "Have had an embassy there since D", "formal links go back to D": the unit of the day that the words tell."""
    if name in ("paper", "line", "crossing", "border", "frontier", "ties", "drawing"):
        return None
    found = _FOUNDED.search(sentence.coded, 0, match.start())
    found = found or _BACK.match(sentence.coded, match.end()) or _BEING.match(sentence.coded, match.end())
    if found is None and _PERFECT.search(sentence.coded, max(0, match.start() - 90), match.start()):
        found = _SINCE.match(sentence.coded, match.end())
    if found is None and re.match(r"[^;:.,]{0,50} (?:has|have) been\b", sentence.coded[match.end() :]):
        found = _SINCE.match(sentence.coded, match.end())
    if found is None or re.search(
        r"\b(?:no|not|never|asked|wanted|without)\b", sentence.coded[max(0, match.start() - 60) : found.end()]
    ):
        return None
    return int(next(g for g in found.groups() if g))


def _made(
    name: str, kind: str, context: Context, sentence: Sentence, match: Match[str], start: int, end: int, when: When | None
) -> list[Candidate]:  # fmt: skip
    inside = [context.state_of(sentence.unit(c)) for c in re.findall(r"[AC]\d+", match.group())]
    both = joined(*inside)
    both = both or (_of_embassy(context, sentence, match) if name == "embassy" else None)
    parties, basis = (both, Basis.SAID) if both else two_states(context, sentence, match.start())
    if not parties:
        return []
    when = when or day_of(
        context,
        sentence,
        Stretched(min(start, match.start()), max(end, match.end())),
        news=name in ("council", "paper", "visa", "border"),
    )
    text = _DESCRIPTIONS.get(name) or words(context, sentence, *match.span())
    return [milestone(sentence, kind, parties, basis, when, text, f"{name}-clause", scene=1)]


_IN = re.compile(r"(?: [a-z]+)? in (?:the )?(?:[a-z]+ )?([CLA]\d+)")


def _of_embassy(context: Context, sentence: Sentence, match: Match[str]) -> Parties | None:
    """The state where an embassy stands, with the only other one of the sentence."""
    place = _IN.match(sentence.coded, match.end())
    host = context.state_of(sentence.unit(place.group(1))) if place else None
    others = [s for s in states_between(context, sentence, 0, len(sentence.units)) if s != host]
    return joined(host, others[0]) if host and len(others) == 1 else None


def _reader(name: str, kind: str, acts: Acts):  # type: ignore[no-untyped-def]
    def read(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
        return _scene(name, kind, acts, context, sentence, match)

    return read


_EXAMPLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "embassy": (("Azerbaijan's first embassy in Israel is now working.", "North Macedonia got its first Kazakh embassy last week."),
                ("Kenya's embassy in Rome marked the day.", "The embassy of Chile in Nairobi has opened an exhibition.", "Kenya will get an embassy of Chile.")),
    "relations": (("Formal links between Canada and Thailand go back to 1961.", "Botswana and Cuba have been diplomatic partners since 1977."),
                  ("Kenya has had no diplomatic relations with Oman since 1977.",)),
    "council": (("Baku and Ashgabat have had an intergovernmental commission since 1998.",), ("Kenya and Oman asked for a joint commission.",)),
    "paper": (("Estonia and Russia signed their border treaty, for the second time, in February 2014.",), ("Estonia and Russia will sign a border treaty.",)),
    "ties": (("Nigeria normalised its ties with Morocco in 2016.", "Djibouti restored on Wednesday the ties with Qatar."), ("Nigeria renewed its trade ties with Morocco.", "Nigeria will restore ties with Morocco.")),
    "drawing": (("Kazakhstan and Kyrgyzstan completed in 2017 the demarcation of all 1,257 km.",), ("Kazakhstan and Kyrgyzstan will complete the demarcation in May.",)),
    "border": (("Pakistan reopened on Sunday its border with Afghanistan.",), ("Pakistan guards its border with Afghanistan.",)),
    "frontier": (("Diplomatic relations between Kenya and Uganda were restored in 1992, and the border opened again on 2 May 1993.",),
                 ("Kenya and Uganda say that the border is open to traders.", "Kenya and Uganda hope that the border will open again.")),
    "line": (("The tribunal in 2007 drew a maritime boundary between Guyana and Suriname.",), ("The land border between Kenya and Uganda is long.",)),
    "crossing": (("Two border posts between Hungary and Serbia, long out of use, were on Monday inaugurated.",), ("Trucks of Hungary and Serbia queued at the border posts.",)),
    "visa": (("A visa-free regime between Belarus and China has been in operation since 10 August 2018.", "Serbia has ended visa-free entry for Indonesians."), ("Oman wants to end visa-free entry for Kenyans.",)),
}  # fmt: skip
_WORDS = {
    "embassy": "embassy embassies commission commissions legation legations liaison mission missions",
    "relations": "diplomatic relations ties links ambassadorial ambassador-level interstate",
    "council": "council councils commission commissions committee committees assembly consultation consultations dialogue",
    "paper": "border boundary frontier delimitation demarcation",
    "ties": "relations ties links",
    "drawing": "delimitation demarcation delineation",
    "border": "border frontier boundary",
    "frontier": "border frontier",
    "line": "border boundary boundaries frontier",
    "crossing": "border frontier crossing checkpoint checkpoints",
    "visa": "visa visas visa-free",
}
RULES = tuple(
    Rule(f"{name}-clause", Kind.MILESTONE, frozenset(_WORDS[name].split()), re.compile(rf"\b{noun}\b"), _reader(name, kind, acts), *_EXAMPLES[name])
    for name, kind, acts, noun in _KINDS
)  # fmt: skip
