"""Create the code tables."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UP = (
    """
CREATE TABLE relations.offices (
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT pk_offices PRIMARY KEY (code),
    CONSTRAINT ck_offices_code CHECK (code <> ''),
    CONSTRAINT uq_offices_rank UNIQUE (rank) DEFERRABLE
)
""",
    "COMMENT ON TABLE relations.offices IS 'Public offices; the lowest rank goes first where one person holds two'",
    "COMMENT ON COLUMN relations.offices.code IS 'The code, as in the codebook'",
    "COMMENT ON COLUMN relations.offices.label IS 'The code in words, for reports'",
    "COMMENT ON COLUMN relations.offices.definition IS 'What the code means and what it does not'",
    "COMMENT ON COLUMN relations.offices.rank IS 'Place in the order of the codes'",
    """
CREATE TABLE relations.relationship_levels (
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT pk_relationship_levels PRIMARY KEY (code),
    CONSTRAINT ck_relationship_levels_code CHECK (code <> ''),
    CONSTRAINT uq_relationship_levels_rank UNIQUE (rank) DEFERRABLE,
    CONSTRAINT ck_relationship_levels_rank CHECK (rank > 0)
)
""",
    "COMMENT ON TABLE relations.relationship_levels IS 'Levels of relations between states; a higher rank is closer'",
    "COMMENT ON COLUMN relations.relationship_levels.code IS 'The code, as in the codebook'",
    "COMMENT ON COLUMN relations.relationship_levels.label IS 'The code in words, for reports'",
    "COMMENT ON COLUMN relations.relationship_levels.definition IS 'What the code means and what it does not'",
    "COMMENT ON COLUMN relations.relationship_levels.rank IS 'Place in the order of the codes'",
    """
CREATE TABLE relations.visit_kinds (
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    CONSTRAINT pk_visit_kinds PRIMARY KEY (code),
    CONSTRAINT ck_visit_kinds_code CHECK (code <> '')
)
""",
    "COMMENT ON TABLE relations.visit_kinds IS 'Kinds of visit, by protocol'",
    "COMMENT ON COLUMN relations.visit_kinds.code IS 'The code, as in the codebook'",
    "COMMENT ON COLUMN relations.visit_kinds.label IS 'The code in words, for reports'",
    "COMMENT ON COLUMN relations.visit_kinds.definition IS 'What the code means and what it does not'",
    """
CREATE TABLE relations.declaration_forms (
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    CONSTRAINT pk_declaration_forms PRIMARY KEY (code),
    CONSTRAINT ck_declaration_forms_code CHECK (code <> '')
)
""",
    "COMMENT ON TABLE relations.declaration_forms IS 'Legal and diplomatic forms of joint political documents'",
    "COMMENT ON COLUMN relations.declaration_forms.code IS 'The code, as in the codebook'",
    "COMMENT ON COLUMN relations.declaration_forms.label IS 'The code in words, for reports'",
    "COMMENT ON COLUMN relations.declaration_forms.definition IS 'What the code means and what it does not'",
    """
CREATE TABLE relations.agreement_forms (
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    CONSTRAINT pk_agreement_forms PRIMARY KEY (code),
    CONSTRAINT ck_agreement_forms_code CHECK (code <> '')
)
""",
    "COMMENT ON TABLE relations.agreement_forms IS 'Forms of cooperation documents'",
    "COMMENT ON COLUMN relations.agreement_forms.code IS 'The code, as in the codebook'",
    "COMMENT ON COLUMN relations.agreement_forms.label IS 'The code in words, for reports'",
    "COMMENT ON COLUMN relations.agreement_forms.definition IS 'What the code means and what it does not'",
    """
CREATE TABLE relations.sectors (
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    CONSTRAINT pk_sectors PRIMARY KEY (code),
    CONSTRAINT ck_sectors_code CHECK (code <> '')
)
""",
    "COMMENT ON TABLE relations.sectors IS 'Areas of cooperation'",
    "COMMENT ON COLUMN relations.sectors.code IS 'The code, as in the codebook'",
    "COMMENT ON COLUMN relations.sectors.label IS 'The code in words, for reports'",
    "COMMENT ON COLUMN relations.sectors.definition IS 'What the code means and what it does not'",
    """
CREATE TABLE relations.milestone_kinds (
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    CONSTRAINT pk_milestone_kinds PRIMARY KEY (code),
    CONSTRAINT ck_milestone_kinds_code CHECK (code <> '')
)
""",
    "COMMENT ON TABLE relations.milestone_kinds IS 'Kinds of turning point in the relations of states'",
    "COMMENT ON COLUMN relations.milestone_kinds.code IS 'The code, as in the codebook'",
    "COMMENT ON COLUMN relations.milestone_kinds.label IS 'The code in words, for reports'",
    "COMMENT ON COLUMN relations.milestone_kinds.definition IS 'What the code means and what it does not'",
)

DOWN = (
    "DROP TABLE relations.milestone_kinds",
    "DROP TABLE relations.sectors",
    "DROP TABLE relations.agreement_forms",
    "DROP TABLE relations.declaration_forms",
    "DROP TABLE relations.visit_kinds",
    "DROP TABLE relations.relationship_levels",
    "DROP TABLE relations.offices",
)


def upgrade() -> None:
    op.execute(";\n".join(UP))


def downgrade() -> None:
    op.execute(";\n".join(DOWN))
