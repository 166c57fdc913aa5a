"""Which leader of the reference tables a name in a text means."""

from __future__ import annotations

from relations_db.language.fold import fold
from relations_db.language.hits import Hits
from relations_db.language.lexicon import Known, Lexicon, alike_names, name_tokens
from relations_db.language.people import years_from_office
from relations_db.values import PartialDate


class Recognizer:
    """The leaders that names of one text may mean; `named` are the states that it names."""

    def __init__(self, lexicon: Lexicon, folded: str, hits: Hits, on: PartialDate | None) -> None:
        self.lexicon, self.folded, self.hits, self.on = lexicon, folded, hits, on
        self.named = {v for h in hits.all if h.kind in ("country", "adjective", "city", "seat") for v in h.values}
        # "Congolese", "Korean", "Dominican": the states that share an adjective of the text
        self.sharing = {v: h.values for h in hits.all if h.kind == "adjective" and len(h.values) > 1 for v in h.values}

    def known(self, start: int, end: int, country: str | None) -> Known | None:
        name = self.folded[start:end]
        ids = [i for h in self.hits.inside(start, end) if h.kind in ("leader", "short") for i in h.values]
        candidates = [self.lexicon.known[i] for i in dict.fromkeys(ids)]
        if not any(h.kind == "leader" for h in self.hits.inside(start, end)):
            candidates += [
                k for k in self.lexicon.spelled_as(name) if k not in candidates and (country or k.country in self.named)
            ]
        if country:
            candidates = [k for k in candidates if k.country in self.sharing.get(country, (country,))]
        fitting = [k for k in candidates if self.fits(name, k)]
        return self.best(fitting)

    def fits(self, name: str, known: Known) -> bool:
        """True where every word of the shorter name stands in the longer one (or in another spelling of it)."""
        if name in self.lexicon.spellings.get(known.id, ()):
            return True
        tokens = name_tokens(name)
        if not tokens:
            return name in (fold(known.short), *fold(known.name).split())
        return any(alike_names(tokens, theirs) for theirs in self.lexicon.name_tokens[known.id])

    def state_of(self, known: Known, said: str | None) -> str:
        """Whose a leader is who served two states: the one said, else that of the term nearest to the document's day, else of the latest."""
        latest = sorted(known.tenures, key=lambda t: t.start, reverse=True)
        states = dict.fromkeys(t.country for t in latest)
        if said in states:
            return said or known.country
        if len(states) == 1 or self.on is None:
            return next((s for s in states if s in self.named), known.country)
        day = self.on.first.toordinal()
        return min(
            known.tenures, key=lambda t: abs(PartialDate.parse(t.start).first.toordinal() - day) if t.start else 10**7
        ).country

    def best(self, candidates: list[Known]) -> Known | None:
        """The one in office nearest to the document's day; of several, one whose state the text names."""
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        on = self.on
        if on is None:
            here = [k for k in candidates if k.country in self.named]
            return here[0] if len(here) == 1 else None
        return min(candidates, key=lambda k: (k.country not in self.named, years_from_office(k, on)))
