"""From a document to its statements: analyse, run the rules sentence by sentence, merge, and keep account of what was left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from re import Match

from relations_db.extract.candidate import Candidate, Rule
from relations_db.extract.context import Context, build_context
from relations_db.extract.departures import with_departures
from relations_db.extract.headline import with_headline
from relations_db.extract.leaders import leaders
from relations_db.extract.learnt.visits import learnt_visits
from relations_db.extract.ledger import account
from relations_db.extract.memory import settle, undisturbed
from relations_db.extract.merge import merge_visits
from relations_db.extract.returns import comes_back
from relations_db.extract.rules import (
    agreements,
    declaration_merge,
    declarations,
    milestones,
    projects,
    trade,
    visits,
)
from relations_db.extract.rules.awards import orders
from relations_db.extract.rules.visit_company import companions
from relations_db.extract.rules.visit_doubt import is_doubtful
from relations_db.extract.rules.visit_parts import with_city
from relations_db.extract.rules.visit_recalled import recalled
from relations_db.extract.sectors import SectorFinder
from relations_db.extract.stories import stories
from relations_db.extract.together import are_together, is_general, is_of_markets, is_of_war
from relations_db.language.analysis import Analysis, Sentence, bind_references, cut_sentences, read_names
from relations_db.language.cues import cued
from relations_db.language.firms import firm_state
from relations_db.language.lexicon import Lexicon
from relations_db.language.passages import join_passages
from relations_db.values import (
    Agreement,
    Basis,
    Declaration,
    Document,
    Extraction,
    FieldBasis,
    Ignored,
    JointProject,
    Kind,
    Leader,
    Milestone,
    PartialDate,
    Quote,
    Span,
    Statement,
    Status,
    Unhandled,
    Visit,
)
from relations_db.vocabulary import Vocabulary, load_vocabulary

Merge = Callable[[Context, list[Candidate]], list[Candidate]]


def _merge_visits(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    leading = ("head_of_state", "head_of_government", "other")
    heads = frozenset(e.name for e in context.analysis.entities if e.office in leading)
    on = context.analysis.on
    shared = companions(context)
    merged = merge_visits(candidates, context.lexicon.capitals, on, heads, shared)
    if more := learnt_visits(context, merged):
        merged = merge_visits([*candidates, *more], context.lexicon.capitals, on, heads, shared)
    merged = [c if c.notes.get("occasion") else with_city(context, c) for c in merged]
    merged = with_departures(context, with_headline(context, merged))
    context.visits = [c.claim for c in merged if isinstance(c.claim, Visit)]
    told = ((start, c.claim) for c in merged for start, _ in c.quotes if isinstance(c.claim, Visit))
    context.visit_places = sorted(told, key=lambda spot: spot[0])
    return merged


# The order matters: visits set the frame (guest, host, day) that later kinds fall back on.
STAGES: tuple[tuple[tuple[Rule, ...], Merge], ...] = (
    (visits.RULES, _merge_visits),
    (declarations.RULES, declaration_merge.merge),
    (agreements.RULES, agreements.merge),
    (trade.RULES, trade.merge),
    (milestones.RULES, milestones.merge),
    (projects.RULES, projects.merge),
)
ALL_RULES: tuple[Rule, ...] = tuple(rule for rules, _ in STAGES for rule in rules)


class _Plan:
    """All rules by what their patterns need, so that a sentence meets only those that may read it."""

    def __init__(self) -> None:
        stages = [stage for stage, (rules, _) in enumerate(STAGES) for _ in rules]
        self._places: dict[int, list[int]] = defaultdict(list)
        for place, rule in enumerate(ALL_RULES):
            self._places[cued(rule.pattern.pattern, rule.pattern.flags).number].append(place)
        self._tasks = [(rule.triggers.isdisjoint, stage, rule) for stage, rule in zip(stages, ALL_RULES, strict=True)]
        self._numbers = frozenset(self._places)
        self._of_persons = frozenset(
            n for n, places in self._places.items() if all(ALL_RULES[p].kind is Kind.VISIT for p in places)
        )

    def of(self, analysis: Analysis) -> list[list[tuple[Sentence, Rule]]]:
        """For each stage the sentences in order, with the rules that their words trigger and whose patterns may match them."""
        plan: list[list[tuple[Sentence, Rule]]] = [[] for _ in STAGES]
        told = any(entity.country for entity in analysis.entities)
        numbers = self._numbers if told else self._numbers - self._of_persons
        for sentence in analysis.sentences:
            words, tasks = sentence.words, self._tasks
            for place in sorted([p for number in numbers & sentence.may for p in self._places[number]]):
                lacks, stage, rule = tasks[place]
                if not lacks(words):
                    plan[stage].append((sentence, rule))
        return plan


class Extractor:
    """Reads documents by the rules. Build one and use it for many documents (0.2 s to build); safe to share, it keeps no state."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        vocabulary = vocabulary or load_vocabulary()
        self.lexicon = Lexicon(vocabulary)
        self.sectors = SectorFinder(vocabulary.sector_words)
        self._plan = _Plan()
        settle()

    def extract(self, document: Document) -> Extraction:
        """All statements of one document, in the order of the kinds and of the text."""
        with undisturbed():
            return self._extract(document)

    def _extract(self, document: Document) -> Extraction:
        analysis = read_names(document, self.lexicon)
        found = leaders(analysis)
        if not self._may_relate_states(analysis):
            return Extraction(document, tuple(_statement(document.text, c) for c in found))
        cut_sentences(analysis, self.lexicon)
        parts = stories(analysis)
        contexts = [self._framed(part) for part in parts]
        plans = [self._plan.of(part) for part in parts]
        for stage, (_, merge) in enumerate(STAGES):
            for context, plan in zip(contexts, plans, strict=True):
                candidates: list[Candidate] = []
                for sentence, rule in plan[stage]:
                    candidates += _apply(context, sentence, rule)
                found += merge(context, candidates)
        statements = tuple(_statement(document.text, c) for c in found)
        return _accounted(document, statements, contexts)

    def context_of(self, document: Document) -> Context:
        """A document as the rules meet it, before the first of them has read."""
        return self._context(read_names(document, self.lexicon))

    def _context(self, analysis: Analysis) -> Context:
        cut_sentences(analysis, self.lexicon)
        bind_references(analysis)
        return self._framed(analysis)

    def _framed(self, analysis: Analysis) -> Context:
        context = build_context(analysis, self.lexicon, self.sectors)
        join_passages(analysis.sentences, spread=not is_general(context))
        context.is_over = partial(comes_back, context)
        return context

    def _may_relate_states(self, analysis: Analysis) -> bool:
        """False where a text names fewer than two states, by a name, a person, an order or a firm: then no fact has its parties."""
        states = analysis.states
        if len(states) == 1 and (order := orders(self.lexicon).find(analysis.low)):
            states.update(order[0])
        if len(states) < 2:
            states.update(state for hit in analysis.hits if (state := firm_state(self.lexicon, analysis.folded, hit)))
        return len(states) > 1


def _accounted(document: Document, statements: tuple[Statement, ...], contexts: list[Context]) -> Extraction:
    """The statements of all stories of a document, with what each of these leaves."""
    ignored: list[Ignored] = []
    unhandled: list[Unhandled] = []
    for context in contexts:
        refused, left = account(context.analysis, statements, context.ignored)
        ignored += [*context.ignored, *refused]
        unhandled += [*context.unhandled, *left]
    return Extraction(document, statements, tuple(ignored), tuple(unhandled))


def _apply(context: Context, sentence: Sentence, rule: Rule) -> Iterable[Candidate]:
    match: Match[str]
    found: list[Candidate] = []
    for match in rule.pattern.finditer(sentence.coded):
        made = [
            c for c in rule.build(context, sentence, match) if _has_parties(context, c) and not is_doubtful(sentence, c)
        ]
        made = [recalled(context, c) for c in made]
        for candidate in made:
            _plan_what_is_to_come(context, candidate)
            _frame(context, candidate)
            if isinstance(candidate.claim, Visit):
                context.told.append(candidate)
        found += made
    return found


def _plan_what_is_to_come(context: Context, candidate: Candidate) -> None:
    """A visit on a day after the document's is planned, however it is told ("we are pleased to welcome X from 3 to 5 May")."""
    claim, on = candidate.claim, context.analysis.on
    if not (isinstance(claim, Visit) and claim.status is Status.DONE and on and claim.started_on):
        return
    if claim.started_on.first > on.last:
        candidate.claim = replace(claim, status=Status.PLANNED)


def _has_parties(context: Context, candidate: Candidate) -> bool:
    """False where the frame gives the parties of a claim and the text does not tell of them together, and for works in general news."""
    claim = candidate.claim
    if isinstance(claim, Declaration) and not context.analysis.states.issuperset(claim.parties):
        return False  # partnerships of firms
    if isinstance(claim, JointProject) and (is_of_markets(context) or is_of_war(context)):
        return False
    if candidate.where.get("parties", (Basis.SAID, None))[0] is not Basis.FRAME or isinstance(claim, Visit | Leader):
        return True
    if isinstance(claim, Milestone) and claim.milestone_kind == "award":
        return True  # an order is its state's wherever it is named
    if isinstance(claim, Agreement) and is_general(context):
        return False
    if isinstance(claim, Declaration) and is_of_markets(context):
        return False
    return are_together(context, claim.parties, candidate.sentence)


def _frame(context: Context, candidate: Candidate) -> None:
    """The first visit told as news is the frame of what follows."""
    claim = candidate.claim
    if (
        not isinstance(claim, Visit)
        or (candidate.background and claim.started_on is None)
        or candidate.notes.get("end")
        or (candidate.weak and context.guest is not None)
        or claim.status not in (Status.DONE, Status.PLANNED)
    ):
        return
    if context.long_past(claim.started_on):
        return
    old = (
        context.visit_date is not None and claim.started_on is not None and _older(claim.started_on, context.visit_date)
    )
    overtaken = context.visit_status is Status.PLANNED and claim.status is Status.DONE and not candidate.weak
    if context.guest is None or overtaken or (claim.status is Status.DONE and not old and context.host is None):
        context.guest = next(
            (e for e in context.analysis.entities if e.name == claim.leader and e.country == claim.country), None
        )
        context.host, context.host_city, context.visit_date = claim.host, claim.city, claim.started_on
        context.visit_status = claim.status
    elif context.guest.name == claim.leader and context.host == claim.host:
        context.host_city = context.host_city or claim.city
        context.visit_date = context.visit_date or claim.started_on


def _older(a: PartialDate, b: PartialDate) -> bool:
    return a.last < b.first


def _statement(text: str, candidate: Candidate) -> Statement:
    quotes = tuple(Quote.of(text, *span) for span in candidate.quotes)
    fields = tuple(
        FieldBasis(name, basis, Span(*span) if span else None)
        for name, (basis, span) in sorted(candidate.where.items())
        if span or basis is not Basis.SAID
    )
    return Statement(candidate.claim, quotes, fields, candidate.rule)
