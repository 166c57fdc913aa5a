"""How much of what is read depends on which states, persons, towns and years an article is about.

    python benchmarks/renamings.py [FOLDER ...] [--only RENAMING] [--lost] [--show N]

Each renaming rewrites text and annotated facts of every open article alike, so that nothing but names and years changes.
Printed: F1 and exact F1 of the core kinds as written and renamed. `--lost` lists what is read otherwise than before, `--show`
prints the first N texts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.renaming_days import days, vocabulary_later, years
from benchmarks.renaming_names import CULTURES, Renaming, renamed_persons
from benchmarks.renaming_places import States, renamed_states, renamed_towns
from relations_db.evaluate import evaluate, read_facts, read_held
from relations_db.extract import Extractor, to_codebook
from relations_db.language.fold import fold
from relations_db.read import Unreadable, read_documents
from relations_db.values import Document
from relations_db.vocabulary import Tenure

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
FAMILIAR = ("plain", "diacritics", "two surnames")
MIXED = tuple(c for c in CULTURES if c not in ("words", "places"))
FOLDERS = [CORPUS, *(CORPUS / n for n in "second third fourth fifth sixth seventh eighth ninth".split())]


Step = Callable[[Document, dict[str, Any]], Renaming | None]


@dataclass(frozen=True)
class Row:
    """A renaming by its steps. `known`: the tables know the new persons as they knew the old; `later`: tables moved by years."""

    steps: tuple[Step, ...]
    known: bool = False
    later: int = 0


def renamings(extractor: Extractor) -> dict[str, Row]:
    lexicon = extractor.lexicon
    states = States(lexicon)
    rows = {
        f"states {n}": Row((renamed_persons(lexicon, FAMILIAR, n), renamed_states(states, n)), known=True)
        for n in range(1, 5)
    }
    rows |= {f"persons {n}": Row((renamed_persons(lexicon, MIXED, n),), known=True) for n in range(1, 3)}
    rows |= {f"persons, {c}": Row((renamed_persons(lexicon, [c], 3),), known=True) for c in CULTURES}
    rows |= {f"strangers {n}": Row((renamed_persons(lexicon, MIXED, n),)) for n in range(1, 3)}
    rows |= {"strangers, plain": Row((renamed_persons(lexicon, FAMILIAR, 0),))}
    rows |= {
        "towns, known": Row((renamed_towns(states, 1, False),)),
        "towns, unknown": Row((renamed_towns(states, 1, True),)),
    }
    rows |= {f"years {n:+}": Row((years(n),), later=n) for n in (28, -28)}
    rows |= {f"days {n:+}": Row((days(n),)) for n in (7, -7, 14, -21, 35, -56, 126)}
    return rows


Read = tuple[Document, dict[str, Any], dict[str, Any], tuple[Tenure, ...], frozenset[str]]


def renamed(row: Row, document: Document, gold: dict[str, Any], plain: dict[str, Any]) -> Read | None:
    """The text renamed, its gold facts, what was found in it as it was, and what the tables are to know."""
    new, facts, was, terms, names, done = document, gold, plain, (), frozenset(), False
    for step in row.steps:
        renaming = step(new, facts)
        done = renaming is not None
        if renaming:
            new, facts, was = renaming.applied(new), renaming.facts(facts), renaming.facts(was)
            names |= {w for name in renaming.persons.values() for w in fold(name).lower().split()}
            terms = tuple(
                replace(t, country=renaming.codes.get(t.country, t.country)) for t in (*terms, *renaming.terms)
            )
    return (new, facts, was, terms, names) if done and new.text != document.text else None


def batches(texts: list[Read]) -> Iterator[list[Read]]:
    """Texts together whose new persons have no name in common."""
    open_: list[tuple[set[str], list[Read]]] = []
    for text in texts:
        names = set(text[4]) | {w for t in text[3] for w in fold(t.name).lower().split()}
        found = next((row for row in open_ if not row[0] & names), None)
        if found is None:
            open_.append(found := (set(), []))
        found[0].update(names)
        found[1].append(text)
    yield from (batch for _, batch in open_)


def read(row: Row, texts: list[Read], extractor: Extractor) -> dict[str, Any]:
    found: dict[str, Any] = {}
    vocabulary = extractor.lexicon.vocabulary
    if row.later:
        extractor = Extractor(vocabulary_later(vocabulary, row.later))
    for batch in batches(texts) if row.known else [texts]:
        reader = extractor
        if row.known and any(terms for *_, terms, _ in batch):
            more = tuple(t for *_, terms, _ in batch for t in terms)
            reader = Extractor(replace(vocabulary, tenures=vocabulary.tenures + more))
        found |= {new.id: to_codebook(reader.extract(new)) for new, *_ in batch}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--only", default="")
    parser.add_argument("--lost", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    gold: dict[str, Any] = {}
    documents: list[Document] = []
    for folder in options.folders:
        facts, held = read_facts(folder), read_held(folder)
        gold |= {d: f for d, f in facts.items() if d not in held}
        documents += [
            d for d in read_documents(sorted(folder.glob("*.txt"))) if not isinstance(d, Unreadable) and d.id in gold
        ]
    extractor = Extractor()
    plain = {d.id: to_codebook(extractor.extract(d)) for d in documents}
    for name, row in renamings(extractor).items():
        if not any(name.startswith(o) for o in options.only.split(",")):
            continue
        texts = [r for d in documents if (r := renamed(row, d, gold[d.id], plain[d.id]))]
        for new, *_ in texts[: options.show]:
            print(f"\n===== {new.id}\n{new.published_on} {new.text}")
        wanted, old = ({new.id: pair[i] for new, *pair in texts} for i in (0, 1))
        report(name, wanted, old, read(row, texts, extractor), options.lost)


def report(name: str, gold: dict[str, Any], old: dict[str, Any], found: dict[str, Any], lost: bool) -> None:
    before, after = evaluate(gold, old), evaluate(gold, found)
    was, now = before.rows()["CORE"], after.rows()["CORE"]
    who, who_now = before.rows()["leaders"], after.rows()["leaders"]
    print(
        f"{name:28} {len(gold):4} docs  F1 {was.f1:.4f} -> {now.f1:.4f} ({now.f1 - was.f1:+.4f})  exact {was.exact_f1:.4f} -> "
        f"{now.exact_f1:.4f} ({now.exact_f1 - was.exact_f1:+.4f})  tp {now.tp - was.tp:+} fp {now.fp - was.fp:+}  leaders {who.f1:.4f} -> {who_now.f1:.4f}",
        flush=True,
    )
    if lost:
        a, b = ({(p.document, p.kind.value, p.what, p.detail) for p in e.problems} for e in (before, after))
        for sign, rows in (("-", b - a), ("+", a - b)):
            for row in sorted(rows):
                print("   ", sign, *row[:3], row[3][:260])


if __name__ == "__main__":
    main()
