"""How many documents a second extraction reads, beside what merely tokenising the same texts costs.

    python benchmarks/throughput.py [--reuters FOLDER] [--rounds N] [--limit N] [--no-peer]

Prints documents per second (process time, one process, after a warm-up; the best of N rounds, the two programs taking
turns) and the ratio, for the practice corpus and, where its folder is given, for the public collection Reuters-21578 in
JSON. The peer is spaCy's blank English pipeline with the sentencizer (dependency group `bench`). Ratios carry over from
machine to machine, figures do not.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from time import process_time

from relations_db.extract import Extractor
from relations_db.read import Unreadable, read_documents
from relations_db.values import Document, PartialDate

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
WARM_UP = 200  # documents
Work = Callable[[list[Document]], object]


def corpus() -> list[Document]:
    """The practice articles."""
    return [d for d in read_documents(sorted(CORPUS.glob("*.txt"))) if not isinstance(d, Unreadable)]


def reuters(folder: Path) -> Iterator[Document]:
    """The stories of `reuters-NNN.json` files, each a list of objects with `id`, `date`, `title` and `body`."""
    for file in sorted(folder.rglob("reuters-*.json")):
        for story in json.loads(file.read_text(encoding="utf-8")):
            text = "\n\n".join(part for part in (story.get("title"), story.get("body")) if part)
            yield Document(f"reuters-{story['id']}", text, _day(story["date"]), story.get("title"), "Reuters")


def _day(text: str) -> PartialDate:
    return PartialDate.of(datetime.strptime(text.strip()[:11].strip(), "%d-%b-%Y").date())


def extraction() -> Work:
    extractor = Extractor()

    def work(documents: list[Document]) -> None:
        for document in documents:
            extractor.extract(document)

    return work


def tokenising() -> Work | None:
    try:
        import spacy
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")

    def work(documents: list[Document]) -> None:
        for document in documents:
            pipeline(document.text)

    return work


def seconds(work: Work, documents: list[Document]) -> float:
    gc.collect()
    start = process_time()
    work(documents)
    return process_time() - start


def compare(name: str, documents: list[Document], peer: Work | None, rounds: int) -> None:
    """One line per program and the ratio."""
    ours = extraction()
    works = [ours, peer] if peer else [ours]
    for work in works:
        work(documents[:WARM_UP])
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        best = [min(known, seconds(work, documents)) for known, work in zip(best, works, strict=True)]
    size = sum(len(d.text) for d in documents) / len(documents)
    print(f"{name}: {len(documents)} documents of {size:.0f} characters on average")
    for program, time in zip(("relations-db extraction", "spaCy blank + sentencizer"), best, strict=False):
        print(f"  {program:<26}{len(documents) / time:>9.0f} documents/s")
    if peer:
        print(f"  ratio {best[1] / best[0]:.2f} (extraction to tokenising; above 1: extraction is faster)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reuters", type=Path, metavar="FOLDER", help="folder of Reuters-21578 as JSON")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=None, help="read only so many Reuters stories")
    parser.add_argument("--no-peer", action="store_true", help="measure extraction alone")
    options = parser.parse_args()
    peer = None if options.no_peer else tokenising()
    if peer is None and not options.no_peer:
        print("spaCy is not installed (dependency group bench): no ratios", file=sys.stderr)
    compare("practice corpus", corpus() * 3, peer, options.rounds)
    if options.reuters:
        compare("Reuters-21578", list(reuters(options.reuters))[: options.limit], peer, options.rounds)


if __name__ == "__main__":
    main()
