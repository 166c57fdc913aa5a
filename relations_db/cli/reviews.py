"""Commands on judgements: review list, show, confirm, reject, correct, merge, split."""

from __future__ import annotations

import typer


def add_to(app: typer.Typer) -> None:
    pass
