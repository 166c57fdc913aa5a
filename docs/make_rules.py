"""Write docs/reference/rules.md from the rules themselves: `python docs/make_rules.py`.

A test compares the page with what this makes.
"""

from __future__ import annotations

import inspect
from itertools import groupby
from pathlib import Path

from relations_db.extract import ALL_RULES
from relations_db.extract.candidate import Rule

PAGE = Path(__file__).parent / "reference" / "rules.md"
HEAD = """# Rules

Made from the rules by `python docs/make_rules.py`; do not edit. A rule is tried on sentences that hold one of its
trigger words. Its examples and refusals are sentences of a document dated 2024-05-15; a test runs them. How rules
work: [How an article is read](../explanation/how-it-reads.md).
"""


def _lines(rule: Rule) -> list[str]:
    doc = inspect.getdoc(rule.build) or ""
    lines = [f"### {rule.name}", "", " ".join(doc.split("\n\n")[0].split()).strip(), ""]
    lines += [f"- reads: {sentence}" for sentence in rule.examples]
    lines += [f"- refuses: {sentence}" for sentence in rule.refusals]
    return [*lines, ""] if rule.examples or rule.refusals else lines


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for kind, rules in groupby(sorted(ALL_RULES, key=lambda r: r.kind), key=lambda r: r.kind):
        parts.append(f"## {kind.value.replace('_', ' ').capitalize()}\n")
        parts.append("\n".join(line for rule in rules for line in _lines(rule)))
    return "\n".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
