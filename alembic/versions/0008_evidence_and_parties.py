"""Let the database check quotes, texts, evidence and parties."""

# ruff: noqa: E501  one SQL statement a line, as it was generated and frozen

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

UP = (
    """
CREATE FUNCTION relations.refuse_new_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the text of document % cannot change: store the new text as a document of its own', OLD.name
    USING ERRCODE = 'integrity_constraint_violation', TABLE = 'documents', COLUMN = 'text';
END $$
""",
    """
CREATE TRIGGER text_is_fixed BEFORE UPDATE OF text ON relations.documents
FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION relations.refuse_new_text()
""",
    """
CREATE FUNCTION relations.check_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  SELECT d.name, n.span_start, n.span_end, n.quote INTO wrong
  FROM new_rows n JOIN relations.documents d ON d.id = n.document_id
  WHERE substr(d.text, n.span_start + 1, n.span_end - n.span_start) <> n.quote LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the quote "%" does not stand at %..% of document %',
      left(wrong.quote, 80), wrong.span_start, wrong.span_end, wrong.name
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, COLUMN = 'quote';
  END IF;
  RETURN NULL;
END $$
""",
    """
CREATE FUNCTION relations.check_further_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  SELECT d.name, n.span_start, n.span_end, n.quote INTO wrong
  FROM new_rows n
  JOIN relations.statements s ON s.id = n.statement_id
  JOIN relations.documents d ON d.id = s.document_id
  WHERE substr(d.text, n.span_start + 1, n.span_end - n.span_start) <> n.quote LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the quote "%" does not stand at %..% of document %',
      left(wrong.quote, 80), wrong.span_start, wrong.span_end, wrong.name
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, COLUMN = 'quote';
  END IF;
  RETURN NULL;
END $$
""",
    """
CREATE FUNCTION relations.check_evidence_kind() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  SELECT f.uid, f.kind AS fact_kind, s.kind INTO wrong
  FROM new_rows n JOIN relations.statements s ON s.id = n.statement_id JOIN relations.facts f ON f.id = n.fact_id
  WHERE s.kind <> f.kind LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a statement of kind % cannot support fact % of kind %', wrong.kind, wrong.uid, wrong.fact_kind
      USING ERRCODE = 'check_violation', TABLE = 'evidence', COLUMN = 'fact_id';
  END IF;
  RETURN NULL;
END $$
""",
    "CREATE TRIGGER quote_is_slice_on_insert AFTER INSERT ON relations.statements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_quotes()",
    "CREATE TRIGGER quote_is_slice_on_update AFTER UPDATE ON relations.statements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_quotes()",
    "CREATE TRIGGER quote_is_slice_on_insert AFTER INSERT ON relations.unhandled REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_quotes()",
    "CREATE TRIGGER quote_is_slice_on_update AFTER UPDATE ON relations.unhandled REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_quotes()",
    "CREATE TRIGGER quote_is_slice_on_insert AFTER INSERT ON relations.statement_quotes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_further_quotes()",
    "CREATE TRIGGER quote_is_slice_on_update AFTER UPDATE ON relations.statement_quotes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_further_quotes()",
    "CREATE TRIGGER kind_agrees_on_insert AFTER INSERT ON relations.evidence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_evidence_kind()",
    "CREATE TRIGGER kind_agrees_on_update AFTER UPDATE ON relations.evidence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION relations.check_evidence_kind()",
    """
CREATE FUNCTION relations.check_parties() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted bigint;
  wrong record;
BEGIN
  IF TG_TABLE_NAME = 'facts' THEN wanted := NEW.id; ELSE wanted := OLD.fact_id; END IF;
  SELECT f.uid, f.kind INTO wrong FROM relations.facts f
  WHERE f.id = wanted AND f.merged_into IS NULL
    AND (SELECT count(*) FROM relations.fact_parties p WHERE p.fact_id = f.id)
      < CASE f.kind WHEN 'leaders' THEN 1 ELSE 2 END;
  IF FOUND THEN
    RAISE EXCEPTION 'fact % of kind % has too few parties', wrong.uid, wrong.kind
      USING ERRCODE = 'check_violation', TABLE = 'fact_parties', COLUMN = 'country';
  END IF;
  RETURN NULL;
END $$
""",
    """
CREATE CONSTRAINT TRIGGER parties_of_fact AFTER INSERT OR UPDATE OF kind, merged_into ON relations.facts
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION relations.check_parties()
""",
    """
CREATE CONSTRAINT TRIGGER parties_of_fact AFTER DELETE OR UPDATE ON relations.fact_parties
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION relations.check_parties()
""",
)

DOWN = (
    "DROP TRIGGER parties_of_fact ON relations.fact_parties",
    "DROP TRIGGER parties_of_fact ON relations.facts",
    "DROP TRIGGER kind_agrees_on_update ON relations.evidence",
    "DROP TRIGGER kind_agrees_on_insert ON relations.evidence",
    "DROP TRIGGER quote_is_slice_on_update ON relations.statement_quotes",
    "DROP TRIGGER quote_is_slice_on_insert ON relations.statement_quotes",
    "DROP TRIGGER quote_is_slice_on_update ON relations.unhandled",
    "DROP TRIGGER quote_is_slice_on_insert ON relations.unhandled",
    "DROP TRIGGER quote_is_slice_on_update ON relations.statements",
    "DROP TRIGGER quote_is_slice_on_insert ON relations.statements",
    "DROP TRIGGER text_is_fixed ON relations.documents",
    "DROP FUNCTION relations.check_parties()",
    "DROP FUNCTION relations.check_evidence_kind()",
    "DROP FUNCTION relations.check_further_quotes()",
    "DROP FUNCTION relations.check_quotes()",
    "DROP FUNCTION relations.refuse_new_text()",
)


def upgrade() -> None:
    op.execute(";\n".join(UP))


def downgrade() -> None:
    op.execute(";\n".join(DOWN))
