"""One row in every table: the smallest world in which each rule of the schema can be broken."""

import psycopg

TEXT = "President Tokayev visited Uzbekistan on 3 May 2023 and signed a declaration."

# Documents 1, 2; statements 1 (visit), 2 (declaration); facts 1 to 8 in the order of the kinds, 9 a package.
WORLD = f"""
INSERT INTO relations.offices VALUES ('head_of_state', 'Head of state', 'd', 1), ('minister', 'Minister', 'd', 2);
INSERT INTO relations.relationship_levels VALUES ('partnership', 'Partnership', 'd', 1),
  ('alliance', 'Alliance', 'd', 2);
INSERT INTO relations.visit_kinds VALUES ('state', 'State visit', 'd');
INSERT INTO relations.declaration_forms VALUES ('declaration', 'Declaration', 'd');
INSERT INTO relations.agreement_forms VALUES
  ('agreement', 'Agreement', 'd'), ('package', 'Package', 'd');
INSERT INTO relations.sectors VALUES ('trade', 'Trade', 'd');
INSERT INTO relations.milestone_kinds VALUES ('border', 'Border', 'd');
INSERT INTO relations.countries (code, name, alpha2, numeric_code) VALUES
  ('KAZ', 'Kazakhstan', 'KZ', '398'), ('UZB', 'Uzbekistan', 'UZ', '860'), ('TUR', 'Turkey', 'TR', '792');
INSERT INTO relations.country_names VALUES ('KAZ', 'Kazakh', 'adjective', false);
INSERT INTO relations.cities (name, city, country, role) VALUES ('Astana', 'Astana', 'KAZ', 'capital');
INSERT INTO relations.leaders (id, key, name, country, origin) OVERRIDING SYSTEM VALUE VALUES
  (1, 'kaz-tokayev', 'Kassym-Jomart Tokayev', 'KAZ', 'reference'),
  (2, 'uzb-mirziyoyev', 'Shavkat Mirziyoyev', 'UZB', 'text');
INSERT INTO relations.leader_names VALUES (1, 'Tokaev', 'tokaev', 'reference');
INSERT INTO relations.tenures (leader_id, country, office, held, start_precision, end_precision) VALUES
  (1, 'KAZ', 'head_of_state', '[2019-03-20,)', 'day', NULL);
INSERT INTO relations.reference_loads VALUES ('vocabulary', 'x');
INSERT INTO relations.loads (id, program_version, extractor_version) OVERRIDING SYSTEM VALUE VALUES (1, '1', '1');
INSERT INTO relations.load_problems (load_id, origin, reason) VALUES (1, 'a.txt', 'empty');
INSERT INTO relations.sources (id, name) OVERRIDING SYSTEM VALUE VALUES (1, 'Agency');
INSERT INTO relations.documents (id, sha256, name, source_id, published_on, published_precision, text, load_id)
  OVERRIDING SYSTEM VALUE VALUES
  (1, encode(sha256('{TEXT}'), 'hex'), 'one', 1, '2023-05-03', 'day', '{TEXT}', 1),
  (2, encode(sha256('Another text.'), 'hex'), 'two', 1, '2023-05-01', 'month', 'Another text.', 1);
INSERT INTO relations.statements
  (id, key, document_id, kind, block, span_start, span_end, quote, claim, fields, rule, extractor_version)
  OVERRIDING SYSTEM VALUE VALUES
  (1, 's1', 1, 'visits', 'b', 10, 36, 'Tokayev visited Uzbekistan',
    '{{"status": "done", "started_on": "2023-05-03"}}', '{{}}', 'r', '1'),
  (2, 's2', 1, 'declarations', 'b', 55, 75, 'signed a declaration', '{{}}', '{{}}', 'r', '1');
INSERT INTO relations.statement_quotes VALUES (1, 2, 37, 50, 'on 3 May 2023');
INSERT INTO relations.unhandled (document_id, kind, span_start, span_end, quote)
  VALUES (1, 'visits', 18, 25, 'visited');
INSERT INTO relations.facts (id, uid, kind, status, block, load_id) OVERRIDING SYSTEM VALUE VALUES
  (1, 'fact-000001', 'leaders', NULL, 'b', 1), (2, 'fact-000002', 'visits', 'done', 'b', 1),
  (3, 'fact-000003', 'declarations', 'done', 'b', 1), (4, 'fact-000004', 'agreements', 'done', 'b', 1),
  (5, 'fact-000005', 'trade_targets', NULL, 'b', 1), (6, 'fact-000006', 'trade_figures', NULL, 'b', 1),
  (7, 'fact-000007', 'joint_projects', 'done', 'b', 1), (8, 'fact-000008', 'milestones', NULL, 'b', 1),
  (9, 'fact-000009', 'agreements', 'done', 'b', 1);
INSERT INTO relations.fact_parties SELECT id, 'KAZ' FROM relations.facts;
INSERT INTO relations.fact_parties SELECT id, 'UZB' FROM relations.facts WHERE id > 1;
INSERT INTO relations.fact_sectors VALUES (4, 'trade');
INSERT INTO relations.evidence VALUES (1, 2, 'SAME', 'first report'), (2, 3, 'SAME', 'first report');
INSERT INTO relations.dissent VALUES (1, 'city', 2, '"Almaty"', '"Tashkent"', 'earlier');
INSERT INTO relations.cited_offices (fact_id, leader_id, country, office) VALUES (1, 1, 'KAZ', 'head_of_state');
INSERT INTO relations.visits (fact_id, leader_id, country, host, city, visit_kind, started_on, started_precision)
  VALUES (2, 1, 'KAZ', 'UZB', 'Tashkent', 'state', '2023-05-03', 'day');
INSERT INTO relations.visit_meetings VALUES (2, 2);
INSERT INTO relations.declarations (fact_id, form, level, signed_on, signed_precision)
  VALUES (3, 'declaration', 'alliance', '2023-01-01', 'year');
INSERT INTO relations.signatories VALUES (3, 1);
INSERT INTO relations.agreements (fact_id, form, count, qualifier) VALUES (9, 'package', 11, 'over');
INSERT INTO relations.agreements (fact_id, form, title, count, qualifier, value_amount, value_currency, package_id)
  VALUES (4, 'agreement', 'Plan', 1, 'exact', 5e6, 'USD', 9);
INSERT INTO relations.trade_targets
  (fact_id, measure, amount, currency, due_on, due_precision, baseline_amount, baseline_period)
  VALUES (5, 'turnover', 1e10, 'USD', '2030-01-01', 'year', 5e9, '2022');
INSERT INTO relations.announcers VALUES (5, 1);
INSERT INTO relations.trade_figures (fact_id, measure, from_country, amount, currency, qualifier, period)
  VALUES (6, 'exports', 'KAZ', 5e9, 'USD', 'over', '2022-Q4');
INSERT INTO relations.joint_projects (fact_id, count, qualifier, value_amount, value_currency, description)
  VALUES (7, 12, 'exact', 156e6, 'USD', 'joint plants');
INSERT INTO relations.milestones (fact_id, milestone_kind, occurred_on, occurred_precision)
  VALUES (8, 'border', '2017-11-01', 'month');
SELECT setval(pg_get_serial_sequence('relations.' || t, 'id'), 100)
  FROM unnest('{{documents, statements, sources, facts, leaders, loads}}'::text[]) AS t;
INSERT INTO relations.judgements (verdict, fact_uid, made_by) VALUES ('confirm', 'fact-000002', 'Ann');
"""


def fill(connection: psycopg.Connection) -> None:
    """Empty every table, reference data included, and put the world in."""
    tables = connection.execute(
        "SELECT string_agg(oid::regclass::text, ', ') FROM pg_class"
        " WHERE relnamespace = 'relations'::regnamespace AND relkind = 'r' AND relname <> 'alembic_version'"
    ).fetchone()
    assert tables
    connection.execute(f"TRUNCATE {tables[0]}")
    connection.execute(WORLD.encode())
    connection.commit()
