"""Checks of the stored data, beyond what the database itself refuses: each is one query that should find nothing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, text

_HELD = "f.merged_into IS NULL AND f.review IS DISTINCT FROM 'rejected'"
_QUOTE = "substr(d.text, q.span_start + 1, q.span_end - q.span_start) IS DISTINCT FROM q.quote"

# What should hold, and a query for the names of what breaks it.
CHECKS: tuple[tuple[str, str], ...] = (
    (
        "each text has the digest that it was stored under",
        "SELECT name FROM relations.documents WHERE sha256 <> encode(sha256(convert_to(text, 'UTF8')), 'hex')",
    ),
    (
        "each statement's quote stands in its text",
        f"SELECT d.name FROM relations.statements q JOIN relations.documents d ON d.id = q.document_id WHERE {_QUOTE}",
    ),
    (
        "each further quote stands in its text",
        "SELECT d.name FROM relations.statement_quotes q JOIN relations.statements s ON s.id = q.statement_id"
        f" JOIN relations.documents d ON d.id = s.document_id WHERE {_QUOTE}",
    ),
    (
        "each unhandled phrase stands in its text",
        f"SELECT d.name FROM relations.unhandled q JOIN relations.documents d ON d.id = q.document_id WHERE {_QUOTE}",
    ),
    (
        "each fact has evidence",
        f"SELECT f.uid FROM relations.facts f WHERE {_HELD}"
        " AND NOT EXISTS (SELECT FROM relations.evidence e WHERE e.fact_id = f.id)",
    ),
    (
        "each statement supports a fact",
        "SELECT d.name FROM relations.statements s JOIN relations.documents d ON d.id = s.document_id"
        " WHERE d.superseded_by IS NULL AND NOT EXISTS (SELECT FROM relations.evidence e WHERE e.statement_id = s.id)",
    ),
    (
        "each fact has a row of its kind",
        "SELECT f.uid FROM relations.facts f WHERE f.merged_into IS NULL AND NOT EXISTS ("
        + " UNION ALL ".join(
            f"SELECT FROM relations.{table} k WHERE k.fact_id = f.id"
            for table in (
                "cited_offices",
                "visits",
                "declarations",
                "agreements",
                "trade_targets",
                "trade_figures",
                "joint_projects",
                "milestones",
            )
        )
        + ")",
    ),
    (
        "each fact has as many parties as its kind needs",
        f"SELECT f.uid FROM relations.facts f WHERE {_HELD}"
        " AND (SELECT count(*) FROM relations.fact_parties p WHERE p.fact_id = f.id)"
        " < CASE f.kind WHEN 'leaders' THEN 1 ELSE 2 END",
    ),
    (
        "the parties of a visit are its guest and its host",
        "SELECT f.uid FROM relations.visits v JOIN relations.facts f ON f.id = v.fact_id"
        f" WHERE {_HELD} AND (SELECT array_agg(p.country ORDER BY p.country)"
        " FROM relations.fact_parties p WHERE p.fact_id = f.id)"
        " <> ARRAY[least(v.country, v.host), greatest(v.country, v.host)]",
    ),
    (
        "a merged fact leads to one that stands",
        "SELECT f.uid FROM relations.facts f JOIN relations.facts t ON t.id = f.merged_into"
        " WHERE t.merged_into IS NOT NULL",
    ),
    (
        "all constraints are valid",
        "SELECT conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace"
        " WHERE n.nspname = 'relations' AND NOT c.convalidated",
    ),
    (
        "all triggers are enabled",
        "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'relations' AND t.tgenabled = 'D'",
    ),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check: how many rows break it, and the names of the first few."""

    what: str
    count: int
    examples: tuple[str, ...]

    @property
    def detail(self) -> str:
        """` (3: a, b, c)`; blank where nothing was found."""
        return f" ({self.count}: {', '.join(self.examples)})" if self.count else ""


def run_checks(database: Engine) -> list[Finding]:
    """Run all checks in one snapshot of the database."""
    with database.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        findings = []
        for what, query in CHECKS:
            count, names = connection.execute(text(_counted(query))).one()
            findings.append(Finding(what, count, tuple(names or ())))
        return findings


def _counted(query: str) -> str:
    return f"SELECT count(*), (array_agg(DISTINCT name ORDER BY name))[1:5] FROM ({query}) AS broken (name)"
