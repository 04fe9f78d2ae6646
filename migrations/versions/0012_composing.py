"""Tags of conversations, and replies written in advance."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012_composing"
down_revision = "0011_passages"
branch_labels = None
depends_on = None


def upgrade() -> None:
    tags = postgresql.ARRAY(sa.Text)
    op.add_column(
        "conversation", sa.Column("tags", tags, nullable=False, server_default=sa.text("'{}'"))
    )
    op.create_table(
        "canned_reply",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("shortcut", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text_de", sa.Text, nullable=False),
        sa.Column("text_en", sa.Text, nullable=False),
        sa.Column("team", sa.Text),
        sa.Column("owner_id", sa.Uuid, sa.ForeignKey("agent.id")),
        sa.Column("owner_name", sa.Text),
        sa.Column("steps", postgresql.JSONB, nullable=False),
        sa.Column("changed_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid, sa.ForeignKey("agent.id"), nullable=False),
        sa.Column("changed_name", sa.Text, nullable=False),
    )
    op.create_index(
        "one_shortcut_a_place",
        "canned_reply",
        ["shortcut", "team", "owner_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )


def downgrade() -> None:
    op.drop_table("canned_reply")
    op.drop_column("conversation", "tags")
