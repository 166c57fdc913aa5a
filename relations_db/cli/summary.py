"""What a load did, in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relations_db.loading.rebuilding import FactChange
    from relations_db.loading.report import LoadReport


def as_summary(report: LoadReport, dry_run: bool) -> str:
    """Documents in one line, facts by kind in a table, and a last line that says whether anything is new."""
    parts = [f"{report.new} new", f"{report.known} known"]
    parts += [f"{report.renewed} read again by newer rules"] if report.renewed else []
    parts += [f"{report.superseded} superseded"] if report.superseded else []
    parts += [f"{report.unreadable} unreadable"] if report.unreadable else []
    lines = [f"{_plural(report.read, 'document')}: {', '.join(parts)} ({report.seconds:.1f} s)"]
    lines += _facts(report)
    if report.unhandled:
        lines.append(f"{_plural(report.unhandled, 'phrase')} that no rule could read")
    if report.refused:
        lines.append(f"{_plural(len(report.refused), 'statement')} refused by the database")
    lines.append(_news(report))
    if dry_run:
        lines.append("dry run: nothing of this was kept")
    return "\n".join(lines) + "\n"


def as_changes(changes: Sequence[FactChange]) -> str:
    """Each fact that appeared, vanished or changed, and why; then how many."""
    lines = [f"{c.change:<8}  {c.uid}  {c.what}\n          {c.why}" for c in changes]
    counts = Counter(change.change for change in changes)
    told = ", ".join(
        f"{_plural(counts[what], 'fact')} {what}" for what in ("appeared", "vanished", "changed") if counts[what]
    )
    return "\n".join([*lines, told or "no fact changed"]) + "\n"


def _plural(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _facts(report: LoadReport) -> list[str]:
    shown = [
        (kind.value.replace("_", " "), count) for kind, count in report.facts.items() if count.found or count.changed
    ]
    if not shown:
        return []
    lines = [f"{'facts':<16}{'found':>7}{'new':>7}{'known':>7}{'changed':>9}"]
    lines += [f"{name:<16}{c.found:>7}{c.new:>7}{c.known:>7}{c.changed:>9}" for name, c in shown]
    return lines


def _news(report: LoadReport) -> str:
    new = sum(count.new for count in report.facts.values())
    changed = sum(count.changed + count.removed for count in report.facts.values())
    if not report.new and not report.renewed and not new and not changed:
        return "nothing is new"
    more = f", {changed} changed" if changed else ""
    return f"{_plural(new, 'new fact')}{more}"
