"""From the statements of one block to its facts: the one way in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from relations_db.resolve.choose import groups
from relations_db.resolve.cluster import Cluster, cluster
from relations_db.resolve.dates import Closeness, hull
from relations_db.resolve.evidence import verdicts
from relations_db.resolve.facts import Evidence, Fact, Record, Verdict
from relations_db.resolve.identity.agreements import AgreementIdentity
from relations_db.resolve.identity.base import Identity
from relations_db.resolve.identity.declarations import DeclarationIdentity
from relations_db.resolve.identity.projects import MilestoneIdentity, ProjectIdentity
from relations_db.resolve.identity.trade import FigureIdentity, TargetIdentity
from relations_db.resolve.identity.visits import VisitIdentity
from relations_db.resolve.judgements import Judgement, links, on_fact
from relations_db.resolve.leaders import Leaders
from relations_db.resolve.packages import link, may_belong
from relations_db.resolve.places import Places
from relations_db.resolve.records import uid_of
from relations_db.resolve.settle import correct, overruled, settle
from relations_db.resolve.sources import independent
from relations_db.resolve.words import Words
from relations_db.values import Agreement, Kind, PartialDate, Visit
from relations_db.vocabulary import Vocabulary


class Resolver:
    """Turns blocks of statements into facts; holds the known leaders and the names of states and cities."""

    def __init__(self, leaders: Leaders, words: Words | None = None, places: Places | None = None) -> None:
        self.leaders = leaders
        words, places = words or Words(), places or Places()
        self._groups = groups(places)
        self._visits = VisitIdentity(leaders, places)
        self._identities: dict[Kind, Identity] = {
            Kind.VISIT: self._visits,
            Kind.DECLARATION: DeclarationIdentity(words, places),
            Kind.AGREEMENT: AgreementIdentity(words),
            Kind.TRADE_TARGET: TargetIdentity(),
            Kind.TRADE_FIGURE: FigureIdentity(),
            Kind.JOINT_PROJECT: ProjectIdentity(words),
            Kind.MILESTONE: MilestoneIdentity(),
        }

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Resolver:
        return cls(Leaders.of(vocabulary), Words.of(vocabulary), Places.of(vocabulary))

    def reach(self, record: Record) -> tuple[date, date] | None:
        """First and last day of what the statement may speak of or look at: two statements that can `meet`
        overlap in it, save those of one text. None: any time.
        """
        identity = self._identities[record.claim.kind]
        around = identity.within(record)
        if around is None:
            return None
        return hull([*identity.stretches(record), *around])

    def meet(self, a: Record, b: Record) -> bool:
        """True where what becomes of one statement of a block may depend on the other; statements that meet neither
        directly nor through others have nothing to do with each other (judgements apart).
        """
        identity = self._identities[a.claim.kind]
        fit = identity.fit(a, b)
        if fit is not None and fit.closeness is not Closeness.NEUTRAL:
            return True
        return identity.profile(a) == identity.profile(b) or may_belong(a, b)

    def resolve(
        self,
        records: Iterable[Record],
        judgements: Sequence[Judgement] = (),
        settled: Collection[frozenset[str]] = (),
    ) -> list[Fact]:
        """The facts of one block (or of several that a reviewer's merge joins), in a fixed order, whatever the order of
        `records`.

        All records are of one kind (any but leaders). `judgements` come in the order in which they were made; those
        about other blocks do nothing. Each fact's uid is that of its first statement;
        `relations_db.resolve.uids.name_facts` puts lasting ones in their place. `settled`: facts of exactly these
        statements are only outlined.
        """
        every = list(records)
        if not every:
            return []
        present = frozenset(r.key for r in every)
        clusters = cluster(every, self._identities[every[0].claim.kind], links(judgements, present))
        if any(isinstance(r.claim, Agreement) and r.claim.form == "package" for r in every):
            settled = ()
        facts = []
        for group in clusters:
            said = on_fact(judgements, group.keys, present)
            known = not said and frozenset(group.keys) in settled
            facts.append(_outline(group) if known else self._fact(group, said))
        if every[0].claim.kind is Kind.AGREEMENT and not settled:
            facts = link(facts, [frozenset(c.documents) for c in clusters])
        return sorted(facts, key=lambda f: f.uid)

    def _fact(self, group: Cluster, judgements: Sequence[Judgement]) -> Fact:
        records = sorted(group.records, key=lambda r: r.order)
        fields = self._groups[records[0].claim.kind]
        claim, choices, dissent = settle(records, fields)
        claim, choices, corrected = correct(claim, choices, judgements)
        dissent = [d for d in dissent if d.field not in corrected] + overruled(records, claim, corrected, fields)
        reported = sorted({p for r in records if (p := r.source.published_on)}, key=lambda p: (p.first, str(p)))
        return Fact(
            kind=claim.kind,
            uid=uid_of(claim.kind, records[0].key),
            block=records[0].block,
            claim=claim,
            evidence=verdicts(records, claim, choices, dissent, group.reasons, fields),
            choices=tuple(choices),
            dissent=tuple(dissent),
            first_reported=reported[0] if reported else None,
            last_reported=reported[-1] if reported else None,
            sources=independent(r.source for r in records),
            leader_key=self._leader_key(records, claim),
            review=_review(judgements),
            corrected=corrected,
        )

    def _leader_key(self, records: Sequence[Record], claim: Any) -> str | None:
        """The visitor: the person that the reports mean; after a correction of the name, whom that name means."""
        if not isinstance(claim, Visit):
            return None
        people = [
            self._visits.person(r) for r in records if isinstance(r.claim, Visit) and r.claim.leader == claim.leader
        ]
        known = next((p for p in people if p.known), None)
        first: PartialDate | None = claim.started_on or next((p for r in records if (p := r.source.published_on)), None)
        return (known or next(iter(people), None) or self.leaders.find(claim.leader, claim.country, first)).key


def _outline(group: Cluster) -> Fact:
    records = sorted(group.records, key=lambda r: r.order)
    return Fact(
        kind=records[0].claim.kind,
        uid=uid_of(records[0].claim.kind, records[0].key),
        block=records[0].block,
        claim=records[0].claim,
        evidence=tuple(Evidence(r.key, Verdict.SAME, "") for r in records),
        choices=(),
        dissent=(),
        first_reported=None,
        last_reported=None,
        sources=0,
        outline=True,
    )


def _review(judgements: Sequence[Judgement]) -> str | None:
    last = next((j.verb for j in reversed(judgements) if j.verb in ("confirm", "reject")), None)
    return {"confirm": "confirmed", "reject": "rejected", None: None}[last]
