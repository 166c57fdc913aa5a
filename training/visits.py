"""Train the judge of visits and write its weights.

    python training/visits.py [--check]

Learns from the annotated texts of `tests/corpus` and `fixtures`, those named in `HELD` left out, and from the
sentences of `no_visits.txt` and those that the rules on visits refuse: each person of a
sentence with each foreign place in it (`relations_db.extract.learnt.visit_pairs`) is a case, true where a visit of that
person to that state has the sentence in its evidence. Logistic regression of scikit-learn (dependency group `train`);
the same texts and versions give the same weights. `--check` writes nothing and prints how well five models, each
trained without a fifth of the documents, judge the rest.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from relations_db.evaluate import read_held
from relations_db.evaluate.compare import same_person
from relations_db.extract import ALL_RULES, Extractor
from relations_db.extract.learnt.visit_pairs import Pair, features, pairs
from relations_db.language.analysis import Sentence
from relations_db.read import Unreadable, read_documents
from relations_db.values import Document, Kind, PartialDate

ROOT = Path(__file__).parents[1]
OUT = ROOT / "relations_db" / "extract" / "learnt" / "visits.tsv"
REFUSED = Path(__file__).with_name("no_visits.txt")  # a sentence a line, none of which tells of a visit
STRENGTH = 0.3  # the inverse of the penalty on large weights; from --check
SEEN = 2  # cases that a feature must be in
SMALLEST = 0.02  # a weight nearer to nought is dropped
FOLDS = 5
BANK = "in a bank of examples"  # these hold more visits than news does: the weight takes that up and is not kept


class Case(NamedTuple):
    document: str
    features: frozenset[str]
    right: bool


def texts() -> Iterator[tuple[Document, dict[str, Any]]]:
    """Every annotated text that may be learnt from, with its gold."""
    corpus = ROOT / "tests" / "corpus"
    for folder in (corpus, *sorted(p for p in corpus.iterdir() if p.is_dir())):
        held = read_held(folder)
        yield from ((d, g) for d, g in _articles(folder, folder) if g["id"] not in held)
        yield from ((d, g) for d, g in _bank(folder / "bank.jsonl") if g["id"] not in held)
    yield from _articles(ROOT / "fixtures" / "gold", ROOT / "fixtures" / "articles")
    refused = [line for rule in ALL_RULES if rule.kind is Kind.VISIT for line in rule.refusals]
    for number, line in enumerate([*REFUSED.read_text(encoding="utf-8").splitlines(), *refused]):
        yield Document(f"no-visit-{number}", line, PartialDate(2024, 5, 20)), {"text": line, "visits": []}


def _articles(gold: Path, articles: Path) -> Iterator[tuple[Document, dict[str, Any]]]:
    for file in sorted(gold.glob("*.json")):
        for document in read_documents([articles / f"{file.stem}.txt"]):
            assert not isinstance(document, Unreadable), document
            yield document, json.loads(file.read_text(encoding="utf-8"))


def _bank(file: Path) -> Iterator[tuple[Document, dict[str, Any]]]:
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        gold = json.loads(line)
        day = gold.get("published_on")
        if "visits" in gold:
            yield Document(gold["id"], gold["text"], PartialDate.parse(day) if day else None), gold


def cases(extractor: Extractor, document: Document, gold: dict[str, Any]) -> Iterator[Case]:
    """The pairs of one text; those that only an optional visit speaks of are no case."""
    context = extractor.context_of(document)
    for sentence in context.analysis.sentences:
        for pair in pairs(context, sentence):
            told = [v for v in gold["visits"] if _tells(v, pair, sentence, document.text)]
            if not told or not all(v.get("optional") for v in told):
                seen = features(context, sentence, pair) | ({BANK} if "text" in gold else set())
                yield Case(document.id, frozenset(seen), bool(told))


def _tells(visit: dict[str, Any], pair: Pair, sentence: Sentence, text: str) -> bool:
    if (visit["host"], visit["country"]) != (pair.state, pair.guest.country):
        return False
    if not same_person(visit["leader"], pair.guest.name):
        return False
    spans = [(at, at + len(quote)) for quote in visit.get("evidence", ()) if (at := text.find(quote)) >= 0]
    return not spans or any(low < sentence.end and sentence.start < high for low, high in spans)


def train(cases: Sequence[Case]) -> dict[str, int]:
    """Weights in thousandths by feature; the bias stands under ""."""
    often = Counter(f for case in cases for f in case.features)
    vectors = DictVectorizer()
    rows = vectors.fit_transform([{f: 1.0 for f in sorted(c.features) if often[f] >= SEEN} for c in cases])
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows, [c.right for c in cases])
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {str(n): round(1000 * weight) for n, weight in named if abs(weight) >= SMALLEST and n != BANK}
    return {"": round(1000 * model.intercept_[0]), **weights}


def check(cases: Sequence[Case]) -> str:
    """What five models say of the documents that each has not seen, at a few thresholds."""
    judged: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = train([c for c in cases if _fold(c) != fold])
        judged += [(_judge(weights, c), c.right) for c in cases if _fold(c) == fold]
    lines = [f"{len(cases)} pairs, {sum(c.right for c in cases)} visits"]
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = [right for p, right in judged if p > least]
        lines.append(
            f"above {least}: {len(kept)} pairs, precision {sum(kept) / len(kept):.3f}, "
            f"recall {sum(kept) / sum(c.right for c in cases):.3f}"
        )
    return "\n".join(lines)


def _fold(case: Case) -> int:
    return crc32(case.document.encode()) % FOLDS


def _judge(weights: dict[str, int], case: Case) -> float:
    score = weights[""] + sum(weights.get(f, 0) for f in case.features)
    return 1 / (1 + exp(-score / 1000))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="print how well models judge what they have not seen")
    options = parser.parse_args()
    extractor = Extractor()
    found = [case for document, gold in texts() for case in cases(extractor, document, gold)]
    if options.check:
        print(check(found))
        return
    weights = train(found)
    OUT.write_text(
        "".join(f"{weight}\t{name}\n" for name, weight in sorted(weights.items(), key=lambda row: (row[1], row[0]))),
        encoding="utf-8",
    )
    print(f"{len(weights)} weights from {len(found)} pairs, {sum(c.right for c in found)} of them visits: {OUT.name}")


if __name__ == "__main__":
    main()
