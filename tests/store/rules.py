"""Statements that break one rule of the schema each, and statements near the edge that keep them all."""

from world import TEXT

FACT = "INSERT INTO relations.facts (id, uid, kind, status, block) OVERRIDING SYSTEM VALUE VALUES "
STATEMENT = (
    "INSERT INTO relations.statements"
    " (key, document_id, kind, block, span_start, span_end, quote, claim, fields, rule, extractor_version) VALUES "
)

# statement, the constraint or the words that refuse it
REFUSED = [
    # partial dates
    ("UPDATE relations.visits SET started_precision = NULL", "ck_visits_started_on"),
    ("UPDATE relations.visits SET started_on = NULL", "ck_visits_started_on"),
    ("UPDATE relations.visits SET started_precision = 'month'", "ck_visits_started_on"),
    ("UPDATE relations.visits SET started_precision = 'week', started_on = '2023-05-01'", "ck_visits_started_on"),
    ("UPDATE relations.visits SET ended_on = '2023-05-04', ended_precision = 'month'", "ck_visits_ended_on"),
    ("UPDATE relations.declarations SET signed_on = '2023-02-01'", "ck_declarations_signed_on"),
    ("UPDATE relations.agreements SET signed_on = '2023-02-01'", "ck_agreements_signed_on"),
    ("UPDATE relations.trade_targets SET due_on = '2030-12-31'", "ck_trade_targets_due_on"),
    ("UPDATE relations.trade_targets SET announced_on = '2023-05-03'", "ck_trade_targets_announced_on"),
    ("UPDATE relations.milestones SET occurred_on = '2017-11-02'", "ck_milestones_occurred_on"),
    ("UPDATE relations.documents SET published_precision = 'year' WHERE id = 2", "ck_documents_published_on"),
    ("UPDATE relations.countries SET valid_from_on = '1991-12-16'", "ck_countries_valid_from_on"),
    ("UPDATE relations.countries SET valid_to_precision = 'year'", "ck_countries_valid_to_on"),
    ("UPDATE relations.cities SET valid_from_on = '1997-12-10'", "ck_cities_valid_from_on"),
    ("UPDATE relations.cities SET valid_to_on = '1997-12-10'", "ck_cities_valid_to_on"),
    # the order of dates
    ("UPDATE relations.visits SET ended_on = '2023-05-02', ended_precision = 'day'", "ck_visits_dates"),
    ("UPDATE relations.visits SET ended_on = '2023-04-01', ended_precision = 'month'", "ck_visits_dates"),
    (
        "UPDATE relations.countries SET valid_from_on = '2000-01-01', valid_from_precision = 'day',"
        " valid_to_on = '1999-01-01', valid_to_precision = 'day'",
        "ck_countries_valid",
    ),
    ("UPDATE relations.facts SET first_reported = '2023-02-01', last_reported = '2023-01-01'", "ck_facts_reported"),
    (
        "UPDATE relations.cited_offices SET first_cited = '2023-02-01', last_cited = '2023-01-01'",
        "ck_cited_offices_cited",
    ),
    ("UPDATE relations.loads SET state = 'done', finished_at = '2000-01-01'", "ck_loads_finished_at"),
    # places and parties
    ("UPDATE relations.visits SET host = country", "ck_visits_host"),
    ("UPDATE relations.visits SET host = 'TUR'", "fk_visits_fact_id_host_fact_parties"),
    ("UPDATE relations.visits SET country = 'TUR'", "fk_visits_fact_id_country_fact_parties"),
    ("UPDATE relations.cited_offices SET country = 'TUR'", "fk_cited_offices_fact_id_country_fact_parties"),
    ("UPDATE relations.trade_figures SET from_country = 'TUR'", "fk_trade_figures_fact_id_from_country_fact_parties"),
    (
        "UPDATE relations.trade_targets SET measure = 'exports', from_country = 'TUR'",
        "fk_trade_targets_fact_id_from_country_fact_parties",
    ),
    ("UPDATE relations.trade_targets SET from_country = 'KAZ'", "ck_trade_targets_from_country"),
    ("UPDATE relations.trade_figures SET measure = 'turnover'", "ck_trade_figures_from_country"),
    (FACT + "(20, 'fact-000020', 'milestones', NULL, 'b')", "too few parties"),
    (
        FACT + "(20, 'fact-000020', 'milestones', NULL, 'b');"
        "INSERT INTO relations.fact_parties VALUES (20, 'KAZ')",
        "fact fact-000020 of kind milestones has too few parties",
    ),
    ("DELETE FROM relations.fact_parties WHERE fact_id = 8 AND country = 'KAZ'", "too few parties"),
    ("UPDATE relations.fact_parties SET fact_id = 1 WHERE fact_id = 8 AND country = 'UZB'", "too few parties"),
    (FACT + "(20, 'fact-000020', 'leaders', NULL, 'b')", "too few parties"),
    # money and counts
    ("UPDATE relations.agreements SET value_currency = NULL", "ck_agreements_value_amount"),
    ("UPDATE relations.agreements SET value_amount = 0 WHERE fact_id = 4", "ck_agreements_value_amount"),
    ("UPDATE relations.agreements SET value_currency = 'dollars' WHERE fact_id = 4", "ck_agreements_value_amount"),
    ("UPDATE relations.joint_projects SET value_amount = NULL", "ck_joint_projects_value_amount"),
    ("UPDATE relations.trade_figures SET currency = NULL", "ck_trade_figures_amount"),
    ("UPDATE relations.trade_figures SET amount = NULL, currency = NULL", "ck_trade_figures_value"),
    ("UPDATE relations.trade_targets SET amount = NULL", "ck_trade_targets_aim"),
    ("UPDATE relations.trade_targets SET amount = 0", "ck_trade_targets_amount"),
    ("UPDATE relations.trade_targets SET multiplier = -2", "ck_trade_targets_multiplier"),
    ("UPDATE relations.trade_targets SET baseline_amount = 0", "ck_trade_targets_baseline_amount"),
    ("UPDATE relations.trade_targets SET currency = NULL", "ck_trade_targets_money"),
    (
        "UPDATE relations.trade_targets SET amount = NULL, baseline_amount = NULL, multiplier = 2",
        "ck_trade_targets_money",
    ),
    ("UPDATE relations.trade_targets SET currency = 'US$'", "ck_trade_targets_currency"),
    ("UPDATE relations.trade_targets SET step = 0", "ck_trade_targets_step"),
    ("UPDATE relations.trade_targets SET baseline_period = 'last year'", "ck_trade_targets_baseline_period"),
    ("UPDATE relations.trade_targets SET baseline_period = '2023-04/2022-03'", "ck_trade_targets_baseline_period"),
    ("UPDATE relations.trade_figures SET period = '2022-Q5'", "ck_trade_figures_period"),
    ("UPDATE relations.trade_figures SET period = '2024-08/2024-01'", "ck_trade_figures_period"),
    ("UPDATE relations.agreements SET count = 0", "ck_agreements_count"),
    ("UPDATE relations.agreements SET count = NULL", "ck_agreements_qualifier"),
    ("UPDATE relations.agreements SET qualifier = 'roughly'", "ck_agreements_qualifier"),
    ("UPDATE relations.joint_projects SET count = -1", "ck_joint_projects_count"),
    ("UPDATE relations.joint_projects SET count = NULL", "ck_joint_projects_qualifier"),
    ("UPDATE relations.trade_figures SET qualifier = 'roughly'", "ck_trade_figures_qualifier"),
    ("UPDATE relations.agreements SET package_id = fact_id", "ck_agreements_package_id"),
    ("UPDATE relations.agreements SET package_id = 4 WHERE form = 'package'", "ck_agreements_package_id"),
    # closed lists
    ("UPDATE relations.trade_targets SET measure = 'trade'", "ck_trade_targets_measure"),
    ("UPDATE relations.trade_figures SET measure = 'trade'", "ck_trade_figures_measure"),
    ("UPDATE relations.facts SET kind = 'summits' WHERE id = 1", "ck_facts_kind"),
    ("UPDATE relations.facts SET status = 'over' WHERE id = 2", "ck_facts_status"),
    ("UPDATE relations.facts SET status = NULL WHERE id = 2", "ck_facts_status_of_kind"),
    ("UPDATE relations.facts SET status = 'done' WHERE id = 5", "ck_facts_status_of_kind"),
    ("UPDATE relations.facts SET review = 'maybe'", "ck_facts_review"),
    ("UPDATE relations.statements SET kind = 'summits'", "ck_statements_kind"),
    ("UPDATE relations.statements SET reach_from = '2024-04-02', reach_to = '2024-04-01'", "ck_statements_reach"),
    ("UPDATE relations.statements SET reach_from = '2024-04-02', reach_to = NULL", "ck_statements_reach"),
    ("UPDATE relations.unhandled SET kind = 'summits'", "ck_unhandled_kind"),
    ("UPDATE relations.evidence SET verdict = 'MAYBE'", "ck_evidence_verdict"),
    ("UPDATE relations.leaders SET origin = 'rumour'", "ck_leaders_origin"),
    ("UPDATE relations.leader_names SET origin = 'rumour'", "ck_leader_names_origin"),
    ("UPDATE relations.loads SET state = 'lost', finished_at = now()", "ck_loads_state"),
    ("UPDATE relations.judgements SET verdict = 'shrug'", "ck_judgements_verdict"),
    ("UPDATE relations.countries SET code = 'Kaz'", "ck_countries_code"),
    ("UPDATE relations.countries SET alpha2 = 'kz'", "ck_countries_alpha2"),
    ("UPDATE relations.countries SET numeric_code = '36'", "ck_countries_numeric_code"),
    # facts
    ("UPDATE relations.facts SET uid = 'V 1'", "ck_facts_uid"),
    ("UPDATE relations.facts SET uid = 'fact-000001'", "uq_facts_uid"),
    ("UPDATE relations.facts SET independent_sources = -1", "ck_facts_independent_sources"),
    ("UPDATE relations.facts SET merged_into = id", "ck_facts_merged_into"),
    ("UPDATE relations.facts SET kind = 'leaders' WHERE id = 8", "fk_milestones_fact_id_fact_kind_facts"),
    ("INSERT INTO relations.milestones (fact_id, milestone_kind) VALUES (5, 'border')", "fk_milestones_fact_id_fact_kind_facts"),
    ("UPDATE relations.evidence SET fact_id = 3", "a statement of kind visits cannot support fact fact-000003"),
    # documents and quotes
    (f"UPDATE relations.documents SET text = text || '.', sha256 = encode(sha256('{TEXT}.'), 'hex')", "text of document one cannot change"),
    ("UPDATE relations.documents SET sha256 = 'abc' WHERE id = 1", "ck_documents_sha256"),
    ("UPDATE relations.documents SET superseded_by = id", "ck_documents_superseded_by"),
    ("INSERT INTO relations.documents (sha256, name, text) SELECT sha256, name, text FROM relations.documents", "uq_documents_sha256"),
    ("UPDATE relations.statements SET quote = 'Tokayev visited Kazakhstan' WHERE id = 1", 'the quote "Tokayev visited Kazakhstan" does not stand at 10..36 of document one'),
    ("UPDATE relations.statements SET span_start = 11, span_end = 37 WHERE id = 1", "does not stand at 11..37"),
    ("UPDATE relations.statements SET document_id = 2", "of document two"),
    (STATEMENT + "('s3', 2, 'visits', 'b', 0, 7, 'another', '{}', '{}', 'r', '1')", "does not stand at 0..7"),
    (STATEMENT + "('s3', 2, 'visits', 'b', 13, 14, '.', '{}', '{}', 'r', '1')", "does not stand at 13..14"),
    (STATEMENT + "('s3', 2, 'visits', 'b', 0, 8, 'Another', '{}', '{}', 'r', '1')", "ck_statements_span"),
    (STATEMENT + "('s3', 2, 'visits', 'b', 3, 3, '', '{}', '{}', 'r', '1')", "ck_statements_span"),
    (STATEMENT + "('s3', 2, 'visits', 'b', -1, 6, 'Another', '{}', '{}', 'r', '1')", "ck_statements_span"),
    (STATEMENT + "('s1', 2, 'visits', 'b', 0, 7, 'Another', '{}', '{}', 'r', '1')", "uq_statements_key"),
    ("UPDATE relations.statements SET claim = '[]'", "ck_statements_claim"),
    ("UPDATE relations.statements SET fields = '1'", "ck_statements_fields"),
    ("INSERT INTO relations.statement_quotes VALUES (1, 3, 0, 9, 'president')", 'the quote "president" does not stand at 0..9'),
    ("UPDATE relations.statement_quotes SET quote = 'on 3 May 2022'", "does not stand at 37..50"),
    ("UPDATE relations.statement_quotes SET span_end = 49", "ck_statement_quotes_span"),
    ("UPDATE relations.statement_quotes SET position = 1", "ck_statement_quotes_position"),
    ("UPDATE relations.unhandled SET quote = 'Visited'", 'the quote "Visited" does not stand at 18..25'),
    ("UPDATE relations.unhandled SET span_end = 26", "ck_unhandled_span"),
    # leaders and terms
    ("UPDATE relations.leaders SET merged_into = id", "ck_leaders_merged_into"),
    ("UPDATE relations.leaders SET key = 'one'", "uq_leaders_key"),
    ("UPDATE relations.tenures SET held = 'empty', start_precision = NULL", "ck_tenures_held"),
    ("UPDATE relations.tenures SET end_precision = 'day'", "ck_tenures_precision"),
    ("UPDATE relations.tenures SET start_precision = NULL", "ck_tenures_precision"),
    ("UPDATE relations.tenures SET start_precision = 'week'", "ck_tenures_start_precision"),
    ("UPDATE relations.tenures SET held = '[2019-01-01,2020-01-01)', end_precision = 'week'", "ck_tenures_end_precision"),
    ("INSERT INTO relations.tenures (leader_id, country, office, held, start_precision, end_precision)"
     " VALUES (1, 'KAZ', 'head_of_state', '[2018-01-01,2019-03-21)', 'day', 'day')", "ex_tenures_overlap"),
    # runs and judgements
    ("UPDATE relations.loads SET state = 'done'", "ck_loads_finished"),
    ("UPDATE relations.loads SET facts_new = -1", "ck_loads_counts"),
    ("UPDATE relations.judgements SET other_uid = 'fact-000003'", "ck_judgements_merge"),
    ("UPDATE relations.judgements SET verdict = 'merge', other_uid = fact_uid", "ck_judgements_other_uid"),
    ("UPDATE relations.judgements SET verdict = 'correct'", "ck_judgements_correct"),
    ("UPDATE relations.judgements SET verdict = 'split'", "ck_judgements_split"),
    ("UPDATE relations.judgements SET withdrawn_by = 'Ann'", "ck_judgements_withdrawn"),
    # empty texts and doubles
    *(
        (f"UPDATE relations.{table} SET {column} = ''", f"ck_{table}_{column}")
        for table, columns in {
            "offices": ("code",), "relationship_levels": ("code",), "visit_kinds": ("code",), "sectors": ("code",),
            "declaration_forms": ("code",), "agreement_forms": ("code",), "milestone_kinds": ("code",),
            "countries": ("name",), "country_names": ("name",), "cities": ("name", "city"), "leaders": ("key", "name"),
            "leader_names": ("name",), "sources": ("name",), "documents": ("name", "language"),
            "statements": ("key", "rule", "extractor_version"), "dissent": ("field",),
            "load_problems": ("origin", "reason"), "judgements": ("fact_uid", "made_by"),
            "milestones": ("milestone_kind",),
        }.items()
        for column in columns
    ),
    ("UPDATE relations.relationship_levels SET rank = 0 WHERE rank = 1", "ck_relationship_levels_rank"),
    ("UPDATE relations.relationship_levels SET rank = 2", "uq_relationship_levels_rank"),
    ("UPDATE relations.offices SET rank = 2", "uq_offices_rank"),
    ("UPDATE relations.countries SET name = 'One'", "uq_countries_name"),
    ("INSERT INTO relations.sources (name) VALUES ('Agency')", "uq_sources_name"),
]  # fmt: skip

ALLOWED = [
    "UPDATE relations.visits SET ended_on = '2023-05-01', ended_precision = 'month'",
    "UPDATE relations.visits SET ended_on = '2023-05-03', ended_precision = 'day'",
    "UPDATE relations.visits SET started_on = NULL, started_precision = NULL",
    "UPDATE relations.trade_targets SET amount = NULL, currency = NULL, baseline_amount = NULL, multiplier = 2",
    "UPDATE relations.trade_targets SET amount = NULL, multiplier = 2",
    "UPDATE relations.trade_targets SET currency = NULL, amount = NULL, multiplier = 2",
    "UPDATE relations.trade_figures SET amount = NULL, currency = NULL, qualifier = NULL, growth_percent = -3.5",
    "UPDATE relations.agreements SET count = NULL, qualifier = NULL WHERE fact_id = 9",
    # the same office again later, another state's the same, and an open start
    "INSERT INTO relations.tenures (leader_id, country, office, held, end_precision)"
    " VALUES (1, 'KAZ', 'head_of_state', '(,2019-03-20)', 'day')",
    "INSERT INTO relations.tenures (leader_id, country, office, held, start_precision)"
    " VALUES (1, 'TUR', 'head_of_state', '[2020-01-01,)', 'day')",
    "INSERT INTO relations.tenures (leader_id, country, office, held, start_precision)"
    " VALUES (1, 'KAZ', 'minister', '[2020-01-01,)', 'day')",
    # a fact that gave way needs no parties; a fact goes with all that hangs on it
    "UPDATE relations.facts SET merged_into = 4 WHERE id = 8; DELETE FROM relations.fact_parties WHERE fact_id = 8",
    "DELETE FROM relations.facts",
    "DELETE FROM relations.documents",
    "UPDATE relations.documents SET text = text, title = 'Same text'",
    # parties may be rewritten in any order within a transaction
    "DELETE FROM relations.fact_parties WHERE fact_id = 2; INSERT INTO relations.fact_parties VALUES (2, 'KAZ'), (2, 'UZB')",
    # characters, not bytes
    "INSERT INTO relations.documents (id, sha256, name, text) OVERRIDING SYSTEM VALUE"
    " VALUES (7, encode(sha256('Erdoğan 👍 Ünal'::text::bytea), 'hex'), 'seven', 'Erdoğan 👍 Ünal');"
    + STATEMENT + "('s7', 7, 'visits', 'b', 8, 14, '👍 Ünal', '{}', '{}', 'r', '1')",
]  # fmt: skip
