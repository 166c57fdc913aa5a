"""What `MetaData` has no words for: the functions, the type and the triggers of schema `relations`.

`metadata.create_all` runs them too, so that the models describe the whole schema.
The database itself is made by the migrations.
"""

from __future__ import annotations

from sqlalchemy import DDL, MetaData, event

BEFORE = (
    'CREATE TYPE relations.textrange AS RANGE (subtype = text, collation = "C")',
    """
CREATE FUNCTION relations.last_day(first date, "precision" text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE "precision"
  WHEN 'day' THEN first
  WHEN 'month' THEN (first + interval '1 month' - interval '1 day')::date
  WHEN 'year' THEN (first + interval '1 year' - interval '1 day')::date
END
""",
    """
CREATE FUNCTION relations.date_text(first date, "precision" text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN left(to_char(first::timestamp, 'YYYY-MM-DD'),
  CASE "precision" WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
""",
    """
CREATE FUNCTION relations.period_start(period text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE
  WHEN period ~ '^[0-9]{4}-Q[1-4]$' THEN make_date(left(period, 4)::int, 3 * right(period, 1)::int - 2, 1)
  WHEN period ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}-[0-9]{2})?$' THEN make_date(
    left(period, 4)::int,
    coalesce(nullif(substr(split_part(period, '/', 1), 6, 2), '')::int, 1),
    coalesce(nullif(substr(split_part(period, '/', 1), 9, 2), '')::int, 1))
END
""",
    """
CREATE FUNCTION relations.period_end(period text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE
  WHEN period ~ '^[0-9]{4}$' THEN make_date(period::int, 12, 31)
  WHEN period ~ '^[0-9]{4}-Q[1-4]$' THEN
    (make_date(left(period, 4)::int, 3 * right(period, 1)::int, 1) + interval '1 month' - interval '1 day')::date
  WHEN period ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN
    make_date(left(period, 4)::int, substr(period, 6, 2)::int, right(period, 2)::int)
  WHEN period ~ '^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?/)?[0-9]{4}-[0-9]{2}$' THEN
    (make_date(left(right(period, 7), 4)::int, right(period, 2)::int, 1) + interval '1 month' - interval '1 day')::date
END
""",
)

AFTER = (
    # --- a text never changes
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
    # --- a quote is the slice of its text
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
    # --- a statement supports a fact of its own kind
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
    *(
        f"CREATE TRIGGER {name}_on_{event.lower()} AFTER {event} ON relations.{table} REFERENCING NEW TABLE AS new_rows"
        f" FOR EACH STATEMENT EXECUTE FUNCTION relations.{function}()"
        for name, table, function in (
            ("quote_is_slice", "statements", "check_quotes"),
            ("quote_is_slice", "unhandled", "check_quotes"),
            ("quote_is_slice", "statement_quotes", "check_further_quotes"),
            ("kind_agrees", "evidence", "check_evidence_kind"),
        )
        for event in ("INSERT", "UPDATE")
    ),
    # --- two or more parties, checked at commit
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

COMMENTS = (
    "COMMENT ON TYPE relations.textrange IS 'Ranges of text: lets an exclusion constraint compare texts'",
    "COMMENT ON FUNCTION relations.last_day(date, text) IS 'Last day of a partial date'",
    "COMMENT ON FUNCTION relations.date_text(date, text) IS 'A partial date as YYYY, YYYY-MM or YYYY-MM-DD'",
    "COMMENT ON FUNCTION relations.period_start(text) IS 'First day of a period (2023, 2023-Q1, 2023-04/2024-03)'",
    "COMMENT ON FUNCTION relations.period_end(text) IS 'Last day of a period (2023, 2023-Q1, 2023-04/2024-03)'",
)

DROP = (
    "DROP FUNCTION IF EXISTS relations.check_parties, relations.check_evidence_kind, relations.check_further_quotes,"
    " relations.check_quotes, relations.refuse_new_text, relations.period_end, relations.period_start,"
    " relations.date_text, relations.last_day",
    "DROP TYPE IF EXISTS relations.textrange",
)


def attach(metadata: MetaData) -> None:
    """Let `create_all` and `drop_all` take care of functions, type and triggers."""
    for moment, statements in (("before_create", BEFORE), ("after_create", AFTER + COMMENTS), ("after_drop", DROP)):
        for statement in statements:
            event.listen(metadata, moment, DDL(statement.replace("%", "%%")))  # type: ignore[no-untyped-call]  # untyped there
