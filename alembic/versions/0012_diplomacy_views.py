"""Create the views of leaders, visits, declarations, levels, agreements, projects and milestones."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

HELD = "f.merged_into IS NULL AND f.review IS DISTINCT FROM 'rejected'"
PARTIES = """CROSS JOIN LATERAL (
  SELECT array_agg(c.code ORDER BY c.code) AS codes, string_agg(c.name, ', ' ORDER BY c.code) AS names
  FROM relations.fact_parties fp JOIN relations.countries c ON c.code = fp.country WHERE fp.fact_id = f.id) p"""
SECTORS = """CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(s.code ORDER BY s.code), '{}') AS codes,
    string_agg(s.label, ', ' ORDER BY s.label) AS labels
  FROM relations.fact_sectors fs JOIN relations.sectors s ON s.code = fs.sector WHERE fs.fact_id = f.id) s"""
REPORTED = "f.independent_sources, f.first_reported, f.last_reported"

UID = {"uid": "Stable public id of the fact"}
PARTY_COLUMNS = {
    "party_codes": "Codes of the states that take part, sorted",
    "parties": "Names of the states that take part",
}
SECTOR_COLUMNS = {"sector_codes": "Codes of the areas of cooperation", "sectors": "Areas of cooperation"}
STATUS = {"status": "done, planned, proposed or cancelled"}
REPORTED_COLUMNS = {
    "independent_sources": "Reports that support it; copies of one text count once",
    "first_reported": "Date of the earliest dated report",
    "last_reported": "Date of the latest dated report",
}


def dated(stem: str, what: str) -> dict[str, str]:
    return {stem: f"{what}, as precise as known: YYYY, YYYY-MM or YYYY-MM-DD", f"{stem}_on": f"First day of {stem}"}


# name: (comment, columns with their comments in the order of the select list, select)
VIEWS = {
    "leaders": (
        "Offices of leaders: known terms, and between which dates texts cite the person in the office",
        {
            "leader_key": "Stable name of the person",
            "leader": "Name",
            "other_spellings": "Other spellings of the name",
            "country_code": "Code of the state",
            "country": "Name of the state",
            "office_code": "Code of the office",
            "office": "The office",
            "held_from": "Start of the term, as precise as known; null where the term is not known",
            "held_to": "End of the term, as precise as known; null where it lasts or is not known",
            "in_office": "True where the known term lasts today",
            "first_cited": "Date of the first dated text that cites the person in the office",
            "last_cited": "Date of the last dated text that cites the person in the office",
        },
        """
SELECT l.key, l.name,
  (SELECT string_agg(n.name, '; ' ORDER BY n.name) FROM relations.leader_names n
   WHERE n.leader_id = l.id AND n.name <> l.name),
  c.code, c.name, o.code, o.label,
  relations.date_text(lower(h.held), h.start_precision), relations.date_text(upper(h.held) - 1, h.end_precision),
  coalesce(h.held @> CURRENT_DATE, false), h.first_cited, h.last_cited
FROM (
  SELECT coalesce(t.leader_id, x.leader_id) AS leader_id, coalesce(t.country, x.country) AS country,
    coalesce(t.office, x.office) AS office, t.held, t.start_precision, t.end_precision, x.first_cited, x.last_cited
  FROM relations.tenures t
  FULL JOIN (
    SELECT i.leader_id, i.country, i.office,
      min(i.first_cited) FILTER (WHERE NOT i.former) AS first_cited,
      max(i.last_cited) FILTER (WHERE NOT i.former) AS last_cited
    FROM relations.cited_offices i JOIN relations.facts f ON f.id = i.fact_id
    WHERE f.merged_into IS NULL AND f.review IS DISTINCT FROM 'rejected'
    GROUP BY i.leader_id, i.country, i.office) x
  ON x.leader_id = t.leader_id AND x.country = t.country AND x.office = t.office) h
JOIN relations.leaders l ON l.id = h.leader_id
JOIN relations.countries c ON c.code = h.country
JOIN relations.offices o ON o.code = h.office
WHERE l.merged_into IS NULL
""",
    ),
    "visits": (
        "Stays of leaders in other states for public business",
        {
            **UID,
            "leader_key": "Stable name of the guest",
            "leader": "Name of the guest",
            "country_code": "Code of the state whom the guest represents",
            "country": "The state whom the guest represents",
            "host_code": "Code of the state visited",
            "host": "The state visited",
            "city": "Principal place",
            "visit_kind": "Kind of visit, by protocol",
            **dated("started", "Day of arrival or first day known"),
            **dated("ended", "Last day, where it is known"),
            **STATUS,
            "met": "Leaders of the host country whom the guest met",
            **REPORTED_COLUMNS,
        },
        f"""
SELECT f.uid, l.key, l.name, g.code, g.name, h.code, h.name, v.city, k.label,
  relations.date_text(v.started_on, v.started_precision), v.started_on,
  relations.date_text(v.ended_on, v.ended_precision), v.ended_on, f.status,
  (SELECT string_agg(m.name, ', ' ORDER BY m.name) FROM relations.visit_meetings vm
   JOIN relations.leaders m ON m.id = vm.leader_id WHERE vm.fact_id = f.id), {REPORTED}
FROM relations.visits v
JOIN relations.facts f ON f.id = v.fact_id
JOIN relations.leaders l ON l.id = v.leader_id
JOIN relations.countries g ON g.code = v.country
JOIN relations.countries h ON h.code = v.host
JOIN relations.visit_kinds k ON k.code = v.visit_kind
WHERE {HELD}
""",
    ),
    "declarations": (
        "Joint political documents",
        {
            **UID,
            **PARTY_COLUMNS,
            "form": "Form of the document",
            "title": "Own title of the document",
            "level_code": "Code of the level of relations that it sets; null where it sets none",
            "level": "The level of relations that it sets",
            "level_text": "The words of the text for the level",
            **dated("signed", "Date of signing"),
            "place": "City of signing",
            **STATUS,
            "signatories": "Leaders who signed",
            **REPORTED_COLUMNS,
        },
        f"""
SELECT f.uid, p.codes, p.names, k.label, d.title, r.code, r.label, d.level_text,
  relations.date_text(d.signed_on, d.signed_precision), d.signed_on, d.place, f.status,
  (SELECT string_agg(m.name, ', ' ORDER BY m.name) FROM relations.signatories x
   JOIN relations.leaders m ON m.id = x.leader_id WHERE x.fact_id = f.id), {REPORTED}
FROM relations.declarations d
JOIN relations.facts f ON f.id = d.fact_id
JOIN relations.declaration_forms k ON k.code = d.form
LEFT JOIN relations.relationship_levels r ON r.code = d.level
{PARTIES}
WHERE {HELD}
""",
    ),
    "ladder": (
        "Levels of relations of each pair of states over time, from each side: a row for each document that sets one",
        {
            "country_code": "Code of the one state",
            "country": "Name of the one state",
            "partner_code": "Code of the other state",
            "partner": "Name of the other state",
            **dated("signed", "Date of signing"),
            "level_code": "Code of the level",
            "level": "The level",
            "rank": "Place of the level in the order of levels; higher is closer",
            "step": "set (the first known), raised, reaffirmed (the same or lower), planned, proposed, cancelled",
            "current": "True for the document that first set the highest level reached",
            "document": "Title of the document, or its form",
            "place": "City of signing",
            **STATUS,
            **UID,
        },
        f"""
SELECT country_code, country, partner_code, partner, signed, signed_on, level_code, level, rank,
  CASE WHEN status <> 'done' THEN status WHEN signed_on IS NULL THEN NULL WHEN before IS NULL THEN 'set'
    WHEN rank > before THEN 'raised' ELSE 'reaffirmed' END,
  status = 'done' AND rank = best AND row_number() OVER (
    PARTITION BY country_code, partner_code, status = 'done' AND rank = best ORDER BY place_in_time) = 1,
  document, place, status, uid
FROM (
  SELECT w.*,
    max(rank) FILTER (WHERE status = 'done') OVER (
      PARTITION BY country_code, partner_code ORDER BY place_in_time
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
    max(rank) FILTER (WHERE status = 'done') OVER (PARTITION BY country_code, partner_code) AS best
  FROM (
    SELECT a.code AS country_code, a.name AS country, b.code AS partner_code, b.name AS partner,
      relations.date_text(d.signed_on, d.signed_precision) AS signed, d.signed_on,
      r.code AS level_code, r.label AS level, r.rank, coalesce(d.title, k.label) AS document, d.place, f.status, f.uid,
      row_number() OVER (
        PARTITION BY a.code, b.code ORDER BY d.signed_on NULLS LAST, r.rank DESC, f.uid) AS place_in_time
    FROM relations.declarations d
    JOIN relations.facts f ON f.id = d.fact_id
    JOIN relations.relationship_levels r ON r.code = d.level
    JOIN relations.declaration_forms k ON k.code = d.form
    JOIN relations.fact_parties fa ON fa.fact_id = f.id
    JOIN relations.fact_parties fb ON fb.fact_id = f.id AND fb.country <> fa.country
    JOIN relations.countries a ON a.code = fa.country
    JOIN relations.countries b ON b.code = fb.country
    WHERE {HELD}) w) x
""",
    ),
    "agreements": (
        "Cooperation documents, single or counted together as a package",
        {
            **UID,
            **PARTY_COLUMNS,
            "form": "Form of the document",
            "title": "Own title or identifying words; null for a package",
            "count": "Documents: 1, or the size that is claimed for a package; null where it is not said",
            "qualifier": "Of the count: exact, about, over, under",
            "listed": "Documents of the package that are held as facts of their own",
            "package_uid": "Id of the package that the document was counted in",
            **SECTOR_COLUMNS,
            "value_amount": "Price in units of the currency",
            "value_currency": "ISO 4217 code of the price",
            **dated("signed", "Date of signing"),
            "place": "City of signing",
            **STATUS,
            **REPORTED_COLUMNS,
        },
        f"""
SELECT f.uid, p.codes, p.names, k.label, a.title, a.count, a.qualifier,
  CASE WHEN a.form = 'package' THEN (SELECT count(*) FROM relations.agreements m WHERE m.package_id = a.fact_id) END,
  (SELECT pf.uid FROM relations.facts pf WHERE pf.id = a.package_id),
  s.codes, s.labels, a.value_amount, a.value_currency,
  relations.date_text(a.signed_on, a.signed_precision), a.signed_on, a.place, f.status, {REPORTED}
FROM relations.agreements a
JOIN relations.facts f ON f.id = a.fact_id
JOIN relations.agreement_forms k ON k.code = a.form
{PARTIES}
{SECTORS}
WHERE {HELD}
""",
    ),
    "joint_projects": (
        "Joint projects, single or counted together",
        {
            **UID,
            **PARTY_COLUMNS,
            "description": "What they are, in short",
            "count": "Number of projects; null where it is not said",
            "qualifier": "Of the count: exact, about, over, under",
            "value_amount": "Their value in units of the currency",
            "value_currency": "ISO 4217 code",
            **SECTOR_COLUMNS,
            **STATUS,
            **REPORTED_COLUMNS,
        },
        f"""
SELECT f.uid, p.codes, p.names, j.description, j.count, j.qualifier, j.value_amount, j.value_currency,
  s.codes, s.labels, f.status, {REPORTED}
FROM relations.joint_projects j
JOIN relations.facts f ON f.id = j.fact_id
{PARTIES}
{SECTORS}
WHERE {HELD}
""",
    ),
    "milestones": (
        "Turning points in the relations of states",
        {
            **UID,
            **PARTY_COLUMNS,
            "milestone_kind": "Kind of turning point",
            **dated("occurred", "When it happened"),
            "description": "What happened, in short",
            **REPORTED_COLUMNS,
        },
        f"""
SELECT f.uid, p.codes, p.names, k.label, relations.date_text(m.occurred_on, m.occurred_precision), m.occurred_on,
  m.description, {REPORTED}
FROM relations.milestones m
JOIN relations.facts f ON f.id = m.fact_id
JOIN relations.milestone_kinds k ON k.code = m.milestone_kind
{PARTIES}
WHERE {HELD}
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
