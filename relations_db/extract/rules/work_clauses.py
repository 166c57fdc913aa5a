"""How far a work is by the clause that it stands in: object or subject of a verb of making, giving, agreeing or joining."""

from __future__ import annotations

from relations_db.extract.context import Context
from relations_db.extract.rules.sites import Site
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.clauses import Clause
from relations_db.language.noun_chunks import Chunk
from relations_db.language.realis import of_group, verb_group
from relations_db.language.small_words import PREPOSITIONS
from relations_db.values import Status

# What is done to a work that is there or in hand afterwards.
_MAKES = frozenset(
    "build rebuild construct reconstruct erect lay dig drill bore assemble design develop modernise modernize upgrade expand widen pave dredge renovate rehabilitate electrify restore "
    "repair extend complete finish open reopen inaugurate commission launch unveil establish create found equip install finance co-finance cofinance fund bankroll begin start resume implement "
    "realise realize deliver donate gift connect link join own operate break cut lengthen double deepen enlarge".split()
)
# What is settled of a work that is still to come.
_SETTLES = frozenset(
    "agree plan envisage approve decide revive pursue accelerate expedite speed prioritise prioritize back endorse green-light undertake pledge commit promise".split()
)
# What a work does by itself once it is there, or begins to do.
_DOES = frozenset("open reopen begin start operate link connect join serve supply span cost".split())
_JOINS = frozenset("link connect join".split())
# Money or things given, with the work after a preposition; and verbs of two words.
_GIVES = frozenset(
    "lend grant give donate contribute allocate provide invest spend put pump pour earmark hand sink".split()
)
_HANDED = frozenset("hand donate grant gift".split())
_GIVEN = frozenset("for in into towards toward on over up".split())
_ONWARDS = frozenset("begin start continue proceed help go resume keep".split())
_TALK = frozenset(
    "discuss consider propose suggest want hope urge ask call invite wish explore study mull oppose reject refuse decline fail threaten demand seek stop halt suspend cancel "
    "postpone shelve abandon block prevent".split()
)
_NEXT = frozenset({Status.PLANNED, Status.DONE})


def stage_of_clause(context: Context, sentence: Sentence, site: Site) -> Status | None:
    """Done or planned, by the first clause that makes, gives, settles or joins the work; None where no clause does."""
    if _IN_USE.search(sentence.coded, site.head_end, site.end):
        return Status.DONE
    head = sentence.at(site.head)
    if _only_says_which(context, sentence, head):
        return None
    inside = range(sentence.at(site.start), sentence.at(site.end - 1) + 1)
    for clause in context.clauses(sentence):
        if (told := _of_verb(clause, head, inside)) and (status := _realis(sentence, clause)):
            return Status.PLANNED if told is Status.PLANNED else status
        if _bears(clause, inside) and (stands := _stands(sentence, clause)):
            return stands
    return None


def _stands(sentence: Sentence, clause: Clause) -> Status | None:
    """How far a work is that its clause says to be ready, at work or to follow: what is to be put into service is being built."""
    start = sentence.offsets[clause.verb.start]
    found = _READY.search(sentence.coded, start, sentence.offsets[clause.verb.end - 1] + 40)
    if found is None or found.start() > sentence.offsets[clause.verb.end - 1]:
        return None
    group = verb_group(sentence, found.start()) + sentence.coded[start : found.start()]
    if _NOT.search(group):
        return None
    put = found.group()[0] in "pcgebt" and not found.group().startswith(("been", "be "))
    ahead = found.group("future") or (not put and of_group(group + " ").status is not Status.DONE)
    return Status.PLANNED if ahead else Status.DONE


def is_called_project(sentence: Sentence, site: Site) -> bool:
    """True for "the X pipeline, a project that both call a bridge"."""
    return bool(_A_PROJECT.match(sentence.coded, site.end))


def _bears(clause: Clause, inside: range) -> bool:
    """True where the noun group of the work, or what stands in it ("the terminal in L, which"), is the subject."""
    return clause.antecedent in inside or any(n in inside for n in clause.subject)


def _of_verb(clause: Clause, head: int, inside: range) -> Status | None:
    """What a clause's verb does to the thing at `head`: DONE for making it, PLANNED for settling it, None for nothing."""
    taken_up = clause.antecedent == head and head not in clause.subject
    acted = taken_up or any(_names(o, head) for o in clause.objects)
    bears = _bears(clause, inside) or head in clause.carriers
    after = {p.prep for p in clause.phrases if _names(p.noun, head)}
    if clause.lemma in _MAKES and (bears if clause.passive else acted or _named_late(clause, head)):
        return Status.DONE
    if clause.lemma in _SETTLES and (bears if clause.passive else acted or after & {"on", "to"}):
        return Status.PLANNED
    if clause.lemma in _DOES and bears and not clause.passive:
        return Status.DONE
    if clause.lemma in _JOINS and clause.passive and "by" in after:
        return Status.DONE
    if clause.lemma == "provide" and "for" in after and not clause.objects:
        return Status.PLANNED
    if clause.passive:
        return Status.DONE if clause.lemma in _HANDED and head in clause.subject else None
    if clause.lemma in _GIVES and (acted or after & _GIVEN):
        return Status.DONE
    return None


def _names(noun: Chunk, head: int) -> bool:
    """True where a noun phrase is the work or has it behind an "of"."""
    return noun.start <= head < noun.end


def _only_says_which(context: Context, sentence: Sentence, head: int) -> bool:
    """True for "railway traffic": the noun behind the work is what the phrase is about."""
    after = sentence.units[head + 1] if head + 1 < len(sentence.units) else None
    if after is None or after.code or not after.word.isalpha() or after.word in PREPOSITIONS:
        return False
    nouns = (n for c in context.clauses(sentence) for n in (*c.objects, *(p.noun for p in c.phrases)))
    return any(n.start <= head < n.end - 1 for n in nouns)


def _named_late(clause: Clause, head: int) -> bool:
    """True where the work stands behind the word for a part of it: "cut the ribbon of a road", "began work on a bridge"."""
    return bool(clause.objects) and any(
        _names(p.noun, head) and p.prep in ("of", "on", "for") and p.of_noun in (None, clause.objects[0].head)
        for p in clause.phrases
    )


def _realis(sentence: Sentence, clause: Clause) -> Status | None:
    """Whether the verb is told as done or still to come; None where it is denied, wished or only talked of."""
    governor = clause.governor
    if governor is not None and governor.lemma in _TALK:
        return None
    group = verb_group(sentence, sentence.offsets[clause.verb.head])
    status = of_group(group).status
    if clause.link == "inf":
        if governor is None:
            return Status.PLANNED
        over = _realis(sentence, governor)
        return over if over is None or governor.lemma in _ONWARDS else Status.PLANNED
    if _ASKED.search(sentence.coded, 0, sentence.offsets[clause.verb.start]):
        return None
    return status if status in _NEXT else None


_NOT = re.compile(r"\b(?:not|never|no longer|could|might|may|yet to)\b")
_IN_USE = re.compile(r" (?:in (?:operation|service|use)|under (?:construction|way))\b")
_READY = re.compile(
    r"(?:be|is|are|was|were|been) (?:[a-z]+ly |already |now |also |to |still )*(?:(?P<future>supposed to|follow|planned|envisaged|foreseen)|(?:ready|complete|finished|operational|in (?:operation|service|use)|at work|under (?:construction|way)|on stream)\b)"
    r"|(?:put|puts|come|comes|came|coming|go|goes|went|gone|enter|enters|entered|brought|taken) (?:into |in |on |onto )?(?:operation|service|use|stream|line|commission)\b"
)
_A_PROJECT = re.compile(
    r" , (?:an?|the|their|one of G\d+ 's) (?:[a-z-]+ ){0,3}(?:project|venture|undertaking|scheme)\b(?! of (?!(?:the )?[ACG]\d))"
)
_ASKED = re.compile(r"\b(?:if|unless|whether|could|might|propos\w+ (?:that|to)|rumou?rs?)\b[^,;]*$")
