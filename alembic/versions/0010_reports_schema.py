"""Create the schema of the views for SQL clients."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE SCHEMA reports")
    op.execute("COMMENT ON SCHEMA reports IS 'Views for SQL clients: flat, with names instead of row numbers'")
    op.execute(
        "COMMENT ON SCHEMA relations IS 'Bilateral diplomacy: texts, what they claim, and the facts behind the claims'"
    )


def downgrade() -> None:
    op.execute("COMMENT ON SCHEMA relations IS NULL")
    op.execute("DROP SCHEMA reports")
