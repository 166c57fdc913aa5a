"""Create the views of all facts and their evidence."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

HELD = "f.merged_into IS NULL AND f.review IS DISTINCT FROM 'rejected'"
KINDS = ("visits", "declarations", "agreements", "trade_targets", "trade_figures", "joint_projects", "milestones")

# name: (comment, columns with their comments in the order of the select list, select)
VIEWS = {
    "facts": (
        "All facts that are held, of every kind; rejected facts and those merged into others are left out",
        {
            "uid": "Stable public id of the fact",
            "kind": "Kind of fact",
            "status": "done, planned, proposed or cancelled; null for kinds that have no stages",
            "party_codes": "Codes of the states that take part, sorted",
            "parties": "Names of the states that take part",
            "sectors": "Areas of cooperation",
            "independent_sources": "Reports that support it; copies of one text count once",
            "first_reported": "Date of the earliest dated report",
            "last_reported": "Date of the latest dated report",
            "review": "confirmed by a person, or null",
        },
        f"""
SELECT f.uid, f.kind, f.status, p.codes, p.names,
  (SELECT string_agg(s.label, ', ' ORDER BY s.label)
   FROM relations.fact_sectors fs JOIN relations.sectors s ON s.code = fs.sector WHERE fs.fact_id = f.id),
  f.independent_sources, f.first_reported, f.last_reported, f.review
FROM relations.facts f
CROSS JOIN LATERAL (
  SELECT array_agg(c.code ORDER BY c.code) AS codes, string_agg(c.name, ', ' ORDER BY c.code) AS names
  FROM relations.fact_parties fp JOIN relations.countries c ON c.code = fp.country WHERE fp.fact_id = f.id) p
WHERE {HELD}
""",
    ),
    "pairs": (
        "Each fact once for each of its parties and each partner: join it by uid to ask from one side",
        {
            "uid": "Stable public id of the fact",
            "kind": "Kind of fact",
            "country_code": "Code of the one state",
            "country": "Name of the one state",
            "partner_code": "Code of the other state",
            "partner": "Name of the other state",
        },
        f"""
SELECT f.uid, f.kind, a.code, a.name, b.code, b.name
FROM relations.facts f
JOIN relations.fact_parties fa ON fa.fact_id = f.id
JOIN relations.fact_parties fb ON fb.fact_id = f.id AND fb.country <> fa.country
JOIN relations.countries a ON a.code = fa.country
JOIN relations.countries b ON b.code = fb.country
WHERE {HELD}
""",
    ),
    "evidence": (
        "The words behind each fact: one row for each quote of each statement that supports it",
        {
            "uid": "Stable public id of the fact",
            "kind": "Kind of fact",
            "document": "Id of the document: stem of its file or id of its record",
            "source": "Outlet",
            "published": "Date of publication, as precise as known",
            "published_on": "Date of publication, first day where it is partial",
            "title": "Headline",
            "url": "Address",
            "quote_number": "1 for the main quote of the statement",
            "span_start": "First character of the quote in the document, from 0",
            "span_end": "Character after the quote",
            "quote": "The words",
            "rule": "The rule that read them",
            "verdict": "How the statement compares with the fact: SAME, REFINES, REFINED_BY, CONFLICT",
            "reason": "Why it was joined to the fact",
            "statement_key": "Lasting name of the statement",
        },
        """
SELECT f.uid, f.kind, d.name, o.name, relations.date_text(d.published_on, d.published_precision), d.published_on,
  d.title, d.url, q.number, q.span_start, q.span_end, q.quote, s.rule, e.verdict, e.reason, s.key
FROM relations.evidence e
JOIN relations.facts f ON f.id = e.fact_id
JOIN relations.statements s ON s.id = e.statement_id
JOIN relations.documents d ON d.id = s.document_id
LEFT JOIN relations.sources o ON o.id = d.source_id
CROSS JOIN LATERAL (
  SELECT 1 AS number, s.span_start, s.span_end, s.quote
  UNION ALL
  SELECT x.position, x.span_start, x.span_end, x.quote FROM relations.statement_quotes x WHERE x.statement_id = s.id) q
""",
    ),
    "dissent": (
        "Where reports of one fact disagree: the value that was not chosen, and who says so",
        {
            "uid": "Stable public id of the fact",
            "kind": "Kind of fact",
            "field": "The field, as in the codebook",
            "chosen": "The value that was chosen",
            "value": "The value that was not chosen",
            "rule": "The rule that chose",
            "document": "Id of the document that says otherwise",
            "source": "Outlet",
            "published": "Date of publication, as precise as known",
            "quote": "The words",
        },
        """
SELECT f.uid, f.kind, x.field, x.chosen, x.value, x.rule, d.name, o.name,
  relations.date_text(d.published_on, d.published_precision), s.quote
FROM relations.dissent x
JOIN relations.facts f ON f.id = x.fact_id
JOIN relations.statements s ON s.id = x.statement_id
JOIN relations.documents d ON d.id = s.document_id
LEFT JOIN relations.sources o ON o.id = d.source_id
""",
    ),
    "coverage": (
        "How much is held on each pair of states, from each side: no row means not covered, 0 means none found",
        {
            "country_code": "Code of the one state",
            "country": "Name of the one state",
            "partner_code": "Code of the other state",
            "partner": "Name of the other state",
            "documents": "Documents that support a fact of the pair",
            "first_published_on": "Date of the earliest of them",
            "last_published_on": "Date of the latest of them",
            **{kind: f"Facts of kind {kind}" for kind in KINDS},
        },
        f"""
SELECT a.code, a.name, b.code, b.name, count(DISTINCT d.id), min(d.published_on), max(d.published_on),
  {", ".join(f"count(DISTINCT f.id) FILTER (WHERE f.kind = '{kind}')" for kind in KINDS)}
FROM relations.facts f
JOIN relations.fact_parties fa ON fa.fact_id = f.id
JOIN relations.fact_parties fb ON fb.fact_id = f.id AND fb.country <> fa.country
JOIN relations.countries a ON a.code = fa.country
JOIN relations.countries b ON b.code = fb.country
JOIN relations.evidence e ON e.fact_id = f.id
JOIN relations.statements s ON s.id = e.statement_id
JOIN relations.documents d ON d.id = s.document_id
WHERE {HELD}
GROUP BY a.code, a.name, b.code, b.name
""",
    ),
    "unhandled": (
        "Phrases that looked like facts and gave none",
        {
            "document": "Id of the document",
            "published_on": "Date of publication, first day where it is partial",
            "kind": "Kind of fact that the phrase hints at",
            "quote": "The phrase",
            "span_start": "First character of the phrase in the document, from 0",
            "span_end": "Character after the phrase",
            "reason": "Why it was refused; null where no rule could read it",
        },
        """
SELECT d.name, d.published_on, u.kind, u.quote, u.span_start, u.span_end, u.reason
FROM relations.unhandled u JOIN relations.documents d ON d.id = u.document_id
""",
    ),
}


def upgrade() -> None:
    for name, (comment, columns, select) in VIEWS.items():
        comments = (f"COMMENT ON COLUMN reports.{name}.{column} IS '{said}'" for column, said in columns.items())
        view = f"CREATE VIEW reports.{name} ({', '.join(columns)}) AS {select}"
        op.execute(";\n".join((view, f"COMMENT ON VIEW reports.{name} IS '{comment}'", *comments)))


def downgrade() -> None:
    for name in reversed(VIEWS):
        op.execute(f"DROP VIEW reports.{name}")
