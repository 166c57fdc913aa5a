"""Give statements the days that they may speak of."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UP = (
    "ALTER TABLE relations.statements ADD COLUMN reach_from DATE, ADD COLUMN reach_to DATE,"
    " ADD CONSTRAINT ck_statements_reach"
    " CHECK (num_nulls(reach_from, reach_to) IN (0, 2) AND reach_from <= reach_to)",
    "COMMENT ON COLUMN relations.statements.reach_from IS"
    " 'First day of what the claim may speak of: statements whose reaches are apart are about different facts'",
    "COMMENT ON COLUMN relations.statements.reach_to IS 'Last day of it; both null: any time'",
    "CREATE INDEX ix_statements_block_reach_from_reach_to ON relations.statements (block, reach_from, reach_to)",
    "DROP INDEX relations.ix_statements_block",
)
DOWN = (
    "CREATE INDEX ix_statements_block ON relations.statements (block)",
    "DROP INDEX relations.ix_statements_block_reach_from_reach_to",
    "ALTER TABLE relations.statements DROP CONSTRAINT ck_statements_reach,"
    " DROP COLUMN reach_to, DROP COLUMN reach_from",
)


def upgrade() -> None:
    for statement in UP:
        op.execute(statement)


def downgrade() -> None:
    for statement in DOWN:
        op.execute(statement)
