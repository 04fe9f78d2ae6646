"""Drafts of replies."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020_reply_drafts"
down_revision = "0019_contact"
branch_labels = None
depends_on = None


def upgrade() -> None:
    made_at = postgresql.TIMESTAMP(timezone=True)
    op.create_table(
        "reply_draft",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversation.id"), nullable=False),
        sa.Column("agent_id", sa.Uuid, sa.ForeignKey("agent.id"), nullable=False),
        sa.Column("made_at", made_at, nullable=False, server_default=sa.func.now()),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("maker", sa.Text, nullable=False),
        sa.Column("sources", postgresql.JSONB, nullable=False),
    )
    op.create_index("drafts_of_conversation", "reply_draft", ["conversation_id"])
    op.create_index("drafts_by_age", "reply_draft", ["made_at"])


def downgrade() -> None:
    op.drop_table("reply_draft")
