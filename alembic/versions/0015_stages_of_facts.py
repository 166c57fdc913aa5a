"""Tell the stages of facts: which reports announce, tell or call off."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

COLUMNS = {
    "uid": "Stable public id of the fact",
    "kind": "Kind of fact",
    "stage": "What the reports say: proposed, planned, done or cancelled",
    "stands": "True where this is the status of the fact",
    "date": "The day that they say it is for, as precise as known",
    "first_reported": "Date of the earliest dated report that says so",
    "last_reported": "Date of the latest dated report that says so",
    "documents": "Ids of the documents that say so",
}
VIEW = """
SELECT f.uid, f.kind, r.status, r.status = f.status,
  (array_agg(r.date ORDER BY length(r.date) DESC NULLS LAST, r.date))[1],
  min(r.published_on), max(r.published_on), string_agg(DISTINCT r.name, ', ')
FROM (
  SELECT e.fact_id, s.claim ->> 'status' AS status,
    coalesce(s.claim ->> 'started_on', s.claim ->> 'signed_on') AS date, d.published_on, d.name
  FROM relations.evidence e
  JOIN relations.statements s ON s.id = e.statement_id
  JOIN relations.documents d ON d.id = s.document_id) r
JOIN relations.facts f ON f.id = r.fact_id
WHERE r.status IS NOT NULL AND f.merged_into IS NULL AND f.review IS DISTINCT FROM 'rejected'
GROUP BY f.id, f.uid, f.kind, f.status, r.status
"""


def upgrade() -> None:
    comments = (f"COMMENT ON COLUMN reports.stages.{column} IS '{said}'" for column, said in COLUMNS.items())
    about = "The life of visits, documents and projects: one row for each stage that reports tell of a fact"
    view = f"CREATE VIEW reports.stages ({', '.join(COLUMNS)}) AS {VIEW}"
    op.execute(";\n".join((view, f"COMMENT ON VIEW reports.stages IS '{about}'", *comments)))


def downgrade() -> None:
    op.execute("DROP VIEW reports.stages")
