"""Create the functions for partial dates and periods."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

UP = (
    """
CREATE TYPE relations.textrange AS RANGE (subtype = text, collation = "C")
""",
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
    "COMMENT ON TYPE relations.textrange IS 'Ranges of text: lets an exclusion constraint compare texts'",
    "COMMENT ON FUNCTION relations.last_day(date, text) IS 'Last day of a partial date'",
    "COMMENT ON FUNCTION relations.date_text(date, text) IS 'A partial date as YYYY, YYYY-MM or YYYY-MM-DD'",
    "COMMENT ON FUNCTION relations.period_start(text) IS 'First day of a period (2023, 2023-Q1, 2023-04/2024-03)'",
    "COMMENT ON FUNCTION relations.period_end(text) IS 'Last day of a period (2023, 2023-Q1, 2023-04/2024-03)'",
)

DOWN = (
    "DROP FUNCTION relations.period_end(text)",
    "DROP FUNCTION relations.period_start(text)",
    "DROP FUNCTION relations.date_text(date, text)",
    "DROP FUNCTION relations.last_day(date, text)",
    "DROP TYPE relations.textrange",
)


def upgrade() -> None:
    op.execute(";\n".join(UP))


def downgrade() -> None:
    op.execute(";\n".join(DOWN))
