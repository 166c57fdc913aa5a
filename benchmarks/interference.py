"""What is read differently in the practice articles when paragraphs are put between theirs, taken away or moved.

    python benchmarks/interference.py [FOLDER ...] [--only CHANGE] [--lost] [--all] [--draws N]

A sentence is nearly always read; what it does not say itself (days, places, persons, parties) comes from its neighbours. Each change puts
whole paragraphs where they should disturb nothing, with the facts that they add, or takes some away with the facts that they alone assert.
Printed: identity and exact F1 of the core kinds before and after, both against the gold as changed; before, what is added counts as
read rightly. `--lost` lists what a change lost, altered or made up, with the place of the change; `--all` takes the other kinds in as well.
"""

from __future__ import annotations

import argparse
import random
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from interference_texts import BACKGROUND, NEUTRAL, SAME_PAIR, Inserted
from robustness import CORPUS, open_articles

from relations_db.evaluate import CORE, evaluate
from relations_db.evaluate.scoring import pair_facts
from relations_db.extract import Extractor, to_codebook
from relations_db.values import Document, Kind
from relations_db.vocabulary import load_vocabulary

SETS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
Facts = dict[str, Any]


@dataclass(frozen=True)
class Article:
    document: Document
    gold: Facts
    found: Facts

    @property
    def paragraphs(self) -> list[str]:
        return [p for p in re.split(r"\n[ \t]*\n", self.document.text.strip("\n")) if p.strip()]

    @property
    def states(self) -> frozenset[str]:
        return frozenset(_states(self.gold)) | frozenset(_states(self.found))


@dataclass(frozen=True)
class Variant:
    """A changed article; `before` is what was found in the article as written, with what is added and without what is taken away."""

    where: str
    document: Document
    gold: Facts
    before: Facts


Change = Callable[[Article, random.Random], Iterator[Variant]]


def _states(facts: Facts) -> Iterator[str]:
    for kind in Kind:
        for fact in facts.get(kind.value) or ():
            yield from fact.get("parties") or ()
            yield from (fact[k] for k in ("country", "host", "from") if fact.get(k))


def _more(facts: Facts, added: Mapping[str, Sequence[Facts]]) -> Facts:
    return {**facts, **{k: [*(facts.get(k) or ()), *v] for k, v in added.items() if k in facts}}


def _variant(article: Article, where: str, paragraphs: Sequence[str]) -> Variant:
    text = "\n\n".join(paragraphs)
    return Variant(where, replace(article.document, text=text), article.gold, article.found)


# ------------------------------------------------------------------ something put between
def inserted(choose: Callable[[Article, random.Random], Inserted | None]) -> Change:
    """A paragraph behind one that is not the last."""

    def change(article: Article, draw: random.Random) -> Iterator[Variant]:
        whole = article.paragraphs
        text = choose(article, draw)
        if text is None or len(whole) < 3:
            return
        at = draw.randrange(1, len(whole))
        made = _variant(article, f"{text.name} before {at + 1}", [*whole[:at], text.text, *whole[at:]])
        yield replace(made, gold=_more(made.gold, text.facts), before=_more(made.before, text.facts))

    return change


def _of_others(table: Sequence[Inserted]) -> Callable[[Article, random.Random], Inserted | None]:
    def choose(article: Article, draw: random.Random) -> Inserted | None:
        on, text = article.document.published_on, article.document.text
        fit = [t for t in table if not t.states & article.states and not any(n in text for n in t.names)]
        fit = [t for t in fit if on is None or t.year < on.year]
        return draw.choice(fit) if fit else None

    return choose


_NAMES = {c.code: c.name for c in load_vocabulary().countries if not c.valid_to}


def _of_the_pair(article: Article, draw: random.Random) -> Inserted | None:
    """A paragraph on the two states that most facts of the article have, told of a time that it does not speak of."""
    pairs = [
        tuple(f["parties"]) for k in Kind for f in article.gold.get(k.value) or () if len(f.get("parties") or ()) == 2
    ]
    if not pairs:
        return None
    pair = max(sorted(set(pairs)), key=pairs.count)
    years = {int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", article.document.text)}
    heads = {f["country"]: f["name"] for f in article.gold.get("leaders") or () if f.get("office") == "head_of_state"}
    fit = [
        made
        for text in SAME_PAIR
        if all(p in _NAMES for p in pair)
        and (made := text.of(pair, _NAMES, heads))
        and made.year not in years
        and (article.document.published_on is None or made.year < article.document.published_on.year)
        and not any(
            f["kind"] == g["kind"] for f in made.facts.get("milestones", ()) for g in article.gold["milestones"]
        )
    ]
    return draw.choice(fit) if fit else None


# ------------------------------------------------------------------ the article's own paragraphs
_LEANS = re.compile(
    r"(?:[\"“‘']|(?:He|She|It|They|His|Her|Their|Its|The|This|That|These|Those|There|Then|Both|Two|Another|Also|In turn|Earlier|Later|Meanwhile|"
    r"During|After|Following|Under|At|As|On|But|And|So|Among|Other|Speaking|For (?:his|her|their)|Afterwards|Next|A day|One|For|Before|While|When|Such)\b|[-•*–\d])"
)


def _stands_alone(paragraph: str) -> bool:
    return not _LEANS.match(paragraph)


def swapped(article: Article, draw: random.Random) -> Iterator[Variant]:
    """Two neighbours that stand alone; the one after them too, for it may go on with the second."""
    whole = article.paragraphs
    fit = [n for n in range(1, len(whole) - 1) if all(map(_stands_alone, whole[n : n + 3]))]
    if fit:
        n = draw.choice(fit)
        yield _variant(article, f"{n + 1} and {n + 2}", [*whole[:n], whole[n + 1], whole[n], *whole[n + 2 :]])


def _is_background(paragraph: str) -> bool:
    return bool(re.search(r"\b(?:19\d\d|20[01]\d)\b|\bestablished\b|\blast year\b", paragraph))


def brought_forward(article: Article, draw: random.Random) -> Iterator[Variant]:
    """The last paragraph, of background, in the second place."""
    whole = article.paragraphs
    if len(whole) > 3 and _stands_alone(whole[-1]) and _is_background(whole[-1]) and _stands_alone(whole[1]):
        yield _variant(article, "last to second", [whole[0], whole[-1], *whole[1:-1]])


def left_out(article: Article, draw: random.Random) -> Iterator[Variant]:
    """One paragraph less, and the facts that only it asserts."""
    whole = article.paragraphs
    if len(whole) < 4:
        return
    n = draw.randrange(1, len(whole))
    made = _variant(article, f"{n + 1} of {len(whole)}", [*whole[:n], *whole[n + 1 :]])
    gold, before = {**made.gold}, {**made.before}
    for kind in Kind:
        if kind.value not in gold:
            continue
        old, seen = gold[kind.value] or [], before.get(kind.value) or []
        gone = [f for f in old if _told_in(f, whole[n]) and not _told_in(f, made.document.text, some=True)]
        lost = {p.found for p in pair_facts(kind, old, seen) if old[p.gold] in gone}
        gold[kind.value] = [
            {**f, "optional": True} if _told_in(f, whole[n], some=True) else f for f in old if f not in gone
        ]
        before[kind.value] = [
            f for i, f in enumerate(seen) if i not in lost and _told_in(f, made.document.text, some=True)
        ]
    yield replace(made, gold=gold, before=before)


def _told_in(fact: Facts, text: str, some: bool = False) -> bool:
    quotes = fact.get("evidence") or [""]
    return any(q in text for q in quotes) if some else all(q in text for q in quotes)


def parted(article: Article, draw: random.Random) -> Iterator[Variant]:
    """A paragraph in two."""
    whole = article.paragraphs
    ends = [(n, m.end()) for n, p in enumerate(whole) for m in re.finditer(r"[a-z]{3}[.!?] (?=[A-Z][a-z]+ [a-z]+ )", p)]
    if ends:
        n, cut = draw.choice(ends)
        halves = [whole[n][:cut].rstrip(), whole[n][cut:]]
        yield _variant(article, f"{n + 1} at {halves[1][:30]!r}", [*whole[:n], *halves, *whole[n + 1 :]])


# ------------------------------------------------------------------ two articles
_DATELINE = re.compile(r"[A-Z][A-Za-z .'-]{2,30}[^\n]{0,40}? (?:[-–—]+|\(\w+\)) ")


def joined(articles: Sequence[Article], extractor: Extractor, headline: str) -> Change:
    """Behind an article another of the same day about other states; what was found in each of the two is expected."""
    fit = [
        a
        for a in articles
        if a.document.published_on and len(a.paragraphs) > 2 and not _DATELINE.match(a.document.text)
    ]

    def change(article: Article, draw: random.Random) -> Iterator[Variant]:
        on = article.document.published_on
        others = [a for a in fit if not a.states & article.states and len(_stands(a)) > 20]
        if not (on and on.day and others and article.states) or len(article.paragraphs) < 3:
            return
        second = draw.choice(others)
        alone = to_codebook(extractor.extract(replace(second.document, published_on=on)))
        text = [*article.paragraphs, *([headline] if headline else []), *second.paragraphs]
        both = _more(article.found, {k.value: alone[k.value] for k in Kind})
        yield replace(_variant(article, f"with {second.document.id}", text), gold=both, before=both)

    return change


def _stands(article: Article) -> str:
    return article.paragraphs[0] if _stands_alone(article.paragraphs[0]) else ""


# ------------------------------------------------------------------ what comes of it
def report(
    name: str, change: Change, articles: Sequence[Article], extractor: Extractor, options: argparse.Namespace
) -> None:
    gold, before, after, places = {}, {}, {}, {}
    for article in articles:
        for number in range(options.draws):
            draw = random.Random(zlib.crc32(f"{name} {article.document.id} {number}".encode()))
            for made in change(article, draw):
                key = f"{article.document.id}#{number}"
                gold[key], before[key], places[key] = {**made.gold, "id": key}, made.before, made.where
                after[key] = to_codebook(extractor.extract(made.document))
    was, now = evaluate(gold, before), evaluate(gold, after)
    kinds = tuple(Kind) if options.all else CORE
    old, new = was.rows(kinds)["ALL"], now.rows(kinds)["ALL"]
    print(
        f"{name:26} {len(gold):4}  F1 {old.f1:.4f} -> {new.f1:.4f} ({new.f1 - old.f1:+.4f})"
        f"  exact {old.exact_f1:.4f} -> {new.exact_f1:.4f} ({new.exact_f1 - old.exact_f1:+.4f})"
        f"  tp {new.tp - old.tp:+} fp {new.fp - old.fp:+} exact {new.exact - old.exact:+}",
        flush=True,
    )
    if options.lost:
        known = {(p.document, p.what, p.detail) for p in was.problems}
        for p in now.problems:
            if p.kind in kinds and (p.document, p.what, p.detail) not in known:
                print(f"    {p.document} [{places[p.document]}] {p.kind.value} {p.what} {p.detail[:260]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", type=Path, default=[CORPUS, *(CORPUS / name for name in SETS)])
    parser.add_argument("--only", default="")
    parser.add_argument("--draws", type=int, default=2)
    parser.add_argument("--lost", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    extractor = Extractor()
    documents, gold = open_articles(options.folders)
    articles = [Article(d, gold[d.id], to_codebook(extractor.extract(d))) for d in documents]
    changes: dict[str, Change] = {
        "inserted: other states": inserted(_of_others(BACKGROUND)),
        "inserted: the same pair": inserted(_of_the_pair),
        "inserted: nothing told": inserted(_of_others(NEUTRAL)),
        "joined: headline": joined(articles, extractor, "Other news of the day"),
        "joined: nothing between": joined(articles, extractor, ""),
        "moved: background up": brought_forward,
        "moved: neighbours swapped": swapped,
        "left out": left_out,
        "split": parted,
    }
    for name, change in changes.items():
        if options.only in name:
            report(name, change, articles, extractor, options)


if __name__ == "__main__":
    main()
