"""Crisis notices."""

import sqlalchemy as sa
from alembic import op

revision = "0005_crisis_notice"
down_revision = "0004_guides"
branch_labels = None
depends_on = None

INSTANT = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.create_table(
        "crisis_notice",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("text_de", sa.Text, nullable=False),
        sa.Column("text_en", sa.Text, nullable=False),
        sa.Column("begins_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("by_id", sa.Uuid, sa.ForeignKey("agent.id"), nullable=False),
        sa.Column("by_name", sa.Text, nullable=False),
        sa.Column("withdrawn_at", INSTANT),
        sa.Column("withdrawn_by", sa.Uuid, sa.ForeignKey("agent.id")),
        sa.CheckConstraint("ends_at > begins_at", name="ends_after_it_begins"),
    )
    op.create_index(
        "crisis_notice_in_force",
        "crisis_notice",
        ["begins_at"],
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("crisis_notice")
