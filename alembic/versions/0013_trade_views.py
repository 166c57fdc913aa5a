"""Create the views of trade figures and trade targets."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

HELD = "f.merged_into IS NULL AND f.review IS DISTINCT FROM 'rejected'"

# name: (comment, columns with their comments in the order of the select list, select)
VIEWS = {
    "trade_figures": (
        "Stated values of trade and investment",
        {
            "uid": "Stable public id of the fact",
            "party_codes": "Codes of the two states, sorted",
            "parties": "Names of the two states",
            "measure": "turnover, exports or investment",
            "from_code": "Code of the exporting or investing state, for one direction",
            "from_country": "The exporting or investing state, for one direction",
            "period": "Period of the value: 2023, 2023-05, 2023-Q1, 2024-01/2024-08; null where the text does not say",
            "period_start": "First day of the period",
            "period_end": "Last day of the period",
            "amount": "The value in units of the currency",
            "currency": "ISO 4217 code",
            "qualifier": "Of the value: exact, about, over, under",
            "growth_percent": "Growth over the period before, in percent",
            "scope": "Sector code or noun for part of the trade; null for all of it",
            "independent_sources": "Reports that support it; copies of one text count once",
            "first_reported": "Date of the earliest dated report",
            "last_reported": "Date of the latest dated report",
        },
        f"""
SELECT f.uid, p.codes, p.names, t.measure, t.from_country, o.name, t.period, t.period_start, t.period_end,
  t.amount, t.currency, t.qualifier, t.growth_percent, t.scope, f.independent_sources, f.first_reported, f.last_reported
FROM relations.trade_figures t
JOIN relations.facts f ON f.id = t.fact_id
LEFT JOIN relations.countries o ON o.code = t.from_country
CROSS JOIN LATERAL (
  SELECT array_agg(c.code ORDER BY c.code) AS codes, string_agg(c.name, ', ' ORDER BY c.code) AS names
  FROM relations.fact_parties fp JOIN relations.countries c ON c.code = fp.country WHERE fp.fact_id = f.id) p
WHERE {HELD}
""",
    ),
    "trade_targets": (
        "The scoreboard of trade targets: each stated aim, the latest figure, and how the aim stands today",
        {
            "uid": "Stable public id of the fact",
            "party_codes": "Codes of the two states, sorted",
            "parties": "Names of the two states",
            "measure": "turnover, exports or investment",
            "from_code": "Code of the exporting or investing state, for one direction",
            "from_country": "The exporting or investing state, for one direction",
            "step": "Place among the steps announced together",
            "amount": "The aim as announced, a year, in units of the currency",
            "currency": "ISO 4217 code",
            "multiplier": "The aim as a multiple of the value when it was announced",
            "aim_amount": "The aim in money, a multiple worked out from its base",
            "due": "By when, as precise as announced",
            "due_on": "First day of due",
            "due_text": "The words of the text for when",
            "announced": "Date of the statement, as precise as known",
            "announced_on": "First day of announced",
            "announced_by": "Leaders who announced it",
            "baseline_amount": "From what value, as announced",
            "baseline_period": "Period of that value",
            "latest_amount": "Latest value of a full year, else latest current value, of the same parties and measure",
            "latest_qualifier": "Of the latest value: exact, about, over, under",
            "latest_period": "Period of the latest value; null for a current value",
            "latest_as_of": "Last day of that period, or day of the report",
            "latest_uid": "Id of the fact with the latest value",
            "growth_needed": "Percent a year from the latest value to the aim",
            "standing": "reached, on_track or behind (steady growth from the base), missed, open (not dated), unknown",
            "independent_sources": "Reports that support it; copies of one text count once",
            "first_reported": "Date of the earliest dated report",
            "last_reported": "Date of the latest dated report",
        },
        f"""
WITH party AS (
  SELECT fp.fact_id, array_agg(c.code ORDER BY c.code) AS codes, string_agg(c.name, ', ' ORDER BY c.code) AS names
  FROM relations.fact_parties fp JOIN relations.countries c ON c.code = fp.country GROUP BY fp.fact_id
), figure AS (
  SELECT f.uid, p.codes, t.measure, t.from_country, t.amount, t.currency, t.qualifier, t.period,
    t.period_start, t.period_end, coalesce(t.period_end, f.last_reported) AS as_of,
    coalesce(t.period_end - t.period_start >= 360, false) AS annual
  FROM relations.trade_figures t
  JOIN relations.facts f ON f.id = t.fact_id
  JOIN party p ON p.fact_id = f.id
  WHERE t.amount IS NOT NULL AND t.scope IS NULL AND coalesce(t.period_end, f.last_reported) IS NOT NULL
    AND (t.period_end IS NULL OR t.period_end - t.period_start >= 360) AND {HELD}
), target AS (
  SELECT t.*, f.uid, p.codes, p.names, f.independent_sources, f.first_reported, f.last_reported,
    relations.last_day(t.due_on, t.due_precision) AS due_end,
    relations.last_day(t.announced_on, t.announced_precision) AS announced_end
  FROM relations.trade_targets t
  JOIN relations.facts f ON f.id = t.fact_id
  JOIN party p ON p.fact_id = f.id
  WHERE {HELD}
), earlier AS (
  SELECT DISTINCT ON (t.fact_id) t.fact_id, g.amount, g.currency, g.as_of
  FROM target t
  JOIN figure g ON g.codes = t.codes AND g.measure = t.measure AND g.from_country IS NOT DISTINCT FROM t.from_country
    AND (t.currency IS NULL OR g.currency = t.currency) AND g.as_of <= t.announced_end
  WHERE t.baseline_amount IS NULL OR t.currency IS NULL
  ORDER BY t.fact_id, g.annual DESC, g.as_of DESC, g.amount DESC
), based AS (
  SELECT t.*, coalesce(t.currency, e.currency) AS money,
    CASE WHEN e.fact_id IS NULL THEN t.baseline_amount ELSE e.amount END AS base,
    CASE WHEN e.fact_id IS NULL THEN coalesce(t.baseline_end, t.announced_end) ELSE e.as_of END AS base_as_of
  FROM target t LEFT JOIN earlier e ON e.fact_id = t.fact_id
), aimed AS (
  SELECT b.*, coalesce(b.amount, CASE WHEN b.money IS NOT NULL THEN b.multiplier * b.base END) AS aim FROM based b
), latest AS (
  SELECT DISTINCT ON (t.fact_id) t.fact_id, g.uid, g.amount, g.qualifier, g.period, g.as_of
  FROM aimed t
  JOIN figure g ON g.codes = t.codes AND g.measure = t.measure AND g.from_country IS NOT DISTINCT FROM t.from_country
    AND g.currency = t.money
  ORDER BY t.fact_id, g.annual DESC, g.as_of DESC, g.amount DESC
), told AS (
  SELECT t.fact_id,
    bool_or((t.due_end IS NULL OR g.as_of <= t.due_end OR g.period_start <= t.due_end)
      AND (g.amount > t.aim OR (g.amount = t.aim AND g.qualifier IS DISTINCT FROM 'under'))) AS reached,
    bool_or(g.period_start <= t.due_end AND g.period_end >= t.due_end) AS due_told
  FROM aimed t
  JOIN figure g ON g.codes = t.codes AND g.measure = t.measure AND g.from_country IS NOT DISTINCT FROM t.from_country
    AND g.currency = t.money
  LEFT JOIN latest l ON l.fact_id = t.fact_id
  WHERE CASE WHEN g.annual THEN t.announced_on IS NULL OR g.as_of >= t.announced_on OR g.uid = l.uid
    ELSE t.announced_end IS NULL OR g.as_of > t.announced_end END
  GROUP BY t.fact_id
), stood AS (
  SELECT t.*, l.uid AS latest_uid, l.amount AS latest_amount, l.qualifier AS latest_qualifier,
    l.period AS latest_period, l.as_of AS latest_as_of,
    CASE
      WHEN t.aim IS NULL THEN 'unknown'
      WHEN x.reached THEN 'reached'
      WHEN t.due_end IS NULL THEN CASE WHEN l.uid IS NULL THEN 'unknown' ELSE 'open' END
      WHEN CURRENT_DATE > t.due_end THEN CASE WHEN x.due_told THEN 'missed' ELSE 'unknown' END
      WHEN t.base_as_of < l.as_of AND l.as_of <= t.due_end AND t.base > 0 THEN
        CASE WHEN l.amount >=
          t.base * (t.aim / t.base) ^ ((l.as_of - t.base_as_of)::numeric / (t.due_end - t.base_as_of))
          THEN 'on_track' ELSE 'behind' END
      ELSE 'unknown'
    END AS standing
  FROM aimed t LEFT JOIN latest l ON l.fact_id = t.fact_id LEFT JOIN told x ON x.fact_id = t.fact_id
), needed AS (
  SELECT s.*, coalesce(s.latest_amount, s.base) AS now_amount, coalesce(s.latest_as_of, s.base_as_of) AS now_as_of
  FROM stood s
)
SELECT n.uid, n.codes, n.names, n.measure, n.from_country, o.name, n.step, n.amount, n.money, n.multiplier, n.aim,
  relations.date_text(n.due_on, n.due_precision), n.due_on, n.due_text,
  relations.date_text(n.announced_on, n.announced_precision), n.announced_on,
  (SELECT string_agg(m.name, ', ' ORDER BY m.name) FROM relations.announcers a
   JOIN relations.leaders m ON m.id = a.leader_id WHERE a.fact_id = n.fact_id),
  n.baseline_amount, n.baseline_period, n.latest_amount, n.latest_qualifier, n.latest_period, n.latest_as_of,
  n.latest_uid,
  CASE WHEN n.standing NOT IN ('reached', 'missed') AND n.now_amount < n.aim AND n.due_end - n.now_as_of >= 92
    THEN round(((n.aim / n.now_amount) ^ (365.25 / (n.due_end - n.now_as_of)) - 1) * 100, 1) END,
  n.standing, n.independent_sources, n.first_reported, n.last_reported
FROM needed n
LEFT JOIN relations.countries o ON o.code = n.from_country
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
