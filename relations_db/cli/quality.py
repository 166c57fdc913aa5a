"""The command on how good extraction is: evaluate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from relations_db.cli.shared import put, say
from relations_db.errors import InvalidInput
from relations_db.values import Kind


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold files: a folder, or a .json or .jsonl file.")],
    predicted: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score these facts (extract --format jsonl), not the extractor's."),
    ] = None,
    texts: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where the texts are, if not beside the gold files.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Tell what got better and worse; exit code 8 if it fell.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Record the scores in the baseline.")] = False,
    kind: Annotated[list[Kind] | None, typer.Option(help="Score only this kind; may be given again.")] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List each fact missed or spurious, each wrong field.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Scores as JSON.")] = False,
) -> int:
    """Score extraction against gold files: precision, recall, F1, fields, exact F1 by kind.

    \b
    Examples:
      relations-db evaluate tests/corpus
      relations-db evaluate tests/corpus --baseline tests/baseline.json
      relations-db evaluate fixtures/gold --kind visits --errors
      relations-db evaluate gold/ --predicted facts.jsonl --json
    """
    from relations_db.evaluate import (
        changes,
        check_losses,
        extract_texts,
        read_baseline,
        read_facts,
        read_held,
        write_baseline,
    )
    from relations_db.evaluate import evaluate as score
    from relations_db.evaluate.tables import as_changes, as_object, as_problems, as_scores

    if update and not baseline:
        raise InvalidInput("--update needs --baseline FILE, the file to record the scores in")
    facts = read_facts(gold)
    found = read_facts(predicted) if predicted else extract_texts(gold, list(facts), texts)
    evaluation = score(facts, found, read_held(gold))
    kinds = kind or list(Kind)
    before = read_baseline(baseline) if baseline and (baseline.exists() or not update) else None
    changed = changes(before, evaluation) if before else []
    if as_json:
        put(json.dumps(as_object(evaluation, kinds, changed), ensure_ascii=False, indent=1) + "\n")
    else:
        put(as_problems(evaluation, kinds) if errors else "")
        put(as_scores(evaluation, kinds))
        put("\n" + as_changes(changed, before, evaluation) if before else "")
    if baseline and update:
        write_baseline(baseline, evaluation)
        say(f"recorded {len(evaluation.documents)} documents in {baseline}")
    elif before:
        check_losses(before, evaluation)
    return 0


def add_to(app: typer.Typer) -> None:
    app.command()(evaluate)
