"""Commands on judgements: review list, show, confirm, reject, correct, merge, split, undo."""

from __future__ import annotations

import getpass
import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relations_db.cli.shared import DatabaseOption, open_database, put, window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

    from relations_db.reports.detail import FactDetail
    from relations_db.review import Judged

review = typer.Typer(
    help="Human judgement on facts; it holds through every later load and can be undone.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Uid = Annotated[str, typer.Argument(metavar="UID", help="The fact; reports in csv and json show the uids.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges; by default your login name.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]


@review.command("list")
def list_judgements(database: DatabaseOption = None) -> None:
    """List all judgements, the latest first, with those that were withdrawn."""
    from relations_db.reports.render import render
    from relations_db.reports.rows import Column, Rows
    from relations_db.review import Judged, judgements

    columns = (
        Column("Number", lambda j: str(j.id), right=True),
        Column("When", lambda j: f"{j.made_at:%Y-%m-%d}"),
        Column("Who", lambda j: j.made_by),
        Column("Verdict", _verdict),
        Column("Fact", lambda j: j.fact or f"{j.fact_uid} (gone)"),
        Column("Why", lambda j: j.reason or ""),
        Column("Withdrawn", lambda j: f"{j.withdrawn_at:%Y-%m-%d} by {j.withdrawn_by}" if j.withdrawn_at else ""),
    )
    found = judgements(open_database(database))
    put(render(Rows(found, Judged, columns, "Judgements", "No judgements yet."), "table", window()))


def _verdict(judged: Any) -> str:
    if judged.verdict == "correct":
        return f"correct {judged.field} to {'unknown' if judged.value is None else _text(judged.value)}"
    if judged.verdict == "merge":
        return f"merge {judged.fact_uid} with {judged.other_uid}"
    if judged.verdict == "split":
        return f"split off {len(judged.statement_keys)}"
    return str(judged.verdict)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@review.command()
def show(uid: Uid, database: DatabaseOption = None) -> None:
    """Show one fact in full: its fields, each report of it, what reports say otherwise, what people judged."""
    from relations_db.reports.detail import fact
    from relations_db.review import judgements

    engine = open_database(database)
    found = fact(engine, uid)
    if found.uid != uid:
        put(f"{uid} is one with {found.uid} now\n")
    numbers = set(found.judgements)
    put(_as_lines(found) + _as_judged([j for j in judgements(engine) if j.id in numbers] if numbers else []))


def _as_lines(found: FactDetail) -> str:
    lines = [f"{found.uid} ({found.kind.replace('_', ' ')})"]
    lines += [f"  {name:<20} {_value(value)}" for name, value in found.fields.items()]
    lines += ["documents of this package that texts name"] if found.members else []
    lines += [f"  {uid}  {title}" for uid, title in found.members]
    lines += ["reports"]
    for report in found.reports:
        stage = f", {report.status}" if report.status else ""
        lines.append(
            f"  {report.key}  {report.document}, {report.published_on or 'no date'}{stage}:"
            f" {report.verdict}, {report.reason}"
        )
        lines.append(f"    “{' '.join(report.quote.split())}”")
    if found.dissent:
        lines += ["otherwise"]
    for other in found.dissent:
        lines.append(
            f"  {other.field}: {_value(other.value)} in {other.document}, chosen {_value(other.chosen)} ({other.rule})"
        )
    return "\n".join(lines) + "\n"


def _as_judged(judged: Sequence[Judged]) -> str:
    lines = ["judged"] if judged else []
    for j in sorted(judged, key=lambda j: j.id):
        why = f": {j.reason}" if j.reason else ""
        lines.append(f"  {j.id}  {_verdict(j)}, by {j.made_by} on {j.made_at:%Y-%m-%d}{why}")
    return "".join(f"{line}\n" for line in lines)


def _value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "unknown" if value is None else str(value)


@review.command()
def confirm(uid: Uid, by: By = None, reason: Reason = None, database: DatabaseOption = None) -> None:
    """Mark a fact as right.

    \b
    Example:
      relations-db review confirm vis-0123456789abcdef --reason "seen on the host's site"
    """
    from relations_db import review as judge

    engine = open_database(database)
    _told(engine, judge.confirm(engine, uid, by=_who(by), reason=reason), uid)


@review.command()
def reject(uid: Uid, by: By = None, reason: Reason = None, database: DatabaseOption = None) -> None:
    """Mark a fact as wrong: reports and exports leave it out, and later reports of the same join it there.

    \b
    Example:
      relations-db review reject tgt-0123456789abcdef --reason "a joke"
    """
    from relations_db import review as judge

    engine = open_database(database)
    _told(engine, judge.reject(engine, uid, by=_who(by), reason=reason), uid)


@review.command()
def correct(
    uid: Uid,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The field, by the codebook's name.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Text or JSON; null where it is not known.")],
    by: By = None,
    reason: Reason = None,
    database: DatabaseOption = None,
) -> None:
    """Set a field of a fact.

    \b
    Examples:
      relations-db review correct vis-0123456789abcdef started_on 2024-08-08
      relations-db review correct tgt-0123456789abcdef due null
      relations-db review correct agr-0123456789abcdef sectors '["energy", "water"]'
    """
    from relations_db import review as judge

    engine = open_database(database)
    _told(engine, judge.correct(engine, uid, field, _parsed(field, value), by=_who(by), reason=reason), uid)


_NUMBERS = frozenset({"count", "amount", "multiplier", "baseline_amount", "value", "step", "growth_percent", "former"})


def _parsed(field: str, value: str) -> Any:
    """The value as the field takes it: null and lists are JSON, numbers only where the field is one."""
    try:
        parsed = json.loads(value)
    except ValueError:
        return value
    return parsed if parsed is None or isinstance(parsed, list) or field in _NUMBERS else value


@review.command()
def merge(
    uid: Uid,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The fact that is the same.")],
    by: By = None,
    reason: Reason = None,
    database: DatabaseOption = None,
) -> None:
    """Say that two facts are one. The older uid stays, the other leads to it.

    \b
    Example:
      relations-db review merge agr-0123456789abcdef agr-fedcba9876543210
    """
    from relations_db import review as judge

    engine = open_database(database)
    _told(engine, judge.merge(engine, uid, other, by=_who(by), reason=reason), uid)


@review.command()
def split(
    uid: Uid,
    statements: Annotated[list[str], typer.Argument(metavar="STATEMENT...", help="Keys of statements, or documents.")],
    by: By = None,
    reason: Reason = None,
    database: DatabaseOption = None,
) -> None:
    """Say that some reports of a fact speak of another one. `review show UID` lists the reports with their keys.

    \b
    Examples:
      relations-db review split vis-0123456789abcdef article-17
      relations-db review split vis-0123456789abcdef 5d41402abc4b article-18
    """
    from relations_db import review as judge

    engine = open_database(database)
    _told(engine, judge.split(engine, uid, statements, by=_who(by), reason=reason), uid)


@review.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The judgement; review list shows the numbers.")],
    by: By = None,
    database: DatabaseOption = None,
) -> None:
    """Withdraw a judgement: the fact is again what the texts make of it.

    \b
    Example:
      relations-db review undo 17
    """
    from relations_db import review as judge

    judge.undo(open_database(database), number, by=_who(by))
    put(f"judgement {number} is withdrawn\n")


def _who(by: str | None) -> str:
    return by or getpass.getuser()


def _told(engine: Engine, number: int, uid: str) -> None:
    """What was judged; after a merge the fact may have another uid."""
    from relations_db.review import judgements

    now = next((j.fact for j in judgements(engine) if j.id == number), None)
    led = f", which is {now} now" if now and now != uid else ""
    put(f"judgement {number} on {uid}{led}; to take it back: relations-db review undo {number}\n")


def add_to(app: typer.Typer) -> None:
    app.add_typer(review, name="review")
